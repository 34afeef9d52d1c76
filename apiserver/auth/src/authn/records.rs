//! Files of users: one record a line, `secret,user name,user id,"group,group"`, as upstream's `--token-auth-file` and its former
//! `--basic-auth-file` have it. Called by the two authenticators that read such files. What it says about a file names lines, never
//! their content.
//!
//! Read as Go's `encoding/csv` reads (source: tokenfile.go), which refuses a quote in the wrong place. The `csv` crate takes any text: there,
//! a forgotten quote would swallow the lines after it without a word, and with them the users that they name.

use crate::identity::Identity;

/// Columns that a record has at least: secret, user name, user id.
const COLUMNS: usize = 3;

/// Why a file is not one of users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {fault}")]
pub struct Malformed {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Too few columns.
    #[error("{0} columns where at least 3 are needed: secret, user name, user id")]
    Columns(usize),
    /// A quote that neither opens nor closes a column, or is not closed.
    #[error("a quote in the wrong place, or one that is not closed")]
    Quote,
    /// User name, id or groups are no text.
    #[error("a name that is not UTF-8")]
    Text,
}

/// Something in a file that is probably a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// Counted from 1.
    pub line: usize,
    /// What it is.
    pub what: &'static str,
}

/// One user of a file.
pub(super) struct Entry {
    /// Line on which it begins, counted from 1.
    pub(super) line: usize,
    /// What proves to be this user; may be empty.
    pub(super) secret: Vec<u8>,
    /// The user.
    pub(super) identity: Identity,
}

/// The users of a file, in its order.
pub(super) fn read(text: &[u8]) -> Result<Vec<Entry>, Malformed> {
    let mut lines = Lines { rest: text, number: 0 };
    let mut entries = Vec::new();
    while let Some(line) = lines.next() {
        if line.content.is_empty() {
            continue;
        }
        let begin = lines.number;
        let fields = fields(&mut lines, line).map_err(|fault| Malformed { line: begin, fault })?;
        entries.push(entry(begin, fields).map_err(|fault| Malformed { line: begin, fault })?);
    }
    Ok(entries)
}

fn entry(line: usize, fields: Vec<Vec<u8>>) -> Result<Entry, Fault> {
    let count = fields.len();
    let mut fields = fields.into_iter();
    let (Some(secret), Some(name), Some(uid)) = (fields.next(), fields.next(), fields.next()) else {
        return Err(Fault::Columns(count));
    };
    debug_assert!(count >= COLUMNS);
    // An empty column is one group without a name, as upstream has it.
    let groups = match fields.next() {
        Some(list) => text(list)?.split(',').map(str::to_owned).collect(),
        None => Vec::new(),
    };
    let identity = Identity { name: text(name)?, uid: text(uid)?, groups, ..Identity::default() };
    Ok(Entry { line, secret, identity })
}

fn text(bytes: Vec<u8>) -> Result<String, Fault> {
    String::from_utf8(bytes).map_err(|_| Fault::Text)
}

#[derive(Clone, Copy)]
struct Line<'a> {
    /// Without its end.
    content: &'a [u8],
    /// Whether it had one.
    ended: bool,
}

struct Lines<'a> {
    rest: &'a [u8],
    number: usize,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<Line<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        self.number += 1;
        let end = self.rest.iter().position(|byte| *byte == b'\n');
        let (content, rest) = match end {
            Some(end) => (&self.rest[..end], &self.rest[end + 1..]),
            None => (self.rest, &[][..]),
        };
        self.rest = rest;
        Some(Line { content: content.strip_suffix(b"\r").unwrap_or(content), ended: end.is_some() })
    }
}

/// The columns of one record, which goes on over further lines inside quotes.
fn fields<'a>(lines: &mut Lines<'a>, mut line: Line<'a>) -> Result<Vec<Vec<u8>>, Fault> {
    let mut fields = Vec::new();
    loop {
        let Some(quoted) = line.content.strip_prefix(b"\"") else {
            let end = line.content.iter().position(|byte| *byte == b',');
            let field = &line.content[..end.unwrap_or(line.content.len())];
            if field.contains(&b'"') {
                return Err(Fault::Quote);
            }
            fields.push(field.to_vec());
            match end {
                Some(end) => line.content = &line.content[end + 1..],
                None => return Ok(fields),
            }
            continue;
        };
        line.content = quoted;
        fields.push(quoted_field(lines, &mut line)?);
        match line.content.split_first() {
            None => return Ok(fields),
            Some((b',', rest)) => line.content = rest,
            Some(_) => return Err(Fault::Quote),
        }
    }
}

/// What stands up to the closing quote; two in a row are one that does not close.
fn quoted_field<'a>(lines: &mut Lines<'a>, line: &mut Line<'a>) -> Result<Vec<u8>, Fault> {
    let mut field = Vec::new();
    loop {
        if let Some(end) = line.content.iter().position(|byte| *byte == b'"') {
            field.extend_from_slice(&line.content[..end]);
            line.content = &line.content[end + 1..];
            match line.content.strip_prefix(b"\"") {
                Some(rest) => {
                    field.push(b'"');
                    line.content = rest;
                }
                None => return Ok(field),
            }
        } else {
            field.extend_from_slice(line.content);
            if !line.ended {
                return Err(Fault::Quote);
            }
            field.push(b'\n');
            *line = lines.next().ok_or(Fault::Quote)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `encoding/csv` of Go 1.26 makes of the same texts.
    #[test]
    fn files_are_read_as_go_reads_them() {
        let check = |text: &str, expect: &[&[&str]]| {
            let found: Vec<(String, Identity)> = read(text.as_bytes())
                .unwrap_or_else(|error| panic!("{text:?}: {error}"))
                .into_iter()
                .map(|entry| (String::from_utf8(entry.secret).unwrap(), entry.identity))
                .collect();
            let expect: Vec<(String, Identity)> = expect
                .iter()
                .map(|fields| {
                    let groups = fields[3..].iter().map(|group| (*group).to_owned()).collect();
                    let identity =
                        Identity { name: fields[1].to_owned(), uid: fields[2].to_owned(), groups, ..Identity::default() };
                    (fields[0].to_owned(), identity)
                })
                .collect();
            assert_eq!(found, expect, "{text:?}");
        };
        check("", &[]);
        check("\n\r\n\n", &[]);
        check("t,jane,1\n", &[&["t", "jane", "1"]]);
        check("t,jane,1", &[&["t", "jane", "1"]]);
        check("t,jane,1\r\nu,joe,2\r", &[&["t", "jane", "1"], &["u", "joe", "2"]]);
        check("t,jane,1,\"a,b\"\n\nu,joe,2,a\n", &[&["t", "jane", "1", "a", "b"], &["u", "joe", "2", "a"]]);
        check("t,jane,1,a,b,c", &[&["t", "jane", "1", "a"]]);
        check("t,jane,1,", &[&["t", "jane", "1", ""]]);
        check(",,", &[&["", "", ""]]);
        check(" t , jane,1 ", &[&[" t ", " jane", "1 "]]);
        check("\"t\"\"x\",\"ja,ne\",1", &[&["t\"x", "ja,ne", "1"]]);
        check("\"t\r\nx\n\n\",jane,1", &[&["t\nx\n\n", "jane", "1"]]);
        check("# t,jane,1", &[&["# t", "jane", "1"]]);
    }

    #[test]
    fn a_fault_names_its_line_and_nothing_of_it() {
        let check = |text: &[u8], line: usize, fault: Fault| {
            let found = read(text).map(|_| ()).unwrap_err();
            assert_eq!(found, Malformed { line, fault }, "{text:?}");
            assert!(!found.to_string().contains("canary"), "{found}");
        };
        check(b"canary", 1, Fault::Columns(1));
        check(b"t,jane,1\n\ncanary,x\n", 3, Fault::Columns(2));
        check(b"t,jane,1\ncan\"ary,x,y\n", 2, Fault::Quote);
        check(b"\"canary,x,y\nt,jane,1\n", 1, Fault::Quote);
        check(b"\"canary\nx\"y,z,1\n", 1, Fault::Quote);
        check(b"\"canary\" ,x,y\n", 1, Fault::Quote);
        check(b"t,can\xffary,1", 1, Fault::Text);
        check(b"t,jane,1,\"canary,\xff\"", 1, Fault::Text);
    }

    #[test]
    fn a_secret_need_not_be_text() {
        assert_eq!(read(b"\xff\xfe,jane,1").unwrap()[0].secret, b"\xff\xfe");
    }
}

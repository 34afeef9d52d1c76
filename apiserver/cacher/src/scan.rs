//! Finds what an object's header needs in canonical JSON, in one pass and without building a tree. For codecs: the text must be what
//! this server wrote (valid JSON, no white space); anything else is an error or, in parts that are skipped, unnoticed.

use crate::object::{Comma, Cuts, FieldText, LabelSpan, ObjectParts, Span, text_hash};

/// How `metadata` is ordered, which says where its resourceVersion goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetaOrder {
    /// As declared in `ObjectMeta`: after name, generateName, namespace, selfLink, uid.
    Declared,
    /// By key, as in custom resources.
    Sorted,
}

/// The members that `ObjectMeta` declares before resourceVersion.
const BEFORE_RESOURCE_VERSION: [&[u8]; 5] = [b"name", b"generateName", b"namespace", b"selfLink", b"uid"];

/// Why a text could not be scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not canonical JSON at byte {at}: {what}")]
pub struct ScanError {
    /// Where.
    pub at: usize,
    /// What is wrong.
    pub what: &'static str,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scanned {
    /// Where to cut.
    pub cuts: Cuts,
    /// `metadata`, with its braces.
    pub metadata: Span,
    /// `metadata.managedFields` with its key and the comma before it; empty where there are none, or nothing before them.
    pub managed_fields: Span,
    /// `metadata.uid`.
    pub uid: Span,
    /// `metadata.labels`.
    pub labels: Vec<LabelSpan>,
    /// Whether `metadata.deletionTimestamp` is there and not null.
    pub deleting: bool,
    /// The scalars at the wanted paths, in their order; `None` for what is absent, null, an object or a list.
    pub fields: Vec<Option<FieldText>>,
}

impl Scanned {
    /// The parts of an object but for its body and scope; absent fields read as empty.
    #[must_use]
    pub fn into_parts(self) -> ObjectParts {
        let empty = || FieldText::Owned(Box::default());
        ObjectParts {
            cuts: self.cuts,
            metadata: self.metadata,
            managed_fields: self.managed_fields,
            uid: self.uid,
            labels: self.labels,
            deleting: self.deleting,
            fields: self.fields.into_iter().map(|field| field.unwrap_or_else(empty)).collect(),
            ..ObjectParts::default()
        }
    }
}

/// Scans an object. `paths` are the scalars wanted besides, as lists of member names and list indexes (none of them inside `metadata.labels`).
///
/// # Errors
/// The text is not an object, is cut, nested deeper than paths go where they go, has no `metadata` or one with a resourceVersion.
pub fn scan(text: &[u8], order: MetaOrder, paths: &[&[&str]]) -> Result<Scanned, ScanError> {
    let mut found = Scanned { fields: vec![None; paths.len()], ..Scanned::default() };
    let mut scanner = Scanner { text, at: 0 };
    let wanted: Vec<(usize, &[&str])> = paths.iter().copied().enumerate().collect();
    let (mut types, mut others, mut metadata) = (0, false, false);
    scanner.members(|scanner, key| {
        match scanner.bytes(key) {
            b"kind" | b"apiVersion" if !others => types += 1,
            b"kind" | b"apiVersion" => types = usize::MAX / 2,
            _ if !others => {
                others = true;
                // The key begins behind its quote.
                found.cuts.type_end = key.at - 1;
            }
            _ => {}
        }
        if scanner.bytes(key) == b"metadata" {
            metadata = true;
            let start = scanner.at;
            scan_metadata(scanner, order, &wanted, &mut found)?;
            found.metadata = Span { at: offset(start), len: offset(scanner.at - start) };
            return Ok(());
        }
        scanner.value_of(key, &wanted, &mut found.fields)
    })?;
    if scanner.at != text.len() && scanner.text[scanner.at..] != *b"\n" {
        return Err(scanner.error("text after the end"));
    }
    if !metadata {
        return Err(scanner.error("no metadata"));
    }
    if types != 2 {
        found.cuts.type_end = 0;
    }
    Ok(found)
}

fn scan_metadata(
    scanner: &mut Scanner<'_>,
    order: MetaOrder,
    wanted: &[(usize, &[&str])],
    found: &mut Scanned,
) -> Result<(), ScanError> {
    let inner: Vec<(usize, &[&str])> =
        wanted.iter().filter_map(|(index, path)| Some((*index, path.strip_prefix(&["metadata"])?))).collect();
    let mut cut: Option<usize> = None;
    let mut first = true;
    let start = scanner.at + 1;
    scanner.members(|scanner, key| {
        let name = scanner.bytes(key);
        if name == b"resourceVersion" {
            return Err(scanner.error("a resourceVersion in a stored object"));
        }
        let belongs_after = match order {
            MetaOrder::Declared => !BEFORE_RESOURCE_VERSION.contains(&name),
            MetaOrder::Sorted => name > b"resourceVersion".as_slice(),
        };
        if belongs_after && cut.is_none() {
            // In front of the comma and the quote before this key, or of the quote alone if nothing precedes.
            cut = Some(key.at as usize - if first { 1 } else { 2 });
            found.cuts.comma = if first { Comma::After } else { Comma::Before };
        }
        let after_another = !std::mem::replace(&mut first, false);
        match name {
            b"managedFields" => {
                scanner.skip()?;
                if after_another {
                    let start = key.at - 2;
                    found.managed_fields = Span { at: start, len: offset(scanner.at) - start };
                }
                Ok(())
            }
            b"labels" if scanner.peek() == Some(b'{') => scan_labels(scanner, &mut found.labels),
            b"uid" if scanner.peek() == Some(b'"') => {
                found.uid = scanner.string()?;
                set_fields(&inner, b"uid", &mut found.fields, || FieldText::Span(found.uid));
                Ok(())
            }
            b"deletionTimestamp" => {
                found.deleting = scanner.peek() != Some(b'n');
                scanner.value_of(key, &inner, &mut found.fields)
            }
            _ => scanner.value_of(key, &inner, &mut found.fields),
        }
    })?;
    let end = scanner.at - 1;
    found.cuts.rv_at = offset(match cut {
        Some(cut) => cut,
        None if first => {
            found.cuts.comma = Comma::None;
            start
        }
        None => {
            found.cuts.comma = Comma::Before;
            end
        }
    });
    Ok(())
}

fn set_fields(wanted: &[(usize, &[&str])], name: &[u8], fields: &mut [Option<FieldText>], text: impl Fn() -> FieldText) {
    for (index, path) in wanted {
        if let [last] = path
            && last.as_bytes() == name
        {
            fields[*index] = Some(text());
        }
    }
}

fn scan_labels(scanner: &mut Scanner<'_>, labels: &mut Vec<LabelSpan>) -> Result<(), ScanError> {
    scanner.members(|scanner, key| {
        let value = scanner.string()?;
        let (Ok(key_len), Ok(value_len)) = (u16::try_from(key.len), u16::try_from(value.len)) else {
            return Err(scanner.error("a label longer than any"));
        };
        labels.push(LabelSpan {
            key_hash: text_hash(scanner.bytes(key)),
            value_hash: text_hash(scanner.bytes(value)),
            at: key.at,
            key_len,
            value_len,
        });
        Ok(())
    })
}

/// Bodies are far below 4 GiB.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn error(&self, what: &'static str) -> ScanError {
        ScanError { at: self.at, what }
    }

    fn bytes(&self, span: Span) -> &[u8] {
        &self.text[span.at as usize..(span.at + span.len) as usize]
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn expect(&mut self, byte: u8, what: &'static str) -> Result<(), ScanError> {
        if self.peek() != Some(byte) {
            return Err(self.error(what));
        }
        self.at += 1;
        Ok(())
    }

    /// Calls back with each key of an object; the callback takes the value.
    fn members(&mut self, mut member: impl FnMut(&mut Self, Span) -> Result<(), ScanError>) -> Result<(), ScanError> {
        self.expect(b'{', "an object expected")?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            let key = self.string()?;
            self.expect(b':', "a colon expected")?;
            member(self, key)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                _ => return self.expect(b'}', "a comma or the end of an object expected"),
            }
        }
    }

    /// The inside of a string, escapes as they are.
    fn string(&mut self) -> Result<Span, ScanError> {
        self.expect(b'"', "a string expected")?;
        let start = self.at;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            match text_end(rest) {
                Some(count) if rest[count] == b'"' => {
                    self.at += count;
                    break;
                }
                Some(count) => self.at += count + 2,
                None => return Err(self.error("a string without end")),
            }
        }
        let span = Span { at: offset(start), len: offset(self.at - start) };
        self.at += 1;
        Ok(span)
    }

    /// Calls back with the number of each element of a list; the callback takes the element.
    fn elements(&mut self, mut element: impl FnMut(&mut Self, usize) -> Result<(), ScanError>) -> Result<(), ScanError> {
        self.expect(b'[', "a list expected")?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        for number in 0.. {
            element(self, number)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                _ => break,
            }
        }
        self.expect(b']', "a comma or the end of a list expected")
    }

    /// Takes the value of a member.
    fn value_of(&mut self, key: Span, wanted: &[(usize, &[&str])], fields: &mut [Option<FieldText>]) -> Result<(), ScanError> {
        let inner = below(wanted, self.bytes(key));
        self.value(&inner, fields)
    }

    /// Takes a value: notes it if it is wanted, goes down if something inside is, skips it otherwise.
    fn value(&mut self, wanted: &[(usize, &[&str])], fields: &mut [Option<FieldText>]) -> Result<(), ScanError> {
        if wanted.is_empty() {
            return self.skip();
        }
        let deeper = wanted.iter().any(|(_, rest)| !rest.is_empty());
        match self.peek() {
            Some(b'{') if deeper => return self.members(|scanner, key| scanner.value_of(key, wanted, fields)),
            Some(b'[') if deeper => {
                return self.elements(|scanner, number| scanner.value(&below(wanted, number.to_string().as_bytes()), fields));
            }
            _ => (),
        }
        let text = self.scalar()?;
        for (index, rest) in wanted {
            if rest.is_empty() {
                fields[*index].clone_from(&text);
            }
        }
        Ok(())
    }

    /// The text of a string, number or boolean; `None` for null, objects and lists.
    fn scalar(&mut self) -> Result<Option<FieldText>, ScanError> {
        match self.peek() {
            Some(b'"') => {
                let span = self.string()?;
                if self.bytes(span).contains(&b'\\') {
                    return Ok(unescape(self.bytes(span)).map(|text| FieldText::Owned(text.into())));
                }
                Ok(Some(FieldText::Span(span)))
            }
            Some(b'{' | b'[' | b'n') | None => self.skip().map(|()| None),
            Some(_) => {
                let start = self.at;
                self.skip()?;
                Ok(Some(FieldText::Span(Span { at: offset(start), len: offset(self.at - start) })))
            }
        }
    }

    /// Skips one value of any kind.
    fn skip(&mut self) -> Result<(), ScanError> {
        match self.peek() {
            Some(b'"') => return self.string().map(drop),
            Some(b'{' | b'[') => {}
            Some(b'}' | b']' | b',' | b':') | None => return Err(self.error("a value expected")),
            Some(_) => {
                let rest = &self.text[self.at..];
                self.at += rest.iter().position(|byte| b",:]}".contains(byte)).unwrap_or(rest.len());
                return Ok(());
            }
        }
        // Inside an object or a list only brackets and strings matter.
        let mut depth = 0_usize;
        loop {
            let rest = &self.text[self.at..];
            let Some(count) = rest.iter().position(|byte| STRUCTURE[usize::from(*byte)]) else {
                return Err(self.error("a value without end"));
            };
            self.at += count;
            match rest[count] {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                _ => depth -= 1,
            }
            self.at += 1;
            if depth == 0 {
                return Ok(());
            }
        }
    }
}

/// Where the first quote or backslash is. Looks at eight bytes at a time: most of an object's bytes are text.
fn text_end(bytes: &[u8]) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = marks(word, b'"') | marks(word, b'\\');
        if found != 0 {
            return Some(number * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    let found = rest.iter().position(|byte| *byte == b'"' || *byte == b'\\');
    found.map(|at| words.len() * 8 + at)
}

/// Marks the bytes of a word that are the given one by their highest bit. A byte behind such a one may be marked as well, so that only the
/// first mark says something.
fn marks(word: u64, byte: u8) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    // Zero where the byte is.
    let other = word ^ u64::from_le_bytes([byte; 8]);
    other.wrapping_sub(ONES) & !other & (ONES << 7)
}

/// The bytes that open or close something.
const STRUCTURE: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 5 {
        table[b"{}[]\""[at] as usize] = true;
        at += 1;
    }
    table
};

/// What is wanted below a member of this name, or below a list's element of this number.
fn below<'a>(wanted: &[(usize, &'a [&'a str])], step: &[u8]) -> Vec<(usize, &'a [&'a str])> {
    let rest = |(index, path): &(usize, &'a [&'a str])| {
        path.split_first().filter(|(first, _)| first.as_bytes() == step).map(|(_, rest)| (*index, rest))
    };
    wanted.iter().filter_map(rest).collect()
}

/// Undoes JSON's escapes; `None` when they are none.
fn unescape(text: &[u8]) -> Option<String> {
    let mut units: Vec<u16> = Vec::new();
    let text = std::str::from_utf8(text).ok()?;
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        let plain = match char {
            '\\' => match chars.next()? {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => {
                    let digits: String = chars.by_ref().take(4).collect();
                    units.push(u16::from_str_radix(&digits, 16).ok()?);
                    continue;
                }
                other => other,
            },
            plain => plain,
        };
        units.extend_from_slice(plain.encode_utf16(&mut [0; 2]));
    }
    Some(String::from_utf16_lossy(&units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_end_at_the_first_quote_or_backslash() {
        for length in 0..40 {
            for at in 0..=length {
                for (mark, other) in [(b'"', b'!'), (b'\\', b']'), (b'"', b'#'), (b'\\', b'['), (b'"', 0xA2)] {
                    let mut text = vec![other; length];
                    text[at..].fill(mark);
                    assert_eq!(text_end(&text), (at < length).then_some(at), "{mark} at {at} of {length}");
                }
            }
        }
    }

    fn found(text: &str, order: MetaOrder) -> Scanned {
        scan(text.as_bytes(), order, &[]).unwrap()
    }

    #[test]
    fn metadata_and_managed_fields_are_found() {
        for (metadata, managed) in [
            (
                r#"{"name":"a","managedFields":[{"fieldsV1":{"f:a":{},"x":"]}"}}],"z":1}"#,
                r#","managedFields":[{"fieldsV1":{"f:a":{},"x":"]}"}}]"#,
            ),
            (r#"{"name":"a","managedFields":[]}"#, r#","managedFields":[]"#),
            (r#"{"managedFields":[{}],"z":1}"#, ""),
            (r#"{"name":"a","labels":{"managedFields":"x"}}"#, ""),
            ("{}", ""),
        ] {
            let text = format!(r#"{{"kind":"A","apiVersion":"v1","metadata":{metadata},"spec":{{"managedFields":7}}}}"#);
            let found = found(&text, MetaOrder::Declared);
            assert_eq!((&text[found.metadata.range()], &text[found.managed_fields.range()]), (metadata, managed), "{text}");
        }
    }

    /// The text with `|` at the cuts.
    fn cut(text: &str, order: MetaOrder) -> (String, Comma) {
        let cuts = found(text, order).cuts;
        let (type_end, rv_at) = (cuts.type_end as usize, cuts.rv_at as usize);
        (format!("{}|{}|{}", &text[..type_end], &text[type_end..rv_at], &text[rv_at..]), cuts.comma)
    }

    #[test]
    fn cuts_lie_behind_the_type_and_where_the_resource_version_goes() {
        fn check(text: &str, order: MetaOrder, expect: &str, comma: Comma) {
            assert_eq!(cut(text, order), (expect.to_owned(), comma), "{text}");
        }
        use MetaOrder::{Declared, Sorted};
        check(
            r#"{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","uid":"u","creationTimestamp":null},"spec":{}}"#,
            Declared,
            r#"{"kind":"Pod","apiVersion":"v1",|"metadata":{"name":"a","uid":"u"|,"creationTimestamp":null},"spec":{}}"#,
            Comma::Before,
        );
        check(
            r#"{"kind":"A","apiVersion":"v1","metadata":{"name":"a"}}"#,
            Declared,
            r#"{"kind":"A","apiVersion":"v1",|"metadata":{"name":"a"|}}"#,
            Comma::Before,
        );
        check(
            r#"{"kind":"A","apiVersion":"v1","metadata":{"generation":1}}"#,
            Declared,
            r#"{"kind":"A","apiVersion":"v1",|"metadata":{|"generation":1}}"#,
            Comma::After,
        );
        check(r#"{"metadata":{}}"#, Declared, r#"|{"metadata":{|}}"#, Comma::None);
        check(
            r#"{"apiVersion":"a/v1","data":1,"kind":"A","metadata":{"creationTimestamp":"t","name":"a","uid":"u"}}"#,
            Sorted,
            r#"|{"apiVersion":"a/v1","data":1,"kind":"A","metadata":{"creationTimestamp":"t","name":"a"|,"uid":"u"}}"#,
            Comma::Before,
        );
        check(r#"{"metadata":{"uid":"u"}}"#, Sorted, r#"|{"metadata":{|"uid":"u"}}"#, Comma::After);
        check("{\"metadata\":{\"name\":\"a\"}}\n", Sorted, "|{\"metadata\":{\"name\":\"a\"|}}\n", Comma::Before);
    }

    #[test]
    fn labels_uid_and_deletion_are_noted() {
        let text = r#"{"metadata":{"name":"a","uid":"u-1","deletionTimestamp":"t","labels":{"a":"b","c/d":""},"annotations":{"labels":"{\"}"}}}"#;
        let found = found(text, MetaOrder::Declared);
        assert!(found.deleting);
        let part = |at: u32, len: usize| &text[at as usize..at as usize + len];
        assert_eq!(part(found.uid.at, 3), "u-1");
        let keys: Vec<_> = found.labels.iter().map(|label| part(label.at, label.key_len.into())).collect();
        assert_eq!(keys, ["a", "c/d"]);
        assert!(!super::tests::found(r#"{"metadata":{"deletionTimestamp":null,"labels":null}}"#, MetaOrder::Declared).deleting);
    }

    #[test]
    fn wanted_scalars_are_found_by_path() {
        let text = r#"{"metadata":{"name":"m","uid":"u"},"spec":{"a":{"b":"deep"},"n":-1.5e3,"t":true,"o":{},"z":null,"e":"x\n\u00e9\ud83d\ude00\"","a2":[{"b":"no"}]},"type":"T"}"#;
        let paths: &[(&[&str], Option<&str>)] = &[
            (&["metadata", "name"], Some("m")),
            (&["metadata", "uid"], Some("u")),
            (&["spec", "a", "b"], Some("deep")),
            (&["spec", "n"], Some("-1.5e3")),
            (&["spec", "t"], Some("true")),
            (&["spec", "o"], None),
            (&["spec", "z"], None),
            (&["spec", "e"], Some("x\n\u{e9}\u{1f600}\"")),
            (&["spec", "a2", "b"], None),
            (&["spec", "a2", "0", "b"], Some("no")),
            (&["spec", "a2", "1", "b"], None),
            (&["spec", "none"], None),
            (&["type"], Some("T")),
            (&["type", "more"], None),
        ];
        let wanted: Vec<&[&str]> = paths.iter().map(|(path, _)| *path).collect();
        let found = scan(text.as_bytes(), MetaOrder::Declared, &wanted).unwrap();
        for ((path, expect), field) in paths.iter().zip(&found.fields) {
            let got = field.as_ref().map(|field| match field {
                FieldText::Span(span) => &text[span.at as usize..(span.at + span.len) as usize],
                FieldText::Owned(text) => text,
            });
            assert_eq!(got, *expect, "{path:?}");
        }
    }

    #[test]
    fn what_is_no_object_is_an_error_and_never_a_panic() {
        let text = r#"{"kind":"A","apiVersion":"v1","metadata":{"name":"a\"","labels":{"a":"b"}},"spec":{"x":[1,{"y":"z"}]}}"#;
        for length in 0..text.len() {
            assert!(scan(&text.as_bytes()[..length], MetaOrder::Declared, &[&["spec", "x"]]).is_err(), "cut at {length}");
        }
        for bad in [
            "",
            "null",
            "[]",
            r#"{"metadata":{"resourceVersion":"1"}}"#,
            r#"{"a":1}"#,
            r#"{"metadata":{}}x"#,
            r#"{"metadata":{"a":}}"#,
            r#"{"metadata":{}"#,
            "{\"\\",
        ] {
            assert!(scan(bad.as_bytes(), MetaOrder::Declared, &[]).is_err(), "{bad}");
        }
        let mut bytes = text.as_bytes().to_vec();
        for at in 0..bytes.len() {
            for byte in [0, b'"', b'\\', b'{', b'}', 0xFF] {
                let old = std::mem::replace(&mut bytes[at], byte);
                // Whatever it answers, it answers.
                let _any = scan(&bytes, MetaOrder::Sorted, &[&["metadata", "name"]]);
                bytes[at] = old;
            }
        }
    }
}

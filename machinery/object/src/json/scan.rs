//! The tokens of JSON, read fast. Works for the decoders; when anything is wrong it says only that, and `syntax` finds Go's words.

use super::escape::{CLASSES, Class, width};
use super::syntax::MAX_DEPTH;
use crate::tree::{CLEAN, SIDE, Span, index};

/// Something is not JSON; `syntax::check` says what.
#[derive(Debug)]
pub(crate) struct Bad;

/// A cursor over the source. Texts with escapes or invalid UTF-8 are decoded into `side`.
pub(crate) struct Scanner<'s> {
    pub(crate) json: &'s [u8],
    pub(crate) at: usize,
    open: Vec<u8>,
}

/// What the scanner saw in a value that it only walked over.
#[derive(Clone, Copy)]
pub(crate) struct Walked {
    /// First byte and the byte after the last.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// No insignificant blanks inside.
    pub(crate) compact: bool,
    /// Nothing inside that is escaped on output.
    pub(crate) clean: bool,
}

impl<'s> Scanner<'s> {
    pub(crate) fn new(json: &'s [u8]) -> Self {
        Self { json, at: 0, open: Vec::new() }
    }

    /// The text of a string that was read with this side buffer.
    pub(crate) fn text<'a>(&'a self, span: Span, side: &'a [u8]) -> &'a [u8] {
        let buffer = if span.flags & SIDE == 0 { self.json } else { side };
        &buffer[span.at as usize..][..span.len as usize]
    }

    /// The next byte that is not blank, without taking it.
    pub(crate) fn peek(&mut self) -> Result<u8, Bad> {
        while let Some(&byte) = self.json.get(self.at) {
            if !matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
                return Ok(byte);
            }
            self.at += 1;
        }
        Err(Bad)
    }

    /// Takes the next byte that is not blank, which must be `wanted`.
    pub(crate) fn expect(&mut self, wanted: u8) -> Result<(), Bad> {
        if self.peek()? != wanted {
            return Err(Bad);
        }
        self.at += 1;
        Ok(())
    }

    /// Takes a fixed word.
    pub(crate) fn word(&mut self, word: &[u8]) -> Result<(), Bad> {
        if !self.json[self.at..].starts_with(word) {
            return Err(Bad);
        }
        self.at += word.len();
        Ok(())
    }

    /// Only blanks may follow.
    pub(crate) fn end(&mut self) -> Result<(), Bad> {
        if self.peek().is_ok() { Err(Bad) } else { Ok(()) }
    }

    /// Takes a number; the text of it.
    pub(crate) fn number(&mut self) -> Result<&'s [u8], Bad> {
        let from = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.byte() {
            Some(b'0') => self.at += 1,
            Some(b'1'..=b'9') => self.digits()?,
            _ => return Err(Bad),
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(&self.json[from..self.at])
    }

    fn byte(&self) -> Option<u8> {
        self.json.get(self.at).copied()
    }

    fn digits(&mut self) -> Result<(), Bad> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
        if self.at == from { Err(Bad) } else { Ok(()) }
    }

    /// Takes a string whose opening quote is next; where its text lies.
    pub(crate) fn string(&mut self, side: &mut Vec<u8>) -> Result<Span, Bad> {
        let from = self.at + 1;
        let mut at = from;
        let mut html = false;
        let mut high = false;
        loop {
            let Some(&byte) = self.json.get(at) else { return Err(Bad) };
            match CLASSES[usize::from(byte)] {
                Class::Plain => {}
                Class::Quote => break,
                Class::Backslash => return self.escaped(from, side),
                Class::Control => return Err(Bad),
                Class::Html => html = true,
                Class::High => high = true,
            }
            at += 1;
        }
        let text = &self.json[from..at];
        if high {
            match std::str::from_utf8(text) {
                Err(_) => return self.escaped(from, side),
                Ok(text) => html |= text.contains(['\u{2028}', '\u{2029}']),
            }
        }
        self.at = at + 1;
        Ok(Span { at: index(from), len: index(at - from), flags: if html { 0 } else { CLEAN } })
    }

    /// Takes a string that has escapes or invalid UTF-8.
    fn escaped(&mut self, from: usize, side: &mut Vec<u8>) -> Result<Span, Bad> {
        let start = side.len();
        let mut at = from;
        loop {
            let Some(&byte) = self.json.get(at) else { return Err(Bad) };
            match CLASSES[usize::from(byte)] {
                Class::Quote => break,
                Class::Control => return Err(Bad),
                Class::Plain | Class::Html => {
                    side.push(byte);
                    at += 1;
                }
                Class::High => match width(&self.json[at..]) {
                    0 => {
                        side.extend_from_slice("\u{fffd}".as_bytes());
                        at += 1;
                    }
                    width => {
                        side.extend_from_slice(&self.json[at..at + width]);
                        at += width;
                    }
                },
                Class::Backslash => at = self.escape(at + 1, side)?,
            }
        }
        self.at = at + 1;
        let text = &side[start..];
        let clean = text.iter().all(|&byte| matches!(CLASSES[usize::from(byte)], Class::Plain | Class::High))
            && !text.windows(3).any(|window| matches!(window, [0xe2, 0x80, 0xa8 | 0xa9]));
        Ok(Span { at: index(start), len: index(side.len() - start), flags: SIDE | if clean { CLEAN } else { 0 } })
    }

    /// Decodes the escape whose letter is at `at`; the position behind it.
    fn escape(&self, at: usize, side: &mut Vec<u8>) -> Result<usize, Bad> {
        let byte = match self.json.get(at) {
            Some(&byte @ (b'"' | b'\\' | b'/')) => byte,
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'u') => return self.unicode(at + 1, side),
            _ => return Err(Bad),
        };
        side.push(byte);
        Ok(at + 1)
    }

    /// Decodes the four digits at `at` and the second half of a surrogate pair; a lone half becomes U+FFFD.
    fn unicode(&self, at: usize, side: &mut Vec<u8>) -> Result<usize, Bad> {
        let first = self.hex(at).ok_or(Bad)?;
        let mut end = at + 4;
        let mut code = first;
        if (0xd800..0xdc00).contains(&first) && self.json[end..].starts_with(b"\\u") {
            let second = self.hex(end + 2).ok_or(Bad)?;
            if (0xdc00..0xe000).contains(&second) {
                code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                end += 6;
            }
        }
        let text = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        side.extend_from_slice(text.encode_utf8(&mut [0; 4]).as_bytes());
        Ok(end)
    }

    fn hex(&self, at: usize) -> Option<u32> {
        self.json.get(at..at + 4)?.iter().try_fold(0, |code, &byte| Some(code * 16 + char::from(byte).to_digit(16)?))
    }

    /// Walks over one value, whatever it is; `depth` containers are open around it. Own stack: no recursion.
    pub(crate) fn walk(&mut self, depth: usize) -> Result<Walked, Bad> {
        let first = self.peek()?;
        let from = self.at;
        let mut seen = Walked { from, to: from, compact: true, clean: true };
        if !matches!(first, b'{' | b'[') {
            self.scalar(first, &mut seen)?;
            seen.to = self.at;
            return Ok(seen);
        }
        self.open.clear();
        loop {
            // A value, or the end of an empty container, is next.
            let byte = self.next(&mut seen)?;
            match byte {
                b'{' | b'[' => {
                    self.at += 1;
                    self.open.push(byte);
                    if depth + self.open.len() > MAX_DEPTH {
                        return Err(Bad);
                    }
                    let close = if byte == b'{' { b'}' } else { b']' };
                    if self.next(&mut seen)? != close {
                        if byte == b'{' {
                            self.key(&mut seen)?;
                        }
                        continue;
                    }
                }
                _ => self.scalar(byte, &mut seen)?,
            }
            if self.closes(&mut seen)? {
                seen.to = self.at;
                return Ok(seen);
            }
        }
    }

    /// Takes closing brackets until a comma leads to another value (false) or the outermost container is closed (true).
    fn closes(&mut self, seen: &mut Walked) -> Result<bool, Bad> {
        loop {
            let byte = self.next(seen)?;
            match (byte, self.open.last()) {
                (b'}', Some(b'{')) | (b']', Some(b'[')) => {
                    self.at += 1;
                    self.open.pop();
                    if self.open.is_empty() {
                        return Ok(true);
                    }
                }
                (b',', Some(_)) => {
                    self.comma(seen)?;
                    return Ok(false);
                }
                _ => return Err(Bad),
            }
        }
    }

    fn comma(&mut self, seen: &mut Walked) -> Result<(), Bad> {
        self.at += 1;
        if self.open.last() == Some(&b'{') { self.key(seen) } else { Ok(()) }
    }

    fn key(&mut self, seen: &mut Walked) -> Result<(), Bad> {
        if self.next(seen)? != b'"' {
            return Err(Bad);
        }
        self.over_string(seen)?;
        if self.next(seen)? != b':' {
            return Err(Bad);
        }
        self.at += 1;
        Ok(())
    }

    fn next(&mut self, seen: &mut Walked) -> Result<u8, Bad> {
        let before = self.at;
        let byte = self.peek()?;
        seen.compact &= self.at == before;
        Ok(byte)
    }

    fn scalar(&mut self, first: u8, seen: &mut Walked) -> Result<(), Bad> {
        match first {
            b'"' => self.over_string(seen),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            b'-' | b'0'..=b'9' => self.number().map(|_| ()),
            _ => Err(Bad),
        }
    }

    fn over_string(&mut self, seen: &mut Walked) -> Result<(), Bad> {
        let mut at = self.at + 1;
        loop {
            let Some(&byte) = self.json.get(at) else { return Err(Bad) };
            match CLASSES[usize::from(byte)] {
                Class::Plain => {}
                Class::Quote => break,
                Class::Control => return Err(Bad),
                Class::Html => seen.clean = false,
                Class::High => seen.clean &= !matches!(self.json[at..], [0xe2, 0x80, 0xa8 | 0xa9, ..]),
                Class::Backslash => {
                    at += 1;
                    match self.json.get(at) {
                        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {}
                        Some(b'u') if self.hex(at + 1).is_some() => at += 4,
                        _ => return Err(Bad),
                    }
                }
            }
            at += 1;
        }
        self.at = at + 1;
        Ok(())
    }
}

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
    #[inline]
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
    #[inline]
    pub(crate) fn expect(&mut self, wanted: u8) -> Result<(), Bad> {
        if self.peek()? != wanted {
            return Err(Bad);
        }
        self.at += 1;
        Ok(())
    }

    /// Takes a fixed word.
    #[inline]
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
    #[inline]
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

    #[inline]
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
    #[inline]
    pub(crate) fn string(&mut self, side: &mut Vec<u8>) -> Result<Span, Bad> {
        let from = self.at + 1;
        let mut at = from;
        let mut html = false;
        let mut high = false;
        loop {
            at = over_plain(self.json, at);
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
        self.peek()?;
        let mut seen = Walked { from: self.at, to: self.at, compact: true, clean: true };
        self.open.clear();
        let mut want = Want::Value;
        loop {
            let byte = *self.json.get(self.at).ok_or(Bad)?;
            if matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
                seen.compact = false;
                self.at += 1;
                continue;
            }
            want = match (want, byte) {
                (Want::Value | Want::ValueOrEnd, b'{' | b'[') => {
                    self.at += 1;
                    self.open.push(byte);
                    if depth + self.open.len() > MAX_DEPTH {
                        return Err(Bad);
                    }
                    if byte == b'{' { Want::KeyOrEnd } else { Want::ValueOrEnd }
                }
                (Want::ValueOrEnd, b']') | (Want::KeyOrEnd, b'}') => self.closed(),
                (Want::Value | Want::ValueOrEnd, _) => {
                    self.scalar(byte, &mut seen)?;
                    Want::After
                }
                (Want::Key | Want::KeyOrEnd, b'"') => {
                    self.over_string(&mut seen)?;
                    // What nearly always follows is taken at once; managed fields are full of keys with `{}`.
                    match self.json[self.at..] {
                        [b':', b'{', b'}', ..] if depth + self.open.len() < MAX_DEPTH => {
                            self.at += 3;
                            Want::After
                        }
                        [b':', ..] => {
                            self.at += 1;
                            Want::Value
                        }
                        _ => Want::Colon,
                    }
                }
                (Want::Colon, b':') => {
                    self.at += 1;
                    Want::Value
                }
                (Want::After, _) => match (byte, self.open.last()) {
                    (b',', Some(open)) => {
                        self.at += 1;
                        if *open == b'{' { Want::Key } else { Want::Value }
                    }
                    (b'}', Some(b'{')) | (b']', Some(b'[')) => self.closed(),
                    _ => return Err(Bad),
                },
                _ => return Err(Bad),
            };
            if want == Want::After && self.open.is_empty() {
                seen.to = self.at;
                return Ok(seen);
            }
        }
    }

    #[inline]
    fn closed(&mut self) -> Want {
        self.at += 1;
        self.open.pop();
        Want::After
    }

    #[inline]
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

    #[inline]
    fn over_string(&mut self, seen: &mut Walked) -> Result<(), Bad> {
        let mut at = self.at + 1;
        loop {
            at = over_plain(self.json, at);
            let Some(&byte) = self.json.get(at) else { return Err(Bad) };
            if byte == b'"' {
                break;
            }
            match CLASSES[usize::from(byte)] {
                Class::Plain | Class::Quote => {}
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

/// What may come next while walking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Want {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    After,
}

/// The first position from `at` on whose byte is not [`Class::Plain`], eight bytes at a time where there are as many. It may stop early.
#[inline]
fn over_plain(json: &[u8], mut at: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    // Marks the bytes that are zero; what stands above the first one may be marked wrongly.
    let zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    while let Some(&chunk) = json.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(chunk);
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        // `"` and `&`, `<` and `>` differ in one bit each.
        let quote = zero((word | (ONES * 0x04)) ^ (ONES * 0x26));
        let angle = zero((word | (ONES * 0x02)) ^ (ONES * 0x3e));
        let found = (word & HIGH) | control | quote | angle | zero(word ^ (ONES * 0x5c));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    at
}

/// Whether a text needs no escaping on output; none if it is not UTF-8.
#[inline]
pub(crate) fn is_clean(text: &[u8]) -> Option<bool> {
    let (mut clean, mut high) = (true, false);
    let mut at = over_plain(text, 0);
    // What is left of a plain text is less than eight bytes: look at them with some before them.
    if at + 8 > text.len() && text.len() >= 8 && over_plain(&text[text.len() - 8..], 0) == 8 {
        return Some(true);
    }
    while let Some(&byte) = text.get(at) {
        match CLASSES[usize::from(byte)] {
            Class::Plain => {}
            Class::High => high = true,
            Class::Quote | Class::Backslash | Class::Control | Class::Html => clean = false,
        }
        at += 1;
    }
    if high {
        clean &= !std::str::from_utf8(text).ok()?.contains(['\u{2028}', '\u{2029}']);
    }
    Some(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_bytes_are_skipped_and_no_others() {
        for byte in 0..=255u8 {
            for place in 0..16 {
                let mut text = *b"abcdefgh01234567";
                text[place] = byte;
                let stop = over_plain(&text, 0);
                let plain = CLASSES[usize::from(byte)] == Class::Plain;
                assert_eq!(stop, if plain { 16 } else { place }, "{byte:#x} at {place}");
            }
        }
    }
}

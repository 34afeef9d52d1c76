//! From the bytes of a YAML stream to text: UTF-8, or UTF-16 behind a byte order mark, with libyaml's words for what is neither.
//! Called by the loader, with the whole document; libyaml reads in pieces and may find other faults first.

use std::borrow::Cow;

/// The text of a stream. A mark of UTF-8 is left to the parser, which takes it.
///
/// # Errors
/// libyaml's message.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, &'static str> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        _ => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| bad_utf8(&bytes[error.valid_up_to()..])),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, &'static str> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut out = String::with_capacity(bytes.len());
    let mut units = pairs.iter().copied().map(unit);
    while let Some(first) = units.next() {
        let c = match first {
            0xdc00..=0xdfff => return Err("unexpected low surrogate area"),
            0xd800..=0xdbff => match units.next() {
                None => return Err("incomplete UTF-16 surrogate pair"),
                Some(second @ 0xdc00..=0xdfff) => {
                    char::from_u32(0x1_0000 + ((u32::from(first) & 0x3ff) << 10) + (u32::from(second) & 0x3ff))
                }
                Some(_) => return Err("expected low surrogate area"),
            },
            _ => char::from_u32(first.into()),
        };
        out.push(c.ok_or("invalid Unicode character")?);
    }
    if rest.is_empty() { Ok(out) } else { Err("incomplete UTF-16 character") }
}

/// What is wrong with the character at the start of `bytes`.
fn bad_utf8(bytes: &[u8]) -> &'static str {
    let (width, mut value) = match bytes.first() {
        Some(&byte) if byte & 0xe0 == 0xc0 => (2, u32::from(byte & 0x1f)),
        Some(&byte) if byte & 0xf0 == 0xe0 => (3, u32::from(byte & 0x0f)),
        Some(&byte) if byte & 0xf8 == 0xf0 => (4, u32::from(byte & 0x07)),
        _ => return "invalid leading UTF-8 octet",
    };
    let Some(trailing) = bytes.get(1..width) else { return "incomplete UTF-8 octet sequence" };
    for &byte in trailing {
        if byte & 0xc0 != 0x80 {
            return "invalid trailing UTF-8 octet";
        }
        value = (value << 6) | u32::from(byte & 0x3f);
    }
    let least = [0, 0, 0x80, 0x800, 0x1_0000][width];
    if value < least { "invalid length of a UTF-8 sequence" } else { "invalid Unicode character" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_utf8_or_marked_utf16() {
        let check =
            |bytes: &[u8], expect: Result<&str, &str>| assert_eq!(text(bytes).as_deref(), expect.as_ref().copied(), "{bytes:x?}");
        check(b"a: b", Ok("a: b"));
        check(b"\xff\xfea\x00\x3d\xd8\x00\xde", Ok("a\u{1f600}"));
        check(b"\xfe\xff\x00a", Ok("a"));
        check(b"\xff\xfea\x00\x0a", Err("incomplete UTF-16 character"));
        check(b"\xff\xfe\x00\xdc", Err("unexpected low surrogate area"));
        check(b"\xff\xfe\x00\xd8", Err("incomplete UTF-16 surrogate pair"));
        check(b"\xff\xfe\x00\xd8a\x00", Err("expected low surrogate area"));
        check(b"a\xff", Err("invalid leading UTF-8 octet"));
        check(b"a\xc3", Err("incomplete UTF-8 octet sequence"));
        check(b"a\xc3(", Err("invalid trailing UTF-8 octet"));
        check(b"\xc0\x80", Err("invalid length of a UTF-8 sequence"));
        check(b"\xed\xa0\x80", Err("invalid Unicode character"));
    }
}

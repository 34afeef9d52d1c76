//! Go's string escaping (encoding/json with HTML escapes on) and the class of each byte. Used by every JSON writer and by the
//! scanner, which remembers texts that need no escaping.

const HEX: &[u8; 16] = b"0123456789abcdef";

/// What the scanner must do about a byte inside a string.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// Printed as it is.
    Plain,
    /// The closing quote.
    Quote,
    /// Starts an escape.
    Backslash,
    /// Not allowed in a string; printed as an escape.
    Control,
    /// `<`, `>`, `&`: allowed, printed as an escape.
    Html,
    /// Part of a multi-byte character.
    High,
}

/// The class of every byte.
pub(crate) const CLASSES: [Class; 256] = {
    let mut classes = [Class::Plain; 256];
    let mut at = 0;
    while at < 256 {
        if at < 0x20 {
            classes[at] = Class::Control;
        } else if at >= 0x80 {
            classes[at] = Class::High;
        }
        at += 1;
    }
    classes[b'"' as usize] = Class::Quote;
    classes[b'\\' as usize] = Class::Backslash;
    classes[b'<' as usize] = Class::Html;
    classes[b'>' as usize] = Class::Html;
    classes[b'&' as usize] = Class::Html;
    classes
};

/// Whether a byte is printed as it is wherever it stands.
pub(crate) fn plain(byte: u8) -> bool {
    CLASSES[usize::from(byte)] == Class::Plain
}

/// Appends `text` as a JSON string with quotes. Invalid UTF-8 becomes U+FFFD.
pub fn write_string(text: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        let byte = text[at];
        match CLASSES[usize::from(byte)] {
            Class::Plain => {
                at += 1;
                continue;
            }
            Class::High => {
                let (width, escape) = high(&text[at..]);
                match escape {
                    None => at += width,
                    Some(escape) => {
                        out.extend_from_slice(&text[start..at]);
                        out.extend_from_slice(escape);
                        at += width;
                        start = at;
                    }
                }
                continue;
            }
            Class::Quote | Class::Backslash | Class::Control | Class::Html => {}
        }
        out.extend_from_slice(&text[start..at]);
        write_escape(byte, out);
        at += 1;
        start = at;
    }
    out.extend_from_slice(&text[start..]);
    out.push(b'"');
}

/// Appends a JSON string as [`write_string`] does, with each U+FFFD, which stands for a byte that is no UTF-8, as an escape.
#[cold]
pub(crate) fn write_repaired(text: &[u8], out: &mut Vec<u8>) {
    let start = out.len();
    write_string(text, out);
    let written = String::from_utf8_lossy(&out[start..]).replace('\u{fffd}', "\\ufffd");
    out.truncate(start);
    out.extend_from_slice(written.as_bytes());
}

fn write_escape(byte: u8, out: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        8 => b'b',
        12 => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => {
            out.extend_from_slice(b"\\u00");
            out.push(HEX[usize::from(byte >> 4)]);
            out.push(HEX[usize::from(byte & 15)]);
            return;
        }
    };
    out.push(b'\\');
    out.push(short);
}

/// Width of the character at the start of `text`, and what is printed instead of it if it is not printed as it is.
fn high(text: &[u8]) -> (usize, Option<&'static [u8]>) {
    match text {
        [0xe2, 0x80, 0xa8, ..] => (3, Some(b"\\u2028")),
        [0xe2, 0x80, 0xa9, ..] => (3, Some(b"\\u2029")),
        _ => match width(text) {
            0 => (1, Some(b"\\ufffd")),
            width => (width, None),
        },
    }
}

/// Length in bytes of the valid UTF-8 character at the start of `text`; 0 if there is none.
pub(crate) fn width(text: &[u8]) -> usize {
    let wanted = match text.first() {
        Some(0..=0x7f) => 1,
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => return 0,
    };
    if text.len() >= wanted && std::str::from_utf8(&text[..wanted]).is_ok() { wanted } else { 0 }
}

/// Appends compact JSON with the HTML-unsafe characters and U+2028/2029 escaped, as Go does with embedded documents.
pub fn write_embedded(json: &[u8], out: &mut Vec<u8>) {
    let (mut start, mut at) = (0, 0);
    while at < json.len() {
        let byte = json[at];
        match CLASSES[usize::from(byte)] {
            Class::Html => {
                out.extend_from_slice(&json[start..at]);
                write_escape(byte, out);
                at += 1;
                start = at;
            }
            Class::High if matches!(json[at..], [0xe2, 0x80, 0xa8 | 0xa9, ..]) => {
                out.extend_from_slice(&json[start..at]);
                out.extend_from_slice(if json[at + 2] == 0xa8 { b"\\u2028" } else { b"\\u2029" });
                at += 3;
                start = at;
            }
            _ => at += 1,
        }
    }
    out.extend_from_slice(&json[start..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &[u8], expect: &str) {
        let mut out = Vec::new();
        write_string(text, &mut out);
        assert_eq!(String::from_utf8_lossy(&out), expect);
    }

    #[test]
    fn strings_escape_as_go_does() {
        check(b"abc/\x7f", "\"abc/\x7f\"");
        check(b"<a>&", r#""\u003ca\u003e\u0026""#);
        check(b"\"\\\n\r\t\x08\x0c\x00\x1f", r#""\"\\\n\r\t\b\f\u0000\u001f""#);
        check("\u{2028}x\u{2029}".as_bytes(), r#""\u2028x\u2029""#);
        check("grün 日本 😀".as_bytes(), "\"grün 日本 😀\"");
        check(b"a\xffb\xc3", r#""a\ufffdb\ufffd""#);
        check(b"\xed\xa0\x80", r#""\ufffd\ufffd\ufffd""#);
    }

    #[test]
    fn embedded_documents_escape_only_html() {
        let mut out = Vec::new();
        write_embedded("{\"b\":\"<\u{2028}\\n\"}".as_bytes(), &mut out);
        assert_eq!(String::from_utf8_lossy(&out), r#"{"b":"\u003c\u2028\n"}"#);
    }
}

//! Percent escapes of paths. Called when a request comes in. Must never fail: what cannot be decoded stays, or is refused whole.

/// Whether a path has a percent sign that begins no escape; Go's server refuses such a request before anybody looks at it.
#[must_use]
pub(crate) fn has_broken_escape(text: &str) -> bool {
    let digits = |at: usize| text.as_bytes().get(at + 1..at + 3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit));
    text.bytes().enumerate().any(|(at, byte)| byte == b'%' && !digits(at))
}

/// Decodes percent escapes of a path. Broken escapes stay as they are.
#[must_use]
pub(crate) fn decode_path(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes.get(at + 1).copied().and_then(digit), bytes.get(at + 2).copied().and_then(digit));
        match (bytes[at], pair) {
            (b'%', (Some(high), Some(low))) => {
                out.push(high * 16 + low);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|d| u8::try_from(d).ok())
}

#[cfg(test)]
mod tests {
    use super::{decode_path, has_broken_escape};

    #[test]
    fn finds_broken_escapes() {
        for (path, expect) in [
            ("/", false),
            ("/%2F%00%fFx", false),
            ("/%", true),
            ("/%4", true),
            ("/%zz", true),
            ("/a%4g", true),
            ("/%\u{e9}", true),
        ] {
            assert_eq!(has_broken_escape(path), expect, "{path}");
        }
    }

    #[test]
    fn decodes_paths() {
        for (raw, expect) in [("/a%2fb+c%zz", "/a/b+c%zz"), ("/%", "/%"), ("/%4", "/%4"), ("/%00x", "/\0x"), ("/%c3%a4", "/ä")] {
            assert_eq!(decode_path(raw), expect);
        }
    }
}

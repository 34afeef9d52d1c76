//! Whether an `Origin` header is one that Go's `net/url.ParseRequestURI` takes: upstream refuses the others. Called by the handshake.
//! Nobody compares the origin with anything, so this says only whether it could be read.

use std::net::Ipv6Addr;

/// Whether the text is a URI with a scheme, or an absolute path.
pub(super) fn is_uri(text: &[u8]) -> bool {
    if text.is_empty() || text.iter().any(u8::is_ascii_control) {
        return false;
    }
    if text == b"*" {
        return true;
    }
    let Some((has_scheme, rest)) = without_scheme(text) else { return false };
    let rest = &rest[..rest.iter().position(|byte| *byte == b'?').unwrap_or(rest.len())];
    if !rest.starts_with(b"/") {
        return has_scheme;
    }
    match rest.strip_prefix(b"//") {
        Some(rest) if has_scheme => {
            let end = rest.iter().position(|byte| *byte == b'/').unwrap_or(rest.len());
            is_authority(&rest[..end]) && has_whole_escapes(&rest[end..])
        }
        _ => has_whole_escapes(rest),
    }
}

/// What follows the scheme, and whether there is one; none when a colon stands where a scheme should.
fn without_scheme(text: &[u8]) -> Option<(bool, &[u8])> {
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {}
            b'0'..=b'9' | b'+' | b'-' | b'.' if at > 0 => {}
            b':' if at == 0 => return None,
            b':' => return Some((true, &text[at + 1..])),
            _ => break,
        }
    }
    Some((false, text))
}

/// `user:password@host:port`.
fn is_authority(text: &[u8]) -> bool {
    let (user, host) = match text.iter().rposition(|byte| *byte == b'@') {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (&text[..0], text),
    };
    let user_ok = user.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-._:~!$&'()*+,;=%@".contains(byte));
    user_ok && has_whole_escapes(user) && is_host(host)
}

fn is_host(text: &[u8]) -> bool {
    let (name, port) = if text.starts_with(b"[") {
        let Some(end) = text.iter().rposition(|byte| *byte == b']') else { return false };
        (&text[..=end], &text[end + 1..])
    } else {
        text.split_at(text.iter().rposition(|byte| *byte == b':').unwrap_or(text.len()))
    };
    let port_ok = port.is_empty() || (port[0] == b':' && port[1..].iter().all(u8::is_ascii_digit));
    let name_ok = match name.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]")) {
        Some(address) => is_address(address),
        None => name.iter().all(is_host_byte) && escapes(name).all(|escape| escape.is_some_and(|b| !b.is_ascii() || b == b'%')),
    };
    port_ok && name_ok
}

fn is_host_byte(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii() || b"-._~!$&'()*+,;=<>\"%".contains(byte)
}

/// An IPv6 address, with a zone after an escaped percent sign or without one.
fn is_address(text: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(text) else { return false };
    let (address, zone_ok) = match text.split_once("%25") {
        Some((address, zone)) => (address, !zone.is_empty() && has_whole_escapes(zone.as_bytes())),
        None => (text, true),
    };
    zone_ok && address.parse::<Ipv6Addr>().is_ok()
}

fn has_whole_escapes(text: &[u8]) -> bool {
    escapes(text).all(|escape| escape.is_some())
}

/// The byte that each percent sign stands for; none for one that begins no escape.
fn escapes(text: &[u8]) -> impl Iterator<Item = Option<u8>> + '_ {
    let starts = text.iter().enumerate().filter(|(_, byte)| **byte == b'%').map(|(at, _)| at);
    starts.map(|at| {
        let digits = text.get(at + 1..at + 3)?;
        let digits = digits.iter().all(u8::is_ascii_hexdigit).then_some(digits)?;
        u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::is_uri;

    /// What Go 1.26 says to each.
    const TAKEN: &str = r#"
        * /somewhere app:main https://user:word@[::1]:8443/a%20b?c=% http:// http:///x http://a@b@c http://ä
        http://%C3%A4 http://[fe80::1%25en0] http://[fe80::1%25%32] http://a<b> a: a:%zz ///x http://[::1]: http://a: file:///
        http://a%25b /a#b http://a/<>{} http://a"b"#;
    const REFUSED: &str = r#"
        null example.com :8080 http://host:port http://a%20b http://[::1 http://a/%zz http://[a]b http://a:b:80 http://%41 http://a|b
        http://a\b a_b://c 1a://c //%zz http:/%zz http://u%zz@a http://a`b http://a{b http://a^b http://[a%25%zz] http://a#b
        http://a/b#%zz http://[::1]x:80 http://[zz]"#;

    #[test]
    fn reads_what_go_reads() {
        for (list, expect) in [(TAKEN, true), (REFUSED, false)] {
            for text in list.split_ascii_whitespace() {
                assert_eq!(is_uri(text.as_bytes()), expect, "{text}");
            }
        }
        assert!(is_uri(b"http://a/b c"));
        assert!(is_uri(b"http://a/\x80"));
        for text in ["", "http://a b", "http://[x y]", "http://a/\n"] {
            assert!(!is_uri(text.as_bytes()), "{text}");
        }
    }
}

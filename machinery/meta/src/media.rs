//! Media types of headers as Go's `mime.ParseMediaType` reads them. Called by the API server for `Content-Type`. It only says what the
//! type is, or that the header is none; nothing of the parameters is kept, but a bad one spoils the whole.

/// The media type in lower case, without its parameters; none for what Go refuses.
#[must_use]
pub fn parse(header: &str) -> Option<String> {
    let (base, mut rest) = header.split_at(header.find(';').unwrap_or(header.len()));
    let media = base.to_lowercase().trim().to_owned();
    if !is_media_type(&media) {
        return None;
    }
    let mut seen: Vec<(String, String)> = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Some(media);
        }
        let Some((name, value, behind)) = parameter(rest) else {
            // A single semicolon at the end is passed over.
            return (rest.trim() == ";").then_some(media);
        };
        if seen.iter().any(|(known, before)| *known == name && *before != value) {
            return None;
        }
        seen.push((name, value));
        rest = behind;
    }
}

/// A token, or two around a slash.
fn is_media_type(text: &str) -> bool {
    let (kind, rest) = token(text);
    let subtype = rest.strip_prefix('/').map(token);
    !kind.is_empty() && (rest.is_empty() || subtype.is_some_and(|(subtype, rest)| !subtype.is_empty() && rest.is_empty()))
}

/// The first parameter behind a semicolon: name in lower case, value, what follows.
fn parameter(text: &str) -> Option<(String, String, &str)> {
    let (name, rest) = token(text.strip_prefix(';')?.trim_start());
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let (value, behind) = match rest.strip_prefix('"') {
        Some(quoted) => quoted_text(quoted)?,
        None => token(rest),
    };
    if name.is_empty() || behind.len() == rest.len() {
        return None;
    }
    Some((name.to_ascii_lowercase(), value.to_owned(), behind))
}

/// What stands before the closing quote, escapes as they are, and what follows.
fn quoted_text(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        match bytes.get(at)? {
            b'"' => return Some((&text[..at], &text[at + 1..])),
            b'\r' | b'\n' => return None,
            b'\\' if bytes.get(at + 1).is_some_and(|b| !is_token_byte(*b) && b.is_ascii_punctuation()) => at += 2,
            _ => at += 1,
        }
    }
}

/// The token at the beginning, which may be empty, and what follows.
fn token(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().position(|b| !is_token_byte(b)).unwrap_or(text.len()))
}

/// RFC 1521's token characters.
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?=".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_what_go_reads() {
        for (header, expect) in [
            ("application/json", Some("application/json")),
            (" Application/JSON ; charset=utf-8", Some("application/json")),
            ("application/json;", Some("application/json")),
            ("application/json; a=\"x;y\\\"\"; b=c", Some("application/json")),
            ("application/json;a=b;a=b", Some("application/json")),
            ("json", Some("json")),
            ("", None),
            (";", None),
            ("/json", None),
            ("application/", None),
            ("a/b/c", None),
            ("application/json;charset", None),
            ("application/json;=x", None),
            ("application/json;a=", None),
            ("application/json; charset=\"utf-8", None),
            ("application/json;;", None),
            ("application/json;a=b;A=c", None),
            ("{}", Some("{}")),
        ] {
            assert_eq!(parse(header).as_deref(), expect, "{header}");
        }
    }
}

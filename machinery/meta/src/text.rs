//! How Go prints strings and floating-point numbers: `%q`, JSON strings as `encoding/json` escapes them, `%v` of a float64.
//! Called wherever a message or body must be byte-identical to upstream's. Never parses anything.

use std::fmt::{self, Write};

/// Displays a string as Go's `%q` / `strconv.Quote` does.
pub struct Quoted<'a>(pub &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                _ if is_print(c) => f.write_char(c)?,
                '\u{7}' => f.write_str("\\a")?,
                '\u{8}' => f.write_str("\\b")?,
                '\u{c}' => f.write_str("\\f")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                '\t' => f.write_str("\\t")?,
                '\u{b}' => f.write_str("\\v")?,
                c if c < ' ' || c == '\u{7f}' => write!(f, "\\x{:02x}", u32::from(c))?,
                c if u32::from(c) < 0x1_0000 => write!(f, "\\u{:04x}", u32::from(c))?,
                c => write!(f, "\\U{:08x}", u32::from(c))?,
            }
        }
        f.write_char('"')
    }
}

/// Go's `%q` of a string.
#[must_use]
pub fn quote(text: &str) -> String {
    Quoted(text).to_string()
}

/// Go's `unicode.IsPrint`: letters, marks, numbers, punctuation, symbols and the ASCII space.
#[must_use]
pub fn is_print(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    // The standard library keeps the same table behind its debug escapes; a leading letter stops it from treating a
    // combining mark at the start specially.
    let mut buffer = [b'a'; 5];
    let len = c.encode_utf8(&mut buffer[1..]).len();
    let Ok(pair) = std::str::from_utf8(&buffer[..=len]) else { return false };
    pair.escape_debug().nth(1) == Some(c)
}

/// Appends a JSON string with quotes, escaped as Go's `encoding/json` does (HTML-safe).
pub fn push_json(out: &mut String, text: &str) {
    out.push('"');
    let mut clean = 0;
    for (at, c) in text.char_indices() {
        let escape: &str = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\u{8}' => "\\b",
            '\u{c}' => "\\f",
            '<' => "\\u003c",
            '>' => "\\u003e",
            '&' => "\\u0026",
            '\u{2028}' => "\\u2028",
            '\u{2029}' => "\\u2029",
            c if c < ' ' => "",
            _ => continue,
        };
        out.push_str(&text[clean..at]);
        clean = at + c.len_utf8();
        if escape.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push_str(escape);
        }
    }
    out.push_str(&text[clean..]);
    out.push('"');
}

/// A JSON string with quotes, escaped as Go's `encoding/json` does.
#[must_use]
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_json(&mut out, text);
    out
}

/// A JSON array of strings, as Go prints a `[]string`.
#[must_use]
pub fn json_list<T: AsRef<str>>(items: &[T]) -> String {
    let mut out = String::from("[");
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        push_json(&mut out, item.as_ref());
    }
    out.push(']');
    out
}

/// Go's `%v` of a float64: shortest digits, exponent form below 1e-4 and from 1e6 on.
#[must_use]
pub fn float(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    let scientific = format!("{value:e}");
    let Some((digits, exponent)) = scientific.split_once('e') else { return scientific };
    let Ok(exponent) = exponent.parse::<i32>() else { return scientific };
    if (-4..6).contains(&exponent) {
        return format!("{value}");
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_go() {
        let check = |text: &str, expect: &str| assert_eq!(quote(text), expect);
        check("a", "\"a\"");
        check("a\"b\\", r#""a\"b\\""#);
        check("\u{0}\u{7}\u{8}\t\n\u{b}\u{c}\r\u{1b}\u{7f}", r#""\x00\a\b\t\n\v\f\r\x1b\x7f""#);
        check("\u{e9}\u{4e16}\u{1f600}", "\"\u{e9}\u{4e16}\u{1f600}\"");
        check("\u{a0}\u{ad}\u{200b}\u{2028}\u{feff}", r#""\u00a0\u00ad\u200b\u2028\ufeff""#);
        check("\u{301}x\u{301}", "\"\u{301}x\u{301}\"");
        check("\u{e000}\u{10ffff}", r#""\ue000\U0010ffff""#);
        check("<&>", "\"<&>\"");
    }

    #[test]
    fn json_strings_as_go() {
        let check = |text: &str, expect: &str| assert_eq!(json(text), expect);
        check("<a>&'\"\\/", r#""\u003ca\u003e\u0026'\"\\/""#);
        check("\u{0}\u{8}\t\n\u{b}\u{c}\r\u{1b}\u{7f}", "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001b\u{7f}\"");
        check("\u{2028}\u{2029}\u{e9}", "\"\\u2028\\u2029\u{e9}\"");
        assert_eq!(json_list(&["a", "<"]), r#"["a","\u003c"]"#);
        assert_eq!(json_list::<&str>(&[]), "[]");
    }

    #[test]
    fn floats_as_go() {
        let check = |value: f64, expect: &str| assert_eq!(float(value), expect);
        check(1.0, "1");
        check(0.1, "0.1");
        check(123_456.5, "123456.5");
        check(1e6, "1e+06");
        check(1_234_567.5, "1.2345675e+06");
        check(1e21, "1e+21");
        check(1.5e-5, "1.5e-05");
        check(1e-4, "0.0001");
        check(0.0, "0");
        check(-2.5e300, "-2.5e+300");
    }
}

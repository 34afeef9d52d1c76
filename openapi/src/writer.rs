//! Writes compact JSON as Go's encoder prints it, straight into one buffer. Every document of this crate goes through it; it must
//! never reorder or drop what it is given.

use std::fmt::Write as _;

/// A JSON document under construction. Commas are placed by looking at the last byte, so that callers only say what comes next.
pub(crate) struct Json {
    out: String,
}

impl Json {
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes) }
    }

    pub(crate) fn into_string(self) -> String {
        self.out
    }

    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }

    /// Writes an object; `fill` writes its keys and values.
    pub(crate) fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.separate();
        self.out.push('{');
        fill(self);
        self.out.push('}');
    }

    /// Writes an array; `fill` writes its elements.
    pub(crate) fn array(&mut self, fill: impl FnOnce(&mut Self)) {
        self.separate();
        self.out.push('[');
        fill(self);
        self.out.push(']');
    }

    /// Starts a member of an object; its value must follow.
    pub(crate) fn key(&mut self, name: &str) {
        self.separate();
        self.quoted(&[name]);
        self.out.push(':');
    }

    pub(crate) fn string(&mut self, text: &str) {
        self.strings(&[text]);
    }

    /// Writes one string made of several parts.
    pub(crate) fn strings(&mut self, parts: &[&str]) {
        self.separate();
        self.quoted(parts);
    }

    pub(crate) fn bool(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Writes text that is JSON already.
    pub(crate) fn raw(&mut self, json: &str) {
        self.separate();
        self.out.push_str(json);
    }

    /// `"name":"text"`.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.key(name);
        self.string(text);
    }

    /// `"name":` and text that is JSON already.
    pub(crate) fn member_json(&mut self, name: &str, json: &str) {
        self.key(name);
        self.raw(json);
    }

    /// `"name":["a","b"]`.
    pub(crate) fn texts<T: AsRef<str>>(&mut self, name: &str, texts: &[T]) {
        self.key(name);
        self.array(|j| texts.iter().for_each(|t| j.string(t.as_ref())));
    }

    /// `"name":{...}`.
    pub(crate) fn member(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.key(name);
        self.object(fill);
    }

    /// `"name":[...]`.
    pub(crate) fn list(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.key(name);
        self.array(fill);
    }

    /// Go's HTML-safe escapes.
    fn quoted(&mut self, parts: &[&str]) {
        self.out.push('"');
        for part in parts {
            let mut rest = *part;
            while let Some(at) =
                rest.find(|c: char| c < ' ' || matches!(c, '"' | '\\' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}'))
            {
                self.out.push_str(&rest[..at]);
                let found = rest[at..].chars().next().expect("a character was found at this place");
                rest = &rest[at + found.len_utf8()..];
                match found {
                    '"' => self.out.push_str("\\\""),
                    '\\' => self.out.push_str("\\\\"),
                    '\n' => self.out.push_str("\\n"),
                    '\r' => self.out.push_str("\\r"),
                    '\t' => self.out.push_str("\\t"),
                    '\u{8}' => self.out.push_str("\\b"),
                    '\u{c}' => self.out.push_str("\\f"),
                    other => write!(self.out, "\\u{:04x}", u32::from(other)).expect("writing to a string cannot fail"),
                }
            }
            self.out.push_str(rest);
        }
        self.out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_between_members_and_elements_only() {
        let mut j = Json::with_capacity(0);
        j.object(|j| {
            j.text("a", "b");
            j.list("c", |j| {
                j.string("d");
                j.object(|_| {});
                j.bool(true);
            });
            j.member("e", |j| j.texts::<&str>("f", &[]));
        });
        assert_eq!(j.into_string(), r#"{"a":"b","c":["d",{},true],"e":{"f":[]}}"#);
    }

    #[test]
    fn strings_are_escaped_as_go_does() {
        let check = |input: &str, expect: &str| {
            let mut j = Json::with_capacity(0);
            j.string(input);
            assert_eq!(j.into_string(), expect);
        };
        check("a\"b\\c", r#""a\"b\\c""#);
        check("<a> & b", r#""\u003ca\u003e \u0026 b""#);
        check("\n\t\r\u{8}\u{c}\u{1}", r#""\n\t\r\b\f\u0001""#);
        check("\u{2028}é", "\"\\u2028é\"");
        check("ends {", "\"ends {\"");
    }
}

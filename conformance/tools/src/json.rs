//! JSON text as a tree of places in that text, so that bodies can be compared and masked without being printed anew.
//!
//! Called by `mask` and `compare`. Order of members, spelling of numbers and escapes all stay visible, because comparing them
//! is the point. It reads several values one after another (a watch stream) as one list.

/// Deepest nesting that is read as JSON; a deeper body is compared as plain text.
const DEEPEST: usize = 500;

/// A value and where it stands.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    /// String, number, `true`, `false` or `null`.
    Leaf,
    Array(Vec<Node>),
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) node: Node,
}

impl Node {
    /// The text of this value.
    pub(crate) fn text<'a>(&self, body: &'a str) -> &'a str {
        body.get(self.start..self.end).unwrap_or_default()
    }

    /// The value of a string leaf, escapes resolved.
    pub(crate) fn string(&self, body: &str) -> Option<String> {
        serde_json::from_str(self.text(body)).ok()
    }

    pub(crate) fn member(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Object(members) => members.iter().find(|member| member.key == key).map(|member| &member.node),
            Value::Leaf | Value::Array(_) => None,
        }
    }

    pub(crate) fn elements(&self) -> &[Self] {
        match &self.value {
            Value::Array(elements) => elements,
            Value::Leaf | Value::Object(_) => &[],
        }
    }

    /// The value at a JSON pointer (without `~` escapes in the tokens' lookup: a token is unescaped first).
    pub(crate) fn at(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |node, token| {
            let token = token.replace("~1", "/").replace("~0", "~");
            match &node.value {
                Value::Object(_) => node.member(&token),
                Value::Array(elements) => token.parse::<usize>().ok().and_then(|index| elements.get(index)),
                Value::Leaf => None,
            }
        })
    }
}

/// Spells a member's name as a token of a JSON pointer.
pub(crate) fn pointer_token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Reads a body: one value, or a list of values when several follow one another. `None` when it is not JSON.
pub(crate) fn parse(body: &str) -> Option<Node> {
    let mut reader = Reader { bytes: body.as_bytes(), at: 0 };
    let mut values = Vec::new();
    reader.skip_space();
    while reader.at < body.len() {
        values.push(reader.value(0)?);
        reader.skip_space();
    }
    match values.len() {
        0 => None,
        1 => values.pop(),
        _ => Some(Node { start: 0, end: body.len(), value: Value::Array(values) }),
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn value(&mut self, depth: usize) -> Option<Node> {
        if depth > DEEPEST {
            return None;
        }
        let start = self.at;
        let value = match self.peek()? {
            b'{' => self.object(depth)?,
            b'[' => self.array(depth)?,
            b'"' => {
                self.skip_string()?;
                Value::Leaf
            }
            _ => {
                self.skip_word()?;
                Value::Leaf
            }
        };
        Some(Node { start, end: self.at, value })
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut members = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.take(b'}') {
            return Some(Value::Object(members));
        }
        loop {
            self.skip_space();
            let start = self.at;
            self.skip_string()?;
            let key = std::str::from_utf8(self.bytes.get(start..self.at)?).ok()?;
            let key = serde_json::from_str(key).ok()?;
            self.skip_space();
            if !self.take(b':') {
                return None;
            }
            self.skip_space();
            let node = self.value(depth + 1)?;
            members.push(Member { key, node });
            self.skip_space();
            if self.take(b'}') {
                return Some(Value::Object(members));
            }
            if !self.take(b',') {
                return None;
            }
        }
    }

    fn array(&mut self, depth: usize) -> Option<Value> {
        let mut elements = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.take(b']') {
            return Some(Value::Array(elements));
        }
        loop {
            self.skip_space();
            elements.push(self.value(depth + 1)?);
            self.skip_space();
            if self.take(b']') {
                return Some(Value::Array(elements));
            }
            if !self.take(b',') {
                return None;
            }
        }
    }

    fn skip_string(&mut self) -> Option<()> {
        if !self.take(b'"') {
            return None;
        }
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(());
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn skip_word(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)) {
            self.at += 1;
        }
        let word = std::str::from_utf8(self.bytes.get(start..self.at)?).ok()?;
        serde_json::from_str::<serde_json::Value>(word).ok().map(|_| ())
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_pointers() {
        let body = r#"{ "a/b": [1, {"c":"x\"y"}], "d":null }"#;
        let root = parse(body).unwrap();
        assert_eq!(root.at("/a~1b/1/c").unwrap().text(body), r#""x\"y""#);
        assert_eq!(root.at("/a~1b/1/c").unwrap().string(body).unwrap(), "x\"y");
        assert_eq!(root.at("/d").unwrap().text(body), "null");
        assert!(root.at("/a~1b/2").is_none());
    }

    #[test]
    fn a_stream_is_a_list() {
        let body = "{\"a\":1}\n{\"a\":2}\n";
        assert_eq!(parse(body).unwrap().at("/1/a").unwrap().text(body), "2");
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for body in ["", "404 page not found\n", "{\"a\":}", "{\"a\":1", "[1,]", "ok", "{'a':1}"] {
            assert!(parse(body).is_none(), "{body}");
        }
        assert!(parse(&"[".repeat(100_000)).is_none());
    }
}

//! The JSON inside a continue token: `{"v":…,"rv":…,"start":…}`. Reads that one object, with Go's messages for the common
//! mistakes; unknown fields are skipped. Not a general JSON reader: objects are read by the `object` crate.

/// The fields of a token; absent ones are empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) version: String,
    pub(super) revision: i64,
    pub(super) start: String,
}

const END: &str = "unexpected end of JSON input";
/// Deeper nesting inside an unknown field is refused, as Go does (at its own, larger limit).
const MAX_DEPTH: usize = 100;

pub(super) fn read(bytes: &[u8]) -> Result<Token, String> {
    let mut reader = Reader { bytes, at: 0 };
    let mut token = Token::default();
    match reader.blank() {
        Some(b'{') => reader.object(&mut token)?,
        Some(_) => {
            let kind = reader.value(0)?.kind();
            if kind != "null" {
                return Err(format!("json: cannot unmarshal {kind} into Go value of type storage.continueToken"));
            }
        }
        None => return Err(END.to_owned()),
    }
    match reader.blank() {
        None => Ok(token),
        Some(b) => Err(unexpected(b, "after top-level value")),
    }
}

enum Value {
    Text(String),
    Number(String),
    Bool,
    Null,
    Object,
    Array,
}

impl Value {
    fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "string",
            Self::Number(_) => "number",
            Self::Bool => "bool",
            Self::Null => "null",
            Self::Object => "object",
            Self::Array => "array",
        }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    /// The next byte after blanks, not consumed.
    fn blank(&mut self) -> Option<u8> {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    /// A field of the wrong type is reported only when the syntax of the rest is sound, as in Go.
    fn object(&mut self, token: &mut Token) -> Result<(), String> {
        let mut problem = None;
        self.members(|reader, name| {
            let found = reader.value(1)?;
            // Go matches names without regard to case.
            let wrong = match (name.to_ascii_lowercase().as_str(), found) {
                (_, Value::Null) => None,
                ("v", Value::Text(text)) => {
                    token.version = text;
                    None
                }
                ("start", Value::Text(text)) => {
                    token.start = text;
                    None
                }
                ("rv", Value::Number(text)) => match text.parse() {
                    Ok(revision) => {
                        token.revision = revision;
                        None
                    }
                    Err(_) => Some(mismatch(&format!("number {text}"), "rv", "int64")),
                },
                ("rv", other) => Some(mismatch(other.kind(), "rv", "int64")),
                (name @ ("v" | "start"), other) => Some(mismatch(other.kind(), name, "string")),
                _ => None,
            };
            problem = problem.take().or(wrong);
            Ok(())
        })?;
        problem.map_or(Ok(()), Err)
    }

    fn members(&mut self, mut member: impl FnMut(&mut Self, &str) -> Result<(), String>) -> Result<(), String> {
        self.at += 1;
        if self.blank() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            match self.blank() {
                Some(b'"') => {}
                Some(b) => return Err(unexpected(b, "looking for beginning of object key string")),
                None => return Err(END.to_owned()),
            }
            let name = self.text()?;
            match self.blank() {
                Some(b':') => self.at += 1,
                Some(b) => return Err(unexpected(b, "after object key")),
                None => return Err(END.to_owned()),
            }
            member(self, &name)?;
            match self.blank() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b) => return Err(unexpected(b, "after object key:value pair")),
                None => return Err(END.to_owned()),
            }
        }
    }

    fn value(&mut self, depth: usize) -> Result<Value, String> {
        if depth > MAX_DEPTH {
            return Err("exceeded max depth".to_owned());
        }
        let Some(first) = self.blank() else { return Err(END.to_owned()) };
        match first {
            b'"' => Ok(Value::Text(self.text()?)),
            b'{' => {
                self.members(|reader, _| reader.value(depth + 1).map(drop))?;
                Ok(Value::Object)
            }
            b'[' => self.array(depth),
            b't' => self.literal("true", Value::Bool),
            b'f' => self.literal("false", Value::Bool),
            b'n' => self.literal("null", Value::Null),
            b'-' | b'0'..=b'9' => {
                let start = self.at;
                while matches!(self.bytes.get(self.at), Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')) {
                    self.at += 1;
                }
                Ok(Value::Number(String::from_utf8_lossy(&self.bytes[start..self.at]).into_owned()))
            }
            b => Err(unexpected(b, "looking for beginning of value")),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, String> {
        self.at += 1;
        if self.blank() == Some(b']') {
            self.at += 1;
            return Ok(Value::Array);
        }
        loop {
            self.value(depth + 1)?;
            match self.blank() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Value::Array);
                }
                Some(b) => return Err(unexpected(b, "after array element")),
                None => return Err(END.to_owned()),
            }
        }
    }

    fn literal(&mut self, word: &str, value: Value) -> Result<Value, String> {
        for (i, expect) in word.bytes().enumerate() {
            match self.bytes.get(self.at) {
                Some(&b) if b == expect => self.at += 1,
                Some(&b) if i > 0 => {
                    return Err(unexpected(b, &format!("in literal {word} (expecting '{}')", char::from(expect))));
                }
                Some(&b) => return Err(unexpected(b, "looking for beginning of value")),
                None => return Err(END.to_owned()),
            }
        }
        Ok(value)
    }

    /// A string with its escapes taken out; half a surrogate pair becomes U+FFFD, as in Go.
    fn text(&mut self) -> Result<String, String> {
        self.at += 1;
        let mut units: Vec<u8> = Vec::new();
        loop {
            let Some(&b) = self.bytes.get(self.at) else { return Err(END.to_owned()) };
            self.at += 1;
            match b {
                b'"' => return Ok(String::from_utf8_lossy(&units).into_owned()),
                b'\\' => {
                    let Some(&escape) = self.bytes.get(self.at) else { return Err(END.to_owned()) };
                    self.at += 1;
                    let c = match escape {
                        b'"' | b'\\' | b'/' => char::from(escape),
                        b'b' => '\u{8}',
                        b'f' => '\u{c}',
                        b'n' => '\n',
                        b'r' => '\r',
                        b't' => '\t',
                        b'u' => self.unicode()?,
                        b => return Err(unexpected(b, "in string escape code")),
                    };
                    units.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
                b if b < b' ' => return Err(unexpected(b, "in string literal")),
                b => units.push(b),
            }
        }
    }

    fn unicode(&mut self) -> Result<char, String> {
        let high = self.hex()?;
        if let Some(c) = char::from_u32(high) {
            return Ok(c);
        }
        if (0xd800..0xdc00).contains(&high) && self.bytes[self.at..].starts_with(b"\\u") {
            let before = self.at;
            self.at += 2;
            let low = self.hex()?;
            if (0xdc00..0xe000).contains(&low) {
                let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = before;
        }
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self) -> Result<u32, String> {
        let mut code = 0;
        for _ in 0..4 {
            let Some(&b) = self.bytes.get(self.at) else { return Err(END.to_owned()) };
            let Some(digit) = char::from(b).to_digit(16) else {
                return Err(unexpected(b, "in \\u hexadecimal character escape"));
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }
}

fn unexpected(b: u8, place: &str) -> String {
    let shown = match b {
        b'\'' => "'\\''".to_owned(),
        b'"' => "'\"'".to_owned(),
        b => {
            let quoted = crate::text::quote(&char::from(b).to_string());
            format!("'{}'", &quoted[1..quoted.len() - 1])
        }
    };
    format!("invalid character {shown} {place}")
}

fn mismatch(kind: &str, name: &str, ty: &str) -> String {
    format!("json: cannot unmarshal {kind} into Go struct field continueToken.{name} of type {ty}")
}

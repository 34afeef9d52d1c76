//! JSON's grammar as Go checks it, byte by byte, with Go's error texts (encoding/json's scanner). The fast decoders only notice that
//! something is wrong; this module then says what and where. It also compacts and indents. It never builds values.

/// Deepest nesting that Go accepts.
pub const MAX_DEPTH: usize = 10_000;

/// A document that is not JSON. Its text is Go's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct SyntaxError {
    /// Go's message.
    pub text: String,
    /// Number of bytes read when it was found, counted as Go counts.
    pub offset: usize,
}

/// What comes next. One value per state of Go's scanner that gives its own message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    AfterKey,
    AfterValue,
    String { key: bool },
    Escape { key: bool },
    Hex { key: bool, left: u8 },
    Minus,
    Zero,
    Digits,
    Dot,
    Fraction,
    Exponent,
    ExponentSign,
    ExponentDigits,
    Literal { rest: &'static [u8], whole: &'static str },
}

/// How a byte took part, for compacting and indenting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Space,
    Open,
    Close,
    Comma,
    Colon,
    Start,
    Inside,
}

struct Checker {
    state: State,
    open: Vec<u8>,
    read: usize,
}

impl Checker {
    fn new() -> Self {
        Self { state: State::Value, open: Vec::new(), read: 0 }
    }

    fn refuse<T>(&self, byte: u8, place: &str) -> Result<T, SyntaxError> {
        Err(SyntaxError { text: format!("invalid character {} {place}", quoted(byte)), offset: self.read })
    }

    fn step(&mut self, byte: u8) -> Result<Part, SyntaxError> {
        self.read += 1;
        match self.state {
            State::Value | State::ValueOrEnd => self.value(byte),
            State::Key | State::KeyOrEnd => self.key(byte),
            State::AfterKey | State::AfterValue => self.after(byte),
            State::String { .. } | State::Escape { .. } | State::Hex { .. } => self.string(byte),
            State::Literal { rest, whole } => self.literal(byte, rest, whole),
            _ => self.number(byte),
        }
    }

    fn value(&mut self, byte: u8) -> Result<Part, SyntaxError> {
        self.state = match byte {
            b' ' | b'\t' | b'\r' | b'\n' => return Ok(Part::Space),
            b'{' | b'[' => return self.open(byte),
            b']' if self.state == State::ValueOrEnd => return self.close(),
            b'"' => State::String { key: false },
            b'-' => State::Minus,
            b'0' => State::Zero,
            b'1'..=b'9' => State::Digits,
            b't' => State::Literal { rest: b"rue", whole: "true" },
            b'f' => State::Literal { rest: b"alse", whole: "false" },
            b'n' => State::Literal { rest: b"ull", whole: "null" },
            _ => return self.refuse(byte, "looking for beginning of value"),
        };
        Ok(Part::Start)
    }

    fn open(&mut self, byte: u8) -> Result<Part, SyntaxError> {
        self.open.push(byte);
        if self.open.len() > MAX_DEPTH {
            return self.refuse(byte, "exceeded max depth");
        }
        self.state = if byte == b'{' { State::KeyOrEnd } else { State::ValueOrEnd };
        Ok(Part::Open)
    }

    fn close(&mut self) -> Result<Part, SyntaxError> {
        self.open.pop();
        self.state = State::AfterValue;
        Ok(Part::Close)
    }

    fn key(&mut self, byte: u8) -> Result<Part, SyntaxError> {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => Ok(Part::Space),
            b'}' if self.state == State::KeyOrEnd => self.close(),
            b'"' => {
                self.state = State::String { key: true };
                Ok(Part::Start)
            }
            _ => self.refuse(byte, "looking for beginning of object key string"),
        }
    }

    fn after(&mut self, byte: u8) -> Result<Part, SyntaxError> {
        let key = self.state == State::AfterKey;
        match (self.open.last(), byte) {
            (_, b' ' | b'\t' | b'\r' | b'\n') => Ok(Part::Space),
            (None, _) => self.refuse(byte, "after top-level value"),
            (Some(b'{'), b':') if key => {
                self.state = State::Value;
                Ok(Part::Colon)
            }
            (Some(b'{'), _) if key => self.refuse(byte, "after object key"),
            (Some(b'{'), b',') => {
                self.state = State::Key;
                Ok(Part::Comma)
            }
            (Some(b'{'), b'}') | (Some(b'['), b']') => self.close(),
            (Some(b'{'), _) => self.refuse(byte, "after object key:value pair"),
            (Some(_), b',') => {
                self.state = State::Value;
                Ok(Part::Comma)
            }
            (Some(_), _) => self.refuse(byte, "after array element"),
        }
    }

    fn string(&mut self, byte: u8) -> Result<Part, SyntaxError> {
        self.state = match (self.state, byte) {
            (State::String { key }, b'"') => {
                if key {
                    State::AfterKey
                } else {
                    State::AfterValue
                }
            }
            (State::String { key }, b'\\') => State::Escape { key },
            (State::String { .. }, 0..0x20) => return self.refuse(byte, "in string literal"),
            (State::Escape { key }, b'b' | b'f' | b'n' | b'r' | b't' | b'\\' | b'/' | b'"') => State::String { key },
            (State::Escape { key }, b'u') => State::Hex { key, left: 4 },
            (State::Escape { .. }, _) => return self.refuse(byte, "in string escape code"),
            (State::Hex { key, left }, b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F') => {
                if left == 1 {
                    State::String { key }
                } else {
                    State::Hex { key, left: left - 1 }
                }
            }
            (State::Hex { .. }, _) => return self.refuse(byte, "in \\u hexadecimal character escape"),
            (state, _) => state,
        };
        Ok(Part::Inside)
    }

    fn number(&mut self, byte: u8) -> Result<Part, SyntaxError> {
        self.state = match (self.state, byte) {
            (State::Minus, b'0') => State::Zero,
            (State::Minus, b'1'..=b'9') | (State::Digits, b'0'..=b'9') => State::Digits,
            (State::Minus, _) => return self.refuse(byte, "in numeric literal"),
            (State::Zero | State::Digits, b'.') => State::Dot,
            (State::Zero | State::Digits | State::Fraction, b'e' | b'E') => State::Exponent,
            (State::Dot | State::Fraction, b'0'..=b'9') => State::Fraction,
            (State::Dot, _) => return self.refuse(byte, "after decimal point in numeric literal"),
            (State::Exponent, b'+' | b'-') => State::ExponentSign,
            (State::Exponent | State::ExponentSign | State::ExponentDigits, b'0'..=b'9') => State::ExponentDigits,
            (State::Exponent | State::ExponentSign, _) => return self.refuse(byte, "in exponent of numeric literal"),
            _ => {
                self.state = State::AfterValue;
                return self.after(byte);
            }
        };
        Ok(Part::Inside)
    }

    fn literal(&mut self, byte: u8, rest: &'static [u8], whole: &'static str) -> Result<Part, SyntaxError> {
        match rest {
            [wanted, rest @ ..] if *wanted == byte => {
                self.state = if rest.is_empty() { State::AfterValue } else { State::Literal { rest, whole } };
                Ok(Part::Inside)
            }
            [wanted, ..] => self.refuse(byte, &format!("in literal {whole} (expecting {})", quoted(*wanted))),
            [] => self.after(byte),
        }
    }

    /// The document ends here. Go looks at one more blank first, so a word or number that is cut off complains about that.
    fn end(&mut self) -> Result<(), SyntaxError> {
        let read = self.read;
        self.step(b' ').map_err(|error| SyntaxError { offset: read, ..error })?;
        if self.state == State::AfterValue && self.open.is_empty() {
            return Ok(());
        }
        Err(SyntaxError { text: "unexpected end of JSON input".to_owned(), offset: read })
    }
}

/// A byte as Go quotes it in messages: as the character with that number.
fn quoted(byte: u8) -> String {
    match byte {
        b'\'' => "'\\''".to_owned(),
        b'"' => "'\"'".to_owned(),
        _ => format!("'{}'", meta::text::quote(char::from(byte).encode_utf8(&mut [0; 4])).trim_matches('"')),
    }
}

/// Whether `json` is one JSON document.
///
/// # Errors
/// Go's syntax error.
pub fn check(json: &[u8]) -> Result<(), SyntaxError> {
    let mut checker = Checker::new();
    for &byte in json {
        checker.step(byte)?;
    }
    checker.end()
}

/// Appends `json` without insignificant blanks.
///
/// # Errors
/// Go's syntax error; `out` then holds a part.
pub fn compact(json: &[u8], out: &mut Vec<u8>) -> Result<(), SyntaxError> {
    let mut checker = Checker::new();
    for &byte in json {
        if checker.step(byte)? != Part::Space {
            out.push(byte);
        }
    }
    checker.end()
}

/// Appends `json` with two blanks of indent per level, as Go's `json.Indent(.., "", "  ")`: empty containers stay `{}` and `[]`.
///
/// # Errors
/// Go's syntax error; `out` then holds a part.
pub fn indent(json: &[u8], out: &mut Vec<u8>) -> Result<(), SyntaxError> {
    let mut checker = Checker::new();
    let (mut depth, mut fresh) = (0, false);
    for &byte in json {
        let part = checker.step(byte)?;
        if part == Part::Space {
            continue;
        }
        if fresh && part != Part::Close {
            fresh = false;
            depth += 1;
            line(depth, out);
        }
        if part == Part::Close {
            if fresh {
                fresh = false;
            } else {
                depth -= 1;
                line(depth, out);
            }
        }
        out.push(byte);
        match part {
            Part::Open => fresh = true,
            Part::Comma => line(depth, out),
            Part::Colon => out.push(b' '),
            Part::Close | Part::Start | Part::Inside | Part::Space => {}
        }
    }
    checker.end()
}

fn line(depth: usize, out: &mut Vec<u8>) {
    out.push(b'\n');
    out.resize(out.len() + 2 * depth, b' ');
}

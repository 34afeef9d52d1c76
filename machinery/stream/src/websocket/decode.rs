//! Frames from client to server, put together to messages. Called by whoever serves a connection, with whatever came from it. Must never
//! keep more than one message up to its limit and one frame head, and must never depend on how the bytes were cut.

use super::{CloseCode, MAX_CONTROL, Opcode};

/// Something that a client said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A message of text. Whether it is UTF-8 is the receiver's question.
    Text(Vec<u8>),
    /// A message of bytes.
    Binary(Vec<u8>),
    /// A ping; a pong with the same payload is due.
    Ping(Vec<u8>),
    /// A pong.
    Pong(Vec<u8>),
    /// The client says no more. The code is one that may stand in a frame; none when it gave no reason.
    Close(Option<u16>),
}

/// The client broke the protocol or a limit; the connection is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct Violation {
    /// What to tell the client.
    pub code: CloseCode,
    /// What to tell the log.
    pub text: &'static str,
}

const fn protocol(text: &'static str) -> Violation {
    Violation { code: CloseCode::Protocol, text }
}

/// What the next bytes are.
enum State {
    Head,
    Payload {
        opcode: Opcode,
        last: bool,
        left: u64,
        mask: [u8; 4],
        at: usize,
    },
    /// Closed or broken: nothing that follows means anything.
    Over,
}

/// Reads what a client sends.
pub struct Decoder {
    state: State,
    input: Vec<u8>,
    read: usize,
    control: Vec<u8>,
    /// Kind of the message that goes on, and its payload so far.
    message: Option<Opcode>,
    payload: Vec<u8>,
    /// Bytes of the message so far; more than are kept when they are thrown away.
    length: u64,
    limit: u64,
    keeps: bool,
}

impl std::fmt::Debug for Decoder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Decoder({} of {} bytes)", self.length, self.limit)
    }
}

impl Decoder {
    /// Takes messages of at most `limit` bytes.
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self {
            state: State::Head,
            input: Vec::new(),
            read: 0,
            control: Vec::new(),
            message: None,
            payload: Vec::new(),
            length: 0,
            limit: limit as u64,
            keeps: true,
        }
    }

    /// Takes messages of at most `limit` bytes and throws their payload away as it comes: they are handed out empty.
    #[must_use]
    pub fn discarding(limit: usize) -> Self {
        Self { keeps: false, ..Self::new(limit) }
    }

    /// Takes what came. [`Self::next`] must be asked until it has nothing more before the next bytes are taken, or they pile up.
    pub fn push(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Over) {
            return;
        }
        self.input.drain(..self.read);
        self.read = 0;
        self.input.extend_from_slice(bytes);
    }

    /// The next message, if it is there as a whole. After a close or a violation there is none.
    ///
    /// # Errors
    /// When the client did what it may not do.
    #[expect(clippy::should_implement_trait, reason = "not an iterator: after nothing more may come, once more is pushed")]
    pub fn next(&mut self) -> Option<Result<Message, Violation>> {
        loop {
            let outcome = match self.state {
                State::Over => return None,
                State::Head => self.head(),
                State::Payload { .. } => self.payload(),
            };
            match outcome {
                Ok(Step::Again) => {}
                Ok(Step::Starved) => return None,
                Ok(Step::Done(message)) => {
                    if matches!(message, Message::Close(_)) {
                        self.state = State::Over;
                    }
                    return Some(Ok(message));
                }
                Err(violation) => {
                    self.state = State::Over;
                    return Some(Err(violation));
                }
            }
        }
    }

    fn head(&mut self) -> Result<Step, Violation> {
        let input = &self.input[self.read..];
        let &[first, second, ..] = input else { return Ok(Step::Starved) };
        // Judged before the rest of the head has come: it may never come.
        let opcode = Opcode::from_bits(first & 0x0f).ok_or(protocol("an unknown opcode"))?;
        let last = first & 0x80 != 0;
        if first & 0x70 != 0 {
            return Err(protocol("a reserved bit is set"));
        }
        if second & 0x80 == 0 {
            return Err(protocol("a frame is not masked"));
        }
        let (field, short) = match second & 0x7f {
            126 => (2, 0),
            127 => (8, 0),
            short => (0, u64::from(short)),
        };
        if opcode.is_control() && (field > 0 || !last) {
            return Err(protocol("a control frame is long or fragmented"));
        }
        let Some(rest) = input.get(2..2 + field + 4) else { return Ok(Step::Starved) };
        let (length, mask) = rest.split_at(field);
        let left = length.iter().fold(short, |sum, byte| sum << 8 | u64::from(*byte));
        if (field == 2 && left <= MAX_CONTROL as u64) || (field == 8 && (left <= 0xffff || left >> 63 != 0)) {
            return Err(protocol("a length is not in its shortest form"));
        }
        let mask = [mask[0], mask[1], mask[2], mask[3]];
        self.read += 2 + field + 4;
        self.begin(opcode, left)?;
        self.state = State::Payload { opcode, last, left, mask, at: 0 };
        Ok(Step::Again)
    }

    /// Whether a frame may stand here and has room.
    fn begin(&mut self, opcode: Opcode, length: u64) -> Result<(), Violation> {
        match (opcode, self.message) {
            _ if opcode.is_control() => return Ok(()),
            (Opcode::Continuation, None) => return Err(protocol("a message begins with a continuation")),
            (Opcode::Continuation, Some(_)) => {}
            (_, Some(_)) => return Err(protocol("a message begins within another")),
            (kind, None) => self.message = Some(kind),
        }
        self.length = self.length.saturating_add(length);
        if self.length > self.limit {
            return Err(Violation { code: CloseCode::TooBig, text: "a message is too long" });
        }
        Ok(())
    }

    fn payload(&mut self) -> Result<Step, Violation> {
        let State::Payload { opcode, last, left, mask, at } = &mut self.state else { return Ok(Step::Starved) };
        let input = &self.input[self.read..];
        let count = usize::try_from(*left).unwrap_or(usize::MAX).min(input.len());
        let into = match (opcode.is_control(), self.keeps) {
            (true, _) => Some(&mut self.control),
            (false, true) => Some(&mut self.payload),
            (false, false) => None,
        };
        if let Some(into) = into {
            into.extend(input[..count].iter().enumerate().map(|(i, byte)| byte ^ mask[(*at + i) % 4]));
        }
        self.read += count;
        *left -= count as u64;
        *at = (*at + count) % 4;
        if *left > 0 {
            return Ok(Step::Starved);
        }
        let (opcode, last) = (*opcode, *last);
        self.state = State::Head;
        self.end(opcode, last)
    }

    /// The frame is complete.
    fn end(&mut self, opcode: Opcode, last: bool) -> Result<Step, Violation> {
        if opcode.is_control() {
            let payload = std::mem::take(&mut self.control);
            return Ok(Step::Done(match opcode {
                Opcode::Ping => Message::Ping(payload),
                Opcode::Pong => Message::Pong(payload),
                _ => Message::Close(close_code(&payload)?),
            }));
        }
        if !last {
            return Ok(Step::Again);
        }
        self.length = 0;
        let payload = std::mem::take(&mut self.payload);
        Ok(Step::Done(match self.message.take() {
            Some(Opcode::Text) => Message::Text(payload),
            _ => Message::Binary(payload),
        }))
    }
}

enum Step {
    /// Look at the state again.
    Again,
    /// More bytes are needed.
    Starved,
    Done(Message),
}

/// The reason in a close frame (RFC 6455, sections 5.5.1 and 7.4).
fn close_code(payload: &[u8]) -> Result<Option<u16>, Violation> {
    let (code, reason) = match payload {
        [] => return Ok(None),
        [high, low, reason @ ..] => (u16::from_be_bytes([*high, *low]), reason),
        [_] => return Err(protocol("a close frame holds half a code")),
    };
    if !matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999) {
        return Err(protocol("a close frame holds a code that may not be sent"));
    }
    if std::str::from_utf8(reason).is_err() {
        return Err(Violation { code: CloseCode::BadData, text: "the reason of a close frame is no text" });
    }
    Ok(Some(code))
}

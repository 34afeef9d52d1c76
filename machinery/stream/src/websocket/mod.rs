//! WebSocket (RFC 6455), the server's side, version 13, without extensions.
//!
//! ```text
//! request headers --> Request::read --> is_upgrade? --> accept --> Handshake | Refusal
//! client's bytes  --> Decoder::push, Decoder::next  --> Message | Violation
//! server's data   --> Head, encode_frame, encode_close --> bytes
//! ```
//!
//! The handshake says what upstream's library (golang.org/x/net/websocket) says, because clients and tests compare it. The frames are
//! judged by the RFC, which is stricter than that library: it lets reserved bits, unknown opcodes and long control frames pass.

mod decode;
mod encode;
mod handshake;
mod origin;

#[cfg(test)]
mod tests;

pub use decode::{Decoder, Message, Violation};
pub use encode::{Head, encode_close, encode_frame};
pub use handshake::{Handshake, Refusal, Request, VERSION};

/// Payload bytes of a control frame (RFC 6455, section 5.5).
pub const MAX_CONTROL: usize = 125;

/// What a frame is (RFC 6455, section 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Opcode {
    /// Goes on with the message of the frames before.
    Continuation = 0,
    /// Begins a message of text.
    Text = 1,
    /// Begins a message of bytes.
    Binary = 2,
    /// Ends the connection.
    Close = 8,
    /// Asks for a pong with the same payload.
    Ping = 9,
    /// Answers a ping, or says that its sender is alive.
    Pong = 10,
}

impl Opcode {
    fn from_bits(bits: u8) -> Option<Self> {
        Some(match bits {
            0 => Self::Continuation,
            1 => Self::Text,
            2 => Self::Binary,
            8 => Self::Close,
            9 => Self::Ping,
            10 => Self::Pong,
            _ => return None,
        })
    }

    /// Control frames may stand between the frames of a message and are never fragmented themselves.
    fn is_control(self) -> bool {
        matches!(self, Self::Close | Self::Ping | Self::Pong)
    }
}

/// Why a server ends a connection (RFC 6455, section 7.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum CloseCode {
    /// Everything has been said.
    Normal = 1000,
    /// The other side broke the protocol.
    Protocol = 1002,
    /// Text that is no UTF-8.
    BadData = 1007,
    /// A message that is longer than the server takes.
    TooBig = 1009,
}

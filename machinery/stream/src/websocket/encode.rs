//! Frames from server to client: never masked, never fragmented. Called by whoever serves a connection.

use super::{CloseCode, MAX_CONTROL, Opcode};

/// The bytes before a frame's payload. Apart from the payload, so that a payload which many connections share is never copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    bytes: [u8; 10],
    len: u8,
}

impl Head {
    /// The head of a whole message or control frame with a payload of `payload` bytes.
    #[must_use]
    pub fn new(opcode: Opcode, payload: usize) -> Self {
        let mut bytes = [0; 10];
        bytes[0] = FINAL | opcode as u8;
        let length = (payload as u64).to_be_bytes();
        let len = match payload {
            0..=125 => {
                bytes[1] = length[7];
                2
            }
            126..=0xffff => {
                bytes[1] = 126;
                bytes[2..4].copy_from_slice(&length[6..]);
                4
            }
            _ => {
                bytes[1] = 127;
                bytes[2..].copy_from_slice(&length);
                10
            }
        };
        Self { bytes, len }
    }
}

impl AsRef<[u8]> for Head {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }
}

/// Marks the last frame of a message.
const FINAL: u8 = 0x80;

/// Appends a frame that is a whole message or a control frame; of a control frame's payload only the [`MAX_CONTROL`] bytes that it may
/// have.
pub fn encode_frame(opcode: Opcode, payload: &[u8], out: &mut Vec<u8>) {
    let payload = if opcode.is_control() { &payload[..payload.len().min(MAX_CONTROL)] } else { payload };
    out.extend_from_slice(Head::new(opcode, payload.len()).as_ref());
    out.extend_from_slice(payload);
}

/// Appends the frame after which nothing may follow.
pub fn encode_close(code: CloseCode, out: &mut Vec<u8>) {
    encode_frame(Opcode::Close, &(code as u16).to_be_bytes(), out);
}

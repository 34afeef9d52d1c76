//! The messages of values that JSON shows as one word: times, IntOrString. Written here once, for the encoder (which writes
//! backwards) and the transcoder (which does not).

use super::wire::{DecodeError, low};
use meta::time::Time;

/// A short piece of a message.
#[derive(Clone, Copy)]
pub(super) struct Short {
    bytes: [u8; 24],
    len: usize,
}

impl Short {
    const fn new() -> Self {
        Self { bytes: [0; 24], len: 0 }
    }

    #[inline]
    pub(super) fn as_slice(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    #[inline]
    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    #[inline]
    fn varint(mut self, mut value: u64) -> Self {
        while value >= 0x80 {
            self.push(low(value) | 0x80);
            value >>= 7;
        }
        self.push(low(value));
        self
    }

    #[inline]
    fn byte(mut self, byte: u8) -> Self {
        self.push(byte);
        self
    }
}

/// One number of variable length.
#[inline]
pub(super) fn varint(value: u64) -> Short {
    Short::new().varint(value)
}

/// The message of a time. Nanoseconds are always written.
#[inline]
pub(super) fn timestamp(time: Time) -> Short {
    Short::new().byte(0x08).varint(time.seconds.cast_unsigned()).byte(0x10).varint(time.nanos.into())
}

/// The message of the number form of IntOrString.
#[inline]
pub(super) fn int_or_string(value: i64) -> Short {
    Short::new().byte(0x08).byte(0).byte(0x10).varint(value.cast_unsigned()).byte(0x1a).byte(0)
}

/// What stands in the message of the string form of IntOrString before the length of the string.
pub(super) const STRING_FORM: [u8; 5] = [0x08, 1, 0x10, 0, 0x1a];

/// The number of an `int32` field: Go keeps 32 bits.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "Go truncates")]
pub(super) fn int32(value: u64) -> i64 {
    i64::from(value as i32)
}

/// The time that Go makes of a time message: whole seconds, or microseconds where `micro`. None is the zero time.
pub(super) fn from_timestamp(seconds: i64, nanos: i64, micro: bool) -> Result<Option<Time>, DecodeError> {
    // Nanoseconds may be negative or more than a second, and are cut toward zero.
    let micros = if micro { nanos / 1000 } else { 0 };
    let late = || DecodeError::Value("proto: time out of range".to_owned());
    let seconds = seconds.checked_add(micros.div_euclid(1_000_000)).ok_or_else(late)?;
    let nanos = u32::try_from(micros.rem_euclid(1_000_000) * 1000).map_err(|_| late())?;
    let time = Time { seconds, nanos };
    Ok((!time.is_zero()).then_some(time))
}

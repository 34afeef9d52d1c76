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

/// The time of a canonical text, as trees have it: UTC, without fraction or with six decimals. The year may have more than four digits
/// or be negative, as protobuf allows and RFC 3339 does not.
pub(super) fn time(text: &[u8]) -> Option<Time> {
    let (date, clock) = text.split_at_checked(text.iter().position(|&byte| byte == b'T')?)?;
    let (year, month_day) = date.split_at_checked(date.len().checked_sub(6)?)?;
    let &[b'-', m1, m2, b'-', d1, d2] = month_day else { return None };
    let (clock, fraction) = clock.split_at_checked(9)?;
    let &[b'T', h1, h2, b':', i1, i2, b':', s1, s2] = clock else { return None };
    let year = match year {
        [b'-', digits @ ..] => -number(digits)?,
        digits => number(digits)?,
    };
    let nanos = match fraction {
        b"Z" => 0,
        [b'.', digits @ .., b'Z'] if digits.len() == 6 => 1000 * number(digits)?,
        _ => return None,
    };
    let days = days(year, number(&[m1, m2])?, number(&[d1, d2])?);
    let second = 3600 * number(&[h1, h2])? + 60 * number(&[i1, i2])? + number(&[s1, s2])?;
    Some(Time { seconds: days.checked_mul(86_400)?.checked_add(second)?, nanos: u32::try_from(nanos).ok()? })
}

#[inline]
fn number(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || digits.len() > 12 {
        return None;
    }
    digits.iter().try_fold(0, |sum: i64, byte| byte.is_ascii_digit().then(|| sum * 10 + i64::from(byte - b'0')))
}

/// Days from 1970-01-01 to a date of the Gregorian calendar, which is taken to have been in use always.
fn days(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March, so that the leap day is the last.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_printed() {
        let step = 86_399 * 12_345;
        for seconds in (-70_000_000_000i64..300_000_000_000).step_by(step).chain([0, -1, -62_135_596_800, 253_402_300_800]) {
            let time = Time { seconds, nanos: 123_456_000 };
            assert_eq!(self::time(time.rfc3339_micro().as_bytes()), Some(time), "{seconds}");
            let time = time.whole_seconds();
            assert_eq!(self::time(time.rfc3339().as_bytes()), Some(time), "{seconds}");
        }
        for text in ["", "T", "2026-11-23", "2026-11-23T08:09:03", "2026-11-23T08:09:03.5Z", "x-11-23T08:09:03Z"] {
            assert_eq!(time(text.as_bytes()), None, "{text}");
        }
    }
}

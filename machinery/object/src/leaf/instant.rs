//! Reads times as trees have them, wider than RFC 3339: protobuf brings years that it cannot write. Used by the protobuf encoder and
//! where stored documents are read; what a client wrote is read by `meta::time`.

use meta::time::Time;

/// The time of a canonical text, as trees have it: UTC, without fraction or with six decimals. The year may have more than four digits
/// or be negative, as protobuf allows and RFC 3339 does not.
pub(crate) fn canonical_time(text: &[u8]) -> Option<Time> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_printed() {
        let step = 86_399 * 12_345;
        for seconds in (-70_000_000_000i64..300_000_000_000).step_by(step).chain([0, -1, -62_135_596_800, 253_402_300_800]) {
            let time = Time { seconds, nanos: 123_456_000 };
            assert_eq!(canonical_time(time.rfc3339_micro().as_bytes()), Some(time), "{seconds}");
            let time = time.whole_seconds();
            assert_eq!(canonical_time(time.rfc3339().as_bytes()), Some(time), "{seconds}");
        }
        for text in ["", "T", "2026-11-23", "2026-11-23T08:09:03", "2026-11-23T08:09:03.5Z", "x-11-23T08:09:03Z"] {
            assert_eq!(canonical_time(text.as_bytes()), None, "{text}");
        }
    }
}

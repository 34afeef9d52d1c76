//! Go durations (`1h2m3.5s`): the `?timeout=` parameter, flags and component configuration. Parsing and printing as Go's `time`
//! package, with its error texts. Measures nothing.

use std::fmt;

use crate::time::quote;

/// A signed span of time in nanoseconds, Go's `time.Duration`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Duration(pub i64);

/// Why a duration was refused; the text is Go's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("time: {message} {}", quote(.text.as_bytes()))]
pub struct DurationError {
    message: String,
    text: String,
}

const UNITS: [(&str, u64); 8] = [
    ("ns", 1),
    ("us", 1_000),
    ("\u{b5}s", 1_000),
    ("\u{3bc}s", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
];

const SIGN: u64 = 1 << 63;

impl Duration {
    /// From whole seconds; saturates.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000_000_000))
    }

    /// Go's `time.ParseDuration`.
    ///
    /// # Errors
    /// Bad syntax, an unknown or missing unit, or more than about 292 years.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        let fail = |message: &str| DurationError { message: message.to_owned(), text: text.to_owned() };
        let negative = text.starts_with('-');
        let mut rest = text.strip_prefix(['+', '-']).unwrap_or(text);
        if rest == "0" {
            return Ok(Self(0));
        }
        if rest.is_empty() {
            return Err(fail("invalid duration"));
        }
        let mut total: u64 = 0;
        while !rest.is_empty() {
            let (whole, after) = split_digits(rest);
            let (fraction, after) = match after.strip_prefix('.') {
                Some(after) => split_digits(after),
                None => ("", after),
            };
            if whole.is_empty() && fraction.is_empty() {
                return Err(fail("invalid duration"));
            }
            let end = after.find(|c: char| c == '.' || c.is_ascii_digit()).unwrap_or(after.len());
            let (unit, next) = after.split_at(end);
            // Go notices too large a number before it looks at the unit.
            let count = whole_number(whole).ok_or_else(|| fail("invalid duration"))?;
            if unit.is_empty() {
                return Err(fail("missing unit in duration"));
            }
            let Some(&(_, nanos)) = UNITS.iter().find(|(name, _)| *name == unit) else {
                return Err(fail(&format!("unknown unit {} in duration", quote(unit.as_bytes()))));
            };
            let part = count.checked_mul(nanos).filter(|&v| v <= SIGN).and_then(|v| v.checked_add(part_of(fraction, nanos)));
            let sum = part.filter(|&v| v <= SIGN).and_then(|v| total.checked_add(v)).filter(|&v| v <= SIGN);
            total = sum.ok_or_else(|| fail("invalid duration"))?;
            rest = next;
        }
        if negative {
            return Ok(Self(0i64.wrapping_sub_unsigned(total)));
        }
        i64::try_from(total).map(Self).map_err(|_| fail("invalid duration"))
    }
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// Up to 2^63; nothing when larger.
fn whole_number(digits: &str) -> Option<u64> {
    digits.bytes().try_fold(0u64, |n, b| n.checked_mul(10)?.checked_add(u64::from(b - b'0')).filter(|&n| n <= SIGN))
}

/// The digits after the point times the unit, in floating point as Go does it, so that the last nanosecond agrees.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "Go's own arithmetic")]
fn part_of(digits: &str, unit: u64) -> u64 {
    let (mut value, mut scale) = (0u64, 1f64);
    for b in digits.bytes() {
        if value > (SIGN - 1) / 10 {
            break;
        }
        let next = value * 10 + u64::from(b - b'0');
        if next > SIGN {
            break;
        }
        value = next;
        scale *= 10.0;
    }
    (value as f64 * (unit as f64 / scale)) as u64
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.0.unsigned_abs();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        match total {
            0 => f.write_str("0s"),
            1..1_000 => write!(f, "{total}ns"),
            1_000..1_000_000 => write!(f, "{}\u{b5}s", Decimals(total, 1_000)),
            1_000_000..1_000_000_000 => write!(f, "{}ms", Decimals(total, 1_000_000)),
            _ => {
                let minutes = total / 60_000_000_000;
                let seconds = Decimals(total % 60_000_000_000, 1_000_000_000);
                match (minutes / 60, minutes % 60) {
                    (0, 0) => write!(f, "{seconds}s"),
                    (0, minutes) => write!(f, "{minutes}m{seconds}s"),
                    (hours, minutes) => write!(f, "{hours}h{minutes}m{seconds}s"),
                }
            }
        }
    }
}

/// A number of parts of a unit as a decimal fraction without trailing zeros.
struct Decimals(u64, u64);

impl fmt::Display for Decimals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(value, unit) = *self;
        write!(f, "{}", value / unit)?;
        let (mut rest, mut unit) = (value % unit, unit);
        if rest > 0 {
            f.write_str(".")?;
        }
        while rest > 0 {
            unit /= 10;
            write!(f, "{}", rest / unit)?;
            rest %= unit;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_parse_as_go() {
        let check = |text: &str, expect: Result<i64, &str>| {
            assert_eq!(Duration::parse(text).map(|d| d.0).map_err(|e| e.to_string()), expect.map_err(str::to_owned), "{text}");
        };
        check("0", Ok(0));
        check("-0", Ok(0));
        check("5s", Ok(5_000_000_000));
        check("+1.5h", Ok(5_400_000_000_000));
        check("-1m30s", Ok(-90_000_000_000));
        check("1h15m30.918273645s", Ok(4_530_918_273_645));
        check(".5s", Ok(500_000_000));
        check("1.s", Ok(1_000_000_000));
        check("10\u{b5}s", Ok(10_000));
        check("0.100000000000000000000h", Ok(360_000_000_000));
        check("0.3333333333333333333h", Ok(1_200_000_000_000));
        check("9223372036854775807ns", Ok(i64::MAX));
        check("-9223372036854775808ns", Ok(i64::MIN));
        check("", Err("time: invalid duration \"\""));
        check("3", Err("time: missing unit in duration \"3\""));
        check("-", Err("time: invalid duration \"-\""));
        check("s", Err("time: invalid duration \"s\""));
        check(".", Err("time: invalid duration \".\""));
        check(".s", Err("time: invalid duration \".s\""));
        check("1x", Err("time: unknown unit \"x\" in duration \"1x\""));
        check("1 s", Err("time: unknown unit \" s\" in duration \"1 s\""));
        check("1\u{e9}", Err("time: unknown unit \"\\xc3\\xa9\" in duration \"1\\xc3\\xa9\""));
        check("3000000h", Err("time: invalid duration \"3000000h\""));
        check("9223372036854775808ns", Err("time: invalid duration \"9223372036854775808ns\""));
        check("99999999999999999999", Err("time: invalid duration \"99999999999999999999\""));
    }

    #[test]
    fn durations_print_as_go() {
        let check = |nanos: i64, expect: &str| assert_eq!(Duration(nanos).to_string(), expect);
        check(0, "0s");
        check(1, "1ns");
        check(1_100, "1.1\u{b5}s");
        check(2_200_000, "2.2ms");
        check(3_300_000_000, "3.3s");
        check(60_000_000_000, "1m0s");
        check(4 * 60_000_000_000 + 5_001_000_000, "4m5.001s");
        check(5 * 3_600_000_000_000 + 6 * 60_000_000_000 + 7_001_000_000, "5h6m7.001s");
        check(-30_000_000_000, "-30s");
        check(i64::MIN, "-2562047h47m16.854775808s");
    }
}

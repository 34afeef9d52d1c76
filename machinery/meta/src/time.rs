//! Points in time as the API writes them: RFC 3339 in UTC with whole seconds (`metav1.Time`) or exactly six decimals
//! (`metav1.MicroTime`), read with Go's accept set and Go's error texts. Callers pass "now" in; nothing here reads a clock.

use std::fmt;

/// A point in time: seconds since 1970-01-01T00:00:00Z and nanoseconds within the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// Seconds since the epoch, negative before it.
    pub seconds: i64,
    /// Nanoseconds after that second, below 1,000,000,000.
    pub nanos: u32,
}

/// Layout of `metav1.Time`, in Go's notation.
pub const RFC3339: &str = "2006-01-02T15:04:05Z07:00";
/// Layout of `metav1.MicroTime`, in Go's notation.
pub const RFC3339_MICRO: &str = "2006-01-02T15:04:05.000000Z07:00";

/// 0001-01-01T00:00:00Z, Go's zero time: written as `null`.
pub const ZERO: Time = Time { seconds: -62_135_596_800, nanos: 0 };

/// Why a time was refused; the text is Go's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct TimeError(pub String);

impl Time {
    /// From seconds since the epoch.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self { seconds, nanos: 0 }
    }

    /// Go's zero time, which JSON shows as `null`.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self == ZERO
    }

    /// Without the fraction of a second, as `metav1.Time` is after a trip through JSON.
    #[must_use]
    pub const fn whole_seconds(self) -> Self {
        Self { seconds: self.seconds, nanos: 0 }
    }

    /// Cut to microseconds, as `metav1.MicroTime` is after a trip through JSON.
    #[must_use]
    pub const fn whole_micros(self) -> Self {
        Self { seconds: self.seconds, nanos: self.nanos / 1000 * 1000 }
    }

    /// `2006-01-02T15:04:05Z`.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let mut out = String::with_capacity(20);
        self.push_rfc3339(&mut out);
        out
    }

    /// `2006-01-02T15:04:05.000000Z`.
    #[must_use]
    pub fn rfc3339_micro(self) -> String {
        let mut out = String::with_capacity(27);
        self.push_rfc3339_micro(&mut out);
        out
    }

    /// Appends `2006-01-02T15:04:05Z`.
    pub fn push_rfc3339(self, out: &mut String) {
        self.push_to_second(out);
        out.push('Z');
    }

    /// Appends `2006-01-02T15:04:05.000000Z`.
    pub fn push_rfc3339_micro(self, out: &mut String) {
        self.push_to_second(out);
        out.push('.');
        push_digits(out, u64::from(self.nanos / 1000), 6);
        out.push('Z');
    }

    fn push_to_second(self, out: &mut String) {
        let (year, month, day) = date_of(self.seconds.div_euclid(86_400));
        let second = self.seconds.rem_euclid(86_400).unsigned_abs();
        if year < 0 {
            out.push('-');
        }
        push_digits(out, year.unsigned_abs(), 4);
        out.push('-');
        push_digits(out, month, 2);
        out.push('-');
        push_digits(out, day, 2);
        out.push('T');
        push_digits(out, second / 3600, 2);
        out.push(':');
        push_digits(out, second / 60 % 60, 2);
        out.push(':');
        push_digits(out, second % 60, 2);
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}

/// Reads a `metav1.Time`: any RFC 3339 time; a fraction is kept (it is cut when written).
///
/// # Errors
/// What Go's `time.Parse` says.
pub fn parse_rfc3339(text: &str) -> Result<Time, TimeError> {
    parse(text, RFC3339, false)
}

/// Reads a `metav1.MicroTime`: RFC 3339 with exactly six decimals.
///
/// # Errors
/// What Go's `time.Parse` says.
pub fn parse_rfc3339_micro(text: &str) -> Result<Time, TimeError> {
    parse(text, RFC3339_MICRO, true)
}

fn parse(text: &str, layout: &'static str, micros: bool) -> Result<Time, TimeError> {
    let mut reader = Reader { text, layout, rest: text.as_bytes() };
    let year = reader.year()?;
    reader.literal("-")?;
    let month = reader.number("01", true, 1, 12, "month")?;
    reader.literal("-")?;
    let day = reader.number("02", true, 0, 99, "day")?;
    reader.literal("T")?;
    let hour = reader.number("15", false, 0, 23, "hour")?;
    reader.literal(":")?;
    let minute = reader.number("04", true, 0, 59, "minute")?;
    reader.literal(":")?;
    let second = reader.number("05", true, 0, 59, "second")?;
    let nanos = if micros { reader.six_decimals()? } else { reader.any_decimals() };
    let offset = reader.offset()?;
    if !reader.rest.is_empty() {
        return Err(reader.message(&format!(": extra text: {}", quote(reader.rest))));
    }
    if day < 1 || day > days_in(year, month) {
        return Err(reader.message(": day out of range"));
    }
    let days = days_before(year, month) + day - 1;
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset;
    Ok(Time { seconds, nanos })
}

struct Reader<'a> {
    text: &'a str,
    layout: &'static str,
    rest: &'a [u8],
}

impl Reader<'_> {
    fn message(&self, message: &str) -> TimeError {
        TimeError(format!("parsing time {}{message}", quote(self.text.as_bytes())))
    }

    fn cannot(&self, at: &[u8], element: &str) -> TimeError {
        let (text, layout) = (quote(self.text.as_bytes()), quote(self.layout.as_bytes()));
        let (at, element) = (quote(at), quote(element.as_bytes()));
        TimeError(format!("parsing time {text} as {layout}: cannot parse {at} as {element}"))
    }

    fn literal(&mut self, literal: &str) -> Result<(), TimeError> {
        let Some(rest) = self.rest.strip_prefix(literal.as_bytes()) else {
            return Err(self.cannot(self.rest, literal));
        };
        self.rest = rest;
        Ok(())
    }

    fn year(&mut self) -> Result<i64, TimeError> {
        match self.rest.split_at_checked(4) {
            Some((digits, rest)) if digits.iter().all(u8::is_ascii_digit) => {
                self.rest = rest;
                Ok(decimal(digits))
            }
            _ => Err(self.cannot(self.rest, "2006")),
        }
    }

    /// One or two digits, two where `fixed`.
    fn number(&mut self, element: &str, fixed: bool, low: i64, high: i64, what: &str) -> Result<i64, TimeError> {
        let count = match self.rest {
            [a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit() => 2,
            [a, ..] if a.is_ascii_digit() && !fixed => 1,
            _ => return Err(self.cannot(self.rest, element)),
        };
        let value = decimal(&self.rest[..count]);
        self.rest = &self.rest[count..];
        if !(low..=high).contains(&value) {
            return Err(self.message(&format!(": {what} out of range")));
        }
        Ok(value)
    }

    /// A fraction that the layout does not ask for; nine digits count.
    fn any_decimals(&mut self) -> u32 {
        let [b'.' | b',', digits @ ..] = self.rest else { return 0 };
        let count = digits.iter().take_while(|b| b.is_ascii_digit()).count();
        if count == 0 {
            return 0;
        }
        self.rest = &digits[count..];
        nanos_of(&digits[..count.min(9)])
    }

    fn six_decimals(&mut self) -> Result<u32, TimeError> {
        let hold = self.rest;
        let fail = |reader: &Self| reader.cannot(hold, ".000000");
        let Some(([b'.' | b',', digits @ ..], rest)) = hold.split_at_checked(7) else { return Err(fail(self)) };
        // Go reads these six with a parser that takes a sign.
        let (sign, digits) = match digits {
            [sign @ (b'+' | b'-'), digits @ ..] => (*sign, digits),
            digits => (b'+', digits),
        };
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(fail(self));
        }
        let micros = decimal(digits);
        if sign == b'-' && micros > 0 {
            return Err(self.message(": fractional second out of range"));
        }
        self.rest = rest;
        Ok(u32::try_from(micros).map_or(0, |m| m * 1000))
    }

    /// Seconds east of UTC.
    fn offset(&mut self) -> Result<i64, TimeError> {
        if let [b'Z', rest @ ..] = self.rest {
            self.rest = rest;
            return Ok(0);
        }
        let hold = self.rest;
        let [sign, h1, h2, b':', m1, m2, rest @ ..] = hold else { return Err(self.cannot(hold, "Z07:00")) };
        let pair = |a: u8, b: u8| (a.is_ascii_digit() && b.is_ascii_digit()).then(|| decimal(&[a, b]));
        let (hours, minutes) = (pair(*h1, *h2), pair(*m1, *m2));
        // Go judges the range before the syntax, and lets offsets of 24 hours and of 60 minutes pass.
        if hours.is_some() && minutes.is_some_and(|m| m > 60) {
            return Err(self.message(": time zone offset minute out of range"));
        }
        if hours.is_some_and(|h| h > 24) {
            return Err(self.message(": time zone offset hour out of range"));
        }
        let (Some(hours), Some(minutes), b'+' | b'-') = (hours, minutes, *sign) else {
            return Err(self.cannot(hold, "Z07:00"));
        };
        self.rest = rest;
        let offset = hours * 3600 + minutes * 60;
        Ok(if *sign == b'-' { -offset } else { offset })
    }
}

fn decimal(digits: &[u8]) -> i64 {
    digits.iter().fold(0, |n, b| n * 10 + i64::from(b - b'0'))
}

fn nanos_of(digits: &[u8]) -> u32 {
    let scale = (digits.len()..9).fold(1, |n, _| n * 10);
    digits.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0')) * scale
}

/// Appends a number with zeros in front; called for every time that is written, so it does not allocate.
fn push_digits(out: &mut String, value: u64, width: usize) {
    let mut digits = [b'0'; 20];
    let (mut rest, mut at) = (value, digits.len());
    while at > 0 && (rest > 0 || digits.len() - at < width) {
        at -= 1;
        digits[at] += u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
    }
    out.extend(digits[at..].iter().map(|&digit| char::from(digit)));
}

/// Go's quoting inside the time package: everything but printable ASCII as hexadecimal bytes.
pub(crate) fn quote(text: &[u8]) -> String {
    let mut out = String::from("\"");
    for &b in text {
        match b {
            b'"' | b'\\' => out.extend(['\\', char::from(b)]),
            b' '..=b'\x7f' => out.push(char::from(b)),
            b => out.push_str(&format!("\\x{b:02x}")),
        }
    }
    out.push('"');
    out
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from the epoch to the first of a month. Counts years from March, so that the leap day comes last.
fn days_before(year: i64, month: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + (month * 153 + 2) / 5 - 719_468
}

/// Year, month and day of a day count from the epoch; the inverse of [`days_before`].
fn date_of(days: i64) -> (i64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (year * 365 + year / 4 - year / 100);
    let month = (of_year * 5 + 2) / 153;
    let day = of_year - (month * 153 + 2) / 5 + 1;
    let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
    (era * 400 + year, month.unsigned_abs(), day.unsigned_abs())
}

#[cfg(test)]
mod tests;

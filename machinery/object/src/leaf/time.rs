//! `metav1.Time` and `metav1.MicroTime`: what Go's `time.Parse` takes and says, brought to UTC. Used through `leaf` only; it never
//! asks for the current time.

use super::Canonical;
use std::fmt::Write;

const SECONDS: &str = "2006-01-02T15:04:05Z07:00";
const MICROS: &str = "2006-01-02T15:04:05.000000Z07:00";

/// Canonical text of a `metav1.Time`: whole seconds, UTC.
///
/// # Errors
/// The message of Go's `time.Parse` with the layout RFC 3339.
pub fn time(text: &str) -> Result<Canonical, String> {
    if plain(text.as_bytes()) {
        return Ok(Canonical::Same);
    }
    let moment = Parser::new(text, SECONDS).parse(false)?;
    Ok(moment.canonical(text, false))
}

/// Canonical text of a `metav1.MicroTime`: six decimals, UTC; six decimals are required.
///
/// # Errors
/// The message of Go's `time.Parse`.
pub fn micro_time(text: &str) -> Result<Canonical, String> {
    let moment = Parser::new(text, MICROS).parse(true)?;
    Ok(moment.canonical(text, true))
}

/// Whether `text` is already canonical: in range for any month, and not Go's zero time.
fn plain(text: &[u8]) -> bool {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'Z'] = text else {
        return false;
    };
    let two = |a: u8, b: u8| if a.is_ascii_digit() && b.is_ascii_digit() { 10 * (a - b'0') + (b - b'0') } else { 99 };
    (1..=99).contains(&two(y1, y2))
        && two(y1, y2) < 99
        && two(y3, y4) < 99
        && (1..=12).contains(&two(m1, m2))
        && (1..=28).contains(&two(d1, d2))
        && two(h1, h2) < 24
        && two(i1, i2) < 60
        && two(s1, s2) < 60
}

struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    seconds: i64,
    micros: u32,
}

impl Moment {
    fn canonical(&self, text: &str, micros: bool) -> Canonical {
        const ZERO: i64 = -62_135_596_800;
        if self.seconds == ZERO && self.micros == 0 {
            return Canonical::Zero;
        }
        let (year, month, day) = civil(self.seconds.div_euclid(86400));
        let second = self.seconds.rem_euclid(86400);
        let mut out = String::with_capacity(27);
        let sign = if year < 0 { "-" } else { "" };
        let mut put = |args: std::fmt::Arguments<'_>| out.write_fmt(args).expect("writing into a string cannot fail");
        put(format_args!("{sign}{:04}-{month:02}-{day:02}T", year.abs()));
        put(format_args!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60));
        if micros {
            put(format_args!(".{:06}", self.micros));
        }
        put(format_args!("Z"));
        if out == text { Canonical::Same } else { Canonical::Text(out) }
    }
}

/// Year, month and day of a day number counted from 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march = (5 * of_year + 2) / 153;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, of_year - (153 * march + 2) / 5 + 1)
}

/// Day number of a date, counted from 1970-01-01.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
}

fn days_in(month: i64, year: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Reads one value of a fixed layout, one element after the other, and complains as Go does.
struct Parser<'t> {
    whole: &'t str,
    layout: &'static str,
    rest: &'t [u8],
}

impl<'t> Parser<'t> {
    fn new(whole: &'t str, layout: &'static str) -> Self {
        Self { whole, layout, rest: whole.as_bytes() }
    }

    fn parse(mut self, micros: bool) -> Result<Moment, String> {
        let year = self.year()?;
        self.literal(b'-')?;
        let month = self.number("01", true, 1..=12, "month")?;
        self.literal(b'-')?;
        let day = self.number("02", true, 0..=99, "day")?;
        self.literal(b'T')?;
        let hour = self.number("15", false, 0..=23, "hour")?;
        self.literal(b':')?;
        let minute = self.number("04", true, 0..=59, "minute")?;
        self.literal(b':')?;
        let second = self.number("05", true, 0..=59, "second")?;
        let fraction = if micros { self.exact_micros()? } else { self.fraction() };
        let offset = self.offset()?;
        if !self.rest.is_empty() {
            return Err(self.say(&format!(": extra text: {}", quote(self.rest))));
        }
        if day < 1 || day > days_in(month, year) {
            return Err(self.say(": day out of range"));
        }
        let seconds = days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset;
        Ok(Moment { seconds, micros: fraction })
    }

    fn year(&mut self) -> Result<i64, String> {
        match self.rest.split_at_checked(4) {
            Some((digits, rest)) if digits.iter().all(u8::is_ascii_digit) => {
                self.rest = rest;
                Ok(digits.iter().fold(0, |n, d| n * 10 + i64::from(d - b'0')))
            }
            _ => Err(self.bad(self.rest, "2006")),
        }
    }

    fn literal(&mut self, byte: u8) -> Result<(), String> {
        match self.rest {
            [first, rest @ ..] if *first == byte => {
                self.rest = rest;
                Ok(())
            }
            _ => Err(self.bad(self.rest, &char::from(byte).to_string())),
        }
    }

    fn number(&mut self, element: &str, two: bool, range: std::ops::RangeInclusive<i64>, name: &str) -> Result<i64, String> {
        let (value, rest) = match *self.rest {
            [a @ b'0'..=b'9', b @ b'0'..=b'9', ..] => (i64::from(a - b'0') * 10 + i64::from(b - b'0'), &self.rest[2..]),
            [a @ b'0'..=b'9', ..] if !two => (i64::from(a - b'0'), &self.rest[1..]),
            _ => return Err(self.bad(self.rest, element)),
        };
        if !range.contains(&value) {
            return Err(self.say(&format!(": {name} out of range")));
        }
        self.rest = rest;
        Ok(value)
    }

    /// A fraction that the layout does not have; its microseconds are not kept by the caller's format.
    fn fraction(&mut self) -> u32 {
        if let [b'.' | b',', b'0'..=b'9', ..] = self.rest {
            let digits = self.rest[1..].iter().take_while(|d| d.is_ascii_digit()).count();
            self.rest = &self.rest[1 + digits..];
        }
        0
    }

    fn exact_micros(&mut self) -> Result<u32, String> {
        match self.rest.split_at_checked(7) {
            Some(([b'.' | b',', digits @ ..], rest)) if digits.iter().all(u8::is_ascii_digit) => {
                self.rest = rest;
                Ok(digits.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0')))
            }
            _ => Err(self.bad(self.rest, ".000000")),
        }
    }

    fn offset(&mut self) -> Result<i64, String> {
        if let [b'Z', rest @ ..] = self.rest {
            self.rest = rest;
            return Ok(0);
        }
        let bad = |parser: &Self| Err(parser.bad(parser.rest, "Z07:00"));
        let &[sign, h1, h2, b':', m1, m2, ..] = self.rest else { return bad(self) };
        if ![h1, h2, m1, m2].iter().all(u8::is_ascii_digit) {
            return bad(self);
        }
        let two = |a: u8, b: u8| i64::from(a - b'0') * 10 + i64::from(b - b'0');
        let (hours, minutes) = (two(h1, h2), two(m1, m2));
        if hours > 24 {
            return Err(self.say(": time zone offset hour out of range"));
        }
        if minutes > 60 {
            return Err(self.say(": time zone offset minute out of range"));
        }
        let offset = hours * 3600 + minutes * 60;
        let signed = match sign {
            b'+' => offset,
            b'-' => -offset,
            _ => return bad(self),
        };
        self.rest = &self.rest[6..];
        Ok(signed)
    }

    fn bad(&self, value: &[u8], element: &str) -> String {
        let layout = quote(self.layout.as_bytes());
        self.say(&format!(" as {layout}: cannot parse {} as {}", quote(value), quote(element.as_bytes())))
    }

    fn say(&self, message: &str) -> String {
        format!("parsing time {}{message}", quote(self.whole.as_bytes()))
    }
}

/// Quotes as Go's package time does: bytes outside printable ASCII as `\x..`.
fn quote(text: &[u8]) -> String {
    let mut out = String::from("\"");
    for &byte in text {
        match byte {
            b'"' | b'\\' => {
                out.push('\\');
                out.push(char::from(byte));
            }
            b' '..=b'~' | 0x7f => out.push(char::from(byte)),
            _ => write!(out, "\\x{byte:02x}").expect("writing into a string cannot fail"),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(canonical: &str) -> Result<Canonical, String> {
        Ok(Canonical::Text(canonical.to_owned()))
    }

    #[test]
    fn times_move_to_utc_and_lose_fractions() {
        let check = |input: &str, expect: Result<Canonical, String>| assert_eq!(time(input), expect, "{input}");
        check("2026-11-23T08:09:03Z", Ok(Canonical::Same));
        check("2024-02-29T23:59:59Z", Ok(Canonical::Same));
        check("2026-11-23T08:09:03.999Z", text("2026-11-23T08:09:03Z"));
        check("2026-11-23T08:09:03+02:30", text("2026-11-23T05:39:03Z"));
        check("2026-01-01T00:00:00+01:00", text("2025-12-31T23:00:00Z"));
        check("1969-12-31T23:59:59-00:01", text("1970-01-01T00:00:59Z"));
        check("0001-01-01T00:00:00Z", Ok(Canonical::Zero));
        check("2026-11-23T8:09:03Z", text("2026-11-23T08:09:03Z"));
    }

    #[test]
    fn micro_times_need_six_decimals() {
        assert_eq!(micro_time("2026-11-23T08:09:03.123456Z"), Ok(Canonical::Same));
        assert_eq!(micro_time("2026-11-23T08:09:03.000000+01:00"), text("2026-11-23T07:09:03.000000Z"));
        for bad in ["2026-11-23T08:09:03Z", "2026-11-23T08:09:03.5Z", "2026-11-23T08:09:03.1234567Z"] {
            micro_time(bad).unwrap_err();
        }
    }
}

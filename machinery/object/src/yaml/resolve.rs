//! What a YAML 1.1 scalar means: go-yaml v2's rules, in which `yes` is true, `0x1f` and `017` are numbers and dates stay text. Used by
//! the loader, and by the printer to find out what must be quoted.

/// A resolved scalar.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scalar {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Float(f64),
    Text,
}

/// What a plain scalar without a tag means.
pub(super) fn plain(text: &str) -> Scalar {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Scalar::Null,
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => return Scalar::Bool(true),
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => return Scalar::Bool(false),
        ".nan" | ".NaN" | ".NAN" => return Scalar::Float(f64::NAN),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => return Scalar::Float(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => return Scalar::Float(f64::NEG_INFINITY),
        _ => {}
    }
    match text.as_bytes() {
        [b'.', ..] => float(text).map_or(Scalar::Text, Scalar::Float),
        [b'0'..=b'9' | b'+' | b'-', ..] => number(text),
        _ => Scalar::Text,
    }
}

/// Whether go-yaml takes a plain scalar for a time. Reading keeps such scalars as text, printing quotes them.
pub(super) fn time_like(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let (Some(year), Some(month), Some(rest)) = (parts.next(), parts.next(), parts.next()) else { return false };
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (day, clock) = rest.split_at(end);
    let date = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && short(month, 1..=12) && short(day, 1..=31);
    date && match clock.as_bytes() {
        [] => true,
        [b'T' | b't', ..] => clock_like(&clock[1..], true),
        [b' ', ..] => clock_like(&clock[1..], false),
        _ => false,
    }
}

/// Hours, minutes and seconds with an optional fraction, and a zone where one is wanted.
fn clock_like(text: &str, zone: bool) -> bool {
    let zone_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, offset) = text.split_at(zone_at);
    let offset_fits = match offset.as_bytes() {
        [] => !zone,
        [b'Z'] => zone,
        [b'+' | b'-', _, _, b':', _, _] => zone && short(&offset[1..3], 0..=24) && short(&offset[4..], 0..=60),
        _ => false,
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = clock.split(':');
    let mut next = |most| parts.next().is_some_and(|part| short(part, 0..=most));
    let fits = next(23) && next(59) && next(59);
    offset_fits && fits && parts.next().is_none() && !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

fn short(text: &str, range: std::ops::RangeInclusive<u8>) -> bool {
    matches!(text.len(), 1 | 2)
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse().is_ok_and(|n| range.contains(&n))
}

fn number(text: &str) -> Scalar {
    let plain = text.replace('_', "");
    let (negative, digits) = match plain.as_bytes() {
        [b'-', ..] => (true, &plain[1..]),
        [b'+', ..] => (false, &plain[1..]),
        _ => (false, plain.as_str()),
    };
    let signed = digits.len() < plain.len();
    if let Some(value) = magnitude(digits) {
        if let Ok(value) = i64::try_from(if negative { -i128::from(value) } else { i128::from(value) }) {
            return Scalar::Int(value);
        }
        if !signed {
            return Scalar::Uint(value);
        }
    }
    if decimal_form(digits) { float(&plain).map_or(Scalar::Text, Scalar::Float) } else { Scalar::Text }
}

/// A whole number in Go's literal forms: `0x`, `0b`, `0o` and a leading zero for octal.
fn magnitude(digits: &str) -> Option<u64> {
    let (digits, radix) = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => (&digits[2..], 16),
        [b'0', b'b' | b'B', ..] => (&digits[2..], 2),
        [b'0', b'o' | b'O', ..] => (&digits[2..], 8),
        [b'0', _, ..] => (&digits[1..], 8),
        _ => (digits, 10),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    u64::from_str_radix(digits, radix).ok()
}

/// Digits with an optional point and exponent: `1.`, `.5`, `1.5e-3`.
fn decimal_form(text: &str) -> bool {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = match mantissa.split_once('.') {
        Some(("", fraction)) => digits(fraction),
        Some((whole, fraction)) => digits(whole) && (fraction.is_empty() || digits(fraction)),
        None => digits(mantissa),
    };
    whole && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

fn float(text: &str) -> Option<f64> {
    let value: f64 = text.parse().ok()?;
    value.is_finite().then_some(value)
}

/// A float as go-yaml prints it: Go's `%g` with the shortest digits, of the 64-bit value or (for keys) of the 32-bit one.
pub(super) fn format(value: f64, single: bool) -> String {
    if value.is_nan() {
        return ".nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { ".inf" } else { "-.inf" }.to_owned();
    }
    #[expect(clippy::cast_possible_truncation, reason = "upstream prints keys with the precision of float32")]
    let text = if single { format!("{:e}", value as f32) } else { format!("{value:e}") };
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let Ok(power) = exponent.parse::<i32>() else { return text };
    if (-4..6).contains(&power) {
        #[expect(clippy::cast_possible_truncation, reason = "as above")]
        return if single { format!("{}", value as f32) } else { format!("{value}") };
    }
    let sign = if power < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", power.abs())
}

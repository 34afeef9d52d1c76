//! Values with a wire form of their own: quantities, times and base64, brought to Go's canonical text. Used by every decoder and by
//! changes to a tree. Errors are Go's texts.

mod instant;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use meta::quantity::Quantity;

pub(crate) use instant::canonical_time;

/// Go's `base64.StdEncoding`: padding required, bits behind the last byte ignored.
const GO: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireCanonical),
);

/// Outcome of bringing a text to its canonical form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Canonical {
    /// It was canonical.
    Same,
    /// This is the canonical text.
    Text(String),
    /// It is Go's zero value.
    Zero,
}

/// Whether a quantity needs no work: a plain number of up to nine digits that no larger suffix could shorten.
fn plain_quantity(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, suffix) = text.split_at(digits);
    if digits == 0 || digits > 9 || number.starts_with('0') {
        return false;
    }
    match suffix {
        "" | "m" | "k" | "M" | "G" => !number.ends_with("000"),
        "Ki" | "Mi" | "Gi" => number.parse().is_ok_and(|n: u64| !n.is_multiple_of(1024)),
        _ => false,
    }
}

/// Canonical text of a quantity, as `resource.Quantity` prints what it parsed. Blanks around it are dropped.
///
/// # Errors
/// Go's message.
pub fn quantity(text: &str) -> Result<Canonical, String> {
    if plain_quantity(text) {
        return Ok(Canonical::Same);
    }
    let canonical = Quantity::canonical(text).map_err(|error| error.to_string())?;
    Ok(match canonical.as_str() {
        "0" => Canonical::Zero,
        same if same == text => Canonical::Same,
        _ => Canonical::Text(canonical),
    })
}

/// Whether two quantities are the same amount, whatever their units (`1Ki` and `1024`).
#[must_use]
pub fn same_quantity(a: &str, b: &str) -> bool {
    a == b || Quantity::parse(a).is_ok_and(|a| Quantity::parse(b).is_ok_and(|b| a == b))
}

/// Canonical text of a `metav1.Time`: whole seconds, UTC.
///
/// # Errors
/// The message of Go's `time.Parse` with the layout RFC 3339.
pub fn time(text: &str) -> Result<Canonical, String> {
    if plain_time(text.as_bytes()) {
        return Ok(Canonical::Same);
    }
    let time = meta::time::parse_rfc3339(text).map_err(|error| error.to_string())?;
    Ok(if time.is_zero() { Canonical::Zero } else { changed(text, time.rfc3339()) })
}

/// Canonical text of a `metav1.MicroTime`: six decimals, UTC; six decimals are required.
///
/// # Errors
/// The message of Go's `time.Parse`.
pub fn micro_time(text: &str) -> Result<Canonical, String> {
    let time = meta::time::parse_rfc3339_micro(text).map_err(|error| error.to_string())?;
    Ok(if time.is_zero() { Canonical::Zero } else { changed(text, time.rfc3339_micro()) })
}

fn changed(text: &str, canonical: String) -> Canonical {
    if canonical == text { Canonical::Same } else { Canonical::Text(canonical) }
}

/// Whether a time is already canonical: whole seconds in UTC, a day that every month has, and not Go's zero time.
fn plain_time(text: &[u8]) -> bool {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'Z'] = text else {
        return false;
    };
    let two = |a: u8, b: u8| if a.is_ascii_digit() && b.is_ascii_digit() { 10 * (a - b'0') + (b - b'0') } else { u8::MAX };
    (1..=99).contains(&two(y1, y2))
        && two(y3, y4) <= 99
        && (1..=12).contains(&two(m1, m2))
        && (1..=28).contains(&two(d1, d2))
        && two(h1, h2) < 24
        && two(i1, i2) < 60
        && two(s1, s2) < 60
}

/// Checks base64 as Go's decoder does (line breaks are skipped) and gives its canonical text. Empty text is Go's empty slice.
///
/// # Errors
/// Go's message with the position of the bad byte.
pub fn base64(text: &[u8]) -> Result<Canonical, String> {
    let broken = text.iter().any(|byte| matches!(byte, b'\r' | b'\n'));
    let decoded = if broken {
        let joined: Vec<u8> = text.iter().copied().filter(|byte| !matches!(byte, b'\r' | b'\n')).collect();
        GO.decode(joined)
    } else {
        GO.decode(text)
    };
    let Ok(bytes) = decoded else {
        return Err(format!("illegal base64 data at input byte {}", bad_base64(text)));
    };
    let canonical = GO.encode(bytes);
    Ok(if canonical.as_bytes() == text { Canonical::Same } else { Canonical::Text(canonical) })
}

/// The position that Go's decoder complains about.
fn bad_base64(text: &[u8]) -> usize {
    let mut at = 0;
    loop {
        // One group of four; `filled` counts its characters.
        let mut filled = 0;
        while filled < 4 {
            let Some(&byte) = text.get(at) else {
                return if filled == 0 { at } else { at - filled };
            };
            at += 1;
            match byte {
                b'\r' | b'\n' => {}
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => filled += 1,
                b'=' if filled >= 2 => return bad_padding(text, at, filled),
                _ => return at - 1,
            }
        }
    }
}

/// What Go finds wrong from the first padding character (before `at`) of a group with `filled` characters on.
fn bad_padding(text: &[u8], mut at: usize, filled: usize) -> usize {
    let skip = |mut at: usize| {
        while let Some(b'\r' | b'\n') = text.get(at) {
            at += 1;
        }
        at
    };
    if filled == 2 {
        at = skip(at);
        match text.get(at) {
            None => return text.len(),
            Some(b'=') => at += 1,
            Some(_) => return at - 1,
        }
    }
    skip(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_checked_as_go_does() {
        let check = |text: &str, expect: Result<Canonical, &str>| {
            assert_eq!(
                base64(text.as_bytes()),
                expect.map_err(|at| format!("illegal base64 data at input byte {at}")),
                "{text:?}"
            );
        };
        check("", Ok(Canonical::Same));
        check("YQ==", Ok(Canonical::Same));
        check("YR==", Ok(Canonical::Text("YQ==".to_owned())));
        check("YW\nJj", Ok(Canonical::Text("YWJj".to_owned())));
        check("Y!==", Err("1"));
    }

    #[test]
    fn quantities_and_times_come_out_canonical() {
        let text = |text: &str| Ok(Canonical::Text(text.to_owned()));
        assert_eq!(quantity("100m"), Ok(Canonical::Same));
        assert_eq!(quantity("1000m"), text("1"));
        assert_eq!(quantity(" 1.5Gi "), text("1536Mi"));
        assert_eq!(quantity("0"), Ok(Canonical::Zero));
        quantity("x").unwrap_err();
        assert!(same_quantity("1Ki", "1024") && !same_quantity("1k", "1Ki"));
        assert_eq!(time("2026-11-23T08:09:03Z"), Ok(Canonical::Same));
        assert_eq!(time("2024-02-29T23:59:59Z"), Ok(Canonical::Same));
        assert_eq!(time("2026-11-23T08:09:03.9+02:30"), text("2026-11-23T05:39:03Z"));
        assert_eq!(time("0001-01-01T00:00:00Z"), Ok(Canonical::Zero));
        assert_eq!(micro_time("2026-11-23T08:09:03.123456Z"), Ok(Canonical::Same));
        micro_time("2026-11-23T08:09:03Z").unwrap_err();
    }

    #[test]
    fn plain_quantities_are_canonical() {
        for number in ["1", "10", "1023", "1500", "999999999999999"] {
            for suffix in ["", "m", "k", "M", "G", "Ki", "Mi", "Gi"] {
                let given = format!("{number}{suffix}");
                if plain_quantity(&given) {
                    assert_eq!(Quantity::canonical(&given).unwrap(), given);
                }
            }
        }
    }
}

//! Values with a wire form of their own: quantities, times and base64, brought to Go's canonical text. Used by every decoder and by
//! changes to a tree. Errors are Go's texts.

mod time;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

pub use time::{micro_time, time};

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

/// Whether a quantity needs no work: a plain number of up to 15 digits that no larger suffix could shorten.
fn plain_quantity(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, suffix) = text.split_at(digits);
    if digits == 0 || digits > 15 || number.starts_with('0') {
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
    let canonical = parse_quantity(text.trim())?;
    Ok(match canonical.as_str() {
        "0" => Canonical::Zero,
        same if same == text => Canonical::Same,
        _ => Canonical::Text(canonical),
    })
}

/// Whether two canonical quantities are the same amount, whatever their units (`1Ki` and `1024`).
#[must_use]
pub fn same_quantity(a: &str, b: &str) -> bool {
    a == b
}

/// The one place that knows who parses quantities.
fn parse_quantity(text: &str) -> Result<String, String> {
    Err(format!("quantity {text:?} cannot be read yet"))
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
}

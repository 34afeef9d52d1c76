//! Numbers as Go's client prints them: the shortest decimal that reads back the same, with an exponent where `%g` has one.

use std::fmt::Write;

/// Largest exponent, exclusive, that is written without `e`: that of `%g` without a precision.
const PLAIN_BELOW: i32 = 6;
/// Smallest one.
const PLAIN_FROM: i32 = -4;

/// Appends a number.
pub(super) fn push(out: &mut String, number: f64) {
    if number.is_nan() {
        out.push_str("NaN");
    } else if number.is_infinite() {
        out.push_str(if number > 0.0 { "+Inf" } else { "-Inf" });
    } else if number == 0.0 {
        out.push('0');
    } else {
        push_finite(out, number);
    }
}

fn push_finite(out: &mut String, number: f64) {
    // Writing to a String does not fail.
    let start = out.len();
    let _ = write!(out, "{number:e}");
    let Some(e) = out[start..].find('e').map(|at| start + at) else { return };
    let exponent: i32 = out[e + 1..].parse().unwrap_or(0);
    if (PLAIN_FROM..PLAIN_BELOW).contains(&exponent) {
        out.truncate(start);
        let _ = write!(out, "{number}");
        return;
    }
    out.truncate(e);
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(out, "e{sign}{:02}", exponent.unsigned_abs());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_go_prints_them() {
        for (number, expect) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-1.0, "-1"),
            (0.005, "0.005"),
            (1.25, "1.25"),
            (100_000.0, "100000"),
            (999_999.0, "999999"),
            (1_000_000.0, "1e+06"),
            (1_234_567.0, "1.234567e+06"),
            (-1_234_567.0, "-1.234567e+06"),
            (55_803_904.0, "5.5803904e+07"),
            (0.0001, "0.0001"),
            (0.000_01, "1e-05"),
            (0.000_012_3, "1.23e-05"),
            (1.5e300, "1.5e+300"),
            (18_446_744_073_709_551_615.0, "1.8446744073709552e+19"),
            (1e21, "1e+21"),
            (0.1 + 0.2, "0.30000000000000004"),
            (16.384, "16.384"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "+Inf"),
            (f64::NEG_INFINITY, "-Inf"),
        ] {
            let mut out = String::from("x");
            push(&mut out, number);
            assert_eq!(out, format!("x{expect}"));
        }
    }
}

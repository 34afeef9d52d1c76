//! Numbers as Go's JSON prints them. Used by every JSON writer; no other place may format a float.

/// Appends `value` as Go's encoding/json does: shortest digits, plain between 1e-6 and 1e21, else an exponent with sign and without
/// leading zeros. NaN and infinities cannot come out of a decoder; they print as 0.
pub fn write_f64(value: f64, out: &mut Vec<u8>) {
    use std::io::Write;
    let size = value.abs();
    let written = if !value.is_finite() {
        out.write_all(b"0")
    } else if size != 0.0 && !(1e-6..1e21).contains(&size) {
        let text = format!("{value:e}");
        match text.split_once('e') {
            Some((digits, exponent)) if !exponent.starts_with('-') => write!(out, "{digits}e+{exponent}"),
            _ => out.write_all(text.as_bytes()),
        }
    } else {
        write!(out, "{value}")
    };
    written.expect("writing into a vector cannot fail");
}

/// Appends a whole number.
pub fn write_i64(value: i64, out: &mut Vec<u8>) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    let mut rest = value.unsigned_abs();
    loop {
        at -= 1;
        digits[at] = b'0' + u8::try_from(rest % 10).expect("a remainder of ten is one digit");
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        out.push(b'-');
    }
    out.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_print_as_go_prints_them() {
        let check = |value: f64, expect: &str| {
            let mut out = Vec::new();
            write_f64(value, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), expect);
        };
        check(1.0, "1");
        check(-0.0, "-0");
        check(0.1, "0.1");
        check(1e20, "100000000000000000000");
        check(1e21, "1e+21");
        check(123_456_789_012_345_678_901.0, "123456789012345680000");
        check(1e-6, "0.000001");
        check(1e-7, "1e-7");
        check(-1.5e-9, "-1.5e-9");
        check(1.797_693_134_862_315_7e308, "1.7976931348623157e+308");
        check(5e-324, "5e-324");
    }

    #[test]
    fn integers_print_fully() {
        for value in [0, 1, -1, 10, i64::MAX, i64::MIN] {
            let mut out = Vec::new();
            write_i64(value, &mut out);
            assert_eq!(String::from_utf8_lossy(&out), value.to_string());
        }
    }
}

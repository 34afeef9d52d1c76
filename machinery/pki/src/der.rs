//! The few DER forms that certificates need (X.690). Writing only; reading is `x509`'s.

use x509_cert::der::DateTime;

pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OBJECT_IDENTIFIER: u8 = 0x06;
pub(crate) const UTF8_STRING: u8 = 0x0c;
pub(crate) const PRINTABLE_STRING: u8 = 0x13;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

/// Last year that RFC 5280 writes with two digits.
const LAST_SHORT_YEAR: u16 = 2049;

/// Tag, length, value.
pub(crate) fn tlv(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len() + 6);
    out.push(tag);
    let length = value.len().to_be_bytes();
    let significant = &length[length.iter().position(|b| *b != 0).unwrap_or(length.len() - 1)..];
    match significant {
        [short @ 0..=0x7f] => out.push(*short),
        long => {
            // A usize has at most eight bytes.
            out.push(0x80 | u8::try_from(long.len()).unwrap_or(8));
            out.extend_from_slice(long);
        }
    }
    out.extend_from_slice(value);
    out
}

/// A value made of others.
pub(crate) fn nest(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    tlv(tag, &parts.concat())
}

/// A non-negative integer from big-endian bytes.
pub(crate) fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.iter().position(|b| *b != 0).unwrap_or(bytes.len());
    let digits = &bytes[start..];
    if digits.first().is_none_or(|first| *first >= 0x80) {
        // Zero has one digit; a set top bit would read as a minus sign.
        return nest(INTEGER, &[&[0], digits]);
    }
    tlv(INTEGER, digits)
}

/// A bit string whose last byte has `unused` bits that do not count.
pub(crate) fn bits(unused: u8, bytes: &[u8]) -> Vec<u8> {
    nest(BIT_STRING, &[&[unused], bytes])
}

/// A set: DER wants its members sorted by their encoding.
pub(crate) fn set_of(mut members: Vec<Vec<u8>>) -> Vec<u8> {
    members.sort_unstable();
    tlv(SET, &members.concat())
}

/// A directory string, in the type that Go picks: PrintableString where the alphabet allows it, else UTF8String.
pub(crate) fn string(text: &str) -> Vec<u8> {
    let printable = text.bytes().all(|b| b.is_ascii_alphanumeric() || b" '()+,-./:=?".contains(&b));
    tlv(if printable { PRINTABLE_STRING } else { UTF8_STRING }, text.as_bytes())
}

/// A moment in seconds since the epoch; times before 1970 or after 9999 are pulled to the nearest that can be written.
pub(crate) fn time(seconds: i64) -> Vec<u8> {
    let since = std::time::Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    let moment = DateTime::from_unix_duration(since).unwrap_or(DateTime::INFINITY);
    let rest =
        format!("{:02}{:02}{:02}{:02}{:02}Z", moment.month(), moment.day(), moment.hour(), moment.minutes(), moment.seconds());
    let year = moment.year();
    if year <= LAST_SHORT_YEAR {
        tlv(UTC_TIME, format!("{:02}{rest}", year % 100).as_bytes())
    } else {
        tlv(GENERALIZED_TIME, format!("{year:04}{rest}").as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        assert_eq!(tlv(4, &[]), [4, 0]);
        assert_eq!(tlv(4, &[7; 127])[..2], [4, 127]);
        assert_eq!(tlv(4, &[7; 128])[..3], [4, 0x81, 128]);
        assert_eq!(tlv(4, &[7; 300])[..4], [4, 0x82, 1, 44]);
    }

    #[test]
    fn integers() {
        assert_eq!(unsigned(&[]), [2, 1, 0]);
        assert_eq!(unsigned(&[0, 0]), [2, 1, 0]);
        assert_eq!(unsigned(&[0, 0x7f]), [2, 1, 0x7f]);
        assert_eq!(unsigned(&[0x80]), [2, 2, 0, 0x80]);
    }

    #[test]
    fn strings_and_sets() {
        assert_eq!(string("system:masters")[0], PRINTABLE_STRING);
        for other in ["a@b", "a*", "\u{fc}", "a_b"] {
            assert_eq!(string(other)[0], UTF8_STRING, "{other}");
        }
        assert_eq!(set_of(vec![vec![9], vec![3]]), [SET, 2, 3, 9]);
    }

    #[test]
    fn times() {
        for (seconds, expect) in [
            (0, "700101000000Z"),
            (-5, "700101000000Z"),
            (1_767_225_600, "260101000000Z"),
            (2_524_607_999, "491231235959Z"),
            (2_524_608_000, "20500101000000Z"),
            (i64::MAX, "99991231235959Z"),
        ] {
            assert_eq!(time(seconds)[2..], *expect.as_bytes(), "{seconds}");
        }
    }
}

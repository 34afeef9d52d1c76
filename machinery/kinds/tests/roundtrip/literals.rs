//! JSON text of single values: what fields of each shape can hold, with the forms that codecs tend to get wrong, and what they
//! cannot hold. Written as JSON source, so that escapes and number texts reach the decoder as they stand.

use crate::dice::Dice;

/// Pieces of JSON strings.
const PIECES: [&str; 38] = [
    "a",
    "b",
    "Z9",
    "name",
    "-",
    ".",
    "/",
    " ",
    "é",
    "漢",
    "😀",
    "<",
    ">",
    "&",
    "\u{2028}",
    "\u{2029}",
    "\u{7f}",
    "\u{fffd}",
    "'",
    ":",
    "# ",
    r"\n",
    r"\t",
    r#"\""#,
    r"\\",
    r"\/",
    r"\b",
    r"\f",
    r"\r",
    r"\u0001",
    r"\u001F",
    r"\u0000",
    r"\u00e9",
    r"\u2028",
    r"\u003c",
    r"\ud83d\ude00",
    r"\ud800",
    r"\uDC00\uD83Dx",
];

/// Texts that rules look for.
pub(crate) const WORDS: [&str; 24] = [
    "Container",
    "User",
    "Group",
    "ServiceAccount",
    "RollingUpdate",
    "Recreate",
    "None",
    "ClientIP",
    "ClusterIP",
    "NodePort",
    "LoadBalancer",
    "ExactCount",
    "All",
    "Always",
    "nginx",
    "nginx:latest",
    "nginx:1.25",
    "registry.example:5000/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "a//b",
    "10.0.0.1",
    "fd00::1",
    "Webhook",
    "cpu",
    "a",
];

/// Byte sequences that are not UTF-8.
const BROKEN: [&[u8]; 5] = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f", b"\xc0\xaf"];

/// Whole numbers of 32 bits.
pub(crate) const INT32: [&str; 8] = ["0", "1", "-1", "8080", "2147483647", "-2147483648", "-0", "65536"];
/// Whole numbers of 64 bits.
pub(crate) const INT64: [&str; 9] =
    ["0", "1", "-1", "2147483648", "9223372036854775807", "-9223372036854775808", "-0", "9007199254740993", "300"];
/// Numbers with fractions and exponents.
pub(crate) const FLOATS: [&str; 20] = [
    "0",
    "-0",
    "0.0",
    "-0.0",
    "1",
    "-1.5",
    "0.1",
    "0.30000000000000004",
    "1e21",
    "1E+20",
    "999999999999999999999",
    "123456789012345678",
    "1e-6",
    "1e-7",
    "-1.5e-9",
    "1.7976931348623157e308",
    "5e-324",
    "1e-400",
    "100",
    "3.00",
];
/// Numbers that no field can hold, or only floats can.
const WRONG_NUMBERS: [&str; 14] = [
    "2147483648",
    "-2147483649",
    "9223372036854775808",
    "-9223372036854775809",
    "1.0",
    "1.5",
    "1e3",
    "1E0",
    "1e999",
    "-1e999",
    "0.0",
    "256",
    "-1",
    "123456789012345678901234567890",
];
const WRONG_TIMES: [&str; 30] = [
    "",
    "now",
    "2026-11-23",
    "2026-11-23T08:09:03",
    "2026-11-23 08:09:03Z",
    "2026-11-23t08:09:03z",
    "2026-13-01T00:00:00Z",
    "2026-02-29T00:00:00Z",
    "2026-11-23T24:00:00Z",
    "2026-11-23T23:59:60Z",
    "2026-11-23T08:09:03.Z",
    "2026-11-23T08:09:03,5Z",
    "2026-11-23T08:09:03+24:00",
    "2026-11-23T08:09:03+23:60",
    "2026-11-23T08:09:03+0100",
    "2026-11-23T08:09:03.123Z",
    "2026-11-23T8:09:03Z",
    "10000-01-01T00:00:00Z",
    "-001-01-01T00:00:00Z",
    "2026-11-23T08:09:03Zx",
    "2026-00-10T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "2026-11-23T08:60:03Z",
    "2026-11-23T08:09:61Z",
    "2026-11-23T08:09:03.123456",
    "2026-11-23T08:09:03.1234567Z",
    "2026-11-23T08:09",
    "0000-01-01T00:00:00Z",
    "20261123T080903Z",
    "2026-11-23T08:09:03.00000a",
];
const WRONG_QUANTITIES: [&str; 22] = [
    "",
    "abc",
    "1.2.3",
    "1Kib",
    "1 Gi",
    "Ki",
    "--1",
    "1e",
    "1e+",
    "1.5e3.2",
    "0x10",
    "1_000",
    "+",
    "-",
    ".",
    "1ki",
    "1K",
    "１",
    "1E+",
    "1e99999999999",
    "1mi",
    "1\\u0047i",
];
const WRONG_BASE64: [&str; 8] = ["!", "YQ", "YQ=", "YQ===", "Y_-=", "YWI=YWI=", "Y Q==", "=YQ="];
/// Values of every JSON kind, for places that want another.
const ANYTHING: [&str; 16] = [
    "{}",
    "[]",
    "null",
    "true",
    "false",
    "\"\"",
    "\"text\"",
    "\"12\"",
    "1",
    "{\"a\":1}",
    "[1,\"x\",null]",
    "[{}]",
    "[[]]",
    "{\"a\":{\"b\":[1]}}",
    "[true]",
    "\"true\"",
];

fn quoted(text: &str) -> Vec<u8> {
    format!("\"{text}\"").into_bytes()
}

/// A string literal; `broken` lets bytes in that are not UTF-8.
pub(crate) fn string(dice: &mut Dice, broken: bool) -> Vec<u8> {
    let mut out = b"\"".to_vec();
    let pieces = dice.pick(&[0, 1, 1, 1, 2, 3, 5]);
    for _ in 0..pieces {
        if broken && dice.chance(40) {
            out.extend_from_slice(dice.pick(&BROKEN));
        } else {
            out.extend_from_slice(dice.pick(&PIECES).as_bytes());
        }
    }
    out.push(b'"');
    out
}

/// A quantity as text or number: every family of suffixes, signs, fractions, values beyond 64 bits.
pub(crate) fn quantity(dice: &mut Dice) -> Vec<u8> {
    const NUMBERS: [&str; 22] = [
        "0",
        "1",
        "2",
        "10",
        "100",
        "1000",
        "1024",
        "1500",
        "0.5",
        "1.5",
        "0.001",
        ".5",
        "5.",
        "00012",
        "12.3400",
        "9223372036854775807",
        "9223372036854775808",
        "1048576",
        "0.0000000001",
        "123456789.987654321",
        "999999999999999999999999",
        "0.000",
    ];
    const SUFFIXES: [&str; 26] = [
        "", "", "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E6", "e-3", "E-9",
        "e+2", "e0", "e18", "e1",
    ];
    if dice.chance(150) {
        return dice.pick(&["0", "1", "-1", "1.5", "1e3", "1E-3", "0.1", "-0", "4096", "1e30", "100000000000000000000"]).into();
    }
    let sign = dice.pick(&["", "", "", "", "-", "+"]);
    let number = dice.pick(&NUMBERS);
    let suffix = dice.pick(&SUFFIXES);
    quoted(&format!("{sign}{number}{suffix}"))
}

/// A point in time with an offset and `decimals` digits of a fraction.
pub(crate) fn time(dice: &mut Dice, decimals: Option<usize>) -> Vec<u8> {
    let zero = dice.chance(60);
    let (date, offset) = if zero {
        dice.pick(&[("0001-01-01T00:00:00", "Z"), ("0001-01-01T01:00:00", "+01:00"), ("0000-12-31T23:00:00", "-01:00")])
    } else {
        const DATES: [&str; 10] = [
            "2026-11-23T08:09:03",
            "2024-02-29T23:59:59",
            "1970-01-01T00:00:00",
            "1969-12-31T23:59:59",
            "9999-12-31T23:59:59",
            "2000-01-01T00:00:00",
            "0001-01-01T00:00:01",
            "1999-12-31T00:00:00",
            "2100-03-01T12:30:00",
            "0002-01-01T00:00:00",
        ];
        const OFFSETS: [&str; 9] = ["Z", "Z", "Z", "+01:00", "-07:00", "+05:45", "-00:00", "+23:59", "-12:30"];
        (dice.pick(&DATES), dice.pick(&OFFSETS))
    };
    let digits = decimals.unwrap_or_else(|| dice.pick(&[0, 0, 0, 1, 3, 6, 9, 12]));
    let mut text = date.to_owned();
    for at in 0..digits {
        if at == 0 {
            text.push('.');
        }
        text.push(if zero { '0' } else { char::from(b"0459"[dice.below(4)]) });
    }
    quoted(&(text + offset))
}

/// Base64, or an array of small numbers.
///
/// `null` in such an array keeps the byte of an earlier field of the same name in Go, and is zero with us: `nulls` lets it in.
pub(crate) fn bytes(dice: &mut Dice, nulls: bool) -> Vec<u8> {
    const TEXTS: [&str; 14] = [
        r#""""#,
        r#""YQ==""#,
        r#""YR==""#,
        r#""YWI=""#,
        r#""YWJj""#,
        r#""YW\nJj""#,
        r#""\r\nYQ==\r\n""#,
        r#""+/+/""#,
        r#""\u002b/+/""#,
        "[]",
        "[0,1,255]",
        "[ 97 ]",
        r#""\/\/8=""#,
        "[null,7]",
    ];
    dice.pick(if nulls { &TEXTS } else { &TEXTS[..TEXTS.len() - 1] }).into()
}

/// Any JSON, for embedded documents.
pub(crate) fn any_json(dice: &mut Dice, depth: usize, out: &mut Vec<u8>) {
    let blank = |dice: &mut Dice, out: &mut Vec<u8>| {
        if dice.chance(100) {
            out.extend_from_slice(dice.pick(&[" ", "\n  ", "\t", "\r\n"]).as_bytes());
        }
    };
    match dice.below(if depth == 0 { 5 } else { 9 }) {
        0 => out.extend_from_slice(dice.pick(&["true", "false", "null"]).as_bytes()),
        1 => out.extend_from_slice(dice.pick(&FLOATS).as_bytes()),
        2 => out.extend_from_slice(dice.pick(&WRONG_NUMBERS).as_bytes()),
        3 | 4 => out.extend_from_slice(&string(dice, false)),
        5 | 6 => {
            out.push(b'[');
            for at in 0..dice.below(4) {
                if at > 0 {
                    out.push(b',');
                }
                blank(dice, out);
                any_json(dice, depth - 1, out);
                blank(dice, out);
            }
            out.push(b']');
        }
        _ => {
            out.push(b'{');
            for at in 0..dice.below(5) {
                if at > 0 {
                    out.push(b',');
                }
                blank(dice, out);
                out.extend_from_slice(&string(dice, false));
                blank(dice, out);
                out.push(b':');
                blank(dice, out);
                any_json(dice, depth - 1, out);
            }
            blank(dice, out);
            out.push(b'}');
        }
    }
}

/// What hardly any place can hold.
pub(crate) fn wrong(dice: &mut Dice) -> Vec<u8> {
    match dice.below(7) {
        0 | 1 => dice.pick(&ANYTHING).into(),
        2 => dice.pick(&WRONG_NUMBERS).into(),
        3 => quoted(dice.pick(&WRONG_TIMES)),
        4 => quoted(dice.pick(&WRONG_QUANTITIES)),
        5 => quoted(dice.pick(&WRONG_BASE64)),
        _ => {
            let mut out = Vec::new();
            any_json(dice, 2, &mut out);
            out
        }
    }
}

/// A wrong value for a leaf that reads its own text.
pub(crate) fn wrong_time(dice: &mut Dice) -> Vec<u8> {
    quoted(dice.pick(&WRONG_TIMES))
}

/// See [`wrong_time`].
pub(crate) fn wrong_quantity(dice: &mut Dice) -> Vec<u8> {
    quoted(dice.pick(&WRONG_QUANTITIES))
}

/// See [`wrong_time`].
pub(crate) fn wrong_base64(dice: &mut Dice) -> Vec<u8> {
    quoted(dice.pick(&WRONG_BASE64))
}

/// See [`wrong_time`].
pub(crate) fn wrong_number(dice: &mut Dice) -> Vec<u8> {
    dice.pick(&WRONG_NUMBERS).into()
}

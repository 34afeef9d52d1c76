//! Quantities at the edges; ordinary ones are compared with upstream's answers in `tests/upstream.rs`.

use super::*;

#[test]
fn canonical_texts_are_upstreams() {
    let check = |text: &str, expect: &str| assert_eq!(Quantity::canonical(text).as_deref(), Ok(expect), "{text}");
    // The table measured on the reference server.
    check("0.1", "100m");
    check("1000m", "1");
    check("1.0", "1");
    check("1.25", "1250m");
    check("0.0001", "100u");
    check("0.1n", "1n");
    check("1024Mi", "1Gi");
    check("1.5Gi", "1536Mi");
    check("0.5Gi", "512Mi");
    check("1000Ki", "1000Ki");
    check("1000Mi", "1000Mi");
    check("-0.5", "-500m");
    check("1000000", "1M");
    check("100000000000000000000", "100E");
    check("1e3", "1e3");
    check("1E3", "1E3");
    check("12e6", "12e6");
    check("0.5e1", "5");
    // Upstream keeps some texts as they are ...
    check("+1", "+1");
    check("01", "01");
    check("1.", "1.");
    check("100e-3", "100e-3");
    check("1e4294967296", "1e4294967296");
    // ... reads no digits as zero ...
    check(".", "0");
    check("+", "0");
    check("Ki", "0");
    check("-0", "0");
    // ... caps binary numbers, rounds up to nano ...
    check("9.9Ei", "9223372036854775807");
    check("99999999999999999999Ki", "9223372036854775807");
    check("0.1Ei", "115292150460684697600m");
    check("1.1Ki", "1126400m");
    check("1.000000000000000000000000000000001Ki", "1024000000001n");
    check("-0.1n", "-1n");
    check("1e-100", "1e-9");
    // ... and has no bound otherwise, but also no suffix beyond exa.
    check("1e100", "10e99");
    check("123456789012345678901234567890", "123456789012345678901234567890");
    check("1000000000000000000000.5", "1000000000000000000000500m");
    check("1000000000000000000000", "1");
    check(&"9".repeat(300), &"9".repeat(300));
    check(" 5 ", "5");
}

#[test]
fn refusals_are_upstreams() {
    let check = |text: &str, expect: QuantityError| assert_eq!(Quantity::canonical(text), Err(expect), "{text}");
    check("", QuantityError::Format);
    check("1Zi", QuantityError::Format);
    check("0x10", QuantityError::Format);
    check("1 5", QuantityError::Format);
    check("1e3Ki", QuantityError::Format);
    check("true", QuantityError::Format);
    check("Ei", QuantityError::Numeric);
    check(".Ei", QuantityError::Numeric);
    check("1e+", QuantityError::Suffix);
    check("5e", QuantityError::Suffix);
    check("1Ee3", QuantityError::Suffix);
    check("1e99999999999999999999", QuantityError::Suffix);
}

#[test]
fn huge_exponents_cost_nothing() {
    let parse = |text: &str| Quantity::parse(text).unwrap();
    assert!(parse("1e2000000000") > parse("9e1999999999"));
    assert!(parse("-1e2000000000") < parse("1n"));
    assert_eq!(parse("1e2000000000").value(), i64::MAX);
    let mut sum = parse("1e2000000000");
    sum.add(&parse("1n"));
    assert_eq!(sum, parse("1e2000000000"));
    assert_eq!(parse("1e-2000000000"), parse("1n"));
}

#[test]
fn sums_take_the_format_of_the_first_that_is_not_zero() {
    let check = |a: &str, b: &str, expect: &str| {
        let mut sum = Quantity::parse(a).unwrap();
        sum.add(&Quantity::parse(b).unwrap());
        assert_eq!(sum.to_string(), expect, "{a} + {b}");
    };
    check("0", "1Ki", "1Ki");
    check("1Ki", "24", "1048");
    check("100m", "0.9", "1");
    check("1M", "1Mi", "2048576");
    check("170141183460469231731687303715884105727", "1", "170141183460469231731687303715884105728");
    check("1Gi", "-1Gi", "0");
}

#[test]
fn values_round_away_from_zero() {
    let check = |text: &str, value: i64, milli: i64| {
        let quantity = Quantity::parse(text).unwrap();
        assert_eq!((quantity.value(), quantity.milli_value()), (value, milli), "{text}");
    };
    check("1.1", 2, 1100);
    check("1n", 1, 1);
    check("-1.1", -2, -1100);
    check("1e30", i64::MAX, i64::MAX);
    check("-1e30", i64::MIN, i64::MIN);
    check("8Ei", i64::MAX, i64::MAX);
    assert_eq!(Quantity::parse("5").unwrap().as_i64(), Some(5));
    assert_eq!(Quantity::parse("5.5").unwrap().as_i64(), None);
}

/// Found by fuzzing: printing this sum took gigabytes.
#[test]
fn a_binary_sum_with_a_huge_number_prints_in_bounded_memory() {
    let mut sum = Quantity::parse("1Pi").unwrap();
    sum.add(&Quantity::parse("7e900000000").unwrap());
    assert_eq!(sum.to_string(), "7e900000000");
}

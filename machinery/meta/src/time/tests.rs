//! Times at the edges; ordinary ones are compared with Go's answers in `tests/upstream.rs`.

use super::*;

#[test]
fn times_parse_as_go() {
    let check = |text: &str, expect: Result<&str, &str>| {
        let got = parse_rfc3339(text).map(Time::rfc3339).map_err(|e| e.0);
        assert_eq!(got, expect.map(str::to_owned).map_err(str::to_owned), "{text}");
    };
    check("2026-11-23T08:09:03Z", Ok("2026-11-23T08:09:03Z"));
    check("2026-11-23T08:09:03.999999999999Z", Ok("2026-11-23T08:09:03Z"));
    check("2026-11-23T08:09:03,5Z", Ok("2026-11-23T08:09:03Z"));
    check("2026-11-23T8:09:03+02:30", Ok("2026-11-23T05:39:03Z"));
    check("2024-02-29T00:00:00+24:60", Ok("2024-02-27T23:00:00Z"));
    check("9999-12-31T23:59:59-01:00", Ok("10000-01-01T00:59:59Z"));
    check("0000-01-01T00:00:00+01:00", Ok("-0001-12-31T23:00:00Z"));
    let refused = |text: &str, rest: &str| check(text, Err(&format!("parsing time \"{text}\"{rest}")));
    refused("2023-02-29T00:00:00Z", ": day out of range");
    refused("2023-13-01T00:00:00Z", ": month out of range");
    refused("2023-01-01T24:00:00Z", ": hour out of range");
    refused("2023-01-01T00:00:60Z", ": second out of range");
    refused("2023-01-01T00:00:00Zx", ": extra text: \"x\"");
    refused("2023-01-01T00:00:00+25:00", ": time zone offset hour out of range");
    let cannot = |text: &str, at: &str, element: &str| {
        refused(text, &format!(" as \"{RFC3339}\": cannot parse \"{at}\" as \"{element}\""));
    };
    cannot("", "", "2006");
    cannot("yesterday", "yesterday", "2006");
    cannot("2023-1-01T00:00:00Z", "1-01T00:00:00Z", "01");
    cannot("2023-01-01 00:00:00Z", " 00:00:00Z", "T");
    cannot("2023-01-01T00:00:00", "", "Z07:00");
    cannot("2023-01-01T00:00:00z", "z", "Z07:00");
    check(
        "2023-01-01T00:00:00\u{e9}\"",
        Err(
            r#"parsing time "2023-01-01T00:00:00\xc3\xa9\"" as "2006-01-02T15:04:05Z07:00": cannot parse "\xc3\xa9\"" as "Z07:00""#,
        ),
    );
}

#[test]
fn micro_times_want_six_decimals() {
    let check = |text: &str, expect: Result<&str, &str>| {
        let got = parse_rfc3339_micro(text).map(Time::rfc3339_micro).map_err(|e| e.0);
        assert_eq!(got, expect.map(str::to_owned).map_err(str::to_owned), "{text}");
    };
    check("2026-11-23T08:09:03.000001Z", Ok("2026-11-23T08:09:03.000001Z"));
    check("2026-11-23T10:09:03.123456+02:00", Ok("2026-11-23T08:09:03.123456Z"));
    let refused = |text: &str, at: &str, element: &str| {
        let message = format!("parsing time \"{text}\" as \"{RFC3339_MICRO}\": cannot parse \"{at}\" as \"{element}\"");
        check(text, Err(&message));
    };
    refused("2026-11-23T08:09:03Z", "Z", ".000000");
    refused("2026-11-23T08:09:03.5Z", ".5Z", ".000000");
    refused("2026-11-23T08:09:03.1234567Z", "7Z", "Z07:00");
}

#[test]
fn dates_survive_a_round_trip() {
    for day in (-800_000..3_000_000).step_by(17) {
        let (year, month, of_month) = date_of(day);
        let (month, of_month) = (i64::try_from(month).unwrap(), i64::try_from(of_month).unwrap());
        assert_eq!(days_before(year, month) + of_month - 1, day);
        assert!((1..=days_in(year, month)).contains(&of_month));
    }
}

#[test]
fn only_gos_zero_time_is_zero() {
    assert!(parse_rfc3339("0001-01-01T00:00:00Z").unwrap().is_zero());
    assert!(parse_rfc3339("0001-01-01T01:00:00+01:00").unwrap().is_zero());
    assert!(!Time::from_seconds(0).is_zero());
    assert_eq!(Time { seconds: -1, nanos: 999_999_999 }.rfc3339_micro(), "1969-12-31T23:59:59.999999Z");
}

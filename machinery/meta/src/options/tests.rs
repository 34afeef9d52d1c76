//! Options, compared with upstream's parameter codec and validation (v0.37.2) and the reference server's answers.

use super::*;
use crate::revision::{Continue, Revision};

fn message(result: Result<(), Status>) -> String {
    result.map_or_else(|status| status.message.clone(), |()| "ok".to_owned())
}

#[test]
fn list_options_are_read_as_upstream() {
    let check = |query: &str, expect: &str| {
        let got = ListOptions::from_query(&Query::parse(query));
        let text = match got {
            Err(status) => format!("{} {}", status.code, status.message),
            Ok(mut o) => {
                o.set_defaults(true);
                match o.validate(true) {
                    Err(status) => format!("{} {}", status.code, status.message),
                    Ok(()) => format!(
                        "w={} b={} rv={} m={} t={:?} l={} c={} s={:?} ls={} fs={}",
                        o.watch,
                        o.allow_watch_bookmarks,
                        o.resource_version,
                        o.resource_version_match,
                        o.timeout_seconds,
                        o.limit,
                        o.continue_token,
                        o.send_initial_events,
                        o.label_selector,
                        o.field_selector
                    ),
                }
            }
        };
        assert_eq!(text, expect, "{query}");
    };
    let plain = "w=false b=false rv= m= t=None l=0 c= s=None ls= fs=";
    let initial = "w=true b=false rv= m=NotOlderThan t=None l=0 c= s=Some(true) ls= fs=";
    let bad = |text: &str| format!("422 ListOptions.meta.k8s.io \"\" is invalid: {text}");
    check("", plain);
    check("limit=abc", "400 strconv.ParseInt: parsing \"abc\": invalid syntax");
    check("limit=", "400 strconv.ParseInt: parsing \"\": invalid syntax");
    check("timeoutSeconds=x&limit=y", "400 strconv.ParseInt: parsing \"x\": invalid syntax");
    check("limit=-1", "w=false b=false rv= m= t=None l=-1 c= s=None ls= fs=");
    check("timeoutSeconds=5&limit=7&continue=zz", "w=false b=false rv= m= t=Some(5) l=7 c=zz s=None ls= fs=");
    check("watch=", initial);
    check("watch=no", initial);
    check("watch=0", plain);
    check("watch=FALSE", plain);
    check("watch=1&resourceVersion=5", "w=true b=false rv=5 m= t=None l=0 c= s=None ls= fs=");
    check(
        "labelSelector=a%20b&fieldSelector=x",
        "400 unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
    );
    check("fieldSelector=x", "400 invalid selector: 'x'; can't understand 'x'");
    check("limit=1;2", plain);
    check("limit=%zz", plain);
    check("LIMIT=3", plain);
    check("limit=1&limit=x", "w=false b=false rv= m= t=None l=1 c= s=None ls= fs=");
    check("labelSelector=x&labelSelector=y", "w=false b=false rv= m= t=None l=0 c= s=None ls=x fs=");
    check(
        "resourceVersionMatch=Exact",
        &bad("resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided"),
    );
    check(
        "resourceVersionMatch=foo&resourceVersion=3",
        &bad("resourceVersionMatch: Unsupported value: \"foo\": supported values: \"Exact\", \"NotOlderThan\", \"\""),
    );
    check(
        "resourceVersionMatch=Exact&resourceVersion=0&continue=x",
        &bad(
            "[resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided, resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"]",
        ),
    );
    check("sendInitialEvents=true", &bad("sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list"));
    check(
        "watch=1&sendInitialEvents=true",
        &bad("resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"),
    );
    check(
        "watch=1&resourceVersionMatch=Exact",
        &bad(
            "[resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided, resourceVersionMatch: Unsupported value: \"Exact\": supported values: \"NotOlderThan\"]",
        ),
    );
    check(
        "watch=1&resourceVersionMatch=NotOlderThan&continue=x",
        &bad(
            "[resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided, resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided]",
        ),
    );
}

#[test]
fn lists_start_where_upstream_starts_them() {
    let check = |query: &str, expect: Result<ListStart, &str>| {
        let got = ListOptions::from_query(&Query::parse(query)).unwrap().start();
        assert_eq!(got.map_err(|s| s.message.clone()), expect.map_err(str::to_owned), "{query}");
    };
    check("", Ok(ListStart::Latest));
    check("limit=5", Ok(ListStart::Latest));
    check("resourceVersion=0", Ok(ListStart::Any));
    check("resourceVersion=0&limit=5", Ok(ListStart::Any));
    check("resourceVersion=7", Ok(ListStart::AtLeast(Revision(7))));
    check("resourceVersion=7&limit=5", Ok(ListStart::Exact(Revision(7))));
    check("resourceVersion=7&limit=5&resourceVersionMatch=NotOlderThan", Ok(ListStart::AtLeast(Revision(7))));
    check("resourceVersion=7&resourceVersionMatch=Exact", Ok(ListStart::Exact(Revision(7))));
    check(
        "resourceVersion=abc",
        Err(
            "invalid resource version: resourceVersion: Invalid value: \"abc\": strconv.ParseUint: parsing \"abc\": invalid syntax",
        ),
    );
    check(
        "continue=abc&resourceVersion=3",
        Err("invalid continue token: continue key is not valid: invalid character 'i' looking for beginning of value"),
    );
    let page = Continue::after("ns/a", 9);
    check(&format!("continue={}", page.encode()), Ok(ListStart::Page(page.clone())));
    check(
        &format!("continue={}&resourceVersion=3", page.encode()),
        Err("specifying resource version is not allowed when using continue"),
    );
    let status = ListOptions::from_query(&Query::parse("watch=1&resourceVersion=x")).unwrap().watch_from().unwrap_err();
    assert_eq!(
        status.to_json(),
        r#"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"resourceVersion: Invalid value: \"x\": strconv.ParseUint: parsing \"x\": invalid syntax","code":500}"#
    );
}

#[test]
fn write_options_are_checked_as_upstream() {
    let check = |query: &str, create: &str, json_patch: &str, apply: &str| {
        let query = Query::parse(query);
        let got = message(WriteOptions::from_query(&query).validate_create());
        assert_eq!(got.strip_prefix("CreateOptions.meta.k8s.io \"\" is invalid: ").unwrap_or(&got), create, "{query:?}");
        for (is_apply, expect) in [(false, json_patch), (true, apply)] {
            let got = message(PatchOptions::from_query(&query).validate(is_apply));
            let got = got.strip_prefix("PatchOptions.meta.k8s.io \"\" is invalid: ").unwrap_or(&got);
            assert_eq!(got, expect, "{query:?}");
        }
    };
    let required = "fieldManager: Required value: is required for apply patch";
    check("dryRun=All&fieldManager=m", "ok", "ok", "ok");
    check("dryRun=All", "ok", "ok", required);
    let dry = "dryRun: Unsupported value: [\"\"]: supported values: \"All\"";
    check("dryRun=&fieldManager=m", dry, dry, dry);
    let dry = "dryRun: Unsupported value: [\"All\",\"x\"]: supported values: \"All\"";
    check("dryRun=All&dryRun=x", dry, dry, &format!("[{required}, {dry}]"));
    let manager = "fieldManager: Invalid value: \"a\\nb\": invalid character U+000A (at position 1)";
    check("fieldManager=a%0Ab", manager, manager, manager);
    let manager = "fieldManager: Invalid value: \"a\u{e9}\\u200b\": invalid character U+200B (at position 3)";
    check("fieldManager=a%C3%A9%E2%80%8B", manager, manager, manager);
    let long = "fieldManager: Too long: may not be more than 128 bytes";
    check(&format!("fieldManager={}", "x".repeat(129)), long, long, long);
    check("force=0", "ok", "force: Forbidden: may not be specified for non-apply patch", required);
    let validation = "fieldValidation: Unsupported value: \"bad\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"";
    check("fieldValidation=bad&fieldManager=m", validation, validation, validation);
    let all = "[fieldManager: Invalid value: \"\\x00\": invalid character U+0000 (at position 0), dryRun: Unsupported value: [\"bad\"]: supported values: \"All\", fieldValidation: Unsupported value: \"bad\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"]";
    check("dryRun=bad&fieldValidation=bad&fieldManager=%00", all, all, all);
}

#[test]
fn delete_options_are_read_and_checked_as_upstream() {
    let check = |query: &str, expect: &str| {
        let options = DeleteOptions::from_query(&Query::parse(query));
        let got = options.map_or_else(|s| s.message.clone(), |o| message(o.validate()));
        assert_eq!(got.strip_prefix("DeleteOptions.meta.k8s.io \"\" is invalid: ").unwrap_or(&got), expect, "{query}");
    };
    check("gracePeriodSeconds=5", "ok");
    check("gracePeriodSeconds=-1", "ok");
    check("gracePeriodSeconds=x", "strconv.ParseInt: parsing \"x\": invalid syntax");
    check("propagationPolicy=Foreground", "ok");
    let policies = "supported values: \"Foreground\", \"Background\", \"Orphan\", \"nil\"";
    check("propagationPolicy=foo", &format!("propagationPolicy: Unsupported value: \"foo\": {policies}"));
    check("propagationPolicy=", &format!("propagationPolicy: Unsupported value: \"\": {policies}"));
    check(
        "orphanDependents=true&propagationPolicy=Orphan",
        "propagationPolicy: Invalid value: \"Orphan\": orphanDependents and deletionPropagation cannot be both set",
    );
    check("dryRun=x", "dryRun: Unsupported value: [\"x\"]: supported values: \"All\"");
    let ignore = "ignoreStoreReadErrorWithClusterBreakingPotential";
    check(
        &format!("{ignore}=true&gracePeriodSeconds=0&uid=x"),
        &format!(
            "[{ignore}: Invalid value: true: cannot be set together with .gracePeriodSeconds, {ignore}: Invalid value: true: cannot be set together with .preconditions]"
        ),
    );
    let options = DeleteOptions::from_query(&Query::parse("uid=u&resourceVersion=3")).unwrap();
    let expect = Preconditions { uid: Some("u".to_owned()), resource_version: Some("3".to_owned()) };
    assert_eq!(options.preconditions, Some(expect));
}

#[test]
fn queries_decode_as_go() {
    let check = |raw: &str, expect: &[(&str, &str)]| {
        let expect: Vec<_> = expect.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        assert_eq!(Query::parse(raw).pairs(), expect, "{raw}");
    };
    check("a=1&b=2&a=3", &[("a", "1"), ("b", "2"), ("a", "3")]);
    check("a&=x&&b=", &[("a", ""), ("", "x"), ("b", "")]);
    check("a=b=c+d%2B%26", &[("a", "b=c d+&")]);
    check("a=%4&b=%zz&c=%", &[]);
    check("a=1;b=2&c=3", &[("c", "3")]);
}

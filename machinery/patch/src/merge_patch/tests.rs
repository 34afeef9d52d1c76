//! Cases whose outcome was taken from upstream, and limits.

use super::*;
use crate::cases::{read, report};

#[test]
fn merges_as_upstream_does() {
    let mut wrong = Vec::new();
    for case in read(include_str!("../../testdata/merge.jsonl")) {
        let outcome = parse(case.patch.as_bytes(), !case.lenient)
            .and_then(|(patch, findings)| Ok((apply(case.doc.clone(), &patch)?.to_string(), findings)))
            .map_err(|error| (error.to_string(), error.to_status()));
        wrong.extend(case.judge(outcome));
    }
    report(&wrong);
}

#[test]
fn answers_carry_upstreams_texts() {
    let check = |patch: &str, expect: &str| {
        let status = parse(patch.as_bytes(), true).map(|_| ()).unwrap_err().to_status();
        assert_eq!(status.to_json(), format!("{{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{{}},{expect}}}"));
    };
    check("null", r#""status":"Failure","message":"Invalid JSON Patch","reason":"BadRequest","code":400"#);
    check("", r#""status":"Failure","message":"invalid JSON patch","reason":"BadRequest","code":400"#);
    let deep = "[".repeat(20_000);
    check(&deep, r#""status":"Failure","message":"invalid JSON patch","reason":"BadRequest","code":400"#);
}

#[test]
fn deepest_values_merge() {
    let nest = |leaf: &str, depth: usize| format!("{}{leaf}{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    let depth = object::value::MAX_DEPTH - 1;
    let document = object::value::parse(nest(r#"{"x":1}"#, depth).as_bytes()).unwrap();
    let (patch, _) = parse(nest(r#"{"y":2}"#, depth).as_bytes(), true).unwrap();
    assert_eq!(apply(document, &patch).unwrap().to_string(), nest(r#"{"x":1,"y":2}"#, depth));
    assert_eq!(apply(Value::Object(Object::new()), &patch).unwrap().to_string(), nest(r#"{"y":2}"#, depth));
    assert_eq!(apply(Value::Null, &patch), Err(Error::NotADocument));
}

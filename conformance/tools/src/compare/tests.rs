//! Planted faults: the comparison counts only because it catches these.

use std::collections::BTreeMap;

use super::*;

fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Answer {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Answer { request: "GET /x".to_owned(), status, headers, body: body.to_owned() }
}

fn check(reference: &str, ours: &str, expect: &[&str]) {
    let found = differences(&answer(200, &[], reference), &answer(200, &[], ours));
    let pointers: Vec<_> = found.iter().map(|difference| difference.pointer.as_str()).collect();
    assert_eq!(pointers, expect, "{reference} / {ours}");
}

#[test]
fn equal_answers_have_no_difference() {
    check("{\"a\":1}\n", "{\"a\":1}\n", &[]);
    check("404 page not found\n", "404 page not found\n", &[]);
}

#[test]
fn planted_body_faults_are_caught() {
    // A wrong byte in a value, deep down.
    check(r#"{"a":{"b":["x","y"]}}"#, r#"{"a":{"b":["x","z"]}}"#, &["/a/b/1"]);
    // Another order of members.
    check(r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#, &["@order"]);
    check(r#"{"m":{"a":1,"b":2}}"#, r#"{"m":{"b":2,"a":1}}"#, &["/m@order"]);
    // A missing and an additional member.
    check(r#"{"a":1,"b":2}"#, r#"{"a":1,"c":2}"#, &["/b", "/c"]);
    // A list that is shorter or in another order.
    check("[1,2]", "[1]", &["/1"]);
    check("[1,2]", "[2,1]", &["/0", "/1"]);
    // Same value, other spelling.
    check(r#"{"a":1}"#, r#"{"a":1.0}"#, &["/a"]);
    check(r#"{"a":"<"}"#, r#"{"a":"\u003c"}"#, &["/a"]);
    // null against absent, empty list against null.
    check(r#"{"a":null}"#, "{}", &["/a"]);
    check(r#"{"a":[]}"#, r#"{"a":null}"#, &["/a"]);
    // Only spacing or the final newline.
    check("{\"a\":1}\n", "{\"a\":1}", &["@bytes"]);
    check("{\"a\":1}", "{\"a\": 1}", &["@bytes"]);
    // A repeated member.
    check(r#"{"a":1}"#, r#"{"a":1,"a":1}"#, &["@order"]);
    // Not JSON on one side or on both.
    check("{}", "404 page not found\n", &["@body"]);
    check("ok", "nok", &["@body"]);
    // A stream with one event less.
    check("{\"type\":\"ADDED\"}\n{\"type\":\"DELETED\"}\n", "{\"type\":\"ADDED\"}\n{\"type\":\"ADDED\"}\n", &["/1/type"]);
    // A key with a slash.
    check(r#"{"a/b":1}"#, r#"{"a/b":2}"#, &["/a~1b"]);
}

#[test]
fn planted_status_and_header_faults_are_caught() {
    let reference = answer(200, &[("content-type", "application/json"), ("warning", "299 - \"a\"\n299 - \"b\"")], "{}");
    let pointers = |ours: &Answer| -> Vec<String> {
        differences(&reference, ours).into_iter().map(|difference| difference.pointer).collect()
    };
    assert_eq!(pointers(&reference.clone()), Vec::<String>::new());
    assert_eq!(pointers(&Answer { status: 201, ..reference.clone() }), ["@status"]);
    assert_eq!(pointers(&answer(200, &[("content-type", "application/json")], "{}")), ["@header/warning"]);
    let swapped = [("content-type", "application/json"), ("warning", "299 - \"b\"\n299 - \"a\"")];
    assert_eq!(pointers(&answer(200, &swapped, "{}")), ["@header/warning"]);
    let added = BTreeMap::from([("retry-after".to_owned(), "1".to_owned())]);
    let ours = Answer { headers: reference.headers.clone().into_iter().chain(added).collect(), ..reference.clone() };
    assert_eq!(pointers(&ours), ["@header/retry-after"]);
}

#[test]
fn long_values_are_cut_around_the_difference() {
    let long = "x".repeat(5000);
    let found = differences(&answer(200, &[], &format!("{long}a")), &answer(200, &[], &format!("{long}b")));
    assert!(found[0].reference.ends_with('a') && found[0].ours.ends_with('b'));
    assert!(found[0].ours.len() < 400);
}

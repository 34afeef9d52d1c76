//! Cases whose outcome was taken from upstream, and limits.

use super::*;
use crate::cases::{read, report};

#[test]
fn applies_as_upstream_does() {
    let mut wrong = Vec::new();
    for case in read(include_str!("../../testdata/json.jsonl")) {
        let outcome = parse(case.patch.as_bytes(), !case.lenient)
            .and_then(|(operations, findings)| Ok((apply(case.doc.clone(), &operations)?.to_string(), findings)))
            .map_err(|error| (error.to_string(), error.to_status()));
        wrong.extend(case.judge(outcome));
    }
    report(&wrong);
}

fn run(document: &str, patch: &str) -> Result<Value, Error> {
    let (operations, _) = parse(patch.as_bytes(), true)?;
    apply(object::value::parse(document.as_bytes()).unwrap(), &operations)
}

#[test]
fn a_rejected_operation_is_answered_without_its_text() {
    let status = run("{}", r#"[{"op":"test","path":"/a","value":1}]"#).unwrap_err().to_status();
    assert_eq!(
        status.to_json(),
        concat!(
            r#"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","#,
            r#""message":"the server rejected our request due to an error in our request","reason":"Invalid","details":{},"code":422}"#
        )
    );
}

#[test]
fn too_many_operations_are_refused() {
    let patch = |count: usize| format!("[{}]", vec![r#"{"op":"add","path":"/a","value":1}"#; count].join(","));
    assert_eq!(run("{}", &patch(MAX_OPERATIONS)).unwrap().to_string(), r#"{"a":1}"#);
    let status = run("{}", &patch(MAX_OPERATIONS + 1)).unwrap_err().to_status();
    assert_eq!(status.code, 413);
    assert_eq!(status.message, "Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001");
}

#[test]
fn copies_may_not_grow_without_bound() {
    let document = format!(r#"{{"a":"{}"}}"#, "x".repeat(1024 * 1024 - 2));
    let copies = |count: usize| {
        let all: Vec<String> = (0..count).map(|at| format!(r#"{{"op":"copy","from":"/a","path":"/b{at}"}}"#)).collect();
        format!("[{}]", all.join(","))
    };
    assert_eq!(run(&document, &copies(3)).unwrap().as_object().unwrap().len(), 4);
    assert_eq!(
        run(&document, &copies(4)).unwrap_err().to_string(),
        "Unable to complete the copy, the accumulated size increase of copy is 4194304, exceeding the limit 3145728"
    );
}

#[test]
fn nesting_is_bounded_whatever_builds_it() {
    let nest = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    let limit = MAX_DEPTH - 3;
    let add = |path: String, depth: usize| format!(r#"[{{"op":"add","path":"{path}","value":{}}}]"#, nest(depth));
    assert!(run(&nest(500), &add("/a".repeat(500), 500)).is_ok());
    assert!(run(&nest(500), &add("/a".repeat(500), 501)).is_err());
    assert!(run(&nest(2), &add("/a".repeat(2), limit)).is_ok());
    let copy =
        |from: usize, to: usize| format!(r#"[{{"op":"copy","from":"{}","path":"{}"}}]"#, "/a".repeat(from), "/a".repeat(to));
    assert!(run(&nest(600), &copy(200, 600)).is_ok());
    assert!(run(&nest(600), &copy(199, 600)).is_err());
    assert!(run(&nest(600), &copy(1, 600)).is_err());
    // A part that is shallow may go deep even when the rest of the document is deep.
    let document = format!(r#"{{"a":{},"b":[1]}}"#, nest(997));
    let moved = format!(r#"[{{"op":"move","from":"/b","path":"{}"}}]"#, "/a".repeat(998));
    assert!(run(&document, &moved).is_ok());
}

#[test]
fn a_copy_is_taken_before_it_is_put() {
    let outcome = run(r#"{"a":{"b":1}}"#, r#"[{"op":"copy","from":"/a","path":"/a/c"},{"op":"copy","from":"/a","path":"/a/d"}]"#);
    assert_eq!(outcome.unwrap().to_string(), r#"{"a":{"b":1,"c":{"b":1},"d":{"b":1,"c":{"b":1}}}}"#);
}

#[test]
fn deepest_values_are_compared_and_copied() {
    let nest = |depth: usize| format!("{}1{}", "{\"a\":[".repeat(depth / 2), "]}".repeat(depth / 2));
    let document = nest(MAX_DEPTH);
    // A patch nests its values two levels deeper than they are.
    let value = nest(MAX_DEPTH - 2);
    let path = "/a/0".repeat(MAX_DEPTH / 2 - 1);
    let tested =
        format!(r#"[{{"op":"test","path":"/a/0","value":{value}}},{{"op":"test","path":"{path}","value":{{"a":[1]}}}}]"#);
    assert_eq!(run(&document, &tested).unwrap().to_string(), document);
    let copied = run(&document, r#"[{"op":"copy","from":"/a","path":"/b"}]"#).unwrap();
    assert_eq!(copied.get("a"), copied.get("b"));
}

#[test]
fn work_on_long_lists_is_bounded() {
    let zeros = vec!["0"; 400_000].join(",");
    let mut patch = format!(r#"[{{"op":"add","path":"/a","value":[{zeros}]}}"#);
    for _ in 0..300 {
        patch.push_str(r#",{"op":"add","path":"/a/0","value":1}"#);
    }
    patch.push(']');
    let (operations, _) = super::parse(patch.as_bytes(), true).unwrap();
    let document = object::value::parse(b"{}").unwrap();
    let refused = super::apply(document.clone(), &operations).unwrap_err();
    assert!(refused.to_string().contains("shift more than"), "{refused}");
    assert!(super::apply(document, &operations[..200]).is_ok());
}

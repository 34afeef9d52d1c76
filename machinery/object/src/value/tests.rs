//! Schema-less JSON.

use super::*;

#[test]
fn order_and_number_text_are_kept() {
    let value = parse(br#" {"b":1.0, "a":[1e2,"x<",null,true,{}], "c":{"y":-0} } "#).unwrap();
    assert_eq!(value.to_string(), r#"{"b":1.0,"a":[1e2,"x\u003c",null,true,{}],"c":{"y":-0}}"#);
    let mut sorted = Vec::new();
    value.write_sorted(&mut sorted);
    assert_eq!(String::from_utf8_lossy(&sorted), r#"{"a":[100,"x\u003c",null,true,{}],"b":1,"c":{"y":0}}"#);
}

#[test]
fn duplicates_are_reported_with_their_path() {
    let (value, problems) = parse_strict(br#"[{"op":"a","value":1,"value":{"k":[{"x":1,"x":2}]}},{"op":"b","op":"c"}]"#).unwrap();
    assert_eq!(value.to_string(), r#"[{"op":"a","value":{"k":[{"x":2}]}},{"op":"c"}]"#);
    let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(texts, [r#"duplicate field "[0].value""#, r#"duplicate field "[0].value.k[0].x""#, r#"duplicate field "[1].op""#]);
}

#[test]
fn errors_are_those_of_go() {
    let check = |json: &str, expect: &str| assert_eq!(parse(json.as_bytes()).unwrap_err().to_string(), expect, "{json}");
    check("", "unexpected end of JSON input");
    check("{", "unexpected end of JSON input");
    check("[1,]", "invalid character ']' looking for beginning of value");
    check(r#"{"a":1,}"#, "invalid character '}' looking for beginning of object key string");
    check("{} {}", "invalid character '{' after top-level value");
    check(&"[".repeat(MAX_DEPTH + 1), "unexpected end of JSON input");
    let deep = MAX_DEPTH + 1;
    check(&("[".repeat(deep) + &"]".repeat(deep)), "invalid character '[' exceeded max depth");
    assert!(parse(("[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH)).as_bytes()).is_ok());
}

#[test]
fn large_objects_keep_order_through_removal() {
    let mut object: Object = (0..1000).rev().map(|n| (format!("k{n:04}"), Value::int(n))).collect();
    for n in (0..1000).filter(|n| n % 10 != 0) {
        assert_eq!(object.remove(&format!("k{n:04}")), Some(Value::int(n)));
    }
    assert_eq!(object.len(), 100);
    assert_eq!(object.keys().next(), Some("k0990"));
    assert_eq!(object.get("k0500"), Some(&Value::int(500)));
    assert_eq!(object.get("k0501"), None);
    assert_eq!(object.insert("k0500", Value::Null), Some(Value::int(500)));
    assert_eq!(object.insert("new", Value::Bool(true)), None);
    assert_eq!(object.keys().last(), Some("new"));
    object.retain(|key, _| key == "new" || key == "k0000");
    assert_eq!(Value::from(object).to_string(), r#"{"k0000":0,"new":true}"#);
}

#[test]
fn equal_data_ignores_order_and_number_form() {
    let same = |a: &str, b: &str| parse(a.as_bytes()).unwrap().same(&parse(b.as_bytes()).unwrap());
    assert!(same(r#"{"a":1.0,"b":[1e2]}"#, r#"{"b":[100],"a":1}"#));
    assert!(!same("9007199254740993", "9007199254740992"));
    assert!(!same("[1,2]", "[2,1]"));
    assert!(!same(r#"{"a":null}"#, "{}"));
}

#[test]
fn parts_of_a_tree_become_values() {
    let schema = crate::testkit::schema(&crate::testkit::table(), "ConfigMap");
    let tree = crate::json::decode(r#"{"metadata":{"labels":{"b":"1","a":"<"}}}"#.into(), &schema).unwrap().tree;
    assert_eq!(format!("{:?}", tree.at(&["metadata"]).unwrap()), r#"{"labels":{"a":"\u003c","b":"1"}}"#);
    let value = of(tree.root()).unwrap();
    assert_eq!(value.at(&["metadata", "labels", "a"]).and_then(Value::as_str), Some("<"));
}

//! The algebra of sets against upstream's (`testdata/sets.jsonl`, made by `testdata/managed`), and what is true of every document.

use object::value::{Value, parse};
use proptest::prelude::*;

use crate::managed::{Arena, Element, Keys, Set, decode, encode};

fn written(set: &Set<'_>, keys: &Keys<'_>) -> String {
    let mut out = Vec::new();
    encode(set, keys, &mut out);
    String::from_utf8(out).unwrap()
}

/// The text of a member as it stands in the line: parsing it would lose what Go wrote.
fn member<'l>(line: &'l str, name: &str, next: &str) -> &'l str {
    let from = line.find(&format!("\"{name}\":")).unwrap() + name.len() + 3;
    let to = if next.is_empty() { line.len() - 1 } else { line.find(&format!(",\"{next}\":")).unwrap() };
    &line[from..to]
}

#[test]
fn sets_combine_as_upstreams_do() {
    for line in include_str!("../../../testdata/sets.jsonl").lines() {
        let arena = Arena::new();
        let mut keys = Keys::new();
        let (left, right) = (member(line, "A", "B"), member(line, "B", "Union"));
        let a = decode(left.as_bytes(), &mut keys, &arena).unwrap();
        let b = decode(right.as_bytes(), &mut keys, &arena).unwrap();
        assert_eq!(written(&a, &keys), left);
        let check = |set: Set<'_>, name: &str, next: &str| {
            assert_eq!(written(&set, &keys), member(line, name, next), "{name} of {left} and {right}");
            let wanted = member(line, name, next);
            assert_eq!(set.is_empty(), wanted == "{}");
        };
        check(a.union(&b, &keys), "Union", "Intersection");
        check(a.intersection(&b, &keys), "Intersection", "Difference");
        check(a.difference(&b, &keys), "Difference", "Recursive");
        check(a.recursive_difference(&b, &keys), "Recursive", "Leaves");
        check(a.leaves(), "Leaves", "");
        assert!(a.union(&b, &keys).equals(&b.union(&a, &keys), &keys));
        assert_eq!(a.union(&b, &keys).len() + a.intersection(&b, &keys).len(), a.len() + b.len());
    }
}

#[test]
fn members_are_found() {
    let arena = Arena::new();
    let mut keys = Keys::new();
    let json = br#"{"f:a":{".":{},"f:b":{"k:{\"n\":\"x\"}":{}},"f:c":{}},"f:d":{}}"#;
    let set = decode(json, &mut keys, &arena).unwrap();
    let check = |path: &[&str], expect: bool| {
        let path: Vec<Element<'_>> = path.iter().map(|name| Element::Field(name)).collect();
        assert_eq!(set.has(&path, &keys), expect, "{path:?}");
    };
    check(&["a"], true);
    check(&["a", "b"], false);
    check(&["a", "c"], true);
    check(&["a", "d"], false);
    check(&["d", "a"], false);
    check(&["d"], true);
    check(&[], false);
    assert_eq!(set.len(), 4);
}

#[test]
fn deep_documents_are_refused() {
    let arena = Arena::new();
    for depth in [999, 1_000, 1_001, 100_000] {
        let json = format!("{}{}", r#"{"f:a":"#.repeat(depth) + "{}", "}".repeat(depth));
        let read = decode(json.as_bytes(), &mut Keys::new(), &arena).map(|set| set.len());
        let skipped = decode(format!(r#"{{".":{json}}}"#).as_bytes(), &mut Keys::new(), &arena).map(|set| set.len());
        if depth < 1_000 {
            assert_eq!(read, Ok(1));
        } else {
            assert_eq!(read.unwrap_err().to_string(), "incrementDepth: exceeded max depth");
        }
        assert_eq!(skipped.is_ok(), depth < 1_000, "{depth}");
    }
}

#[test]
fn refusals_say_what_upstream_says() {
    let check = |json: &str, expect: &str| {
        let arena = Arena::new();
        let error = decode(json.as_bytes(), &mut Keys::new(), &arena).map(|set| set.len()).unwrap_err();
        assert_eq!(error.to_string(), expect, "{json}");
    };
    check("[]", "ReadMapCB: expect { or n, but found [");
    check(r#"{"f:a":5}"#, "ReadMapCB: expect { or n, but found 5");
    check(r#"{"f:a":{}} x"#, "managedFields parsing: unexpected trailing data after JSON object");
    check(r#"{"f:a":{}"#, "ReadMapCB: object not ended with }");
    check(r#"{"a":{}}"#, "parsing key as path element: key must be 2 characters long:");
    check(r#"{"abc":{}}"#, "parsing key as path element: missing colon: abc");
    check(r#"{"i:x":{}}"#, "parsing key as path element: strconv.Atoi: parsing \"x\": invalid syntax");
}

/// JSON names that are, or nearly are, path elements.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "f:[a-c<\"\\\\\u{7f}é]{0,3}",
        "[fvkix]:[-0-9a-z{}\":,.]{0,6}",
        "v:(null|true|-?[0-9]{1,4}(\\.[0-9]{1,3})?(e-?[0-9]{1,2})?|\"[a-z<\\n]{0,2}\")",
        "k:\\{\"[a-b]\":(1|\"x\"|true|null|\\[1\\])(,\"[c-d]\":(2|\"y<\"|\\{\"q\":1\\}))?\\}",
        "i:-?[0-9]{1,3}",
        Just(".".to_owned()),
        any::<String>(),
    ]
}

fn document() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![6 => Just("{}".to_owned()), 1 => Just("null".to_owned()), 1 => "[0-9a-z\\[\\]{}\",:]{0,5}"];
    leaf.prop_recursive(4, 24, 4, |inner| {
        proptest::collection::vec((name(), inner), 0..4).prop_map(|members| {
            let members: Vec<String> =
                members.into_iter().map(|(name, value)| format!("{}:{value}", Value::String(name))).collect();
            format!("{{{}}}", members.join(","))
        })
    })
}

fn survives(json: &[u8]) {
    let arena = Arena::new();
    let mut keys = Keys::new();
    let Ok(set) = decode(json, &mut keys, &arena) else { return };
    let once = written(&set, &keys);
    parse(once.as_bytes()).unwrap();
    let again = decode(once.as_bytes(), &mut keys, &arena).unwrap();
    assert_eq!(written(&again, &keys), once);
    assert!(set.equals(&again, &keys), "{once}");
    assert!(set.difference(&again, &keys).is_empty());
    assert_eq!(written(&set.intersection(&again, &keys), &keys), once);
    assert_eq!(written(&set.union(&again, &keys), &keys), once);
}

proptest! {
    #[test]
    fn any_document_is_read_or_refused(json in document()) {
        survives(json.as_bytes());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        survives(&bytes);
    }
}

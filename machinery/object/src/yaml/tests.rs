//! YAML against what sigs.k8s.io/yaml did with the same documents (`testdata/yaml.jsonl`, made by `testdata/oracle`).

use super::*;

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Case {
    yaml: String,
    json: String,
    err: String,
    strict: String,
    out: String,
}

fn cases() -> Vec<Case> {
    include_str!("../../testdata/yaml.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Documents that granit's parser and libyaml see differently: YAML 1.2 forbids what follows a closed flow collection, and some errors
/// are noticed at another token.
const DIFFERENT: [&str; 2] = ["{a: 1}}\n", "x: [a, b]]\n"];

#[test]
fn reads_yaml_as_upstream_does() {
    let mut failed = Vec::new();
    for case in cases().iter().filter(|case| case.out.is_empty() && !DIFFERENT.contains(&case.yaml.as_str())) {
        let (ours, strict) = match to_json(case.yaml.as_bytes()) {
            Ok(converted) => {
                let strict = converted.strict_error().unwrap_or_default();
                (String::from_utf8_lossy(&converted.json).into_owned(), strict)
            }
            Err(error) => (error.to_string(), String::new()),
        };
        let expect = if case.err.is_empty() { &case.json } else { &case.err };
        if ours != *expect || strict != case.strict {
            failed.push(format!("{:?}\n  ours {ours} {strict}\n  go   {expect} {}", case.yaml, case.strict));
        }
    }
    assert!(failed.is_empty(), "{} differ:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn prints_yaml_as_upstream_does() {
    let mut failed = Vec::new();
    for case in cases().iter().filter(|case| !case.out.is_empty()) {
        let ours = String::from_utf8(from_json(case.json.as_bytes()).unwrap()).unwrap();
        if ours != case.out {
            failed.push(format!("{}\n  ours {ours:?}\n  go   {:?}", case.json, case.out));
        }
    }
    assert!(failed.is_empty(), "{} differ:\n{}", failed.len(), failed.join("\n"));
}

#[test]
fn objects_go_through_yaml() {
    let types = crate::testkit::table();
    let schema = crate::testkit::schema(&types, "ConfigMap");
    let yaml = b"data:\n  k: \"1\"\n  k: \"2\"\n  \"yes\": x\nmetadata:\n  bogus: 1\n  name: a\n";
    let (decoded, duplicates) = decode(yaml, &schema).unwrap();
    assert_eq!(duplicates, [r#"line 3: key "k" already set in map"#]);
    assert_eq!(decoded.problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [r#"unknown field "metadata.bogus""#]);
    let text = encode(&decoded.tree).unwrap();
    assert_eq!(String::from_utf8(text).unwrap(), "data:\n  k: \"2\"\n  \"yes\": x\nmetadata:\n  name: a\n");
    assert!(matches!(decode(b"data: 1\n", &schema), Err(DecodeError::Json(_))));
}

#[test]
fn a_text_of_several_lines_can_be_the_whole_document() {
    // As go-yaml prints them.
    for (json, expect) in [
        (r#"" -backup ta:\n-bac# Ev\n""#, "|2\n   -backup ta:\n  -bac# Ev\n"),
        (r#"" a\nb""#, "|2-\n   a\n  b\n"),
        (r#""a\nb\n""#, "|\n  a\n  b\n"),
        (r#"[" a\nb\n"]"#, "- |2\n   a\n  b\n"),
        // Not as go-yaml prints it: see `Allowed`.
        (r#""a\n\u2028""#, "\"a\\n\\L\"\n"),
    ] {
        let yaml = from_json(json.as_bytes()).unwrap();
        assert_eq!(String::from_utf8_lossy(&yaml), expect, "{json}");
        assert_eq!(String::from_utf8_lossy(&to_json(&yaml).unwrap().json), json);
    }
}

#[test]
fn aliases_are_bounded() {
    let mut bomb = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for level in 1..9 {
        let aliases = vec![format!("*a{}", level - 1); 10].join(",");
        bomb.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    assert_eq!(to_json(bomb.as_bytes()).unwrap_err().to_string(), "yaml: document contains excessive aliasing");
    let large = format!("a: &a \"{}\"\nb: [{}]\n", "x".repeat(1 << 20), "*a,".repeat(100));
    assert_eq!(to_json(large.as_bytes()).unwrap_err().to_string(), "yaml: document contains excessive aliasing");
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    to_json(deep.as_bytes()).unwrap_err();
    to_json(&[0xff, b':']).unwrap_err();
}

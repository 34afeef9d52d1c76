//! Decoder and encoder against what Go did with the same documents (`testdata/decode.jsonl`, made by `testdata/oracle`).

use super::*;
use crate::testkit;
use base64::Engine;
use bytes::Bytes;

#[derive(serde::Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Case {
    kind: String,
    r#in: String,
    in64: String,
    out: String,
    out64: String,
    err: String,
    strict: Vec<String>,
}

fn bytes(text: &str, base64: &str) -> Vec<u8> {
    if base64.is_empty() {
        return text.as_bytes().to_vec();
    }
    base64::engine::general_purpose::STANDARD.decode(base64).unwrap()
}

#[test]
fn decodes_as_go_does() {
    let types = testkit::table();
    let mut failed = Vec::new();
    let cases: Vec<Case> =
        include_str!("../../testdata/decode.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(cases.len() > 300);
    for case in &cases {
        let input = bytes(&case.r#in, &case.in64);
        let shown: String = String::from_utf8_lossy(&input).chars().take(300).collect();
        match decode(Bytes::from(input), &testkit::schema(&types, &case.kind)) {
            Ok(Decoded { tree, problems }) => {
                let mut out = Vec::new();
                encode(&tree, &mut out);
                let expect = bytes(&case.out, &case.out64);
                let strict: Vec<String> = problems.iter().map(ToString::to_string).collect();
                if !case.err.is_empty() || out != expect || strict != case.strict {
                    let ours: String = String::from_utf8_lossy(&out).chars().take(600).collect();
                    let go: String = String::from_utf8_lossy(&expect).chars().take(600).collect();
                    failed.push(format!("{shown}\n  ours {ours} {strict:?}\n  go   {go}{} {:?}", case.err, case.strict));
                }
            }
            Err(error) => {
                if error.to_string() != case.err {
                    failed.push(format!("{shown}\n  ours {error}\n  go   {}{}", case.err, case.out));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} of {} differ:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

//! The cases in `testdata/*.jsonl`, whose outcomes upstream gave (`testdata/oracle`).

use meta::Status;
use object::value::{Value, parse};

/// One document, patch and outcome.
pub(crate) struct Case {
    line: usize,
    pub(crate) doc: Value,
    pub(crate) patch: String,
    /// Read as with `fieldValidation=Ignore`.
    pub(crate) lenient: bool,
    expect: Result<String, (String, i64)>,
    findings: Vec<String>,
}

/// Reads a file of cases.
pub(crate) fn read(text: &str) -> Vec<Case> {
    text.lines().enumerate().map(|(at, line)| Case::of(at + 1, &parse(line.as_bytes()).unwrap())).collect()
}

impl Case {
    fn of(line: usize, case: &Value) -> Self {
        let text = |key: &str| case.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let expect = match case.get("code") {
            Some(code) => Err((text("err"), code.as_i64().unwrap())),
            None => Ok(text("out")),
        };
        Self {
            line,
            doc: parse(text("doc").as_bytes()).unwrap(),
            patch: text("patch"),
            lenient: case.get("lenient").is_some(),
            expect,
            findings: case
                .get("findings")
                .and_then(Value::as_array)
                .unwrap_or_default()
                .iter()
                .map(|finding| finding.as_str().unwrap().to_owned())
                .collect(),
        }
    }

    /// Compares an outcome; says what differs. An error is its text and its answer.
    pub(crate) fn judge(&self, outcome: Result<(String, Vec<String>), (String, Status)>) -> Option<String> {
        let wrong = match (&self.expect, &outcome) {
            (Ok(out), Ok((text, findings))) => out != text || self.findings != *findings,
            (Err((error, code)), Err((text, status))) => {
                i64::from(status.code) != *code || (error != text && error != "panic" && !error.contains("%!w"))
            }
            _ => true,
        };
        wrong.then(|| {
            format!(
                "line {}: {}\n  patch {}\n  expect {:?} {:?}\n  got    {:?}",
                self.line, self.doc, self.patch, self.expect, self.findings, outcome
            )
        })
    }
}

/// Fails with what differs, if anything.
pub(crate) fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} cases differ from upstream:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}

//! JSON patches: the document on the first line, the patch behind it.

use object::value::{self, Value};
use patch::json_patch;

use crate::documents::{check_text, two_lines};

pub(crate) fn run(data: &[u8]) {
    let Some((document, patch)) = two_lines(data) else { return };
    let Ok(document) = value::parse(document) else { return };
    for strict in [false, true] {
        let operations = match json_patch::parse(patch, strict) {
            Ok((operations, problems)) => {
                problems.iter().for_each(|problem| check_text(problem, patch));
                operations
            }
            Err(error) => {
                check_text(&error.to_string(), patch);
                continue;
            }
        };
        match json_patch::apply(document.clone(), &operations) {
            Ok(patched) => check(&patched),
            Err(error) => check_text(&error.to_string(), data),
        }
    }
}

/// What came out is a document again.
fn check(patched: &Value) {
    let again = value::parse(&patched.to_json()).expect("what was written can be read");
    assert!(patched.same(&again), "a patched value changed");
}

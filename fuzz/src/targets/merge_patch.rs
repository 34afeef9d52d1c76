//! Merge patches: the document on the first line, the patch behind it. A second application changes nothing (RFC 7396).

use object::value;
use patch::merge_patch;

use crate::documents::{check_text, two_lines};

pub(crate) fn run(data: &[u8]) {
    let Some((document, patch)) = two_lines(data) else { return };
    let Ok(document) = value::parse(document) else { return };
    let change = match merge_patch::parse(patch, false) {
        Ok((change, _)) => change,
        Err(error) => {
            assert!(merge_patch::parse(patch, true).is_err(), "read strictly, but not otherwise");
            return check_text(&error.to_string(), patch);
        }
    };
    let once = match merge_patch::apply(document, &change) {
        Ok(once) => once,
        Err(error) => return check_text(&error.to_string(), data),
    };
    let again = value::parse(&once.to_json()).expect("what was written can be read");
    assert!(once.same(&again), "a patched value changed");
    let twice = merge_patch::apply(once.clone(), &change).expect("what was applied once can be applied again");
    assert!(once.same(&twice), "{} {}", once.to_json().escape_ascii(), twice.to_json().escape_ascii());
}

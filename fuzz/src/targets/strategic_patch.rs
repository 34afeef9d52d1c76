//! Strategic merge patches: a kind, its document on the first line, the patch behind it. An empty patch changes nothing.

use object::value;
use patch::strategic;

use crate::documents::{check_text, split, two_lines};

pub(crate) fn run(data: &[u8]) {
    let Some((schema, rest)) = split(data) else { return };
    let Some((document, patch)) = two_lines(rest) else { return };
    let Ok(document) = value::parse(document) else { return };
    let change = match strategic::parse(patch) {
        Ok((change, problems)) => {
            problems.iter().for_each(|problem| check_text(problem, patch));
            change
        }
        Err(error) => return check_text(&error.to_string(), patch),
    };
    match strategic::apply(document.clone(), &change, &schema) {
        Ok(patched) => {
            let again = value::parse(&patched.to_json()).expect("what was written can be read");
            assert!(patched.same(&again), "a patched value changed");
            if change.as_object().is_some_and(object::value::Object::is_empty) {
                assert!(patched.same(&document), "an empty patch changed something");
            }
        }
        Err(error) => check_text(&error.to_string(), rest),
    }
}

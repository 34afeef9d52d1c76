//! YAML to JSON and back: the JSON is JSON, and YAML made of it means the same.

use object::{json, yaml};

use crate::documents::{check_text, same};

pub(crate) fn run(data: &[u8]) {
    let converted = match yaml::to_json(data) {
        Ok(converted) => converted,
        Err(error) => return check_text(&error.to_string(), data),
    };
    if let Some(text) = converted.strict_error() {
        check_text(&text, data);
    }
    assert!(json::syntax::check(&converted.json).is_ok(), "no JSON was written: {}", converted.json.escape_ascii());
    // YAML has no negative zero: go-yaml reads `-0` as the whole number 0.
    if converted.json.windows(2).any(|pair| pair == b"-0") {
        return;
    }
    let written = yaml::from_json(&converted.json).expect("what YAML could say can be written as YAML");
    let again = match yaml::to_json(&written) {
        Ok(again) => again,
        Err(error) => panic!("what was written cannot be read: {error}: {}", written.escape_ascii()),
    };
    same(&again.json, &converted.json);
    assert!(again.duplicates.is_empty());
}

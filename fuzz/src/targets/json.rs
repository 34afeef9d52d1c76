//! JSON documents of built-in kinds: what is read can be written and read again, and comes out the same from then on.

use bytes::Bytes;
use object::json;

use super::proto::transcode;
use crate::documents::{canonical, check_text, read_again, same, split};

pub(crate) fn run(data: &[u8]) {
    let Some((schema, document)) = split(data) else { return };
    // Read without a schema first: both readers must agree on what is JSON.
    let is_json = json::syntax::check(document).is_ok();
    let decoded = match json::decode(Bytes::copy_from_slice(document), &schema) {
        Ok(decoded) => decoded,
        Err(json::DecodeError::Syntax(error)) => {
            assert!(!is_json, "{error}");
            return check_text(&error.to_string(), document);
        }
        Err(error) => return check_text(&error.to_string(), document),
    };
    assert!(is_json, "what is no JSON was read");
    assert!(decoded.problems.len() <= 100);
    decoded.problems.iter().for_each(|problem| check_text(&problem.to_string(), document));
    transcode(document, &schema);
    let first = canonical(&decoded.tree);
    assert!(json::syntax::check(&first).is_ok(), "no JSON was written");
    transcode(&first, &schema);
    // Go's zero times change once more: a pointer to one is written as null.
    let second = canonical(&read_again(&first, &schema));
    let third = canonical(&read_again(&second, &schema));
    same(&second, &third);
    if let Ok(identity) = json::type_meta(document) {
        check_text(&identity.kind, document);
    }
    let value = object::value::parse(document);
    if let Ok(value) = value {
        let again = object::value::parse(&value.to_json()).expect("what was written can be read");
        assert!(value.same(&again), "a value without a schema changed");
    }
}

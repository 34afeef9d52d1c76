//! Protobuf messages of built-in kinds, and envelopes: what is read can be written and read again as the same; and a JSON document comes
//! to the same message with a tree and without.

use bytes::Bytes;
use object::{json, proto};

use crate::documents::{canonical, check_text, read_again, same, split};

pub(crate) fn run(data: &[u8]) {
    let Some((schema, message)) = split(data) else { return };
    envelope(message);
    let tree = match proto::decode(Bytes::copy_from_slice(message), &schema) {
        Ok(tree) => tree,
        Err(error) => return check_text(&error.to_string(), message),
    };
    let mut first = Vec::new();
    proto::encode(&tree, &mut first);
    let again = match proto::decode(Bytes::from(first.clone()), &schema) {
        Ok(again) => again,
        Err(error) => panic!("what was written cannot be read: {error}: {}", first.escape_ascii()),
    };
    let mut second = Vec::new();
    proto::encode(&again, &mut second);
    same(&first, &second);
    // The server answers in JSON what came as protobuf.
    let text = canonical(&tree);
    assert!(json::syntax::check(&text).is_ok(), "no JSON was written: {}", text.escape_ascii());
    if has_far_year(&text, &schema) {
        return;
    }
    transcode(&text, &schema);
    let _ = read_again(&text, &schema);
}

/// A message can hold a time beyond the year 9999 or before 0, which is printed and, as in Go, cannot be read from JSON.
fn has_far_year(text: &[u8], schema: &object::schema::Schema) -> bool {
    let refused = json::decode(Bytes::copy_from_slice(text), schema).err().map(|error| error.to_string()).unwrap_or_default();
    let year = refused.split_once("parsing time \"").map_or("", |(_, time)| time);
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    digits > 4 || year.starts_with('-')
}

fn envelope(body: &[u8]) {
    match proto::open(body) {
        Ok(unknown) => {
            let mut wrapped = Vec::new();
            proto::wrap("v1", "Pod", body, &mut wrapped);
            assert!(proto::open(&wrapped).is_ok_and(|inner| inner.raw == body));
            check_text(&format!("{unknown:?}"), body);
        }
        Err(error) => check_text(&error.to_string(), body),
    }
}

/// Both ways from JSON to a message.
pub(crate) fn transcode(document: &[u8], schema: &object::schema::Schema) {
    let decoded = json::decode(Bytes::copy_from_slice(document), schema);
    let mut direct = Vec::new();
    match (proto::transcode(document, schema, &mut direct), decoded) {
        (Ok(()), Ok(decoded)) => {
            let mut through_tree = Vec::new();
            proto::encode(&decoded.tree, &mut through_tree);
            same(&direct, &through_tree);
        }
        (Err(_), Err(_)) => assert!(direct.is_empty(), "an error left something behind"),
        (Ok(()), Err(error)) => panic!("only without a tree: {error}"),
        (Err(error), Ok(_)) => panic!("only with a tree: {error}"),
    }
}

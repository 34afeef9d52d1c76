//! Objects for the tests of plugins.

use kinds::table;
use object::{Tree, json};

pub(crate) fn tree(group: &str, version: &str, kind: &str, text: &str) -> Tree {
    let schema = table::schema_of(group, version, kind).unwrap();
    json::decode(text.to_owned().into_bytes().into(), &schema).unwrap().tree
}

/// A pod with more in its spec.
pub(crate) fn pod(more: &str) -> Tree {
    tree("", "v1", "Pod", &format!(r#"{{"metadata":{{"name":"p"}},"spec":{{"containers":null{more}}}}}"#))
}

pub(crate) fn json(tree: &Tree) -> String {
    let mut out = Vec::new();
    json::encode(tree, &mut out);
    String::from_utf8(out).unwrap()
}

//! Puts managed-fields entries into an order that does not depend on the clock. Called by `mask` before it masks a body.
//!
//! Upstream sorts them by operation, second, manager, version and subresource (`sortEncodedManagedFields`), so that the order of
//! two managers depends on whether a second has passed between their writes. Here the second is left out, after the given order
//! has been checked with it; entries that are not sorted as upstream sorts stay as they are, behind a mark that no server writes.

use std::borrow::Cow;

use crate::json::{self, Node, Value};

/// What stands before entries in an order that upstream would not have chosen.
const MARK: &str = "\"<not in upstream's order>\",";

/// What an entry is sorted by.
type Key = (String, String, String, String, String);

/// The body with the entries of every `managedFields` in the order without seconds.
pub(crate) fn canonical(body: &str) -> Cow<'_, str> {
    let Some(root) = json::parse(body) else { return Cow::Borrowed(body) };
    let mut edits = Vec::new();
    find(body, &root, &mut edits);
    if edits.is_empty() {
        return Cow::Borrowed(body);
    }
    let mut ordered = body.to_owned();
    for (start, end, text) in edits.iter().rev() {
        ordered.replace_range(*start..*end, text);
    }
    Cow::Owned(ordered)
}

/// Collects the places to change, in the order of the text.
fn find(body: &str, node: &Node, edits: &mut Vec<(usize, usize, String)>) {
    match &node.value {
        Value::Leaf => {}
        Value::Array(elements) => elements.iter().for_each(|element| find(body, element, edits)),
        Value::Object(members) => {
            for member in members {
                if member.key == "managedFields" && member.node.elements().len() > 1 {
                    edits.push(reorder(body, member.node.elements()));
                } else {
                    find(body, &member.node, edits);
                }
            }
        }
    }
}

fn reorder(body: &str, entries: &[Node]) -> (usize, usize, String) {
    let (start, end) = (entries[0].start, entries[entries.len() - 1].end);
    let keys: Vec<Key> = entries.iter().map(|entry| key(body, entry)).collect();
    if !keys.is_sorted() {
        return (start, end, format!("{MARK}{}", &body[start..end]));
    }
    let mut sorted: Vec<&Node> = entries.iter().collect();
    sorted.sort_by_key(|entry| {
        let (operation, _, manager, version, subresource) = key(body, entry);
        (operation, manager, version, subresource)
    });
    // What stands between the entries stays where it is (pretty answers have line breaks there).
    let mut text = String::new();
    for (index, entry) in sorted.iter().enumerate() {
        text.push_str(entry.text(body));
        if let Some(next) = entries.get(index + 1) {
            text.push_str(&body[entries[index].end..next.start]);
        }
    }
    (start, end, text)
}

fn key(body: &str, entry: &Node) -> Key {
    let string = |name: &str| entry.member(name).and_then(|node| node.string(body)).unwrap_or_default();
    (string("operation"), string("time"), string("manager"), string("apiVersion"), string("subresource"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(entries: &[(&str, &str)]) -> String {
        let entry = |(manager, second): &(&str, &str)| {
            format!(r#"{{"manager":"{manager}","operation":"Update","time":"2026-01-02T03:04:{second}Z"}}"#)
        };
        format!(r#"{{"metadata":{{"managedFields":[{}]}}}}"#, entries.iter().map(entry).collect::<Vec<_>>().join(","))
    }

    #[test]
    fn the_second_of_a_write_does_not_matter() {
        let (same, later) = (body(&[("a", "05"), ("b", "05")]), body(&[("b", "05"), ("a", "06")]));
        let without = |text: &str| canonical(text).replace("06Z", "05Z");
        assert_eq!(without(&later), same);
        assert_eq!(without(&same), same);
    }

    #[test]
    fn an_order_that_upstream_would_not_choose_is_marked() {
        assert!(canonical(&body(&[("b", "05"), ("a", "05")])).contains(MARK));
        assert!(canonical(&body(&[("a", "06"), ("b", "05")])).contains(MARK));
    }

    #[test]
    fn everything_else_stays() {
        for text in [body(&[("a", "05")]), "no json".to_owned(), r#"{"managedFields":null}"#.to_owned()] {
            assert_eq!(canonical(&text), text);
        }
    }
}

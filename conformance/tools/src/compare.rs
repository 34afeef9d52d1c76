//! Compares two masked answers and names every place where they differ.
//!
//! Called by `diff`. Pure. Places are JSON pointers into the body; `@status`, `@header/NAME`, `@body` (not JSON) and `@bytes`
//! (same values, other spacing or spelling) are the rest, and POINTER`@order` says that members come in another order.

use std::collections::BTreeSet;

use crate::json::{self, Node, Value, pointer_token};
use crate::record::Answer;

/// Longest value shown in a report, in characters.
const SHOWN: usize = 300;

/// One place where the answers differ.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) pointer: String,
    pub(crate) reference: String,
    pub(crate) ours: String,
}

const ABSENT: &str = "(absent)";

/// All differences, in the order: status, headers, body.
pub(crate) fn differences(reference: &Answer, ours: &Answer) -> Vec<Difference> {
    let mut found = Vec::new();
    if reference.status != ours.status {
        found.push(difference("@status".to_owned(), &reference.status.to_string(), &ours.status.to_string()));
    }
    let names: BTreeSet<_> = reference.headers.keys().chain(ours.headers.keys()).collect();
    for name in names {
        let value = |answer: &Answer| answer.headers.get(name).cloned().unwrap_or_else(|| ABSENT.to_owned());
        if reference.headers.get(name) != ours.headers.get(name) {
            found.push(difference(format!("@header/{name}"), &value(reference), &value(ours)));
        }
    }
    bodies(&reference.body, &ours.body, &mut found);
    found
}

fn difference(pointer: String, reference: &str, ours: &str) -> Difference {
    let (reference, ours) = excerpt(reference, ours);
    Difference { pointer, reference, ours }
}

/// Cuts long values to the part around their first difference.
fn excerpt(reference: &str, ours: &str) -> (String, String) {
    let same = reference.chars().zip(ours.chars()).take_while(|(a, b)| a == b).count();
    let cut = |text: &str| {
        let skipped = if text.chars().count() <= SHOWN { 0 } else { same.saturating_sub(SHOWN / 4) };
        let shown: String = text.chars().skip(skipped).take(SHOWN).collect();
        let ends = (if skipped > 0 { "..." } else { "" }, if text.chars().count() > skipped + SHOWN { "..." } else { "" });
        format!("{}{shown}{}", ends.0, ends.1)
    };
    (cut(reference), cut(ours))
}

fn bodies(reference: &str, ours: &str, found: &mut Vec<Difference>) {
    if reference == ours {
        return;
    }
    let (Some(left), Some(right)) = (json::parse(reference), json::parse(ours)) else {
        found.push(difference("@body".to_owned(), reference, ours));
        return;
    };
    let before = found.len();
    nodes((reference, &left), (ours, &right), "", found);
    if found.len() == before {
        found.push(difference("@bytes".to_owned(), reference, ours));
    }
}

fn nodes(left: (&str, &Node), right: (&str, &Node), pointer: &str, found: &mut Vec<Difference>) {
    match (&left.1.value, &right.1.value) {
        (Value::Object(_), Value::Object(_)) => members(left, right, pointer, found),
        (Value::Array(first), Value::Array(second)) => {
            for index in 0..first.len().max(second.len()) {
                let place = format!("{pointer}/{index}");
                pair((left.0, first.get(index)), (right.0, second.get(index)), place, found);
            }
        }
        _ if left.1.text(left.0) == right.1.text(right.0) => {}
        _ => found.push(difference(pointer.to_owned(), left.1.text(left.0), right.1.text(right.0))),
    }
}

fn pair(left: (&str, Option<&Node>), right: (&str, Option<&Node>), place: String, found: &mut Vec<Difference>) {
    match (left.1, right.1) {
        (Some(first), Some(second)) => nodes((left.0, first), (right.0, second), &place, found),
        (Some(first), None) => found.push(difference(place, first.text(left.0), ABSENT)),
        (None, Some(second)) => found.push(difference(place, ABSENT, second.text(right.0))),
        (None, None) => {}
    }
}

fn members(left: (&str, &Node), right: (&str, &Node), pointer: &str, found: &mut Vec<Difference>) {
    let keys = |node: &Node| match &node.value {
        Value::Object(members) => members.iter().map(|member| member.key.clone()).collect(),
        Value::Leaf | Value::Array(_) => Vec::new(),
    };
    let (first, second) = (keys(left.1), keys(right.1));
    let common = |keys: &[String], others: &[String]| keys.iter().filter(|key| others.contains(key)).cloned().collect::<Vec<_>>();
    let (kept, theirs) = (common(&first, &second), common(&second, &first));
    if kept != theirs {
        found.push(difference(format!("{pointer}@order"), &kept.join(","), &theirs.join(",")));
    }
    let extra = second.iter().filter(|key| !first.contains(key));
    for key in first.iter().chain(extra) {
        let place = format!("{pointer}/{}", pointer_token(key));
        pair((left.0, left.1.member(key)), (right.0, right.1.member(key)), place, found);
    }
}

#[cfg(test)]
mod tests;

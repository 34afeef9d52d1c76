//! A few changes that many `prepare` functions make and trees have no single call for. Used within this crate only.

use meta::time::Time;
use object::{NodeRef, Tree};

/// Sets a time to now, in whole seconds; `now` is nanoseconds since the epoch.
pub(crate) fn time(tree: &mut Tree, path: &[&str], now: i128) {
    tree.set_str(path, &rfc3339(now));
}

/// The text of a time in whole seconds; `now` is nanoseconds since the epoch.
pub(crate) fn rfc3339(now: i128) -> String {
    let seconds = i64::try_from(now.div_euclid(1_000_000_000)).unwrap_or_default();
    Time::from_seconds(seconds).rfc3339()
}

/// Puts a copy of a value in place of what is there; takes it away for none.
pub(crate) fn put(tree: &mut Tree, path: &[&str], value: Option<NodeRef<'_>>) {
    match value {
        Some(value) => _ = tree.graft(path, value),
        None => _ = tree.remove(path),
    }
}

/// Takes a list or map away when nothing is left in it: an empty one would be printed.
pub(crate) fn prune(tree: &mut Tree, path: &[&str]) {
    if tree.at(path).is_some_and(NodeRef::is_empty) {
        tree.remove(path);
    }
}

/// Sets a list of texts; an empty one makes the list absent.
pub(crate) fn texts<T: AsRef<str>>(tree: &mut Tree, path: &[&str], values: &[T]) {
    tree.remove(path);
    for value in values {
        tree.push_str(path, value.as_ref());
    }
}

/// Appends an empty element to a list and gives its position as a path step.
pub(crate) fn push(tree: &mut Tree, path: &[&str]) -> String {
    let at = tree.items(path).count();
    if let Some(mut list) = tree.make(path) {
        list.push();
    }
    at.to_string()
}

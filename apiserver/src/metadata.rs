//! ObjectMeta as the write path reads and changes it: one function per fact, so that no other file spells metadata paths. Called by the
//! registry and the endpoints. Decides nothing.

use meta::time::{Time, parse_rfc3339};
use object::Tree;

const META: &str = "metadata";

/// Reads a text field of ObjectMeta; empty where absent.
fn text<'t>(tree: &'t Tree, field: &str) -> &'t str {
    tree.str(&[META, field]).unwrap_or("")
}

/// `metadata.name`.
#[must_use]
pub(crate) fn name(tree: &Tree) -> &str {
    text(tree, "name")
}

/// `metadata.generateName`.
#[must_use]
pub(crate) fn generate_name(tree: &Tree) -> &str {
    text(tree, "generateName")
}

/// `metadata.namespace`.
#[must_use]
pub(crate) fn namespace(tree: &Tree) -> &str {
    text(tree, "namespace")
}

/// `metadata.uid`.
#[must_use]
pub(crate) fn uid(tree: &Tree) -> &str {
    text(tree, "uid")
}

/// `metadata.resourceVersion` as the client sent it.
#[must_use]
pub(crate) fn resource_version(tree: &Tree) -> &str {
    text(tree, "resourceVersion")
}

/// Whether a deletion was asked for.
#[must_use]
pub(crate) fn is_deleting(tree: &Tree) -> bool {
    !text(tree, "deletionTimestamp").is_empty()
}

/// `metadata.deletionTimestamp`.
#[must_use]
pub(crate) fn deletion_time(tree: &Tree) -> Option<Time> {
    parse_rfc3339(text(tree, "deletionTimestamp")).ok()
}

/// `metadata.deletionGracePeriodSeconds`.
#[must_use]
pub(crate) fn deletion_grace(tree: &Tree) -> Option<i64> {
    tree.i64(&[META, "deletionGracePeriodSeconds"])
}

/// `metadata.generation`; 0 where absent.
#[must_use]
pub(crate) fn generation(tree: &Tree) -> i64 {
    tree.i64(&[META, "generation"]).unwrap_or(0)
}

/// `metadata.finalizers`.
#[must_use]
pub(crate) fn finalizers(tree: &Tree) -> Vec<String> {
    tree.at(&[META, "finalizers"])
        .map(|list| list.items().filter_map(|f| f.as_str().map(str::to_owned)).collect())
        .unwrap_or_default()
}

/// Sets or, with an empty text, removes a text field of ObjectMeta.
pub(crate) fn set_text(tree: &mut Tree, field: &str, value: &str) {
    if value.is_empty() {
        tree.remove(&[META, field]);
    } else {
        tree.set_str(&[META, field], value);
    }
}

/// Sets `metadata.generation`; 0 removes it.
pub(crate) fn set_generation(tree: &mut Tree, value: i64) {
    if value == 0 {
        tree.remove(&[META, "generation"]);
    } else {
        tree.set_i64(&[META, "generation"], value);
    }
}

/// Sets or removes `metadata.deletionGracePeriodSeconds`.
pub(crate) fn set_deletion_grace(tree: &mut Tree, value: Option<i64>) {
    match value {
        Some(seconds) => tree.set_i64(&[META, "deletionGracePeriodSeconds"], seconds),
        None => {
            tree.remove(&[META, "deletionGracePeriodSeconds"]);
        }
    }
}

/// Replaces `metadata.finalizers`.
pub(crate) fn set_finalizers(tree: &mut Tree, values: &[String]) {
    tree.remove(&[META, "finalizers"]);
    for value in values {
        tree.push_str(&[META, "finalizers"], value);
    }
}

/// Removes what only the server may set (apiserver `rest.WipeObjectMetaSystemFields`).
pub(crate) fn wipe_system_fields(tree: &mut Tree) {
    for field in ["creationTimestamp", "uid", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"] {
        tree.remove(&[META, field]);
    }
}

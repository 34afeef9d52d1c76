//! Kinds of group apps. Two of them keep a number in an annotation since their fields were removed; what such a number must look
//! like is said here once.

pub mod controllerrevision;
pub mod daemonset;
pub(crate) mod defaults;
pub mod deployment;
pub mod replicaset;
pub mod statefulset;

use crate::edit;
use meta::Text;
use meta::field::{FieldError, FieldErrors, Path};
use meta::number::parse_int;
use object::Tree;

/// Brings an annotation that holds a number into its shortest form; an empty one goes.
fn number_annotation(tree: &mut Tree, key: &str, error: impl FnOnce(&str, &str) -> String) -> Result<(), Text> {
    let path = ["metadata", "annotations", key];
    match tree.str(&path) {
        None => (),
        Some("") => {
            tree.remove(&path);
            edit::prune(tree, &["metadata", "annotations"]);
        }
        Some(text) => {
            let number = parse_int(text).map_err(|why| Text::Owned(error(text, &why.to_string())))?;
            tree.set_str(&path, &number.to_string());
        }
    }
    Ok(())
}

/// Upstream's internal types count replicas with a plain number, which an empty object has as well.
fn no_replicas(tree: &mut Tree) {
    tree.set_i64(&["spec", "replicas"], 0);
}

/// Replicas are never negative (upstream `pkg/apis/apps/validation/validation.go`).
fn replicas(tree: &Tree) -> FieldErrors {
    let replicas = tree.i64(&["spec", "replicas"]).unwrap_or_default();
    if replicas >= 0 {
        return FieldErrors::new();
    }
    let path = Path::new("spec").child("replicas");
    vec![FieldError::invalid(&path, replicas, "must be greater than or equal to 0")]
}

#[cfg(test)]
mod tests;

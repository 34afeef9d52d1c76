//! Columns of storage versions and of their migrations.

use super::cell::{AGE, NAME, UNSET, age, column, field, first_of, is_true, name, phrase, string_or, text};
use super::{Column, Printer};
use crate::prepare;
use object::{NodeRef, Tree};

const STATUS: &str = "io.k8s.api.apiserverinternal.v1alpha1.StorageVersionStatus";

pub(super) static VERSION: Printer = Printer::new(
    &[
        NAME,
        column("CommonEncodingVersion", "string", field(STATUS, "commonEncodingVersion")),
        column("StorageVersions", "string", field(STATUS, "storageVersions")),
        AGE,
    ],
    |tree, ctx| {
        let common = string_or(tree, &["status", "commonEncodingVersion"], UNSET);
        vec![name(tree), common, text(servers(tree)), age(tree, ctx)].into()
    },
);

/// What each server writes.
fn servers(tree: &Tree) -> String {
    let shown = |version: NodeRef<'_>| {
        let part = |field| version.str(&[field]).unwrap_or_default();
        format!("{}={}", part("apiServerID"), part("encodingVersion"))
    };
    let versions: Vec<String> = tree.items(&["status", "storageVersions"]).map(shown).collect();
    if versions.is_empty() { UNSET.to_owned() } else { first_of(&versions, 3) }
}

pub(super) static MIGRATION: Printer = Printer::new(
    &[
        Column { format: "", ..NAME },
        phrase("Resource", "string", "GroupResource to migrate"),
        phrase("Status", "string", "Status of the migration"),
    ],
    |tree, _| {
        let resource = prepare::text(tree, &["spec", "resource", "resource"]);
        let resource = match prepare::text(tree, &["spec", "resource", "group"]) {
            "" => resource.to_owned(),
            group => format!("{resource}.{group}"),
        };
        vec![name(tree), text(resource), text(status(tree))].into()
    },
);

/// The last of the true conditions that say how far it is.
fn status(tree: &Tree) -> &str {
    let true_ones = tree.items(&["status", "conditions"]).filter(|condition| is_true(*condition));
    let types = true_ones.filter_map(|condition| condition.str(&["type"]));
    types.filter(|ty| matches!(*ty, "Running" | "Failed" | "Succeeded")).last().unwrap_or("Unknown")
}

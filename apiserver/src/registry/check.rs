//! Checks that every object must pass whatever its kind: names by the kind's rule, and ObjectMeta as a whole. Called by create and
//! update after preparation. Never changes the object. The rules themselves are `meta::objectmeta`'s.

use kinds::strategy::{Ctx, NameRule};
use meta::field::{FieldError, FieldErrors, Path};
use meta::objectmeta::{
    ManagedFields, ObjectMeta, OwnerReference, validate_create, validate_standard_finalizers, validate_update,
};
use meta::time::parse_rfc3339;
use object::{NodeRef, Tree};

use super::hub::Hub;

/// Complaints about a new object.
#[must_use]
pub(crate) fn new_object(tree: &Tree, hub: &Hub, ctx: &Ctx<'_>) -> FieldErrors {
    let path = Path::new("metadata");
    let meta = read(tree);
    let mut errors = names(&meta, hub.behaviour.name, tree, ctx);
    errors.extend(validate_create(&meta, hub.namespaced, |_, _| Vec::new(), &path));
    errors.extend(validate_standard_finalizers(&meta.finalizers, &path.child("finalizers")));
    errors
}

/// Complaints about a changed object.
#[must_use]
pub(crate) fn changed_object(tree: &Tree, old: &Tree) -> FieldErrors {
    let path = Path::new("metadata");
    let (meta, before) = (read(tree), read(old));
    let mut errors = validate_update(&meta, &before, &path);
    errors.extend(validate_standard_finalizers(&meta.finalizers, &path.child("finalizers")));
    errors
}

/// Complaints about generateName and name, by the kind's rule.
fn names(meta: &ObjectMeta<'_>, rule: NameRule, tree: &Tree, ctx: &Ctx<'_>) -> FieldErrors {
    let path = Path::new("metadata");
    let mut errors = FieldErrors::new();
    for (field, text, prefix) in [("generateName", meta.generate_name, true), ("name", meta.name, false)] {
        if !text.is_empty() {
            let complaints = rule.check(text, prefix, tree, ctx);
            errors.extend(complaints.into_iter().map(|complaint| FieldError::invalid(&path.child(field), text, complaint)));
        }
    }
    errors
}

/// ObjectMeta as its rules want to see it.
fn read(tree: &Tree) -> ObjectMeta<'_> {
    let text = |field: &str| tree.str(&["metadata", field]).unwrap_or("");
    let time = |field: &str| parse_rfc3339(text(field)).ok();
    let pairs = |field: &str| {
        tree.entries(&["metadata", field]).map(|(key, value)| (key, value.as_str().unwrap_or(""))).collect::<Vec<_>>()
    };
    ObjectMeta {
        name: text("name"),
        generate_name: text("generateName"),
        namespace: text("namespace"),
        uid: text("uid"),
        resource_version: text("resourceVersion"),
        generation: tree.i64(&["metadata", "generation"]).unwrap_or(0),
        creation_timestamp: time("creationTimestamp"),
        deletion_timestamp: time("deletionTimestamp"),
        deletion_grace_period_seconds: tree.i64(&["metadata", "deletionGracePeriodSeconds"]),
        labels: pairs("labels"),
        annotations: pairs("annotations"),
        owner_references: tree.items(&["metadata", "ownerReferences"]).map(owner).collect(),
        finalizers: tree.items(&["metadata", "finalizers"]).filter_map(NodeRef::as_str).collect(),
        managed_fields: tree.items(&["metadata", "managedFields"]).map(managed).collect(),
    }
}

fn owner(node: NodeRef<'_>) -> OwnerReference<'_> {
    let text = |field: &str| node.str(&[field]).unwrap_or("");
    let flag = |field: &str| node.field(field).and_then(NodeRef::as_bool);
    OwnerReference {
        api_version: text("apiVersion"),
        kind: text("kind"),
        name: text("name"),
        uid: text("uid"),
        controller: flag("controller"),
        block_owner_deletion: flag("blockOwnerDeletion"),
    }
}

fn managed(node: NodeRef<'_>) -> ManagedFields<'_> {
    let text = |field: &str| node.str(&[field]).unwrap_or("");
    ManagedFields {
        manager: text("manager"),
        operation: text("operation"),
        fields_type: text("fieldsType"),
        subresource: text("subresource"),
    }
}

//! Validation of `metadata`, on create and on update, with upstream's texts (apimachinery `pkg/api/validation/objectmeta.go`).
//! `kinds` and `apiserver` fill [`ObjectMeta`] from whatever they keep objects in. Reports only; sets no field.

use crate::field::{FieldError, FieldErrors, Path, Value};
use crate::labels::validate_labels;
use crate::name::{self, ANNOTATIONS_MAX, NameRule};
use crate::options::validate_field_manager;
use crate::text::{Quoted, push_json};
use crate::time::Time;
use crate::{GroupVersion, Gvk};

/// What validation looks at. Absent strings are empty, absent lists too.
#[derive(Clone, Debug, Default)]
pub struct ObjectMeta<'a> {
    /// Name, already generated where it was to be.
    pub name: &'a str,
    /// Prefix that the name was generated from.
    pub generate_name: &'a str,
    /// Namespace; empty for cluster-scoped objects.
    pub namespace: &'a str,
    /// UID.
    pub uid: &'a str,
    /// The resourceVersion that came with the object.
    pub resource_version: &'a str,
    /// Generation.
    pub generation: i64,
    /// When it was created; nothing and Go's zero time are the same.
    pub creation_timestamp: Option<Time>,
    /// When it will be gone.
    pub deletion_timestamp: Option<Time>,
    /// Seconds it gets to die in.
    pub deletion_grace_period_seconds: Option<i64>,
    /// Labels.
    pub labels: Vec<(&'a str, &'a str)>,
    /// Annotations.
    pub annotations: Vec<(&'a str, &'a str)>,
    /// Owners.
    pub owner_references: Vec<OwnerReference<'a>>,
    /// Finalizers.
    pub finalizers: Vec<&'a str>,
    /// Field managers.
    pub managed_fields: Vec<ManagedFields<'a>>,
}

/// `metav1.OwnerReference`.
#[derive(Clone, Copy, Debug, Default)]
pub struct OwnerReference<'a> {
    /// `apiVersion` of the owner.
    pub api_version: &'a str,
    /// Kind of the owner.
    pub kind: &'a str,
    /// Name of the owner.
    pub name: &'a str,
    /// UID of the owner.
    pub uid: &'a str,
    /// The managing controller.
    pub controller: Option<bool>,
    /// Foreground deletion of the owner waits for this object.
    pub block_owner_deletion: Option<bool>,
}

/// The parts of a `metav1.ManagedFieldsEntry` that are validated here.
#[derive(Clone, Copy, Debug, Default)]
pub struct ManagedFields<'a> {
    /// Who.
    pub manager: &'a str,
    /// `Apply` or `Update`.
    pub operation: &'a str,
    /// `FieldsV1`.
    pub fields_type: &'a str,
    /// Subresource that was written through.
    pub subresource: &'a str,
}

/// What an immutable field says when it changed.
pub const IMMUTABLE: &str = "field is immutable";
/// What a negative number says.
pub const NEGATIVE: &str = "must be greater than or equal to 0";
/// Finalizer that keeps dependents.
pub const FINALIZER_ORPHAN: &str = "orphan";
/// Finalizer that deletes dependents first.
pub const FINALIZER_FOREGROUND: &str = "foregroundDeletion";
/// Finalizer of namespaces.
pub const FINALIZER_KUBERNETES: &str = "kubernetes";

const SUBRESOURCE_MAX: usize = 256;
const BANNED_OWNER: Gvk = Gvk::of("", "v1", "Event");

/// Checks `metadata` of a new object (`ValidateObjectMeta`). `name_rule` is the kind's.
#[must_use]
pub fn validate_create(meta: &ObjectMeta<'_>, namespaced: bool, name_rule: NameRule, path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    if !meta.generate_name.is_empty() {
        let path = path.child("generateName");
        let complaints = name_rule(meta.generate_name, true).into_iter();
        errors.extend(complaints.map(|c| FieldError::invalid(&path, meta.generate_name, c)));
    }
    let name_path = path.child("name");
    if meta.name.is_empty() {
        errors.push(FieldError::required(&name_path, "name or generateName is required"));
    } else {
        let complaints = name_rule(meta.name, false).into_iter();
        errors.extend(complaints.map(|c| FieldError::invalid(&name_path, meta.name, c)));
    }
    errors.extend(namespace_errors(meta, namespaced, path));
    errors.extend(generation_errors(meta, path));
    errors.extend(validate_labels(meta.labels.iter().copied(), &path.child("labels")));
    errors.extend(validate_annotations(&meta.annotations, &path.child("annotations")));
    errors.extend(validate_owner_references(&meta.owner_references, &path.child("ownerReferences")));
    errors.extend(validate_finalizers(&meta.finalizers, &path.child("finalizers")));
    errors.extend(validate_managed_fields(&meta.managed_fields, &path.child("managedFields")));
    errors
}

/// Checks `metadata` of a changed object against the stored one (`ValidateObjectMetaUpdate`).
#[must_use]
pub fn validate_update(new: &ObjectMeta<'_>, old: &ObjectMeta<'_>, path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    if old.deletion_timestamp.is_some() {
        errors.extend(no_new_finalizers(&new.finalizers, &old.finalizers, &path.child("finalizers")));
    }
    if new.resource_version.is_empty() {
        let complaint = "must be specified for an update";
        errors.push(FieldError::invalid(&path.child("resourceVersion"), "", complaint));
    }
    errors.extend(generation_errors(new, path));
    if new.generation < old.generation {
        errors.push(FieldError::invalid(&path.child("generation"), new.generation, "must not be decremented"));
    }
    let mut immutable = |changed: bool, field: &'static str, value: Value| {
        if changed {
            errors.push(FieldError::invalid(&path.child(field), value, IMMUTABLE));
        }
    };
    immutable(new.name != old.name, "name", new.name.into());
    immutable(new.namespace != old.namespace, "namespace", new.namespace.into());
    immutable(new.uid != old.uid, "uid", Value::named(new.uid));
    let created = |meta: &ObjectMeta<'_>| meta.creation_timestamp.filter(|t| !t.is_zero());
    immutable(created(new) != created(old), "creationTimestamp", time_value(new.creation_timestamp));
    immutable(new.deletion_timestamp != old.deletion_timestamp, "deletionTimestamp", time_value(new.deletion_timestamp));
    let grace = |meta: &ObjectMeta<'_>| meta.deletion_grace_period_seconds;
    immutable(grace(new) != grace(old), "deletionGracePeriodSeconds", grace(new).map_or_else(Value::null, Value::Int));

    errors.extend(validate_labels(new.labels.iter().copied(), &path.child("labels")));
    errors.extend(validate_annotations(&new.annotations, &path.child("annotations")));
    errors.extend(validate_owner_references(&new.owner_references, &path.child("ownerReferences")));
    errors.extend(validate_managed_fields(&new.managed_fields, &path.child("managedFields")));
    errors
}

fn namespace_errors(meta: &ObjectMeta<'_>, namespaced: bool, path: &Path) -> FieldErrors {
    let path = path.child("namespace");
    if !namespaced {
        let given = !meta.namespace.is_empty();
        return given.then(|| FieldError::forbidden(&path, "not allowed on this type")).into_iter().collect();
    }
    if meta.namespace.is_empty() {
        return vec![FieldError::required(&path, "")];
    }
    let complaints = name::dns1123_label(meta.namespace).into_iter();
    complaints.map(|c| FieldError::invalid(&path, meta.namespace, c)).collect()
}

fn generation_errors(meta: &ObjectMeta<'_>, path: &Path) -> Option<FieldError> {
    (meta.generation < 0).then(|| FieldError::invalid(&path.child("generation"), meta.generation, NEGATIVE))
}

fn time_value(time: Option<Time>) -> Value {
    time.filter(|t| !t.is_zero()).map_or_else(Value::null, |t| Value::named(&t.rfc3339()))
}

/// Checks annotation keys, which may have capitals, and the total size (`ValidateAnnotations`).
#[must_use]
pub fn validate_annotations(annotations: &[(&str, &str)], path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let mut size = 0;
    for (key, value) in annotations {
        size += key.len() + value.len();
        let mut complaints = name::qualified_name(key);
        if !complaints.is_empty() {
            complaints = name::qualified_name(&key.to_lowercase());
        }
        errors.extend(complaints.into_iter().map(|c| FieldError::invalid(path, *key, c)));
    }
    if size > ANNOTATIONS_MAX {
        errors.push(FieldError::too_long(path, 262_144));
    }
    errors
}

/// Checks owners: complete, no events, one controller at most (`ValidateOwnerReferences`).
#[must_use]
pub fn validate_owner_references(owners: &[OwnerReference<'_>], path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let mut controller: Option<String> = None;
    for (i, owner) in owners.iter().enumerate() {
        errors.extend(owner_errors(owner, &path.index(i)));
        if owner.controller != Some(true) {
            continue;
        }
        let this = format!("{}/{}", owner.kind, owner.name);
        match &controller {
            None => controller = Some(this),
            Some(first) => {
                let complaint = format!(
                    "Only one reference can have Controller set to true. Found \"true\" in references for {first} and {this}"
                );
                errors.push(FieldError::invalid(path, owners_value(owners), complaint));
            }
        }
    }
    errors
}

fn owner_errors(owner: &OwnerReference<'_>, path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let parsed = GroupVersion::parse(owner.api_version);
    if owner.api_version.is_empty() {
        errors.push(FieldError::required(&path.child("apiVersion"), "must not be empty"));
    } else if parsed.as_ref().map_or(true, |gv| gv.version.is_empty()) {
        let complaint = "must be <group>/<version> or <version>";
        errors.push(FieldError::invalid(&path.child("apiVersion"), owner.api_version, complaint));
    }
    for (field, value) in [("kind", owner.kind), ("name", owner.name), ("uid", owner.uid)] {
        if value.is_empty() {
            errors.push(FieldError::required(&path.child(field), "must not be empty"));
        }
    }
    if parsed.is_ok_and(|gv| gv.kind(owner.kind.to_owned()) == BANNED_OWNER) {
        let mut json = String::new();
        push_owner(&mut json, owner);
        let complaint = format!("{BANNED_OWNER} is disallowed from being an owner");
        errors.push(FieldError::invalid(path, Value::Json(json), complaint));
    }
    errors
}

fn owners_value(owners: &[OwnerReference<'_>]) -> Value {
    let mut json = String::from("[");
    for (i, owner) in owners.iter().enumerate() {
        if i > 0 {
            json.push(',');
        }
        push_owner(&mut json, owner);
    }
    json.push(']');
    Value::Json(json)
}

fn push_owner(out: &mut String, owner: &OwnerReference<'_>) {
    let fields = [("apiVersion", owner.api_version), ("kind", owner.kind), ("name", owner.name), ("uid", owner.uid)];
    for (i, (name, value)) in fields.into_iter().enumerate() {
        out.push(if i == 0 { '{' } else { ',' });
        push_json(out, name);
        out.push(':');
        push_json(out, value);
    }
    for (name, flag) in [("controller", owner.controller), ("blockOwnerDeletion", owner.block_owner_deletion)] {
        if let Some(flag) = flag {
            out.push(',');
            push_json(out, name);
            out.push_str(if flag { ":true" } else { ":false" });
        }
    }
    out.push('}');
}

/// Checks finalizer names and that the two that exclude each other are not both there (`ValidateFinalizers`).
#[must_use]
pub fn validate_finalizers(finalizers: &[&str], path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for finalizer in finalizers {
        errors.extend(validate_finalizer_name(finalizer, path));
    }
    if finalizers.contains(&FINALIZER_ORPHAN) && finalizers.contains(&FINALIZER_FOREGROUND) {
        let complaint = format!("finalizer {FINALIZER_ORPHAN} and {FINALIZER_FOREGROUND} cannot be both set");
        errors.push(FieldError::invalid(path, Value::list(finalizers), complaint));
    }
    errors
}

/// Checks one finalizer name (`ValidateFinalizerName`).
#[must_use]
pub fn validate_finalizer_name(finalizer: &str, path: &Path) -> FieldErrors {
    name::qualified_name(finalizer).into_iter().map(|c| FieldError::invalid(path, finalizer, c)).collect()
}

/// The check that built-in kinds add, on create and update: a finalizer without `/` must be a standard one
/// (`pkg/apis/core/validation`). `path` is that of the list.
#[must_use]
pub fn validate_standard_finalizers(finalizers: &[&str], path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for (i, finalizer) in finalizers.iter().enumerate() {
        let standard = [FINALIZER_KUBERNETES, FINALIZER_ORPHAN, FINALIZER_FOREGROUND].contains(finalizer);
        if !standard && !finalizer.contains('/') {
            let complaint = "name is neither a standard finalizer name nor is it fully qualified";
            errors.push(FieldError::invalid(&path.index(i), *finalizer, complaint));
        }
    }
    errors
}

fn no_new_finalizers(new: &[&str], old: &[&str], path: &Path) -> Option<FieldError> {
    let mut extra: Vec<&str> = new.iter().copied().filter(|f| !old.contains(f)).collect();
    if extra.is_empty() {
        return None;
    }
    extra.sort_unstable();
    extra.dedup();
    let list: Vec<String> = extra.iter().map(|f| Quoted(f).to_string()).collect();
    let complaint = format!(
        "no new finalizers can be added if the object is being deleted, found new finalizers []string{{{}}}",
        list.join(", ")
    );
    Some(FieldError::forbidden(path, complaint))
}

/// Checks managedFields entries (`ValidateManagedFields`).
#[must_use]
pub fn validate_managed_fields(entries: &[ManagedFields<'_>], path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for (i, entry) in entries.iter().enumerate() {
        let path = path.index(i);
        match entry.operation {
            "Apply" | "Update" => {}
            "" => errors.push(FieldError::required(&path.child("operation"), "must not be empty")),
            other => {
                let allowed = ["Apply", "Update"];
                errors.push(FieldError::not_supported(&path.child("operation"), Value::named(other), &allowed));
            }
        }
        if !matches!(entry.fields_type, "" | "FieldsV1") {
            errors.push(FieldError::invalid(&path.child("fieldsType"), entry.fields_type, "must be `FieldsV1`"));
        }
        errors.extend(validate_field_manager(entry.manager, &path.child("manager")));
        if entry.subresource.len() > SUBRESOURCE_MAX {
            errors.push(FieldError::too_long(&path.child("subresource"), 256));
        }
    }
    errors
}

#[cfg(test)]
mod tests;

//! What a binding ties together: one role and any number of subjects. Called by RoleBinding and ClusterRoleBinding. Source: upstream
//! `pkg/apis/rbac/validation/validation.go`.

use crate::prepare::text;
use crate::strategy::Ctx;
use crate::validate::{complain, immutable, show_struct, str};
use meta::field::{FieldError, FieldErrors, Path};
use meta::name;
use object::{NodeRef, Tree};

const GROUP: &str = "rbac.authorization.k8s.io";
const SUBJECTS: [&str; 3] = ["ServiceAccount", "User", "Group"];
/// Fields of a role reference: Go's names and JSON's.
const REFERENCE: [(&str, &str); 3] = [("APIGroup", "apiGroup"), ("Kind", "kind"), ("Name", "name")];

/// What is wrong with a binding to one of these kinds of roles.
pub(super) fn validate(tree: &Tree, ctx: &Ctx<'_>, roles: &[&str], namespaced: bool) -> FieldErrors {
    let reference = Path::new("roleRef");
    let (group, kind) = (text(tree, &["roleRef", "apiGroup"]), text(tree, &["roleRef", "kind"]));
    let mut errors = FieldErrors::new();
    if group != GROUP {
        errors.push(FieldError::not_supported(&reference.child("apiGroup"), group, &[GROUP]));
    }
    if !roles.contains(&kind) {
        errors.push(FieldError::not_supported(&reference.child("kind"), kind, roles));
    }
    let name = text(tree, &["roleRef", "name"]);
    errors.extend(complain(&reference.child("name"), name, if name.is_empty() { Vec::new() } else { name::path_segment(name) }));
    let mut unnamed = FieldErrors::new();
    for (i, subject) in tree.items(&["subjects"]).enumerate() {
        let path = Path::new("subjects").index(i);
        validate_subject(subject, namespaced, &path, &mut errors);
        if str(subject, &["name"]).is_empty() {
            unnamed.push(FieldError::required(&path.child("name"), ""));
        }
    }
    // Generated rules come last.
    errors.extend(unnamed);
    if name.is_empty() {
        errors.push(FieldError::required(&reference.child("name"), ""));
    }
    if let Some(old) = ctx.old {
        errors.extend(immutable(tree, old, &["roleRef"], &reference, |value| show_struct(value, &REFERENCE)));
    }
    errors
}

fn validate_subject(subject: NodeRef<'_>, namespaced: bool, path: &Path, errors: &mut FieldErrors) {
    let (kind, group, name) = (str(subject, &["kind"]), str(subject, &["apiGroup"]), str(subject, &["name"]));
    match kind {
        "ServiceAccount" => {
            if !name.is_empty() {
                errors.extend(complain(&path.child("name"), name, name::is_subdomain(name, false)));
            }
            if !group.is_empty() {
                errors.push(FieldError::not_supported(&path.child("apiGroup"), group, &[""]));
            }
            if !namespaced && str(subject, &["namespace"]).is_empty() {
                errors.push(FieldError::required(&path.child("namespace"), ""));
            }
        }
        "User" | "Group" => {
            if group != GROUP {
                errors.push(FieldError::not_supported(&path.child("apiGroup"), group, &[GROUP]));
            }
        }
        _ => errors.push(FieldError::not_supported(&path.child("kind"), kind, &SUBJECTS)),
    }
}

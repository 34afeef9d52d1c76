//! StorageClass: only what does not say which volumes it makes can change. Source: upstream
//! `pkg/registry/storage/storageclass/strategy.go`, `pkg/apis/storage/validation/validation.go`.

use crate::prepare::{changed, creating, text};
use crate::strategy::{Behaviour, Ctx, Deleted, Strategy};
use crate::validate::{IMMUTABLE, complain, each, one_of, pairs, str, texts};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::labels::validate_label_name;
use meta::name;
use object::{NodeRef, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// `storageclasses` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "storage.k8s.io",
    plural: "storageclasses",
    main: Strategy { validate, ..Strategy::PLAIN },
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

/// Most parameters, and most bytes of all of them.
const MOST_PARAMETERS: usize = 512;
const MOST_BYTES: usize = 256 << 10;

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    if let Some(old) = ctx.old.filter(|_| !creating(ctx)) {
        // Generated rules report in the order of the fields, without the values.
        let fields = ["provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"];
        let wrong = fields.into_iter().filter(|field| changed(tree, old, &[field]));
        return wrong.map(|field| FieldError::invalid(&Path::new(field), Value::null(), IMMUTABLE)).collect();
    }
    let provisioner = text(tree, &["provisioner"]).to_lowercase();
    let mut errors = FieldErrors::new();
    if !provisioner.is_empty() {
        errors.extend(complain(&Path::new("provisioner"), &*provisioner, name::qualified_name(&provisioner)));
    }
    errors.extend(validate_parameters(tree.at(&["parameters"]), &Path::new("parameters")));
    if let Some(policy) = tree.str(&["reclaimPolicy"]).filter(|policy| !policy.is_empty()) {
        errors.extend(one_of(&Path::new("reclaimPolicy"), policy, &["Delete", "Retain"]));
    }
    let mode = Path::new("volumeBindingMode");
    match tree.str(&["volumeBindingMode"]) {
        None => errors.push(FieldError::required(&mode, "")),
        Some(value) => errors.extend(one_of(&mode, value, &["Immediate", "WaitForFirstConsumer"])),
    }
    errors.extend(validate_topologies(tree));
    if provisioner.is_empty() {
        errors.push(FieldError::required(&Path::new("provisioner"), ""));
    }
    errors
}

/// Parameters of a class of volumes: few, short, and none without a name.
pub(super) fn validate_parameters(parameters: Option<NodeRef<'_>>, path: &Path) -> FieldErrors {
    if parameters.is_some_and(|parameters| parameters.len() > MOST_PARAMETERS) {
        return vec![FieldError::too_long(path, 512)];
    }
    let mut errors = FieldErrors::new();
    let mut bytes = 0;
    for (key, value) in pairs(parameters) {
        if key.is_empty() {
            errors.push(FieldError::invalid(path, key, "field can not be empty."));
        }
        bytes += key.len() + value.len();
    }
    if bytes > MOST_BYTES {
        errors.push(FieldError::too_long(path, 256 << 10));
    }
    errors
}

/// Values by key of one term.
type Term<'t> = BTreeMap<&'t str, BTreeSet<&'t str>>;

fn validate_topologies(tree: &Tree) -> FieldErrors {
    let mut errors = FieldErrors::new();
    // Upstream compares with as many empty terms as there are terms.
    let mut terms: Vec<Term<'_>> = vec![Term::new()];
    for (i, node) in tree.items(&["allowedTopologies"]).enumerate() {
        let path = Path::new("allowedTopologies").index(i);
        let term = validate_term(node, &path, &mut errors);
        if terms.contains(&term) {
            errors.push(FieldError::duplicate(&path.child("matchLabelExpressions"), ""));
        }
        terms.push(term);
    }
    errors
}

fn validate_term<'t>(node: NodeRef<'t>, path: &Path, errors: &mut FieldErrors) -> Term<'t> {
    let mut term = Term::new();
    for (expression, path) in each(node, "matchLabelExpressions", path) {
        let (key, values) = (str(expression, &["key"]), texts(expression.field("values")));
        let list = path.child("values");
        if values.is_empty() {
            errors.push(FieldError::required(&list, ""));
        }
        let mut seen = BTreeSet::new();
        for (i, value) in values.into_iter().enumerate() {
            if !seen.insert(value) {
                errors.push(FieldError::duplicate(&list.index(i), value));
            }
        }
        errors.extend(validate_label_name(key, &path.child("key")));
        if term.insert(key, seen).is_some() {
            errors.push(FieldError::duplicate(&path.child("key"), key));
        }
    }
    term
}

//! ResourceQuota: status is the quota controller's; scopes never change, and must fit the resources that are limited. Source: upstream
//! `pkg/registry/core/resourcequota/strategy.go`, `pkg/apis/core/validation/validation.go`.

use super::resource_names;
use crate::prepare::{self, creating};
use crate::strategy::{Behaviour, Ctx, Deleted, Strategy};
use crate::validate::{IMMUTABLE, pairs, str, texts};
use meta::field::{FieldError, FieldErrors, Path, Value};
use object::{NodeRef, Tree};
use std::collections::BTreeSet;

/// `resourcequotas`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "resourcequotas",
    main: Strategy { validate, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { validate: validate_status, ..prepare::STATUS_ENDPOINT })],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

const HARD: &[&str] = &["spec", "hard"];
const SCOPES: &[&str] = &["spec", "scopes"];
/// Scopes that say all by themselves, and those that a selector may compare with values.
const PLAIN: [&str; 5] = ["BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity"];
const VALUED: [&str; 2] = ["PriorityClass", "VolumeAttributesClass"];
/// Scopes that leave nothing together.
const CONFLICTS: [[&str; 2]; 2] = [["BestEffort", "NotBestEffort"], ["Terminating", "NotTerminating"]];
const UNFIT: &str = "unsupported scope applied to resource";

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let mut errors = validate_amounts(tree.at(HARD), &Path::new("spec").child("hard"));
    errors.extend(validate_scopes(tree));
    errors.extend(validate_selector(tree));
    if let Some(old) = ctx.old.filter(|_| !creating(ctx)) {
        let set = |tree: &Tree| -> BTreeSet<String> { texts(tree.at(SCOPES)).into_iter().map(str::to_owned).collect() };
        if set(tree) != set(old) {
            errors.push(FieldError::invalid(&Path::new("spec").child("scopes"), scopes_shown(tree), IMMUTABLE));
        }
    }
    errors
}

fn validate_status(tree: &Tree, _ctx: &mut Ctx<'_>) -> FieldErrors {
    let status = Path::new("status");
    let mut errors = validate_amounts(tree.at(&["status", "hard"]), &status.child("hard"));
    errors.extend(validate_amounts(tree.at(&["status", "used"]), &status.child("used")));
    errors
}

fn validate_amounts(list: Option<NodeRef<'_>>, path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for (name, amount) in pairs(list) {
        let path = path.key(name);
        errors.extend(resource_names::for_quota(name, &path));
        errors.extend(resource_names::amount(name, amount, &path));
    }
    errors
}

fn scopes_shown(tree: &Tree) -> Value {
    let scopes = texts(tree.at(SCOPES));
    if scopes.is_empty() { Value::null() } else { Value::list(&scopes) }
}

/// How many limited resources a scope does not go with.
fn unfit(tree: &Tree, scope: &str) -> usize {
    let names = pairs(tree.at(HARD)).map(|(name, _)| name);
    names.filter(|name| resource_names::is_standard_for_quota(name) && !fits(scope, name)).count()
}

fn fits(scope: &str, resource: &str) -> bool {
    let compute = ["cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory"];
    match scope {
        "BestEffort" => resource == "pods",
        "VolumeAttributesClass" => matches!(resource, "persistentvolumeclaims" | "requests.storage"),
        known if PLAIN.contains(&known) || VALUED.contains(&known) => resource == "pods" || compute.contains(&resource),
        _ => true,
    }
}

fn conflicts(scopes: &[&str]) -> usize {
    CONFLICTS.iter().filter(|pair| pair.iter().all(|scope| scopes.contains(scope))).count()
}

fn validate_scopes(tree: &Tree) -> FieldErrors {
    let (path, scopes) = (Path::new("spec").child("scopes"), texts(tree.at(SCOPES)));
    let wrong = |complaint| FieldError::invalid(&path, scopes_shown(tree), complaint);
    let mut errors = FieldErrors::new();
    for scope in &scopes {
        if !PLAIN.contains(scope) && !VALUED.contains(scope) {
            errors.push(wrong("unsupported scope"));
        }
        errors.extend((0..unfit(tree, scope)).map(|_| wrong(UNFIT)));
    }
    errors.extend((0..conflicts(&scopes)).map(|_| wrong("conflicting scopes")));
    errors
}

fn validate_selector(tree: &Tree) -> FieldErrors {
    let path = Path::new("spec").child("scopeSelector").child("matchExpressions");
    let mut errors = FieldErrors::new();
    let mut scopes = Vec::new();
    for expression in tree.items(&["spec", "scopeSelector", "matchExpressions"]) {
        let (scope, operator) = (str(expression, &["scopeName"]), str(expression, &["operator"]));
        if !PLAIN.contains(&scope) && !VALUED.contains(&scope) {
            errors.push(FieldError::invalid(&path.child("scopeName"), Value::named(scope), "unsupported scope"));
        }
        let selector = Value::Json(tree.at(&["spec", "scopeSelector"]).map(|node| format!("{node:?}")).unwrap_or_default());
        errors.extend((0..unfit(tree, scope)).map(|_| FieldError::invalid(&path, selector.clone(), UNFIT)));
        let operators = path.child("operator");
        if PLAIN.contains(&scope) && operator != "Exists" {
            let complaint = "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity";
            errors.push(FieldError::invalid(&operators, Value::named(operator), complaint));
        }
        let (values, list) = (texts(expression.field("values")), path.child("values"));
        match operator {
            "In" | "NotIn" if values.is_empty() => {
                let complaint = "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector";
                errors.push(FieldError::required(&list, complaint));
            }
            "Exists" | "DoesNotExist" if !values.is_empty() => {
                let complaint = "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector";
                errors.push(FieldError::invalid(&list, Value::list(&values), complaint));
            }
            "In" | "NotIn" | "Exists" | "DoesNotExist" => {}
            _ => errors.push(FieldError::invalid(&operators, Value::named(operator), "not a valid selector operator")),
        }
        scopes.push(scope);
    }
    errors.extend((0..conflicts(&scopes)).map(|_| FieldError::invalid(&path, scopes_shown(tree), "conflicting scopes")));
    errors
}

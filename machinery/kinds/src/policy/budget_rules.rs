//! Field rules of disruption budgets. Called by PodDisruptionBudget. Source: upstream `pkg/apis/policy/validation/validation.go`,
//! `pkg/apis/apps/validation/validation.go` (ValidatePositiveIntOrPercent).

use crate::strategy::Ctx;
use crate::validate::{complain, is_bad_selector, not_negative, one_of, selector};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::name;
use object::{NodeRef, Tree};

/// What is wrong with a budget.
pub(super) fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let spec = Path::new("spec");
    let mut errors = FieldErrors::new();
    let (least, most) = (tree.at(&["spec", "minAvailable"]), tree.at(&["spec", "maxUnavailable"]));
    if least.is_some() && most.is_some() {
        errors.push(FieldError::invalid(&spec, shown(tree), "minAvailable and maxUnavailable cannot be both set"));
    }
    for (field, value) in [("minAvailable", least), ("maxUnavailable", most)] {
        errors.extend(validate_share(value, &spec.child(field)));
    }
    let lax = ctx.old.is_some_and(|old| is_bad_selector(old.at(&["spec", "selector"])));
    errors.extend(selector(tree.at(&["spec", "selector"]), lax, &spec.child("selector")));
    if let Some(policy) = tree.str(&["spec", "unhealthyPodEvictionPolicy"]) {
        errors.extend(one_of(&spec.child("unhealthyPodEvictionPolicy"), policy, &["AlwaysAllow", "IfHealthyBudget"]));
    }
    errors
}

/// What is wrong with the controller's counts.
pub(super) fn validate_status(tree: &Tree, _ctx: &mut Ctx<'_>) -> FieldErrors {
    let counts = ["disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods"];
    let status = Path::new("status");
    counts.iter().filter_map(|field| not_negative(&status.child(*field), tree.i64(&["status", field]))).collect()
}

/// A number or a percentage, neither negative nor above the whole.
fn validate_share(value: Option<NodeRef<'_>>, path: &Path) -> FieldErrors {
    let Some(value) = value else { return FieldErrors::new() };
    let Some(text) = value.as_str() else { return not_negative(path, value.as_i64()).into_iter().collect() };
    let complaints = name::percent(text);
    let number: Option<i64> = text.strip_suffix('%').and_then(|number| number.parse().ok());
    if complaints.is_empty() && number.is_none_or(|number| number > 100) {
        return vec![FieldError::invalid(path, Value::named(text), "must not be greater than 100%")];
    }
    complain(path, Value::named(text), complaints)
}

/// The spec as upstream's internal type prints it.
fn shown(tree: &Tree) -> Value {
    let fields = [
        ("MinAvailable", "minAvailable"),
        ("Selector", "selector"),
        ("MaxUnavailable", "maxUnavailable"),
        ("UnhealthyPodEvictionPolicy", "unhealthyPodEvictionPolicy"),
    ];
    let value = |json: &str| tree.at(&["spec", json]).map_or_else(|| "null".to_owned(), |node| format!("{node:?}"));
    let members: Vec<String> = fields.iter().map(|(go, json)| format!("\"{go}\":{}", value(json))).collect();
    Value::Json(format!("{{{}}}", members.join(",")))
}

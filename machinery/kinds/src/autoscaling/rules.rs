//! Field rules of autoscalers: replicas, the target, and how fast to scale. Called by HorizontalPodAutoscaler with the hub version;
//! metrics have a file of their own. Source: upstream `pkg/apis/autoscaling/validation/validation.go`,
//! `pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go`.

use super::metric_rules;
use crate::prepare::{creating, text};
use crate::strategy::Ctx;
use crate::validate::{each, int, not_negative, not_negative_quantity, one_of, required, str};
use meta::field::{FieldError, FieldErrors, Path};
use meta::name;
use object::{NodeRef, Tree};

const TARGET: &[&str] = &["spec", "scaleTargetRef"];
/// Longest times, in seconds.
const LONGEST_PERIOD: i64 = 1800;
const LONGEST_WINDOW: i64 = 3600;

/// What is wrong with an autoscaler.
pub(super) fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let spec = Path::new("spec");
    let (least, most) = (tree.i64(&["spec", "minReplicas"]), tree.i64(&["spec", "maxReplicas"]).unwrap_or_default());
    let mut errors = FieldErrors::new();
    if least.is_some_and(|least| most < least) {
        errors.push(FieldError::invalid(&spec.child("maxReplicas"), most, "must be greater than or equal to `minReplicas`"));
    }
    let target = spec.child("scaleTargetRef");
    errors.extend(validate_reference(tree.at(TARGET), &target, group_rule(tree, ctx)));
    errors.extend(metric_rules::validate(tree, ctx.old, &spec.child("metrics")));
    for direction in ["scaleUp", "scaleDown"] {
        if let Some(rules) = tree.at(&["spec", "behavior", direction]) {
            validate_scaling(rules, &spec.child("behavior").child(direction), &mut errors);
        }
    }
    errors.extend(generated(ctx, least, most));
    errors
}

/// What is wrong with the controller's counts.
pub(super) fn validate_status(tree: &Tree, _ctx: &mut Ctx<'_>) -> FieldErrors {
    let status = Path::new("status");
    let mut errors = FieldErrors::new();
    for (i, condition) in tree.items(&["status", "conditions"]).enumerate() {
        let path = status.child("conditions").index(i).child("observedGeneration");
        errors.extend(not_negative(&path, int(condition, &["observedGeneration"])));
    }
    for field in ["currentReplicas", "desiredReplicas"] {
        errors.extend(not_negative(&status.child(field), tree.i64(&["status", field])));
    }
    errors
}

/// Rules that upstream generates, which come last.
fn generated(ctx: &Ctx<'_>, least: Option<i64>, most: i64) -> FieldErrors {
    let spec = Path::new("spec");
    let was_zero = ctx.old.is_some_and(|old| old.i64(&["spec", "minReplicas"]) == Some(0));
    let bound = i64::from(!(ctx.on("HPAScaleToZero") || was_zero));
    let mut errors = FieldErrors::new();
    if let Some(least) = least.filter(|least| *least < bound) {
        let complaint = format!("must be greater than or equal to {bound}");
        errors.push(FieldError::invalid(&spec.child("minReplicas"), least, complaint));
    }
    if most == 0 {
        errors.push(FieldError::required(&spec.child("maxReplicas"), ""));
    } else if most < 0 {
        errors.push(FieldError::invalid(&spec.child("maxReplicas"), most, "must be greater than or equal to 1"));
    }
    errors
}

/// What `apiVersion` of a reference must say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupRule {
    /// A group.
    Named,
    /// A version; the group may be core.
    Any,
    /// Nothing: it was stored like that.
    Unchecked,
}

fn group_rule(tree: &Tree, ctx: &Ctx<'_>) -> GroupRule {
    let same =
        |old: &Tree, field| text(old, &["spec", "scaleTargetRef", field]) == text(tree, &["spec", "scaleTargetRef", field]);
    if ctx.old.is_some_and(|old| !creating(ctx) && same(old, "apiVersion") && same(old, "kind")) {
        GroupRule::Unchecked
    } else if text(tree, &["spec", "scaleTargetRef", "kind"]) == "ReplicationController" {
        GroupRule::Any
    } else {
        GroupRule::Named
    }
}

/// A reference to an object of any kind.
pub(super) fn validate_reference(reference: Option<NodeRef<'_>>, path: &Path, rule: GroupRule) -> FieldErrors {
    let text = |field: &str| reference.and_then(|reference| reference.str(&[field])).unwrap_or_default();
    let mut errors = FieldErrors::new();
    for field in ["kind", "name"] {
        errors.extend(required(&path.child(field), text(field), name::path_segment));
    }
    let version = text("apiVersion");
    if let Some(complaint) = bad_version(version, rule) {
        errors.push(FieldError::invalid(&path.child("apiVersion"), version, complaint));
    }
    errors
}

/// Why an `apiVersion` does not do.
pub(super) fn bad_version(version: &str, rule: GroupRule) -> Option<String> {
    if rule == GroupRule::Unchecked {
        return None;
    }
    match version.split('/').count() {
        1 | 2 if version.contains('/') => None,
        1 if rule == GroupRule::Any => None,
        1 => Some("apiVersion must specify API group".to_owned()),
        _ => Some(format!("unexpected GroupVersion string: {version}")),
    }
}

fn validate_scaling(rules: NodeRef<'_>, path: &Path, errors: &mut FieldErrors) {
    let window = path.child("stabilizationWindowSeconds");
    if let Some(seconds) = int(rules, &["stabilizationWindowSeconds"]) {
        if seconds < 0 {
            errors.push(FieldError::invalid(&window, seconds, "must be greater than or equal to zero"));
        }
        if seconds > LONGEST_WINDOW {
            errors.push(FieldError::invalid(&window, seconds, format!("must be less than or equal to {LONGEST_WINDOW}")));
        }
    }
    if let Some(policy) = rules.str(&["selectPolicy"]) {
        errors.extend(one_of(&path.child("selectPolicy"), policy, &["Disabled", "Max", "Min"]));
    }
    let policies = each(rules, "policies", path);
    if policies.is_empty() {
        errors.push(FieldError::required(&path.child("policies"), "must specify at least one Policy"));
    }
    for (policy, path) in policies {
        validate_policy(policy, &path, errors);
    }
    if let Some(tolerance) = rules.str(&["tolerance"]) {
        errors.extend(not_negative_quantity(&path.child("tolerance"), tolerance));
    }
}

fn validate_policy(policy: NodeRef<'_>, path: &Path, errors: &mut FieldErrors) {
    errors.extend(one_of(&path.child("type"), str(policy, &["type"]), &["Percent", "Pods"]));
    for field in ["value", "periodSeconds"] {
        let number = int(policy, &[field]).unwrap_or_default();
        if number <= 0 {
            errors.push(FieldError::invalid(&path.child(field), number, "must be greater than zero"));
        }
        if field == "periodSeconds" && number > LONGEST_PERIOD {
            let complaint = format!("must be less than or equal to {LONGEST_PERIOD}");
            errors.push(FieldError::invalid(&path.child(field), number, complaint));
        }
    }
}

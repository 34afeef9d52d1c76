//! Rules of roles: verbs on resources or on paths, never both. Called by Role and ClusterRole. Source: upstream
//! `pkg/apis/rbac/validation/validation.go`.

use crate::validate::{each, texts};
use meta::field::{FieldError, FieldErrors, Path, Value};
use object::{NodeRef, Tree};

/// What is wrong with a role's rules. Rules of a namespace cannot speak of paths.
pub(super) fn validate(tree: &Tree, namespaced: bool) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for (rule, path) in rules(tree) {
        validate_rule(rule, namespaced, &path, &mut errors);
    }
    errors
}

/// Rules without verbs, which upstream's generated rules report.
pub(super) fn without_verbs(tree: &Tree) -> FieldErrors {
    rules(tree)
        .iter()
        .filter(|(rule, _)| lacks(*rule, "verbs"))
        .map(|(_, path)| FieldError::required(&path.child("verbs"), ""))
        .collect()
}

fn rules(tree: &Tree) -> Vec<(NodeRef<'_>, Path)> {
    let list = Path::new("rules");
    tree.items(&["rules"]).enumerate().map(|(i, rule)| (rule, list.index(i))).collect()
}

fn lacks(rule: NodeRef<'_>, list: &str) -> bool {
    rule.field(list).is_none_or(NodeRef::is_empty)
}

fn validate_rule(rule: NodeRef<'_>, namespaced: bool, path: &Path, errors: &mut FieldErrors) {
    let urls = texts(rule.field("nonResourceURLs"));
    if !urls.is_empty() {
        let (path, shown) = (path.child("nonResourceURLs"), Value::list(&urls));
        if namespaced {
            errors.push(FieldError::invalid(&path, shown.clone(), "namespaced rules cannot apply to non-resource URLs"));
        }
        if !["apiGroups", "resources", "resourceNames"].iter().all(|list| lacks(rule, list)) {
            let complaint = "rules cannot apply to both regular resources and non-resource URLs";
            errors.push(FieldError::invalid(&path, shown, complaint));
        }
        return;
    }
    if lacks(rule, "apiGroups") {
        errors.push(FieldError::required(&path.child("apiGroups"), "resource rules must supply at least one api group"));
    }
    if lacks(rule, "resources") {
        errors.push(FieldError::required(&path.child("resources"), "resource rules must supply at least one resource"));
    }
}

/// The selectors by which a cluster role takes the rules of others.
pub(super) fn validate_aggregation(tree: &Tree, old: Option<&Tree>) -> FieldErrors {
    let Some(rule) = tree.at(&["aggregationRule"]) else { return FieldErrors::new() };
    let path = Path::new("aggregationRule");
    let mut errors = FieldErrors::new();
    if lacks(rule, "clusterRoleSelectors") {
        let complaint = "at least one clusterRoleSelector required if aggregationRule is non-nil";
        errors.push(FieldError::required(&path.child("clusterRoleSelectors"), complaint));
    }
    let lax = old.is_some_and(|old| {
        old.items(&["aggregationRule", "clusterRoleSelectors"]).any(|selector| crate::validate::is_bad_selector(Some(selector)))
    });
    for (selector, path) in each(rule, "clusterRoleSelectors", &path) {
        let found = crate::validate::selector(Some(selector), lax, &path);
        let unusable = !crate::validate::selector(Some(selector), false, &path).is_empty();
        errors.extend(found);
        if unusable {
            // Upstream shows the selector that it failed to make.
            errors.push(FieldError::invalid(&path, Value::null(), "invalid label selector."));
        }
    }
    errors
}

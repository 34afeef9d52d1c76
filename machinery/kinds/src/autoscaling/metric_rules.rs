//! Field rules of an autoscaler's metrics: one source each, and a target that fits it. Called by the rules of autoscalers. Source:
//! upstream `pkg/apis/autoscaling/validation/validation.go`.

use super::rules::{GroupRule, bad_version, validate_reference};
use crate::core::resource_names;
use crate::validate::{complain, int, one_of, quantity, str};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::name;
use object::{NodeRef, Tree};

/// Types of sources, in the order in which upstream names them.
const TYPES: [&str; 5] = ["ContainerResource", "External", "Object", "Pods", "Resource"];
/// Their fields, in the order in which upstream looks at them, with the type of each.
const SOURCES: [(&str, &str); 5] = [
    ("object", "Object"),
    ("external", "External"),
    ("pods", "Pods"),
    ("resource", "Resource"),
    ("containerResource", "ContainerResource"),
];
const NO_USE: &str = "must set either a target raw value or a target utilization";
const TWO_USES: &str = "may not set both a target raw value and a target utilization";

/// What is wrong with the metrics of an autoscaler.
pub(super) fn validate(tree: &Tree, old: Option<&Tree>, path: &Path) -> FieldErrors {
    // A stored reference without a good version may stay.
    let stored = old.is_some_and(|old| {
        old.items(&["spec", "metrics"]).any(|metric| {
            str(metric, &["type"]) == "Object"
                && metric.field("object").is_some()
                && bad_version(str(metric, &["object", "describedObject", "apiVersion"]), GroupRule::Any).is_some()
        })
    });
    let rule = if stored { GroupRule::Unchecked } else { GroupRule::Any };
    let mut errors = FieldErrors::new();
    let mut outside = false;
    for (i, metric) in tree.items(&["spec", "metrics"]).enumerate() {
        validate_metric(metric, &path.index(i), rule, &mut errors);
        outside |= matches!(str(metric, &["type"]), "Object" | "External");
    }
    if tree.i64(&["spec", "minReplicas"]) == Some(0) && !outside {
        let complaint = "must specify at least one Object or External metric to support scaling to zero replicas";
        errors.push(FieldError::forbidden(path, complaint));
    }
    errors
}

fn validate_metric(metric: NodeRef<'_>, path: &Path, rule: GroupRule, errors: &mut FieldErrors) {
    let kind = str(metric, &["type"]);
    if kind.is_empty() {
        errors.push(FieldError::required(&path.child("type"), "must specify a metric source type"));
    }
    errors.extend(one_of(&path.child("type"), kind, &TYPES));
    let present: Vec<(&str, NodeRef<'_>)> =
        SOURCES.iter().filter_map(|(field, _)| Some((*field, metric.field(field)?))).collect();
    if let Some((field, source)) = present.first() {
        validate_source(field, *source, &path.child(*field), rule, errors);
    }
    let expected = SOURCES.iter().find(|(_, of)| *of == kind).map(|(field, _)| *field);
    if let Some(field) = expected.filter(|field| metric.field(field).is_none()) {
        errors.push(FieldError::required(&path.child(field), "must populate information for the given metric source"));
    }
    if present.len() > 1 {
        let others = present.iter().filter(|(field, _)| Some(*field) != expected);
        errors.extend(
            others.map(|(field, _)| FieldError::forbidden(&path.child(*field), "must populate the given metric source only")),
        );
    }
}

fn validate_source(field: &str, source: NodeRef<'_>, path: &Path, rule: GroupRule, errors: &mut FieldErrors) {
    match field {
        "object" => {
            let described = path.child("describedObject");
            errors.extend(validate_reference(source.field("describedObject"), &described, rule));
            validate_identifier(source, path, errors);
        }
        "external" | "pods" => validate_identifier(source, path, errors),
        _ => validate_resource(field, source, path, errors),
    }
    let target = path.child("target");
    validate_target(source, &target, errors);
    let has = |field: &str| source.at(&["target", field]).is_some();
    let (value, average, used) = (has("value"), has("averageValue"), has("averageUtilization"));
    let missing = |field: &'static str, complaint: &'static str| FieldError::required(&target.child(field), complaint);
    match field {
        "object" if !value && !average => errors.push(missing("averageValue", "must set either a target value or averageValue")),
        "external" if !value && !average => {
            errors.push(missing("averageValue", "must set either a target value for metric or a per-pod target"));
        }
        "external" if value && average => {
            let complaint = "may not set both a target value for metric and a per-pod target";
            errors.push(FieldError::forbidden(&target.child("value"), complaint));
        }
        "pods" if !average => errors.push(missing("averageValue", "must specify a positive target averageValue")),
        "resource" | "containerResource" if !used && !average => errors.push(missing("averageUtilization", NO_USE)),
        "resource" | "containerResource" if used && average => {
            errors.push(FieldError::forbidden(&target.child("averageValue"), TWO_USES));
        }
        _ => {}
    }
}

fn validate_identifier(source: NodeRef<'_>, path: &Path, errors: &mut FieldErrors) {
    let (name, path) = (str(source, &["metric", "name"]), path.child("metric").child("name"));
    if name.is_empty() {
        errors.push(FieldError::required(&path, "must specify a metric name"));
    } else {
        errors.extend(complain(&path, name, name::path_segment(name)));
    }
}

fn validate_resource(field: &str, source: NodeRef<'_>, path: &Path, errors: &mut FieldErrors) {
    let name = str(source, &["name"]);
    let of_container = field == "containerResource";
    if name.is_empty() {
        errors.push(FieldError::required(&path.child("name"), "must specify a resource name"));
    } else if of_container {
        errors.extend(resource_names::for_containers(name, &path.child("name")));
    }
    if !of_container {
        return;
    }
    let (container, path) = (str(source, &["container"]), path.child("container"));
    if container.is_empty() {
        errors.push(FieldError::required(&path, "must specify a container"));
    } else {
        errors.extend(complain(&path, container, name::dns1123_label(container)));
    }
}

fn validate_target(source: NodeRef<'_>, path: &Path, errors: &mut FieldErrors) {
    let kind = str(source, &["target", "type"]);
    if kind.is_empty() {
        errors.push(FieldError::required(&path.child("type"), "must specify a metric target type"));
    }
    if !matches!(kind, "Utilization" | "Value" | "AverageValue") {
        let complaint = "must be either Utilization, Value, or AverageValue";
        errors.push(FieldError::invalid(&path.child("type"), Value::named(kind), complaint));
    }
    for field in ["value", "averageValue"] {
        if let Some(text) = source.str(&["target", field]).filter(|text| quantity(text).sign() <= 0) {
            errors.push(FieldError::invalid(&path.child(field), text, "must be positive"));
        }
    }
    if let Some(share) = int(source, &["target", "averageUtilization"]).filter(|share| *share < 1) {
        errors.push(FieldError::invalid(&path.child("averageUtilization"), share, "must be greater than 0"));
    }
}

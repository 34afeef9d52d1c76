//! Field rules of events: what every event must keep, and the stricter ones of those that come by events.k8s.io. Fields are named as
//! core/v1 names them, whichever group the request came by. Called by both event kinds. Source: upstream
//! `pkg/apis/core/validation/events.go`.

use crate::prepare::{changed, creating, text};
use crate::strategy::Ctx;
use crate::validate::{complain, immutable, show_struct, show_text};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::name;
use object::{NodeRef, Tree};

/// Longest texts, in bytes.
const SHORT: usize = 128;
const NOTE: usize = 1024;
const UNSET: &str = "needs to be unset";
/// Fields of an object reference: Go's names and JSON's.
const REFERENCE: [(&str, &str); 7] = [
    ("Kind", "kind"),
    ("Namespace", "namespace"),
    ("Name", "name"),
    ("UID", "uid"),
    ("APIVersion", "apiVersion"),
    ("ResourceVersion", "resourceVersion"),
    ("FieldPath", "fieldPath"),
];
const SOURCE: [(&str, &str); 2] = [("Component", "component"), ("Host", "host")];

/// What is wrong with an event in its core form.
pub(crate) fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let mut errors = validate_always(tree, ctx.request.group.is_empty());
    if ctx.request.group.is_empty() {
        return errors;
    }
    match ctx.old.filter(|_| !creating(ctx)) {
        None => validate_new(tree, &mut errors),
        Some(old) => validate_update(tree, old, &mut errors),
    }
    errors
}

fn validate_always(tree: &Tree, core: bool) -> FieldErrors {
    let own = text(tree, &["metadata", "namespace"]);
    let about = text(tree, &["involvedObject", "namespace"]);
    let old_style = tree.at(&["eventTime"]).is_none_or(|time| time.as_str().is_none());
    let fits = match (about.is_empty(), old_style) {
        (true, true) => matches!(own, "" | "default"),
        (true, false) => matches!(own, "default" | "kube-system"),
        (false, true) => own == about,
        (false, false) => true,
    };
    let mut errors = FieldErrors::new();
    if !fits {
        let path = Path::new("involvedObject").child("namespace");
        errors.push(FieldError::invalid(&path, about, "does not match event.namespace"));
    }
    if old_style {
        return errors;
    }
    let controller = text(tree, &["reportingComponent"]);
    let path = Path::new(if core { "reportingComponent" } else { "reportingController" });
    if controller.is_empty() {
        errors.push(FieldError::required(&path, ""));
    }
    errors.extend(complain(&path, controller, name::qualified_name(controller)));
    for (field, most) in [("reportingInstance", SHORT), ("action", SHORT), ("reason", SHORT), ("message", NOTE)] {
        let (value, path) = (text(tree, &[field]), Path::new(field));
        if value.is_empty() && field != "message" {
            errors.push(FieldError::required(&path, ""));
        }
        if value.len() > most {
            errors.push(FieldError::invalid(&path, "", format!("can have at most {most} characters")));
        }
    }
    errors
}

fn validate_new(tree: &Tree, errors: &mut FieldErrors) {
    validate_series(tree, errors);
    if text(tree, &["eventTime"]).is_empty() {
        errors.push(FieldError::required(&Path::new("eventTime"), ""));
    }
    let kind = text(tree, &["type"]);
    if !matches!(kind, "Normal" | "Warning") {
        errors.push(FieldError::invalid(&Path::new("type"), "", format!("has invalid value: {kind}")));
    }
    for (field, part) in
        [("firstTimestamp", ""), ("lastTimestamp", ""), ("count", ""), ("source", "component"), ("source", "host")]
    {
        let value = if part.is_empty() { tree.at(&[field]) } else { tree.at(&[field, part]) };
        let set = value.is_some_and(|value| match value.as_i64() {
            Some(number) => number != 0,
            None => value.as_str().is_some_and(|text| !text.is_empty()),
        });
        let error = FieldError::invalid(&Path::new(field), "", UNSET);
        if set && errors.last() != Some(&error) {
            errors.push(error);
        }
    }
}

fn validate_series(tree: &Tree, errors: &mut FieldErrors) {
    if tree.at(&["series"]).is_none() {
        return;
    }
    if tree.i64(&["series", "count"]).unwrap_or_default() < 2 {
        errors.push(FieldError::invalid(&Path::new("series.count"), "", "should be at least 2"));
    }
    if text(tree, &["series", "lastObservedTime"]).is_empty() {
        errors.push(FieldError::required(&Path::new("series.lastObservedTime"), ""));
    }
}

/// How a value prints that an update changed.
type Show = fn(Option<NodeRef<'_>>) -> Value;

fn validate_update(tree: &Tree, old: &Tree, errors: &mut FieldErrors) {
    if changed(tree, old, &["series"]) {
        validate_series(tree, errors);
    }
    let fixed: [(&str, Show); 13] = [
        ("involvedObject", show_reference),
        ("reason", show_text),
        ("message", show_text),
        ("source", |source| show_struct(source, &SOURCE)),
        ("firstTimestamp", show_time),
        ("lastTimestamp", show_time),
        ("count", |count| count.and_then(NodeRef::as_i64).unwrap_or_default().into()),
        ("type", show_text),
        ("eventTime", show_time),
        ("action", show_text),
        ("related", show_reference),
        ("reportingComponent", show_text),
        ("reportingInstance", show_text),
    ];
    for (field, show) in fixed {
        let named = Path::new(if field == "reportingComponent" { "reportingController" } else { field });
        errors.extend(immutable(tree, old, &[field], &named, show));
    }
}

fn show_reference(value: Option<NodeRef<'_>>) -> Value {
    show_struct(value, &REFERENCE)
}

/// Times print as JSON, also where they are not behind a pointer.
fn show_time(value: Option<NodeRef<'_>>) -> Value {
    value.and_then(NodeRef::as_str).map_or_else(Value::null, Value::named)
}

//! Building blocks of `validate` functions: what the field rules of many kinds share (upstream
//! `pkg/apis/core/validation/validation.go`, apimachinery `pkg/api/validation`). Kinds combine them; nothing here knows a kind.
//! Everything here only reports.
//!
//! Upstream's generated ("declarative") rules take the place of some written ones and run after them, so kinds push such errors last.

use crate::prepare;
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::labels::{self, Expression, SelectorOptions};
use meta::name::Complaints;
use meta::quantity::Quantity;
use object::{Kind, NodeRef, Tree};

/// What an update of a field says that may not change.
pub(crate) const IMMUTABLE: &str = "field is immutable";
const NOT_NEGATIVE: &str = "must be greater than or equal to 0";

/// One error for each complaint about a value.
pub(crate) fn complain(path: &Path, value: impl Into<Value>, complaints: Complaints) -> FieldErrors {
    let value = value.into();
    complaints.into_iter().map(|complaint| FieldError::invalid(path, value.clone(), complaint)).collect()
}

/// A text that must be there; where it is, `rule` judges it.
pub(crate) fn required(path: &Path, value: &str, rule: impl Fn(&str) -> Complaints) -> FieldErrors {
    if value.is_empty() { vec![FieldError::required(path, "")] } else { complain(path, value, rule(value)) }
}

/// A number that may not be below zero (`ValidateNonnegativeField`).
pub(crate) fn not_negative(path: &Path, value: Option<i64>) -> Option<FieldError> {
    value.filter(|value| *value < 0).map(|value| FieldError::invalid(path, value, NOT_NEGATIVE))
}

/// A quantity that may not be below zero (`ValidateNonnegativeQuantity`).
pub(crate) fn not_negative_quantity(path: &Path, text: &str) -> Option<FieldError> {
    (quantity(text).sign() < 0).then(|| FieldError::invalid(path, text, NOT_NEGATIVE))
}

/// A text of a closed set; `shown` says how its Go type prints.
pub(crate) fn one_of(path: &Path, value: &str, allowed: &[&str]) -> Option<FieldError> {
    (!allowed.contains(&value)).then(|| FieldError::not_supported(path, Value::named(value), allowed))
}

/// A `LabelSelector` (`ValidateLabelSelector`); an absent one is right. `lax`: the stored one has bad label values already.
pub(crate) fn selector(selector: Option<NodeRef<'_>>, lax: bool, path: &Path) -> FieldErrors {
    let Some(selector) = selector else { return FieldErrors::new() };
    let values: Vec<Vec<&str>> = expressions(selector).map(|e| texts(e.field("values"))).collect();
    let each = expressions(selector).zip(&values).map(|(e, values)| Expression {
        key: str(e, &["key"]),
        operator: str(e, &["operator"]),
        values,
    });
    let options = SelectorOptions { allow_invalid_label_value: lax, ..SelectorOptions::default() };
    labels::validate_selector(pairs(selector.field("matchLabels")), each, options, path)
}

/// Whether a stored selector breaks the rules; an update may then keep its label values.
pub(crate) fn is_bad_selector(stored: Option<NodeRef<'_>>) -> bool {
    !selector(stored, false, &Path::new("selector")).is_empty()
}

fn expressions(selector: NodeRef<'_>) -> impl Iterator<Item = NodeRef<'_>> {
    selector.field("matchExpressions").into_iter().flat_map(NodeRef::items)
}

/// Keys and values of a map of texts.
pub(crate) fn pairs(map: Option<NodeRef<'_>>) -> impl Iterator<Item = (&str, &str)> {
    map.into_iter().flat_map(NodeRef::entries).map(|(key, value)| (key, value.as_str().unwrap_or_default()))
}

/// The texts of a list.
pub(crate) fn texts(list: Option<NodeRef<'_>>) -> Vec<&str> {
    list.into_iter().flat_map(NodeRef::items).filter_map(NodeRef::as_str).collect()
}

/// Elements of a list under a path, with their paths.
pub(crate) fn each<'t>(node: NodeRef<'t>, list: &'static str, path: &Path) -> Vec<(NodeRef<'t>, Path)> {
    let path = path.child(list);
    node.field(list).into_iter().flat_map(NodeRef::items).enumerate().map(|(i, item)| (item, path.index(i))).collect()
}

/// Text under a path; empty where there is none, as in Go.
pub(crate) fn str<'t>(node: NodeRef<'t>, path: &[&str]) -> &'t str {
    node.str(path).unwrap_or_default()
}

/// A whole number under a path.
pub(crate) fn int(node: NodeRef<'_>, path: &[&str]) -> Option<i64> {
    node.at(path).and_then(NodeRef::as_i64)
}

/// A quantity of a decoded object, which is well-formed.
pub(crate) fn quantity(text: &str) -> Quantity {
    Quantity::parse(text).unwrap_or_default()
}

/// A field that an update may not change. `path` is where it lies, `named` what upstream calls it. `show` prints values that are no
/// plain texts, numbers or booleans; of these `pointer`s to texts print as JSON.
pub(crate) fn immutable(
    tree: &Tree,
    old: &Tree,
    path: &[&str],
    named: &Path,
    show: fn(Option<NodeRef<'_>>) -> Value,
) -> FieldErrors {
    if prepare::changed(tree, old, path) {
        vec![FieldError::invalid(named, show(tree.at(path)), IMMUTABLE)]
    } else {
        FieldErrors::new()
    }
}

/// A value as its Go type prints it: leaves behind a pointer that is nil, and absent containers, are `null`.
pub(crate) fn show(value: Option<NodeRef<'_>>) -> Value {
    let Some(node) = value else { return Value::null() };
    match node.kind() {
        Kind::Str if !node.ty().pointer => node.as_str().unwrap_or_default().into(),
        Kind::Int => node.as_i64().unwrap_or_default().into(),
        Kind::Bool => node.as_bool().unwrap_or_default().into(),
        _ => Value::Json(format!("{node:?}")),
    }
}

/// As [`show`], for a text without pointer: an absent one is empty.
pub(crate) fn show_text(value: Option<NodeRef<'_>>) -> Value {
    value.and_then(NodeRef::as_str).unwrap_or_default().into()
}

/// A struct of upstream's internal types, which have no JSON names: every field by its Go name, texts only.
pub(crate) fn show_struct(value: Option<NodeRef<'_>>, fields: &[(&str, &str)]) -> Value {
    let Some(value) = value else { return Value::null() };
    let members: Vec<String> =
        fields.iter().map(|(go, json)| format!("\"{go}\":{}", meta::text::json(str(value, &[json])))).collect();
    Value::Json(format!("{{{}}}", members.join(",")))
}

#[cfg(test)]
mod recorded;

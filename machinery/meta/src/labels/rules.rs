//! Validation of labels and of `LabelSelector` fields inside objects (apimachinery `pkg/apis/meta/v1/validation`). Called by the
//! validators of kinds. Only reports, never repairs.

use super::Expression;
use crate::field::{FieldError, FieldErrors, Path, Value};
use crate::name;

/// What [`validate_selector`] lets pass.
#[derive(Clone, Copy, Debug, Default)]
pub struct SelectorOptions {
    /// Bad label values in `matchExpressions`, for objects that were stored with them.
    pub allow_invalid_label_value: bool,
    /// Operators this server does not know (access reviews).
    pub allow_unknown_operator: bool,
}

/// Checks a label key (`ValidateLabelName`).
#[must_use]
pub fn validate_label_name(key: &str, path: &Path) -> FieldErrors {
    name::qualified_name(key).into_iter().map(|complaint| FieldError::invalid(path, key, complaint)).collect()
}

/// Checks keys and values of labels, in the given order (`ValidateLabels`; upstream's order is random).
pub fn validate_labels<'a>(labels: impl IntoIterator<Item = (&'a str, &'a str)>, path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    for (key, value) in labels {
        errors.extend(validate_label_name(key, path));
        errors.extend(name::label_value(value).into_iter().map(|complaint| FieldError::invalid(path, value, complaint)));
    }
    errors
}

/// Whether a stored selector has a label value that is not valid: then an update may keep it.
pub fn has_invalid_value<'a, S: AsRef<str> + 'a>(expressions: impl IntoIterator<Item = Expression<'a, S>>) -> bool {
    expressions.into_iter().any(|e| e.values.iter().any(|v| !name::label_value(v.as_ref()).is_empty()))
}

/// Checks the parts of a `LabelSelector` (`ValidateLabelSelector`).
pub fn validate_selector<'a, S: AsRef<str> + 'a>(
    match_labels: impl IntoIterator<Item = (&'a str, &'a str)>,
    match_expressions: impl IntoIterator<Item = Expression<'a, S>>,
    options: SelectorOptions,
    path: &Path,
) -> FieldErrors {
    let mut errors = validate_labels(match_labels, &path.child("matchLabels"));
    let list = path.child("matchExpressions");
    for (i, expression) in match_expressions.into_iter().enumerate() {
        errors.extend(validate_expression(&expression, options, &list.index(i)));
    }
    errors
}

fn validate_expression<S: AsRef<str>>(expression: &Expression<'_, S>, options: SelectorOptions, path: &Path) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let values = path.child("values");
    match expression.operator {
        "In" | "NotIn" if expression.values.is_empty() => {
            errors.push(FieldError::required(&values, "must be specified when `operator` is 'In' or 'NotIn'"));
        }
        "Exists" | "DoesNotExist" if !expression.values.is_empty() => {
            let complaint = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
            errors.push(FieldError::forbidden(&values, complaint));
        }
        "In" | "NotIn" | "Exists" | "DoesNotExist" => {}
        other if !options.allow_unknown_operator => {
            let complaint = "not a valid selector operator";
            errors.push(FieldError::invalid(&path.child("operator"), Value::named(other), complaint));
        }
        _ => {}
    }
    errors.extend(validate_label_name(expression.key, &path.child("key")));
    if !options.allow_invalid_label_value {
        for (i, value) in expression.values.iter().enumerate() {
            let value = value.as_ref();
            for complaint in name::label_value(value) {
                errors.push(FieldError::invalid(&values.index(i), value, complaint));
            }
        }
    }
    errors
}

//! Reading patch bodies: what all three kinds of patch refuse in the same words. Called by their `parse` functions; it knows nothing
//! of what a patch means.

use object::value::{Value, parse_strict};

/// Go's name of the type that all but JSON patches are decoded into.
const MAP: &str = "map[string]interface {}";

/// A body that could not be read.
#[derive(Debug)]
pub(crate) enum Fault {
    /// Not JSON at all.
    NotJson,
    /// JSON, but not of the right types: Go's text.
    Type(String),
}

/// What Go's decoder calls a value in its type errors.
pub(crate) fn go_word(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Go's error for a value that does not fit into the type `target`.
pub(crate) fn mismatch(value: &Value, target: &str) -> String {
    format!("json: cannot unmarshal {} into Go value of type {target}", go_word(value))
}

/// Reads JSON and lists its repeated keys.
pub(crate) fn read(patch: &[u8]) -> Result<(Value, Vec<String>), Fault> {
    let (value, problems) = parse_strict(patch).map_err(|_| Fault::NotJson)?;
    Ok((value, problems.iter().map(ToString::to_string).collect()))
}

/// Checks that Go could decode `value` into a map: `null` or an object, and no number beyond `float64`.
pub(crate) fn check_map(value: &Value) -> Result<(), Fault> {
    if !matches!(value, Value::Null | Value::Object(_)) {
        return Err(Fault::Type(mismatch(value, MAP)));
    }
    check_numbers(value, "Go value").map_err(Fault::Type)
}

/// Refuses the first number that does not fit into a `float64`, in Go's words; `place` is what it should have gone into.
pub(crate) fn check_numbers(value: &Value, place: &str) -> Result<(), String> {
    match value {
        Value::Number(text) if value.as_f64().is_none() => {
            Err(format!("json: cannot unmarshal number {text} into {place} of type float64"))
        }
        Value::Array(items) => {
            for item in items {
                check_numbers(item, place)?;
            }
            Ok(())
        }
        Value::Object(object) => {
            for (_, member) in object.iter() {
                check_numbers(member, place)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

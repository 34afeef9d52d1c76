//! What Go's converter of untyped objects refuses (apimachinery `runtime/converter.go`): a strategic merge goes through it on its way
//! into the kind's own struct, where other patches go through JSON. Called for results that do not decode, to give the reason in its
//! words; it must never change a value.

use object::schema::{Schema, Shape, StructId, TypeId, TypeTable};
use object::value::Value;

use super::go_text::go_type;

/// What does not fit into the kind's struct: the first such place in the order of Go's fields. None for values that have a reader of their
/// own (times, quantities and the like), whose errors are those of JSON.
#[must_use]
pub fn misfit(value: &Value, schema: &Schema) -> Option<String> {
    in_struct(value, &schema.types, schema.root)
}

fn in_struct(value: &Value, types: &TypeTable, id: StructId) -> Option<String> {
    let Value::Object(object) = value else { return Some(format!("cannot restore struct from: {}", source_kind(value))) };
    types.get(id).fields.iter().find_map(|field| in_type(object.get(&field.json)?, types, field.ty))
}

fn in_type(value: &Value, types: &TypeTable, ty: TypeId) -> Option<String> {
    let def = types.ty(ty);
    match (def.shape, value) {
        (_, Value::Null) => None,
        (Shape::Struct(id), value) => in_struct(value, types, id),
        (Shape::List(element), Value::Array(items)) => items.iter().find_map(|item| in_type(item, types, element)),
        (Shape::List(_), value) => Some(format!("cannot restore slice from {}", source_kind(value))),
        (Shape::Map(element), Value::Object(object)) => object.iter().find_map(|(_, member)| in_type(member, types, element)),
        (Shape::Map(_), value) => Some(format!("cannot restore map from {}", source_kind(value))),
        (Shape::String, Value::String(_)) | (Shape::Bool, Value::Bool(_)) | (Shape::Float64, Value::Number(_)) => None,
        (Shape::String, Value::Number(_)) if value.as_i64().is_some() => Some(format!("cannot convert int64 to {}", def.go)),
        (Shape::Int32 | Shape::Int64, Value::Number(_)) => {
            let whole = value.as_i64().is_some() || value.as_f64().is_some_and(|number| number.fract() == 0.0);
            (!whole).then(|| format!("cannot convert float64 to {}", def.go))
        }
        (Shape::String, _) => Some("unrecognized type: string".to_owned()),
        (Shape::Bool, _) => Some("unrecognized type: bool".to_owned()),
        (Shape::Int32, _) => Some("unrecognized type: int32".to_owned()),
        (Shape::Int64, _) => Some("unrecognized type: int64".to_owned()),
        (Shape::Float64, _) => Some("unrecognized type: float64".to_owned()),
        _ => None,
    }
}

/// Go's kind of a decoded value.
fn source_kind(value: &Value) -> &'static str {
    match value {
        Value::Array(_) => "slice",
        Value::Object(_) => "map",
        other => go_type(other).unwrap_or("invalid"),
    }
}

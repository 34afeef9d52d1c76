//! How Go prints decoded JSON in error texts: `%v`, `%s` and the names of types. Numbers are `int64` where they are whole and fit,
//! `float64` otherwise. It must never be used for anything but texts and the comparison of types.

use object::value::Value;

/// The dynamic type of a value decoded into `interface{}`; none for `null`.
pub(super) fn go_type(value: &Value) -> Option<&'static str> {
    match value {
        Value::Null => None,
        Value::Bool(_) => Some("bool"),
        Value::Number(_) if value.as_i64().is_some() => Some("int64"),
        Value::Number(_) => Some("float64"),
        Value::String(_) => Some("string"),
        Value::Array(_) => Some(super::SLICE),
        Value::Object(_) => Some(super::MAP),
    }
}

/// Go's `%v` of decoded JSON, as upstream prints a patch or document in an error: `map[a:1 b:[x <nil>]]`.
#[must_use]
pub fn go_text(value: &Value) -> String {
    let mut out = String::new();
    print(value, false, &mut out);
    out
}

/// Go's `%s` of decoded JSON: as `%v`, but what is no text is marked (`%!s(int64=3)`).
pub(super) fn go_verb_s(value: &Value) -> String {
    if value.is_null() {
        return "%!s(<nil>)".to_owned();
    }
    let mut out = String::new();
    print(value, true, &mut out);
    out
}

/// Go's `%v` of a list.
pub(super) fn go_list<'v>(items: impl IntoIterator<Item = &'v Value>) -> String {
    let mut out = String::new();
    print_list(items, false, &mut out);
    out
}

fn print(value: &Value, marked: bool, out: &mut String) {
    let plain = match value {
        Value::Null => "<nil>".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(text) => match (value.as_i64(), value.as_f64()) {
            (Some(value), _) => value.to_string(),
            (None, Some(value)) => meta::text::float(value),
            (None, None) => text.to_string(),
        },
        Value::String(text) => return out.push_str(text),
        Value::Array(items) => return print_list(items, marked, out),
        Value::Object(object) => {
            let mut members: Vec<(&str, &Value)> = object.iter().collect();
            members.sort_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
            out.push_str("map[");
            for (position, (key, member)) in members.into_iter().enumerate() {
                if position > 0 {
                    out.push(' ');
                }
                out.push_str(key);
                out.push(':');
                print(member, marked, out);
            }
            return out.push(']');
        }
    };
    match go_type(value) {
        Some(name) if marked => out.push_str(&format!("%!s({name}={plain})")),
        _ => out.push_str(&plain),
    }
}

fn print_list<'v>(items: impl IntoIterator<Item = &'v Value>, marked: bool, out: &mut String) {
    out.push('[');
    for (position, item) in items.into_iter().enumerate() {
        if position > 0 {
            out.push(' ');
        }
        print(item, marked, out);
    }
    out.push(']');
}

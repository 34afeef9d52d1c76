//! Embedded JSON in schemas (`default`, `example`, `enum`): upstream keeps it decoded and prints it again, so that keys come back
//! sorted and numbers in Go's shortest form. Called when a custom resource definition is normalised. Source: upstream
//! `apiextensions-apiserver/pkg/apis/apiextensions/v1/conversion.go`, `apimachinery/pkg/util/json`.

use object::json::escape::write_string;
use object::number::{write_f64, write_i64};
use object::{Kind, NodeRef, Tree};
use serde_json::Value;

/// Rewrites every embedded value below a path that would print differently.
pub(super) fn normalise(tree: &mut Tree, base: &[&str]) {
    let mut found = Vec::new();
    if let Some(node) = tree.at(base) {
        let mut path: Vec<String> = base.iter().map(|step| (*step).to_owned()).collect();
        collect(node, &mut path, &mut found);
    }
    for (path, json) in found {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        tree.set_raw(&path, &json);
    }
}

/// Depth is bounded by the decoder.
fn collect(node: NodeRef<'_>, path: &mut Vec<String>, found: &mut Vec<(Vec<String>, Vec<u8>)>) {
    let mut below = |step: String, node: NodeRef<'_>| {
        path.push(step);
        collect(node, path, found);
        path.pop();
    };
    match node.kind() {
        Kind::Struct => node.fields().for_each(|(def, field)| below(def.json.to_string(), field)),
        Kind::Map => node.entries().for_each(|(key, value)| below(key.to_owned(), value)),
        Kind::List => node.items().enumerate().for_each(|(at, item)| below(at.to_string(), item)),
        Kind::Raw => {
            let Some(raw) = node.raw() else { return };
            if let Some(json) = canonical(raw).filter(|json| json != raw) {
                found.push((path.clone(), json));
            }
        }
        _ => (),
    }
}

/// The text that Go would print; none where the text is deeper than is worth reading, which then stays as it is.
fn canonical(raw: &[u8]) -> Option<Vec<u8>> {
    let value: Value = serde_json::from_slice(raw).ok()?;
    let mut out = Vec::with_capacity(raw.len());
    write(&value, &mut out);
    Some(out)
}

fn write(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Bool(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => write_i64(whole, out),
            None => write_f64(number.as_f64().unwrap_or_default(), out),
        },
        Value::String(text) => write_string(text.as_bytes(), out),
        Value::Array(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write(item, out);
            }
            out.push(b']');
        }
        Value::Object(fields) => {
            out.push(b'{');
            // serde_json keeps keys in byte order, as Go prints maps.
            for (at, (key, field)) in fields.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write_string(key.as_bytes(), out);
                out.push(b':');
                write(field, out);
            }
            out.push(b'}');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::canonical;

    fn check(raw: &str, expect: &str) {
        assert_eq!(String::from_utf8(canonical(raw.as_bytes()).unwrap()).unwrap(), expect, "{raw}");
    }

    #[test]
    fn prints_what_go_prints() {
        check(r#"{"z":1.0,"b":2}"#, r#"{"b":2,"z":1}"#);
        check(
            r#"{"b":[1e2,-0.5,null,true],"a":{"d":"<","c":1e30}}"#,
            r#"{"a":{"c":1e+30,"d":"\u003c"},"b":[100,-0.5,null,true]}"#,
        );
        check("12345678901234567890", "12345678901234567000");
        check("9007199254740993", "9007199254740993");
        check(r#"{"a":1,"a":2}"#, r#"{"a":2}"#);
    }
}

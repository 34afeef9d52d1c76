//! What a request has in common with others of its kind: method, kind of path, media types and the outline of its body. Requests of
//! one shape ask the server for the same; `traffic` keeps few of each.

use crate::json::{self, Node, Value};

use super::exchange::Exchange;
use super::place::Place;

/// Members whose keys the client chooses.
const FREE: [&str; 14] = [
    "annotations",
    "binaryData",
    "capacity",
    "data",
    "fieldsV1",
    "hard",
    "labels",
    "limits",
    "matchLabels",
    "nodeSelector",
    "overhead",
    "requests",
    "stringData",
    "used",
];

/// The shape of a request and the status of its answer. `body` is its text, if it has one.
pub(super) fn of(exchange: &Exchange, place: &Place, body: Option<&str>) -> String {
    let path = place.path(place.namespace.as_ref().map(|_| "*"), place.name.as_ref().map(|_| "*"));
    let mut query: Vec<_> = place.query.split('&').map(parameter).collect();
    query.sort_unstable();
    let media = |value: &Option<String>| value.clone().unwrap_or_default();
    let outline = body.map(|text| json::parse(text).map_or_else(|| "text".to_owned(), |root| outline(&root)));
    format!(
        "{} {path}?{} {} {} {} {}",
        exchange.method,
        query.join("&"),
        media(&exchange.accept),
        media(&exchange.content_type),
        exchange.status,
        outline.unwrap_or_default()
    )
}

/// A parameter without what names something, and without its digits.
fn parameter(text: &str) -> String {
    let (key, value) = text.split_once('=').unwrap_or((text, ""));
    match key {
        "continue" | "fieldManager" => key.to_owned(),
        "labelSelector" => format!("{key}={}", value.chars().filter(|c| "%(,!".contains(*c)).collect::<String>()),
        "fieldSelector" => {
            let keys = value.split(['&', ',']).map(|part| part.split(['=', '%', '!']).next().unwrap_or_default());
            format!("{key}={}", keys.collect::<Vec<_>>().join(","))
        }
        _ => format!("{key}={}", value.chars().filter(|c| !c.is_ascii_digit()).collect::<String>()),
    }
}

fn outline(node: &Node) -> String {
    match &node.value {
        Value::Leaf => String::new(),
        Value::Array(elements) => {
            let mut kinds: Vec<_> = elements.iter().map(outline).collect();
            kinds.sort_unstable();
            kinds.dedup();
            format!("[{}]", kinds.join(","))
        }
        Value::Object(members) => {
            let mut keys: Vec<_> = members
                .iter()
                .map(|member| {
                    let free = FREE.contains(&member.key.as_str());
                    format!("{}{}", member.key, if free { String::new() } else { outline(&member.node) })
                })
                .collect();
            keys.sort_unstable();
            format!("{{{}}}", keys.join(","))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(method: &str, path: &str, body: &str) -> String {
        let exchange = Exchange { method: method.to_owned(), path: path.to_owned(), ..Exchange::default() };
        of(&exchange, &Place::parse(path).unwrap(), Some(body))
    }

    #[test]
    fn names_and_values_do_not_count() {
        let first =
            shape("PUT", "/api/v1/namespaces/a/pods/p?timeoutSeconds=300", r#"{"metadata":{"name":"p","labels":{"x":"y"}}}"#);
        let second =
            shape("PUT", "/api/v1/namespaces/b/pods/q?timeoutSeconds=511", r#"{"metadata":{"labels":{"z":"1"},"name":"q"}}"#);
        assert_eq!(first, second);
    }

    #[test]
    fn what_is_asked_counts() {
        let first = shape("GET", "/api/v1/namespaces/a/pods", "{}");
        for other in [
            shape("DELETE", "/api/v1/namespaces/a/pods", "{}"),
            shape("GET", "/api/v1/pods", "{}"),
            shape("GET", "/api/v1/namespaces/a/pods?watch=true", "{}"),
            shape("GET", "/api/v1/namespaces/a/pods", r#"{"spec":1}"#),
            shape("GET", "/api/v1/namespaces/a/pods?fieldSelector=spec.nodeName%3Dn", "{}"),
        ] {
            assert_ne!(first, other);
        }
    }
}

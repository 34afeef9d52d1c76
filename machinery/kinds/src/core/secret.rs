//! Secret: `stringData` is for writing only and ends up in `data`; an update without a type keeps the stored one, and
//! none may change it. Source:
//! upstream `pkg/registry/core/secret/strategy.go`, `pkg/apis/core/v1/conversion.go`.

use super::keyed_data;
use crate::prepare;
use crate::strategy::{Behaviour, Ctx, Strategy};
use meta::Text;
use meta::field::{FieldError, FieldErrors, Path};
use object::{NodeRef, Tree, json};

/// `secrets`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "secrets",
    normalise: Some(merge_string_data),
    main: Strategy {
        prepare: |tree, ctx| {
            if !prepare::creating(ctx) {
                prepare::keep_if_absent(tree, ctx, &["type"]);
            }
        },
        validate,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};

const BAGS: [&str; 1] = ["data"];

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let kind = prepare::text(tree, &["type"]);
    if ctx.old.is_some_and(|old| prepare::text(old, &["type"]) != kind) {
        errors.push(FieldError::invalid(&Path::new("type"), kind, "field is immutable"));
    }
    errors.extend(keyed_data::validate_immutable(tree, ctx, &BAGS));
    errors.extend(keyed_data::validate(tree, &BAGS));
    errors.extend(validate_type(tree, kind));
    errors
}

/// What the types that Kubernetes knows must hold.
fn validate_type(tree: &Tree, kind: &str) -> FieldErrors {
    let data = Path::new("data");
    let given = |key: &str| tree.at(&["data", key]);
    let missing = |keys: &[&str]| -> FieldErrors {
        keys.iter().filter(|key| given(key).is_none()).map(|key| FieldError::required(&data.key(*key), "")).collect()
    };
    match kind {
        "kubernetes.io/service-account-token" => {
            let key = "kubernetes.io/service-account.name";
            let absent = prepare::text(tree, &["metadata", "annotations", key]).is_empty();
            let path = Path::new("metadata").child("annotations").key(key);
            absent.then(|| FieldError::required(&path, "")).into_iter().collect()
        }
        "kubernetes.io/dockercfg" => validate_document(tree, ".dockercfg"),
        "kubernetes.io/dockerconfigjson" => validate_document(tree, ".dockerconfigjson"),
        // One of the two is enough.
        "kubernetes.io/basic-auth" if given("username").or(given("password")).is_none() => missing(&["username", "password"]),
        "kubernetes.io/ssh-auth" => {
            let key = given("ssh-privatekey").and_then(NodeRef::as_bytes).unwrap_or_default();
            key.is_empty().then(|| FieldError::required(&data.key("ssh-privatekey"), "")).into_iter().collect()
        }
        "kubernetes.io/tls" => missing(&["tls.crt", "tls.key"]),
        _ => FieldErrors::new(),
    }
}

/// A value that must be a JSON object; its text is not shown.
fn validate_document(tree: &Tree, key: &str) -> FieldErrors {
    let path = Path::new("data").key(key);
    let Some(value) = tree.at(&["data", key]) else { return vec![FieldError::required(&path, "")] };
    let bytes = value.as_bytes().unwrap_or_default();
    let wrong = match json::syntax::check(&bytes) {
        Err(error) => Some(error.text),
        Ok(()) => match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{' | b'n') => None,
            Some(b'[') => Some(not_an_object("array")),
            Some(b'"') => Some(not_an_object("string")),
            Some(b't' | b'f') => Some(not_an_object("bool")),
            _ => Some(not_an_object("number")),
        },
    };
    wrong.map(|why| FieldError::invalid(&path, "<secret contents redacted>", why)).into_iter().collect()
}

fn not_an_object(kind: &str) -> String {
    format!("json: cannot unmarshal {kind} into Go value of type map[string]interface {{}}")
}

fn merge_string_data(tree: &mut Tree) -> Result<(), Text> {
    let written: Vec<(String, String)> = tree
        .entries(&["stringData"])
        .map(|(key, value)| (key.to_owned(), value.as_str().unwrap_or_default().to_owned()))
        .collect();
    for (key, value) in written {
        tree.set_bytes(&["data", &key], value.as_bytes());
    }
    tree.remove(&["stringData"]);
    Ok(())
}

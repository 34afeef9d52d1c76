//! Rules that ConfigMap and Secret share: keys that can be file names, a bound on all values together, and data that cannot be changed
//! once the object says that it is immutable. Called by the two kinds' validation.
//! Source: upstream `pkg/apis/core/validation/validation.go` (ValidateConfigMap, ValidateSecret and their updates).

use meta::field::{FieldError, FieldErrors, Path};
use meta::name;
use object::{NodeRef, Tree};

use crate::strategy::Ctx;

/// Bytes of all values of an object together (`MaxSecretSize`).
const MAX_BYTES: usize = 1024 * 1024;
const IMMUTABLE: &str = "field is immutable when `immutable` is set";

/// What is wrong with the bags of an object: keys, keys that are in two bags, and too much data.
pub(super) fn validate(tree: &Tree, bags: &[&str]) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let mut bytes = 0;
    for (position, bag) in bags.iter().enumerate() {
        for (key, value) in tree.entries(&[bag]) {
            let path = Path::new((*bag).to_owned()).key(key);
            let mut complaints = name::config_map_key(key);
            if let Some(other) = bags[position + 1..].iter().find(|other| tree.at(&[other, key]).is_some()) {
                complaints.push(format!("duplicate of key present in {other}").into());
            }
            errors.extend(complaints.into_iter().map(|complaint| FieldError::invalid(&path, key, complaint)));
            bytes += size(value);
        }
    }
    if bytes > MAX_BYTES {
        errors.push(FieldError::too_long(&Path::new(""), i64::try_from(MAX_BYTES).unwrap_or(i64::MAX)));
    }
    errors
}

/// What an update may not do to an object that is immutable.
pub(super) fn validate_immutable(tree: &Tree, ctx: &Ctx<'_>, bags: &[&str]) -> FieldErrors {
    let Some(old) = ctx.old.filter(|old| old.bool(&["immutable"]) == Some(true)) else { return FieldErrors::new() };
    let same = |bag: &str| match (tree.at(&[bag]), old.at(&[bag])) {
        (Some(new), Some(old)) => new.equals(old),
        (new, old) => new.is_none_or(NodeRef::is_empty) && old.is_none_or(NodeRef::is_empty),
    };
    let stays = tree.bool(&["immutable"]) == Some(true);
    let changed = bags.iter().copied().filter(|bag| !same(bag));
    let wrong = (!stays).then_some("immutable").into_iter().chain(changed);
    wrong.map(|field| FieldError::forbidden(&Path::new(field.to_owned()), IMMUTABLE)).collect()
}

/// Bytes of a value: a text's own, or those that base64 stands for.
fn size(value: NodeRef<'_>) -> usize {
    value.as_bytes().map_or_else(|| value.as_str().map_or(0, str::len), |bytes| bytes.len())
}

#[cfg(test)]
mod tests {
    use crate::testkit::Request;

    fn complaints(plural: &str, old: Option<&str>, new: &str) -> Vec<String> {
        let request = Request::to("", plural);
        let (old, new) = (old.map(|old| request.hub(old)), request.hub(new));
        let strategy = &crate::behaviour("", plural).unwrap().main;
        let (errors, _) = request.with(old.as_ref(), |ctx| (strategy.validate)(&new, ctx));
        errors.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn keys_are_file_names_and_in_one_bag_only() {
        let twice = complaints("configmaps", None, r#"{"data":{"a":"1","..":"2"},"binaryData":{"a":"AA==","b":"AA=="}}"#);
        assert_eq!(twice.len(), 2, "{twice:?}");
        assert_eq!(twice[0], r#"data[..]: Invalid value: "..": must not be '..'"#);
        assert_eq!(twice[1], r#"data[a]: Invalid value: "a": duplicate of key present in binaryData"#);
        assert_eq!(complaints("secrets", None, r#"{"data":{"a/b":"AA=="}}"#).len(), 1);
        assert_eq!(complaints("secrets", None, r#"{"data":{"a.b":"AA=="}}"#), [""; 0]);
    }

    #[test]
    fn all_values_together_are_bounded() {
        let of = |len: usize| format!(r#"{{"data":{{"a":"{}"}}}}"#, "x".repeat(len));
        assert_eq!(complaints("configmaps", None, &of(1 << 20)), [""; 0]);
        let long = complaints("configmaps", None, &of((1 << 20) + 1));
        assert_eq!(long, ["[]: Too long: may not be more than 1048576 bytes"]);
    }

    #[test]
    fn what_is_immutable_stays() {
        let old = r#"{"immutable":true,"data":{"a":"MQ=="}}"#;
        for (new, expect) in [
            (old, vec![]),
            (r#"{"immutable":true,"data":{"a":"Mg=="}}"#, vec!["data"]),
            (r#"{"data":{"a":"MQ=="}}"#, vec!["immutable"]),
            (r#"{"immutable":false}"#, vec!["immutable", "data"]),
        ] {
            let expect: Vec<String> =
                expect.iter().map(|field| format!("{field}: Forbidden: field is immutable when `immutable` is set")).collect();
            assert_eq!(complaints("configmaps", Some(old), new), expect, "{new}");
            assert_eq!(complaints("secrets", Some(old), new), expect, "{new}");
        }
        assert_eq!(complaints("configmaps", Some(r#"{"data":{"a":"1"}}"#), r#"{"data":{"a":"2"}}"#), [""; 0]);
    }
}

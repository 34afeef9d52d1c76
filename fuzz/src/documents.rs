//! Which kind an input is read as, and what all targets that read documents check. Called by them.

use bytes::Bytes;
use kinds::table;
use object::schema::Schema;
use object::{Tree, json};

/// Kinds that between them have every shape of field. An input's first byte picks one, so the order is part of every seed: append only.
const KINDS: [(&str, &str, &str); 16] = [
    ("", "v1", "Pod"),
    ("", "v1", "ConfigMap"),
    ("", "v1", "Secret"),
    ("", "v1", "Service"),
    ("", "v1", "Event"),
    ("", "v1", "Node"),
    ("apps", "v1", "Deployment"),
    ("apps", "v1", "ControllerRevision"),
    ("apiextensions.k8s.io", "v1", "CustomResourceDefinition"),
    ("autoscaling", "v2", "HorizontalPodAutoscaler"),
    ("coordination.k8s.io", "v1", "Lease"),
    ("admissionregistration.k8s.io", "v1", "ValidatingWebhookConfiguration"),
    ("", "v1", "PodList"),
    ("", "v1", "DeleteOptions"),
    ("meta.k8s.io", "v1", "Status"),
    ("", "v1", "WatchEvent"),
];

/// Splits an input into the kind that it is read as and its document.
pub(crate) fn split(data: &[u8]) -> Option<(Schema, &[u8])> {
    let (&kind, document) = data.split_first()?;
    let (group, version, kind) = KINDS[usize::from(kind) % KINDS.len()];
    Some((table::schema_of(group, version, kind).or_else(|| table::schema_of("", version, kind))?, document))
}

/// The byte that picks a kind.
pub(crate) fn kind_byte(api_version: &str, kind: &str) -> Option<u8> {
    let (group, version) = api_version.split_once('/').unwrap_or(("", api_version));
    let at = KINDS.iter().position(|known| *known == (group, version, kind))?;
    u8::try_from(at).ok()
}

/// The two parts of an input, cut at its first line end.
pub(crate) fn two_lines(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = data.iter().position(|byte| *byte == b'\n')?;
    Some((&data[..end], &data[end + 1..]))
}

/// The tree as canonical JSON.
pub(crate) fn canonical(tree: &Tree) -> Vec<u8> {
    let mut out = Vec::new();
    json::encode(tree, &mut out);
    out
}

/// Reads canonical JSON, which must be possible.
pub(crate) fn read_again(canonical: &[u8], schema: &Schema) -> Tree {
    match json::decode_stored(Bytes::copy_from_slice(canonical), schema) {
        Ok(decoded) => decoded.tree,
        Err(error) => panic!("what was written cannot be read: {error}: {}", canonical.escape_ascii()),
    }
}

/// Texts of errors may quote an input, but not more than it holds.
pub(crate) fn check_text(text: &str, data: &[u8]) {
    // An escape of Go's takes up to six bytes for one, and a text may quote a value twice.
    assert!(text.len() <= 16 * data.len() + 4096, "an error of {} bytes about {} bytes", text.len(), data.len());
}

/// Two outcomes must be the same bytes.
#[track_caller]
pub(crate) fn same(left: &[u8], right: &[u8]) {
    assert!(left == right, "\n{}\n{}", left.escape_ascii(), right.escape_ascii());
}

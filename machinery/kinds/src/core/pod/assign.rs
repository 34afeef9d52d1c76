//! A pod gets its node: what a Binding does to the pod that it names. Called by the API server's `pods/binding`.
//! Source: upstream `pkg/registry/core/pod/storage/storage.go` (setPodNodeAndMetadata).

use object::Tree;

use super::condition;
use crate::prepare::text;

const NODE: &[&str] = &["spec", "nodeName"];

/// What is wrong with a Binding, in upstream's words; none when it can be carried out.
#[must_use]
pub fn complaint(binding: &Tree) -> Option<String> {
    let kind = text(binding, &["target", "kind"]);
    if !matches!(kind, "" | "Node") {
        let kind = meta::text::quote(kind);
        return Some(format!("target.kind: Unsupported value: {kind}: supported values: \"Node\", \"<empty>\""));
    }
    text(binding, &["target", "name"]).is_empty().then(|| "target.name: Required value".to_owned())
}

/// Gives a pod the node of a Binding, with the Binding's annotations and labels. `now` is nanoseconds since the epoch.
///
/// # Errors
/// Upstream's words for a pod that cannot be assigned; the request answers with a conflict.
pub fn assign(pod: &mut Tree, binding: &Tree, now: i128) -> Result<(), String> {
    let name = text(pod, &["metadata", "name"]);
    if pod.at(&["metadata", "deletionTimestamp"]).is_some() {
        return Err(format!("pod {name} is being deleted, cannot be assigned to a host"));
    }
    if !text(pod, NODE).is_empty() {
        return Err(format!("pod {name} is already assigned to node {}", meta::text::quote(text(pod, NODE))));
    }
    if pod.items(&["spec", "schedulingGates"]).next().is_some() {
        return Err(format!("pod {name} has non-empty .spec.schedulingGates"));
    }
    pod.set_str(NODE, text(binding, &["target", "name"]));
    for map in ["annotations", "labels"] {
        for (key, value) in binding.entries(&["metadata", map]) {
            pod.set_str(&["metadata", map, key], value.as_str().unwrap_or_default());
        }
    }
    condition::set_true(pod, "PodScheduled", "", "", now);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{self, NOW, tree};

    fn bind(pod: &str, binding: &str) -> Result<String, String> {
        let mut pod = tree("", "v1", "Pod", pod);
        assign(&mut pod, &tree("", "v1", "Binding", binding), NOW)?;
        Ok(testkit::text(&pod))
    }

    #[test]
    fn a_pod_gets_node_annotations_and_condition() {
        let pod = r#"{"metadata":{"name":"p","annotations":{"a":"1"}},"spec":{"containers":null},"status":{"conditions":[{"type":"PodScheduled","status":"False","reason":"Unschedulable","message":"no"}]}}"#;
        let binding = r#"{"metadata":{"name":"p","annotations":{"b":"2"},"labels":{"l":"m"}},"target":{"name":"n"}}"#;
        let expect = r#"{"metadata":{"name":"p","labels":{"l":"m"},"annotations":{"a":"1","b":"2"}},"spec":{"containers":null,"nodeName":"n"},"status":{"conditions":[{"type":"PodScheduled","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-23T08:09:03Z"}]}}"#;
        assert_eq!(bind(pod, binding).as_deref(), Ok(expect));
    }

    #[test]
    fn a_pod_that_cannot_be_assigned_stays_as_it_is() {
        let binding = r#"{"metadata":{"name":"p"},"target":{"name":"n"}}"#;
        for (pod, expect) in [
            (r#"{"metadata":{"name":"p"},"spec":{"nodeName":"m"}}"#, "pod p is already assigned to node \"m\""),
            (
                r#"{"metadata":{"name":"p"},"spec":{"schedulingGates":[{"name":"g"}]}}"#,
                "pod p has non-empty .spec.schedulingGates",
            ),
            (
                r#"{"metadata":{"name":"p","deletionTimestamp":"2026-11-29T08:00:00Z"}}"#,
                "pod p is being deleted, cannot be assigned to a host",
            ),
        ] {
            assert_eq!(bind(pod, binding), Err(expect.to_owned()));
        }
    }

    #[test]
    fn bindings_name_a_node() {
        let of = |binding: &str| complaint(&tree("", "v1", "Binding", binding));
        assert_eq!(of(r#"{"target":{"name":"n"}}"#), None);
        assert_eq!(of(r#"{"target":{"kind":"Node","name":"n"}}"#), None);
        assert_eq!(of(r#"{"target":{"kind":"Node"}}"#).as_deref(), Some("target.name: Required value"));
        let pod = of(r#"{"target":{"kind":"Pod","name":"n"}}"#);
        assert_eq!(pod.as_deref(), Some(r#"target.kind: Unsupported value: "Pod": supported values: "Node", "<empty>""#));
    }
}

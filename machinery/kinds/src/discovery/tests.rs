//! Endpoint slices.

use crate::testkit::Request;

fn slices() -> Request<'static> {
    Request::to("discovery.k8s.io", "endpointslices")
}

#[test]
fn content_and_labels_move_the_generation() {
    let object = |generation: u8, label: &str, address: &str, annotation: &str| {
        format!(
            r#"{{"metadata":{{"generation":{generation},"labels":{{"a":"{label}"}},"annotations":{{"b":"{annotation}"}}}},
                "addressType":"IPv4","endpoints":[{{"addresses":["{address}"]}}],"ports":null}}"#
        )
    };
    let old = object(2, "x", "1.1.1.1", "x");
    slices().check(None, &object(0, "x", "1.1.1.1", "x"), &object(1, "x", "1.1.1.1", "x"));
    slices().check(Some(&old), &object(0, "x", "1.1.1.1", "y"), &object(2, "x", "1.1.1.1", "y"));
    slices().check(Some(&old), &object(0, "y", "1.1.1.1", "x"), &object(3, "y", "1.1.1.1", "x"));
    slices().check(Some(&old), &object(0, "x", "2.2.2.2", "x"), &object(3, "x", "2.2.2.2", "x"));
}

#[test]
fn topology_is_dropped_and_its_node_kept() {
    let object = |generation: u8, endpoint: &str| {
        format!(
            r#"{{"metadata":{{"generation":{generation}}},"addressType":"IPv4","endpoints":[{{"addresses":["1.1.1.1"]{endpoint}}}],"ports":null}}"#
        )
    };
    let topology = r#","deprecatedTopology":{"kubernetes.io/hostname":"n","zone":"z"}"#;
    slices().check(None, &object(0, topology), &object(1, ""));
    let old = object(1, topology);
    slices().check(Some(&old), &old, &old);
    slices().check(
        Some(&old),
        &object(0, &format!(r#","hostname":"h"{topology}"#)),
        &object(2, r#","hostname":"h","nodeName":"n""#),
    );
    let strange = r#","hostname":"h","deprecatedTopology":{"kubernetes.io/hostname":"other"}"#;
    slices().check(Some(&old), &object(0, strange), &object(2, r#","hostname":"h""#));
}

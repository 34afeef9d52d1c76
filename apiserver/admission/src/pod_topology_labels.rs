//! PodTopologyLabels: a pod that has its node, or gets it by a binding, takes over the labels that say where the node is. A node that is
//! not there has none. Source: upstream `plugin/pkg/admission/podtopologylabels/admission.go`.

use kinds::strategy::Operation;
use meta::GroupResource;
use meta::status::Reason;
use object::{NodeRef, Tree};

use crate::{Attributes, Done, Lookup};

const LABELS: [&str; 2] = ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"];
const GATE: &str = "PodTopologyLabelsAdmission";

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    let pods = a.is("", "pods") || a.is_subresource("", "pods", "binding");
    a.operation == Operation::Create && pods && (a.gates)(GATE)
}

pub(crate) fn mutate<'a>(object: &'a mut Tree, a: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        let node = match a.subresource {
            "" => object.str(&["spec", "nodeName"]),
            _ if object.str(&["target", "kind"]) == Some("Node") => object.str(&["target", "name"]),
            _ => None,
        };
        let Some(node) = node.filter(|node| !node.is_empty()) else { return Ok(()) };
        let node = match lookup.get(&GroupResource::of("", "nodes"), "", node).await {
            Err(status) if status.reason == Reason::NotFound => return Ok(()),
            found => found?,
        };
        for label in LABELS {
            if let Some(value) = node.at(&["metadata", "labels", label]).and_then(NodeRef::as_str) {
                object.set_str(&["metadata", "labels", label], value);
            }
        }
        Ok(())
    })
}

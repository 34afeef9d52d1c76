//! Columns of the core group's smaller kinds.

use super::cell::{AGE, NAME, NONE, age, column, condition, field, first_of, is_true, length, name, phrase, string, text};
use super::{Cell, Description, Printer};
use object::{NodeRef, Tree};

pub(super) static CONFIG_MAP: Printer =
    Printer::new(&[NAME, column("Data", "string", field("io.k8s.api.core.v1.ConfigMap", "data")), AGE], |tree, ctx| {
        let entries = length(tree, &["data"]) + length(tree, &["binaryData"]);
        vec![name(tree), Cell::Int(entries), age(tree, ctx)].into()
    });

pub(super) static SECRET: Printer = Printer::new(
    &[
        NAME,
        column("Type", "string", field("io.k8s.api.core.v1.Secret", "type")),
        column("Data", "string", field("io.k8s.api.core.v1.Secret", "data")),
        AGE,
    ],
    |tree, ctx| vec![name(tree), string(tree, &["type"]), Cell::Int(length(tree, &["data"])), age(tree, ctx)].into(),
);

pub(super) static NAMESPACE: Printer =
    Printer::new(&[NAME, phrase("Status", "string", "The status of the namespace"), AGE], |tree, ctx| {
        vec![name(tree), string(tree, &["status", "phase"]), age(tree, ctx)].into()
    });

/// Kinds that show name and age only.
pub(super) static NAME_AND_AGE: Printer = Printer::new(&[NAME, AGE], |tree, ctx| vec![name(tree), age(tree, ctx)].into());

pub(super) static ENDPOINTS: Printer =
    Printer::new(&[NAME, column("Endpoints", "string", field("io.k8s.api.core.v1.Endpoints", "subsets")), AGE], |tree, ctx| {
        vec![name(tree), text(endpoints(tree)), age(tree, ctx)].into()
    });

/// Every address with every port; addresses alone where a subset has no ports.
fn endpoints(tree: &Tree) -> String {
    if length(tree, &["subsets"]) == 0 {
        return NONE.to_owned();
    }
    let mut all = Vec::new();
    for subset in tree.items(&["subsets"]) {
        let addresses = || subset.field("addresses").into_iter().flat_map(NodeRef::items).filter_map(|a| a.str(&["ip"]));
        let ports = subset.field("ports").into_iter().flat_map(NodeRef::items);
        let ports: Vec<i64> = ports.filter_map(|port| port.at(&["port"]).and_then(NodeRef::as_i64)).collect();
        if ports.is_empty() {
            all.extend(addresses().map(str::to_owned));
        }
        for port in ports {
            let host_and_port = |ip: &str| if ip.contains(':') { format!("[{ip}]:{port}") } else { format!("{ip}:{port}") };
            all.extend(addresses().map(host_and_port));
        }
    }
    first_of(&all, 3)
}

pub(super) static COMPONENT_STATUS: Printer = Printer::new(
    &[
        NAME,
        phrase("Status", "string", "Status of the component conditions"),
        phrase("Message", "string", "Message of the component conditions"),
        phrase("Error", "string", "Error of the component conditions"),
    ],
    |tree, _| {
        let healthy = condition(tree, &["conditions"], "Healthy");
        let part = |field| text(healthy.and_then(|healthy| healthy.str(&[field])).unwrap_or_default());
        let status = match healthy {
            None => "Unknown",
            Some(healthy) if is_true(healthy) => "Healthy",
            Some(_) => "Unhealthy",
        };
        vec![name(tree), text(status), part("message"), part("error")].into()
    },
);

pub(super) static RESOURCE_QUOTA: Printer = Printer::new(
    &[
        NAME,
        // Upstream explains both in sentences of its own, which are left out.
        column("Request", "string", Description::Text("")),
        column("Limit", "string", Description::Text("")),
        AGE,
    ],
    |tree, ctx| {
        let (limits, requests): (Vec<_>, Vec<_>) =
            tree.entries(&["status", "hard"]).partition(|(resource, _)| resource.starts_with("limits."));
        let shown = |resources: Vec<(&str, NodeRef<'_>)>| {
            let pairs: Vec<String> = resources
                .into_iter()
                .map(|(resource, hard)| {
                    let used = tree.str(&["status", "used", resource]).unwrap_or("0");
                    format!("{resource}: {used}/{}", hard.as_str().unwrap_or("0"))
                })
                .collect();
            text(pairs.join(", "))
        };
        vec![name(tree), shown(requests), shown(limits), age(tree, ctx)].into()
    },
);

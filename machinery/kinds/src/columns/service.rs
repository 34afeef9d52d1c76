//! Columns of services, and the addresses of load balancers.

use super::Printer;
use super::cell::{AGE, NAME, NONE, UNKNOWN, age, column, field, joined, labels, name, or_none, string, string_or, text, wide};
use object::{NodeRef, Tree};
use std::collections::BTreeSet;

const SPEC: &str = "io.k8s.api.core.v1.ServiceSpec";

pub(super) static PRINTER: Printer = Printer::new(
    &[
        NAME,
        column("Type", "string", field(SPEC, "type")),
        column("Cluster-IP", "string", field(SPEC, "clusterIP")),
        column("External-IP", "string", field(SPEC, "externalIPs")),
        column("Port(s)", "string", field(SPEC, "ports")),
        AGE,
        wide(column("Selector", "string", field(SPEC, "selector"))),
    ],
    |tree, ctx| {
        vec![
            name(tree),
            string(tree, &["spec", "type"]),
            string_or(tree, &["spec", "clusterIPs", "0"], NONE),
            text(external(tree)),
            text(or_none(ports(tree))),
            age(tree, ctx),
            text(labels(tree.at(&["spec", "selector"]))),
        ]
        .into()
    },
);

/// Where the service is reached from outside.
fn external(tree: &Tree) -> String {
    let own = joined(tree.at(&["spec", "externalIPs"]));
    match tree.str(&["spec", "type"]) {
        Some("ClusterIP" | "NodePort") => or_none(own),
        Some("LoadBalancer") => match (load_balancer(tree), own) {
            (balancer, own) if balancer.is_empty() && own.is_empty() => "<pending>".to_owned(),
            (balancer, own) if own.is_empty() => balancer,
            (balancer, own) if balancer.is_empty() => own,
            (balancer, own) => format!("{balancer},{own}"),
        },
        Some("ExternalName") => tree.str(&["spec", "externalName"]).unwrap_or_default().to_owned(),
        _ => UNKNOWN.to_owned(),
    }
}

/// Addresses of the load balancer, or names where it has none, in order and without repetition.
pub(super) fn load_balancer(tree: &Tree) -> String {
    let filled = |ingress: NodeRef<'_>, field| ingress.str(&[field]).filter(|value| !value.is_empty()).map(str::to_owned);
    let points = tree.items(&["status", "loadBalancer", "ingress"]);
    let addresses: BTreeSet<String> =
        points.filter_map(|ingress| filled(ingress, "ip").or_else(|| filled(ingress, "hostname"))).collect();
    Vec::from_iter(addresses).join(",")
}

fn ports(tree: &Tree) -> String {
    let shown = |port: NodeRef<'_>| {
        let number = |field| port.field(field).and_then(NodeRef::as_i64).unwrap_or_default();
        let (inner, protocol) = (number("port"), port.str(&["protocol"]).unwrap_or_default());
        match number("nodePort") {
            node @ 1.. => format!("{inner}:{node}/{protocol}"),
            _ => format!("{inner}/{protocol}"),
        }
    };
    let ports: Vec<String> = tree.items(&["spec", "ports"]).map(shown).collect();
    ports.join(",")
}

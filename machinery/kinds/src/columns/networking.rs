//! Columns of the networking group.

use super::cell::{AGE, NAME, NONE, age, column, field, joined, name, phrase, selector, string, string_or, text};
use super::service::load_balancer;
use super::{Description, Printer};
use crate::prepare;
use object::Tree;

pub(super) static INGRESS: Printer = Printer::new(
    &[
        NAME,
        // Upstream explains the class in a sentence of its own, which is left out.
        column("Class", "string", Description::Text("")),
        phrase("Hosts", "string", "Hosts that incoming requests are matched against before the ingress rule"),
        phrase("Address", "string", "Address is a list containing ingress points for the load-balancer"),
        phrase("Ports", "string", "Ports of TLS configurations that open"),
        AGE,
    ],
    |tree, ctx| {
        let ports = if tree.items(&["spec", "tls"]).next().is_some() { "80, 443" } else { "80" };
        vec![
            name(tree),
            string_or(tree, &["spec", "ingressClassName"], NONE),
            text(hosts(tree)),
            text(load_balancer(tree)),
            text(ports),
            age(tree, ctx),
        ]
        .into()
    },
);

/// The first three hosts; what is left out counts rules, whether they name a host or not.
fn hosts(tree: &Tree) -> String {
    let mut rules = tree.items(&["spec", "rules"]);
    let mut hosts = Vec::new();
    while hosts.len() < 3 {
        let Some(rule) = rules.next() else { break };
        hosts.extend(rule.str(&["host"]).filter(|host| !host.is_empty()));
    }
    let shown = hosts.join(",");
    match rules.next() {
        _ if hosts.is_empty() => "*".to_owned(),
        None => shown,
        Some(_) => format!("{shown} + {} more...", tree.items(&["spec", "rules"]).count() - 3),
    }
}

pub(super) static INGRESS_CLASS: Printer = Printer::new(
    &[
        NAME,
        phrase("Controller", "string", "Controller that is responsible for handling this class"),
        phrase("Parameters", "string", "A reference to a resource with additional parameters"),
        AGE,
    ],
    |tree, ctx| {
        let is_default = tree.str(&["metadata", "annotations", "ingressclass.kubernetes.io/is-default-class"]) == Some("true");
        let mark = if is_default { " (default)" } else { "" };
        vec![
            text(format!("{}{mark}", prepare::text(tree, &["metadata", "name"]))),
            string(tree, &["spec", "controller"]),
            text(parameters(tree)),
            age(tree, ctx),
        ]
        .into()
    },
);

fn parameters(tree: &Tree) -> String {
    let Some(parameters) = tree.at(&["spec", "parameters"]) else { return NONE.to_owned() };
    let part = |field| parameters.str(&[field]).unwrap_or_default();
    let group = parameters.str(&["apiGroup"]).map(|group| format!(".{group}")).unwrap_or_default();
    format!("{}{group}/{}", part("kind"), part("name"))
}

pub(super) static NETWORK_POLICY: Printer = Printer::new(
    &[NAME, column("Pod-Selector", "string", field("io.k8s.api.networking.v1.NetworkPolicySpec", "podSelector")), AGE],
    |tree, ctx| vec![name(tree), selector(tree.at(&["spec", "podSelector"])), age(tree, ctx)].into(),
);

pub(super) static SERVICE_CIDR: Printer = Printer::new(
    &[NAME, column("CIDRs", "string", field("io.k8s.api.networking.v1.ServiceCIDRSpec", "cidrs")), AGE],
    |tree, ctx| vec![name(tree), text(joined(tree.at(&["spec", "cidrs"]))), age(tree, ctx)].into(),
);

pub(super) static IP_ADDRESS: Printer = Printer::new(
    &[NAME, column("ParentRef", "string", field("io.k8s.api.networking.v1.IPAddressSpec", "parentRef"))],
    // The age has no column; upstream sends it all the same.
    |tree, ctx| vec![name(tree), text(parent(tree)), age(tree, ctx)].into(),
);

fn parent(tree: &Tree) -> String {
    let Some(parent) = tree.at(&["spec", "parentRef"]) else { return NONE.to_owned() };
    let part = |field| parent.str(&[field]).unwrap_or_default();
    let dotted = |group: &str| if group.is_empty() { String::new() } else { format!(".{group}") };
    let resource = format!("{}{}", part("resource"), dotted(part("group"))).to_lowercase();
    match part("namespace") {
        "" => format!("{resource}/{}", part("name")),
        namespace => format!("{resource}/{namespace}/{}", part("name")),
    }
}

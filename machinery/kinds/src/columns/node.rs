//! Columns of nodes and of runtime classes.

use super::cell::{AGE, NAME, NONE, UNKNOWN, age, column, field, filled_or, is_true, name, or_none, phrase, string, text, wide};
use super::{Cell, Description, Printer};
use object::Tree;
use std::collections::BTreeSet;

const INFO: &str = "io.k8s.api.core.v1.NodeSystemInfo";
const STATUS: &str = "io.k8s.api.core.v1.NodeStatus";
/// Labels that name a role in their key.
const ROLE_PREFIX: &str = "node-role.kubernetes.io/";
/// The label that names a role in its value.
const ROLE: &str = "kubernetes.io/role";

pub(super) static PRINTER: Printer = Printer::new(
    &[
        NAME,
        phrase("Status", "string", "The status of the node"),
        phrase("Roles", "string", "The roles of the node"),
        AGE,
        column("Version", "string", field(INFO, "kubeletVersion")),
        wide(column("Internal-IP", "string", field(STATUS, "addresses"))),
        wide(column("External-IP", "string", field(STATUS, "addresses"))),
        wide(column("OS-Image", "string", field(INFO, "osImage"))),
        wide(column("Kernel-Version", "string", field(INFO, "kernelVersion"))),
        wide(column("Container-Runtime", "string", field(INFO, "containerRuntimeVersion"))),
    ],
    |tree, ctx| {
        vec![
            name(tree),
            text(status(tree)),
            text(or_none(roles(tree))),
            age(tree, ctx),
            string(tree, &["status", "nodeInfo", "kubeletVersion"]),
            address(tree, "InternalIP"),
            address(tree, "ExternalIP"),
            filled_or(tree, &["status", "nodeInfo", "osImage"], UNKNOWN),
            text(kernel(tree)),
            filled_or(tree, &["status", "nodeInfo", "containerRuntimeVersion"], UNKNOWN),
        ]
        .into()
    },
);

fn status(tree: &Tree) -> String {
    let ready = tree.items(&["status", "conditions"]).filter(|c| c.str(&["type"]) == Some("Ready")).last();
    let ready = match ready {
        None => "Unknown",
        Some(ready) if is_true(ready) => "Ready",
        Some(_) => "NotReady",
    };
    let cordoned = if tree.bool(&["spec", "unschedulable"]) == Some(true) { ",SchedulingDisabled" } else { "" };
    format!("{ready}{cordoned}")
}

fn roles(tree: &Tree) -> String {
    let role = |(key, value): (&'_ str, object::NodeRef<'_>)| match key.strip_prefix(ROLE_PREFIX) {
        Some(role) => Some(role.to_owned()),
        None if key == ROLE => value.as_str().map(str::to_owned),
        None => None,
    };
    let roles: BTreeSet<String> =
        tree.entries(&["metadata", "labels"]).filter_map(role).filter(|role| !role.is_empty()).collect();
    Vec::from_iter(roles).join(",")
}

fn address(tree: &Tree, ty: &str) -> Cell {
    let found = tree.items(&["status", "addresses"]).find(|address| address.str(&["type"]) == Some(ty));
    text(found.map_or(NONE, |address| address.str(&["address"]).unwrap_or_default()))
}

fn kernel(tree: &Tree) -> String {
    let part = |field| tree.str(&["status", "nodeInfo", field]).filter(|value| !value.is_empty());
    let kernel = part("kernelVersion").unwrap_or(UNKNOWN);
    part("architecture").map_or_else(|| kernel.to_owned(), |architecture| format!("{kernel} ({architecture})"))
}

pub(super) static RUNTIME_CLASS: Printer = Printer::new(
    // Upstream looks the handler up in the wrong struct and finds nothing.
    &[NAME, column("Handler", "string", Description::Text("")), AGE],
    |tree, ctx| vec![name(tree), string(tree, &["handler"]), age(tree, ctx)].into(),
);

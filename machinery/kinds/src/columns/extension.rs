//! Columns of custom resource definitions and API services. Sources: upstream
//! `apiextensions-apiserver/pkg/registry/customresourcedefinition/tableconvertor`, `kube-aggregator/pkg/registry/apiservice/etcd`.

use super::cell::{AGE, CREATED_AT, NAME, age, condition, created_at, is_true, joined, name, phrase, string, text, wide};
use super::{Cell, Printer};
use object::{NodeRef, Tree};

pub(super) static DEFINITION: Printer = Printer::new(
    &[
        NAME,
        phrase("Scope", "string", "Cluster/Namespaced"),
        phrase("Versions", "string", "Served versions"),
        CREATED_AT,
        wide(phrase("Group", "string", "API group")),
        wide(phrase("Kind", "string", "CustomResource kind")),
        wide(phrase("ShortNames", "string", "Short names")),
        wide(phrase("Established", "boolean", "Established status")),
    ],
    |tree, _| {
        let established = |c: NodeRef<'_>| c.str(&["type"]) == Some("Established") && is_true(c);
        vec![
            name(tree),
            string(tree, &["spec", "scope"]),
            text(versions(tree)),
            created_at(tree),
            string(tree, &["spec", "group"]),
            string(tree, &["spec", "names", "kind"]),
            text(joined(tree.at(&["spec", "names", "shortNames"]))),
            Cell::Bool(tree.items(&["status", "conditions"]).any(established)),
        ]
        .into()
    },
);

/// Served versions by name, the one that is stored marked.
fn versions(tree: &Tree) -> String {
    let is = |version: NodeRef<'_>, field| version.field(field).and_then(NodeRef::as_bool).unwrap_or_default();
    let shown = |version: NodeRef<'_>| {
        let mark = if is(version, "storage") { "(storage)" } else { "" };
        format!("{}{mark}", version.str(&["name"]).unwrap_or_default())
    };
    let mut versions: Vec<String> =
        tree.items(&["spec", "versions"]).filter(|version| is(*version, "served")).map(shown).collect();
    versions.sort_unstable();
    versions.join(",")
}

pub(super) static SERVICE: Printer = Printer::new(
    &[
        NAME,
        phrase("Service", "string", "The reference to the service that hosts this API endpoint."),
        phrase("Available", "string", "Whether this service is available."),
        AGE,
    ],
    |tree, ctx| vec![name(tree), text(backend(tree)), text(available(tree)), age(tree, ctx)].into(),
);

fn backend(tree: &Tree) -> String {
    let Some(service) = tree.at(&["spec", "service"]) else { return "Local".to_owned() };
    let part = |field| service.str(&[field]).unwrap_or_default();
    format!("{}/{}", part("namespace"), part("name"))
}

fn available(tree: &Tree) -> String {
    let Some(available) = condition(tree, &["status", "conditions"], "Available") else { return "Unknown".to_owned() };
    let part = |field| available.str(&[field]).unwrap_or_default();
    match (part("status"), part("reason")) {
        ("True", _) => "True".to_owned(),
        (status, "") => status.to_owned(),
        (status, reason) => format!("{status} ({reason})"),
    }
}

//! Columns of role bindings. Roles have none of their own.

use super::cell::{AGE, NAME, age, column, field, name, phrase, text, wide};
use super::{Cell, Column, PrintCtx, Printer, Row};
use crate::prepare;
use object::{NodeRef, Tree};

const fn role(definition: &'static str) -> Column {
    column("Role", "string", field(definition, "roleRef"))
}

pub(super) static ROLE_BINDING: Printer = Printer::new(
    &[
        NAME,
        role("io.k8s.api.rbac.v1.RoleBinding"),
        AGE,
        wide(phrase("Users", "string", "Users in the roleBinding")),
        wide(phrase("Groups", "string", "Groups in the roleBinding")),
        wide(phrase("ServiceAccounts", "string", "ServiceAccounts in the roleBinding")),
    ],
    row,
);

pub(super) static CLUSTER_ROLE_BINDING: Printer = Printer::new(
    &[
        NAME,
        role("io.k8s.api.rbac.v1.ClusterRoleBinding"),
        AGE,
        wide(phrase("Users", "string", "Users in the clusterRoleBinding")),
        wide(phrase("Groups", "string", "Groups in the clusterRoleBinding")),
        wide(phrase("ServiceAccounts", "string", "ServiceAccounts in the clusterRoleBinding")),
    ],
    row,
);

fn row(tree: &Tree, ctx: &PrintCtx) -> Row {
    let role = format!("{}/{}", prepare::text(tree, &["roleRef", "kind"]), prepare::text(tree, &["roleRef", "name"]));
    let [users, groups, accounts] = ["User", "Group", "ServiceAccount"].map(|kind| subjects(tree, kind));
    vec![name(tree), text(role), age(tree, ctx), users, groups, accounts].into()
}

/// Names of the subjects of one kind; those of service accounts with their namespace.
fn subjects(tree: &Tree, kind: &str) -> Cell {
    let shown = |subject: NodeRef<'_>| {
        let part = |field| subject.str(&[field]).unwrap_or_default();
        if kind == "ServiceAccount" { format!("{}/{}", part("namespace"), part("name")) } else { part("name").to_owned() }
    };
    let of_kind = tree.items(&["subjects"]).filter(|subject| subject.str(&["kind"]) == Some(kind));
    text(of_kind.map(shown).collect::<Vec<_>>().join(", "))
}

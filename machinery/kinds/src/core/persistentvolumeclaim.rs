//! PersistentVolumeClaim: `dataSource` and `dataSourceRef` are kept alike (KEP 1495); a data source of a kind that the old field
//! never allowed is dropped silently. Source: upstream `pkg/registry/core/persistentvolumeclaim/strategy.go`,
//! `pkg/registry/core/persistentvolumeclaim/storage/storage.go`, `pkg/api/persistentvolumeclaim/util.go`.

use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Deleted, Reset, Strategy};
use object::Tree;

/// `persistentvolumeclaims`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "persistentvolumeclaims",
    main: Strategy {
        prepare: prepare_main,
        default_on_read: Some(same_sources),
        reset: Reset::Fields(&["status"]),
        ..Strategy::PLAIN
    },
    subresources: &[("status", Strategy { default_on_read: Some(same_sources), ..prepare::STATUS_ENDPOINT })],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

const SOURCE: &[&str] = &["spec", "dataSource"];
const REFERENCE: &[&str] = &["spec", "dataSourceRef"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if creating(ctx) {
        // Upstream stores none and defaults this on every read, that of its own answer included.
        tree.set_str(&["status", "phase"], "Pending");
    }
    let stored = if creating(ctx) { None } else { ctx.old };
    let in_use = stored.is_some_and(|old| old.at(SOURCE).is_some() || old.at(REFERENCE).is_some());
    if !in_use && tree.at(REFERENCE).is_none() && !is_claim_or_snapshot(tree) {
        tree.remove(SOURCE);
    }
    same_sources(tree);
}

fn is_claim_or_snapshot(tree: &Tree) -> bool {
    let field = |name| text(tree, &["spec", "dataSource", name]);
    matches!((field("apiGroup"), field("kind")), ("", "PersistentVolumeClaim") | ("snapshot.storage.k8s.io", "VolumeSnapshot"))
}

/// Fills the one of the two fields that is absent from the other. A source in another namespace has no old form.
fn same_sources(tree: &mut Tree) {
    let (from, to) = match (tree.at(SOURCE), tree.at(REFERENCE)) {
        (Some(_), None) => ("dataSource", "dataSourceRef"),
        (None, Some(reference)) if reference.str(&["namespace"]).is_none_or(str::is_empty) => ("dataSourceRef", "dataSource"),
        _ => return,
    };
    tree.edit().ensure(&["spec", to]);
    for field in ["apiGroup", "kind", "name"] {
        if let Some(value) = tree.str(&["spec", from, field]).map(str::to_owned) {
            tree.set_str(&["spec", to, field], &value);
        }
    }
}

//! PersistentVolume: pending on create; the server notes when the phase changed last. Source: upstream
//! `pkg/registry/core/persistentvolume/strategy.go`.

use crate::edit;
use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Deleted, Reset, Strategy};
use object::Tree;

/// `persistentvolumes`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "persistentvolumes",
    main: Strategy { prepare: prepare_main, reset: Reset::Fields(&["status"]), ..Strategy::PLAIN },
    subresources: &[("status", Strategy { prepare: prepare_status, ..prepare::STATUS_ENDPOINT })],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

const PHASE: &[&str] = &["status", "phase"];
const CHANGED: &[&str] = &["status", "lastPhaseTransitionTime"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if creating(ctx) {
        tree.set_str(PHASE, "Pending");
        edit::time(tree, CHANGED, ctx.now);
    }
}

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::keep(tree, ctx, &["spec"]);
    let Some(old) = ctx.old else { return };
    let (sent, stored) = (tree.str(CHANGED), old.str(CHANGED));
    if text(old, PHASE) == text(tree, PHASE) {
        if sent.is_none() {
            prepare::keep(tree, ctx, CHANGED);
        }
    } else if sent.is_none() || sent == stored {
        // A caller that set its own time keeps it.
        edit::time(tree, CHANGED, ctx.now);
    }
}

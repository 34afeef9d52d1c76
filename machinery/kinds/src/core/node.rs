//! Node: status is taken on create (a kubelet registers with it) and kept on update; dynamic kubelet configuration is gone, so its
//! fields survive only where they were stored; `podCIDR` and `podCIDRs[0]` are one value. Source: upstream
//! `pkg/registry/core/node/strategy.go`, `pkg/apis/core/v1/conversion.go`.

use crate::edit;
use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Reset, Strategy};
use meta::Text;
use object::Tree;

/// `nodes`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "nodes",
    normalise: Some(pod_cidrs),
    main: Strategy { prepare: prepare_main, reset: Reset::Fields(&["status"]), ..Strategy::PLAIN },
    subresources: &[("status", Strategy { prepare: prepare_status, ..prepare::STATUS_ENDPOINT })],
    ..Behaviour::PLAIN
};

const CONFIG_SOURCE: &[&str] = &["spec", "configSource"];
const CONFIG: &[&str] = &["status", "config"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if creating(ctx) {
        tree.remove(CONFIG_SOURCE);
        tree.remove(CONFIG);
        return;
    }
    prepare::own_status(tree, ctx);
    drop_unless_stored(tree, ctx, CONFIG_SOURCE);
}

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::keep(tree, ctx, &["spec"]);
    drop_unless_stored(tree, ctx, CONFIG);
}

fn drop_unless_stored(tree: &mut Tree, ctx: &Ctx<'_>, path: &[&str]) {
    if ctx.old.is_none_or(|old| old.at(path).is_none()) {
        tree.remove(path);
    }
}

/// The list follows the old single field where they differ, and the single field follows the list.
fn pod_cidrs(tree: &mut Tree) -> Result<(), Text> {
    let (one, many) = (&["spec", "podCIDR"], &["spec", "podCIDRs"]);
    let single = text(tree, one).to_owned();
    let first = tree.items(many).next().and_then(|item| item.as_str()).map(str::to_owned);
    if !single.is_empty() && first.as_deref() != Some(single.as_str()) {
        edit::texts(tree, many, &[&single]);
    } else if let Some(first) = first {
        tree.set_str(one, &first);
    }
    Ok(())
}

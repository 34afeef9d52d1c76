//! DeviceTaintRule: a new effect is a new taint, so its time moves; the rules about resourceVersion and about the answer to a
//! DELETE changed with v1. The status endpoint leaves metadata alone. Source: upstream
//! `pkg/registry/resource/devicetaintrule/strategy.go`, `pkg/registry/resource/devicetaintrule/storage/storage.go`.

use crate::edit;
use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Deleted, Strategy, Unconditional};
use object::Tree;

/// `devicetaintrules` in resource.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "resource.k8s.io",
    plural: "devicetaintrules",
    main: Strategy { prepare: prepare_main, allow_unconditional_update: BEFORE_V1, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", Strategy { allow_unconditional_update: BEFORE_V1, ..prepare::STATUS_ENDPOINT_META })],
    deleted: Deleted::ObjectIn(&["v1alpha3", "v1beta2"]),
    ..Behaviour::PLAIN
};

const BEFORE_V1: Unconditional = Unconditional::In(&["v1alpha3", "v1beta2"]);
const EFFECT: &[&str] = &["spec", "taint", "effect"];
const ADDED: &[&str] = &["spec", "taint", "timeAdded"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if let Some(old) = ctx.old.filter(|_| !creating(ctx))
        && text(tree, EFFECT) != text(old, EFFECT)
        && tree.str(ADDED) == old.str(ADDED)
    {
        edit::time(tree, ADDED, ctx.now);
    }
    prepare::generation(tree, ctx, &[&["spec"]]);
}

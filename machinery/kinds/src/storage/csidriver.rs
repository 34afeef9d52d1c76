//! CSIDriver: generation is not set on create, but moves with spec; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/storage/csidriver/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Ctx, Deleted, Strategy, Unconditional};
use object::Tree;

/// `csidrivers` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "storage.k8s.io",
    plural: "csidrivers",
    main: Strategy { prepare: prepare_driver, allow_unconditional_update: Unconditional::Never, ..Strategy::PLAIN },
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

fn prepare_driver(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if !prepare::creating(ctx) {
        prepare::generation(tree, ctx, &[&["spec"]]);
    }
}

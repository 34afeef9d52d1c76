//! ServiceCIDR: no generation; before v1.36 (gate ServiceCIDRStatusFieldWiping) the main endpoint could write status. The status
//! endpoint leaves metadata alone. Source: upstream `pkg/registry/networking/servicecidr/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Ctx, Reset, Strategy};
use object::Tree;

/// `servicecidrs` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "networking.k8s.io",
    plural: "servicecidrs",
    main: Strategy { prepare: own_status, reset: Reset::Fields(&["status"]), ..Strategy::PLAIN },
    subresources: &[("status", prepare::STATUS_ENDPOINT_META)],
    ..Behaviour::PLAIN
};

fn own_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if ctx.on("ServiceCIDRStatusFieldWiping") {
        prepare::own_status(tree, ctx);
    }
}

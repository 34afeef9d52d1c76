//! LimitRange: the only kind that may be created without any name; the server then makes one up, here from the uid, which is as
//! random. PUT creates it. Source: upstream `pkg/registry/core/limitrange/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Ctx, Strategy};
use object::Tree;

/// `limitranges`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "limitranges",
    main: Strategy { prepare: name_it, allow_create_on_update: true, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

fn name_it(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if !prepare::creating(ctx) || !prepare::text(tree, &["metadata", "name"]).is_empty() {
        return;
    }
    let name = prepare::text(tree, &["metadata", "uid"]).to_owned();
    tree.set_str(&["metadata", "name"], &name);
}

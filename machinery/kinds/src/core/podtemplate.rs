//! PodTemplate: has neither spec nor status; generation moves with the template. Source: upstream
//! `pkg/registry/core/podtemplate/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Deleted, Strategy};

/// `podtemplates`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "podtemplates",
    main: Strategy { prepare: |tree, ctx| prepare::generation(tree, ctx, &[&["template"]]), ..Strategy::PLAIN },
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

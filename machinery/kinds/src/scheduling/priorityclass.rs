//! PriorityClass: generation is set on create and never moves. Source: upstream
//! `pkg/registry/scheduling/priorityclass/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy};

/// `priorityclasses` in scheduling.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "scheduling.k8s.io",
    plural: "priorityclasses",
    main: Strategy { prepare: |tree, ctx| prepare::generation(tree, ctx, &[]), ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

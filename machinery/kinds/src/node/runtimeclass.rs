//! RuntimeClass: has no spec; PUT creates it; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/node/runtimeclass/strategy.go`.

use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `runtimeclasses` in node.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "node.k8s.io",
    plural: "runtimeclasses",
    main: Strategy { allow_create_on_update: true, allow_unconditional_update: Unconditional::Never, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

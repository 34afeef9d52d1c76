//! Lease: PUT creates it; writes must carry a resourceVersion, or two holders could both win. Source: upstream
//! `pkg/registry/coordination/lease/strategy.go`.

use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `leases` in coordination.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "coordination.k8s.io",
    plural: "leases",
    main: Strategy { allow_create_on_update: true, allow_unconditional_update: Unconditional::Never, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

//! Eviction: generation moves with spec; writes must carry a resourceVersion; the status endpoint leaves metadata alone. Source:
//! upstream `pkg/registry/lifecycle/eviction/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `evictions` in lifecycle.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "lifecycle.k8s.io",
    plural: "evictions",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    ..Behaviour::PLAIN
};

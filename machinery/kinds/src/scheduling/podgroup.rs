//! PodGroup: no generation; writes must carry a resourceVersion; the status endpoint leaves metadata alone. Source: upstream
//! `pkg/registry/scheduling/podgroup/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `podgroups` in scheduling.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "scheduling.k8s.io",
    plural: "podgroups",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    ..Behaviour::PLAIN
};

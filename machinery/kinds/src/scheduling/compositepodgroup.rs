//! CompositePodGroup: no generation; writes must carry a resourceVersion; the status endpoint leaves metadata alone. Source:
//! upstream `pkg/registry/scheduling/compositepodgroup/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy, Unconditional};

/// `compositepodgroups` in scheduling.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "scheduling.k8s.io",
    plural: "compositepodgroups",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    ..Behaviour::PLAIN
};

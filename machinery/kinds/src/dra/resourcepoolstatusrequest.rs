//! ResourcePoolStatusRequest: no generation; writes must carry a resourceVersion; the status endpoint leaves metadata alone.
//! Source: upstream `pkg/registry/resource/resourcepoolstatusrequest/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Deleted, Strategy, Unconditional};

/// `resourcepoolstatusrequests` in resource.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "resource.k8s.io",
    plural: "resourcepoolstatusrequests",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

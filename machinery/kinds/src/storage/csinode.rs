//! CSINode: status is the kubelet's (its endpoint exists with gate CSIVolumeHealth only); writes must carry a resourceVersion.
//! Source: upstream `pkg/registry/storage/csinode/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Deleted, Strategy, Unconditional};

/// `csinodes` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "storage.k8s.io",
    plural: "csinodes",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

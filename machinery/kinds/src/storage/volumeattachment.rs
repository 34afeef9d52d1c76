//! VolumeAttachment: no generation; writes must carry a resourceVersion; the status endpoint leaves metadata alone. Source:
//! upstream `pkg/registry/storage/volumeattachment/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Deleted, Strategy, Unconditional};

/// `volumeattachments` in storage.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "storage.k8s.io",
    plural: "volumeattachments",
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

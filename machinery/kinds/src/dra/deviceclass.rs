//! DeviceClass: no status; generation moves with spec. Source: upstream `pkg/registry/resource/deviceclass/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Deleted};

/// `deviceclasses` in resource.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "resource.k8s.io",
    plural: "deviceclasses",
    main: prepare::SPEC_ONLY,
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

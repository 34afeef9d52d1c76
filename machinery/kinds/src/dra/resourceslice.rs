//! ResourceSlice: no status; generation moves with spec. Source: upstream `pkg/registry/resource/resourceslice/strategy.go`.

use super::v1beta1;
use crate::prepare;
use crate::strategy::{Behaviour, Deleted};

/// `resourceslices` in resource.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "resource.k8s.io",
    plural: "resourceslices",
    main: prepare::SPEC_ONLY,
    conversions: &[v1beta1::SLICE],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

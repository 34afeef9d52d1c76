//! ResourceClaimTemplate: stored as it is given. Source: upstream `pkg/registry/resource/resourceclaimtemplate/strategy.go`.

use super::v1beta1;
use crate::strategy::{Behaviour, Deleted};

/// `resourceclaimtemplates` in resource.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "resource.k8s.io",
    plural: "resourceclaimtemplates",
    conversions: &[v1beta1::TEMPLATE],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

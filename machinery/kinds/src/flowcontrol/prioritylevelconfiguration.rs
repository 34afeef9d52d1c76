//! PriorityLevelConfiguration: generation moves with spec; its status endpoint keeps all metadata but managedFields. Source:
//! upstream `pkg/registry/flowcontrol/prioritylevelconfiguration/strategy.go`.

use crate::prepare;
use crate::strategy::Behaviour;

/// `prioritylevelconfigurations` in flowcontrol.apiserver.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "flowcontrol.apiserver.k8s.io",
    plural: "prioritylevelconfigurations",
    main: prepare::SPEC_AND_STATUS,
    subresources: &[("status", super::STATUS_ENDPOINT)],
    ..Behaviour::PLAIN
};

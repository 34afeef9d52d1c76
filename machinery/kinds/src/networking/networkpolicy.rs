//! NetworkPolicy: no status; generation moves with spec. Source:
//! upstream `pkg/registry/networking/networkpolicy/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy};

/// `networkpolicies` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "networking.k8s.io",
    plural: "networkpolicies",
    main: prepare::SPEC_ONLY,
    ..Behaviour::PLAIN
};

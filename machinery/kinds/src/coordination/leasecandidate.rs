//! LeaseCandidate: named as config map keys are; PUT creates it; writes must carry a resourceVersion. Source: upstream
//! `pkg/registry/coordination/leasecandidate/strategy.go`.

use crate::strategy::{Behaviour, NameRule, Strategy, Unconditional};
use meta::name;

/// `leasecandidates` in coordination.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "coordination.k8s.io",
    plural: "leasecandidates",
    name: NameRule::Own(|name, _, _, _| name::config_map_key(name)),
    main: Strategy { allow_create_on_update: true, allow_unconditional_update: Unconditional::Never, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

//! ReplicationController: as a ReplicaSet, but v1 leaves its pods behind unless a deletion says otherwise. Source: upstream
//! `pkg/registry/core/replicationcontroller/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Garbage};

/// `replicationcontrollers`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "replicationcontrollers",
    main: prepare::SPEC_AND_STATUS,
    subresources: &[("status", prepare::STATUS_ENDPOINT)],
    garbage: Garbage::Orphan(""),
    ..Behaviour::PLAIN
};

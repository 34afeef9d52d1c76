//! Endpoints: stored as they are given; PUT creates them. Source: upstream `pkg/registry/core/endpoint/strategy.go`.

use crate::strategy::{Behaviour, Strategy};

/// `endpoints`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "endpoints",
    main: Strategy { allow_create_on_update: true, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

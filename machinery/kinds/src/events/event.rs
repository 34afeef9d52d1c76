//! Event as events.k8s.io/v1 shows it: the hub is the core/v1 form, whose older fields appear here under `deprecated...` names.
//! Source: upstream `pkg/apis/events/v1/conversion.go`.

use crate::convert::{Direction, renamed};
use crate::core::event::SHARED;
use crate::strategy::{Behaviour, Conversion};

/// `events` in events.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "events.k8s.io",
    plural: "events",
    kept_as: Some(("", "events")),
    conversions: &[Conversion {
        group: "events.k8s.io",
        version: "v1",
        to_hub: |tree, schema| Ok(renamed(tree, schema, &NAMES, Direction::Forward)),
        from_hub: |tree, schema| Ok(renamed(tree, schema, &NAMES, Direction::Back)),
    }],
    ..SHARED
};

/// Names here and in core/v1.
const NAMES: [(&str, &str); 7] = [
    ("regarding", "involvedObject"),
    ("note", "message"),
    ("deprecatedSource", "source"),
    ("deprecatedFirstTimestamp", "firstTimestamp"),
    ("deprecatedLastTimestamp", "lastTimestamp"),
    ("deprecatedCount", "count"),
    ("reportingController", "reportingComponent"),
];

//! Event: stored in its core form whichever group it came by, kept for the event TTL, outside garbage collection; PUT creates it.
//! Through core/v1 any path segment is a name, through events.k8s.io it must be a subdomain. Source: upstream
//! `pkg/registry/core/event/strategy.go`, `pkg/registry/core/event/storage/storage.go`, `pkg/apis/core/validation/events.go`.

use super::event_rules;
use crate::strategy::{Behaviour, Garbage, NameRule, Strategy};
use meta::name;

/// `events`.
pub static BEHAVIOUR: Behaviour = Behaviour { group: "", plural: "events", ..SHARED };

/// What both groups have in common.
pub(crate) const SHARED: Behaviour = Behaviour {
    name: NameRule::Own(
        |name, prefix, _, ctx| {
            if ctx.request.group.is_empty() { Vec::new() } else { name::is_subdomain(name, prefix) }
        },
    ),
    main: Strategy { validate: event_rules::validate, allow_create_on_update: true, ..Strategy::PLAIN },
    garbage: Garbage::Unsupported,
    expires: true,
    ..Behaviour::PLAIN
};

//! ResourceQuota: status is the controller's; no generation. Source: upstream `pkg/registry/core/resourcequota/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Deleted};

/// `resourcequotas`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "resourcequotas",
    main: prepare::STATUS_ONLY,
    subresources: &[("status", prepare::STATUS_ENDPOINT)],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

//! CronJob: status is the controller's, generation moves with spec. Source: upstream `pkg/registry/batch/cronjob/strategy.go`.

use crate::prepare;
use crate::strategy::Behaviour;

/// `cronjobs` in batch.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "batch",
    plural: "cronjobs",
    main: prepare::SPEC_AND_STATUS,
    subresources: &[("status", prepare::STATUS_ENDPOINT)],
    ..Behaviour::PLAIN
};

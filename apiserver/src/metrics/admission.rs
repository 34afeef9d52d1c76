//! Times of admission: of its two stages, and of each plugin.

use std::sync::Arc;

use admission::Stage;
use daemon::metrics::{About, Histograms, Registry, Stability, Unit};
use kinds::strategy::Operation;
use sys::{Clock, Tick};

const PLUGINS: About = About::new(
    "apiserver_admission_controller_admission_duration_seconds",
    Stability::Stable,
    "Time that a plugin took, by operation.",
);
const STEPS: About = About::new(
    "apiserver_admission_step_admission_duration_seconds",
    Stability::Stable,
    "Time that all plugins of a stage took.",
);
const TIMES: [f64; 6] = [0.005, 0.025, 0.1, 0.5, 1.0, 2.5];

/// The families.
pub(crate) struct Admission {
    clock: Arc<dyn Clock>,
    plugins: Histograms<4>,
    steps: Histograms<3>,
}

impl Admission {
    pub(super) fn new(registry: &Registry, clock: &Arc<dyn Clock>) -> Self {
        Self {
            clock: clock.clone(),
            plugins: registry.histograms(PLUGINS, ["name", "operation", "rejected", "type"], Unit::Seconds, &TIMES),
            steps: registry.histograms(STEPS, ["operation", "rejected", "type"], Unit::Seconds, &TIMES),
        }
    }

    /// Counts a stage that began then.
    pub(crate) fn stepped(&self, stage: Stage, operation: Operation, began: Tick, refused: bool) {
        let took = self.clock.tick().since(began);
        self.steps.with([operation_name(operation), flag(refused), stage_name(stage)]).observe_time(took);
    }
}

impl admission::Meter for Admission {
    fn now(&self) -> Tick {
        self.clock.tick()
    }

    fn asked(&self, plugin: &'static str, stage: Stage, operation: Operation, began: Tick, refused: bool) {
        let took = self.clock.tick().since(began);
        self.plugins.with([plugin, operation_name(operation), flag(refused), stage_name(stage)]).observe_time(took);
    }
}

const fn operation_name(operation: Operation) -> &'static str {
    match operation {
        Operation::Create => "CREATE",
        Operation::Update => "UPDATE",
        Operation::Delete => "DELETE",
    }
}

const fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Admit => "admit",
        Stage::Validate => "validate",
    }
}

const fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

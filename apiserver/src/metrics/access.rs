//! Metrics of who asks and whether they may. Called by the filters that find out.

use std::time::Duration;

use auth::authz::Decision;
use daemon::metrics::{About, Counters, Histograms, Registry, Stability, Unit, exponential};

use super::labels;

const USERS: About =
    About::new("authenticated_user_requests", Stability::Alpha, "Requests by a few user names; all others are other.");
const ATTEMPTS: About = About::new("authentication_attempts", Stability::Alpha, "Requests by what became of their credentials.");
const LATENCY: About = About::new("authentication_duration_seconds", Stability::Alpha, "Time to find out who asks.");
const DECISIONS: About = About::new("authorization_attempts_total", Stability::Alpha, "Requests by whether they were allowed.");
const DECIDING: About = About::new("authorization_duration_seconds", Stability::Alpha, "Time to find out whether it is allowed.");

/// The families.
pub(crate) struct Access {
    users: Counters<1>,
    attempts: Counters<1>,
    latency: Histograms<1>,
    decisions: Counters<1>,
    deciding: Histograms<1>,
}

impl Access {
    pub(super) fn new(registry: &Registry) -> Self {
        let times = exponential(0.001, 2.0, 15);
        Self {
            users: registry.counters(USERS, ["username"]),
            attempts: registry.counters(ATTEMPTS, ["result"]),
            latency: registry.histograms(LATENCY, ["result"], Unit::Seconds, &times),
            decisions: registry.counters(DECISIONS, ["result"]),
            deciding: registry.histograms(DECIDING, ["result"], Unit::Seconds, &times),
        }
    }

    /// Counts somebody who was recognised, or a credential that was refused.
    pub(crate) fn authenticated(&self, user: Option<&str>, took: Duration) {
        let result = match user {
            Some(name) => {
                self.users.with([labels::user(name)]).inc();
                "success"
            }
            None => "error",
        };
        self.attempts.with([result]).inc();
        self.latency.with([result]).observe_time(took);
    }

    /// Counts a decision.
    pub(crate) fn authorised(&self, decision: &Decision, took: Duration) {
        let result = match decision {
            Decision::Allow => "allowed",
            Decision::Deny { .. } => "denied",
            Decision::NoOpinion { .. } => "no-opinion",
        };
        self.decisions.with([result]).inc();
        self.deciding.with([result]).observe_time(took);
    }
}

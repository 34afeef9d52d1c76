//! Metrics of watches. A watch has its series looked up when it starts; an event costs it three additions.

use std::sync::Arc;
use std::time::Duration;

use daemon::metrics::{About, Counter, Counters, Gauges, Held, Histogram, Histograms, Registry, Stability, Unit, exponential};

use super::labels::Scope;
use crate::trail::Trail;

const RUNNING: About =
    About::new("apiserver_longrunning_requests", Stability::Stable, "Watches and connections that are open, by route.");
const EVENTS: About = About::new("apiserver_watch_events_total", Stability::Beta, "Events that were written to watchers.");
const SIZES: About = About::new("apiserver_watch_events_sizes", Stability::Beta, "Bytes of these events.");
const INITIAL: About = About::new(
    "apiserver_watch_list_duration_seconds",
    Stability::Beta,
    "Time until a watch had sent the state that it begins with.",
);
const INITIAL_TIMES: [f64; 25] = [
    0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0,
    180.0, 300.0,
];

/// The families.
pub(crate) struct Watches {
    running: Gauges<7>,
    events: Counters<3>,
    sizes: Histograms<3>,
    initial: Histograms<4>,
}

impl Watches {
    pub(super) fn new(registry: &Registry) -> Self {
        let resource = ["group", "version", "resource"];
        let route = ["verb", "group", "version", "resource", "subresource", "scope", "component"];
        Self {
            running: registry.gauges(RUNNING, route),
            events: registry.counters(EVENTS, resource),
            sizes: registry.histograms(SIZES, resource, Unit::Whole, &exponential(1024.0, 2.0, 8)),
            initial: registry.histograms(INITIAL, ["group", "version", "resource", "scope"], Unit::Seconds, &INITIAL_TIMES),
        }
    }

    /// Counts a watch for as long as the meter lives. Upstream names those that run by what was asked and not by their route: see
    /// [`super::labels::long_running`].
    #[must_use]
    pub(crate) fn begin(&self, trail: &Arc<Trail>, as_asked: (&'static str, Scope)) -> Option<WatchMeter> {
        let mut running = trail.route()?;
        let [_, group, version, resource, _, scope, _] = running;
        (running[0], running[5]) = (as_asked.0, as_asked.1.name());
        Some(WatchMeter {
            events: self.events.with([group, version, resource]),
            sizes: self.sizes.with([group, version, resource]),
            initial: self.initial.clone(),
            labels: [group, version, resource, scope].map(Box::from),
            _running: self.running.with(running).hold(),
            trail: trail.clone(),
        })
    }
}

/// What one watch counts.
pub(crate) struct WatchMeter {
    events: Counter,
    sizes: Histogram,
    initial: Histograms<4>,
    labels: [Box<str>; 4],
    _running: Held,
    /// The request ends with the watch, also where that goes on after the answer, over WebSocket.
    trail: Arc<Trail>,
}

impl WatchMeter {
    /// Counts a frame that is about to be written.
    pub(crate) fn frame(&self, bytes: usize) {
        self.events.inc();
        self.sizes.observe(bytes as u64);
    }

    /// Counts the end of the state that the watch began with.
    pub(crate) fn initial_events_end(&self) {
        let took: Duration = self.trail.so_far();
        self.initial.with(self.labels.each_ref().map(AsRef::as_ref)).observe_time(took);
    }
}

//! Metrics of requests, by route. The series of a route are looked up once per request, when its route is known; what is left is adding
//! to them.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use daemon::metrics::{
    About, Counter, Counters, Gauges, Histogram, Histograms, Registry, SERIES, Stability, Unit, Vector, exponential,
};

use super::labels::Route;

const DURATIONS: [f64; 23] = [
    0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0,
];
/// Codes that most answers have: their counters are kept with the route.
const USUAL: [u16; 4] = [200, 201, 404, 409];

const TOTAL: About = About::new("apiserver_request_total", Stability::Stable, "Requests by route and status code.");
const DURATION: About = About::new(
    "apiserver_request_duration_seconds",
    Stability::Stable,
    "Time from the arrival of a request to the end of its answer.",
);
const SLI: About = About::new(
    "apiserver_request_sli_duration_seconds",
    Stability::Alpha,
    "The same time for requests that are no dry runs, without what was spent in webhooks and queues.",
);
const SIZES: About = About::new("apiserver_response_sizes", Stability::Stable, "Bytes of the answers to reads.");
const VALIDATION: About = About::new(
    "field_validation_request_duration_seconds",
    Stability::Alpha,
    "Which field validations were asked for. Upstream declares times and observes none, and so does this server.",
);
const DEPRECATED: About = About::new(
    "apiserver_requested_deprecated_apis",
    Stability::Stable,
    "Deprecated APIs that somebody has used, and when they go.",
);
const SELF: About = About::new("apiserver_selfrequest_total", Stability::Alpha, "Requests that the server makes to itself.");
const TERMINATED: About =
    About::new("apiserver_request_terminations_total", Stability::Alpha, "Requests that the server gave up, by route and code.");
const ABORTED: About = About::new("apiserver_request_aborts_total", Stability::Alpha, "Answers that broke off in the middle.");
const AFTERWARDS: About = About::new(
    "apiserver_request_post_timeout_total",
    Stability::Alpha,
    "How writes ended whose clients had been told that they took too long.",
);
const FILTERS: About = About::new("apiserver_request_filter_duration_seconds", Stability::Alpha, "Time that a filter took.");
const FILTER_TIMES: [f64; 13] = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 5.0, 10.0, 15.0, 30.0];

/// All families that are by route.
pub(crate) struct Requests {
    routes: Vector<8, Arc<Series>>,
    /// Field validations that were asked for.
    validations: Histograms<1>,
    /// Deprecated APIs that were used.
    pub deprecated: Gauges<5>,
    /// Writes after their deadline, by who tells and how they ended.
    pub afterwards: Counters<2>,
    /// Times of filters.
    filters: Histograms<1>,
}

struct Families {
    total: Counters<9>,
    duration: Histograms<8>,
    sli: Histograms<7>,
    sizes: Histograms<7>,
    own: Counters<4>,
    terminated: Counters<8>,
    aborted: Counters<6>,
}

/// The series of one route. Those that may never be needed are looked up when they are: a series that was looked up is shown.
pub(crate) struct Series {
    families: Arc<Families>,
    labels: [Box<str>; 8],
    duration: OnceLock<Histogram>,
    sli: OnceLock<Histogram>,
    sizes: OnceLock<Histogram>,
    usual: [OnceLock<Counter>; USUAL.len()],
}

impl Requests {
    /// Declares the families.
    pub(super) fn new(registry: &Registry) -> Self {
        const ROUTE: [&str; 7] = ["verb", "group", "version", "resource", "subresource", "scope", "component"];
        const DRY_ROUTE: [&str; 8] = ["verb", "dry_run", "group", "version", "resource", "subresource", "scope", "component"];
        const CODES: [&str; 9] = ["verb", "dry_run", "group", "version", "resource", "subresource", "scope", "component", "code"];
        const ENDED: [&str; 8] = ["verb", "group", "version", "resource", "subresource", "scope", "component", "code"];
        // The shorter list leaves out the two shortest times.
        let longer = &DURATIONS[2..];
        let families = Arc::new(Families {
            total: registry.counters(TOTAL, CODES),
            duration: registry.histograms(DURATION, DRY_ROUTE, Unit::Seconds, &DURATIONS),
            sli: registry.histograms(SLI, ROUTE, Unit::Seconds, longer),
            sizes: registry.histograms(SIZES, ROUTE, Unit::Whole, &exponential(1000.0, 10.0, 7)),
            own: registry.counters(SELF, ["verb", "group", "resource", "subresource"]),
            terminated: registry.counters(TERMINATED, ENDED),
            aborted: registry.counters(ABORTED, ["verb", "group", "version", "resource", "subresource", "scope"]),
        });
        Self {
            routes: Vector::new(SERIES, move |labels| Arc::new(Series::new(families.clone(), labels))),
            validations: registry.histograms(VALIDATION, ["field_validation"], Unit::Seconds, longer),
            deprecated: registry.gauges(DEPRECATED, ["group", "version", "resource", "subresource", "removed_release"]),
            afterwards: registry.counters(AFTERWARDS, ["source", "status"]),
            filters: registry.histograms(FILTERS, ["filter"], Unit::Seconds, &FILTER_TIMES),
        }
    }

    /// The series of a route.
    #[must_use]
    pub(crate) fn of(&self, route: &Route<'_>, validation: &'static str) -> Arc<Series> {
        drop(self.validations.with([validation]));
        let Route { verb, dry_run, group, version, resource, subresource, scope, component, .. } = route;
        self.routes.with([verb, dry_run, group, version, resource, subresource, scope.name(), component])
    }

    /// Counts what a filter took.
    pub(super) fn filtered(&self, filter: &'static str, took: Duration) {
        self.filters.with([filter]).observe_time(took);
    }
}

impl Series {
    fn new(families: Arc<Families>, labels: [&str; 8]) -> Self {
        Self {
            families,
            labels: labels.map(Box::from),
            duration: OnceLock::new(),
            sli: OnceLock::new(),
            sizes: OnceLock::new(),
            usual: Default::default(),
        }
    }

    /// Counts a request that has ended. `size` is that of an answer whose size is of interest; an endless one says nothing of the server.
    pub(crate) fn record(&self, code: u16, took: Duration, size: Option<u64>, endless: bool) {
        match USUAL.iter().position(|usual| *usual == code) {
            Some(at) => self.usual[at].get_or_init(|| self.total(code)).inc(),
            None => self.total(code).inc(),
        }
        let Families { duration, sli, sizes, .. } = &*self.families;
        self.duration.get_or_init(|| duration.with(self.labels())).observe_time(took);
        if self.labels[1].is_empty() && !endless {
            self.sli.get_or_init(|| sli.with(self.route())).observe_time(took);
        }
        if let Some(size) = size {
            self.sizes.get_or_init(|| sizes.with(self.route())).observe(size);
        }
    }

    /// Counts a request of the server's own.
    pub(crate) fn record_own(&self) {
        let [verb, _, group, _, resource, subresource, ..] = self.labels();
        self.families.own.with([verb, group, resource, subresource]).inc();
    }

    /// Counts a request that was given up.
    pub(crate) fn record_terminated(&self, code: u16) {
        let [verb, group, version, resource, subresource, scope, component] = self.route();
        let code = code.to_string();
        self.families.terminated.with([verb, group, version, resource, subresource, scope, component, &code]).inc();
    }

    /// Counts an answer that broke off.
    pub(crate) fn record_aborted(&self) {
        let [verb, group, version, resource, subresource, scope, _] = self.route();
        self.families.aborted.with([verb, group, version, resource, subresource, scope]).inc();
    }

    fn total(&self, code: u16) -> Counter {
        let [verb, dry_run, group, version, resource, subresource, scope, component] = self.labels();
        let code = code.to_string();
        self.families.total.with([verb, dry_run, group, version, resource, subresource, scope, component, &code])
    }

    fn labels(&self) -> [&str; 8] {
        self.labels.each_ref().map(AsRef::as_ref)
    }

    /// The labels without the dry run.
    pub(crate) fn route(&self) -> [&str; 7] {
        let [verb, _, group, version, resource, subresource, scope, component] = self.labels();
        [verb, group, version, resource, subresource, scope, component]
    }
}

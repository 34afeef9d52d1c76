//! Metrics of the store and of the watch caches, by group and resource. A store is wrapped once per resource, so that every call is timed
//! whoever makes it; caches tell their meter. What the store says of its files is in `files`.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use cacher::{Meter, Revision};
use daemon::metrics::{About, Counter, Counters, Gauge, Gauges, Histogram, Histograms, Registry, Stability, Unit};
use meta::gvk::{GroupResource, Gvr};

const ETCD_TIMES: [f64; 23] = [
    0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0,
];
const BODIES: usize = 31;

const fn about(name: &'static str, help: &'static str) -> About {
    About::new(name, Stability::Alpha, help)
}

/// Families of group and resource.
pub(crate) struct Storage {
    pub(super) times: Histograms<3>,
    pub(super) requests: Counters<3>,
    pub(super) errors: Counters<3>,
    pub(super) lists: Histograms<3>,
    objects: Gauges<2>,
    sizes: Gauges<2>,
    listed: Counters<4>,
    fetched: Counters<4>,
    evaluated: Counters<3>,
    returned: Counters<3>,
    bodies: Histograms<3>,
    caches: Caches,
}

struct Caches {
    events: Counters<2>,
    corrupt: Counters<2>,
    bookmarks: Counters<2>,
    initial: Counters<2>,
    terminated: Counters<2>,
    received: Counters<2>,
    dispatched: Counters<2>,
    revision: Gauges<2>,
    capacity: Gauges<2>,
    initialisations: Counters<2>,
    failed: Counters<2>,
    initialising: Histograms<2>,
    waits: Histograms<2>,
    newest: Counters<4>,
}

impl Storage {
    pub(super) fn new(registry: &Registry) -> Self {
        let operation = ["operation", "group", "resource"];
        let (index, backend) = (["group", "resource", "storage", "index"], ["group", "resource", "storage"]);
        let counters = |name, help| registry.counters(about(name, help), operation);
        Self {
            times: registry.histograms(
                about("etcd_request_duration_seconds", "Time that the store took, whichever it is, by operation."),
                operation,
                Unit::Seconds,
                &ETCD_TIMES,
            ),
            requests: counters("etcd_requests_total", "Requests to the store, whichever it is, by operation."),
            errors: counters("etcd_request_errors_total", "Requests that the store did not answer, by operation."),
            lists: registry.histograms(
                about("apiserver_storage_list_duration_seconds", "Time that the store took to list."),
                ["streamed", "group", "resource"],
                Unit::Seconds,
                &ETCD_TIMES,
            ),
            objects: registry.gauges(about("apiserver_resource_objects", "Stored objects."), ["group", "resource"]),
            sizes: registry
                .gauges(about("apiserver_resource_size_estimate_bytes", "Bytes of stored objects."), ["group", "resource"]),
            listed: registry.counters(about("apiserver_storage_list_total", "Lists, by what they were read from."), index),
            fetched: registry
                .counters(about("apiserver_storage_list_fetched_objects_total", "Objects that were looked at for lists."), index),
            evaluated: registry.counters(
                about("apiserver_storage_list_evaluated_objects_total", "Objects that were tested for lists behind the cache."),
                backend,
            ),
            returned: registry
                .counters(about("apiserver_storage_list_returned_objects_total", "Objects that lists returned."), backend),
            bodies: registry.histograms(
                about("apiserver_request_body_size_bytes", "Bytes of request bodies."),
                ["group", "resource", "verb"],
                Unit::Whole,
                &daemon::metrics::linear(50_000.0, 100_000.0, BODIES),
            ),
            caches: Caches::new(registry),
        }
    }

    /// Counts a list that the watch cache answered, by what it looked at and what it gave.
    pub(crate) fn listed(&self, resource: &GroupResource, fetched: usize, returned: usize) {
        let (group, resource) = (resource.group.as_ref(), resource.resource.as_ref());
        let backend = [group, resource, "watchcache"];
        self.listed.with([group, resource, "watchcache", ""]).inc();
        self.fetched.with([group, resource, "watchcache", ""]).add(fetched as u64);
        self.evaluated.with(backend).add(0);
        self.returned.with(backend).add(returned as u64);
    }

    /// Counts a request body.
    pub(crate) fn body(&self, gvr: &Gvr, verb: &str, bytes: usize) {
        self.bodies.with([&gvr.group, &gvr.resource, verb]).observe(bytes as u64);
    }

    /// Sets how many objects there are and how large they are together; -1 for what nobody knows.
    pub(crate) fn objects(&self, resource: &GroupResource, count: Option<usize>, bytes: Option<usize>) {
        let number = |known: Option<usize>| known.map_or(-1, |known| i64::try_from(known).unwrap_or(i64::MAX));
        self.objects.with([&resource.group, &resource.resource]).set(number(count));
        self.sizes.with([&resource.group, &resource.resource]).set(number(bytes));
    }

    /// The meter of a resource's watch cache, which keeps so many events.
    #[must_use]
    pub(crate) fn cache(&self, resource: &GroupResource, capacity: usize) -> Arc<dyn Meter> {
        Arc::new(CacheMeter::new(&self.caches, [&resource.group, &resource.resource], capacity))
    }
}

impl Caches {
    fn new(registry: &Registry) -> Self {
        let resource = ["group", "resource"];
        let counters = |name, help| registry.counters(about(name, help), resource);
        let gauges = |name, help| registry.gauges(about(name, help), resource);
        let initialising = about("apiserver_watch_cache_initialization_duration_seconds", "Time to fill a watch cache.");
        let waits =
            about("apiserver_watch_cache_read_wait_seconds", "Time that reads waited until the cache had come far enough.");
        let newest = about("apiserver_watch_cache_consistent_read_total", "Reads of the newest state that the cache answered.");
        let events = About::new("apiserver_storage_events_received_total", Stability::Beta, "Changes that came from the store.");
        let initialising_times = [0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 180.0, 600.0];
        let wait_times = [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0];
        Self {
            events: registry.counters(events, resource),
            corrupt: counters("apiserver_storage_decode_errors_total", "Stored objects that could not be decoded."),
            bookmarks: counters("etcd_bookmark_total", "How often the store said how far it is without a change."),
            initial: counters("apiserver_init_events_total", "Objects of the state that a watch begins with."),
            terminated: counters("apiserver_terminated_watchers_total", "Watchers that were closed because they were too slow."),
            received: counters("apiserver_watch_cache_events_received_total", "Changes that watch caches have taken in."),
            dispatched: counters("apiserver_watch_cache_events_dispatched_total", "Changes that were offered to watchers."),
            revision: gauges("apiserver_watch_cache_resource_version", "How far a watch cache is; its last 15 digits."),
            capacity: gauges("watch_cache_capacity", "Changes that a watch cache keeps at most."),
            initialisations: counters("apiserver_watch_cache_initializations_total", "How often a watch cache was filled."),
            failed: counters("apiserver_watch_cache_initialization_errors_total", "How often a watch cache could not be filled."),
            initialising: registry.histograms(initialising, resource, Unit::Seconds, &initialising_times),
            waits: registry.histograms(waits, resource, Unit::Seconds, &wait_times),
            newest: registry.counters(newest, ["group", "resource", "success", "fallback"]),
        }
    }
}

/// Series that upstream shows only once there is something to count are looked up then.
struct Late<T> {
    series: OnceLock<T>,
    find: Box<dyn Fn() -> T + Send + Sync>,
}

impl<T> Late<T> {
    fn new(find: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self { series: OnceLock::new(), find: Box::new(find) }
    }

    fn get(&self) -> &T {
        self.series.get_or_init(&self.find)
    }
}

/// One watch cache.
struct CacheMeter {
    events: Late<Counter>,
    corrupt: Late<Counter>,
    bookmarks: Late<Counter>,
    initial: Late<Counter>,
    terminated: Late<Counter>,
    received: Late<Counter>,
    dispatched: Late<Counter>,
    revision: Gauge,
    initialisations: Late<Counter>,
    failed: Late<Counter>,
    initialising: Late<Histogram>,
    waits: Late<Histogram>,
    well: Late<Counter>,
    badly: Late<Counter>,
}

/// Revisions are shown without what a float could not hold.
const SHOWN_REVISION: u64 = 1_000_000_000_000_000;

impl CacheMeter {
    fn new(caches: &Caches, resource: [&str; 2], capacity: usize) -> Self {
        let labels: Arc<[Box<str>; 2]> = Arc::new(resource.map(Box::from));
        let counter = |family: &Counters<2>| {
            let (family, labels) = (family.clone(), labels.clone());
            Late::new(move || family.with(labels.each_ref().map(AsRef::as_ref)))
        };
        let histogram = |family: &Histograms<2>| {
            let (family, labels) = (family.clone(), labels.clone());
            Late::new(move || family.with(labels.each_ref().map(AsRef::as_ref)))
        };
        let newest = |well: &'static str| {
            let (family, labels) = (caches.newest.clone(), labels.clone());
            Late::new(move || family.with([&labels[0], &labels[1], well, "false"]))
        };
        caches.capacity.with(resource).set(i64::try_from(capacity).unwrap_or(i64::MAX));
        Self {
            events: counter(&caches.events),
            corrupt: counter(&caches.corrupt),
            bookmarks: counter(&caches.bookmarks),
            initial: counter(&caches.initial),
            terminated: counter(&caches.terminated),
            received: counter(&caches.received),
            dispatched: counter(&caches.dispatched),
            revision: caches.revision.with(resource),
            initialisations: counter(&caches.initialisations),
            failed: counter(&caches.failed),
            initialising: histogram(&caches.initialising),
            waits: histogram(&caches.waits),
            well: newest("true"),
            badly: newest("false"),
        }
    }
}

impl Meter for CacheMeter {
    fn initialised(&self, took: Duration, well: bool) {
        if well {
            self.initialisations.get().inc();
            self.initialising.get().observe_time(took);
        } else {
            self.failed.get().inc();
        }
    }

    fn received(&self, events: usize) {
        self.events.get().add(events as u64);
        self.received.get().add(events as u64);
    }

    fn dispatched(&self, events: usize) {
        self.dispatched.get().add(events as u64);
    }

    fn progressed(&self) {
        self.bookmarks.get().inc();
    }

    fn reached(&self, revision: Revision) {
        self.revision.set(i64::try_from(revision.0 % SHOWN_REVISION).unwrap_or(0));
    }

    fn waited(&self, took: Duration) {
        self.waits.get().observe_time(took);
    }

    fn read_newest(&self, well: bool) {
        if well { self.well.get() } else { self.badly.get() }.inc();
    }

    fn sent_initial(&self) {
        self.initial.get().inc();
    }

    fn closed_slow(&self) {
        self.terminated.get().inc();
    }

    fn corrupt(&self) {
        self.corrupt.get().inc();
    }
}

//! Stores that are timed: each resource gets its own wrapper around the one store behind the server. Called by the catalog. It must change
//! nothing of what the store does.

use std::sync::{Arc, OnceLock};

use daemon::metrics::{Counter, Histogram};
use meta::gvk::GroupResource;
use storage::{
    Committed, Error, GetAnswer, Key, Operation, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, Statistics, Store,
    Txn, Watch,
};
use sys::{BoxFuture, Clock, Tick};

use super::Metrics;

/// Where resources get their stores from.
pub(crate) struct Stores {
    store: Arc<dyn Store>,
    metrics: Arc<Metrics>,
    clock: Arc<dyn Clock>,
}

impl Stores {
    /// One store for all.
    #[must_use]
    pub(crate) fn new(store: Arc<dyn Store>, metrics: Arc<Metrics>, clock: Arc<dyn Clock>) -> Self {
        Self { store, metrics, clock }
    }

    /// The store itself.
    #[must_use]
    pub(crate) fn bare(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// The store of a resource.
    #[must_use]
    pub(crate) fn of(&self, resource: &GroupResource) -> Arc<dyn Store> {
        Arc::new(Metered {
            store: self.store.clone(),
            metrics: self.metrics.clone(),
            clock: self.clock.clone(),
            resource: resource.clone(),
            series: Default::default(),
            lists: OnceLock::new(),
        })
    }
}

/// What is counted, by upstream's names of what it does to etcd.
#[derive(Clone, Copy)]
enum Kind {
    Get,
    List,
    ListKeys,
    Count,
    Create,
    Update,
    Delete,
    Latest,
}

impl Kind {
    const ALL: usize = 8;

    const fn name(self) -> &'static str {
        match self {
            Self::Get => "get",
            Self::List => "list",
            Self::ListKeys => "listOnlyKeys",
            Self::Count => "listWithCount",
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
            Self::Latest => "getCurrentResourceVersion",
        }
    }

    /// A range of one key and the number of all of them is asked for the number.
    const fn of_range(request: &RangeRequest) -> Self {
        match (request.keys_only, request.count && request.limit == 1) {
            (true, true) => Self::Count,
            (true, false) => Self::ListKeys,
            (false, _) => Self::List,
        }
    }

    /// A transaction is named after what it does to its first key; the others are what it takes along.
    fn of(txn: &Txn) -> Self {
        match txn.operations.first() {
            Some(Operation::Delete { .. }) => Self::Delete,
            Some(Operation::Put { key, .. }) => {
                let compare = txn.compares.iter().find(|compare| compare.key == *key);
                if compare.is_some_and(|compare| compare.mod_revision.is_none()) { Self::Create } else { Self::Update }
            }
            None => Self::Update,
        }
    }
}

struct Metered {
    store: Arc<dyn Store>,
    metrics: Arc<Metrics>,
    clock: Arc<dyn Clock>,
    resource: GroupResource,
    series: [OnceLock<Series>; Kind::ALL],
    lists: OnceLock<Histogram>,
}

struct Series {
    times: Histogram,
    requests: Counter,
}

impl Metered {
    fn record<T>(&self, kind: Kind, began: Tick, answer: &Result<T, Error>) {
        let took = self.clock.tick().since(began);
        let labels = [kind.name(), self.resource.group.as_ref(), self.resource.resource.as_ref()];
        let storage = &self.metrics.storage;
        let make = || Series { times: storage.times.with(labels), requests: storage.requests.with(labels) };
        let series = self.series[kind as usize].get_or_init(make);
        series.times.observe_time(took);
        series.requests.inc();
        if matches!(kind, Kind::List) {
            let [_, group, resource] = labels;
            self.lists.get_or_init(|| storage.lists.with(["false", group, resource])).observe_time(took);
        }
        // A compare that fails is an answer.
        if matches!(answer, Err(error) if !matches!(error, Error::CompareFailed { .. })) {
            storage.errors.with(labels).inc();
        }
    }

    fn timed<'a, T: 'a>(&'a self, kind: Kind, call: BoxFuture<'a, Result<T, Error>>) -> BoxFuture<'a, Result<T, Error>> {
        let began = self.clock.tick();
        Box::pin(async move {
            let answer = call.await;
            self.record(kind, began, &answer);
            answer
        })
    }
}

impl Store for Metered {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        self.timed(Kind::Get, self.store.get(key, at))
    }

    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        self.timed(Kind::of_range(&request), self.store.range(request))
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        self.timed(Kind::of(&txn), self.store.commit(txn))
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        self.store.watch(prefix, after)
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        self.store.compact(revision)
    }

    fn revisions(&self) -> Revisions {
        self.store.revisions()
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        self.timed(Kind::Latest, self.store.latest())
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        self.store.snapshot()
    }

    fn failed(&self) -> BoxFuture<'static, String> {
        self.store.failed()
    }

    fn statistics(&self) -> Option<Statistics> {
        self.store.statistics()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.store.close()
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::path::Path;

    use futures_util::FutureExt;
    use storage::{EmbeddedLimits, EmbeddedStore, Limits, MemoryStore, Value};
    use sys::sim::{CallKind, Fault, Sim};

    use super::*;

    #[tokio::test]
    async fn calls_are_counted_by_what_they_do() {
        let sys = Sim::new(1).sys();
        let metrics = Arc::new(Metrics::new(&sys));
        let bare: Arc<dyn Store> = Arc::new(MemoryStore::new(sys.clone(), Limits::default()));
        let store = Stores::new(bare, metrics.clone(), sys.clock.clone()).of(&GroupResource::of("apps", "deployments"));
        let (key, value) = (Key::from("/x/a"), || Value::new(bytes::Bytes::new(), storage::Body::from(b"1".as_slice())));
        let made = store.commit(Txn::create(key.clone(), value())).await.unwrap().revision;
        store.commit(Txn::create(key.clone(), value())).await.unwrap_err();
        let changed = store.commit(Txn::update(key.clone(), value(), made)).await.unwrap().revision;
        store.get(&key, None).await.unwrap();
        store.range(RangeRequest::prefix(b"/x/")).await.unwrap();
        store.range(RangeRequest { keys_only: true, ..RangeRequest::prefix(b"/x/") }).await.unwrap();
        store.range(RangeRequest { keys_only: true, ..RangeRequest::prefix(b"/x/").counted().limit(1) }).await.unwrap();
        store.latest().await.unwrap();
        store.commit(Txn::remove(key.clone(), changed)).await.unwrap();
        store.close().await;
        store.commit(Txn::create(key, value())).await.unwrap_err();
        let text = metrics.registry.text(&["etcd_requests_total".to_owned(), "etcd_request_errors_total".to_owned()]);
        let samples: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let labels = |operation: &str| format!("{{group=\"apps\",operation=\"{operation}\",resource=\"deployments\"}}");
        let expect: Vec<String> = std::iter::once(format!("etcd_request_errors_total{} 1", labels("create")))
            .chain(
                [
                    ("create", 3),
                    ("delete", 1),
                    ("get", 1),
                    ("getCurrentResourceVersion", 1),
                    ("list", 1),
                    ("listOnlyKeys", 1),
                    ("listWithCount", 1),
                    ("update", 1),
                ]
                .map(|(operation, count)| format!("etcd_requests_total{} {count}", labels(operation))),
            )
            .collect();
        assert_eq!(samples, expect);
    }

    #[tokio::test]
    async fn a_wrapped_store_says_what_the_store_itself_says() {
        let sim = Sim::new(1);
        let sys = sim.sys();
        let metrics = Arc::new(Metrics::new(&sys));
        let bare: Arc<dyn Store> =
            Arc::new(EmbeddedStore::open(sys.clone(), Path::new("/store"), EmbeddedLimits::default()).unwrap());
        let store = Stores::new(bare.clone(), metrics, sys.clock.clone()).of(&GroupResource::of("apps", "deployments"));
        assert!(store.statistics().is_some_and(|statistics| Some(statistics) == bare.statistics()));
        let mut failed = store.failed();
        assert!((&mut failed).now_or_never().is_none(), "it is well");
        sim.disk().fail(Fault::of(CallKind::Sync, 1, ErrorKind::Other).lasting());
        let value = Value::new(bytes::Bytes::new(), storage::Body::from(b"1".as_slice()));
        store.commit(Txn::create(Key::from("/x/a"), value)).await.unwrap_err();
        assert!(!failed.await.is_empty());
        assert!(store.statistics().is_some_and(|statistics| statistics.failed));
        store.close().await;
    }
}

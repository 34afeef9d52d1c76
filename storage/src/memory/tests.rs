//! The memory store against the contract, and what is its own: bounds and timers.

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::contract::{self, Target, key, put, value};
use crate::{Operation, RangeRequest};

struct MemoryTarget {
    sim: sys::sim::Sim,
    store: Arc<MemoryStore>,
}

impl MemoryTarget {
    fn new(limits: Limits) -> Self {
        let sim = sys::sim::Sim::new(1);
        let store = Arc::new(MemoryStore::new(sim.sys(), limits));
        Self { sim, store }
    }
}

impl Target for MemoryTarget {
    fn store(&self) -> Arc<dyn Store> {
        self.store.clone()
    }

    fn advance(&self, by: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            // Lets a task that was just started register its timer first.
            tokio::task::yield_now().await;
            self.sim.pass(by).await;
        })
    }

    fn restore(&self, pieces: Vec<Bytes>, past: Revision) -> Result<Arc<dyn Store>, SnapshotError> {
        let store = MemoryStore::restore(self.sim.sys(), Limits::default(), pieces.into_iter().map(Ok), past)?;
        Ok(Arc::new(store))
    }
}

#[tokio::test]
async fn the_memory_store_keeps_the_contract() {
    contract::run_all(|| Arc::new(MemoryTarget::new(Limits::default()))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_memory_store_keeps_the_contract_on_many_threads() {
    contract::run_all(|| Arc::new(MemoryTarget::new(Limits::default()))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_contract_holds_with_the_smallest_queues_and_groups() {
    let limits = Limits { group: 1, watch_queue: 1, ..Limits::default() };
    contract::run_all(move || Arc::new(MemoryTarget::new(limits.clone()))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_seeds_follow_the_model() {
    for seed in 100..110 {
        let target = MemoryTarget::new(Limits { watch_queue: 4, group: 3, ..Limits::default() });
        let plan = contract::workload::Plan { seed, writers: 8, transactions: 100, watchers: 20, readers: 2, compact_every: 31 };
        let outcome = contract::workload::run(target.store(), plan).await;
        assert!(outcome.is_ok(), "seed {seed}: {outcome:?}");
    }
}

#[tokio::test]
async fn history_is_bounded_by_age_and_bytes() {
    let limits = Limits { history_bytes: 50_000, ..Limits::default() };
    let target = MemoryTarget::new(limits);
    let store = target.store();
    for n in 0..1000 {
        put(&store, "/a", &n.to_string().repeat(100)).await;
    }
    let full = target.store.engine.inner.published.load();
    assert!(full.history_bytes <= 50_000, "{}", full.history_bytes);
    assert!(full.log.len() > 50, "{}", full.log.len());
    target.advance(Duration::from_secs(301)).await;
    for _ in 0..5 {
        put(&store, "/a", "later").await;
    }
    assert!(target.store.engine.inner.published.load().log.len() <= 5);
}

#[tokio::test]
async fn a_full_store_refuses_growth_and_admits_deletes() {
    let target = MemoryTarget::new(Limits { live_bytes: 1000, ..Limits::default() });
    let store = target.store();
    put(&store, "/a", &"x".repeat(900)).await;
    let growth = Txn::default().put(key("/b"), value(&"x".repeat(200)));
    assert_eq!(store.commit(growth.clone()).await, Err(Error::Full { limit: 1000 }));
    put(&store, "/a", &"y".repeat(900)).await;
    put(&store, "/a", "small").await;
    store.commit(growth).await.unwrap();
    contract::delete(&store, "/a").await;
    contract::delete(&store, "/b").await;
    assert_eq!(target.store.engine.inner.published.load().live_bytes, 0);
}

#[tokio::test]
async fn waiting_transactions_are_bounded() {
    let target = MemoryTarget::new(Limits { waiting: 3, ..Limits::default() });
    // Someone else leads and does not get on.
    target.store.engine.inner.queue.pretend_led(true);
    let txn = || Txn { operations: vec![Operation::Delete { key: key("/a") }], ..Txn::default() };
    let commits: Vec<_> = (0..4).map(|_| futures_util::FutureExt::now_or_never(target.store.commit(txn()))).collect();
    assert!(commits[..3].iter().all(Option::is_none));
    assert_eq!(commits[3], Some(Err(Error::Overloaded { waiting: 3 })));
}

#[tokio::test]
async fn a_dropped_store_ends_its_watches_and_timers() {
    let target = MemoryTarget::new(Limits::default());
    let store = target.store();
    let mut watch = contract::watch(&store, "/", store.revisions().current).await;
    store.commit(Txn::default().put_for(key("/a"), value("x"), Some(Duration::from_secs(60)))).await.unwrap();
    target.sim.timers_waiting(1).await;
    let MemoryTarget { sim, store: own } = target;
    drop((store, own));
    let end = loop {
        if let Err(error) = watch.next().await {
            break error;
        }
    };
    assert_eq!(end, Error::ShuttingDown);
    while sim.next_deadline().is_some() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_range_shares_what_the_store_holds() {
    let target = MemoryTarget::new(Limits::default());
    let store = target.store();
    let body = value(&"x".repeat(2000));
    store.commit(Txn::create(key("/a"), body.clone())).await.unwrap();
    let item = store.range(RangeRequest::prefix(b"/")).await.unwrap().items.remove(0);
    assert!(item.value.body.ptr_eq(&body.body), "bodies are not copied");
}

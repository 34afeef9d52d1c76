//! The store on disk against the contract, and what is its own: reopening, history from disk, checkpoints, room.

use std::time::Duration;

use bytes::Bytes;
use futures_util::FutureExt as _;
use sys::sim::{CallKind, Fault, Sim};

use super::*;
use crate::contract::{self, Target, delete, key, next_text, put, text, value, watch};
use crate::power_cut::threaded;
use crate::{RangeRequest, SnapshotError};

const DIR: &str = "/data/store";

/// Small files, so that a test of a few hundred writes meets every switch of a segment and many checkpoints.
fn small() -> EmbeddedLimits {
    EmbeddedLimits { segment_bytes: 8 << 10, checkpoint_bytes: 16 << 10, ..EmbeddedLimits::default() }
}

/// The smallest queues and caches as well: history is read from disk at once.
fn smallest() -> EmbeddedLimits {
    let core = Limits { group: 3, watch_queue: 1, history_cached_bytes: 0, ..Limits::default() };
    EmbeddedLimits { core, ..small() }
}

fn open(sim: &Sim, limits: EmbeddedLimits) -> EmbeddedStore {
    EmbeddedStore::open(sim.sys(), Path::new(DIR), limits).unwrap()
}

struct DiskTarget {
    sim: Sim,
    store: Arc<EmbeddedStore>,
}

impl DiskTarget {
    fn new(limits: EmbeddedLimits) -> Self {
        let sim = Sim::new(1);
        let store = Arc::new(open(&sim, limits));
        Self { sim, store }
    }
}

impl Target for DiskTarget {
    fn store(&self) -> Arc<dyn Store> {
        self.store.clone()
    }

    fn advance(&self, by: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            // Lets a task that was just started register its timer first.
            for _ in 0..8 {
                tokio::task::yield_now().await;
            }
            self.sim.pass(by).await;
        })
    }

    fn restore(&self, pieces: Vec<Bytes>, past: Revision) -> Result<Arc<dyn Store>, SnapshotError> {
        let sys = self.sim.sys();
        let dir = Path::new("/restored");
        let bump = past.0;
        let made = restore(&sys, dir, pieces.into_iter().map(Ok), bump).now_or_never();
        match made.expect("nothing to wait for") {
            Ok(_) => Ok(Arc::new(EmbeddedStore::open(sys, dir, small()).unwrap())),
            Err(RestoreError::Snapshot(error)) => Err(error),
            Err(other) => panic!("{other}"),
        }
    }
}

#[tokio::test]
async fn the_store_on_disk_keeps_the_contract() {
    contract::run_all(|| Arc::new(DiskTarget::new(EmbeddedLimits::default()))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_store_on_disk_keeps_the_contract_on_many_threads() {
    contract::run_all(|| Arc::new(DiskTarget::new(small()))).await;
}

#[tokio::test]
async fn the_contract_holds_with_history_on_disk_only() {
    contract::run_all(|| Arc::new(DiskTarget::new(smallest()))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_seeds_follow_the_model() {
    for seed in 100..106 {
        let target = DiskTarget::new(smallest());
        let plan = contract::workload::Plan { seed, writers: 8, transactions: 100, watchers: 20, readers: 2, compact_every: 31 };
        let outcome = contract::workload::run(target.store(), plan).await;
        assert!(outcome.is_ok(), "seed {seed}: {outcome:?}");
    }
}

/// Every key with its value and revisions.
async fn all(store: &Arc<dyn Store>, at: Option<Revision>) -> Vec<(String, String, u64, u64)> {
    let mut request = RangeRequest::prefix(b"/");
    request.at = at;
    let items = store.range(request).await.unwrap().items;
    let text = |item: &crate::Item| String::from_utf8(item.value.body.to_contiguous().to_vec()).unwrap();
    items.iter().map(|item| (item.key.to_string(), text(item), item.create_revision.0, item.mod_revision.0)).collect()
}

#[tokio::test]
async fn a_compaction_holds_though_retention_had_come_past_it() {
    let sim = Sim::new(1);
    let store: Arc<dyn Store> =
        Arc::new(open(&sim, EmbeddedLimits { core: Limits { history_bytes: 0, ..Limits::default() }, ..small() }));
    for n in 0..5 {
        put(&store, "/a", &n.to_string()).await;
    }
    let Revisions { current, compacted } = store.revisions();
    assert_eq!(compacted, current);
    store.compact(Revision(current.0 - 1)).await.unwrap();
    store.close().await;
    drop(store);
    // Nothing but what was said keeps this one from telling all of it.
    let store = open(&sim, small());
    assert_eq!(store.revisions(), Revisions { current, compacted: Revision(current.0 - 1) });
}

#[tokio::test]
async fn a_store_is_found_as_it_was_left_with_its_history() {
    for limits in [EmbeddedLimits::default(), small(), smallest()] {
        let sim = Sim::new(1);
        let mut states = Vec::new();
        let store: Arc<dyn Store> = Arc::new(open(&sim, limits.clone()));
        for n in 0..200_u32 {
            put(&store, &format!("/a/{}", n % 17), &format!("value {n} ").repeat(20)).await;
            if n % 7 == 3 {
                delete(&store, &format!("/a/{}", n % 5)).await;
            }
            let at = store.revisions().current;
            states.push((at, all(&store, None).await));
        }
        let before = store.revisions();
        store.close().await;
        drop(store);
        let store: Arc<dyn Store> = Arc::new(open(&sim, limits));
        assert_eq!(store.revisions(), before);
        for (at, state) in &states {
            assert_eq!(all(&store, Some(*at)).await, *state, "at {at}");
        }
        // A watcher goes on where it was.
        let mut feed = watch(&store, "/", Revision(before.current.0 - 2)).await;
        put(&store, "/b", "new").await;
        assert!(next_text(&mut feed).await.contains("value"));
        next_text(&mut feed).await;
        assert_eq!(next_text(&mut feed).await, "/b=new");
        store.close().await;
    }
}

#[tokio::test]
async fn the_log_stays_short_and_history_goes_with_time() {
    let sim = Sim::new(1);
    let own = Arc::new(open(&sim, small()));
    let store: Arc<dyn Store> = own.clone();
    for round in 0..40_u64 {
        for n in 0..50 {
            put(&store, &format!("/a/{n}"), &format!("round {round} ").repeat(30)).await;
        }
        sim.pass(Duration::from_secs(60)).await;
    }
    let statistics = own.statistics();
    assert!(statistics.checkpoints >= 5, "{statistics:?}");
    // Live state twice, and the log of six minutes at twice that: far less than everything that was written.
    assert!(statistics.file_bytes < 300 << 10, "{statistics:?}");
    assert!(statistics.synced_bytes > 650 << 10, "{statistics:?}");
    let expected = all(&store, None).await;
    store.close().await;
    drop((store, own));
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    assert_eq!(all(&store, None).await, expected);
    store.close().await;
}

#[tokio::test]
async fn a_folder_has_one_user() {
    let sim = Sim::new(1);
    let store = open(&sim, small());
    let second = EmbeddedStore::open(sim.sys(), Path::new(DIR), small()).err();
    assert!(matches!(second, Some(OpenError::InUse { .. })), "{second:?}");
    assert!(matches!(check(&sim.sys(), Path::new(DIR)).err(), Some(OpenError::InUse { .. })));
    store.close().await;
    drop(store);
    open(&sim, small()).close().await;
}

#[tokio::test]
async fn keys_expire_across_a_restart() {
    let sim = Sim::new(1);
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    store.commit(Txn::default().put_for(key("/brief"), value("x"), Some(Duration::from_secs(10)))).await.unwrap();
    store.commit(Txn::default().put_for(key("/long"), value("x"), Some(Duration::from_secs(1000)))).await.unwrap();
    store.close().await;
    drop(store);
    sim.pass(Duration::from_secs(11)).await;
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    let after = store.revisions().current;
    let mut feed = watch(&store, "/", after).await;
    assert_eq!(next_text(&mut feed).await, "-/brief");
    assert!(text(&store, "/long").await.is_some());
    sim.pass(Duration::from_secs(990)).await;
    assert_eq!(next_text(&mut feed).await, "-/long");
    store.close().await;
}

#[tokio::test]
async fn check_says_what_a_folder_holds_and_changes_nothing() {
    let sim = Sim::new(1);
    let dir = Path::new(DIR);
    assert!(matches!(check(&sim.sys(), dir).err(), Some(OpenError::Missing { .. })));
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    for n in 0..100 {
        put(&store, &format!("/a/{n}"), &"x".repeat(500)).await;
    }
    let revisions = store.revisions();
    store.close().await;
    drop(store);
    let names = sim.sys().disk.list(dir).unwrap();
    let (report, snapshot) = check(&sim.sys(), dir).unwrap();
    assert_eq!((report.revision, report.keys, report.torn_bytes), (revisions.current, 100, 0));
    assert_eq!(snapshot.revision(), revisions.current);
    assert_eq!(sim.sys().disk.list(dir).unwrap(), names);
}

#[tokio::test]
async fn restore_never_overwrites() {
    let sim = Sim::new(1);
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    put(&store, "/a", "x").await;
    let pieces: Vec<Bytes> = store.snapshot().await.unwrap().collect();
    store.close().await;
    let again = restore(&sim.sys(), Path::new(DIR), pieces.clone().into_iter().map(Ok), 5).await;
    assert!(matches!(again, Err(RestoreError::Folder(OpenError::InUse { .. }))), "{again:?}");
    drop(store);
    let again = restore(&sim.sys(), Path::new(DIR), pieces.into_iter().map(Ok), 5).await;
    assert!(matches!(again, Err(RestoreError::NotEmpty(_))), "{again:?}");
}

/// The next but one segment may exist before the seal that leads to the next is durable.
#[tokio::test]
async fn segments_that_were_made_too_early_are_made_again() {
    let sim = Sim::new(1);
    open(&sim, small()).close().await;
    let found = recover::load(&sim.sys(), Path::new(DIR), &small()).unwrap();
    let last = found.spare.map_or(1, |spare| spare.number);
    for number in last + 1..=last + 2 {
        upkeep::create_segment(&found.files, number, small().segment_bytes, upkeep::Ground::Reserved, &|| false).unwrap();
    }
    drop(found);
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    for n in 0..100 {
        put(&store, &format!("/a/{n}"), &"x".repeat(500)).await;
    }
    store.close().await;
    drop(store);
    assert_eq!(check(&sim.sys(), Path::new(DIR)).unwrap().0.keys, 100);
}

#[tokio::test]
async fn a_store_that_is_dropped_gives_its_folder_back() {
    let sim = Sim::new(1);
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    put(&store, "/a", "x").await;
    drop(store);
    sim.pass(Duration::ZERO).await;
    let store: Arc<dyn Store> = Arc::new(open(&sim, small()));
    assert_eq!(text(&store, "/a").await.as_deref(), Some("x"));
    store.close().await;
}

/// Threads run as they like, so that it takes some tries to meet the moment.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_is_closed_has_given_its_folder_back() {
    let sim = Sim::new(1);
    for round in 0..500 {
        let store = EmbeddedStore::open(threaded(sim.sys()), Path::new(DIR), small());
        let store: Arc<dyn Store> = Arc::new(store.unwrap_or_else(|error| panic!("round {round}: {error}")));
        put(&store, "/a", "x").await;
        store.close().await;
    }
}

/// What forgets more than a step takes is answered in a later group, and has happened with the first.
#[tokio::test]
async fn a_compaction_that_has_begun_outlives_a_refused_write() {
    let sim = Sim::new(1);
    let store: Arc<dyn Store> = Arc::new(open(&sim, EmbeddedLimits { segment_bytes: 1 << 20, ..small() }));
    for n in 0..5000 {
        put(&store, "/a", &n.to_string()).await;
    }
    let now = store.revisions().current;
    let mut compaction = store.compact(now);
    while store.revisions().compacted < now {
        assert_eq!((&mut compaction).now_or_never(), None);
        tokio::task::yield_now().await;
    }
    assert_eq!((&mut compaction).now_or_never(), None, "there is more than a step to forget");
    sim.disk().fail(Fault::of(CallKind::Write, 1, std::io::ErrorKind::StorageFull));
    let refused = store.commit(Txn::default().put(key("/b"), value("x"))).await;
    assert_eq!(refused.unwrap_err(), Error::NoSpace);
    assert_eq!(compaction.await, Ok(()));
    store.close().await;
}

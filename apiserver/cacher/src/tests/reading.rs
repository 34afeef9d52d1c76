//! Cases about snapshots and how fresh they are.

use std::sync::atomic::Ordering;

use futures_util::FutureExt;

use super::*;
use crate::snapshot::State;

fn names(snapshot: &Snapshot) -> Vec<String> {
    let objects = snapshot.range(PREFIX.as_bytes(), None);
    objects.map(|object| format!("{}/{}@{}", object.namespace(), object.name(), object.revision())).collect()
}

/// Upstream: `RunTestConsistentList`.
#[tokio::test]
async fn a_consistent_read_sees_every_answered_commit() {
    let world = World::new();
    for n in 0..50 {
        let revision = world.put(&format!("a/{n:02}"), "x").await;
        let snapshot = world.cacher.consistent().await.unwrap();
        assert_eq!((snapshot.len(), snapshot.revision()), (n + 1, revision));
        let elsewhere = world.elsewhere().await;
        let snapshot = world.cacher.consistent().await.unwrap();
        assert_eq!((snapshot.len(), snapshot.revision()), (n + 1, elsewhere), "other resources move the revision, too");
    }
}

#[tokio::test]
async fn any_read_takes_what_is_there() {
    let world = World::new();
    let first = world.put("a/1", "x").await;
    assert_eq!(names(&world.cacher.any().await.unwrap()), [format!("a/1@{first}")]);
    world.store.close().await;
    tokio::task::yield_now().await;
    assert_eq!(world.cacher.consistent().await.err(), Some(ReadError::Stopped));
}

#[tokio::test]
async fn a_read_of_the_future_waits_and_then_gives_up() {
    let world = World::new();
    let current = world.put("a/1", "x").await;
    settle(&world).await;
    let wanted = Revision(current.0 + 2);
    let waiting = tokio::spawn({
        let cacher = world.cacher.clone();
        async move { cacher.at_least(wanted, None).await }
    });
    world.sim.timers_waiting(1).await;
    world.elsewhere().await;
    world.elsewhere().await;
    assert!(waiting.await.unwrap().unwrap().revision() >= wanted, "another resource's commit ends the wait");

    let far = Revision(wanted.0 + 50);
    let mut waiting = std::pin::pin!(world.cacher.at_least(far, None));
    assert!(waiting.as_mut().now_or_never().is_none());
    world.sim.advance(seconds(3));
    let expect = ReadError::TooLarge { requested: far, current: wanted };
    assert_eq!(waiting.await.err(), Some(expect.clone()));
    assert_eq!(expect.to_string(), format!("Too large resource version: {far}, current: {wanted}"));

    let deadline = world.sim.sys().clock.tick().plus(seconds(1));
    let mut waiting = std::pin::pin!(world.cacher.at_least(far, Some(deadline)));
    assert!(waiting.as_mut().now_or_never().is_none());
    world.sim.advance(seconds(1));
    assert!(matches!(waiting.await, Err(ReadError::TooLarge { .. })));
}

/// A cacher whose feed the test plays: listed at revision 5 of a store that was at 50.
fn beginning() -> World {
    let world = World::new();
    world.cacher.shared.started.store(true, Ordering::SeqCst);
    reach(&world, 5);
    world
}

fn reach(world: &World, revision: u64) {
    let shared = &world.cacher.shared;
    let state = State { revision: Revision(revision), ready: true, begins: Revision(50), ..State::empty() };
    shared.published.store(Arc::new(state));
    shared.changed.send_replace(());
}

#[tokio::test]
async fn a_cache_that_begins_is_waited_for() {
    let world = beginning();
    let mut waiting = std::pin::pin!(world.cacher.at_least(Revision(40), None));
    for revision in 6..15 {
        assert!(waiting.as_mut().now_or_never().is_none());
        world.sim.advance(seconds(3));
        assert!(waiting.as_mut().now_or_never().is_none(), "{revision}");
        reach(&world, revision);
    }
    reach(&world, 41);
    assert_eq!(waiting.await.unwrap().revision(), Revision(41));
}

#[tokio::test]
async fn a_cache_that_never_begins_is_given_up() {
    let world = beginning();
    let mut waiting = std::pin::pin!(world.cacher.at_least(Revision(40), None));
    for _ in 0..10 {
        assert!(waiting.as_mut().now_or_never().is_none());
        world.sim.advance(seconds(3));
    }
    let expect = ReadError::TooLarge { requested: Revision(40), current: Revision(5) };
    assert_eq!(waiting.await.err(), Some(expect));
    // One that has begun is waited for no longer than upstream's.
    reach(&world, 50);
    let mut waiting = std::pin::pin!(world.cacher.at_least(Revision(60), None));
    assert!(waiting.as_mut().now_or_never().is_none());
    world.sim.advance(seconds(3));
    assert!(matches!(waiting.await, Err(ReadError::TooLarge { .. })));
}

/// Upstream: `RunTestGet`, `RunTestGetListNonRecursive`, `RunTestNamespaceScopedList`.
#[tokio::test]
async fn snapshots_give_objects_ranges_and_counts() {
    let world = World::new();
    for path in ["b/1", "a/2", "a/1", "ab/1"] {
        world.put(path, "x").await;
    }
    let snapshot = world.cacher.consistent().await.unwrap();
    let paths = |prefix: &str, from: Option<&str>| {
        let (prefix, from) = (key(prefix), from.map(key));
        let from = from.as_ref().map(|from| from.as_bytes());
        let found: Vec<_> = snapshot.range(&prefix, from).map(|object| object.key().to_string()).collect();
        assert_eq!(snapshot.count(&prefix, from), found.len());
        found.iter().map(|key| key[PREFIX.len()..].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(paths("", None), ["a/1", "a/2", "ab/1", "b/1"]);
    assert_eq!(paths("a/", None), ["a/1", "a/2"]);
    assert_eq!(paths("", Some("a/1\0")), ["a/2", "ab/1", "b/1"]);
    assert_eq!(paths("a/", Some("a/1\0")), ["a/2"]);
    assert_eq!(paths("none/", None), Vec::<String>::new());
    assert_eq!(paths("a/", Some("a0")), Vec::<String>::new());
    assert_eq!(paths("a/", Some("b")), Vec::<String>::new());
    assert_eq!(snapshot.get(&key("ab/1")).unwrap().map(|object| object.name().to_owned()).as_deref(), Some("1"));
    assert!(snapshot.get(&key("ab/2")).unwrap().is_none());
    let before = snapshot.len();
    world.put("c/1", "x").await;
    settle(&world).await;
    assert_eq!(snapshot.len(), before, "a snapshot never changes");
}

/// Every past state, whichever way it is found, equals the store's own answer.
#[tokio::test]
async fn exact_reads_equal_the_stores_answers() {
    for limits in [
        Limits::default(),
        Limits { pinned: 0, ..Limits::default() },
        Limits { pinned: 0, rebuild_events: 3, ..Limits::default() },
        Limits { window_least: 2, window_events: 5, ..Limits::default() },
    ] {
        let world = World::bounded(limits, storage::Limits::default());
        let first = world.store.revisions().current;
        settle(&world).await;
        for n in 0_u32..40 {
            let path = format!("a/{}", n * 7 % 5);
            match n % 4 {
                3 => world.delete(&path).await,
                2 => world.elsewhere().await,
                _ => world.put(&path, "x").await,
            };
        }
        settle(&world).await;
        for revision in (first.0..=world.store.revisions().current.0).chain([first.0 + 7, first.0 + 7]).map(Revision) {
            let snapshot = world.cacher.exact(revision).await.unwrap();
            assert_eq!(snapshot.revision(), revision);
            let expect = world.store.range(storage::RangeRequest::prefix(PREFIX.as_bytes()).at(revision)).await.unwrap();
            let seen = snapshot.range(PREFIX.as_bytes(), None).map(|object| (object.key(), object.revision()));
            assert!(seen.eq(expect.items.iter().map(|item| (&item.key, item.mod_revision))), "at {revision}");
        }
    }
}

/// Upstream: `RunTestListInconsistentContinuation`, `RunTestCompactRevision`.
#[tokio::test]
async fn exact_reads_of_the_compacted_past_and_the_future_are_told_apart() {
    let world = World::new();
    let first = world.put("a/1", "x").await;
    let second = world.put("a/2", "x").await;
    world.cacher.pin(&world.cacher.exact(first).await.unwrap());
    world.store.compact(second).await.unwrap();
    let expect = ReadError::Compacted { requested: first, compacted: second };
    assert_eq!(world.cacher.exact(first).await.err(), Some(expect), "even if the snapshot is still at hand");
    let requested = second.next();
    assert_eq!(world.cacher.exact(requested).await.err(), Some(ReadError::TooLarge { requested, current: second }));
    assert_eq!(world.cacher.exact(second).await.unwrap().len(), 2);
}

#[tokio::test]
async fn pinned_snapshots_are_bounded_by_number_and_age() {
    let limits = Limits { pinned: 2, window_least: 0, window_events: 0, rebuild_events: 0, ..Limits::default() };
    let world = World::bounded(limits, storage::Limits::default());
    let mut weak = Vec::new();
    for n in 0..4 {
        world.put("a/1", &n.to_string()).await;
        let snapshot = world.cacher.consistent().await.unwrap();
        world.cacher.pin(&snapshot);
        weak.push(Arc::downgrade(snapshot.get(&key("a/1")).unwrap().unwrap()));
    }
    world.put("a/1", "last").await;
    world.put("a/2", "last").await;
    settle(&world).await;
    let alive = |weak: &[std::sync::Weak<Object>]| weak.iter().filter(|weak| weak.upgrade().is_some()).count();
    assert_eq!(alive(&weak), 2);
    world.sim.advance(seconds(301));
    world.cacher.pin(&world.cacher.consistent().await.unwrap());
    assert_eq!(alive(&weak), 0);
}

#[tokio::test]
async fn corrupt_objects_are_reported_where_they_lie_and_nowhere_else() {
    let world = World::new();
    world.put("a/1", "x").await;
    let bad = world.commit(Txn::default().put(key("b/1"), Value::from("not json"))).await;
    let snapshot = world.cacher.consistent().await.unwrap();
    let corrupt = snapshot.get(&key("b/1")).unwrap_err();
    assert_eq!((&corrupt.key, corrupt.revision), (&key("b/1"), bad));
    assert_eq!(snapshot.range(PREFIX.as_bytes(), None).count(), 1);
    for (prefix, from, expect) in [("", None, 1), ("a/", None, 0), ("b/", None, 1), ("", Some("b/1"), 1), ("", Some("b/1\0"), 0)]
    {
        let from = from.map(key);
        let found: Vec<_> = snapshot.corrupt(&key(prefix), from.as_ref().map(|from| from.as_bytes())).cloned().collect();
        assert_eq!(found, vec![corrupt.clone(); expect], "{prefix} {from:?}");
    }
    // A change makes it corrupt, a change repairs it; exact reads remember both.
    world.put("b/1", "repaired").await;
    assert_eq!(names(&world.cacher.consistent().await.unwrap()).len(), 2);
    assert!(world.cacher.exact(bad).await.unwrap().get(&key("b/1")).is_err());
    world.delete("b/1").await;
    assert_eq!(names(&world.cacher.consistent().await.unwrap()).len(), 1);
}

#[tokio::test]
async fn bodies_are_shared_with_the_store() {
    let world = World::new();
    let value = pod("a/1", "x", "n1");
    world.commit(Txn::default().put(key("a/1"), value.clone())).await;
    let snapshot = world.cacher.consistent().await.unwrap();
    assert!(snapshot.get(&key("a/1")).unwrap().unwrap().body().ptr_eq(&value.body));
}

#[tokio::test]
async fn a_cacher_starts_with_its_first_use_and_stops_with_its_last_handle() {
    let world = World::new();
    world.put("a/1", "x").await;
    assert_eq!(world.cacher.stats(), Stats::default());
    let mut cursor = world.watch(WatchStart::Any).await;
    assert_eq!(next(&mut cursor).await, "ADDED a/1@2 x");
    assert_eq!((world.cacher.stats().objects, world.cacher.stats().watchers), (1, 1));
    let clone = world.cacher.clone();
    drop(world.cacher);
    assert!(clone.any().await.is_ok());
    drop(clone);
    assert_eq!(next(&mut cursor).await, "CLOSED Shutdown");
}

/// Knows of a revision every other time it is asked: something is queued for the state in between, as the contract allows.
struct Wavering {
    known: Revision,
    asked: std::sync::atomic::AtomicUsize,
}

impl storage::Progress for Wavering {
    fn known(&self, applied: Revision) -> Revision {
        let asked = self.asked.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        if asked.is_multiple_of(2) { self.known.max(applied) } else { applied }
    }

    fn request(&self, _revision: Revision) {}
}

#[tokio::test]
async fn what_a_state_has_reached_stays_so_when_more_is_queued() {
    let world = World::new();
    world.put("a/1", "x").await;
    world.cacher.consistent().await.unwrap();
    let answered = world.elsewhere().await;
    let shared = &world.cacher.shared;
    let waver = || {
        let mut state = crate::snapshot::State::clone(&shared.published.load());
        state.progress = Some(Arc::new(Wavering { known: answered, asked: Default::default() }));
        assert!(state.revision < answered);
        shared.published.store(Arc::new(state));
    };
    waver();
    assert_eq!(world.cacher.consistent().await.unwrap().revision(), answered);
    waver();
    let start = WatchStart::InitialEvents(Some(answered));
    let request = WatchRequest { bookmarks: true, ..WatchRequest::new(everything(), start) };
    let mut cursor = world.cacher.watch(request).await.unwrap();
    assert_eq!(next(&mut cursor).await, "ADDED a/1@2 x");
    assert_eq!(next(&mut cursor).await, format!("BOOKMARK@{answered} end"));
}

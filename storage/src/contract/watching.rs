//! Cases about watches, one property each; `workload` puts them all under load.

use std::sync::Arc;

use futures_util::FutureExt;

use crate::contract::{Target, delete, key, next_batch, next_text, put, value, watch};
use crate::{Error, Revision, Store, Txn, Watch, WatchItem};

/// Upstream: `RunTestWatch`, `RunTestClusterScopedWatch`.
pub(super) async fn watch_delivers_create_update_and_delete(target: Arc<dyn Target>) {
    let store = target.store();
    let mut feed = watch(&store, "/pods/", store.revisions().current).await;
    let (one, two, three) =
        (put(&store, "/pods/a", "1").await, put(&store, "/pods/a", "2").await, delete(&store, "/pods/a").await);
    for (revision, previous, current) in [(one, None, Some("1")), (two, Some("1"), Some("2")), (three, Some("2"), None)] {
        let batch = next_batch(&mut feed).await.unwrap();
        assert_eq!((batch.revision, batch.changes.len()), (revision, 1));
        let change = &batch.changes[0];
        assert_eq!(change.key, key("/pods/a"));
        assert_eq!(change.previous.as_ref().map(|item| item.value.clone()), previous.map(value));
        assert_eq!(change.current.as_ref().map(|item| item.value.clone()), current.map(value));
        assert_eq!(change.current.as_ref().map_or(revision, |item| item.mod_revision), revision);
    }
}

/// Upstream: `RunTestWatchFromNonZero`.
pub(super) async fn watch_from_non_zero_starts_after_the_given_revision(target: Arc<dyn Target>) {
    let store = target.store();
    let mut revisions = Vec::new();
    for n in 0..10 {
        revisions.push(put(&store, "/a", &n.to_string()).await);
    }
    for (n, after) in revisions.iter().enumerate().take(9) {
        let mut feed = watch(&store, "/", *after).await;
        for later in n + 1..10 {
            assert_eq!(next_text(&mut feed).await, format!("/a={later}"), "after {after}");
        }
        assert!(nothing_more(&mut feed), "after {after}");
    }
}

/// Whether a watch has no further batch at the moment.
fn nothing_more(feed: &mut Watch) -> bool {
    loop {
        match feed.next().now_or_never() {
            None => return true,
            Some(Ok(WatchItem::Progress(_))) => {}
            Some(_) => return false,
        }
    }
}

/// Upstream: `RunTestWatchFromZero`'s compaction part; etcd issues 18089 and 19179 lost a delete here.
pub(super) async fn watch_from_the_compacted_revision_misses_nothing(target: Arc<dyn Target>) {
    let store = target.store();
    put(&store, "/a", "1").await;
    let deleted = delete(&store, "/a").await;
    put(&store, "/b", "1").await;
    delete(&store, "/b").await;
    store.compact(deleted).await.unwrap();
    let mut feed = watch(&store, "/", deleted).await;
    assert_eq!(next_text(&mut feed).await, "/b=1");
    // Compaction while the watch is under way and has all it needs.
    assert_eq!(next_text(&mut feed).await, "-/b");
    let last = put(&store, "/c", "1").await;
    assert_eq!(next_text(&mut feed).await, "/c=1");
    store.compact(last).await.unwrap();
    delete(&store, "/c").await;
    assert_eq!(next_text(&mut feed).await, "-/c");
}

/// Etcd issue 20221.
pub(super) async fn watch_in_the_future_stays_silent_until_then(target: Arc<dyn Target>) {
    let store = target.store();
    let current = put(&store, "/a", "0").await;
    let mut feed = watch(&store, "/", Revision(current.0 + 2)).await;
    assert!(feed.next().now_or_never().is_none(), "not even progress");
    put(&store, "/a", "1").await;
    put(&store, "/a", "2").await;
    assert!(feed.next().now_or_never().is_none());
    put(&store, "/a", "3").await;
    assert_eq!(next_text(&mut feed).await, "/a=3");
}

/// Upstream: `RunTestDeleteTriggerWatch`, `RunTestWatchDeleteEventObjectHaveLatestRV`.
pub(super) async fn delete_trigger_watch_carries_what_was_deleted(target: Arc<dyn Target>) {
    let store = target.store();
    let written = put(&store, "/a", "last words").await;
    let mut feed = watch(&store, "/", written).await;
    let deleted = store.commit(Txn::remove(key("/a"), written)).await.unwrap().revision;
    let batch = next_batch(&mut feed).await.unwrap();
    assert_eq!(batch.revision, deleted, "a delete has a revision of its own");
    let previous = batch.changes[0].previous.as_ref().unwrap();
    assert_eq!((previous.mod_revision, &previous.value), (written, &value("last words")));
}

pub(super) async fn watch_delivers_a_transaction_at_once(target: Arc<dyn Target>) {
    let store = target.store();
    let start = put(&store, "/x/gone", "1").await;
    let mut live = watch(&store, "/x/", start).await;
    let txn = Txn::default()
        .put(key("/x/b"), value("b"))
        .put(key("/y/a"), value("y"))
        .delete(key("/x/gone"))
        .put(key("/x/a"), value("a"));
    store.commit(txn).await.unwrap();
    let mut replayed = watch(&store, "/x/", start).await;
    for feed in [&mut live, &mut replayed] {
        assert_eq!(next_text(feed).await, "/x/b=b -/x/gone /x/a=a");
        assert!(nothing_more(feed));
    }
    let mut elsewhere = watch(&store, "/y/", start).await;
    assert_eq!(next_text(&mut elsewhere).await, "/y/a=y");
}

/// Upstream: `RunTestNamespaceScopedWatch`.
pub(super) async fn namespace_scoped_watch_sees_its_prefix_only(target: Arc<dyn Target>) {
    let store = target.store();
    let start = store.revisions().current;
    let mut feeds = Vec::new();
    for prefix in ["/pods/a/", "/pods/", "/pods/a/1", "", "/pods/b/"] {
        feeds.push((prefix, watch(&store, prefix, start).await));
    }
    let written = ["/pods/a/1", "/pods/ab/1", "/nodes/1", "/pods/b/1", "/pods/a/10"];
    for name in written {
        put(&store, name, "x").await;
    }
    for (prefix, mut feed) in feeds {
        for name in written.iter().filter(|name| name.starts_with(prefix)) {
            assert_eq!(next_text(&mut feed).await, format!("{name}=x"), "under {prefix:?}");
        }
        assert!(nothing_more(&mut feed), "under {prefix:?}");
    }
}

/// Upstream: `RunTestDelayedWatchDelivery`. More is written than any queue holds before the consumer looks.
pub(super) async fn delayed_watch_delivery_skips_nothing(target: Arc<dyn Target>) {
    let store = target.store();
    let mut feed = watch(&store, "/", store.revisions().current).await;
    let first = put(&store, "/a", "first").await;
    assert_eq!(next_text(&mut feed).await, "/a=first");
    for n in 0..5000 {
        put(&store, "/a", &n.to_string()).await;
    }
    for n in 0..5000_u64 {
        let batch = next_batch(&mut feed).await.unwrap();
        assert_eq!(batch.revision, Revision(first.0 + 1 + n));
        assert_eq!(batch.changes[0].current.as_ref().map(|item| item.value.clone()), Some(value(&n.to_string())));
    }
    put(&store, "/a", "live again").await;
    assert_eq!(next_text(&mut feed).await, "/a=live again");
}

/// Upstream: `RunTestWatcherTimeout`.
pub(super) async fn watches_that_nobody_reads_hold_nobody_up(target: Arc<dyn Target>) {
    let store = target.store();
    let start = store.revisions().current;
    let mut idle = Vec::new();
    for _ in 0..50 {
        idle.push(watch(&store, "/pods/", start).await);
    }
    let mut reading = watch(&store, "/pods/", start).await;
    for n in 0..200 {
        put(&store, &format!("/pods/{n}"), "x").await;
        assert_eq!(next_text(&mut reading).await, format!("/pods/{n}=x"));
    }
    // What they were owed is still theirs.
    for feed in &mut idle {
        assert_eq!(next_text(feed).await, "/pods/0=x");
        assert_eq!(next_text(feed).await, "/pods/1=x");
    }
}

/// Upstream: the expired part of `RunTestWatchError`.
pub(super) async fn a_watch_that_history_has_passed_by_ends(target: Arc<dyn Target>) {
    let store = target.store();
    let mut feed = watch(&store, "/", store.revisions().current).await;
    for n in 0..5000 {
        put(&store, "/a", &n.to_string()).await;
    }
    let last = store.revisions().current;
    store.compact(last).await.unwrap();
    let mut expect = last.0 - 5000;
    let end = loop {
        match next_batch(&mut feed).await {
            Ok(batch) => {
                expect += 1;
                assert_eq!(batch.revision.0, expect, "what is delivered is complete");
            }
            Err(error) => break error,
        }
        if expect == last.0 {
            // A store that had queued everything owes no error.
            return;
        }
    };
    assert!(matches!(end, Error::Compacted { compacted, .. } if compacted == last), "{end:?}");
    assert_eq!(next_batch(&mut feed).await.err(), Some(end), "an ended watch stays ended");
}

/// Upstream: `RunTestWatchContextCancel`.
pub(super) async fn watch_context_cancel_leaves_the_store_at_work(target: Arc<dyn Target>) {
    let store = target.store();
    let start = store.revisions().current;
    let mut kept = watch(&store, "/", start).await;
    for n in 0..20 {
        let mut dropped = watch(&store, "/", start).await;
        assert!(dropped.next().now_or_never().is_some());
        let pending = dropped.next().now_or_never();
        drop((pending, dropped));
        put(&store, "/a", &n.to_string()).await;
        assert_eq!(next_text(&mut kept).await, format!("/a={n}"));
    }
}

/// Upstream: `RunOptionalTestProgressNotify`; etcd issue 15220 let progress overtake an event.
pub(super) async fn progress_notify_comes_after_what_it_covers(target: Arc<dyn Target>) {
    let store = target.store();
    let start = store.revisions().current;
    let mut feed = watch(&store, "/a/", start).await;
    let own = put(&store, "/a/1", "x").await;
    let elsewhere = put(&store, "/b/1", "x").await;
    feed.progress().request(elsewhere);
    let mut seen = start;
    loop {
        match feed.next().await.unwrap() {
            WatchItem::Batch(batch) => {
                assert!(batch.revision > seen, "{} came after progress {seen}", batch.revision);
                seen = batch.revision;
            }
            WatchItem::Progress(revision) => {
                assert!(revision < own || seen >= own, "progress {revision} overtook {own}");
                assert!(revision >= seen);
                if revision >= elsewhere {
                    break;
                }
            }
        }
    }
    assert_eq!(seen, own);
    // Asked for before it happens.
    let wanted = Revision(elsewhere.0 + 2);
    feed.progress().request(wanted);
    put(&store, "/b/2", "x").await;
    put(&store, "/b/3", "x").await;
    loop {
        match feed.next().await.unwrap() {
            WatchItem::Progress(revision) if revision >= wanted => break,
            WatchItem::Progress(_) => {}
            WatchItem::Batch(batch) => panic!("nothing was written here: {batch:?}"),
        }
    }
}

pub(super) async fn progress_is_known_without_asking(target: Arc<dyn Target>) {
    let store = target.store();
    let start = store.revisions().current;
    let mut feed = watch(&store, "/a/", start).await;
    let progress = feed.progress();
    assert_eq!(progress.known(start), start);
    let own = put(&store, "/a/1", "x").await;
    assert_eq!(progress.known(start), start, "a batch waits");
    assert_eq!(next_text(&mut feed).await, "/a/1=x");
    let _nothing = feed.next().now_or_never();
    assert!(progress.known(own) >= own);
    caught_up(&store, &mut feed, own).await;
    drop(feed);
    put(&store, "/a/2", "x").await;
    assert_eq!(progress.known(own), own, "a dropped watch knows nothing new");
}

/// A consumer with nothing left to take learns that it has kept pace, by itself or once it asks.
async fn caught_up(store: &Arc<dyn Store>, feed: &mut Watch, applied: Revision) {
    let elsewhere = put(store, "/b/1", "x").await;
    let progress = feed.progress();
    let mut applied = applied;
    while progress.known(applied) < elsewhere {
        progress.request(elsewhere);
        match feed.next().await.unwrap() {
            WatchItem::Progress(revision) => applied = revision,
            WatchItem::Batch(batch) => panic!("nothing was written here: {batch:?}"),
        }
    }
}

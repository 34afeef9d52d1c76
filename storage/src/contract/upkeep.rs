//! Cases about compaction, expiry, snapshots and closing.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

use crate::contract::{Target, delete, key, next_batch, next_text, put, text, value, watch};
use crate::{Error, RangeRequest, Revision, Txn};

/// Upstream: `RunTestCompactRevision`.
pub(super) async fn compact_revision_bounds_reads_and_watches(target: Arc<dyn Target>) {
    let store = target.store();
    let first = put(&store, "/a", "1").await;
    let second = put(&store, "/a", "2").await;
    let third = delete(&store, "/a").await;
    store.compact(second).await.unwrap();
    assert_eq!((store.revisions().compacted, store.revisions().current), (second, third));
    let expired = Error::Compacted { requested: first, compacted: second };
    assert_eq!(store.get(&key("/a"), Some(first)).await, Err(expired.clone()));
    assert_eq!(store.range(RangeRequest::prefix(b"/").at(first)).await, Err(expired.clone()));
    assert_eq!(store.watch(key("/"), first).await.err(), Some(expired));
    let kept = store.get(&key("/a"), Some(second)).await.unwrap().item;
    assert_eq!(kept.map(|item| item.value.clone()), Some(value("2")));
    // Compacting the past again, or the same, changes nothing.
    store.compact(first).await.unwrap();
    store.compact(second).await.unwrap();
    assert_eq!(store.revisions().compacted, second);
    assert_eq!(store.compact(third.next()).await, Err(Error::FutureRevision { requested: third.next(), current: third }));
    store.compact(third).await.unwrap();
    assert_eq!(store.get(&key("/a"), Some(third)).await.unwrap().item, None);
}

/// Upstream: `RunTestListInconsistentContinuation`.
pub(super) async fn inconsistent_continuation_is_told_apart(target: Arc<dyn Target>) {
    let store = target.store();
    for n in 0..5 {
        put(&store, &format!("/pods/{n}"), "x").await;
    }
    let page = store.range(RangeRequest::prefix(b"/pods/").limit(2)).await.unwrap();
    let last = put(&store, "/pods/9", "x").await;
    store.compact(last).await.unwrap();
    let next = RangeRequest::prefix(b"/pods/").from_key(key("/pods/1\0"));
    let stale = store.range(next.clone().at(page.revision)).await;
    assert_eq!(stale, Err(Error::Compacted { requested: page.revision, compacted: last }));
    assert_eq!(store.range(next).await.unwrap().items.len(), 4);
}

pub(super) async fn future_revisions_are_told_apart(target: Arc<dyn Target>) {
    let store = target.store();
    let current = put(&store, "/a", "1").await;
    let requested = Revision(current.0 + 10);
    let expect = Error::FutureRevision { requested, current };
    assert_eq!(store.get(&key("/a"), Some(requested)).await, Err(expect.clone()));
    assert_eq!(store.range(RangeRequest::prefix(b"/").at(requested)).await, Err(expect.clone()));
    assert!(expect.is_retryable() && !Error::Compacted { requested, compacted: requested }.is_retryable());
}

/// Upstream: `RunTestCreateWithTTL`.
pub(super) async fn create_with_ttl_expires_by_a_commit(target: Arc<dyn Target>) {
    let store = target.store();
    let mut feed = watch(&store, "/", store.revisions().current).await;
    let brief = Some(Duration::from_secs(10));
    let txn = Txn::default().put_for(key("/events/a"), value("a"), brief).put(key("/events/stays"), value("b"));
    let revision = store.commit(txn).await.unwrap().revision;
    store.commit(Txn::default().put_for(key("/events/b"), value("b"), Some(Duration::from_secs(5)))).await.unwrap();
    next_batch(&mut feed).await.unwrap();
    next_batch(&mut feed).await.unwrap();
    target.advance(Duration::from_secs(4)).await;
    assert_eq!(store.latest().await.unwrap(), revision.next(), "nothing expires early");
    target.advance(Duration::from_secs(2)).await;
    assert_eq!(next_text(&mut feed).await, "-/events/b");
    assert_eq!(text(&store, "/events/a").await.as_deref(), Some("a"));
    target.advance(Duration::from_secs(5)).await;
    let batch = next_batch(&mut feed).await.unwrap();
    assert_eq!((batch.revision, batch.changes.len()), (Revision(revision.0 + 3), 1));
    assert_eq!(batch.changes[0].previous.as_ref().map(|item| item.value.clone()), Some(value("a")));
    assert_eq!(text(&store, "/events/a").await, None);
    assert_eq!(text(&store, "/events/stays").await.as_deref(), Some("b"));
}

/// Upstream: `RunTestGuaranteedUpdateWithTTL`.
pub(super) async fn a_later_put_renews_or_ends_the_time_to_live(target: Arc<dyn Target>) {
    let store = target.store();
    let brief = Some(Duration::from_secs(10));
    for name in ["/renewed", "/kept", "/expires"] {
        store.commit(Txn::default().put_for(key(name), value(name), brief)).await.unwrap();
    }
    target.advance(Duration::from_secs(6)).await;
    store.commit(Txn::default().put_for(key("/renewed"), value("again"), brief)).await.unwrap();
    put(&store, "/kept", "for ever").await;
    let mut feed = watch(&store, "/", store.revisions().current).await;
    target.advance(Duration::from_secs(6)).await;
    assert_eq!(next_text(&mut feed).await, "-/expires");
    assert_eq!(text(&store, "/renewed").await.as_deref(), Some("again"));
    target.advance(Duration::from_secs(6)).await;
    assert_eq!(next_text(&mut feed).await, "-/renewed");
    assert_eq!(text(&store, "/kept").await.as_deref(), Some("for ever"));
}

pub(super) async fn a_snapshot_is_one_revision(target: Arc<dyn Target>) {
    let store = target.store();
    for n in 0..50 {
        put(&store, &format!("/k/{n:02}"), &"body ".repeat(n * 20)).await;
    }
    let ttl = Some(Duration::from_secs(60));
    let revision = store.commit(Txn::default().put_for(key("/brief"), value("x"), ttl)).await.unwrap().revision;
    let expect = store.range(RangeRequest::prefix(b"")).await.unwrap().items;
    let mut snapshot = store.snapshot().await.unwrap();
    let first = snapshot.next().unwrap();
    // Written while the snapshot is being read: not in it.
    put(&store, "/k/00", "changed").await;
    put(&store, "/k/99", "new").await;
    let pieces: Vec<Bytes> = std::iter::once(first).chain(snapshot).collect();
    let restored = target.restore(pieces, revision).unwrap();
    let seen = restored.range(RangeRequest::prefix(b"")).await.unwrap().items;
    let plain = |item: &crate::Item| (item.key.clone(), item.value.clone(), item.create_revision, item.mod_revision);
    assert_eq!(
        seen.iter().map(|item| plain(item)).collect::<Vec<_>>(),
        expect.iter().map(|item| plain(item)).collect::<Vec<_>>()
    );
    let mut feed = watch(&restored, "/", restored.revisions().current).await;
    target.advance(Duration::from_secs(61)).await;
    assert_eq!(next_text(&mut feed).await, "-/brief", "time to live goes on after a restore");
}

pub(super) async fn restore_moves_past_every_revision_handed_out(target: Arc<dyn Target>) {
    let store = target.store();
    let kept = put(&store, "/a", "1").await;
    let pieces: Vec<Bytes> = store.snapshot().await.unwrap().collect();
    let lost = put(&store, "/a", "2").await;
    let restored = target.restore(pieces, lost).unwrap();
    let now = restored.revisions();
    assert!(now.current > lost && now.compacted == now.current, "{now:?}");
    for old in [kept, lost] {
        assert!(matches!(restored.get(&key("/a"), Some(old)).await, Err(Error::Compacted { .. })));
        assert!(matches!(restored.watch(key("/"), old).await.err(), Some(Error::Compacted { .. })));
    }
    let item = restored.get(&key("/a"), None).await.unwrap().item.unwrap();
    assert_eq!((&item.value, item.mod_revision), (&value("1"), kept));
    let next = restored.commit(Txn::update(key("/a"), value("3"), kept)).await.unwrap().revision;
    assert_eq!(next, now.current.next());
}

pub(super) async fn restore_refuses_a_damaged_snapshot(target: Arc<dyn Target>) {
    let store = target.store();
    put(&store, "/a", "1").await;
    let pieces: Vec<Bytes> = store.snapshot().await.unwrap().collect();
    let cut = pieces[..pieces.len() - 1].to_vec();
    assert!(target.restore(cut, Revision(1)).is_err());
    assert!(target.restore(Vec::new(), Revision(1)).is_err());
    let mut flipped = pieces;
    let mut bytes = flipped[1].to_vec();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    flipped[1] = bytes.into();
    assert!(target.restore(flipped, Revision(1)).is_err());
}

pub(super) async fn close_ends_watches_and_refuses_commits(target: Arc<dyn Target>) {
    let store = target.store();
    let mut feed = watch(&store, "/", store.revisions().current).await;
    put(&store, "/a", "1").await;
    let commits = (0..5).map(|n| store.commit(Txn::default().put(key(&format!("/{n}")), value("x"))));
    let commits = futures_util::future::join_all(commits);
    let (answers, ()) = futures_util::future::join(commits, store.close()).await;
    for answer in answers {
        assert!(matches!(answer, Ok(_) | Err(Error::ShuttingDown)), "{answer:?}");
    }
    assert_eq!(next_text(&mut feed).await, "/a=1", "what was committed before is still delivered");
    let end = loop {
        if let Err(error) = next_batch(&mut feed).await {
            break error;
        }
    };
    assert_eq!((end, next_batch(&mut feed).await.err()), (Error::ShuttingDown, Some(Error::ShuttingDown)));
    assert_eq!(store.commit(Txn::default().put(key("/b"), value("x"))).await, Err(Error::ShuttingDown));
    assert_eq!(store.watch(key("/"), store.revisions().current).await.err(), Some(Error::ShuttingDown));
}

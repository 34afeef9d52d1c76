//! Cases about transactions.

use std::sync::Arc;

use crate::contract::{Target, delete, key, put, text, value};
use crate::{Error, Revision, Txn};

/// Upstream: `RunTestCreate`.
pub(super) async fn create_writes_a_key_that_does_not_exist(target: Arc<dyn Target>) {
    let store = target.store();
    let before = store.revisions().current;
    let committed = store.commit(Txn::create(key("/pods/a/one"), value("1"))).await.unwrap();
    assert_eq!((committed.revision, committed.changed, committed.previous), (before.next(), true, vec![None]));
    let answer = store.get(&key("/pods/a/one"), None).await.unwrap();
    let item = answer.item.unwrap();
    assert_eq!((item.create_revision, item.mod_revision), (committed.revision, committed.revision));
    assert_eq!((&item.key, &item.value, item.expires_at), (&key("/pods/a/one"), &value("1"), None));
    assert_eq!(store.revisions().current, committed.revision);
}

/// Upstream: `RunTestCreateWithKeyExist`.
pub(super) async fn create_with_key_exist_is_refused_and_shows_the_key(target: Arc<dyn Target>) {
    let store = target.store();
    let revision = put(&store, "/a", "first").await;
    match store.commit(Txn::create(key("/a"), value("second"))).await {
        Err(Error::CompareFailed { key: failed, current: Some(item), revision: seen }) => {
            assert_eq!((failed, item.mod_revision, seen), (key("/a"), revision, revision));
            assert_eq!(item.value, value("first"));
        }
        other => panic!("expected a failed compare, got {other:?}"),
    }
    assert_eq!(text(&store, "/a").await.as_deref(), Some("first"));
    assert_eq!(store.revisions().current, revision, "a refused transaction takes no revision");
}

/// Upstream: `RunTestGuaranteedUpdate`, `RunTestGuaranteedUpdateChecksStoredData`.
pub(super) async fn update_needs_the_current_revision(target: Arc<dyn Target>) {
    let store = target.store();
    let first = put(&store, "/a", "1").await;
    let second = store.commit(Txn::update(key("/a"), value("2"), first)).await.unwrap();
    assert_eq!(second.previous[0].as_ref().map(|item| item.mod_revision), Some(first));
    for stale in [first, Revision(0), second.revision.next()] {
        let failed = store.commit(Txn::update(key("/a"), value("3"), stale)).await;
        assert!(matches!(failed, Err(Error::CompareFailed { current: Some(_), .. })), "{stale}: {failed:?}");
    }
    let missing = store.commit(Txn::update(key("/b"), value("3"), first)).await;
    assert!(matches!(missing, Err(Error::CompareFailed { current: None, .. })), "{missing:?}");
    let item = store.get(&key("/a"), None).await.unwrap().item.unwrap();
    assert_eq!((item.create_revision, item.mod_revision), (first, second.revision));
    // A key that is deleted and made again is a new one.
    delete(&store, "/a").await;
    let again = put(&store, "/a", "4").await;
    let item = store.get(&key("/a"), None).await.unwrap().item.unwrap();
    assert_eq!((item.create_revision, item.mod_revision), (again, again));
}

/// Upstream: `RunTestUnconditionalDelete`.
pub(super) async fn unconditional_delete_removes_whatever_is_there(target: Arc<dyn Target>) {
    let store = target.store();
    let revision = put(&store, "/a", "1").await;
    let committed = store.commit(Txn::default().delete(key("/a"))).await.unwrap();
    assert_eq!((committed.revision, committed.changed), (revision.next(), true));
    assert_eq!(committed.previous[0].as_ref().map(|item| item.value.clone()), Some(value("1")));
    assert_eq!(text(&store, "/a").await, None);
}

/// Upstream: `RunTestConditionalDelete`, `RunTestDeleteWithConflict`.
pub(super) async fn conditional_delete_removes_only_what_was_seen(target: Arc<dyn Target>) {
    let store = target.store();
    let first = put(&store, "/a", "1").await;
    let second = put(&store, "/a", "2").await;
    let stale = store.commit(Txn::remove(key("/a"), first)).await;
    assert!(matches!(stale, Err(Error::CompareFailed { .. })), "{stale:?}");
    assert_eq!(text(&store, "/a").await.as_deref(), Some("2"));
    store.commit(Txn::remove(key("/a"), second)).await.unwrap();
    assert_eq!(text(&store, "/a").await, None);
    let gone = store.commit(Txn::remove(key("/a"), second)).await;
    assert!(matches!(gone, Err(Error::CompareFailed { current: None, .. })), "{gone:?}");
}

pub(super) async fn a_transaction_happens_as_one_revision_or_not_at_all(target: Arc<dyn Target>) {
    let store = target.store();
    let first = put(&store, "/a", "1").await;
    let txn = |expected| {
        Txn::default().expect(key("/a"), expected).put(key("/b"), value("b")).delete(key("/a")).put(key("/c"), value("c"))
    };
    assert!(store.commit(txn(None)).await.is_err());
    for (name, expect) in [("/a", Some("1")), ("/b", None), ("/c", None)] {
        assert_eq!(text(&store, name).await.as_deref(), expect, "{name} after a failed compare");
    }
    let committed = store.commit(txn(Some(first))).await.unwrap();
    assert_eq!(committed.revision, first.next());
    for (name, expect) in [("/a", None), ("/b", Some("b")), ("/c", Some("c"))] {
        assert_eq!(text(&store, name).await.as_deref(), expect, "{name} after the transaction");
    }
    let past = store.get(&key("/a"), Some(first)).await.unwrap().item;
    assert_eq!(past.map(|item| item.value.clone()), Some(value("1")));
}

pub(super) async fn changing_nothing_takes_no_revision(target: Arc<dyn Target>) {
    let store = target.store();
    let revision = put(&store, "/a", "1").await;
    for txn in [Txn::default(), Txn::default().delete(key("/none")), Txn::default().expect(key("/a"), Some(revision))] {
        let committed = store.commit(txn).await.unwrap();
        assert_eq!((committed.revision, committed.changed), (revision, false));
    }
    assert_eq!(store.latest().await.unwrap(), revision);
    // The same bytes again are a change: only the caller knows whether it means one.
    assert_eq!(put(&store, "/a", "1").await, revision.next());
}

pub(super) async fn too_large_and_senseless_transactions_are_refused(target: Arc<dyn Target>) {
    let store = target.store();
    let before = store.revisions().current;
    let huge = "x".repeat(3 << 20);
    let key_too_long = Txn::default().put(key(&"k".repeat(1 << 16)), value(""));
    let value_too_long = Txn::default().put(key("/a"), value(&huge));
    let many = (0..4096).fold(Txn::default(), |txn, n| txn.put(key(&format!("/{n}")), value("")));
    for txn in [key_too_long, value_too_long, many] {
        let refused = store.commit(txn).await;
        assert!(matches!(refused, Err(Error::TooLarge { .. })), "{refused:?}");
    }
    let twice = store.commit(Txn::default().put(key("/a"), value("1")).delete(key("/a"))).await;
    assert!(matches!(twice, Err(Error::Invalid(_))), "{twice:?}");
    assert_eq!(store.latest().await.unwrap(), before);
}

/// Upstream: `RunTestGuaranteedUpdateWithConflict`, `RunTestGuaranteedUpdateWithSuggestionAndConflict`.
pub(super) async fn conflicting_updates_lose_nothing(target: Arc<dyn Target>) {
    const WRITERS: usize = 8;
    const EACH: usize = 50;
    let store = target.store();
    put(&store, "/count", "0").await;
    let writer = |store: Arc<dyn crate::Store>| async move {
        for _ in 0..EACH {
            let mut item = store.get(&key("/count"), None).await.unwrap().item.unwrap();
            loop {
                // Lets the others in between, so that conflicts do happen.
                tokio::task::yield_now().await;
                let count: usize = String::from_utf8_lossy(&item.value.body.to_contiguous()).parse().unwrap();
                let txn = Txn::update(key("/count"), value(&(count + 1).to_string()), item.mod_revision);
                match store.commit(txn).await {
                    Ok(_) => break,
                    Err(Error::CompareFailed { current: Some(current), .. }) => item = current,
                    Err(other) => panic!("{other}"),
                }
            }
        }
    };
    futures_util::future::join_all((0..WRITERS).map(|_| writer(store.clone()))).await;
    assert_eq!(text(&store, "/count").await, Some((WRITERS * EACH).to_string()));
}

pub(super) async fn two_stores_share_nothing(target: Arc<dyn Target>) {
    let store = target.store();
    put(&store, "/a", "1").await;
    let pieces = store.snapshot().await.unwrap().collect();
    let other = target.restore(pieces, store.revisions().current).unwrap();
    put(&other, "/b", "2").await;
    put(&other, "/a", "3").await;
    assert_eq!(text(&store, "/b").await, None);
    assert_eq!(text(&store, "/a").await.as_deref(), Some("1"));
    other.close().await;
    put(&store, "/a", "4").await;
}

pub(super) async fn a_dropped_commit_is_whole_or_absent(target: Arc<dyn Target>) {
    use futures_util::FutureExt;
    let store = target.store();
    for round in 0..20 {
        let (left, right) = (format!("/left/{round}"), format!("/right/{round}"));
        let txn = Txn::default().put(key(&left), value("x")).put(key(&right), value("x"));
        // Polled at most once, then dropped.
        drop(store.commit(txn).now_or_never());
        put(&store, "/after", "x").await;
        assert_eq!(text(&store, &left).await, text(&store, &right).await);
    }
}

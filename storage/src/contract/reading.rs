//! Cases about gets and ranges.

use std::sync::Arc;

use crate::contract::{Target, delete, key, put};
use crate::{RangeAnswer, RangeRequest, Revision, Store};

fn names(answer: &RangeAnswer) -> Vec<String> {
    answer.items.iter().map(|item| item.key.to_string()).collect()
}

async fn list(store: &Arc<dyn Store>, request: RangeRequest) -> RangeAnswer {
    store.range(request).await.expect("the range succeeds")
}

/// Upstream: `RunTestGet`.
pub(super) async fn get_answers_now_and_at_a_revision(target: Arc<dyn Target>) {
    let store = target.store();
    let empty = store.revisions().current;
    let first = put(&store, "/a", "1").await;
    let second = put(&store, "/a", "2").await;
    let gone = delete(&store, "/a").await;
    let other = put(&store, "/b", "3").await;
    for (at, expect) in [
        (Some(empty), None),
        (Some(first), Some(first)),
        (Some(second), Some(second)),
        (Some(gone), None),
        (Some(other), None),
        (None, None),
    ] {
        let answer = store.get(&key("/a"), at).await.unwrap();
        assert_eq!(answer.item.map(|item| item.mod_revision), expect, "at {at:?}");
        assert_eq!(answer.revision, at.unwrap_or(other));
    }
}

/// Upstream: `RunTestGetListNonRecursive`, `RunTestGetListRecursivePrefix`, `RunTestNamespaceScopedList`, `RunTestKeySchema`.
pub(super) async fn list_is_ordered_and_bounded_by_its_prefix(target: Arc<dyn Target>) {
    let store = target.store();
    for name in ["/pods/b/1", "/pods/a/2", "/pods/a/1", "/pods/ab/1", "/podsx/a/1", "/pods/a", "/node/1"] {
        put(&store, name, name).await;
    }
    for (prefix, expect) in [
        ("/pods/a/", vec!["/pods/a/1", "/pods/a/2"]),
        ("/pods/", vec!["/pods/a", "/pods/a/1", "/pods/a/2", "/pods/ab/1", "/pods/b/1"]),
        ("/pods/a/1", vec!["/pods/a/1"]),
        ("/none/", vec![]),
    ] {
        let answer = list(&store, RangeRequest::prefix(prefix.as_bytes())).await;
        assert_eq!(names(&answer), expect, "{prefix}");
        assert_eq!((answer.more, answer.revision, answer.count), (false, store.revisions().current, None));
    }
    assert_eq!(list(&store, RangeRequest::prefix(b"")).await.items.len(), 7);
    let backwards = RangeRequest { end: Some(key("/a")), ..RangeRequest::prefix(b"/b") };
    assert!(list(&store, backwards).await.items.is_empty());
}

/// Upstream: `RunTestListPaging`, `RunTestListContinuation`.
pub(super) async fn list_paging_walks_one_revision(target: Arc<dyn Target>) {
    let store = target.store();
    for n in 0..10 {
        put(&store, &format!("/pods/{n}"), "x").await;
    }
    for size in 1..12 {
        let mut seen = Vec::new();
        let mut request = RangeRequest::prefix(b"/pods/").limit(size);
        loop {
            let answer = list(&store, request.clone()).await;
            assert!(answer.items.len() <= size);
            seen.extend(names(&answer));
            let Some(last) = answer.items.last().filter(|_| answer.more) else { break };
            let mut next = last.key.as_bytes().to_vec();
            next.push(0);
            request = request.from_key(next.into()).at(answer.revision);
        }
        assert_eq!(seen, (0..10).map(|n| format!("/pods/{n}")).collect::<Vec<_>>(), "pages of {size}");
    }
}

/// Upstream: `RunTestListContinuation`, `RunTestListResourceVersionMatch`, `RunTestListPaginationRareObject`.
pub(super) async fn list_continuation_ignores_later_writes(target: Arc<dyn Target>) {
    let store = target.store();
    for n in 0..6 {
        put(&store, &format!("/pods/{n}"), "old").await;
    }
    let page = list(&store, RangeRequest::prefix(b"/pods/").limit(2)).await;
    assert!(page.more);
    delete(&store, "/pods/3").await;
    put(&store, "/pods/4", "new").await;
    put(&store, "/pods/35", "new").await;
    delete(&store, "/pods/5").await;
    put(&store, "/pods/5", "new").await;
    let rest = list(&store, RangeRequest::prefix(b"/pods/").from_key(key("/pods/1\0")).at(page.revision).counted()).await;
    assert_eq!(names(&rest), ["/pods/2", "/pods/3", "/pods/4", "/pods/5"]);
    assert_eq!(rest.count, Some(4));
    assert!(rest.items.iter().all(|item| item.value == super::value("old") && item.mod_revision <= page.revision));
    let now = list(&store, RangeRequest::prefix(b"/pods/").from_key(key("/pods/1\0"))).await;
    assert_eq!(names(&now), ["/pods/2", "/pods/35", "/pods/4", "/pods/5"]);
}

/// Upstream: `RunTestStats`, and the remaining item counts of `RunTestList`.
pub(super) async fn list_counts_what_the_limit_cut(target: Arc<dyn Target>) {
    let store = target.store();
    for n in 0..9 {
        put(&store, &format!("/pods/{n}"), "x").await;
    }
    let before = store.revisions().current;
    put(&store, "/pods/9", "x").await;
    for (at, limit, expect) in [
        (None, 0, (10, false, 10)),
        (None, 4, (4, true, 10)),
        (None, 10, (10, false, 10)),
        (Some(before), 0, (9, false, 9)),
        (Some(before), 4, (4, true, 9)),
        (Some(before), 9, (9, false, 9)),
    ] {
        let request = RangeRequest { at, ..RangeRequest::prefix(b"/pods/").limit(limit).counted() };
        let answer = list(&store, request).await;
        assert_eq!((answer.items.len(), answer.more, answer.count.unwrap()), expect, "{limit} at {at:?}");
    }
    let keys = RangeRequest { keys_only: true, ..RangeRequest::prefix(b"/pods/") };
    assert_eq!(list(&store, keys).await.items.len(), 10);
}

/// Upstream: `RunTestConsistentList`.
pub(super) async fn consistent_list_sees_every_answered_commit(target: Arc<dyn Target>) {
    let store = target.store();
    for n in 0..100 {
        let revision = put(&store, &format!("/pods/{n:03}"), "x").await;
        let answer = list(&store, RangeRequest::prefix(b"/pods/")).await;
        assert_eq!((answer.items.len(), answer.revision), (n + 1, revision));
        assert_eq!(store.latest().await.unwrap(), revision);
        assert_eq!(store.revisions().current, revision);
    }
}

/// Every state of a history with creates, updates, deletes and re-creates can be read again.
pub(super) async fn reads_of_the_past_equal_what_was_written(target: Arc<dyn Target>) {
    let store = target.store();
    let start = store.revisions().current;
    let mut states = vec![(start, Vec::<(String, Revision)>::new())];
    for step in 0_u32..60 {
        let (_, last) = states.last().cloned().unwrap();
        let name = format!("/k/{}", step * 7 % 5);
        let mut state: Vec<_> = last.into_iter().filter(|(key, _)| *key != name).collect();
        let revision = if step % 3 == 2 {
            delete(&store, &name).await
        } else {
            let revision = put(&store, &name, &step.to_string()).await;
            state.push((name, revision));
            revision
        };
        state.sort();
        states.push((revision, state));
    }
    for (revision, state) in &states {
        let answer = list(&store, RangeRequest::prefix(b"/k/").at(*revision)).await;
        let seen: Vec<_> = answer.items.iter().map(|item| (item.key.to_string(), item.mod_revision)).collect();
        assert_eq!(&seen, state, "at {revision}");
        for n in 0..5 {
            let name = format!("/k/{n}");
            let expect = state.iter().find(|(key, _)| *key == name).map(|(_, revision)| *revision);
            let got = store.get(&key(&name), Some(*revision)).await.unwrap().item.map(|item| item.mod_revision);
            assert_eq!(got, expect, "{name} at {revision}");
        }
    }
}

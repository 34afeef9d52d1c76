//! Cases about watches, one property each; `load` puts them all together.

use bytes::Bytes;
use futures_util::FutureExt;

use super::*;

/// Whether a cursor has nothing to give at the moment.
fn waits(cursor: &mut Cursor) -> bool {
    cursor.next().now_or_never().is_none()
}

/// Upstream: `RunTestWatchFromZero`, `RunTestWatch`.
#[tokio::test]
async fn a_watch_begins_with_the_state_and_goes_on_with_changes() {
    for start in [WatchStart::Any, WatchStart::MostRecent] {
        let world = World::new();
        let (one, two) = (world.put("a/1", "x").await, world.put("a/2", "x").await);
        let mut cursor = world.watch(start).await;
        let three = world.put("a/1", "y").await;
        let four = world.delete("a/2").await;
        let five = world.put("a/2", "z").await;
        let expect = [
            format!("ADDED a/1@{one} x"),
            format!("ADDED a/2@{two} x"),
            format!("MODIFIED a/1@{three} y"),
            format!("DELETED a/2@{four} x"),
            format!("ADDED a/2@{five} z"),
        ];
        for line in expect {
            assert_eq!(next(&mut cursor).await, line, "{start:?}");
        }
        assert!(waits(&mut cursor));
    }
}

/// Upstream: `RunTestWatchFromNonZero`.
#[tokio::test]
async fn a_watch_after_a_revision_replays_what_came_since() {
    let world = World::new();
    settle(&world).await;
    let mut revisions = vec![world.store.revisions().current];
    for n in 0..5 {
        revisions.push(world.put("a/1", &n.to_string()).await);
    }
    settle(&world).await;
    for (n, after) in revisions.iter().enumerate() {
        let mut cursor = world.watch(WatchStart::After(*after)).await;
        for later in n..5 {
            let kind = if later == 0 { "ADDED" } else { "MODIFIED" };
            assert_eq!(next(&mut cursor).await, format!("{kind} a/1@{} {later}", revisions[later + 1]));
        }
        assert!(waits(&mut cursor));
    }
    let mut now = world.watch(WatchStart::Now).await;
    assert!(waits(&mut now));
    let last = world.put("a/9", "x").await;
    assert_eq!(next(&mut now).await, format!("ADDED a/9@{last} x"));
}

#[tokio::test]
async fn a_watch_in_the_future_hides_what_comes_before() {
    let world = World::new();
    let current = world.put("a/1", "x").await;
    let request = WatchRequest { bookmarks: true, ..WatchRequest::new(everything(), WatchStart::After(Revision(current.0 + 2))) };
    let mut cursor = world.cacher.watch(request).await.unwrap();
    assert!(waits(&mut cursor));
    world.put("a/1", "y").await;
    settle(&world).await;
    world.sim.advance(seconds(60));
    assert!(waits(&mut cursor), "no bookmark before its start either");
    world.put("a/1", "z").await;
    let seen = world.put("a/1", "seen").await;
    assert_eq!(next(&mut cursor).await, format!("MODIFIED a/1@{seen} seen"));
}

/// Upstream: `RunWatchSemantics`, `RunTestWatchDispatchBookmarkEvents`'s initial part.
#[tokio::test]
async fn initial_events_end_with_a_bookmark() {
    let world = World::new();
    let one = world.put("a/1", "x").await;
    let elsewhere = world.elsewhere().await;
    for (start, bookmarks) in [(None, true), (Some(one), true), (Some(Revision(0)), true), (None, false)] {
        let request = WatchRequest { bookmarks, ..WatchRequest::new(everything(), WatchStart::InitialEvents(start)) };
        let mut cursor = world.cacher.watch(request).await.unwrap();
        assert_eq!(next(&mut cursor).await, format!("ADDED a/1@{one} x"));
        if bookmarks {
            assert_eq!(next(&mut cursor).await, format!("BOOKMARK@{elsewhere} end"), "{start:?}");
        }
        assert!(waits(&mut cursor), "{start:?}");
    }
    let far = Revision(elsewhere.0 + 10);
    let request = WatchRequest::new(everything(), WatchStart::InitialEvents(Some(far)));
    let mut waiting = std::pin::pin!(world.cacher.watch(request));
    assert!(waiting.as_mut().now_or_never().is_none());
    world.sim.advance(seconds(3));
    let expect = WatchError::Read(ReadError::TooLarge { requested: far, current: elsewhere });
    assert_eq!(waiting.await.err(), Some(expect));
}

/// Upstream: `RunTestWatch`'s predicates, `RunTestDeleteTriggerWatch`, `RunTestWatchDeleteEventObjectHaveLatestRV`.
#[tokio::test]
async fn selector_transitions_become_added_modified_and_deleted() {
    let world = World::new();
    let mut cursor = world.watch_app(WatchStart::Any, "web").await;
    world.put("a/1", "db").await;
    let enters = world.put("a/1", "web").await;
    let stays = world.put("a/1", "web").await;
    let leaves = world.put("a/1", "db").await;
    world.put("a/1", "cache").await;
    let back = world.put("a/1", "web").await;
    let gone = world.delete("a/1").await;
    for line in [
        format!("ADDED a/1@{enters} web"),
        format!("MODIFIED a/1@{stays} web"),
        format!("DELETED a/1@{leaves} web"),
        format!("ADDED a/1@{back} web"),
        format!("DELETED a/1@{gone} web"),
    ] {
        assert_eq!(next(&mut cursor).await, line);
    }
    assert!(waits(&mut cursor));
    // The same from the window, where the selector is applied later.
    let mut replay = world.watch_app(WatchStart::After(stays), "web").await;
    assert_eq!(next(&mut replay).await, format!("DELETED a/1@{leaves} web"));
    let CursorItem::Event(event) = next_item(&mut replay).await else { panic!("an event is there") };
    assert_eq!((event.kind, event.previous().unwrap().label("app").as_deref()), (EventKind::Added, Some("cache")));
    // A deleted object is sent with the revision of its deletion.
    let CursorItem::Event(event) = next_item(&mut replay).await else { panic!("an event is there") };
    let mut json = Vec::new();
    event.object.write_json(&mut json, Form::Whole, event.revision);
    assert!(String::from_utf8(json).unwrap().contains(&format!(r#""resourceVersion":"{gone}""#)));
}

/// Upstream: `RunTestNamespaceScopedWatch`, `RunTestClusterScopedWatch`.
#[tokio::test]
async fn scopes_and_triggers_find_their_watchers_only() {
    let world = World::new();
    let scoped = |scope| WatchRequest::new(scope, WatchStart::Any);
    let on_node = |node: &'static str, scope| WatchRequest {
        predicate: Some(Arc::new(move |object: &Object| object.field(0).as_deref() == Some(node))),
        trigger: Some(Trigger { field: 0, value: node.into() }),
        ..scoped(scope)
    };
    let mut namespace = world.cacher.watch(scoped(Scope::Prefix(key("a/")))).await.unwrap();
    let mut single = world.cacher.watch(scoped(Scope::One(key("a/1")))).await.unwrap();
    let mut first_node = world.cacher.watch(on_node("n1", everything())).await.unwrap();
    let mut second_node = world.cacher.watch(on_node("n2", Scope::Prefix(key("a/")))).await.unwrap();
    for cursor in [&mut namespace, &mut single, &mut first_node, &mut second_node] {
        assert!(waits(cursor), "nothing is there yet, and each has joined the live watchers");
    }
    let place = async |path: &str, node: &str| world.commit(Txn::default().put(key(path), pod(path, "x", node))).await;
    let one = place("a/1", "n1").await;
    let ten = place("a/10", "n2").await;
    let other = place("ab/1", "n2").await;
    let moved = place("a/1", "n2").await;
    let gone = world.delete("a/10").await;
    let mut table = [
        (
            &mut namespace,
            vec![
                format!("ADDED a/1@{one} x"),
                format!("ADDED a/10@{ten} x"),
                format!("MODIFIED a/1@{moved} x"),
                format!("DELETED a/10@{gone} x"),
            ],
        ),
        (&mut single, vec![format!("ADDED a/1@{one} x"), format!("MODIFIED a/1@{moved} x")]),
        (&mut first_node, vec![format!("ADDED a/1@{one} x"), format!("DELETED a/1@{moved} x")]),
        (&mut second_node, vec![format!("ADDED a/10@{ten} x"), format!("ADDED a/1@{moved} x"), format!("DELETED a/10@{gone} x")]),
    ];
    for (cursor, expect) in &mut table {
        for line in expect {
            assert_eq!(next(cursor).await, *line);
        }
        assert!(waits(cursor));
    }
    let _ = other;
    drop(table);
    assert_eq!(world.cacher.stats().watchers, 4);
    drop((namespace, single, first_node, second_node));
    assert_eq!(world.cacher.stats().watchers, 0);
}

/// Upstream: `RunTestWatchError` and the 410 of an old revision.
#[tokio::test]
async fn a_watch_from_before_the_window_is_refused() {
    let limits = Limits { window_least: 1, window_events: 3, ..Limits::default() };
    let world = World::bounded(limits, storage::Limits::default());
    settle(&world).await;
    for n in 0..10 {
        world.put("a/1", &n.to_string()).await;
    }
    let last = settle(&world).await;
    let (requested, oldest) = (Revision(last.0 - 4), Revision(last.0 - 3));
    let refused = world.cacher.watch(WatchRequest::new(everything(), WatchStart::After(requested))).await.err();
    assert_eq!(refused, Some(WatchError::Expired { requested, oldest }));
    assert_eq!(refused.unwrap().to_string(), format!("too old resource version: {requested} ({oldest})"));
    assert_eq!(next(&mut world.watch(WatchStart::After(oldest)).await).await, format!("MODIFIED a/1@{} 7", last.0 - 2));
}

/// Upstream: `RunTestDelayedWatchDelivery`, and the budget of a slow watcher.
#[tokio::test]
async fn a_slow_watcher_catches_up_or_is_closed_and_never_skips() {
    let limits = Limits { window_least: 1, window_events: 50, watcher_queue: 5, ..Limits::default() };
    let world = World::bounded(limits, storage::Limits::default());
    let start = settle(&world).await;
    let mut quick = world.watch(WatchStart::Now).await;
    let mut slow = world.watch(WatchStart::Now).await;
    assert!(waits(&mut quick) && waits(&mut slow));
    for n in 0..40 {
        world.put("a/1", &n.to_string()).await;
    }
    settle(&world).await;
    for n in 0..40 {
        let kind = if n == 0 { "ADDED" } else { "MODIFIED" };
        assert_eq!(next(&mut quick).await, format!("{kind} a/1@{} {n}", start.0 + 1 + n), "beyond its queue, from the window");
    }
    assert!(waits(&mut quick));
    for n in 40..100 {
        world.put("a/1", &n.to_string()).await;
    }
    settle(&world).await;
    let mut seen = start.0;
    let end = loop {
        match next_item(&mut slow).await {
            CursorItem::Event(event) => {
                seen += 1;
                assert_eq!(event.revision.0, seen, "what is delivered is complete");
            }
            end => break describe(&end),
        }
    };
    assert_eq!((end.as_str(), seen), ("CLOSED Slow", start.0 + 5), "its queue was all it had");
    assert_eq!(next(&mut slow).await, "CLOSED Slow", "an ended cursor stays ended");
    // Writers and other watchers did not notice.
    assert_eq!(world.cacher.stats().window_events, 50);
}

/// Upstream: `RunTestWatchDispatchBookmarkEvents`, `RunTestOptionalWatchBookmarksWithCorrectResourceVersion`.
#[tokio::test]
async fn bookmarks_come_every_minute_and_near_the_deadline() {
    let world = World::new();
    settle(&world).await;
    let start = world.sim.sys().clock.tick();
    let deadline = Some(start.plus(seconds(150)));
    let request = WatchRequest { bookmarks: true, deadline, ..WatchRequest::new(everything(), WatchStart::Now) };
    let mut cursor = world.cacher.watch(request.clone()).await.unwrap();
    let mut silent = world.cacher.watch(WatchRequest { bookmarks: false, ..request }).await.unwrap();
    let at = |cursor: &mut Cursor, after: u64| {
        let now = world.sim.sys().clock.tick();
        world.sim.advance(start.plus(seconds(after)).since(now));
        cursor.next().now_or_never().map(|item| describe(&item))
    };
    assert_eq!(at(&mut cursor, 0), None);
    let first = world.elsewhere().await;
    assert_eq!(at(&mut cursor, 59), None);
    assert_eq!(at(&mut cursor, 60), Some(format!("BOOKMARK@{first}")));
    let own = world.put("a/1", "x").await;
    settle(&world).await;
    assert_eq!(at(&mut cursor, 120), Some(format!("ADDED a/1@{own} x")), "events come before a bookmark that covers them");
    assert_eq!(at(&mut cursor, 120), Some(format!("BOOKMARK@{own}")));
    assert_eq!(at(&mut cursor, 147), None);
    assert_eq!(at(&mut cursor, 148), Some(format!("BOOKMARK@{own}")), "two seconds before the deadline");
    assert_eq!(at(&mut cursor, 149), None);
    assert_eq!(at(&mut cursor, 150), Some("CLOSED Deadline".to_owned()));
    assert_eq!(at(&mut silent, 150), Some("CLOSED Deadline".to_owned()), "no bookmarks unless asked for");
}

/// A bookmark never promises more than was delivered: here the watcher lags when it is due.
#[tokio::test]
async fn a_bookmark_waits_until_the_watcher_has_caught_up() {
    let world = World::bounded(Limits { watcher_queue: 2, ..Limits::default() }, storage::Limits::default());
    settle(&world).await;
    let request = WatchRequest { bookmarks: true, ..WatchRequest::new(everything(), WatchStart::Now) };
    let mut cursor = world.cacher.watch(request).await.unwrap();
    assert!(waits(&mut cursor));
    for n in 0..10 {
        world.put("a/1", &n.to_string()).await;
    }
    let last = settle(&world).await;
    world.sim.advance(seconds(60));
    let mut lines = Vec::new();
    while let Some(item) = cursor.next().now_or_never() {
        lines.push(describe(&item));
    }
    assert_eq!(lines.len(), 11, "{lines:?}");
    assert_eq!(lines[10], format!("BOOKMARK@{last}"));
}

/// Upstream: `RunWatchErrorIsBlockingFurtherEvents`.
#[tokio::test]
async fn a_corrupt_object_ends_the_watches_that_it_concerns() {
    let world = World::new();
    settle(&world).await;
    let mut concerned = world.watch(WatchStart::Now).await;
    let mut other = world.cacher.watch(WatchRequest::new(Scope::Prefix(key("b/")), WatchStart::Now)).await.unwrap();
    let mut late = world.watch(WatchStart::Now).await;
    assert!(waits(&mut concerned) && waits(&mut other));
    let good = world.put("a/1", "x").await;
    let bad = world.commit(Txn::default().put(key("a/2"), Value::from("not json"))).await;
    world.put("a/3", "x").await;
    let elsewhere = world.put("b/1", "x").await;
    settle(&world).await;
    for cursor in [&mut concerned, &mut late] {
        assert_eq!(next(cursor).await, format!("ADDED a/1@{good} x"));
        let CursorItem::Closed(CloseReason::Corrupt(corrupt)) = next_item(cursor).await else { panic!("the watch goes on") };
        assert_eq!((corrupt.key.clone(), corrupt.revision), (key("a/2"), bad));
    }
    assert_eq!(next(&mut other).await, format!("ADDED b/1@{elsewhere} x"));
    let refused = world.cacher.watch(WatchRequest::new(everything(), WatchStart::Any)).await.err();
    assert!(matches!(refused, Some(WatchError::Read(ReadError::Corrupt(_)))), "{refused:?}");
}

#[tokio::test]
async fn frames_are_encoded_once_for_all_watchers() {
    let world = World::new();
    settle(&world).await;
    let mut cursors = Vec::new();
    for _ in 0..5 {
        cursors.push(world.watch(WatchStart::Now).await);
    }
    world.put("a/1", "x").await;
    let mut builds = 0;
    for cursor in &mut cursors {
        let CursorItem::Event(event) = next_item(cursor).await else { panic!("an event is there") };
        let frame = event.frame(1, |event| {
            builds += 1;
            Bytes::from(format!("{event:?}"))
        });
        assert_eq!(frame, format!("Added {} at {}", key("a/1"), event.revision));
    }
    assert_eq!(builds, 1);
    assert!(world.cacher.stats().frame_bytes > 0);
}

/// History is full, so that every write takes its oldest revision away: a list of that one never ends.
#[tokio::test]
async fn a_cache_is_filled_while_history_moves_on() {
    const OBJECTS: usize = 20;
    let store_limits = storage::Limits { history_bytes: 100_000, ..storage::Limits::default() };
    let world = World::bounded(Limits { list_page: 1, ..Limits::default() }, store_limits);
    for n in 0..OBJECTS {
        world.put(&format!("a/{n:02}"), "x").await;
    }
    let mut writes = 0;
    while world.store.revisions().compacted == Revision(1) {
        world.put("a/00", "x").await;
        writes += 1;
    }
    assert!(writes > 3 * OBJECTS, "what is at hand outlasts a list: {writes}");
    let mut read = std::pin::pin!(world.cacher.consistent());
    for _ in 0..20 * writes {
        if let Some(snapshot) = futures_util::FutureExt::now_or_never(read.as_mut()) {
            assert_eq!(snapshot.unwrap().len(), OBJECTS);
            return;
        }
        world.put("a/00", "x").await;
        tokio::task::yield_now().await;
    }
    panic!("the cache is not filled while others write");
}

#[tokio::test]
async fn a_cache_that_history_has_passed_by_lists_again() {
    let store_limits = storage::Limits { watch_queue: 2, ..storage::Limits::default() };
    let world = World::bounded(Limits::default(), store_limits);
    world.put("a/1", "x").await;
    let mut cursor = world.watch(WatchStart::Any).await;
    assert_eq!(next(&mut cursor).await, "ADDED a/1@2 x");
    assert!(waits(&mut cursor));
    // More than the feed's queue holds, and compacted before the feed runs again.
    for n in 0..10 {
        let last = world.put("a/2", &n.to_string()).await;
        world.store.compact(last).await.unwrap();
    }
    let last = world.store.revisions().current;
    let mut lines = Vec::new();
    while !lines.last().is_some_and(|line: &String| line.starts_with("CLOSED")) {
        lines.push(next(&mut cursor).await);
    }
    assert_eq!(lines.last().map(String::as_str), Some("CLOSED Relisted"));
    assert_eq!(settle(&world).await, last);
    assert_eq!(world.cacher.consistent().await.unwrap().len(), 2);
    let refused = world.cacher.watch(WatchRequest::new(everything(), WatchStart::After(Revision(2)))).await.err();
    assert_eq!(refused, Some(WatchError::Expired { requested: Revision(2), oldest: last }));
    let mut again = world.watch(WatchStart::After(last)).await;
    let newest = world.put("a/3", "x").await;
    assert_eq!(next(&mut again).await, format!("ADDED a/3@{newest} x"));
}

#[tokio::test]
async fn a_commit_of_many_objects_is_not_split_by_bounds() {
    let limits = Limits { watcher_queue: 2, window_least: 1, window_events: 4, cursor_step: 2, ..Limits::default() };
    let world = World::bounded(limits, storage::Limits::default());
    settle(&world).await;
    let mut cursor = world.watch(WatchStart::Now).await;
    assert!(waits(&mut cursor));
    let many =
        |app: &str| (0..6).map(|n| format!("a/{n}")).fold(Txn::default(), |txn, path| txn.put(key(&path), pod(&path, app, "n1")));
    let one = world.commit(many("x")).await;
    let two = world.commit(many("y")).await;
    settle(&world).await;
    let mut revisions = Vec::new();
    while let Some(CursorItem::Event(event)) = cursor.next().now_or_never() {
        revisions.push(event.revision);
    }
    assert_eq!(revisions, [[one; 6], [two; 6]].concat());
}

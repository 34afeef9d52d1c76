//! Cases about where a watch begins, and about what a cacher tells of itself from its beginning on.

use futures_util::FutureExt;

use super::*;

/// Upstream: `RunWatchSemanticInitialEventsExtended`.
#[tokio::test]
async fn the_bookmark_behind_a_namespaces_state_bears_the_revision_of_all() {
    for warm in [false, true] {
        let world = World::new();
        if warm {
            settle(&world).await;
        }
        let mut expect = Vec::new();
        for n in 1..=5 {
            expect.push(format!("ADDED foo/{n}@{} x", world.put(&format!("foo/{n}"), "x").await));
        }
        let other = world.put("other-foo/1", "x").await;
        expect.push(format!("BOOKMARK@{other} end"));
        let start = WatchStart::InitialEvents(None);
        let request = WatchRequest { bookmarks: true, ..WatchRequest::new(Scope::Prefix(key("foo/")), start) };
        let mut cursor = world.cacher.watch(request).await.unwrap();
        for line in expect {
            assert_eq!(next(&mut cursor).await, line, "warm: {warm}");
        }
        assert!(cursor.next().now_or_never().is_none());
    }
}

/// Upstream: `RunSendInitialEventsBackwardCompatibility`.
#[tokio::test]
async fn initial_events_without_bookmarks_begin_a_watch_all_the_same() {
    for revision in [None, Some(Revision(0))] {
        for warm in [false, true] {
            let world = World::new();
            if warm {
                settle(&world).await;
            }
            let mut cursor = world.watch(WatchStart::InitialEvents(revision)).await;
            assert!(cursor.next().now_or_never().is_none(), "there is nothing, and nothing says so");
            assert!(cursor.has_initial_behind());
            let one = world.put("a/1", "x").await;
            assert_eq!(next(&mut cursor).await, format!("ADDED a/1@{one} x"));
        }
    }
}

/// Upstream: `RunTestStats`.
#[tokio::test]
async fn counts_and_sizes_follow_every_write() {
    let world = World::new();
    let check = async |paths: &[(&str, &str)]| {
        settle(&world).await;
        let bytes: usize = paths.iter().map(|(path, app)| pod(path, app, "n1").body.len()).sum();
        let stats = world.cacher.stats();
        assert_eq!((stats.objects, stats.bytes), (paths.len(), bytes), "{paths:?}");
    };
    check(&[]).await;
    world.put("a/foo", "x").await;
    check(&[("a/foo", "x")]).await;
    world.put("a/bar", "x").await;
    check(&[("a/foo", "x"), ("a/bar", "x")]).await;
    world.put("a/bar", "a longer label").await;
    check(&[("a/foo", "x"), ("a/bar", "a longer label")]).await;
    world.elsewhere().await;
    world.delete("a/foo").await;
    check(&[("a/bar", "a longer label")]).await;
    world.delete("a/foo").await;
    check(&[("a/bar", "a longer label")]).await;
    world.delete("a/bar").await;
    check(&[]).await;
}

/// Upstream: `RunTestWatchWithUnsafeDelete`. The client may know the object from another process that could read it.
#[tokio::test]
async fn a_corrupt_object_that_is_deleted_ends_the_watches_that_it_concerns() {
    let world = World::new();
    let bad = world.commit(Txn::default().put(key("a/1"), Value::from("not json"))).await;
    settle(&world).await;
    let scoped = |scope| WatchRequest::new(scope, WatchStart::After(bad));
    let trigger = Some(Trigger { field: 0, value: "n1".into() });
    let on_node = Arc::new(|object: &Object| object.field(0).as_deref() == Some("n1"));
    let requests = [
        scoped(everything()),
        scoped(Scope::Prefix(key("a/"))),
        scoped(Scope::One(key("a/1"))),
        WatchRequest { predicate: Some(app("x")), ..scoped(everything()) },
        WatchRequest { predicate: Some(on_node), trigger, ..scoped(everything()) },
    ];
    let mut cursors = Vec::new();
    for request in &requests {
        let mut cursor = world.cacher.watch(request.clone()).await.unwrap();
        assert!(cursor.next().now_or_never().is_none());
        cursors.push(cursor);
    }
    let mut elsewhere = world.cacher.watch(scoped(Scope::Prefix(key("b/")))).await.unwrap();
    let mut beside = world.cacher.watch(scoped(Scope::One(key("a/10")))).await.unwrap();
    assert!(elsewhere.next().now_or_never().is_none() && beside.next().now_or_never().is_none());
    let gone = world.delete("a/1").await;
    settle(&world).await;
    for request in requests {
        // From the window.
        cursors.push(world.cacher.watch(request).await.unwrap());
    }
    for cursor in &mut cursors {
        let CursorItem::Closed(CloseReason::DeletedUnread(object)) = next_item(cursor).await else { panic!("the watch goes on") };
        assert_eq!((object.key.clone(), object.revision), (key("a/1"), bad));
    }
    let (there, ten) = (world.put("b/1", "x").await, world.put("a/10", "x").await);
    assert_eq!(next(&mut elsewhere).await, format!("ADDED b/1@{there} x"));
    assert_eq!(next(&mut beside).await, format!("ADDED a/10@{ten} x"));
    let mut after = world.watch(WatchStart::After(gone)).await;
    assert_eq!(next(&mut after).await, format!("ADDED b/1@{there} x"));
    assert_eq!(world.cacher.stats().corrupt, 0);
}

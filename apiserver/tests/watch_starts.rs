//! Where a watch begins: every combination of resourceVersion, sendInitialEvents and allowWatchBookmarks, and what marks the end of the
//! beginning.

use futures_util::FutureExt;
use serde_json::{Value, json};

use crate::support::events::Events;
use crate::support::{Cluster, revision_of};

const END: &str = "k8s.io/initial-events-end";

fn maps(namespace: &str) -> String {
    format!("/api/v1/namespaces/{namespace}/configmaps")
}

async fn make(cluster: &Cluster, namespace: &str, name: &str) -> u64 {
    revision_of(&cluster.create(&maps(namespace), &json!({"metadata": {"name": name}})).await)
}

fn is_end(event: &(String, Value)) -> bool {
    event.0 == "BOOKMARK" && event.1["metadata"]["annotations"][END] == "true"
}

/// What a watch of a query shows of three objects that were there before, and of two that came later.
struct Shows {
    before: bool,
    end: bool,
}

/// Makes a namespace with three objects, watches it, makes two more.
async fn begin(cluster: &Cluster, namespace: &str, query: &str, shows: &Shows) {
    cluster.namespace(namespace).await;
    let mut newest = 0;
    for name in ["1", "2", "3"] {
        newest = make(cluster, namespace, name).await;
    }
    let query = query.replace("NOW", &cluster.revision().to_string());
    // The watch is as long as it takes the clock to come to its end, which it does when nothing else is left.
    let mut watch = Events::open(cluster, &format!("{}?watch=1&timeoutSeconds=30&{query}", maps(namespace))).await;
    let expect_added = async |watch: &mut Events<'_>, names: &[&str]| {
        for name in names {
            let (kind, object) = watch.event().await;
            assert_eq!((kind.as_str(), &object["metadata"]["name"]), ("ADDED", &json!(name)), "{query}: {object}");
        }
    };
    if shows.before {
        expect_added(&mut watch, &["1", "2", "3"]).await;
    }
    if shows.end {
        let event = watch.event().await;
        assert!(is_end(&event) && revision_of(&event.1) >= newest, "{query}: {event:?}");
    }
    for name in ["4", "5"] {
        make(cluster, namespace, name).await;
    }
    expect_added(&mut watch, &["4", "5"]).await;
    while let Some(mut event) = watch.next().await {
        let rest = (event["type"].as_str().unwrap().to_owned(), event["object"].take());
        assert!(rest.0 == "BOOKMARK" && !is_end(&rest), "{query}: {rest:?}");
    }
}

/// Upstream: `RunWatchSemantics`.
#[tokio::test]
async fn every_combination_of_revision_and_initial_events() {
    let cluster = Cluster::start().await;
    let mut count = 0;
    for revision in ["", "&resourceVersion=0", "&resourceVersion=1", "&resourceVersion=NOW"] {
        for bookmarks in [true, false] {
            for initial in [Some(true), Some(false), None] {
                let mut query = format!("allowWatchBookmarks={bookmarks}{revision}");
                if let Some(initial) = initial {
                    query.push_str(&format!("&sendInitialEvents={initial}&resourceVersionMatch=NotOlderThan"));
                }
                let legacy = matches!(revision, "" | "&resourceVersion=0");
                // A watch that does not say begins with the state where it always did, and that is what marks its end, too.
                let state = initial.unwrap_or(legacy);
                // From a revision on, without the state: all that came after it.
                let shows = Shows { before: state || revision == "&resourceVersion=1", end: state && bookmarks };
                count += 1;
                begin(&cluster, &format!("ns-{count}"), &query, &shows).await;
            }
        }
    }
    assert_eq!(count, 24);
}

/// Upstream: `RunWatchListMatchSingle`.
#[tokio::test]
async fn a_selected_name_is_all_there_is_before_the_bookmark() {
    let cluster = Cluster::start().await;
    cluster.namespace("foo").await;
    let wanted = make(&cluster, "foo", "pod-1").await;
    for name in ["pod-2", "pod-3", "pod-4", "pod-5"] {
        make(&cluster, "foo", name).await;
    }
    let now = cluster.revision();
    assert!(now > wanted);
    let query = "watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true&timeoutSeconds=30";
    for path in ["/api/v1/configmaps".to_owned(), maps("foo")] {
        let mut watch = Events::open(&cluster, &format!("{path}?{query}&fieldSelector=metadata.name%3Dpod-1")).await;
        let (kind, object) = watch.event().await;
        assert_eq!((kind.as_str(), object["metadata"]["name"].as_str(), revision_of(&object)), ("ADDED", Some("pod-1"), wanted));
        let end = watch.event().await;
        assert!(is_end(&end), "{end:?}");
        assert_eq!(revision_of(&end.1), now, "{path}: the revision of everything, not of the object");
        if let Some(event) = watch.next().await {
            assert_eq!((&event["type"], event["object"]["metadata"]["annotations"].is_null()), (&json!("BOOKMARK"), true));
        }
    }
}

/// Upstream: `RunTestWatchInitializationSignal`. Whoever waits for a watch to have begun waits for the answer's head.
#[tokio::test]
async fn the_answer_begins_when_the_watch_has_begun() {
    let cluster = Cluster::start().await;
    let seen = make(&cluster, "default", "foo").await;
    let path = format!("{}?watch=1&resourceVersion={seen}&fieldSelector=metadata.name%3Dfoo", maps("default"));
    let mut watch = Events::open(&cluster, &path).await;
    assert!(watch.next().now_or_never().is_none(), "there is nothing to show yet");
    assert_eq!(cluster.sim.sys().clock.tick().0, std::time::Duration::ZERO, "nor was there anything to wait for");
    let changed = cluster.merge(&format!("{}/foo", maps("default")), &json!({"data": {"k": "v"}})).await.expect(200);
    let (kind, object) = watch.event().await;
    assert_eq!((kind.as_str(), object), ("MODIFIED", changed));
    // One that waits for a state that is not there yet has not begun.
    let future = cluster.revision() + 1;
    let initial = "sendInitialEvents=true&resourceVersionMatch=NotOlderThan";
    let request = http::Request::builder().uri(format!("{}?watch=1&resourceVersion={future}&{initial}", maps("default")));
    let mut waiting = cluster.request(request.body(bytes::Bytes::new()).unwrap());
    for _ in 0..20 {
        assert!((&mut waiting).now_or_never().is_none());
        tokio::task::yield_now().await;
    }
    make(&cluster, "default", "bar").await;
    assert_eq!(cluster.patiently(waiting).await.status(), 200);
    assert_eq!(cluster.sim.sys().clock.tick().0, std::time::Duration::ZERO);
}

//! Watches: where they begin, what they show, and how they end. Time is virtual: it passes only while nothing else can happen.

use std::time::Duration;

use serde_json::json;
use storage::Revision;

use crate::support::events::Events;
use crate::support::{Cluster, revision_of};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";
const INITIAL: &str = "watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true";
const END: &str = "k8s.io/initial-events-end";

async fn make(cluster: &Cluster, name: &str) -> u64 {
    revision_of(&cluster.create(MAPS, &json!({"metadata": {"name": name}})).await)
}

async fn change(cluster: &Cluster, name: &str, value: &str) -> u64 {
    revision_of(&cluster.merge(&format!("{MAPS}/{name}"), &json!({"data": {"k": value}})).await.expect(200))
}

fn seconds(cluster: &Cluster) -> u64 {
    cluster.sim.sys().clock.tick().0.as_secs()
}

#[tokio::test]
async fn without_a_revision_the_present_comes_first_in_key_order() {
    let cluster = Cluster::start().await;
    make(&cluster, "b").await;
    make(&cluster, "a").await;
    for query in ["watch=1", "watch=true&resourceVersion=0", "watch=1&limit=1"] {
        let mut watch = Events::open(&cluster, &format!("{MAPS}?{query}")).await;
        assert_eq!((watch.brief().await.as_str(), watch.brief().await.as_str()), ("ADDED a", "ADDED b"), "{query}");
    }
    let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1")).await;
    make(&cluster, "c").await;
    change(&cluster, "a", "1").await;
    cluster.delete(&format!("{MAPS}/b")).await.expect(200);
    for expect in ["ADDED a", "ADDED b", "ADDED c", "MODIFIED a", "DELETED b"] {
        assert_eq!(watch.brief().await, expect);
    }
}

#[tokio::test]
async fn from_a_revision_every_later_change_comes_once_and_in_order() {
    let cluster = Cluster::start().await;
    let mut history = vec![(String::new(), make(&cluster, "a").await)];
    for round in 0..20 {
        history.push(("MODIFIED a".into(), change(&cluster, "a", &round.to_string()).await));
        history.push((format!("ADDED r{round}"), make(&cluster, &format!("r{round}")).await));
    }
    cluster.delete(&format!("{MAPS}/a")).await.expect(200);
    history.push(("DELETED a".into(), cluster.revision()));
    for start in 0..history.len() {
        let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={}", history[start].1)).await;
        for (expect, revision) in &history[start + 1..] {
            let (kind, object) = watch.event().await;
            assert_ne!(kind, "ERROR", "from {}: {object}", history[start].1);
            assert_eq!(
                (&format!("{kind} {}", object["metadata"]["name"].as_str().unwrap()), revision_of(&object)),
                (expect, *revision)
            );
        }
    }
}

#[tokio::test]
async fn other_resources_and_namespaces_are_not_shown() {
    let cluster = Cluster::start().await;
    cluster.namespace("other").await;
    let from = cluster.revision();
    let mut one = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={from}")).await;
    let mut all = Events::open(&cluster, &format!("/api/v1/configmaps?watch=1&resourceVersion={from}")).await;
    cluster.create("/api/v1/namespaces/default/secrets", &json!({"metadata": {"name": "s"}})).await;
    cluster.create("/api/v1/namespaces/other/configmaps", &json!({"metadata": {"name": "o"}})).await;
    make(&cluster, "d").await;
    assert_eq!(one.brief().await, "ADDED d");
    assert_eq!((all.brief().await.as_str(), all.brief().await.as_str()), ("ADDED o", "ADDED d"));
}

#[tokio::test]
async fn objects_enter_and_leave_a_selection() {
    let cluster = Cluster::start().await;
    let put = async |label: &str, value: &str| {
        let body = json!({"metadata": {"name": "a", "labels": {"x": label}}, "data": {"k": value}});
        cluster.update(&format!("{MAPS}/a"), &body).await
    };
    let made = cluster.create(MAPS, &json!({"metadata": {"name": "a", "labels": {"x": "no"}}})).await;
    let mut live =
        Events::open(&cluster, &format!("{MAPS}?watch=1&labelSelector=x%3Dyes&resourceVersion={}", revision_of(&made))).await;
    let mut expect = Vec::new();
    expect.push(("ADDED", "in", revision_of(&put("yes", "in").await)));
    expect.push(("MODIFIED", "stays", revision_of(&put("yes", "stays").await)));
    // The state that was selected last, with the revision of the change that took it out.
    expect.push(("DELETED", "stays", revision_of(&put("no", "out").await)));
    put("no", "unseen").await;
    expect.push(("ADDED", "again", revision_of(&put("yes", "again").await)));
    cluster.delete(&format!("{MAPS}/a")).await.expect(200);
    expect.push(("DELETED", "again", cluster.revision()));
    let mut replayed =
        Events::open(&cluster, &format!("{MAPS}?watch=1&labelSelector=x%3Dyes&resourceVersion={}", revision_of(&made))).await;
    for (kind, value, revision) in expect {
        for watch in [&mut live, &mut replayed] {
            let (seen, object) = watch.event().await;
            assert_eq!((seen.as_str(), object["data"]["k"].as_str().unwrap(), revision_of(&object)), (kind, value, revision));
        }
    }
}

#[tokio::test]
async fn objects_enter_and_leave_a_selection_by_field() {
    let cluster = Cluster::start().await;
    let pods = "/api/v1/namespaces/default/pods";
    let mut watch = Events::open(&cluster, &format!("{pods}?watch=1&fieldSelector=status.phase%3DRunning")).await;
    let pod = json!({"metadata": {"name": "p"}, "spec": {"nodeName": "n", "containers": [{"name": "c", "image": "i"}]}});
    cluster.create(pods, &pod).await;
    for phase in ["Running", "Succeeded"] {
        cluster.merge(&format!("{pods}/p/status"), &json!({"status": {"phase": phase}})).await.expect(200);
    }
    let ((added, running), (deleted, last)) = (watch.event().await, watch.event().await);
    assert_eq!((added.as_str(), deleted.as_str()), ("ADDED", "DELETED"));
    assert_eq!((&running["status"]["phase"], &last["status"]["phase"]), (&json!("Running"), &json!("Running")));
    assert_eq!(revision_of(&last), cluster.revision());
}

#[tokio::test]
async fn initial_events_end_with_a_bookmark() {
    let cluster = Cluster::start().await;
    make(&cluster, "b").await;
    let newest = make(&cluster, "a").await;
    for start in ["", "&resourceVersion=0", &format!("&resourceVersion={newest}")] {
        let mut watch = Events::open(&cluster, &format!("{MAPS}?{INITIAL}{start}")).await;
        assert_eq!((watch.brief().await.as_str(), watch.brief().await.as_str()), ("ADDED a", "ADDED b"));
        let (kind, mark) = watch.event().await;
        assert_eq!((kind.as_str(), &mark["metadata"]["annotations"][END]), ("BOOKMARK", &json!("true")), "{mark}");
        assert!(revision_of(&mark) >= newest);
        assert_eq!((&mark["kind"], &mark["apiVersion"]), (&json!("ConfigMap"), &json!("v1")));
        assert!(mark["metadata"]["creationTimestamp"].is_null(), "{mark}");
    }
    let mut empty = Events::open(&cluster, &format!("{MAPS}?{INITIAL}&labelSelector=none")).await;
    assert_eq!(empty.event().await.0, "BOOKMARK");
    make(&cluster, "c").await;
    assert_eq!(seconds(&cluster), 0, "none of it took time");
}

#[tokio::test]
async fn initial_events_hold_everything_that_was_written_before() {
    let cluster = Cluster::start().await;
    for round in 0..20 {
        let newest = make(&cluster, &format!("r{round:02}")).await;
        let mut watch = Events::open(&cluster, &format!("{MAPS}?{INITIAL}")).await;
        for expect in 0..=round {
            assert_eq!(watch.brief().await, format!("ADDED r{expect:02}"));
        }
        let (kind, mark) = watch.event().await;
        assert!(kind == "BOOKMARK" && revision_of(&mark) >= newest, "{kind} {mark}");
    }
}

#[tokio::test]
async fn a_quiet_watch_gets_bookmarks_that_other_writes_move_on() {
    let cluster = Cluster::start().await;
    let from = make(&cluster, "a").await;
    let mut watch =
        Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={from}&allowWatchBookmarks=true&timeoutSeconds=600"))
            .await;
    cluster.create("/api/v1/namespaces/default/secrets", &json!({"metadata": {"name": "s"}})).await;
    let (kind, mark) = watch.event().await;
    assert_eq!(kind, "BOOKMARK");
    assert!((from..=cluster.revision()).contains(&revision_of(&mark)), "{mark}");
    assert!((50..=75).contains(&seconds(&cluster)), "about a minute: {} s", seconds(&cluster));
    assert!(mark["metadata"]["annotations"].is_null());
    let mut resumed = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={}", revision_of(&mark))).await;
    make(&cluster, "b").await;
    assert_eq!(resumed.brief().await, "ADDED b", "a bookmark is a place to go on from");
}

#[tokio::test]
async fn without_leave_there_are_no_bookmarks() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    for query in
        ["watch=1&timeoutSeconds=300", "watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&timeoutSeconds=300"]
    {
        let mut watch = Events::open(&cluster, &format!("{MAPS}?{query}")).await;
        assert_eq!(watch.brief().await, "ADDED a");
        assert_eq!(watch.next().await, None, "{query}");
    }
}

#[tokio::test]
async fn a_watch_ends_at_its_timeout() {
    let cluster = Cluster::start().await;
    let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1&timeoutSeconds=7")).await;
    assert_eq!(watch.next().await, None);
    assert_eq!(seconds(&cluster), 7);
    let from = cluster.revision();
    let mut marked =
        Events::open(&cluster, &format!("{MAPS}?watch=1&timeoutSeconds=30&allowWatchBookmarks=1&resourceVersion={from}")).await;
    cluster.create("/api/v1/namespaces/default/secrets", &json!({"metadata": {"name": "s"}})).await;
    assert_eq!(marked.event().await.0, "BOOKMARK");
    assert_eq!(seconds(&cluster), 7 + 28, "two seconds before the end, as upstream's");
    assert_eq!(marked.next().await, None);
    assert_eq!(seconds(&cluster), 7 + 30);
}

#[tokio::test]
async fn a_watch_without_a_timeout_lives_half_an_hour_to_an_hour() {
    let cluster = Cluster::start().await;
    let mut lives = Vec::new();
    for _ in 0..5 {
        let before = seconds(&cluster);
        let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1")).await;
        assert_eq!(watch.next().await, None);
        lives.push(seconds(&cluster) - before);
    }
    assert!(lives.iter().all(|life| (1800..=3600).contains(life)), "{lives:?}");
    lives.dedup();
    assert!(lives.len() > 1, "clients must not all come back at once: {lives:?}");
}

#[tokio::test]
async fn a_start_that_is_too_old_is_said_in_the_stream() {
    let cluster = Cluster::start().await;
    let old = make(&cluster, "a").await;
    for round in 0..300 {
        change(&cluster, "a", &round.to_string()).await;
    }
    cluster.store.compact(Revision(cluster.revision())).await.unwrap();
    let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={old}")).await;
    let (kind, status) = watch.event().await;
    assert_eq!((kind.as_str(), &status["code"], &status["reason"]), ("ERROR", &json!(410), &json!("Expired")), "{status}");
    assert!(status["message"].as_str().unwrap().starts_with(&format!("too old resource version: {old} (")), "{status}");
    assert_eq!(watch.next().await, None);
}

#[tokio::test]
async fn a_start_in_the_future_is_silent_until_it_comes() {
    let cluster = Cluster::start().await;
    let from = cluster.revision() + 2;
    let mut silent = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion=900000000&timeoutSeconds=5")).await;
    assert_eq!(silent.next().await, None);
    let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={from}")).await;
    for name in ["a", "b", "c"] {
        make(&cluster, name).await;
    }
    assert_eq!(watch.brief().await, "ADDED c", "what comes after the revision, nothing before");
}

#[tokio::test]
async fn the_old_paths_watch_too() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    make(&cluster, "b").await;
    let mut one = Events::open(&cluster, "/api/v1/watch/namespaces/default/configmaps/b").await;
    assert_eq!(one.brief().await, "ADDED b");
    let mut all = Events::open(&cluster, "/api/v1/watch/configmaps?fieldSelector=metadata.namespace%3Ddefault").await;
    assert_eq!((all.brief().await.as_str(), all.brief().await.as_str()), ("ADDED a", "ADDED b"));
    change(&cluster, "a", "1").await;
    change(&cluster, "b", "1").await;
    assert_eq!(one.brief().await, "MODIFIED b");
    assert_eq!(
        cluster.get(&format!("{MAPS}/a?watch=1")).await.expect(200)["kind"],
        "ConfigMap",
        "a name in the path is a plain get"
    );
}

#[tokio::test]
async fn a_reader_that_is_slow_slows_nobody_and_misses_nothing() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    let mut slow = Events::open(&cluster, &format!("{MAPS}?watch=1")).await;
    let mut quick = Events::open(&cluster, &format!("{MAPS}?watch=1")).await;
    assert_eq!(quick.brief().await, "ADDED a");
    for round in 0..1000 {
        change(&cluster, "a", &round.to_string()).await;
        assert_eq!(quick.event().await.1["data"]["k"], round.to_string());
    }
    assert_eq!(slow.brief().await, "ADDED a");
    for round in 0..1000 {
        assert_eq!(slow.event().await.1["data"]["k"], round.to_string());
    }
    assert_eq!(cluster.sim.sys().clock.tick().0, Duration::ZERO);
}

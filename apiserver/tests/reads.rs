//! Gets and lists: pages, the states that resourceVersion and resourceVersionMatch ask for, compaction, and selectors. Expectations are
//! upstream's documented table for get and list (KEP-2340, KEP-3157) and what the reference was seen to answer.

use serde_json::{Value, json};
use storage::Revision;

use crate::support::{Cluster, names, revision_of};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";

/// Makes objects `a`, `b`, …, in this order; the revision of each.
async fn make(cluster: &Cluster, letters: &str) -> Vec<u64> {
    let mut revisions = Vec::new();
    for letter in letters.chars() {
        revisions.push(revision_of(&cluster.create(MAPS, &json!({"metadata": {"name": letter.to_string()}})).await));
    }
    revisions
}

fn token(list: &Value) -> String {
    list["metadata"]["continue"].as_str().unwrap_or("").to_owned()
}

/// Upstream: `RunTestListPaging`.
#[tokio::test]
async fn pages_join_to_the_whole() {
    let cluster = Cluster::start().await;
    make(&cluster, "gfedcba").await;
    for limit in 1..=8 {
        let (mut seen, mut next, mut first) = (Vec::new(), String::new(), None);
        loop {
            let page = cluster.read(&format!("{MAPS}?limit={limit}&continue={next}")).await;
            let here = names(&page);
            seen.extend(here.iter().cloned());
            let revision = *first.get_or_insert(revision_of(&page));
            assert_eq!(revision_of(&page), revision, "all pages are of one revision");
            next = token(&page);
            let left = page["metadata"]["remainingItemCount"].as_u64();
            if next.is_empty() {
                assert_eq!(left, None, "nothing is left");
                break;
            }
            assert_eq!(here.len(), limit);
            assert_eq!(left, Some(7 - seen.len() as u64), "limit {limit}");
        }
        assert_eq!(seen, ["a", "b", "c", "d", "e", "f", "g"], "limit {limit}");
    }
    for unlimited in ["limit=0", "limit=-1", ""] {
        assert_eq!(names(&cluster.read(&format!("{MAPS}?{unlimited}")).await).len(), 7);
    }
}

/// Upstream: `RunTestListContinuation`.
#[tokio::test]
async fn pages_show_one_state_however_much_is_written_meanwhile() {
    let cluster = Cluster::start().await;
    make(&cluster, "abcdef").await;
    let first = cluster.read(&format!("{MAPS}?limit=2")).await;
    assert_eq!(names(&first), ["a", "b"]);
    cluster.delete(&format!("{MAPS}/c")).await.expect(200);
    cluster.create(MAPS, &json!({"metadata": {"name": "cc"}})).await;
    cluster.merge(&format!("{MAPS}/d"), &json!({"data": {"changed": "yes"}})).await.expect(200);
    let second = cluster.read(&format!("{MAPS}?limit=2&continue={}", token(&first))).await;
    assert_eq!(names(&second), ["c", "d"], "as it was when the first page was read");
    assert!(second["items"][1]["data"].is_null(), "{second}");
    cluster.delete(&format!("{MAPS}/e")).await.expect(200);
    let third = cluster.read(&format!("{MAPS}?continue={}", token(&second))).await;
    assert_eq!(names(&third), ["e", "f"]);
    assert_eq!(revision_of(&third), revision_of(&first));
    assert_eq!(names(&cluster.read(MAPS).await), ["a", "b", "cc", "d", "f"]);
}

#[tokio::test]
async fn pages_of_a_selection_do_not_count_the_rest() {
    let cluster = Cluster::start().await;
    for (name, label) in [("a", "y"), ("b", "n"), ("c", "y"), ("d", "n"), ("e", "y")] {
        cluster.create(MAPS, &json!({"metadata": {"name": name, "labels": {"x": label}}})).await;
    }
    let mut seen = Vec::new();
    let mut next = String::new();
    loop {
        let page = cluster.read(&format!("{MAPS}?limit=1&labelSelector=x%3Dy&continue={next}")).await;
        assert!(
            page["metadata"]["remainingItemCount"].is_null(),
            "upstream does not count what a selector may leave out: {page}"
        );
        seen.extend(names(&page));
        next = token(&page);
        if next.is_empty() {
            break;
        }
    }
    assert_eq!(seen, ["a", "c", "e"]);
}

/// Upstream: `RunTestListInconsistentContinuation`.
#[tokio::test]
async fn an_expired_token_comes_with_a_fresh_one() {
    let cluster = Cluster::start().await;
    make(&cluster, "abcd").await;
    let first = cluster.read(&format!("{MAPS}?limit=2")).await;
    cluster.delete(&format!("{MAPS}/c")).await.expect(200);
    cluster.create(MAPS, &json!({"metadata": {"name": "e"}})).await;
    cluster.store.compact(Revision(cluster.revision())).await.unwrap();
    let expired = cluster.get(&format!("{MAPS}?limit=1&continue={}", token(&first))).await;
    let message = expired.refused(410, "Expired");
    assert!(message.starts_with("The provided continue parameter is too old to display a consistent list result."), "{message}");
    let fresh = token(&expired.json());
    assert!(!fresh.is_empty() && fresh != token(&first), "{}", expired.text());
    let rest = cluster.read(&format!("{MAPS}?limit=1&continue={fresh}")).await;
    assert_eq!(names(&rest), ["d"], "goes on where the first page ended, with the state of now");
    assert_eq!(revision_of(&rest), cluster.revision());
    assert_eq!(names(&cluster.read(&format!("{MAPS}?continue={}", token(&rest))).await), ["e"]);
}

#[tokio::test]
async fn the_compactor_ends_tokens_after_a_while() {
    use std::time::Duration;
    let options = crate::support::Options { compaction: Some(Duration::from_secs(300)), ..Default::default() };
    let cluster = Cluster::with(options).await;
    make(&cluster, "abc").await;
    let first = cluster.read(&format!("{MAPS}?limit=1")).await;
    cluster.create(MAPS, &json!({"metadata": {"name": "d"}})).await;
    cluster.sim.pass(Duration::from_secs(301)).await;
    assert_eq!(
        names(&cluster.read(&format!("{MAPS}?continue={}", token(&first))).await),
        ["b", "c"],
        "at least one period is kept"
    );
    cluster.sim.pass(Duration::from_secs(300)).await;
    cluster.get(&format!("{MAPS}?continue={}", token(&first))).await.refused(410, "Expired");
}

/// Upstream: `RunTestList`. What a list with a resourceVersion and a match shows, with objects made one revision after the other.
#[tokio::test]
async fn every_combination_of_revision_and_match() {
    let cluster = Cluster::start().await;
    let revisions = make(&cluster, "ab").await;
    cluster.create("/api/v1/namespaces/default/secrets", &json!({"metadata": {"name": "other"}})).await;
    let (first, second, now) = (revisions[0], revisions[1], cluster.revision());
    assert_eq!(now, second + 1, "the newest revision is another resource's");
    let check = async |query: String, expect: &[&str], revision: u64| {
        let list = cluster.read(&format!("{MAPS}?{query}")).await;
        assert_eq!(
            (names(&list).as_slice(), revision_of(&list)),
            (expect.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>().as_slice(), revision),
            "{query}"
        );
    };
    let all = ["a", "b"];
    check(String::new(), &all, now).await;
    check("resourceVersion=0".into(), &all, now).await;
    check("resourceVersion=0&resourceVersionMatch=NotOlderThan".into(), &all, now).await;
    check(format!("resourceVersion={first}"), &all, now).await;
    check(format!("resourceVersion={second}&resourceVersionMatch=NotOlderThan"), &all, now).await;
    check(format!("resourceVersion={now}&resourceVersionMatch=NotOlderThan"), &all, now).await;
    check(format!("resourceVersion={first}&resourceVersionMatch=Exact"), &["a"], first).await;
    check(format!("resourceVersion={second}&resourceVersionMatch=Exact"), &all, second).await;
    check(format!("resourceVersion={now}&resourceVersionMatch=Exact"), &all, now).await;
    check(format!("resourceVersion={}&resourceVersionMatch=Exact", first - 1), &[], first - 1).await;
    // With a limit and no match, upstream reads exactly the revision.
    check(format!("resourceVersion={first}&limit=5"), &["a"], first).await;
    check(format!("resourceVersion={second}&limit=1&resourceVersionMatch=NotOlderThan"), &["a"], now).await;
    for name in ["a", "b"] {
        let path = format!("{MAPS}/{name}");
        for query in ["", "?resourceVersion=0", &format!("?resourceVersion={now}")] {
            assert_eq!(cluster.read(&format!("{path}{query}")).await["metadata"]["name"], name);
        }
    }
}

/// Upstream: `RunTestListResourceVersionMatch`.
#[tokio::test]
async fn exact_states_of_the_past_are_shown_until_compacted() {
    let cluster = Cluster::start().await;
    let made = revision_of(&cluster.create(MAPS, &json!({"metadata": {"name": "a"}, "data": {"k": "1"}})).await);
    let changed = revision_of(&cluster.merge(&format!("{MAPS}/a"), &json!({"data": {"k": "2"}})).await.expect(200));
    cluster.delete(&format!("{MAPS}/a")).await.expect(200);
    let at = async |revision: u64| cluster.get(&format!("{MAPS}?resourceVersion={revision}&resourceVersionMatch=Exact")).await;
    assert_eq!(at(made).await.expect(200)["items"][0]["data"]["k"], "1");
    assert_eq!(at(changed).await.expect(200)["items"][0]["data"]["k"], "2");
    assert!(names(&at(cluster.revision()).await.expect(200)).is_empty());
    cluster.store.compact(Revision(changed)).await.unwrap();
    let message = at(made).await.refused(410, "Expired");
    assert_eq!(message, "The resourceVersion for the provided list is too old.");
    assert_eq!(at(changed).await.expect(200)["items"][0]["data"]["k"], "2", "the compacted revision itself can be read");
}

#[tokio::test]
async fn a_revision_that_comes_in_time_is_waited_for() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    let next = cluster.revision() + 1;
    for path in [format!("{MAPS}?resourceVersion={next}"), format!("{MAPS}/a?resourceVersion={}", next + 1)] {
        let request = http::Request::builder().uri(&path).body(bytes::Bytes::new()).unwrap();
        let mut waiting = cluster.request(request);
        for _ in 0..20 {
            assert!(futures_util::FutureExt::now_or_never(&mut waiting).is_none(), "{path} is answered too soon");
            tokio::task::yield_now().await;
        }
        cluster.merge(&format!("{MAPS}/a"), &json!({"data": {"k": cluster.revision().to_string()}})).await.expect(200);
        let answer = cluster.finish(waiting).await;
        assert_eq!(answer.code, 200, "{}", answer.text());
        assert_eq!(cluster.sim.sys().clock.tick().0, std::time::Duration::ZERO, "no time passed");
    }
}

#[tokio::test]
async fn a_revision_that_does_not_come_is_a_timeout() {
    let cluster = Cluster::start().await;
    let future = cluster.revision() + 100;
    for path in [
        format!("{MAPS}?resourceVersion={future}"),
        format!("{MAPS}?resourceVersion={future}&resourceVersionMatch=Exact"),
        format!("{MAPS}/a?resourceVersion={future}"),
    ] {
        let before = cluster.sim.sys().clock.tick();
        let answer = cluster.get(&path).await;
        let message = answer.refused(504, "Timeout");
        assert_eq!(message, format!("Timeout: Too large resource version: {future}, current: {}", cluster.revision()), "{path}");
        assert_eq!(answer.header("retry-after"), "1");
        let waited = cluster.sim.sys().clock.tick().since(before).as_secs();
        assert!(waited <= 3, "{path} waited {waited} s");
    }
}

#[tokio::test]
async fn label_selectors_select() {
    let cluster = Cluster::start().await;
    for (name, labels) in
        [("a", json!({"x": "1", "y": "1"})), ("b", json!({"x": "2"})), ("c", json!({"y": ""})), ("d", json!({}))]
    {
        cluster.create(MAPS, &json!({"metadata": {"name": name, "labels": labels}})).await;
    }
    for (selector, expect) in [
        ("x=1", "a"),
        ("x==2", "b"),
        ("x!=1", "bcd"),
        ("x", "ab"),
        ("!x", "cd"),
        ("x in (1,2)", "ab"),
        ("x notin (1)", "bcd"),
        ("x,y", "a"),
        ("x,!y", "b"),
        ("y=", "c"),
        ("x>1", "b"),
        ("x<2", "a"),
        ("nothing=here", ""),
        ("", "abcd"),
    ] {
        let encoded: String = selector.bytes().map(|b| format!("%{b:02X}")).collect();
        let found = names(&cluster.read(&format!("{MAPS}?labelSelector={encoded}")).await).concat();
        assert_eq!(found, expect, "{selector}");
    }
}

#[tokio::test]
async fn field_selectors_select() {
    let cluster = Cluster::start().await;
    let pods = "/api/v1/namespaces/default/pods";
    for (name, node) in [("a", "n1"), ("b", "n2"), ("c", "")] {
        let spec = json!({"nodeName": node, "containers": [{"name": "c", "image": "i"}]});
        cluster.create(pods, &json!({"metadata": {"name": name}, "spec": spec})).await;
    }
    cluster
        .merge(
            &format!("{pods}/b/status"),
            &json!({"status": {"phase": "Running", "podIPs": [{"ip": "10.0.0.7"}, {"ip": "::7"}]}}),
        )
        .await
        .expect(200);
    for (selector, expect) in [
        ("spec.nodeName=n1", "a"),
        ("spec.nodeName!=n1", "bc"),
        ("spec.nodeName=", "c"),
        ("status.phase=Pending", "ac"),
        ("status.phase=Running,spec.nodeName=n2", "b"),
        ("status.podIP=10.0.0.7", "b"),
        ("metadata.name=c", "c"),
        ("metadata.name!=c", "ab"),
        ("metadata.namespace=default", "abc"),
        ("metadata.namespace=other", ""),
        ("spec.restartPolicy=Never", ""),
    ] {
        let encoded: String = selector.bytes().map(|b| format!("%{b:02X}")).collect();
        for path in [pods, "/api/v1/pods"] {
            let found = names(&cluster.read(&format!("{path}?fieldSelector={encoded}")).await).concat();
            assert_eq!(found, expect, "{path} {selector}");
        }
    }
}

#[tokio::test]
async fn a_list_that_many_write_into_is_one_state() {
    let cluster = Cluster::start().await;
    // Two objects are always changed in this order, so that no state has the second one ahead of the first.
    make(&cluster, "ab").await;
    let path = |name: &str| format!("{MAPS}/{name}");
    for round in 0..30 {
        let value = json!({"data": {"round": round.to_string()}});
        let (a, b) = (path("a"), path("b"));
        let first = cluster.merge(&a, &value);
        let (_, list) = tokio::join!(first, cluster.read(MAPS));
        let second = cluster.merge(&b, &value);
        let (_, other) = tokio::join!(second, cluster.read(MAPS));
        for list in [list, other] {
            let round = |at: usize| list["items"][at]["data"]["round"].as_str().map_or(-1, |r| r.parse::<i64>().unwrap());
            assert!(round(0) == round(1) || round(0) == round(1) + 1, "{list}");
            let newest = list["items"].as_array().unwrap().iter().map(revision_of).max().unwrap();
            assert!(revision_of(&list) >= newest, "the list is older than what is in it: {list}");
        }
    }
}

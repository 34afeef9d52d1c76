//! The end of a server as its clients see it: `/readyz` says so first, then watches end, as if their time were up.

use std::time::Duration;

use serde_json::json;

use crate::support::Cluster;
use crate::support::events::Events;

const MAPS: &str = "/api/v1/namespaces/default/configmaps";

fn now(cluster: &Cluster) -> Duration {
    cluster.sim.sys().clock.tick().0
}

#[tokio::test]
async fn readiness_ends_first_and_requests_go_on() {
    let cluster = Cluster::start().await;
    assert_eq!(cluster.get("/readyz").await.text(), "ok");
    cluster.server.shutting_down();
    let answer = cluster.get("/readyz").await;
    assert_eq!(answer.code, 500);
    assert!(answer.text().contains("[-]shutdown failed: reason withheld\n"), "{}", answer.text());
    for path in ["/livez", "/healthz", MAPS] {
        assert_eq!(cluster.get(path).await.code, 200, "{path}");
    }
    cluster.create(MAPS, &json!({"metadata": {"name": "a"}})).await;
}

#[tokio::test]
async fn watches_end_at_once_without_a_grace_period() {
    let cluster = Cluster::start().await;
    cluster.create(MAPS, &json!({"metadata": {"name": "a"}})).await;
    let mut maps = Events::open(&cluster, &format!("{MAPS}?watch=1")).await;
    let mut pods = Events::open(&cluster, "/api/v1/pods?watch=1&resourceVersion=0").await;
    assert_eq!(maps.brief().await, "ADDED a");
    cluster.create(MAPS, &json!({"metadata": {"name": "b"}})).await;
    let before = now(&cluster);
    cluster.server.end_watches(Duration::ZERO);
    // What had happened is still told.
    assert_eq!(maps.brief().await, "ADDED b");
    assert_eq!(maps.next().await, None);
    assert_eq!(pods.next().await, None);
    // Whoever comes late is not kept.
    let mut late = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion=0")).await;
    while late.next().await.is_some() {}
    assert_eq!(now(&cluster), before);
}

#[tokio::test]
async fn watches_end_one_after_another_over_the_grace_period() {
    let cluster = Cluster::start().await;
    let mut watches = Vec::new();
    for _ in 0..3 {
        watches.push(Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion=0")).await);
    }
    let begin = now(&cluster);
    cluster.server.end_watches(Duration::from_secs(30));
    let mut late = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion=0")).await;
    assert_eq!(watches[0].next().await, None);
    assert_eq!(now(&cluster) - begin, Duration::ZERO);
    // Those whose turn has not come go on.
    cluster.create(MAPS, &json!({"metadata": {"name": "a"}})).await;
    for watch in &mut watches[1..] {
        assert_eq!(watch.brief().await, "ADDED a");
    }
    let mut ends = Vec::new();
    for watch in &mut watches[1..] {
        assert_eq!(watch.next().await, None);
        ends.push((now(&cluster) - begin).as_secs());
    }
    assert_eq!(late.brief().await, "ADDED a");
    assert_eq!(late.next().await, None);
    ends.push((now(&cluster) - begin).as_secs());
    assert_eq!(ends, [10, 20, 30]);
}

//! What `/metrics` says of requests, watches and their ends, and that clients cannot make it grow.

use std::collections::BTreeMap;
use std::io::ErrorKind;

use bytes::Bytes;
use futures_util::FutureExt;
use http::Request;
use serde_json::json;
use sys::sim::{CallKind, Fault};

use crate::support::{Cluster, Options};

/// Series of one family with their values.
async fn family(cluster: &Cluster, name: &str) -> BTreeMap<String, f64> {
    let answer = cluster.get(&format!("/metrics?name[]={name}")).await;
    assert_eq!(answer.code, 200);
    let text = answer.text();
    let samples = text.lines().filter(|line| !line.starts_with('#'));
    samples
        .map(|line| line.rsplit_once(' ').unwrap())
        .map(|(series, value)| (series.to_owned(), value.parse().unwrap()))
        .collect()
}

/// The value of one series; none where it is missing.
async fn value(cluster: &Cluster, series: &str) -> Option<f64> {
    let name = series.split('{').next().unwrap();
    let family_name = ["_count", "_sum", "_bucket"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    family(cluster, family_name).await.get(series).copied()
}

fn total(verb: &str, resource: &str, scope: &str, code: u16) -> String {
    format!(
        "apiserver_request_total{{code=\"{code}\",component=\"apiserver\",dry_run=\"\",group=\"\",resource=\"{resource}\",\
         scope=\"{scope}\",subresource=\"\",verb=\"{verb}\",version=\"v1\"}}"
    )
}

#[tokio::test]
async fn requests_are_counted_by_route_and_code() {
    let cluster = Cluster::start().await;
    cluster.namespace("a").await;
    cluster.create("/api/v1/namespaces/a/configmaps", &json!({"metadata": {"name": "x"}})).await;
    for _ in 0..3 {
        cluster.read("/api/v1/namespaces/a/configmaps/x").await;
    }
    cluster.get("/api/v1/namespaces/a/configmaps/y").await.expect(404);
    cluster.read("/api/v1/namespaces/a/configmaps").await;
    cluster.read("/api/v1/configmaps").await;
    cluster.delete("/api/v1/namespaces/a/configmaps").await.expect(200);
    for (verb, scope, code, count) in [
        ("POST", "resource", 201, 1.0),
        ("GET", "resource", 200, 3.0),
        ("GET", "resource", 404, 1.0),
        ("LIST", "namespace", 200, 1.0),
        ("LIST", "cluster", 200, 1.0),
        ("DELETE", "namespace", 200, 1.0),
    ] {
        assert_eq!(value(&cluster, &total(verb, "configmaps", scope, code)).await, Some(count), "{verb} {scope} {code}");
    }
    let route = "component=\"apiserver\",group=\"\",resource=\"configmaps\",scope=\"namespace\",subresource=\"\",verb=\"LIST\",version=\"v1\"";
    assert_eq!(value(&cluster, &format!("apiserver_response_sizes_count{{{route}}}")).await, Some(1.0));
    let sum = value(&cluster, &format!("apiserver_response_sizes_sum{{{route}}}")).await.unwrap();
    assert!(sum > 100.0, "{sum}");
}

#[tokio::test]
async fn watches_are_counted_while_they_last() {
    let cluster = Cluster::start().await;
    cluster.namespace("a").await;
    let running = "apiserver_longrunning_requests{component=\"apiserver\",group=\"\",resource=\"configmaps\",scope=\"namespace\",\
                   subresource=\"\",verb=\"WATCH\",version=\"v1\"}";
    let watch = || Request::get("/api/v1/namespaces/a/configmaps?watch=1").body(Bytes::new()).unwrap();
    let open = cluster.patiently(cluster.request(watch())).await;
    let other = cluster.patiently(cluster.request(watch())).await;
    assert_eq!(value(&cluster, running).await, Some(2.0));
    assert_eq!(value(&cluster, &total("WATCH", "configmaps", "namespace", 200)).await, None, "they have not ended");
    drop(open);
    assert_eq!(value(&cluster, running).await, Some(1.0));
    assert_eq!(value(&cluster, &total("WATCH", "configmaps", "namespace", 200)).await, Some(1.0));
    drop(other);
    assert_eq!(value(&cluster, running).await, Some(0.0));
}

#[tokio::test]
async fn requests_that_are_given_up_leave_nothing_behind() {
    let cluster = Cluster::start().await;
    let flying = "apiserver_current_inflight_requests{request_kind=\"readOnly\"}";
    for polls in 0..4 {
        let request = Request::get("/api/v1/namespaces").body(Bytes::new()).unwrap();
        let mut answer = cluster.request(request);
        for _ in 0..polls {
            let _ = (&mut answer).now_or_never();
        }
        drop(answer);
    }
    cluster.sim.advance(std::time::Duration::from_secs(3));
    // The scrape itself is one.
    assert_eq!(value(&cluster, flying).await, Some(1.0));
}

#[tokio::test]
async fn clients_cannot_make_series() {
    let cluster = Cluster::start().await;
    let count = |text: String| text.lines().count();
    let ask = async |i: usize| {
        for path in [
            format!("/api/v1/namespaces/n{i}/configmaps/c{i}?watch=1&x{i}=y&dryRun=d{i}&fieldValidation=f{i}"),
            format!("/api/v1/r{i}"),
            format!("/apis/g{i}/v{i}/r{i}"),
            format!("/p{i}"),
            format!("/api/v1/namespaces/n{i}/pods/p{i}/s{i}"),
        ] {
            let method = format!("M{i}");
            for method in ["GET", "PATCH", &method] {
                let request = Request::builder().method(method).uri(&path).header("user-agent", format!("agent{i}"));
                let request = request.header("content-type", format!("type/x{i}")).body(Bytes::new()).unwrap();
                cluster.exchange(request).await;
            }
        }
    };
    ask(0).await;
    let before = count(cluster.get("/metrics").await.text());
    for i in 1..200 {
        ask(i).await;
    }
    // The scrape has added itself.
    assert!(count(cluster.get("/metrics").await.text()) <= before + 50, "{before}");
}

#[tokio::test]
async fn only_those_who_may_read_metrics() {
    let cluster = Cluster::start().await;
    let anonymous = net::ConnInfo::in_process(Vec::new());
    let request = Request::get("/metrics").body(Bytes::new()).unwrap();
    cluster.finish(cluster.request_on(anonymous, request)).await.expect(403);
    let answer = cluster.get("/metrics").await;
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4; charset=utf-8; escaping=underscores");
    assert!(answer.header("process-start-time-unix").parse::<i64>().is_ok());
    assert_eq!(cluster.get("/metrics/").await.code, 404);
    let before = value(&cluster, &total("POST", "namespaces", "resource", 201)).await;
    assert_ne!(before, Some(0.0));
    assert_eq!(cluster.send("DELETE", "/metrics", "").await.text(), "metrics reset\n");
    assert_eq!(value(&cluster, &total("POST", "namespaces", "resource", 201)).await, Some(0.0));
}

#[tokio::test]
async fn what_stores_and_caches_do_is_counted() {
    let cluster = Cluster::start().await;
    cluster.namespace("a").await;
    for name in ["x", "y", "z"] {
        let labels = json!({"app": name});
        cluster.create("/api/v1/namespaces/a/podtemplates", &json!({"metadata": {"name": name, "labels": labels}})).await;
    }
    cluster.read("/api/v1/podtemplates?labelSelector=app%3Dx").await;
    let resource = "group=\"\",resource=\"podtemplates\"";
    for (series, expect) in [
        ("etcd_requests_total{group=\"\",operation=\"create\",resource=\"podtemplates\"}".to_owned(), 3.0),
        ("etcd_request_duration_seconds_count{group=\"\",operation=\"create\",resource=\"podtemplates\"}".to_owned(), 3.0),
        (format!("apiserver_resource_objects{{{resource}}}"), 3.0),
        (format!("apiserver_watch_cache_initializations_total{{{resource}}}"), 1.0),
        (format!("apiserver_watch_cache_consistent_read_total{{fallback=\"false\",{resource},success=\"true\"}}"), 1.0),
        (format!("apiserver_request_body_size_bytes_count{{{resource},verb=\"create\"}}"), 3.0),
        (format!("watch_cache_capacity{{{resource}}}"), 102_400.0),
    ] {
        assert_eq!(value(&cluster, &series).await, Some(expect), "{series}");
    }
    let listed = |what: &str| format!("apiserver_storage_list_{what}_objects_total{{{resource},storage=\"watchcache\"}}");
    assert_eq!(value(&cluster, &listed("returned")).await, Some(1.0));
    let fetched =
        "apiserver_storage_list_fetched_objects_total{group=\"\",index=\"\",resource=\"podtemplates\",storage=\"watchcache\"}";
    assert_eq!(value(&cluster, fetched).await, Some(3.0));
    // Nobody has listed these: their number comes from the store.
    let namespaces = "apiserver_resource_objects{group=\"\",resource=\"namespaces\"}";
    assert_eq!(value(&cluster, namespaces).await, Some(5.0));
}

#[tokio::test]
async fn the_store_on_disk_says_how_it_does() {
    let cluster = Cluster::with(Options { on_disk: true, ..Options::default() }).await;
    let size = value(&cluster, "apiserver_storage_size_bytes{storage_cluster_id=\"etcd-0\"}").await;
    assert!(size.is_some_and(|size| size > 0.0), "{size:?}");
    assert_eq!(value(&cluster, "ferrokube_storage_file_bytes").await, size);
    let before = value(&cluster, "ferrokube_storage_syncs_total").await.unwrap();
    cluster.namespace("a").await;
    cluster.create("/api/v1/namespaces/a/configmaps", &json!({"metadata": {"name": "x"}})).await;
    assert_eq!(value(&cluster, "ferrokube_storage_syncs_total").await, Some(before + 2.0));
    assert_eq!(value(&cluster, "ferrokube_storage_failed").await, Some(0.0));
    assert_eq!(cluster.get("/readyz").await.code, 200);

    cluster.sim.disk().fail(Fault::of(CallKind::Sync, 1, ErrorKind::Other).lasting());
    let refused = cluster.send("POST", "/api/v1/namespaces/a/configmaps", r#"{"metadata": {"name": "y"}}"#).await;
    assert!(refused.code >= 500, "{}", refused.text());
    assert_eq!(value(&cluster, "ferrokube_storage_failed").await, Some(1.0));
    assert_eq!(
        value(&cluster, "etcd_request_errors_total{group=\"\",operation=\"create\",resource=\"configmaps\"}").await,
        Some(1.0)
    );
    assert!(cluster.get("/readyz?verbose").await.text().contains("[-]etcd failed"));
    let on_memory = Cluster::start().await;
    for name in ["apiserver_storage_size_bytes", "ferrokube_storage_syncs_total"] {
        assert!(family(&on_memory, name).await.is_empty(), "{name}");
    }
}

#[tokio::test]
async fn writes_that_take_too_long_are_counted_twice() {
    let cluster = Cluster::with(Options { slow: true, ..Options::default() }).await;
    cluster.namespace("a").await;
    let request = Request::post("/api/v1/namespaces/a/configmaps?timeout=1s").header("content-type", "application/json");
    let mut answer = cluster.request(request.body(Bytes::from(json!({"metadata": {"name": "x"}}).to_string())).unwrap());
    assert!((&mut answer).now_or_never().is_none(), "it has only begun");
    cluster.sim.advance(std::time::Duration::from_secs(2));
    cluster.finish(answer).await.expect(504);
    let route = "component=\"apiserver\",group=\"\",resource=\"configmaps\",scope=\"resource\",subresource=\"\",verb=\"POST\",version=\"v1\"";
    let given_up = format!("apiserver_request_terminations_total{{code=\"504\",{route}}}");
    assert_eq!(value(&cluster, &given_up).await, Some(1.0));
    assert_eq!(value(&cluster, &total("POST", "configmaps", "resource", 504)).await, Some(1.0));
    cluster.read("/api/v1/namespaces/a/configmaps/x").await;
    let afterwards = "apiserver_request_post_timeout_total{source=\"rest-handler\",status=\"ok\"}";
    assert_eq!(value(&cluster, afterwards).await, Some(1.0));
}

#[tokio::test]
async fn health_is_told_apart_from_the_rest() {
    let cluster = Cluster::start().await;
    for _ in 0..2 {
        cluster.get("/readyz").await;
    }
    let slis = cluster.get("/metrics/slis").await.text();
    assert!(slis.contains("\nkubernetes_healthcheck{name=\"ping\",type=\"readyz\"} 1\n"), "{slis}");
    assert!(slis.contains("\nkubernetes_healthchecks_total{name=\"ping\",status=\"success\",type=\"readyz\"} 2\n"), "{slis}");
    assert!(!cluster.get("/metrics").await.text().contains("kubernetes_healthcheck"));
    let health = "apiserver_request_total{code=\"200\",component=\"\",dry_run=\"\",group=\"\",resource=\"\",scope=\"\",\
                  subresource=\"/readyz\",verb=\"GET\",version=\"\"}";
    assert_eq!(value(&cluster, health).await, Some(2.0));
    let build = family(&cluster, "kubernetes_build_info").await;
    assert!(build.keys().next().unwrap().contains("git_version=\"v1.37."), "{build:?}");
}

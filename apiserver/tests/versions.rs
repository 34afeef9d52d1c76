//! One object seen through several versions and groups: both event groups, both autoscaler versions, and versions that are off by
//! default. Expectations are what the reference server was seen to do (`conformance/cases/recorded/subresources.json`).

use serde_json::{Value, json};

use crate::support::events::Events;
use crate::support::{Cluster, Options, names};

const CORE: &str = "/api/v1/namespaces/default/events";
const GROUP: &str = "/apis/events.k8s.io/v1/namespaces/default/events";
const V1: &str = "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers";
const V2: &str = "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers";

fn core_event(name: &str) -> Value {
    json!({
        "metadata": {"name": name},
        "involvedObject": {"kind": "Pod", "namespace": "default", "name": "p", "apiVersion": "v1", "uid": "u"},
        "reason": "Started", "message": "it started", "type": "Normal", "source": {"component": "kubelet", "host": "n"},
        "firstTimestamp": "2026-01-01T00:00:00Z", "lastTimestamp": "2026-01-01T00:00:05Z", "count": 3,
    })
}

#[tokio::test]
async fn core_events_are_seen_in_the_events_group() {
    let cluster = Cluster::start().await;
    let core = cluster.create(CORE, &core_event("e")).await;
    let seen = cluster.read(&format!("{GROUP}/e")).await;
    assert_eq!(seen["apiVersion"], "events.k8s.io/v1");
    assert_eq!(seen["metadata"], core["metadata"]);
    assert_eq!(seen["regarding"], core["involvedObject"]);
    assert_eq!((&seen["note"], &seen["reason"], &seen["type"]), (&json!("it started"), &json!("Started"), &json!("Normal")));
    assert_eq!(seen["deprecatedSource"], core["source"]);
    assert_eq!((&seen["deprecatedCount"], &seen["deprecatedLastTimestamp"]), (&json!(3), &json!("2026-01-01T00:00:05Z")));
    assert!(seen["message"].is_null() && seen["involvedObject"].is_null(), "{seen}");
    for (path, expect) in [
        (format!("{CORE}?fieldSelector=involvedObject.name%3Dp%2Creason%3DStarted"), vec!["e"]),
        (format!("{GROUP}?fieldSelector=regarding.name%3Dp"), vec!["e"]),
        (format!("{GROUP}?fieldSelector=regarding.name%3Dq"), vec![]),
        (format!("{CORE}?fieldSelector=source%3Dkubelet%2Ctype!%3DWarning"), vec!["e"]),
        (format!("{CORE}?fieldSelector=type%3DWarning"), vec![]),
    ] {
        assert_eq!(names(&cluster.read(&path).await), expect, "{path}");
    }
    let refused = cluster.get(&format!("{GROUP}?fieldSelector=involvedObject.name%3Dp")).await.refused(400, "BadRequest");
    assert_eq!(refused, "field label not supported: involvedObject.name");
}

#[tokio::test]
async fn events_of_the_events_group_are_seen_in_core() {
    let cluster = Cluster::start().await;
    let mut watch = Events::open(&cluster, &format!("{CORE}?watch=1")).await;
    let event = json!({
        "metadata": {"name": "e"}, "eventTime": "2026-01-01T00:00:00.000000Z", "reportingController": "example.com/c",
        "reportingInstance": "c-1", "action": "Doing", "reason": "Did", "note": "done", "type": "Normal",
        "regarding": {"kind": "Pod", "namespace": "default", "name": "p"},
        "series": {"count": 2, "lastObservedTime": "2026-01-01T00:00:09.000000Z"},
    });
    let made = cluster.create(GROUP, &event).await;
    assert_eq!(made["deprecatedSource"], json!({}));
    let seen = cluster.read(&format!("{CORE}/e")).await;
    assert_eq!((&seen["message"], &seen["reportingComponent"]), (&json!("done"), &json!("example.com/c")));
    assert_eq!((&seen["series"], &seen["action"]), (&event["series"], &event["action"]));
    assert_eq!(seen["involvedObject"], event["regarding"]);
    let (kind, watched) = watch.event().await;
    assert_eq!((kind.as_str(), &watched), ("ADDED", &seen), "a watch of the other group");
    let stored = cluster.stored("/registry/events/default/e").await.unwrap();
    assert_eq!((&stored["apiVersion"], &stored["message"]), (&json!("v1"), &json!("done")));
    cluster.send("POST", CORE, &core_event("e").to_string()).await.refused(409, "AlreadyExists");
    cluster.delete(&format!("{GROUP}/e")).await.expect(200);
    cluster.get(&format!("{CORE}/e")).await.refused(404, "NotFound");
    assert_eq!(watch.brief().await, "DELETED e");
}

#[tokio::test]
async fn events_end_by_themselves() {
    let cluster = Cluster::start().await;
    cluster.create(CORE, &core_event("e")).await;
    let mut watch = Events::open(&cluster, &format!("{GROUP}?watch=1&timeoutSeconds=9000")).await;
    assert_eq!(watch.brief().await, "ADDED e");
    cluster.sim.pass(std::time::Duration::from_secs(3599)).await;
    assert_eq!(names(&cluster.read(CORE).await), ["e"]);
    assert_eq!(watch.brief().await, "DELETED e", "an hour after the write, with upstream's default");
    let passed = cluster.sim.sys().clock.tick().0;
    assert!((3600..3660).contains(&passed.as_secs()), "{passed:?}");
    cluster.get(&format!("{CORE}/e")).await.refused(404, "NotFound");
}

fn target() -> Value {
    json!({"kind": "Deployment", "name": "d", "apiVersion": "apps/v1"})
}

#[tokio::test]
async fn an_autoscaler_written_as_v1_is_read_as_v2() {
    let cluster = Cluster::start().await;
    let spec = json!({"scaleTargetRef": target(), "minReplicas": 2, "maxReplicas": 5, "targetCPUUtilizationPercentage": 70});
    let made = cluster.create(V1, &json!({"metadata": {"name": "h"}, "spec": spec})).await;
    assert_eq!((&made["apiVersion"], &made["spec"]), (&json!("autoscaling/v1"), &spec));
    let cpu = |percent: i64| json!([{"type": "Resource", "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": percent}}}]);
    let seen = cluster.read(&format!("{V2}/h")).await;
    assert_eq!((&seen["apiVersion"], &seen["spec"]["metrics"]), (&json!("autoscaling/v2"), &cpu(70)));
    assert!(seen["spec"]["targetCPUUtilizationPercentage"].is_null(), "{seen}");
    assert_eq!(seen["metadata"], made["metadata"]);
    let patched = cluster.merge(&format!("{V1}/h"), &json!({"spec": {"targetCPUUtilizationPercentage": null}})).await.expect(200);
    assert_eq!(patched["spec"]["targetCPUUtilizationPercentage"], 80, "the default of v1");
    assert_eq!(patched["metadata"]["generation"], 2);
    let list = cluster.read(V2).await;
    assert_eq!((&list["apiVersion"], &list["items"][0]["spec"]["metrics"]), (&json!("autoscaling/v2"), &cpu(80)));
    let stored = cluster.stored("/registry/horizontalpodautoscalers/default/h").await.unwrap();
    assert_eq!(stored["apiVersion"], "autoscaling/v2");
}

#[tokio::test]
async fn what_v1_cannot_say_of_an_autoscaler_survives_a_write_through_it() {
    let cluster = Cluster::start().await;
    let metrics = json!([
        {"type": "Resource", "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 60}}},
        {"type": "Resource", "resource": {"name": "memory", "target": {"type": "AverageValue", "averageValue": "500Mi"}}},
    ]);
    let behavior = json!({"scaleDown": {"stabilizationWindowSeconds": 60}});
    let spec = json!({"scaleTargetRef": target(), "maxReplicas": 5, "metrics": metrics, "behavior": behavior});
    cluster.create(V2, &json!({"metadata": {"name": "h"}, "spec": spec})).await;
    let seen = cluster.read(&format!("{V1}/h")).await;
    assert_eq!(seen["spec"]["targetCPUUtilizationPercentage"], 60);
    let annotations = seen["metadata"]["annotations"].as_object().unwrap();
    assert!(annotations["autoscaling.alpha.kubernetes.io/metrics"].as_str().unwrap().contains("500Mi"), "{annotations:?}");
    assert!(annotations.contains_key("autoscaling.alpha.kubernetes.io/behavior"), "{annotations:?}");
    let mut changed = seen.clone();
    changed["spec"]["maxReplicas"] = json!(9);
    cluster.update(&format!("{V1}/h"), &changed).await;
    let back = cluster.read(&format!("{V2}/h")).await;
    assert_eq!(back["spec"]["maxReplicas"], 9);
    assert!(back["metadata"]["annotations"].is_null(), "the annotations were taken in: {back}");
    assert_eq!(back["spec"]["behavior"]["scaleDown"]["stabilizationWindowSeconds"], 60);
    let mut names: Vec<&str> =
        back["spec"]["metrics"].as_array().unwrap().iter().map(|m| m["resource"]["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, ["cpu", "memory"]);
}

#[tokio::test]
async fn watches_of_two_versions_show_one_change_each_in_its_own() {
    let cluster = Cluster::start().await;
    let mut of_v1 = Events::open(&cluster, &format!("{V1}?watch=1")).await;
    let mut of_v2 = Events::open(&cluster, &format!("{V2}?watch=1")).await;
    cluster.create(V1, &json!({"metadata": {"name": "h"}, "spec": {"scaleTargetRef": target(), "maxReplicas": 5}})).await;
    let ((_, one), (_, two)) = (of_v1.event().await, of_v2.event().await);
    assert_eq!((&one["apiVersion"], &two["apiVersion"]), (&json!("autoscaling/v1"), &json!("autoscaling/v2")));
    assert_eq!(one["metadata"], two["metadata"]);
    assert_eq!(one, cluster.read(&format!("{V1}/h")).await);
    assert_eq!(two, cluster.read(&format!("{V2}/h")).await);
}

#[tokio::test]
async fn the_version_of_the_body_must_be_that_of_the_path() {
    let cluster = Cluster::start().await;
    let body = json!({"apiVersion": "autoscaling/v1", "kind": "HorizontalPodAutoscaler", "metadata": {"name": "h"}, "spec": {}});
    let refused = cluster.send("POST", V2, &body.to_string()).await.refused(400, "BadRequest");
    assert_eq!(refused, "the API version in the data (autoscaling/v1) does not match the expected API version (autoscaling/v2)");
}

#[tokio::test]
async fn versions_that_are_off_are_not_there_until_switched_on() {
    let path = "/apis/resource.k8s.io/v1beta1/deviceclasses";
    let off = Cluster::start().await;
    off.get(path).await.refused(404, "NotFound");
    let on = Cluster::with(Options { runtime_config: "resource.k8s.io/v1beta1=true", ..Options::default() }).await;
    let made = on.create(path, &json!({"metadata": {"name": "c"}})).await;
    assert_eq!(made["apiVersion"], "resource.k8s.io/v1beta1");
    assert_eq!(on.read("/apis/resource.k8s.io/v1/deviceclasses/c").await["metadata"], made["metadata"]);
    on.get("/apis/resource.k8s.io/v1beta2/deviceclasses").await.refused(404, "NotFound");
    let without = Cluster::with(Options { runtime_config: "apps/v1=false", ..Options::default() }).await;
    assert_eq!(without.get("/apis/apps/v1/deployments").await.code, 404);
    let groups = without.read("/apis").await;
    assert!(groups["groups"].as_array().unwrap().iter().all(|group| group["name"] != "apps"), "{groups}");
}

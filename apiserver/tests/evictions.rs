//! Evictions: which pods go at once, what budgets say, what is taken from them, and that two evictions never share one disruption.
//! Texts are the reference server's (`conformance/cases/eviction.yaml` compares more of them).

use serde_json::{Value, json};

use crate::support::{Answer, Cluster};

const PODS: &str = "/api/v1/namespaces/default/pods";
const BUDGETS: &str = "/apis/policy/v1/namespaces/default/poddisruptionbudgets";

/// A running pod, ready or not.
async fn pod(cluster: &Cluster, name: &str, ready: bool) {
    let spec = json!({"nodeName": "n", "containers": [{"name": "c", "image": "i"}]});
    cluster.create(PODS, &json!({"metadata": {"name": name, "labels": {"a": "b"}}, "spec": spec})).await;
    let ready = if ready { "True" } else { "False" };
    let status = json!({"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": ready}]}});
    cluster.merge(&format!("{PODS}/{name}/status"), &status).await.expect(200);
}

/// A budget whose controller said so many disruptions, healthy pods, and healthy pods wanted.
async fn budget(cluster: &Cluster, name: &str, [allowed, current, desired]: [i64; 3], spec: &Value) {
    let mut whole = json!({"selector": {"matchLabels": {"a": "b"}}, "minAvailable": 1});
    crate::support::stubs::overlay(&mut whole, spec);
    cluster.create(BUDGETS, &json!({"metadata": {"name": name}, "spec": whole})).await;
    say(cluster, name, [allowed, current, desired]).await;
}

async fn say(cluster: &Cluster, name: &str, [allowed, current, desired]: [i64; 3]) {
    let status = json!({"status": {
        "observedGeneration": 1, "disruptionsAllowed": allowed, "currentHealthy": current, "desiredHealthy": desired,
    }});
    cluster.merge(&format!("{BUDGETS}/{name}/status"), &status).await.expect(200);
}

fn eviction(name: &str, options: &Value) -> String {
    json!({"apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": name}, "deleteOptions": options}).to_string()
}

async fn evict(cluster: &Cluster, name: &str, options: &Value) -> Answer {
    cluster.send("POST", &format!("{PODS}/{name}/eviction"), &eviction(name, options)).await
}

async fn status(cluster: &Cluster, name: &str) -> Value {
    cluster.read(&format!("{BUDGETS}/{name}")).await["status"].clone()
}

#[tokio::test]
async fn an_evicted_pod_says_why_and_goes_in_its_time() {
    let cluster = Cluster::start().await;
    pod(&cluster, "p", true).await;
    let done = evict(&cluster, "p", &json!({"gracePeriodSeconds": 7})).await.expect(201);
    assert_eq!((&done["status"], &done["code"]), (&json!("Success"), &json!(201)));
    let pod = cluster.read(&format!("{PODS}/p")).await;
    assert_eq!(pod["metadata"]["deletionGracePeriodSeconds"], 7);
    let condition = &pod["status"]["conditions"][1];
    assert_eq!(condition["type"], "DisruptionTarget");
    assert_eq!(condition["reason"], "EvictionByEvictionAPI");
}

#[tokio::test]
async fn a_budget_is_charged_once_for_each_pod() {
    let cluster = Cluster::start().await;
    for name in ["p", "q"] {
        pod(&cluster, name, true).await;
    }
    budget(&cluster, "b", [1, 2, 1], &json!({})).await;
    let before = cluster.revision();
    evict(&cluster, "p", &json!({"dryRun": ["All"]})).await.expect(201);
    assert_eq!(cluster.revision(), before, "a dry run writes nothing");
    evict(&cluster, "p", &Value::Null).await.expect(201);
    let after = status(&cluster, "b").await;
    assert_eq!(after["disruptionsAllowed"], 0);
    assert!(after["disruptedPods"]["p"].is_string(), "{after}");
    assert_eq!(after["conditions"][0]["reason"], "InsufficientPods");
    let refused = evict(&cluster, "q", &Value::Null).await;
    let text = refused.refused(429, "TooManyRequests");
    assert_eq!(text, "Cannot evict pod as it would violate the pod's disruption budget.");
    assert!(cluster.read(&format!("{PODS}/q")).await["metadata"]["deletionTimestamp"].is_null());
    evict(&cluster, "p", &Value::Null).await.expect(201);
    assert_eq!(status(&cluster, "b").await, after, "a pod on its way is not charged again");
}

#[tokio::test]
async fn evictions_at_the_same_time_never_share_a_disruption() {
    let cluster = Cluster::start().await;
    let names: Vec<String> = (0..6).map(|i| format!("p{i}")).collect();
    for name in &names {
        pod(&cluster, name, true).await;
    }
    budget(&cluster, "b", [3, 6, 3], &json!({})).await;
    let requests = names.iter().map(|name| evict(&cluster, name, &Value::Null));
    let answers = cluster.patiently(futures_util::future::join_all(requests)).await;
    let mut codes: Vec<u16> = answers.iter().map(|answer| answer.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, [201, 201, 201, 429, 429, 429]);
    let after = status(&cluster, "b").await;
    assert_eq!(after["disruptionsAllowed"], 0);
    assert_eq!(after["disruptedPods"].as_object().unwrap().len(), 3);
}

#[tokio::test]
async fn the_change_of_a_budget_is_the_servers_own() {
    let cluster = Cluster::start().await;
    pod(&cluster, "p", true).await;
    budget(&cluster, "b", [2, 2, 1], &json!({})).await;
    evict(&cluster, "p", &Value::Null).await.expect(201);
    let budget = cluster.read(&format!("{BUDGETS}/b")).await;
    let managers = budget["metadata"]["managedFields"].as_array().unwrap();
    let own = managers.iter().find(|m| m["manager"] == "kube-apiserver").expect("the server recorded itself");
    assert_eq!(own["subresource"], "status");
    assert_eq!(own["fieldsV1"]["f:status"]["f:disruptedPods"], json!({".": {}, "f:p": {}}));
}

#[tokio::test]
async fn unready_pods_are_not_charged() {
    let cluster = Cluster::start().await;
    budget(&cluster, "b", [0, 0, 1], &json!({})).await;
    pod(&cluster, "p", false).await;
    evict(&cluster, "p", &Value::Null).await.refused(429, "TooManyRequests");
    say(&cluster, "b", [0, 1, 1]).await;
    let before = status(&cluster, "b").await;
    evict(&cluster, "p", &Value::Null).await.expect(201);
    assert_eq!(status(&cluster, "b").await, before);
    let patch = json!({"spec": {"unhealthyPodEvictionPolicy": "AlwaysAllow"}});
    cluster.merge(&format!("{BUDGETS}/b"), &patch).await.expect(200);
    pod(&cluster, "q", false).await;
    evict(&cluster, "q", &Value::Null).await.expect(201);
}

#[tokio::test]
async fn two_budgets_are_one_too_many_and_an_empty_selector_holds_all() {
    let cluster = Cluster::start().await;
    pod(&cluster, "p", true).await;
    budget(&cluster, "b", [1, 2, 1], &json!({})).await;
    let all = json!({"metadata": {"name": "all"}, "spec": {"selector": {}, "minAvailable": 1}});
    cluster.create(BUDGETS, &all).await;
    let text = evict(&cluster, "p", &Value::Null).await.refused(500, "");
    assert_eq!(text, "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
    cluster.delete(&format!("{BUDGETS}/b")).await.expect(200);
    let refusal = evict(&cluster, "p", &Value::Null).await;
    assert_eq!(refusal.header("retry-after"), "10");
    let cause = &refusal.expect(429)["details"]["causes"][0];
    assert_eq!(cause["message"], "The disruption budget all is still being processed by the server.");
}

#[tokio::test]
async fn pods_that_are_over_or_never_began_need_no_budget() {
    let cluster = Cluster::start().await;
    budget(&cluster, "b", [0, 1, 1], &json!({})).await;
    let spec = json!({"containers": [{"name": "c", "image": "i"}]});
    cluster.create(PODS, &json!({"metadata": {"name": "new", "labels": {"a": "b"}}, "spec": spec})).await;
    evict(&cluster, "new", &Value::Null).await.expect(201);
    cluster.get(&format!("{PODS}/new")).await.refused(404, "NotFound");
    pod(&cluster, "over", true).await;
    evict(&cluster, "over", &Value::Null).await.refused(429, "TooManyRequests");
    cluster.merge(&format!("{PODS}/over/status"), &json!({"status": {"phase": "Failed"}})).await.expect(200);
    evict(&cluster, "over", &Value::Null).await.expect(201);
}

#[tokio::test]
async fn preconditions_hold_before_anything_is_written_to_the_pod() {
    let cluster = Cluster::start().await;
    pod(&cluster, "p", true).await;
    let before = cluster.read(&format!("{PODS}/p")).await;
    for precondition in [json!({"uid": "other"}), json!({"resourceVersion": "1"})] {
        evict(&cluster, "p", &json!({"preconditions": precondition})).await.refused(409, "Conflict");
    }
    assert_eq!(cluster.read(&format!("{PODS}/p")).await, before);
    let version = json!({"preconditions": {"resourceVersion": before["metadata"]["resourceVersion"]}});
    evict(&cluster, "p", &version).await.expect(201);
}

#[tokio::test]
async fn both_versions_and_protobuf_are_taken() {
    let cluster = Cluster::start().await;
    for name in ["p", "q"] {
        pod(&cluster, name, true).await;
    }
    let beta = json!({"apiVersion": "policy/v1beta1", "kind": "Eviction", "metadata": {"name": "p"}}).to_string();
    cluster.send("POST", &format!("{PODS}/p/eviction"), &beta).await.expect(201);
    // runtime.Unknown{policy/v1 Eviction, raw: Eviction{metadata: {name: q}}}
    let body = "k8s\0\n\x15\n\tpolicy/v1\x12\x08Eviction\x12\x05\n\x03\n\x01q";
    let media_type = "application/vnd.kubernetes.protobuf";
    cluster.send_as(media_type, "POST", &format!("{PODS}/q/eviction"), body).await.expect(201);
    assert!(!cluster.read(&format!("{PODS}/q")).await["metadata"]["deletionTimestamp"].is_null());
}

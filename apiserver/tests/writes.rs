//! What writes do to objects, beyond storing them: made-up names, preconditions, finalizers, graceful deletion, garbage collection
//! policies, writes that change nothing, dry runs, generations, the status endpoint, and namespaces that go. Expectations are what the
//! reference server was seen to do (`conformance/cases/recorded`).

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::events::Events;
use crate::support::stubs::overlay;
use crate::support::{Cluster, names, revision_of};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";
const PODS: &str = "/api/v1/namespaces/default/pods";
const DEPLOYMENTS: &str = "/apis/apps/v1/namespaces/default/deployments";

fn pod(name: &str, spec: &Value) -> Value {
    let mut pod = json!({"metadata": {"name": name}, "spec": {"containers": [{"name": "c", "image": "i"}]}});
    overlay(&mut pod["spec"], spec);
    pod
}

fn deployment(name: &str) -> Value {
    json!({"metadata": {"name": name}, "spec": {
        "replicas": 1,
        "selector": {"matchLabels": {"a": "b"}},
        "template": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}},
    }})
}

#[tokio::test]
async fn generated_names_begin_as_asked_and_differ() {
    let cluster = Cluster::start().await;
    let mut seen = BTreeSet::new();
    for _ in 0..50 {
        let made = cluster.create(MAPS, &json!({"metadata": {"generateName": "gen-"}})).await;
        let name = made["metadata"]["name"].as_str().unwrap().to_owned();
        assert!(name.len() == "gen-".len() + 5 && name.starts_with("gen-"), "{name}");
        assert_eq!(made["metadata"]["generateName"], "gen-");
        assert!(seen.insert(name), "a name came twice");
    }
    let given = cluster.create(MAPS, &json!({"metadata": {"name": "given", "generateName": "ignored-"}})).await;
    assert_eq!(given["metadata"]["name"], "given");
    let long = cluster.create(MAPS, &json!({"metadata": {"generateName": "x".repeat(80)}})).await;
    assert_eq!(long["metadata"]["name"].as_str().unwrap().len(), 63, "upstream cuts the base so that names fit a label");
}

#[tokio::test]
async fn a_generated_name_that_is_taken_is_made_up_again() {
    // All these servers make up the same names; on the second one they are taken.
    let first = Cluster::start().await;
    let name = first.create(MAPS, &json!({"metadata": {"generateName": "g-"}})).await["metadata"]["name"].clone();
    let twin = Cluster::start().await.create(MAPS, &json!({"metadata": {"generateName": "g-"}})).await;
    assert_eq!(twin["metadata"]["name"], name, "without this the test would show nothing");
    let second = Cluster::start().await;
    second.copy(&first, &format!("/registry/configmaps/default/{}", name.as_str().unwrap())).await;
    let other = second.create(MAPS, &json!({"metadata": {"generateName": "g-"}})).await["metadata"]["name"].clone();
    assert_ne!(name, other);
    assert_eq!(names(&second.read(MAPS).await).len(), 2);
}

#[tokio::test]
async fn the_server_alone_sets_identity_and_times() {
    let cluster = Cluster::start().await;
    let sent = json!({"metadata": {
        "name": "a", "uid": "mine", "creationTimestamp": "2001-01-01T00:00:00Z", "deletionTimestamp": "2001-01-01T00:00:00Z",
        "deletionGracePeriodSeconds": 7, "selfLink": "/x", "generation": 7,
    }});
    let made = cluster.create(MAPS, &sent).await;
    let meta = &made["metadata"];
    assert_ne!(meta["uid"], "mine");
    assert_eq!(meta["creationTimestamp"], "2026-01-01T00:00:00Z");
    for gone in ["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"] {
        assert!(meta[gone].is_null(), "{gone}: {meta}");
    }
    assert_eq!(meta["generation"], 7, "kinds without a generation keep what was sent, as upstream's do");
    let refused = cluster.send("POST", MAPS, r#"{"metadata":{"name":"b","resourceVersion":"1"}}"#).await;
    assert_eq!(refused.refused(500, ""), "resourceVersion should not be set on objects to be created");
    let mut second = cluster.read(&format!("{MAPS}/a")).await;
    second["metadata"]["creationTimestamp"] = json!("2001-01-01T00:00:00Z");
    assert_eq!(cluster.update(&format!("{MAPS}/a"), &second).await, made, "an update cannot set the time either");
}

/// Upstream: `RunTestGuaranteedUpdate`.
#[tokio::test]
async fn updates_hold_to_revision_and_uid() {
    let cluster = Cluster::start().await;
    let path = format!("{MAPS}/a");
    let made = cluster.create(MAPS, &json!({"metadata": {"name": "a"}, "data": {"k": "1"}})).await;
    let mut next = made.clone();
    next["data"]["k"] = json!("2");
    let updated = cluster.update(&path, &next).await;
    assert!(revision_of(&updated) > revision_of(&made));
    next["data"]["k"] = json!("3");
    let conflict = cluster.send("PUT", &path, &next.to_string()).await.refused(409, "Conflict");
    assert_eq!(
        conflict,
        "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your changes to the latest version and try again"
    );
    let stale_patch = json!({"metadata": {"resourceVersion": revision_of(&made).to_string()}, "data": {"k": "3"}});
    cluster.merge(&path, &stale_patch).await.refused(409, "Conflict");
    let other_uid = json!({"metadata": {"name": "a", "uid": "00000000-0000-0000-0000-000000000000"}, "data": {"k": "3"}});
    cluster.send("PUT", &path, &other_uid.to_string()).await.refused(409, "Conflict");
    assert_eq!(cluster.read(&path).await, updated, "nothing of it was written");
    let unconditional = cluster.update(&path, &json!({"metadata": {"name": "a"}, "data": {"k": "4"}})).await;
    assert_eq!(unconditional["metadata"]["uid"], made["metadata"]["uid"]);
    assert_eq!(unconditional["metadata"]["creationTimestamp"], made["metadata"]["creationTimestamp"]);
}

#[tokio::test]
async fn deletes_hold_to_revision_and_uid() {
    let cluster = Cluster::start().await;
    let path = format!("{MAPS}/a");
    let made = cluster.create(MAPS, &json!({"metadata": {"name": "a"}})).await;
    let (uid, revision) = (made["metadata"]["uid"].clone(), revision_of(&made));
    for (wrong, what) in [
        (json!({"uid": "x"}), "the UID in the precondition (x) does not match the UID in record"),
        (
            json!({"uid": uid, "resourceVersion": "1"}),
            "the ResourceVersion in the precondition (1) does not match the ResourceVersion in record",
        ),
    ] {
        let before = cluster.revision();
        let refused = cluster.send("DELETE", &path, &json!({"preconditions": wrong}).to_string()).await.refused(409, "Conflict");
        assert!(refused.starts_with(&format!("Operation cannot be fulfilled on ConfigMap \"a\": {what}")), "{refused}");
        assert_eq!(cluster.revision(), before);
    }
    let right = json!({"preconditions": {"uid": uid, "resourceVersion": revision.to_string()}});
    let gone = cluster.send("DELETE", &path, &right.to_string()).await.expect(200);
    assert_eq!(gone["details"]["uid"], uid);
    cluster.get(&path).await.refused(404, "NotFound");
}

#[tokio::test]
async fn an_update_that_changes_nothing_keeps_the_revision() {
    let cluster = Cluster::start().await;
    let path = format!("{MAPS}/a");
    let made = cluster.create(MAPS, &json!({"metadata": {"name": "a"}, "data": {"k": "v"}})).await;
    let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={}", revision_of(&made))).await;
    let before = cluster.revision();
    assert_eq!(cluster.update(&path, &made).await, made);
    assert_eq!(cluster.update(&path, &json!({"metadata": {"name": "a"}, "data": {"k": "v"}})).await, made);
    assert_eq!(cluster.merge(&path, &json!({"data": {"k": "v"}})).await.expect(200), made);
    assert_eq!(cluster.merge(&path, &json!({})).await.expect(200), made);
    assert_eq!(cluster.revision(), before, "nothing was written");
    cluster.merge(&path, &json!({"data": {"k": "w"}})).await.expect(200);
    let (kind, object) = watch.event().await;
    assert_eq!((kind.as_str(), &object["data"]["k"]), ("MODIFIED", &json!("w")), "nobody was told of a change that was none");
}

#[tokio::test]
async fn a_put_creates_where_the_kind_allows_it() {
    let cluster = Cluster::start().await;
    let leases = "/apis/coordination.k8s.io/v1/namespaces/default/leases";
    let made = cluster
        .send("PUT", &format!("{leases}/l"), r#"{"metadata":{"name":"l"},"spec":{"holderIdentity":"h"}}"#)
        .await
        .expect(201);
    assert_eq!(made["spec"]["holderIdentity"], "h");
    cluster.send("PUT", &format!("{MAPS}/a"), r#"{"metadata":{"name":"a"}}"#).await.refused(404, "NotFound");
    let refused = cluster.send("PUT", &format!("{leases}/l"), r#"{"metadata":{"name":"l"}}"#).await.refused(422, "Invalid");
    assert!(refused.contains("metadata.resourceVersion: Invalid value: 0: must be specified for an update"), "{refused}");
}

#[tokio::test]
async fn dry_runs_answer_as_if_and_write_nothing() {
    let cluster = Cluster::start().await;
    let kept = cluster.create(MAPS, &json!({"metadata": {"name": "kept"}, "data": {"k": "1"}})).await;
    let (path, before) = (format!("{MAPS}/kept"), cluster.revision());
    let made = cluster.create(&format!("{MAPS}?dryRun=All"), &json!({"metadata": {"name": "new"}})).await;
    assert!(made["metadata"]["uid"].is_string() && made["metadata"]["resourceVersion"].is_null(), "{made}");
    let changed =
        cluster.send("PUT", &format!("{path}?dryRun=All"), r#"{"metadata":{"name":"kept"},"data":{"k":"2"}}"#).await.expect(200);
    assert_eq!(changed["data"]["k"], "2");
    let patched = cluster.merge(&format!("{path}?dryRun=All"), &json!({"data": {"k": "3"}})).await.expect(200);
    assert_eq!(patched["data"]["k"], "3");
    assert_eq!(cluster.delete(&format!("{path}?dryRun=All")).await.expect(200)["status"], "Success");
    assert_eq!(cluster.send("DELETE", &path, r#"{"dryRun":["All"]}"#).await.expect(200)["status"], "Success");
    assert_eq!(names(&cluster.delete(&format!("{MAPS}?dryRun=All")).await.expect(200)), ["kept"]);
    cluster.send("POST", &format!("{MAPS}?dryRun=All"), r#"{"metadata":{"name":"kept"}}"#).await.refused(409, "AlreadyExists");
    assert_eq!(cluster.revision(), before);
    assert_eq!(cluster.read(&path).await, kept);
    cluster.get(&format!("{MAPS}/new")).await.refused(404, "NotFound");
}

#[tokio::test]
async fn finalizers_hold_an_object_until_the_last_one_is_gone() {
    let cluster = Cluster::start().await;
    let path = format!("{MAPS}/a");
    let finalizers = json!(["example.com/one", "example.com/two"]);
    let made = cluster.create(MAPS, &json!({"metadata": {"name": "a", "finalizers": finalizers}})).await;
    let mut watch = Events::open(&cluster, &format!("{MAPS}?watch=1&resourceVersion={}", revision_of(&made))).await;
    let marked = cluster.delete(&path).await.expect(200);
    assert_eq!(marked["kind"], "ConfigMap");
    assert_eq!(marked["metadata"]["deletionTimestamp"], "2026-01-01T00:00:00Z");
    assert_eq!(marked["metadata"]["deletionGracePeriodSeconds"], 0);
    assert_eq!(cluster.delete(&path).await.expect(200), marked, "a second delete changes nothing");
    let more = json!({"metadata": {"finalizers": ["example.com/one", "example.com/two", "example.com/more"]}});
    let refused = cluster.merge(&path, &more).await.refused(422, "Invalid");
    assert!(refused.contains("no new finalizers can be added if the object is being deleted"), "{refused}");
    let one = cluster.merge(&path, &json!({"metadata": {"finalizers": ["example.com/two"]}})).await.expect(200);
    assert_eq!(one["metadata"]["finalizers"], json!(["example.com/two"]));
    let again = cluster.send("POST", MAPS, r#"{"metadata":{"name":"a"}}"#).await.refused(409, "AlreadyExists");
    assert_eq!(again, "object is being deleted: configmaps \"a\" already exists");
    let last = cluster.merge(&path, &json!({"metadata": {"finalizers": []}})).await.expect(200);
    assert!(last["metadata"]["finalizers"].is_null());
    assert_eq!(
        last["metadata"]["resourceVersion"], one["metadata"]["resourceVersion"],
        "the answer bears the old revision, as upstream's"
    );
    cluster.get(&path).await.refused(404, "NotFound");
    assert_eq!(watch.brief().await, "MODIFIED a");
    assert_eq!(watch.brief().await, "MODIFIED a");
    let (kind, object) = watch.event().await;
    assert_eq!(kind, "DELETED");
    assert_eq!(revision_of(&object), cluster.revision());
    assert_eq!(object["metadata"]["finalizers"], json!(["example.com/two"]), "the last state that was stored");
}

#[tokio::test]
async fn propagation_policies_become_finalizers() {
    let cluster = Cluster::start().await;
    for (policy, finalizer) in [("Orphan", "orphan"), ("Foreground", "foregroundDeletion")] {
        let path = format!("{MAPS}/{}", policy.to_lowercase());
        cluster.create(MAPS, &json!({"metadata": {"name": policy.to_lowercase()}})).await;
        let marked = cluster.delete(&format!("{path}?propagationPolicy={policy}")).await.expect(200);
        assert_eq!(marked["metadata"]["finalizers"], json!([finalizer]));
        assert!(marked["metadata"]["deletionTimestamp"].is_string());
        assert_eq!(cluster.read(&path).await, marked);
        let gone = cluster.delete(&format!("{path}?propagationPolicy=Background")).await.expect(200);
        assert_eq!(gone["kind"], "Status", "{gone}");
        cluster.get(&path).await.refused(404, "NotFound");
    }
    cluster.create(MAPS, &json!({"metadata": {"name": "plain"}})).await;
    cluster.delete(&format!("{MAPS}/plain?propagationPolicy=Background")).await.expect(200);
    cluster.get(&format!("{MAPS}/plain")).await.refused(404, "NotFound");
    let mixed = cluster.create(MAPS, &json!({"metadata": {"name": "mixed", "finalizers": ["example.com/hold"]}})).await;
    let marked = cluster.delete(&format!("{MAPS}/mixed?propagationPolicy=Foreground")).await.expect(200);
    assert_eq!(marked["metadata"]["finalizers"], json!(["example.com/hold", "foregroundDeletion"]), "{mixed}");
}

#[tokio::test]
async fn jobs_and_replication_controllers_orphan_by_default() {
    let cluster = Cluster::start().await;
    let controllers = "/api/v1/namespaces/default/replicationcontrollers";
    let template = json!({"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}});
    cluster
        .create(controllers, &json!({"metadata": {"name": "r"}, "spec": {"selector": {"a": "b"}, "template": template}}))
        .await;
    let marked = cluster.delete(&format!("{controllers}/r")).await.expect(200);
    assert_eq!(marked["metadata"]["finalizers"], json!(["orphan"]));
}

#[tokio::test]
async fn a_pod_that_runs_nowhere_goes_at_once() {
    let cluster = Cluster::start().await;
    let made = cluster.create(PODS, &pod("p", &json!({}))).await;
    let mut watch = Events::open(&cluster, &format!("{PODS}?watch=1&resourceVersion={}", revision_of(&made))).await;
    let gone = cluster.delete(&format!("{PODS}/p")).await.expect(200);
    assert_eq!((&gone["kind"], &gone["metadata"]["generation"]), (&json!("Pod"), &json!(2)));
    assert_eq!(gone["metadata"]["deletionGracePeriodSeconds"], 0);
    cluster.get(&format!("{PODS}/p")).await.refused(404, "NotFound");
    assert_eq!(watch.brief().await, "MODIFIED p", "watchers see the mark");
    assert_eq!(watch.brief().await, "DELETED p");
}

#[tokio::test]
async fn a_pod_on_a_node_is_given_its_grace() {
    let cluster = Cluster::start().await;
    let path = format!("{PODS}/p");
    cluster.create(PODS, &pod("p", &json!({"nodeName": "n", "terminationGracePeriodSeconds": 40}))).await;
    let marked = cluster.delete(&path).await.expect(200);
    assert_eq!(marked["metadata"]["deletionGracePeriodSeconds"], 40);
    assert_eq!(marked["metadata"]["deletionTimestamp"], "2026-01-01T00:00:40Z");
    assert_eq!(marked["metadata"]["generation"], 2);
    assert_eq!(cluster.delete(&path).await.expect(200), marked, "a second delete does not begin again");
    assert_eq!(cluster.delete(&format!("{path}?gracePeriodSeconds=100")).await.expect(200), marked, "grace is never lengthened");
    cluster.sim.advance(Duration::from_secs(3));
    let sooner = cluster.delete(&format!("{path}?gracePeriodSeconds=5")).await.expect(200);
    assert_eq!(sooner["metadata"]["deletionGracePeriodSeconds"], 5);
    assert_eq!(sooner["metadata"]["deletionTimestamp"], "2026-01-01T00:00:05Z", "counted from the first request");
    assert_eq!(cluster.read(&path).await, sooner);
    cluster.delete(&format!("{path}?gracePeriodSeconds=0")).await.expect(200);
    cluster.get(&path).await.refused(404, "NotFound");
}

#[tokio::test]
async fn finalizers_hold_a_pod_without_grace() {
    let cluster = Cluster::start().await;
    let mut held = pod("p", &json!({}));
    held["metadata"]["finalizers"] = json!(["example.com/hold"]);
    cluster.create(PODS, &held).await;
    let marked = cluster.delete(&format!("{PODS}/p")).await.expect(200);
    assert_eq!(marked["metadata"]["deletionGracePeriodSeconds"], 0);
    cluster.merge(&format!("{PODS}/p"), &json!({"metadata": {"finalizers": null}})).await.expect(200);
    cluster.get(&format!("{PODS}/p")).await.refused(404, "NotFound");
}

#[tokio::test]
async fn generations_count_changes_of_the_spec() {
    let cluster = Cluster::start().await;
    let path = format!("{DEPLOYMENTS}/d");
    let mut object = deployment("d");
    object["metadata"]["generation"] = json!(7);
    let generation = |object: &Value| object["metadata"]["generation"].as_i64().unwrap();
    assert_eq!(generation(&cluster.create(DEPLOYMENTS, &object).await), 1, "the server counts, not the client");
    for (patch, expect) in [
        (json!({"metadata": {"labels": {"x": "y"}}}), 1),
        (json!({"spec": {"replicas": 2}}), 2),
        (json!({"spec": {"replicas": 2}}), 2),
        (json!({"metadata": {"generation": 50}}), 2),
        (json!({"metadata": {"annotations": {"a": "b"}}}), 3),
        (json!({"status": {"replicas": 9}}), 3),
    ] {
        assert_eq!(generation(&cluster.merge(&path, &patch).await.expect(200)), expect, "{patch}");
    }
    assert_eq!(generation(&cluster.merge(&format!("{path}/status"), &json!({"status": {"replicas": 9}})).await.expect(200)), 3);
    cluster.merge(&format!("{path}/scale"), &json!({"spec": {"replicas": 3}})).await.expect(200);
    assert_eq!(generation(&cluster.read(&path).await), 4);
}

#[tokio::test]
async fn the_status_endpoint_changes_the_status_and_nothing_else_does() {
    let cluster = Cluster::start().await;
    let path = format!("{DEPLOYMENTS}/d");
    let mut object = deployment("d");
    object["status"] = json!({"replicas": 5});
    assert!(cluster.create(DEPLOYMENTS, &object).await["status"]["replicas"].is_null(), "a create sets no status");
    let change = json!({"metadata": {"labels": {"x": "y"}}, "spec": {"replicas": 8}, "status": {"replicas": 5}});
    let main = cluster.merge(&path, &change).await.expect(200);
    assert_eq!((&main["spec"]["replicas"], &main["status"]["replicas"]), (&json!(8), &Value::Null));
    let change = json!({"metadata": {"labels": {"x": "z"}}, "spec": {"replicas": 9}, "status": {"replicas": 6}});
    let status = cluster.merge(&format!("{path}/status"), &change).await.expect(200);
    assert_eq!((&status["spec"]["replicas"], &status["status"]["replicas"]), (&json!(8), &json!(6)));
    assert_eq!(status["metadata"]["labels"], json!({"x": "y"}), "a Deployment's status endpoint leaves labels alone");
    assert_eq!(status["metadata"]["generation"], main["metadata"]["generation"]);
    assert_eq!(cluster.read(&format!("{path}/status")).await, status);
    cluster.send("POST", &format!("{path}/status"), "{}").await.refused(405, "MethodNotAllowed");
}

#[tokio::test]
async fn scale_is_another_view_of_replicas() {
    let cluster = Cluster::start().await;
    let path = format!("{DEPLOYMENTS}/d");
    let made = cluster.create(DEPLOYMENTS, &deployment("d")).await;
    let scale = cluster.read(&format!("{path}/scale")).await;
    assert_eq!((&scale["kind"], &scale["apiVersion"]), (&json!("Scale"), &json!("autoscaling/v1")));
    assert_eq!((&scale["spec"]["replicas"], &scale["status"]["selector"]), (&json!(1), &json!("a=b")));
    assert_eq!(scale["metadata"]["resourceVersion"], made["metadata"]["resourceVersion"]);
    let mut four = scale.clone();
    four["spec"]["replicas"] = json!(4);
    assert_eq!(cluster.update(&format!("{path}/scale"), &four).await["spec"]["replicas"], 4);
    assert_eq!(cluster.read(&path).await["spec"]["replicas"], 4);
    let conflict = cluster.send("PUT", &format!("{path}/scale"), &four.to_string()).await.refused(409, "Conflict");
    assert!(conflict.contains("deployments.apps \"d\""), "{conflict}");
    let none = cluster.merge(&format!("{path}/scale"), &json!({"spec": {"replicas": 0}})).await.expect(200);
    assert_eq!(none["spec"], json!({}));
    assert_eq!(cluster.read(&path).await["spec"]["replicas"], 0);
}

#[tokio::test]
async fn a_namespace_goes_in_two_steps() {
    let cluster = Cluster::start().await;
    cluster.namespace("going").await;
    let maps = "/api/v1/namespaces/going/configmaps";
    cluster.create(maps, &json!({"metadata": {"name": "early"}})).await;
    let marked = cluster.delete("/api/v1/namespaces/going").await.expect(200);
    assert_eq!(marked["status"]["phase"], "Terminating");
    let refused = cluster.send("POST", maps, r#"{"metadata":{"name":"late"}}"#).await;
    let message = refused.refused(403, "Forbidden");
    assert_eq!(
        message,
        "configmaps \"late\" is forbidden: unable to create new content in namespace going because it is being terminated"
    );
    assert_eq!(refused.json()["details"]["causes"][0]["reason"], "NamespaceTerminating");
    cluster.merge(&format!("{maps}/early"), &json!({"data": {"k": "v"}})).await.expect(200);
    cluster.delete(&format!("{maps}/early")).await.expect(200);
    let mut empty = marked.clone();
    empty["spec"]["finalizers"] = json!([]);
    let finalised = cluster.update("/api/v1/namespaces/going/finalize", &empty).await;
    assert!(finalised["spec"]["finalizers"].is_null(), "{finalised}");
    cluster.get("/api/v1/namespaces/going").await.refused(404, "NotFound");
    cluster.send("POST", maps, r#"{"metadata":{"name":"late"}}"#).await.refused(404, "NotFound");
}

#[tokio::test]
async fn the_clusters_own_namespaces_stay() {
    let cluster = Cluster::start().await;
    for name in ["default", "kube-system", "kube-public"] {
        let refused = cluster.delete(&format!("/api/v1/namespaces/{name}")).await.refused(403, "Forbidden");
        assert_eq!(refused, format!("namespaces \"{name}\" is forbidden: this namespace may not be deleted"));
        assert_eq!(cluster.read(&format!("/api/v1/namespaces/{name}")).await["status"]["phase"], "Active");
    }
}

#[tokio::test]
async fn a_namespace_must_exist() {
    let cluster = Cluster::start().await;
    let refused = cluster.send("POST", "/api/v1/namespaces/none/configmaps", r#"{"metadata":{"name":"a"}}"#).await;
    assert_eq!(refused.refused(404, "NotFound"), "namespaces \"none\" not found");
    assert!(names(&cluster.read("/api/v1/namespaces/none/configmaps").await).is_empty(), "lists of it are empty, not errors");
}

#[tokio::test]
async fn collections_are_deleted_object_by_object() {
    let cluster = Cluster::start().await;
    for (name, label) in [("a", "1"), ("b", "2"), ("c", "2"), ("d", "2")] {
        let finalizers = if name == "c" { json!(["example.com/hold"]) } else { json!([]) };
        cluster.create(MAPS, &json!({"metadata": {"name": name, "labels": {"x": label}, "finalizers": finalizers}})).await;
    }
    let deleted = cluster.delete(&format!("{MAPS}?labelSelector=x%3D2")).await.expect(200);
    assert_eq!((deleted["kind"].as_str(), names(&deleted)), (Some("ConfigMapList"), vec!["b".into(), "c".into(), "d".into()]));
    let left = cluster.read(MAPS).await;
    assert_eq!(names(&left), ["a", "c"]);
    assert!(left["items"][1]["metadata"]["deletionTimestamp"].is_string(), "what a finalizer holds is marked");
    cluster.delete("/api/v1/configmaps").await.refused(405, "MethodNotAllowed");
}

//! Plugins that change what is written, where they depend on other objects: default classes and priorities. What they do alone is
//! compared with the reference server in `conformance/cases/admission.yaml`.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::Cluster;

const PODS: &str = "/api/v1/namespaces/default/pods";
const PRIORITIES: &str = "/apis/scheduling.k8s.io/v1/priorityclasses";
const CLAIMS: &str = "/api/v1/namespaces/default/persistentvolumeclaims";
const STORAGE: &str = "/apis/storage.k8s.io/v1/storageclasses";
const INGRESSES: &str = "/apis/networking.k8s.io/v1/namespaces/default/ingresses";
const INGRESS_CLASSES: &str = "/apis/networking.k8s.io/v1/ingressclasses";

fn pod(name: &str) -> Value {
    json!({"metadata": {"name": name}, "spec": {"containers": [{"name": "c", "image": "i"}]}})
}

fn claim(name: &str) -> Value {
    let spec = json!({"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}});
    json!({"metadata": {"name": name}, "spec": spec})
}

#[tokio::test]
async fn pods_get_the_default_priority_and_there_is_one_default() {
    let cluster = Cluster::start().await;
    let before = cluster.create(PODS, &pod("before")).await;
    assert_eq!((&before["spec"]["priority"], &before["spec"]["preemptionPolicy"]), (&json!(0), &json!("PreemptLowerPriority")));
    let class = |name: &str, default: bool| json!({"metadata": {"name": name}, "value": 7, "globalDefault": default, "preemptionPolicy": "Never"});
    cluster.create(PRIORITIES, &class("seven", true)).await;
    let after = cluster.create(PODS, &pod("after")).await;
    let spec = &after["spec"];
    assert_eq!(
        (&spec["priorityClassName"], &spec["priority"], &spec["preemptionPolicy"]),
        (&json!("seven"), &json!(7), &json!("Never"))
    );
    let text = cluster.send("POST", PRIORITIES, &class("other", true).to_string()).await.refused(403, "Forbidden");
    assert_eq!(
        text,
        "priorityclasses.scheduling.k8s.io \"other\" is forbidden: PriorityClass seven is already marked as default. Only one default can exist"
    );
    cluster.create(PRIORITIES, &class("other", false)).await;
    let default = json!({"globalDefault": true});
    cluster.merge(&format!("{PRIORITIES}/other"), &default).await.refused(403, "Forbidden");
    cluster.merge(&format!("{PRIORITIES}/seven"), &json!({"description": "d"})).await.expect(200);
}

#[tokio::test]
async fn a_put_that_leaves_the_priority_out_keeps_it() {
    let cluster = Cluster::start().await;
    let made = cluster.create(PODS, &pod("p")).await;
    let mut sent = pod("p");
    sent["metadata"]["labels"] = json!({"a": "b"});
    let path = format!("{PODS}/p");
    let put = cluster.update(&path, &sent).await;
    assert_eq!(put["spec"]["priority"], made["spec"]["priority"]);
    assert_eq!(put["spec"]["tolerations"], made["spec"]["tolerations"]);
    let again = cluster.update(&path, &sent).await;
    assert_eq!(again["metadata"]["resourceVersion"], put["metadata"]["resourceVersion"], "nothing changed");
}

#[tokio::test]
async fn what_plugins_fill_in_has_no_manager() {
    let cluster = Cluster::start().await;
    let made = cluster.create(PODS, &pod("p")).await;
    assert_eq!(made["spec"]["priority"], 0);
    let fields = &made["metadata"]["managedFields"][0]["fieldsV1"]["f:spec"];
    assert!(fields["f:containers"].is_object(), "{fields}");
    for field in ["f:priority", "f:preemptionPolicy", "f:tolerations"] {
        assert!(fields[field].is_null(), "{fields}");
    }
}

#[tokio::test]
async fn claims_get_the_newest_default_class() {
    let cluster = Cluster::start().await;
    let class = |name: &str, default: &str| {
        let annotations = json!({"storageclass.kubernetes.io/is-default-class": default});
        json!({"metadata": {"name": name, "annotations": annotations}, "provisioner": "p.io/p", "allowVolumeExpansion": true})
    };
    let none = cluster.create(CLAIMS, &claim("none")).await;
    assert!(none["spec"]["storageClassName"].is_null());
    assert_eq!(none["metadata"]["finalizers"], json!(["kubernetes.io/pvc-protection"]));
    cluster.create(STORAGE, &class("old", "true")).await;
    cluster.sim.advance(Duration::from_secs(10));
    for (name, default) in [("new-b", "true"), ("new-a", "true"), ("other", "false")] {
        cluster.create(STORAGE, &class(name, default)).await;
    }
    let made = cluster.create(CLAIMS, &claim("c")).await;
    assert_eq!(made["spec"]["storageClassName"], "new-a", "the newest, then by name");
    let mut named = claim("named");
    named["spec"]["storageClassName"] = json!("");
    assert_eq!(cluster.create(CLAIMS, &named).await["spec"]["storageClassName"], "", "no class is a choice too");
    let path = format!("{CLAIMS}/c");
    let grow = json!({"spec": {"resources": {"requests": {"storage": "2Gi"}}}});
    let text = cluster.merge(&path, &grow).await.refused(403, "Forbidden");
    assert_eq!(text, "persistentvolumeclaims \"c\" is forbidden: Only bound persistent volume claims can be expanded");
    cluster.merge(&format!("{path}/status"), &json!({"status": {"phase": "Bound"}})).await.expect(200);
    cluster.merge(&path, &grow).await.expect(200);
    cluster.merge(&format!("{STORAGE}/new-a"), &json!({"allowVolumeExpansion": false})).await.expect(200);
    let more = json!({"spec": {"resources": {"requests": {"storage": "3Gi"}}}});
    cluster.merge(&path, &more).await.refused(403, "Forbidden");
}

#[tokio::test]
async fn ingresses_get_the_default_class_unless_they_name_one() {
    let cluster = Cluster::start().await;
    let ingress = |name: &str, annotations: &Value| {
        let backend = json!({"service": {"name": "s", "port": {"number": 80}}});
        json!({"metadata": {"name": name, "annotations": annotations}, "spec": {"defaultBackend": backend}})
    };
    let annotations = json!({"ingressclass.kubernetes.io/is-default-class": "true"});
    let class = json!({"metadata": {"name": "d", "annotations": annotations}, "spec": {"controller": "c.io/c"}});
    cluster.create(INGRESS_CLASSES, &class).await;
    let made = cluster.create(INGRESSES, &ingress("a", &json!({}))).await;
    assert_eq!(made["spec"]["ingressClassName"], "d");
    let made = cluster.create(INGRESSES, &ingress("b", &json!({"kubernetes.io/ingress.class": "x"}))).await;
    assert!(made["spec"]["ingressClassName"].is_null());
}

#[tokio::test]
async fn the_classes_of_system_pods_are_there_from_the_start() {
    let cluster = Cluster::start().await;
    for (name, value) in [("system-node-critical", 2_000_001_000), ("system-cluster-critical", 2_000_000_000)] {
        let class = cluster.read(&format!("{PRIORITIES}/{name}")).await;
        assert_eq!(class["value"], value);
        assert_eq!(class["metadata"]["managedFields"][0]["manager"], "kube-apiserver");
    }
    let without = crate::support::Options { runtime_config: "scheduling.k8s.io/v1=false", ..Default::default() };
    let cluster = Cluster::with(without).await;
    cluster.create(PODS, &pod("p")).await;
}

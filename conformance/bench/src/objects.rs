//! The objects that the workloads make. Every field that a server would fill in stands here, so that both store the same.
//!
//! Called by the workloads. A pod has 24 environment variables and is about 6.0 KB of JSON as the reference serves it, managed
//! fields included: the object of the figures in docs/benchmarks.md.

use serde_json::{Value, json};

/// Namespace of all pods.
pub(crate) const NAMESPACE: &str = "bench";

/// Environment variables of a pod.
const VARIABLES: usize = 24;

/// A fiftieth of the pods has each value of the label `slot`.
pub(crate) const SLOTS: usize = 50;

/// A hundredth of the pods is bound to each node.
pub(crate) const NODES: usize = 100;

pub(crate) fn pod_name(index: usize) -> String {
    format!("pod-{index:06}")
}

/// JSON of a pod.
pub(crate) fn pod(index: usize) -> Vec<u8> {
    let value = |variable: usize| format!("value-{variable:02}-of-a-length-seen-in-clusters-{index:06}");
    let env: Vec<_> = (0..VARIABLES).map(|n| json!({"name": format!("SETTING_NUMBER_{n:02}"), "value": value(n)})).collect();
    let tolerate = |key: &str| json!({"key": key, "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300});
    let pod = json!({
        "apiVersion": "v1", "kind": "Pod",
        "metadata": {
            "name": pod_name(index), "namespace": NAMESPACE,
            "labels": {"app": "bench", "slot": format!("s{}", index % SLOTS), "pod-template-hash": "6d4b75cb6d"},
            "annotations": {"bench.example/note": "an annotation of ordinary length, as tools leave them behind"},
        },
        "spec": {
            "containers": [{
                "name": "main", "image": "registry.example/team/service:v1.2.3", "env": env,
                "ports": [{"name": "http", "containerPort": 8080, "protocol": "TCP"}],
                "resources": {"limits": {"cpu": "500m", "memory": "256Mi"}, "requests": {"cpu": "100m", "memory": "128Mi"}},
                "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File",
                "imagePullPolicy": "IfNotPresent",
            }],
            "restartPolicy": "Always", "terminationGracePeriodSeconds": 30, "dnsPolicy": "ClusterFirst",
            "nodeName": format!("node-{}", index % NODES), "securityContext": {}, "schedulerName": "default-scheduler",
            "serviceAccountName": "default", "serviceAccount": "default", "automountServiceAccountToken": false,
            "tolerations": [tolerate("node.kubernetes.io/not-ready"), tolerate("node.kubernetes.io/unreachable")],
            "priority": 0, "enableServiceLinks": true, "preemptionPolicy": "PreemptLowerPriority",
        },
    });
    pod.to_string().into_bytes()
}

/// JSON of a ConfigMap of about 1.3 KB.
pub(crate) fn config_map(index: usize) -> Vec<u8> {
    let data: serde_json::Map<String, Value> = (0..10).map(|n| (format!("key-{n}"), json!("x".repeat(90)))).collect();
    let name = format!("event-{index:06}");
    json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name}, "data": data}).to_string().into_bytes()
}

pub(crate) fn namespace(name: &str) -> Vec<u8> {
    json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}}).to_string().into_bytes()
}

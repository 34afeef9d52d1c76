//! A Node made by hand and the least that a kubelet does for it: heartbeats, and the phases of the pods bound to it.
//!
//! Called by `components`, and by `e2e` for the Node alone. No container runs; a pod is said to run as soon as it is bound, one that may
//! end is said to have succeeded, and one that is being deleted is let go. The node's lease is renewed as often as a kubelet does, since
//! node-lifecycle would taint it otherwise.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::api::{Api, Change, text};

/// Name of the node.
pub(super) const NAME: &str = "by-hand";

/// A kubelet renews its lease every quarter of the lease's 40 s.
const HEARTBEAT: Duration = Duration::from_secs(10);
const LEASE_SECONDS: u32 = 40;

/// How long a watch of the pods lasts before the end of the run is looked for.
const WINDOW: Duration = Duration::from_secs(5);

const LEASES: &str = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases";

/// Makes the node and its lease.
pub(crate) fn create(api: &Api) -> Result<()> {
    let capacity = json!({"cpu": "64", "memory": "256Gi", "pods": "500", "ephemeral-storage": "100Gi"});
    let node = json!({
        "apiVersion": "v1", "kind": "Node",
        "metadata": {"name": NAME, "labels": {"kubernetes.io/hostname": NAME, "kubernetes.io/os": "linux"}},
        "status": {
            "capacity": capacity, "allocatable": capacity, "conditions": conditions(),
            "addresses": [{"type": "InternalIP", "address": "10.250.0.1"}, {"type": "Hostname", "address": NAME}],
        },
    });
    let node = api.create("/api/v1/nodes", &node).context("making the Node")?;
    let owner = json!([{"apiVersion": "v1", "kind": "Node", "name": NAME, "uid": text(&node, "/metadata/uid")}]);
    let lease = json!({
        "apiVersion": "coordination.k8s.io/v1", "kind": "Lease",
        "metadata": {"name": NAME, "namespace": "kube-node-lease", "ownerReferences": owner},
        "spec": {"holderIdentity": NAME, "leaseDurationSeconds": LEASE_SECONDS, "renewTime": micro_time()},
    });
    api.create(LEASES, &lease).context("making the Node's Lease")?;
    // Some servers may drop what a creation says of the status.
    api.merge(&format!("/api/v1/nodes/{NAME}/status"), &json!({"status": {"capacity": capacity, "allocatable": capacity}}))?;
    Ok(())
}

/// Takes both away, if they are there.
pub(crate) fn remove(api: &Api) -> Result<()> {
    [format!("/api/v1/nodes/{NAME}"), format!("{LEASES}/{NAME}")].iter().try_for_each(|path| api.delete(path, &json!({})))
}

/// Renews the lease and the Ready condition until the other end of `stop` is gone.
pub(crate) fn heartbeat(api: &Api, stop: &Receiver<()>) -> Result<()> {
    loop {
        api.merge(&format!("{LEASES}/{NAME}"), &json!({"spec": {"renewTime": micro_time()}}))?;
        api.strategic(&format!("/api/v1/nodes/{NAME}/status"), &json!({"status": {"conditions": conditions()}}))?;
        match stop.recv_timeout(HEARTBEAT) {
            Err(RecvTimeoutError::Timeout) => {}
            _ => return Ok(()),
        }
    }
}

fn conditions() -> Value {
    let now = time();
    let ready = json!({
        "type": "Ready", "status": "True", "reason": "KubeletReady", "message": "said by hand",
        "lastHeartbeatTime": now, "lastTransitionTime": now,
    });
    let pressures = ["MemoryPressure", "DiskPressure", "PIDPressure"].map(
        |kind| json!({"type": kind, "status": "False", "reason": "Enough", "lastHeartbeatTime": now, "lastTransitionTime": now}),
    );
    let mut all = pressures.to_vec();
    all.push(ready);
    Value::Array(all)
}

/// Takes the pods bound to the node through their phases, and those of a simulated kubelet's duties that controllers wait for.
pub(super) struct Kubelet<'a> {
    api: &'a Api,
    /// Last number of a pod's address.
    addresses: AtomicU32,
    /// Pods (by uid) that have been said to run.
    started: BTreeSet<String>,
}

impl<'a> Kubelet<'a> {
    pub(super) const fn new(api: &'a Api) -> Self {
        Self { api, addresses: AtomicU32::new(1), started: BTreeSet::new() }
    }

    /// Follows the pods until `stop` is set.
    pub(super) fn run(mut self, stop: &AtomicBool) -> Result<()> {
        let pods = format!("/api/v1/pods?fieldSelector=spec.nodeName={NAME}");
        while !stop.load(Ordering::Relaxed) {
            let (objects, mut revision) = self.api.list(&pods)?;
            objects.into_values().try_for_each(|pod| self.observe(&pod))?;
            loop {
                let next = self.api.watch(&pods, &revision, WINDOW, |change| {
                    if let Change::Set(_, pod) = change {
                        self.observe(&pod)?;
                    }
                    Ok(!stop.load(Ordering::Relaxed))
                })?;
                match next {
                    Some(next) if !stop.load(Ordering::Relaxed) => revision = next,
                    _ => break,
                }
            }
        }
        Ok(())
    }

    fn observe(&mut self, pod: &Value) -> Result<()> {
        let uid = text(pod, "/metadata/uid");
        let path = format!("/api/v1/namespaces/{}/pods/{}", text(pod, "/metadata/namespace"), text(pod, "/metadata/name"));
        if pod.pointer("/metadata/deletionTimestamp").is_some() {
            return self.api.delete(&path, &json!({"gracePeriodSeconds": 0, "preconditions": {"uid": uid}}));
        }
        let status = match (text(pod, "/status/phase"), text(pod, "/spec/restartPolicy")) {
            ("Pending", _) if self.started.insert(uid.to_owned()) => self.running(pod),
            ("Running", "Never" | "OnFailure") => succeeded(pod),
            ("Pending" | "Running" | "Succeeded" | "Failed", _) => return Ok(()),
            (other, _) => bail!("{path} has phase {other:?}"),
        };
        self.api.strategic(&format!("{path}/status"), &json!({"metadata": {"uid": uid}, "status": status})).map(drop)
    }

    fn running(&self, pod: &Value) -> Value {
        let now = time();
        let number = self.addresses.fetch_add(1, Ordering::Relaxed);
        let address = format!("10.244.{}.{}", number / 250, number % 250 + 1);
        let met = ["Initialized", "Ready", "ContainersReady", "PodReadyToStartContainers"];
        let conditions = met.map(|kind| json!({"type": kind, "status": "True", "lastTransitionTime": now}));
        let state = json!({"running": {"startedAt": now}});
        json!({
            "phase": "Running", "startTime": now, "hostIP": "10.250.0.1", "podIP": address, "podIPs": [{"ip": address}],
            "conditions": conditions, "containerStatuses": containers(pod, true, &state),
        })
    }
}

fn succeeded(pod: &Value) -> Value {
    let now = time();
    let state = json!({"terminated": {"exitCode": 0, "reason": "Completed", "startedAt": now, "finishedAt": now}});
    let ended = ["Ready", "ContainersReady"];
    let conditions =
        ended.map(|kind| json!({"type": kind, "status": "False", "reason": "PodCompleted", "lastTransitionTime": now}));
    json!({"phase": "Succeeded", "conditions": conditions, "containerStatuses": containers(pod, false, &state)})
}

fn containers(pod: &Value, ready: bool, state: &Value) -> Value {
    let containers = pod.pointer("/spec/containers").and_then(Value::as_array);
    let statuses = containers.into_iter().flatten().map(|container| {
        json!({
            "name": container["name"], "image": container["image"], "imageID": "", "containerID": "by-hand://0",
            "ready": ready, "started": ready, "restartCount": 0, "state": state,
        })
    });
    Value::Array(statuses.collect())
}

/// Now, as `metav1.Time` is written.
fn time() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Now, as `metav1.MicroTime` is written.
pub(super) fn micro_time() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}

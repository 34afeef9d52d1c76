//! Defaults of group core, those of pods and their parts apart (`pod::defaults`). Source: upstream `pkg/apis/core/v1/defaults.go`.

use crate::defaults::{Rules, add_missing, flag, is, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::{NodeMut, NodeRef};

pub(crate) const RULES: Rules = &[
    (id::CORE_V1_ENDPOINT_PORT, |port, _| text(port, &["protocol"], "TCP")),
    (id::CORE_V1_LIMIT_RANGE_ITEM, limit),
    (id::CORE_V1_NAMESPACE, namespace),
    (id::CORE_V1_NODE_STATUS, node),
    (id::CORE_V1_PERSISTENT_VOLUME, |volume, _| {
        text(volume, &["status", "phase"], "Pending");
        text(volume, &["spec", "persistentVolumeReclaimPolicy"], "Retain");
        text(volume, &["spec", "volumeMode"], "Filesystem");
    }),
    (id::CORE_V1_PERSISTENT_VOLUME_CLAIM, |claim, _| text(claim, &["status", "phase"], "Pending")),
    (id::CORE_V1_PERSISTENT_VOLUME_CLAIM_SPEC, |spec, _| text(spec, &["volumeMode"], "Filesystem")),
    (id::CORE_V1_REPLICATION_CONTROLLER, replication_controller),
    (id::CORE_V1_SECRET, |secret, _| text(secret, &["type"], "Opaque")),
    (id::CORE_V1_SERVICE, service),
];

/// Name and phase; a namespace that gets its name later gets the label later too.
fn namespace(namespace: &mut NodeMut<'_>, _: &Ctx<'_>) {
    let name = namespace.get().str(&["metadata", "name"]).unwrap_or_default().to_owned();
    if !name.is_empty() {
        namespace.set_str(&["metadata", "labels", super::namespace::NAME_LABEL], &name);
    }
    text(namespace, &["status", "phase"], "Active");
}

fn node(status: &mut NodeMut<'_>, _: &Ctx<'_>) {
    if status.get().field("allocatable").is_none() {
        add_missing(status, &["capacity"], &["allocatable"]);
    }
}

/// A container's default limit follows from its maximum, its default request from the default limit and then the minimum.
fn limit(item: &mut NodeMut<'_>, _: &Ctx<'_>) {
    if is(item, &["type"], "Container") {
        add_missing(item, &["max"], &["default"]);
        add_missing(item, &["default"], &["defaultRequest"]);
        add_missing(item, &["min"], &["defaultRequest"]);
    }
}

/// The number of replicas is declared with its field.
fn replication_controller(controller: &mut NodeMut<'_>, _: &Ctx<'_>) {
    for target in [&["spec", "selector"], &["metadata", "labels"]] {
        if unset(controller, target) {
            add_missing(controller, &["spec", "template", "metadata", "labels"], target);
        }
    }
}

fn service(service: &mut NodeMut<'_>, _: &Ctx<'_>) {
    affinity(service);
    text(service, &["spec", "type"], "ClusterIP");
    service.each(&["spec", "ports"], |mut port| {
        text(&mut port, &["protocol"], "TCP");
        target(&mut port);
    });
    let is_type = |service: &NodeMut<'_>, name| is(service, &["spec", "type"], name);
    let cluster_ip = is_type(service, "ClusterIP");
    let balancer = is_type(service, "LoadBalancer");
    let node_port = balancer || is_type(service, "NodePort");
    if node_port || cluster_ip && !unset(service, &["spec", "externalIPs"]) {
        text(service, &["spec", "externalTrafficPolicy"], "Cluster");
    }
    if node_port || cluster_ip {
        text(service, &["spec", "internalTrafficPolicy"], "Cluster");
    }
    if balancer {
        flag(service, &["spec", "allocateLoadBalancerNodePorts"], true);
        service.each(&["status", "loadBalancer", "ingress"], |mut ingress| {
            if !unset(&ingress, &["ip"]) {
                text(&mut ingress, &["ipMode"], "VIP");
            }
        });
    }
}

fn affinity(service: &mut NodeMut<'_>) {
    const AFFINITY: &[&str] = &["spec", "sessionAffinity"];
    const CONFIG: &[&str] = &["spec", "sessionAffinityConfig"];
    /// Three hours.
    const SECONDS: i64 = 10_800;
    text(service, AFFINITY, "None");
    if is(service, AFFINITY, "None") {
        service.remove(CONFIG);
    }
    let timeout = &["spec", "sessionAffinityConfig", "clientIP", "timeoutSeconds"];
    if is(service, AFFINITY, "ClientIP") && unset(service, timeout) {
        service.set_i64(timeout, SECONDS);
    }
}

/// A port without a target leads to the same number.
fn target(port: &mut NodeMut<'_>) {
    let number = port.get().field("port").and_then(NodeRef::as_i64).unwrap_or_default();
    if unset(port, &["targetPort"]) || is(port, &["targetPort"], "") {
        port.set_i64(&["targetPort"], number);
    }
}

//! Defaults of pods, and of what pods and pod templates are made of: containers, probes, volumes. What holds for pods alone is in
//! [`pod`], the rest holds wherever the part appears. Source: upstream `pkg/apis/core/v1/defaults.go`.

use super::{image, resources};
use crate::defaults::{Rules, add_missing, number, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::{NodeMut, NodeRef};

pub(crate) const RULES: Rules = &[
    (id::CORE_V1_POD, pod),
    (id::CORE_V1_POD_SPEC, pod_spec),
    (id::CORE_V1_POD_STATUS, addresses),
    (id::CORE_V1_CONTAINER, container),
    (id::CORE_V1_EPHEMERAL_CONTAINER, container),
    (id::CORE_V1_PROBE, probe),
    (id::CORE_V1_HTTP_GET_ACTION, |action, _| {
        text(action, &["path"], "/");
        text(action, &["scheme"], "HTTP");
    }),
    (id::CORE_V1_GRPC_ACTION, |action, _| text(action, &["service"], "")),
    (id::CORE_V1_OBJECT_FIELD_SELECTOR, |selector, _| text(selector, &["apiVersion"], "v1")),
    (id::CORE_V1_VOLUME, volume),
    (id::CORE_V1_HOST_PATH_VOLUME_SOURCE, |path, _| text(path, &["type"], "")),
    (id::CORE_V1_SECRET_VOLUME_SOURCE, mode),
    (id::CORE_V1_CONFIG_MAP_VOLUME_SOURCE, mode),
    (id::CORE_V1_DOWNWARD_API_VOLUME_SOURCE, mode),
    (id::CORE_V1_PROJECTED_VOLUME_SOURCE, mode),
    (id::CORE_V1_SERVICE_ACCOUNT_TOKEN_PROJECTION, |token, _| number(token, &["expirationSeconds"], 3600)),
    (id::CORE_V1_POD_LOG_OPTIONS, |options, ctx| {
        if ctx.on("PodLogsQuerySplitStreams") {
            text(options, &["stream"], "All");
        }
    }),
];

/// Lists of containers that limits and host ports apply to.
const STARTED: [&str; 2] = ["containers", "initContainers"];

fn pod(pod: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    const GRACE: &[&str] = &["spec", "terminationGracePeriodSeconds"];
    if pod.get().at(GRACE).and_then(NodeRef::as_i64).is_some_and(|seconds| seconds < 0) {
        pod.set_i64(GRACE, 1);
    }
    for list in STARTED {
        pod.each(&["spec", list], |mut container| {
            add_missing(&mut container, &["resources", "limits"], &["resources", "requests"]);
        });
    }
    resources::default_pod_level_early(pod, ctx);
    crate::defaults::flag(pod, &["spec", "enableServiceLinks"], true);
    if pod.get().at(&["spec", "hostNetwork"]).and_then(NodeRef::as_bool) == Some(true) {
        for list in STARTED {
            pod.each(&["spec", list], |mut container| container.each(&["ports"], same_port));
        }
    }
    if ctx.on("H2CContainerProbe") {
        for list in super::CONTAINERS {
            pod.each(&["spec", list], http_protocol);
        }
    }
}

/// On the host's network a port is the host's port.
fn same_port(mut port: NodeMut<'_>) {
    let number = port.get().field("containerPort").and_then(NodeRef::as_i64).unwrap_or_default();
    crate::defaults::number(&mut port, &["hostPort"], number);
}

fn http_protocol(mut container: NodeMut<'_>) {
    const ACTIONS: [&[&str]; 5] = [
        &["livenessProbe", "httpGet"],
        &["readinessProbe", "httpGet"],
        &["startupProbe", "httpGet"],
        &["lifecycle", "postStart", "httpGet"],
        &["lifecycle", "preStop", "httpGet"],
    ];
    for action in ACTIONS {
        if let Some(mut action) = container.reborrow().at(action) {
            text(&mut action, &["protocol"], "HTTP1");
        }
    }
}

fn pod_spec(spec: &mut NodeMut<'_>, _: &Ctx<'_>) {
    // The second name is the old one; the first wins.
    for (to, from) in [("serviceAccountName", "serviceAccount"), ("serviceAccount", "serviceAccountName")] {
        let other = spec.get().str(&[from]).unwrap_or_default().to_owned();
        if to == "serviceAccount" || unset(spec, &[to]) {
            spec.set_str(&[to], &other);
        }
    }
    text(spec, &["dnsPolicy"], "ClusterFirst");
    text(spec, &["restartPolicy"], "Always");
    spec.ensure(&["securityContext"]);
    number(spec, &["terminationGracePeriodSeconds"], 30);
    text(spec, &["schedulerName"], "default-scheduler");
}

/// Keeps the single address and the list of addresses one; the single one wins.
fn addresses(status: &mut NodeMut<'_>, _: &Ctx<'_>) {
    let text = |status: &NodeMut<'_>, path: &[&str]| status.get().str(path).unwrap_or_default().to_owned();
    let (single, first) = (text(status, &["podIP"]), text(status, &["podIPs", "0", "ip"]));
    if single.is_empty() {
        status.set_str(&["podIP"], &first);
    } else if first != single {
        status.remove(&["podIPs"]);
        if let Some(mut list) = status.reborrow().make(&["podIPs"])
            && let Some(mut address) = list.push()
        {
            address.set_str(&["ip"], &single);
        }
    }
}

fn container(container: &mut NodeMut<'_>, _: &Ctx<'_>) {
    pull_policy(container, "imagePullPolicy", "image");
    text(container, &["terminationMessagePath"], "/dev/termination-log");
    text(container, &["terminationMessagePolicy"], "File");
}

fn pull_policy(node: &mut NodeMut<'_>, policy: &str, reference: &str) {
    if unset(node, &[policy]) {
        let latest = image::is_latest(node.get().str(&[reference]).unwrap_or_default());
        node.set_str(&[policy], if latest { "Always" } else { "IfNotPresent" });
    }
}

fn probe(probe: &mut NodeMut<'_>, _: &Ctx<'_>) {
    number(probe, &["timeoutSeconds"], 1);
    number(probe, &["periodSeconds"], 10);
    number(probe, &["successThreshold"], 1);
    number(probe, &["failureThreshold"], 3);
}

fn volume(volume: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    // A value is the name; every source is a pointer.
    if !volume.get().fields().any(|(_, field)| field.ty().pointer) {
        volume.ensure(&["emptyDir"]);
    }
    if ctx.on("ImageVolume")
        && let Some(mut image) = volume.reborrow().at(&["image"])
    {
        pull_policy(&mut image, "pullPolicy", "reference");
    }
}

/// Files can be read by all and written by their owner.
fn mode(source: &mut NodeMut<'_>, _: &Ctx<'_>) {
    number(source, &["defaultMode"], 0o644);
}

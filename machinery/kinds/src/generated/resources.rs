//! Every group and resource that a server of this release can serve; written by `cargo xtask codegen` from
//! `openapi/facts/resources.json`. Read through `table`; must never be edited by hand.

use object::schema::StructId;

use crate::resource::Verb::{Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch};
use crate::resource::{
    Backing, Group, GroupVersion, Label, Lifecycle, Release, Resource, Selectable, Served, Storage, Subresource, UnknownLabel, VerbSet,
};

const fn r(major: u16, minor: u16) -> Release {
    Release { major, minor }
}
const fn life(
    introduced: Option<Release>, deprecated: Option<Release>, removed: Option<Release>, replacement: &'static str,
) -> Lifecycle {
    Lifecycle { introduced, deprecated, removed, replacement }
}
const fn label(label: &'static str, key: &'static str) -> Label {
    Label { label, key }
}
#[expect(clippy::too_many_arguments, reason = "one argument per fact, read by nobody")]
const fn sub(
    name: &'static str, verbs: VerbSet, default_on: bool, group: &'static str, version: &'static str, kind: &'static str,
    accepted: &'static [&'static str],
) -> Subresource {
    Subresource { name, verbs, default_on, group, version, kind, accepted }
}
const fn gv(version: &'static str, default_on: bool, group_priority: i32, version_priority: i32) -> GroupVersion {
    GroupVersion { version, default_on, group_priority, version_priority }
}

/// Groups in the order of discovery documents, the core group first.
pub(crate) static GROUPS: [Group; 24] = [
Group { name: "", versions: &[gv("v1", true, 18000, 1)] },
Group { name: "apiregistration.k8s.io", versions: &[gv("v1", true, 0, 0)] },
Group { name: "apps", versions: &[gv("v1", true, 17800, 15)] },
Group { name: "events.k8s.io", versions: &[gv("v1", true, 17750, 15)] },
Group { name: "authentication.k8s.io", versions: &[gv("v1", true, 17700, 15)] },
Group { name: "authorization.k8s.io", versions: &[gv("v1", true, 17600, 15)] },
Group { name: "autoscaling", versions: &[gv("v2", true, 17500, 30), gv("v1", true, 17500, 15)] },
Group { name: "batch", versions: &[gv("v1", true, 17400, 15)] },
Group { name: "certificates.k8s.io", versions: &[gv("v1", true, 17300, 15), gv("v1beta1", false, 17300, 9)] },
Group { name: "networking.k8s.io", versions: &[gv("v1", true, 17200, 15)] },
Group { name: "policy", versions: &[gv("v1", true, 17100, 15)] },
Group { name: "rbac.authorization.k8s.io", versions: &[gv("v1", true, 17000, 15)] },
Group { name: "storage.k8s.io", versions: &[gv("v1", true, 16800, 15)] },
Group { name: "admissionregistration.k8s.io", versions: &[gv("v1", true, 16700, 15), gv("v1beta1", false, 16700, 12), gv("v1alpha1", false, 16700, 9)] },
Group { name: "apiextensions.k8s.io", versions: &[gv("v1", true, 16700, 15)] },
Group { name: "scheduling.k8s.io", versions: &[gv("v1", true, 16600, 15), gv("v1beta1", false, 16600, 9), gv("v1alpha3", false, 16600, 3)] },
Group { name: "coordination.k8s.io", versions: &[gv("v1", true, 16500, 15), gv("v1beta1", false, 16500, 13), gv("v1alpha2", false, 16500, 12)] },
Group { name: "node.k8s.io", versions: &[gv("v1", true, 16300, 15)] },
Group { name: "discovery.k8s.io", versions: &[gv("v1", true, 16200, 15)] },
Group { name: "resource.k8s.io", versions: &[gv("v1", true, 16200, 21), gv("v1beta2", false, 16200, 15), gv("v1beta1", false, 16200, 9), gv("v1alpha3", false, 16200, 1)] },
Group { name: "flowcontrol.apiserver.k8s.io", versions: &[gv("v1", true, 16100, 21)] },
Group { name: "internal.apiserver.k8s.io", versions: &[gv("v1alpha1", false, 16000, 9)] },
Group { name: "storagemigration.k8s.io", versions: &[gv("v1", true, 15800, 15), gv("v1beta1", false, 15800, 9)] },
Group { name: "lifecycle.k8s.io", versions: &[gv("v1alpha1", false, 15700, 1)] },
];

/// Resources in the order of discovery documents.
pub(crate) static RESOURCES: [Resource; 79] = [
Resource { group: "", plural: "bindings", singular: "binding", kind: "Binding", list_kind: "", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
],
versions: &[
Served { version: "v1", object: StructId(350), list: None, default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create]),
labels: &[], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "", plural: "componentstatuses", singular: "componentstatus", kind: "ComponentStatus", list_kind: "ComponentStatusList", namespaced: false, short_names: &["cs"], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(361), list: Some(StructId(362)), default_on: true, lifecycle: life(Some(r(1, 0)), Some(r(1, 19)), None, ""), verbs: VerbSet::of(&[Get, List]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "", plural: "configmaps", singular: "configmap", kind: "ConfigMap", list_kind: "ConfigMapList", namespaced: true, short_names: &["cm"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "configmaps",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(363), list: Some(StructId(366)), default_on: true, lifecycle: life(Some(r(1, 2)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "", plural: "endpoints", singular: "endpoints", kind: "Endpoints", list_kind: "EndpointsList", namespaced: true, short_names: &["ep"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "services/endpoints",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(391), list: Some(StructId(392)), default_on: true, lifecycle: life(Some(r(1, 0)), Some(r(1, 33)), None, "discovery.k8s.io/v1 EndpointSlice"), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "", plural: "events", singular: "event", kind: "Event", list_kind: "EventList", namespaced: true, short_names: &["ev"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "events",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
Selectable { key: "involvedObject.kind", paths: &[&["involvedObject", "kind"]], default: "" },
Selectable { key: "involvedObject.namespace", paths: &[&["involvedObject", "namespace"]], default: "" },
Selectable { key: "involvedObject.name", paths: &[&["involvedObject", "name"]], default: "" },
Selectable { key: "involvedObject.uid", paths: &[&["involvedObject", "uid"]], default: "" },
Selectable { key: "involvedObject.apiVersion", paths: &[&["involvedObject", "apiVersion"]], default: "" },
Selectable { key: "involvedObject.resourceVersion", paths: &[&["involvedObject", "resourceVersion"]], default: "" },
Selectable { key: "involvedObject.fieldPath", paths: &[&["involvedObject", "fieldPath"]], default: "" },
Selectable { key: "reason", paths: &[&["reason"]], default: "" },
Selectable { key: "reportingComponent", paths: &[&["reportingComponent"]], default: "" },
Selectable { key: "type", paths: &[&["type"]], default: "" },
Selectable { key: "source", paths: &[&["source", "component"], &["reportingComponent"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(398), list: Some(StructId(399)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("involvedObject.apiVersion", "involvedObject.apiVersion"), label("involvedObject.fieldPath", "involvedObject.fieldPath"), label("involvedObject.kind", "involvedObject.kind"), label("involvedObject.name", "involvedObject.name"), label("involvedObject.namespace", "involvedObject.namespace"), label("involvedObject.resourceVersion", "involvedObject.resourceVersion"), label("involvedObject.uid", "involvedObject.uid"), label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace"), label("reason", "reason"), label("reportingComponent", "reportingComponent"), label("source", "source"), label("type", "type")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
] },
] },
Resource { group: "", plural: "limitranges", singular: "limitrange", kind: "LimitRange", list_kind: "LimitRangeList", namespaced: true, short_names: &["limits"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "limitranges",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(426), list: Some(StructId(428)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "", plural: "namespaces", singular: "namespace", kind: "Namespace", list_kind: "NamespaceList", namespaced: false, short_names: &["ns"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "namespaces",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "status.phase", paths: &[&["status", "phase"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(438), list: Some(StructId(440)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("status.phase", "status.phase")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("finalize", VerbSet::of(&[Update]), true, "", "v1", "Namespace", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "Namespace", &[]),
] },
] },
Resource { group: "", plural: "nodes", singular: "node", kind: "Node", list_kind: "NodeList", namespaced: false, short_names: &["no"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "minions",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "spec.unschedulable", paths: &[&["spec", "unschedulable"]], default: "false" },
],
versions: &[
Served { version: "v1", object: StructId(443), list: Some(StructId(454)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.unschedulable", "spec.unschedulable")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("proxy", VerbSet::of(&[Create, Delete, Get, Patch, Update]), true, "", "v1", "NodeProxyOptions", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "Node", &[]),
] },
] },
Resource { group: "", plural: "persistentvolumeclaims", singular: "persistentvolumeclaim", kind: "PersistentVolumeClaim", list_kind: "PersistentVolumeClaimList", namespaced: true, short_names: &["pvc"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "persistentvolumeclaims",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(469), list: Some(StructId(471)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "PersistentVolumeClaim", &[]),
] },
] },
Resource { group: "", plural: "persistentvolumes", singular: "persistentvolume", kind: "PersistentVolume", list_kind: "PersistentVolumeList", namespaced: false, short_names: &["pv"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "persistentvolumes",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(468), list: Some(StructId(476)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "PersistentVolume", &[]),
] },
] },
Resource { group: "", plural: "pods", singular: "pod", kind: "Pod", list_kind: "PodList", namespaced: true, short_names: &["po"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "pods",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
Selectable { key: "spec.nodeName", paths: &[&["spec", "nodeName"]], default: "" },
Selectable { key: "spec.restartPolicy", paths: &[&["spec", "restartPolicy"]], default: "" },
Selectable { key: "spec.schedulerName", paths: &[&["spec", "schedulerName"]], default: "" },
Selectable { key: "spec.serviceAccountName", paths: &[&["spec", "serviceAccountName"]], default: "" },
Selectable { key: "status.phase", paths: &[&["status", "phase"]], default: "" },
Selectable { key: "status.nominatedNodeName", paths: &[&["status", "nominatedNodeName"]], default: "" },
Selectable { key: "spec.hostNetwork", paths: &[&["spec", "hostNetwork"]], default: "false" },
Selectable { key: "status.podIP", paths: &[&["status", "podIPs", "0", "ip"]], default: "" },
Selectable { key: "status.podIPs", paths: &[], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(480), list: Some(StructId(492)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace"), label("spec.host", "spec.nodeName"), label("spec.hostNetwork", "spec.hostNetwork"), label("spec.nodeName", "spec.nodeName"), label("spec.restartPolicy", "spec.restartPolicy"), label("spec.schedulerName", "spec.schedulerName"), label("spec.serviceAccountName", "spec.serviceAccountName"), label("status.nominatedNodeName", "status.nominatedNodeName"), label("status.phase", "status.phase"), label("status.podIP", "status.podIP"), label("status.podIPs", "status.podIPs")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("attach", VerbSet::of(&[Create, Get]), true, "", "v1", "PodAttachOptions", &[]),
sub("binding", VerbSet::of(&[Create]), true, "", "v1", "Binding", &[]),
sub("ephemeralcontainers", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "Pod", &[]),
sub("eviction", VerbSet::of(&[Create]), true, "policy", "v1", "Eviction", &[]),
sub("exec", VerbSet::of(&[Create, Get]), true, "", "v1", "PodExecOptions", &[]),
sub("log", VerbSet::of(&[Get]), true, "", "v1", "Pod", &[]),
sub("portforward", VerbSet::of(&[Create, Get]), true, "", "v1", "PodPortForwardOptions", &[]),
sub("proxy", VerbSet::of(&[Create, Delete, Get, Patch, Update]), true, "", "v1", "PodProxyOptions", &[]),
sub("resize", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "Pod", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "Pod", &[]),
] },
] },
Resource { group: "", plural: "podtemplates", singular: "podtemplate", kind: "PodTemplate", list_kind: "PodTemplateList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "podtemplates",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(505), list: Some(StructId(506)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "", plural: "replicationcontrollers", singular: "replicationcontroller", kind: "ReplicationController", list_kind: "ReplicationControllerList", namespaced: true, short_names: &["rc"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "controllers",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
Selectable { key: "status.replicas", paths: &[&["status", "replicas"]], default: "0" },
],
versions: &[
Served { version: "v1", object: StructId(518), list: Some(StructId(520)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace"), label("status.replicas", "status.replicas")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("scale", VerbSet::of(&[Get, Patch, Update]), true, "autoscaling", "v1", "Scale", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "ReplicationController", &[]),
] },
] },
Resource { group: "", plural: "resourcequotas", singular: "resourcequota", kind: "ResourceQuota", list_kind: "ResourceQuotaList", namespaced: true, short_names: &["quota"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "resourcequotas",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(526), list: Some(StructId(527)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "ResourceQuota", &[]),
] },
] },
Resource { group: "", plural: "secrets", singular: "secret", kind: "Secret", list_kind: "SecretList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "secrets",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
Selectable { key: "type", paths: &[&["type"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(538), list: Some(StructId(541)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace"), label("type", "type")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
] },
] },
Resource { group: "", plural: "serviceaccounts", singular: "serviceaccount", kind: "ServiceAccount", list_kind: "ServiceAccountList", namespaced: true, short_names: &["sa"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "serviceaccounts",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(548), list: Some(StructId(549)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("token", VerbSet::of(&[Create]), true, "authentication.k8s.io", "v1", "TokenRequest", &[]),
] },
] },
Resource { group: "", plural: "services", singular: "service", kind: "Service", list_kind: "ServiceList", namespaced: true, short_names: &["svc"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "services/specs",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
Selectable { key: "spec.clusterIP", paths: &[&["spec", "clusterIP"]], default: "" },
Selectable { key: "spec.type", paths: &[&["spec", "type"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(547), list: Some(StructId(551)), default_on: true, lifecycle: life(Some(r(1, 0)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace"), label("spec.clusterIP", "spec.clusterIP"), label("spec.type", "spec.type")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("proxy", VerbSet::of(&[Create, Delete, Get, Patch, Update]), true, "", "v1", "ServiceProxyOptions", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "", "v1", "Service", &[]),
] },
] },
Resource { group: "apiregistration.k8s.io", plural: "apiservices", singular: "apiservice", kind: "APIService", list_kind: "APIServiceList", namespaced: false, short_names: &[], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "apiregistration.k8s.io/apiservices",
storage: &[Storage { from: r(1, 34), group: "apiregistration.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1267), list: Some(StructId(1269)), default_on: true, lifecycle: life(Some(r(1, 10)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "apiregistration.k8s.io", "v1", "APIService", &[]),
] },
] },
Resource { group: "apps", plural: "controllerrevisions", singular: "controllerrevision", kind: "ControllerRevision", list_kind: "ControllerRevisionList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "controllerrevisions",
storage: &[Storage { from: r(1, 34), group: "apps", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(117), list: Some(StructId(118)), default_on: true, lifecycle: life(Some(r(1, 9)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "apps", plural: "daemonsets", singular: "daemonset", kind: "DaemonSet", list_kind: "DaemonSetList", namespaced: true, short_names: &["ds"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "daemonsets",
storage: &[Storage { from: r(1, 34), group: "apps", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(119), list: Some(StructId(121)), default_on: true, lifecycle: life(Some(r(1, 9)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "apps", "v1", "DaemonSet", &[]),
] },
] },
Resource { group: "apps", plural: "deployments", singular: "deployment", kind: "Deployment", list_kind: "DeploymentList", namespaced: true, short_names: &["deploy"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "deployments",
storage: &[Storage { from: r(1, 34), group: "apps", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(125), list: Some(StructId(127)), default_on: true, lifecycle: life(Some(r(1, 9)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("scale", VerbSet::of(&[Get, Patch, Update]), true, "autoscaling", "v1", "Scale", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "apps", "v1", "Deployment", &[]),
] },
] },
Resource { group: "apps", plural: "replicasets", singular: "replicaset", kind: "ReplicaSet", list_kind: "ReplicaSetList", namespaced: true, short_names: &["rs"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "replicasets",
storage: &[Storage { from: r(1, 34), group: "apps", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(131), list: Some(StructId(133)), default_on: true, lifecycle: life(Some(r(1, 9)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("scale", VerbSet::of(&[Get, Patch, Update]), true, "autoscaling", "v1", "Scale", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "apps", "v1", "ReplicaSet", &[]),
] },
] },
Resource { group: "apps", plural: "statefulsets", singular: "statefulset", kind: "StatefulSet", list_kind: "StatefulSetList", namespaced: true, short_names: &["sts"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "statefulsets",
storage: &[Storage { from: r(1, 34), group: "apps", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(139), list: Some(StructId(141)), default_on: true, lifecycle: life(Some(r(1, 9)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("scale", VerbSet::of(&[Get, Patch, Update]), true, "autoscaling", "v1", "Scale", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "apps", "v1", "StatefulSet", &[]),
] },
] },
Resource { group: "events.k8s.io", plural: "events", singular: "event", kind: "Event", list_kind: "EventList", namespaced: true, short_names: &["ev"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "events",
storage: &[Storage { from: r(1, 34), group: "", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
Selectable { key: "involvedObject.kind", paths: &[&["involvedObject", "kind"]], default: "" },
Selectable { key: "involvedObject.namespace", paths: &[&["involvedObject", "namespace"]], default: "" },
Selectable { key: "involvedObject.name", paths: &[&["involvedObject", "name"]], default: "" },
Selectable { key: "involvedObject.uid", paths: &[&["involvedObject", "uid"]], default: "" },
Selectable { key: "involvedObject.apiVersion", paths: &[&["involvedObject", "apiVersion"]], default: "" },
Selectable { key: "involvedObject.resourceVersion", paths: &[&["involvedObject", "resourceVersion"]], default: "" },
Selectable { key: "involvedObject.fieldPath", paths: &[&["involvedObject", "fieldPath"]], default: "" },
Selectable { key: "reason", paths: &[&["reason"]], default: "" },
Selectable { key: "reportingComponent", paths: &[&["reportingComponent"]], default: "" },
Selectable { key: "type", paths: &[&["type"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(598), list: Some(StructId(599)), default_on: true, lifecycle: life(Some(r(1, 19)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace"), label("reason", "reason"), label("regarding.apiVersion", "involvedObject.apiVersion"), label("regarding.fieldPath", "involvedObject.fieldPath"), label("regarding.kind", "involvedObject.kind"), label("regarding.name", "involvedObject.name"), label("regarding.namespace", "involvedObject.namespace"), label("regarding.resourceVersion", "involvedObject.resourceVersion"), label("regarding.uid", "involvedObject.uid"), label("reportingController", "reportingComponent"), label("type", "type")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
] },
] },
Resource { group: "authentication.k8s.io", plural: "selfsubjectreviews", singular: "selfsubjectreview", kind: "SelfSubjectReview", list_kind: "", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
],
versions: &[
Served { version: "v1", object: StructId(204), list: None, default_on: true, lifecycle: life(Some(r(1, 28)), None, None, ""), verbs: VerbSet::of(&[Create]),
labels: &[], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "authentication.k8s.io", plural: "tokenreviews", singular: "tokenreview", kind: "TokenReview", list_kind: "", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
],
versions: &[
Served { version: "v1", object: StructId(209), list: None, default_on: true, lifecycle: life(Some(r(1, 6)), None, None, ""), verbs: VerbSet::of(&[Create]),
labels: &[], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "authorization.k8s.io", plural: "localsubjectaccessreviews", singular: "localsubjectaccessreview", kind: "LocalSubjectAccessReview", list_kind: "", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
],
versions: &[
Served { version: "v1", object: StructId(223), list: None, default_on: true, lifecycle: life(Some(r(1, 19)), None, None, ""), verbs: VerbSet::of(&[Create]),
labels: &[], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "authorization.k8s.io", plural: "selfsubjectaccessreviews", singular: "selfsubjectaccessreview", kind: "SelfSubjectAccessReview", list_kind: "", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
],
versions: &[
Served { version: "v1", object: StructId(228), list: None, default_on: true, lifecycle: life(Some(r(1, 19)), None, None, ""), verbs: VerbSet::of(&[Create]),
labels: &[], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "authorization.k8s.io", plural: "selfsubjectrulesreviews", singular: "selfsubjectrulesreview", kind: "SelfSubjectRulesReview", list_kind: "", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
],
versions: &[
Served { version: "v1", object: StructId(230), list: None, default_on: true, lifecycle: life(Some(r(1, 19)), None, None, ""), verbs: VerbSet::of(&[Create]),
labels: &[], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "authorization.k8s.io", plural: "subjectaccessreviews", singular: "subjectaccessreview", kind: "SubjectAccessReview", list_kind: "", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Virtual, key_prefix: "",
storage: &[],
selectable: &[
],
versions: &[
Served { version: "v1", object: StructId(232), list: None, default_on: true, lifecycle: life(Some(r(1, 6)), None, None, ""), verbs: VerbSet::of(&[Create]),
labels: &[], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "autoscaling", plural: "horizontalpodautoscalers", singular: "horizontalpodautoscaler", kind: "HorizontalPodAutoscaler", list_kind: "HorizontalPodAutoscalerList", namespaced: true, short_names: &["hpa"], categories: &["all"], hub: "v2", backing: Backing::Stored, key_prefix: "horizontalpodautoscalers",
storage: &[Storage { from: r(1, 34), group: "autoscaling", version: "v2" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v2", object: StructId(264), list: Some(StructId(267)), default_on: true, lifecycle: life(Some(r(1, 23)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "autoscaling", "v2", "HorizontalPodAutoscaler", &[]),
] },
Served { version: "v1", object: StructId(250), list: Some(StructId(251)), default_on: true, lifecycle: life(Some(r(1, 2)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "autoscaling", "v1", "HorizontalPodAutoscaler", &[]),
] },
] },
Resource { group: "batch", plural: "cronjobs", singular: "cronjob", kind: "CronJob", list_kind: "CronJobList", namespaced: true, short_names: &["cj"], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "cronjobs",
storage: &[Storage { from: r(1, 34), group: "batch", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(281), list: Some(StructId(282)), default_on: true, lifecycle: life(Some(r(1, 21)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "batch", "v1", "CronJob", &[]),
] },
] },
Resource { group: "batch", plural: "jobs", singular: "job", kind: "Job", list_kind: "JobList", namespaced: true, short_names: &[], categories: &["all"], hub: "v1", backing: Backing::Stored, key_prefix: "jobs",
storage: &[Storage { from: r(1, 34), group: "batch", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
Selectable { key: "status.successful", paths: &[&["status", "succeeded"]], default: "0" },
],
versions: &[
Served { version: "v1", object: StructId(285), list: Some(StructId(287)), default_on: true, lifecycle: life(Some(r(1, 2)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace"), label("status.successful", "status.successful")], unknown_label: UnknownLabel::UnsupportedForKind("Job"),
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "batch", "v1", "Job", &[]),
] },
] },
Resource { group: "certificates.k8s.io", plural: "certificatesigningrequests", singular: "certificatesigningrequest", kind: "CertificateSigningRequest", list_kind: "CertificateSigningRequestList", namespaced: false, short_names: &["csr"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "certificatesigningrequests",
storage: &[Storage { from: r(1, 34), group: "certificates.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "spec.signerName", paths: &[&["spec", "signerName"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(304), list: Some(StructId(306)), default_on: true, lifecycle: life(Some(r(1, 19)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.signerName", "spec.signerName")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("approval", VerbSet::of(&[Get, Patch, Update]), true, "certificates.k8s.io", "v1", "CertificateSigningRequest", &[]),
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "certificates.k8s.io", "v1", "CertificateSigningRequest", &[]),
] },
] },
Resource { group: "certificates.k8s.io", plural: "clustertrustbundles", singular: "clustertrustbundle", kind: "ClusterTrustBundle", list_kind: "ClusterTrustBundleList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "clustertrustbundles",
storage: &[Storage { from: r(1, 34), group: "certificates.k8s.io", version: "v1beta1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "spec.signerName", paths: &[&["spec", "signerName"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(309), list: Some(StructId(310)), default_on: true, lifecycle: life(Some(r(1, 37)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.signerName", "spec.signerName")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
] },
Served { version: "v1beta1", object: StructId(324), list: Some(StructId(325)), default_on: false, lifecycle: life(Some(r(1, 33)), Some(r(1, 37)), Some(r(1, 40)), "certificates.k8s.io/v1 ClusterTrustBundle"), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.signerName", "spec.signerName")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
] },
] },
Resource { group: "certificates.k8s.io", plural: "podcertificaterequests", singular: "podcertificaterequest", kind: "PodCertificateRequest", list_kind: "PodCertificateRequestList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "podcertificaterequests",
storage: &[Storage { from: r(1, 35), group: "certificates.k8s.io", version: "v1beta1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "spec.signerName", paths: &[&["spec", "signerName"]], default: "" },
Selectable { key: "spec.podName", paths: &[&["spec", "podName"]], default: "" },
Selectable { key: "spec.nodeName", paths: &[&["spec", "nodeName"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(312), list: Some(StructId(313)), default_on: true, lifecycle: life(Some(r(1, 37)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.nodeName", "spec.nodeName"), label("spec.podName", "spec.podName"), label("spec.signerName", "spec.signerName")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "certificates.k8s.io", "v1", "PodCertificateRequest", &[]),
] },
Served { version: "v1beta1", object: StructId(327), list: Some(StructId(328)), default_on: false, lifecycle: life(Some(r(1, 35)), Some(r(1, 37)), Some(r(1, 40)), "certificates.k8s.io/v1 PodCertificateRequest"), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.nodeName", "spec.nodeName"), label("spec.podName", "spec.podName"), label("spec.signerName", "spec.signerName")], unknown_label: UnknownLabel::Unsupported,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "certificates.k8s.io", "v1beta1", "PodCertificateRequest", &[]),
] },
] },
Resource { group: "networking.k8s.io", plural: "ingressclasses", singular: "ingressclass", kind: "IngressClass", list_kind: "IngressClassList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "ingressclasses",
storage: &[Storage { from: r(1, 34), group: "networking.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(767), list: Some(StructId(768)), default_on: true, lifecycle: life(Some(r(1, 19)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "networking.k8s.io", plural: "ingresses", singular: "ingress", kind: "Ingress", list_kind: "IngressList", namespaced: true, short_names: &["ing"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "ingress",
storage: &[Storage { from: r(1, 34), group: "networking.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(765), list: Some(StructId(771)), default_on: true, lifecycle: life(Some(r(1, 19)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "networking.k8s.io", "v1", "Ingress", &[]),
] },
] },
Resource { group: "networking.k8s.io", plural: "ipaddresses", singular: "ipaddress", kind: "IPAddress", list_kind: "IPAddressList", namespaced: false, short_names: &["ip"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "ipaddresses",
storage: &[Storage { from: r(1, 34), group: "networking.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(761), list: Some(StructId(762)), default_on: true, lifecycle: life(Some(r(1, 33)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "networking.k8s.io", plural: "networkpolicies", singular: "networkpolicy", kind: "NetworkPolicy", list_kind: "NetworkPolicyList", namespaced: true, short_names: &["netpol"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "networkpolicies",
storage: &[Storage { from: r(1, 34), group: "networking.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(780), list: Some(StructId(783)), default_on: true, lifecycle: life(Some(r(1, 7)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "networking.k8s.io", plural: "servicecidrs", singular: "servicecidr", kind: "ServiceCIDR", list_kind: "ServiceCIDRList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "servicecidrs",
storage: &[Storage { from: r(1, 34), group: "networking.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(789), list: Some(StructId(790)), default_on: true, lifecycle: life(Some(r(1, 33)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "networking.k8s.io", "v1", "ServiceCIDR", &[]),
] },
] },
Resource { group: "policy", plural: "poddisruptionbudgets", singular: "poddisruptionbudget", kind: "PodDisruptionBudget", list_kind: "PodDisruptionBudgetList", namespaced: true, short_names: &["pdb"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "poddisruptionbudgets",
storage: &[Storage { from: r(1, 34), group: "policy", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(831), list: Some(StructId(832)), default_on: true, lifecycle: life(Some(r(1, 21)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "policy", "v1", "PodDisruptionBudget", &[]),
] },
] },
Resource { group: "rbac.authorization.k8s.io", plural: "clusterrolebindings", singular: "clusterrolebinding", kind: "ClusterRoleBinding", list_kind: "ClusterRoleBindingList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "clusterrolebindings",
storage: &[Storage { from: r(1, 34), group: "rbac.authorization.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(842), list: Some(StructId(843)), default_on: true, lifecycle: life(Some(r(1, 8)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "rbac.authorization.k8s.io", plural: "clusterroles", singular: "clusterrole", kind: "ClusterRole", list_kind: "ClusterRoleList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "clusterroles",
storage: &[Storage { from: r(1, 34), group: "rbac.authorization.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(841), list: Some(StructId(844)), default_on: true, lifecycle: life(Some(r(1, 8)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "rbac.authorization.k8s.io", plural: "rolebindings", singular: "rolebinding", kind: "RoleBinding", list_kind: "RoleBindingList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "rolebindings",
storage: &[Storage { from: r(1, 34), group: "rbac.authorization.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(847), list: Some(StructId(848)), default_on: true, lifecycle: life(Some(r(1, 8)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "rbac.authorization.k8s.io", plural: "roles", singular: "role", kind: "Role", list_kind: "RoleList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "roles",
storage: &[Storage { from: r(1, 34), group: "rbac.authorization.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(846), list: Some(StructId(849)), default_on: true, lifecycle: life(Some(r(1, 8)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "storage.k8s.io", plural: "csidrivers", singular: "csidriver", kind: "CSIDriver", list_kind: "CSIDriverList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "csidrivers",
storage: &[Storage { from: r(1, 34), group: "storage.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1110), list: Some(StructId(1111)), default_on: true, lifecycle: life(Some(r(1, 18)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "storage.k8s.io", plural: "csinodes", singular: "csinode", kind: "CSINode", list_kind: "CSINodeList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "csinodes",
storage: &[Storage { from: r(1, 34), group: "storage.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1113), list: Some(StructId(1115)), default_on: true, lifecycle: life(Some(r(1, 17)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "storage.k8s.io", "v1", "CSINode", &[]),
] },
] },
Resource { group: "storage.k8s.io", plural: "csistoragecapacities", singular: "csistoragecapacity", kind: "CSIStorageCapacity", list_kind: "CSIStorageCapacityList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "csistoragecapacities",
storage: &[Storage { from: r(1, 34), group: "storage.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1118), list: Some(StructId(1119)), default_on: true, lifecycle: life(Some(r(1, 24)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "storage.k8s.io", plural: "storageclasses", singular: "storageclass", kind: "StorageClass", list_kind: "StorageClassList", namespaced: false, short_names: &["sc"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "storageclasses",
storage: &[Storage { from: r(1, 34), group: "storage.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1120), list: Some(StructId(1121)), default_on: true, lifecycle: life(Some(r(1, 6)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "storage.k8s.io", plural: "volumeattachments", singular: "volumeattachment", kind: "VolumeAttachment", list_kind: "VolumeAttachmentList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "volumeattachments",
storage: &[Storage { from: r(1, 34), group: "storage.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1125), list: Some(StructId(1126)), default_on: true, lifecycle: life(Some(r(1, 13)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "storage.k8s.io", "v1", "VolumeAttachment", &[]),
] },
] },
Resource { group: "storage.k8s.io", plural: "volumeattributesclasses", singular: "volumeattributesclass", kind: "VolumeAttributesClass", list_kind: "VolumeAttributesClassList", namespaced: false, short_names: &["vac"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "volumeattributesclasses",
storage: &[Storage { from: r(1, 34), group: "storage.k8s.io", version: "v1beta1" }, Storage { from: r(1, 35), group: "storage.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1130), list: Some(StructId(1131)), default_on: true, lifecycle: life(Some(r(1, 34)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "admissionregistration.k8s.io", plural: "mutatingadmissionpolicies", singular: "mutatingadmissionpolicy", kind: "MutatingAdmissionPolicy", list_kind: "MutatingAdmissionPolicyList", namespaced: false, short_names: &[], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "mutatingadmissionpolicies",
storage: &[Storage { from: r(1, 34), group: "admissionregistration.k8s.io", version: "v1beta1" }, Storage { from: r(1, 37), group: "admissionregistration.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(12), list: Some(StructId(16)), default_on: true, lifecycle: life(Some(r(1, 36)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1beta1", object: StructId(73), list: Some(StructId(77)), default_on: false, lifecycle: life(Some(r(1, 34)), Some(r(1, 37)), Some(r(1, 40)), "admissionregistration.k8s.io/v1 MutatingAdmissionPolicy"), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1alpha1", object: StructId(47), list: Some(StructId(51)), default_on: false, lifecycle: life(Some(r(1, 32)), Some(r(1, 35)), Some(r(1, 38)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "admissionregistration.k8s.io", plural: "mutatingadmissionpolicybindings", singular: "mutatingadmissionpolicybinding", kind: "MutatingAdmissionPolicyBinding", list_kind: "MutatingAdmissionPolicyBindingList", namespaced: false, short_names: &[], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "mutatingadmissionpolicybindings",
storage: &[Storage { from: r(1, 34), group: "admissionregistration.k8s.io", version: "v1beta1" }, Storage { from: r(1, 37), group: "admissionregistration.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(13), list: Some(StructId(14)), default_on: true, lifecycle: life(Some(r(1, 36)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1beta1", object: StructId(74), list: Some(StructId(75)), default_on: false, lifecycle: life(Some(r(1, 34)), Some(r(1, 37)), Some(r(1, 40)), "admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding"), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1alpha1", object: StructId(48), list: Some(StructId(49)), default_on: false, lifecycle: life(Some(r(1, 32)), Some(r(1, 35)), Some(r(1, 38)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "admissionregistration.k8s.io", plural: "mutatingwebhookconfigurations", singular: "mutatingwebhookconfiguration", kind: "MutatingWebhookConfiguration", list_kind: "MutatingWebhookConfigurationList", namespaced: false, short_names: &[], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "mutatingwebhookconfigurations",
storage: &[Storage { from: r(1, 34), group: "admissionregistration.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(19), list: Some(StructId(20)), default_on: true, lifecycle: life(Some(r(1, 16)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "admissionregistration.k8s.io", plural: "validatingadmissionpolicies", singular: "validatingadmissionpolicy", kind: "ValidatingAdmissionPolicy", list_kind: "ValidatingAdmissionPolicyList", namespaced: false, short_names: &[], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "validatingadmissionpolicies",
storage: &[Storage { from: r(1, 34), group: "admissionregistration.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(28), list: Some(StructId(32)), default_on: true, lifecycle: life(Some(r(1, 30)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy", &[]),
] },
] },
Resource { group: "admissionregistration.k8s.io", plural: "validatingadmissionpolicybindings", singular: "validatingadmissionpolicybinding", kind: "ValidatingAdmissionPolicyBinding", list_kind: "ValidatingAdmissionPolicyBindingList", namespaced: false, short_names: &[], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "validatingadmissionpolicybindings",
storage: &[Storage { from: r(1, 34), group: "admissionregistration.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(29), list: Some(StructId(30)), default_on: true, lifecycle: life(Some(r(1, 30)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "admissionregistration.k8s.io", plural: "validatingwebhookconfigurations", singular: "validatingwebhookconfiguration", kind: "ValidatingWebhookConfiguration", list_kind: "ValidatingWebhookConfigurationList", namespaced: false, short_names: &[], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "validatingwebhookconfigurations",
storage: &[Storage { from: r(1, 34), group: "admissionregistration.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(36), list: Some(StructId(37)), default_on: true, lifecycle: life(Some(r(1, 16)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "apiextensions.k8s.io", plural: "customresourcedefinitions", singular: "customresourcedefinition", kind: "CustomResourceDefinition", list_kind: "CustomResourceDefinitionList", namespaced: false, short_names: &["crd", "crds"], categories: &["api-extensions"], hub: "v1", backing: Backing::Stored, key_prefix: "apiextensions.k8s.io/customresourcedefinitions",
storage: &[Storage { from: r(1, 34), group: "apiextensions.k8s.io", version: "v1beta1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1181), list: Some(StructId(1183)), default_on: true, lifecycle: life(Some(r(1, 16)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "apiextensions.k8s.io", "v1", "CustomResourceDefinition", &[]),
] },
] },
Resource { group: "scheduling.k8s.io", plural: "priorityclasses", singular: "priorityclass", kind: "PriorityClass", list_kind: "PriorityClassList", namespaced: false, short_names: &["pc"], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "priorityclasses",
storage: &[Storage { from: r(1, 34), group: "scheduling.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1038), list: Some(StructId(1039)), default_on: true, lifecycle: life(Some(r(1, 14)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "scheduling.k8s.io", plural: "podgroups", singular: "podgroup", kind: "PodGroup", list_kind: "PodGroupList", namespaced: true, short_names: &[], categories: &[], hub: "v1beta1", backing: Backing::Stored, key_prefix: "podgroups",
storage: &[Storage { from: r(1, 37), group: "scheduling.k8s.io", version: "v1beta1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1beta1", object: StructId(1091), list: Some(StructId(1092)), default_on: false, lifecycle: life(Some(r(1, 37)), Some(r(1, 40)), Some(r(1, 43)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "scheduling.k8s.io", "v1beta1", "PodGroup", &[]),
] },
Served { version: "v1alpha3", object: StructId(1055), list: Some(StructId(1056)), default_on: false, lifecycle: life(None, None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "scheduling.k8s.io", "v1alpha3", "PodGroup", &[]),
] },
] },
Resource { group: "scheduling.k8s.io", plural: "workloads", singular: "workload", kind: "Workload", list_kind: "WorkloadList", namespaced: true, short_names: &[], categories: &[], hub: "v1beta1", backing: Backing::Stored, key_prefix: "workloads",
storage: &[Storage { from: r(1, 37), group: "scheduling.k8s.io", version: "v1beta1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1beta1", object: StructId(1106), list: Some(StructId(1107)), default_on: false, lifecycle: life(Some(r(1, 37)), Some(r(1, 40)), Some(r(1, 43)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1alpha3", object: StructId(1068), list: Some(StructId(1069)), default_on: false, lifecycle: life(None, None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "scheduling.k8s.io", plural: "compositepodgroups", singular: "compositepodgroup", kind: "CompositePodGroup", list_kind: "CompositePodGroupList", namespaced: true, short_names: &[], categories: &[], hub: "v1alpha3", backing: Backing::Stored, key_prefix: "compositepodgroups",
storage: &[Storage { from: r(1, 37), group: "scheduling.k8s.io", version: "v1alpha3" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1alpha3", object: StructId(1046), list: Some(StructId(1047)), default_on: false, lifecycle: life(None, None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "scheduling.k8s.io", "v1alpha3", "CompositePodGroup", &[]),
] },
] },
Resource { group: "coordination.k8s.io", plural: "leases", singular: "lease", kind: "Lease", list_kind: "LeaseList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "leases",
storage: &[Storage { from: r(1, 34), group: "coordination.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(331), list: Some(StructId(332)), default_on: true, lifecycle: life(Some(r(1, 14)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "coordination.k8s.io", plural: "leasecandidates", singular: "leasecandidate", kind: "LeaseCandidate", list_kind: "LeaseCandidateList", namespaced: true, short_names: &[], categories: &[], hub: "v1beta1", backing: Backing::Stored, key_prefix: "leasecandidates",
storage: &[Storage { from: r(1, 34), group: "coordination.k8s.io", version: "v1beta1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1beta1", object: StructId(338), list: Some(StructId(339)), default_on: false, lifecycle: life(Some(r(1, 33)), Some(r(1, 36)), Some(r(1, 39)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1alpha2", object: StructId(334), list: Some(StructId(335)), default_on: false, lifecycle: life(Some(r(1, 32)), Some(r(1, 35)), Some(r(1, 38)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "node.k8s.io", plural: "runtimeclasses", singular: "runtimeclass", kind: "RuntimeClass", list_kind: "RuntimeClassList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "runtimeclasses",
storage: &[Storage { from: r(1, 34), group: "node.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(818), list: Some(StructId(819)), default_on: true, lifecycle: life(Some(r(1, 20)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "discovery.k8s.io", plural: "endpointslices", singular: "endpointslice", kind: "EndpointSlice", list_kind: "EndpointSliceList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "endpointslices",
storage: &[Storage { from: r(1, 34), group: "discovery.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(586), list: Some(StructId(587)), default_on: true, lifecycle: life(Some(r(1, 21)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "resource.k8s.io", plural: "deviceclasses", singular: "deviceclass", kind: "DeviceClass", list_kind: "DeviceClassList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "deviceclasses",
storage: &[Storage { from: r(1, 34), group: "resource.k8s.io", version: "v1beta2" }, Storage { from: r(1, 35), group: "resource.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(891), list: Some(StructId(893)), default_on: true, lifecycle: life(Some(r(1, 34)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1beta2", object: StructId(1002), list: Some(StructId(1004)), default_on: false, lifecycle: life(Some(r(1, 33)), Some(r(1, 36)), Some(r(1, 39)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1beta1", object: StructId(957), list: Some(StructId(959)), default_on: false, lifecycle: life(Some(r(1, 32)), Some(r(1, 35)), Some(r(1, 38)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "resource.k8s.io", plural: "devicetaintrules", singular: "devicetaintrule", kind: "DeviceTaintRule", list_kind: "DeviceTaintRuleList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "devicetaintrules",
storage: &[Storage { from: r(1, 36), group: "resource.k8s.io", version: "v1beta2" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(903), list: Some(StructId(904)), default_on: true, lifecycle: life(Some(r(1, 37)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "resource.k8s.io", "v1", "DeviceTaintRule", &[]),
] },
Served { version: "v1beta2", object: StructId(1014), list: Some(StructId(1015)), default_on: false, lifecycle: life(Some(r(1, 36)), Some(r(1, 39)), Some(r(1, 42)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "resource.k8s.io", "v1beta2", "DeviceTaintRule", &[]),
] },
Served { version: "v1alpha3", object: StructId(928), list: Some(StructId(929)), default_on: false, lifecycle: life(Some(r(1, 33)), Some(r(1, 36)), Some(r(1, 39)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "resource.k8s.io", "v1alpha3", "DeviceTaintRule", &[]),
] },
] },
Resource { group: "resource.k8s.io", plural: "resourceclaims", singular: "resourceclaim", kind: "ResourceClaim", list_kind: "ResourceClaimList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "resourceclaims",
storage: &[Storage { from: r(1, 34), group: "resource.k8s.io", version: "v1beta2" }, Storage { from: r(1, 35), group: "resource.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(915), list: Some(StructId(917)), default_on: true, lifecycle: life(Some(r(1, 34)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "resource.k8s.io", "v1", "ResourceClaim", &[]),
] },
Served { version: "v1beta2", object: StructId(1026), list: Some(StructId(1028)), default_on: false, lifecycle: life(Some(r(1, 33)), Some(r(1, 36)), Some(r(1, 39)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "resource.k8s.io", "v1beta2", "ResourceClaim", &[]),
] },
Served { version: "v1beta1", object: StructId(975), list: Some(StructId(977)), default_on: false, lifecycle: life(Some(r(1, 32)), Some(r(1, 35)), Some(r(1, 38)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "resource.k8s.io", "v1beta1", "ResourceClaim", &[]),
] },
] },
Resource { group: "resource.k8s.io", plural: "resourceclaimtemplates", singular: "resourceclaimtemplate", kind: "ResourceClaimTemplate", list_kind: "ResourceClaimTemplateList", namespaced: true, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "resourceclaimtemplates",
storage: &[Storage { from: r(1, 34), group: "resource.k8s.io", version: "v1beta2" }, Storage { from: r(1, 35), group: "resource.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(920), list: Some(StructId(921)), default_on: true, lifecycle: life(Some(r(1, 34)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1beta2", object: StructId(1031), list: Some(StructId(1032)), default_on: false, lifecycle: life(Some(r(1, 33)), Some(r(1, 36)), Some(r(1, 39)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
Served { version: "v1beta1", object: StructId(980), list: Some(StructId(981)), default_on: false, lifecycle: life(Some(r(1, 32)), Some(r(1, 35)), Some(r(1, 38)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
] },
] },
Resource { group: "resource.k8s.io", plural: "resourceslices", singular: "resourceslice", kind: "ResourceSlice", list_kind: "ResourceSliceList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "resourceslices",
storage: &[Storage { from: r(1, 34), group: "resource.k8s.io", version: "v1beta2" }, Storage { from: r(1, 35), group: "resource.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "spec.nodeName", paths: &[&["spec", "nodeName"]], default: "" },
Selectable { key: "spec.driver", paths: &[&["spec", "driver"]], default: "" },
Selectable { key: "spec.pool.name", paths: &[&["spec", "pool", "name"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(924), list: Some(StructId(925)), default_on: true, lifecycle: life(Some(r(1, 34)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.driver", "spec.driver"), label("spec.nodeName", "spec.nodeName"), label("spec.pool.name", "spec.pool.name")], unknown_label: UnknownLabel::UnsupportedForFullKind("resource.k8s.io/v1, Kind=ResourceSlice"),
subresources: &[
] },
Served { version: "v1beta2", object: StructId(1035), list: Some(StructId(1036)), default_on: false, lifecycle: life(Some(r(1, 33)), Some(r(1, 36)), Some(r(1, 39)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.driver", "spec.driver"), label("spec.nodeName", "spec.nodeName"), label("spec.pool.name", "spec.pool.name")], unknown_label: UnknownLabel::UnsupportedForFullKind("resource.k8s.io/v1beta2, Kind=ResourceSlice"),
subresources: &[
] },
Served { version: "v1beta1", object: StructId(984), list: Some(StructId(985)), default_on: false, lifecycle: life(Some(r(1, 32)), Some(r(1, 35)), Some(r(1, 38)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("spec.driver", "spec.driver"), label("spec.nodeName", "spec.nodeName"), label("spec.pool.name", "spec.pool.name")], unknown_label: UnknownLabel::UnsupportedForFullKind("resource.k8s.io/v1beta1, Kind=ResourceSlice"),
subresources: &[
] },
] },
Resource { group: "resource.k8s.io", plural: "resourcepoolstatusrequests", singular: "resourcepoolstatusrequest", kind: "ResourcePoolStatusRequest", list_kind: "ResourcePoolStatusRequestList", namespaced: false, short_names: &[], categories: &[], hub: "v1alpha3", backing: Backing::Stored, key_prefix: "resourcepoolstatusrequests",
storage: &[Storage { from: r(1, 37), group: "resource.k8s.io", version: "v1alpha3" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1alpha3", object: StructId(935), list: Some(StructId(936)), default_on: false, lifecycle: life(Some(r(1, 36)), Some(r(1, 39)), Some(r(1, 42)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "resource.k8s.io", "v1alpha3", "ResourcePoolStatusRequest", &[]),
] },
] },
Resource { group: "flowcontrol.apiserver.k8s.io", plural: "flowschemas", singular: "flowschema", kind: "FlowSchema", list_kind: "FlowSchemaList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "flowschemas",
storage: &[Storage { from: r(1, 34), group: "flowcontrol.apiserver.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(650), list: Some(StructId(652)), default_on: true, lifecycle: life(Some(r(1, 29)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "flowcontrol.apiserver.k8s.io", "v1", "FlowSchema", &[]),
] },
] },
Resource { group: "flowcontrol.apiserver.k8s.io", plural: "prioritylevelconfigurations", singular: "prioritylevelconfiguration", kind: "PriorityLevelConfiguration", list_kind: "PriorityLevelConfigurationList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "prioritylevelconfigurations",
storage: &[Storage { from: r(1, 34), group: "flowcontrol.apiserver.k8s.io", version: "v1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(660), list: Some(StructId(662)), default_on: true, lifecycle: life(Some(r(1, 29)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "flowcontrol.apiserver.k8s.io", "v1", "PriorityLevelConfiguration", &[]),
] },
] },
Resource { group: "internal.apiserver.k8s.io", plural: "storageversions", singular: "storageversion", kind: "StorageVersion", list_kind: "StorageVersionList", namespaced: false, short_names: &[], categories: &[], hub: "v1alpha1", backing: Backing::Stored, key_prefix: "storageversions",
storage: &[Storage { from: r(1, 37), group: "internal.apiserver.k8s.io", version: "v1alpha1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1alpha1", object: StructId(112), list: Some(StructId(114)), default_on: false, lifecycle: life(None, None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "internal.apiserver.k8s.io", "v1alpha1", "StorageVersion", &[]),
] },
] },
Resource { group: "storagemigration.k8s.io", plural: "storageversionmigrations", singular: "storageversionmigration", kind: "StorageVersionMigration", list_kind: "StorageVersionMigrationList", namespaced: false, short_names: &[], categories: &[], hub: "v1", backing: Backing::Stored, key_prefix: "storageversionmigrations",
storage: &[Storage { from: r(1, 35), group: "storagemigration.k8s.io", version: "v1beta1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1", object: StructId(1168), list: Some(StructId(1169)), default_on: true, lifecycle: life(Some(r(1, 37)), None, None, ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), true, "storagemigration.k8s.io", "v1", "StorageVersionMigration", &[]),
] },
Served { version: "v1beta1", object: StructId(1172), list: Some(StructId(1173)), default_on: false, lifecycle: life(Some(r(1, 35)), Some(r(1, 37)), Some(r(1, 40)), "storagemigration.k8s.io/v1 StorageVersionMigration"), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "storagemigration.k8s.io", "v1beta1", "StorageVersionMigration", &[]),
] },
] },
Resource { group: "lifecycle.k8s.io", plural: "evictionrequests", singular: "evictionrequest", kind: "EvictionRequest", list_kind: "EvictionRequestList", namespaced: true, short_names: &[], categories: &[], hub: "v1alpha1", backing: Backing::Stored, key_prefix: "evictionrequests",
storage: &[Storage { from: r(1, 37), group: "lifecycle.k8s.io", version: "v1alpha1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1alpha1", object: StructId(747), list: Some(StructId(748)), default_on: false, lifecycle: life(Some(r(1, 37)), Some(r(1, 40)), Some(r(1, 43)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "lifecycle.k8s.io", "v1alpha1", "EvictionRequest", &[]),
] },
] },
Resource { group: "lifecycle.k8s.io", plural: "evictions", singular: "eviction", kind: "Eviction", list_kind: "EvictionList", namespaced: true, short_names: &[], categories: &[], hub: "v1alpha1", backing: Backing::Stored, key_prefix: "evictions",
storage: &[Storage { from: r(1, 37), group: "lifecycle.k8s.io", version: "v1alpha1" }],
selectable: &[
Selectable { key: "metadata.name", paths: &[&["metadata", "name"]], default: "" },
Selectable { key: "metadata.namespace", paths: &[&["metadata", "namespace"]], default: "" },
],
versions: &[
Served { version: "v1alpha1", object: StructId(744), list: Some(StructId(745)), default_on: false, lifecycle: life(Some(r(1, 37)), Some(r(1, 40)), Some(r(1, 43)), ""), verbs: VerbSet::of(&[Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch]),
labels: &[label("metadata.name", "metadata.name"), label("metadata.namespace", "metadata.namespace")], unknown_label: UnknownLabel::Generic,
subresources: &[
sub("status", VerbSet::of(&[Get, Patch, Update]), false, "lifecycle.k8s.io", "v1alpha1", "Eviction", &[]),
] },
] },
];

/// Indexes into [`RESOURCES`] ordered by plural, then group.
pub(crate) static BY_PLURAL: [u8; 79] = [17, 0, 33, 42, 43, 34, 1, 62, 2, 18, 31, 46, 47, 48, 58, 19, 20, 67, 68, 3, 66, 4, 23, 77, 78, 73, 30, 36, 37, 38, 32, 64, 63, 5, 26, 52, 53, 54, 6, 39, 7, 8, 9, 35, 41, 60, 10, 11, 59, 74, 21, 12, 69, 70, 72, 13, 71, 44, 45, 65, 14, 27, 24, 28, 15, 40, 16, 22, 49, 76, 75, 29, 25, 55, 56, 57, 50, 51, 61];

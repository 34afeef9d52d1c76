//! Struct and type tables of every built-in kind; written by `cargo xtask codegen` from `openapi/facts/types.json`.
//! Read through `table`; must never be edited by hand.

use std::borrow::Cow::Borrowed as B;

use object::proto::Plans;
use object::schema::Omit::{Empty as E, Never as N, Zero as Z};
use object::schema::Shape as S;
use object::schema::{FieldDef, InlineDef, MergeRule, Omit, StructDef, StructId, Text, Topology, TypeDef, TypeId, TypeTable};

const fn f(json: &'static str, ty: u16, omit: Omit, number: u16, inline: u8, required: bool) -> FieldDef {
    g(json, ty, omit, number, inline, required, None, Topology::Unset, &[], "")
}
#[expect(clippy::too_many_arguments, reason = "one argument per fact, read by nobody")]
const fn g(
    json: &'static str, ty: u16, omit: Omit, number: u16, inline: u8, required: bool, merge: Option<MergeRule>, topology: Topology,
    values: &'static [Text], default: &'static str,
) -> FieldDef {
    FieldDef { json: B(json), ty: TypeId(ty), omit, number, inline, merge, topology, values: B(values), default: B(default), required }
}
const fn m(merge: bool, replace: bool, retain_keys: bool, key: &'static str) -> Option<MergeRule> {
    Some(MergeRule { merge, replace, retain_keys, key: B(key) })
}
const fn k(keys: &'static [Text]) -> Topology {
    Topology::Map(B(keys))
}
const fn s(
    go: &'static str, name: &'static str, fields: &'static [FieldDef], by_name: &'static [u8], inlines: &'static [InlineDef], atomic: bool,
) -> StructDef {
    StructDef { go: B(go), name: B(name), fields: B(fields), by_name: B(by_name), inlines: B(inlines), atomic }
}
const fn i(go: &'static str, number: u16, parent: u8) -> InlineDef {
    InlineDef { go: B(go), number, parent }
}
const fn t(shape: S, pointer: bool, go: &'static str, wrapped: bool) -> TypeDef {
    TypeDef { shape, pointer, go: B(go), wrapped }
}
const A: Topology = Topology::Atomic;
const G: Topology = Topology::Granular;
const U: Topology = Topology::Unset;
const X: Topology = Topology::Set;

/// Every built-in struct and type.
pub(crate) static TYPES: TypeTable = TypeTable { structs: B(&STRUCTS), types: B(&TYPE_DEFS), fingerprint: 0xd89b_6e8d_62e9_7f6f, plans: Plans::new() };

/// Struct of each group, version and kind, in this order.
pub(crate) static KINDS: [(&str, &str, &str, StructId); 361] = [
("", "v1", "APIGroup", StructId(1221)),
("", "v1", "APIGroupList", StructId(1222)),
("", "v1", "APIResourceList", StructId(1224)),
("", "v1", "APIVersions", StructId(1225)),
("", "v1", "Binding", StructId(350)),
("", "v1", "ComponentStatus", StructId(361)),
("", "v1", "ComponentStatusList", StructId(362)),
("", "v1", "ConfigMap", StructId(363)),
("", "v1", "ConfigMapList", StructId(366)),
("", "v1", "Endpoints", StructId(391)),
("", "v1", "EndpointsList", StructId(392)),
("", "v1", "Event", StructId(398)),
("", "v1", "EventList", StructId(399)),
("", "v1", "LimitRange", StructId(426)),
("", "v1", "LimitRangeList", StructId(428)),
("", "v1", "List", StructId(431)),
("", "v1", "Namespace", StructId(438)),
("", "v1", "NamespaceList", StructId(440)),
("", "v1", "Node", StructId(443)),
("", "v1", "NodeList", StructId(454)),
("", "v1", "NodeProxyOptions", StructId(456)),
("", "v1", "PersistentVolume", StructId(468)),
("", "v1", "PersistentVolumeClaim", StructId(469)),
("", "v1", "PersistentVolumeClaimList", StructId(471)),
("", "v1", "PersistentVolumeList", StructId(476)),
("", "v1", "Pod", StructId(480)),
("", "v1", "PodAttachOptions", StructId(484)),
("", "v1", "PodExecOptions", StructId(489)),
("", "v1", "PodList", StructId(492)),
("", "v1", "PodLogOptions", StructId(493)),
("", "v1", "PodPortForwardOptions", StructId(495)),
("", "v1", "PodProxyOptions", StructId(496)),
("", "v1", "PodTemplate", StructId(505)),
("", "v1", "PodTemplateList", StructId(506)),
("", "v1", "RangeAllocation", StructId(517)),
("", "v1", "ReplicationController", StructId(518)),
("", "v1", "ReplicationControllerList", StructId(520)),
("", "v1", "ResourceQuota", StructId(526)),
("", "v1", "ResourceQuotaList", StructId(527)),
("", "v1", "Secret", StructId(538)),
("", "v1", "SecretList", StructId(541)),
("", "v1", "SerializedReference", StructId(546)),
("", "v1", "Service", StructId(547)),
("", "v1", "ServiceAccount", StructId(548)),
("", "v1", "ServiceAccountList", StructId(549)),
("", "v1", "ServiceList", StructId(551)),
("", "v1", "ServiceProxyOptions", StructId(553)),
("", "v1", "Status", StructId(1248)),
("admission.k8s.io", "v1", "AdmissionReview", StructId(2)),
("admission.k8s.io", "v1beta1", "AdmissionReview", StructId(5)),
("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicy", StructId(12)),
("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicyBinding", StructId(13)),
("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicyBindingList", StructId(14)),
("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicyList", StructId(16)),
("admissionregistration.k8s.io", "v1", "MutatingWebhookConfiguration", StructId(19)),
("admissionregistration.k8s.io", "v1", "MutatingWebhookConfigurationList", StructId(20)),
("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy", StructId(28)),
("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicyBinding", StructId(29)),
("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicyBindingList", StructId(30)),
("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicyList", StructId(32)),
("admissionregistration.k8s.io", "v1", "ValidatingWebhookConfiguration", StructId(36)),
("admissionregistration.k8s.io", "v1", "ValidatingWebhookConfigurationList", StructId(37)),
("admissionregistration.k8s.io", "v1alpha1", "MutatingAdmissionPolicy", StructId(47)),
("admissionregistration.k8s.io", "v1alpha1", "MutatingAdmissionPolicyBinding", StructId(48)),
("admissionregistration.k8s.io", "v1alpha1", "MutatingAdmissionPolicyBindingList", StructId(49)),
("admissionregistration.k8s.io", "v1alpha1", "MutatingAdmissionPolicyList", StructId(51)),
("admissionregistration.k8s.io", "v1alpha1", "ValidatingAdmissionPolicy", StructId(58)),
("admissionregistration.k8s.io", "v1alpha1", "ValidatingAdmissionPolicyBinding", StructId(59)),
("admissionregistration.k8s.io", "v1alpha1", "ValidatingAdmissionPolicyBindingList", StructId(60)),
("admissionregistration.k8s.io", "v1alpha1", "ValidatingAdmissionPolicyList", StructId(62)),
("admissionregistration.k8s.io", "v1beta1", "MutatingAdmissionPolicy", StructId(73)),
("admissionregistration.k8s.io", "v1beta1", "MutatingAdmissionPolicyBinding", StructId(74)),
("admissionregistration.k8s.io", "v1beta1", "MutatingAdmissionPolicyBindingList", StructId(75)),
("admissionregistration.k8s.io", "v1beta1", "MutatingAdmissionPolicyList", StructId(77)),
("admissionregistration.k8s.io", "v1beta1", "MutatingWebhookConfiguration", StructId(80)),
("admissionregistration.k8s.io", "v1beta1", "MutatingWebhookConfigurationList", StructId(81)),
("admissionregistration.k8s.io", "v1beta1", "ValidatingAdmissionPolicy", StructId(88)),
("admissionregistration.k8s.io", "v1beta1", "ValidatingAdmissionPolicyBinding", StructId(89)),
("admissionregistration.k8s.io", "v1beta1", "ValidatingAdmissionPolicyBindingList", StructId(90)),
("admissionregistration.k8s.io", "v1beta1", "ValidatingAdmissionPolicyList", StructId(92)),
("admissionregistration.k8s.io", "v1beta1", "ValidatingWebhookConfiguration", StructId(96)),
("admissionregistration.k8s.io", "v1beta1", "ValidatingWebhookConfigurationList", StructId(97)),
("apidiscovery.k8s.io", "v2", "APIGroupDiscovery", StructId(101)),
("apidiscovery.k8s.io", "v2", "APIGroupDiscoveryList", StructId(102)),
("apidiscovery.k8s.io", "v2beta1", "APIGroupDiscovery", StructId(106)),
("apidiscovery.k8s.io", "v2beta1", "APIGroupDiscoveryList", StructId(107)),
("apiextensions.k8s.io", "v1", "ConversionReview", StructId(1178)),
("apiextensions.k8s.io", "v1", "CustomResourceDefinition", StructId(1181)),
("apiextensions.k8s.io", "v1", "CustomResourceDefinitionList", StructId(1183)),
("apiextensions.k8s.io", "v1beta1", "ConversionReview", StructId(1201)),
("apiextensions.k8s.io", "v1beta1", "CustomResourceDefinition", StructId(1204)),
("apiextensions.k8s.io", "v1beta1", "CustomResourceDefinitionList", StructId(1206)),
("apiregistration.k8s.io", "v1", "APIService", StructId(1267)),
("apiregistration.k8s.io", "v1", "APIServiceList", StructId(1269)),
("apiregistration.k8s.io", "v1beta1", "APIService", StructId(1273)),
("apiregistration.k8s.io", "v1beta1", "APIServiceList", StructId(1275)),
("apps", "v1", "ControllerRevision", StructId(117)),
("apps", "v1", "ControllerRevisionList", StructId(118)),
("apps", "v1", "DaemonSet", StructId(119)),
("apps", "v1", "DaemonSetList", StructId(121)),
("apps", "v1", "Deployment", StructId(125)),
("apps", "v1", "DeploymentList", StructId(127)),
("apps", "v1", "ReplicaSet", StructId(131)),
("apps", "v1", "ReplicaSetList", StructId(133)),
("apps", "v1", "StatefulSet", StructId(139)),
("apps", "v1", "StatefulSetList", StructId(141)),
("apps", "v1beta1", "ControllerRevision", StructId(147)),
("apps", "v1beta1", "ControllerRevisionList", StructId(148)),
("apps", "v1beta1", "Deployment", StructId(149)),
("apps", "v1beta1", "DeploymentList", StructId(151)),
("apps", "v1beta1", "DeploymentRollback", StructId(152)),
("apps", "v1beta1", "Scale", StructId(159)),
("apps", "v1beta1", "StatefulSet", StructId(162)),
("apps", "v1beta1", "StatefulSetList", StructId(164)),
("apps", "v1beta2", "ControllerRevision", StructId(170)),
("apps", "v1beta2", "ControllerRevisionList", StructId(171)),
("apps", "v1beta2", "DaemonSet", StructId(172)),
("apps", "v1beta2", "DaemonSetList", StructId(174)),
("apps", "v1beta2", "Deployment", StructId(178)),
("apps", "v1beta2", "DeploymentList", StructId(180)),
("apps", "v1beta2", "ReplicaSet", StructId(184)),
("apps", "v1beta2", "ReplicaSetList", StructId(186)),
("apps", "v1beta2", "Scale", StructId(192)),
("apps", "v1beta2", "StatefulSet", StructId(195)),
("apps", "v1beta2", "StatefulSetList", StructId(197)),
("audit.k8s.io", "v1", "Event", StructId(1260)),
("audit.k8s.io", "v1", "EventList", StructId(1261)),
("audit.k8s.io", "v1", "Policy", StructId(1264)),
("audit.k8s.io", "v1", "PolicyList", StructId(1265)),
("authentication.k8s.io", "v1", "SelfSubjectReview", StructId(204)),
("authentication.k8s.io", "v1", "TokenRequest", StructId(206)),
("authentication.k8s.io", "v1", "TokenReview", StructId(209)),
("authentication.k8s.io", "v1alpha1", "SelfSubjectReview", StructId(213)),
("authentication.k8s.io", "v1beta1", "SelfSubjectReview", StructId(215)),
("authentication.k8s.io", "v1beta1", "TokenReview", StructId(217)),
("authorization.k8s.io", "v1", "LocalSubjectAccessReview", StructId(223)),
("authorization.k8s.io", "v1", "SelfSubjectAccessReview", StructId(228)),
("authorization.k8s.io", "v1", "SelfSubjectRulesReview", StructId(230)),
("authorization.k8s.io", "v1", "SubjectAccessReview", StructId(232)),
("authorization.k8s.io", "v1beta1", "LocalSubjectAccessReview", StructId(236)),
("authorization.k8s.io", "v1beta1", "SelfSubjectAccessReview", StructId(241)),
("authorization.k8s.io", "v1beta1", "SelfSubjectRulesReview", StructId(243)),
("authorization.k8s.io", "v1beta1", "SubjectAccessReview", StructId(245)),
("autoscaling", "v1", "HorizontalPodAutoscaler", StructId(250)),
("autoscaling", "v1", "HorizontalPodAutoscalerList", StructId(251)),
("autoscaling", "v1", "Scale", StructId(254)),
("autoscaling", "v2", "HorizontalPodAutoscaler", StructId(264)),
("autoscaling", "v2", "HorizontalPodAutoscalerList", StructId(267)),
("batch", "v1", "CronJob", StructId(281)),
("batch", "v1", "CronJobList", StructId(282)),
("batch", "v1", "Job", StructId(285)),
("batch", "v1", "JobList", StructId(287)),
("batch", "v1beta1", "CronJob", StructId(299)),
("batch", "v1beta1", "CronJobList", StructId(300)),
("certificates.k8s.io", "v1", "CertificateSigningRequest", StructId(304)),
("certificates.k8s.io", "v1", "CertificateSigningRequestList", StructId(306)),
("certificates.k8s.io", "v1", "ClusterTrustBundle", StructId(309)),
("certificates.k8s.io", "v1", "ClusterTrustBundleList", StructId(310)),
("certificates.k8s.io", "v1", "PodCertificateRequest", StructId(312)),
("certificates.k8s.io", "v1", "PodCertificateRequestList", StructId(313)),
("certificates.k8s.io", "v1alpha1", "ClusterTrustBundle", StructId(316)),
("certificates.k8s.io", "v1alpha1", "ClusterTrustBundleList", StructId(317)),
("certificates.k8s.io", "v1beta1", "CertificateSigningRequest", StructId(319)),
("certificates.k8s.io", "v1beta1", "CertificateSigningRequestList", StructId(321)),
("certificates.k8s.io", "v1beta1", "ClusterTrustBundle", StructId(324)),
("certificates.k8s.io", "v1beta1", "ClusterTrustBundleList", StructId(325)),
("certificates.k8s.io", "v1beta1", "PodCertificateRequest", StructId(327)),
("certificates.k8s.io", "v1beta1", "PodCertificateRequestList", StructId(328)),
("coordination.k8s.io", "v1", "Lease", StructId(331)),
("coordination.k8s.io", "v1", "LeaseList", StructId(332)),
("coordination.k8s.io", "v1alpha2", "LeaseCandidate", StructId(334)),
("coordination.k8s.io", "v1alpha2", "LeaseCandidateList", StructId(335)),
("coordination.k8s.io", "v1beta1", "Lease", StructId(337)),
("coordination.k8s.io", "v1beta1", "LeaseCandidate", StructId(338)),
("coordination.k8s.io", "v1beta1", "LeaseCandidateList", StructId(339)),
("coordination.k8s.io", "v1beta1", "LeaseList", StructId(341)),
("discovery.k8s.io", "v1", "EndpointSlice", StructId(586)),
("discovery.k8s.io", "v1", "EndpointSliceList", StructId(587)),
("discovery.k8s.io", "v1beta1", "EndpointSlice", StructId(594)),
("discovery.k8s.io", "v1beta1", "EndpointSliceList", StructId(595)),
("events.k8s.io", "v1", "Event", StructId(598)),
("events.k8s.io", "v1", "EventList", StructId(599)),
("events.k8s.io", "v1beta1", "Event", StructId(601)),
("events.k8s.io", "v1beta1", "EventList", StructId(602)),
("extensions", "v1beta1", "DaemonSet", StructId(604)),
("extensions", "v1beta1", "DaemonSetList", StructId(606)),
("extensions", "v1beta1", "Deployment", StructId(610)),
("extensions", "v1beta1", "DeploymentList", StructId(612)),
("extensions", "v1beta1", "DeploymentRollback", StructId(613)),
("extensions", "v1beta1", "Ingress", StructId(620)),
("extensions", "v1beta1", "IngressList", StructId(622)),
("extensions", "v1beta1", "NetworkPolicy", StructId(630)),
("extensions", "v1beta1", "NetworkPolicyList", StructId(633)),
("extensions", "v1beta1", "ReplicaSet", StructId(637)),
("extensions", "v1beta1", "ReplicaSetList", StructId(639)),
("extensions", "v1beta1", "Scale", StructId(645)),
("flowcontrol.apiserver.k8s.io", "v1", "FlowSchema", StructId(650)),
("flowcontrol.apiserver.k8s.io", "v1", "FlowSchemaList", StructId(652)),
("flowcontrol.apiserver.k8s.io", "v1", "PriorityLevelConfiguration", StructId(660)),
("flowcontrol.apiserver.k8s.io", "v1", "PriorityLevelConfigurationList", StructId(662)),
("flowcontrol.apiserver.k8s.io", "v1beta1", "FlowSchema", StructId(673)),
("flowcontrol.apiserver.k8s.io", "v1beta1", "FlowSchemaList", StructId(675)),
("flowcontrol.apiserver.k8s.io", "v1beta1", "PriorityLevelConfiguration", StructId(683)),
("flowcontrol.apiserver.k8s.io", "v1beta1", "PriorityLevelConfigurationList", StructId(685)),
("flowcontrol.apiserver.k8s.io", "v1beta2", "FlowSchema", StructId(696)),
("flowcontrol.apiserver.k8s.io", "v1beta2", "FlowSchemaList", StructId(698)),
("flowcontrol.apiserver.k8s.io", "v1beta2", "PriorityLevelConfiguration", StructId(706)),
("flowcontrol.apiserver.k8s.io", "v1beta2", "PriorityLevelConfigurationList", StructId(708)),
("flowcontrol.apiserver.k8s.io", "v1beta3", "FlowSchema", StructId(719)),
("flowcontrol.apiserver.k8s.io", "v1beta3", "FlowSchemaList", StructId(721)),
("flowcontrol.apiserver.k8s.io", "v1beta3", "PriorityLevelConfiguration", StructId(729)),
("flowcontrol.apiserver.k8s.io", "v1beta3", "PriorityLevelConfigurationList", StructId(731)),
("imagepolicy.k8s.io", "v1alpha1", "ImageReview", StructId(740)),
("internal.apiserver.k8s.io", "v1alpha1", "StorageVersion", StructId(112)),
("internal.apiserver.k8s.io", "v1alpha1", "StorageVersionList", StructId(114)),
("lifecycle.k8s.io", "v1alpha1", "Eviction", StructId(744)),
("lifecycle.k8s.io", "v1alpha1", "EvictionList", StructId(745)),
("lifecycle.k8s.io", "v1alpha1", "EvictionRequest", StructId(747)),
("lifecycle.k8s.io", "v1alpha1", "EvictionRequestList", StructId(748)),
("meta.k8s.io", "v1", "PartialObjectMetadata", StructId(1242)),
("meta.k8s.io", "v1", "PartialObjectMetadataList", StructId(1243)),
("meta.k8s.io", "v1", "Table", StructId(1251)),
("meta.k8s.io", "v1", "TableOptions", StructId(1253)),
("meta.k8s.io", "v1beta1", "PartialObjectMetadata", StructId(1242)),
("meta.k8s.io", "v1beta1", "PartialObjectMetadataList", StructId(1258)),
("meta.k8s.io", "v1beta1", "Table", StructId(1251)),
("meta.k8s.io", "v1beta1", "TableOptions", StructId(1253)),
("networking.k8s.io", "v1", "IPAddress", StructId(761)),
("networking.k8s.io", "v1", "IPAddressList", StructId(762)),
("networking.k8s.io", "v1", "Ingress", StructId(765)),
("networking.k8s.io", "v1", "IngressClass", StructId(767)),
("networking.k8s.io", "v1", "IngressClassList", StructId(768)),
("networking.k8s.io", "v1", "IngressList", StructId(771)),
("networking.k8s.io", "v1", "NetworkPolicy", StructId(780)),
("networking.k8s.io", "v1", "NetworkPolicyList", StructId(783)),
("networking.k8s.io", "v1", "ServiceCIDR", StructId(789)),
("networking.k8s.io", "v1", "ServiceCIDRList", StructId(790)),
("networking.k8s.io", "v1beta1", "IPAddress", StructId(795)),
("networking.k8s.io", "v1beta1", "IPAddressList", StructId(796)),
("networking.k8s.io", "v1beta1", "Ingress", StructId(798)),
("networking.k8s.io", "v1beta1", "IngressClass", StructId(800)),
("networking.k8s.io", "v1beta1", "IngressClassList", StructId(801)),
("networking.k8s.io", "v1beta1", "IngressList", StructId(804)),
("networking.k8s.io", "v1beta1", "ServiceCIDR", StructId(813)),
("networking.k8s.io", "v1beta1", "ServiceCIDRList", StructId(814)),
("node.k8s.io", "v1", "RuntimeClass", StructId(818)),
("node.k8s.io", "v1", "RuntimeClassList", StructId(819)),
("node.k8s.io", "v1alpha1", "RuntimeClass", StructId(822)),
("node.k8s.io", "v1alpha1", "RuntimeClassList", StructId(823)),
("node.k8s.io", "v1beta1", "RuntimeClass", StructId(827)),
("node.k8s.io", "v1beta1", "RuntimeClassList", StructId(828)),
("policy", "v1", "Eviction", StructId(830)),
("policy", "v1", "PodDisruptionBudget", StructId(831)),
("policy", "v1", "PodDisruptionBudgetList", StructId(832)),
("policy", "v1beta1", "Eviction", StructId(835)),
("policy", "v1beta1", "PodDisruptionBudget", StructId(836)),
("policy", "v1beta1", "PodDisruptionBudgetList", StructId(837)),
("rbac.authorization.k8s.io", "v1", "ClusterRole", StructId(841)),
("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", StructId(842)),
("rbac.authorization.k8s.io", "v1", "ClusterRoleBindingList", StructId(843)),
("rbac.authorization.k8s.io", "v1", "ClusterRoleList", StructId(844)),
("rbac.authorization.k8s.io", "v1", "Role", StructId(846)),
("rbac.authorization.k8s.io", "v1", "RoleBinding", StructId(847)),
("rbac.authorization.k8s.io", "v1", "RoleBindingList", StructId(848)),
("rbac.authorization.k8s.io", "v1", "RoleList", StructId(849)),
("rbac.authorization.k8s.io", "v1alpha1", "ClusterRole", StructId(853)),
("rbac.authorization.k8s.io", "v1alpha1", "ClusterRoleBinding", StructId(854)),
("rbac.authorization.k8s.io", "v1alpha1", "ClusterRoleBindingList", StructId(855)),
("rbac.authorization.k8s.io", "v1alpha1", "ClusterRoleList", StructId(856)),
("rbac.authorization.k8s.io", "v1alpha1", "Role", StructId(858)),
("rbac.authorization.k8s.io", "v1alpha1", "RoleBinding", StructId(859)),
("rbac.authorization.k8s.io", "v1alpha1", "RoleBindingList", StructId(860)),
("rbac.authorization.k8s.io", "v1alpha1", "RoleList", StructId(861)),
("rbac.authorization.k8s.io", "v1beta1", "ClusterRole", StructId(865)),
("rbac.authorization.k8s.io", "v1beta1", "ClusterRoleBinding", StructId(866)),
("rbac.authorization.k8s.io", "v1beta1", "ClusterRoleBindingList", StructId(867)),
("rbac.authorization.k8s.io", "v1beta1", "ClusterRoleList", StructId(868)),
("rbac.authorization.k8s.io", "v1beta1", "Role", StructId(870)),
("rbac.authorization.k8s.io", "v1beta1", "RoleBinding", StructId(871)),
("rbac.authorization.k8s.io", "v1beta1", "RoleBindingList", StructId(872)),
("rbac.authorization.k8s.io", "v1beta1", "RoleList", StructId(873)),
("resource.k8s.io", "v1", "DeviceClass", StructId(891)),
("resource.k8s.io", "v1", "DeviceClassList", StructId(893)),
("resource.k8s.io", "v1", "DeviceTaintRule", StructId(903)),
("resource.k8s.io", "v1", "DeviceTaintRuleList", StructId(904)),
("resource.k8s.io", "v1", "ResourceClaim", StructId(915)),
("resource.k8s.io", "v1", "ResourceClaimList", StructId(917)),
("resource.k8s.io", "v1", "ResourceClaimTemplate", StructId(920)),
("resource.k8s.io", "v1", "ResourceClaimTemplateList", StructId(921)),
("resource.k8s.io", "v1", "ResourceSlice", StructId(924)),
("resource.k8s.io", "v1", "ResourceSliceList", StructId(925)),
("resource.k8s.io", "v1alpha3", "DeviceTaintRule", StructId(928)),
("resource.k8s.io", "v1alpha3", "DeviceTaintRuleList", StructId(929)),
("resource.k8s.io", "v1alpha3", "ResourcePoolStatusRequest", StructId(935)),
("resource.k8s.io", "v1alpha3", "ResourcePoolStatusRequestList", StructId(936)),
("resource.k8s.io", "v1beta1", "DeviceClass", StructId(957)),
("resource.k8s.io", "v1beta1", "DeviceClassList", StructId(959)),
("resource.k8s.io", "v1beta1", "ResourceClaim", StructId(975)),
("resource.k8s.io", "v1beta1", "ResourceClaimList", StructId(977)),
("resource.k8s.io", "v1beta1", "ResourceClaimTemplate", StructId(980)),
("resource.k8s.io", "v1beta1", "ResourceClaimTemplateList", StructId(981)),
("resource.k8s.io", "v1beta1", "ResourceSlice", StructId(984)),
("resource.k8s.io", "v1beta1", "ResourceSliceList", StructId(985)),
("resource.k8s.io", "v1beta2", "DeviceClass", StructId(1002)),
("resource.k8s.io", "v1beta2", "DeviceClassList", StructId(1004)),
("resource.k8s.io", "v1beta2", "DeviceTaintRule", StructId(1014)),
("resource.k8s.io", "v1beta2", "DeviceTaintRuleList", StructId(1015)),
("resource.k8s.io", "v1beta2", "ResourceClaim", StructId(1026)),
("resource.k8s.io", "v1beta2", "ResourceClaimList", StructId(1028)),
("resource.k8s.io", "v1beta2", "ResourceClaimTemplate", StructId(1031)),
("resource.k8s.io", "v1beta2", "ResourceClaimTemplateList", StructId(1032)),
("resource.k8s.io", "v1beta2", "ResourceSlice", StructId(1035)),
("resource.k8s.io", "v1beta2", "ResourceSliceList", StructId(1036)),
("scheduling.k8s.io", "v1", "PriorityClass", StructId(1038)),
("scheduling.k8s.io", "v1", "PriorityClassList", StructId(1039)),
("scheduling.k8s.io", "v1alpha3", "CompositePodGroup", StructId(1046)),
("scheduling.k8s.io", "v1alpha3", "CompositePodGroupList", StructId(1047)),
("scheduling.k8s.io", "v1alpha3", "PodGroup", StructId(1055)),
("scheduling.k8s.io", "v1alpha3", "PodGroupList", StructId(1056)),
("scheduling.k8s.io", "v1alpha3", "Workload", StructId(1068)),
("scheduling.k8s.io", "v1alpha3", "WorkloadList", StructId(1069)),
("scheduling.k8s.io", "v1beta1", "PodGroup", StructId(1091)),
("scheduling.k8s.io", "v1beta1", "PodGroupList", StructId(1092)),
("scheduling.k8s.io", "v1beta1", "PriorityClass", StructId(1100)),
("scheduling.k8s.io", "v1beta1", "PriorityClassList", StructId(1101)),
("scheduling.k8s.io", "v1beta1", "Workload", StructId(1106)),
("scheduling.k8s.io", "v1beta1", "WorkloadList", StructId(1107)),
("storage.k8s.io", "v1", "CSIDriver", StructId(1110)),
("storage.k8s.io", "v1", "CSIDriverList", StructId(1111)),
("storage.k8s.io", "v1", "CSINode", StructId(1113)),
("storage.k8s.io", "v1", "CSINodeList", StructId(1115)),
("storage.k8s.io", "v1", "CSIStorageCapacity", StructId(1118)),
("storage.k8s.io", "v1", "CSIStorageCapacityList", StructId(1119)),
("storage.k8s.io", "v1", "StorageClass", StructId(1120)),
("storage.k8s.io", "v1", "StorageClassList", StructId(1121)),
("storage.k8s.io", "v1", "VolumeAttachment", StructId(1125)),
("storage.k8s.io", "v1", "VolumeAttachmentList", StructId(1126)),
("storage.k8s.io", "v1", "VolumeAttributesClass", StructId(1130)),
("storage.k8s.io", "v1", "VolumeAttributesClassList", StructId(1131)),
("storage.k8s.io", "v1alpha1", "CSIStorageCapacity", StructId(1134)),
("storage.k8s.io", "v1alpha1", "CSIStorageCapacityList", StructId(1135)),
("storage.k8s.io", "v1alpha1", "VolumeAttachment", StructId(1136)),
("storage.k8s.io", "v1alpha1", "VolumeAttachmentList", StructId(1137)),
("storage.k8s.io", "v1alpha1", "VolumeAttributesClass", StructId(1141)),
("storage.k8s.io", "v1alpha1", "VolumeAttributesClassList", StructId(1142)),
("storage.k8s.io", "v1beta1", "CSIDriver", StructId(1144)),
("storage.k8s.io", "v1beta1", "CSIDriverList", StructId(1145)),
("storage.k8s.io", "v1beta1", "CSINode", StructId(1147)),
("storage.k8s.io", "v1beta1", "CSINodeList", StructId(1149)),
("storage.k8s.io", "v1beta1", "CSIStorageCapacity", StructId(1152)),
("storage.k8s.io", "v1beta1", "CSIStorageCapacityList", StructId(1153)),
("storage.k8s.io", "v1beta1", "StorageClass", StructId(1154)),
("storage.k8s.io", "v1beta1", "StorageClassList", StructId(1155)),
("storage.k8s.io", "v1beta1", "VolumeAttachment", StructId(1159)),
("storage.k8s.io", "v1beta1", "VolumeAttachmentList", StructId(1160)),
("storage.k8s.io", "v1beta1", "VolumeAttributesClass", StructId(1164)),
("storage.k8s.io", "v1beta1", "VolumeAttributesClassList", StructId(1165)),
("storagemigration.k8s.io", "v1", "StorageVersionMigration", StructId(1168)),
("storagemigration.k8s.io", "v1", "StorageVersionMigrationList", StructId(1169)),
("storagemigration.k8s.io", "v1beta1", "StorageVersionMigration", StructId(1172)),
("storagemigration.k8s.io", "v1beta1", "StorageVersionMigrationList", StructId(1173)),
];
/// Structs of the kinds that every group version has.
pub(crate) static EVERYWHERE: [(&str, StructId); 7] = [
("CreateOptions", StructId(1227)),
("DeleteOptions", StructId(1228)),
("GetOptions", StructId(1230)),
("ListOptions", StructId(1238)),
("PatchOptions", StructId(1244)),
("UpdateOptions", StructId(1256)),
("WatchEvent", StructId(1257)),
];
static L0: [Text; 2] = [B("Equivalent"), B("Exact")];
static L1: [Text; 2] = [B("Fail"), B("Ignore")];
static L2: [Text; 1] = [B("name")];
static L3: [Text; 2] = [B("IfNeeded"), B("Never")];
static L4: [Text; 4] = [B("None"), B("NoneOnDryRun"), B("Some"), B("Unknown")];
static L5: [Text; 2] = [B("ApplyConfiguration"), B("JSONPatch")];
static L6: [Text; 5] = [B("*"), B("CONNECT"), B("CREATE"), B("DELETE"), B("UPDATE")];
static L7: [Text; 3] = [B("*"), B("Cluster"), B("Namespaced")];
static L8: [Text; 3] = [B("Audit"), B("Deny"), B("Warn")];
static L9: [Text; 1] = [B("type")];
static L10: [Text; 2] = [B("Allow"), B("Deny")];
static L11: [Text; 1] = [B("version")];
static L12: [Text; 1] = [B("subresource")];
static L13: [Text; 3] = [B("group"), B("version"), B("kind")];
static L14: [Text; 1] = [B("resource")];
static L15: [Text; 1] = [B("apiServerID")];
static L16: [Text; 2] = [B("OnDelete"), B("RollingUpdate")];
static L17: [Text; 2] = [B("Recreate"), B("RollingUpdate")];
static L18: [Text; 2] = [B("OrderedReady"), B("Parallel")];
static L19: [Text; 3] = [B("OnDelete"), B("Recreate"), B("RollingUpdate")];
static L20: [Text; 3] = [B("Allow"), B("Forbid"), B("Replace")];
static L21: [Text; 2] = [B("Indexed"), B("NonIndexed")];
static L22: [Text; 2] = [B("Failed"), B("TerminatingOrFailed")];
static L23: [Text; 2] = [B("In"), B("NotIn")];
static L24: [Text; 4] = [B("Count"), B("FailIndex"), B("FailJob"), B("Ignore")];
static L25: [Text; 23] = [B("any"), B("cert sign"), B("client auth"), B("code signing"), B("content commitment"), B("crl sign"), B("data encipherment"), B("decipher only"), B("digital signature"), B("email protection"), B("encipher only"), B("ipsec end system"), B("ipsec tunnel"), B("ipsec user"), B("key agreement"), B("key encipherment"), B("microsoft sgc"), B("netscape sgc"), B("ocsp signing"), B("s/mime"), B("server auth"), B("signing"), B("timestamping")];
static L26: [Text; 3] = [B("Localhost"), B("RuntimeDefault"), B("Unconfined")];
static L27: [Text; 3] = [B("None"), B("ReadOnly"), B("ReadWrite")];
static L28: [Text; 3] = [B("Dedicated"), B("Managed"), B("Shared")];
static L29: [Text; 2] = [B("containerPort"), B("protocol")];
static L30: [Text; 1] = [B("mountPath")];
static L31: [Text; 1] = [B("devicePath")];
static L32: [Text; 2] = [B("FallbackToLogsOnError"), B("File")];
static L33: [Text; 3] = [B("Always"), B("IfNotPresent"), B("Never")];
static L34: [Text; 3] = [B("SCTP"), B("TCP"), B("UDP")];
static L35: [Text; 65] = [B("SIGABRT"), B("SIGALRM"), B("SIGBUS"), B("SIGCHLD"), B("SIGCLD"), B("SIGCONT"), B("SIGFPE"), B("SIGHUP"), B("SIGILL"), B("SIGINT"), B("SIGIO"), B("SIGIOT"), B("SIGKILL"), B("SIGPIPE"), B("SIGPOLL"), B("SIGPROF"), B("SIGPWR"), B("SIGQUIT"), B("SIGRTMAX"), B("SIGRTMAX-1"), B("SIGRTMAX-10"), B("SIGRTMAX-11"), B("SIGRTMAX-12"), B("SIGRTMAX-13"), B("SIGRTMAX-14"), B("SIGRTMAX-2"), B("SIGRTMAX-3"), B("SIGRTMAX-4"), B("SIGRTMAX-5"), B("SIGRTMAX-6"), B("SIGRTMAX-7"), B("SIGRTMAX-8"), B("SIGRTMAX-9"), B("SIGRTMIN"), B("SIGRTMIN+1"), B("SIGRTMIN+10"), B("SIGRTMIN+11"), B("SIGRTMIN+12"), B("SIGRTMIN+13"), B("SIGRTMIN+14"), B("SIGRTMIN+15"), B("SIGRTMIN+2"), B("SIGRTMIN+3"), B("SIGRTMIN+4"), B("SIGRTMIN+5"), B("SIGRTMIN+6"), B("SIGRTMIN+7"), B("SIGRTMIN+8"), B("SIGRTMIN+9"), B("SIGSEGV"), B("SIGSTKFLT"), B("SIGSTOP"), B("SIGSYS"), B("SIGTERM"), B("SIGTRAP"), B("SIGTSTP"), B("SIGTTIN"), B("SIGTTOU"), B("SIGURG"), B("SIGUSR1"), B("SIGUSR2"), B("SIGVTALRM"), B("SIGWINCH"), B("SIGXCPU"), B("SIGXFSZ")];
static L36: [Text; 2] = [B("Plaintext"), B("TLS")];
static L37: [Text; 2] = [B("HTTP"), B("HTTPS")];
static L38: [Text; 2] = [B("HTTP1"), B("HTTP2")];
static L39: [Text; 8] = [B(""), B("BlockDevice"), B("CharDevice"), B("Directory"), B("DirectoryOrCreate"), B("File"), B("FileOrCreate"), B("Socket")];
static L40: [Text; 3] = [B("InProgress"), B("Infeasible"), B("Pending")];
static L41: [Text; 2] = [B("Active"), B("Terminating")];
static L42: [Text; 6] = [B("DoesNotExist"), B("Exists"), B("Gt"), B("In"), B("Lt"), B("NotIn")];
static L43: [Text; 3] = [B("Pending"), B("Running"), B("Terminated")];
static L44: [Text; 4] = [B("ReadOnlyMany"), B("ReadWriteMany"), B("ReadWriteOnce"), B("ReadWriteOncePod")];
static L45: [Text; 2] = [B("Block"), B("Filesystem")];
static L46: [Text; 3] = [B("Bound"), B("Lost"), B("Pending")];
static L47: [Text; 3] = [B("Delete"), B("Recycle"), B("Retain")];
static L48: [Text; 5] = [B("Available"), B("Bound"), B("Failed"), B("Pending"), B("Released")];
static L49: [Text; 2] = [B("Merge"), B("Strict")];
static L50: [Text; 2] = [B("Always"), B("OnRootMismatch")];
static L51: [Text; 3] = [B("Always"), B("Never"), B("OnFailure")];
static L52: [Text; 4] = [B("ClusterFirst"), B("ClusterFirstWithHostNet"), B("Default"), B("None")];
static L53: [Text; 1] = [B("ip")];
static L54: [Text; 2] = [B("Never"), B("PreemptLowerPriority")];
static L55: [Text; 2] = [B("topologyKey"), B("whenUnsatisfiable")];
static L56: [Text; 5] = [B("Failed"), B("Pending"), B("Running"), B("Succeeded"), B("Unknown")];
static L57: [Text; 3] = [B("BestEffort"), B("Burstable"), B("Guaranteed")];
static L58: [Text; 1] = [B("resourceClaimName")];
static L59: [Text; 2] = [B("status"), B("reason")];
static L60: [Text; 7] = [B("BestEffort"), B("CrossNamespacePodAffinity"), B("NotBestEffort"), B("NotTerminating"), B("PriorityClass"), B("Terminating"), B("VolumeAttributesClass")];
static L61: [Text; 1] = [B("resourceID")];
static L62: [Text; 4] = [B("DoesNotExist"), B("Exists"), B("In"), B("NotIn")];
static L63: [Text; 2] = [B("Default"), B("Unmasked")];
static L64: [Text; 2] = [B("port"), B("protocol")];
static L65: [Text; 4] = [B("ClusterIP"), B("ExternalName"), B("LoadBalancer"), B("NodePort")];
static L66: [Text; 2] = [B("ClientIP"), B("None")];
static L67: [Text; 2] = [B("Cluster"), B("Local")];
static L68: [Text; 3] = [B(""), B("IPv4"), B("IPv6")];
static L69: [Text; 3] = [B("PreferDualStack"), B("RequireDualStack"), B("SingleStack")];
static L70: [Text; 3] = [B("NoExecute"), B("NoSchedule"), B("PreferNoSchedule")];
static L71: [Text; 4] = [B("Equal"), B("Exists"), B("Gt"), B("Lt")];
static L72: [Text; 2] = [B("DoNotSchedule"), B("ScheduleAnyway")];
static L73: [Text; 2] = [B("Honor"), B("Ignore")];
static L74: [Text; 3] = [B("DataLoss"), B("Degraded"), B("Inaccessible")];
static L75: [Text; 3] = [B("Bidirectional"), B("HostToContainer"), B("None")];
static L76: [Text; 3] = [B("FQDN"), B("IPv4"), B("IPv6")];
static L77: [Text; 2] = [B("Eviction"), B("Withdrawn")];
static L78: [Text; 5] = [B("Active"), B("Canceled"), B("Completed"), B("Inactive"), B("Interrupted")];
static L79: [Text; 3] = [B("Exact"), B("ImplementationSpecific"), B("Prefix")];
static L80: [Text; 2] = [B("Egress"), B("Ingress")];
static L81: [Text; 2] = [B("AlwaysAllow"), B("IfHealthyBudget")];
static L82: [Text; 2] = [B("FromClaim"), B("FromClass")];
static L83: [Text; 3] = [B("*"), B("NodePrepareResources"), B("NodeUnprepareResources")];
static L84: [Text; 2] = [B("All"), B("ExactCount")];
static L85: [Text; 3] = [B("NoExecute"), B("NoSchedule"), B("None")];
static L86: [Text; 2] = [B("Equal"), B("Exists")];
static L87: [Text; 1] = [B("uid")];
static L88: [Text; 4] = [B("driver"), B("device"), B("pool"), B("shareID")];
static L89: [Text; 2] = [B("Immediate"), B("WaitForFirstConsumer")];
static L90: [Text; 2] = [B("StorageDegraded"), B("StorageUnreachable")];
static L91: [Text; 1] = [B("rule")];
static L92: [Text; 4] = [B("FieldValueDuplicate"), B("FieldValueForbidden"), B("FieldValueInvalid"), B("FieldValueRequired")];
static F0: [FieldDef; 15] = [ // k8s.io/api/admission/v1
f("uid", 0, N, 1, 0, false),
f("kind", 1, N, 2, 0, false),
f("resource", 2, N, 3, 0, false),
f("subResource", 3, E, 4, 0, false),
f("requestKind", 4, E, 13, 0, false),
f("requestResource", 5, E, 14, 0, false),
f("requestSubResource", 3, E, 15, 0, false),
f("name", 3, E, 5, 0, false),
f("namespace", 3, E, 6, 0, false),
f("operation", 6, N, 7, 0, false),
f("userInfo", 7, N, 8, 0, false),
f("object", 8, E, 9, 0, false),
f("oldObject", 8, E, 10, 0, false),
f("dryRun", 9, E, 11, 0, false),
f("options", 8, E, 12, 0, false),
];
static F1: [FieldDef; 7] = [ // k8s.io/api/admission/v1
f("uid", 0, N, 1, 0, false),
f("allowed", 10, N, 2, 0, false),
f("status", 11, E, 3, 0, false),
f("patch", 12, E, 4, 0, false),
f("patchType", 13, E, 5, 0, false),
f("auditAnnotations", 14, E, 6, 0, false),
f("warnings", 15, E, 7, 0, false),
];
static F2: [FieldDef; 4] = [ // k8s.io/api/admission/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("request", 16, E, 1, 0, false),
f("response", 17, E, 2, 0, false),
];
static F3: [FieldDef; 15] = [ // k8s.io/api/admission/v1beta1
f("uid", 0, N, 1, 0, false),
f("kind", 1, N, 2, 0, false),
f("resource", 2, N, 3, 0, false),
f("subResource", 3, E, 4, 0, false),
f("requestKind", 4, E, 13, 0, false),
f("requestResource", 5, E, 14, 0, false),
f("requestSubResource", 3, E, 15, 0, false),
f("name", 3, E, 5, 0, false),
f("namespace", 3, E, 6, 0, false),
f("operation", 18, N, 7, 0, false),
f("userInfo", 7, N, 8, 0, false),
f("object", 8, E, 9, 0, false),
f("oldObject", 8, E, 10, 0, false),
f("dryRun", 9, E, 11, 0, false),
f("options", 8, E, 12, 0, false),
];
static F4: [FieldDef; 7] = [ // k8s.io/api/admission/v1beta1
f("uid", 0, N, 1, 0, false),
f("allowed", 10, N, 2, 0, false),
f("status", 11, E, 3, 0, false),
f("patch", 12, E, 4, 0, false),
f("patchType", 19, E, 5, 0, false),
f("auditAnnotations", 14, E, 6, 0, false),
f("warnings", 15, E, 7, 0, false),
];
static F5: [FieldDef; 4] = [ // k8s.io/api/admission/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("request", 20, E, 1, 0, false),
f("response", 21, E, 2, 0, false),
];
static F6: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1
f("expression", 3, E, 1, 0, false),
];
static F7: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1
f("key", 3, N, 1, 0, true),
f("valueExpression", 3, N, 2, 0, true),
];
static F8: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1
f("fieldRef", 3, N, 2, 0, true),
f("warning", 3, N, 3, 0, true),
];
static F9: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1
f("expression", 3, E, 1, 0, false),
];
static F10: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1
f("name", 3, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F11: [FieldDef; 5] = [ // k8s.io/api/admissionregistration/v1
f("namespaceSelector", 22, E, 1, 0, false),
f("objectSelector", 22, E, 2, 0, false),
g("resourceRules", 24, E, 3, 0, false, None, A, &[], ""),
g("excludeResourceRules", 24, E, 4, 0, false, None, A, &[], ""),
g("matchPolicy", 25, E, 7, 0, false, None, U, &L0, ""),
];
static F12: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 27, E, 2, 0, false),
];
static F13: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 28, E, 2, 0, false),
];
static F14: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 31, N, 2, 0, true),
];
static F15: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1
f("policyName", 3, E, 1, 0, false),
f("paramRef", 32, E, 2, 0, false),
f("matchResources", 33, E, 3, 0, false),
];
static F16: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 35, N, 2, 0, true),
];
static F17: [FieldDef; 7] = [ // k8s.io/api/admissionregistration/v1
f("paramKind", 36, E, 1, 0, false),
f("matchConstraints", 33, E, 2, 0, false),
g("variables", 38, E, 3, 0, false, None, A, &[], ""),
g("mutations", 40, E, 4, 0, false, None, A, &[], ""),
g("failurePolicy", 41, E, 5, 0, false, None, U, &L1, ""),
g("matchConditions", 43, E, 6, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("reinvocationPolicy", 44, E, 7, 0, false, None, U, &L3, ""),
];
static F18: [FieldDef; 12] = [ // k8s.io/api/admissionregistration/v1
f("name", 3, N, 1, 0, true),
f("clientConfig", 45, N, 2, 0, true),
g("rules", 47, E, 3, 0, false, None, A, &[], ""),
g("failurePolicy", 41, E, 4, 0, false, None, U, &L1, ""),
g("matchPolicy", 25, E, 9, 0, false, None, U, &L0, ""),
f("namespaceSelector", 22, E, 5, 0, false),
f("objectSelector", 22, E, 11, 0, false),
g("sideEffects", 48, N, 6, 0, true, None, U, &L4, ""),
f("timeoutSeconds", 49, E, 7, 0, false),
g("admissionReviewVersions", 15, N, 8, 0, true, None, A, &[], ""),
g("reinvocationPolicy", 50, E, 10, 0, false, None, U, &L3, ""),
g("matchConditions", 43, E, 12, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F19: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("webhooks", 52, E, 2, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F20: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 54, N, 2, 0, true),
];
static F21: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1
g("patchType", 55, N, 2, 0, true, None, U, &L5, ""),
f("applyConfiguration", 56, E, 3, 0, false),
f("jsonPatch", 57, E, 4, 0, false),
];
static F22: [FieldDef; 6] = [ // k8s.io/api/admissionregistration/v1
g("resourceNames", 15, E, 1, 0, false, None, A, &[], ""),
g("operations", 59, E, 1, 1, false, None, A, &L6, ""),
g("apiGroups", 15, E, 1, 2, false, None, A, &[], ""),
g("apiVersions", 15, E, 2, 2, false, None, A, &[], ""),
g("resources", 15, E, 3, 2, false, None, A, &[], ""),
g("scope", 60, E, 4, 2, false, None, U, &L7, ""),
];
static I22: [InlineDef; 2] = [i("RuleWithOperations", 2, 0), i("Rule", 2, 1)];
static F23: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1
f("apiVersion", 3, E, 1, 0, false),
f("kind", 3, E, 2, 0, false),
];
static F24: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("name", 3, E, 1, 0, false),
f("namespace", 3, E, 2, 0, false),
f("selector", 22, E, 3, 0, false),
f("parameterNotFoundAction", 61, E, 4, 0, false),
];
static F25: [FieldDef; 5] = [ // k8s.io/api/admissionregistration/v1
g("operations", 59, E, 1, 0, false, None, A, &L6, ""),
g("apiGroups", 15, E, 1, 1, false, None, A, &[], ""),
g("apiVersions", 15, E, 2, 1, false, None, A, &[], ""),
g("resources", 15, E, 3, 1, false, None, A, &[], ""),
g("scope", 60, E, 4, 1, false, None, U, &L7, ""),
];
static I25: [InlineDef; 1] = [i("Rule", 2, 0)];
static F26: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
f("path", 62, E, 3, 0, false),
f("port", 49, E, 4, 0, false),
];
static F27: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1
g("expressionWarnings", 64, E, 1, 0, false, None, A, &[], ""),
];
static F28: [FieldDef; 5] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 65, E, 2, 0, false),
f("status", 66, E, 3, 0, false),
];
static F29: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 67, E, 2, 0, true),
];
static F30: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 69, N, 2, 0, true),
];
static F31: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("policyName", 3, E, 1, 0, true),
f("paramRef", 32, E, 2, 0, false),
f("matchResources", 33, E, 3, 0, false),
g("validationActions", 71, E, 4, 0, true, None, X, &L8, ""),
];
static F32: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 73, N, 2, 0, true),
];
static F33: [FieldDef; 7] = [ // k8s.io/api/admissionregistration/v1
f("paramKind", 36, E, 1, 0, false),
f("matchConstraints", 33, E, 2, 0, false),
g("validations", 75, E, 3, 0, false, None, A, &[], ""),
g("failurePolicy", 41, E, 4, 0, false, None, U, &L1, ""),
g("auditAnnotations", 77, E, 5, 0, false, None, A, &[], ""),
g("matchConditions", 43, E, 6, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("variables", 38, E, 7, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F34: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1
f("observedGeneration", 78, E, 1, 0, false),
f("typeChecking", 79, E, 2, 0, false),
g("conditions", 81, E, 3, 0, false, None, k(&L9), &[], ""),
];
static F35: [FieldDef; 11] = [ // k8s.io/api/admissionregistration/v1
f("name", 3, N, 1, 0, true),
f("clientConfig", 45, N, 2, 0, true),
g("rules", 47, E, 3, 0, false, None, A, &[], ""),
g("failurePolicy", 41, E, 4, 0, false, None, U, &L1, ""),
g("matchPolicy", 25, E, 9, 0, false, None, U, &L0, ""),
f("namespaceSelector", 22, E, 5, 0, false),
f("objectSelector", 22, E, 10, 0, false),
g("sideEffects", 48, N, 6, 0, true, None, U, &L4, ""),
f("timeoutSeconds", 49, E, 7, 0, false),
g("admissionReviewVersions", 15, N, 8, 0, true, None, A, &[], ""),
g("matchConditions", 43, E, 11, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F36: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("webhooks", 83, E, 2, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F37: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 85, N, 2, 0, true),
];
static F38: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1
f("expression", 3, N, 1, 0, true),
f("message", 3, E, 2, 0, false),
f("reason", 86, E, 3, 0, false),
f("messageExpression", 3, E, 4, 0, false),
];
static F39: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1
f("name", 3, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F40: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1
f("url", 62, E, 3, 0, false),
f("service", 87, E, 1, 0, false),
f("caBundle", 12, E, 2, 0, false),
];
static F41: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1alpha1
f("expression", 3, E, 1, 0, false),
];
static F42: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1alpha1
f("key", 3, N, 1, 0, true),
f("valueExpression", 3, N, 2, 0, true),
];
static F43: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1alpha1
f("fieldRef", 3, N, 2, 0, true),
f("warning", 3, N, 3, 0, true),
];
static F44: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1alpha1
f("expression", 3, E, 1, 0, false),
];
static F45: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1alpha1
f("name", 3, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F46: [FieldDef; 5] = [ // k8s.io/api/admissionregistration/v1alpha1
f("namespaceSelector", 22, E, 1, 0, false),
f("objectSelector", 22, E, 2, 0, false),
g("resourceRules", 89, E, 3, 0, false, None, A, &[], ""),
g("excludeResourceRules", 89, E, 4, 0, false, None, A, &[], ""),
g("matchPolicy", 90, E, 7, 0, false, None, U, &L0, ""),
];
static F47: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 91, E, 2, 0, false),
];
static F48: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 92, E, 2, 0, false),
];
static F49: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 94, N, 2, 0, true),
];
static F50: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1alpha1
f("policyName", 3, E, 1, 0, false),
f("paramRef", 95, E, 2, 0, false),
f("matchResources", 96, E, 3, 0, false),
];
static F51: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 98, N, 2, 0, true),
];
static F52: [FieldDef; 7] = [ // k8s.io/api/admissionregistration/v1alpha1
f("paramKind", 99, E, 1, 0, false),
f("matchConstraints", 96, E, 2, 0, false),
g("variables", 101, E, 3, 0, false, None, A, &[], ""),
g("mutations", 103, E, 4, 0, false, None, A, &[], ""),
g("failurePolicy", 104, E, 5, 0, false, None, U, &L1, ""),
g("matchConditions", 106, E, 6, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("reinvocationPolicy", 44, E, 7, 0, false, None, U, &L3, ""),
];
static F53: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1alpha1
g("patchType", 107, N, 2, 0, true, None, U, &L5, ""),
f("applyConfiguration", 108, E, 3, 0, false),
f("jsonPatch", 109, E, 4, 0, false),
];
static F54: [FieldDef; 6] = [ // k8s.io/api/admissionregistration/v1alpha1
g("resourceNames", 15, E, 1, 0, false, None, A, &[], ""),
g("operations", 59, E, 1, 1, false, None, A, &L6, ""),
g("apiGroups", 15, E, 1, 2, false, None, A, &[], ""),
g("apiVersions", 15, E, 2, 2, false, None, A, &[], ""),
g("resources", 15, E, 3, 2, false, None, A, &[], ""),
g("scope", 60, E, 4, 2, false, None, U, &L7, ""),
];
static I54: [InlineDef; 2] = [i("RuleWithOperations", 2, 0), i("Rule", 2, 1)];
static F55: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1alpha1
f("apiVersion", 3, E, 1, 0, false),
f("kind", 3, E, 2, 0, false),
];
static F56: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("name", 3, E, 1, 0, false),
f("namespace", 3, E, 2, 0, false),
f("selector", 22, E, 3, 0, false),
g("parameterNotFoundAction", 110, E, 4, 0, false, None, U, &L10, ""),
];
static F57: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1alpha1
g("expressionWarnings", 112, E, 1, 0, false, None, A, &[], ""),
];
static F58: [FieldDef; 5] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 113, E, 2, 0, false),
f("status", 114, E, 3, 0, false),
];
static F59: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 115, E, 2, 0, true),
];
static F60: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 117, N, 2, 0, true),
];
static F61: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("policyName", 3, E, 1, 0, true),
f("paramRef", 95, E, 2, 0, false),
f("matchResources", 96, E, 3, 0, false),
g("validationActions", 119, E, 4, 0, true, None, X, &L8, ""),
];
static F62: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 121, N, 2, 0, true),
];
static F63: [FieldDef; 7] = [ // k8s.io/api/admissionregistration/v1alpha1
f("paramKind", 99, E, 1, 0, false),
f("matchConstraints", 96, E, 2, 0, false),
g("validations", 123, E, 3, 0, false, None, A, &[], ""),
g("failurePolicy", 104, E, 4, 0, false, None, U, &L1, ""),
g("auditAnnotations", 125, E, 5, 0, false, None, A, &[], ""),
g("matchConditions", 106, E, 6, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("variables", 101, E, 7, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F64: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1alpha1
f("observedGeneration", 78, E, 1, 0, false),
f("typeChecking", 126, E, 2, 0, false),
g("conditions", 81, E, 3, 0, false, None, k(&L9), &[], ""),
];
static F65: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1alpha1
f("expression", 3, N, 1, 0, true),
f("message", 3, E, 2, 0, false),
f("reason", 86, E, 3, 0, false),
f("messageExpression", 3, E, 4, 0, false),
];
static F66: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1alpha1
f("name", 3, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F67: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1beta1
f("expression", 3, E, 1, 0, false),
];
static F68: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1beta1
f("key", 3, N, 1, 0, true),
f("valueExpression", 3, N, 2, 0, true),
];
static F69: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1beta1
f("fieldRef", 3, N, 2, 0, true),
f("warning", 3, N, 3, 0, true),
];
static F70: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1beta1
f("expression", 3, E, 1, 0, false),
];
static F71: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1beta1
f("name", 3, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F72: [FieldDef; 5] = [ // k8s.io/api/admissionregistration/v1beta1
f("namespaceSelector", 22, E, 1, 0, false),
f("objectSelector", 22, E, 2, 0, false),
g("resourceRules", 128, E, 3, 0, false, None, A, &[], ""),
g("excludeResourceRules", 128, E, 4, 0, false, None, A, &[], ""),
f("matchPolicy", 129, E, 7, 0, false),
];
static F73: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 130, E, 2, 0, false),
];
static F74: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 131, E, 2, 0, false),
];
static F75: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 133, N, 2, 0, true),
];
static F76: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1beta1
f("policyName", 3, E, 1, 0, false),
f("paramRef", 134, E, 2, 0, false),
f("matchResources", 135, E, 3, 0, false),
];
static F77: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 137, N, 2, 0, true),
];
static F78: [FieldDef; 7] = [ // k8s.io/api/admissionregistration/v1beta1
f("paramKind", 138, E, 1, 0, false),
f("matchConstraints", 135, E, 2, 0, false),
g("variables", 140, E, 3, 0, false, None, A, &[], ""),
g("mutations", 142, E, 4, 0, false, None, A, &[], ""),
f("failurePolicy", 143, E, 5, 0, false),
g("matchConditions", 145, E, 6, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("reinvocationPolicy", 44, E, 7, 0, false, None, U, &L3, ""),
];
static F79: [FieldDef; 12] = [ // k8s.io/api/admissionregistration/v1beta1
f("name", 3, N, 1, 0, true),
f("clientConfig", 146, N, 2, 0, true),
g("rules", 47, E, 3, 0, false, None, A, &[], ""),
f("failurePolicy", 143, E, 4, 0, false),
f("matchPolicy", 129, E, 9, 0, false),
f("namespaceSelector", 22, E, 5, 0, false),
f("objectSelector", 22, E, 11, 0, false),
f("sideEffects", 147, E, 6, 0, false),
f("timeoutSeconds", 49, E, 7, 0, false),
g("admissionReviewVersions", 15, E, 8, 0, false, None, A, &[], ""),
g("reinvocationPolicy", 50, E, 10, 0, false, None, U, &L3, ""),
g("matchConditions", 145, E, 12, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F80: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("webhooks", 149, E, 2, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F81: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 151, N, 2, 0, true),
];
static F82: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1beta1
g("patchType", 152, N, 2, 0, true, None, U, &L5, ""),
f("applyConfiguration", 153, E, 3, 0, false),
f("jsonPatch", 154, E, 4, 0, false),
];
static F83: [FieldDef; 6] = [ // k8s.io/api/admissionregistration/v1beta1
g("resourceNames", 15, E, 1, 0, false, None, A, &[], ""),
g("operations", 59, E, 1, 1, false, None, A, &L6, ""),
g("apiGroups", 15, E, 1, 2, false, None, A, &[], ""),
g("apiVersions", 15, E, 2, 2, false, None, A, &[], ""),
g("resources", 15, E, 3, 2, false, None, A, &[], ""),
g("scope", 60, E, 4, 2, false, None, U, &L7, ""),
];
static I83: [InlineDef; 2] = [i("RuleWithOperations", 2, 0), i("Rule", 2, 1)];
static F84: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1beta1
f("apiVersion", 3, E, 1, 0, false),
f("kind", 3, E, 2, 0, false),
];
static F85: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("name", 3, E, 1, 0, false),
f("namespace", 3, E, 2, 0, false),
f("selector", 22, E, 3, 0, false),
f("parameterNotFoundAction", 155, E, 4, 0, false),
];
static F86: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
f("path", 62, E, 3, 0, false),
f("port", 49, E, 4, 0, false),
];
static F87: [FieldDef; 1] = [ // k8s.io/api/admissionregistration/v1beta1
g("expressionWarnings", 157, E, 1, 0, false, None, A, &[], ""),
];
static F88: [FieldDef; 5] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 158, E, 2, 0, false),
f("status", 159, E, 3, 0, false),
];
static F89: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 160, E, 2, 0, true),
];
static F90: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 162, N, 2, 0, true),
];
static F91: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("policyName", 3, E, 1, 0, true),
f("paramRef", 134, E, 2, 0, false),
f("matchResources", 135, E, 3, 0, false),
g("validationActions", 164, E, 4, 0, true, None, X, &L8, ""),
];
static F92: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 166, N, 2, 0, true),
];
static F93: [FieldDef; 7] = [ // k8s.io/api/admissionregistration/v1beta1
f("paramKind", 138, E, 1, 0, false),
f("matchConstraints", 135, E, 2, 0, false),
g("validations", 168, E, 3, 0, false, None, A, &[], ""),
f("failurePolicy", 143, E, 4, 0, false),
g("auditAnnotations", 170, E, 5, 0, false, None, A, &[], ""),
g("matchConditions", 145, E, 6, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("variables", 140, E, 7, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F94: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1beta1
f("observedGeneration", 78, E, 1, 0, false),
f("typeChecking", 171, E, 2, 0, false),
g("conditions", 81, E, 3, 0, false, None, k(&L9), &[], ""),
];
static F95: [FieldDef; 11] = [ // k8s.io/api/admissionregistration/v1beta1
f("name", 3, N, 1, 0, true),
f("clientConfig", 146, N, 2, 0, true),
g("rules", 47, E, 3, 0, false, None, A, &[], ""),
f("failurePolicy", 143, E, 4, 0, false),
f("matchPolicy", 129, E, 9, 0, false),
f("namespaceSelector", 22, E, 5, 0, false),
f("objectSelector", 22, E, 10, 0, false),
g("sideEffects", 147, E, 6, 0, false, None, A, &[], ""),
f("timeoutSeconds", 49, E, 7, 0, false),
g("admissionReviewVersions", 15, E, 8, 0, false, None, A, &[], ""),
g("matchConditions", 145, E, 11, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F96: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("webhooks", 173, E, 2, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F97: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 175, N, 2, 0, true),
];
static F98: [FieldDef; 4] = [ // k8s.io/api/admissionregistration/v1beta1
f("expression", 3, N, 1, 0, true),
f("message", 3, E, 2, 0, false),
f("reason", 86, E, 3, 0, false),
f("messageExpression", 3, E, 4, 0, false),
];
static F99: [FieldDef; 2] = [ // k8s.io/api/admissionregistration/v1beta1
f("name", 3, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F100: [FieldDef; 3] = [ // k8s.io/api/admissionregistration/v1beta1
f("url", 62, E, 3, 0, false),
f("service", 176, E, 1, 0, false),
f("caBundle", 12, E, 2, 0, false),
];
static F101: [FieldDef; 4] = [ // k8s.io/api/apidiscovery/v2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("versions", 178, E, 2, 0, false, None, k(&L11), &[], ""),
];
static F102: [FieldDef; 4] = [ // k8s.io/api/apidiscovery/v2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 180, N, 2, 0, false),
];
static F103: [FieldDef; 8] = [ // k8s.io/api/apidiscovery/v2
f("resource", 3, N, 1, 0, false),
f("responseKind", 4, E, 2, 0, false),
f("scope", 181, N, 3, 0, false),
f("singularResource", 3, N, 4, 0, false),
g("verbs", 15, N, 5, 0, false, None, X, &[], ""),
g("shortNames", 15, E, 6, 0, false, None, X, &[], ""),
g("categories", 15, E, 7, 0, false, None, X, &[], ""),
g("subresources", 183, E, 8, 0, false, None, k(&L12), &[], ""),
];
static F104: [FieldDef; 4] = [ // k8s.io/api/apidiscovery/v2
f("subresource", 3, N, 1, 0, false),
f("responseKind", 4, E, 2, 0, false),
g("acceptedTypes", 184, E, 3, 0, false, None, k(&L13), &[], ""),
g("verbs", 15, N, 4, 0, false, None, X, &[], ""),
];
static F105: [FieldDef; 3] = [ // k8s.io/api/apidiscovery/v2
f("version", 3, N, 1, 0, false),
g("resources", 186, E, 2, 0, false, None, k(&L14), &[], ""),
f("freshness", 187, E, 3, 0, false),
];
static F106: [FieldDef; 4] = [ // k8s.io/api/apidiscovery/v2beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("versions", 189, E, 2, 0, false, None, k(&L11), &[], ""),
];
static F107: [FieldDef; 4] = [ // k8s.io/api/apidiscovery/v2beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 191, N, 2, 0, false),
];
static F108: [FieldDef; 8] = [ // k8s.io/api/apidiscovery/v2beta1
f("resource", 3, N, 1, 0, false),
f("responseKind", 4, E, 2, 0, false),
f("scope", 192, N, 3, 0, false),
f("singularResource", 3, N, 4, 0, false),
g("verbs", 15, N, 5, 0, false, None, X, &[], ""),
g("shortNames", 15, E, 6, 0, false, None, X, &[], ""),
g("categories", 15, E, 7, 0, false, None, X, &[], ""),
g("subresources", 194, E, 8, 0, false, None, k(&L12), &[], ""),
];
static F109: [FieldDef; 4] = [ // k8s.io/api/apidiscovery/v2beta1
f("subresource", 3, N, 1, 0, false),
f("responseKind", 4, E, 2, 0, false),
g("acceptedTypes", 184, E, 3, 0, false, None, k(&L13), &[], ""),
g("verbs", 15, N, 4, 0, false, None, X, &[], ""),
];
static F110: [FieldDef; 3] = [ // k8s.io/api/apidiscovery/v2beta1
f("version", 3, N, 1, 0, false),
g("resources", 196, E, 2, 0, false, None, k(&L14), &[], ""),
f("freshness", 197, E, 3, 0, false),
];
static F111: [FieldDef; 4] = [ // k8s.io/api/apiserverinternal/v1alpha1
f("apiServerID", 3, E, 1, 0, true),
f("encodingVersion", 3, E, 2, 0, true),
g("decodableVersions", 15, E, 3, 0, true, None, X, &[], ""),
g("servedVersions", 15, E, 4, 0, false, None, X, &[], ""),
];
static F112: [FieldDef; 5] = [ // k8s.io/api/apiserverinternal/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, true),
f("spec", 198, N, 2, 0, false),
f("status", 199, N, 3, 0, false),
];
static F113: [FieldDef; 6] = [ // k8s.io/api/apiserverinternal/v1alpha1
f("type", 200, N, 1, 0, true),
f("status", 201, N, 2, 0, true),
f("observedGeneration", 78, E, 3, 0, false),
f("lastTransitionTime", 202, E, 4, 0, false),
f("reason", 3, N, 5, 0, true),
f("message", 3, E, 6, 0, true),
];
static F114: [FieldDef; 4] = [ // k8s.io/api/apiserverinternal/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 204, N, 2, 0, true),
];
static F116: [FieldDef; 3] = [ // k8s.io/api/apiserverinternal/v1alpha1
g("storageVersions", 206, E, 1, 0, false, None, k(&L15), &[], ""),
f("commonEncodingVersion", 62, E, 2, 0, false),
g("conditions", 208, E, 3, 0, false, None, k(&L9), &[], ""),
];
static F117: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("data", 8, N, 2, 0, true),
f("revision", 78, N, 3, 0, false),
];
static F118: [FieldDef; 4] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 210, N, 2, 0, true),
];
static F119: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 211, E, 2, 0, true),
f("status", 212, E, 3, 0, false),
];
static F120: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("type", 213, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F121: [FieldDef; 4] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 216, N, 2, 0, true),
];
static F122: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("selector", 22, N, 1, 0, true),
f("template", 217, N, 2, 0, true),
f("updateStrategy", 218, E, 3, 0, false),
f("minReadySeconds", 219, E, 4, 0, false),
f("revisionHistoryLimit", 49, E, 6, 0, false),
];
static F123: [FieldDef; 10] = [ // k8s.io/api/apps/v1
f("currentNumberScheduled", 219, N, 1, 0, true),
f("numberMisscheduled", 219, N, 2, 0, true),
f("desiredNumberScheduled", 219, N, 3, 0, true),
f("numberReady", 219, N, 4, 0, true),
f("observedGeneration", 78, E, 5, 0, false),
f("updatedNumberScheduled", 219, E, 6, 0, false),
f("numberAvailable", 219, E, 7, 0, false),
f("numberUnavailable", 219, E, 8, 0, false),
f("collisionCount", 49, E, 9, 0, false),
g("conditions", 221, E, 10, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F124: [FieldDef; 2] = [ // k8s.io/api/apps/v1
g("type", 222, E, 1, 0, false, None, U, &L16, ""),
f("rollingUpdate", 223, E, 2, 0, false),
];
static F125: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 224, E, 2, 0, true),
f("status", 225, E, 3, 0, false),
];
static F126: [FieldDef; 6] = [ // k8s.io/api/apps/v1
f("type", 226, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastUpdateTime", 202, E, 6, 0, false),
f("lastTransitionTime", 202, E, 7, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F127: [FieldDef; 4] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 228, N, 2, 0, true),
];
static F128: [FieldDef; 8] = [ // k8s.io/api/apps/v1
f("replicas", 49, E, 1, 0, false),
f("selector", 22, N, 2, 0, true),
f("template", 217, N, 3, 0, true),
g("strategy", 229, E, 4, 0, false, m(false, false, true, ""), U, &[], ""),
f("minReadySeconds", 219, E, 5, 0, false),
f("revisionHistoryLimit", 49, E, 6, 0, false),
f("paused", 10, E, 7, 0, false),
f("progressDeadlineSeconds", 49, E, 9, 0, false),
];
static F129: [FieldDef; 9] = [ // k8s.io/api/apps/v1
f("observedGeneration", 78, E, 1, 0, false),
f("replicas", 219, E, 2, 0, false),
f("updatedReplicas", 219, E, 3, 0, false),
f("readyReplicas", 219, E, 7, 0, false),
f("availableReplicas", 219, E, 4, 0, false),
f("unavailableReplicas", 219, E, 5, 0, false),
f("terminatingReplicas", 49, E, 9, 0, false),
g("conditions", 231, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("collisionCount", 49, E, 8, 0, false),
];
static F130: [FieldDef; 2] = [ // k8s.io/api/apps/v1
g("type", 232, E, 1, 0, false, None, U, &L17, ""),
f("rollingUpdate", 233, E, 2, 0, false),
];
static F131: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 234, E, 2, 0, true),
f("status", 235, E, 3, 0, false),
];
static F132: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("type", 236, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F133: [FieldDef; 4] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 238, N, 2, 0, true),
];
static F134: [FieldDef; 4] = [ // k8s.io/api/apps/v1
f("replicas", 49, E, 1, 0, false),
f("minReadySeconds", 219, E, 4, 0, false),
f("selector", 22, N, 2, 0, true),
f("template", 217, E, 3, 0, false),
];
static F135: [FieldDef; 7] = [ // k8s.io/api/apps/v1
f("replicas", 219, N, 1, 0, true),
f("fullyLabeledReplicas", 219, E, 2, 0, false),
f("readyReplicas", 219, E, 4, 0, false),
f("availableReplicas", 219, E, 5, 0, false),
f("terminatingReplicas", 49, E, 7, 0, false),
f("observedGeneration", 78, E, 3, 0, false),
g("conditions", 240, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F136: [FieldDef; 2] = [ // k8s.io/api/apps/v1
f("maxUnavailable", 241, E, 1, 0, false),
f("maxSurge", 241, E, 2, 0, false),
];
static F137: [FieldDef; 2] = [ // k8s.io/api/apps/v1
f("maxUnavailable", 241, E, 1, 0, false),
f("maxSurge", 241, E, 2, 0, false),
];
static F138: [FieldDef; 2] = [ // k8s.io/api/apps/v1
f("partition", 49, E, 1, 0, false),
f("maxUnavailable", 241, E, 2, 0, false),
];
static F139: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 242, E, 2, 0, true),
f("status", 243, E, 3, 0, false),
];
static F140: [FieldDef; 5] = [ // k8s.io/api/apps/v1
f("type", 244, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F141: [FieldDef; 4] = [ // k8s.io/api/apps/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 246, N, 2, 0, true),
];
static F142: [FieldDef; 1] = [ // k8s.io/api/apps/v1
f("start", 219, N, 1, 0, false),
];
static F143: [FieldDef; 2] = [ // k8s.io/api/apps/v1
f("whenDeleted", 247, E, 1, 0, false),
f("whenScaled", 247, E, 2, 0, false),
];
static F144: [FieldDef; 11] = [ // k8s.io/api/apps/v1
f("replicas", 49, E, 1, 0, false),
f("selector", 22, N, 2, 0, true),
f("template", 217, N, 3, 0, true),
g("volumeClaimTemplates", 249, E, 4, 0, false, None, A, &[], ""),
f("serviceName", 3, N, 5, 0, false),
g("podManagementPolicy", 250, E, 6, 0, false, None, U, &L18, ""),
f("updateStrategy", 251, E, 7, 0, false),
f("revisionHistoryLimit", 49, E, 8, 0, false),
f("minReadySeconds", 219, E, 9, 0, false),
f("persistentVolumeClaimRetentionPolicy", 252, E, 10, 0, false),
f("ordinals", 253, E, 11, 0, false),
];
static F145: [FieldDef; 10] = [ // k8s.io/api/apps/v1
f("observedGeneration", 78, E, 1, 0, false),
f("replicas", 219, N, 2, 0, true),
f("readyReplicas", 219, E, 3, 0, false),
f("currentReplicas", 219, E, 4, 0, false),
f("updatedReplicas", 219, E, 5, 0, false),
f("currentRevision", 3, E, 6, 0, false),
f("updateRevision", 3, E, 7, 0, false),
f("collisionCount", 49, E, 9, 0, false),
g("conditions", 255, E, 10, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("availableReplicas", 219, N, 11, 0, false),
];
static F146: [FieldDef; 2] = [ // k8s.io/api/apps/v1
g("type", 256, E, 1, 0, false, None, U, &L19, ""),
f("rollingUpdate", 257, E, 2, 0, false),
];
static F147: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("data", 8, N, 2, 0, true),
f("revision", 78, N, 3, 0, false),
];
static F148: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 259, N, 2, 0, true),
];
static F149: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 260, E, 2, 0, true),
f("status", 261, E, 3, 0, false),
];
static F150: [FieldDef; 6] = [ // k8s.io/api/apps/v1beta1
f("type", 262, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastUpdateTime", 202, E, 6, 0, false),
f("lastTransitionTime", 202, E, 7, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F151: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 264, N, 2, 0, true),
];
static F152: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("name", 3, N, 1, 0, true),
f("updatedAnnotations", 14, E, 2, 0, false),
f("rollbackTo", 265, N, 3, 0, false),
];
static F153: [FieldDef; 9] = [ // k8s.io/api/apps/v1beta1
f("replicas", 49, E, 1, 0, false),
f("selector", 22, E, 2, 0, false),
f("template", 217, N, 3, 0, true),
g("strategy", 266, E, 4, 0, false, m(false, false, true, ""), U, &[], ""),
f("minReadySeconds", 219, E, 5, 0, false),
f("revisionHistoryLimit", 49, E, 6, 0, false),
f("paused", 10, E, 7, 0, false),
f("rollbackTo", 267, E, 8, 0, false),
f("progressDeadlineSeconds", 49, E, 9, 0, false),
];
static F154: [FieldDef; 9] = [ // k8s.io/api/apps/v1beta1
f("observedGeneration", 78, E, 1, 0, false),
f("replicas", 219, E, 2, 0, false),
f("updatedReplicas", 219, E, 3, 0, false),
f("readyReplicas", 219, E, 7, 0, false),
f("availableReplicas", 219, E, 4, 0, false),
f("unavailableReplicas", 219, E, 5, 0, false),
f("terminatingReplicas", 49, E, 9, 0, false),
g("conditions", 269, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("collisionCount", 49, E, 8, 0, false),
];
static F155: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta1
f("type", 270, E, 1, 0, false),
f("rollingUpdate", 271, E, 2, 0, false),
];
static F156: [FieldDef; 1] = [ // k8s.io/api/apps/v1beta1
f("revision", 78, E, 1, 0, false),
];
static F157: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta1
f("maxUnavailable", 241, E, 1, 0, false),
f("maxSurge", 241, E, 2, 0, false),
];
static F158: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta1
f("partition", 49, E, 1, 0, false),
f("maxUnavailable", 241, E, 2, 0, false),
];
static F159: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 272, E, 2, 0, false),
f("status", 273, E, 3, 0, false),
];
static F160: [FieldDef; 1] = [ // k8s.io/api/apps/v1beta1
f("replicas", 219, E, 1, 0, false),
];
static F161: [FieldDef; 3] = [ // k8s.io/api/apps/v1beta1
f("replicas", 219, N, 1, 0, false),
f("selector", 14, E, 2, 0, false),
f("targetSelector", 3, E, 3, 0, false),
];
static F162: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 274, E, 2, 0, true),
f("status", 275, E, 3, 0, false),
];
static F163: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta1
f("type", 276, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F164: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 278, N, 2, 0, true),
];
static F165: [FieldDef; 1] = [ // k8s.io/api/apps/v1beta1
f("start", 219, N, 1, 0, false),
];
static F166: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta1
f("whenDeleted", 279, E, 1, 0, false),
f("whenScaled", 279, E, 2, 0, false),
];
static F167: [FieldDef; 11] = [ // k8s.io/api/apps/v1beta1
f("replicas", 49, E, 1, 0, false),
f("selector", 22, E, 2, 0, true),
f("template", 217, N, 3, 0, true),
g("volumeClaimTemplates", 249, E, 4, 0, false, None, A, &[], ""),
f("serviceName", 3, N, 5, 0, false),
f("podManagementPolicy", 280, E, 6, 0, false),
f("updateStrategy", 281, E, 7, 0, false),
f("revisionHistoryLimit", 49, E, 8, 0, false),
f("minReadySeconds", 219, E, 9, 0, false),
f("persistentVolumeClaimRetentionPolicy", 282, E, 10, 0, false),
f("ordinals", 283, E, 11, 0, false),
];
static F168: [FieldDef; 10] = [ // k8s.io/api/apps/v1beta1
f("observedGeneration", 284, E, 1, 0, false),
f("replicas", 219, N, 2, 0, true),
f("readyReplicas", 219, E, 3, 0, false),
f("currentReplicas", 219, E, 4, 0, false),
f("updatedReplicas", 219, E, 5, 0, false),
f("currentRevision", 3, E, 6, 0, false),
f("updateRevision", 3, E, 7, 0, false),
f("collisionCount", 49, E, 9, 0, false),
g("conditions", 286, E, 10, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("availableReplicas", 219, N, 11, 0, false),
];
static F169: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta1
f("type", 287, E, 1, 0, false),
f("rollingUpdate", 288, E, 2, 0, false),
];
static F170: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("data", 8, N, 2, 0, true),
f("revision", 78, N, 3, 0, false),
];
static F171: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 290, N, 2, 0, true),
];
static F172: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 291, E, 2, 0, true),
f("status", 292, E, 3, 0, false),
];
static F173: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("type", 293, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F174: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 295, N, 2, 0, true),
];
static F175: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("selector", 22, N, 1, 0, true),
f("template", 217, N, 2, 0, true),
f("updateStrategy", 296, E, 3, 0, false),
f("minReadySeconds", 219, E, 4, 0, false),
f("revisionHistoryLimit", 49, E, 6, 0, false),
];
static F176: [FieldDef; 10] = [ // k8s.io/api/apps/v1beta2
f("currentNumberScheduled", 219, N, 1, 0, true),
f("numberMisscheduled", 219, N, 2, 0, true),
f("desiredNumberScheduled", 219, N, 3, 0, true),
f("numberReady", 219, N, 4, 0, true),
f("observedGeneration", 78, E, 5, 0, false),
f("updatedNumberScheduled", 219, E, 6, 0, false),
f("numberAvailable", 219, E, 7, 0, false),
f("numberUnavailable", 219, E, 8, 0, false),
f("collisionCount", 49, E, 9, 0, false),
g("conditions", 298, E, 10, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F177: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta2
f("type", 299, E, 1, 0, false),
f("rollingUpdate", 300, E, 2, 0, false),
];
static F178: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 301, E, 2, 0, true),
f("status", 302, E, 3, 0, false),
];
static F179: [FieldDef; 6] = [ // k8s.io/api/apps/v1beta2
f("type", 303, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastUpdateTime", 202, E, 6, 0, false),
f("lastTransitionTime", 202, E, 7, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F180: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 305, N, 2, 0, true),
];
static F181: [FieldDef; 8] = [ // k8s.io/api/apps/v1beta2
f("replicas", 49, E, 1, 0, false),
f("selector", 22, N, 2, 0, true),
f("template", 217, N, 3, 0, true),
g("strategy", 306, E, 4, 0, false, m(false, false, true, ""), U, &[], ""),
f("minReadySeconds", 219, E, 5, 0, false),
f("revisionHistoryLimit", 49, E, 6, 0, false),
f("paused", 10, E, 7, 0, false),
f("progressDeadlineSeconds", 49, E, 9, 0, false),
];
static F182: [FieldDef; 9] = [ // k8s.io/api/apps/v1beta2
f("observedGeneration", 78, E, 1, 0, false),
f("replicas", 219, E, 2, 0, false),
f("updatedReplicas", 219, E, 3, 0, false),
f("readyReplicas", 219, E, 7, 0, false),
f("availableReplicas", 219, E, 4, 0, false),
f("unavailableReplicas", 219, E, 5, 0, false),
f("terminatingReplicas", 49, E, 9, 0, false),
g("conditions", 308, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("collisionCount", 49, E, 8, 0, false),
];
static F183: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta2
f("type", 309, E, 1, 0, false),
f("rollingUpdate", 310, E, 2, 0, false),
];
static F184: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 311, E, 2, 0, true),
f("status", 312, E, 3, 0, false),
];
static F185: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("type", 313, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F186: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 315, N, 2, 0, true),
];
static F187: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta2
f("replicas", 49, E, 1, 0, false),
f("minReadySeconds", 219, E, 4, 0, false),
f("selector", 22, N, 2, 0, true),
f("template", 217, E, 3, 0, false),
];
static F188: [FieldDef; 7] = [ // k8s.io/api/apps/v1beta2
f("replicas", 219, N, 1, 0, true),
f("fullyLabeledReplicas", 219, E, 2, 0, false),
f("readyReplicas", 219, E, 4, 0, false),
f("availableReplicas", 219, E, 5, 0, false),
f("terminatingReplicas", 49, E, 7, 0, false),
f("observedGeneration", 78, E, 3, 0, false),
g("conditions", 317, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F189: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta2
f("maxUnavailable", 241, E, 1, 0, false),
f("maxSurge", 241, E, 2, 0, false),
];
static F190: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta2
f("maxUnavailable", 241, E, 1, 0, false),
f("maxSurge", 241, E, 2, 0, false),
];
static F191: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta2
f("partition", 49, E, 1, 0, false),
f("maxUnavailable", 241, E, 2, 0, false),
];
static F192: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 318, E, 2, 0, false),
f("status", 319, E, 3, 0, false),
];
static F193: [FieldDef; 1] = [ // k8s.io/api/apps/v1beta2
f("replicas", 219, E, 1, 0, false),
];
static F194: [FieldDef; 3] = [ // k8s.io/api/apps/v1beta2
f("replicas", 219, N, 1, 0, false),
g("selector", 14, E, 2, 0, false, None, A, &[], ""),
f("targetSelector", 3, E, 3, 0, false),
];
static F195: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 320, E, 2, 0, true),
f("status", 321, E, 3, 0, false),
];
static F196: [FieldDef; 5] = [ // k8s.io/api/apps/v1beta2
f("type", 322, N, 1, 0, false),
f("status", 214, N, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F197: [FieldDef; 4] = [ // k8s.io/api/apps/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 324, N, 2, 0, true),
];
static F198: [FieldDef; 1] = [ // k8s.io/api/apps/v1beta2
f("start", 219, N, 1, 0, false),
];
static F199: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta2
f("whenDeleted", 325, E, 1, 0, false),
f("whenScaled", 325, E, 2, 0, false),
];
static F200: [FieldDef; 11] = [ // k8s.io/api/apps/v1beta2
f("replicas", 49, E, 1, 0, false),
f("selector", 22, N, 2, 0, true),
f("template", 217, N, 3, 0, true),
g("volumeClaimTemplates", 249, E, 4, 0, false, None, A, &[], ""),
f("serviceName", 3, N, 5, 0, false),
f("podManagementPolicy", 326, E, 6, 0, false),
f("updateStrategy", 327, E, 7, 0, false),
f("revisionHistoryLimit", 49, E, 8, 0, false),
f("minReadySeconds", 219, E, 9, 0, false),
f("persistentVolumeClaimRetentionPolicy", 328, E, 10, 0, false),
f("ordinals", 329, E, 11, 0, false),
];
static F201: [FieldDef; 10] = [ // k8s.io/api/apps/v1beta2
f("observedGeneration", 78, E, 1, 0, false),
f("replicas", 219, N, 2, 0, true),
f("readyReplicas", 219, E, 3, 0, false),
f("currentReplicas", 219, E, 4, 0, false),
f("updatedReplicas", 219, E, 5, 0, false),
f("currentRevision", 3, E, 6, 0, false),
f("updateRevision", 3, E, 7, 0, false),
f("collisionCount", 49, E, 9, 0, false),
g("conditions", 331, E, 10, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("availableReplicas", 219, N, 11, 0, false),
];
static F202: [FieldDef; 2] = [ // k8s.io/api/apps/v1beta2
f("type", 332, E, 1, 0, false),
f("rollingUpdate", 333, E, 2, 0, false),
];
static F203: [FieldDef; 4] = [ // k8s.io/api/authentication/v1
f("kind", 3, E, 1, 0, false),
f("apiVersion", 3, E, 2, 0, false),
f("name", 3, E, 3, 0, false),
f("uid", 0, E, 4, 0, false),
];
static F204: [FieldDef; 4] = [ // k8s.io/api/authentication/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("status", 334, E, 2, 0, false),
];
static F205: [FieldDef; 1] = [ // k8s.io/api/authentication/v1
f("userInfo", 7, E, 1, 0, false),
];
static F206: [FieldDef; 5] = [ // k8s.io/api/authentication/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 335, N, 2, 0, false),
f("status", 336, E, 3, 0, false),
];
static F207: [FieldDef; 4] = [ // k8s.io/api/authentication/v1
g("audiences", 15, N, 1, 0, false, None, A, &[], ""),
f("expirationSeconds", 284, N, 4, 0, false),
f("boundObjectRef", 337, N, 3, 0, false),
f("attestations", 339, E, 5, 0, false),
];
static F208: [FieldDef; 2] = [ // k8s.io/api/authentication/v1
f("token", 3, N, 1, 0, false),
f("expirationTimestamp", 202, N, 2, 0, false),
];
static F209: [FieldDef; 5] = [ // k8s.io/api/authentication/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 340, N, 2, 0, true),
f("status", 341, E, 3, 0, false),
];
static F210: [FieldDef; 2] = [ // k8s.io/api/authentication/v1
f("token", 3, E, 1, 0, true),
g("audiences", 15, E, 2, 0, false, None, A, &[], ""),
];
static F211: [FieldDef; 4] = [ // k8s.io/api/authentication/v1
f("authenticated", 10, E, 1, 0, false),
f("user", 7, E, 2, 0, false),
g("audiences", 15, E, 4, 0, false, None, A, &[], ""),
f("error", 3, E, 3, 0, false),
];
static F212: [FieldDef; 4] = [ // k8s.io/api/authentication/v1
f("username", 3, E, 1, 0, false),
f("uid", 3, E, 2, 0, false),
g("groups", 15, E, 3, 0, false, None, A, &[], ""),
f("extra", 343, E, 4, 0, false),
];
static F213: [FieldDef; 4] = [ // k8s.io/api/authentication/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("status", 344, E, 2, 0, false),
];
static F214: [FieldDef; 1] = [ // k8s.io/api/authentication/v1alpha1
f("userInfo", 7, E, 1, 0, false),
];
static F215: [FieldDef; 4] = [ // k8s.io/api/authentication/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("status", 345, E, 2, 0, false),
];
static F216: [FieldDef; 1] = [ // k8s.io/api/authentication/v1beta1
f("userInfo", 7, E, 1, 0, false),
];
static F217: [FieldDef; 5] = [ // k8s.io/api/authentication/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 346, N, 2, 0, true),
f("status", 347, E, 3, 0, false),
];
static F218: [FieldDef; 2] = [ // k8s.io/api/authentication/v1beta1
f("token", 3, E, 1, 0, true),
g("audiences", 15, E, 2, 0, false, None, A, &[], ""),
];
static F219: [FieldDef; 4] = [ // k8s.io/api/authentication/v1beta1
f("authenticated", 10, E, 1, 0, false),
f("user", 348, E, 2, 0, false),
g("audiences", 15, E, 4, 0, false, None, A, &[], ""),
f("error", 3, E, 3, 0, false),
];
static F220: [FieldDef; 4] = [ // k8s.io/api/authentication/v1beta1
f("username", 3, E, 1, 0, false),
f("uid", 3, E, 2, 0, false),
g("groups", 15, E, 3, 0, false, None, A, &[], ""),
f("extra", 350, E, 4, 0, false),
];
static F221: [FieldDef; 2] = [ // k8s.io/api/authorization/v1
f("rawSelector", 3, E, 1, 0, false),
g("requirements", 352, E, 2, 0, false, None, A, &[], ""),
];
static F222: [FieldDef; 2] = [ // k8s.io/api/authorization/v1
f("rawSelector", 3, E, 1, 0, false),
g("requirements", 354, E, 2, 0, false, None, A, &[], ""),
];
static F223: [FieldDef; 5] = [ // k8s.io/api/authorization/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 355, N, 2, 0, true),
f("status", 356, E, 3, 0, false),
];
static F224: [FieldDef; 2] = [ // k8s.io/api/authorization/v1
f("path", 3, E, 1, 0, false),
f("verb", 3, E, 2, 0, false),
];
static F225: [FieldDef; 2] = [ // k8s.io/api/authorization/v1
g("verbs", 15, N, 1, 0, true, None, A, &[], ""),
g("nonResourceURLs", 15, E, 2, 0, false, None, A, &[], ""),
];
static F226: [FieldDef; 9] = [ // k8s.io/api/authorization/v1
f("namespace", 3, E, 1, 0, false),
f("verb", 3, E, 2, 0, false),
f("group", 3, E, 3, 0, false),
f("version", 3, E, 4, 0, false),
f("resource", 3, E, 5, 0, false),
f("subresource", 3, E, 6, 0, false),
f("name", 3, E, 7, 0, false),
f("fieldSelector", 357, E, 8, 0, false),
f("labelSelector", 358, E, 9, 0, false),
];
static F227: [FieldDef; 4] = [ // k8s.io/api/authorization/v1
g("verbs", 15, N, 1, 0, true, None, A, &[], ""),
g("apiGroups", 15, E, 2, 0, false, None, A, &[], ""),
g("resources", 15, E, 3, 0, false, None, A, &[], ""),
g("resourceNames", 15, E, 4, 0, false, None, A, &[], ""),
];
static F228: [FieldDef; 5] = [ // k8s.io/api/authorization/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 359, N, 2, 0, true),
f("status", 356, E, 3, 0, false),
];
static F229: [FieldDef; 2] = [ // k8s.io/api/authorization/v1
f("resourceAttributes", 360, E, 1, 0, false),
f("nonResourceAttributes", 361, E, 2, 0, false),
];
static F230: [FieldDef; 5] = [ // k8s.io/api/authorization/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 362, N, 2, 0, true),
f("status", 363, E, 3, 0, false),
];
static F231: [FieldDef; 1] = [ // k8s.io/api/authorization/v1
f("namespace", 3, E, 1, 0, false),
];
static F232: [FieldDef; 5] = [ // k8s.io/api/authorization/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 355, N, 2, 0, true),
f("status", 356, E, 3, 0, false),
];
static F233: [FieldDef; 6] = [ // k8s.io/api/authorization/v1
f("resourceAttributes", 360, E, 1, 0, false),
f("nonResourceAttributes", 361, E, 2, 0, false),
f("user", 3, E, 3, 0, false),
g("groups", 15, E, 4, 0, false, None, A, &[], ""),
f("extra", 343, E, 5, 0, false),
f("uid", 3, E, 6, 0, false),
];
static F234: [FieldDef; 4] = [ // k8s.io/api/authorization/v1
f("allowed", 10, N, 1, 0, true),
f("denied", 10, E, 4, 0, false),
f("reason", 3, E, 2, 0, false),
f("evaluationError", 3, E, 3, 0, false),
];
static F235: [FieldDef; 4] = [ // k8s.io/api/authorization/v1
g("resourceRules", 365, N, 1, 0, true, None, A, &[], ""),
g("nonResourceRules", 367, N, 2, 0, true, None, A, &[], ""),
f("incomplete", 10, N, 3, 0, true),
f("evaluationError", 3, E, 4, 0, false),
];
static F236: [FieldDef; 5] = [ // k8s.io/api/authorization/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 368, N, 2, 0, true),
f("status", 369, E, 3, 0, false),
];
static F237: [FieldDef; 2] = [ // k8s.io/api/authorization/v1beta1
f("path", 3, E, 1, 0, false),
f("verb", 3, E, 2, 0, false),
];
static F238: [FieldDef; 2] = [ // k8s.io/api/authorization/v1beta1
g("verbs", 15, N, 1, 0, true, None, A, &[], ""),
g("nonResourceURLs", 15, E, 2, 0, false, None, A, &[], ""),
];
static F239: [FieldDef; 9] = [ // k8s.io/api/authorization/v1beta1
f("namespace", 3, E, 1, 0, false),
f("verb", 3, E, 2, 0, false),
f("group", 3, E, 3, 0, false),
f("version", 3, E, 4, 0, false),
f("resource", 3, E, 5, 0, false),
f("subresource", 3, E, 6, 0, false),
f("name", 3, E, 7, 0, false),
f("fieldSelector", 357, E, 8, 0, false),
f("labelSelector", 358, E, 9, 0, false),
];
static F240: [FieldDef; 4] = [ // k8s.io/api/authorization/v1beta1
g("verbs", 15, N, 1, 0, true, None, A, &[], ""),
g("apiGroups", 15, E, 2, 0, false, None, A, &[], ""),
g("resources", 15, E, 3, 0, false, None, A, &[], ""),
g("resourceNames", 15, E, 4, 0, false, None, A, &[], ""),
];
static F241: [FieldDef; 5] = [ // k8s.io/api/authorization/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 370, N, 2, 0, true),
f("status", 369, E, 3, 0, false),
];
static F242: [FieldDef; 2] = [ // k8s.io/api/authorization/v1beta1
f("resourceAttributes", 371, E, 1, 0, false),
f("nonResourceAttributes", 372, E, 2, 0, false),
];
static F243: [FieldDef; 5] = [ // k8s.io/api/authorization/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 373, N, 2, 0, true),
f("status", 374, E, 3, 0, false),
];
static F244: [FieldDef; 1] = [ // k8s.io/api/authorization/v1beta1
f("namespace", 3, E, 1, 0, false),
];
static F245: [FieldDef; 5] = [ // k8s.io/api/authorization/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 368, N, 2, 0, true),
f("status", 369, E, 3, 0, false),
];
static F246: [FieldDef; 6] = [ // k8s.io/api/authorization/v1beta1
f("resourceAttributes", 371, E, 1, 0, false),
f("nonResourceAttributes", 372, E, 2, 0, false),
f("user", 3, E, 3, 0, false),
g("group", 15, E, 4, 0, false, None, A, &[], ""),
f("extra", 350, E, 5, 0, false),
f("uid", 3, E, 6, 0, false),
];
static F247: [FieldDef; 4] = [ // k8s.io/api/authorization/v1beta1
f("allowed", 10, N, 1, 0, true),
f("denied", 10, E, 4, 0, false),
f("reason", 3, E, 2, 0, false),
f("evaluationError", 3, E, 3, 0, false),
];
static F248: [FieldDef; 4] = [ // k8s.io/api/authorization/v1beta1
g("resourceRules", 376, N, 1, 0, true, None, A, &[], ""),
g("nonResourceRules", 378, N, 2, 0, true, None, A, &[], ""),
f("incomplete", 10, N, 3, 0, true),
f("evaluationError", 3, E, 4, 0, false),
];
static F249: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v1
f("kind", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
f("apiVersion", 3, E, 3, 0, false),
];
static F250: [FieldDef; 5] = [ // k8s.io/api/autoscaling/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 379, E, 2, 0, true),
f("status", 380, E, 3, 0, false),
];
static F251: [FieldDef; 4] = [ // k8s.io/api/autoscaling/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 382, N, 2, 0, true),
];
static F252: [FieldDef; 4] = [ // k8s.io/api/autoscaling/v1
f("scaleTargetRef", 383, N, 1, 0, true),
f("minReplicas", 49, E, 2, 0, false),
f("maxReplicas", 219, N, 3, 0, true),
f("targetCPUUtilizationPercentage", 49, E, 4, 0, false),
];
static F253: [FieldDef; 5] = [ // k8s.io/api/autoscaling/v1
f("observedGeneration", 284, E, 1, 0, false),
f("lastScaleTime", 384, E, 2, 0, false),
f("currentReplicas", 219, N, 3, 0, true),
f("desiredReplicas", 219, N, 4, 0, true),
f("currentCPUUtilizationPercentage", 49, E, 5, 0, false),
];
static F254: [FieldDef; 5] = [ // k8s.io/api/autoscaling/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 385, E, 2, 0, false),
f("status", 386, E, 3, 0, false),
];
static F255: [FieldDef; 1] = [ // k8s.io/api/autoscaling/v1
f("replicas", 219, E, 1, 0, false),
];
static F256: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v1
f("replicas", 219, N, 1, 0, true),
f("selector", 3, E, 2, 0, false),
];
static F257: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v2
f("name", 387, N, 1, 0, true),
f("target", 388, N, 2, 0, true),
f("container", 3, N, 3, 0, true),
];
static F258: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v2
f("name", 387, N, 1, 0, true),
f("current", 389, N, 2, 0, true),
f("container", 3, N, 3, 0, true),
];
static F259: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v2
f("kind", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
f("apiVersion", 3, E, 3, 0, false),
];
static F260: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("metric", 390, N, 1, 0, true),
f("target", 388, N, 2, 0, true),
];
static F261: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("metric", 390, N, 1, 0, true),
f("current", 389, N, 2, 0, true),
];
static F262: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v2
f("type", 391, N, 1, 0, true),
f("value", 219, N, 2, 0, true),
f("periodSeconds", 219, N, 3, 0, true),
];
static F263: [FieldDef; 4] = [ // k8s.io/api/autoscaling/v2
f("stabilizationWindowSeconds", 49, E, 3, 0, false),
f("selectPolicy", 392, E, 1, 0, false),
g("policies", 394, E, 2, 0, false, None, A, &[], ""),
f("tolerance", 395, E, 4, 0, false),
];
static F264: [FieldDef; 5] = [ // k8s.io/api/autoscaling/v2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 396, E, 2, 0, true),
f("status", 397, E, 3, 0, false),
];
static F265: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("scaleUp", 398, E, 1, 0, false),
f("scaleDown", 398, E, 2, 0, false),
];
static F266: [FieldDef; 6] = [ // k8s.io/api/autoscaling/v2
f("type", 399, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
f("observedGeneration", 284, E, 6, 0, false),
];
static F267: [FieldDef; 4] = [ // k8s.io/api/autoscaling/v2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 401, N, 2, 0, true),
];
static F268: [FieldDef; 5] = [ // k8s.io/api/autoscaling/v2
f("scaleTargetRef", 402, N, 1, 0, true),
f("minReplicas", 49, E, 2, 0, false),
f("maxReplicas", 219, N, 3, 0, true),
g("metrics", 404, E, 4, 0, false, None, A, &[], ""),
f("behavior", 405, E, 5, 0, false),
];
static F269: [FieldDef; 6] = [ // k8s.io/api/autoscaling/v2
f("observedGeneration", 284, E, 1, 0, false),
f("lastScaleTime", 384, E, 2, 0, false),
f("currentReplicas", 219, E, 3, 0, false),
f("desiredReplicas", 219, N, 4, 0, true),
g("currentMetrics", 407, N, 5, 0, false, None, A, &[], ""),
g("conditions", 409, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F270: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("name", 3, N, 1, 0, true),
f("selector", 22, E, 2, 0, false),
];
static F271: [FieldDef; 6] = [ // k8s.io/api/autoscaling/v2
f("type", 410, N, 1, 0, true),
f("object", 411, E, 2, 0, false),
f("pods", 412, E, 3, 0, false),
f("resource", 413, E, 4, 0, false),
f("containerResource", 414, E, 7, 0, false),
f("external", 415, E, 5, 0, false),
];
static F272: [FieldDef; 6] = [ // k8s.io/api/autoscaling/v2
f("type", 410, N, 1, 0, true),
f("object", 416, E, 2, 0, false),
f("pods", 417, E, 3, 0, false),
f("resource", 418, E, 4, 0, false),
f("containerResource", 419, E, 7, 0, false),
f("external", 420, E, 5, 0, false),
];
static F273: [FieldDef; 4] = [ // k8s.io/api/autoscaling/v2
f("type", 421, N, 1, 0, true),
f("value", 395, E, 2, 0, false),
f("averageValue", 395, E, 3, 0, false),
f("averageUtilization", 49, E, 4, 0, false),
];
static F274: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v2
f("value", 395, E, 1, 0, false),
f("averageValue", 395, E, 2, 0, false),
f("averageUtilization", 49, E, 3, 0, false),
];
static F275: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v2
f("describedObject", 402, N, 1, 0, true),
f("target", 388, N, 2, 0, true),
f("metric", 390, N, 3, 0, true),
];
static F276: [FieldDef; 3] = [ // k8s.io/api/autoscaling/v2
f("metric", 390, N, 1, 0, true),
f("current", 389, N, 2, 0, true),
f("describedObject", 402, N, 3, 0, true),
];
static F277: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("metric", 390, N, 1, 0, true),
f("target", 388, N, 2, 0, true),
];
static F278: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("metric", 390, N, 1, 0, true),
f("current", 389, N, 2, 0, true),
];
static F279: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("name", 387, N, 1, 0, true),
f("target", 388, N, 2, 0, true),
];
static F280: [FieldDef; 2] = [ // k8s.io/api/autoscaling/v2
f("name", 387, N, 1, 0, true),
f("current", 389, N, 2, 0, true),
];
static F281: [FieldDef; 5] = [ // k8s.io/api/batch/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 422, E, 2, 0, true),
f("status", 423, E, 3, 0, false),
];
static F282: [FieldDef; 4] = [ // k8s.io/api/batch/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 425, N, 2, 0, true),
];
static F283: [FieldDef; 8] = [ // k8s.io/api/batch/v1
f("schedule", 3, N, 1, 0, true),
f("timeZone", 62, E, 8, 0, false),
f("startingDeadlineSeconds", 284, E, 2, 0, false),
g("concurrencyPolicy", 426, E, 3, 0, false, None, U, &L20, ""),
f("suspend", 9, E, 4, 0, false),
f("jobTemplate", 427, N, 5, 0, true),
f("successfulJobsHistoryLimit", 49, E, 6, 0, false),
f("failedJobsHistoryLimit", 49, E, 7, 0, false),
];
static F284: [FieldDef; 3] = [ // k8s.io/api/batch/v1
g("active", 429, E, 1, 0, false, None, A, &[], ""),
f("lastScheduleTime", 384, E, 4, 0, false),
f("lastSuccessfulTime", 384, E, 5, 0, false),
];
static F285: [FieldDef; 5] = [ // k8s.io/api/batch/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 430, E, 2, 0, false),
f("status", 431, E, 3, 0, false),
];
static F286: [FieldDef; 6] = [ // k8s.io/api/batch/v1
f("type", 432, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastProbeTime", 202, E, 3, 0, false),
f("lastTransitionTime", 202, E, 4, 0, false),
f("reason", 3, E, 5, 0, false),
f("message", 3, E, 6, 0, false),
];
static F287: [FieldDef; 4] = [ // k8s.io/api/batch/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 434, N, 2, 0, true),
];
static F288: [FieldDef; 4] = [ // k8s.io/api/batch/v1
f("schedulingPolicy", 435, E, 1, 0, false),
f("schedulingConstraints", 436, E, 2, 0, false),
f("disruptionMode", 437, E, 3, 0, false),
g("resourceClaims", 439, E, 4, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F289: [FieldDef; 17] = [ // k8s.io/api/batch/v1
f("parallelism", 49, E, 1, 0, false),
f("completions", 49, E, 2, 0, false),
f("activeDeadlineSeconds", 284, E, 3, 0, false),
f("podFailurePolicy", 440, E, 11, 0, false),
f("successPolicy", 441, E, 16, 0, false),
f("backoffLimit", 49, E, 7, 0, false),
f("backoffLimitPerIndex", 49, E, 12, 0, false),
f("maxFailedIndexes", 49, E, 13, 0, false),
f("selector", 22, E, 4, 0, false),
f("manualSelector", 9, E, 5, 0, false),
f("template", 217, N, 6, 0, true),
f("ttlSecondsAfterFinished", 49, E, 8, 0, false),
g("completionMode", 442, E, 9, 0, false, None, U, &L21, ""),
f("suspend", 9, E, 10, 0, false),
g("podReplacementPolicy", 443, E, 14, 0, false, None, U, &L22, ""),
f("managedBy", 62, E, 15, 0, false),
f("scheduling", 444, E, 17, 0, false),
];
static F290: [FieldDef; 11] = [ // k8s.io/api/batch/v1
g("conditions", 446, E, 1, 0, false, m(true, false, false, "type"), A, &[], ""),
f("startTime", 384, E, 2, 0, false),
f("completionTime", 384, E, 3, 0, false),
f("active", 219, E, 4, 0, false),
f("succeeded", 219, E, 5, 0, false),
f("failed", 219, E, 6, 0, false),
f("terminating", 49, E, 11, 0, false),
f("completedIndexes", 3, E, 7, 0, false),
f("failedIndexes", 62, E, 10, 0, false),
f("uncountedTerminatedPods", 447, E, 8, 0, false),
f("ready", 49, E, 9, 0, false),
];
static F291: [FieldDef; 2] = [ // k8s.io/api/batch/v1
f("metadata", 26, E, 1, 0, false),
f("spec", 430, E, 2, 0, false),
];
static F292: [FieldDef; 1] = [ // k8s.io/api/batch/v1
g("rules", 449, N, 1, 0, true, None, A, &[], ""),
];
static F293: [FieldDef; 3] = [ // k8s.io/api/batch/v1
f("containerName", 62, E, 1, 0, false),
g("operator", 450, N, 2, 0, true, None, U, &L23, ""),
g("values", 451, N, 3, 0, true, None, X, &[], ""),
];
static F294: [FieldDef; 2] = [ // k8s.io/api/batch/v1
f("type", 452, N, 1, 0, true),
f("status", 214, N, 2, 0, false),
];
static F295: [FieldDef; 3] = [ // k8s.io/api/batch/v1
g("action", 453, N, 1, 0, true, None, U, &L24, ""),
f("onExitCodes", 454, E, 2, 0, false),
g("onPodConditions", 456, E, 3, 0, false, None, A, &[], ""),
];
static F296: [FieldDef; 1] = [ // k8s.io/api/batch/v1
g("rules", 458, N, 1, 0, true, None, A, &[], ""),
];
static F297: [FieldDef; 2] = [ // k8s.io/api/batch/v1
f("succeededIndexes", 62, E, 1, 0, false),
f("succeededCount", 49, E, 2, 0, false),
];
static F298: [FieldDef; 2] = [ // k8s.io/api/batch/v1
g("succeeded", 459, E, 1, 0, false, None, X, &[], ""),
g("failed", 459, E, 2, 0, false, None, X, &[], ""),
];
static F299: [FieldDef; 5] = [ // k8s.io/api/batch/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 460, E, 2, 0, true),
f("status", 461, E, 3, 0, false),
];
static F300: [FieldDef; 4] = [ // k8s.io/api/batch/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 463, N, 2, 0, true),
];
static F301: [FieldDef; 8] = [ // k8s.io/api/batch/v1beta1
f("schedule", 3, N, 1, 0, true),
f("timeZone", 62, E, 8, 0, false),
f("startingDeadlineSeconds", 284, E, 2, 0, false),
f("concurrencyPolicy", 464, E, 3, 0, false),
f("suspend", 9, E, 4, 0, false),
f("jobTemplate", 465, N, 5, 0, true),
f("successfulJobsHistoryLimit", 49, E, 6, 0, false),
f("failedJobsHistoryLimit", 49, E, 7, 0, false),
];
static F302: [FieldDef; 3] = [ // k8s.io/api/batch/v1beta1
g("active", 429, E, 1, 0, false, None, A, &[], ""),
f("lastScheduleTime", 384, E, 4, 0, false),
f("lastSuccessfulTime", 384, E, 5, 0, false),
];
static F303: [FieldDef; 2] = [ // k8s.io/api/batch/v1beta1
f("metadata", 26, E, 1, 0, false),
f("spec", 430, E, 2, 0, false),
];
static F304: [FieldDef; 5] = [ // k8s.io/api/certificates/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 466, N, 2, 0, true),
f("status", 467, E, 3, 0, false),
];
static F305: [FieldDef; 6] = [ // k8s.io/api/certificates/v1
f("type", 468, N, 1, 0, true),
f("status", 214, N, 6, 0, true),
f("reason", 3, E, 2, 0, false),
f("message", 3, E, 3, 0, false),
f("lastUpdateTime", 202, E, 4, 0, false),
f("lastTransitionTime", 202, E, 5, 0, false),
];
static F306: [FieldDef; 4] = [ // k8s.io/api/certificates/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 470, N, 2, 0, true),
];
static F307: [FieldDef; 8] = [ // k8s.io/api/certificates/v1
f("request", 12, N, 1, 0, true),
f("signerName", 3, N, 7, 0, true),
f("expirationSeconds", 49, E, 8, 0, false),
g("usages", 472, E, 5, 0, false, None, A, &L25, ""),
f("username", 3, E, 2, 0, false),
f("uid", 3, E, 3, 0, false),
g("groups", 15, E, 4, 0, false, None, A, &[], ""),
f("extra", 343, E, 6, 0, false),
];
static F308: [FieldDef; 2] = [ // k8s.io/api/certificates/v1
g("conditions", 474, E, 1, 0, false, None, k(&L9), &[], ""),
f("certificate", 12, E, 2, 0, false),
];
static F309: [FieldDef; 4] = [ // k8s.io/api/certificates/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 475, N, 2, 0, true),
];
static F310: [FieldDef; 4] = [ // k8s.io/api/certificates/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 477, N, 2, 0, true),
];
static F311: [FieldDef; 2] = [ // k8s.io/api/certificates/v1
f("signerName", 3, E, 1, 0, false),
f("trustBundle", 3, N, 2, 0, true),
];
static F312: [FieldDef; 5] = [ // k8s.io/api/certificates/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 478, N, 2, 0, true),
f("status", 479, E, 3, 0, false),
];
static F313: [FieldDef; 4] = [ // k8s.io/api/certificates/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 481, N, 2, 0, true),
];
static F314: [FieldDef; 10] = [ // k8s.io/api/certificates/v1
f("signerName", 3, N, 1, 0, true),
f("podName", 3, N, 2, 0, true),
f("podUID", 0, N, 3, 0, true),
f("serviceAccountName", 3, N, 4, 0, true),
f("serviceAccountUID", 0, N, 5, 0, true),
f("nodeName", 482, N, 6, 0, true),
f("nodeUID", 0, N, 7, 0, true),
g("maxExpirationSeconds", 49, E, 8, 0, false, None, U, &[], "86400"),
f("stubPKCS10Request", 12, N, 12, 0, true),
f("unverifiedUserAnnotations", 14, E, 11, 0, false),
];
static F315: [FieldDef; 5] = [ // k8s.io/api/certificates/v1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("certificateChain", 3, E, 2, 0, false),
f("notBefore", 384, E, 4, 0, false),
f("beginRefreshAt", 384, E, 5, 0, false),
f("notAfter", 384, E, 6, 0, false),
];
static F316: [FieldDef; 4] = [ // k8s.io/api/certificates/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 483, N, 2, 0, true),
];
static F317: [FieldDef; 4] = [ // k8s.io/api/certificates/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 485, N, 2, 0, true),
];
static F318: [FieldDef; 2] = [ // k8s.io/api/certificates/v1alpha1
f("signerName", 3, E, 1, 0, false),
f("trustBundle", 3, N, 2, 0, true),
];
static F319: [FieldDef; 5] = [ // k8s.io/api/certificates/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 486, N, 2, 0, true),
f("status", 487, E, 3, 0, false),
];
static F320: [FieldDef; 6] = [ // k8s.io/api/certificates/v1beta1
f("type", 488, N, 1, 0, true),
f("status", 214, N, 6, 0, false),
f("reason", 3, E, 2, 0, false),
f("message", 3, E, 3, 0, false),
f("lastUpdateTime", 202, E, 4, 0, false),
f("lastTransitionTime", 202, E, 5, 0, false),
];
static F321: [FieldDef; 4] = [ // k8s.io/api/certificates/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 490, N, 2, 0, true),
];
static F322: [FieldDef; 8] = [ // k8s.io/api/certificates/v1beta1
f("request", 12, N, 1, 0, true),
f("signerName", 62, E, 7, 0, false),
f("expirationSeconds", 49, E, 8, 0, false),
g("usages", 492, E, 5, 0, false, None, A, &[], ""),
f("username", 3, E, 2, 0, false),
f("uid", 3, E, 3, 0, false),
g("groups", 15, E, 4, 0, false, None, A, &[], ""),
f("extra", 350, E, 6, 0, false),
];
static F323: [FieldDef; 2] = [ // k8s.io/api/certificates/v1beta1
g("conditions", 494, E, 1, 0, false, None, k(&L9), &[], ""),
f("certificate", 12, E, 2, 0, false),
];
static F324: [FieldDef; 4] = [ // k8s.io/api/certificates/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 495, N, 2, 0, true),
];
static F325: [FieldDef; 4] = [ // k8s.io/api/certificates/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 497, N, 2, 0, true),
];
static F326: [FieldDef; 2] = [ // k8s.io/api/certificates/v1beta1
f("signerName", 3, E, 1, 0, false),
f("trustBundle", 3, N, 2, 0, true),
];
static F327: [FieldDef; 5] = [ // k8s.io/api/certificates/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 498, N, 2, 0, true),
f("status", 499, E, 3, 0, false),
];
static F328: [FieldDef; 4] = [ // k8s.io/api/certificates/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 501, N, 2, 0, true),
];
static F329: [FieldDef; 12] = [ // k8s.io/api/certificates/v1beta1
f("signerName", 3, N, 1, 0, true),
f("podName", 3, N, 2, 0, true),
f("podUID", 0, N, 3, 0, true),
f("serviceAccountName", 3, N, 4, 0, true),
f("serviceAccountUID", 0, N, 5, 0, true),
f("nodeName", 482, N, 6, 0, true),
f("nodeUID", 0, N, 7, 0, true),
g("maxExpirationSeconds", 49, E, 8, 0, false, None, U, &[], "86400"),
f("pkixPublicKey", 12, N, 9, 0, false),
f("proofOfPossession", 12, N, 10, 0, false),
f("stubPKCS10Request", 12, N, 12, 0, true),
f("unverifiedUserAnnotations", 14, E, 11, 0, false),
];
static F330: [FieldDef; 5] = [ // k8s.io/api/certificates/v1beta1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("certificateChain", 3, E, 2, 0, false),
f("notBefore", 384, E, 4, 0, false),
f("beginRefreshAt", 384, E, 5, 0, false),
f("notAfter", 384, E, 6, 0, false),
];
static F331: [FieldDef; 4] = [ // k8s.io/api/coordination/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 502, E, 2, 0, false),
];
static F332: [FieldDef; 4] = [ // k8s.io/api/coordination/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 504, N, 2, 0, true),
];
static F333: [FieldDef; 7] = [ // k8s.io/api/coordination/v1
f("holderIdentity", 62, E, 1, 0, false),
f("leaseDurationSeconds", 49, E, 2, 0, false),
f("acquireTime", 505, E, 3, 0, false),
f("renewTime", 505, E, 4, 0, false),
f("leaseTransitions", 49, E, 5, 0, false),
f("strategy", 506, E, 6, 0, false),
f("preferredHolder", 62, E, 7, 0, false),
];
static F334: [FieldDef; 4] = [ // k8s.io/api/coordination/v1alpha2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 507, E, 2, 0, true),
];
static F335: [FieldDef; 4] = [ // k8s.io/api/coordination/v1alpha2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 509, N, 2, 0, true),
];
static F336: [FieldDef; 6] = [ // k8s.io/api/coordination/v1alpha2
f("leaseName", 3, N, 1, 0, true),
f("pingTime", 505, E, 2, 0, false),
f("renewTime", 505, E, 3, 0, false),
f("binaryVersion", 3, N, 4, 0, true),
f("emulationVersion", 3, E, 5, 0, false),
f("strategy", 510, E, 6, 0, true),
];
static F337: [FieldDef; 4] = [ // k8s.io/api/coordination/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 511, E, 2, 0, false),
];
static F338: [FieldDef; 4] = [ // k8s.io/api/coordination/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 512, E, 2, 0, true),
];
static F339: [FieldDef; 4] = [ // k8s.io/api/coordination/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 514, N, 2, 0, true),
];
static F340: [FieldDef; 6] = [ // k8s.io/api/coordination/v1beta1
f("leaseName", 3, N, 1, 0, true),
f("pingTime", 505, E, 2, 0, false),
f("renewTime", 505, E, 3, 0, false),
f("binaryVersion", 3, N, 4, 0, true),
f("emulationVersion", 3, E, 5, 0, false),
f("strategy", 510, E, 6, 0, true),
];
static F341: [FieldDef; 4] = [ // k8s.io/api/coordination/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 516, N, 2, 0, true),
];
static F342: [FieldDef; 7] = [ // k8s.io/api/coordination/v1beta1
f("holderIdentity", 62, E, 1, 0, false),
f("leaseDurationSeconds", 49, E, 2, 0, false),
f("acquireTime", 505, E, 3, 0, false),
f("renewTime", 505, E, 4, 0, false),
f("leaseTransitions", 49, E, 5, 0, false),
f("strategy", 506, E, 6, 0, false),
f("preferredHolder", 62, E, 7, 0, false),
];
static F343: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("volumeID", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("partition", 219, E, 3, 0, false),
f("readOnly", 10, E, 4, 0, false),
];
static F344: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("nodeAffinity", 517, E, 1, 0, false),
f("podAffinity", 518, E, 2, 0, false),
f("podAntiAffinity", 519, E, 3, 0, false),
];
static F345: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("type", 520, N, 1, 0, true, None, U, &L26, ""),
f("localhostProfile", 62, E, 2, 0, false),
];
static F346: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 521, N, 1, 0, true),
f("devicePath", 3, N, 2, 0, true),
];
static F347: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("diskName", 3, N, 1, 0, true),
f("diskURI", 3, N, 2, 0, true),
g("cachingMode", 522, E, 3, 0, false, None, U, &L27, "\"ReadWrite\""),
g("fsType", 62, E, 4, 0, false, None, U, &[], "\"ext4\""),
g("readOnly", 9, E, 5, 0, false, None, U, &[], "false"),
g("kind", 523, E, 6, 0, false, None, U, &L28, "\"Shared\""),
];
static F348: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("secretName", 3, N, 1, 0, true),
f("shareName", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
f("secretNamespace", 62, N, 4, 0, false),
];
static F349: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("secretName", 3, N, 1, 0, true),
f("shareName", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
];
static F350: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("target", 428, N, 2, 0, true),
];
static F351: [FieldDef; 10] = [ // k8s.io/api/core/v1
f("driver", 3, N, 1, 0, true),
f("volumeHandle", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
f("fsType", 3, E, 4, 0, false),
f("volumeAttributes", 14, E, 5, 0, false),
f("controllerPublishSecretRef", 524, E, 6, 0, false),
f("nodeStageSecretRef", 524, E, 7, 0, false),
f("nodePublishSecretRef", 524, E, 8, 0, false),
f("controllerExpandSecretRef", 524, E, 9, 0, false),
f("nodeExpandSecretRef", 524, E, 10, 0, false),
];
static F352: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("driver", 3, N, 1, 0, true),
f("readOnly", 9, E, 2, 0, false),
f("fsType", 62, E, 3, 0, false),
f("volumeAttributes", 14, E, 4, 0, false),
f("nodePublishSecretRef", 525, E, 5, 0, false),
];
static F353: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("add", 527, E, 1, 0, false, None, A, &[], ""),
g("drop", 527, E, 2, 0, false, None, A, &[], ""),
];
static F354: [FieldDef; 6] = [ // k8s.io/api/core/v1
g("monitors", 15, N, 1, 0, true, None, A, &[], ""),
f("path", 3, E, 2, 0, false),
f("user", 3, E, 3, 0, false),
f("secretFile", 3, E, 4, 0, false),
f("secretRef", 524, E, 5, 0, false),
f("readOnly", 10, E, 6, 0, false),
];
static F355: [FieldDef; 6] = [ // k8s.io/api/core/v1
g("monitors", 15, N, 1, 0, true, None, A, &[], ""),
f("path", 3, E, 2, 0, false),
f("user", 3, E, 3, 0, false),
f("secretFile", 3, E, 4, 0, false),
f("secretRef", 525, E, 5, 0, false),
f("readOnly", 10, E, 6, 0, false),
];
static F356: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("volumeID", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("readOnly", 10, E, 3, 0, false),
f("secretRef", 524, E, 4, 0, false),
];
static F357: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("volumeID", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("readOnly", 10, E, 3, 0, false),
f("secretRef", 525, E, 4, 0, false),
];
static F358: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("timeoutSeconds", 49, E, 1, 0, false),
];
static F359: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("name", 62, E, 1, 0, false),
f("signerName", 62, E, 2, 0, false),
f("labelSelector", 22, E, 3, 0, false),
f("optional", 9, E, 5, 0, false),
f("path", 3, N, 4, 0, true),
f("user", 284, E, 6, 0, false),
];
static F360: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("type", 528, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("message", 3, E, 3, 0, false),
f("error", 3, E, 4, 0, false),
];
static F361: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("conditions", 530, E, 2, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F362: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 532, N, 2, 0, true),
];
static F363: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("immutable", 9, E, 4, 0, false),
f("data", 14, E, 2, 0, false),
f("binaryData", 533, E, 3, 0, false),
];
static F364: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 1, false),
f("optional", 9, E, 2, 0, false),
];
static I364: [InlineDef; 1] = [i("LocalObjectReference", 1, 0)];
static F365: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 1, false),
f("key", 3, N, 2, 0, true),
f("optional", 9, E, 3, 0, false),
];
static I365: [InlineDef; 1] = [i("LocalObjectReference", 1, 0)];
static F366: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 535, N, 2, 0, true),
];
static F367: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
f("uid", 0, E, 3, 0, false),
f("resourceVersion", 3, E, 4, 0, false),
f("kubeletConfigKey", 3, N, 5, 0, true),
];
static F368: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 1, false),
g("items", 537, E, 2, 0, false, None, A, &[], ""),
f("optional", 9, E, 4, 0, false),
];
static I368: [InlineDef; 1] = [i("LocalObjectReference", 1, 0)];
static F369: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 1, false),
g("items", 537, E, 2, 0, false, None, A, &[], ""),
f("defaultMode", 49, E, 3, 0, false),
f("optional", 9, E, 4, 0, false),
f("defaultUser", 284, E, 5, 0, false),
];
static I369: [InlineDef; 1] = [i("LocalObjectReference", 1, 0)];
static F370: [FieldDef; 25] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("image", 3, E, 2, 0, false),
g("command", 15, E, 3, 0, false, None, A, &[], ""),
g("args", 15, E, 4, 0, false, None, A, &[], ""),
f("workingDir", 3, E, 5, 0, false),
g("ports", 539, E, 6, 0, false, m(true, false, false, "containerPort"), k(&L29), &[], ""),
g("envFrom", 541, E, 19, 0, false, None, A, &[], ""),
g("env", 543, E, 7, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
f("resources", 544, E, 8, 0, false),
g("resizePolicy", 546, E, 23, 0, false, None, A, &[], ""),
f("restartPolicy", 547, E, 24, 0, false),
g("restartPolicyRules", 549, E, 25, 0, false, None, A, &[], ""),
g("volumeMounts", 551, E, 9, 0, false, m(true, false, false, "mountPath"), k(&L30), &[], ""),
g("volumeDevices", 553, E, 21, 0, false, m(true, false, false, "devicePath"), k(&L31), &[], ""),
f("livenessProbe", 554, E, 10, 0, false),
f("readinessProbe", 554, E, 11, 0, false),
f("startupProbe", 554, E, 22, 0, false),
f("lifecycle", 555, E, 12, 0, false),
f("terminationMessagePath", 3, E, 13, 0, false),
g("terminationMessagePolicy", 556, E, 20, 0, false, None, U, &L32, ""),
g("imagePullPolicy", 557, E, 14, 0, false, None, U, &L33, ""),
f("securityContext", 558, E, 15, 0, false),
f("stdin", 10, E, 16, 0, false),
f("stdinOnce", 10, E, 17, 0, false),
f("tty", 10, E, 18, 0, false),
];
static F371: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("containerName", 3, N, 1, 0, true),
f("resourceName", 3, N, 2, 0, true),
f("requestName", 3, N, 3, 0, true),
];
static F372: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("names", 15, N, 1, 0, false, None, A, &[], ""),
f("sizeBytes", 78, E, 2, 0, false),
];
static F373: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 0, false),
f("hostPort", 219, E, 2, 0, false),
f("containerPort", 219, N, 3, 0, true),
g("protocol", 559, E, 4, 0, false, None, U, &L34, "\"TCP\""),
f("hostIP", 3, E, 5, 0, false),
];
static F374: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("resourceName", 387, N, 1, 0, true),
f("restartPolicy", 560, N, 2, 0, true),
];
static F375: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("action", 561, E, 1, 0, true),
f("exitCodes", 562, E, 2, 0, false),
];
static F376: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("operator", 563, E, 1, 0, true),
g("values", 451, E, 2, 0, false, None, X, &[], ""),
];
static F377: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("waiting", 564, E, 1, 0, false),
f("running", 565, E, 2, 0, false),
f("terminated", 566, E, 3, 0, false),
];
static F378: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("startedAt", 202, E, 1, 0, false),
];
static F379: [FieldDef; 7] = [ // k8s.io/api/core/v1
f("exitCode", 219, N, 1, 0, true),
f("signal", 219, E, 2, 0, false),
f("reason", 3, E, 3, 0, false),
f("message", 3, E, 4, 0, false),
f("startedAt", 202, E, 5, 0, false),
f("finishedAt", 202, E, 6, 0, false),
f("containerID", 3, E, 7, 0, false),
];
static F380: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("reason", 3, E, 1, 0, false),
f("message", 3, E, 2, 0, false),
];
static F381: [FieldDef; 15] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("state", 567, E, 2, 0, false),
f("lastState", 567, E, 3, 0, false),
f("ready", 10, N, 4, 0, true),
f("restartCount", 219, N, 5, 0, true),
f("image", 3, N, 6, 0, true),
f("imageID", 3, N, 7, 0, true),
f("containerID", 3, E, 8, 0, false),
f("started", 9, E, 9, 0, false),
f("allocatedResources", 569, E, 10, 0, false),
f("resources", 570, E, 11, 0, false),
g("volumeMounts", 572, E, 12, 0, false, m(true, false, false, "mountPath"), k(&L30), &[], ""),
f("user", 573, E, 13, 0, false),
g("allocatedResourcesStatus", 575, E, 14, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("stopSignal", 576, E, 15, 0, false, None, U, &L35, ""),
];
static F382: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("linux", 577, E, 1, 0, false),
];
static F383: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("Port", 219, N, 1, 0, true),
];
static F384: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("items", 579, E, 1, 0, false, None, A, &[], ""),
];
static F385: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("path", 3, N, 1, 0, true),
f("fieldRef", 580, E, 2, 0, false),
f("resourceFieldRef", 581, E, 3, 0, false),
f("mode", 49, E, 4, 0, false),
f("user", 284, E, 5, 0, false),
];
static F386: [FieldDef; 3] = [ // k8s.io/api/core/v1
g("items", 579, E, 1, 0, false, None, A, &[], ""),
f("defaultMode", 49, E, 2, 0, false),
f("defaultUser", 284, E, 3, 0, false),
];
static F387: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("medium", 582, E, 1, 0, false),
f("sizeLimit", 395, E, 2, 0, false),
f("mode", 49, E, 3, 0, false),
];
static F388: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("ip", 3, N, 1, 0, true),
f("hostname", 3, E, 3, 0, false),
f("nodeName", 62, E, 4, 0, false),
f("targetRef", 583, E, 2, 0, false),
];
static F389: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 0, false),
f("port", 219, N, 2, 0, true),
g("protocol", 559, E, 3, 0, false, None, U, &L34, ""),
f("appProtocol", 62, E, 4, 0, false),
];
static F390: [FieldDef; 3] = [ // k8s.io/api/core/v1
g("addresses", 585, E, 1, 0, false, None, A, &[], ""),
g("notReadyAddresses", 585, E, 2, 0, false, None, A, &[], ""),
g("ports", 587, E, 3, 0, false, None, A, &[], ""),
];
static F391: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("subsets", 589, E, 2, 0, false, None, A, &[], ""),
];
static F392: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 591, N, 2, 0, true),
];
static F393: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("prefix", 3, E, 1, 0, false),
f("configMapRef", 592, E, 2, 0, false),
f("secretRef", 593, E, 3, 0, false),
];
static F394: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("value", 3, E, 2, 0, false),
f("valueFrom", 594, E, 3, 0, false),
];
static F395: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("fieldRef", 580, E, 1, 0, false),
f("resourceFieldRef", 581, E, 2, 0, false),
f("configMapKeyRef", 595, E, 3, 0, false),
f("secretKeyRef", 596, E, 4, 0, false),
f("fileKeyRef", 597, E, 5, 0, false),
];
static F396: [FieldDef; 26] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 1, true),
f("image", 3, E, 2, 1, false),
g("command", 15, E, 3, 1, false, None, A, &[], ""),
g("args", 15, E, 4, 1, false, None, A, &[], ""),
f("workingDir", 3, E, 5, 1, false),
g("ports", 539, E, 6, 1, false, m(true, false, false, "containerPort"), k(&L29), &[], ""),
g("envFrom", 541, E, 19, 1, false, None, A, &[], ""),
g("env", 543, E, 7, 1, false, m(true, false, false, "name"), k(&L2), &[], ""),
f("resources", 544, E, 8, 1, false),
g("resizePolicy", 546, E, 23, 1, false, None, A, &[], ""),
f("restartPolicy", 547, E, 24, 1, false),
g("restartPolicyRules", 549, E, 25, 1, false, None, A, &[], ""),
g("volumeMounts", 551, E, 9, 1, false, m(true, false, false, "mountPath"), k(&L30), &[], ""),
g("volumeDevices", 553, E, 21, 1, false, m(true, false, false, "devicePath"), k(&L31), &[], ""),
f("livenessProbe", 554, E, 10, 1, false),
f("readinessProbe", 554, E, 11, 1, false),
f("startupProbe", 554, E, 22, 1, false),
f("lifecycle", 555, E, 12, 1, false),
f("terminationMessagePath", 3, E, 13, 1, false),
g("terminationMessagePolicy", 556, E, 20, 1, false, None, U, &L32, ""),
g("imagePullPolicy", 557, E, 14, 1, false, None, U, &L33, ""),
f("securityContext", 558, E, 15, 1, false),
f("stdin", 10, E, 16, 1, false),
f("stdinOnce", 10, E, 17, 1, false),
f("tty", 10, E, 18, 1, false),
f("targetContainerName", 3, E, 2, 0, false),
];
static I396: [InlineDef; 1] = [i("EphemeralContainerCommon", 1, 0)];
static F397: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("volumeClaimTemplate", 598, E, 1, 0, false),
];
static F398: [FieldDef; 17] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, N, 1, 0, true),
f("involvedObject", 428, N, 2, 0, true),
f("reason", 3, E, 3, 0, false),
f("message", 3, E, 4, 0, false),
f("source", 599, E, 5, 0, false),
f("firstTimestamp", 202, E, 6, 0, false),
f("lastTimestamp", 202, E, 7, 0, false),
f("count", 219, E, 8, 0, false),
f("type", 3, E, 9, 0, false),
f("eventTime", 600, E, 10, 0, false),
f("series", 601, E, 11, 0, false),
f("action", 3, E, 12, 0, false),
f("related", 583, E, 13, 0, false),
f("reportingComponent", 3, N, 14, 0, false),
f("reportingInstance", 3, N, 15, 0, false),
];
static F399: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 603, N, 2, 0, true),
];
static F400: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("count", 219, E, 1, 0, false),
f("lastObservedTime", 600, E, 2, 0, false),
];
static F401: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("component", 3, E, 1, 0, false),
f("host", 3, E, 2, 0, false),
];
static F402: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("priority", 49, N, 2, 0, true),
];
static F403: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("command", 15, E, 1, 0, false, None, A, &[], ""),
];
static F404: [FieldDef; 5] = [ // k8s.io/api/core/v1
g("targetWWNs", 15, E, 1, 0, false, None, A, &[], ""),
f("lun", 49, E, 2, 0, false),
f("fsType", 3, E, 3, 0, false),
f("readOnly", 10, E, 4, 0, false),
g("wwids", 15, E, 5, 0, false, None, A, &[], ""),
];
static F405: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("volumeName", 3, N, 1, 0, true),
f("path", 3, N, 2, 0, true),
f("key", 3, N, 3, 0, true),
g("optional", 9, E, 4, 0, false, None, U, &[], "false"),
];
static F406: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("driver", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("secretRef", 524, E, 3, 0, false),
f("readOnly", 10, E, 4, 0, false),
f("options", 14, E, 5, 0, false),
];
static F407: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("driver", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("secretRef", 525, E, 3, 0, false),
f("readOnly", 10, E, 4, 0, false),
f("options", 14, E, 5, 0, false),
];
static F408: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("datasetName", 3, E, 1, 0, false),
f("datasetUUID", 3, E, 2, 0, false),
];
static F409: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("pdName", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("partition", 219, E, 3, 0, false),
f("readOnly", 10, E, 4, 0, false),
];
static F410: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("port", 219, N, 1, 0, true),
g("service", 62, N, 2, 0, false, None, U, &[], "\"\""),
g("mode", 604, E, 3, 0, false, None, U, &L36, ""),
];
static F411: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("repository", 3, N, 1, 0, true),
f("revision", 3, E, 2, 0, false),
f("directory", 3, E, 3, 0, false),
];
static F412: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("endpoints", 3, N, 1, 0, true),
f("path", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
f("endpointsNamespace", 62, E, 4, 0, false),
];
static F413: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("endpoints", 3, N, 1, 0, true),
f("path", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
];
static F414: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("path", 3, E, 1, 0, false),
f("port", 605, N, 2, 0, true),
f("host", 3, E, 3, 0, false),
g("scheme", 606, E, 4, 0, false, None, U, &L37, ""),
g("httpHeaders", 608, E, 5, 0, false, None, A, &[], ""),
g("protocol", 609, E, 6, 0, false, None, U, &L38, ""),
];
static F415: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("value", 3, N, 2, 0, true),
];
static F416: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("ip", 3, N, 1, 0, true),
g("hostnames", 15, E, 2, 0, false, None, A, &[], ""),
];
static F417: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("ip", 3, N, 1, 0, true),
];
static F418: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("path", 3, N, 1, 0, true),
g("type", 610, E, 2, 0, false, None, U, &L39, ""),
];
static F419: [FieldDef; 11] = [ // k8s.io/api/core/v1
f("targetPortal", 3, N, 1, 0, true),
f("iqn", 3, N, 2, 0, true),
f("lun", 219, N, 3, 0, true),
g("iscsiInterface", 3, E, 4, 0, false, None, U, &[], "\"default\""),
f("fsType", 3, E, 5, 0, false),
f("readOnly", 10, E, 6, 0, false),
g("portals", 15, E, 7, 0, false, None, A, &[], ""),
f("chapAuthDiscovery", 10, E, 8, 0, false),
f("chapAuthSession", 10, E, 11, 0, false),
f("secretRef", 524, E, 10, 0, false),
f("initiatorName", 62, E, 12, 0, false),
];
static F420: [FieldDef; 11] = [ // k8s.io/api/core/v1
f("targetPortal", 3, N, 1, 0, true),
f("iqn", 3, N, 2, 0, true),
f("lun", 219, N, 3, 0, true),
g("iscsiInterface", 3, E, 4, 0, false, None, U, &[], "\"default\""),
f("fsType", 3, E, 5, 0, false),
f("readOnly", 10, E, 6, 0, false),
g("portals", 15, E, 7, 0, false, None, A, &[], ""),
f("chapAuthDiscovery", 10, E, 8, 0, false),
f("chapAuthSession", 10, E, 11, 0, false),
f("secretRef", 525, E, 10, 0, false),
f("initiatorName", 62, E, 12, 0, false),
];
static F421: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("reference", 3, E, 1, 0, false),
g("pullPolicy", 557, E, 2, 0, false, None, U, &L33, ""),
];
static F422: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("imageRef", 3, E, 1, 0, true),
];
static F423: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("key", 3, N, 1, 0, true),
f("path", 3, N, 2, 0, true),
f("mode", 49, E, 3, 0, false),
f("user", 284, E, 4, 0, false),
];
static F424: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("postStart", 611, E, 1, 0, false),
f("preStop", 611, E, 2, 0, false),
g("stopSignal", 576, E, 3, 0, false, None, U, &L35, ""),
];
static F425: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("exec", 612, E, 1, 0, false),
f("httpGet", 613, E, 2, 0, false),
f("tcpSocket", 614, E, 3, 0, false),
f("sleep", 615, E, 4, 0, false),
];
static F426: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 616, E, 2, 0, false),
];
static F427: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("type", 617, N, 1, 0, true),
f("max", 569, E, 2, 0, false),
f("min", 569, E, 3, 0, false),
f("default", 569, E, 4, 0, false),
f("defaultRequest", 569, E, 5, 0, false),
f("maxLimitRequestRatio", 569, E, 6, 0, false),
];
static F428: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 619, N, 2, 0, true),
];
static F429: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("limits", 621, N, 1, 0, true, None, A, &[], ""),
];
static F430: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("uid", 78, N, 1, 0, true),
f("gid", 78, N, 2, 0, true),
g("supplementalGroups", 622, E, 3, 0, false, None, A, &[], ""),
];
static F431: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 623, N, 2, 0, true),
];
static F432: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("ip", 3, E, 1, 0, false),
f("hostname", 3, E, 2, 0, false),
f("ipMode", 624, E, 3, 0, false),
g("ports", 626, E, 4, 0, false, None, A, &[], ""),
];
static F433: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("ingress", 628, E, 1, 0, false, None, A, &[], ""),
];
static F434: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 0, false),
];
static F435: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("path", 3, N, 1, 0, true),
f("fsType", 62, E, 2, 0, false),
];
static F436: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("targetVolumeAttributesClassName", 3, E, 1, 0, false),
g("status", 629, N, 2, 0, true, None, U, &L40, ""),
];
static F437: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("server", 3, N, 1, 0, true),
f("path", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
];
static F438: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 630, E, 2, 0, false),
f("status", 631, E, 3, 0, false),
];
static F439: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("type", 632, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastTransitionTime", 202, E, 4, 0, false),
f("reason", 3, E, 5, 0, false),
f("message", 3, E, 6, 0, false),
];
static F440: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 634, N, 2, 0, true),
];
static F441: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("finalizers", 636, E, 1, 0, false, None, A, &[], ""),
];
static F442: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("phase", 637, E, 1, 0, false, None, U, &L41, ""),
g("conditions", 639, E, 2, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F443: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 640, E, 2, 0, false),
f("status", 641, E, 3, 0, false),
];
static F444: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("type", 642, N, 1, 0, true),
f("address", 3, N, 2, 0, true),
];
static F445: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("requiredDuringSchedulingIgnoredDuringExecution", 643, E, 1, 0, false),
g("preferredDuringSchedulingIgnoredDuringExecution", 645, E, 2, 0, false, None, A, &[], ""),
];
static F446: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 387, N, 1, 0, true),
f("quantity", 395, N, 2, 0, true),
];
static F447: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 387, N, 1, 0, true),
f("perPod", 395, E, 2, 0, false),
f("perContainer", 395, E, 3, 0, false),
];
static F448: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("resourceClaimName", 3, N, 1, 0, true),
g("containers", 15, E, 2, 0, false, None, X, &[], ""),
g("mapping", 647, E, 4, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("overhead", 649, E, 5, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F449: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("type", 650, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastHeartbeatTime", 202, E, 3, 0, false),
f("lastTransitionTime", 202, E, 4, 0, false),
f("reason", 3, E, 5, 0, false),
f("message", 3, E, 6, 0, false),
];
static F450: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("configMap", 651, E, 2, 0, false),
];
static F451: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("assigned", 652, E, 1, 0, false),
f("active", 652, E, 2, 0, false),
f("lastKnownGood", 652, E, 3, 0, false),
f("error", 3, E, 4, 0, false),
];
static F452: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("kubeletEndpoint", 653, E, 1, 0, false),
];
static F453: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("supplementalGroupsPolicy", 9, E, 1, 0, false),
];
static F454: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 655, N, 2, 0, true),
];
static F455: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("disableResizePreemption", 15, E, 1, 0, false, None, X, &[], ""),
];
static F456: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("path", 3, E, 1, 0, false),
];
static F457: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, false),
f("features", 656, E, 2, 0, false),
];
static F458: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("recursiveReadOnlyMounts", 9, E, 1, 0, false),
f("userNamespaces", 9, E, 2, 0, false),
];
static F459: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("nodeSelectorTerms", 658, N, 1, 0, true, None, A, &[], ""),
];
static F460: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("key", 3, N, 1, 0, true),
g("operator", 659, N, 2, 0, true, None, U, &L42, ""),
g("values", 15, E, 3, 0, false, None, A, &[], ""),
];
static F461: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("matchExpressions", 661, E, 1, 0, false, None, A, &[], ""),
g("matchFields", 661, E, 2, 0, false, None, A, &[], ""),
];
static F462: [FieldDef; 8] = [ // k8s.io/api/core/v1
f("podCIDR", 3, E, 1, 0, false),
g("podCIDRs", 15, E, 7, 0, false, m(true, false, false, ""), X, &[], ""),
f("providerID", 3, E, 3, 0, false),
f("unschedulable", 10, E, 4, 0, false),
g("taints", 663, E, 5, 0, false, None, A, &[], ""),
f("configSource", 652, E, 6, 0, false),
f("externalID", 3, E, 2, 0, false),
f("podPreemptionPolicy", 664, E, 8, 0, false),
];
static F463: [FieldDef; 14] = [ // k8s.io/api/core/v1
f("capacity", 569, E, 1, 0, false),
f("allocatable", 569, E, 2, 0, false),
g("phase", 665, E, 3, 0, false, None, U, &L43, ""),
g("conditions", 667, E, 4, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
g("addresses", 669, E, 5, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("daemonEndpoints", 670, E, 6, 0, false),
f("nodeInfo", 671, E, 7, 0, false),
g("images", 673, E, 8, 0, false, None, A, &[], ""),
g("volumesInUse", 674, E, 9, 0, false, None, A, &[], ""),
g("volumesAttached", 676, E, 10, 0, false, None, A, &[], ""),
f("config", 677, E, 11, 0, false),
g("runtimeHandlers", 679, E, 12, 0, false, None, A, &[], ""),
f("features", 680, E, 13, 0, false),
g("declaredFeatures", 15, E, 14, 0, false, None, A, &[], ""),
];
static F464: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("capacity", 284, E, 1, 0, false),
];
static F465: [FieldDef; 12] = [ // k8s.io/api/core/v1
f("machineID", 3, N, 1, 0, true),
f("systemUUID", 3, N, 2, 0, true),
f("bootID", 3, N, 3, 0, true),
f("kernelVersion", 3, N, 4, 0, true),
f("osImage", 3, N, 5, 0, true),
f("containerRuntimeVersion", 3, N, 6, 0, true),
f("kubeletVersion", 3, N, 7, 0, true),
f("kubeProxyVersion", 3, N, 8, 0, true),
f("operatingSystem", 3, N, 9, 0, true),
f("architecture", 3, N, 10, 0, true),
f("swap", 681, E, 11, 0, false),
f("runningInUserNamespace", 9, E, 12, 0, false),
];
static F466: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("apiVersion", 3, E, 1, 0, false),
f("fieldPath", 3, N, 2, 0, true),
];
static F467: [FieldDef; 7] = [ // k8s.io/api/core/v1
f("kind", 3, E, 1, 0, false),
f("namespace", 3, E, 2, 0, false),
f("name", 3, E, 3, 0, false),
f("uid", 0, E, 4, 0, false),
f("apiVersion", 3, E, 5, 0, false),
f("resourceVersion", 3, E, 6, 0, false),
f("fieldPath", 3, E, 7, 0, false),
];
static F468: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 682, E, 2, 0, false),
f("status", 683, E, 3, 0, false),
];
static F469: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 684, E, 2, 0, false),
f("status", 685, E, 3, 0, false),
];
static F470: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("type", 686, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastProbeTime", 202, E, 3, 0, false),
f("lastTransitionTime", 202, E, 4, 0, false),
f("reason", 3, E, 5, 0, false),
f("message", 3, E, 6, 0, false),
];
static F471: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 249, N, 2, 0, true),
];
static F472: [FieldDef; 9] = [ // k8s.io/api/core/v1
g("accessModes", 688, E, 1, 0, false, None, A, &L44, ""),
f("selector", 22, E, 4, 0, false),
f("resources", 689, E, 2, 0, false),
f("volumeName", 3, E, 3, 0, false),
f("storageClassName", 62, E, 5, 0, false),
g("volumeMode", 690, E, 6, 0, false, None, U, &L45, ""),
f("dataSource", 691, E, 7, 0, false),
f("dataSourceRef", 692, E, 8, 0, false),
f("volumeAttributesClassName", 62, E, 9, 0, false),
];
static F473: [FieldDef; 9] = [ // k8s.io/api/core/v1
g("phase", 693, E, 1, 0, false, None, U, &L46, ""),
g("accessModes", 688, E, 2, 0, false, None, A, &L44, ""),
f("capacity", 569, E, 3, 0, false),
g("conditions", 695, E, 4, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("allocatedResources", 569, E, 5, 0, false),
g("allocatedResourceStatuses", 697, E, 7, 0, false, None, G, &[], ""),
f("currentVolumeAttributesClassName", 62, E, 8, 0, false),
f("modifyVolumeStatus", 698, E, 9, 0, false),
f("healthStatus", 699, E, 10, 0, false),
];
static F474: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("metadata", 26, E, 1, 0, false),
f("spec", 684, N, 2, 0, true),
];
static F475: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("claimName", 3, N, 1, 0, true),
f("readOnly", 10, E, 2, 0, false),
];
static F476: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 701, N, 2, 0, true),
];
static F477: [FieldDef; 31] = [ // k8s.io/api/core/v1
f("capacity", 569, E, 1, 0, false),
f("gcePersistentDisk", 702, E, 1, 1, false),
f("awsElasticBlockStore", 703, E, 2, 1, false),
f("hostPath", 704, E, 3, 1, false),
f("glusterfs", 705, E, 4, 1, false),
f("nfs", 706, E, 5, 1, false),
f("rbd", 707, E, 6, 1, false),
f("iscsi", 708, E, 7, 1, false),
f("cinder", 709, E, 8, 1, false),
f("cephfs", 710, E, 9, 1, false),
f("fc", 711, E, 10, 1, false),
f("flocker", 712, E, 11, 1, false),
f("flexVolume", 713, E, 12, 1, false),
f("azureFile", 714, E, 13, 1, false),
f("vsphereVolume", 715, E, 14, 1, false),
f("quobyte", 716, E, 15, 1, false),
f("azureDisk", 717, E, 16, 1, false),
f("photonPersistentDisk", 718, E, 17, 1, false),
f("portworxVolume", 719, E, 18, 1, false),
f("scaleIO", 720, E, 19, 1, false),
f("local", 721, E, 20, 1, false),
f("storageos", 722, E, 21, 1, false),
f("csi", 723, E, 22, 1, false),
g("accessModes", 688, E, 3, 0, false, None, A, &L44, ""),
g("claimRef", 583, E, 4, 0, false, None, G, &[], ""),
g("persistentVolumeReclaimPolicy", 724, E, 5, 0, false, None, U, &L47, ""),
f("storageClassName", 3, E, 6, 0, false),
g("mountOptions", 15, E, 7, 0, false, None, A, &[], ""),
g("volumeMode", 690, E, 8, 0, false, None, U, &L45, ""),
f("nodeAffinity", 725, E, 9, 0, false),
f("volumeAttributesClassName", 62, E, 10, 0, false),
];
static I477: [InlineDef; 1] = [i("PersistentVolumeSource", 2, 0)];
static F478: [FieldDef; 4] = [ // k8s.io/api/core/v1
g("phase", 726, E, 1, 0, false, None, U, &L48, ""),
f("message", 3, E, 2, 0, false),
f("reason", 3, E, 3, 0, false),
f("lastPhaseTransitionTime", 384, E, 4, 0, false),
];
static F479: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("pdID", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
];
static F480: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 727, E, 2, 0, false),
f("status", 728, E, 3, 0, false),
];
static F481: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("requiredDuringSchedulingIgnoredDuringExecution", 730, E, 1, 0, false, None, A, &[], ""),
g("preferredDuringSchedulingIgnoredDuringExecution", 732, E, 2, 0, false, None, A, &[], ""),
];
static F482: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("labelSelector", 22, E, 1, 0, false),
g("namespaces", 15, E, 2, 0, false, None, A, &[], ""),
f("topologyKey", 3, N, 3, 0, true),
f("namespaceSelector", 22, E, 4, 0, false),
g("matchLabelKeys", 15, E, 5, 0, false, None, A, &[], ""),
g("mismatchLabelKeys", 15, E, 6, 0, false, None, A, &[], ""),
];
static F483: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("requiredDuringSchedulingIgnoredDuringExecution", 730, E, 1, 0, false, None, A, &[], ""),
g("preferredDuringSchedulingIgnoredDuringExecution", 732, E, 2, 0, false, None, A, &[], ""),
];
static F484: [FieldDef; 7] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("stdin", 10, E, 1, 0, false),
f("stdout", 10, E, 2, 0, false),
f("stderr", 10, E, 3, 0, false),
f("tty", 10, E, 4, 0, false),
f("container", 3, E, 5, 0, false),
];
static F485: [FieldDef; 8] = [ // k8s.io/api/core/v1
f("signerName", 3, E, 1, 0, true),
f("keyType", 3, E, 2, 0, true),
f("maxExpirationSeconds", 49, E, 3, 0, false),
f("credentialBundlePath", 3, E, 4, 0, false),
f("keyPath", 3, E, 5, 0, false),
f("certificateChainPath", 3, E, 6, 0, false),
f("userAnnotations", 14, E, 7, 0, false),
f("user", 284, E, 8, 0, false),
];
static F486: [FieldDef; 7] = [ // k8s.io/api/core/v1
f("type", 452, N, 1, 0, true),
f("observedGeneration", 78, E, 7, 0, false),
f("status", 214, N, 2, 0, true),
f("lastProbeTime", 202, E, 3, 0, false),
f("lastTransitionTime", 202, E, 4, 0, false),
f("reason", 3, E, 5, 0, false),
f("message", 3, E, 6, 0, false),
];
static F487: [FieldDef; 3] = [ // k8s.io/api/core/v1
g("nameservers", 15, E, 1, 0, false, None, A, &[], ""),
g("searches", 15, E, 2, 0, false, None, A, &[], ""),
g("options", 734, E, 3, 0, false, None, A, &[], ""),
];
static F488: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 0, false),
f("value", 62, E, 2, 0, false),
];
static F489: [FieldDef; 8] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("stdin", 10, E, 1, 0, false),
f("stdout", 10, E, 2, 0, false),
f("stderr", 10, E, 3, 0, false),
f("tty", 10, E, 4, 0, false),
f("container", 3, E, 5, 0, false),
g("command", 15, N, 6, 0, true, None, A, &[], ""),
];
static F490: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("requestMappings", 736, N, 1, 0, true, None, A, &[], ""),
f("resourceClaimName", 3, N, 2, 0, true),
];
static F491: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("ip", 3, N, 1, 0, true),
];
static F492: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 738, N, 2, 0, true),
];
static F493: [FieldDef; 12] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("container", 3, E, 1, 0, false),
f("follow", 10, E, 2, 0, false),
f("previous", 10, E, 3, 0, false),
f("sinceSeconds", 284, E, 4, 0, false),
f("sinceTime", 384, E, 5, 0, false),
f("timestamps", 10, E, 6, 0, false),
f("tailLines", 284, E, 7, 0, false),
f("limitBytes", 284, E, 8, 0, false),
f("insecureSkipTLSVerifyBackend", 10, E, 9, 0, false),
f("stream", 62, E, 10, 0, false),
];
static F494: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("name", 739, N, 1, 0, true),
];
static F495: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
g("ports", 451, E, 1, 0, false, None, A, &[], ""),
];
static F496: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("path", 3, E, 1, 0, false),
];
static F497: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("conditionType", 452, N, 1, 0, true),
];
static F498: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("resourceClaimName", 62, E, 3, 0, false),
f("resourceClaimTemplateName", 62, E, 4, 0, false),
];
static F499: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("resourceClaimName", 62, E, 2, 0, false),
];
static F500: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
];
static F501: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("podGroupName", 62, E, 1, 0, false),
];
static F502: [FieldDef; 13] = [ // k8s.io/api/core/v1
f("seLinuxOptions", 740, E, 1, 0, false),
f("windowsOptions", 741, E, 8, 0, false),
f("runAsUser", 284, E, 2, 0, false),
f("runAsGroup", 284, E, 6, 0, false),
f("runAsNonRoot", 9, E, 3, 0, false),
g("supplementalGroups", 622, E, 4, 0, false, None, A, &[], ""),
g("supplementalGroupsPolicy", 742, E, 12, 0, false, None, U, &L49, ""),
f("fsGroup", 284, E, 5, 0, false),
g("sysctls", 744, E, 7, 0, false, None, A, &[], ""),
g("fsGroupChangePolicy", 745, E, 9, 0, false, None, U, &L50, ""),
f("seccompProfile", 746, E, 10, 0, false),
f("appArmorProfile", 747, E, 11, 0, false),
f("seLinuxChangePolicy", 748, E, 13, 0, false),
];
static F503: [FieldDef; 43] = [ // k8s.io/api/core/v1
g("volumes", 750, E, 1, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
g("initContainers", 752, E, 20, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("containers", 752, N, 2, 0, true, m(true, false, false, "name"), k(&L2), &[], ""),
g("ephemeralContainers", 754, E, 34, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("restartPolicy", 755, E, 3, 0, false, None, U, &L51, ""),
f("terminationGracePeriodSeconds", 284, E, 4, 0, false),
f("activeDeadlineSeconds", 284, E, 5, 0, false),
g("dnsPolicy", 756, E, 6, 0, false, None, U, &L52, ""),
g("nodeSelector", 14, E, 7, 0, false, None, A, &[], ""),
f("serviceAccountName", 3, E, 8, 0, false),
f("serviceAccount", 3, E, 9, 0, false),
f("automountServiceAccountToken", 9, E, 21, 0, false),
f("nodeName", 3, E, 10, 0, false),
f("hostNetwork", 10, E, 11, 0, false),
f("hostPID", 10, E, 12, 0, false),
f("hostIPC", 10, E, 13, 0, false),
f("shareProcessNamespace", 9, E, 27, 0, false),
f("securityContext", 757, E, 14, 0, false),
g("imagePullSecrets", 759, E, 15, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
f("hostname", 3, E, 16, 0, false),
f("subdomain", 3, E, 17, 0, false),
f("affinity", 760, E, 18, 0, false),
f("schedulerName", 3, E, 19, 0, false),
g("tolerations", 762, E, 22, 0, false, None, A, &[], ""),
g("hostAliases", 764, E, 23, 0, false, m(true, false, false, "ip"), k(&L53), &[], ""),
f("priorityClassName", 3, E, 24, 0, false),
f("priority", 49, E, 25, 0, false),
f("dnsConfig", 765, E, 26, 0, false),
g("readinessGates", 767, E, 28, 0, false, None, A, &[], ""),
f("runtimeClassName", 62, E, 29, 0, false),
f("enableServiceLinks", 9, E, 30, 0, false),
g("preemptionPolicy", 768, E, 31, 0, false, None, U, &L54, ""),
f("overhead", 569, E, 32, 0, false),
g("topologySpreadConstraints", 770, E, 33, 0, false, m(true, false, false, "topologyKey"), k(&L55), &[], ""),
f("setHostnameAsFQDN", 9, E, 35, 0, false),
f("os", 771, E, 36, 0, false),
f("hostUsers", 9, E, 37, 0, false),
g("schedulingGates", 773, E, 38, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("resourceClaims", 775, E, 39, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
f("resources", 570, E, 40, 0, false),
f("hostnameOverride", 62, E, 41, 0, false),
f("schedulingGroup", 776, E, 43, 0, false),
g("evictionResponders", 778, E, 44, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F504: [FieldDef; 22] = [ // k8s.io/api/core/v1
f("observedGeneration", 78, E, 17, 0, false),
g("phase", 779, E, 1, 0, false, None, U, &L56, ""),
g("conditions", 781, E, 2, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("message", 3, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("nominatedNodeName", 3, E, 11, 0, false),
f("hostIP", 3, E, 5, 0, false),
g("hostIPs", 783, E, 16, 0, false, m(true, false, false, "ip"), A, &[], ""),
f("podIP", 3, E, 6, 0, false),
g("podIPs", 785, E, 12, 0, false, m(true, false, false, "ip"), k(&L53), &[], ""),
f("startTime", 384, E, 7, 0, false),
g("initContainerStatuses", 787, E, 10, 0, false, None, A, &[], ""),
g("containerStatuses", 787, E, 8, 0, false, None, A, &[], ""),
g("qosClass", 788, E, 9, 0, false, None, U, &L57, ""),
g("ephemeralContainerStatuses", 787, E, 13, 0, false, None, A, &[], ""),
f("resize", 789, E, 14, 0, false),
g("resourceClaimStatuses", 791, E, 15, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
f("extendedResourceClaimStatus", 792, E, 18, 0, false),
f("allocatedResources", 569, E, 19, 0, false),
f("resources", 570, E, 20, 0, false),
g("nodeAllocatableResourceClaimStatuses", 794, E, 21, 0, false, m(true, false, false, "resourceClaimName"), k(&L58), &[], ""),
g("volumeHealth", 796, E, 22, 0, false, None, k(&L2), &[], ""),
];
static F505: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("template", 217, E, 2, 0, false),
];
static F506: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 798, N, 2, 0, true),
];
static F507: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("metadata", 26, E, 1, 0, false),
f("spec", 727, E, 2, 0, false),
];
static F508: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
g("healthConditions", 800, E, 2, 0, false, m(true, false, false, "status"), k(&L59), &[], ""),
f("lastTransitionTime", 202, E, 3, 0, false),
];
static F509: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("port", 219, N, 1, 0, true),
g("protocol", 559, N, 2, 0, true, None, U, &L34, ""),
f("error", 62, E, 3, 0, false),
];
static F510: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("volumeID", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("readOnly", 10, E, 3, 0, false),
];
static F511: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("weight", 219, N, 1, 0, true),
f("preference", 657, N, 2, 0, true),
];
static F512: [FieldDef; 10] = [ // k8s.io/api/core/v1
f("exec", 612, E, 1, 1, false),
f("httpGet", 613, E, 2, 1, false),
f("tcpSocket", 614, E, 3, 1, false),
f("grpc", 801, E, 4, 1, false),
f("initialDelaySeconds", 219, E, 2, 0, false),
f("timeoutSeconds", 219, E, 3, 0, false),
f("periodSeconds", 219, E, 4, 0, false),
f("successThreshold", 219, E, 5, 0, false),
f("failureThreshold", 219, E, 6, 0, false),
f("terminationGracePeriodSeconds", 284, E, 7, 0, false),
];
static I512: [InlineDef; 1] = [i("ProbeHandler", 1, 0)];
static F513: [FieldDef; 3] = [ // k8s.io/api/core/v1
g("sources", 803, N, 1, 0, false, None, A, &[], ""),
f("defaultMode", 49, E, 2, 0, false),
f("defaultUser", 284, E, 3, 0, false),
];
static F514: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("registry", 3, N, 1, 0, true),
f("volume", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
f("user", 3, E, 4, 0, false),
f("group", 3, E, 5, 0, false),
f("tenant", 3, E, 6, 0, false),
];
static F515: [FieldDef; 8] = [ // k8s.io/api/core/v1
g("monitors", 15, N, 1, 0, true, None, A, &[], ""),
f("image", 3, N, 2, 0, true),
f("fsType", 3, E, 3, 0, false),
g("pool", 3, E, 4, 0, false, None, U, &[], "\"rbd\""),
g("user", 3, E, 5, 0, false, None, U, &[], "\"admin\""),
g("keyring", 3, E, 6, 0, false, None, U, &[], "\"/etc/ceph/keyring\""),
f("secretRef", 524, E, 7, 0, false),
f("readOnly", 10, E, 8, 0, false),
];
static F516: [FieldDef; 8] = [ // k8s.io/api/core/v1
g("monitors", 15, N, 1, 0, true, None, A, &[], ""),
f("image", 3, N, 2, 0, true),
f("fsType", 3, E, 3, 0, false),
g("pool", 3, E, 4, 0, false, None, U, &[], "\"rbd\""),
g("user", 3, E, 5, 0, false, None, U, &[], "\"admin\""),
g("keyring", 3, E, 6, 0, false, None, U, &[], "\"/etc/ceph/keyring\""),
f("secretRef", 525, E, 7, 0, false),
f("readOnly", 10, E, 8, 0, false),
];
static F517: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("range", 3, N, 2, 0, true),
f("data", 12, N, 3, 0, true),
];
static F518: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 804, E, 2, 0, false),
f("status", 805, E, 3, 0, false),
];
static F519: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("type", 806, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F520: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 808, N, 2, 0, true),
];
static F521: [FieldDef; 4] = [ // k8s.io/api/core/v1
g("replicas", 49, E, 1, 0, false, None, U, &[], "1"),
f("minReadySeconds", 219, E, 4, 0, false),
g("selector", 14, E, 2, 0, false, None, A, &[], ""),
f("template", 809, E, 3, 0, false),
];
static F522: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("replicas", 219, N, 1, 0, true),
f("fullyLabeledReplicas", 219, E, 2, 0, false),
f("readyReplicas", 219, E, 4, 0, false),
f("availableReplicas", 219, E, 5, 0, false),
f("observedGeneration", 78, E, 3, 0, false),
g("conditions", 811, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F523: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("request", 3, E, 2, 0, false),
];
static F524: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("containerName", 3, E, 1, 0, false),
f("resource", 3, N, 2, 0, true),
f("divisor", 568, E, 3, 0, false),
];
static F525: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("resourceID", 812, N, 1, 0, true),
f("health", 813, E, 2, 0, false),
f("message", 62, E, 6, 0, false),
];
static F526: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 814, E, 2, 0, false),
f("status", 815, E, 3, 0, false),
];
static F527: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 817, N, 2, 0, true),
];
static F528: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("hard", 569, E, 1, 0, false),
g("scopes", 819, E, 2, 0, false, None, A, &L60, ""),
f("scopeSelector", 820, E, 3, 0, false),
];
static F529: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("hard", 569, E, 1, 0, false),
f("used", 569, E, 2, 0, false),
];
static F530: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("limits", 569, E, 1, 0, false),
f("requests", 569, E, 2, 0, false),
g("claims", 822, E, 3, 0, false, None, k(&L2), &[], ""),
];
static F531: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 387, N, 1, 0, true),
g("resources", 824, E, 2, 0, false, None, k(&L61), &[], ""),
];
static F532: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("user", 3, E, 1, 0, false),
f("role", 3, E, 2, 0, false),
f("type", 3, E, 3, 0, false),
f("level", 3, E, 4, 0, false),
];
static F533: [FieldDef; 10] = [ // k8s.io/api/core/v1
f("gateway", 3, N, 1, 0, true),
f("system", 3, N, 2, 0, true),
f("secretRef", 524, N, 3, 0, true),
f("sslEnabled", 10, E, 4, 0, false),
f("protectionDomain", 3, E, 5, 0, false),
f("storagePool", 3, E, 6, 0, false),
g("storageMode", 3, E, 7, 0, false, None, U, &[], "\"ThinProvisioned\""),
f("volumeName", 3, E, 8, 0, false),
g("fsType", 3, E, 9, 0, false, None, U, &[], "\"xfs\""),
f("readOnly", 10, E, 10, 0, false),
];
static F534: [FieldDef; 10] = [ // k8s.io/api/core/v1
f("gateway", 3, N, 1, 0, true),
f("system", 3, N, 2, 0, true),
f("secretRef", 525, N, 3, 0, true),
f("sslEnabled", 10, E, 4, 0, false),
f("protectionDomain", 3, E, 5, 0, false),
f("storagePool", 3, E, 6, 0, false),
g("storageMode", 3, E, 7, 0, false, None, U, &[], "\"ThinProvisioned\""),
f("volumeName", 3, E, 8, 0, false),
g("fsType", 3, E, 9, 0, false, None, U, &[], "\"xfs\""),
f("readOnly", 10, E, 10, 0, false),
];
static F535: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("matchExpressions", 826, E, 1, 0, false, None, A, &[], ""),
];
static F536: [FieldDef; 3] = [ // k8s.io/api/core/v1
g("scopeName", 818, N, 1, 0, true, None, U, &L60, ""),
g("operator", 827, N, 2, 0, true, None, U, &L62, ""),
g("values", 15, E, 3, 0, false, None, A, &[], ""),
];
static F537: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("type", 828, N, 1, 0, true, None, U, &L26, ""),
f("localhostProfile", 62, E, 2, 0, false),
];
static F538: [FieldDef; 7] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("immutable", 9, E, 5, 0, false),
f("data", 533, E, 2, 0, false),
f("stringData", 14, E, 4, 0, false),
f("type", 829, E, 3, 0, false),
];
static F539: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 1, false),
f("optional", 9, E, 2, 0, false),
];
static I539: [InlineDef; 1] = [i("LocalObjectReference", 1, 0)];
static F540: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 1, false),
f("key", 3, N, 2, 0, true),
f("optional", 9, E, 3, 0, false),
];
static I540: [InlineDef; 1] = [i("LocalObjectReference", 1, 0)];
static F541: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 831, N, 2, 0, true),
];
static F542: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 1, false),
g("items", 537, E, 2, 0, false, None, A, &[], ""),
f("optional", 9, E, 4, 0, false),
];
static I542: [InlineDef; 1] = [i("LocalObjectReference", 1, 0)];
static F543: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 0, false),
f("namespace", 3, E, 2, 0, false),
];
static F544: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("secretName", 3, E, 1, 0, false),
g("items", 537, E, 2, 0, false, None, A, &[], ""),
f("defaultMode", 49, E, 3, 0, false),
f("optional", 9, E, 4, 0, false),
f("defaultUser", 284, E, 5, 0, false),
];
static F545: [FieldDef; 12] = [ // k8s.io/api/core/v1
f("capabilities", 832, E, 1, 0, false),
f("privileged", 9, E, 2, 0, false),
f("seLinuxOptions", 740, E, 3, 0, false),
f("windowsOptions", 741, E, 10, 0, false),
f("runAsUser", 284, E, 4, 0, false),
f("runAsGroup", 284, E, 8, 0, false),
f("runAsNonRoot", 9, E, 5, 0, false),
f("readOnlyRootFilesystem", 9, E, 6, 0, false),
f("allowPrivilegeEscalation", 9, E, 7, 0, false),
g("procMount", 833, E, 9, 0, false, None, U, &L63, ""),
f("seccompProfile", 746, E, 11, 0, false),
f("appArmorProfile", 747, E, 12, 0, false),
];
static F546: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("reference", 428, E, 1, 0, false),
];
static F547: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 834, E, 2, 0, false),
f("status", 835, E, 3, 0, false),
];
static F548: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("secrets", 429, E, 2, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("imagePullSecrets", 759, E, 3, 0, false, None, A, &[], ""),
f("automountServiceAccountToken", 9, E, 4, 0, false),
];
static F549: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 837, N, 2, 0, true),
];
static F550: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("audience", 3, E, 1, 0, false),
f("expirationSeconds", 284, E, 2, 0, false),
f("path", 3, N, 3, 0, true),
f("user", 284, E, 4, 0, false),
];
static F551: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 839, N, 2, 0, true),
];
static F552: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("name", 3, E, 1, 0, false),
g("protocol", 559, E, 2, 0, false, None, U, &L34, "\"TCP\""),
f("appProtocol", 62, E, 6, 0, false),
f("port", 219, N, 3, 0, true),
f("targetPort", 605, E, 4, 0, false),
f("nodePort", 219, E, 5, 0, false),
];
static F553: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("path", 3, E, 1, 0, false),
];
static F554: [FieldDef; 20] = [ // k8s.io/api/core/v1
g("ports", 841, E, 1, 0, false, m(true, false, false, "port"), k(&L64), &[], ""),
g("selector", 14, E, 2, 0, false, None, A, &[], ""),
f("clusterIP", 3, E, 3, 0, false),
g("clusterIPs", 15, E, 18, 0, false, None, A, &[], ""),
g("type", 842, E, 4, 0, false, None, U, &L65, ""),
g("externalIPs", 15, E, 5, 0, false, None, A, &[], ""),
g("sessionAffinity", 843, E, 7, 0, false, None, U, &L66, ""),
f("loadBalancerIP", 3, E, 8, 0, false),
g("loadBalancerSourceRanges", 15, E, 9, 0, false, None, A, &[], ""),
f("externalName", 3, E, 10, 0, false),
g("externalTrafficPolicy", 844, E, 11, 0, false, None, U, &L67, ""),
f("healthCheckNodePort", 219, E, 12, 0, false),
f("publishNotReadyAddresses", 10, E, 13, 0, false),
f("sessionAffinityConfig", 845, E, 14, 0, false),
g("ipFamilies", 847, E, 19, 0, false, None, A, &L68, ""),
g("ipFamilyPolicy", 848, E, 17, 0, false, None, U, &L69, ""),
f("allocateLoadBalancerNodePorts", 9, E, 20, 0, false),
f("loadBalancerClass", 62, E, 21, 0, false),
g("internalTrafficPolicy", 849, E, 22, 0, false, None, U, &L67, ""),
f("trafficDistribution", 62, E, 23, 0, false),
];
static F555: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("loadBalancer", 850, E, 1, 0, false),
g("conditions", 81, E, 2, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F556: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("clientIP", 851, E, 1, 0, false),
];
static F557: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("seconds", 78, N, 1, 0, true),
];
static F558: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("volumeName", 3, E, 1, 0, false),
f("volumeNamespace", 3, E, 2, 0, false),
f("fsType", 3, E, 3, 0, false),
f("readOnly", 10, E, 4, 0, false),
f("secretRef", 583, E, 5, 0, false),
];
static F559: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("volumeName", 3, E, 1, 0, false),
f("volumeNamespace", 3, E, 2, 0, false),
f("fsType", 3, E, 3, 0, false),
f("readOnly", 10, E, 4, 0, false),
f("secretRef", 525, E, 5, 0, false),
];
static F560: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("value", 3, N, 2, 0, true),
];
static F561: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("port", 605, N, 1, 0, true),
f("host", 3, E, 2, 0, false),
];
static F562: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("key", 3, N, 1, 0, true),
f("value", 3, E, 2, 0, false),
g("effect", 852, N, 3, 0, true, None, U, &L70, ""),
f("timeAdded", 384, E, 4, 0, false),
];
static F563: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("key", 3, E, 1, 0, false),
g("operator", 853, E, 2, 0, false, None, U, &L71, ""),
f("value", 3, E, 3, 0, false),
g("effect", 852, E, 4, 0, false, None, U, &L70, ""),
f("tolerationSeconds", 284, E, 5, 0, false),
];
static F564: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("key", 3, N, 1, 0, true),
g("values", 15, N, 2, 0, true, None, A, &[], ""),
];
static F565: [FieldDef; 1] = [ // k8s.io/api/core/v1
g("matchLabelExpressions", 855, E, 1, 0, false, None, A, &[], ""),
];
static F566: [FieldDef; 8] = [ // k8s.io/api/core/v1
f("maxSkew", 219, N, 1, 0, true),
f("topologyKey", 3, N, 2, 0, true),
g("whenUnsatisfiable", 856, N, 3, 0, true, None, U, &L72, ""),
f("labelSelector", 22, E, 4, 0, false),
f("minDomains", 49, E, 5, 0, false),
g("nodeAffinityPolicy", 857, E, 6, 0, false, None, U, &L73, ""),
g("nodeTaintsPolicy", 857, E, 7, 0, false, None, U, &L73, ""),
g("matchLabelKeys", 15, E, 8, 0, false, None, A, &[], ""),
];
static F567: [FieldDef; 3] = [ // k8s.io/api/core/v1
f("apiGroup", 62, N, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
];
static F568: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("apiGroup", 62, N, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
f("namespace", 62, E, 4, 0, false),
];
static F569: [FieldDef; 31] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("hostPath", 704, E, 1, 1, false),
f("emptyDir", 858, E, 2, 1, false),
f("gcePersistentDisk", 702, E, 3, 1, false),
f("awsElasticBlockStore", 703, E, 4, 1, false),
f("gitRepo", 859, E, 5, 1, false),
f("secret", 860, E, 6, 1, false),
f("nfs", 706, E, 7, 1, false),
f("iscsi", 861, E, 8, 1, false),
f("glusterfs", 862, E, 9, 1, false),
f("persistentVolumeClaim", 863, E, 10, 1, false),
f("rbd", 864, E, 11, 1, false),
f("flexVolume", 865, E, 12, 1, false),
f("cinder", 866, E, 13, 1, false),
f("cephfs", 867, E, 14, 1, false),
f("flocker", 712, E, 15, 1, false),
f("downwardAPI", 868, E, 16, 1, false),
f("fc", 711, E, 17, 1, false),
f("azureFile", 869, E, 18, 1, false),
f("configMap", 870, E, 19, 1, false),
f("vsphereVolume", 715, E, 20, 1, false),
f("quobyte", 716, E, 21, 1, false),
f("azureDisk", 717, E, 22, 1, false),
f("photonPersistentDisk", 718, E, 23, 1, false),
f("projected", 871, E, 26, 1, false),
f("portworxVolume", 719, E, 24, 1, false),
f("scaleIO", 872, E, 25, 1, false),
f("storageos", 873, E, 27, 1, false),
f("csi", 874, E, 28, 1, false),
f("ephemeral", 875, E, 29, 1, false),
f("image", 876, E, 30, 1, false),
];
static I569: [InlineDef; 1] = [i("VolumeSource", 2, 0)];
static F570: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("devicePath", 3, N, 2, 0, true),
];
static F571: [FieldDef; 3] = [ // k8s.io/api/core/v1
g("status", 877, N, 1, 0, true, None, U, &L74, ""),
f("reason", 3, N, 2, 0, true),
f("message", 3, E, 3, 0, false),
];
static F572: [FieldDef; 2] = [ // k8s.io/api/core/v1
g("healthConditions", 800, E, 1, 0, false, m(true, false, false, "status"), k(&L59), &[], ""),
f("lastTransitionTime", 202, E, 2, 0, false),
];
static F573: [FieldDef; 8] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("readOnly", 10, E, 2, 0, false),
f("recursiveReadOnly", 878, E, 7, 0, false),
f("mountPath", 3, N, 3, 0, true),
f("subPath", 3, E, 4, 0, false),
g("mountPropagation", 879, E, 5, 0, false, None, U, &L75, ""),
f("subPathExpr", 3, E, 6, 0, false),
g("bindMountOptions", 15, E, 8, 0, false, None, X, &[], ""),
];
static F574: [FieldDef; 5] = [ // k8s.io/api/core/v1
f("name", 3, N, 1, 0, true),
f("mountPath", 3, N, 2, 0, true),
f("readOnly", 10, E, 3, 0, false),
f("recursiveReadOnly", 878, E, 4, 0, false),
f("volumeStatus", 880, E, 5, 0, false),
];
static F575: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("required", 643, E, 1, 0, false),
];
static F576: [FieldDef; 6] = [ // k8s.io/api/core/v1
f("secret", 881, E, 1, 0, false),
f("downwardAPI", 882, E, 2, 0, false),
f("configMap", 883, E, 3, 0, false),
f("serviceAccountToken", 884, E, 4, 0, false),
f("clusterTrustBundle", 885, E, 5, 0, false),
f("podCertificate", 886, E, 6, 0, false),
];
static F577: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("limits", 569, E, 1, 0, false),
f("requests", 569, E, 2, 0, false),
];
static F578: [FieldDef; 1] = [ // k8s.io/api/core/v1
f("image", 887, E, 1, 0, false),
];
static F579: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("volumePath", 3, N, 1, 0, true),
f("fsType", 3, E, 2, 0, false),
f("storagePolicyName", 3, E, 3, 0, false),
f("storagePolicyID", 3, E, 4, 0, false),
];
static F580: [FieldDef; 2] = [ // k8s.io/api/core/v1
f("weight", 219, N, 1, 0, true),
f("podAffinityTerm", 729, N, 2, 0, true),
];
static F581: [FieldDef; 4] = [ // k8s.io/api/core/v1
f("gmsaCredentialSpecName", 62, E, 1, 0, false),
f("gmsaCredentialSpec", 62, E, 2, 0, false),
f("runAsUserName", 62, E, 3, 0, false),
f("hostProcess", 9, E, 4, 0, false),
];
static F582: [FieldDef; 8] = [ // k8s.io/api/discovery/v1
g("addresses", 15, N, 1, 0, true, None, X, &[], ""),
f("conditions", 888, E, 2, 0, false),
f("hostname", 62, E, 3, 0, false),
f("targetRef", 583, E, 4, 0, false),
f("deprecatedTopology", 14, E, 5, 0, false),
f("nodeName", 62, E, 6, 0, false),
f("zone", 62, E, 7, 0, false),
f("hints", 889, E, 8, 0, false),
];
static F583: [FieldDef; 3] = [ // k8s.io/api/discovery/v1
f("ready", 9, E, 1, 0, false),
f("serving", 9, E, 2, 0, false),
f("terminating", 9, E, 3, 0, false),
];
static F584: [FieldDef; 2] = [ // k8s.io/api/discovery/v1
g("forZones", 891, E, 1, 0, false, None, A, &[], ""),
g("forNodes", 893, E, 2, 0, false, None, A, &[], ""),
];
static F585: [FieldDef; 4] = [ // k8s.io/api/discovery/v1
f("name", 62, E, 1, 0, false),
g("protocol", 894, E, 2, 0, false, None, U, &L34, ""),
f("port", 49, E, 3, 0, false),
f("appProtocol", 62, E, 4, 0, false),
];
static F586: [FieldDef; 6] = [ // k8s.io/api/discovery/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("addressType", 895, N, 4, 0, true, None, U, &L76, ""),
g("endpoints", 897, N, 2, 0, false, None, A, &[], ""),
g("ports", 899, N, 3, 0, false, None, A, &[], ""),
];
static F587: [FieldDef; 4] = [ // k8s.io/api/discovery/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 901, N, 2, 0, true),
];
static F588: [FieldDef; 1] = [ // k8s.io/api/discovery/v1
f("name", 3, N, 1, 0, true),
];
static F589: [FieldDef; 1] = [ // k8s.io/api/discovery/v1
f("name", 3, N, 1, 0, true),
];
static F590: [FieldDef; 7] = [ // k8s.io/api/discovery/v1beta1
g("addresses", 15, N, 1, 0, true, None, X, &[], ""),
f("conditions", 902, E, 2, 0, false),
f("hostname", 62, E, 3, 0, false),
f("targetRef", 583, E, 4, 0, false),
f("topology", 14, E, 5, 0, false),
f("nodeName", 62, E, 6, 0, false),
f("hints", 903, E, 7, 0, false),
];
static F591: [FieldDef; 3] = [ // k8s.io/api/discovery/v1beta1
f("ready", 9, E, 1, 0, false),
f("serving", 9, E, 2, 0, false),
f("terminating", 9, E, 3, 0, false),
];
static F592: [FieldDef; 2] = [ // k8s.io/api/discovery/v1beta1
g("forZones", 905, E, 1, 0, false, None, A, &[], ""),
g("forNodes", 907, E, 2, 0, false, None, A, &[], ""),
];
static F593: [FieldDef; 4] = [ // k8s.io/api/discovery/v1beta1
f("name", 62, E, 1, 0, false),
g("protocol", 894, E, 2, 0, false, None, U, &L34, ""),
f("port", 49, E, 3, 0, false),
f("appProtocol", 62, E, 4, 0, false),
];
static F594: [FieldDef; 6] = [ // k8s.io/api/discovery/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("addressType", 908, N, 4, 0, true, None, U, &L76, ""),
g("endpoints", 910, N, 2, 0, true, None, A, &[], ""),
g("ports", 912, N, 3, 0, false, None, A, &[], ""),
];
static F595: [FieldDef; 4] = [ // k8s.io/api/discovery/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 914, N, 2, 0, true),
];
static F596: [FieldDef; 1] = [ // k8s.io/api/discovery/v1beta1
f("name", 3, N, 1, 0, true),
];
static F597: [FieldDef; 1] = [ // k8s.io/api/discovery/v1beta1
f("name", 3, N, 1, 0, true),
];
static F598: [FieldDef; 17] = [ // k8s.io/api/events/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, N, 1, 0, false),
f("eventTime", 600, N, 2, 0, true),
f("series", 915, E, 3, 0, false),
f("reportingController", 3, E, 4, 0, false),
f("reportingInstance", 3, E, 5, 0, false),
f("action", 3, E, 6, 0, false),
f("reason", 3, E, 7, 0, false),
f("regarding", 428, E, 8, 0, false),
f("related", 583, E, 9, 0, false),
f("note", 3, E, 10, 0, false),
f("type", 3, E, 11, 0, false),
f("deprecatedSource", 599, E, 12, 0, false),
f("deprecatedFirstTimestamp", 202, E, 13, 0, false),
f("deprecatedLastTimestamp", 202, E, 14, 0, false),
f("deprecatedCount", 219, E, 15, 0, false),
];
static F599: [FieldDef; 4] = [ // k8s.io/api/events/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 917, N, 2, 0, true),
];
static F600: [FieldDef; 2] = [ // k8s.io/api/events/v1
f("count", 219, N, 1, 0, true),
f("lastObservedTime", 600, N, 2, 0, true),
];
static F601: [FieldDef; 17] = [ // k8s.io/api/events/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, N, 1, 0, false),
f("eventTime", 600, N, 2, 0, true),
f("series", 918, E, 3, 0, false),
f("reportingController", 3, E, 4, 0, false),
f("reportingInstance", 3, E, 5, 0, false),
f("action", 3, E, 6, 0, false),
f("reason", 3, E, 7, 0, false),
f("regarding", 428, E, 8, 0, false),
f("related", 583, E, 9, 0, false),
f("note", 3, E, 10, 0, false),
f("type", 3, E, 11, 0, false),
f("deprecatedSource", 599, E, 12, 0, false),
f("deprecatedFirstTimestamp", 202, E, 13, 0, false),
f("deprecatedLastTimestamp", 202, E, 14, 0, false),
f("deprecatedCount", 219, E, 15, 0, false),
];
static F602: [FieldDef; 4] = [ // k8s.io/api/events/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 920, N, 2, 0, true),
];
static F603: [FieldDef; 2] = [ // k8s.io/api/events/v1beta1
f("count", 219, N, 1, 0, true),
f("lastObservedTime", 600, N, 2, 0, true),
];
static F604: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 921, E, 2, 0, false),
f("status", 922, E, 3, 0, false),
];
static F605: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("type", 923, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F606: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 925, N, 2, 0, true),
];
static F607: [FieldDef; 6] = [ // k8s.io/api/extensions/v1beta1
f("selector", 22, E, 1, 0, false),
f("template", 217, N, 2, 0, true),
f("updateStrategy", 926, E, 3, 0, false),
f("minReadySeconds", 219, E, 4, 0, false),
f("templateGeneration", 78, E, 5, 0, false),
f("revisionHistoryLimit", 49, E, 6, 0, false),
];
static F608: [FieldDef; 10] = [ // k8s.io/api/extensions/v1beta1
f("currentNumberScheduled", 219, N, 1, 0, true),
f("numberMisscheduled", 219, N, 2, 0, true),
f("desiredNumberScheduled", 219, N, 3, 0, true),
f("numberReady", 219, N, 4, 0, true),
f("observedGeneration", 78, E, 5, 0, false),
f("updatedNumberScheduled", 219, E, 6, 0, false),
f("numberAvailable", 219, E, 7, 0, false),
f("numberUnavailable", 219, E, 8, 0, false),
f("collisionCount", 49, E, 9, 0, false),
g("conditions", 928, E, 10, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F609: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
f("type", 929, E, 1, 0, false),
f("rollingUpdate", 930, E, 2, 0, false),
];
static F610: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 931, E, 2, 0, false),
f("status", 932, E, 3, 0, false),
];
static F611: [FieldDef; 6] = [ // k8s.io/api/extensions/v1beta1
f("type", 262, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastUpdateTime", 202, E, 6, 0, false),
f("lastTransitionTime", 202, E, 7, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F612: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 934, N, 2, 0, true),
];
static F613: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("name", 3, N, 1, 0, true),
f("updatedAnnotations", 14, E, 2, 0, false),
f("rollbackTo", 935, N, 3, 0, true),
];
static F614: [FieldDef; 9] = [ // k8s.io/api/extensions/v1beta1
f("replicas", 49, E, 1, 0, false),
f("selector", 22, E, 2, 0, false),
f("template", 217, N, 3, 0, true),
g("strategy", 936, E, 4, 0, false, m(false, false, true, ""), U, &[], ""),
f("minReadySeconds", 219, E, 5, 0, false),
f("revisionHistoryLimit", 49, E, 6, 0, false),
f("paused", 10, E, 7, 0, false),
f("rollbackTo", 937, E, 8, 0, false),
f("progressDeadlineSeconds", 49, E, 9, 0, false),
];
static F615: [FieldDef; 9] = [ // k8s.io/api/extensions/v1beta1
f("observedGeneration", 78, E, 1, 0, false),
f("replicas", 219, E, 2, 0, false),
f("updatedReplicas", 219, E, 3, 0, false),
f("readyReplicas", 219, E, 7, 0, false),
f("availableReplicas", 219, E, 4, 0, false),
f("unavailableReplicas", 219, E, 5, 0, false),
f("terminatingReplicas", 49, E, 9, 0, false),
g("conditions", 939, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("collisionCount", 49, E, 8, 0, false),
];
static F616: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
f("type", 270, E, 1, 0, false),
f("rollingUpdate", 940, E, 2, 0, false),
];
static F617: [FieldDef; 3] = [ // k8s.io/api/extensions/v1beta1
f("path", 3, E, 1, 0, false),
f("pathType", 941, E, 3, 0, false),
f("backend", 942, N, 2, 0, true),
];
static F618: [FieldDef; 1] = [ // k8s.io/api/extensions/v1beta1
g("paths", 944, N, 1, 0, true, None, A, &[], ""),
];
static F619: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
f("cidr", 3, N, 1, 0, true),
g("except", 15, E, 2, 0, false, None, A, &[], ""),
];
static F620: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 945, E, 2, 0, false),
f("status", 946, E, 3, 0, false),
];
static F621: [FieldDef; 3] = [ // k8s.io/api/extensions/v1beta1
f("serviceName", 3, E, 1, 0, false),
f("servicePort", 605, E, 2, 0, false),
f("resource", 691, E, 3, 0, false),
];
static F622: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 948, N, 2, 0, true),
];
static F623: [FieldDef; 3] = [ // k8s.io/api/extensions/v1beta1
f("ip", 3, E, 1, 0, false),
f("hostname", 3, E, 2, 0, false),
g("ports", 950, E, 4, 0, false, None, A, &[], ""),
];
static F624: [FieldDef; 1] = [ // k8s.io/api/extensions/v1beta1
g("ingress", 952, E, 1, 0, false, None, A, &[], ""),
];
static F625: [FieldDef; 3] = [ // k8s.io/api/extensions/v1beta1
f("port", 219, N, 1, 0, true),
g("protocol", 559, N, 2, 0, true, None, U, &L34, ""),
f("error", 62, E, 3, 0, false),
];
static F626: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
f("host", 3, E, 1, 0, false),
f("http", 953, E, 1, 1, false),
];
static I626: [InlineDef; 1] = [i("IngressRuleValue", 2, 0)];
static F627: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("ingressClassName", 62, E, 4, 0, false),
f("backend", 954, E, 1, 0, false),
g("tls", 956, E, 2, 0, false, None, A, &[], ""),
g("rules", 958, E, 3, 0, false, None, A, &[], ""),
];
static F628: [FieldDef; 1] = [ // k8s.io/api/extensions/v1beta1
f("loadBalancer", 959, E, 1, 0, false),
];
static F629: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
g("hosts", 15, E, 1, 0, false, None, A, &[], ""),
f("secretName", 3, E, 2, 0, false),
];
static F630: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 960, E, 2, 0, false),
];
static F631: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
g("ports", 962, E, 1, 0, false, None, A, &[], ""),
g("to", 964, E, 2, 0, false, None, A, &[], ""),
];
static F632: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
g("ports", 962, E, 1, 0, false, None, A, &[], ""),
g("from", 964, E, 2, 0, false, None, A, &[], ""),
];
static F633: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 966, N, 2, 0, true),
];
static F634: [FieldDef; 3] = [ // k8s.io/api/extensions/v1beta1
f("podSelector", 22, E, 1, 0, false),
f("namespaceSelector", 22, E, 2, 0, false),
f("ipBlock", 967, E, 3, 0, false),
];
static F635: [FieldDef; 3] = [ // k8s.io/api/extensions/v1beta1
g("protocol", 894, E, 1, 0, false, None, U, &L34, ""),
f("port", 241, E, 2, 0, false),
f("endPort", 49, E, 3, 0, false),
];
static F636: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("podSelector", 968, N, 1, 0, true),
g("ingress", 970, E, 2, 0, false, None, A, &[], ""),
g("egress", 972, E, 3, 0, false, None, A, &[], ""),
g("policyTypes", 974, E, 4, 0, false, None, A, &[], ""),
];
static F637: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 975, E, 2, 0, false),
f("status", 976, E, 3, 0, false),
];
static F638: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("type", 977, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F639: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 979, N, 2, 0, true),
];
static F640: [FieldDef; 4] = [ // k8s.io/api/extensions/v1beta1
f("replicas", 49, E, 1, 0, false),
f("minReadySeconds", 219, E, 4, 0, false),
f("selector", 22, E, 2, 0, false),
f("template", 217, E, 3, 0, false),
];
static F641: [FieldDef; 7] = [ // k8s.io/api/extensions/v1beta1
f("replicas", 219, N, 1, 0, true),
f("fullyLabeledReplicas", 219, E, 2, 0, false),
f("readyReplicas", 219, E, 4, 0, false),
f("availableReplicas", 219, E, 5, 0, false),
f("terminatingReplicas", 49, E, 7, 0, false),
f("observedGeneration", 78, E, 3, 0, false),
g("conditions", 981, E, 6, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F642: [FieldDef; 1] = [ // k8s.io/api/extensions/v1beta1
f("revision", 78, E, 1, 0, false),
];
static F643: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
f("maxUnavailable", 241, E, 1, 0, false),
f("maxSurge", 241, E, 2, 0, false),
];
static F644: [FieldDef; 2] = [ // k8s.io/api/extensions/v1beta1
f("maxUnavailable", 241, E, 1, 0, false),
f("maxSurge", 241, E, 2, 0, false),
];
static F645: [FieldDef; 5] = [ // k8s.io/api/extensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 982, E, 2, 0, false),
f("status", 983, E, 3, 0, false),
];
static F646: [FieldDef; 1] = [ // k8s.io/api/extensions/v1beta1
f("replicas", 219, E, 1, 0, false),
];
static F647: [FieldDef; 3] = [ // k8s.io/api/extensions/v1beta1
f("replicas", 219, N, 1, 0, true),
g("selector", 14, E, 2, 0, false, None, A, &[], ""),
f("targetSelector", 3, E, 3, 0, false),
];
static F648: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1
f("nominalConcurrencyShares", 49, E, 1, 0, false),
f("lendablePercent", 49, E, 2, 0, false),
];
static F649: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1
f("type", 984, N, 1, 0, true),
];
static F650: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 985, E, 2, 0, true),
f("status", 986, E, 3, 0, false),
];
static F651: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1
f("type", 987, E, 1, 0, true),
f("status", 214, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F652: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 989, N, 2, 0, true),
];
static F653: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1
f("priorityLevelConfiguration", 990, N, 1, 0, true),
f("matchingPrecedence", 219, N, 2, 0, false),
f("distinguisherMethod", 991, E, 3, 0, false),
g("rules", 993, E, 4, 0, false, None, A, &[], ""),
];
static F654: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1
g("conditions", 995, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F655: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1
f("name", 3, N, 1, 0, true),
];
static F656: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1
f("type", 996, N, 1, 0, true),
f("queuing", 997, E, 2, 0, false),
];
static F657: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1
f("nominalConcurrencyShares", 49, N, 1, 0, false),
f("limitResponse", 998, E, 2, 0, true),
f("lendablePercent", 49, E, 3, 0, false),
f("borrowingLimitPercent", 49, E, 4, 0, false),
];
static F658: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("nonResourceURLs", 15, N, 6, 0, true, None, X, &[], ""),
];
static F659: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1
g("subjects", 1000, N, 1, 0, true, None, A, &[], ""),
g("resourceRules", 1002, E, 2, 0, false, None, A, &[], ""),
g("nonResourceRules", 1004, E, 3, 0, false, None, A, &[], ""),
];
static F660: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1005, E, 2, 0, true),
f("status", 1006, E, 3, 0, false),
];
static F661: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1
f("type", 1007, E, 1, 0, true),
f("status", 214, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F662: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1009, N, 2, 0, true),
];
static F663: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1
f("name", 3, N, 1, 0, true),
];
static F664: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1
f("type", 1010, N, 1, 0, true),
f("limited", 1011, E, 2, 0, false),
f("exempt", 1012, E, 3, 0, false),
];
static F665: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1
g("conditions", 1014, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F666: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1
f("queues", 219, N, 1, 0, false),
f("handSize", 219, N, 2, 0, false),
f("queueLengthLimit", 219, N, 3, 0, false),
];
static F667: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("apiGroups", 15, N, 2, 0, true, None, X, &[], ""),
g("resources", 15, N, 3, 0, true, None, X, &[], ""),
f("clusterScope", 10, E, 4, 0, false),
g("namespaces", 15, N, 5, 0, false, None, X, &[], ""),
];
static F668: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
];
static F669: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1
f("kind", 1015, N, 1, 0, true),
f("user", 1016, E, 2, 0, false),
f("group", 1017, E, 3, 0, false),
f("serviceAccount", 1018, E, 4, 0, false),
];
static F670: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1
f("name", 3, N, 1, 0, true),
];
static F671: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta1
f("nominalConcurrencyShares", 49, E, 1, 0, false),
f("lendablePercent", 49, E, 2, 0, false),
];
static F672: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta1
f("type", 1019, N, 1, 0, true),
];
static F673: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1020, E, 2, 0, true),
f("status", 1021, E, 3, 0, false),
];
static F674: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta1
f("type", 1022, E, 1, 0, true),
f("status", 1023, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F675: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1025, N, 2, 0, true),
];
static F676: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta1
f("priorityLevelConfiguration", 1026, N, 1, 0, true),
f("matchingPrecedence", 219, N, 2, 0, false),
f("distinguisherMethod", 1027, E, 3, 0, false),
g("rules", 1029, E, 4, 0, false, None, A, &[], ""),
];
static F677: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta1
g("conditions", 1031, E, 1, 0, false, None, k(&L9), &[], ""),
];
static F678: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta1
f("name", 3, N, 1, 0, true),
];
static F679: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta1
f("type", 1032, N, 1, 0, true),
f("queuing", 1033, E, 2, 0, false),
];
static F680: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta1
f("assuredConcurrencyShares", 219, N, 1, 0, false),
f("limitResponse", 1034, E, 2, 0, true),
f("lendablePercent", 49, E, 3, 0, false),
f("borrowingLimitPercent", 49, E, 4, 0, false),
];
static F681: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta1
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("nonResourceURLs", 15, N, 6, 0, true, None, X, &[], ""),
];
static F682: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta1
g("subjects", 1036, N, 1, 0, true, None, A, &[], ""),
g("resourceRules", 1038, E, 2, 0, false, None, A, &[], ""),
g("nonResourceRules", 1040, E, 3, 0, false, None, A, &[], ""),
];
static F683: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1041, E, 2, 0, true),
f("status", 1042, E, 3, 0, false),
];
static F684: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta1
f("type", 1043, E, 1, 0, true),
f("status", 1023, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F685: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1045, N, 2, 0, true),
];
static F686: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta1
f("name", 3, N, 1, 0, true),
];
static F687: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta1
f("type", 1046, N, 1, 0, true),
f("limited", 1047, E, 2, 0, false),
f("exempt", 1048, E, 3, 0, false),
];
static F688: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta1
g("conditions", 1050, E, 1, 0, false, None, k(&L9), &[], ""),
];
static F689: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta1
f("queues", 219, N, 1, 0, false),
f("handSize", 219, N, 2, 0, false),
f("queueLengthLimit", 219, N, 3, 0, false),
];
static F690: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta1
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("apiGroups", 15, N, 2, 0, true, None, X, &[], ""),
g("resources", 15, N, 3, 0, true, None, X, &[], ""),
f("clusterScope", 10, E, 4, 0, false),
g("namespaces", 15, N, 5, 0, false, None, X, &[], ""),
];
static F691: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta1
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
];
static F692: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta1
f("kind", 1051, N, 1, 0, true),
f("user", 1052, E, 2, 0, false),
f("group", 1053, E, 3, 0, false),
f("serviceAccount", 1054, E, 4, 0, false),
];
static F693: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta1
f("name", 3, N, 1, 0, true),
];
static F694: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta2
f("nominalConcurrencyShares", 49, E, 1, 0, false),
f("lendablePercent", 49, E, 2, 0, false),
];
static F695: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta2
f("type", 1055, N, 1, 0, true),
];
static F696: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1056, E, 2, 0, true),
f("status", 1057, E, 3, 0, false),
];
static F697: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta2
f("type", 1058, E, 1, 0, true),
f("status", 1059, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F698: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1061, N, 2, 0, true),
];
static F699: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta2
f("priorityLevelConfiguration", 1062, N, 1, 0, true),
f("matchingPrecedence", 219, N, 2, 0, false),
f("distinguisherMethod", 1063, E, 3, 0, false),
g("rules", 1065, E, 4, 0, false, None, A, &[], ""),
];
static F700: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta2
g("conditions", 1067, E, 1, 0, false, None, k(&L9), &[], ""),
];
static F701: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta2
f("name", 3, N, 1, 0, true),
];
static F702: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta2
f("type", 1068, N, 1, 0, true),
f("queuing", 1069, E, 2, 0, false),
];
static F703: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta2
f("assuredConcurrencyShares", 219, N, 1, 0, false),
f("limitResponse", 1070, E, 2, 0, true),
f("lendablePercent", 49, E, 3, 0, false),
f("borrowingLimitPercent", 49, E, 4, 0, false),
];
static F704: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta2
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("nonResourceURLs", 15, N, 6, 0, true, None, X, &[], ""),
];
static F705: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta2
g("subjects", 1072, N, 1, 0, true, None, A, &[], ""),
g("resourceRules", 1074, E, 2, 0, false, None, A, &[], ""),
g("nonResourceRules", 1076, E, 3, 0, false, None, A, &[], ""),
];
static F706: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1077, E, 2, 0, true),
f("status", 1078, E, 3, 0, false),
];
static F707: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta2
f("type", 1079, E, 1, 0, true),
f("status", 1059, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F708: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1081, N, 2, 0, true),
];
static F709: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta2
f("name", 3, N, 1, 0, true),
];
static F710: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta2
f("type", 1082, N, 1, 0, true),
f("limited", 1083, E, 2, 0, false),
f("exempt", 1084, E, 3, 0, false),
];
static F711: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta2
g("conditions", 1086, E, 1, 0, false, None, k(&L9), &[], ""),
];
static F712: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta2
f("queues", 219, N, 1, 0, false),
f("handSize", 219, N, 2, 0, false),
f("queueLengthLimit", 219, N, 3, 0, false),
];
static F713: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta2
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("apiGroups", 15, N, 2, 0, true, None, X, &[], ""),
g("resources", 15, N, 3, 0, true, None, X, &[], ""),
f("clusterScope", 10, E, 4, 0, false),
g("namespaces", 15, N, 5, 0, false, None, X, &[], ""),
];
static F714: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta2
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
];
static F715: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta2
f("kind", 1087, N, 1, 0, true),
f("user", 1088, E, 2, 0, false),
f("group", 1089, E, 3, 0, false),
f("serviceAccount", 1090, E, 4, 0, false),
];
static F716: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta2
f("name", 3, N, 1, 0, true),
];
static F717: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta3
f("nominalConcurrencyShares", 49, E, 1, 0, false),
f("lendablePercent", 49, E, 2, 0, false),
];
static F718: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta3
f("type", 1091, N, 1, 0, true),
];
static F719: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1092, E, 2, 0, true),
f("status", 1093, E, 3, 0, false),
];
static F720: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta3
f("type", 1094, E, 1, 0, true),
f("status", 1095, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F721: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1097, N, 2, 0, true),
];
static F722: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta3
f("priorityLevelConfiguration", 1098, N, 1, 0, true),
f("matchingPrecedence", 219, N, 2, 0, false),
f("distinguisherMethod", 1099, E, 3, 0, false),
g("rules", 1101, E, 4, 0, false, None, A, &[], ""),
];
static F723: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta3
g("conditions", 1103, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F724: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta3
f("name", 3, N, 1, 0, true),
];
static F725: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta3
f("type", 1104, N, 1, 0, true),
f("queuing", 1105, E, 2, 0, false),
];
static F726: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta3
f("nominalConcurrencyShares", 219, N, 1, 0, false),
f("limitResponse", 1106, E, 2, 0, true),
f("lendablePercent", 49, E, 3, 0, false),
f("borrowingLimitPercent", 49, E, 4, 0, false),
];
static F727: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta3
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("nonResourceURLs", 15, N, 6, 0, true, None, X, &[], ""),
];
static F728: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta3
g("subjects", 1108, N, 1, 0, true, None, A, &[], ""),
g("resourceRules", 1110, E, 2, 0, false, None, A, &[], ""),
g("nonResourceRules", 1112, E, 3, 0, false, None, A, &[], ""),
];
static F729: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1113, E, 2, 0, true),
f("status", 1114, E, 3, 0, false),
];
static F730: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta3
f("type", 1115, E, 1, 0, true),
f("status", 1095, E, 2, 0, false),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F731: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1117, N, 2, 0, true),
];
static F732: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta3
f("name", 3, N, 1, 0, true),
];
static F733: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta3
f("type", 1118, N, 1, 0, true),
f("limited", 1119, E, 2, 0, false),
f("exempt", 1120, E, 3, 0, false),
];
static F734: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta3
g("conditions", 1122, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F735: [FieldDef; 3] = [ // k8s.io/api/flowcontrol/v1beta3
f("queues", 219, N, 1, 0, false),
f("handSize", 219, N, 2, 0, false),
f("queueLengthLimit", 219, N, 3, 0, false),
];
static F736: [FieldDef; 5] = [ // k8s.io/api/flowcontrol/v1beta3
g("verbs", 15, N, 1, 0, true, None, X, &[], ""),
g("apiGroups", 15, N, 2, 0, true, None, X, &[], ""),
g("resources", 15, N, 3, 0, true, None, X, &[], ""),
f("clusterScope", 10, E, 4, 0, false),
g("namespaces", 15, N, 5, 0, false, None, X, &[], ""),
];
static F737: [FieldDef; 2] = [ // k8s.io/api/flowcontrol/v1beta3
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
];
static F738: [FieldDef; 4] = [ // k8s.io/api/flowcontrol/v1beta3
f("kind", 1123, N, 1, 0, true),
f("user", 1124, E, 2, 0, false),
f("group", 1125, E, 3, 0, false),
f("serviceAccount", 1126, E, 4, 0, false),
];
static F739: [FieldDef; 1] = [ // k8s.io/api/flowcontrol/v1beta3
f("name", 3, N, 1, 0, true),
];
static F740: [FieldDef; 5] = [ // k8s.io/api/imagepolicy/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1127, N, 2, 0, false),
f("status", 1128, E, 3, 0, false),
];
static F741: [FieldDef; 1] = [ // k8s.io/api/imagepolicy/v1alpha1
f("image", 3, E, 1, 0, false),
];
static F742: [FieldDef; 3] = [ // k8s.io/api/imagepolicy/v1alpha1
g("containers", 1130, E, 1, 0, false, None, A, &[], ""),
f("annotations", 14, E, 2, 0, false),
f("namespace", 3, E, 3, 0, false),
];
static F743: [FieldDef; 3] = [ // k8s.io/api/imagepolicy/v1alpha1
f("allowed", 10, N, 1, 0, false),
f("reason", 3, E, 2, 0, false),
f("auditAnnotations", 14, E, 3, 0, false),
];
static F744: [FieldDef; 5] = [ // k8s.io/api/lifecycle/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1131, N, 2, 0, true),
f("status", 1132, E, 3, 0, false),
];
static F745: [FieldDef; 4] = [ // k8s.io/api/lifecycle/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1134, N, 2, 0, true),
];
static F746: [FieldDef; 2] = [ // k8s.io/api/lifecycle/v1alpha1
f("name", 3, N, 1, 0, true),
f("uid", 0, N, 2, 0, true),
];
static F747: [FieldDef; 5] = [ // k8s.io/api/lifecycle/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1135, N, 2, 0, true),
f("status", 1136, E, 3, 0, false),
];
static F748: [FieldDef; 4] = [ // k8s.io/api/lifecycle/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1138, N, 2, 0, true),
];
static F749: [FieldDef; 2] = [ // k8s.io/api/lifecycle/v1alpha1
f("name", 3, N, 1, 0, true),
f("uid", 0, N, 2, 0, true),
];
static F750: [FieldDef; 3] = [ // k8s.io/api/lifecycle/v1alpha1
f("target", 1139, N, 1, 0, true),
f("requester", 3, N, 2, 0, true),
g("intent", 1140, N, 3, 0, true, None, U, &L77, ""),
];
static F751: [FieldDef; 2] = [ // k8s.io/api/lifecycle/v1alpha1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("observedGeneration", 284, E, 2, 0, false),
];
static F752: [FieldDef; 1] = [ // k8s.io/api/lifecycle/v1alpha1
f("pod", 1141, E, 1, 0, false),
];
static F753: [FieldDef; 1] = [ // k8s.io/api/lifecycle/v1alpha1
f("target", 1142, N, 1, 0, true),
];
static F754: [FieldDef; 5] = [ // k8s.io/api/lifecycle/v1alpha1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("observedGeneration", 284, E, 2, 0, false),
g("requesters", 1144, E, 3, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("targetResponders", 1146, E, 4, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
g("responders", 1148, E, 5, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F755: [FieldDef; 1] = [ // k8s.io/api/lifecycle/v1alpha1
f("pod", 1149, E, 1, 0, false),
];
static F756: [FieldDef; 2] = [ // k8s.io/api/lifecycle/v1alpha1
f("name", 3, N, 1, 0, true),
g("intent", 1150, N, 2, 0, true, None, U, &L77, ""),
];
static F757: [FieldDef; 6] = [ // k8s.io/api/lifecycle/v1alpha1
f("name", 3, N, 1, 0, true),
f("startTime", 384, E, 2, 0, false),
f("heartbeatTime", 384, E, 3, 0, false),
f("expectedCompletionTime", 384, E, 4, 0, false),
f("completionTime", 384, E, 5, 0, false),
f("message", 62, E, 6, 0, false),
];
static F758: [FieldDef; 3] = [ // k8s.io/api/lifecycle/v1alpha1
f("name", 3, N, 1, 0, true),
f("priority", 49, N, 2, 0, true),
g("state", 1151, N, 3, 0, true, None, U, &L78, ""),
];
static F759: [FieldDef; 3] = [ // k8s.io/api/networking/v1
f("path", 3, E, 1, 0, false),
g("pathType", 1152, N, 3, 0, true, None, U, &L79, ""),
f("backend", 1153, N, 2, 0, true),
];
static F760: [FieldDef; 1] = [ // k8s.io/api/networking/v1
g("paths", 1155, N, 1, 0, true, None, A, &[], ""),
];
static F761: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1156, E, 2, 0, true),
];
static F762: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1158, N, 2, 0, true),
];
static F763: [FieldDef; 1] = [ // k8s.io/api/networking/v1
f("parentRef", 1159, E, 1, 0, true),
];
static F764: [FieldDef; 2] = [ // k8s.io/api/networking/v1
f("cidr", 3, N, 1, 0, true),
g("except", 15, E, 2, 0, false, None, A, &[], ""),
];
static F765: [FieldDef; 5] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1160, E, 2, 0, false),
f("status", 1161, E, 3, 0, false),
];
static F766: [FieldDef; 2] = [ // k8s.io/api/networking/v1
f("service", 1162, E, 4, 0, false),
f("resource", 691, E, 3, 0, false),
];
static F767: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1163, E, 2, 0, false),
];
static F768: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1165, N, 2, 0, true),
];
static F769: [FieldDef; 5] = [ // k8s.io/api/networking/v1
f("apiGroup", 62, E, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
f("scope", 62, N, 4, 0, false),
f("namespace", 62, E, 5, 0, false),
];
static F770: [FieldDef; 2] = [ // k8s.io/api/networking/v1
f("controller", 3, E, 1, 0, false),
f("parameters", 1166, E, 2, 0, false),
];
static F771: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1168, N, 2, 0, true),
];
static F772: [FieldDef; 3] = [ // k8s.io/api/networking/v1
f("ip", 3, E, 1, 0, false),
f("hostname", 3, E, 2, 0, false),
g("ports", 1170, E, 4, 0, false, None, A, &[], ""),
];
static F773: [FieldDef; 1] = [ // k8s.io/api/networking/v1
g("ingress", 1172, E, 1, 0, false, None, A, &[], ""),
];
static F774: [FieldDef; 3] = [ // k8s.io/api/networking/v1
f("port", 219, N, 1, 0, true),
g("protocol", 559, N, 2, 0, true, None, U, &L34, ""),
f("error", 62, E, 3, 0, false),
];
static F775: [FieldDef; 2] = [ // k8s.io/api/networking/v1
f("host", 3, E, 1, 0, false),
f("http", 1173, E, 1, 1, false),
];
static I775: [InlineDef; 1] = [i("IngressRuleValue", 2, 0)];
static F776: [FieldDef; 2] = [ // k8s.io/api/networking/v1
f("name", 3, N, 1, 0, true),
f("port", 1174, E, 2, 0, false),
];
static F777: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("ingressClassName", 62, E, 4, 0, false),
f("defaultBackend", 1175, E, 1, 0, false),
g("tls", 1177, E, 2, 0, false, None, A, &[], ""),
g("rules", 1179, E, 3, 0, false, None, A, &[], ""),
];
static F778: [FieldDef; 1] = [ // k8s.io/api/networking/v1
f("loadBalancer", 1180, E, 1, 0, false),
];
static F779: [FieldDef; 2] = [ // k8s.io/api/networking/v1
g("hosts", 15, E, 1, 0, false, None, A, &[], ""),
f("secretName", 3, E, 2, 0, false),
];
static F780: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1181, E, 2, 0, false),
];
static F781: [FieldDef; 2] = [ // k8s.io/api/networking/v1
g("ports", 1183, E, 1, 0, false, None, A, &[], ""),
g("to", 1185, E, 2, 0, false, None, A, &[], ""),
];
static F782: [FieldDef; 2] = [ // k8s.io/api/networking/v1
g("ports", 1183, E, 1, 0, false, None, A, &[], ""),
g("from", 1185, E, 2, 0, false, None, A, &[], ""),
];
static F783: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1187, N, 2, 0, true),
];
static F784: [FieldDef; 3] = [ // k8s.io/api/networking/v1
f("podSelector", 22, E, 1, 0, false),
f("namespaceSelector", 22, E, 2, 0, false),
f("ipBlock", 1188, E, 3, 0, false),
];
static F785: [FieldDef; 3] = [ // k8s.io/api/networking/v1
g("protocol", 894, E, 1, 0, false, None, U, &L34, ""),
f("port", 241, E, 2, 0, false),
f("endPort", 49, E, 3, 0, false),
];
static F786: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("podSelector", 968, N, 1, 0, false),
g("ingress", 1190, E, 2, 0, false, None, A, &[], ""),
g("egress", 1192, E, 3, 0, false, None, A, &[], ""),
g("policyTypes", 1194, E, 4, 0, false, None, A, &L80, ""),
];
static F787: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("group", 3, E, 1, 0, false),
f("resource", 3, E, 2, 0, true),
f("namespace", 3, E, 3, 0, false),
f("name", 3, E, 4, 0, true),
];
static F788: [FieldDef; 2] = [ // k8s.io/api/networking/v1
f("name", 3, E, 1, 0, false),
f("number", 219, E, 2, 0, false),
];
static F789: [FieldDef; 5] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1195, E, 2, 0, false),
f("status", 1196, E, 3, 0, false),
];
static F790: [FieldDef; 4] = [ // k8s.io/api/networking/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1198, N, 2, 0, true),
];
static F791: [FieldDef; 1] = [ // k8s.io/api/networking/v1
g("cidrs", 15, E, 1, 0, false, None, A, &[], ""),
];
static F792: [FieldDef; 1] = [ // k8s.io/api/networking/v1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F793: [FieldDef; 3] = [ // k8s.io/api/networking/v1beta1
f("path", 3, E, 1, 0, false),
f("pathType", 941, E, 3, 0, false),
f("backend", 1199, N, 2, 0, true),
];
static F794: [FieldDef; 1] = [ // k8s.io/api/networking/v1beta1
g("paths", 1201, N, 1, 0, true, None, A, &[], ""),
];
static F795: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1202, E, 2, 0, true),
];
static F796: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1204, N, 2, 0, true),
];
static F797: [FieldDef; 1] = [ // k8s.io/api/networking/v1beta1
f("parentRef", 1205, E, 1, 0, true),
];
static F798: [FieldDef; 5] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1206, E, 2, 0, false),
f("status", 1207, E, 3, 0, false),
];
static F799: [FieldDef; 3] = [ // k8s.io/api/networking/v1beta1
f("serviceName", 3, E, 1, 0, false),
f("servicePort", 605, E, 2, 0, false),
f("resource", 691, E, 3, 0, false),
];
static F800: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1208, E, 2, 0, false),
];
static F801: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1210, N, 2, 0, true),
];
static F802: [FieldDef; 5] = [ // k8s.io/api/networking/v1beta1
f("apiGroup", 62, E, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
f("scope", 62, N, 4, 0, true),
f("namespace", 62, E, 5, 0, false),
];
static F803: [FieldDef; 2] = [ // k8s.io/api/networking/v1beta1
f("controller", 3, E, 1, 0, false),
f("parameters", 1211, E, 2, 0, false),
];
static F804: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1213, N, 2, 0, true),
];
static F805: [FieldDef; 3] = [ // k8s.io/api/networking/v1beta1
f("ip", 3, E, 1, 0, false),
f("hostname", 3, E, 2, 0, false),
g("ports", 1215, E, 4, 0, false, None, A, &[], ""),
];
static F806: [FieldDef; 1] = [ // k8s.io/api/networking/v1beta1
g("ingress", 1217, E, 1, 0, false, None, A, &[], ""),
];
static F807: [FieldDef; 3] = [ // k8s.io/api/networking/v1beta1
f("port", 219, N, 1, 0, true),
g("protocol", 559, N, 2, 0, true, None, U, &L34, ""),
f("error", 62, E, 3, 0, false),
];
static F808: [FieldDef; 2] = [ // k8s.io/api/networking/v1beta1
f("host", 3, E, 1, 0, false),
f("http", 1218, E, 1, 1, false),
];
static I808: [InlineDef; 1] = [i("IngressRuleValue", 2, 0)];
static F809: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("ingressClassName", 62, E, 4, 0, false),
f("backend", 1219, E, 1, 0, false),
g("tls", 1221, E, 2, 0, false, None, A, &[], ""),
g("rules", 1223, E, 3, 0, false, None, A, &[], ""),
];
static F810: [FieldDef; 1] = [ // k8s.io/api/networking/v1beta1
f("loadBalancer", 1224, E, 1, 0, false),
];
static F811: [FieldDef; 2] = [ // k8s.io/api/networking/v1beta1
g("hosts", 15, E, 1, 0, false, None, A, &[], ""),
f("secretName", 3, E, 2, 0, false),
];
static F812: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("group", 3, E, 1, 0, false),
f("resource", 3, E, 2, 0, true),
f("namespace", 3, E, 3, 0, false),
f("name", 3, E, 4, 0, true),
];
static F813: [FieldDef; 5] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1225, E, 2, 0, false),
f("status", 1226, E, 3, 0, false),
];
static F814: [FieldDef; 4] = [ // k8s.io/api/networking/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1228, N, 2, 0, true),
];
static F815: [FieldDef; 1] = [ // k8s.io/api/networking/v1beta1
g("cidrs", 15, E, 1, 0, false, None, A, &[], ""),
];
static F816: [FieldDef; 1] = [ // k8s.io/api/networking/v1beta1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F817: [FieldDef; 1] = [ // k8s.io/api/node/v1
f("podFixed", 569, E, 1, 0, false),
];
static F818: [FieldDef; 6] = [ // k8s.io/api/node/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("handler", 3, N, 2, 0, true),
f("overhead", 1229, E, 3, 0, false),
f("scheduling", 1230, E, 4, 0, false),
];
static F819: [FieldDef; 4] = [ // k8s.io/api/node/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1232, N, 2, 0, true),
];
static F820: [FieldDef; 2] = [ // k8s.io/api/node/v1
g("nodeSelector", 14, E, 1, 0, false, None, A, &[], ""),
g("tolerations", 762, E, 2, 0, false, None, A, &[], ""),
];
static F821: [FieldDef; 1] = [ // k8s.io/api/node/v1alpha1
f("podFixed", 569, E, 1, 0, false),
];
static F822: [FieldDef; 4] = [ // k8s.io/api/node/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1233, N, 2, 0, true),
];
static F823: [FieldDef; 4] = [ // k8s.io/api/node/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1235, N, 2, 0, true),
];
static F824: [FieldDef; 3] = [ // k8s.io/api/node/v1alpha1
f("runtimeHandler", 3, N, 1, 0, true),
f("overhead", 1236, E, 2, 0, false),
f("scheduling", 1237, E, 3, 0, false),
];
static F825: [FieldDef; 2] = [ // k8s.io/api/node/v1alpha1
g("nodeSelector", 14, E, 1, 0, false, None, A, &[], ""),
g("tolerations", 762, E, 2, 0, false, None, A, &[], ""),
];
static F826: [FieldDef; 1] = [ // k8s.io/api/node/v1beta1
f("podFixed", 569, E, 1, 0, false),
];
static F827: [FieldDef; 6] = [ // k8s.io/api/node/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("handler", 3, N, 2, 0, true),
f("overhead", 1238, E, 3, 0, false),
f("scheduling", 1239, E, 4, 0, false),
];
static F828: [FieldDef; 4] = [ // k8s.io/api/node/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1241, N, 2, 0, true),
];
static F829: [FieldDef; 2] = [ // k8s.io/api/node/v1beta1
g("nodeSelector", 14, E, 1, 0, false, None, A, &[], ""),
g("tolerations", 762, E, 2, 0, false, None, A, &[], ""),
];
static F830: [FieldDef; 4] = [ // k8s.io/api/policy/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("deleteOptions", 1242, E, 2, 0, false),
];
static F831: [FieldDef; 5] = [ // k8s.io/api/policy/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1243, E, 2, 0, false),
f("status", 1244, E, 3, 0, false),
];
static F832: [FieldDef; 4] = [ // k8s.io/api/policy/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1246, N, 2, 0, true),
];
static F833: [FieldDef; 4] = [ // k8s.io/api/policy/v1
f("minAvailable", 241, E, 1, 0, false),
g("selector", 22, E, 2, 0, false, m(false, true, false, ""), U, &[], ""),
f("maxUnavailable", 241, E, 3, 0, false),
g("unhealthyPodEvictionPolicy", 1247, E, 4, 0, false, None, U, &L81, ""),
];
static F834: [FieldDef; 7] = [ // k8s.io/api/policy/v1
f("observedGeneration", 78, E, 1, 0, false),
f("disruptedPods", 1248, E, 2, 0, false),
f("disruptionsAllowed", 219, N, 3, 0, false),
f("currentHealthy", 219, N, 4, 0, false),
f("desiredHealthy", 219, N, 5, 0, false),
f("expectedPods", 219, N, 6, 0, false),
g("conditions", 81, E, 7, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F835: [FieldDef; 4] = [ // k8s.io/api/policy/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("deleteOptions", 1242, E, 2, 0, false),
];
static F836: [FieldDef; 5] = [ // k8s.io/api/policy/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1249, E, 2, 0, false),
f("status", 1250, E, 3, 0, false),
];
static F837: [FieldDef; 4] = [ // k8s.io/api/policy/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1252, N, 2, 0, true),
];
static F838: [FieldDef; 4] = [ // k8s.io/api/policy/v1beta1
f("minAvailable", 241, E, 1, 0, false),
f("selector", 22, E, 2, 0, false),
f("maxUnavailable", 241, E, 3, 0, false),
g("unhealthyPodEvictionPolicy", 1253, E, 4, 0, false, None, U, &L81, ""),
];
static F839: [FieldDef; 7] = [ // k8s.io/api/policy/v1beta1
f("observedGeneration", 78, E, 1, 0, false),
f("disruptedPods", 1248, E, 2, 0, false),
f("disruptionsAllowed", 219, N, 3, 0, false),
f("currentHealthy", 219, N, 4, 0, false),
f("desiredHealthy", 219, N, 5, 0, false),
f("expectedPods", 219, N, 6, 0, false),
g("conditions", 81, E, 7, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F840: [FieldDef; 1] = [ // k8s.io/api/rbac/v1
g("clusterRoleSelectors", 1254, E, 1, 0, false, None, A, &[], ""),
];
static F841: [FieldDef; 5] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("rules", 1256, N, 2, 0, false, None, A, &[], ""),
f("aggregationRule", 1257, E, 3, 0, false),
];
static F842: [FieldDef; 5] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("subjects", 1259, E, 2, 0, false, None, A, &[], ""),
f("roleRef", 1260, N, 3, 0, true),
];
static F843: [FieldDef; 4] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1262, N, 2, 0, true),
];
static F844: [FieldDef; 4] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1264, N, 2, 0, true),
];
static F845: [FieldDef; 5] = [ // k8s.io/api/rbac/v1
g("verbs", 15, N, 1, 0, true, None, A, &[], ""),
g("apiGroups", 15, E, 2, 0, false, None, A, &[], ""),
g("resources", 15, E, 3, 0, false, None, A, &[], ""),
g("resourceNames", 15, E, 4, 0, false, None, A, &[], ""),
g("nonResourceURLs", 15, E, 5, 0, false, None, A, &[], ""),
];
static F846: [FieldDef; 4] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("rules", 1256, N, 2, 0, false, None, A, &[], ""),
];
static F847: [FieldDef; 5] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("subjects", 1259, E, 2, 0, false, None, A, &[], ""),
f("roleRef", 1260, N, 3, 0, true),
];
static F848: [FieldDef; 4] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1266, N, 2, 0, true),
];
static F849: [FieldDef; 4] = [ // k8s.io/api/rbac/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1268, N, 2, 0, true),
];
static F850: [FieldDef; 3] = [ // k8s.io/api/rbac/v1
f("apiGroup", 3, N, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
];
static F851: [FieldDef; 4] = [ // k8s.io/api/rbac/v1
f("kind", 3, N, 1, 0, true),
f("apiGroup", 3, E, 2, 0, false),
f("name", 3, N, 3, 0, true),
f("namespace", 3, E, 4, 0, false),
];
static F852: [FieldDef; 1] = [ // k8s.io/api/rbac/v1alpha1
g("clusterRoleSelectors", 1254, E, 1, 0, false, None, A, &[], ""),
];
static F853: [FieldDef; 5] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("rules", 1270, N, 2, 0, false, None, A, &[], ""),
f("aggregationRule", 1271, E, 3, 0, false),
];
static F854: [FieldDef; 5] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("subjects", 1273, E, 2, 0, false, None, A, &[], ""),
f("roleRef", 1274, N, 3, 0, true),
];
static F855: [FieldDef; 4] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1276, N, 2, 0, true),
];
static F856: [FieldDef; 4] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1278, N, 2, 0, true),
];
static F857: [FieldDef; 5] = [ // k8s.io/api/rbac/v1alpha1
g("verbs", 15, N, 1, 0, true, None, A, &[], ""),
g("apiGroups", 15, E, 3, 0, false, None, A, &[], ""),
g("resources", 15, E, 4, 0, false, None, A, &[], ""),
g("resourceNames", 15, E, 5, 0, false, None, A, &[], ""),
g("nonResourceURLs", 15, E, 6, 0, false, None, A, &[], ""),
];
static F858: [FieldDef; 4] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("rules", 1270, N, 2, 0, false, None, A, &[], ""),
];
static F859: [FieldDef; 5] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("subjects", 1273, E, 2, 0, false, None, A, &[], ""),
f("roleRef", 1274, N, 3, 0, true),
];
static F860: [FieldDef; 4] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1280, N, 2, 0, true),
];
static F861: [FieldDef; 4] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1282, N, 2, 0, true),
];
static F862: [FieldDef; 3] = [ // k8s.io/api/rbac/v1alpha1
f("apiGroup", 3, N, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
];
static F863: [FieldDef; 4] = [ // k8s.io/api/rbac/v1alpha1
f("kind", 3, N, 1, 0, true),
f("apiVersion", 3, E, 2, 0, false),
f("name", 3, N, 3, 0, true),
f("namespace", 3, E, 4, 0, false),
];
static F864: [FieldDef; 1] = [ // k8s.io/api/rbac/v1beta1
g("clusterRoleSelectors", 1254, E, 1, 0, false, None, A, &[], ""),
];
static F865: [FieldDef; 5] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("rules", 1284, N, 2, 0, false, None, A, &[], ""),
f("aggregationRule", 1285, E, 3, 0, false),
];
static F866: [FieldDef; 5] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("subjects", 1287, E, 2, 0, false, None, A, &[], ""),
f("roleRef", 1288, N, 3, 0, true),
];
static F867: [FieldDef; 4] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1290, N, 2, 0, true),
];
static F868: [FieldDef; 4] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1292, N, 2, 0, true),
];
static F869: [FieldDef; 5] = [ // k8s.io/api/rbac/v1beta1
g("verbs", 15, N, 1, 0, true, None, A, &[], ""),
g("apiGroups", 15, E, 2, 0, false, None, A, &[], ""),
g("resources", 15, E, 3, 0, false, None, A, &[], ""),
g("resourceNames", 15, E, 4, 0, false, None, A, &[], ""),
g("nonResourceURLs", 15, E, 5, 0, false, None, A, &[], ""),
];
static F870: [FieldDef; 4] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("rules", 1284, N, 2, 0, false, None, A, &[], ""),
];
static F871: [FieldDef; 5] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("subjects", 1287, E, 2, 0, false, None, A, &[], ""),
f("roleRef", 1288, N, 3, 0, true),
];
static F872: [FieldDef; 4] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1294, N, 2, 0, true),
];
static F873: [FieldDef; 4] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1296, N, 2, 0, true),
];
static F874: [FieldDef; 3] = [ // k8s.io/api/rbac/v1beta1
f("apiGroup", 3, N, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
];
static F875: [FieldDef; 4] = [ // k8s.io/api/rbac/v1beta1
f("kind", 3, N, 1, 0, true),
f("apiGroup", 3, E, 2, 0, false),
f("name", 3, N, 3, 0, true),
f("namespace", 3, E, 4, 0, false),
];
static F876: [FieldDef; 7] = [ // k8s.io/api/resource/v1
f("driver", 3, N, 1, 0, true),
f("pool", 3, N, 2, 0, true),
f("device", 3, N, 3, 0, true),
f("shareID", 62, E, 7, 0, false),
g("conditions", 81, N, 4, 0, false, None, k(&L9), &[], ""),
f("data", 1297, E, 5, 0, false),
f("networkData", 1298, E, 6, 0, false),
];
static F877: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("devices", 1299, E, 1, 0, false),
f("nodeSelector", 643, E, 3, 0, false),
f("allocationTimestamp", 384, E, 5, 0, false),
];
static F878: [FieldDef; 1] = [ // k8s.io/api/resource/v1
f("expression", 3, N, 1, 0, true),
];
static F879: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("default", 395, N, 1, 0, false),
g("validValues", 1300, E, 3, 0, false, None, A, &[], ""),
f("validRange", 1301, E, 4, 0, false),
];
static F880: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("min", 395, E, 1, 0, true),
f("max", 395, E, 2, 0, false),
f("step", 395, E, 3, 0, false),
];
static F881: [FieldDef; 1] = [ // k8s.io/api/resource/v1
f("requests", 1302, E, 1, 0, false),
];
static F882: [FieldDef; 1] = [ // k8s.io/api/resource/v1
f("value", 568, N, 1, 0, true),
];
static F883: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("name", 3, N, 1, 0, true),
f("counters", 1304, E, 2, 0, true),
];
static F884: [FieldDef; 13] = [ // k8s.io/api/resource/v1
f("name", 3, N, 1, 0, true),
f("attributes", 1306, E, 2, 0, false),
f("capacity", 1308, E, 3, 0, false),
g("consumesCounters", 1310, E, 4, 0, false, None, A, &[], ""),
f("nodeName", 62, E, 5, 0, false),
f("nodeSelector", 643, E, 6, 0, false),
f("allNodes", 9, E, 7, 0, false),
g("taints", 1312, E, 8, 0, false, None, A, &[], ""),
f("bindsToNode", 9, E, 9, 0, false),
g("bindingConditions", 15, E, 10, 0, false, None, A, &[], ""),
g("bindingFailureConditions", 15, E, 11, 0, false, None, A, &[], ""),
f("allowMultipleAllocations", 9, E, 12, 0, false),
f("nodeAllocatableResources", 1314, E, 14, 0, false),
];
static F885: [FieldDef; 3] = [ // k8s.io/api/resource/v1
g("source", 1315, N, 1, 0, true, None, U, &L82, ""),
g("requests", 15, E, 2, 0, false, None, A, &[], ""),
f("opaque", 1316, E, 1, 1, false),
];
static I885: [InlineDef; 1] = [i("DeviceConfiguration", 3, 0)];
static F886: [FieldDef; 2] = [ // k8s.io/api/resource/v1
g("results", 1318, E, 1, 0, false, None, A, &[], ""),
g("config", 1320, E, 2, 0, false, None, A, &[], ""),
];
static F887: [FieldDef; 8] = [ // k8s.io/api/resource/v1
f("int", 284, E, 2, 0, false),
f("bool", 9, E, 3, 0, false),
f("string", 62, E, 4, 0, false),
f("version", 62, E, 5, 0, false),
g("ints", 622, E, 6, 0, false, None, A, &[], ""),
g("bools", 1321, E, 7, 0, false, None, A, &[], ""),
g("strings", 15, E, 8, 0, false, None, A, &[], ""),
g("versions", 15, E, 9, 0, false, None, A, &[], ""),
];
static F888: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("value", 568, N, 1, 0, true),
f("requestPolicy", 1322, E, 2, 0, false),
];
static F889: [FieldDef; 3] = [ // k8s.io/api/resource/v1
g("requests", 1324, N, 1, 0, false, None, A, &[], ""),
g("constraints", 1326, E, 2, 0, false, None, A, &[], ""),
g("config", 1328, E, 3, 0, false, None, A, &[], ""),
];
static F890: [FieldDef; 2] = [ // k8s.io/api/resource/v1
g("requests", 15, E, 1, 0, false, None, A, &[], ""),
f("opaque", 1316, E, 1, 1, false),
];
static I890: [InlineDef; 1] = [i("DeviceConfiguration", 2, 0)];
static F891: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1329, N, 2, 0, false),
];
static F892: [FieldDef; 1] = [ // k8s.io/api/resource/v1
f("opaque", 1316, E, 1, 1, false),
];
static I892: [InlineDef; 1] = [i("DeviceConfiguration", 1, 0)];
static F893: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1331, N, 2, 0, true),
];
static F894: [FieldDef; 3] = [ // k8s.io/api/resource/v1
g("selectors", 1333, E, 1, 0, false, None, A, &[], ""),
g("config", 1335, E, 2, 0, false, None, A, &[], ""),
f("extendedResourceName", 62, E, 4, 0, false),
];
static F895: [FieldDef; 3] = [ // k8s.io/api/resource/v1
g("requests", 15, E, 1, 0, false, None, A, &[], ""),
f("matchAttribute", 1336, E, 2, 0, false),
f("distinctAttribute", 1336, E, 3, 0, false),
];
static F896: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("counterSet", 3, N, 1, 0, true),
f("counters", 1304, E, 2, 0, true),
g("compatibilityGroups", 15, E, 3, 0, false, None, A, &[], ""),
];
static F897: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("name", 1337, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F898: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("name", 3, N, 1, 0, true),
f("exactly", 1338, E, 2, 0, false),
g("firstAvailable", 1340, E, 3, 0, false, None, A, &[], ""),
];
static F899: [FieldDef; 11] = [ // k8s.io/api/resource/v1
f("request", 3, N, 1, 0, true),
f("driver", 3, N, 2, 0, true),
f("pool", 3, N, 3, 0, true),
f("device", 3, N, 4, 0, true),
f("adminAccess", 9, E, 5, 0, false),
g("tolerations", 1342, E, 6, 0, false, None, A, &[], ""),
g("bindingConditions", 15, E, 7, 0, false, None, A, &[], ""),
g("bindingFailureConditions", 15, E, 8, 0, false, None, A, &[], ""),
f("shareID", 1343, E, 9, 0, false),
f("consumedCapacity", 1302, E, 10, 0, false),
g("skipNodeOperations", 1345, E, 11, 0, false, None, X, &L83, ""),
];
static F900: [FieldDef; 1] = [ // k8s.io/api/resource/v1
f("cel", 1346, E, 1, 0, false),
];
static F901: [FieldDef; 8] = [ // k8s.io/api/resource/v1
f("name", 3, N, 1, 0, true),
f("deviceClassName", 3, N, 2, 0, true),
g("selectors", 1333, E, 3, 0, false, None, A, &[], ""),
g("allocationMode", 1347, E, 4, 0, false, None, U, &L84, ""),
f("count", 78, E, 5, 0, false),
g("tolerations", 1342, E, 6, 0, false, None, A, &[], ""),
f("capacity", 1348, E, 7, 0, false),
g("derivedAttributes", 1350, E, 8, 0, false, None, A, &[], ""),
];
static F902: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("key", 3, N, 1, 0, true),
f("value", 3, E, 2, 0, false),
g("effect", 1351, N, 3, 0, true, None, U, &L85, ""),
f("timeAdded", 384, E, 4, 0, false),
];
static F903: [FieldDef; 5] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1352, N, 2, 0, true),
f("status", 1353, E, 3, 0, false),
];
static F904: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1355, N, 2, 0, true),
];
static F905: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("deviceSelector", 1356, E, 1, 0, false),
f("taint", 1311, E, 2, 0, true),
];
static F906: [FieldDef; 1] = [ // k8s.io/api/resource/v1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F907: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("driver", 62, E, 2, 0, false),
f("pool", 62, E, 3, 0, false),
f("device", 62, E, 4, 0, false),
];
static F908: [FieldDef; 5] = [ // k8s.io/api/resource/v1
f("key", 3, E, 1, 0, false),
g("operator", 1357, E, 2, 0, false, None, U, &L86, "\"Equal\""),
f("value", 3, E, 3, 0, false),
g("effect", 1351, E, 4, 0, false, None, U, &L85, ""),
f("tolerationSeconds", 284, E, 5, 0, false),
];
static F909: [FieldDef; 8] = [ // k8s.io/api/resource/v1
f("deviceClassName", 3, N, 1, 0, true),
g("selectors", 1333, E, 2, 0, false, None, A, &[], ""),
g("allocationMode", 1347, E, 3, 0, false, None, U, &L84, ""),
f("count", 78, E, 4, 0, false),
f("adminAccess", 9, E, 5, 0, false),
g("tolerations", 1342, E, 6, 0, false, None, A, &[], ""),
f("capacity", 1348, E, 7, 0, false),
g("derivedAttributes", 1350, E, 8, 0, false, None, A, &[], ""),
];
static F910: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("interfaceName", 3, E, 1, 0, false),
g("ips", 15, E, 2, 0, false, None, A, &[], ""),
f("hardwareAddress", 3, E, 3, 0, false),
];
static F911: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("capacityKey", 1358, E, 1, 0, false),
f("capacityMultiplier", 395, E, 2, 0, false),
f("deviceMultiplier", 395, E, 3, 0, false),
];
static F912: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("perPod", 395, E, 1, 0, false),
f("perContainer", 395, E, 2, 0, false),
];
static F913: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("mapping", 1359, E, 3, 0, false),
f("overhead", 1360, E, 4, 0, false),
];
static F914: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("driver", 3, N, 1, 0, true),
f("parameters", 8, N, 2, 0, true),
];
static F915: [FieldDef; 5] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1361, N, 2, 0, false),
f("status", 1362, E, 3, 0, false),
];
static F916: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("apiGroup", 3, E, 1, 0, false),
f("resource", 3, N, 3, 0, true),
f("name", 3, N, 4, 0, true),
f("uid", 0, N, 5, 0, true),
];
static F917: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1364, N, 2, 0, true),
];
static F918: [FieldDef; 1] = [ // k8s.io/api/resource/v1
f("devices", 1365, N, 1, 0, false),
];
static F919: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("allocation", 1366, E, 1, 0, false),
g("reservedFor", 1368, E, 2, 0, false, m(true, false, false, "uid"), k(&L87), &[], ""),
g("devices", 1370, E, 4, 0, false, None, k(&L88), &[], ""),
];
static F920: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1371, N, 2, 0, false),
];
static F921: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1373, N, 2, 0, true),
];
static F922: [FieldDef; 2] = [ // k8s.io/api/resource/v1
f("metadata", 26, E, 1, 0, false),
f("spec", 1361, N, 2, 0, false),
];
static F923: [FieldDef; 3] = [ // k8s.io/api/resource/v1
f("name", 3, N, 1, 0, true),
f("generation", 78, N, 2, 0, true),
f("resourceSliceCount", 78, N, 3, 0, true),
];
static F924: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1374, N, 2, 0, true),
];
static F925: [FieldDef; 4] = [ // k8s.io/api/resource/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1376, N, 2, 0, true),
];
static F926: [FieldDef; 10] = [ // k8s.io/api/resource/v1
f("driver", 3, N, 1, 0, true),
f("pool", 1377, N, 2, 0, true),
f("nodeName", 62, E, 3, 0, false),
f("nodeSelector", 643, E, 4, 0, false),
f("allNodes", 9, E, 5, 0, false),
g("devices", 1379, E, 6, 0, false, None, A, &[], ""),
f("perDeviceNodeSelection", 9, E, 7, 0, false),
g("sharedCounters", 1381, E, 8, 0, false, None, A, &[], ""),
f("partitionTypeAttribute", 1336, E, 9, 0, false),
g("skipNodeOperations", 1345, E, 10, 0, false, None, X, &L83, ""),
];
static F927: [FieldDef; 4] = [ // k8s.io/api/resource/v1alpha3
f("key", 3, N, 1, 0, true),
f("value", 3, E, 2, 0, false),
g("effect", 1382, N, 3, 0, true, None, U, &L85, ""),
f("timeAdded", 384, E, 4, 0, false),
];
static F928: [FieldDef; 5] = [ // k8s.io/api/resource/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1383, N, 2, 0, true),
f("status", 1384, E, 3, 0, false),
];
static F929: [FieldDef; 4] = [ // k8s.io/api/resource/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1386, N, 2, 0, true),
];
static F930: [FieldDef; 2] = [ // k8s.io/api/resource/v1alpha3
f("deviceSelector", 1387, E, 1, 0, false),
f("taint", 1388, E, 2, 0, true),
];
static F931: [FieldDef; 1] = [ // k8s.io/api/resource/v1alpha3
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F932: [FieldDef; 3] = [ // k8s.io/api/resource/v1alpha3
f("driver", 62, E, 2, 0, false),
f("pool", 62, E, 3, 0, false),
f("device", 62, E, 4, 0, false),
];
static F933: [FieldDef; 4] = [ // k8s.io/api/resource/v1alpha3
f("attribute", 3, E, 4, 0, true),
f("type", 3, E, 1, 0, true),
f("total", 49, E, 2, 0, true),
f("allocatable", 49, E, 3, 0, true),
];
static F934: [FieldDef; 12] = [ // k8s.io/api/resource/v1alpha3
f("driver", 3, E, 1, 0, true),
f("poolName", 3, E, 2, 0, true),
f("generation", 78, N, 9, 0, true),
f("resourceSliceCount", 49, E, 8, 0, false),
f("totalDevices", 49, E, 4, 0, false),
f("allocatedDevices", 49, E, 5, 0, false),
f("availableDevices", 49, E, 6, 0, false),
f("unavailableDevices", 49, E, 7, 0, false),
f("nodeName", 62, E, 3, 0, false),
f("validationError", 62, E, 10, 0, false),
g("partitionSummary", 1390, E, 11, 0, false, None, A, &[], ""),
f("shareableSummary", 1391, E, 13, 0, false),
];
static F935: [FieldDef; 5] = [ // k8s.io/api/resource/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, true),
f("spec", 1392, N, 2, 0, true),
f("status", 1393, E, 3, 0, false),
];
static F936: [FieldDef; 4] = [ // k8s.io/api/resource/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1395, N, 2, 0, true),
];
static F937: [FieldDef; 4] = [ // k8s.io/api/resource/v1alpha3
f("driver", 3, N, 1, 0, true),
f("poolName", 62, E, 2, 0, false),
g("limit", 49, E, 3, 0, false, None, U, &[], "100"),
f("defaultPartitionTypeAttribute", 62, E, 4, 0, false),
];
static F938: [FieldDef; 3] = [ // k8s.io/api/resource/v1alpha3
f("poolCount", 49, E, 6, 0, true),
g("pools", 1397, E, 2, 0, false, None, A, &[], ""),
g("conditions", 81, E, 3, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F939: [FieldDef; 4] = [ // k8s.io/api/resource/v1alpha3
f("name", 3, E, 1, 0, true),
f("total", 395, E, 2, 0, true),
f("consumed", 395, E, 3, 0, true),
f("available", 395, E, 4, 0, true),
];
static F940: [FieldDef; 3] = [ // k8s.io/api/resource/v1alpha3
f("fullyAvailableDevices", 49, E, 1, 0, true),
f("partiallyAvailableDevices", 49, E, 2, 0, true),
g("capacity", 1399, E, 3, 0, false, None, A, &[], ""),
];
static F941: [FieldDef; 7] = [ // k8s.io/api/resource/v1beta1
f("driver", 3, N, 1, 0, true),
f("pool", 3, N, 2, 0, true),
f("device", 3, N, 3, 0, true),
f("shareID", 62, E, 7, 0, false),
g("conditions", 81, N, 4, 0, false, None, k(&L9), &[], ""),
f("data", 1297, E, 5, 0, false),
f("networkData", 1400, E, 6, 0, false),
];
static F942: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("devices", 1401, E, 1, 0, false),
f("nodeSelector", 643, E, 3, 0, false),
f("allocationTimestamp", 384, E, 5, 0, false),
];
static F943: [FieldDef; 12] = [ // k8s.io/api/resource/v1beta1
f("attributes", 1403, E, 1, 0, false),
f("capacity", 1405, E, 2, 0, false),
g("consumesCounters", 1407, E, 3, 0, false, None, A, &[], ""),
f("nodeName", 62, E, 4, 0, false),
f("nodeSelector", 643, E, 5, 0, false),
f("allNodes", 9, E, 6, 0, false),
g("taints", 1409, E, 7, 0, false, None, A, &[], ""),
f("bindsToNode", 9, E, 8, 0, false),
g("bindingConditions", 15, E, 9, 0, false, None, A, &[], ""),
g("bindingFailureConditions", 15, E, 10, 0, false, None, A, &[], ""),
f("allowMultipleAllocations", 9, E, 11, 0, false),
f("nodeAllocatableResources", 1411, E, 14, 0, false),
];
static F944: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta1
f("expression", 3, N, 1, 0, true),
];
static F945: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("default", 395, N, 1, 0, false),
g("validValues", 1300, E, 3, 0, false, None, A, &[], ""),
f("validRange", 1412, E, 4, 0, false),
];
static F946: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("min", 395, E, 1, 0, true),
f("max", 395, E, 2, 0, false),
f("step", 395, E, 3, 0, false),
];
static F947: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta1
f("requests", 1413, E, 1, 0, false),
];
static F948: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta1
f("value", 568, N, 1, 0, true),
];
static F949: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("name", 3, N, 1, 0, true),
f("counters", 1415, E, 2, 0, true),
];
static F950: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("name", 3, N, 1, 0, true),
f("basic", 1416, E, 2, 0, false),
];
static F951: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
g("source", 1417, N, 1, 0, true, None, U, &L82, ""),
g("requests", 15, E, 2, 0, false, None, A, &[], ""),
f("opaque", 1418, E, 1, 1, false),
];
static I951: [InlineDef; 1] = [i("DeviceConfiguration", 3, 0)];
static F952: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
g("results", 1420, E, 1, 0, false, None, A, &[], ""),
g("config", 1422, E, 2, 0, false, None, A, &[], ""),
];
static F953: [FieldDef; 8] = [ // k8s.io/api/resource/v1beta1
f("int", 284, E, 2, 0, false),
f("bool", 9, E, 3, 0, false),
f("string", 62, E, 4, 0, false),
f("version", 62, E, 5, 0, false),
g("ints", 622, E, 6, 0, false, None, A, &[], ""),
g("bools", 1321, E, 7, 0, false, None, A, &[], ""),
g("strings", 15, E, 8, 0, false, None, A, &[], ""),
g("versions", 15, E, 9, 0, false, None, A, &[], ""),
];
static F954: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("value", 568, N, 1, 0, true),
f("requestPolicy", 1423, E, 2, 0, false),
];
static F955: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
g("requests", 1425, N, 1, 0, false, None, A, &[], ""),
g("constraints", 1427, E, 2, 0, false, None, A, &[], ""),
g("config", 1429, E, 3, 0, false, None, A, &[], ""),
];
static F956: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
g("requests", 15, E, 1, 0, false, None, A, &[], ""),
f("opaque", 1418, E, 1, 1, false),
];
static I956: [InlineDef; 1] = [i("DeviceConfiguration", 2, 0)];
static F957: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1430, N, 2, 0, false),
];
static F958: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta1
f("opaque", 1418, E, 1, 1, false),
];
static I958: [InlineDef; 1] = [i("DeviceConfiguration", 1, 0)];
static F959: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1432, N, 2, 0, true),
];
static F960: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
g("selectors", 1434, E, 1, 0, false, None, A, &[], ""),
g("config", 1436, E, 2, 0, false, None, A, &[], ""),
f("extendedResourceName", 62, E, 4, 0, false),
];
static F961: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
g("requests", 15, E, 1, 0, false, None, A, &[], ""),
f("matchAttribute", 1437, E, 2, 0, false),
f("distinctAttribute", 1437, E, 3, 0, false),
];
static F962: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("counterSet", 3, N, 1, 0, true),
f("counters", 1415, E, 2, 0, true),
g("compatibilityGroups", 15, E, 3, 0, false, None, A, &[], ""),
];
static F963: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("name", 1438, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F964: [FieldDef; 10] = [ // k8s.io/api/resource/v1beta1
f("name", 3, N, 1, 0, true),
f("deviceClassName", 3, N, 2, 0, false),
g("selectors", 1434, E, 3, 0, false, None, A, &[], ""),
g("allocationMode", 1439, E, 4, 0, false, None, U, &L84, ""),
f("count", 78, E, 5, 0, false),
f("adminAccess", 9, E, 6, 0, false),
g("firstAvailable", 1441, E, 7, 0, false, None, A, &[], ""),
g("tolerations", 1443, E, 8, 0, false, None, A, &[], ""),
f("capacity", 1444, E, 9, 0, false),
g("derivedAttributes", 1446, E, 10, 0, false, None, A, &[], ""),
];
static F965: [FieldDef; 11] = [ // k8s.io/api/resource/v1beta1
f("request", 3, N, 1, 0, true),
f("driver", 3, N, 2, 0, true),
f("pool", 3, N, 3, 0, true),
f("device", 3, N, 4, 0, true),
f("adminAccess", 9, E, 5, 0, false),
g("tolerations", 1443, E, 6, 0, false, None, A, &[], ""),
g("bindingConditions", 15, E, 7, 0, false, None, A, &[], ""),
g("bindingFailureConditions", 15, E, 8, 0, false, None, A, &[], ""),
f("shareID", 1343, E, 9, 0, false),
f("consumedCapacity", 1413, E, 10, 0, false),
g("skipNodeOperations", 1448, E, 11, 0, false, None, X, &L83, ""),
];
static F966: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta1
f("cel", 1449, E, 1, 0, false),
];
static F967: [FieldDef; 8] = [ // k8s.io/api/resource/v1beta1
f("name", 3, N, 1, 0, true),
f("deviceClassName", 3, N, 2, 0, true),
g("selectors", 1434, E, 3, 0, false, None, A, &[], ""),
g("allocationMode", 1439, E, 4, 0, false, None, U, &L84, ""),
f("count", 78, E, 5, 0, false),
g("tolerations", 1443, E, 7, 0, false, None, A, &[], ""),
f("capacity", 1444, E, 8, 0, false),
g("derivedAttributes", 1446, E, 9, 0, false, None, A, &[], ""),
];
static F968: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("key", 3, N, 1, 0, true),
f("value", 3, E, 2, 0, false),
g("effect", 1450, N, 3, 0, true, None, U, &L85, ""),
f("timeAdded", 384, E, 4, 0, false),
];
static F969: [FieldDef; 5] = [ // k8s.io/api/resource/v1beta1
f("key", 3, E, 1, 0, false),
g("operator", 1451, E, 2, 0, false, None, U, &L86, "\"Equal\""),
f("value", 3, E, 3, 0, false),
g("effect", 1450, E, 4, 0, false, None, U, &L85, ""),
f("tolerationSeconds", 284, E, 5, 0, false),
];
static F970: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("interfaceName", 3, E, 1, 0, false),
g("ips", 15, E, 2, 0, false, None, A, &[], ""),
f("hardwareAddress", 3, E, 3, 0, false),
];
static F971: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("capacityKey", 1452, E, 1, 0, false),
f("capacityMultiplier", 395, E, 2, 0, false),
f("deviceMultiplier", 395, E, 3, 0, false),
];
static F972: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("perPod", 395, E, 1, 0, false),
f("perContainer", 395, E, 2, 0, false),
];
static F973: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("mapping", 1453, E, 3, 0, false),
f("overhead", 1454, E, 4, 0, false),
];
static F974: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("driver", 3, N, 1, 0, true),
f("parameters", 8, N, 2, 0, true),
];
static F975: [FieldDef; 5] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1455, N, 2, 0, false),
f("status", 1456, E, 3, 0, false),
];
static F976: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("apiGroup", 3, E, 1, 0, false),
f("resource", 3, N, 3, 0, true),
f("name", 3, N, 4, 0, true),
f("uid", 0, N, 5, 0, true),
];
static F977: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1458, N, 2, 0, true),
];
static F978: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta1
f("devices", 1459, N, 1, 0, false),
];
static F979: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("allocation", 1460, E, 1, 0, false),
g("reservedFor", 1462, E, 2, 0, false, m(true, false, false, "uid"), k(&L87), &[], ""),
g("devices", 1464, E, 4, 0, false, None, k(&L88), &[], ""),
];
static F980: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1465, N, 2, 0, false),
];
static F981: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1467, N, 2, 0, true),
];
static F982: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta1
f("metadata", 26, E, 1, 0, false),
f("spec", 1455, N, 2, 0, false),
];
static F983: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta1
f("name", 3, N, 1, 0, true),
f("generation", 78, N, 2, 0, true),
f("resourceSliceCount", 78, N, 3, 0, true),
];
static F984: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1468, N, 2, 0, true),
];
static F985: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1470, N, 2, 0, true),
];
static F986: [FieldDef; 10] = [ // k8s.io/api/resource/v1beta1
f("driver", 3, N, 1, 0, true),
f("pool", 1471, N, 2, 0, true),
f("nodeName", 3, E, 3, 0, false),
f("nodeSelector", 643, E, 4, 0, false),
f("allNodes", 10, E, 5, 0, false),
g("devices", 1473, E, 6, 0, false, None, A, &[], ""),
f("perDeviceNodeSelection", 9, E, 7, 0, false),
g("sharedCounters", 1475, E, 8, 0, false, None, A, &[], ""),
f("partitionTypeAttribute", 1437, E, 9, 0, false),
g("skipNodeOperations", 1448, E, 10, 0, false, None, X, &L83, ""),
];
static F987: [FieldDef; 7] = [ // k8s.io/api/resource/v1beta2
f("driver", 3, N, 1, 0, true),
f("pool", 3, N, 2, 0, true),
f("device", 3, N, 3, 0, true),
f("shareID", 62, E, 7, 0, false),
g("conditions", 81, N, 4, 0, false, None, k(&L9), &[], ""),
f("data", 1297, E, 5, 0, false),
f("networkData", 1476, E, 6, 0, false),
];
static F988: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("devices", 1477, E, 1, 0, false),
f("nodeSelector", 643, E, 3, 0, false),
f("allocationTimestamp", 384, E, 5, 0, false),
];
static F989: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta2
f("expression", 3, N, 1, 0, true),
];
static F990: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("default", 395, N, 1, 0, false),
g("validValues", 1300, E, 3, 0, false, None, A, &[], ""),
f("validRange", 1478, E, 4, 0, false),
];
static F991: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("min", 395, E, 1, 0, true),
f("max", 395, E, 2, 0, false),
f("step", 395, E, 3, 0, false),
];
static F992: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta2
f("requests", 1479, E, 1, 0, false),
];
static F993: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta2
f("value", 568, N, 1, 0, true),
];
static F994: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("name", 3, N, 1, 0, true),
f("counters", 1481, E, 2, 0, true),
];
static F995: [FieldDef; 13] = [ // k8s.io/api/resource/v1beta2
f("name", 3, N, 1, 0, true),
f("attributes", 1483, E, 2, 0, false),
f("capacity", 1485, E, 3, 0, false),
g("consumesCounters", 1487, E, 4, 0, false, None, A, &[], ""),
f("nodeName", 62, E, 5, 0, false),
f("nodeSelector", 643, E, 6, 0, false),
f("allNodes", 9, E, 7, 0, false),
g("taints", 1489, E, 8, 0, false, None, A, &[], ""),
f("bindsToNode", 9, E, 9, 0, false),
g("bindingConditions", 15, E, 10, 0, false, None, A, &[], ""),
g("bindingFailureConditions", 15, E, 11, 0, false, None, A, &[], ""),
f("allowMultipleAllocations", 9, E, 12, 0, false),
f("nodeAllocatableResources", 1491, E, 14, 0, false),
];
static F996: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
g("source", 1492, N, 1, 0, true, None, U, &L82, ""),
g("requests", 15, E, 2, 0, false, None, A, &[], ""),
f("opaque", 1493, E, 1, 1, false),
];
static I996: [InlineDef; 1] = [i("DeviceConfiguration", 3, 0)];
static F997: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
g("results", 1495, E, 1, 0, false, None, A, &[], ""),
g("config", 1497, E, 2, 0, false, None, A, &[], ""),
];
static F998: [FieldDef; 8] = [ // k8s.io/api/resource/v1beta2
f("int", 284, E, 2, 0, false),
f("bool", 9, E, 3, 0, false),
f("string", 62, E, 4, 0, false),
f("version", 62, E, 5, 0, false),
g("ints", 622, E, 6, 0, false, None, A, &[], ""),
g("bools", 1321, E, 7, 0, false, None, A, &[], ""),
g("strings", 15, E, 8, 0, false, None, A, &[], ""),
g("versions", 15, E, 9, 0, false, None, A, &[], ""),
];
static F999: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("value", 568, N, 1, 0, true),
f("requestPolicy", 1498, E, 2, 0, false),
];
static F1000: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
g("requests", 1500, N, 1, 0, false, None, A, &[], ""),
g("constraints", 1502, E, 2, 0, false, None, A, &[], ""),
g("config", 1504, E, 3, 0, false, None, A, &[], ""),
];
static F1001: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
g("requests", 15, E, 1, 0, false, None, A, &[], ""),
f("opaque", 1493, E, 1, 1, false),
];
static I1001: [InlineDef; 1] = [i("DeviceConfiguration", 2, 0)];
static F1002: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1505, N, 2, 0, false),
];
static F1003: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta2
f("opaque", 1493, E, 1, 1, false),
];
static I1003: [InlineDef; 1] = [i("DeviceConfiguration", 1, 0)];
static F1004: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1507, N, 2, 0, true),
];
static F1005: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
g("selectors", 1509, E, 1, 0, false, None, A, &[], ""),
g("config", 1511, E, 2, 0, false, None, A, &[], ""),
f("extendedResourceName", 62, E, 4, 0, false),
];
static F1006: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
g("requests", 15, E, 1, 0, false, None, A, &[], ""),
f("matchAttribute", 1512, E, 2, 0, false),
f("distinctAttribute", 1512, E, 3, 0, false),
];
static F1007: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("counterSet", 3, N, 1, 0, true),
f("counters", 1481, E, 2, 0, true),
g("compatibilityGroups", 15, E, 3, 0, false, None, A, &[], ""),
];
static F1008: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("name", 1513, N, 1, 0, true),
f("expression", 3, N, 2, 0, true),
];
static F1009: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("name", 3, N, 1, 0, true),
f("exactly", 1514, E, 2, 0, false),
g("firstAvailable", 1516, E, 3, 0, false, None, A, &[], ""),
];
static F1010: [FieldDef; 11] = [ // k8s.io/api/resource/v1beta2
f("request", 3, N, 1, 0, true),
f("driver", 3, N, 2, 0, true),
f("pool", 3, N, 3, 0, true),
f("device", 3, N, 4, 0, true),
f("adminAccess", 9, E, 5, 0, false),
g("tolerations", 1518, E, 6, 0, false, None, A, &[], ""),
g("bindingConditions", 15, E, 7, 0, false, None, A, &[], ""),
g("bindingFailureConditions", 15, E, 8, 0, false, None, A, &[], ""),
f("shareID", 1343, E, 9, 0, false),
f("consumedCapacity", 1479, E, 10, 0, false),
g("skipNodeOperations", 1520, E, 11, 0, false, None, X, &L83, ""),
];
static F1011: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta2
f("cel", 1521, E, 1, 0, false),
];
static F1012: [FieldDef; 8] = [ // k8s.io/api/resource/v1beta2
f("name", 3, N, 1, 0, true),
f("deviceClassName", 3, N, 2, 0, true),
g("selectors", 1509, E, 3, 0, false, None, A, &[], ""),
g("allocationMode", 1522, E, 4, 0, false, None, U, &L84, ""),
f("count", 78, E, 5, 0, false),
g("tolerations", 1518, E, 6, 0, false, None, A, &[], ""),
f("capacity", 1523, E, 7, 0, false),
g("derivedAttributes", 1525, E, 8, 0, false, None, A, &[], ""),
];
static F1013: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("key", 3, N, 1, 0, true),
f("value", 3, E, 2, 0, false),
g("effect", 1526, N, 3, 0, true, None, U, &L85, ""),
f("timeAdded", 384, E, 4, 0, false),
];
static F1014: [FieldDef; 5] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1527, N, 2, 0, true),
f("status", 1528, E, 3, 0, false),
];
static F1015: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1530, N, 2, 0, true),
];
static F1016: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("deviceSelector", 1531, E, 1, 0, false),
f("taint", 1488, E, 2, 0, true),
];
static F1017: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta2
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F1018: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("driver", 62, E, 2, 0, false),
f("pool", 62, E, 3, 0, false),
f("device", 62, E, 4, 0, false),
];
static F1019: [FieldDef; 5] = [ // k8s.io/api/resource/v1beta2
f("key", 3, E, 1, 0, false),
g("operator", 1532, E, 2, 0, false, None, U, &L86, "\"Equal\""),
f("value", 3, E, 3, 0, false),
g("effect", 1526, E, 4, 0, false, None, U, &L85, ""),
f("tolerationSeconds", 284, E, 5, 0, false),
];
static F1020: [FieldDef; 8] = [ // k8s.io/api/resource/v1beta2
f("deviceClassName", 3, N, 1, 0, true),
g("selectors", 1509, E, 2, 0, false, None, A, &[], ""),
g("allocationMode", 1522, E, 3, 0, false, None, U, &L84, ""),
f("count", 78, E, 4, 0, false),
f("adminAccess", 9, E, 5, 0, false),
g("tolerations", 1518, E, 6, 0, false, None, A, &[], ""),
f("capacity", 1523, E, 7, 0, false),
g("derivedAttributes", 1525, E, 8, 0, false, None, A, &[], ""),
];
static F1021: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("interfaceName", 3, E, 1, 0, false),
g("ips", 15, E, 2, 0, false, None, A, &[], ""),
f("hardwareAddress", 3, E, 3, 0, false),
];
static F1022: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("capacityKey", 1533, E, 1, 0, false),
f("capacityMultiplier", 395, E, 2, 0, false),
f("deviceMultiplier", 395, E, 3, 0, false),
];
static F1023: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("perPod", 395, E, 1, 0, false),
f("perContainer", 395, E, 2, 0, false),
];
static F1024: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("mapping", 1534, E, 3, 0, false),
f("overhead", 1535, E, 4, 0, false),
];
static F1025: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("driver", 3, N, 1, 0, true),
f("parameters", 8, N, 2, 0, true),
];
static F1026: [FieldDef; 5] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1536, N, 2, 0, false),
f("status", 1537, E, 3, 0, false),
];
static F1027: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("apiGroup", 3, E, 1, 0, false),
f("resource", 3, N, 3, 0, true),
f("name", 3, N, 4, 0, true),
f("uid", 0, N, 5, 0, true),
];
static F1028: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1539, N, 2, 0, true),
];
static F1029: [FieldDef; 1] = [ // k8s.io/api/resource/v1beta2
f("devices", 1540, N, 1, 0, false),
];
static F1030: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("allocation", 1541, E, 1, 0, false),
g("reservedFor", 1543, E, 2, 0, false, m(true, false, false, "uid"), k(&L87), &[], ""),
g("devices", 1545, E, 4, 0, false, None, k(&L88), &[], ""),
];
static F1031: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1546, N, 2, 0, false),
];
static F1032: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1548, N, 2, 0, true),
];
static F1033: [FieldDef; 2] = [ // k8s.io/api/resource/v1beta2
f("metadata", 26, E, 1, 0, false),
f("spec", 1536, N, 2, 0, false),
];
static F1034: [FieldDef; 3] = [ // k8s.io/api/resource/v1beta2
f("name", 3, N, 1, 0, true),
f("generation", 78, N, 2, 0, true),
f("resourceSliceCount", 78, N, 3, 0, true),
];
static F1035: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1549, N, 2, 0, true),
];
static F1036: [FieldDef; 4] = [ // k8s.io/api/resource/v1beta2
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1551, N, 2, 0, true),
];
static F1037: [FieldDef; 10] = [ // k8s.io/api/resource/v1beta2
f("driver", 3, N, 1, 0, true),
f("pool", 1552, N, 2, 0, true),
f("nodeName", 62, E, 3, 0, false),
f("nodeSelector", 643, E, 4, 0, false),
f("allNodes", 9, E, 5, 0, false),
g("devices", 1554, E, 6, 0, false, None, A, &[], ""),
f("perDeviceNodeSelection", 9, E, 7, 0, false),
g("sharedCounters", 1556, E, 8, 0, false, None, A, &[], ""),
f("partitionTypeAttribute", 1512, E, 9, 0, false),
g("skipNodeOperations", 1520, E, 10, 0, false, None, X, &L83, ""),
];
static F1038: [FieldDef; 7] = [ // k8s.io/api/scheduling/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("value", 219, N, 2, 0, false),
f("globalDefault", 10, E, 3, 0, false),
f("description", 3, E, 4, 0, false),
g("preemptionPolicy", 768, E, 5, 0, false, None, U, &L54, ""),
];
static F1039: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1558, N, 2, 0, true),
];
static F1044: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("single", 1559, E, 1, 0, false),
f("all", 1560, E, 2, 0, false),
];
static F1045: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
f("minGroupCount", 219, N, 1, 0, true),
];
static F1046: [FieldDef; 5] = [ // k8s.io/api/scheduling/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1561, N, 2, 0, true),
f("status", 1562, E, 3, 0, false),
];
static F1047: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1564, N, 2, 0, true),
];
static F1048: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
g("topology", 1566, E, 1, 0, false, None, A, &[], ""),
];
static F1049: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("basic", 1567, E, 1, 0, false),
f("gang", 1568, E, 2, 0, false),
];
static F1050: [FieldDef; 8] = [ // k8s.io/api/scheduling/v1alpha3
f("parentCompositePodGroupName", 62, E, 1, 0, false),
f("workloadRef", 1569, N, 2, 0, true),
f("schedulingPolicy", 1570, N, 3, 0, true),
f("schedulingConstraints", 1571, E, 4, 0, false),
g("disruptionMode", 1572, E, 5, 0, false, None, U, &[], "{\"single\":{}}"),
f("priorityClassName", 3, E, 6, 0, false),
f("priority", 49, E, 7, 0, false),
g("preemptionPolicy", 1573, E, 8, 0, false, None, U, &L54, ""),
];
static F1051: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F1052: [FieldDef; 9] = [ // k8s.io/api/scheduling/v1alpha3
f("name", 3, N, 1, 0, true),
f("schedulingPolicy", 1570, N, 2, 0, true),
f("schedulingConstraints", 1571, E, 3, 0, false),
f("disruptionMode", 1572, E, 4, 0, false),
f("priorityClassName", 3, E, 5, 0, false),
f("priority", 49, E, 6, 0, false),
g("preemptionPolicy", 1573, E, 7, 0, false, None, U, &L54, ""),
g("podGroupTemplates", 1575, E, 8, 0, false, None, k(&L2), &[], ""),
g("compositePodGroupTemplates", 1577, E, 9, 0, false, None, k(&L2), &[], ""),
];
static F1053: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("single", 1578, E, 1, 0, false),
f("all", 1579, E, 2, 0, false),
];
static F1054: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
f("minCount", 219, N, 1, 0, true),
];
static F1055: [FieldDef; 5] = [ // k8s.io/api/scheduling/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1580, N, 2, 0, true),
f("status", 1581, E, 3, 0, false),
];
static F1056: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1583, N, 2, 0, true),
];
static F1057: [FieldDef; 3] = [ // k8s.io/api/scheduling/v1alpha3
f("name", 3, N, 1, 0, true),
f("resourceClaimName", 62, E, 2, 0, false),
f("resourceClaimTemplateName", 62, E, 3, 0, false),
];
static F1058: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("name", 3, N, 1, 0, true),
f("resourceClaimName", 62, E, 2, 0, false),
];
static F1059: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
g("topology", 1566, E, 1, 0, false, None, A, &[], ""),
];
static F1060: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("basic", 1584, E, 1, 0, false),
f("gang", 1585, E, 2, 0, false),
];
static F1061: [FieldDef; 9] = [ // k8s.io/api/scheduling/v1alpha3
f("parentCompositePodGroupName", 62, E, 1, 0, false),
f("workloadRef", 1569, E, 2, 0, false),
f("schedulingPolicy", 1586, N, 3, 0, true),
f("schedulingConstraints", 1587, E, 4, 0, false),
g("resourceClaims", 1589, E, 5, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
g("disruptionMode", 1590, E, 6, 0, false, None, U, &[], "{\"single\":{}}"),
f("priorityClassName", 3, E, 7, 0, false),
f("priority", 49, E, 8, 0, false),
g("preemptionPolicy", 1573, E, 9, 0, false, None, U, &L54, ""),
];
static F1062: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
g("resourceClaimStatuses", 1592, E, 2, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
];
static F1063: [FieldDef; 8] = [ // k8s.io/api/scheduling/v1alpha3
f("name", 3, N, 1, 0, true),
f("schedulingPolicy", 1586, N, 2, 0, true),
f("schedulingConstraints", 1587, N, 3, 0, false),
g("resourceClaims", 1589, E, 4, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
f("disruptionMode", 1590, E, 5, 0, false),
f("priorityClassName", 3, E, 6, 0, false),
f("priority", 49, E, 7, 0, false),
g("preemptionPolicy", 1573, E, 8, 0, false, None, U, &L54, ""),
];
static F1066: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
f("key", 3, N, 1, 0, true),
];
static F1067: [FieldDef; 3] = [ // k8s.io/api/scheduling/v1alpha3
f("apiGroup", 3, E, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
];
static F1068: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1593, N, 2, 0, true),
];
static F1069: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1alpha3
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1595, N, 2, 0, true),
];
static F1072: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("single", 1596, E, 1, 0, false),
f("all", 1597, E, 2, 0, false),
];
static F1073: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
f("minCount", 49, E, 1, 0, false),
];
static F1074: [FieldDef; 3] = [ // k8s.io/api/scheduling/v1alpha3
f("name", 3, N, 1, 0, true),
f("resourceClaimName", 62, E, 2, 0, false),
f("resourceClaimTemplateName", 62, E, 3, 0, false),
];
static F1075: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1alpha3
g("topology", 1566, E, 1, 0, false, None, A, &[], ""),
];
static F1076: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("basic", 1598, E, 1, 0, false),
f("gang", 1599, E, 2, 0, false),
];
static F1078: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1alpha3
f("workloadName", 3, N, 1, 0, true),
f("templateName", 3, N, 2, 0, true),
];
static F1079: [FieldDef; 3] = [ // k8s.io/api/scheduling/v1alpha3
f("controllerRef", 1600, E, 1, 0, false),
g("podGroupTemplates", 1575, N, 2, 0, false, None, k(&L2), &[], ""),
g("compositePodGroupTemplates", 1577, E, 3, 0, false, None, k(&L2), &[], ""),
];
static F1084: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1beta1
f("single", 1601, E, 1, 0, false),
f("all", 1602, E, 2, 0, false),
];
static F1085: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1beta1
f("minGroupCount", 219, N, 1, 0, true),
];
static F1086: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1beta1
g("topology", 1604, E, 1, 0, false, None, A, &[], ""),
];
static F1087: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1beta1
f("basic", 1605, E, 1, 0, false),
f("gang", 1606, E, 2, 0, false),
];
static F1088: [FieldDef; 9] = [ // k8s.io/api/scheduling/v1beta1
f("name", 3, N, 1, 0, true),
f("schedulingPolicy", 1607, N, 2, 0, true),
f("schedulingConstraints", 1608, E, 3, 0, false),
f("disruptionMode", 1609, E, 4, 0, false),
f("priorityClassName", 3, E, 5, 0, false),
f("priority", 49, E, 6, 0, false),
g("preemptionPolicy", 1610, E, 7, 0, false, None, U, &L54, ""),
g("podGroupTemplates", 1612, E, 8, 0, false, None, k(&L2), &[], ""),
g("compositePodGroupTemplates", 1614, E, 9, 0, false, None, k(&L2), &[], ""),
];
static F1089: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1beta1
f("single", 1615, E, 1, 0, false),
f("all", 1616, E, 2, 0, false),
];
static F1090: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1beta1
f("minCount", 219, N, 1, 0, true),
];
static F1091: [FieldDef; 5] = [ // k8s.io/api/scheduling/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1617, N, 2, 0, true),
f("status", 1618, E, 3, 0, false),
];
static F1092: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1620, N, 2, 0, true),
];
static F1093: [FieldDef; 3] = [ // k8s.io/api/scheduling/v1beta1
f("name", 3, N, 1, 0, true),
f("resourceClaimName", 62, E, 2, 0, false),
f("resourceClaimTemplateName", 62, E, 3, 0, false),
];
static F1094: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1beta1
f("name", 3, N, 1, 0, true),
f("resourceClaimName", 62, E, 2, 0, false),
];
static F1095: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1beta1
g("topology", 1604, E, 1, 0, false, None, A, &[], ""),
];
static F1096: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1beta1
f("basic", 1621, E, 1, 0, false),
f("gang", 1622, E, 2, 0, false),
];
static F1097: [FieldDef; 9] = [ // k8s.io/api/scheduling/v1beta1
f("parentCompositePodGroupName", 62, E, 1, 0, false),
f("workloadRef", 1623, E, 2, 0, false),
f("schedulingPolicy", 1624, N, 3, 0, true),
f("schedulingConstraints", 1625, E, 4, 0, false),
g("resourceClaims", 1627, E, 5, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
g("disruptionMode", 1628, E, 6, 0, false, None, U, &[], "{\"single\":{}}"),
f("priorityClassName", 3, E, 7, 0, false),
f("priority", 49, E, 8, 0, false),
g("preemptionPolicy", 1610, E, 9, 0, false, None, U, &L54, ""),
];
static F1098: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1beta1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
g("resourceClaimStatuses", 1630, E, 2, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
];
static F1099: [FieldDef; 8] = [ // k8s.io/api/scheduling/v1beta1
f("name", 3, N, 1, 0, true),
f("schedulingPolicy", 1624, N, 2, 0, true),
f("schedulingConstraints", 1625, N, 3, 0, false),
g("resourceClaims", 1627, E, 4, 0, false, m(true, false, true, "name"), k(&L2), &[], ""),
f("disruptionMode", 1628, E, 5, 0, false),
f("priorityClassName", 3, E, 6, 0, false),
f("priority", 49, E, 7, 0, false),
g("preemptionPolicy", 1610, E, 8, 0, false, None, U, &L54, ""),
];
static F1100: [FieldDef; 7] = [ // k8s.io/api/scheduling/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("value", 219, N, 2, 0, false),
f("globalDefault", 10, E, 3, 0, false),
f("description", 3, E, 4, 0, false),
g("preemptionPolicy", 768, E, 5, 0, false, None, U, &L54, ""),
];
static F1101: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1632, N, 2, 0, true),
];
static F1104: [FieldDef; 1] = [ // k8s.io/api/scheduling/v1beta1
f("key", 3, N, 1, 0, true),
];
static F1105: [FieldDef; 3] = [ // k8s.io/api/scheduling/v1beta1
f("apiGroup", 3, E, 1, 0, false),
f("kind", 3, N, 2, 0, true),
f("name", 3, N, 3, 0, true),
];
static F1106: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1633, N, 2, 0, true),
];
static F1107: [FieldDef; 4] = [ // k8s.io/api/scheduling/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1635, N, 2, 0, true),
];
static F1108: [FieldDef; 2] = [ // k8s.io/api/scheduling/v1beta1
f("workloadName", 3, N, 1, 0, true),
f("templateName", 3, N, 2, 0, true),
];
static F1109: [FieldDef; 3] = [ // k8s.io/api/scheduling/v1beta1
f("controllerRef", 1636, E, 1, 0, false),
g("podGroupTemplates", 1612, N, 2, 0, false, None, k(&L2), &[], ""),
g("compositePodGroupTemplates", 1614, E, 3, 0, false, None, k(&L2), &[], ""),
];
static F1110: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1637, N, 2, 0, true),
];
static F1111: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1639, N, 2, 0, true),
];
static F1112: [FieldDef; 11] = [ // k8s.io/api/storage/v1
f("attachRequired", 9, E, 1, 0, false),
f("podInfoOnMount", 9, E, 2, 0, false),
g("volumeLifecycleModes", 1641, E, 3, 0, false, None, X, &[], ""),
f("storageCapacity", 9, E, 4, 0, false),
f("fsGroupPolicy", 1642, E, 5, 0, false),
g("tokenRequests", 1644, E, 6, 0, false, None, A, &[], ""),
f("requiresRepublish", 9, E, 7, 0, false),
f("seLinuxMount", 9, E, 8, 0, false),
f("nodeAllocatableUpdatePeriodSeconds", 284, E, 9, 0, false),
f("serviceAccountTokenInSecrets", 9, E, 10, 0, false),
f("preventPodSchedulingIfMissing", 9, E, 11, 0, false),
];
static F1113: [FieldDef; 5] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1645, N, 2, 0, true),
f("status", 1646, E, 3, 0, false),
];
static F1114: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("name", 3, N, 1, 0, true),
f("nodeID", 3, N, 2, 0, true),
g("topologyKeys", 15, N, 3, 0, false, None, A, &[], ""),
f("allocatable", 1647, E, 4, 0, false),
];
static F1115: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1649, N, 2, 0, true),
];
static F1116: [FieldDef; 1] = [ // k8s.io/api/storage/v1
g("drivers", 1651, N, 1, 0, true, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F1117: [FieldDef; 1] = [ // k8s.io/api/storage/v1
g("storageHealth", 1653, E, 1, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F1118: [FieldDef; 7] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("nodeTopology", 22, E, 2, 0, false),
f("storageClassName", 3, N, 3, 0, true),
f("capacity", 395, E, 4, 0, false),
f("maximumVolumeSize", 395, E, 5, 0, false),
];
static F1119: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1655, N, 2, 0, true),
];
static F1120: [FieldDef; 10] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("provisioner", 3, N, 2, 0, true),
f("parameters", 14, E, 3, 0, false),
g("reclaimPolicy", 1656, E, 4, 0, false, None, U, &L47, ""),
g("mountOptions", 15, E, 5, 0, false, None, A, &[], ""),
f("allowVolumeExpansion", 9, E, 6, 0, false),
g("volumeBindingMode", 1657, E, 7, 0, false, None, U, &L89, ""),
g("allowedTopologies", 1659, E, 8, 0, false, None, A, &[], ""),
];
static F1121: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1661, N, 2, 0, true),
];
static F1122: [FieldDef; 2] = [ // k8s.io/api/storage/v1
f("name", 3, N, 1, 0, true),
g("healthConditions", 1663, E, 2, 0, false, None, A, &[], ""),
];
static F1123: [FieldDef; 6] = [ // k8s.io/api/storage/v1
g("status", 1664, N, 1, 0, true, None, U, &L90, ""),
f("reason", 3, N, 2, 0, true),
f("message", 3, E, 3, 0, false),
g("accessMode", 1665, E, 4, 0, false, None, U, &L44, ""),
g("volumeMode", 690, E, 5, 0, false, None, U, &L45, ""),
f("lastTransitionTime", 202, E, 6, 0, false),
];
static F1124: [FieldDef; 2] = [ // k8s.io/api/storage/v1
f("audience", 3, N, 1, 0, true),
f("expirationSeconds", 284, E, 2, 0, false),
];
static F1125: [FieldDef; 5] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1666, N, 2, 0, true),
f("status", 1667, E, 3, 0, false),
];
static F1126: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1669, N, 2, 0, true),
];
static F1127: [FieldDef; 2] = [ // k8s.io/api/storage/v1
f("persistentVolumeName", 62, E, 1, 0, false),
f("inlineVolumeSpec", 1670, E, 2, 0, false),
];
static F1128: [FieldDef; 3] = [ // k8s.io/api/storage/v1
f("attacher", 3, N, 1, 0, true),
f("source", 1671, N, 2, 0, true),
f("nodeName", 3, N, 3, 0, true),
];
static F1129: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("attached", 10, N, 1, 0, true),
f("attachmentMetadata", 14, E, 2, 0, false),
f("attachError", 1672, E, 3, 0, false),
f("detachError", 1672, E, 4, 0, false),
];
static F1130: [FieldDef; 5] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("driverName", 3, N, 2, 0, true),
f("parameters", 14, E, 3, 0, false),
];
static F1131: [FieldDef; 4] = [ // k8s.io/api/storage/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1674, N, 2, 0, true),
];
static F1132: [FieldDef; 3] = [ // k8s.io/api/storage/v1
f("time", 202, E, 1, 0, false),
f("message", 3, E, 2, 0, false),
f("errorCode", 49, E, 3, 0, false),
];
static F1133: [FieldDef; 1] = [ // k8s.io/api/storage/v1
f("count", 49, E, 1, 0, false),
];
static F1134: [FieldDef; 7] = [ // k8s.io/api/storage/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("nodeTopology", 22, E, 2, 0, false),
f("storageClassName", 3, N, 3, 0, true),
f("capacity", 395, E, 4, 0, false),
f("maximumVolumeSize", 395, E, 5, 0, false),
];
static F1135: [FieldDef; 4] = [ // k8s.io/api/storage/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1676, N, 2, 0, true),
];
static F1136: [FieldDef; 5] = [ // k8s.io/api/storage/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1677, N, 2, 0, true),
f("status", 1678, E, 3, 0, false),
];
static F1137: [FieldDef; 4] = [ // k8s.io/api/storage/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1680, N, 2, 0, true),
];
static F1138: [FieldDef; 2] = [ // k8s.io/api/storage/v1alpha1
f("persistentVolumeName", 62, E, 1, 0, false),
f("inlineVolumeSpec", 1670, E, 2, 0, false),
];
static F1139: [FieldDef; 3] = [ // k8s.io/api/storage/v1alpha1
f("attacher", 3, N, 1, 0, true),
f("source", 1681, N, 2, 0, true),
f("nodeName", 3, N, 3, 0, true),
];
static F1140: [FieldDef; 4] = [ // k8s.io/api/storage/v1alpha1
f("attached", 10, N, 1, 0, true),
f("attachmentMetadata", 14, E, 2, 0, false),
f("attachError", 1682, E, 3, 0, false),
f("detachError", 1682, E, 4, 0, false),
];
static F1141: [FieldDef; 5] = [ // k8s.io/api/storage/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("driverName", 3, N, 2, 0, true),
f("parameters", 14, E, 3, 0, false),
];
static F1142: [FieldDef; 4] = [ // k8s.io/api/storage/v1alpha1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1684, N, 2, 0, true),
];
static F1143: [FieldDef; 3] = [ // k8s.io/api/storage/v1alpha1
f("time", 202, E, 1, 0, false),
f("message", 3, E, 2, 0, false),
f("errorCode", 49, E, 3, 0, false),
];
static F1144: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1685, N, 2, 0, true),
];
static F1145: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1687, N, 2, 0, true),
];
static F1146: [FieldDef; 11] = [ // k8s.io/api/storage/v1beta1
f("attachRequired", 9, E, 1, 0, false),
f("podInfoOnMount", 9, E, 2, 0, false),
g("volumeLifecycleModes", 1689, E, 3, 0, false, None, A, &[], ""),
f("storageCapacity", 9, E, 4, 0, false),
f("fsGroupPolicy", 1690, E, 5, 0, false),
g("tokenRequests", 1692, E, 6, 0, false, None, A, &[], ""),
f("requiresRepublish", 9, E, 7, 0, false),
f("seLinuxMount", 9, E, 8, 0, false),
f("nodeAllocatableUpdatePeriodSeconds", 284, E, 9, 0, false),
f("serviceAccountTokenInSecrets", 9, E, 10, 0, false),
f("preventPodSchedulingIfMissing", 9, E, 11, 0, false),
];
static F1147: [FieldDef; 5] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1693, N, 2, 0, true),
f("status", 1694, E, 3, 0, false),
];
static F1148: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("name", 3, N, 1, 0, true),
f("nodeID", 3, N, 2, 0, true),
g("topologyKeys", 15, N, 3, 0, false, None, A, &[], ""),
f("allocatable", 1695, E, 4, 0, false),
];
static F1149: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1697, N, 2, 0, true),
];
static F1150: [FieldDef; 1] = [ // k8s.io/api/storage/v1beta1
g("drivers", 1699, N, 1, 0, true, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F1151: [FieldDef; 1] = [ // k8s.io/api/storage/v1beta1
g("storageHealth", 1701, E, 1, 0, false, m(true, false, false, "name"), k(&L2), &[], ""),
];
static F1152: [FieldDef; 7] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("nodeTopology", 22, E, 2, 0, false),
f("storageClassName", 3, N, 3, 0, true),
f("capacity", 395, E, 4, 0, false),
f("maximumVolumeSize", 395, E, 5, 0, false),
];
static F1153: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1703, N, 2, 0, true),
];
static F1154: [FieldDef; 10] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("provisioner", 3, N, 2, 0, true),
f("parameters", 14, E, 3, 0, false),
g("reclaimPolicy", 1656, E, 4, 0, false, None, U, &L47, ""),
g("mountOptions", 15, E, 5, 0, false, None, A, &[], ""),
f("allowVolumeExpansion", 9, E, 6, 0, false),
f("volumeBindingMode", 1704, E, 7, 0, false),
g("allowedTopologies", 1659, E, 8, 0, false, None, A, &[], ""),
];
static F1155: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1706, N, 2, 0, true),
];
static F1156: [FieldDef; 2] = [ // k8s.io/api/storage/v1beta1
f("name", 3, N, 1, 0, true),
g("healthConditions", 1708, E, 2, 0, false, None, A, &[], ""),
];
static F1157: [FieldDef; 6] = [ // k8s.io/api/storage/v1beta1
g("status", 1709, N, 1, 0, true, None, U, &L90, ""),
f("reason", 3, N, 2, 0, true),
f("message", 3, E, 3, 0, false),
g("accessMode", 1665, E, 4, 0, false, None, U, &L44, ""),
g("volumeMode", 690, E, 5, 0, false, None, U, &L45, ""),
f("lastTransitionTime", 202, E, 6, 0, false),
];
static F1158: [FieldDef; 2] = [ // k8s.io/api/storage/v1beta1
f("audience", 3, N, 1, 0, true),
f("expirationSeconds", 284, E, 2, 0, false),
];
static F1159: [FieldDef; 5] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1710, N, 2, 0, true),
f("status", 1711, E, 3, 0, false),
];
static F1160: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1713, N, 2, 0, true),
];
static F1161: [FieldDef; 2] = [ // k8s.io/api/storage/v1beta1
f("persistentVolumeName", 62, E, 1, 0, false),
f("inlineVolumeSpec", 1670, E, 2, 0, false),
];
static F1162: [FieldDef; 3] = [ // k8s.io/api/storage/v1beta1
f("attacher", 3, N, 1, 0, true),
f("source", 1714, N, 2, 0, true),
f("nodeName", 3, N, 3, 0, true),
];
static F1163: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("attached", 10, N, 1, 0, true),
f("attachmentMetadata", 14, E, 2, 0, false),
f("attachError", 1715, E, 3, 0, false),
f("detachError", 1715, E, 4, 0, false),
];
static F1164: [FieldDef; 5] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("driverName", 3, N, 2, 0, true),
f("parameters", 14, E, 3, 0, false),
];
static F1165: [FieldDef; 4] = [ // k8s.io/api/storage/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1717, N, 2, 0, true),
];
static F1166: [FieldDef; 3] = [ // k8s.io/api/storage/v1beta1
f("time", 202, E, 1, 0, false),
f("message", 3, E, 2, 0, false),
f("errorCode", 49, E, 3, 0, false),
];
static F1167: [FieldDef; 1] = [ // k8s.io/api/storage/v1beta1
f("count", 49, E, 1, 0, false),
];
static F1168: [FieldDef; 5] = [ // k8s.io/api/storagemigration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1718, E, 2, 0, false),
f("status", 1719, E, 3, 0, false),
];
static F1169: [FieldDef; 4] = [ // k8s.io/api/storagemigration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1721, N, 2, 0, true),
];
static F1170: [FieldDef; 1] = [ // k8s.io/api/storagemigration/v1
f("resource", 1722, N, 1, 0, true),
];
static F1171: [FieldDef; 2] = [ // k8s.io/api/storagemigration/v1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("resourceVersion", 3, E, 2, 0, false),
];
static F1172: [FieldDef; 5] = [ // k8s.io/api/storagemigration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1723, E, 2, 0, false),
f("status", 1724, E, 3, 0, false),
];
static F1173: [FieldDef; 4] = [ // k8s.io/api/storagemigration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1726, N, 2, 0, true),
];
static F1174: [FieldDef; 1] = [ // k8s.io/api/storagemigration/v1beta1
f("resource", 1722, N, 1, 0, true),
];
static F1175: [FieldDef; 2] = [ // k8s.io/api/storagemigration/v1beta1
g("conditions", 81, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
f("resourceVersion", 3, E, 2, 0, false),
];
static F1176: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("uid", 0, N, 1, 0, true),
f("desiredAPIVersion", 3, N, 2, 0, true),
g("objects", 623, N, 3, 0, true, None, A, &[], ""),
];
static F1177: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("uid", 0, N, 1, 0, true),
g("convertedObjects", 623, N, 2, 0, true, None, A, &[], ""),
f("result", 1727, N, 3, 0, true),
];
static F1178: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("request", 1728, E, 1, 0, false),
f("response", 1729, E, 2, 0, false),
];
static F1179: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("name", 3, N, 1, 0, true),
f("type", 3, N, 2, 0, true),
f("format", 3, E, 3, 0, false),
f("description", 3, E, 4, 0, false),
f("priority", 219, E, 5, 0, false),
f("jsonPath", 3, N, 6, 0, true),
];
static F1180: [FieldDef; 2] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("strategy", 1730, N, 1, 0, true),
f("webhook", 1731, E, 2, 0, false),
];
static F1181: [FieldDef; 5] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1732, N, 2, 0, true),
f("status", 1733, E, 3, 0, false),
];
static F1182: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("type", 1734, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
f("observedGeneration", 78, E, 6, 0, false),
];
static F1183: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1736, N, 2, 0, true),
];
static F1184: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("plural", 3, N, 1, 0, true),
f("singular", 3, E, 2, 0, false),
g("shortNames", 15, E, 3, 0, false, None, A, &[], ""),
f("kind", 3, N, 4, 0, true),
f("listKind", 3, E, 5, 0, false),
g("categories", 15, E, 6, 0, false, None, A, &[], ""),
];
static F1185: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("group", 3, N, 1, 0, true),
f("names", 1737, N, 3, 0, true),
f("scope", 1738, N, 4, 0, true),
g("versions", 1740, N, 7, 0, true, None, A, &[], ""),
f("conversion", 1741, E, 9, 0, false),
f("preserveUnknownFields", 10, E, 10, 0, false),
];
static F1186: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
g("conditions", 1743, N, 1, 0, false, None, k(&L9), &[], ""),
f("acceptedNames", 1737, N, 2, 0, false),
g("storedVersions", 15, N, 3, 0, false, None, A, &[], ""),
f("observedGeneration", 78, E, 4, 0, false),
];
static F1187: [FieldDef; 9] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("name", 3, N, 1, 0, true),
f("served", 10, N, 2, 0, true),
f("storage", 10, N, 3, 0, true),
f("deprecated", 10, E, 7, 0, false),
f("deprecationWarning", 62, E, 8, 0, false),
f("schema", 1744, E, 4, 0, false),
f("subresources", 1745, E, 5, 0, false),
g("additionalPrinterColumns", 1747, E, 6, 0, false, None, A, &[], ""),
g("selectableFields", 1749, E, 9, 0, false, None, A, &[], ""),
];
static F1188: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("specReplicasPath", 3, N, 1, 0, true),
f("statusReplicasPath", 3, N, 2, 0, true),
f("labelSelectorPath", 62, E, 3, 0, false),
];
static F1190: [FieldDef; 2] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("status", 1750, E, 1, 0, false),
f("scale", 1751, E, 2, 0, false),
];
static F1191: [FieldDef; 1] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("openAPIV3Schema", 1752, E, 1, 0, false),
];
static F1192: [FieldDef; 2] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("description", 3, E, 1, 0, false),
f("url", 3, E, 2, 0, false),
];
static F1193: [FieldDef; 44] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("id", 3, E, 1, 0, false),
f("$schema", 1753, E, 2, 0, false),
f("$ref", 62, E, 3, 0, false),
f("description", 3, E, 4, 0, false),
f("type", 3, E, 5, 0, false),
f("format", 3, E, 6, 0, false),
f("title", 3, E, 7, 0, false),
f("default", 1754, E, 8, 0, false),
f("maximum", 1755, E, 9, 0, false),
f("exclusiveMaximum", 10, E, 10, 0, false),
f("minimum", 1755, E, 11, 0, false),
f("exclusiveMinimum", 10, E, 12, 0, false),
f("maxLength", 284, E, 13, 0, false),
f("minLength", 284, E, 14, 0, false),
f("pattern", 3, E, 15, 0, false),
f("maxItems", 284, E, 16, 0, false),
f("minItems", 284, E, 17, 0, false),
f("uniqueItems", 10, E, 18, 0, false),
f("multipleOf", 1755, E, 19, 0, false),
g("enum", 1757, E, 20, 0, false, None, A, &[], ""),
f("maxProperties", 284, E, 21, 0, false),
f("minProperties", 284, E, 22, 0, false),
g("required", 15, E, 23, 0, false, None, A, &[], ""),
f("items", 1758, E, 24, 0, false),
g("allOf", 1760, E, 25, 0, false, None, A, &[], ""),
g("oneOf", 1760, E, 26, 0, false, None, A, &[], ""),
g("anyOf", 1760, E, 27, 0, false, None, A, &[], ""),
f("not", 1752, E, 28, 0, false),
f("properties", 1761, E, 29, 0, false),
f("additionalProperties", 1762, E, 30, 0, false),
f("patternProperties", 1761, E, 31, 0, false),
f("dependencies", 1764, E, 32, 0, false),
f("additionalItems", 1762, E, 33, 0, false),
f("definitions", 1765, E, 34, 0, false),
f("externalDocs", 1766, E, 35, 0, false),
f("example", 1754, E, 36, 0, false),
f("nullable", 10, E, 37, 0, false),
f("x-kubernetes-preserve-unknown-fields", 9, E, 38, 0, false),
f("x-kubernetes-embedded-resource", 10, E, 39, 0, false),
f("x-kubernetes-int-or-string", 10, E, 40, 0, false),
g("x-kubernetes-list-map-keys", 15, E, 41, 0, false, None, A, &[], ""),
f("x-kubernetes-list-type", 62, E, 42, 0, false),
f("x-kubernetes-map-type", 62, E, 43, 0, false),
g("x-kubernetes-validations", 1768, E, 44, 0, false, m(true, false, false, "rule"), k(&L91), &[], ""),
];
static F1194: [FieldDef; 1] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("jsonPath", 3, N, 1, 0, true),
];
static F1195: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
f("path", 62, E, 3, 0, false),
f("port", 49, E, 4, 0, false),
];
static F1196: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("rule", 3, N, 1, 0, true),
f("message", 3, E, 2, 0, false),
f("messageExpression", 3, E, 3, 0, false),
g("reason", 1769, E, 4, 0, false, None, U, &L92, ""),
f("fieldPath", 3, E, 5, 0, false),
f("optionalOldSelf", 9, E, 6, 0, false),
];
static F1197: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("url", 62, E, 3, 0, false),
f("service", 1770, E, 1, 0, false),
f("caBundle", 12, E, 2, 0, false),
];
static F1198: [FieldDef; 2] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1
f("clientConfig", 1771, E, 2, 0, false),
g("conversionReviewVersions", 15, N, 3, 0, true, None, A, &[], ""),
];
static F1199: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("uid", 0, N, 1, 0, true),
f("desiredAPIVersion", 3, N, 2, 0, true),
g("objects", 623, N, 3, 0, true, None, A, &[], ""),
];
static F1200: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("uid", 0, N, 1, 0, true),
g("convertedObjects", 623, N, 2, 0, true, None, A, &[], ""),
f("result", 1727, N, 3, 0, true),
];
static F1201: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("request", 1772, E, 1, 0, false),
f("response", 1773, E, 2, 0, false),
];
static F1202: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("name", 3, N, 1, 0, true),
f("type", 3, N, 2, 0, true),
f("format", 3, E, 3, 0, false),
f("description", 3, E, 4, 0, false),
f("priority", 219, E, 5, 0, false),
f("JSONPath", 3, N, 6, 0, true),
];
static F1203: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("strategy", 1774, N, 1, 0, true),
f("webhookClientConfig", 1775, E, 2, 0, false),
g("conversionReviewVersions", 15, E, 3, 0, false, None, A, &[], ""),
];
static F1204: [FieldDef; 5] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1776, N, 2, 0, true),
f("status", 1777, E, 3, 0, false),
];
static F1205: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("type", 1778, N, 1, 0, true),
f("status", 1023, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
f("observedGeneration", 78, E, 6, 0, false),
];
static F1206: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1780, N, 2, 0, true),
];
static F1207: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("plural", 3, N, 1, 0, true),
f("singular", 3, E, 2, 0, false),
g("shortNames", 15, E, 3, 0, false, None, A, &[], ""),
f("kind", 3, N, 4, 0, true),
f("listKind", 3, E, 5, 0, false),
g("categories", 15, E, 6, 0, false, None, A, &[], ""),
];
static F1208: [FieldDef; 11] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("group", 3, N, 1, 0, true),
f("version", 3, E, 2, 0, false),
f("names", 1781, N, 3, 0, true),
f("scope", 1782, N, 4, 0, true),
f("validation", 1783, E, 5, 0, false),
f("subresources", 1784, E, 6, 0, false),
g("versions", 1786, E, 7, 0, false, None, A, &[], ""),
g("additionalPrinterColumns", 1788, E, 8, 0, false, None, A, &[], ""),
g("selectableFields", 1790, E, 11, 0, false, None, A, &[], ""),
f("conversion", 1791, E, 9, 0, false),
f("preserveUnknownFields", 9, E, 10, 0, false),
];
static F1209: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
g("conditions", 1793, N, 1, 0, false, None, k(&L9), &[], ""),
f("acceptedNames", 1781, N, 2, 0, false),
g("storedVersions", 15, N, 3, 0, false, None, A, &[], ""),
f("observedGeneration", 78, E, 4, 0, false),
];
static F1210: [FieldDef; 9] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("name", 3, N, 1, 0, true),
f("served", 10, N, 2, 0, true),
f("storage", 10, N, 3, 0, true),
f("deprecated", 10, E, 7, 0, false),
f("deprecationWarning", 62, E, 8, 0, false),
f("schema", 1783, E, 4, 0, false),
f("subresources", 1784, E, 5, 0, false),
g("additionalPrinterColumns", 1788, E, 6, 0, false, None, A, &[], ""),
g("selectableFields", 1790, E, 9, 0, false, None, A, &[], ""),
];
static F1211: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("specReplicasPath", 3, N, 1, 0, true),
f("statusReplicasPath", 3, N, 2, 0, true),
f("labelSelectorPath", 62, E, 3, 0, false),
];
static F1213: [FieldDef; 2] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("status", 1794, E, 1, 0, false),
f("scale", 1795, E, 2, 0, false),
];
static F1214: [FieldDef; 1] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("openAPIV3Schema", 1796, E, 1, 0, false),
];
static F1215: [FieldDef; 2] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("description", 3, E, 1, 0, false),
f("url", 3, E, 2, 0, false),
];
static F1216: [FieldDef; 44] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("id", 3, E, 1, 0, false),
f("$schema", 1797, E, 2, 0, false),
f("$ref", 62, E, 3, 0, false),
f("description", 3, E, 4, 0, false),
f("type", 3, E, 5, 0, false),
f("format", 3, E, 6, 0, false),
f("title", 3, E, 7, 0, false),
f("default", 1798, E, 8, 0, false),
f("maximum", 1755, E, 9, 0, false),
f("exclusiveMaximum", 10, E, 10, 0, false),
f("minimum", 1755, E, 11, 0, false),
f("exclusiveMinimum", 10, E, 12, 0, false),
f("maxLength", 284, E, 13, 0, false),
f("minLength", 284, E, 14, 0, false),
f("pattern", 3, E, 15, 0, false),
f("maxItems", 284, E, 16, 0, false),
f("minItems", 284, E, 17, 0, false),
f("uniqueItems", 10, E, 18, 0, false),
f("multipleOf", 1755, E, 19, 0, false),
g("enum", 1800, E, 20, 0, false, None, A, &[], ""),
f("maxProperties", 284, E, 21, 0, false),
f("minProperties", 284, E, 22, 0, false),
g("required", 15, E, 23, 0, false, None, A, &[], ""),
f("items", 1801, E, 24, 0, false),
g("allOf", 1803, E, 25, 0, false, None, A, &[], ""),
g("oneOf", 1803, E, 26, 0, false, None, A, &[], ""),
g("anyOf", 1803, E, 27, 0, false, None, A, &[], ""),
f("not", 1796, E, 28, 0, false),
f("properties", 1804, E, 29, 0, false),
f("additionalProperties", 1805, E, 30, 0, false),
f("patternProperties", 1804, E, 31, 0, false),
f("dependencies", 1807, E, 32, 0, false),
f("additionalItems", 1805, E, 33, 0, false),
f("definitions", 1808, E, 34, 0, false),
f("externalDocs", 1809, E, 35, 0, false),
f("example", 1798, E, 36, 0, false),
f("nullable", 10, E, 37, 0, false),
f("x-kubernetes-preserve-unknown-fields", 9, E, 38, 0, false),
f("x-kubernetes-embedded-resource", 10, E, 39, 0, false),
f("x-kubernetes-int-or-string", 10, E, 40, 0, false),
g("x-kubernetes-list-map-keys", 15, E, 41, 0, false, None, A, &[], ""),
f("x-kubernetes-list-type", 62, E, 42, 0, false),
f("x-kubernetes-map-type", 62, E, 43, 0, false),
g("x-kubernetes-validations", 1811, E, 44, 0, false, m(true, false, false, "rule"), k(&L91), &[], ""),
];
static F1217: [FieldDef; 1] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("jsonPath", 3, N, 1, 0, true),
];
static F1218: [FieldDef; 4] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("namespace", 3, N, 1, 0, true),
f("name", 3, N, 2, 0, true),
f("path", 62, E, 3, 0, false),
f("port", 49, E, 4, 0, false),
];
static F1219: [FieldDef; 6] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("rule", 3, N, 1, 0, true),
f("message", 3, E, 2, 0, false),
f("messageExpression", 3, E, 3, 0, false),
g("reason", 1812, E, 4, 0, false, None, U, &L92, ""),
f("fieldPath", 3, E, 5, 0, false),
f("optionalOldSelf", 9, E, 6, 0, false),
];
static F1220: [FieldDef; 3] = [ // k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1
f("url", 62, E, 3, 0, false),
f("service", 1813, E, 1, 0, false),
f("caBundle", 12, E, 2, 0, false),
];
static F1221: [FieldDef; 6] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("name", 3, N, 1, 0, true),
g("versions", 1815, N, 2, 0, true, None, A, &[], ""),
f("preferredVersion", 1814, E, 3, 0, false),
g("serverAddressByClientCIDRs", 1817, E, 4, 0, false, None, A, &[], ""),
];
static F1222: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
g("groups", 1819, N, 1, 0, true, None, A, &[], ""),
];
static F1223: [FieldDef; 10] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("name", 3, N, 1, 0, true),
f("singularName", 3, N, 6, 0, true),
f("namespaced", 10, N, 2, 0, true),
f("group", 3, E, 8, 0, false),
f("version", 3, E, 9, 0, false),
f("kind", 3, N, 3, 0, true),
f("verbs", 1820, N, 4, 0, true),
g("shortNames", 15, E, 5, 0, false, None, A, &[], ""),
g("categories", 15, E, 7, 0, false, None, A, &[], ""),
f("storageVersionHash", 3, E, 10, 0, false),
];
static F1224: [FieldDef; 4] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("groupVersion", 3, N, 1, 0, true),
g("resources", 1822, N, 2, 0, true, None, A, &[], ""),
];
static F1225: [FieldDef; 4] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
g("versions", 15, N, 1, 0, true, None, A, &[], ""),
g("serverAddressByClientCIDRs", 1817, N, 2, 0, true, None, A, &[], ""),
];
static F1226: [FieldDef; 6] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("type", 3, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("observedGeneration", 78, E, 3, 0, false),
f("lastTransitionTime", 202, N, 4, 0, true),
f("reason", 3, N, 5, 0, true),
f("message", 3, N, 6, 0, true),
];
static F1227: [FieldDef; 5] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
g("dryRun", 15, E, 1, 0, false, None, A, &[], ""),
f("fieldManager", 3, E, 3, 0, false),
f("fieldValidation", 3, E, 4, 0, false),
];
static F1228: [FieldDef; 8] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("gracePeriodSeconds", 284, E, 1, 0, false),
f("preconditions", 1823, E, 2, 0, false),
f("orphanDependents", 9, E, 3, 0, false),
f("propagationPolicy", 1824, E, 4, 0, false),
g("dryRun", 15, E, 5, 0, false, None, A, &[], ""),
f("ignoreStoreReadErrorWithClusterBreakingPotential", 9, E, 6, 0, false),
];
static F1229: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("key", 3, N, 1, 0, true),
f("operator", 1825, N, 2, 0, true),
g("values", 15, E, 3, 0, false, None, A, &[], ""),
];
static F1230: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("resourceVersion", 3, E, 1, 0, false),
];
static F1231: [FieldDef; 2] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("group", 3, N, 1, 0, true),
f("resource", 3, N, 2, 0, true),
];
static F1232: [FieldDef; 2] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("groupVersion", 3, N, 1, 0, true),
f("version", 3, N, 2, 0, true),
];
static F1233: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("group", 3, N, 1, 0, true),
f("version", 3, N, 2, 0, true),
f("kind", 3, N, 3, 0, true),
];
static F1234: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("group", 3, N, 1, 0, true),
f("version", 3, N, 2, 0, true),
f("resource", 3, N, 3, 0, true),
];
static F1235: [FieldDef; 2] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("matchLabels", 14, E, 1, 0, false),
g("matchExpressions", 354, E, 2, 0, false, None, A, &[], ""),
];
static F1236: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("key", 3, N, 1, 0, true),
f("operator", 1826, N, 2, 0, true),
g("values", 15, E, 3, 0, false, None, A, &[], ""),
];
static F1237: [FieldDef; 5] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("selfLink", 3, E, 1, 0, false),
f("resourceVersion", 3, E, 2, 0, false),
f("continue", 3, E, 3, 0, false),
f("remainingItemCount", 284, E, 4, 0, false),
f("shardInfo", 1827, E, 5, 0, false),
];
static F1238: [FieldDef; 13] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("labelSelector", 3, E, 1, 0, false),
f("fieldSelector", 3, E, 2, 0, false),
f("watch", 10, E, 3, 0, false),
f("allowWatchBookmarks", 10, E, 9, 0, false),
f("resourceVersion", 3, E, 4, 0, false),
f("resourceVersionMatch", 1828, E, 10, 0, false),
f("timeoutSeconds", 284, E, 5, 0, false),
f("limit", 78, E, 7, 0, false),
f("continue", 3, E, 8, 0, false),
f("sendInitialEvents", 9, E, 11, 0, false),
f("shardSelector", 3, E, 15, 0, false),
];
static F1239: [FieldDef; 7] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("manager", 3, E, 1, 0, false),
f("operation", 1829, E, 2, 0, false),
f("apiVersion", 3, E, 3, 0, false),
f("time", 384, E, 4, 0, false),
f("fieldsType", 3, E, 6, 0, false),
f("fieldsV1", 1830, E, 7, 0, false),
f("subresource", 3, E, 8, 0, false),
];
static F1240: [FieldDef; 15] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("name", 3, E, 1, 0, false),
f("generateName", 3, E, 2, 0, false),
f("namespace", 3, E, 3, 0, false),
f("selfLink", 3, E, 4, 0, false),
f("uid", 0, E, 5, 0, false),
f("resourceVersion", 3, E, 6, 0, false),
f("generation", 78, E, 7, 0, false),
f("creationTimestamp", 202, Z, 8, 0, false),
f("deletionTimestamp", 384, E, 9, 0, false),
f("deletionGracePeriodSeconds", 284, E, 10, 0, false),
f("labels", 14, E, 11, 0, false),
f("annotations", 14, E, 12, 0, false),
g("ownerReferences", 1832, E, 13, 0, false, m(true, false, false, "uid"), k(&L87), &[], ""),
g("finalizers", 15, E, 14, 0, false, m(true, false, false, ""), X, &[], ""),
g("managedFields", 1834, E, 17, 0, false, None, A, &[], ""),
];
static F1241: [FieldDef; 6] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("apiVersion", 3, N, 5, 0, true),
f("kind", 3, N, 1, 0, true),
f("name", 3, N, 3, 0, true),
f("uid", 0, N, 4, 0, true),
f("controller", 9, E, 6, 0, false),
f("blockOwnerDeletion", 9, E, 7, 0, false),
];
static F1242: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
];
static F1243: [FieldDef; 4] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1836, N, 2, 0, true),
];
static F1244: [FieldDef; 6] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
g("dryRun", 15, E, 1, 0, false, None, A, &[], ""),
f("force", 9, E, 2, 0, false),
f("fieldManager", 3, E, 3, 0, false),
f("fieldValidation", 3, E, 4, 0, false),
];
static F1245: [FieldDef; 2] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("uid", 1343, E, 1, 0, false),
f("resourceVersion", 62, E, 2, 0, false),
];
static F1246: [FieldDef; 2] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("clientCIDR", 3, N, 1, 0, true),
f("serverAddress", 3, N, 2, 0, true),
];
static F1247: [FieldDef; 1] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("selector", 3, N, 1, 0, true),
];
static F1248: [FieldDef; 8] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("status", 3, E, 2, 0, false),
f("message", 3, E, 3, 0, false),
f("reason", 1837, E, 4, 0, false),
f("details", 1838, E, 5, 0, false),
f("code", 219, E, 6, 0, false),
];
static F1249: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("reason", 1839, E, 1, 0, false),
f("message", 3, E, 2, 0, false),
f("field", 3, E, 3, 0, false),
];
static F1250: [FieldDef; 6] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("name", 3, E, 1, 0, false),
f("group", 3, E, 2, 0, false),
f("kind", 3, E, 3, 0, false),
f("uid", 0, E, 6, 0, false),
g("causes", 1841, E, 4, 0, false, None, A, &[], ""),
f("retryAfterSeconds", 219, E, 5, 0, false),
];
static F1251: [FieldDef; 5] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 0, 0, false),
g("columnDefinitions", 1843, N, 0, 0, true, None, A, &[], ""),
g("rows", 1845, N, 0, 0, true, None, A, &[], ""),
];
static F1252: [FieldDef; 5] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("name", 3, N, 0, 0, true),
f("type", 3, N, 0, 0, true),
f("format", 3, N, 0, 0, true),
f("description", 3, N, 0, 0, true),
f("priority", 219, N, 0, 0, true),
];
static F1253: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("includeObject", 1846, E, 1, 0, false),
];
static F1254: [FieldDef; 3] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
g("cells", 1848, N, 0, 0, true, None, A, &[], ""),
g("conditions", 1850, E, 0, 0, false, None, A, &[], ""),
f("object", 8, E, 0, 0, false),
];
static F1255: [FieldDef; 4] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("type", 1851, N, 0, 0, true),
f("status", 214, N, 0, 0, true),
f("reason", 3, E, 0, 0, false),
f("message", 3, E, 0, 0, false),
];
static F1256: [FieldDef; 5] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
g("dryRun", 15, E, 1, 0, false, None, A, &[], ""),
f("fieldManager", 3, E, 2, 0, false),
f("fieldValidation", 3, E, 3, 0, false),
];
static F1257: [FieldDef; 2] = [ // k8s.io/apimachinery/pkg/apis/meta/v1
f("type", 3, N, 1, 0, true),
f("object", 8, N, 2, 0, true),
];
static F1258: [FieldDef; 4] = [ // k8s.io/apimachinery/pkg/apis/meta/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 2, 0, false),
f("items", 1836, N, 1, 0, true),
];
static F1259: [FieldDef; 1] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("impersonationConstraint", 3, E, 1, 0, false),
];
static F1260: [FieldDef; 19] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("level", 1852, N, 1, 0, true),
f("auditID", 0, N, 2, 0, true),
f("stage", 1853, N, 3, 0, true),
f("requestURI", 3, N, 4, 0, true),
f("verb", 3, N, 5, 0, true),
f("user", 7, N, 6, 0, true),
f("impersonatedUser", 1854, E, 7, 0, false),
f("authenticationMetadata", 1855, E, 17, 0, false),
g("sourceIPs", 15, E, 8, 0, false, None, A, &[], ""),
f("userAgent", 3, E, 16, 0, false),
f("objectRef", 1856, E, 9, 0, false),
f("responseStatus", 11, E, 10, 0, false),
f("requestObject", 1857, E, 11, 0, false),
f("responseObject", 1857, E, 12, 0, false),
f("requestReceivedTimestamp", 600, N, 13, 0, false),
f("stageTimestamp", 600, N, 14, 0, false),
f("annotations", 14, E, 15, 0, false),
];
static F1261: [FieldDef; 4] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1859, N, 2, 0, true),
];
static F1262: [FieldDef; 3] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("group", 3, E, 1, 0, false),
g("resources", 15, E, 2, 0, false, None, A, &[], ""),
g("resourceNames", 15, E, 3, 0, false, None, A, &[], ""),
];
static F1263: [FieldDef; 8] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("resource", 3, E, 1, 0, false),
f("namespace", 3, E, 2, 0, false),
f("name", 3, E, 3, 0, false),
f("uid", 0, E, 4, 0, false),
f("apiGroup", 3, E, 5, 0, false),
f("apiVersion", 3, E, 6, 0, false),
f("resourceVersion", 3, E, 7, 0, false),
f("subresource", 3, E, 8, 0, false),
];
static F1264: [FieldDef; 6] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
g("rules", 1861, N, 2, 0, true, None, A, &[], ""),
g("omitStages", 1862, E, 3, 0, false, None, A, &[], ""),
f("omitManagedFields", 10, E, 4, 0, false),
];
static F1265: [FieldDef; 4] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1864, N, 2, 0, true),
];
static F1266: [FieldDef; 9] = [ // k8s.io/apiserver/pkg/apis/audit/v1
f("level", 1852, N, 1, 0, true),
g("users", 15, E, 2, 0, false, None, A, &[], ""),
g("userGroups", 15, E, 3, 0, false, None, A, &[], ""),
g("verbs", 15, E, 4, 0, false, None, A, &[], ""),
g("resources", 1866, E, 5, 0, false, None, A, &[], ""),
g("namespaces", 15, E, 6, 0, false, None, A, &[], ""),
g("nonResourceURLs", 15, E, 7, 0, false, None, A, &[], ""),
g("omitStages", 1862, E, 8, 0, false, None, A, &[], ""),
f("omitManagedFields", 9, E, 9, 0, false),
];
static F1267: [FieldDef; 5] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1867, E, 2, 0, false),
f("status", 1868, E, 3, 0, false),
];
static F1268: [FieldDef; 5] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1
f("type", 1869, N, 1, 0, true),
f("status", 214, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F1269: [FieldDef; 4] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1871, N, 2, 0, true),
];
static F1270: [FieldDef; 7] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1
f("service", 1872, E, 1, 0, false),
f("group", 3, E, 2, 0, false),
f("version", 3, E, 3, 0, false),
f("insecureSkipTLSVerify", 10, E, 4, 0, false),
g("caBundle", 12, E, 5, 0, false, None, A, &[], ""),
f("groupPriorityMinimum", 219, N, 7, 0, true),
f("versionPriority", 219, N, 8, 0, true),
];
static F1271: [FieldDef; 1] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1
g("conditions", 1874, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F1272: [FieldDef; 3] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1
f("namespace", 3, E, 1, 0, false),
f("name", 3, E, 2, 0, false),
f("port", 49, E, 3, 0, false),
];
static F1273: [FieldDef; 5] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 26, E, 1, 0, false),
f("spec", 1875, E, 2, 0, false),
f("status", 1876, E, 3, 0, false),
];
static F1274: [FieldDef; 5] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1beta1
f("type", 1877, N, 1, 0, true),
f("status", 1023, N, 2, 0, true),
f("lastTransitionTime", 202, E, 3, 0, false),
f("reason", 3, E, 4, 0, false),
f("message", 3, E, 5, 0, false),
];
static F1275: [FieldDef; 4] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1beta1
f("kind", 3, E, 0, 0, false),
f("apiVersion", 3, E, 0, 0, false),
f("metadata", 29, E, 1, 0, false),
f("items", 1879, N, 2, 0, true),
];
static F1276: [FieldDef; 7] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1beta1
f("service", 1880, E, 1, 0, false),
f("group", 3, E, 2, 0, false),
f("version", 3, E, 3, 0, false),
f("insecureSkipTLSVerify", 10, E, 4, 0, false),
g("caBundle", 12, E, 5, 0, false, None, A, &[], ""),
f("groupPriorityMinimum", 219, N, 7, 0, true),
f("versionPriority", 219, N, 8, 0, true),
];
static F1277: [FieldDef; 1] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1beta1
g("conditions", 1882, E, 1, 0, false, m(true, false, false, "type"), k(&L9), &[], ""),
];
static F1278: [FieldDef; 3] = [ // k8s.io/kube-aggregator/pkg/apis/apiregistration/v1beta1
f("namespace", 3, E, 1, 0, false),
f("name", 3, E, 2, 0, false),
f("port", 49, E, 3, 0, false),
];
static STRUCTS: [StructDef; 1279] = [
s("AdmissionRequest", "io.k8s.api.admission.v1.AdmissionRequest", &F0, &[13, 1, 7, 8, 11, 12, 9, 14, 4, 5, 6, 2, 3, 0, 10], &[], false),
s("AdmissionResponse", "io.k8s.api.admission.v1.AdmissionResponse", &F1, &[1, 5, 3, 4, 2, 0, 6], &[], false),
s("AdmissionReview", "io.k8s.api.admission.v1.AdmissionReview", &F2, &[1, 0, 2, 3], &[], false),
s("AdmissionRequest", "io.k8s.api.admission.v1beta1.AdmissionRequest", &F3, &[13, 1, 7, 8, 11, 12, 9, 14, 4, 5, 6, 2, 3, 0, 10], &[], false),
s("AdmissionResponse", "io.k8s.api.admission.v1beta1.AdmissionResponse", &F4, &[1, 5, 3, 4, 2, 0, 6], &[], false),
s("AdmissionReview", "io.k8s.api.admission.v1beta1.AdmissionReview", &F5, &[1, 0, 2, 3], &[], false),
s("ApplyConfiguration", "io.k8s.api.admissionregistration.v1.ApplyConfiguration", &F6, &[0], &[], false),
s("AuditAnnotation", "io.k8s.api.admissionregistration.v1.AuditAnnotation", &F7, &[0, 1], &[], false),
s("ExpressionWarning", "io.k8s.api.admissionregistration.v1.ExpressionWarning", &F8, &[0, 1], &[], false),
s("JSONPatch", "io.k8s.api.admissionregistration.v1.JSONPatch", &F9, &[0], &[], false),
s("MatchCondition", "io.k8s.api.admissionregistration.v1.MatchCondition", &F10, &[1, 0], &[], false),
s("MatchResources", "io.k8s.api.admissionregistration.v1.MatchResources", &F11, &[3, 4, 0, 1, 2], &[], true),
s("MutatingAdmissionPolicy", "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicy", &F12, &[1, 0, 2, 3], &[], false),
s("MutatingAdmissionPolicyBinding", "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBinding", &F13, &[1, 0, 2, 3], &[], false),
s("MutatingAdmissionPolicyBindingList", "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingList", &F14, &[1, 3, 0, 2], &[], false),
s("MutatingAdmissionPolicyBindingSpec", "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec", &F15, &[2, 1, 0], &[], false),
s("MutatingAdmissionPolicyList", "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyList", &F16, &[1, 3, 0, 2], &[], false),
s("MutatingAdmissionPolicySpec", "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec", &F17, &[4, 5, 1, 3, 0, 6, 2], &[], false),
s("MutatingWebhook", "io.k8s.api.admissionregistration.v1.MutatingWebhook", &F18, &[9, 1, 3, 11, 4, 0, 5, 6, 10, 2, 7, 8], &[], false),
s("MutatingWebhookConfiguration", "io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration", &F19, &[1, 0, 2, 3], &[], false),
s("MutatingWebhookConfigurationList", "io.k8s.api.admissionregistration.v1.MutatingWebhookConfigurationList", &F20, &[1, 3, 0, 2], &[], false),
s("Mutation", "io.k8s.api.admissionregistration.v1.Mutation", &F21, &[1, 2, 0], &[], false),
s("NamedRuleWithOperations", "io.k8s.api.admissionregistration.v1.NamedRuleWithOperations", &F22, &[2, 3, 1, 0, 4, 5], &I22, true),
s("ParamKind", "io.k8s.api.admissionregistration.v1.ParamKind", &F23, &[0, 1], &[], true),
s("ParamRef", "io.k8s.api.admissionregistration.v1.ParamRef", &F24, &[0, 1, 3, 2], &[], true),
s("RuleWithOperations", "io.k8s.api.admissionregistration.v1.RuleWithOperations", &F25, &[1, 2, 0, 3, 4], &I25, false),
s("ServiceReference", "io.k8s.api.admissionregistration.v1.ServiceReference", &F26, &[1, 0, 2, 3], &[], false),
s("TypeChecking", "io.k8s.api.admissionregistration.v1.TypeChecking", &F27, &[0], &[], false),
s("ValidatingAdmissionPolicy", "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy", &F28, &[1, 0, 2, 3, 4], &[], false),
s("ValidatingAdmissionPolicyBinding", "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding", &F29, &[1, 0, 2, 3], &[], false),
s("ValidatingAdmissionPolicyBindingList", "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingList", &F30, &[1, 3, 0, 2], &[], false),
s("ValidatingAdmissionPolicyBindingSpec", "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec", &F31, &[2, 1, 0, 3], &[], false),
s("ValidatingAdmissionPolicyList", "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyList", &F32, &[1, 3, 0, 2], &[], false),
s("ValidatingAdmissionPolicySpec", "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec", &F33, &[4, 3, 5, 1, 0, 2, 6], &[], false),
s("ValidatingAdmissionPolicyStatus", "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus", &F34, &[2, 0, 1], &[], false),
s("ValidatingWebhook", "io.k8s.api.admissionregistration.v1.ValidatingWebhook", &F35, &[9, 1, 3, 10, 4, 0, 5, 6, 2, 7, 8], &[], false),
s("ValidatingWebhookConfiguration", "io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration", &F36, &[1, 0, 2, 3], &[], false),
s("ValidatingWebhookConfigurationList", "io.k8s.api.admissionregistration.v1.ValidatingWebhookConfigurationList", &F37, &[1, 3, 0, 2], &[], false),
s("Validation", "io.k8s.api.admissionregistration.v1.Validation", &F38, &[0, 1, 3, 2], &[], false),
s("Variable", "io.k8s.api.admissionregistration.v1.Variable", &F39, &[1, 0], &[], true),
s("WebhookClientConfig", "io.k8s.api.admissionregistration.v1.WebhookClientConfig", &F40, &[2, 1, 0], &[], false),
s("ApplyConfiguration", "io.k8s.api.admissionregistration.v1alpha1.ApplyConfiguration", &F41, &[0], &[], false),
s("AuditAnnotation", "io.k8s.api.admissionregistration.v1alpha1.AuditAnnotation", &F42, &[0, 1], &[], false),
s("ExpressionWarning", "io.k8s.api.admissionregistration.v1alpha1.ExpressionWarning", &F43, &[0, 1], &[], false),
s("JSONPatch", "io.k8s.api.admissionregistration.v1alpha1.JSONPatch", &F44, &[0], &[], false),
s("MatchCondition", "io.k8s.api.admissionregistration.v1alpha1.MatchCondition", &F45, &[1, 0], &[], false),
s("MatchResources", "io.k8s.api.admissionregistration.v1alpha1.MatchResources", &F46, &[3, 4, 0, 1, 2], &[], true),
s("MutatingAdmissionPolicy", "io.k8s.api.admissionregistration.v1alpha1.MutatingAdmissionPolicy", &F47, &[1, 0, 2, 3], &[], false),
s("MutatingAdmissionPolicyBinding", "io.k8s.api.admissionregistration.v1alpha1.MutatingAdmissionPolicyBinding", &F48, &[1, 0, 2, 3], &[], false),
s("MutatingAdmissionPolicyBindingList", "io.k8s.api.admissionregistration.v1alpha1.MutatingAdmissionPolicyBindingList", &F49, &[1, 3, 0, 2], &[], false),
s("MutatingAdmissionPolicyBindingSpec", "io.k8s.api.admissionregistration.v1alpha1.MutatingAdmissionPolicyBindingSpec", &F50, &[2, 1, 0], &[], false),
s("MutatingAdmissionPolicyList", "io.k8s.api.admissionregistration.v1alpha1.MutatingAdmissionPolicyList", &F51, &[1, 3, 0, 2], &[], false),
s("MutatingAdmissionPolicySpec", "io.k8s.api.admissionregistration.v1alpha1.MutatingAdmissionPolicySpec", &F52, &[4, 5, 1, 3, 0, 6, 2], &[], false),
s("Mutation", "io.k8s.api.admissionregistration.v1alpha1.Mutation", &F53, &[1, 2, 0], &[], false),
s("NamedRuleWithOperations", "io.k8s.api.admissionregistration.v1alpha1.NamedRuleWithOperations", &F54, &[2, 3, 1, 0, 4, 5], &I54, true),
s("ParamKind", "io.k8s.api.admissionregistration.v1alpha1.ParamKind", &F55, &[0, 1], &[], true),
s("ParamRef", "io.k8s.api.admissionregistration.v1alpha1.ParamRef", &F56, &[0, 1, 3, 2], &[], true),
s("TypeChecking", "io.k8s.api.admissionregistration.v1alpha1.TypeChecking", &F57, &[0], &[], false),
s("ValidatingAdmissionPolicy", "io.k8s.api.admissionregistration.v1alpha1.ValidatingAdmissionPolicy", &F58, &[1, 0, 2, 3, 4], &[], false),
s("ValidatingAdmissionPolicyBinding", "io.k8s.api.admissionregistration.v1alpha1.ValidatingAdmissionPolicyBinding", &F59, &[1, 0, 2, 3], &[], false),
s("ValidatingAdmissionPolicyBindingList", "io.k8s.api.admissionregistration.v1alpha1.ValidatingAdmissionPolicyBindingList", &F60, &[1, 3, 0, 2], &[], false),
s("ValidatingAdmissionPolicyBindingSpec", "io.k8s.api.admissionregistration.v1alpha1.ValidatingAdmissionPolicyBindingSpec", &F61, &[2, 1, 0, 3], &[], false),
s("ValidatingAdmissionPolicyList", "io.k8s.api.admissionregistration.v1alpha1.ValidatingAdmissionPolicyList", &F62, &[1, 3, 0, 2], &[], false),
s("ValidatingAdmissionPolicySpec", "io.k8s.api.admissionregistration.v1alpha1.ValidatingAdmissionPolicySpec", &F63, &[4, 3, 5, 1, 0, 2, 6], &[], false),
s("ValidatingAdmissionPolicyStatus", "io.k8s.api.admissionregistration.v1alpha1.ValidatingAdmissionPolicyStatus", &F64, &[2, 0, 1], &[], false),
s("Validation", "io.k8s.api.admissionregistration.v1alpha1.Validation", &F65, &[0, 1, 3, 2], &[], false),
s("Variable", "io.k8s.api.admissionregistration.v1alpha1.Variable", &F66, &[1, 0], &[], false),
s("ApplyConfiguration", "io.k8s.api.admissionregistration.v1beta1.ApplyConfiguration", &F67, &[0], &[], false),
s("AuditAnnotation", "io.k8s.api.admissionregistration.v1beta1.AuditAnnotation", &F68, &[0, 1], &[], false),
s("ExpressionWarning", "io.k8s.api.admissionregistration.v1beta1.ExpressionWarning", &F69, &[0, 1], &[], false),
s("JSONPatch", "io.k8s.api.admissionregistration.v1beta1.JSONPatch", &F70, &[0], &[], false),
s("MatchCondition", "io.k8s.api.admissionregistration.v1beta1.MatchCondition", &F71, &[1, 0], &[], false),
s("MatchResources", "io.k8s.api.admissionregistration.v1beta1.MatchResources", &F72, &[3, 4, 0, 1, 2], &[], true),
s("MutatingAdmissionPolicy", "io.k8s.api.admissionregistration.v1beta1.MutatingAdmissionPolicy", &F73, &[1, 0, 2, 3], &[], false),
s("MutatingAdmissionPolicyBinding", "io.k8s.api.admissionregistration.v1beta1.MutatingAdmissionPolicyBinding", &F74, &[1, 0, 2, 3], &[], false),
s("MutatingAdmissionPolicyBindingList", "io.k8s.api.admissionregistration.v1beta1.MutatingAdmissionPolicyBindingList", &F75, &[1, 3, 0, 2], &[], false),
s("MutatingAdmissionPolicyBindingSpec", "io.k8s.api.admissionregistration.v1beta1.MutatingAdmissionPolicyBindingSpec", &F76, &[2, 1, 0], &[], false),
s("MutatingAdmissionPolicyList", "io.k8s.api.admissionregistration.v1beta1.MutatingAdmissionPolicyList", &F77, &[1, 3, 0, 2], &[], false),
s("MutatingAdmissionPolicySpec", "io.k8s.api.admissionregistration.v1beta1.MutatingAdmissionPolicySpec", &F78, &[4, 5, 1, 3, 0, 6, 2], &[], false),
s("MutatingWebhook", "io.k8s.api.admissionregistration.v1beta1.MutatingWebhook", &F79, &[9, 1, 3, 11, 4, 0, 5, 6, 10, 2, 7, 8], &[], false),
s("MutatingWebhookConfiguration", "io.k8s.api.admissionregistration.v1beta1.MutatingWebhookConfiguration", &F80, &[1, 0, 2, 3], &[], false),
s("MutatingWebhookConfigurationList", "io.k8s.api.admissionregistration.v1beta1.MutatingWebhookConfigurationList", &F81, &[1, 3, 0, 2], &[], false),
s("Mutation", "io.k8s.api.admissionregistration.v1beta1.Mutation", &F82, &[1, 2, 0], &[], false),
s("NamedRuleWithOperations", "io.k8s.api.admissionregistration.v1beta1.NamedRuleWithOperations", &F83, &[2, 3, 1, 0, 4, 5], &I83, true),
s("ParamKind", "io.k8s.api.admissionregistration.v1beta1.ParamKind", &F84, &[0, 1], &[], true),
s("ParamRef", "io.k8s.api.admissionregistration.v1beta1.ParamRef", &F85, &[0, 1, 3, 2], &[], true),
s("ServiceReference", "io.k8s.api.admissionregistration.v1beta1.ServiceReference", &F86, &[1, 0, 2, 3], &[], false),
s("TypeChecking", "io.k8s.api.admissionregistration.v1beta1.TypeChecking", &F87, &[0], &[], false),
s("ValidatingAdmissionPolicy", "io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicy", &F88, &[1, 0, 2, 3, 4], &[], false),
s("ValidatingAdmissionPolicyBinding", "io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicyBinding", &F89, &[1, 0, 2, 3], &[], false),
s("ValidatingAdmissionPolicyBindingList", "io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicyBindingList", &F90, &[1, 3, 0, 2], &[], false),
s("ValidatingAdmissionPolicyBindingSpec", "io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicyBindingSpec", &F91, &[2, 1, 0, 3], &[], false),
s("ValidatingAdmissionPolicyList", "io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicyList", &F92, &[1, 3, 0, 2], &[], false),
s("ValidatingAdmissionPolicySpec", "io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicySpec", &F93, &[4, 3, 5, 1, 0, 2, 6], &[], false),
s("ValidatingAdmissionPolicyStatus", "io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicyStatus", &F94, &[2, 0, 1], &[], false),
s("ValidatingWebhook", "io.k8s.api.admissionregistration.v1beta1.ValidatingWebhook", &F95, &[9, 1, 3, 10, 4, 0, 5, 6, 2, 7, 8], &[], false),
s("ValidatingWebhookConfiguration", "io.k8s.api.admissionregistration.v1beta1.ValidatingWebhookConfiguration", &F96, &[1, 0, 2, 3], &[], false),
s("ValidatingWebhookConfigurationList", "io.k8s.api.admissionregistration.v1beta1.ValidatingWebhookConfigurationList", &F97, &[1, 3, 0, 2], &[], false),
s("Validation", "io.k8s.api.admissionregistration.v1beta1.Validation", &F98, &[0, 1, 3, 2], &[], false),
s("Variable", "io.k8s.api.admissionregistration.v1beta1.Variable", &F99, &[1, 0], &[], true),
s("WebhookClientConfig", "io.k8s.api.admissionregistration.v1beta1.WebhookClientConfig", &F100, &[2, 1, 0], &[], false),
s("APIGroupDiscovery", "io.k8s.api.apidiscovery.v2.APIGroupDiscovery", &F101, &[1, 0, 2, 3], &[], false),
s("APIGroupDiscoveryList", "io.k8s.api.apidiscovery.v2.APIGroupDiscoveryList", &F102, &[1, 3, 0, 2], &[], false),
s("APIResourceDiscovery", "io.k8s.api.apidiscovery.v2.APIResourceDiscovery", &F103, &[6, 0, 1, 2, 5, 3, 7, 4], &[], false),
s("APISubresourceDiscovery", "io.k8s.api.apidiscovery.v2.APISubresourceDiscovery", &F104, &[2, 1, 0, 3], &[], false),
s("APIVersionDiscovery", "io.k8s.api.apidiscovery.v2.APIVersionDiscovery", &F105, &[2, 1, 0], &[], false),
s("APIGroupDiscovery", "io.k8s.api.apidiscovery.v2beta1.APIGroupDiscovery", &F106, &[1, 0, 2, 3], &[], false),
s("APIGroupDiscoveryList", "io.k8s.api.apidiscovery.v2beta1.APIGroupDiscoveryList", &F107, &[1, 3, 0, 2], &[], false),
s("APIResourceDiscovery", "io.k8s.api.apidiscovery.v2beta1.APIResourceDiscovery", &F108, &[6, 0, 1, 2, 5, 3, 7, 4], &[], false),
s("APISubresourceDiscovery", "io.k8s.api.apidiscovery.v2beta1.APISubresourceDiscovery", &F109, &[2, 1, 0, 3], &[], false),
s("APIVersionDiscovery", "io.k8s.api.apidiscovery.v2beta1.APIVersionDiscovery", &F110, &[2, 1, 0], &[], false),
s("ServerStorageVersion", "io.k8s.api.apiserverinternal.v1alpha1.ServerStorageVersion", &F111, &[0, 2, 1, 3], &[], false),
s("StorageVersion", "io.k8s.api.apiserverinternal.v1alpha1.StorageVersion", &F112, &[1, 0, 2, 3, 4], &[], false),
s("StorageVersionCondition", "io.k8s.api.apiserverinternal.v1alpha1.StorageVersionCondition", &F113, &[3, 5, 2, 4, 1, 0], &[], false),
s("StorageVersionList", "io.k8s.api.apiserverinternal.v1alpha1.StorageVersionList", &F114, &[1, 3, 0, 2], &[], false),
s("StorageVersionSpec", "io.k8s.api.apiserverinternal.v1alpha1.StorageVersionSpec", &[], &[], &[], false),
s("StorageVersionStatus", "io.k8s.api.apiserverinternal.v1alpha1.StorageVersionStatus", &F116, &[1, 2, 0], &[], false),
s("ControllerRevision", "io.k8s.api.apps.v1.ControllerRevision", &F117, &[1, 3, 0, 2, 4], &[], false),
s("ControllerRevisionList", "io.k8s.api.apps.v1.ControllerRevisionList", &F118, &[1, 3, 0, 2], &[], false),
s("DaemonSet", "io.k8s.api.apps.v1.DaemonSet", &F119, &[1, 0, 2, 3, 4], &[], false),
s("DaemonSetCondition", "io.k8s.api.apps.v1.DaemonSetCondition", &F120, &[2, 4, 3, 1, 0], &[], false),
s("DaemonSetList", "io.k8s.api.apps.v1.DaemonSetList", &F121, &[1, 3, 0, 2], &[], false),
s("DaemonSetSpec", "io.k8s.api.apps.v1.DaemonSetSpec", &F122, &[3, 4, 0, 1, 2], &[], false),
s("DaemonSetStatus", "io.k8s.api.apps.v1.DaemonSetStatus", &F123, &[8, 9, 0, 2, 6, 1, 3, 7, 4, 5], &[], false),
s("DaemonSetUpdateStrategy", "io.k8s.api.apps.v1.DaemonSetUpdateStrategy", &F124, &[1, 0], &[], false),
s("Deployment", "io.k8s.api.apps.v1.Deployment", &F125, &[1, 0, 2, 3, 4], &[], false),
s("DeploymentCondition", "io.k8s.api.apps.v1.DeploymentCondition", &F126, &[3, 2, 5, 4, 1, 0], &[], false),
s("DeploymentList", "io.k8s.api.apps.v1.DeploymentList", &F127, &[1, 3, 0, 2], &[], false),
s("DeploymentSpec", "io.k8s.api.apps.v1.DeploymentSpec", &F128, &[4, 6, 7, 0, 5, 1, 3, 2], &[], false),
s("DeploymentStatus", "io.k8s.api.apps.v1.DeploymentStatus", &F129, &[4, 8, 7, 0, 3, 1, 6, 5, 2], &[], false),
s("DeploymentStrategy", "io.k8s.api.apps.v1.DeploymentStrategy", &F130, &[1, 0], &[], false),
s("ReplicaSet", "io.k8s.api.apps.v1.ReplicaSet", &F131, &[1, 0, 2, 3, 4], &[], false),
s("ReplicaSetCondition", "io.k8s.api.apps.v1.ReplicaSetCondition", &F132, &[2, 4, 3, 1, 0], &[], false),
s("ReplicaSetList", "io.k8s.api.apps.v1.ReplicaSetList", &F133, &[1, 3, 0, 2], &[], false),
s("ReplicaSetSpec", "io.k8s.api.apps.v1.ReplicaSetSpec", &F134, &[1, 0, 2, 3], &[], false),
s("ReplicaSetStatus", "io.k8s.api.apps.v1.ReplicaSetStatus", &F135, &[3, 6, 1, 5, 2, 0, 4], &[], false),
s("RollingUpdateDaemonSet", "io.k8s.api.apps.v1.RollingUpdateDaemonSet", &F136, &[1, 0], &[], false),
s("RollingUpdateDeployment", "io.k8s.api.apps.v1.RollingUpdateDeployment", &F137, &[1, 0], &[], false),
s("RollingUpdateStatefulSetStrategy", "io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy", &F138, &[1, 0], &[], false),
s("StatefulSet", "io.k8s.api.apps.v1.StatefulSet", &F139, &[1, 0, 2, 3, 4], &[], false),
s("StatefulSetCondition", "io.k8s.api.apps.v1.StatefulSetCondition", &F140, &[2, 4, 3, 1, 0], &[], false),
s("StatefulSetList", "io.k8s.api.apps.v1.StatefulSetList", &F141, &[1, 3, 0, 2], &[], false),
s("StatefulSetOrdinals", "io.k8s.api.apps.v1.StatefulSetOrdinals", &F142, &[0], &[], false),
s("StatefulSetPersistentVolumeClaimRetentionPolicy", "io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy", &F143, &[0, 1], &[], false),
s("StatefulSetSpec", "io.k8s.api.apps.v1.StatefulSetSpec", &F144, &[8, 10, 9, 5, 0, 7, 1, 4, 2, 6, 3], &[], false),
s("StatefulSetStatus", "io.k8s.api.apps.v1.StatefulSetStatus", &F145, &[9, 7, 8, 3, 5, 0, 2, 1, 6, 4], &[], false),
s("StatefulSetUpdateStrategy", "io.k8s.api.apps.v1.StatefulSetUpdateStrategy", &F146, &[1, 0], &[], false),
s("ControllerRevision", "io.k8s.api.apps.v1beta1.ControllerRevision", &F147, &[1, 3, 0, 2, 4], &[], false),
s("ControllerRevisionList", "io.k8s.api.apps.v1beta1.ControllerRevisionList", &F148, &[1, 3, 0, 2], &[], false),
s("Deployment", "io.k8s.api.apps.v1beta1.Deployment", &F149, &[1, 0, 2, 3, 4], &[], false),
s("DeploymentCondition", "io.k8s.api.apps.v1beta1.DeploymentCondition", &F150, &[3, 2, 5, 4, 1, 0], &[], false),
s("DeploymentList", "io.k8s.api.apps.v1beta1.DeploymentList", &F151, &[1, 3, 0, 2], &[], false),
s("DeploymentRollback", "io.k8s.api.apps.v1beta1.DeploymentRollback", &F152, &[1, 0, 2, 4, 3], &[], false),
s("DeploymentSpec", "io.k8s.api.apps.v1beta1.DeploymentSpec", &F153, &[4, 6, 8, 0, 5, 7, 1, 3, 2], &[], false),
s("DeploymentStatus", "io.k8s.api.apps.v1beta1.DeploymentStatus", &F154, &[4, 8, 7, 0, 3, 1, 6, 5, 2], &[], false),
s("DeploymentStrategy", "io.k8s.api.apps.v1beta1.DeploymentStrategy", &F155, &[1, 0], &[], false),
s("RollbackConfig", "io.k8s.api.apps.v1beta1.RollbackConfig", &F156, &[0], &[], false),
s("RollingUpdateDeployment", "io.k8s.api.apps.v1beta1.RollingUpdateDeployment", &F157, &[1, 0], &[], false),
s("RollingUpdateStatefulSetStrategy", "io.k8s.api.apps.v1beta1.RollingUpdateStatefulSetStrategy", &F158, &[1, 0], &[], false),
s("Scale", "io.k8s.api.apps.v1beta1.Scale", &F159, &[1, 0, 2, 3, 4], &[], false),
s("ScaleSpec", "io.k8s.api.apps.v1beta1.ScaleSpec", &F160, &[0], &[], false),
s("ScaleStatus", "io.k8s.api.apps.v1beta1.ScaleStatus", &F161, &[0, 1, 2], &[], false),
s("StatefulSet", "io.k8s.api.apps.v1beta1.StatefulSet", &F162, &[1, 0, 2, 3, 4], &[], false),
s("StatefulSetCondition", "io.k8s.api.apps.v1beta1.StatefulSetCondition", &F163, &[2, 4, 3, 1, 0], &[], false),
s("StatefulSetList", "io.k8s.api.apps.v1beta1.StatefulSetList", &F164, &[1, 3, 0, 2], &[], false),
s("StatefulSetOrdinals", "io.k8s.api.apps.v1beta1.StatefulSetOrdinals", &F165, &[0], &[], false),
s("StatefulSetPersistentVolumeClaimRetentionPolicy", "io.k8s.api.apps.v1beta1.StatefulSetPersistentVolumeClaimRetentionPolicy", &F166, &[0, 1], &[], false),
s("StatefulSetSpec", "io.k8s.api.apps.v1beta1.StatefulSetSpec", &F167, &[8, 10, 9, 5, 0, 7, 1, 4, 2, 6, 3], &[], false),
s("StatefulSetStatus", "io.k8s.api.apps.v1beta1.StatefulSetStatus", &F168, &[9, 7, 8, 3, 5, 0, 2, 1, 6, 4], &[], false),
s("StatefulSetUpdateStrategy", "io.k8s.api.apps.v1beta1.StatefulSetUpdateStrategy", &F169, &[1, 0], &[], false),
s("ControllerRevision", "io.k8s.api.apps.v1beta2.ControllerRevision", &F170, &[1, 3, 0, 2, 4], &[], false),
s("ControllerRevisionList", "io.k8s.api.apps.v1beta2.ControllerRevisionList", &F171, &[1, 3, 0, 2], &[], false),
s("DaemonSet", "io.k8s.api.apps.v1beta2.DaemonSet", &F172, &[1, 0, 2, 3, 4], &[], false),
s("DaemonSetCondition", "io.k8s.api.apps.v1beta2.DaemonSetCondition", &F173, &[2, 4, 3, 1, 0], &[], false),
s("DaemonSetList", "io.k8s.api.apps.v1beta2.DaemonSetList", &F174, &[1, 3, 0, 2], &[], false),
s("DaemonSetSpec", "io.k8s.api.apps.v1beta2.DaemonSetSpec", &F175, &[3, 4, 0, 1, 2], &[], false),
s("DaemonSetStatus", "io.k8s.api.apps.v1beta2.DaemonSetStatus", &F176, &[8, 9, 0, 2, 6, 1, 3, 7, 4, 5], &[], false),
s("DaemonSetUpdateStrategy", "io.k8s.api.apps.v1beta2.DaemonSetUpdateStrategy", &F177, &[1, 0], &[], false),
s("Deployment", "io.k8s.api.apps.v1beta2.Deployment", &F178, &[1, 0, 2, 3, 4], &[], false),
s("DeploymentCondition", "io.k8s.api.apps.v1beta2.DeploymentCondition", &F179, &[3, 2, 5, 4, 1, 0], &[], false),
s("DeploymentList", "io.k8s.api.apps.v1beta2.DeploymentList", &F180, &[1, 3, 0, 2], &[], false),
s("DeploymentSpec", "io.k8s.api.apps.v1beta2.DeploymentSpec", &F181, &[4, 6, 7, 0, 5, 1, 3, 2], &[], false),
s("DeploymentStatus", "io.k8s.api.apps.v1beta2.DeploymentStatus", &F182, &[4, 8, 7, 0, 3, 1, 6, 5, 2], &[], false),
s("DeploymentStrategy", "io.k8s.api.apps.v1beta2.DeploymentStrategy", &F183, &[1, 0], &[], false),
s("ReplicaSet", "io.k8s.api.apps.v1beta2.ReplicaSet", &F184, &[1, 0, 2, 3, 4], &[], false),
s("ReplicaSetCondition", "io.k8s.api.apps.v1beta2.ReplicaSetCondition", &F185, &[2, 4, 3, 1, 0], &[], false),
s("ReplicaSetList", "io.k8s.api.apps.v1beta2.ReplicaSetList", &F186, &[1, 3, 0, 2], &[], false),
s("ReplicaSetSpec", "io.k8s.api.apps.v1beta2.ReplicaSetSpec", &F187, &[1, 0, 2, 3], &[], false),
s("ReplicaSetStatus", "io.k8s.api.apps.v1beta2.ReplicaSetStatus", &F188, &[3, 6, 1, 5, 2, 0, 4], &[], false),
s("RollingUpdateDaemonSet", "io.k8s.api.apps.v1beta2.RollingUpdateDaemonSet", &F189, &[1, 0], &[], false),
s("RollingUpdateDeployment", "io.k8s.api.apps.v1beta2.RollingUpdateDeployment", &F190, &[1, 0], &[], false),
s("RollingUpdateStatefulSetStrategy", "io.k8s.api.apps.v1beta2.RollingUpdateStatefulSetStrategy", &F191, &[1, 0], &[], false),
s("Scale", "io.k8s.api.apps.v1beta2.Scale", &F192, &[1, 0, 2, 3, 4], &[], false),
s("ScaleSpec", "io.k8s.api.apps.v1beta2.ScaleSpec", &F193, &[0], &[], false),
s("ScaleStatus", "io.k8s.api.apps.v1beta2.ScaleStatus", &F194, &[0, 1, 2], &[], false),
s("StatefulSet", "io.k8s.api.apps.v1beta2.StatefulSet", &F195, &[1, 0, 2, 3, 4], &[], false),
s("StatefulSetCondition", "io.k8s.api.apps.v1beta2.StatefulSetCondition", &F196, &[2, 4, 3, 1, 0], &[], false),
s("StatefulSetList", "io.k8s.api.apps.v1beta2.StatefulSetList", &F197, &[1, 3, 0, 2], &[], false),
s("StatefulSetOrdinals", "io.k8s.api.apps.v1beta2.StatefulSetOrdinals", &F198, &[0], &[], false),
s("StatefulSetPersistentVolumeClaimRetentionPolicy", "io.k8s.api.apps.v1beta2.StatefulSetPersistentVolumeClaimRetentionPolicy", &F199, &[0, 1], &[], false),
s("StatefulSetSpec", "io.k8s.api.apps.v1beta2.StatefulSetSpec", &F200, &[8, 10, 9, 5, 0, 7, 1, 4, 2, 6, 3], &[], false),
s("StatefulSetStatus", "io.k8s.api.apps.v1beta2.StatefulSetStatus", &F201, &[9, 7, 8, 3, 5, 0, 2, 1, 6, 4], &[], false),
s("StatefulSetUpdateStrategy", "io.k8s.api.apps.v1beta2.StatefulSetUpdateStrategy", &F202, &[1, 0], &[], false),
s("BoundObjectReference", "io.k8s.api.authentication.v1.BoundObjectReference", &F203, &[1, 0, 2, 3], &[], false),
s("SelfSubjectReview", "io.k8s.api.authentication.v1.SelfSubjectReview", &F204, &[1, 0, 2, 3], &[], false),
s("SelfSubjectReviewStatus", "io.k8s.api.authentication.v1.SelfSubjectReviewStatus", &F205, &[0], &[], false),
s("TokenRequest", "io.k8s.api.authentication.v1.TokenRequest", &F206, &[1, 0, 2, 3, 4], &[], false),
s("TokenRequestSpec", "io.k8s.api.authentication.v1.TokenRequestSpec", &F207, &[3, 0, 2, 1], &[], false),
s("TokenRequestStatus", "io.k8s.api.authentication.v1.TokenRequestStatus", &F208, &[1, 0], &[], false),
s("TokenReview", "io.k8s.api.authentication.v1.TokenReview", &F209, &[1, 0, 2, 3, 4], &[], false),
s("TokenReviewSpec", "io.k8s.api.authentication.v1.TokenReviewSpec", &F210, &[1, 0], &[], false),
s("TokenReviewStatus", "io.k8s.api.authentication.v1.TokenReviewStatus", &F211, &[2, 0, 3, 1], &[], false),
s("UserInfo", "io.k8s.api.authentication.v1.UserInfo", &F212, &[3, 2, 1, 0], &[], false),
s("SelfSubjectReview", "io.k8s.api.authentication.v1alpha1.SelfSubjectReview", &F213, &[1, 0, 2, 3], &[], false),
s("SelfSubjectReviewStatus", "io.k8s.api.authentication.v1alpha1.SelfSubjectReviewStatus", &F214, &[0], &[], false),
s("SelfSubjectReview", "io.k8s.api.authentication.v1beta1.SelfSubjectReview", &F215, &[1, 0, 2, 3], &[], false),
s("SelfSubjectReviewStatus", "io.k8s.api.authentication.v1beta1.SelfSubjectReviewStatus", &F216, &[0], &[], false),
s("TokenReview", "io.k8s.api.authentication.v1beta1.TokenReview", &F217, &[1, 0, 2, 3, 4], &[], false),
s("TokenReviewSpec", "io.k8s.api.authentication.v1beta1.TokenReviewSpec", &F218, &[1, 0], &[], false),
s("TokenReviewStatus", "io.k8s.api.authentication.v1beta1.TokenReviewStatus", &F219, &[2, 0, 3, 1], &[], false),
s("UserInfo", "io.k8s.api.authentication.v1beta1.UserInfo", &F220, &[3, 2, 1, 0], &[], false),
s("FieldSelectorAttributes", "io.k8s.api.authorization.v1.FieldSelectorAttributes", &F221, &[0, 1], &[], false),
s("LabelSelectorAttributes", "io.k8s.api.authorization.v1.LabelSelectorAttributes", &F222, &[0, 1], &[], false),
s("LocalSubjectAccessReview", "io.k8s.api.authorization.v1.LocalSubjectAccessReview", &F223, &[1, 0, 2, 3, 4], &[], false),
s("NonResourceAttributes", "io.k8s.api.authorization.v1.NonResourceAttributes", &F224, &[0, 1], &[], false),
s("NonResourceRule", "io.k8s.api.authorization.v1.NonResourceRule", &F225, &[1, 0], &[], false),
s("ResourceAttributes", "io.k8s.api.authorization.v1.ResourceAttributes", &F226, &[7, 2, 8, 6, 0, 4, 5, 1, 3], &[], false),
s("ResourceRule", "io.k8s.api.authorization.v1.ResourceRule", &F227, &[1, 3, 2, 0], &[], false),
s("SelfSubjectAccessReview", "io.k8s.api.authorization.v1.SelfSubjectAccessReview", &F228, &[1, 0, 2, 3, 4], &[], false),
s("SelfSubjectAccessReviewSpec", "io.k8s.api.authorization.v1.SelfSubjectAccessReviewSpec", &F229, &[1, 0], &[], false),
s("SelfSubjectRulesReview", "io.k8s.api.authorization.v1.SelfSubjectRulesReview", &F230, &[1, 0, 2, 3, 4], &[], false),
s("SelfSubjectRulesReviewSpec", "io.k8s.api.authorization.v1.SelfSubjectRulesReviewSpec", &F231, &[0], &[], false),
s("SubjectAccessReview", "io.k8s.api.authorization.v1.SubjectAccessReview", &F232, &[1, 0, 2, 3, 4], &[], false),
s("SubjectAccessReviewSpec", "io.k8s.api.authorization.v1.SubjectAccessReviewSpec", &F233, &[4, 3, 1, 0, 5, 2], &[], false),
s("SubjectAccessReviewStatus", "io.k8s.api.authorization.v1.SubjectAccessReviewStatus", &F234, &[0, 1, 3, 2], &[], false),
s("SubjectRulesReviewStatus", "io.k8s.api.authorization.v1.SubjectRulesReviewStatus", &F235, &[3, 2, 1, 0], &[], false),
s("LocalSubjectAccessReview", "io.k8s.api.authorization.v1beta1.LocalSubjectAccessReview", &F236, &[1, 0, 2, 3, 4], &[], false),
s("NonResourceAttributes", "io.k8s.api.authorization.v1beta1.NonResourceAttributes", &F237, &[0, 1], &[], false),
s("NonResourceRule", "io.k8s.api.authorization.v1beta1.NonResourceRule", &F238, &[1, 0], &[], false),
s("ResourceAttributes", "io.k8s.api.authorization.v1beta1.ResourceAttributes", &F239, &[7, 2, 8, 6, 0, 4, 5, 1, 3], &[], false),
s("ResourceRule", "io.k8s.api.authorization.v1beta1.ResourceRule", &F240, &[1, 3, 2, 0], &[], false),
s("SelfSubjectAccessReview", "io.k8s.api.authorization.v1beta1.SelfSubjectAccessReview", &F241, &[1, 0, 2, 3, 4], &[], false),
s("SelfSubjectAccessReviewSpec", "io.k8s.api.authorization.v1beta1.SelfSubjectAccessReviewSpec", &F242, &[1, 0], &[], false),
s("SelfSubjectRulesReview", "io.k8s.api.authorization.v1beta1.SelfSubjectRulesReview", &F243, &[1, 0, 2, 3, 4], &[], false),
s("SelfSubjectRulesReviewSpec", "io.k8s.api.authorization.v1beta1.SelfSubjectRulesReviewSpec", &F244, &[0], &[], false),
s("SubjectAccessReview", "io.k8s.api.authorization.v1beta1.SubjectAccessReview", &F245, &[1, 0, 2, 3, 4], &[], false),
s("SubjectAccessReviewSpec", "io.k8s.api.authorization.v1beta1.SubjectAccessReviewSpec", &F246, &[4, 3, 1, 0, 5, 2], &[], false),
s("SubjectAccessReviewStatus", "io.k8s.api.authorization.v1beta1.SubjectAccessReviewStatus", &F247, &[0, 1, 3, 2], &[], false),
s("SubjectRulesReviewStatus", "io.k8s.api.authorization.v1beta1.SubjectRulesReviewStatus", &F248, &[3, 2, 1, 0], &[], false),
s("CrossVersionObjectReference", "io.k8s.api.autoscaling.v1.CrossVersionObjectReference", &F249, &[2, 0, 1], &[], true),
s("HorizontalPodAutoscaler", "io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler", &F250, &[1, 0, 2, 3, 4], &[], false),
s("HorizontalPodAutoscalerList", "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerList", &F251, &[1, 3, 0, 2], &[], false),
s("HorizontalPodAutoscalerSpec", "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec", &F252, &[2, 1, 0, 3], &[], false),
s("HorizontalPodAutoscalerStatus", "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus", &F253, &[4, 2, 3, 1, 0], &[], false),
s("Scale", "io.k8s.api.autoscaling.v1.Scale", &F254, &[1, 0, 2, 3, 4], &[], false),
s("ScaleSpec", "io.k8s.api.autoscaling.v1.ScaleSpec", &F255, &[0], &[], false),
s("ScaleStatus", "io.k8s.api.autoscaling.v1.ScaleStatus", &F256, &[0, 1], &[], false),
s("ContainerResourceMetricSource", "io.k8s.api.autoscaling.v2.ContainerResourceMetricSource", &F257, &[2, 0, 1], &[], false),
s("ContainerResourceMetricStatus", "io.k8s.api.autoscaling.v2.ContainerResourceMetricStatus", &F258, &[2, 1, 0], &[], false),
s("CrossVersionObjectReference", "io.k8s.api.autoscaling.v2.CrossVersionObjectReference", &F259, &[2, 0, 1], &[], false),
s("ExternalMetricSource", "io.k8s.api.autoscaling.v2.ExternalMetricSource", &F260, &[0, 1], &[], false),
s("ExternalMetricStatus", "io.k8s.api.autoscaling.v2.ExternalMetricStatus", &F261, &[1, 0], &[], false),
s("HPAScalingPolicy", "io.k8s.api.autoscaling.v2.HPAScalingPolicy", &F262, &[2, 0, 1], &[], false),
s("HPAScalingRules", "io.k8s.api.autoscaling.v2.HPAScalingRules", &F263, &[2, 1, 0, 3], &[], false),
s("HorizontalPodAutoscaler", "io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler", &F264, &[1, 0, 2, 3, 4], &[], false),
s("HorizontalPodAutoscalerBehavior", "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerBehavior", &F265, &[1, 0], &[], false),
s("HorizontalPodAutoscalerCondition", "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerCondition", &F266, &[2, 4, 5, 3, 1, 0], &[], false),
s("HorizontalPodAutoscalerList", "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerList", &F267, &[1, 3, 0, 2], &[], false),
s("HorizontalPodAutoscalerSpec", "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec", &F268, &[4, 2, 3, 1, 0], &[], false),
s("HorizontalPodAutoscalerStatus", "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus", &F269, &[5, 4, 2, 3, 1, 0], &[], false),
s("MetricIdentifier", "io.k8s.api.autoscaling.v2.MetricIdentifier", &F270, &[0, 1], &[], false),
s("MetricSpec", "io.k8s.api.autoscaling.v2.MetricSpec", &F271, &[4, 5, 1, 2, 3, 0], &[], false),
s("MetricStatus", "io.k8s.api.autoscaling.v2.MetricStatus", &F272, &[4, 5, 1, 2, 3, 0], &[], false),
s("MetricTarget", "io.k8s.api.autoscaling.v2.MetricTarget", &F273, &[3, 2, 0, 1], &[], false),
s("MetricValueStatus", "io.k8s.api.autoscaling.v2.MetricValueStatus", &F274, &[2, 1, 0], &[], false),
s("ObjectMetricSource", "io.k8s.api.autoscaling.v2.ObjectMetricSource", &F275, &[0, 2, 1], &[], false),
s("ObjectMetricStatus", "io.k8s.api.autoscaling.v2.ObjectMetricStatus", &F276, &[1, 2, 0], &[], false),
s("PodsMetricSource", "io.k8s.api.autoscaling.v2.PodsMetricSource", &F277, &[0, 1], &[], false),
s("PodsMetricStatus", "io.k8s.api.autoscaling.v2.PodsMetricStatus", &F278, &[1, 0], &[], false),
s("ResourceMetricSource", "io.k8s.api.autoscaling.v2.ResourceMetricSource", &F279, &[0, 1], &[], false),
s("ResourceMetricStatus", "io.k8s.api.autoscaling.v2.ResourceMetricStatus", &F280, &[1, 0], &[], false),
s("CronJob", "io.k8s.api.batch.v1.CronJob", &F281, &[1, 0, 2, 3, 4], &[], false),
s("CronJobList", "io.k8s.api.batch.v1.CronJobList", &F282, &[1, 3, 0, 2], &[], false),
s("CronJobSpec", "io.k8s.api.batch.v1.CronJobSpec", &F283, &[3, 7, 5, 0, 2, 6, 4, 1], &[], false),
s("CronJobStatus", "io.k8s.api.batch.v1.CronJobStatus", &F284, &[0, 1, 2], &[], false),
s("Job", "io.k8s.api.batch.v1.Job", &F285, &[1, 0, 2, 3, 4], &[], false),
s("JobCondition", "io.k8s.api.batch.v1.JobCondition", &F286, &[2, 3, 5, 4, 1, 0], &[], false),
s("JobList", "io.k8s.api.batch.v1.JobList", &F287, &[1, 3, 0, 2], &[], false),
s("JobSchedulingConfiguration", "io.k8s.api.batch.v1.JobSchedulingConfiguration", &F288, &[2, 3, 1, 0], &[], false),
s("JobSpec", "io.k8s.api.batch.v1.JobSpec", &F289, &[2, 5, 6, 12, 1, 15, 9, 7, 0, 3, 14, 16, 8, 4, 13, 10, 11], &[], false),
s("JobStatus", "io.k8s.api.batch.v1.JobStatus", &F290, &[3, 7, 2, 0, 5, 8, 10, 1, 4, 6, 9], &[], false),
s("JobTemplateSpec", "io.k8s.api.batch.v1.JobTemplateSpec", &F291, &[0, 1], &[], false),
s("PodFailurePolicy", "io.k8s.api.batch.v1.PodFailurePolicy", &F292, &[0], &[], false),
s("PodFailurePolicyOnExitCodesRequirement", "io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement", &F293, &[0, 1, 2], &[], false),
s("PodFailurePolicyOnPodConditionsPattern", "io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern", &F294, &[1, 0], &[], false),
s("PodFailurePolicyRule", "io.k8s.api.batch.v1.PodFailurePolicyRule", &F295, &[0, 1, 2], &[], false),
s("SuccessPolicy", "io.k8s.api.batch.v1.SuccessPolicy", &F296, &[0], &[], false),
s("SuccessPolicyRule", "io.k8s.api.batch.v1.SuccessPolicyRule", &F297, &[1, 0], &[], false),
s("UncountedTerminatedPods", "io.k8s.api.batch.v1.UncountedTerminatedPods", &F298, &[1, 0], &[], false),
s("CronJob", "io.k8s.api.batch.v1beta1.CronJob", &F299, &[1, 0, 2, 3, 4], &[], false),
s("CronJobList", "io.k8s.api.batch.v1beta1.CronJobList", &F300, &[1, 3, 0, 2], &[], false),
s("CronJobSpec", "io.k8s.api.batch.v1beta1.CronJobSpec", &F301, &[3, 7, 5, 0, 2, 6, 4, 1], &[], false),
s("CronJobStatus", "io.k8s.api.batch.v1beta1.CronJobStatus", &F302, &[0, 1, 2], &[], false),
s("JobTemplateSpec", "io.k8s.api.batch.v1beta1.JobTemplateSpec", &F303, &[0, 1], &[], false),
s("CertificateSigningRequest", "io.k8s.api.certificates.v1.CertificateSigningRequest", &F304, &[1, 0, 2, 3, 4], &[], false),
s("CertificateSigningRequestCondition", "io.k8s.api.certificates.v1.CertificateSigningRequestCondition", &F305, &[5, 4, 3, 2, 1, 0], &[], false),
s("CertificateSigningRequestList", "io.k8s.api.certificates.v1.CertificateSigningRequestList", &F306, &[1, 3, 0, 2], &[], false),
s("CertificateSigningRequestSpec", "io.k8s.api.certificates.v1.CertificateSigningRequestSpec", &F307, &[2, 7, 6, 0, 1, 5, 3, 4], &[], false),
s("CertificateSigningRequestStatus", "io.k8s.api.certificates.v1.CertificateSigningRequestStatus", &F308, &[1, 0], &[], false),
s("ClusterTrustBundle", "io.k8s.api.certificates.v1.ClusterTrustBundle", &F309, &[1, 0, 2, 3], &[], false),
s("ClusterTrustBundleList", "io.k8s.api.certificates.v1.ClusterTrustBundleList", &F310, &[1, 3, 0, 2], &[], false),
s("ClusterTrustBundleSpec", "io.k8s.api.certificates.v1.ClusterTrustBundleSpec", &F311, &[0, 1], &[], false),
s("PodCertificateRequest", "io.k8s.api.certificates.v1.PodCertificateRequest", &F312, &[1, 0, 2, 3, 4], &[], false),
s("PodCertificateRequestList", "io.k8s.api.certificates.v1.PodCertificateRequestList", &F313, &[1, 3, 0, 2], &[], false),
s("PodCertificateRequestSpec", "io.k8s.api.certificates.v1.PodCertificateRequestSpec", &F314, &[7, 5, 6, 1, 2, 3, 4, 0, 8, 9], &[], false),
s("PodCertificateRequestStatus", "io.k8s.api.certificates.v1.PodCertificateRequestStatus", &F315, &[3, 1, 0, 4, 2], &[], false),
s("ClusterTrustBundle", "io.k8s.api.certificates.v1alpha1.ClusterTrustBundle", &F316, &[1, 0, 2, 3], &[], false),
s("ClusterTrustBundleList", "io.k8s.api.certificates.v1alpha1.ClusterTrustBundleList", &F317, &[1, 3, 0, 2], &[], false),
s("ClusterTrustBundleSpec", "io.k8s.api.certificates.v1alpha1.ClusterTrustBundleSpec", &F318, &[0, 1], &[], false),
s("CertificateSigningRequest", "io.k8s.api.certificates.v1beta1.CertificateSigningRequest", &F319, &[1, 0, 2, 3, 4], &[], false),
s("CertificateSigningRequestCondition", "io.k8s.api.certificates.v1beta1.CertificateSigningRequestCondition", &F320, &[5, 4, 3, 2, 1, 0], &[], false),
s("CertificateSigningRequestList", "io.k8s.api.certificates.v1beta1.CertificateSigningRequestList", &F321, &[1, 3, 0, 2], &[], false),
s("CertificateSigningRequestSpec", "io.k8s.api.certificates.v1beta1.CertificateSigningRequestSpec", &F322, &[2, 7, 6, 0, 1, 5, 3, 4], &[], false),
s("CertificateSigningRequestStatus", "io.k8s.api.certificates.v1beta1.CertificateSigningRequestStatus", &F323, &[1, 0], &[], false),
s("ClusterTrustBundle", "io.k8s.api.certificates.v1beta1.ClusterTrustBundle", &F324, &[1, 0, 2, 3], &[], false),
s("ClusterTrustBundleList", "io.k8s.api.certificates.v1beta1.ClusterTrustBundleList", &F325, &[1, 3, 0, 2], &[], false),
s("ClusterTrustBundleSpec", "io.k8s.api.certificates.v1beta1.ClusterTrustBundleSpec", &F326, &[0, 1], &[], false),
s("PodCertificateRequest", "io.k8s.api.certificates.v1beta1.PodCertificateRequest", &F327, &[1, 0, 2, 3, 4], &[], false),
s("PodCertificateRequestList", "io.k8s.api.certificates.v1beta1.PodCertificateRequestList", &F328, &[1, 3, 0, 2], &[], false),
s("PodCertificateRequestSpec", "io.k8s.api.certificates.v1beta1.PodCertificateRequestSpec", &F329, &[7, 5, 6, 8, 1, 2, 9, 3, 4, 0, 10, 11], &[], false),
s("PodCertificateRequestStatus", "io.k8s.api.certificates.v1beta1.PodCertificateRequestStatus", &F330, &[3, 1, 0, 4, 2], &[], false),
s("Lease", "io.k8s.api.coordination.v1.Lease", &F331, &[1, 0, 2, 3], &[], false),
s("LeaseList", "io.k8s.api.coordination.v1.LeaseList", &F332, &[1, 3, 0, 2], &[], false),
s("LeaseSpec", "io.k8s.api.coordination.v1.LeaseSpec", &F333, &[2, 0, 1, 4, 6, 3, 5], &[], false),
s("LeaseCandidate", "io.k8s.api.coordination.v1alpha2.LeaseCandidate", &F334, &[1, 0, 2, 3], &[], false),
s("LeaseCandidateList", "io.k8s.api.coordination.v1alpha2.LeaseCandidateList", &F335, &[1, 3, 0, 2], &[], false),
s("LeaseCandidateSpec", "io.k8s.api.coordination.v1alpha2.LeaseCandidateSpec", &F336, &[3, 4, 0, 1, 2, 5], &[], false),
s("Lease", "io.k8s.api.coordination.v1beta1.Lease", &F337, &[1, 0, 2, 3], &[], false),
s("LeaseCandidate", "io.k8s.api.coordination.v1beta1.LeaseCandidate", &F338, &[1, 0, 2, 3], &[], false),
s("LeaseCandidateList", "io.k8s.api.coordination.v1beta1.LeaseCandidateList", &F339, &[1, 3, 0, 2], &[], false),
s("LeaseCandidateSpec", "io.k8s.api.coordination.v1beta1.LeaseCandidateSpec", &F340, &[3, 4, 0, 1, 2, 5], &[], false),
s("LeaseList", "io.k8s.api.coordination.v1beta1.LeaseList", &F341, &[1, 3, 0, 2], &[], false),
s("LeaseSpec", "io.k8s.api.coordination.v1beta1.LeaseSpec", &F342, &[2, 0, 1, 4, 6, 3, 5], &[], false),
s("AWSElasticBlockStoreVolumeSource", "io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource", &F343, &[1, 2, 3, 0], &[], false),
s("Affinity", "io.k8s.api.core.v1.Affinity", &F344, &[0, 1, 2], &[], false),
s("AppArmorProfile", "io.k8s.api.core.v1.AppArmorProfile", &F345, &[1, 0], &[], false),
s("AttachedVolume", "io.k8s.api.core.v1.AttachedVolume", &F346, &[1, 0], &[], false),
s("AzureDiskVolumeSource", "io.k8s.api.core.v1.AzureDiskVolumeSource", &F347, &[2, 0, 1, 3, 5, 4], &[], false),
s("AzureFilePersistentVolumeSource", "io.k8s.api.core.v1.AzureFilePersistentVolumeSource", &F348, &[2, 0, 3, 1], &[], false),
s("AzureFileVolumeSource", "io.k8s.api.core.v1.AzureFileVolumeSource", &F349, &[2, 0, 1], &[], false),
s("Binding", "io.k8s.api.core.v1.Binding", &F350, &[1, 0, 2, 3], &[], false),
s("CSIPersistentVolumeSource", "io.k8s.api.core.v1.CSIPersistentVolumeSource", &F351, &[8, 5, 0, 3, 9, 7, 6, 2, 4, 1], &[], false),
s("CSIVolumeSource", "io.k8s.api.core.v1.CSIVolumeSource", &F352, &[0, 2, 4, 1, 3], &[], false),
s("Capabilities", "io.k8s.api.core.v1.Capabilities", &F353, &[0, 1], &[], false),
s("CephFSPersistentVolumeSource", "io.k8s.api.core.v1.CephFSPersistentVolumeSource", &F354, &[0, 1, 5, 3, 4, 2], &[], false),
s("CephFSVolumeSource", "io.k8s.api.core.v1.CephFSVolumeSource", &F355, &[0, 1, 5, 3, 4, 2], &[], false),
s("CinderPersistentVolumeSource", "io.k8s.api.core.v1.CinderPersistentVolumeSource", &F356, &[1, 2, 3, 0], &[], false),
s("CinderVolumeSource", "io.k8s.api.core.v1.CinderVolumeSource", &F357, &[1, 2, 3, 0], &[], false),
s("ClientIPConfig", "io.k8s.api.core.v1.ClientIPConfig", &F358, &[0], &[], false),
s("ClusterTrustBundleProjection", "io.k8s.api.core.v1.ClusterTrustBundleProjection", &F359, &[2, 0, 3, 4, 1, 5], &[], false),
s("ComponentCondition", "io.k8s.api.core.v1.ComponentCondition", &F360, &[3, 2, 1, 0], &[], false),
s("ComponentStatus", "io.k8s.api.core.v1.ComponentStatus", &F361, &[1, 3, 0, 2], &[], false),
s("ComponentStatusList", "io.k8s.api.core.v1.ComponentStatusList", &F362, &[1, 3, 0, 2], &[], false),
s("ConfigMap", "io.k8s.api.core.v1.ConfigMap", &F363, &[1, 5, 4, 3, 0, 2], &[], false),
s("ConfigMapEnvSource", "io.k8s.api.core.v1.ConfigMapEnvSource", &F364, &[0, 1], &I364, false),
s("ConfigMapKeySelector", "io.k8s.api.core.v1.ConfigMapKeySelector", &F365, &[1, 0, 2], &I365, true),
s("ConfigMapList", "io.k8s.api.core.v1.ConfigMapList", &F366, &[1, 3, 0, 2], &[], false),
s("ConfigMapNodeConfigSource", "io.k8s.api.core.v1.ConfigMapNodeConfigSource", &F367, &[4, 1, 0, 3, 2], &[], false),
s("ConfigMapProjection", "io.k8s.api.core.v1.ConfigMapProjection", &F368, &[1, 0, 2], &I368, false),
s("ConfigMapVolumeSource", "io.k8s.api.core.v1.ConfigMapVolumeSource", &F369, &[2, 4, 1, 0, 3], &I369, false),
s("Container", "io.k8s.api.core.v1.Container", &F370, &[3, 2, 7, 6, 1, 20, 17, 14, 0, 5, 15, 9, 8, 10, 11, 21, 16, 22, 23, 18, 19, 24, 13, 12, 4], &[], false),
s("ContainerExtendedResourceRequest", "io.k8s.api.core.v1.ContainerExtendedResourceRequest", &F371, &[0, 2, 1], &[], false),
s("ContainerImage", "io.k8s.api.core.v1.ContainerImage", &F372, &[0, 1], &[], false),
s("ContainerPort", "io.k8s.api.core.v1.ContainerPort", &F373, &[2, 4, 1, 0, 3], &[], false),
s("ContainerResizePolicy", "io.k8s.api.core.v1.ContainerResizePolicy", &F374, &[0, 1], &[], false),
s("ContainerRestartRule", "io.k8s.api.core.v1.ContainerRestartRule", &F375, &[0, 1], &[], false),
s("ContainerRestartRuleOnExitCodes", "io.k8s.api.core.v1.ContainerRestartRuleOnExitCodes", &F376, &[0, 1], &[], false),
s("ContainerState", "io.k8s.api.core.v1.ContainerState", &F377, &[1, 2, 0], &[], false),
s("ContainerStateRunning", "io.k8s.api.core.v1.ContainerStateRunning", &F378, &[0], &[], false),
s("ContainerStateTerminated", "io.k8s.api.core.v1.ContainerStateTerminated", &F379, &[6, 0, 5, 3, 2, 1, 4], &[], false),
s("ContainerStateWaiting", "io.k8s.api.core.v1.ContainerStateWaiting", &F380, &[1, 0], &[], false),
s("ContainerStatus", "io.k8s.api.core.v1.ContainerStatus", &F381, &[9, 13, 7, 5, 6, 2, 0, 3, 10, 4, 8, 1, 14, 12, 11], &[], false),
s("ContainerUser", "io.k8s.api.core.v1.ContainerUser", &F382, &[0], &[], false),
s("DaemonEndpoint", "io.k8s.api.core.v1.DaemonEndpoint", &F383, &[0], &[], false),
s("DownwardAPIProjection", "io.k8s.api.core.v1.DownwardAPIProjection", &F384, &[0], &[], false),
s("DownwardAPIVolumeFile", "io.k8s.api.core.v1.DownwardAPIVolumeFile", &F385, &[1, 3, 0, 2, 4], &[], false),
s("DownwardAPIVolumeSource", "io.k8s.api.core.v1.DownwardAPIVolumeSource", &F386, &[1, 2, 0], &[], false),
s("EmptyDirVolumeSource", "io.k8s.api.core.v1.EmptyDirVolumeSource", &F387, &[0, 2, 1], &[], false),
s("EndpointAddress", "io.k8s.api.core.v1.EndpointAddress", &F388, &[1, 0, 2, 3], &[], true),
s("EndpointPort", "io.k8s.api.core.v1.EndpointPort", &F389, &[3, 0, 1, 2], &[], true),
s("EndpointSubset", "io.k8s.api.core.v1.EndpointSubset", &F390, &[0, 1, 2], &[], false),
s("Endpoints", "io.k8s.api.core.v1.Endpoints", &F391, &[1, 0, 2, 3], &[], false),
s("EndpointsList", "io.k8s.api.core.v1.EndpointsList", &F392, &[1, 3, 0, 2], &[], false),
s("EnvFromSource", "io.k8s.api.core.v1.EnvFromSource", &F393, &[1, 0, 2], &[], false),
s("EnvVar", "io.k8s.api.core.v1.EnvVar", &F394, &[0, 1, 2], &[], false),
s("EnvVarSource", "io.k8s.api.core.v1.EnvVarSource", &F395, &[2, 0, 4, 1, 3], &[], false),
s("EphemeralContainer", "io.k8s.api.core.v1.EphemeralContainer", &F396, &[3, 2, 7, 6, 1, 20, 17, 14, 0, 5, 15, 9, 8, 10, 11, 21, 16, 22, 23, 25, 18, 19, 24, 13, 12, 4], &I396, false),
s("EphemeralVolumeSource", "io.k8s.api.core.v1.EphemeralVolumeSource", &F397, &[0], &[], false),
s("Event", "io.k8s.api.core.v1.Event", &F398, &[13, 1, 9, 11, 7, 3, 0, 8, 5, 2, 4, 14, 15, 16, 12, 6, 10], &[], false),
s("EventList", "io.k8s.api.core.v1.EventList", &F399, &[1, 3, 0, 2], &[], false),
s("EventSeries", "io.k8s.api.core.v1.EventSeries", &F400, &[0, 1], &[], false),
s("EventSource", "io.k8s.api.core.v1.EventSource", &F401, &[0, 1], &[], false),
s("EvictionResponder", "io.k8s.api.core.v1.EvictionResponder", &F402, &[0, 1], &[], true),
s("ExecAction", "io.k8s.api.core.v1.ExecAction", &F403, &[0], &[], false),
s("FCVolumeSource", "io.k8s.api.core.v1.FCVolumeSource", &F404, &[2, 1, 3, 0, 4], &[], false),
s("FileKeySelector", "io.k8s.api.core.v1.FileKeySelector", &F405, &[2, 3, 1, 0], &[], true),
s("FlexPersistentVolumeSource", "io.k8s.api.core.v1.FlexPersistentVolumeSource", &F406, &[0, 1, 4, 3, 2], &[], false),
s("FlexVolumeSource", "io.k8s.api.core.v1.FlexVolumeSource", &F407, &[0, 1, 4, 3, 2], &[], false),
s("FlockerVolumeSource", "io.k8s.api.core.v1.FlockerVolumeSource", &F408, &[0, 1], &[], false),
s("GCEPersistentDiskVolumeSource", "io.k8s.api.core.v1.GCEPersistentDiskVolumeSource", &F409, &[1, 2, 0, 3], &[], false),
s("GRPCAction", "io.k8s.api.core.v1.GRPCAction", &F410, &[2, 0, 1], &[], false),
s("GitRepoVolumeSource", "io.k8s.api.core.v1.GitRepoVolumeSource", &F411, &[2, 0, 1], &[], false),
s("GlusterfsPersistentVolumeSource", "io.k8s.api.core.v1.GlusterfsPersistentVolumeSource", &F412, &[0, 3, 1, 2], &[], false),
s("GlusterfsVolumeSource", "io.k8s.api.core.v1.GlusterfsVolumeSource", &F413, &[0, 1, 2], &[], false),
s("HTTPGetAction", "io.k8s.api.core.v1.HTTPGetAction", &F414, &[2, 4, 0, 1, 5, 3], &[], false),
s("HTTPHeader", "io.k8s.api.core.v1.HTTPHeader", &F415, &[0, 1], &[], false),
s("HostAlias", "io.k8s.api.core.v1.HostAlias", &F416, &[1, 0], &[], false),
s("HostIP", "io.k8s.api.core.v1.HostIP", &F417, &[0], &[], false),
s("HostPathVolumeSource", "io.k8s.api.core.v1.HostPathVolumeSource", &F418, &[0, 1], &[], false),
s("ISCSIPersistentVolumeSource", "io.k8s.api.core.v1.ISCSIPersistentVolumeSource", &F419, &[7, 8, 4, 10, 1, 3, 2, 6, 5, 9, 0], &[], false),
s("ISCSIVolumeSource", "io.k8s.api.core.v1.ISCSIVolumeSource", &F420, &[7, 8, 4, 10, 1, 3, 2, 6, 5, 9, 0], &[], false),
s("ImageVolumeSource", "io.k8s.api.core.v1.ImageVolumeSource", &F421, &[1, 0], &[], false),
s("ImageVolumeStatus", "io.k8s.api.core.v1.ImageVolumeStatus", &F422, &[0], &[], false),
s("KeyToPath", "io.k8s.api.core.v1.KeyToPath", &F423, &[0, 2, 1, 3], &[], false),
s("Lifecycle", "io.k8s.api.core.v1.Lifecycle", &F424, &[0, 1, 2], &[], false),
s("LifecycleHandler", "io.k8s.api.core.v1.LifecycleHandler", &F425, &[0, 1, 3, 2], &[], false),
s("LimitRange", "io.k8s.api.core.v1.LimitRange", &F426, &[1, 0, 2, 3], &[], false),
s("LimitRangeItem", "io.k8s.api.core.v1.LimitRangeItem", &F427, &[3, 4, 1, 5, 2, 0], &[], false),
s("LimitRangeList", "io.k8s.api.core.v1.LimitRangeList", &F428, &[1, 3, 0, 2], &[], false),
s("LimitRangeSpec", "io.k8s.api.core.v1.LimitRangeSpec", &F429, &[0], &[], false),
s("LinuxContainerUser", "io.k8s.api.core.v1.LinuxContainerUser", &F430, &[1, 2, 0], &[], false),
s("List", "io.k8s.api.core.v1.List", &F431, &[1, 3, 0, 2], &[], false),
s("LoadBalancerIngress", "io.k8s.api.core.v1.LoadBalancerIngress", &F432, &[1, 0, 2, 3], &[], false),
s("LoadBalancerStatus", "io.k8s.api.core.v1.LoadBalancerStatus", &F433, &[0], &[], false),
s("LocalObjectReference", "io.k8s.api.core.v1.LocalObjectReference", &F434, &[0], &[], true),
s("LocalVolumeSource", "io.k8s.api.core.v1.LocalVolumeSource", &F435, &[1, 0], &[], false),
s("ModifyVolumeStatus", "io.k8s.api.core.v1.ModifyVolumeStatus", &F436, &[1, 0], &[], false),
s("NFSVolumeSource", "io.k8s.api.core.v1.NFSVolumeSource", &F437, &[1, 2, 0], &[], false),
s("Namespace", "io.k8s.api.core.v1.Namespace", &F438, &[1, 0, 2, 3, 4], &[], false),
s("NamespaceCondition", "io.k8s.api.core.v1.NamespaceCondition", &F439, &[2, 4, 3, 1, 0], &[], false),
s("NamespaceList", "io.k8s.api.core.v1.NamespaceList", &F440, &[1, 3, 0, 2], &[], false),
s("NamespaceSpec", "io.k8s.api.core.v1.NamespaceSpec", &F441, &[0], &[], false),
s("NamespaceStatus", "io.k8s.api.core.v1.NamespaceStatus", &F442, &[1, 0], &[], false),
s("Node", "io.k8s.api.core.v1.Node", &F443, &[1, 0, 2, 3, 4], &[], false),
s("NodeAddress", "io.k8s.api.core.v1.NodeAddress", &F444, &[1, 0], &[], false),
s("NodeAffinity", "io.k8s.api.core.v1.NodeAffinity", &F445, &[1, 0], &[], false),
s("NodeAllocatableMappedResources", "io.k8s.api.core.v1.NodeAllocatableMappedResources", &F446, &[0, 1], &[], false),
s("NodeAllocatableOverheadResources", "io.k8s.api.core.v1.NodeAllocatableOverheadResources", &F447, &[0, 2, 1], &[], false),
s("NodeAllocatableResourceClaimStatus", "io.k8s.api.core.v1.NodeAllocatableResourceClaimStatus", &F448, &[1, 2, 3, 0], &[], false),
s("NodeCondition", "io.k8s.api.core.v1.NodeCondition", &F449, &[2, 3, 5, 4, 1, 0], &[], false),
s("NodeConfigSource", "io.k8s.api.core.v1.NodeConfigSource", &F450, &[0], &[], false),
s("NodeConfigStatus", "io.k8s.api.core.v1.NodeConfigStatus", &F451, &[1, 0, 3, 2], &[], false),
s("NodeDaemonEndpoints", "io.k8s.api.core.v1.NodeDaemonEndpoints", &F452, &[0], &[], false),
s("NodeFeatures", "io.k8s.api.core.v1.NodeFeatures", &F453, &[0], &[], false),
s("NodeList", "io.k8s.api.core.v1.NodeList", &F454, &[1, 3, 0, 2], &[], false),
s("NodePodPreemptionPolicy", "io.k8s.api.core.v1.NodePodPreemptionPolicy", &F455, &[0], &[], false),
s("NodeProxyOptions", "io.k8s.api.core.v1.NodeProxyOptions", &F456, &[1, 0, 2], &[], false),
s("NodeRuntimeHandler", "io.k8s.api.core.v1.NodeRuntimeHandler", &F457, &[1, 0], &[], false),
s("NodeRuntimeHandlerFeatures", "io.k8s.api.core.v1.NodeRuntimeHandlerFeatures", &F458, &[0, 1], &[], false),
s("NodeSelector", "io.k8s.api.core.v1.NodeSelector", &F459, &[0], &[], true),
s("NodeSelectorRequirement", "io.k8s.api.core.v1.NodeSelectorRequirement", &F460, &[0, 1, 2], &[], false),
s("NodeSelectorTerm", "io.k8s.api.core.v1.NodeSelectorTerm", &F461, &[0, 1], &[], true),
s("NodeSpec", "io.k8s.api.core.v1.NodeSpec", &F462, &[5, 6, 0, 1, 7, 2, 4, 3], &[], false),
s("NodeStatus", "io.k8s.api.core.v1.NodeStatus", &F463, &[4, 1, 0, 3, 10, 5, 13, 12, 7, 6, 2, 11, 9, 8], &[], false),
s("NodeSwapStatus", "io.k8s.api.core.v1.NodeSwapStatus", &F464, &[0], &[], false),
s("NodeSystemInfo", "io.k8s.api.core.v1.NodeSystemInfo", &F465, &[9, 2, 5, 3, 7, 6, 0, 8, 4, 11, 10, 1], &[], false),
s("ObjectFieldSelector", "io.k8s.api.core.v1.ObjectFieldSelector", &F466, &[0, 1], &[], true),
s("ObjectReference", "io.k8s.api.core.v1.ObjectReference", &F467, &[4, 6, 0, 2, 1, 5, 3], &[], true),
s("PersistentVolume", "io.k8s.api.core.v1.PersistentVolume", &F468, &[1, 0, 2, 3, 4], &[], false),
s("PersistentVolumeClaim", "io.k8s.api.core.v1.PersistentVolumeClaim", &F469, &[1, 0, 2, 3, 4], &[], false),
s("PersistentVolumeClaimCondition", "io.k8s.api.core.v1.PersistentVolumeClaimCondition", &F470, &[2, 3, 5, 4, 1, 0], &[], false),
s("PersistentVolumeClaimList", "io.k8s.api.core.v1.PersistentVolumeClaimList", &F471, &[1, 3, 0, 2], &[], false),
s("PersistentVolumeClaimSpec", "io.k8s.api.core.v1.PersistentVolumeClaimSpec", &F472, &[0, 6, 7, 2, 1, 4, 8, 5, 3], &[], false),
s("PersistentVolumeClaimStatus", "io.k8s.api.core.v1.PersistentVolumeClaimStatus", &F473, &[1, 5, 4, 2, 3, 6, 8, 7, 0], &[], false),
s("PersistentVolumeClaimTemplate", "io.k8s.api.core.v1.PersistentVolumeClaimTemplate", &F474, &[0, 1], &[], false),
s("PersistentVolumeClaimVolumeSource", "io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource", &F475, &[0, 1], &[], false),
s("PersistentVolumeList", "io.k8s.api.core.v1.PersistentVolumeList", &F476, &[1, 3, 0, 2], &[], false),
s("PersistentVolumeSpec", "io.k8s.api.core.v1.PersistentVolumeSpec", &F477, &[23, 2, 16, 13, 0, 9, 8, 24, 22, 10, 12, 11, 1, 4, 3, 7, 20, 27, 5, 29, 25, 17, 18, 15, 6, 19, 26, 21, 30, 28, 14], &I477, false),
s("PersistentVolumeStatus", "io.k8s.api.core.v1.PersistentVolumeStatus", &F478, &[3, 1, 0, 2], &[], false),
s("PhotonPersistentDiskVolumeSource", "io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource", &F479, &[1, 0], &[], false),
s("Pod", "io.k8s.api.core.v1.Pod", &F480, &[1, 0, 2, 3, 4], &[], false),
s("PodAffinity", "io.k8s.api.core.v1.PodAffinity", &F481, &[1, 0], &[], false),
s("PodAffinityTerm", "io.k8s.api.core.v1.PodAffinityTerm", &F482, &[0, 4, 5, 3, 1, 2], &[], false),
s("PodAntiAffinity", "io.k8s.api.core.v1.PodAntiAffinity", &F483, &[1, 0], &[], false),
s("PodAttachOptions", "io.k8s.api.core.v1.PodAttachOptions", &F484, &[1, 6, 0, 4, 2, 3, 5], &[], false),
s("PodCertificateProjection", "io.k8s.api.core.v1.PodCertificateProjection", &F485, &[5, 3, 4, 1, 2, 0, 7, 6], &[], false),
s("PodCondition", "io.k8s.api.core.v1.PodCondition", &F486, &[3, 4, 6, 1, 5, 2, 0], &[], false),
s("PodDNSConfig", "io.k8s.api.core.v1.PodDNSConfig", &F487, &[0, 2, 1], &[], false),
s("PodDNSConfigOption", "io.k8s.api.core.v1.PodDNSConfigOption", &F488, &[0, 1], &[], false),
s("PodExecOptions", "io.k8s.api.core.v1.PodExecOptions", &F489, &[1, 7, 6, 0, 4, 2, 3, 5], &[], false),
s("PodExtendedResourceClaimStatus", "io.k8s.api.core.v1.PodExtendedResourceClaimStatus", &F490, &[0, 1], &[], false),
s("PodIP", "io.k8s.api.core.v1.PodIP", &F491, &[0], &[], false),
s("PodList", "io.k8s.api.core.v1.PodList", &F492, &[1, 3, 0, 2], &[], false),
s("PodLogOptions", "io.k8s.api.core.v1.PodLogOptions", &F493, &[1, 2, 3, 10, 0, 9, 4, 5, 6, 11, 8, 7], &[], false),
s("PodOS", "io.k8s.api.core.v1.PodOS", &F494, &[0], &[], false),
s("PodPortForwardOptions", "io.k8s.api.core.v1.PodPortForwardOptions", &F495, &[1, 0, 2], &[], false),
s("PodProxyOptions", "io.k8s.api.core.v1.PodProxyOptions", &F496, &[1, 0, 2], &[], false),
s("PodReadinessGate", "io.k8s.api.core.v1.PodReadinessGate", &F497, &[0], &[], false),
s("PodResourceClaim", "io.k8s.api.core.v1.PodResourceClaim", &F498, &[0, 1, 2], &[], false),
s("PodResourceClaimStatus", "io.k8s.api.core.v1.PodResourceClaimStatus", &F499, &[0, 1], &[], false),
s("PodSchedulingGate", "io.k8s.api.core.v1.PodSchedulingGate", &F500, &[0], &[], false),
s("PodSchedulingGroup", "io.k8s.api.core.v1.PodSchedulingGroup", &F501, &[0], &[], false),
s("PodSecurityContext", "io.k8s.api.core.v1.PodSecurityContext", &F502, &[11, 7, 9, 3, 4, 2, 12, 0, 10, 5, 6, 8, 1], &[], false),
s("PodSpec", "io.k8s.api.core.v1.PodSpec", &F503, &[6, 21, 11, 2, 27, 7, 30, 3, 42, 24, 15, 13, 14, 36, 19, 40, 18, 1, 12, 8, 35, 32, 31, 26, 25, 28, 38, 39, 4, 29, 22, 37, 41, 17, 10, 9, 34, 16, 20, 5, 23, 33, 0], &[], false),
s("PodStatus", "io.k8s.api.core.v1.PodStatus", &F504, &[18, 2, 12, 14, 17, 6, 7, 11, 3, 20, 5, 0, 1, 8, 9, 13, 4, 15, 16, 19, 10, 21], &[], false),
s("PodTemplate", "io.k8s.api.core.v1.PodTemplate", &F505, &[1, 0, 2, 3], &[], false),
s("PodTemplateList", "io.k8s.api.core.v1.PodTemplateList", &F506, &[1, 3, 0, 2], &[], false),
s("PodTemplateSpec", "io.k8s.api.core.v1.PodTemplateSpec", &F507, &[0, 1], &[], false),
s("PodVolumeHealth", "io.k8s.api.core.v1.PodVolumeHealth", &F508, &[1, 2, 0], &[], false),
s("PortStatus", "io.k8s.api.core.v1.PortStatus", &F509, &[2, 0, 1], &[], false),
s("PortworxVolumeSource", "io.k8s.api.core.v1.PortworxVolumeSource", &F510, &[1, 2, 0], &[], false),
s("PreferredSchedulingTerm", "io.k8s.api.core.v1.PreferredSchedulingTerm", &F511, &[1, 0], &[], false),
s("Probe", "io.k8s.api.core.v1.Probe", &F512, &[0, 8, 3, 1, 4, 6, 7, 2, 9, 5], &I512, false),
s("ProjectedVolumeSource", "io.k8s.api.core.v1.ProjectedVolumeSource", &F513, &[1, 2, 0], &[], false),
s("QuobyteVolumeSource", "io.k8s.api.core.v1.QuobyteVolumeSource", &F514, &[4, 2, 0, 5, 3, 1], &[], false),
s("RBDPersistentVolumeSource", "io.k8s.api.core.v1.RBDPersistentVolumeSource", &F515, &[2, 1, 5, 0, 3, 7, 6, 4], &[], false),
s("RBDVolumeSource", "io.k8s.api.core.v1.RBDVolumeSource", &F516, &[2, 1, 5, 0, 3, 7, 6, 4], &[], false),
s("RangeAllocation", "io.k8s.api.core.v1.RangeAllocation", &F517, &[1, 4, 0, 2, 3], &[], false),
s("ReplicationController", "io.k8s.api.core.v1.ReplicationController", &F518, &[1, 0, 2, 3, 4], &[], false),
s("ReplicationControllerCondition", "io.k8s.api.core.v1.ReplicationControllerCondition", &F519, &[2, 4, 3, 1, 0], &[], false),
s("ReplicationControllerList", "io.k8s.api.core.v1.ReplicationControllerList", &F520, &[1, 3, 0, 2], &[], false),
s("ReplicationControllerSpec", "io.k8s.api.core.v1.ReplicationControllerSpec", &F521, &[1, 0, 2, 3], &[], false),
s("ReplicationControllerStatus", "io.k8s.api.core.v1.ReplicationControllerStatus", &F522, &[3, 5, 1, 4, 2, 0], &[], false),
s("ResourceClaim", "io.k8s.api.core.v1.ResourceClaim", &F523, &[0, 1], &[], false),
s("ResourceFieldSelector", "io.k8s.api.core.v1.ResourceFieldSelector", &F524, &[0, 2, 1], &[], true),
s("ResourceHealth", "io.k8s.api.core.v1.ResourceHealth", &F525, &[1, 2, 0], &[], false),
s("ResourceQuota", "io.k8s.api.core.v1.ResourceQuota", &F526, &[1, 0, 2, 3, 4], &[], false),
s("ResourceQuotaList", "io.k8s.api.core.v1.ResourceQuotaList", &F527, &[1, 3, 0, 2], &[], false),
s("ResourceQuotaSpec", "io.k8s.api.core.v1.ResourceQuotaSpec", &F528, &[0, 2, 1], &[], false),
s("ResourceQuotaStatus", "io.k8s.api.core.v1.ResourceQuotaStatus", &F529, &[0, 1], &[], false),
s("ResourceRequirements", "io.k8s.api.core.v1.ResourceRequirements", &F530, &[2, 0, 1], &[], false),
s("ResourceStatus", "io.k8s.api.core.v1.ResourceStatus", &F531, &[0, 1], &[], false),
s("SELinuxOptions", "io.k8s.api.core.v1.SELinuxOptions", &F532, &[3, 1, 2, 0], &[], false),
s("ScaleIOPersistentVolumeSource", "io.k8s.api.core.v1.ScaleIOPersistentVolumeSource", &F533, &[8, 0, 4, 9, 2, 3, 6, 5, 1, 7], &[], false),
s("ScaleIOVolumeSource", "io.k8s.api.core.v1.ScaleIOVolumeSource", &F534, &[8, 0, 4, 9, 2, 3, 6, 5, 1, 7], &[], false),
s("ScopeSelector", "io.k8s.api.core.v1.ScopeSelector", &F535, &[0], &[], true),
s("ScopedResourceSelectorRequirement", "io.k8s.api.core.v1.ScopedResourceSelectorRequirement", &F536, &[1, 0, 2], &[], false),
s("SeccompProfile", "io.k8s.api.core.v1.SeccompProfile", &F537, &[1, 0], &[], false),
s("Secret", "io.k8s.api.core.v1.Secret", &F538, &[1, 4, 3, 0, 2, 5, 6], &[], false),
s("SecretEnvSource", "io.k8s.api.core.v1.SecretEnvSource", &F539, &[0, 1], &I539, false),
s("SecretKeySelector", "io.k8s.api.core.v1.SecretKeySelector", &F540, &[1, 0, 2], &I540, true),
s("SecretList", "io.k8s.api.core.v1.SecretList", &F541, &[1, 3, 0, 2], &[], false),
s("SecretProjection", "io.k8s.api.core.v1.SecretProjection", &F542, &[1, 0, 2], &I542, false),
s("SecretReference", "io.k8s.api.core.v1.SecretReference", &F543, &[0, 1], &[], true),
s("SecretVolumeSource", "io.k8s.api.core.v1.SecretVolumeSource", &F544, &[2, 4, 1, 3, 0], &[], false),
s("SecurityContext", "io.k8s.api.core.v1.SecurityContext", &F545, &[8, 11, 0, 1, 9, 7, 5, 6, 4, 2, 10, 3], &[], false),
s("SerializedReference", "io.k8s.api.core.v1.SerializedReference", &F546, &[1, 0, 2], &[], false),
s("Service", "io.k8s.api.core.v1.Service", &F547, &[1, 0, 2, 3, 4], &[], false),
s("ServiceAccount", "io.k8s.api.core.v1.ServiceAccount", &F548, &[1, 5, 4, 0, 2, 3], &[], false),
s("ServiceAccountList", "io.k8s.api.core.v1.ServiceAccountList", &F549, &[1, 3, 0, 2], &[], false),
s("ServiceAccountTokenProjection", "io.k8s.api.core.v1.ServiceAccountTokenProjection", &F550, &[0, 1, 2, 3], &[], false),
s("ServiceList", "io.k8s.api.core.v1.ServiceList", &F551, &[1, 3, 0, 2], &[], false),
s("ServicePort", "io.k8s.api.core.v1.ServicePort", &F552, &[2, 0, 5, 3, 1, 4], &[], false),
s("ServiceProxyOptions", "io.k8s.api.core.v1.ServiceProxyOptions", &F553, &[1, 0, 2], &[], false),
s("ServiceSpec", "io.k8s.api.core.v1.ServiceSpec", &F554, &[16, 2, 3, 5, 9, 10, 11, 18, 14, 15, 17, 7, 8, 0, 12, 1, 6, 13, 19, 4], &[], false),
s("ServiceStatus", "io.k8s.api.core.v1.ServiceStatus", &F555, &[1, 0], &[], false),
s("SessionAffinityConfig", "io.k8s.api.core.v1.SessionAffinityConfig", &F556, &[0], &[], false),
s("SleepAction", "io.k8s.api.core.v1.SleepAction", &F557, &[0], &[], false),
s("StorageOSPersistentVolumeSource", "io.k8s.api.core.v1.StorageOSPersistentVolumeSource", &F558, &[2, 3, 4, 0, 1], &[], false),
s("StorageOSVolumeSource", "io.k8s.api.core.v1.StorageOSVolumeSource", &F559, &[2, 3, 4, 0, 1], &[], false),
s("Sysctl", "io.k8s.api.core.v1.Sysctl", &F560, &[0, 1], &[], false),
s("TCPSocketAction", "io.k8s.api.core.v1.TCPSocketAction", &F561, &[1, 0], &[], false),
s("Taint", "io.k8s.api.core.v1.Taint", &F562, &[2, 0, 3, 1], &[], false),
s("Toleration", "io.k8s.api.core.v1.Toleration", &F563, &[3, 0, 1, 4, 2], &[], false),
s("TopologySelectorLabelRequirement", "io.k8s.api.core.v1.TopologySelectorLabelRequirement", &F564, &[0, 1], &[], false),
s("TopologySelectorTerm", "io.k8s.api.core.v1.TopologySelectorTerm", &F565, &[0], &[], true),
s("TopologySpreadConstraint", "io.k8s.api.core.v1.TopologySpreadConstraint", &F566, &[3, 7, 0, 4, 5, 6, 1, 2], &[], false),
s("TypedLocalObjectReference", "io.k8s.api.core.v1.TypedLocalObjectReference", &F567, &[0, 1, 2], &[], true),
s("TypedObjectReference", "io.k8s.api.core.v1.TypedObjectReference", &F568, &[0, 1, 2, 3], &[], false),
s("Volume", "io.k8s.api.core.v1.Volume", &F569, &[4, 22, 18, 14, 13, 19, 28, 16, 2, 29, 17, 12, 15, 3, 5, 9, 1, 30, 8, 0, 7, 10, 23, 25, 24, 21, 11, 26, 6, 27, 20], &I569, false),
s("VolumeDevice", "io.k8s.api.core.v1.VolumeDevice", &F570, &[1, 0], &[], false),
s("VolumeHealthCondition", "io.k8s.api.core.v1.VolumeHealthCondition", &F571, &[2, 1, 0], &[], false),
s("VolumeHealthStatus", "io.k8s.api.core.v1.VolumeHealthStatus", &F572, &[0, 1], &[], false),
s("VolumeMount", "io.k8s.api.core.v1.VolumeMount", &F573, &[7, 3, 5, 0, 1, 2, 4, 6], &[], false),
s("VolumeMountStatus", "io.k8s.api.core.v1.VolumeMountStatus", &F574, &[1, 0, 2, 3, 4], &[], false),
s("VolumeNodeAffinity", "io.k8s.api.core.v1.VolumeNodeAffinity", &F575, &[0], &[], false),
s("VolumeProjection", "io.k8s.api.core.v1.VolumeProjection", &F576, &[4, 2, 1, 5, 0, 3], &[], false),
s("VolumeResourceRequirements", "io.k8s.api.core.v1.VolumeResourceRequirements", &F577, &[0, 1], &[], false),
s("VolumeStatus", "io.k8s.api.core.v1.VolumeStatus", &F578, &[0], &[], false),
s("VsphereVirtualDiskVolumeSource", "io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource", &F579, &[1, 3, 2, 0], &[], false),
s("WeightedPodAffinityTerm", "io.k8s.api.core.v1.WeightedPodAffinityTerm", &F580, &[1, 0], &[], false),
s("WindowsSecurityContextOptions", "io.k8s.api.core.v1.WindowsSecurityContextOptions", &F581, &[1, 0, 3, 2], &[], false),
s("Endpoint", "io.k8s.api.discovery.v1.Endpoint", &F582, &[0, 1, 4, 7, 2, 5, 3, 6], &[], false),
s("EndpointConditions", "io.k8s.api.discovery.v1.EndpointConditions", &F583, &[0, 1, 2], &[], false),
s("EndpointHints", "io.k8s.api.discovery.v1.EndpointHints", &F584, &[1, 0], &[], false),
s("EndpointPort", "io.k8s.api.discovery.v1.EndpointPort", &F585, &[3, 0, 2, 1], &[], true),
s("EndpointSlice", "io.k8s.api.discovery.v1.EndpointSlice", &F586, &[3, 1, 4, 0, 2, 5], &[], false),
s("EndpointSliceList", "io.k8s.api.discovery.v1.EndpointSliceList", &F587, &[1, 3, 0, 2], &[], false),
s("ForNode", "io.k8s.api.discovery.v1.ForNode", &F588, &[0], &[], false),
s("ForZone", "io.k8s.api.discovery.v1.ForZone", &F589, &[0], &[], false),
s("Endpoint", "io.k8s.api.discovery.v1beta1.Endpoint", &F590, &[0, 1, 6, 2, 5, 3, 4], &[], false),
s("EndpointConditions", "io.k8s.api.discovery.v1beta1.EndpointConditions", &F591, &[0, 1, 2], &[], false),
s("EndpointHints", "io.k8s.api.discovery.v1beta1.EndpointHints", &F592, &[1, 0], &[], false),
s("EndpointPort", "io.k8s.api.discovery.v1beta1.EndpointPort", &F593, &[3, 0, 2, 1], &[], false),
s("EndpointSlice", "io.k8s.api.discovery.v1beta1.EndpointSlice", &F594, &[3, 1, 4, 0, 2, 5], &[], false),
s("EndpointSliceList", "io.k8s.api.discovery.v1beta1.EndpointSliceList", &F595, &[1, 3, 0, 2], &[], false),
s("ForNode", "io.k8s.api.discovery.v1beta1.ForNode", &F596, &[0], &[], false),
s("ForZone", "io.k8s.api.discovery.v1beta1.ForZone", &F597, &[0], &[], false),
s("Event", "io.k8s.api.events.v1.Event", &F598, &[7, 1, 16, 14, 15, 13, 3, 0, 2, 11, 8, 9, 10, 5, 6, 4, 12], &[], false),
s("EventList", "io.k8s.api.events.v1.EventList", &F599, &[1, 3, 0, 2], &[], false),
s("EventSeries", "io.k8s.api.events.v1.EventSeries", &F600, &[0, 1], &[], false),
s("Event", "io.k8s.api.events.v1beta1.Event", &F601, &[7, 1, 16, 14, 15, 13, 3, 0, 2, 11, 8, 9, 10, 5, 6, 4, 12], &[], false),
s("EventList", "io.k8s.api.events.v1beta1.EventList", &F602, &[1, 3, 0, 2], &[], false),
s("EventSeries", "io.k8s.api.events.v1beta1.EventSeries", &F603, &[0, 1], &[], false),
s("DaemonSet", "io.k8s.api.extensions.v1beta1.DaemonSet", &F604, &[1, 0, 2, 3, 4], &[], false),
s("DaemonSetCondition", "io.k8s.api.extensions.v1beta1.DaemonSetCondition", &F605, &[2, 4, 3, 1, 0], &[], false),
s("DaemonSetList", "io.k8s.api.extensions.v1beta1.DaemonSetList", &F606, &[1, 3, 0, 2], &[], false),
s("DaemonSetSpec", "io.k8s.api.extensions.v1beta1.DaemonSetSpec", &F607, &[3, 5, 0, 1, 4, 2], &[], false),
s("DaemonSetStatus", "io.k8s.api.extensions.v1beta1.DaemonSetStatus", &F608, &[8, 9, 0, 2, 6, 1, 3, 7, 4, 5], &[], false),
s("DaemonSetUpdateStrategy", "io.k8s.api.extensions.v1beta1.DaemonSetUpdateStrategy", &F609, &[1, 0], &[], false),
s("Deployment", "io.k8s.api.extensions.v1beta1.Deployment", &F610, &[1, 0, 2, 3, 4], &[], false),
s("DeploymentCondition", "io.k8s.api.extensions.v1beta1.DeploymentCondition", &F611, &[3, 2, 5, 4, 1, 0], &[], false),
s("DeploymentList", "io.k8s.api.extensions.v1beta1.DeploymentList", &F612, &[1, 3, 0, 2], &[], false),
s("DeploymentRollback", "io.k8s.api.extensions.v1beta1.DeploymentRollback", &F613, &[1, 0, 2, 4, 3], &[], false),
s("DeploymentSpec", "io.k8s.api.extensions.v1beta1.DeploymentSpec", &F614, &[4, 6, 8, 0, 5, 7, 1, 3, 2], &[], false),
s("DeploymentStatus", "io.k8s.api.extensions.v1beta1.DeploymentStatus", &F615, &[4, 8, 7, 0, 3, 1, 6, 5, 2], &[], false),
s("DeploymentStrategy", "io.k8s.api.extensions.v1beta1.DeploymentStrategy", &F616, &[1, 0], &[], false),
s("HTTPIngressPath", "io.k8s.api.extensions.v1beta1.HTTPIngressPath", &F617, &[2, 0, 1], &[], false),
s("HTTPIngressRuleValue", "io.k8s.api.extensions.v1beta1.HTTPIngressRuleValue", &F618, &[0], &[], false),
s("IPBlock", "io.k8s.api.extensions.v1beta1.IPBlock", &F619, &[0, 1], &[], false),
s("Ingress", "io.k8s.api.extensions.v1beta1.Ingress", &F620, &[1, 0, 2, 3, 4], &[], false),
s("IngressBackend", "io.k8s.api.extensions.v1beta1.IngressBackend", &F621, &[2, 0, 1], &[], false),
s("IngressList", "io.k8s.api.extensions.v1beta1.IngressList", &F622, &[1, 3, 0, 2], &[], false),
s("IngressLoadBalancerIngress", "io.k8s.api.extensions.v1beta1.IngressLoadBalancerIngress", &F623, &[1, 0, 2], &[], false),
s("IngressLoadBalancerStatus", "io.k8s.api.extensions.v1beta1.IngressLoadBalancerStatus", &F624, &[0], &[], false),
s("IngressPortStatus", "io.k8s.api.extensions.v1beta1.IngressPortStatus", &F625, &[2, 0, 1], &[], false),
s("IngressRule", "io.k8s.api.extensions.v1beta1.IngressRule", &F626, &[0, 1], &I626, false),
s("IngressSpec", "io.k8s.api.extensions.v1beta1.IngressSpec", &F627, &[1, 0, 3, 2], &[], false),
s("IngressStatus", "io.k8s.api.extensions.v1beta1.IngressStatus", &F628, &[0], &[], false),
s("IngressTLS", "io.k8s.api.extensions.v1beta1.IngressTLS", &F629, &[0, 1], &[], false),
s("NetworkPolicy", "io.k8s.api.extensions.v1beta1.NetworkPolicy", &F630, &[1, 0, 2, 3], &[], false),
s("NetworkPolicyEgressRule", "io.k8s.api.extensions.v1beta1.NetworkPolicyEgressRule", &F631, &[0, 1], &[], false),
s("NetworkPolicyIngressRule", "io.k8s.api.extensions.v1beta1.NetworkPolicyIngressRule", &F632, &[1, 0], &[], false),
s("NetworkPolicyList", "io.k8s.api.extensions.v1beta1.NetworkPolicyList", &F633, &[1, 3, 0, 2], &[], false),
s("NetworkPolicyPeer", "io.k8s.api.extensions.v1beta1.NetworkPolicyPeer", &F634, &[2, 1, 0], &[], false),
s("NetworkPolicyPort", "io.k8s.api.extensions.v1beta1.NetworkPolicyPort", &F635, &[2, 1, 0], &[], false),
s("NetworkPolicySpec", "io.k8s.api.extensions.v1beta1.NetworkPolicySpec", &F636, &[2, 1, 0, 3], &[], false),
s("ReplicaSet", "io.k8s.api.extensions.v1beta1.ReplicaSet", &F637, &[1, 0, 2, 3, 4], &[], false),
s("ReplicaSetCondition", "io.k8s.api.extensions.v1beta1.ReplicaSetCondition", &F638, &[2, 4, 3, 1, 0], &[], false),
s("ReplicaSetList", "io.k8s.api.extensions.v1beta1.ReplicaSetList", &F639, &[1, 3, 0, 2], &[], false),
s("ReplicaSetSpec", "io.k8s.api.extensions.v1beta1.ReplicaSetSpec", &F640, &[1, 0, 2, 3], &[], false),
s("ReplicaSetStatus", "io.k8s.api.extensions.v1beta1.ReplicaSetStatus", &F641, &[3, 6, 1, 5, 2, 0, 4], &[], false),
s("RollbackConfig", "io.k8s.api.extensions.v1beta1.RollbackConfig", &F642, &[0], &[], false),
s("RollingUpdateDaemonSet", "io.k8s.api.extensions.v1beta1.RollingUpdateDaemonSet", &F643, &[1, 0], &[], false),
s("RollingUpdateDeployment", "io.k8s.api.extensions.v1beta1.RollingUpdateDeployment", &F644, &[1, 0], &[], false),
s("Scale", "io.k8s.api.extensions.v1beta1.Scale", &F645, &[1, 0, 2, 3, 4], &[], false),
s("ScaleSpec", "io.k8s.api.extensions.v1beta1.ScaleSpec", &F646, &[0], &[], false),
s("ScaleStatus", "io.k8s.api.extensions.v1beta1.ScaleStatus", &F647, &[0, 1, 2], &[], false),
s("ExemptPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1.ExemptPriorityLevelConfiguration", &F648, &[1, 0], &[], false),
s("FlowDistinguisherMethod", "io.k8s.api.flowcontrol.v1.FlowDistinguisherMethod", &F649, &[0], &[], false),
s("FlowSchema", "io.k8s.api.flowcontrol.v1.FlowSchema", &F650, &[1, 0, 2, 3, 4], &[], false),
s("FlowSchemaCondition", "io.k8s.api.flowcontrol.v1.FlowSchemaCondition", &F651, &[2, 4, 3, 1, 0], &[], false),
s("FlowSchemaList", "io.k8s.api.flowcontrol.v1.FlowSchemaList", &F652, &[1, 3, 0, 2], &[], false),
s("FlowSchemaSpec", "io.k8s.api.flowcontrol.v1.FlowSchemaSpec", &F653, &[2, 1, 0, 3], &[], false),
s("FlowSchemaStatus", "io.k8s.api.flowcontrol.v1.FlowSchemaStatus", &F654, &[0], &[], false),
s("GroupSubject", "io.k8s.api.flowcontrol.v1.GroupSubject", &F655, &[0], &[], false),
s("LimitResponse", "io.k8s.api.flowcontrol.v1.LimitResponse", &F656, &[1, 0], &[], false),
s("LimitedPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration", &F657, &[3, 2, 1, 0], &[], false),
s("NonResourcePolicyRule", "io.k8s.api.flowcontrol.v1.NonResourcePolicyRule", &F658, &[1, 0], &[], false),
s("PolicyRulesWithSubjects", "io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects", &F659, &[2, 1, 0], &[], false),
s("PriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration", &F660, &[1, 0, 2, 3, 4], &[], false),
s("PriorityLevelConfigurationCondition", "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationCondition", &F661, &[2, 4, 3, 1, 0], &[], false),
s("PriorityLevelConfigurationList", "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationList", &F662, &[1, 3, 0, 2], &[], false),
s("PriorityLevelConfigurationReference", "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference", &F663, &[0], &[], false),
s("PriorityLevelConfigurationSpec", "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec", &F664, &[2, 1, 0], &[], false),
s("PriorityLevelConfigurationStatus", "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationStatus", &F665, &[0], &[], false),
s("QueuingConfiguration", "io.k8s.api.flowcontrol.v1.QueuingConfiguration", &F666, &[1, 2, 0], &[], false),
s("ResourcePolicyRule", "io.k8s.api.flowcontrol.v1.ResourcePolicyRule", &F667, &[1, 3, 4, 2, 0], &[], false),
s("ServiceAccountSubject", "io.k8s.api.flowcontrol.v1.ServiceAccountSubject", &F668, &[1, 0], &[], false),
s("Subject", "io.k8s.api.flowcontrol.v1.Subject", &F669, &[2, 0, 3, 1], &[], false),
s("UserSubject", "io.k8s.api.flowcontrol.v1.UserSubject", &F670, &[0], &[], false),
s("ExemptPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta1.ExemptPriorityLevelConfiguration", &F671, &[1, 0], &[], false),
s("FlowDistinguisherMethod", "io.k8s.api.flowcontrol.v1beta1.FlowDistinguisherMethod", &F672, &[0], &[], false),
s("FlowSchema", "io.k8s.api.flowcontrol.v1beta1.FlowSchema", &F673, &[1, 0, 2, 3, 4], &[], false),
s("FlowSchemaCondition", "io.k8s.api.flowcontrol.v1beta1.FlowSchemaCondition", &F674, &[2, 4, 3, 1, 0], &[], false),
s("FlowSchemaList", "io.k8s.api.flowcontrol.v1beta1.FlowSchemaList", &F675, &[1, 3, 0, 2], &[], false),
s("FlowSchemaSpec", "io.k8s.api.flowcontrol.v1beta1.FlowSchemaSpec", &F676, &[2, 1, 0, 3], &[], false),
s("FlowSchemaStatus", "io.k8s.api.flowcontrol.v1beta1.FlowSchemaStatus", &F677, &[0], &[], false),
s("GroupSubject", "io.k8s.api.flowcontrol.v1beta1.GroupSubject", &F678, &[0], &[], false),
s("LimitResponse", "io.k8s.api.flowcontrol.v1beta1.LimitResponse", &F679, &[1, 0], &[], false),
s("LimitedPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta1.LimitedPriorityLevelConfiguration", &F680, &[0, 3, 2, 1], &[], false),
s("NonResourcePolicyRule", "io.k8s.api.flowcontrol.v1beta1.NonResourcePolicyRule", &F681, &[1, 0], &[], false),
s("PolicyRulesWithSubjects", "io.k8s.api.flowcontrol.v1beta1.PolicyRulesWithSubjects", &F682, &[2, 1, 0], &[], false),
s("PriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfiguration", &F683, &[1, 0, 2, 3, 4], &[], false),
s("PriorityLevelConfigurationCondition", "io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfigurationCondition", &F684, &[2, 4, 3, 1, 0], &[], false),
s("PriorityLevelConfigurationList", "io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfigurationList", &F685, &[1, 3, 0, 2], &[], false),
s("PriorityLevelConfigurationReference", "io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfigurationReference", &F686, &[0], &[], false),
s("PriorityLevelConfigurationSpec", "io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfigurationSpec", &F687, &[2, 1, 0], &[], false),
s("PriorityLevelConfigurationStatus", "io.k8s.api.flowcontrol.v1beta1.PriorityLevelConfigurationStatus", &F688, &[0], &[], false),
s("QueuingConfiguration", "io.k8s.api.flowcontrol.v1beta1.QueuingConfiguration", &F689, &[1, 2, 0], &[], false),
s("ResourcePolicyRule", "io.k8s.api.flowcontrol.v1beta1.ResourcePolicyRule", &F690, &[1, 3, 4, 2, 0], &[], false),
s("ServiceAccountSubject", "io.k8s.api.flowcontrol.v1beta1.ServiceAccountSubject", &F691, &[1, 0], &[], false),
s("Subject", "io.k8s.api.flowcontrol.v1beta1.Subject", &F692, &[2, 0, 3, 1], &[], false),
s("UserSubject", "io.k8s.api.flowcontrol.v1beta1.UserSubject", &F693, &[0], &[], false),
s("ExemptPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta2.ExemptPriorityLevelConfiguration", &F694, &[1, 0], &[], false),
s("FlowDistinguisherMethod", "io.k8s.api.flowcontrol.v1beta2.FlowDistinguisherMethod", &F695, &[0], &[], false),
s("FlowSchema", "io.k8s.api.flowcontrol.v1beta2.FlowSchema", &F696, &[1, 0, 2, 3, 4], &[], false),
s("FlowSchemaCondition", "io.k8s.api.flowcontrol.v1beta2.FlowSchemaCondition", &F697, &[2, 4, 3, 1, 0], &[], false),
s("FlowSchemaList", "io.k8s.api.flowcontrol.v1beta2.FlowSchemaList", &F698, &[1, 3, 0, 2], &[], false),
s("FlowSchemaSpec", "io.k8s.api.flowcontrol.v1beta2.FlowSchemaSpec", &F699, &[2, 1, 0, 3], &[], false),
s("FlowSchemaStatus", "io.k8s.api.flowcontrol.v1beta2.FlowSchemaStatus", &F700, &[0], &[], false),
s("GroupSubject", "io.k8s.api.flowcontrol.v1beta2.GroupSubject", &F701, &[0], &[], false),
s("LimitResponse", "io.k8s.api.flowcontrol.v1beta2.LimitResponse", &F702, &[1, 0], &[], false),
s("LimitedPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta2.LimitedPriorityLevelConfiguration", &F703, &[0, 3, 2, 1], &[], false),
s("NonResourcePolicyRule", "io.k8s.api.flowcontrol.v1beta2.NonResourcePolicyRule", &F704, &[1, 0], &[], false),
s("PolicyRulesWithSubjects", "io.k8s.api.flowcontrol.v1beta2.PolicyRulesWithSubjects", &F705, &[2, 1, 0], &[], false),
s("PriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta2.PriorityLevelConfiguration", &F706, &[1, 0, 2, 3, 4], &[], false),
s("PriorityLevelConfigurationCondition", "io.k8s.api.flowcontrol.v1beta2.PriorityLevelConfigurationCondition", &F707, &[2, 4, 3, 1, 0], &[], false),
s("PriorityLevelConfigurationList", "io.k8s.api.flowcontrol.v1beta2.PriorityLevelConfigurationList", &F708, &[1, 3, 0, 2], &[], false),
s("PriorityLevelConfigurationReference", "io.k8s.api.flowcontrol.v1beta2.PriorityLevelConfigurationReference", &F709, &[0], &[], false),
s("PriorityLevelConfigurationSpec", "io.k8s.api.flowcontrol.v1beta2.PriorityLevelConfigurationSpec", &F710, &[2, 1, 0], &[], false),
s("PriorityLevelConfigurationStatus", "io.k8s.api.flowcontrol.v1beta2.PriorityLevelConfigurationStatus", &F711, &[0], &[], false),
s("QueuingConfiguration", "io.k8s.api.flowcontrol.v1beta2.QueuingConfiguration", &F712, &[1, 2, 0], &[], false),
s("ResourcePolicyRule", "io.k8s.api.flowcontrol.v1beta2.ResourcePolicyRule", &F713, &[1, 3, 4, 2, 0], &[], false),
s("ServiceAccountSubject", "io.k8s.api.flowcontrol.v1beta2.ServiceAccountSubject", &F714, &[1, 0], &[], false),
s("Subject", "io.k8s.api.flowcontrol.v1beta2.Subject", &F715, &[2, 0, 3, 1], &[], false),
s("UserSubject", "io.k8s.api.flowcontrol.v1beta2.UserSubject", &F716, &[0], &[], false),
s("ExemptPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta3.ExemptPriorityLevelConfiguration", &F717, &[1, 0], &[], false),
s("FlowDistinguisherMethod", "io.k8s.api.flowcontrol.v1beta3.FlowDistinguisherMethod", &F718, &[0], &[], false),
s("FlowSchema", "io.k8s.api.flowcontrol.v1beta3.FlowSchema", &F719, &[1, 0, 2, 3, 4], &[], false),
s("FlowSchemaCondition", "io.k8s.api.flowcontrol.v1beta3.FlowSchemaCondition", &F720, &[2, 4, 3, 1, 0], &[], false),
s("FlowSchemaList", "io.k8s.api.flowcontrol.v1beta3.FlowSchemaList", &F721, &[1, 3, 0, 2], &[], false),
s("FlowSchemaSpec", "io.k8s.api.flowcontrol.v1beta3.FlowSchemaSpec", &F722, &[2, 1, 0, 3], &[], false),
s("FlowSchemaStatus", "io.k8s.api.flowcontrol.v1beta3.FlowSchemaStatus", &F723, &[0], &[], false),
s("GroupSubject", "io.k8s.api.flowcontrol.v1beta3.GroupSubject", &F724, &[0], &[], false),
s("LimitResponse", "io.k8s.api.flowcontrol.v1beta3.LimitResponse", &F725, &[1, 0], &[], false),
s("LimitedPriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta3.LimitedPriorityLevelConfiguration", &F726, &[3, 2, 1, 0], &[], false),
s("NonResourcePolicyRule", "io.k8s.api.flowcontrol.v1beta3.NonResourcePolicyRule", &F727, &[1, 0], &[], false),
s("PolicyRulesWithSubjects", "io.k8s.api.flowcontrol.v1beta3.PolicyRulesWithSubjects", &F728, &[2, 1, 0], &[], false),
s("PriorityLevelConfiguration", "io.k8s.api.flowcontrol.v1beta3.PriorityLevelConfiguration", &F729, &[1, 0, 2, 3, 4], &[], false),
s("PriorityLevelConfigurationCondition", "io.k8s.api.flowcontrol.v1beta3.PriorityLevelConfigurationCondition", &F730, &[2, 4, 3, 1, 0], &[], false),
s("PriorityLevelConfigurationList", "io.k8s.api.flowcontrol.v1beta3.PriorityLevelConfigurationList", &F731, &[1, 3, 0, 2], &[], false),
s("PriorityLevelConfigurationReference", "io.k8s.api.flowcontrol.v1beta3.PriorityLevelConfigurationReference", &F732, &[0], &[], false),
s("PriorityLevelConfigurationSpec", "io.k8s.api.flowcontrol.v1beta3.PriorityLevelConfigurationSpec", &F733, &[2, 1, 0], &[], false),
s("PriorityLevelConfigurationStatus", "io.k8s.api.flowcontrol.v1beta3.PriorityLevelConfigurationStatus", &F734, &[0], &[], false),
s("QueuingConfiguration", "io.k8s.api.flowcontrol.v1beta3.QueuingConfiguration", &F735, &[1, 2, 0], &[], false),
s("ResourcePolicyRule", "io.k8s.api.flowcontrol.v1beta3.ResourcePolicyRule", &F736, &[1, 3, 4, 2, 0], &[], false),
s("ServiceAccountSubject", "io.k8s.api.flowcontrol.v1beta3.ServiceAccountSubject", &F737, &[1, 0], &[], false),
s("Subject", "io.k8s.api.flowcontrol.v1beta3.Subject", &F738, &[2, 0, 3, 1], &[], false),
s("UserSubject", "io.k8s.api.flowcontrol.v1beta3.UserSubject", &F739, &[0], &[], false),
s("ImageReview", "io.k8s.api.imagepolicy.v1alpha1.ImageReview", &F740, &[1, 0, 2, 3, 4], &[], false),
s("ImageReviewContainerSpec", "io.k8s.api.imagepolicy.v1alpha1.ImageReviewContainerSpec", &F741, &[0], &[], false),
s("ImageReviewSpec", "io.k8s.api.imagepolicy.v1alpha1.ImageReviewSpec", &F742, &[1, 0, 2], &[], false),
s("ImageReviewStatus", "io.k8s.api.imagepolicy.v1alpha1.ImageReviewStatus", &F743, &[0, 2, 1], &[], false),
s("Eviction", "io.k8s.api.lifecycle.v1alpha1.Eviction", &F744, &[1, 0, 2, 3, 4], &[], false),
s("EvictionList", "io.k8s.api.lifecycle.v1alpha1.EvictionList", &F745, &[1, 3, 0, 2], &[], false),
s("EvictionPodReference", "io.k8s.api.lifecycle.v1alpha1.EvictionPodReference", &F746, &[0, 1], &[], false),
s("EvictionRequest", "io.k8s.api.lifecycle.v1alpha1.EvictionRequest", &F747, &[1, 0, 2, 3, 4], &[], false),
s("EvictionRequestList", "io.k8s.api.lifecycle.v1alpha1.EvictionRequestList", &F748, &[1, 3, 0, 2], &[], false),
s("EvictionRequestPodReference", "io.k8s.api.lifecycle.v1alpha1.EvictionRequestPodReference", &F749, &[0, 1], &[], false),
s("EvictionRequestSpec", "io.k8s.api.lifecycle.v1alpha1.EvictionRequestSpec", &F750, &[2, 1, 0], &[], false),
s("EvictionRequestStatus", "io.k8s.api.lifecycle.v1alpha1.EvictionRequestStatus", &F751, &[0, 1], &[], false),
s("EvictionRequestTarget", "io.k8s.api.lifecycle.v1alpha1.EvictionRequestTarget", &F752, &[0], &[], false),
s("EvictionSpec", "io.k8s.api.lifecycle.v1alpha1.EvictionSpec", &F753, &[0], &[], false),
s("EvictionStatus", "io.k8s.api.lifecycle.v1alpha1.EvictionStatus", &F754, &[0, 1, 2, 4, 3], &[], false),
s("EvictionTarget", "io.k8s.api.lifecycle.v1alpha1.EvictionTarget", &F755, &[0], &[], false),
s("Requester", "io.k8s.api.lifecycle.v1alpha1.Requester", &F756, &[1, 0], &[], true),
s("ResponderStatus", "io.k8s.api.lifecycle.v1alpha1.ResponderStatus", &F757, &[4, 3, 2, 5, 0, 1], &[], false),
s("TargetResponder", "io.k8s.api.lifecycle.v1alpha1.TargetResponder", &F758, &[0, 1, 2], &[], true),
s("HTTPIngressPath", "io.k8s.api.networking.v1.HTTPIngressPath", &F759, &[2, 0, 1], &[], false),
s("HTTPIngressRuleValue", "io.k8s.api.networking.v1.HTTPIngressRuleValue", &F760, &[0], &[], false),
s("IPAddress", "io.k8s.api.networking.v1.IPAddress", &F761, &[1, 0, 2, 3], &[], false),
s("IPAddressList", "io.k8s.api.networking.v1.IPAddressList", &F762, &[1, 3, 0, 2], &[], false),
s("IPAddressSpec", "io.k8s.api.networking.v1.IPAddressSpec", &F763, &[0], &[], false),
s("IPBlock", "io.k8s.api.networking.v1.IPBlock", &F764, &[0, 1], &[], false),
s("Ingress", "io.k8s.api.networking.v1.Ingress", &F765, &[1, 0, 2, 3, 4], &[], false),
s("IngressBackend", "io.k8s.api.networking.v1.IngressBackend", &F766, &[1, 0], &[], false),
s("IngressClass", "io.k8s.api.networking.v1.IngressClass", &F767, &[1, 0, 2, 3], &[], false),
s("IngressClassList", "io.k8s.api.networking.v1.IngressClassList", &F768, &[1, 3, 0, 2], &[], false),
s("IngressClassParametersReference", "io.k8s.api.networking.v1.IngressClassParametersReference", &F769, &[0, 1, 2, 4, 3], &[], false),
s("IngressClassSpec", "io.k8s.api.networking.v1.IngressClassSpec", &F770, &[0, 1], &[], false),
s("IngressList", "io.k8s.api.networking.v1.IngressList", &F771, &[1, 3, 0, 2], &[], false),
s("IngressLoadBalancerIngress", "io.k8s.api.networking.v1.IngressLoadBalancerIngress", &F772, &[1, 0, 2], &[], false),
s("IngressLoadBalancerStatus", "io.k8s.api.networking.v1.IngressLoadBalancerStatus", &F773, &[0], &[], false),
s("IngressPortStatus", "io.k8s.api.networking.v1.IngressPortStatus", &F774, &[2, 0, 1], &[], false),
s("IngressRule", "io.k8s.api.networking.v1.IngressRule", &F775, &[0, 1], &I775, false),
s("IngressServiceBackend", "io.k8s.api.networking.v1.IngressServiceBackend", &F776, &[0, 1], &[], false),
s("IngressSpec", "io.k8s.api.networking.v1.IngressSpec", &F777, &[1, 0, 3, 2], &[], false),
s("IngressStatus", "io.k8s.api.networking.v1.IngressStatus", &F778, &[0], &[], false),
s("IngressTLS", "io.k8s.api.networking.v1.IngressTLS", &F779, &[0, 1], &[], false),
s("NetworkPolicy", "io.k8s.api.networking.v1.NetworkPolicy", &F780, &[1, 0, 2, 3], &[], false),
s("NetworkPolicyEgressRule", "io.k8s.api.networking.v1.NetworkPolicyEgressRule", &F781, &[0, 1], &[], false),
s("NetworkPolicyIngressRule", "io.k8s.api.networking.v1.NetworkPolicyIngressRule", &F782, &[1, 0], &[], false),
s("NetworkPolicyList", "io.k8s.api.networking.v1.NetworkPolicyList", &F783, &[1, 3, 0, 2], &[], false),
s("NetworkPolicyPeer", "io.k8s.api.networking.v1.NetworkPolicyPeer", &F784, &[2, 1, 0], &[], false),
s("NetworkPolicyPort", "io.k8s.api.networking.v1.NetworkPolicyPort", &F785, &[2, 1, 0], &[], false),
s("NetworkPolicySpec", "io.k8s.api.networking.v1.NetworkPolicySpec", &F786, &[2, 1, 0, 3], &[], false),
s("ParentReference", "io.k8s.api.networking.v1.ParentReference", &F787, &[0, 3, 2, 1], &[], false),
s("ServiceBackendPort", "io.k8s.api.networking.v1.ServiceBackendPort", &F788, &[0, 1], &[], true),
s("ServiceCIDR", "io.k8s.api.networking.v1.ServiceCIDR", &F789, &[1, 0, 2, 3, 4], &[], false),
s("ServiceCIDRList", "io.k8s.api.networking.v1.ServiceCIDRList", &F790, &[1, 3, 0, 2], &[], false),
s("ServiceCIDRSpec", "io.k8s.api.networking.v1.ServiceCIDRSpec", &F791, &[0], &[], false),
s("ServiceCIDRStatus", "io.k8s.api.networking.v1.ServiceCIDRStatus", &F792, &[0], &[], false),
s("HTTPIngressPath", "io.k8s.api.networking.v1beta1.HTTPIngressPath", &F793, &[2, 0, 1], &[], false),
s("HTTPIngressRuleValue", "io.k8s.api.networking.v1beta1.HTTPIngressRuleValue", &F794, &[0], &[], false),
s("IPAddress", "io.k8s.api.networking.v1beta1.IPAddress", &F795, &[1, 0, 2, 3], &[], false),
s("IPAddressList", "io.k8s.api.networking.v1beta1.IPAddressList", &F796, &[1, 3, 0, 2], &[], false),
s("IPAddressSpec", "io.k8s.api.networking.v1beta1.IPAddressSpec", &F797, &[0], &[], false),
s("Ingress", "io.k8s.api.networking.v1beta1.Ingress", &F798, &[1, 0, 2, 3, 4], &[], false),
s("IngressBackend", "io.k8s.api.networking.v1beta1.IngressBackend", &F799, &[2, 0, 1], &[], false),
s("IngressClass", "io.k8s.api.networking.v1beta1.IngressClass", &F800, &[1, 0, 2, 3], &[], false),
s("IngressClassList", "io.k8s.api.networking.v1beta1.IngressClassList", &F801, &[1, 3, 0, 2], &[], false),
s("IngressClassParametersReference", "io.k8s.api.networking.v1beta1.IngressClassParametersReference", &F802, &[0, 1, 2, 4, 3], &[], false),
s("IngressClassSpec", "io.k8s.api.networking.v1beta1.IngressClassSpec", &F803, &[0, 1], &[], false),
s("IngressList", "io.k8s.api.networking.v1beta1.IngressList", &F804, &[1, 3, 0, 2], &[], false),
s("IngressLoadBalancerIngress", "io.k8s.api.networking.v1beta1.IngressLoadBalancerIngress", &F805, &[1, 0, 2], &[], false),
s("IngressLoadBalancerStatus", "io.k8s.api.networking.v1beta1.IngressLoadBalancerStatus", &F806, &[0], &[], false),
s("IngressPortStatus", "io.k8s.api.networking.v1beta1.IngressPortStatus", &F807, &[2, 0, 1], &[], false),
s("IngressRule", "io.k8s.api.networking.v1beta1.IngressRule", &F808, &[0, 1], &I808, false),
s("IngressSpec", "io.k8s.api.networking.v1beta1.IngressSpec", &F809, &[1, 0, 3, 2], &[], false),
s("IngressStatus", "io.k8s.api.networking.v1beta1.IngressStatus", &F810, &[0], &[], false),
s("IngressTLS", "io.k8s.api.networking.v1beta1.IngressTLS", &F811, &[0, 1], &[], false),
s("ParentReference", "io.k8s.api.networking.v1beta1.ParentReference", &F812, &[0, 3, 2, 1], &[], false),
s("ServiceCIDR", "io.k8s.api.networking.v1beta1.ServiceCIDR", &F813, &[1, 0, 2, 3, 4], &[], false),
s("ServiceCIDRList", "io.k8s.api.networking.v1beta1.ServiceCIDRList", &F814, &[1, 3, 0, 2], &[], false),
s("ServiceCIDRSpec", "io.k8s.api.networking.v1beta1.ServiceCIDRSpec", &F815, &[0], &[], false),
s("ServiceCIDRStatus", "io.k8s.api.networking.v1beta1.ServiceCIDRStatus", &F816, &[0], &[], false),
s("Overhead", "io.k8s.api.node.v1.Overhead", &F817, &[0], &[], false),
s("RuntimeClass", "io.k8s.api.node.v1.RuntimeClass", &F818, &[1, 3, 0, 2, 4, 5], &[], false),
s("RuntimeClassList", "io.k8s.api.node.v1.RuntimeClassList", &F819, &[1, 3, 0, 2], &[], false),
s("Scheduling", "io.k8s.api.node.v1.Scheduling", &F820, &[0, 1], &[], false),
s("Overhead", "io.k8s.api.node.v1alpha1.Overhead", &F821, &[0], &[], false),
s("RuntimeClass", "io.k8s.api.node.v1alpha1.RuntimeClass", &F822, &[1, 0, 2, 3], &[], false),
s("RuntimeClassList", "io.k8s.api.node.v1alpha1.RuntimeClassList", &F823, &[1, 3, 0, 2], &[], false),
s("RuntimeClassSpec", "io.k8s.api.node.v1alpha1.RuntimeClassSpec", &F824, &[1, 0, 2], &[], false),
s("Scheduling", "io.k8s.api.node.v1alpha1.Scheduling", &F825, &[0, 1], &[], false),
s("Overhead", "io.k8s.api.node.v1beta1.Overhead", &F826, &[0], &[], false),
s("RuntimeClass", "io.k8s.api.node.v1beta1.RuntimeClass", &F827, &[1, 3, 0, 2, 4, 5], &[], false),
s("RuntimeClassList", "io.k8s.api.node.v1beta1.RuntimeClassList", &F828, &[1, 3, 0, 2], &[], false),
s("Scheduling", "io.k8s.api.node.v1beta1.Scheduling", &F829, &[0, 1], &[], false),
s("Eviction", "io.k8s.api.policy.v1.Eviction", &F830, &[1, 3, 0, 2], &[], false),
s("PodDisruptionBudget", "io.k8s.api.policy.v1.PodDisruptionBudget", &F831, &[1, 0, 2, 3, 4], &[], false),
s("PodDisruptionBudgetList", "io.k8s.api.policy.v1.PodDisruptionBudgetList", &F832, &[1, 3, 0, 2], &[], false),
s("PodDisruptionBudgetSpec", "io.k8s.api.policy.v1.PodDisruptionBudgetSpec", &F833, &[2, 0, 1, 3], &[], false),
s("PodDisruptionBudgetStatus", "io.k8s.api.policy.v1.PodDisruptionBudgetStatus", &F834, &[6, 3, 4, 1, 2, 5, 0], &[], false),
s("Eviction", "io.k8s.api.policy.v1beta1.Eviction", &F835, &[1, 3, 0, 2], &[], false),
s("PodDisruptionBudget", "io.k8s.api.policy.v1beta1.PodDisruptionBudget", &F836, &[1, 0, 2, 3, 4], &[], false),
s("PodDisruptionBudgetList", "io.k8s.api.policy.v1beta1.PodDisruptionBudgetList", &F837, &[1, 3, 0, 2], &[], false),
s("PodDisruptionBudgetSpec", "io.k8s.api.policy.v1beta1.PodDisruptionBudgetSpec", &F838, &[2, 0, 1, 3], &[], false),
s("PodDisruptionBudgetStatus", "io.k8s.api.policy.v1beta1.PodDisruptionBudgetStatus", &F839, &[6, 3, 4, 1, 2, 5, 0], &[], false),
s("AggregationRule", "io.k8s.api.rbac.v1.AggregationRule", &F840, &[0], &[], false),
s("ClusterRole", "io.k8s.api.rbac.v1.ClusterRole", &F841, &[4, 1, 0, 2, 3], &[], false),
s("ClusterRoleBinding", "io.k8s.api.rbac.v1.ClusterRoleBinding", &F842, &[1, 0, 2, 4, 3], &[], false),
s("ClusterRoleBindingList", "io.k8s.api.rbac.v1.ClusterRoleBindingList", &F843, &[1, 3, 0, 2], &[], false),
s("ClusterRoleList", "io.k8s.api.rbac.v1.ClusterRoleList", &F844, &[1, 3, 0, 2], &[], false),
s("PolicyRule", "io.k8s.api.rbac.v1.PolicyRule", &F845, &[1, 4, 3, 2, 0], &[], false),
s("Role", "io.k8s.api.rbac.v1.Role", &F846, &[1, 0, 2, 3], &[], false),
s("RoleBinding", "io.k8s.api.rbac.v1.RoleBinding", &F847, &[1, 0, 2, 4, 3], &[], false),
s("RoleBindingList", "io.k8s.api.rbac.v1.RoleBindingList", &F848, &[1, 3, 0, 2], &[], false),
s("RoleList", "io.k8s.api.rbac.v1.RoleList", &F849, &[1, 3, 0, 2], &[], false),
s("RoleRef", "io.k8s.api.rbac.v1.RoleRef", &F850, &[0, 1, 2], &[], true),
s("Subject", "io.k8s.api.rbac.v1.Subject", &F851, &[1, 0, 2, 3], &[], true),
s("AggregationRule", "io.k8s.api.rbac.v1alpha1.AggregationRule", &F852, &[0], &[], false),
s("ClusterRole", "io.k8s.api.rbac.v1alpha1.ClusterRole", &F853, &[4, 1, 0, 2, 3], &[], false),
s("ClusterRoleBinding", "io.k8s.api.rbac.v1alpha1.ClusterRoleBinding", &F854, &[1, 0, 2, 4, 3], &[], false),
s("ClusterRoleBindingList", "io.k8s.api.rbac.v1alpha1.ClusterRoleBindingList", &F855, &[1, 3, 0, 2], &[], false),
s("ClusterRoleList", "io.k8s.api.rbac.v1alpha1.ClusterRoleList", &F856, &[1, 3, 0, 2], &[], false),
s("PolicyRule", "io.k8s.api.rbac.v1alpha1.PolicyRule", &F857, &[1, 4, 3, 2, 0], &[], false),
s("Role", "io.k8s.api.rbac.v1alpha1.Role", &F858, &[1, 0, 2, 3], &[], false),
s("RoleBinding", "io.k8s.api.rbac.v1alpha1.RoleBinding", &F859, &[1, 0, 2, 4, 3], &[], false),
s("RoleBindingList", "io.k8s.api.rbac.v1alpha1.RoleBindingList", &F860, &[1, 3, 0, 2], &[], false),
s("RoleList", "io.k8s.api.rbac.v1alpha1.RoleList", &F861, &[1, 3, 0, 2], &[], false),
s("RoleRef", "io.k8s.api.rbac.v1alpha1.RoleRef", &F862, &[0, 1, 2], &[], false),
s("Subject", "io.k8s.api.rbac.v1alpha1.Subject", &F863, &[1, 0, 2, 3], &[], false),
s("AggregationRule", "io.k8s.api.rbac.v1beta1.AggregationRule", &F864, &[0], &[], false),
s("ClusterRole", "io.k8s.api.rbac.v1beta1.ClusterRole", &F865, &[4, 1, 0, 2, 3], &[], false),
s("ClusterRoleBinding", "io.k8s.api.rbac.v1beta1.ClusterRoleBinding", &F866, &[1, 0, 2, 4, 3], &[], false),
s("ClusterRoleBindingList", "io.k8s.api.rbac.v1beta1.ClusterRoleBindingList", &F867, &[1, 3, 0, 2], &[], false),
s("ClusterRoleList", "io.k8s.api.rbac.v1beta1.ClusterRoleList", &F868, &[1, 3, 0, 2], &[], false),
s("PolicyRule", "io.k8s.api.rbac.v1beta1.PolicyRule", &F869, &[1, 4, 3, 2, 0], &[], false),
s("Role", "io.k8s.api.rbac.v1beta1.Role", &F870, &[1, 0, 2, 3], &[], false),
s("RoleBinding", "io.k8s.api.rbac.v1beta1.RoleBinding", &F871, &[1, 0, 2, 4, 3], &[], false),
s("RoleBindingList", "io.k8s.api.rbac.v1beta1.RoleBindingList", &F872, &[1, 3, 0, 2], &[], false),
s("RoleList", "io.k8s.api.rbac.v1beta1.RoleList", &F873, &[1, 3, 0, 2], &[], false),
s("RoleRef", "io.k8s.api.rbac.v1beta1.RoleRef", &F874, &[0, 1, 2], &[], false),
s("Subject", "io.k8s.api.rbac.v1beta1.Subject", &F875, &[1, 0, 2, 3], &[], false),
s("AllocatedDeviceStatus", "io.k8s.api.resource.v1.AllocatedDeviceStatus", &F876, &[4, 5, 2, 0, 6, 1, 3], &[], false),
s("AllocationResult", "io.k8s.api.resource.v1.AllocationResult", &F877, &[2, 0, 1], &[], false),
s("CELDeviceSelector", "io.k8s.api.resource.v1.CELDeviceSelector", &F878, &[0], &[], false),
s("CapacityRequestPolicy", "io.k8s.api.resource.v1.CapacityRequestPolicy", &F879, &[0, 2, 1], &[], false),
s("CapacityRequestPolicyRange", "io.k8s.api.resource.v1.CapacityRequestPolicyRange", &F880, &[1, 0, 2], &[], false),
s("CapacityRequirements", "io.k8s.api.resource.v1.CapacityRequirements", &F881, &[0], &[], false),
s("Counter", "io.k8s.api.resource.v1.Counter", &F882, &[0], &[], false),
s("CounterSet", "io.k8s.api.resource.v1.CounterSet", &F883, &[1, 0], &[], false),
s("Device", "io.k8s.api.resource.v1.Device", &F884, &[6, 11, 1, 9, 10, 8, 2, 3, 0, 12, 4, 5, 7], &[], false),
s("DeviceAllocationConfiguration", "io.k8s.api.resource.v1.DeviceAllocationConfiguration", &F885, &[2, 1, 0], &I885, false),
s("DeviceAllocationResult", "io.k8s.api.resource.v1.DeviceAllocationResult", &F886, &[1, 0], &[], false),
s("DeviceAttribute", "io.k8s.api.resource.v1.DeviceAttribute", &F887, &[1, 5, 0, 4, 2, 6, 3, 7], &[], false),
s("DeviceCapacity", "io.k8s.api.resource.v1.DeviceCapacity", &F888, &[1, 0], &[], false),
s("DeviceClaim", "io.k8s.api.resource.v1.DeviceClaim", &F889, &[2, 1, 0], &[], false),
s("DeviceClaimConfiguration", "io.k8s.api.resource.v1.DeviceClaimConfiguration", &F890, &[1, 0], &I890, false),
s("DeviceClass", "io.k8s.api.resource.v1.DeviceClass", &F891, &[1, 0, 2, 3], &[], false),
s("DeviceClassConfiguration", "io.k8s.api.resource.v1.DeviceClassConfiguration", &F892, &[0], &I892, false),
s("DeviceClassList", "io.k8s.api.resource.v1.DeviceClassList", &F893, &[1, 3, 0, 2], &[], false),
s("DeviceClassSpec", "io.k8s.api.resource.v1.DeviceClassSpec", &F894, &[1, 2, 0], &[], false),
s("DeviceConstraint", "io.k8s.api.resource.v1.DeviceConstraint", &F895, &[2, 1, 0], &[], false),
s("DeviceCounterConsumption", "io.k8s.api.resource.v1.DeviceCounterConsumption", &F896, &[2, 0, 1], &[], false),
s("DeviceDerivedAttribute", "io.k8s.api.resource.v1.DeviceDerivedAttribute", &F897, &[1, 0], &[], false),
s("DeviceRequest", "io.k8s.api.resource.v1.DeviceRequest", &F898, &[1, 2, 0], &[], false),
s("DeviceRequestAllocationResult", "io.k8s.api.resource.v1.DeviceRequestAllocationResult", &F899, &[4, 6, 7, 9, 3, 1, 2, 0, 8, 10, 5], &[], false),
s("DeviceSelector", "io.k8s.api.resource.v1.DeviceSelector", &F900, &[0], &[], false),
s("DeviceSubRequest", "io.k8s.api.resource.v1.DeviceSubRequest", &F901, &[3, 6, 4, 7, 1, 0, 2, 5], &[], false),
s("DeviceTaint", "io.k8s.api.resource.v1.DeviceTaint", &F902, &[2, 0, 3, 1], &[], false),
s("DeviceTaintRule", "io.k8s.api.resource.v1.DeviceTaintRule", &F903, &[1, 0, 2, 3, 4], &[], false),
s("DeviceTaintRuleList", "io.k8s.api.resource.v1.DeviceTaintRuleList", &F904, &[1, 3, 0, 2], &[], false),
s("DeviceTaintRuleSpec", "io.k8s.api.resource.v1.DeviceTaintRuleSpec", &F905, &[0, 1], &[], false),
s("DeviceTaintRuleStatus", "io.k8s.api.resource.v1.DeviceTaintRuleStatus", &F906, &[0], &[], false),
s("DeviceTaintSelector", "io.k8s.api.resource.v1.DeviceTaintSelector", &F907, &[2, 0, 1], &[], false),
s("DeviceToleration", "io.k8s.api.resource.v1.DeviceToleration", &F908, &[3, 0, 1, 4, 2], &[], false),
s("ExactDeviceRequest", "io.k8s.api.resource.v1.ExactDeviceRequest", &F909, &[4, 2, 6, 3, 7, 0, 1, 5], &[], false),
s("NetworkDeviceData", "io.k8s.api.resource.v1.NetworkDeviceData", &F910, &[2, 0, 1], &[], false),
s("NodeAllocatableMapping", "io.k8s.api.resource.v1.NodeAllocatableMapping", &F911, &[0, 1, 2], &[], false),
s("NodeAllocatableOverhead", "io.k8s.api.resource.v1.NodeAllocatableOverhead", &F912, &[1, 0], &[], false),
s("NodeAllocatableResource", "io.k8s.api.resource.v1.NodeAllocatableResource", &F913, &[0, 1], &[], false),
s("OpaqueDeviceConfiguration", "io.k8s.api.resource.v1.OpaqueDeviceConfiguration", &F914, &[0, 1], &[], false),
s("ResourceClaim", "io.k8s.api.resource.v1.ResourceClaim", &F915, &[1, 0, 2, 3, 4], &[], false),
s("ResourceClaimConsumerReference", "io.k8s.api.resource.v1.ResourceClaimConsumerReference", &F916, &[0, 2, 1, 3], &[], false),
s("ResourceClaimList", "io.k8s.api.resource.v1.ResourceClaimList", &F917, &[1, 3, 0, 2], &[], false),
s("ResourceClaimSpec", "io.k8s.api.resource.v1.ResourceClaimSpec", &F918, &[0], &[], false),
s("ResourceClaimStatus", "io.k8s.api.resource.v1.ResourceClaimStatus", &F919, &[0, 2, 1], &[], false),
s("ResourceClaimTemplate", "io.k8s.api.resource.v1.ResourceClaimTemplate", &F920, &[1, 0, 2, 3], &[], false),
s("ResourceClaimTemplateList", "io.k8s.api.resource.v1.ResourceClaimTemplateList", &F921, &[1, 3, 0, 2], &[], false),
s("ResourceClaimTemplateSpec", "io.k8s.api.resource.v1.ResourceClaimTemplateSpec", &F922, &[0, 1], &[], false),
s("ResourcePool", "io.k8s.api.resource.v1.ResourcePool", &F923, &[1, 0, 2], &[], false),
s("ResourceSlice", "io.k8s.api.resource.v1.ResourceSlice", &F924, &[1, 0, 2, 3], &[], false),
s("ResourceSliceList", "io.k8s.api.resource.v1.ResourceSliceList", &F925, &[1, 3, 0, 2], &[], false),
s("ResourceSliceSpec", "io.k8s.api.resource.v1.ResourceSliceSpec", &F926, &[4, 5, 0, 2, 3, 8, 6, 1, 7, 9], &[], false),
s("DeviceTaint", "io.k8s.api.resource.v1alpha3.DeviceTaint", &F927, &[2, 0, 3, 1], &[], false),
s("DeviceTaintRule", "io.k8s.api.resource.v1alpha3.DeviceTaintRule", &F928, &[1, 0, 2, 3, 4], &[], false),
s("DeviceTaintRuleList", "io.k8s.api.resource.v1alpha3.DeviceTaintRuleList", &F929, &[1, 3, 0, 2], &[], false),
s("DeviceTaintRuleSpec", "io.k8s.api.resource.v1alpha3.DeviceTaintRuleSpec", &F930, &[0, 1], &[], false),
s("DeviceTaintRuleStatus", "io.k8s.api.resource.v1alpha3.DeviceTaintRuleStatus", &F931, &[0], &[], false),
s("DeviceTaintSelector", "io.k8s.api.resource.v1alpha3.DeviceTaintSelector", &F932, &[2, 0, 1], &[], false),
s("PartitionTypeStatus", "io.k8s.api.resource.v1alpha3.PartitionTypeStatus", &F933, &[3, 0, 2, 1], &[], false),
s("PoolStatus", "io.k8s.api.resource.v1alpha3.PoolStatus", &F934, &[5, 6, 0, 2, 8, 10, 1, 3, 11, 4, 7, 9], &[], false),
s("ResourcePoolStatusRequest", "io.k8s.api.resource.v1alpha3.ResourcePoolStatusRequest", &F935, &[1, 0, 2, 3, 4], &[], false),
s("ResourcePoolStatusRequestList", "io.k8s.api.resource.v1alpha3.ResourcePoolStatusRequestList", &F936, &[1, 3, 0, 2], &[], false),
s("ResourcePoolStatusRequestSpec", "io.k8s.api.resource.v1alpha3.ResourcePoolStatusRequestSpec", &F937, &[3, 0, 2, 1], &[], false),
s("ResourcePoolStatusRequestStatus", "io.k8s.api.resource.v1alpha3.ResourcePoolStatusRequestStatus", &F938, &[2, 0, 1], &[], false),
s("ShareableCapacityStatus", "io.k8s.api.resource.v1alpha3.ShareableCapacityStatus", &F939, &[3, 2, 0, 1], &[], false),
s("ShareableSummaryStatus", "io.k8s.api.resource.v1alpha3.ShareableSummaryStatus", &F940, &[2, 0, 1], &[], false),
s("AllocatedDeviceStatus", "io.k8s.api.resource.v1beta1.AllocatedDeviceStatus", &F941, &[4, 5, 2, 0, 6, 1, 3], &[], false),
s("AllocationResult", "io.k8s.api.resource.v1beta1.AllocationResult", &F942, &[2, 0, 1], &[], false),
s("BasicDevice", "io.k8s.api.resource.v1beta1.BasicDevice", &F943, &[5, 10, 0, 8, 9, 7, 1, 2, 11, 3, 4, 6], &[], false),
s("CELDeviceSelector", "io.k8s.api.resource.v1beta1.CELDeviceSelector", &F944, &[0], &[], false),
s("CapacityRequestPolicy", "io.k8s.api.resource.v1beta1.CapacityRequestPolicy", &F945, &[0, 2, 1], &[], false),
s("CapacityRequestPolicyRange", "io.k8s.api.resource.v1beta1.CapacityRequestPolicyRange", &F946, &[1, 0, 2], &[], false),
s("CapacityRequirements", "io.k8s.api.resource.v1beta1.CapacityRequirements", &F947, &[0], &[], false),
s("Counter", "io.k8s.api.resource.v1beta1.Counter", &F948, &[0], &[], false),
s("CounterSet", "io.k8s.api.resource.v1beta1.CounterSet", &F949, &[1, 0], &[], false),
s("Device", "io.k8s.api.resource.v1beta1.Device", &F950, &[1, 0], &[], false),
s("DeviceAllocationConfiguration", "io.k8s.api.resource.v1beta1.DeviceAllocationConfiguration", &F951, &[2, 1, 0], &I951, false),
s("DeviceAllocationResult", "io.k8s.api.resource.v1beta1.DeviceAllocationResult", &F952, &[1, 0], &[], false),
s("DeviceAttribute", "io.k8s.api.resource.v1beta1.DeviceAttribute", &F953, &[1, 5, 0, 4, 2, 6, 3, 7], &[], false),
s("DeviceCapacity", "io.k8s.api.resource.v1beta1.DeviceCapacity", &F954, &[1, 0], &[], false),
s("DeviceClaim", "io.k8s.api.resource.v1beta1.DeviceClaim", &F955, &[2, 1, 0], &[], false),
s("DeviceClaimConfiguration", "io.k8s.api.resource.v1beta1.DeviceClaimConfiguration", &F956, &[1, 0], &I956, false),
s("DeviceClass", "io.k8s.api.resource.v1beta1.DeviceClass", &F957, &[1, 0, 2, 3], &[], false),
s("DeviceClassConfiguration", "io.k8s.api.resource.v1beta1.DeviceClassConfiguration", &F958, &[0], &I958, false),
s("DeviceClassList", "io.k8s.api.resource.v1beta1.DeviceClassList", &F959, &[1, 3, 0, 2], &[], false),
s("DeviceClassSpec", "io.k8s.api.resource.v1beta1.DeviceClassSpec", &F960, &[1, 2, 0], &[], false),
s("DeviceConstraint", "io.k8s.api.resource.v1beta1.DeviceConstraint", &F961, &[2, 1, 0], &[], false),
s("DeviceCounterConsumption", "io.k8s.api.resource.v1beta1.DeviceCounterConsumption", &F962, &[2, 0, 1], &[], false),
s("DeviceDerivedAttribute", "io.k8s.api.resource.v1beta1.DeviceDerivedAttribute", &F963, &[1, 0], &[], false),
s("DeviceRequest", "io.k8s.api.resource.v1beta1.DeviceRequest", &F964, &[5, 3, 8, 4, 9, 1, 6, 0, 2, 7], &[], false),
s("DeviceRequestAllocationResult", "io.k8s.api.resource.v1beta1.DeviceRequestAllocationResult", &F965, &[4, 6, 7, 9, 3, 1, 2, 0, 8, 10, 5], &[], false),
s("DeviceSelector", "io.k8s.api.resource.v1beta1.DeviceSelector", &F966, &[0], &[], false),
s("DeviceSubRequest", "io.k8s.api.resource.v1beta1.DeviceSubRequest", &F967, &[3, 6, 4, 7, 1, 0, 2, 5], &[], false),
s("DeviceTaint", "io.k8s.api.resource.v1beta1.DeviceTaint", &F968, &[2, 0, 3, 1], &[], false),
s("DeviceToleration", "io.k8s.api.resource.v1beta1.DeviceToleration", &F969, &[3, 0, 1, 4, 2], &[], false),
s("NetworkDeviceData", "io.k8s.api.resource.v1beta1.NetworkDeviceData", &F970, &[2, 0, 1], &[], false),
s("NodeAllocatableMapping", "io.k8s.api.resource.v1beta1.NodeAllocatableMapping", &F971, &[0, 1, 2], &[], false),
s("NodeAllocatableOverhead", "io.k8s.api.resource.v1beta1.NodeAllocatableOverhead", &F972, &[1, 0], &[], false),
s("NodeAllocatableResource", "io.k8s.api.resource.v1beta1.NodeAllocatableResource", &F973, &[0, 1], &[], false),
s("OpaqueDeviceConfiguration", "io.k8s.api.resource.v1beta1.OpaqueDeviceConfiguration", &F974, &[0, 1], &[], false),
s("ResourceClaim", "io.k8s.api.resource.v1beta1.ResourceClaim", &F975, &[1, 0, 2, 3, 4], &[], false),
s("ResourceClaimConsumerReference", "io.k8s.api.resource.v1beta1.ResourceClaimConsumerReference", &F976, &[0, 2, 1, 3], &[], false),
s("ResourceClaimList", "io.k8s.api.resource.v1beta1.ResourceClaimList", &F977, &[1, 3, 0, 2], &[], false),
s("ResourceClaimSpec", "io.k8s.api.resource.v1beta1.ResourceClaimSpec", &F978, &[0], &[], false),
s("ResourceClaimStatus", "io.k8s.api.resource.v1beta1.ResourceClaimStatus", &F979, &[0, 2, 1], &[], false),
s("ResourceClaimTemplate", "io.k8s.api.resource.v1beta1.ResourceClaimTemplate", &F980, &[1, 0, 2, 3], &[], false),
s("ResourceClaimTemplateList", "io.k8s.api.resource.v1beta1.ResourceClaimTemplateList", &F981, &[1, 3, 0, 2], &[], false),
s("ResourceClaimTemplateSpec", "io.k8s.api.resource.v1beta1.ResourceClaimTemplateSpec", &F982, &[0, 1], &[], false),
s("ResourcePool", "io.k8s.api.resource.v1beta1.ResourcePool", &F983, &[1, 0, 2], &[], false),
s("ResourceSlice", "io.k8s.api.resource.v1beta1.ResourceSlice", &F984, &[1, 0, 2, 3], &[], false),
s("ResourceSliceList", "io.k8s.api.resource.v1beta1.ResourceSliceList", &F985, &[1, 3, 0, 2], &[], false),
s("ResourceSliceSpec", "io.k8s.api.resource.v1beta1.ResourceSliceSpec", &F986, &[4, 5, 0, 2, 3, 8, 6, 1, 7, 9], &[], false),
s("AllocatedDeviceStatus", "io.k8s.api.resource.v1beta2.AllocatedDeviceStatus", &F987, &[4, 5, 2, 0, 6, 1, 3], &[], false),
s("AllocationResult", "io.k8s.api.resource.v1beta2.AllocationResult", &F988, &[2, 0, 1], &[], false),
s("CELDeviceSelector", "io.k8s.api.resource.v1beta2.CELDeviceSelector", &F989, &[0], &[], false),
s("CapacityRequestPolicy", "io.k8s.api.resource.v1beta2.CapacityRequestPolicy", &F990, &[0, 2, 1], &[], false),
s("CapacityRequestPolicyRange", "io.k8s.api.resource.v1beta2.CapacityRequestPolicyRange", &F991, &[1, 0, 2], &[], false),
s("CapacityRequirements", "io.k8s.api.resource.v1beta2.CapacityRequirements", &F992, &[0], &[], false),
s("Counter", "io.k8s.api.resource.v1beta2.Counter", &F993, &[0], &[], false),
s("CounterSet", "io.k8s.api.resource.v1beta2.CounterSet", &F994, &[1, 0], &[], false),
s("Device", "io.k8s.api.resource.v1beta2.Device", &F995, &[6, 11, 1, 9, 10, 8, 2, 3, 0, 12, 4, 5, 7], &[], false),
s("DeviceAllocationConfiguration", "io.k8s.api.resource.v1beta2.DeviceAllocationConfiguration", &F996, &[2, 1, 0], &I996, false),
s("DeviceAllocationResult", "io.k8s.api.resource.v1beta2.DeviceAllocationResult", &F997, &[1, 0], &[], false),
s("DeviceAttribute", "io.k8s.api.resource.v1beta2.DeviceAttribute", &F998, &[1, 5, 0, 4, 2, 6, 3, 7], &[], false),
s("DeviceCapacity", "io.k8s.api.resource.v1beta2.DeviceCapacity", &F999, &[1, 0], &[], false),
s("DeviceClaim", "io.k8s.api.resource.v1beta2.DeviceClaim", &F1000, &[2, 1, 0], &[], false),
s("DeviceClaimConfiguration", "io.k8s.api.resource.v1beta2.DeviceClaimConfiguration", &F1001, &[1, 0], &I1001, false),
s("DeviceClass", "io.k8s.api.resource.v1beta2.DeviceClass", &F1002, &[1, 0, 2, 3], &[], false),
s("DeviceClassConfiguration", "io.k8s.api.resource.v1beta2.DeviceClassConfiguration", &F1003, &[0], &I1003, false),
s("DeviceClassList", "io.k8s.api.resource.v1beta2.DeviceClassList", &F1004, &[1, 3, 0, 2], &[], false),
s("DeviceClassSpec", "io.k8s.api.resource.v1beta2.DeviceClassSpec", &F1005, &[1, 2, 0], &[], false),
s("DeviceConstraint", "io.k8s.api.resource.v1beta2.DeviceConstraint", &F1006, &[2, 1, 0], &[], false),
s("DeviceCounterConsumption", "io.k8s.api.resource.v1beta2.DeviceCounterConsumption", &F1007, &[2, 0, 1], &[], false),
s("DeviceDerivedAttribute", "io.k8s.api.resource.v1beta2.DeviceDerivedAttribute", &F1008, &[1, 0], &[], false),
s("DeviceRequest", "io.k8s.api.resource.v1beta2.DeviceRequest", &F1009, &[1, 2, 0], &[], false),
s("DeviceRequestAllocationResult", "io.k8s.api.resource.v1beta2.DeviceRequestAllocationResult", &F1010, &[4, 6, 7, 9, 3, 1, 2, 0, 8, 10, 5], &[], false),
s("DeviceSelector", "io.k8s.api.resource.v1beta2.DeviceSelector", &F1011, &[0], &[], false),
s("DeviceSubRequest", "io.k8s.api.resource.v1beta2.DeviceSubRequest", &F1012, &[3, 6, 4, 7, 1, 0, 2, 5], &[], false),
s("DeviceTaint", "io.k8s.api.resource.v1beta2.DeviceTaint", &F1013, &[2, 0, 3, 1], &[], false),
s("DeviceTaintRule", "io.k8s.api.resource.v1beta2.DeviceTaintRule", &F1014, &[1, 0, 2, 3, 4], &[], false),
s("DeviceTaintRuleList", "io.k8s.api.resource.v1beta2.DeviceTaintRuleList", &F1015, &[1, 3, 0, 2], &[], false),
s("DeviceTaintRuleSpec", "io.k8s.api.resource.v1beta2.DeviceTaintRuleSpec", &F1016, &[0, 1], &[], false),
s("DeviceTaintRuleStatus", "io.k8s.api.resource.v1beta2.DeviceTaintRuleStatus", &F1017, &[0], &[], false),
s("DeviceTaintSelector", "io.k8s.api.resource.v1beta2.DeviceTaintSelector", &F1018, &[2, 0, 1], &[], false),
s("DeviceToleration", "io.k8s.api.resource.v1beta2.DeviceToleration", &F1019, &[3, 0, 1, 4, 2], &[], false),
s("ExactDeviceRequest", "io.k8s.api.resource.v1beta2.ExactDeviceRequest", &F1020, &[4, 2, 6, 3, 7, 0, 1, 5], &[], false),
s("NetworkDeviceData", "io.k8s.api.resource.v1beta2.NetworkDeviceData", &F1021, &[2, 0, 1], &[], false),
s("NodeAllocatableMapping", "io.k8s.api.resource.v1beta2.NodeAllocatableMapping", &F1022, &[0, 1, 2], &[], false),
s("NodeAllocatableOverhead", "io.k8s.api.resource.v1beta2.NodeAllocatableOverhead", &F1023, &[1, 0], &[], false),
s("NodeAllocatableResource", "io.k8s.api.resource.v1beta2.NodeAllocatableResource", &F1024, &[0, 1], &[], false),
s("OpaqueDeviceConfiguration", "io.k8s.api.resource.v1beta2.OpaqueDeviceConfiguration", &F1025, &[0, 1], &[], false),
s("ResourceClaim", "io.k8s.api.resource.v1beta2.ResourceClaim", &F1026, &[1, 0, 2, 3, 4], &[], false),
s("ResourceClaimConsumerReference", "io.k8s.api.resource.v1beta2.ResourceClaimConsumerReference", &F1027, &[0, 2, 1, 3], &[], false),
s("ResourceClaimList", "io.k8s.api.resource.v1beta2.ResourceClaimList", &F1028, &[1, 3, 0, 2], &[], false),
s("ResourceClaimSpec", "io.k8s.api.resource.v1beta2.ResourceClaimSpec", &F1029, &[0], &[], false),
s("ResourceClaimStatus", "io.k8s.api.resource.v1beta2.ResourceClaimStatus", &F1030, &[0, 2, 1], &[], false),
s("ResourceClaimTemplate", "io.k8s.api.resource.v1beta2.ResourceClaimTemplate", &F1031, &[1, 0, 2, 3], &[], false),
s("ResourceClaimTemplateList", "io.k8s.api.resource.v1beta2.ResourceClaimTemplateList", &F1032, &[1, 3, 0, 2], &[], false),
s("ResourceClaimTemplateSpec", "io.k8s.api.resource.v1beta2.ResourceClaimTemplateSpec", &F1033, &[0, 1], &[], false),
s("ResourcePool", "io.k8s.api.resource.v1beta2.ResourcePool", &F1034, &[1, 0, 2], &[], false),
s("ResourceSlice", "io.k8s.api.resource.v1beta2.ResourceSlice", &F1035, &[1, 0, 2, 3], &[], false),
s("ResourceSliceList", "io.k8s.api.resource.v1beta2.ResourceSliceList", &F1036, &[1, 3, 0, 2], &[], false),
s("ResourceSliceSpec", "io.k8s.api.resource.v1beta2.ResourceSliceSpec", &F1037, &[4, 5, 0, 2, 3, 8, 6, 1, 7, 9], &[], false),
s("PriorityClass", "io.k8s.api.scheduling.v1.PriorityClass", &F1038, &[1, 5, 4, 0, 2, 6, 3], &[], false),
s("PriorityClassList", "io.k8s.api.scheduling.v1.PriorityClassList", &F1039, &[1, 3, 0, 2], &[], false),
s("AllCompositeDisruptionMode", "io.k8s.api.scheduling.v1alpha3.AllCompositeDisruptionMode", &[], &[], &[], false),
s("AllDisruptionMode", "io.k8s.api.scheduling.v1alpha3.AllDisruptionMode", &[], &[], &[], false),
s("BasicSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.BasicSchedulingPolicy", &[], &[], &[], false),
s("CompositeBasicSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.CompositeBasicSchedulingPolicy", &[], &[], &[], false),
s("CompositeDisruptionMode", "io.k8s.api.scheduling.v1alpha3.CompositeDisruptionMode", &F1044, &[1, 0], &[], false),
s("CompositeGangSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.CompositeGangSchedulingPolicy", &F1045, &[0], &[], false),
s("CompositePodGroup", "io.k8s.api.scheduling.v1alpha3.CompositePodGroup", &F1046, &[1, 0, 2, 3, 4], &[], false),
s("CompositePodGroupList", "io.k8s.api.scheduling.v1alpha3.CompositePodGroupList", &F1047, &[1, 3, 0, 2], &[], false),
s("CompositePodGroupSchedulingConstraints", "io.k8s.api.scheduling.v1alpha3.CompositePodGroupSchedulingConstraints", &F1048, &[0], &[], false),
s("CompositePodGroupSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.CompositePodGroupSchedulingPolicy", &F1049, &[0, 1], &[], false),
s("CompositePodGroupSpec", "io.k8s.api.scheduling.v1alpha3.CompositePodGroupSpec", &F1050, &[4, 0, 7, 6, 5, 3, 2, 1], &[], false),
s("CompositePodGroupStatus", "io.k8s.api.scheduling.v1alpha3.CompositePodGroupStatus", &F1051, &[0], &[], false),
s("CompositePodGroupTemplate", "io.k8s.api.scheduling.v1alpha3.CompositePodGroupTemplate", &F1052, &[8, 3, 0, 7, 6, 5, 4, 2, 1], &[], false),
s("DisruptionMode", "io.k8s.api.scheduling.v1alpha3.DisruptionMode", &F1053, &[1, 0], &[], false),
s("GangSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.GangSchedulingPolicy", &F1054, &[0], &[], false),
s("PodGroup", "io.k8s.api.scheduling.v1alpha3.PodGroup", &F1055, &[1, 0, 2, 3, 4], &[], false),
s("PodGroupList", "io.k8s.api.scheduling.v1alpha3.PodGroupList", &F1056, &[1, 3, 0, 2], &[], false),
s("PodGroupResourceClaim", "io.k8s.api.scheduling.v1alpha3.PodGroupResourceClaim", &F1057, &[0, 1, 2], &[], false),
s("PodGroupResourceClaimStatus", "io.k8s.api.scheduling.v1alpha3.PodGroupResourceClaimStatus", &F1058, &[0, 1], &[], false),
s("PodGroupSchedulingConstraints", "io.k8s.api.scheduling.v1alpha3.PodGroupSchedulingConstraints", &F1059, &[0], &[], false),
s("PodGroupSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.PodGroupSchedulingPolicy", &F1060, &[0, 1], &[], false),
s("PodGroupSpec", "io.k8s.api.scheduling.v1alpha3.PodGroupSpec", &F1061, &[5, 0, 8, 7, 6, 4, 3, 2, 1], &[], false),
s("PodGroupStatus", "io.k8s.api.scheduling.v1alpha3.PodGroupStatus", &F1062, &[0, 1], &[], false),
s("PodGroupTemplate", "io.k8s.api.scheduling.v1alpha3.PodGroupTemplate", &F1063, &[4, 0, 7, 6, 5, 3, 2, 1], &[], false),
s("SingleCompositeDisruptionMode", "io.k8s.api.scheduling.v1alpha3.SingleCompositeDisruptionMode", &[], &[], &[], false),
s("SingleDisruptionMode", "io.k8s.api.scheduling.v1alpha3.SingleDisruptionMode", &[], &[], &[], false),
s("TopologyConstraint", "io.k8s.api.scheduling.v1alpha3.TopologyConstraint", &F1066, &[0], &[], false),
s("TypedLocalObjectReference", "io.k8s.api.scheduling.v1alpha3.TypedLocalObjectReference", &F1067, &[0, 1, 2], &[], false),
s("Workload", "io.k8s.api.scheduling.v1alpha3.Workload", &F1068, &[1, 0, 2, 3], &[], false),
s("WorkloadList", "io.k8s.api.scheduling.v1alpha3.WorkloadList", &F1069, &[1, 3, 0, 2], &[], false),
s("WorkloadPodGroupAllDisruptionMode", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupAllDisruptionMode", &[], &[], &[], false),
s("WorkloadPodGroupBasicSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupBasicSchedulingPolicy", &[], &[], &[], false),
s("WorkloadPodGroupDisruptionMode", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupDisruptionMode", &F1072, &[1, 0], &[], false),
s("WorkloadPodGroupGangSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupGangSchedulingPolicy", &F1073, &[0], &[], false),
s("WorkloadPodGroupResourceClaim", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupResourceClaim", &F1074, &[0, 1, 2], &[], false),
s("WorkloadPodGroupSchedulingConstraints", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupSchedulingConstraints", &F1075, &[0], &[], false),
s("WorkloadPodGroupSchedulingPolicy", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupSchedulingPolicy", &F1076, &[0, 1], &[], false),
s("WorkloadPodGroupSingleDisruptionMode", "io.k8s.api.scheduling.v1alpha3.WorkloadPodGroupSingleDisruptionMode", &[], &[], &[], false),
s("WorkloadReference", "io.k8s.api.scheduling.v1alpha3.WorkloadReference", &F1078, &[1, 0], &[], false),
s("WorkloadSpec", "io.k8s.api.scheduling.v1alpha3.WorkloadSpec", &F1079, &[2, 0, 1], &[], false),
s("AllCompositeDisruptionMode", "io.k8s.api.scheduling.v1beta1.AllCompositeDisruptionMode", &[], &[], &[], false),
s("AllDisruptionMode", "io.k8s.api.scheduling.v1beta1.AllDisruptionMode", &[], &[], &[], false),
s("BasicSchedulingPolicy", "io.k8s.api.scheduling.v1beta1.BasicSchedulingPolicy", &[], &[], &[], false),
s("CompositeBasicSchedulingPolicy", "io.k8s.api.scheduling.v1beta1.CompositeBasicSchedulingPolicy", &[], &[], &[], false),
s("CompositeDisruptionMode", "io.k8s.api.scheduling.v1beta1.CompositeDisruptionMode", &F1084, &[1, 0], &[], false),
s("CompositeGangSchedulingPolicy", "io.k8s.api.scheduling.v1beta1.CompositeGangSchedulingPolicy", &F1085, &[0], &[], false),
s("CompositePodGroupSchedulingConstraints", "io.k8s.api.scheduling.v1beta1.CompositePodGroupSchedulingConstraints", &F1086, &[0], &[], false),
s("CompositePodGroupSchedulingPolicy", "io.k8s.api.scheduling.v1beta1.CompositePodGroupSchedulingPolicy", &F1087, &[0, 1], &[], false),
s("CompositePodGroupTemplate", "io.k8s.api.scheduling.v1beta1.CompositePodGroupTemplate", &F1088, &[8, 3, 0, 7, 6, 5, 4, 2, 1], &[], false),
s("DisruptionMode", "io.k8s.api.scheduling.v1beta1.DisruptionMode", &F1089, &[1, 0], &[], false),
s("GangSchedulingPolicy", "io.k8s.api.scheduling.v1beta1.GangSchedulingPolicy", &F1090, &[0], &[], false),
s("PodGroup", "io.k8s.api.scheduling.v1beta1.PodGroup", &F1091, &[1, 0, 2, 3, 4], &[], false),
s("PodGroupList", "io.k8s.api.scheduling.v1beta1.PodGroupList", &F1092, &[1, 3, 0, 2], &[], false),
s("PodGroupResourceClaim", "io.k8s.api.scheduling.v1beta1.PodGroupResourceClaim", &F1093, &[0, 1, 2], &[], false),
s("PodGroupResourceClaimStatus", "io.k8s.api.scheduling.v1beta1.PodGroupResourceClaimStatus", &F1094, &[0, 1], &[], false),
s("PodGroupSchedulingConstraints", "io.k8s.api.scheduling.v1beta1.PodGroupSchedulingConstraints", &F1095, &[0], &[], false),
s("PodGroupSchedulingPolicy", "io.k8s.api.scheduling.v1beta1.PodGroupSchedulingPolicy", &F1096, &[0, 1], &[], false),
s("PodGroupSpec", "io.k8s.api.scheduling.v1beta1.PodGroupSpec", &F1097, &[5, 0, 8, 7, 6, 4, 3, 2, 1], &[], false),
s("PodGroupStatus", "io.k8s.api.scheduling.v1beta1.PodGroupStatus", &F1098, &[0, 1], &[], false),
s("PodGroupTemplate", "io.k8s.api.scheduling.v1beta1.PodGroupTemplate", &F1099, &[4, 0, 7, 6, 5, 3, 2, 1], &[], false),
s("PriorityClass", "io.k8s.api.scheduling.v1beta1.PriorityClass", &F1100, &[1, 5, 4, 0, 2, 6, 3], &[], false),
s("PriorityClassList", "io.k8s.api.scheduling.v1beta1.PriorityClassList", &F1101, &[1, 3, 0, 2], &[], false),
s("SingleCompositeDisruptionMode", "io.k8s.api.scheduling.v1beta1.SingleCompositeDisruptionMode", &[], &[], &[], false),
s("SingleDisruptionMode", "io.k8s.api.scheduling.v1beta1.SingleDisruptionMode", &[], &[], &[], false),
s("TopologyConstraint", "io.k8s.api.scheduling.v1beta1.TopologyConstraint", &F1104, &[0], &[], false),
s("TypedLocalObjectReference", "io.k8s.api.scheduling.v1beta1.TypedLocalObjectReference", &F1105, &[0, 1, 2], &[], false),
s("Workload", "io.k8s.api.scheduling.v1beta1.Workload", &F1106, &[1, 0, 2, 3], &[], false),
s("WorkloadList", "io.k8s.api.scheduling.v1beta1.WorkloadList", &F1107, &[1, 3, 0, 2], &[], false),
s("WorkloadReference", "io.k8s.api.scheduling.v1beta1.WorkloadReference", &F1108, &[1, 0], &[], false),
s("WorkloadSpec", "io.k8s.api.scheduling.v1beta1.WorkloadSpec", &F1109, &[2, 0, 1], &[], false),
s("CSIDriver", "io.k8s.api.storage.v1.CSIDriver", &F1110, &[1, 0, 2, 3], &[], false),
s("CSIDriverList", "io.k8s.api.storage.v1.CSIDriverList", &F1111, &[1, 3, 0, 2], &[], false),
s("CSIDriverSpec", "io.k8s.api.storage.v1.CSIDriverSpec", &F1112, &[0, 4, 8, 1, 10, 6, 7, 9, 3, 5, 2], &[], false),
s("CSINode", "io.k8s.api.storage.v1.CSINode", &F1113, &[1, 0, 2, 3, 4], &[], false),
s("CSINodeDriver", "io.k8s.api.storage.v1.CSINodeDriver", &F1114, &[3, 0, 1, 2], &[], false),
s("CSINodeList", "io.k8s.api.storage.v1.CSINodeList", &F1115, &[1, 3, 0, 2], &[], false),
s("CSINodeSpec", "io.k8s.api.storage.v1.CSINodeSpec", &F1116, &[0], &[], false),
s("CSINodeStatus", "io.k8s.api.storage.v1.CSINodeStatus", &F1117, &[0], &[], false),
s("CSIStorageCapacity", "io.k8s.api.storage.v1.CSIStorageCapacity", &F1118, &[1, 5, 0, 6, 2, 3, 4], &[], false),
s("CSIStorageCapacityList", "io.k8s.api.storage.v1.CSIStorageCapacityList", &F1119, &[1, 3, 0, 2], &[], false),
s("StorageClass", "io.k8s.api.storage.v1.StorageClass", &F1120, &[7, 9, 1, 0, 2, 6, 4, 3, 5, 8], &[], false),
s("StorageClassList", "io.k8s.api.storage.v1.StorageClassList", &F1121, &[1, 3, 0, 2], &[], false),
s("StorageHealth", "io.k8s.api.storage.v1.StorageHealth", &F1122, &[1, 0], &[], false),
s("StorageHealthCondition", "io.k8s.api.storage.v1.StorageHealthCondition", &F1123, &[3, 5, 2, 1, 0, 4], &[], false),
s("TokenRequest", "io.k8s.api.storage.v1.TokenRequest", &F1124, &[0, 1], &[], false),
s("VolumeAttachment", "io.k8s.api.storage.v1.VolumeAttachment", &F1125, &[1, 0, 2, 3, 4], &[], false),
s("VolumeAttachmentList", "io.k8s.api.storage.v1.VolumeAttachmentList", &F1126, &[1, 3, 0, 2], &[], false),
s("VolumeAttachmentSource", "io.k8s.api.storage.v1.VolumeAttachmentSource", &F1127, &[1, 0], &[], false),
s("VolumeAttachmentSpec", "io.k8s.api.storage.v1.VolumeAttachmentSpec", &F1128, &[0, 2, 1], &[], false),
s("VolumeAttachmentStatus", "io.k8s.api.storage.v1.VolumeAttachmentStatus", &F1129, &[2, 0, 1, 3], &[], false),
s("VolumeAttributesClass", "io.k8s.api.storage.v1.VolumeAttributesClass", &F1130, &[1, 3, 0, 2, 4], &[], false),
s("VolumeAttributesClassList", "io.k8s.api.storage.v1.VolumeAttributesClassList", &F1131, &[1, 3, 0, 2], &[], false),
s("VolumeError", "io.k8s.api.storage.v1.VolumeError", &F1132, &[2, 1, 0], &[], false),
s("VolumeNodeResources", "io.k8s.api.storage.v1.VolumeNodeResources", &F1133, &[0], &[], false),
s("CSIStorageCapacity", "io.k8s.api.storage.v1alpha1.CSIStorageCapacity", &F1134, &[1, 5, 0, 6, 2, 3, 4], &[], false),
s("CSIStorageCapacityList", "io.k8s.api.storage.v1alpha1.CSIStorageCapacityList", &F1135, &[1, 3, 0, 2], &[], false),
s("VolumeAttachment", "io.k8s.api.storage.v1alpha1.VolumeAttachment", &F1136, &[1, 0, 2, 3, 4], &[], false),
s("VolumeAttachmentList", "io.k8s.api.storage.v1alpha1.VolumeAttachmentList", &F1137, &[1, 3, 0, 2], &[], false),
s("VolumeAttachmentSource", "io.k8s.api.storage.v1alpha1.VolumeAttachmentSource", &F1138, &[1, 0], &[], false),
s("VolumeAttachmentSpec", "io.k8s.api.storage.v1alpha1.VolumeAttachmentSpec", &F1139, &[0, 2, 1], &[], false),
s("VolumeAttachmentStatus", "io.k8s.api.storage.v1alpha1.VolumeAttachmentStatus", &F1140, &[2, 0, 1, 3], &[], false),
s("VolumeAttributesClass", "io.k8s.api.storage.v1alpha1.VolumeAttributesClass", &F1141, &[1, 3, 0, 2, 4], &[], false),
s("VolumeAttributesClassList", "io.k8s.api.storage.v1alpha1.VolumeAttributesClassList", &F1142, &[1, 3, 0, 2], &[], false),
s("VolumeError", "io.k8s.api.storage.v1alpha1.VolumeError", &F1143, &[2, 1, 0], &[], false),
s("CSIDriver", "io.k8s.api.storage.v1beta1.CSIDriver", &F1144, &[1, 0, 2, 3], &[], false),
s("CSIDriverList", "io.k8s.api.storage.v1beta1.CSIDriverList", &F1145, &[1, 3, 0, 2], &[], false),
s("CSIDriverSpec", "io.k8s.api.storage.v1beta1.CSIDriverSpec", &F1146, &[0, 4, 8, 1, 10, 6, 7, 9, 3, 5, 2], &[], false),
s("CSINode", "io.k8s.api.storage.v1beta1.CSINode", &F1147, &[1, 0, 2, 3, 4], &[], false),
s("CSINodeDriver", "io.k8s.api.storage.v1beta1.CSINodeDriver", &F1148, &[3, 0, 1, 2], &[], false),
s("CSINodeList", "io.k8s.api.storage.v1beta1.CSINodeList", &F1149, &[1, 3, 0, 2], &[], false),
s("CSINodeSpec", "io.k8s.api.storage.v1beta1.CSINodeSpec", &F1150, &[0], &[], false),
s("CSINodeStatus", "io.k8s.api.storage.v1beta1.CSINodeStatus", &F1151, &[0], &[], false),
s("CSIStorageCapacity", "io.k8s.api.storage.v1beta1.CSIStorageCapacity", &F1152, &[1, 5, 0, 6, 2, 3, 4], &[], false),
s("CSIStorageCapacityList", "io.k8s.api.storage.v1beta1.CSIStorageCapacityList", &F1153, &[1, 3, 0, 2], &[], false),
s("StorageClass", "io.k8s.api.storage.v1beta1.StorageClass", &F1154, &[7, 9, 1, 0, 2, 6, 4, 3, 5, 8], &[], false),
s("StorageClassList", "io.k8s.api.storage.v1beta1.StorageClassList", &F1155, &[1, 3, 0, 2], &[], false),
s("StorageHealth", "io.k8s.api.storage.v1beta1.StorageHealth", &F1156, &[1, 0], &[], false),
s("StorageHealthCondition", "io.k8s.api.storage.v1beta1.StorageHealthCondition", &F1157, &[3, 5, 2, 1, 0, 4], &[], false),
s("TokenRequest", "io.k8s.api.storage.v1beta1.TokenRequest", &F1158, &[0, 1], &[], false),
s("VolumeAttachment", "io.k8s.api.storage.v1beta1.VolumeAttachment", &F1159, &[1, 0, 2, 3, 4], &[], false),
s("VolumeAttachmentList", "io.k8s.api.storage.v1beta1.VolumeAttachmentList", &F1160, &[1, 3, 0, 2], &[], false),
s("VolumeAttachmentSource", "io.k8s.api.storage.v1beta1.VolumeAttachmentSource", &F1161, &[1, 0], &[], false),
s("VolumeAttachmentSpec", "io.k8s.api.storage.v1beta1.VolumeAttachmentSpec", &F1162, &[0, 2, 1], &[], false),
s("VolumeAttachmentStatus", "io.k8s.api.storage.v1beta1.VolumeAttachmentStatus", &F1163, &[2, 0, 1, 3], &[], false),
s("VolumeAttributesClass", "io.k8s.api.storage.v1beta1.VolumeAttributesClass", &F1164, &[1, 3, 0, 2, 4], &[], false),
s("VolumeAttributesClassList", "io.k8s.api.storage.v1beta1.VolumeAttributesClassList", &F1165, &[1, 3, 0, 2], &[], false),
s("VolumeError", "io.k8s.api.storage.v1beta1.VolumeError", &F1166, &[2, 1, 0], &[], false),
s("VolumeNodeResources", "io.k8s.api.storage.v1beta1.VolumeNodeResources", &F1167, &[0], &[], false),
s("StorageVersionMigration", "io.k8s.api.storagemigration.v1.StorageVersionMigration", &F1168, &[1, 0, 2, 3, 4], &[], false),
s("StorageVersionMigrationList", "io.k8s.api.storagemigration.v1.StorageVersionMigrationList", &F1169, &[1, 3, 0, 2], &[], false),
s("StorageVersionMigrationSpec", "io.k8s.api.storagemigration.v1.StorageVersionMigrationSpec", &F1170, &[0], &[], false),
s("StorageVersionMigrationStatus", "io.k8s.api.storagemigration.v1.StorageVersionMigrationStatus", &F1171, &[0, 1], &[], false),
s("StorageVersionMigration", "io.k8s.api.storagemigration.v1beta1.StorageVersionMigration", &F1172, &[1, 0, 2, 3, 4], &[], false),
s("StorageVersionMigrationList", "io.k8s.api.storagemigration.v1beta1.StorageVersionMigrationList", &F1173, &[1, 3, 0, 2], &[], false),
s("StorageVersionMigrationSpec", "io.k8s.api.storagemigration.v1beta1.StorageVersionMigrationSpec", &F1174, &[0], &[], false),
s("StorageVersionMigrationStatus", "io.k8s.api.storagemigration.v1beta1.StorageVersionMigrationStatus", &F1175, &[0, 1], &[], false),
s("ConversionRequest", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ConversionRequest", &F1176, &[1, 2, 0], &[], false),
s("ConversionResponse", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ConversionResponse", &F1177, &[1, 2, 0], &[], false),
s("ConversionReview", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ConversionReview", &F1178, &[1, 0, 2, 3], &[], false),
s("CustomResourceColumnDefinition", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition", &F1179, &[3, 2, 5, 0, 4, 1], &[], false),
s("CustomResourceConversion", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion", &F1180, &[0, 1], &[], false),
s("CustomResourceDefinition", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition", &F1181, &[1, 0, 2, 3, 4], &[], false),
s("CustomResourceDefinitionCondition", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition", &F1182, &[2, 4, 5, 3, 1, 0], &[], false),
s("CustomResourceDefinitionList", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionList", &F1183, &[1, 3, 0, 2], &[], false),
s("CustomResourceDefinitionNames", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames", &F1184, &[5, 3, 4, 0, 2, 1], &[], false),
s("CustomResourceDefinitionSpec", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec", &F1185, &[4, 0, 1, 5, 2, 3], &[], false),
s("CustomResourceDefinitionStatus", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus", &F1186, &[1, 0, 3, 2], &[], false),
s("CustomResourceDefinitionVersion", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion", &F1187, &[7, 3, 4, 0, 5, 8, 1, 2, 6], &[], false),
s("CustomResourceSubresourceScale", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale", &F1188, &[2, 0, 1], &[], false),
s("CustomResourceSubresourceStatus", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus", &[], &[], &[], false),
s("CustomResourceSubresources", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources", &F1190, &[1, 0], &[], false),
s("CustomResourceValidation", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation", &F1191, &[0], &[], false),
s("ExternalDocumentation", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation", &F1192, &[0, 1], &[], false),
s("JSONSchemaProps", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps", &F1193, &[2, 1, 32, 29, 24, 26, 7, 33, 31, 3, 19, 35, 9, 11, 34, 5, 0, 23, 15, 12, 20, 8, 16, 13, 21, 10, 18, 27, 36, 25, 14, 30, 28, 22, 6, 4, 17, 38, 39, 40, 41, 42, 37, 43], &[], false),
s("SelectableField", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField", &F1194, &[0], &[], false),
s("ServiceReference", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference", &F1195, &[1, 0, 2, 3], &[], false),
s("ValidationRule", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule", &F1196, &[4, 1, 2, 5, 3, 0], &[], false),
s("WebhookClientConfig", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig", &F1197, &[2, 1, 0], &[], false),
s("WebhookConversion", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion", &F1198, &[0, 1], &[], false),
s("ConversionRequest", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.ConversionRequest", &F1199, &[1, 2, 0], &[], false),
s("ConversionResponse", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.ConversionResponse", &F1200, &[1, 2, 0], &[], false),
s("ConversionReview", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.ConversionReview", &F1201, &[1, 0, 2, 3], &[], false),
s("CustomResourceColumnDefinition", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceColumnDefinition", &F1202, &[5, 3, 2, 0, 4, 1], &[], false),
s("CustomResourceConversion", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceConversion", &F1203, &[2, 0, 1], &[], false),
s("CustomResourceDefinition", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinition", &F1204, &[1, 0, 2, 3, 4], &[], false),
s("CustomResourceDefinitionCondition", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionCondition", &F1205, &[2, 4, 5, 3, 1, 0], &[], false),
s("CustomResourceDefinitionList", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionList", &F1206, &[1, 3, 0, 2], &[], false),
s("CustomResourceDefinitionNames", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionNames", &F1207, &[5, 3, 4, 0, 2, 1], &[], false),
s("CustomResourceDefinitionSpec", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionSpec", &F1208, &[7, 9, 0, 2, 10, 3, 8, 5, 4, 1, 6], &[], false),
s("CustomResourceDefinitionStatus", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionStatus", &F1209, &[1, 0, 3, 2], &[], false),
s("CustomResourceDefinitionVersion", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceDefinitionVersion", &F1210, &[7, 3, 4, 0, 5, 8, 1, 2, 6], &[], false),
s("CustomResourceSubresourceScale", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceSubresourceScale", &F1211, &[2, 0, 1], &[], false),
s("CustomResourceSubresourceStatus", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceSubresourceStatus", &[], &[], &[], false),
s("CustomResourceSubresources", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceSubresources", &F1213, &[1, 0], &[], false),
s("CustomResourceValidation", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.CustomResourceValidation", &F1214, &[0], &[], false),
s("ExternalDocumentation", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.ExternalDocumentation", &F1215, &[0, 1], &[], false),
s("JSONSchemaProps", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.JSONSchemaProps", &F1216, &[2, 1, 32, 29, 24, 26, 7, 33, 31, 3, 19, 35, 9, 11, 34, 5, 0, 23, 15, 12, 20, 8, 16, 13, 21, 10, 18, 27, 36, 25, 14, 30, 28, 22, 6, 4, 17, 38, 39, 40, 41, 42, 37, 43], &[], false),
s("SelectableField", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.SelectableField", &F1217, &[0], &[], false),
s("ServiceReference", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.ServiceReference", &F1218, &[1, 0, 2, 3], &[], false),
s("ValidationRule", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.ValidationRule", &F1219, &[4, 1, 2, 5, 3, 0], &[], false),
s("WebhookClientConfig", "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1beta1.WebhookClientConfig", &F1220, &[2, 1, 0], &[], false),
s("APIGroup", "io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup", &F1221, &[1, 0, 2, 4, 5, 3], &[], false),
s("APIGroupList", "io.k8s.apimachinery.pkg.apis.meta.v1.APIGroupList", &F1222, &[1, 2, 0], &[], false),
s("APIResource", "io.k8s.apimachinery.pkg.apis.meta.v1.APIResource", &F1223, &[8, 3, 5, 0, 2, 7, 1, 9, 6, 4], &[], false),
s("APIResourceList", "io.k8s.apimachinery.pkg.apis.meta.v1.APIResourceList", &F1224, &[1, 2, 0, 3], &[], false),
s("APIVersions", "io.k8s.apimachinery.pkg.apis.meta.v1.APIVersions", &F1225, &[1, 0, 3, 2], &[], false),
s("Condition", "io.k8s.apimachinery.pkg.apis.meta.v1.Condition", &F1226, &[3, 5, 2, 4, 1, 0], &[], false),
s("CreateOptions", "io.k8s.apimachinery.pkg.apis.meta.v1.CreateOptions", &F1227, &[1, 2, 3, 4, 0], &[], false),
s("DeleteOptions", "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions", &F1228, &[1, 6, 2, 7, 0, 4, 3, 5], &[], false),
s("FieldSelectorRequirement", "io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement", &F1229, &[0, 1, 2], &[], false),
s("GetOptions", "io.k8s.apimachinery.pkg.apis.meta.v1.GetOptions", &F1230, &[1, 0, 2], &[], false),
s("GroupResource", "io.k8s.apimachinery.pkg.apis.meta.v1.GroupResource", &F1231, &[0, 1], &[], false),
s("GroupVersionForDiscovery", "io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery", &F1232, &[0, 1], &[], false),
s("GroupVersionKind", "io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionKind", &F1233, &[0, 2, 1], &[], false),
s("GroupVersionResource", "io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionResource", &F1234, &[0, 2, 1], &[], false),
s("LabelSelector", "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector", &F1235, &[1, 0], &[], true),
s("LabelSelectorRequirement", "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement", &F1236, &[0, 1, 2], &[], false),
s("ListMeta", "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta", &F1237, &[2, 3, 1, 0, 4], &[], false),
s("ListOptions", "io.k8s.apimachinery.pkg.apis.meta.v1.ListOptions", &F1238, &[5, 1, 10, 3, 0, 2, 9, 6, 7, 11, 12, 8, 4], &[], false),
s("ManagedFieldsEntry", "io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry", &F1239, &[2, 4, 5, 0, 1, 6, 3], &[], false),
s("ObjectMeta", "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta", &F1240, &[11, 7, 9, 8, 13, 1, 6, 10, 14, 0, 2, 12, 5, 3, 4], &[], false),
s("OwnerReference", "io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference", &F1241, &[0, 5, 4, 1, 2, 3], &[], true),
s("PartialObjectMetadata", "io.k8s.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata", &F1242, &[1, 0, 2], &[], false),
s("PartialObjectMetadataList", "io.k8s.apimachinery.pkg.apis.meta.v1.PartialObjectMetadataList", &F1243, &[1, 3, 0, 2], &[], false),
s("PatchOptions", "io.k8s.apimachinery.pkg.apis.meta.v1.PatchOptions", &F1244, &[1, 2, 4, 5, 3, 0], &[], false),
s("Preconditions", "io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions", &F1245, &[1, 0], &[], false),
s("ServerAddressByClientCIDR", "io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR", &F1246, &[0, 1], &[], false),
s("ShardInfo", "io.k8s.apimachinery.pkg.apis.meta.v1.ShardInfo", &F1247, &[0], &[], false),
s("Status", "io.k8s.apimachinery.pkg.apis.meta.v1.Status", &F1248, &[1, 7, 6, 0, 4, 2, 5, 3], &[], false),
s("StatusCause", "io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause", &F1249, &[2, 1, 0], &[], false),
s("StatusDetails", "io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails", &F1250, &[4, 1, 2, 0, 5, 3], &[], false),
s("Table", "io.k8s.apimachinery.pkg.apis.meta.v1.Table", &F1251, &[1, 3, 0, 2, 4], &[], false),
s("TableColumnDefinition", "io.k8s.apimachinery.pkg.apis.meta.v1.TableColumnDefinition", &F1252, &[3, 2, 0, 4, 1], &[], false),
s("TableOptions", "io.k8s.apimachinery.pkg.apis.meta.v1.TableOptions", &F1253, &[1, 2, 0], &[], false),
s("TableRow", "io.k8s.apimachinery.pkg.apis.meta.v1.TableRow", &F1254, &[0, 1, 2], &[], false),
s("TableRowCondition", "io.k8s.apimachinery.pkg.apis.meta.v1.TableRowCondition", &F1255, &[3, 2, 1, 0], &[], false),
s("UpdateOptions", "io.k8s.apimachinery.pkg.apis.meta.v1.UpdateOptions", &F1256, &[1, 2, 3, 4, 0], &[], false),
s("WatchEvent", "io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent", &F1257, &[1, 0], &[], false),
s("PartialObjectMetadataList", "io.k8s.apimachinery.pkg.apis.meta.v1beta1.PartialObjectMetadataList", &F1258, &[1, 3, 0, 2], &[], false),
s("AuthenticationMetadata", "io.k8s.apiserver.pkg.apis.audit.v1.AuthenticationMetadata", &F1259, &[0], &[], false),
s("Event", "io.k8s.apiserver.pkg.apis.audit.v1.Event", &F1260, &[18, 1, 3, 9, 8, 0, 2, 12, 14, 16, 5, 15, 13, 10, 4, 17, 7, 11, 6], &[], false),
s("EventList", "io.k8s.apiserver.pkg.apis.audit.v1.EventList", &F1261, &[1, 3, 0, 2], &[], false),
s("GroupResources", "io.k8s.apiserver.pkg.apis.audit.v1.GroupResources", &F1262, &[0, 2, 1], &[], false),
s("ObjectReference", "io.k8s.apiserver.pkg.apis.audit.v1.ObjectReference", &F1263, &[4, 5, 2, 1, 0, 6, 7, 3], &[], false),
s("Policy", "io.k8s.apiserver.pkg.apis.audit.v1.Policy", &F1264, &[1, 0, 2, 5, 4, 3], &[], false),
s("PolicyList", "io.k8s.apiserver.pkg.apis.audit.v1.PolicyList", &F1265, &[1, 3, 0, 2], &[], false),
s("PolicyRule", "io.k8s.apiserver.pkg.apis.audit.v1.PolicyRule", &F1266, &[0, 5, 6, 8, 7, 4, 2, 1, 3], &[], false),
s("APIService", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService", &F1267, &[1, 0, 2, 3, 4], &[], false),
s("APIServiceCondition", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition", &F1268, &[2, 4, 3, 1, 0], &[], false),
s("APIServiceList", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceList", &F1269, &[1, 3, 0, 2], &[], false),
s("APIServiceSpec", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec", &F1270, &[4, 1, 5, 3, 0, 2, 6], &[], false),
s("APIServiceStatus", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus", &F1271, &[0], &[], false),
s("ServiceReference", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference", &F1272, &[1, 0, 2], &[], false),
s("APIService", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIService", &F1273, &[1, 0, 2, 3, 4], &[], false),
s("APIServiceCondition", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceCondition", &F1274, &[2, 4, 3, 1, 0], &[], false),
s("APIServiceList", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceList", &F1275, &[1, 3, 0, 2], &[], false),
s("APIServiceSpec", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceSpec", &F1276, &[4, 1, 5, 3, 0, 2, 6], &[], false),
s("APIServiceStatus", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.APIServiceStatus", &F1277, &[0], &[], false),
s("ServiceReference", "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1beta1.ServiceReference", &F1278, &[1, 0, 2], &[], false),
];
static TYPE_DEFS: [TypeDef; 1883] = [
t(S::String, false, "types.UID", false),
t(S::Struct(StructId(1233)), false, "v1.GroupVersionKind", false),
t(S::Struct(StructId(1234)), false, "v1.GroupVersionResource", false),
t(S::String, false, "string", false),
t(S::Struct(StructId(1233)), true, "v1.GroupVersionKind", false),
t(S::Struct(StructId(1234)), true, "v1.GroupVersionResource", false),
t(S::String, false, "v1.Operation", false),
t(S::Struct(StructId(212)), false, "v1.UserInfo", false),
t(S::RawExtension, false, "runtime.RawExtension", false),
t(S::Bool, true, "bool", false),
t(S::Bool, false, "bool", false),
t(S::Struct(StructId(1248)), true, "v1.Status", false),
t(S::Bytes, false, "[]uint8", false),
t(S::String, true, "v1.PatchType", false),
t(S::Map(TypeId(3)), false, "map[string]string", false),
t(S::List(TypeId(3)), false, "[]string", false),
t(S::Struct(StructId(0)), true, "v1.AdmissionRequest", false),
t(S::Struct(StructId(1)), true, "v1.AdmissionResponse", false),
t(S::String, false, "v1beta1.Operation", false),
t(S::String, true, "v1beta1.PatchType", false),
t(S::Struct(StructId(3)), true, "v1beta1.AdmissionRequest", false),
t(S::Struct(StructId(4)), true, "v1beta1.AdmissionResponse", false),
t(S::Struct(StructId(1235)), true, "v1.LabelSelector", false),
t(S::Struct(StructId(22)), false, "v1.NamedRuleWithOperations", false),
t(S::List(TypeId(23)), false, "[]v1.NamedRuleWithOperations", false),
t(S::String, true, "v1.MatchPolicyType", false),
t(S::Struct(StructId(1240)), false, "v1.ObjectMeta", false),
t(S::Struct(StructId(17)), false, "v1.MutatingAdmissionPolicySpec", false),
t(S::Struct(StructId(15)), false, "v1.MutatingAdmissionPolicyBindingSpec", false),
t(S::Struct(StructId(1237)), false, "v1.ListMeta", false),
t(S::Struct(StructId(13)), false, "v1.MutatingAdmissionPolicyBinding", false),
t(S::List(TypeId(30)), false, "[]v1.MutatingAdmissionPolicyBinding", false),
t(S::Struct(StructId(24)), true, "v1.ParamRef", false),
t(S::Struct(StructId(11)), true, "v1.MatchResources", false),
t(S::Struct(StructId(12)), false, "v1.MutatingAdmissionPolicy", false),
t(S::List(TypeId(34)), false, "[]v1.MutatingAdmissionPolicy", false),
t(S::Struct(StructId(23)), true, "v1.ParamKind", false),
t(S::Struct(StructId(39)), false, "v1.Variable", false),
t(S::List(TypeId(37)), false, "[]v1.Variable", false),
t(S::Struct(StructId(21)), false, "v1.Mutation", false),
t(S::List(TypeId(39)), false, "[]v1.Mutation", false),
t(S::String, true, "v1.FailurePolicyType", false),
t(S::Struct(StructId(10)), false, "v1.MatchCondition", false),
t(S::List(TypeId(42)), false, "[]v1.MatchCondition", false),
t(S::String, false, "v1.ReinvocationPolicyType", false),
t(S::Struct(StructId(40)), false, "v1.WebhookClientConfig", false),
t(S::Struct(StructId(25)), false, "v1.RuleWithOperations", false),
t(S::List(TypeId(46)), false, "[]v1.RuleWithOperations", false),
t(S::String, true, "v1.SideEffectClass", false),
t(S::Int32, true, "int32", false),
t(S::String, true, "v1.ReinvocationPolicyType", false),
t(S::Struct(StructId(18)), false, "v1.MutatingWebhook", false),
t(S::List(TypeId(51)), false, "[]v1.MutatingWebhook", false),
t(S::Struct(StructId(19)), false, "v1.MutatingWebhookConfiguration", false),
t(S::List(TypeId(53)), false, "[]v1.MutatingWebhookConfiguration", false),
t(S::String, false, "v1.PatchType", false),
t(S::Struct(StructId(6)), true, "v1.ApplyConfiguration", false),
t(S::Struct(StructId(9)), true, "v1.JSONPatch", false),
t(S::String, false, "v1.OperationType", false),
t(S::List(TypeId(58)), false, "[]v1.OperationType", false),
t(S::String, true, "v1.ScopeType", false),
t(S::String, true, "v1.ParameterNotFoundActionType", false),
t(S::String, true, "string", false),
t(S::Struct(StructId(8)), false, "v1.ExpressionWarning", false),
t(S::List(TypeId(63)), false, "[]v1.ExpressionWarning", false),
t(S::Struct(StructId(33)), false, "v1.ValidatingAdmissionPolicySpec", false),
t(S::Struct(StructId(34)), false, "v1.ValidatingAdmissionPolicyStatus", false),
t(S::Struct(StructId(31)), false, "v1.ValidatingAdmissionPolicyBindingSpec", false),
t(S::Struct(StructId(29)), false, "v1.ValidatingAdmissionPolicyBinding", false),
t(S::List(TypeId(68)), false, "[]v1.ValidatingAdmissionPolicyBinding", false),
t(S::String, false, "v1.ValidationAction", false),
t(S::List(TypeId(70)), false, "[]v1.ValidationAction", false),
t(S::Struct(StructId(28)), false, "v1.ValidatingAdmissionPolicy", false),
t(S::List(TypeId(72)), false, "[]v1.ValidatingAdmissionPolicy", false),
t(S::Struct(StructId(38)), false, "v1.Validation", false),
t(S::List(TypeId(74)), false, "[]v1.Validation", false),
t(S::Struct(StructId(7)), false, "v1.AuditAnnotation", false),
t(S::List(TypeId(76)), false, "[]v1.AuditAnnotation", false),
t(S::Int64, false, "int64", false),
t(S::Struct(StructId(27)), true, "v1.TypeChecking", false),
t(S::Struct(StructId(1226)), false, "v1.Condition", false),
t(S::List(TypeId(80)), false, "[]v1.Condition", false),
t(S::Struct(StructId(35)), false, "v1.ValidatingWebhook", false),
t(S::List(TypeId(82)), false, "[]v1.ValidatingWebhook", false),
t(S::Struct(StructId(36)), false, "v1.ValidatingWebhookConfiguration", false),
t(S::List(TypeId(84)), false, "[]v1.ValidatingWebhookConfiguration", false),
t(S::String, true, "v1.StatusReason", false),
t(S::Struct(StructId(26)), true, "v1.ServiceReference", false),
t(S::Struct(StructId(54)), false, "v1alpha1.NamedRuleWithOperations", false),
t(S::List(TypeId(88)), false, "[]v1alpha1.NamedRuleWithOperations", false),
t(S::String, true, "v1alpha1.MatchPolicyType", false),
t(S::Struct(StructId(52)), false, "v1alpha1.MutatingAdmissionPolicySpec", false),
t(S::Struct(StructId(50)), false, "v1alpha1.MutatingAdmissionPolicyBindingSpec", false),
t(S::Struct(StructId(48)), false, "v1alpha1.MutatingAdmissionPolicyBinding", false),
t(S::List(TypeId(93)), false, "[]v1alpha1.MutatingAdmissionPolicyBinding", false),
t(S::Struct(StructId(56)), true, "v1alpha1.ParamRef", false),
t(S::Struct(StructId(46)), true, "v1alpha1.MatchResources", false),
t(S::Struct(StructId(47)), false, "v1alpha1.MutatingAdmissionPolicy", false),
t(S::List(TypeId(97)), false, "[]v1alpha1.MutatingAdmissionPolicy", false),
t(S::Struct(StructId(55)), true, "v1alpha1.ParamKind", false),
t(S::Struct(StructId(66)), false, "v1alpha1.Variable", false),
t(S::List(TypeId(100)), false, "[]v1alpha1.Variable", false),
t(S::Struct(StructId(53)), false, "v1alpha1.Mutation", false),
t(S::List(TypeId(102)), false, "[]v1alpha1.Mutation", false),
t(S::String, true, "v1alpha1.FailurePolicyType", false),
t(S::Struct(StructId(45)), false, "v1alpha1.MatchCondition", false),
t(S::List(TypeId(105)), false, "[]v1alpha1.MatchCondition", false),
t(S::String, false, "v1alpha1.PatchType", false),
t(S::Struct(StructId(41)), true, "v1alpha1.ApplyConfiguration", false),
t(S::Struct(StructId(44)), true, "v1alpha1.JSONPatch", false),
t(S::String, true, "v1alpha1.ParameterNotFoundActionType", false),
t(S::Struct(StructId(43)), false, "v1alpha1.ExpressionWarning", false),
t(S::List(TypeId(111)), false, "[]v1alpha1.ExpressionWarning", false),
t(S::Struct(StructId(63)), false, "v1alpha1.ValidatingAdmissionPolicySpec", false),
t(S::Struct(StructId(64)), false, "v1alpha1.ValidatingAdmissionPolicyStatus", false),
t(S::Struct(StructId(61)), false, "v1alpha1.ValidatingAdmissionPolicyBindingSpec", false),
t(S::Struct(StructId(59)), false, "v1alpha1.ValidatingAdmissionPolicyBinding", false),
t(S::List(TypeId(116)), false, "[]v1alpha1.ValidatingAdmissionPolicyBinding", false),
t(S::String, false, "v1alpha1.ValidationAction", false),
t(S::List(TypeId(118)), false, "[]v1alpha1.ValidationAction", false),
t(S::Struct(StructId(58)), false, "v1alpha1.ValidatingAdmissionPolicy", false),
t(S::List(TypeId(120)), false, "[]v1alpha1.ValidatingAdmissionPolicy", false),
t(S::Struct(StructId(65)), false, "v1alpha1.Validation", false),
t(S::List(TypeId(122)), false, "[]v1alpha1.Validation", false),
t(S::Struct(StructId(42)), false, "v1alpha1.AuditAnnotation", false),
t(S::List(TypeId(124)), false, "[]v1alpha1.AuditAnnotation", false),
t(S::Struct(StructId(57)), true, "v1alpha1.TypeChecking", false),
t(S::Struct(StructId(83)), false, "v1beta1.NamedRuleWithOperations", false),
t(S::List(TypeId(127)), false, "[]v1beta1.NamedRuleWithOperations", false),
t(S::String, true, "v1beta1.MatchPolicyType", false),
t(S::Struct(StructId(78)), false, "v1beta1.MutatingAdmissionPolicySpec", false),
t(S::Struct(StructId(76)), false, "v1beta1.MutatingAdmissionPolicyBindingSpec", false),
t(S::Struct(StructId(74)), false, "v1beta1.MutatingAdmissionPolicyBinding", false),
t(S::List(TypeId(132)), false, "[]v1beta1.MutatingAdmissionPolicyBinding", false),
t(S::Struct(StructId(85)), true, "v1beta1.ParamRef", false),
t(S::Struct(StructId(72)), true, "v1beta1.MatchResources", false),
t(S::Struct(StructId(73)), false, "v1beta1.MutatingAdmissionPolicy", false),
t(S::List(TypeId(136)), false, "[]v1beta1.MutatingAdmissionPolicy", false),
t(S::Struct(StructId(84)), true, "v1beta1.ParamKind", false),
t(S::Struct(StructId(99)), false, "v1beta1.Variable", false),
t(S::List(TypeId(139)), false, "[]v1beta1.Variable", false),
t(S::Struct(StructId(82)), false, "v1beta1.Mutation", false),
t(S::List(TypeId(141)), false, "[]v1beta1.Mutation", false),
t(S::String, true, "v1beta1.FailurePolicyType", false),
t(S::Struct(StructId(71)), false, "v1beta1.MatchCondition", false),
t(S::List(TypeId(144)), false, "[]v1beta1.MatchCondition", false),
t(S::Struct(StructId(100)), false, "v1beta1.WebhookClientConfig", false),
t(S::String, true, "v1beta1.SideEffectClass", false),
t(S::Struct(StructId(79)), false, "v1beta1.MutatingWebhook", false),
t(S::List(TypeId(148)), false, "[]v1beta1.MutatingWebhook", false),
t(S::Struct(StructId(80)), false, "v1beta1.MutatingWebhookConfiguration", false),
t(S::List(TypeId(150)), false, "[]v1beta1.MutatingWebhookConfiguration", false),
t(S::String, false, "v1beta1.PatchType", false),
t(S::Struct(StructId(67)), true, "v1beta1.ApplyConfiguration", false),
t(S::Struct(StructId(70)), true, "v1beta1.JSONPatch", false),
t(S::String, true, "v1beta1.ParameterNotFoundActionType", false),
t(S::Struct(StructId(69)), false, "v1beta1.ExpressionWarning", false),
t(S::List(TypeId(156)), false, "[]v1beta1.ExpressionWarning", false),
t(S::Struct(StructId(93)), false, "v1beta1.ValidatingAdmissionPolicySpec", false),
t(S::Struct(StructId(94)), false, "v1beta1.ValidatingAdmissionPolicyStatus", false),
t(S::Struct(StructId(91)), false, "v1beta1.ValidatingAdmissionPolicyBindingSpec", false),
t(S::Struct(StructId(89)), false, "v1beta1.ValidatingAdmissionPolicyBinding", false),
t(S::List(TypeId(161)), false, "[]v1beta1.ValidatingAdmissionPolicyBinding", false),
t(S::String, false, "v1beta1.ValidationAction", false),
t(S::List(TypeId(163)), false, "[]v1beta1.ValidationAction", false),
t(S::Struct(StructId(88)), false, "v1beta1.ValidatingAdmissionPolicy", false),
t(S::List(TypeId(165)), false, "[]v1beta1.ValidatingAdmissionPolicy", false),
t(S::Struct(StructId(98)), false, "v1beta1.Validation", false),
t(S::List(TypeId(167)), false, "[]v1beta1.Validation", false),
t(S::Struct(StructId(68)), false, "v1beta1.AuditAnnotation", false),
t(S::List(TypeId(169)), false, "[]v1beta1.AuditAnnotation", false),
t(S::Struct(StructId(87)), true, "v1beta1.TypeChecking", false),
t(S::Struct(StructId(95)), false, "v1beta1.ValidatingWebhook", false),
t(S::List(TypeId(172)), false, "[]v1beta1.ValidatingWebhook", false),
t(S::Struct(StructId(96)), false, "v1beta1.ValidatingWebhookConfiguration", false),
t(S::List(TypeId(174)), false, "[]v1beta1.ValidatingWebhookConfiguration", false),
t(S::Struct(StructId(86)), true, "v1beta1.ServiceReference", false),
t(S::Struct(StructId(105)), false, "v2.APIVersionDiscovery", false),
t(S::List(TypeId(177)), false, "[]v2.APIVersionDiscovery", false),
t(S::Struct(StructId(101)), false, "v2.APIGroupDiscovery", false),
t(S::List(TypeId(179)), false, "[]v2.APIGroupDiscovery", false),
t(S::String, false, "v2.ResourceScope", false),
t(S::Struct(StructId(104)), false, "v2.APISubresourceDiscovery", false),
t(S::List(TypeId(182)), false, "[]v2.APISubresourceDiscovery", false),
t(S::List(TypeId(1)), false, "[]v1.GroupVersionKind", false),
t(S::Struct(StructId(103)), false, "v2.APIResourceDiscovery", false),
t(S::List(TypeId(185)), false, "[]v2.APIResourceDiscovery", false),
t(S::String, false, "v2.DiscoveryFreshness", false),
t(S::Struct(StructId(110)), false, "v2beta1.APIVersionDiscovery", false),
t(S::List(TypeId(188)), false, "[]v2beta1.APIVersionDiscovery", false),
t(S::Struct(StructId(106)), false, "v2beta1.APIGroupDiscovery", false),
t(S::List(TypeId(190)), false, "[]v2beta1.APIGroupDiscovery", false),
t(S::String, false, "v2beta1.ResourceScope", false),
t(S::Struct(StructId(109)), false, "v2beta1.APISubresourceDiscovery", false),
t(S::List(TypeId(193)), false, "[]v2beta1.APISubresourceDiscovery", false),
t(S::Struct(StructId(108)), false, "v2beta1.APIResourceDiscovery", false),
t(S::List(TypeId(195)), false, "[]v2beta1.APIResourceDiscovery", false),
t(S::String, false, "v2beta1.DiscoveryFreshness", false),
t(S::Struct(StructId(115)), false, "v1alpha1.StorageVersionSpec", false),
t(S::Struct(StructId(116)), false, "v1alpha1.StorageVersionStatus", false),
t(S::String, false, "v1alpha1.StorageVersionConditionType", false),
t(S::String, false, "v1alpha1.ConditionStatus", false),
t(S::Time, false, "v1.Time", false),
t(S::Struct(StructId(112)), false, "v1alpha1.StorageVersion", false),
t(S::List(TypeId(203)), false, "[]v1alpha1.StorageVersion", false),
t(S::Struct(StructId(111)), false, "v1alpha1.ServerStorageVersion", false),
t(S::List(TypeId(205)), false, "[]v1alpha1.ServerStorageVersion", false),
t(S::Struct(StructId(113)), false, "v1alpha1.StorageVersionCondition", false),
t(S::List(TypeId(207)), false, "[]v1alpha1.StorageVersionCondition", false),
t(S::Struct(StructId(117)), false, "v1.ControllerRevision", false),
t(S::List(TypeId(209)), false, "[]v1.ControllerRevision", false),
t(S::Struct(StructId(122)), false, "v1.DaemonSetSpec", false),
t(S::Struct(StructId(123)), false, "v1.DaemonSetStatus", false),
t(S::String, false, "v1.DaemonSetConditionType", false),
t(S::String, false, "v1.ConditionStatus", false),
t(S::Struct(StructId(119)), false, "v1.DaemonSet", false),
t(S::List(TypeId(215)), false, "[]v1.DaemonSet", false),
t(S::Struct(StructId(507)), false, "v1.PodTemplateSpec", false),
t(S::Struct(StructId(124)), false, "v1.DaemonSetUpdateStrategy", false),
t(S::Int32, false, "int32", false),
t(S::Struct(StructId(120)), false, "v1.DaemonSetCondition", false),
t(S::List(TypeId(220)), false, "[]v1.DaemonSetCondition", false),
t(S::String, false, "v1.DaemonSetUpdateStrategyType", false),
t(S::Struct(StructId(136)), true, "v1.RollingUpdateDaemonSet", false),
t(S::Struct(StructId(128)), false, "v1.DeploymentSpec", false),
t(S::Struct(StructId(129)), false, "v1.DeploymentStatus", false),
t(S::String, false, "v1.DeploymentConditionType", false),
t(S::Struct(StructId(125)), false, "v1.Deployment", false),
t(S::List(TypeId(227)), false, "[]v1.Deployment", false),
t(S::Struct(StructId(130)), false, "v1.DeploymentStrategy", false),
t(S::Struct(StructId(126)), false, "v1.DeploymentCondition", false),
t(S::List(TypeId(230)), false, "[]v1.DeploymentCondition", false),
t(S::String, false, "v1.DeploymentStrategyType", false),
t(S::Struct(StructId(137)), true, "v1.RollingUpdateDeployment", false),
t(S::Struct(StructId(134)), false, "v1.ReplicaSetSpec", false),
t(S::Struct(StructId(135)), false, "v1.ReplicaSetStatus", false),
t(S::String, false, "v1.ReplicaSetConditionType", false),
t(S::Struct(StructId(131)), false, "v1.ReplicaSet", false),
t(S::List(TypeId(237)), false, "[]v1.ReplicaSet", false),
t(S::Struct(StructId(132)), false, "v1.ReplicaSetCondition", false),
t(S::List(TypeId(239)), false, "[]v1.ReplicaSetCondition", false),
t(S::IntOrString, true, "intstr.IntOrString", false),
t(S::Struct(StructId(144)), false, "v1.StatefulSetSpec", false),
t(S::Struct(StructId(145)), false, "v1.StatefulSetStatus", false),
t(S::String, false, "v1.StatefulSetConditionType", false),
t(S::Struct(StructId(139)), false, "v1.StatefulSet", false),
t(S::List(TypeId(245)), false, "[]v1.StatefulSet", false),
t(S::String, false, "v1.PersistentVolumeClaimRetentionPolicyType", false),
t(S::Struct(StructId(469)), false, "v1.PersistentVolumeClaim", false),
t(S::List(TypeId(248)), false, "[]v1.PersistentVolumeClaim", false),
t(S::String, false, "v1.PodManagementPolicyType", false),
t(S::Struct(StructId(146)), false, "v1.StatefulSetUpdateStrategy", false),
t(S::Struct(StructId(143)), true, "v1.StatefulSetPersistentVolumeClaimRetentionPolicy", false),
t(S::Struct(StructId(142)), true, "v1.StatefulSetOrdinals", false),
t(S::Struct(StructId(140)), false, "v1.StatefulSetCondition", false),
t(S::List(TypeId(254)), false, "[]v1.StatefulSetCondition", false),
t(S::String, false, "v1.StatefulSetUpdateStrategyType", false),
t(S::Struct(StructId(138)), true, "v1.RollingUpdateStatefulSetStrategy", false),
t(S::Struct(StructId(147)), false, "v1beta1.ControllerRevision", false),
t(S::List(TypeId(258)), false, "[]v1beta1.ControllerRevision", false),
t(S::Struct(StructId(153)), false, "v1beta1.DeploymentSpec", false),
t(S::Struct(StructId(154)), false, "v1beta1.DeploymentStatus", false),
t(S::String, false, "v1beta1.DeploymentConditionType", false),
t(S::Struct(StructId(149)), false, "v1beta1.Deployment", false),
t(S::List(TypeId(263)), false, "[]v1beta1.Deployment", false),
t(S::Struct(StructId(156)), false, "v1beta1.RollbackConfig", false),
t(S::Struct(StructId(155)), false, "v1beta1.DeploymentStrategy", false),
t(S::Struct(StructId(156)), true, "v1beta1.RollbackConfig", false),
t(S::Struct(StructId(150)), false, "v1beta1.DeploymentCondition", false),
t(S::List(TypeId(268)), false, "[]v1beta1.DeploymentCondition", false),
t(S::String, false, "v1beta1.DeploymentStrategyType", false),
t(S::Struct(StructId(157)), true, "v1beta1.RollingUpdateDeployment", false),
t(S::Struct(StructId(160)), false, "v1beta1.ScaleSpec", false),
t(S::Struct(StructId(161)), false, "v1beta1.ScaleStatus", false),
t(S::Struct(StructId(167)), false, "v1beta1.StatefulSetSpec", false),
t(S::Struct(StructId(168)), false, "v1beta1.StatefulSetStatus", false),
t(S::String, false, "v1beta1.StatefulSetConditionType", false),
t(S::Struct(StructId(162)), false, "v1beta1.StatefulSet", false),
t(S::List(TypeId(277)), false, "[]v1beta1.StatefulSet", false),
t(S::String, false, "v1beta1.PersistentVolumeClaimRetentionPolicyType", false),
t(S::String, false, "v1beta1.PodManagementPolicyType", false),
t(S::Struct(StructId(169)), false, "v1beta1.StatefulSetUpdateStrategy", false),
t(S::Struct(StructId(166)), true, "v1beta1.StatefulSetPersistentVolumeClaimRetentionPolicy", false),
t(S::Struct(StructId(165)), true, "v1beta1.StatefulSetOrdinals", false),
t(S::Int64, true, "int64", false),
t(S::Struct(StructId(163)), false, "v1beta1.StatefulSetCondition", false),
t(S::List(TypeId(285)), false, "[]v1beta1.StatefulSetCondition", false),
t(S::String, false, "v1beta1.StatefulSetUpdateStrategyType", false),
t(S::Struct(StructId(158)), true, "v1beta1.RollingUpdateStatefulSetStrategy", false),
t(S::Struct(StructId(170)), false, "v1beta2.ControllerRevision", false),
t(S::List(TypeId(289)), false, "[]v1beta2.ControllerRevision", false),
t(S::Struct(StructId(175)), false, "v1beta2.DaemonSetSpec", false),
t(S::Struct(StructId(176)), false, "v1beta2.DaemonSetStatus", false),
t(S::String, false, "v1beta2.DaemonSetConditionType", false),
t(S::Struct(StructId(172)), false, "v1beta2.DaemonSet", false),
t(S::List(TypeId(294)), false, "[]v1beta2.DaemonSet", false),
t(S::Struct(StructId(177)), false, "v1beta2.DaemonSetUpdateStrategy", false),
t(S::Struct(StructId(173)), false, "v1beta2.DaemonSetCondition", false),
t(S::List(TypeId(297)), false, "[]v1beta2.DaemonSetCondition", false),
t(S::String, false, "v1beta2.DaemonSetUpdateStrategyType", false),
t(S::Struct(StructId(189)), true, "v1beta2.RollingUpdateDaemonSet", false),
t(S::Struct(StructId(181)), false, "v1beta2.DeploymentSpec", false),
t(S::Struct(StructId(182)), false, "v1beta2.DeploymentStatus", false),
t(S::String, false, "v1beta2.DeploymentConditionType", false),
t(S::Struct(StructId(178)), false, "v1beta2.Deployment", false),
t(S::List(TypeId(304)), false, "[]v1beta2.Deployment", false),
t(S::Struct(StructId(183)), false, "v1beta2.DeploymentStrategy", false),
t(S::Struct(StructId(179)), false, "v1beta2.DeploymentCondition", false),
t(S::List(TypeId(307)), false, "[]v1beta2.DeploymentCondition", false),
t(S::String, false, "v1beta2.DeploymentStrategyType", false),
t(S::Struct(StructId(190)), true, "v1beta2.RollingUpdateDeployment", false),
t(S::Struct(StructId(187)), false, "v1beta2.ReplicaSetSpec", false),
t(S::Struct(StructId(188)), false, "v1beta2.ReplicaSetStatus", false),
t(S::String, false, "v1beta2.ReplicaSetConditionType", false),
t(S::Struct(StructId(184)), false, "v1beta2.ReplicaSet", false),
t(S::List(TypeId(314)), false, "[]v1beta2.ReplicaSet", false),
t(S::Struct(StructId(185)), false, "v1beta2.ReplicaSetCondition", false),
t(S::List(TypeId(316)), false, "[]v1beta2.ReplicaSetCondition", false),
t(S::Struct(StructId(193)), false, "v1beta2.ScaleSpec", false),
t(S::Struct(StructId(194)), false, "v1beta2.ScaleStatus", false),
t(S::Struct(StructId(200)), false, "v1beta2.StatefulSetSpec", false),
t(S::Struct(StructId(201)), false, "v1beta2.StatefulSetStatus", false),
t(S::String, false, "v1beta2.StatefulSetConditionType", false),
t(S::Struct(StructId(195)), false, "v1beta2.StatefulSet", false),
t(S::List(TypeId(323)), false, "[]v1beta2.StatefulSet", false),
t(S::String, false, "v1beta2.PersistentVolumeClaimRetentionPolicyType", false),
t(S::String, false, "v1beta2.PodManagementPolicyType", false),
t(S::Struct(StructId(202)), false, "v1beta2.StatefulSetUpdateStrategy", false),
t(S::Struct(StructId(199)), true, "v1beta2.StatefulSetPersistentVolumeClaimRetentionPolicy", false),
t(S::Struct(StructId(198)), true, "v1beta2.StatefulSetOrdinals", false),
t(S::Struct(StructId(196)), false, "v1beta2.StatefulSetCondition", false),
t(S::List(TypeId(330)), false, "[]v1beta2.StatefulSetCondition", false),
t(S::String, false, "v1beta2.StatefulSetUpdateStrategyType", false),
t(S::Struct(StructId(191)), true, "v1beta2.RollingUpdateStatefulSetStrategy", false),
t(S::Struct(StructId(205)), false, "v1.SelfSubjectReviewStatus", false),
t(S::Struct(StructId(207)), false, "v1.TokenRequestSpec", false),
t(S::Struct(StructId(208)), false, "v1.TokenRequestStatus", false),
t(S::Struct(StructId(203)), true, "v1.BoundObjectReference", false),
t(S::List(TypeId(3)), false, "v1.AttestationValue", true),
t(S::Map(TypeId(338)), false, "map[string]v1.AttestationValue", false),
t(S::Struct(StructId(210)), false, "v1.TokenReviewSpec", false),
t(S::Struct(StructId(211)), false, "v1.TokenReviewStatus", false),
t(S::List(TypeId(3)), false, "v1.ExtraValue", true),
t(S::Map(TypeId(342)), false, "map[string]v1.ExtraValue", false),
t(S::Struct(StructId(214)), false, "v1alpha1.SelfSubjectReviewStatus", false),
t(S::Struct(StructId(216)), false, "v1beta1.SelfSubjectReviewStatus", false),
t(S::Struct(StructId(218)), false, "v1beta1.TokenReviewSpec", false),
t(S::Struct(StructId(219)), false, "v1beta1.TokenReviewStatus", false),
t(S::Struct(StructId(220)), false, "v1beta1.UserInfo", false),
t(S::List(TypeId(3)), false, "v1beta1.ExtraValue", true),
t(S::Map(TypeId(349)), false, "map[string]v1beta1.ExtraValue", false),
t(S::Struct(StructId(1229)), false, "v1.FieldSelectorRequirement", false),
t(S::List(TypeId(351)), false, "[]v1.FieldSelectorRequirement", false),
t(S::Struct(StructId(1236)), false, "v1.LabelSelectorRequirement", false),
t(S::List(TypeId(353)), false, "[]v1.LabelSelectorRequirement", false),
t(S::Struct(StructId(233)), false, "v1.SubjectAccessReviewSpec", false),
t(S::Struct(StructId(234)), false, "v1.SubjectAccessReviewStatus", false),
t(S::Struct(StructId(221)), true, "v1.FieldSelectorAttributes", false),
t(S::Struct(StructId(222)), true, "v1.LabelSelectorAttributes", false),
t(S::Struct(StructId(229)), false, "v1.SelfSubjectAccessReviewSpec", false),
t(S::Struct(StructId(226)), true, "v1.ResourceAttributes", false),
t(S::Struct(StructId(224)), true, "v1.NonResourceAttributes", false),
t(S::Struct(StructId(231)), false, "v1.SelfSubjectRulesReviewSpec", false),
t(S::Struct(StructId(235)), false, "v1.SubjectRulesReviewStatus", false),
t(S::Struct(StructId(227)), false, "v1.ResourceRule", false),
t(S::List(TypeId(364)), false, "[]v1.ResourceRule", false),
t(S::Struct(StructId(225)), false, "v1.NonResourceRule", false),
t(S::List(TypeId(366)), false, "[]v1.NonResourceRule", false),
t(S::Struct(StructId(246)), false, "v1beta1.SubjectAccessReviewSpec", false),
t(S::Struct(StructId(247)), false, "v1beta1.SubjectAccessReviewStatus", false),
t(S::Struct(StructId(242)), false, "v1beta1.SelfSubjectAccessReviewSpec", false),
t(S::Struct(StructId(239)), true, "v1beta1.ResourceAttributes", false),
t(S::Struct(StructId(237)), true, "v1beta1.NonResourceAttributes", false),
t(S::Struct(StructId(244)), false, "v1beta1.SelfSubjectRulesReviewSpec", false),
t(S::Struct(StructId(248)), false, "v1beta1.SubjectRulesReviewStatus", false),
t(S::Struct(StructId(240)), false, "v1beta1.ResourceRule", false),
t(S::List(TypeId(375)), false, "[]v1beta1.ResourceRule", false),
t(S::Struct(StructId(238)), false, "v1beta1.NonResourceRule", false),
t(S::List(TypeId(377)), false, "[]v1beta1.NonResourceRule", false),
t(S::Struct(StructId(252)), false, "v1.HorizontalPodAutoscalerSpec", false),
t(S::Struct(StructId(253)), false, "v1.HorizontalPodAutoscalerStatus", false),
t(S::Struct(StructId(250)), false, "v1.HorizontalPodAutoscaler", false),
t(S::List(TypeId(381)), false, "[]v1.HorizontalPodAutoscaler", false),
t(S::Struct(StructId(249)), false, "v1.CrossVersionObjectReference", false),
t(S::Time, true, "v1.Time", false),
t(S::Struct(StructId(255)), false, "v1.ScaleSpec", false),
t(S::Struct(StructId(256)), false, "v1.ScaleStatus", false),
t(S::String, false, "v1.ResourceName", false),
t(S::Struct(StructId(273)), false, "v2.MetricTarget", false),
t(S::Struct(StructId(274)), false, "v2.MetricValueStatus", false),
t(S::Struct(StructId(270)), false, "v2.MetricIdentifier", false),
t(S::String, false, "v2.HPAScalingPolicyType", false),
t(S::String, true, "v2.ScalingPolicySelect", false),
t(S::Struct(StructId(262)), false, "v2.HPAScalingPolicy", false),
t(S::List(TypeId(393)), false, "[]v2.HPAScalingPolicy", false),
t(S::Quantity, true, "resource.Quantity", false),
t(S::Struct(StructId(268)), false, "v2.HorizontalPodAutoscalerSpec", false),
t(S::Struct(StructId(269)), false, "v2.HorizontalPodAutoscalerStatus", false),
t(S::Struct(StructId(263)), true, "v2.HPAScalingRules", false),
t(S::String, false, "v2.HorizontalPodAutoscalerConditionType", false),
t(S::Struct(StructId(264)), false, "v2.HorizontalPodAutoscaler", false),
t(S::List(TypeId(400)), false, "[]v2.HorizontalPodAutoscaler", false),
t(S::Struct(StructId(259)), false, "v2.CrossVersionObjectReference", false),
t(S::Struct(StructId(271)), false, "v2.MetricSpec", false),
t(S::List(TypeId(403)), false, "[]v2.MetricSpec", false),
t(S::Struct(StructId(265)), true, "v2.HorizontalPodAutoscalerBehavior", false),
t(S::Struct(StructId(272)), false, "v2.MetricStatus", false),
t(S::List(TypeId(406)), false, "[]v2.MetricStatus", false),
t(S::Struct(StructId(266)), false, "v2.HorizontalPodAutoscalerCondition", false),
t(S::List(TypeId(408)), false, "[]v2.HorizontalPodAutoscalerCondition", false),
t(S::String, false, "v2.MetricSourceType", false),
t(S::Struct(StructId(275)), true, "v2.ObjectMetricSource", false),
t(S::Struct(StructId(277)), true, "v2.PodsMetricSource", false),
t(S::Struct(StructId(279)), true, "v2.ResourceMetricSource", false),
t(S::Struct(StructId(257)), true, "v2.ContainerResourceMetricSource", false),
t(S::Struct(StructId(260)), true, "v2.ExternalMetricSource", false),
t(S::Struct(StructId(276)), true, "v2.ObjectMetricStatus", false),
t(S::Struct(StructId(278)), true, "v2.PodsMetricStatus", false),
t(S::Struct(StructId(280)), true, "v2.ResourceMetricStatus", false),
t(S::Struct(StructId(258)), true, "v2.ContainerResourceMetricStatus", false),
t(S::Struct(StructId(261)), true, "v2.ExternalMetricStatus", false),
t(S::String, false, "v2.MetricTargetType", false),
t(S::Struct(StructId(283)), false, "v1.CronJobSpec", false),
t(S::Struct(StructId(284)), false, "v1.CronJobStatus", false),
t(S::Struct(StructId(281)), false, "v1.CronJob", false),
t(S::List(TypeId(424)), false, "[]v1.CronJob", false),
t(S::String, false, "v1.ConcurrencyPolicy", false),
t(S::Struct(StructId(291)), false, "v1.JobTemplateSpec", false),
t(S::Struct(StructId(467)), false, "v1.ObjectReference", false),
t(S::List(TypeId(428)), false, "[]v1.ObjectReference", false),
t(S::Struct(StructId(289)), false, "v1.JobSpec", false),
t(S::Struct(StructId(290)), false, "v1.JobStatus", false),
t(S::String, false, "v1.JobConditionType", false),
t(S::Struct(StructId(285)), false, "v1.Job", false),
t(S::List(TypeId(433)), false, "[]v1.Job", false),
t(S::Struct(StructId(1076)), true, "v1alpha3.WorkloadPodGroupSchedulingPolicy", false),
t(S::Struct(StructId(1075)), true, "v1alpha3.WorkloadPodGroupSchedulingConstraints", false),
t(S::Struct(StructId(1072)), true, "v1alpha3.WorkloadPodGroupDisruptionMode", false),
t(S::Struct(StructId(1074)), false, "v1alpha3.WorkloadPodGroupResourceClaim", false),
t(S::List(TypeId(438)), false, "[]v1alpha3.WorkloadPodGroupResourceClaim", false),
t(S::Struct(StructId(292)), true, "v1.PodFailurePolicy", false),
t(S::Struct(StructId(296)), true, "v1.SuccessPolicy", false),
t(S::String, true, "v1.CompletionMode", false),
t(S::String, true, "v1.PodReplacementPolicy", false),
t(S::Struct(StructId(288)), true, "v1.JobSchedulingConfiguration", false),
t(S::Struct(StructId(286)), false, "v1.JobCondition", false),
t(S::List(TypeId(445)), false, "[]v1.JobCondition", false),
t(S::Struct(StructId(298)), true, "v1.UncountedTerminatedPods", false),
t(S::Struct(StructId(295)), false, "v1.PodFailurePolicyRule", false),
t(S::List(TypeId(448)), false, "[]v1.PodFailurePolicyRule", false),
t(S::String, false, "v1.PodFailurePolicyOnExitCodesOperator", false),
t(S::List(TypeId(219)), false, "[]int32", false),
t(S::String, false, "v1.PodConditionType", false),
t(S::String, false, "v1.PodFailurePolicyAction", false),
t(S::Struct(StructId(293)), true, "v1.PodFailurePolicyOnExitCodesRequirement", false),
t(S::Struct(StructId(294)), false, "v1.PodFailurePolicyOnPodConditionsPattern", false),
t(S::List(TypeId(455)), false, "[]v1.PodFailurePolicyOnPodConditionsPattern", false),
t(S::Struct(StructId(297)), false, "v1.SuccessPolicyRule", false),
t(S::List(TypeId(457)), false, "[]v1.SuccessPolicyRule", false),
t(S::List(TypeId(0)), false, "[]types.UID", false),
t(S::Struct(StructId(301)), false, "v1beta1.CronJobSpec", false),
t(S::Struct(StructId(302)), false, "v1beta1.CronJobStatus", false),
t(S::Struct(StructId(299)), false, "v1beta1.CronJob", false),
t(S::List(TypeId(462)), false, "[]v1beta1.CronJob", false),
t(S::String, false, "v1beta1.ConcurrencyPolicy", false),
t(S::Struct(StructId(303)), false, "v1beta1.JobTemplateSpec", false),
t(S::Struct(StructId(307)), false, "v1.CertificateSigningRequestSpec", false),
t(S::Struct(StructId(308)), false, "v1.CertificateSigningRequestStatus", false),
t(S::String, false, "v1.RequestConditionType", false),
t(S::Struct(StructId(304)), false, "v1.CertificateSigningRequest", false),
t(S::List(TypeId(469)), false, "[]v1.CertificateSigningRequest", false),
t(S::String, false, "v1.KeyUsage", false),
t(S::List(TypeId(471)), false, "[]v1.KeyUsage", false),
t(S::Struct(StructId(305)), false, "v1.CertificateSigningRequestCondition", false),
t(S::List(TypeId(473)), false, "[]v1.CertificateSigningRequestCondition", false),
t(S::Struct(StructId(311)), false, "v1.ClusterTrustBundleSpec", false),
t(S::Struct(StructId(309)), false, "v1.ClusterTrustBundle", false),
t(S::List(TypeId(476)), false, "[]v1.ClusterTrustBundle", false),
t(S::Struct(StructId(314)), false, "v1.PodCertificateRequestSpec", false),
t(S::Struct(StructId(315)), false, "v1.PodCertificateRequestStatus", false),
t(S::Struct(StructId(312)), false, "v1.PodCertificateRequest", false),
t(S::List(TypeId(480)), false, "[]v1.PodCertificateRequest", false),
t(S::String, false, "types.NodeName", false),
t(S::Struct(StructId(318)), false, "v1alpha1.ClusterTrustBundleSpec", false),
t(S::Struct(StructId(316)), false, "v1alpha1.ClusterTrustBundle", false),
t(S::List(TypeId(484)), false, "[]v1alpha1.ClusterTrustBundle", false),
t(S::Struct(StructId(322)), false, "v1beta1.CertificateSigningRequestSpec", false),
t(S::Struct(StructId(323)), false, "v1beta1.CertificateSigningRequestStatus", false),
t(S::String, false, "v1beta1.RequestConditionType", false),
t(S::Struct(StructId(319)), false, "v1beta1.CertificateSigningRequest", false),
t(S::List(TypeId(489)), false, "[]v1beta1.CertificateSigningRequest", false),
t(S::String, false, "v1beta1.KeyUsage", false),
t(S::List(TypeId(491)), false, "[]v1beta1.KeyUsage", false),
t(S::Struct(StructId(320)), false, "v1beta1.CertificateSigningRequestCondition", false),
t(S::List(TypeId(493)), false, "[]v1beta1.CertificateSigningRequestCondition", false),
t(S::Struct(StructId(326)), false, "v1beta1.ClusterTrustBundleSpec", false),
t(S::Struct(StructId(324)), false, "v1beta1.ClusterTrustBundle", false),
t(S::List(TypeId(496)), false, "[]v1beta1.ClusterTrustBundle", false),
t(S::Struct(StructId(329)), false, "v1beta1.PodCertificateRequestSpec", false),
t(S::Struct(StructId(330)), false, "v1beta1.PodCertificateRequestStatus", false),
t(S::Struct(StructId(327)), false, "v1beta1.PodCertificateRequest", false),
t(S::List(TypeId(500)), false, "[]v1beta1.PodCertificateRequest", false),
t(S::Struct(StructId(333)), false, "v1.LeaseSpec", false),
t(S::Struct(StructId(331)), false, "v1.Lease", false),
t(S::List(TypeId(503)), false, "[]v1.Lease", false),
t(S::MicroTime, true, "v1.MicroTime", false),
t(S::String, true, "v1.CoordinatedLeaseStrategy", false),
t(S::Struct(StructId(336)), false, "v1alpha2.LeaseCandidateSpec", false),
t(S::Struct(StructId(334)), false, "v1alpha2.LeaseCandidate", false),
t(S::List(TypeId(508)), false, "[]v1alpha2.LeaseCandidate", false),
t(S::String, false, "v1.CoordinatedLeaseStrategy", false),
t(S::Struct(StructId(342)), false, "v1beta1.LeaseSpec", false),
t(S::Struct(StructId(340)), false, "v1beta1.LeaseCandidateSpec", false),
t(S::Struct(StructId(338)), false, "v1beta1.LeaseCandidate", false),
t(S::List(TypeId(513)), false, "[]v1beta1.LeaseCandidate", false),
t(S::Struct(StructId(337)), false, "v1beta1.Lease", false),
t(S::List(TypeId(515)), false, "[]v1beta1.Lease", false),
t(S::Struct(StructId(445)), true, "v1.NodeAffinity", false),
t(S::Struct(StructId(481)), true, "v1.PodAffinity", false),
t(S::Struct(StructId(483)), true, "v1.PodAntiAffinity", false),
t(S::String, false, "v1.AppArmorProfileType", false),
t(S::String, false, "v1.UniqueVolumeName", false),
t(S::String, true, "v1.AzureDataDiskCachingMode", false),
t(S::String, true, "v1.AzureDataDiskKind", false),
t(S::Struct(StructId(543)), true, "v1.SecretReference", false),
t(S::Struct(StructId(434)), true, "v1.LocalObjectReference", false),
t(S::String, false, "v1.Capability", false),
t(S::List(TypeId(526)), false, "[]v1.Capability", false),
t(S::String, false, "v1.ComponentConditionType", false),
t(S::Struct(StructId(360)), false, "v1.ComponentCondition", false),
t(S::List(TypeId(529)), false, "[]v1.ComponentCondition", false),
t(S::Struct(StructId(361)), false, "v1.ComponentStatus", false),
t(S::List(TypeId(531)), false, "[]v1.ComponentStatus", false),
t(S::Map(TypeId(12)), false, "map[string][]uint8", false),
t(S::Struct(StructId(363)), false, "v1.ConfigMap", false),
t(S::List(TypeId(534)), false, "[]v1.ConfigMap", false),
t(S::Struct(StructId(423)), false, "v1.KeyToPath", false),
t(S::List(TypeId(536)), false, "[]v1.KeyToPath", false),
t(S::Struct(StructId(373)), false, "v1.ContainerPort", false),
t(S::List(TypeId(538)), false, "[]v1.ContainerPort", false),
t(S::Struct(StructId(393)), false, "v1.EnvFromSource", false),
t(S::List(TypeId(540)), false, "[]v1.EnvFromSource", false),
t(S::Struct(StructId(394)), false, "v1.EnvVar", false),
t(S::List(TypeId(542)), false, "[]v1.EnvVar", false),
t(S::Struct(StructId(530)), false, "v1.ResourceRequirements", false),
t(S::Struct(StructId(374)), false, "v1.ContainerResizePolicy", false),
t(S::List(TypeId(545)), false, "[]v1.ContainerResizePolicy", false),
t(S::String, true, "v1.ContainerRestartPolicy", false),
t(S::Struct(StructId(375)), false, "v1.ContainerRestartRule", false),
t(S::List(TypeId(548)), false, "[]v1.ContainerRestartRule", false),
t(S::Struct(StructId(573)), false, "v1.VolumeMount", false),
t(S::List(TypeId(550)), false, "[]v1.VolumeMount", false),
t(S::Struct(StructId(570)), false, "v1.VolumeDevice", false),
t(S::List(TypeId(552)), false, "[]v1.VolumeDevice", false),
t(S::Struct(StructId(512)), true, "v1.Probe", false),
t(S::Struct(StructId(424)), true, "v1.Lifecycle", false),
t(S::String, false, "v1.TerminationMessagePolicy", false),
t(S::String, false, "v1.PullPolicy", false),
t(S::Struct(StructId(545)), true, "v1.SecurityContext", false),
t(S::String, false, "v1.Protocol", false),
t(S::String, false, "v1.ResourceResizeRestartPolicy", false),
t(S::String, false, "v1.ContainerRestartRuleAction", false),
t(S::Struct(StructId(376)), true, "v1.ContainerRestartRuleOnExitCodes", false),
t(S::String, false, "v1.ContainerRestartRuleOnExitCodesOperator", false),
t(S::Struct(StructId(380)), true, "v1.ContainerStateWaiting", false),
t(S::Struct(StructId(378)), true, "v1.ContainerStateRunning", false),
t(S::Struct(StructId(379)), true, "v1.ContainerStateTerminated", false),
t(S::Struct(StructId(377)), false, "v1.ContainerState", false),
t(S::Quantity, false, "resource.Quantity", false),
t(S::Map(TypeId(568)), false, "v1.ResourceList", false),
t(S::Struct(StructId(530)), true, "v1.ResourceRequirements", false),
t(S::Struct(StructId(574)), false, "v1.VolumeMountStatus", false),
t(S::List(TypeId(571)), false, "[]v1.VolumeMountStatus", false),
t(S::Struct(StructId(382)), true, "v1.ContainerUser", false),
t(S::Struct(StructId(531)), false, "v1.ResourceStatus", false),
t(S::List(TypeId(574)), false, "[]v1.ResourceStatus", false),
t(S::String, true, "v1.Signal", false),
t(S::Struct(StructId(430)), true, "v1.LinuxContainerUser", false),
t(S::Struct(StructId(385)), false, "v1.DownwardAPIVolumeFile", false),
t(S::List(TypeId(578)), false, "[]v1.DownwardAPIVolumeFile", false),
t(S::Struct(StructId(466)), true, "v1.ObjectFieldSelector", false),
t(S::Struct(StructId(524)), true, "v1.ResourceFieldSelector", false),
t(S::String, false, "v1.StorageMedium", false),
t(S::Struct(StructId(467)), true, "v1.ObjectReference", false),
t(S::Struct(StructId(388)), false, "v1.EndpointAddress", false),
t(S::List(TypeId(584)), false, "[]v1.EndpointAddress", false),
t(S::Struct(StructId(389)), false, "v1.EndpointPort", false),
t(S::List(TypeId(586)), false, "[]v1.EndpointPort", false),
t(S::Struct(StructId(390)), false, "v1.EndpointSubset", false),
t(S::List(TypeId(588)), false, "[]v1.EndpointSubset", false),
t(S::Struct(StructId(391)), false, "v1.Endpoints", false),
t(S::List(TypeId(590)), false, "[]v1.Endpoints", false),
t(S::Struct(StructId(364)), true, "v1.ConfigMapEnvSource", false),
t(S::Struct(StructId(539)), true, "v1.SecretEnvSource", false),
t(S::Struct(StructId(395)), true, "v1.EnvVarSource", false),
t(S::Struct(StructId(365)), true, "v1.ConfigMapKeySelector", false),
t(S::Struct(StructId(540)), true, "v1.SecretKeySelector", false),
t(S::Struct(StructId(405)), true, "v1.FileKeySelector", false),
t(S::Struct(StructId(474)), true, "v1.PersistentVolumeClaimTemplate", false),
t(S::Struct(StructId(401)), false, "v1.EventSource", false),
t(S::MicroTime, false, "v1.MicroTime", false),
t(S::Struct(StructId(400)), true, "v1.EventSeries", false),
t(S::Struct(StructId(398)), false, "v1.Event", false),
t(S::List(TypeId(602)), false, "[]v1.Event", false),
t(S::String, true, "v1.GRPCProbeMode", false),
t(S::IntOrString, false, "intstr.IntOrString", false),
t(S::String, false, "v1.URIScheme", false),
t(S::Struct(StructId(415)), false, "v1.HTTPHeader", false),
t(S::List(TypeId(607)), false, "[]v1.HTTPHeader", false),
t(S::String, true, "v1.HTTPProtocol", false),
t(S::String, true, "v1.HostPathType", false),
t(S::Struct(StructId(425)), true, "v1.LifecycleHandler", false),
t(S::Struct(StructId(403)), true, "v1.ExecAction", false),
t(S::Struct(StructId(414)), true, "v1.HTTPGetAction", false),
t(S::Struct(StructId(561)), true, "v1.TCPSocketAction", false),
t(S::Struct(StructId(557)), true, "v1.SleepAction", false),
t(S::Struct(StructId(429)), false, "v1.LimitRangeSpec", false),
t(S::String, false, "v1.LimitType", false),
t(S::Struct(StructId(426)), false, "v1.LimitRange", false),
t(S::List(TypeId(618)), false, "[]v1.LimitRange", false),
t(S::Struct(StructId(427)), false, "v1.LimitRangeItem", false),
t(S::List(TypeId(620)), false, "[]v1.LimitRangeItem", false),
t(S::List(TypeId(78)), false, "[]int64", false),
t(S::List(TypeId(8)), false, "[]runtime.RawExtension", false),
t(S::String, true, "v1.LoadBalancerIPMode", false),
t(S::Struct(StructId(509)), false, "v1.PortStatus", false),
t(S::List(TypeId(625)), false, "[]v1.PortStatus", false),
t(S::Struct(StructId(432)), false, "v1.LoadBalancerIngress", false),
t(S::List(TypeId(627)), false, "[]v1.LoadBalancerIngress", false),
t(S::String, false, "v1.PersistentVolumeClaimModifyVolumeStatus", false),
t(S::Struct(StructId(441)), false, "v1.NamespaceSpec", false),
t(S::Struct(StructId(442)), false, "v1.NamespaceStatus", false),
t(S::String, false, "v1.NamespaceConditionType", false),
t(S::Struct(StructId(438)), false, "v1.Namespace", false),
t(S::List(TypeId(633)), false, "[]v1.Namespace", false),
t(S::String, false, "v1.FinalizerName", false),
t(S::List(TypeId(635)), false, "[]v1.FinalizerName", false),
t(S::String, false, "v1.NamespacePhase", false),
t(S::Struct(StructId(439)), false, "v1.NamespaceCondition", false),
t(S::List(TypeId(638)), false, "[]v1.NamespaceCondition", false),
t(S::Struct(StructId(462)), false, "v1.NodeSpec", false),
t(S::Struct(StructId(463)), false, "v1.NodeStatus", false),
t(S::String, false, "v1.NodeAddressType", false),
t(S::Struct(StructId(459)), true, "v1.NodeSelector", false),
t(S::Struct(StructId(511)), false, "v1.PreferredSchedulingTerm", false),
t(S::List(TypeId(644)), false, "[]v1.PreferredSchedulingTerm", false),
t(S::Struct(StructId(446)), false, "v1.NodeAllocatableMappedResources", false),
t(S::List(TypeId(646)), false, "[]v1.NodeAllocatableMappedResources", false),
t(S::Struct(StructId(447)), false, "v1.NodeAllocatableOverheadResources", false),
t(S::List(TypeId(648)), false, "[]v1.NodeAllocatableOverheadResources", false),
t(S::String, false, "v1.NodeConditionType", false),
t(S::Struct(StructId(367)), true, "v1.ConfigMapNodeConfigSource", false),
t(S::Struct(StructId(450)), true, "v1.NodeConfigSource", false),
t(S::Struct(StructId(383)), false, "v1.DaemonEndpoint", false),
t(S::Struct(StructId(443)), false, "v1.Node", false),
t(S::List(TypeId(654)), false, "[]v1.Node", false),
t(S::Struct(StructId(458)), true, "v1.NodeRuntimeHandlerFeatures", false),
t(S::Struct(StructId(461)), false, "v1.NodeSelectorTerm", false),
t(S::List(TypeId(657)), false, "[]v1.NodeSelectorTerm", false),
t(S::String, false, "v1.NodeSelectorOperator", false),
t(S::Struct(StructId(460)), false, "v1.NodeSelectorRequirement", false),
t(S::List(TypeId(660)), false, "[]v1.NodeSelectorRequirement", false),
t(S::Struct(StructId(562)), false, "v1.Taint", false),
t(S::List(TypeId(662)), false, "[]v1.Taint", false),
t(S::Struct(StructId(455)), true, "v1.NodePodPreemptionPolicy", false),
t(S::String, false, "v1.NodePhase", false),
t(S::Struct(StructId(449)), false, "v1.NodeCondition", false),
t(S::List(TypeId(666)), false, "[]v1.NodeCondition", false),
t(S::Struct(StructId(444)), false, "v1.NodeAddress", false),
t(S::List(TypeId(668)), false, "[]v1.NodeAddress", false),
t(S::Struct(StructId(452)), false, "v1.NodeDaemonEndpoints", false),
t(S::Struct(StructId(465)), false, "v1.NodeSystemInfo", false),
t(S::Struct(StructId(372)), false, "v1.ContainerImage", false),
t(S::List(TypeId(672)), false, "[]v1.ContainerImage", false),
t(S::List(TypeId(521)), false, "[]v1.UniqueVolumeName", false),
t(S::Struct(StructId(346)), false, "v1.AttachedVolume", false),
t(S::List(TypeId(675)), false, "[]v1.AttachedVolume", false),
t(S::Struct(StructId(451)), true, "v1.NodeConfigStatus", false),
t(S::Struct(StructId(457)), false, "v1.NodeRuntimeHandler", false),
t(S::List(TypeId(678)), false, "[]v1.NodeRuntimeHandler", false),
t(S::Struct(StructId(453)), true, "v1.NodeFeatures", false),
t(S::Struct(StructId(464)), true, "v1.NodeSwapStatus", false),
t(S::Struct(StructId(477)), false, "v1.PersistentVolumeSpec", false),
t(S::Struct(StructId(478)), false, "v1.PersistentVolumeStatus", false),
t(S::Struct(StructId(472)), false, "v1.PersistentVolumeClaimSpec", false),
t(S::Struct(StructId(473)), false, "v1.PersistentVolumeClaimStatus", false),
t(S::String, false, "v1.PersistentVolumeClaimConditionType", false),
t(S::String, false, "v1.PersistentVolumeAccessMode", false),
t(S::List(TypeId(687)), false, "[]v1.PersistentVolumeAccessMode", false),
t(S::Struct(StructId(577)), false, "v1.VolumeResourceRequirements", false),
t(S::String, true, "v1.PersistentVolumeMode", false),
t(S::Struct(StructId(567)), true, "v1.TypedLocalObjectReference", false),
t(S::Struct(StructId(568)), true, "v1.TypedObjectReference", false),
t(S::String, false, "v1.PersistentVolumeClaimPhase", false),
t(S::Struct(StructId(470)), false, "v1.PersistentVolumeClaimCondition", false),
t(S::List(TypeId(694)), false, "[]v1.PersistentVolumeClaimCondition", false),
t(S::String, false, "v1.ClaimResourceStatus", false),
t(S::Map(TypeId(696)), false, "map[v1.ResourceName]v1.ClaimResourceStatus", false),
t(S::Struct(StructId(436)), true, "v1.ModifyVolumeStatus", false),
t(S::Struct(StructId(572)), true, "v1.VolumeHealthStatus", false),
t(S::Struct(StructId(468)), false, "v1.PersistentVolume", false),
t(S::List(TypeId(700)), false, "[]v1.PersistentVolume", false),
t(S::Struct(StructId(409)), true, "v1.GCEPersistentDiskVolumeSource", false),
t(S::Struct(StructId(343)), true, "v1.AWSElasticBlockStoreVolumeSource", false),
t(S::Struct(StructId(418)), true, "v1.HostPathVolumeSource", false),
t(S::Struct(StructId(412)), true, "v1.GlusterfsPersistentVolumeSource", false),
t(S::Struct(StructId(437)), true, "v1.NFSVolumeSource", false),
t(S::Struct(StructId(515)), true, "v1.RBDPersistentVolumeSource", false),
t(S::Struct(StructId(419)), true, "v1.ISCSIPersistentVolumeSource", false),
t(S::Struct(StructId(356)), true, "v1.CinderPersistentVolumeSource", false),
t(S::Struct(StructId(354)), true, "v1.CephFSPersistentVolumeSource", false),
t(S::Struct(StructId(404)), true, "v1.FCVolumeSource", false),
t(S::Struct(StructId(408)), true, "v1.FlockerVolumeSource", false),
t(S::Struct(StructId(406)), true, "v1.FlexPersistentVolumeSource", false),
t(S::Struct(StructId(348)), true, "v1.AzureFilePersistentVolumeSource", false),
t(S::Struct(StructId(579)), true, "v1.VsphereVirtualDiskVolumeSource", false),
t(S::Struct(StructId(514)), true, "v1.QuobyteVolumeSource", false),
t(S::Struct(StructId(347)), true, "v1.AzureDiskVolumeSource", false),
t(S::Struct(StructId(479)), true, "v1.PhotonPersistentDiskVolumeSource", false),
t(S::Struct(StructId(510)), true, "v1.PortworxVolumeSource", false),
t(S::Struct(StructId(533)), true, "v1.ScaleIOPersistentVolumeSource", false),
t(S::Struct(StructId(435)), true, "v1.LocalVolumeSource", false),
t(S::Struct(StructId(558)), true, "v1.StorageOSPersistentVolumeSource", false),
t(S::Struct(StructId(351)), true, "v1.CSIPersistentVolumeSource", false),
t(S::String, false, "v1.PersistentVolumeReclaimPolicy", false),
t(S::Struct(StructId(575)), true, "v1.VolumeNodeAffinity", false),
t(S::String, false, "v1.PersistentVolumePhase", false),
t(S::Struct(StructId(503)), false, "v1.PodSpec", false),
t(S::Struct(StructId(504)), false, "v1.PodStatus", false),
t(S::Struct(StructId(482)), false, "v1.PodAffinityTerm", false),
t(S::List(TypeId(729)), false, "[]v1.PodAffinityTerm", false),
t(S::Struct(StructId(580)), false, "v1.WeightedPodAffinityTerm", false),
t(S::List(TypeId(731)), false, "[]v1.WeightedPodAffinityTerm", false),
t(S::Struct(StructId(488)), false, "v1.PodDNSConfigOption", false),
t(S::List(TypeId(733)), false, "[]v1.PodDNSConfigOption", false),
t(S::Struct(StructId(371)), false, "v1.ContainerExtendedResourceRequest", false),
t(S::List(TypeId(735)), false, "[]v1.ContainerExtendedResourceRequest", false),
t(S::Struct(StructId(480)), false, "v1.Pod", false),
t(S::List(TypeId(737)), false, "[]v1.Pod", false),
t(S::String, false, "v1.OSName", false),
t(S::Struct(StructId(532)), true, "v1.SELinuxOptions", false),
t(S::Struct(StructId(581)), true, "v1.WindowsSecurityContextOptions", false),
t(S::String, true, "v1.SupplementalGroupsPolicy", false),
t(S::Struct(StructId(560)), false, "v1.Sysctl", false),
t(S::List(TypeId(743)), false, "[]v1.Sysctl", false),
t(S::String, true, "v1.PodFSGroupChangePolicy", false),
t(S::Struct(StructId(537)), true, "v1.SeccompProfile", false),
t(S::Struct(StructId(345)), true, "v1.AppArmorProfile", false),
t(S::String, true, "v1.PodSELinuxChangePolicy", false),
t(S::Struct(StructId(569)), false, "v1.Volume", false),
t(S::List(TypeId(749)), false, "[]v1.Volume", false),
t(S::Struct(StructId(370)), false, "v1.Container", false),
t(S::List(TypeId(751)), false, "[]v1.Container", false),
t(S::Struct(StructId(396)), false, "v1.EphemeralContainer", false),
t(S::List(TypeId(753)), false, "[]v1.EphemeralContainer", false),
t(S::String, false, "v1.RestartPolicy", false),
t(S::String, false, "v1.DNSPolicy", false),
t(S::Struct(StructId(502)), true, "v1.PodSecurityContext", false),
t(S::Struct(StructId(434)), false, "v1.LocalObjectReference", false),
t(S::List(TypeId(758)), false, "[]v1.LocalObjectReference", false),
t(S::Struct(StructId(344)), true, "v1.Affinity", false),
t(S::Struct(StructId(563)), false, "v1.Toleration", false),
t(S::List(TypeId(761)), false, "[]v1.Toleration", false),
t(S::Struct(StructId(416)), false, "v1.HostAlias", false),
t(S::List(TypeId(763)), false, "[]v1.HostAlias", false),
t(S::Struct(StructId(487)), true, "v1.PodDNSConfig", false),
t(S::Struct(StructId(497)), false, "v1.PodReadinessGate", false),
t(S::List(TypeId(766)), false, "[]v1.PodReadinessGate", false),
t(S::String, true, "v1.PreemptionPolicy", false),
t(S::Struct(StructId(566)), false, "v1.TopologySpreadConstraint", false),
t(S::List(TypeId(769)), false, "[]v1.TopologySpreadConstraint", false),
t(S::Struct(StructId(494)), true, "v1.PodOS", false),
t(S::Struct(StructId(500)), false, "v1.PodSchedulingGate", false),
t(S::List(TypeId(772)), false, "[]v1.PodSchedulingGate", false),
t(S::Struct(StructId(498)), false, "v1.PodResourceClaim", false),
t(S::List(TypeId(774)), false, "[]v1.PodResourceClaim", false),
t(S::Struct(StructId(501)), true, "v1.PodSchedulingGroup", false),
t(S::Struct(StructId(402)), false, "v1.EvictionResponder", false),
t(S::List(TypeId(777)), false, "[]v1.EvictionResponder", false),
t(S::String, false, "v1.PodPhase", false),
t(S::Struct(StructId(486)), false, "v1.PodCondition", false),
t(S::List(TypeId(780)), false, "[]v1.PodCondition", false),
t(S::Struct(StructId(417)), false, "v1.HostIP", false),
t(S::List(TypeId(782)), false, "[]v1.HostIP", false),
t(S::Struct(StructId(491)), false, "v1.PodIP", false),
t(S::List(TypeId(784)), false, "[]v1.PodIP", false),
t(S::Struct(StructId(381)), false, "v1.ContainerStatus", false),
t(S::List(TypeId(786)), false, "[]v1.ContainerStatus", false),
t(S::String, false, "v1.PodQOSClass", false),
t(S::String, false, "v1.PodResizeStatus", false),
t(S::Struct(StructId(499)), false, "v1.PodResourceClaimStatus", false),
t(S::List(TypeId(790)), false, "[]v1.PodResourceClaimStatus", false),
t(S::Struct(StructId(490)), true, "v1.PodExtendedResourceClaimStatus", false),
t(S::Struct(StructId(448)), false, "v1.NodeAllocatableResourceClaimStatus", false),
t(S::List(TypeId(793)), false, "[]v1.NodeAllocatableResourceClaimStatus", false),
t(S::Struct(StructId(508)), false, "v1.PodVolumeHealth", false),
t(S::List(TypeId(795)), false, "[]v1.PodVolumeHealth", false),
t(S::Struct(StructId(505)), false, "v1.PodTemplate", false),
t(S::List(TypeId(797)), false, "[]v1.PodTemplate", false),
t(S::Struct(StructId(571)), false, "v1.VolumeHealthCondition", false),
t(S::List(TypeId(799)), false, "[]v1.VolumeHealthCondition", false),
t(S::Struct(StructId(410)), true, "v1.GRPCAction", false),
t(S::Struct(StructId(576)), false, "v1.VolumeProjection", false),
t(S::List(TypeId(802)), false, "[]v1.VolumeProjection", false),
t(S::Struct(StructId(521)), false, "v1.ReplicationControllerSpec", false),
t(S::Struct(StructId(522)), false, "v1.ReplicationControllerStatus", false),
t(S::String, false, "v1.ReplicationControllerConditionType", false),
t(S::Struct(StructId(518)), false, "v1.ReplicationController", false),
t(S::List(TypeId(807)), false, "[]v1.ReplicationController", false),
t(S::Struct(StructId(507)), true, "v1.PodTemplateSpec", false),
t(S::Struct(StructId(519)), false, "v1.ReplicationControllerCondition", false),
t(S::List(TypeId(810)), false, "[]v1.ReplicationControllerCondition", false),
t(S::String, false, "v1.ResourceID", false),
t(S::String, false, "v1.ResourceHealthStatus", false),
t(S::Struct(StructId(528)), false, "v1.ResourceQuotaSpec", false),
t(S::Struct(StructId(529)), false, "v1.ResourceQuotaStatus", false),
t(S::Struct(StructId(526)), false, "v1.ResourceQuota", false),
t(S::List(TypeId(816)), false, "[]v1.ResourceQuota", false),
t(S::String, false, "v1.ResourceQuotaScope", false),
t(S::List(TypeId(818)), false, "[]v1.ResourceQuotaScope", false),
t(S::Struct(StructId(535)), true, "v1.ScopeSelector", false),
t(S::Struct(StructId(523)), false, "v1.ResourceClaim", false),
t(S::List(TypeId(821)), false, "[]v1.ResourceClaim", false),
t(S::Struct(StructId(525)), false, "v1.ResourceHealth", false),
t(S::List(TypeId(823)), false, "[]v1.ResourceHealth", false),
t(S::Struct(StructId(536)), false, "v1.ScopedResourceSelectorRequirement", false),
t(S::List(TypeId(825)), false, "[]v1.ScopedResourceSelectorRequirement", false),
t(S::String, false, "v1.ScopeSelectorOperator", false),
t(S::String, false, "v1.SeccompProfileType", false),
t(S::String, false, "v1.SecretType", false),
t(S::Struct(StructId(538)), false, "v1.Secret", false),
t(S::List(TypeId(830)), false, "[]v1.Secret", false),
t(S::Struct(StructId(353)), true, "v1.Capabilities", false),
t(S::String, true, "v1.ProcMountType", false),
t(S::Struct(StructId(554)), false, "v1.ServiceSpec", false),
t(S::Struct(StructId(555)), false, "v1.ServiceStatus", false),
t(S::Struct(StructId(548)), false, "v1.ServiceAccount", false),
t(S::List(TypeId(836)), false, "[]v1.ServiceAccount", false),
t(S::Struct(StructId(547)), false, "v1.Service", false),
t(S::List(TypeId(838)), false, "[]v1.Service", false),
t(S::Struct(StructId(552)), false, "v1.ServicePort", false),
t(S::List(TypeId(840)), false, "[]v1.ServicePort", false),
t(S::String, false, "v1.ServiceType", false),
t(S::String, false, "v1.ServiceAffinity", false),
t(S::String, false, "v1.ServiceExternalTrafficPolicy", false),
t(S::Struct(StructId(556)), true, "v1.SessionAffinityConfig", false),
t(S::String, false, "v1.IPFamily", false),
t(S::List(TypeId(846)), false, "[]v1.IPFamily", false),
t(S::String, true, "v1.IPFamilyPolicy", false),
t(S::String, true, "v1.ServiceInternalTrafficPolicy", false),
t(S::Struct(StructId(433)), false, "v1.LoadBalancerStatus", false),
t(S::Struct(StructId(358)), true, "v1.ClientIPConfig", false),
t(S::String, false, "v1.TaintEffect", false),
t(S::String, false, "v1.TolerationOperator", false),
t(S::Struct(StructId(564)), false, "v1.TopologySelectorLabelRequirement", false),
t(S::List(TypeId(854)), false, "[]v1.TopologySelectorLabelRequirement", false),
t(S::String, false, "v1.UnsatisfiableConstraintAction", false),
t(S::String, true, "v1.NodeInclusionPolicy", false),
t(S::Struct(StructId(387)), true, "v1.EmptyDirVolumeSource", false),
t(S::Struct(StructId(411)), true, "v1.GitRepoVolumeSource", false),
t(S::Struct(StructId(544)), true, "v1.SecretVolumeSource", false),
t(S::Struct(StructId(420)), true, "v1.ISCSIVolumeSource", false),
t(S::Struct(StructId(413)), true, "v1.GlusterfsVolumeSource", false),
t(S::Struct(StructId(475)), true, "v1.PersistentVolumeClaimVolumeSource", false),
t(S::Struct(StructId(516)), true, "v1.RBDVolumeSource", false),
t(S::Struct(StructId(407)), true, "v1.FlexVolumeSource", false),
t(S::Struct(StructId(357)), true, "v1.CinderVolumeSource", false),
t(S::Struct(StructId(355)), true, "v1.CephFSVolumeSource", false),
t(S::Struct(StructId(386)), true, "v1.DownwardAPIVolumeSource", false),
t(S::Struct(StructId(349)), true, "v1.AzureFileVolumeSource", false),
t(S::Struct(StructId(369)), true, "v1.ConfigMapVolumeSource", false),
t(S::Struct(StructId(513)), true, "v1.ProjectedVolumeSource", false),
t(S::Struct(StructId(534)), true, "v1.ScaleIOVolumeSource", false),
t(S::Struct(StructId(559)), true, "v1.StorageOSVolumeSource", false),
t(S::Struct(StructId(352)), true, "v1.CSIVolumeSource", false),
t(S::Struct(StructId(397)), true, "v1.EphemeralVolumeSource", false),
t(S::Struct(StructId(421)), true, "v1.ImageVolumeSource", false),
t(S::String, false, "v1.VolumeHealthStatusType", false),
t(S::String, true, "v1.RecursiveReadOnlyMode", false),
t(S::String, true, "v1.MountPropagationMode", false),
t(S::Struct(StructId(578)), true, "v1.VolumeStatus", false),
t(S::Struct(StructId(542)), true, "v1.SecretProjection", false),
t(S::Struct(StructId(384)), true, "v1.DownwardAPIProjection", false),
t(S::Struct(StructId(368)), true, "v1.ConfigMapProjection", false),
t(S::Struct(StructId(550)), true, "v1.ServiceAccountTokenProjection", false),
t(S::Struct(StructId(359)), true, "v1.ClusterTrustBundleProjection", false),
t(S::Struct(StructId(485)), true, "v1.PodCertificateProjection", false),
t(S::Struct(StructId(422)), true, "v1.ImageVolumeStatus", false),
t(S::Struct(StructId(583)), false, "v1.EndpointConditions", false),
t(S::Struct(StructId(584)), true, "v1.EndpointHints", false),
t(S::Struct(StructId(589)), false, "v1.ForZone", false),
t(S::List(TypeId(890)), false, "[]v1.ForZone", false),
t(S::Struct(StructId(588)), false, "v1.ForNode", false),
t(S::List(TypeId(892)), false, "[]v1.ForNode", false),
t(S::String, true, "v1.Protocol", false),
t(S::String, false, "v1.AddressType", false),
t(S::Struct(StructId(582)), false, "v1.Endpoint", false),
t(S::List(TypeId(896)), false, "[]v1.Endpoint", false),
t(S::Struct(StructId(585)), false, "v1.EndpointPort", false),
t(S::List(TypeId(898)), false, "[]v1.EndpointPort", false),
t(S::Struct(StructId(586)), false, "v1.EndpointSlice", false),
t(S::List(TypeId(900)), false, "[]v1.EndpointSlice", false),
t(S::Struct(StructId(591)), false, "v1beta1.EndpointConditions", false),
t(S::Struct(StructId(592)), true, "v1beta1.EndpointHints", false),
t(S::Struct(StructId(597)), false, "v1beta1.ForZone", false),
t(S::List(TypeId(904)), false, "[]v1beta1.ForZone", false),
t(S::Struct(StructId(596)), false, "v1beta1.ForNode", false),
t(S::List(TypeId(906)), false, "[]v1beta1.ForNode", false),
t(S::String, false, "v1beta1.AddressType", false),
t(S::Struct(StructId(590)), false, "v1beta1.Endpoint", false),
t(S::List(TypeId(909)), false, "[]v1beta1.Endpoint", false),
t(S::Struct(StructId(593)), false, "v1beta1.EndpointPort", false),
t(S::List(TypeId(911)), false, "[]v1beta1.EndpointPort", false),
t(S::Struct(StructId(594)), false, "v1beta1.EndpointSlice", false),
t(S::List(TypeId(913)), false, "[]v1beta1.EndpointSlice", false),
t(S::Struct(StructId(600)), true, "v1.EventSeries", false),
t(S::Struct(StructId(598)), false, "v1.Event", false),
t(S::List(TypeId(916)), false, "[]v1.Event", false),
t(S::Struct(StructId(603)), true, "v1beta1.EventSeries", false),
t(S::Struct(StructId(601)), false, "v1beta1.Event", false),
t(S::List(TypeId(919)), false, "[]v1beta1.Event", false),
t(S::Struct(StructId(607)), false, "v1beta1.DaemonSetSpec", false),
t(S::Struct(StructId(608)), false, "v1beta1.DaemonSetStatus", false),
t(S::String, false, "v1beta1.DaemonSetConditionType", false),
t(S::Struct(StructId(604)), false, "v1beta1.DaemonSet", false),
t(S::List(TypeId(924)), false, "[]v1beta1.DaemonSet", false),
t(S::Struct(StructId(609)), false, "v1beta1.DaemonSetUpdateStrategy", false),
t(S::Struct(StructId(605)), false, "v1beta1.DaemonSetCondition", false),
t(S::List(TypeId(927)), false, "[]v1beta1.DaemonSetCondition", false),
t(S::String, false, "v1beta1.DaemonSetUpdateStrategyType", false),
t(S::Struct(StructId(643)), true, "v1beta1.RollingUpdateDaemonSet", false),
t(S::Struct(StructId(614)), false, "v1beta1.DeploymentSpec", false),
t(S::Struct(StructId(615)), false, "v1beta1.DeploymentStatus", false),
t(S::Struct(StructId(610)), false, "v1beta1.Deployment", false),
t(S::List(TypeId(933)), false, "[]v1beta1.Deployment", false),
t(S::Struct(StructId(642)), false, "v1beta1.RollbackConfig", false),
t(S::Struct(StructId(616)), false, "v1beta1.DeploymentStrategy", false),
t(S::Struct(StructId(642)), true, "v1beta1.RollbackConfig", false),
t(S::Struct(StructId(611)), false, "v1beta1.DeploymentCondition", false),
t(S::List(TypeId(938)), false, "[]v1beta1.DeploymentCondition", false),
t(S::Struct(StructId(644)), true, "v1beta1.RollingUpdateDeployment", false),
t(S::String, true, "v1beta1.PathType", false),
t(S::Struct(StructId(621)), false, "v1beta1.IngressBackend", false),
t(S::Struct(StructId(617)), false, "v1beta1.HTTPIngressPath", false),
t(S::List(TypeId(943)), false, "[]v1beta1.HTTPIngressPath", false),
t(S::Struct(StructId(627)), false, "v1beta1.IngressSpec", false),
t(S::Struct(StructId(628)), false, "v1beta1.IngressStatus", false),
t(S::Struct(StructId(620)), false, "v1beta1.Ingress", false),
t(S::List(TypeId(947)), false, "[]v1beta1.Ingress", false),
t(S::Struct(StructId(625)), false, "v1beta1.IngressPortStatus", false),
t(S::List(TypeId(949)), false, "[]v1beta1.IngressPortStatus", false),
t(S::Struct(StructId(623)), false, "v1beta1.IngressLoadBalancerIngress", false),
t(S::List(TypeId(951)), false, "[]v1beta1.IngressLoadBalancerIngress", false),
t(S::Struct(StructId(618)), true, "v1beta1.HTTPIngressRuleValue", false),
t(S::Struct(StructId(621)), true, "v1beta1.IngressBackend", false),
t(S::Struct(StructId(629)), false, "v1beta1.IngressTLS", false),
t(S::List(TypeId(955)), false, "[]v1beta1.IngressTLS", false),
t(S::Struct(StructId(626)), false, "v1beta1.IngressRule", false),
t(S::List(TypeId(957)), false, "[]v1beta1.IngressRule", false),
t(S::Struct(StructId(624)), false, "v1beta1.IngressLoadBalancerStatus", false),
t(S::Struct(StructId(636)), false, "v1beta1.NetworkPolicySpec", false),
t(S::Struct(StructId(635)), false, "v1beta1.NetworkPolicyPort", false),
t(S::List(TypeId(961)), false, "[]v1beta1.NetworkPolicyPort", false),
t(S::Struct(StructId(634)), false, "v1beta1.NetworkPolicyPeer", false),
t(S::List(TypeId(963)), false, "[]v1beta1.NetworkPolicyPeer", false),
t(S::Struct(StructId(630)), false, "v1beta1.NetworkPolicy", false),
t(S::List(TypeId(965)), false, "[]v1beta1.NetworkPolicy", false),
t(S::Struct(StructId(619)), true, "v1beta1.IPBlock", false),
t(S::Struct(StructId(1235)), false, "v1.LabelSelector", false),
t(S::Struct(StructId(632)), false, "v1beta1.NetworkPolicyIngressRule", false),
t(S::List(TypeId(969)), false, "[]v1beta1.NetworkPolicyIngressRule", false),
t(S::Struct(StructId(631)), false, "v1beta1.NetworkPolicyEgressRule", false),
t(S::List(TypeId(971)), false, "[]v1beta1.NetworkPolicyEgressRule", false),
t(S::String, false, "v1beta1.PolicyType", false),
t(S::List(TypeId(973)), false, "[]v1beta1.PolicyType", false),
t(S::Struct(StructId(640)), false, "v1beta1.ReplicaSetSpec", false),
t(S::Struct(StructId(641)), false, "v1beta1.ReplicaSetStatus", false),
t(S::String, false, "v1beta1.ReplicaSetConditionType", false),
t(S::Struct(StructId(637)), false, "v1beta1.ReplicaSet", false),
t(S::List(TypeId(978)), false, "[]v1beta1.ReplicaSet", false),
t(S::Struct(StructId(638)), false, "v1beta1.ReplicaSetCondition", false),
t(S::List(TypeId(980)), false, "[]v1beta1.ReplicaSetCondition", false),
t(S::Struct(StructId(646)), false, "v1beta1.ScaleSpec", false),
t(S::Struct(StructId(647)), false, "v1beta1.ScaleStatus", false),
t(S::String, false, "v1.FlowDistinguisherMethodType", false),
t(S::Struct(StructId(653)), false, "v1.FlowSchemaSpec", false),
t(S::Struct(StructId(654)), false, "v1.FlowSchemaStatus", false),
t(S::String, false, "v1.FlowSchemaConditionType", false),
t(S::Struct(StructId(650)), false, "v1.FlowSchema", false),
t(S::List(TypeId(988)), false, "[]v1.FlowSchema", false),
t(S::Struct(StructId(663)), false, "v1.PriorityLevelConfigurationReference", false),
t(S::Struct(StructId(649)), true, "v1.FlowDistinguisherMethod", false),
t(S::Struct(StructId(659)), false, "v1.PolicyRulesWithSubjects", false),
t(S::List(TypeId(992)), false, "[]v1.PolicyRulesWithSubjects", false),
t(S::Struct(StructId(651)), false, "v1.FlowSchemaCondition", false),
t(S::List(TypeId(994)), false, "[]v1.FlowSchemaCondition", false),
t(S::String, false, "v1.LimitResponseType", false),
t(S::Struct(StructId(666)), true, "v1.QueuingConfiguration", false),
t(S::Struct(StructId(656)), false, "v1.LimitResponse", false),
t(S::Struct(StructId(669)), false, "v1.Subject", false),
t(S::List(TypeId(999)), false, "[]v1.Subject", false),
t(S::Struct(StructId(667)), false, "v1.ResourcePolicyRule", false),
t(S::List(TypeId(1001)), false, "[]v1.ResourcePolicyRule", false),
t(S::Struct(StructId(658)), false, "v1.NonResourcePolicyRule", false),
t(S::List(TypeId(1003)), false, "[]v1.NonResourcePolicyRule", false),
t(S::Struct(StructId(664)), false, "v1.PriorityLevelConfigurationSpec", false),
t(S::Struct(StructId(665)), false, "v1.PriorityLevelConfigurationStatus", false),
t(S::String, false, "v1.PriorityLevelConfigurationConditionType", false),
t(S::Struct(StructId(660)), false, "v1.PriorityLevelConfiguration", false),
t(S::List(TypeId(1008)), false, "[]v1.PriorityLevelConfiguration", false),
t(S::String, false, "v1.PriorityLevelEnablement", false),
t(S::Struct(StructId(657)), true, "v1.LimitedPriorityLevelConfiguration", false),
t(S::Struct(StructId(648)), true, "v1.ExemptPriorityLevelConfiguration", false),
t(S::Struct(StructId(661)), false, "v1.PriorityLevelConfigurationCondition", false),
t(S::List(TypeId(1013)), false, "[]v1.PriorityLevelConfigurationCondition", false),
t(S::String, false, "v1.SubjectKind", false),
t(S::Struct(StructId(670)), true, "v1.UserSubject", false),
t(S::Struct(StructId(655)), true, "v1.GroupSubject", false),
t(S::Struct(StructId(668)), true, "v1.ServiceAccountSubject", false),
t(S::String, false, "v1beta1.FlowDistinguisherMethodType", false),
t(S::Struct(StructId(676)), false, "v1beta1.FlowSchemaSpec", false),
t(S::Struct(StructId(677)), false, "v1beta1.FlowSchemaStatus", false),
t(S::String, false, "v1beta1.FlowSchemaConditionType", false),
t(S::String, false, "v1beta1.ConditionStatus", false),
t(S::Struct(StructId(673)), false, "v1beta1.FlowSchema", false),
t(S::List(TypeId(1024)), false, "[]v1beta1.FlowSchema", false),
t(S::Struct(StructId(686)), false, "v1beta1.PriorityLevelConfigurationReference", false),
t(S::Struct(StructId(672)), true, "v1beta1.FlowDistinguisherMethod", false),
t(S::Struct(StructId(682)), false, "v1beta1.PolicyRulesWithSubjects", false),
t(S::List(TypeId(1028)), false, "[]v1beta1.PolicyRulesWithSubjects", false),
t(S::Struct(StructId(674)), false, "v1beta1.FlowSchemaCondition", false),
t(S::List(TypeId(1030)), false, "[]v1beta1.FlowSchemaCondition", false),
t(S::String, false, "v1beta1.LimitResponseType", false),
t(S::Struct(StructId(689)), true, "v1beta1.QueuingConfiguration", false),
t(S::Struct(StructId(679)), false, "v1beta1.LimitResponse", false),
t(S::Struct(StructId(692)), false, "v1beta1.Subject", false),
t(S::List(TypeId(1035)), false, "[]v1beta1.Subject", false),
t(S::Struct(StructId(690)), false, "v1beta1.ResourcePolicyRule", false),
t(S::List(TypeId(1037)), false, "[]v1beta1.ResourcePolicyRule", false),
t(S::Struct(StructId(681)), false, "v1beta1.NonResourcePolicyRule", false),
t(S::List(TypeId(1039)), false, "[]v1beta1.NonResourcePolicyRule", false),
t(S::Struct(StructId(687)), false, "v1beta1.PriorityLevelConfigurationSpec", false),
t(S::Struct(StructId(688)), false, "v1beta1.PriorityLevelConfigurationStatus", false),
t(S::String, false, "v1beta1.PriorityLevelConfigurationConditionType", false),
t(S::Struct(StructId(683)), false, "v1beta1.PriorityLevelConfiguration", false),
t(S::List(TypeId(1044)), false, "[]v1beta1.PriorityLevelConfiguration", false),
t(S::String, false, "v1beta1.PriorityLevelEnablement", false),
t(S::Struct(StructId(680)), true, "v1beta1.LimitedPriorityLevelConfiguration", false),
t(S::Struct(StructId(671)), true, "v1beta1.ExemptPriorityLevelConfiguration", false),
t(S::Struct(StructId(684)), false, "v1beta1.PriorityLevelConfigurationCondition", false),
t(S::List(TypeId(1049)), false, "[]v1beta1.PriorityLevelConfigurationCondition", false),
t(S::String, false, "v1beta1.SubjectKind", false),
t(S::Struct(StructId(693)), true, "v1beta1.UserSubject", false),
t(S::Struct(StructId(678)), true, "v1beta1.GroupSubject", false),
t(S::Struct(StructId(691)), true, "v1beta1.ServiceAccountSubject", false),
t(S::String, false, "v1beta2.FlowDistinguisherMethodType", false),
t(S::Struct(StructId(699)), false, "v1beta2.FlowSchemaSpec", false),
t(S::Struct(StructId(700)), false, "v1beta2.FlowSchemaStatus", false),
t(S::String, false, "v1beta2.FlowSchemaConditionType", false),
t(S::String, false, "v1beta2.ConditionStatus", false),
t(S::Struct(StructId(696)), false, "v1beta2.FlowSchema", false),
t(S::List(TypeId(1060)), false, "[]v1beta2.FlowSchema", false),
t(S::Struct(StructId(709)), false, "v1beta2.PriorityLevelConfigurationReference", false),
t(S::Struct(StructId(695)), true, "v1beta2.FlowDistinguisherMethod", false),
t(S::Struct(StructId(705)), false, "v1beta2.PolicyRulesWithSubjects", false),
t(S::List(TypeId(1064)), false, "[]v1beta2.PolicyRulesWithSubjects", false),
t(S::Struct(StructId(697)), false, "v1beta2.FlowSchemaCondition", false),
t(S::List(TypeId(1066)), false, "[]v1beta2.FlowSchemaCondition", false),
t(S::String, false, "v1beta2.LimitResponseType", false),
t(S::Struct(StructId(712)), true, "v1beta2.QueuingConfiguration", false),
t(S::Struct(StructId(702)), false, "v1beta2.LimitResponse", false),
t(S::Struct(StructId(715)), false, "v1beta2.Subject", false),
t(S::List(TypeId(1071)), false, "[]v1beta2.Subject", false),
t(S::Struct(StructId(713)), false, "v1beta2.ResourcePolicyRule", false),
t(S::List(TypeId(1073)), false, "[]v1beta2.ResourcePolicyRule", false),
t(S::Struct(StructId(704)), false, "v1beta2.NonResourcePolicyRule", false),
t(S::List(TypeId(1075)), false, "[]v1beta2.NonResourcePolicyRule", false),
t(S::Struct(StructId(710)), false, "v1beta2.PriorityLevelConfigurationSpec", false),
t(S::Struct(StructId(711)), false, "v1beta2.PriorityLevelConfigurationStatus", false),
t(S::String, false, "v1beta2.PriorityLevelConfigurationConditionType", false),
t(S::Struct(StructId(706)), false, "v1beta2.PriorityLevelConfiguration", false),
t(S::List(TypeId(1080)), false, "[]v1beta2.PriorityLevelConfiguration", false),
t(S::String, false, "v1beta2.PriorityLevelEnablement", false),
t(S::Struct(StructId(703)), true, "v1beta2.LimitedPriorityLevelConfiguration", false),
t(S::Struct(StructId(694)), true, "v1beta2.ExemptPriorityLevelConfiguration", false),
t(S::Struct(StructId(707)), false, "v1beta2.PriorityLevelConfigurationCondition", false),
t(S::List(TypeId(1085)), false, "[]v1beta2.PriorityLevelConfigurationCondition", false),
t(S::String, false, "v1beta2.SubjectKind", false),
t(S::Struct(StructId(716)), true, "v1beta2.UserSubject", false),
t(S::Struct(StructId(701)), true, "v1beta2.GroupSubject", false),
t(S::Struct(StructId(714)), true, "v1beta2.ServiceAccountSubject", false),
t(S::String, false, "v1beta3.FlowDistinguisherMethodType", false),
t(S::Struct(StructId(722)), false, "v1beta3.FlowSchemaSpec", false),
t(S::Struct(StructId(723)), false, "v1beta3.FlowSchemaStatus", false),
t(S::String, false, "v1beta3.FlowSchemaConditionType", false),
t(S::String, false, "v1beta3.ConditionStatus", false),
t(S::Struct(StructId(719)), false, "v1beta3.FlowSchema", false),
t(S::List(TypeId(1096)), false, "[]v1beta3.FlowSchema", false),
t(S::Struct(StructId(732)), false, "v1beta3.PriorityLevelConfigurationReference", false),
t(S::Struct(StructId(718)), true, "v1beta3.FlowDistinguisherMethod", false),
t(S::Struct(StructId(728)), false, "v1beta3.PolicyRulesWithSubjects", false),
t(S::List(TypeId(1100)), false, "[]v1beta3.PolicyRulesWithSubjects", false),
t(S::Struct(StructId(720)), false, "v1beta3.FlowSchemaCondition", false),
t(S::List(TypeId(1102)), false, "[]v1beta3.FlowSchemaCondition", false),
t(S::String, false, "v1beta3.LimitResponseType", false),
t(S::Struct(StructId(735)), true, "v1beta3.QueuingConfiguration", false),
t(S::Struct(StructId(725)), false, "v1beta3.LimitResponse", false),
t(S::Struct(StructId(738)), false, "v1beta3.Subject", false),
t(S::List(TypeId(1107)), false, "[]v1beta3.Subject", false),
t(S::Struct(StructId(736)), false, "v1beta3.ResourcePolicyRule", false),
t(S::List(TypeId(1109)), false, "[]v1beta3.ResourcePolicyRule", false),
t(S::Struct(StructId(727)), false, "v1beta3.NonResourcePolicyRule", false),
t(S::List(TypeId(1111)), false, "[]v1beta3.NonResourcePolicyRule", false),
t(S::Struct(StructId(733)), false, "v1beta3.PriorityLevelConfigurationSpec", false),
t(S::Struct(StructId(734)), false, "v1beta3.PriorityLevelConfigurationStatus", false),
t(S::String, false, "v1beta3.PriorityLevelConfigurationConditionType", false),
t(S::Struct(StructId(729)), false, "v1beta3.PriorityLevelConfiguration", false),
t(S::List(TypeId(1116)), false, "[]v1beta3.PriorityLevelConfiguration", false),
t(S::String, false, "v1beta3.PriorityLevelEnablement", false),
t(S::Struct(StructId(726)), true, "v1beta3.LimitedPriorityLevelConfiguration", false),
t(S::Struct(StructId(717)), true, "v1beta3.ExemptPriorityLevelConfiguration", false),
t(S::Struct(StructId(730)), false, "v1beta3.PriorityLevelConfigurationCondition", false),
t(S::List(TypeId(1121)), false, "[]v1beta3.PriorityLevelConfigurationCondition", false),
t(S::String, false, "v1beta3.SubjectKind", false),
t(S::Struct(StructId(739)), true, "v1beta3.UserSubject", false),
t(S::Struct(StructId(724)), true, "v1beta3.GroupSubject", false),
t(S::Struct(StructId(737)), true, "v1beta3.ServiceAccountSubject", false),
t(S::Struct(StructId(742)), false, "v1alpha1.ImageReviewSpec", false),
t(S::Struct(StructId(743)), false, "v1alpha1.ImageReviewStatus", false),
t(S::Struct(StructId(741)), false, "v1alpha1.ImageReviewContainerSpec", false),
t(S::List(TypeId(1129)), false, "[]v1alpha1.ImageReviewContainerSpec", false),
t(S::Struct(StructId(753)), false, "v1alpha1.EvictionSpec", false),
t(S::Struct(StructId(754)), false, "v1alpha1.EvictionStatus", false),
t(S::Struct(StructId(744)), false, "v1alpha1.Eviction", false),
t(S::List(TypeId(1133)), false, "[]v1alpha1.Eviction", false),
t(S::Struct(StructId(750)), false, "v1alpha1.EvictionRequestSpec", false),
t(S::Struct(StructId(751)), false, "v1alpha1.EvictionRequestStatus", false),
t(S::Struct(StructId(747)), false, "v1alpha1.EvictionRequest", false),
t(S::List(TypeId(1137)), false, "[]v1alpha1.EvictionRequest", false),
t(S::Struct(StructId(752)), false, "v1alpha1.EvictionRequestTarget", false),
t(S::String, false, "v1alpha1.EvictionRequestIntent", false),
t(S::Struct(StructId(749)), true, "v1alpha1.EvictionRequestPodReference", false),
t(S::Struct(StructId(755)), false, "v1alpha1.EvictionTarget", false),
t(S::Struct(StructId(756)), false, "v1alpha1.Requester", false),
t(S::List(TypeId(1143)), false, "[]v1alpha1.Requester", false),
t(S::Struct(StructId(758)), false, "v1alpha1.TargetResponder", false),
t(S::List(TypeId(1145)), false, "[]v1alpha1.TargetResponder", false),
t(S::Struct(StructId(757)), false, "v1alpha1.ResponderStatus", false),
t(S::List(TypeId(1147)), false, "[]v1alpha1.ResponderStatus", false),
t(S::Struct(StructId(746)), true, "v1alpha1.EvictionPodReference", false),
t(S::String, false, "v1alpha1.RequesterIntent", false),
t(S::String, false, "v1alpha1.ResponderStateType", false),
t(S::String, true, "v1.PathType", false),
t(S::Struct(StructId(766)), false, "v1.IngressBackend", false),
t(S::Struct(StructId(759)), false, "v1.HTTPIngressPath", false),
t(S::List(TypeId(1154)), false, "[]v1.HTTPIngressPath", false),
t(S::Struct(StructId(763)), false, "v1.IPAddressSpec", false),
t(S::Struct(StructId(761)), false, "v1.IPAddress", false),
t(S::List(TypeId(1157)), false, "[]v1.IPAddress", false),
t(S::Struct(StructId(787)), true, "v1.ParentReference", false),
t(S::Struct(StructId(777)), false, "v1.IngressSpec", false),
t(S::Struct(StructId(778)), false, "v1.IngressStatus", false),
t(S::Struct(StructId(776)), true, "v1.IngressServiceBackend", false),
t(S::Struct(StructId(770)), false, "v1.IngressClassSpec", false),
t(S::Struct(StructId(767)), false, "v1.IngressClass", false),
t(S::List(TypeId(1164)), false, "[]v1.IngressClass", false),
t(S::Struct(StructId(769)), true, "v1.IngressClassParametersReference", false),
t(S::Struct(StructId(765)), false, "v1.Ingress", false),
t(S::List(TypeId(1167)), false, "[]v1.Ingress", false),
t(S::Struct(StructId(774)), false, "v1.IngressPortStatus", false),
t(S::List(TypeId(1169)), false, "[]v1.IngressPortStatus", false),
t(S::Struct(StructId(772)), false, "v1.IngressLoadBalancerIngress", false),
t(S::List(TypeId(1171)), false, "[]v1.IngressLoadBalancerIngress", false),
t(S::Struct(StructId(760)), true, "v1.HTTPIngressRuleValue", false),
t(S::Struct(StructId(788)), false, "v1.ServiceBackendPort", false),
t(S::Struct(StructId(766)), true, "v1.IngressBackend", false),
t(S::Struct(StructId(779)), false, "v1.IngressTLS", false),
t(S::List(TypeId(1176)), false, "[]v1.IngressTLS", false),
t(S::Struct(StructId(775)), false, "v1.IngressRule", false),
t(S::List(TypeId(1178)), false, "[]v1.IngressRule", false),
t(S::Struct(StructId(773)), false, "v1.IngressLoadBalancerStatus", false),
t(S::Struct(StructId(786)), false, "v1.NetworkPolicySpec", false),
t(S::Struct(StructId(785)), false, "v1.NetworkPolicyPort", false),
t(S::List(TypeId(1182)), false, "[]v1.NetworkPolicyPort", false),
t(S::Struct(StructId(784)), false, "v1.NetworkPolicyPeer", false),
t(S::List(TypeId(1184)), false, "[]v1.NetworkPolicyPeer", false),
t(S::Struct(StructId(780)), false, "v1.NetworkPolicy", false),
t(S::List(TypeId(1186)), false, "[]v1.NetworkPolicy", false),
t(S::Struct(StructId(764)), true, "v1.IPBlock", false),
t(S::Struct(StructId(782)), false, "v1.NetworkPolicyIngressRule", false),
t(S::List(TypeId(1189)), false, "[]v1.NetworkPolicyIngressRule", false),
t(S::Struct(StructId(781)), false, "v1.NetworkPolicyEgressRule", false),
t(S::List(TypeId(1191)), false, "[]v1.NetworkPolicyEgressRule", false),
t(S::String, false, "v1.PolicyType", false),
t(S::List(TypeId(1193)), false, "[]v1.PolicyType", false),
t(S::Struct(StructId(791)), false, "v1.ServiceCIDRSpec", false),
t(S::Struct(StructId(792)), false, "v1.ServiceCIDRStatus", false),
t(S::Struct(StructId(789)), false, "v1.ServiceCIDR", false),
t(S::List(TypeId(1197)), false, "[]v1.ServiceCIDR", false),
t(S::Struct(StructId(799)), false, "v1beta1.IngressBackend", false),
t(S::Struct(StructId(793)), false, "v1beta1.HTTPIngressPath", false),
t(S::List(TypeId(1200)), false, "[]v1beta1.HTTPIngressPath", false),
t(S::Struct(StructId(797)), false, "v1beta1.IPAddressSpec", false),
t(S::Struct(StructId(795)), false, "v1beta1.IPAddress", false),
t(S::List(TypeId(1203)), false, "[]v1beta1.IPAddress", false),
t(S::Struct(StructId(812)), true, "v1beta1.ParentReference", false),
t(S::Struct(StructId(809)), false, "v1beta1.IngressSpec", false),
t(S::Struct(StructId(810)), false, "v1beta1.IngressStatus", false),
t(S::Struct(StructId(803)), false, "v1beta1.IngressClassSpec", false),
t(S::Struct(StructId(800)), false, "v1beta1.IngressClass", false),
t(S::List(TypeId(1209)), false, "[]v1beta1.IngressClass", false),
t(S::Struct(StructId(802)), true, "v1beta1.IngressClassParametersReference", false),
t(S::Struct(StructId(798)), false, "v1beta1.Ingress", false),
t(S::List(TypeId(1212)), false, "[]v1beta1.Ingress", false),
t(S::Struct(StructId(807)), false, "v1beta1.IngressPortStatus", false),
t(S::List(TypeId(1214)), false, "[]v1beta1.IngressPortStatus", false),
t(S::Struct(StructId(805)), false, "v1beta1.IngressLoadBalancerIngress", false),
t(S::List(TypeId(1216)), false, "[]v1beta1.IngressLoadBalancerIngress", false),
t(S::Struct(StructId(794)), true, "v1beta1.HTTPIngressRuleValue", false),
t(S::Struct(StructId(799)), true, "v1beta1.IngressBackend", false),
t(S::Struct(StructId(811)), false, "v1beta1.IngressTLS", false),
t(S::List(TypeId(1220)), false, "[]v1beta1.IngressTLS", false),
t(S::Struct(StructId(808)), false, "v1beta1.IngressRule", false),
t(S::List(TypeId(1222)), false, "[]v1beta1.IngressRule", false),
t(S::Struct(StructId(806)), false, "v1beta1.IngressLoadBalancerStatus", false),
t(S::Struct(StructId(815)), false, "v1beta1.ServiceCIDRSpec", false),
t(S::Struct(StructId(816)), false, "v1beta1.ServiceCIDRStatus", false),
t(S::Struct(StructId(813)), false, "v1beta1.ServiceCIDR", false),
t(S::List(TypeId(1227)), false, "[]v1beta1.ServiceCIDR", false),
t(S::Struct(StructId(817)), true, "v1.Overhead", false),
t(S::Struct(StructId(820)), true, "v1.Scheduling", false),
t(S::Struct(StructId(818)), false, "v1.RuntimeClass", false),
t(S::List(TypeId(1231)), false, "[]v1.RuntimeClass", false),
t(S::Struct(StructId(824)), false, "v1alpha1.RuntimeClassSpec", false),
t(S::Struct(StructId(822)), false, "v1alpha1.RuntimeClass", false),
t(S::List(TypeId(1234)), false, "[]v1alpha1.RuntimeClass", false),
t(S::Struct(StructId(821)), true, "v1alpha1.Overhead", false),
t(S::Struct(StructId(825)), true, "v1alpha1.Scheduling", false),
t(S::Struct(StructId(826)), true, "v1beta1.Overhead", false),
t(S::Struct(StructId(829)), true, "v1beta1.Scheduling", false),
t(S::Struct(StructId(827)), false, "v1beta1.RuntimeClass", false),
t(S::List(TypeId(1240)), false, "[]v1beta1.RuntimeClass", false),
t(S::Struct(StructId(1228)), true, "v1.DeleteOptions", false),
t(S::Struct(StructId(833)), false, "v1.PodDisruptionBudgetSpec", false),
t(S::Struct(StructId(834)), false, "v1.PodDisruptionBudgetStatus", false),
t(S::Struct(StructId(831)), false, "v1.PodDisruptionBudget", false),
t(S::List(TypeId(1245)), false, "[]v1.PodDisruptionBudget", false),
t(S::String, true, "v1.UnhealthyPodEvictionPolicyType", false),
t(S::Map(TypeId(202)), false, "map[string]v1.Time", false),
t(S::Struct(StructId(838)), false, "v1beta1.PodDisruptionBudgetSpec", false),
t(S::Struct(StructId(839)), false, "v1beta1.PodDisruptionBudgetStatus", false),
t(S::Struct(StructId(836)), false, "v1beta1.PodDisruptionBudget", false),
t(S::List(TypeId(1251)), false, "[]v1beta1.PodDisruptionBudget", false),
t(S::String, true, "v1beta1.UnhealthyPodEvictionPolicyType", false),
t(S::List(TypeId(968)), false, "[]v1.LabelSelector", false),
t(S::Struct(StructId(845)), false, "v1.PolicyRule", false),
t(S::List(TypeId(1255)), false, "[]v1.PolicyRule", false),
t(S::Struct(StructId(840)), true, "v1.AggregationRule", false),
t(S::Struct(StructId(851)), false, "v1.Subject", false),
t(S::List(TypeId(1258)), false, "[]v1.Subject", false),
t(S::Struct(StructId(850)), false, "v1.RoleRef", false),
t(S::Struct(StructId(842)), false, "v1.ClusterRoleBinding", false),
t(S::List(TypeId(1261)), false, "[]v1.ClusterRoleBinding", false),
t(S::Struct(StructId(841)), false, "v1.ClusterRole", false),
t(S::List(TypeId(1263)), false, "[]v1.ClusterRole", false),
t(S::Struct(StructId(847)), false, "v1.RoleBinding", false),
t(S::List(TypeId(1265)), false, "[]v1.RoleBinding", false),
t(S::Struct(StructId(846)), false, "v1.Role", false),
t(S::List(TypeId(1267)), false, "[]v1.Role", false),
t(S::Struct(StructId(857)), false, "v1alpha1.PolicyRule", false),
t(S::List(TypeId(1269)), false, "[]v1alpha1.PolicyRule", false),
t(S::Struct(StructId(852)), true, "v1alpha1.AggregationRule", false),
t(S::Struct(StructId(863)), false, "v1alpha1.Subject", false),
t(S::List(TypeId(1272)), false, "[]v1alpha1.Subject", false),
t(S::Struct(StructId(862)), false, "v1alpha1.RoleRef", false),
t(S::Struct(StructId(854)), false, "v1alpha1.ClusterRoleBinding", false),
t(S::List(TypeId(1275)), false, "[]v1alpha1.ClusterRoleBinding", false),
t(S::Struct(StructId(853)), false, "v1alpha1.ClusterRole", false),
t(S::List(TypeId(1277)), false, "[]v1alpha1.ClusterRole", false),
t(S::Struct(StructId(859)), false, "v1alpha1.RoleBinding", false),
t(S::List(TypeId(1279)), false, "[]v1alpha1.RoleBinding", false),
t(S::Struct(StructId(858)), false, "v1alpha1.Role", false),
t(S::List(TypeId(1281)), false, "[]v1alpha1.Role", false),
t(S::Struct(StructId(869)), false, "v1beta1.PolicyRule", false),
t(S::List(TypeId(1283)), false, "[]v1beta1.PolicyRule", false),
t(S::Struct(StructId(864)), true, "v1beta1.AggregationRule", false),
t(S::Struct(StructId(875)), false, "v1beta1.Subject", false),
t(S::List(TypeId(1286)), false, "[]v1beta1.Subject", false),
t(S::Struct(StructId(874)), false, "v1beta1.RoleRef", false),
t(S::Struct(StructId(866)), false, "v1beta1.ClusterRoleBinding", false),
t(S::List(TypeId(1289)), false, "[]v1beta1.ClusterRoleBinding", false),
t(S::Struct(StructId(865)), false, "v1beta1.ClusterRole", false),
t(S::List(TypeId(1291)), false, "[]v1beta1.ClusterRole", false),
t(S::Struct(StructId(871)), false, "v1beta1.RoleBinding", false),
t(S::List(TypeId(1293)), false, "[]v1beta1.RoleBinding", false),
t(S::Struct(StructId(870)), false, "v1beta1.Role", false),
t(S::List(TypeId(1295)), false, "[]v1beta1.Role", false),
t(S::RawExtension, true, "runtime.RawExtension", false),
t(S::Struct(StructId(910)), true, "v1.NetworkDeviceData", false),
t(S::Struct(StructId(886)), false, "v1.DeviceAllocationResult", false),
t(S::List(TypeId(568)), false, "[]resource.Quantity", false),
t(S::Struct(StructId(880)), true, "v1.CapacityRequestPolicyRange", false),
t(S::Map(TypeId(568)), false, "map[v1.QualifiedName]resource.Quantity", false),
t(S::Struct(StructId(882)), false, "v1.Counter", false),
t(S::Map(TypeId(1303)), false, "map[string]v1.Counter", false),
t(S::Struct(StructId(887)), false, "v1.DeviceAttribute", false),
t(S::Map(TypeId(1305)), false, "map[v1.QualifiedName]v1.DeviceAttribute", false),
t(S::Struct(StructId(888)), false, "v1.DeviceCapacity", false),
t(S::Map(TypeId(1307)), false, "map[v1.QualifiedName]v1.DeviceCapacity", false),
t(S::Struct(StructId(896)), false, "v1.DeviceCounterConsumption", false),
t(S::List(TypeId(1309)), false, "[]v1.DeviceCounterConsumption", false),
t(S::Struct(StructId(902)), false, "v1.DeviceTaint", false),
t(S::List(TypeId(1311)), false, "[]v1.DeviceTaint", false),
t(S::Struct(StructId(913)), false, "v1.NodeAllocatableResource", false),
t(S::Map(TypeId(1313)), false, "map[v1.ResourceName]v1.NodeAllocatableResource", false),
t(S::String, false, "v1.AllocationConfigSource", false),
t(S::Struct(StructId(914)), true, "v1.OpaqueDeviceConfiguration", false),
t(S::Struct(StructId(899)), false, "v1.DeviceRequestAllocationResult", false),
t(S::List(TypeId(1317)), false, "[]v1.DeviceRequestAllocationResult", false),
t(S::Struct(StructId(885)), false, "v1.DeviceAllocationConfiguration", false),
t(S::List(TypeId(1319)), false, "[]v1.DeviceAllocationConfiguration", false),
t(S::List(TypeId(10)), false, "[]bool", false),
t(S::Struct(StructId(879)), true, "v1.CapacityRequestPolicy", false),
t(S::Struct(StructId(898)), false, "v1.DeviceRequest", false),
t(S::List(TypeId(1323)), false, "[]v1.DeviceRequest", false),
t(S::Struct(StructId(895)), false, "v1.DeviceConstraint", false),
t(S::List(TypeId(1325)), false, "[]v1.DeviceConstraint", false),
t(S::Struct(StructId(890)), false, "v1.DeviceClaimConfiguration", false),
t(S::List(TypeId(1327)), false, "[]v1.DeviceClaimConfiguration", false),
t(S::Struct(StructId(894)), false, "v1.DeviceClassSpec", false),
t(S::Struct(StructId(891)), false, "v1.DeviceClass", false),
t(S::List(TypeId(1330)), false, "[]v1.DeviceClass", false),
t(S::Struct(StructId(900)), false, "v1.DeviceSelector", false),
t(S::List(TypeId(1332)), false, "[]v1.DeviceSelector", false),
t(S::Struct(StructId(892)), false, "v1.DeviceClassConfiguration", false),
t(S::List(TypeId(1334)), false, "[]v1.DeviceClassConfiguration", false),
t(S::String, true, "v1.FullyQualifiedName", false),
t(S::String, false, "v1.FullyQualifiedName", false),
t(S::Struct(StructId(909)), true, "v1.ExactDeviceRequest", false),
t(S::Struct(StructId(901)), false, "v1.DeviceSubRequest", false),
t(S::List(TypeId(1339)), false, "[]v1.DeviceSubRequest", false),
t(S::Struct(StructId(908)), false, "v1.DeviceToleration", false),
t(S::List(TypeId(1341)), false, "[]v1.DeviceToleration", false),
t(S::String, true, "types.UID", false),
t(S::String, false, "v1.SkipNodeOperation", false),
t(S::List(TypeId(1344)), false, "[]v1.SkipNodeOperation", false),
t(S::Struct(StructId(878)), true, "v1.CELDeviceSelector", false),
t(S::String, false, "v1.DeviceAllocationMode", false),
t(S::Struct(StructId(881)), true, "v1.CapacityRequirements", false),
t(S::Struct(StructId(897)), false, "v1.DeviceDerivedAttribute", false),
t(S::List(TypeId(1349)), false, "[]v1.DeviceDerivedAttribute", false),
t(S::String, false, "v1.DeviceTaintEffect", false),
t(S::Struct(StructId(905)), false, "v1.DeviceTaintRuleSpec", false),
t(S::Struct(StructId(906)), false, "v1.DeviceTaintRuleStatus", false),
t(S::Struct(StructId(903)), false, "v1.DeviceTaintRule", false),
t(S::List(TypeId(1354)), false, "[]v1.DeviceTaintRule", false),
t(S::Struct(StructId(907)), true, "v1.DeviceTaintSelector", false),
t(S::String, false, "v1.DeviceTolerationOperator", false),
t(S::String, true, "v1.QualifiedName", false),
t(S::Struct(StructId(911)), true, "v1.NodeAllocatableMapping", false),
t(S::Struct(StructId(912)), true, "v1.NodeAllocatableOverhead", false),
t(S::Struct(StructId(918)), false, "v1.ResourceClaimSpec", false),
t(S::Struct(StructId(919)), false, "v1.ResourceClaimStatus", false),
t(S::Struct(StructId(915)), false, "v1.ResourceClaim", false),
t(S::List(TypeId(1363)), false, "[]v1.ResourceClaim", false),
t(S::Struct(StructId(889)), false, "v1.DeviceClaim", false),
t(S::Struct(StructId(877)), true, "v1.AllocationResult", false),
t(S::Struct(StructId(916)), false, "v1.ResourceClaimConsumerReference", false),
t(S::List(TypeId(1367)), false, "[]v1.ResourceClaimConsumerReference", false),
t(S::Struct(StructId(876)), false, "v1.AllocatedDeviceStatus", false),
t(S::List(TypeId(1369)), false, "[]v1.AllocatedDeviceStatus", false),
t(S::Struct(StructId(922)), false, "v1.ResourceClaimTemplateSpec", false),
t(S::Struct(StructId(920)), false, "v1.ResourceClaimTemplate", false),
t(S::List(TypeId(1372)), false, "[]v1.ResourceClaimTemplate", false),
t(S::Struct(StructId(926)), false, "v1.ResourceSliceSpec", false),
t(S::Struct(StructId(924)), false, "v1.ResourceSlice", false),
t(S::List(TypeId(1375)), false, "[]v1.ResourceSlice", false),
t(S::Struct(StructId(923)), false, "v1.ResourcePool", false),
t(S::Struct(StructId(884)), false, "v1.Device", false),
t(S::List(TypeId(1378)), false, "[]v1.Device", false),
t(S::Struct(StructId(883)), false, "v1.CounterSet", false),
t(S::List(TypeId(1380)), false, "[]v1.CounterSet", false),
t(S::String, false, "v1alpha3.DeviceTaintEffect", false),
t(S::Struct(StructId(930)), false, "v1alpha3.DeviceTaintRuleSpec", false),
t(S::Struct(StructId(931)), false, "v1alpha3.DeviceTaintRuleStatus", false),
t(S::Struct(StructId(928)), false, "v1alpha3.DeviceTaintRule", false),
t(S::List(TypeId(1385)), false, "[]v1alpha3.DeviceTaintRule", false),
t(S::Struct(StructId(932)), true, "v1alpha3.DeviceTaintSelector", false),
t(S::Struct(StructId(927)), false, "v1alpha3.DeviceTaint", false),
t(S::Struct(StructId(933)), false, "v1alpha3.PartitionTypeStatus", false),
t(S::List(TypeId(1389)), false, "[]v1alpha3.PartitionTypeStatus", false),
t(S::Struct(StructId(940)), true, "v1alpha3.ShareableSummaryStatus", false),
t(S::Struct(StructId(937)), false, "v1alpha3.ResourcePoolStatusRequestSpec", false),
t(S::Struct(StructId(938)), true, "v1alpha3.ResourcePoolStatusRequestStatus", false),
t(S::Struct(StructId(935)), false, "v1alpha3.ResourcePoolStatusRequest", false),
t(S::List(TypeId(1394)), false, "[]v1alpha3.ResourcePoolStatusRequest", false),
t(S::Struct(StructId(934)), false, "v1alpha3.PoolStatus", false),
t(S::List(TypeId(1396)), false, "[]v1alpha3.PoolStatus", false),
t(S::Struct(StructId(939)), false, "v1alpha3.ShareableCapacityStatus", false),
t(S::List(TypeId(1398)), false, "[]v1alpha3.ShareableCapacityStatus", false),
t(S::Struct(StructId(970)), true, "v1beta1.NetworkDeviceData", false),
t(S::Struct(StructId(952)), false, "v1beta1.DeviceAllocationResult", false),
t(S::Struct(StructId(953)), false, "v1beta1.DeviceAttribute", false),
t(S::Map(TypeId(1402)), false, "map[v1beta1.QualifiedName]v1beta1.DeviceAttribute", false),
t(S::Struct(StructId(954)), false, "v1beta1.DeviceCapacity", false),
t(S::Map(TypeId(1404)), false, "map[v1beta1.QualifiedName]v1beta1.DeviceCapacity", false),
t(S::Struct(StructId(962)), false, "v1beta1.DeviceCounterConsumption", false),
t(S::List(TypeId(1406)), false, "[]v1beta1.DeviceCounterConsumption", false),
t(S::Struct(StructId(968)), false, "v1beta1.DeviceTaint", false),
t(S::List(TypeId(1408)), false, "[]v1beta1.DeviceTaint", false),
t(S::Struct(StructId(973)), false, "v1beta1.NodeAllocatableResource", false),
t(S::Map(TypeId(1410)), false, "map[v1.ResourceName]v1beta1.NodeAllocatableResource", false),
t(S::Struct(StructId(946)), true, "v1beta1.CapacityRequestPolicyRange", false),
t(S::Map(TypeId(568)), false, "map[v1beta1.QualifiedName]resource.Quantity", false),
t(S::Struct(StructId(948)), false, "v1beta1.Counter", false),
t(S::Map(TypeId(1414)), false, "map[string]v1beta1.Counter", false),
t(S::Struct(StructId(943)), true, "v1beta1.BasicDevice", false),
t(S::String, false, "v1beta1.AllocationConfigSource", false),
t(S::Struct(StructId(974)), true, "v1beta1.OpaqueDeviceConfiguration", false),
t(S::Struct(StructId(965)), false, "v1beta1.DeviceRequestAllocationResult", false),
t(S::List(TypeId(1419)), false, "[]v1beta1.DeviceRequestAllocationResult", false),
t(S::Struct(StructId(951)), false, "v1beta1.DeviceAllocationConfiguration", false),
t(S::List(TypeId(1421)), false, "[]v1beta1.DeviceAllocationConfiguration", false),
t(S::Struct(StructId(945)), true, "v1beta1.CapacityRequestPolicy", false),
t(S::Struct(StructId(964)), false, "v1beta1.DeviceRequest", false),
t(S::List(TypeId(1424)), false, "[]v1beta1.DeviceRequest", false),
t(S::Struct(StructId(961)), false, "v1beta1.DeviceConstraint", false),
t(S::List(TypeId(1426)), false, "[]v1beta1.DeviceConstraint", false),
t(S::Struct(StructId(956)), false, "v1beta1.DeviceClaimConfiguration", false),
t(S::List(TypeId(1428)), false, "[]v1beta1.DeviceClaimConfiguration", false),
t(S::Struct(StructId(960)), false, "v1beta1.DeviceClassSpec", false),
t(S::Struct(StructId(957)), false, "v1beta1.DeviceClass", false),
t(S::List(TypeId(1431)), false, "[]v1beta1.DeviceClass", false),
t(S::Struct(StructId(966)), false, "v1beta1.DeviceSelector", false),
t(S::List(TypeId(1433)), false, "[]v1beta1.DeviceSelector", false),
t(S::Struct(StructId(958)), false, "v1beta1.DeviceClassConfiguration", false),
t(S::List(TypeId(1435)), false, "[]v1beta1.DeviceClassConfiguration", false),
t(S::String, true, "v1beta1.FullyQualifiedName", false),
t(S::String, false, "v1beta1.FullyQualifiedName", false),
t(S::String, false, "v1beta1.DeviceAllocationMode", false),
t(S::Struct(StructId(967)), false, "v1beta1.DeviceSubRequest", false),
t(S::List(TypeId(1440)), false, "[]v1beta1.DeviceSubRequest", false),
t(S::Struct(StructId(969)), false, "v1beta1.DeviceToleration", false),
t(S::List(TypeId(1442)), false, "[]v1beta1.DeviceToleration", false),
t(S::Struct(StructId(947)), true, "v1beta1.CapacityRequirements", false),
t(S::Struct(StructId(963)), false, "v1beta1.DeviceDerivedAttribute", false),
t(S::List(TypeId(1445)), false, "[]v1beta1.DeviceDerivedAttribute", false),
t(S::String, false, "v1beta1.SkipNodeOperation", false),
t(S::List(TypeId(1447)), false, "[]v1beta1.SkipNodeOperation", false),
t(S::Struct(StructId(944)), true, "v1beta1.CELDeviceSelector", false),
t(S::String, false, "v1beta1.DeviceTaintEffect", false),
t(S::String, false, "v1beta1.DeviceTolerationOperator", false),
t(S::String, true, "v1beta1.QualifiedName", false),
t(S::Struct(StructId(971)), true, "v1beta1.NodeAllocatableMapping", false),
t(S::Struct(StructId(972)), true, "v1beta1.NodeAllocatableOverhead", false),
t(S::Struct(StructId(978)), false, "v1beta1.ResourceClaimSpec", false),
t(S::Struct(StructId(979)), false, "v1beta1.ResourceClaimStatus", false),
t(S::Struct(StructId(975)), false, "v1beta1.ResourceClaim", false),
t(S::List(TypeId(1457)), false, "[]v1beta1.ResourceClaim", false),
t(S::Struct(StructId(955)), false, "v1beta1.DeviceClaim", false),
t(S::Struct(StructId(942)), true, "v1beta1.AllocationResult", false),
t(S::Struct(StructId(976)), false, "v1beta1.ResourceClaimConsumerReference", false),
t(S::List(TypeId(1461)), false, "[]v1beta1.ResourceClaimConsumerReference", false),
t(S::Struct(StructId(941)), false, "v1beta1.AllocatedDeviceStatus", false),
t(S::List(TypeId(1463)), false, "[]v1beta1.AllocatedDeviceStatus", false),
t(S::Struct(StructId(982)), false, "v1beta1.ResourceClaimTemplateSpec", false),
t(S::Struct(StructId(980)), false, "v1beta1.ResourceClaimTemplate", false),
t(S::List(TypeId(1466)), false, "[]v1beta1.ResourceClaimTemplate", false),
t(S::Struct(StructId(986)), false, "v1beta1.ResourceSliceSpec", false),
t(S::Struct(StructId(984)), false, "v1beta1.ResourceSlice", false),
t(S::List(TypeId(1469)), false, "[]v1beta1.ResourceSlice", false),
t(S::Struct(StructId(983)), false, "v1beta1.ResourcePool", false),
t(S::Struct(StructId(950)), false, "v1beta1.Device", false),
t(S::List(TypeId(1472)), false, "[]v1beta1.Device", false),
t(S::Struct(StructId(949)), false, "v1beta1.CounterSet", false),
t(S::List(TypeId(1474)), false, "[]v1beta1.CounterSet", false),
t(S::Struct(StructId(1021)), true, "v1beta2.NetworkDeviceData", false),
t(S::Struct(StructId(997)), false, "v1beta2.DeviceAllocationResult", false),
t(S::Struct(StructId(991)), true, "v1beta2.CapacityRequestPolicyRange", false),
t(S::Map(TypeId(568)), false, "map[v1beta2.QualifiedName]resource.Quantity", false),
t(S::Struct(StructId(993)), false, "v1beta2.Counter", false),
t(S::Map(TypeId(1480)), false, "map[string]v1beta2.Counter", false),
t(S::Struct(StructId(998)), false, "v1beta2.DeviceAttribute", false),
t(S::Map(TypeId(1482)), false, "map[v1beta2.QualifiedName]v1beta2.DeviceAttribute", false),
t(S::Struct(StructId(999)), false, "v1beta2.DeviceCapacity", false),
t(S::Map(TypeId(1484)), false, "map[v1beta2.QualifiedName]v1beta2.DeviceCapacity", false),
t(S::Struct(StructId(1007)), false, "v1beta2.DeviceCounterConsumption", false),
t(S::List(TypeId(1486)), false, "[]v1beta2.DeviceCounterConsumption", false),
t(S::Struct(StructId(1013)), false, "v1beta2.DeviceTaint", false),
t(S::List(TypeId(1488)), false, "[]v1beta2.DeviceTaint", false),
t(S::Struct(StructId(1024)), false, "v1beta2.NodeAllocatableResource", false),
t(S::Map(TypeId(1490)), false, "map[v1.ResourceName]v1beta2.NodeAllocatableResource", false),
t(S::String, false, "v1beta2.AllocationConfigSource", false),
t(S::Struct(StructId(1025)), true, "v1beta2.OpaqueDeviceConfiguration", false),
t(S::Struct(StructId(1010)), false, "v1beta2.DeviceRequestAllocationResult", false),
t(S::List(TypeId(1494)), false, "[]v1beta2.DeviceRequestAllocationResult", false),
t(S::Struct(StructId(996)), false, "v1beta2.DeviceAllocationConfiguration", false),
t(S::List(TypeId(1496)), false, "[]v1beta2.DeviceAllocationConfiguration", false),
t(S::Struct(StructId(990)), true, "v1beta2.CapacityRequestPolicy", false),
t(S::Struct(StructId(1009)), false, "v1beta2.DeviceRequest", false),
t(S::List(TypeId(1499)), false, "[]v1beta2.DeviceRequest", false),
t(S::Struct(StructId(1006)), false, "v1beta2.DeviceConstraint", false),
t(S::List(TypeId(1501)), false, "[]v1beta2.DeviceConstraint", false),
t(S::Struct(StructId(1001)), false, "v1beta2.DeviceClaimConfiguration", false),
t(S::List(TypeId(1503)), false, "[]v1beta2.DeviceClaimConfiguration", false),
t(S::Struct(StructId(1005)), false, "v1beta2.DeviceClassSpec", false),
t(S::Struct(StructId(1002)), false, "v1beta2.DeviceClass", false),
t(S::List(TypeId(1506)), false, "[]v1beta2.DeviceClass", false),
t(S::Struct(StructId(1011)), false, "v1beta2.DeviceSelector", false),
t(S::List(TypeId(1508)), false, "[]v1beta2.DeviceSelector", false),
t(S::Struct(StructId(1003)), false, "v1beta2.DeviceClassConfiguration", false),
t(S::List(TypeId(1510)), false, "[]v1beta2.DeviceClassConfiguration", false),
t(S::String, true, "v1beta2.FullyQualifiedName", false),
t(S::String, false, "v1beta2.FullyQualifiedName", false),
t(S::Struct(StructId(1020)), true, "v1beta2.ExactDeviceRequest", false),
t(S::Struct(StructId(1012)), false, "v1beta2.DeviceSubRequest", false),
t(S::List(TypeId(1515)), false, "[]v1beta2.DeviceSubRequest", false),
t(S::Struct(StructId(1019)), false, "v1beta2.DeviceToleration", false),
t(S::List(TypeId(1517)), false, "[]v1beta2.DeviceToleration", false),
t(S::String, false, "v1beta2.SkipNodeOperation", false),
t(S::List(TypeId(1519)), false, "[]v1beta2.SkipNodeOperation", false),
t(S::Struct(StructId(989)), true, "v1beta2.CELDeviceSelector", false),
t(S::String, false, "v1beta2.DeviceAllocationMode", false),
t(S::Struct(StructId(992)), true, "v1beta2.CapacityRequirements", false),
t(S::Struct(StructId(1008)), false, "v1beta2.DeviceDerivedAttribute", false),
t(S::List(TypeId(1524)), false, "[]v1beta2.DeviceDerivedAttribute", false),
t(S::String, false, "v1beta2.DeviceTaintEffect", false),
t(S::Struct(StructId(1016)), false, "v1beta2.DeviceTaintRuleSpec", false),
t(S::Struct(StructId(1017)), false, "v1beta2.DeviceTaintRuleStatus", false),
t(S::Struct(StructId(1014)), false, "v1beta2.DeviceTaintRule", false),
t(S::List(TypeId(1529)), false, "[]v1beta2.DeviceTaintRule", false),
t(S::Struct(StructId(1018)), true, "v1beta2.DeviceTaintSelector", false),
t(S::String, false, "v1beta2.DeviceTolerationOperator", false),
t(S::String, true, "v1beta2.QualifiedName", false),
t(S::Struct(StructId(1022)), true, "v1beta2.NodeAllocatableMapping", false),
t(S::Struct(StructId(1023)), true, "v1beta2.NodeAllocatableOverhead", false),
t(S::Struct(StructId(1029)), false, "v1beta2.ResourceClaimSpec", false),
t(S::Struct(StructId(1030)), false, "v1beta2.ResourceClaimStatus", false),
t(S::Struct(StructId(1026)), false, "v1beta2.ResourceClaim", false),
t(S::List(TypeId(1538)), false, "[]v1beta2.ResourceClaim", false),
t(S::Struct(StructId(1000)), false, "v1beta2.DeviceClaim", false),
t(S::Struct(StructId(988)), true, "v1beta2.AllocationResult", false),
t(S::Struct(StructId(1027)), false, "v1beta2.ResourceClaimConsumerReference", false),
t(S::List(TypeId(1542)), false, "[]v1beta2.ResourceClaimConsumerReference", false),
t(S::Struct(StructId(987)), false, "v1beta2.AllocatedDeviceStatus", false),
t(S::List(TypeId(1544)), false, "[]v1beta2.AllocatedDeviceStatus", false),
t(S::Struct(StructId(1033)), false, "v1beta2.ResourceClaimTemplateSpec", false),
t(S::Struct(StructId(1031)), false, "v1beta2.ResourceClaimTemplate", false),
t(S::List(TypeId(1547)), false, "[]v1beta2.ResourceClaimTemplate", false),
t(S::Struct(StructId(1037)), false, "v1beta2.ResourceSliceSpec", false),
t(S::Struct(StructId(1035)), false, "v1beta2.ResourceSlice", false),
t(S::List(TypeId(1550)), false, "[]v1beta2.ResourceSlice", false),
t(S::Struct(StructId(1034)), false, "v1beta2.ResourcePool", false),
t(S::Struct(StructId(995)), false, "v1beta2.Device", false),
t(S::List(TypeId(1553)), false, "[]v1beta2.Device", false),
t(S::Struct(StructId(994)), false, "v1beta2.CounterSet", false),
t(S::List(TypeId(1555)), false, "[]v1beta2.CounterSet", false),
t(S::Struct(StructId(1038)), false, "v1.PriorityClass", false),
t(S::List(TypeId(1557)), false, "[]v1.PriorityClass", false),
t(S::Struct(StructId(1064)), true, "v1alpha3.SingleCompositeDisruptionMode", false),
t(S::Struct(StructId(1040)), true, "v1alpha3.AllCompositeDisruptionMode", false),
t(S::Struct(StructId(1050)), false, "v1alpha3.CompositePodGroupSpec", false),
t(S::Struct(StructId(1051)), false, "v1alpha3.CompositePodGroupStatus", false),
t(S::Struct(StructId(1046)), false, "v1alpha3.CompositePodGroup", false),
t(S::List(TypeId(1563)), false, "[]v1alpha3.CompositePodGroup", false),
t(S::Struct(StructId(1066)), false, "v1alpha3.TopologyConstraint", false),
t(S::List(TypeId(1565)), false, "[]v1alpha3.TopologyConstraint", false),
t(S::Struct(StructId(1043)), true, "v1alpha3.CompositeBasicSchedulingPolicy", false),
t(S::Struct(StructId(1045)), true, "v1alpha3.CompositeGangSchedulingPolicy", false),
t(S::Struct(StructId(1078)), true, "v1alpha3.WorkloadReference", false),
t(S::Struct(StructId(1049)), false, "v1alpha3.CompositePodGroupSchedulingPolicy", false),
t(S::Struct(StructId(1048)), true, "v1alpha3.CompositePodGroupSchedulingConstraints", false),
t(S::Struct(StructId(1044)), true, "v1alpha3.CompositeDisruptionMode", false),
t(S::String, true, "v1alpha3.PreemptionPolicy", false),
t(S::Struct(StructId(1063)), false, "v1alpha3.PodGroupTemplate", false),
t(S::List(TypeId(1574)), false, "[]v1alpha3.PodGroupTemplate", false),
t(S::Struct(StructId(1052)), false, "v1alpha3.CompositePodGroupTemplate", false),
t(S::List(TypeId(1576)), false, "[]v1alpha3.CompositePodGroupTemplate", false),
t(S::Struct(StructId(1065)), true, "v1alpha3.SingleDisruptionMode", false),
t(S::Struct(StructId(1041)), true, "v1alpha3.AllDisruptionMode", false),
t(S::Struct(StructId(1061)), false, "v1alpha3.PodGroupSpec", false),
t(S::Struct(StructId(1062)), false, "v1alpha3.PodGroupStatus", false),
t(S::Struct(StructId(1055)), false, "v1alpha3.PodGroup", false),
t(S::List(TypeId(1582)), false, "[]v1alpha3.PodGroup", false),
t(S::Struct(StructId(1042)), true, "v1alpha3.BasicSchedulingPolicy", false),
t(S::Struct(StructId(1054)), true, "v1alpha3.GangSchedulingPolicy", false),
t(S::Struct(StructId(1060)), false, "v1alpha3.PodGroupSchedulingPolicy", false),
t(S::Struct(StructId(1059)), true, "v1alpha3.PodGroupSchedulingConstraints", false),
t(S::Struct(StructId(1057)), false, "v1alpha3.PodGroupResourceClaim", false),
t(S::List(TypeId(1588)), false, "[]v1alpha3.PodGroupResourceClaim", false),
t(S::Struct(StructId(1053)), true, "v1alpha3.DisruptionMode", false),
t(S::Struct(StructId(1058)), false, "v1alpha3.PodGroupResourceClaimStatus", false),
t(S::List(TypeId(1591)), false, "[]v1alpha3.PodGroupResourceClaimStatus", false),
t(S::Struct(StructId(1079)), false, "v1alpha3.WorkloadSpec", false),
t(S::Struct(StructId(1068)), false, "v1alpha3.Workload", false),
t(S::List(TypeId(1594)), false, "[]v1alpha3.Workload", false),
t(S::Struct(StructId(1077)), true, "v1alpha3.WorkloadPodGroupSingleDisruptionMode", false),
t(S::Struct(StructId(1070)), true, "v1alpha3.WorkloadPodGroupAllDisruptionMode", false),
t(S::Struct(StructId(1071)), true, "v1alpha3.WorkloadPodGroupBasicSchedulingPolicy", false),
t(S::Struct(StructId(1073)), true, "v1alpha3.WorkloadPodGroupGangSchedulingPolicy", false),
t(S::Struct(StructId(1067)), true, "v1alpha3.TypedLocalObjectReference", false),
t(S::Struct(StructId(1102)), true, "v1beta1.SingleCompositeDisruptionMode", false),
t(S::Struct(StructId(1080)), true, "v1beta1.AllCompositeDisruptionMode", false),
t(S::Struct(StructId(1104)), false, "v1beta1.TopologyConstraint", false),
t(S::List(TypeId(1603)), false, "[]v1beta1.TopologyConstraint", false),
t(S::Struct(StructId(1083)), true, "v1beta1.CompositeBasicSchedulingPolicy", false),
t(S::Struct(StructId(1085)), true, "v1beta1.CompositeGangSchedulingPolicy", false),
t(S::Struct(StructId(1087)), false, "v1beta1.CompositePodGroupSchedulingPolicy", false),
t(S::Struct(StructId(1086)), true, "v1beta1.CompositePodGroupSchedulingConstraints", false),
t(S::Struct(StructId(1084)), true, "v1beta1.CompositeDisruptionMode", false),
t(S::String, true, "v1beta1.PreemptionPolicy", false),
t(S::Struct(StructId(1099)), false, "v1beta1.PodGroupTemplate", false),
t(S::List(TypeId(1611)), false, "[]v1beta1.PodGroupTemplate", false),
t(S::Struct(StructId(1088)), false, "v1beta1.CompositePodGroupTemplate", false),
t(S::List(TypeId(1613)), false, "[]v1beta1.CompositePodGroupTemplate", false),
t(S::Struct(StructId(1103)), true, "v1beta1.SingleDisruptionMode", false),
t(S::Struct(StructId(1081)), true, "v1beta1.AllDisruptionMode", false),
t(S::Struct(StructId(1097)), false, "v1beta1.PodGroupSpec", false),
t(S::Struct(StructId(1098)), false, "v1beta1.PodGroupStatus", false),
t(S::Struct(StructId(1091)), false, "v1beta1.PodGroup", false),
t(S::List(TypeId(1619)), false, "[]v1beta1.PodGroup", false),
t(S::Struct(StructId(1082)), true, "v1beta1.BasicSchedulingPolicy", false),
t(S::Struct(StructId(1090)), true, "v1beta1.GangSchedulingPolicy", false),
t(S::Struct(StructId(1108)), true, "v1beta1.WorkloadReference", false),
t(S::Struct(StructId(1096)), false, "v1beta1.PodGroupSchedulingPolicy", false),
t(S::Struct(StructId(1095)), true, "v1beta1.PodGroupSchedulingConstraints", false),
t(S::Struct(StructId(1093)), false, "v1beta1.PodGroupResourceClaim", false),
t(S::List(TypeId(1626)), false, "[]v1beta1.PodGroupResourceClaim", false),
t(S::Struct(StructId(1089)), true, "v1beta1.DisruptionMode", false),
t(S::Struct(StructId(1094)), false, "v1beta1.PodGroupResourceClaimStatus", false),
t(S::List(TypeId(1629)), false, "[]v1beta1.PodGroupResourceClaimStatus", false),
t(S::Struct(StructId(1100)), false, "v1beta1.PriorityClass", false),
t(S::List(TypeId(1631)), false, "[]v1beta1.PriorityClass", false),
t(S::Struct(StructId(1109)), false, "v1beta1.WorkloadSpec", false),
t(S::Struct(StructId(1106)), false, "v1beta1.Workload", false),
t(S::List(TypeId(1634)), false, "[]v1beta1.Workload", false),
t(S::Struct(StructId(1105)), true, "v1beta1.TypedLocalObjectReference", false),
t(S::Struct(StructId(1112)), false, "v1.CSIDriverSpec", false),
t(S::Struct(StructId(1110)), false, "v1.CSIDriver", false),
t(S::List(TypeId(1638)), false, "[]v1.CSIDriver", false),
t(S::String, false, "v1.VolumeLifecycleMode", false),
t(S::List(TypeId(1640)), false, "[]v1.VolumeLifecycleMode", false),
t(S::String, true, "v1.FSGroupPolicy", false),
t(S::Struct(StructId(1124)), false, "v1.TokenRequest", false),
t(S::List(TypeId(1643)), false, "[]v1.TokenRequest", false),
t(S::Struct(StructId(1116)), false, "v1.CSINodeSpec", false),
t(S::Struct(StructId(1117)), false, "v1.CSINodeStatus", false),
t(S::Struct(StructId(1133)), true, "v1.VolumeNodeResources", false),
t(S::Struct(StructId(1113)), false, "v1.CSINode", false),
t(S::List(TypeId(1648)), false, "[]v1.CSINode", false),
t(S::Struct(StructId(1114)), false, "v1.CSINodeDriver", false),
t(S::List(TypeId(1650)), false, "[]v1.CSINodeDriver", false),
t(S::Struct(StructId(1122)), false, "v1.StorageHealth", false),
t(S::List(TypeId(1652)), false, "[]v1.StorageHealth", false),
t(S::Struct(StructId(1118)), false, "v1.CSIStorageCapacity", false),
t(S::List(TypeId(1654)), false, "[]v1.CSIStorageCapacity", false),
t(S::String, true, "v1.PersistentVolumeReclaimPolicy", false),
t(S::String, true, "v1.VolumeBindingMode", false),
t(S::Struct(StructId(565)), false, "v1.TopologySelectorTerm", false),
t(S::List(TypeId(1658)), false, "[]v1.TopologySelectorTerm", false),
t(S::Struct(StructId(1120)), false, "v1.StorageClass", false),
t(S::List(TypeId(1660)), false, "[]v1.StorageClass", false),
t(S::Struct(StructId(1123)), false, "v1.StorageHealthCondition", false),
t(S::List(TypeId(1662)), false, "[]v1.StorageHealthCondition", false),
t(S::String, false, "v1.StorageHealthStatusType", false),
t(S::String, true, "v1.PersistentVolumeAccessMode", false),
t(S::Struct(StructId(1128)), false, "v1.VolumeAttachmentSpec", false),
t(S::Struct(StructId(1129)), false, "v1.VolumeAttachmentStatus", false),
t(S::Struct(StructId(1125)), false, "v1.VolumeAttachment", false),
t(S::List(TypeId(1668)), false, "[]v1.VolumeAttachment", false),
t(S::Struct(StructId(477)), true, "v1.PersistentVolumeSpec", false),
t(S::Struct(StructId(1127)), false, "v1.VolumeAttachmentSource", false),
t(S::Struct(StructId(1132)), true, "v1.VolumeError", false),
t(S::Struct(StructId(1130)), false, "v1.VolumeAttributesClass", false),
t(S::List(TypeId(1673)), false, "[]v1.VolumeAttributesClass", false),
t(S::Struct(StructId(1134)), false, "v1alpha1.CSIStorageCapacity", false),
t(S::List(TypeId(1675)), false, "[]v1alpha1.CSIStorageCapacity", false),
t(S::Struct(StructId(1139)), false, "v1alpha1.VolumeAttachmentSpec", false),
t(S::Struct(StructId(1140)), false, "v1alpha1.VolumeAttachmentStatus", false),
t(S::Struct(StructId(1136)), false, "v1alpha1.VolumeAttachment", false),
t(S::List(TypeId(1679)), false, "[]v1alpha1.VolumeAttachment", false),
t(S::Struct(StructId(1138)), false, "v1alpha1.VolumeAttachmentSource", false),
t(S::Struct(StructId(1143)), true, "v1alpha1.VolumeError", false),
t(S::Struct(StructId(1141)), false, "v1alpha1.VolumeAttributesClass", false),
t(S::List(TypeId(1683)), false, "[]v1alpha1.VolumeAttributesClass", false),
t(S::Struct(StructId(1146)), false, "v1beta1.CSIDriverSpec", false),
t(S::Struct(StructId(1144)), false, "v1beta1.CSIDriver", false),
t(S::List(TypeId(1686)), false, "[]v1beta1.CSIDriver", false),
t(S::String, false, "v1beta1.VolumeLifecycleMode", false),
t(S::List(TypeId(1688)), false, "[]v1beta1.VolumeLifecycleMode", false),
t(S::String, true, "v1beta1.FSGroupPolicy", false),
t(S::Struct(StructId(1158)), false, "v1beta1.TokenRequest", false),
t(S::List(TypeId(1691)), false, "[]v1beta1.TokenRequest", false),
t(S::Struct(StructId(1150)), false, "v1beta1.CSINodeSpec", false),
t(S::Struct(StructId(1151)), false, "v1beta1.CSINodeStatus", false),
t(S::Struct(StructId(1167)), true, "v1beta1.VolumeNodeResources", false),
t(S::Struct(StructId(1147)), false, "v1beta1.CSINode", false),
t(S::List(TypeId(1696)), false, "[]v1beta1.CSINode", false),
t(S::Struct(StructId(1148)), false, "v1beta1.CSINodeDriver", false),
t(S::List(TypeId(1698)), false, "[]v1beta1.CSINodeDriver", false),
t(S::Struct(StructId(1156)), false, "v1beta1.StorageHealth", false),
t(S::List(TypeId(1700)), false, "[]v1beta1.StorageHealth", false),
t(S::Struct(StructId(1152)), false, "v1beta1.CSIStorageCapacity", false),
t(S::List(TypeId(1702)), false, "[]v1beta1.CSIStorageCapacity", false),
t(S::String, true, "v1beta1.VolumeBindingMode", false),
t(S::Struct(StructId(1154)), false, "v1beta1.StorageClass", false),
t(S::List(TypeId(1705)), false, "[]v1beta1.StorageClass", false),
t(S::Struct(StructId(1157)), false, "v1beta1.StorageHealthCondition", false),
t(S::List(TypeId(1707)), false, "[]v1beta1.StorageHealthCondition", false),
t(S::String, false, "v1beta1.StorageHealthStatusType", false),
t(S::Struct(StructId(1162)), false, "v1beta1.VolumeAttachmentSpec", false),
t(S::Struct(StructId(1163)), false, "v1beta1.VolumeAttachmentStatus", false),
t(S::Struct(StructId(1159)), false, "v1beta1.VolumeAttachment", false),
t(S::List(TypeId(1712)), false, "[]v1beta1.VolumeAttachment", false),
t(S::Struct(StructId(1161)), false, "v1beta1.VolumeAttachmentSource", false),
t(S::Struct(StructId(1166)), true, "v1beta1.VolumeError", false),
t(S::Struct(StructId(1164)), false, "v1beta1.VolumeAttributesClass", false),
t(S::List(TypeId(1716)), false, "[]v1beta1.VolumeAttributesClass", false),
t(S::Struct(StructId(1170)), false, "v1.StorageVersionMigrationSpec", false),
t(S::Struct(StructId(1171)), false, "v1.StorageVersionMigrationStatus", false),
t(S::Struct(StructId(1168)), false, "v1.StorageVersionMigration", false),
t(S::List(TypeId(1720)), false, "[]v1.StorageVersionMigration", false),
t(S::Struct(StructId(1231)), false, "v1.GroupResource", false),
t(S::Struct(StructId(1174)), false, "v1beta1.StorageVersionMigrationSpec", false),
t(S::Struct(StructId(1175)), false, "v1beta1.StorageVersionMigrationStatus", false),
t(S::Struct(StructId(1172)), false, "v1beta1.StorageVersionMigration", false),
t(S::List(TypeId(1725)), false, "[]v1beta1.StorageVersionMigration", false),
t(S::Struct(StructId(1248)), false, "v1.Status", false),
t(S::Struct(StructId(1176)), true, "v1.ConversionRequest", false),
t(S::Struct(StructId(1177)), true, "v1.ConversionResponse", false),
t(S::String, false, "v1.ConversionStrategyType", false),
t(S::Struct(StructId(1198)), true, "v1.WebhookConversion", false),
t(S::Struct(StructId(1185)), false, "v1.CustomResourceDefinitionSpec", false),
t(S::Struct(StructId(1186)), false, "v1.CustomResourceDefinitionStatus", false),
t(S::String, false, "v1.CustomResourceDefinitionConditionType", false),
t(S::Struct(StructId(1181)), false, "v1.CustomResourceDefinition", false),
t(S::List(TypeId(1735)), false, "[]v1.CustomResourceDefinition", false),
t(S::Struct(StructId(1184)), false, "v1.CustomResourceDefinitionNames", false),
t(S::String, false, "v1.ResourceScope", false),
t(S::Struct(StructId(1187)), false, "v1.CustomResourceDefinitionVersion", false),
t(S::List(TypeId(1739)), false, "[]v1.CustomResourceDefinitionVersion", false),
t(S::Struct(StructId(1180)), true, "v1.CustomResourceConversion", false),
t(S::Struct(StructId(1182)), false, "v1.CustomResourceDefinitionCondition", false),
t(S::List(TypeId(1742)), false, "[]v1.CustomResourceDefinitionCondition", false),
t(S::Struct(StructId(1191)), true, "v1.CustomResourceValidation", false),
t(S::Struct(StructId(1190)), true, "v1.CustomResourceSubresources", false),
t(S::Struct(StructId(1179)), false, "v1.CustomResourceColumnDefinition", false),
t(S::List(TypeId(1746)), false, "[]v1.CustomResourceColumnDefinition", false),
t(S::Struct(StructId(1194)), false, "v1.SelectableField", false),
t(S::List(TypeId(1748)), false, "[]v1.SelectableField", false),
t(S::Struct(StructId(1189)), true, "v1.CustomResourceSubresourceStatus", false),
t(S::Struct(StructId(1188)), true, "v1.CustomResourceSubresourceScale", false),
t(S::Struct(StructId(1193)), true, "v1.JSONSchemaProps", false),
t(S::String, false, "v1.JSONSchemaURL", false),
t(S::Json, true, "v1.JSON", false),
t(S::Float64, true, "float64", false),
t(S::Json, false, "v1.JSON", false),
t(S::List(TypeId(1756)), false, "[]v1.JSON", false),
t(S::SchemaOrArray(StructId(1193)), true, "v1.JSONSchemaPropsOrArray", false),
t(S::Struct(StructId(1193)), false, "v1.JSONSchemaProps", false),
t(S::List(TypeId(1759)), false, "[]v1.JSONSchemaProps", false),
t(S::Map(TypeId(1759)), false, "map[string]v1.JSONSchemaProps", false),
t(S::SchemaOrBool(StructId(1193)), true, "v1.JSONSchemaPropsOrBool", false),
t(S::SchemaOrStringArray(StructId(1193)), false, "v1.JSONSchemaPropsOrStringArray", false),
t(S::Map(TypeId(1763)), false, "v1.JSONSchemaDependencies", false),
t(S::Map(TypeId(1759)), false, "v1.JSONSchemaDefinitions", false),
t(S::Struct(StructId(1192)), true, "v1.ExternalDocumentation", false),
t(S::Struct(StructId(1196)), false, "v1.ValidationRule", false),
t(S::List(TypeId(1767)), false, "v1.ValidationRules", false),
t(S::String, true, "v1.FieldValueErrorReason", false),
t(S::Struct(StructId(1195)), true, "v1.ServiceReference", false),
t(S::Struct(StructId(1197)), true, "v1.WebhookClientConfig", false),
t(S::Struct(StructId(1199)), true, "v1beta1.ConversionRequest", false),
t(S::Struct(StructId(1200)), true, "v1beta1.ConversionResponse", false),
t(S::String, false, "v1beta1.ConversionStrategyType", false),
t(S::Struct(StructId(1220)), true, "v1beta1.WebhookClientConfig", false),
t(S::Struct(StructId(1208)), false, "v1beta1.CustomResourceDefinitionSpec", false),
t(S::Struct(StructId(1209)), false, "v1beta1.CustomResourceDefinitionStatus", false),
t(S::String, false, "v1beta1.CustomResourceDefinitionConditionType", false),
t(S::Struct(StructId(1204)), false, "v1beta1.CustomResourceDefinition", false),
t(S::List(TypeId(1779)), false, "[]v1beta1.CustomResourceDefinition", false),
t(S::Struct(StructId(1207)), false, "v1beta1.CustomResourceDefinitionNames", false),
t(S::String, false, "v1beta1.ResourceScope", false),
t(S::Struct(StructId(1214)), true, "v1beta1.CustomResourceValidation", false),
t(S::Struct(StructId(1213)), true, "v1beta1.CustomResourceSubresources", false),
t(S::Struct(StructId(1210)), false, "v1beta1.CustomResourceDefinitionVersion", false),
t(S::List(TypeId(1785)), false, "[]v1beta1.CustomResourceDefinitionVersion", false),
t(S::Struct(StructId(1202)), false, "v1beta1.CustomResourceColumnDefinition", false),
t(S::List(TypeId(1787)), false, "[]v1beta1.CustomResourceColumnDefinition", false),
t(S::Struct(StructId(1217)), false, "v1beta1.SelectableField", false),
t(S::List(TypeId(1789)), false, "[]v1beta1.SelectableField", false),
t(S::Struct(StructId(1203)), true, "v1beta1.CustomResourceConversion", false),
t(S::Struct(StructId(1205)), false, "v1beta1.CustomResourceDefinitionCondition", false),
t(S::List(TypeId(1792)), false, "[]v1beta1.CustomResourceDefinitionCondition", false),
t(S::Struct(StructId(1212)), true, "v1beta1.CustomResourceSubresourceStatus", false),
t(S::Struct(StructId(1211)), true, "v1beta1.CustomResourceSubresourceScale", false),
t(S::Struct(StructId(1216)), true, "v1beta1.JSONSchemaProps", false),
t(S::String, false, "v1beta1.JSONSchemaURL", false),
t(S::Json, true, "v1beta1.JSON", false),
t(S::Json, false, "v1beta1.JSON", false),
t(S::List(TypeId(1799)), false, "[]v1beta1.JSON", false),
t(S::SchemaOrArray(StructId(1216)), true, "v1beta1.JSONSchemaPropsOrArray", false),
t(S::Struct(StructId(1216)), false, "v1beta1.JSONSchemaProps", false),
t(S::List(TypeId(1802)), false, "[]v1beta1.JSONSchemaProps", false),
t(S::Map(TypeId(1802)), false, "map[string]v1beta1.JSONSchemaProps", false),
t(S::SchemaOrBool(StructId(1216)), true, "v1beta1.JSONSchemaPropsOrBool", false),
t(S::SchemaOrStringArray(StructId(1216)), false, "v1beta1.JSONSchemaPropsOrStringArray", false),
t(S::Map(TypeId(1806)), false, "v1beta1.JSONSchemaDependencies", false),
t(S::Map(TypeId(1802)), false, "v1beta1.JSONSchemaDefinitions", false),
t(S::Struct(StructId(1215)), true, "v1beta1.ExternalDocumentation", false),
t(S::Struct(StructId(1219)), false, "v1beta1.ValidationRule", false),
t(S::List(TypeId(1810)), false, "v1beta1.ValidationRules", false),
t(S::String, true, "v1beta1.FieldValueErrorReason", false),
t(S::Struct(StructId(1218)), true, "v1beta1.ServiceReference", false),
t(S::Struct(StructId(1232)), false, "v1.GroupVersionForDiscovery", false),
t(S::List(TypeId(1814)), false, "[]v1.GroupVersionForDiscovery", false),
t(S::Struct(StructId(1246)), false, "v1.ServerAddressByClientCIDR", false),
t(S::List(TypeId(1816)), false, "[]v1.ServerAddressByClientCIDR", false),
t(S::Struct(StructId(1221)), false, "v1.APIGroup", false),
t(S::List(TypeId(1818)), false, "[]v1.APIGroup", false),
t(S::List(TypeId(3)), false, "v1.Verbs", true),
t(S::Struct(StructId(1223)), false, "v1.APIResource", false),
t(S::List(TypeId(1821)), false, "[]v1.APIResource", false),
t(S::Struct(StructId(1245)), true, "v1.Preconditions", false),
t(S::String, true, "v1.DeletionPropagation", false),
t(S::String, false, "v1.FieldSelectorOperator", false),
t(S::String, false, "v1.LabelSelectorOperator", false),
t(S::Struct(StructId(1247)), true, "v1.ShardInfo", false),
t(S::String, false, "v1.ResourceVersionMatch", false),
t(S::String, false, "v1.ManagedFieldsOperationType", false),
t(S::FieldsV1, true, "v1.FieldsV1", false),
t(S::Struct(StructId(1241)), false, "v1.OwnerReference", false),
t(S::List(TypeId(1831)), false, "[]v1.OwnerReference", false),
t(S::Struct(StructId(1239)), false, "v1.ManagedFieldsEntry", false),
t(S::List(TypeId(1833)), false, "[]v1.ManagedFieldsEntry", false),
t(S::Struct(StructId(1242)), false, "v1.PartialObjectMetadata", false),
t(S::List(TypeId(1835)), false, "[]v1.PartialObjectMetadata", false),
t(S::String, false, "v1.StatusReason", false),
t(S::Struct(StructId(1250)), true, "v1.StatusDetails", false),
t(S::String, false, "v1.CauseType", false),
t(S::Struct(StructId(1249)), false, "v1.StatusCause", false),
t(S::List(TypeId(1840)), false, "[]v1.StatusCause", false),
t(S::Struct(StructId(1252)), false, "v1.TableColumnDefinition", false),
t(S::List(TypeId(1842)), false, "[]v1.TableColumnDefinition", false),
t(S::Struct(StructId(1254)), false, "v1.TableRow", false),
t(S::List(TypeId(1844)), false, "[]v1.TableRow", false),
t(S::String, false, "v1.IncludeObjectPolicy", false),
t(S::Json, false, "interface {}", false),
t(S::List(TypeId(1847)), false, "[]interface {}", false),
t(S::Struct(StructId(1255)), false, "v1.TableRowCondition", false),
t(S::List(TypeId(1849)), false, "[]v1.TableRowCondition", false),
t(S::String, false, "v1.RowConditionType", false),
t(S::String, false, "v1.Level", false),
t(S::String, false, "v1.Stage", false),
t(S::Struct(StructId(212)), true, "v1.UserInfo", false),
t(S::Struct(StructId(1259)), true, "v1.AuthenticationMetadata", false),
t(S::Struct(StructId(1263)), true, "v1.ObjectReference", false),
t(S::RawExtension, true, "runtime.Unknown", false),
t(S::Struct(StructId(1260)), false, "v1.Event", false),
t(S::List(TypeId(1858)), false, "[]v1.Event", false),
t(S::Struct(StructId(1266)), false, "v1.PolicyRule", false),
t(S::List(TypeId(1860)), false, "[]v1.PolicyRule", false),
t(S::List(TypeId(1853)), false, "[]v1.Stage", false),
t(S::Struct(StructId(1264)), false, "v1.Policy", false),
t(S::List(TypeId(1863)), false, "[]v1.Policy", false),
t(S::Struct(StructId(1262)), false, "v1.GroupResources", false),
t(S::List(TypeId(1865)), false, "[]v1.GroupResources", false),
t(S::Struct(StructId(1270)), false, "v1.APIServiceSpec", false),
t(S::Struct(StructId(1271)), false, "v1.APIServiceStatus", false),
t(S::String, false, "v1.APIServiceConditionType", false),
t(S::Struct(StructId(1267)), false, "v1.APIService", false),
t(S::List(TypeId(1870)), false, "[]v1.APIService", false),
t(S::Struct(StructId(1272)), true, "v1.ServiceReference", false),
t(S::Struct(StructId(1268)), false, "v1.APIServiceCondition", false),
t(S::List(TypeId(1873)), false, "[]v1.APIServiceCondition", false),
t(S::Struct(StructId(1276)), false, "v1beta1.APIServiceSpec", false),
t(S::Struct(StructId(1277)), false, "v1beta1.APIServiceStatus", false),
t(S::String, false, "v1beta1.APIServiceConditionType", false),
t(S::Struct(StructId(1273)), false, "v1beta1.APIService", false),
t(S::List(TypeId(1878)), false, "[]v1beta1.APIService", false),
t(S::Struct(StructId(1278)), true, "v1beta1.ServiceReference", false),
t(S::Struct(StructId(1274)), false, "v1beta1.APIServiceCondition", false),
t(S::List(TypeId(1881)), false, "[]v1beta1.APIServiceCondition", false),
];

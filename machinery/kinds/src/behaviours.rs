//! The list of all behaviours: one line per kind that is stored. Read by the registry and by tests against the facts. A new kind is
//! one file and one line here. Resources that store nothing (reviews, bindings, component statuses) have no line.

use crate::strategy::Behaviour;
use crate::{
    admissionregistration, apiextensions, apiregistration, apps, autoscaling, batch, certificates, coordination, core, discovery,
    dra, events, flowcontrol, internal, lifecycle, networking, node, policy, rbac, scheduling, storage, storagemigration,
};

/// Every built-in resource that is stored.
pub static BEHAVIOURS: &[&Behaviour] = &[
    &admissionregistration::mutatingadmissionpolicy::BEHAVIOUR,
    &admissionregistration::mutatingadmissionpolicybinding::BEHAVIOUR,
    &admissionregistration::mutatingwebhookconfiguration::BEHAVIOUR,
    &admissionregistration::validatingadmissionpolicy::BEHAVIOUR,
    &admissionregistration::validatingadmissionpolicybinding::BEHAVIOUR,
    &admissionregistration::validatingwebhookconfiguration::BEHAVIOUR,
    &apiextensions::customresourcedefinition::BEHAVIOUR,
    &apiregistration::apiservice::BEHAVIOUR,
    &apps::controllerrevision::BEHAVIOUR,
    &apps::daemonset::BEHAVIOUR,
    &apps::deployment::BEHAVIOUR,
    &apps::replicaset::BEHAVIOUR,
    &apps::statefulset::BEHAVIOUR,
    &autoscaling::horizontalpodautoscaler::BEHAVIOUR,
    &batch::cronjob::BEHAVIOUR,
    &batch::job::BEHAVIOUR,
    &certificates::certificatesigningrequest::BEHAVIOUR,
    &certificates::clustertrustbundle::BEHAVIOUR,
    &certificates::podcertificaterequest::BEHAVIOUR,
    &coordination::lease::BEHAVIOUR,
    &coordination::leasecandidate::BEHAVIOUR,
    &core::configmap::BEHAVIOUR,
    &core::endpoints::BEHAVIOUR,
    &core::event::BEHAVIOUR,
    &core::limitrange::BEHAVIOUR,
    &core::namespace::BEHAVIOUR,
    &core::node::BEHAVIOUR,
    &core::persistentvolume::BEHAVIOUR,
    &core::persistentvolumeclaim::BEHAVIOUR,
    &core::pod::BEHAVIOUR,
    &core::podtemplate::BEHAVIOUR,
    &core::replicationcontroller::BEHAVIOUR,
    &core::resourcequota::BEHAVIOUR,
    &core::secret::BEHAVIOUR,
    &core::service::BEHAVIOUR,
    &core::serviceaccount::BEHAVIOUR,
    &discovery::endpointslice::BEHAVIOUR,
    &dra::deviceclass::BEHAVIOUR,
    &dra::devicetaintrule::BEHAVIOUR,
    &dra::resourceclaim::BEHAVIOUR,
    &dra::resourceclaimtemplate::BEHAVIOUR,
    &dra::resourcepoolstatusrequest::BEHAVIOUR,
    &dra::resourceslice::BEHAVIOUR,
    &events::event::BEHAVIOUR,
    &flowcontrol::flowschema::BEHAVIOUR,
    &flowcontrol::prioritylevelconfiguration::BEHAVIOUR,
    &internal::storageversion::BEHAVIOUR,
    &lifecycle::eviction::BEHAVIOUR,
    &lifecycle::evictionrequest::BEHAVIOUR,
    &networking::ingress::BEHAVIOUR,
    &networking::ingressclass::BEHAVIOUR,
    &networking::ipaddress::BEHAVIOUR,
    &networking::networkpolicy::BEHAVIOUR,
    &networking::servicecidr::BEHAVIOUR,
    &node::runtimeclass::BEHAVIOUR,
    &policy::poddisruptionbudget::BEHAVIOUR,
    &rbac::clusterrole::BEHAVIOUR,
    &rbac::clusterrolebinding::BEHAVIOUR,
    &rbac::role::BEHAVIOUR,
    &rbac::rolebinding::BEHAVIOUR,
    &scheduling::compositepodgroup::BEHAVIOUR,
    &scheduling::podgroup::BEHAVIOUR,
    &scheduling::priorityclass::BEHAVIOUR,
    &scheduling::workload::BEHAVIOUR,
    &storage::csidriver::BEHAVIOUR,
    &storage::csinode::BEHAVIOUR,
    &storage::csistoragecapacity::BEHAVIOUR,
    &storage::storageclass::BEHAVIOUR,
    &storage::volumeattachment::BEHAVIOUR,
    &storage::volumeattributesclass::BEHAVIOUR,
    &storagemigration::storageversionmigration::BEHAVIOUR,
];

/// The behaviour of one resource; none for what stores nothing and for custom resources.
#[must_use]
pub fn behaviour(group: &str, plural: &str) -> Option<&'static Behaviour> {
    BEHAVIOURS.iter().copied().find(|behaviour| behaviour.group == group && behaviour.plural == plural)
}

#[cfg(test)]
mod tests;

//! Defaults of group networking.k8s.io. Source: upstream `pkg/apis/networking/v1/defaults.go`.

use crate::defaults::{Rules, text, unset};
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::NETWORKING_V1_NETWORK_POLICY_PORT, |port, _| text(port, &["protocol"], "TCP")),
    (id::NETWORKING_V1_NETWORK_POLICY_SPEC, policy),
    (id::NETWORKING_V1_INGRESS_CLASS_PARAMETERS_REFERENCE, |reference, _| text(reference, &["scope"], "Cluster")),
];

/// A policy that does not say what it restricts restricts ingress, and egress if it has rules for that.
fn policy(spec: &mut NodeMut<'_>, _: &Ctx<'_>) {
    if !unset(spec, &["policyTypes"]) {
        return;
    }
    let egress = !unset(spec, &["egress"]);
    if let Some(mut types) = spec.reborrow().make(&["policyTypes"]) {
        types.push_str("Ingress");
        if egress {
            types.push_str("Egress");
        }
    }
}

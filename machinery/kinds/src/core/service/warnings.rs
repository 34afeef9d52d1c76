//! What clients are told of services that are written: fields that are deprecated and fields that do nothing. Called by the strategy.
//! Source: upstream `pkg/api/service/warnings.go`.

use super::{CLUSTER_IP, TYPE};
use crate::prepare::text;
use crate::strategy::Ctx;
use object::Tree;

const OLD_HINTS: &str = "service.kubernetes.io/topology-aware-hints";
const HINTS: &str = "service.kubernetes.io/topology-mode";

/// Adds the warnings of a service.
pub(super) fn warn(service: &Tree, ctx: &mut Ctx<'_>) {
    let external = text(service, TYPE) == "ExternalName";
    let headless = text(service, TYPE) == "ClusterIP" && text(service, CLUSTER_IP) == "None";
    let addresses = service.items(&["spec", "externalIPs"]).next().is_some();
    let set = |field: &str| !text(service, &["spec", field]).is_empty();
    let hints = format!("annotation {OLD_HINTS} is deprecated, please use {HINTS} instead");
    let warnings = [
        (service.at(&["metadata", "annotations", OLD_HINTS]).is_some(), hints.as_str()),
        (headless && set("loadBalancerIP"), "spec.loadBalancerIP is ignored for headless services"),
        (headless && addresses, "spec.externalIPs is ignored for headless services"),
        (
            headless && text(service, &["spec", "sessionAffinity"]) != "None",
            "spec.SessionAffinity is ignored for headless services",
        ),
        (addresses && !headless && !external, "spec.externalIPs is deprecated and may no longer be implemented in some clusters"),
        (external && addresses, "spec.externalIPs is ignored when spec.type is \"ExternalName\""),
        (!external && set("externalName"), "spec.externalName is ignored when spec.type is not \"ExternalName\""),
        (
            text(service, &["spec", "trafficDistribution"]) == "PreferClose",
            "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"",
        ),
    ];
    ctx.warnings.extend(warnings.into_iter().filter(|(said, _)| *said).map(|(_, warning)| warning.to_owned()));
}

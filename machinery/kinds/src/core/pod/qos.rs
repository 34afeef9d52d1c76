//! Quality-of-service class of a pod, from the requests and limits of its containers or of the pod as a whole. Called by the
//! pod's `prepare`. Source: upstream `pkg/apis/core/helper/qos/qos.go`.

use super::resources::is_supported;
use crate::strategy::Ctx;
use meta::quantity::Quantity;
use object::{NodeRef, Tree};

const BEST_EFFORT: &str = "BestEffort";
const BURSTABLE: &str = "Burstable";
const GUARANTEED: &str = "Guaranteed";

/// The class: `Guaranteed`, `Burstable` or `BestEffort`.
pub(super) fn class(pod: &Tree, ctx: &Ctx<'_>) -> &'static str {
    if ctx.on("PodLevelResources")
        && let Some(resources) = pod.at(&["spec", "resources"])
        && (!ctx.on("PodLevelResourcesFixKubeletQOSClass") || has_supported(resources))
    {
        return of(Some(resources));
    }
    let mut all = None;
    for container in ["initContainers", "containers"].into_iter().flat_map(|list| pod.items(&["spec", list])) {
        let one = of(container.field("resources"));
        if one == BURSTABLE || *all.get_or_insert(one) != one {
            return BURSTABLE;
        }
    }
    all.unwrap_or(BEST_EFFORT)
}

/// Whether any request or limit is for a resource that a pod as a whole can have.
fn has_supported(resources: NodeRef<'_>) -> bool {
    ["requests", "limits"]
        .into_iter()
        .filter_map(|side| resources.field(side))
        .any(|list| list.entries().any(|(name, _)| is_supported(name)))
}

fn of(resources: Option<NodeRef<'_>>) -> &'static str {
    let cpu = of_one(resources, "cpu");
    if cpu == of_one(resources, "memory") { cpu } else { BURSTABLE }
}

fn of_one(resources: Option<NodeRef<'_>>, name: &str) -> &'static str {
    let amount = |side| {
        resources
            .and_then(|resources| resources.field(side)?.entry(name)?.as_str())
            .and_then(|text| Quantity::parse(text).ok())
            .unwrap_or_default()
    };
    let (request, limit) = (amount("requests"), amount("limits"));
    if request != limit {
        BURSTABLE
    } else if request.is_zero() {
        BEST_EFFORT
    } else {
        GUARANTEED
    }
}

//! Pod: pending on create, with its quality-of-service class; spec moves generation, also through the ephemeralcontainers and
//! resize endpoints, which may change nothing else; deletion is graceful. Source: upstream `pkg/registry/core/pod/strategy.go`.

mod apparmor;
pub mod assign;
mod condition;
pub(crate) mod defaults;
pub mod evict;
mod image;
mod placement;
mod qos;
mod resources;

use crate::edit;
use crate::prepare::{self, changed, creating, keep, keep_if_absent, text};
use crate::strategy::{Behaviour, Ctx, Deleted, Grace, Reset, Strategy};
use object::{NodeRef, Tree};
use std::collections::BTreeMap;

/// `pods`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "pods",
    main: Strategy { prepare: prepare_main, graceful_delete: Some(grace), reset: Reset::Fields(&["status"]), ..Strategy::PLAIN },
    subresources: &[
        (
            "ephemeralcontainers",
            Strategy {
                prepare: prepare_ephemeral,
                graceful_delete: Some(grace),
                reset: Reset::AllBut(&["spec.ephemeralContainers"]),
                ..Strategy::PLAIN
            },
        ),
        (
            "resize",
            Strategy {
                prepare: prepare_resize,
                graceful_delete: Some(grace),
                reset: Reset::AllBut(&[
                    "spec.containers.*.resources",
                    "spec.containers.*.resizePolicy",
                    "spec.initContainers.*.resources",
                    "spec.initContainers.*.resizePolicy",
                ]),
                ..Strategy::PLAIN
            },
        ),
        (
            "status",
            Strategy {
                prepare: prepare_status,
                graceful_delete: Some(grace),
                reset: Reset::Fields(&["spec", "metadata.deletionTimestamp", "metadata.ownerReferences"]),
                ..Strategy::PLAIN
            },
        ),
    ],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

const SPEC: &[&str] = &["spec"];
const POD_RESOURCES: &[&str] = &["spec", "resources"];
const CONDITIONS: &[&str] = &["status", "conditions"];
/// Lists of containers, in upstream's visiting order.
const CONTAINERS: [&str; 3] = ["initContainers", "containers", "ephemeralContainers"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if creating(ctx) {
        tree.set_i64(&["metadata", "generation"], 1);
        tree.set_str(&["status", "phase"], "Pending");
        placement::gated_condition(tree, ctx);
        placement::merge_label_keys(tree, ctx);
        apparmor::fields_from_annotations(tree, ctx);
        resources::default_pod_level(tree, ctx);
        let class = qos::class(tree, ctx);
        tree.set_str(&["status", "qosClass"], class);
        return;
    }
    keep_pod_resources(tree, ctx);
    generation(tree, ctx);
}

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    keep(tree, ctx, SPEC);
    // The caller puts the stored deletion time back; none can be set here.
    tree.remove(&["metadata", "deletionTimestamp"]);
    keep(tree, ctx, &["metadata", "ownerReferences"]);
    for field in ["qosClass", "resourceClaimStatuses", "extendedResourceClaimStatus", "nodeAllocatableResourceClaimStatuses"] {
        keep_if_absent(tree, ctx, &["status", field]);
    }
    keep_observed_generations(tree, ctx);
}

/// Writers that do not know `observedGeneration` must not reset it, neither the pod's nor its conditions'.
fn keep_observed_generations(tree: &mut Tree, ctx: &Ctx<'_>) {
    keep_if_absent(tree, ctx, &["status", "observedGeneration"]);
    let Some(old) = ctx.old else { return };
    let mut stored: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for condition in old.items(CONDITIONS) {
        stored.entry(kind_of(condition)).or_default().push(observed(condition));
    }
    for list in stored.values_mut() {
        list.reverse();
    }
    for i in 0..tree.items(CONDITIONS).count() {
        let at = i.to_string();
        let Some(condition) = tree.at(&["status", "conditions", &at]) else { continue };
        let before = stored.get_mut(kind_of(condition)).and_then(Vec::pop).unwrap_or_default();
        if observed(condition) == 0 && before != 0 {
            tree.set_i64(&["status", "conditions", &at, "observedGeneration"], before);
        }
    }
}

fn kind_of(condition: NodeRef<'_>) -> &str {
    condition.str(&["type"]).unwrap_or_default()
}

fn observed(condition: NodeRef<'_>) -> i64 {
    condition.at(&["observedGeneration"]).and_then(NodeRef::as_i64).unwrap_or_default()
}

fn prepare_ephemeral(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    let sent = tree.clone();
    keep_all_but_spec(tree, ctx);
    edit::put(tree, &["spec", "ephemeralContainers"], sent.at(&["spec", "ephemeralContainers"]));
    generation(tree, ctx);
}

fn prepare_resize(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if let Some(old) = ctx.old {
        take_resources_only(tree, old, ctx);
    }
    if ctx.on("PodLevelResourcesFixDefaulting") {
        keep_pod_resources(tree, ctx);
        resources::default_pod_level(tree, ctx);
    }
    generation(tree, ctx);
}

/// Everything but resources and resize policies goes back to the stored pod. Where containers were added, removed or renamed,
/// they stay as sent, for validation to refuse.
fn take_resources_only(tree: &mut Tree, old: &Tree, ctx: &mut Ctx<'_>) {
    let count = |pod: &Tree, list| pod.items(&["spec", list]).count();
    if ["containers", "initContainers"].iter().any(|list| count(tree, list) != count(old, list)) {
        return;
    }
    let sent = tree.clone();
    keep_all_but_spec(tree, ctx);
    if ctx.on("InPlacePodLevelResourcesVerticalScaling") {
        edit::put(tree, POD_RESOURCES, sent.at(POD_RESOURCES));
    }
    if ctx.on("InPlacePodVerticalScalingMemoryBackedVolumes") {
        edit::put(tree, &["spec", "volumes"], sent.at(&["spec", "volumes"]));
    }
    for list in ["containers", "initContainers"] {
        let names = |pod: &Tree| -> Vec<String> {
            pod.items(&["spec", list]).map(|container| container.str(&["name"]).unwrap_or_default().to_owned()).collect()
        };
        if names(&sent) != names(old) {
            edit::put(tree, &["spec", list], sent.at(&["spec", list]));
            continue;
        }
        for i in 0..count(old, list) {
            let at = i.to_string();
            for field in ["resources", "resizePolicy"] {
                let path = ["spec", list, &at, field];
                edit::put(tree, &path, sent.at(&path));
            }
        }
    }
}

fn keep_all_but_spec(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    keep(tree, ctx, SPEC);
    keep(tree, ctx, &["status"]);
    prepare::keep_meta_for_status(tree, ctx);
}

/// A client that does not know pod-level resources must not remove them, as the server may have filled them.
fn keep_pod_resources(tree: &mut Tree, ctx: &Ctx<'_>) {
    if ctx.on("PodLevelResourcesFixDefaulting") && tree.at(POD_RESOURCES).is_none() {
        keep(tree, ctx, POD_RESOURCES);
    }
}

fn generation(tree: &mut Tree, ctx: &Ctx<'_>) {
    if let Some(old) = ctx.old
        && changed(tree, old, SPEC)
    {
        // The caller put the stored generation here; the two endpoints that reset metadata did too.
        prepare::bump(tree, old);
    }
}

/// The client's grace or the pod's own; none at all for a pod that runs nowhere or is done.
fn grace(pod: &Tree, requested: Option<i64>, _ctx: &mut Ctx<'_>) -> Grace {
    let idle = text(pod, &["spec", "nodeName"]).is_empty() || matches!(text(pod, &["status", "phase"]), "Failed" | "Succeeded");
    if idle {
        return Grace { seconds: 0 };
    }
    let seconds = requested.or_else(|| pod.i64(&["spec", "terminationGracePeriodSeconds"])).unwrap_or_default();
    Grace { seconds: if seconds < 0 { 1 } else { seconds } }
}

#[cfg(test)]
mod tests;

//! What a new pod says about its own placement: the condition of a gated pod, and label keys that are resolved into selectors
//! once and for all. Called by the pod's `prepare`; it never looks at other pods. Source: upstream
//! `pkg/registry/core/pod/strategy.go`.

use crate::edit;
use crate::strategy::Ctx;
use object::Tree;

/// A pod with scheduling gates is not scheduled, and says so from the start.
pub(super) fn gated_condition(tree: &mut Tree, ctx: &Ctx<'_>) {
    if tree.items(&["spec", "schedulingGates"]).next().is_none() {
        return;
    }
    let list = ["status", "conditions"];
    let at = edit::push(tree, &list);
    let mut set = |field, value| tree.set_str(&["status", "conditions", &at, field], value);
    set("type", "PodScheduled");
    set("status", "False");
    set("reason", "SchedulingGated");
    set("message", "Scheduling is blocked due to non-empty scheduling gates");
    edit::time(tree, &["status", "conditions", &at, "lastTransitionTime"], ctx.now);
}

/// Adds the pod's own values of `matchLabelKeys` and `mismatchLabelKeys` to the selectors of affinity terms and topology spread
/// constraints (KEPs 3633 and 3243).
pub(super) fn merge_label_keys(tree: &mut Tree, ctx: &Ctx<'_>) {
    if ctx.on("MatchLabelKeysInPodAffinity") {
        for side in ["podAffinity", "podAntiAffinity"] {
            for (list, inner) in [
                ("preferredDuringSchedulingIgnoredDuringExecution", Some("podAffinityTerm")),
                ("requiredDuringSchedulingIgnoredDuringExecution", None),
            ] {
                let base = ["spec", "affinity", side, list];
                for i in 0..tree.items(&base).count() {
                    let at = i.to_string();
                    let mut term: Vec<&str> = base.to_vec();
                    term.push(&at);
                    term.extend(inner);
                    merge(tree, &term, "matchLabelKeys", "In");
                    merge(tree, &term, "mismatchLabelKeys", "NotIn");
                }
            }
        }
    }
    if ctx.on("MatchLabelKeysInPodTopologySpread") && ctx.on("MatchLabelKeysInPodTopologySpreadSelectorMerge") {
        for i in 0..tree.items(&["spec", "topologySpreadConstraints"]).count() {
            merge(tree, &["spec", "topologySpreadConstraints", &i.to_string()], "matchLabelKeys", "In");
        }
    }
}

/// Appends one requirement per key that the pod has a label for. A term without a selector matches nothing and stays so.
fn merge(tree: &mut Tree, term: &[&str], keys: &str, operator: &str) {
    let below = |steps: &[&str]| -> Vec<String> { term.iter().chain(steps).map(|step| (*step).to_owned()).collect() };
    let Some(node) = tree.at(term).filter(|node| node.field("labelSelector").is_some()) else { return };
    let requirements: Vec<(String, String)> = node
        .field(keys)
        .into_iter()
        .flat_map(|list| list.items())
        .filter_map(|key| key.as_str())
        .filter_map(|key| Some((key.to_owned(), tree.str(&["metadata", "labels", key])?.to_owned())))
        .collect();
    for (key, value) in requirements {
        let list = below(&["labelSelector", "matchExpressions"]);
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        let at = edit::push(tree, &list);
        let field = |name| [list.as_slice(), &[at.as_str(), name]].concat();
        tree.set_str(&field("key"), &key);
        tree.set_str(&field("operator"), operator);
        edit::texts(tree, &field("values"), &[&value]);
    }
}

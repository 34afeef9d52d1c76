//! HorizontalPodAutoscaler: the hub is v2; v1 has one CPU target in a field, and whatever else there is in annotations, which no
//! other version shows. Source: upstream `pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go`,
//! `pkg/apis/autoscaling/v1/conversion.go`, `pkg/apis/autoscaling/v2/conversion.go`.

use super::defaults;
use super::legacy::{Content, VALUE};
use super::metrics::{self, Side};
use super::rules;
use crate::strategy::{Behaviour, Conversion, Converted, Ctx, Reset, Strategy};
use crate::{edit, prepare};
use meta::Text;
use object::schema::Schema;
use object::{NodeRef, Tree, convert};

/// `horizontalpodautoscalers`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "autoscaling",
    plural: "horizontalpodautoscalers",
    normalise: Some(|tree| {
        drop_annotations(tree);
        Ok::<(), Text>(())
    }),
    main: Strategy { prepare: prepare_main, validate: rules::validate, reset: Reset::Fields(&["status"]), ..Strategy::PLAIN },
    subresources: &[("status", Strategy { validate: rules::validate_status, ..prepare::STATUS_ENDPOINT })],
    conversions: &[Conversion { group: "autoscaling", version: "v1", to_hub, from_hub }],
    ..Behaviour::PLAIN
};

const METRICS: &[&str] = &["spec", "metrics"];
const STATUSES: &[&str] = &["status", "currentMetrics"];
const CONDITIONS: &[&str] = &["status", "conditions"];
const BEHAVIOR: &[&str] = &["spec", "behavior"];
const CPU_TARGET: &[&str] = &["spec", "targetCPUUtilizationPercentage"];
const CPU_CURRENT: &[&str] = &["status", "currentCPUUtilizationPercentage"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if ctx.on("HPAGeneration") {
        prepare::generation(tree, ctx, &[&["spec"]]);
    }
}

fn annotation(key: &str) -> [&str; 3] {
    ["metadata", "annotations", key]
}

/// Annotations that carry fields of other versions are nobody else's business.
fn drop_annotations(tree: &mut Tree) {
    let contents = [Content::Metrics, Content::Statuses, Content::Conditions, Content::Behavior].map(Content::key);
    let tolerances =
        ["autoscaling.alpha.kubernetes.io/scale-down-tolerance", "autoscaling.alpha.kubernetes.io/scale-up-tolerance"];
    for key in contents.into_iter().chain(tolerances) {
        tree.remove(&annotation(key));
    }
    edit::prune(tree, &["metadata", "annotations"]);
}

fn read(old: &Tree, content: Content) -> Option<Tree> {
    content.read(old.str(&annotation(content.key()))?)
}

fn to_hub(old: &Tree, schema: &Schema) -> Converted {
    let mut new = convert::by_name(old, schema);
    if let Some(tree) = read(old, Content::Metrics) {
        metrics::append(&mut new, METRICS, &tree, Side::Spec);
    }
    if let Some(percent) = old.i64(CPU_TARGET) {
        push_cpu_target(&mut new, percent);
    }
    match read(old, Content::Statuses) {
        Some(tree) => metrics::append(&mut new, STATUSES, &tree, Side::Status),
        None => push_cpu_status(&mut new, old.i64(CPU_CURRENT)),
    }
    if let Some(tree) = read(old, Content::Behavior) {
        metrics::behavior_from_go(&mut new, BEHAVIOR, &tree);
    }
    if new.items(METRICS).next().is_none() {
        push_cpu_target(&mut new, defaults::CPU_TARGET);
    }
    if let Some(conditions) = read(old, Content::Conditions)
        && let Some(list) = conditions.at(&[VALUE])
    {
        new.graft(CONDITIONS, list);
    }
    drop_annotations(&mut new);
    Ok(new)
}

fn push_cpu_target(new: &mut Tree, percent: i64) {
    let at = edit::push(new, METRICS);
    new.set_str(&["spec", "metrics", &at, "type"], "Resource");
    new.set_str(&["spec", "metrics", &at, "resource", "name"], "cpu");
    new.set_str(&["spec", "metrics", &at, "resource", "target", "type"], "Utilization");
    new.set_i64(&["spec", "metrics", &at, "resource", "target", "averageUtilization"], percent);
}

fn push_cpu_status(new: &mut Tree, percent: Option<i64>) {
    let Some(percent) = percent else { return };
    let at = edit::push(new, STATUSES);
    new.set_str(&["status", "currentMetrics", &at, "type"], "Resource");
    new.set_str(&["status", "currentMetrics", &at, "resource", "name"], "cpu");
    new.set_i64(&["status", "currentMetrics", &at, "resource", "current", "averageUtilization"], percent);
}

/// The utilisation that v1 has a field for.
fn cpu_utilization<'t>(metric: NodeRef<'t>, inner: &str) -> Option<NodeRef<'t>> {
    let is_cpu = metric.str(&["type"]) == Some("Resource") && metric.str(&["resource", "name"]) == Some("cpu");
    if is_cpu { metric.at(&["resource", inner, "averageUtilization"]) } else { None }
}

fn from_hub(hub: &Tree, schema: &Schema) -> Converted {
    let mut old = convert::by_name(hub, schema);
    drop_annotations(&mut old);
    if let Some(percent) = hub.items(METRICS).find_map(|metric| cpu_utilization(metric, "target")) {
        old.graft(CPU_TARGET, percent);
    }
    if let Some(percent) = hub.items(STATUSES).filter_map(|metric| cpu_utilization(metric, "current")).last() {
        old.graft(CPU_CURRENT, percent);
    }
    let others = hub.items(METRICS).filter(|metric| cpu_utilization(*metric, "target").is_none());
    annotate(&mut old, Content::Metrics, &metrics::legacy(others, Side::Spec));
    // The status is kept even where v1 has a field for it, because that field holds less.
    annotate(&mut old, Content::Statuses, &metrics::legacy(hub.items(STATUSES), Side::Status));
    if let Some(behavior) = hub.at(BEHAVIOR) {
        annotate(&mut old, Content::Behavior, &metrics::behavior_to_go(behavior));
    }
    let mut conditions = Content::Conditions.empty();
    if let Some(list) = hub.at(CONDITIONS).filter(|list| !list.is_empty()) {
        conditions.graft(&[VALUE], list);
    }
    annotate(&mut old, Content::Conditions, &conditions);
    Ok(old)
}

fn annotate(old: &mut Tree, content: Content, tree: &Tree) {
    if tree.at(&[VALUE]).is_some() {
        old.set_str(&annotation(content.key()), &content.write(tree));
    }
}

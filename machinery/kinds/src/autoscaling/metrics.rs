//! Metrics and scaling behaviour between the v2 shape and the shapes that v1 keeps in annotations. Called by
//! `horizontalpodautoscaler`. Source: upstream `pkg/apis/autoscaling/v1/conversion.go`.

use super::legacy::{Content, VALUE};
use crate::edit;
use meta::quantity::Quantity;
use object::{NodeRef, Tree};

/// Metric specs or metric statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// What is wanted.
    Spec,
    /// What was measured.
    Status,
}

/// How a quantity that v1 cannot leave out comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Back {
    /// When it is there.
    Present,
    /// Always, as 0 when it is not there.
    Always,
    /// When it is not zero, or when there is no average value either.
    Needed,
}

/// One field: its name in v1, its place in v2.
type Rule = (&'static str, &'static [&'static str], Back);

const METRIC_NAME: Rule = ("metricName", &["metric", "name"], Back::Present);
const SELECTOR: Rule = ("selector", &["metric", "selector"], Back::Present);
const REFERENCE: Rule = ("target", &["describedObject"], Back::Present);
const NAME: Rule = ("name", &["name"], Back::Present);
const CONTAINER: Rule = ("container", &["container"], Back::Present);

/// Sources of metrics: the field, and its rules in specs and in statuses.
const SOURCES: [(&str, &[Rule], &[Rule]); 5] = [
    (
        "object",
        &[
            REFERENCE,
            METRIC_NAME,
            ("targetValue", &["target", "value"], Back::Needed),
            SELECTOR,
            ("averageValue", &["target", "averageValue"], Back::Present),
        ],
        &[
            REFERENCE,
            METRIC_NAME,
            ("currentValue", &["current", "value"], Back::Always),
            SELECTOR,
            ("averageValue", &["current", "averageValue"], Back::Present),
        ],
    ),
    (
        "pods",
        &[METRIC_NAME, ("targetAverageValue", &["target", "averageValue"], Back::Always), SELECTOR],
        &[METRIC_NAME, ("currentAverageValue", &["current", "averageValue"], Back::Always), SELECTOR],
    ),
    (
        "resource",
        &[
            NAME,
            ("targetAverageUtilization", &["target", "averageUtilization"], Back::Present),
            ("targetAverageValue", &["target", "averageValue"], Back::Present),
        ],
        &[
            NAME,
            ("currentAverageUtilization", &["current", "averageUtilization"], Back::Present),
            ("currentAverageValue", &["current", "averageValue"], Back::Always),
        ],
    ),
    (
        "containerResource",
        &[
            NAME,
            CONTAINER,
            ("targetAverageUtilization", &["target", "averageUtilization"], Back::Present),
            ("targetAverageValue", &["target", "averageValue"], Back::Present),
        ],
        &[
            NAME,
            CONTAINER,
            ("currentAverageUtilization", &["current", "averageUtilization"], Back::Present),
            ("currentAverageValue", &["current", "averageValue"], Back::Always),
        ],
    ),
    (
        "external",
        &[
            METRIC_NAME,
            ("metricSelector", &["metric", "selector"], Back::Present),
            ("targetValue", &["target", "value"], Back::Present),
            ("targetAverageValue", &["target", "averageValue"], Back::Present),
        ],
        &[
            METRIC_NAME,
            ("metricSelector", &["metric", "selector"], Back::Present),
            ("currentValue", &["current", "value"], Back::Always),
            ("currentAverageValue", &["current", "averageValue"], Back::Present),
        ],
    ),
];

/// Metrics in the v1 shape, ready to be written; nothing at all for none.
pub(super) fn legacy<'t>(metrics: impl Iterator<Item = NodeRef<'t>>, side: Side) -> Tree {
    let mut out = if side == Side::Spec { Content::Metrics.empty() } else { Content::Statuses.empty() };
    for metric in metrics {
        let at = edit::push(&mut out, &[VALUE]);
        if let Some(kind) = metric.field("type") {
            out.graft(&[VALUE, &at, "type"], kind);
        }
        for (source, spec, status) in SOURCES {
            let Some(from) = metric.field(source) else { continue };
            out.edit().ensure(&[VALUE, &at, source]);
            for (name, place, _) in if side == Side::Spec { spec } else { status } {
                if let Some(value) = from.at(place) {
                    out.graft(&[VALUE, &at, source, name], value);
                }
            }
        }
    }
    out
}

/// Appends metrics in the v1 shape to a list of a v2 object.
pub(super) fn append(new: &mut Tree, list: &[&str], metrics: &Tree, side: Side) {
    for metric in metrics.items(&[VALUE]) {
        let at = edit::push(new, list);
        let base = [list, &[at.as_str()]].concat();
        let below = |steps: &[&'static str]| [base.as_slice(), steps].concat();
        if let Some(kind) = metric.field("type") {
            new.graft(&below(&["type"]), kind);
        }
        for (source, spec, status) in SOURCES {
            let Some(from) = metric.field(source) else { continue };
            new.edit().ensure(&below(&[source]));
            for (name, place, back) in if side == Side::Spec { spec } else { status } {
                let to = [base.as_slice(), &[source], place].concat();
                put(new, &to, from, name, *back);
            }
            if side == Side::Spec {
                new.set_str(&below(&[source, "target", "type"]), target_type(source, from));
            }
        }
    }
}

fn put(new: &mut Tree, to: &[&str], from: NodeRef<'_>, name: &str, back: Back) {
    let value = from.field(name);
    let zero = value.is_none_or(|value| value.as_str().is_some_and(|text| Quantity::parse(text).is_ok_and(|q| q.is_zero())));
    let wanted = match back {
        Back::Present => value.is_some(),
        Back::Always => true,
        Back::Needed => !zero || from.field("averageValue").is_none(),
    };
    match value {
        Some(value) if wanted => _ = new.graft(to, value),
        None if wanted => new.set_str(to, "0"),
        _ => (),
    }
}

/// v1 does not say what a target is: it follows from which fields are set.
fn target_type(source: &str, from: NodeRef<'_>) -> &'static str {
    let has = |field| from.field(field).is_some();
    match source {
        "object" if !has("averageValue") => "Value",
        "external" if has("targetValue") => "Value",
        "resource" | "containerResource" if has("targetAverageUtilization") => "Utilization",
        _ => "AverageValue",
    }
}

/// Names of one direction's rules in v2 and in Go.
const RULES: [(&str, &str); 4] = [
    ("stabilizationWindowSeconds", "StabilizationWindowSeconds"),
    ("selectPolicy", "SelectPolicy"),
    ("policies", "Policies"),
    ("tolerance", "Tolerance"),
];
const DIRECTIONS: [(&str, &str); 2] = [("scaleUp", "ScaleUp"), ("scaleDown", "ScaleDown")];
const POLICY: [(&str, &str); 3] = [("type", "Type"), ("value", "Value"), ("periodSeconds", "PeriodSeconds")];

/// A behaviour under Go's names.
pub(super) fn behavior_to_go(behavior: NodeRef<'_>) -> Tree {
    let mut out = Content::Behavior.empty();
    out.edit().ensure(&[VALUE]);
    rename_behavior(&mut out, &[VALUE], behavior, |pair| pair);
    out
}

/// A behaviour read under Go's names; an empty one is none.
pub(super) fn behavior_from_go(new: &mut Tree, to: &[&str], tree: &Tree) {
    let Some(behavior) = tree.at(&[VALUE]).filter(|behavior| !behavior.is_empty()) else { return };
    rename_behavior(new, to, behavior, |(ours, go)| (go, ours));
}

/// Copies a behaviour; `names` orders a pair of names as (here, there).
fn rename_behavior(
    out: &mut Tree,
    to: &[&str],
    behavior: NodeRef<'_>,
    names: fn((&'static str, &'static str)) -> (&'static str, &'static str),
) {
    for (here, there) in DIRECTIONS.map(names) {
        let Some(rules) = behavior.field(here) else { continue };
        let base = [to, &[there]].concat();
        out.edit().ensure(&base);
        for (here, there) in RULES.map(names) {
            let Some(value) = rules.field(here) else { continue };
            let path = [base.as_slice(), &[there]].concat();
            if !here.eq_ignore_ascii_case("policies") {
                out.graft(&path, value);
                continue;
            }
            for policy in value.items() {
                let at = edit::push(out, &path);
                for (here, there) in POLICY.map(names) {
                    if let Some(value) = policy.field(here) {
                        out.graft(&[path.as_slice(), &[at.as_str(), there]].concat(), value);
                    }
                }
            }
        }
    }
}

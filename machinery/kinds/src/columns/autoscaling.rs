//! Columns of horizontal pod autoscalers, and of scales.

use super::cell::{AGE, NAME, NONE, UNKNOWN, UNSET, age, column, field, int, name, text};
use super::{Column, Printer};
use crate::prepare;
use object::{NodeRef, Tree};

const SPEC: &str = "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec";
/// More metrics than these are only counted.
const SHOWN: usize = 2;
/// What Go prints for a quantity that is not there.
const NO_QUANTITY: &str = "<nil>";

pub(super) static HORIZONTAL: Printer = Printer::new(
    &[
        NAME,
        column("Reference", "string", field(SPEC, "scaleTargetRef")),
        column("Targets", "string", field(SPEC, "metrics")),
        column("MinPods", "string", field(SPEC, "minReplicas")),
        column("MaxPods", "string", field(SPEC, "maxReplicas")),
        column("Replicas", "string", field("io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus", "currentReplicas")),
        AGE,
    ],
    |tree, ctx| {
        let target = |field| prepare::text(tree, &["spec", "scaleTargetRef", field]);
        let least = tree.i64(&["spec", "minReplicas"]).map_or_else(|| UNSET.to_owned(), |least| least.to_string());
        vec![
            name(tree),
            text(format!("{}/{}", target("kind"), target("name"))),
            text(metrics(tree)),
            text(least),
            int(tree, &["spec", "maxReplicas"]),
            int(tree, &["status", "currentReplicas"]),
            age(tree, ctx),
        ]
        .into()
    },
);

fn metrics(tree: &Tree) -> String {
    let statuses: Vec<NodeRef<'_>> = tree.items(&["status", "currentMetrics"]).collect();
    let specs = tree.items(&["spec", "metrics"]).enumerate();
    let mut shown: Vec<String> = specs.map(|(at, spec)| metric(spec, statuses.get(at).copied())).collect();
    if shown.is_empty() {
        return NONE.to_owned();
    }
    let more = shown.len().saturating_sub(SHOWN);
    shown.truncate(SHOWN);
    let shown = shown.join(", ");
    if more > 0 { format!("{shown} + {more} more...") } else { shown }
}

/// Current and wanted value of one metric; its status stands at the same position, if it is of the same type.
fn metric(spec: NodeRef<'_>, status: Option<NodeRef<'_>>) -> String {
    let source = match spec.str(&["type"]) {
        Some("External") => "external",
        Some("Pods") => "pods",
        Some("Object") => "object",
        Some("Resource") => "resource",
        Some("ContainerResource") => "containerResource",
        _ => return "<unknown type>".to_owned(),
    };
    let target = |field| spec.at(&[source, "target", field]);
    let status = status.and_then(|status| status.field(source));
    // A value that may be missing is unknown; one that upstream takes to be there is printed whatever it is.
    let known = |field| status.and_then(|status| status.str(&["current", field])).unwrap_or(UNKNOWN);
    let taken = |field| status.map_or(UNKNOWN, |status| status.str(&["current", field]).unwrap_or(NO_QUANTITY));
    let quantity = |field| target(field).and_then(NodeRef::as_str).unwrap_or(NO_QUANTITY);
    match source {
        "pods" => format!("{}/{}", taken("averageValue"), quantity("averageValue")),
        "external" | "object" if target("averageValue").is_some() => {
            format!("{}/{} (avg)", known("averageValue"), quantity("averageValue"))
        }
        "external" | "object" => format!("{}/{}", taken("value"), quantity("value")),
        _ => {
            let name = spec.str(&[source, "name"]).unwrap_or_default();
            if target("averageValue").is_some() {
                return format!("{name}: {}/{}", taken("averageValue"), quantity("averageValue"));
            }
            let percent = |node: Option<NodeRef<'_>>| node.and_then(NodeRef::as_i64).map(|share| format!("{share}%"));
            let current = percent(status.and_then(|status| status.at(&["current", "averageUtilization"])));
            let wanted = percent(target("averageUtilization"));
            let [current, wanted] =
                [(current, UNKNOWN), (wanted, "<auto>")].map(|(share, none)| share.unwrap_or(none.to_owned()));
            format!("{name}: {current}/{wanted}")
        }
    }
}

pub(super) static SCALE: Printer = Printer::new(
    &[
        Column { format: "", ..NAME },
        column("Desired", "integer", field("io.k8s.api.autoscaling.v1.ScaleSpec", "replicas")),
        column("Available", "integer", field("io.k8s.api.autoscaling.v1.ScaleStatus", "replicas")),
        AGE,
    ],
    |tree, ctx| vec![name(tree), int(tree, &["spec", "replicas"]), int(tree, &["status", "replicas"]), age(tree, ctx)].into(),
);

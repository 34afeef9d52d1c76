//! Columns of the scheduling group. Workloads show name and age.

use super::cell::{AGE, NAME, NONE, age, boolean, column, field, int, is_true, name, phrase, string, text};
use super::{Cell, Column, Printer};
use object::Tree;

const PRIORITY: &str = "io.k8s.api.scheduling.v1.PriorityClass";
const WORKLOAD: Column = phrase("Workload", "string", "Name of the referenced Workload object");

pub(super) static PRIORITY_CLASS: Printer = Printer::new(
    &[
        NAME,
        column("Value", "integer", field(PRIORITY, "value")),
        column("Global-Default", "boolean", field(PRIORITY, "globalDefault")),
        AGE,
        column("PreemptionPolicy", "string", field(PRIORITY, "preemptionPolicy")),
    ],
    |tree, ctx| {
        let (value, is_default) = (int(tree, &["value"]), boolean(tree, &["globalDefault"]));
        vec![name(tree), value, is_default, age(tree, ctx), string(tree, &["preemptionPolicy"])].into()
    },
);

pub(super) static POD_GROUP: Printer = Printer::new(
    &[
        NAME,
        column("Policy", "string", field("io.k8s.api.scheduling.v1beta1.PodGroupSpec", "schedulingPolicy")),
        WORKLOAD,
        phrase("Status", "string", "Status of the PodGroup"),
        AGE,
    ],
    |tree, ctx| vec![name(tree), policy(tree), workload(tree), text(status(tree)), age(tree, ctx)].into(),
);

pub(super) static COMPOSITE_POD_GROUP: Printer = Printer::new(
    &[
        NAME,
        column("Policy", "string", field("io.k8s.api.scheduling.v1alpha3.CompositePodGroupSpec", "schedulingPolicy")),
        WORKLOAD,
        AGE,
    ],
    |tree, ctx| vec![name(tree), policy(tree), workload(tree), age(tree, ctx)].into(),
);

fn policy(tree: &Tree) -> Cell {
    text(if tree.at(&["spec", "schedulingPolicy", "gang"]).is_some() { "Gang" } else { "Basic" })
}

fn workload(tree: &Tree) -> Cell {
    let reference = tree.at(&["spec", "workloadRef"]);
    text(reference.map_or(NONE, |reference| reference.str(&["workloadName"]).unwrap_or_default()))
}

fn status(tree: &Tree) -> &str {
    let last = |ty| tree.items(&["status", "conditions"]).filter(|c| c.str(&["type"]) == Some(ty)).last();
    match (last("DisruptionTarget"), last("PodGroupInitiallyScheduled")) {
        (Some(disrupted), _) => disrupted.str(&["reason"]).unwrap_or_default(),
        (None, Some(scheduled)) if is_true(scheduled) => "Scheduled",
        (None, Some(_)) => "Unschedulable",
        (None, None) => "Pending",
    }
}

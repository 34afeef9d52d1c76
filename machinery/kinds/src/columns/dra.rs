//! Columns of dynamic resource allocation. Device classes and claim templates show name and age.

use super::cell::{AGE, NAME, NONE, age, column, field, is_going, is_true, length, name, number, phrase, since, string, text};
use super::{Cell, PrintCtx, Printer, Row};
use object::{NodeRef, Tree};

const SLICE_SPEC: &str = "io.k8s.api.resource.v1.ResourceSliceSpec";
const TAINT: &str = "io.k8s.api.resource.v1.DeviceTaint";

pub(super) static CLAIM: Printer = Printer::new(
    &[NAME, phrase("State", "string", "A summary of the current state (allocated, pending, reserved, etc.)."), AGE],
    |tree, ctx| vec![name(tree), text(state(tree)), age(tree, ctx)].into(),
);

fn state(tree: &Tree) -> &'static str {
    let allocated = tree.at(&["status", "allocation"]).is_some();
    match (is_going(tree), allocated, length(tree, &["status", "reservedFor"]) > 0) {
        (false, false, _) => "pending",
        (false, true, false) => "allocated",
        (false, true, true) => "allocated,reserved",
        (true, false, _) => "deleted",
        (true, true, false) => "deleted,allocated",
        (true, true, true) => "deleted,allocated,reserved",
    }
}

pub(super) static SLICE: Printer = Printer::new(
    &[
        NAME,
        column("Node", "string", field(SLICE_SPEC, "nodeName")),
        column("Driver", "string", field(SLICE_SPEC, "driver")),
        column("Pool", "string", field("io.k8s.api.resource.v1.ResourcePool", "name")),
        AGE,
    ],
    |tree, ctx| {
        vec![
            name(tree),
            string(tree, &["spec", "nodeName"]),
            string(tree, &["spec", "driver"]),
            string(tree, &["spec", "pool", "name"]),
            age(tree, ctx),
        ]
        .into()
    },
);

pub(super) static TAINT_RULE: Printer = Printer::new(
    &[
        NAME,
        column("Key", "string", field(TAINT, "key")),
        column("Value", "string", field(TAINT, "value")),
        column("Effect", "string", field(TAINT, "effect")),
        column("TimeAdded", "string", field(TAINT, "timeAdded")),
        AGE,
    ],
    |tree, ctx| {
        let added = tree.str(&["spec", "taint", "timeAdded"]);
        vec![
            name(tree),
            string(tree, &["spec", "taint", "key"]),
            string(tree, &["spec", "taint", "value"]),
            string(tree, &["spec", "taint", "effect"]),
            text(added.map(|_| since(added, ctx)).unwrap_or_default()),
            age(tree, ctx),
        ]
        .into()
    },
);

pub(super) static POOL_STATUS: Printer = Printer::new(
    &[
        NAME,
        phrase("Driver", "string", "The driver to query pools for."),
        phrase("Total", "string", "Total number of devices across all pools."),
        phrase("Available", "string", "Number of available devices across all pools."),
        phrase("Allocated", "string", "Number of allocated devices across all pools."),
        phrase("Unavailable", "string", "Number of unavailable devices across all pools."),
        phrase("Errors", "string", "Number of pools with validation errors."),
        phrase("Pools", "integer", "Total number of matching pools."),
        phrase("Status", "string", "Processing status."),
        phrase("Completed", "string", "Time since the observation completed."),
    ],
    pool_status,
);

fn pool_status(tree: &Tree, ctx: &PrintCtx) -> Row {
    let end = tree
        .items(&["status", "conditions"])
        .filter(|condition| is_true(*condition))
        .find_map(|condition| Some((condition, condition.str(&["type"]).filter(|ty| matches!(*ty, "Complete" | "Failed"))?)));
    let (count, seen) = (number(tree, &["status", "poolCount"]), length(tree, &["status", "pools"]));
    let (status, completed) = match end {
        None => ("Pending".to_owned(), None),
        Some((condition, "Complete")) if count > seen => (format!("Complete ({seen}/{count} pools)"), Some(condition)),
        Some((condition, "Complete")) => ("Complete".to_owned(), Some(condition)),
        Some((_, failed)) => (failed.to_owned(), None),
    };
    let completed = completed.map_or_else(|| NONE.to_owned(), |c| since(c.str(&["lastTransitionTime"]), ctx));
    // Without a status, or after a failure, nothing is known of the devices.
    let known = tree.at(&["status"]).is_some() && status != "Failed";
    let counted = |count: i64| text(if known { count.to_string() } else { "-".to_owned() });
    let pools = || tree.items(&["status", "pools"]);
    let sum = |field| counted(pools().filter_map(|pool| pool.field(field).and_then(NodeRef::as_i64)).sum());
    let errors = pools().filter(|pool| pool.field("validationError").is_some()).count();
    vec![
        name(tree),
        string(tree, &["spec", "driver"]),
        sum("totalDevices"),
        sum("availableDevices"),
        sum("allocatedDevices"),
        sum("unavailableDevices"),
        counted(i64::try_from(errors).unwrap_or(i64::MAX)),
        Cell::Int(count),
        text(status),
        text(completed),
    ]
    .into()
}

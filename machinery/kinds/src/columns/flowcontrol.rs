//! Columns of API priority and fairness.

use super::cell::{AGE, NAME, NONE, age, column, condition, field, int, name, number, phrase, string, text};
use super::{Cell, PrintCtx, Printer, Row};
use crate::prepare;
use object::{NodeRef, Tree};

const SCHEMA_SPEC: &str = "io.k8s.api.flowcontrol.v1.FlowSchemaSpec";
const QUEUING: &str = "io.k8s.api.flowcontrol.v1.QueuingConfiguration";

pub(super) static FLOW_SCHEMA: Printer = Printer {
    columns: &[
        NAME,
        column("PriorityLevel", "string", field("io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference", "name")),
        column("MatchingPrecedence", "string", field(SCHEMA_SPEC, "matchingPrecedence")),
        column("DistinguisherMethod", "string", field(SCHEMA_SPEC, "distinguisherMethod")),
        AGE,
        phrase("MissingPL", "string", "references a broken or non-existent PriorityLevelConfiguration"),
    ],
    row: flow_schema,
    list: Some(flow_schemas),
};

fn flow_schema(tree: &Tree, ctx: &PrintCtx) -> Row {
    let dangling = condition(tree, &["status", "conditions"], "Dangling");
    let method = tree.at(&["spec", "distinguisherMethod"]).map_or(NONE, |method| method.str(&["type"]).unwrap_or_default());
    vec![
        name(tree),
        string(tree, &["spec", "priorityLevelConfiguration", "name"]),
        int(tree, &["spec", "matchingPrecedence"]),
        text(method),
        age(tree, ctx),
        text(dangling.map_or("?", |dangling| dangling.str(&["status"]).unwrap_or_default())),
    ]
    .into()
}

/// In the order in which they are tried.
fn flow_schemas(list: &[Tree], ctx: &PrintCtx) -> Vec<(usize, Row)> {
    let mut order: Vec<usize> = (0..list.len()).collect();
    let key = |at: &usize| {
        let tree = &list[*at];
        (number(tree, &["spec", "matchingPrecedence"]), prepare::text(tree, &["metadata", "name"]))
    };
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    order.into_iter().map(|at| (at, flow_schema(&list[at], ctx))).collect()
}

pub(super) static PRIORITY_LEVEL: Printer = Printer::new(
    &[
        NAME,
        column("Type", "string", field("io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec", "type")),
        column(
            "NominalConcurrencyShares",
            "string",
            field("io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration", "nominalConcurrencyShares"),
        ),
        column("Queues", "string", field(QUEUING, "queues")),
        column("HandSize", "string", field(QUEUING, "handSize")),
        column("QueueLengthLimit", "string", field(QUEUING, "queueLengthLimit")),
        AGE,
    ],
    |tree, ctx| {
        let limited = tree.at(&["spec", "limited"]);
        let queuing = limited.and_then(|limited| limited.at(&["limitResponse", "queuing"]));
        vec![
            name(tree),
            string(tree, &["spec", "type"]),
            part(limited, "nominalConcurrencyShares"),
            part(queuing, "queues"),
            part(queuing, "handSize"),
            part(queuing, "queueLengthLimit"),
            age(tree, ctx),
        ]
        .into()
    },
);

/// A number of a struct that may not be there.
fn part(of: Option<NodeRef<'_>>, field: &str) -> Cell {
    of.map_or_else(|| text(NONE), |of| Cell::Int(of.field(field).and_then(NodeRef::as_i64).unwrap_or_default()))
}

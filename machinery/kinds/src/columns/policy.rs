//! Columns of pod disruption budgets.

use super::cell::{AGE, NAME, age, int, name, phrase, text};
use super::{Cell, Printer};
use object::{NodeRef, Tree};

pub(super) static BUDGET: Printer = Printer::new(
    &[
        NAME,
        phrase("Min Available", "string", "The minimum number of pods that must be available."),
        phrase("Max Unavailable", "string", "The maximum number of pods that may be unavailable."),
        phrase("Allowed Disruptions", "integer", "Calculated number of pods that may be disrupted at this time."),
        AGE,
    ],
    |tree, ctx| {
        vec![
            name(tree),
            bound(tree, "minAvailable"),
            bound(tree, "maxUnavailable"),
            int(tree, &["status", "disruptionsAllowed"]),
            age(tree, ctx),
        ]
        .into()
    },
);

/// A number or percentage; `N/A` where it is not set.
fn bound(tree: &Tree, field: &str) -> Cell {
    let bound = tree.at(&["spec", field]);
    match (bound.and_then(NodeRef::as_i64), bound.and_then(NodeRef::as_str)) {
        (Some(number), _) => text(number.to_string()),
        (None, share) => text(share.unwrap_or("N/A")),
    }
}

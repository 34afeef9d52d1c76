//! PodDisruptionBudget: the only common kind whose names nobody checks; writes must carry a resourceVersion; a label that told v1beta1 selectors apart is taken out of new
//! selectors. Source: upstream `pkg/registry/policy/poddisruptionbudget/strategy.go`, `pkg/apis/policy/helper.go`.

use super::budget_rules;
use crate::edit;
use crate::prepare::{self, changed, creating};
use crate::strategy::{Behaviour, Ctx, NameRule, Strategy, Unconditional};
use object::{NodeRef, Tree};

/// `poddisruptionbudgets`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "policy",
    plural: "poddisruptionbudgets",
    name: NameRule::Free,
    main: Strategy {
        prepare: prepare_main,
        validate: budget_rules::validate,
        allow_unconditional_update: Unconditional::Never,
        ..prepare::SPEC_AND_STATUS
    },
    subresources: &[(
        "status",
        Strategy {
            validate: budget_rules::validate_status,
            allow_unconditional_update: Unconditional::Never,
            ..prepare::STATUS_ENDPOINT
        },
    )],
    ..Behaviour::PLAIN
};

const SELECTOR: &[&str] = &["spec", "selector"];
const EXPRESSIONS: &[&str] = &["spec", "selector", "matchExpressions"];
const V1BETA1: &str = "pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match";

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    (prepare::SPEC_AND_STATUS.prepare)(tree, ctx);
    let selector_stored = !creating(ctx) && ctx.old.is_some_and(|old| !changed(tree, old, SELECTOR));
    if !selector_stored && !is_match_none(tree) {
        tree.edit().retain(EXPRESSIONS, |expression| !is_marker(expression));
        edit::prune(tree, EXPRESSIONS);
    }
}

fn is_marker(expression: NodeRef<'_>) -> bool {
    expression.str(&["key"]) == Some(V1BETA1)
}

/// The one selector with the marker that means something: it matches nothing.
fn is_match_none(tree: &Tree) -> bool {
    let mut expressions = tree.items(EXPRESSIONS);
    let (Some(only), None) = (expressions.next(), expressions.next()) else { return false };
    is_marker(only)
        && only.str(&["operator"]) == Some("Exists")
        && only.field("values").is_none_or(NodeRef::is_empty)
        && tree.entries(&["spec", "selector", "matchLabels"]).next().is_none()
}

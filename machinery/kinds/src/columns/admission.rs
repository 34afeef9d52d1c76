//! Columns of the admissionregistration group.

use super::cell::{AGE, NAME, UNSET, age, length, name, phrase, string, text};
use super::{Cell, Column, PrintCtx, Printer, Row};
use crate::prepare;
use object::{NodeRef, Tree};

pub(super) static WEBHOOKS: Printer = Printer::new(
    &[NAME, phrase("Webhooks", "integer", "Webhooks indicates the number of webhooks registered in this configuration"), AGE],
    |tree, ctx| vec![name(tree), Cell::Int(length(tree, &["webhooks"])), age(tree, ctx)].into(),
);

const PARAM_KIND: Column =
    phrase("ParamKind", "string", "ParamKind specifies the kind of resources used to parameterize this policy");

pub(super) static VALIDATING_POLICY: Printer = Printer::new(
    &[
        NAME,
        phrase("Validations", "integer", "Validations indicates the number of validation rules defined in this configuration"),
        PARAM_KIND,
        AGE,
    ],
    |tree, ctx| policy(tree, ctx, "validations"),
);

pub(super) static MUTATING_POLICY: Printer = Printer::new(
    &[
        NAME,
        phrase("Mutations", "integer", "Mutation indicates the number of mutations rules defined in this configuration"),
        PARAM_KIND,
        AGE,
    ],
    |tree, ctx| policy(tree, ctx, "mutations"),
);

fn policy(tree: &Tree, ctx: &PrintCtx, rules: &str) -> Row {
    let kind = tree.at(&["spec", "paramKind"]).map_or_else(
        || UNSET.to_owned(),
        |kind| {
            let part = |field| kind.str(&[field]).unwrap_or_default();
            format!("{}/{}", part("apiVersion"), part("kind"))
        },
    );
    vec![name(tree), Cell::Int(length(tree, &["spec", rules])), text(kind), age(tree, ctx)].into()
}

/// Bindings of both kinds of policies.
pub(super) static BINDING: Printer = Printer::new(
    &[
        NAME,
        phrase("PolicyName", "string", "PolicyName indicates the policy definition which the policy binding binded to"),
        phrase("ParamRef", "string", "ParamRef indicates the param resource which sets the configuration param"),
        AGE,
    ],
    |tree, ctx| vec![name(tree), string(tree, &["spec", "policyName"]), text(param(tree)), age(tree, ctx)].into(),
);

/// The parameter by name, in any namespace where none is given, or the selector in Go's debug form.
fn param(tree: &Tree) -> String {
    let name = prepare::text(tree, &["spec", "paramRef", "name"]);
    match (name, prepare::text(tree, &["spec", "paramRef", "namespace"])) {
        ("", _) => tree.at(&["spec", "paramRef", "selector"]).map_or_else(|| UNSET.to_owned(), debug_selector),
        (name, "") => format!("*/{name}"),
        (name, namespace) => format!("{namespace}/{name}"),
    }
}

/// What Go's generated `String` makes of a label selector.
fn debug_selector(selector: NodeRef<'_>) -> String {
    let labels = selector.field("matchLabels").into_iter().flat_map(NodeRef::entries);
    let labels: String = labels.map(|(key, value)| format!("{key}: {},", value.as_str().unwrap_or_default())).collect();
    let expressions = selector.field("matchExpressions").into_iter().flat_map(NodeRef::items);
    let expressions: String = expressions
        .map(|expression| {
            let part = |field| expression.str(&[field]).unwrap_or_default();
            let values = expression.field("values").into_iter().flat_map(NodeRef::items).filter_map(NodeRef::as_str);
            let values = values.collect::<Vec<_>>().join(" ");
            format!("LabelSelectorRequirement{{Key:{},Operator:{},Values:[{values}],}},", part("key"), part("operator"))
        })
        .collect();
    format!(
        "&LabelSelector{{MatchLabels:map[string]string{{{labels}}},MatchExpressions:[]LabelSelectorRequirement{{{expressions}}},}}"
    )
}

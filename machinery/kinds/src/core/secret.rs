//! Secret: `stringData` is for writing only and ends up in `data`; an update without a type keeps the stored one, and
//! none may change it. Source:
//! upstream `pkg/registry/core/secret/strategy.go`, `pkg/apis/core/v1/conversion.go`.

use super::keyed_data;
use crate::prepare;
use crate::strategy::{Behaviour, Ctx, Strategy};
use meta::Text;
use meta::field::{FieldError, FieldErrors, Path};
use object::Tree;

/// `secrets`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "secrets",
    normalise: Some(merge_string_data),
    main: Strategy {
        prepare: |tree, ctx| {
            if !prepare::creating(ctx) {
                prepare::keep_if_absent(tree, ctx, &["type"]);
            }
        },
        validate,
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};

const BAGS: [&str; 1] = ["data"];

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let kind = prepare::text(tree, &["type"]);
    if ctx.old.is_some_and(|old| prepare::text(old, &["type"]) != kind) {
        errors.push(FieldError::invalid(&Path::new("type"), kind, "field is immutable"));
    }
    errors.extend(keyed_data::validate_immutable(tree, ctx, &BAGS));
    errors.extend(keyed_data::validate(tree, &BAGS));
    errors
}

fn merge_string_data(tree: &mut Tree) -> Result<(), Text> {
    let written: Vec<(String, String)> = tree
        .entries(&["stringData"])
        .map(|(key, value)| (key.to_owned(), value.as_str().unwrap_or_default().to_owned()))
        .collect();
    for (key, value) in written {
        tree.set_bytes(&["data", &key], value.as_bytes());
    }
    tree.remove(&["stringData"]);
    Ok(())
}

//! Secret: `stringData` is for writing only and ends up in `data`; an update without a type keeps the stored one. Source:
//! upstream `pkg/registry/core/secret/strategy.go`, `pkg/apis/core/v1/conversion.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Strategy};
use meta::Text;
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
        ..Strategy::PLAIN
    },
    ..Behaviour::PLAIN
};

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

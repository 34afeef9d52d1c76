//! ServiceAccount: references to secrets keep their name only. Source: upstream `pkg/registry/core/serviceaccount/strategy.go`.

use crate::strategy::{Behaviour, Ctx, Deleted, Strategy};
use object::Tree;

/// `serviceaccounts`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "serviceaccounts",
    main: Strategy { prepare: names_only, ..Strategy::PLAIN },
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

fn names_only(tree: &mut Tree, _ctx: &mut Ctx<'_>) {
    for i in 0..tree.items(&["secrets"]).count() {
        let at = i.to_string();
        let others: Vec<String> = tree
            .at(&["secrets", &at])
            .into_iter()
            .flat_map(|reference| reference.fields())
            .filter(|(def, _)| def.json != "name")
            .map(|(def, _)| def.json.to_string())
            .collect();
        for field in others {
            tree.remove(&["secrets", &at, &field]);
        }
    }
}

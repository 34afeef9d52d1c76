//! StatefulSet: named as a label is, since its pods' names become host names; its claim templates say their kind. Has a scale.
//! Source: upstream `pkg/registry/apps/statefulset/strategy.go`, `pkg/apis/apps/validation/validation.go`,
//! `pkg/apis/apps/v1/conversion.go`.

use crate::prepare;
use crate::strategy::{Behaviour, NameRule, Strategy};
use meta::Text;
use object::Tree;

/// `statefulsets`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "apps",
    plural: "statefulsets",
    empty: super::no_replicas,
    name: NameRule::Label,
    normalise: Some(typed_claims),
    main: Strategy { validate: |tree, _| super::replicas(tree), canonicalise: type_claims, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", Strategy { canonicalise: type_claims, ..prepare::STATUS_ENDPOINT })],
    ..Behaviour::PLAIN
};

fn typed_claims(tree: &mut Tree) -> Result<(), Text> {
    type_claims(tree);
    Ok(())
}

fn type_claims(tree: &mut Tree) {
    for i in 0..tree.items(&["spec", "volumeClaimTemplates"]).count() {
        let at = i.to_string();
        tree.set_str(&["spec", "volumeClaimTemplates", &at, "kind"], "PersistentVolumeClaim");
        tree.set_str(&["spec", "volumeClaimTemplates", &at, "apiVersion"], "v1");
    }
}

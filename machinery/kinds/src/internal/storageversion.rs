//! StorageVersion: named `<group>.<resource>`; spec is empty, everything is status. Source: upstream
//! `pkg/registry/apiserverinternal/storageversion/strategy.go`.

use crate::prepare;
use crate::strategy::{Behaviour, Ctx, NameRule, Strategy, Unconditional};
use meta::Text;
use meta::name::{self, Complaints};
use object::Tree;

/// `storageversions` in internal.apiserver.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "internal.apiserver.k8s.io",
    plural: "storageversions",
    name: NameRule::Own(name_rule),
    main: Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ONLY },
    subresources: &[("status", Strategy { allow_unconditional_update: Unconditional::Never, ..prepare::STATUS_ENDPOINT_META })],
    ..Behaviour::PLAIN
};

fn name_rule(name: &str, _prefix: bool, _object: &Tree, _ctx: &Ctx<'_>) -> Complaints {
    let Some((group, resource)) = name.rsplit_once('.') else {
        return vec![Text::Borrowed("name must be in the form of <group>.<resource>")];
    };
    let group = name::dns1123_subdomain(group).into_iter().map(|text| format!("the group segment {text}").into());
    let resource = name::dns1035_label(resource).into_iter().map(|text| format!("the resource segment {text}").into());
    group.chain(resource).collect()
}

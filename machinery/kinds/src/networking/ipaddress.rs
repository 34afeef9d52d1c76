//! IPAddress: the name is the address itself in canonical form, so generateName gets no suffix. Source: upstream
//! `pkg/registry/networking/ipaddress/strategy.go, pkg/apis/networking/validation/validation.go`.

use crate::address;
use crate::strategy::{Behaviour, Ctx, NameRule};
use meta::name::Complaints;
use object::Tree;

/// `ipaddresses` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "networking.k8s.io",
    plural: "ipaddresses",
    name: NameRule::Own(name_rule),
    random_suffix: false,
    ..Behaviour::PLAIN
};

/// A valid address in canonical form (`validation.IsValidIP`).
fn name_rule(name: &str, _prefix: bool, _object: &Tree, _ctx: &Ctx<'_>) -> Complaints {
    let mut out = address::complaints(name, true);
    if out.is_empty()
        && let Some(address) = address::parse_sloppy(name)
        && address.to_string() != name
    {
        out.push(format!("must be in canonical form (\"{address}\")").into());
    }
    out
}

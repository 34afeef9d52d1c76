//! IPAddress: the name is the address itself in canonical form, so generateName gets no suffix. Source: upstream
//! `pkg/registry/networking/ipaddress/strategy.go, pkg/apis/networking/validation/validation.go`.

use crate::addresses::parse_sloppy;
use crate::strategy::{Behaviour, Ctx, NameRule};
use meta::name::Complaints;
use object::Tree;
use std::net::IpAddr;

/// `ipaddresses` in networking.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "networking.k8s.io",
    plural: "ipaddresses",
    name: NameRule::Own(name_rule),
    random_suffix: false,
    ..Behaviour::PLAIN
};

/// A valid address in canonical form (`validation.IsValidIP`). Never an IPv4-mapped one.
fn name_rule(name: &str, _prefix: bool, _object: &Tree, _ctx: &Ctx<'_>) -> Complaints {
    let Some(address) = parse_sloppy(name) else {
        return vec!["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)".into()];
    };
    let mut out = Complaints::new();
    match name.parse::<IpAddr>() {
        Err(_) => out.push("must not have leading 0s".into()),
        Ok(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_some() => out.push("must not be an IPv4-mapped IPv6 address".into()),
        Ok(_) => (),
    }
    if out.is_empty() && address.to_string() != name {
        out.push(format!("must be in canonical form (\"{address}\")").into());
    }
    out
}

//! Endpoints: addresses and ports of a service; PUT creates them. What was stored with bad subsets may keep them. Source: upstream
//! `pkg/registry/core/endpoint/strategy.go`, `pkg/apis/core/validation/validation.go`.

use crate::address;
use crate::prepare::{changed, text};
use crate::strategy::{Behaviour, Ctx, Strategy};
use crate::validate::{complain, each, int, str};
use meta::field::{FieldError, FieldErrors, Path, Value};
use meta::name;
use object::{NodeRef, Tree};

/// `endpoints`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "endpoints",
    main: Strategy { validate, warn, allow_create_on_update: true, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

const SUBSETS: &[&str] = &["subsets"];
const ADDRESSES: [&str; 2] = ["addresses", "notReadyAddresses"];
/// Protocols of ports, in the order in which upstream names them here.
const PROTOCOLS: [&str; 3] = ["SCTP", "TCP", "UDP"];

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    if ctx.old.is_some_and(|old| !changed(tree, old, SUBSETS)) {
        return FieldErrors::new();
    }
    let mut errors = FieldErrors::new();
    for (i, subset) in tree.items(SUBSETS).enumerate() {
        let path = Path::new("subsets").index(i);
        if ADDRESSES.iter().all(|list| subset.field(list).is_none_or(NodeRef::is_empty)) {
            errors.push(FieldError::required(&path, "must specify `addresses` or `notReadyAddresses`"));
        }
        for list in ADDRESSES {
            for (address, path) in each(subset, list, &path) {
                errors.extend(validate_address(address, &path));
            }
        }
        let ports = each(subset, "ports", &path);
        let several = ports.len() > 1;
        for (port, path) in ports {
            errors.extend(validate_port(port, several, &path));
        }
    }
    errors
}

fn validate_address(address: NodeRef<'_>, path: &Path) -> FieldErrors {
    let (ip, host) = (str(address, &["ip"]), str(address, &["hostname"]));
    let mut errors = complain(&path.child("ip"), ip, address::complaints(ip, true));
    if !host.is_empty() {
        errors.extend(complain(&path.child("hostname"), host, name::dns1123_label(host)));
    }
    if let Some(node) = address.str(&["nodeName"]) {
        errors.extend(complain(&path.child("nodeName"), node, name::is_subdomain(node, false)));
    }
    errors.extend(address::endpoint(&path.child("ip"), ip));
    errors
}

fn validate_port(port: NodeRef<'_>, needs_name: bool, path: &Path) -> FieldErrors {
    let (name, number, protocol) = (str(port, &["name"]), int(port, &["port"]).unwrap_or_default(), str(port, &["protocol"]));
    let mut errors = FieldErrors::new();
    if !name.is_empty() {
        errors.extend(complain(&path.child("name"), name, name::dns1123_label(name)));
    } else if needs_name {
        errors.push(FieldError::required(&path.child("name"), ""));
    }
    errors.extend(complain(&path.child("port"), number, name::port_number(number)));
    if protocol.is_empty() {
        errors.push(FieldError::required(&path.child("protocol"), ""));
    } else if !PROTOCOLS.contains(&protocol) {
        errors.push(FieldError::not_supported(&path.child("protocol"), Value::named(protocol), &PROTOCOLS));
    }
    if let Some(protocol) = port.str(&["appProtocol"]) {
        errors.extend(complain(&path.child("appProtocol"), protocol, name::qualified_name(protocol)));
    }
    errors
}

fn warn(tree: &Tree, ctx: &mut Ctx<'_>) {
    if text(tree, &["metadata", "labels", "endpoints.kubernetes.io/managed-by"]) == "endpoint-controller" {
        return;
    }
    for (i, subset) in tree.items(SUBSETS).enumerate() {
        let path = Path::new("subsets").index(i);
        for list in ADDRESSES {
            for (address, path) in each(subset, list, &path) {
                ctx.warnings.extend(address::warning(&path.child("ip"), str(address, &["ip"])));
            }
        }
    }
}

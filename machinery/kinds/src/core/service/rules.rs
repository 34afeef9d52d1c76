//! Validation of what services have from the cluster's pools: cluster addresses, their families, node ports. Called by the strategy
//! and, for the address fields, by the allocator beforehand. Source: upstream `pkg/apis/core/validation/validation.go`
//! (`ValidateServiceClusterIPsRelatedFields`, `validateUpgradeDowngrade*`, parts of `validateService`).

use super::{
    CLUSTER_IP, CLUSTER_IPS, FAMILIES, FAMILY_POLICY, HEALTH_PORT, PORTS, SINGLE_STACK, TYPE, is_headless, list, list_value,
    needs_health_port, node_port, path,
};
use crate::address::{self, Family};
use crate::prepare::{self, text};
use crate::strategy::Ctx;
use meta::field::{FieldError, FieldErrors, Value};
use object::{NodeRef, Tree};
use std::collections::BTreeSet;

const EXTERNAL: &str = "may not be set for ExternalName services";
const UNCHANGED: &str = "may not change once set";
const POLICIES: [&str; 3] = ["PreferDualStack", "RequireDualStack", SINGLE_STACK];
const FAMILY_NAMES: [&str; 2] = ["IPv4", "IPv6"];

/// Complaints about the pool fields of a new or changed service.
pub(super) fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let old = ctx.old.filter(|_| !prepare::creating(ctx));
    let mut errors = FieldErrors::new();
    if let Some(old) = old {
        errors.extend(changed_addresses(tree, old));
        errors.extend(changed_families(tree, old));
        if needs_health_port(tree) && needs_health_port(old) && health_port(tree) != health_port(old) {
            errors.push(FieldError::forbidden(&path("healthCheckNodePort"), "field is immutable"));
        }
    }
    errors.extend(fits_type(tree));
    errors.extend(cluster_addresses(tree, old, ctx.on("StrictIPCIDRValidation")));
    errors.extend(node_ports(tree));
    errors.extend(health_check(tree));
    errors
}

/// The policy as error texts show it.
pub(super) fn named_policy(service: &Tree) -> Value {
    service.str(FAMILY_POLICY).map_or_else(Value::null, Value::named)
}

fn health_port(service: &Tree) -> i64 {
    service.i64(HEALTH_PORT).unwrap_or_default()
}

/// What cannot be set with the service's type.
fn fits_type(tree: &Tree) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let kind = text(tree, TYPE);
    match kind {
        "LoadBalancer" | "NodePort" if is_headless(tree) => {
            let at = path("clusterIPs").index(0);
            errors.push(FieldError::invalid(&at, "None", format!("may not be set to 'None' for {kind} services")));
        }
        "ExternalName" => {
            let present = [
                ("clusterIPs", !list(tree, CLUSTER_IPS).is_empty()),
                ("ipFamilies", !list(tree, FAMILIES).is_empty()),
                ("ipFamilyPolicy", tree.str(FAMILY_POLICY).is_some()),
            ];
            let present = present.into_iter().filter(|(_, set)| *set);
            errors.extend(present.map(|(field, _)| FieldError::forbidden(&path(field), EXTERNAL)));
        }
        _ => (),
    }
    errors
}

/// Complaints about `clusterIP`, `clusterIPs`, `ipFamilies` and `ipFamilyPolicy` as they stand together. `strict` is the gate
/// StrictIPCIDRValidation; addresses that the old service has are never judged again.
pub(super) fn cluster_addresses(tree: &Tree, old: Option<&Tree>, strict: bool) -> FieldErrors {
    if text(tree, TYPE) == "ExternalName" {
        return FieldErrors::new();
    }
    let addresses = list(tree, CLUSTER_IPS);
    let mut errors: FieldErrors = single_field(tree, &addresses).into_iter().collect();
    errors.extend(families_and_policy(tree));
    let at = path("clusterIPs");
    let known = old.map(|old| list(old, CLUSTER_IPS)).unwrap_or_default();
    let mut unreadable = false;
    for (i, address) in addresses.iter().enumerate() {
        if i == 0 && *address == "None" {
            if addresses.len() > 1 {
                unreadable = true;
                errors.push(FieldError::invalid(&at, list_value(&addresses), "'None' must be the first and only value"));
            }
            continue;
        }
        if known.contains(address) {
            continue;
        }
        let complaints = address::complaints(address, strict);
        unreadable |= !complaints.is_empty();
        errors.extend(complaints.into_iter().map(|complaint| FieldError::invalid(&at.index(i), *address, complaint)));
    }
    if addresses.len() > 2 {
        errors.push(FieldError::invalid(&at, list_value(&addresses), "may only hold up to 2 values"));
    }
    if !unreadable {
        errors.extend(address_families(tree, &addresses));
    }
    errors
}

fn single_field(tree: &Tree, addresses: &[&str]) -> Option<FieldError> {
    let at = path("clusterIPs");
    match (text(tree, CLUSTER_IP), addresses.first()) {
        ("", Some(_)) => Some(FieldError::invalid(&at, list_value(addresses), "must be empty when `clusterIP` is not specified")),
        ("", None) => None,
        (_, None) => Some(FieldError::required(&at, "")),
        (single, Some(first)) if *first != single => {
            Some(FieldError::invalid(&at, list_value(addresses), "first value must match `clusterIP`"))
        }
        _ => None,
    }
}

fn families_and_policy(tree: &Tree) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let mut seen = BTreeSet::new();
    for (i, family) in list(tree, FAMILIES).into_iter().enumerate() {
        let at = path("ipFamilies").index(i);
        if !FAMILY_NAMES.contains(&family) {
            errors.push(FieldError::not_supported(&at, Value::named(family), &FAMILY_NAMES));
        }
        if !seen.insert(family) {
            errors.push(FieldError::duplicate(&at, Value::named(family)));
        }
    }
    if tree.str(FAMILY_POLICY).is_some_and(|policy| !POLICIES.contains(&policy)) {
        errors.push(FieldError::not_supported(&path("ipFamilyPolicy"), named_policy(tree), &POLICIES));
    }
    errors
}

/// Two addresses are of two families, and each is of the one named at its place.
fn address_families(tree: &Tree, addresses: &[&str]) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let at = path("clusterIPs");
    let v6 = addresses.iter().filter(|address| Family::of_text(address) == Family::V6).count();
    if addresses.len() > 1 && (v6 == 0 || v6 == addresses.len()) {
        let detail = "may specify no more than one IP for each IP family";
        errors.push(FieldError::invalid(&at, list_value(addresses), detail));
    }
    if is_headless(tree) {
        return errors;
    }
    for (i, (address, family)) in addresses.iter().zip(list(tree, FAMILIES)).enumerate() {
        if Family::named(family).is_some_and(|family| family != Family::of_text(address)) {
            let detail = format!("expected an {family} value as indicated by `ipFamilies[{i}]`");
            errors.push(FieldError::invalid(&at.index(i), *address, detail));
        }
    }
    errors
}

/// The primary address stays; the secondary one goes only with a single-stack policy.
fn changed_addresses(new: &Tree, old: &Tree) -> FieldErrors {
    let mut errors = FieldErrors::new();
    if [new, old].iter().any(|service| text(service, TYPE) == "ExternalName") || is_headless(new) && is_headless(old) {
        return errors;
    }
    let (have, before) = (list(new, CLUSTER_IPS), list(old, CLUSTER_IPS));
    let value = || list_value(&have);
    let at = path("clusterIPs");
    if have.len() == before.len() {
        let changed = have.iter().zip(&before).enumerate().filter(|(_, (have, before))| have != before);
        return changed.map(|(i, _)| FieldError::invalid(&at.index(i), value(), UNCHANGED)).collect();
    }
    match (have.first(), before.first()) {
        (None, Some(_)) => errors.push(FieldError::invalid(&at.index(0), value(), "primary clusterIP can not be unset")),
        (Some(have), Some(before)) if have != before => {
            errors.push(FieldError::invalid(&at.index(0), value(), UNCHANGED));
        }
        _ => (),
    }
    if have.len() == 1 && before.len() > 1 && new.str(FAMILY_POLICY) != Some(SINGLE_STACK) {
        let detail = "must be set to 'SingleStack' when releasing the secondary clusterIP";
        errors.push(FieldError::invalid(&path("ipFamilyPolicy"), named_policy(new), detail));
    }
    errors
}

/// The primary family stays; the secondary one goes only with a single-stack policy. Headless services may change theirs.
fn changed_families(new: &Tree, old: &Tree) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let external = [new, old].iter().any(|service| text(service, TYPE) == "ExternalName");
    if external || is_headless(new) || is_headless(old) {
        return errors;
    }
    let (have, before) = (list(new, FAMILIES), list(old, FAMILIES));
    let at = path("ipFamilies").index(0);
    if have.len() == before.len() {
        let changed = have.iter().zip(&before).filter(|(have, before)| have != before);
        return changed.map(|_| FieldError::invalid(&at, list_value(&have), UNCHANGED)).collect();
    }
    let fewer = have.len() < before.len();
    if fewer && list(new, CLUSTER_IPS).is_empty() {
        errors.push(FieldError::invalid(&at, list_value(&have), "primary ipFamily can not be unset"));
    }
    if let (Some(have), Some(before)) = (have.first(), before.first())
        && have != before
    {
        // The value shown is that of the addresses, as upstream does.
        errors.push(FieldError::invalid(&at, list_value(&list(new, CLUSTER_IPS)), UNCHANGED));
    }
    if fewer && have.len() == 1 && new.str(FAMILY_POLICY) != Some(SINGLE_STACK) {
        let detail = "must be set to 'SingleStack' when releasing the secondary ipFamily";
        errors.push(FieldError::invalid(&path("ipFamilyPolicy"), named_policy(new), detail));
    }
    errors
}

/// Node ports are for services that have some, each once per protocol.
fn node_ports(tree: &Tree) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let ports = tree.items(PORTS).enumerate().map(|(i, port)| (i, node_port(port), protocol(port)));
    let used: Vec<(usize, i64, &str)> = ports.filter(|(_, port, _)| *port != 0).collect();
    let at = |i: usize| path("ports").index(i).child("nodePort");
    if text(tree, TYPE) == "ClusterIP" {
        let forbidden = "may not be used when `type` is 'ClusterIP'";
        errors.extend(used.iter().map(|(i, ..)| FieldError::forbidden(&at(*i), forbidden)));
    }
    let mut seen = BTreeSet::new();
    let repeated = used.into_iter().filter(|(_, port, protocol)| !seen.insert((*port, *protocol)));
    errors.extend(repeated.map(|(i, port, _)| FieldError::duplicate(&at(i), port)));
    errors
}

fn protocol(port: NodeRef<'_>) -> &str {
    port.str(&["protocol"]).unwrap_or_default()
}

fn health_check(tree: &Tree) -> Option<FieldError> {
    let (at, port) = (path("healthCheckNodePort"), health_port(tree));
    match (needs_health_port(tree), port) {
        (false, 0) | (true, 1..=65_535) => None,
        (false, _) => Some(FieldError::invalid(
            &at,
            port,
            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        )),
        (true, 0) => Some(FieldError::required(&at, "")),
        (true, _) => Some(FieldError::invalid(&at, port, "must be between 1 and 65535, inclusive")),
    }
}

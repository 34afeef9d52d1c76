//! Which families of addresses a service has: filled from what the client gave, from the stored service and from what the cluster
//! offers. Called by the allocator before it takes addresses. Takes nothing itself. Source: upstream
//! `pkg/registry/core/service/storage/alloc.go` (`initIPFamilyFields`).

use super::rules::{self, named_policy};
use super::{CLUSTER_IP, CLUSTER_IPS, FAMILIES, FAMILY_POLICY, SINGLE_STACK, TYPE, is_headless, list, list_value, path};
use crate::address::Family;
use crate::edit;
use crate::prepare::text;
use meta::field::{FieldError, FieldErrors, Value};
use object::Tree;

const REQUIRE_DUAL_STACK: &str = "RequireDualStack";
const PREFER_DUAL_STACK: &str = "PreferDualStack";

/// What the cluster and the release allow.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Families that services can have addresses of; the first is the default. Never empty.
    pub families: &'a [Family],
    /// Gate StrictIPCIDRValidation.
    pub strict: bool,
}

/// Fills `ipFamilyPolicy` and `ipFamilies`, and gives up the secondary address or family where the policy says so. What does not fit
/// together is returned, and then the service is not to be used.
#[must_use]
pub fn fill_families(new: &mut Tree, old: Option<&Tree>, offer: Offer<'_>) -> FieldErrors {
    if text(new, TYPE) == "ExternalName" || old.is_some_and(|old| keeps_preferred(new, old)) {
        return FieldErrors::new();
    }
    fill_policy(new, old);
    let errors = rules::cluster_addresses(new, old, offer.strict);
    if !errors.is_empty() {
        return errors;
    }
    let mut errors = old.map(|old| release_secondary(new, old)).unwrap_or_default();
    errors.extend(single_means_one(new));
    errors.extend(infer_from_addresses(new, offer.families));
    if !errors.is_empty() {
        return errors;
    }
    if is_headless(new) && new.entries(&["spec", "selector"]).next().is_none() {
        fill_headless(new, offer.families);
        return errors;
    }
    errors = configured(new, offer.families);
    if errors.is_empty() {
        fill_rest(new, offer.families);
    }
    errors
}

/// Whether both are alike services that prefer two families: these gain or lose none when the cluster has changed.
pub(super) fn keeps_preferred(new: &Tree, old: &Tree) -> bool {
    let old_policy = old.str(FAMILY_POLICY);
    text(new, TYPE) == text(old, TYPE)
        && matches!(text(new, TYPE), "ClusterIP" | "NodePort" | "LoadBalancer")
        && new.str(FAMILY_POLICY) == Some(PREFER_DUAL_STACK)
        && old_policy.is_none_or(|policy| policy == PREFER_DUAL_STACK)
        && list(new, CLUSTER_IPS) == list(old, CLUSTER_IPS)
        && list(new, FAMILIES) == list(old, FAMILIES)
}

fn fill_policy(new: &mut Tree, old: Option<&Tree>) {
    if new.str(FAMILY_POLICY).is_some() {
        return;
    }
    let before = old.and_then(|old| old.str(FAMILY_POLICY));
    let selectorless = text(new, CLUSTER_IP) == "None" && new.entries(&["spec", "selector"]).next().is_none();
    let policy = before.unwrap_or(if selectorless { REQUIRE_DUAL_STACK } else { SINGLE_STACK }).to_owned();
    new.set_str(FAMILY_POLICY, &policy);
}

fn policy(service: &Tree) -> &str {
    text(service, FAMILY_POLICY)
}

fn policy_error(service: &Tree, detail: &'static str) -> FieldError {
    FieldError::invalid(&path("ipFamilyPolicy"), named_policy(service), detail)
}

/// A single-stack policy over two unchanged values means that the second is given up; otherwise giving up needs that policy.
fn release_secondary(new: &mut Tree, old: &Tree) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let fields = [
        (CLUSTER_IPS, "must be 'SingleStack' to release the secondary cluster IP"),
        (FAMILIES, "must be 'SingleStack' to release the secondary IP family"),
    ];
    for (field, complaint) in fields {
        let (have, before) = (list(new, field), list(old, field));
        if policy(new) == SINGLE_STACK {
            if have == before && have.len() > 1 {
                let first = have[0].to_owned();
                edit::texts(new, field, &[first]);
            }
        } else if !have.is_empty() && have.len() < before.len() {
            errors.push(policy_error(new, complaint));
        }
    }
    errors
}

fn single_means_one(new: &Tree) -> FieldErrors {
    let fields = [
        (CLUSTER_IPS, "must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are specified"),
        (FAMILIES, "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified"),
    ];
    let wrong = |field| policy(new) == SINGLE_STACK && list(new, field).len() == 2;
    fields.into_iter().filter(|(field, _)| wrong(*field)).map(|(_, complaint)| policy_error(new, complaint)).collect()
}

/// Addresses beyond the families that were given name their families themselves.
fn infer_from_addresses(new: &mut Tree, offered: &[Family]) -> FieldErrors {
    let mut errors = FieldErrors::new();
    let mut given = list(new, FAMILIES).len();
    let addresses: Vec<String> = list(new, CLUSTER_IPS).into_iter().map(str::to_owned).collect();
    for (i, address) in addresses.iter().enumerate().take_while(|(_, address)| *address != "None") {
        let family = Family::of_text(address);
        if i < given {
            continue;
        }
        if offered.contains(&family) {
            new.push_str(FAMILIES, family.name());
            given += 1;
        } else {
            let at = path("clusterIPs").index(i);
            errors.push(FieldError::invalid(&at, list_value(&addresses), format!("{family} is not configured on this cluster")));
        }
    }
    errors
}

/// A headless service without a selector may have families that the cluster has not: its endpoints are somebody else's.
fn fill_headless(new: &mut Tree, offered: &[Family]) {
    if list(new, FAMILIES).is_empty() {
        push_first(new, offered);
    }
    if policy(new) != SINGLE_STACK {
        push_other(new);
    }
}

fn configured(new: &Tree, offered: &[Family]) -> FieldErrors {
    let mut errors = FieldErrors::new();
    if policy(new) == REQUIRE_DUAL_STACK && offered.len() < 2 {
        errors.push(policy_error(new, "this cluster is not configured for dual-stack services"));
    }
    for (i, name) in list(new, FAMILIES).into_iter().enumerate() {
        if Family::named(name).is_none_or(|family| !offered.contains(&family)) {
            let at = path("ipFamilies").index(i);
            errors.push(FieldError::invalid(&at, Value::named(name), "not configured on this cluster"));
        }
    }
    errors
}

fn fill_rest(new: &mut Tree, offered: &[Family]) {
    if list(new, FAMILIES).is_empty() {
        push_first(new, offered);
    }
    if policy(new) != SINGLE_STACK && offered.len() == 2 {
        push_other(new);
    }
}

fn push_first(new: &mut Tree, offered: &[Family]) {
    if let Some(first) = offered.first() {
        new.push_str(FAMILIES, first.name());
    }
}

/// Appends the second family after a single one.
fn push_other(new: &mut Tree) {
    let other = match list(new, FAMILIES).as_slice() {
        [one] => Family::named(one).map(Family::other),
        _ => None,
    };
    if let Some(family) = other {
        new.push_str(FAMILIES, family.name());
    }
}

//! Service: a change of type drops the fields of the old type that the client left as they were; PUT creates it. Also the pure
//! part of address allocation: linked fields are brought into line before anything is allocated, then `families` and `claims` say
//! what is to be taken and given back. Source: upstream `pkg/registry/core/service/strategy.go`,
//! `pkg/registry/core/service/storage/storage.go`.

pub mod claims;
pub mod families;
mod rules;
mod warnings;

use crate::address::Family;
use crate::edit;
use crate::prepare::{self, text};
use crate::strategy::{Behaviour, Ctx, Deleted, NameRule, Reset, Strategy};
use meta::field::{Path as FieldPath, Value};
use meta::name;
use object::{NodeRef, Tree};
use std::collections::BTreeSet;

/// `services`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "",
    plural: "services",
    // KEP 5311 let a service begin with a digit.
    name: NameRule::Own(|name, prefix, _, ctx| {
        if ctx.on("RelaxedServiceNameValidation") { name::is_label(name, prefix) } else { name::is_label_1035(name, prefix) }
    }),
    main: Strategy {
        prepare: prepare_main,
        validate: rules::validate,
        warn: warnings::warn,
        default_on_read: Some(default_on_read),
        allow_create_on_update: true,
        reset: Reset::Fields(&["status"]),
        ..Strategy::PLAIN
    },
    subresources: &[(
        "status",
        Strategy { default_on_read: Some(default_on_read), allow_create_on_update: true, ..prepare::STATUS_ENDPOINT },
    )],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

type Path = &'static [&'static str];
const TYPE: Path = &["spec", "type"];
const CLUSTER_IP: Path = &["spec", "clusterIP"];
const CLUSTER_IPS: Path = &["spec", "clusterIPs"];
const FAMILIES: Path = &["spec", "ipFamilies"];
const FAMILY_POLICY: Path = &["spec", "ipFamilyPolicy"];
const PORTS: Path = &["spec", "ports"];
const HEALTH_PORT: Path = &["spec", "healthCheckNodePort"];
const EXTERNAL_POLICY: Path = &["spec", "externalTrafficPolicy"];
const CLASS: Path = &["spec", "loadBalancerClass"];
const NODE_PORTS_FOR_BALANCER: Path = &["spec", "allocateLoadBalancerNodePorts"];

const SINGLE_STACK: &str = "SingleStack";

/// Whether a service of this type has cluster addresses.
#[must_use]
pub fn needs_cluster_ip(service: &Tree) -> bool {
    text(service, TYPE) != "ExternalName"
}

/// Whether a service of this type has node ports.
#[must_use]
pub fn needs_node_port(service: &Tree) -> bool {
    matches!(text(service, TYPE), "NodePort" | "LoadBalancer")
}

/// Whether node ports are allocated where none are asked for: a balancer may do without.
fn allocates_node_ports(service: &Tree) -> bool {
    needs_node_port(service) && !(is_balancer(service) && service.bool(NODE_PORTS_FOR_BALANCER) == Some(false))
}

/// Whether a service has a node port for health checks.
#[must_use]
pub fn needs_health_port(service: &Tree) -> bool {
    is_balancer(service) && text(service, EXTERNAL_POLICY) == "Local"
}

fn is_balancer(service: &Tree) -> bool {
    text(service, TYPE) == "LoadBalancer"
}

fn externally_accessible(service: &Tree) -> bool {
    needs_node_port(service) || text(service, TYPE) == "ClusterIP" && service.items(&["spec", "externalIPs"]).next().is_some()
}

/// Whether the only cluster address is "None".
fn is_headless(service: &Tree) -> bool {
    list(service, CLUSTER_IPS) == ["None"]
}

/// The texts of a list.
fn list<'t>(service: &'t Tree, path: &[&str]) -> Vec<&'t str> {
    service.items(path).map(|item| item.as_str().unwrap_or_default()).collect()
}

/// A list of texts as error texts show it.
fn list_value<T: AsRef<str>>(texts: &[T]) -> Value {
    if texts.is_empty() { Value::null() } else { Value::list(texts) }
}

/// A field of the spec in error texts.
fn path(field: &'static str) -> FieldPath {
    FieldPath::new("spec").child(field)
}

/// The node port of a port; 0 for none.
fn node_port(port: NodeRef<'_>) -> i64 {
    port.field("nodePort").and_then(NodeRef::as_i64).unwrap_or_default()
}

fn same(new: &Tree, old: &Tree, path: &[&str]) -> bool {
    !prepare::changed(new, old, path)
}

fn same_cluster_ips(new: &Tree, old: &Tree) -> bool {
    same(new, old, CLUSTER_IP) && same(new, old, CLUSTER_IPS)
}

fn node_ports(service: &Tree) -> BTreeSet<i64> {
    service.items(PORTS).map(node_port).filter(|port| *port != 0).collect()
}

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::own_status(tree, ctx);
    if let Some(old) = ctx.old.filter(|_| !prepare::creating(ctx)) {
        drop_fields_of_old_type(tree, old);
    }
}

/// Fields that the new type does not have go, where the client sent them back unchanged; where it changed them, validation will
/// say that they may not be set.
fn drop_fields_of_old_type(new: &mut Tree, old: &Tree) {
    if needs_cluster_ip(old) && !needs_cluster_ip(new) {
        if same_cluster_ips(new, old) {
            new.remove(CLUSTER_IP);
            new.remove(CLUSTER_IPS);
        }
        for path in [FAMILIES, FAMILY_POLICY] {
            if same(new, old, path) {
                new.remove(path);
            }
        }
    }
    if needs_node_port(old) && !needs_node_port(new) && node_ports(old).is_superset(&node_ports(new)) {
        for i in 0..new.items(PORTS).count() {
            new.remove(&["spec", "ports", &i.to_string(), "nodePort"]);
        }
    }
    if needs_health_port(old) && !needs_health_port(new) && same(new, old, HEALTH_PORT) {
        new.remove(HEALTH_PORT);
    }
    if is_balancer(old) && !is_balancer(new) {
        for path in [NODE_PORTS_FOR_BALANCER, CLASS] {
            if same(new, old, path) {
                new.remove(path);
            }
        }
    }
    if externally_accessible(old) && !externally_accessible(new) && same(new, old, EXTERNAL_POLICY) {
        new.remove(EXTERNAL_POLICY);
    }
    if !is_balancer(new) {
        new.remove(&["status", "loadBalancer"]);
    }
}

/// What older releases stored without: the list form of the address, the families of addresses, and no internal traffic policy
/// for external names. The family of a headless service without addresses is not known here and left to the allocator.
fn default_on_read(service: &mut Tree) {
    align_cluster_ips(service, None);
    if text(service, TYPE) == "ExternalName" {
        service.remove(&["spec", "internalTrafficPolicy"]);
        return;
    }
    let headless = text(service, CLUSTER_IP) == "None";
    if headless || service.items(FAMILIES).next().is_some() {
        return;
    }
    let families: Vec<&str> =
        service.items(CLUSTER_IPS).filter_map(|ip| ip.as_str()).map(|ip| Family::of_text(ip).name()).collect();
    let policy = match families.len() {
        1 => "SingleStack",
        2 => "RequireDualStack",
        _ => return,
    };
    edit::texts(service, FAMILIES, &families);
    service.set_str(FAMILY_POLICY, policy);
}

/// Fills allocated values that an update left out from the stored service, so that a client need not send them back. Runs before
/// [`align_cluster_ips`] and before allocation.
pub fn keep_allocated(new: &mut Tree, old: &Tree) {
    if needs_cluster_ip(old) && needs_cluster_ip(new) {
        for path in [CLUSTER_IP, CLUSTER_IPS] {
            if new.at(path).is_none_or(prepare::is_zero)
                && let Some(value) = old.at(path)
            {
                new.graft(path, value);
            }
        }
    }
    if allocates_node_ports(old) && allocates_node_ports(new) {
        keep_node_ports(new, old);
    }
    if needs_health_port(old)
        && needs_health_port(new)
        && new.i64(HEALTH_PORT).unwrap_or_default() == 0
        && let Some(port) = old.i64(HEALTH_PORT)
    {
        new.set_i64(HEALTH_PORT, port);
    }
}

/// A port without a node port gets the one that the port of the same name had, unless another port uses it now.
fn keep_node_ports(new: &mut Tree, old: &Tree) {
    let taken: BTreeSet<i64> = node_ports(old).intersection(&node_ports(new)).copied().collect();
    for i in 0..new.items(PORTS).count() {
        let at = i.to_string();
        let path = ["spec", "ports", &at, "nodePort"];
        if new.i64(&path).unwrap_or_default() != 0 {
            continue;
        }
        let name = new.str(&["spec", "ports", &at, "name"]).unwrap_or_default();
        // The last of several ports with one name wins, as in upstream's map.
        let before = old.items(PORTS).filter(|port| port.str(&["name"]).unwrap_or_default() == name).last().map(node_port);
        if let Some(port) = before.filter(|port| *port != 0 && !taken.contains(port)) {
            new.set_i64(&path, port);
        }
    }
}

/// Keeps `clusterIP` and `clusterIPs[0]` one value for clients that know only the single field.
pub fn align_cluster_ips(new: &mut Tree, old: Option<&Tree>) {
    let single = text(new, CLUSTER_IP).to_owned();
    let listed = new.items(CLUSTER_IPS).next().is_some();
    let Some(old) = old else {
        if !single.is_empty() && !listed {
            edit::texts(new, CLUSTER_IPS, &[&single]);
        }
        return;
    };
    let before = text(old, CLUSTER_IP);
    if before == single {
        if !listed && let Some(value) = old.at(CLUSTER_IPS) {
            new.graft(CLUSTER_IPS, value);
        }
        return;
    }
    // The client changed the single field only: the list follows.
    if same(new, old, CLUSTER_IPS) {
        if single.is_empty() {
            new.remove(CLUSTER_IPS);
        } else {
            edit::texts(new, CLUSTER_IPS, &[&single]);
        }
    }
}

#[cfg(test)]
mod tests;

//! What a service takes from the cluster's pools and what it gives back: cluster addresses and node ports. Called by the allocator,
//! which knows what is free; nothing is taken in here. Source: upstream `pkg/registry/core/service/storage/alloc.go`.

use super::families::keeps_preferred;
use super::{
    CLUSTER_IP, CLUSTER_IPS, FAMILIES, HEALTH_PORT, PORTS, TYPE, allocates_node_ports, list, needs_health_port, needs_node_port,
    node_port, path,
};
use crate::address::Family;
use crate::edit;
use crate::prepare::text;
use meta::field::FieldError;
use object::{NodeRef, Tree};
use std::collections::BTreeMap;
use std::fmt;

/// An address that is to be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Position in `clusterIPs`.
    pub index: usize,
    /// Of which family.
    pub family: Family,
    /// The address that the client asked for; any when none.
    pub requested: Option<String>,
}

/// What happens to addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// To be taken.
    pub take: Vec<Wanted>,
    /// To be given back.
    pub release: Vec<String>,
}

/// Which addresses a write takes and gives back. The families of `new` are filled.
#[must_use]
pub fn addresses(new: &Tree, old: Option<&Tree>) -> Addresses {
    let Some(old) = old else { return taking(all_wanted(new)) };
    if keeps_preferred(new, old) {
        return Addresses::default();
    }
    let external = |service| text(service, TYPE) == "ExternalName";
    match (external(old), external(new)) {
        (true, false) => return taking(all_wanted(new)),
        (false, true) => return Addresses { release: held_addresses(old), ..Addresses::default() },
        _ => (),
    }
    if list(old, CLUSTER_IPS).first() == Some(&"None") {
        return Addresses::default();
    }
    match (list(old, FAMILIES).len(), list(new, FAMILIES).len()) {
        (1, 2) => taking(all_wanted(new).into_iter().filter(|wanted| wanted.index == 1).collect()),
        (2, 1) => Addresses { release: held_addresses(old).into_iter().skip(1).collect(), ..Addresses::default() },
        _ => Addresses::default(),
    }
}

fn taking(take: Vec<Wanted>) -> Addresses {
    Addresses { take, ..Addresses::default() }
}

/// One address for each family; none for a service without addresses.
fn all_wanted(service: &Tree) -> Vec<Wanted> {
    let given = list(service, CLUSTER_IPS);
    if text(service, TYPE) == "ExternalName" || given.first() == Some(&"None") {
        return Vec::new();
    }
    let families = list(service, FAMILIES).into_iter().enumerate();
    let wanted = families.filter_map(|(index, family)| {
        let requested = given.get(index).filter(|text| !text.is_empty()).map(|text| (*text).to_owned());
        Some(Wanted { index, family: Family::named(family)?, requested })
    });
    wanted.collect()
}

/// Puts a taken address at its place.
pub fn set_address(service: &mut Tree, index: usize, address: &str) {
    let mut all: Vec<String> = list(service, CLUSTER_IPS).into_iter().map(str::to_owned).collect();
    if all.len() <= index {
        all.resize(index + 1, String::new());
    }
    address.clone_into(&mut all[index]);
    edit::texts(service, CLUSTER_IPS, &all);
    if index == 0 {
        service.set_str(CLUSTER_IP, address);
    }
}

/// The addresses that a stored service holds.
#[must_use]
pub fn held_addresses(service: &Tree) -> Vec<String> {
    let all = list(service, CLUSTER_IPS);
    if text(service, TYPE) == "ExternalName" || all.first() == Some(&"None") {
        return Vec::new();
    }
    all.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The node ports that a stored service holds, each once.
#[must_use]
pub fn held_ports(service: &Tree) -> Vec<i64> {
    let mut ports = super::node_ports(service);
    if needs_health_port(service) {
        ports.extend(service.i64(HEALTH_PORT).filter(|port| *port != 0));
    }
    ports.into_iter().collect()
}

/// Why a node port cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortError {
    /// Somebody has it.
    Taken,
    /// It is not in the range, which is named.
    OutOfRange(String),
    /// No port is left.
    Full,
}

impl fmt::Display for PortError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken => f.write_str("provided port is already allocated"),
            Self::OutOfRange(range) => {
                write!(f, "provided port is not in the valid range. The range of valid ports is {range}")
            }
            Self::Full => f.write_str("range is full"),
        }
    }
}

/// Where node ports come from, as seen by one write.
pub trait NodePorts {
    /// Takes this port.
    ///
    /// # Errors
    /// Why it cannot be had.
    fn take(&mut self, port: i64) -> Result<(), PortError>;

    /// Takes any port.
    ///
    /// # Errors
    /// When there is none.
    fn take_any(&mut self) -> Result<i64, PortError>;
}

/// Why the node ports of a service could not be had.
#[derive(Clone, Debug, PartialEq)]
pub enum PortFailure {
    /// A fault of the client (422).
    Invalid(FieldError),
    /// Upstream answers 500 with reason InternalError.
    Internal(String),
    /// Upstream answers 500 without a reason.
    Unmapped(String),
}

/// How many node ports a write may take without having asked for a number.
#[must_use]
pub fn open_ports(new: &Tree) -> usize {
    let ports = if allocates_node_ports(new) { new.items(PORTS).filter(|port| node_port(*port) == 0).count() } else { 0 };
    ports + usize::from(needs_health_port(new) && new.i64(HEALTH_PORT).unwrap_or_default() == 0)
}

/// The node ports that a write names.
#[must_use]
pub fn requested_ports(new: &Tree) -> Vec<i64> {
    let health = new.i64(HEALTH_PORT).filter(|port| *port != 0);
    super::node_ports(new).into_iter().chain(health).collect()
}

/// Takes node ports and puts them in their places; returns those that the old service gives back.
///
/// # Errors
/// The first that cannot be had.
pub fn node_ports(new: &mut Tree, old: Option<&Tree>, pool: &mut dyn NodePorts) -> Result<Vec<i64>, PortFailure> {
    let mut released = Vec::new();
    let Some(old) = old else {
        if needs_node_port(new) {
            first_ports(new, pool)?;
        }
        if needs_health_port(new) {
            take_health_port(new, pool)?;
        }
        return Ok(released);
    };
    let before = super::node_ports(old);
    if needs_node_port(new) {
        changed_ports(new, old, pool)?;
        let now = super::node_ports(new);
        released.extend(before.difference(&now).copied());
    } else if needs_node_port(old) {
        released.extend(before);
    }
    match (needs_health_port(old), needs_health_port(new)) {
        (false, true) => take_health_port(new, pool)?,
        (true, false) => released.extend(old.i64(HEALTH_PORT).filter(|port| *port != 0)),
        _ => (),
    }
    released.sort_unstable();
    released.dedup();
    Ok(released)
}

fn set_node_port(service: &mut Tree, i: usize, port: i64) {
    service.set_i64(&["spec", "ports", &i.to_string(), "nodePort"], port);
}

fn refused(i: usize, port: i64, error: &PortError) -> PortFailure {
    PortFailure::Invalid(FieldError::invalid(&path("ports").index(i).child("nodePort"), port, error.to_string()))
}

fn any(pool: &mut dyn NodePorts) -> Result<i64, PortFailure> {
    pool.take_any().map_err(|error| PortFailure::Internal(format!("failed to allocate a nodePort: {error}")))
}

fn number(port: NodeRef<'_>, field: &str) -> i64 {
    port.field(field).and_then(NodeRef::as_i64).unwrap_or_default()
}

/// Node ports of a new service: ports of one number (TCP and UDP) share theirs.
fn first_ports(service: &mut Tree, pool: &mut dyn NodePorts) -> Result<(), PortFailure> {
    let ports: Vec<(i64, i64)> = service.items(PORTS).map(|port| (number(port, "port"), node_port(port))).collect();
    let mut of_port = BTreeMap::new();
    for (i, (port, given)) in ports.iter().copied().enumerate() {
        if given == 0 && !allocates_node_ports(service) {
            continue;
        }
        match of_port.get(&port).copied() {
            None => {
                let named = ports.iter().find(|(other, given)| *other == port && *given != 0).map(|(_, given)| *given);
                let taken = match named {
                    Some(named) => pool.take(named).map(|()| named).map_err(|error| refused(i, named, &error))?,
                    None => any(pool)?,
                };
                set_node_port(service, i, taken);
                of_port.insert(port, taken);
            }
            Some(shared) if given == 0 => set_node_port(service, i, shared),
            Some(shared) if given != shared => pool.take(given).map_err(|error| refused(i, given, &error))?,
            Some(_) => (),
        }
    }
    Ok(())
}

/// Node ports of a changed service: what the old one held is not taken again.
fn changed_ports(service: &mut Tree, old: &Tree, pool: &mut dyn NodePorts) -> Result<(), PortFailure> {
    let before = super::node_ports(old);
    let ports: Vec<(String, i64)> =
        service.items(PORTS).map(|port| (port.str(&["protocol"]).unwrap_or_default().to_owned(), node_port(port))).collect();
    let mut seen: Vec<(String, i64)> = Vec::new();
    for (i, (protocol, given)) in ports.into_iter().enumerate() {
        let port = match given {
            0 if !allocates_node_ports(service) => continue,
            0 => {
                let port = any(pool)?;
                set_node_port(service, i, port);
                port
            }
            given if before.contains(&given) || seen.iter().any(|(_, port)| *port == given) => given,
            given => pool.take(given).map(|()| given).map_err(|error| refused(i, given, &error))?,
        };
        let pair = (protocol, port);
        if seen.contains(&pair) {
            return Err(PortFailure::Unmapped(format!("duplicate nodePort: {{{} {}}}", pair.0, pair.1)));
        }
        seen.push(pair);
    }
    Ok(())
}

fn take_health_port(service: &mut Tree, pool: &mut dyn NodePorts) -> Result<(), PortFailure> {
    let asked = service.i64(HEALTH_PORT).unwrap_or_default();
    if asked != 0 {
        let failed = |error| PortFailure::Internal(format!("failed to allocate requested HealthCheck NodePort {asked}: {error}"));
        return pool.take(asked).map_err(failed);
    }
    let failed = |error| PortFailure::Internal(format!("failed to allocate a HealthCheck NodePort 0: {error}"));
    let port = pool.take_any().map_err(failed)?;
    service.set_i64(HEALTH_PORT, port);
    Ok(())
}

//! Node ports of services. A port is taken while its key exists, whose value names the service that has it; clients never see these
//! keys. Called by the services hook. Source of the rules: upstream `pkg/registry/core/service/portallocator`.

use std::collections::BTreeSet;
use std::sync::Arc;

use bytes::Bytes;
use kinds::core::service::claims::{NodePorts, PortError, open_ports, requested_ports};
use meta::status::Status;
use object::Tree;
use storage::{Body, Error, Key, Store, Value};

use super::pool::{Numbers, Pool};
use super::{Claims, NodePortRange};
use crate::metadata;
use crate::registry::Write;

/// What the keys of taken ports begin with: beside the key where upstream keeps all ports as one object.
const PREFIX: &str = "/registry/ranges/servicenodeports/";
/// A port above which a dry run counts up: outside of the default range, as upstream's.
const DRY_RUN_BASE: i64 = 32_768;

/// The pool of node ports.
pub(super) struct Ports {
    /// Where taken ports are.
    pub(super) store: Arc<dyn Store>,
    /// Which ports there are.
    pub(super) range: NodePortRange,
}

/// The pool as one write sees it.
pub(super) struct View {
    range: NodePortRange,
    dry_run: bool,
    /// Ports that the write names and others have.
    taken: BTreeSet<i64>,
    /// Ports that were free a moment ago, as many as the write may want.
    free: Vec<i64>,
    /// Ports that the write takes.
    claimed: Vec<i64>,
}

impl Ports {
    /// Looks up everything that the write of a service may want.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn view(&self, write: &Write<'_>, new: &Tree) -> Result<View, Status> {
        let pool = self.pool(write);
        let failed = |error: Error| write.hub.store_error(&error, "get", metadata::name(new));
        let requested = requested_ports(new);
        let mut taken = BTreeSet::new();
        for port in &requested {
            if let Ok(number) = u128::try_from(*port)
                && pool.is_taken(number).await.map_err(failed)?
            {
                taken.insert(*port);
            }
        }
        let mut not: BTreeSet<u128> = requested.iter().filter_map(|port| u128::try_from(*port).ok()).collect();
        let mut free = Vec::new();
        let open = if write.dry_run { 0 } else { open_ports(new) };
        for _ in 0..open {
            let Some(number) = pool.free(&self.range.bands(), &not).await.map_err(failed)? else { break };
            not.insert(number);
            free.extend(i64::try_from(number));
        }
        free.reverse();
        Ok(View { range: self.range, dry_run: write.dry_run, taken, free, claimed: Vec::new() })
    }

    /// Claims what a write takes.
    pub(super) fn claim(&self, write: &Write<'_>, service: &Tree, view: &View, claims: &mut Claims) {
        for port in &view.claimed {
            claims.take(key(*port), value(write.namespace, metadata::name(service)));
        }
    }

    /// Gives a port back, if it is this service's.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn release(&self, write: &Write<'_>, service: &Tree, port: i64, claims: &mut Claims) -> Result<(), Status> {
        let name = metadata::name(service);
        let found = self.store.get(&key(port), None).await.map_err(|e| write.hub.store_error(&e, "get", name))?;
        if let Some(item) = found.item.filter(|item| item.value.body == value(write.namespace, name).body) {
            claims.drop(&item);
        }
        Ok(())
    }

    fn pool<'a>(&'a self, write: &'a Write<'_>) -> Pool<'a> {
        Pool { store: self.store.as_ref(), prefix: PREFIX, numbers: Numbers::Ports, entropy: write.world.sys.entropy.as_ref() }
    }
}

fn key(port: i64) -> Key {
    Key::from(format!("{PREFIX}{port}"))
}

/// Names are made of letters that JSON leaves alone.
fn value(namespace: &str, name: &str) -> Value {
    let text = format!(r#"{{"namespace":"{namespace}","service":"{name}"}}"#);
    Value::new(Bytes::new(), Body::from(text.as_bytes()))
}

impl NodePorts for View {
    fn take(&mut self, port: i64) -> Result<(), PortError> {
        // Upstream's dry run does not look at the range.
        if !self.dry_run && !self.range.contains(port) {
            return Err(PortError::OutOfRange(self.range.to_string()));
        }
        if self.taken.contains(&port) || self.claimed.contains(&port) {
            return Err(PortError::Taken);
        }
        self.claimed.push(port);
        Ok(())
    }

    fn take_any(&mut self) -> Result<i64, PortError> {
        let port = if self.dry_run {
            self.claimed.iter().copied().max().unwrap_or(DRY_RUN_BASE) + 1
        } else {
            self.free.pop().ok_or(PortError::Full)?
        };
        self.claimed.push(port);
        Ok(port)
    }
}

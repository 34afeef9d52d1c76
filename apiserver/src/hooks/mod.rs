//! What a kind does across objects when one of its own is written. A hook runs inside the write, before the kind prepares and checks
//! the object, and says which further keys the write's own transaction tests and changes: everything happens in one commit or not at
//! all, so that nothing is ever taken without its owner (invariant 13) and nothing has to be repaired. Called by `registry`. A new hook is
//! one file and one line in `install`. Hooks never commit by themselves.

mod addresses;
mod pool;
mod ports;
mod range;
mod services;

use meta::status::Status;
use object::Tree;
use storage::{Compare, Item, Key, Operation, Txn, Value};
use sys::BoxFuture;

use crate::catalog::Catalog;
use crate::metrics::Stores;
use crate::registry::Write;
pub(crate) use addresses::DEFAULT_RANGE;
pub use range::{BadRange, NodePortRange, ServiceRange, ServiceRanges};

/// Where hooks take from.
pub(crate) struct Pools {
    /// Addresses of services.
    pub(crate) services: ServiceRanges,
    /// Node ports.
    pub(crate) node_ports: NodePortRange,
}

/// What a kind does across objects.
pub(crate) trait Hook: Send + Sync {
    /// A new or changed object is on its way; `old` is the stored one. May change the new one. Called again, with what was there at
    /// first, when somebody else has taken what was claimed.
    ///
    /// # Errors
    /// What the client is told instead.
    fn begin<'a>(
        &'a self,
        write: &'a Write<'_>,
        new: &'a mut Tree,
        old: Option<&'a Tree>,
    ) -> BoxFuture<'a, Result<Claims, Status>>;

    /// A stored object goes.
    ///
    /// # Errors
    /// What the client is told instead.
    fn end<'a>(&'a self, write: &'a Write<'_>, last: &'a Tree) -> BoxFuture<'a, Result<Claims, Status>>;
}

/// Further keys of a write.
#[derive(Debug, Default)]
pub(crate) struct Claims {
    compares: Vec<Compare>,
    operations: Vec<Operation>,
}

impl Claims {
    /// Makes a key, which must not exist.
    fn take(&mut self, key: Key, value: Value) {
        self.compares.push(Compare { key: key.clone(), mod_revision: None });
        self.operations.push(Operation::Put { key, value, ttl: None });
    }

    /// Changes a key, which must be as it was read.
    fn change(&mut self, item: &Item, value: Value) {
        self.compares.push(Compare { key: item.key.clone(), mod_revision: Some(item.mod_revision) });
        self.operations.push(Operation::Put { key: item.key.clone(), value, ttl: None });
    }

    /// Deletes a key, which must be as it was read.
    fn drop(&mut self, item: &Item) {
        self.compares.push(Compare { key: item.key.clone(), mod_revision: Some(item.mod_revision) });
        self.operations.push(Operation::Delete { key: item.key.clone() });
    }

    /// The write's transaction with these keys. Its own compares come first, so that a failure names the write's key where both fail.
    #[must_use]
    pub(crate) fn join(self, mut txn: Txn) -> Txn {
        txn.compares.extend(self.compares);
        txn.operations.extend(self.operations);
        txn
    }
}

/// What the hook of a write's kind does to a new or changed object; nothing without a hook, and nothing at subresources.
///
/// # Errors
/// The hook's.
pub(crate) async fn begin(write: &Write<'_>, new: &mut Tree, old: Option<&Tree>) -> Result<Claims, Status> {
    match write.hub.hook.get() {
        Some(hook) if write.subresource.is_empty() => hook.begin(write, new, old).await,
        _ => Ok(Claims::default()),
    }
}

/// What the hook of a write's kind does when a stored object goes.
///
/// # Errors
/// The hook's.
pub(crate) async fn end(write: &Write<'_>, last: &Tree) -> Result<Claims, Status> {
    match write.hub.hook.get() {
        Some(hook) => hook.end(write, last).await,
        None => Ok(Claims::default()),
    }
}

/// Gives kinds their hooks. Called once, before the first request.
///
/// # Errors
/// What is wrong with the tables of kinds.
pub(crate) fn install(catalog: &Catalog, stores: &Stores, pools: Pools) -> Result<(), String> {
    let hooks: [(&str, &str, Box<dyn Hook>); 1] = [("", "services", Box::new(services::Services::new(catalog, stores, pools)?))];
    for (group, plural, hook) in hooks {
        // Nobody gave the hub a hook before: this runs once.
        drop(catalog.stored(group, plural, stores)?.hook.set(hook));
    }
    Ok(())
}

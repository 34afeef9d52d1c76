//! What a cacher tells of its work to whoever counts it. Called by feed, reads and cursors; it must return at once.

use std::time::Duration;

use storage::Revision;

/// Counts a cacher's work. Every method does nothing unless it is replaced.
pub trait Meter: Send + Sync {
    /// The resource was read from the store from scratch; or that failed.
    fn initialised(&self, _took: Duration, _well: bool) {}
    /// Changes came from the store.
    fn received(&self, _events: usize) {}
    /// Changes were offered to watchers.
    fn dispatched(&self, _events: usize) {}
    /// The store said how far it is without a change.
    fn progressed(&self) {}
    /// The state reaches this far.
    fn reached(&self, _revision: Revision) {}
    /// A read of a revision had to wait so long; most do not wait at all.
    fn waited(&self, _took: Duration) {}
    /// A read of the newest state was answered, or failed.
    fn read_newest(&self, _well: bool) {}
    /// An object of the state that a watch begins with was sent.
    fn sent_initial(&self) {}
    /// A watcher was closed because it was too slow.
    fn closed_slow(&self) {}
    /// A stored value could not be decoded.
    fn corrupt(&self) {}
}

/// Counts nothing.
pub(crate) struct Nobody;

impl Meter for Nobody {}

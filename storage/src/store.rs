//! The contract of a store. Every implementation runs `crate::contract` against itself.

use sys::BoxFuture;

use crate::{Committed, Error, GetAnswer, Key, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, Statistics, Txn, Watch};

/// A revisioned key-value store. Reads without a revision, `latest` and commits are strictly serialisable: whatever was answered
/// before a call began is seen by it.
///
/// Futures may be dropped at any point. A commit whose future was dropped has either happened as a whole or not at all.
///
/// No method has a body of its own here: a wrapper that forgot to hand one on would hide what the store has to say.
pub trait Store: Send + Sync + 'static {
    /// Reads one key, now or at a revision.
    ///
    /// # Errors
    /// `Compacted`, `FutureRevision`, `ShuttingDown`, `Unavailable`.
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>>;

    /// Reads a range of keys from one revision.
    ///
    /// # Errors
    /// `Compacted`, `FutureRevision`, `ShuttingDown`, `Unavailable`.
    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>>;

    /// Applies a transaction as one revision. When this answers, the change is as durable as the store is, and reads, watches and
    /// `revisions` of this instance show it.
    ///
    /// # Errors
    /// `CompareFailed` (with what lies there), `TooLarge`, `Full`, `Invalid`, `Overloaded`, `ShuttingDown`, `Unavailable` (outcome unknown).
    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>>;

    /// Follows all changes under a prefix that come after a revision: in order, each once, the changes of one revision together,
    /// with previous values. `after` may be the compacted revision, any later one, or one in the future (then nothing up to and
    /// including it is delivered).
    ///
    /// # Errors
    /// `Compacted` when changes after `after` are gone; `ShuttingDown`, `Unavailable`. The same errors may end a running watch.
    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>>;

    /// Forgets history before a revision: reads at it or later and watches after it or later keep working. Compacting again what is
    /// compacted already does nothing.
    ///
    /// # Errors
    /// `FutureRevision`, `ShuttingDown`, `Unavailable`.
    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>>;

    /// Where this instance stands, without asking anyone: every commit it answered is included, those of other writers of a shared
    /// backend may not be.
    fn revisions(&self) -> Revisions;

    /// The revision of the newest commit of any writer that was answered before the call (a linearisable read of the revision).
    ///
    /// # Errors
    /// `ShuttingDown`, `Unavailable`.
    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>>;

    /// A consistent copy of the live state of one revision, in the crate's own snapshot format, from which a store can be restored.
    /// Time to live is kept as time left.
    ///
    /// # Errors
    /// `ShuttingDown`, `Unavailable`.
    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>>;

    /// Completes, with the reason, once the store has stopped for good because its disk failed: nothing is acknowledged after that, and
    /// only a restart helps. Never completes for a store that cannot fail so.
    fn failed(&self) -> BoxFuture<'static, String>;

    /// Figures of its files, for metrics; none of a store that has no files. Asks the disk how long they are.
    fn statistics(&self) -> Option<Statistics>;

    /// Stops taking work: what waits is answered, watches end with `ShuttingDown`, timers stop. Reads may still be answered.
    fn close(&self) -> BoxFuture<'_, ()>;
}

/// Implements [`Store`] by handing every call to a field.
macro_rules! delegate {
    ($store:ty, $field:ident) => {
        impl Store for $store {
            fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
                self.$field.get(key, at)
            }

            fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
                self.$field.range(request)
            }

            fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
                self.$field.commit(txn)
            }

            fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
                self.$field.watch(prefix, after)
            }

            fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
                self.$field.compact(revision)
            }

            fn revisions(&self) -> Revisions {
                self.$field.revisions()
            }

            fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
                self.$field.latest()
            }

            fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
                self.$field.snapshot()
            }

            fn failed(&self) -> BoxFuture<'static, String> {
                self.$field.failed()
            }

            fn statistics(&self) -> Option<Statistics> {
                self.$field.statistics()
            }

            fn close(&self) -> BoxFuture<'_, ()> {
                self.$field.close()
            }
        }
    };
}
pub(crate) use delegate;

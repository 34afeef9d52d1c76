//! The change feed as a consumer sees it.

use std::sync::Arc;
use std::task::{Context, Poll};

use crate::{Error, Item, Key, Revision};

/// One changed key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The key.
    pub key: Key,
    /// What lay there before the commit; `None` when the key was created.
    pub previous: Option<Arc<Item>>,
    /// What lies there now; `None` when the key was deleted.
    pub current: Option<Arc<Item>>,
}

/// All changes of one revision that a watch is interested in. Never empty, never split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The commit.
    pub revision: Revision,
    /// Its changes, in the order of the transaction.
    pub changes: Box<[Change]>,
}

/// What a watch delivers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchItem {
    /// Changes.
    Batch(Arc<Batch>),
    /// Every change under the prefix up to and including this revision has been delivered. It passes through the same queue as the
    /// batches and can therefore never overtake one.
    Progress(Revision),
}

/// How a consumer that is between two items learns how far its state reaches, although the store's revision also moves with keys
/// that it does not watch.
pub trait Progress: Send + Sync {
    /// The revision up to which the state of a consumer is complete that has applied every item up to and including the one of
    /// revision `applied` (a batch or a progress item; the revision it started after, if none came yet). At least `applied`, and
    /// just that once the watch has been dropped.
    fn known(&self, applied: Revision) -> Revision;

    /// Asks for a progress item once the store has reached `revision` (at once if it has), unless a batch of that revision or a later
    /// one comes first. Only the lowest revision asked for is remembered: ask again after each item that is not enough. Without being
    /// asked a store may deliver progress as rarely as it likes.
    fn request(&self, revision: Revision);
}

/// The implementation behind a [`Watch`]. Dropping it ends the watch.
pub trait WatchSource: Send {
    /// The next item; an error ends the watch and is repeated when polled again.
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<WatchItem, Error>>;

    /// See [`Progress`].
    fn progress(&self) -> Arc<dyn Progress>;
}

/// A running watch. It never blocks a writer; a consumer that falls behind reads from history, and gets `Compacted` when history
/// has passed it by. Dropping it ends it.
pub struct Watch(Box<dyn WatchSource>);

impl Watch {
    /// Wraps an implementation.
    #[must_use]
    pub fn new(source: impl WatchSource + 'static) -> Self {
        Self(Box::new(source))
    }

    /// The next item. Cancellation-safe: an item is either returned or still there.
    ///
    /// # Errors
    /// `Compacted`, `ShuttingDown`, `Unavailable`: the watch has ended. What was delivered before is complete up to its last item,
    /// so that a new watch may start after that revision (unless `Compacted`).
    pub async fn next(&mut self) -> Result<WatchItem, Error> {
        std::future::poll_fn(|context| self.0.poll_next(context)).await
    }

    /// The poll form of [`Watch::next`].
    pub fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<WatchItem, Error>> {
        self.0.poll_next(context)
    }

    /// A handle that tells how far the consumer's state reaches.
    #[must_use]
    pub fn progress(&self) -> Arc<dyn Progress> {
        self.0.progress()
    }
}

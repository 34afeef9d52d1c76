//! What a durable store does for a group of commits before it is published. Implemented by the embedded store; the store in memory has
//! none. Called by whoever takes a turn, under the lock of the working state; it must never look at queues or watches.

use std::sync::Arc;
use std::time::Duration;

use super::state::{State, Written};
use crate::item::Place;
use crate::{Change, Error, Revision};

/// Why a group could not be made durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum JournalError {
    /// The disk has no room. Nothing of the group will ever be seen; the store goes on.
    NoSpace,
    /// The disk failed: nobody knows what it holds, and the store must not go on.
    Broken(String),
}

/// What a transaction does to the size of the log and of the live state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Growth {
    /// It only deletes.
    Deletes,
    /// Its values take no more room than those it replaces (give or take a timestamp).
    Steady,
    /// Anything else.
    Grows,
}

/// Has the committer take a turn even if nobody writes.
pub(crate) type Nudge = Arc<dyn Fn() + Send + Sync>;

/// Bytes that may be staged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Room {
    /// So many.
    Bytes(usize),
    /// The log has to go on elsewhere, which it can once all that was staged is durable.
    Later,
}

/// The log, as the committer sees it: `room`, then for every transaction `admit` and, if it changes something, `stage`; `sync` for all of
/// it.
pub(crate) trait Journal: Send {
    /// Bytes that may be staged, after making room for at least `first` if that is possible.
    fn room(&mut self, first: usize) -> Result<Room, JournalError>;
    /// Whether a transaction may go on, as far as room is concerned. `bytes` is no less than what its record takes.
    fn admit(&mut self, growth: Growth, bytes: usize) -> Result<(), Error>;
    /// Where the record of the next commit will lie.
    fn place(&self) -> Place;
    /// Encodes a commit behind those that were staged before.
    fn stage(&mut self, revision: Revision, changes: &[Change]) -> Written;
    /// Encodes that history before a revision is forgotten.
    fn stage_compaction(&mut self, revision: Revision);
    /// The newest revision for which that was encoded, by this process.
    fn compaction(&self) -> Revision;
    /// Writes everything that was staged and returns when it is durable; answers how long the disk took, none when nothing was staged.
    /// It blocks. On an error nothing of it will ever be seen.
    fn sync(&mut self) -> Result<Option<Duration>, JournalError>;
    /// History before this revision has to go for lack of room.
    fn forget_before(&self) -> Option<Revision>;
    /// Told how to get a turn.
    fn attach(&mut self, nudge: Nudge);
    /// Told of every state that readers see from now on, and of the place at which the journal ends that led to it.
    fn published(&mut self, state: &State, end: Place);
    /// The last call.
    fn close(&mut self);
}

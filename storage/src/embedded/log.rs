//! The log as the committer writes it: groups of records into the current segment, one write and one sync each, and the switch to the next
//! segment when it is full. Owned by the committer; everything that takes long (making segments ahead, checkpoints, removing files) is
//! upkeep's, which is told what is wanted. It must never acknowledge anything: that is the engine's, after `sync` has returned.

use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use super::files::Opened;
use super::frame::{self, Kind};
use super::record::{Times, write_commit};
use super::recover::End;
use super::upkeep::{Point, Upkeep};
use crate::engine::journal::{Growth, Journal, JournalError, Nudge, Room};
use crate::engine::state::{State, Written};
use crate::item::{FileId, FileKind, Place};
use crate::{Change, Error, Revision};

/// Bytes kept free in a segment for its last record.
const SEAL: u64 = frame::size(0) as u64;
/// Bytes of the buffer that are kept from one group to the next.
const KEPT_BUFFER: usize = 1 << 20;
/// What a change counts in history besides its record: the index in memory.
const INDEX_BYTES: usize = 256;

/// What a commit counts in history's budget.
pub(super) fn cost(size: usize, changes: usize) -> usize {
    size + changes * INDEX_BYTES
}

/// The segment that is written.
pub(super) struct Segment {
    pub(super) opened: Opened,
    pub(super) allocated: u64,
    /// Where the next record goes.
    pub(super) end: u64,
    group: u32,
}

impl Segment {
    /// A segment that holds its head only.
    pub(super) fn fresh(opened: Opened, allocated: u64, end: u64) -> Self {
        Self { opened, allocated, end, group: 0 }
    }

    /// A segment that recovery read to its end.
    pub(super) fn continued(opened: Opened, end: End) -> Self {
        Self { opened, allocated: end.allocated, end: end.offset, group: end.group }
    }

    /// A segment that was made ahead by an earlier process.
    pub(super) fn found(opened: Opened) -> std::io::Result<Self> {
        let allocated = opened.file.length()?;
        let mut frames = super::files::Frames::new(&opened, 0);
        frames.next()?;
        let end = frames.offset();
        Ok(Self::fresh(opened, allocated, end))
    }

    fn left(&self) -> u64 {
        self.allocated.saturating_sub(self.end + SEAL)
    }
}

/// The newest compactions that were recorded.
#[derive(Default)]
struct Compactions {
    staged: Revision,
    durable: Revision,
}

/// The committer's end of the log.
pub(super) struct Log {
    upkeep: Arc<Upkeep>,
    /// Its end is behind the last group that is durable.
    current: Segment,
    staged: Vec<u8>,
    compactions: Compactions,
    times: Times,
}

impl Log {
    pub(super) fn new(upkeep: Arc<Upkeep>, current: Segment) -> Self {
        let times = Times::now(&upkeep.files.sys);
        Self { upkeep, current, staged: Vec::new(), compactions: Compactions::default(), times }
    }

    fn left(&self) -> usize {
        usize::try_from(self.current.left()).unwrap_or(usize::MAX).saturating_sub(self.staged.len())
    }

    fn push(&mut self, kind: Kind, write: impl FnOnce(&mut Vec<u8>)) -> usize {
        let current = &self.current;
        let offset = current.end + self.staged.len() as u64;
        frame::push(&mut self.staged, kind, (current.group + 1, current.end), current.opened.salt, offset, write)
    }

    /// Goes on in the next segment, which has room for at least `bytes`. The old one says so before anything is written into the new one.
    fn rotate(&mut self, bytes: u64) -> Result<(), JournalError> {
        let next = self.upkeep.next_segment(self.current.opened.id.number + 1, bytes)?;
        self.push(Kind::Seal, |_| ());
        match self.sync() {
            Ok(_) => {
                self.current = next;
                Ok(())
            }
            Err(error) => {
                // The log does not go on there yet; the segment is as empty as before.
                self.upkeep.give_back(next);
                Err(error)
            }
        }
    }

    fn broken(&self, what: &str, error: &std::io::Error) -> JournalError {
        let name = super::files::name(self.current.opened.id);
        JournalError::Broken(format!("{what} {name} failed: {error}; nothing is acknowledged any more"))
    }

    /// One write of what is staged, which is durable when it returns.
    fn write(&self) -> Result<Duration, JournalError> {
        let (file, offset) = (&self.current.opened.file, self.current.end);
        let clock = &*self.upkeep.files.sys.clock;
        let written = self.upkeep.statistics.synced(clock, self.staged.len(), || file.write_through_at(&self.staged, offset));
        match written {
            Ok(took) => Ok(took),
            Err(error) if error.kind() == ErrorKind::StorageFull || error.kind() == ErrorKind::QuotaExceeded => {
                // Nothing of it may ever turn up: what was written of it is wiped, for good.
                let zeros = vec![0; self.staged.len()];
                file.write_through_at(&zeros, offset).map_err(|error| self.broken("wiping a refused write in", &error))?;
                self.upkeep.full();
                Err(JournalError::NoSpace)
            }
            Err(error) => Err(self.broken("writing to", &error)),
        }
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        // A store that is dropped without having been closed gives its folder back, too.
        self.upkeep.stop();
    }
}

impl Journal for Log {
    fn room(&mut self, first: usize) -> Result<Room, JournalError> {
        self.times = Times::now(&self.upkeep.files.sys);
        self.upkeep.try_again();
        if self.left() < first {
            if !self.staged.is_empty() {
                return Ok(Room::Later);
            }
            match self.rotate(first as u64 + SEAL) {
                // What does not fit is refused one by one.
                Err(JournalError::NoSpace) | Ok(()) => (),
                Err(broken) => return Err(broken),
            }
        }
        Ok(Room::Bytes(self.left()))
    }

    fn admit(&mut self, growth: Growth, bytes: usize) -> Result<(), Error> {
        let left = self.left();
        let admitted = match growth {
            _ if bytes > left => false,
            _ if !self.upkeep.is_full() => true,
            Growth::Deletes => true,
            // The rest of the segment is for deletes, which alone make room.
            Growth::Steady => (left - bytes) as u64 >= self.current.allocated / 2,
            Growth::Grows => false,
        };
        if admitted { Ok(()) } else { Err(Error::NoSpace) }
    }

    fn place(&self) -> Place {
        Place::new(self.current.opened.id, self.current.end + self.staged.len() as u64)
    }

    fn stage(&mut self, revision: Revision, changes: &[Change]) -> Written {
        let (place, times) = (self.place(), self.times);
        let size = self.push(Kind::Commit, |body| write_commit(body, revision, changes, times));
        Written { place, bytes: cost(size, changes.len()) }
    }

    fn stage_compaction(&mut self, revision: Revision) {
        self.push(Kind::Compact, |body| body.extend_from_slice(&revision.0.to_le_bytes()));
        self.compactions.staged = revision;
    }

    fn compaction(&self) -> Revision {
        self.compactions.staged
    }

    fn sync(&mut self) -> Result<Option<Duration>, JournalError> {
        if self.staged.is_empty() {
            return Ok(None);
        }
        let written = self.write();
        if written.is_ok() {
            let length = self.staged.len() as u64;
            self.current.end += length;
            self.current.group += 1;
            self.compactions.durable = self.compactions.staged;
            self.upkeep.grown(length);
        } else {
            self.compactions.staged = self.compactions.durable;
        }
        self.staged.clear();
        self.staged.shrink_to(KEPT_BUFFER);
        written.map(Some)
    }

    fn forget_before(&self) -> Option<Revision> {
        self.upkeep.forget_before()
    }

    fn published(&mut self, state: &State, end: Place) {
        if let Some((id, offset)) = end.get() {
            self.upkeep.published(state, Point { segment: id.number, offset });
        }
    }

    fn attach(&mut self, nudge: Nudge) {
        self.upkeep.attach(nudge);
    }

    fn close(&mut self) {
        self.upkeep.stop();
    }
}

/// The id of a segment.
pub(super) fn segment_id(number: u32) -> FileId {
    FileId { kind: FileKind::Segment, number }
}

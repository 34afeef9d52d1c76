//! The log as the committer writes it: groups of records into the current segment, one write and one sync each, and the switch to the next
//! segment when it is full. Owned by the committer; everything that takes long (making segments ahead, checkpoints, removing files) is
//! upkeep's, which is told what is wanted. It must never acknowledge anything: that is the engine's, after `sync` has returned.

use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::files::Opened;
use super::frame::{self, Kind};
use super::record::{Times, write_commit};
use super::recover::End;
use super::upkeep::{Point, Upkeep};
use crate::engine::journal::{Growth, Journal, JournalError, Nudge, Room, Staged};
use crate::engine::state::{State, Written};
use crate::item::{FileId, FileKind, Place};
use crate::{Change, Error, Revision};

/// Bytes kept free in a segment for its last record.
const SEAL: u64 = frame::size(0) as u64;
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

    fn mark(&self) -> Mark {
        Mark { end: self.end, group: self.group }
    }
}

/// Where a group ended.
#[derive(Clone, Copy)]
struct Mark {
    end: u64,
    group: u32,
}

/// The newest compactions that were recorded.
#[derive(Default)]
struct Compactions {
    staged: Revision,
    /// The same, or on its way to the disk.
    taken: Revision,
    durable: Revision,
}

/// The committer's end of the log.
pub(super) struct Log {
    upkeep: Arc<Upkeep>,
    /// Its end is behind the group that is being written, if there is one.
    current: Segment,
    staged: Vec<u8>,
    compactions: Compactions,
    /// The last group that is durable.
    durable: Mark,
    writing: bool,
    /// The buffer of the group written last, to be filled again.
    spare_buffer: Arc<Mutex<Vec<u8>>>,
    times: Times,
}

impl Log {
    pub(super) fn new(upkeep: Arc<Upkeep>, current: Segment) -> Self {
        let times = Times::now(&upkeep.files.sys);
        let durable = current.mark();
        Self {
            upkeep,
            current,
            staged: Vec::new(),
            compactions: Compactions::default(),
            durable,
            writing: false,
            spare_buffer: Arc::default(),
            times,
        }
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
        let sealed = self.take().map_or(Ok(Duration::ZERO), Staged::write);
        self.written(sealed.is_ok());
        match sealed {
            Ok(_) => {
                self.durable = next.mark();
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
}

/// A group of records on its way to the disk.
struct Group {
    upkeep: Arc<Upkeep>,
    opened: Opened,
    offset: u64,
    bytes: Vec<u8>,
    /// Where the buffer goes afterwards.
    buffer: Arc<Mutex<Vec<u8>>>,
}

impl Group {
    fn broken(&self, what: &str, error: &std::io::Error) -> JournalError {
        let name = super::files::name(self.opened.id);
        JournalError::Broken(format!("{what} {name} failed: {error}; nothing is acknowledged any more"))
    }
}

impl Staged for Group {
    /// One write, which is durable when it returns.
    fn write(mut self: Box<Self>) -> Result<Duration, JournalError> {
        let file = &self.opened.file;
        let length = self.bytes.len();
        let clock = &*self.upkeep.files.sys.clock;
        let written = self.upkeep.statistics.synced(clock, length, || file.write_through_at(&self.bytes, self.offset));
        let took = match written {
            Ok(took) => took,
            Err(error) if error.kind() == ErrorKind::StorageFull || error.kind() == ErrorKind::QuotaExceeded => {
                // Nothing of it may ever turn up: what was written of it is wiped, for good.
                let zeros = vec![0; length];
                file.write_through_at(&zeros, self.offset).map_err(|error| self.broken("wiping a refused write in", &error))?;
                self.upkeep.full();
                return Err(JournalError::NoSpace);
            }
            Err(error) => return Err(self.broken("writing to", &error)),
        };
        self.upkeep.grown(length as u64);
        self.bytes.clear();
        *lock(&self.buffer) = std::mem::take(&mut self.bytes);
        Ok(took)
    }
}

fn lock(buffer: &Mutex<Vec<u8>>) -> MutexGuard<'_, Vec<u8>> {
    buffer.lock().unwrap_or_else(PoisonError::into_inner)
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
            if self.writing || !self.staged.is_empty() {
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

    fn has_staged(&self) -> bool {
        !self.staged.is_empty()
    }

    fn take(&mut self) -> Option<Box<dyn Staged>> {
        if self.staged.is_empty() {
            return None;
        }
        let bytes = std::mem::replace(&mut self.staged, std::mem::take(&mut *lock(&self.spare_buffer)));
        let current = &mut self.current;
        let offset = current.end;
        current.end += bytes.len() as u64;
        current.group += 1;
        self.writing = true;
        self.compactions.taken = self.compactions.staged;
        let (upkeep, buffer) = (self.upkeep.clone(), self.spare_buffer.clone());
        Some(Box::new(Group { upkeep, opened: current.opened.clone(), offset, bytes, buffer }))
    }

    fn written(&mut self, durable: bool) {
        self.writing = false;
        if durable {
            self.durable = self.current.mark();
            self.compactions.durable = self.compactions.taken;
        } else {
            Mark { end: self.current.end, group: self.current.group } = self.durable;
            self.staged.clear();
            self.compactions.staged = self.compactions.durable;
        }
    }

    fn forget_before(&self) -> Option<Revision> {
        self.upkeep.forget_before()
    }

    fn published(&mut self, state: &State, end: Place) {
        if let Some((id, offset)) = end.get() {
            let written = self.durable.end;
            let behind = if id == self.current.opened.id { written.saturating_sub(offset) } else { written };
            self.upkeep.published(state, Point { segment: id.number, offset }, behind);
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

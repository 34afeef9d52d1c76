//! What a store on disk does beside its committer: makes the next segment ahead, writes checkpoints, removes files that nothing needs any
//! more, and knows whether the disk is full. One task of its own does what takes long; the committer leaves wishes and picks up results.
//! Nothing here is on the way of an answer, and nothing here may lose what was acknowledged: a file goes only when a durable checkpoint
//! stands in for it.

use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sys::{DirLock, File, Open, Tick};
use tokio::sync::{Notify, watch};

use super::EmbeddedLimits;
use super::checkpoint;
use super::files::{Base, Files, Opened, name, parse_name, temporary_name};
use super::frame::{self, Kind};
use super::log::{Segment, segment_id};
use super::record::{FORMAT, FileHead, Holds};
use super::statistics::Counters;
use crate::Revision;
use crate::engine::journal::{JournalError, Nudge};
use crate::engine::state::State;
use crate::item::{FileId, FileKind};

/// At least so long between two looks at a full disk that writers ask for.
const LOOK_AGAIN: Duration = Duration::from_millis(100);
/// Bytes that stay free besides what the next checkpoint needs: directory entries, other programs' logs.
const MARGIN: u64 = 256 << 10;

/// A point of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) segment: u32,
    pub(super) offset: u64,
}

/// Wishes and results.
struct Desk {
    /// The next segment, made ahead.
    spare: Option<Segment>,
    /// The number of the segment to make ahead.
    wanted_spare: Option<u32>,
    /// A checkpoint to write.
    wanted_checkpoint: Option<(State, Point)>,
    checkpoint_runs: bool,
    /// A durable checkpoint that the log will begin at once history has left what is before it.
    finished: Option<(Opened, Arc<Base>)>,
    /// Remove what is before the checkpoint that the log begins at.
    wanted_removal: bool,
    next_base: u32,
    /// Bytes of log since the point of the newest checkpoint.
    since_checkpoint: u64,
    last_look: Option<Tick>,
    nudge: Option<Nudge>,
    stopped: bool,
}

/// Shared by the committer, the task and the store's handle.
pub(super) struct Upkeep {
    pub(super) files: Arc<Files>,
    pub(super) limits: EmbeddedLimits,
    pub(super) statistics: Counters,
    desk: Mutex<Desk>,
    /// Held while a segment is made, so that committer and task never make the same one.
    making: Mutex<()>,
    wake: Notify,
    full: AtomicBool,
    /// Whether the log has gone on in a next segment.
    rotated: AtomicBool,
    /// Whether the committer waits for the segment that is being made.
    awaited: AtomicBool,
    /// What the next checkpoint will take.
    checkpoint_estimate: AtomicU64,
    ended: watch::Sender<bool>,
    /// Given up with the last of the three.
    _lock: Box<dyn DirLock>,
}

/// What upkeep begins with.
pub(super) struct Beginning {
    pub(super) next_base: u32,
    pub(super) log_bytes: u64,
    pub(super) spare: Option<Segment>,
    pub(super) wanted_spare: Option<u32>,
    pub(super) estimate: u64,
}

impl Upkeep {
    pub(super) fn new(files: Arc<Files>, limits: EmbeddedLimits, beginning: Beginning, lock: Box<dyn DirLock>) -> Self {
        let desk = Desk {
            spare: beginning.spare,
            wanted_spare: beginning.wanted_spare,
            wanted_checkpoint: None,
            checkpoint_runs: false,
            finished: None,
            wanted_removal: false,
            next_base: beginning.next_base,
            since_checkpoint: beginning.log_bytes,
            last_look: None,
            nudge: None,
            stopped: false,
        };
        Self {
            files,
            limits,
            statistics: Counters::default(),
            desk: Mutex::new(desk),
            making: Mutex::default(),
            wake: Notify::new(),
            full: AtomicBool::new(false),
            rotated: AtomicBool::new(false),
            awaited: AtomicBool::new(false),
            checkpoint_estimate: AtomicU64::new(beginning.estimate),
            ended: watch::channel(false).0,
            _lock: lock,
        }
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn attach(&self, nudge: Nudge) {
        self.desk().nudge = Some(nudge);
    }

    pub(super) fn is_full(&self) -> bool {
        self.full.load(Ordering::Acquire)
    }

    /// The disk turned out to be full.
    pub(super) fn full(&self) {
        if !self.full.swap(true, Ordering::AcqRel) {
            tracing::error!(dir = %self.files.dir.display(), "the disk is full: only deletes are admitted until there is room again");
        }
    }

    fn has_room(&self) {
        if self.full.swap(false, Ordering::AcqRel) {
            tracing::warn!(dir = %self.files.dir.display(), "the disk has room again");
        }
    }

    /// The committer wrote so many bytes.
    pub(super) fn grown(&self, bytes: u64) {
        self.desk().since_checkpoint += bytes;
    }

    /// Asks for another look at a full disk, unless there was one just now. Called when somebody wants to write.
    pub(super) fn try_again(&self) {
        if !self.is_full() {
            return;
        }
        let now = self.files.sys.clock.tick();
        let mut desk = self.desk();
        if desk.last_look.is_some_and(|last| now.since(last) < LOOK_AGAIN) {
            return;
        }
        desk.last_look = Some(now);
        let number = desk.wanted_spare;
        drop(desk);
        // At once, for the one who asks may be the only one for a long time.
        if let Some(number) = number {
            self.make_spare(number, Ground::Reserved);
        } else if self.room_for(self.limits.segment_bytes) {
            self.has_room();
        }
    }

    /// The segment that the log goes on in.
    pub(super) fn next_segment(&self, number: u32, bytes: u64) -> Result<Segment, JournalError> {
        self.awaited.store(true, Ordering::Release);
        let making = self.making();
        self.awaited.store(false, Ordering::Release);
        let spare = self.desk().spare.take_if(|spare| spare.allocated - spare.end >= bytes);
        let segment = match spare {
            Some(segment) => segment,
            None => {
                if let Some(small) = self.desk().spare.take() {
                    // Made for smaller records; it is empty, and its number is needed.
                    self.forget_file(&small).map_err(|error| self.broken(&error))?;
                }
                self.create_segment(number, bytes, Ground::Reserved).map_err(|error| self.judge(&error))?
            }
        };
        drop(making);
        self.rotated.store(true, Ordering::Release);
        self.desk().wanted_spare = Some(number + 1);
        self.wake.notify_one();
        Ok(segment)
    }

    /// Takes a segment back that the log did not go on in after all.
    pub(super) fn give_back(&self, segment: Segment) {
        let _making = self.making();
        let mut desk = self.desk();
        desk.wanted_spare = None;
        if let Some(later) = desk.spare.replace(segment) {
            drop(desk);
            // Made ahead in the meantime, for a number that is not next yet.
            if let Err(error) = self.forget_file(&later) {
                tracing::error!(%error, "a segment that was made too early cannot be removed");
            }
        }
    }

    fn making(&self) -> MutexGuard<'_, ()> {
        self.making.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn forget_file(&self, segment: &Segment) -> io::Result<()> {
        self.files.change(|table| drop(table.files.remove(&segment.opened.id)));
        self.files.sys.disk.remove(&self.files.path(segment.opened.id))
    }

    fn judge(&self, error: &io::Error) -> JournalError {
        if is_no_space(error) {
            self.full();
            return JournalError::NoSpace;
        }
        self.broken(error)
    }

    fn broken(&self, error: &io::Error) -> JournalError {
        let why = format!(
            "making a segment of the log in {} failed: {error}; nothing is acknowledged any more",
            self.files.dir.display()
        );
        JournalError::Broken(why)
    }

    /// Whether the disk has so many bytes, and those that the next checkpoint takes, which alone makes room for more.
    fn room_for(&self, bytes: u64) -> bool {
        let needed = bytes + self.checkpoint_estimate.load(Ordering::Acquire) + MARGIN.min(self.limits.segment_bytes);
        match self.files.sys.disk.space(&self.files.dir) {
            Ok(space) => space.free >= needed,
            // A file system that does not tell will say so when it is full.
            Err(_) => true,
        }
    }

    /// Makes an empty segment under its final name.
    fn create_segment(&self, number: u32, bytes: u64, ground: Ground) -> io::Result<Segment> {
        let allocated = self.limits.segment_bytes.max(bytes + 4096);
        create_segment(&self.files, number, allocated, ground, &|| self.awaited.load(Ordering::Acquire))
    }

    /// What the next segment is made on: once the log has come to the end of one, others are worth the zeros; a new store's first segments
    /// are not.
    fn ground(&self) -> Ground {
        if self.rotated.load(Ordering::Acquire) { Ground::Written } else { Ground::Reserved }
    }

    /// Makes the next segment ahead.
    fn make_spare(&self, number: u32, ground: Ground) {
        if !self.room_for(self.limits.segment_bytes) {
            self.full();
            return;
        }
        let _making = self.making();
        // The committer may have made it itself meanwhile.
        if self.desk().wanted_spare != Some(number) {
            return;
        }
        match self.create_segment(number, 0, ground) {
            Ok(segment) => {
                let mut desk = self.desk();
                desk.spare = Some(segment);
                desk.wanted_spare = None;
                drop(desk);
                self.has_room();
            }
            Err(error) if is_no_space(&error) => self.full(),
            // The committer meets the same error when it needs the segment, and stops then.
            Err(error) => tracing::error!(%error, "the next segment of the log cannot be made ahead"),
        }
    }

    /// History that has to go for lack of room: what is before the newest checkpoint.
    pub(super) fn forget_before(&self) -> Option<Revision> {
        if !self.is_full() {
            return None;
        }
        self.desk().finished.as_ref().map(|(_, base)| base.holds.revision)
    }

    /// A new state is about to be seen, which is what the log holds, up to `point`.
    pub(super) fn published(&self, state: &State, point: Point) {
        let estimate = checkpoint::estimate(state);
        self.checkpoint_estimate.store(estimate, Ordering::Release);
        let mut desk = self.desk();
        if let Some((opened, base)) = desk.finished.take_if(|(_, base)| base.holds.revision <= state.compacted) {
            self.files.change(|table| {
                table.files.insert(opened.id, opened.clone());
                table.base = Some(base.clone());
            });
            desk.wanted_removal = true;
            self.wake.notify_one();
        }
        let due = desk.since_checkpoint >= self.limits.checkpoint_bytes.max(state.live_bytes as u64)
            || self.is_full() && desk.since_checkpoint > 0;
        if due && !desk.checkpoint_runs && desk.finished.is_none() {
            desk.checkpoint_runs = true;
            desk.since_checkpoint = 0;
            desk.wanted_checkpoint = Some((state.clone(), point));
            self.wake.notify_one();
        }
    }

    /// Ends the task after what it is doing.
    pub(super) fn stop(&self) {
        let mut desk = self.desk();
        desk.stopped = true;
        desk.wanted_checkpoint = None;
        drop(desk);
        self.wake.notify_one();
    }

    fn is_stopped(&self) -> bool {
        self.desk().stopped
    }

    /// Completes once the task has ended.
    pub(super) async fn ended(&self) {
        let mut ended = self.ended.subscribe();
        drop(ended.wait_for(|ended| *ended).await);
    }

    /// The task.
    pub(super) async fn run(self: Arc<Self>) {
        loop {
            let wake = self.wake.notified();
            while self.step().await {}
            if self.is_stopped() {
                break;
            }
            wake.await;
        }
        // In this order: who waits for the end may open the folder next, which is locked as long as somebody has this.
        let ended = self.ended.clone();
        drop(self);
        ended.send_replace(true);
    }

    /// Does one thing that is wanted. Answers whether there was one.
    async fn step(&self) -> bool {
        let (removal, checkpoint) = {
            let mut desk = self.desk();
            if desk.stopped {
                return false;
            }
            (std::mem::take(&mut desk.wanted_removal), desk.wanted_checkpoint.take())
        };
        if removal {
            self.remove_old();
        }
        if let Some(number) = self.wanted_spare() {
            self.make_spare(number, self.ground());
        }
        if let Some((state, point)) = checkpoint {
            self.write_checkpoint(&state, point).await;
            return true;
        }
        // A spare that could not be made is asked for again by the next writer.
        removal
    }

    /// The segment to make ahead; none while there is no room, when writers ask for it.
    fn wanted_spare(&self) -> Option<u32> {
        if self.is_full() { None } else { self.desk().wanted_spare }
    }

    async fn write_checkpoint(&self, state: &State, point: Point) {
        let number = {
            let mut desk = self.desk();
            desk.next_base += 1;
            desk.next_base - 1
        };
        let between = || {
            // The log goes on meanwhile, and may need more than one segment.
            if let Some(number) = self.wanted_spare() {
                self.make_spare(number, self.ground());
            }
            !self.is_stopped()
        };
        let written = checkpoint::write(&self.files, number, state, (point.segment, point.offset), between).await;
        let mut desk = self.desk();
        desk.checkpoint_runs = false;
        match written {
            Ok((opened, base)) => {
                tracing::debug!(file = name(base.id), revision = %base.holds.revision, items = base.holds.items, "wrote a checkpoint");
                desk.finished = Some((opened, Arc::new(base)));
                self.statistics.checkpoint();
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => (),
            Err(error) if is_no_space(&error) => self.full(),
            Err(error) => tracing::error!(%error, "a checkpoint failed; the log goes on without it"),
        }
        // The committer takes the log's beginning forward, even if nobody writes.
        if let Some(nudge) = &desk.nudge {
            nudge();
        }
    }

    /// Removes what the checkpoint that the log begins at stands in for: other checkpoints first and durably, so that the oldest one that
    /// is left always has its segments.
    fn remove_old(&self) {
        let table = self.files.table();
        let Some(base) = &table.base else { return };
        let (first, disk) = (base.holds.segment, &self.files.sys.disk);
        let is_old = |id: &FileId| match id.kind {
            FileKind::Base => id.number < base.id.number,
            FileKind::Segment => id.number < first,
        };
        self.files.change(|table| table.files.retain(|id, _| !is_old(id)));
        // What the folder holds counts, not what the table knew: a checkpoint that failed after it had its name, or a removal that failed
        // half-way, left files that nobody remembers, and such a checkpoint must not outlive its segments.
        let remove = |kind| -> io::Result<()> {
            for id in disk.list(&self.files.dir)?.iter().filter_map(|found| parse_name(found)) {
                if id.kind == kind && is_old(&id) {
                    disk.remove(&self.files.path(id))?;
                }
            }
            disk.sync_dir(&self.files.dir)
        };
        if let Err(error) = remove(FileKind::Base).and_then(|()| remove(FileKind::Segment)) {
            // They are removed with the next ones, or when the store is opened the next time.
            tracing::error!(%error, "old files of the log cannot be removed");
            return;
        }
        if self.is_full() {
            let number = self.desk().wanted_spare;
            match number {
                Some(number) => self.make_spare(number, self.ground()),
                None if self.room_for(self.limits.segment_bytes) => self.has_room(),
                None => (),
            }
        }
    }
}

fn is_no_space(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// What lies where a segment will be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Room that nobody else gets.
    Reserved,
    /// Zeros that were written: a file system has nothing to note about a write there, which makes its sync about twice as fast. Costs
    /// writing everything once more, beside the log.
    Written,
}

/// Zeros written and synced at a time, so that the log's own syncs get between.
const ZEROS: usize = 256 << 10;

/// Writes zeros from the start on, and leaves the rest reserved when somebody waits.
fn write_zeros(file: &Arc<dyn File>, length: u64, awaited: &dyn Fn() -> bool) -> io::Result<()> {
    let zeros = vec![0; ZEROS.min(usize::try_from(length).unwrap_or(ZEROS))];
    for offset in (0..length).step_by(ZEROS) {
        if awaited() {
            break;
        }
        let piece = usize::try_from(length - offset).unwrap_or(ZEROS).min(ZEROS);
        file.write_at(&zeros[..piece], offset)?;
        file.sync_data()?;
    }
    Ok(())
}

/// Makes an empty segment: whole and durable before it has its name.
pub(super) fn create_segment(
    files: &Files,
    number: u32,
    allocated: u64,
    ground: Ground,
    awaited: &dyn Fn() -> bool,
) -> io::Result<Segment> {
    let id = segment_id(number);
    let disk = &files.sys.disk;
    let temporary = files.dir.join(temporary_name(id));
    if disk.exists(&files.path(id))? {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let make = || -> io::Result<Segment> {
        let file = match disk.open(&temporary, Open::Create) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                disk.remove(&temporary)?;
                disk.open(&temporary, Open::Create)?
            }
            other => other?,
        };
        file.allocate(allocated)?;
        if ground == Ground::Written {
            write_zeros(&file, allocated, awaited)?;
        }
        let opened = Opened::new(files.store, id, file);
        let mut bytes = Vec::new();
        let head = FileHead { format: FORMAT, store: files.store, file: id, allocated, holds: Holds::default() };
        frame::push(&mut bytes, Kind::Head, (0, 0), opened.salt, 0, |body| head.write(body));
        opened.file.write_at(&bytes, 0)?;
        opened.file.sync_data()?;
        disk.rename(&temporary, &files.path(id))?;
        disk.sync_dir(&files.dir)?;
        Ok(Segment::fresh(opened, allocated, bytes.len() as u64))
    };
    let made = make();
    match &made {
        Ok(segment) => files.change(|table| drop(table.files.insert(id, segment.opened.clone()))),
        // What counts is the first error.
        Err(_) => drop(disk.remove(&temporary)),
    }
    made
}

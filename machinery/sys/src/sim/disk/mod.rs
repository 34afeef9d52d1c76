//! Files in memory, with the error kinds of the real ones, and with what a real disk does to a store: a power cut loses what was not
//! synced, calls fail, room runs out. Product code sees it as `Disk`; a test holds a [`SimDisk`] to cut, to plan faults, and to look
//! at what was called. Must never keep more after a cut than the `Disk` trait promises, unless the cut asks for it.
//!
//! ```text
//! SimDisk (tests) --\
//! Handle  (Disk) ----+--> World { State: Names -> Inode -> Content; Plan; locks }   image --> DiskImage --after_cut--> DiskImage
//! OpenFile (File) --/
//! ```
//!
//! Every handle belongs to one life of the process. A cut ends the life: whatever it left running gets errors and cannot touch the
//! disk that the next life finds.

use std::collections::BTreeSet;
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::Disk;

mod content;
mod cut;
mod dice;
mod faults;
mod handle;
mod inode;
mod names;
#[cfg(test)]
mod tests;

pub use cut::{Cut, DiskImage, UnsyncedChange};
pub use faults::{Call, CallKind, Fault};

use super::watch::Watches;
use cut::State;
use faults::{Failure, Plan};
use names::FileId;

/// The disk as it was just before a call.
pub struct Moment<'a>(&'a State);

impl Moment<'_> {
    /// Takes an image.
    #[must_use]
    pub fn image(&self) -> DiskImage {
        DiskImage(self.0.closed())
    }
}

/// Sees every call just before it is made. It must not use the disk itself, which waits meanwhile.
type Observer = Box<dyn FnMut(&Call, &Moment<'_>) + Send>;

struct World {
    /// Which life of the process this is.
    life: u64,
    state: State,
    locked: BTreeSet<PathBuf>,
    /// In bytes.
    capacity: u64,
    plan: Plan,
    lying: bool,
    calls: Option<Vec<Call>>,
    count: usize,
    observer: Option<Observer>,
    watches: Watches,
}

impl World {
    fn free_pages(&self) -> u64 {
        (self.capacity / content::PAGE).saturating_sub(self.state.pages())
    }

    fn next_life(&mut self, state: State) {
        self.life += 1;
        self.state = state;
        self.locked.clear();
    }
}

/// The hands of a test on a simulated disk. Cloning gives a second handle on the same one.
#[derive(Clone)]
pub struct SimDisk {
    world: Arc<Mutex<World>>,
}

impl SimDisk {
    pub(super) fn new(image: DiskImage) -> Self {
        let world = World {
            life: 0,
            state: image.0,
            locked: BTreeSet::new(),
            capacity: 1 << 40,
            plan: Plan::default(),
            lying: false,
            calls: None,
            count: 0,
            observer: None,
            watches: Watches::default(),
        };
        Self { world: Arc::new(Mutex::new(world)) }
    }

    /// A handle for product code, for the life of the process that is going on.
    pub(super) fn handle(&self) -> Arc<dyn Disk> {
        let life = self.lock().life;
        Arc::new(handle::Handle { world: Arc::clone(&self.world), life })
    }

    fn lock(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    /// The disk as it is now.
    #[must_use]
    pub fn image(&self) -> DiskImage {
        DiskImage(self.lock().state.closed())
    }

    /// Cuts the power: the process dies (locks are released, every handle it had gives errors from now on), and the disk keeps what
    /// was synced and what `how` says. Planned faults, capacity and the record of calls stay.
    pub fn power_cut(&self, how: Cut) {
        let mut world = self.lock();
        let state = world.state.after_cut(how);
        world.next_life(state);
    }

    /// Kills the process, not the system: everything that was written is there, and what was not synced still is not.
    pub fn kill(&self) {
        let mut world = self.lock();
        let state = world.state.closed();
        world.next_life(state);
    }

    /// Plans a fault. A call that fails changes nothing, with two exceptions: a write may have been made in part, and a failed
    /// `sync_data` leaves what it should have synced in limbo. Readers see that still, no later sync makes it lasting unless it is
    /// written again, and a power cut loses it (`Cut::Chance` may keep it).
    pub fn fail(&self, fault: Fault) {
        self.lock().plan.add(fault);
    }

    /// Takes all planned faults back.
    pub fn clear_faults(&self) {
        self.lock().plan.clear();
    }

    /// How many calls have failed by plan.
    #[must_use]
    pub fn failed_calls(&self) -> usize {
        self.lock().plan.failed
    }

    /// Sets the size of the disk. Room is given out in pages of 4096 bytes; names take none.
    pub fn set_capacity(&self, bytes: u64) {
        self.lock().capacity = bytes;
    }

    /// Makes `sync_data` succeed without doing anything, or honest again: a fault that a test of a store has to find.
    pub fn set_lying(&self, lying: bool) {
        self.lock().lying = lying;
    }

    /// Begins a new record of calls.
    pub fn record_calls(&self) {
        self.lock().calls = Some(Vec::new());
    }

    /// The calls since `record_calls`, those that failed included.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.lock().calls.clone().unwrap_or_default()
    }

    /// How many calls there were since the world began.
    #[must_use]
    pub fn call_count(&self) -> usize {
        self.lock().count
    }

    /// Shows every call, just before it is made, to `observer`, which may take an image. It must not use the disk itself.
    pub fn observe(&self, observer: impl FnMut(&Call, &Moment<'_>) + Send + 'static) {
        self.lock().observer = Some(Box::new(observer));
    }

    /// Ends `observe`.
    pub fn stop_observing(&self) {
        self.lock().observer = None;
    }
}

fn lock(world: &Mutex<World>) -> MutexGuard<'_, World> {
    world.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Begins a call of the given life: records it, shows it, and says whether it is to fail. An open file may have got another name
/// meanwhile.
fn begin(
    world: &Mutex<World>,
    life: u64,
    mut call: Call,
    file: Option<FileId>,
) -> Result<(MutexGuard<'_, World>, Option<Failure>)> {
    let mut world = lock(world);
    if world.life != life {
        return Err(Error::other("the process that opened this was killed"));
    }
    world.count += 1;
    if (world.observer.is_some() || world.calls.is_some())
        && let Some(path) = file.and_then(|file| world.state.names.name_of(file))
    {
        path.clone_into(&mut call.path);
    }
    if let Some(mut observer) = world.observer.take() {
        observer(&call, &Moment(&world.state));
        world.observer = Some(observer);
    }
    let failure = world.plan.next(call.kind);
    if let Some(calls) = &mut world.calls {
        calls.push(call);
    }
    Ok((world, failure))
}

/// A call that fails as a whole or not at all.
fn enter(world: &Mutex<World>, life: u64, call: Call) -> Result<MutexGuard<'_, World>> {
    or_fail(begin(world, life, call, None)?)
}

fn or_fail<'a>((world, failure): (MutexGuard<'a, World>, Option<Failure>)) -> Result<MutexGuard<'a, World>> {
    failure.map_or(Ok(world), |failure| Err(failure.error.into()))
}

fn on_path(kind: CallKind, path: &Path) -> Call {
    Call { kind, path: path.to_owned(), offset: 0, length: 0 }
}

/// Files end before this; a real one reports the same.
fn check_end(offset: u64, length: u64) -> Result<()> {
    let end = offset.checked_add(length).filter(|end| i64::try_from(*end).is_ok());
    end.map(drop).ok_or_else(|| ErrorKind::FileTooLarge.into())
}

//! Figures of a store on disk, for metrics and `ferrokube storage stats`. Counting costs an atomic addition; nothing is kept per key.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sys::Clock;

use crate::Revisions;

/// What the store counts while it runs.
#[derive(Default)]
pub(super) struct Counters {
    syncs: AtomicU64,
    synced_bytes: AtomicU64,
    sync_nanos: AtomicU64,
    checkpoints: AtomicU64,
}

/// Figures of a store on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// Where it stands.
    pub revisions: Revisions,
    /// Live keys.
    pub keys: usize,
    /// Bytes of live keys and values.
    pub live_bytes: usize,
    /// What history counts, in bytes of its budget.
    pub history_bytes: usize,
    /// Files of the store.
    pub files: usize,
    /// Bytes of those files.
    pub file_bytes: u64,
    /// Writes that were made durable since the start.
    pub syncs: u64,
    /// Bytes of them.
    pub synced_bytes: u64,
    /// Time that waiting for the disk took.
    pub sync_time: Duration,
    /// Checkpoints written since the start.
    pub checkpoints: u64,
    /// Whether the disk is full.
    pub full: bool,
    /// Whether the store has stopped because its disk failed.
    pub failed: bool,
}

impl Counters {
    /// Makes a write of so many bytes durable, and counts it. Answers how long that took.
    pub(super) fn synced(&self, clock: &dyn Clock, bytes: usize, sync: impl FnOnce() -> io::Result<()>) -> io::Result<Duration> {
        let start = clock.tick();
        sync()?;
        let took = clock.tick().since(start);
        self.sync_nanos.fetch_add(u64::try_from(took.as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
        self.syncs.fetch_add(1, Ordering::Relaxed);
        self.synced_bytes.fetch_add(bytes as u64, Ordering::Relaxed);
        Ok(took)
    }

    pub(super) fn checkpoint(&self) {
        self.checkpoints.fetch_add(1, Ordering::Relaxed);
    }

    /// Syncs, their bytes, their time, checkpoints.
    pub(super) fn read(&self) -> (u64, u64, Duration, u64) {
        let load = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        (load(&self.syncs), load(&self.synced_bytes), Duration::from_nanos(load(&self.sync_nanos)), load(&self.checkpoints))
    }
}

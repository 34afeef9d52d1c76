//! The store on disk: the engine with a log as its journal. A folder holds segments of the log (`log-NNNNNNNN`), checkpoints
//! (`base-NNNNNNNN`) and a lock. All live values are in memory, where readers find them; history is in the files. Used by the API server by
//! default; nothing is acknowledged before it is durable.
//!
//! - The log begins at a checkpoint (or at the empty state) that lies before the oldest revision that history keeps, so that replaying it
//!   brings back state and history by the same steps that made them.
//! - A checkpoint is written beside the writers when the log has grown as long as the live state, so that each byte is written about twice.
//! - Segments are made ahead, in full size: within them a write needs no new room. Room for the next checkpoint is never given away.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use futures_util::FutureExt;
use sys::{BoxFuture, Open, Sys};

use crate::engine::state::State;
use crate::engine::{Engine, Limits};
use crate::{Committed, Error, GetAnswer, Key, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, Store, Txn, Watch};

mod ahead;
mod checkpoint;
mod error;
mod files;
mod frame;
mod log;
mod offline;
mod pieces;
mod record;
mod recover;
mod statistics;
mod upkeep;

pub use error::OpenError;
pub use offline::{Report, RestoreError, check, restore};
pub use statistics::Statistics;

use error::at;
use files::Opened;
use log::{Log, Segment, segment_id};
use recover::Recovered;
use upkeep::{Beginning, Ground, Upkeep};

/// Every bound of a store on disk, with its reason.
#[derive(Clone, Debug)]
pub struct EmbeddedLimits {
    /// Those that all stores have.
    pub core: Limits,
    /// Bytes of a segment. Two exist at least, one of them empty: small enough for a small disk, large enough that the switch to the next
    /// one (two syncs) is rare. On a disk of less than 64 of them it is a 64th of the disk, but no less than 512 KiB.
    pub segment_bytes: u64,
    /// Bytes of log before a checkpoint is worth writing, however small the live state is.
    pub checkpoint_bytes: u64,
}

impl Default for EmbeddedLimits {
    fn default() -> Self {
        Self { core: Limits::default(), segment_bytes: 8 << 20, checkpoint_bytes: 32 << 20 }
    }
}

impl EmbeddedLimits {
    /// Takes the disk's size into account.
    fn fitted(mut self, sys: &Sys, dir: &Path) -> Self {
        if let Ok(space) = sys.disk.space(dir) {
            let share = (space.total / 64).max(512 << 10);
            self.segment_bytes = self.segment_bytes.min(share);
            self.checkpoint_bytes = self.checkpoint_bytes.min(share * 4);
        }
        self
    }
}

/// The store on disk. Cheap to clone; all clones are one store.
#[derive(Clone)]
pub struct EmbeddedStore {
    engine: Engine,
    upkeep: Arc<Upkeep>,
}

impl EmbeddedStore {
    /// Opens a folder, which is made if it is missing, and reads it back. Blocks for as long as that takes. Must be called on a thread of
    /// the process's scheduler, which runs the tasks.
    ///
    /// # Errors
    /// The folder is in use, damaged, of another format, or the system refuses something. Nothing was changed then.
    pub fn open(sys: Sys, dir: &Path, limits: EmbeddedLimits) -> Result<Self, OpenError> {
        make_dir(&sys, dir)?;
        let lock = lock(&sys, dir)?;
        let limits = limits.fitted(&sys, dir);
        let recovered = recover::load(&sys, dir, &limits)?;
        mend(&sys, dir, &recovered)?;
        let Recovered { files, state, end, spare, log_bytes, next_base, .. } = recovered;
        let current = match end {
            Some(end) => {
                let opened = reopen(&sys, &files, segment_id(end.segment))?;
                Segment::continued(opened, end)
            }
            None => begin(&files, &state, next_base, &limits).map_err(at("make a store in", dir))?,
        };
        let spare = match spare {
            Some(id) => {
                let opened = reopen(&sys, &files, id)?;
                Some(Segment::found(opened).map_err(at("read", &files.path(id)))?)
            }
            None => None,
        };
        let wanted_spare = spare.is_none().then_some(current.opened.id.number + 1);
        let estimate = checkpoint::estimate(&state);
        let next_base = if end.is_some() { next_base } else { next_base + 1 };
        let beginning = Beginning { next_base, log_bytes, spare, wanted_spare, estimate };
        let upkeep = Arc::new(Upkeep::new(files, limits.clone(), beginning, lock));
        let log = Log::new(upkeep.clone(), current);
        sys.spawn.blocking("storage-upkeep", Box::pin(upkeep.clone().run()));
        let engine = Engine::new(sys, limits.core, state, Some(Box::new(log)));
        Ok(Self { engine, upkeep })
    }

    /// Figures.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        let state = self.engine.inner.published.load();
        let table = self.upkeep.files.table();
        let (syncs, synced_bytes, sync_time, checkpoints) = self.upkeep.statistics.read();
        Statistics {
            revisions: self.revisions(),
            keys: state.live.len(),
            live_bytes: state.live_bytes,
            history_bytes: state.history_bytes,
            files: table.files.len(),
            file_bytes: table.files.values().filter_map(|opened| opened.file.length().ok()).sum(),
            syncs,
            synced_bytes,
            sync_time,
            checkpoints,
            full: self.upkeep.is_full(),
            failed: self.engine.has_failed(),
        }
    }
}

/// Makes the folder and its missing parents. Their names are made lasting: whatever is durable in a folder is lost with its name. That of
/// the folder itself is, even if it was there: the process that made it may have died before.
fn make_dir(sys: &Sys, dir: &Path) -> Result<(), OpenError> {
    let mut above = Vec::new();
    for part in dir.ancestors().skip(1) {
        let part = if part.as_os_str().is_empty() { Path::new(".") } else { part };
        above.push(part);
        if sys.disk.exists(part).map_err(at("read", part))? {
            break;
        }
    }
    sys.disk.create_dir(dir, 0o700).map_err(at("create", dir))?;
    for part in above {
        match sys.disk.sync_dir(part) {
            // Only who may read a directory can sync it; then somebody else made the folder for this process.
            Err(error) if error.kind() != ErrorKind::PermissionDenied => return Err(at("sync", part)(error)),
            _ => (),
        }
    }
    Ok(())
}

/// Takes the folder's lock.
fn lock(sys: &Sys, dir: &Path) -> Result<Box<dyn sys::DirLock>, OpenError> {
    let path = dir.join("lock");
    sys.disk.lock(&path).map_err(|error| match error.kind() {
        ErrorKind::WouldBlock => {
            let holder = sys.disk.read(&path).ok().and_then(|text| String::from_utf8(text).ok()?.trim().parse().ok());
            OpenError::InUse { dir: dir.display().to_string(), holder }
        }
        _ => at("lock", &path)(error),
    })
}

/// Wipes a torn last write and removes what nothing needs.
fn mend(sys: &Sys, dir: &Path, recovered: &Recovered) -> Result<(), OpenError> {
    if let (Some(end), Some(bytes)) = (&recovered.end, recovered.torn) {
        let id = segment_id(end.segment);
        let path = recovered.files.path(id);
        tracing::warn!(
            file = files::name(id),
            offset = end.offset,
            bytes,
            "the last write was cut short and never acknowledged: it is wiped"
        );
        let file = sys.disk.open(&path, Open::Write).map_err(at("open", &path))?;
        file.write_at(&vec![0; bytes], end.offset).and_then(|()| file.sync_data()).map_err(at("mend", &path))?;
    }
    for name in &recovered.leftovers {
        let path = dir.join(name);
        sys.disk.remove(&path).map_err(at("remove", &path))?;
    }
    if !recovered.leftovers.is_empty() {
        sys.disk.sync_dir(dir).map_err(at("sync", dir))?;
    }
    Ok(())
}

/// Makes the first files of a store: a segment, and then the checkpoint that says that the log begins there.
fn begin(files: &Arc<files::Files>, state: &State, number: u32, limits: &EmbeddedLimits) -> std::io::Result<Segment> {
    let segment = upkeep::create_segment(files, 1, limits.segment_bytes, Ground::Reserved, &|| false)?;
    // Nothing to wait for: an empty state is written in one piece.
    let written = checkpoint::write(files, number, state, (1, segment.end), || true).now_or_never();
    let (opened, base) = written.unwrap_or_else(|| Err(ErrorKind::Interrupted.into()))?;
    let base = Arc::new(base);
    files.change(|table| {
        table.files.insert(opened.id, opened.clone());
        table.base = Some(base.clone());
    });
    Ok(segment)
}

/// Opens a segment that was read for writing.
fn reopen(sys: &Sys, files: &Arc<files::Files>, id: crate::item::FileId) -> Result<Opened, OpenError> {
    let path = files.path(id);
    let opened = Opened::new(files.store, id, sys.disk.open(&path, Open::Write).map_err(at("open", &path))?);
    files.change(|table| drop(table.files.insert(id, opened.clone())));
    Ok(opened)
}

impl Store for EmbeddedStore {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        self.engine.get(key, at)
    }

    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        self.engine.range(request)
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        self.engine.commit(txn)
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        self.engine.watch(prefix, after)
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        self.engine.compact(revision)
    }

    fn revisions(&self) -> Revisions {
        self.engine.revisions()
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        self.engine.latest()
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        self.engine.snapshot()
    }

    fn failed(&self) -> BoxFuture<'static, String> {
        self.engine.failed()
    }

    fn statistics(&self) -> Option<Statistics> {
        Some(self.statistics())
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            self.engine.close().await;
            self.upkeep.ended().await;
        })
    }
}

#[cfg(test)]
mod tests;

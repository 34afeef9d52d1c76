//! What can be done with a folder that no server has open: check it, read its figures, make it from a snapshot. Called by
//! `ferrokube storage`. `check` changes nothing, not even what opening the store would mend.

use std::io;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use sys::Sys;

use super::error::{OpenError, at};
use super::files::{Files, Table};
use super::{EmbeddedLimits, checkpoint, lock, recover, upkeep};
use crate::engine::Engine;
use crate::{Revision, Snapshot, SnapshotError};

/// What a folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The newest revision.
    pub revision: Revision,
    /// The oldest one that can be read.
    pub compacted: Revision,
    /// Live keys.
    pub keys: usize,
    /// Bytes of live keys and values.
    pub live_bytes: usize,
    /// Commits in history.
    pub commits: usize,
    /// Bytes of log after the checkpoint that it begins at.
    pub log_bytes: u64,
    /// Files of the store.
    pub files: usize,
    /// Bytes of those files.
    pub file_bytes: u64,
    /// Bytes of a last write that was cut short and never acknowledged; opening the store wipes them.
    pub torn_bytes: usize,
    /// Files that opening the store removes.
    pub leftovers: Vec<String>,
}

/// Reads every byte that the store needs and says what it holds.
///
/// # Errors
/// The folder is in use, damaged (with file and offset), of another format, or cannot be read.
pub fn check(sys: &Sys, dir: &Path) -> Result<(Report, Snapshot), OpenError> {
    if !sys.disk.exists(dir).map_err(at("read", dir))? {
        return Err(OpenError::Missing { file: dir.display().to_string() });
    }
    let _lock = lock(sys, dir)?;
    let found = recover::load(sys, dir, &EmbeddedLimits::default())?;
    let table = found.files.table();
    let state = found.state;
    let report = Report {
        revision: state.revision,
        compacted: state.compacted,
        keys: state.live.len(),
        live_bytes: state.live_bytes,
        commits: state.log.len(),
        log_bytes: found.log_bytes,
        files: table.files.len(),
        file_bytes: table.files.values().filter_map(|opened| opened.file.length().ok()).sum(),
        torn_bytes: found.torn.unwrap_or(0),
        leftovers: found.leftovers,
    };
    let items = state.live.clone().into_iter().map(|(_, item)| item);
    let snapshot = Snapshot::new(state.revision, state.live.len(), sys.clock.tick(), items);
    Ok((report, snapshot))
}

/// Why a folder cannot be made from a snapshot.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The snapshot is no intact one.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// The folder cannot be used.
    #[error(transparent)]
    Folder(#[from] OpenError),
    /// The folder holds a store already; it is never overwritten.
    #[error("{0} holds a store already: restore into a folder of its own")]
    NotEmpty(String),
}

/// Makes a folder from a snapshot. Its revision is `bump` greater than the snapshot's, which must be more than the commits that the store it
/// replaces has made since; everything before counts as compacted, so that clients start again instead of missing changes.
///
/// # Errors
/// See [`RestoreError`]. The folder holds no store then.
pub async fn restore(
    sys: &Sys,
    dir: &Path,
    pieces: impl Iterator<Item = Result<Bytes, io::Error>>,
    bump: u64,
) -> Result<Revision, RestoreError> {
    super::make_dir(sys, dir)?;
    let _lock = lock(sys, dir)?;
    let found = sys.disk.list(dir).map_err(at("read", dir))?;
    if found.iter().any(|name| super::files::parse_name(name).is_some()) {
        return Err(RestoreError::NotEmpty(dir.display().to_string()));
    }
    let mut state = Engine::restored(sys, pieces, Revision(0))?;
    let revision = Revision(state.revision.0.saturating_add(bump));
    state.begin_at(revision);
    let files = Arc::new(Files::new(sys.clone(), dir, sys.entropy.below(u64::MAX), Table::default()));
    let limits = EmbeddedLimits::default().fitted(sys, dir);
    // The checkpoint comes last: without it the folder holds no store yet.
    let segment = upkeep::create_segment(&files, 1, limits.segment_bytes, upkeep::Ground::Reserved, &|| false)
        .map_err(at("make a segment of the log in", dir))?;
    let written = checkpoint::write(&files, 1, &state, (1, segment.end), || true).await;
    if let Err(error) = written {
        drop(sys.disk.remove(&files.path(segment.opened.id)));
        return Err(at("write a checkpoint in", dir)(error).into());
    }
    Ok(revision)
}

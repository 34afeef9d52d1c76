//! A kubeconfig file on disk: changed under the lock that kubectl takes too, in one step, at the place that links lead to.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;
use sys::{DirLock, Disk, Open, Sys};

use super::edit::{self, Entry};
use super::{Access, Kubeconfig};
use crate::PkiError;

/// The file holds private keys.
const MODE: u32 = 0o600;
/// Missing folders on the way to the file; as kubectl makes `~/.kube`.
const DIRECTORY_MODE: u32 = 0o750;
/// How long another program may hold the lock: kubectl holds it for milliseconds.
const PATIENCE: Duration = Duration::from_secs(3);
/// Time between two looks at the lock, which is a plain file: nothing tells when it goes.
const LOOK: Duration = Duration::from_millis(20);

/// When the new context becomes the file's current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Current {
    /// Always: the file is ours.
    Always,
    /// If the file has none: it is its owner's, who chose the one that is there.
    IfNone,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The file.
    pub path: PathBuf,
    /// The context that it now has.
    pub context: String,
    /// Whether this is its current one.
    pub current: bool,
}

/// Reads the file `path`; none when it does not exist.
///
/// # Errors
/// When it cannot be read, or is no kubeconfig.
pub fn read(sys: &Sys, path: &Path) -> Result<Option<Kubeconfig>, PkiError> {
    let content = |reason: String| PkiError::Content { path: path.display().to_string(), reason };
    Ok(match text(&*sys.disk, path)? {
        Some(text) => Some(Kubeconfig::parse(text.as_bytes()).map_err(content)?),
        None => None,
    })
}

/// Adds `access` to the file `path` in one step (a reader sees the old or the new file), readable by its owner only. Of a file that
/// exists everything else stays: entries of other names, fields that this program does not know, comments and layout.
///
/// # Errors
/// When the file cannot be read or written, holds something that is not a kubeconfig, or is being changed by another program that does
/// not come to an end. It is then left as it was.
pub async fn merge_into_file(sys: &Sys, path: &Path, access: &Access<'_>, current: Current) -> Result<Merged, PkiError> {
    let disk: &dyn Disk = &*sys.disk;
    let content = |reason: String| PkiError::Content { path: path.display().to_string(), reason };
    if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        disk.create_dir(parent, DIRECTORY_MODE).map_err(|e| crate::cluster::file_error(parent, e))?;
    }
    let unchanged = |old: &Option<String>, change: &Change| old.as_deref() == Some(change.text.as_str());
    let old = text(disk, path)?;
    let change = plan(old.as_deref(), access, current).map_err(content)?;
    if unchanged(&old, &change) {
        // A server that starts again has nothing to say, and needs neither room on the disk nor a lock that a kill would leave behind.
        return Ok(merged(path, access, &change));
    }
    // A file of ours has no other writers; a lock that a killed process left would keep the next one from starting.
    let _lock = match current {
        Current::Always => None,
        Current::IfNone => Some(Lock::take(sys, path).await?),
    };
    let target = disk.target(path).map_err(|e| crate::cluster::file_error(path, e))?;
    let change = plan(text(disk, path)?.as_deref(), access, current).map_err(content)?;
    disk.write(&target, change.text.as_bytes(), MODE).map_err(|e| crate::cluster::file_error(path, e))?;
    Ok(merged(path, access, &change))
}

/// What the file is to become.
struct Change {
    text: String,
    current: bool,
}

/// Puts `access` into the old text.
fn plan(old: Option<&str>, access: &Access<'_>, current: Current) -> Result<Change, String> {
    let mut config = match old {
        Some(text) => Kubeconfig::parse(text.as_bytes())?,
        None => Kubeconfig::default(),
    };
    let choose = current == Current::Always || config.current_context().is_none_or(str::is_empty);
    config.add(access)?;
    if choose {
        config.root.insert("current-context".to_owned(), json!(access.context));
    }
    let text = match old.filter(|old| !old.trim().is_empty()).and_then(|old| edited(old, &config, access, choose)) {
        Some(text) => text,
        None => config.to_yaml()?,
    };
    Ok(Change { text, current: config.current_context() == Some(access.context) })
}

fn merged(path: &Path, access: &Access<'_>, change: &Change) -> Merged {
    Merged { path: path.to_owned(), context: access.context.to_owned(), current: change.current }
}

fn text(disk: &dyn Disk, path: &Path) -> Result<Option<String>, PkiError> {
    let content = |reason: String| PkiError::Content { path: path.display().to_string(), reason };
    match disk.read(path) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| content("not a kubeconfig file: it is no text".to_owned())),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(crate::cluster::file_error(path, e)),
    }
}

/// The old text with the entries put in, if it then reads as `config`.
fn edited(old: &str, config: &Kubeconfig, access: &Access<'_>, choose: bool) -> Option<String> {
    let lists = [("clusters", access.cluster), ("users", access.user), ("contexts", access.context)];
    let entries: Option<Vec<Entry<'_>>> = lists
        .iter()
        .map(|(list, name)| {
            let content = config.root.get(*list)?.as_array()?.iter().find(|e| super::is_named(e, name))?;
            Some(Entry { list, name, content })
        })
        .collect();
    let text = edit::put(old, &entries?, choose.then_some(access.context))?;
    (Kubeconfig::parse(text.as_bytes()).ok()?.root == config.root).then_some(text)
}

/// The lock that kubectl and everything made of client-go takes: a file that only one can create. Ours says so in its first bytes, and
/// is held by the kernel as well: one whose holder was killed is told from one that is at work, and taken away.
struct Lock<'a> {
    disk: &'a dyn Disk,
    path: PathBuf,
    _held: Box<dyn DirLock>,
}

/// How our locks begin; a number follows that no two of them share.
const OURS: &str = "ferrokube ";

impl<'a> Lock<'a> {
    async fn take(sys: &'a Sys, file: &Path) -> Result<Self, PkiError> {
        let mut name = file.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        let failed = |error| crate::cluster::file_error(&path, error);
        let deadline = sys.clock.tick().plus(PATIENCE);
        loop {
            match sys.disk.open(&path, Open::Create) {
                Ok(lock) => {
                    let text = format!("{OURS}{:016x}\n", sys.entropy.below(u64::MAX));
                    lock.write_at(text.as_bytes(), 0).map_err(failed)?;
                    match sys.disk.lock_existing(&path) {
                        Ok(held) => return Ok(Self { disk: &*sys.disk, path, _held: held }),
                        // Somebody looks whether its holder is alive: it is for them to take away, or they have.
                        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::NotFound) => (),
                        Err(error) => return Err(failed(error)),
                    }
                }
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(failed(error)),
                Err(_) if remove_abandoned(&*sys.disk, &path) => continue,
                Err(_) => (),
            }
            if sys.clock.tick() >= deadline {
                let reason = format!("another program is changing {}; if none is, remove this file", file.display());
                return Err(PkiError::Content { path: path.display().to_string(), reason });
            }
            sys.clock.wait(LOOK).await;
        }
    }
}

/// Removes a lock of ours whose holder is gone. Answers whether that was done.
pub(super) fn remove_abandoned(disk: &dyn Disk, path: &Path) -> bool {
    let text = |disk: &dyn Disk| disk.read(path).ok().filter(|text| text.starts_with(OURS.as_bytes()));
    let Some(before) = text(disk) else { return false };
    // Whoever works under a lock holds it until after its removal, and no two locks have one text: what is held here is the file that was
    // read before and after. It must be there: one that was made here and left would be nobody's.
    let Ok(_held) = disk.lock_existing(path) else { return false };
    text(disk) == Some(before) && disk.remove(path).is_ok()
}

impl Drop for Lock<'_> {
    fn drop(&mut self) {
        // If it stays, the next one who wants it says what to do.
        let _ = self.disk.remove(&self.path);
    }
}

//! Faults on purpose, between the server and the clients of a run or in its data folder: a checker counts only after it has caught
//! them. Called by `client`, `watchers` and `crash`.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context as _, Result};

use super::checker::Kind;

/// The faults that can be planted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Plant {
    /// The server starts on an older copy of its data folder.
    LostWrite,
    /// Writes are answered that the server has not got when it is killed.
    EarlyAck,
    /// The end of the newest file that the server wrote to is lost, as if it had answered before the data was on the disk.
    TornTail,
    /// A watch event is swallowed.
    Gap,
    /// A watch event comes twice.
    Duplicate,
    /// A watch event comes as ADDED instead of MODIFIED.
    WrongType,
}

impl Plant {
    /// The kinds of fault of which the checker must name at least one.
    pub(crate) const fn shows_as(self) -> &'static [Kind] {
        match self {
            Self::LostWrite => &[Kind::Lost, Kind::Resurrected],
            // What the lost end held may have been answered to nobody but a reader: the revision that went back shows all the same.
            Self::TornTail => &[Kind::Lost, Kind::Resurrected, Kind::Decreased],
            Self::EarlyAck => &[Kind::Lost],
            Self::Gap => &[Kind::Gap],
            Self::Duplicate => &[Kind::Duplicate],
            Self::WrongType => &[Kind::WrongEvent],
        }
    }
}

/// What is to go wrong next. Each happens once.
#[derive(Default)]
pub(crate) struct Plants {
    pub(crate) gap: AtomicBool,
    pub(crate) duplicate: AtomicBool,
    pub(crate) wrong_type: AtomicBool,
    /// While this is set every write is answered and none is sent.
    pub(crate) early_ack: AtomicBool,
}

impl Plants {
    /// Whether it is due; it is then done.
    pub(crate) fn due(flag: &AtomicBool) -> bool {
        flag.load(Ordering::Relaxed) && flag.swap(false, Ordering::SeqCst)
    }
}

/// Makes `to` a copy of the folder `from`.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to).with_context(|| format!("cannot remove {}", to.display()))?;
    }
    std::fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in std::fs::read_dir(from).with_context(|| format!("cannot list {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), &target).with_context(|| format!("cannot copy {}", entry.path().display()))?;
        }
    }
    Ok(())
}

/// Overwrites with zeros the last `bytes` that are none in the file below `folder` that was written to last: what a file made in
/// full size looks like when its end never reached the disk.
pub(crate) fn cut_tail(folder: &Path, bytes: usize) -> Result<String> {
    let newest = newest(folder)?.context("the data folder has no file")?;
    let mut data = std::fs::read(&newest).with_context(|| format!("cannot read {}", newest.display()))?;
    let used = data.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let keep = used.saturating_sub(bytes);
    data.get_mut(keep..used).unwrap_or_default().fill(0);
    std::fs::write(&newest, data).context("cannot write the damaged file")?;
    Ok(format!("{}: {keep} of {used} bytes are left", newest.display()))
}

fn newest(folder: &Path) -> Result<Option<std::path::PathBuf>> {
    let mut newest = None;
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let entry = entry?;
        let path = if entry.file_type()?.is_dir() { newest_in(&entry.path())? } else { Some(entry.path()) };
        let Some(path) = path else { continue };
        let time = std::fs::metadata(&path)?.modified()?;
        if newest.as_ref().is_none_or(|(known, _)| *known < time) {
            newest = Some((time, path));
        }
    }
    Ok(newest.map(|(_, path)| path))
}

/// Certificates are no data.
fn newest_in(folder: &Path) -> Result<Option<std::path::PathBuf>> {
    if folder.ends_with("pki") { Ok(None) } else { newest(folder) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_of_the_newest_file_is_cut() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("log")).unwrap();
        std::fs::write(folder.path().join("log/1"), [&[7_u8; 100][..], &[0; 50]].concat()).unwrap();
        cut_tail(folder.path(), 30).unwrap();
        let expect = [&[7_u8; 70][..], &[0; 80]].concat();
        assert_eq!(std::fs::read(folder.path().join("log/1")).unwrap(), expect);
        let copy = tempfile::tempdir().unwrap();
        copy_folder(folder.path(), copy.path()).unwrap();
        assert_eq!(std::fs::read(copy.path().join("log/1")).unwrap(), expect);
    }
}

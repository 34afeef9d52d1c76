//! The names of a simulated disk: as a reader sees them, as the last sync of each directory left them, and the changes since. Called
//! by the disk for every call on a path, and by `cut`. Knows nothing of what is in a file.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

use super::dice::Dice;

pub(super) type FileId = u64;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    File(FileId),
    Directory,
}

#[derive(Clone)]
enum Change {
    Add(PathBuf, Entry),
    Remove(PathBuf),
    Rename(PathBuf, PathBuf),
}

impl Change {
    /// The directories whose names it changes; the same one twice is harmless.
    fn directories(&self) -> [&Path; 2] {
        let (one, two) = match self {
            Self::Add(path, _) | Self::Remove(path) => (path, path),
            Self::Rename(from, to) => (from, to),
        };
        [parent(one), parent(two)]
    }
}

#[derive(Clone)]
struct Unsynced {
    change: Change,
    step: u64,
}

#[derive(Clone)]
pub(super) struct Names {
    live: BTreeMap<PathBuf, Entry>,
    durable: BTreeMap<PathBuf, Entry>,
    unsynced: Vec<Unsynced>,
}

impl Default for Names {
    fn default() -> Self {
        let root = BTreeMap::from([(PathBuf::from("/"), Entry::Directory)]);
        Self { live: root.clone(), durable: root, unsynced: Vec::new() }
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

fn apply(names: &mut BTreeMap<PathBuf, Entry>, change: &Change) {
    match change {
        Change::Add(path, entry) => drop(names.insert(path.clone(), *entry)),
        Change::Remove(path) => drop(names.remove(path)),
        Change::Rename(from, to) => {
            if let Some(entry) = names.remove(from) {
                names.insert(to.clone(), entry);
            }
        }
    }
}

impl Names {
    pub(super) fn entry(&self, path: &Path) -> Option<Entry> {
        self.live.get(path).copied()
    }

    /// # Errors
    /// `NotFound`, also for a directory.
    pub(super) fn file(&self, path: &Path) -> Result<FileId> {
        match self.entry(path) {
            Some(Entry::File(id)) => Ok(id),
            _ => Err(ErrorKind::NotFound.into()),
        }
    }

    /// Whether a file may get this name.
    ///
    /// # Errors
    /// `NotFound` without the directory, `IsADirectory` when one has the name.
    pub(super) fn check_free_for_file(&self, path: &Path) -> Result<()> {
        let above = parent(path);
        if !above.as_os_str().is_empty() && self.entry(above) != Some(Entry::Directory) {
            return Err(ErrorKind::NotFound.into());
        }
        if self.entry(path) == Some(Entry::Directory) { Err(ErrorKind::IsADirectory.into()) } else { Ok(()) }
    }

    fn change(&mut self, change: Change, step: u64) {
        apply(&mut self.live, &change);
        self.unsynced.push(Unsynced { change, step });
    }

    pub(super) fn add(&mut self, path: &Path, id: FileId, step: u64) {
        self.change(Change::Add(path.to_owned(), Entry::File(id)), step);
    }

    pub(super) fn remove(&mut self, path: &Path, step: u64) {
        self.change(Change::Remove(path.to_owned()), step);
    }

    pub(super) fn rename(&mut self, from: &Path, to: &Path, step: u64) {
        self.change(Change::Rename(from.to_owned(), to.to_owned()), step);
    }

    /// Takes a file's name away, lastingly.
    pub(super) fn lose(&mut self, path: &Path) {
        self.live.remove(path);
        self.durable.remove(path);
    }

    /// Makes a directory and its parents.
    pub(super) fn add_directories(&mut self, path: &Path, step: u64) -> Result<()> {
        let parts: Vec<&Path> = path.ancestors().filter(|part| !part.as_os_str().is_empty()).collect();
        if parts.iter().any(|part| matches!(self.entry(part), Some(Entry::File(_)))) {
            return Err(Error::new(ErrorKind::NotADirectory, "a file is in the way"));
        }
        for part in parts.into_iter().rev() {
            if self.entry(part).is_none() {
                self.change(Change::Add(part.to_owned(), Entry::Directory), step);
            }
        }
        Ok(())
    }

    pub(super) fn list(&self, directory: &Path) -> Result<Vec<String>> {
        if self.entry(directory) != Some(Entry::Directory) {
            return Err(ErrorKind::NotFound.into());
        }
        let inside = self.live.keys().filter(|path| path.parent() == Some(directory));
        let names: BTreeSet<String> = inside.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect();
        Ok(names.into_iter().collect())
    }

    /// A sync of a directory that succeeded. A rename from or to another directory takes what happened there before with it.
    pub(super) fn synced(&mut self, directory: &Path) {
        let mut directories = BTreeSet::from([directory.to_owned()]);
        let mut chosen = vec![false; self.unsynced.len()];
        for (unsynced, chosen) in self.unsynced.iter().zip(&mut chosen).rev() {
            let touched = unsynced.change.directories();
            if touched.iter().any(|it| directories.contains(*it)) {
                *chosen = true;
                directories.extend(touched.map(Path::to_owned));
            }
        }
        let mut chosen = chosen.into_iter();
        let durable = &mut self.durable;
        self.unsynced.retain(|unsynced| {
            let now = chosen.next().unwrap_or_default();
            if now {
                apply(durable, &unsynced.change);
            }
            !now
        });
    }

    pub(super) fn files(&self) -> impl Iterator<Item = (&PathBuf, FileId)> {
        self.live.iter().filter_map(|(path, entry)| match entry {
            Entry::File(id) => Some((path, *id)),
            Entry::Directory => None,
        })
    }

    /// A name that a file has now.
    pub(super) fn name_of(&self, file: FileId) -> Option<&Path> {
        self.files().find(|(_, id)| *id == file).map(|(path, _)| path.as_path())
    }

    /// Every file that has a name, had one at the last sync, or got one since.
    pub(super) fn mentioned(&self) -> BTreeSet<FileId> {
        let since = self.unsynced.iter().filter_map(|unsynced| match &unsynced.change {
            Change::Add(_, entry) => Some(entry),
            _ => None,
        });
        let all = self.live.values().chain(self.durable.values()).chain(since);
        all.filter_map(|entry| if let Entry::File(id) = entry { Some(*id) } else { None }).collect()
    }

    pub(super) fn cut_to_synced(&self) -> Self {
        self.cut(|_| false)
    }

    pub(super) fn cut_before(&self, step: u64) -> Self {
        self.cut(|unsynced| unsynced.step < step)
    }

    /// Of each directory's changes, the first few.
    pub(super) fn cut_by_chance(&self, dice: &mut Dice) -> Self {
        let mut left: BTreeMap<&Path, u64> = BTreeMap::new();
        for directory in self.unsynced.iter().flat_map(|unsynced| unsynced.change.directories()) {
            *left.entry(directory).or_default() += 1;
        }
        for count in left.values_mut() {
            *count = match dice.below(4) {
                0 => 0,
                1 => *count,
                _ => dice.below(*count + 1),
            };
        }
        self.cut(|unsynced| {
            let touched = unsynced.change.directories();
            let kept = touched.iter().all(|it| left.get(it).is_some_and(|left| *left > 0));
            for directory in touched {
                if let Some(left) = left.get_mut(directory) {
                    *left = left.saturating_sub(1);
                }
            }
            kept
        })
    }

    /// The names after a power cut. What follows a dropped change in the same directory is dropped as well, and so is everything in a
    /// directory that is lost.
    fn cut(&self, mut keep: impl FnMut(&Unsynced) -> bool) -> Self {
        let mut durable = self.durable.clone();
        let mut ended: BTreeSet<&Path> = BTreeSet::new();
        for unsynced in &self.unsynced {
            let touched = unsynced.change.directories();
            if keep(unsynced) && !touched.iter().any(|it| ended.contains(it)) {
                apply(&mut durable, &unsynced.change);
            } else {
                ended.extend(touched);
            }
        }
        let directories: BTreeSet<PathBuf> =
            durable.iter().filter(|(_, entry)| **entry == Entry::Directory).map(|(path, _)| path.clone()).collect();
        let reachable = |path: &Path| {
            path.ancestors().skip(1).filter(|above| !above.as_os_str().is_empty()).all(|above| directories.contains(above))
        };
        durable.retain(|path, _| reachable(path));
        Self { live: durable.clone(), durable, unsynced: Vec::new() }
    }
}

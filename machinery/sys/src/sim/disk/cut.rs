//! A moment of a simulated disk, what a power cut may make of it, and damage. Called by tests, and by the disk for `power_cut`. Must
//! never change the disk that an image was taken from.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Result};
use std::path::{Path, PathBuf};

use super::dice::Dice;
use super::inode::{Change, Inode};
use super::names::{FileId, Names};

/// What a power cut leaves of the changes that no sync covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Nothing.
    Synced,
    /// Everything.
    Whole,
    /// The first so many changes of files' contents, in the order in which they were made, and of the next one only its first
    /// bytes (of one that is no write: nothing when `bytes` is 0). Names that were changed before that one are kept.
    Torn {
        /// How many changes are kept whole.
        whole: usize,
        /// How many bytes of the next one.
        bytes: usize,
    },
    /// Whatever the seed decides: each change is kept, dropped, or torn into sectors of 512 bytes, of which each survives or does
    /// not; of each directory's name changes the first few are kept.
    Chance(u64),
}

/// A change of a file's content that no sync covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsyncedChange {
    /// A name of the file, if it has one.
    pub path: Option<PathBuf>,
    /// How many bytes it writes; 0 for an allocation or a new length.
    pub bytes: usize,
}

/// Everything on the disk.
#[derive(Clone, Default)]
pub(super) struct State {
    pub(super) names: Names,
    pub(super) files: BTreeMap<FileId, Inode>,
    next_file: FileId,
    next_step: u64,
}

impl State {
    /// The place of the next change among all.
    pub(super) fn step(&mut self) -> u64 {
        self.next_step += 1;
        self.next_step
    }

    pub(super) fn add_file(&mut self, inode: Inode) -> FileId {
        self.next_file += 1;
        self.files.insert(self.next_file, inode);
        self.next_file
    }

    /// Forgets files that nothing can reach any more.
    pub(super) fn collect(&mut self) {
        let mentioned = self.names.mentioned();
        self.files.retain(|id, file| file.handles > 0 || mentioned.contains(id));
    }

    /// Pages in use by files that have a name or are open.
    pub(super) fn pages(&self) -> u64 {
        let open = self.files.values().filter(|file| file.handles > 0).map(|file| file.live().pages());
        let named = self.names.files().filter_map(|(_, id)| self.files.get(&id)).filter(|file| file.handles == 0);
        open.sum::<u64>() + named.map(|file| file.live().pages()).sum::<u64>()
    }

    pub(super) fn closed(&self) -> Self {
        let mut state = self.clone();
        state.files.values_mut().for_each(|file| file.handles = 0);
        state.collect();
        state
    }

    fn steps(&self) -> BTreeMap<u64, (FileId, usize)> {
        let of_file = |(id, file): (&FileId, &Inode)| -> Vec<(u64, (FileId, usize))> {
            let bytes = |change: &Change| if let Change::Write { bytes, .. } = change { bytes.len() } else { 0 };
            file.unsynced().iter().map(|it| (it.step, (*id, bytes(&it.change)))).collect()
        };
        self.files.iter().flat_map(of_file).collect()
    }

    pub(super) fn after_cut(&self, how: Cut) -> Self {
        let step = |whole: usize| self.steps().into_keys().nth(whole).unwrap_or(u64::MAX);
        let mut dice = Dice::new(if let Cut::Chance(seed) = how { seed } else { 0 });
        let names = match how {
            Cut::Synced => self.names.cut_to_synced(),
            Cut::Whole => self.names.cut_before(u64::MAX),
            Cut::Torn { whole, .. } => self.names.cut_before(step(whole)),
            Cut::Chance(_) => self.names.cut_by_chance(&mut dice),
        };
        let mut content = |file: &Inode| match how {
            Cut::Synced => file.cut_to_synced(),
            Cut::Whole => file.live().clone(),
            Cut::Torn { whole, bytes } => file.cut_at(step(whole), bytes),
            Cut::Chance(_) => file.cut_by_chance(&mut dice),
        };
        let files = self.files.iter().map(|(id, file)| (*id, Inode::clean(content(file)))).collect();
        let mut state = Self { names, files, next_file: self.next_file, next_step: self.next_step };
        state.collect();
        state
    }
}

/// A disk at one moment: what a reader saw, and what was lasting. [`super::SimDisk::image`] takes one.
#[derive(Clone, Default)]
pub struct DiskImage(pub(super) State);

impl DiskImage {
    /// The disk after a power cut at this moment. Each call starts from the same moment.
    #[must_use]
    pub fn after_cut(&self, how: Cut) -> Self {
        Self(self.0.after_cut(how))
    }

    /// The changes of files' contents that no sync covers, in order: what `Cut::Torn` counts.
    #[must_use]
    pub fn unsynced(&self) -> Vec<UnsyncedChange> {
        let path = |id: FileId| self.0.names.name_of(id).map(Path::to_owned);
        self.0.steps().into_values().map(|(id, bytes)| UnsyncedChange { path: path(id), bytes }).collect()
    }

    /// All files, by path.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        self.0.names.files().map(|(path, _)| path.clone()).collect()
    }

    /// The content of a file.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>> {
        let file = self.0.files.get(&self.0.names.file(path)?).ok_or(ErrorKind::NotFound)?;
        Ok(file.live().all())
    }

    /// Turns one bit around.
    ///
    /// # Errors
    /// `NotFound`; `UnexpectedEof` when the file is shorter.
    pub fn flip(&mut self, path: &Path, bit: u64) -> Result<()> {
        let offset = bit / 8;
        let mut byte = [0];
        self.damage(path, offset, 1, |content| {
            content.read_at(&mut byte, offset);
            byte[0] ^= 1 << (bit % 8);
            content.write_at(&byte, offset);
        })
    }

    /// Overwrites bytes by others.
    ///
    /// # Errors
    /// `NotFound`; `UnexpectedEof` when the file is shorter.
    pub fn overwrite(&mut self, path: &Path, offset: u64, bytes: &[u8]) -> Result<()> {
        self.damage(path, offset, bytes.len() as u64, |content| content.write_at(bytes, offset))
    }

    /// Overwrites bytes by zeros.
    ///
    /// # Errors
    /// `NotFound`; `UnexpectedEof` when the file is shorter.
    pub fn zero(&mut self, path: &Path, offset: u64, length: usize) -> Result<()> {
        self.overwrite(path, offset, &vec![0; length])
    }

    /// Cuts a file off.
    ///
    /// # Errors
    /// `NotFound`; `UnexpectedEof` when the file is shorter.
    pub fn truncate(&mut self, path: &Path, length: u64) -> Result<()> {
        self.damage(path, 0, length, |content| content.set_len(length))
    }

    /// Takes a file away.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn lose(&mut self, path: &Path) -> Result<()> {
        self.0.names.file(path)?;
        self.0.names.lose(path);
        self.0.collect();
        Ok(())
    }

    fn damage(&mut self, path: &Path, offset: u64, length: u64, damage: impl FnMut(&mut super::content::Content)) -> Result<()> {
        let id = self.0.names.file(path)?;
        let file = self.0.files.get_mut(&id).ok_or(ErrorKind::NotFound)?;
        if file.live().length() < offset + length {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        file.damage(damage);
        Ok(())
    }
}

//! Damage to every file of a store: flipped bits, zeroed, swapped and misplaced sectors, cut and lost files. A store either says which file
//! is damaged and where, or shows nothing that is wrong. Called by the tests of this folder.

use std::path::{Path, PathBuf};

use sys::sim::{CallKind, Cut, DiskImage};

use super::life::{OpenStore, Plan, Record, Shot, empty_disk, live};
use super::past::{Bounds, Past};
use super::reopen::{Look, Wrong};
use crate::Revision;
use crate::contract::workload::Choices;

const SECTOR: usize = 512;

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Damaged {
    /// Stores that did not open.
    pub(super) refused: usize,
    /// Stores that opened and showed nothing wrong: the damage lay in dead space, or could not be told from a write that was cut.
    pub(super) unharmed: usize,
}

/// A store that was closed after a life without faults.
pub(super) struct Victim {
    record: Record,
    past: Past,
    bounds: Bounds,
    image: DiskImage,
    files: Vec<(PathBuf, Vec<u8>)>,
}

impl Victim {
    pub(super) fn new(open: &OpenStore, plan: &Plan) -> Result<Self, String> {
        let record = live(open, empty_disk(), plan);
        let past = Past::nothing().with_life(&record)?;
        let last = record.last.as_ref().ok_or("the life has no end")?;
        let mut bounds = past.bounds(&record, last, plan.forgets);
        bounds.current.0 = past.last();
        let image = last.image.after_cut(Cut::Whole);
        let content = |path: PathBuf| image.read(&path).ok().map(|bytes| (path, bytes));
        let files = image.files().into_iter().filter_map(content).filter(|(_, bytes)| !bytes.is_empty()).collect();
        Ok(Self { record, past, bounds, image, files })
    }

    /// The last write to a log.
    fn last_write(&self, is_log: fn(&Path) -> bool) -> Option<&Shot> {
        self.log_writes(is_log).last()
    }

    fn log_writes(&self, is_log: fn(&Path) -> bool) -> impl Iterator<Item = &Shot> {
        self.record.shots.iter().filter(move |shot| shot.kind == CallKind::Write && is_log(&self.record.calls[shot.at].path))
    }

    /// What may come back when some sectors of a file are gone. When nothing was written behind them, that cannot be told from a write that
    /// was cut; then the first write that touches one of them is gone, with what was written after it.
    fn without(&self, path: &Path, sectors: &[usize], is_log: fn(&Path) -> bool) -> Bounds {
        let (mut least, mut later) = (None, false);
        for shot in self.log_writes(is_log) {
            let call = &self.record.calls[shot.at];
            let touched = place(call.offset) / SECTOR..place(call.offset + call.length).div_ceil(SECTOR);
            later = call.path != *path || !sectors.iter().any(|sector| touched.contains(sector));
            if !later {
                least = least.or(Some(shot.shown));
            }
        }
        let least = least.filter(|_| !later).unwrap_or(self.bounds.current.0);
        Bounds { current: (least, self.bounds.current.1), ..self.bounds }
    }

    /// Whether the last write holds a whole piece of a sector that is all zeros: then a bit that is flipped in it cannot be told from that
    /// piece not having been written.
    fn last_write_has_zeros(&self, is_log: fn(&Path) -> bool) -> bool {
        let Some(shot) = self.last_write(is_log) else { return false };
        let call = &self.record.calls[shot.at];
        let Some((_, bytes)) = self.files.iter().find(|(path, _)| *path == call.path) else { return false };
        let (start, end) = (place(call.offset), place(call.offset + call.length));
        let mut pieces =
            (start / SECTOR..end.div_ceil(SECTOR)).map(|sector| (sector * SECTOR).max(start)..((sector + 1) * SECTOR).min(end));
        pieces.any(|piece| bytes.get(piece).is_some_and(|piece| piece.len() >= 8 && piece.iter().all(|byte| *byte == 0)))
    }

    /// Damages a copy of the disk and opens the store on it.
    fn check(
        &self,
        open: &OpenStore,
        bounds: Bounds,
        damage: impl FnOnce(&mut DiskImage) -> std::io::Result<()>,
        tally: &mut Damaged,
    ) -> Result<(), String> {
        let mut image = self.image.clone();
        damage(&mut image).map_err(|error| error.to_string())?;
        let look = Look { open, past: &self.past, bounds, unknown: &[], seed: 1, thorough: false, may_fail: true };
        match look.at(image) {
            Ok(_) => tally.unharmed += 1,
            Err(Wrong::Refused(text)) => {
                // Damage shows where something does not fit, which may be in a neighbour.
                let names =
                    |(path, _): &(PathBuf, Vec<u8>)| path.file_name().is_some_and(|name| text.contains(&*name.to_string_lossy()));
                if !self.files.iter().any(names) || !text.chars().any(|letter| letter.is_ascii_digit()) {
                    return Err(format!("the refusal does not say where: {text}"));
                }
                tally.refused += 1;
            }
            Err(Wrong::Shown(text)) => return Err(text),
        }
        Ok(())
    }

    /// Flips bits of every file: so many in all, evenly spread, and in each of its first and last bytes.
    pub(super) fn flip_bits(
        &self,
        open: &OpenStore,
        count: usize,
        seed: u64,
        is_log: fn(&Path) -> bool,
    ) -> Result<Damaged, String> {
        let all: usize = self.files.iter().map(|(_, bytes)| bytes.len()).sum();
        let mut bounds = self.bounds;
        if self.last_write_has_zeros(is_log) {
            bounds.current.0 = self.last_write(is_log).map_or(bounds.current.0, |shot| shot.shown);
        }
        let mut choices = Choices::new(seed, 3);
        let mut tally = Damaged::default();
        for (path, bytes) in &self.files {
            let length = bytes.len();
            let share = (count * length).div_ceil(all.max(1)).max(64);
            let ends = (0..32).map(|byte| byte.min(length - 1)).chain((1..=32).map(|back| length.saturating_sub(back)));
            let inside = (0..share).map(|part| part * length / share);
            for byte in ends.chain(inside) {
                let bit = byte as u64 * 8 + choices.below(8);
                let at = |what: String| format!("bit {} of byte {byte} of {}: {what}", bit % 8, path.display());
                self.check(open, bounds, |image| image.flip(path, bit), &mut tally).map_err(at)?;
            }
        }
        Ok(tally)
    }

    /// Every sector zeroed, exchanged with another one, or overwritten by one of another file, and every file cut off there.
    pub(super) fn spoil_sectors(&self, open: &OpenStore, seed: u64, is_log: fn(&Path) -> bool) -> Result<Damaged, String> {
        let mut choices = Choices::new(seed, 4);
        let mut tally = Damaged::default();
        for (path, bytes) in &self.files {
            for (number, sector) in bytes.chunks(SECTOR).enumerate() {
                let offset = (number * SECTOR) as u64;
                let bounds = self.without(path, &[number], is_log);
                let at = |what: &'static str| {
                    move |found: String| format!("{what}, from byte {offset} of {}: {found}", path.display())
                };
                self.check(open, bounds, |image| image.zero(path, offset, sector.len()), &mut tally).map_err(at("zeroed"))?;
                self.check(open, bounds, |image| image.truncate(path, offset), &mut tally).map_err(at("cut off"))?;
                let other = place(choices.below((bytes.len() / SECTOR).max(1) as u64)) * SECTOR;
                let of_both = self.without(path, &[number, other / SECTOR], is_log);
                let (there, length) = (&bytes[other..], sector.len().min(bytes.len() - other));
                let swap = |image: &mut DiskImage| {
                    image.overwrite(path, offset, &there[..length])?;
                    image.overwrite(path, other as u64, &sector[..length])
                };
                self.check(open, of_both, swap, &mut tally).map_err(at("exchanged"))?;
                let (_, foreign) = &self.files[place(choices.below(self.files.len() as u64))];
                let misplaced = foreign.chunks(SECTOR).nth(number).unwrap_or_default();
                let overwrite =
                    |image: &mut DiskImage| image.overwrite(path, offset, &misplaced[..misplaced.len().min(sector.len())]);
                self.check(open, bounds, overwrite, &mut tally).map_err(at("overwritten"))?;
            }
        }
        Ok(tally)
    }

    /// Every file lost, or replaced by another. A store that can do without may have lost history by it.
    pub(super) fn lose_files(&self, open: &OpenStore) -> Result<Damaged, String> {
        let mut bounds = self.bounds;
        bounds.compacted.1 = Revision(u64::MAX);
        let mut tally = Damaged::default();
        for (path, bytes) in &self.files {
            let at = |found: String| format!("{} was lost: {found}", path.display());
            self.check(open, bounds, |image| image.lose(path), &mut tally).map_err(at)?;
            for (other, content) in self.files.iter().filter(|(other, content)| other != path && content.len() >= bytes.len()) {
                let replace = |image: &mut DiskImage| image.overwrite(path, 0, &content[..bytes.len()]);
                let at = |found: String| format!("{} was replaced by {}: {found}", path.display(), other.display());
                self.check(open, bounds, replace, &mut tally).map_err(at)?;
            }
        }
        Ok(tally)
    }
}

fn place(number: u64) -> usize {
    usize::try_from(number).expect("files of tests are small")
}

//! Damage to every file of a store: flipped bits, zeroed pieces, cut and lost files. A store either says which file is damaged and where,
//! or shows nothing that is wrong. Called by the tests of this folder.

use std::path::PathBuf;

use sys::sim::{Cut, DiskImage};

use super::life::{OpenStore, Plan, Record, empty_disk, live};
use super::past::Past;
use super::reopen::{Look, Wrong};
use crate::contract::workload::Choices;

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Damaged {
    /// Stores that did not open.
    pub(super) refused: usize,
    /// Stores that opened and showed nothing wrong: the damage lay in dead space, or was repaired.
    pub(super) unharmed: usize,
}

/// A store that was closed after a life without faults.
pub(super) struct Victim {
    record: Record,
    past: Past,
}

impl Victim {
    pub(super) fn new(open: &OpenStore, plan: &Plan) -> Result<Self, String> {
        let record = live(open, empty_disk(), plan);
        let past = Past::nothing().with_life(&record)?;
        Ok(Self { record, past })
    }

    fn image(&self) -> Result<DiskImage, String> {
        Ok(self.record.last.as_ref().ok_or("the life has no end")?.image.after_cut(Cut::Whole))
    }

    /// The files with anything in them.
    pub(super) fn files(&self) -> Result<Vec<(PathBuf, u64)>, String> {
        let image = self.image()?;
        let files = image.files().into_iter().map(|path| {
            let length = image.read(&path).map_or(0, |bytes| bytes.len() as u64);
            (path, length)
        });
        Ok(files.filter(|(_, length)| *length > 0).collect())
    }

    /// Damages a copy of the disk and opens the store on it.
    pub(super) fn check(
        &self,
        open: &OpenStore,
        damage: impl FnOnce(&mut DiskImage) -> std::io::Result<()>,
        tally: &mut Damaged,
    ) -> Result<(), String> {
        let mut image = self.image()?;
        damage(&mut image).map_err(|error| error.to_string())?;
        let last = self.record.last.as_ref().ok_or("the life has no end")?;
        let mut bounds = self.past.bounds(&self.record, last);
        bounds.current.0 = self.past.last();
        let look = Look { open, past: &self.past, bounds, unknown: &[], seed: 1, thorough: false, may_fail: true };
        match look.at(image) {
            Ok(_) => tally.unharmed += 1,
            Err(Wrong::Refused(text)) => {
                // Damage shows where something does not fit, which may be in a neighbour.
                let names =
                    self.files()?.into_iter().filter_map(|(path, _)| Some(path.file_name()?.to_string_lossy().into_owned()));
                if !names.into_iter().any(|name| text.contains(&name)) || !text.chars().any(|letter| letter.is_ascii_digit()) {
                    return Err(format!("the refusal does not say where: {text}"));
                }
                tally.refused += 1;
            }
            Err(Wrong::Shown(text)) => return Err(text),
        }
        Ok(())
    }

    /// Flips bits of every file, so many in all, evenly spread and everywhere in its first and last bytes.
    pub(super) fn flip_bits(&self, open: &OpenStore, count: u64, seed: u64) -> Result<Damaged, String> {
        let files = self.files()?;
        let all: u64 = files.iter().map(|(_, length)| length).sum();
        let mut choices = Choices::new(seed, 3);
        let mut tally = Damaged::default();
        for (path, length) in &files {
            let share = (count * length).div_ceil(all.max(1)).max(64);
            let ends = (0..32).map(|byte| byte.min(length - 1)).chain((1..=32).map(|back| length.saturating_sub(back)));
            let inside = (0..share).map(|part| part * length / share);
            let bits: Vec<u64> = ends.chain(inside).map(|byte| byte * 8 + choices.below(8)).collect();
            for bit in bits {
                let flip = |image: &mut DiskImage| image.flip(path, bit);
                let place = |what: String| format!("bit {} of byte {} of {}: {what}", bit % 8, bit / 8, path.display());
                self.check(open, flip, &mut tally).map_err(place)?;
            }
        }
        Ok(tally)
    }
}

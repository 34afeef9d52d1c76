//! One simulated file without its names: what a reader sees, what the last successful sync made lasting, and what was written since.
//! Called by the disk for every call on a file, and by `cut`. Must never make anything lasting except in `synced`.

use std::sync::Arc;

use super::content::Content;
use super::dice::Dice;

/// What a disk writes as a whole.
const SECTOR: u64 = 512;

/// A change that no sync has covered yet.
#[derive(Clone)]
pub(super) enum Change {
    Write { offset: u64, bytes: Arc<[u8]> },
    Allocate(u64),
    SetLen(u64),
}

#[derive(Clone)]
pub(super) struct Unsynced {
    pub(super) change: Change,
    /// The place among all changes of the disk.
    pub(super) step: u64,
}

#[derive(Clone, Default)]
pub(super) struct Inode {
    /// What a reader sees.
    live: Content,
    /// What the last successful sync left.
    durable: Content,
    unsynced: Vec<Unsynced>,
    /// Writes that a failed sync covered. The system holds them for written: readers see them and no later sync writes them again.
    limbo: Vec<(u64, Arc<[u8]>)>,
    /// Open files.
    pub(super) handles: usize,
}

impl Inode {
    /// A file whose content is lasting from the first.
    pub(super) fn durable(bytes: &[u8]) -> Self {
        let mut content = Content::default();
        content.write_at(bytes, 0);
        Self::clean(content)
    }

    pub(super) fn clean(content: Content) -> Self {
        Self { live: content.clone(), durable: content, ..Self::default() }
    }

    pub(super) fn live(&self) -> &Content {
        &self.live
    }

    pub(super) fn unsynced(&self) -> &[Unsynced] {
        &self.unsynced
    }

    pub(super) fn change(&mut self, change: Change, step: u64) {
        apply(&mut self.live, &change);
        self.unsynced.push(Unsynced { change, step });
    }

    /// A sync that succeeded.
    pub(super) fn synced(&mut self) {
        for Unsynced { change, .. } in std::mem::take(&mut self.unsynced) {
            apply(&mut self.durable, &change);
            match change {
                Change::Write { offset, bytes } => self.forget_limbo(offset, offset + bytes.len() as u64),
                Change::SetLen(length) => self.forget_limbo(length, u64::MAX),
                Change::Allocate(_) => (),
            }
        }
        // Lengths are kept apart from the data: a write in limbo has lost its bytes, not its place.
        self.durable.set_len(self.live.length());
    }

    /// A sync of a range of bytes that succeeded: other writes stay as they were. Where they cannot be told apart (they lie across its
    /// ends, or lengths changed, which is metadata and written in order) everything is lasting.
    pub(super) fn range_synced(&mut self, start: u64, end: u64) {
        let place = |change: &Change| match change {
            Change::Write { offset, bytes } => Some((*offset, offset + bytes.len() as u64)),
            Change::Allocate(_) | Change::SetLen(_) => None,
        };
        let within = |(from, to): (u64, u64)| start <= from && to <= end;
        let apart = |(from, to): (u64, u64)| to <= start || end <= from;
        if !self.unsynced.iter().all(|it| place(&it.change).is_some_and(|range| within(range) || apart(range))) {
            return self.synced();
        }
        let (covered, others) =
            std::mem::take(&mut self.unsynced).into_iter().partition(|it| place(&it.change).is_some_and(within));
        self.unsynced = others;
        let covered: Vec<Unsynced> = covered;
        covered.iter().for_each(|it| apply(&mut self.durable, &it.change));
        self.forget_limbo(start, end);
    }

    /// A sync that failed.
    pub(super) fn sync_failed(&mut self) {
        let (writes, others) =
            std::mem::take(&mut self.unsynced).into_iter().partition(|it| matches!(it.change, Change::Write { .. }));
        self.unsynced = others;
        let writes: Vec<Unsynced> = writes;
        self.limbo.extend(writes.into_iter().filter_map(|it| match it.change {
            Change::Write { offset, bytes } => Some((offset, bytes)),
            _ => None,
        }));
    }

    /// A range was written again, or is no more.
    fn forget_limbo(&mut self, start: u64, end: u64) {
        let mut kept = Vec::with_capacity(self.limbo.len());
        for (offset, bytes) in self.limbo.drain(..) {
            let last = offset + bytes.len() as u64;
            let piece = |from: u64, to: u64| -> Arc<[u8]> {
                let place = |position: u64| usize::try_from(position - offset).expect("it lies within a buffer");
                bytes[place(from)..place(to)].into()
            };
            if last <= start || end <= offset {
                kept.push((offset, bytes));
                continue;
            }
            if offset < start {
                kept.push((offset, piece(offset, start)));
            }
            if end < last {
                kept.push((end, piece(end, last)));
            }
        }
        self.limbo = kept;
    }

    /// Only what was synced.
    pub(super) fn cut_to_synced(&self) -> Content {
        self.durable.clone()
    }

    /// Changes before a step, and of that step so many first bytes.
    pub(super) fn cut_at(&self, step: u64, bytes: usize) -> Content {
        let mut content = self.durable.clone();
        for unsynced in self.unsynced.iter().filter(|it| it.step <= step) {
            match &unsynced.change {
                Change::Write { offset, bytes: written } if unsynced.step == step => {
                    content.write_at(&written[..bytes.min(written.len())], *offset);
                }
                _ if unsynced.step == step && bytes == 0 => (),
                change => apply(&mut content, change),
            }
        }
        content
    }

    /// Whatever may be there after a power cut: unsynced changes kept, dropped, or torn into sectors.
    pub(super) fn cut_by_chance(&self, dice: &mut Dice) -> Content {
        let mut content = self.durable.clone();
        for (offset, bytes) in &self.limbo {
            if dice.below(3) == 0 {
                scatter(&mut content, *offset, bytes, dice);
            }
        }
        let style = dice.below(4);
        let whole = if style == 2 { dice.below(self.unsynced.len() as u64 + 1) } else { 0 };
        for (place, Unsynced { change, .. }) in self.unsynced.iter().enumerate() {
            match (style, change) {
                (0, _) => break,
                (1, change) => apply(&mut content, change),
                (2, change) if (place as u64) < whole => apply(&mut content, change),
                (2, _) if place as u64 > whole => break,
                (_, Change::Write { offset, bytes }) => scatter(&mut content, *offset, bytes, dice),
                (_, change) => {
                    if dice.coin() {
                        apply(&mut content, change);
                    }
                }
            }
        }
        // The length may have come through without the bytes.
        if content.length() < self.live.length() && dice.coin() {
            content.set_len(self.live.length());
        }
        content
    }

    /// Damages what is there, lasting or not.
    pub(super) fn damage(&mut self, mut damage: impl FnMut(&mut Content)) {
        damage(&mut self.live);
        damage(&mut self.durable);
    }
}

fn apply(content: &mut Content, change: &Change) {
    match change {
        Change::Write { offset, bytes } => content.write_at(bytes, *offset),
        Change::Allocate(length) => content.allocate(*length),
        Change::SetLen(length) => content.set_len(*length),
    }
}

/// Keeps some sectors of a write.
fn scatter(content: &mut Content, offset: u64, bytes: &[u8], dice: &mut Dice) {
    let mut rest = bytes;
    let mut position = offset;
    while !rest.is_empty() {
        let room = usize::try_from(SECTOR - position % SECTOR).expect("a sector is small");
        let (sector, behind) = rest.split_at(room.min(rest.len()));
        if dice.coin() {
            content.write_at(sector, position);
        }
        position += sector.len() as u64;
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(offset: u64, text: &str) -> Change {
        Change::Write { offset, bytes: text.as_bytes().into() }
    }

    #[test]
    fn a_write_in_limbo_is_lost_but_where_it_was_written_again() {
        let mut file = Inode::durable(b"..........");
        file.change(written(2, "abcdef"), 0);
        file.sync_failed();
        file.change(written(4, "CD"), 1);
        file.synced();
        assert_eq!(file.live().all(), b"..abCDef..");
        assert_eq!(file.cut_to_synced().all(), b"....CD....");
        let outcomes: Vec<Vec<u8>> = (0..60).map(|seed| file.cut_by_chance(&mut Dice::new(seed)).all()).collect();
        for outcome in [b"....CD....".as_slice(), b"..abCD....", b"....CDef..", b"..abCDef.."] {
            assert!(outcomes.iter().any(|it| it == outcome), "{}", String::from_utf8_lossy(outcome));
        }
        assert!(outcomes.iter().all(|it| &it[4..6] == b"CD"));
    }

    #[test]
    fn limbo_keeps_the_length_and_ends_with_it() {
        let mut file = Inode::default();
        file.change(written(0, "abc"), 0);
        file.sync_failed();
        file.synced();
        assert_eq!(file.cut_to_synced().all(), b"\0\0\0");
        file.change(Change::SetLen(1), 1);
        file.change(Change::SetLen(3), 2);
        file.synced();
        let outcomes = (0..60).map(|seed| file.cut_by_chance(&mut Dice::new(seed)).all());
        assert!(outcomes.into_iter().all(|it| it == b"\0\0\0" || it == b"a\0\0"));
    }
}

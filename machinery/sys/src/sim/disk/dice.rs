//! Chance from a seed, for what a power cut leaves. Called by `cut`, `inode` and `names`. Must never use any other source.

use crate::sim::entropy;

pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number less than `count`, which is not 0.
    pub(super) fn below(&mut self, count: u64) -> u64 {
        entropy::next(&mut self.0) % count
    }

    pub(super) fn coin(&mut self) -> bool {
        self.below(2) == 0
    }
}

//! Randomness from a seed, for the documents of these tests; the same seed gives the same documents on every machine.

/// A stream of numbers (SplitMix64).
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream of one document: seed, kind and position decide it, so that one document can be made again alone.
    pub(crate) fn new(seed: u64, kind: usize, position: usize) -> Self {
        let mut dice = Self(seed);
        dice.0 ^= dice.next() ^ (kind as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        dice.0 ^= dice.next() ^ (position as u64).wrapping_mul(0xd1b5_4a32_d192_ed03);
        dice
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not zero.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).expect("smaller than a usize")
    }

    /// True so many times in a thousand.
    pub(crate) fn chance(&mut self, in_thousand: u32) -> bool {
        self.next() % 1000 < u64::from(in_thousand)
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// A number from the environment, or what is usual.
pub(crate) fn setting(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is not a number")))
}

//! Randomness for keys, identifiers, generated names and jitter.

/// Randomness.
pub trait Entropy: Send + Sync {
    /// Fills the buffer with random bytes fit for keys and identifiers.
    fn fill(&self, out: &mut [u8]);

    /// A random number below `bound` (0 when `bound` is 0), every value equally likely.
    fn below(&self, bound: u64) -> u64 {
        if bound < 2 {
            return 0;
        }
        // Values at or above the largest multiple of `bound` would favour small results, so they are drawn again.
        let limit = u64::MAX - u64::MAX % bound;
        loop {
            let mut bytes = [0_u8; 8];
            self.fill(&mut bytes);
            let value = u64::from_le_bytes(bytes);
            if value < limit {
                return value % bound;
            }
        }
    }
}

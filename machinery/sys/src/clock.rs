//! Time as everyone else sees it: the wall clock for what is written into objects and certificates, the monotonic clock for
//! deadlines. Never mix the two: the wall clock may jump.

use std::time::Duration;

use crate::BoxFuture;

/// Wall-clock time in nanoseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(pub i128);

impl WallTime {
    /// Whole seconds since the epoch, rounded down.
    #[must_use]
    pub fn seconds(self) -> i64 {
        i64::try_from(self.0.div_euclid(1_000_000_000)).unwrap_or(i64::MAX)
    }

    /// The moment that lies `by` after this one.
    #[must_use]
    pub fn plus(self, by: Duration) -> Self {
        Self(self.0.saturating_add(i128::try_from(by.as_nanos()).unwrap_or(i128::MAX)))
    }
}

/// A point on the monotonic clock, as time since the process (or the simulation) began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tick(pub Duration);

impl Tick {
    /// The point `by` after this one.
    #[must_use]
    pub fn plus(self, by: Duration) -> Self {
        Self(self.0.saturating_add(by))
    }

    /// Time from `earlier` to this point, zero if it lies later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

/// Time.
pub trait Clock: Send + Sync {
    /// Wall-clock time now.
    fn wall(&self) -> WallTime;
    /// Monotonic time now.
    fn tick(&self) -> Tick;
    /// Completes once the monotonic clock has reached `until`.
    fn wait_until(&self, until: Tick) -> BoxFuture<'static, ()>;
    /// Completes `after` from now.
    fn wait(&self, after: Duration) -> BoxFuture<'static, ()> {
        self.wait_until(self.tick().plus(after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_round_down() {
        for (nanos, seconds) in [(0, 0), (1_999_999_999, 1), (-1, -1), (-1_000_000_000, -1), (i128::MAX, i64::MAX)] {
            assert_eq!(WallTime(nanos).seconds(), seconds, "{nanos}");
        }
    }

    #[test]
    fn ticks_saturate() {
        let early = Tick(Duration::from_secs(1));
        let late = early.plus(Duration::from_secs(2));
        assert_eq!(late.since(early), Duration::from_secs(2));
        assert_eq!(early.since(late), Duration::ZERO);
        assert_eq!(Tick(Duration::MAX).plus(Duration::from_secs(1)), Tick(Duration::MAX));
    }
}

//! Requests that are being answered: how many there were at most within the last second, as upstream shows it, without a task that looks
//! every second.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use daemon::metrics::{About, Kind, Registry, Stability};
use sys::{Clock, Tick};

const REQUESTS: About = About::new(
    "apiserver_current_inflight_requests",
    Stability::Stable,
    "Most requests that were answered at once during the last second, by kind.",
);
const WAITING: About = About::new(
    "apiserver_current_inqueue_requests",
    Stability::Alpha,
    "Most requests that waited at once during the last second, by kind. None ever wait here.",
);

/// Both kinds.
#[derive(Clone, Default)]
pub(crate) struct InFlight {
    reading: Arc<Peak>,
    mutating: Arc<Peak>,
}

impl InFlight {
    /// Declares the gauges.
    pub(super) fn new(registry: &Registry, clock: &Arc<dyn Clock>) -> Self {
        let in_flight = Self::default();
        let (seen, clock) = (in_flight.clone(), clock.clone());
        registry.observed(REQUESTS, Kind::Gauge, &["request_kind"], move |rows| {
            let now = clock.tick();
            rows.number(&["readOnly"], f64::from(seen.reading.within_a_second(now)));
            rows.number(&["mutating"], f64::from(seen.mutating.within_a_second(now)));
        });
        registry.observed(WAITING, Kind::Gauge, &["request_kind"], |rows| {
            rows.number(&["readOnly"], 0.0);
            rows.number(&["mutating"], 0.0);
        });
        in_flight
    }

    /// Counts a request for as long as the guard lives.
    pub(crate) fn hold(&self, mutating: bool, now: Tick) -> Flying {
        let peak = if mutating { &self.mutating } else { &self.reading };
        peak.enter(now);
        Flying(peak.clone())
    }
}

/// One request that is being answered.
#[must_use]
pub(crate) struct Flying(Arc<Peak>);

impl Drop for Flying {
    fn drop(&mut self) {
        self.0.now.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A number that goes up and down, with its highest value in this second and in the one before.
#[derive(Default)]
struct Peak {
    now: AtomicU32,
    /// For even and for odd seconds: the second in the upper half, its peak in the lower one.
    seconds: [AtomicU64; 2],
}

impl Peak {
    fn enter(&self, now: Tick) {
        let count = self.now.fetch_add(1, Ordering::Relaxed) + 1;
        let second = second(now);
        let seen = &self.seconds[usize::from(second % 2 == 1)];
        let packed = u64::from(second) << 32 | u64::from(count);
        // Also right when the slot still holds an earlier second: that is smaller whatever its peak was.
        if seen.load(Ordering::Relaxed) < packed {
            seen.fetch_max(packed, Ordering::Relaxed);
        }
    }

    fn within_a_second(&self, now: Tick) -> u32 {
        let second = second(now);
        let recent = self.seconds.iter().map(|seen| seen.load(Ordering::Relaxed)).filter_map(|packed| {
            let (seen, peak) = (u32::try_from(packed >> 32).ok()?, u32::try_from(packed & u64::from(u32::MAX)).ok()?);
            (seen + 1 >= second).then_some(peak)
        });
        recent.max().unwrap_or(0).max(self.now.load(Ordering::Relaxed))
    }
}

fn second(now: Tick) -> u32 {
    u32::try_from(now.0.as_secs()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_peak_is_remembered_for_a_second() {
        let in_flight = InFlight::default();
        let at = |millis| Tick(Duration::from_millis(millis));
        let read = |now| (in_flight.reading.within_a_second(now), in_flight.mutating.within_a_second(now));
        let held: Vec<Flying> = (0..3).map(|_| in_flight.hold(false, at(10_100))).collect();
        let writing = in_flight.hold(true, at(10_200));
        assert_eq!(read(at(10_300)), (3, 1));
        drop(held);
        assert_eq!(read(at(10_900)), (3, 1), "the same second");
        let one = in_flight.hold(false, at(11_000));
        assert_eq!(read(at(11_900)), (3, 1), "the second before");
        assert_eq!(read(at(12_000)), (1, 1), "what is still held");
        drop((one, writing));
        assert_eq!(read(at(13_000)), (0, 0));
    }
}

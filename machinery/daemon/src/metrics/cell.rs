//! One series each: a counter, a gauge or a histogram, as handles that are cheap to clone and to add to.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

/// What a series shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A counter's or a gauge's.
    Number(f64),
    /// A histogram's.
    Distribution(Distribution),
}

/// What a histogram has seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Upper bounds, the infinite one left out, each with the number of observations up to it.
    pub buckets: Vec<(f64, u64)>,
    /// Sum of all observations.
    pub sum: f64,
    /// Number of all observations.
    pub count: u64,
}

/// A series that a vector can hold.
pub(super) trait Cell: Clone + Send + Sync + 'static {
    fn value(&self) -> Value;
    /// Back to nothing; what only shows a state keeps it.
    fn zero(&self);
}

#[expect(
    clippy::cast_precision_loss,
    reason = "the format's numbers are floats; counts above 2^53 lose their last digits upstream too"
)]
pub(super) const fn float(count: u64) -> f64 {
    count as f64
}

/// Goes up only.
#[derive(Clone, Debug, Default)]
pub struct Counter(Arc<AtomicU64>);

impl Counter {
    /// Adds one.
    pub fn inc(&self) {
        self.add(1);
    }

    /// Adds some.
    pub fn add(&self, count: u64) {
        self.0.fetch_add(count, Ordering::Relaxed);
    }

    /// How far it is.
    #[must_use]
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Cell for Counter {
    fn value(&self) -> Value {
        Value::Number(float(self.get()))
    }

    fn zero(&self) {
        self.0.store(0, Ordering::Relaxed);
    }
}

/// Goes up and down.
#[derive(Clone, Debug, Default)]
pub struct Gauge(Arc<AtomicI64>);

impl Gauge {
    /// Adds to it, or takes away from it.
    pub fn add(&self, by: i64) {
        self.0.fetch_add(by, Ordering::Relaxed);
    }

    /// Sets it.
    pub fn set(&self, to: i64) {
        self.0.store(to, Ordering::Relaxed);
    }

    /// Where it stands.
    #[must_use]
    pub fn get(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// One more for as long as the guard lives: nothing that is dropped half-way leaves the gauge too high.
    pub fn hold(&self) -> Held {
        self.add(1);
        Held(self.clone())
    }
}

impl Cell for Gauge {
    fn value(&self) -> Value {
        #[expect(clippy::cast_precision_loss, reason = "the format's numbers are floats")]
        Value::Number(self.get() as f64)
    }

    fn zero(&self) {}
}

/// One that a gauge counts; see [`Gauge::hold`].
#[derive(Debug)]
#[must_use]
pub struct Held(Gauge);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.add(-1);
    }
}

/// Counts observations by their size.
#[derive(Clone, Debug)]
pub struct Histogram(Arc<Buckets>);

#[derive(Debug)]
struct Buckets {
    bounds: Arc<[f64]>,
    /// One for each bound and one for what lies above all of them; not yet cumulative, so that an observation touches one.
    counts: Box<[AtomicU64]>,
    /// Bits of a float.
    sum: AtomicU64,
}

impl Histogram {
    pub(super) fn new(bounds: Arc<[f64]>) -> Self {
        let counts = (0..=bounds.len()).map(|_| AtomicU64::new(0)).collect();
        Self(Arc::new(Buckets { bounds, counts, sum: AtomicU64::new(0) }))
    }

    /// Counts an observation.
    pub fn observe(&self, size: f64) {
        let Buckets { bounds, counts, sum } = &*self.0;
        let bucket = bounds.partition_point(|bound| *bound < size);
        counts[bucket].fetch_add(1, Ordering::Relaxed);
        let added = |bits: u64| Some((f64::from_bits(bits) + size).to_bits());
        // The closure never refuses.
        let _ = sum.fetch_update(Ordering::Relaxed, Ordering::Relaxed, added);
    }

    /// Counts how long something took.
    pub fn observe_time(&self, took: Duration) {
        self.observe(took.as_secs_f64());
    }

    /// What it has seen.
    #[must_use]
    pub fn get(&self) -> Distribution {
        let Buckets { bounds, counts, sum } = &*self.0;
        let mut count = 0;
        let mut cumulative = counts.iter().map(|bucket| {
            count += bucket.load(Ordering::Relaxed);
            count
        });
        let buckets = bounds.iter().copied().zip(cumulative.by_ref()).collect();
        // The one bucket more is everything; the sum may be some observations ahead of it.
        cumulative.for_each(drop);
        Distribution { buckets, sum: f64::from_bits(sum.load(Ordering::Relaxed)), count }
    }
}

impl Cell for Histogram {
    fn value(&self) -> Value {
        Value::Distribution(self.get())
    }

    fn zero(&self) {
        for bucket in &self.0.counts {
            bucket.store(0, Ordering::Relaxed);
        }
        self.0.sum.store(0, Ordering::Relaxed);
    }
}

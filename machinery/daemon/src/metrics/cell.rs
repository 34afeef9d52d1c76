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

impl Value {
    /// A whole number.
    #[must_use]
    pub const fn count(count: u64) -> Self {
        Self::Number(float(count))
    }
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

/// What a histogram's observations are counted in. They are whole numbers, so that adding one never has to try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Times: observed in nanoseconds, shown in seconds.
    Seconds,
    /// Bytes, objects: shown as they are.
    Whole,
}

impl Unit {
    const fn scale(self) -> f64 {
        match self {
            Self::Seconds => 1e9,
            Self::Whole => 1.0,
        }
    }
}

/// Bounds of the buckets of a family.
#[derive(Debug)]
pub(super) struct Bounds {
    unit: Unit,
    /// As they are shown.
    shown: Vec<f64>,
    /// In the unit of observations.
    raw: Vec<u64>,
}

impl Bounds {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "bounds are small and positive, and the cast saturates"
    )]
    pub(super) fn new(unit: Unit, shown: &[f64]) -> Self {
        let raw = shown.iter().map(|bound| (bound * unit.scale()).round() as u64).collect();
        Self { unit, shown: shown.to_vec(), raw }
    }
}

/// Counts observations by their size.
#[derive(Clone, Debug)]
pub struct Histogram(Arc<Buckets>);

#[derive(Debug)]
struct Buckets {
    bounds: Arc<Bounds>,
    /// One for each bound and one for what lies above all of them; not yet cumulative, so that an observation touches one.
    counts: Box<[AtomicU64]>,
    sum: AtomicU64,
}

impl Histogram {
    pub(super) fn new(bounds: Arc<Bounds>) -> Self {
        let counts = (0..=bounds.raw.len()).map(|_| AtomicU64::new(0)).collect();
        Self(Arc::new(Buckets { bounds, counts, sum: AtomicU64::new(0) }))
    }

    /// Counts an observation, in the family's unit.
    pub fn observe(&self, size: u64) {
        let Buckets { bounds, counts, sum } = &*self.0;
        let bucket = bounds.raw.partition_point(|bound| *bound < size);
        counts[bucket].fetch_add(1, Ordering::Relaxed);
        sum.fetch_add(size, Ordering::Relaxed);
    }

    /// Counts how long something took.
    pub fn observe_time(&self, took: Duration) {
        self.observe(u64::try_from(took.as_nanos()).unwrap_or(u64::MAX));
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
        let buckets = bounds.shown.iter().copied().zip(cumulative.by_ref()).collect();
        // The one bucket more is everything; the sum may be some observations ahead of it.
        cumulative.for_each(drop);
        Distribution { buckets, sum: float(sum.load(Ordering::Relaxed)) / bounds.unit.scale(), count }
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

//! The families of one server, and their text.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::cell::{Bounds, Counter, Gauge, Histogram, Unit, Value};
use super::text;
use super::vector::{Counters, Gauges, Histograms, SERIES, Vector};
use super::{About, Stability};

/// Kinds of metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Goes up only.
    Counter,
    /// Goes up and down.
    Gauge,
    /// Counts by size.
    Histogram,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Gauge => "gauge",
            Self::Histogram => "histogram",
        }
    }
}

/// Series as they are collected: label values in declared order, and what is shown.
#[derive(Debug, Default)]
pub struct Rows(pub(super) Vec<(Vec<String>, Value)>);

impl Rows {
    /// Adds a series. Label values come in the order in which the labels were declared.
    pub fn push(&mut self, labels: &[&str], value: Value) {
        self.0.push((labels.iter().map(|value| (*value).to_owned()).collect(), value));
    }

    /// Adds a number.
    pub fn number(&mut self, labels: &[&str], number: f64) {
        self.push(labels, Value::Number(number));
    }
}

/// Where the series of a family come from.
pub(super) trait Collect: Send + Sync {
    fn collect(&self, rows: &mut Rows);
    fn zero(&self);
}

struct Observed<F>(F);

impl<F: Fn(&mut Rows) + Send + Sync> Collect for Observed<F> {
    fn collect(&self, rows: &mut Rows) {
        (self.0)(rows);
    }

    fn zero(&self) {}
}

pub(super) struct Family {
    pub(super) about: About,
    pub(super) kind: Kind,
    pub(super) labels: Vec<&'static str>,
    series: Arc<dyn Collect>,
}

/// The metrics of one server. Every family is declared once.
pub struct Registry(Arc<Families>);

#[derive(Default)]
struct Families(Mutex<BTreeMap<&'static str, Arc<Family>>>);

impl Families {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<&'static str, Arc<Family>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// As they are now: what is collected may take its time, and may ask for the families itself.
    fn all(&self) -> Vec<Arc<Family>> {
        self.lock().values().cloned().collect()
    }
}

/// How many families there are of each stability.
const REGISTERED: About =
    About::new("registered_metrics_total", Stability::Beta, "Families that this server declares, by stability and deprecation.");

impl Default for Registry {
    fn default() -> Self {
        let registry = Self(Arc::default());
        let families = Arc::downgrade(&registry.0);
        registry.observed(REGISTERED, Kind::Counter, &["stability_level", "deprecated_version"], move |rows| {
            let Some(families) = families.upgrade() else { return };
            let mut counted: BTreeMap<(&str, &str), f64> = BTreeMap::new();
            for about in families.all().iter().map(|family| family.about).filter(|about| about.stability != Stability::Foreign) {
                *counted.entry((about.stability.name(), about.deprecated)).or_default() += 1.0;
            }
            for ((stability, deprecated), count) in counted {
                rows.number(&[stability, deprecated], count);
            }
        });
        registry
    }
}

impl Registry {
    /// Declares a counter without labels.
    pub fn counter(&self, about: About) -> Counter {
        self.counters(about, []).with([])
    }

    /// Declares counters.
    pub fn counters<const N: usize>(&self, about: About, labels: [&'static str; N]) -> Counters<N> {
        let vector = Vector::new(SERIES, |_| Counter::default());
        self.add(about, Kind::Counter, &labels, Arc::new(vector.clone()));
        vector
    }

    /// Declares a gauge without labels.
    pub fn gauge(&self, about: About) -> Gauge {
        self.gauges(about, []).with([])
    }

    /// Declares gauges.
    pub fn gauges<const N: usize>(&self, about: About, labels: [&'static str; N]) -> Gauges<N> {
        let vector = Vector::new(SERIES, |_| Gauge::default());
        self.add(about, Kind::Gauge, &labels, Arc::new(vector.clone()));
        vector
    }

    /// Declares a histogram without labels.
    pub fn histogram(&self, about: About, unit: Unit, bounds: &[f64]) -> Histogram {
        self.histograms(about, [], unit, bounds).with([])
    }

    /// Declares histograms with these upper bounds, which must ascend.
    pub fn histograms<const N: usize>(
        &self,
        about: About,
        labels: [&'static str; N],
        unit: Unit,
        bounds: &[f64],
    ) -> Histograms<N> {
        debug_assert!(bounds.is_sorted_by(|a, b| a < b), "{}: bounds must ascend", about.name);
        let bounds = Arc::new(Bounds::new(unit, bounds));
        let vector = Vector::new(SERIES, move |_| Histogram::new(bounds.clone()));
        self.add(about, Kind::Histogram, &labels, Arc::new(vector.clone()));
        vector
    }

    /// Declares a family that is asked at every scrape.
    pub fn observed(&self, about: About, kind: Kind, labels: &[&'static str], read: impl Fn(&mut Rows) + Send + Sync + 'static) {
        self.add(about, kind, labels, Arc::new(Observed(read)));
    }

    fn add(&self, about: About, kind: Kind, labels: &[&'static str], series: Arc<dyn Collect>) {
        let before = self.0.lock().insert(about.name, Arc::new(Family { about, kind, labels: labels.to_vec(), series }));
        debug_assert!(before.is_none(), "{} is declared twice", about.name);
    }

    /// All metrics, or those of these names.
    #[must_use]
    pub fn text(&self, names: &[String]) -> String {
        let mut out = String::new();
        for family in self.0.all() {
            if names.is_empty() || names.iter().any(|name| name == family.about.name) {
                let mut rows = Rows::default();
                family.series.collect(&mut rows);
                text::push(&mut out, &family, rows);
            }
        }
        out
    }

    /// Sets what was counted back to nothing; gauges keep their values.
    pub fn reset(&self) {
        self.0.all().iter().for_each(|family| family.series.zero());
    }

    /// Names, kinds and labels of all families.
    #[must_use]
    pub fn families(&self) -> Vec<(&'static str, Kind, Vec<&'static str>)> {
        self.0.all().iter().map(|family| (family.about.name, family.kind, family.labels.clone())).collect()
    }
}

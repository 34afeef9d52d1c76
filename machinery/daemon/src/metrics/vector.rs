//! A family with labels: finds the series of a set of label values. Known ones are found without a lock; a new one copies the table,
//! which is rare and bounded.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;

use super::cell::{Cell, Counter, Gauge, Histogram};
use super::registry::{Collect, Rows};

/// Series of one family. Labels take their values from tables of resources, verbs and codes, so some thousands are the most that can
/// come about; this bound is for mistakes. What finds no room is counted nowhere.
pub const SERIES: usize = 20_000;

/// Counters with `N` labels.
pub type Counters<const N: usize> = Vector<N, Counter>;
/// Gauges with `N` labels.
pub type Gauges<const N: usize> = Vector<N, Gauge>;
/// Histograms with `N` labels.
pub type Histograms<const N: usize> = Vector<N, Histogram>;

/// Series by the values of `N` labels. Cheap to clone.
#[derive(Clone)]
pub struct Vector<const N: usize, T>(Arc<Inner<N, T>>);

/// A fixed hasher: the table's order is never seen, and its keys are not a client's.
type Table<const N: usize, T> = HashMap<Values<N>, T, BuildHasherDefault<DefaultHasher>>;

/// Makes the series of new label values.
type Make<const N: usize, T> = dyn Fn([&str; N]) -> T + Send + Sync;

struct Inner<const N: usize, T> {
    table: ArcSwap<Table<N, T>>,
    /// Held by whoever makes a new series.
    grow: Mutex<()>,
    make: Box<Make<N, T>>,
    bound: usize,
}

/// Label values that a table owns.
#[derive(Clone, PartialEq, Eq)]
struct Values<const N: usize>(Arc<[Box<str>; N]>);

/// Owned and borrowed label values alike, so that looking up needs no allocation.
trait Labels<const N: usize> {
    fn labels(&self) -> [&str; N];
}

impl<const N: usize> Labels<N> for Values<N> {
    fn labels(&self) -> [&str; N] {
        self.0.each_ref().map(AsRef::as_ref)
    }
}

impl<const N: usize> Labels<N> for [&str; N] {
    fn labels(&self) -> [&str; N] {
        *self
    }
}

impl<const N: usize> Hash for dyn Labels<N> + '_ {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.labels().hash(state);
    }
}

impl<const N: usize> PartialEq for dyn Labels<N> + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.labels() == other.labels()
    }
}

impl<const N: usize> Eq for dyn Labels<N> + '_ {}

impl<const N: usize> Hash for Values<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.labels().hash(state);
    }
}

impl<'a, const N: usize> Borrow<dyn Labels<N> + 'a> for Values<N> {
    fn borrow(&self) -> &(dyn Labels<N> + 'a) {
        self
    }
}

impl<const N: usize, T: Clone> Vector<N, T> {
    /// A table of its own, of at most so many values, that no registry shows: for what is found by labels and holds several series.
    #[must_use]
    pub fn new(bound: usize, make: impl Fn([&str; N]) -> T + Send + Sync + 'static) -> Self {
        Self(Arc::new(Inner { table: ArcSwap::default(), grow: Mutex::new(()), make: Box::new(make), bound }))
    }

    /// The series of these label values, in the order in which the labels were declared. Made when there is none.
    #[must_use]
    pub fn with(&self, labels: [&str; N]) -> T {
        let labels: &dyn Labels<N> = &labels;
        match self.0.table.load().get(labels) {
            Some(series) => series.clone(),
            None => self.grow(labels),
        }
    }

    #[cold]
    fn grow(&self, labels: &dyn Labels<N>) -> T {
        let _growing = self.0.grow.lock().unwrap_or_else(PoisonError::into_inner);
        let table = self.0.table.load_full();
        if let Some(series) = table.get(labels) {
            return series.clone();
        }
        let series = (self.0.make)(labels.labels());
        if table.len() < self.0.bound {
            let mut larger = Table::clone(&table);
            larger.insert(Values(Arc::new(labels.labels().map(Box::from))), series.clone());
            self.0.table.store(Arc::new(larger));
        }
        series
    }

    /// Number of series.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.table.load().len()
    }

    /// Whether there is none yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<const N: usize, T: Cell> Collect for Vector<N, T> {
    fn collect(&self, rows: &mut Rows) {
        for (values, series) in self.0.table.load().iter() {
            rows.push(&values.labels(), series.value());
        }
    }

    fn zero(&self) {
        self.0.table.load().values().for_each(Cell::zero);
    }
}

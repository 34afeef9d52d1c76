//! Figures: what a workload measured, how several rounds of it become one, and what is aimed at.
//!
//! Called by the workloads (which make them) and `report` (which prints them).

use std::collections::BTreeMap;

use crate::side::Which;

/// Unit of a figure, and thereby which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Milliseconds,
    Microseconds,
    PerSecond,
    MebiBytes,
    KibiBytes,
    /// Of one core.
    Percent,
    Count,
}

impl Unit {
    pub(crate) const fn more_is_better(self) -> bool {
        matches!(self, Self::PerSecond | Self::Count)
    }

    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::Milliseconds => "ms",
            Self::Microseconds => "us",
            Self::PerSecond => "/s",
            Self::MebiBytes => "MiB",
            Self::KibiBytes => "KiB",
            Self::Percent => "%",
            Self::Count => "",
        }
    }
}

/// One measured value.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) name: String,
    pub(crate) unit: Unit,
    pub(crate) value: f64,
}

impl Figure {
    pub(crate) fn new(name: &str, unit: Unit, value: f64) -> Self {
        Self { name: name.to_owned(), unit, value }
    }
}

/// What a figure is to reach.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Goal {
    /// So many times better than the reference in the same run: must, aim.
    Times(f64, f64),
    /// At most this: must, aim.
    AtMost(f64, f64),
}

/// Name of the figure that most goals are about.
pub(crate) const CPU: &str = "server CPU";

/// Workload, figure, goal. Source: the issue that asks for this benchmark.
const GOALS: [(&str, &str, Goal); 29] = [
    ("durable 1 KiB commits", "64 writers, commits", Goal::Times(8.0, 15.0)),
    ("durable 1 KiB commits", "lone writer over bare fdatasync, p50", Goal::AtMost(0.3, 0.3)),
    ("new data folder", "start to 200 of /readyz", Goal::AtMost(150.0, 100.0)),
    ("data folder with 100 pods", "start to 200 of /readyz", Goal::AtMost(150.0, 100.0)),
    ("idle", "idle memory", Goal::AtMost(48.0, 32.0)),
    ("idle", "idle CPU", Goal::AtMost(0.1, 0.1)),
    ("restart after kill -9, with the pods", "start to first consistent LIST complete", Goal::AtMost(500.0, 300.0)),
    ("restart after kill -9, with the pods", "per stored pod", Goal::AtMost(12.0, 8.0)),
    ("memory while the pods were made", "per stored pod", Goal::AtMost(12.0, 8.0)),
    ("start", "start to ready", Goal::AtMost(150.0, 100.0)),
    ("start", "idle memory", Goal::AtMost(48.0, 32.0)),
    ("GET, 32 clients", CPU, Goal::Times(12.0, 25.0)),
    ("LIST JSON", CPU, Goal::Times(8.0, 15.0)),
    ("LIST JSON", "first byte", Goal::AtMost(20.0, 5.0)),
    ("LIST JSON, consistent", CPU, Goal::Times(8.0, 15.0)),
    ("LIST JSON, 8 at once", CPU, Goal::Times(10.0, 16.0)),
    ("LIST JSON, 8 at once", "extra peak memory", Goal::AtMost(64.0, 16.0)),
    ("LIST protobuf", CPU, Goal::Times(5.0, 10.0)),
    ("LIST gzip JSON", CPU, Goal::Times(8.0, 30.0)),
    ("LIST Table", CPU, Goal::Times(5.0, 20.0)),
    ("LIST label selector 2 %", CPU, Goal::Times(5.0, 20.0)),
    ("watch fan-out", "events", Goal::Times(3.0, 5.0)),
    ("watch fan-out", "server CPU per event", Goal::Times(4.0, 7.0)),
    ("memory", "per idle watcher", Goal::AtMost(16.0, 8.0)),
    ("memory", "per stored pod", Goal::AtMost(12.0, 8.0)),
    ("create, 32 clients", "operations", Goal::Times(5.0, 10.0)),
    ("create, 32 clients", CPU, Goal::Times(6.0, 12.0)),
    ("merge patch, 32 clients", "operations", Goal::Times(5.0, 10.0)),
    ("merge patch, 32 clients", CPU, Goal::Times(5.0, 10.0)),
];

/// The goal of a figure, if it has one.
pub(crate) fn goal(workload: &str, figure: &str) -> Option<Goal> {
    GOALS.iter().find(|(name, of, _)| *name == workload && *of == figure).map(|(_, _, goal)| *goal)
}

/// Workloads whose goals are written down now and bind later, when everything that a write costs upstream is done by ours as well.
pub(crate) fn is_recorded_only(workload: &str) -> bool {
    workload.starts_with("create") || workload.starts_with("merge patch")
}

/// Values of one figure on one side, a round each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series(Vec<f64>);

/// The middle of a series, and its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) lowest: f64,
    pub(crate) highest: f64,
}

impl Series {
    /// The first of several rounds warms up and does not count.
    pub(crate) fn spread(&self) -> Option<Spread> {
        let counted = if self.0.len() > 1 { self.0.get(1..)? } else { &self.0 };
        let mut sorted = counted.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let (lowest, highest) = (*sorted.first()?, *sorted.last()?);
        let (low, high) = (sorted.get((sorted.len() - 1) / 2)?, sorted.get(sorted.len() / 2)?);
        Some(Spread { median: (low + high) / 2.0, lowest, highest })
    }
}

/// Everything that was measured, in the order of the workloads' first appearance.
#[derive(Default)]
pub(crate) struct Book {
    rows: Vec<(String, String, Unit)>,
    values: BTreeMap<(String, String, Which), Series>,
    /// What kept a workload from being measured.
    pub(crate) refusals: Vec<(String, String)>,
}

impl Book {
    pub(crate) fn add(&mut self, workload: &str, which: Which, figures: Vec<Figure>) {
        for Figure { name, unit, value } in figures {
            if !self.rows.iter().any(|(of, known, _)| of == workload && *known == name) {
                // After the workload's other rows, so that they stay together.
                let last = self.rows.iter().rposition(|(of, ..)| of == workload);
                self.rows.insert(last.map_or(self.rows.len(), |last| last + 1), (workload.to_owned(), name.clone(), unit));
            }
            self.values.entry((workload.to_owned(), name, which)).or_default().0.push(value);
        }
    }

    /// Notes that a workload's answers differ, or are none.
    pub(crate) fn refuse(&mut self, workload: &str, why: String) {
        self.refusals.push((workload.to_owned(), why));
    }

    pub(crate) fn rows(&self) -> &[(String, String, Unit)] {
        &self.rows
    }

    pub(crate) fn spread(&self, workload: &str, figure: &str, which: Which) -> Option<Spread> {
        self.values.get(&(workload.to_owned(), figure.to_owned(), which))?.spread()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_round_of_several_is_left_out() {
        let check = |values: &[f64], expect: (f64, f64, f64)| {
            let spread = Series(values.to_vec()).spread().unwrap();
            assert_eq!((spread.median, spread.lowest, spread.highest), expect);
        };
        check(&[5.0], (5.0, 5.0, 5.0));
        check(&[99.0, 3.0, 1.0, 2.0], (2.0, 1.0, 3.0));
        check(&[99.0, 4.0, 2.0], (3.0, 2.0, 4.0));
        assert_eq!(Series::default().spread(), None);
    }
}

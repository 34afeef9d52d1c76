//! Metrics of one server, in the text format that Prometheus reads. Called by whoever counts something, and by the endpoint that shows
//! the figures. There is no process-wide registry: each server makes its own and hands it down. Counting never waits for a scrape and
//! never takes a lock once a set of labels is known.
//!
//! ```text
//! Registry --counters(name, labels)--> Counters --with(values)--> Counter: keep it, add to it
//!          --observed(name, labels, read): read is called at each scrape
//!          --text(): every family by name, every series by its labels' values
//! ```

mod cell;
mod number;
mod process;
mod registry;
mod text;
mod vector;

pub use cell::{Counter, Distribution, Gauge, Held, Histogram, Unit, Value};
pub use process::register as register_process;
pub use registry::{Kind, Registry, Rows};
pub use text::CONTENT_TYPE;
pub use vector::{Counters, Gauges, Histograms, SERIES, Vector};

/// How much a metric's name and labels may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stability {
    /// Outside of the framework: what libraries report of the process.
    Foreign,
    /// May go at any time.
    Alpha,
    /// Will be there for a while.
    Beta,
    /// Stays for a year after it is deprecated.
    Stable,
}

impl Stability {
    /// As texts name it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Foreign => "",
            Self::Alpha => "ALPHA",
            Self::Beta => "BETA",
            Self::Stable => "STABLE",
        }
    }
}

/// What a family of metrics is.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Its name, as upstream has it.
    pub name: &'static str,
    /// One sentence for people.
    pub help: &'static str,
    /// How much it may be relied on.
    pub stability: Stability,
    /// The release that deprecated it; empty for none.
    pub deprecated: &'static str,
}

impl About {
    /// A family.
    #[must_use]
    pub const fn new(name: &'static str, stability: Stability, help: &'static str) -> Self {
        Self { name, help, stability, deprecated: "" }
    }

    /// Says which release deprecated it.
    #[must_use]
    pub const fn deprecated(mut self, release: &'static str) -> Self {
        self.deprecated = release;
        self
    }
}

/// `count` bounds, each `factor` times the one before.
#[must_use]
pub fn exponential(start: f64, factor: f64, count: usize) -> Vec<f64> {
    std::iter::successors(Some(start), |bound| Some(bound * factor)).take(count).collect()
}

/// `count` bounds, each `width` more than the one before.
#[must_use]
pub fn linear(start: f64, width: f64, count: usize) -> Vec<f64> {
    std::iter::successors(Some(start), |bound| Some(bound + width)).take(count).collect()
}

#[cfg(test)]
mod tests;

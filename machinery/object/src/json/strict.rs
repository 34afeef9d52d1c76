//! Unknown and duplicate fields found while decoding, in Go's order and words (sigs.k8s.io/json). They never stop a decoder: the
//! caller warns or refuses, as `fieldValidation` says.

use std::collections::BTreeSet;
use std::fmt;

/// Go reports no more than this many.
const SHOWN: usize = 100;
/// So many are looked at before repeated ones are dropped; more cannot add to what is shown except after hundreds of repeats.
const KEPT: usize = 1000;

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The struct does not have it.
    Unknown,
    /// It is there more than once; the last one counted.
    Duplicate,
}

/// One unknown or duplicate field. Displays as Go's message: `unknown field "spec.foo"`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Path in Go's form: `spec.containers[0].foo`.
    pub path: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            ProblemKind::Unknown => "unknown field",
            ProblemKind::Duplicate => "duplicate field",
        };
        write!(f, "{kind} {}", meta::text::Quoted(&self.path))
    }
}

/// Collects problems; `order` is the position in the document.
#[derive(Default)]
pub(crate) struct Problems {
    found: Vec<(usize, Problem)>,
}

impl Problems {
    /// Whether another one would be kept; asked before a path is put together.
    pub(crate) fn wanted(&self) -> bool {
        self.found.len() < KEPT
    }

    pub(crate) fn add(&mut self, order: usize, kind: ProblemKind, path: String) {
        if self.wanted() {
            self.found.push((order, Problem { kind, path }));
        }
    }

    /// The problems in document order, each once, as many as Go shows.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.found.sort_by_key(|(order, _)| *order);
        let mut seen = BTreeSet::new();
        let mut shown: Vec<Problem> =
            self.found.into_iter().map(|(_, problem)| problem).filter(|problem| seen.insert(problem.clone())).collect();
        shown.truncate(SHOWN);
        shown
    }
}

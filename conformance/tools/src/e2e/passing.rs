//! The list of tests that pass (`conformance/passing.txt`), and any list of the same form. Called by `e2e` and `ratchet`.
//!
//! A line holds a mode, a tab and a test's name; a line with a name alone is of every mode. Each test is there once, in the least mode
//! in which it passes. Tests are added, never taken away.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};

use crate::upstream::{Program, conformance_dir};

/// What stands beside the API server while a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mode {
    /// Nothing.
    Alone,
    /// Upstream's controller manager and scheduler.
    Upstreams,
    /// The same, and a Node that is Ready, on which nothing runs.
    Node,
    /// Our own controllers and scheduler.
    Own,
}

impl Mode {
    pub(super) const ALL: [Self; 4] = [Self::Alone, Self::Upstreams, Self::Node, Self::Own];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Alone => "alone",
            Self::Upstreams => "kcm+scheduler",
            Self::Node => "kcm+scheduler+node",
            Self::Own => "own",
        }
    }

    /// The mode in which these components run beside the server, and a Node if asked for.
    pub(super) fn of(with: &[Program], ready_node: bool) -> Result<Self> {
        match (with.contains(&Program::ControllerManager), with.contains(&Program::Scheduler), ready_node) {
            (false, false, false) => Ok(Self::Alone),
            (true, true, false) => Ok(Self::Upstreams),
            (true, true, true) => Ok(Self::Node),
            _ => bail!("the tests are run with both kcm and scheduler or with neither, and with a Node only beside both"),
        }
    }
}

/// Names with the mode in which each passes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Passing(BTreeMap<String, Option<Mode>>);

impl Passing {
    /// Where the list of this repository is.
    pub(super) fn path() -> PathBuf {
        conformance_dir().join("passing.txt")
    }

    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut tests = BTreeMap::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (mode, name) = match line.split_once('\t') {
                None => (None, line),
                Some((word, name)) => {
                    let mode = Mode::ALL.into_iter().find(|mode| mode.word() == word);
                    (Some(mode.with_context(|| format!("{word:?} is no mode: {line}"))?), name)
                }
            };
            ensure!(tests.insert(name.to_owned(), mode).is_none(), "is there twice: {name}");
        }
        Ok(Self(tests))
    }

    /// The tests to run in a mode.
    pub(super) fn names(&self, mode: Mode) -> impl Iterator<Item = &String> {
        self.0.iter().filter(move |(_, listed)| listed.is_none_or(|listed| listed == mode)).map(|(name, _)| name)
    }

    /// Every test with its mode.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, Option<Mode>)> {
        self.0.iter().map(|(name, mode)| (name, *mode))
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The mode in which a listed test passes.
    pub(super) fn mode(&self, name: &str) -> Option<Mode> {
        self.0.get(name).copied().flatten()
    }

    /// Adds a test that has passed. One that is there stays as it is.
    pub(super) fn add(&mut self, name: &str, mode: Mode) -> bool {
        let new = !self.0.contains_key(name);
        self.0.entry(name.to_owned()).or_insert(Some(mode));
        new
    }

    pub(super) fn render(&self) -> String {
        let head =
            "# Conformance tests that pass, each in the least mode in which it does; conformance-tools ratchet adds to it.\n";
        let line = |(name, mode): (&String, Option<Mode>)| match mode {
            Some(mode) => format!("{}\t{name}\n", mode.word()),
            None => format!("{name}\n"),
        };
        std::iter::once(head.to_owned()).chain(self.iter().map(line)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "# words\n\nalone\t[sig-a] one\nkcm+scheduler\t[sig-a] two\n[sig-b] three\n";

    #[test]
    fn each_mode_has_its_tests() {
        let list = Passing::parse(LIST).unwrap();
        assert_eq!(list.names(Mode::Alone).collect::<Vec<_>>(), ["[sig-a] one", "[sig-b] three"]);
        assert_eq!(list.names(Mode::Own).collect::<Vec<_>>(), ["[sig-b] three"]);
        assert!(Passing::parse("with\t[sig-a] one\n").is_err());
        assert!(Passing::parse(&format!("{LIST}own\t[sig-a] one\n")).is_err());
        assert_eq!(Mode::of(&[], false).unwrap(), Mode::Alone);
        assert!(Mode::of(&[Program::Scheduler], false).is_err() && Mode::of(&[], true).is_err());
        assert_eq!(Mode::of(&[Program::ControllerManager, Program::Scheduler], true).unwrap(), Mode::Node);
    }

    #[test]
    fn the_list_only_grows() {
        let mut list = Passing::parse(LIST).unwrap();
        assert!(list.add("[sig-c] four", Mode::Own));
        assert!(!list.add("[sig-a] two", Mode::Alone));
        let again = Passing::parse(&list.render()).unwrap();
        assert_eq!(again, list);
        assert_eq!(again.names(Mode::Upstreams).collect::<Vec<_>>(), ["[sig-a] two", "[sig-b] three"]);
        assert_eq!(again.iter().count(), 4);
    }
}

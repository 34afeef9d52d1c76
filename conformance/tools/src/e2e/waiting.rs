//! Why tests do not pass and which work each of them waits for: `conformance/waiting.tsv`. Called by `ratchet` and `document`.
//!
//! The file is written by hand, since an error line seldom says what is missing; `ratchet` takes out the lines of tests that have come to
//! pass. Every test of groups a and b that does not pass has a line, and so has every other that was tried and failed; no other test has.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail, ensure};

use super::document::Failures;
use super::passing::Passing;
use super::table::{Needs, Table};
use crate::upstream::conformance_dir;

/// Groups that an API server, with controllers or without, is meant to pass.
const GROUPS: [char; 2] = ['a', 'b'];

/// A piece of later work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    Defaults,
    Custom,
    Tokens,
    Controllers,
    Nodes,
}

impl Work {
    pub(super) const ALL: [Self; 5] = [Self::Defaults, Self::Custom, Self::Tokens, Self::Controllers, Self::Nodes];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Defaults => "defaults and apply",
            Self::Custom => "custom resources and policies",
            Self::Tokens => "tokens and authorisation",
            Self::Controllers => "own controllers",
            Self::Nodes => "nodes",
        }
    }
}

/// What one test waits for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wait {
    pub(super) work: Work,
    /// What is missing, in a line.
    pub(super) cause: String,
}

/// Tests with what they wait for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Waiting(BTreeMap<String, Wait>);

impl Waiting {
    pub(super) fn path() -> PathBuf {
        conformance_dir().join("waiting.tsv")
    }

    pub(super) fn load() -> Result<Self> {
        let path = Self::path();
        let text = std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text).with_context(|| path.display().to_string())
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut tests = BTreeMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (name, wait) = wait(line).with_context(|| format!("unreadable line: {line}"))?;
            ensure!(tests.insert(name.to_owned(), wait).is_none(), "is there twice: {name}");
        }
        Ok(Self(tests))
    }

    pub(super) fn get(&self, name: &str) -> Option<&Wait> {
        self.0.get(name)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &Wait)> {
        self.0.iter()
    }

    /// How many tests wait for this work.
    pub(super) fn count(&self, work: Work) -> usize {
        self.0.values().filter(|wait| wait.work == work).count()
    }

    /// Holds the lines against what is known of the tests.
    ///
    /// # Errors
    /// A test has a line that must have none, or waits for nodes though upstream's control plane does not, or the other way round.
    pub(super) fn check_lines(&self, table: &Table, passing: &Passing, failures: &Failures) -> Result<()> {
        let fault = |(name, wait): (&String, &Wait)| match table.get(name) {
            None => Some(format!("is no conformance test: {name}")),
            Some(_) if passing.contains(name) => Some(format!("passes and waits for nothing: {name}")),
            Some(test) if !GROUPS.contains(&test.group) && !failures.contains_key(name) => Some(format!("was not tried: {name}")),
            Some(test) if (test.needs == Needs::Nodes) != (wait.work == Work::Nodes) => {
                Some(format!("waits for nodes exactly if upstream's control plane does: {name}"))
            }
            Some(_) => None,
        };
        refuse(&self.0.iter().filter_map(fault).collect())
    }

    /// The same, and that no line is missing.
    ///
    /// # Errors
    /// A line is wrong, or a test that does not pass has none.
    pub(super) fn check(&self, table: &Table, passing: &Passing, failures: &Failures) -> Result<()> {
        self.check_lines(table, passing, failures)?;
        let of_groups = table.0.iter().filter(|test| GROUPS.contains(&test.group)).map(|test| &test.name);
        let missing = of_groups.chain(failures.keys()).filter(|name| !passing.contains(name) && !self.0.contains_key(*name));
        refuse(&missing.map(|name| format!("does not pass and has no line: {name}")).collect())
    }
}

fn refuse(faults: &BTreeSet<String>) -> Result<()> {
    let lines = faults.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
    ensure!(faults.is_empty(), "conformance/waiting.tsv is not right:\n{lines}");
    Ok(())
}

fn wait(line: &str) -> Result<(&str, Wait)> {
    let [name, word, cause] = line.split('\t').collect::<Vec<_>>()[..] else { bail!("not three fields") };
    let work = Work::ALL.into_iter().find(|work| work.word() == word).with_context(|| format!("{word:?} is no such work"))?;
    ensure!(!cause.trim().is_empty(), "no cause");
    Ok((name, Wait { work, cause: cause.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::super::document::Failure;
    use super::super::passing::Mode;
    use super::*;

    const TABLE: &str =
        "[sig-a] apply\ta\tpassed\t1\n[sig-a] done\tb\tpassed\t1\n[sig-a] pods\tb\tfailed\t1\n[sig-a] run\tc\t-\t-\n";
    const LINES: &str = "[sig-a] apply\tdefaults and apply\tno apply\n[sig-a] pods\tnodes\tits pods have to run\n";

    fn check(lines: &str, failing: &[&str], expect: &str) {
        let failure = Failure { mode: Mode::Alone, line: "no".to_owned() };
        let failures = failing.iter().map(|name| ((*name).to_owned(), failure.clone())).collect();
        let passing = Passing::parse("alone\t[sig-a] done\n").unwrap();
        let outcome = Waiting::parse(lines).unwrap().check(&Table::parse(TABLE).unwrap(), &passing, &failures);
        let told = outcome.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert_eq!(told.lines().skip(1).collect::<Vec<_>>().join("; "), expect);
    }

    #[test]
    fn the_committed_lines_are_in_order() {
        let text = std::fs::read_to_string(Waiting::path()).unwrap();
        let names: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').next()).collect();
        assert!(names.is_sorted(), "conformance/waiting.tsv: the lines are not in order");
    }

    #[test]
    fn every_test_that_does_not_pass_has_a_line() {
        check(LINES, &["[sig-a] apply"], "");
        // Failing or not tried yet: it does not pass.
        check(&LINES[LINES.find("[sig-a] pods").unwrap()..], &["[sig-a] apply"], "does not pass and has no line: [sig-a] apply");
        check(&LINES[..LINES.find("[sig-a] pods").unwrap()], &[], "does not pass and has no line: [sig-a] pods");
        // Of another group, but tried.
        check(LINES, &["[sig-a] run"], "does not pass and has no line: [sig-a] run");
        check(&format!("{LINES}[sig-a] run\town controllers\tnone\n"), &["[sig-a] run"], "");
    }

    #[test]
    fn no_other_test_has_a_line() {
        check(&format!("{LINES}[sig-a] done\tdefaults and apply\tx\n"), &[], "passes and waits for nothing: [sig-a] done");
        check(&format!("{LINES}[sig-a] none\tdefaults and apply\tx\n"), &[], "is no conformance test: [sig-a] none");
        check(&format!("{LINES}[sig-a] run\tdefaults and apply\tx\n"), &[], "was not tried: [sig-a] run");
    }

    #[test]
    fn waiting_for_nodes_is_no_excuse() {
        let told = "waits for nodes exactly if upstream's control plane does: [sig-a]";
        check(&LINES.replace("defaults and apply", "nodes"), &[], &format!("{told} apply"));
        check(&LINES.replace("nodes", "own controllers"), &[], &format!("{told} pods"));
    }

    #[test]
    fn unreadable_lines_are_refused() {
        let planted = [("defaults and apply", "defaults"), ("no apply", " "), ("\tno apply", ""), ("no apply", "no\tapply")];
        for (from, to) in planted.into_iter().chain([("[sig-a] pods", "[sig-a] apply")]) {
            assert!(Waiting::parse(&LINES.replacen(from, to, 1)).is_err(), "{from} -> {to}");
        }
        assert_eq!(Waiting::parse(LINES).unwrap().count(Work::Nodes), 1);
    }
}

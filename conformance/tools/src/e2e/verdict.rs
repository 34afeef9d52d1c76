//! Holds what was asked for against what the report says. Called by `e2e`; pure, so that planted faults are tests here.
//!
//! A run is good when something ran, every test that was asked for passed, and the suite's own steps did. Nothing else is good: a test
//! that was skipped or is missing counts as not run.

use std::collections::{BTreeMap, BTreeSet};

use super::junit::{Ending, Entry};

/// Longest error line that is told; some hold whole objects.
const LONGEST: usize = 300;

/// How the line of a test begins that was interrupted because it did not end.
pub(super) const ENDLESS: &str = "does not end: ";

/// The tests that a run is about.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    /// These.
    Names(BTreeSet<String>),
    /// Whichever match this expression; at least one.
    Matching(String),
}

/// What came out of a run.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Verdict {
    /// Seconds by name.
    pub(super) passed: BTreeMap<String, f64>,
    /// The first line of the error by name.
    pub(super) failed: BTreeMap<String, String>,
    /// Why, by name.
    pub(super) not_run: BTreeMap<String, String>,
    /// What is wrong with the run itself.
    pub(super) faults: Vec<String>,
}

impl Verdict {
    pub(super) fn of(asked: &Asked, entries: &[Entry]) -> Self {
        let mut out = Self::default();
        let mut met = BTreeSet::new();
        for entry in entries {
            if entry.is_test {
                out.test(asked, entry, &mut met);
            } else if let Ending::Failed(text) = &entry.ending {
                out.faults.push(format!(
                    "{}: {}",
                    if entry.name.is_empty() { "the suite" } else { &entry.name },
                    first_line(text)
                ));
            }
        }
        if let Asked::Names(names) = asked {
            let missing = names.difference(&met).map(|name| (name.clone(), "the suite does not know it".to_owned()));
            out.not_run.extend(missing);
        }
        if out.passed.is_empty() && out.failed.is_empty() {
            out.faults.push("nothing was run".to_owned());
        }
        out
    }

    fn test(&mut self, asked: &Asked, entry: &Entry, met: &mut BTreeSet<String>) {
        let wanted = match asked {
            Asked::Names(names) => names.contains(&entry.name),
            Asked::Matching(_) => !matches!(entry.ending, Ending::Skipped(_)),
        };
        if !wanted {
            if !matches!(entry.ending, Ending::Skipped(_)) {
                self.faults.push(format!("ran without being asked for: {}", entry.name));
            }
            return;
        }
        if !met.insert(entry.name.clone()) {
            self.faults.push(format!("is in the report twice: {}", entry.name));
        }
        let name = entry.name.clone();
        match &entry.ending {
            Ending::Passed => drop(self.passed.insert(name, entry.seconds)),
            Ending::Failed(text) => drop(self.failed.insert(name, first_line(text))),
            Ending::Skipped(why) => drop(self.not_run.insert(name, why.clone())),
        }
    }

    /// Takes over what a round showed. Returns the tests for another one: those that an interruption kept from being run.
    pub(super) fn absorb(&mut self, round: Self, interrupted: bool) -> BTreeSet<String> {
        let again = interrupted && !(round.passed.is_empty() && round.failed.is_empty());
        self.passed.extend(round.passed);
        self.failed.extend(round.failed);
        self.faults.extend(round.faults);
        self.not_run = round.not_run;
        if again { self.not_run.keys().cloned().collect() } else { BTreeSet::new() }
    }

    /// Whether everything that was asked for passed, and something was.
    pub(super) fn is_good(&self) -> bool {
        !self.passed.is_empty() && self.failed.is_empty() && self.not_run.is_empty() && self.faults.is_empty()
    }

    /// The lines that tell what did not pass, and the count of everything.
    pub(super) fn lines(&self) -> Vec<String> {
        let told = |word: &str, tests: &BTreeMap<String, String>| {
            tests.iter().map(|(name, why)| format!("{word:<7} {name}\n        {why}")).collect::<Vec<_>>()
        };
        let mut out = told("FAIL", &self.failed);
        out.extend(told("NOT RUN", &self.not_run));
        out.extend(self.faults.iter().map(|fault| format!("FAULT   {fault}")));
        out.push(format!("e2e: {} passed, {} failed, {} not run", self.passed.len(), self.failed.len(), self.not_run.len()));
        out
    }
}

/// The line of a failure's text that says what went wrong: the first that does not merely say that or where something did.
pub(super) fn first_line(text: &str) -> String {
    let tags = ["[FAILED]", "[PANICKED]", "[TIMEDOUT]", "[INTERRUPTED]"];
    let plain = |line: &str| {
        let line = line.trim();
        let untagged = tags.iter().find_map(|tag| line.strip_prefix(tag)).unwrap_or(line);
        untagged.trim().to_owned()
    };
    if text.trim_start().starts_with("[INTERRUPTED]") {
        // Which step it was at tells more than that it was interrupted.
        let step = text.lines().find_map(|line| line.trim().strip_prefix("At [By Step] "));
        return format!("{ENDLESS}{}", step.map_or("no step", |step| step.split(" (Step Runtime").next().unwrap_or(step)));
    }
    let empty = |line: &str| line.is_empty() || line == "Test Panicked" || line.starts_with("In [");
    let mut lines = text.lines().map(plain).skip_while(|line| empty(line));
    let mut line = lines.next().unwrap_or_else(|| "(no text)".to_owned());
    if line == "Expected" || line.ends_with(':') || line.ends_with("matcher.") {
        // What was expected of what stands in the lines below.
        line.extend(lines.take_while(|line| !empty(line)).map(|line| format!(" {line}")));
    }
    line.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::e2e::junit;

    const PASS: &str = r#"<testcase name="[It] [sig-a] one" status="passed" time="1"/>"#;
    const SKIP: &str = r#"<testcase name="[It] [sig-a] two" status="skipped" time="0"><skipped message="skipped"/></testcase>"#;
    const SETUP: &str = r#"<testcase name="[SynchronizedBeforeSuite]" status="passed" time="0"/>"#;

    fn check(asked: &[&str], cases: &str, expect: &[&str]) {
        let asked = Asked::Names(asked.iter().map(|name| (*name).to_owned()).collect());
        judge(&asked, cases, expect);
    }

    fn judge(asked: &Asked, cases: &str, expect: &[&str]) {
        let count = cases.matches("<testcase").count();
        let entries = junit::parse(&format!("<testsuites tests='{count}'><testsuite>{cases}</testsuite></testsuites>")).unwrap();
        let verdict = Verdict::of(asked, &entries);
        let lines = verdict.lines();
        assert_eq!(verdict.is_good(), expect.len() == 1, "{lines:?}");
        let told = lines.len() == expect.len() && lines.iter().zip(expect).all(|(line, part)| line.contains(part));
        assert!(told, "{expect:?}: {lines:?}");
    }

    #[test]
    fn what_was_asked_for_must_have_passed() {
        let failed = PASS.replace("/>", "><failure>\n[FAILED] not\nall</failure></testcase>").replace("\"passed\"", "\"failed\"");
        check(&["[sig-a] one"], &format!("{SETUP}{PASS}{SKIP}"), &["1 passed, 0 failed, 0 not run"]);
        // Planted: a listed test that fails, that is skipped, that the report does not hold.
        let end = "0 passed, 1 failed, 0 not run";
        check(&["[sig-a] one"], &format!("{failed}{SKIP}"), &["FAIL    [sig-a] one\n        not", end]);
        let end = "1 passed, 0 failed, 1 not run";
        check(&["[sig-a] one", "[sig-a] two"], &format!("{PASS}{SKIP}"), &["NOT RUN [sig-a] two\n        skipped", end]);
        check(&["[sig-a] one", "[sig-a] new"], &format!("{PASS}{SKIP}"), &["NOT RUN [sig-a] new\n        the suite", end]);
    }

    #[test]
    fn a_run_of_nothing_is_no_success() {
        let end = "0 passed, 0 failed, 0 not run";
        check(&[], SKIP, &["FAULT   nothing was run", end]);
        check(&[], "", &["FAULT   nothing was run", end]);
        judge(&Asked::Matching("none".to_owned()), &format!("{SETUP}{SKIP}"), &["FAULT   nothing was run", end]);
        judge(&Asked::Matching("one".to_owned()), &format!("{PASS}{SKIP}"), &["1 passed"]);
    }

    #[test]
    fn the_line_that_says_what_went_wrong() {
        assert_eq!(first_line("[FAILED] no such: x\nIn [It] at: f.go:1 @ 1\n"), "no such: x");
        assert_eq!(first_line("[PANICKED] Test Panicked\nIn [It] at: f.go:1 @ 1\n\nindex out of range\n"), "index out of range");
        assert_eq!(first_line("\n"), "(no text)");
        assert_eq!(
            first_line("[FAILED] Expected\n    <int32>: 501\nto equal\nIn [It] at: f.go:1\n"),
            "Expected <int32>: 501 to equal"
        );
        let text = "[INTERRUPTED] Interrupted by User\nIn [It] at: f.go:1\n  At [By Step] waiting for it (Step Runtime: 4m)\n";
        assert_eq!(first_line(text), "does not end: waiting for it");
    }

    #[test]
    fn what_an_interruption_left_is_run_again() {
        let verdict = |passed: &[&str], not_run: &[&str]| Verdict {
            passed: passed.iter().map(|name| ((*name).to_owned(), 1.0)).collect(),
            not_run: not_run.iter().map(|name| ((*name).to_owned(), "skipped".to_owned())).collect(),
            ..Verdict::default()
        };
        let mut whole = Verdict::default();
        let rest = whole.absorb(verdict(&["one"], &["two", "three"]), true);
        assert_eq!(rest.into_iter().collect::<Vec<_>>(), ["three", "two"]);
        assert!(whole.absorb(verdict(&["two"], &["three"]), false).is_empty());
        assert_eq!(whole, verdict(&["one", "two"], &["three"]));
        // Nothing came of a round: another one would not end either.
        assert!(Verdict::default().absorb(verdict(&[], &["three"]), true).is_empty());
    }

    #[test]
    fn the_suite_itself_must_be_well() {
        let broken = r#"<testcase name="[SynchronizedBeforeSuite]" status="failed"><failure>no server</failure></testcase>"#;
        check(&["[sig-a] one"], &format!("{broken}{PASS}"), &["FAULT   the suite: no server", "1 passed"]);
        check(&["[sig-a] one"], &format!("{PASS}{PASS}"), &["FAULT   is in the report twice", "1 passed"]);
        let other = PASS.replace("one", "three");
        check(&["[sig-a] one"], &format!("{PASS}{other}"), &["FAULT   ran without being asked for: [sig-a] three", "1 passed"]);
    }
}

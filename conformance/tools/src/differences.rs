//! `docs/differences.md`: where ferrokube's answers are known to differ from upstream's. Called by `diff document`.
//!
//! The page is a function of `accepted.json` and of the number of cases. A test at the foot renders the committed page anew, so that it
//! cannot say anything else than the list, and nothing can be accepted without being told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::cases::{self, Theme};
use crate::record::{self, Accepted};
use crate::upstream::conformance_dir;

const HEAD: &str = "# Differences

Written by `conformance/tools/run diff document` from `conformance/cases/accepted.json`: the single places in answers to the differential
cases at which ferrokube differs from upstream Kubernetes for now, by what they wait for. `diff check` fails at any other difference, and
when one of these is gone.
";

fn path() -> PathBuf {
    conformance_dir().join("../docs/differences.md")
}

/// Writes the page.
///
/// # Errors
/// The list cannot be read or names what is not there, or the page cannot be written.
pub(crate) fn write() -> Result<()> {
    let text = current(&conformance_dir().join("cases"))?;
    std::fs::write(path(), text).with_context(|| format!("cannot write {}", path().display()))
}

fn current(dir: &Path) -> Result<String> {
    let themes = cases::load(dir)?;
    render(&themes, &record::accepted(dir, &themes)?)
}

fn render(themes: &[Theme], accepted: &[Accepted]) -> Result<String> {
    let all = themes.iter().map(|theme| theme.cases.len()).sum::<usize>();
    let steps = themes.iter().flat_map(|theme| &theme.cases).map(|case| case.steps.len()).sum::<usize>();
    let differing = accepted.iter().map(|entry| &entry.case).collect::<BTreeSet<_>>().len();
    let mut out = HEAD.to_owned();
    write!(out, "\n{all} cases with {steps} requests; {differing} cases differ, at {} places.\n", accepted.len())?;
    let mut issues: BTreeMap<&str, Vec<&Accepted>> = BTreeMap::new();
    accepted.iter().for_each(|entry| issues.entry(&entry.issue).or_default().push(entry));
    out.push_str("\n| waits for | cases | places |\n|---|---|---|\n");
    for (issue, entries) in &issues {
        let cases = entries.iter().map(|entry| &entry.case).collect::<BTreeSet<_>>().len();
        writeln!(out, "| {} | {cases} | {} |", cell(issue), entries.len())?;
    }
    for (issue, entries) in &issues {
        write!(out, "\n## {issue}\n\n| difference | places | cases (steps) |\n|---|---|---|\n")?;
        let mut reasons: BTreeMap<&str, Vec<&Accepted>> = BTreeMap::new();
        entries.iter().for_each(|entry| reasons.entry(&entry.reason).or_default().push(entry));
        for (reason, entries) in reasons {
            writeln!(out, "| {} | {} | {} |", cell(reason), entries.len(), places(&entries))?;
        }
    }
    Ok(out)
}

/// The cases with their steps: `a` (1, 3), `b` (2).
fn places(entries: &[&Accepted]) -> String {
    let mut cases: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for entry in entries {
        cases.entry(&entry.case).or_default().insert(entry.step);
    }
    let case = |(name, steps): (&str, BTreeSet<usize>)| {
        let steps: Vec<_> = steps.iter().map(ToString::to_string).collect();
        format!("`{name}` ({})", steps.join(", "))
    };
    cases.into_iter().map(case).collect::<Vec<_>>().join(", ")
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_page_is_what_the_list_says() {
        let page = std::fs::read_to_string(path()).unwrap();
        let current = current(&conformance_dir().join("cases")).unwrap();
        assert!(page == current, "docs/differences.md is not what accepted.json says: run conformance/tools/run diff document");
    }

    #[test]
    fn differences_are_told_by_what_they_wait_for() {
        let entry = |case: &str, step, pointer: &str, reason: &str| Accepted {
            case: case.to_owned(),
            step,
            pointer: pointer.to_owned(),
            reason: reason.to_owned(),
            issue: "Later".to_owned(),
        };
        let list = [entry("b", 1, "/x", "a|b"), entry("a", 3, "/x", "a|b"), entry("a", 3, "/y", "a|b"), entry("a", 2, "/y", "c")];
        let page = render(&[], &list).unwrap();
        assert!(page.contains("2 cases differ, at 4 places"), "{page}");
        assert!(page.contains("| Later | 2 | 4 |\n\n## Later\n"), "{page}");
        assert!(page.contains("| a\\|b | 3 | `a` (3), `b` (1) |\n| c | 1 | `a` (2) |\n"), "{page}");
    }
}

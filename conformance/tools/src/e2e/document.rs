//! `docs/conformance.md`: how many conformance tests pass, and how those fail that do not. Called by `ratchet`.
//!
//! The page is a function of the table of tests, the list of those that pass and the failures; the failures are kept in the page alone
//! and read from it again. A test at the foot renders the committed page anew, so that it cannot say anything else than the list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};

use super::passing::{Mode, Passing};
use super::table::{Table, sig};
use crate::upstream::conformance_dir;

/// Longest error line that is kept.
const LONGEST: usize = 240;

/// How a test failed when it was last tried.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Failure {
    pub(super) mode: Mode,
    pub(super) line: String,
}

/// Tests that were tried and do not pass.
pub(super) type Failures = BTreeMap<String, Failure>;

const HEAD: &str = "# Conformance

Written by `conformance/tools/run ratchet`, which runs upstream's suite (`e2e.test` v1.37.2) against ferrokube without nodes and adds what
passes to `conformance/passing.txt`. `scripts/test` runs that list again: a test that is in it and does not pass fails the build.
";

pub(super) fn path() -> PathBuf {
    conformance_dir().join("../docs/conformance.md")
}

/// The page.
///
/// # Errors
/// The list or the failures hold a test that the table does not, or both hold the same one.
pub(super) fn render(table: &Table, passing: &Passing, failures: &Failures) -> Result<String> {
    for name in passing.iter().map(|(name, _)| name).chain(failures.keys()) {
        ensure!(table.get(name).is_some(), "is no conformance test: {name}");
    }
    if let Some(name) = failures.keys().find(|name| passing.contains(name)) {
        anyhow::bail!("is said to pass and to fail: {name}");
    }
    let mut out = HEAD.to_owned();
    counts(&mut out, table, passing, failures)?;
    for group in sigs(table) {
        let of_group: Vec<_> = failures.iter().filter(|(name, _)| sig(name) == Some(group)).collect();
        if of_group.is_empty() {
            continue;
        }
        write!(out, "\n## Failing: {group}\n\n| test | beside the server | first line of the error |\n|---|---|---|\n")?;
        for (name, failure) in of_group {
            writeln!(out, "| {} | {} | `{}` |", escape(name), failure.mode.word(), escape(&failure.line))?;
        }
    }
    Ok(out)
}

fn counts(out: &mut String, table: &Table, passing: &Passing, failures: &Failures) -> Result<()> {
    out.push_str("\n| SIG | passed | failed | not attempted | total |\n|---|---|---|---|---|\n");
    let mut row = |title: &str, chosen: &dyn Fn(&str) -> bool| {
        let count = |holds: &dyn Fn(&str) -> bool| table.0.iter().filter(|test| chosen(&test.name) && holds(&test.name)).count();
        let (total, passed) = (count(&|_| true), count(&|name| passing.contains(name)));
        let failed = count(&|name| failures.contains_key(name));
        writeln!(out, "| {title} | {passed} | {failed} | {} | {total} |", total - passed - failed)
    };
    for group in sigs(table) {
        row(group, &|name| sig(name) == Some(group))?;
    }
    row("all", &|_| true)?;
    let by_mode = |mode| passing.iter().filter(|(_, listed)| *listed == Some(mode)).count();
    let modes: Vec<_> = Mode::ALL.into_iter().map(|mode| format!("{} {}", by_mode(mode), mode.word())).collect();
    write!(out, "\nPassing by what runs beside the server: {}. ", modes.join(", "))?;
    let nodes = table.0.iter().filter(|test| test.needs_nodes).count();
    out.push_str("Attempted are the tests that an API server, with controllers or without, can pass without nodes; ");
    writeln!(
        out,
        "{nodes} others start no container and need a node all the same: upstream's control plane does not pass them either."
    )?;
    Ok(())
}

fn sigs(table: &Table) -> BTreeSet<&str> {
    table.0.iter().filter_map(|test| sig(&test.name)).collect()
}

/// The failures that a page lists.
///
/// # Errors
/// A line of its tables cannot be understood.
pub(super) fn failures(page: &str) -> Result<Failures> {
    let rows = page.lines().filter(|line| line.starts_with("| [sig-"));
    rows.map(|row| failure(row).with_context(|| format!("unreadable line: {row}"))).collect()
}

fn failure(row: &str) -> Option<(String, Failure)> {
    let inner = row.strip_prefix("| ")?.strip_suffix("` |")?;
    let (name, rest) = inner.split_once(" | ")?;
    let (word, line) = rest.split_once(" | `")?;
    let mode = Mode::ALL.into_iter().find(|mode| mode.word() == word)?;
    Some((unescape(name), Failure { mode, line: unescape(line) }))
}

fn escape(text: &str) -> String {
    text.replace('|', "\\|")
}

fn unescape(text: &str) -> String {
    text.replace("\\|", "|")
}

/// An error line without what differs from run to run, short, and such that it can stand between backquotes.
pub(super) fn steady(line: &str) -> Result<String> {
    let uuid = regex::Regex::new("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")?;
    let number = regex::Regex::new("[0-9]{4,}")?;
    let line = number.replace_all(&uuid.replace_all(line, "<uuid>"), "<n>").replace('`', "'");
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(LONGEST).collect();
    Ok(if short.len() < line.len() { format!("{short}...") } else { short })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "[sig-a] one\ta\tpassed\t1\n[sig-a] two\ta\tpassed\t1\n[sig-b] a|b\tb\tpassed\t1\n";

    fn failing(name: &str) -> Failures {
        Failures::from([(name.to_owned(), Failure { mode: Mode::Upstreams, line: "no | such".to_owned() })])
    }

    #[test]
    fn the_committed_page_is_what_the_list_says() {
        let page = std::fs::read_to_string(path()).unwrap();
        let passing = Passing::read(&Passing::path()).unwrap();
        let failures = failures(&page).unwrap();
        let rendered = render(&Table::load().unwrap(), &passing, &failures).unwrap();
        assert!(rendered == page, "docs/conformance.md is not what conformance/passing.txt says: run conformance-tools ratchet");
    }

    #[test]
    fn the_page_can_be_read_again() {
        let (table, passing) = (Table::parse(TABLE).unwrap(), Passing::parse("alone\t[sig-a] one\n").unwrap());
        let page = render(&table, &passing, &failing("[sig-b] a|b")).unwrap();
        assert!(page.contains("| sig-a | 1 | 0 | 1 | 2 |\n| sig-b | 0 | 1 | 0 | 1 |\n| all | 1 | 1 | 1 | 3 |\n"), "{page}");
        assert!(page.contains("1 alone, 0 kcm+scheduler, 0 own"), "{page}");
        assert_eq!(failures(&page).unwrap(), failing("[sig-b] a|b"));
        assert!(failures("| [sig-b] x | sometimes | `y` |").is_err());
    }

    #[test]
    fn list_and_page_must_agree() {
        let table = Table::parse(TABLE).unwrap();
        let passing = |text| Passing::parse(text).unwrap();
        assert!(render(&table, &passing("alone\t[sig-a] three\n"), &Failures::new()).is_err());
        assert!(render(&table, &passing(""), &failing("[sig-a] three")).is_err());
        assert!(render(&table, &passing("alone\t[sig-a] one\n"), &failing("[sig-a] one")).is_err());
    }

    #[test]
    fn what_differs_from_run_to_run_is_left_out() {
        let line = "pod `e2e-12345`  uid 0a1b2c3d-0000-1111-2222-0123456789ab: status 404";
        assert_eq!(steady(line).unwrap(), "pod 'e2e-<n>' uid <uuid>: status 404");
        assert_eq!(steady(&"é".repeat(300)).unwrap().chars().count(), LONGEST + 3);
    }
}

//! `docs/conformance.md`: how many conformance tests pass, and how and why those fail that do not. Called by `ratchet`.
//!
//! The page is a function of the table of tests, the list of those that pass, what the others wait for, and the failures; these are kept
//! in the page alone and read from it again. A test at the foot renders the committed page anew, so that it cannot say anything else
//! than the lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};

use super::passing::{Mode, Passing};
use super::table::{Needs, Table, sig};
use super::waiting::{Waiting, Work};
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

Written by `conformance/tools/run ratchet`, which runs upstream's suite (`e2e.test` v1.37.2) against ferrokube without kubelets and adds what
passes to `conformance/passing.txt`. `scripts/test` runs that list again: a test that is in it and does not pass fails the build. Why a test
does not pass, and the work that it waits for, is taken from `conformance/waiting.tsv`.
";

/// How the title of a table of failures begins.
const FAILING: &str = "## Failing: ";

pub(super) fn path() -> PathBuf {
    conformance_dir().join("../docs/conformance.md")
}

/// The page.
///
/// # Errors
/// The list or the failures hold a test that the table does not, or both hold the same one.
pub(super) fn render(table: &Table, passing: &Passing, failures: &Failures, waiting: &Waiting) -> Result<String> {
    for name in passing.iter().map(|(name, _)| name).chain(failures.keys()) {
        ensure!(table.get(name).is_some(), "is no conformance test: {name}");
    }
    if let Some(name) = failures.keys().find(|name| passing.contains(name)) {
        anyhow::bail!("is said to pass and to fail: {name}");
    }
    let mut out = HEAD.to_owned();
    counts(&mut out, table, passing, failures)?;
    out.push_str("\n| waits for | tests |\n|---|---|\n");
    for work in Work::ALL {
        writeln!(out, "| {} | {} |", work.word(), waiting.count(work))?;
    }
    for group in sigs(table) {
        let of_group: Vec<_> = failures.iter().filter(|(name, _)| sig(name) == Some(group)).collect();
        if of_group.is_empty() {
            continue;
        }
        write!(out, "\n{FAILING}{group}\n\n| test | beside the server | first line of the error | waits for | because |\n")?;
        out.push_str("|---|---|---|---|---|\n");
        for (name, failure) in of_group {
            let (mode, line) = (failure.mode.word(), escape(&failure.line));
            writeln!(out, "| {} | {mode} | `{line}` | {} |", escape(name), cells(name, waiting))?;
        }
    }
    let untried: Vec<_> = waiting.iter().filter(|(name, _)| !failures.contains_key(*name)).collect();
    if !untried.is_empty() {
        out.push_str("\n## Not attempted\n\n| test | waits for | because |\n|---|---|---|\n");
        for (name, _) in untried {
            writeln!(out, "| {} | {} |", escape(name), cells(name, waiting))?;
        }
    }
    Ok(out)
}

/// What a test waits for and why; a test without a line in the list is refused elsewhere, when the page has been written.
fn cells(name: &str, waiting: &Waiting) -> String {
    waiting.get(name).map_or_else(|| "? | ?".to_owned(), |wait| format!("{} | {}", wait.work.word(), escape(&wait.cause)))
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
    let nodes = table.0.iter().filter(|test| test.needs == Needs::Nodes).count();
    out.push_str("Attempted are the tests that upstream's control plane passes without nodes or, ");
    out.push_str("for kcm+scheduler+node, with a Node made by hand that is Ready and runs nothing; ");
    writeln!(out, "{nodes} others look into no container and yet wait for pods that run: it does not pass them either.")?;
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
    let mut failures = Failures::new();
    let mut title = "";
    for line in page.lines() {
        if line.starts_with('#') {
            title = line;
        } else if title.starts_with(FAILING) && line.starts_with("| [sig-") {
            let (name, failure) = failure(line).with_context(|| format!("unreadable line: {line}"))?;
            failures.insert(name, failure);
        }
    }
    Ok(failures)
}

fn failure(row: &str) -> Option<(String, Failure)> {
    let (name, rest) = row.strip_prefix("| ")?.split_once(" | ")?;
    let (word, rest) = rest.split_once(" | `")?;
    // The line holds no backquote; what follows it comes from the list of what waits.
    let (line, _) = rest.split_once("` |")?;
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
        let (table, waiting) = (Table::load().unwrap(), Waiting::load().unwrap());
        let passing = Passing::read(&Passing::path()).unwrap();
        let failures = failures(&page).unwrap();
        waiting.check(&table, &passing, &failures).unwrap();
        let rendered = render(&table, &passing, &failures, &waiting).unwrap();
        assert!(rendered == page, "docs/conformance.md is not what the lists say: run conformance/tools/run ratchet --page");
    }

    #[test]
    fn the_page_can_be_read_again() {
        let (table, passing) = (Table::parse(TABLE).unwrap(), Passing::parse("alone\t[sig-a] one\n").unwrap());
        let waiting = "[sig-b] a|b\town controllers\tno `x` | y\n[sig-a] two\tdefaults and apply\tz\n";
        let page = render(&table, &passing, &failing("[sig-b] a|b"), &Waiting::parse(waiting).unwrap()).unwrap();
        assert!(page.contains("| sig-a | 1 | 0 | 1 | 2 |\n| sig-b | 0 | 1 | 0 | 1 |\n| all | 1 | 1 | 1 | 3 |\n"), "{page}");
        assert!(page.contains("1 alone, 0 kcm+scheduler, 0 kcm+scheduler+node, 0 own"), "{page}");
        assert!(page.contains("| defaults and apply | 1 |\n| custom resources and policies | 0 |\n"), "{page}");
        assert!(page.contains(" | `no \\| such` | own controllers | no `x` \\| y |\n"), "{page}");
        assert!(
            page.contains("## Not attempted\n\n| test | waits for | because |\n|---|---|---|\n| [sig-a] two | defaults"),
            "{page}"
        );
        assert_eq!(failures(&page).unwrap(), failing("[sig-b] a|b"));
        assert!(failures(&page.replace("| kcm+scheduler |", "| sometimes |")).is_err());
    }

    #[test]
    fn a_line_that_is_missing_is_no_reason_to_lose_what_a_run_showed() {
        let (table, passing) = (Table::parse(TABLE).unwrap(), Passing::default());
        let page = render(&table, &passing, &failing("[sig-a] one"), &Waiting::default()).unwrap();
        assert!(page.contains("` | ? | ? |\n"), "{page}");
        assert_eq!(failures(&page).unwrap(), failing("[sig-a] one"));
    }

    #[test]
    fn list_and_page_must_agree() {
        let table = Table::parse(TABLE).unwrap();
        let refused = |list: &str, failures: &Failures| {
            render(&table, &Passing::parse(list).unwrap(), failures, &Waiting::default()).is_err()
        };
        assert!(!refused("alone\t[sig-a] one\n", &failing("[sig-a] two")));
        assert!(refused("alone\t[sig-a] three\n", &Failures::new()));
        assert!(refused("", &failing("[sig-a] three")));
        assert!(refused("alone\t[sig-a] one\n", &failing("[sig-a] one")));
    }

    #[test]
    fn what_differs_from_run_to_run_is_left_out() {
        let line = "pod `e2e-12345`  uid 0a1b2c3d-0000-1111-2222-0123456789ab: status 404";
        assert_eq!(steady(line).unwrap(), "pod 'e2e-<n>' uid <uuid>: status 404");
        assert_eq!(steady(&"é".repeat(300)).unwrap().chars().count(), LONGEST + 3);
    }
}

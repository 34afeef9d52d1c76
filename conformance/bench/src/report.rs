//! The page docs/benchmarks.md, written from what was measured. Called by `main`; it decides nothing but the verdict of a goal.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};

use crate::figures::{Book, Goal, Spread, Unit, goal, is_recorded_only};
use crate::side::Which;

/// What stands above the tables.
pub(crate) struct Head {
    /// Date of the run, such as 2026-11-29.
    pub(crate) date: String,
    /// Processor model, cores and memory.
    pub(crate) machine: String,
    /// Sizes of the run.
    pub(crate) sizes: String,
    /// Whether there was a reference to compare with.
    pub(crate) compared: bool,
    /// What makes the comparison unfair.
    pub(crate) remark: Option<String>,
}

/// How a figure stands to its goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Aim,
    Must,
    Short,
}

/// Judges a figure; none without a goal, or without a reference where the goal is a ratio.
pub(crate) fn judge(goal: Goal, ours: f64, ratio: Option<f64>) -> Option<Verdict> {
    let (must, aim) = match goal {
        Goal::Times(must, aim) => (ratio? >= must, ratio? >= aim),
        Goal::AtMost(must, aim) => (ours <= must, ours <= aim),
    };
    Some(match (must, aim) {
        (_, true) => Verdict::Aim,
        (true, false) => Verdict::Must,
        (false, false) => Verdict::Short,
    })
}

/// How many times better ours is.
pub(crate) fn ratio(unit: Unit, reference: Option<Spread>, ours: Spread) -> Option<f64> {
    let reference = reference?.median;
    let (good, bad) = if unit.more_is_better() { (ours.median, reference) } else { (reference, ours.median) };
    (bad > 0.0 && good > 0.0).then_some(good / bad)
}

/// The page, and how many figures fall short of what they must reach.
pub(crate) fn render(head: &Head, book: &Book) -> (String, usize) {
    let (tables, short) = tables(book, "reference");
    let mut out = introduction(head) + &tables;
    if !book.refusals.is_empty() {
        out.push_str(
            "\n## Not measured\n\nThe answers of the two servers differ, or there is none, so that a time would say nothing; or a round failed.\n\n",
        );
        for (workload, why) in &book.refusals {
            let _ =
                writeln!(out, "- {workload}: {}", why.lines().next().unwrap_or_default().chars().take(300).collect::<String>());
        }
    }
    (out, short)
}

/// The tables alone, and how many figures fall short of what they must reach.
pub(crate) fn tables(book: &Book, reference: &str) -> (String, usize) {
    let mut out = String::new();
    let (mut workload, mut short) = ("", 0);
    for (of, figure, unit) in book.rows() {
        let Some(ours) = book.spread(of, figure, Which::Ours) else { continue };
        if of != workload {
            workload = of;
            let recorded = if is_recorded_only(of) { " (recorded; its goals bind later)" } else { "" };
            let _ = write!(
                out,
                "\n## {of}{recorded}\n\n| | {reference} | ours | times better | must | aim | |\n|---|---|---|---|---|---|---|\n"
            );
        }
        let theirs = book.spread(of, figure, Which::Reference);
        let times = ratio(*unit, theirs, ours);
        let goal = goal(of, figure);
        let verdict = goal.and_then(|goal| judge(goal, ours.median, times));
        short += usize::from(verdict == Some(Verdict::Short) && !is_recorded_only(of));
        let (must, aim) = goal.map_or((String::new(), String::new()), |goal| goals(goal, *unit));
        let _ = writeln!(
            out,
            "| {figure} | {} | {} | {} | {must} | {aim} | {} |",
            theirs.map_or_else(|| "-".to_owned(), |spread| show(spread, *unit)),
            show(ours, *unit),
            times.map_or_else(|| "-".to_owned(), |times| format!("{} x", number(times))),
            match verdict {
                None => "",
                Some(Verdict::Aim) => "aim reached",
                Some(Verdict::Must) => "must reached",
                Some(Verdict::Short) => "short",
            },
        );
    }
    (out, short)
}

/// Name of this machine's processor, such as `AMD EPYC`.
pub(crate) fn processor() -> Result<String> {
    let processors = std::fs::read_to_string("/proc/cpuinfo").context("cannot read /proc/cpuinfo")?;
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name));
    Ok(model.unwrap_or("unknown processor").trim().to_owned())
}

/// Processor, cores, memory and present load of this machine.
pub(crate) fn machine() -> Result<String> {
    let read = |path: &str| std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"));
    let (processors, model) = (read("/proc/cpuinfo")?, processor()?);
    let cores = processors.lines().filter(|line| line.starts_with("processor")).count();
    let memory = read("/proc/meminfo")?;
    let load = read("/proc/loadavg")?;
    let load = load.split(' ').next().unwrap_or_default();
    let kibibytes = memory.lines().find_map(|line| line.strip_prefix("MemTotal:")?.split_ascii_whitespace().next()?.parse().ok());
    let gibibytes = kibibytes.unwrap_or(0_u64) >> 20;
    Ok(format!("Machine: {model}, {cores} cores, {gibibytes} GiB, load average {load}"))
}

fn introduction(head: &Head) -> String {
    let sides = if head.compared {
        "ferrokube (`up --memory`) and the reference (kube-apiserver v1.37.2 with etcd 3.7, without fsync) in one run, by turns"
    } else {
        "ferrokube (`up --memory`) alone"
    };
    let remark = head.remark.as_ref().map_or_else(String::new, |remark| format!("\n**{remark}**\n"));
    format!(
        "# Benchmarks

Written by `conformance/bench`; see [conformance/README.md](../conformance/README.md) for how to run it. Do not edit.

Run of {}: {sides}. {}. {}.

Median (lowest-highest) of the rounds, the first of which warms up and does not count. Server CPU is user and system time of the
server's processes, of the reference kube-apiserver and etcd together; the client shares the machine, so its CPU stands beside.
Before anything else is timed both servers' answers are compared in full; what differs is not timed. *The first one* is the first LIST of
its kind, asked for before that: it pays for what a server keeps for later ones, and the one in JSON for the start of our watch cache too.
{remark}",
        head.date, head.machine, head.sizes
    )
}

fn goals(goal: Goal, unit: Unit) -> (String, String) {
    match goal {
        Goal::Times(must, aim) => (format!("{} x", number(must)), format!("{} x", number(aim))),
        Goal::AtMost(must, aim) => (format!("{} {}", number(must), unit.text()), format!("{} {}", number(aim), unit.text())),
    }
}

fn show(spread: Spread, unit: Unit) -> String {
    let Spread { median, lowest, highest } = spread;
    let range = if lowest < highest { format!(" ({}-{})", number(lowest), number(highest)) } else { String::new() };
    format!("{} {}{range}", number(median), unit.text())
}

/// Three significant digits.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        size if size > 0.0 => format!("{value:.3}"),
        _ => "0".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Figure;

    fn head() -> Head {
        Head { date: "2026-11-29".into(), machine: "2 cores".into(), sizes: "300 pods".into(), compared: true, remark: None }
    }

    fn book(reference: f64, ours: f64) -> Book {
        let mut book = Book::default();
        for (which, value) in [(Which::Reference, reference), (Which::Ours, ours)] {
            book.add("LIST JSON", which, vec![Figure::new("server CPU", Unit::Milliseconds, value)]);
        }
        book
    }

    #[test]
    fn a_row_shows_both_sides_and_the_verdict() {
        let (text, short) = render(&head(), &book(1300.0, 65.0));
        assert!(text.contains("| server CPU | 1300 ms | 65.0 ms | 20.0 x | 8.00 x | 15.0 x | aim reached |"), "{text}");
        assert_eq!(short, 0);
    }

    #[test]
    fn a_path_that_got_twice_as_slow_is_caught() {
        let (text, short) = render(&head(), &book(1300.0, 2.0 * 100.0));
        assert!(text.contains("short") && short == 1, "{text}");
    }

    #[test]
    fn goals_of_both_kinds() {
        assert_eq!(judge(Goal::AtMost(150.0, 100.0), 120.0, None), Some(Verdict::Must));
        assert_eq!(judge(Goal::Times(3.0, 5.0), 0.0, Some(6.0)), Some(Verdict::Aim));
        assert_eq!(judge(Goal::Times(3.0, 5.0), 0.0, None), None);
    }

    #[test]
    fn what_was_refused_is_said() {
        let mut book = book(1.0, 1.0);
        book.refuse("LIST protobuf", "media type differs\nand more".into());
        let (text, _) = render(&head(), &book);
        assert!(text.contains("- LIST protobuf: media type differs\n"), "{text}");
    }
}

//! `bench short`: the costs of reads and watches beside the reference's, small enough for every change, and held against recorded ratios:
//! one that has fallen by more than a third fails the run.
//!
//! ```text
//! recorded.tsv (workload, figure, ratio) <- --record
//!       '-> compared with the ratios of this run; what has fallen is measured once more before it counts
//! ```
//! Called by `main`. It judges ratios within one run only: times of different machines and moments say nothing.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::equal::Rules;
use crate::figures::{Book, CPU};
use crate::report::{self, ratio};
use crate::run::{self, Plan, Sizes};
use crate::side::Which;

/// How much of a recorded ratio has to be there.
const KEPT: f64 = 2.0 / 3.0;

/// Workloads, by the beginning of their names.
const WORKLOADS: [&str; 7] =
    ["GET, 32 clients", "LIST JSON", "LIST protobuf", "LIST gzip", "LIST Table", "LIST label selector", "watch fan-out"];

/// Enough of everything that what happens once does not count.
const SIZES: Sizes = Sizes {
    pods: 3_000,
    watchers: 100,
    events: 300,
    clients: 32,
    operations: 6_000,
    rounds: 3,
    settle: Duration::from_millis(500),
};

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The ferrokube program (built with --release).
    #[arg(long, value_name = "PROGRAM")]
    ours: PathBuf,
    /// The recorded ratios.
    #[arg(long, value_name = "FILE", default_value = "conformance/bench/recorded.tsv")]
    recorded: PathBuf,
    /// Record the ratios of this run instead of judging them.
    #[arg(long)]
    record: bool,
    /// Ours does everything of this workload twice for once: the run must then fail, and succeeds if it does.
    #[arg(long, value_name = "WORKLOAD")]
    plant: Option<String>,
}

/// A ratio of costs: how many times less ours takes.
#[derive(Clone, Debug, PartialEq)]
struct Ratio {
    workload: String,
    figure: String,
    times: f64,
}

/// Measures, and judges or records.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let recorded = if options.record { Vec::new() } else { read(&options.recorded)? };
    let measure = |only: Vec<String>| -> Result<Vec<Ratio>> {
        let rules = Rules { without_managed_fields: false };
        let plan =
            Plan { ours: options.ours.clone(), reference: true, sizes: SIZES, rules, only, planted: options.plant.clone() };
        let book = run::measure(&plan)?;
        for (workload, why) in &book.refusals {
            println!("bench: {workload} was not measured: {}", why.lines().next().unwrap_or_default());
        }
        println!("{}", report::tables(&book, "reference").0);
        Ok(ratios(&book))
    };
    let measured = measure(WORKLOADS.map(str::to_owned).to_vec())?;
    if options.record {
        std::fs::write(&options.recorded, text(&measured))
            .with_context(|| format!("cannot write {}", options.recorded.display()))?;
        println!("bench: {} ratios recorded", measured.len());
        return Ok(ExitCode::SUCCESS);
    }
    let mut fallen = fallen(&recorded, &measured);
    if !fallen.is_empty() {
        println!("bench: measured once more:\n{}", lines(&fallen));
        let again = measure(fallen.iter().map(|(ratio, _)| ratio.workload.clone()).collect())?;
        fallen.retain_mut(|(ratio, times)| {
            *times = find(&again, ratio);
            is_fallen(ratio, *times)
        });
    }
    println!("bench: {} ratios held against {}, {} have fallen", recorded.len(), options.recorded.display(), fallen.len());
    if !fallen.is_empty() {
        println!("{}", lines(&fallen));
    }
    let planted = options.plant.as_ref();
    Ok(match planted {
        None if fallen.is_empty() => ExitCode::SUCCESS,
        Some(workload) if fallen.iter().any(|(ratio, _)| ratio.workload == *workload) => {
            println!("bench: the planted slowness of {workload} was found");
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    })
}

/// CPU ratios of a run.
fn ratios(book: &Book) -> Vec<Ratio> {
    let wanted =
        |workload: &str, figure: &str| figure.starts_with(CPU) && WORKLOADS.iter().any(|prefix| workload.starts_with(prefix));
    let rows = book.rows().iter().filter(|(workload, figure, _)| wanted(workload, figure));
    rows.filter_map(|(workload, figure, unit)| {
        let ours = book.spread(workload, figure, Which::Ours)?;
        let times = ratio(*unit, book.spread(workload, figure, Which::Reference), ours)?;
        Some(Ratio { workload: workload.clone(), figure: figure.clone(), times })
    })
    .collect()
}

fn find(measured: &[Ratio], recorded: &Ratio) -> Option<f64> {
    let same = |ratio: &&Ratio| ratio.workload == recorded.workload && ratio.figure == recorded.figure;
    measured.iter().find(same).map(|ratio| ratio.times)
}

/// One that is not there has fallen, too.
fn is_fallen(recorded: &Ratio, times: Option<f64>) -> bool {
    times.is_none_or(|times| times < recorded.times * KEPT)
}

/// Recorded ratios that have fallen, with what was measured.
fn fallen(recorded: &[Ratio], measured: &[Ratio]) -> Vec<(Ratio, Option<f64>)> {
    let with = recorded.iter().map(|ratio| (ratio.clone(), find(measured, ratio)));
    with.filter(|(ratio, times)| is_fallen(ratio, *times)).collect()
}

fn lines(fallen: &[(Ratio, Option<f64>)]) -> String {
    let line = |(ratio, times): &(Ratio, Option<f64>)| {
        let now = times.map_or_else(|| "not measured".to_owned(), |times| format!("{times:.2} times"));
        format!("  {}, {}: {now}, recorded {:.2} times", ratio.workload, ratio.figure, ratio.times)
    };
    fallen.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn text(ratios: &[Ratio]) -> String {
    let mut out =
        "# How many times less CPU ours takes than the reference: workload, figure, ratio. Written by `bench short --record`.\n"
            .to_owned();
    for Ratio { workload, figure, times } in ratios {
        let _ = writeln!(out, "{workload}\t{figure}\t{times:.2}");
    }
    out
}

fn parse(text: &str) -> Result<Vec<Ratio>> {
    let line = |line: &str| -> Option<Ratio> {
        let mut fields = line.split('\t');
        let (workload, figure) = (fields.next()?.to_owned(), fields.next()?.to_owned());
        let times = fields.next()?.parse().ok().filter(|times: &f64| times.is_finite() && *times > 0.0)?;
        fields.next().is_none().then_some(Ratio { workload, figure, times })
    };
    let entries = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let ratios = entries.map(|entry| line(entry).with_context(|| format!("not a recorded ratio: {entry:?}")));
    ratios.collect()
}

fn read(file: &Path) -> Result<Vec<Ratio>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let ratios = parse(&text).with_context(|| file.display().to_string())?;
    ensure!(!ratios.is_empty(), "{}: no ratio is recorded: a run of nothing has failed", file.display());
    Ok(ratios)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Figure, Unit};

    fn book(reference: f64, ours: f64) -> Book {
        let mut book = Book::default();
        for (which, value) in [(Which::Reference, reference), (Which::Ours, ours)] {
            let figures = [(CPU, value), ("client CPU", value), ("wall", value)];
            let figures = figures.map(|(name, value)| Figure::new(name, Unit::Milliseconds, value)).to_vec();
            book.add("LIST JSON", which, figures.clone());
            book.add("create, 32 clients", which, figures);
        }
        book
    }

    #[test]
    fn a_ratio_that_fell_by_more_than_a_third_is_found_and_no_other() {
        let recorded = ratios(&book(1200.0, 100.0));
        assert_eq!(parse(&text(&recorded)).unwrap(), recorded);
        assert_eq!(recorded.iter().map(|it| (it.workload.as_str(), it.times)).collect::<Vec<_>>(), [("LIST JSON", 12.0)]);
        let found = |ours: f64| fallen(&recorded, &ratios(&book(1200.0, ours))).len();
        assert_eq!((found(100.0), found(50.0), found(145.0), found(200.0)), (0, 0, 0, 1));
        assert_eq!(fallen(&recorded, &[]).len(), 1, "what is not measured has fallen");
    }

    #[test]
    fn what_is_recorded_is_read_strictly() {
        for bad in ["LIST JSON\tserver CPU", "a\tb\tc", "a\tb\t-1", "a\tb\tNaN", "a\tb\t1\t2"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}

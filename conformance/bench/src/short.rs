//! `bench short`: the costs of reads and watches beside the reference's, small enough for every change, and held against recorded ratios:
//! one that has fallen by more than a third fails the run.
//!
//! ```text
//! recorded.tsv (processor, workload, figure, ratio) <- --record
//!       '-> compared with the ratios of this run; what has fallen is measured once more before it counts
//! ```
//! What a thing costs beside another differs between processors. One that is not recorded is held against the lowest ratios of the others,
//! and less strictly.
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
/// The same where the ratio is another processor's.
const KEPT_ELSEWHERE: f64 = 0.5;

/// Runs of which the lowest ratios are recorded: some vary by a third from one to the next.
const RECORDED_RUNS: usize = 3;

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
    /// Measure three times and record the lowest ratios, as those of this machine's processor, instead of judging them.
    #[arg(long)]
    record: bool,
    /// Ours does everything of this workload twice for once: the run must then fail, and succeeds if it does.
    #[arg(long, value_name = "WORKLOAD")]
    plant: Option<String>,
}

/// A ratio of costs: how many times less ours takes.
#[derive(Clone, Debug, PartialEq)]
struct Ratio {
    processor: String,
    workload: String,
    figure: String,
    times: f64,
}

/// Measures, and judges or records.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let processor = report::processor()?;
    let all = read(&options.recorded)?;
    let recorded = bounds(&all, &processor);
    ensure!(options.record || !recorded.is_empty(), "no ratio is recorded: a run of nothing has failed");
    if let Some(workload) = &options.plant {
        let known: Vec<_> = recorded.iter().map(|bound| bound.ratio.workload.as_str()).collect();
        ensure!(known.contains(&workload.as_str()), "{workload} is none of the recorded workloads: {}", known.join("; "));
    }
    let measure = |only: Vec<String>| -> Result<Vec<Ratio>> {
        let rules = Rules { without_managed_fields: false };
        let plan =
            Plan { ours: options.ours.clone(), reference: true, sizes: SIZES, rules, only, planted: options.plant.clone() };
        let book = run::measure(&plan)?;
        for (workload, why) in &book.refusals {
            println!("bench: {workload} was not measured: {}", why.lines().next().unwrap_or_default());
        }
        println!("{}", report::tables(&book, "reference").0);
        Ok(ratios(&book, &processor))
    };
    let mut measured = measure(WORKLOADS.map(str::to_owned).to_vec())?;
    if options.record {
        for _ in 1..RECORDED_RUNS {
            measured = lower(measured, &measure(WORKLOADS.map(str::to_owned).to_vec())?);
        }
        let others = all.iter().filter(|ratio| ratio.processor != processor).cloned();
        let lines: Vec<_> = others.chain(measured.iter().cloned()).collect();
        std::fs::write(&options.recorded, text(&lines))
            .with_context(|| format!("cannot write {}", options.recorded.display()))?;
        println!("bench: {} ratios recorded for {processor}", measured.len());
        return Ok(ExitCode::SUCCESS);
    }
    let held = recorded.len();
    let mut fallen = fallen(recorded, &measured);
    if !fallen.is_empty() {
        println!("bench: measured once more:\n{}", lines(&fallen));
        let again = measure(fallen.iter().map(|(bound, _)| bound.ratio.workload.clone()).collect())?;
        fallen.retain_mut(|(bound, times)| {
            *times = find(&again, &bound.ratio);
            is_fallen(bound, *times)
        });
    }
    println!("bench: {} ratios held against those of {processor}, {} have fallen", held, fallen.len());
    if !fallen.is_empty() {
        println!("{}", lines(&fallen));
    }
    let planted = options.plant.as_ref();
    Ok(match planted {
        None if fallen.is_empty() => ExitCode::SUCCESS,
        Some(workload) if is_found(workload, &fallen) => {
            println!("bench: the planted slowness of {workload} was found");
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    })
}

/// CPU ratios of a run. What failed in one of its rounds has none, whatever the others say.
fn ratios(book: &Book, processor: &str) -> Vec<Ratio> {
    let refused = |workload: &str| book.refusals.iter().any(|(of, _)| of == workload);
    let wanted = |workload: &str, figure: &str| {
        figure.starts_with(CPU) && WORKLOADS.iter().any(|prefix| workload.starts_with(prefix)) && !refused(workload)
    };
    let rows = book.rows().iter().filter(|(workload, figure, _)| wanted(workload, figure));
    rows.filter_map(|(workload, figure, unit)| {
        let ours = book.spread(workload, figure, Which::Ours)?;
        let times = ratio(*unit, book.spread(workload, figure, Which::Reference), ours)?;
        Some(Ratio { processor: processor.to_owned(), workload: workload.clone(), figure: figure.clone(), times })
    })
    .collect()
}

/// A ratio, and what a run has to reach.
struct Bound {
    ratio: Ratio,
    least: f64,
}

/// The bounds for a processor: its own ratios, or the lowest of the others'.
fn bounds(recorded: &[Ratio], processor: &str) -> Vec<Bound> {
    let own: Vec<_> = recorded.iter().filter(|ratio| ratio.processor == processor).collect();
    if !own.is_empty() {
        return own.into_iter().map(|ratio| Bound { ratio: ratio.clone(), least: ratio.times * KEPT }).collect();
    }
    let mut lowest: Vec<Bound> = Vec::new();
    for ratio in recorded {
        let bound = Bound { ratio: ratio.clone(), least: ratio.times * KEPT_ELSEWHERE };
        match lowest.iter_mut().find(|other| other.ratio.is_of(ratio)) {
            Some(other) if other.least > bound.least => *other = bound,
            Some(_) => (),
            None => lowest.push(bound),
        }
    }
    lowest
}

impl Ratio {
    fn is_of(&self, other: &Self) -> bool {
        self.workload == other.workload && self.figure == other.figure
    }
}

/// The lower of each two ratios.
fn lower(mut ratios: Vec<Ratio>, others: &[Ratio]) -> Vec<Ratio> {
    for ratio in &mut ratios {
        ratio.times = find(others, ratio).map_or(ratio.times, |times| times.min(ratio.times));
    }
    ratios
}

fn find(measured: &[Ratio], recorded: &Ratio) -> Option<f64> {
    measured.iter().find(|ratio| ratio.is_of(recorded)).map(|ratio| ratio.times)
}

/// One that is not there has fallen, too.
fn is_fallen(bound: &Bound, times: Option<f64>) -> bool {
    times.is_none_or(|times| times < bound.least)
}

/// Whether planted slowness shows as a ratio that has fallen: one that could not be measured says nothing about slowness.
fn is_found(planted: &str, fallen: &[(Bound, Option<f64>)]) -> bool {
    fallen.iter().any(|(bound, times)| bound.ratio.workload == planted && times.is_some())
}

/// Recorded ratios that have fallen, with what was measured.
fn fallen(bounds: Vec<Bound>, measured: &[Ratio]) -> Vec<(Bound, Option<f64>)> {
    let with = bounds.into_iter().map(|bound| {
        let times = find(measured, &bound.ratio);
        (bound, times)
    });
    with.filter(|(bound, times)| is_fallen(bound, *times)).collect()
}

fn lines(fallen: &[(Bound, Option<f64>)]) -> String {
    let line = |(Bound { ratio, least }, times): &(Bound, Option<f64>)| {
        let now = times.map_or_else(|| "not measured".to_owned(), |times| format!("{times:.2} times"));
        let Ratio { processor, workload, figure, times } = ratio;
        format!("  {workload}, {figure}: {now}, at least {least:.2} for the {times:.2} of {processor}")
    };
    fallen.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn text(ratios: &[Ratio]) -> String {
    let mut out = "# How many times less CPU ours takes than the reference: processor, workload, figure, ratio. Written by `bench short --record`.\n".to_owned();
    for Ratio { processor, workload, figure, times } in ratios {
        let _ = writeln!(out, "{processor}\t{workload}\t{figure}\t{times:.2}");
    }
    out
}

fn parse(text: &str) -> Result<Vec<Ratio>> {
    let line = |line: &str| -> Option<Ratio> {
        let mut fields = line.split('\t');
        let mut next = || fields.next().map(str::to_owned);
        let (processor, workload, figure, times) = (next()?, next()?, next()?, next()?);
        let times = times.parse().ok().filter(|times: &f64| times.is_finite() && *times > 0.0)?;
        next().is_none().then_some(Ratio { processor, workload, figure, times })
    };
    let entries = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let ratios = entries.map(|entry| line(entry).with_context(|| format!("not a recorded ratio: {entry:?}")));
    ratios.collect()
}

fn read(file: &Path) -> Result<Vec<Ratio>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    parse(&text).with_context(|| file.display().to_string())
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
        let recorded = ratios(&book(1200.0, 100.0), "this one");
        assert_eq!(parse(&text(&recorded)).unwrap(), recorded);
        assert_eq!(recorded.iter().map(|it| (it.workload.as_str(), it.times)).collect::<Vec<_>>(), [("LIST JSON", 12.0)]);
        let found = |ours: f64| fallen(bounds(&recorded, "this one"), &ratios(&book(1200.0, ours), "this one")).len();
        assert_eq!((found(100.0), found(50.0), found(145.0), found(200.0)), (0, 0, 0, 1));
        assert_eq!(fallen(bounds(&recorded, "this one"), &[]).len(), 1, "what is not measured has fallen");
    }

    #[test]
    fn planted_slowness_is_found_by_a_ratio_and_not_by_a_failure() {
        let recorded = ratios(&book(1200.0, 100.0), "this one");
        let found = |measured: &[Ratio]| is_found("LIST JSON", &fallen(bounds(&recorded, "this one"), measured));
        assert!(found(&ratios(&book(1200.0, 200.0), "this one")));
        assert!(!found(&recorded) && !found(&[]));
    }

    #[test]
    fn what_failed_in_one_round_was_not_measured() {
        let mut book = book(1200.0, 100.0);
        book.refuse("LIST JSON", "a watch was closed".to_owned());
        assert!(ratios(&book, "this one").is_empty());
    }

    #[test]
    fn a_processor_that_is_not_recorded_is_held_against_the_lowest_of_the_others() {
        let recorded = [ratios(&book(1200.0, 100.0), "one"), ratios(&book(1200.0, 150.0), "two")].concat();
        let least = |processor: &str| bounds(&recorded, processor).iter().map(|bound| bound.least).collect::<Vec<_>>();
        assert_eq!((least("one"), least("two"), least("three")), (vec![8.0], vec![8.0 * KEPT], vec![4.0]));
    }

    #[test]
    fn the_lowest_of_several_runs_is_recorded() {
        let run = |ours: f64| ratios(&book(1200.0, ours), "this one");
        assert_eq!(lower(lower(run(100.0), &run(120.0)), &run(80.0)), run(120.0));
    }

    #[test]
    fn what_is_recorded_is_read_strictly() {
        for bad in ["one\tLIST JSON\tserver CPU", "one\ta\tb\tc", "one\ta\tb\t-1", "one\ta\tb\tNaN", "one\ta\tb\t1\t2"] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}

//! `metrics record` and `metrics check`: what `/metrics` of the reference declares, and what of it ours declares alike.
//!
//! ```text
//! script -> reference -> scrape -> cases/metrics/recorded.json                                record
//! script -> ours      -> scrape -> compare with recorded.json, minus missing.txt, plus own.txt check
//! ```
//! Called by `cli`. Families are compared by name, kind, label names and buckets; a few families by what a fixed script of requests adds to
//! them, series by series. A family that ours lacks stands in the one list with its reason, and that list only gets shorter; one that only ours
//! has stands in the other.

mod compare;
mod scrape;
mod script;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use crate::http::Target;
use crate::reference::{self, Reference};
use crate::{kubeconfig, ours, upstream};
use compare::{Accepted, Recorded};
use scrape::Scrape;

/// How long counters may take to settle after the last request: a request is counted when it has ended, which its client may see first.
const SETTLE: Duration = Duration::from_secs(10);
/// Time between two looks at them.
const LOOK: Duration = Duration::from_millis(300);

#[derive(clap::Args)]
pub(crate) struct CheckOptions {
    /// Start this ferrokube program with `up`, on disk, and check it.
    #[arg(long, value_name = "PROGRAM")]
    start: PathBuf,
}

fn dir() -> PathBuf {
    upstream::conformance_dir().join("cases/metrics")
}

/// `metrics record`.
pub(crate) fn record() -> Result<()> {
    let reference = Reference::start(&reference::Options::default())?;
    let (before, after) = observe(&reference.target()?, None)?;
    let recorded = Recorded::new(&before, &after);
    ensure!(recorded.families.len() > 100 && recorded.counted.len() > 20, "the reference shows hardly anything");
    let path = dir().join("recorded.json");
    let mut text = serde_json::to_string_pretty(&recorded)?;
    text.push('\n');
    std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    println!(
        "{} families and {} series of the script are in {}",
        recorded.families.len(),
        recorded.counted.len(),
        path.display()
    );
    Ok(())
}

/// `metrics check`.
pub(crate) fn check(options: &CheckOptions) -> Result<ExitCode> {
    let recorded: Recorded = serde_json::from_str(&read(&dir().join("recorded.json"))?).context("recorded.json")?;
    let list = |file: &str| compare::parse_list(file, &read(&dir().join(file))?);
    let accepted = Accepted { missing: list("missing.txt")?, own: list("own.txt")? };
    // The store on disk has metrics of its own.
    let server = ours::Server::start_on_disk(&options.start)?;
    let target = Target::new(&kubeconfig::read(&server.kubeconfig())?, None)?;
    let (before, after) = observe(&target, Some(&recorded.counted))?;
    let found = Recorded::new(&before, &after);
    let faults = compare::faults(&recorded, &found, &accepted);
    for fault in &faults {
        println!("FAIL {fault}");
    }
    let served = recorded.families.iter().filter(|family| found.family(&family.name).is_some()).count();
    println!(
        "metrics: {served} of upstream's {} families are served, {} are listed as missing, {} are our own; {} series of the script \
         counted",
        recorded.families.len(),
        accepted.missing.len(),
        accepted.own.len(),
        recorded.counted.len()
    );
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// What the server shows before the script and after it, once the counters have settled: at what is expected, or at anything.
fn observe(target: &Target, expected: Option<&BTreeMap<String, f64>>) -> Result<(Scrape, Scrape)> {
    script::prepare(target)?;
    let before = scrape(target)?;
    script::run(target)?;
    let (end, mut last) = (Instant::now() + SETTLE, scrape(target)?);
    loop {
        std::thread::sleep(LOOK);
        let now = scrape(target)?;
        let settled = match expected {
            Some(expected) => compare::counted(&before, &now) == *expected,
            None => compare::counted(&before, &now) == compare::counted(&before, &last),
        };
        if settled || Instant::now() > end {
            return Ok((before, now));
        }
        last = now;
    }
}

fn scrape(target: &Target) -> Result<Scrape> {
    Scrape::parse(&script::text(target, "/metrics")?)
}

//! `bench durable`: durable 1 KiB commits, ours and etcd's by turns on one disk, with the bare disk beside them.
//!
//! ```text
//! round: probe -> etcd, 64 writers, then one -> probe -> ours, 64 writers, then one -> probe
//! ```
//! Called by `main`. Ours runs in this process, through the store's own interface; etcd is a process of its own, over gRPC as its
//! clients use it. What was written is read back and compared before a figure counts.

pub(crate) mod etcd;
pub(crate) mod grpc;
pub(crate) mod probe;
mod store;
mod writers;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::figures::{Book, Figure, Unit};
use crate::load::milliseconds;
use crate::report;
use crate::side::Which;
use writers::Sample;

/// How far two looks at the bare disk may differ: it has a fast and a slow mode, and a figure across both says nothing.
const STEADY: f64 = 1.5;

/// How often a round is repeated for that reason before it counts all the same.
const REPEATS: usize = 4;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Folder on the disk to measure.
    #[arg(long, value_name = "DIR", default_value_os_t = std::env::temp_dir())]
    dir: PathBuf,
    /// Rounds; the first of several does not count.
    #[arg(long, default_value_t = 4)]
    rounds: usize,
    /// Writers at a time.
    #[arg(long, default_value_t = 64)]
    writers: usize,
    /// Seconds of each load.
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// Ours alone: no etcd is built and run.
    #[arg(long)]
    alone: bool,
}

/// One side's figures of a round.
struct Measured {
    many: Sample,
    lone: Sample,
    /// Commits of the many writers that one sync made durable, where that is known.
    each_sync: Option<f64>,
}

/// Measures and prints the tables.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    ensure!(options.rounds > 0 && options.writers > 0 && options.seconds > 0, "a run of nothing has failed");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")?;
    let program = if options.alone { None } else { Some(etcd::program()?) };
    let mut book = Book::default();
    for round in 1..=options.rounds {
        eprintln!("round {round} of {}", options.rounds);
        runtime.block_on(measure_round(options, program.as_deref(), &mut book))?;
    }
    println!("{}", report::machine()?);
    println!(
        "{} writers, {} s each, {} rounds, the first of several left out\n",
        options.writers, options.seconds, options.rounds
    );
    println!("{}", report::tables(&book, "etcd 3.7").0);
    Ok(ExitCode::SUCCESS)
}

async fn measure_round(options: &Options, program: Option<&Path>, book: &mut Book) -> Result<()> {
    let folder =
        tempfile::Builder::new().prefix("ferrokube-durable-").tempdir_in(&options.dir).context("cannot make a folder")?;
    let folder = folder.path();
    for repeat in 1..=REPEATS {
        let before = probe::run(folder)?;
        let theirs = match program {
            Some(program) => Some(measure_etcd(options, program, &folder.join(format!("etcd-{repeat}"))).await?),
            None => None,
        };
        let between = probe::run(folder)?;
        let ours = store::measure(&folder.join(format!("ours-{repeat}")), options.writers, options.load()).await?;
        let after = probe::run(folder)?;
        let probes = [before.middle, between.middle, after.middle].map(|time| time.as_secs_f64());
        let slowest = probes.iter().copied().fold(0.0, f64::max);
        let fastest = probes.iter().copied().fold(f64::MAX, f64::min);
        if slowest > fastest * STEADY && repeat < REPEATS {
            eprintln!("the disk was not steady (fdatasync p50 {:.3}-{:.3} ms): again", fastest * 1e3, slowest * 1e3);
            continue;
        }
        add(book, Which::Ours, &ours, &after);
        if let Some(theirs) = &theirs {
            add(book, Which::Reference, theirs, &between);
        }
        return Ok(());
    }
    Ok(())
}

async fn measure_etcd(options: &Options, program: &Path, folder: &Path) -> Result<Measured> {
    let etcd = etcd::Etcd::start(program, folder)?;
    etcd.ready().await?;
    let clients = grpc::Client::several(&etcd.address, options.writers.div_ceil(8)).await?;
    let shared = std::sync::Arc::new(clients.clone());
    let put = move |client: usize, key: Vec<u8>, value: Vec<u8>| {
        let client = shared.get(client % shared.len()).cloned();
        async move { client.context("no client")?.put(&key, &value).await }
    };
    let cpu = || etcd.cpu();
    let many = writers::run("many", options.writers, options.load(), cpu, put.clone()).await?;
    let lone = writers::run("lone", 1, options.load(), cpu, put).await?;
    let client = clients.first().cloned().context("no client")?;
    for sample in [&many, &lone] {
        let get = |key: Vec<u8>| {
            let client = client.clone();
            async move { client.get(&key).await }
        };
        sample.compare(client.count(&sample.prefix()).await?, get).await.context("etcd")?;
    }
    Ok(Measured { many, lone, each_sync: None })
}

impl Options {
    fn load(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

fn add(book: &mut Book, which: Which, measured: &Measured, probe: &probe::Probe) {
    let workload = "durable 1 KiB commits";
    let Measured { many, lone, each_sync } = measured;
    let writers = many.writers;
    let name = |text: &str| format!("{writers} writers, {text}");
    if let Some(each_sync) = each_sync {
        book.add(
            workload,
            which,
            vec![Figure::new(&format!("{} writers, commits of one sync", many.writers), Unit::Count, *each_sync)],
        );
    }
    book.add(
        workload,
        which,
        vec![
            Figure::new(&name("commits"), Unit::PerSecond, many.rate()),
            Figure::new(&name("p50"), Unit::Milliseconds, milliseconds(many.middle())),
            Figure::new(&name("p99"), Unit::Milliseconds, milliseconds(many.high())),
            Figure::new(&name("server CPU"), Unit::Microseconds, many.cpu_each()),
            Figure::new("lone writer, commits", Unit::PerSecond, lone.rate()),
            Figure::new("lone writer, p50", Unit::Milliseconds, milliseconds(lone.middle())),
            Figure::new("lone writer, p99", Unit::Milliseconds, milliseconds(lone.high())),
            Figure::new("bare fdatasync beside it, p50", Unit::Milliseconds, milliseconds(probe.middle)),
            Figure::new("bare fdatasync beside it, p99", Unit::Milliseconds, milliseconds(probe.high)),
            Figure::new("lone writer over bare fdatasync, p50", Unit::Milliseconds, {
                milliseconds(lone.middle()) - milliseconds(probe.middle)
            }),
        ],
    );
}

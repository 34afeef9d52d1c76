//! `bench start`: how long a server with a data folder takes to be there: new, with little in it, and with 30,000 pods; and what it takes
//! when nothing happens. etcd beside it, as far as it does the same.
//!
//! Called by `main`. The answers are counted before a time is believed.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use conformance_tools::process::{Launch, free_port};

use crate::connection::Connection;
use crate::durable::etcd::{self, Etcd};
use crate::durable::grpc::{Client, end_of};
use crate::figures::{Book, Figure, Unit};
use crate::load::milliseconds;
use crate::objects::{self, NAMESPACE};
use crate::report;
use crate::side::{Side, Which};
use crate::workloads::small;
use crate::workloads::start::mebibytes;

/// Objects in a small data folder.
const FEW: usize = 100;

/// Items that kube-apiserver asks etcd for at a time when it fills its cache.
const PAGE: u64 = 10_000;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The ferrokube program (built with --release).
    #[arg(long, value_name = "PROGRAM")]
    ours: PathBuf,
    /// Folder on the disk to measure.
    #[arg(long, value_name = "DIR", default_value_os_t = std::env::temp_dir())]
    dir: PathBuf,
    /// Pods of the restart.
    #[arg(long, default_value_t = 30_000)]
    pods: usize,
    /// Rounds; the first of several does not count.
    #[arg(long, default_value_t = 4)]
    rounds: usize,
    /// Seconds that a server is left alone before its idle memory is read, and as long again for its idle CPU.
    #[arg(long, default_value_t = 10)]
    settle: u64,
    /// Ours alone: no etcd is built and run.
    #[arg(long)]
    alone: bool,
}

/// Measures and prints the tables.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    ensure!(options.rounds > 0 && options.pods > 0, "a run of nothing has failed");
    let folder = tempfile::Builder::new().prefix("ferrokube-start-").tempdir_in(&options.dir).context("cannot make a folder")?;
    let mut book = Book::default();
    let program = if options.alone { None } else { Some(etcd::program()?) };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")?;
    for round in 0..options.rounds {
        eprintln!("starts, round {} of {}", round + 1, options.rounds);
        starts(options, &folder.path().join(format!("ours-{round}")), round, &mut book)?;
        if let Some(program) = &program {
            runtime.block_on(etcd_starts(options, program, &folder.path().join(format!("etcd-{round}")), round, &mut book))?;
        }
    }
    restarts(options, &folder.path().join("ours-full"), &mut book)?;
    if let Some(program) = &program {
        runtime.block_on(etcd_restarts(options, program, &folder.path().join("etcd-full"), &mut book))?;
    }
    println!("{}", report::machine()?);
    println!("{} pods, {} rounds, the first of several left out\n", options.pods, options.rounds);
    println!("{}", report::tables(&book, "etcd 3.7 alone").0);
    Ok(ExitCode::SUCCESS)
}

fn launch(options: &Options, folder: &Path) -> Result<Launch> {
    std::fs::create_dir_all(folder).context("cannot make the server's folder")?;
    let port = free_port()?;
    Ok(Launch {
        program: options.ours.clone(),
        data: Some(folder.join("data")),
        folder: folder.to_owned(),
        port,
        flags: Vec::new(),
    })
}

/// One new data folder, then the same with a few objects, and what the server takes when nothing happens.
fn starts(options: &Options, folder: &Path, round: usize, book: &mut Book) -> Result<()> {
    let launch = launch(options, folder)?;
    let side = started(&launch, "new data folder", book)?;
    book.add("idle", Which::Ours, idle(options, round, || side.memory().map(|memory| memory.resident), || side.cpu_sum())?);
    small::create(&side, FEW, 1)?;
    side.stop()?;
    started(&launch, "data folder with 100 pods", book)?.stop()
}

/// Starts and asks whether it is ready, which it must be.
fn started(launch: &Launch, workload: &str, book: &mut Book) -> Result<Side> {
    let begun = Instant::now();
    let side = Side::durable(launch)?;
    let answer = side.ask("GET", "/readyz", &[], None)?;
    ensure!(answer.status == 200, "/readyz answered {}", answer.status);
    let figures = vec![
        Figure::new("start to ready line", Unit::Milliseconds, milliseconds(side.ready_after)),
        Figure::new("start to 200 of /readyz", Unit::Milliseconds, milliseconds(begun.elapsed())),
        Figure::new("CPU of the start", Unit::Milliseconds, milliseconds(side.cpu_sum()?)),
    ];
    book.add(workload, Which::Ours, figures);
    Ok(side)
}

/// Memory and CPU of a server that is left alone. Only the last round takes the time for it, and counts.
fn idle(
    options: &Options,
    round: usize,
    memory: impl Fn() -> Result<u64>,
    cpu: impl Fn() -> Result<Duration>,
) -> Result<Vec<Figure>> {
    if round + 1 < options.rounds {
        return Ok(Vec::new());
    }
    // Idleness has no event to wait for.
    std::thread::sleep(Duration::from_secs(options.settle));
    let resident = memory()?;
    let (used, begun) = (cpu()?, Instant::now());
    std::thread::sleep(Duration::from_secs(options.settle));
    let share = cpu()?.saturating_sub(used).as_secs_f64() * 100.0 / begun.elapsed().as_secs_f64();
    Ok(vec![Figure::new("idle memory", Unit::MebiBytes, mebibytes(resident)), Figure::new("idle CPU", Unit::Percent, share)])
}

/// Fills a data folder, kills the server, and starts it again and again until its first consistent LIST is complete.
fn restarts(options: &Options, folder: &Path, book: &mut Book) -> Result<()> {
    eprintln!("creating {} pods", options.pods);
    let launch = launch(options, folder)?;
    let side = Side::durable(&launch)?;
    let (create, memory) = small::create(&side, options.pods, 64)?;
    book.add("create pods durably, 64 clients", Which::Ours, create);
    book.add("memory while the pods were made", Which::Ours, memory);
    let empty = empty_memory(options, folder)?;
    side.kill()?;
    for _ in 0..options.rounds {
        let begun = Instant::now();
        let side = Side::durable(&launch)?;
        let (took, bytes) = list(&side, options.pods, begun)?;
        let memory = side.memory()?;
        let each = mebibytes(memory.resident.saturating_sub(empty)) * 1024.0 / f64::from(u32::try_from(options.pods)?);
        let figures = vec![
            Figure::new("start to ready line", Unit::Milliseconds, milliseconds(side.ready_after)),
            Figure::new("start to first consistent LIST complete", Unit::Milliseconds, milliseconds(took)),
            Figure::new("CPU until then", Unit::Milliseconds, milliseconds(side.cpu_sum()?)),
            Figure::new("memory then", Unit::MebiBytes, mebibytes(memory.resident)),
            Figure::new("per stored pod", Unit::KibiBytes, each),
            Figure::new("LIST", Unit::MebiBytes, mebibytes(bytes)),
        ];
        book.add("restart after kill -9, with the pods", Which::Ours, figures);
        side.kill()?;
    }
    Ok(())
}

/// What a server without objects takes.
fn empty_memory(options: &Options, folder: &Path) -> Result<u64> {
    let side = Side::durable(&launch(options, &folder.join("empty"))?)?;
    let memory = side.memory()?.resident;
    side.stop()?;
    Ok(memory)
}

/// Lists all pods without a resourceVersion and counts them; the time since `begun` until the answer was complete, and its bytes.
fn list(side: &Side, pods: usize, begun: Instant) -> Result<(Duration, u64)> {
    let path = format!("/api/v1/namespaces/{NAMESPACE}/pods");
    let request = side.endpoint.request("GET", &path, &[("Accept", "application/json")], None);
    let mut body = Vec::with_capacity(pods * 7000);
    let (answer, timing) = Connection::open(&side.endpoint)?.exchange(&request, |piece| body.extend_from_slice(piece))?;
    let took = begun.elapsed();
    ensure!(answer.status == 200, "GET {path}: {}", answer.status);
    let name: &[u8] = b"\"name\":\"pod-";
    let found = body.windows(name.len()).filter(|window| *window == name).count();
    ensure!(found == pods, "{found} pods of {pods} are there");
    Ok((took, timing.bytes))
}

async fn etcd_starts(options: &Options, program: &Path, folder: &Path, round: usize, book: &mut Book) -> Result<()> {
    let etcd = etcd_started(program, folder, "new data folder", book).await?;
    book.add("idle", Which::Reference, idle(options, round, || etcd.memory().map(|memory| memory.resident), || etcd.cpu())?);
    fill(&etcd, FEW).await?;
    drop(etcd);
    etcd_started(program, folder, "data folder with 100 pods", book).await.map(drop)
}

async fn etcd_started(program: &Path, folder: &Path, workload: &str, book: &mut Book) -> Result<Etcd> {
    let etcd = Etcd::start(program, folder)?;
    etcd.ready().await?;
    let took = etcd.begun.elapsed();
    let figures = vec![
        Figure::new("start to 200 of /readyz", Unit::Milliseconds, milliseconds(took)),
        Figure::new("CPU of the start", Unit::Milliseconds, milliseconds(etcd.cpu()?)),
    ];
    book.add(workload, Which::Reference, figures);
    Ok(etcd)
}

async fn etcd_restarts(options: &Options, program: &Path, folder: &Path, book: &mut Book) -> Result<()> {
    eprintln!("putting {} values into etcd", options.pods);
    let etcd = Etcd::start(program, folder)?;
    etcd.ready().await?;
    let empty = etcd.memory()?.resident;
    fill(&etcd, options.pods).await?;
    drop(etcd);
    for _ in 0..options.rounds {
        let etcd = Etcd::start(program, folder)?;
        let client = etcd.ready().await?;
        let ready = etcd.begun.elapsed();
        let bytes = read_all(&client, options.pods).await?;
        let took = etcd.begun.elapsed();
        let memory = etcd.memory()?;
        let each = mebibytes(memory.resident.saturating_sub(empty)) * 1024.0 / f64::from(u32::try_from(options.pods)?);
        let figures = vec![
            Figure::new("start to ready line", Unit::Milliseconds, milliseconds(ready)),
            Figure::new("start to first consistent LIST complete", Unit::Milliseconds, milliseconds(took)),
            Figure::new("CPU until then", Unit::Milliseconds, milliseconds(etcd.cpu()?)),
            Figure::new("memory then", Unit::MebiBytes, mebibytes(memory.resident)),
            Figure::new("per stored pod", Unit::KibiBytes, each),
            Figure::new("LIST", Unit::MebiBytes, mebibytes(bytes)),
        ];
        book.add("restart after kill -9, with the pods", Which::Reference, figures);
    }
    Ok(())
}

/// Bytes of a stored pod.
const STORED: usize = 6080;

const PREFIX: &[u8] = b"/registry/pods/bench/";

/// Puts the bodies of the pods, as JSON, under the keys that kube-apiserver uses.
async fn fill(etcd: &Etcd, count: usize) -> Result<()> {
    let clients = Client::several(&etcd.address, 8).await?;
    let work = async |part: usize| -> Result<()> {
        let client = clients.get(part % clients.len()).context("no client")?;
        for index in (part..count).step_by(64) {
            let key = [PREFIX, objects::pod_name(index).as_bytes()].concat();
            let mut value = objects::pod(index);
            // As large as the pod is with what a server adds to it.
            value.resize(STORED, b' ');
            client.put(&key, &value).await?;
        }
        Ok(())
    };
    futures_util::future::try_join_all((0..64).map(work)).await.map(drop)
}

/// Reads everything page by page and counts it; the bytes of the values.
async fn read_all(client: &Client, count: usize) -> Result<u64> {
    let end = end_of(PREFIX)?;
    let (mut from, mut found, mut bytes) = (PREFIX.to_vec(), 0, 0);
    loop {
        let page = client.range(&from, &end, PAGE).await?;
        let Some((last, _)) = page.items.last() else { break };
        found += page.items.len();
        bytes += page.items.iter().map(|(_, value)| value.len() as u64).sum::<u64>();
        from = [last.as_ref(), &[0]].concat();
    }
    ensure!(found == count, "{found} values of {count} are there");
    Ok(bytes)
}

impl Side {
    /// CPU time of all its processes.
    fn cpu_sum(&self) -> Result<Duration> {
        Ok(self.cpu()?.into_iter().map(|(_, time)| time).sum())
    }
}

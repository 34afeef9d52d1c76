//! `full-disk`: the server on a disk of 32 MiB that is filled, by itself and from outside, and emptied again. Called by `cli`.
//!
//! ```text
//! load -> fill until refused -> load while full -> [kill, start again] -> reads, deletes -> writes again -> check
//!      -> a file fills the disk -> refused -> [kill, start again] -> reads, deletes -> the file goes -> writes again -> check
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

use super::checker::{Fault, Kind};
use super::client::Client;
use super::disk;
use super::history::{Intent, Key, Outcome, Scope};
use super::random::Random;
use super::trial::{self, READY, Trial};
use super::watchers::Watchers;
use super::world::World;
use super::writers::Habits;
use crate::http::Target;
use crate::process::{Launch, Running, free_port};

/// Size of the disk.
const MEBIBYTES: u64 = 32;

/// Writers and watchers that are there all the time.
const WRITERS: usize = 8;
const WATCHERS: usize = 12;

/// Contents of the objects that fill the disk, in KiB: the largest first, then what still fits.
const SIZES: [u64; 3] = [200, 20, 0];

/// Names of the objects that fill the disk begin here.
const FILL: u16 = 1000;

/// Longest time of an answer while the disk is full.
const ANSWER: Duration = Duration::from_secs(5);

/// Longest time until writes are taken again after room was made.
const RECOVER: Duration = Duration::from_secs(20);

/// How long writers work at a time.
const LOAD: Duration = Duration::from_millis(100);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The ferrokube program.
    #[arg(long, value_name = "PROGRAM")]
    start: PathBuf,
    /// How many times the disk is filled in both ways.
    #[arg(long, default_value_t = 20)]
    cycles: usize,
    /// Seed of every choice.
    #[arg(long)]
    seed: Option<u64>,
    /// The folder to use; said when the command runs itself again on the small disk.
    #[arg(long, hide = true)]
    inside: Option<PathBuf>,
}

/// What is measured while the disk is full.
#[derive(Default)]
struct Seen {
    refusals: BTreeMap<String, usize>,
    slowest: Duration,
    deletes: usize,
    reads: usize,
    recoveries: Vec<Duration>,
    restarts: Vec<Duration>,
}

struct FullDisk<'a> {
    launch: Launch,
    disk: &'a Path,
    random: Random,
    seen: Seen,
    /// Objects that fill the disk, and may be deleted.
    filling: Vec<Key>,
    next: u16,
}

/// Runs it; the exit code says whether everything held.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    ensure!(options.cycles > 0, "a run of nothing has failed");
    let seed = trial::seed(options.seed);
    let Some(folder) = &options.inside else {
        let folder = trial::folder()?;
        let start = crate::ours::found(&options.start)?;
        let mut words = vec!["full-disk".to_owned(), "--start".to_owned(), start.display().to_string()];
        words.extend([format!("--cycles={}", options.cycles), format!("--seed={seed}")]);
        words.push(format!("--inside={}", folder.path().display()));
        return disk::run_inside(&words);
    };
    println!("full-disk: seed {seed}");
    let disk = disk::mount(folder, MEBIBYTES)?;
    let done = on_disk(options, folder, &disk, seed);
    let unmounted = disk::unmount(&disk);
    let code = done?;
    unmounted?;
    Ok(code)
}

fn on_disk(options: &Options, folder: &Path, disk: &Path, seed: u64) -> Result<ExitCode> {
    let launch = Launch {
        program: options.start.clone(),
        data: Some(disk.join("data")),
        folder: folder.to_owned(),
        port: free_port()?,
        flags: Vec::new(),
    };
    let begun = Instant::now();
    let (running, revision) = trial::prepare(&launch)?;
    let world = World::default();
    world.saw(revision);
    world.let_forget();
    let watchers = Watchers::new(WATCHERS, revision);
    let mut checks = Trial::new(&world, &watchers, WRITERS);
    let mut run = FullDisk { launch, disk, random: Random::new(seed, 0), seen: Seen::default(), filling: Vec::new(), next: FILL };
    let load = (WRITERS, Habits { kibibytes: 30, names: 10 });
    let faults = trial::with_threads(&world, &watchers, load, seed, || {
        let done = run.cycles(&mut checks, running, options.cycles);
        world.gate.close();
        done
    });
    let faults = match faults {
        Ok(faults) => faults,
        Err(error) => vec![Fault::new(Kind::Broken, format!("{error:#}"))],
    };
    for fault in &faults {
        println!("FAULT {fault}");
    }
    run.seen.report();
    let counts = &checks.counts;
    println!(
        "full-disk: {} cycles in {:.1} s; {} writes acknowledged, {} refused, {} of unknown outcome; {} watch events checked, {} watches began anew; {} faults",
        options.cycles,
        begun.elapsed().as_secs_f64(),
        counts.acknowledged,
        counts.refused,
        counts.unknown,
        counts.events,
        watchers.renewed.load(std::sync::atomic::Ordering::Relaxed),
        faults.len()
    );
    if !faults.is_empty() {
        println!("full-disk: the server said:\n{}", std::fs::read_to_string(run.launch.log()).unwrap_or_default());
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl FullDisk<'_> {
    fn cycles(&mut self, checks: &mut Trial<'_>, mut running: Running, cycles: usize) -> Result<Vec<Fault>> {
        let mut faults = checks.check(&trial::target(&self.launch)?, true)?;
        for cycle in 1..=cycles {
            if !faults.is_empty() {
                break;
            }
            let killed = cycle % 2 == 1;
            running = self
                .by_itself(checks, running, killed, &mut faults)
                .with_context(|| format!("cycle {cycle}, filled by itself"))?;
            if faults.is_empty() {
                let done = self.by_others(checks, running, !killed, &mut faults);
                running = done.with_context(|| format!("cycle {cycle}, filled from outside"))?;
            }
        }
        checks.world.gate.close();
        running.kill()?;
        Ok(faults)
    }

    /// Objects fill the disk.
    fn by_itself(&mut self, checks: &mut Trial<'_>, running: Running, kill: bool, faults: &mut Vec<Fault>) -> Result<Running> {
        self.load(checks)?;
        let target = trial::target(&self.launch)?;
        self.fill(checks.world, &target)?;
        self.load(checks)?;
        self.fill(checks.world, &target)?;
        let running = if kill { self.restart(checks, running, faults)? } else { running };
        if !faults.is_empty() {
            return Ok(running);
        }
        let target = trial::target(&self.launch)?;
        self.read_and_delete(checks.world, &target, usize::MAX)?;
        self.await_writes(checks.world, &target)?;
        faults.extend(checks.check(&target, kill)?);
        Ok(running)
    }

    /// Another file fills the disk.
    fn by_others(&mut self, checks: &mut Trial<'_>, running: Running, kill: bool, faults: &mut Vec<Fault>) -> Result<Running> {
        self.load(checks)?;
        let target = trial::target(&self.launch)?;
        let ballast = disk::fill(self.disk)?;
        self.fill(checks.world, &target)?;
        self.load(checks)?;
        self.fill(checks.world, &target)?;
        let running = if kill { self.restart(checks, running, faults)? } else { running };
        if faults.is_empty() {
            let target = trial::target(&self.launch)?;
            self.read_and_delete(checks.world, &target, 5)?;
            std::fs::remove_file(&ballast).context("cannot remove the file that fills the disk")?;
            self.await_writes(checks.world, &target)?;
            self.read_and_delete(checks.world, &target, usize::MAX)?;
            faults.extend(checks.check(&target, kill)?);
        }
        Ok(running)
    }

    fn load(&mut self, checks: &Trial<'_>) -> Result<()> {
        checks.world.gate.let_write(true);
        // Nothing is waited for but time: the load runs meanwhile.
        std::thread::sleep(LOAD);
        checks.world.gate.let_write(false);
        checks.await_quiet()
    }

    /// Makes objects until the server refuses the smallest one.
    fn fill(&mut self, world: &World, target: &Arc<Target>) -> Result<()> {
        let mut client = Client::connect(world, target)?;
        for size in SIZES {
            let mut refused = false;
            for _ in 0..2000 {
                let key = Key { kind: 0, namespace: u8::try_from(self.random.below(3))?, name: self.next };
                self.next = self.next.checked_add(1).context("no names left")?;
                let begun = Instant::now();
                let outcome = client.write(key, Intent::Create, size);
                self.answered(begun.elapsed())?;
                match outcome {
                    Outcome::Stored(_) => self.filling.push(key),
                    Outcome::Refused(_) | Outcome::Unknown if client.is_broken() => bail!("no answer to a write on a full disk"),
                    Outcome::Refused(_) | Outcome::Unknown => {
                        *self.seen.refusals.entry(client.last_refusal().to_owned()).or_default() += 1;
                        refused = true;
                        break;
                    }
                    Outcome::Deleted(_) => bail!("a create was answered with a deletion"),
                }
            }
            ensure!(refused, "objects of {size} KiB were never refused; {} KiB are free", disk::free(self.disk)? >> 10);
        }
        Ok(())
    }

    /// While the disk is full: lists, gets and deletes must be answered, soon.
    fn read_and_delete(&mut self, world: &World, target: &Arc<Target>, most: usize) -> Result<()> {
        let mut client = Client::connect(world, target)?;
        for kind in [0, 1] {
            let begun = Instant::now();
            client.list(Scope::of(kind))?;
            self.answered(begun.elapsed())?;
        }
        for key in self.filling.split_off(self.filling.len().saturating_sub(most)) {
            let begun = Instant::now();
            let found = client.read(key).with_context(|| format!("GET of {key} was not answered"))?;
            let outcome = client.write(key, Intent::Delete(None), 0);
            self.answered(begun.elapsed() / 2)?;
            self.seen.reads += 1;
            self.seen.deletes += 1;
            if found.is_some() && !matches!(outcome, Outcome::Deleted(_)) {
                bail!("a delete on a full disk was answered {outcome:?} ({})", client.last_refusal());
            }
        }
        Ok(())
    }

    /// Asks until a write is taken again.
    fn await_writes(&mut self, world: &World, target: &Arc<Target>) -> Result<()> {
        let mut client = Client::connect(world, target)?;
        let begun = Instant::now();
        loop {
            let key = Key { kind: 0, namespace: 0, name: self.next };
            self.next = self.next.checked_add(1).context("no names left")?;
            if let Outcome::Stored(_) = client.write(key, Intent::Create, 20) {
                self.filling.push(key);
                self.seen.recoveries.push(begun.elapsed());
                return Ok(());
            }
            ensure!(!client.is_broken(), "no answer to a write");
            ensure!(
                begun.elapsed() < RECOVER,
                "writes are still refused {} s after room was made ({}); {} KiB are free",
                RECOVER.as_secs(),
                client.last_refusal(),
                disk::free(self.disk)? >> 10
            );
            // A client asks again; the server tells nobody that it has room.
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn restart(&mut self, checks: &mut Trial<'_>, running: Running, faults: &mut Vec<Fault>) -> Result<Running> {
        running.kill()?;
        checks.world.gate.close();
        checks.await_quiet()?;
        let running = self.launch.start()?.ready(READY)?;
        self.seen.restarts.push(running.ready_after);
        let target = trial::target(&self.launch)?;
        faults.extend(checks.compare(&target)?);
        checks.world.gate.open(target);
        Ok(running)
    }

    fn answered(&mut self, after: Duration) -> Result<()> {
        self.seen.slowest = self.seen.slowest.max(after);
        ensure!(after <= ANSWER, "an answer took {:.1} s", after.as_secs_f64());
        Ok(())
    }
}

impl Seen {
    fn report(&mut self) {
        for (text, count) in &self.refusals {
            println!("full-disk: {count} times refused as: {text}");
        }
        println!(
            "full-disk: {} reads and {} deletes on a full disk, slowest answer {:.1} ms",
            self.reads,
            self.deletes,
            self.slowest.as_secs_f64() * 1e3
        );
        for (what, times) in [("room to writes", &mut self.recoveries), ("start while full to ready", &mut self.restarts)] {
            times.sort_unstable();
            if let (Some(middle), Some(longest)) = (times.get(times.len() / 2), times.last()) {
                let (middle, longest) = (middle.as_secs_f64() * 1e3, longest.as_secs_f64() * 1e3);
                println!("full-disk: {what}: {} times, p50 {middle:.1} ms, longest {longest:.1} ms", times.len());
            }
        }
    }
}

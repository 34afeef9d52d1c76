//! `crash`: kills the server under load again and again, and judges what every client was told against what is there afterwards.
//!
//! Called by `cli`. The load, the kill and the check alternate; what is checked is said in `checker`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::checker::Fault;
use super::plant::{Plant, copy_folder, cut_tail};
use super::random::Random;
use super::trial::{self, READY, Trial};
use super::watchers::Watchers;
use super::world::World;
use super::writers::Habits;
use crate::process::{Launch, Running, free_port};

/// Longest load between two kills; the shortest is a fifth of it.
const LOAD: Duration = Duration::from_millis(250);

/// In so many of 100 cycles the server is killed again while it recovers.
const AGAIN: u64 = 20;

/// The cycle from which on a fault is planted: there is a state to damage by then.
const PLANTED: usize = 3;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The ferrokube program.
    #[arg(long, value_name = "PROGRAM")]
    start: PathBuf,
    /// How many times it is killed.
    #[arg(long, default_value_t = 500)]
    cycles: usize,
    /// Seed of every choice; printed, so that a run can be repeated (threads still meet as they do).
    #[arg(long)]
    seed: Option<u64>,
    /// Clients that write.
    #[arg(long, default_value_t = 16)]
    writers: usize,
    /// Clients that watch.
    #[arg(long, default_value_t = 50)]
    watchers: usize,
    /// Do not kill: only load and checks, on a server that may keep objects in memory.
    #[arg(long)]
    without_kill: bool,
    /// Plant a fault; the run must then fail, and succeeds if it does.
    #[arg(long, value_enum)]
    plant: Option<Plant>,
    /// Further flag of the server; may be repeated.
    #[arg(long, allow_hyphen_values = true)]
    flag: Vec<String>,
}

struct Crash<'a> {
    options: &'a Options,
    launch: Launch,
    random: Random,
    recoveries: Vec<Duration>,
    killed_again: usize,
    /// An older copy of the data folder, for a planted fault.
    older: PathBuf,
}

/// Runs the cycles; the exit code says whether everything held (or, with a planted fault, whether it was found).
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    if options.cycles == 0 || options.writers == 0 || options.watchers == 0 {
        bail!("a run of nothing has failed: give at least one cycle, writer and watcher");
    }
    let seed = trial::seed(options.seed);
    println!("crash: seed {seed}");
    let folder = trial::folder()?;
    let launch = Launch {
        program: options.start.clone(),
        data: Some(folder.path().join("data")),
        folder: folder.path().to_owned(),
        port: free_port()?,
        flags: options.flag.clone(),
    };
    let mut crash = Crash {
        options,
        launch,
        random: Random::new(seed, 0),
        recoveries: Vec::new(),
        killed_again: 0,
        older: folder.path().join("older"),
    };
    let begun = Instant::now();
    let (running, revision) = trial::prepare(&crash.launch)?;
    let world = World::default();
    world.saw(revision);
    let watchers = Watchers::new(options.watchers, revision);
    let mut trial = Trial::new(&world, &watchers, options.writers);
    let load = (options.writers, Habits::default());
    let (cycles, faults) = trial::with_threads(&world, &watchers, load, seed, || crash.cycles(&mut trial, running))?;
    crash.report(&trial, cycles, begun.elapsed());
    Ok(trial::verdict("crash", &faults, options.plant, folder))
}

impl Crash<'_> {
    /// Loads, kills and checks; ends at the first faults.
    fn cycles(&mut self, trial: &mut Trial<'_>, mut running: Running) -> Result<(usize, Vec<Fault>)> {
        let mut faults = trial.check(&trial::target(&self.launch)?, true)?;
        let mut cycle = 0;
        while faults.is_empty() && cycle < self.options.cycles {
            cycle += 1;
            let planted = self.options.plant.filter(|_| cycle >= PLANTED);
            running = self.cycle(trial, running, planted, &mut faults).with_context(|| format!("cycle {cycle}"))?;
            if cycle.is_multiple_of(50) {
                println!("crash: {cycle} cycles, {} writes acknowledged", trial.counts.acknowledged);
            }
        }
        trial.world.gate.close();
        running.kill()?;
        Ok((cycle, faults))
    }

    fn cycle(
        &mut self,
        trial: &mut Trial<'_>,
        running: Running,
        planted: Option<Plant>,
        faults: &mut Vec<Fault>,
    ) -> Result<Running> {
        let (world, plants) = (trial.world, &trial.world.plants);
        plants.gap.store(planted == Some(Plant::Gap), Ordering::SeqCst);
        plants.duplicate.store(planted == Some(Plant::Duplicate), Ordering::SeqCst);
        plants.wrong_type.store(planted == Some(Plant::WrongType), Ordering::SeqCst);
        world.gate.let_write(true);
        // Nothing is waited for but time: the load runs meanwhile.
        std::thread::sleep(LOAD / 5 + self.random.time(LOAD * 4 / 5));
        if planted == Some(Plant::EarlyAck) {
            plants.early_ack.store(true, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(5));
        }
        if self.options.without_kill {
            world.gate.let_write(false);
            trial.await_quiet()?;
            plants.early_ack.store(false, Ordering::SeqCst);
            faults.extend(trial.check(&trial::target(&self.launch)?, false)?);
            return Ok(running);
        }
        running.kill()?;
        world.gate.close();
        trial.await_quiet()?;
        plants.early_ack.store(false, Ordering::SeqCst);
        self.damage(planted)?;
        while self.random.percent(AGAIN) {
            let starting = self.launch.start()?;
            std::thread::sleep(self.random.time(self.recoveries.last().copied().unwrap_or(LOAD / 5)));
            starting.kill()?;
            self.killed_again += 1;
        }
        let running = self.launch.start()?.ready(READY)?;
        self.recoveries.push(running.ready_after);
        faults.extend(trial.check(&trial::target(&self.launch)?, true)?);
        Ok(running)
    }

    /// Plants what can be planted in the data folder of a server that is dead.
    fn damage(&self, planted: Option<Plant>) -> Result<()> {
        let data = self.launch.data.as_deref().context("no data folder")?;
        match self.options.plant {
            Some(Plant::LostWrite) if planted.is_some() && self.older.exists() => copy_folder(&self.older, data),
            Some(Plant::LostWrite) => copy_folder(data, &self.older),
            Some(Plant::TornTail) if planted.is_some() => tear(data),
            _ => Ok(()),
        }
    }

    fn report(&mut self, trial: &Trial<'_>, cycles: usize, took: Duration) {
        let counts = &trial.counts;
        let each = took.as_secs_f64() / f64::from(u32::try_from(cycles.max(1)).unwrap_or(u32::MAX));
        println!(
            "crash: {cycles} cycles in {:.1} s ({each:.2} s each), {} killed again while recovering",
            took.as_secs_f64(),
            self.killed_again
        );
        println!(
            "crash: {} writes acknowledged, {} refused, {} of unknown outcome ({} of them made); {} reads, {} lists",
            counts.acknowledged, counts.refused, counts.unknown, counts.made, counts.reads, counts.lists
        );
        let resumed = trial.watchers.resumed.load(Ordering::Relaxed);
        println!(
            "crash: {} watch events and {} bookmarks checked, watches resumed {resumed} times",
            counts.events, counts.bookmarks
        );
        self.recoveries.sort_unstable();
        if let (Some(middle), Some(longest)) = (self.recoveries.get(self.recoveries.len() / 2), self.recoveries.last()) {
            println!("crash: start to ready p50 {:.1} ms, longest {:.1} ms", ms(*middle), ms(*longest));
        }
    }
}

fn tear(data: &Path) -> Result<()> {
    println!("crash: planted: {}", cut_tail(data, 3000)?);
    Ok(())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

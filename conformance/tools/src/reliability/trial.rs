//! A server with writers and watchers on it, and the check between two loads. Called by `crash` and `full_disk`.
//!
//! ```text
//! start -> compare the state with the answers -> watchers on -> marks -> all watchers there -> check everything -> writers on
//! ```

use std::collections::HashSet;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use super::checker::{Fault, Kind, Ledger};
use super::client::{Client, revision};
use super::history::{Intent, Key, Outcome, Revision, Scope, Step};
use super::object::{KINDS, NAMESPACES};
use super::plant::Plant;
use super::random::Random;
use super::watchers::Watchers;
use super::world::World;
use super::writers::{self, Habits};
use crate::http::Target;
use crate::interrupt::Folder;
use crate::kubeconfig;
use crate::process::{Launch, Running};

/// Longest time from a start to the ready line; the aim is far below.
pub(crate) const READY: Duration = Duration::from_secs(30);

/// Longest time for a watcher to catch up, or for a writer to get its answer.
const CATCH_UP: Duration = Duration::from_secs(30);

/// What a run counted.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) acknowledged: usize,
    pub(crate) refused: usize,
    pub(crate) unknown: usize,
    /// Of those, the ones that turned out to have been made.
    pub(crate) made: usize,
    pub(crate) reads: usize,
    pub(crate) lists: usize,
    pub(crate) events: usize,
    pub(crate) bookmarks: usize,
    pub(crate) segments: usize,
}

/// Everything that is needed to judge a server's behaviour.
pub(crate) struct Trial<'a> {
    pub(crate) world: &'a World,
    pub(crate) watchers: &'a Watchers,
    pub(crate) writers: usize,
    ledger: Ledger,
    pub(crate) counts: Counts,
}

/// Where the objects lie that mark a check: the last change of each scope.
struct Marks(Vec<(Key, Revision)>);

impl Marks {
    fn of(&self, scope: &Scope) -> Revision {
        self.0.iter().filter(|(key, _)| scope.covers(*key)).map(|(_, revision)| *revision).max().unwrap_or_default()
    }
}

/// A way to reach a server.
pub(crate) fn target(launch: &Launch) -> Result<Arc<Target>> {
    Ok(Arc::new(Target::new(&kubeconfig::read(&launch.kubeconfig())?, None)?))
}

/// Starts a fresh server and makes what a run needs. Returns the revision after that.
pub(crate) fn prepare(launch: &Launch) -> Result<(Running, Revision)> {
    let running = launch.start()?.ready(READY)?;
    let world = World::default();
    let mut client = Client::connect(&world, &target(launch)?)?;
    client.make_namespaces()?;
    Ok((running, client.fetch(Scope::of(0))?.revision))
}

/// Runs `work` while writers and watchers are at the server that the gate names.
pub(crate) fn with_threads<T>(
    world: &World,
    watchers: &Watchers,
    (writers, habits): (usize, Habits),
    seed: u64,
    work: impl FnOnce() -> Result<T>,
) -> Result<T> {
    std::thread::scope(|scope| {
        for index in 0..writers {
            scope.spawn(move || writers::run(world, habits, Random::new(seed, 1000 + index as u64)));
        }
        for index in 0..watchers.count() {
            scope.spawn(move || watchers.run(world, index, Random::new(seed, 2000 + index as u64)));
        }
        let done = work();
        world.gate.finish();
        done
    })
}

impl<'a> Trial<'a> {
    pub(crate) fn new(world: &'a World, watchers: &'a Watchers, writers: usize) -> Self {
        Self { world, watchers, writers, ledger: Ledger::default(), counts: Counts::default() }
    }

    /// Waits until no write is under way.
    ///
    /// # Errors
    /// A writer got no answer.
    pub(crate) fn await_quiet(&self) -> Result<()> {
        if self.world.gate.await_parked(self.writers, CATCH_UP) { Ok(()) } else { bail!("a request got no answer") }
    }

    /// Compares the whole state of a server, on which nothing is under way, with what the answers allow; then lets the watchers
    /// in, marks the end of this stretch, waits for every watcher and judges everything since the last check.
    ///
    /// # Errors
    /// The server does not answer. Faults are no error.
    pub(crate) fn check(&mut self, target: &Arc<Target>, restarted: bool) -> Result<Vec<Fault>> {
        let faults = self.compare(target)?;
        if !faults.is_empty() {
            return Ok(faults);
        }
        if restarted {
            self.world.gate.open(Arc::clone(target));
        }
        // Where history may be forgotten, whoever begins anew after the marks does not see them.
        if self.world.may_forget() && !self.watchers.await_running(CATCH_UP) {
            let mut faults = self.world.take_faults();
            faults.push(Fault::new(Kind::Broken, "a watcher got no watch".to_owned()));
            return Ok(faults);
        }
        let mut client = Client::connect(self.world, target)?;
        let marks = mark(&mut client)?;
        let late = self.watchers.await_reached(|scope| marks.of(scope), CATCH_UP);
        let mut record = self.world.take_record();
        self.watchers.take(|scope| marks.of(scope), &mut record);
        let mut faults = self.world.take_faults();
        faults.extend(late);
        faults.extend(self.ledger.check(&record));
        self.world.rewindable.store(self.ledger.rewindable(), Ordering::SeqCst);
        self.count(&record);
        Ok(faults)
    }

    /// Sends the watchers away from a server that goes on: each leaves at its next event, and is given one.
    ///
    /// # Errors
    /// The server does not answer, or a watcher gets no event.
    pub(crate) fn dismiss(&self, target: &Arc<Target>) -> Result<()> {
        self.world.gate.close();
        let mut client = Client::connect(self.world, target)?;
        for _ in 0..20 {
            mark(&mut client)?;
            if self.world.gate.await_parked_watchers(self.watchers.count(), Duration::from_secs(1)) {
                return Ok(());
            }
        }
        bail!("a watcher got no event")
    }

    /// Compares the whole state of a server, on which nothing is under way, with what the answers allow.
    ///
    /// # Errors
    /// The server does not answer.
    pub(crate) fn compare(&mut self, target: &Arc<Target>) -> Result<Vec<Fault>> {
        let mut client = Client::connect(self.world, target)?;
        let known = self.world.seen();
        let mut faults = Vec::new();
        for kind in 0..u8::try_from(KINDS.len())? {
            let list = client.list(Scope::of(kind))?;
            self.world.note(|record| faults.extend(self.ledger.survivors(&record.writes, &list, known)));
            self.world.learn_list(&list);
        }
        Ok(faults)
    }

    fn count(&mut self, record: &super::history::Record) {
        let counts = &mut self.counts;
        for write in &record.writes {
            match write.outcome {
                Outcome::Unknown => counts.unknown += 1,
                Outcome::Refused(_) => counts.refused += 1,
                _ => counts.acknowledged += 1,
            }
        }
        counts.reads += record.reads.len();
        counts.lists += record.lists.len();
        counts.segments += record.segments.len();
        let mut seen = HashSet::new();
        let steps = record.segments.iter().flat_map(|segment| &segment.steps);
        for step in steps {
            match step {
                Step::Event(event) => {
                    counts.events += 1;
                    seen.insert(event.version.token);
                }
                Step::Bookmark(_) => counts.bookmarks += 1,
            }
        }
        let unknown = record.writes.iter().filter(|write| write.outcome == Outcome::Unknown);
        counts.made += unknown.filter(|write| seen.contains(&write.token)).count();
    }
}

/// Changes the mark of every kind and namespace to each colour, so that a watch of any scope has something to see.
fn mark(client: &mut Client<'_>) -> Result<Marks> {
    let mut marks = Vec::new();
    for kind in 0..u8::try_from(KINDS.len())? {
        for namespace in 0..u8::try_from(NAMESPACES.len())? {
            let key = Key { kind, namespace, name: 0 };
            marks.push((key, mark_one(client, key)?));
        }
    }
    Ok(Marks(marks))
}

fn mark_one(client: &mut Client<'_>, key: Key) -> Result<Revision> {
    let mut seen = [None, None];
    // Tokens are handed out to everyone; some three tries give both colours.
    for _ in 0..64 {
        let intent = if client.knows(key) { Intent::Patch } else { Intent::Create };
        let (outcome, colour) = client.write_coloured(key, intent);
        seen[usize::from(colour)] = Some(revision(outcome).with_context(|| format!("the mark {key} was answered {outcome:?}"))?);
        if let [Some(first), Some(second)] = seen {
            return Ok(first.max(second));
        }
    }
    bail!("no mark of both colours")
}

/// The seed that was asked for, or one of this moment.
pub(crate) fn seed(asked: Option<u64>) -> u64 {
    asked.unwrap_or_else(|| u64::from(std::process::id()) ^ jiff::Timestamp::now().as_microsecond().unsigned_abs())
}

/// Where a run keeps its files.
pub(crate) fn folder() -> Result<Folder> {
    Folder::new("ferrokube-reliability-")
}

/// Says how a run ended and returns whether it was good: without faults or, with a planted one, with what that shows as. A run
/// that is not good leaves its folder for a look.
pub(crate) fn verdict(name: &str, faults: &[Fault], plant: Option<Plant>, folder: Folder) -> ExitCode {
    for fault in faults.iter().take(if plant.is_some() { 3 } else { 20 }) {
        println!("FAULT {fault}");
    }
    println!("{name}: {} faults", faults.len());
    let good = match plant {
        None => faults.is_empty(),
        Some(plant) => {
            let found = faults.iter().any(|fault| plant.shows_as().contains(&fault.kind));
            println!("{name}: the planted fault ({plant:?}) was {}", if found { "found" } else { "NOT found" });
            found
        }
    };
    if good {
        return ExitCode::SUCCESS;
    }
    println!("{name}: data and log are kept in {}", folder.keep().display());
    ExitCode::FAILURE
}

//! Fan-out: many watchers of one collection, one writer, and what an idle watcher takes.
//!
//! ```text
//! writer (one, at most WINDOW events ahead of the slowest watcher) -> server -> watchers (one thread, epoll) -> Progress
//! ```
//! Called by `main`. The window keeps a server from closing watchers that fall behind, so that every event reaches every watcher.

use std::io::ErrorKind;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use rustix::event::{Timespec, epoll};

use super::start::mebibytes;
use crate::answer::Answer;
use crate::connection::{Connection, SMALL, Step};
use crate::equal::{self, Rules};
use crate::figures::{Figure, Unit};
use crate::load::{Load, Watch, milliseconds};
use crate::objects;
use crate::side::Side;

/// Name of the workload.
pub(crate) const NAME: &str = "watch fan-out";

/// How far the writer may be ahead of the slowest watcher. Upstream's server queues 10 events for a watcher and closes one that falls
/// further behind; with many watchers this is still thousands of deliveries under way.
const WINDOW: usize = 8;

/// Longest time without any progress before the run counts as failed.
const STALLED: Duration = Duration::from_secs(60);

/// How often the watchers' thread looks whether it is to end.
const TICK: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

/// One watcher and the number of events that it has received.
struct Watcher {
    connection: Connection,
    answer: Answer,
    events: usize,
}

/// What the watchers' thread and the writer tell each other.
struct Progress {
    /// Watchers whose watch has been accepted.
    accepted: usize,
    /// Events that every watcher has.
    complete: usize,
    /// When each event's object was sent off.
    sent: Vec<Instant>,
    failed: Option<String>,
    over: bool,
}

struct Shared {
    progress: Mutex<Progress>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `holds`, as long as there is progress.
    fn wait_until(&self, what: &str, holds: impl Fn(&Progress) -> bool) -> Result<()> {
        let mut progress = self.lock();
        while !holds(&progress) {
            if let Some(error) = &progress.failed {
                bail!("{error}");
            }
            // Every change of the progress wakes this thread, so that running out of time means that there was none.
            let (next, waited) = self.changed.wait_timeout(progress, STALLED).unwrap_or_else(PoisonError::into_inner);
            progress = next;
            if waited.timed_out() && !holds(&progress) {
                let Progress { accepted, complete, .. } = *progress;
                bail!("{what}: no progress for {} s at {accepted} watchers, {complete} events", STALLED.as_secs());
            }
        }
        Ok(())
    }
}

/// Memory that an idle watcher takes. Of a server that has just started: one that has freed memory would take from that first. A tenth as
/// many watch before, so that what the first ones cost (pages of the program that nobody has run yet, the watch cache) is not counted.
pub(crate) fn measure_idle(side: &Side, count: usize) -> Result<Vec<Figure>> {
    let _first = open_idle(side, count.div_ceil(10))?;
    let before = side.memory()?;
    let _watchers = open_idle(side, count)?;
    let after = side.memory()?;
    let each = mebibytes(after.resident.saturating_sub(before.resident)) * 1024.0 / f64::from(u32::try_from(count)?);
    Ok(vec![Figure::new("per idle watcher", Unit::KibiBytes, each)])
}

/// Opens watches and waits until they are accepted.
fn open_idle(side: &Side, count: usize) -> Result<Vec<Watcher>> {
    let mut watchers = open(side, "/api/v1/namespaces/default/configmaps", count)?;
    for watcher in &mut watchers {
        watcher.connection.socket.set_nonblocking(false)?;
        while watcher.answer.status == 0 {
            watcher.receive()?;
        }
    }
    Ok(watchers)
}

/// Figures of the fan-out.
pub(crate) fn measure(side: &Side, count: usize, events: usize, round: usize) -> Result<Vec<Figure>> {
    let namespace = format!("fan-out-{round}");
    side.create("/api/v1/namespaces", &objects::namespace(&namespace))?;
    let collection = format!("/api/v1/namespaces/{namespace}/configmaps");
    let watchers = open(side, &collection, count)?;
    let progress = Progress { accepted: 0, complete: 0, sent: Vec::with_capacity(events), failed: None, over: false };
    let shared = Shared { progress: Mutex::new(progress), changed: Condvar::new() };
    std::thread::scope(|scope| {
        let receiving = scope.spawn(|| {
            let result = receive(watchers, events, &shared);
            if let Err(error) = &result {
                shared.lock().failed = Some(format!("a watcher: {error:#}"));
            }
            shared.changed.notify_all();
            result
        });
        let written = write(side, &collection, count, events, &shared);
        shared.lock().over = true;
        let delays = receiving.join().unwrap_or_else(|_| bail!("the watchers panicked"));
        let load = written?;
        let mut delays = delays?;
        delays.sort_unstable();
        let total = count * events;
        ensure!(delays.len() == total, "{} of {total} events arrived", delays.len());
        let rate = f64::from(u32::try_from(total)?) / load.wall.as_secs_f64();
        let at = |share: usize| delays.get(delays.len() * share / 100).copied().unwrap_or_default();
        let mut figures = vec![Figure::new("events", Unit::PerSecond, rate)];
        figures.extend(load.cpu_figures(total, Unit::Microseconds).into_iter().map(|mut figure| {
            figure.name.push_str(" per event");
            figure
        }));
        figures.push(Figure::new("delay p50", Unit::Milliseconds, milliseconds(at(50))));
        figures.push(Figure::new("delay p99", Unit::Milliseconds, milliseconds(at(99))));
        Ok(figures)
    })
}

/// Opens the watches; their answers are read by `receive`.
fn open(side: &Side, collection: &str, count: usize) -> Result<Vec<Watcher>> {
    let path = format!("{collection}?watch=true&timeoutSeconds=600");
    let request = side.endpoint.request("GET", &path, &[("Accept", "application/json")], None);
    let one = |_| -> Result<Watcher> {
        let mut connection = Connection::with_buffer(&side.endpoint, SMALL)?;
        connection.send(&request)?;
        connection.socket.set_nonblocking(true)?;
        Ok(Watcher { connection, answer: Answer::default(), events: 0 })
    };
    (0..count).map(one).collect()
}

/// Waits for the watchers, and then makes the objects.
fn write(side: &Side, collection: &str, count: usize, events: usize, shared: &Shared) -> Result<Load> {
    shared.wait_until("opening the watches", |progress| progress.accepted == count)?;
    let headers = [("Content-Type", "application/json")];
    let request = |index| side.endpoint.request("POST", collection, &headers, Some(&objects::config_map(index)));
    let requests: Vec<_> = (0..events).map(request).collect();
    let mut connection = Connection::open(&side.endpoint)?;
    let watch = Watch::start(side)?;
    for (index, request) in requests.iter().enumerate() {
        shared.wait_until("sending events", |progress| progress.complete + WINDOW > index)?;
        shared.lock().sent.push(Instant::now());
        let (answer, _) = connection.exchange(request, |_| ())?;
        ensure!(answer.status == 201, "creating an object: status {}", answer.status);
    }
    shared.wait_until("the last events", |progress| progress.complete == events)?;
    watch.stop(side)
}

/// Reads all watches until the run is over; returns the delay of every event at every watcher.
fn receive(mut watchers: Vec<Watcher>, events: usize, shared: &Shared) -> Result<Vec<Duration>> {
    let poll = epoll::create(epoll::CreateFlags::CLOEXEC)?;
    for (index, watcher) in watchers.iter().enumerate() {
        epoll::add(&poll, &watcher.connection.socket, epoll::EventData::new_u64(index as u64), epoll::EventFlags::IN)?;
    }
    let mut delays = Vec::with_capacity(watchers.len() * events);
    // Watchers that have each event; it only ever grows from the front.
    let mut arrived = vec![0_usize; events];
    let mut ready = Vec::with_capacity(256);
    while !shared.lock().over {
        ready.clear();
        epoll::wait(&poll, rustix::buffer::spare_capacity(&mut ready), Some(&TICK))?;
        let (mut accepted, mut moved) = (0, false);
        for event in &ready {
            let index = usize::try_from(event.data.u64()).context("an event of no watcher")?;
            let watcher = watchers.get_mut(index).context("an event of no watcher")?;
            let (was_accepted, had) = (watcher.answer.status == 200, watcher.events);
            watcher.receive()?;
            accepted += usize::from(!was_accepted && watcher.answer.status == 200);
            if watcher.events > had {
                let now = Instant::now();
                let progress = shared.lock();
                for index in had..watcher.events {
                    *arrived.get_mut(index).context("more events than objects")? += 1;
                    let sent = progress.sent.get(index).context("an event before its object")?;
                    delays.push(now.saturating_duration_since(*sent));
                }
                moved = true;
            }
        }
        if accepted > 0 || moved {
            let mut progress = shared.lock();
            progress.accepted += accepted;
            while arrived.get(progress.complete) == Some(&watchers.len()) {
                progress.complete += 1;
            }
            shared.changed.notify_all();
        }
    }
    Ok(delays)
}

impl Watcher {
    /// Reads what there is; every line of the body is an event.
    fn receive(&mut self) -> Result<()> {
        match self.connection.fill() {
            Ok(0) => bail!("the server closed a watch"),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        let (answer, events) = (&mut self.answer, &mut self.events);
        let step = self
            .connection
            .drive(&mut |data| answer.feed(data, &mut |piece| *events += piece.iter().filter(|byte| **byte == b'\n').count()))?;
        ensure!(step != Step::Closed && !self.answer.is_done(), "the server ended a watch");
        ensure!(matches!(self.answer.status, 0 | 200), "a watch was answered {}", self.answer.status);
        Ok(())
    }
}

/// Whether both sides tell a watcher the same of the same objects.
pub(crate) fn compare(reference: &Side, ours: &Side, rules: Rules) -> Result<()> {
    let ask = |side: &Side| -> Result<_> {
        side.create("/api/v1/namespaces", &objects::namespace("fan-out-compare"))?;
        let collection = "/api/v1/namespaces/fan-out-compare/configmaps";
        for index in 0..3 {
            side.create(collection, &objects::config_map(index))?;
        }
        // Without a resourceVersion the watch tells of what there is, and the server ends it after a second.
        let path = format!("{collection}?watch=true&timeoutSeconds=1");
        let mut whole = side.ask("GET", &path, &[("Accept", "application/json")], None)?;
        let events: Vec<_> = whole.body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
        ensure!(events.len() == 3, "{} events of 3 objects", events.len());
        whole.body = [b"{\"items\":[", events.join(&b","[..]).as_slice(), b"]}"].concat();
        Ok(whole)
    };
    equal::compare(&ask(reference)?, &ask(ours)?, rules)
}

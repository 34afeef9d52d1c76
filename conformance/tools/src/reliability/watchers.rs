//! Watchers: each keeps one watch, across connections and starts of the server, always taken up from the last revision that it saw,
//! now and then from an earlier one or with initial events. Called by `crash` and `full_disk`.
//!
//! What they were sent is kept in segments, one per request, for `checker`.

use std::collections::BTreeMap;
use std::io::BufRead;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::checker::{Fault, Kind};
use super::history::{Change, Event, List, Record, Revision, Scope, Segment, Step};
use super::object::{self, KINDS, Line, NAMESPACES};
use super::plant::Plants;
use super::random::Random;
use super::world::World;
use crate::http::{Identity, Request, Target};

/// Longest silence on a watch; a run's checks come far more often.
const SILENCE: Duration = Duration::from_secs(120);

/// All watchers of a run.
pub(crate) struct Watchers {
    each: Vec<Mutex<Kept>>,
    progress: Mutex<()>,
    moved: Condvar,
    /// Requests that took a watch up again.
    pub(crate) resumed: AtomicU64,
    /// Watches that began anew because the server had forgotten their revision.
    pub(crate) renewed: AtomicU64,
}

/// What one watcher was sent since it was last asked.
struct Kept {
    scope: Scope,
    segments: Vec<Segment>,
    /// The last segment still runs.
    running: bool,
    lists: Vec<List>,
    /// From where the watch is taken up again.
    reached: Revision,
    /// The watch has to begin anew, with what is there.
    anew: bool,
    /// The highest revision that was ever reached.
    highest: Revision,
}

/// How a request ended.
enum End {
    /// The connection broke, or the watcher left by itself.
    Cut,
    /// The server could not be reached.
    Unreachable,
    /// The server has forgotten what comes after the revision.
    Expired,
}

impl Watchers {
    /// So many watchers, all of which begin after `from`. The first ones cover everything.
    pub(crate) fn new(count: usize, from: Revision) -> Self {
        let kept = |index: usize| {
            let kind = u8::try_from(index % KINDS.len()).unwrap_or_default();
            let part = |end: usize| u8::try_from(index / 4 % end).unwrap_or_default();
            let scope = match index / KINDS.len() % 4 {
                0 => Scope::of(kind),
                1 => Scope { namespace: Some(part(NAMESPACES.len())), ..Scope::of(kind) },
                2 => Scope { colour: Some(part(2)), ..Scope::of(kind) },
                _ => Scope { kind, namespace: Some(part(NAMESPACES.len())), colour: Some(part(2)) },
            };
            Mutex::new(Kept {
                scope,
                segments: Vec::new(),
                running: false,
                lists: Vec::new(),
                reached: from,
                anew: false,
                highest: from,
            })
        };
        Self {
            each: (0..count).map(kept).collect(),
            progress: Mutex::new(()),
            moved: Condvar::new(),
            resumed: AtomicU64::new(0),
            renewed: AtomicU64::new(0),
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.each.len()
    }

    fn kept(&self, index: usize) -> std::sync::MutexGuard<'_, Kept> {
        // The caller counts up to `count`; a panic elsewhere fails the run anyway.
        self.each[index].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until every watcher has a watch. Answers whether that is so.
    pub(crate) fn await_running(&self, within: Duration) -> bool {
        self.await_none(within, |_, kept| (!kept.running).then_some(())).is_empty()
    }

    /// Waits until every watcher has seen the revision that `target` says for its scope. Names those that have not.
    pub(crate) fn await_reached(&self, target: impl Fn(&Scope) -> Revision, within: Duration) -> Vec<Fault> {
        let behind = self.await_none(within, |index, kept| {
            let target = target(&kept.scope);
            (kept.highest < target).then(|| format!("watcher {index} ({:?}) is at {}, not {target}", kept.scope, kept.highest))
        });
        behind.into_iter().map(|text| Fault::new(Kind::Gap, text)).collect()
    }

    /// Waits until there is nothing left to wait for at any watcher. Answers what there still is.
    fn await_none<T>(&self, within: Duration, left_at: impl Fn(usize, &Kept) -> Option<T>) -> Vec<T> {
        let deadline = Instant::now() + within;
        let mut guard = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let waiting: Vec<_> = (0..self.count()).filter_map(|index| left_at(index, &self.kept(index))).collect();
            let left = deadline.saturating_duration_since(Instant::now());
            if waiting.is_empty() || left.is_zero() {
                return waiting;
            }
            guard = self.moved.wait_timeout(guard, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Moves what was sent into the record. Segments that run on and have seen the revision of their scope are complete.
    pub(crate) fn take(&self, target: impl Fn(&Scope) -> Revision, record: &mut Record) {
        for index in 0..self.count() {
            let mut kept = self.kept(index);
            let mut segments = std::mem::take(&mut kept.segments);
            if let Some(last) = segments.last_mut().filter(|_| kept.running) {
                last.complete = last.reached() >= target(&kept.scope);
                kept.segments.push(Segment { from: last.reached(), steps: Vec::new(), complete: false, ..*last });
            }
            record.segments.append(&mut segments);
            record.lists.append(&mut kept.lists);
        }
    }

    /// Watcher `index`: runs until the gate is closed for good.
    pub(crate) fn run(&self, world: &World, index: usize, mut random: Random) {
        let mut failed = None;
        let mut first = true;
        while let Some((epoch, target)) = world.gate.watcher(failed) {
            failed = None;
            if !std::mem::replace(&mut first, false) {
                self.resumed.fetch_add(1, Ordering::Relaxed);
            }
            let end = self.watch(world, index, (epoch, &target), &mut random);
            let mut kept = self.kept(index);
            kept.running = false;
            match end {
                Ok(End::Cut) => {}
                Ok(End::Unreachable) => failed = Some(epoch),
                Ok(End::Expired) if world.may_forget() => {
                    kept.anew = true;
                    self.renewed.fetch_add(1, Ordering::Relaxed);
                }
                Ok(End::Expired) => {
                    let text = format!("watcher {index} ({:?}): revision {} is forgotten", kept.scope, kept.reached);
                    world.fault(Fault::new(Kind::Gap, text));
                    kept.anew = true;
                }
                // Half a line, when the server was killed.
                Err(_) if !world.gate.may_watch(epoch) => failed = Some(epoch),
                Err(error) => {
                    world.broken(format!("watcher {index} ({:?}, from {}): {error:#}", kept.scope, kept.reached));
                    failed = Some(epoch);
                }
            }
        }
    }

    fn watch(&self, world: &World, index: usize, (epoch, target): (u64, &Arc<Target>), random: &mut Random) -> Result<End> {
        let (scope, reached, anew) = {
            let mut kept = self.kept(index);
            (kept.scope, kept.reached, std::mem::take(&mut kept.anew))
        };
        let rewindable = world.rewindable.load(Ordering::SeqCst);
        let from = match random.below(100) {
            0..10 if rewindable > 0 => reached.min(rewindable + random.below(reached.saturating_sub(rewindable) + 1)),
            _ => reached,
        };
        let initial = anew || random.percent(5);
        let from = if anew { 0 } else { from };
        let path = path(&scope, from, initial, random.percent(50));
        let request =
            Request { method: "GET", path: &path, headers: Vec::new(), body: None, identity: Identity::Admin, leave: None };
        let Ok((head, mut body)) = target.open(&request, SILENCE) else { return Ok(End::Unreachable) };
        // Who asked for something earlier than need be goes on from where it had been: if every watcher of a kind began anew at the
        // same time, nobody would see what came in between.
        let expired = || {
            let mut kept = self.kept(index);
            if initial || from >= kept.highest || !world.may_forget() {
                return End::Expired;
            }
            kept.reached = kept.highest;
            End::Cut
        };
        if head.status == 410 {
            return Ok(expired());
        }
        if head.status != 200 {
            let mut text = String::new();
            let _ = std::io::Read::read_to_string(&mut body, &mut text);
            bail!("{path}: {} {}", head.status, text.chars().take(300).collect::<String>());
        }
        let begin = if initial {
            let since = if anew { reached } else { from };
            let Some(list) = read_initial(body.as_mut(), scope, since)? else { return Ok(End::Cut) };
            let revision = list.revision;
            self.kept(index).lists.push(list);
            revision
        } else {
            from
        };
        let mut kept = self.kept(index);
        kept.segments.push(Segment { watcher: index, scope, from: begin, steps: Vec::new(), complete: false });
        (kept.running, kept.reached) = (true, begin);
        drop(kept);
        self.advance(world, index, begin);
        // Some leave after a while by themselves, as clients do.
        let longest = if random.percent(50) { 300 } else { 3000 };
        for _ in 0..=random.below(longest) {
            let Some(line) = read_line(body.as_mut())? else { return Ok(End::Cut) };
            if line.change == "ERROR" && line.object.code == 410 {
                return Ok(expired());
            }
            self.take_line(world, index, &line)?;
            if !world.gate.may_watch(epoch) {
                break;
            }
        }
        Ok(End::Cut)
    }

    fn take_line(&self, world: &World, index: usize, line: &Line) -> Result<()> {
        let mut kept = self.kept(index);
        let steps = step(line, kept.scope.kind)?;
        let revision = line.object.revision()?;
        kept.reached = revision;
        if let Some(mut step) = steps {
            if let Step::Event(event) = &mut step {
                if Plants::due(&world.plants.gap) {
                    return Ok(());
                }
                if event.change == Change::Modified && Plants::due(&world.plants.wrong_type) {
                    event.change = Change::Added;
                }
            }
            let twice = matches!(step, Step::Event(_)) && Plants::due(&world.plants.duplicate);
            let segment = kept.segments.last_mut().context("an event without a request")?;
            segment.steps.push(step);
            if twice {
                segment.steps.push(step);
            }
        }
        drop(kept);
        self.advance(world, index, revision);
        Ok(())
    }

    fn advance(&self, world: &World, index: usize, revision: Revision) {
        world.saw(revision);
        let mut kept = self.kept(index);
        kept.highest = kept.highest.max(revision);
        drop(kept);
        // Taken so that nobody misses this between looking and waiting.
        drop(self.progress.lock().unwrap_or_else(PoisonError::into_inner));
        self.moved.notify_all();
    }
}

fn path(scope: &Scope, from: Revision, initial: bool, bookmarks: bool) -> String {
    let mut path = format!("{}?watch=1", object::collection(scope.kind, scope.namespace));
    if from > 0 {
        path.push_str(&format!("&resourceVersion={from}"));
    }
    if let Some(colour) = scope.colour {
        path.push_str(&format!("&{}", object::selector(colour)));
    }
    if bookmarks || initial {
        path.push_str("&allowWatchBookmarks=true");
    }
    if initial {
        path.push_str("&sendInitialEvents=true&resourceVersionMatch=NotOlderThan");
    }
    path
}

/// The next line; none when the connection has ended.
fn read_line(body: &mut dyn BufRead) -> Result<Option<Line>> {
    let mut text = Vec::new();
    match body.read_until(b'\n', &mut text) {
        Ok(_) if text.last() == Some(&b'\n') => {}
        Ok(_) => return Ok(None),
        Err(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {
            bail!("nothing came for {} s", SILENCE.as_secs())
        }
        Err(_) => return Ok(None),
    }
    let line: Line = serde_json::from_slice(&text).with_context(|| format!("a watch sent {}", String::from_utf8_lossy(&text)))?;
    if line.change == "ERROR" && line.object.code != 410 {
        bail!("ERROR {} {}: {}", line.object.code, line.object.reason, line.object.message);
    }
    Ok(Some(line))
}

fn step(line: &Line, kind: u8) -> Result<Option<Step>> {
    let change = match line.change.as_str() {
        "ADDED" => Change::Added,
        "MODIFIED" => Change::Modified,
        "DELETED" => Change::Deleted,
        "BOOKMARK" => return Ok(Some(Step::Bookmark(line.object.revision()?))),
        other => bail!("unknown event {other}"),
    };
    let found = line.object.version(kind)?;
    Ok(found.map(|(key, version)| Step::Event(Event { change, key, version })))
}

/// The initial events of a watch as the list that they stand for.
fn read_initial(body: &mut dyn BufRead, scope: Scope, since: Revision) -> Result<Option<List>> {
    let mut items = BTreeMap::new();
    loop {
        let Some(line) = read_line(body)? else { return Ok(None) };
        if line.change == "ERROR" {
            bail!("ERROR {} {} among the initial events", line.object.code, line.object.message);
        }
        match step(&line, scope.kind)? {
            Some(Step::Event(Event { change: Change::Added, key, version })) => drop(items.insert(key, version)),
            Some(Step::Event(event)) => bail!("{event} among the initial events"),
            Some(Step::Bookmark(revision)) if line.object.ends_initial_events() => {
                return Ok(Some(List { scope, since, revision, items }));
            }
            Some(Step::Bookmark(_)) | None => {}
        }
    }
}

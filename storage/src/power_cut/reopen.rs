//! Opens a store on what a power cut (or damage) left and compares everything that it shows with the past. Called by the tests of this
//! folder.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sys::Tick;
use sys::sim::{DiskImage, Sim};

use super::life::{Attempt, OpenStore, Outcome, process};
use super::past::{Bounds, Past};
use crate::contract::model::{Followed, Seen};
use crate::contract::workload::Choices;
use crate::{Batch, Error, Key, RangeRequest, Revision, Revisions, Store, Txn, Value, Watch, WatchItem};

/// How to look at a reopened store.
pub(super) struct Look<'a> {
    /// The store under test.
    pub(super) open: &'a OpenStore,
    /// What there was.
    pub(super) past: &'a Past,
    /// How much of it must be there.
    pub(super) bounds: Bounds,
    /// Commits whose outcome nobody knows, and that are no part of `past`.
    pub(super) unknown: &'a [Attempt],
    /// Decides what is looked at.
    pub(super) seed: u64,
    /// Whether everything is looked at, and the store is used until all has expired.
    pub(super) thorough: bool,
    /// Whether the store may say that it cannot read something (it is damaged).
    pub(super) may_fail: bool,
}

/// What a reopened store showed.
pub(super) struct Shown {
    /// Where it stood when it was opened.
    pub(super) revisions: Revisions,
    /// The disk at each call while it was being opened.
    pub(super) opening: Vec<DiskImage>,
}

/// Why a store is not as it should be.
#[derive(Debug)]
pub(super) enum Wrong {
    /// It did not open.
    Refused(String),
    /// It showed something wrong.
    Shown(String),
}

impl Wrong {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Refused(text) | Self::Shown(text) => text,
        }
    }
}

impl From<String> for Wrong {
    fn from(text: String) -> Self {
        Self::Shown(text)
    }
}

impl Look<'_> {
    /// Opens the store on a disk, some time after the cut, and checks it.
    pub(super) fn at(&self, image: DiskImage) -> Result<Shown, Wrong> {
        process(async {
            let mut choices = Choices::new(self.seed, 77);
            let sim = Sim::with_disk(self.seed, image);
            // Sometimes the machine stays off for long enough that keys expire meanwhile.
            sim.advance(self.bounds.now.0 + Duration::from_secs([0, 0, 7, 60][usize::try_from(choices.below(4)).unwrap_or(0)]));
            let opening = Arc::new(Mutex::new(Vec::new()));
            let images = opening.clone();
            sim.disk().observe(move |_, moment| images.lock().unwrap_or_else(PoisonError::into_inner).push(moment.image()));
            let opened = (self.open)(sim.sys());
            sim.disk().stop_observing();
            let store = opened.map_err(Wrong::Refused)?;
            let revisions = store.revisions();
            self.check_bounds(revisions)?;
            let reopened = Reopened { look: self, sim: &sim, store: &store, revisions, opened: sim.sys().clock.tick() };
            reopened.check(&mut choices).await?;
            let opening = std::mem::take(&mut *opening.lock().unwrap_or_else(PoisonError::into_inner));
            Ok(Shown { revisions, opening })
        })
    }

    fn check_bounds(&self, revisions: Revisions) -> Result<(), String> {
        let Bounds { current, compacted, .. } = self.bounds;
        let within = |at, (least, most)| at >= least && at <= most;
        if !within(revisions.current, current) {
            return Err(format!("it came back at revision {}, not within {current:?}", revisions.current));
        }
        if !within(revisions.compacted, compacted) {
            return Err(format!("it came back compacted at {}, not within {compacted:?}", revisions.compacted));
        }
        Ok(())
    }
}

/// A store that was opened again.
struct Reopened<'a> {
    look: &'a Look<'a>,
    sim: &'a Sim,
    store: &'a Arc<dyn Store>,
    revisions: Revisions,
    opened: Tick,
}

impl Reopened<'_> {
    async fn check(&self, choices: &mut Choices) -> Result<(), String> {
        let Revisions { current, compacted } = self.revisions;
        let all = self.follow(b"", compacted, current).await?;
        let new = all.iter().flatten().filter(|batch| batch.revision > self.look.past.last()).cloned();
        let extended =
            if current > self.look.past.last() { Some(self.look.past.with(new, self.look.unknown, self.opened)?) } else { None };
        let past = extended.as_ref().unwrap_or(self.look.past);
        if let Some(all) = all {
            self.check_followed(past, b"", compacted, all)?;
        }
        for revision in self.some_revisions(choices) {
            self.check_state(past, revision).await?;
            let prefix: &[u8] = [b"".as_slice(), b"/a/", b"/b/", b"/a/3"][usize::try_from(choices.below(4)).unwrap_or(0)];
            if let Some(batches) = self.follow(prefix, revision, current).await? {
                self.check_followed(past, prefix, revision, batches)?;
            }
        }
        self.check_ends().await?;
        self.go_on(past).await
    }

    /// Those that are looked at, from the compacted one to the current one.
    fn some_revisions(&self, choices: &mut Choices) -> Vec<Revision> {
        let Revisions { current, compacted } = self.revisions;
        if self.look.thorough {
            return (compacted.0..=current.0).map(Revision).collect();
        }
        let mut some = vec![compacted, current];
        some.extend((0..2).map(|_| Revision(compacted.0 + choices.below(current.0 - compacted.0 + 1))));
        some
    }

    /// An error that a store without damage has no reason for.
    fn failed(&self, what: &str, error: &Error) -> Result<(), String> {
        if self.look.may_fail && matches!(error, Error::Unavailable(_)) { Ok(()) } else { Err(format!("{what}: {error}")) }
    }

    async fn check_state(&self, past: &Past, revision: Revision) -> Result<(), String> {
        let answer = match self.store.range(RangeRequest::prefix(b"").at(revision)).await {
            Ok(answer) => answer,
            Err(error) => return self.failed("a range", &error),
        };
        for item in &answer.items {
            past.check_deadline(item, self.opened)?;
        }
        if let Some(item) = answer.items.first() {
            match self.store.get(&item.key, Some(revision)).await {
                Ok(got) if got.item.as_ref() == Some(item) => {}
                Ok(got) => return Err(format!("a get at {revision} shows {got:?}, a range {item:?}")),
                Err(error) => self.failed("a get", &error)?,
            }
        }
        let seen = Seen { prefix: Key::from(""), revision: answer.revision, not_before: Some(revision), items: answer.items };
        past.model.check_seen(&seen).map_err(|violation| violation.to_string())
    }

    /// The commits under a prefix after one revision and up to another. `None` when the store cannot read them, and may.
    async fn follow(&self, prefix: &[u8], after: Revision, until: Revision) -> Result<Option<Vec<Arc<Batch>>>, String> {
        let mut watch = match self.store.watch(Key::from(prefix), after).await {
            Ok(watch) => watch,
            Err(error) => return self.failed("a watch", &error).map(|()| None),
        };
        match take(&mut watch, after, until).await {
            Ok(batches) => Ok(Some(batches)),
            Err(error) => self.failed("a running watch", &error).map(|()| None),
        }
    }

    fn check_followed(&self, past: &Past, prefix: &[u8], after: Revision, batches: Vec<Arc<Batch>>) -> Result<(), String> {
        for change in batches.iter().flat_map(|batch| &batch.changes) {
            for item in change.current.iter().chain(&change.previous) {
                past.check_deadline(item, self.opened)?;
            }
        }
        let items = batches.into_iter().map(WatchItem::Batch).collect();
        let until = Some(self.revisions.current);
        let followed = Followed { prefix: Key::from(prefix), after, items, until };
        past.model.check_followed(&followed).map_err(|violation| violation.to_string())
    }

    /// Before the compacted revision and after the current one there is nothing.
    async fn check_ends(&self) -> Result<(), String> {
        let Revisions { current, compacted } = self.revisions;
        if compacted > Revision(1) {
            let before = Revision(compacted.0 - 1);
            let range = self.store.range(RangeRequest::prefix(b"").at(before)).await;
            let watch = self.store.watch(Key::from(""), before).await;
            if !matches!(range, Err(Error::Compacted { .. })) || !matches!(watch.err(), Some(Error::Compacted { .. })) {
                return Err(format!("revision {before} is there, though {compacted} is compacted"));
            }
        }
        if self.store.revisions().current == current {
            let range = self.store.range(RangeRequest::prefix(b"").at(current.next())).await;
            if !matches!(range, Err(Error::FutureRevision { .. })) {
                return Err(format!("revision {} is there", current.next()));
            }
        }
        Ok(())
    }

    /// The store takes commits, and deletes what expires, and nothing else.
    async fn go_on(&self, past: &Past) -> Result<(), String> {
        let current = self.revisions.current;
        let mut watch = match self.store.watch(Key::from(""), current).await {
            Ok(watch) => watch,
            Err(error) => return self.failed("a watch", &error),
        };
        let txn = Txn::default().put(Key::from("/after"), Value::from("the cut"));
        let mut attempt = Attempt::of(&txn, 0, self.opened);
        let answer = self.store.commit(txn).await;
        let committed = answer.map_err(|error| format!("a commit after the cut: {error}"))?;
        if committed.revision <= current || !committed.changed {
            return Err(format!("a commit after {current} got revision {}", committed.revision));
        }
        if self.look.thorough {
            self.sim.pass(Duration::from_secs(120)).await;
        }
        let now = self.store.revisions().current;
        let batches = take(&mut watch, current, now).await.map_err(|error| format!("a watch after the cut: {error}"))?;
        if !self.look.thorough {
            return Ok(());
        }
        attempt.outcome = Outcome::Committed(committed.revision);
        let early = |batch: &Arc<Batch>| {
            batch
                .changes
                .iter()
                .filter_map(|it| it.previous.as_ref())
                .any(|it| it.expires_at > Some(self.opened.plus(Duration::from_secs(120))))
        };
        if let Some(batch) = batches.iter().find(|batch| early(batch)) {
            return Err(format!("expired too early: {batch:?}"));
        }
        let past = past.cut(current, self.revisions.compacted)?.with(batches.into_iter(), &[attempt], self.opened)?;
        let left = self.store.range(RangeRequest::prefix(b"")).await.map_err(|error| error.to_string())?.items;
        if let Some(item) = left.iter().find(|item| item.expires_at.is_some()) {
            return Err(format!("it outlived its deadline: {item:?}"));
        }
        let seen = Seen { prefix: Key::from(""), revision: now, not_before: None, items: left };
        past.model.check_seen(&seen).map_err(|violation| violation.to_string())
    }
}

/// What a watch delivers up to a revision.
async fn take(watch: &mut Watch, after: Revision, until: Revision) -> Result<Vec<Arc<Batch>>, Error> {
    let progress = watch.progress();
    let mut batches = Vec::new();
    let mut applied = after;
    while progress.known(applied) < until {
        progress.request(until);
        match watch.next().await? {
            WatchItem::Batch(batch) if batch.revision > until => break,
            WatchItem::Batch(batch) => {
                applied = batch.revision;
                batches.push(batch);
            }
            WatchItem::Progress(revision) => applied = revision,
        }
    }
    Ok(batches)
}

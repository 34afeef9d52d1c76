//! Reads of a cacher by how fresh they must be. Waiting is for an event, with a deadline.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::{Either, select};
use storage::{Error, RangeRequest, Revision};
use sys::Tick;

use crate::cacher::Shared;
use crate::snapshot::State;
use crate::{Cacher, Event, Limits, ReadError, Snapshot};

/// Snapshots kept for the next page, the latest used last.
#[derive(Default)]
pub(crate) struct Pins(VecDeque<(Tick, Snapshot)>);

impl Pins {
    fn add(&mut self, snapshot: Snapshot, now: Tick, limits: &Limits) {
        self.trim(now, limits);
        self.0.retain(|(_, other)| other.revision() != snapshot.revision());
        self.0.push_back((now, snapshot));
        while self.0.len() > limits.pinned {
            self.0.pop_front();
        }
    }

    fn trim(&mut self, now: Tick, limits: &Limits) {
        self.0.retain(|(since, _)| now.0.saturating_sub(since.0) <= limits.pinned_age);
    }

    fn find(&self, revision: Revision) -> Option<Snapshot> {
        self.0.iter().find(|(_, snapshot)| snapshot.revision() == revision).map(|(_, snapshot)| snapshot.clone())
    }
}

impl Cacher {
    /// A snapshot that shows every commit that was answered before the call (an unset resourceVersion).
    ///
    /// # Errors
    /// `TooLarge` when the cache does not catch up in time; `NotReady`, `Store`, `Stopped`.
    pub async fn consistent(&self) -> Result<Snapshot, ReadError> {
        self.shared.start();
        let newest = match self.shared.store.latest().await {
            Ok(latest) => self.at_least(latest, None).await,
            Err(error) => Err(store_error(error)),
        };
        self.shared.meter().read_newest(newest.is_ok());
        newest
    }

    /// A snapshot of any revision, the newest at hand (`resourceVersion=0`). Shows at least what this store knew when it was asked:
    /// a cacher that has just started is still on its way there.
    ///
    /// # Errors
    /// `TooLarge` when the cache does not catch up in time; `NotReady`, `Stopped`.
    pub async fn any(&self) -> Result<Snapshot, ReadError> {
        self.at_least(self.shared.store.revisions().current, None).await
    }

    /// A snapshot of at least a revision (`NotOlderThan`). Waits for it up to the limit, or to the deadline if that is nearer.
    ///
    /// # Errors
    /// `TooLarge` (with how far the cache reaches), `NotReady`, `Stopped`.
    pub async fn at_least(&self, revision: Revision, deadline: Option<Tick>) -> Result<Snapshot, ReadError> {
        self.shared.start();
        let state = self.shared.reach(revision, deadline).await?;
        // Asked again, a state may know of less: something was queued for it meanwhile. What it reached it has.
        let known = state.known().max(revision);
        Ok(Snapshot::new(state, known))
    }

    /// The snapshot of exactly a revision (`Exact`, and lists that go on page by page): kept, rebuilt from recent changes, or read
    /// from the store, in this order.
    ///
    /// # Errors
    /// `Compacted`, `TooLarge` (it has not happened yet), `NotReady`, `Store`, `Stopped`.
    pub async fn exact(&self, revision: Revision) -> Result<Snapshot, ReadError> {
        let shared = &self.shared;
        shared.start();
        let mut state = shared.reach(Revision(0), None).await?;
        if revision > state.known() {
            let current = shared.store.latest().await.map_err(store_error)?;
            if revision > current {
                return Err(ReadError::TooLarge { requested: revision, current });
            }
            state = shared.reach(revision, None).await?;
        }
        let compacted = shared.store.revisions().compacted;
        if revision < compacted {
            return Err(ReadError::Compacted { requested: revision, compacted });
        }
        if revision >= state.revision {
            return Ok(Snapshot::new(state, revision));
        }
        if let Some(kept) = shared.pins().find(revision) {
            return Ok(kept);
        }
        let snapshot = match shared.rebuild(revision) {
            Some(rebuilt) => rebuilt,
            None => shared.read_store(revision).await?,
        };
        self.pin(&snapshot);
        Ok(snapshot)
    }

    /// Keeps a snapshot for a while, because a client has been given a continue token for it: [`Cacher::exact`] finds it again.
    pub fn pin(&self, snapshot: &Snapshot) {
        let now = self.shared.sys.clock.tick();
        self.shared.pins().add(snapshot.clone(), now, &self.shared.limits);
    }
}

fn store_error(error: Error) -> ReadError {
    match error {
        Error::Compacted { requested, compacted } => ReadError::Compacted { requested, compacted },
        Error::FutureRevision { requested, current } => ReadError::TooLarge { requested, current },
        Error::ShuttingDown => ReadError::Stopped,
        other => ReadError::Store(other),
    }
}

impl Shared {
    fn pins(&self) -> MutexGuard<'_, Pins> {
        Mutex::lock(&self.pins).unwrap_or_else(PoisonError::into_inner)
    }

    /// The state, once it is ready and reaches a revision.
    pub(crate) async fn reach(&self, revision: Revision, deadline: Option<Tick>) -> Result<Arc<State>, ReadError> {
        if let Some(state) = self.reached(revision)? {
            if revision.0 > 0 {
                self.meter().waited(Duration::ZERO);
            }
            return Ok(state);
        }
        let began = self.sys.clock.tick();
        let found = self.wait_for(revision, deadline).await;
        self.meter().waited(self.sys.clock.tick().since(began));
        found
    }

    async fn wait_for(&self, revision: Revision, deadline: Option<Tick>) -> Result<Arc<State>, ReadError> {
        let mut changed = self.changed.subscribe();
        let began = self.sys.clock.tick();
        let until = |wait| deadline.map_or(began.plus(wait), |deadline| deadline.min(began.plus(wait)));
        let mut end = until(self.limits.wait);
        let mut timer = self.sys.clock.wait_until(end);
        loop {
            if let Some(state) = self.reached(revision)? {
                return Ok(state);
            }
            // The revision may be another resource's: only the store can say when that has passed.
            if let Some(progress) = &self.published.load().progress {
                progress.request(revision);
            }
            match select(pin!(changed.changed()), &mut timer).await {
                Either::Left(_) => {}
                Either::Right(_) if self.published.load().is_beginning() && end < until(self.limits.wait_at_beginning) => {
                    // Looked at again as often as it could have been waited for otherwise.
                    end = until(self.limits.wait_at_beginning).min(end.plus(self.limits.wait));
                    timer = self.sys.clock.wait_until(end);
                }
                Either::Right(_) => break,
            }
        }
        let state = self.published.load();
        if state.ready {
            Err(ReadError::TooLarge { requested: revision, current: state.known() })
        } else {
            Err(ReadError::NotReady)
        }
    }

    fn reached(&self, revision: Revision) -> Result<Option<Arc<State>>, ReadError> {
        if self.is_stopped() {
            return Err(ReadError::Stopped);
        }
        let state = self.published.load_full();
        let reached = state.ready && state.known() >= revision;
        Ok(reached.then_some(state))
    }

    /// Undoes the changes after a revision, if they are all at hand and not too many.
    fn rebuild(&self, revision: Revision) -> Option<Snapshot> {
        let (state, events): (Arc<State>, Vec<Arc<Event>>) = {
            let hub = self.hub();
            let first = hub.window.after(revision)?;
            let count = usize::try_from(hub.window.end() - first).ok().filter(|count| *count <= self.limits.rebuild_events)?;
            (self.published.load_full(), hub.window.read(first, count)?.cloned().collect())
        };
        // What could not be decoded is not in the events.
        if !state.corrupt.is_empty() || events.iter().any(|event| event.was_corrupt) {
            return None;
        }
        let mut objects = state.objects.clone();
        for event in events.iter().rev() {
            match &event.previous {
                Some(previous) => objects.insert(event.key.clone(), previous.clone()),
                None => objects.remove(event.key.as_bytes()),
            };
        }
        let past = State { revision, objects, ..State::empty() };
        Some(Snapshot::new(Arc::new(past), revision))
    }

    async fn read_store(&self, revision: Revision) -> Result<Snapshot, ReadError> {
        let mut past = State { revision, ..State::empty() };
        let mut request = RangeRequest::prefix(&self.prefix).limit(self.limits.list_page).at(revision);
        loop {
            let answer = self.store.range(request.clone()).await.map_err(store_error)?;
            for items in answer.items.chunks(self.limits.cursor_step) {
                for item in items {
                    let decoded = self.codec.decode(&item.key, &item.value, item.mod_revision);
                    past.replace(&item.key, Some(decoded.map(Arc::new).map_err(Arc::new)));
                }
                tokio::task::yield_now().await;
            }
            let Some(last) = answer.items.last().filter(|_| answer.more) else { break };
            let mut next = last.key.as_bytes().to_vec();
            next.push(0);
            request = request.from_key(next.into());
        }
        Ok(Snapshot::new(Arc::new(past), revision))
    }
}

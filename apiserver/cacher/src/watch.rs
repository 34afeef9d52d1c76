//! Starting a watch: from which state, about which objects.

use std::sync::{Arc, Weak};

use storage::Revision;
use sys::Tick;

use crate::cursor::{Bookmark, CloseReason, Cursor, Initial};
use crate::fanout::Watcher;
use crate::{Cacher, Predicate, ReadError, Scope, Trigger, WatchError};

/// Where a watch begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchStart {
    /// The newest state at hand as ADDED events, then changes (`resourceVersion=0`; upstream treats an unset one the same way).
    Any,
    /// The state that shows every commit answered before, as ADDED events, then changes (an unset resourceVersion as documented).
    MostRecent,
    /// Changes from now on, without a state (`resourceVersion=0` with `sendInitialEvents=false`).
    Now,
    /// Changes after a revision; one in the future hides what comes before it.
    After(Revision),
    /// The state as ADDED events, a bookmark that says that this was all, then changes (`sendInitialEvents=true`). The state is of at
    /// least the given revision, or shows every commit answered before.
    InitialEvents(Option<Revision>),
}

/// What to watch.
#[derive(Clone)]
pub struct WatchRequest {
    /// Where to begin.
    pub start: WatchStart,
    /// Which keys.
    pub scope: Scope,
    /// Which objects; `None` for all.
    pub predicate: Option<Predicate>,
    /// A part of the predicate by which the watcher is found, to spare the others.
    pub trigger: Option<Trigger>,
    /// Whether the client wants bookmarks.
    pub bookmarks: bool,
    /// When the watch ends by itself.
    pub deadline: Option<Tick>,
}

impl WatchRequest {
    /// Everything in a scope, without bookmarks, without an end.
    #[must_use]
    pub fn new(scope: Scope, start: WatchStart) -> Self {
        Self { start, scope, predicate: None, trigger: None, bookmarks: false, deadline: None }
    }
}

/// A watch that is running, for whoever may end it. It holds nothing of the watch.
#[derive(Debug)]
pub struct Running(Weak<Watcher>);

impl Running {
    /// Ends the watch: its cursor delivers what it has been sent and closes.
    pub fn end(&self) {
        if let Some(watcher) = self.0.upgrade() {
            watcher.end(CloseReason::Shutdown);
        }
    }
}

impl Cacher {
    /// The watches of this moment. One that starts later can be seen here as soon as [`Cacher::watch`] has returned its cursor.
    #[must_use]
    pub fn watches(&self) -> Vec<Running> {
        self.shared.hub().fanout.all().map(|watcher| Running(Arc::downgrade(watcher))).collect()
    }

    /// Starts a watch.
    ///
    /// # Errors
    /// `Expired` when changes after the requested revision are gone; what reads answer when the initial state cannot be read.
    pub async fn watch(&self, request: WatchRequest) -> Result<Cursor, WatchError> {
        let shared = &self.shared;
        shared.start();
        let at_least = match request.start {
            WatchStart::MostRecent | WatchStart::InitialEvents(None) => self.consistent().await?.revision(),
            WatchStart::InitialEvents(Some(revision)) => revision,
            WatchStart::Any | WatchStart::Now => shared.store.revisions().current,
            WatchStart::After(revision) => revision.min(shared.store.revisions().current),
        };
        let (mut hub, state) = loop {
            let reached = shared.reach(at_least, request.deadline).await?.revision;
            let hub = shared.hub();
            // Both under the lock: whoever stops either sees the watcher or is seen here.
            if shared.is_stopped() {
                return Err(ReadError::Stopped.into());
            }
            let state = shared.published.load_full();
            // An earlier one comes of a new list.
            if state.revision >= reached {
                break (hub, state);
            }
        };
        // As for reads: this state is the one that reached the revision, or a later one.
        let known = state.known().max(at_least);
        let (next, start, floor) = match request.start {
            WatchStart::After(revision) => {
                let oldest = hub.window.start();
                let next = hub.window.after(revision).ok_or(WatchError::Expired { requested: revision, oldest })?;
                (next, revision, revision)
            }
            _ => (hub.window.end(), known, Revision(0)),
        };
        let initial = match request.start {
            WatchStart::Now | WatchStart::After(_) => None,
            _ => Some(Initial::new(state, &request.scope)?),
        };
        let end_of_initial = (matches!(request.start, WatchStart::InitialEvents(_)) && request.bookmarks)
            .then_some(Bookmark { revision: known, initial_events_end: true });
        let watcher = Arc::new(Watcher::new(request.scope, request.predicate, request.trigger, next, floor));
        hub.fanout.add(watcher.clone());
        drop(hub);
        let timing = (request.bookmarks, request.deadline);
        Ok(Cursor::new(shared.clone(), watcher, (initial, end_of_initial), start, timing))
    }
}

//! The one ordered way out of a cacher: initial state, then the window, then live events, with bookmarks where they belong. Each watch
//! request reads one cursor; it holds a queue with a bound and nothing that a writer could wait for.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use storage::{Key, Revision};
use sys::{BoxFuture, Tick};

use crate::cacher::Shared;
use crate::fanout::{Scope, Watcher};
use crate::snapshot::{State, under};
use crate::{CorruptObject, Event, EventKind, Object, ReadError};

/// Why a cursor ended. The client may watch again after the last revision it saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CloseReason {
    /// It was so slow that the window has passed it by. Nothing was skipped up to here.
    Slow,
    /// The cacher was stopped.
    Shutdown,
    /// Its deadline has come.
    Deadline,
    /// The cache had to be filled anew.
    Relisted,
    /// An object in scope was written that cannot be decoded.
    Corrupt(Arc<CorruptObject>),
    /// An object in scope was deleted that cannot be decoded. The client may know it from a time when it could be, and has to find
    /// out by a list that it is gone.
    DeletedUnread(Arc<CorruptObject>),
}

/// A revision up to which the watch is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// The revision.
    pub revision: Revision,
    /// Whether this is the bookmark behind the initial state (annotation `k8s.io/initial-events-end`).
    pub initial_events_end: bool,
}

/// A change as it shows under the watch's selector.
#[derive(Clone)]
pub struct WatchEvent {
    /// What it means to this watch.
    pub kind: EventKind,
    /// The object to send: the one before the change for a delete.
    pub object: Arc<Object>,
    /// The resourceVersion to send with it: the change's, also for a delete.
    pub revision: Revision,
    /// The shared event; an object of the initial state has none.
    event: Option<Arc<Event>>,
}

impl WatchEvent {
    /// The encoded frame in a format, built once for all watchers of the event. Formats are numbers that the caller gives out.
    pub fn frame(&self, format: u64, build: impl FnOnce(&Self) -> Bytes) -> Bytes {
        match &self.event {
            Some(event) => event.frame(format, self.kind, || build(self)),
            None => build(self),
        }
    }

    /// The object as it was before the change, when there was one; `None` in the initial state.
    #[must_use]
    pub fn previous(&self) -> Option<&Arc<Object>> {
        self.event.as_ref().and_then(|event| event.previous())
    }
}

impl WatchEvent {
    /// Whether the event stands for an object of the initial state and not for a change.
    #[must_use]
    pub fn is_initial(&self) -> bool {
        self.event.is_none()
    }
}

impl std::fmt::Debug for WatchEvent {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:?} {} at {}", self.kind, self.object.key(), self.revision)
    }
}

/// What a cursor delivers.
#[derive(Clone, Debug)]
pub enum CursorItem {
    /// A change.
    Event(WatchEvent),
    /// A bookmark; only if they were asked for.
    Bookmark(Bookmark),
    /// The end; repeated when asked again.
    Closed(CloseReason),
}

/// The objects of the state that a watch begins with.
pub(crate) struct Initial {
    state: Arc<State>,
    chunk: VecDeque<Arc<Object>>,
    /// The last key that was put into a chunk.
    last: Option<Key>,
}

impl Initial {
    pub(crate) fn new(state: Arc<State>, scope: &Scope) -> Result<Self, ReadError> {
        let corrupt = under(&state.corrupt, scope.prefix(), None).find(|(key, _)| scope.contains(key));
        if let Some((_, corrupt)) = corrupt {
            return Err(ReadError::Corrupt(corrupt.clone()));
        }
        Ok(Self { state, chunk: VecDeque::new(), last: None })
    }

    /// The next objects that show, of the next `step` that there are. Answers false when there are no more.
    fn refill(&mut self, watcher: &Watcher, step: usize) -> bool {
        let from = self.last.as_ref().map(|last| {
            let mut next = last.as_bytes().to_vec();
            next.push(0);
            next
        });
        let mut last = None;
        for (key, object) in under(&self.state.objects, watcher.scope.prefix(), from.as_deref()).take(step) {
            if watcher.scope.contains(key) && watcher.shows(object) {
                self.chunk.push_back(object.clone());
            }
            last = Some(key.clone());
        }
        let more = last.is_some();
        self.last = last.or(self.last.take());
        more
    }
}

/// A running watch. Dropping it ends it.
pub struct Cursor {
    shared: Arc<Shared>,
    watcher: Arc<Watcher>,
    initial: Option<Initial>,
    /// The bookmark behind the initial state.
    end_of_initial: Option<Bookmark>,
    /// Events read from the window and not judged yet.
    backlog: VecDeque<Arc<Event>>,
    /// The revision that the watch began at: bookmarks say more than that or nothing.
    start: Revision,
    next_bookmark: Option<Tick>,
    bookmark_due: bool,
    deadline: Option<Tick>,
    timer: Option<(Tick, BoxFuture<'static, ()>)>,
    ended: Option<CloseReason>,
}

/// What one look at a source gave.
enum Look {
    Item(CursorItem),
    /// Look again.
    Again,
    /// Much was looked at without a result: let others run, then look again.
    Yield,
    Wait,
}

impl Cursor {
    pub(crate) fn new(
        shared: Arc<Shared>,
        watcher: Arc<Watcher>,
        initial: (Option<Initial>, Option<Bookmark>),
        start: Revision,
        timing: (bool, Option<Tick>),
    ) -> Self {
        let (bookmarks, deadline) = timing;
        let mut cursor = Self {
            shared,
            watcher,
            initial: initial.0,
            end_of_initial: initial.1,
            backlog: VecDeque::new(),
            start,
            next_bookmark: None,
            bookmark_due: false,
            deadline,
            timer: None,
            ended: None,
        };
        if bookmarks {
            cursor.schedule_bookmark();
        }
        cursor
    }

    /// The revision that the watch began at: that of its initial state, or the one it starts after.
    #[must_use]
    pub fn start(&self) -> Revision {
        self.start
    }

    /// Ends the watch at `deadline`, if it would not end sooner.
    pub fn end_by(&mut self, deadline: Tick) {
        self.deadline = Some(self.deadline.map_or(deadline, |own| own.min(deadline)));
    }

    /// Whether the initial state has been delivered, so that the revisions of further items are places to go on from.
    #[must_use]
    pub fn has_initial_behind(&self) -> bool {
        self.initial.is_none() && self.end_of_initial.is_none()
    }

    /// The next item. Cancellation-safe: an item is either returned or still there.
    pub async fn next(&mut self) -> CursorItem {
        std::future::poll_fn(|context| self.poll_next(context)).await
    }

    /// The poll form of [`Cursor::next`].
    pub fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<CursorItem> {
        loop {
            if let Some(reason) = &self.ended {
                return Poll::Ready(CursorItem::Closed(reason.clone()));
            }
            self.poll_timer(context);
            if self.ended.is_some() {
                continue;
            }
            match self.look(context) {
                Look::Item(CursorItem::Closed(reason)) => self.ended = Some(reason),
                Look::Item(item) => return Poll::Ready(item),
                Look::Again => {}
                Look::Yield => {
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Look::Wait => return Poll::Pending,
            }
        }
    }

    fn look(&mut self, context: &mut Context<'_>) -> Look {
        if self.initial.is_some() {
            return self.look_at_initial();
        }
        if let Some(bookmark) = self.end_of_initial.take() {
            return Look::Item(CursorItem::Bookmark(bookmark));
        }
        if !self.backlog.is_empty() {
            return self.look_at_backlog();
        }
        self.watcher.waker.register(context.waker());
        let (lagging, ended) = {
            let mut queue = self.watcher.queue();
            if let Some((event, kind)) = queue.events.pop_front() {
                return show(&event, kind);
            }
            (queue.lagging, queue.ended.clone())
        };
        match (lagging, ended) {
            // A stopped or refilled cache has no window to read from.
            (_, Some(reason)) => Look::Item(CursorItem::Closed(reason)),
            (true, None) => self.read_window(),
            (false, None) if self.bookmark_due => self.bookmark(),
            (false, None) => Look::Wait,
        }
    }

    fn look_at_initial(&mut self) -> Look {
        let Some(initial) = &mut self.initial else { return Look::Again };
        if let Some(object) = initial.chunk.pop_front() {
            self.shared.meter().sent_initial();
            let revision = object.revision();
            return Look::Item(CursorItem::Event(WatchEvent { kind: EventKind::Added, object, revision, event: None }));
        }
        if !initial.refill(&self.watcher, self.shared.limits.cursor_step) {
            self.initial = None;
            return Look::Again;
        }
        if initial.chunk.is_empty() { Look::Yield } else { Look::Again }
    }

    fn look_at_backlog(&mut self) -> Look {
        let floor = self.watcher.queue().floor;
        while let Some(event) = self.backlog.pop_front() {
            match self.watcher.judge(&event, floor) {
                None => {}
                Some(Ok(kind)) => return show(&event, kind),
                Some(Err(reason)) => return Look::Item(CursorItem::Closed(reason)),
            }
        }
        Look::Yield
    }

    /// Takes the next part of the window, or joins the live watchers when there is none.
    fn read_window(&mut self) -> Look {
        let hub = self.shared.hub();
        let mut queue = self.watcher.queue();
        let Some(events) = hub.window.read(queue.next, self.shared.limits.cursor_step) else {
            let reason = queue.ended.clone().unwrap_or(CloseReason::Slow);
            if matches!(reason, CloseReason::Slow) {
                self.shared.meter().closed_slow();
            }
            return Look::Item(CursorItem::Closed(reason));
        };
        self.backlog.extend(events.cloned());
        if self.backlog.is_empty() {
            queue.lagging = false;
        } else {
            queue.next += self.backlog.len() as u64;
        }
        Look::Again
    }

    /// A bookmark, if nothing is left to deliver before it.
    fn bookmark(&mut self) -> Look {
        let revision = {
            let _hub = self.shared.hub();
            let queue = self.watcher.queue();
            if !queue.events.is_empty() || queue.lagging || queue.ended.is_some() {
                return Look::Again;
            }
            // Under the lock everything that was applied has been offered.
            self.shared.published.load().known()
        };
        self.bookmark_due = false;
        self.schedule_bookmark();
        if revision <= self.start {
            return Look::Again;
        }
        Look::Item(CursorItem::Bookmark(Bookmark { revision, initial_events_end: false }))
    }

    /// About every minute, and once shortly before the deadline.
    fn schedule_bookmark(&mut self) {
        let (now, limits) = (self.shared.sys.clock.tick(), &self.shared.limits);
        let regular = Tick(now.0.saturating_add(limits.bookmark_every));
        let last = self.deadline.map(|deadline| Tick(deadline.0.saturating_sub(limits.bookmark_before_deadline)));
        self.next_bookmark = match last {
            Some(last) if last <= now => None,
            Some(last) => Some(regular.min(last)),
            None => Some(regular),
        };
    }

    /// Notes what has come due, and sees to it that the task is woken for what comes next.
    fn poll_timer(&mut self, context: &mut Context<'_>) {
        loop {
            let Some(until) = self.next_bookmark.into_iter().chain(self.deadline).min() else { return };
            if self.timer.as_ref().is_none_or(|(at, _)| *at != until) {
                self.timer = Some((until, self.shared.sys.clock.wait_until(until)));
            }
            let Some((_, timer)) = &mut self.timer else { return };
            if timer.as_mut().poll(context).is_pending() {
                return;
            }
            self.timer = None;
            if self.deadline.is_some_and(|deadline| deadline <= until) {
                self.ended = Some(CloseReason::Deadline);
                return;
            }
            self.next_bookmark = None;
            self.bookmark_due = true;
        }
    }
}

fn show(event: &Arc<Event>, kind: EventKind) -> Look {
    match event.object(kind) {
        Some(object) => Look::Item(CursorItem::Event(WatchEvent {
            kind,
            object: object.clone(),
            revision: event.revision,
            event: Some(event.clone()),
        })),
        // A kind is only given to an event that has the object for it.
        None => Look::Again,
    }
}

impl Drop for Cursor {
    fn drop(&mut self) {
        self.shared.hub().fanout.remove(&self.watcher);
    }
}

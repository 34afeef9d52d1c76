//! One change of one object, shared by the window and by every watcher it concerns, with its encoded frames.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use bytes::Bytes;
use storage::{Key, Revision};
use sys::Tick;

use crate::cursor::CloseReason;
use crate::snapshot::Decoded;
use crate::{CorruptObject, Object};

/// What a change means to a watcher: depends on whether its selector matched before and matches now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// The object came into view.
    Added,
    /// The object changed in view.
    Modified,
    /// The object went out of view.
    Deleted,
}

/// One change.
pub struct Event {
    pub(crate) key: Key,
    pub(crate) revision: Revision,
    pub(crate) previous: Option<Arc<Object>>,
    pub(crate) current: Option<Arc<Object>>,
    /// What was written cannot be decoded; `current` is `None` then.
    pub(crate) corrupt: Option<Arc<CorruptObject>>,
    /// What was there could not be decoded; `previous` is `None` then.
    pub(crate) was_corrupt: bool,
    /// What was deleted, where that could not be decoded.
    pub(crate) unread: Option<Arc<CorruptObject>>,
    /// When it was applied, for the window's age.
    pub(crate) at: Tick,
    frames: Mutex<Vec<Frame>>,
    ledger: Arc<FrameLedger>,
}

struct Frame {
    format: u64,
    kind: EventKind,
    bytes: Arc<OnceLock<Bytes>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What happened to one key.
pub(crate) struct Transition {
    pub(crate) key: Key,
    pub(crate) revision: Revision,
    pub(crate) before: Option<Decoded>,
    pub(crate) after: Option<Decoded>,
}

impl Event {
    pub(crate) fn new(transition: Transition, at: Tick, ledger: Arc<FrameLedger>) -> Self {
        let Transition { key, revision, before, after } = transition;
        let was_corrupt = matches!(before, Some(Err(_)));
        let unread = before.as_ref().filter(|_| after.is_none()).and_then(|before| before.as_ref().err()).cloned();
        let (current, corrupt) = match after {
            Some(Ok(object)) => (Some(object), None),
            Some(Err(corrupt)) => (None, Some(corrupt)),
            None => (None, None),
        };
        let previous = before.and_then(Result::ok);
        Self { key, revision, previous, current, corrupt, was_corrupt, unread, at, frames: Mutex::default(), ledger }
    }

    /// The commit.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The storage key.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// The object before the change.
    #[must_use]
    pub fn previous(&self) -> Option<&Arc<Object>> {
        self.previous.as_ref()
    }

    /// The object after the change.
    #[must_use]
    pub fn current(&self) -> Option<&Arc<Object>> {
        self.current.as_ref()
    }

    /// What the change means under a selector; `None` when it does not show.
    pub(crate) fn classify(&self, matches: impl Fn(&Object) -> bool) -> Option<EventKind> {
        let now = self.current.as_ref().is_some_and(|object| matches(object));
        let before = self.previous.as_ref().is_some_and(|object| matches(object));
        match (before, now) {
            (false, false) => None,
            (false, true) => Some(EventKind::Added),
            (true, true) => Some(EventKind::Modified),
            (true, false) => Some(EventKind::Deleted),
        }
    }

    /// The object that is sent for a kind: the one before for a delete, the one after otherwise.
    pub(crate) fn object(&self, kind: EventKind) -> Option<&Arc<Object>> {
        if kind == EventKind::Deleted { self.previous.as_ref() } else { self.current.as_ref() }
    }

    /// Why the watches end that this change concerns: they cannot be shown it.
    pub(crate) fn unreadable(&self) -> Option<CloseReason> {
        let written = self.corrupt.as_ref().map(|corrupt| CloseReason::Corrupt(corrupt.clone()));
        written.or_else(|| self.unread.as_ref().map(|unread| CloseReason::DeletedUnread(unread.clone())))
    }

    /// Bytes that the window holds on to because of this event: the superseded object.
    pub(crate) fn held(&self) -> usize {
        // The event itself, its place in the window and in the object map's older nodes.
        512 + self.previous.as_ref().map_or(0, |object| object.allocated())
    }

    /// The frame of this event in a format, built by the first watcher that asks and shared with the others. Formats are numbers
    /// that the caller gives out. Kept until the event or the frame budget ends.
    pub fn frame(self: &Arc<Self>, format: u64, kind: EventKind, build: impl FnOnce() -> Bytes) -> Bytes {
        let cell = {
            let mut frames = lock(&self.frames);
            match frames.iter().find(|frame| frame.format == format && frame.kind == kind) {
                Some(frame) => frame.bytes.clone(),
                None => {
                    let bytes = Arc::new(OnceLock::new());
                    frames.push(Frame { format, kind, bytes: bytes.clone() });
                    bytes
                }
            }
        };
        let mut built = false;
        let bytes = cell.get_or_init(|| {
            built = true;
            build()
        });
        let bytes = bytes.clone();
        if built {
            self.ledger.note(self, bytes.len());
        }
        bytes
    }

    fn forget_frames(&self) {
        lock(&self.frames).clear();
    }
}

/// Keeps the frames of a cacher's events within a budget: the oldest go first.
pub(crate) struct FrameLedger {
    budget: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    frames: VecDeque<(Weak<Event>, usize)>,
    bytes: usize,
}

impl FrameLedger {
    pub(crate) fn new(budget: usize) -> Self {
        Self { budget, kept: Mutex::default() }
    }

    fn note(&self, event: &Arc<Event>, bytes: usize) {
        // Bookkeeping counts as well, or a flood of tiny frames would not be bounded.
        let bytes = bytes + 64;
        let mut over = Vec::new();
        {
            let mut kept = lock(&self.kept);
            kept.bytes += bytes;
            kept.frames.push_back((Arc::downgrade(event), bytes));
            while kept.bytes > self.budget {
                let Some((event, bytes)) = kept.frames.pop_front() else { break };
                kept.bytes -= bytes;
                over.push(event);
            }
        }
        for event in over.iter().filter_map(Weak::upgrade) {
            event.forget_frames();
        }
    }

    pub(crate) fn bytes(&self) -> usize {
        lock(&self.kept).bytes
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn event(ledger: &Arc<FrameLedger>) -> Arc<Event> {
        let transition = Transition { key: Key::from("/a"), revision: Revision(1), before: None, after: None };
        Arc::new(Event::new(transition, Tick(Duration::ZERO), ledger.clone()))
    }

    #[test]
    fn a_frame_is_built_once_per_format_and_kind() {
        let event = event(&Arc::new(FrameLedger::new(1000)));
        let mut builds = 0;
        for (format, kind) in
            [(1, EventKind::Added), (1, EventKind::Added), (2, EventKind::Added), (1, EventKind::Deleted), (2, EventKind::Added)]
        {
            let frame = event.frame(format, kind, || {
                builds += 1;
                Bytes::from(format!("{format}{kind:?}"))
            });
            assert_eq!(frame, format!("{format}{kind:?}"));
        }
        assert_eq!(builds, 3);
    }

    #[test]
    fn frames_stay_within_their_budget() {
        let ledger = Arc::new(FrameLedger::new(1000));
        let events: Vec<_> = (0..20).map(|_| event(&ledger)).collect();
        for event in &events {
            event.frame(1, EventKind::Added, || Bytes::from(vec![0; 136]));
        }
        assert_eq!(ledger.bytes(), 1000);
        let kept = events.iter().filter(|event| !lock(&event.frames).is_empty()).count();
        assert_eq!(kept, 5, "the five youngest fit");
        assert_eq!(events[0].frame(1, EventKind::Added, || Bytes::from_static(b"again")), "again");
    }
}

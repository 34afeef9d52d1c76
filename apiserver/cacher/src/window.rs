//! The recent changes of a resource, in order: what watches that start in the past or lag behind read from. Whole commits enter and
//! leave together. Bounded by count, bytes and age (see [`Limits`]).

use std::collections::VecDeque;
use std::sync::Arc;

use storage::Revision;
use sys::Tick;

use crate::{Event, Limits};

/// Events are numbered without gaps; a number stays an event's own for as long as the cacher lives.
pub(crate) type Number = u64;

pub(crate) struct Window {
    events: VecDeque<Arc<Event>>,
    /// The number of the first event.
    first: Number,
    /// Every change after this revision is in the window.
    start: Revision,
    bytes: usize,
}

impl Window {
    /// A window in which nothing has happened since a revision.
    pub(crate) fn new(start: Revision) -> Self {
        Self { events: VecDeque::new(), first: 0, start, bytes: 0 }
    }

    /// Forgets everything: the state was listed anew at a revision. Numbers go on, so that an old one is known to be old.
    pub(crate) fn reset(&mut self, start: Revision) {
        self.first += self.events.len() as u64 + 1;
        self.events.clear();
        self.bytes = 0;
        self.start = start;
    }

    pub(crate) fn push(&mut self, event: Arc<Event>) {
        self.bytes += event.held();
        self.events.push_back(event);
    }

    /// Lets go of what is beyond the bounds, but never of the last commit. Called between commits.
    pub(crate) fn trim(&mut self, now: Tick, limits: &Limits) {
        while let (Some(front), Some(back)) = (self.events.front(), self.events.back()) {
            let old = now.0.saturating_sub(front.at.0) > limits.window_age;
            let many = self.events.len() > limits.window_least && (old || self.events.len() > limits.window_events);
            if front.revision == back.revision || !(many || self.bytes > limits.window_bytes) {
                break;
            }
            self.drop_first_commit();
        }
    }

    fn drop_first_commit(&mut self) {
        let Some(revision) = self.events.front().map(|event| event.revision) else { return };
        while let Some(event) = self.events.pop_front_if(|event| event.revision == revision) {
            self.bytes -= event.held();
            self.first += 1;
        }
        self.start = revision;
    }

    /// The oldest revision that a watch can start after.
    pub(crate) fn start(&self) -> Revision {
        self.start
    }

    /// The number that the next event will have.
    pub(crate) fn end(&self) -> Number {
        self.first + self.events.len() as u64
    }

    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// The number of the first event after a revision; `None` when events after it are gone.
    pub(crate) fn after(&self, revision: Revision) -> Option<Number> {
        if revision < self.start {
            return None;
        }
        Some(self.first + self.events.partition_point(|event| event.revision <= revision) as u64)
    }

    /// Up to `most` events from a number on, and what belongs to the last one's commit; `None` when the first of them is gone.
    pub(crate) fn read(&self, from: Number, most: usize) -> Option<impl DoubleEndedIterator<Item = &Arc<Event>>> {
        let at = usize::try_from(from.checked_sub(self.first)?).ok()?;
        let mut end = at.saturating_add(most).min(self.events.len());
        let revision = |at: usize| self.events.get(at).map(|event| event.revision);
        while end > at && end < self.events.len() && revision(end) == revision(end - 1) {
            end += 1;
        }
        Some(self.events.range(at.min(end)..end))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::event::{FrameLedger, Transition};

    fn event(revision: u64, second: u64) -> Arc<Event> {
        let transition = Transition { key: storage::Key::from("/a"), revision: Revision(revision), before: None, after: None };
        Arc::new(Event::new(transition, Tick(Duration::from_secs(second)), Arc::new(FrameLedger::new(0))))
    }

    fn filled(revisions: impl Iterator<Item = u64>) -> Window {
        let mut window = Window::new(Revision(10));
        revisions.for_each(|revision| window.push(event(revision, revision)));
        window
    }

    fn limits() -> Limits {
        Limits { window_least: 2, window_events: 6, window_age: Duration::from_secs(1000), ..Limits::default() }
    }

    #[test]
    fn reading_goes_on_by_number() {
        let window = filled([12, 13, 13, 15].into_iter());
        for (after, expect) in
            [(9, None), (10, Some(0)), (11, Some(0)), (12, Some(1)), (13, Some(3)), (14, Some(3)), (99, Some(4))]
        {
            assert_eq!(window.after(Revision(after)), expect, "after {after}");
        }
        let read = |from, most| window.read(from, most).map(|events| events.map(|event| event.revision.0).collect::<Vec<_>>());
        assert_eq!(read(1, 2), Some(vec![13, 13]));
        assert_eq!(read(0, 2), Some(vec![12, 13, 13]), "a commit is not split");
        assert_eq!(read(3, 9), Some(vec![15]));
        assert_eq!(read(4, 9), Some(vec![]));
    }

    #[test]
    fn commits_leave_as_a_whole() {
        let mut window = filled([11, 11, 11, 12, 13, 14, 15].into_iter());
        window.trim(Tick(Duration::ZERO), &limits());
        assert_eq!((window.len(), window.start(), window.after(Revision(10))), (4, Revision(11), None));
        assert_eq!(window.after(Revision(11)), Some(3), "numbers stay");
        assert!(window.read(2, 1).is_none() && window.read(3, 1).is_some());
    }

    #[test]
    fn age_and_bytes_bound_it_but_for_a_few() {
        let mut window = filled(11..16);
        window.trim(Tick(Duration::from_secs(5000)), &limits());
        assert_eq!(window.len(), 2);
        let mut window = filled(11..16);
        let bytes = window.bytes();
        window.trim(Tick(Duration::ZERO), &Limits { window_bytes: bytes / 5 * 3, ..limits() });
        assert_eq!((window.len(), window.bytes()), (3, bytes / 5 * 3));
        window.trim(Tick(Duration::ZERO), &Limits { window_bytes: 1, ..limits() });
        assert_eq!(window.len(), 1, "the last commit stays");
    }

    #[test]
    fn a_reset_makes_old_numbers_old() {
        let mut window = filled(11..16);
        let end = window.end();
        window.reset(Revision(50));
        assert!(window.read(end, 1).is_none() && window.after(Revision(49)).is_none());
        assert_eq!(window.after(Revision(50)), Some(window.end()));
    }
}

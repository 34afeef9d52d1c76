//! The commits that history holds, by revision. Revisions have no gaps, so that a vector finds a commit by counting; it is a persistent one,
//! shared by every state that knew it. Used by the state; it must never forget a commit in the middle.

use imbl::Vector;

use super::state::Logged;
use crate::Revision;

/// Commits in the order of their revisions.
#[derive(Clone)]
pub(crate) struct Commits {
    /// The revision of the first entry.
    first: u64,
    entries: Vector<Logged>,
}

impl Commits {
    pub(crate) fn new() -> Self {
        Self { first: 0, entries: Vector::new() }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Adds the commit after the last one.
    pub(crate) fn push(&mut self, revision: Revision, logged: Logged) {
        if self.entries.is_empty() {
            self.first = revision.0;
        }
        self.entries.push_back(logged);
    }

    /// The oldest commit.
    pub(crate) fn front(&self) -> Option<(Revision, &Logged)> {
        Some((Revision(self.first), self.entries.front()?))
    }

    /// Forgets the oldest commit.
    pub(crate) fn pop_front(&mut self) -> Option<Logged> {
        let logged = self.entries.pop_front()?;
        self.first += 1;
        Some(logged)
    }

    fn index(&self, revision: Revision) -> Option<usize> {
        usize::try_from(revision.0.checked_sub(self.first)?).ok().filter(|index| *index < self.entries.len())
    }

    pub(crate) fn get(&self, revision: Revision) -> Option<&Logged> {
        self.entries.get(self.index(revision)?)
    }

    pub(crate) fn get_mut(&mut self, revision: Revision) -> Option<&mut Logged> {
        let index = self.index(revision)?;
        self.entries.get_mut(index)
    }

    /// All commits from a revision on, or from the oldest one.
    pub(crate) fn from(&self, revision: Revision) -> impl Iterator<Item = (Revision, &Logged)> {
        let start = revision.0.max(self.first);
        let end = self.first + self.entries.len() as u64;
        (start..end).map_while(|revision| Some((Revision(revision), self.get(Revision(revision))?)))
    }
}

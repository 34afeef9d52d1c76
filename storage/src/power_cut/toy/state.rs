//! What the toy holds in memory, and how it is read back from the log. Called by the toy.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use sys::{Sys, Tick};

use super::Plant;
use super::record::{Operations, checksum, parse, take_number};
use crate::item::Place;
use crate::{Batch, Change, Error, Item, Key, Revision};

#[derive(Default)]
pub(super) struct State {
    /// All commits, the first being revision 2.
    pub(super) history: Vec<Arc<Batch>>,
    pub(super) compacted: Revision,
    pub(super) live: BTreeMap<Key, Arc<Item>>,
    pub(super) end: u64,
    pub(super) failed: bool,
}

/// Reads a log back.
pub(super) fn replay(state: &mut State, bytes: &[u8], plant: Plant, sys: &Sys) -> Result<(), String> {
    let mut rest = bytes;
    loop {
        let mut from = rest;
        let (Some(length), Some(sum)) = (take_number(&mut from), take_number(&mut from)) else { return Ok(()) };
        let Some(body) = usize::try_from(length).ok().and_then(|length| from.get(..length)) else { return Ok(()) };
        if length == 0 {
            return Ok(());
        }
        if plant != Plant::NoChecksum && checksum(body) != sum {
            let torn =
                plant == Plant::DamageIsTheEnd || body.len() == from.len() || from[body.len()..].iter().all(|byte| *byte == 0);
            return if torn { Ok(()) } else { Err(format!("log damaged at byte {}", state.end)) };
        }
        let Some((revision, operations)) = parse(body) else { return Ok(()) };
        if operations.is_empty() {
            state.compacted = revision;
        } else if plant == Plant::SplitRecord && revision == state.current() {
            state.append(operations, revision, plant, sys);
        } else {
            if revision != state.current().next() && plant != Plant::NoChecksum {
                return Ok(());
            }
            state.apply(operations, revision, plant, sys);
        }
        rest = &from[body.len()..];
        state.end = (bytes.len() - rest.len()) as u64;
    }
}

impl State {
    pub(super) fn current(&self) -> Revision {
        self.history.last().map_or(Revision(1), |batch| batch.revision)
    }

    pub(super) fn apply(&mut self, operations: Operations, revision: Revision, plant: Plant, sys: &Sys) {
        self.history.push(Arc::new(Batch { revision, changes: Box::default() }));
        self.append(operations, revision, plant, sys);
    }

    pub(super) fn append(&mut self, operations: Operations, revision: Revision, plant: Plant, sys: &Sys) {
        let mut changes = self.history.pop().map_or_else(Vec::new, |batch| batch.changes.to_vec());
        for (key, value) in operations {
            let previous = self.live.get(&key).cloned();
            let current = value.map(|(value, deadline)| {
                let create_revision = previous.as_ref().map_or(revision, |it| it.create_revision);
                let create_revision = if plant == Plant::ForgottenCreation { revision } else { create_revision };
                let expires_at = (deadline > 0).then(|| tick(deadline, plant, sys));
                Arc::new(Item {
                    key: key.clone(),
                    value,
                    create_revision,
                    mod_revision: revision,
                    expires_at,
                    place: Place::default(),
                })
            });
            match &current {
                Some(item) => drop(self.live.insert(key.clone(), item.clone())),
                None if plant == Plant::ResurrectedKeys => (),
                None => drop(self.live.remove(&key)),
            }
            changes.push(Change { key, previous, current });
        }
        self.history.push(Arc::new(Batch { revision, changes: changes.into() }));
    }

    /// The state at a revision, worked out from all of history.
    pub(super) fn at(&self, revision: Revision) -> BTreeMap<Key, Arc<Item>> {
        let mut state = BTreeMap::new();
        for change in self.history.iter().take_while(|batch| batch.revision <= revision).flat_map(|batch| &batch.changes) {
            match &change.current {
                Some(item) => drop(state.insert(change.key.clone(), item.clone())),
                None => drop(state.remove(&change.key)),
            }
        }
        state
    }

    pub(super) fn check(&self, requested: Revision) -> Result<(), Error> {
        if requested < self.compacted {
            return Err(Error::Compacted { requested, compacted: self.compacted });
        }
        if requested > self.current() {
            return Err(Error::FutureRevision { requested, current: self.current() });
        }
        Ok(())
    }
}

/// A deadline on the wall clock as a tick of this process.
fn tick(deadline: u64, plant: Plant, sys: &Sys) -> Tick {
    let wall = u64::try_from(sys.clock.wall().0).unwrap_or(0);
    let left = if plant == Plant::RenewedDeadlines { 30_000_000_000 } else { deadline.saturating_sub(wall) };
    sys.clock.tick().plus(Duration::from_nanos(left))
}

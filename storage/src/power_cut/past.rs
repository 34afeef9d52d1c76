//! What a reopened store has to show: the commits of a line of lives, worked out from what was asked, answered and watched. Called by
//! `reopen`; it must never ask the store anything.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use sys::Tick;

use super::life::{Attempt, Outcome, Record, Shot};
use crate::contract::model::{Followed, Model, Written};
use crate::{Batch, Change, Item, Key, Revision, WatchItem};

/// The commits of a line of lives.
pub(super) struct Past {
    known: BTreeMap<Revision, Arc<Batch>>,
    /// The same, for reads and watches.
    pub(super) model: Model,
    /// For commits of the last life that somebody asked for: calls of the disk before.
    asked: BTreeMap<Revision, usize>,
    /// The newest revision and the compacted one when the last life began.
    began: (Revision, Revision),
}

/// What a reopened store may show.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    /// The newest revision at least, and at most.
    pub(super) current: (Revision, Revision),
    /// The compacted revision at least, and at most.
    pub(super) compacted: (Revision, Revision),
    /// The time of the cut.
    pub(super) now: Tick,
}

impl Past {
    /// Before the first life.
    pub(super) fn nothing() -> Self {
        Self::new(BTreeMap::new(), BTreeMap::new(), (Revision(1), Revision(1))).expect("there is nothing to contradict")
    }

    fn new(
        known: BTreeMap<Revision, Arc<Batch>>,
        asked: BTreeMap<Revision, usize>,
        began: (Revision, Revision),
    ) -> Result<Self, String> {
        let written = |batch: &Arc<Batch>| -> Vec<Written> {
            batch
                .changes
                .iter()
                .map(|change| (change.key.clone(), change.current.as_ref().map(|item| item.value.clone())))
                .collect()
        };
        let commits: Vec<_> = known.iter().map(|(revision, batch)| (*revision, written(batch))).collect();
        let model = Model::new(Revision(1), commits).map_err(|violation| violation.to_string())?;
        Ok(Self { known, model, asked, began })
    }

    pub(super) fn last(&self) -> Revision {
        self.model.last()
    }

    /// What is left of it when the store came back at a revision.
    pub(super) fn cut(&self, current: Revision, compacted: Revision) -> Result<Self, String> {
        let known = self.known.range(..=current).map(|(revision, batch)| (*revision, batch.clone())).collect();
        Self::new(known, BTreeMap::new(), (current, compacted))
    }

    /// With the commits of a life, which must agree with what was asked and answered in it.
    pub(super) fn with_life(&self, record: &Record) -> Result<Self, String> {
        if let Some(violation) = &record.violation {
            return Err(violation.clone());
        }
        let past = self.with(record.seen.values().cloned(), &record.attempts, Tick(Duration::ZERO))?;
        let committed =
            |attempt: &Attempt| if let Outcome::Committed(revision) = attempt.outcome { Some(revision) } else { None };
        match record.attempts.iter().filter_map(committed).find(|revision| !record.seen.contains_key(revision)) {
            Some(revision) => Err(format!("revision {revision} was answered and never delivered")),
            None => Ok(past),
        }
    }

    /// With more commits, each of which somebody must have asked for and nobody been refused, or which deletes what has expired.
    /// Deadlines that had passed when the store was opened may be any moment before that.
    pub(super) fn with(
        &self,
        batches: impl Iterator<Item = Arc<Batch>>,
        attempts: &[Attempt],
        opened: Tick,
    ) -> Result<Self, String> {
        let mut known = self.known.clone();
        let mut asked = self.asked.clone();
        let mut items = Vec::new();
        let mut used = vec![false; attempts.len()];
        for batch in batches {
            let revision = batch.revision;
            let answered = attempts.iter().position(|it| it.outcome == Outcome::Committed(revision));
            let found = match answered {
                Some(index) if !writes(&attempts[index], &batch, opened) => {
                    return Err(format!("revision {revision} holds something else than what was answered: {batch:?}"));
                }
                Some(index) => Some(index),
                None => (0..attempts.len()).find(|index| {
                    !used[*index] && attempts[*index].outcome == Outcome::Unknown && writes(&attempts[*index], &batch, opened)
                }),
            };
            match found {
                // A key that expired may look as if somebody had deleted it, who asked later and went away.
                Some(index) if answered.is_some() || !is_expiry(&batch) => {
                    used[index] = true;
                    asked.insert(revision, attempts[index].asked);
                }
                _ if is_expiry(&batch) => {}
                _ => return Err(format!("nobody asked for revision {revision}: {batch:?}")),
            }
            known.insert(revision, batch.clone());
            items.push(WatchItem::Batch(batch));
        }
        let past = Self::new(known, asked, self.began)?;
        let followed = Followed { prefix: Key::from(""), after: self.last(), items, until: None };
        past.model.check_followed(&followed).map_err(|violation| violation.to_string())?;
        Ok(past)
    }

    /// What may come back from the disk of a shot. A store that does not forget by itself is compacted by its callers only.
    pub(super) fn bounds(&self, record: &Record, shot: &Shot, forgets: bool) -> Bounds {
        let answered = record.attempts.iter().filter(|attempt| attempt.answered <= shot.at);
        let committed = answered.filter_map(|attempt| if let Outcome::Committed(it) = attempt.outcome { Some(it) } else { None });
        let least = committed.chain([self.began.0, shot.shown]).max().unwrap_or_default();
        // What was asked for after the last call cannot be on the disk.
        let first_absent = self.asked.iter().filter(|(_, asked)| **asked >= shot.at).map(|(revision, _)| *revision).min();
        let most = first_absent.map_or(self.last(), |revision| Revision(revision.0 - 1));
        let compactions = |done: &dyn Fn(&super::life::Compaction) -> bool| {
            record.compactions.iter().filter(|it| done(it)).map(|it| it.revision).chain([self.began.1]).max().unwrap_or_default()
        };
        let least_compacted = compactions(&|it| it.answered.is_some_and(|answered| answered <= shot.at));
        let most_compacted = if forgets { Revision(u64::MAX) } else { compactions(&|it| it.asked < shot.at) };
        Bounds { current: (least, most), compacted: (least_compacted, most_compacted), now: shot.now }
    }

    /// Whether an item has the deadline that it was written with. One that passed while the store was away may be any moment until it
    /// came back.
    pub(super) fn check_deadline(&self, item: &Item, opened: Tick) -> Result<(), String> {
        let batch = self.known.get(&item.mod_revision).ok_or_else(|| format!("nothing wrote {item:?}"))?;
        let change = batch.changes.iter().find(|change| change.key == item.key);
        let written = change.and_then(|change| change.current.as_ref()?.expires_at);
        let kept = match (written, item.expires_at) {
            (None, None) => true,
            (Some(written), Some(kept)) => written == kept || (written <= opened && kept <= opened),
            _ => false,
        };
        if kept {
            Ok(())
        } else {
            Err(format!("{} of {} expires at {:?}, not {written:?}", item.key, item.mod_revision, item.expires_at))
        }
    }
}

/// Whether a commit is what an attempt asked for: every put, every delete of a key that existed, and nothing else.
fn writes(attempt: &Attempt, batch: &Batch, opened: Tick) -> bool {
    let fits = |change: &Change| match attempt.written.iter().find(|(key, _)| *key == change.key) {
        Some((key, value)) => {
            let current = change.current.as_ref();
            *value == current.map(|item| item.value.clone())
                && expires_in_time(attempt, key, current.and_then(|item| item.expires_at), opened)
        }
        None => false,
    };
    let made = |key: &Key| batch.changes.iter().any(|change| change.key == *key);
    batch.changes.iter().all(fits) && attempt.written.iter().all(|(key, value)| value.is_none() || made(key))
}

fn expires_in_time(attempt: &Attempt, key: &Key, at: Option<Tick>, opened: Tick) -> bool {
    match (attempt.ttl.get(key), at) {
        (None, None) => true,
        (Some(ttl), Some(at)) => {
            let (least, most) = (attempt.between.0.plus(*ttl), attempt.between.1.plus(*ttl));
            (least..=most).contains(&at) || (least <= opened && at <= opened)
        }
        _ => false,
    }
}

/// Whether a commit only deletes a key that had a time to live.
fn is_expiry(batch: &Batch) -> bool {
    let expired = |change: &Change| {
        change.current.is_none() && change.previous.as_ref().is_some_and(|previous| previous.expires_at.is_some())
    };
    batch.changes.len() == 1 && batch.changes.iter().all(expired)
}

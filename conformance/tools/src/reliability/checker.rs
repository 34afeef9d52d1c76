//! Judges what clients did and saw. Pure: called by `crash`, `full_disk` and the tests; it must never do I/O.
//!
//! ```text
//! answers, watches -> merged history (one event per revision) -> every object's chain of states
//!                                                             -> writes, reads, lists and each watch against it
//! ```
//! [`Ledger::survivors`] needs no watch: it asks whether a state can follow from the answers. [`Ledger::check`] judges everything
//! since the last check, made when nothing is under way and every watch has caught up.

mod chain;
mod streams;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use super::history::{Change, Event, Intent, Key, List, Outcome, Record, Revision, Step, Version, Write};

/// Checks whose history stays, so that a watch may go back that far.
pub(crate) const KEPT: usize = 8;

/// What kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// An acknowledged write is not there.
    Lost,
    /// A deleted object is back.
    Resurrected,
    /// Something that no write made, or a refused one.
    Phantom,
    /// Two changes with one revision.
    Reused,
    /// A revision lower than one that was known before.
    Decreased,
    /// A watch left something out.
    Gap,
    /// A watch delivered something twice, or too late.
    Duplicate,
    /// An event with another type or content than the change had.
    WrongEvent,
    /// A change that does not follow from the object's state, or that ignores its precondition.
    Chain,
    /// A write that was carried out twice.
    Twice,
    /// A read or a refusal that no state since the request began explains.
    Stale,
    /// A list that shows the state of no single revision.
    List,
    /// An object that is not as any write made it; an answer that makes no sense; a watch that fails or does not catch up.
    Broken,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: Kind,
    pub(crate) text: String,
}

impl Fault {
    pub(crate) fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?}: {}", self.kind, self.text)
    }
}

/// A change and the content that it replaced.
#[derive(Clone, Copy, Debug)]
struct Entry {
    event: Event,
    /// The state that it replaced, filled in by `chain::follow`.
    before: Option<Version>,
}

/// What is known for sure: the state at the last check, and the history before it.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    live: HashMap<Key, Version>,
    gone: HashSet<u128>,
    past: BTreeMap<Revision, Entry>,
    /// Revisions of the last checks.
    checks: Vec<Revision>,
}

impl Ledger {
    /// How far back a watch may be taken up that will be running at the next checks.
    pub(crate) fn rewindable(&self) -> Revision {
        self.checks.get(self.checks.len() / 2).copied().unwrap_or_default()
    }

    /// The revision of the last change that was checked.
    pub(crate) fn settled(&self) -> Revision {
        self.checks.last().copied().unwrap_or_default()
    }

    /// Whether a list of everything of a kind, made when nothing was under way, can follow from what writes were answered.
    /// `known` is the highest revision that anyone has seen.
    pub(crate) fn survivors(&self, writes: &[Write], list: &List, known: Revision) -> Vec<Fault> {
        let mut faults = Vec::new();
        if list.revision < known {
            let text = format!("a list has revision {}, but {known} had been handed out", list.revision);
            faults.push(Fault::new(Kind::Decreased, text));
        }
        let mut of: BTreeMap<Key, Vec<&Write>> = BTreeMap::new();
        for key in self.live.keys().chain(list.items.keys()).filter(|key| list.scope.covers(**key)) {
            of.entry(*key).or_default();
        }
        for write in writes.iter().filter(|write| list.scope.covers(write.key)) {
            of.entry(write.key).or_default().push(write);
        }
        for (key, writes) in of {
            faults.extend(self.survivor(key, &writes, list.items.get(&key).copied()));
        }
        faults
    }

    fn survivor(&self, key: Key, writes: &[&Write], found: Option<Version>) -> Option<Fault> {
        let stored = writes.iter().filter_map(|write| match write.outcome {
            Outcome::Stored(version) => Some(version),
            _ => None,
        });
        let newest = stored.chain(self.live.get(&key).copied()).max_by_key(|version| version.revision);
        let deleted = |uid: u128| writes.iter().any(|write| write.outcome == Outcome::Deleted(uid));
        let unknown = |delete: bool| {
            let open = writes.iter().filter(|write| write.outcome == Outcome::Unknown);
            open.filter(move |write| matches!(write.intent, Intent::Delete(_)) == delete)
        };
        let Some(found) = found else {
            let newest = newest?;
            let explained = deleted(newest.uid) || unknown(true).next().is_some();
            return (!explained).then(|| Fault::new(Kind::Lost, format!("{key} is gone, acknowledged was {newest}")));
        };
        if deleted(found.uid) || self.gone.contains(&found.uid) {
            return Some(Fault::new(Kind::Resurrected, format!("{key} is back: {found}")));
        }
        if let Some(newest) = newest.filter(|newest| found.revision < newest.revision) {
            return Some(Fault::new(Kind::Lost, format!("{key} is {found}, acknowledged was {newest}")));
        }
        if newest == Some(found) || unknown(false).any(|write| write.token == found.token && found.revision > write.since) {
            return None;
        }
        Some(Fault::new(Kind::Phantom, format!("{key} is {found}, which no write made; acknowledged: {newest:?}")))
    }

    /// Judges everything since the last check and takes over the new state.
    pub(crate) fn check(&mut self, record: &Record) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut changes = merge(record, &self.past, self.settled(), &mut faults);
        let chain = chain::follow(&self.live, &self.gone, &mut changes, &mut faults);
        chain::writes(record, &changes, &mut faults);
        chain::reads(record, &chain, &mut faults);
        // A watch may have begun with a list while the last check was made.
        let lists = record.lists.iter().filter(|list| list.revision >= self.settled());
        lists.for_each(|list| chain::list(list, &chain, &mut faults));
        let settled = changes.last_key_value().map(|(revision, _)| *revision).or_else(|| self.checks.last().copied());
        for entry in changes.values() {
            match entry.event.change {
                Change::Deleted => {
                    self.live.remove(&entry.event.key);
                    self.gone.insert(entry.event.version.uid);
                }
                _ => drop(self.live.insert(entry.event.key, entry.event.version)),
            }
        }
        self.past.append(&mut changes);
        for segment in &record.segments {
            streams::segment(segment, &self.past, &mut faults);
        }
        self.checks.extend(settled);
        if self.checks.len() > KEPT {
            let oldest = self.checks.remove(0);
            self.past = self.past.split_off(&(oldest + 1));
        }
        faults
    }
}

/// One event per revision after `settled`, from all watches without a selector and from the answers.
fn merge(
    record: &Record,
    past: &BTreeMap<Revision, Entry>,
    settled: Revision,
    faults: &mut Vec<Fault>,
) -> BTreeMap<Revision, Entry> {
    let mut changes: BTreeMap<Revision, Entry> = BTreeMap::new();
    let whole = record.segments.iter().filter(|segment| segment.scope.colour.is_none());
    let steps = whole.flat_map(|segment| segment.steps.iter());
    let mut reported = HashSet::new();
    for event in steps.filter_map(|step| if let Step::Event(event) = step { Some(*event) } else { None }) {
        let revision = event.version.revision;
        let known = past.get(&revision).or_else(|| changes.get(&revision)).map(|entry| entry.event);
        match known {
            None if revision > settled => drop(changes.insert(revision, Entry { event, before: None })),
            // An event older than the last check that no one saw then: `streams` tells of it.
            None => {}
            Some(known) if known == event => {}
            Some(known) if known.key == event.key && known.version == event.version => {}
            Some(known) if reported.insert(revision) => {
                faults.push(Fault::new(Kind::Reused, format!("{known} and {event}")));
            }
            Some(_) => {}
        }
    }
    for write in &record.writes {
        let Outcome::Stored(version) = write.outcome else { continue };
        let known = past.get(&version.revision).or_else(|| changes.get(&version.revision)).map(|entry| entry.event);
        if let Some(known) = known.filter(|known| known.key != write.key || known.version != version)
            && reported.insert(version.revision)
        {
            faults.push(Fault::new(Kind::Reused, format!("{known} and the answer {} {version}", write.key)));
        }
    }
    changes
}

//! Objects' chains of states, and the writes, reads and lists that must fit them. Called by `Ledger::check` only; pure.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::history::{Change, Event, Intent, Key, List, Outcome, Record, Refusal, Revision, Version, Write};
use super::{Entry, Fault, Kind};

/// The states that each object went through since the last check, beginning with the one at that time (revision 0).
pub(super) struct Chains(HashMap<Key, Vec<(Revision, Option<Version>)>>);

impl Chains {
    fn of(&self, key: Key) -> &[(Revision, Option<Version>)] {
        self.0.get(&key).map_or(&[(0, None)], Vec::as_slice)
    }

    fn at(&self, key: Key, revision: Revision) -> Option<Version> {
        self.of(key).iter().rev().find(|(since, _)| *since <= revision).and_then(|(_, state)| *state)
    }

    /// Whether a state that the object had at `since` or later meets a condition.
    fn any_since(&self, key: Key, since: Revision, mut meets: impl FnMut(Option<Version>) -> bool) -> bool {
        meets(self.at(key, since)) || self.of(key).iter().any(|(revision, state)| *revision > since && meets(*state))
    }
}

/// Follows every object through the changes, in order of revisions, and notes in each change what it replaced.
pub(super) fn follow(
    live: &HashMap<Key, Version>,
    gone: &HashSet<u128>,
    changes: &mut BTreeMap<Revision, Entry>,
    faults: &mut Vec<Fault>,
) -> Chains {
    let mut chains: HashMap<Key, Vec<_>> = live.iter().map(|(key, version)| (*key, vec![(0, Some(*version))])).collect();
    let mut gone_now = HashSet::new();
    for (revision, entry) in changes.iter_mut() {
        let Event { change, key, version } = entry.event;
        let states = chains.entry(key).or_insert_with(|| vec![(0, None)]);
        let before = states.last().and_then(|(_, state)| *state);
        entry.before = before;
        let follows = match (change, before) {
            (Change::Added, None) => true,
            (Change::Modified, Some(before)) => before.uid == version.uid,
            (Change::Deleted, Some(before)) => before.uid == version.uid && before.token == version.token,
            _ => false,
        };
        if gone.contains(&version.uid) || gone_now.contains(&version.uid) {
            faults.push(Fault::new(Kind::Resurrected, format!("{} after its deletion", entry.event)));
        } else if !follows {
            faults.push(Fault::new(Kind::Chain, format!("{} although the object was {before:?}", entry.event)));
        }
        if change == Change::Deleted {
            gone_now.insert(version.uid);
        }
        states.push((*revision, (change != Change::Deleted).then_some(version)));
    }
    Chains(chains)
}

/// Every change must come from one write, and every acknowledged write must be a change.
pub(super) fn writes(record: &Record, changes: &BTreeMap<Revision, Entry>, faults: &mut Vec<Fault>) {
    let by_token: HashMap<u64, &Write> = record.writes.iter().map(|write| (write.token, write)).collect();
    let mut made = HashSet::new();
    let mut deleted: HashMap<u128, Entry> = HashMap::new();
    for entry in changes.values() {
        let Event { change, key, version } = entry.event;
        if change == Change::Deleted {
            deleted.insert(version.uid, *entry);
            continue;
        }
        match by_token.get(&version.token) {
            Some(write) if write.key == key => {
                if !made.insert(version.token) {
                    faults.push(Fault::new(Kind::Twice, format!("{} by one write", entry.event)));
                }
                faults.extend(result(write, entry));
            }
            _ => faults.push(Fault::new(Kind::Phantom, format!("{}, which no write asked for", entry.event))),
        }
    }
    for write in &record.writes {
        if let Outcome::Stored(version) = write.outcome
            && !changes.get(&version.revision).is_some_and(|entry| entry.event.version == version)
        {
            faults.push(Fault::new(Kind::Lost, format!("acknowledged {} {version} is in no watch", write.key)));
        }
    }
    deletes(record, &deleted, faults);
}

/// Whether a change is what its write asked for.
fn result(write: &Write, entry: &Entry) -> Option<Fault> {
    let Event { change, version, .. } = entry.event;
    let replaced = entry.before.map(|before| before.revision);
    if version.revision <= write.since {
        let text = format!("{}, but {} was known before it was asked for", entry.event, write.since);
        return Some(Fault::new(Kind::Decreased, text));
    }
    match write.outcome {
        Outcome::Unknown => {}
        Outcome::Stored(answered) if answered == version => {}
        Outcome::Stored(answered) => {
            return Some(Fault::new(Kind::Reused, format!("{} was answered as {answered}", entry.event)));
        }
        Outcome::Deleted(_) | Outcome::Refused(_) => {
            return Some(Fault::new(Kind::Phantom, format!("{}, but the write was refused", entry.event)));
        }
    }
    let asked = match write.intent {
        Intent::Create => change == Change::Added,
        Intent::Update(expected) => change == Change::Modified && replaced == Some(expected),
        Intent::Upsert(expected) => change == Change::Added || (change == Change::Modified && replaced == Some(expected)),
        Intent::Patch => change == Change::Modified,
        Intent::Delete(_) => false,
    };
    (!asked).then(|| Fault::new(Kind::Chain, format!("{} by {:?}, it replaced {replaced:?}", entry.event, write.intent)))
}

fn deletes(record: &Record, deleted: &HashMap<u128, Entry>, faults: &mut Vec<Fault>) {
    let mut acknowledged = HashSet::new();
    for write in &record.writes {
        let Outcome::Deleted(uid) = write.outcome else { continue };
        if !acknowledged.insert(uid) {
            faults.push(Fault::new(Kind::Twice, format!("{} uid {uid:032x} was deleted twice", write.key)));
        }
        match deleted.get(&uid) {
            None => faults
                .push(Fault::new(Kind::Lost, format!("acknowledged deletion of {} uid {uid:032x} is in no watch", write.key))),
            Some(entry) if entry.event.version.revision <= write.since => {
                let text = format!("{}, but {} was known before it was asked for", entry.event, write.since);
                faults.push(Fault::new(Kind::Decreased, text));
            }
            Some(entry) => {
                let replaced = entry.before.map(|before| before.revision);
                if let Intent::Delete(Some(expected)) = write.intent
                    && replaced != Some(expected)
                {
                    faults.push(Fault::new(
                        Kind::Chain,
                        format!("{}, asked for at {expected}, replaced {replaced:?}", entry.event),
                    ));
                }
            }
        }
    }
    let is_open = |write: &&Write| write.outcome == Outcome::Unknown && matches!(write.intent, Intent::Delete(_));
    let mut open: Vec<&Write> = record.writes.iter().filter(is_open).collect();
    let mut unexplained: Vec<&Entry> =
        deleted.values().filter(|entry| !acknowledged.contains(&entry.event.version.uid)).collect();
    unexplained.sort_unstable_by_key(|entry| entry.event.version.revision);
    for entry in unexplained {
        let fits = |write: &&Write| write.key == entry.event.key && write.since < entry.event.version.revision;
        match open.iter().position(fits) {
            Some(index) => drop(open.swap_remove(index)),
            None => faults.push(Fault::new(Kind::Phantom, format!("{}, which nobody deleted", entry.event))),
        }
    }
}

/// Reads and refusals must show a state that was there after the request began.
pub(super) fn reads(record: &Record, chains: &Chains, faults: &mut Vec<Fault>) {
    for read in &record.reads {
        if !chains.any_since(read.key, read.since, |state| state == read.found) {
            let text = format!("GET of {} found {:?}; revision {} was known before", read.key, read.found, read.since);
            faults.push(Fault::new(Kind::Stale, text));
        }
    }
    for write in &record.writes {
        let Outcome::Refused(refusal) = write.outcome else { continue };
        let explained = match (refusal, write.intent) {
            (Refusal::Other, _) => true,
            (Refusal::Exists, _) => chains.any_since(write.key, write.since, |state| state.is_some()),
            (Refusal::Missing, _) => chains.any_since(write.key, write.since, |state| state.is_none()),
            (Refusal::Conflict, Intent::Update(expected) | Intent::Upsert(expected) | Intent::Delete(Some(expected))) => {
                chains.any_since(write.key, write.since, |state| state.is_none_or(|state| state.revision != expected))
            }
            (Refusal::Conflict, _) => false,
        };
        if !explained {
            let text = format!(
                "{:?} of {} was refused as {refusal:?}; revision {} was known before",
                write.intent, write.key, write.since
            );
            faults.push(Fault::new(Kind::Stale, text));
        }
    }
}

/// A list must show the state of its revision.
pub(super) fn list(list: &List, chains: &Chains, faults: &mut Vec<Fault>) {
    if list.revision < list.since {
        let List { scope, since, revision, items } = list;
        let text = format!("a list of {scope:?} ({} items) has revision {revision}, but {since} was known before", items.len());
        faults.push(Fault::new(Kind::Stale, text));
    }
    let keys: HashSet<Key> = chains.0.keys().chain(list.items.keys()).copied().collect();
    for key in keys {
        let shown = |version: &Version| list.scope.covers(key) && list.scope.selects(version.token);
        let expected = chains.at(key, list.revision).filter(shown);
        let found = list.items.get(&key).copied();
        if found != expected {
            let text = format!("the list at {} shows {key} as {found:?}, history says {expected:?}", list.revision);
            faults.push(Fault::new(Kind::List, text));
        }
    }
}

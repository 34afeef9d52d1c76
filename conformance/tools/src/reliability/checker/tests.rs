//! Hand-made histories: good ones pass, and every planted fault is named.

use super::super::history::{Read, Refusal, Scope, Segment};
use super::*;

const KEY: Key = Key { kind: 0, namespace: 0, name: 1 };
const OTHER: Key = Key { kind: 0, namespace: 1, name: 2 };

fn version(revision: Revision, token: u64, uid: u128) -> Version {
    Version { revision, token, uid }
}

fn write(key: Key, intent: Intent, token: u64, since: Revision, outcome: Outcome) -> Write {
    Write { key, intent, token, since, outcome }
}

fn event(change: Change, key: Key, version: Version) -> Step {
    Step::Event(Event { change, key, version })
}

fn segment(watcher: usize, scope: Scope, from: Revision, steps: &[Step]) -> Segment {
    Segment { watcher, scope, from, steps: steps.to_vec(), complete: true }
}

fn list(revision: Revision, items: &[(Key, Version)]) -> List {
    List { scope: Scope::of(0), since: 1, revision, items: items.iter().copied().collect() }
}

/// Four changes of two objects by five writes, one of them with unknown outcome, seen by three watches, two reads and a list.
fn good() -> Record {
    let events = [
        event(Change::Added, KEY, version(10, 100, 1)),
        event(Change::Added, OTHER, version(11, 101, 2)),
        event(Change::Modified, KEY, version(12, 103, 1)),
        event(Change::Deleted, OTHER, version(13, 101, 2)),
    ];
    let odd = Scope { colour: Some(1), ..Scope::of(0) };
    let first = Scope { namespace: Some(0), ..Scope::of(0) };
    Record {
        writes: vec![
            write(KEY, Intent::Create, 100, 9, Outcome::Stored(version(10, 100, 1))),
            write(OTHER, Intent::Create, 101, 9, Outcome::Unknown),
            write(KEY, Intent::Update(9), 102, 10, Outcome::Refused(Refusal::Conflict)),
            write(KEY, Intent::Update(10), 103, 11, Outcome::Stored(version(12, 103, 1))),
            write(OTHER, Intent::Delete(None), 104, 12, Outcome::Deleted(2)),
        ],
        reads: vec![Read { key: KEY, since: 9, found: None }, Read { key: KEY, since: 10, found: Some(version(10, 100, 1)) }],
        lists: vec![list(11, &[(KEY, version(10, 100, 1)), (OTHER, version(11, 101, 2))])],
        segments: vec![
            segment(0, Scope::of(0), 9, &events),
            segment(1, first, 9, &[events[0], Step::Bookmark(11), events[2]]),
            // The object changes from even to odd: it comes in.
            segment(2, odd, 9, &[events[1], event(Change::Added, KEY, version(12, 103, 1)), events[3]]),
        ],
    }
}

/// What was taken out is not wanted.
fn discard<T>(_: T) {}

fn kinds(record: &Record) -> Vec<Kind> {
    let mut kinds: Vec<_> = Ledger::default().check(record).into_iter().map(|fault| fault.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Changes the good history and expects these faults.
fn check(change: impl FnOnce(&mut Record), expect: &[Kind]) {
    let mut record = good();
    change(&mut record);
    assert_eq!(kinds(&record), expect, "{:?}", Ledger::default().check(&record));
}

#[test]
fn a_good_history_passes() {
    check(|_| {}, &[]);
}

#[test]
fn watches_that_leave_out_repeat_or_reorder() {
    // No other watch without a selector has seen it either: what follows from it makes no sense.
    check(|record| discard(record.segments[0].steps.remove(1)), &[Kind::WrongEvent, Kind::Chain, Kind::List]);
    check(|record| discard(record.segments[0].steps.remove(2)), &[Kind::Gap]);
    check(|record| discard(record.segments[1].steps.remove(0)), &[Kind::Gap]);
    check(|record| discard(record.segments[1].steps.pop()), &[Kind::Gap]);
    check(|record| record.segments[1].steps.insert(1, Step::Bookmark(12)), &[Kind::Gap, Kind::Duplicate]);
    check(|record| record.segments[2].steps.insert(0, Step::Bookmark(9)), &[]);
    check(|record| record.segments[0].steps.extend_from_within(3..), &[Kind::Duplicate]);
    check(|record| record.segments[1].steps.swap(0, 2), &[Kind::Gap, Kind::Duplicate]);
    let wrong = event(Change::Modified, KEY, version(12, 103, 1));
    check(|record| record.segments[2].steps[1] = wrong, &[Kind::WrongEvent]);
    check(|record| record.segments[2].steps.insert(0, event(Change::Added, KEY, version(10, 100, 1))), &[Kind::WrongEvent]);
}

#[test]
fn a_watch_that_ended_early_has_left_nothing_out() {
    let cut = |record: &mut Record| {
        record.segments[1].steps.truncate(1);
        record.segments[1].complete = false;
    };
    check(cut, &[]);
}

#[test]
fn a_resumed_watch_neither_skips_nor_repeats() {
    let resumed = |from, first: usize| {
        move |record: &mut Record| {
            let rest = record.segments[0].steps.split_off(2);
            record.segments[0].complete = false;
            record.segments.push(segment(0, Scope::of(0), from, &rest[first..]));
        }
    };
    check(resumed(11, 0), &[]);
    check(resumed(11, 1), &[Kind::Gap]);
    check(resumed(12, 0), &[Kind::Duplicate]);
}

#[test]
fn an_acknowledged_write_that_nobody_sees() {
    let forget = |record: &mut Record| {
        record.writes.push(write(KEY, Intent::Patch, 105, 13, Outcome::Stored(version(14, 105, 1))));
    };
    check(forget, &[Kind::Lost]);
    check(|record| record.writes.push(write(KEY, Intent::Delete(None), 105, 13, Outcome::Deleted(1))), &[Kind::Lost]);
}

#[test]
fn revisions_are_used_once_and_grow() {
    let early = |record: &mut Record| {
        record.writes.push(write(OTHER, Intent::Create, 105, 9, Outcome::Stored(version(12, 105, 3))));
    };
    check(early, &[Kind::Lost, Kind::Reused]);
    let two = event(Change::Modified, KEY, version(12, 100, 1));
    check(|record| record.segments[1].steps[2] = two, &[Kind::Reused, Kind::WrongEvent]);
    check(|record| record.writes[3].since = 12, &[Kind::Decreased]);
    check(|record| record.writes[4].since = 13, &[Kind::Decreased]);
}

#[test]
fn writes_do_what_they_were_asked_once() {
    check(|record| record.writes[1].outcome = Outcome::Refused(Refusal::Other), &[Kind::Phantom]);
    check(|record| discard(record.writes.remove(1)), &[Kind::Phantom]);
    check(|record| record.writes[4].outcome = Outcome::Refused(Refusal::Other), &[Kind::Phantom]);
    check(|record| record.writes[4].outcome = Outcome::Unknown, &[]);
    check(|record| record.writes[4].intent = Intent::Delete(Some(10)), &[Kind::Chain]);
    check(|record| record.writes[4].intent = Intent::Delete(Some(11)), &[]);
    // A lost update: the object had moved on.
    check(|record| record.writes[3].intent = Intent::Update(9), &[Kind::Chain]);
    check(|record| record.writes[3].intent = Intent::Upsert(9), &[Kind::Chain]);
    check(|record| (record.writes[0].intent, record.writes[3].intent) = (Intent::Upsert(3), Intent::Upsert(10)), &[]);
    let again = |record: &mut Record| record.writes.push(write(OTHER, Intent::Delete(None), 105, 12, Outcome::Deleted(2)));
    check(again, &[Kind::Twice]);
}

#[test]
fn deleted_objects_stay_away() {
    let back = |record: &mut Record| {
        record.writes.push(write(OTHER, Intent::Create, 105, 13, Outcome::Unknown));
        record.segments[0].steps.push(event(Change::Added, OTHER, version(14, 105, 2)));
        record.segments[2].steps.push(event(Change::Added, OTHER, version(14, 105, 2)));
    };
    check(back, &[Kind::Resurrected]);
}

#[test]
fn reads_and_refusals_are_not_older_than_what_was_known() {
    check(|record| record.reads[0].since = 10, &[Kind::Stale]);
    check(|record| record.reads[1].since = 12, &[Kind::Stale]);
    check(|record| record.lists[0].since = 12, &[Kind::Stale]);
    check(|record| record.writes[2].intent = Intent::Update(12), &[]);
    check(|record| (record.writes[2].since, record.writes[2].intent) = (12, Intent::Update(12)), &[Kind::Stale]);
    check(|record| record.writes[2].outcome = Outcome::Refused(Refusal::Missing), &[Kind::Stale]);
    check(|record| record.writes[2].outcome = Outcome::Refused(Refusal::Exists), &[]);
}

#[test]
fn a_list_shows_one_revision() {
    check(|record| discard(record.lists[0].items.remove(&OTHER)), &[Kind::List]);
    check(|record| record.lists[0].revision = 12, &[Kind::List]);
    check(|record| record.lists[0].scope.namespace = Some(0), &[Kind::List]);
}

#[test]
fn the_state_is_carried_on_and_history_stays_for_a_while() {
    let mut ledger = Ledger::default();
    assert_eq!(ledger.check(&good()), []);
    let modified = event(Change::Modified, KEY, version(20, 200, 1));
    let again = event(Change::Deleted, OTHER, version(13, 101, 2));
    let next = |steps: &[Step], intent| Record {
        writes: vec![write(KEY, intent, 200, 13, Outcome::Stored(version(20, 200, 1)))],
        segments: vec![segment(0, Scope::of(0), 12, steps), segment(1, Scope::of(0), 13, &[modified])],
        lists: vec![list(13, &[(KEY, version(12, 103, 1))])],
        ..Record::default()
    };
    assert_eq!(ledger.check(&next(&[again, modified], Intent::Update(12))), []);
    let mut ledger = Ledger::default();
    ledger.check(&good());
    let faults = ledger.check(&next(&[modified], Intent::Update(10)));
    assert_eq!(faults.iter().map(|fault| fault.kind).collect::<Vec<_>>(), [Kind::Chain, Kind::Gap], "{faults:?}");
}

#[test]
fn what_may_be_there_after_a_crash() {
    let mut ledger = Ledger::default();
    assert_eq!(ledger.check(&good()), []);
    let survive = |writes: &[Write], items: &[(Key, Version)], expect: &[Kind]| {
        let faults = ledger.survivors(writes, &list(30, items), 30);
        assert_eq!(faults.iter().map(|fault| fault.kind).collect::<Vec<_>>(), expect, "{faults:?}");
    };
    let old = (KEY, version(12, 103, 1));
    let new = (KEY, version(20, 200, 1));
    let patch = |outcome| [write(KEY, Intent::Patch, 200, 13, outcome)];
    let stored = Outcome::Stored(version(20, 200, 1));
    survive(&[], &[old], &[]);
    survive(&[], &[], &[Kind::Lost]);
    survive(&patch(stored), &[new], &[]);
    // An acknowledgement that came before the write was durable.
    survive(&patch(stored), &[old], &[Kind::Lost]);
    survive(&patch(Outcome::Unknown), &[old], &[]);
    survive(&patch(Outcome::Unknown), &[new], &[]);
    survive(&patch(Outcome::Unknown), &[], &[Kind::Lost]);
    survive(&patch(Outcome::Refused(Refusal::Other)), &[new], &[Kind::Phantom]);
    let delete = |outcome| [write(KEY, Intent::Delete(None), 200, 13, outcome)];
    survive(&delete(Outcome::Deleted(1)), &[], &[]);
    survive(&delete(Outcome::Deleted(1)), &[old], &[Kind::Resurrected]);
    survive(&delete(Outcome::Unknown), &[old], &[]);
    survive(&delete(Outcome::Unknown), &[], &[]);
    // Deleted before the last check.
    survive(&[], &[old, (OTHER, version(11, 101, 2))], &[Kind::Resurrected]);
    let lower = ledger.survivors(&[], &list(12, &[old]), 13);
    assert_eq!(lower.iter().map(|fault| fault.kind).collect::<Vec<_>>(), [Kind::Decreased]);
}

//! One watch against the merged history: nothing left out, nothing twice, in order, with the right types. Called by `Ledger::check`
//! only; pure.

use std::collections::BTreeMap;

use super::super::history::{Change, Event, Revision, Scope, Segment, Step, Version};
use super::{Entry, Fault, Kind};

/// What a watch with this scope is to deliver of a change.
fn expected(entry: &Entry, scope: &Scope) -> Option<Event> {
    let Event { change, key, version } = entry.event;
    if !scope.covers(key) {
        return None;
    }
    let was = change != Change::Added && entry.before.is_some_and(|before| scope.selects(before.token));
    let is = change != Change::Deleted && scope.selects(version.token);
    let change = match (was, is) {
        (false, false) => return None,
        (false, true) => Change::Added,
        (true, true) => Change::Modified,
        (true, false) => Change::Deleted,
    };
    // What leaves the selection goes with the content that was in it.
    let token = if is { version.token } else { entry.before.map_or(version.token, |before| before.token) };
    Some(Event { change, key, version: Version { token, ..version } })
}

/// Compares what a watch delivered with what it was to deliver.
pub(super) fn segment(segment: &Segment, history: &BTreeMap<Revision, Entry>, faults: &mut Vec<Fault>) {
    let end = if segment.complete { Revision::MAX } else { segment.reached().max(segment.from) };
    let after = segment.from.saturating_add(1);
    let changes = (after <= end).then(|| history.range(after..=end));
    let mut due = changes.into_iter().flatten().filter_map(|(_, entry)| expected(entry, &segment.scope)).peekable();
    let mut fault = |kind, text: String| {
        let Segment { watcher, from, .. } = segment;
        faults.push(Fault::new(kind, format!("watcher {watcher} ({:?}, from {from}): {text}", segment.scope)));
    };
    let mut reached = segment.from;
    for step in &segment.steps {
        let revision = step.revision();
        // A bookmark may repeat what was reached, an event may not.
        if revision < reached || (revision == reached && matches!(step, Step::Event(_))) {
            fault(Kind::Duplicate, format!("{step:?} after revision {reached}"));
            continue;
        }
        reached = revision;
        let passed = |event: &Event| match step {
            Step::Event(_) => event.version.revision < revision,
            Step::Bookmark(_) => event.version.revision <= revision,
        };
        while let Some(missing) = due.next_if(passed) {
            fault(Kind::Gap, format!("no {missing}; then came {step:?}"));
        }
        if let Step::Event(event) = step {
            match due.next_if(|next| next.version.revision == revision) {
                Some(next) if next == *event => {}
                Some(next) => fault(Kind::WrongEvent, format!("{event} instead of {next}")),
                None => fault(Kind::WrongEvent, format!("{event}, which it was not to see")),
            }
        }
    }
    for missing in due {
        fault(Kind::Gap, format!("no {missing}, and nothing after it"));
    }
}

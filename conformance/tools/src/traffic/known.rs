//! Which values of a case's requests the server has chosen, and in which answer each was seen first. Called by `script`; pure.
//!
//! A case repeats a request with what this run's server has answered: uids, revisions, generated names, times and service addresses become
//! captures. Of a list only its revision is known: the case may have fewer objects than the recorded run had.

use std::collections::BTreeMap;

use crate::json;

use super::request::Asked;

/// What a value is; two of different sorts may be equal by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Uid,
    Revision,
    Name,
    Created,
    Deleted,
    Address,
}

impl Sort {
    const fn letter(self) -> char {
        match self {
            Self::Uid => 'u',
            Self::Revision => 'r',
            Self::Name => 'n',
            Self::Created => 'c',
            Self::Deleted => 'd',
            Self::Address => 'a',
        }
    }
}

/// A value in the answer to a step.
#[derive(Debug)]
struct Seen {
    step: usize,
    pointer: String,
    object: Option<String>,
}

/// The values of one case's answers, and the captures that its requests need.
#[derive(Debug, Default)]
pub(super) struct Known {
    seen: BTreeMap<(Sort, String), Vec<Seen>>,
    /// Step -> variable -> pointer.
    captures: BTreeMap<usize, BTreeMap<String, String>>,
    variables: BTreeMap<(usize, String), String>,
    counts: BTreeMap<char, usize>,
}

impl Known {
    /// Looks at the answer to a step.
    pub(super) fn learn(&mut self, step: usize, asked: &Asked<'_>) {
        let Some(text) = asked.answer.as_ref().filter(|_| asked.is_done()) else { return };
        let Some(root) = json::parse(text) else { return };
        if root.member("status").is_some_and(|status| status.string(text).is_some()) {
            return; // A Status says something about an object that is not there any more.
        }
        let string = |pointer: &str| root.at(pointer).and_then(|node| node.string(text));
        let name = string("/metadata/name");
        let mut note = |sort, pointer: &str| {
            if let Some(value) = string(pointer).filter(|value| !value.is_empty()) {
                let seen = Seen { step, pointer: pointer.to_owned(), object: name.clone() };
                self.seen.entry((sort, value)).or_default().push(seen);
            }
        };
        note(Sort::Uid, "/metadata/uid");
        note(Sort::Revision, "/metadata/resourceVersion");
        note(Sort::Created, "/metadata/creationTimestamp");
        note(Sort::Deleted, "/metadata/deletionTimestamp");
        note(Sort::Address, "/spec/clusterIP");
        if string("/metadata/generateName").is_some_and(|prefix| !prefix.is_empty()) {
            note(Sort::Name, "/metadata/name");
        }
    }

    /// The variable for a value that an answer before `step` held, preferably of the object with this name.
    pub(super) fn variable(&mut self, sort: Sort, value: &str, step: usize, object: Option<&str>) -> Option<String> {
        let all = self.seen.get(&(sort, value.to_owned()))?;
        let mut before = all.iter().filter(|seen| seen.step < step);
        let own = before.clone().find(|seen| seen.object.as_deref() == object);
        let seen = if matches!(sort, Sort::Created | Sort::Deleted) { own? } else { own.or_else(|| before.next())? };
        let place = (seen.step, seen.pointer.clone());
        Some(self.capture(sort, place))
    }

    /// The variable for the last revision of the object that an answer before `step` held.
    pub(super) fn latest(&mut self, object: &str, step: usize) -> Option<String> {
        let revisions = self.seen.iter().filter(|((sort, _), _)| *sort == Sort::Revision).flat_map(|(_, seen)| seen);
        let own = revisions.filter(|seen| seen.step < step && seen.object.as_deref() == Some(object));
        let last = own.max_by_key(|seen| seen.step)?;
        let place = (last.step, last.pointer.clone());
        Some(self.capture(Sort::Revision, place))
    }

    fn capture(&mut self, sort: Sort, place: (usize, String)) -> String {
        if let Some(known) = self.variables.get(&place) {
            return format!("${{{known}}}");
        }
        let count = self.counts.entry(sort.letter()).or_default();
        *count += 1;
        let name = format!("{}{count}", sort.letter());
        self.captures.entry(place.0).or_default().insert(name.clone(), place.1.clone());
        self.variables.insert(place, name.clone());
        format!("${{{name}}}")
    }

    /// Names that a server has generated up to `step`.
    pub(super) fn generated(&self, step: usize) -> Vec<String> {
        let names = self.seen.iter().filter(|((sort, _), seen)| *sort == Sort::Name && seen.iter().any(|seen| seen.step < step));
        names.map(|((_, name), _)| name.clone()).collect()
    }

    /// What a step has to capture.
    pub(super) fn captures(&self, step: usize) -> BTreeMap<String, String> {
        self.captures.get(&step).cloned().unwrap_or_default()
    }
}

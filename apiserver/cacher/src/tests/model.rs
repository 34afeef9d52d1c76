//! What watchers should have been sent, worked out from the commits alone, and the check of what they were sent. `load` first shows
//! that it catches planted faults.

use std::collections::BTreeMap;

use crate::{EventKind, Revision};

/// An object as the model knows it: its app label and the commit that wrote it.
type Stored = (String, Revision);

/// One event as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) kind: EventKind,
    /// `namespace/name`.
    pub(super) path: String,
    /// The app label of the object that was sent.
    pub(super) app: String,
    /// The revision of the change.
    pub(super) revision: Revision,
    /// The revision that wrote the object that was sent.
    pub(super) written: Revision,
    /// The revision that wrote the object that was there before; `None` if none was, or in the initial state.
    pub(super) previous: Option<Revision>,
}

#[derive(Clone, Debug)]
pub(super) enum Entry {
    Event(Sent),
    Bookmark(Revision),
}

/// What one cursor delivered.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    /// Prefix of `namespace/name`.
    pub(super) scope: String,
    /// The app label that is watched; `None` for all.
    pub(super) app: Option<String>,
    /// The revision that it began at.
    pub(super) start: Revision,
    /// The state that it began with, if it was to have one.
    pub(super) initial: Option<Vec<Sent>>,
    pub(super) entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Violation {
    Initial,
    Missing,
    Unexpected,
    WrongOrder,
    WrongKind,
    WrongObject,
    WrongPrevious,
    EarlyBookmark,
}

/// All commits: what each did to which object.
pub(super) struct Model {
    pub(super) commits: BTreeMap<Revision, (String, Option<String>)>,
}

impl Model {
    fn shows(trace: &Trace, path: &str, app: &str) -> bool {
        path.starts_with(&trace.scope) && trace.app.as_deref().is_none_or(|wanted| wanted == app)
    }

    fn state(&self, at: Revision) -> BTreeMap<String, Stored> {
        let mut state = BTreeMap::new();
        for (revision, (path, app)) in self.commits.range(..=at) {
            match app {
                Some(app) => state.insert(path.clone(), (app.clone(), *revision)),
                None => state.remove(path),
            };
        }
        state
    }

    /// Everything a watch should be sent after a revision.
    fn expected(&self, trace: &Trace) -> Vec<Sent> {
        let mut state = self.state(trace.start);
        let mut expected = Vec::new();
        for (revision, (path, app)) in self.commits.range(trace.start.next()..) {
            let before = state.remove(path);
            let now = app.clone().map(|app| (app, *revision));
            if let Some(now) = &now {
                state.insert(path.clone(), now.clone());
            }
            let shown = |stored: &Option<Stored>| stored.clone().filter(|(app, _)| Self::shows(trace, path, app));
            let (kind, (app, written)) = match (shown(&before), shown(&now)) {
                (None, None) => continue,
                (None, Some(now)) => (EventKind::Added, now),
                (Some(_), Some(now)) => (EventKind::Modified, now),
                (Some(before), None) => (EventKind::Deleted, before),
            };
            let previous = before.map(|(_, written)| written);
            expected.push(Sent { kind, path: path.clone(), app, revision: *revision, written, previous });
        }
        expected
    }

    pub(super) fn check(&self, trace: &Trace) -> Result<(), Violation> {
        if let Some(initial) = &trace.initial {
            let state = self.state(trace.start).into_iter().filter(|(path, (app, _))| Self::shows(trace, path, app));
            let expect: Vec<Sent> = state
                .map(|(path, (app, written))| Sent {
                    kind: EventKind::Added,
                    path,
                    app,
                    revision: written,
                    written,
                    previous: None,
                })
                .collect();
            if *initial != expect {
                return Err(Violation::Initial);
            }
        }
        let expected = self.expected(trace);
        let mut next = expected.iter().peekable();
        let mut last = trace.start;
        for entry in &trace.entries {
            match entry {
                Entry::Bookmark(revision) => {
                    if *revision < last || next.peek().is_some_and(|event| event.revision <= *revision) {
                        return Err(Violation::EarlyBookmark);
                    }
                    last = *revision;
                }
                Entry::Event(sent) => {
                    compare(sent, next.next(), last, &expected)?;
                    last = sent.revision;
                }
            }
        }
        Ok(())
    }
}

fn compare(sent: &Sent, expect: Option<&Sent>, last: Revision, all: &[Sent]) -> Result<(), Violation> {
    if sent.revision <= last {
        return Err(Violation::WrongOrder);
    }
    let Some(expect) = expect else { return Err(Violation::Unexpected) };
    if (sent.revision, &sent.path) != (expect.revision, &expect.path) {
        let belongs = all.iter().any(|event| (event.revision, &event.path) == (sent.revision, &sent.path));
        return Err(if belongs { Violation::Missing } else { Violation::Unexpected });
    }
    if sent.kind != expect.kind {
        return Err(Violation::WrongKind);
    }
    if (&sent.app, sent.written) != (&expect.app, expect.written) {
        return Err(Violation::WrongObject);
    }
    if sent.previous != expect.previous {
        return Err(Violation::WrongPrevious);
    }
    Ok(())
}

//! Eight writers and fifty watchers with random starts, selectors and compactions: what each watcher saw is held against the history of
//! the store. A checker counts only after it has caught planted faults, so that comes first.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use storage::Revision;

use crate::support::events::Events;
use crate::support::{Cluster, Options, revision_of};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";

/// Numbers that follow from a seed (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }
}

/// An object as far as watchers can tell states apart: its label and its value.
type State = (String, String);

/// One commit: what it made of one object; `None` when it deleted it.
#[derive(Clone, Debug)]
struct Commit {
    revision: u64,
    name: String,
    after: Option<State>,
}

/// One event as a watcher saw it.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    kind: String,
    revision: u64,
    name: String,
    state: State,
}

/// What a watcher asked for.
#[derive(Clone, Debug)]
struct Asked {
    /// The revision that it started after; with `initial`, the one that the state is of.
    start: u64,
    /// The state came first, as ADDED events.
    initial: bool,
    /// The label that it selects.
    label: Option<String>,
}

impl Asked {
    fn selects(&self, state: Option<&State>) -> bool {
        state.is_some_and(|(label, _)| self.label.as_ref().is_none_or(|wanted| wanted == label))
    }

    /// What a watcher must see, by the documented rules and nothing else.
    fn expects(&self, history: &[Commit]) -> Vec<Seen> {
        let mut live: BTreeMap<String, (u64, State)> = BTreeMap::new();
        let mut expected = Vec::new();
        let mut initial_done = false;
        for commit in history {
            if commit.revision > self.start && !initial_done {
                expected.extend(self.state_of(&live));
                initial_done = true;
            }
            let before = live.get(&commit.name).map(|(_, state)| state.clone());
            if commit.revision > self.start {
                let (was, is) = (self.selects(before.as_ref()), self.selects(commit.after.as_ref()));
                let event = |kind: &str, state: &Option<State>| Seen {
                    kind: kind.to_owned(),
                    revision: commit.revision,
                    name: commit.name.clone(),
                    state: state.clone().expect("what is or was selected has a state"),
                };
                match (was, is) {
                    (false, true) => expected.push(event("ADDED", &commit.after)),
                    (true, true) => expected.push(event("MODIFIED", &commit.after)),
                    (true, false) => expected.push(event("DELETED", &before)),
                    (false, false) => (),
                }
            }
            match &commit.after {
                Some(state) => live.insert(commit.name.clone(), (commit.revision, state.clone())),
                None => live.remove(&commit.name),
            };
        }
        if !initial_done {
            expected.extend(self.state_of(&live));
        }
        expected
    }

    fn state_of(&self, live: &BTreeMap<String, (u64, State)>) -> Vec<Seen> {
        if !self.initial {
            return Vec::new();
        }
        let selected = live.iter().filter(|(_, (_, state))| self.selects(Some(state)));
        selected
            .map(|(name, (revision, state))| Seen {
                kind: "ADDED".to_owned(),
                revision: *revision,
                name: name.clone(),
                state: state.clone(),
            })
            .collect()
    }

    /// The first thing that is wrong with what was seen.
    fn fault(&self, history: &[Commit], seen: &[Seen]) -> Option<String> {
        let expected = self.expects(history);
        let at = expected.iter().zip(seen).position(|(expected, seen)| expected != seen);
        match at {
            Some(at) => Some(format!("event {at} is {:?} instead of {:?}", seen[at], expected[at])),
            None if expected.len() > seen.len() => Some(format!("event {} is missing: {:?}", seen.len(), expected[seen.len()])),
            None if expected.len() < seen.len() => {
                Some(format!("event {} is too much: {:?}", expected.len(), seen[expected.len()]))
            }
            None => None,
        }
    }
}

fn state_of(object: &Value) -> State {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    (text(&object["metadata"]["labels"]["x"]), text(&object["data"]["k"]))
}

#[test]
fn the_checker_catches_planted_faults() {
    let commit = |revision: u64, name: &str, after: Option<(&str, &str)>| Commit {
        revision,
        name: name.to_owned(),
        after: after.map(|(label, value)| (label.to_owned(), value.to_owned())),
    };
    let history = [
        commit(2, "a", Some(("y", "1"))),
        commit(3, "b", Some(("n", "1"))),
        commit(4, "b", Some(("y", "2"))),
        commit(5, "a", Some(("n", "2"))),
        commit(6, "b", Some(("y", "3"))),
        commit(7, "b", None),
    ];
    let asked = Asked { start: 3, initial: true, label: Some("y".to_owned()) };
    let seen = asked.expects(&history);
    let kinds: Vec<String> = seen.iter().map(|s| format!("{} {} {} {}", s.kind, s.name, s.revision, s.state.1)).collect();
    assert_eq!(kinds, ["ADDED a 2 1", "ADDED b 4 2", "DELETED a 5 1", "MODIFIED b 6 3", "DELETED b 7 3"]);
    assert_eq!(asked.fault(&history, &seen), None);
    for at in 0..seen.len() {
        let mut lost = seen.clone();
        lost.remove(at);
        assert!(asked.fault(&history, &lost).is_some(), "event {at} was lost");
        let mut twice = seen.clone();
        twice.insert(at, seen[at].clone());
        assert!(asked.fault(&history, &twice).is_some(), "event {at} came twice");
        let mut other = seen.clone();
        other[at].kind = if seen[at].kind == "ADDED" { "MODIFIED" } else { "ADDED" }.to_owned();
        assert!(asked.fault(&history, &other).is_some(), "event {at} had another type");
        let mut stale = seen.clone();
        stale[at].state.1 = "old".to_owned();
        assert!(asked.fault(&history, &stale).is_some(), "event {at} showed another state");
        if at > 0 {
            let mut swapped = seen.clone();
            swapped.swap(at - 1, at);
            assert!(asked.fault(&history, &swapped).is_some(), "events {} and {at} came the wrong way round", at - 1);
        }
    }
}

/// One write of one writer: it creates, changes or deletes one of four objects of its own.
async fn write(cluster: &Cluster, dice: &mut Dice, writer: usize, round: u64) {
    let name = format!("w{writer}-{}", dice.below(4));
    let path = format!("{MAPS}/{name}");
    if dice.below(5) == 0 {
        let answer = cluster.delete(&path).await;
        assert!(matches!(answer.code, 200 | 404), "{}", answer.text());
        return;
    }
    let label = if dice.below(2) == 0 { "y" } else { "n" };
    let object =
        json!({"metadata": {"name": name, "labels": {"x": label}}, "data": {"k": format!("{writer}.{round}")}}).to_string();
    if cluster.send("PUT", &path, &object).await.code == 404 {
        cluster.send("POST", MAPS, &object).await.expect(201);
    }
}

/// The whole history, as the store itself tells it.
struct History {
    watch: storage::Watch,
    commits: Vec<Commit>,
}

impl History {
    async fn start(cluster: &Cluster) -> Self {
        let prefix = storage::Key::from("/registry/configmaps/default/");
        Self { watch: cluster.store.watch(prefix, Revision(cluster.revision())).await.unwrap(), commits: Vec::new() }
    }

    /// Reads on to the present: nothing else is written to but what is watched.
    async fn catch_up(&mut self, cluster: &Cluster) {
        let end = cluster.revision();
        while self.commits.last().is_none_or(|last| last.revision < end) {
            let storage::WatchItem::Batch(batch) = cluster.patiently(self.watch.next()).await.unwrap() else { continue };
            for change in &batch.changes {
                let name = String::from_utf8_lossy(change.key.as_bytes()).rsplit('/').next().unwrap().to_owned();
                let object = |item: &storage::Item| state_of(&serde_json::from_slice(&item.value.body.to_contiguous()).unwrap());
                self.commits.push(Commit { revision: batch.revision.0, name, after: change.current.as_deref().map(object) });
            }
        }
    }
}

/// Starts a watcher somewhere in what has happened so far.
async fn start<'a>(cluster: &'a Cluster, dice: &mut Dice, written: &[Commit], compacted: u64) -> (Asked, Events<'a>) {
    let label = (dice.below(2) == 0).then(|| "y".to_owned());
    let selector = if label.is_some() { "&labelSelector=x%3Dy" } else { "" };
    let past: Vec<u64> = written.iter().map(|commit| commit.revision).filter(|revision| *revision >= compacted.max(1)).collect();
    let now = cluster.revision();
    let (initial, query) = match (dice.below(3), past.is_empty()) {
        (0, _) => (true, "sendInitialEvents=true&resourceVersionMatch=NotOlderThan".to_owned()),
        (1, _) | (_, true) => (false, format!("resourceVersion={now}")),
        _ => {
            let start = past[usize::try_from(dice.below(past.len() as u64)).unwrap()];
            let asked = Asked { start, initial: false, label };
            let path = format!("{MAPS}?watch=1&timeoutSeconds=900&resourceVersion={start}{selector}");
            return (asked, Events::open(cluster, &path).await);
        }
    };
    let asked = Asked { start: now, initial, label };
    (asked, Events::open(cluster, &format!("{MAPS}?watch=1&timeoutSeconds=900&{query}{selector}")).await)
}

/// The next events of a watcher, at most so many; fewer when it ends before.
async fn collect(events: &mut Events<'_>, most: usize) -> Vec<Seen> {
    let mut seen = Vec::new();
    while seen.len() < most
        && let Some(event) = events.next().await
    {
        let object = &event["object"];
        assert_ne!(event["type"], "ERROR", "{event}");
        seen.push(Seen {
            kind: event["type"].as_str().unwrap().to_owned(),
            revision: revision_of(object),
            name: object["metadata"]["name"].as_str().unwrap().to_owned(),
            state: state_of(object),
        });
    }
    seen
}

async fn run(seed: u64, slow: bool) {
    let cluster = Cluster::with(Options { slow, seed, ..Options::default() }).await;
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let (mut history, mut compacted) = (History::start(&cluster).await, 0);
    let mut watchers = Vec::new();
    for round in 0..60 {
        let mut rolls: Vec<Dice> = (0..8).map(|_| Dice(dice.below(u64::MAX) | 1)).collect();
        let writes = rolls.iter_mut().enumerate().map(|(writer, roll)| write(&cluster, roll, writer, round));
        futures_util::future::join_all(writes).await;
        history.catch_up(&cluster).await;
        if watchers.len() < 50 && round % 2 == 0 {
            watchers.push(start(&cluster, &mut dice, &history.commits, compacted).await);
            watchers.push(start(&cluster, &mut dice, &history.commits, compacted).await);
        }
        if round == 30 && seed.is_multiple_of(2) {
            compacted = cluster.revision() - 20;
            cluster.store.compact(Revision(compacted)).await.unwrap();
        }
    }
    assert_eq!(watchers.len(), 50);
    let history = history.commits;
    assert!(history.len() > 250, "{}", history.len());
    let mut faults = Vec::new();
    for (number, (asked, events)) in watchers.iter_mut().enumerate() {
        // Half of the watchers are read before everything is compacted, half after: what they are owed does not depend on it.
        if number == 25 {
            cluster.store.compact(Revision(cluster.revision())).await.unwrap();
        }
        let seen = collect(events, asked.expects(&history).len()).await;
        if let Some(fault) = asked.fault(&history, &seen) {
            faults.push(format!("seed {seed}, watcher {number}, {asked:?}: {fault}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for (asked, events) in &mut watchers {
        assert_eq!(collect(events, 1).await, [], "{asked:?} shows more than there was");
    }
}

#[tokio::test]
async fn every_watcher_sees_its_part_of_history_once_and_in_order() {
    for seed in 1..=3 {
        run(seed, false).await;
    }
}

#[tokio::test]
async fn also_behind_a_slow_store() {
    run(11, true).await;
}

//! Eight writers, fifty watchers with random starts, scopes and selectors, compactions, lagging consumers: everything that was sent is
//! checked against the model. The checker is shown planted faults first, in traces and in a store.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use futures_util::future::join_all;
use storage::contract::faulty::{Fault, FaultyStore};
use storage::contract::workload::Choices;

use super::model::{Entry, Model, Sent, Trace, Violation};
use super::*;

const WRITERS: u64 = 8;
const EACH: u64 = 300;
const WATCHERS: u64 = 50;
const APPS: [&str; 3] = ["web", "db", "cache"];

struct Load {
    store: Arc<dyn Store>,
    cacher: Cacher,
    commits: Mutex<BTreeMap<Revision, (String, Option<String>)>>,
    traces: Mutex<Vec<Trace>>,
    answered: AtomicU64,
    done: AtomicBool,
    slow: AtomicU64,
}

fn pick<'a>(choices: &mut Choices, list: &[&'a str]) -> &'a str {
    list[usize::try_from(choices.below(list.len() as u64)).unwrap()]
}

impl Load {
    async fn writer(self: Arc<Self>, lane: u64) {
        let mut choices = Choices::new(5, lane);
        for _ in 0..EACH {
            let path = format!("{}/{}", pick(&mut choices, &["a", "b", "c"]), choices.below(10));
            let app = (choices.below(4) != 0).then(|| pick(&mut choices, &APPS).to_owned());
            let txn = match &app {
                Some(app) => Txn::default().put(key(&path), pod(&path, app, "n1")),
                None => Txn::default().delete(key(&path)),
            };
            let committed = self.store.commit(txn).await.unwrap();
            if committed.changed {
                self.commits.lock().unwrap().insert(committed.revision, (path, app));
            }
            self.answered.fetch_max(committed.revision.0, Ordering::AcqRel);
            if choices.below(60) == 0 {
                self.store.compact(Revision(committed.revision.0 - choices.below(5))).await.unwrap();
            }
            if choices.below(6) == 0 {
                // Lets the cacher, and with it the watchers, have a share of the processors.
                self.cacher.consistent().await.unwrap();
            }
        }
    }

    async fn watcher(self: Arc<Self>, lane: u64) {
        let mut choices = Choices::new(6, lane);
        let scope = pick(&mut choices, &["", "a/", "b/", "c/", "a/1"]).to_owned();
        let app_wanted = (choices.below(2) == 0).then(|| pick(&mut choices, &APPS).to_owned());
        let mut resume = None;
        loop {
            let (request, with_state) = self.request(&mut choices, &scope, app_wanted.as_deref(), resume);
            let mut cursor = match self.cacher.watch(request).await {
                Ok(cursor) => cursor,
                Err(WatchError::Expired { requested, oldest }) => {
                    assert!(requested < oldest);
                    resume = None;
                    continue;
                }
                Err(error) => panic!("{error}"),
            };
            while self.done.load(Ordering::Acquire) && self.store.revisions().current <= cursor.start() {
                // Something newer than this start, for a bookmark to say.
                self.elsewhere().await;
            }
            let mut trace = Trace {
                scope: scope.clone(),
                app: app_wanted.clone(),
                start: cursor.start(),
                initial: with_state.then(Vec::new),
                entries: Vec::new(),
            };
            let most = 1 + choices.below(150);
            let finished = self.follow(&mut cursor, &mut trace, most, &mut choices).await;
            resume = Some(trace.entries.last().map_or(trace.start, |entry| match entry {
                Entry::Event(sent) => sent.revision,
                Entry::Bookmark(revision) => *revision,
            }));
            self.traces.lock().unwrap().push(trace);
            if finished {
                return;
            }
            if choices.below(3) == 0 {
                // Starts afresh, with a state perhaps.
                resume = None;
            }
        }
    }

    /// A commit of another resource.
    async fn elsewhere(&self) -> Revision {
        let txn = Txn::default().put(Key::from("/registry/nodes/n1"), Value::from("x"));
        self.store.commit(txn).await.unwrap().revision
    }

    fn request(
        &self,
        choices: &mut Choices,
        scope: &str,
        wanted: Option<&str>,
        resume: Option<Revision>,
    ) -> (WatchRequest, bool) {
        let answered = self.answered.load(Ordering::Acquire);
        let (start, with_state) = match (resume, choices.below(6)) {
            (Some(revision), _) => (WatchStart::After(revision), false),
            (None, 0) => (WatchStart::Any, true),
            (None, 1) => (WatchStart::MostRecent, true),
            (None, 2) => (WatchStart::InitialEvents(Some(Revision(answered))), true),
            (None, 3) => (WatchStart::Now, false),
            (None, _) => {
                (WatchStart::After(Revision((answered + choices.below(4)).saturating_sub(choices.below(30)).max(1))), false)
            }
        };
        let predicate = wanted.map(app);
        let scope = Scope::Prefix(key(scope));
        (WatchRequest { predicate, bookmarks: true, ..WatchRequest::new(scope, start) }, with_state)
    }

    /// Answers whether the last revision of the run is covered.
    async fn follow(&self, cursor: &mut Cursor, trace: &mut Trace, most: u64, choices: &mut Choices) -> bool {
        let mut count = 0;
        loop {
            if choices.below(10) == 0 {
                // A consumer that does not keep pace.
                for _ in 0..choices.below(40) {
                    tokio::task::yield_now().await;
                }
            }
            match cursor.next().await {
                CursorItem::Event(event) => {
                    count += 1;
                    let object = &event.object;
                    let sent = Sent {
                        kind: event.kind,
                        path: format!("{}/{}", object.namespace(), object.name()),
                        app: object.label("app").unwrap_or_default().into_owned(),
                        revision: event.revision,
                        written: object.revision(),
                        previous: event.previous().map(|object| object.revision()),
                    };
                    match &mut trace.initial {
                        Some(initial) if event.is_initial() => initial.push(sent),
                        _ => trace.entries.push(Entry::Event(sent)),
                    }
                }
                CursorItem::Bookmark(bookmark) => {
                    trace.entries.push(Entry::Bookmark(bookmark.revision));
                    let last = self.answered.load(Ordering::Acquire);
                    if self.done.load(Ordering::Acquire) && bookmark.revision.0 >= last {
                        return true;
                    }
                }
                CursorItem::Closed(CloseReason::Slow | CloseReason::Relisted) => {
                    self.slow.fetch_add(1, Ordering::AcqRel);
                    // Without the whole initial state there is no revision to go on from: the trace is not one of a state.
                    return false;
                }
                CursorItem::Closed(reason) => panic!("{reason:?}"),
            }
            if count >= most && !self.done.load(Ordering::Acquire) && cursor.has_initial_behind() {
                return false;
            }
        }
    }
}

/// Runs the load; answers what was sent and the model of what should have been.
async fn run(limits: Limits, store_limits: storage::Limits, fault: Option<Fault>) -> (Vec<Trace>, Model, u64) {
    let sys = sys::real();
    let sound: Arc<dyn Store> = Arc::new(MemoryStore::new(sys.clone(), store_limits));
    let watched = fault.map_or(sound.clone(), |fault| Arc::new(FaultyStore::new(sound.clone(), fault)) as Arc<dyn Store>);
    let cacher = Cacher::new(watched, Key::from(PREFIX), Arc::new(PodCodec), sys, limits);
    cacher.any().await.unwrap();
    let load = Arc::new(Load {
        store: sound,
        cacher,
        commits: Mutex::default(),
        traces: Mutex::default(),
        answered: AtomicU64::new(1),
        done: AtomicBool::new(false),
        slow: AtomicU64::new(0),
    });
    let watchers: Vec<_> = (0..WATCHERS).map(|lane| tokio::spawn(load.clone().watcher(lane))).collect();
    let writers: Vec<_> = (0..WRITERS).map(|lane| tokio::spawn(load.clone().writer(lane))).collect();
    for writer in join_all(writers).await {
        writer.unwrap();
    }
    load.done.store(true, Ordering::Release);
    // Revisions for the last bookmark to cover, also of watches that start a little in the future.
    for _ in 0..5 {
        let last = load.elsewhere().await;
        load.answered.fetch_max(last.0, Ordering::AcqRel);
    }
    let patience = Duration::from_secs(if fault.is_some() { 3 } else { 30 });
    match tokio::time::timeout(patience, join_all(watchers)).await {
        Ok(watched) => watched.into_iter().for_each(|watcher| watcher.unwrap()),
        // A feed that swallowed the last change never covers the last revision.
        Err(_) => assert!(fault.is_some(), "the watchers do not end: {:?} of {:?}", load.cacher.stats(), load.store.revisions()),
    }
    let traces = std::mem::take(&mut *load.traces.lock().unwrap());
    let commits = std::mem::take(&mut *load.commits.lock().unwrap());
    (traces, Model { commits }, load.slow.load(Ordering::Acquire))
}

fn brief_bookmarks() -> Limits {
    Limits { bookmark_every: Duration::from_millis(10), ..Limits::default() }
}

fn events(trace: &Trace) -> Vec<usize> {
    (0..trace.entries.len()).filter(|at| matches!(trace.entries[*at], Entry::Event(_))).collect()
}

/// Each fault is planted into a trace that is known to be sound.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_checker_catches_planted_faults() {
    let (traces, model, _) = run(brief_bookmarks(), storage::Limits::default(), None).await;
    let sound =
        traces.iter().find(|trace| events(trace).len() > 20 && trace.initial.as_ref().is_some_and(|initial| initial.len() > 2));
    let sound = sound.expect("some watcher saw a state and many changes").clone();
    assert_eq!(model.check(&sound), Ok(()));
    let list = events(&sound);
    // Three events in a row: a bookmark between them would be what is found wrong first.
    let early =
        list.windows(3).find(|at| at[0] + 1 == at[1] && at[1] + 1 == at[2]).map(|at| at[1]).expect("events follow events");
    let late = list[list.len() - 2];
    let change = |at: usize, change: fn(&mut Sent)| {
        let mut trace = sound.clone();
        if let Entry::Event(sent) = &mut trace.entries[at] {
            change(sent);
        }
        trace
    };
    let spoil = |spoil: &dyn Fn(&mut Vec<Entry>)| {
        let mut trace = sound.clone();
        spoil(&mut trace.entries);
        trace
    };
    let bookmark_at = |revision: Revision| spoil(&move |entries| entries.insert(0, Entry::Bookmark(revision)));
    let Entry::Event(last) = &sound.entries[late] else { panic!("an event") };
    let mut without_one = sound.clone();
    without_one.initial.as_mut().unwrap().pop();
    let table = [
        (spoil(&|entries| drop(entries.remove(early))), Violation::Missing),
        (spoil(&|entries| entries.insert(early, entries[early].clone())), Violation::WrongOrder),
        (spoil(&|entries| entries.swap(early, early - 1)), Violation::Missing),
        (
            change(late, |sent| sent.kind = if sent.kind == EventKind::Deleted { EventKind::Added } else { EventKind::Deleted }),
            Violation::WrongKind,
        ),
        (change(late, |sent| sent.written = Revision(1)), Violation::WrongObject),
        (change(late, |sent| sent.app = "other".to_owned()), Violation::WrongObject),
        (change(late, |sent| sent.previous = Some(Revision(1))), Violation::WrongPrevious),
        (change(late, |sent| sent.path = "z/1".to_owned()), Violation::Unexpected),
        (bookmark_at(last.revision), Violation::EarlyBookmark),
        (without_one, Violation::Initial),
    ];
    for (trace, expect) in table {
        assert_eq!(model.check(&trace), Err(expect));
    }
}

/// A cacher over a store that loses or repeats events is caught by the same checker.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn faults_of_the_feed_show_in_the_traces() {
    for fault in [Fault::Drop, Fault::LoseDeletes, Fault::Reorder] {
        let (traces, model, _) = run(brief_bookmarks(), storage::Limits::default(), Some(fault)).await;
        assert!(traces.iter().any(|trace| model.check(trace).is_err()), "{fault:?} goes unnoticed");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn watchers_are_sent_everything_once_and_in_order() {
    let tight =
        Limits { watcher_queue: 3, window_least: 5, window_events: 60, cursor_step: 7, apply_group: 4, ..brief_bookmarks() };
    let small_queue = storage::Limits { watch_queue: 2, ..storage::Limits::default() };
    for (limits, store_limits) in [(brief_bookmarks(), storage::Limits::default()), (tight, small_queue)] {
        let is_tight = limits.watcher_queue == 3;
        let (traces, model, slow) = run(limits, store_limits, None).await;
        let mut count = 0;
        for trace in &traces {
            assert_eq!(model.check(trace), Ok(()), "{trace:?}");
            count += events(trace).len();
        }
        assert!(traces.len() > 100 && count > 3000, "too little happened: {} cursors, {count} events", traces.len());
        assert!(!is_tight || slow > 0, "nobody was slow");
    }
}

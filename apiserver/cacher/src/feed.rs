//! The one task that writes a cacher's state: lists the resource, follows the store's watch, decodes each value once, publishes the new
//! state and offers the events to the watchers. When the store's history has passed it by it lists again and ends all cursors, whose
//! clients then find out what they missed by their own revisions.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{Either, select};
use storage::{Batch, Error, Item, RangeRequest, Watch, WatchItem};

use crate::cacher::Shared;
use crate::cursor::CloseReason;
use crate::decode::{Decoding, MOST_DECODERS};
use crate::event::{Event, Transition};
use crate::snapshot::State;

/// Values of a list decoded before other tasks get their turn.
const DECODE_STEP: usize = 128;
/// Changes decoded by one of several tasks at a time. Fewer are decoded by the feed alone: another task would not begin much sooner.
const CHANGES_STEP: usize = 64;
/// Groups of changes that each of several tasks decodes at once: finding out that there is something to do takes as long as a few changes.
const GROUPS_EACH: usize = 4;

/// Runs until the cacher is stopped or the store closes.
pub(crate) async fn run(shared: Arc<Shared>) {
    let mut stopped = shared.stopped.subscribe();
    let work = pin!(work(&shared));
    let stop = pin!(stopped.wait_for(|stopped| *stopped));
    if let Either::Left(_) = select(work, stop).await {
        shared.stop();
    }
}

/// Lists and watches; comes back when the store closes.
async fn work(shared: &Arc<Shared>) {
    let mut pause = shared.limits.retry.0;
    let (mut listed, mut from) = (false, Beginning::Oldest);
    loop {
        let error = match step(shared, &mut listed, &mut from, &mut pause).await {
            Error::ShuttingDown => return,
            error => error,
        };
        match error {
            Error::Compacted { requested, compacted } => {
                tracing::warn!(prefix = %shared.prefix, %requested, %compacted, "the store's history has passed the cache by");
                (listed, from) = (false, Beginning::Newest);
            }
            error => {
                tracing::warn!(prefix = %shared.prefix, %error, ?pause, "the store is unavailable to the cache");
                let jitter = shared.sys.entropy.below(u64::try_from(pause.as_millis()).unwrap_or(u64::MAX) / 4 + 1);
                shared.sys.clock.wait(pause + Duration::from_millis(jitter)).await;
                pause = (pause * 2).min(shared.limits.retry.1);
            }
        }
    }
}

/// Where a list begins.
#[derive(Clone, Copy)]
enum Beginning {
    /// At the oldest revision that the store has. History may pass that by while the list is read.
    Oldest,
    /// At the newest, which stays readable for as long as the store keeps history: after the oldest has been tried.
    Newest,
}

/// Lists unless there is a list, then follows the watch to its end.
async fn step(shared: &Arc<Shared>, listed: &mut bool, from: &mut Beginning, pause: &mut Duration) -> Error {
    if !*listed {
        shared.set_ready(false);
        let began = shared.sys.clock.tick();
        let listed_now = list(shared, *from).await;
        shared.meter().initialised(shared.sys.clock.tick().since(began), listed_now.is_ok());
        if let Err(error) = listed_now {
            return error;
        }
        *listed = true;
    }
    let after = shared.published.load().revision;
    match shared.store.watch(shared.prefix.clone(), after).await {
        Err(error) => error,
        Ok(mut watch) => {
            (*pause, *from) = (shared.limits.retry.0, Beginning::Oldest);
            shared.follow(&watch);
            let error = consume(shared, &mut watch).await;
            // Before the watch is dropped: without it the state is known up to its own revision only.
            shared.unfollow();
            error
        }
    }
}

/// Reads the resource, as of the oldest revision that the store has if that can be done, and publishes it as a new beginning. What came
/// after it arrives by the watch like any change, so that the window of a cacher that starts late reaches back as far as that of one that
/// was always there.
async fn list(shared: &Arc<Shared>, from: Beginning) -> Result<(), Error> {
    let old = shared.published.load_full();
    let mut state = State::empty();
    let revisions = shared.store.revisions();
    state.begins = revisions.current;
    let at = if matches!(from, Beginning::Oldest) { revisions.compacted } else { revisions.current };
    let mut request = RangeRequest::prefix(&shared.prefix).limit(shared.limits.list_page).at(at);
    loop {
        let answer = shared.store.range(request.clone()).await?;
        state.revision = answer.revision;
        // What did not change since the last list is the same object: no second decoding, no second copy.
        let known = |item: &Item| old.objects.get(item.key.as_bytes()).filter(|object| object.revision() == item.mod_revision);
        let new = answer.items.iter().filter(|item| known(item).is_none()).cloned().collect();
        let mut decoding = Decoding::new(shared, new, DECODE_STEP);
        for items in answer.items.chunks(DECODE_STEP) {
            for item in items {
                let object = match known(item) {
                    Some(object) => Some(Ok(object.clone())),
                    None => decoding.next().await,
                };
                state.replace(&item.key, object);
            }
            tokio::task::yield_now().await;
        }
        let Some(last) = answer.items.last().filter(|_| answer.more) else { break };
        let mut next = last.key.as_bytes().to_vec();
        next.push(0);
        request = request.from_key(next.into()).at(answer.revision);
    }
    shared.meter().reached(state.revision);
    let mut hub = shared.hub();
    hub.window.reset(state.revision);
    hub.fanout.end_all(&CloseReason::Relisted);
    shared.published.store(Arc::new(state));
    Ok(())
}

/// What the watch delivered at once, on its way to objects.
struct Group {
    items: Vec<WatchItem>,
    decoding: Decoding,
    /// Whether more may be there.
    full: bool,
    /// Why the watch ended behind it, if it did.
    ended: Option<Error>,
}

/// Applies what the watch delivers, in groups of what is there at once.
async fn consume(shared: &Arc<Shared>, watch: &mut Watch) -> Error {
    let decoders = shared.sys.spawn.width().min(MOST_DECODERS);
    let most = if decoders > 1 { shared.limits.apply_group * decoders * GROUPS_EACH } else { shared.limits.apply_group };
    let mut next = None;
    loop {
        let group = match next.take() {
            Some(group) => group,
            None => match watch.next().await {
                Ok(item) => gather(shared, watch, vec![item], most),
                Err(error) => return error,
            },
        };
        if group.full && decoders > 1 {
            // Others decode it while this one is applied.
            next = Some(gather(shared, watch, Vec::new(), most)).filter(|next| !next.items.is_empty() || next.ended.is_some());
        }
        if !group.items.is_empty() {
            shared.apply(&group.items, group.decoding).await;
        }
        if let Some(error) = group.ended {
            return error;
        }
        tokio::task::yield_now().await;
    }
}

/// Takes what is there, up to a number of items.
fn gather(shared: &Arc<Shared>, watch: &mut Watch, mut items: Vec<WatchItem>, most: usize) -> Group {
    let mut ended = None;
    while items.len() < most && ended.is_none() {
        match watch.next().now_or_never() {
            None => break,
            Some(Ok(item)) => items.push(item),
            Some(Err(error)) => ended = Some(error),
        }
    }
    let batches = items.iter().filter_map(|item| if let WatchItem::Batch(batch) = item { Some(batch) } else { None });
    let values = batches.flat_map(|batch| &batch.changes).filter_map(|change| change.current.clone()).collect();
    Group { full: items.len() == most, decoding: Decoding::new(shared, values, CHANGES_STEP), items, ended }
}

impl Shared {
    /// Changes a copy of the published state and publishes that.
    fn publish(&self, change: impl FnOnce(&mut State)) {
        let hub = self.hub();
        let mut state = State::clone(&self.published.load());
        change(&mut state);
        self.published.store(Arc::new(state));
        drop(hub);
        self.changed.send_replace(());
    }

    fn set_ready(&self, ready: bool) {
        self.publish(|state| state.ready = ready);
    }

    fn follow(&self, watch: &Watch) {
        let progress = watch.progress();
        self.publish(|state| {
            state.progress = Some(progress);
            state.ready = true;
        });
    }

    fn unfollow(&self) {
        self.publish(|state| state.progress = None);
    }

    /// Applies items of the store's watch.
    async fn apply(&self, items: &[WatchItem], mut decoding: Decoding) {
        let now = self.sys.clock.tick();
        // The feed alone changes the state: nobody else publishes between here and below.
        let mut state = State::clone(&self.published.load());
        let mut commits: Vec<Vec<Arc<Event>>> = Vec::new();
        for item in items {
            match item {
                WatchItem::Progress(revision) => {
                    self.meter().progressed();
                    state.revision = state.revision.max(*revision);
                }
                WatchItem::Batch(batch) => {
                    self.meter().received(batch.changes.len());
                    let events = transitions(&mut state, batch, &mut decoding).await.into_iter();
                    commits.push(events.map(|transition| Arc::new(Event::new(transition, now, self.frames.clone()))).collect());
                    state.revision = batch.revision;
                }
            }
        }
        self.meter().reached(state.revision);
        let mut hub = self.hub();
        self.published.store(Arc::new(state));
        self.meter().dispatched(commits.iter().map(Vec::len).sum());
        for event in commits.into_iter().flatten() {
            let number = hub.window.end();
            hub.window.push(event.clone());
            hub.fanout.dispatch(&event, number, self.limits.watcher_queue);
        }
        hub.window.trim(now, &self.limits);
        drop(hub);
        self.changed.send_replace(());
    }
}

async fn transitions(state: &mut State, batch: &Batch, decoding: &mut Decoding) -> Vec<Transition> {
    let mut transitions = Vec::with_capacity(batch.changes.len());
    for change in &batch.changes {
        let after = if change.current.is_some() { decoding.next().await } else { None };
        let before = state.replace(&change.key, after.clone());
        transitions.push(Transition { key: change.key.clone(), revision: batch.revision, before, after });
    }
    transitions
}

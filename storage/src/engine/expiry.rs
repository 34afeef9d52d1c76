//! Time to live: one task per store that waits for the nearest deadline and then deletes what is due by ordinary commits, each on its own,
//! so that a consumer that stops between two of them can go on from the revision of the first. Started with the first key that expires;
//! it must never poll and never keep the store alive.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::Notify;

use super::{Inner, lead};
use crate::{Error, Txn};

/// Before the next attempt when a delete was refused: a store that is full or overloaded needs a moment, not a storm.
const RETRY: Duration = Duration::from_secs(1);

/// How the task learns that the nearest deadline changed or that the store is gone.
#[derive(Default)]
pub(super) struct Signal {
    started: AtomicBool,
    stopped: AtomicBool,
    changed: Notify,
}

impl Signal {
    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        self.changed.notify_one();
    }
}

/// Starts the task, or tells the running one to look at the deadlines again. The first call belongs to a thread of the process's
/// scheduler: a store on disk makes it when it is opened, because its committer runs on a thread of its own.
pub(super) fn start(inner: &Arc<Inner>) {
    if inner.expiry.started.swap(true, Ordering::AcqRel) {
        inner.expiry.changed.notify_one();
        return;
    }
    let task = run(Arc::downgrade(inner), inner.expiry.clone());
    inner.sys.spawn.task("storage-expiry", Box::pin(task));
}

async fn run(store: Weak<Inner>, signal: Arc<Signal>) {
    while !signal.stopped.load(Ordering::Acquire) {
        let timer = {
            let Some(inner) = store.upgrade() else { return };
            let nearest = inner.published.load().expiries.get_min().map(|(at, _)| *at);
            match nearest {
                None => None,
                Some(nearest) if nearest <= inner.sys.clock.tick() => {
                    if expire(&inner).await {
                        continue;
                    }
                    Some(inner.sys.clock.wait(RETRY))
                }
                Some(nearest) => Some(inner.sys.clock.wait_until(nearest)),
            }
        };
        // The store is not held while waiting.
        match timer {
            None => signal.changed.notified().await,
            Some(timer) => tokio::select! {
                biased;
                () = signal.changed.notified() => {}
                () = timer => {}
            },
        }
    }
}

/// Deletes the keys whose time has come, up to a group of them. Answers whether all of that was done.
async fn expire(inner: &Arc<Inner>) -> bool {
    let now = inner.sys.clock.tick();
    let state = inner.published.load();
    let due = state.expiries.iter().take_while(|(at, _)| *at <= now).take(inner.limits.group);
    // Only what still is what has expired: a key may have been renewed meanwhile.
    let txns = due.filter_map(|(_, key)| Some(Txn::remove(key.clone(), state.live.get(key.as_bytes())?.mod_revision)));
    let commits: Vec<_> = txns.map(|txn| lead::commit(inner, txn)).collect();
    let results = join_all(commits).await;
    results.iter().all(|result| matches!(result, Ok(_) | Err(Error::CompareFailed { .. })))
}

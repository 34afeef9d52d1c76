//! Time to live: one task per store that waits for the nearest deadline and then has the committer delete what is due. Started with
//! the first key that expires; it must never poll and never keep the store alive.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};

use tokio::sync::Notify;

use super::{Inner, committer};

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

/// Starts the task, or tells the running one to look at the deadlines again.
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
            match inner.committer.nearest_expiry() {
                None => None,
                Some(nearest) if nearest <= inner.sys.clock.tick() => {
                    committer::expire(&inner);
                    continue;
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

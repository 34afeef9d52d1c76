//! Forgets old history: what was current one period ago becomes the oldest readable revision, as upstream's compactor does every five
//! minutes (apiserver `pkg/storage/etcd3/compact.go`). Driven by the clock, never by reading in a loop.

use std::sync::{Arc, Weak};
use std::time::Duration;

use storage::{Error, Store};
use sys::{Sys, Tick};

/// Starts compacting; ends by itself when the store is gone or shutting down.
pub(crate) fn start(sys: &Sys, store: &Arc<dyn Store>, every: Duration) {
    let weak: Weak<dyn Store> = Arc::downgrade(store);
    let clock = sys.clock.clone();
    sys.spawn.task(
        "compaction",
        Box::pin(async move {
            let Some(mut last) = weak.upgrade().map(|s| s.revisions().current) else { return };
            loop {
                clock.wait_until(Tick(clock.tick().0 + every)).await;
                let Some(store) = weak.upgrade() else { return };
                let current = store.revisions().current;
                match store.compact(last).await {
                    Ok(()) => tracing::debug!(revision = last.0, "compacted"),
                    Err(Error::ShuttingDown) => return,
                    Err(error) => tracing::warn!(%error, "compaction failed; it is tried again next time"),
                }
                last = current;
            }
        }),
    );
}

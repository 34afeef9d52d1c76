//! Watches of the toy. Made by the toy.

use std::sync::Arc;
use std::task::{Context, Poll};

use sys::BoxFuture;

use super::Log;
use crate::{Batch, Change, Error, Key, Progress, Revision, WatchItem, WatchSource};

pub(super) struct ToyWatch {
    pub(super) log: Arc<Log>,
    pub(super) prefix: Key,
    pub(super) after: Revision,
    pub(super) waiting: Option<BoxFuture<'static, ()>>,
}

impl WatchSource for ToyWatch {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<WatchItem, Error>> {
        loop {
            let next = {
                let state = self.log.lock();
                if self.after < state.compacted {
                    return Poll::Ready(Err(Error::Compacted { requested: self.after, compacted: state.compacted }));
                }
                state.history.iter().filter(|batch| batch.revision > self.after).find_map(|batch| {
                    let changes: Box<[Change]> =
                        batch.changes.iter().filter(|change| change.key.starts_with(&self.prefix)).cloned().collect();
                    (!changes.is_empty()).then(|| Arc::new(Batch { revision: batch.revision, changes }))
                })
            };
            if let Some(batch) = next {
                self.after = batch.revision;
                return Poll::Ready(Ok(WatchItem::Batch(batch)));
            }
            let waiting = self.waiting.get_or_insert_with(|| {
                let mut shown = self.log.shown.subscribe();
                Box::pin(async move { drop(shown.changed().await) })
            });
            std::task::ready!(waiting.as_mut().poll(context));
            self.waiting = None;
        }
    }

    fn progress(&self) -> Arc<dyn Progress> {
        Arc::new(ToyProgress { log: self.log.clone(), prefix: self.prefix.clone() })
    }
}

struct ToyProgress {
    log: Arc<Log>,
    prefix: Key,
}

impl Progress for ToyProgress {
    fn known(&self, applied: Revision) -> Revision {
        let state = self.log.lock();
        let touches = |batch: &Arc<Batch>| batch.changes.iter().any(|change| change.key.starts_with(&self.prefix));
        let missing = state.history.iter().any(|batch| batch.revision > applied && touches(batch));
        if missing { applied } else { applied.max(state.current()) }
    }

    fn request(&self, _revision: Revision) {}
}

//! A store with a planted fault: what the checker must catch before it counts. Wraps a sound store and spoils what its watches
//! deliver.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll};

use sys::BoxFuture;

use crate::{
    Batch, Committed, Error, GetAnswer, Key, Progress, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, Statistics,
    Store, Txn, Watch, WatchItem, WatchSource,
};

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Every tenth batch is not delivered.
    Drop,
    /// Every tenth batch comes twice.
    Duplicate,
    /// Every tenth batch comes after its successor.
    Reorder,
    /// Deletes are not delivered.
    LoseDeletes,
    /// Transactions are delivered change by change.
    Split,
    /// Previous values are those of the commit itself.
    WrongPrevious,
    /// Progress is announced one revision ahead of what was delivered.
    EagerProgress,
    /// The watch starts one revision late.
    StartLate,
    /// Keys outside the prefix are delivered.
    WrongPrefix,
    /// Reads are one revision old.
    StaleReads,
}

/// A sound store with one fault.
pub struct FaultyStore {
    inner: Arc<dyn Store>,
    fault: Fault,
}

impl FaultyStore {
    /// Plants a fault.
    #[must_use]
    pub fn new(inner: Arc<dyn Store>, fault: Fault) -> Self {
        Self { inner, fault }
    }
}

impl Store for FaultyStore {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        self.inner.get(key, at)
    }

    fn range(&self, mut request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        let Revisions { current, compacted } = self.revisions();
        if self.fault == Fault::StaleReads && request.at.is_none() && current > compacted {
            request.at = Some(Revision(current.0 - 1));
        }
        self.inner.range(request)
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        self.inner.commit(txn)
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        Box::pin(async move {
            let after = if self.fault == Fault::StartLate { after.next() } else { after };
            let prefix = if self.fault == Fault::WrongPrefix { Key::from("/") } else { prefix };
            let watch = self.inner.watch(prefix, after).await?;
            Ok(Watch::new(FaultyWatch { watch, fault: self.fault, batches: 0, held: None, ready: VecDeque::new() }))
        })
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        self.inner.compact(revision)
    }

    fn revisions(&self) -> Revisions {
        self.inner.revisions()
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        self.inner.latest()
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        self.inner.snapshot()
    }

    fn failed(&self) -> BoxFuture<'static, String> {
        self.inner.failed()
    }

    fn statistics(&self) -> Option<Statistics> {
        self.inner.statistics()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.inner.close()
    }
}

struct FaultyWatch {
    watch: Watch,
    fault: Fault,
    batches: usize,
    held: Option<WatchItem>,
    ready: VecDeque<WatchItem>,
}

impl FaultyWatch {
    fn take(&mut self, batch: &Arc<Batch>) {
        self.batches += 1;
        let tenth = self.batches.is_multiple_of(10);
        let whole = WatchItem::Batch(batch.clone());
        let part = |changes: Vec<_>| WatchItem::Batch(Arc::new(Batch { revision: batch.revision, changes: changes.into() }));
        match self.fault {
            Fault::Drop if tenth => {}
            Fault::Duplicate if tenth => self.ready.extend([whole.clone(), whole]),
            Fault::Reorder if tenth => self.held = Some(whole),
            Fault::LoseDeletes => {
                let kept: Vec<_> = batch.changes.iter().filter(|change| change.current.is_some()).cloned().collect();
                if !kept.is_empty() {
                    self.ready.push_back(part(kept));
                }
            }
            Fault::Split => self.ready.extend(batch.changes.iter().map(|change| part(vec![change.clone()]))),
            Fault::WrongPrevious => {
                let mut changes = batch.changes.to_vec();
                changes.iter_mut().for_each(|change| change.previous.clone_from(&change.current));
                self.ready.push_back(part(changes));
            }
            Fault::EagerProgress => self.ready.extend([WatchItem::Progress(batch.revision), whole]),
            _ => self.ready.push_back(whole),
        }
        if !tenth && let Some(held) = self.held.take() {
            self.ready.push_back(held);
        }
    }
}

impl WatchSource for FaultyWatch {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<WatchItem, Error>> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Poll::Ready(Ok(item));
            }
            match self.watch.poll_next(context) {
                Poll::Ready(Ok(WatchItem::Batch(batch))) => self.take(&batch),
                Poll::Ready(Ok(progress)) => {
                    self.ready.extend(self.held.take());
                    self.ready.push_back(progress);
                }
                other => return other,
            }
        }
    }

    fn progress(&self) -> Arc<dyn Progress> {
        self.watch.progress()
    }
}

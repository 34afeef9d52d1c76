//! A store that takes its time: before and after each of its answers everybody else gets a few turns. What the memory store does at once
//! is spread over many await points so, as with a disk or a network behind it.

use std::sync::Arc;

use storage::{Error, GetAnswer, Key, RangeAnswer, RangeRequest, Revision, Snapshot, Store, Txn, Watch};
use sys::BoxFuture;

use super::pass_on::pass_on;

/// Turns before and turns after.
const TURNS: usize = 3;

/// The slow store.
pub(crate) struct Slow(pub(crate) Arc<dyn Store>);

async fn turns() {
    for _ in 0..TURNS {
        tokio::task::yield_now().await;
    }
}

/// Wraps an answer.
fn slowly<'a, T: Send + 'a>(answer: BoxFuture<'a, T>) -> BoxFuture<'a, T> {
    Box::pin(async move {
        turns().await;
        let answer = answer.await;
        turns().await;
        answer
    })
}

impl Store for Slow {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        slowly(self.0.get(key, at))
    }

    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        slowly(self.0.range(request))
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<storage::Committed, Error>> {
        slowly(self.0.commit(txn))
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        slowly(self.0.watch(prefix, after))
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        slowly(self.0.compact(revision))
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        slowly(self.0.latest())
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        slowly(self.0.snapshot())
    }

    pass_on!(revisions failed statistics close);
}

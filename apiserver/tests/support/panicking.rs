//! A store with a planted fault: whoever touches a key that ends with the word is in for a panic.

use std::sync::Arc;

use storage::{
    Committed, Error, GetAnswer, Key, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, Statistics, Store, Txn, Watch,
};
use sys::BoxFuture;

/// The store.
pub(crate) struct Panicking(pub(crate) Arc<dyn Store>);

fn look_at(key: &Key) {
    assert!(!key.as_bytes().ends_with(b"/panic"), "planted");
}

impl Store for Panicking {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        look_at(key);
        self.0.get(key, at)
    }

    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        self.0.range(request)
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        txn.operations.iter().for_each(|operation| look_at(operation.key()));
        self.0.commit(txn)
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        self.0.watch(prefix, after)
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        self.0.compact(revision)
    }

    fn revisions(&self) -> Revisions {
        self.0.revisions()
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        self.0.latest()
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        self.0.snapshot()
    }

    fn failed(&self) -> BoxFuture<'static, String> {
        self.0.failed()
    }

    fn statistics(&self) -> Option<Statistics> {
        self.0.statistics()
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.0.close()
    }
}

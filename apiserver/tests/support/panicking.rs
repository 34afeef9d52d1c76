//! A store with a planted fault: whoever touches a key that ends with the word is in for a panic.

use std::sync::Arc;

use storage::{Committed, Error, GetAnswer, Key, Revision, Store, Txn};
use sys::BoxFuture;

use super::pass_on::pass_on;

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

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        txn.operations.iter().for_each(|operation| look_at(operation.key()));
        self.0.commit(txn)
    }

    pass_on!(range watch compact revisions latest snapshot failed statistics close);
}

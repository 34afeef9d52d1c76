//! A store in which somebody else always comes first: what a test has planned happens between a request's read and its commit, as it
//! would at a moment that no test could hit by itself.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use storage::{Committed, Error, GetAnswer, Key, Revision, Store, Txn};
use sys::BoxFuture;

use super::Cluster;
use super::pass_on::pass_on;

/// What happens before the next commits that go through the store, one each; and what went through it.
#[derive(Clone, Default)]
pub(crate) struct Plan {
    next: Arc<Mutex<VecDeque<BoxFuture<'static, ()>>>>,
    gets: Arc<AtomicUsize>,
    commits: Arc<AtomicUsize>,
}

impl Plan {
    /// Plans a request to another server over the same store, which must succeed.
    pub(crate) fn request(&self, by: &Cluster, method: &str, path: &str, body: &str) {
        let media = if method == "PATCH" { "application/merge-patch+json" } else { "application/json" };
        let request = http::Request::builder().method(method).uri(path).header("content-type", media);
        let answer = by.request(request.body(bytes::Bytes::copy_from_slice(body.as_bytes())).unwrap());
        self.plan(Box::pin(async move {
            let status = answer.await.status();
            assert!(status.is_success(), "the planned request: {status}");
        }));
    }

    /// Plans a commit of the store itself.
    pub(crate) fn commit(&self, cluster: &Cluster, txn: Txn) {
        let store = cluster.store.clone();
        self.plan(Box::pin(async move {
            store.commit(txn).await.unwrap();
        }));
    }

    fn plan(&self, happens: BoxFuture<'static, ()>) {
        self.next.lock().unwrap().push_back(happens);
    }

    /// Gets and commits since this was asked last. All that was planned must have happened.
    pub(crate) fn done(&self) -> (usize, usize) {
        assert!(self.next.lock().unwrap().is_empty(), "nobody was overtaken");
        (self.gets.swap(0, Ordering::AcqRel), self.commits.swap(0, Ordering::AcqRel))
    }
}

/// The store.
pub(crate) struct Overtaken(pub(crate) Arc<dyn Store>, pub(crate) Plan);

impl Store for Overtaken {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        self.1.gets.fetch_add(1, Ordering::AcqRel);
        self.0.get(key, at)
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        Box::pin(async move {
            self.1.commits.fetch_add(1, Ordering::AcqRel);
            let first = self.1.next.lock().unwrap().pop_front();
            if let Some(first) = first {
                first.await;
            }
            self.0.commit(txn).await
        })
    }

    pass_on!(range watch compact revisions latest snapshot failed statistics close);
}

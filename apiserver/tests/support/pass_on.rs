//! What a store that wraps another one hands on as it is. Used by the wrapping stores beside this file, whose first field is the other one.

/// The named methods of `Store`, handed on to `self.0`.
macro_rules! pass_on {
    ($($method:ident)*) => { $($crate::support::pass_on::pass_on!(@ $method);)* };
    (@ range) => {
        fn range(&self, request: storage::RangeRequest) -> sys::BoxFuture<'_, Result<storage::RangeAnswer, storage::Error>> {
            self.0.range(request)
        }
    };
    (@ watch) => {
        fn watch(
            &self,
            prefix: storage::Key,
            after: storage::Revision,
        ) -> sys::BoxFuture<'_, Result<storage::Watch, storage::Error>> {
            self.0.watch(prefix, after)
        }
    };
    (@ compact) => {
        fn compact(&self, revision: storage::Revision) -> sys::BoxFuture<'_, Result<(), storage::Error>> {
            self.0.compact(revision)
        }
    };
    (@ revisions) => {
        fn revisions(&self) -> storage::Revisions {
            self.0.revisions()
        }
    };
    (@ latest) => {
        fn latest(&self) -> sys::BoxFuture<'_, Result<storage::Revision, storage::Error>> {
            self.0.latest()
        }
    };
    (@ snapshot) => {
        fn snapshot(&self) -> sys::BoxFuture<'_, Result<storage::Snapshot, storage::Error>> {
            self.0.snapshot()
        }
    };
    (@ failed) => {
        fn failed(&self) -> sys::BoxFuture<'static, String> {
            self.0.failed()
        }
    };
    (@ statistics) => {
        fn statistics(&self) -> Option<storage::Statistics> {
            self.0.statistics()
        }
    };
    (@ close) => {
        fn close(&self) -> sys::BoxFuture<'_, ()> {
            self.0.close()
        }
    };
}
pub(crate) use pass_on;

//! The contract of a store as a suite: every implementation builds a [`Target`] in its tests and calls [`run_all`]. Cases panic when
//! a property does not hold. They carry upstream's test names (apiserver `pkg/storage/testing`) where a property has one; what there
//! needs kinds, selectors or the API's own options is tested in the cacher and the server instead. `upstream.tsv` beside this file says
//! for every name where it is; `cargo xtask tidy` holds it against the recorded list, `upstream.names`.
//!
//! Test code: never called by the product.
#![expect(clippy::unwrap_used, reason = "test code: a case panics on a violation, that is its answer")]

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use sys::BoxFuture;

use crate::{Batch, Error, Key, Revision, Store, Value, Watch, WatchItem};

pub mod faulty;
mod followers;
pub mod model;
mod reading;
mod upkeep;
mod watching;
pub mod workload;
mod writing;

/// A store under test and the world around it. One target serves one case.
pub trait Target: Send + Sync {
    /// The store: empty when the case begins, used by nobody else.
    fn store(&self) -> Arc<dyn Store>;
    /// Moves the store's clock forward, letting timers fire on the way.
    fn advance(&self, by: Duration) -> BoxFuture<'_, ()>;
    /// A second store, restored from the pieces of a snapshot, whose revision must be greater than `past`.
    fn restore(&self, pieces: Vec<Bytes>, past: Revision) -> Result<Arc<dyn Store>, crate::SnapshotError>;
}

type Run = fn(Arc<dyn Target>) -> BoxFuture<'static, ()>;

/// One property.
#[derive(Clone, Copy)]
pub struct Case {
    /// What it says.
    pub name: &'static str,
    run: Run,
}

impl Case {
    /// Runs the case against a fresh target.
    pub async fn run(&self, target: Arc<dyn Target>) {
        (self.run)(target).await;
    }
}

/// Names async functions as cases.
macro_rules! cases {
    ($($module:ident :: $name:ident),* $(,)?) => {
        &[$(Case { name: stringify!($name), run: |target| Box::pin($module::$name(target)) }),*]
    };
}

/// Every case.
pub const CASES: &[Case] = cases![
    writing::create_writes_a_key_that_does_not_exist,
    writing::create_with_key_exist_is_refused_and_shows_the_key,
    writing::update_needs_the_current_revision,
    writing::unconditional_delete_removes_whatever_is_there,
    writing::conditional_delete_removes_only_what_was_seen,
    writing::a_transaction_happens_as_one_revision_or_not_at_all,
    writing::changing_nothing_takes_no_revision,
    writing::too_large_and_senseless_transactions_are_refused,
    writing::conflicting_updates_lose_nothing,
    writing::two_stores_share_nothing,
    writing::a_dropped_commit_is_whole_or_absent,
    reading::get_answers_now_and_at_a_revision,
    reading::list_is_ordered_and_bounded_by_its_prefix,
    reading::list_paging_walks_one_revision,
    reading::list_continuation_ignores_later_writes,
    reading::list_counts_what_the_limit_cut,
    reading::consistent_list_sees_every_answered_commit,
    reading::reads_of_the_past_equal_what_was_written,
    upkeep::compact_revision_bounds_reads_and_watches,
    upkeep::inconsistent_continuation_is_told_apart,
    upkeep::future_revisions_are_told_apart,
    upkeep::create_with_ttl_expires_by_a_commit,
    upkeep::a_later_put_renews_or_ends_the_time_to_live,
    upkeep::a_snapshot_is_one_revision,
    upkeep::restore_moves_past_every_revision_handed_out,
    upkeep::restore_refuses_a_damaged_snapshot,
    upkeep::close_ends_watches_and_refuses_commits,
    watching::watch_delivers_create_update_and_delete,
    watching::watch_from_non_zero_starts_after_the_given_revision,
    watching::watch_from_the_compacted_revision_misses_nothing,
    watching::watch_in_the_future_stays_silent_until_then,
    watching::delete_trigger_watch_carries_what_was_deleted,
    watching::watch_delivers_a_transaction_at_once,
    watching::namespace_scoped_watch_sees_its_prefix_only,
    watching::delayed_watch_delivery_skips_nothing,
    watching::watches_that_nobody_reads_hold_nobody_up,
    watching::a_watch_that_history_has_passed_by_ends,
    watching::watch_context_cancel_leaves_the_store_at_work,
    watching::progress_notify_comes_after_what_it_covers,
    watching::progress_is_known_without_asking,
    followers::watches_follow_writers,
];

/// Runs every case, each against a target of its own. Each must end within half a minute.
pub async fn run_all(make: impl Fn() -> Arc<dyn Target>) {
    for case in CASES {
        let run = tokio::time::timeout(Duration::from_secs(30), case.run(make()));
        assert!(run.await.is_ok(), "the case {} does not end", case.name);
    }
}

pub(crate) fn key(text: &str) -> Key {
    Key::from(text)
}

pub(crate) fn value(text: &str) -> Value {
    Value::from(text)
}

/// Writes a key unconditionally.
pub(crate) async fn put(store: &Arc<dyn Store>, name: &str, text: &str) -> Revision {
    store.commit(crate::Txn::default().put(key(name), value(text))).await.expect("an unconditional put succeeds").revision
}

/// Deletes a key unconditionally.
pub(crate) async fn delete(store: &Arc<dyn Store>, name: &str) -> Revision {
    store.commit(crate::Txn::default().delete(key(name))).await.expect("an unconditional delete succeeds").revision
}

/// The text under a key now.
pub(crate) async fn text(store: &Arc<dyn Store>, name: &str) -> Option<String> {
    let item = store.get(&key(name), None).await.expect("a get succeeds").item?;
    Some(String::from_utf8_lossy(&item.value.body.to_contiguous()).into_owned())
}

/// A watch that must start.
pub(crate) async fn watch(store: &Arc<dyn Store>, prefix: &str, after: Revision) -> Watch {
    store.watch(key(prefix), after).await.expect("the watch starts")
}

/// The next batch of a watch, progress skipped.
pub(crate) async fn next_batch(watch: &mut Watch) -> Result<Arc<Batch>, Error> {
    loop {
        if let WatchItem::Batch(batch) = watch.next().await? {
            return Ok(batch);
        }
    }
}

/// The next batch in the form `key=text`, `-key`.
pub(crate) async fn next_text(watch: &mut Watch) -> String {
    let batch = next_batch(watch).await.expect("the watch goes on");
    let change = |change: &crate::Change| match &change.current {
        Some(item) => format!("{}={}", change.key, String::from_utf8_lossy(&item.value.body.to_contiguous())),
        None => format!("-{}", change.key),
    };
    batch.changes.iter().map(change).collect::<Vec<_>>().join(" ")
}

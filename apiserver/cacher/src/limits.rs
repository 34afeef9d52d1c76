//! Every bound of a cacher, with its reason.

use std::time::Duration;

/// The bounds of one cacher. Figures called upstream's are those of apiserver `pkg/storage/cacher`.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Events kept for watches that start in the past or lag; upstream's upper bound.
    pub window_events: usize,
    /// Events kept however old or large; upstream's lower bound. A quiet resource can be watched from far back.
    pub window_least: usize,
    /// Bytes of superseded objects that the window may hold on to; larger objects make for a shorter window.
    pub window_bytes: usize,
    /// Older events go; as long as the store's history, so that both end together.
    pub window_age: Duration,
    /// Events queued for one watcher. One that has more to catch up on reads them from the window instead, which holds nothing extra;
    /// one that the window has passed by is closed. So a slow watcher costs its queue and the shared window, no more.
    pub watcher_queue: usize,
    /// Objects or events that a cursor looks at before it lets other tasks run.
    pub cursor_step: usize,
    /// How long a read waits for a revision; upstream's.
    pub wait: Duration,
    /// How long it waits instead while the cache goes through the store's history after a start: a client that knows a revision from before is
    /// right to ask for it. Upstream waits for its cache's beginning as long as the request lasts.
    pub wait_at_beginning: Duration,
    /// Time between two bookmarks of a quiet watch; upstream's.
    pub bookmark_every: Duration,
    /// A last bookmark is sent so long before a watch's deadline; upstream's.
    pub bookmark_before_deadline: Duration,
    /// Snapshots kept for lists that go on page by page; a list with more readers than this builds its snapshot again.
    pub pinned: usize,
    /// How long a snapshot is kept: as long as a continue token is good for.
    pub pinned_age: Duration,
    /// Events undone to build an old snapshot; beyond, reading it from the store is as fast.
    pub rebuild_events: usize,
    /// Bytes of encoded watch frames kept for other watchers of the same event; a watcher that is later encodes again.
    pub frame_bytes: usize,
    /// Items per page when listing from the store; upstream's.
    pub list_page: usize,
    /// Batches applied before the new state is published: bounds the delay that grouping adds. A backlog that several tasks decode is
    /// applied in groups as many times as large as they decode it sooner.
    pub apply_group: usize,
    /// First and longest pause before an unavailable store is tried again.
    pub retry: (Duration, Duration),
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            window_events: 100 * 1024,
            window_least: 100,
            window_bytes: 64 << 20,
            window_age: Duration::from_secs(5 * 60),
            watcher_queue: 100,
            cursor_step: 256,
            wait: Duration::from_secs(3),
            wait_at_beginning: Duration::from_secs(30),
            bookmark_every: Duration::from_secs(60),
            bookmark_before_deadline: Duration::from_secs(2),
            pinned: 16,
            pinned_age: Duration::from_secs(5 * 60),
            rebuild_events: 10_000,
            frame_bytes: 32 << 20,
            list_page: 10_000,
            apply_group: 64,
            retry: (Duration::from_millis(100), Duration::from_secs(30)),
        }
    }
}

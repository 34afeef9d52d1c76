//! One cacher per group-resource: what its feed, its readers and its watchers share, and the handle that the API server holds.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use arc_swap::ArcSwap;
use storage::{Key, Revision, Store};
use sys::Sys;
use tokio::sync::watch;

use crate::cursor::CloseReason;
use crate::event::FrameLedger;
use crate::fanout::Fanout;
use crate::meter::{Meter, Nobody};
use crate::reads::Pins;
use crate::snapshot::State;
use crate::window::Window;
use crate::{Limits, ObjectCodec, feed};

/// The watch cache of one resource. Cheap to clone; when the last clone goes, the feed stops and cursors end.
#[derive(Clone)]
pub struct Cacher {
    pub(crate) shared: Arc<Shared>,
    _stop: Arc<StopOnDrop>,
}

struct StopOnDrop(Arc<Shared>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.stop();
    }
}

pub(crate) struct Shared {
    pub(crate) sys: Sys,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) prefix: Key,
    pub(crate) codec: Arc<dyn ObjectCodec>,
    pub(crate) limits: Limits,
    /// What readers take. Replaced under the hub's lock only.
    pub(crate) published: ArcSwap<State>,
    hub: Mutex<Hub>,
    /// Marked whenever something was published.
    pub(crate) changed: watch::Sender<()>,
    pub(crate) stopped: watch::Sender<bool>,
    pub(crate) started: AtomicBool,
    pub(crate) pins: Mutex<Pins>,
    pub(crate) frames: Arc<FrameLedger>,
    meter: OnceLock<Arc<dyn Meter>>,
}

/// What changes together with the published state: whoever holds the lock sees window, watchers and state at one revision.
pub(crate) struct Hub {
    pub(crate) window: Window,
    pub(crate) fanout: Fanout,
}

/// Sizes of a cacher, for metrics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Objects.
    pub objects: usize,
    /// Bytes of their bodies.
    pub bytes: usize,
    /// Objects that cannot be decoded.
    pub corrupt: usize,
    /// Events in the window.
    pub window_events: usize,
    /// Bytes that they hold on to.
    pub window_bytes: usize,
    /// Watchers.
    pub watchers: usize,
    /// Bytes of encoded frames.
    pub frame_bytes: usize,
    /// The revision that was applied last.
    pub revision: Revision,
}

impl Cacher {
    /// A cacher of the keys under `prefix` (with its closing slash). Nothing happens before the first read or watch.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, prefix: Key, codec: Arc<dyn ObjectCodec>, sys: Sys, limits: Limits) -> Self {
        let frames = Arc::new(FrameLedger::new(limits.frame_bytes));
        let shared = Arc::new(Shared {
            sys,
            store,
            prefix,
            codec,
            limits,
            published: ArcSwap::from_pointee(State::empty()),
            hub: Mutex::new(Hub { window: Window::new(Revision(0)), fanout: Fanout::default() }),
            changed: watch::channel(()).0,
            stopped: watch::channel(false).0,
            started: AtomicBool::new(false),
            pins: Mutex::default(),
            frames,
            meter: OnceLock::new(),
        });
        Self { _stop: Arc::new(StopOnDrop(shared.clone())), shared }
    }

    /// The prefix of the resource's keys.
    #[must_use]
    pub fn prefix(&self) -> &Key {
        &self.shared.prefix
    }

    /// Tells of its work from now on; the first to ask is told.
    #[must_use]
    pub fn metered(self, meter: Arc<dyn Meter>) -> Self {
        drop(self.shared.meter.set(meter));
        self
    }

    /// Ends the feed and all cursors, and answers nothing any more.
    pub fn stop(&self) {
        self.shared.stop();
    }

    /// Sizes, for metrics.
    #[must_use]
    pub fn stats(&self) -> Stats {
        let hub = self.shared.hub();
        let state = self.shared.published.load();
        Stats {
            objects: state.objects.len(),
            bytes: state.bytes,
            corrupt: state.corrupt.len(),
            window_events: hub.window.len(),
            window_bytes: hub.window.bytes(),
            watchers: hub.fanout.len(),
            frame_bytes: self.shared.frames.bytes(),
            revision: state.revision,
        }
    }
}

impl Shared {
    pub(crate) fn hub(&self) -> MutexGuard<'_, Hub> {
        self.hub.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn meter(&self) -> &dyn Meter {
        self.meter.get().map_or(&Nobody, Arc::as_ref)
    }

    pub(crate) fn is_stopped(&self) -> bool {
        *self.stopped.borrow()
    }

    /// Starts the feed, once.
    pub(crate) fn start(self: &Arc<Self>) {
        if !self.started.swap(true, Ordering::AcqRel) {
            self.sys.spawn.task("cacher-feed", Box::pin(feed::run(self.clone())));
        }
    }

    pub(crate) fn stop(&self) {
        self.stopped.send_replace(true);
        self.hub().fanout.end_all(&CloseReason::Shutdown);
        self.changed.send_replace(());
    }
}

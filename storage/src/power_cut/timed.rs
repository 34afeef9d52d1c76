//! When an answer was given, counted in calls of the disk. Called by `run`.

use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

/// A future that tells, beside its answer, how many calls the disk had seen when the answer was given: whoever gives it wakes the waiting
/// task, and that is the moment, not the later one at which the task runs.
pub(super) struct Timed<F> {
    inner: F,
    woken: Arc<Woken>,
}

struct Woken {
    calls: Arc<AtomicUsize>,
    at: AtomicUsize,
    parent: Mutex<Option<Waker>>,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.at.store(self.calls.load(Ordering::Relaxed), Ordering::Relaxed);
        if let Some(parent) = self.parent.lock().unwrap_or_else(PoisonError::into_inner).take() {
            parent.wake();
        }
    }
}

impl<F> Timed<F> {
    pub(super) fn new(calls: Arc<AtomicUsize>, inner: F) -> Self {
        Self { inner, woken: Arc::new(Woken { calls, at: AtomicUsize::new(usize::MAX), parent: Mutex::default() }) }
    }
}

impl<F: Future + Unpin> Future for Timed<F> {
    type Output = (F::Output, usize);

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        *self.woken.parent.lock().unwrap_or_else(PoisonError::into_inner) = Some(context.waker().clone());
        let waker = Waker::from(self.woken.clone());
        let begun = self.woken.calls.load(Ordering::Relaxed);
        let answer = std::task::ready!(pin!(&mut self.inner).poll(&mut Context::from_waker(&waker)));
        let now = self.woken.calls.load(Ordering::Relaxed);
        // Work that was done in this very poll is not older than its calls.
        let at = if now > begun { now } else { self.woken.at.load(Ordering::Relaxed).min(now) };
        Poll::Ready((answer, at))
    }
}

//! Time that stands still until someone moves it.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use tokio::sync::Notify;

use crate::{BoxFuture, Clock, Tick, WallTime};

/// 2026-01-01T00:00:00Z.
const START: WallTime = WallTime(1_767_225_600_000_000_000);

#[derive(Default)]
pub(super) struct VirtualClock {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    registered: Notify,
}

#[derive(Default)]
struct State {
    now: Duration,
    /// Keyed by deadline, then by order of registration: the order in which timers are woken.
    timers: BTreeMap<(Duration, u64), Waker>,
    next_number: u64,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Timer {
    shared: Arc<Shared>,
    until: Duration,
    number: Option<u64>,
}

impl Future for Timer {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let shared = Arc::clone(&self.shared);
        let mut state = shared.lock();
        if state.now >= self.until {
            return Poll::Ready(());
        }
        let number = *self.number.get_or_insert_with(|| {
            state.next_number += 1;
            state.next_number
        });
        state.timers.insert((self.until, number), context.waker().clone());
        drop(state);
        shared.registered.notify_waiters();
        Poll::Pending
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(number) = self.number {
            self.shared.lock().timers.remove(&(self.until, number));
        }
    }
}

impl VirtualClock {
    pub(super) fn advance(&self, by: Duration) {
        let end = self.shared.lock().now.saturating_add(by);
        loop {
            let mut state = self.shared.lock();
            let due = state.timers.first_entry().filter(|first| first.key().0 <= end).map(|first| first.remove_entry());
            let Some(((deadline, _), waker)) = due else {
                state.now = end;
                return;
            };
            state.now = state.now.max(deadline);
            // Woken without the lock: a waker may run the task at once, which may look at the clock.
            drop(state);
            waker.wake();
        }
    }

    pub(super) fn next_deadline(&self) -> Option<Tick> {
        self.shared.lock().timers.first_key_value().map(|((deadline, _), _)| Tick(*deadline))
    }

    pub(super) async fn timers_waiting(&self, count: usize) {
        loop {
            let changed = self.shared.registered.notified();
            tokio::pin!(changed);
            changed.as_mut().enable();
            if self.shared.lock().timers.len() >= count {
                return;
            }
            changed.await;
        }
    }
}

impl Clock for VirtualClock {
    fn wall(&self) -> WallTime {
        START.plus(self.shared.lock().now)
    }

    fn tick(&self) -> Tick {
        Tick(self.shared.lock().now)
    }

    fn wait_until(&self, until: Tick) -> BoxFuture<'static, ()> {
        Box::pin(Timer { shared: Arc::clone(&self.shared), until: until.0, number: None })
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests start tasks directly")]
mod tests {
    use super::*;
    use futures_util::FutureExt;

    fn seconds(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    #[tokio::test]
    async fn nothing_is_due_before_its_time() {
        let clock = VirtualClock::default();
        let mut wait = clock.wait(seconds(5));
        assert!((&mut wait).now_or_never().is_none());
        clock.advance(seconds(4));
        assert!((&mut wait).now_or_never().is_none());
        clock.advance(seconds(1));
        assert!((&mut wait).now_or_never().is_some());
        assert_eq!(clock.wall(), START.plus(seconds(5)));
    }

    #[tokio::test]
    async fn dropped_timers_are_forgotten() {
        let clock = VirtualClock::default();
        let mut wait = clock.wait(seconds(5));
        assert!((&mut wait).now_or_never().is_none());
        assert_eq!(clock.next_deadline(), Some(Tick(seconds(5))));
        drop(wait);
        assert_eq!(clock.next_deadline(), None);
    }

    #[tokio::test]
    async fn timers_wake_in_deadline_order() {
        let clock = Arc::new(VirtualClock::default());
        let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
        for n in [3_u64, 1, 2] {
            let (timer, sender) = (clock.wait(seconds(n)), sender.clone());
            tokio::spawn(async move {
                timer.await;
                sender.send(n).unwrap();
            });
        }
        clock.timers_waiting(3).await;
        clock.advance(seconds(10));
        let mut order = Vec::new();
        for _ in 0..3 {
            order.push(receiver.recv().await.unwrap());
        }
        assert_eq!(order, [1, 2, 3]);
    }
}

//! The real world: system clock, the operating system's randomness, files, TCP, and tasks on the current tokio runtime.
//! Only `cmd` and tests build it, once, and hand it down.
#![expect(clippy::disallowed_methods, reason = "this is the one place that may call them")]

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::{BoxFuture, Clock, Entropy, Spawn, Sys, Tick, WallTime};

mod disk;
mod net;
mod watch;

/// The real clock, randomness, disk, network and scheduler. Timers, tasks and the network need a running tokio runtime (with its
/// I/O and time drivers enabled) when they are used, not when this is called.
#[must_use]
pub fn real() -> Sys {
    Sys {
        clock: Arc::new(SystemClock { start: Instant::now() }),
        entropy: Arc::new(SystemEntropy),
        spawn: Arc::new(TokioSpawn),
        disk: Arc::new(disk::SystemDisk::default()),
        net: Arc::new(net::TcpNet),
    }
}

struct SystemClock {
    start: Instant,
}

impl Clock for SystemClock {
    fn wall(&self) -> WallTime {
        let nanos = |d: Duration| i128::try_from(d.as_nanos()).unwrap_or(i128::MAX);
        WallTime(match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(after) => nanos(after),
            Err(before) => -nanos(before.duration()),
        })
    }

    fn tick(&self) -> Tick {
        Tick(self.start.elapsed())
    }

    fn wait_until(&self, until: Tick) -> BoxFuture<'static, ()> {
        let deadline = self.start.checked_add(until.0);
        Box::pin(async move {
            match deadline {
                Some(at) => tokio::time::sleep_until(at.into()).await,
                // So far away that the system cannot express it.
                None => std::future::pending().await,
            }
        })
    }
}

struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, out: &mut [u8]) {
        aws_lc_rs::rand::fill(out).expect("the library's own generator is seeded at start and aborts rather than fails");
    }
}

struct TokioSpawn;

impl Spawn for TokioSpawn {
    fn task(&self, _name: &'static str, task: BoxFuture<'static, ()>) {
        drop(tokio::spawn(task));
    }

    fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>) {
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(body);
        drop(started.expect("a process that cannot start a thread at start-up cannot run"));
    }

    fn blocking(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let runtime = runtime.expect("a process that cannot make a timer at start-up cannot run");
        self.thread(name, Box::new(move || runtime.block_on(task)));
    }

    fn width(&self) -> usize {
        // Where the system does not say, nothing is split.
        std::thread::available_parallelism().map_or(1, usize::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn timers_fire_after_their_deadline() {
        let sys = real();
        let before = sys.clock.tick();
        sys.clock.wait(Duration::from_millis(5)).await;
        assert!(sys.clock.tick().since(before) >= Duration::from_millis(5));
        assert!(sys.clock.wall().seconds() > 1_600_000_000);
    }

    #[tokio::test]
    async fn tasks_and_threads_run() {
        let sys = real();
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let inner = sys.clone();
        sys.spawn.task(
            "outer",
            Box::pin(async move {
                inner.spawn.thread(
                    "inner",
                    Box::new(move || {
                        let _ = sender.send(std::thread::current().name().map(str::to_owned));
                    }),
                );
            }),
        );
        assert_eq!(receiver.await.unwrap().as_deref(), Some("inner"));
    }

    #[tokio::test]
    async fn blocking_tasks_have_a_thread_and_may_wait() {
        let sys = real();
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let inner = sys.clone();
        let task = async move {
            inner.clock.wait(Duration::from_millis(1)).await;
            let _ = sender.send(std::thread::current().name().map(str::to_owned));
        };
        sys.spawn.blocking("disk", Box::pin(task));
        assert_eq!(receiver.await.unwrap().as_deref(), Some("disk"));
    }

    #[test]
    fn entropy_differs_each_time() {
        let sys = real();
        let (mut a, mut b) = ([0_u8; 32], [0_u8; 32]);
        sys.entropy.fill(&mut a);
        sys.entropy.fill(&mut b);
        assert_ne!(a, b);
        assert_eq!(sys.entropy.below(0), 0);
        assert_eq!(sys.entropy.below(1), 0);
        assert!((0..100).all(|_| sys.entropy.below(7) < 7));
    }
}

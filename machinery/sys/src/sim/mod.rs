//! A world for tests: time moves only by hand, randomness comes from a seed, files and connections live in memory, and
//! the disk can fail or lose its power. Tasks run on the caller's tokio runtime (a single-threaded one keeps the order of events the
//! same from run to run).

use std::sync::Arc;
use std::time::Duration;

use crate::{BoxFuture, Spawn, Sys, Tick};

mod clock;
mod disk;
mod entropy;
mod net;
mod watch;

pub use disk::{Call, CallKind, Cut, DiskImage, Fault, Moment, SimDisk, UnsyncedChange};

/// One simulated world. Cloning gives a second handle on the same world.
#[derive(Clone)]
pub struct Sim {
    clock: Arc<clock::VirtualClock>,
    disk: SimDisk,
    sys: Sys,
}

impl Sim {
    /// A world at 2026-01-01T00:00:00Z whose randomness follows from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::with_disk(seed, DiskImage::default())
    }

    /// The same, with a disk that holds what the image holds.
    #[must_use]
    pub fn with_disk(seed: u64, image: DiskImage) -> Self {
        let disk = SimDisk::new(image);
        let clock = Arc::new(clock::VirtualClock::default());
        let sys = Sys {
            clock: Arc::clone(&clock) as _,
            entropy: Arc::new(entropy::SeededEntropy::new(seed)),
            spawn: Arc::new(TestSpawn),
            disk: disk.handle(),
            net: Arc::new(net::MemoryNet::default()),
        };
        Self { clock, disk, sys }
    }

    /// The world as product code sees it. After a power cut the disk of an older one gives errors only: a process that starts anew
    /// takes a new one.
    #[must_use]
    pub fn sys(&self) -> Sys {
        Sys { disk: self.disk.handle(), ..self.sys.clone() }
    }

    /// The disk, to cut its power, plan its faults and look at its calls.
    #[must_use]
    pub fn disk(&self) -> SimDisk {
        self.disk.clone()
    }

    /// Cuts the power; see [`SimDisk::power_cut`]. Clocks and connections go on.
    pub fn power_cut(&self, how: Cut) {
        self.disk.power_cut(how);
    }

    /// Moves both clocks forward. Timers that become due are woken in the order of their deadlines; their tasks run when the
    /// caller next awaits, and then see the time after the whole move. [`Sim::pass`] lets them run in between.
    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// Moves the clocks forward from deadline to deadline. Before the first, at each stop and after the last, tasks that can run
    /// do, so that a task that waits again and again sees every one of its deadlines.
    pub async fn pass(&self, by: Duration) {
        let end = self.sys.clock.tick().plus(by);
        Self::settle().await;
        while let Some(next) = self.clock.next_deadline().filter(|next| *next <= end) {
            self.clock.advance(next.since(self.sys.clock.tick()));
            Self::settle().await;
        }
        self.clock.advance(end.since(self.sys.clock.tick()));
        Self::settle().await;
    }

    /// Gives other tasks some turns: a woken task may wake another, and so on. A chain longer than this needs an event to await.
    async fn settle() {
        for _ in 0..16 {
            tokio::task::yield_now().await;
        }
    }

    /// Completes as soon as at least `count` timers are waiting: the moment to advance.
    pub async fn timers_waiting(&self, count: usize) {
        self.clock.timers_waiting(count).await;
    }

    /// The deadline of the timer that is due next.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Tick> {
        self.clock.next_deadline()
    }
}

struct TestSpawn;

#[expect(clippy::disallowed_methods, reason = "the simulated scheduler is the caller's tokio runtime")]
impl Spawn for TestSpawn {
    fn task(&self, _name: &'static str, task: BoxFuture<'static, ()>) {
        drop(tokio::spawn(task));
    }

    fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>) {
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(body);
        drop(started.expect("a test machine can start a thread"));
    }

    fn blocking(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        self.task(name, task);
    }

    fn width(&self) -> usize {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[tokio::test]
    async fn pass_stops_at_every_deadline() {
        let sim = Sim::new(1);
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (sys, log) = (sim.sys(), Arc::clone(&seen));
        sim.sys().spawn.task(
            "beat",
            Box::pin(async move {
                loop {
                    sys.clock.wait(Duration::from_secs(10)).await;
                    log.lock().unwrap().push(sys.clock.tick().0.as_secs());
                }
            }),
        );
        sim.timers_waiting(1).await;
        sim.pass(Duration::from_secs(35)).await;
        assert_eq!(*seen.lock().unwrap(), [10, 20, 30]);
        assert_eq!(sim.sys().clock.tick().0.as_secs(), 35);
    }
}

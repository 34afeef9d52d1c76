//! Clock, randomness, disk, network and task spawning, behind traits. Every crate that needs one of them takes it from a [`Sys`]
//! value; the real implementations are the only product code that may call the standard library or tokio for these things.
//! Nothing here may know Kubernetes.
#![warn(missing_docs)]

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

/// A boxed future that can move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Wall-clock time in nanoseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallTime(pub i128);

impl WallTime {
    /// Whole seconds since the epoch, rounded down.
    #[must_use]
    pub fn seconds(self) -> i64 {
        i64::try_from(self.0.div_euclid(1_000_000_000)).unwrap_or(i64::MAX)
    }
}

/// A point on the monotonic clock, as time since the process (or the simulation) began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tick(pub Duration);

/// Time.
pub trait Clock: Send + Sync {
    /// Wall-clock time now.
    fn wall(&self) -> WallTime;
    /// Monotonic time now.
    fn tick(&self) -> Tick;
    /// Completes once the monotonic clock has reached `until`.
    fn wait_until(&self, until: Tick) -> BoxFuture<'static, ()>;
}

/// Randomness.
pub trait Entropy: Send + Sync {
    /// Fills the buffer with random bytes fit for keys and identifiers.
    fn fill(&self, out: &mut [u8]);
}

/// Starting tasks and threads.
pub trait Spawn: Send + Sync {
    /// Runs a task to its end, independent of its caller. `name` appears in traces.
    fn task(&self, name: &'static str, task: BoxFuture<'static, ()>);
    /// Runs a closure on an operating-system thread of its own (in simulation: as a task).
    fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>);
}

/// The outside world as one value; cheap to clone.
#[derive(Clone)]
pub struct Sys {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Tasks and threads.
    pub spawn: Arc<dyn Spawn>,
}

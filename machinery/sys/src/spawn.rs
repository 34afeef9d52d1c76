//! Starting work that outlives its caller.

use crate::BoxFuture;

/// Starting tasks and threads.
pub trait Spawn: Send + Sync {
    /// Runs a task to its end, independent of its caller. `name` appears in traces. Needs a running tokio runtime.
    fn task(&self, name: &'static str, task: BoxFuture<'static, ()>);
    /// Runs a closure that may block on a thread of its own. In simulation the thread is real as well: work that has to be
    /// deterministic there is written as a task.
    fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>);
    /// Runs a future that may block in between (on a disk, say) to its end: on a thread of its own; in simulation as a task, so that
    /// what it does stays in order. It may wait for events and timers, not for the network.
    fn blocking(&self, name: &'static str, task: BoxFuture<'static, ()>);
    /// How many threads are worth having for work that can be split: the processor's, and one in simulation, where such work is done in
    /// one place so that it stays in order.
    fn width(&self) -> usize;
}

//! Threads for request bodies that take long to read, so that the few that run all requests are free for the others: YAML of some
//! megabytes takes a second of CPU, and `/readyz` must not wait for it. Called by `endpoints/body`.

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use meta::status::Status;
use sys::Sys;
use tokio::sync::{Semaphore, oneshot};

/// The right to such a thread. Half the processors may be busy with it at once; who comes later waits.
pub(crate) struct Readers {
    permits: Arc<Semaphore>,
}

impl Default for Readers {
    fn default() -> Self {
        let processors = available_parallelism().map_or(1, NonZero::get);
        Self { permits: Arc::new(Semaphore::new((processors / 2).max(1))) }
    }
}

impl Readers {
    /// Does a piece of work on a thread of its own, when it is its turn. Dropping the future forgets work that has not begun.
    ///
    /// # Errors
    /// 500 when the work panicked.
    pub(crate) async fn run<T: Send + 'static>(&self, sys: &Sys, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Status> {
        let broken = || Status::internal_error("a body could not be read; look in the logs for details");
        // The semaphore is never closed.
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(|_| broken())?;
        let (done, result) = oneshot::channel();
        let task = async move {
            // Nobody waits for it any more when the client has gone.
            drop(done.send(work()));
            drop(permit);
        };
        sys.spawn.blocking("reader", Box::pin(task));
        result.await.map_err(|_| broken())
    }
}

//! Runs a write in a task of its own (invariant 13): hyper drops a handler when its client goes away, and an address taken without its
//! object or half an update must not follow. The handler only waits for the task's answer.

use std::future::Future;

use daemon::panics;
use meta::status::Status;
use tokio::sync::oneshot;

use super::Call;
use crate::request_log;

/// Starts the write and waits for its end, or for the request's deadline: then the client is told so and the write goes on.
///
/// # Errors
/// The write's own, 500 after a panic, 504 at the deadline.
pub(super) async fn run<T: Send + 'static>(
    call: &Call,
    write: impl Future<Output = Result<T, Status>> + Send + 'static,
) -> Result<T, Status> {
    let (done, answer) = oneshot::channel();
    let (trail, deadline) = (call.trail.clone(), call.deadline);
    let (metrics, clock) = (call.server.metrics.clone(), call.server.world.sys.clock.clone());
    let task = async move {
        let mut panicked = false;
        let result = panics::catch(write).await.unwrap_or_else(|panic| {
            panicked = true;
            request_log::panicked(&trail, &panic);
            Err(Status::internal_error("the write panicked; look in the logs for details"))
        });
        let outcome = match &result {
            Ok(_) => "ok",
            Err(_) if panicked => "panic",
            Err(_) => "error",
        };
        // Nobody waits any more when the client went away; the write is done all the same.
        if done.send(result).is_err() && deadline.is_some_and(|deadline| clock.tick() >= deadline) {
            metrics.requests.afterwards.with(["rest-handler", outcome]).inc();
        }
    };
    let sys = &call.server.world.sys;
    sys.spawn.task("write", Box::pin(task));
    let Some(deadline) = call.deadline else {
        return answer.await.unwrap_or_else(|_| Err(gone()));
    };
    tokio::select! {
        biased;
        result = answer => result.unwrap_or_else(|_| Err(gone())),
        () = sys.clock.wait_until(deadline) => Err(overdue(call)),
    }
}

/// What a client hears whose request is not done by its deadline. The request counts as given up.
pub(super) fn overdue(call: &Call) -> Status {
    call.trail.terminated(504);
    Status::timeout("request did not complete within the allotted timeout", 0)
}

fn gone() -> Status {
    Status::service_unavailable("the server is shutting down")
}

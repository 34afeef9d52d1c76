//! Stopping the parts of `ferrokube up`, in upstream's order: say on `/readyz` that this is the end, go on for the delay, take nobody new,
//! end the watches over their grace period, answer what is in progress, close the store.

use std::time::Duration;

use sys::Sys;

use super::Options;
use super::start::Started;

/// How long requests in progress may take when the server stops: as long as any request may (upstream's `--request-timeout`).
const DRAIN: Duration = Duration::from_secs(60);

/// Stops everything; returns when nothing is open any more.
pub(super) async fn stop(sys: &Sys, options: &Options, started: Started) {
    let Started { server, store, front, running, .. } = started;
    server.shutting_down();
    sys.clock.wait(options.shutdown_delay_duration).await;
    running.stop().await;
    let grace = options.shutdown_watch_termination_grace_period;
    server.end_watches(grace);
    let drained = front.drain(DRAIN.max(grace.saturating_add(net::Limits::default().farewell))).await;
    if drained.cut_off > 0 {
        tracing::warn!(connections = drained.cut_off, "connections were cut off at the end of the drain");
    }
    store.close().await;
}

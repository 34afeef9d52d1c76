//! Turns a panic in a later filter or endpoint into upstream's plain 500, and logs it. The server stays up.
//! Source: apiserver `pkg/server/filters/wrap.go`.

use daemon::panics;
use http::StatusCode;
use sys::BoxFuture;

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::{request_log, respond};

pub(super) fn run(exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let trail = exchange.trail.clone();
    Box::pin(async move {
        match panics::catch(async move { next.run(exchange).await }).await {
            Ok(response) => response,
            Err(panic) => {
                request_log::panicked(&trail, &panic);
                trail.answered(respond::plain(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "This request caused apiserver to panic. Look in the logs for details.",
                ))
            }
        }
    })
}

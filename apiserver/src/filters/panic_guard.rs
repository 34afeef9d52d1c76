//! Turns a panic in a later filter or endpoint into upstream's plain 500, and logs it. The server stays up.
//! Source: apiserver `pkg/server/filters/wrap.go`.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use http::StatusCode;
use sys::BoxFuture;

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::respond;

pub(super) fn run(exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let method = exchange.parts.method.clone();
    let path = exchange.parts.uri.path().to_owned();
    Box::pin(async move {
        match AssertUnwindSafe(next.run(exchange)).catch_unwind().await {
            Ok(response) => response,
            Err(panic) => {
                tracing::error!(%method, path, panic = panic_text(panic.as_ref()), "a request panicked");
                respond::plain(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "This request caused apiserver to panic. Look in the logs for details.",
                )
            }
        }
    })
}

/// What the panic said, as far as it was text.
pub(crate) fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("(no text)")
}

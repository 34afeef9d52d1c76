//! Gives every request that is not long-running its deadline: `?timeout=` may shorten it, never lengthen it. The endpoints hold to the
//! deadline themselves (reads race it; writes hand it to their supervised task), so that no write is cut in half.
//! Source: apiserver `pkg/endpoints/filters/request_deadline.go`.

use std::time::Duration;

use meta::duration::Duration as GoDuration;
use meta::status::Status;
use sys::{BoxFuture, Tick};

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::respond;

/// Upstream's `--request-timeout`.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);

pub(super) fn run(mut exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    if is_long_running(&exchange) {
        return next.run(exchange);
    }
    let timeout = match exchange.query.first("timeout") {
        Some(text) if !text.is_empty() => match GoDuration::parse(text) {
            Ok(given) => match u64::try_from(given.0) {
                Ok(nanos) if nanos > 0 => Duration::from_nanos(nanos).min(REQUEST_TIMEOUT),
                _ => REQUEST_TIMEOUT,
            },
            Err(error) => {
                let status = Status::bad_request(format!("invalid timeout specified in the request URL - {error}"));
                return Box::pin(async move { respond::status(&status) });
            }
        },
        _ => REQUEST_TIMEOUT,
    };
    exchange.deadline = Some(Tick(next.now().0 + timeout));
    next.run(exchange)
}

/// Watches and connections have their own ends.
fn is_long_running(exchange: &Exchange) -> bool {
    exchange.info.is_resource && matches!(exchange.info.verb, "watch" | "proxy")
}

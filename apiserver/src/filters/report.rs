//! Follows a request to its end: counts it among those that are being answered, and has its trail told how it was answered. What is
//! counted, and when, is the trail's; this must never change an answer.

use sys::BoxFuture;

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::metrics::labels::is_mutating;

pub(super) fn run(exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let trail = exchange.trail.clone();
    trail.takes_off(is_mutating(exchange.info.verb));
    let goes_on = exchange.info.is_resource && exchange.info.verb == "watch";
    let answer = next.run(exchange);
    Box::pin(async move {
        let response = answer.await;
        if goes_on {
            // What is left of a watch is as long as its client likes.
            trail.lands();
        }
        trail.answered(response)
    })
}

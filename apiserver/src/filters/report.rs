//! Follows a request to its end: writes the line of one that failed, and has its trail told how it was answered. What is counted, and when,
//! is the trail's; this must never change an answer.

use sys::BoxFuture;

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::request_log;

pub(super) fn run(exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let trail = exchange.trail.clone();
    let answer = next.run(exchange);
    Box::pin(async move {
        let mut response = answer.await;
        request_log::answered(&trail, &mut response);
        trail.answered(response)
    })
}

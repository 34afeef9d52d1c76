//! Reads what the request is about, gives it an audit id, and sets the headers that every API answer carries.

use http::header::CACHE_CONTROL;
use http::{HeaderValue, StatusCode};
use sys::BoxFuture;

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::metrics::labels::is_mutating;
use crate::request_info::RequestInfo;
use crate::respond;

/// Header that names a request in logs, audit and answers.
const AUDIT_ID: &str = "audit-id";

pub(super) fn run(mut exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    exchange.info = RequestInfo::parse(exchange.parts.method.as_str(), &exchange.path, &exchange.query);
    let audit_id = audit_id(&exchange, &next);
    let trail = exchange.trail.clone();
    trail.is_named(audit_id.clone());
    trail.takes_off(is_mutating(exchange.info.verb));
    let goes_on = exchange.info.is_resource && exchange.info.verb == "watch";
    Box::pin(async move {
        let undetermined = exchange.info.undetermined;
        let mut response = if undetermined { no_info(&exchange) } else { next.run(exchange).await };
        if goes_on {
            // What is left of a watch is as long as its client likes.
            trail.lands();
        }
        let headers = response.headers_mut();
        headers.insert(AUDIT_ID, audit_id);
        if !undetermined {
            headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache, private"));
        }
        response
    })
}

/// What upstream says of a path that names no resource where one must stand.
fn no_info(exchange: &Exchange) -> Response {
    let url = exchange.parts.uri.path_and_query().map_or_else(|| exchange.path.clone(), ToString::to_string);
    let quoted = meta::text::quote(&url);
    let text = format!(
        "Internal Server Error: {quoted}: failed to create RequestInfo: unable to determine kind and namespace from url, {url}"
    );
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    respond::plain(StatusCode::INTERNAL_SERVER_ERROR, &text)
}

/// The client's own id, as far as it is one, else a fresh one.
fn audit_id(exchange: &Exchange, next: &Next) -> HeaderValue {
    let given = exchange.parts.headers.get(AUDIT_ID).filter(|value| value.to_str().is_ok_and(|id| !id.is_empty()));
    given.cloned().unwrap_or_else(|| {
        let id = crate::moment::uuid(next.server().world.sys.entropy.as_ref());
        // Hexadecimal digits and dashes always are a header's value.
        HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static(""))
    })
}

//! Answers: objects, Statuses and plain text as HTTP responses, with warnings and retry headers. Called by filters, routes and
//! endpoints. It encodes; it decides nothing.

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONNECTION, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER, WARNING, X_CONTENT_TYPE_OPTIONS};
use meta::status::Status;

use crate::exchange::Response;
use crate::negotiate::Output;
use crate::render::{Source, View, wire};
use crate::request_log::Failure;

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// An object in the negotiated form.
///
/// # Errors
/// 406 for a shape that it cannot have, 500 for a damaged record.
pub(crate) fn object(view: &View, code: StatusCode, source: Source<'_>, warnings: &[String]) -> Result<Response, Status> {
    Ok(encoded(code, view.output, view.object(source)?, warnings))
}

/// A JSON document without its final newline, in the negotiated form. One that has no such form is an internal error in JSON.
#[must_use]
pub(crate) fn document(code: StatusCode, output: Output, json: Vec<u8>, warnings: &[String]) -> Response {
    match wire::encode(output, json, None) {
        Ok(body) => encoded(code, output, body, warnings),
        Err(failure) => status(&failure),
    }
}

/// A body that is encoded already.
#[must_use]
pub(crate) fn encoded(code: StatusCode, output: Output, body: Vec<u8>, warnings: &[String]) -> Response {
    let mut response = bytes(code, HeaderValue::from_static(output.format.media_type()), Bytes::from(body));
    add_warnings(response.headers_mut(), warnings);
    response
}

/// A Status as compact JSON.
#[must_use]
pub(crate) fn status(status: &Status) -> Response {
    status_with(status, Output::JSON, &[])
}

/// A Status in a negotiated form.
#[must_use]
pub(crate) fn status_with(status: &Status, output: Output, warnings: &[String]) -> Response {
    let code = StatusCode::from_u16(status.code).unwrap_or(StatusCode::OK);
    let mut response = document(code, output, status.to_json().into_bytes(), warnings);
    if let Some(seconds) = status.retry_after_seconds() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(failure) = Failure::of(status) {
        response.extensions_mut().insert(failure);
    }
    response
}

/// An answer with a warning beside it.
#[must_use]
pub(crate) fn with_warning(mut response: Response, warning: &str) -> Response {
    add_warnings(response.headers_mut(), std::slice::from_ref(&warning));
    response
}

/// A 403, which browsers must not guess a type for.
#[must_use]
pub(crate) fn forbidden(refusal: &Status, output: Output) -> Response {
    let mut response = status_with(refusal, output, &[]);
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Plain text with upstream's headers of Go's `http.Error`.
#[must_use]
pub(crate) fn plain(code: StatusCode, text: &str) -> Response {
    let mut response = bytes(code, TEXT, Bytes::copy_from_slice(format!("{text}\n").as_bytes()));
    response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// What Go's server says of a request that it cannot read.
#[must_use]
pub(crate) fn broken_request() -> Response {
    bytes(StatusCode::BAD_REQUEST, TEXT, Bytes::from_static(b"400 Bad Request"))
}

/// What Go's server says to a client that expects what it does not know. It closes the connection.
#[must_use]
pub(crate) fn expectation_failed() -> Response {
    let mut response = Response::new(net::Body::full(Bytes::new()));
    *response.status_mut() = StatusCode::EXPECTATION_FAILED;
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

/// What Go's mux says of a path that nothing serves.
#[must_use]
pub(crate) fn page_not_found() -> Response {
    plain(StatusCode::NOT_FOUND, "404 page not found")
}

/// A whole body.
#[must_use]
pub(crate) fn bytes(code: StatusCode, content_type: HeaderValue, body: Bytes) -> Response {
    let mut response = Response::new(net::Body::full(body));
    *response.status_mut() = code;
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

/// One `Warning` header each, as RFC 7234 quotes them.
pub(crate) fn add_warnings<T: AsRef<str>>(headers: &mut HeaderMap, warnings: &[T]) {
    for warning in warnings.iter().map(T::as_ref) {
        let mut quoted = String::with_capacity(warning.len() + 8);
        quoted.push_str("299 - \"");
        for c in warning.chars().filter(|c| !c.is_control()) {
            if matches!(c, '"' | '\\') {
                quoted.push('\\');
            }
            quoted.push(c);
        }
        quoted.push('"');
        if let Ok(value) = HeaderValue::from_str(&quoted) {
            headers.append(WARNING, value);
        }
    }
}

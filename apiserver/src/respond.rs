//! Answers: objects, Statuses and plain text as HTTP responses, with warnings and retry headers. Called by filters, routes and
//! endpoints. It encodes; it decides nothing.

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER, WARNING, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS};
use meta::status::Status;
use storage::Item;

use crate::endpoints::Call;
use crate::exchange::Response;
use crate::negotiate::{Format, Output};
use crate::registry::outcome::Stored;

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");
const JSON: Output = Output { format: Format::Json, pretty: false };

/// An object as a write or read left it, in the request's version.
///
/// # Errors
/// 500 when it cannot be encoded.
pub(crate) fn object(
    call: &Call,
    code: StatusCode,
    output: Output,
    stored: &Stored,
    warnings: &[String],
) -> Result<Response, Status> {
    let mut bytes = Vec::new();
    call.endpoint.write_tree(&stored.tree, stored.revision, &mut bytes)?;
    Ok(document(code, output, bytes, warnings))
}

/// An object straight from the store.
///
/// # Errors
/// 500 when the record is damaged.
pub(crate) fn item(call: &Call, code: StatusCode, output: Output, item: &Item) -> Result<Response, Status> {
    let mut bytes = Vec::with_capacity(item.value.body.len() + 64);
    call.endpoint.write_stored(&call.hub, item, &mut bytes)?;
    Ok(document(code, output, bytes, &[]))
}

/// A JSON document without its final newline, in the negotiated form.
#[must_use]
pub(crate) fn document(code: StatusCode, output: Output, json: Vec<u8>, warnings: &[String]) -> Response {
    let body = match (output.format, output.pretty) {
        // Our own output is never nested deeper than what was read.
        (Format::Yaml, _) => object::yaml::from_json(&json).unwrap_or(json),
        (Format::Json, true) => indented(&json),
        (Format::Json, false) => {
            let mut json = json;
            json.push(b'\n');
            json
        }
    };
    let mut response = bytes(code, HeaderValue::from_static(output.content_type()), Bytes::from(body));
    add_warnings(response.headers_mut(), warnings);
    response
}

/// Indented by two blanks; our own output is always well formed, anything else stays as it is.
fn indented(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len() * 2);
    if object::json::syntax::indent(json, &mut out).is_err() {
        out.clear();
        out.extend_from_slice(json);
    }
    out
}

/// A Status as compact JSON.
#[must_use]
pub(crate) fn status(status: &Status) -> Response {
    status_with(status, JSON, &[])
}

/// A Status in a negotiated form.
#[must_use]
pub(crate) fn status_with(status: &Status, output: Output, warnings: &[String]) -> Response {
    let code = StatusCode::from_u16(status.code).unwrap_or(StatusCode::OK);
    let mut response = document(code, output, status.to_json().into_bytes(), warnings);
    if let Some(seconds) = status.retry_after_seconds() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    if code == StatusCode::UNAUTHORIZED {
        response.headers_mut().remove(WWW_AUTHENTICATE);
    }
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
pub(crate) fn add_warnings(headers: &mut HeaderMap, warnings: &[String]) {
    for warning in warnings {
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

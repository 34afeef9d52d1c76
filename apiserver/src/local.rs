//! The server's own writes: they enter at the endpoints like everybody's and pass decoding, admission and validation, as an identity that
//! exists only as a Rust value and is no credential that anybody could present (ARCHITECTURE.md, invariant 3).

use http::{Method, Request};
use http_body_util::BodyExt;
use kinds::strategy::User;
use meta::status::Status;

use crate::endpoints;
use crate::exchange::Exchange;
use crate::metrics::labels;
use crate::request_info::RequestInfo;
use crate::request_log;
use crate::server::Server;

/// User name of the server itself, as upstream's loopback client has it.
const USER: &str = "system:apiserver";
/// Program of the server's writes: it becomes their field manager.
pub(crate) const PROGRAM: &str = "kube-apiserver";
/// It may do anything.
const GROUP: &str = "system:masters";

/// The server itself, as strategies and admission see who asks.
pub(crate) fn user() -> User {
    User { name: USER.to_owned(), groups: vec![GROUP.to_owned()], ..User::default() }
}

/// Answer to a request of the server's own.
pub(crate) struct Answer {
    /// HTTP status code.
    pub code: u16,
    /// Body.
    pub body: Vec<u8>,
}

/// Sends a JSON request to the endpoints; a PATCH is a merge patch.
///
/// # Errors
/// 500 when the path is no URI or the answer breaks off.
pub(crate) async fn send(server: &Server, method: Method, path: &str, json: Vec<u8>) -> Result<Answer, Status> {
    let media_type = if method == Method::PATCH { "application/merge-patch+json" } else { "application/json" };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(http::header::CONTENT_TYPE, media_type)
        .header(http::header::USER_AGENT, PROGRAM)
        .header(http::header::ACCEPT, "application/json")
        .body(net::Body::full(json))
        .map_err(Status::internal_error)?;
    let trail = server.0.trail(&request, true);
    let mut exchange = Exchange::new(request, trail.clone());
    trail.is_from(USER);
    exchange.info = RequestInfo::parse(exchange.parts.method.as_str(), &exchange.path, &exchange.query);
    exchange.user = auth::Identity { name: USER.to_owned(), groups: vec![GROUP.to_owned()], ..auth::Identity::default() };
    trail.takes_off(labels::is_mutating(exchange.info.verb));
    let mut response = endpoints::dispatch(server.0.clone(), exchange).await;
    request_log::answered(&trail, &mut response);
    let response = trail.answered(response);
    let code = response.status().as_u16();
    let body = response.into_body().collect().await.map_err(Status::internal_error)?.to_bytes().to_vec();
    Ok(Answer { code, body })
}

/// Creates the object `name` of a collection unless it exists; gives it as it stands.
///
/// # Errors
/// What the endpoints said.
pub(crate) async fn ensure(server: &Server, collection: &str, name: &str, json: String) -> Result<Vec<u8>, Status> {
    let path = format!("{collection}/{name}");
    let found = send(server, Method::GET, &path, Vec::new()).await?;
    if found.code != 404 {
        return done("GET", &path, found);
    }
    let made = send(server, Method::POST, collection, json.into_bytes()).await?;
    if made.code == 409 {
        return done("GET", &path, send(server, Method::GET, &path, Vec::new()).await?);
    }
    done("POST", &path, made)
}

/// The body of a successful answer.
///
/// # Errors
/// 500 with the text of any other.
pub(crate) fn done(method: &str, path: &str, answer: Answer) -> Result<Vec<u8>, Status> {
    match answer.code {
        200..=299 => Ok(answer.body),
        _ => Err(Status::internal_error(format!("{method} {path}: {}", String::from_utf8_lossy(&answer.body)))),
    }
}

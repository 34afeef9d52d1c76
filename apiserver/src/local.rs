//! The server's own writes: they enter at the endpoints like everybody's and pass decoding, admission and validation, as an identity that
//! exists only as a Rust value and is no credential that anybody could present (ARCHITECTURE.md, invariant 3).

use http::{Method, Request};
use http_body_util::BodyExt;
use kinds::strategy::User;
use meta::status::Status;

use crate::endpoints;
use crate::exchange::Exchange;
use crate::request_info::RequestInfo;
use crate::server::Server;

/// User name of the server itself, as upstream's loopback client has it.
const USER: &str = "system:apiserver";
/// Its program, which comes to own what it writes.
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

/// Sends a JSON request to the endpoints.
///
/// # Errors
/// 500 when the path is no URI or the answer breaks off.
pub(crate) async fn send(server: &Server, method: Method, path: &str, json: Vec<u8>) -> Result<Answer, Status> {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(http::header::CONTENT_TYPE, "application/json")
        .header(http::header::ACCEPT, "application/json")
        .header(http::header::USER_AGENT, PROGRAM)
        .body(net::Body::full(json))
        .map_err(Status::internal_error)?;
    let mut exchange = Exchange::new(request);
    exchange.info = RequestInfo::parse(exchange.parts.method.as_str(), &exchange.path, &exchange.query);
    exchange.user = auth::Identity { name: USER.to_owned(), groups: vec![GROUP.to_owned()], ..auth::Identity::default() };
    let response = endpoints::dispatch(server.0.clone(), exchange).await;
    let code = response.status().as_u16();
    let body = response.into_body().collect().await.map_err(Status::internal_error)?.to_bytes().to_vec();
    Ok(Answer { code, body })
}

/// Creates an object; one that exists already is left alone.
///
/// # Errors
/// What the endpoints said.
pub(crate) async fn ensure(server: &Server, path: &str, json: String) -> Result<(), Status> {
    let answer = send(server, Method::POST, path, json.into_bytes()).await?;
    match answer.code {
        200..=299 | 409 => Ok(()),
        _ => Err(Status::internal_error(format!("POST {path}: {}", String::from_utf8_lossy(&answer.body)))),
    }
}

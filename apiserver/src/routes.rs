//! Paths that are not resources: discovery, version, health, OpenAPI, and the index at `/`. Called by the endpoints' dispatch. Every
//! answer here is a whole, prepared document.

use std::sync::Arc;

use bytes::Bytes;
use daemon::health::Endpoint as HealthEndpoint;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH, LOCATION, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{Method, StatusCode};
use openapi::Document;
use openapi::discovery::Tagged;
use openapi::v3::url;
use openapi::version::{self, Build};

use crate::endpoints;
use crate::exchange::{About, Exchange, Response};
use crate::negotiate::{self, Discovery as Form, Format, Output, Route};
use crate::render::wire;
use crate::server::Inner;
use crate::{metrics, respond};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const AGGREGATED_JSON: &str = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
const AGGREGATED_PROTOBUF: &str = "application/vnd.kubernetes.protobuf;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// Answers a request for a path that is no resource.
pub(crate) async fn serve(server: &Arc<Inner>, exchange: Exchange) -> Response {
    let trail = exchange.trail.clone();
    let exchange = &exchange.about();
    metrics::paths::follow(&trail, exchange);
    if let Some(metrics) = metrics::endpoint::serve(server, exchange).await {
        return metrics;
    }
    document(server, exchange)
}

/// What is answered from what is at hand.
fn document(server: &Inner, exchange: &About) -> Response {
    let path = exchange.path.as_str();
    let trimmed = path.strip_prefix('/').unwrap_or(path);
    let segments: Vec<&str> = trimmed.strip_suffix('/').unwrap_or(trimmed).split('/').collect();
    match segments.as_slice() {
        ["healthz" | "livez" | "readyz", ..] => health(server, exchange, &segments),
        _ if exchange.method != Method::GET && is_route(server, &segments) => no_route(405, exchange),
        [""] if path == "/" => index(server),
        ["apis", "", ..] => respond::page_not_found(),
        ["api"] | ["apis"] | ["api", _] | ["apis", _] | ["apis", _, _] => discovery(server, exchange, &segments),
        ["version"] => version(server, exchange),
        ["openapi", "v2"] => openapi_v2(server, exchange),
        ["openapi", "v3", rest @ ..] => openapi_v3(server, exchange, &rest.join("/")),
        _ => nothing_here(server, exchange),
    }
}

/// 404: a Status below roots that upstream's router knows, plain text elsewhere.
pub(crate) fn nothing_here(server: &Inner, exchange: &About) -> Response {
    let path = exchange.path.as_str();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/');
    let known = match (segments.next(), segments.next()) {
        (Some("api"), Some(_)) => true,
        (Some("apis"), Some(group)) => !group.is_empty() && server.catalog.has_group(group),
        _ => false,
    };
    if known { no_route(404, exchange) } else { respond::page_not_found() }
}

/// The router's 404 or 405, in the form that the client would have had a document.
fn no_route(code: u16, exchange: &About) -> Response {
    respond::status_with(&endpoints::no_route(code), negotiate::error_output(&exchange.headers, &exchange.query), &[])
}

/// What the build knows of itself.
pub(crate) const BUILD: Build<'static> = Build {
    commit: match option_env!("FERROKUBE_COMMIT") {
        Some(commit) => commit,
        None => "",
    },
    tree_state: "",
    date: "1970-01-01T00:00:00Z",
    toolchain: concat!("rust", env!("CARGO_PKG_RUST_VERSION")),
    platform: "linux/amd64",
};

/// Whether upstream's router has the path, for GET only. What its aggregator and its plain handlers answer takes every method.
fn is_route(server: &Inner, segments: &[&str]) -> bool {
    match segments {
        ["api"] | ["version"] => true,
        ["api", version] => server.catalog.serves("", version),
        ["apis", group, version] => !group.is_empty() && server.catalog.serves(group, version),
        _ => false,
    }
}

/// `/version`, which has one form only.
fn version(server: &Inner, exchange: &About) -> Response {
    match negotiate::output(&exchange.headers, &exchange.query, Route::Json) {
        Ok(_) => respond::bytes(StatusCode::OK, JSON, version::document(&BUILD, server.world.emulated)),
        Err(status) => respond::status_with(&status, negotiate::error_output(&exchange.headers, &exchange.query), &[]),
    }
}

fn index(server: &Inner) -> Response {
    let mut paths: Vec<String> =
        ["/healthz", "/livez", "/metrics", "/metrics/slis", "/openapi/v2", "/openapi/v3", "/readyz", "/version"]
            .iter()
            .map(|s| (*s).to_owned())
            .collect();
    for endpoint in HealthEndpoint::ALL {
        paths.extend(server.health.names(endpoint).into_iter().map(|n| format!("/{}/{n}", endpoint.name())));
    }
    paths.extend(["/api".to_owned(), "/apis".to_owned()]);
    for (group, versions) in server.catalog.groups() {
        if group.is_empty() {
            paths.extend(versions.iter().map(|v| format!("/api/{v}")));
            continue;
        }
        paths.push(format!("/apis/{group}"));
        paths.extend(versions.iter().map(|v| format!("/apis/{group}/{v}")));
    }
    paths.sort();
    let mut text = String::from("{\n  \"paths\": [\n");
    for (i, path) in paths.iter().enumerate() {
        text.push_str(if i == 0 { "    " } else { ",\n    " });
        meta::text::push_json(&mut text, path);
    }
    text.push_str("\n  ]\n}");
    respond::bytes(StatusCode::OK, JSON, Bytes::from(text))
}

fn discovery(server: &Inner, exchange: &About, segments: &[&str]) -> Response {
    let documents = server.documents.discovery(&server.catalog);
    let headers = &exchange.headers;
    let form = match segments {
        [_] => negotiate::discovery(headers),
        _ => Form::Legacy,
    };
    if let Form::V2(format) = form {
        let document = if segments == ["api"] { documents.aggregated_core() } else { documents.aggregated_groups() };
        return aggregated(exchange, format, document);
    }
    let body = match segments {
        ["api"] => {
            let address = exchange.headers.get(http::header::HOST).and_then(|v| v.to_str().ok()).unwrap_or("");
            Some(documents.api_versions(&[("0.0.0.0/0", address)]))
        }
        ["apis"] => Some(documents.group_list()),
        ["api", version] => documents.resource_list("", version),
        ["apis", group] => documents.group(group),
        [_, group, version] => documents.resource_list(group, version),
        _ => None,
    };
    let Some(body) = body else { return nothing_here(server, exchange) };
    match negotiate::output(headers, &exchange.query, Route::Document) {
        Ok(output) => respond::document(StatusCode::OK, output, body.strip_suffix(b"\n").unwrap_or(&body).to_vec(), &[]),
        Err(status) => respond::status_with(&status, negotiate::error_output(headers, &exchange.query), &[]),
    }
}

/// All of discovery below a root in one document.
fn aggregated(exchange: &About, format: Format, document: &Tagged) -> Response {
    let (media, output) = match format {
        Format::Protobuf => (AGGREGATED_PROTOBUF, Output { format, ..Output::JSON }),
        Format::Json | Format::Yaml => (AGGREGATED_JSON, Output::JSON),
    };
    let json = document.body.strip_suffix(b"\n").unwrap_or(&document.body).to_vec();
    let mut response = match wire::encode(output, json, None) {
        Ok(body) => tagged(exchange, HeaderValue::from_static(media), &Bytes::from(body), &document.etag),
        Err(status) => return respond::status(&status),
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public"));
    response
}

fn openapi_v3(server: &Inner, exchange: &About, path: &str) -> Response {
    let documents = server.documents.openapi(&server.catalog);
    if path.is_empty() {
        return respond::bytes(StatusCode::OK, TEXT, documents.index());
    }
    let Some(document) = documents.document(path) else {
        let mut response = respond::bytes(StatusCode::NOT_FOUND, TEXT, Bytes::new());
        response.headers_mut().remove(CONTENT_TYPE);
        return response;
    };
    match exchange.query.first("hash") {
        Some(hash) if hash != document.etag => moved(&url(path, &document.etag)),
        hash => {
            let mut response = deflated(exchange, JSON, &document);
            if hash.is_some() {
                // The URL holds the hash, so what it names never changes.
                response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("public, immutable"));
            }
            response
        }
    }
}

/// Sends a client whose document is out of date to the new one.
fn moved(to: &str) -> Response {
    let mut response = respond::bytes(StatusCode::MOVED_PERMANENTLY, TEXT, Bytes::new());
    if let Ok(value) = HeaderValue::from_str(to) {
        response.headers_mut().insert(LOCATION, value);
    }
    response
}

/// OpenAPI v2 for clients that ask for it, as JSON or protobuf.
fn openapi_v2(server: &Inner, exchange: &About) -> Response {
    let documents = server.documents.openapi_v2(&server.catalog);
    let accept = exchange.headers.get(ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or("");
    if accept.contains("proto-openapi.spec.v2") && accept.contains("protobuf") {
        let media = HeaderValue::from_static("application/com.github.proto-openapi.spec.v2.v1.0+protobuf");
        return deflated(exchange, media, documents.protobuf());
    }
    deflated(exchange, JSON, documents.json())
}

/// A document that is kept deflated; most clients take it so.
fn deflated(exchange: &About, content_type: HeaderValue, document: &Document) -> Response {
    let takes_gzip = exchange.headers.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains("gzip"));
    let body = if takes_gzip { document.gzip.clone() } else { Bytes::from(document.text()) };
    let mut response = tagged(exchange, content_type, &body, &document.etag);
    if takes_gzip && response.status() == StatusCode::OK {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

/// A document with its tag; 304 for a client that has it.
fn tagged(exchange: &About, content_type: HeaderValue, body: &Bytes, etag: &str) -> Response {
    let quoted = format!("\"{etag}\"");
    let has_it = exchange.headers.get(IF_NONE_MATCH).and_then(|v| v.to_str().ok()) == Some(quoted.as_str());
    let mut response = if has_it {
        let mut response = respond::bytes(StatusCode::NOT_MODIFIED, content_type, Bytes::new());
        response.headers_mut().remove(CONTENT_TYPE);
        response
    } else {
        respond::bytes(StatusCode::OK, content_type, body.clone())
    };
    if let Ok(value) = HeaderValue::from_str(&quoted) {
        response.headers_mut().insert(ETAG, value);
    }
    response.headers_mut().insert(VARY, HeaderValue::from_static("Accept"));
    response
}

/// `/healthz`, `/livez`, `/readyz` and the single checks below them.
fn health(server: &Inner, exchange: &About, segments: &[&str]) -> Response {
    let Some(endpoint) = HealthEndpoint::ALL.into_iter().find(|e| segments.first() == Some(&e.name())) else {
        return respond::page_not_found();
    };
    let answer = match segments {
        [_] => {
            let verbose = exchange.query.first("verbose").is_some();
            let excluded = exchange.query.all("exclude");
            let excluded: Vec<&str> = excluded.iter().map(String::as_str).collect();
            Some(server.health.answer(endpoint, verbose, &excluded))
        }
        [_, rest @ ..] => server.health.answer_one(endpoint, &rest.join("/")),
        [] => None,
    };
    let Some(answer) = answer else { return respond::page_not_found() };
    let code = StatusCode::from_u16(answer.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = respond::bytes(code, TEXT, Bytes::from(answer.body));
    if segments.len() == 1 || code != StatusCode::OK {
        response.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    }
    response
}

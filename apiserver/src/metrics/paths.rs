//! Which of the paths that are no resources are counted: those of a few documents, as upstream counts them. Called by the routes.

use super::labels::{self, COMPONENT, Route, Scope};
use crate::exchange::About;
use crate::negotiate::{self, Discovery};
use crate::trail::Trail;

/// Says which route a request takes, if it is one of these.
pub(crate) fn follow(trail: &Trail, exchange: &About) {
    let (subresource, component) = match exchange.path.as_str() {
        path @ ("/healthz" | "/livez" | "/readyz") => (path, ""),
        "/api" if is_aggregated(exchange) => ("api", COMPONENT),
        "/apis" if is_aggregated(exchange) => ("apis", COMPONENT),
        "/openapi/v3" => ("openapi/v3", ""),
        path if path.starts_with("/openapi/v3/") => ("openapi/v3/", ""),
        _ => return,
    };
    let scope = Scope::None;
    let route = Route {
        verb: labels::verb(&exchange.method, &exchange.headers, &exchange.query, (scope, subresource), false),
        dry_run: labels::dry_run(&exchange.query),
        group: "",
        version: "",
        resource: "",
        subresource,
        scope,
        component,
        sized: true,
        endless: false,
    };
    trail.takes(&route, labels::field_validation(&exchange.query));
}

/// Whether the client asks for all of discovery in one document: the others are not counted.
fn is_aggregated(exchange: &About) -> bool {
    matches!(negotiate::discovery(&exchange.headers), Discovery::V2(_))
}

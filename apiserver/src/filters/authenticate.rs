//! Finds out who asks. No usable credential is anonymous, which only health and version answer; a bad credential is 401 and never falls
//! through to a weaker one. What a connection's certificates prove is found out once and kept with the connection. Must never pass on a
//! request to act as somebody else as if its sender had asked.

use std::sync::Arc;

use auth::authn::{Refused, Verdict};
use auth::{Authenticator, Credentials, Identity};
use http::request::Parts;
use meta::status::Status;
use net::ConnInfo;
use sys::BoxFuture;

use super::Next;
use crate::endpoints::not_built;
use crate::exchange::{Exchange, Response};
use crate::{negotiate, respond};

pub(super) fn run(mut exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let connection = exchange.parts.extensions.get::<Arc<ConnInfo>>().cloned();
    let (now, began) = (next.server().world.now_seconds(), next.now());
    let found = identify(&next.server().authenticator, connection.as_deref(), &exchange.parts, now);
    let user = found.as_ref().ok().map(|identity| identity.name.as_str());
    next.server().metrics.authenticated(user, next.now().since(began));
    match found {
        // Never answered as the caller itself: that would do with all its rights what was asked for with somebody's fewer ones.
        Ok(_) if exchange.parts.headers.keys().any(|name| name.as_str().starts_with("impersonate-")) => {
            let form = negotiate::error_output(&exchange.parts.headers, &exchange.query);
            Box::pin(async move { respond::status_with(&not_built("impersonation"), form, &[]) })
        }
        Ok(identity) => {
            exchange.user = identity;
            next.run(exchange)
        }
        Err(error) => {
            tracing::info!(path = exchange.path, %error, "credentials were refused");
            // As upstream: whoever shows a bad credential has to connect anew.
            if let Some(connection) = connection {
                connection.close();
            }
            let form = negotiate::error_output(&exchange.parts.headers, &exchange.query);
            Box::pin(async move { respond::status_with(&Status::unauthorized("Unauthorized"), form, &[]) })
        }
    }
}

fn identify(authenticator: &Authenticator, connection: Option<&ConnInfo>, parts: &Parts, now: i64) -> Result<Identity, Refused> {
    let kept = connection.and_then(ConnInfo::recall::<Verdict>);
    if let Some(identity) = kept.and_then(|verdict| authenticator.recall(&verdict, now)) {
        return Ok(identity);
    }
    let certificates = connection.map_or(&[][..], |connection| &connection.certificates);
    let (identity, verdict) = authenticator.authenticate(&Credentials { certificates, headers: &parts.headers, now })?;
    if let (Some(connection), Some(verdict)) = (connection, verdict) {
        connection.remember(verdict);
    }
    Ok(identity)
}

//! Finds out who asks. No usable credential is anonymous, which only health and version answer; a bad credential is 401 and never falls
//! through to a weaker one. What a connection's certificates prove is found out once and kept with the connection. Must never pass on a
//! request to act as somebody else as if its sender had asked, nor a credential to whoever comes after, nor write one into a log.

use std::sync::Arc;

use auth::authn::{Accepted, Refused, Verdict};
use auth::{Authenticator, Credentials};
use http::Version;
use http::header::{HeaderValue, WWW_AUTHENTICATE};
use http::request::Parts;
use meta::status::Status;
use net::ConnInfo;
use sys::BoxFuture;

use super::Next;
use crate::endpoints::not_built;
use crate::exchange::{Exchange, Response};
use crate::{negotiate, respond};

/// What a client is asked for that shows no good credential, where passwords are accepted. Upstream's realm, when it had passwords.
const CHALLENGE: HeaderValue = HeaderValue::from_static("Basic realm=\"kubernetes-master\"");

pub(super) fn run(mut exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let connection = exchange.parts.extensions.get::<Arc<ConnInfo>>().cloned();
    let (now, began) = (next.server().world.now_seconds(), next.now());
    let authenticator = &next.server().authenticator;
    let found = identify(authenticator, connection.as_deref(), &exchange.parts, now);
    let user = found.as_ref().ok().map(|accepted| accepted.identity.name.as_str());
    user.into_iter().for_each(|user| exchange.trail.is_from(user));
    next.server().metrics.authenticated(user, next.now().since(began));
    match found {
        // Never answered as the caller itself: that would do with all its rights what was asked for with somebody's fewer ones.
        Ok(_) if exchange.parts.headers.keys().any(|name| name.as_str().starts_with("impersonate-")) => {
            let form = negotiate::error_output(&exchange.parts.headers, &exchange.query);
            Box::pin(async move { respond::status_with(&not_built("impersonation"), form, &[]) })
        }
        Ok(accepted) => {
            accepted.forget_credential(&mut exchange.parts.headers);
            // As upstream: nobody in particular gets no lasting connection on which a stream costs next to nothing (CVE-2023-44487).
            if exchange.parts.version == Version::HTTP_2 && accepted.identity.is_nobody() {
                connection.iter().for_each(|connection| connection.close());
            }
            exchange.user = accepted.identity;
            let answer = next.run(exchange);
            match accepted.warning {
                None => answer,
                Some(text) => Box::pin(async move { respond::with_warning(answer.await, text) }),
            }
        }
        Err(error) => {
            // Without the path: whoever is not let in may have put a credential there.
            let peer = connection.as_ref().and_then(|connection| connection.peer);
            let (verb, latency, audit_id) = (exchange.info.verb, exchange.trail.so_far(), exchange.trail.audit_id());
            tracing::info!(?peer, verb, code = 401, %error, ?latency, audit_id, "credentials were refused");
            // As upstream: whoever shows a bad credential has to connect anew.
            if let Some(connection) = connection {
                connection.close();
            }
            let form = negotiate::error_output(&exchange.parts.headers, &exchange.query);
            let challenge = authenticator.takes_passwords().then_some(CHALLENGE);
            Box::pin(async move {
                let mut answer = respond::status_with(&Status::unauthorized("Unauthorized"), form, &[]);
                answer.headers_mut().extend(challenge.map(|value| (WWW_AUTHENTICATE, value)));
                answer
            })
        }
    }
}

fn identify(authenticator: &Authenticator, connection: Option<&ConnInfo>, parts: &Parts, now: i64) -> Result<Accepted, Refused> {
    let kept = connection.and_then(ConnInfo::recall::<Verdict>);
    if let Some(accepted) = kept.and_then(|verdict| authenticator.recall(&verdict, now)) {
        return Ok(accepted);
    }
    let certificates = connection.map_or(&[][..], |connection| &connection.certificates);
    let mut accepted = authenticator.authenticate(&Credentials { certificates, headers: &parts.headers, now })?;
    if let (Some(connection), Some(verdict)) = (connection, accepted.verdict.take()) {
        connection.remember(verdict);
    }
    Ok(accepted)
}

//! Finds out who asks. No usable credential is anonymous, which only health and version answer; a bad credential is 401 and never falls
//! through to a weaker one.

use std::sync::Arc;

use auth::Credentials;
use meta::status::Status;
use net::ConnInfo;
use pki::CertificateDer;
use sys::BoxFuture;

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::{negotiate, respond};

pub(super) fn run(mut exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let none: &[CertificateDer<'static>] = &[];
    let credentials = Credentials {
        certificates: exchange.parts.extensions.get::<Arc<ConnInfo>>().map_or(none, |info| &info.certificates),
        headers: &exchange.parts.headers,
        now: next.server().world.now_seconds(),
    };
    match next.server().authenticator.authenticate(&credentials) {
        Ok(identity) => {
            exchange.user = identity;
            next.run(exchange)
        }
        Err(error) => {
            tracing::info!(path = exchange.path, %error, "credentials were refused");
            let form = negotiate::error_output(&exchange.parts.headers, &exchange.query);
            Box::pin(async move { respond::status_with(&Status::unauthorized("Unauthorized"), form, &[]) })
        }
    }
}

//! Asks the authorisers whether the user may do this; upstream's 403 otherwise.

use auth::authz::{Attributes, Authorizer, Decision, forbidden};
use sys::BoxFuture;

use super::Next;
use crate::exchange::{Exchange, Response};
use crate::{negotiate, respond};

pub(super) fn run(exchange: Exchange, next: Next) -> BoxFuture<'static, Response> {
    let info = &exchange.info;
    let attributes = Attributes {
        user: &exchange.user,
        verb: info.verb,
        namespace: &info.namespace,
        group: &info.group,
        version: &info.version,
        resource: &info.resource,
        subresource: &info.subresource,
        name: &info.name,
        path: &exchange.path,
        is_resource: info.is_resource,
    };
    let began = next.now();
    let decision = next.server().authoriser.authorize(&attributes);
    next.server().metrics.authorised(&decision, next.now().since(began));
    match decision {
        Decision::Allow => next.run(exchange),
        Decision::Deny { reason } | Decision::NoOpinion { reason } => {
            let status = forbidden(&attributes, &reason);
            let output = negotiate::error_output(&exchange.parts.headers, &exchange.query);
            Box::pin(async move { respond::forbidden(&status, output) })
        }
    }
}

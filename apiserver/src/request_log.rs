//! The lines of the log that are about requests: one for each that ends with an error of ours, one for each that panics, and at DEBUG one for
//! every request. Called by the report filter, the panic guard and the trail. Must never write a credential: headers are not shown, nor
//! values of queries that are not known to hold none, nor the path of somebody who was not let in.

use daemon::panics::Panic;
use http::{HeaderMap, HeaderValue, Uri};
use meta::status::{Reason, Status};
use tracing::Level;

use crate::exchange::Response;
use crate::trail::Trail;

/// Target of the line for every request: `--log warn,http=debug` shows them.
const EVERY: &str = "http";
/// Parameters whose names may be shown; any other name may be a token.
const PARAMETERS: [&str; 22] = [
    "allowWatchBookmarks",
    "continue",
    "dryRun",
    "fieldManager",
    "fieldSelector",
    "fieldValidation",
    "force",
    "gracePeriodSeconds",
    "labelSelector",
    "limit",
    "orphanDependents",
    "pretty",
    "propagationPolicy",
    "resourceVersion",
    "resourceVersionMatch",
    "sendInitialEvents",
    "shardSelector",
    "timeout",
    "timeoutSeconds",
    "verbose",
    "watch",
    "name[]",
];
/// Values that may be shown besides numbers.
const WORDS: [&str; 12] =
    ["true", "false", "All", "Exact", "NotOlderThan", "Strict", "Warn", "Ignore", "Foreground", "Background", "Orphan", ""];
/// Bytes of anything that a client has chosen.
const LONGEST: usize = 512;
/// Who is nobody in particular.
const ANONYMOUS: &str = "system:anonymous";
/// Characters of a UUID.
const UUID: usize = 36;

/// Why an answer is an error of ours. It travels with the answer to where that is logged.
#[derive(Clone, Debug)]
pub(crate) struct Failure {
    reason: Reason,
    message: String,
}

impl Failure {
    /// Of a Status that is one.
    #[must_use]
    pub(crate) fn of(status: &Status) -> Option<Self> {
        (status.code >= 500).then(|| Self { reason: status.reason.clone(), message: status.message.clone() })
    }

    /// How much of a fault it is: ours, one that passes, or what the client asked for.
    fn level(&self) -> Level {
        match self.reason {
            Reason::InternalError => Level::ERROR,
            Reason::ServiceUnavailable | Reason::ServerTimeout => Level::WARN,
            _ => Level::INFO,
        }
    }
}

/// What the line for every request says of a client.
pub(crate) struct Client {
    user_agent: Option<HeaderValue>,
    peer: Option<std::net::SocketAddr>,
}

impl Client {
    /// Of a request, where that line is wanted.
    #[must_use]
    pub(crate) fn of(headers: &HeaderMap, connection: Option<&net::ConnInfo>) -> Option<Box<Self>> {
        let wanted = tracing::enabled!(target: EVERY, Level::DEBUG);
        let user_agent = || headers.get(http::header::USER_AGENT).cloned();
        wanted.then(|| Box::new(Self { user_agent: user_agent(), peer: connection.and_then(|connection| connection.peer) }))
    }
}

/// Logs an answer that is an error of ours, once.
pub(crate) fn answered(trail: &Trail, response: &mut Response) {
    let code = response.status().as_u16();
    let failure = response.extensions_mut().remove::<Failure>();
    if code < 500 || trail.is_told() {
        return;
    }
    let failure = failure.unwrap_or_else(|| Failure { reason: Reason::Unknown, message: String::new() });
    let (reason, error) = (failure.reason.as_str(), shortened(&failure.message));
    let (method, latency, audit_id) = (trail.method().as_str(), trail.so_far(), id(trail));
    let (user, path) = asked(trail);
    match failure.level() {
        Level::ERROR => tracing::error!(method, path, user, code, reason, error, ?latency, audit_id, "a request failed"),
        Level::WARN => tracing::warn!(method, path, user, code, reason, error, ?latency, audit_id, "a request failed"),
        _ => tracing::info!(method, path, user, code, reason, error, ?latency, audit_id, "a request was not done"),
    }
}

/// Logs a panic in a request, once.
pub(crate) fn panicked(trail: &Trail, panic: &Panic) {
    trail.tell();
    let (method, latency, audit_id) = (trail.method().as_str(), trail.so_far(), id(trail));
    let (user, path) = asked(trail);
    let Panic { text, place } = panic;
    tracing::error!(method, path, user, ?latency, audit_id, panic = text, place, "a request panicked");
}

/// Logs a request that has ended, where somebody wants to see them all; with upstream's names.
pub(crate) fn ended(trail: &Trail, client: &Client, code: u16) {
    let verb = trail.route().map_or_else(|| trail.method().as_str(), |[verb, ..]| verb);
    let uri = if asked(trail).1.is_empty() { String::new() } else { shown(trail.uri()) };
    let user_agent = client.user_agent.as_ref().and_then(|value| value.to_str().ok()).map_or("", shortened);
    let (latency, peer, audit_id) = (trail.so_far(), client.peer, id(trail));
    tracing::debug!(
        target: EVERY,
        verb,
        URI = uri,
        ?latency,
        userAgent = user_agent,
        "audit-ID" = audit_id,
        srcIP = ?peer,
        resp = code,
        "HTTP"
    );
}

/// A URI as it may be shown: what is no number and none of the known words may be a credential.
fn shown(uri: &Uri) -> String {
    let mut out = shortened(uri.path()).to_owned();
    let mut separator = '?';
    for part in uri.query().unwrap_or_default().split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        out.push(separator);
        separator = '&';
        if out.len() > 2 * LONGEST || !PARAMETERS.contains(&name) {
            out.push_str("...");
            return out;
        }
        let harmless = WORDS.contains(&value) || value.bytes().all(|byte| byte.is_ascii_digit());
        out.push_str(name);
        out.push('=');
        out.push_str(if harmless { shortened(value) } else { "..." });
    }
    out
}

/// The id that names a request, unless it is a client's own and not of the usual form: then it may be anything.
fn id(trail: &Trail) -> &str {
    let id = trail.audit_id();
    let usual = id.len() == UUID && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if usual { id } else { "(the client's own)" }
}

/// Who asked, and for what. The path only where it is known who asks: whoever is not let in may have put a credential there.
fn asked(trail: &Trail) -> (&str, &str) {
    match trail.user() {
        None => ("", ""),
        Some(ANONYMOUS) => (ANONYMOUS, ""),
        Some(user) => (shortened(user), shortened(trail.uri().path())),
    }
}

/// At most so much of a text that others have chosen.
fn shortened(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_parameters_are_shown() {
        for (uri, expect) in [
            ("/api/v1/pods", "/api/v1/pods"),
            ("/api/v1/pods?watch=1&resourceVersion=5&pretty", "/api/v1/pods?watch=1&resourceVersion=5&pretty="),
            ("/api/v1/pods?token=secret", "/api/v1/pods?..."),
            ("/api/v1/pods?limit=secret&dryRun=All&labelSelector=a", "/api/v1/pods?limit=...&dryRun=All&labelSelector=..."),
            ("/api/v1/pods?watch=1&secret&watch=1", "/api/v1/pods?watch=1&..."),
            ("/x%0ay?", "/x%0ay"),
        ] {
            assert_eq!(shown(&uri.parse().unwrap()), expect);
        }
        assert_eq!(shortened(&"\u{e9}".repeat(400)).len(), 512);
        let long = shown(&format!("/{}?limit={}", "a".repeat(2000), "1".repeat(2000)).parse().unwrap());
        assert!(long.len() <= 2 * LONGEST + 8, "{}", long.len());
    }

    #[test]
    fn levels_say_whose_fault_it_is() {
        let level = |status: Status| Failure::of(&status).map(|failure| failure.level());
        assert_eq!(level(Status::internal_error("x")), Some(Level::ERROR));
        assert_eq!(level(Status::service_unavailable("x")), Some(Level::WARN));
        assert_eq!(level(Status::timeout("x", 0)), Some(Level::INFO));
        assert_eq!(level(Status::unauthorized("x")), None);
    }
}

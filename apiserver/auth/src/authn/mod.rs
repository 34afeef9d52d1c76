//! Authenticators: what a request proves about its sender. They are asked in the order of the list; the first that finds a credential of
//! its kind decides. A wrong credential is an error and never falls through to a weaker one.

mod certificate;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::ArcSwap;
use http::HeaderMap;
use x509::{CertificateDer, Roots};

use crate::identity::{AUTHENTICATED, Identity, UNAUTHENTICATED};

/// What a request shows.
pub struct Credentials<'a> {
    /// Certificates that the client presented in the handshake, its own first; their signature is proven, their chain is not.
    pub certificates: &'a [CertificateDer<'static>],
    /// Request headers.
    pub headers: &'a HeaderMap,
    /// Wall-clock seconds since the epoch.
    pub now: i64,
}

/// Why a credential was refused. The client is told `Unauthorized` and nothing else.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The certificate does not hold.
    #[error("client certificate: {0}")]
    Certificate(#[from] x509::VerifyError),
    /// There is a credential of a kind that nobody here can check.
    #[error("the Authorization header holds a credential that this server cannot check")]
    Unknown,
}

/// All ways to authenticate that a server has.
pub struct Authenticator {
    roots: ArcSwap<Option<Roots>>,
    /// Counts the changes of the roots: verdicts from before do not hold any more.
    generation: AtomicU64,
}

/// What the certificates of a connection prove, kept by the caller for as long as the connection lasts: checking a chain costs more
/// than reading an object.
#[derive(Clone, Debug)]
pub struct Verdict {
    identity: Identity,
    /// Last second at which the chain is sure to hold.
    until: i64,
    generation: u64,
}

impl Authenticator {
    /// Client certificates below these roots; none accepts no certificate.
    #[must_use]
    pub fn new(roots: Option<Roots>) -> Self {
        Self { roots: ArcSwap::from_pointee(roots), generation: AtomicU64::new(0) }
    }

    /// Takes other roots from now on.
    pub fn replace_roots(&self, roots: Option<Roots>) {
        self.roots.store(Arc::new(roots));
        self.generation.fetch_add(1, Ordering::SeqCst);
    }

    /// Whether a verdict on the same connection's certificates still holds; then it says who asks.
    #[must_use]
    pub fn recall(&self, verdict: &Verdict, now: i64) -> Option<Identity> {
        let holds = now <= verdict.until && verdict.generation == self.generation.load(Ordering::SeqCst);
        holds.then(|| verdict.identity.clone())
    }

    /// Finds out who asks; nobody in particular without a credential. A verdict on certificates may be kept with the connection.
    ///
    /// # Errors
    /// A credential that does not hold.
    pub fn authenticate(&self, credentials: &Credentials<'_>) -> Result<(Identity, Option<Verdict>), Refused> {
        // Before the roots are read: a change in between makes the verdict too old, never too young.
        let generation = self.generation.load(Ordering::SeqCst);
        if let Some(roots) = self.roots.load().as_ref()
            && let Some((identity, until)) = certificate::authenticate(credentials, roots)?
        {
            let identity = authenticated(identity);
            return Ok((identity.clone(), Some(Verdict { identity, until, generation })));
        }
        // Tokens and basic authentication come with the credentials issue; a credential that cannot be checked is a wrong one.
        if has_bearer_token(credentials.headers) {
            return Err(Refused::Unknown);
        }
        Ok((Identity::anonymous(), None))
    }
}

/// Whether there is a bearer token. Other schemes are no credential to upstream, and so none here.
fn has_bearer_token(headers: &HeaderMap) -> bool {
    let values = headers.get_all(http::header::AUTHORIZATION).iter().filter_map(|v| v.to_str().ok());
    let mut words = values.map(|value| value.trim().splitn(3, ' '));
    words.any(|mut words| {
        let is_bearer = words.next().is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer"));
        is_bearer && words.next().is_some_and(|token| !token.is_empty())
    })
}

/// Adds the group of everybody whose credential was accepted.
fn authenticated(mut identity: Identity) -> Identity {
    if !identity.is_in(AUTHENTICATED) && !identity.is_in(UNAUTHENTICATED) {
        identity.groups.push(AUTHENTICATED.to_owned());
    }
    identity
}

#[cfg(test)]
mod tests {
    use pki::{ClusterPki, ServerNames};

    use super::*;

    #[test]
    fn verdicts_hold_until_the_chain_or_the_roots_end() {
        let sys = sys::sim::Sim::new(1).sys();
        let pki = ClusterPki::in_memory(&sys, &ServerNames::default()).unwrap();
        let chain = pki.administrator(&sys).unwrap().chain;
        let roots = || Roots::new(&[pki.authority().clone()]).unwrap();
        let authenticator = Authenticator::new(Some(roots()));
        let now = sys.clock.wall().seconds();
        let headers = HeaderMap::new();
        let ask = |now| authenticator.authenticate(&Credentials { certificates: &chain, headers: &headers, now });
        let (identity, verdict) = ask(now).unwrap();
        assert_eq!(identity.groups, ["system:masters", AUTHENTICATED]);
        let verdict = verdict.unwrap();
        assert_eq!(authenticator.recall(&verdict, now), Some(identity));
        assert_eq!(authenticator.recall(&verdict, verdict.until + 1), None);
        assert!(ask(verdict.until + 1).is_err(), "an expired certificate");
        authenticator.replace_roots(Some(roots()));
        assert_eq!(authenticator.recall(&verdict, now), None);
    }

    #[test]
    fn a_wrong_credential_is_no_anonymous_request() {
        let authenticator = Authenticator::new(None);
        let check = |value: Option<&str>, accepted: bool| {
            let mut headers = HeaderMap::new();
            if let Some(value) = value {
                headers.insert(http::header::AUTHORIZATION, value.parse().unwrap());
            }
            let answer = authenticator.authenticate(&Credentials { certificates: &[], headers: &headers, now: 0 });
            assert_eq!(answer.is_ok(), accepted, "{value:?}");
        };
        check(None, true);
        check(Some("Bearer"), true);
        check(Some("Basic eDp5"), true);
        check(Some("Bearer token"), false);
        check(Some("bearer token"), false);
    }
}

//! Authenticators: what a request proves about its sender. They are asked in the order of the list; the first that finds a credential of
//! its kind decides. A wrong credential is an error and never falls through to a weaker one.

mod certificate;

use std::sync::Arc;

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
}

impl Authenticator {
    /// Client certificates below these roots; none accepts no certificate.
    #[must_use]
    pub fn new(roots: Option<Roots>) -> Self {
        Self { roots: ArcSwap::from_pointee(roots) }
    }

    /// Takes other roots from now on.
    pub fn replace_roots(&self, roots: Option<Roots>) {
        self.roots.store(Arc::new(roots));
    }

    /// Finds out who asks; nobody in particular without a credential.
    ///
    /// # Errors
    /// A credential that does not hold.
    pub fn authenticate(&self, credentials: &Credentials<'_>) -> Result<Identity, Refused> {
        if let Some(roots) = self.roots.load().as_ref()
            && let Some(identity) = certificate::authenticate(credentials, roots)?
        {
            return Ok(authenticated(identity));
        }
        // Tokens and basic authentication come with the credentials issue; a credential that cannot be checked is a wrong one.
        if has_bearer_token(credentials.headers) {
            return Err(Refused::Unknown);
        }
        Ok(Identity::anonymous())
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

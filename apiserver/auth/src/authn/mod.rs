//! Authenticators: what a request proves about its sender. They are asked in the order of the list (certificate, `Authorization` header,
//! token among the protocols of a WebSocket); the first that finds a credential of its kind decides. A wrong credential is an error and
//! never falls through to a weaker one. Nothing here logs, returns or prints a credential.
//!
//! Upstream asks the next authenticator after one that failed, and lets in whom any of them accepts, a good token with an expired
//! certificate for instance. Here the first failure is the answer.

mod basic_file;
mod bearer;
mod certificate;
mod files;
mod records;
mod secrets;
mod token_file;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use arc_swap::ArcSwap;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use tokio::sync::oneshot;
use x509::{CertificateDer, Roots};

use crate::identity::{ANONYMOUS, AUTHENTICATED, Identity, UNAUTHENTICATED};

pub use basic_file::Passwords;
pub use files::{FileError, Files, Problem};
pub use records::{Fault, Malformed, Note};
pub use token_file::Tokens;

/// What a request shows.
pub struct Credentials<'a> {
    /// Certificates that the client presented in the handshake, its own first; their signature is proven, their chain is not.
    pub certificates: &'a [CertificateDer<'static>],
    /// Request headers.
    pub headers: &'a HeaderMap,
    /// Wall-clock seconds since the epoch.
    pub now: i64,
}

/// Why a credential was refused. The client is told `Unauthorized` and nothing else; logs are told this, which holds no credential.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The certificate does not hold.
    #[error("client certificate: {0}")]
    Certificate(#[from] x509::VerifyError),
    /// There is a credential of a kind that nobody here can check.
    #[error("the Authorization header holds a credential that this server cannot check")]
    Unknown,
    /// Nobody has this token.
    #[error("the token is not known")]
    Token,
    /// The protocols of a WebSocket hold a token that cannot be used.
    #[error("the protocols that are offered: {0}")]
    Protocols(&'static str),
    /// No user has this name and password.
    #[error("user name and password do not belong together")]
    Password,
    /// The header announces a password and holds none that can be read.
    #[error("the Authorization header holds no user name with a password")]
    UnreadablePassword,
    /// There is no credential, and that is not enough here.
    #[error("anonymous requests are not accepted")]
    Nobody,
}

/// What a server can check.
pub struct Sources {
    /// Issuers of client certificates; none accepts no certificate.
    pub roots: Option<Roots>,
    /// Static tokens.
    pub tokens: Option<Tokens>,
    /// User names with passwords; none takes no notice of such headers.
    pub passwords: Option<Passwords>,
    /// Whether somebody without a credential is the anonymous user, or refused.
    pub anonymous: bool,
}

/// All ways to authenticate that a server has. Cheap to clone; a clone is the same one.
#[derive(Clone)]
pub struct Authenticator(Arc<Inner>);

struct Inner {
    roots: ArcSwap<Option<Roots>>,
    /// Counts the changes of the roots: verdicts from before do not hold any more.
    generation: AtomicU64,
    tokens: ArcSwap<Option<Tokens>>,
    passwords: ArcSwap<Option<Passwords>>,
    anonymous: bool,
    /// Dropped with the authenticator.
    end: Mutex<Vec<oneshot::Sender<()>>>,
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

/// Somebody who was let in.
#[derive(Debug)]
pub struct Accepted {
    /// Who it is.
    pub identity: Identity,
    /// What may be kept with the connection.
    pub verdict: Option<Verdict>,
    /// What the client should be told.
    pub warning: Option<&'static str>,
    token_in_protocols: bool,
}

impl Accepted {
    fn new(identity: Identity) -> Self {
        Self { identity, verdict: None, warning: None, token_in_protocols: false }
    }

    /// Takes the credential out of the headers: nobody after the authenticator needs it, or answers with it.
    pub fn forget_credential(&self, headers: &mut HeaderMap) {
        headers.remove(AUTHORIZATION);
        if self.token_in_protocols {
            bearer::remove_from_protocols(headers);
        }
    }
}

impl Authenticator {
    /// Client certificates below these roots, none accepting no certificate; and anonymous requests.
    #[must_use]
    pub fn new(roots: Option<Roots>) -> Self {
        Self::with(Sources { roots, tokens: None, passwords: None, anonymous: true })
    }

    /// Everything that these can check.
    #[must_use]
    pub fn with(sources: Sources) -> Self {
        Self(Arc::new(Inner {
            roots: ArcSwap::from_pointee(sources.roots),
            generation: AtomicU64::new(0),
            tokens: ArcSwap::from_pointee(sources.tokens),
            passwords: ArcSwap::from_pointee(sources.passwords),
            anonymous: sources.anonymous,
            end: Mutex::default(),
        }))
    }

    /// For whoever changes what it knows, and must not keep it alive.
    fn downgrade(&self) -> Weak<Inner> {
        Arc::downgrade(&self.0)
    }

    /// Completes when nobody has the authenticator any more.
    fn on_end(&self) -> oneshot::Receiver<()> {
        let (sender, ended) = oneshot::channel();
        self.0.end.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        ended
    }

    /// Takes other roots from now on.
    pub fn replace_roots(&self, roots: Option<Roots>) {
        self.0.roots.store(Arc::new(roots));
        self.0.generation.fetch_add(1, Ordering::SeqCst);
    }

    /// Takes other tokens from now on.
    pub fn replace_tokens(&self, tokens: Option<Tokens>) {
        self.0.tokens.store(Arc::new(tokens));
    }

    /// Takes other passwords from now on.
    pub fn replace_passwords(&self, passwords: Option<Passwords>) {
        self.0.passwords.store(Arc::new(passwords));
    }

    /// Whether a client that is refused may try a user name with a password.
    #[must_use]
    pub fn takes_passwords(&self) -> bool {
        self.0.passwords.load().is_some()
    }

    /// Whether a verdict on the same connection's certificates still holds; then it says who asks.
    #[must_use]
    pub fn recall(&self, verdict: &Verdict, now: i64) -> Option<Accepted> {
        let holds = now <= verdict.until && verdict.generation == self.0.generation.load(Ordering::SeqCst);
        holds.then(|| Accepted::new(verdict.identity.clone()))
    }

    /// Finds out who asks; nobody in particular without a credential. A verdict on certificates may be kept with the connection.
    ///
    /// # Errors
    /// A credential that does not hold.
    pub fn authenticate(&self, credentials: &Credentials<'_>) -> Result<Accepted, Refused> {
        // Before the roots are read: a change in between makes the verdict too old, never too young.
        let generation = self.0.generation.load(Ordering::SeqCst);
        if let Some(roots) = self.0.roots.load().as_ref()
            && let Some((identity, until)) = certificate::authenticate(credentials, roots)?
        {
            let identity = authenticated(identity);
            let verdict = Some(Verdict { identity: identity.clone(), until, generation });
            return Ok(Accepted { verdict, ..Accepted::new(identity) });
        }
        // Of several headers the first, as in Go.
        let header = credentials.headers.get(AUTHORIZATION).map_or(&[][..], |value| value.as_bytes().trim_ascii());
        let mut warning = None;
        match bearer::in_header(header) {
            bearer::Shown::Token(token) => return Ok(Accepted::new(self.owner(token)?)),
            bearer::Shown::ExtraSpace => warning = Some(bearer::EXTRA_SPACE),
            bearer::Shown::Nothing => (),
        }
        if let Some(passwords) = self.0.passwords.load().as_ref()
            && let Some(identity) = passwords.authenticate(header)?
        {
            return Ok(Accepted::new(authenticated(identity.clone())));
        }
        if let Some(token) = bearer::in_protocols(credentials.headers)? {
            let identity = self.owner(&token)?;
            return Ok(Accepted { warning, token_in_protocols: true, ..Accepted::new(identity) });
        }
        if !self.0.anonymous {
            return Err(Refused::Nobody);
        }
        Ok(Accepted { warning, ..Accepted::new(Identity::anonymous()) })
    }

    /// Whose token it is. One that cannot be checked is a wrong one.
    fn owner(&self, token: &[u8]) -> Result<Identity, Refused> {
        let tokens = self.0.tokens.load();
        let tokens = (**tokens).as_ref().ok_or(Refused::Unknown)?;
        tokens.find(token).cloned().map(authenticated).ok_or(Refused::Token)
    }
}

/// Adds the group of everybody whose credential was accepted.
fn authenticated(mut identity: Identity) -> Identity {
    if identity.name != ANONYMOUS && !identity.is_in(AUTHENTICATED) && !identity.is_in(UNAUTHENTICATED) {
        identity.groups.push(AUTHENTICATED.to_owned());
    }
    identity
}

#[cfg(test)]
mod tests;

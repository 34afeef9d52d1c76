//! TLS configurations: TLS 1.2 at least, HTTP/2 and HTTP/1.1 by ALPN, keys and randomness from aws-lc-rs, time from `sys`.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use rustls::client::danger::HandshakeSignatureValid;
use rustls::crypto::{
    CryptoProvider, WebPkiSupportedAlgorithms, aws_lc_rs, verify_tls12_signature, verify_tls13_signature,
    verify_tls13_signature_with_raw_key,
};
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::time_provider::TimeProvider;
use rustls::version::{TLS12, TLS13};
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, DistinguishedName, Error, PeerMisbehaved, RootCertStore, ServerConfig,
    SignatureScheme,
};
use sys::{Clock, Sys};
use x509::Certificate;

use crate::Key;

/// Protocols offered by ALPN, the preferred one first.
const PROTOCOLS: [&[u8]; 2] = [b"h2", b"http/1.1"];

/// Why a TLS configuration cannot be built.
#[derive(Debug, thiserror::Error)]
#[error("cannot set up TLS: {0}")]
pub struct TlsError(String);

impl From<Error> for TlsError {
    fn from(e: Error) -> Self {
        Self(e.to_string())
    }
}

/// A certificate (first, then those that lead to its root) and its key.
#[derive(Clone, Debug)]
pub struct KeyPair {
    /// The certificates to present.
    pub chain: Vec<CertificateDer<'static>>,
    /// The key of the first one.
    pub key: Key,
}

impl KeyPair {
    fn certified(&self) -> Result<Arc<CertifiedKey>, TlsError> {
        let certified = CertifiedKey::new(self.chain.clone(), self.key.signing());
        certified.keys_match()?;
        Ok(Arc::new(certified))
    }
}

/// A key pair for clients that ask for certain names (`--tls-sni-cert-key`).
#[derive(Clone, Debug)]
pub struct SniKeyPair {
    /// Host names, each either exact or with one leading `*.` label.
    pub names: Vec<String>,
    /// What they get.
    pub pair: KeyPair,
}

/// A server's side of TLS. The key pairs can be replaced while connections are open; new handshakes use the new ones.
#[derive(Clone, Debug)]
pub struct ServerTls {
    config: Arc<ServerConfig>,
    pairs: Arc<Pairs>,
}

impl ServerTls {
    /// A configuration that presents `default`, or the first of `named` that covers the name that the client asks for.
    ///
    /// A client certificate is requested. It may be missing, expired or of an unknown issuer: the handshake only makes sure that
    /// the client has the key. Whoever uses the certificate has to check it (`x509::verify_client_chain`). The names of accepted
    /// issuers are not announced, so that replacing them needs no new configuration; Kubernetes clients do not look at them.
    ///
    /// # Errors
    /// When a key does not belong to its certificate.
    pub fn new(sys: &Sys, default: &KeyPair, named: &[SniKeyPair]) -> Result<Self, TlsError> {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let pairs = Arc::new(Pairs { current: ArcSwap::from_pointee(Selection::new(default, named)?) });
        let verifier = Arc::new(PossessionOnly { algorithms: provider.signature_verification_algorithms });
        let mut config = ServerConfig::builder_with_details(provider, Arc::new(SysTime(Arc::clone(&sys.clock))))
            .with_protocol_versions(&[&TLS13, &TLS12])?
            .with_client_cert_verifier(verifier)
            .with_cert_resolver(Arc::clone(&pairs) as _);
        config.alpn_protocols = PROTOCOLS.iter().map(|p| p.to_vec()).collect();
        Ok(Self { config: Arc::new(config), pairs })
    }

    /// Replaces the key pairs.
    ///
    /// # Errors
    /// When a key does not belong to its certificate; the old ones then stay.
    pub fn replace(&self, default: &KeyPair, named: &[SniKeyPair]) -> Result<(), TlsError> {
        self.pairs.current.store(Arc::new(Selection::new(default, named)?));
        Ok(())
    }

    /// The configuration for the library.
    #[must_use]
    pub fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.config)
    }
}

struct Selection {
    default: Arc<CertifiedKey>,
    named: Vec<(String, Arc<CertifiedKey>)>,
}

impl Selection {
    fn new(default: &KeyPair, named: &[SniKeyPair]) -> Result<Self, TlsError> {
        let mut list = Vec::new();
        for entry in named {
            let certified = entry.pair.certified()?;
            list.extend(entry.names.iter().map(|name| (name.to_ascii_lowercase(), Arc::clone(&certified))));
        }
        Ok(Self { default: default.certified()?, named: list })
    }

    fn pick(&self, asked: Option<&str>) -> Arc<CertifiedKey> {
        let asked = asked.unwrap_or_default().to_ascii_lowercase();
        // An exact name wins over a wildcard, whatever their order.
        let exact = self.named.iter().find(|(name, _)| *name == asked);
        let parent = asked.split_once('.').map(|(_, parent)| parent);
        let wildcard = || self.named.iter().find(|(name, _)| parent.is_some() && name.strip_prefix("*.") == parent);
        Arc::clone(exact.or_else(wildcard).map_or(&self.default, |(_, certified)| certified))
    }
}

struct Pairs {
    current: ArcSwap<Selection>,
}

impl fmt::Debug for Pairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pairs")
    }
}

impl ResolvesServerCert for Pairs {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.load().pick(hello.server_name()))
    }
}

/// Accepts any client certificate whose key the client has. Only the key is looked at: the library would read the rest as well, and end
/// the handshake over a version, a purpose or an extension that has to become an answer.
#[derive(Debug)]
struct PossessionOnly {
    algorithms: WebPkiSupportedAlgorithms,
}

impl ClientCertVerifier for PossessionOnly {
    fn client_auth_mandatory(&self) -> bool {
        false
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _own: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let Ok(read) = Certificate::parse(certificate) else {
            return verify_tls12_signature(message, certificate, signature, &self.algorithms);
        };
        let scheme = self.algorithms.mapping.iter().find(|(scheme, _)| *scheme == signature.scheme);
        let (_, algorithms) = scheme.ok_or(PeerMisbehaved::SignedHandshakeWithUnadvertisedSigScheme)?;
        if algorithms.iter().any(|algorithm| read.has_signed(*algorithm, message, signature.signature())) {
            Ok(HandshakeSignatureValid::assertion())
        } else {
            Err(CertificateError::BadSignature.into())
        }
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        match Certificate::parse(certificate).and_then(|read| read.public_key_der()) {
            Ok(key) => verify_tls13_signature_with_raw_key(message, &key.into(), signature, &self.algorithms),
            Err(_) => verify_tls13_signature(message, certificate, signature, &self.algorithms),
        }
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

/// The wall clock of `sys`, as the library wants it.
struct SysTime(Arc<dyn Clock>);

impl fmt::Debug for SysTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SysTime")
    }
}

impl TimeProvider for SysTime {
    fn current_time(&self) -> Option<UnixTime> {
        let seconds = u64::try_from(self.0.wall().seconds()).ok()?;
        Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
    }
}

/// A client's side of TLS.
#[derive(Clone, Debug)]
pub struct ClientTls {
    config: Arc<ClientConfig>,
}

impl ClientTls {
    /// A configuration that believes only `roots` and presents `own` when the server asks. `protocols` are offered by ALPN.
    ///
    /// # Errors
    /// When a root cannot be read, or the key does not belong to its certificate.
    pub fn new(
        sys: &Sys,
        roots: &[CertificateDer<'static>],
        own: Option<&KeyPair>,
        protocols: &[&[u8]],
    ) -> Result<Self, TlsError> {
        let provider: Arc<CryptoProvider> = Arc::new(aws_lc_rs::default_provider());
        let mut store = RootCertStore::empty();
        for root in roots {
            store.add(root.clone())?;
        }
        let builder = ClientConfig::builder_with_details(provider, Arc::new(SysTime(Arc::clone(&sys.clock))))
            .with_protocol_versions(&[&TLS13, &TLS12])?
            .with_root_certificates(store);
        let mut config = match own {
            Some(pair) => {
                let resolver = rustls::sign::SingleCertAndKey::from(pair.certified()?);
                builder.with_client_cert_resolver(Arc::new(resolver))
            }
            None => builder.with_no_client_auth(),
        };
        config.alpn_protocols = protocols.iter().map(|p| p.to_vec()).collect();
        Ok(Self { config: Arc::new(config) })
    }

    /// The configuration for the library.
    #[must_use]
    pub fn config(&self) -> Arc<ClientConfig> {
        Arc::clone(&self.config)
    }
}

#[cfg(test)]
mod tests;

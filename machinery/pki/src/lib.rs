//! Keys, certificates, kubeconfig files and TLS configurations. The API server's start-up makes or reads its PKI here; `net` serves
//! with the TLS configurations; components read the kubeconfig files.
//!
//! Nothing here opens a connection, and no private key is ever logged: `Key` prints as a placeholder.
#![warn(missing_docs)]

mod cluster;
mod der;
mod issue;
mod key;
pub mod kubeconfig;
mod tls;

pub use cluster::{ClusterPki, ServerNames};
pub use issue::{Issuer, Subject, Template, Usage};
pub use key::{Key, KeyError};
pub use tls::{ClientTls, KeyPair, ServerTls, SniKeyPair, TlsError};
pub use x509::{CertificateDer, Validity};

/// Why keys or certificates could not be made, read or stored.
#[derive(Debug, thiserror::Error)]
pub enum PkiError {
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file does not hold what it should.
    #[error("{path}: {reason}")]
    Content {
        /// Which file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A private key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A certificate cannot be read.
    #[error(transparent)]
    Certificate(#[from] x509::ParseError),
}

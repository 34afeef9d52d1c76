//! X.509 certificates: read them, and check a client's chain against a set of roots. Used by pki (what is on disk still good?), by
//! the client-certificate authenticator and by the certificate-request kinds.
//!
//! Pure: the current time is an argument, nothing here reads a clock, a file or randomness, and nothing panics on bad input.
#![warn(missing_docs)]

mod certificate;
mod names;
mod pem;
mod verify;

#[cfg(test)]
mod testdata;

pub use certificate::{Certificate, ParseError, Sans, Validity};
pub use names::Subject;
pub use pem::{certificates_from_pem, certificates_to_pem, pem_block};
pub use rustls_pki_types::CertificateDer;
pub use verify::{Identity, Purpose, Roots, Verified, VerifyError, verify_chain, verify_client_chain};

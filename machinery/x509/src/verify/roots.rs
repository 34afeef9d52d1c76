//! The certificates that are believed.

use rustls_pki_types::{CertificateDer, TrustAnchor};
use webpki::anchor_from_trusted_cert;

use super::uses::Uses;
use super::{Purpose, VerifyError};
use crate::Certificate;

/// The certificates that are believed, read once.
#[derive(Clone, Debug)]
pub struct Roots {
    list: Vec<Root>,
}

/// One of them.
#[derive(Clone, Debug)]
pub(super) struct Root {
    pub(super) der: CertificateDer<'static>,
    pub(super) anchor: TrustAnchor<'static>,
    pub(super) certificate: Certificate,
    /// Its name, DER.
    pub(super) name: Vec<u8>,
    pub(super) uses: Uses,
}

impl Roots {
    /// Takes every certificate of the list as a root.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn new(certificates: &[CertificateDer<'_>]) -> Result<Self, VerifyError> {
        let read = |der: &CertificateDer<'_>| {
            let certificate = Certificate::parse(der)?;
            Ok(Root {
                der: der.clone().into_owned(),
                anchor: anchor_from_trusted_cert(der).map_err(VerifyError::Path)?.to_owned(),
                name: certificate.subject_der()?,
                uses: Uses::read(&certificate)?,
                certificate,
            })
        };
        Ok(Self { list: certificates.iter().map(read).collect::<Result<_, VerifyError>>()? })
    }

    /// Takes every certificate of a PEM bundle as a root.
    ///
    /// # Errors
    /// When the text is damaged or has no certificate.
    pub fn from_pem(text: &[u8]) -> Result<Self, VerifyError> {
        Self::new(&crate::certificates_from_pem(text)?)
    }

    /// Number of roots.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing is believed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether this certificate is one of them.
    pub(super) fn contains(&self, der: &CertificateDer<'_>) -> bool {
        self.list.iter().any(|root| root.der.as_ref() == der.as_ref())
    }

    /// Those that may issue certificates for a purpose now.
    pub(super) fn issuers(&self, now: i64, purpose: Purpose) -> impl Iterator<Item = &Root> {
        self.list.iter().filter(move |root| root.uses.validity().contains(now) && root.uses.may_issue(purpose))
    }
}

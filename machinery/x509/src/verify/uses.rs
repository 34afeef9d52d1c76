//! What a certificate says it may be used for, judged as Go's `crypto/x509` does (`CheckSignatureFrom`, `isValid`,
//! `checkChainForKeyUsage`).

use x509_cert::certificate::Version;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};

use super::Purpose;
use crate::{Certificate, ParseError, Validity};

const SERVER_AUTH: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.1");
const CLIENT_AUTH: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.2");
const ANY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.37.0");
const NAME_CONSTRAINTS: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.30");
/// Extensions that may be critical because they are understood: key usage, alternative names, basic constraints, name constraints (by
/// webpki), policies (which ask for nothing here), extended key usage.
const UNDERSTOOD: [&str; 6] = ["2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.30", "2.5.29.32", "2.5.29.37"];

/// The limits that a certificate sets itself.
#[derive(Clone, Debug)]
pub(super) struct Uses {
    validity: Validity,
    version: Version,
    /// Whether it says that it is an authority, if it says anything, and the certificates that may stand between it and the last.
    authority: Option<(bool, Option<u8>)>,
    /// Whether its key may sign certificates, if it says anything.
    signs_certificates: Option<bool>,
    /// Purposes; none says nothing.
    purposes: Vec<ObjectIdentifier>,
    constrains_names: bool,
    has_unknown_critical: bool,
}

impl Uses {
    /// Reads them.
    ///
    /// # Errors
    /// An extension that is damaged or given twice.
    pub(super) fn read(certificate: &Certificate) -> Result<Self, ParseError> {
        let body = certificate.body();
        let damaged = |what: &'static str| move |_| ParseError::Der(format!("damaged {what}"));
        let authority = body.get_extension::<BasicConstraints>().map_err(damaged("basic constraints"))?;
        let usage = body.get_extension::<KeyUsage>().map_err(damaged("key usage"))?;
        let purposes = body.get_extension::<ExtendedKeyUsage>().map_err(damaged("extended key usage"))?;
        let all = || body.extensions().into_iter().flatten();
        Ok(Self {
            validity: certificate.validity(),
            version: body.version(),
            authority: authority.map(|(_, found)| (found.ca, found.path_len_constraint)),
            signs_certificates: usage.map(|(_, found)| found.key_cert_sign()),
            purposes: purposes.map(|(_, found)| found.0).unwrap_or_default(),
            constrains_names: all().any(|extension| extension.extn_id == NAME_CONSTRAINTS),
            has_unknown_critical: all()
                .any(|extension| extension.critical && !UNDERSTOOD.contains(&extension.extn_id.to_string().as_str())),
        })
    }

    /// When it may be used.
    pub(super) fn validity(&self) -> Validity {
        self.validity
    }

    /// Certificates that may stand between it and the last.
    pub(super) fn path_length(&self) -> Option<usize> {
        self.authority.and_then(|(_, length)| length).map(usize::from)
    }

    /// Whether it limits the names of those that it issues.
    pub(super) fn constrains_names(&self) -> bool {
        self.constrains_names
    }

    /// Whether it is of the version in which a certificate can set itself limits.
    pub(super) fn is_version_3(&self) -> bool {
        self.version == Version::V3
    }

    /// Whether it says that it is an authority.
    pub(super) fn is_authority(&self) -> bool {
        self.authority.is_some_and(|(is, _)| is)
    }

    /// Whether it may be used for this.
    pub(super) fn may_serve(&self, purpose: Purpose) -> bool {
        let wanted = match purpose {
            Purpose::Client => CLIENT_AUTH,
            Purpose::Server => SERVER_AUTH,
        };
        let fits = self.purposes.is_empty() || self.purposes.iter().any(|found| *found == wanted || *found == ANY_USAGE);
        fits && !self.has_unknown_critical
    }

    /// Whether it may issue certificates for this. One of an old version cannot say that it is an authority; as a root it is one.
    pub(super) fn may_issue(&self, purpose: Purpose) -> bool {
        (self.is_authority() || (self.authority.is_none() && !self.is_version_3()))
            && self.signs_certificates.unwrap_or(true)
            && self.may_serve(purpose)
    }
}

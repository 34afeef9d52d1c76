//! One certificate: what it says, not whether it may be believed (that is [`crate::verify_client_chain`]).

use std::net::IpAddr;

use rustls_pki_types::{CertificateDer, SignatureVerificationAlgorithm, SubjectPublicKeyInfoDer};
use webpki::RawPublicKeyEntity;
use x509_cert::certificate::TbsCertificate;
use x509_cert::der::asn1::OctetString;
use x509_cert::der::{Decode, Encode};
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{BasicConstraints, SubjectAltName};

use crate::Subject;

/// Why bytes are not a usable certificate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// A PEM text without any certificate.
    #[error("no certificate in the PEM data")]
    NoCertificate,
    /// A damaged PEM block.
    #[error("damaged PEM data: {0}")]
    Pem(String),
    /// The DER structure is not that of a certificate.
    #[error("not a certificate: {0}")]
    Der(String),
    /// A name has an attribute that is not a (valid) string.
    #[error("a name in the certificate is not made of valid strings")]
    Name,
    /// An IP address of a length that no address has.
    #[error("an address in the certificate has {0} bytes")]
    Address(usize),
}

impl From<x509_cert::der::Error> for ParseError {
    fn from(e: x509_cert::der::Error) -> Self {
        Self::Der(e.to_string())
    }
}

/// The first and the last second at which a certificate is valid, counted from 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validity {
    /// `notBefore`.
    pub from: i64,
    /// `notAfter`; this second still counts.
    pub to: i64,
}

impl Validity {
    /// Whether the certificate is valid at `now` (seconds since the epoch).
    #[must_use]
    pub fn contains(self, now: i64) -> bool {
        (self.from..=self.to).contains(&now)
    }
}

/// Subject alternative names, by type, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sans {
    /// DNS names.
    pub dns: Vec<String>,
    /// IP addresses.
    pub ips: Vec<IpAddr>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// URIs.
    pub uris: Vec<String>,
}

/// A decoded certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    inner: x509_cert::Certificate,
}

impl Certificate {
    /// Decodes DER.
    ///
    /// # Errors
    /// When the bytes are not exactly one certificate.
    pub fn parse(der: &[u8]) -> Result<Self, ParseError> {
        Ok(Self { inner: x509_cert::Certificate::from_der(der)? })
    }

    /// Whom the certificate speaks of.
    ///
    /// # Errors
    /// When an attribute of the name is not a valid string.
    pub fn subject(&self) -> Result<Subject, ParseError> {
        Subject::read(self.inner.tbs_certificate().subject())
    }

    /// Who issued it.
    ///
    /// # Errors
    /// When an attribute of the name is not a valid string.
    pub fn issuer(&self) -> Result<Subject, ParseError> {
        Subject::read(self.inner.tbs_certificate().issuer())
    }

    /// When it is valid.
    #[must_use]
    pub fn validity(&self) -> Validity {
        let validity = self.inner.tbs_certificate().validity();
        let seconds = |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
        Validity { from: seconds(validity.not_before), to: seconds(validity.not_after) }
    }

    /// Whether it may issue others (basic constraints say CA).
    ///
    /// # Errors
    /// When the extension is damaged or given twice.
    pub fn is_ca(&self) -> Result<bool, ParseError> {
        let found = self.inner.tbs_certificate().get_extension::<BasicConstraints>();
        Ok(found.map_err(|_| ParseError::Der("damaged basic constraints".to_owned()))?.is_some_and(|(_, c)| c.ca))
    }

    /// The other names of its owner.
    ///
    /// # Errors
    /// When the extension is damaged, given twice, or holds an impossible address.
    pub fn sans(&self) -> Result<Sans, ParseError> {
        let found = self.inner.tbs_certificate().get_extension::<SubjectAltName>();
        let mut sans = Sans::default();
        let Some((_, names)) = found.map_err(|_| ParseError::Der("damaged alternative names".to_owned()))? else {
            return Ok(sans);
        };
        for name in names.0 {
            match name {
                GeneralName::DnsName(text) => sans.dns.push(text.to_string()),
                GeneralName::Rfc822Name(text) => sans.emails.push(text.to_string()),
                GeneralName::UniformResourceIdentifier(text) => sans.uris.push(text.to_string()),
                GeneralName::IpAddress(bytes) => sans.ips.push(address(&bytes)?),
                _ => {}
            }
        }
        Ok(sans)
    }

    /// The serial number: big-endian, without leading zeros.
    #[must_use]
    pub fn serial(&self) -> &[u8] {
        self.inner.tbs_certificate().serial_number().as_bytes()
    }

    /// The subject's name as DER, the form in which an issuer's name goes into the certificates that it signs.
    ///
    /// # Errors
    /// When it cannot be encoded again (never for a name that was decoded).
    pub fn subject_der(&self) -> Result<Vec<u8>, ParseError> {
        Ok(self.inner.tbs_certificate().subject().to_der()?)
    }

    /// The public key as DER (`SubjectPublicKeyInfo`).
    ///
    /// # Errors
    /// When it cannot be encoded again (never for a key that was decoded).
    pub fn public_key_der(&self) -> Result<Vec<u8>, ParseError> {
        Ok(self.inner.tbs_certificate().subject_public_key_info().to_der()?)
    }

    /// The issuer's name as DER.
    ///
    /// # Errors
    /// When it cannot be encoded again (never for a name that was decoded).
    pub(crate) fn issuer_der(&self) -> Result<Vec<u8>, ParseError> {
        Ok(self.inner.tbs_certificate().issuer().to_der()?)
    }

    /// What stands in it.
    pub(crate) fn body(&self) -> &TbsCertificate {
        self.inner.tbs_certificate()
    }

    /// The parts that its signature is about.
    ///
    /// # Errors
    /// When it names two algorithms.
    pub(crate) fn signed(&self) -> Result<Signed, ParseError> {
        let algorithm = self.inner.signature_algorithm();
        if algorithm != self.inner.tbs_certificate().signature() {
            return Err(ParseError::Der("two signature algorithms".to_owned()));
        }
        let mut inside = algorithm.oid.to_der()?;
        if let Some(parameters) = &algorithm.parameters {
            inside.extend(parameters.to_der()?);
        }
        let signature = self.inner.signature().as_bytes().map(<[u8]>::to_vec).unwrap_or_default();
        Ok(Signed { algorithm: inside, message: self.inner.tbs_certificate().to_der()?, signature })
    }

    /// Whether its key made a signature. It works for certificates of any version and content, and says nothing about them.
    #[must_use]
    pub fn has_signed(&self, algorithm: &dyn SignatureVerificationAlgorithm, message: &[u8], signature: &[u8]) -> bool {
        let Ok(key) = self.public_key_der().map(SubjectPublicKeyInfoDer::from) else { return false };
        RawPublicKeyEntity::try_from(&key).is_ok_and(|key| key.verify_signature(algorithm, message, signature).is_ok())
    }

    /// The subject key identifier, when the certificate has one.
    ///
    /// # Errors
    /// When the extension is damaged or given twice.
    pub fn subject_key_id(&self) -> Result<Option<Vec<u8>>, ParseError> {
        use x509_cert::ext::pkix::SubjectKeyIdentifier;
        let found = self.inner.tbs_certificate().get_extension::<SubjectKeyIdentifier>();
        let found = found.map_err(|_| ParseError::Der("damaged subject key identifier".to_owned()))?;
        Ok(found.map(|(_, id)| id.0.as_bytes().to_vec()))
    }
}

/// A signature with what it is about.
pub(crate) struct Signed {
    /// The algorithm, DER, without the sequence around it.
    pub(crate) algorithm: Vec<u8>,
    /// The bytes that were signed.
    pub(crate) message: Vec<u8>,
    /// The signature.
    pub(crate) signature: Vec<u8>,
}

impl TryFrom<&CertificateDer<'_>> for Certificate {
    type Error = ParseError;

    fn try_from(der: &CertificateDer<'_>) -> Result<Self, ParseError> {
        Self::parse(der)
    }
}

fn address(bytes: &OctetString) -> Result<IpAddr, ParseError> {
    let bytes = bytes.as_bytes();
    if let Ok(four) = <[u8; 4]>::try_from(bytes) {
        return Ok(IpAddr::from(four));
    }
    <[u8; 16]>::try_from(bytes).map(IpAddr::from).map_err(|_| ParseError::Address(bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testdata::{self, der};

    #[test]
    fn every_organization_is_kept() {
        for (pem, groups) in [
            (testdata::PLAIN, vec!["system:masters"]),
            (testdata::SEVERAL_RDNS, vec!["one", "two", "three"]),
            (testdata::ONE_MULTI_VALUED_RDN, vec!["one", "two", "three"]),
            (testdata::NO_GROUPS, vec![]),
        ] {
            let subject = Certificate::parse(&der(pem)).unwrap().subject().unwrap();
            assert_eq!(subject.organizations, groups);
            assert_eq!(subject.common_name, "jane");
        }
    }

    #[test]
    fn the_last_common_name_wins() {
        let subject = Certificate::parse(&der(testdata::TWO_COMMON_NAMES)).unwrap().subject().unwrap();
        assert_eq!(subject.common_name, "last");
    }

    #[test]
    fn names_dates_and_kind() {
        let server = Certificate::parse(&der(testdata::SERVER)).unwrap();
        let expect = Sans {
            dns: vec!["localhost".to_owned(), "kubernetes.default".to_owned()],
            ips: vec!["127.0.0.1".parse().unwrap(), "::1".parse().unwrap()],
            emails: vec!["a@b.example".to_owned()],
            uris: vec!["spiffe://x/y".to_owned()],
        };
        assert_eq!(server.sans().unwrap(), expect);
        // 2026-01-01T00:00:00Z to 2027-01-01T00:00:00Z.
        assert_eq!(server.validity(), Validity { from: 1_767_225_600, to: 1_798_761_600 });
        assert!(!server.is_ca().unwrap());
        assert!(Certificate::parse(&der(testdata::CA)).unwrap().is_ca().unwrap());
        assert_eq!(server.issuer().unwrap().common_name, "test-ca");
    }

    #[test]
    fn cut_or_padded_bytes_are_errors() {
        let whole = der(testdata::SERVER);
        for cut in 0..whole.len() {
            assert!(Certificate::parse(&whole[..cut]).is_err(), "{cut}");
        }
        let mut padded = whole.to_vec();
        padded.push(0);
        assert!(Certificate::parse(&padded).is_err());
    }

    #[test]
    fn flipped_bytes_never_panic() {
        let whole = der(testdata::SERVER);
        for at in 0..whole.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut bytes = whole.to_vec();
                bytes[at] ^= flip;
                if let Ok(certificate) = Certificate::parse(&bytes) {
                    let _ = (certificate.subject(), certificate.sans(), certificate.is_ca(), certificate.validity());
                }
            }
        }
    }
}

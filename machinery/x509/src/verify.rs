//! Is this client who its certificate says? The rules of Go's `x509.Certificate.Verify` with `ExtKeyUsageClientAuth` and of
//! upstream's `CommonNameUserConversion` (apiserver `authentication/request/x509/x509.go`). Paths and signatures are webpki's; here stands
//! what Go demands beyond it, and (in `direct`) what Go takes that it does not. `odd` lists the differences that are left.

mod direct;
#[cfg(test)]
mod odd;
mod roots;
mod uses;

use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{
    ALL_VERIFICATION_ALGS, EndEntityCert, ExtendedKeyUsageValidator, KeyPurposeId, KeyPurposeIdIter, KeyUsage,
    RequiredEkuNotFoundContext, VerifiedPath,
};

use crate::{Certificate, ParseError};

use roots::Root;
pub use roots::Roots;
use uses::Uses;

// Object identifiers in DER, without tag and length: `id-kp-serverAuth` (1.3.6.1.5.5.7.3.1), `id-kp-clientAuth` (...2) and
// `anyExtendedKeyUsage` (2.5.29.37.0).
const SERVER_AUTH: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 1];
const CLIENT_AUTH: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 2];
const ANY_USAGE: &[u8] = &[0x55, 0x1d, 0x25, 0];

/// Certificates that a peer may send. More than any real chain has; checking them costs time before the caller is known.
const MAX_CHAIN: usize = 16;

/// Why a client certificate is not accepted. Callers log it; the client learns nothing but "Unauthorized".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The peer sent no certificate.
    #[error("no certificate was presented")]
    Empty,
    /// The peer sent more certificates than any chain needs.
    #[error("{0} certificates in one chain")]
    TooMany(usize),
    /// A certificate cannot be read.
    #[error(transparent)]
    Parse(#[from] ParseError),
    /// No path to a root, wrong usage, expired, bad signature, ...
    #[error("{0:?}")]
    Path(webpki::Error),
    /// No root issued it, or not for this.
    #[error("it is no root that may be used for this, nor issued by one")]
    NotIssued,
    /// It is not valid now.
    #[error("it is not valid now")]
    NotCurrent,
    /// It is for something else, or demands to be understood where it is not.
    #[error("it may not be used for this")]
    WrongUse,
    /// More than one UID, or an empty one.
    #[error("the certificate's user UID is not one non-empty string")]
    Uid,
}

/// Who a client certificate says its owner is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The common name; empty when the certificate names nobody.
    pub user: String,
    /// The user's UID (beta and on by default since v1.33).
    pub uid: Option<String>,
    /// Every Organization, in order.
    pub groups: Vec<String>,
    /// SHA-256 of the certificate; goes into the user's extra as `X509SHA256=...`.
    pub fingerprint: [u8; 32],
}

/// The outcome of a check, with its own best-before date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Who it is.
    pub identity: Identity,
    /// The last second (since the epoch) at which the same check against the same roots is sure to succeed again.
    pub valid_until: i64,
}

/// Which side of TLS a certificate is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The side that connects.
    Client,
    /// The side that listens.
    Server,
}

/// A certificate that names no usage, this one, or any usage is accepted, as in Go.
impl ExtendedKeyUsageValidator for Purpose {
    fn validate(&self, usages: KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        let (wanted, required) = match self {
            Self::Client => (CLIENT_AUTH, KeyUsage::client_auth()),
            Self::Server => (SERVER_AUTH, KeyUsage::server_auth()),
        };
        let mut present = Vec::new();
        for usage in usages {
            let usage = usage?;
            if usage == KeyPurposeId::new(wanted) || usage == KeyPurposeId::new(ANY_USAGE) {
                return Ok(());
            }
            present.push(usage.to_decoded_oid());
        }
        if present.is_empty() {
            return Ok(());
        }
        let context = RequiredEkuNotFoundContext { required, present };
        Err(webpki::Error::RequiredEkuNotFoundContext(context))
    }
}

/// Checks a chain (the peer's own certificate first) for a purpose at the time `now`, in seconds since the epoch. Gives the last
/// second at which the same check against the same roots is sure to succeed again.
///
/// # Errors
/// Whatever is wrong with it. Names are not looked at.
pub fn verify_chain(chain: &[CertificateDer<'_>], roots: &Roots, now: i64, purpose: Purpose) -> Result<i64, VerifyError> {
    let (own, intermediates) = chain.split_first().ok_or(VerifyError::Empty)?;
    if chain.len() > MAX_CHAIN {
        return Err(VerifyError::TooMany(chain.len()));
    }
    let leaf = Certificate::parse(own)?;
    if direct::is_needed(&leaf, own, roots) {
        return direct::verify(&leaf, own, roots, now, purpose);
    }
    // The library takes whom it is given for an issuer: it looks neither at the dates and limits of a root, nor at the key usage of an
    // intermediate. Go does.
    let current: Vec<&Root> = roots.issuers(now, purpose).collect();
    let anchors: Vec<TrustAnchor<'_>> = current.iter().map(|root| root.anchor.clone()).collect();
    let issuers: Vec<CertificateDer<'_>> = intermediates.iter().filter(|der| may_issue(der, purpose)).cloned().collect();
    let not_too_long = |path: &VerifiedPath<'_>| {
        let found = anchors.iter().position(|anchor| std::ptr::eq(anchor, path.anchor()));
        let limit = found.and_then(|at| current[at].uses.path_length());
        let between = path.intermediate_certificates().count();
        if limit.is_some_and(|limit| between > limit) { Err(webpki::Error::PathLenConstraintViolated) } else { Ok(()) }
    };
    let time = UnixTime::since_unix_epoch(std::time::Duration::from_secs(u64::try_from(now).unwrap_or(0)));
    EndEntityCert::try_from(own)
        .and_then(|end| {
            end.verify_for_usage(ALL_VERIFICATION_ALGS, &anchors, &issuers, time, purpose, None, Some(&not_too_long)).map(|_| ())
        })
        .map_err(VerifyError::Path)?;
    let sent = chain.iter().filter_map(|der| Some(Certificate::parse(der).ok()?.validity()));
    let dates = current.iter().map(|root| root.uses.validity());
    // One that has already ended was not needed for the path.
    Ok(sent.chain(dates).map(|date| date.to).filter(|to| *to >= now).min().unwrap_or(now))
}

fn may_issue(der: &CertificateDer<'_>, purpose: Purpose) -> bool {
    Certificate::parse(der).and_then(|read| Uses::read(&read)).is_ok_and(|uses| uses.may_issue(purpose))
}

/// Checks a client's chain (its own certificate first) at the time `now`, in seconds since the epoch, and says who it is.
///
/// # Errors
/// Whatever is wrong with it. A certificate without a common name is no error: it proves the possession of a key, of nobody.
pub fn verify_client_chain(chain: &[CertificateDer<'_>], roots: &Roots, now: i64) -> Result<Verified, VerifyError> {
    let valid_until = verify_chain(chain, roots, now, Purpose::Client)?;
    let own = chain.first().ok_or(VerifyError::Empty)?;
    Ok(Verified { identity: identity(&Certificate::parse(own)?, own)?, valid_until })
}

fn identity(certificate: &Certificate, der: &[u8]) -> Result<Identity, VerifyError> {
    let mut subject = certificate.subject()?;
    let uid = subject.uids.pop();
    if !subject.uids.is_empty() || uid.as_deref() == Some("") {
        return Err(VerifyError::Uid);
    }
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, der);
    let mut fingerprint = [0; 32];
    fingerprint.copy_from_slice(digest.as_ref());
    Ok(Identity { user: subject.common_name, uid, groups: subject.organizations, fingerprint })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testdata::{self, der};

    const JANUARY: i64 = 1_768_000_000;
    /// 2026-08-01.
    const AUGUST: i64 = 1_785_542_400;
    const START: i64 = 1_767_225_600;
    const END: i64 = 1_798_761_600;

    fn verify(chain: &[&str], roots: &[&str], now: i64) -> Result<Verified, VerifyError> {
        let roots = Roots::from_pem(roots.concat().as_bytes()).unwrap();
        let chain: Vec<_> = chain.iter().map(|pem| der(pem)).collect();
        verify_client_chain(&chain, &roots, now)
    }

    fn user(found: Result<Verified, VerifyError>) -> Result<(String, Vec<String>), VerifyError> {
        found.map(|v| (v.identity.user, v.identity.groups))
    }

    fn accepted(chain: &[&str], roots: &[&str], now: i64, groups: &[&str]) {
        let expect = ("jane".to_owned(), groups.iter().map(|g| (*g).to_owned()).collect());
        assert_eq!(user(verify(chain, roots, now)), Ok(expect));
    }

    fn refused(chain: &[&str], roots: &[&str], now: i64, why: &str) {
        let error = verify(chain, roots, now).unwrap_err().to_string();
        assert!(error.contains(why), "{error} does not say {why}");
    }

    #[test]
    fn good_chains() {
        accepted(&[testdata::PLAIN], &[testdata::CA], JANUARY, &["system:masters"]);
        accepted(&[testdata::PLAIN], &[testdata::ENDED_CA, testdata::OTHER_CA, testdata::CA], AUGUST, &["system:masters"]);
        accepted(&[testdata::ONE_MULTI_VALUED_RDN], &[testdata::CA], JANUARY, &["one", "two", "three"]);
        accepted(&[testdata::SEVERAL_RDNS], &[testdata::CA], JANUARY, &["one", "two", "three"]);
        accepted(&[testdata::ANY_USAGE], &[testdata::CA], JANUARY, &[]);
        accepted(&[testdata::NO_USAGE], &[testdata::CA], JANUARY, &[]);
        accepted(&[testdata::BY_INTERMEDIATE, testdata::INTERMEDIATE], &[testdata::CA], JANUARY, &["one"]);
        accepted(&[testdata::BY_INTERMEDIATE], &[testdata::INTERMEDIATE], JANUARY, &["one"]);
        accepted(&[testdata::BY_ENDED_CA], &[testdata::ENDED_CA], JANUARY, &["one"]);
    }

    #[test]
    fn bad_chains() {
        assert_eq!(verify(&[], &[testdata::CA], JANUARY), Err(VerifyError::Empty));
        assert_eq!(verify(&[testdata::PLAIN; 17], &[testdata::CA], JANUARY), Err(VerifyError::TooMany(17)));
        // The other CA has the same name and another key.
        refused(&[testdata::BY_OTHER_CA], &[testdata::CA], JANUARY, "InvalidSignature");
        refused(&[testdata::PLAIN], &[testdata::ENDED_CA], JANUARY, "UnknownIssuer");
        refused(&[testdata::SERVER], &[testdata::CA], JANUARY, "RequiredEku");
        refused(&[testdata::BY_INTERMEDIATE], &[testdata::CA], JANUARY, "UnknownIssuer");
        refused(&[testdata::BY_INTERMEDIATE, testdata::INTERMEDIATE], &[testdata::CA], AUGUST, "Expired");
        refused(&[testdata::BY_ENDED_CA], &[testdata::ENDED_CA], AUGUST, "UnknownIssuer");
        refused(&[testdata::TWO_UIDS], &[testdata::CA], JANUARY, "UID");
        refused(&[testdata::PLAIN], &[testdata::CA], -1, "NotValidYet");
    }

    #[test]
    fn a_root_is_its_own_proof() {
        let user = verify(&[testdata::CA], &[testdata::CA], JANUARY).unwrap().identity.user;
        assert_eq!(user, "test-ca");
        refused(&[testdata::ENDED_CA], &[testdata::ENDED_CA], AUGUST, "not valid now");
        refused(&[testdata::OTHER_CA], &[testdata::CA], JANUARY, "no root");
    }

    #[test]
    fn both_ends_of_the_validity_count() {
        for (now, good) in [(START - 1, false), (START, true), (END, true), (END + 1, false)] {
            assert_eq!(verify(&[testdata::PLAIN], &[testdata::CA], now).is_ok(), good, "{now}");
        }
    }

    #[test]
    fn a_verdict_lasts_no_longer_than_its_chain() {
        let until = |chain: &[&str], roots: &[&str]| verify(chain, roots, JANUARY).unwrap().valid_until;
        assert_eq!(until(&[testdata::PLAIN], &[testdata::CA]), END);
        // 2026-07-01: the intermediate ends.
        assert_eq!(until(&[testdata::BY_INTERMEDIATE, testdata::INTERMEDIATE], &[testdata::CA]), 1_782_864_000);
        // 2026-02-01: the root ends.
        assert_eq!(until(&[testdata::BY_ENDED_CA], &[testdata::ENDED_CA]), 1_769_904_000);
    }

    #[test]
    fn uid_and_fingerprint() {
        let found = verify(&[testdata::UID], &[testdata::CA], JANUARY).unwrap().identity;
        assert_eq!(found.uid.as_deref(), Some("abc-123"));
        let nobody = verify(&[testdata::NO_NAME], &[testdata::CA], JANUARY).unwrap().identity;
        assert_eq!((nobody.user.as_str(), nobody.uid), ("", None));
        assert_ne!(found.fingerprint, nobody.fingerprint);
    }

    #[test]
    fn a_bit_flipped_anywhere_is_refused() {
        let roots = Roots::from_pem(testdata::CA.as_bytes()).unwrap();
        let good = der(testdata::PLAIN);
        for at in 0..good.len() {
            let mut bytes = good.to_vec();
            bytes[at] ^= 1;
            assert!(verify_client_chain(&[CertificateDer::from(bytes)], &roots, JANUARY).is_err(), "{at}");
        }
    }
}

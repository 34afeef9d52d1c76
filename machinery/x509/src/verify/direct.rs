//! Certificates that webpki does not take for those of a peer, and Go does: of version 1 (what `openssl x509 -req` makes of a request
//! without further words, and many guides with it), an authority's own, and one that is a root itself. Such a one has to be issued by a root
//! directly; Go would also look for a path.

use rustls_pki_types::CertificateDer;
use webpki::ALL_VERIFICATION_ALGS;

use super::roots::Root;
use super::uses::Uses;
use super::{Purpose, Roots, VerifyError};
use crate::Certificate;

/// Whether a certificate is one of these.
pub(super) fn is_needed(leaf: &Certificate, own: &CertificateDer<'_>, roots: &Roots) -> bool {
    // One whose limits cannot be read stays with webpki, which reads them again and refuses.
    roots.contains(own) || Uses::read(leaf).is_ok_and(|uses| !uses.is_version_3() || uses.is_authority())
}

/// Checks it. Gives the last second at which the same check is sure to succeed again.
pub(super) fn verify(
    leaf: &Certificate,
    own: &CertificateDer<'_>,
    roots: &Roots,
    now: i64,
    purpose: Purpose,
) -> Result<i64, VerifyError> {
    let uses = Uses::read(leaf)?;
    if !uses.validity().contains(now) {
        return Err(VerifyError::NotCurrent);
    }
    // What it demands of those that it issues is for others to keep.
    if !uses.may_serve(purpose) {
        return Err(VerifyError::WrongUse);
    }
    if roots.contains(own) {
        return Ok(uses.validity().to);
    }
    let issued = |root: &&Root| !root.uses.constrains_names() && is_issued(leaf, root);
    let issuer = roots.issuers(now, purpose).find(issued).ok_or(VerifyError::NotIssued)?;
    Ok(uses.validity().to.min(issuer.uses.validity().to))
}

fn is_issued(leaf: &Certificate, root: &Root) -> bool {
    let Ok(signed) = leaf.signed() else { return false };
    let mut fitting = ALL_VERIFICATION_ALGS.iter().filter(|known| known.signature_alg_id().as_ref() == signed.algorithm);
    leaf.issuer_der().is_ok_and(|name| name == root.name)
        && fitting.any(|known| root.certificate.has_signed(*known, &signed.message, &signed.signature))
}

//! Client certificates: the common name is the user, organisations are groups. Source: apiserver
//! `pkg/authentication/request/x509/x509.go`.

use x509::{Roots, verify_client_chain};

use super::{Credentials, Refused};
use crate::identity::Identity;

/// Extra attribute that names the credential in audit (KEP-4193).
const CREDENTIAL_ID: &str = "authentication.kubernetes.io/credential-id";

/// The certificate's user, and the last second at which its chain is sure to hold; none when the client presented nothing, or a certificate without a name.
pub(super) fn authenticate(credentials: &Credentials<'_>, roots: &Roots) -> Result<Option<(Identity, i64)>, Refused> {
    if credentials.certificates.is_empty() {
        return Ok(None);
    }
    let verified = verify_client_chain(credentials.certificates, roots, credentials.now)?;
    let proven = verified.identity;
    if proven.user.is_empty() {
        return Ok(None);
    }
    let digits: String = proven.fingerprint.iter().map(|byte| format!("{byte:02x}")).collect();
    let identity = Identity {
        name: proven.user,
        uid: proven.uid.unwrap_or_default(),
        groups: proven.groups,
        extra: vec![(CREDENTIAL_ID.to_owned(), vec![format!("X509SHA256={digits}")])],
    };
    Ok(Some((identity, verified.valid_until)))
}

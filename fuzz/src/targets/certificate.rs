//! A certificate from a client, or from a file of roots: any bytes can be read, and nobody is let in before or after the time.

use x509::{Certificate, CertificateDer, Roots, verify_client_chain};

/// 2026-11-29, when the certificates of the seeds are valid.
const NOW: i64 = 1_795_910_400;
/// The roots that the seeds were issued by, among others with odd limits.
const ROOTS: &str = include_str!("../../../machinery/x509/testdata/odd/roots.pem");

pub(crate) fn run(data: &[u8]) {
    // A file of roots.
    let _ = Roots::from_pem(data);
    let der = CertificateDer::from(data);
    let read = Certificate::parse(data);
    if let Ok(certificate) = &read {
        let _ = (certificate.subject(), certificate.issuer(), certificate.sans(), certificate.is_ca(), certificate.serial());
        let _ = (certificate.subject_key_id(), certificate.public_key_der());
    }
    let roots = Roots::from_pem(ROOTS.as_bytes()).expect("the roots were read before");
    let own = Roots::new(std::slice::from_ref(&der));
    for roots in std::iter::once(&roots).chain(own.as_ref().ok()) {
        // As client, as what stands between, and as both.
        for chain in [&[der.clone()][..], &[der.clone(), der.clone()]] {
            let Ok(verified) = verify_client_chain(chain, roots, NOW) else { continue };
            let validity = read.as_ref().expect("what was verified was read").validity();
            assert!(validity.contains(NOW) && (NOW..=validity.to).contains(&verified.valid_until), "{validity:?}");
            assert!(verify_client_chain(chain, roots, validity.to.saturating_add(1)).is_err(), "after its end");
            assert!(verify_client_chain(chain, roots, validity.from.saturating_sub(1)).is_err(), "before its beginning");
        }
    }
}

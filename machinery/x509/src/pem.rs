//! Certificates in PEM files: a bundle of `CERTIFICATE` blocks; other blocks and text between them are skipped, as upstream does
//! (client-go `util/cert/pem.go`).

use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use x509_cert::der::pem::{LineEnding, encode_string};

use crate::ParseError;

/// All certificates of a PEM text, in order.
///
/// # Errors
/// When a block is damaged or there is no certificate at all.
pub fn certificates_from_pem(text: &[u8]) -> Result<Vec<CertificateDer<'static>>, ParseError> {
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(text).collect();
    match found {
        Ok(list) if list.is_empty() => Err(ParseError::NoCertificate),
        Ok(list) => Ok(list),
        Err(e) => Err(ParseError::Pem(e.to_string())),
    }
}

/// Certificates as PEM text, in order.
#[must_use]
pub fn certificates_to_pem(list: &[CertificateDer<'_>]) -> String {
    list.iter().map(|der| pem_block("CERTIFICATE", der)).collect()
}

/// One PEM block. `label` is a constant of the caller (such as `CERTIFICATE REQUEST`), never input.
#[must_use]
pub fn pem_block(label: &'static str, der: &[u8]) -> String {
    encode_string(label, LineEnding::LF, der).expect("a constant label, and a buffer that the encoder sized itself")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testdata::{CA, PLAIN};

    #[test]
    fn bundles_keep_their_order_and_skip_what_is_between() {
        let text = format!("# first\n{PLAIN}\nsome words\n{CA}");
        let list = certificates_from_pem(text.as_bytes()).unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!(certificates_to_pem(&list).replace('\n', ""), format!("{PLAIN}{CA}").replace('\n', ""));
    }

    #[test]
    fn damage_is_an_error() {
        assert!(matches!(certificates_from_pem(b""), Err(ParseError::NoCertificate)));
        assert!(matches!(certificates_from_pem(b"hello"), Err(ParseError::NoCertificate)));
        let cut = &CA[..CA.len() / 2];
        assert!(matches!(certificates_from_pem(cut.as_bytes()), Err(ParseError::Pem(_) | ParseError::NoCertificate)));
        let spoilt = CA.replacen("MII", "M!I", 1);
        assert!(matches!(certificates_from_pem(spoilt.as_bytes()), Err(ParseError::Pem(_))));
    }
}

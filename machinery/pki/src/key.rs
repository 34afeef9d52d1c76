//! Private keys. New ones are P-256 (an RSA key costs more than the whole start-up budget); RSA, P-384, P-521 and Ed25519 keys that
//! someone else made are read and used.

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::agreement::{ECDH_P256, PrivateKey};
use rustls::SignatureScheme;
use rustls::crypto::aws_lc_rs::sign::any_supported_type;
use rustls::sign::SigningKey;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{PrivateKeyDer, PrivateSec1KeyDer};
use sys::Entropy;

use crate::der;

/// Bytes of a P-256 private key.
const P256_BYTES: usize = 32;
/// `prime256v1` (1.2.840.10045.3.1.7).
const PRIME256V1: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];

/// Why a private key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// No private key in the PEM text, or a damaged one.
    #[error("no usable private key in the PEM data: {0}")]
    Pem(String),
    /// A key of a kind that is not supported (encrypted, DSA, ...).
    #[error("unsupported private key: {0}")]
    Unsupported(String),
    /// The library refused to sign.
    #[error("cannot sign: {0}")]
    Sign(String),
}

/// A private key with its public half.
#[derive(Clone)]
pub struct Key {
    der: Arc<PrivateKeyDer<'static>>,
    signing: Arc<dyn SigningKey>,
    public: Vec<u8>,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(private)")
    }
}

/// How a certificate says what kind of signature it has, and the signature.
pub(crate) struct Signature {
    pub(crate) algorithm: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
}

impl Key {
    /// A new P-256 key from the given randomness.
    #[must_use]
    pub fn generate(entropy: &dyn Entropy) -> Self {
        loop {
            let mut secret = [0_u8; P256_BYTES];
            entropy.fill(&mut secret);
            // Not every 256-bit number is a key; one in 2^32 is drawn again.
            if let Some(key) = Self::from_p256_secret(&secret) {
                return key;
            }
        }
    }

    fn from_p256_secret(secret: &[u8; P256_BYTES]) -> Option<Self> {
        let point = PrivateKey::from_private_key(&ECDH_P256, secret).ok()?.compute_public_key().ok()?;
        // RFC 5915, as Go's x509.MarshalECPrivateKey writes it.
        let curve = der::nest(0xa0, &[&der::tlv(der::OBJECT_IDENTIFIER, PRIME256V1)]);
        let public = der::nest(0xa1, &[&der::bits(0, point.as_ref())]);
        let secret = der::tlv(der::OCTET_STRING, secret);
        let sec1 = der::nest(der::SEQUENCE, &[&der::unsigned(&[1]), &secret, &curve, &public]);
        Self::from_der(PrivateSec1KeyDer::from(sec1).into()).ok()
    }

    /// A key in DER (PKCS#8, PKCS#1 or SEC1).
    ///
    /// # Errors
    /// When the key is damaged or of an unsupported kind.
    pub fn from_der(der: PrivateKeyDer<'static>) -> Result<Self, KeyError> {
        let signing = any_supported_type(&der).map_err(|e| KeyError::Unsupported(e.to_string()))?;
        let public = signing.public_key().ok_or_else(|| KeyError::Unsupported("it has no public half".to_owned()))?;
        let public = public.as_ref().to_vec();
        Ok(Self { der: Arc::new(der), signing, public })
    }

    /// The first private key of a PEM text.
    ///
    /// # Errors
    /// When there is none, or it is damaged or of an unsupported kind.
    pub fn from_pem(text: &[u8]) -> Result<Self, KeyError> {
        Self::from_der(PrivateKeyDer::from_pem_slice(text).map_err(|e| KeyError::Pem(e.to_string()))?)
    }

    /// The key as PEM text, in the encoding it has.
    #[must_use]
    pub fn to_pem(&self) -> String {
        let label = match &*self.der {
            PrivateKeyDer::Pkcs1(_) => "RSA PRIVATE KEY",
            PrivateKeyDer::Sec1(_) => "EC PRIVATE KEY",
            // The type may grow; everything but the two old forms is PKCS#8.
            _ => "PRIVATE KEY",
        };
        x509::pem_block(label, self.der.secret_der())
    }

    /// The public key in DER (`SubjectPublicKeyInfo`).
    #[must_use]
    pub fn public_der(&self) -> &[u8] {
        &self.public
    }

    /// The key in the form in which TLS configurations take it.
    pub(crate) fn signing(&self) -> Arc<dyn SigningKey> {
        Arc::clone(&self.signing)
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Signature, KeyError> {
        let offered: Vec<SignatureScheme> = SCHEMES.iter().map(|(scheme, _, _)| *scheme).collect();
        let signer = self.signing.choose_scheme(&offered);
        let signer = signer.ok_or_else(|| KeyError::Unsupported("no signature scheme for this key".to_owned()))?;
        let entry = SCHEMES.iter().find(|(scheme, _, _)| *scheme == signer.scheme());
        let (_, oid, parameters) = entry.ok_or_else(|| KeyError::Unsupported(format!("{:?}", signer.scheme())))?;
        let algorithm = der::nest(der::SEQUENCE, &[&der::tlv(der::OBJECT_IDENTIFIER, oid), parameters]);
        let bytes = signer.sign(message).map_err(|e| KeyError::Sign(e.to_string()))?;
        Ok(Signature { algorithm, bytes })
    }
}

/// Scheme, its object identifier in certificates, and the parameters that go with it (RSA has an explicit NULL).
const SCHEMES: [(SignatureScheme, &[u8], &[u8]); 5] = [
    (SignatureScheme::ECDSA_NISTP256_SHA256, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2], &[]),
    (SignatureScheme::ECDSA_NISTP384_SHA384, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 3], &[]),
    (SignatureScheme::ECDSA_NISTP521_SHA512, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 4], &[]),
    (SignatureScheme::RSA_PKCS1_SHA256, &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 0x0b], &[5, 0]),
    (SignatureScheme::ED25519, &[0x2b, 0x65, 0x70], &[]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use sys::sim::Sim;

    fn generate(seed: u64) -> Key {
        Key::generate(&*Sim::new(seed).sys().entropy)
    }

    #[test]
    fn keys_follow_the_entropy_and_survive_pem() {
        let key = generate(1);
        assert_eq!(key.to_pem(), generate(1).to_pem());
        assert_ne!(key.to_pem(), generate(2).to_pem());
        assert!(key.to_pem().starts_with("-----BEGIN EC PRIVATE KEY-----\n"));
        let read = Key::from_pem(key.to_pem().as_bytes()).unwrap();
        assert_eq!(read.public_der(), key.public_der());
        assert_eq!(format!("{key:?}"), "Key(private)");
    }

    #[test]
    fn impossible_secrets_are_refused() {
        assert!(Key::from_p256_secret(&[0; 32]).is_none());
        assert!(Key::from_p256_secret(&[0xff; 32]).is_none());
    }

    #[test]
    fn damaged_keys_are_errors() {
        assert!(matches!(Key::from_pem(b""), Err(KeyError::Pem(_))));
        let pem = generate(1).to_pem();
        assert!(Key::from_pem(pem.replace("EC PRIVATE", "RSA PRIVATE").as_bytes()).is_err());
        assert!(Key::from_pem(pem.replacen("MHc", "MHd", 1).as_bytes()).is_err());
    }
}

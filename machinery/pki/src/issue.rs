//! Writing certificates: the fields, extensions and string types that kubeadm's have (kubeadm `util/pkiutil/pki_helpers.go` and Go's
//! `x509.CreateCertificate`), except that keys are P-256.

use std::net::IpAddr;

use sys::Entropy;
use x509::{Certificate, CertificateDer, Validity};

use crate::key::Key;
use crate::{PkiError, der};

const COMMON_NAME: &[u8] = &[0x55, 4, 3];
const ORGANIZATION: &[u8] = &[0x55, 4, 10];
const KEY_USAGE: &[u8] = &[0x55, 0x1d, 15];
const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 37];
const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 19];
const SUBJECT_KEY_ID: &[u8] = &[0x55, 0x1d, 14];
const AUTHORITY_KEY_ID: &[u8] = &[0x55, 0x1d, 35];
const ALTERNATIVE_NAMES: &[u8] = &[0x55, 0x1d, 17];
const SERVER_AUTH: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 1];
const CLIENT_AUTH: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 2];

/// Bytes of a key identifier (RFC 7093, method 1; Go does the same).
const KEY_ID_BYTES: usize = 20;

/// What a certificate may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// Signing other certificates.
    Authority,
    /// Serving TLS.
    Server,
    /// Presenting oneself to a TLS server.
    Client,
    /// Both sides of TLS (etcd members).
    ServerAndClient,
}

/// Whose certificate it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The common name: a user's name, or a server's.
    pub common_name: String,
    /// Organizations: a user's groups. All are written, in one RDN as Go does.
    pub organizations: Vec<String>,
}

/// Everything about a certificate but the keys.
#[derive(Clone, Debug)]
pub struct Template {
    /// Whose it is.
    pub subject: Subject,
    /// DNS names.
    pub dns: Vec<String>,
    /// IP addresses.
    pub ips: Vec<IpAddr>,
    /// What it is for.
    pub usage: Usage,
    /// When it is valid.
    pub validity: Validity,
}

/// A certificate authority: its certificate and its key.
#[derive(Clone, Debug)]
pub struct Issuer {
    certificate: CertificateDer<'static>,
    key: Key,
    name: Vec<u8>,
    key_id: Option<Vec<u8>>,
    validity: Validity,
}

impl Issuer {
    /// An authority with this key and a new certificate, signed by itself.
    ///
    /// # Errors
    /// When the library refuses to sign.
    pub fn self_signed(entropy: &dyn Entropy, key: Key, subject: Subject, validity: Validity) -> Result<Self, PkiError> {
        let name = name(&subject);
        // kubeadm's authorities carry their own name as a DNS name.
        let dns = vec![subject.common_name.clone()];
        let template = Template { subject, dns, ips: Vec::new(), usage: Usage::Authority, validity };
        let certificate = write(entropy, &template, key.public_der(), &Signer { name: &name, key_id: None, key: &key })?;
        Self::new(certificate, key)
    }

    /// An authority from its certificate and key.
    ///
    /// # Errors
    /// When the certificate cannot be read or belongs to another key.
    pub fn new(certificate: CertificateDer<'static>, key: Key) -> Result<Self, PkiError> {
        let read = Certificate::parse(&certificate)?;
        if read.public_key_der()? != key.public_der() {
            return Err(crate::KeyError::Unsupported("it does not belong to the certificate".to_owned()).into());
        }
        Ok(Self { name: read.subject_der()?, key_id: read.subject_key_id()?, validity: read.validity(), certificate, key })
    }

    /// The authority's own certificate.
    #[must_use]
    pub fn certificate(&self) -> &CertificateDer<'static> {
        &self.certificate
    }

    /// The authority's key.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// When the authority's certificate is valid; what it issues should end no later.
    #[must_use]
    pub fn validity(&self) -> Validity {
        self.validity
    }

    /// Issues a certificate for a new key.
    ///
    /// # Errors
    /// When the library refuses to sign.
    pub fn issue(&self, entropy: &dyn Entropy, template: &Template) -> Result<(CertificateDer<'static>, Key), PkiError> {
        let key = Key::generate(entropy);
        let certificate = self.issue_for(entropy, template, key.public_der())?;
        Ok((certificate, key))
    }

    /// Issues a certificate for a public key (DER) whose private half someone else has.
    ///
    /// # Errors
    /// When the library refuses to sign.
    pub fn issue_for(
        &self,
        entropy: &dyn Entropy,
        template: &Template,
        public_key: &[u8],
    ) -> Result<CertificateDer<'static>, PkiError> {
        let signer = Signer { name: &self.name, key_id: self.key_id.as_deref(), key: &self.key };
        write(entropy, template, public_key, &signer)
    }
}

struct Signer<'a> {
    name: &'a [u8],
    key_id: Option<&'a [u8]>,
    key: &'a Key,
}

fn write(
    entropy: &dyn Entropy,
    template: &Template,
    public_key: &[u8],
    signer: &Signer<'_>,
) -> Result<CertificateDer<'static>, PkiError> {
    // The signed part names its own signature algorithm, so a key is asked for it by signing.
    let algorithm = signer.key.sign(&[])?.algorithm;
    let version_3 = der::nest(0xa0, &[&der::unsigned(&[2])]);
    let validity = [der::time(template.validity.from), der::time(template.validity.to)].concat();
    let body = der::nest(
        der::SEQUENCE,
        &[
            &version_3,
            &serial(entropy),
            &algorithm,
            signer.name,
            &der::tlv(der::SEQUENCE, &validity),
            &name(&template.subject),
            public_key,
            &extensions(template, public_key, signer.key_id),
        ],
    );
    let signature = signer.key.sign(&body)?;
    let whole = der::nest(der::SEQUENCE, &[&body, &signature.algorithm, &der::bits(0, &signature.bytes)]);
    Ok(CertificateDer::from(whole))
}

/// A random number from 1 to 2^63 - 1, as kubeadm draws it.
fn serial(entropy: &dyn Entropy) -> Vec<u8> {
    let mut bytes = [0_u8; 8];
    while bytes == [0; 8] {
        entropy.fill(&mut bytes);
        bytes[0] &= 0x7f;
    }
    der::unsigned(&bytes)
}

fn name(subject: &Subject) -> Vec<u8> {
    let attribute =
        |oid: &[u8], text: &str| der::nest(der::SEQUENCE, &[&der::tlv(der::OBJECT_IDENTIFIER, oid), &der::string(text)]);
    let mut parts = Vec::new();
    if !subject.organizations.is_empty() {
        parts.push(der::set_of(subject.organizations.iter().map(|o| attribute(ORGANIZATION, o)).collect()));
    }
    if !subject.common_name.is_empty() {
        parts.push(der::set_of(vec![attribute(COMMON_NAME, &subject.common_name)]));
    }
    der::tlv(der::SEQUENCE, &parts.concat())
}

fn extensions(template: &Template, public_key: &[u8], authority: Option<&[u8]>) -> Vec<u8> {
    let authority_usage = template.usage == Usage::Authority;
    let mut list = Vec::new();
    // Bits 0 digital signature, 2 key encipherment, 5 certificate signing; written up to the last bit that is set.
    list.push(extension(KEY_USAGE, true, &if authority_usage { der::bits(2, &[0xa4]) } else { der::bits(5, &[0xa0]) }));
    let purposes: &[&[u8]] = match template.usage {
        Usage::Authority => &[],
        Usage::Server => &[SERVER_AUTH],
        Usage::Client => &[CLIENT_AUTH],
        Usage::ServerAndClient => &[SERVER_AUTH, CLIENT_AUTH],
    };
    if !purposes.is_empty() {
        let purposes: Vec<u8> = purposes.iter().flat_map(|oid| der::tlv(der::OBJECT_IDENTIFIER, oid)).collect();
        list.push(extension(EXTENDED_KEY_USAGE, false, &der::tlv(der::SEQUENCE, &purposes)));
    }
    let constraints = if authority_usage { der::tlv(der::BOOLEAN, &[0xff]) } else { Vec::new() };
    list.push(extension(BASIC_CONSTRAINTS, true, &der::tlv(der::SEQUENCE, &constraints)));
    if authority_usage {
        list.push(extension(SUBJECT_KEY_ID, false, &der::tlv(der::OCTET_STRING, &key_id(public_key))));
    }
    if let Some(id) = authority {
        list.push(extension(AUTHORITY_KEY_ID, false, &der::nest(der::SEQUENCE, &[&der::tlv(0x80, id)])));
    }
    let names = alternative_names(template);
    if !names.is_empty() {
        list.push(extension(ALTERNATIVE_NAMES, false, &der::tlv(der::SEQUENCE, &names)));
    }
    der::nest(0xa3, &[&der::tlv(der::SEQUENCE, &list.concat())])
}

fn extension(oid: &[u8], critical: bool, value: &[u8]) -> Vec<u8> {
    let mark = if critical { der::tlv(der::BOOLEAN, &[0xff]) } else { Vec::new() };
    der::nest(der::SEQUENCE, &[&der::tlv(der::OBJECT_IDENTIFIER, oid), &mark, &der::tlv(der::OCTET_STRING, value)])
}

fn alternative_names(template: &Template) -> Vec<u8> {
    let mut names = Vec::new();
    for dns in &template.dns {
        names.extend(der::tlv(0x82, dns.as_bytes()));
    }
    for ip in &template.ips {
        names.extend(match ip {
            IpAddr::V4(four) => der::tlv(0x87, &four.octets()),
            IpAddr::V6(six) => der::tlv(0x87, &six.octets()),
        });
    }
    names
}

fn key_id(public_key: &[u8]) -> Vec<u8> {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, public_key);
    digest.as_ref()[..KEY_ID_BYTES].to_vec()
}

#[cfg(test)]
mod tests;

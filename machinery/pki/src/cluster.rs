//! The keys and certificates with which an API server starts: read from disk, or made at the first start, under kubeadm's file names
//! (`pki/ca.crt`, `pki/apiserver.crt`, ...) and with its subjects, so that either tool can go on where the other left off.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};

use sys::Sys;
use x509::{Certificate, CertificateDer, Purpose, Roots, Validity, verify_chain};

use crate::{Issuer, Key, KeyPair, PkiError, Subject, Template, Usage};

const DAY: i64 = 24 * 60 * 60;
/// Lifetimes and back-dating as in kubeadm (`constants/constants.go`): clocks of other machines may be a little behind.
const AUTHORITY_LIFETIME: i64 = 10 * 365 * DAY;
const LEAF_LIFETIME: i64 = 365 * DAY;
const BACKDATE: i64 = 5 * 60;
/// A server certificate that ends sooner than this is replaced at start: long before clients notice, and long enough after a
/// restart that nobody is surprised.
const RENEW_BEFORE: i64 = 30 * DAY;

const KEY_MODE: u32 = 0o600;
const CERTIFICATE_MODE: u32 = 0o644;
const DIRECTORY_MODE: u32 = 0o755;

/// The group that may do anything, without any policy (apiserver `user.SystemPrivilegedGroup`).
const PRIVILEGED_GROUP: &str = "system:masters";
/// The administrator's name (kubeadm `phases/kubeconfig`).
const ADMINISTRATOR: &str = "kubernetes-admin";

/// What a server is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerNames {
    /// DNS names.
    pub dns: Vec<String>,
    /// Addresses.
    pub ips: Vec<IpAddr>,
}

impl ServerNames {
    /// Names of an API server: the service `kubernetes` inside the cluster (at `service_ip`, under the cluster's DNS `domain`), and
    /// this machine. Add to the lists what else the server is called.
    #[must_use]
    pub fn api_server(service_ip: IpAddr, domain: &str) -> Self {
        let mut dns: Vec<String> =
            ["kubernetes", "kubernetes.default", "kubernetes.default.svc"].iter().map(|n| (*n).to_owned()).collect();
        if !domain.is_empty() {
            dns.push(format!("kubernetes.default.svc.{domain}"));
        }
        dns.push("localhost".to_owned());
        Self { dns, ips: vec![service_ip, Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()] }
    }

    /// Whether a certificate covers all of them.
    fn covered_by(&self, certificate: &Certificate) -> bool {
        certificate.sans().is_ok_and(|sans| {
            self.dns.iter().all(|name| sans.dns.contains(name)) && self.ips.iter().all(|ip| sans.ips.contains(ip))
        })
    }
}

/// A cluster's authority and its API server's key pair.
#[derive(Clone, Debug)]
pub struct ClusterPki {
    authority: Authority,
    server: KeyPair,
    created: Vec<PathBuf>,
}

/// The authority; without its key (kept elsewhere) it can be believed but issues nothing.
#[derive(Clone, Debug)]
enum Authority {
    Full(Issuer),
    CertificateOnly(CertificateDer<'static>),
}

impl Authority {
    fn certificate(&self) -> &CertificateDer<'static> {
        match self {
            Self::Full(issuer) => issuer.certificate(),
            Self::CertificateOnly(certificate) => certificate,
        }
    }

    fn issuer(&self) -> Result<&Issuer, PkiError> {
        match self {
            Self::Full(issuer) => Ok(issuer),
            Self::CertificateOnly(_) => Err(PkiError::Content {
                path: "ca.key".to_owned(),
                reason: "the authority's key is not here, so no certificate can be issued".to_owned(),
            }),
        }
    }
}

impl ClusterPki {
    /// Makes everything new and keeps it in memory.
    ///
    /// # Errors
    /// When the library refuses to sign.
    pub fn in_memory(sys: &Sys, names: &ServerNames) -> Result<Self, PkiError> {
        let authority = new_authority(sys, Key::generate(&*sys.entropy))?;
        let server = new_server(sys, &authority, names)?;
        Ok(Self { authority: Authority::Full(authority), server, created: Vec::new() })
    }

    /// Reads the folder `dir`, and makes what is missing there. The API server's certificate is replaced when it does not cover
    /// `names`, ends soon, or is not by this authority; the authority itself never is.
    ///
    /// # Errors
    /// When a file cannot be read or written or does not fit the others, when the authority has expired, or when a certificate has
    /// to be made and the authority's key is not there.
    pub fn open(sys: &Sys, dir: &Path, names: &ServerNames) -> Result<Self, PkiError> {
        let folder = Folder { sys, dir };
        sys.disk.create_dir(dir, DIRECTORY_MODE).map_err(|e| file_error(dir, e))?;
        let mut created = Vec::new();
        let authority = match folder.authority()? {
            Some(found) => found,
            None => {
                // A key without its certificate is what a crash during the first start leaves behind.
                let key = folder.key("ca.key")?.unwrap_or_else(|| Key::generate(&*sys.entropy));
                let made = new_authority(sys, key)?;
                created.extend(folder.store("ca", std::slice::from_ref(made.certificate()), made.key())?);
                Authority::Full(made)
            }
        };
        let server = match folder.server(&authority, names)? {
            Some(found) => found,
            None => {
                let made = new_server(sys, authority.issuer()?, names)?;
                created.extend(folder.store("apiserver", &made.chain, &made.key)?);
                made
            }
        };
        Ok(Self { authority, server, created })
    }

    /// The authority's certificate.
    #[must_use]
    pub fn authority(&self) -> &CertificateDer<'static> {
        self.authority.certificate()
    }

    /// The authority's certificate as PEM text.
    #[must_use]
    pub fn authority_pem(&self) -> String {
        x509::certificates_to_pem(std::slice::from_ref(self.authority()))
    }

    /// The authority with its key, to issue certificates.
    ///
    /// # Errors
    /// When the key is not there.
    pub fn issuer(&self) -> Result<&Issuer, PkiError> {
        self.authority.issuer()
    }

    /// The API server's key pair.
    #[must_use]
    pub fn server(&self) -> &KeyPair {
        &self.server
    }

    /// Files that were written by [`ClusterPki::open`].
    #[must_use]
    pub fn created(&self) -> &[PathBuf] {
        &self.created
    }

    /// A key pair with which a user of this name and these groups presents itself, valid for a year.
    ///
    /// # Errors
    /// When the authority's key is not there.
    pub fn client(&self, sys: &Sys, subject: Subject) -> Result<KeyPair, PkiError> {
        leaf(sys, self.issuer()?, subject, ServerNames::default(), Usage::Client)
    }

    /// A key pair for the administrator of a local cluster, who may do anything.
    ///
    /// # Errors
    /// When the authority's key is not there.
    pub fn administrator(&self, sys: &Sys) -> Result<KeyPair, PkiError> {
        let organizations = vec![PRIVILEGED_GROUP.to_owned()];
        self.client(sys, Subject { common_name: ADMINISTRATOR.to_owned(), organizations })
    }
}

fn new_authority(sys: &Sys, key: Key) -> Result<Issuer, PkiError> {
    let from = sys.clock.wall().seconds() - BACKDATE;
    let subject = Subject { common_name: "kubernetes".to_owned(), organizations: Vec::new() };
    Issuer::self_signed(&*sys.entropy, key, subject, Validity { from, to: from + AUTHORITY_LIFETIME })
}

fn new_server(sys: &Sys, issuer: &Issuer, names: &ServerNames) -> Result<KeyPair, PkiError> {
    let subject = Subject { common_name: "kube-apiserver".to_owned(), organizations: Vec::new() };
    leaf(sys, issuer, subject, names.clone(), Usage::Server)
}

fn leaf(sys: &Sys, issuer: &Issuer, subject: Subject, names: ServerNames, usage: Usage) -> Result<KeyPair, PkiError> {
    let from = sys.clock.wall().seconds() - BACKDATE;
    let to = (from + LEAF_LIFETIME).min(issuer.validity().to);
    let template = Template { subject, dns: names.dns, ips: names.ips, usage, validity: Validity { from, to } };
    let (certificate, key) = issuer.issue(&*sys.entropy, &template)?;
    Ok(KeyPair { chain: vec![certificate], key })
}

fn file_error(path: &Path, source: std::io::Error) -> PkiError {
    PkiError::File { path: path.display().to_string(), source }
}

fn content_error(path: &Path, reason: impl ToString) -> PkiError {
    PkiError::Content { path: path.display().to_string(), reason: reason.to_string() }
}

struct Folder<'a> {
    sys: &'a Sys,
    dir: &'a Path,
}

impl Folder<'_> {
    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, PkiError> {
        let path = self.dir.join(name);
        match self.sys.disk.read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(file_error(&path, e)),
        }
    }

    fn certificates(&self, name: &str) -> Result<Option<Vec<CertificateDer<'static>>>, PkiError> {
        let Some(text) = self.read(name)? else { return Ok(None) };
        x509::certificates_from_pem(&text).map(Some).map_err(|e| content_error(&self.dir.join(name), e))
    }

    fn key(&self, name: &str) -> Result<Option<Key>, PkiError> {
        let Some(text) = self.read(name)? else { return Ok(None) };
        Key::from_pem(&text).map(Some).map_err(|e| content_error(&self.dir.join(name), e))
    }

    fn authority(&self) -> Result<Option<Authority>, PkiError> {
        let path = self.dir.join("ca.crt");
        let Some(list) = self.certificates("ca.crt")? else { return Ok(None) };
        let certificate = list.into_iter().next().ok_or_else(|| content_error(&path, "empty"))?;
        let read = Certificate::parse(&certificate).map_err(|e| content_error(&path, e))?;
        if !read.is_ca().unwrap_or(false) {
            return Err(content_error(&path, "not the certificate of an authority"));
        }
        if !read.validity().contains(self.sys.clock.wall().seconds()) {
            return Err(content_error(&path, "the authority's certificate has expired or is not valid yet"));
        }
        let Some(key) = self.key("ca.key")? else { return Ok(Some(Authority::CertificateOnly(certificate))) };
        let issuer = Issuer::new(certificate, key).map_err(|e| content_error(&self.dir.join("ca.key"), e))?;
        Ok(Some(Authority::Full(issuer)))
    }

    /// The server's key pair, if it is still good.
    fn server(&self, authority: &Authority, names: &ServerNames) -> Result<Option<KeyPair>, PkiError> {
        let (Some(chain), Some(key)) = (self.certificates("apiserver.crt")?, self.key("apiserver.key")?) else {
            return Ok(None);
        };
        let path = self.dir.join("apiserver.crt");
        let own = chain.first().ok_or_else(|| content_error(&path, "empty"))?;
        let certificate = Certificate::parse(own).map_err(|e| content_error(&path, e))?;
        let now = self.sys.clock.wall().seconds();
        let roots = Roots::new(std::slice::from_ref(authority.certificate())).map_err(|e| content_error(&path, e))?;
        let good = certificate.public_key_der().is_ok_and(|public| public == key.public_der())
            && verify_chain(&chain, &roots, now, Purpose::Server).is_ok();
        let fitting = names.covered_by(&certificate) && certificate.validity().to - now > RENEW_BEFORE;
        // Without the authority's key nothing better can be made: what is valid is used until it no longer is.
        let keep = good && (fitting || authority.issuer().is_err());
        Ok(keep.then_some(KeyPair { chain, key }))
    }

    /// Key first: a crash in between leaves no certificate without its key.
    fn store(&self, name: &str, chain: &[CertificateDer<'_>], key: &Key) -> Result<[PathBuf; 2], PkiError> {
        let (key_path, path) = (self.dir.join(format!("{name}.key")), self.dir.join(format!("{name}.crt")));
        self.sys.disk.write(&key_path, key.to_pem().as_bytes(), KEY_MODE).map_err(|e| file_error(&key_path, e))?;
        let text = x509::certificates_to_pem(chain);
        self.sys.disk.write(&path, text.as_bytes(), CERTIFICATE_MODE).map_err(|e| file_error(&path, e))?;
        Ok([key_path, path])
    }
}

#[cfg(test)]
mod tests;

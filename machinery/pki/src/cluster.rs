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
/// A certificate of which less than a third, or less than this, is left is replaced at start: long before clients notice, and long
/// enough after a restart that nobody is surprised.
const RENEW_BEFORE: i64 = 30 * DAY;
/// An authority that ends sooner than this is warned of: from then on what it issues ends sooner than usual as well.
const WARN_BEFORE: i64 = LEAF_LIFETIME;

/// What to do about a lost or damaged authority. It is never made anew behind the operator's back: no client would believe it.
const RESTORE: &str =
    "restore it from a backup; or, to begin anew with an authority that no client knows yet, move its folder away";
/// What to do about a damaged server certificate or key.
const REMAKE: &str = "remove apiserver.crt and apiserver.key to have them made anew";

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
    CertificateOnly {
        certificate: CertificateDer<'static>,
        /// Where the key would be.
        key: PathBuf,
    },
}

impl Authority {
    fn certificate(&self) -> &CertificateDer<'static> {
        match self {
            Self::Full(issuer) => issuer.certificate(),
            Self::CertificateOnly { certificate, .. } => certificate,
        }
    }

    /// Whether a certificate's end is near, and a new one would last longer.
    fn renews(&self, certificate: &Certificate, now: i64) -> bool {
        let Self::Full(issuer) = self else { return false };
        let Validity { from, to } = certificate.validity();
        to - now < ((to - from) / 3).max(RENEW_BEFORE) && (now + LEAF_LIFETIME - BACKDATE).min(issuer.validity().to) > to
    }

    fn issuer(&self) -> Result<&Issuer, PkiError> {
        match self {
            Self::Full(issuer) => Ok(issuer),
            Self::CertificateOnly { key, .. } => {
                Err(content_error(key, "the authority's key is not here, so no certificate can be issued"))
            }
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
                folder.refuse_if_authority_was_lost()?;
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

    /// The administrator's key pair that was made before, if it is one of this authority and its end is not near; else a new one.
    ///
    /// # Errors
    /// When a new one is needed and the authority's key is not there.
    pub fn administrator_again(&self, sys: &Sys, before: Option<KeyPair>) -> Result<KeyPair, PkiError> {
        match before.filter(|pair| self.is_good_administrator(pair, sys.clock.wall().seconds())) {
            Some(pair) => Ok(pair),
            None => self.administrator(sys),
        }
    }

    fn is_good_administrator(&self, pair: &KeyPair, now: i64) -> bool {
        let Some(own) = pair.chain.first().and_then(|own| Certificate::parse(own).ok()) else { return false };
        let Ok(roots) = Roots::new(std::slice::from_ref(self.authority())) else { return false };
        let is_administrator = own.subject().is_ok_and(|subject| {
            subject.common_name == ADMINISTRATOR && subject.organizations.iter().any(|group| group == PRIVILEGED_GROUP)
        });
        is_administrator && fits(&pair.chain, &own, &pair.key, &roots, now, Purpose::Client) && !self.authority.renews(&own, now)
    }

    /// When the authority ends (seconds since 1970), if that is so soon that somebody must act.
    #[must_use]
    pub fn authority_ends_soon(&self, sys: &Sys) -> Option<i64> {
        let end = Certificate::parse(self.authority()).ok()?.validity().to;
        (end - sys.clock.wall().seconds() < WARN_BEFORE).then_some(end)
    }
}

/// Whether a chain is valid for a purpose and the key belongs to it.
fn fits(chain: &[CertificateDer<'_>], own: &Certificate, key: &Key, roots: &Roots, now: i64, purpose: Purpose) -> bool {
    own.public_key_der().is_ok_and(|public| public == key.public_der()) && verify_chain(chain, roots, now, purpose).is_ok()
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

pub(crate) fn file_error(path: &Path, source: std::io::Error) -> PkiError {
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
        x509::certificates_from_pem(&text).map(Some).map_err(|e| self.damaged(name, e))
    }

    fn key(&self, name: &str) -> Result<Option<Key>, PkiError> {
        let Some(text) = self.read(name)? else { return Ok(None) };
        if text.trim_ascii().is_empty() {
            return Err(self.damaged(name, "the file is empty"));
        }
        Key::from_pem(&text).map(Some).map_err(|e| self.damaged(name, e))
    }

    /// What is wrong with a file, and what to do about it.
    fn damaged(&self, name: &str, what: impl std::fmt::Display) -> PkiError {
        let remedy = if name.starts_with("ca.") { RESTORE } else { REMAKE };
        content_error(&self.dir.join(name), format!("{what}; {remedy}"))
    }

    /// A folder with a server's certificate or key once had an authority.
    fn refuse_if_authority_was_lost(&self) -> Result<(), PkiError> {
        for name in ["apiserver.crt", "apiserver.key"] {
            if self.read(name)?.is_some() {
                return Err(self.damaged("ca.crt", format_args!("missing, although {name} is there")));
            }
        }
        Ok(())
    }

    fn authority(&self) -> Result<Option<Authority>, PkiError> {
        const CERTIFICATE: &str = "ca.crt";
        let Some(certificate) = self.certificates(CERTIFICATE)?.into_iter().flatten().next() else { return Ok(None) };
        let read = Certificate::parse(&certificate).map_err(|e| self.damaged(CERTIFICATE, e))?;
        if !read.is_ca().unwrap_or(false) {
            return Err(self.damaged(CERTIFICATE, "not the certificate of an authority"));
        }
        let (Validity { from, to }, now) = (read.validity(), self.sys.clock.wall().seconds());
        if now > to {
            return Err(self.damaged(CERTIFICATE, "the authority's certificate has expired"));
        }
        if now < from {
            return Err(content_error(
                &self.dir.join(CERTIFICATE),
                "the authority's certificate is not valid yet; is the clock right?",
            ));
        }
        let Some(key) = self.key("ca.key")? else {
            return Ok(Some(Authority::CertificateOnly { certificate, key: self.dir.join("ca.key") }));
        };
        let issuer = Issuer::new(certificate, key).map_err(|e| self.damaged("ca.key", e))?;
        Ok(Some(Authority::Full(issuer)))
    }

    /// The server's key pair, if it is still good.
    fn server(&self, authority: &Authority, names: &ServerNames) -> Result<Option<KeyPair>, PkiError> {
        const CERTIFICATE: &str = "apiserver.crt";
        let (Some(chain), Some(key)) = (self.certificates(CERTIFICATE)?, self.key("apiserver.key")?) else {
            return Ok(None);
        };
        let Some(own) = chain.first() else { return Ok(None) };
        let certificate = Certificate::parse(own).map_err(|e| self.damaged(CERTIFICATE, e))?;
        let now = self.sys.clock.wall().seconds();
        let roots = Roots::new(std::slice::from_ref(authority.certificate())).map_err(|e| self.damaged("ca.crt", e))?;
        // Without the authority's key nothing better can be made: what is valid is used until it no longer is.
        let keep = fits(&chain, &certificate, &key, &roots, now, Purpose::Server)
            && (authority.issuer().is_err() || (names.covered_by(&certificate) && !authority.renews(&certificate, now)));
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

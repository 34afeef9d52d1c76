//! Reads the current context of a kubeconfig file and writes the reference server's.
//!
//! Called by `diff`, `reference` and `scenario`. Knows the credentials that the two servers use (client certificate or bearer
//! token, inline or in a file) and refuses anything else instead of guessing.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

/// What the current context of a kubeconfig says about reaching a server.
pub struct Access {
    /// Server address, such as `https://127.0.0.1:6443`.
    pub server: String,
    /// PEM bundle of the authorities that the server's certificate may come from.
    pub authorities: Vec<u8>,
    /// PEM client certificate chain and private key.
    pub certificate: Option<(Vec<u8>, Vec<u8>)>,
    /// Bearer token.
    pub token: Option<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default, rename = "current-context")]
    current_context: String,
    #[serde(default)]
    clusters: Vec<Named<Cluster>>,
    #[serde(default)]
    contexts: Vec<Named<Context>>,
    #[serde(default)]
    users: Vec<Named<User>>,
}

#[derive(Deserialize)]
struct Named<T> {
    name: String,
    #[serde(alias = "cluster", alias = "context", alias = "user")]
    value: T,
}

#[derive(Deserialize)]
struct Context {
    cluster: String,
    user: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Cluster {
    server: String,
    certificate_authority: Option<PathBuf>,
    certificate_authority_data: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct User {
    client_certificate: Option<PathBuf>,
    client_certificate_data: Option<String>,
    client_key: Option<PathBuf>,
    client_key_data: Option<String>,
    token: Option<String>,
}

/// Reads the current context of the kubeconfig at `path`.
pub fn read(path: &Path) -> Result<Access> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read kubeconfig {}", path.display()))?;
    let base = path.parent().unwrap_or(Path::new("."));
    parse(&text, base).with_context(|| format!("kubeconfig {}", path.display()))
}

fn parse(text: &str, base: &Path) -> Result<Access> {
    let file: File = serde_saphyr::from_str(text).map_err(|error| anyhow::anyhow!("{error}"))?;
    let context = find(&file.contexts, &file.current_context).context("current-context names no context")?;
    let cluster = find(&file.clusters, &context.cluster).context("the context's cluster is not in the file")?;
    let user = find(&file.users, &context.user).context("the context's user is not in the file")?;
    let load = |data: &Option<String>, path: &Option<PathBuf>| -> Result<Option<Vec<u8>>> {
        match (data, path) {
            (Some(data), _) => STANDARD.decode(data).map(Some).context("a *-data field is not base64"),
            (None, Some(path)) => {
                let path = base.join(path);
                std::fs::read(&path).map(Some).with_context(|| format!("cannot read {}", path.display()))
            }
            (None, None) => Ok(None),
        }
    };
    let authorities = load(&cluster.certificate_authority_data, &cluster.certificate_authority)?;
    let certificate = load(&user.client_certificate_data, &user.client_certificate)?;
    let key = load(&user.client_key_data, &user.client_key)?;
    let certificate = match (certificate, key) {
        (Some(certificate), Some(key)) => Some((certificate, key)),
        (None, None) => None,
        _ => bail!("client certificate and key must be given together"),
    };
    if certificate.is_none() && user.token.is_none() {
        bail!("the user has neither a client certificate nor a token");
    }
    let authorities = authorities.context("the cluster has no certificate authority")?;
    Ok(Access { server: cluster.server.clone(), authorities, certificate, token: user.token.clone() })
}

fn find<'a, T>(list: &'a [Named<T>], name: &str) -> Option<&'a T> {
    list.iter().find(|entry| entry.name == name).map(|entry| &entry.value)
}

/// Text of a kubeconfig with one user that authenticates by bearer token.
pub(crate) fn with_token(server: &str, authorities: &[u8], token: &str) -> String {
    let authorities = STANDARD.encode(authorities);
    format!(
        "apiVersion: v1
kind: Config
current-context: reference
contexts:
- name: reference
  context: {{cluster: reference, user: admin}}
clusters:
- name: reference
  cluster:
    server: {server}
    certificate-authority-data: {authorities}
users:
- name: admin
  user:
    token: {token}
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let access = parse(&with_token("https://10.0.0.1:6443", b"pem", "secret"), Path::new(".")).unwrap();
        assert_eq!(access.server, "https://10.0.0.1:6443");
        assert_eq!(access.authorities, b"pem");
        assert_eq!(access.token.as_deref(), Some("secret"));
        assert!(access.certificate.is_none());
    }

    #[test]
    fn refuses_half_a_credential() {
        let text = with_token("https://h:1", b"pem", "t").replace("token: t", "client-certificate-data: cGVt");
        let error = parse(&text, Path::new(".")).err().unwrap().to_string();
        assert!(error.contains("together"), "{error}");
    }
}

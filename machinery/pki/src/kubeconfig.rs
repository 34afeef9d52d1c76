//! Kubeconfig files: adding one cluster's entries to a file without losing anybody else's, and reading entries back.
//!
//! The content is kept as generic data, so that fields which this program does not know survive; comments do not, as with kubectl.
//! Keys are written in alphabetical order, which is also kubectl's.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sys::{Disk, Sys};

use crate::{KeyPair, PkiError};

/// The file holds private keys.
const MODE: u32 = 0o600;
/// Missing folders on the way to the file; as kubectl makes `~/.kube`.
const DIRECTORY_MODE: u32 = 0o750;

/// What one cluster contributes to a kubeconfig file.
#[derive(Clone, Debug)]
pub struct Access<'a> {
    /// The cluster's entry, such as `kubernetes`.
    pub cluster: &'a str,
    /// Its API server, such as `https://127.0.0.1:6443`.
    pub server: &'a str,
    /// The authority behind the server's certificate, as PEM text.
    pub authority_pem: &'a str,
    /// The user's name; the entry's name as well. The context is called `user@cluster`, as kubeadm does.
    pub user: &'a str,
    /// The user's certificate and key.
    pub pair: &'a KeyPair,
}

impl Access<'_> {
    /// The name of the context.
    #[must_use]
    pub fn context(&self) -> String {
        format!("{}@{}", self.user, self.cluster)
    }
}

/// A kubeconfig file's content.
#[derive(Clone, Debug, PartialEq)]
pub struct Kubeconfig {
    root: Map<String, Value>,
}

impl Default for Kubeconfig {
    fn default() -> Self {
        let mut root = Map::new();
        root.insert("apiVersion".to_owned(), json!("v1"));
        root.insert("kind".to_owned(), json!("Config"));
        Self { root }
    }
}

impl Kubeconfig {
    /// Reads YAML or JSON. An empty text is an empty configuration.
    ///
    /// # Errors
    /// Says what is wrong with a text that is not a kubeconfig file.
    pub fn parse(text: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(text).map_err(|e| e.to_string())?;
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        let root: Value = serde_saphyr::from_str(text).map_err(|e| e.to_string())?;
        match root {
            Value::Null => Ok(Self::default()),
            Value::Object(root) if root.get("kind").is_none_or(|kind| kind == "Config") => Ok(Self { root }),
            _ => Err("not a kubeconfig file".to_owned()),
        }
    }

    /// Writes YAML.
    ///
    /// # Errors
    /// When the library cannot write it.
    pub fn to_yaml(&self) -> Result<String, String> {
        // One line for each value, as kubectl writes them: folded blocks are beyond some of the simpler readers.
        let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
        serde_saphyr::to_string_with_options(&self.root, options).map_err(|e| e.to_string())
    }

    /// Adds or replaces the cluster, the user and the context of `access`, and makes the context the current one. Entries of other
    /// names, and unknown fields of the replaced ones' neighbours, stay.
    ///
    /// # Errors
    /// When the file has something else where the entries belong.
    pub fn add(&mut self, access: &Access<'_>) -> Result<(), String> {
        let data = |text: &str| STANDARD.encode(text.as_bytes());
        let cluster = json!({"certificate-authority-data": data(access.authority_pem), "server": access.server});
        let user = json!({
            "client-certificate-data": data(&x509::certificates_to_pem(&access.pair.chain)),
            "client-key-data": data(&access.pair.key.to_pem()),
        });
        let context = access.context();
        self.put("clusters", access.cluster, "cluster", cluster)?;
        self.put("users", access.user, "user", user)?;
        self.put("contexts", &context, "context", json!({"cluster": access.cluster, "user": access.user}))?;
        self.root.insert("current-context".to_owned(), Value::String(context));
        Ok(())
    }

    fn put(&mut self, list: &str, name: &str, field: &str, content: Value) -> Result<(), String> {
        let entries = self.root.entry(list).or_insert(Value::Null);
        if entries.is_null() {
            *entries = Value::Array(Vec::new());
        }
        let Value::Array(entries) = entries else { return Err(format!("{list} is not a list")) };
        let entry = json!({"name": name, field: content});
        match entries.iter_mut().find(|e| e.get("name").and_then(Value::as_str) == Some(name)) {
            Some(old) => *old = entry,
            None => entries.push(entry),
        }
        Ok(())
    }

    /// The name of the current context.
    #[must_use]
    pub fn current_context(&self) -> Option<&str> {
        self.root.get("current-context")?.as_str()
    }

    /// The content of the entry `name` in `clusters`, `users` or `contexts`.
    #[must_use]
    pub fn entry(&self, list: &str, name: &str) -> Option<&Map<String, Value>> {
        let entries = self.root.get(list)?.as_array()?;
        let entry = entries.iter().find(|e| e.get("name").and_then(Value::as_str) == Some(name))?;
        entry.get(list.strip_suffix('s')?)?.as_object()
    }
}

/// Adds `access` to the file `path` in one step (a reader sees the old or the new file), readable by its owner only.
///
/// # Errors
/// When the file cannot be read or written, or holds something that is not a kubeconfig: it is then left alone.
pub fn merge_into_file(sys: &Sys, path: &Path, access: &Access<'_>) -> Result<(), PkiError> {
    let disk: &dyn Disk = &*sys.disk;
    let shown = || path.display().to_string();
    let file = |source| PkiError::File { path: shown(), source };
    let content = |reason| PkiError::Content { path: shown(), reason };
    let mut config = match disk.read(path) {
        Ok(text) => Kubeconfig::parse(&text).map_err(content)?,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            if let Some(parent) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
                disk.create_dir(parent, DIRECTORY_MODE).map_err(file)?;
            }
            Kubeconfig::default()
        }
        Err(e) => return Err(file(e)),
    };
    config.add(access).map_err(content)?;
    let text = config.to_yaml().map_err(content)?;
    disk.write(path, text.as_bytes(), MODE).map_err(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ClusterPki, ServerNames};
    use sys::sim::Sim;

    const OTHERS: &str = r#"
apiVersion: v1
kind: Config
preferences: {colors: true}
clusters:
- name: other
  cluster: {server: "https://other:6443", tls-server-name: x}
- name: kubernetes
  cluster: {server: "https://old:6443"}
users:
- name: other
  user: {token: "0123", password: "1e3", username: "yes", as: "null"}
contexts: null
current-context: other
"#;

    struct World {
        sys: Sys,
        pki: ClusterPki,
        pair: KeyPair,
    }

    fn world() -> World {
        let sys = Sim::new(1).sys();
        let pki = ClusterPki::in_memory(&sys, &ServerNames::default()).unwrap();
        let pair = pki.administrator(&sys).unwrap();
        World { sys, pki, pair }
    }

    fn merge(world: &World, path: &str, server: &str) -> Result<(), PkiError> {
        let authority_pem = world.pki.authority_pem();
        let pair = &world.pair;
        let access = Access { cluster: "kubernetes", server, authority_pem: &authority_pem, user: "kubernetes-admin", pair };
        merge_into_file(&world.sys, Path::new(path), &access)
    }

    fn read(world: &World, path: &str) -> Kubeconfig {
        Kubeconfig::parse(&world.sys.disk.read(Path::new(path)).unwrap()).unwrap()
    }

    #[test]
    fn a_new_file_has_what_a_client_needs() {
        let world = world();
        merge(&world, "/home/.kube/config", "https://127.0.0.1:6443").unwrap();
        let config = read(&world, "/home/.kube/config");
        assert_eq!(config.current_context(), Some("kubernetes-admin@kubernetes"));
        let user = config.entry("users", "kubernetes-admin").unwrap();
        let pem = STANDARD.decode(user["client-certificate-data"].as_str().unwrap()).unwrap();
        let chain = x509::certificates_from_pem(&pem).unwrap();
        let subject = x509::Certificate::parse(&chain[0]).unwrap().subject().unwrap();
        assert_eq!(
            (subject.common_name.as_str(), subject.organizations.as_slice()),
            ("kubernetes-admin", &["system:masters".to_owned()][..])
        );
        let key = STANDARD.decode(user["client-key-data"].as_str().unwrap()).unwrap();
        assert_eq!(crate::Key::from_pem(&key).unwrap().public_der(), world.pair.key.public_der());
        assert_eq!(config.entry("clusters", "kubernetes").unwrap()["server"], "https://127.0.0.1:6443");
        assert_eq!(config.entry("contexts", "kubernetes-admin@kubernetes").unwrap()["cluster"], "kubernetes");
    }

    #[test]
    fn entries_of_others_stay() {
        let world = world();
        world.sys.disk.create_dir(Path::new("/c"), 0o755).unwrap();
        world.sys.disk.write(Path::new("/c/config"), OTHERS.as_bytes(), 0o600).unwrap();
        merge(&world, "/c/config", "https://new:6443").unwrap();
        merge(&world, "/c/config", "https://newer:6443").unwrap();
        let config = read(&world, "/c/config");
        assert_eq!(config.entry("clusters", "other").unwrap()["tls-server-name"], "x");
        assert_eq!(config.entry("clusters", "kubernetes").unwrap()["server"], "https://newer:6443");
        assert_eq!(config.root["clusters"].as_array().unwrap().len(), 2);
        assert_eq!(config.root["contexts"].as_array().unwrap().len(), 1);
        assert_eq!(config.root["preferences"], json!({"colors": true}));
        // Strings that look like something else must come back as strings.
        let expect = json!({"token": "0123", "password": "1e3", "username": "yes", "as": "null"});
        assert_eq!(Value::Object(config.entry("users", "other").unwrap().clone()), expect);
    }

    #[test]
    fn a_file_that_is_something_else_is_left_alone() {
        for text in ["- a list", "kind: Pod", "clusters: 3", "a: [", "\u{0}"] {
            let world = world();
            world.sys.disk.create_dir(Path::new("/c"), 0o755).unwrap();
            world.sys.disk.write(Path::new("/c/config"), text.as_bytes(), 0o600).unwrap();
            assert!(matches!(merge(&world, "/c/config", "https://new"), Err(PkiError::Content { .. })), "{text}");
            assert_eq!(world.sys.disk.read(Path::new("/c/config")).unwrap(), text.as_bytes());
        }
    }
}

//! Kubeconfig files: adding one cluster's entries to a file without losing anybody else's, and reading entries back.
//!
//! The content is kept as generic data, so that fields which this program does not know survive. The text of a file is changed only
//! where the entries stand, so comments and layout survive as well, unless the file is laid out in a way that nothing else writes; then
//! it is written anew, with keys in alphabetical order, as kubectl does with every file.

mod edit;
mod file;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};

pub use file::{Current, Merged, merge_into_file, read};

use crate::{Key, KeyPair};

/// What one cluster contributes to a kubeconfig file.
#[derive(Clone, Debug)]
pub struct Access<'a> {
    /// The cluster's entry, such as `kubernetes`.
    pub cluster: &'a str,
    /// Its API server, such as `https://127.0.0.1:6443`.
    pub server: &'a str,
    /// The authority behind the server's certificate, as PEM text.
    pub authority_pem: &'a str,
    /// The user's entry. Not the user's name alone: somebody else's cluster may have a user of that name.
    pub user: &'a str,
    /// The user's certificate and key.
    pub pair: &'a KeyPair,
    /// The context's entry.
    pub context: &'a str,
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
        let root: Value = serde_saphyr::from_str(text).map_err(|e| format!("not a kubeconfig file: {}", first_line(&e)))?;
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
        yaml(&self.root)
    }

    /// Adds the cluster, the user and the context of `access`, or brings them up to date. Entries of other names stay as they are; of
    /// its own entries stays what does not say where the cluster is and who the user is (a context's namespace, for instance).
    ///
    /// # Errors
    /// When the file has something else where the entries belong.
    pub fn add(&mut self, access: &Access<'_>) -> Result<(), String> {
        let data = |text: &str| STANDARD.encode(text.as_bytes());
        let mut cluster = self.entry("clusters", access.cluster).cloned().unwrap_or_default();
        // Each of them would contradict what comes now.
        for other in ["certificate-authority", "insecure-skip-tls-verify"] {
            cluster.remove(other);
        }
        cluster.insert("certificate-authority-data".to_owned(), json!(data(access.authority_pem)));
        cluster.insert("server".to_owned(), json!(access.server));
        let user = json!({
            "client-certificate-data": data(&x509::certificates_to_pem(&access.pair.chain)),
            "client-key-data": data(&access.pair.key.to_pem()),
        });
        let mut context = self.entry("contexts", access.context).cloned().unwrap_or_default();
        context.insert("cluster".to_owned(), json!(access.cluster));
        context.insert("user".to_owned(), json!(access.user));
        self.put("clusters", access.cluster, "cluster", Value::Object(cluster))?;
        self.put("users", access.user, "user", user)?;
        self.put("contexts", access.context, "context", Value::Object(context))
    }

    fn put(&mut self, list: &str, name: &str, field: &str, content: Value) -> Result<(), String> {
        let entries = self.root.entry(list).or_insert(Value::Null);
        if entries.is_null() {
            *entries = Value::Array(Vec::new());
        }
        let Value::Array(entries) = entries else { return Err(format!("{list} is not a list")) };
        let entry = json!({"name": name, field: content});
        match entries.iter_mut().find(|e| is_named(e, name)) {
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
        let entry = entries.iter().find(|e| is_named(e, name))?;
        entry.get(list.strip_suffix('s')?)?.as_object()
    }

    /// The certificate and key that the user's entry `name` holds; none when it holds none, or damaged ones.
    #[must_use]
    pub fn pair(&self, name: &str) -> Option<KeyPair> {
        let user = self.entry("users", name)?;
        let pem = |field: &str| STANDARD.decode(user.get(field)?.as_str()?).ok();
        let chain = x509::certificates_from_pem(&pem("client-certificate-data")?).ok()?;
        let key = Key::from_pem(&pem("client-key-data")?).ok()?;
        Some(KeyPair { chain, key })
    }
}

fn is_named(entry: &Value, name: &str) -> bool {
    entry.get("name").and_then(Value::as_str) == Some(name)
}

/// One line for each value, as kubectl writes them: folded blocks are beyond some of the simpler readers.
fn yaml(value: &impl serde::Serialize) -> Result<String, String> {
    let options = serde_saphyr::ser_options! { prefer_block_scalars: false };
    serde_saphyr::to_string_with_options(value, options).map_err(|e| e.to_string())
}

/// The library shows the lines around a fault; a message here is one line, and a kubeconfig is full of secrets.
fn first_line(error: &serde_saphyr::Error) -> String {
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default().trim();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

#[cfg(test)]
mod tests;

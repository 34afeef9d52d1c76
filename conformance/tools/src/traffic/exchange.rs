//! One recorded request and its answer, as a line of a traffic file. Written by `proxy`, read by the rest of `traffic`.
//!
//! Traffic files are not committed: cases are made of them, and the reference is asked again for every answer.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A request as the client sent it, and what the server made of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Exchange {
    /// Position by the moment at which the server's answer began to arrive.
    pub(crate) order: u64,
    /// The client's User-Agent.
    pub(crate) client: String,
    /// Whether the client showed the administrator's token.
    pub(crate) admin: bool,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) accept: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) body: Option<Bytes>,
    pub(crate) status: u16,
    pub(crate) answer_type: Option<String>,
    /// The whole body of the answer, without compression; nothing of a watch.
    pub(crate) answer: Bytes,
}

/// Bytes that a file holds in base64.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map(Self).map_err(serde::de::Error::custom)
    }
}

impl Exchange {
    /// Whether the answer is a stream of events.
    pub(crate) fn is_watch(&self) -> bool {
        let query = self.path.split_once('?').map_or("", |(_, query)| query);
        self.method == "GET" && query.split('&').any(|part| matches!(part, "watch=true" | "watch=1"))
    }
}

/// A traffic file that is being written.
pub(super) struct Log(Mutex<File>);

impl Log {
    pub(super) fn create(path: &Path) -> Result<Self> {
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        }
        File::create(path).map(|file| Self(Mutex::new(file))).with_context(|| format!("cannot make {}", path.display()))
    }

    /// Adds an exchange.
    pub(super) fn add(&self, exchange: &Exchange) -> Result<()> {
        let mut line = serde_json::to_vec(exchange).context("an exchange cannot be written as JSON")?;
        line.push(b'\n');
        let mut file = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        file.write_all(&line).context("cannot write to the traffic file")
    }
}

/// Reads a traffic file, in the order of the answers.
pub(super) fn read(path: &Path) -> Result<Vec<Exchange>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = BufReader::new(file).lines();
    let read = |line: std::io::Result<String>| serde_json::from_str::<Exchange>(&line?).context("not an exchange");
    let exchanges: Result<Vec<_>> = lines.map(read).collect();
    let mut exchanges = exchanges.with_context(|| format!("unreadable line in {}", path.display()))?;
    exchanges.sort_by_key(|exchange| exchange.order);
    Ok(exchanges)
}

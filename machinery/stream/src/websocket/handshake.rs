//! The HTTP side: whether a request asks for a WebSocket, and what the server says to it. Called before anything is sent.
//! Source of codes and texts: golang.org/x/net/websocket `hybi.go` and `server.go`; of the first question: k8s.io/streaming
//! `httpstream/wsstream/conn.go`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha1::{Digest, Sha1};

use super::origin;

/// The only version of the protocol; the value of the header that a refused client reads it from.
pub const VERSION: &str = "13";
/// What every server appends to the client's key (RFC 6455, section 1.3).
const GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// The headers of a request that matter here; where one is repeated, the first.
#[derive(Clone, Debug, Default)]
pub struct Request<'a> {
    upgrade: Option<&'a [u8]>,
    connection: Option<&'a [u8]>,
    any_connection_upgrades: bool,
    key: Option<&'a [u8]>,
    version: Option<&'a [u8]>,
    protocols: Option<&'a [u8]>,
    origin: Option<&'a [u8]>,
}

/// What the server answers with status 101.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handshake {
    /// Value of `Sec-WebSocket-Accept`.
    pub accept: String,
    /// Value of `Sec-WebSocket-Protocol`; no header without one.
    pub protocol: Option<Vec<u8>>,
}

/// Why the server does not take the connection over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{status} {text}")]
pub struct Refusal {
    /// HTTP status code.
    pub status: u16,
    /// The whole body.
    pub text: &'static str,
    /// Whether the answer names [`VERSION`] in `Sec-WebSocket-Version`.
    pub names_version: bool,
}

impl Refusal {
    const fn new(status: u16, text: &'static str) -> Self {
        Self { status, text, names_version: false }
    }
}

impl<'a> Request<'a> {
    /// Reads the headers, given as pairs of lower-case name and value.
    pub fn read(headers: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let mut out = Self::default();
        for (name, value) in headers {
            let place = match name {
                "upgrade" => &mut out.upgrade,
                "connection" => {
                    out.any_connection_upgrades |= says_upgrade(value);
                    &mut out.connection
                }
                "sec-websocket-key" => &mut out.key,
                "sec-websocket-version" => &mut out.version,
                "sec-websocket-protocol" => &mut out.protocols,
                "origin" => &mut out.origin,
                _ => continue,
            };
            place.get_or_insert(value);
        }
        out
    }

    /// Whether the request asks for a WebSocket. Upstream looks at this before anything else of the protocol, and serves a request that
    /// asks for something else as if it asked for nothing.
    #[must_use]
    pub fn is_upgrade(&self) -> bool {
        self.upgrade.is_some_and(|value| value.eq_ignore_ascii_case(b"websocket")) && self.any_connection_upgrades
    }

    /// The answer to a client that must say where it comes from (`Origin`) and may name one protocol, whatever it is: upstream's
    /// rules for watches.
    ///
    /// # Errors
    /// What upstream's library refuses: 400 for what is no handshake of this version, or offers a choice of protocols; 403 without
    /// an origin that is a URI.
    pub fn accept(&self) -> Result<Handshake, Refusal> {
        if !self.is_upgrade() || !self.connection.is_some_and(says_upgrade) {
            return Err(Refusal::new(400, "not websocket protocol"));
        }
        let Some(key) = self.key.filter(|key| !key.is_empty()) else {
            return Err(Refusal::new(400, "mismatch challenge/response"));
        };
        if self.version != Some(VERSION.as_bytes()) {
            return Err(Refusal { names_version: true, ..Refusal::new(400, "missing or bad WebSocket Version") });
        }
        if !self.origin.is_some_and(origin::is_uri) {
            return Err(Refusal::new(403, ""));
        }
        let protocols = self.protocols.unwrap_or_default().trim_ascii();
        if protocols.contains(&b',') {
            return Err(Refusal::new(400, ""));
        }
        let protocol = (!protocols.is_empty()).then(|| protocols.to_vec());
        Ok(Handshake { accept: accept_value(key), protocol })
    }
}

fn says_upgrade(value: &[u8]) -> bool {
    value.to_ascii_lowercase().windows(7).any(|window| window == b"upgrade")
}

/// Proves to the client that the server speaks the protocol. The key is any text: upstream does not check that it is 16 bytes in base64.
fn accept_value(key: &[u8]) -> String {
    let mut hash = Sha1::new();
    hash.update(key);
    hash.update(GUID);
    STANDARD.encode(hash.finalize())
}

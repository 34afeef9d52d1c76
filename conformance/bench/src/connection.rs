//! One connection to a server: TLS over a blocking socket, and one request after another on it.
//!
//! Called by the workloads. It reads large pieces and decrypts them where they lie, because on a small machine a client that copies
//! is measured instead of the server. It keeps no body that nobody asked for, follows nothing and retries nothing.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use conformance_tools::http;
use conformance_tools::kubeconfig::Access;
use rustls::ClientConfig;
use rustls::client::UnbufferedClientConnection;
use rustls::unbuffered::{ConnectionState, EncodeError, EncryptError, UnbufferedStatus};
use rustls_pki_types::ServerName;

use crate::answer::Answer;

/// Longest silence before a request counts as failed; far more than the slowest LIST of eight at once.
const SILENCE: Duration = Duration::from_secs(120);

/// Receive buffer of a connection that fetches much. Larger than the record of TLS (16 KiB) so that one read brings several.
const LARGE: usize = 256 << 10;
/// Receive buffer of a watcher, of which there are many: two records.
pub(crate) const SMALL: usize = 40 << 10;

/// A server's address and the credential for it.
pub(crate) struct Endpoint {
    address: String,
    name: ServerName<'static>,
    config: Arc<ClientConfig>,
    token: Option<String>,
    namespace: Option<PathBuf>,
}

impl Endpoint {
    pub(crate) fn new(access: &Access, namespace: Option<PathBuf>) -> Result<Self> {
        let address = access.server.strip_prefix("https://").context("the server has no https address")?;
        let address = address.trim_end_matches('/').to_owned();
        let host = address.rsplit_once(':').map_or(address.as_str(), |(host, _)| host).to_owned();
        let name = ServerName::try_from(host).context("the server's address has no usable host")?;
        Ok(Self { address, name, config: http::tls_config(access, true)?, token: access.token.clone(), namespace })
    }

    /// Bytes of a request: method, path, further header lines, body.
    pub(crate) fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Vec<u8> {
        let mut out = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\nUser-Agent: bench\r\n", self.address);
        if let Some(token) = &self.token {
            out.push_str(&format!("Authorization: Bearer {token}\r\n"));
        }
        for (name, value) in headers {
            out.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(body) = body {
            out.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        out.push_str("\r\n");
        let mut out = out.into_bytes();
        out.extend_from_slice(body.unwrap_or_default());
        out
    }
}

/// What driving a connection came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Everything received has been worked off; more must come.
    Wants,
    /// The same, and a request may be sent.
    Ready,
    Closed,
}

/// A connection after its handshake.
pub(crate) struct Connection {
    tls: UnbufferedClientConnection,
    pub(crate) socket: TcpStream,
    incoming: Vec<u8>,
    /// What has been received and not worked off.
    start: usize,
    end: usize,
    outgoing: Vec<u8>,
}

/// How one request went.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timing {
    pub(crate) whole: Duration,
    /// Until the first byte of the body.
    pub(crate) first_byte: Duration,
    /// Bytes of the body as transferred.
    pub(crate) bytes: u64,
}

impl Connection {
    /// Connects for requests with large answers.
    pub(crate) fn open(endpoint: &Endpoint) -> Result<Self> {
        Self::with_buffer(endpoint, LARGE)
    }

    /// Connects with a receive buffer of this size.
    pub(crate) fn with_buffer(endpoint: &Endpoint, size: usize) -> Result<Self> {
        let socket = http::connect(&endpoint.address, endpoint.namespace.as_deref(), SILENCE)?;
        let tls = UnbufferedClientConnection::new(Arc::clone(&endpoint.config), endpoint.name.clone())?;
        let mut connection = Self { tls, socket, incoming: vec![0; size], start: 0, end: 0, outgoing: Vec::new() };
        while connection.drive(&mut |_| bail!("data before a request"))? != Step::Ready {
            ensure!(connection.fill()? > 0, "the server closed during the handshake");
        }
        Ok(connection)
    }

    /// Sends a request and hands the pieces of the answer's body to `body`.
    pub(crate) fn exchange(&mut self, request: &[u8], mut body: impl FnMut(&[u8])) -> Result<(Answer, Timing)> {
        let begun = Instant::now();
        self.send(request)?;
        let mut answer = Answer::default();
        let (mut first, mut bytes) = (None, 0);
        while !answer.is_done() {
            ensure!(self.fill()? > 0, "the server closed within an answer");
            let step = self.drive(&mut |data| {
                answer.feed(data, &mut |piece| {
                    first.get_or_insert_with(|| begun.elapsed());
                    bytes += piece.len() as u64;
                    body(piece);
                })
            })?;
            ensure!(step != Step::Closed || answer.is_done(), "the server closed within an answer");
        }
        let whole = begun.elapsed();
        Ok((answer, Timing { whole, first_byte: first.unwrap_or(whole), bytes }))
    }

    /// Encrypts and sends.
    pub(crate) fn send(&mut self, plain: &[u8]) -> Result<()> {
        let received = self.incoming.get_mut(self.start..self.end).unwrap_or_default();
        let UnbufferedStatus { discard, state, .. } = self.tls.process_tls_records(received);
        let ConnectionState::WriteTraffic(mut traffic) = state? else { bail!("the connection cannot take a request now") };
        let length = loop {
            match traffic.encrypt(plain, &mut self.outgoing) {
                Ok(length) => break length,
                Err(EncryptError::InsufficientSize(short)) => self.outgoing.resize(short.required_size, 0),
                Err(error) => return Err(error.into()),
            }
        };
        self.start += discard;
        self.socket.write_all(self.outgoing.get(..length).unwrap_or_default()).context("cannot send")
    }

    /// Reads once from the socket; 0 at its end. A socket that would block says so as an error of that kind.
    pub(crate) fn fill(&mut self) -> std::io::Result<usize> {
        if self.start > 0 {
            self.incoming.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
        }
        let free = self.incoming.get_mut(self.end..).unwrap_or_default();
        let read = loop {
            match self.socket.read(free) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.end += read;
        Ok(read)
    }

    /// Works off what has been received, handing plain text to `sink`.
    pub(crate) fn drive(&mut self, sink: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<Step> {
        loop {
            let received = self.incoming.get_mut(self.start..self.end).unwrap_or_default();
            let UnbufferedStatus { mut discard, state, .. } = self.tls.process_tls_records(received);
            let step = match state? {
                ConnectionState::ReadTraffic(mut traffic) => {
                    while let Some(record) = traffic.next_record() {
                        let record = record?;
                        discard += record.discard;
                        sink(record.payload)?;
                    }
                    None
                }
                ConnectionState::EncodeTlsData(mut data) => {
                    let used = self.outgoing.len();
                    self.outgoing.resize(used + 1024, 0);
                    let length = loop {
                        match data.encode(self.outgoing.get_mut(used..).unwrap_or_default()) {
                            Ok(length) => break length,
                            Err(EncodeError::InsufficientSize(short)) => self.outgoing.resize(used + short.required_size, 0),
                            Err(error) => return Err(error.into()),
                        }
                    };
                    self.outgoing.truncate(used + length);
                    None
                }
                ConnectionState::TransmitTlsData(data) => {
                    self.socket.write_all(&self.outgoing)?;
                    self.outgoing.clear();
                    data.done();
                    None
                }
                ConnectionState::BlockedHandshake => Some(Step::Wants),
                ConnectionState::WriteTraffic(_) => Some(Step::Ready),
                ConnectionState::PeerClosed | ConnectionState::Closed => Some(Step::Closed),
                other => bail!("unexpected state of TLS: {other:?}"),
            };
            self.start += discard;
            if let Some(step) = step {
                return Ok(step);
            }
        }
    }
}

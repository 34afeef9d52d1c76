//! A proxy between real clients and the reference server that writes down what passes through it.
//!
//! ```text
//! client -- TLS, HTTP/1.1 --> proxy (in the reference's network namespace) -- a connection per request --> kube-apiserver
//!                               `-> traffic file (exchange)
//! ```
//! Started by `reference` when it is to record. It listens where the server listens, with the server's certificate, changes nothing of
//! requests and answers but the length coding, and passes watches on as they come. It speaks HTTP/1.1 only and upgrades nothing.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::exchange::{Bytes, Exchange, Log};
use crate::http::{self, Identity, Request, Response, Target};

/// Longest silence within an answer: watches of upstream's clients end within ten minutes.
const SILENCE: Duration = Duration::from_secs(900);

/// Longest answer that is kept.
const LONGEST: usize = 8 << 20;

/// Headers that belong to one connection, or that `http` writes by itself.
const OWN: [&str; 5] = ["host", "connection", "content-length", "transfer-encoding", "authorization"];

type Client = BufReader<StreamOwned<ServerConnection, TcpStream>>;

/// What every connection needs.
struct Proxy {
    tls: Arc<ServerConfig>,
    target: Target,
    token: String,
    log: Log,
    answers: AtomicU64,
}

/// Serves on `listener` for as long as this process lives: whatever `token`'s owner asks `target`, and anybody else, goes to `file`.
pub(crate) fn start(listener: TcpListener, certs: &Path, target: Target, token: &str, file: &Path) -> Result<()> {
    let proxy =
        Proxy { tls: tls(certs)?, target, token: format!("Bearer {token}"), log: Log::create(file)?, answers: AtomicU64::new(0) };
    let proxy = Arc::new(proxy);
    std::thread::spawn(move || {
        for socket in listener.incoming().map_while(Result::ok) {
            let proxy = Arc::clone(&proxy);
            std::thread::spawn(move || {
                if let Err(error) = proxy.serve(socket) {
                    eprintln!("warning: recording: {error:#}");
                }
            });
        }
    });
    Ok(())
}

/// The server's own certificate, so that the kubeconfig changes in the port only.
fn tls(certs: &Path) -> Result<Arc<ServerConfig>> {
    let (chain, key) = (certs.join("apiserver.crt"), certs.join("apiserver.key"));
    let chain = CertificateDer::pem_file_iter(&chain).and_then(Iterator::collect).context("unreadable certificate")?;
    let key = PrivateKeyDer::from_pem_file(&key).context("unreadable key")?;
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?.with_no_client_auth();
    let mut config = config.with_single_cert(chain, key).context("unusable certificate")?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// A request as it was read.
struct Incoming {
    method: String,
    path: String,
    /// Names in lower case.
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Incoming {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Proxy {
    fn serve(&self, socket: TcpStream) -> Result<()> {
        socket.set_nodelay(true)?;
        let connection = ServerConnection::new(Arc::clone(&self.tls))?;
        let mut client = BufReader::new(StreamOwned::new(connection, socket));
        // A client that goes away between two requests ends the connection without an error.
        while client.fill_buf().is_ok_and(|buffer| !buffer.is_empty()) {
            let request = read_request(&mut client)?;
            if !self.answer(&request, &mut client)? {
                break;
            }
        }
        Ok(())
    }

    /// Asks the server, passes the answer on and writes both down; returns whether the client is still there.
    fn answer(&self, request: &Incoming, client: &mut Client) -> Result<bool> {
        let admin = request.header("authorization") == Some(&self.token);
        let mut headers: Vec<_> = request.headers.iter().filter(|(name, _)| !OWN.contains(&name.as_str())).cloned().collect();
        let others = request.header("authorization").filter(|_| !admin);
        headers.extend(others.map(|value| ("authorization".to_owned(), value.to_owned())));
        let asked = Request {
            method: &request.method,
            path: &request.path,
            headers,
            body: request.body.as_deref(),
            identity: if admin { Identity::Admin } else { Identity::Anonymous },
            leave: None,
        };
        let mut exchange = Exchange {
            client: request.header("user-agent").unwrap_or_default().to_owned(),
            admin,
            method: request.method.clone(),
            path: request.path.clone(),
            accept: request.header("accept").map(str::to_owned),
            content_type: request.header("content-type").map(str::to_owned),
            body: request.body.clone().map(Bytes),
            ..Exchange::default()
        };
        let (mut head, body) = self.target.open(&asked, SILENCE).with_context(|| format!("{} {}", asked.method, asked.path))?;
        exchange.order = self.answers.fetch_add(1, Ordering::SeqCst);
        exchange.status = head.status;
        exchange.answer_type = head.header("content-type").map(str::to_owned);
        let watch = exchange.is_watch();
        if watch {
            self.log.add(&exchange)?;
        }
        let passed = pass_on(&head, body, request.method == "HEAD", client);
        if !watch {
            if let Ok(body) = &passed {
                head.body.clone_from(body);
                exchange.answer = Bytes(head.plain_body()?.into_owned());
            }
            self.log.add(&exchange)?;
        }
        Ok(passed.is_ok())
    }
}

fn read_request(client: &mut Client) -> Result<Incoming> {
    let line = http::read_line(client)?;
    let mut words = line.split(' ');
    let (Some(method), Some(path), Some("HTTP/1.1"), None) = (words.next(), words.next(), words.next(), words.next()) else {
        bail!("not a request: {line:?}");
    };
    let (method, path) = (method.to_owned(), path.to_owned());
    let mut headers = Vec::new();
    loop {
        let line = http::read_line(client)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').with_context(|| format!("unreadable header {line:?}"))?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Incoming { method, path, headers, body: None };
    if request.header("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked")) {
        request.body = Some(read_chunks(client)?);
    } else if let Some(length) = request.header("content-length") {
        let mut body = vec![0; length.parse().context("unreadable Content-Length")?];
        client.read_exact(&mut body).context("a request was cut off")?;
        request.body = Some(body);
    }
    Ok(request)
}

fn read_chunks(client: &mut Client) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = http::chunk_size(client)?;
        client.by_ref().take(size).read_to_end(&mut body)?;
        http::read_line(client)?;
        if size == 0 {
            return Ok(body);
        }
    }
}

/// Passes an answer on, piece by piece as it comes; returns what passed, as far as it is kept.
fn pass_on(head: &Response, mut body: Box<dyn BufRead + Send>, bodiless: bool, client: &mut Client) -> io::Result<Vec<u8>> {
    let out = client.get_mut();
    write!(out, "HTTP/1.1 {} Answer\r\n", head.status)?;
    for (name, value) in head.headers.iter().filter(|(name, _)| name != "connection" && name != "transfer-encoding") {
        write!(out, "{name}: {value}\r\n")?;
    }
    let mut kept = Vec::new();
    if bodiless || matches!(head.status, 204 | 304) {
        out.write_all(b"\r\n")?;
        out.flush()?;
        return Ok(kept);
    }
    let length = head.header("content-length").and_then(|length| length.parse::<usize>().ok());
    out.write_all(if length.is_some() { b"\r\n" } else { b"transfer-encoding: chunked\r\n\r\n" })?;
    out.flush()?;
    while length.is_none_or(|length| kept.len() < length) {
        let piece = match body.fill_buf() {
            // Upstream's server closes without the goodbye of TLS after some answers.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof && !http::is_chunked(head) => break,
            piece => piece?,
        };
        if piece.is_empty() {
            break;
        }
        match length {
            Some(_) => out.write_all(piece)?,
            None => write_chunk(out, piece)?,
        }
        out.flush()?;
        let (taken, room) = (piece.len(), if length.is_some() { usize::MAX } else { LONGEST.saturating_sub(kept.len()) });
        kept.extend(&piece[..taken.min(room)]);
        body.consume(taken);
    }
    if length.is_none() {
        write_chunk(out, b"")?;
        out.flush()?;
    }
    Ok(kept)
}

fn write_chunk(out: &mut impl Write, piece: &[u8]) -> io::Result<()> {
    write!(out, "{:x}\r\n", piece.len())?;
    out.write_all(piece)?;
    out.write_all(b"\r\n")
}

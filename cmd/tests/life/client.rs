//! Connections of the administrator: raw HTTP/1.1, so that a test says exactly what is sent when, and HTTP/2.

use std::net::SocketAddr;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use pki::ClientTls;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::process::{DEADLINE, Server};

/// A connection that speaks HTTP/1.1.
pub(crate) struct Connection {
    stream: TlsStream<TcpStream>,
    buffer: Vec<u8>,
}

/// An answer to an HTTP/1.1 request.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Status line and headers, in small letters.
    pub(crate) head: String,
    /// The body.
    pub(crate) body: String,
}

impl Answer {
    /// The status code.
    pub(crate) fn code(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }
}

/// Waits, with the deadline that every wait has.
pub(crate) async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(DEADLINE, what).await.expect("nothing happens")
}

async fn tls(address: SocketAddr, kubeconfig: &Path, protocol: &[u8]) -> TlsStream<TcpStream> {
    let sys = sys::real();
    let config = pki::kubeconfig::read(&sys, kubeconfig).unwrap().unwrap();
    let authority = config.entry("clusters", "ferrokube").unwrap()["certificate-authority-data"].as_str().unwrap();
    let authority = x509::certificates_from_pem(&STANDARD.decode(authority).unwrap()).unwrap();
    let own = config.pair("ferrokube-admin").unwrap();
    let tls = ClientTls::new(&sys, &authority, Some(&own), &[protocol]).unwrap();
    let connector = TlsConnector::from(tls.config());
    let stream = soon(TcpStream::connect(address)).await.unwrap();
    soon(connector.connect(ServerName::try_from("localhost").unwrap(), stream)).await.unwrap()
}

impl Connection {
    /// Connects.
    pub(crate) async fn open(server: &Server) -> Self {
        Self { stream: tls(server.address, &server.kubeconfig, b"http/1.1").await, buffer: Vec::new() }
    }

    /// Sends bytes, as far as the other side takes them.
    pub(crate) async fn try_send(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        soon(self.stream.write_all(bytes)).await?;
        soon(self.stream.flush()).await
    }

    /// Sends bytes, which the other side must take.
    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        self.try_send(bytes).await.unwrap();
    }

    /// Sends a request without a body and reads the answer.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes()).await;
        self.answer().await
    }

    /// Reads more; false at the end.
    async fn more(&mut self) -> bool {
        let mut chunk = vec![0; 4096];
        let count = soon(self.stream.read(&mut chunk)).await.unwrap();
        self.buffer.extend_from_slice(&chunk[..count]);
        count > 0
    }

    /// Everything up to and with some bytes.
    async fn until(&mut self, end: &[u8]) -> String {
        loop {
            if let Some(at) = self.buffer.windows(end.len()).position(|window| window == end) {
                let taken: Vec<u8> = self.buffer.drain(..at + end.len()).collect();
                return String::from_utf8(taken).unwrap();
            }
            assert!(self.more().await, "the connection ended: {}", String::from_utf8_lossy(&self.buffer));
        }
    }

    /// Status line and headers of an answer.
    pub(crate) async fn head(&mut self) -> String {
        self.until(b"\r\n\r\n").await.to_ascii_lowercase()
    }

    /// A whole answer.
    pub(crate) async fn answer(&mut self) -> Answer {
        let head = self.head().await;
        if head.contains("\r\ntransfer-encoding: chunked\r\n") {
            let mut body = String::new();
            while let Some(chunk) = self.chunk().await {
                body.push_str(chunk.trim_end_matches("\r\n"));
            }
            return Answer { head, body };
        }
        let length = head.split("\r\ncontent-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
        let length: usize = length.unwrap_or_else(|| panic!("no length: {head}")).parse().unwrap();
        while self.buffer.len() < length {
            assert!(self.more().await, "the connection ended within a body");
        }
        let body: Vec<u8> = self.buffer.drain(..length).collect();
        Answer { head, body: String::from_utf8(body).unwrap() }
    }

    /// The next chunk of an answer in chunks; none at its proper end.
    pub(crate) async fn chunk(&mut self) -> Option<String> {
        let length = self.until(b"\r\n").await;
        if length == "0\r\n" {
            assert_eq!(self.until(b"\r\n").await, "\r\n");
            return None;
        }
        let chunk = self.until(b"\r\n").await;
        assert_eq!(chunk.len() - 2, usize::from_str_radix(length.trim(), 16).unwrap());
        Some(chunk)
    }

    /// Whether the connection ends properly, with nothing more said.
    pub(crate) async fn ends(&mut self) -> bool {
        !self.more().await && self.buffer.is_empty()
    }
}

/// A connection that speaks HTTP/2, and its end.
pub(crate) async fn http2(server: &Server) -> (http2::SendRequest<Full<Bytes>>, JoinHandle<hyper::Result<()>>) {
    let stream = tls(server.address, &server.kubeconfig, b"h2").await;
    let (sender, connection) = soon(http2::handshake(TokioExecutor::new(), TokioIo::new(stream))).await.unwrap();
    (sender, tokio::spawn(connection))
}

/// GET over HTTP/2.
pub(crate) fn get2(path: &str) -> Request<Full<Bytes>> {
    Request::get(format!("https://localhost{path}")).body(Full::default()).unwrap()
}

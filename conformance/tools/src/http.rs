//! A blocking HTTP/1.1 client over TLS that sends exactly the bytes it is given.
//!
//! Called by the replay of cases and by the reference's readiness check. Ready-made clients normalise paths, refuse odd bytes
//! and follow redirects; differential cases need the opposite. One connection per request; nothing is retried.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::kubeconfig::Access;
use crate::proto;

mod session;
pub(crate) use session::Session;

/// Longest silence of a server before a request counts as failed. Longer than the reference's longest wait in a case (the 3 s
/// that it gives a resourceVersion from the future) and than any watch that a case opens.
const SILENCE: Duration = Duration::from_secs(20);

type Tls = StreamOwned<ClientConnection, TcpStream>;

/// Who a request claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Identity {
    /// The kubeconfig's user.
    Admin,
    /// No credential at all.
    Anonymous,
    /// A bearer token that no server knows.
    UnknownToken,
}

/// A server and the ways to reach it.
pub(crate) struct Target {
    address: String,
    host: String,
    token: Option<String>,
    with_identity: Arc<ClientConfig>,
    without_identity: Arc<ClientConfig>,
    /// Network namespace file to connect from; `None` means this process's own.
    namespace: Option<PathBuf>,
}

/// A request as bytes: nothing is added but Host, Connection, User-Agent, Content-Length and the credential.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) headers: Vec<(String, String)>,
    /// `None` sends no body and no Content-Length.
    pub(crate) body: Option<&'a [u8]>,
    pub(crate) identity: Identity,
    /// When to close the connection although the body (a watch) would go on.
    pub(crate) leave: Option<Leave<'a>>,
}

/// Where a client leaves a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leave<'a> {
    /// After this many lines or protobuf frames; 0 leaves without reading anything, and the answer's status is then 0.
    After(usize),
    /// After the line or frame with this text in it.
    At(&'a str),
}

/// An answer as received.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    /// Names in lower case, in the order received.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Response {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the body is protobuf: an object, or the frames of a stream.
    pub(crate) fn is_protobuf(&self) -> bool {
        self.header("content-type").is_some_and(|value| value.split(';').next() == Some(proto::MEDIA_TYPE))
    }

    /// The body without the compression that its headers name.
    pub(crate) fn plain_body(&self) -> Result<Cow<'_, [u8]>> {
        if self.header("content-encoding") != Some("gzip") {
            return Ok(Cow::Borrowed(&self.body));
        }
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(self.body.as_slice()).read_to_end(&mut plain).context("the answer is not gzip")?;
        Ok(Cow::Owned(plain))
    }
}

impl Target {
    /// Prepares connections to the server that `access` names, made inside `namespace` when one is given.
    pub(crate) fn new(access: &Access, namespace: Option<PathBuf>) -> Result<Self> {
        let Some(address) = access.server.strip_prefix("https://") else {
            bail!("only https servers can be compared, not {}", access.server);
        };
        let address = address.trim_end_matches('/').to_owned();
        let host = address.rsplit_once(':').map_or(address.as_str(), |(host, _)| host).to_owned();
        Ok(Self {
            address,
            host,
            token: access.token.clone(),
            with_identity: tls_config(access, true)?,
            without_identity: tls_config(access, false)?,
            namespace,
        })
    }

    /// Sends one request on a connection of its own and reads the whole answer.
    pub(crate) fn send(&self, request: &Request<'_>) -> Result<Response> {
        let mut reader = BufReader::new(self.begin(request, SILENCE)?);
        if request.leave == Some(Leave::After(0)) {
            return Ok(Response { status: 0, headers: Vec::new(), body: Vec::new() });
        }
        read_response(&mut reader, request).context("cannot read the answer")
    }

    /// Sends one request and reads the answer's head; the body is left to be read as it comes, which may take as long as `silence`
    /// between two pieces of it.
    pub(crate) fn open(&self, request: &Request<'_>, silence: Duration) -> Result<(Response, Box<dyn BufRead + Send>)> {
        let mut reader = BufReader::new(self.begin(request, silence)?);
        let head = read_head(&mut reader).context("cannot read the answer")?;
        let body: Box<dyn BufRead + Send> =
            if is_chunked(&head) { Box::new(BufReader::new(Chunks { inner: reader, left: 0 })) } else { Box::new(reader) };
        Ok((head, body))
    }

    fn begin(&self, request: &Request<'_>, silence: Duration) -> Result<Incoming> {
        let mut stream = self.connect(request.identity, silence)?;
        let truncated = self.write_request(&mut stream, request, false);
        if let Err(error) = truncated {
            // A server may refuse a body and close before it has read it all: its answer is what counts.
            if !matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset) {
                return Err(error).context("cannot send the request");
            }
        }
        Ok(Incoming(stream))
    }

    fn connect(&self, identity: Identity, silence: Duration) -> Result<Tls> {
        let config = match identity {
            Identity::Admin => &self.with_identity,
            Identity::Anonymous | Identity::UnknownToken => &self.without_identity,
        };
        let server = ServerName::try_from(self.host.clone()).context("the server's address has no usable host")?;
        let connection = ClientConnection::new(Arc::clone(config), server)?;
        Ok(StreamOwned::new(connection, connect(&self.address, self.namespace.as_deref(), silence)?))
    }

    fn write_request(&self, stream: &mut Tls, request: &Request<'_>, keep: bool) -> io::Result<()> {
        let named = |name: &str| request.headers.iter().any(|(key, _)| key.eq_ignore_ascii_case(name));
        stream.write_all(self.head(request, keep).as_bytes())?;
        stream.write_all(request.body.unwrap_or_default())?;
        stream.flush()?;
        if named("content-length") {
            // The case announced another length than it sends: say that nothing more comes.
            stream.conn.send_close_notify();
            stream.flush()?;
            stream.sock.shutdown(std::net::Shutdown::Write)?;
        }
        Ok(())
    }

    /// The request line and the headers; `keep` leaves the connection open for another request.
    fn head(&self, request: &Request<'_>, keep: bool) -> String {
        let close = if keep { "" } else { "Connection: close\r\n" };
        let mut head = format!("{} {} HTTP/1.1\r\nHost: {}\r\n{close}", request.method, request.path, self.address);
        let named = |name: &str| request.headers.iter().any(|(key, _)| key.eq_ignore_ascii_case(name));
        if !named("user-agent") {
            head.push_str("User-Agent: conformance-tools\r\n");
        }
        match (request.identity, &self.token) {
            (Identity::UnknownToken, _) => head.push_str("Authorization: Bearer nobody-knows-this-token\r\n"),
            (Identity::Admin, Some(token)) => head.push_str(&format!("Authorization: Bearer {token}\r\n")),
            _ => {}
        }
        if let (Some(body), false) = (request.body, named("content-length")) {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        for (name, value) in &request.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        head
    }
}

/// Sends a JSON body without TLS, as etcd takes it on its loopback address, and reads the answer.
pub(crate) fn post_plain(address: &str, namespace: Option<&Path>, path: &str, body: &str) -> Result<Response> {
    let mut stream = connect(address, namespace, SILENCE)?;
    let length = body.len();
    write!(stream, "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")?;
    let request = Request { method: "POST", path, headers: vec![], body: None, identity: Identity::Anonymous, leave: None };
    read_response(&mut BufReader::new(stream), &request)
}

/// Opens a connection to HOST:PORT, made inside a network namespace when one is given. A read or write fails after `silence`.
///
/// # Errors
/// The address is none, the namespace cannot be entered, or nobody listens.
pub fn connect(address: &str, namespace: Option<&Path>, silence: Duration) -> Result<TcpStream> {
    let address =
        address.to_socket_addrs().ok().and_then(|mut all| all.next()).with_context(|| format!("{address} is no HOST:PORT"))?;
    let stream = match namespace {
        None => dial(address)?,
        Some(file) => inside(file, || dial(address))?,
    };
    stream.set_read_timeout(Some(silence))?;
    stream.set_write_timeout(Some(SILENCE))?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Listens on an address of a network namespace.
///
/// # Errors
/// The namespace cannot be entered, or the address is taken.
pub(crate) fn listen(address: &str, namespace: &Path) -> Result<TcpListener> {
    inside(namespace, || TcpListener::bind(address).with_context(|| format!("cannot listen on {address}")))
}

/// A socket belongs to the namespace of the thread that makes it, so a short-lived thread goes there.
fn inside<T: Send>(namespace: &Path, make: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    std::thread::scope(|scope| {
        let making = scope.spawn(|| -> Result<T> {
            let handle =
                std::fs::File::open(namespace).with_context(|| format!("no network namespace {}", namespace.display()))?;
            move_into_link_name_space(std::os::fd::AsFd::as_fd(&handle), Some(LinkNameSpaceType::Network))
                .context("cannot enter the reference's network namespace")?;
            make()
        });
        making.join().unwrap_or_else(|_| bail!("making a socket panicked"))
    })
}

/// The reading side of a connection. rustls' own stream would first try to send what is left of a request, and fail for that
/// reason alone when the server has answered and closed before reading all of it.
struct Incoming(Tls);

impl Read for Incoming {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Self(stream) = self;
        loop {
            match stream.conn.reader().read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                other => return other,
            }
            stream.conn.read_tls(&mut stream.sock)?;
            stream.conn.process_new_packets().map_err(io::Error::other)?;
        }
    }
}

fn dial(address: SocketAddr) -> Result<TcpStream> {
    TcpStream::connect_timeout(&address, SILENCE).with_context(|| format!("cannot connect to {address}"))
}

/// TLS as the server of `access` expects it, with its client certificate if `identity`.
///
/// # Errors
/// A certificate or key of the kubeconfig cannot be read.
pub fn tls_config(access: &Access, identity: bool) -> Result<Arc<ClientConfig>> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&access.authorities) {
        roots.add(certificate.context("unreadable certificate authority")?)?;
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?.with_root_certificates(roots);
    let config = match &access.certificate {
        Some((chain, key)) if identity => {
            let chain = CertificateDer::pem_slice_iter(chain).collect::<Result<Vec<_>, _>>().context("unreadable certificate")?;
            let key = PrivateKeyDer::from_pem_slice(key).context("unreadable client key")?;
            config.with_client_auth_cert(chain, key)?
        }
        _ => config.with_no_client_auth(),
    };
    Ok(Arc::new(config))
}

/// The body of a chunked answer, as it comes.
struct Chunks<R> {
    inner: BufReader<R>,
    /// Bytes of the present chunk that have not been read.
    left: u64,
}

impl<R: Read> Read for Chunks<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            self.left = chunk_size(&mut self.inner).map_err(io::Error::other)?;
            if self.left == 0 {
                return Ok(0);
            }
        }
        let read = self.inner.by_ref().take(self.left).read(buffer)?;
        if read == 0 && !buffer.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.left -= read as u64;
        if self.left == 0 {
            read_line(&mut self.inner).map_err(io::Error::other)?;
        }
        Ok(read)
    }
}

pub(crate) fn chunk_size(reader: &mut BufReader<impl Read>) -> Result<u64> {
    let size = read_line(reader)?;
    u64::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16).context("bad chunk size")
}

pub(crate) fn is_chunked(head: &Response) -> bool {
    head.header("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"))
}

fn read_response(reader: &mut BufReader<impl Read>, request: &Request<'_>) -> Result<Response> {
    let mut response = read_head(reader)?;
    if request.method != "HEAD" && response.status != 204 && response.status != 304 {
        response.body = read_body(reader, &response, request.leave)?;
    }
    Ok(response)
}

fn read_head(reader: &mut BufReader<impl Read>) -> Result<Response> {
    let status_line = read_line(reader)?;
    let mut words = status_line.splitn(3, ' ');
    let (Some("HTTP/1.1" | "HTTP/1.0"), Some(code)) = (words.next(), words.next()) else {
        bail!("not an HTTP answer: {status_line:?}");
    };
    let status = code.parse().with_context(|| format!("unreadable status line {status_line:?}"))?;
    let mut headers = Vec::new();
    loop {
        let line = read_line(reader)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').with_context(|| format!("unreadable header {line:?}"))?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    Ok(Response { status, headers, body: Vec::new() })
}

fn read_body(reader: &mut BufReader<impl Read>, head: &Response, leave: Option<Leave<'_>>) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    if is_chunked(head) {
        loop {
            let size = chunk_size(reader)?;
            let read = reader.by_ref().take(size).read_to_end(&mut body)?;
            if read as u64 != size {
                bail!("the answer ended inside a chunk");
            }
            read_line(reader)?;
            let enough = leave.and_then(|leave| end(&body, leave, head.is_protobuf()));
            if size == 0 || enough.is_some() {
                body.truncate(enough.unwrap_or(body.len()));
                return Ok(body);
            }
        }
    }
    if let Some(length) = head.header("content-length") {
        let length: u64 = length.parse().context("unreadable Content-Length")?;
        if reader.by_ref().take(length).read_to_end(&mut body)? as u64 != length {
            bail!("the answer is shorter than its Content-Length");
        }
        return Ok(body);
    }
    match reader.read_to_end(&mut body) {
        // Go's server closes the socket without the TLS goodbye after some refusals.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(body),
        other => other.map(|_| body).context("body cut off"),
    }
}

/// Length of the body up to where the client leaves, if it has come that far.
fn end(body: &[u8], leave: Leave<'_>, framed: bool) -> Option<usize> {
    let mut length = 0;
    let events: Vec<&[u8]> = if framed { proto::frames(body).0 } else { body.split_inclusive(|byte| *byte == b'\n').collect() };
    for (index, event) in events.into_iter().enumerate() {
        length += event.len() + if framed { 4 } else { 0 };
        let last = match leave {
            Leave::After(count) => index + 1 == count,
            Leave::At(text) => event.windows(text.len()).any(|part| part == text.as_bytes()),
        };
        if last && (framed || event.ends_with(b"\n")) {
            return Some(length);
        }
    }
    None
}

pub(crate) fn read_line(reader: &mut BufReader<impl Read>) -> Result<String> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    if line.pop() != Some(b'\n') {
        bail!("the connection was closed");
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    String::from_utf8(line).context("a header is not UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wire: &str, leave: Option<Leave<'_>>) -> Result<Response> {
        let request = Request { method: "GET", path: "/", headers: vec![], body: None, identity: Identity::Admin, leave };
        read_response(&mut BufReader::new(wire.as_bytes()), &request)
    }

    #[test]
    fn length_chunks_and_close_end_a_body() {
        assert_eq!(check("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", None).unwrap().body, b"hi");
        let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n1\r\n!\r\n0\r\n\r\n";
        assert_eq!(check(chunked, None).unwrap().body, b"hi!");
        assert_eq!(check("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\nno", None).unwrap().body, b"no");
    }

    #[test]
    fn a_cut_answer_is_an_error() {
        assert!(check("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi", None).is_err());
        assert!(check("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhi", None).is_err());
        assert!(check("HTTP/1.1 200 OK\r\nContent-", None).is_err());
    }

    #[test]
    fn a_watch_can_be_left_after_some_lines() {
        let stream = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\na\n\r\n2\r\nb\n\r\n";
        assert_eq!(check(stream, Some(Leave::After(2))).unwrap().body, b"a\nb\n");
        let together = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na\nb\n\r\n";
        assert_eq!(check(together, Some(Leave::After(1))).unwrap().body, b"a\n");
        assert!(check(stream, Some(Leave::After(3))).is_err());
        let frames = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.kubernetes.protobuf;stream=watch\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n\0\0\0\x01\n\0\0\0\x01\r\n1\r\nb\r\n";
        assert_eq!(check(frames, Some(Leave::After(1))).unwrap().body, b"\0\0\0\x01\n");
        assert_eq!(check(frames, Some(Leave::After(2))).unwrap().body, b"\0\0\0\x01\n\0\0\0\x01b");
        assert_eq!(check(stream, Some(Leave::At("b"))).unwrap().body, b"a\nb\n");
        assert_eq!(check(frames, Some(Leave::At("\n"))).unwrap().body, b"\0\0\0\x01\n");
        assert!(check(stream, Some(Leave::At("c"))).is_err());
    }

    #[test]
    fn compressed_answers_are_read() {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(b"{}").unwrap();
        let headers = vec![("content-encoding".to_owned(), "gzip".to_owned())];
        let response = Response { status: 200, headers, body: gzip.finish().unwrap() };
        assert_eq!(response.plain_body().unwrap().as_ref(), b"{}");
        assert!(Response { body: b"{}".to_vec(), ..response }.plain_body().is_err());
    }
}

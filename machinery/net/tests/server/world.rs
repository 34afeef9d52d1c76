//! A server, its PKI and ways to reach it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use net::{Body, ConnInfo, Limits, Running, Server, Service};
use pki::{ClientTls, ClusterPki, KeyPair, ServerNames, ServerTls};
use rustls::pki_types::ServerName;
use sys::sim::Sim;
use sys::{Stream, Sys};
use tokio::io::AsyncReadExt;
use tokio_rustls::TlsConnector;

pub(crate) struct World<S> {
    pub(crate) sim: Sim,
    pub(crate) sys: Sys,
    pub(crate) pki: ClusterPki,
    pub(crate) server: Server<S>,
    pub(crate) running: Running,
}

/// What came back.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl<S: Service> World<S> {
    pub(crate) async fn new(limits: Limits, service: S) -> Self {
        let sim = Sim::new(1);
        let sys = sim.sys();
        let pki = ClusterPki::in_memory(&sys, &ServerNames::api_server("10.96.0.1".parse().unwrap(), "cluster.local")).unwrap();
        let tls = ServerTls::new(&sys, pki.server(), &[]).unwrap();
        let server = Server::new(&sys, limits, service);
        let listener = sys.net.listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let running = server.listen(listener, Some(tls));
        Self { sim, sys, pki, server, running }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.running.local_addr()
    }

    /// A connection without TLS.
    pub(crate) async fn raw(&self) -> Stream {
        self.sys.net.connect(self.address()).await.unwrap()
    }

    pub(crate) async fn tls(&self, own: Option<&KeyPair>, protocol: &[u8]) -> Stream {
        let config = ClientTls::new(&self.sys, &[self.pki.authority().clone()], own, &[protocol]).unwrap().config();
        let name = ServerName::try_from("localhost").unwrap();
        Box::new(TlsConnector::from(config).connect(name, self.raw().await).await.unwrap())
    }

    pub(crate) async fn http1(&self, own: Option<&KeyPair>) -> http1::SendRequest<Full<Bytes>> {
        speak1(self.tls(own, b"http/1.1").await).await
    }

    pub(crate) async fn http2(&self, own: Option<&KeyPair>) -> http2::SendRequest<Full<Bytes>> {
        speak2(self.tls(own, b"h2").await).await
    }

    /// Moves the clock once the server waits for it.
    pub(crate) async fn pass(&self, seconds: u64) {
        self.sim.pass(Duration::from_secs(seconds)).await;
    }
}

pub(crate) async fn speak1(stream: Stream) -> http1::SendRequest<Full<Bytes>> {
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
    tokio::task::spawn(connection.with_upgrades());
    sender
}

pub(crate) async fn speak2(stream: Stream) -> http2::SendRequest<Full<Bytes>> {
    let (sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    tokio::task::spawn(connection);
    sender
}

pub(crate) fn get(path: &str) -> Request<Full<Bytes>> {
    Request::get(path).header("host", "localhost").body(Full::default()).unwrap()
}

/// HTTP/2 wants the whole address.
pub(crate) fn get2(path: &str) -> Request<Full<Bytes>> {
    Request::get(format!("https://localhost{path}")).body(Full::default()).unwrap()
}

pub(crate) async fn answer<B>(response: Response<B>) -> Result<Answer, String>
where
    B: http_body::Body<Data = Bytes>,
    B::Error: std::fmt::Display,
{
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.map_err(|e| e.to_string())?.to_bytes();
    Ok(Answer { status, body: String::from_utf8(body.to_vec()).unwrap() })
}

pub(crate) fn ok(body: &str) -> Answer {
    Answer { status: 200, body: body.to_owned() }
}

/// Everything until the other side closes.
pub(crate) async fn read_to_end(stream: &mut Stream) -> String {
    let mut bytes = Vec::new();
    // A reset after the last byte is an end as well.
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Says who asks, over what, and what was sent.
pub(crate) async fn echo(request: Request<Body>) -> Response<Body> {
    let info: Arc<ConnInfo> = Arc::clone(request.extensions().get().unwrap());
    let user = info.certificates.first().map(|der| x509::Certificate::try_from(der).unwrap().subject().unwrap().common_name);
    let (head, body) = request.into_parts();
    let body = body.read(1 << 20).await.unwrap();
    let text = format!("{} {} {:?} {} {:?} tls={}", head.method, head.uri.path(), head.version, body.len(), user, info.tls);
    Response::new(Body::full(text))
}

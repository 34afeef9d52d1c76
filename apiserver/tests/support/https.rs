//! The API server behind its real front: TLS and HTTP on a network in memory. Called by tests that look at connections, credentials and
//! what is said about them.

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use net::{Limits, Running, Service};
use pki::{ClientTls, KeyPair, ServerTls};
use rustls::pki_types::ServerName;
use sys::{Stream, Sys};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;

use super::{Answer, Cluster};

/// A cluster that listens.
pub(crate) struct Https<'a> {
    cluster: &'a Cluster,
    sys: Sys,
    running: Running,
}

impl<'a> Https<'a> {
    /// Listens for the cluster's server.
    pub(crate) async fn start(cluster: &'a Cluster) -> Self {
        let server = cluster.server.clone();
        Self::over(cluster, move |request| server.handle(request)).await
    }

    /// Listens for something in front of it.
    pub(crate) async fn over<S: Service>(cluster: &'a Cluster, service: S) -> Self {
        let sys = cluster.sim.sys();
        let tls = ServerTls::new(&sys, cluster.pki.server(), &[]).unwrap();
        let listener = sys.net.listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let running = net::Server::new(&sys, Limits::default(), service).listen(listener, Some(tls));
        Self { cluster, sys, running }
    }

    async fn tls(&self, own: Option<&KeyPair>, protocol: &[u8]) -> Stream {
        let roots = [self.cluster.pki.authority().clone()];
        let config = ClientTls::new(&self.sys, &roots, own, &[protocol]).unwrap().config();
        let socket = self.sys.net.connect(self.running.local_addr()).await.unwrap();
        Box::new(TlsConnector::from(config).connect(ServerName::try_from("localhost").unwrap(), socket).await.unwrap())
    }

    /// Lets the client's side of a connection work.
    fn serve(&self, connection: impl Future<Output = ()> + Send + 'static) {
        self.sys.spawn.task("client", Box::pin(connection));
    }

    /// A connection of HTTP/1.1.
    pub(crate) async fn http1(&self, own: Option<&KeyPair>) -> Http1<'a> {
        let (sender, connection) = http1::handshake(TokioIo::new(self.tls(own, b"http/1.1").await)).await.unwrap();
        self.serve(async { drop(connection.await) });
        Http1 { cluster: self.cluster, sender }
    }

    /// A connection of HTTP/2.
    pub(crate) async fn http2(&self, own: Option<&KeyPair>) -> Http2<'a> {
        let stream = TokioIo::new(self.tls(own, b"h2").await);
        let (sender, connection) = http2::handshake(TokioExecutor::new(), stream).await.unwrap();
        self.serve(async { drop(connection.await) });
        Http2 { cluster: self.cluster, sender }
    }

    /// Everything that the server says to these bytes before it closes.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.tls(None, b"http/1.1").await;
        let mut said = Vec::new();
        let talk = async {
            stream.write_all(bytes).await.unwrap();
            // A reset after the last byte is an end as well.
            let _ = stream.read_to_end(&mut said).await;
        };
        self.cluster.patiently(Box::pin(talk)).await;
        String::from_utf8_lossy(&said).into_owned()
    }
}

/// A connection of HTTP/1.1.
pub(crate) struct Http1<'a> {
    cluster: &'a Cluster,
    sender: http1::SendRequest<Full<Bytes>>,
}

impl Http1<'_> {
    /// Sends a request and reads the whole answer.
    pub(crate) async fn send(&mut self, request: Request<Full<Bytes>>) -> Answer {
        let answer = self.sender.send_request(request);
        self.cluster.patiently(Box::pin(async { whole(answer.await.unwrap()).await })).await
    }
}

/// A connection of HTTP/2.
pub(crate) struct Http2<'a> {
    cluster: &'a Cluster,
    sender: http2::SendRequest<Full<Bytes>>,
}

impl Http2<'_> {
    /// Sends a request and reads the whole answer.
    pub(crate) async fn send(&mut self, request: Request<Full<Bytes>>) -> Answer {
        let answer = self.sender.send_request(request);
        self.cluster.patiently(Box::pin(async { whole(answer.await.unwrap()).await })).await
    }
}

async fn whole(response: Response<hyper::body::Incoming>) -> Answer {
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("the body is not cut off").to_bytes();
    Answer { code: parts.status.as_u16(), headers: parts.headers, body }
}

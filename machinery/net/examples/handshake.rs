//! Measures the transport alone, client and server in one process over loopback: `cargo run --release -p net --example handshake`.
#![expect(clippy::print_stdout, reason = "its whole purpose")]
#![expect(clippy::disallowed_methods, reason = "the client's own tasks")]

use std::error::Error;
use std::net::IpAddr;
use std::sync::Arc;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use net::{Body, Limits, Server};
use pki::{ClientTls, ClusterPki, ServerNames, ServerTls};
use rustls::pki_types::ServerName;
use sys::{Stream, Sys, Tick};
use tokio_rustls::TlsConnector;

const HANDSHAKES: u32 = 500;
const REQUESTS: u32 = 20_000;
const CHECKS: u32 = 2_000;

async fn small(_: Request<Body>) -> Response<Body> {
    Response::new(Body::full("ok"))
}

struct Client {
    sys: Sys,
    address: std::net::SocketAddr,
    tls: TlsConnector,
}

impl Client {
    async fn connect(&self) -> Result<Stream, Box<dyn Error>> {
        let name = ServerName::from(IpAddr::from([127, 0, 0, 1]));
        let stream = self.sys.net.connect(self.address).await?;
        Ok(Box::new(self.tls.connect(name, stream).await?))
    }
}

/// Microseconds for each of `count` things since `start`.
fn each(sys: &Sys, start: Tick, count: u32) -> f64 {
    sys.clock.tick().since(start).as_secs_f64() * 1e6 / f64::from(count)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sys = sys::real();
    let pki = ClusterPki::in_memory(&sys, &ServerNames::api_server(IpAddr::from([10, 96, 0, 1]), ""))?;
    let admin = pki.administrator(&sys)?;
    let server = Server::new(&sys, Limits::default(), small);
    let listener = sys.net.listen("127.0.0.1:0".parse()?).await?;
    let running = server.listen(listener, Some(ServerTls::new(&sys, pki.server(), &[])?));
    let client = |protocol: &'static [u8], resume: bool| -> Result<Client, Box<dyn Error>> {
        let roots = [pki.authority().clone()];
        let mut config = (*ClientTls::new(&sys, &roots, Some(&admin), &[protocol])?.config()).clone();
        if !resume {
            config.resumption = rustls::client::Resumption::disabled();
        }
        Ok(Client { sys: sys.clone(), address: running.local_addr(), tls: TlsConnector::from(Arc::new(config)) })
    };

    for resume in [false, true] {
        let client = client(b"http/1.1", resume)?;
        let start = sys.clock.tick();
        for _ in 0..HANDSHAKES {
            let (mut sender, connection) = http1::handshake::<_, Full<Bytes>>(TokioIo::new(client.connect().await?)).await?;
            tokio::spawn(connection);
            sender
                .send_request(Request::get("/").header("host", "x").body(Full::default())?)
                .await?
                .into_body()
                .collect()
                .await?;
        }
        println!("new connection and one request (both sides), resumption {resume}: {:.0} us", each(&sys, start, HANDSHAKES));
    }

    let (mut sender, connection) = http1::handshake(TokioIo::new(client(b"http/1.1", true)?.connect().await?)).await?;
    tokio::spawn(connection);
    let start = sys.clock.tick();
    for _ in 0..REQUESTS {
        let request = Request::get("/").header("host", "x").body(Full::<Bytes>::default())?;
        sender.ready().await?;
        sender.send_request(request).await?.into_body().collect().await?;
    }
    println!("HTTP/1.1 request, one after the other: {:.1} us", each(&sys, start, REQUESTS));

    let stream = TokioIo::new(client(b"h2", true)?.connect().await?);
    let (mut sender, connection) = http2::handshake(TokioExecutor::new(), stream).await?;
    tokio::spawn(connection);
    let start = sys.clock.tick();
    for _ in 0..REQUESTS {
        let request = Request::get("https://127.0.0.1/").body(Full::<Bytes>::default())?;
        sender.ready().await?;
        sender.send_request(request).await?.into_body().collect().await?;
    }
    println!("HTTP/2 request, one after the other: {:.1} us", each(&sys, start, REQUESTS));

    let roots = x509::Roots::new(&[pki.authority().clone()])?;
    let now = sys.clock.wall().seconds();
    let start = sys.clock.tick();
    for _ in 0..CHECKS {
        x509::verify_client_chain(&admin.chain, &roots, now)?;
    }
    println!("client chain check: {:.1} us", each(&sys, start, CHECKS));
    running.stop().await;
    Ok(())
}

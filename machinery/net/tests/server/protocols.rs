//! Protocols, client certificates, upgrades.

use super::world::{World, answer, echo, get, get2, ok, read_to_end, speak1};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Full};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use net::{Body, ConnInfo, Limits, Service, Upgrade};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

#[tokio::test]
async fn both_protocols_with_and_without_a_certificate() {
    let world = World::new(Limits::default(), echo).await;
    let admin = world.pki.administrator(&world.sys).unwrap();
    for (own, user) in [(None, "None"), (Some(&admin), "Some(\"kubernetes-admin\")")] {
        let mut one = world.http1(own).await;
        for _ in 0..2 {
            let response = one.send_request(get("/a")).await.unwrap();
            assert_eq!(answer(response).await.unwrap(), ok(&format!("GET /a HTTP/1.1 0 {user} tls=true")));
        }
        let mut two = world.http2(own).await;
        let response = two.send_request(get2("/b")).await.unwrap();
        assert_eq!(answer(response).await.unwrap(), ok(&format!("GET /b HTTP/2.0 0 {user} tls=true")));
    }
}

#[tokio::test]
async fn bodies_arrive_whole() {
    let world = World::new(Limits::default(), echo).await;
    let body = Bytes::from(vec![7; 1 << 20]);
    let request = Request::post("https://localhost/").body(Full::new(body.clone())).unwrap();
    let response = world.http2(None).await.send_request(request).await.unwrap();
    assert_eq!(answer(response).await.unwrap(), ok("POST / HTTP/2.0 1048576 None tls=true"));
    let request = Request::post("/").header("host", "x").body(Full::new(body)).unwrap();
    let response = world.http1(None).await.send_request(request).await.unwrap();
    assert_eq!(answer(response).await.unwrap(), ok("POST / HTTP/1.1 1048576 None tls=true"));
}

/// The same over real sockets.
#[tokio::test]
async fn real_sockets() {
    use pki::{ClientTls, ClusterPki, ServerNames, ServerTls};
    let sys = sys::real();
    let pki = ClusterPki::in_memory(&sys, &ServerNames::api_server("10.96.0.1".parse().unwrap(), "")).unwrap();
    let tls = ServerTls::new(&sys, pki.server(), &[]).unwrap();
    let server = net::Server::new(&sys, Limits::default(), echo);
    let listener = sys.net.listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let running = server.listen(listener, Some(tls));
    let admin = pki.administrator(&sys).unwrap();
    let config = ClientTls::new(&sys, &[pki.authority().clone()], Some(&admin), &[b"http/1.1"]).unwrap().config();
    let stream = sys.net.connect(running.local_addr()).await.unwrap();
    let name = rustls::pki_types::ServerName::from(std::net::IpAddr::from([127, 0, 0, 1]));
    let stream = tokio_rustls::TlsConnector::from(config).connect(name, stream).await.unwrap();
    let mut client = speak1(Box::new(stream)).await;
    let response = client.send_request(get("/x")).await.unwrap();
    assert_eq!(answer(response).await.unwrap(), ok("GET /x HTTP/1.1 0 Some(\"kubernetes-admin\") tls=true"));
    let address = running.local_addr();
    running.stop().await;
    drop(sys.net.listen(address).await.unwrap());
}

#[tokio::test]
async fn plain_http_on_the_tls_port_gets_an_explanation() {
    let world = World::new(Limits::default(), echo).await;
    let mut stream = world.raw().await;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let text = read_to_end(&mut stream).await;
    assert_eq!(text, "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n");
}

/// Switches to a protocol in which the server repeats everything in capitals.
pub(crate) async fn shout(mut request: Request<Body>) -> Response<Body> {
    let upgrade = Upgrade::take(request.extensions_mut()).unwrap();
    tokio::task::spawn(async move {
        let mut stream = upgrade.stream().await.unwrap();
        let mut word = [0; 5];
        stream.read_exact(&mut word).await.unwrap();
        stream.write_all(&word.to_ascii_uppercase()).await.unwrap();
        stream.shutdown().await.unwrap();
    });
    let response = Response::builder().status(StatusCode::SWITCHING_PROTOCOLS);
    response.header("connection", "upgrade").header("upgrade", "shout").body(Body::empty()).unwrap()
}

#[tokio::test]
async fn upgrades_pass_through() {
    let world = World::new(Limits::default(), shout).await;
    let mut stream = upgraded(&world).await;
    stream.write_all(b"hello").await.unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    assert_eq!(text, "HELLO");
    world.server.drain(Duration::ZERO).await;
    assert_eq!(world.server.connections(), 0);
}

/// The client's end of a connection that was upgraded.
pub(crate) async fn upgraded<S: Service>(world: &World<S>) -> TokioIo<Upgraded> {
    let mut client = world.http1(None).await;
    let mut request = get("/");
    request.headers_mut().insert("connection", "upgrade".parse().unwrap());
    request.headers_mut().insert("upgrade", "shout".parse().unwrap());
    let response = client.send_request(request).await.unwrap();
    assert_eq!(response.status(), 101);
    TokioIo::new(hyper::upgrade::on(response).await.unwrap())
}

/// Streams one frame, then goes away (`/cut`) or ends (`/end`).
async fn stream(request: Request<Body>) -> Response<Body> {
    let (mut sender, body) = Body::channel(1);
    tokio::task::spawn(async move {
        sender.send("half a list").await.unwrap();
        if request.uri().path() == "/end" {
            sender.finish().await.unwrap();
        }
    });
    Response::new(body)
}

#[tokio::test]
async fn an_unfinished_body_is_never_taken_for_a_whole_one() {
    let world = World::new(Limits::default(), stream).await;
    let response = world.http1(None).await.send_request(get("/end")).await.unwrap();
    assert_eq!(answer(response).await.unwrap(), ok("half a list"));
    let response = world.http2(None).await.send_request(get2("/end")).await.unwrap();
    assert_eq!(answer(response).await.unwrap(), ok("half a list"));
    let response = world.http1(None).await.send_request(get("/cut")).await.unwrap();
    assert!(answer(response).await.is_err());
    let response = world.http2(None).await.send_request(get2("/cut")).await.unwrap();
    assert!(answer(response).await.is_err());
}

/// Remembers a number for the connection and asks to close it at the third request.
async fn count(request: Request<Body>) -> Response<Body> {
    let info: &Arc<ConnInfo> = request.extensions().get().unwrap();
    let seen = info.recall::<u32>().unwrap_or(0) + 1;
    info.remember(seen);
    if seen == 3 {
        info.close();
    }
    Response::new(Body::full(seen.to_string()))
}

#[tokio::test]
async fn a_service_can_remember_and_close_its_connection() {
    let world = World::new(Limits::default(), count).await;
    let mut two = world.http2(None).await;
    for expect in ["1", "2", "3"] {
        assert_eq!(answer(two.send_request(get2("/")).await.unwrap()).await.unwrap(), ok(expect));
    }
    // GOAWAY has been sent: the client takes no further request.
    let late = async {
        two.ready().await?;
        two.send_request(get2("/")).await.map(drop)
    };
    assert!(late.await.is_err());
    let mut one = world.http1(None).await;
    for expect in ["1", "2"] {
        assert_eq!(answer(one.send_request(get("/")).await.unwrap()).await.unwrap(), ok(expect));
    }
    let last = one.send_request(get("/")).await.unwrap();
    assert_eq!(last.headers()["connection"], "close");
    assert_eq!(last.into_body().collect().await.unwrap().to_bytes(), "3");
}

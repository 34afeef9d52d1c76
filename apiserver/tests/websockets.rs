//! Watches over WebSocket: through the whole HTTP server, read by another implementation of the protocol. What is expected was asked of
//! the reference.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use net::{ConnInfo, Limits, Server};
use pki::CertificateDer;
use serde_json::{Value, json};
use sys::{Stream, Sys};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Message, Role};

use crate::support::{Cluster, revision_of};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";

/// An HTTP server in front of the API server, which takes everybody on it for the administrator.
fn front(cluster: &Cluster, sys: &Sys) -> Server<impl net::Service + use<>> {
    let (server, certificates) = (cluster.server.clone(), cluster.administrator().certificates);
    Server::new(sys, Limits::default(), move |mut request: http::Request<net::Body>| {
        request.extensions_mut().insert(Arc::new(ConnInfo::in_process(certificates.clone())));
        server.handle(request)
    })
}

fn connect(cluster: &Cluster) -> Stream {
    front(cluster, &cluster.sim.sys()).connect(Vec::<CertificateDer<'static>>::new()).unwrap()
}

/// A watch over WebSocket.
struct Socket<'a> {
    cluster: &'a Cluster,
    socket: WebSocketStream<Stream>,
}

impl<'a> Socket<'a> {
    async fn open(cluster: &'a Cluster, query: &str) -> Self {
        Self::open_on(cluster, connect(cluster), query).await
    }

    async fn open_on(cluster: &'a Cluster, stream: Stream, query: &str) -> Self {
        let mut request = format!("ws://localhost{MAPS}?watch=1{query}").into_client_request().unwrap();
        request.headers_mut().insert("origin", "http://localhost".parse().unwrap());
        let (socket, _) = cluster.patiently(Box::pin(tokio_tungstenite::client_async(request, stream))).await.unwrap();
        Self { cluster, socket }
    }

    async fn next(&mut self) -> Option<Message> {
        self.cluster.patiently(self.socket.next()).await.map(|message| message.unwrap())
    }

    /// The next event, a line of JSON.
    async fn brief(&mut self) -> String {
        let Some(Message::Text(text)) = self.next().await else { panic!("no event") };
        let event: Value = serde_json::from_str(text.strip_suffix('\n').unwrap()).unwrap();
        format!("{} {}", event["type"].as_str().unwrap(), event["object"]["metadata"]["name"].as_str().unwrap())
    }

    async fn expect_close(&mut self) {
        let normal = CloseFrame { code: CloseCode::Normal, reason: "".into() };
        assert_eq!(self.next().await, Some(Message::Close(Some(normal))));
        assert_eq!(self.next().await, None);
    }
}

async fn make(cluster: &Cluster, name: &str) -> u64 {
    revision_of(&cluster.create(MAPS, &json!({"metadata": {"name": name}})).await)
}

#[tokio::test]
async fn events_are_messages() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    let mut watch = Socket::open(&cluster, "").await;
    assert_eq!(watch.brief().await, "ADDED a");
    make(&cluster, "b").await;
    cluster.delete(&format!("{MAPS}/a")).await.expect(200);
    assert_eq!((watch.brief().await.as_str(), watch.brief().await.as_str()), ("ADDED b", "DELETED a"));
}

#[tokio::test]
async fn events_in_protobuf_are_messages_of_bytes() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    let protobuf = ["Accept: application/vnd.kubernetes.protobuf"];
    let said = ask(&cluster, "&timeoutSeconds=1", &[&GOOD[..], &protobuf].concat()).await;
    let message = said.split(" | ").last().unwrap();
    // No length before the event, and the object in its envelope.
    assert!(message.starts_with("\\x82") && message.contains("\\n\\x05ADDED\\x12"), "{message}");
    assert!(message.contains("k8s\\x00") && message.ends_with("\\x88\\x02\\x03\\xe8"), "{message}");
}

#[tokio::test]
async fn a_watch_over_a_socket_of_the_system() {
    let cluster = Cluster::start().await;
    let sys = Sys { net: sys::real().net, ..cluster.sim.sys() };
    let server = front(&cluster, &sys);
    let running = server.listen(sys.net.listen("127.0.0.1:0".parse().unwrap()).await.unwrap(), None);
    let stream = sys.net.connect(running.local_addr()).await.unwrap();
    let mut request = format!("ws://localhost{MAPS}?watch=1").into_client_request().unwrap();
    request.headers_mut().insert("origin", "http://localhost".parse().unwrap());
    let (mut socket, _) = tokio_tungstenite::client_async(request, stream).await.unwrap();
    make(&cluster, "a").await;
    assert!(matches!(socket.next().await, Some(Ok(Message::Text(text))) if text.starts_with("{\"type\":\"ADDED\"")));
    socket.close(None).await.unwrap();
    assert!(matches!(socket.next().await, Some(Ok(Message::Close(_)))));
    assert!(socket.next().await.is_none());
    assert_eq!(server.drain(Duration::ZERO).await.cut_off, 0);
}

#[tokio::test]
async fn a_watch_that_is_over_says_goodbye() {
    let cluster = Cluster::start().await;
    make(&cluster, "a").await;
    let mut watch = Socket::open(&cluster, "&timeoutSeconds=3").await;
    assert_eq!(watch.brief().await, "ADDED a");
    watch.expect_close().await;
}

#[tokio::test]
async fn pings_are_answered_and_data_is_not() {
    let cluster = Cluster::start().await;
    let mut watch = Socket::open(&cluster, "").await;
    watch.socket.send(Message::Text("x".into())).await.unwrap();
    watch.socket.send(Message::Binary(vec![1; 70_000].into())).await.unwrap();
    watch.socket.send(Message::Ping("hello".into())).await.unwrap();
    assert_eq!(watch.next().await, Some(Message::Pong("hello".into())));
    make(&cluster, "a").await;
    assert_eq!(watch.brief().await, "ADDED a");
    watch.socket.close(None).await.unwrap();
    watch.expect_close().await;
}

#[tokio::test]
async fn a_client_that_breaks_the_protocol_is_told() {
    let cluster = Cluster::start().await;
    let watch = Socket::open(&cluster, "").await;
    // A server's frames are not masked.
    let mut liar = WebSocketStream::from_raw_socket(watch.socket.into_inner(), Role::Server, None).await;
    liar.send(Message::Text("x".into())).await.unwrap();
    let mut stream = liar.into_inner();
    let mut said = Vec::new();
    cluster.patiently(Box::pin(stream.read_to_end(&mut said))).await.unwrap();
    assert_eq!(said, [0x88, 2, 3, 0xea]);
}

#[tokio::test]
async fn clients_that_vanish_or_stop_reading_leave_nothing_behind() {
    let cluster = Cluster::start().await;
    let server = front(&cluster, &cluster.sim.sys());
    let connect = || server.connect(Vec::new()).unwrap();
    drop(Socket::open_on(&cluster, connect(), "").await);
    let mut stuck = Socket::open_on(&cluster, connect(), "").await;
    // More than the connection holds: the server waits in the middle of an event.
    for name in ["a", "b", "c"] {
        let object = json!({"metadata": {"name": name}, "data": {"k": "x".repeat(60_000)}});
        cluster.create(MAPS, &object).await;
    }
    // Its goodbye cannot be answered before it reads, which it never does.
    stuck.socket.close(None).await.unwrap();
    let began = cluster.sim.sys().clock.tick();
    let drained = cluster.patiently(Box::pin(server.drain(Duration::from_secs(60)))).await;
    assert_eq!(drained.cut_off, 0);
    assert_eq!(cluster.sim.sys().clock.tick().since(began), Duration::from_secs(5));
}

/// Sends a request with these headers beside `Host`; what the server said, without the headers that are everywhere.
async fn ask(cluster: &Cluster, query: &str, headers: &[&str]) -> String {
    let mut stream = connect(cluster);
    let mut text = format!("GET {MAPS}?watch=1{query} HTTP/1.1\r\nHost: localhost\r\n");
    headers.iter().for_each(|header| text.extend([header, "\r\n"]));
    text.push_str("\r\n");
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut said = Vec::new();
    cluster.patiently(Box::pin(stream.read_to_end(&mut said))).await.unwrap();
    let end = said.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    let (head, body) = (String::from_utf8(said[..end].to_vec()).unwrap(), &said[end + 4..]);
    let everywhere = ["audit-id", "cache-control", "date", "content-length", "connection"];
    let head: Vec<&str> = head.split("\r\n").filter(|line| !everywhere.iter().any(|name| line.starts_with(name))).collect();
    format!("{} | {}", head.join(" | "), body.escape_ascii())
}

const GOOD: [&str; 5] = [
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
    "Origin: http://localhost",
];

#[tokio::test]
async fn handshakes() {
    let cluster = Cluster::start().await;
    let accepted = "HTTP/1.1 101 Switching Protocols | upgrade: websocket | sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
    let end = "\\x88\\x02\\x03\\xe8";
    assert_eq!(ask(&cluster, "&timeoutSeconds=1", &GOOD).await, format!("{accepted} | {end}"));
    let with = |header| [&GOOD[..], &[header]].concat();
    assert_eq!(
        ask(&cluster, "&timeoutSeconds=1", &with("Sec-WebSocket-Protocol: base64.binary.k8s.io")).await,
        format!("{accepted} | sec-websocket-protocol: base64.binary.k8s.io | {end}")
    );
    assert_eq!(ask(&cluster, "", &with("Sec-WebSocket-Protocol: a, b")).await, "HTTP/1.1 400 Bad Request | ");
    assert_eq!(ask(&cluster, "", &GOOD[..4]).await, "HTTP/1.1 403 Forbidden | ");
    let no_key = [GOOD[0], GOOD[1], GOOD[3], GOOD[4]];
    assert_eq!(ask(&cluster, "", &no_key).await, "HTTP/1.1 400 Bad Request | mismatch challenge/response");
    let old = [GOOD[0], GOOD[1], GOOD[2], "Sec-WebSocket-Version: 8", GOOD[4]];
    assert_eq!(
        ask(&cluster, "", &old).await,
        "HTTP/1.1 400 Bad Request | sec-websocket-version: 13 | missing or bad WebSocket Version"
    );
}

#[tokio::test]
async fn what_is_no_watch_or_no_websocket_is_answered_as_ever() {
    let cluster = Cluster::start().await;
    let spdy = ["Upgrade: spdy", "Connection: Upgrade, close"];
    let said = ask(&cluster, "&timeoutSeconds=1", &spdy).await;
    assert!(said.starts_with("HTTP/1.1 200 OK | content-type: application/json"), "{said}");
    let headers = [GOOD[0], "Connection: Upgrade, close", GOOD[2], GOOD[3], GOOD[4]];
    let said = ask(&cluster, "&resourceVersion=x", &headers).await;
    assert!(said.starts_with("HTTP/1.1 ") && said.contains("invalid syntax"), "{said}");
    let answer = cluster.send("GET", MAPS, "").await;
    assert_eq!(answer.code, 200);
    // Without a connection there is nothing to upgrade.
    let mut request = http::Request::builder().uri(format!("{MAPS}?watch=1"));
    for header in GOOD {
        let (name, value) = header.split_once(": ").unwrap();
        request = request.header(name, value);
    }
    let answer = cluster.exchange(request.body(bytes::Bytes::new()).unwrap()).await;
    assert!(answer.refused(500, "InternalError").contains("cannot be upgraded"));
}

#[tokio::test]
async fn they_are_counted_for_as_long_as_they_last() {
    let cluster = Cluster::start().await;
    let route = "group=\"\",resource=\"configmaps\",scope=\"namespace\",subresource=\"\",verb=\"WATCH\",version=\"v1\"}";
    let running = |count| format!("\napiserver_longrunning_requests{{component=\"apiserver\",{route} {count}\n");
    // Without a status: upstream knows none once the connection is given away.
    let total = format!("\napiserver_request_total{{code=\"0\",component=\"apiserver\",dry_run=\"\",{route} 1\n");
    let mut watch = Socket::open(&cluster, "&timeoutSeconds=5").await;
    let text = cluster.get("/metrics").await.text();
    assert!(text.contains(&running(1)) && !text.contains(&total), "{text}");
    watch.expect_close().await;
    drop(watch);
    let text = cluster.get("/metrics").await.text();
    assert!(text.contains(&running(0)) && text.contains(&total), "{text}");
}

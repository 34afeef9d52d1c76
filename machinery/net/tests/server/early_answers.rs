//! Answers that come before the request's body has: the client must see the answer, not a broken connection, and the server must not be
//! held up for it.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use super::world::{World, answer, get, ok, read_to_end};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body::Frame;
use http_body_util::Full;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use net::{Body, Limits};
use sys::Stream;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::oneshot;

const MIB: usize = 1 << 20;

/// Refuses bodies unread, as long as the path says so.
async fn refuse(request: Request<Body>) -> Response<Body> {
    if request.uri().path() == "/ok" {
        return Response::new(Body::full("fine"));
    }
    let mut response = Response::new(Body::full("too large"));
    *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    response
}

/// Reads at most ten bytes.
async fn taste(request: Request<Body>) -> Response<Body> {
    match request.into_body().read(10).await {
        Ok(_) => Response::new(Body::full("fine")),
        Err(error) => Response::new(Body::full(error.to_string())),
    }
}

async fn begin<S: net::Service>(world: &World<S>, head: &str) -> Stream {
    let mut stream = world.tls(None, b"http/1.1").await;
    stream.write_all(format!("POST / HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n").as_bytes()).await.unwrap();
    stream
}

/// Sends so many mebibytes before it reads anything, as Python's and many other clients do. Says how far it came, and what it read.
async fn send_first(stream: &mut Stream, mebibytes: usize) -> (usize, String) {
    let chunk = vec![b'x'; MIB];
    for sent in 0..mebibytes {
        if stream.write_all(&chunk).await.is_err() {
            return (sent, String::new());
        }
    }
    // The server may have seen enough before the last piece.
    let _ = stream.flush().await;
    (mebibytes, read_to_end(stream).await)
}

#[tokio::test]
async fn clients_that_read_after_they_wrote_see_the_answer() {
    let world = World::new(Limits::default(), refuse).await;
    let mut stream = begin(&world, &format!("Content-Length: {}", 8 * MIB)).await;
    let (sent, text) = send_first(&mut stream, 8).await;
    assert_eq!(sent, 8);
    assert!(text.starts_with("HTTP/1.1 413 ") && text.ends_with("\r\n\r\ntoo large"), "{text}");
    assert!(text.contains("\r\nconnection: close\r\n"), "{text}");
    assert_eq!(world.server.connections(), 0);
}

#[tokio::test]
async fn bodies_of_unknown_length_are_taken_as_well() {
    let world = World::new(Limits::default(), taste).await;
    let mut stream = begin(&world, "Transfer-Encoding: chunked").await;
    for _ in 0..2 {
        stream.write_all(format!("{MIB:x}\r\n").as_bytes()).await.unwrap();
        stream.write_all(&vec![b'x'; MIB]).await.unwrap();
        stream.write_all(b"\r\n").await.unwrap();
    }
    stream.write_all(b"0\r\n\r\n").await.unwrap();
    let text = read_to_end(&mut stream).await;
    assert!(text.ends_with("\r\n\r\nthe body is longer than 10 bytes") && text.contains("\r\nconnection: close\r\n"), "{text}");
}

/// The bound holds; and without what is tested here, the client of the first test would see a broken connection.
#[tokio::test]
async fn no_more_is_taken_than_the_bound() {
    for (linger_bytes, mebibytes) in [(0, 8), (4 * MIB, 8), (16 * MIB, 32)] {
        let world = World::new(Limits { linger_bytes, ..Limits::default() }, refuse).await;
        let mut stream = begin(&world, &format!("Content-Length: {}", mebibytes * MIB)).await;
        let (sent, _) = send_first(&mut stream, mebibytes).await;
        // What lies on the way comes on top.
        assert!(sent < mebibytes && sent <= linger_bytes / MIB + 2, "{sent} of {mebibytes} with {linger_bytes}");
        assert_eq!(world.server.connections(), 0);
    }
}

#[tokio::test]
async fn a_rest_that_does_not_come_is_not_waited_for() {
    let world = World::new(Limits::default(), refuse).await;
    let mut stream = begin(&world, &format!("Content-Length: {}", 8 * MIB)).await;
    stream.write_all(b"x").await.unwrap();
    stream.flush().await.unwrap();
    let mut first = [0; 12];
    stream.read_exact(&mut first).await.unwrap();
    assert_eq!(&first, b"HTTP/1.1 413");
    world.pass(4).await;
    assert_eq!(world.server.connections(), 1);
    world.pass(1).await;
    assert!(read_to_end(&mut stream).await.ends_with("too large"));
    assert_eq!(world.server.connections(), 0);
}

/// A denied request must not cost its client the connection.
#[tokio::test]
async fn a_short_rest_keeps_the_connection() {
    let world = World::new(Limits::default(), refuse).await;
    let mut client = world.http1(None).await;
    let body = Full::new(Bytes::from(vec![b'x'; 200 << 10]));
    let request = Request::post("/").header("host", "localhost").body(body).unwrap();
    let response = client.send_request(request).await.unwrap();
    assert_eq!(response.status(), 413);
    assert!(!response.headers().contains_key("connection"));
    drop(answer(response).await.unwrap());
    client.ready().await.unwrap();
    assert_eq!(answer(client.send_request(get("/ok")).await.unwrap()).await.unwrap(), ok("fine"));
    assert_eq!(world.server.connections(), 1);
}

#[tokio::test]
async fn who_asks_before_sending_is_not_asked_to_send() {
    let world = World::new(Limits::default(), refuse).await;
    let mut stream = begin(&world, &format!("Content-Length: {}\r\nExpect: 100-continue", 8 * MIB)).await;
    let text = read_to_end(&mut stream).await;
    assert!(text.starts_with("HTTP/1.1 413 ") && text.contains("\r\nconnection: close\r\n"), "{text}");
    assert_eq!(world.server.connections(), 0);
}

/// A body of HTTP/2 that says how much of it was taken.
struct Counted {
    left: usize,
    taken: Arc<AtomicUsize>,
    _dropped: oneshot::Sender<()>,
}

impl http_body::Body for Counted {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        self.taken.fetch_add(1, Ordering::Relaxed);
        Poll::Ready(Some(Ok(Frame::data(Bytes::from(vec![b'x'; MIB])))))
    }
}

/// Some clients (curl 7.88) lose the answer when the stream is reset behind it.
#[tokio::test]
async fn streams_are_not_reset_behind_the_answer() {
    for (limits, all) in [(Limits::default(), true), (Limits { linger_bytes: 0, ..Limits::default() }, false)] {
        let world = World::new(limits, refuse).await;
        let stream = TokioIo::new(world.tls(None, b"h2").await);
        let (mut client, connection) = http2::handshake(TokioExecutor::new(), stream).await.unwrap();
        tokio::task::spawn(connection);
        let (taken, (_dropped, dropped)) = (Arc::new(AtomicUsize::new(0)), oneshot::channel());
        let body = Counted { left: 8, taken: Arc::clone(&taken), _dropped };
        let response = client.send_request(Request::post("https://localhost/").body(body).unwrap()).await.unwrap();
        assert_eq!(answer(response).await.unwrap().status, 413);
        // The client has sent all of it, or has been told to stop.
        assert!(dropped.await.is_err());
        assert_eq!(taken.load(Ordering::Relaxed) == 8, all);
    }
}

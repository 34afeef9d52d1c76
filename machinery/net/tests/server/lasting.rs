//! Answers that last: written by the server itself on HTTP/1.1, and alike everywhere else.

use std::sync::Arc;
use std::time::Duration;

use super::world::{World, answer, get, get2, ok, read_to_end};
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use net::{Body, Lasting, Limits, Sender, Service};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::mpsc;

/// `/last` gives its producer away; everything else is answered at once, `/much` with many bytes.
struct Watches(mpsc::UnboundedSender<Sender>);

impl Service for Watches {
    fn call(&self, request: Request<Body>) -> impl Future<Output = Response<Body>> + Send + 'static {
        let mut response = Response::new(Body::full("at once"));
        if request.uri().path() == "/much" {
            response = Response::new(Body::full(vec![b'm'; MUCH]));
        }
        if request.uri().path() == "/last" {
            let (sender, body) = Body::channel(4);
            self.0.send(sender).unwrap();
            response = Response::new(body);
            response.headers_mut().insert("content-type", "application/json".parse().unwrap());
            response.extensions_mut().insert(Lasting);
        }
        std::future::ready(response)
    }
}

/// More than sockets take from a server whose client does not read.
const MUCH: usize = 24 << 20;

async fn scene() -> (World<Watches>, mpsc::UnboundedReceiver<Sender>) {
    let (sender, receiver) = mpsc::unbounded_channel();
    (World::new(Limits::default(), Watches(sender)).await, receiver)
}

#[tokio::test]
async fn frames_arrive_as_they_come_and_the_connection_goes_on() {
    let (world, mut watches) = scene().await;
    let mut client = world.http1(None).await;
    for round in 0..2 {
        let mut response = client.send_request(get("/last")).await.unwrap();
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(response.headers()["transfer-encoding"], "chunked");
        assert!(response.headers()["date"].to_str().unwrap().ends_with(" GMT"));
        let mut producer = watches.recv().await.unwrap();
        for frame in ["one", "another"] {
            producer.send(frame).await.unwrap();
            assert_eq!(response.frame().await.unwrap().unwrap().into_data().unwrap(), frame, "round {round}");
        }
        let large = Bytes::from(vec![b'x'; 1 << 20]);
        let (sent, got) = tokio::join!(
            async {
                producer.send(large.clone()).await.unwrap();
                producer.finish().await
            },
            response.into_body().collect()
        );
        sent.unwrap();
        assert_eq!(got.unwrap().to_bytes(), large);
        assert_eq!(answer(client.send_request(get("/else")).await.unwrap()).await.unwrap(), ok("at once"));
    }
}

#[tokio::test]
async fn the_bytes_are_those_of_any_other_answer() {
    let (world, mut watches) = scene().await;
    let mut stream = world.tls(None, b"http/1.1").await;
    stream.write_all(b"GET /last HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let mut producer = watches.recv().await.unwrap();
    producer.send("an event of 26 bytes, nice").await.unwrap();
    producer.finish().await.unwrap();
    stream.write_all(b"GET /else HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let text = read_to_end(&mut stream).await;
    let (head, rest) = text.split_once("\r\n\r\n").unwrap();
    let lines: Vec<&str> = head.lines().collect();
    assert_eq!(lines[..3], ["HTTP/1.1 200 OK", "content-type: application/json", "transfer-encoding: chunked"]);
    assert!(lines[3].starts_with("date: ") && lines.len() == 4, "{head}");
    let (body, next) = rest.split_at(43);
    assert_eq!(body, "1A\r\nan event of 26 bytes, nice\r\n0\r\n\r\nHTTP/1");
    assert!(next.starts_with(".1 200 OK") && next.ends_with("at once"), "{next}");
}

#[tokio::test]
async fn a_request_that_comes_meanwhile_is_answered_after() {
    let (world, mut watches) = scene().await;
    let mut stream = world.tls(None, b"http/1.1").await;
    let next = "GET /else HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    // One comes together with the first request, one half of another a little later.
    let again = "GET /else HTTP/1.1\r\nhost: x\r\n\r\n";
    stream.write_all(format!("GET /last HTTP/1.1\r\nhost: x\r\n\r\n{again}").as_bytes()).await.unwrap();
    let mut producer = watches.recv().await.unwrap();
    let (early, late) = next.split_at(20);
    stream.write_all(early.as_bytes()).await.unwrap();
    producer.send("event").await.unwrap();
    let mut begun = [0; 300];
    let mut text = String::new();
    while !text.contains("event") {
        let read = stream.read(&mut begun).await.unwrap();
        text.push_str(std::str::from_utf8(&begun[..read]).unwrap());
    }
    assert!(!text.contains("at once"), "answers keep their order");
    producer.finish().await.unwrap();
    stream.write_all(late.as_bytes()).await.unwrap();
    text.push_str(&read_to_end(&mut stream).await);
    assert_eq!(text.matches("at once").count(), 2, "{text}");
}

#[tokio::test]
async fn what_lasts_begins_behind_the_end_of_what_was_answered_before() {
    let (world, _watches) = scene().await;
    let mut stream = world.tls(None, b"http/1.1").await;
    stream.write_all(b"GET /much HTTP/1.1\r\nhost: x\r\n\r\nGET /last HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let mut all = Vec::new();
    let mut piece = vec![0; 1 << 16];
    while !all.ends_with(b"\r\n\r\n") || all.len() < MUCH {
        let read = stream.read(&mut piece).await.unwrap();
        assert!(read > 0, "the connection ended after {} bytes", all.len());
        all.extend_from_slice(&piece[..read]);
    }
    let head = all.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
    assert!(all[head..head + MUCH].iter().all(|byte| *byte == b'm'), "the first answer is whole");
    assert!(all[head + MUCH..].starts_with(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"));
}

#[tokio::test]
async fn a_slow_reader_gets_all_of_its_last_answer_while_the_server_goes() {
    let (world, _watches) = scene().await;
    let mut stream = world.tls(None, b"http/1.1").await;
    stream.write_all(b"GET /much HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut piece = vec![0; 1 << 16];
    let begun = stream.read(&mut piece).await.unwrap();
    let mut all = piece[..begun].to_vec();
    let stopped = world.server.drain(Duration::from_secs(5));
    let read = async {
        loop {
            match stream.read(&mut piece).await.unwrap() {
                0 => return all,
                read => all.extend_from_slice(&piece[..read]),
            }
        }
    };
    let (_, all) = tokio::join!(stopped, read);
    let head = all.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
    assert_eq!(all.len() - head, MUCH);
}

#[tokio::test]
async fn connection_close_is_heard_among_other_options() {
    for lines in ["connection: keep-alive, Close", "connection: x\r\nconnection: close"] {
        let (world, mut watches) = scene().await;
        let mut stream = world.tls(None, b"http/1.1").await;
        stream.write_all(format!("GET /last HTTP/1.1\r\nhost: x\r\n{lines}\r\n\r\n").as_bytes()).await.unwrap();
        watches.recv().await.unwrap().finish().await.unwrap();
        let text = read_to_end(&mut stream).await;
        assert!(text.starts_with("HTTP/1.1 200 OK") && text.contains("connection: close"), "{text}");
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_breaks_the_connection() {
    let (world, mut watches) = scene().await;
    let response = world.http1(None).await.send_request(get("/last")).await.unwrap();
    let mut producer = watches.recv().await.unwrap();
    producer.send("half").await.unwrap();
    producer.abort("no more").await;
    assert!(answer(response).await.is_err());
}

#[tokio::test]
async fn a_client_that_goes_is_noticed() {
    let (world, mut watches) = scene().await;
    let mut stream = world.tls(None, b"http/1.1").await;
    stream.write_all(b"GET /last HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let producer = watches.recv().await.unwrap();
    drop(stream);
    producer.closed().await;
    world.server.drain(Duration::from_secs(1)).await;
    assert_eq!(world.server.connections(), 0);
}

#[tokio::test]
async fn a_client_that_does_not_read_makes_the_producer_wait() {
    let (world, mut watches) = scene().await;
    let mut stream = world.tls(None, b"http/1.1").await;
    stream.write_all(b"GET /last HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let producer = watches.recv().await.unwrap();
    let sent = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counter = Arc::clone(&sent);
    let produce = async move {
        let mut producer = producer;
        while producer.send(vec![0; 64 << 10]).await.is_ok() {
            counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        }
    };
    let producing = tokio::task::spawn(produce);
    // Long enough for everything that can move to have moved: on this runtime nothing else is left to run.
    for _ in 0..10_000 {
        tokio::task::yield_now().await;
    }
    let waiting = sent.load(std::sync::atomic::Ordering::SeqCst);
    assert!((1..40).contains(&waiting), "{waiting} pieces of 64 KiB are under way");
    // The deadline of a drain cuts it off.
    let drain = world.server.drain(Duration::from_secs(1));
    let (drained, ()) = tokio::join!(drain, world.pass(2));
    assert_eq!(drained.cut_off, 1);
    producing.await.unwrap();
}

#[tokio::test]
async fn on_http2_it_is_an_answer_like_others() {
    let (world, mut watches) = scene().await;
    let mut response = world.http2(None).await.send_request(get2("/last")).await.unwrap();
    let mut producer = watches.recv().await.unwrap();
    producer.send("event").await.unwrap();
    assert_eq!(response.frame().await.unwrap().unwrap().into_data().unwrap(), "event");
    producer.finish().await.unwrap();
    assert!(response.into_body().collect().await.unwrap().to_bytes().is_empty());
}

//! Clients that are too slow, too big or too many.

use super::world::{World, answer, echo, get, get2, ok, read_to_end};
use http::{HeaderValue, Request, Response};
use net::{Body, Limits};
use std::sync::Arc;
use tokio::io::AsyncWriteExt;
use tokio::sync::Semaphore;

#[tokio::test]
async fn a_slow_head_is_cut_off() {
    let world = World::new(Limits::default(), echo).await;
    let mut stream = world.tls(None, b"http/1.1").await;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").await.unwrap();
    stream.flush().await.unwrap();
    world.sim.timers_waiting(1).await;
    // More of the head does not buy more time.
    for _ in 0..31 {
        world.pass(1).await;
        stream.write_all(b"a: b\r\n").await.unwrap();
        stream.flush().await.unwrap();
    }
    assert_eq!(world.server.connections(), 1);
    world.pass(1).await;
    assert_eq!(read_to_end(&mut stream).await, "");
    assert_eq!(world.server.connections(), 0);
}

#[tokio::test]
async fn a_silent_handshake_is_cut_off() {
    let world = World::new(Limits::default(), echo).await;
    let mut stream = world.raw().await;
    world.sim.timers_waiting(1).await;
    world.pass(31).await;
    assert_eq!(world.server.connections(), 1);
    world.pass(1).await;
    assert_eq!(read_to_end(&mut stream).await, "");
}

#[tokio::test]
async fn failed_handshakes_are_counted() {
    let world = World::new(Limits::default(), echo).await;
    let failed = world.server.failed_handshakes();
    world.http1(None).await.send_request(get("/")).await.unwrap();
    assert_eq!(failed(), 0);
    let mut plain = world.raw().await;
    plain.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
    assert!(read_to_end(&mut plain).await.starts_with("HTTP/1.0 400"));
    assert_eq!(failed(), 1);
    let mut silent = world.raw().await;
    world.sim.timers_waiting(1).await;
    world.pass(40).await;
    assert_eq!(read_to_end(&mut silent).await, "");
    assert_eq!(failed(), 2);
}

#[tokio::test]
async fn idle_connections_are_closed_and_busy_ones_are_not() {
    let told = Arc::new(Semaphore::new(0));
    let world = World::new(Limits::default(), Waiting(Arc::clone(&told))).await;
    let (mut one, mut two) = (world.http1(None).await, world.http2(None).await);
    world.pass(80).await;
    assert_eq!(answer(one.send_request(get("/")).await.unwrap()).await.unwrap(), ok("now"));
    assert_eq!(answer(two.send_request(get2("/")).await.unwrap()).await.unwrap(), ok("now"));
    world.pass(89).await;
    assert_eq!(world.server.connections(), 2);
    world.pass(1).await;
    // Both clients learn of it without sending anything.
    assert!(one.ready().await.is_err());
    assert!(two.ready().await.is_err());
    let (mut one, mut two) = (world.http1(None).await, world.http2(None).await);
    let answers = tokio::join!(one.send_request(get("/wait")), two.send_request(get2("/wait")), async {
        world.sim.timers_waiting(2).await;
        world.pass(600).await;
        told.add_permits(2);
    });
    assert_eq!(answer(answers.0.unwrap()).await.unwrap(), ok("late"));
    assert_eq!(answer(answers.1.unwrap()).await.unwrap(), ok("late"));
}

/// Answers `/wait` when it is told to, everything else at once.
struct Waiting(Arc<Semaphore>);

impl net::Service for Waiting {
    fn call(&self, request: Request<Body>) -> impl Future<Output = Response<Body>> + Send + 'static {
        let told = Arc::clone(&self.0);
        async move {
            if request.uri().path() != "/wait" {
                return Response::new(Body::full("now"));
            }
            told.acquire().await.unwrap().forget();
            Response::new(Body::full("late"))
        }
    }
}

#[tokio::test]
async fn heads_that_are_too_long() {
    let world = World::new(Limits::default(), echo).await;
    let value = HeaderValue::from_bytes(&vec![b'x'; 64 << 10]).unwrap();
    for (count, status) in [(15, 200), (17, 431)] {
        let mut request = get("/");
        let mut request2 = get2("/");
        for _ in 0..count {
            request.headers_mut().append("long", value.clone());
            request2.headers_mut().append("long", value.clone());
        }
        assert_eq!(world.http1(None).await.send_request(request).await.unwrap().status(), status, "HTTP/1.1 {count}");
        assert_eq!(world.http2(None).await.send_request(request2).await.unwrap().status(), status, "HTTP/2 {count}");
    }
}

#[tokio::test]
async fn many_header_lines() {
    let world = World::new(Limits::default(), echo).await;
    for (count, status) in [(1000, 200), (1100, 431)] {
        let mut request = get("/");
        for _ in 0..count {
            request.headers_mut().append("x-remote-group", HeaderValue::from_static("g"));
        }
        assert_eq!(world.http1(None).await.send_request(request).await.unwrap().status(), status, "{count}");
    }
}

#[tokio::test]
async fn connections_beyond_the_bound_wait() {
    let world = World::new(Limits { connections: 1, ..Limits::default() }, echo).await;
    let mut first = world.http1(None).await;
    let second = world.http1(None);
    tokio::pin!(second);
    // The second handshake makes no progress while the first connection lives.
    tokio::select! {
        biased;
        _ = &mut second => panic!("the bound does not hold"),
        response = first.send_request(get("/")) => drop(answer(response.unwrap()).await.unwrap()),
    }
    drop(first);
    assert_eq!(second.await.send_request(get("/")).await.unwrap().status(), 200);
}

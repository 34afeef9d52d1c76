//! The end of a server.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use super::protocols::{shout, upgraded};
use super::world::{World, answer, get, get2, ok};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use http::{Request, Response};
use net::{Body, Drained, Limits};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::Semaphore;

/// Answers when it is told to; says when a request has arrived.
struct Held {
    arrived: Arc<Semaphore>,
    told: Arc<Semaphore>,
}

impl net::Service for Held {
    fn call(&self, _: Request<Body>) -> impl Future<Output = Response<Body>> + Send + 'static {
        let told = Arc::clone(&self.told);
        self.arrived.add_permits(1);
        async move {
            told.acquire().await.unwrap().forget();
            Response::new(Body::full("done"))
        }
    }
}

struct Scene {
    world: World<Held>,
    arrived: Arc<Semaphore>,
    told: Arc<Semaphore>,
}

async fn scene() -> Scene {
    let (arrived, told) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let service = Held { arrived: Arc::clone(&arrived), told: Arc::clone(&told) };
    Scene { world: World::new(Limits::default(), service).await, arrived, told }
}

const GRACE: Duration = Duration::from_secs(10);

#[tokio::test]
async fn requests_in_progress_finish() {
    let Scene { world, arrived, told } = scene().await;
    let (mut one, mut two) = (world.http1(None).await, world.http2(None).await);
    let mut idle = world.http2(None).await;
    let handshaking = world.raw().await;
    let requests = async {
        tokio::join!(async { answer(one.send_request(get("/")).await.unwrap()).await.unwrap() }, async {
            answer(two.send_request(get2("/")).await.unwrap()).await.unwrap()
        },)
    };
    let drain = async {
        arrived.acquire_many(2).await.unwrap().forget();
        let drain = world.server.drain(GRACE);
        tokio::pin!(drain);
        // The idle connection is told to go, and nobody new is let in, while the requests are still in progress.
        let others = async {
            while idle.ready().await.is_ok() {
                tokio::task::yield_now().await;
            }
            assert!(world.server.connect(Vec::new()).is_err());
            told.add_permits(2);
        };
        let (drained, ()) = tokio::join!(&mut drain, others);
        drained
    };
    let (answers, drained) = tokio::join!(requests, drain);
    assert_eq!(answers, (ok("done"), ok("done")));
    assert_eq!(drained, Drained { cut_off: 0 });
    assert_eq!(world.server.connections(), 0);
    drop(handshaking);
}

#[tokio::test]
async fn requests_that_do_not_finish_are_cut_off() {
    let Scene { world, arrived, .. } = scene().await;
    let (mut one, mut two) = (world.http1(None).await, world.http2(None).await);
    let requests = async { tokio::join!(one.send_request(get("/")), two.send_request(get2("/"))) };
    let drain = async {
        arrived.acquire_many(2).await.unwrap().forget();
        let timers = async {
            // Two connections' alarms and the drain's own.
            world.sim.timers_waiting(3).await;
            world.pass(9).await;
            assert_eq!(world.server.connections(), 2);
            world.pass(1).await;
        };
        tokio::join!(world.server.drain(GRACE), timers).0
    };
    let (answers, drained) = tokio::join!(requests, drain);
    assert!(answers.0.is_err() && answers.1.is_err());
    assert_eq!(drained, Drained { cut_off: 2 });
    assert_eq!(world.server.connections(), 0);
}

#[tokio::test]
async fn upgraded_connections_have_the_grace_too() {
    let world = World::new(Limits::default(), shout).await;
    let mut early = upgraded(&world).await;
    let mut late = upgraded(&world).await;
    let clients = async {
        world.sim.timers_waiting(1).await;
        world.pass(9).await;
        assert_eq!(world.server.connections(), 2);
        early.write_all(b"hello").await.unwrap();
        let mut text = String::new();
        early.read_to_string(&mut text).await.unwrap();
        assert_eq!(text, "HELLO");
        world.pass(1).await;
        assert!(late.read_u8().await.is_err());
    };
    let (drained, ()) = tokio::join!(world.server.drain(GRACE), clients);
    assert_eq!(drained, Drained { cut_off: 1 });
    assert_eq!(world.server.connections(), 0);
}

#[tokio::test]
async fn a_stopped_listener_refuses_and_open_connections_go_on() {
    let Scene { world, told, .. } = scene().await;
    let mut client = world.http1(None).await;
    let World { sys, server, running, .. } = world;
    let address = running.local_addr();
    running.stop().await;
    assert_eq!(sys.net.connect(address).await.err().unwrap().kind(), std::io::ErrorKind::ConnectionRefused);
    told.add_permits(1);
    assert_eq!(answer(client.send_request(get("/")).await.unwrap()).await.unwrap(), ok("done"));
    drop(server);
}

/// Clients that do not go on hold nobody up for long: one in the middle of its first request's head, and one that does not answer
/// HTTP/2's farewell. One that has said nothing at all goes at once.
#[tokio::test]
async fn silent_connections_are_given_a_short_farewell() {
    let Scene { world, .. } = scene().await;
    let (mut one, mut two) = (world.tls(None, b"http/1.1").await, world.tls(None, b"h2").await);
    let _nothing = world.tls(None, b"http/1.1").await;
    one.write_all(b"GET / HTTP/1.1\r\nHost: ").await.unwrap();
    two.write_all(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0").await.unwrap();
    one.flush().await.unwrap();
    two.flush().await.unwrap();
    // The server reads it.
    world.pass(1).await;
    let meanwhile = async {
        world.sim.timers_waiting(3).await;
        world.pass(4).await;
        assert_eq!(world.server.connections(), 2);
        world.pass(1).await;
    };
    let (drained, ()) = tokio::join!(world.server.drain(GRACE), meanwhile);
    assert_eq!(drained, Drained { cut_off: 0 });
}

#[tokio::test]
async fn nothing_open_is_nothing_to_wait_for() {
    let Scene { world, .. } = scene().await;
    assert_eq!(world.server.drain(GRACE).await, Drained { cut_off: 0 });
}

/// Nobody comes. Its end says that it has begun, and then takes until it is told to be over.
struct Slow {
    ends: mpsc::Sender<()>,
    told: mpsc::Receiver<()>,
}

impl sys::Listener for Slow {
    fn local_addr(&self) -> SocketAddr {
        ([127, 0, 0, 1], 1).into()
    }

    fn accept(&mut self) -> BoxFuture<'_, io::Result<sys::Connection>> {
        std::future::pending().boxed()
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        self.ends.send(()).unwrap();
        self.told.recv().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_listener_has_stopped_only_when_its_address_is_free() {
    let Scene { world, .. } = scene().await;
    let ((ends, ending), (tell, told)) = (mpsc::channel(), mpsc::channel());
    let running = world.server.listen(Box::new(Slow { ends, told }), None);
    let mut stop = Box::pin(running.stop());
    assert_eq!((&mut stop).now_or_never(), None);
    tokio::task::block_in_place(|| ending.recv_timeout(Duration::from_secs(60))).unwrap();
    assert_eq!((&mut stop).now_or_never(), None);
    tell.send(()).unwrap();
    stop.await;
}

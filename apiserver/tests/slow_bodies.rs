//! Bodies that take long: to come, or to read. Nobody else may have to wait for them, and they end with the request's deadline.

use std::sync::{Arc, Mutex};
use std::thread::available_parallelism;
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use sys::{BoxFuture, Spawn};

use crate::support::{Answer, Cluster, Options};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";

/// A body that stalls after its first bytes, to every verb that reads one.
#[tokio::test]
async fn a_body_that_stalls_ends_with_the_requests_deadline() {
    let cluster = Cluster::start().await;
    cluster.send("POST", MAPS, r#"{"metadata":{"name":"a"}}"#).await.expect(201);
    let before = cluster.revision();
    let stall = async |method: &str, path: &str, media_type: &str| -> (Answer, Duration) {
        let (mut sender, body) = net::Body::channel(1);
        sender.send(Bytes::from_static(b"{\"metadata\":")).await.unwrap();
        let request = Request::builder().method(method).uri(path).header("content-type", media_type).body(body).unwrap();
        let start = cluster.sim.sys().clock.tick();
        let answer = cluster.finish(cluster.stream_on(cluster.administrator(), request)).await;
        // The server has let go of the body.
        sender.closed().await;
        (answer, cluster.sim.sys().clock.tick().since(start))
    };
    let one = format!("{MAPS}/a");
    for (method, path, media_type) in [
        ("POST", MAPS, "application/json"),
        ("POST", MAPS, "application/yaml"),
        ("PUT", &one, "application/json"),
        ("PATCH", &one, "application/merge-patch+json"),
        ("DELETE", &one, "application/json"),
        ("DELETE", MAPS, "application/json"),
    ] {
        let (answer, passed) = stall(method, path, media_type).await;
        let message = answer.refused(504, "Timeout");
        assert_eq!(message, "Timeout: request did not complete within the allotted timeout", "{method} {path}");
        assert_eq!(passed, Duration::from_secs(60), "{method} {path}");
        let (answer, passed) = stall(method, &format!("{path}?timeout=5s"), media_type).await;
        answer.refused(504, "Timeout");
        assert_eq!(passed, Duration::from_secs(5), "{method} {path}");
    }
    assert_eq!(cluster.revision(), before);
}

/// Keeps work that may block until it is told to do it.
struct Holding {
    inner: Arc<dyn Spawn>,
    held: Mutex<Vec<(&'static str, BoxFuture<'static, ()>)>>,
}

impl Spawn for Holding {
    fn task(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        self.inner.task(name, task);
    }

    fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>) {
        self.inner.thread(name, body);
    }

    fn blocking(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        self.held.lock().unwrap().push((name, task));
    }

    fn width(&self) -> usize {
        self.inner.width()
    }
}

impl Holding {
    fn readers(&self) -> usize {
        self.held.lock().unwrap().iter().filter(|(name, _)| *name == "reader").count()
    }

    fn release(&self) {
        for (name, task) in self.held.lock().unwrap().drain(..) {
            self.inner.task(name, task);
        }
    }
}

fn yaml(name: &str, kibibytes: usize) -> String {
    let data: String = (0..kibibytes).map(|n| format!("  k{n}: {}\n", "x".repeat(1013))).collect();
    format!("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\ndata:\n{data}")
}

async fn settle() {
    for _ in 0..256 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn nobody_waits_for_yaml_that_takes_long_to_read() {
    const REQUESTS: usize = 40;
    let holding = Arc::new(Holding { inner: sys::sim::Sim::new(1).sys().spawn, held: Mutex::default() });
    let cluster = Cluster::with(Options { spawn: Some(holding.clone()), ..Options::default() }).await;
    // A short one is read at once.
    cluster.send_as("application/yaml", "POST", MAPS, &yaml("short", 60)).await.expect(201);
    #[expect(clippy::disallowed_methods, reason = "the clients of a test are tasks of the test")]
    let post = |n: usize| {
        let body = Bytes::from(yaml(&format!("long-{n}"), 70));
        let request = Request::builder().method("POST").uri(MAPS).header("content-type", "application/yaml").body(body).unwrap();
        tokio::task::spawn(cluster.request(request))
    };
    let mut posts: Vec<_> = (0..REQUESTS).map(post).collect();
    settle().await;
    // They are being read, as many at once as there is room for, and others are answered.
    let room = (available_parallelism().unwrap().get() / 2).clamp(1, REQUESTS);
    assert_eq!(holding.readers(), room);
    assert_eq!(cluster.get("/readyz").await.text(), "ok");
    cluster.send_as("application/yaml", "POST", MAPS, &yaml("another", 1)).await.expect(201);
    assert!(posts.iter().all(|post| !post.is_finished()));
    assert_eq!(holding.readers(), room);
    // One that is given up leaves its place to others.
    posts.pop().unwrap().abort();
    while posts.iter().any(|post| !post.is_finished()) {
        assert!(holding.readers() <= room);
        holding.release();
        settle().await;
    }
    for post in posts {
        assert_eq!(post.await.unwrap().status(), 201);
    }
}

#[tokio::test]
async fn yaml_that_is_not_read_in_time_is_given_up() {
    let holding = Arc::new(Holding { inner: sys::sim::Sim::new(1).sys().spawn, held: Mutex::default() });
    let cluster = Cluster::with(Options { spawn: Some(holding.clone()), ..Options::default() }).await;
    let answer = cluster.send_as("application/yaml", "POST", &format!("{MAPS}?timeout=7s"), &yaml("long", 70)).await;
    answer.refused(504, "Timeout");
    assert_eq!(cluster.sim.sys().clock.tick().0, Duration::from_secs(7));
    let before = cluster.revision();
    holding.release();
    settle().await;
    assert_eq!(cluster.revision(), before);
}

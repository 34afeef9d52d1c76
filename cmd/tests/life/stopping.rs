//! The stop: readiness ends first, what is in progress is answered, watches end properly, and whoever insists is obeyed.

use std::io::Read as _;
use std::process::Stdio;

use http_body_util::BodyExt as _;
use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
use rustix::process::Signal;
use tokio::net::TcpStream;

use crate::client::{Connection, get2, http2, soon};
use crate::process::{Ended, PROGRAM, Server, up, wait_for};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";
const BODY: &str = r#"{"metadata":{"name":"a"}}"#;

/// A request whose body the server waits for.
async fn in_progress(server: &Server) -> Connection {
    let mut connection = Connection::open(server).await;
    let head = format!(
        "POST {MAPS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        BODY.len()
    );
    connection.send(head.as_bytes()).await;
    assert!(connection.head().await.starts_with("http/1.1 100 "));
    connection
}

/// A watch that shows nothing, or everything.
async fn watch(server: &Server, selector: &str) -> Connection {
    let mut connection = Connection::open(server).await;
    let request = format!("GET {MAPS}?watch=1&labelSelector={selector} HTTP/1.1\r\nHost: localhost\r\n\r\n");
    connection.send(request.as_bytes()).await;
    assert!(connection.head().await.starts_with("http/1.1 200 "));
    connection
}

#[tokio::test]
async fn what_is_in_progress_is_answered_and_watches_end_properly() {
    let dir = tempfile::tempdir().unwrap();
    let mut server = Server::start(dir.path(), &[]).await;
    let (mut post, mut one) = (in_progress(&server).await, watch(&server, "none").await);
    let (mut two, connection) = http2(&server).await;
    let stream = soon(two.send_request(get2(&format!("{MAPS}?watch=1&labelSelector=none")))).await.unwrap().into_body();
    let mut idle = Connection::open(&server).await;
    assert_eq!(idle.get("/readyz").await.code(), 200);

    server.signal(Signal::TERM);
    // HTTP/1.1: the last chunk, then the end of the connection. HTTP/2: the end of the stream, then GOAWAY and the end.
    assert_eq!(one.chunk().await, None);
    assert!(one.ends().await);
    assert!(soon(stream.collect()).await.unwrap().to_bytes().is_empty());
    soon(connection).await.unwrap().unwrap();
    assert!(idle.ends().await);
    // Nobody new is let in, while a request is still in progress.
    assert!(soon(TcpStream::connect(server.address)).await.is_err());
    post.send(BODY.as_bytes()).await;
    let answer = post.answer().await;
    assert_eq!(answer.code(), 201);
    assert!(answer.head.contains("\r\nconnection: close\r\n") && answer.body.contains("\"name\":\"a\""), "{answer:?}");
    assert!(post.ends().await);
    assert_eq!(server.end().await.code, Some(0));
}

#[tokio::test]
async fn readiness_ends_before_anything_else_and_a_second_signal_ends_the_wait() {
    let dir = tempfile::tempdir().unwrap();
    let mut server = Server::start(dir.path(), &["--shutdown-delay-duration", "1h"]).await;
    let mut client = Connection::open(&server).await;
    assert_eq!(client.get("/readyz").await.body, "ok");
    server.signal(Signal::TERM);
    // The signal is on its way to the process.
    let unready = soon(async {
        loop {
            let answer = client.get("/readyz").await;
            if answer.code() != 200 {
                return answer;
            }
        }
    })
    .await;
    assert_eq!(unready.code(), 500);
    assert!(unready.body.contains("[-]shutdown failed"), "{}", unready.body);
    // Everything else goes on, for newcomers as well.
    let mut newcomer = Connection::open(&server).await;
    assert_eq!(newcomer.get("/livez").await.code(), 200);
    assert_eq!(newcomer.get(MAPS).await.code(), 200);
    server.signal(Signal::TERM);
    let Ended { code, errors } = server.end().await;
    assert_eq!((code, errors.last().map(String::as_str)), (Some(1), Some("error: the stop was cut short by a second signal")));
    // The folder is free again.
    Server::start(dir.path(), &[]).await.stop().await;
}

#[tokio::test]
async fn watches_have_their_grace_period() {
    let dir = tempfile::tempdir().unwrap();
    let mut server = Server::start(dir.path(), &["--shutdown-watch-termination-grace-period", "1h"]).await;
    let (mut first, mut second) = (watch(&server, "none").await, watch(&server, "").await);
    let mut post = in_progress(&server).await;
    server.signal(Signal::TERM);
    assert_eq!(first.chunk().await, None);
    // The last writes are still told to those whose turn has not come.
    post.send(BODY.as_bytes()).await;
    assert_eq!(post.answer().await.code(), 201);
    let told = second.chunk().await.unwrap();
    assert!(told.starts_with("{\"type\":\"ADDED\"") && told.contains("\"name\":\"a\""), "{told}");
    server.signal(Signal::INT);
    assert_eq!(server.end().await.code, Some(1));
}

#[tokio::test]
async fn interrupts_and_a_lost_terminal_stop_as_well() {
    let dir = tempfile::tempdir().unwrap();
    for signal in [Signal::INT, Signal::HUP] {
        let mut server = Server::start(dir.path(), &[]).await;
        server.signal(signal);
        assert_eq!(server.end().await.code, Some(0), "{signal:?}");
    }
}

#[tokio::test]
async fn nohup_is_respected() {
    let dir = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new("sh");
    let words = format!("trap '' HUP; exec {} up --listen 127.0.0.1:0 --data-dir {}", PROGRAM, dir.path().display());
    command.args(["-c", &words]).stdin(Stdio::null());
    let mut server = Server::from(command).await;
    server.signal(Signal::HUP);
    let mut client = Connection::open(&server).await;
    assert_eq!(client.get("/readyz").await.code(), 200);
    server.signal(Signal::TERM);
    assert_eq!(server.end().await.code, Some(0));
}

/// Nobody reads what it says: it goes on, and stops as it is told to.
#[tokio::test]
async fn closed_outputs_do_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    let kubeconfig = dir.path().join("kubeconfig");
    let watched = inotify::init(CreateFlags::CLOEXEC).unwrap();
    inotify::add_watch(&watched, dir.path(), WatchFlags::MOVED_TO).unwrap();
    let data = dir.path().join("data");
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let words = [
        "--listen",
        &port.to_string(),
        "--data-dir",
        data.to_str().unwrap(),
        "--kubeconfig",
        kubeconfig.to_str().unwrap(),
        "--log",
        "trace",
    ];
    let mut child = up(&words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    let pid = child.id();
    let ended = wait_for(child);
    // The kubeconfig takes its name: the last thing before it would say that it is ready.
    let moved = tokio::task::spawn_blocking(move || std::fs::File::from(watched).read(&mut [0; 1024]));
    soon(moved).await.unwrap().unwrap();
    let server = Server::known(pid, port, kubeconfig, ended);
    let mut client = Connection::open(&server).await;
    assert_eq!(client.get("/readyz").await.code(), 200);
    assert_eq!(client.get(MAPS).await.code(), 200);
    server.stop().await;
}

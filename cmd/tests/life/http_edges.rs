//! Clients that send too much, or what takes long to read, over real sockets.

use std::process::Command;

use crate::client::{Connection, soon};
use crate::process::{Server, up};

const MAPS: &str = "/api/v1/namespaces/default/configmaps";

/// A client that reads no answer before it has sent everything, as many do.
#[tokio::test]
async fn a_body_that_is_too_large_is_answered_to_every_client() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path(), &[]).await;
    for mebibytes in [4, 15] {
        let mut client = Connection::open(&server).await;
        let length = mebibytes << 20;
        let head = format!(
            "POST {MAPS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
        );
        client.send(head.as_bytes()).await;
        client.send(&vec![b' '; length]).await;
        let answer = client.answer().await;
        assert_eq!(answer.code(), 413, "{mebibytes}");
        assert!(answer.body.contains("Request entity too large: limit is 3145728"), "{}", answer.body);
        assert!(client.ends().await);
    }
    server.stop().await;
}

/// One thread runs all requests; while it would read a large YAML body itself, it could answer nobody.
#[tokio::test]
async fn readiness_does_not_wait_for_yaml() {
    let dir = tempfile::tempdir().unwrap();
    let mut command: Command = up(&["--data-dir", dir.path().to_str().unwrap(), "--listen", "127.0.0.1:0"]);
    command.env("TOKIO_WORKER_THREADS", "1");
    let server = Server::from(command).await;
    let data: String = (0..20_000).map(|n| format!("  key-{n}: {{a: [1, 2, 3], b: 'text'}}\n")).collect();
    let yaml = format!("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\nignored:\n{data}");
    let mut writer = Connection::open(&server).await;
    let mut prober = Connection::open(&server).await;
    let head = format!(
        "POST {MAPS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        yaml.len()
    );
    writer.send(head.as_bytes()).await;
    assert!(writer.head().await.starts_with("http/1.1 100 "));
    writer.send(yaml.as_bytes()).await;
    let probe = async {
        let mut answers = 0;
        loop {
            assert_eq!(prober.get("/readyz").await.code(), 200);
            answers += 1;
            if answers == 20 {
                return answers;
            }
        }
    };
    // Whoever is done first is there first: twenty answers are, long before one body has been read.
    let first = soon(Box::pin(async {
        tokio::select! {
            biased;
            answer = writer.answer() => Err(answer.code()),
            answers = probe => Ok(answers),
        }
    }))
    .await;
    assert_eq!(first, Ok(20));
    server.stop().await;
}

//! What the log says of requests: one line for each that fails (that none shows a credential is `canary`'s to prove). The lines are caught by a subscriber of the test's
//! own thread.

use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use daemon::logs::{Format, subscriber};
use http::Request;
use serde_json::{Value, json};

use crate::support::{Cluster, Options};

/// Keeps what is written.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Catches the lines of this thread.
    fn start(filter: &str) -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        let subscriber = subscriber(&filter.parse().unwrap(), Format::Json, false, move || writer.clone()).unwrap();
        (log, tracing::subscriber::set_default(subscriber))
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()).unwrap()
    }

    /// The lines about requests, and forgets them.
    fn take(&self) -> Vec<Value> {
        let text = self.text();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.filter(|line| line["target"].as_str().is_some_and(|target| target.starts_with("apiserver"))).collect()
    }
}

#[tokio::test]
async fn every_failure_is_one_line() {
    let cluster = Cluster::start().await;
    cluster.namespace("a").await;
    let (log, _guard) = Log::start("info");
    let check = |expect: &[(&str, &str, u16, &str)]| {
        let said = log.take();
        let said: Vec<_> = said
            .iter()
            .map(|line| {
                assert!(!line["audit_id"].as_str().unwrap().is_empty() && line["latency"].is_string(), "{line}");
                let text = |name: &str| line[name].as_str().unwrap_or("").to_owned();
                (text("level"), text("path"), u16::try_from(line["code"].as_u64().unwrap()).unwrap(), text("user"))
            })
            .collect();
        let said: Vec<_> =
            said.iter().map(|(level, path, code, user)| (level.as_str(), path.as_str(), *code, user.as_str())).collect();
        assert_eq!(said, expect);
    };
    // What clients do wrong is no failure of ours.
    cluster.get("/api/v1/namespaces/a/configmaps/none").await.expect(404);
    cluster.send("POST", "/api/v1/namespaces", "{").await.expect(400);
    cluster.get("/nothing").await;
    check(&[]);
    cluster.get("/api/v1/namespaces/a/configmaps?watch=1&resourceVersion=x&token=secret").await.expect(500);
    check(&[("INFO", "/api/v1/namespaces/a/configmaps", 500, "kubernetes-admin")]);
    // Who asks is not known yet, so the path is not shown.
    assert_eq!(cluster.get("/api/v1/watch").await.code, 500);
    check(&[("INFO", "", 500, "")]);
    let refused = Request::get("/api/v1/namespaces?token=secret").header("authorization", "Bearer secret");
    let anonymous = net::ConnInfo::in_process(Vec::new());
    cluster.finish(cluster.request_on(anonymous, refused.body(Bytes::new()).unwrap())).await.expect(401);
    check(&[("INFO", "", 401, "")]);
    cluster.store.close().await;
    let made = cluster.send("POST", "/api/v1/namespaces/a/configmaps", r#"{"metadata":{"name":"x"}}"#).await;
    assert!(made.code >= 500, "{}", made.text());
    check(&[("WARN", "/api/v1/namespaces/a/configmaps", made.code, "kubernetes-admin")]);
}

#[tokio::test]
async fn a_panic_is_one_line_and_one_answer() {
    let cluster = Cluster::with(Options { panics: true, ..Options::default() }).await;
    let (log, _guard) = Log::start("info");
    for (method, path, body) in [
        ("GET", "/api/v1/namespaces/a/configmaps/panic", String::new()),
        ("POST", "/api/v1/namespaces", json!({"metadata": {"name": "panic"}}).to_string()),
    ] {
        assert_eq!(cluster.send(method, path, &body).await.code, 500, "{path}");
        let said = log.take();
        assert_eq!(said.len(), 1, "{said:?}");
        let line = &said[0];
        assert_eq!(
            (&line["level"], &line["message"], &line["method"]),
            (&json!("ERROR"), &json!("a request panicked"), &json!(method))
        );
        assert_eq!((&line["panic"], &line["path"], &line["user"]), (&json!("planted"), &json!(path), &json!("kubernetes-admin")));
    }
    let metrics = cluster.get("/metrics").await.text();
    let counted = metrics.lines().filter(|line| line.starts_with("apiserver_request_total{code=\"500\""));
    assert_eq!(counted.count(), 2, "{metrics}");
}

#[tokio::test]
async fn every_request_is_a_line_where_that_is_wanted() {
    let cluster = Cluster::start().await;
    let (log, guard) = Log::start("warn,http=debug");
    let request = Request::get("/api/v1/namespaces?limit=1&token=secret").header("user-agent", "probe\u{e9}");
    let answer = cluster.exchange(request.body(Bytes::new()).unwrap()).await;
    let id = answer.header("audit-id").to_owned();
    cluster.get("/healthz").await;
    let text = log.text();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{text}");
    let line = &lines[0];
    assert_eq!(
        (&line["verb"], &line["URI"], &line["resp"]),
        (&json!("LIST"), &json!("/api/v1/namespaces?limit=1&..."), &json!(200))
    );
    assert_eq!((&line["audit-ID"], &line["level"], &line["message"]), (&json!(id), &json!("DEBUG"), &json!("HTTP")));
    drop(guard);
}

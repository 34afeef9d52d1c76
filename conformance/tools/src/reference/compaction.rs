//! Compacts the reference's etcd the way kube-apiserver does it every five minutes, without waiting for that.
//!
//! Called by `reference` only. kube-apiserver keeps the revision of the last compaction under a key of its own and drops its
//! cached snapshots by it (upstream: apiserver/pkg/storage/etcd3/compact.go, cacher/compactor.go), so the key is written as well.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::http;

/// How long the API server's cache may take to look at the key: it does so every 15 s, and nothing tells when it has.
const NOTICED: Duration = Duration::from_secs(17);

pub(super) fn run(namespace: &Path) -> Result<()> {
    let call = |path: &str, body: Value| -> Result<Value> {
        let response = http::post_plain("127.0.0.1:2379", Some(namespace), path, &body.to_string())?;
        ensure!(response.status == 200, "etcd: {}: {}", response.status, String::from_utf8_lossy(&response.body));
        serde_json::from_slice(&response.body).context("etcd answered no JSON")
    };
    let key = STANDARD.encode("compact_rev_key");
    let now = call("/v3/kv/range", json!({"key": key}))?;
    let revision = now.pointer("/header/revision").and_then(Value::as_str).context("etcd named no revision")?.to_owned();
    call("/v3/kv/put", json!({"key": key, "value": STANDARD.encode(&revision)}))?;
    call("/v3/kv/compaction", json!({"revision": revision}))?;
    std::thread::sleep(NOTICED);
    Ok(())
}

//! A Node that is Ready although nothing stands behind it, for tests that look for one but run no container. Called by `e2e`.
//!
//! It is made by hand before the suite and kept alive by its lease and heartbeats, or upstream's node-lifecycle controller would taint
//! it; afterwards it goes. Pods are bound to it and never run.

use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use serde_json::Value;

use crate::components::{Api, node};
use crate::http::Target;

/// Time for the node-lifecycle controller to take away the taint that every Node begins with.
const PATIENCE: Duration = Duration::from_secs(60);

/// The Node while it lives.
pub(super) struct ReadyNode {
    api: Arc<Api>,
    /// Its heart beats until this is dropped.
    stop: Sender<()>,
    heart: JoinHandle<Result<()>>,
}

impl ReadyNode {
    /// Makes it and waits until pods may be bound to it.
    ///
    /// # Errors
    /// The server refuses it, or no controller finds it Ready.
    pub(super) fn start(target: Target) -> Result<Self> {
        let api = Arc::new(Api::new(target));
        // A run that was killed may have left its own on a server that goes on.
        node::remove(&api).context("removing an old Node")?;
        node::create(&api)?;
        let (stop, stopped) = channel();
        let beating = Arc::clone(&api);
        let heart = std::thread::spawn(move || node::heartbeat(&beating, &stopped));
        api.wait("/api/v1/nodes", PATIENCE, "the Node has lost its taint", |nodes| {
            !nodes.is_empty() && nodes.values().all(is_free)
        })?;
        Ok(Self { api, stop, heart })
    }

    /// Stops the heart and removes the Node.
    ///
    /// # Errors
    /// The heart had stopped before, or the Node cannot be removed.
    pub(super) fn end(self) -> Result<()> {
        drop(self.stop);
        let beaten = self.heart.join().map_err(|_| anyhow!("the heart of the Node panicked"))?;
        node::remove(&self.api).context("removing the Node")?;
        beaten.context("the Node's heartbeat")
    }
}

/// Whether the scheduler may bind pods to a Node.
fn is_free(node: &Value) -> bool {
    node.pointer("/spec/taints").and_then(Value::as_array).is_none_or(Vec::is_empty)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_tainted_node_is_not_free() {
        assert!(is_free(&json!({"spec": {}})) && is_free(&json!({"spec": {"taints": []}})));
        assert!(!is_free(&json!({"spec": {"taints": [{"key": "node.kubernetes.io/not-ready", "effect": "NoSchedule"}]}})));
    }
}

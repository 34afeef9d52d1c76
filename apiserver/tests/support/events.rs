//! A running watch: its events one by one, in the order in which they arrive.

use bytes::Bytes;
use http::Request;
use http_body_util::BodyExt;
use serde_json::Value;

use super::{Answer, Cluster};

/// A watch that the server accepted.
pub(crate) struct Events<'a> {
    cluster: &'a Cluster,
    body: net::Body,
    buffer: Vec<u8>,
}

impl<'a> Events<'a> {
    /// Starts a watch, which must be accepted.
    pub(crate) async fn open(cluster: &'a Cluster, path: &str) -> Self {
        match Self::try_open(cluster, path).await {
            Ok(events) => events,
            Err(answer) => panic!("GET {path}: {} {}", answer.code, answer.text()),
        }
    }

    /// Starts a watch; what is not 200 is the answer.
    pub(crate) async fn try_open(cluster: &'a Cluster, path: &str) -> Result<Self, Answer> {
        let request = Request::builder().uri(path).header("accept", "application/json").body(Bytes::new()).unwrap();
        let response = cluster.patiently(cluster.request(request)).await;
        if response.status() != 200 {
            return Err(cluster.finish(async move { response }).await);
        }
        assert_eq!(response.headers()["content-type"], "application/json");
        Ok(Self { cluster, body: response.into_body(), buffer: Vec::new() })
    }

    /// The next event; none when the watch has ended. Time passes while nothing else happens.
    pub(crate) async fn next(&mut self) -> Option<Value> {
        loop {
            if let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.buffer.drain(..=end).collect();
                return Some(serde_json::from_slice(&line).unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&line))));
            }
            match self.cluster.patiently(self.body.frame()).await {
                Some(frame) => self.buffer.extend_from_slice(&frame.expect("the watch is not cut off").into_data().unwrap()),
                None => {
                    assert!(self.buffer.is_empty(), "the watch ended within an event: {}", String::from_utf8_lossy(&self.buffer));
                    return None;
                }
            }
        }
    }

    /// The next event, which must come, as type and object.
    pub(crate) async fn event(&mut self) -> (String, Value) {
        let mut event = self.next().await.expect("the watch goes on");
        let kind = event["type"].as_str().unwrap_or_else(|| panic!("no event: {event}")).to_owned();
        (kind, event["object"].take())
    }

    /// The next event in short: `ADDED name`.
    pub(crate) async fn brief(&mut self) -> String {
        let (kind, object) = self.event().await;
        format!("{kind} {}", object["metadata"]["name"].as_str().unwrap_or(""))
    }
}

//! A small client of the API in JSON: what the script of `components` and its pretended kubelet ask and wait for.
//!
//! Called by the other files of this folder, and by `e2e` for its Node. Waiting is a list and then a watch until a condition holds or a
//! deadline passes; it never asks again and again.

use std::collections::BTreeMap;
use std::io::BufRead as _;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use crate::http::{Identity, Request, Response, Target};

/// Longest window of one watch; a new one goes on from where it ended.
const WINDOW: Duration = Duration::from_secs(60);

/// What a server may take beyond a watch's own end.
const GRACE: Duration = Duration::from_secs(20);

/// Objects of a collection by NAMESPACE/NAME, or NAME.
pub(crate) type Objects = BTreeMap<String, Value>;

/// A change that a watch told.
pub(super) enum Change {
    Set(String, Value),
    Gone(String),
}

/// A server in JSON.
pub(crate) struct Api {
    target: Target,
}

impl Api {
    pub(crate) const fn new(target: Target) -> Self {
        Self { target }
    }

    /// The object at `path`, or none.
    pub(super) fn get(&self, path: &str) -> Result<Option<Value>> {
        let response = self.send("GET", path, None, None)?;
        if response.status == 404 { Ok(None) } else { expect(&response, path, &[200]).map(Some) }
    }

    /// Makes an object in a collection.
    pub(super) fn create(&self, collection: &str, object: &Value) -> Result<Value> {
        let response = self.send("POST", collection, Some("application/json"), Some(object))?;
        expect(&response, collection, &[201])
    }

    /// Changes an object by a merge patch.
    pub(super) fn merge(&self, path: &str, patch: &Value) -> Result<Value> {
        let response = self.send("PATCH", path, Some("application/merge-patch+json"), Some(patch))?;
        expect(&response, path, &[200])
    }

    /// Changes an object by a strategic merge patch, as kubelets do; false when it is gone.
    pub(super) fn strategic(&self, path: &str, patch: &Value) -> Result<bool> {
        let response = self.send("PATCH", path, Some("application/strategic-merge-patch+json"), Some(patch))?;
        if response.status == 404 {
            return Ok(false);
        }
        expect(&response, path, &[200]).map(|_| true)
    }

    /// Deletes an object; one that is gone already, or has been replaced, is no error.
    pub(crate) fn delete(&self, path: &str, options: &Value) -> Result<()> {
        let response = self.send("DELETE", path, Some("application/json"), Some(options))?;
        if matches!(response.status, 404 | 409) { Ok(()) } else { expect(&response, path, &[200, 202]).map(drop) }
    }

    /// Waits until `holds` is true of the objects of a collection (a path that may carry a query), and returns them.
    ///
    /// # Errors
    /// The deadline passed (the message names what was waited for and the last state), or the server refused.
    pub(crate) fn wait(
        &self,
        collection: &str,
        within: Duration,
        what: &str,
        mut holds: impl FnMut(&Objects) -> bool,
    ) -> Result<Objects> {
        let deadline = Instant::now().checked_add(within).context("deadline out of range")?;
        loop {
            let (mut objects, mut revision) = self.list(collection)?;
            if holds(&objects) {
                return Ok(objects);
            }
            loop {
                let left = deadline.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    bail!("not within {} s: {what}; {collection} now: {}", within.as_secs(), short(&objects));
                }
                let mut reached = false;
                let next = self.watch(collection, &revision, left.min(WINDOW), |change| {
                    match change {
                        Change::Set(name, object) => drop(objects.insert(name, object)),
                        Change::Gone(name) => drop(objects.remove(&name)),
                    }
                    reached = holds(&objects);
                    Ok(!reached && Instant::now() < deadline)
                });
                match next.with_context(|| format!("waiting for: {what}"))? {
                    _ if reached => return Ok(objects),
                    Some(next) => revision = next,
                    // The server has forgotten that revision: list again.
                    None => break,
                }
            }
        }
    }

    /// The objects of a collection and the list's resourceVersion.
    pub(super) fn list(&self, collection: &str) -> Result<(Objects, String)> {
        let response = self.send("GET", collection, None, None)?;
        let mut list = expect(&response, collection, &[200])?;
        let revision = text(&list, "/metadata/resourceVersion").to_owned();
        let items = list.get_mut("items").map(Value::take).unwrap_or_default();
        let items = if let Value::Array(items) = items { items } else { Vec::new() };
        Ok((items.into_iter().map(|item| (name(&item), item)).collect(), revision))
    }

    /// Watches a collection from a revision for at most `window`, as long as `each` says to go on. Returns the revision reached;
    /// none when the server no longer knows the revision.
    pub(super) fn watch(
        &self,
        collection: &str,
        revision: &str,
        window: Duration,
        mut each: impl FnMut(Change) -> Result<bool>,
    ) -> Result<Option<String>> {
        let join = if collection.contains('?') { '&' } else { '?' };
        let seconds = window.as_secs().max(1);
        let path =
            format!("{collection}{join}watch=true&allowWatchBookmarks=true&resourceVersion={revision}&timeoutSeconds={seconds}");
        let (head, body) = self.target.open(&request("GET", &path, None, None), window.saturating_add(GRACE))?;
        if head.status == 410 {
            return Ok(None);
        }
        ensure!(head.status == 200, "GET {path}: {}", head.status);
        let mut reached = revision.to_owned();
        for line in body.lines() {
            let mut event: Value = serde_json::from_str(&line?).with_context(|| format!("unreadable event of {path}"))?;
            let object = event.get_mut("object").map(Value::take).unwrap_or_default();
            let kind = text(&event, "/type");
            if kind == "ERROR" {
                if object.get("code").and_then(Value::as_u64) == Some(410) {
                    return Ok(None);
                }
                bail!("GET {path}: {object}");
            }
            text(&object, "/metadata/resourceVersion").clone_into(&mut reached);
            let go_on = match kind {
                "BOOKMARK" => true,
                "DELETED" => each(Change::Gone(name(&object)))?,
                _ => each(Change::Set(name(&object), object))?,
            };
            if !go_on {
                break;
            }
        }
        Ok(Some(reached))
    }

    fn send(&self, method: &str, path: &str, media: Option<&str>, body: Option<&Value>) -> Result<Response> {
        let bytes = body.map(Value::to_string);
        let request = request(method, path, media, bytes.as_deref().map(str::as_bytes));
        self.target.send(&request).with_context(|| format!("{method} {path}"))
    }
}

fn request<'a>(method: &'a str, path: &'a str, media: Option<&str>, body: Option<&'a [u8]>) -> Request<'a> {
    let mut headers = vec![("Accept".to_owned(), "application/json".to_owned())];
    headers.extend(media.map(|media| ("Content-Type".to_owned(), media.to_owned())));
    Request { method, path, headers, body, identity: Identity::Admin, leave: None }
}

fn expect(response: &Response, path: &str, good: &[u16]) -> Result<Value> {
    let body = String::from_utf8_lossy(&response.body);
    ensure!(good.contains(&response.status), "{path}: {} {}", response.status, body.trim());
    serde_json::from_str(&body).with_context(|| format!("{path} answered no JSON"))
}

/// The string at a JSON pointer; empty when there is none.
pub(super) fn text<'a>(object: &'a Value, pointer: &str) -> &'a str {
    object.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The number at a JSON pointer; 0 when there is none, as Go reads an absent one.
pub(super) fn number(object: &Value, pointer: &str) -> i64 {
    object.pointer(pointer).and_then(Value::as_i64).unwrap_or_default()
}

/// Status of the condition of a type; empty when there is none.
pub(super) fn condition<'a>(object: &'a Value, kind: &str) -> &'a str {
    let conditions = object.pointer("/status/conditions").and_then(Value::as_array);
    let found = conditions.and_then(|all| all.iter().find(|condition| text(condition, "/type") == kind));
    found.map_or("", |condition| text(condition, "/status"))
}

fn name(object: &Value) -> String {
    match (text(object, "/metadata/namespace"), text(object, "/metadata/name")) {
        ("", name) => name.to_owned(),
        (namespace, name) => format!("{namespace}/{name}"),
    }
}

/// The objects for a message: their status where they have one, cut off where nobody would read on.
fn short(objects: &Objects) -> String {
    let mut out = format!("{} objects", objects.len());
    for (name, object) in objects.iter().take(3) {
        let shown = object.get("status").filter(|status| !status.is_null()).unwrap_or(object);
        let text: String = shown.to_string().chars().take(600).collect();
        out.push_str(&format!("\n       {name}: {text}"));
    }
    out
}

//! The cacher over a memory store: a small world of pods that the cases share.
#![expect(clippy::disallowed_methods, reason = "tests start tasks on their own runtime")]

use std::sync::Arc;
use std::time::Duration;

use storage::{Body, MemoryStore, Store, Txn, Value};
use sys::sim::Sim;

use crate::scan::{MetaOrder, scan};
use crate::*;

mod decoding;
mod load;
mod model;
mod reading;
mod starts;
mod watching;

const PREFIX: &str = "/registry/pods/";

/// Pods with one selectable field, `spec.nodeName`.
struct PodCodec;

impl ObjectCodec for PodCodec {
    fn decode(&self, key: &Key, value: &Value, revision: Revision) -> Result<Object, CorruptObject> {
        let corrupt = |why: String| CorruptObject { key: key.clone(), revision, why };
        let text = value.body.to_contiguous();
        let found = scan(&text, MetaOrder::Declared, &[&["spec", "nodeName"]]).map_err(|error| corrupt(error.to_string()))?;
        let parts = ObjectParts { body: value.body.clone(), namespaced: true, ..found.into_parts() };
        Ok(Object::new(key.clone(), revision, parts))
    }
}

fn key(name: &str) -> Key {
    Key::from(format!("{PREFIX}{name}"))
}

/// A pod `namespace/name` with label `app` and a node.
fn pod(path: &str, app: &str, node: &str) -> Value {
    let (namespace, name) = path.split_once('/').unwrap();
    let json = format!(
        r#"{{"kind":"Pod","apiVersion":"v1","metadata":{{"name":"{name}","namespace":"{namespace}","uid":"u","creationTimestamp":null,"labels":{{"app":"{app}"}}}},"spec":{{"nodeName":"{node}"}}}}"#
    );
    Value::new(bytes::Bytes::from_static(b"h"), Body::from(json.as_bytes()))
}

fn app(value: &str) -> Predicate {
    let value = value.to_owned();
    Arc::new(move |object| object.label_is((text_hash(b"app"), "app"), (text_hash(value.as_bytes()), value.as_str())))
}

fn everything() -> Scope {
    Scope::Prefix(Key::from(PREFIX))
}

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// A simulated world with one cacher.
struct World {
    sim: Sim,
    store: Arc<MemoryStore>,
    cacher: Cacher,
}

impl World {
    fn new() -> Self {
        Self::bounded(Limits::default(), storage::Limits::default())
    }

    fn bounded(limits: Limits, store_limits: storage::Limits) -> Self {
        let sim = Sim::new(1);
        let store = Arc::new(MemoryStore::new(sim.sys(), store_limits));
        let cacher = Cacher::new(store.clone(), Key::from(PREFIX), Arc::new(PodCodec), sim.sys(), limits);
        Self { sim, store, cacher }
    }

    async fn commit(&self, txn: Txn) -> Revision {
        self.store.commit(txn).await.unwrap().revision
    }

    async fn put(&self, path: &str, app: &str) -> Revision {
        self.commit(Txn::default().put(key(path), pod(path, app, "n1"))).await
    }

    async fn delete(&self, path: &str) -> Revision {
        self.commit(Txn::default().delete(key(path))).await
    }

    /// A commit of another resource.
    async fn elsewhere(&self) -> Revision {
        self.commit(Txn::default().put(Key::from("/registry/nodes/n1"), Value::from("x"))).await
    }

    async fn watch(&self, start: WatchStart) -> Cursor {
        self.cacher.watch(WatchRequest::new(everything(), start)).await.unwrap()
    }

    async fn watch_app(&self, start: WatchStart, value: &str) -> Cursor {
        let request = WatchRequest { predicate: Some(app(value)), ..WatchRequest::new(everything(), start) };
        self.cacher.watch(request).await.unwrap()
    }
}

/// An item as `ADDED a/1@5 app` (the app label as the object that is sent has it), `BOOKMARK@7`, `CLOSED Slow`.
fn describe(item: &CursorItem) -> String {
    match item {
        CursorItem::Event(event) => {
            let object = &event.object;
            let label = object.label("app").unwrap_or_default().into_owned();
            let kind = format!("{:?}", event.kind).to_uppercase();
            format!("{kind} {}/{}@{} {label}", object.namespace(), object.name(), event.revision)
        }
        CursorItem::Bookmark(bookmark) => {
            format!("BOOKMARK@{}{}", bookmark.revision, if bookmark.initial_events_end { " end" } else { "" })
        }
        CursorItem::Closed(reason) => format!("CLOSED {reason:?}"),
    }
}

/// The next item, which must come.
async fn next_item(cursor: &mut Cursor) -> CursorItem {
    tokio::time::timeout(seconds(10), cursor.next()).await.expect("the cursor has something to give")
}

async fn next(cursor: &mut Cursor) -> String {
    describe(&next_item(cursor).await)
}

/// Lets the feed apply what was committed.
async fn settle(world: &World) -> Revision {
    world.cacher.consistent().await.unwrap().revision()
}

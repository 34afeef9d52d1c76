//! Figures of the watch cache over a memory store: `cargo run --release -p cacher --example cache_figures`. 30,000 objects of 6 KB; answers
//! are checked. Not part of any product or test.
#![expect(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, reason = "a measuring program")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use cacher::scan::{MetaOrder, scan};
use cacher::*;
use storage::{Body, MemoryStore, Store, Txn, Value};

const PREFIX: &str = "/registry/pods/";

struct Codec;

impl ObjectCodec for Codec {
    fn decode(&self, key: &Key, value: &Value, revision: Revision) -> Result<Object, CorruptObject> {
        let text = value.body.to_contiguous();
        let found = scan(&text, MetaOrder::Declared, &[&["spec", "nodeName"], &["status", "phase"]])
            .map_err(|error| CorruptObject { key: key.clone(), revision, why: error.to_string() })?;
        let parts = ObjectParts { body: value.body.clone(), namespaced: true, ..found.into_parts() };
        Ok(Object::new(key.clone(), revision, parts))
    }
}

fn report(what: &str, count: usize, took: Duration) {
    let each = took.as_secs_f64() / f64::from(u32::try_from(count).unwrap());
    println!("{what:<62} {:>10.2} us each {:>12.0}/s", each * 1e6, 1.0 / each);
}

fn key(n: usize) -> Key {
    Key::from(format!("{PREFIX}namespace-{}/pod-{n:06}", n % 20))
}

fn pod(n: usize, version: usize) -> Value {
    let containers =
        format!(r#"{{"name":"c","image":"registry.example/app:{version}","env":[{{"name":"A","value":"b"}}]}},"#).repeat(70);
    let json = format!(
        r#"{{"kind":"Pod","apiVersion":"v1","metadata":{{"name":"pod-{n:06}","namespace":"namespace-{}","uid":"00000000-0000-0000-0000-{n:012}","creationTimestamp":"2026-01-01T00:00:00Z","labels":{{"app":"app-{}","tier":"web"}}}},"spec":{{"containers":[{}],"nodeName":"node-{}"}},"status":{{"phase":"Running"}}}}"#,
        n % 20,
        n % 50,
        containers.trim_end_matches(','),
        n % 100
    );
    Value::new(bytes::Bytes::from_static(b"h"), Body::from(json.as_bytes()))
}

fn resident() -> usize {
    #[expect(clippy::disallowed_methods, reason = "the process's own size")]
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").trim().parse::<usize>().unwrap() * 1024
}

async fn churn(store: &Arc<MemoryStore>, from: usize, count: usize) {
    for n in from..from + count {
        store.commit(Txn::default().put(key(n * 7919 % 30_000), pod(n * 7919 % 30_000, n))).await.unwrap();
    }
}

async fn fan_out(store: &Arc<MemoryStore>, cacher: &Cacher, watchers: usize, trigger: bool) {
    const EVENTS: usize = 2000;
    let mut tasks = Vec::new();
    for watcher in 0..watchers {
        let mut request = WatchRequest::new(Scope::Prefix(Key::from(PREFIX)), WatchStart::Now);
        if trigger {
            let node: Box<str> = format!("node-{}", watcher % 100).into();
            let hash = text_hash(node.as_bytes());
            request.trigger = Some(Trigger { field: 0, value: node.clone() });
            request.predicate = Some(Arc::new(move |object| object.field_is(0, hash, &node)));
        }
        let mut cursor = cacher.watch(request).await.unwrap();
        let expect = if trigger { EVENTS / 100 } else { EVENTS };
        tasks.push(tokio::spawn(async move {
            for _ in 0..expect {
                match cursor.next().await {
                    CursorItem::Event(event) => drop(event.frame(1, |event| {
                        let mut out = Vec::with_capacity(event.object.json_len(Form::Whole, event.revision));
                        event.object.write_json(&mut out, Form::Whole, event.revision);
                        out.into()
                    })),
                    other => panic!("{other:?}"),
                }
            }
        }));
    }
    let values: Vec<_> = (0..EVENTS).map(|n| (key(n), pod(n, 99))).collect();
    let start = Instant::now();
    for (key, value) in values {
        store.commit(Txn::default().put(key, value)).await.unwrap();
    }
    let written = start.elapsed();
    for task in tasks {
        task.await.unwrap();
    }
    let delivered = if trigger { EVENTS * watchers / 100 } else { EVENTS * watchers };
    let kind = if trigger { "each of one node" } else { "of everything" };
    report(&format!("{watchers} watchers {kind}: delivery, encoded once"), delivered, start.elapsed());
    report(&format!("{watchers} watchers {kind}: commit meanwhile"), EVENTS, written);
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let sys = sys::real();
    let store = Arc::new(MemoryStore::new(sys.clone(), storage::Limits::default()));
    let empty = resident();
    for n in 0..30_000 {
        store.commit(Txn::create(key(n), pod(n, 0))).await.unwrap();
    }
    store.compact(store.revisions().current).await.unwrap();
    let size = pod(1, 0).len();
    println!("object: {size} bytes; in the store {} bytes of memory each", (resident() - empty) / 30_000);
    let cacher = Cacher::new(store.clone(), Key::from(PREFIX), Arc::new(Codec), sys, Limits::default());
    let start = Instant::now();
    assert_eq!(cacher.consistent().await.unwrap().len(), 30_000);
    report("first list: decode", 30_000, start.elapsed());
    println!("with the cache {} bytes of memory each", (resident() - empty) / 30_000);

    let start = Instant::now();
    for _ in 0..100_000 {
        assert_eq!(cacher.consistent().await.unwrap().len(), 30_000);
    }
    report("consistent snapshot of a quiet resource", 100_000, start.elapsed());
    let snapshot = cacher.consistent().await.unwrap();
    let start = Instant::now();
    let mut bytes = 0;
    let mut out = Vec::with_capacity(1 << 17);
    for object in snapshot.range(PREFIX.as_bytes(), None) {
        object.write_json(&mut out, Form::ListItem, object.revision());
        if out.len() > 1 << 16 {
            bytes += out.len();
            out.clear();
        }
    }
    report(&format!("list of 30,000 written in 64 KB pieces ({} MB)", bytes >> 20), 30_000, start.elapsed());
    let (key_hash, value_hash) = (text_hash(b"app"), text_hash(b"app-7"));
    let start = Instant::now();
    let found = snapshot.range(PREFIX.as_bytes(), None);
    assert_eq!(found.filter(|object| object.label_is((key_hash, "app"), (value_hash, "app-7"))).count(), 600);
    report("label selector over 30,000, 2 % match", 1, start.elapsed());

    let start = Instant::now();
    for n in 0..5000 {
        store.commit(Txn::default().put(key(n), pod(n, 1))).await.unwrap();
        cacher.consistent().await.unwrap();
    }
    report("commit, then a consistent read (making the object included)", 5000, start.elapsed());
    let start = Instant::now();
    assert_eq!(cacher.exact(Revision(store.revisions().current.0 - 1000)).await.unwrap().len(), 30_000);
    report("exact snapshot 1,000 changes back, rebuilt", 1, start.elapsed());

    for watchers in [1, 100, 1000] {
        fan_out(&store, &cacher, watchers, false).await;
    }
    fan_out(&store, &cacher, 5000, true).await;
    let start = Instant::now();
    churn(&store, 0, 100_000).await;
    report("churn: commit (making the object included)", 100_000, start.elapsed());
    cacher.consistent().await.unwrap();
    println!("{:?}", cacher.stats());
    store.compact(store.revisions().current).await.unwrap();
    println!("after 100,000 updates {} bytes of memory each, window included", (resident() - empty) / 30_000);
}

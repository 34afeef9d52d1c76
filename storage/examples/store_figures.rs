//! Figures of the memory store, on real time: `cargo run --release -p storage --example store_figures`. Prints operations per second with
//! 1 KiB values; answers are checked before anything is timed. Not part of any product or test.
#![expect(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, reason = "a measuring program")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use storage::{Key, Limits, MemoryStore, RangeRequest, Store, Txn, Value, WatchItem};

fn report(what: &str, count: usize, took: Duration) {
    let each = took.as_secs_f64() / f64::from(u32::try_from(count).unwrap());
    println!("{what:<58} {:>10.2} us each {:>12.0}/s", each * 1e6, 1.0 / each);
}

fn key(n: usize) -> Key {
    Key::from(format!("/registry/pods/namespace-{}/pod-{n:06}", n % 100))
}

fn store() -> Arc<MemoryStore> {
    Arc::new(MemoryStore::new(sys::real(), Limits::default()))
}

async fn writers(store: &Arc<MemoryStore>, value: &Value, writers: usize, each: usize) -> Duration {
    let start = Instant::now();
    let tasks: Vec<_> = (0..writers)
        .map(|writer| {
            let (store, value) = (store.clone(), value.clone());
            tokio::spawn(async move {
                for n in 0..each {
                    store.commit(Txn::default().put(key(writer * 1000 + n % 1000), value.clone())).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    start.elapsed()
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let value = Value::from("x".repeat(1024).as_str());
    for count in [1, 16, 64] {
        let store = store();
        let each = 200_000 / count;
        let took = writers(&store, &value, count, each).await;
        assert_eq!(store.revisions().current.0, 1 + (each * count) as u64);
        report(&format!("commit, {count} writers"), each * count, took);
    }
    let store = store();
    for n in 0..30_000 {
        store.commit(Txn::create(key(n), value.clone())).await.unwrap();
    }
    let before = store.revisions().current;
    let start = Instant::now();
    let answer = store.range(RangeRequest::prefix(b"/registry/pods/")).await.unwrap();
    assert_eq!(answer.items.len(), 30_000);
    report("range of 30,000", 1, start.elapsed());
    let start = Instant::now();
    for n in 0..1000 {
        let page = RangeRequest::prefix(b"/registry/pods/").from_key(key(n % 98)).limit(500);
        assert_eq!(store.range(page).await.unwrap().items.len(), 500);
    }
    report("page of 500", 1000, start.elapsed());
    let start = Instant::now();
    for n in 0..100_000 {
        assert!(store.get(&key(n % 30_000), None).await.unwrap().item.is_some());
    }
    report("get", 100_000, start.elapsed());
    for n in 0..10_000 {
        store.commit(Txn::default().put(key(n), value.clone())).await.unwrap();
    }
    let start = Instant::now();
    let past = store.range(RangeRequest::prefix(b"/registry/pods/").at(before)).await.unwrap();
    assert!(past.items.iter().all(|item| item.mod_revision <= before) && past.items.len() == 30_000);
    report("range of 30,000 at a revision 10,000 back", 1, start.elapsed());

    let mut watch = store.watch(Key::from("/registry/pods/"), before).await.unwrap();
    let start = Instant::now();
    let mut batches = 0;
    while batches < 10_000 {
        if let WatchItem::Batch(_) = watch.next().await.unwrap() {
            batches += 1;
        }
    }
    report("watch, replayed from the log", batches, start.elapsed());
    let writing = tokio::spawn({
        let (store, value) = (store.clone(), value.clone());
        async move { writers(&store, &value, 1, 100_000).await }
    });
    let start = Instant::now();
    batches = 0;
    while batches < 100_000 {
        if let WatchItem::Batch(_) = watch.next().await.unwrap() {
            batches += 1;
        }
    }
    report("watch, live behind one writer", batches, start.elapsed());
    report("commit, 1 writer with that watch", 100_000, writing.await.unwrap());
    let start = Instant::now();
    let bytes: usize = store.snapshot().await.unwrap().map(|piece| piece.len()).sum();
    println!("snapshot of 30,000: {bytes} bytes in {:?}", start.elapsed());
}

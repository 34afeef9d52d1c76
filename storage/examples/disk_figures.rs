//! Figures of the store on disk, on real time: `cargo run --release -p storage --example disk_figures [FOLDER]`. Prints durable commits per
//! second with 1 KiB values beside a raw sync of the same disk, and how long a store of 30,000 values of 6 KB takes to open. Answers are
//! checked. Not part of any product or test; the benchmark beside etcd is in `conformance/bench`.
#![expect(clippy::print_stdout, clippy::unwrap_used, clippy::disallowed_methods, reason = "a measuring program")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use storage::{EmbeddedLimits, EmbeddedStore, Key, RangeRequest, Store, Txn, Value};
use sys::Open;

fn key(n: usize) -> Key {
    Key::from(format!("/registry/pods/namespace-{}/pod-{n:06}", n % 100))
}

fn open(dir: &Path) -> Arc<EmbeddedStore> {
    Arc::new(EmbeddedStore::open(sys::real(), dir, EmbeddedLimits::default()).unwrap())
}

fn percentiles(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times[times.len() * share / 100];
    println!("{what:<44} p50 {:>8.3} ms  p99 {:>8.3} ms", at(50).as_secs_f64() * 1e3, at(99).as_secs_f64() * 1e3);
}

fn raw(dir: &Path) {
    let disk = sys::real().disk;
    disk.create_dir(dir, 0o700).unwrap();
    let path = dir.join("raw");
    let file = disk.open(&path, Open::Create).unwrap();
    file.allocate(8 << 20).unwrap();
    file.sync_data().unwrap();
    let times = (0..2000_u64).map(|n| {
        let start = Instant::now();
        file.write_at(&[b'x'; 1024], n * 1024).unwrap();
        file.sync_data().unwrap();
        start.elapsed()
    });
    percentiles("raw: write 1 KiB and fdatasync", times.collect());
    disk.remove(&path).unwrap();
}

async fn writers(store: &Arc<EmbeddedStore>, count: usize, each: usize) -> Vec<Duration> {
    let value = Value::from("x".repeat(1024).as_str());
    let tasks: Vec<_> = (0..count)
        .map(|writer| {
            let (store, value) = (store.clone(), value.clone());
            tokio::spawn(async move {
                let mut times = Vec::with_capacity(each);
                for n in 0..each {
                    let start = Instant::now();
                    store.commit(Txn::default().put(key(writer * 1000 + n % 1000), value.clone())).await.unwrap();
                    times.push(start.elapsed());
                }
                times
            })
        })
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await.unwrap());
    }
    times
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let dir = std::env::args().nth(1).map_or_else(|| PathBuf::from("target/disk-figures"), PathBuf::from);
    raw(&dir);
    for (count, each) in [(1, 3000), (16, 3000), (64, 2000)] {
        let store = open(&dir.join(format!("writers-{count}")));
        let before = store.revisions().current.0;
        let start = Instant::now();
        let times = writers(&store, count, each).await;
        let took = start.elapsed();
        assert_eq!(store.revisions().current.0, before + (count * each) as u64);
        let statistics = store.statistics();
        percentiles(&format!("{count} writers"), times);
        let rate = f64::from(u32::try_from(count * each).unwrap()) / took.as_secs_f64();
        println!(
            "    {rate:.0} commits/s, {} syncs of {:?}",
            statistics.syncs,
            statistics.sync_time / u32::try_from(statistics.syncs).unwrap()
        );
        store.close().await;
    }
    let dir = dir.join("pods");
    let store = open(&dir);
    let value = Value::from("p".repeat(6000).as_str());
    for n in 0..300 {
        let commits = (0..100).map(|m| store.commit(Txn::default().put(key(n * 100 + m), value.clone())));
        futures_util::future::join_all(commits).await.into_iter().for_each(|done| drop(done.unwrap()));
    }
    store.close().await;
    println!("{:?}", store.statistics());
    drop(store);
    for _ in 0..3 {
        let start = Instant::now();
        let store = open(&dir);
        let opened = start.elapsed();
        let answer = store.range(RangeRequest::prefix(b"/registry/")).await.unwrap();
        assert_eq!(answer.items.len(), 30_000);
        println!("open with 30,000 values of 6 KB: {opened:?}, and a range of all: {:?}", start.elapsed());
        store.close().await;
    }
    std::fs::remove_dir_all(dir.parent().unwrap()).unwrap();
}

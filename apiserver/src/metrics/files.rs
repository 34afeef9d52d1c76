//! What the store says of its files: their size under upstream's name, and the rest under names of our own. Declared when the server starts,
//! read at each scrape. A store without files (`--memory`) shows none of it.
//!
//! Each family reads for itself, so that two of them may be a commit apart.

use std::sync::Arc;

use daemon::metrics::{About, Kind, Registry, Stability, Value};
use storage::{Statistics, Store};

const SIZE: About = About::new("apiserver_storage_size_bytes", Stability::Stable, "Bytes that the store's files take.");
/// What upstream calls the only place where objects are kept.
const ONLY: &str = "etcd-0";

/// A family of our own, and what of the figures it shows.
type Family = (About, Kind, fn(&Statistics) -> Value);

const FAMILIES: [Family; 10] = [
    counter("ferrokube_storage_syncs_total", "Writes that were made durable.", |s| Value::count(s.syncs)),
    counter("ferrokube_storage_synced_bytes_total", "Bytes that were made durable.", |s| Value::count(s.synced_bytes)),
    counter("ferrokube_storage_sync_seconds_total", "Time that waiting for the disk took.", |s| {
        Value::Number(s.sync_time.as_secs_f64())
    }),
    counter("ferrokube_storage_checkpoints_total", "Checkpoints that were written.", |s| Value::count(s.checkpoints)),
    gauge("ferrokube_storage_files", "Files of the store.", |s| Value::count(s.files as u64)),
    gauge("ferrokube_storage_file_bytes", "Bytes that the store's files take.", |s| Value::count(s.file_bytes)),
    gauge("ferrokube_storage_live_bytes", "Bytes of live keys and values.", |s| Value::count(s.live_bytes as u64)),
    gauge("ferrokube_storage_history_bytes", "Bytes that history counts.", |s| Value::count(s.history_bytes as u64)),
    gauge("ferrokube_storage_disk_full", "Whether only deletes are admitted because the disk is full.", |s| flag(s.full)),
    gauge("ferrokube_storage_failed", "Whether the store has stopped because its disk failed.", |s| flag(s.failed)),
];

const fn counter(name: &'static str, help: &'static str, show: fn(&Statistics) -> Value) -> Family {
    (About::new(name, Stability::Alpha, help), Kind::Counter, show)
}

const fn gauge(name: &'static str, help: &'static str, show: fn(&Statistics) -> Value) -> Family {
    (About::new(name, Stability::Alpha, help), Kind::Gauge, show)
}

fn flag(on: bool) -> Value {
    Value::count(u64::from(on))
}

/// Declares all of it.
pub(crate) fn declare(registry: &Registry, store: &Arc<dyn Store>) {
    let asked = store.clone();
    registry.observed(SIZE, Kind::Gauge, &["storage_cluster_id"], move |rows| {
        if let Some(statistics) = asked.statistics() {
            rows.push(&[ONLY], Value::count(statistics.file_bytes));
        }
    });
    for (about, kind, show) in FAMILIES {
        let asked = store.clone();
        registry.observed(about, kind, &[], move |rows| {
            if let Some(statistics) = asked.statistics() {
                rows.push(&[], show(&statistics));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::path::Path;
    use std::time::Duration;

    use storage::{Body, EmbeddedLimits, EmbeddedStore, Error, Key, Limits, MemoryStore, Revision, Txn};
    use sys::sim::{CallKind, Fault, Sim};

    use super::*;

    const SYNC: Duration = Duration::from_millis(3);

    struct Shown {
        sim: Sim,
        store: Arc<dyn Store>,
        registry: Registry,
    }

    impl Shown {
        /// A store of small files on a disk that takes its time to sync.
        fn new() -> Self {
            let sim = Sim::new(1);
            let limits = EmbeddedLimits { segment_bytes: 8 << 10, checkpoint_bytes: 16 << 10, ..EmbeddedLimits::default() };
            let store: Arc<dyn Store> = Arc::new(EmbeddedStore::open(sim.sys(), Path::new("/store"), limits).unwrap());
            let slow = sim.clone();
            sim.disk().observe(move |call, _| {
                if call.kind == CallKind::Sync {
                    slow.advance(SYNC);
                }
            });
            let registry = Registry::default();
            declare(&registry, &store);
            Self { sim, store, registry }
        }

        fn value(&self, series: &str) -> f64 {
            let text = self.registry.text(&[]);
            let line = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
            line.unwrap_or_else(|| panic!("{series} is not in {text}")).parse().unwrap()
        }

        async fn put(&self, key: &str, bytes: usize) -> Result<Revision, Error> {
            let value = storage::Value::new(bytes::Bytes::new(), Body::from(vec![b'x'; bytes].as_slice()));
            Ok(self.store.commit(Txn::default().put(Key::from(key), value)).await?.revision)
        }

        /// The test is over: the observer has a hand on the disk that has the observer.
        async fn end(self) {
            self.sim.disk().stop_observing();
            self.store.close().await;
        }
    }

    #[tokio::test]
    async fn a_write_is_counted_with_its_bytes_and_its_time() {
        let shown = Shown::new();
        let names = ["syncs_total", "synced_bytes_total", "sync_seconds_total", "live_bytes", "history_bytes"];
        let values = || names.map(|name| shown.value(&format!("ferrokube_storage_{name}")));
        let before = values();
        shown.put("/a", 100).await.unwrap();
        let made = values();
        let [syncs, synced, time, live, _] = std::array::from_fn(|at| made[at] - before[at]);
        assert_eq!(syncs, 1.0);
        assert!((time - SYNC.as_secs_f64()).abs() < 1e-9, "{time}");
        assert!((102.0..300.0).contains(&synced) && (102.0..300.0).contains(&live), "{synced} {live}");
        shown.put("/a", 100).await.unwrap();
        let [syncs, synced_again, _, live, history] = std::array::from_fn(|at| values()[at] - made[at]);
        assert_eq!((syncs, live), (1.0, 0.0));
        assert!((102.0..300.0).contains(&synced_again) && history > 100.0, "{synced_again} {history}");
        shown.end().await;
    }

    #[tokio::test]
    async fn files_and_checkpoints_are_counted_as_they_come() {
        let shown = Shown::new();
        let sizes = || {
            let size = shown.value("apiserver_storage_size_bytes{storage_cluster_id=\"etcd-0\"}");
            (shown.value("ferrokube_storage_files"), shown.value("ferrokube_storage_file_bytes"), size)
        };
        let (files, bytes, size) = sizes();
        assert!(files >= 2.0 && bytes > 8192.0 && size == bytes, "{files} {bytes} {size}");
        assert_eq!(shown.value("ferrokube_storage_checkpoints_total"), 0.0);
        for n in 0..100 {
            shown.put(&format!("/{n}"), 500).await.unwrap();
            shown.sim.pass(Duration::from_secs(1)).await;
        }
        let (more_files, more_bytes, size) = sizes();
        assert!(more_files > files && more_bytes > bytes + 50_000.0 && size == more_bytes, "{more_files} {more_bytes} {size}");
        assert!(shown.value("ferrokube_storage_checkpoints_total") >= 1.0);
        shown.end().await;
    }

    #[tokio::test]
    async fn a_full_disk_is_shown() {
        let shown = Shown::new();
        assert_eq!(shown.value("ferrokube_storage_disk_full"), 0.0);
        shown.sim.disk().set_capacity(64 << 10);
        let mut refused = None;
        for n in 0..200 {
            refused = shown.put(&format!("/{n}"), 1000).await.err();
            if refused.is_some() {
                break;
            }
        }
        assert!(matches!(refused, Some(Error::NoSpace)), "{refused:?}");
        assert_eq!(shown.value("ferrokube_storage_disk_full"), 1.0);
        assert_eq!(shown.value("ferrokube_storage_failed"), 0.0);
        shown.end().await;
    }

    #[tokio::test]
    async fn a_failed_disk_is_shown() {
        let shown = Shown::new();
        shown.put("/a", 1).await.unwrap();
        assert_eq!(shown.value("ferrokube_storage_failed"), 0.0);
        shown.sim.disk().fail(Fault::of(CallKind::Sync, 1, ErrorKind::Other).lasting());
        shown.put("/a", 2).await.unwrap_err();
        assert_eq!(shown.value("ferrokube_storage_failed"), 1.0);
        shown.end().await;
    }

    #[tokio::test]
    async fn a_store_without_files_shows_nothing() {
        let registry = Registry::default();
        let store: Arc<dyn Store> = Arc::new(MemoryStore::new(Sim::new(1).sys(), Limits::default()));
        declare(&registry, &store);
        assert!(!registry.text(&[]).contains("storage"));
    }
}

//! Our store, opened in this process. Called by `durable`.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use bytes::Bytes;
use storage::{Body, EmbeddedLimits, EmbeddedStore, Key, RangeRequest, Store, Txn, Value};

use super::Measured;
use super::writers::{self, Sample};
use crate::usage;

/// Measures a new store in a folder, and reads it back twice: as it is, and opened again.
pub(super) async fn measure(folder: &Path, writers: usize, load: Duration) -> Result<Measured> {
    let store = open(folder)?;
    let shared = store.clone();
    let put = move |_: usize, key: Vec<u8>, value: Vec<u8>| {
        let store = shared.clone();
        async move {
            let value = Value::new(Bytes::new(), Body::from(value.as_slice()));
            Ok(store.commit(Txn::default().put(Key::from(key), value)).await?.revision.0)
        }
    };
    // The writers run in this process too: their part is in the figure.
    let cpu = || usage::cpu(std::process::id());
    let before = store.statistics().syncs;
    let many = writers::run("many", writers, load, cpu, put.clone()).await?;
    let syncs = store.statistics().syncs - before;
    let each_sync = Some(many.count() / f64::from(u32::try_from(syncs.max(1))?));
    let lone = writers::run("lone", 1, load, cpu, put).await?;
    compare(&store, &[&many, &lone]).await?;
    store.close().await;
    drop(store);
    let again = open(folder)?;
    compare(&again, &[&many, &lone]).await.context("after it was opened again")?;
    again.close().await;
    Ok(Measured { many, lone, each_sync })
}

fn open(folder: &Path) -> Result<EmbeddedStore> {
    EmbeddedStore::open(sys::real(), folder, EmbeddedLimits::default()).with_context(|| format!("open {}", folder.display()))
}

async fn compare(store: &EmbeddedStore, samples: &[&Sample]) -> Result<()> {
    for sample in samples {
        let answer = store.range(RangeRequest::prefix(&sample.prefix()).counted().limit(1)).await?;
        let get = |key: Vec<u8>| async move {
            let item = store.get(&Key::from(key), None).await?.item.context("a key is gone")?;
            Ok(item.value.body.to_contiguous().to_vec())
        };
        sample.compare(answer.count.context("no count")?, get).await.context("ours")?;
    }
    ensure!(!store.statistics().failed, "the store has failed");
    Ok(())
}

//! Power cuts while a store is being made from a snapshot: before that is done the folder holds no store, afterwards all of it.

use std::path::Path;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use sys::sim::{Cut, DiskImage, Sim};

use super::life::{DIR, OpenStore, empty_disk, process};
use super::{embedded, limits};
use crate::contract::put;
use crate::{Item, RangeRequest, Revision, Store, restore};

/// The pieces of a snapshot of some keys.
fn snapshot(open: &OpenStore) -> Vec<Bytes> {
    process(async {
        let store = open(Sim::with_disk(1, empty_disk()).sys()).unwrap();
        for n in 0..40 {
            put(&store, &format!("/a/{n}"), &format!("value {n} ").repeat(n)).await;
        }
        store.snapshot().await.unwrap().collect()
    })
}

/// The disk before every call of a restore, and after the last one.
fn restored(pieces: Vec<Bytes>) -> (Vec<DiskImage>, Revision) {
    process(async {
        let sim = Sim::with_disk(2, empty_disk());
        let images = Arc::new(Mutex::new(Vec::new()));
        let taken = images.clone();
        sim.disk().observe(move |_, moment| taken.lock().unwrap().push(moment.image()));
        let revision = restore(&sim.sys(), Path::new(DIR), pieces.into_iter().map(Ok), 1000).await.unwrap();
        sim.disk().stop_observing();
        let mut images = std::mem::take(&mut *images.lock().unwrap());
        images.push(sim.disk().image());
        (images, revision)
    })
}

/// What a store shows that is opened on a disk: its revision and its items.
fn shown(open: &OpenStore, image: DiskImage) -> Result<(Revision, Vec<Arc<Item>>), String> {
    process(async {
        let store: Arc<dyn Store> = open(Sim::with_disk(3, image).sys())?;
        let items = store.range(RangeRequest::prefix(b"")).await.map_err(|error| error.to_string())?.items;
        Ok((store.revisions().current, items))
    })
}

#[test]
fn every_call_of_a_restore_cut() {
    let open = embedded(limits(2000, 256));
    let (images, revision) = restored(snapshot(&open));
    let last = images.len() - 1;
    let (at, expect) = shown(&open, images[last].clone()).unwrap();
    assert_eq!((at, expect.len()), (revision, 40));
    let mut early = 0;
    for (call, image) in images.iter().enumerate() {
        let cuts = [Cut::Synced, Cut::Whole].into_iter().chain((0..3).map(Cut::Chance));
        for how in cuts {
            match shown(&open, image.after_cut(how)) {
                Ok((at, items)) if at == revision => assert_eq!(items, expect, "{how:?} before call {call}"),
                Ok((at, items)) if at == Revision(1) && items.is_empty() && call < last => early += 1,
                Err(_) if call < last => early += 1,
                other => panic!("{how:?} before call {call}: {:?}", other.map(|(at, items)| (at, items.len()))),
            }
        }
    }
    assert!(last > 10 && early > 25, "too little happened: {last} calls, {early} without a store");
}

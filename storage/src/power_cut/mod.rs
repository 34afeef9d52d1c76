//! Crash tests of a durable store on the simulated disk: power cuts at every call, failing calls, damaged files. What a store shows after
//! it was opened again is compared with what had been promised. The checks know the store only by the trait, so that they run against
//! a toy as well, which carries the faults that they have to find.
//!
//! ```text
//! life: plan --> workload on a store --> Record { attempts, shots, commits seen }
//! past: Record --> what must be there, and what may be
//! reopen: image after a cut --> store --> everything that it shows, compared with the past
//! cuts, faults, damage: which images
//! ```

use std::path::Path;
use std::sync::Arc;

mod cuts;
mod damage;
mod faults;
mod life;
mod past;
mod planted;
mod reopen;
mod toy;

use cuts::Tried;
use faults::Promise;
use life::{DIR, OpenStore, Plan};
use sys::sim::CallKind;

use crate::{EmbeddedLimits, EmbeddedStore, Limits};

/// Files so small that a few dozen commits meet every switch of a segment and some checkpoints.
fn limits(cached: usize, group: usize) -> EmbeddedLimits {
    let core = Limits { group, history_cached_bytes: cached, watch_queue: 4, ..Limits::default() };
    EmbeddedLimits { core, segment_bytes: 4 << 10, checkpoint_bytes: 6 << 10 }
}

fn embedded(limits: EmbeddedLimits) -> OpenStore {
    Arc::new(move |sys| match EmbeddedStore::open(sys, Path::new(DIR), limits.clone()) {
        Ok(store) => Ok(Arc::new(store) as Arc<dyn crate::Store>),
        Err(error) => Err(error.to_string()),
    })
}

/// How many seeds to try: so many, or `POWER_CUT_RUNS`.
fn runs(default: u64) -> u64 {
    std::env::var("POWER_CUT_RUNS").ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

const LOG: Promise = Promise {
    is_log: |path| path.extension().is_none() && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("log-")),
};

#[test]
fn random_power_cuts() {
    let mut tried = Tried::default();
    let first = std::env::var("POWER_CUT_FIRST").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    for seed in first..first + runs(300) {
        let open = embedded(limits(if seed % 3 == 0 { 0 } else { 2000 }, if seed % 2 == 0 { 3 } else { 256 }));
        tried.add(cuts::random(&open, seed, &Plan::small(seed)).unwrap());
    }
    println!("{tried:?}");
}

#[test]
fn every_call_cut() {
    let plan = Plan { steps: 12, writers: 2, ..Plan::small(1) };
    println!("{:?}", cuts::exhaustive(&embedded(limits(2000, 256)), &plan, 2, 97).unwrap());
}

#[test]
fn every_call_failed() {
    let plan = Plan { steps: 10, ..Plan::small(1) };
    println!("{:?}", faults::every_call(&embedded(limits(2000, 256)), &plan, None, &LOG, |fault| fault).unwrap());
    for kind in [CallKind::Sync, CallKind::Write] {
        println!(
            "{:?}",
            faults::every_call(&embedded(limits(2000, 256)), &plan, Some(kind), &LOG, |fault| fault.lasting()).unwrap()
        );
    }
}

#[test]
fn bits_flipped() {
    let open = embedded(limits(0, 256));
    let victim = damage::Victim::new(&open, &Plan { shots: false, steps: 20, ..Plan::small(3) }).unwrap();
    println!("{:?} {:?}", victim.files(), victim.flip_bits(&open, 1500, 1).unwrap());
}

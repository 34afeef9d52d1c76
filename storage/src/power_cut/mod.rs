//! Crash tests of a durable store on the simulated disk: power cuts at every call, failing calls, damaged files. What a store shows after
//! it was opened again is compared with what had been promised. The checks know the store only by the trait, so that they run against
//! a toy as well, which carries the faults that they have to find.
//!
//! ```text
//! life, run: plan --> workload on a store --> Record { attempts, shots, commits seen }
//! past: Record --> what must be there, and what may be
//! reopen: image after a cut --> store --> everything that it shows, compared with the past
//! cuts, faults, damage: which images
//! ```
//!
//! More of it than in a usual run: `POWER_CUT_RUNS=10000 cargo test -p storage power_cut::random` tries so many seeds of each kind,
//! `POWER_CUT_FIRST` names the first one (to repeat one that failed), `POWER_CUT_STEPS` is the length of the life of which every call is
//! cut, `DAMAGE_RUNS` the number of stores that are damaged.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use sys::sim::{CallKind, Cut, DiskImage};

mod cuts;
mod damage;
mod faults;
mod life;
mod past;
mod planted;
mod reopen;
mod restored;
mod run;
mod timed;
mod toy;

use cuts::Tried;
use faults::Failing;
pub(crate) use life::threaded;
use life::{DIR, OpenStore, Plan, empty_disk, live};
use past::Past;

use crate::{EmbeddedLimits, EmbeddedStore, Limits};

/// Files so small that a few dozen commits meet every switch of a segment and some checkpoints. `cached` are the bytes of history that are
/// not read from disk.
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

/// A number from the environment. `POWER_CUT_RUNS` says how many seeds each random test tries, `POWER_CUT_FIRST` which is the first.
fn from_env(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Tries as many seeds as a usual run does, or as the environment says; in a usual run enough must happen.
fn random(default: u64, prepare: impl Fn(u64) -> (OpenStore, Plan), enough: impl Fn(&Tried) -> bool) {
    let (first, count) = (from_env("POWER_CUT_FIRST", 0), from_env("POWER_CUT_RUNS", default));
    let mut tried = Tried::default();
    for seed in first..first + count {
        let (open, plan) = prepare(seed);
        tried.add(cuts::random(&open, seed, &plan).unwrap());
    }
    println!("{count} seeds: {tried:?}");
    let few = tried.reopened < 7 * usize::try_from(count).unwrap() || !enough(&tried);
    assert!(count < default || !few, "too little happened: {tried:?}");
}

/// Segments of the log, by their final names.
fn is_log(path: &Path) -> bool {
    path.extension().is_none() && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("log-"))
}

#[test]
fn random_power_cuts() {
    let prepare = |seed| {
        let limits = limits(if seed % 3 == 0 { 0 } else { 2000 }, if seed % 2 == 0 { 3 } else { 256 });
        (embedded(limits), Plan::small(seed))
    };
    random(200, prepare, |tried| tried.commits > 5000 && tried.renamed > 2000 && tried.removed > 500);
}

#[test]
fn random_power_cuts_while_history_is_forgotten() {
    let prepare = |seed| {
        let mut limits = limits(1000, 256);
        (limits.core.history_bytes, limits.core.watch_queue) = (12_000, 1024);
        (embedded(limits), Plan { forgets: true, steps: 25, ..Plan::small(seed) })
    };
    random(40, prepare, |tried| tried.removed > 500);
}

#[test]
fn random_power_cuts_of_a_disk_that_runs_full() {
    let prepare = |seed| {
        // A checkpoint is never without room, and what is needed for it at least is a quarter of a megabyte.
        let capacity = Some((280 << 10) + (seed % 16) * 4096);
        (embedded(limits(2000, 256)), Plan { capacity, forgets: true, steps: 25, ..Plan::small(seed) })
    };
    random(40, prepare, |tried| tried.refused > tried.commits / 4 && tried.removed > 500);
}

#[test]
fn random_power_cuts_with_threads() {
    let prepare = |seed| (embedded(limits(2000, 256)), Plan { threads: true, ..Plan::small(seed) });
    random(30, prepare, |tried| tried.commits > 500);
}

#[test]
fn every_call_cut() {
    let plan = Plan { steps: from_env("POWER_CUT_STEPS", 50), writers: 2, ..Plan::small(2) };
    let tried = cuts::exhaustive(&embedded(limits(2000, 256)), empty_disk(), &plan, 1, 199).unwrap();
    println!("{tried:?}");
    assert!(tried.reopened > 1000 && tried.removed > 5, "too little happened: {tried:?}");
}

#[test]
fn every_call_of_a_first_start_cut() {
    let plan = Plan { steps: 3, writers: 2, ..Plan::small(1) };
    let tried = cuts::exhaustive(&embedded(limits(2000, 256)), DiskImage::default(), &plan, 5, 29).unwrap();
    assert!(tried.reopened > 200 && tried.commits > 2, "too little happened: {tried:?}");
}

#[test]
fn every_call_failed() {
    let open = embedded(limits(2000, 256));
    let plan = Plan { steps: 14, ..Plan::small(1) };
    let check = |failing: Failing| {
        // A store without room forgets history to get some.
        let plan = Plan { forgets: failing.error == ErrorKind::StorageFull, ..plan.clone() };
        let failed = faults::every_call(&open, &plan, &failing, is_log).unwrap();
        println!("{:?} {:?}: {failed:?}", failing.kind, failing.error);
        assert!(failed.lives > failed.refused, "too little happened: {failed:?}");
    };
    check(Failing::ANY);
    for kind in [CallKind::Sync, CallKind::Write, CallKind::SyncDir, CallKind::Rename, CallKind::Create] {
        check(Failing { kind: Some(kind), lasting: true, ..Failing::ANY });
    }
    for (written, lasting) in [(0, false), (100, false), (600, true)] {
        check(Failing { kind: Some(CallKind::Write), error: ErrorKind::StorageFull, lasting, written });
        check(Failing { kind: Some(CallKind::Allocate), error: ErrorKind::StorageFull, lasting, written });
    }
    check(Failing { kind: Some(CallKind::Write), written: 300, ..Failing::ANY });
}

#[test]
fn every_call_of_opening_failed() {
    let open = embedded(limits(2000, 256));
    let plan = Plan { steps: 20, ..Plan::small(4) };
    let record = live(&open, empty_disk(), &plan);
    let past = Past::nothing().with_life(&record).unwrap();
    let mut failed = 0;
    for shot in record.shots.iter().step_by(record.shots.len() / 4) {
        let bounds = past.bounds(&record, shot, false);
        for how in [Cut::Synced, Cut::Chance(shot.at as u64)] {
            failed += faults::every_call_of_opening(&open, &shot.image.after_cut(how), &past, bounds).unwrap().lives;
        }
    }
    assert!(failed > 100, "too little happened: {failed}");
}

#[test]
fn damage_is_never_served() {
    let open = embedded(limits(0, 256));
    for seed in 0..from_env("DAMAGE_RUNS", 2) {
        let victim = damage::Victim::new(&open, &Plan { steps: 20, ..Plan::small(seed) }).unwrap();
        let at = |what: &'static str| move |found: String| panic!("seed {seed}, {what}: {found}");
        let flipped = victim.flip_bits(&open, 1000, seed, is_log).unwrap_or_else(at("flips"));
        let spoiled = victim.spoil_sectors(&open, seed, is_log).unwrap_or_else(at("sectors"));
        let lost = victim.lose_files(&open).unwrap_or_else(at("files"));
        println!("{flipped:?} {spoiled:?} {lost:?}");
        assert!(
            flipped.refused > 500 && flipped.unharmed > 100 && spoiled.refused > 50 && lost.refused > 10,
            "too little happened"
        );
    }
}

#[test]
fn a_disk_that_lies_is_found() {
    let open = embedded(limits(2000, 256));
    let found = (0..20).find_map(|seed| cuts::random(&open, seed, &Plan { lying: true, ..Plan::small(seed) }).err());
    assert!(found.is_some(), "a lying disk goes unnoticed");
}

//! The checks of this folder against the toy: they find nothing in a sound store, and every planted fault.

use std::path::Path;
use std::sync::Arc;

use super::faults::Failing;
use super::life::{DIR, OpenStore, Plan, empty_disk};
use super::toy::{Plant, Toy};
use super::{cuts, damage, faults};

fn toy(plant: Plant) -> OpenStore {
    Arc::new(move |sys| Toy::open(sys, Path::new(DIR), plant).map(|store| store as Arc<dyn crate::Store>))
}

fn first_wrong(open: &OpenStore, seeds: u64, plan: &Plan) -> Option<String> {
    (0..seeds).find_map(|seed| cuts::random(open, seed, plan).err())
}

fn is_log(path: &Path) -> bool {
    path.ends_with("log")
}

#[test]
fn a_sound_store_passes() {
    let mut tried = cuts::Tried::default();
    for seed in 0..60 {
        tried.add(cuts::random(&toy(Plant::Sound), seed, &Plan::small(seed)).unwrap());
    }
    assert!(tried.reopened > 200 && tried.twice > 100 && tried.commits > 1000, "too little happened: {tried:?}");
    let plan = Plan { steps: 6, value_bytes: 300, ..Plan::small(1) };
    let tried = cuts::exhaustive(&toy(Plant::Sound), empty_disk(), &plan, 2, 7).unwrap();
    assert!(tried.reopened > 300, "too little happened: {tried:?}");
    let failed = faults::every_call(&toy(Plant::Sound), &plan, &Failing::ANY, is_log).unwrap();
    assert!(failed.lives > 30 && failed.refused > 5 && failed.lives > failed.refused, "{failed:?}");
}

#[test]
fn planted_faults_are_found_by_power_cuts() {
    let check = |plant, expect: &[&str]| {
        let found = first_wrong(&toy(plant), 300, &Plan::small(0)).unwrap_or_else(|| panic!("{plant:?} goes unnoticed"));
        assert!(expect.iter().any(|part| found.contains(part)), "{plant:?} was taken for: {found}");
    };
    check(Plant::EarlyAnswer, &["it came back at revision"]);
    check(Plant::DroppedRecord, &["it came back at revision"]);
    check(Plant::EarlyShow, &["it came back at revision"]);
    check(Plant::SplitRecord, &["atomic", "read: wrong state"]);
    check(Plant::NoChecksum, &["filter", "wrong state", "nothing wrote", "nobody asked", "revision"]);
    check(Plant::NoDirSync, &["it came back at revision"]);
    check(Plant::WritesBehindTornTail, &["it came back at revision", "damaged"]);
    check(Plant::ForgottenCompaction, &["it came back compacted at"]);
    check(Plant::RenewedDeadlines, &["expires at"]);
    check(Plant::ResurrectedKeys, &["previous value", "wrong state", "read"]);
    check(Plant::ForgottenCreation, &["previous value", "read"]);
    check(Plant::RefusedButWritten, &["nobody asked for"]);
}

#[test]
fn a_disk_that_lies_is_found() {
    let plan = Plan { lying: true, ..Plan::small(0) };
    let found = first_wrong(&toy(Plant::Sound), 20, &plan).expect("a lying disk goes unnoticed");
    assert!(found.contains("it came back at revision"), "{found}");
}

#[test]
fn planted_faults_are_found_by_failing_calls() {
    for plant in [Plant::RepeatedSync, Plant::IgnoredSync] {
        let plan = Plan { steps: 6, ..Plan::small(1) };
        let strict = faults::every_call(&toy(plant), &plan, &Failing::ANY, is_log).err();
        assert!(strict.as_ref().is_some_and(|it| it.contains("acknowledged after a failed sync")), "{plant:?}: {strict:?}");
        // The loss itself is found as well.
        let found = faults::every_call(&toy(plant), &plan, &Failing::ANY, |_| false).err();
        assert!(found.as_ref().is_some_and(|it| it.contains("it came back at revision")), "{plant:?}: {found:?}");
    }
}

#[test]
fn planted_faults_are_found_by_damage() {
    let check = |plant, expect: &[&str]| {
        let open = toy(plant);
        let victim = damage::Victim::new(&open, &Plan::small(3)).unwrap();
        let found = victim.flip_bits(&open, 400, 1, is_log).err().unwrap_or_else(|| panic!("{plant:?} goes unnoticed"));
        assert!(expect.iter().any(|part| found.contains(part)), "{plant:?} was taken for: {found}");
    };
    check(Plant::NoChecksum, &["filter", "wrong state", "nothing wrote", "nobody asked", "revision"]);
    check(Plant::DamageIsTheEnd, &["it came back at revision"]);
}

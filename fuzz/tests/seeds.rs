//! Every input under `seeds` through its target, so that a fault that was found once stays away without the engine.
#![expect(clippy::disallowed_methods, reason = "the inputs are files")]

use std::fs;
use std::path::{Path, PathBuf};

use fuzz::TARGETS;

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

fn inputs(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(seeds().join(name)).unwrap_or_else(|error| panic!("no seeds of {name}: {error}"));
    let mut out: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    out.sort();
    out
}

#[test]
fn every_seed_passes() {
    for target in TARGETS {
        let inputs = inputs(target.name);
        assert!(!inputs.is_empty(), "no seeds of {}", target.name);
        for path in inputs {
            // Named when it fails.
            println!("{}", path.display());
            (target.run)(&fs::read(&path).unwrap());
        }
    }
}

#[test]
fn every_folder_of_seeds_belongs_to_a_target() {
    for entry in fs::read_dir(seeds()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(fuzz::target(&name).is_some(), "{name} is no target");
    }
    assert!(TARGETS.is_sorted_by_key(|target| target.name));
}

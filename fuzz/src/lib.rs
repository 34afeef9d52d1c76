//! Fuzz targets: everything that reads bytes from outside, with the properties that must hold for any bytes. Called by the engine
//! (`src/bin/fuzz.rs`, built by scripts/lib/fuzz.sh) and, with the inputs under `seeds`, by an ordinary test. Targets only call and
//! judge; they must never hold state from one input to the next.
//!
//! A property that fails panics, which is what both callers look for. `seeds/TARGET` holds one file per input; `cargo run -p fuzz
//! --example seeds` makes those that are taken from elsewhere in the repository. An input that once found a fault is added there.

mod documents;
mod targets;

/// What may be fuzzed.
pub struct Target {
    /// Its name, and that of its folder of seeds.
    pub name: &'static str,
    /// Judges one input.
    pub run: fn(&[u8]),
    /// Bytes that may be allocated for an input of a length, all at the same time.
    pub memory: fn(usize) -> usize,
}

/// For most: what was read, some trees of it, and what was written.
const fn usual(len: usize) -> usize {
    (1 << 20) + 256 * len
}

/// In alphabetical order.
pub const TARGETS: &[Target] = &[
    Target { name: "accept", run: targets::accept::run, memory: usual },
    // The roots are read anew for each.
    Target { name: "certificate", run: targets::certificate::run, memory: usual },
    Target { name: "credentials", run: targets::credentials::run, memory: usual },
    Target { name: "field_selector", run: targets::field_selector::run, memory: usual },
    Target { name: "fields_v1", run: targets::fields_v1::run, memory: usual },
    Target { name: "json", run: targets::json::run, memory: usual },
    // What a patch copies within the document is bounded by itself: `patch::json_patch::MAX_COPIED_BYTES`.
    Target { name: "json_patch", run: targets::json_patch::run, memory: |len| usual(len) + (64 << 20) },
    Target { name: "label_selector", run: targets::label_selector::run, memory: usual },
    Target { name: "managed_fields", run: targets::managed_fields::run, memory: usual },
    Target { name: "merge_patch", run: targets::merge_patch::run, memory: usual },
    Target { name: "proto", run: targets::proto::run, memory: usual },
    Target { name: "quantity", run: targets::quantity::run, memory: usual },
    Target { name: "request", run: targets::request::run, memory: usual },
    Target { name: "strategic_patch", run: targets::strategic_patch::run, memory: usual },
    Target { name: "time", run: targets::time::run, memory: usual },
    Target { name: "websocket", run: targets::websocket::run, memory: usual },
    // Aliases may copy: the bound is in `object::yaml`.
    Target { name: "yaml", run: targets::yaml::run, memory: |len| usual(len) + (512 << 20) },
];

/// A target by its name.
#[must_use]
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// The first byte of an input that is to be read as this kind.
#[must_use]
pub fn kind(api_version: &str, kind: &str) -> Option<u8> {
    documents::kind_byte(api_version, kind)
}

/// The schema of the kind that a first byte picks.
#[must_use]
pub fn schema(kind: u8) -> Option<object::schema::Schema> {
    documents::split(&[kind]).map(|(schema, _)| schema)
}

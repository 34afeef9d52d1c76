//! The revisioned key-value store: the contract ([`Store`]), its implementation in memory ([`MemoryStore`]) and, with the feature
//! `contract`, the suite that every implementation runs. Called by the API server's cacher and registry only. Knows bytes and
//! revisions; it must never know kinds.
//!
//! The words of the contract:
//!
//! - A [`Key`] is a byte string, a [`Value`] a small header and a [`Body`]. Both are opaque here.
//! - A [`Revision`] counts commits. Every commit that changes something takes exactly one, whatever number of keys it touches;
//!   readers and watchers never see a part of it. A revision is never handed out twice and never decreases.
//! - The state at any revision from the compacted one to the current one can be read; changes after the compacted revision can be
//!   watched.
#![warn(missing_docs)]

mod body;
mod embedded;
mod engine;
mod error;
mod item;
mod key;
mod memory;
#[cfg(test)]
mod power_cut;
mod request;
mod snapshot;
mod store;
mod watch;

#[cfg(any(test, feature = "contract"))]
pub mod contract;

pub use body::{Body, BodyWriter, CHUNK_BYTES};
pub use embedded::{EmbeddedLimits, EmbeddedStore, OpenError, Report, RestoreError, Statistics, check, restore};
pub use engine::Limits;
pub use error::Error;
pub use item::{Item, Revision, Value};
pub use key::{Key, prefix_end};
pub use memory::MemoryStore;
pub use request::{Committed, Compare, GetAnswer, Operation, RangeAnswer, RangeRequest, Revisions, Txn};
pub use snapshot::{Snapshot, SnapshotError};
pub use store::Store;
pub use watch::{Batch, Change, Progress, Watch, WatchItem, WatchSource};

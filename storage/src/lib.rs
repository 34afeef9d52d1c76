//! The revisioned key-value store: contract, memory implementation and the suite that every implementation runs. Called by the API
//! server's cacher and registry only. Knows bytes and revisions; it must never know kinds.
#![warn(missing_docs)]

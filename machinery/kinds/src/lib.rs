//! Every built-in kind: what it looks like and where it is served (generated tables) and, one file each, how it behaves. Used by
//! the API server, its caches and admission. Pure: no I/O, clock, randomness or process-wide state may enter.
#![warn(missing_docs)]

#[rustfmt::skip]
mod generated;
pub mod resource;
pub mod table;

pub use generated::id;

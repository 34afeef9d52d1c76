//! Every built-in kind: what it looks like and where it is served (generated tables) and, one file each, how it behaves. Used by
//! the API server, its caches and admission. Pure: no I/O, clock, randomness or process-wide state may enter.
#![warn(missing_docs)]

#[rustfmt::skip]
mod generated;
pub mod address;
pub mod admissionregistration;
pub mod apiextensions;
pub mod apiregistration;
pub mod apps;
mod authentication;
pub mod autoscaling;
pub mod batch;
pub mod behaviours;
pub mod certificates;
pub mod columns;
pub mod convert;
pub mod coordination;
pub mod core;
pub mod defaults;
pub mod discovery;
pub mod dra;
mod edit;
pub mod events;
pub mod flowcontrol;
pub mod gates;
pub mod internal;
pub mod lifecycle;
pub mod networking;
pub mod node;
pub mod policy;
pub mod prepare;
pub mod rbac;
pub mod resource;
pub mod scale;
pub mod scheduling;
pub mod storage;
pub mod storagemigration;
pub mod strategy;
pub mod table;
#[cfg(test)]
mod testkit;

pub use behaviours::{BEHAVIOURS, behaviour};
pub use generated::id;

//! The object tree and its codecs, driven by schemas. Every layer above reads and changes API objects through this crate; it never
//! knows a particular kind, the clock, or the network.
#![warn(missing_docs)]

pub mod convert;
pub mod json;
pub mod leaf;
pub mod number;
pub mod proto;
pub mod schema;
pub mod tree;
pub mod typed;
pub mod value;
pub mod yaml;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod testkit;

pub use tree::{Kind, NodeMut, NodeRef, Tree, Ty};

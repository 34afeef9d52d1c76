//! JSON in and out, exactly as Go's Kubernetes stack reads and prints it: sigs.k8s.io/json (case-sensitive, strict checks collected)
//! in, encoding/json with HTML escapes out. Called with request bodies and stored bodies; it never knows a kind.

mod decode;
mod encode;
pub mod escape;
mod leaves;
pub(crate) mod scan;
pub(crate) mod strict;
pub mod syntax;
mod type_meta;

pub use decode::{DecodeError, Decoded, decode, decode_stored};
pub use encode::{Comma, Encoded, encode, encode_node, encode_pretty, encode_with_cut};
pub use strict::{Problem, ProblemKind};
pub use syntax::SyntaxError;
pub use type_meta::{TypeMeta, type_meta};

#[cfg(test)]
mod tests;

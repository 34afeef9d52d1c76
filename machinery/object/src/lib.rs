//! The object tree and its codecs, driven by schemas.
#![warn(missing_docs)]

pub mod schema;

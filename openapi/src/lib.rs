//! Builds the documents in which the server describes itself: discovery, OpenAPI and version. The API server calls it with the
//! list of what it serves and sends the bytes; nothing here may do I/O, know HTTP, or work before somebody asks.

pub mod descriptions;
pub mod discovery;
mod document;
mod extensions;
mod operations;
mod parameters;
mod schema;
pub mod served;
mod unions;
pub mod v2;
pub mod v3;
pub mod version;
mod writer;

pub use discovery::Discovery;
pub use document::Document;
pub use operations::returns_deleted;
pub use served::Served;
pub use v2::OpenApiV2;
pub use v3::OpenApi;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha512};

/// SHA-512 in upper-case hexadecimal digits, the form of upstream's tags.
fn etag(bytes: &[u8]) -> String {
    Sha512::digest(bytes).iter().fold(String::with_capacity(128), |mut out, byte| {
        write!(out, "{byte:02X}").expect("writing to a string cannot fail");
        out
    })
}

//! Protobuf as text and back, so that protobuf answers are masked, compared and stored like JSON, and protobuf bodies are written
//! in the cases as JSON.
//!
//! ```text
//! body of a case (JSON text) -> write -> bytes of the request
//! bytes of an answer         -> read  -> JSON text in the order of the wire
//! ```
//! Called by `replay`. The text names fields by the type tables but hides nothing of the bytes: order, presence and every value
//! stay visible, and what does not look exactly as the tables say appears under its number (`#7`). Different bytes never give the
//! same text; `wire` sees to what a text could not show. The product's own protobuf code is not used here.

mod read;
mod wire;
mod write;

use object::schema::{StructDef, StructId, TypeTable};

pub(crate) use read::{read, read_frames};
pub(crate) use wire::frames;
pub(crate) use write::{from_hex, write};

/// What an object in protobuf begins with.
pub(crate) const MAGIC: &[u8] = b"k8s\0";

/// Media type of objects in protobuf.
pub(crate) const MEDIA_TYPE: &str = "application/vnd.kubernetes.protobuf";

/// A message of the tables: a struct, or one of the messages that JSON flattens into it (`nested`, 0 for the struct itself).
#[derive(Clone, Copy)]
struct Message {
    id: StructId,
    nested: u8,
}

fn types() -> &'static TypeTable {
    kinds::table::TYPES
}

impl Message {
    fn def(self) -> &'static StructDef {
        types().get(self.id)
    }
}

/// The message of a kind, if the tables have it. Discovery documents name no version in protobuf.
fn message_of(api_version: &str, kind: &str) -> Option<Message> {
    let api_version = if api_version.is_empty() { "v1" } else { api_version };
    let (group, version) = api_version.split_once('/').unwrap_or(("", api_version));
    kinds::table::struct_of(group, version, kind).map(|id| Message { id, nested: 0 })
}

#[cfg(test)]
mod tests;

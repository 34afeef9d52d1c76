//! Protobuf in and out, byte for byte as Go's generated code reads and prints API objects (gogo protobuf): driven by the same
//! schemas as JSON, so that no kind has code of its own. Called with request bodies and to answer clients that asked for protobuf;
//! it never knows a kind, and must never trust a length it reads.
//!
//! ```text
//!   body  = "k8s\0" Unknown{1: TypeMeta{1: apiVersion, 2: kind}, 2: message, 3: "", 4: ""}      envelope
//!   frame = length (4 bytes, big endian) WatchEvent{1: type, 2: RawExtension{1: body}}          envelope
//!   message <- encode(tree)    message -> decode -> tree    JSON text -> transcode -> message
//! ```

mod decode;
mod encode;
mod envelope;
mod leaves;
mod names;
mod plan;
mod texts;
mod transcode;
mod wire;

pub use decode::decode;
pub use encode::{encode, encode_node};
pub use envelope::{ENVELOPE_TAIL, MAGIC, Unknown, envelope_head, open, watch_frame, wrap};
pub use plan::Plans;
pub use transcode::{TranscodeError, transcode};
pub use wire::{DecodeError, WireType, put_bytes, put_len, put_tag, put_varint, varint_len};

#[cfg(test)]
mod tests;

//! What stands around messages: the envelope that says what an object is (apimachinery's `runtime.Unknown` behind four magic bytes)
//! and the frames of a watch. Used at both ends of every protobuf conversation; it never looks into the object.

use super::wire::{Cursor, DecodeError, WireType, put_bytes, put_len, put_tag, put_varint, varint_len, wrong_wire};

/// First bytes of every body.
pub const MAGIC: [u8; 4] = *b"k8s\0";

/// Last bytes of every body: `contentEncoding` and `contentType`, empty.
pub const ENVELOPE_TAIL: [u8; 4] = [0x1a, 0, 0x22, 0];

/// An opened body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unknown<'a> {
    /// `apiVersion`; empty where the sender said nothing.
    pub api_version: &'a str,
    /// `kind`; empty where the sender said nothing.
    pub kind: &'a str,
    /// The object's message.
    pub raw: &'a [u8],
    /// How `raw` is encoded further; empty for not at all.
    pub content_encoding: &'a str,
    /// Media type of `raw`; empty for protobuf.
    pub content_type: &'a str,
}

/// Takes the envelope off a body.
///
/// # Errors
/// Upstream's, for bytes without the magic ones at their head or without anything behind them, and those of a broken message.
pub fn open(body: &[u8]) -> Result<Unknown<'_>, DecodeError> {
    let Some(message) = body.strip_prefix(&MAGIC) else {
        return Err(DecodeError::Value(if body.is_empty() {
            "empty data".to_owned()
        } else {
            format!("provided data does not appear to be a protobuf message, expected prefix {}", go_bytes(&MAGIC))
        }));
    };
    if message.is_empty() {
        return Err(DecodeError::Value("empty body".to_owned()));
    }
    let mut unknown = Unknown::default();
    let mut cursor = Cursor::new(message);
    while cursor.at < cursor.end {
        let from = cursor.at;
        let (number, wire) = cursor.tag("Unknown")?;
        let name = match number {
            1 => "TypeMeta",
            2 => "Raw",
            3 => "ContentEncoding",
            4 => "ContentType",
            _ => {
                cursor.skip(from)?;
                continue;
            }
        };
        if wire != WireType::Bytes as u8 {
            return Err(wrong_wire(wire, name));
        }
        let bytes = cursor.bytes()?;
        match number {
            1 => type_meta(bytes, &mut unknown)?,
            2 => unknown.raw = bytes,
            3 => unknown.content_encoding = text(bytes, name)?,
            _ => unknown.content_type = text(bytes, name)?,
        }
    }
    Ok(unknown)
}

fn type_meta<'a>(message: &'a [u8], into: &mut Unknown<'a>) -> Result<(), DecodeError> {
    let mut cursor = Cursor::new(message);
    while cursor.at < cursor.end {
        let from = cursor.at;
        let (number, wire) = cursor.tag("TypeMeta")?;
        let (name, slot) = match number {
            1 => ("APIVersion", &mut into.api_version),
            2 => ("Kind", &mut into.kind),
            _ => {
                cursor.skip(from)?;
                continue;
            }
        };
        if wire != WireType::Bytes as u8 {
            return Err(wrong_wire(wire, name));
        }
        *slot = text(cursor.bytes()?, name)?;
    }
    Ok(())
}

/// Go passes any bytes on here and then finds that no such kind is registered.
fn text<'a>(bytes: &'a [u8], name: &str) -> Result<&'a str, DecodeError> {
    std::str::from_utf8(bytes).map_err(|_| DecodeError::Value(format!("proto: field {name} contains invalid UTF-8")))
}

/// Bytes as Go prints them.
fn go_bytes(bytes: &[u8]) -> String {
    let numbers: Vec<String> = bytes.iter().map(ToString::to_string).collect();
    format!("[{}]", numbers.join(" "))
}

/// Appends what stands before a message of `message_len` bytes, for a message that is written piece by piece; [`ENVELOPE_TAIL`] goes
/// behind it.
pub fn envelope_head(api_version: &str, kind: &str, message_len: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(&MAGIC);
    put_len(1, text_len(api_version) + text_len(kind), out);
    put_bytes(1, api_version.as_bytes(), out);
    put_bytes(2, kind.as_bytes(), out);
    put_len(2, message_len, out);
}

/// Bytes of a text field with a number below 16.
fn text_len(text: &str) -> usize {
    1 + varint_len(text.len() as u64) + text.len()
}

/// Appends a message in its envelope.
pub fn wrap(api_version: &str, kind: &str, message: &[u8], out: &mut Vec<u8>) {
    envelope_head(api_version, kind, message.len(), out);
    out.extend_from_slice(message);
    out.extend_from_slice(&ENVELOPE_TAIL);
}

/// Appends one frame of a watch: its length, and the event with an object in its envelope.
pub fn watch_frame(event_type: &str, enveloped: &[u8], out: &mut Vec<u8>) {
    let field = |len: usize| 1 + varint_len(len as u64) + len;
    let raw = field(enveloped.len());
    let length = text_len(event_type) + field(raw);
    let length = u32::try_from(length).expect("no object is as large as 4 GiB: MAX_SOURCE");
    out.extend_from_slice(&length.to_be_bytes());
    put_bytes(1, event_type.as_bytes(), out);
    put_tag(2, WireType::Bytes, out);
    put_varint(raw as u64, out);
    put_bytes(1, enveloped, out);
}

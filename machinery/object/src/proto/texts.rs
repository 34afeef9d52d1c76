//! The decoder's leaves that take more than a number: texts, and the messages that JSON shows as one word.

use super::decode::{Decoder, Place};
use super::leaves;
use super::wire::{Cursor, DecodeError, wrong_wire};
use crate::json::escape::width;
use crate::json::scan::is_clean;
use crate::json::syntax;
use crate::leaf::{self, Canonical};
use crate::schema::Shape;
use crate::tree::{CLEAN, Kind, Node, SIDE, Span, Ty, index};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// JSON that is no set of fields.
const UNREADABLE: &[u8] = b"\"\"";

impl Decoder<'_> {
    /// Takes a length and its text; where the text lies.
    #[inline]
    pub(super) fn text(&mut self) -> Result<Span, DecodeError> {
        let bytes = self.cursor.bytes()?;
        Ok(self.span(bytes, index(self.cursor.at - bytes.len())))
    }

    /// A text of the source, or of the side buffer if it had to be repaired.
    #[inline]
    fn span(&mut self, bytes: &[u8], from: u32) -> Span {
        match is_clean(bytes) {
            Some(clean) => Span { at: from, len: index(bytes.len()), flags: if clean { CLEAN } else { 0 } },
            None => self.repaired(bytes),
        }
    }

    /// Text with U+FFFD in place of each byte that is no UTF-8.
    #[cold]
    fn repaired(&mut self, text: &[u8]) -> Span {
        let side = &mut self.tree.side;
        let (from, mut at) = (side.len(), 0);
        while at < text.len() {
            match width(&text[at..]) {
                0 => {
                    side.extend_from_slice("\u{fffd}".as_bytes());
                    at += 1;
                }
                width => {
                    side.extend_from_slice(&text[at..at + width]);
                    at += width;
                }
            }
        }
        Span { at: index(from), len: index(side.len() - from), flags: SIDE }
    }

    #[inline]
    pub(super) fn string(&mut self, ty: Ty, place: Place) -> Result<(), DecodeError> {
        let span = self.text()?;
        self.put(ty, place, Node::text(Kind::Str, span), span.len == 0);
        Ok(())
    }

    /// Reads a value that is neither number nor string nor a container.
    pub(super) fn leaf(&mut self, ty: Ty, place: Place, keeps_empty: bool, depth: u32) -> Result<(), DecodeError> {
        match ty.shape {
            Shape::Float64 => return self.float(ty, place),
            Shape::Bytes => return self.bytes(ty, place, keeps_empty),
            _ => {}
        }
        let end = self.cursor.length()?;
        let mut inner = Cursor { end, ..self.cursor };
        self.cursor.at = end;
        match ty.shape {
            Shape::Time | Shape::MicroTime => self.time(ty, place, &mut inner),
            Shape::Quantity => self.quantity(ty, place, &mut inner),
            Shape::IntOrString => self.int_or_string(ty, place, &mut inner),
            _ => self.embedded(ty, place, &mut inner, depth),
        }
    }

    fn float(&mut self, ty: Ty, place: Place) -> Result<(), DecodeError> {
        let value = f64::from_bits(self.cursor.fixed64()?);
        if !value.is_finite() {
            let text = if value.is_nan() {
                "NaN"
            } else if value > 0.0 {
                "+Inf"
            } else {
                "-Inf"
            };
            self.save(ty, &format!("json: unsupported value: {text}"));
            return Ok(());
        }
        self.put(ty, place, Node::float(value), value == 0.0);
        Ok(())
    }

    fn bytes(&mut self, ty: Ty, place: Place, keeps_empty: bool) -> Result<(), DecodeError> {
        let bytes = self.cursor.bytes()?;
        let side = &mut self.tree.side;
        let from = side.len();
        side.resize(from + bytes.len().div_ceil(3) * 4, 0);
        let written = STANDARD.encode_slice(bytes, &mut side[from..]).unwrap_or(0);
        let span = Span { at: index(from), len: index(written), flags: SIDE | CLEAN };
        self.put(ty, place, Node::text(Kind::Str, span), bytes.is_empty() && !keeps_empty);
        Ok(())
    }

    fn time(&mut self, ty: Ty, place: Place, message: &mut Cursor<'_>) -> Result<(), DecodeError> {
        if message.at == message.end {
            self.put(ty, place, Node::new(Kind::Null), true);
            return Ok(());
        }
        let (mut seconds, mut nanos) = (0, 0);
        while message.at < message.end {
            let from = message.at;
            match message.tag("Timestamp")? {
                (1, 0) => seconds = message.varint()?.cast_signed(),
                (2, 0) => nanos = leaves::int32(message.varint()?),
                (1, wire) => return Err(wrong_wire(wire, "Seconds")),
                (2, wire) => return Err(wrong_wire(wire, "Nanos")),
                _ => message.skip(from)?,
            }
        }
        let micro = ty.shape == Shape::MicroTime;
        match leaves::from_timestamp(seconds, nanos, micro)? {
            None => self.put(ty, place, Node::new(Kind::Null), true),
            Some(time) => {
                let span =
                    if micro { self.clean(time.rfc3339_micro().as_bytes()) } else { self.clean(time.rfc3339().as_bytes()) };
                self.put(ty, place, Node::text(Kind::Str, span), false);
            }
        }
        Ok(())
    }

    /// Keeps a text of ours, which needs no escaping.
    fn clean(&mut self, text: &[u8]) -> Span {
        let from = self.tree.side.len();
        self.tree.side.extend_from_slice(text);
        Span { at: index(from), len: index(text.len()), flags: SIDE | CLEAN }
    }

    fn quantity(&mut self, ty: Ty, place: Place, message: &mut Cursor<'_>) -> Result<(), DecodeError> {
        let mut found = None;
        while message.at < message.end {
            let from = message.at;
            match message.tag("Quantity")? {
                (1, 2) => {
                    let bytes = message.bytes()?;
                    let text = String::from_utf8_lossy(bytes);
                    // Blanks, which JSON drops, are as wrong as no text.
                    let text = if text.trim() == text { text.as_ref() } else { "" };
                    let canonical = leaf::quantity(text).map_err(DecodeError::Value)?;
                    found = Some((message.at - bytes.len(), bytes, canonical));
                }
                (1, wire) => return Err(wrong_wire(wire, "String_")),
                _ => message.skip(from)?,
            }
        }
        match found {
            // The value that it had stays.
            None if self.before(place).is_some() => {}
            None | Some((.., Canonical::Zero)) => {
                let span = self.clean(b"0");
                self.put(ty, place, Node::text(Kind::Str, span), true);
            }
            Some((from, bytes, Canonical::Same)) => {
                let span = Span { at: index(from), len: index(bytes.len()), flags: CLEAN };
                self.put(ty, place, Node::text(Kind::Str, span), false);
            }
            Some((.., Canonical::Text(text))) => {
                let span = self.clean(text.as_bytes());
                self.put(ty, place, Node::text(Kind::Str, span), false);
            }
        }
        Ok(())
    }

    fn int_or_string(&mut self, ty: Ty, place: Place, message: &mut Cursor<'_>) -> Result<(), DecodeError> {
        let (mut kind, mut number, mut text) = (0, 0, Span { at: 0, len: 0, flags: CLEAN });
        match self.before(place) {
            Some(node) if node.kind == Kind::Str => (kind, text) = (1, node.span()),
            Some(node) => number = node.as_int(),
            None => {}
        }
        while message.at < message.end {
            let from = message.at;
            match message.tag("IntOrString")? {
                (1, 0) => kind = message.varint()?,
                (2, 0) => number = leaves::int32(message.varint()?),
                (3, 2) => {
                    let bytes = message.bytes()?;
                    text = self.span(bytes, index(message.at - bytes.len()));
                }
                (1, wire) => return Err(wrong_wire(wire, "Type")),
                (2, wire) => return Err(wrong_wire(wire, "IntVal")),
                (3, wire) => return Err(wrong_wire(wire, "StrVal")),
                _ => message.skip(from)?,
            }
        }
        match kind {
            0 => self.put(ty, place, Node::int(number), number == 0),
            1 => self.put(ty, place, Node::text(Kind::Str, text), false),
            _ => self.save(ty, "impossible IntOrString.Type"),
        }
        Ok(())
    }

    /// Reads an embedded document and brings it to the form in which it is printed.
    fn embedded(&mut self, ty: Ty, place: Place, message: &mut Cursor<'_>, depth: u32) -> Result<(), DecodeError> {
        let go = match ty.shape {
            Shape::RawExtension => "RawExtension",
            Shape::FieldsV1 => "FieldsV1",
            _ => "JSON",
        };
        let mut found = None;
        while message.at < message.end {
            let from = message.at;
            match message.tag(go)? {
                (1, 2) => found = Some(message.bytes().map(|bytes| (message.at - bytes.len(), bytes))?),
                (1, wire) => return Err(wrong_wire(wire, "Raw")),
                _ => message.skip(from)?,
            }
        }
        match found {
            None if self.before(place).is_some() => {}
            None => self.put(ty, place, Node::new(Kind::Null), true),
            // Only here Go tells empty text from none.
            Some((_, json)) if ty.shape == Shape::RawExtension && !json.first().is_some_and(|byte| starts_json(*byte)) => {
                self.save(ty, "cannot convert RawExtension with unrecognized content type to unstructured");
            }
            Some((_, [])) => self.put(ty, place, Node::new(Kind::Null), true),
            Some((from, json)) => match self.embedded_span(from, json, depth) {
                Ok(span) => self.put(ty, place, Node::text(Kind::Raw, span), false),
                // Upstream drops managed fields that it cannot read before anybody has to print them.
                Err(_) if ty.shape == Shape::FieldsV1 => {
                    let at = self.tree.side.len();
                    self.tree.side.extend_from_slice(UNREADABLE);
                    let span = Span { at: index(at), len: index(UNREADABLE.len()), flags: SIDE | CLEAN };
                    self.put(ty, place, Node::text(Kind::Raw, span), false);
                }
                Err(text) => self.save(ty, &text),
            },
        }
        Ok(())
    }

    fn embedded_span(&mut self, from: usize, json: &[u8], depth: u32) -> Result<Span, String> {
        let to = from + json.len();
        self.scan.json = &self.cursor.data[..to];
        self.scan.at = from;
        match self.scan.walk(depth as usize) {
            Ok(seen) if seen.compact && seen.clean && (seen.from, seen.to) == (from, to) => {
                return Ok(Span { at: index(from), len: index(json.len()), flags: CLEAN });
            }
            Ok(_) => {}
            Err(_) => {
                syntax::check(json).map_err(|error| error.text)?;
                return Err(DecodeError::Depth.to_string());
            }
        }
        self.tree.intern_json(json).map_err(|error| error.text)
    }
}

/// Whether a document that starts so is taken for JSON.
fn starts_json(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\r' | b'\n' | b' ' | b'{' | b'[' | b'n' | b't' | b'f' | b'"' | b'-' | b'0'..=b'9')
}

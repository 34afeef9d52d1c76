//! Protobuf to text: an object in its envelope, or the frames of a watch. Called by `replay` on every protobuf answer.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use meta::time::Time;
use object::schema::{FieldDef, InlineDef, Shape, TypeId};

use super::wire::{Field, Wire, parse};
use super::{MAGIC, Message, message_of, types};
use crate::json;

/// The text of a body: of an object in its envelope, or, when that is missing, of whatever is there.
pub(crate) fn read(body: &[u8]) -> String {
    envelope(body).unwrap_or_else(|| generic_message(body))
}

/// The text of a watch: one line for every frame, and what is left over as bytes.
pub(crate) fn read_frames(stream: &[u8]) -> String {
    let (frames, length) = super::frames(stream);
    let event = message_of("v1", "WatchEvent");
    let mut text = String::new();
    for frame in frames {
        text.push_str(&event.map_or_else(|| generic_message(frame), |event| message(frame, event)));
        text.push('\n');
    }
    if length < stream.len() {
        text.push_str(&hex(&stream[length..]));
        text.push('\n');
    }
    text
}

fn envelope(body: &[u8]) -> Option<String> {
    let mut members = Members::default();
    let (mut api_version, mut kind) = (String::new(), String::new());
    for (index, field) in parse(body.strip_prefix(MAGIC)?)?.iter().enumerate() {
        match (field.number, &field.value) {
            (1, Wire::Bytes(meta)) if index == 0 && type_meta(meta).is_some() => {
                (api_version, kind) = type_meta(meta)?;
                members.add("apiVersion", &quote(&api_version));
                members.add("kind", &quote(&kind));
            }
            (2, Wire::Bytes(raw)) => {
                let known = message_of(&api_version, &kind);
                members.add("raw", &known.map_or_else(|| generic_message(raw), |known| message(raw, known)));
            }
            (3, Wire::Bytes(text)) if text.is_empty() => members.add("contentEncoding", "\"\""),
            (4, Wire::Bytes(text)) if text.is_empty() => members.add("contentType", "\"\""),
            _ => members.add(&format!("#{}", field.number), &generic(&field.value)),
        }
    }
    Some(members.finish())
}

fn type_meta(bytes: &[u8]) -> Option<(String, String)> {
    match parse(bytes)?.as_slice() {
        [Field { number: 1, value: Wire::Bytes(version) }, Field { number: 2, value: Wire::Bytes(kind) }] => {
            Some((String::from_utf8(version.clone()).ok()?, String::from_utf8(kind.clone()).ok()?))
        }
        _ => None,
    }
}

/// Members of an object in the order in which they come.
#[derive(Default)]
struct Members(String);

impl Members {
    fn add(&mut self, key: &str, value: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        let _ = write!(self.0, "{}:{value}", quote(key));
    }

    fn finish(self) -> String {
        if self.0.is_empty() { "{}".to_owned() } else { self.0 + "}" }
    }
}

fn quote(text: &str) -> String {
    serde_json::to_string(text).expect("a string has a JSON form")
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::from("{\"@hex\":\"");
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text + "\"}"
}

/// A value of which nothing is known. Every wire type has a form of its own.
fn generic(value: &Wire) -> String {
    match value {
        Wire::Varint(value) => value.to_string(),
        Wire::Fixed64(value) => format!("{{\"@fixed64\":{value}}}"),
        Wire::Fixed32(value) => format!("{{\"@fixed32\":{value}}}"),
        Wire::Bytes(bytes) => std::str::from_utf8(bytes).map_or_else(|_| hex(bytes), quote),
    }
}

/// A message of which nothing is known but that it is one.
fn generic_message(bytes: &[u8]) -> String {
    let Some(fields) = parse(bytes) else { return hex(bytes) };
    let mut members = Members::default();
    fields.iter().for_each(|field| members.add(&format!("#{}", field.number), &generic(&field.value)));
    members.finish()
}

enum Known {
    Field(&'static FieldDef),
    Nested(Message, &'static InlineDef),
}

fn known(message: Message, number: u32) -> Option<Known> {
    let def = message.def();
    let field = def.fields.iter().find(|field| field.inline == message.nested && u32::from(field.number) == number);
    if let Some(field) = field {
        return Some(Known::Field(field));
    }
    let inlines = def.inlines.iter().zip(1_u8..);
    let mut found = inlines.filter(|(inline, _)| inline.parent == message.nested && u32::from(inline.number) == number);
    found.next().map(|(inline, nested)| Known::Nested(Message { nested, ..message }, inline))
}

/// A message of the tables.
fn message(bytes: &[u8], message: Message) -> String {
    let Some(fields) = parse(bytes) else { return hex(bytes) };
    let mut members = Members::default();
    for run in fields.chunk_by(|a, b| a.number == b.number) {
        let number = run[0].number;
        let read = known(message, number).and_then(|known| match known {
            Known::Field(field) => Some((field.json.as_ref(), run_of(run, field.ty)?)),
            Known::Nested(inner, inline) => match run {
                [Field { value: Wire::Bytes(bytes), .. }] => Some((inline.go.as_ref(), self::message(bytes, inner))),
                _ => None,
            },
        });
        match read {
            Some((key, text)) => members.add(key, &text),
            None => run.iter().for_each(|field| members.add(&format!("#{number}"), &generic(&field.value))),
        }
    }
    members.finish()
}

/// Neighbours of one number; `None` when they do not look as their type says.
fn run_of(run: &[Field], ty: TypeId) -> Option<String> {
    let def = types().ty(ty);
    let element = match def.shape {
        Shape::List(element) if !def.wrapped => element,
        Shape::Map(value) => {
            return joined(run.iter().map(|field| match &field.value {
                Wire::Bytes(entry) => map_entry(entry, value),
                _ => None,
            }));
        }
        _ => return if let [field] = run { value(&field.value, ty) } else { None },
    };
    joined(run.iter().map(|field| value(&field.value, element)))
}

fn joined(texts: impl Iterator<Item = Option<String>>) -> Option<String> {
    texts.collect::<Option<Vec<_>>>().map(|texts| format!("[{}]", texts.join(",")))
}

/// A map's entry as a pair, or as a plain message when it is not exactly one key and one value.
fn map_entry(bytes: &[u8], ty: TypeId) -> Option<String> {
    let fields = parse(bytes)?;
    let pair = match fields.as_slice() {
        [Field { number: 1, value: Wire::Bytes(key) }, Field { number: 2, value: inner }] => {
            std::str::from_utf8(key).ok().zip(value(inner, ty))
        }
        _ => None,
    };
    Some(pair.map_or_else(|| generic_message(bytes), |(key, value)| format!("[{},{value}]", quote(key))))
}

/// One value; `None` when it does not look as its type says.
fn value(wire: &Wire, ty: TypeId) -> Option<String> {
    let def = types().ty(ty);
    match (def.shape, wire) {
        (Shape::Bool, Wire::Varint(0)) => Some("false".to_owned()),
        (Shape::Bool, Wire::Varint(1)) => Some("true".to_owned()),
        (Shape::Int32, Wire::Varint(value)) => i32::try_from(value.cast_signed()).ok().map(|value| value.to_string()),
        (Shape::Int64, Wire::Varint(value)) => Some(value.cast_signed().to_string()),
        (Shape::Float64, Wire::Fixed64(bits)) => Some(f64::from_bits(*bits)).filter(|v| v.is_finite()).map(|v| v.to_string()),
        (Shape::String, Wire::Bytes(bytes)) => std::str::from_utf8(bytes).ok().map(quote),
        (Shape::Bytes, Wire::Bytes(bytes)) => Some(quote(&STANDARD.encode(bytes))),
        (Shape::Struct(id), Wire::Bytes(bytes)) => Some(message(bytes, Message { id, nested: 0 })),
        (Shape::List(element), Wire::Bytes(bytes)) => wrapped_list(bytes, element).or_else(|| Some(generic_message(bytes))),
        (Shape::String | Shape::Bool | Shape::Int32 | Shape::Int64 | Shape::Float64, _) => None,
        (shape, Wire::Bytes(bytes)) => special(shape, bytes).or_else(|| Some(generic_message(bytes))),
        _ => None,
    }
}

/// A list that is a message of its own.
fn wrapped_list(bytes: &[u8], element: TypeId) -> Option<String> {
    let fields = parse(bytes)?;
    joined(fields.iter().map(|field| if field.number == 1 { value(&field.value, element) } else { None }))
}

/// The types with a message form of their own, when they have exactly that form.
fn special(shape: Shape, bytes: &[u8]) -> Option<String> {
    match (shape, parse(bytes)?.as_slice()) {
        (
            Shape::Time | Shape::MicroTime,
            [Field { number: 1, value: Wire::Varint(seconds) }, Field { number: 2, value: Wire::Varint(nanos) }],
        ) => time(seconds.cast_signed(), u32::try_from(*nanos).ok()?),
        (Shape::Quantity, [Field { number: 1, value: Wire::Bytes(text) }]) => std::str::from_utf8(text).ok().map(quote),
        (
            Shape::IntOrString,
            [
                Field { number: 1, value: Wire::Varint(kind) },
                Field { number: 2, value: Wire::Varint(int) },
                Field { number: 3, value: Wire::Bytes(text) },
            ],
        ) => match (kind, i32::try_from(int.cast_signed()).ok()?, std::str::from_utf8(text).ok()?) {
            (0, int, "") => Some(int.to_string()),
            (1, 0, text) => Some(quote(text)),
            _ => None,
        },
        (Shape::RawExtension | Shape::FieldsV1 | Shape::Json, [Field { number: 1, value: Wire::Bytes(raw) }]) => {
            Some(embedded(raw))
        }
        _ => None,
    }
}

fn time(seconds: i64, nanos: u32) -> Option<String> {
    let time = Time { seconds, nanos };
    let text = match nanos {
        0 => time.rfc3339(),
        1..1_000_000_000 if nanos.is_multiple_of(1000) => time.rfc3339_micro(),
        _ => return None,
    };
    // Years that the text cannot show stay numbers.
    (meta::time::parse_rfc3339(&text) == Ok(time)).then(|| quote(&text))
}

/// What a raw extension holds: an object in its envelope, JSON as it stands, or bytes.
fn embedded(raw: &[u8]) -> String {
    if let Some(object) = envelope(raw) {
        return format!("{{\"envelope\":{object}}}");
    }
    let text = std::str::from_utf8(raw).ok().filter(|text| text.starts_with('{') && text.ends_with('}'));
    match text.filter(|text| json::parse(text).is_some_and(|node| (node.start, node.end) == (0, text.len()))) {
        Some(text) if !text.contains('\n') => format!("{{\"json\":{text}}}"),
        _ => format!("{{\"bytes\":{}}}", generic(&Wire::Bytes(raw.to_vec()))),
    }
}

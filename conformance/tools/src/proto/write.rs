//! Text to protobuf: the body of a case, written as JSON, to an object in its envelope. Called by `replay` for protobuf requests.
//!
//! What `read` shows can be written as well: a map as a list of pairs, a message that JSON flattens under its own name, and what an
//! object embeds as `{"json": ..}`, `{"bytes": ..}` or `{"envelope": ..}`. So recorded requests become cases.
//!
//! Only what the text has is written, by ascending number. `#7` names a field by its number: a number becomes a varint, a string
//! its bytes, `{"@hex": ..}` any bytes, `{"@fixed64": ..}` and `{"@fixed32": ..}` the fixed ones, any other object a message; so
//! that a case can send what no encoder would.

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use object::schema::{Shape, TypeId};

use super::wire::{Field, Wire, emit};
use super::{MAGIC, Message, message_of, types};
use crate::json::{self, Member, Node, Value};

/// Encodes `text` as an object of `schema` (`v1 ConfigMap`) in an envelope that says `envelope`.
pub(crate) fn write(text: &str, schema: &str, envelope: &str) -> Result<Vec<u8>> {
    let (api_version, kind) = type_of(schema)?;
    let known = message_of(api_version, kind).with_context(|| format!("{schema} is not in the type tables"))?;
    let root = json::parse(text).context("the body of a protobuf request must be JSON")?;
    let raw = Writer { text }.message(&root, known)?;
    Ok(enveloped(type_of(envelope)?, &raw))
}

fn enveloped((api_version, kind): (&str, &str), raw: &[u8]) -> Vec<u8> {
    let mut meta = Vec::new();
    emit(&field(1, api_version.as_bytes()), &mut meta);
    emit(&field(2, kind.as_bytes()), &mut meta);
    let mut body = MAGIC.to_vec();
    for field in [field(1, &meta), field(2, raw), field(3, b""), field(4, b"")] {
        emit(&field, &mut body);
    }
    body
}

fn type_of(text: &str) -> Result<(&str, &str)> {
    text.split_once(' ').with_context(|| format!("{text:?} is not API-VERSION KIND"))
}

fn field(number: u32, bytes: &[u8]) -> Field {
    Field { number, value: Wire::Bytes(bytes.to_vec()) }
}

/// Turns hexadecimal digits, with blanks anywhere, into bytes.
pub(crate) fn from_hex(text: &str) -> Result<Vec<u8>> {
    let digits: Vec<u32> =
        text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_digit(16)).collect::<Option<_>>().context("bad hex")?;
    ensure!(digits.len().is_multiple_of(2), "an odd number of hexadecimal digits");
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).context("bad hex")).collect()
}

impl Message {
    /// Where the fields of the message `at` (0 for the struct) are collected while this one is written.
    fn place<'f>(self, at: u8, own: &'f mut Vec<Field>, nested: &'f mut [Vec<Field>]) -> Option<&'f mut Vec<Field>> {
        if at == self.nested { Some(own) } else { nested.get_mut(usize::from(at.checked_sub(1)?)) }
    }
}

struct Writer<'a> {
    text: &'a str,
}

impl Writer<'_> {
    fn message(&self, node: &Node, message: Message) -> Result<Vec<u8>> {
        let fields = self.fields(node, message)?;
        Ok(encode(fields))
    }

    /// The fields of one message, those of the messages nested in it already encoded.
    fn fields(&self, node: &Node, message: Message) -> Result<Vec<Field>> {
        let def = message.def();
        let mut fields = Vec::new();
        let mut nested: Vec<Vec<Field>> = def.inlines.iter().map(|_| Vec::new()).collect();
        for member in self.members(node)? {
            if let Some(number) = member.key.strip_prefix('#') {
                let number = number.parse().with_context(|| format!("bad field number {:?}", member.key))?;
                fields.push(Field { number, value: self.generic(&member.node)? });
                continue;
            }
            let inlines = def.inlines.iter().zip(1_u8..);
            let named = inlines.into_iter().find(|(inline, _)| inline.parent == message.nested && inline.go == member.key);
            if let Some((inline, nested)) = named {
                fields.push(field(inline.number.into(), &self.message(&member.node, Message { nested, ..message })?));
                continue;
            }
            let (_, known) = def.field(&member.key).with_context(|| format!("{} has no field {}", def.go, member.key))?;
            ensure!(known.number > 0, "{} is not in protobuf", member.key);
            let values = self.values(&member.node, known.ty).with_context(|| format!("field {}", member.key))?;
            let number = u32::from(known.number);
            let place = message.place(known.inline, &mut fields, &mut nested);
            place.context("bad inline")?.extend(values.into_iter().map(|value| Field { number, value }));
        }
        // A nested message comes after the one that holds it in the table, so the last is folded in first.
        for (index, inline) in def.inlines.iter().enumerate().rev() {
            let inner = std::mem::take(&mut nested[index]);
            if inner.is_empty() {
                continue;
            }
            let folded = field(inline.number.into(), &encode(inner));
            let place = message.place(inline.parent, &mut fields, &mut nested);
            place.context("bad inline")?.push(folded);
        }
        Ok(fields)
    }

    fn members<'n>(&self, node: &'n Node) -> Result<&'n [Member]> {
        match &node.value {
            Value::Object(members) => Ok(members),
            Value::Leaf | Value::Array(_) => bail!("an object is needed, not {}", node.text(self.text)),
        }
    }

    fn generic(&self, node: &Node) -> Result<Wire> {
        if let Value::Object(members) = &node.value {
            let text = |member: &Member| member.node.text(self.text).to_owned();
            return match members.as_slice() {
                [member] if member.key == "@hex" => Ok(Wire::Bytes(from_hex(text(member).trim_matches('"'))?)),
                [member] if member.key == "@fixed64" => Ok(Wire::Fixed64(text(member).parse().context("bad @fixed64")?)),
                [member] if member.key == "@fixed32" => Ok(Wire::Fixed32(text(member).parse().context("bad @fixed32")?)),
                members => {
                    let fields = members.iter().map(|member| {
                        let number = member.key.strip_prefix('#').and_then(|number| number.parse().ok());
                        Ok(Field { number: number.context("only #NUMBER is known here")?, value: self.generic(&member.node)? })
                    });
                    Ok(Wire::Bytes(encode(fields.collect::<Result<_>>()?)))
                }
            };
        }
        match node.string(self.text) {
            Some(text) => Ok(Wire::Bytes(text.into_bytes())),
            None => Ok(Wire::Varint(node.text(self.text).parse().context("a varint is a whole number")?)),
        }
    }

    /// What a member becomes: one value, one for each element or entry, or none for `null`.
    fn values(&self, node: &Node, ty: TypeId) -> Result<Vec<Wire>> {
        if node.text(self.text) == "null" {
            return Ok(Vec::new());
        }
        let def = types().ty(ty);
        match def.shape {
            Shape::List(element) => {
                let values: Vec<Wire> = node.elements().iter().map(|node| self.value(node, element)).collect::<Result<_>>()?;
                if !def.wrapped {
                    return Ok(values);
                }
                let fields = values.into_iter().map(|value| Field { number: 1, value });
                Ok(vec![Wire::Bytes(encode(fields.collect()))])
            }
            Shape::Map(value) => {
                let entry = |(key, value): (&str, Wire)| encode(vec![field(1, key.as_bytes()), Field { number: 2, value }]);
                if let Value::Array(pairs) = &node.value {
                    return pairs.iter().map(|pair| self.pair(pair, value).map(Wire::Bytes)).collect();
                }
                let mut entries: Vec<(&str, Wire)> = Vec::new();
                for member in self.members(node)? {
                    entries.push((&member.key, self.value(&member.node, value)?));
                }
                entries.sort_by_key(|(key, _)| *key);
                Ok(entries.into_iter().map(|pair| Wire::Bytes(entry(pair))).collect())
            }
            _ => Ok(vec![self.value(node, ty)?]),
        }
    }

    /// An entry of a map as `[key, value]`, or as the message that it is.
    fn pair(&self, node: &Node, ty: TypeId) -> Result<Vec<u8>> {
        let [key, value] = node.elements() else {
            return match self.generic(node)? {
                Wire::Bytes(bytes) => Ok(bytes),
                _ => bail!("an entry of a map is a pair, not {}", node.text(self.text)),
            };
        };
        let key = key.string(self.text).context("the key of a pair is a string")?;
        Ok(encode(vec![field(1, key.as_bytes()), Field { number: 2, value: self.value(value, ty)? }]))
    }

    fn value(&self, node: &Node, ty: TypeId) -> Result<Wire> {
        let shape = types().ty(ty).shape;
        let special = matches!(shape, Shape::Time | Shape::MicroTime | Shape::Quantity | Shape::IntOrString);
        if special && matches!(node.value, Value::Object(_)) {
            return self.generic(node);
        }
        let string = || node.string(self.text).with_context(|| format!("a string is needed, not {}", node.text(self.text)));
        let number =
            || node.text(self.text).parse::<i64>().with_context(|| format!("{} is no whole number", node.text(self.text)));
        Ok(match shape {
            Shape::String => Wire::Bytes(string()?.into_bytes()),
            Shape::Bytes => Wire::Bytes(STANDARD.decode(string()?).context("bad base64")?),
            Shape::Bool => Wire::Varint(u64::from(node.text(self.text) == "true")),
            Shape::Int32 | Shape::Int64 => Wire::Varint(number()?.cast_unsigned()),
            Shape::Float64 => Wire::Fixed64(node.text(self.text).parse::<f64>().context("bad number")?.to_bits()),
            Shape::Struct(id) => Wire::Bytes(self.message(node, Message { id, nested: 0 })?),
            Shape::Time | Shape::MicroTime => {
                let time = meta::time::parse_rfc3339(&string()?)?;
                let parts = [(1, time.seconds.cast_unsigned()), (2, u64::from(time.nanos))];
                Wire::Bytes(encode(parts.map(|(number, part)| Field { number, value: Wire::Varint(part) }).to_vec()))
            }
            Shape::Quantity => Wire::Bytes(encode(vec![field(1, string()?.as_bytes())])),
            Shape::IntOrString => {
                let (kind, int, text) = match node.string(self.text) {
                    Some(text) => (1, 0, text),
                    None => (0, number()?.cast_unsigned(), String::new()),
                };
                let number = |number, value| Field { number, value: Wire::Varint(value) };
                Wire::Bytes(encode(vec![number(1, kind), number(2, int), field(3, text.as_bytes())]))
            }
            Shape::RawExtension | Shape::FieldsV1 | Shape::Json => Wire::Bytes(encode(vec![field(1, &self.embedded(node)?)])),
            Shape::List(_) | Shape::Map(_) => self.values(node, ty)?.pop().context("a list within a list")?,
            Shape::SchemaOrBool(_) | Shape::SchemaOrArray(_) | Shape::SchemaOrStringArray(_) => self.generic(node)?,
        })
    }
}

impl Writer<'_> {
    /// What an object embeds: JSON as it stands, unless it is one of the marks of `read`.
    fn embedded(&self, node: &Node) -> Result<Vec<u8>> {
        let plain = node.text(self.text).as_bytes().to_vec();
        let Value::Object(members) = &node.value else { return Ok(plain) };
        let [member] = members.as_slice() else { return Ok(plain) };
        match member.key.as_str() {
            "json" => Ok(member.node.text(self.text).as_bytes().to_vec()),
            "bytes" => match self.generic(&member.node)? {
                Wire::Bytes(bytes) => Ok(bytes),
                _ => bail!("bytes are a string or {{\"@hex\": ..}}"),
            },
            "envelope" => {
                let string = |key: &str| member.node.member(key).and_then(|node| node.string(self.text));
                let (api_version, kind) = string("apiVersion").zip(string("kind")).context("an envelope names its type")?;
                let known = message_of(&api_version, &kind).context("the embedded object is not in the type tables")?;
                let raw = member.node.member("raw").context("an envelope has a raw object")?;
                Ok(enveloped((&api_version, &kind), &self.message(raw, known)?))
            }
            _ => Ok(plain),
        }
    }
}

fn encode(mut fields: Vec<Field>) -> Vec<u8> {
    fields.sort_by_key(|field| field.number);
    let mut bytes = Vec::new();
    fields.iter().for_each(|field| emit(field, &mut bytes));
    bytes
}

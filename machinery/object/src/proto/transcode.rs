//! Canonical JSON straight to a message, without a tree: what is stored is JSON, and many clients want protobuf. Only what
//! `json::encode` writes is read here, fields in order of declaration; for anything else the document is decoded and encoded, which
//! gives the same bytes more slowly. Recursion is bounded: deeper documents go the slow way too.

use super::leaves;
use super::plan::{Plan, Step, What, plan, wire_type};
use super::wire::{key, put_varint, varint_len};
use crate::json;
use crate::json::scan::{Bad, Scanner};
use crate::leaf::{self, Canonical};
use crate::schema::{Schema, Shape, StructDef, StructId, TypeTable};
use crate::tree::{MAX_SOURCE, Span, Ty};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

/// Why a document has no message: it is not one of this schema.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct TranscodeError(#[from] pub json::DecodeError);

/// Messages in messages that are read without a tree: more than any real object has, few enough for every stack.
const NESTING: usize = 48;

/// Appends the message of a stored JSON document: the bytes that reading ([`json::decode_stored`]) and encoding it give.
///
/// # Errors
/// Those of the JSON decoder; `out` is then as it was.
pub fn transcode(json: &[u8], schema: &Schema, out: &mut Vec<u8>) -> Result<(), TranscodeError> {
    let start = out.len();
    if json.len() <= MAX_SOURCE {
        let mut fast = Transcoder {
            scan: Scanner::new(json),
            types: &schema.types,
            out,
            side: Vec::new(),
            chunks: Vec::new(),
            scratch: Vec::new(),
        };
        if fast.document(schema.root).is_ok() {
            return Ok(());
        }
    }
    out.truncate(start);
    let tree = json::decode_stored(Bytes::copy_from_slice(json), schema)?.tree;
    super::encode(&tree, out);
    Ok(())
}

struct Transcoder<'j, 'o> {
    scan: Scanner<'j>,
    types: &'j TypeTable,
    out: &'o mut Vec<u8>,
    /// Text with its escapes resolved.
    side: Vec<u8>,
    /// What was written of each field of the open structs whose fields are not in the order of numbers: from and to.
    chunks: Vec<(usize, usize)>,
    /// Such a struct while it is put in order.
    scratch: Vec<u8>,
}

impl<'j> Transcoder<'j, '_> {
    fn document(&mut self, root: StructId) -> Result<(), Bad> {
        if self.scan.peek()? != b'{' {
            return Err(Bad);
        }
        self.object(root, 0)?;
        self.scan.end()
    }

    /// Reads a struct, writes its message.
    fn object(&mut self, id: StructId, depth: usize) -> Result<(), Bad> {
        if depth > NESTING {
            return Err(Bad);
        }
        let (def, plan) = (self.types.get(id), plan(self.types, id));
        self.scan.expect(b'{')?;
        if plan.straight { self.straight(def, plan, depth) } else { self.crooked(def, plan, depth) }
    }

    /// Takes the comma or brace behind a member: true if there is another one.
    #[inline]
    fn more(&mut self, first: bool, close: u8) -> Result<bool, Bad> {
        let byte = self.scan.peek()?;
        if byte == close {
            self.scan.at += 1;
            return Ok(false);
        }
        if !first {
            self.scan.expect(b',')?;
        }
        Ok(true)
    }

    /// Fields whose order is that of their numbers are written as they come, the absent ones in between.
    fn straight(&mut self, def: &'j StructDef, plan: &'j Plan, depth: usize) -> Result<(), Bad> {
        let steps = &plan.own().steps;
        let (mut next, mut done, mut first) = (0, 0, true);
        while self.more(first, b'}')? {
            first = false;
            let index = self.field(def, next)?;
            next = index + 1;
            if def.fields[index].number == 0 {
                self.scanned()?;
                continue;
            }
            let at = loop {
                let step = steps.get(done).ok_or(Bad)?;
                done += 1;
                if matches!(step.what, What::Field(field) if usize::from(field) == index) {
                    break step;
                }
                self.out.extend_from_slice(&step.zero);
            };
            self.member(at, depth)?;
        }
        for step in &steps[done..] {
            self.out.extend_from_slice(&step.zero);
        }
        Ok(())
    }

    /// Fields in another order are written as they come and then put in order, those of flattened structs into their messages.
    fn crooked(&mut self, def: &'j StructDef, plan: &'j Plan, depth: usize) -> Result<(), Bad> {
        let (base, start) = (self.chunks.len(), self.out.len());
        self.chunks.resize(base + def.fields.len(), (0, 0));
        let (mut next, mut first) = (0, true);
        while self.more(first, b'}')? {
            first = false;
            let index = self.field(def, next)?;
            next = index + 1;
            let field = &def.fields[index];
            if field.number == 0 {
                self.scanned()?;
                continue;
            }
            let message = &plan.messages[usize::from(field.inline)];
            let step = message.step(field.number.into()).ok_or(Bad)?;
            let from = self.out.len();
            self.member(&message.steps[step], depth)?;
            self.chunks[base + index] = (from + 1, self.out.len() + 1);
        }
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.clear();
        self.arrange(plan, 0, base, &mut scratch);
        self.chunks.truncate(base);
        self.out.truncate(start);
        self.out.extend_from_slice(&scratch);
        self.scratch = scratch;
        Ok(())
    }

    /// Puts the chunks of a message in order. Flattened structs nest two deep at most.
    fn arrange(&self, plan: &Plan, own: u8, base: usize, into: &mut Vec<u8>) {
        for step in &plan.messages[usize::from(own)].steps {
            match step.what {
                What::Inline(inner) => {
                    put_varint(step.key.into(), into);
                    let start = into.len();
                    into.push(0);
                    self.arrange(plan, inner, base, into);
                    close(start, into);
                }
                What::Field(index) => match self.chunks[base + usize::from(index)] {
                    (0, _) => into.extend_from_slice(&step.zero),
                    (from, to) => into.extend_from_slice(&self.out[from - 1..to - 1]),
                },
            }
        }
    }

    /// Takes a key and its colon: the index of a field that is `next` or behind it. Few are passed over on the way to it.
    #[inline]
    fn field(&mut self, def: &StructDef, next: usize) -> Result<usize, Bad> {
        let rest = self.scan.json.get(self.scan.at..).and_then(|rest| rest.strip_prefix(b"\"")).ok_or(Bad)?;
        for (index, field) in def.fields.iter().enumerate().skip(next) {
            let name = field.json.as_bytes();
            if rest.get(name.len()) == Some(&b'"') && rest.get(name.len() + 1) == Some(&b':') && rest.starts_with(name) {
                self.scan.at += name.len() + 3;
                return Ok(index);
            }
        }
        Err(Bad)
    }

    /// Reads a field's value; writes it with its tag. `null` is like absent.
    #[inline]
    fn member(&mut self, step: &'j Step, depth: usize) -> Result<(), Bad> {
        if self.scan.peek()? == b'n' {
            self.scan.word(b"null")?;
            if matches!(step.ty.shape, Shape::SchemaOrBool(_)) && !step.ty.pointer {
                return Err(Bad);
            }
            if is_zero_time(step) {
                Self::text(self.out, step.key, &[]);
            } else {
                self.out.extend_from_slice(&step.zero);
            }
            return Ok(());
        }
        match step.ty.shape {
            Shape::List(element) if step.wrapped => {
                // Whether an empty one counts is for the decoder to say.
                if self.scan.json[self.scan.at..].starts_with(b"[]") {
                    return Err(Bad);
                }
                self.nested(step.key, |this| this.list(Ty::of(this.types, element), this.inner_key(element), depth))
            }
            Shape::List(element) => self.list(Ty::of(self.types, element), step.key, depth),
            Shape::Map(value) => self.map(Ty::of(self.types, value), step.key, depth),
            Shape::Bytes if self.scan.json[self.scan.at..].starts_with(b"\"\"") => Err(Bad),
            _ => self.value(step.ty, step.key, depth),
        }
    }

    fn inner_key(&self, element: crate::schema::TypeId) -> u32 {
        key(1, wire_type(self.types, self.types.ty(element).shape))
    }

    /// Writes a field that is a message, whose length is known when it is written. One byte is kept for the length, and what was
    /// written moves if it takes more.
    #[inline]
    fn nested(&mut self, key: u32, write: impl FnOnce(&mut Self) -> Result<(), Bad>) -> Result<(), Bad> {
        self.tag(key);
        let start = self.out.len();
        self.out.push(0);
        write(self)?;
        close(start, self.out);
        Ok(())
    }

    #[inline]
    fn tag(&mut self, key: u32) {
        match u8::try_from(key) {
            Ok(key) if key < 0x80 => self.out.push(key),
            _ => put_varint(key.into(), self.out),
        }
    }

    /// Writes a field that is text or bytes.
    #[inline]
    fn text(out: &mut Vec<u8>, key: u32, text: &[u8]) {
        put_varint(key.into(), out);
        put_varint(text.len() as u64, out);
        out.extend_from_slice(text);
    }

    fn list(&mut self, element: Ty, key: u32, depth: usize) -> Result<(), Bad> {
        self.scan.expect(b'[')?;
        let mut first = true;
        while self.more(first, b']')? {
            first = false;
            self.value(element, key, depth)?;
        }
        Ok(())
    }

    /// Entries are written as they come, which must be the order of their keys.
    fn map(&mut self, value: Ty, key: u32, depth: usize) -> Result<(), Bad> {
        self.scan.expect(b'{')?;
        let mut before: Option<Span> = None;
        let value_key = super::wire::key(2, wire_type(self.types, value.shape));
        let wrapped = value.id.is_some_and(|id| self.types.ty(id).wrapped);
        while self.more(before.is_none(), b'}')? {
            let name = self.scanned()?;
            if before.is_some_and(|before| self.bytes(before) >= self.bytes(name)) {
                return Err(Bad);
            }
            before = Some(name);
            self.scan.expect(b':')?;
            self.nested(key, |this| {
                Self::text(this.out, 0x0a, this.scan.text(name, &this.side));
                match value.shape {
                    Shape::List(element) if wrapped => {
                        this.nested(0x12, |this| this.list(Ty::of(this.types, element), this.inner_key(element), depth))
                    }
                    _ => this.value(value, value_key, depth),
                }
            })?;
        }
        Ok(())
    }

    /// Takes a string.
    #[inline]
    fn scanned(&mut self) -> Result<Span, Bad> {
        if self.scan.peek()? != b'"' {
            return Err(Bad);
        }
        self.scan.string(&mut self.side)
    }

    #[inline]
    fn bytes(&self, span: Span) -> &[u8] {
        self.scan.text(span, &self.side)
    }

    /// Reads a value that is not `null`; writes it as a field.
    #[inline]
    fn value(&mut self, ty: Ty, key: u32, depth: usize) -> Result<(), Bad> {
        match ty.shape {
            Shape::String => {
                let span = self.scanned()?;
                Self::text(self.out, key, self.scan.text(span, &self.side));
                Ok(())
            }
            Shape::Struct(id) => {
                if self.scan.peek()? != b'{' {
                    return Err(Bad);
                }
                self.nested(key, |this| this.object(id, depth + 1))
            }
            Shape::Bool => {
                let value = self.boolean()?;
                self.tag(key);
                self.out.push(u8::from(value));
                Ok(())
            }
            Shape::Int32 | Shape::Int64 => {
                self.scan.peek()?;
                let value = self.integer(ty.shape == Shape::Int32)?;
                self.tag(key);
                put_varint(value.cast_unsigned(), self.out);
                Ok(())
            }
            Shape::SchemaOrBool(id) | Shape::SchemaOrArray(id) | Shape::SchemaOrStringArray(id) => {
                self.nested(key, |this| this.union(ty.shape, id, depth))
            }
            Shape::List(_) | Shape::Map(_) => Err(Bad),
            _ => self.leaf(ty.shape, key, depth),
        }
    }

    fn boolean(&mut self) -> Result<bool, Bad> {
        let value = self.scan.peek()? == b't';
        self.scan.word(if value { b"true" } else { b"false" })?;
        Ok(value)
    }

    #[inline]
    fn integer(&mut self, narrow: bool) -> Result<i64, Bad> {
        let text = std::str::from_utf8(self.scan.number()?).map_err(|_| Bad)?;
        let value = text.parse::<i64>().map_err(|_| Bad)?;
        if narrow && i32::try_from(value).is_err() { Err(Bad) } else { Ok(value) }
    }

    /// Reads a schema union; writes what its message holds.
    fn union(&mut self, shape: Shape, id: StructId, depth: usize) -> Result<(), Bad> {
        match (shape, self.scan.peek()?) {
            (Shape::SchemaOrBool(_), b'{') => {
                self.out.extend_from_slice(&[0x08, 1]);
                self.nested(0x12, |this| this.object(id, depth + 1))
            }
            (Shape::SchemaOrBool(_), _) => {
                let value = self.boolean()?;
                self.out.extend_from_slice(&[0x08, u8::from(value)]);
                Ok(())
            }
            (_, b'{') => self.nested(0x0a, |this| this.object(id, depth + 1)),
            (Shape::SchemaOrArray(_), _) => self.list(Ty::plain(Shape::Struct(id)), 0x12, depth),
            _ => self.list(Ty::plain(Shape::String), 0x12, depth),
        }
    }

    fn leaf(&mut self, shape: Shape, key: u32, depth: usize) -> Result<(), Bad> {
        match shape {
            Shape::RawExtension | Shape::FieldsV1 | Shape::Json => self.embedded(key, depth),
            Shape::IntOrString if self.scan.peek()? != b'"' => {
                let value = self.integer(true)?;
                Self::text(self.out, key, leaves::int_or_string(value).as_slice());
                Ok(())
            }
            Shape::Float64 => {
                self.scan.peek()?;
                let text = std::str::from_utf8(self.scan.number()?).map_err(|_| Bad)?;
                let value = text.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or(Bad)?;
                self.tag(key);
                self.out.extend_from_slice(&value.to_bits().to_le_bytes());
                Ok(())
            }
            _ => {
                let span = self.scanned()?;
                self.word(shape, key, span)
            }
        }
    }

    /// Writes a text that is no string in protobuf.
    fn word(&mut self, shape: Shape, key: u32, span: Span) -> Result<(), Bad> {
        let text = self.scan.text(span, &self.side);
        match shape {
            Shape::Time | Shape::MicroTime => {
                let known = std::str::from_utf8(text).map_err(|_| Bad)?;
                let canonical = if shape == Shape::Time { leaf::time(known) } else { leaf::micro_time(known) };
                match (canonical, leaf::canonical_time(text)) {
                    // A year that no client can write came by protobuf.
                    (Ok(Canonical::Same) | Err(_), Some(time)) => {
                        Self::text(self.out, key, leaves::timestamp(time).as_slice());
                    }
                    _ => return Err(Bad),
                }
            }
            Shape::Quantity => {
                let known = std::str::from_utf8(text).map_err(|_| Bad)?;
                match leaf::quantity(known) {
                    Ok(Canonical::Same) => {}
                    Ok(Canonical::Zero) if text == b"0" => {}
                    _ => return Err(Bad),
                }
                put_varint(key.into(), self.out);
                put_varint((text.len() + 1 + varint_len(text.len() as u64)) as u64, self.out);
                Self::text(self.out, 0x0a, text);
            }
            Shape::IntOrString => {
                put_varint(key.into(), self.out);
                put_varint((leaves::STRING_FORM.len() + text.len() + varint_len(text.len() as u64)) as u64, self.out);
                self.out.extend_from_slice(&leaves::STRING_FORM);
                put_varint(text.len() as u64, self.out);
                self.out.extend_from_slice(text);
            }
            Shape::Bytes => {
                let bytes = STANDARD.decode(text).map_err(|_| Bad)?;
                Self::text(self.out, key, &bytes);
            }
            _ => return Err(Bad),
        }
        Ok(())
    }

    fn embedded(&mut self, key: u32, depth: usize) -> Result<(), Bad> {
        let seen = self.scan.walk(depth)?;
        let text = &self.scan.json[seen.from..seen.to];
        if !seen.compact || !seen.clean || text == b"null" {
            return Err(Bad);
        }
        put_varint(key.into(), self.out);
        put_varint((text.len() + 1 + varint_len(text.len() as u64)) as u64, self.out);
        Self::text(self.out, 0x0a, text);
        Ok(())
    }
}

/// Whether `null` stands for the zero time behind a pointer: an absent one is not printed.
fn is_zero_time(step: &Step) -> bool {
    step.ty.pointer && !step.keeps_empty && matches!(step.ty.shape, Shape::Time | Shape::MicroTime)
}

/// Writes the length of a message into the byte before it, at `start`, and moves the message if the length takes more than that.
#[inline]
fn close(start: usize, out: &mut Vec<u8>) {
    let len = out.len() - start - 1;
    if let Ok(byte) = u8::try_from(len)
        && byte < 0x80
    {
        out[start] = byte;
        return;
    }
    let length = leaves::varint(len as u64);
    let length = length.as_slice();
    out.resize(out.len() + length.len() - 1, 0);
    out.copy_within(start + 1..start + 1 + len, start + length.len());
    out[start..start + length.len()].copy_from_slice(length);
}

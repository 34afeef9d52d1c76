//! What the codecs look up of a schema for each message: its fields in order of their numbers, with what is written when nothing is
//! set. Derived from a type table once, when the table is first used for protobuf, and never changed.

use super::wire::{WireType, key, put_len, put_tag, put_varint};
use crate::schema::{FieldDef, Omit, Shape, StructDef, StructId, TypeTable};
use crate::tree::Ty;
use std::sync::OnceLock;

/// Plans of all structs of a table; a part of [`TypeTable`], empty until it is first asked for.
#[derive(Clone, Debug, Default)]
pub struct Plans(OnceLock<Box<[Plan]>>);

impl Plans {
    /// Not derived yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(OnceLock::new())
    }
}

/// The plan of a struct.
#[inline]
pub(super) fn plan(types: &TypeTable, id: StructId) -> &Plan {
    &types.plans.0.get_or_init(|| derive(types))[usize::from(id.0)]
}

/// One struct: its own message, then the messages of its flattened structs in the order of [`StructDef::inlines`].
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) messages: Box<[Message]>,
    /// Whether declaration order is the order of numbers, in one message.
    pub(super) straight: bool,
}

impl Plan {
    /// The struct's own message.
    #[inline]
    pub(super) fn own(&self) -> &Message {
        &self.messages[0]
    }
}

/// One message.
#[derive(Clone, Debug, Default)]
pub(super) struct Message {
    /// Its fields in ascending order of numbers.
    pub(super) steps: Box<[Step]>,
    /// Position in `steps` plus one by field number; 0 where there is no such field.
    by_number: Box<[u8]>,
    /// The message with nothing set.
    pub(super) zero: Box<[u8]>,
}

impl Message {
    /// Position in `steps` of a field number.
    #[inline]
    pub(super) fn step(&self, number: u32) -> Option<usize> {
        let at = *self.by_number.get(usize::try_from(number).ok()?)?;
        usize::from(at).checked_sub(1)
    }
}

/// What a step writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The field with this index.
    Field(u16),
    /// The message of a flattened struct, by its position in [`Plan::messages`].
    Inline(u8),
}

/// One field of a message.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) what: What,
    pub(super) number: u16,
    /// Type of the field; of no meaning for a flattened struct.
    pub(super) ty: Ty,
    /// Number and layout of one value, as written.
    pub(super) key: u32,
    /// Whether the list is wrapped in a message of its own.
    pub(super) wrapped: bool,
    /// Whether JSON prints an empty list or empty bytes in another way than absent ones.
    pub(super) keeps_empty: bool,
    /// What is written when the field is not set, tag and all.
    pub(super) zero: Box<[u8]>,
}

/// How a value of a shape is laid out; for lists, one element.
pub(super) fn wire_type(types: &TypeTable, shape: Shape) -> WireType {
    match shape {
        Shape::Bool | Shape::Int32 | Shape::Int64 => WireType::Varint,
        Shape::Float64 => WireType::Fixed64,
        Shape::List(element) => wire_type(types, types.ty(element).shape),
        _ => WireType::Bytes,
    }
}

fn derive(types: &TypeTable) -> Box<[Plan]> {
    let mut made = vec![None; types.structs.len()];
    for at in 0..types.structs.len() {
        derive_one(types, at, &mut made);
    }
    made.into_iter().flatten().collect()
}

/// Derives the plan of a struct. Recursion follows struct values only, which Go's types cannot nest in themselves.
fn derive_one(types: &TypeTable, at: usize, made: &mut Vec<Option<Plan>>) {
    if made[at].is_some() {
        return;
    }
    let def = &types.structs[at];
    let mut messages = vec![Message::default(); def.inlines.len() + 1];
    // Inner messages come behind the ones that hold them.
    for own in (0..messages.len()).rev() {
        let steps = steps(types, def, own, &messages, made);
        messages[own] = message(steps);
    }
    let order = messages[0].steps.iter().map(|step| step.what);
    let straight = order.clone().all(|what| matches!(what, What::Field(_))) && order.is_sorted_by(|a, b| index(*a) < index(*b));
    made[at] = Some(Plan { messages: messages.into(), straight });
}

fn index(what: What) -> u16 {
    match what {
        What::Field(index) => index,
        What::Inline(_) => u16::MAX,
    }
}

fn message(mut steps: Vec<Step>) -> Message {
    steps.sort_by_key(|step| step.number);
    let mut by_number = vec![0; steps.last().map_or(0, |step| usize::from(step.number) + 1)];
    for (at, step) in steps.iter().enumerate() {
        by_number[usize::from(step.number)] = u8::try_from(at + 1).expect("a struct has at most 128 fields");
    }
    let zero = steps.iter().flat_map(|step| step.zero.iter().copied()).collect();
    Message { steps: steps.into(), by_number: by_number.into(), zero }
}

/// The fields of message `own` of a struct: 0 is the struct's own.
fn steps(types: &TypeTable, def: &StructDef, own: usize, messages: &[Message], made: &mut Vec<Option<Plan>>) -> Vec<Step> {
    let here = |number: u16, inside: u8| number != 0 && usize::from(inside) == own;
    let mut steps: Vec<Step> = Vec::new();
    for (index, field) in def.fields.iter().enumerate().filter(|(_, field)| here(field.number, field.inline)) {
        let index = u16::try_from(index).expect("a struct has at most 128 fields");
        steps.push(field_step(types, index, field, made));
    }
    for (index, inline) in def.inlines.iter().enumerate().filter(|(_, inline)| here(inline.number, inline.parent)) {
        let mut zero = Vec::new();
        let inner = &messages[index + 1].zero;
        put_len(inline.number, inner.len(), &mut zero);
        zero.extend_from_slice(inner);
        steps.push(Step {
            what: What::Inline(u8::try_from(index + 1).expect("few flattened structs")),
            number: inline.number,
            ty: Ty::plain(Shape::Json),
            key: key(inline.number, WireType::Bytes),
            wrapped: false,
            keeps_empty: false,
            zero: zero.into(),
        });
    }
    steps
}

fn field_step(types: &TypeTable, index: u16, field: &FieldDef, made: &mut Vec<Option<Plan>>) -> Step {
    let ty = Ty::of(types, field.ty);
    let wire = wire_type(types, ty.shape);
    let wrapped = types.ty(field.ty).wrapped;
    let wire = if wrapped { WireType::Bytes } else { wire };
    let mut zero = Vec::new();
    if !ty.pointer {
        write_zero(types, field.number, ty.shape, made, &mut zero);
    }
    Step {
        what: What::Field(index),
        number: field.number,
        ty,
        key: key(field.number, wire),
        wrapped,
        keeps_empty: field.omit == Omit::Never,
        zero: zero.into(),
    }
}

/// Appends a field without pointer that is not set. Lists, maps and bytes are not written.
fn write_zero(types: &TypeTable, number: u16, shape: Shape, made: &mut Vec<Option<Plan>>, out: &mut Vec<u8>) {
    match shape {
        Shape::List(_) | Shape::Map(_) | Shape::Bytes => {}
        Shape::Bool | Shape::Int32 | Shape::Int64 => {
            put_tag(number, WireType::Varint, out);
            out.push(0);
        }
        Shape::Float64 => {
            put_tag(number, WireType::Fixed64, out);
            out.extend_from_slice(&[0; 8]);
        }
        _ => {
            put_tag(number, WireType::Bytes, out);
            let zero: &[u8] = match shape {
                Shape::Struct(id) => {
                    derive_one(types, usize::from(id.0), made);
                    made[usize::from(id.0)].as_ref().map_or(&[], |plan| &plan.own().zero)
                }
                _ => zero_leaf(shape),
            };
            put_varint(zero.len() as u64, out);
            out.extend_from_slice(zero);
        }
    }
}

/// The message (or text) of a leaf that is Go's zero value.
pub(super) fn zero_leaf(shape: Shape) -> &'static [u8] {
    match shape {
        Shape::Quantity => &[0x0a, 1, b'0'],
        Shape::IntOrString => &[0x08, 0, 0x10, 0, 0x1a, 0],
        Shape::SchemaOrBool(_) => &[0x08, 0],
        _ => &[],
    }
}

//! The object tree: an arena of 16-byte nodes over the bytes that were decoded, always read with a schema. Codecs, defaulting,
//! patches and validation use it for the length of one request; served objects keep bytes, never trees. Changes append: the arena
//! never shrinks, so a tree must not outlive the request that changes it.

mod edit;
mod equal;
mod graft;
mod normalise;
mod read;
mod sort;

use crate::json::escape::write_embedded;
use crate::json::{SyntaxError, syntax};
use crate::schema::{Schema, Shape, StructDef, TypeDef, TypeId, TypeTable};
use bytes::Bytes;

pub use edit::NodeMut;
pub(crate) use graft::zero;
pub use read::{Entries, Fields, Items, NodeRef};

/// Documents above this size (bytes) are refused by every decoder, so that offsets and indexes fit 32 bits with room to spare.
pub const MAX_SOURCE: usize = 1 << 29;

/// "No node": the root is never anybody's child, so its index is free to mean that.
pub(crate) const NONE: u32 = 0;

/// The text lies in the side buffer, not in the source.
pub(crate) const SIDE: u8 = 1;
/// The text needs no escaping in JSON.
pub(crate) const CLEAN: u8 = 2;

/// The text came with bytes that are no UTF-8; each is U+FFFD here, and an escape in JSON, as Go prints it.
pub(crate) const REPAIRED: u8 = 4;

/// What a node holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An element, map value or union that is present but Go prints as `null`.
    Null,
    /// A boolean.
    Bool,
    /// A whole number; `int32`, `int64` and the number form of IntOrString.
    Int,
    /// A `float64`.
    Float,
    /// Text: strings, times, quantities, base64, the string form of IntOrString.
    Str,
    /// Embedded JSON as it is printed: compact, escaped, key order kept.
    Raw,
    /// A struct: children are its present fields in declaration order.
    Struct,
    /// A list: children are its elements.
    List,
    /// A map: children are its keys in byte order, each directly followed by its value.
    Map,
    /// A key of a map; never seen outside this module's crate.
    Key,
}

/// One node. What `a` and `b` mean depends on the kind: a number in two halves, offset and length of a text, or first and last child.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    /// Field index when the parent is a struct.
    pub(crate) field: u16,
    pub(crate) kind: Kind,
    pub(crate) flags: u8,
    /// Next sibling.
    pub(crate) next: u32,
    pub(crate) a: u32,
    pub(crate) b: u32,
}

impl Node {
    #[inline]
    pub(crate) const fn new(kind: Kind) -> Self {
        Self { field: 0, kind, flags: 0, next: NONE, a: 0, b: 0 }
    }

    pub(crate) fn bool(value: bool) -> Self {
        Self { a: u32::from(value), ..Self::new(Kind::Bool) }
    }

    pub(crate) fn int(value: i64) -> Self {
        let (a, b) = halves(value.cast_unsigned());
        Self { a, b, ..Self::new(Kind::Int) }
    }

    pub(crate) fn float(value: f64) -> Self {
        let (a, b) = halves(value.to_bits());
        Self { a, b, ..Self::new(Kind::Float) }
    }

    #[inline]
    pub(crate) fn text(kind: Kind, span: Span) -> Self {
        Self { flags: span.flags, a: span.at, b: span.len, ..Self::new(kind) }
    }

    pub(crate) fn bits(self) -> u64 {
        u64::from(self.a) | (u64::from(self.b) << 32)
    }

    pub(crate) fn as_int(self) -> i64 {
        self.bits().cast_signed()
    }

    #[inline]
    pub(crate) fn span(self) -> Span {
        Span { at: self.a, len: self.b, flags: self.flags }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "splits a 64-bit pattern into its two halves")]
fn halves(bits: u64) -> (u32, u32) {
    (bits as u32, (bits >> 32) as u32)
}

/// A text in the source or the side buffer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub(crate) at: u32,
    pub(crate) len: u32,
    pub(crate) flags: u8,
}

/// A type in use: the shape, whether absent and zero differ, and its entry in the table where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ty {
    /// Shape of the value.
    pub shape: Shape,
    /// Whether Go has a pointer here.
    pub pointer: bool,
    /// Entry in the type table; the root and the inside of schema unions have none.
    pub id: Option<TypeId>,
}

impl Ty {
    /// A type by its table entry.
    #[must_use]
    #[inline]
    pub fn of(types: &TypeTable, id: TypeId) -> Self {
        let TypeDef { shape, pointer, .. } = types.ty(id);
        Self { shape: *shape, pointer: *pointer, id: Some(id) }
    }

    /// A plain value type without an entry.
    #[must_use]
    pub const fn plain(shape: Shape) -> Self {
        Self { shape, pointer: false, id: None }
    }

    /// Type of a list's elements, when the shape can hold a list.
    #[must_use]
    pub fn element(self, types: &TypeTable) -> Option<Self> {
        match self.shape {
            Shape::List(id) => Some(Self::of(types, id)),
            Shape::SchemaOrArray(id) => Some(Self::plain(Shape::Struct(id))),
            Shape::SchemaOrStringArray(_) => Some(Self::plain(Shape::String)),
            _ => None,
        }
    }

    /// Type of a map's values, when the shape is a map.
    #[must_use]
    pub fn value(self, types: &TypeTable) -> Option<Self> {
        match self.shape {
            Shape::Map(id) => Some(Self::of(types, id)),
            _ => None,
        }
    }

    /// The struct, when the shape can hold one.
    #[must_use]
    pub fn def(self, types: &TypeTable) -> Option<&StructDef> {
        match self.shape {
            Shape::Struct(id) | Shape::SchemaOrBool(id) | Shape::SchemaOrArray(id) | Shape::SchemaOrStringArray(id) => {
                Some(types.get(id))
            }
            _ => None,
        }
    }
}

/// An object as a tree, with the schema that it is read with. Cloning copies two flat buffers.
#[derive(Clone, Debug)]
pub struct Tree {
    pub(crate) source: Bytes,
    pub(crate) side: Vec<u8>,
    pub(crate) nodes: Vec<Node>,
    schema: Schema,
}

impl Tree {
    /// An object with no field set.
    #[must_use]
    pub fn new(schema: Schema) -> Self {
        Self { source: Bytes::new(), side: Vec::new(), nodes: vec![Node::new(Kind::Struct)], schema }
    }

    /// An empty tree over `source`, with room for about as many nodes as such a document has.
    pub(crate) fn over(source: Bytes, schema: Schema, bytes_per_node: usize) -> Self {
        let mut nodes = Vec::with_capacity(source.len() / bytes_per_node + 8);
        nodes.push(Node::new(Kind::Struct));
        Self { source, side: Vec::new(), nodes, schema }
    }

    /// The schema.
    #[must_use]
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// The schema's table.
    #[must_use]
    pub fn types(&self) -> &TypeTable {
        &self.schema.types
    }

    /// The object itself.
    #[must_use]
    pub fn root(&self) -> NodeRef<'_> {
        NodeRef::new(self, NONE, Ty::plain(Shape::Struct(self.schema.root)))
    }

    /// The node under a path of JSON names, map keys and list indexes; none when any step is absent.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Option<NodeRef<'_>> {
        self.root().at(path)
    }

    /// Text under a path; none when absent (a Go zero string is absent) or of another kind.
    #[must_use]
    pub fn str(&self, path: &[&str]) -> Option<&str> {
        self.at(path)?.as_str()
    }

    /// Whole number under a path.
    #[must_use]
    pub fn i64(&self, path: &[&str]) -> Option<i64> {
        self.at(path)?.as_i64()
    }

    /// Boolean under a path.
    #[must_use]
    pub fn bool(&self, path: &[&str]) -> Option<bool> {
        self.at(path)?.as_bool()
    }

    /// Elements of the list under a path; nothing when absent.
    pub fn items(&self, path: &[&str]) -> Items<'_> {
        self.at(path).map_or_else(|| Items::none(self), NodeRef::items)
    }

    /// Keys and values of the map under a path, in byte order of the keys; nothing when absent.
    pub fn entries(&self, path: &[&str]) -> Entries<'_> {
        self.at(path).map_or_else(|| Entries::none(self), NodeRef::entries)
    }

    /// Bytes that this tree holds on to, the shared source aside.
    #[must_use]
    pub fn heap(&self) -> usize {
        self.nodes.capacity() * size_of::<Node>() + self.side.capacity()
    }

    #[inline]
    pub(crate) fn node(&self, at: u32) -> Node {
        self.nodes[at as usize]
    }

    #[inline]
    pub(crate) fn node_mut(&mut self, at: u32) -> &mut Node {
        &mut self.nodes[at as usize]
    }

    #[inline]
    pub(crate) fn push(&mut self, node: Node) -> u32 {
        let at = index(self.nodes.len());
        self.nodes.push(node);
        at
    }

    #[inline]
    pub(crate) fn bytes(&self, span: Span) -> &[u8] {
        let buffer: &[u8] = if span.flags & SIDE == 0 { &self.source } else { &self.side };
        &buffer[span.at as usize..][..span.len as usize]
    }

    /// Copies a text into the side buffer.
    pub(crate) fn intern(&mut self, text: &[u8]) -> Span {
        let at = index(self.side.len());
        self.side.extend_from_slice(text);
        let clean = if text.iter().all(|&byte| crate::json::escape::plain(byte)) { CLEAN } else { 0 };
        Span { at, len: index(text.len()), flags: SIDE | clean }
    }

    /// Writes an embedded document into the side buffer as it is printed: compact, with HTML-unsafe characters escaped.
    pub(crate) fn intern_json(&mut self, json: &[u8]) -> Result<Span, SyntaxError> {
        let mut compact = Vec::with_capacity(json.len());
        syntax::compact(json, &mut compact)?;
        let at = self.side.len();
        write_embedded(&compact, &mut self.side);
        Ok(Span { at: index(at), len: index(self.side.len() - at), flags: SIDE | CLEAN })
    }

    /// The child of a struct node for one field, and the child before it.
    #[inline]
    pub(crate) fn child(&self, parent: u32, field: u16) -> (u32, Option<u32>) {
        let (mut before, mut at) = (NONE, self.node(parent).a);
        while at != NONE {
            let node = self.node(at);
            if node.field >= field {
                return (before, (node.field == field).then_some(at));
            }
            (before, at) = (at, node.next);
        }
        (before, None)
    }

    /// Hangs `child` under struct `parent`, in declaration order. The field must not be present yet.
    #[inline]
    pub(crate) fn link_field(&mut self, parent: u32, field: u16, child: u32) {
        self.node_mut(child).field = field;
        let last = self.node(parent).b;
        if last == NONE || self.node(last).field < field {
            self.link_last(parent, child);
            return;
        }
        let (before, _) = self.child(parent, field);
        if before == NONE {
            let first = self.node(parent).a;
            self.node_mut(child).next = first;
            self.node_mut(parent).a = child;
        } else {
            let next = self.node(before).next;
            self.node_mut(child).next = next;
            self.node_mut(before).next = child;
        }
    }

    /// Hangs `child` behind the last child of `parent`.
    #[inline]
    pub(crate) fn link_last(&mut self, parent: u32, child: u32) {
        let last = self.node(parent).b;
        if last == NONE {
            self.node_mut(parent).a = child;
        } else {
            self.node_mut(last).next = child;
        }
        self.node_mut(parent).b = child;
    }

    /// Takes the child of `parent` that follows `before` out of the chain.
    pub(crate) fn unlink(&mut self, parent: u32, before: u32, child: u32) {
        let next = self.node(child).next;
        if before == NONE {
            self.node_mut(parent).a = next;
        } else {
            self.node_mut(before).next = next;
        }
        if self.node(parent).b == child {
            self.node_mut(parent).b = before;
        }
        self.node_mut(child).next = NONE;
    }

    /// Puts a value in place of another one; the place in the chain stays.
    pub(crate) fn replace(&mut self, at: u32, value: Node) {
        let Node { field, next, .. } = self.node(at);
        *self.node_mut(at) = Node { field, next, ..value };
    }
}

/// A length or position as a 32-bit index.
pub(crate) fn index(at: usize) -> u32 {
    u32::try_from(at).expect("decoders refuse sources above MAX_SOURCE, so arenas and side buffers stay under 4 GiB")
}

#[cfg(test)]
mod tests;

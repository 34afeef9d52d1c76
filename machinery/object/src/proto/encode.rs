//! The message of a tree. Written from its end to its start, as Go does it, so that every length is known when its turn comes: one
//! pass, no moving of bytes, and no recursion over the document. It never changes a tree, and leaves `kind` and `apiVersion` out.

use super::leaves;
use super::plan::{Message, Plan, What, plan, wire_type, zero_leaf};
use super::wire::{WireType, key, low};
use crate::leaf::canonical_time;
use crate::schema::{Shape, TypeTable};
use crate::tree::{Kind, NONE, Node, NodeRef, Tree, Ty};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Appends the message of an object, without envelope.
pub fn encode(tree: &Tree, out: &mut Vec<u8>) {
    encode_node(tree.root(), out);
}

/// Appends the message of one struct of a tree, without a tag. Other values have no message of their own; for them nothing is written.
pub fn encode_node(node: NodeRef<'_>, out: &mut Vec<u8>) {
    let (tree, start) = (node.tree(), out.len());
    let Shape::Struct(id) = node.ty().shape else { return };
    if node.kind() != Kind::Struct {
        return;
    }
    out.resize(start + tree.source.len() + tree.side.len() + 128, 0);
    let at = out.len();
    let mut writer =
        Writer { tree, types: tree.types(), out, start, at, children: Vec::with_capacity(64), open: Vec::with_capacity(16) };
    writer.begin_struct(node.index(), plan(tree.types(), id), 0);
    writer.run();
    let (from, len) = (writer.at, writer.written());
    out.copy_within(from.., start);
    out.truncate(start + len);
}

/// Something whose members are being written, last ones first.
#[derive(Clone, Copy)]
enum Open<'p> {
    /// A message of a struct.
    Message(Part<'p>),
    /// A list: its elements lie on the stack of children from `base` on. In a message of its own if it has an `end`.
    List { element: Ty, base: usize, end: Option<usize>, key: u32, inner: u32 },
    /// A map: its keys lie on the stack of children from `base` on.
    Map { value: Ty, base: usize, key: u32 },
    /// An entry whose value is written, and then its key.
    Entry { entry: u32, end: usize, key: u32 },
    /// A schema union whose content is written: what stands before it, and then its own length.
    Union { head: &'static [u8], end: usize, key: u32 },
}

/// What is left to write of a message. Lengths are counted from the end of the output: `end`.
#[derive(Clone, Copy)]
struct Part<'p> {
    plan: &'p Plan,
    /// Which of the plan's messages it is.
    own: u8,
    /// Steps below this one are to come.
    left: usize,
    /// Where the struct's children begin on the stack of children.
    base: usize,
    end: usize,
    key: u32,
}

struct Writer<'t, 'o> {
    tree: &'t Tree,
    types: &'t TypeTable,
    out: &'o mut Vec<u8>,
    /// The first byte that is ours to write.
    start: usize,
    /// The first byte that was written.
    at: usize,
    /// Children of what is open: by field index for structs, in order for lists and maps.
    children: Vec<u32>,
    open: Vec<Open<'t>>,
}

impl<'t> Writer<'t, '_> {
    fn run(&mut self) {
        while let Some(open) = self.open.pop() {
            match open {
                Open::Message(part) => self.message(part),
                Open::List { element, base, end, key, inner } => self.list(element, base, end, key, inner),
                Open::Map { value, base, key } => self.map(value, base, key),
                Open::Entry { entry, end, key } => self.entry(entry, end, key),
                Open::Union { head, end, key } => {
                    self.put(head);
                    self.close(end, key);
                }
            }
        }
    }

    /// Bytes written so far: what `end`s are told in, as the output may grow at its front.
    #[inline]
    fn written(&self) -> usize {
        self.out.len() - self.at
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        if self.at - self.start < bytes.len() {
            self.grow(bytes.len());
        }
        self.at -= bytes.len();
        self.out[self.at..self.at + bytes.len()].copy_from_slice(bytes);
    }

    #[inline]
    fn byte(&mut self, byte: u8) {
        if self.at == self.start {
            self.grow(1);
        }
        self.at -= 1;
        self.out[self.at] = byte;
    }

    /// Makes room at the front.
    #[cold]
    fn grow(&mut self, least: usize) {
        let (len, written) = (self.out.len(), self.written());
        self.out.resize(len + (len - self.start).max(least), 0);
        let at = self.out.len() - written;
        self.out.copy_within(self.at..len, at);
        self.at = at;
    }

    #[inline]
    fn varint(&mut self, value: u64) {
        if value < 0x80 {
            self.byte(low(value));
        } else {
            self.put(leaves::varint(value).as_slice());
        }
    }

    /// Writes length and tag of what was written since `end`. The document itself has neither: its key is 0.
    #[inline]
    fn close(&mut self, end: usize, key: u32) {
        if key != 0 {
            self.varint((self.written() - end) as u64);
            self.varint(key.into());
        }
    }

    /// Writes a field that is text or a whole message.
    #[inline]
    fn field(&mut self, bytes: &[u8], key: u32) {
        self.put(bytes);
        self.varint(bytes.len() as u64);
        self.varint(key.into());
    }

    fn begin_struct(&mut self, at: u32, plan: &'t Plan, key: u32) {
        let base = self.children.len();
        let mut child = self.tree.node(at).a;
        // Children come in the order of fields: the last one has the highest index.
        let count = if child == NONE { 0 } else { usize::from(self.tree.node(self.tree.node(at).b).field) + 1 };
        self.children.resize(base + count, NONE);
        while child != NONE {
            let node = self.tree.node(child);
            self.children[base + usize::from(node.field)] = child;
            child = node.next;
        }
        let end = self.written();
        self.open.push(Open::Message(Part { plan, own: 0, left: plan.own().steps.len(), base, end, key }));
    }

    /// Writes the rest of a message's fields, until one must be opened.
    fn message(&mut self, mut part: Part<'t>) {
        let Part { plan, own, base, end, key, .. } = part;
        let message: &'t Message = &plan.messages[usize::from(own)];
        while let Some(left) = part.left.checked_sub(1) {
            part.left = left;
            let step = &message.steps[left];
            let index = match step.what {
                What::Field(index) => base + usize::from(index),
                What::Inline(inner) => {
                    self.open.push(Open::Message(part));
                    let left = plan.messages[usize::from(inner)].steps.len();
                    let end = self.written();
                    self.open.push(Open::Message(Part { own: inner, left, end, key: step.key, ..part }));
                    return;
                }
            };
            match self.children.get(index) {
                Some(&child) if child != NONE => {
                    let node = self.tree.node(child);
                    if matches!(node.kind, Kind::Struct | Kind::List | Kind::Map) {
                        self.open.push(Open::Message(part));
                        self.container(child, step.ty, step.key, step.wrapped);
                        return;
                    }
                    self.leaf(node, step.ty, step.key);
                }
                _ => self.put(&step.zero),
            }
        }
        if own == 0 {
            self.children.truncate(base);
        }
        self.close(end, key);
    }

    /// Opens a container: a struct, list, map or union.
    fn container(&mut self, at: u32, ty: Ty, key: u32, wrapped: bool) {
        let node = self.tree.node(at);
        match (node.kind, ty.shape) {
            (Kind::Struct, Shape::Struct(id)) => self.begin_struct(at, plan(self.types, id), key),
            (Kind::Struct, Shape::SchemaOrBool(id)) => {
                self.open.push(Open::Union { head: &[0x08, 1], end: self.written(), key });
                self.begin_struct(at, plan(self.types, id), 0x12);
            }
            (Kind::Struct, Shape::SchemaOrArray(id) | Shape::SchemaOrStringArray(id)) => {
                self.open.push(Open::Union { head: &[], end: self.written(), key });
                self.begin_struct(at, plan(self.types, id), 0x0a);
            }
            (Kind::List, Shape::List(id)) => {
                let inner = if wrapped { super::wire::key(1, wire_type(self.types, self.types.ty(id).shape)) } else { key };
                self.begin_list(node, Ty::of(self.types, id), wrapped, key, inner);
            }
            (Kind::List, _) => {
                let Some(element) = ty.element(self.types) else { return };
                self.begin_list(node, element, true, key, super::wire::key(2, WireType::Bytes));
            }
            (Kind::Map, Shape::Map(id)) => {
                let base = self.push_children(node.a);
                self.open.push(Open::Map { value: Ty::of(self.types, id), base, key });
            }
            _ => {}
        }
    }

    fn begin_list(&mut self, node: Node, element: Ty, wrapped: bool, key: u32, inner: u32) {
        let base = self.push_children(node.a);
        let end = wrapped.then(|| self.written());
        self.open.push(Open::List { element, base, end, key, inner });
    }

    /// Puts a chain of nodes on the stack of children; where they begin.
    fn push_children(&mut self, mut child: u32) -> usize {
        let base = self.children.len();
        while child != NONE {
            self.children.push(child);
            child = self.tree.node(child).next;
        }
        base
    }

    fn list(&mut self, element: Ty, base: usize, end: Option<usize>, key: u32, inner: u32) {
        while self.children.len() > base {
            let Some(at) = self.children.pop() else { break };
            let node = self.tree.node(at);
            if node.kind == Kind::Struct {
                self.open.push(Open::List { element, base, end, key, inner });
                self.container(at, element, inner, false);
                return;
            }
            self.leaf(node, element, inner);
        }
        if let Some(end) = end {
            self.close(end, key);
        }
    }

    fn map(&mut self, value: Ty, base: usize, key: u32) {
        while self.children.len() > base {
            let Some(entry) = self.children.pop() else { break };
            let node = self.tree.node(entry + 1);
            let end = self.written();
            if matches!(node.kind, Kind::Struct | Kind::List | Kind::Map) {
                self.open.push(Open::Map { value, base, key });
                self.open.push(Open::Entry { entry, end, key });
                let wrapped = value.id.is_some_and(|id| self.types.ty(id).wrapped);
                self.container(entry + 1, value, super::wire::key(2, WireType::Bytes), wrapped);
                return;
            }
            self.leaf(node, value, super::wire::key(2, wire_type(self.types, value.shape)));
            self.entry(entry, end, key);
        }
    }

    fn entry(&mut self, entry: u32, end: usize, key: u32) {
        let tree = self.tree;
        self.field(tree.bytes(tree.node(entry).span()), 0x0a);
        self.close(end, key);
    }

    /// Writes a leaf as a field.
    #[inline]
    fn leaf(&mut self, node: Node, ty: Ty, key: u32) {
        let tree = self.tree;
        match node.kind {
            Kind::Str if ty.shape == Shape::String => self.field(tree.bytes(node.span()), key),
            Kind::Str | Kind::Key => self.text(tree.bytes(node.span()), ty.shape, key),
            Kind::Int if ty.shape == Shape::IntOrString => self.field(leaves::int_or_string(node.as_int()).as_slice(), key),
            Kind::Int => {
                self.varint(node.bits());
                self.varint(key.into());
            }
            Kind::Bool if ty.shape == Shape::Bool => {
                self.byte(u8::from(node.a != 0));
                self.varint(key.into());
            }
            Kind::Bool => self.field(&[0x08, u8::from(node.a != 0)], key),
            Kind::Float => {
                self.put(&node.bits().to_le_bytes());
                self.varint(key.into());
            }
            Kind::Raw => {
                let end = self.written();
                self.field(tree.bytes(node.span()), 0x0a);
                self.close(end, key);
            }
            Kind::Null => self.null(ty, key),
            Kind::Struct | Kind::List | Kind::Map => {}
        }
    }

    /// A text that is no string in protobuf.
    fn text(&mut self, text: &[u8], shape: Shape, key: u32) {
        let end = self.written();
        match shape {
            Shape::Time | Shape::MicroTime => {
                if let Some(time) = canonical_time(text) {
                    self.put(leaves::timestamp(time).as_slice());
                }
            }
            Shape::Quantity => self.field(text, 0x0a),
            Shape::IntOrString => {
                self.put(text);
                self.varint(text.len() as u64);
                self.put(&leaves::STRING_FORM);
            }
            Shape::Bytes => self.put(&STANDARD.decode(text).unwrap_or_default()),
            _ => self.put(text),
        }
        self.close(end, key);
    }

    /// A value that is there and prints as `null`: the zero time behind a pointer, an empty union, a list that is nil in its map.
    fn null(&mut self, ty: Ty, key: u32) {
        match ty.shape {
            // Go leaves the value of an entry out.
            Shape::Bytes => {}
            Shape::Struct(id) => {
                let zero: &'t [u8] = &plan(self.types, id).own().zero;
                self.field(zero, key);
            }
            Shape::Bool | Shape::Int32 | Shape::Int64 => {
                self.byte(0);
                self.varint(key.into());
            }
            Shape::Float64 => {
                self.put(&[0; 8]);
                self.varint(key.into());
            }
            shape => self.field(zero_leaf(shape), key),
        }
    }
}

const _: () = assert!(key(2, WireType::Bytes) == 0x12);

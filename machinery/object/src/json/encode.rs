//! Canonical JSON: Go's bytes. Declaration order, Go's rules of what is left out, HTML-safe escapes, sorted maps, Go's numbers.
//! Used for stored and served bodies; it never changes a tree. No recursion over the document.

use super::escape::{write_repaired, write_string};
use super::syntax;
use crate::number::{write_f64, write_i64};
use crate::schema::{FieldDef, Omit, Shape, StructDef, TypeTable, Types};
use crate::tree::{CLEAN, Kind, NONE, Node, NodeRef, REPAIRED, Tree, Ty, zero};

/// Appends the object as compact JSON, without a final newline.
pub fn encode(tree: &Tree, out: &mut Vec<u8>) {
    encode_node(tree.root(), out);
}

/// Appends one value as compact JSON.
pub fn encode_node(node: NodeRef<'_>, out: &mut Vec<u8>) {
    Writer { tree: node.tree(), out, cut: None }.write(node.index(), node.ty());
}

/// Appends the object with two blanks of indent per level, without a final newline.
pub fn encode_pretty(tree: &Tree, out: &mut Vec<u8>) {
    let mut compact = Vec::with_capacity(tree.source.len() + 256);
    encode(tree, &mut compact);
    if syntax::indent(&compact, out).is_err() {
        // Embedded bytes that are not JSON cannot get into a tree through a decoder; print them as they are.
        out.extend_from_slice(&compact);
    }
}

/// How a resourceVersion is joined to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comma {
    /// Something stands before it in `metadata`.
    Before,
    /// It comes first, and something follows.
    After,
    /// It is alone.
    None,
}

/// A body without resourceVersion, and where the two things go that differ between readers: the revision, and the type that items of
/// a built-in list lose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoded {
    /// Compact JSON without `metadata.resourceVersion` and without a final newline.
    pub bytes: Vec<u8>,
    /// Offset behind the comma after `kind` and `apiVersion`; 1 when the object starts with neither.
    pub type_end: u32,
    /// Offset at which `"resourceVersion":"N"` goes; 0 when the object has no metadata.
    pub rv_at: u32,
    /// Commas to write with it.
    pub rv_comma: Comma,
}

impl Encoded {
    /// Appends the body with a revision.
    pub fn write_with(&self, revision: u64, out: &mut Vec<u8>) {
        self.write_range(0, revision, out);
    }

    /// Appends the body with a revision and without kind and apiVersion, as an item of a built-in list.
    pub fn write_item(&self, revision: u64, out: &mut Vec<u8>) {
        out.push(b'{');
        self.write_range(self.type_end as usize, revision, out);
    }

    fn write_range(&self, from: usize, revision: u64, out: &mut Vec<u8>) {
        let cut = self.rv_at as usize;
        if cut == 0 {
            out.extend_from_slice(&self.bytes[from..]);
            return;
        }
        out.extend_from_slice(&self.bytes[from..cut]);
        if self.rv_comma == Comma::Before {
            out.push(b',');
        }
        out.extend_from_slice(b"\"resourceVersion\":\"");
        out.extend_from_slice(revision.to_string().as_bytes());
        out.push(b'"');
        if self.rv_comma == Comma::After {
            out.push(b',');
        }
        out.extend_from_slice(&self.bytes[cut..]);
    }
}

/// Encodes the object without its resourceVersion and notes where it goes.
#[must_use]
pub fn encode_with_cut(tree: &Tree) -> Encoded {
    let def = tree.schema().def();
    let types = tree.types();
    let mut cut = Cut { metadata: u16::MAX, version: u16::MAX, last_type: u16::MAX, type_end: 1, at: 0, first: false };
    if let Some((index, field)) = def.field("metadata")
        && let Some((version, _)) = Ty::of(types, field.ty).def(types).and_then(|meta| meta.field("resourceVersion"))
    {
        (cut.metadata, cut.version) = (narrow(index), narrow(version));
    }
    if let (Some((kind, _)), Some((version, _))) = (def.field("kind"), def.field("apiVersion"))
        && kind + version == 1
    {
        cut.last_type = 1;
    }
    let mut bytes = Vec::with_capacity(tree.source.len() + 256);
    let mut writer = Writer { tree, out: &mut bytes, cut: Some(cut) };
    writer.write(NONE, Ty::plain(Shape::Struct(tree.schema().root)));
    let cut = writer.cut.unwrap_or(cut);
    let type_end = cut.type_end.min(bytes.len() - 1);
    let rv_comma = match (cut.first, bytes.get(cut.at)) {
        (false, _) => Comma::Before,
        (true, Some(b'}')) => Comma::None,
        (true, _) => Comma::After,
    };
    Encoded { type_end: crate::tree::index(type_end), rv_at: crate::tree::index(cut.at), rv_comma, bytes }
}

fn narrow(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// What is looked out for while writing, by field index.
#[derive(Clone, Copy)]
struct Cut {
    metadata: u16,
    version: u16,
    last_type: u16,
    type_end: usize,
    at: usize,
    first: bool,
}

struct Writer<'a> {
    tree: &'a Tree,
    out: &'a mut Vec<u8>,
    cut: Option<Cut>,
}

/// A container being written: the next child, and for structs the next field to decide about.
struct Frame<'a> {
    next: u32,
    first: bool,
    body: Body<'a>,
}

enum Body<'a> {
    Struct { def: &'a StructDef, field: u16 },
    List { element: Ty },
    Map { value: Ty },
}

impl<'a> Writer<'a> {
    fn write(&mut self, at: u32, ty: Ty) {
        let mut stack = Vec::with_capacity(16);
        let mut next = Some((at, ty));
        loop {
            if let Some((at, ty)) = next.take()
                && let Some(frame) = self.begin(at, ty)
            {
                stack.push(frame);
            }
            let depth = stack.len();
            let metadata = depth == 2 && self.in_metadata(&stack);
            let Some(frame) = stack.last_mut() else { return };
            next = match frame.body {
                Body::Struct { def, .. } => self.struct_member(frame, def, depth, metadata),
                Body::List { element } => self.list_member(frame, element),
                Body::Map { value } => self.map_member(frame, value),
            };
            if next.is_none() {
                self.out.push(match frame.body {
                    Body::List { .. } => b']',
                    _ => b'}',
                });
                stack.pop();
            }
        }
    }

    /// Whether the struct on top is the root's metadata, and the cut is wanted.
    fn in_metadata(&self, stack: &[Frame<'_>]) -> bool {
        let Some(cut) = self.cut else { return false };
        matches!(stack.first(), Some(Frame { body: Body::Struct { field, .. }, .. }) if field.checked_sub(1) == Some(cut.metadata))
    }

    /// Writes a leaf, or opens a container.
    #[inline]
    fn begin(&mut self, at: u32, ty: Ty) -> Option<Frame<'a>> {
        let types = self.tree.types();
        let node = self.tree.node(at);
        let body = match node.kind {
            Kind::Struct => ty.def(types).map(|def| Body::Struct { def, field: 0 }),
            Kind::List => ty.element(types).map(|element| Body::List { element }),
            Kind::Map => ty.value(types).map(|value| Body::Map { value }),
            _ => None,
        };
        match body {
            None => {
                self.leaf(at);
                None
            }
            Some(body) => {
                self.out.push(if node.kind == Kind::List { b'[' } else { b'{' });
                Some(Frame { next: node.a, first: true, body })
            }
        }
    }

    #[inline]
    fn leaf(&mut self, at: u32) {
        let node = self.tree.node(at);
        match node.kind {
            Kind::Bool => self.out.extend_from_slice(if node.a != 0 { b"true" } else { b"false" }),
            Kind::Int => write_i64(node.as_int(), self.out),
            Kind::Float => write_f64(f64::from_bits(node.bits()), self.out),
            Kind::Str | Kind::Key => self.text(at),
            Kind::Raw => self.out.extend_from_slice(self.tree.bytes(node.span())),
            Kind::Null | Kind::Struct | Kind::List | Kind::Map => self.out.extend_from_slice(b"null"),
        }
    }

    #[inline]
    fn text(&mut self, at: u32) {
        let span = self.tree.node(at).span();
        let text = self.tree.bytes(span);
        if span.flags & CLEAN == 0 {
            if span.flags & REPAIRED == 0 {
                write_string(text, self.out);
            } else {
                write_repaired(text, self.out);
            }
            return;
        }
        self.out.push(b'"');
        self.out.extend_from_slice(text);
        self.out.push(b'"');
    }

    fn list_member(&mut self, frame: &mut Frame<'_>, element: Ty) -> Option<(u32, Ty)> {
        let at = frame.next;
        if at == NONE {
            return None;
        }
        self.comma(frame);
        frame.next = self.tree.node(at).next;
        Some((at, element))
    }

    fn map_member(&mut self, frame: &mut Frame<'_>, value: Ty) -> Option<(u32, Ty)> {
        let at = frame.next;
        if at == NONE {
            return None;
        }
        self.comma(frame);
        frame.next = self.tree.node(at).next;
        self.text(at);
        self.out.push(b':');
        Some((at + 1, value))
    }

    /// Writes members until one holds a container (its node and type) or the struct ends.
    fn struct_member(&mut self, frame: &mut Frame<'a>, def: &'a StructDef, depth: usize, metadata: bool) -> Option<(u32, Ty)> {
        let types = self.tree.types();
        loop {
            let Body::Struct { field: next, .. } = &mut frame.body else { return None };
            let index = *next;
            let field = def.fields.get(usize::from(index))?;
            *next += 1;
            let here = frame.next != NONE && self.tree.node(frame.next).field == index;
            if metadata && self.cut_version(frame, index) {
                if here {
                    frame.next = self.tree.node(frame.next).next;
                }
                continue;
            }
            let ty = Ty::of(types, field.ty);
            if here {
                let at = frame.next;
                let node = self.tree.node(at);
                frame.next = node.next;
                if field.omit != Omit::Never && !ty.pointer && empty(node, ty, field.omit) {
                    continue;
                }
                self.comma(frame);
                self.name(field);
                if matches!(node.kind, Kind::Struct | Kind::List | Kind::Map) {
                    return Some((at, ty));
                }
                self.leaf(at);
            } else if shown_when_absent(field.omit, ty) {
                self.comma(frame);
                self.name(field);
                self.absent(ty, depth, index);
            }
            if depth == 1
                && let Some(cut) = &mut self.cut
                && index <= cut.last_type
                && cut.last_type != u16::MAX
            {
                cut.type_end = if frame.first { 1 } else { self.out.len() + 1 };
            }
        }
    }

    /// Notes the place of the resourceVersion and skips the field; false for every other field.
    fn cut_version(&mut self, frame: &Frame<'_>, index: u16) -> bool {
        match &mut self.cut {
            Some(cut) if cut.version == index => {
                cut.at = self.out.len();
                cut.first = frame.first;
                true
            }
            _ => false,
        }
    }

    /// Writes a field that is not set but printed. An empty metadata is where the resourceVersion goes.
    fn absent(&mut self, ty: Ty, depth: usize, index: u16) {
        write_zero(self.tree.types(), ty, self.out);
        if let Some(cut) = &mut self.cut
            && depth == 1
            && cut.metadata == index
            && self.out.ends_with(b"{}")
        {
            cut.at = self.out.len() - 1;
            cut.first = true;
        }
    }

    #[inline]
    fn comma(&mut self, frame: &mut Frame<'_>) {
        if !std::mem::replace(&mut frame.first, false) {
            self.out.push(b',');
        }
    }

    #[inline]
    fn name(&mut self, field: &FieldDef) {
        if matches!(self.tree.schema().types, Types::Shared(_)) {
            write_string(field.json.as_bytes(), self.out);
            self.out.push(b':');
            return;
        }
        self.out.push(b'"');
        self.out.extend_from_slice(field.json.as_bytes());
        self.out.extend_from_slice(b"\":");
    }
}

/// Whether Go's `omitempty` or `omitzero` leaves out this value of a type without pointer.
fn empty(node: Node, ty: Ty, omit: Omit) -> bool {
    match node.kind {
        Kind::Struct => omit == Omit::Zero && node.a == NONE,
        Kind::List | Kind::Map => node.a == NONE,
        Kind::Str => node.b == 0 && matches!(ty.shape, Shape::String | Shape::Bytes),
        Kind::Bool | Kind::Int | Kind::Float => zero(node) && ty.shape != Shape::IntOrString,
        _ => false,
    }
}

/// Whether Go prints a field of this type that is not set.
fn shown_when_absent(omit: Omit, ty: Ty) -> bool {
    match omit {
        Omit::Never => true,
        Omit::Zero => false,
        Omit::Empty => {
            !ty.pointer
                && !matches!(
                    ty.shape,
                    Shape::String
                        | Shape::Bool
                        | Shape::Int32
                        | Shape::Int64
                        | Shape::Float64
                        | Shape::Bytes
                        | Shape::List(_)
                        | Shape::Map(_)
                )
        }
    }
}

/// Appends Go's zero value of a type. Recursion follows struct values only, which Go's types cannot nest in themselves.
fn write_zero(types: &TypeTable, ty: Ty, out: &mut Vec<u8>) {
    let text: &[u8] = match ty.shape {
        _ if ty.pointer => b"null",
        Shape::String => b"\"\"",
        Shape::Bool | Shape::SchemaOrBool(_) => b"false",
        Shape::Int32 | Shape::Int64 | Shape::Float64 | Shape::IntOrString => b"0",
        Shape::Quantity => b"\"0\"",
        Shape::Struct(id) => return write_zero_struct(types, types.get(id), out),
        _ => b"null",
    };
    out.extend_from_slice(text);
}

fn write_zero_struct(types: &TypeTable, def: &StructDef, out: &mut Vec<u8>) {
    out.push(b'{');
    let mut first = true;
    for field in def.fields.iter() {
        let ty = Ty::of(types, field.ty);
        if shown_when_absent(field.omit, ty) {
            if !std::mem::replace(&mut first, false) {
                out.push(b',');
            }
            write_string(field.json.as_bytes(), out);
            out.push(b':');
            write_zero(types, ty, out);
        }
    }
    out.push(b'}');
}

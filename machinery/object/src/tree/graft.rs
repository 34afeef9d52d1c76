//! Copying values from tree to tree, also between structs of different tables: fields are matched by JSON name. Used by conversion,
//! by patches and by defaulting from templates. Values that the other type cannot hold are left out; nothing fails.

use super::{CLEAN, Kind, NONE, Node, NodeRef, SIDE, Span, Tree, Ty};
use crate::schema::{Schema, Shape};

/// How texts get into the copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    /// Copied into the side buffer.
    Copy,
    /// Both trees have the same source and side buffer.
    Shared,
}

impl Tree {
    /// The object read with another schema; see [`crate::convert::by_name`].
    pub(crate) fn converted(from: &Tree, schema: &Schema) -> Self {
        let mut tree = Self::new(schema.clone());
        tree.source = from.source.clone();
        tree.side = from.side.clone();
        tree.nodes.reserve(from.nodes.len());
        let ty = tree.root().ty();
        tree.fill(from.root(), NONE, ty, Texts::Shared);
        tree
    }

    /// Copies `from` into the node `at`, whose type is `ty`. What was there is replaced. False when the type cannot hold it.
    pub(crate) fn copy_into(&mut self, from: NodeRef<'_>, at: u32, ty: Ty) -> bool {
        let Some(node) = self.shell(from, ty, Texts::Copy) else { return false };
        self.replace(at, node);
        self.fill(from, at, ty, Texts::Copy);
        true
    }

    /// Copies `from` into a new node that hangs nowhere yet.
    pub(crate) fn copy_of(&mut self, from: NodeRef<'_>, ty: Ty) -> Option<u32> {
        let node = self.shell(from, ty, Texts::Copy)?;
        let at = self.push(node);
        self.fill(from, at, ty, Texts::Copy);
        Some(at)
    }

    /// The node for a value, without children; none when `ty` cannot hold it.
    fn shell(&mut self, from: NodeRef<'_>, ty: Ty, texts: Texts) -> Option<Node> {
        let node = from.node();
        let fits = match (node.kind, ty.shape) {
            (Kind::Null, _) => true,
            (Kind::Struct, shape) => {
                let union = !matches!((from.ty().shape, shape), (Shape::Struct(_), Shape::Struct(_)));
                ty.def(self.types()).is_some() && (!union || same_union(from.ty().shape, shape))
            }
            (Kind::List, _) => ty.element(self.types()).is_some(),
            (Kind::Map, _) => ty.value(self.types()).is_some(),
            (Kind::Int, Shape::Int64) => true,
            (Kind::Int, Shape::Int32 | Shape::IntOrString) => i32::try_from(node.as_int()).is_ok(),
            (Kind::Bool, Shape::Bool | Shape::SchemaOrBool(_)) | (Kind::Float, Shape::Float64) => true,
            (Kind::Raw, Shape::RawExtension | Shape::FieldsV1 | Shape::Json) => true,
            (Kind::Str, shape) => shape == from.ty().shape,
            _ => false,
        };
        if !fits {
            return None;
        }
        Some(match node.kind {
            Kind::Str | Kind::Raw => Node::text(node.kind, self.adopt(from.tree(), node.span(), texts)),
            Kind::Struct | Kind::List | Kind::Map => Node::new(node.kind),
            _ => Node { next: NONE, field: 0, ..node },
        })
    }

    fn adopt(&mut self, from: &Tree, span: Span, texts: Texts) -> Span {
        if texts == Texts::Shared {
            return span;
        }
        let at = super::index(self.side.len());
        self.side.extend_from_slice(from.bytes(span));
        Span { at, len: span.len, flags: SIDE | (span.flags & CLEAN) }
    }

    /// Copies the children of `from` under `at`. Own stack: no recursion.
    fn fill(&mut self, from: NodeRef<'_>, at: u32, ty: Ty, texts: Texts) {
        let mut stack = vec![(from, at, ty)];
        while let Some((from, at, ty)) = stack.pop() {
            match from.kind() {
                Kind::Struct => {
                    for (field, value) in from.fields() {
                        let found = ty.def(self.types()).and_then(|def| def.field(&field.json));
                        let Some((index, ty)) = found.map(|(index, def)| (index, Ty::of(self.types(), def.ty))) else { continue };
                        let Some(node) = self.shell(value, ty, texts) else { continue };
                        if !ty.pointer && zero(node) {
                            continue;
                        }
                        let child = self.push(node);
                        self.link_field(at, u16::try_from(index).unwrap_or(u16::MAX), child);
                        stack.push((value, child, ty));
                    }
                }
                Kind::List => {
                    let Some(element) = ty.element(self.types()) else { continue };
                    for value in from.items() {
                        let Some(node) = self.shell(value, element, texts) else { continue };
                        let child = self.push(node);
                        self.link_last(at, child);
                        stack.push((value, child, element));
                    }
                }
                Kind::Map => {
                    let Some(element) = ty.value(self.types()) else { continue };
                    let mut key = from.node().a;
                    for (_, value) in from.entries() {
                        let from_key = from.tree().node(key);
                        key = from_key.next;
                        let Some(node) = self.shell(value, element, texts) else { continue };
                        let span = self.adopt(from.tree(), from_key.span(), texts);
                        let entry = self.push(Node::text(Kind::Key, span));
                        let child = self.push(node);
                        self.link_last(at, entry);
                        stack.push((value, child, element));
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether both are the same kind of schema union, or one is the struct itself.
fn same_union(a: Shape, b: Shape) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

/// Whether a leaf is Go's zero value, which a field without pointer does not keep.
pub(crate) fn zero(node: Node) -> bool {
    match node.kind {
        Kind::Bool | Kind::Int => node.bits() == 0,
        Kind::Float => f64::from_bits(node.bits()) == 0.0,
        _ => false,
    }
}

//! Reading a tree: [`NodeRef`], a copyable handle that knows its type. Used by every codec, by patches and by the rules of kinds.
//! It never changes anything.

use super::{Kind, NONE, Node, Tree, Ty};
use crate::schema::{FieldDef, Shape, StructDef};
use base64::Engine;

/// One value of a tree, with its type.
#[derive(Clone, Copy)]
pub struct NodeRef<'t> {
    tree: &'t Tree,
    at: u32,
    ty: Ty,
}

impl<'t> NodeRef<'t> {
    pub(crate) fn new(tree: &'t Tree, at: u32, ty: Ty) -> Self {
        Self { tree, at, ty }
    }

    /// The tree that holds it.
    #[must_use]
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// Its type.
    #[must_use]
    pub fn ty(self) -> Ty {
        self.ty
    }

    pub(crate) fn index(self) -> u32 {
        self.at
    }

    pub(crate) fn node(self) -> Node {
        self.tree.node(self.at)
    }

    /// What it holds.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.node().kind
    }

    /// Its struct definition, when it is a struct.
    #[must_use]
    pub fn def(self) -> Option<&'t StructDef> {
        if self.kind() == Kind::Struct { self.ty.def(self.tree.types()) } else { None }
    }

    /// A present field by JSON name.
    #[must_use]
    pub fn field(self, json: &str) -> Option<NodeRef<'t>> {
        let (index, def) = self.def()?.field(json)?;
        self.child(index, def)
    }

    /// A present field by its index in the struct definition.
    #[must_use]
    pub fn field_at(self, index: usize) -> Option<NodeRef<'t>> {
        let def = self.def()?.fields.get(index)?;
        self.child(index, def)
    }

    fn child(self, index: usize, def: &FieldDef) -> Option<NodeRef<'t>> {
        let at = self.tree.child(self.at, u16::try_from(index).ok()?).1?;
        Some(Self::new(self.tree, at, Ty::of(self.tree.types(), def.ty)))
    }

    /// A map's value by key.
    #[must_use]
    pub fn entry(self, key: &str) -> Option<NodeRef<'t>> {
        self.entries().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// A list's element by position.
    #[must_use]
    pub fn item(self, position: usize) -> Option<NodeRef<'t>> {
        self.items().nth(position)
    }

    /// The node under a path of JSON names, map keys and list indexes.
    #[must_use]
    pub fn at(self, path: &[&str]) -> Option<NodeRef<'t>> {
        path.iter().try_fold(self, |node, step| match node.kind() {
            Kind::Struct => node.field(step),
            Kind::Map => node.entry(step),
            Kind::List => node.item(step.parse().ok()?),
            _ => None,
        })
    }

    /// Text under a path.
    #[must_use]
    pub fn str(self, path: &[&str]) -> Option<&'t str> {
        self.at(path)?.as_str()
    }

    /// Present fields in declaration order; nothing for another kind.
    #[must_use]
    pub fn fields(self) -> Fields<'t> {
        let node = self.node();
        let at = if node.kind == Kind::Struct { node.a } else { NONE };
        Fields { tree: self.tree, at, def: self.def() }
    }

    /// Elements of a list; nothing for another kind.
    #[must_use]
    pub fn items(self) -> Items<'t> {
        let node = self.node();
        match (node.kind, self.ty.element(self.tree.types())) {
            (Kind::List, Some(ty)) => Items { tree: self.tree, at: node.a, ty },
            _ => Items::none(self.tree),
        }
    }

    /// Keys and values of a map in byte order of the keys; nothing for another kind.
    #[must_use]
    pub fn entries(self) -> Entries<'t> {
        let node = self.node();
        match (node.kind, self.ty.value(self.tree.types())) {
            (Kind::Map, Some(ty)) => Entries { tree: self.tree, at: node.a, ty },
            _ => Entries::none(self.tree),
        }
    }

    /// Number of elements, entries or present fields. Walks them.
    #[must_use]
    pub fn len(self) -> usize {
        match self.kind() {
            Kind::Struct => self.fields().count(),
            Kind::List => self.items().count(),
            Kind::Map => self.entries().count(),
            _ => 0,
        }
    }

    /// Whether [`len`](Self::len) is 0.
    #[must_use]
    pub fn is_empty(self) -> bool {
        !matches!(self.kind(), Kind::Struct | Kind::List | Kind::Map) || self.node().a == NONE
    }

    /// Text of strings, times, quantities, base64 and the string form of IntOrString.
    #[must_use]
    pub fn as_str(self) -> Option<&'t str> {
        let node = self.node();
        if node.kind == Kind::Str { std::str::from_utf8(self.tree.bytes(node.span())).ok() } else { None }
    }

    /// A whole number.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        let node = self.node();
        if node.kind == Kind::Int { Some(node.as_int()) } else { None }
    }

    /// A `float64`.
    #[must_use]
    pub fn as_f64(self) -> Option<f64> {
        let node = self.node();
        if node.kind == Kind::Float { Some(f64::from_bits(node.bits())) } else { None }
    }

    /// A boolean.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        let node = self.node();
        if node.kind == Kind::Bool { Some(node.a != 0) } else { None }
    }

    /// The decoded content of a `[]byte`.
    #[must_use]
    pub fn as_bytes(self) -> Option<Vec<u8>> {
        match (self.ty.shape, self.node()) {
            (Shape::Bytes, node) if node.kind == Kind::Str => {
                base64::engine::general_purpose::STANDARD.decode(self.tree.bytes(node.span())).ok()
            }
            _ => None,
        }
    }

    /// Embedded JSON as it is printed: compact and escaped. Not checked UTF-8: Go passes such bytes on untouched.
    #[must_use]
    pub fn raw(self) -> Option<&'t [u8]> {
        let node = self.node();
        if node.kind == Kind::Raw { Some(self.tree.bytes(node.span())) } else { None }
    }
}

impl std::fmt::Debug for NodeRef<'_> {
    /// Canonical JSON.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut json = Vec::new();
        crate::json::encode_node(*self, &mut json);
        f.write_str(&String::from_utf8_lossy(&json))
    }
}

/// Present fields of a struct.
pub struct Fields<'t> {
    tree: &'t Tree,
    at: u32,
    def: Option<&'t StructDef>,
}

impl<'t> Iterator for Fields<'t> {
    type Item = (&'t FieldDef, NodeRef<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.at == NONE {
            return None;
        }
        let node = self.tree.node(self.at);
        let field = &self.def?.fields[usize::from(node.field)];
        let child = NodeRef::new(self.tree, self.at, Ty::of(self.tree.types(), field.ty));
        self.at = node.next;
        Some((field, child))
    }
}

/// Elements of a list.
pub struct Items<'t> {
    tree: &'t Tree,
    at: u32,
    ty: Ty,
}

impl<'t> Items<'t> {
    pub(super) fn none(tree: &'t Tree) -> Self {
        Self { tree, at: NONE, ty: Ty::plain(Shape::Json) }
    }
}

impl<'t> Iterator for Items<'t> {
    type Item = NodeRef<'t>;

    fn next(&mut self) -> Option<NodeRef<'t>> {
        if self.at == NONE {
            return None;
        }
        let item = NodeRef::new(self.tree, self.at, self.ty);
        self.at = self.tree.node(self.at).next;
        Some(item)
    }
}

/// Keys and values of a map.
pub struct Entries<'t> {
    tree: &'t Tree,
    at: u32,
    ty: Ty,
}

impl<'t> Entries<'t> {
    pub(super) fn none(tree: &'t Tree) -> Self {
        Self { tree, at: NONE, ty: Ty::plain(Shape::Json) }
    }
}

impl<'t> Iterator for Entries<'t> {
    type Item = (&'t str, NodeRef<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.at == NONE {
            return None;
        }
        let node = self.tree.node(self.at);
        let key = std::str::from_utf8(self.tree.bytes(node.span())).unwrap_or_default();
        let value = NodeRef::new(self.tree, self.at + 1, self.ty);
        self.at = node.next;
        Some((key, value))
    }
}

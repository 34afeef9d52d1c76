//! Changing a tree: [`NodeMut`], and the same operations by path on [`Tree`]. Used by defaulting, preparation and patches. A path that
//! the schema does not have is a mistake of the caller: debug builds stop there, release builds leave the tree as it is.

use super::graft::zero;
use super::{CLEAN, Kind, NONE, Node, NodeRef, Span, Tree, Ty};
use crate::leaf::{self, Canonical};
use crate::schema::Shape;

/// One value of a tree, to be changed. Paths are JSON names, map keys and list positions, relative to it.
pub struct NodeMut<'t> {
    tree: &'t mut Tree,
    at: u32,
    ty: Ty,
}

/// A value to be set.
enum Leaf<'v> {
    Text(&'v str),
    Int(i64),
    Bool(bool),
    Float(f64),
    Bytes(&'v [u8]),
    Raw(&'v [u8]),
}

/// Where a step of a path leads.
enum Step {
    Field(u16, Ty),
    Entry(Ty),
    Item(usize, Ty),
}

impl<'t> NodeMut<'t> {
    /// For reading.
    #[must_use]
    pub fn get(&self) -> NodeRef<'_> {
        NodeRef::new(self.tree, self.at, self.ty)
    }

    /// A borrowed copy, to keep this one.
    pub fn reborrow(&mut self) -> NodeMut<'_> {
        NodeMut { tree: self.tree, at: self.at, ty: self.ty }
    }

    /// The value under a path, if present.
    #[must_use]
    pub fn at(self, path: &[&str]) -> Option<NodeMut<'t>> {
        let (at, ty) = {
            let found = self.get().at(path)?;
            (found.index(), found.ty())
        };
        Some(NodeMut { tree: self.tree, at, ty })
    }

    /// The value under a path; absent structs, maps and lists on the way are created, and the value itself with Go's zero. None only
    /// when the schema has no such path.
    #[must_use]
    pub fn make(self, path: &[&str]) -> Option<NodeMut<'t>> {
        let (mut at, mut ty) = (self.at, self.ty);
        for step in path {
            let Some(next) = self.tree.make_step(at, ty, step) else {
                debug_assert!(false, "the schema has no {path:?}");
                return None;
            };
            (at, ty) = next;
        }
        Some(NodeMut { tree: self.tree, at, ty })
    }

    /// Sets a text: string, time, quantity (brought to canonical form), base64, or the string form of IntOrString.
    pub fn set_str(&mut self, path: &[&str], value: &str) {
        self.set(path, &Leaf::Text(value));
    }

    /// Sets a whole number.
    pub fn set_i64(&mut self, path: &[&str], value: i64) {
        self.set(path, &Leaf::Int(value));
    }

    /// Sets a boolean.
    pub fn set_bool(&mut self, path: &[&str], value: bool) {
        self.set(path, &Leaf::Bool(value));
    }

    /// Sets a `float64`, which must be finite.
    pub fn set_f64(&mut self, path: &[&str], value: f64) {
        self.set(path, &Leaf::Float(value));
    }

    /// Sets a `[]byte`.
    pub fn set_bytes(&mut self, path: &[&str], value: &[u8]) {
        self.set(path, &Leaf::Bytes(value));
    }

    /// Sets an embedded document, which must be JSON.
    pub fn set_raw(&mut self, path: &[&str], json: &[u8]) {
        self.set(path, &Leaf::Raw(json));
    }

    /// Makes a struct, list or map present and leaves what is in it.
    pub fn ensure(&mut self, path: &[&str]) {
        let made = self.reborrow().make(path);
        debug_assert!(made.is_some());
    }

    /// Takes a value away: a field becomes absent, a key or element disappears. Says whether it was there.
    pub fn remove(&mut self, path: &[&str]) -> bool {
        let Some((last, parents)) = path.split_last() else { return false };
        let Some(parent) = self.reborrow().at(parents) else { return false };
        let NodeMut { tree, at, ty } = parent;
        let (mut before, mut child) = (NONE, tree.node(at).a);
        let mut position = 0usize;
        while child != NONE {
            let node = tree.node(child);
            let hit = match tree.node(at).kind {
                Kind::Struct => ty
                    .def(tree.types())
                    .and_then(|def| def.field(last))
                    .is_some_and(|(index, _)| index == usize::from(node.field)),
                Kind::Map => tree.bytes(node.span()) == last.as_bytes(),
                Kind::List => last.parse() == Ok(position),
                _ => return false,
            };
            if hit {
                tree.unlink(at, before, child);
                return true;
            }
            (before, child) = (child, node.next);
            position += 1;
        }
        false
    }

    /// Empties a present struct, list or map.
    pub fn clear(&mut self, path: &[&str]) {
        if let Some(node) = self.reborrow().at(path)
            && matches!(node.get().kind(), Kind::Struct | Kind::List | Kind::Map)
        {
            let kind = node.get().kind();
            node.tree.replace(node.at, Node::new(kind));
        }
    }

    /// Copies a value of another tree here, replacing what is there. Structs match by JSON name; what the type cannot hold is left
    /// out. Says whether the value itself could be held.
    pub fn graft(&mut self, path: &[&str], from: NodeRef<'_>) -> bool {
        let Some(NodeMut { tree, at, ty }) = self.reborrow().make(path) else { return false };
        tree.copy_into(from, at, ty)
    }

    /// Appends Go's zero value to the list here and gives it.
    pub fn push(&mut self) -> Option<NodeMut<'_>> {
        let element = self.ty.element(self.tree.types());
        let (Some(ty), Kind::List) = (element, self.tree.node(self.at).kind) else {
            debug_assert!(false, "only lists take elements");
            return None;
        };
        let node = self.tree.zero_of(Ty { pointer: false, ..ty });
        let at = self.tree.push(node);
        self.tree.link_last(self.at, at);
        Some(NodeMut { tree: self.tree, at, ty })
    }

    /// Appends a text to the list here.
    pub fn push_str(&mut self, value: &str) {
        if let Some(mut item) = self.push() {
            item.set_str(&[], value);
        }
    }

    /// Appends a copy of a value of another tree to the list here.
    pub fn push_copy(&mut self, from: NodeRef<'_>) -> bool {
        let element = self.ty.element(self.tree.types());
        let (Some(ty), Kind::List) = (element, self.tree.node(self.at).kind) else { return false };
        let Some(at) = self.tree.copy_of(from, ty) else { return false };
        self.tree.link_last(self.at, at);
        true
    }

    /// Calls `change` for every element of the list, or every value of the map, under a path.
    pub fn each(&mut self, path: &[&str], mut change: impl FnMut(NodeMut<'_>)) {
        let Some(NodeMut { tree, at, ty }) = self.reborrow().at(path) else { return };
        let (step, ty) = match tree.node(at).kind {
            Kind::List => (0, ty.element(tree.types())),
            Kind::Map => (1, ty.value(tree.types())),
            _ => return,
        };
        let (Some(ty), mut child) = (ty, tree.node(at).a) else { return };
        while child != NONE {
            change(NodeMut { tree: &mut *tree, at: child + step, ty });
            child = tree.node(child).next;
        }
    }

    /// Keeps the elements of the list, or the values of the map, under a path for which `keep` says so.
    pub fn retain(&mut self, path: &[&str], mut keep: impl FnMut(NodeRef<'_>) -> bool) {
        let Some(NodeMut { tree, at, ty }) = self.reborrow().at(path) else { return };
        let (step, ty) = match tree.node(at).kind {
            Kind::List => (0, ty.element(tree.types())),
            Kind::Map => (1, ty.value(tree.types())),
            _ => return,
        };
        let (Some(ty), mut child) = (ty, tree.node(at).a) else { return };
        let mut before = NONE;
        while child != NONE {
            let next = tree.node(child).next;
            if keep(NodeRef::new(tree, child + step, ty)) {
                before = child;
            } else {
                tree.unlink(at, before, child);
            }
            child = next;
        }
    }

    fn set(&mut self, path: &[&str], value: &Leaf<'_>) {
        let Some((last, parents)) = path.split_last() else {
            let ty = self.ty;
            match self.tree.leaf(ty, value) {
                Some(node) => self.tree.replace(self.at, node),
                None => debug_assert!(false, "the value does not fit {ty:?}"),
            }
            return;
        };
        let Some(NodeMut { tree, at, ty }) = self.reborrow().make(parents) else { return };
        let Some(Step::Field(field, ty)) = tree.step(at, ty, last) else {
            // Map values and list elements keep zero values.
            if let Some(mut node) = (NodeMut { tree, at, ty }).make(&[last]) {
                node.set(&[], value);
            }
            return;
        };
        let Some(node) = tree.leaf(ty, value) else {
            debug_assert!(false, "the value does not fit {path:?}");
            return;
        };
        let empty =
            zero(node) || (node.kind == Kind::Str && node.b == 0 && ty.shape != Shape::IntOrString) || node.kind == Kind::Null;
        match (tree.child(at, field), empty && !ty.pointer) {
            ((before, Some(child)), true) => tree.unlink(at, before, child),
            ((_, Some(child)), false) => tree.replace(child, node),
            ((_, None), true) => {}
            ((_, None), false) => {
                let child = tree.push(node);
                tree.link_field(at, field, child);
            }
        }
    }
}

impl Tree {
    /// The object, to be changed.
    pub fn edit(&mut self) -> NodeMut<'_> {
        let ty = self.root().ty();
        NodeMut { tree: self, at: NONE, ty }
    }

    /// A present value, to be changed.
    pub fn edit_at(&mut self, path: &[&str]) -> Option<NodeMut<'_>> {
        self.edit().at(path)
    }

    /// A value that is created if absent; see [`NodeMut::make`].
    pub fn make(&mut self, path: &[&str]) -> Option<NodeMut<'_>> {
        self.edit().make(path)
    }

    /// See [`NodeMut::set_str`].
    pub fn set_str(&mut self, path: &[&str], value: &str) {
        self.edit().set_str(path, value);
    }

    /// See [`NodeMut::set_i64`].
    pub fn set_i64(&mut self, path: &[&str], value: i64) {
        self.edit().set_i64(path, value);
    }

    /// See [`NodeMut::set_bool`].
    pub fn set_bool(&mut self, path: &[&str], value: bool) {
        self.edit().set_bool(path, value);
    }

    /// See [`NodeMut::set_raw`].
    pub fn set_raw(&mut self, path: &[&str], json: &[u8]) {
        self.edit().set_raw(path, json);
    }

    /// See [`NodeMut::set_bytes`].
    pub fn set_bytes(&mut self, path: &[&str], value: &[u8]) {
        self.edit().set_bytes(path, value);
    }

    /// See [`NodeMut::remove`].
    pub fn remove(&mut self, path: &[&str]) -> bool {
        self.edit().remove(path)
    }

    /// See [`NodeMut::clear`].
    pub fn clear(&mut self, path: &[&str]) {
        self.edit().clear(path);
    }

    /// See [`NodeMut::graft`].
    pub fn graft(&mut self, path: &[&str], from: NodeRef<'_>) -> bool {
        self.edit().graft(path, from)
    }

    /// Appends a text to the list under a path, which is created if absent.
    pub fn push_str(&mut self, path: &[&str], value: &str) {
        if let Some(mut list) = self.make(path) {
            list.push_str(value);
        }
    }

    fn step(&self, at: u32, ty: Ty, step: &str) -> Option<Step> {
        let types = self.types();
        match self.node(at).kind {
            Kind::Struct => {
                let (index, def) = ty.def(types)?.field(step)?;
                Some(Step::Field(u16::try_from(index).ok()?, Ty::of(types, def.ty)))
            }
            Kind::Map => Some(Step::Entry(ty.value(types)?)),
            Kind::List => Some(Step::Item(step.parse().ok()?, ty.element(types)?)),
            _ => None,
        }
    }

    /// Goes one step down, creating what is missing.
    fn make_step(&mut self, at: u32, ty: Ty, step: &str) -> Option<(u32, Ty)> {
        if self.node(at).kind == Kind::Null {
            // A nil element: it gets its zero value first.
            let node = self.zero_of(Ty { pointer: false, ..ty });
            self.replace(at, node);
        }
        match self.step(at, ty, step)? {
            Step::Field(field, ty) => {
                if let (_, Some(child)) = self.child(at, field) {
                    return Some((child, ty));
                }
                let node = self.zero_of(Ty { pointer: false, ..ty });
                let child = self.push(node);
                self.link_field(at, field, child);
                Some((child, ty))
            }
            Step::Entry(ty) => Some((self.entry(at, step, ty), ty)),
            Step::Item(position, ty) => {
                let mut child = self.node(at).a;
                for _ in 0..position {
                    child = if child == NONE { NONE } else { self.node(child).next };
                }
                (child != NONE).then_some((child, ty))
            }
        }
    }

    /// The value of a map's key; a new key gets Go's zero value, in its place by byte order.
    fn entry(&mut self, map: u32, key: &str, ty: Ty) -> u32 {
        let (mut before, mut at) = (NONE, self.node(map).a);
        while at != NONE {
            match self.bytes(self.node(at).span()).cmp(key.as_bytes()) {
                std::cmp::Ordering::Less => (before, at) = (at, self.node(at).next),
                std::cmp::Ordering::Equal => return at + 1,
                std::cmp::Ordering::Greater => break,
            }
        }
        let span = self.intern(key.as_bytes());
        let entry = self.push(Node { next: at, ..Node::text(Kind::Key, span) });
        let node = self.zero_of(Ty { pointer: false, ..ty });
        self.push(node);
        if before == NONE {
            self.node_mut(map).a = entry;
        } else {
            self.node_mut(before).next = entry;
        }
        if at == NONE {
            self.node_mut(map).b = entry;
        }
        entry + 1
    }

    /// Go's zero value of a type; lists and maps come empty rather than nil, so that they can be filled.
    pub(crate) fn zero_of(&mut self, ty: Ty) -> Node {
        match ty.shape {
            _ if ty.pointer => Node::new(Kind::Null),
            Shape::String => Node::text(Kind::Str, Span { at: 0, len: 0, flags: CLEAN }),
            Shape::Bool => Node::bool(false),
            Shape::Int32 | Shape::Int64 | Shape::IntOrString => Node::int(0),
            Shape::Float64 => Node::float(0.0),
            Shape::Struct(_) => Node::new(Kind::Struct),
            Shape::List(_) => Node::new(Kind::List),
            Shape::Map(_) => Node::new(Kind::Map),
            Shape::Quantity => Node::text(Kind::Str, self.intern(b"0")),
            _ => Node::new(Kind::Null),
        }
    }

    /// A leaf for a type; none when the type cannot hold the value.
    fn leaf(&mut self, ty: Ty, value: &Leaf<'_>) -> Option<Node> {
        Some(match (value, ty.shape) {
            (Leaf::Bool(value), Shape::Bool | Shape::SchemaOrBool(_)) => Node::bool(*value),
            (Leaf::Int(value), Shape::Int64) => Node::int(*value),
            (Leaf::Int(value), Shape::Int32 | Shape::IntOrString) => Node::int(i32::try_from(*value).ok()?.into()),
            (Leaf::Float(value), Shape::Float64) if value.is_finite() => Node::float(*value),
            (Leaf::Text(text), Shape::String | Shape::IntOrString) => Node::text(Kind::Str, self.intern(text.as_bytes())),
            (Leaf::Text(text), Shape::Quantity) => self.canonical(text, leaf::quantity(text).ok()?, ty),
            (Leaf::Text(text), Shape::Time) => self.canonical(text, leaf::time(text).ok()?, ty),
            (Leaf::Text(text), Shape::MicroTime) => self.canonical(text, leaf::micro_time(text).ok()?, ty),
            (Leaf::Text(text), Shape::Bytes) => self.canonical(text, leaf::base64(text.as_bytes()).ok()?, ty),
            (Leaf::Bytes(bytes), Shape::Bytes) => {
                use base64::Engine;
                let text = base64::engine::general_purpose::STANDARD.encode(bytes);
                Node::text(Kind::Str, self.intern(text.as_bytes()))
            }
            (Leaf::Raw(json), Shape::RawExtension | Shape::FieldsV1 | Shape::Json) => {
                Node::text(Kind::Raw, self.intern_json(json).ok()?)
            }
            _ => return None,
        })
    }

    fn canonical(&mut self, text: &str, canonical: Canonical, ty: Ty) -> Node {
        match canonical {
            Canonical::Same => Node::text(Kind::Str, self.intern(text.as_bytes())),
            Canonical::Text(text) => Node::text(Kind::Str, self.intern(text.as_bytes())),
            Canonical::Zero => self.zero_of(Ty { pointer: false, ..ty }),
        }
    }
}

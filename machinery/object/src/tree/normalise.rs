//! The form that an object has after Go stored it as protobuf and read it back. Used on built-in kinds before they are stored.

use super::{CLEAN, Kind, NONE, Node, Span, Tree, Ty};
use crate::schema::{FieldDef, Shape};

impl Tree {
    /// Makes empty lists and maps absent (a list or byte string inside a map or list: `null` and empty), as protobuf cannot tell
    /// them apart; a list that protobuf wraps in a message stays, and is empty where it was `null` among others. Objects inside the object lose `kind` and `apiVersion`, which
    /// protobuf has only for the whole. Elements with nothing in them stay.
    pub fn normalise(&mut self) {
        let mut open = vec![(NONE, self.root().ty())];
        while let Some((parent, ty)) = open.pop() {
            match self.node(parent).kind {
                Kind::Struct => self.normalise_struct(parent, ty, &mut open),
                Kind::List => self.normalise_elements(parent, 0, ty.element(self.types()), &mut open),
                Kind::Map => self.normalise_elements(parent, 1, ty.value(self.types()), &mut open),
                _ => {}
            }
        }
    }

    fn normalise_struct(&mut self, parent: u32, ty: Ty, open: &mut Vec<(u32, Ty)>) {
        let (mut before, mut at) = (NONE, self.node(parent).a);
        while at != NONE {
            let node = self.node(at);
            let field = ty.def(self.types()).map(|def| &def.fields[usize::from(node.field)]);
            let lost = parent != NONE && field.is_some_and(is_type_meta);
            let field = field.map(|field| Ty::of(self.types(), field.ty));
            let zero = field.filter(|ty| ty.shape == Shape::Time && self.is_first_second(node));
            if zero.is_some_and(|ty| ty.pointer) {
                self.replace(at, Node::new(Kind::Null));
            }
            if lost || zero.is_some_and(|ty| !ty.pointer) || self.vanishes(node, field) {
                self.unlink(parent, before, at);
            } else {
                open.extend(field.map(|ty| (at, ty)));
                before = at;
            }
            at = node.next;
        }
    }

    /// Elements of a list (`step` 0) or values of a map (`step` 1: they lie behind their keys).
    fn normalise_elements(&mut self, parent: u32, step: u32, ty: Option<Ty>, open: &mut Vec<(u32, Ty)>) {
        let Some(ty) = ty else { return };
        let mut at = self.node(parent).a;
        while at != NONE {
            let value = self.node(at + step);
            match (value.kind, ty.shape) {
                (Kind::Null, Shape::List(_)) if self.wrapped(ty) => self.replace(at + step, Node::new(Kind::List)),
                _ if self.vanishes(value, Some(ty)) => self.replace(at + step, Node::new(Kind::Null)),
                (Kind::Null, Shape::Bytes) => {
                    self.replace(at + step, Node::text(Kind::Str, Span { at: 0, len: 0, flags: CLEAN }));
                }
                _ => open.push((at + step, ty)),
            }
            at = self.node(at).next;
        }
    }

    /// Whether protobuf has no place for this value: a list or map without elements that no message wraps.
    fn vanishes(&self, node: Node, ty: Option<Ty>) -> bool {
        matches!(node.kind, Kind::List | Kind::Map) && node.a == NONE && !ty.is_some_and(|ty| self.wrapped(ty))
    }

    fn is_first_second(&self, node: Node) -> bool {
        node.kind == Kind::Str && self.bytes(node.span()) == FIRST_SECOND
    }

    fn wrapped(&self, ty: Ty) -> bool {
        ty.id.is_some_and(|id| self.types().ty(id).wrapped)
    }
}

/// A time before the first second of year 1 is over: not zero for JSON, which prints it so, and zero in whole seconds.
const FIRST_SECOND: &[u8] = b"0001-01-01T00:00:00Z";

fn is_type_meta(field: &FieldDef) -> bool {
    field.number == 0 && matches!(field.json.as_ref(), "kind" | "apiVersion")
}

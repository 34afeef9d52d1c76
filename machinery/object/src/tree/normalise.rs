//! The form that an object has after Go stored it as protobuf and read it back. Used on built-in kinds before they are stored.

use super::{CLEAN, Kind, NONE, Node, Span, Tree};
use crate::schema::Shape;

impl Tree {
    /// Makes empty lists and maps absent (a list or byte string inside a map or list: `null` and empty), as protobuf cannot tell
    /// them apart. Elements with nothing in them stay.
    pub fn normalise(&mut self) {
        let mut open = vec![(NONE, self.root().ty())];
        while let Some((parent, ty)) = open.pop() {
            match self.node(parent).kind {
                Kind::Struct => {
                    let (mut before, mut at) = (NONE, self.node(parent).a);
                    while at != NONE {
                        let node = self.node(at);
                        let field =
                            ty.def(self.types()).map(|def| super::Ty::of(self.types(), def.fields[usize::from(node.field)].ty));
                        if matches!(node.kind, Kind::List | Kind::Map) && node.a == NONE {
                            self.unlink(parent, before, at);
                        } else {
                            open.extend(field.map(|ty| (at, ty)));
                            before = at;
                        }
                        at = node.next;
                    }
                }
                Kind::List => self.normalise_elements(parent, 0, ty.element(self.types()), &mut open),
                Kind::Map => self.normalise_elements(parent, 1, ty.value(self.types()), &mut open),
                _ => {}
            }
        }
    }

    /// Elements of a list (`step` 0) or values of a map (`step` 1: they lie behind their keys).
    fn normalise_elements(&mut self, parent: u32, step: u32, ty: Option<super::Ty>, open: &mut Vec<(u32, super::Ty)>) {
        let Some(ty) = ty else { return };
        let mut at = self.node(parent).a;
        while at != NONE {
            let value = self.node(at + step);
            match (value.kind, ty.shape) {
                (Kind::List | Kind::Map, _) if value.a == NONE => self.replace(at + step, Node::new(Kind::Null)),
                (Kind::Null, Shape::Bytes) => {
                    self.replace(at + step, Node::text(Kind::Str, Span { at: 0, len: 0, flags: CLEAN }));
                }
                _ => open.push((at + step, ty)),
            }
            at = self.node(at).next;
        }
    }
}

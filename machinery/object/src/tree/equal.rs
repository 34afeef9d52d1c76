//! Equality as apimachinery's `equality.Semantic.DeepEqual` means it: nil and empty lists and maps are equal, quantities compare by
//! value, a nil pointer differs from a pointer to zero. Used to decide whether an update changes anything.

use super::graft::zero;
use super::{Kind, NONE, NodeRef, Ty};
use crate::schema::{FieldDef, Shape, StructDef};

impl<'t> NodeRef<'t> {
    /// Whether both hold the same value. Values of different structs are never equal.
    #[must_use]
    pub fn equals(self, other: NodeRef<'_>) -> bool {
        let mut pairs = vec![(self, other)];
        while let Some((a, b)) = pairs.pop() {
            let same = match (a.kind(), b.kind()) {
                (Kind::Struct, Kind::Struct) => struct_pairs(a, b, &mut pairs),
                (Kind::List, Kind::List) => element_pairs(a, b, &mut pairs),
                (Kind::Map, Kind::Map) => entry_pairs(a, b, &mut pairs),
                (Kind::List | Kind::Map | Kind::Null, Kind::List | Kind::Map | Kind::Null) => a.is_empty() && b.is_empty(),
                _ => same_leaf(a, b),
            };
            if !same {
                return false;
            }
        }
        true
    }

    /// As [`equals`](Self::equals), without looking at the given fields (paths of JSON names through structs).
    #[must_use]
    pub fn eq_ignoring(self, other: NodeRef<'_>, paths: &[&[&str]]) -> bool {
        let (Some(def), Some(other_def)) = (self.def(), other.def()) else { return self.equals(other) };
        if !same_struct(def, other_def) {
            return false;
        }
        let (mut ours, mut theirs) = (self.fields().peekable(), other.fields().peekable());
        loop {
            let a = ours.peek().map(|(_, node)| node.node().field);
            let b = theirs.peek().map(|(_, node)| node.node().field);
            let Some(least) = a.into_iter().chain(b).min() else { return true };
            let a = if a == Some(least) { ours.next() } else { None };
            let b = if b == Some(least) { theirs.next() } else { None };
            let name = &def.fields[usize::from(least)].json;
            let inner: Vec<&[&str]> = paths
                .iter()
                .filter_map(|path| path.split_first())
                .filter(|(first, _)| *first == name)
                .map(|(_, rest)| rest)
                .collect();
            if inner.iter().any(|rest| rest.is_empty()) {
                continue;
            }
            let same = match (a, b) {
                (Some((_, a)), Some((_, b))) if inner.is_empty() => a.equals(b),
                (Some((_, a)), Some((_, b))) => a.eq_ignoring(b, &inner),
                (Some((field, node)), None) | (None, Some((field, node))) => nothing_but(field, node, &inner),
                (None, None) => true,
            };
            if !same {
                return false;
            }
        }
    }
}

impl super::Tree {
    /// Whether two objects are the same apart from some fields.
    #[must_use]
    pub fn eq_ignoring(&self, other: &Self, paths: &[&[&str]]) -> bool {
        self.root().eq_ignoring(other.root(), paths)
    }
}

/// Whether a field that only one side has is like an absent one, apart from the ignored fields in it.
fn nothing_but(field: &FieldDef, node: NodeRef<'_>, ignored: &[&[&str]]) -> bool {
    if ignored.is_empty() || node.ty().pointer {
        return absent(node);
    }
    let left = |child: &(&FieldDef, NodeRef<'_>)| {
        let inner: Vec<&[&str]> = ignored
            .iter()
            .filter_map(|path| path.split_first())
            .filter(|(first, _)| **first == child.0.json)
            .map(|(_, rest)| rest)
            .collect();
        !inner.iter().any(|rest| rest.is_empty()) && !nothing_but(child.0, child.1, &inner)
    };
    debug_assert!(!field.json.is_empty());
    node.kind() == Kind::Struct && !node.fields().any(|child| left(&child))
}

/// Whether a present field is the same as an absent one: an empty list or map, or Go's zero value without a pointer.
fn absent(node: NodeRef<'_>) -> bool {
    let mut left = vec![node];
    while let Some(node) = left.pop() {
        match node.kind() {
            Kind::List | Kind::Map => {
                if !node.is_empty() {
                    return false;
                }
            }
            _ if node.ty().pointer => return false,
            Kind::Struct => left.extend(node.fields().map(|(_, child)| child)),
            Kind::Null => {}
            Kind::Str | Kind::Raw | Kind::Key => {
                if node.node().b != 0 && !zero_quantity(node) {
                    return false;
                }
            }
            Kind::Bool | Kind::Int | Kind::Float => {
                if !zero(node.node()) {
                    return false;
                }
            }
        }
    }
    true
}

fn zero_quantity(node: NodeRef<'_>) -> bool {
    node.ty().shape == Shape::Quantity && node.as_str() == Some("0")
}

fn same_struct(a: &StructDef, b: &StructDef) -> bool {
    std::ptr::eq(a, b) || a.name == b.name
}

fn struct_pairs<'a, 'b>(a: NodeRef<'a>, b: NodeRef<'b>, pairs: &mut Vec<(NodeRef<'a>, NodeRef<'b>)>) -> bool {
    match (a.def(), b.def()) {
        (Some(def), Some(other)) if same_struct(def, other) => {}
        _ => return false,
    }
    let (mut ours, mut theirs) = (a.fields().peekable(), b.fields().peekable());
    loop {
        let field = |node: &(&FieldDef, NodeRef<'_>)| node.1.node().field;
        let same = match (ours.peek().map(field), theirs.peek().map(field)) {
            (None, None) => return true,
            (Some(left), Some(right)) if left == right => {
                if let (Some((_, left)), Some((_, right))) = (ours.next(), theirs.next()) {
                    pairs.push((left, right));
                }
                true
            }
            (Some(left), right) if right.is_none_or(|right| left < right) => ours.next().is_none_or(|(_, node)| absent(node)),
            _ => theirs.next().is_none_or(|(_, node)| absent(node)),
        };
        if !same {
            return false;
        }
    }
}

fn element_pairs<'a, 'b>(a: NodeRef<'a>, b: NodeRef<'b>, pairs: &mut Vec<(NodeRef<'a>, NodeRef<'b>)>) -> bool {
    let (mut ours, mut theirs) = (a.items(), b.items());
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) => pairs.push((left, right)),
            _ => return false,
        }
    }
}

fn entry_pairs<'a, 'b>(a: NodeRef<'a>, b: NodeRef<'b>, pairs: &mut Vec<(NodeRef<'a>, NodeRef<'b>)>) -> bool {
    let (mut ours, mut theirs) = (a.entries(), b.entries());
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return true,
            (Some((key, left)), Some((other, right))) if key == other => pairs.push((left, right)),
            _ => return false,
        }
    }
}

fn same_leaf(a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    let (left, right) = (a.node(), b.node());
    if left.kind != right.kind {
        return false;
    }
    match left.kind {
        Kind::Str | Kind::Raw | Kind::Key => a.tree().bytes(left.span()) == b.tree().bytes(right.span()) || same_quantity(a, b),
        Kind::Float => f64::from_bits(left.bits()) == f64::from_bits(right.bits()),
        Kind::Bool | Kind::Int => left.bits() == right.bits(),
        Kind::Null => true,
        Kind::Struct | Kind::List | Kind::Map => left.a == NONE && right.a == NONE,
    }
}

fn same_quantity(a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    let quantity = |ty: Ty| ty.shape == Shape::Quantity;
    quantity(a.ty()) && quantity(b.ty()) && a.as_str().zip(b.as_str()).is_some_and(|(a, b)| crate::leaf::same_quantity(a, b))
}

//! Equality of API values as upstream's `equality.Semantic.DeepEqual` sees it: an empty list or map equals an absent one, a
//! quantity equals another way of writing it, a value struct without content equals an absent one. `prepare` functions ask it
//! whether a generation moves. It never changes anything, and compares values of one and the same type only.

use meta::quantity::Quantity;
use object::schema::Shape;
use object::{Kind, NodeRef};

/// Which of Go's two comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Equality {
    /// `equality.Semantic.DeepEqual`.
    Semantic,
    /// `reflect.DeepEqual`: an empty list or map differs from an absent one, and a quantity from another way of writing it.
    Reflect,
}

/// Whether two values, either of which may be absent, are equal.
#[must_use]
pub fn equal(a: Option<NodeRef<'_>>, b: Option<NodeRef<'_>>, how: Equality) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(one), None) | (None, Some(one)) => is_zero(one, how),
        (Some(a), Some(b)) => same(a, b, how),
    }
}

/// Whether a present value is as good as an absent one: Go's zero value of its type.
fn is_zero(node: NodeRef<'_>, how: Equality) -> bool {
    match node.kind() {
        Kind::Null => true,
        _ if node.ty().pointer => false,
        Kind::List | Kind::Map => how == Equality::Semantic && node.is_empty(),
        Kind::Struct => node.fields().all(|(_, field)| is_zero(field, how)),
        Kind::Bool => node.as_bool() == Some(false),
        Kind::Int => node.as_i64() == Some(0),
        Kind::Float => node.as_f64() == Some(0.0),
        Kind::Str => match node.ty().shape {
            // An absent quantity is the number 0.
            Shape::Quantity => node.as_str().is_some_and(|text| Quantity::parse(text).is_ok_and(|value| value.is_zero())),
            // A string form never is the zero IntOrString, which is the number 0.
            Shape::IntOrString => false,
            _ => node.as_str() == Some(""),
        },
        Kind::Raw | Kind::Key => false,
    }
}

fn same(a: NodeRef<'_>, b: NodeRef<'_>, how: Equality) -> bool {
    if a.kind() != b.kind() {
        return is_zero(a, how) && is_zero(b, how);
    }
    match a.kind() {
        Kind::Null => true,
        Kind::Bool => a.as_bool() == b.as_bool(),
        Kind::Int => a.as_i64() == b.as_i64(),
        Kind::Float => a.as_f64() == b.as_f64(),
        Kind::Raw => a.raw() == b.raw(),
        Kind::Key | Kind::Str => a.as_str() == b.as_str() || (how == Equality::Semantic && same_quantity(a, b)),
        Kind::List => a.len() == b.len() && a.items().zip(b.items()).all(|(a, b)| same(a, b, how)),
        Kind::Map => {
            a.len() == b.len()
                && a.entries().zip(b.entries()).all(|((left, a), (right, b))| left == right && same(a, b, how))
        }
        Kind::Struct => {
            a.fields().all(|(def, field)| equal(Some(field), b.field(&def.json), how))
                && b.fields().all(|(def, field)| a.field(&def.json).is_some() || is_zero(field, how))
        }
    }
}

fn same_quantity(a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    if a.ty().shape != Shape::Quantity {
        return false;
    }
    let parse = |node: NodeRef<'_>| node.as_str().and_then(|text| Quantity::parse(text).ok());
    match (parse(a), parse(b)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

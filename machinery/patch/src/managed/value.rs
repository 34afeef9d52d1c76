//! Objects as field sets see them: a struct has the fields that Go would print, also those that are printed though unset; embedded
//! JSON of unknown schema is looked into. With the equality that decides whether a field was modified (structured-merge-diff
//! `value/value.go`, `value/reflectcache.go`). Used by the walks over objects; it never changes one.

use std::cmp::Ordering;

use object::schema::{FieldDef, Omit, Shape, StructDef, TypeTable};
use object::value::{Value, parse};
use object::{Kind, NodeRef, Ty};

use super::element::{Scalar, compare_scalars};

/// A value of an object.
#[derive(Clone, Copy)]
pub(super) enum Val<'t> {
    /// A node of the tree.
    Node(NodeRef<'t>),
    /// Go's zero value, where the tree has none.
    Zero(&'t TypeTable, Ty),
    /// A part of embedded JSON.
    Json(&'t Value),
}

/// What kind of value it is, as upstream sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Null,
    Scalar,
    List,
    Map,
    Struct,
    /// Embedded JSON, not looked into yet.
    Raw,
}

/// A visible field of a struct.
#[derive(Clone, Copy)]
pub(super) struct Visible<'t> {
    /// Position in the struct's definition.
    pub(super) index: usize,
    pub(super) field: &'t FieldDef,
    pub(super) value: Val<'t>,
}

impl<'t> Val<'t> {
    pub(super) fn form(self) -> Form {
        match self {
            Self::Node(node) => match node.kind() {
                Kind::Null => Form::Null,
                Kind::Struct => Form::Struct,
                Kind::List => Form::List,
                Kind::Map => Form::Map,
                Kind::Raw if node.raw() == Some(b"null") => Form::Null,
                Kind::Raw => Form::Raw,
                Kind::Bool | Kind::Int | Kind::Float | Kind::Str | Kind::Key => Form::Scalar,
            },
            Self::Zero(_, ty) => match ty.shape {
                _ if ty.pointer => Form::Null,
                Shape::Struct(_) => Form::Struct,
                Shape::String | Shape::Bool | Shape::Int32 | Shape::Int64 | Shape::Float64 => Form::Scalar,
                Shape::Quantity | Shape::IntOrString | Shape::SchemaOrBool(_) => Form::Scalar,
                _ => Form::Null,
            },
            Self::Json(Value::Null) => Form::Null,
            Self::Json(Value::Array(_)) => Form::List,
            Self::Json(Value::Object(_)) => Form::Map,
            Self::Json(_) => Form::Scalar,
        }
    }

    /// The scalar that it holds; `null` for what is none.
    pub(super) fn scalar(self) -> Scalar<'t> {
        match self {
            Self::Node(node) => match node.kind() {
                Kind::Str => node.as_str().map_or(Scalar::Null, Scalar::Text),
                Kind::Int => node.as_i64().map_or(Scalar::Null, Scalar::Int),
                Kind::Bool => node.as_bool().map_or(Scalar::Null, Scalar::Bool),
                Kind::Float => node.as_f64().map_or(Scalar::Null, Scalar::Float),
                _ => Scalar::Null,
            },
            Self::Zero(_, ty) => match ty.shape {
                _ if ty.pointer => Scalar::Null,
                Shape::String => Scalar::Text(""),
                Shape::Bool | Shape::SchemaOrBool(_) => Scalar::Bool(false),
                Shape::Int32 | Shape::Int64 | Shape::IntOrString => Scalar::Int(0),
                Shape::Float64 => Scalar::Float(0.0),
                Shape::Quantity => Scalar::Text("0"),
                _ => Scalar::Null,
            },
            Self::Json(value) => Scalar::of(value),
        }
    }

    /// The definition of a struct value.
    fn def(self) -> Option<&'t StructDef> {
        match self {
            Self::Node(node) => node.def(),
            Self::Zero(types, ty) => ty.def(types),
            Self::Json(_) => None,
        }
    }

    /// Calls `each` for the visible fields of a struct value, in declaration order, until it says stop; says whether it did.
    pub(super) fn fields(self, mut each: impl FnMut(Visible<'t>) -> bool) -> bool {
        let Some(def) = self.def() else { return false };
        let (types, mut present) = match self {
            Self::Node(node) => (node.tree().types(), Some(node.fields())),
            Self::Zero(types, _) => (types, None),
            Self::Json(_) => return false,
        };
        let mut next = present.as_mut().and_then(Iterator::next);
        for (index, field) in def.fields.iter().enumerate() {
            let value = match next {
                Some((there, node)) if std::ptr::eq(there, field) => {
                    next = present.as_mut().and_then(Iterator::next);
                    if omitted(field, node) {
                        continue;
                    }
                    Self::Node(node)
                }
                _ => {
                    let Some(ty) = shown_when_absent(field, types) else { continue };
                    Self::Zero(types, ty)
                }
            };
            if each(Visible { index, field, value }) {
                return true;
            }
        }
        false
    }

    /// A field of a struct value by its position, if visible.
    pub(super) fn field(self, index: usize, field: &FieldDef) -> Option<Self> {
        let types = match self {
            Self::Node(node) => match node.field_at(index) {
                Some(child) => return (!omitted(field, child)).then_some(Self::Node(child)),
                None => node.tree().types(),
            },
            Self::Zero(types, _) => types,
            Self::Json(_) => return None,
        };
        shown_when_absent(field, types).map(|ty| Self::Zero(types, ty))
    }

    /// Whether it is null, or a list, map or struct with nothing in it.
    pub(super) fn is_empty(self) -> bool {
        match self.form() {
            Form::Null => true,
            Form::Struct => !self.fields(|_| true),
            Form::List | Form::Map => match self {
                Self::Node(node) => node.is_empty(),
                Self::Zero(..) => true,
                Self::Json(Value::Array(items)) => items.is_empty(),
                Self::Json(value) => value.as_object().is_none_or(|object| object.is_empty()),
            },
            Form::Scalar | Form::Raw => false,
        }
    }

    /// Calls `each` for the elements of a list value.
    pub(super) fn items(self, mut each: impl FnMut(Val<'t>)) {
        match self {
            Self::Node(node) => node.items().for_each(|item| each(Self::Node(item))),
            Self::Json(Value::Array(items)) => items.iter().for_each(|item| each(Self::Json(item))),
            _ => {}
        }
    }

    /// Keys and values of a map value, in byte order of the keys.
    pub(super) fn entries(self) -> Entries<'t> {
        match self {
            Self::Node(node) => Entries::Tree(node.entries()),
            Self::Json(Value::Object(object)) => {
                let mut members: Vec<(&str, &Value)> = object.iter().collect();
                members.sort_unstable_by_key(|member| member.0);
                Entries::Json(members.into_iter())
            }
            _ => Entries::Json(Vec::new().into_iter()),
        }
    }
}

/// Entries of a map value.
pub(super) enum Entries<'t> {
    Tree(object::tree::Entries<'t>),
    Json(std::vec::IntoIter<(&'t str, &'t Value)>),
}

impl<'t> Iterator for Entries<'t> {
    type Item = (&'t str, Val<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Tree(entries) => entries.next().map(|(key, value)| (key, Val::Node(value))),
            Self::Json(members) => members.next().map(|(key, value)| (key, Val::Json(value))),
        }
    }
}

/// Whether Go's `omitempty` or `omitzero` hides a field that is in the tree.
fn omitted(field: &FieldDef, node: NodeRef<'_>) -> bool {
    let ty = node.ty();
    if field.omit == Omit::Never || ty.pointer {
        return false;
    }
    match node.kind() {
        Kind::Struct => field.omit == Omit::Zero && node.is_empty(),
        Kind::List | Kind::Map => node.is_empty(),
        Kind::Str => matches!(ty.shape, Shape::String | Shape::Bytes) && node.as_str() == Some(""),
        Kind::Bool => node.as_bool() == Some(false),
        Kind::Int => ty.shape != Shape::IntOrString && node.as_i64() == Some(0),
        Kind::Float => node.as_f64() == Some(0.0),
        _ => false,
    }
}

/// The type of a field that Go shows though it is not set: no `omitempty`, or one that does nothing because Go has a struct there.
fn shown_when_absent(field: &FieldDef, types: &TypeTable) -> Option<Ty> {
    if field.omit == Omit::Zero {
        return None;
    }
    let ty = Ty::of(types, field.ty);
    let hidden = field.omit == Omit::Empty
        && (ty.pointer
            || matches!(
                ty.shape,
                Shape::String
                    | Shape::Bool
                    | Shape::Int32
                    | Shape::Int64
                    | Shape::Float64
                    | Shape::Bytes
                    | Shape::List(_)
                    | Shape::Map(_)
            ));
    (!hidden).then_some(ty)
}

/// Whether two values are the same: numbers by value, everything else by kind and content. Unlike in Go's semantic equality null, an
/// empty list and an empty map all differ. `open` is room for pairs that are still to be compared; it comes back empty.
pub(super) fn equal<'t>(a: Val<'t>, b: Val<'t>, open: &mut Vec<(Val<'t>, Val<'t>)>) -> bool {
    let mut same = same_or_open(a, b, open);
    while same && let Some((a, b)) = open.pop() {
        same = match (a.form(), b.form()) {
            (Form::List, Form::List) => pair_items(a, b, open),
            (Form::Map, Form::Map) => pair_entries(a, b, open),
            _ => pair_fields(a, b, open),
        };
    }
    open.clear();
    same
}

/// Compares what has nothing in it at once, and leaves two lists, maps or structs for later.
fn same_or_open<'t>(a: Val<'t>, b: Val<'t>, open: &mut Vec<(Val<'t>, Val<'t>)>) -> bool {
    if let (Val::Node(left), Val::Node(right)) = (a, b)
        && let (Kind::Str, Kind::Str) = (left.kind(), right.kind())
        && let (Some(left), Some(right)) = (left.as_str(), right.as_str())
    {
        return left == right;
    }
    match (a.form(), b.form()) {
        (Form::Scalar, Form::Scalar) => same_scalar(a, b),
        (Form::Null, Form::Null) => true,
        (Form::Raw, Form::Raw) => same_raw(a, b),
        (Form::List, Form::List) | (Form::Map, Form::Map) | (Form::Struct, Form::Struct) => {
            open.push((a, b));
            true
        }
        _ => false,
    }
}

fn same_scalar(a: Val<'_>, b: Val<'_>) -> bool {
    match (a.scalar(), b.scalar()) {
        (Scalar::Text(a), Scalar::Text(b)) => a == b,
        // Texts that are not UTF-8 are compared by their bytes.
        (Scalar::Null, Scalar::Null) => matches!((a, b), (Val::Node(a), Val::Node(b)) if a.equals(b)),
        (a, b) => compare_scalars(a, b).is_eq(),
    }
}

fn pair_items<'t>(a: Val<'t>, b: Val<'t>, open: &mut Vec<(Val<'t>, Val<'t>)>) -> bool {
    if let (Val::Node(a), Val::Node(b)) = (a, b) {
        let (mut left, mut right) = (a.items(), b.items());
        loop {
            match (left.next(), right.next()) {
                (None, None) => return true,
                (Some(a), Some(b)) if same_or_open(Val::Node(a), Val::Node(b), open) => {}
                _ => return false,
            }
        }
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    a.items(|item| left.push(item));
    b.items(|item| right.push(item));
    left.len() == right.len() && left.into_iter().zip(right).all(|(a, b)| same_or_open(a, b, open))
}

fn pair_entries<'t>(a: Val<'t>, b: Val<'t>, open: &mut Vec<(Val<'t>, Val<'t>)>) -> bool {
    let (mut left, mut right) = (a.entries(), b.entries());
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some((key, a)), Some((other, b))) if key == other && same_or_open(a, b, open) => {}
            _ => return false,
        }
    }
}

/// Pairs the visible fields; false when one side shows a field that the other does not.
fn pair_fields<'t>(a: Val<'t>, b: Val<'t>, open: &mut Vec<(Val<'t>, Val<'t>)>) -> bool {
    if let (Val::Node(left), Val::Node(right)) = (a, b)
        && let (Some(def), Some(other)) = (left.def(), right.def())
        && std::ptr::eq(def, other)
    {
        return pair_present(left, right, open);
    }
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    a.fields(|visible| {
        ours.push(visible);
        false
    });
    b.fields(|visible| {
        theirs.push(visible);
        false
    });
    let same = |(a, b): (&Visible<'t>, &Visible<'t>)| a.field.json == b.field.json && same_or_open(a.value, b.value, open);
    ours.len() == theirs.len() && ours.iter().zip(&theirs).all(same)
}

/// As [`pair_fields`], for two structs of one definition.
fn pair_present<'t>(a: NodeRef<'t>, b: NodeRef<'t>, open: &mut Vec<(Val<'t>, Val<'t>)>) -> bool {
    !each_pair(a, b, |_, a, b| match (a, b) {
        (Some(a), Some(b)) => !same_or_open(a, b, open),
        _ => true,
    })
}

/// Calls `each` for the fields that are visible in either of two structs of one definition, in declaration order, until it says stop;
/// says whether it did. Fields that neither tree has are the same, and passed over without a look.
pub(super) fn each_pair<'t>(
    a: NodeRef<'t>,
    b: NodeRef<'t>,
    mut each: impl FnMut(&'t FieldDef, Option<Val<'t>>, Option<Val<'t>>) -> bool,
) -> bool {
    let types = a.tree().types();
    let visible = |field: &FieldDef, node: Option<NodeRef<'t>>| match node {
        Some(node) if omitted(field, node) => None,
        Some(node) => Some(Val::Node(node)),
        None => shown_when_absent(field, types).map(|ty| Val::Zero(types, ty)),
    };
    let (mut left, mut right) = (a.fields(), b.fields());
    let (mut ours, mut theirs) = (left.next(), right.next());
    loop {
        // Both walk through one slice of definitions, so that addresses give the order.
        let order = match (&ours, &theirs) {
            (None, None) => return false,
            (Some((a, _)), Some((b, _))) => std::ptr::from_ref(*a).cmp(&std::ptr::from_ref(*b)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
        };
        let (mut field, mut a, mut b) = (None, None, None);
        if let Some((def, node)) = ours
            && order.is_le()
        {
            (field, a) = (Some(def), Some(node));
            ours = left.next();
        }
        if let Some((def, node)) = theirs
            && order.is_ge()
        {
            (field, b) = (Some(def), Some(node));
            theirs = right.next();
        }
        let Some(field) = field else { return false };
        let (a, b) = (visible(field, a), visible(field, b));
        if (a.is_some() || b.is_some()) && each(field, a, b) {
            return true;
        }
    }
}

fn same_raw(a: Val<'_>, b: Val<'_>) -> bool {
    let (Val::Node(a), Val::Node(b)) = (a, b) else { return false };
    let (Some(a), Some(b)) = (a.raw(), b.raw()) else { return false };
    a == b || matches!((parse(a), parse(b)), (Ok(a), Ok(b)) if compare_scalars(Scalar::of(&a), Scalar::of(&b)).is_eq())
}

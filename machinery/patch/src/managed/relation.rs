//! How server-side apply treats a value, by its place in a schema (kube-openapi `schemaconv/openapi.go`, structured-merge-diff
//! `schema/elements.go`, `typed/helpers.go`): replaced as a whole, or by fields, keys, elements. And the path element that a list
//! element gets. Used by every walk over an object or a set; it knows no kind.

use object::Ty;
use object::schema::{FieldDef, Omit, Shape, StructDef, Text, Topology, TypeTable};

use super::Error;
use super::element::{Element, KeyField, Keys, Scalar};
use super::value::{Form, Val};

/// How a value is owned.
#[derive(Clone, Copy)]
pub(super) enum Relation<'t> {
    /// A scalar.
    Scalar,
    /// Owned as a whole, whatever is in it.
    Atomic,
    /// Fields are owned one by one.
    Struct(&'t StructDef),
    /// Keys are owned one by one.
    Map(Ty),
    /// Elements are owned one by one and known by these keys.
    Keyed(&'t [Text], Ty),
    /// Elements are owned one by one and known by their value.
    Set,
    /// Embedded JSON whose objects are owned key by key.
    Deduced,
}

/// Key fields that an element may leave out because OpenAPI declares the empty text as their default: the one such default that
/// matters for a key (`imagePullSecrets: [{}]`), and that the type table leaves out with the other zero ones.
const EMPTY_DEFAULT: (&str, &str) = ("io.k8s.api.core.v1.LocalObjectReference", "name");

impl<'t> Relation<'t> {
    /// The relation of an object.
    pub(super) fn root(types: &'t TypeTable, ty: Ty) -> Self {
        Self::of(types, ty, &Topology::Unset)
    }

    /// The relation of a struct's field.
    pub(super) fn field(types: &'t TypeTable, field: &'t FieldDef) -> Self {
        Self::of(types, Ty::of(types, field.ty), &field.topology)
    }

    /// The relation of a list's elements or a map's values.
    pub(super) fn inner(types: &'t TypeTable, ty: Ty) -> Self {
        Self::of(types, ty, &Topology::Unset)
    }

    /// Whether a value is one leaf of a set, whatever is in it.
    pub(super) fn is_whole(self) -> bool {
        matches!(self, Self::Scalar | Self::Atomic)
    }

    fn of(types: &'t TypeTable, ty: Ty, topology: &'t Topology) -> Self {
        match ty.shape {
            Shape::Struct(id) => {
                let def = types.get(id);
                let atomic = if *topology == Topology::Unset { def.atomic } else { *topology == Topology::Atomic };
                if atomic { Self::Atomic } else { Self::Struct(def) }
            }
            Shape::Map(_) if *topology == Topology::Atomic => Self::Atomic,
            Shape::Map(value) => Self::Map(Ty::of(types, value)),
            Shape::List(element) => match topology {
                Topology::Map(keys) => Self::Keyed(keys, Ty::of(types, element)),
                Topology::Set => Self::Set,
                Topology::Unset | Topology::Atomic | Topology::Granular => Self::Atomic,
            },
            Shape::RawExtension => Self::Atomic,
            Shape::Json | Shape::FieldsV1 => Self::Deduced,
            _ => Self::Scalar,
        }
    }
}

/// The path element of an element of a set.
pub(super) fn set_element(value: Val<'_>) -> Result<Element<'_>, Error> {
    match value.form() {
        Form::Scalar => Ok(Element::Value(value.scalar())),
        Form::Null => Err(invalid("associative list without keys has an element that's an explicit null")),
        Form::List => Err(invalid("not supported: associative list with lists as elements")),
        Form::Map | Form::Struct | Form::Raw => Err(invalid("associative list without keys has an element that's a map type")),
    }
}

/// The key fields of a keyed list's elements, looked up once per list.
pub(super) struct KeyPlaces<'t> {
    names: &'t [Text],
    places: Vec<(&'t str, usize, &'t FieldDef)>,
    def: Option<&'t StructDef>,
}

impl<'t> KeyPlaces<'t> {
    pub(super) fn of(names: &'t [Text], def: Option<&'t StructDef>) -> Self {
        let place = |name: &'t Text| def?.field(name).map(|(index, field)| (&**name, index, field));
        Self { names, places: names.iter().filter_map(place).collect(), def }
    }

    /// Whether every struct has a key: one of them is always visible, or has a default.
    pub(super) fn always(&self) -> bool {
        let keyed = |def: &StructDef, field: &'t FieldDef| field.omit == Omit::Never || default(def, field).is_some();
        self.def.is_some_and(|def| self.places.iter().any(|&(_, _, field)| keyed(def, field)))
    }

    /// The path element of an element: the keys that it has, or that have a default.
    pub(super) fn element(&self, value: Val<'t>, keys: &mut Keys<'t>) -> Result<Element<'t>, Error> {
        match value.form() {
            Form::Struct => {}
            Form::Null => return Err(invalid("associative list with keys may not have a null element")),
            _ => return Err(invalid("associative list with keys may not have non-map elements")),
        }
        let span = keys.add(self.places.iter().filter_map(|&(name, index, field)| {
            let value = match value.field(index, field) {
                Some(value) => value.scalar(),
                None => default(self.def?, field)?,
            };
            Some(KeyField { name, value })
        }));
        if keys.get(span).is_empty() && !self.names.is_empty() {
            let names: Vec<String> = self.names.iter().map(|name| meta::text::quote(name)).collect();
            return Err(invalid(&format!(
                "associative list with keys has an element that omits all key fields [{}] (and doesn't have default values for any \
                 key fields)",
                names.join(" ")
            )));
        }
        Ok(Element::Key(span))
    }
}

/// The declared default of a key field. All of them are texts.
fn default<'t>(def: &StructDef, field: &'t FieldDef) -> Option<Scalar<'t>> {
    if let Some(text) = field.default.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return Some(Scalar::Text(text));
    }
    ((&*def.name, &*field.json) == EMPTY_DEFAULT).then_some(Scalar::Text(""))
}

fn invalid(text: &str) -> Error {
    Error::Invalid(text.to_owned())
}

//! Finding a field's merge rule from where a patch stands in a schema, with the errors of Go's reflection based lookup (apimachinery
//! `strategicpatch/meta.go`, `third_party/forked/golang/json/fields.go`). Used by the merge only; it must never see values.

use meta::text::Quoted;
use object::schema::{FieldDef, Schema, Shape, StructId, TypeId, TypeTable};

use super::Error;

/// What a field's tags say, `retainKeys` aside: that one has no effect on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strategy {
    None,
    Merge,
    Replace,
}

/// Where a patch stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'s> {
    types: &'s TypeTable,
    at: At,
}

#[derive(Clone, Copy)]
enum At {
    Root(StructId),
    Type(TypeId),
    /// An element of `[]byte`.
    Byte,
}

/// A field, or the elements of a list field.
pub(super) struct Found<'s> {
    pub(super) place: Place<'s>,
    pub(super) strategy: Strategy,
    /// The merge key; empty where there is none.
    pub(super) key: &'s str,
}

impl<'s> Place<'s> {
    pub(super) fn root(schema: &'s Schema) -> Self {
        Self { types: &schema.types, at: At::Root(schema.root) }
    }

    /// Go's name for what kind of type this is.
    pub(super) fn kind(self) -> &'static str {
        match self.at {
            At::Root(_) => "struct",
            At::Byte => "uint8",
            At::Type(ty) if self.types.ty(ty).pointer => "ptr",
            At::Type(ty) => kind(self.types.ty(ty).shape),
        }
    }

    /// The field `name` of a struct.
    pub(super) fn field(self, name: &str) -> Result<Found<'s>, Error> {
        let field = self.find(name)?;
        let (strategy, key) = match &field.merge {
            Some(rule) if rule.merge => (Strategy::Merge, &*rule.key),
            Some(rule) if rule.replace => (Strategy::Replace, &*rule.key),
            Some(rule) => (Strategy::None, &*rule.key),
            None => (Strategy::None, ""),
        };
        Ok(Found { place: Self { types: self.types, at: At::Type(field.ty) }, strategy, key })
    }

    /// The list field `name` of a struct; the place is that of its elements.
    pub(super) fn list(self, name: &str) -> Result<Found<'s>, Error> {
        let mut found = self.field(name)?;
        let At::Type(id) = found.place.at else { return Ok(found) };
        let ty = self.types.ty(id);
        found.place.at = match ty.shape {
            Shape::List(element) => {
                let inner = self.types.ty(element);
                if !ty.pointer && !inner.pointer && kind(inner.shape) == "slice" {
                    return Err(Error::Refused("unexpected slice of slice".to_owned()));
                }
                At::Type(element)
            }
            Shape::Bytes => At::Byte,
            // Go takes what a pointer points to for the element, whatever it is.
            _ if ty.pointer => At::Type(id),
            _ => return Err(Error::Refused(format!("expected slice or array type, but got: {}", self.kind()))),
        };
        Ok(found)
    }

    /// The field that Go's decoder would use: the exact name, else the first that differs in case only.
    fn find(self, name: &str) -> Result<&'s FieldDef, Error> {
        let shape = match self.at {
            At::Root(id) => Shape::Struct(id),
            At::Type(ty) => self.types.ty(ty).shape,
            At::Byte => return Err(no_struct("uint8")),
        };
        let (go, field) = match shape {
            Shape::Struct(id) => {
                let def = self.types.get(id);
                let field = def.field(name).map(|(_, field)| field);
                (&*def.go, field.or_else(|| def.fields.iter().find(|field| fold(&field.json, name))))
            }
            opaque if kind(opaque) == "struct" => (opaque_name(opaque), None),
            other => return Err(no_struct(kind(other))),
        };
        field
            .ok_or_else(|| Error::Refused(format!("unable to find api field in struct {go} for the json field {}", Quoted(name))))
    }
}

fn no_struct(kind: &str) -> Error {
    Error::Refused(format!("merging an object in json but data type is not struct, instead is: {kind}"))
}

/// Go's kind of a shape without its pointer.
fn kind(shape: Shape) -> &'static str {
    match shape {
        Shape::String => "string",
        Shape::Bool => "bool",
        Shape::Int32 => "int32",
        Shape::Int64 => "int64",
        Shape::Float64 => "float64",
        Shape::Bytes | Shape::List(_) => "slice",
        Shape::Map(_) => "map",
        Shape::Time
        | Shape::MicroTime
        | Shape::Quantity
        | Shape::IntOrString
        | Shape::RawExtension
        | Shape::FieldsV1
        | Shape::Json
        | Shape::SchemaOrBool(_)
        | Shape::SchemaOrArray(_)
        | Shape::SchemaOrStringArray(_)
        | Shape::Struct(_) => "struct",
    }
}

/// Go's name of a struct that JSON does not show as one.
fn opaque_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Time => "Time",
        Shape::MicroTime => "MicroTime",
        Shape::Quantity => "Quantity",
        Shape::IntOrString => "IntOrString",
        Shape::RawExtension => "RawExtension",
        Shape::FieldsV1 => "FieldsV1",
        Shape::Json => "JSON",
        Shape::SchemaOrBool(_) => "JSONSchemaPropsOrBool",
        Shape::SchemaOrArray(_) => "JSONSchemaPropsOrArray",
        Shape::SchemaOrStringArray(_) => "JSONSchemaPropsOrStringArray",
        _ => "",
    }
}

/// Whether two names are the same but for case, as `encoding/json` folds it.
fn fold(a: &str, b: &str) -> bool {
    let folded = |c: char| match c {
        '\u{17f}' => 's',
        '\u{212a}' => 'k',
        c => c.to_ascii_lowercase(),
    };
    a.chars().map(folded).eq(b.chars().map(folded))
}

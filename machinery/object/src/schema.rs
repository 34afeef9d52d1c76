//! Schemas: what a tree is read with. Struct definitions with their fields in Go's declaration order, as static tables for
//! built-in kinds (generated into `kinds`) or built at run time for custom resources. Read by every codec, by patches, defaulting
//! and OpenAPI. It holds facts only and must never hold behaviour of a kind.

use crate::proto::Plans;
use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// Text that is static in generated tables and owned in run-time schemas.
pub type Text = Cow<'static, str>;

/// Index of a struct in [`TypeTable::structs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StructId(pub u16);

/// Index of a type in [`TypeTable::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u16);

/// The shape of a value, after pointers are taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Go `string` and every named string type.
    String,
    /// Go `bool`.
    Bool,
    /// Go `int32`.
    Int32,
    /// Go `int64`.
    Int64,
    /// Go `float64`.
    Float64,
    /// Go `[]byte`: base64 in JSON.
    Bytes,
    /// `metav1.Time`: RFC 3339 in whole seconds, UTC.
    Time,
    /// `metav1.MicroTime`: RFC 3339 with exactly six decimals, UTC.
    MicroTime,
    /// `resource.Quantity`: canonical text.
    Quantity,
    /// `intstr.IntOrString`: a JSON number within int32, or a string.
    IntOrString,
    /// `runtime.RawExtension`: any JSON, kept as compact text.
    RawExtension,
    /// `metav1.FieldsV1`: any JSON, kept as compact text.
    FieldsV1,
    /// `apiextensions JSON`: any JSON, kept as compact text.
    Json,
    /// `apiextensions JSONSchemaPropsOrBool`: the schema struct, or a boolean.
    SchemaOrBool(StructId),
    /// `apiextensions JSONSchemaPropsOrArray`: the schema struct, or a list of it.
    SchemaOrArray(StructId),
    /// `apiextensions JSONSchemaPropsOrStringArray`: the schema struct, or a list of strings.
    SchemaOrStringArray(StructId),
    /// A JSON object with declared fields.
    Struct(StructId),
    /// A JSON array.
    List(TypeId),
    /// A JSON object with free keys; the type is the value's. Keys are strings and printed in byte order.
    Map(TypeId),
}

/// A type as fields and elements refer to it. Interned: equal types have one [`TypeId`].
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The shape behind a possible pointer.
    pub shape: Shape,
    /// Whether Go has a pointer here, so that "absent" differs from "zero".
    pub pointer: bool,
    /// Go's name of the type without the pointer as `reflect.Type.String` prints it (`v1.Protocol`, `map[string]string`).
    pub go: Text,
    /// Whether protobuf wraps this list in a message of its own (`1: repeated`), as `Verbs` and `ExtraValue` are.
    pub wrapped: bool,
}

/// When a field is left out of JSON (Go's tags; pointers, lists and maps count as empty when nil or without elements).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Omit {
    /// No tag: always printed, `null` for a nil pointer, list or map.
    Never,
    /// `omitempty`: struct values and zero times are printed all the same (`{}`, `null`).
    Empty,
    /// `omitzero` (with or without `omitempty`): also a zero struct is left out.
    Zero,
}

/// `x-kubernetes-list-type`, or `x-kubernetes-map-type` for maps and structs: how server-side apply treats a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topology {
    /// Nothing declared.
    Unset,
    /// Replaced as a whole.
    Atomic,
    /// A map or struct merged by its keys.
    Granular,
    /// A list of scalars without duplicates.
    Set,
    /// A list of structs merged by these keys.
    Map(Cow<'static, [Text]>),
}

/// `patchStrategy` and `patchMergeKey` tags: how strategic merge patch treats a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeRule {
    /// `merge` is among the strategies.
    pub merge: bool,
    /// `replace` is among the strategies.
    pub replace: bool,
    /// `retainKeys` is among the strategies.
    pub retain_keys: bool,
    /// `patchMergeKey`; empty where there is none.
    pub key: Text,
}

/// One field of a struct, with Go's inlined structs flattened in as JSON has them.
#[derive(Clone, Debug)]
pub struct FieldDef {
    /// JSON name, compared exactly.
    pub json: Text,
    /// Its type.
    pub ty: TypeId,
    /// When it is left out of JSON.
    pub omit: Omit,
    /// Protobuf field number; 0 for `kind` and `apiVersion`, which protobuf does not have.
    pub number: u16,
    /// Index into [`StructDef::inlines`] plus one when the field belongs to a nested message in protobuf; 0 otherwise.
    pub inline: u8,
    /// Strategic merge rule, where declared.
    pub merge: Option<MergeRule>,
    /// Apply topology, where declared.
    pub topology: Topology,
    /// Allowed values, as OpenAPI declares them; empty where free.
    pub values: Cow<'static, [Text]>,
    /// Declared real default as JSON text; empty where none.
    pub default: Text,
    /// Listed as `required` in OpenAPI.
    pub required: bool,
}

/// A struct that JSON flattens into its outer struct and protobuf nests (object-model 5.3).
#[derive(Clone, Debug)]
pub struct InlineDef {
    /// Go's name of the struct; Go's decoder prints it in the paths of errors.
    pub go: Text,
    /// Field number of the nested message within its parent.
    pub number: u16,
    /// Index into the same list plus one of the message that holds this one; 0 for the struct itself.
    pub parent: u8,
}

/// One struct.
#[derive(Clone, Debug)]
pub struct StructDef {
    /// Go's bare type name (`PodSpec`); Go's decoder prints it in errors.
    pub go: Text,
    /// Name of its OpenAPI definition (`io.k8s.api.core.v1.PodSpec`), unique in a table.
    pub name: Text,
    /// Fields in declaration order; at most 128.
    pub fields: Cow<'static, [FieldDef]>,
    /// Indexes into `fields`, ordered by JSON name in byte order.
    pub by_name: Cow<'static, [u8]>,
    /// Nested messages that `FieldDef::inline` refers to.
    pub inlines: Cow<'static, [InlineDef]>,
    /// `x-kubernetes-map-type: atomic` on the struct itself.
    pub atomic: bool,
}

/// Fields that are looked through one after the other.
const FEW: usize = 48;

impl StructDef {
    /// Index and definition of the field with this JSON name.
    #[must_use]
    pub fn field(&self, json: &str) -> Option<(usize, &FieldDef)> {
        // The lengths tell most names apart, which is cheaper than half a dozen comparisons of texts.
        if self.fields.len() <= FEW {
            return self.fields.iter().enumerate().find(|(_, field)| field.json.len() == json.len() && field.json == json);
        }
        let at = self.by_name.binary_search_by(|&i| self.fields[usize::from(i)].json.as_bytes().cmp(json.as_bytes())).ok()?;
        let index = usize::from(self.by_name[at]);
        Some((index, &self.fields[index]))
    }

    /// The flattened structs that a field lies in, the outermost first.
    #[must_use]
    pub fn inlined_in(&self, field: &FieldDef) -> Vec<&InlineDef> {
        let mut chain = Vec::new();
        let mut at = field.inline;
        while let Some(inline) = at.checked_sub(1).and_then(|at| self.inlines.get(usize::from(at))) {
            chain.push(inline);
            at = inline.parent;
        }
        chain.reverse();
        chain
    }
}

/// All structs and types of one schema.
#[derive(Clone, Debug)]
pub struct TypeTable {
    /// Structs by [`StructId`].
    pub structs: Cow<'static, [StructDef]>,
    /// Types by [`TypeId`].
    pub types: Cow<'static, [TypeDef]>,
    /// Changes whenever anything in the table changes; stored with every record.
    pub fingerprint: u64,
    /// What protobuf derives from the rest; starts as [`Plans::new`].
    pub plans: Plans,
}

impl TypeTable {
    /// The struct with this index.
    #[must_use]
    pub fn get(&self, id: StructId) -> &StructDef {
        &self.structs[usize::from(id.0)]
    }

    /// The type with this index.
    #[must_use]
    pub fn ty(&self, id: TypeId) -> &TypeDef {
        &self.types[usize::from(id.0)]
    }

    /// Finds a struct by its OpenAPI definition name. Linear: for tests and start-up.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<StructId> {
        let at = self.structs.iter().position(|s| s.name == name)?;
        u16::try_from(at).ok().map(StructId)
    }
}

/// A type table that is either compiled in or shared.
#[derive(Clone, Debug)]
pub enum Types {
    /// Built-in kinds.
    Static(&'static TypeTable),
    /// Built at run time.
    Shared(Arc<TypeTable>),
}

impl Deref for Types {
    type Target = TypeTable;
    fn deref(&self) -> &TypeTable {
        match self {
            Self::Static(table) => table,
            Self::Shared(table) => table,
        }
    }
}

/// A struct within its table: what a document is decoded as.
#[derive(Clone, Debug)]
pub struct Schema {
    /// The table.
    pub types: Types,
    /// The document's struct.
    pub root: StructId,
}

impl Schema {
    /// The document's struct.
    #[must_use]
    pub fn def(&self) -> &StructDef {
        self.types.get(self.root)
    }
}

//! The schema of one type as OpenAPI states it, made from the type table and the descriptions. The writers of OpenAPI v3 and v2
//! read it; it must stay free of either form's spelling.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use kinds::table::{self, TYPES};
use object::schema::{FieldDef, Omit, Shape, StructDef, StructId, Text, Topology, TypeId, TypeTable};

use crate::descriptions::{Described, Descriptions};
use crate::served::Kind;
use crate::unions;

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    /// Another definition, by name.
    Ref(&'a str),
    /// Type and format; the format may be empty.
    Scalar(&'static str, &'static str),
    /// A list of values, of which `values` of the property may apply to each element.
    List(Box<Value<'a>>),
    /// An object with free keys.
    Map(Box<Value<'a>>),
}

/// One property of an object.
#[derive(Debug)]
pub(crate) struct Property<'a> {
    pub(crate) name: &'a str,
    pub(crate) description: Cow<'a, str>,
    pub(crate) value: Value<'a>,
    /// JSON text; empty where there is no default.
    pub(crate) default: &'a str,
    /// Allowed values of the innermost scalar.
    pub(crate) values: &'a [Text],
    pub(crate) list_map_keys: &'a [Text],
    pub(crate) list_type: &'static str,
    pub(crate) map_type: &'static str,
    pub(crate) merge_key: &'a str,
    /// Comma-separated.
    pub(crate) patch_strategy: String,
}

/// The body of a definition.
#[derive(Debug)]
pub(crate) enum Body<'a> {
    /// Properties ordered by name.
    Object { required: Vec<&'a str>, properties: Vec<Property<'a>>, atomic: bool, unions: &'static [unions::Union] },
    /// A type with its own JSON form: type and format, both possibly empty.
    Leaf(&'static str, &'static str),
    /// Format (possibly empty) and alternatives of a value that may have several types. The first is what OpenAPI v2 says.
    OneOf(&'static str, [&'static str; 2]),
}

/// One definition.
#[derive(Debug)]
pub(crate) struct Definition<'a> {
    pub(crate) description: Cow<'a, str>,
    pub(crate) body: Body<'a>,
    /// Kinds that have this type, in upstream's order.
    pub(crate) kinds: Vec<Kind>,
}

/// Names of the types that have a JSON form of their own, and of the one that no table knows.
pub(crate) mod names {
    pub(crate) const TIME: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.Time";
    pub(crate) const MICRO_TIME: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime";
    pub(crate) const QUANTITY: &str = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    pub(crate) const INT_OR_STRING: &str = "io.k8s.apimachinery.pkg.util.intstr.IntOrString";
    pub(crate) const RAW_EXTENSION: &str = "io.k8s.apimachinery.pkg.runtime.RawExtension";
    pub(crate) const FIELDS_V1: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1";
    pub(crate) const DELETE_OPTIONS: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions";
    pub(crate) const WATCH_EVENT: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent";
    pub(crate) const PATCH: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.Patch";
    pub(crate) const JSON: &str = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON";
    pub(crate) const SCHEMA_OR_BOOL: &str = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool";
    pub(crate) const SCHEMA_OR_ARRAY: &str = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray";
    pub(crate) const SCHEMA_OR_STRINGS: &str =
        "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray";
    pub(crate) const VERSION_INFO: &str = "io.k8s.apimachinery.pkg.version.Info";
}

/// Where definitions come from.
pub(crate) struct Source<'a> {
    types: &'static TypeTable,
    descriptions: &'a Descriptions,
    /// Structs by name.
    by_name: BTreeMap<&'static str, StructId>,
    /// Group versions, besides the core group's, that the document is about.
    own: &'a [(&'a str, &'a str)],
}

impl<'a> Source<'a> {
    pub(crate) fn new(descriptions: &'a Descriptions, own: &'a [(&'a str, &'a str)]) -> Self {
        let by_name = TYPES.structs.iter().zip(0..).map(|(def, at)| (&*def.name, StructId(at))).collect();
        Self { types: TYPES, descriptions, by_name, own }
    }

    /// The wanted definitions and all that they refer to.
    pub(crate) fn closure(&self, wanted: BTreeSet<String>) -> BTreeMap<String, Definition<'a>> {
        let mut found = BTreeMap::new();
        let mut open: Vec<String> = wanted.into_iter().collect();
        while let Some(name) = open.pop() {
            if found.contains_key(&name) {
                continue;
            }
            if let Some(definition) = self.definition(&name) {
                if let Body::Object { properties, .. } = &definition.body {
                    open.extend(properties.iter().filter_map(|p| p.value.reference()).map(str::to_owned));
                }
                found.insert(name, definition);
            }
        }
        found
    }

    /// Kinds of a struct. The kinds that every group version has appear once for the core group and once for each of the
    /// document's own.
    fn kinds(&self, id: StructId, name: &str) -> Vec<Kind> {
        if ![names::DELETE_OPTIONS, names::WATCH_EVENT].contains(&name) {
            let found = table::kinds().filter(|&(.., of)| of == id);
            return found.map(|(group, version, kind, _)| Kind::new(group, version, kind)).collect();
        }
        let kind = name.rsplit('.').next().unwrap_or_default();
        let own = self.own.iter().filter(|(group, _)| !group.is_empty());
        [("", "v1")].iter().chain(own).map(|(group, version)| Kind::new(group, version, kind)).collect()
    }

    /// The definition with this name; `None` where no type has it.
    fn definition(&self, name: &str) -> Option<Definition<'a>> {
        let described = self.descriptions.of(name);
        if let Some(body) = leaf(name) {
            return Some(Definition { description: text(described), body, kinds: Vec::new() });
        }
        if name == names::VERSION_INFO {
            return Some(version_info(described));
        }
        let id = *self.by_name.get(name)?;
        let def = self.types.get(id);
        let described = described.map_or(Words::Formula, Words::Crate);
        let properties = def.by_name.iter().map(|&i| self.property(def, &def.fields[usize::from(i)], &described)).collect();
        Some(Definition {
            description: described.of_type(def),
            body: Body::Object {
                required: def.fields.iter().filter(|f| f.required).map(|f| &*f.json).collect(),
                properties,
                atomic: def.atomic,
                unions: unions::of(&def.name),
            },
            kinds: self.kinds(id, name),
        })
    }

    fn property(&self, def: &'a StructDef, field: &'a FieldDef, words: &Words<'a>) -> Property<'a> {
        let value = self.value(field.ty);
        let default = if field.default.is_empty() { self.zero_default(def, field) } else { &*field.default };
        let list = matches!(value, Value::List(_));
        let (list_type, map_type, list_map_keys): (_, _, &[Text]) = match &field.topology {
            Topology::Unset => ("", "", &[]),
            Topology::Atomic if list || matches!(self.types.ty(field.ty).shape, Shape::Bytes) => ("atomic", "", &[]),
            Topology::Atomic => ("", "atomic", &[]),
            Topology::Granular => ("", "granular", &[]),
            Topology::Set => ("set", "", &[]),
            Topology::Map(keys) => ("map", "", keys),
        };
        let mut strategies = Vec::new();
        if let Some(rule) = &field.merge {
            strategies.extend([(rule.merge, "merge"), (rule.replace, "replace"), (rule.retain_keys, "retainKeys")]);
        }
        let strategies: Vec<&str> = strategies.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
        Property {
            name: &field.json,
            description: match value {
                Value::Scalar(..) => with_values(words.of_field(self, def, field), &field.values),
                _ => words.of_field(self, def, field),
            },
            value,
            default,
            values: &field.values,
            list_map_keys,
            list_type,
            map_type,
            merge_key: field.merge.as_ref().map_or("", |rule| &rule.key),
            patch_strategy: strategies.join(","),
        }
    }

    fn value(&self, id: TypeId) -> Value<'a> {
        match self.types.ty(id).shape {
            Shape::String => Value::Scalar("string", ""),
            Shape::Bool => Value::Scalar("boolean", ""),
            Shape::Int32 => Value::Scalar("integer", "int32"),
            Shape::Int64 => Value::Scalar("integer", "int64"),
            Shape::Float64 => Value::Scalar("number", "double"),
            Shape::Bytes => Value::Scalar("string", "byte"),
            Shape::Time => Value::Ref(names::TIME),
            Shape::MicroTime => Value::Ref(names::MICRO_TIME),
            Shape::Quantity => Value::Ref(names::QUANTITY),
            Shape::IntOrString => Value::Ref(names::INT_OR_STRING),
            Shape::RawExtension => Value::Ref(names::RAW_EXTENSION),
            Shape::FieldsV1 => Value::Ref(names::FIELDS_V1),
            Shape::Json => Value::Ref(names::JSON),
            Shape::SchemaOrBool(_) => Value::Ref(names::SCHEMA_OR_BOOL),
            Shape::SchemaOrArray(_) => Value::Ref(names::SCHEMA_OR_ARRAY),
            Shape::SchemaOrStringArray(_) => Value::Ref(names::SCHEMA_OR_STRINGS),
            Shape::Struct(id) => Value::Ref(&self.types.get(id).name),
            Shape::List(of) => Value::List(Box::new(self.value(of))),
            Shape::Map(of) => Value::Map(Box::new(self.value(of))),
        }
    }

    /// Upstream's generator declares the zero value as default of every field that is no pointer: of scalars when they are always
    /// printed, of structs always.
    fn zero_default(&self, def: &StructDef, field: &FieldDef) -> &'static str {
        let ty = self.types.ty(field.ty);
        let marked = DECLARED_ZEROES.contains(&(&*def.name, &*field.json));
        match ty.shape {
            Shape::Struct(_) if !ty.pointer => "{}",
            _ if !marked && (ty.pointer || field.omit != Omit::Never) => "",
            Shape::String => "\"\"",
            Shape::Bool => "false",
            Shape::Int32 | Shape::Int64 | Shape::Float64 => "0",
            _ => "",
        }
    }
}

/// Fields whose zero value is declared as default although they are left out when zero: older clients wrote them so.
const DECLARED_ZEROES: [(&str, &str); 10] = [
    ("io.k8s.api.autoscaling.v1.ScaleSpec", "replicas"),
    ("io.k8s.api.core.v1.ConfigMapEnvSource", "name"),
    ("io.k8s.api.core.v1.ConfigMapKeySelector", "name"),
    ("io.k8s.api.core.v1.ConfigMapProjection", "name"),
    ("io.k8s.api.core.v1.ConfigMapVolumeSource", "name"),
    ("io.k8s.api.core.v1.LocalObjectReference", "name"),
    ("io.k8s.api.core.v1.ReplicationControllerSpec", "minReadySeconds"),
    ("io.k8s.api.core.v1.SecretEnvSource", "name"),
    ("io.k8s.api.core.v1.SecretKeySelector", "name"),
    ("io.k8s.api.core.v1.SecretProjection", "name"),
];

impl Value<'_> {
    /// The definition at the innermost place, if it is one.
    pub(crate) fn reference(&self) -> Option<&str> {
        match self {
            Value::Ref(name) => Some(name),
            Value::Scalar(..) => None,
            Value::List(of) | Value::Map(of) => of.reference(),
        }
    }
}

/// Where a type's sentences come from.
enum Words<'a> {
    /// The k8s-openapi crate.
    Crate(Described<'a>),
    /// The crate has one generic list for all list kinds, and no other kinds are missing.
    Formula,
}

impl<'a> Words<'a> {
    fn of_type(&self, def: &'a StructDef) -> Cow<'a, str> {
        match self {
            Self::Crate(described) => described.text.into(),
            Self::Formula => {
                def.go.strip_suffix("List").map_or("".into(), |kind| format!("{} holds objects of kind {kind}.", def.go).into())
            }
        }
    }

    fn of_field(&self, source: &Source<'a>, def: &'a StructDef, field: &'a FieldDef) -> Cow<'a, str> {
        let found = match self {
            Self::Crate(described) if described.name == names::WATCH_EVENT && field.json == "object" => {
                Some(watch_event(described).1)
            }
            Self::Crate(described) => described.field(&field.json),
            Self::Formula => None,
        };
        if let Some(text) = found {
            return text.into();
        }
        // These three mean the same in every kind.
        let same = match &*field.json {
            "apiVersion" | "kind" => Some("io.k8s.api.core.v1.Pod"),
            _ => None,
        };
        if let Some(text) = same.and_then(|name| source.descriptions.of(name)?.field(&field.json)) {
            return text.into();
        }
        match (def.go.strip_suffix("List"), &*field.json) {
            (Some(kind), "items") => format!("The objects of kind {kind}.").into(),
            (Some(_), "metadata") => "What holds for the list as a whole: its revision and how to get the rest of it.".into(),
            _ => "".into(),
        }
    }
}

/// The crate tells of the event's object in the sentence of the type, after an empty line.
fn watch_event<'a>(described: &Described<'a>) -> (&'a str, &'a str) {
    let (ty, object) = described.text.split_once("\n\n").unwrap_or((described.text, ""));
    (ty, object.trim_end())
}

fn text(described: Option<Described<'_>>) -> Cow<'_, str> {
    described.map_or("", |d| d.text).into()
}

/// Upstream appends the allowed values to the sentence; `kubectl explain` shows them only there.
fn with_values<'a>(text: Cow<'a, str>, values: &[Text]) -> Cow<'a, str> {
    if values.is_empty() {
        return text;
    }
    let mut out = text.into_owned();
    out.push_str("\n\nPossible enum values:");
    for value in values {
        out.push_str("\n - `\"");
        out.push_str(value);
        out.push_str("\"`");
    }
    out.into()
}

fn leaf(name: &str) -> Option<Body<'static>> {
    Some(match name {
        names::TIME | names::MICRO_TIME => Body::Leaf("string", "date-time"),
        names::QUANTITY => Body::OneOf("", ["string", "number"]),
        names::INT_OR_STRING => Body::OneOf("int-or-string", ["integer", "string"]),
        names::RAW_EXTENSION | names::FIELDS_V1 | names::PATCH => Body::Leaf("object", ""),
        names::JSON | names::SCHEMA_OR_BOOL | names::SCHEMA_OR_ARRAY | names::SCHEMA_OR_STRINGS => Body::Leaf("", ""),
        _ => return None,
    })
}

/// `version.Info` is in no type table, because it is no API object.
fn version_info(described: Option<Described<'_>>) -> Definition<'_> {
    const REQUIRED: [&str; 9] =
        ["major", "minor", "gitVersion", "gitCommit", "gitTreeState", "buildDate", "goVersion", "compiler", "platform"];
    const OPTIONAL: [&str; 4] = ["emulationMajor", "emulationMinor", "minCompatibilityMajor", "minCompatibilityMinor"];
    let property = |name: &'static str, default| Property {
        name,
        description: described.and_then(|d| d.field(name)).unwrap_or_default().into(),
        value: Value::Scalar("string", ""),
        default,
        values: &[],
        list_map_keys: &[],
        list_type: "",
        map_type: "",
        merge_key: "",
        patch_strategy: String::new(),
    };
    let mut properties: Vec<_> =
        REQUIRED.iter().map(|n| property(n, "\"\"")).chain(OPTIONAL.iter().map(|n| property(n, ""))).collect();
    properties.sort_by_key(|p| p.name);
    Definition {
        description: text(described),
        body: Body::Object { required: REQUIRED.to_vec(), properties, atomic: false, unions: &[] },
        kinds: Vec::new(),
    }
}

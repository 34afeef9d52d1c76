//! Schemas of all built-in kinds for tests, from the facts that the generated tables come from (`openapi/facts/types.json`).

use std::collections::BTreeMap;
use std::sync::Arc;

use object::schema::{FieldDef, Omit, Schema, Shape, StructDef, StructId, Text, Topology, TypeDef, TypeId, TypeTable, Types};
use object::value::{Value, parse};

/// A custom resource whose spec keeps whatever it is given.
const CUSTOM: &str = r#"{"go":"Custom","name":"com.example.v1.Custom","fields":[
    {"json":"kind","t":{"s":"string","go":"string"},"omit":"empty"},{"json":"apiVersion","t":{"s":"string","go":"string"},"omit":"empty"},
    {"json":"metadata","t":{"s":"struct","go":"v1.ObjectMeta","ref":"io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"}},
    {"json":"spec","t":{"s":"json","p":true,"go":"v1.JSON"},"omit":"empty"}]}"#;

/// The table and the struct of every group version and kind.
pub(crate) struct Schemas {
    types: Types,
    kinds: BTreeMap<(String, String), StructId>,
}

impl Schemas {
    pub(crate) fn load() -> Self {
        let facts = parse(include_bytes!("../../../../../openapi/facts/types.json")).unwrap();
        let structs = facts.get("structs").unwrap().as_array().unwrap();
        let id = |at: usize| StructId(u16::try_from(at).unwrap());
        let ids = structs.iter().enumerate().map(|(at, def)| (text(def, "name").to_owned(), id(at))).collect();
        let mut table = Table { ids, types: Vec::new(), interned: BTreeMap::new() };
        let mut structs: Vec<StructDef> = structs.iter().map(|def| table.define(def)).collect();
        let custom = id(structs.len());
        structs.push(table.define(&parse(CUSTOM.as_bytes()).unwrap()));
        let kinds = facts.get("kinds").unwrap().as_array().unwrap().iter().map(|kind| {
            let group = text(kind, "g");
            let version = if group.is_empty() { text(kind, "v").to_owned() } else { format!("{group}/{}", text(kind, "v")) };
            ((version, text(kind, "k").to_owned()), table.ids[text(kind, "struct")])
        });
        let mut kinds: BTreeMap<(String, String), StructId> = kinds.collect();
        kinds.insert(("example.com/v1".to_owned(), "Custom".to_owned()), custom);
        let table = TypeTable { structs: structs.into(), types: table.types.into(), fingerprint: 1, plans: Default::default() };
        Self { types: Types::Shared(Arc::new(table)), kinds }
    }

    /// The schema of a kind; none where the version has no such kind.
    pub(crate) fn find(&self, api_version: &str, kind: &str) -> Option<Schema> {
        let root = *self.kinds.get(&(api_version.to_owned(), kind.to_owned()))?;
        Some(Schema { types: self.types.clone(), root })
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

struct Table {
    ids: BTreeMap<String, StructId>,
    types: Vec<TypeDef>,
    interned: BTreeMap<String, TypeId>,
}

impl Table {
    fn define(&mut self, def: &Value) -> StructDef {
        let fields: Vec<FieldDef> =
            def.get("fields").and_then(Value::as_array).unwrap_or_default().iter().map(|field| self.field(field)).collect();
        let mut by_name: Vec<u8> = (0..u8::try_from(fields.len()).unwrap()).collect();
        by_name.sort_by_key(|&at| fields[usize::from(at)].json.clone());
        StructDef {
            go: text(def, "go").to_owned().into(),
            name: text(def, "name").to_owned().into(),
            fields: fields.into(),
            by_name: by_name.into(),
            inlines: Vec::new().into(),
            atomic: def.get("atomic").is_some(),
        }
    }

    fn field(&mut self, field: &Value) -> FieldDef {
        let topology = match (text(field, "list"), text(field, "map")) {
            ("atomic", _) | (_, "atomic") => Topology::Atomic,
            ("set", _) => Topology::Set,
            (_, "granular") => Topology::Granular,
            ("map", _) => {
                let keys = field.get("keys").unwrap().as_array().unwrap();
                Topology::Map(keys.iter().map(|key| Text::from(key.as_str().unwrap().to_owned())).collect())
            }
            _ => Topology::Unset,
        };
        FieldDef {
            json: text(field, "json").to_owned().into(),
            ty: self.ty(field.get("t").unwrap()),
            omit: match text(field, "omit") {
                "empty" => Omit::Empty,
                "zero" => Omit::Zero,
                _ => Omit::Never,
            },
            number: 1,
            inline: 0,
            merge: None,
            topology,
            values: Vec::new().into(),
            default: field.get("default").map(|default| default.to_string().into()).unwrap_or_default(),
            required: false,
        }
    }

    fn ty(&mut self, ty: &Value) -> TypeId {
        let key = ty.to_string();
        if let Some(&id) = self.interned.get(&key) {
            return id;
        }
        let props = || self.ids["io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps"];
        let shape = match text(ty, "s") {
            "string" => Shape::String,
            "bool" => Shape::Bool,
            "int32" => Shape::Int32,
            "int64" => Shape::Int64,
            "float64" => Shape::Float64,
            "bytes" => Shape::Bytes,
            "time" => Shape::Time,
            "microtime" => Shape::MicroTime,
            "quantity" => Shape::Quantity,
            "intorstring" => Shape::IntOrString,
            "raw" => Shape::RawExtension,
            "fieldsv1" => Shape::FieldsV1,
            "json" => Shape::Json,
            "schemaorbool" => Shape::SchemaOrBool(props()),
            "schemaorarray" => Shape::SchemaOrArray(props()),
            "schemaorstringarray" => Shape::SchemaOrStringArray(props()),
            "struct" => Shape::Struct(self.ids[text(ty, "ref")]),
            "list" => Shape::List(self.ty(ty.get("of").unwrap())),
            "map" => Shape::Map(self.ty(ty.get("of").unwrap())),
            other => panic!("shape {other}"),
        };
        let id = TypeId(u16::try_from(self.types.len()).unwrap());
        let go = text(ty, "go").to_owned().into();
        self.types.push(TypeDef { shape, pointer: ty.get("p").is_some(), go, wrapped: false });
        self.interned.insert(key, id);
        id
    }
}

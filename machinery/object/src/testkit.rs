//! Schemas for this crate's tests: the closure of a few upstream kinds, read from `testdata/schema.txt` (made by
//! `testdata/oracle`). Built into shared tables, as run-time schemas are.

use crate::proto::Plans;
use crate::schema::{
    FieldDef, InlineDef, Omit, Schema, Shape, StructDef, StructId, Text, Topology, TypeDef, TypeId, TypeTable, Types,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

struct Builder {
    ids: BTreeMap<String, u16>,
    types: Vec<TypeDef>,
    interned: BTreeMap<String, u16>,
}

impl Builder {
    fn ty(&mut self, text: &str) -> TypeId {
        if let Some(&id) = self.interned.get(text) {
            return TypeId(id);
        }
        let (pointer, bare) = text.strip_prefix('*').map_or((false, text), |bare| (true, bare));
        let (kind, rest) = bare.split_once('|').unwrap();
        let (go, arg) = rest.split_once('|').unwrap_or((rest, ""));
        let props = StructId(self.ids["apiextensions.v1.JSONSchemaProps"]);
        let shape = match kind {
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
            "rawextension" => Shape::RawExtension,
            "fieldsv1" => Shape::FieldsV1,
            "json" => Shape::Json,
            "orbool" => Shape::SchemaOrBool(props),
            "orarray" => Shape::SchemaOrArray(props),
            "orstringarray" => Shape::SchemaOrStringArray(props),
            "struct" => Shape::Struct(StructId(self.ids[arg])),
            "list" => Shape::List(self.ty(arg)),
            "map" => Shape::Map(self.ty(arg)),
            other => panic!("shape {other}"),
        };
        let id = u16::try_from(self.types.len()).unwrap();
        self.types.push(TypeDef { shape, pointer, go: go.to_owned().into(), wrapped: false });
        self.interned.insert(text.to_owned(), id);
        TypeId(id)
    }

    fn field(&mut self, line: &str, inlines: &mut Vec<String>) -> FieldDef {
        let words: Vec<&str> = line.splitn(5, ' ').collect();
        let inline = match words[3] {
            "-" => 0,
            name => {
                1 + inlines.iter().position(|known| known == name).unwrap_or_else(|| {
                    inlines.push(name.to_owned());
                    inlines.len() - 1
                })
            }
        };
        FieldDef {
            json: words[0].to_owned().into(),
            ty: self.ty(words[4]),
            omit: match words[1] {
                "never" => Omit::Never,
                "empty" => Omit::Empty,
                _ => Omit::Zero,
            },
            number: words[2].parse().unwrap(),
            inline: u8::try_from(inline).unwrap(),
            merge: None,
            topology: Topology::Unset,
            values: Cow::Borrowed(&[]),
            default: Text::Borrowed(""),
            required: false,
        }
    }
}

fn order(fields: &[FieldDef]) -> Vec<u8> {
    let mut order: Vec<u8> = (0..u8::try_from(fields.len()).unwrap()).collect();
    order.sort_by(|&a, &b| fields[usize::from(a)].json.as_bytes().cmp(fields[usize::from(b)].json.as_bytes()));
    order
}

/// The table of all kinds in the file.
pub(crate) fn table() -> Types {
    let text = include_str!("../testdata/schema.txt");
    let mut builder = Builder { ids: BTreeMap::new(), types: Vec::new(), interned: BTreeMap::new() };
    for (id, line) in text.lines().filter(|line| line.starts_with("struct ")).enumerate() {
        builder.ids.insert(line.rsplit(' ').next().unwrap().to_owned(), u16::try_from(id).unwrap());
    }
    let mut structs: Vec<StructDef> = Vec::new();
    let mut inlines = Vec::new();
    for line in text.lines() {
        if let Some(names) = line.strip_prefix("struct ") {
            inlines.clear();
            let (go, name) = names.split_once(' ').unwrap();
            structs.push(StructDef {
                go: go.to_owned().into(),
                name: format!("io.k8s.api.{name}").into(),
                fields: Cow::Owned(Vec::new()),
                by_name: Cow::Owned(Vec::new()),
                inlines: Cow::Borrowed(&[]),
                atomic: false,
            });
        } else {
            let field = builder.field(line.strip_prefix("field ").unwrap(), &mut inlines);
            let def = structs.last_mut().unwrap();
            def.fields.to_mut().push(field);
            // Not upstream's numbers, which the file does not have: free ones.
            let inline = |(at, go): (usize, &String)| InlineDef {
                go: go.clone().into(),
                number: 100 + u16::try_from(at).unwrap(),
                parent: 0,
            };
            def.inlines = inlines.iter().enumerate().map(inline).collect();
        }
    }
    for def in &mut structs {
        def.by_name = Cow::Owned(order(&def.fields));
    }
    let plans = Plans::new();
    Types::Shared(Arc::new(TypeTable { structs: Cow::Owned(structs), types: Cow::Owned(builder.types), fingerprint: 1, plans }))
}

/// The schema of one kind by its bare Go name; the first by full name where several packages have it.
pub(crate) fn schema(types: &Types, kind: &str) -> Schema {
    let at = types.structs.iter().position(|def| def.go == kind).unwrap();
    Schema { types: types.clone(), root: StructId(u16::try_from(at).unwrap()) }
}

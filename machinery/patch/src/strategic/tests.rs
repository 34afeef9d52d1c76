//! Cases whose outcome was taken from upstream, and limits.

use std::sync::Arc;

use object::proto::Plans;
use object::schema::{FieldDef, MergeRule, Omit, Shape, StructDef, StructId, Text, Topology, TypeDef, TypeId, TypeTable, Types};

use super::*;
use crate::cases::{read, report};

/// Tables are written as text: a struct per line, its fields as `json:type:strategies:key`.
const STRUCTS: [&str; 7] = [
    "Port port:int protocol:string",
    "Item name:string image:string args:strings ports:ports:merge:port env:items*:merge:name attrs:texts",
    "Volume name:string secret:item* empty:item*",
    "Rolling surge:int",
    "Strategy type:string rolling:rolling*",
    "Doc name:string number:int float:float labels:texts finalizers:strings:merge numbers:ints:merge args:strings \
     containers:items:merge:name volumes:volumes:merge,retainKeys:name strategy:strategy:retainKeys tolerate:items noKey:items:merge \
     swapped:item*:replace swaps:items:replace:name lists:lists bytes:bytes raw:raw pointers:items*:merge items:map child:doc*",
    "Unused",
];

const TYPES: [(&str, Shape, bool); 23] = [
    ("string", Shape::String, false),
    ("int", Shape::Int64, false),
    ("float", Shape::Float64, false),
    ("bytes", Shape::Bytes, false),
    ("raw", Shape::RawExtension, false),
    ("strings", Shape::List(TypeId(0)), false),
    ("ints", Shape::List(TypeId(1)), false),
    ("lists", Shape::List(TypeId(5)), false),
    ("texts", Shape::Map(TypeId(0)), false),
    ("port", Shape::Struct(StructId(0)), false),
    ("item", Shape::Struct(StructId(1)), false),
    ("item*", Shape::Struct(StructId(1)), true),
    ("volume", Shape::Struct(StructId(2)), false),
    ("rolling", Shape::Struct(StructId(3)), false),
    ("rolling*", Shape::Struct(StructId(3)), true),
    ("strategy", Shape::Struct(StructId(4)), false),
    ("doc*", Shape::Struct(StructId(5)), true),
    ("ports", Shape::List(TypeId(9)), false),
    ("items", Shape::List(TypeId(10)), false),
    ("items*", Shape::List(TypeId(11)), false),
    ("volumes", Shape::List(TypeId(12)), false),
    ("map", Shape::Map(TypeId(10)), false),
    ("unused", Shape::Bool, false),
];

fn field(text: &str) -> FieldDef {
    let mut parts = text.split(':');
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let (json, ty, strategies, key) = (next(), next(), next(), next());
    let ty = TYPES.iter().position(|(name, _, _)| *name == ty).unwrap();
    let has = |strategy: &str| strategies.split(',').any(|one| one == strategy);
    let rule = MergeRule { merge: has("merge"), replace: has("replace"), retain_keys: has("retainKeys"), key: key.into() };
    FieldDef {
        json: json.into(),
        ty: TypeId(u16::try_from(ty).unwrap()),
        omit: Omit::Never,
        number: 1,
        inline: 0,
        merge: (!strategies.is_empty()).then_some(rule),
        topology: Topology::Unset,
        values: Vec::new().into(),
        default: Text::default(),
        required: false,
    }
}

fn schema() -> Schema {
    let structs: Vec<StructDef> = STRUCTS
        .iter()
        .map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap();
            let fields: Vec<FieldDef> = words.map(field).collect();
            let mut by_name: Vec<u8> = (0..u8::try_from(fields.len()).unwrap()).collect();
            by_name.sort_by_key(|&at| fields[usize::from(at)].json.clone());
            StructDef {
                go: name.into(),
                name: name.into(),
                fields: fields.into(),
                by_name: by_name.into(),
                inlines: Vec::new().into(),
                atomic: false,
            }
        })
        .collect();
    let types: Vec<TypeDef> =
        TYPES.iter().map(|&(name, shape, pointer)| TypeDef { shape, pointer, go: name.into(), wrapped: false }).collect();
    let table = TypeTable { structs: structs.into(), types: types.into(), fingerprint: 1, plans: Plans::new() };
    Schema { types: Types::Shared(Arc::new(table)), root: StructId(5) }
}

#[test]
fn merges_as_upstream_does() {
    let schema = schema();
    let mut wrong = Vec::new();
    for case in read(include_str!("../../testdata/strategic.jsonl")) {
        let outcome = parse(case.patch.as_bytes())
            .and_then(|(patch, findings)| {
                let mut out = Vec::new();
                apply(case.doc.clone(), &patch, &schema)?.write_sorted(&mut out);
                Ok((String::from_utf8(out).unwrap(), findings))
            })
            .map_err(|error| (error.to_string(), error.to_status()));
        wrong.extend(case.judge(outcome));
    }
    report(&wrong);
}

fn run(document: &str, patch: &str) -> Result<Value, Error> {
    apply(object::value::parse(document.as_bytes()).unwrap(), &parse(patch.as_bytes())?.0, &schema())
}

#[test]
fn answers_carry_upstreams_codes() {
    let check = |patch: &str, expect: &str| {
        let document = r#"{"containers":[{"name":"a"}],"finalizers":["a"]}"#;
        let status = run(document, patch).unwrap_err().to_status();
        assert_eq!(
            status.to_json(),
            format!(r#"{{"kind":"Status","apiVersion":"v1","metadata":{{}},"status":"Failure",{expect}}}"#)
        );
    };
    check(
        r#"{"containers":[{"image":"i:3"}]}"#,
        r#""message":"map: map[image:i:3] does not contain declared merge key: name","code":500"#,
    );
    check(r#"{"$retainKeys":1}"#, r#""message":"invalid patch format of retainKeys","reason":"BadRequest","code":400"#);
    check(
        r#"{"finalizers":[[]],"containers":null}"#,
        r#""message":"list element types are not identical: [[a] [[]]]","code":500"#,
    );
    check(
        "[]",
        r#""message":"json: cannot unmarshal array into Go value of type map[string]interface {}","reason":"BadRequest","code":400"#,
    );
}

#[test]
fn deepest_values_merge() {
    let nest = |leaf: &str, depth: usize| format!("{}{leaf}{}", "{\"child\":".repeat(depth), "}".repeat(depth));
    let depth = object::value::MAX_DEPTH - 1;
    let merged = run(&nest(r#"{"name":"a"}"#, depth), &nest(r#"{"number":2}"#, depth)).unwrap();
    assert_eq!(merged.to_string(), nest(r#"{"name":"a","number":2}"#, depth));
    assert!(run("{}", &nest("{}", depth)).is_ok());
    let shown = run("{}", &nest("{}", depth).replacen("{", r#"{"$patch":"odd","#, 1)).unwrap_err().to_string();
    assert!(shown.starts_with("unknown patch type: odd in map: map[$patch:odd child:map[child:map["), "{}", &shown[..100]);
    let lists = format!(r#"{{"args":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    assert!(run("{}", &lists).is_ok());
    assert!(run(r#"{"finalizers":["a"]}"#, &lists.replace("args", "finalizers")).is_err());
}

#[test]
fn long_lists_merge_in_little_time() {
    let names = |from: usize, to: usize| {
        let items: Vec<String> = (from..to).map(|at| format!(r#"{{"name":"n{at}"}}"#)).collect();
        format!("[{}]", items.join(","))
    };
    let document = format!(r#"{{"containers":{}}}"#, names(0, 40_000));
    let patch = format!(r#"{{"$setElementOrder/containers":{0},"containers":{0}}}"#, names(20_000, 60_000));
    let merged = run(&document, &patch).unwrap();
    let list = merged.get("containers").and_then(Value::as_array).unwrap();
    assert_eq!(
        (list.len(), list[0].at(&["name"]), list[59_999].at(&["name"])),
        (60_000, Some(&"n0".into()), Some(&"n59999".into()))
    );
}

#[test]
fn results_that_fit_no_struct_are_named_as_the_converter_does() {
    let schema = schema();
    for (document, expect) in [
        (r#"{"name":"a","number":7,"float":1,"labels":{"x":null},"raw":{"x":[1]},"unknown":7}"#, None),
        (r#"{"number":7.0}"#, None),
        ("[]", Some("cannot restore struct from: slice")),
        (r#"{"name":7}"#, Some("cannot convert int64 to string")),
        (r#"{"name":true}"#, Some("unrecognized type: string")),
        (r#"{"name":[]}"#, Some("unrecognized type: string")),
        (r#"{"number":7.5}"#, Some("cannot convert float64 to int")),
        (r#"{"number":"7"}"#, Some("unrecognized type: int64")),
        (r#"{"float":"7"}"#, Some("unrecognized type: float64")),
        (r#"{"labels":7}"#, Some("cannot restore map from int64")),
        (r#"{"labels":{"a":7}}"#, Some("cannot convert int64 to string")),
        (r#"{"args":"a"}"#, Some("cannot restore slice from string")),
        (r#"{"containers":[{"name":"a"},"b"]}"#, Some("cannot restore struct from: string")),
        (r#"{"strategy":{"rolling":{"surge":{}}}}"#, Some("unrecognized type: int64")),
    ] {
        let value = object::value::parse(document.as_bytes()).unwrap();
        assert_eq!(misfit(&value, &schema).as_deref(), expect, "{document}");
    }
}

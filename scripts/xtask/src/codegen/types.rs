//! Generates the struct and type tables. Called by `codegen`; the shape of the output follows `object::schema`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};

use super::facts::{Field, ListType, MapType, Omit, Struct, Type, Types};

/// Struct indexes by definition name.
pub(super) type Ids<'a> = BTreeMap<&'a str, u16>;

const HEAD: &str = "//! Struct and type tables of every built-in kind; written by `cargo xtask codegen` from `openapi/facts/types.json`.
//! Read through `table`; must never be edited by hand.

use std::borrow::Cow::Borrowed as B;

use object::proto::Plans;
use object::schema::Omit::{Empty as E, Never as N, Zero as Z};
use object::schema::Shape as S;
use object::schema::{FieldDef, InlineDef, MergeRule, Omit, StructDef, StructId, Text, Topology, TypeDef, TypeId, TypeTable};

const fn f(json: &'static str, ty: u16, omit: Omit, number: u16, inline: u8, required: bool) -> FieldDef {
    g(json, ty, omit, number, inline, required, None, Topology::Unset, &[], \"\")
}
#[expect(clippy::too_many_arguments, reason = \"one argument per fact, read by nobody\")]
const fn g(
    json: &'static str, ty: u16, omit: Omit, number: u16, inline: u8, required: bool, merge: Option<MergeRule>, topology: Topology,
    values: &'static [Text], default: &'static str,
) -> FieldDef {
    FieldDef { json: B(json), ty: TypeId(ty), omit, number, inline, merge, topology, values: B(values), default: B(default), required }
}
const fn m(merge: bool, replace: bool, retain_keys: bool, key: &'static str) -> Option<MergeRule> {
    Some(MergeRule { merge, replace, retain_keys, key: B(key) })
}
const fn k(keys: &'static [Text]) -> Topology {
    Topology::Map(B(keys))
}
const fn s(
    go: &'static str, name: &'static str, fields: &'static [FieldDef], by_name: &'static [u8], inlines: &'static [InlineDef], atomic: bool,
) -> StructDef {
    StructDef { go: B(go), name: B(name), fields: B(fields), by_name: B(by_name), inlines: B(inlines), atomic }
}
const fn i(go: &'static str, number: u16, parent: u8) -> InlineDef {
    InlineDef { go: B(go), number, parent }
}
const fn t(shape: S, pointer: bool, go: &'static str, wrapped: bool) -> TypeDef {
    TypeDef { shape, pointer, go: B(go), wrapped }
}
const A: Topology = Topology::Atomic;
const G: Topology = Topology::Granular;
const U: Topology = Topology::Unset;
const X: Topology = Topology::Set;
";

pub(super) fn ids(facts: &Types) -> Result<Ids<'_>> {
    let mut out = Ids::new();
    for (at, s) in facts.structs.iter().enumerate() {
        out.insert(&s.name, u16::try_from(at).context("too many structs")?);
    }
    ensure!(out.len() == facts.structs.len(), "two structs have one name");
    Ok(out)
}

pub(super) fn struct_id(ids: &Ids<'_>, name: &str) -> Result<u16> {
    ids.get(name).copied().with_context(|| format!("no struct is called {name}"))
}

/// A constant name for a definition: the last folder of its package, the version and the struct (`CORE_V1_POD_SPEC`).
fn const_name(name: &str) -> Result<String> {
    let mut parts = name.rsplit('.');
    let (Some(bare), Some(version), Some(package)) = (parts.next(), parts.next(), parts.next()) else {
        bail!("odd definition name {name}")
    };
    let mut out = format!("{package}_{version}_").to_uppercase();
    let chars: Vec<char> = bare.chars().collect();
    for (at, &c) in chars.iter().enumerate() {
        let after_lower = at > 0 && !chars[at - 1].is_uppercase();
        let before_lower = at > 0 && chars.get(at + 1).is_some_and(|n| n.is_lowercase());
        if c.is_uppercase() && (after_lower || before_lower) {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
    Ok(out)
}

/// One constant per struct.
pub(super) fn id_consts(facts: &Types) -> Result<String> {
    let mut out = "//! Indexes of structs in the type table; written by `cargo xtask codegen`. For code that names a struct; must never be edited.

#![expect(missing_docs, reason = \"each constant is the struct that its name spells\")]

use object::schema::StructId;

"
    .to_owned();
    let mut seen = BTreeMap::new();
    for (at, s) in facts.structs.iter().enumerate() {
        let name = const_name(&s.name)?;
        if let Some(other) = seen.insert(name.clone(), &s.name) {
            bail!("{} and {other} would both be called {name}", s.name);
        }
        writeln!(out, "pub const {name}: StructId = StructId({at});")?;
    }
    Ok(out)
}

/// Texts lists that several fields share, as statics of their own.
#[derive(Default)]
struct Lists {
    at: BTreeMap<Vec<String>, usize>,
}

impl Lists {
    fn name(&mut self, list: &[String]) -> String {
        let next = self.at.len();
        format!("L{}", self.at.entry(list.to_vec()).or_insert(next))
    }

    fn write(&self, out: &mut String) -> Result<()> {
        let mut ordered: Vec<_> = self.at.iter().collect();
        ordered.sort_by_key(|(_, at)| **at);
        for (list, at) in ordered {
            let texts: Vec<String> = list.iter().map(|t| format!("B({t:?})")).collect();
            writeln!(out, "static L{at}: [Text; {}] = [{}];", list.len(), texts.join(", "))?;
        }
        Ok(())
    }
}

/// Interned types: equal ones share an index.
struct Interner<'a> {
    ids: &'a Ids<'a>,
    at: BTreeMap<&'a Type, u16>,
    lines: Vec<String>,
}

impl<'a> Interner<'a> {
    fn id(&mut self, ty: &'a Type) -> Result<u16> {
        if let Some(&at) = self.at.get(ty) {
            return Ok(at);
        }
        let element = ty.of.as_deref().map(|of| self.id(of)).transpose()?;
        let shape = self.shape(ty, element)?;
        let at = u16::try_from(self.lines.len()).context("too many types")?;
        self.lines.push(format!("t(S::{shape}, {}, {:?}, {}),", ty.p, ty.go, ty.wrapped));
        self.at.insert(ty, at);
        Ok(at)
    }

    fn shape(&self, ty: &Type, element: Option<u16>) -> Result<String> {
        let plain = match ty.s.as_str() {
            "string" => "String",
            "bool" => "Bool",
            "int32" => "Int32",
            "int64" => "Int64",
            "float64" => "Float64",
            "bytes" => "Bytes",
            "time" => "Time",
            "microtime" => "MicroTime",
            "quantity" => "Quantity",
            "intorstring" => "IntOrString",
            "raw" => "RawExtension",
            "fieldsv1" => "FieldsV1",
            "json" => "Json",
            "list" | "map" => {
                let element = element.with_context(|| format!("{} has no element type", ty.go))?;
                let name = if ty.s == "list" { "List" } else { "Map" };
                return Ok(format!("{name}(TypeId({element}))"));
            }
            other => {
                let name = match other {
                    "struct" => "Struct",
                    "schemaorbool" => "SchemaOrBool",
                    "schemaorarray" => "SchemaOrArray",
                    "schemaorstringarray" => "SchemaOrStringArray",
                    _ => bail!("no shape is called {other}"),
                };
                return Ok(format!("{name}(StructId({}))", struct_id(self.ids, &ty.target)?));
            }
        };
        Ok(plain.to_owned())
    }
}

pub(super) fn generate(facts: &Types, ids: &Ids<'_>, fingerprint: u64) -> Result<String> {
    let mut types = Interner { ids, at: BTreeMap::new(), lines: Vec::new() };
    let mut lists = Lists::default();
    let mut fields = String::new();
    let mut structs = String::new();
    for (at, s) in facts.structs.iter().enumerate() {
        one_struct(s, at, &mut types, &mut lists, &mut fields, &mut structs).with_context(|| s.name.clone())?;
    }
    let mut out = HEAD.to_owned();
    out.push_str("\n/// Every built-in struct and type.\n");
    writeln!(
        out,
        "pub(crate) static TYPES: TypeTable = TypeTable {{ structs: B(&STRUCTS), types: B(&TYPE_DEFS), fingerprint: {}, plans: Plans::new() }};\n",
        grouped(fingerprint)
    )?;
    kinds(facts, ids, &mut out)?;
    lists.write(&mut out)?;
    out.push_str(&fields);
    writeln!(out, "static STRUCTS: [StructDef; {}] = [\n{structs}];", facts.structs.len())?;
    writeln!(out, "static TYPE_DEFS: [TypeDef; {}] = [\n{}\n];", types.lines.len(), types.lines.join("\n"))?;
    Ok(out)
}

/// Hexadecimal digits in groups of four, as clippy wants long literals.
fn grouped(number: u64) -> String {
    let hex = format!("{number:016x}");
    format!("0x{}_{}_{}_{}", &hex[..4], &hex[4..8], &hex[8..12], &hex[12..])
}

fn one_struct<'a>(
    s: &'a Struct,
    at: usize,
    types: &mut Interner<'a>,
    lists: &mut Lists,
    fields: &mut String,
    structs: &mut String,
) -> Result<()> {
    ensure!(s.fields.len() <= 128, "{} fields are more than a seen-set of 128 bits holds", s.fields.len());
    let count = s.fields.len();
    if count > 0 {
        writeln!(fields, "static F{at}: [FieldDef; {count}] = [ // {}", s.pkg)?;
        for field in &s.fields {
            ensure!(usize::from(field.inline) <= s.inlines.len(), "{}: no inline {}", field.json, field.inline);
            writeln!(fields, "{},", one_field(field, types, lists)?)?;
        }
        fields.push_str("];\n");
    }
    let mut by_name: Vec<usize> = (0..count).collect();
    by_name.sort_by(|&a, &b| s.fields[a].json.as_bytes().cmp(s.fields[b].json.as_bytes()));
    let inlines: Vec<String> = s.inlines.iter().map(|i| format!("i({:?}, {}, {})", i.go, i.n, i.parent)).collect();
    let mut inlined = "&[]".to_owned();
    if !inlines.is_empty() {
        writeln!(fields, "static I{at}: [InlineDef; {}] = [{}];", inlines.len(), inlines.join(", "))?;
        inlined = format!("&I{at}");
    }
    let table = if count > 0 { format!("&F{at}") } else { "&[]".to_owned() };
    let order: Vec<String> = by_name.iter().map(usize::to_string).collect();
    writeln!(structs, "s({:?}, {:?}, {table}, &[{}], {inlined}, {}),", s.go, s.name, order.join(", "), s.atomic)?;
    Ok(())
}

fn one_field<'a>(field: &'a Field, types: &mut Interner<'a>, lists: &mut Lists) -> Result<String> {
    let omit = match field.omit {
        Omit::Never => "N",
        Omit::Empty => "E",
        Omit::Zero => "Z",
    };
    let head = format!("{:?}, {}, {omit}, {}, {}, {}", field.json, types.id(&field.t)?, field.n, field.inline, field.required);
    let merge = merge(field)?;
    let topology = topology(field, lists)?;
    let values = if field.values.is_empty() { "&[]".to_owned() } else { format!("&{}", lists.name(&field.values)) };
    let default = field.default.as_ref().map(serde_json::Value::to_string).unwrap_or_default();
    if merge == "None" && topology == "U" && values == "&[]" && default.is_empty() {
        return Ok(format!("f({head})"));
    }
    Ok(format!("g({head}, {merge}, {topology}, {values}, {default:?})"))
}

fn merge(field: &Field) -> Result<String> {
    if field.strategy.is_empty() {
        ensure!(field.key.is_empty(), "{}: a merge key without strategy", field.json);
        return Ok("None".to_owned());
    }
    let (mut merge, mut replace, mut retain) = (false, false, false);
    for word in field.strategy.split(',') {
        match word {
            "merge" => merge = true,
            "replace" => replace = true,
            "retainKeys" => retain = true,
            _ => bail!("{}: no patch strategy is called {word}", field.json),
        }
    }
    Ok(format!("m({merge}, {replace}, {retain}, {:?})", field.key))
}

fn topology(field: &Field, lists: &mut Lists) -> Result<String> {
    Ok(match (field.list, field.map) {
        (ListType::Unset, MapType::Unset) => "U".to_owned(),
        (ListType::Atomic, MapType::Unset) | (ListType::Unset, MapType::Atomic) => "A".to_owned(),
        (ListType::Unset, MapType::Granular) => "G".to_owned(),
        (ListType::Set, MapType::Unset) => "X".to_owned(),
        (ListType::Map, MapType::Unset) => {
            ensure!(!field.keys.is_empty(), "{}: a map without keys", field.json);
            format!("k(&{})", lists.name(&field.keys))
        }
        _ => bail!("{}: both a list and a map type", field.json),
    })
}

fn kinds(facts: &Types, ids: &Ids<'_>, out: &mut String) -> Result<()> {
    let mut rows: Vec<_> = facts.kinds.iter().collect();
    rows.sort_by_key(|k| (&k.g, &k.v, &k.k));
    writeln!(out, "/// Struct of each group, version and kind, in this order.")?;
    writeln!(out, "pub(crate) static KINDS: [(&str, &str, &str, StructId); {}] = [", rows.len())?;
    for k in rows {
        writeln!(out, "({:?}, {:?}, {:?}, StructId({})),", k.g, k.v, k.k, struct_id(ids, &k.target)?)?;
    }
    writeln!(out, "];")?;
    writeln!(out, "/// Structs of the kinds that every group version has.")?;
    writeln!(out, "pub(crate) static EVERYWHERE: [(&str, StructId); {}] = [", facts.everywhere.len())?;
    for k in &facts.everywhere {
        writeln!(out, "({:?}, StructId({})),", k.k, struct_id(ids, &k.target)?)?;
    }
    writeln!(out, "];")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn const_names_split_words() {
        let check = |name: &str, expect: &str| assert_eq!(const_name(name).unwrap(), expect);
        check("io.k8s.api.core.v1.PodSpec", "CORE_V1_POD_SPEC");
        check("io.k8s.api.core.v1.HTTPGetAction", "CORE_V1_HTTP_GET_ACTION");
        check("io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup", "META_V1_API_GROUP");
        check("io.k8s.api.policy.v1beta1.PodDisruptionBudget", "POLICY_V1BETA1_POD_DISRUPTION_BUDGET");
        assert!(const_name("Pod").is_err());
    }

    #[test]
    fn a_field_that_the_tables_cannot_hold_is_refused() {
        let refuse = |json: &str, expect: &str| {
            let field: Field = serde_json::from_str(json).unwrap();
            let ids = Ids::new();
            let mut types = Interner { ids: &ids, at: BTreeMap::new(), lines: Vec::new() };
            let error = one_field(&field, &mut types, &mut Lists::default()).unwrap_err();
            assert!(format!("{error:#}").contains(expect), "{error:#}");
        };
        refuse(r#"{"json":"a","t":{"s":"uint8","go":"uint8"}}"#, "no shape");
        refuse(r#"{"json":"a","t":{"s":"struct","go":"v1.A","ref":"x"}}"#, "no struct is called x");
        refuse(r#"{"json":"a","t":{"s":"string","go":"string"},"strategy":"mrge"}"#, "no patch strategy");
        refuse(r#"{"json":"a","t":{"s":"string","go":"string"},"list":"map"}"#, "a map without keys");
        refuse(r#"{"json":"a","t":{"s":"list","go":"[]string"}}"#, "no element type");
    }
}

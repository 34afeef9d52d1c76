//! Sequences of writes whose outcome upstream's field manager gave (`testdata/managed`), replayed byte for byte.

use object::Tree;
use object::json::{decode, encode_node};
use object::schema::Schema;
use object::value::{Value, parse};

use super::schemas::Schemas;
use crate::managed::{Arena, Filter, Keys, NotConverted, UpdateInput, encode, field_set, record_update};

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn tree(json: &Value, schema: &Schema) -> Tree {
    decode(json.to_string().into(), schema).unwrap().tree
}

fn list(tree: &Tree) -> String {
    let mut out = Vec::new();
    match tree.at(&["metadata", "managedFields"]) {
        Some(list) => encode_node(list, &mut out),
        None => out.extend_from_slice(b"null"),
    }
    String::from_utf8(out).unwrap()
}

struct Sequence<'s> {
    schemas: &'s Schemas,
    kind: &'s str,
    all_but: Vec<&'s str>,
    only: Vec<&'s str>,
}

impl Sequence<'_> {
    fn filter(&self) -> Filter<'_> {
        if self.only.is_empty() { Filter::AllBut(&self.all_but) } else { Filter::Only(&self.only) }
    }

    /// What the client sends.
    fn sent(&self, step: &Value, before: Option<&Tree>, schema: &Schema) -> Tree {
        let json = step.get("new").unwrap().to_string();
        let list = match (text(step, "sent"), before) {
            ("", _) | ("live", None) => return decode(json.into(), schema).unwrap().tree,
            ("live", Some(before)) => list(before),
            (list, _) => list.to_owned(),
        };
        let json = json.replacen("\"metadata\":{", &format!("\"metadata\":{{\"managedFields\":{list},"), 1);
        decode(json.into(), schema).unwrap().tree
    }

    /// Compares the set of all fields, where upstream's is recorded.
    fn check_fields(&self, step: &Value, new: &Tree) -> Result<(), String> {
        let Some(expect) = step.get("fields") else { return Ok(()) };
        let (arena, mut keys, mut out) = (Arena::new(), Keys::new(), Vec::new());
        let set = field_set(new, &mut keys, &arena).map_err(|error| error.to_string())?;
        encode(&set, &keys, &mut out);
        let set = parse(&out).unwrap();
        if set.to_string() == expect.to_string() { Ok(()) } else { Err(format!("fields of {step}\n  got {set}")) }
    }

    /// Does one write and gives the object after it, or says what is wrong with it.
    fn step(&self, step: &Value, before: Option<&Tree>) -> Result<Tree, String> {
        let schema = self.schemas.find(text(step, "version"), self.kind).unwrap();
        let mut new = self.sent(step, before, &schema);
        self.check_fields(step, &new)?;
        let live = match (step.get("live"), before) {
            (Some(json), Some(before)) => {
                let mut live = tree(json, &schema);
                if let Some(list) = before.at(&["metadata", "managedFields"]) {
                    live.graft(&["metadata", "managedFields"], list);
                }
                Some(live)
            }
            (None, before) => before.cloned(),
            (Some(_), None) => return Err("a live object before the first write".to_owned()),
        };
        let convert = |from: &Tree, version: &str| {
            let pair = step.at(&["converted", version]).and_then(Value::as_array);
            let schema = self.schemas.find(version, self.kind);
            let (Some([old, new]), Some(schema)) = (pair, schema) else {
                return Err(if version.matches('/').count() > 1 {
                    NotConverted::Failed("version".to_owned())
                } else {
                    NotConverted::NoSuchVersion
                });
            };
            let is_live = live.as_ref().is_none_or(|live| std::ptr::eq(live, from)) && from.at(&["metadata", "name"]).is_none()
                || live.as_ref().is_some_and(|live| std::ptr::eq(live, from));
            Ok(tree(if is_live { old } else { new }, &schema))
        };
        let _ = record_update(UpdateInput {
            live: live.as_ref(),
            new: &mut new,
            manager: text(step, "manager"),
            api_version: text(step, "version"),
            subresource: text(step, "subresource"),
            time: text(step, "time"),
            reset: self.filter(),
            convert: &convert,
        });
        let (got, expect) = (list(&new), step.get("expect").unwrap());
        let mut wanted = Vec::new();
        object::json::escape::write_embedded(expect.to_string().as_bytes(), &mut wanted);
        if got.as_bytes() != wanted {
            return Err(format!(
                "write {step}\n  live   {:?}\n  expect {}\n  got    {got}",
                live.as_ref().map(Tree::root),
                String::from_utf8_lossy(&wanted),
            ));
        }
        new.set_str(&["metadata", "uid"], "u");
        Ok(new)
    }
}

#[test]
fn writes_are_recorded_as_upstream_does() {
    let schemas = Schemas::load();
    let cases = include_str!("../../../testdata/managed.jsonl");
    let (mut wrong, mut writes) = (Vec::new(), 0);
    for (line, case) in cases.lines().enumerate() {
        let case = parse(case.as_bytes()).unwrap();
        let paths = |key: &str| -> Vec<&str> {
            case.get(key).and_then(Value::as_array).unwrap_or_default().iter().filter_map(Value::as_str).collect()
        };
        let sequence = Sequence { schemas: &schemas, kind: text(&case, "kind"), all_but: paths("allBut"), only: paths("only") };
        let mut before: Option<Tree> = None;
        for (at, step) in case.get("steps").and_then(Value::as_array).unwrap_or_default().iter().enumerate() {
            writes += 1;
            match sequence.step(step, before.as_ref()) {
                Ok(after) => before = Some(after),
                Err(error) => {
                    wrong.push(format!("line {} step {at} of {}: {error}", line + 1, sequence.kind));
                    break;
                }
            }
        }
    }
    assert!(writes > 1_500, "only {writes} writes");
    crate::cases::report(&wrong);
}

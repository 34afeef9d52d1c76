//! A recorded request as a case can send it: its body as text, its place and its shape. Called by `traffic`; pure.

use std::collections::BTreeSet;

use crate::json::{self, Node, Value};
use crate::proto;

use super::exchange::Exchange;
use super::place::Place;
use super::shape;

/// Longest body of a request, and longest answer that may be recorded for it.
const LONGEST_BODY: usize = 16 << 10;
const LONGEST_ANSWER: usize = 32 << 10;

/// Resources whose names are no free choice, so that no case can have one of its own, or that the server writes to by itself.
const NOT_OWN: [&str; 5] =
    ["apiservices", "customresourcedefinitions", "flowschemas", "ipaddresses", "prioritylevelconfigurations"];

/// A request that a case can repeat.
#[derive(Clone, Debug)]
pub(super) struct Asked<'a> {
    pub(super) exchange: &'a Exchange,
    pub(super) place: Place,
    /// The body as text; protobuf as `proto` shows it.
    pub(super) body: Option<String>,
    /// What the protobuf body is: `v1 Pod`.
    pub(super) schema: Option<String>,
    pub(super) shape: String,
    /// The answer as text, if there is one to read.
    pub(super) answer: Option<String>,
}

impl<'a> Asked<'a> {
    /// The error says why the request is left out.
    pub(super) fn read(exchange: &'a Exchange) -> Result<Self, &'static str> {
        if !exchange.admin {
            return Err("sent by somebody else than the administrator");
        }
        if exchange.status >= 500 || exchange.status < 200 {
            return Err("failed within the server");
        }
        let place = Place::parse(&exchange.path).ok_or("not about a resource of the tables")?;
        if NOT_OWN.contains(&place.resource.as_str()) {
            return Err("about objects that no case can have for itself");
        }
        let (body, schema) = match exchange.body.as_ref().filter(|body| !body.0.is_empty()) {
            None => (None, None),
            Some(body) if body.0.len() > LONGEST_BODY => return Err("too large"),
            Some(body) if body.0.starts_with(proto::MAGIC) => {
                let (text, schema) = protobuf(&body.0).ok_or("protobuf that the cases cannot write")?;
                (Some(text), Some(schema))
            }
            Some(body) => (Some(String::from_utf8(body.0.clone()).map_err(|_| "no text")?), None),
        };
        if exchange.answer.0.len() > LONGEST_ANSWER {
            return Err("too large");
        }
        if body.as_ref().is_some_and(|text| text.contains("${")) || exchange.path.contains("${") {
            return Err("with marks that the cases would fill in");
        }
        let shape = shape::of(exchange, &place, body.as_deref());
        Ok(Self { exchange, place, body, schema, shape, answer: answer(exchange) })
    }

    /// A value of the answered object.
    pub(super) fn answered(&self, pointer: &str) -> Option<String> {
        let text = self.answer.as_ref()?;
        json::parse(text)?.at(pointer)?.string(text)
    }

    /// The object that the request is about: named by the path, or made under this name.
    pub(super) fn object(&self) -> Option<String> {
        let made = || if self.exchange.method == "POST" { self.answered("/metadata/name") } else { None };
        self.place.name.clone().or_else(made)
    }

    pub(super) fn creates(&self) -> bool {
        self.exchange.method == "POST" && self.place.name.is_none() && self.is_done()
    }

    pub(super) fn is_write(&self) -> bool {
        self.exchange.method != "GET"
    }

    pub(super) fn is_done(&self) -> bool {
        (200..300).contains(&self.exchange.status)
    }

    pub(super) fn is_watch(&self) -> bool {
        self.exchange.is_watch()
    }

    /// Whether it is a watch that begins with what there is, and says where that ends.
    pub(super) fn sends_initial_events(&self) -> bool {
        self.is_watch() && self.place.query.split('&').any(|part| part == "sendInitialEvents=true")
    }

    /// Whether the answer shows several objects in the order of their names.
    pub(super) fn shows_many(&self) -> bool {
        let listed = !self.is_watch() || self.sends_initial_events();
        self.place.name.is_none() && self.exchange.method != "POST" && listed
    }

    /// Members of the answer that hold times and are not masked in every case.
    pub(super) fn times(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        if let Some((text, root)) = self.answer.as_ref().and_then(|text| Some((text, json::parse(text)?))) {
            times(text, &root, &mut found);
        }
        found.retain(|key| !matches!(key.as_str(), "creationTimestamp" | "deletionTimestamp" | "time"));
        found
    }
}

fn times(text: &str, node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Value::Leaf => {}
        Value::Array(elements) => elements.iter().for_each(|element| times(text, element, found)),
        Value::Object(members) => {
            for member in members {
                let time = member.node.string(text).is_some_and(|value| meta::time::parse_rfc3339(&value).is_ok());
                found.extend(time.then(|| member.key.clone()));
                times(text, &member.node, found);
            }
        }
    }
}

/// The object within a protobuf body, as text, and its type; only what can be written again byte by byte.
fn protobuf(bytes: &[u8]) -> Option<(String, String)> {
    let text = proto::read(bytes);
    let root = json::parse(&text)?;
    let word = |key: &str| root.member(key)?.string(&text);
    let schema = format!("{} {}", word("apiVersion")?, word("kind")?);
    let raw = root.member("raw").map_or("{}", |raw: &Node| raw.text(&text)).to_owned();
    let again = proto::write(&raw, &schema, &schema).ok()?;
    (again == bytes).then_some((raw, schema))
}

/// The answer's object as text: what lies within the envelope of a protobuf one.
fn answer(exchange: &Exchange) -> Option<String> {
    let bytes = &exchange.answer.0;
    if bytes.starts_with(proto::MAGIC) {
        let text = proto::read(bytes);
        let raw = json::parse(&text)?.member("raw")?.text(&text).to_owned();
        return Some(raw);
    }
    String::from_utf8(bytes.clone()).ok().filter(|text| text.starts_with('{'))
}

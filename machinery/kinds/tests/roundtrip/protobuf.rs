//! Holds our protobuf against Go's: for random objects of every kind our bytes are Go's bytes, in both directions and by both ways from
//! JSON; joined and damaged messages are read as Go reads them, or refused in its words.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use object::{Tree, json, proto};
use serde_json::{Value, json};

use crate::dice::{Dice, setting};
use crate::documents::{Kind, Style, Written, every_kind, is_type_meta, make};
use crate::oracle::{Oracle, bytes, text};

/// Differences that are shown in full.
const SHOWN: usize = 40;

fn print(tree: &Tree) -> Vec<u8> {
    let mut out = Vec::new();
    json::encode(tree, &mut out);
    out
}

/// Whether objects say what they are. Events of a watch do not.
fn says(kind: &Kind) -> bool {
    let typed = |name: &str| kind.schema().def().field(name).is_some_and(|(_, field)| is_type_meta(field));
    typed("kind") && typed("apiVersion")
}

/// Gives a decoded object the kind that its envelope has.
fn typed(kind: &Kind, mut tree: Tree) -> Tree {
    if says(kind) {
        tree.set_str(&["kind"], kind.kind);
        tree.set_str(&["apiVersion"], &kind.api_version());
    }
    tree
}

fn wrap(kind: &Kind, message: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let (version, name) = if says(kind) { (kind.api_version(), kind.kind) } else { Default::default() };
    proto::wrap(&version, name, message, &mut out);
    out
}

fn encode(tree: &Tree) -> Vec<u8> {
    let mut out = Vec::new();
    proto::encode(tree, &mut out);
    out
}

/// One random object, in our two forms.
struct Object {
    json: Vec<u8>,
    message: Vec<u8>,
}

/// Makes an object; none where what is printed of it cannot be read again: times that are in year 10000 in UTC.
fn object(kind: &Kind, style: Style, dice: Dice) -> Option<Object> {
    let document = Bytes::from(make(kind, style, dice, &mut Written::new()));
    let tree = json::decode(document, &kind.schema()).unwrap_or_else(|error| panic!("{error}: {}", kind.kind)).tree;
    let json = print(&typed(kind, tree));
    // What is printed of some objects reads back otherwise: pointers to the zero time.
    let tree = match json::decode(json.clone().into(), &kind.schema()) {
        Ok(decoded) => decoded.tree,
        Err(error) if error.to_string().contains("\"10000-") => return None,
        Err(error) => panic!("{error}: {}", text(&json)),
    };
    let message = encode(&tree);
    // As what the server has stored, it reads back whole.
    let stored = json::decode_stored(json.clone().into(), &kind.schema()).expect("our own JSON").tree;
    let mut direct = Vec::new();
    proto::transcode(&json, &kind.schema(), &mut direct).expect("our own JSON");
    assert_eq!(STANDARD.encode(direct), STANDARD.encode(encode(&stored)), "transcoded {}", text(&json));
    Some(Object { json, message })
}

/// What we make of a body: the JSON and the body again, or why not.
fn read(kind: &Kind, body: &[u8]) -> Result<(Vec<u8>, Vec<u8>), String> {
    let raw = proto::open(body).map_err(|error| error.to_string())?.raw;
    let tree = proto::decode(Bytes::copy_from_slice(raw), &kind.schema()).map_err(|error| error.to_string())?;
    let message = encode(&tree);
    let mut json = print(&typed(kind, tree));
    json.push(b'\n');
    Ok((json, wrap(kind, &message)))
}

/// The same of Go's answer. Go prints bad UTF-8 as an escape, and we have replaced it when we print.
fn go(answer: &Value) -> Result<(Vec<u8>, Vec<u8>), String> {
    if let Some(error) = answer["error"].as_str() {
        return Err(error.to_owned());
    }
    let json = bytes(answer, "data").expect("an answer or an error");
    Ok((json, bytes(answer, "protobuf").expect("an answer or an error")))
}

#[derive(Default)]
struct Tally {
    compared: usize,
    refused: usize,
    without: usize,
    excused: usize,
    different: BTreeMap<&'static str, usize>,
    shown: usize,
}

impl Tally {
    fn differ(&mut self, what: &'static str, kind: &Kind, lines: &[(&str, String)]) {
        *self.different.entry(what).or_default() += 1;
        if self.shown < SHOWN {
            self.shown += 1;
            println!("{what}: {} {}", kind.api_version(), kind.kind);
            for (name, line) in lines {
                println!("    {name:4} {line}");
            }
        }
    }

    /// Our JSON and what Go made of it.
    fn add_json(&mut self, kind: &Kind, object: &Object, answer: &Value) {
        let (json, wire) = match go(answer) {
            Ok(answer) => answer,
            Err(error) if error.contains("does not implement the protobuf marshalling interface") => {
                self.without += 1;
                return;
            }
            Err(error) => return self.differ("Go refuses our JSON", kind, &[("in", text(&object.json)), ("go", error)]),
        };
        self.compared += 1;
        let ours = wrap(kind, &object.message);
        if ours != wire {
            let lines = [("in", text(&object.json)), ("go", STANDARD.encode(&wire)), ("we", STANDARD.encode(&ours))];
            return self.differ("protobuf of our JSON", kind, &lines);
        }
        match read(kind, &wire) {
            Ok((our_json, _)) if our_json == json => {}
            Ok((our_json, _)) => self.differ("JSON of Go's protobuf", kind, &[("go", text(&json)), ("we", text(&our_json))]),
            Err(error) => self.differ("we refuse Go's protobuf", kind, &[("in", STANDARD.encode(&wire)), ("we", error)]),
        }
    }

    /// Go lets what is in an entry of a map reach behind the entry's end, and goes on at that end; here that ends at once.
    fn excused(&mut self, ours: &str) -> bool {
        let is = ours == "unexpected EOF";
        self.excused += usize::from(is);
        is
    }

    /// Our protobuf and what Go made of it, and of it damaged.
    fn add_wire(&mut self, kind: &Kind, body: &[u8], whole: bool, answer: &Value) {
        let (go, ours) = (go(answer), read(kind, body));
        self.compared += 1;
        self.refused += usize::from(go.is_err());
        let same = match (&go, &ours) {
            (Ok((json, wire)), Ok((our_json, our_wire))) => {
                let (json, our_json) = (loose(json), loose(our_json));
                same_json(&json, &our_json) && (!whole || (wire == our_wire && (wire == body || nil_bytes(&json))))
            }
            // Managed fields that begin like a CBOR map; we know JSON only.
            (Err(go), Err(_)) if go.contains("cbor invalid") => true,
            (Err(go), Err(ours)) => go == ours || self.excused(ours),
            // Go reads them too, and fails to print them; here whoever reads them says what is wrong.
            (Err(go), Ok(_)) => go.contains("type *v1.FieldsV1: "),
            (Ok(_), Err(ours)) => self.excused(ours),
        };
        if !same {
            let show = |answer: &Result<(Vec<u8>, Vec<u8>), String>| match answer {
                Ok((json, wire)) => format!("{} {}", text(json), STANDARD.encode(wire)),
                Err(error) => format!("refused: {error}"),
            };
            self.differ(
                if whole { "our protobuf" } else { "damaged protobuf" },
                kind,
                &[("in", STANDARD.encode(body)), ("go", show(&go)), ("we", show(&ours))],
            );
        }
    }
}

/// Text that is not UTF-8 prints as an escape; once it has been read back here, as the character.
fn loose(json: &[u8]) -> String {
    String::from_utf8_lossy(json).replace("\\ufffd", "\u{fffd}")
}

/// Keys that are not UTF-8 are sorted as bytes in Go, and as the text that they are replaced with here.
fn same_json(go: &str, ours: &str) -> bool {
    let parsed = |json: &str| serde_json::from_str::<Value>(json).ok();
    go == ours || go.contains('\u{fffd}') && parsed(go).is_some_and(|go| Some(go) == parsed(ours))
}

/// A nil value of a map of bytes is not written, and read it is an empty one.
fn nil_bytes(json: &str) -> bool {
    json.contains("ata\":{") && json.contains("\":\"\"")
}

/// Changes a message a little.
fn damage(message: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut out = message.to_vec();
    let at = dice.below(out.len().max(1));
    match dice.below(7) {
        // Everything again, with other values: messages merge, lists grow.
        0 | 1 => out.extend_from_slice(other),
        2 => out.truncate(at),
        3 if !out.is_empty() => out[at] = u8::try_from(dice.below(256)).expect("a byte"),
        4 if !out.is_empty() => out[at] ^= 1 << dice.below(8),
        5 => out.insert(at, u8::try_from(dice.below(256)).expect("a byte")),
        _ if !out.is_empty() => {
            out.remove(at);
        }
        _ => {}
    }
    out
}

fn line(kind: &Kind, name: &str, data: &[u8]) -> String {
    json!({ "gvk": kind.gvk(), name: STANDARD.encode(data), "protobuf": name == "data" }).to_string()
}

#[test]
#[ignore = "not run: set FERROKUBE_GO_ORACLE to the built conformance/go/roundtrip/cmd and pass --ignored"]
fn go_reads_and_writes_the_same_protobuf() {
    let (seed, rounds) = (setting("FERROKUBE_SEED", 1), setting("FERROKUBE_ROUNDS", 200));
    let rounds = usize::try_from(rounds).expect("a small number");
    let mut oracle = Oracle::start(&[]);
    let mut tally = Tally::default();
    let mut kinds = every_kind();
    // Audit events hold embedded objects in another message, and nobody has them in protobuf.
    kinds.retain(|kind| kind.group != "audit.k8s.io");
    for (number, kind) in kinds.iter().enumerate() {
        let style = |position: usize| if position % 8 == 7 { Style { nulls: 150, ..Style::PLAIN } } else { Style::PLAIN };
        let dice = |position| Dice::new(seed, number, position);
        let objects: Vec<Object> = (0..rounds).filter_map(|position| object(kind, style(position), dice(position))).collect();
        let lines = objects.iter().map(|object| line(kind, "data", &object.json)).collect();
        let without = tally.without;
        for (answer, object) in oracle.exchange(lines).iter().zip(&objects) {
            tally.add_json(kind, object, answer);
        }
        if tally.without > without {
            continue;
        }
        let mut bodies: Vec<(Vec<u8>, bool)> = objects.iter().map(|object| (wrap(kind, &object.message), true)).collect();
        for (position, object) in objects.iter().enumerate() {
            let mut dice = dice(position + rounds);
            let other = &objects[dice.below(objects.len())].message;
            bodies.push((wrap(kind, &damage(&object.message, other, &mut dice)), false));
        }
        let lines = bodies.iter().map(|(body, _)| line(kind, "wire", body)).collect();
        for (answer, (body, whole)) in oracle.exchange(lines).iter().zip(&bodies) {
            tally.add_wire(kind, body, *whole, answer);
        }
    }
    oracle.finish();
    let Tally { compared, refused, without, excused, different, .. } = tally;
    println!(
        "{} kinds, {compared} comparisons, {refused} messages refused by Go, {without} objects of kinds without \
         protobuf, {excused} entries of maps that end too early",
        kinds.len()
    );
    assert!(excused * 50 < compared, "too many were excused");
    assert!(compared > 2 * rounds * kinds.len() && refused > kinds.len(), "too few were compared");
    assert!(different.is_empty(), "{different:?}");
}

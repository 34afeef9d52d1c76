//! Holds our defaulting against upstream's own functions: random objects of every kind that can be served, in every version, printed
//! after defaulting by both. The oracle runs with the release's usual gates.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use kinds::resource::Release;
use kinds::strategy::{Ctx, Operation, User};
use kinds::{defaults, gates, table};
use meta::GroupVersion;
use meta::time::Time;
use object::Tree;
use object::schema::StructId;
use object::value::{self, Object, Value};

use crate::dice::{Dice, setting};
use crate::documents::{Kind, Style, Written, every_kind, make};
use crate::oracle::{Oracle, Tally};
use crate::ours::{self, Answer};

/// Everything that a client can send: objects, their lists, and what subresources take.
fn sent() -> Vec<(usize, Kind)> {
    let mut structs: BTreeSet<StructId> = BTreeSet::new();
    for resource in table::resources() {
        for version in resource.versions {
            structs.insert(version.object);
            structs.extend(version.list);
            structs.extend(version.subresources.iter().filter_map(|sub| table::struct_of(sub.group, sub.version, sub.kind)));
        }
    }
    every_kind().into_iter().enumerate().filter(|(_, kind)| structs.contains(&kind.id)).collect()
}

fn style(position: usize) -> Style {
    let words = [200, 700][position % 2];
    Style { words, nulls: if position % 5 == 4 { 60 } else { 0 }, ..Style::PLAIN }
}

fn fill(kind: &Kind, tree: &mut Tree, now: i128) {
    let request = GroupVersion::new(kind.group.to_owned(), kind.version.to_owned());
    let release = Release { major: 1, minor: 37 };
    let mut ctx = Ctx {
        now,
        gates: &|gate| gates::default_on(gate, release),
        emulated: (1, 37),
        operation: Operation::Create,
        request: &request,
        subresource: "",
        user: &User::default(),
        old: None,
        warnings: &mut Vec::new(),
        audit: &mut Vec::new(),
    };
    defaults::fill(tree, &mut ctx);
}

/// The oracle has a clock of its own: its times since the start become our time.
fn same_time(answer: Answer, start: i64) -> Answer {
    let Answer::Printed { json, normal, problems } = answer else { return answer };
    let own = Time::from_seconds(start).rfc3339();
    let patch = |json: Vec<u8>| {
        let mut text = String::from_utf8(json).expect("documents are text");
        for second in start..start + 300 {
            let theirs = format!("\"timeAdded\":\"{}\"", Time::from_seconds(second).rfc3339());
            text = text.replace(&theirs, &format!("\"timeAdded\":\"{own}\""));
        }
        text.into_bytes()
    };
    Answer::Printed { json: patch(json), normal: normal.map(patch), problems }
}

/// Lists and maps that upstream fills only where they are nil, while trees keep no empty ones: there the two differ. Validation refuses
/// such a list of policies; nodes do not report such amounts.
fn has_empty_choice(kind: &Kind, document: &Bytes) -> bool {
    let empty = match kind.kind {
        "Node" | "NodeList" => "\"allocatable\":{}",
        "HorizontalPodAutoscaler" | "HorizontalPodAutoscalerList" => "\"policies\":[]",
        _ => return false,
    };
    String::from_utf8_lossy(document).contains(empty)
}

/// Jobs that get labels: with us that comes later, in preparation.
fn gets_labels(kind: &Kind, document: &Bytes) -> bool {
    let none = |job: &Value, path: &[&str]| job.at(path).and_then(Value::as_object).is_none_or(Object::is_empty);
    let gets = |job: &Value| none(job, &["metadata", "labels"]) && !none(job, &["spec", "template", "metadata", "labels"]);
    let Ok(object) = value::parse(document) else { return false };
    match (kind.group, kind.kind) {
        ("batch", "Job") => gets(&object),
        ("batch", "JobList") => object.get("items").and_then(Value::as_array).is_some_and(|jobs| jobs.iter().any(gets)),
        _ => false,
    }
}

/// A pod with image references of all sorts: the pull policy follows from the tag, if the reference can be read.
fn images(mut dice: Dice) -> Bytes {
    const DIGITS: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const PIECES: [&str; 24] = [
        "a",
        "b9",
        "A",
        "/",
        "/",
        ":",
        ":",
        "@",
        "@sha256:",
        "@sha512:",
        DIGITS,
        "latest",
        "latest",
        "localhost",
        "docker.io",
        "index.docker.io",
        "[::1]",
        "5000",
        ".",
        "-",
        "_",
        "__",
        "r.io",
        "é",
    ];
    let mut container = |_| {
        let image: String = (0..dice.below(7)).map(|_| dice.pick(&PIECES)).collect();
        format!(r#"{{"name":"a","image":"{image}"}}"#)
    };
    let containers: Vec<String> = (0..40).map(&mut container).collect();
    format!(r#"{{"spec":{{"containers":[{}]}}}}"#, containers.join(",")).into()
}

fn now() -> i64 {
    #[expect(clippy::disallowed_methods, reason = "the oracle has the machine's clock")]
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    now.as_secs().try_into().expect("a sane clock")
}

#[test]
#[ignore = "not run: set FERROKUBE_GO_ORACLE to the built conformance/go/roundtrip/cmd and pass --ignored"]
fn go_fills_in_the_same() {
    let (seed, rounds) = (setting("FERROKUBE_SEED", 1), setting("FERROKUBE_ROUNDS", 200));
    let rounds = usize::try_from(rounds).expect("a small number");
    let mut oracle = Oracle::start(&["-default", "-strict", "-normal"]);
    let mut tally = Tally::default();
    let mut changed = BTreeSet::new();
    let kinds = sent();
    for (number, kind) in &kinds {
        let dice = |at| Dice::new(seed ^ 0xdefa, *number, at);
        let document = |at| Bytes::from(make(kind, style(at), dice(at), &mut Written::new()));
        let mut documents: Vec<Bytes> = (0..rounds).map(document).collect();
        if kind.kind == "Pod" {
            documents.extend((rounds..2 * rounds).map(|at| images(dice(at))));
        }
        let start = now();
        for (position, go) in oracle.ask(kind, &documents).into_iter().enumerate() {
            let document = &documents[position];
            if has_empty_choice(kind, document) || gets_labels(kind, document) {
                continue;
            }
            let filled = |tree: &mut Tree| fill(kind, tree, i128::from(start) * 1_000_000_000);
            let Some(ours) = ours::answer_after(kind, document, filled) else { panic!("made for this kind") };
            if ours::answer(kind, document).is_some_and(|plain| plain != ours) {
                changed.insert((kind.group, kind.version, kind.kind));
            }
            tally.compare(kind, position, document, [&same_time(go, start), &ours]);
        }
    }
    oracle.finish();
    println!("{} kinds, {} of them with defaults, {} documents compared", kinds.len(), changed.len(), tally.compared);
    assert!(changed.len() > 100, "only {changed:?} have defaults");
    assert!(tally.different.is_empty(), "{:?}", tally.different);
}

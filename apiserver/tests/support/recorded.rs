//! Differential cases as tests: sends the steps of a case in `conformance/cases` to a server in process and holds its refusals against
//! what the reference answered (`conformance/cases/recorded`). Answers that are no refusals are compared by status and warnings only;
//! comparing their bodies is the differential run's business.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::Request;
use net::ConnInfo;
use serde::Deserialize;
use serde_json::Value;

use super::{Answer, Cluster};

#[derive(Deserialize)]
struct Theme {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    send: String,
    body: Option<String>,
    #[serde(default)]
    pieces: Vec<Piece>,
    #[serde(rename = "type")]
    media_type: Option<String>,
    accept: Option<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(rename = "as")]
    identity: Option<String>,
    #[serde(default)]
    capture: BTreeMap<String, String>,
    lines: Option<usize>,
}

#[derive(Deserialize)]
struct Piece {
    text: String,
    #[serde(default = "once")]
    times: usize,
}

const fn once() -> usize {
    1
}

#[derive(Deserialize)]
struct Recorded {
    cases: BTreeMap<String, Vec<Expected>>,
}

/// What the reference answered, with placeholders for what differs from run to run.
#[derive(Deserialize)]
struct Expected {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

/// The files of one theme.
macro_rules! theme {
    ($name:literal) => {
        (
            include_str!(concat!("../../../conformance/cases/", $name, ".yaml")),
            include_str!(concat!("../../../conformance/cases/recorded/", $name, ".json")),
        )
    };
}

fn theme(name: &str) -> (&'static str, &'static str) {
    match name {
        "bodies" => theme!("bodies"),
        "crud" => theme!("crud"),
        "delete" => theme!("delete"),
        "fields" => theme!("fields"),
        "identity" => theme!("identity"),
        "list" => theme!("list"),
        "media" => theme!("media"),
        "patch" => theme!("patch"),
        "paths" => theme!("paths"),
        "watch" => theme!("watch"),
        other => panic!("no theme {other}"),
    }
}

/// Replays cases of a theme on a server of their own. Every refusal must be the reference's and write nothing, at least one step of
/// each case must be refused, and the server must go on. `differ` names the steps that are known to differ, as (case, step counted
/// from 1); a step in it that agrees is an error too, so that the list only shrinks.
pub(crate) async fn refuses(theme_name: &str, names: &[&str], differ: &[(&str, usize)]) {
    let (cases, recorded) = theme(theme_name);
    let cases: Theme = serde_saphyr::from_str(cases).unwrap();
    let recorded: Recorded = serde_json::from_str(recorded).unwrap();
    let cluster = Cluster::start().await;
    let mut wrong = Vec::new();
    for name in names {
        let case =
            cases.cases.iter().find(|case| case.name == *name).unwrap_or_else(|| panic!("{theme_name} has no case {name}"));
        let expected = &recorded.cases[*name];
        assert_eq!(case.steps.len(), expected.len(), "{name} is not recorded as it stands");
        let mut replay = Replay::start(&cluster, name).await;
        let mut refused = 0;
        for (number, (step, expected)) in (1..).zip(case.steps.iter().zip(expected)) {
            if step.lines == Some(0) {
                continue;
            }
            refused += usize::from(expected.status >= 400);
            let difference = replay.step(step, expected).await;
            match (difference, differ.contains(&(*name, number))) {
                (Some(difference), false) => wrong.push(format!("{name} step {number}: {}\n    {difference}", step.send)),
                (None, true) => wrong.push(format!("{name} step {number} agrees now: take it off the list")),
                _ => (),
            }
        }
        assert!(refused > 0, "{name} refuses nothing");
    }
    assert!(wrong.is_empty(), "{} steps differ:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(cluster.get("/readyz").await.text(), "ok", "the server must stay up");
    cluster.create("/api/v1/namespaces/default/configmaps", &serde_json::json!({"metadata": {"name": "afterwards"}})).await;
}

struct Replay<'a> {
    cluster: &'a Cluster,
    variables: BTreeMap<String, String>,
}

impl<'a> Replay<'a> {
    async fn start(cluster: &'a Cluster, name: &str) -> Self {
        cluster.namespace(name).await;
        let variables = ["ns", "case"].map(|key| (key.to_owned(), name.to_owned()));
        Self { cluster, variables: variables.into() }
    }

    /// Sends one step; says what is not as it should be.
    async fn step(&mut self, step: &Step, expected: &Expected) -> Option<String> {
        let before = self.cluster.revision();
        let answer = self.send(step).await;
        self.learn(step, &answer);
        if answer.code != expected.status {
            return Some(format!(
                "{} {} instead of {} {}",
                answer.code,
                cut(&answer.text()),
                expected.status,
                cut(&expected.body)
            ));
        }
        let warnings: Vec<&str> = answer.headers.get_all("warning").iter().map(|v| v.to_str().unwrap()).collect();
        let expected_warnings: Vec<&str> = expected.headers.get("warning").map(|w| w.lines().collect()).unwrap_or_default();
        if warnings != expected_warnings {
            return Some(format!("warnings {warnings:?} instead of {expected_warnings:?}"));
        }
        if expected.status < 400 {
            return None;
        }
        if self.cluster.revision() != before {
            return Some("something was written".to_owned());
        }
        let content_type = expected.headers.get("content-type").map_or("", String::as_str);
        if answer.header("content-type") != content_type {
            return Some(format!("content-type {:?} instead of {content_type:?}", answer.header("content-type")));
        }
        // The connection leaves out the body of an answer to HEAD.
        let agree = step.send.starts_with("HEAD ") || agrees(&answer.text(), &expected.body);
        (!agree).then(|| format!("{}\n    instead of\n    {}", cut(&answer.text()), cut(&expected.body)))
    }

    async fn send(&self, step: &Step) -> Answer {
        let line = self.fill(&step.send);
        let (method, path) = line.split_once(' ').unwrap();
        let mut body = step.body.as_deref().map(|body| self.fill(body));
        if !step.pieces.is_empty() {
            body = Some(self.fill(&step.pieces.iter().map(|piece| piece.text.repeat(piece.times)).collect::<String>()));
        }
        let mut builder = Request::builder().method(method).uri(path.replace('<', "%3C").replace('>', "%3E"));
        let default_type = body.as_ref().map(|_| "application/json");
        for (name, given, otherwise) in
            [("content-type", &step.media_type, default_type), ("accept", &step.accept, Some("application/json"))]
        {
            match given.as_deref().or(otherwise) {
                None | Some("none") => (),
                Some(value) => builder = builder.header(name, value),
            }
        }
        if !step.headers.keys().any(|name| name.eq_ignore_ascii_case("user-agent")) {
            builder = builder.header("user-agent", "conformance-tools");
        }
        for (name, value) in &step.headers {
            builder = builder.header(name, self.fill(value));
        }
        let mut connection = ConnInfo::in_process(Vec::new());
        match step.identity.as_deref() {
            None => connection = self.cluster.administrator(),
            Some("anonymous") => (),
            Some("unknown-token") => builder = builder.header("authorization", "Bearer no-such-token"),
            Some(other) => panic!("unknown identity {other}"),
        }
        let request = builder.body(Bytes::from(body.unwrap_or_default())).unwrap_or_else(|e| panic!("{line}: {e}"));
        self.cluster.finish(self.cluster.request_on(connection, request)).await
    }

    fn fill(&self, template: &str) -> String {
        self.variables.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("${{{name}}}"), value))
    }

    fn learn(&mut self, step: &Step, answer: &Answer) {
        let Ok(body) = serde_json::from_slice::<Value>(&answer.body) else { return };
        if let Some(name) = body["metadata"]["name"].as_str() {
            for (short, field) in [("rv", "resourceVersion"), ("uid", "uid")] {
                if let Some(value) = body["metadata"][field].as_str() {
                    self.variables.insert(format!("{short}:{name}"), value.to_owned());
                }
            }
        }
        for (name, pointer) in &step.capture {
            if let Some(value) = body.pointer(pointer).and_then(Value::as_str) {
                self.variables.insert(name.clone(), value.to_owned());
            }
        }
    }
}

/// Names of placeholders in recorded answers; a number may follow.
const PLACEHOLDERS: [&str; 7] = ["rv", "uid", "time", "age", "continue", "masked", "random"];

/// Length of the placeholder at the beginning of a text.
fn placeholder(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?.split_once('>')?.0;
    let name = inner.split(':').next()?;
    PLACEHOLDERS.contains(&name).then_some(inner.len() + 2)
}

/// Whether a text is the recorded one, with anything short in the place of each placeholder.
fn agrees(text: &str, recorded: &str) -> bool {
    let at = recorded.char_indices().map(|(at, _)| at).find_map(|at| Some((at, placeholder(&recorded[at..])?)));
    let Some((at, length)) = at else { return text == recorded };
    let Some(rest) = text.strip_prefix(&recorded[..at]) else { return false };
    let next = &recorded[at + length..];
    rest.char_indices().map(|(end, _)| end).chain([rest.len()]).take(120).any(|end| agrees(&rest[end..], next))
}

fn cut(text: &str) -> String {
    text.trim_end().chars().take(900).collect()
}

#[test]
fn placeholders_stand_for_anything_short_and_nothing_else_does() {
    for (text, recorded, expect) in [
        ("a 12 b", "a <rv:1> b", true),
        ("a 12 b", "a <rv> b", true),
        ("a 12 c", "a <rv> b", false),
        ("a <x> b", "a <x> b", true),
        ("a 1 b", "a <x> b", false),
        ("x1y2", "x<time>y<uid:3>", true),
    ] {
        assert_eq!(agrees(text, recorded), expect, "{text} {recorded}");
    }
}

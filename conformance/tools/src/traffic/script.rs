//! Makes the steps of one case out of the requests of one slice. Called by `traffic`; pure.
//!
//! Names become the case's own, what the server had chosen becomes captures, and watches come last: they begin where the client began
//! and last a second, by which time everything has happened that they can show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use serde::Serialize;

use crate::json::{self, Node, Value};

use super::known::{Known, Sort};
use super::request::Asked;

/// Most steps of one case, and most watches after them; a watch takes a second.
pub(super) const MOST_STEPS: usize = 12;
pub(super) const MOST_WATCHES: usize = 3;

/// Most requests of one shape in one case.
const MOST_ALIKE: usize = 2;

static UUID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}").expect("a constant pattern that the tests compile")
});

/// What the bookmark has that ends the initial events of a watch. Later bookmarks come by the clock.
const INITIAL_EVENTS_END: &str = "k8s.io/initial-events-end";

/// Times that the server sets by itself and clients set as well.
const SERVERS_TIMES: [(&str, &str); 5] = [
    ("certificatesigningrequests", "lastTransitionTime"),
    ("certificatesigningrequests", "lastUpdateTime"),
    ("devicetaintrules", "timeAdded"),
    ("persistentvolumes", "lastPhaseTransitionTime"),
    ("pods", "lastTransitionTime"),
];

/// Namespaces that any server has: their names mean other things as well.
const COMMON: [&str; 4] = ["default", "kube-node-lease", "kube-public", "kube-system"];

/// A step as a case file holds it.
#[derive(Clone, Debug, Default, Serialize, PartialEq, Eq)]
pub(super) struct Step {
    send: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    protobuf: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    media_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accept: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    capture: BTreeMap<String, String>,
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    identity: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'static str>,
}

/// The steps of a case and what it masks.
#[derive(Clone, Debug, Default)]
pub(super) struct Script {
    pub(super) mask: Vec<String>,
    pub(super) steps: Vec<Step>,
    pub(super) shapes: BTreeSet<String>,
    /// Successful writes among the steps.
    pub(super) writes: usize,
}

/// Puts requests about one namespace's resource, or about some objects without namespaces, into a script. Lists and watches of a shape
/// that another case has asked for already are left out.
pub(super) fn write(requests: &[&Asked<'_>], covered: &BTreeSet<String>) -> Script {
    let kept = thin(requests, covered);
    let mut writer = Writer { names: names(&kept), known: Known::default(), strangers: BTreeMap::new(), first: None };
    let mut steps: Vec<(usize, Step)> = Vec::new();
    let mut script = Script::default();
    for (number, asked) in kept.iter().enumerate() {
        let Some(step) = writer.step(number, asked) else { continue };
        steps.push((number, step));
        writer.known.learn(number, asked);
        if writer.first.is_none() {
            writer.first = asked.answered("/metadata/resourceVersion").filter(|_| asked.is_done());
        }
        script.writes += usize::from(asked.is_write() && asked.is_done());
        script.shapes.insert(asked.shape.clone());
    }
    for (number, step) in &mut steps {
        step.capture = writer.known.captures(*number);
    }
    script.steps = steps.into_iter().map(|(_, step)| step).collect();
    script.mask = masks(&kept);
    script
}

/// Leaves out what repeats a shape, what speaks of objects whose making was left out, and what is too much; watches go to the end.
fn thin<'a, 'b>(requests: &[&'a Asked<'b>], covered: &BTreeSet<String>) -> Vec<&'a Asked<'b>> {
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    let mut absent = BTreeSet::new();
    let mut generated = 0;
    let (mut steps, mut watches) = (Vec::new(), Vec::new());
    for asked in requests {
        let count = alike.entry(&asked.shape).or_default();
        let room = if asked.is_watch() { watches.len() < MOST_WATCHES } else { steps.len() < MOST_STEPS };
        let known = asked.object().is_none_or(|name| !absent.contains(&name));
        let had = !asked.is_write() && asked.place.name.is_none() && covered.contains(&asked.shape);
        // Objects with generated names come in another order every time.
        let random = generated > 1 && asked.shows_many();
        if *count >= MOST_ALIKE || !room || !known || had || random {
            absent.extend(if asked.creates() { asked.object() } else { None });
            continue;
        }
        *count += 1;
        generated +=
            usize::from(asked.creates() && asked.answered("/metadata/generateName").is_some_and(|prefix| !prefix.is_empty()));
        if asked.is_watch() {
            if *count == 1 {
                watches.push(*asked);
            }
        } else {
            steps.push(*asked);
        }
    }
    steps.into_iter().chain(watches).collect()
}

/// Old names and what a case calls them, the longest first.
fn names(requests: &[&Asked<'_>]) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = Vec::new();
    for asked in requests {
        if let Some(namespace) = &asked.place.namespace {
            names.push((namespace.clone(), "${ns}".to_owned()));
        } else if asked.creates() {
            let generated = asked.answered("/metadata/generateName").is_some_and(|prefix| !prefix.is_empty());
            let own = names.iter().filter(|(_, new)| new.starts_with("${case}")).count();
            let new = if own == 0 { "${case}".to_owned() } else { format!("${{case}}-{}", own + 1) };
            names.extend(asked.object().filter(|_| !generated).map(|old| (old, new)));
        }
    }
    let mut met = BTreeSet::new();
    names.retain(|(old, _)| met.insert(old.clone()));
    names.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    names
}

/// What servers choose by chance and no capture can hide in an answer.
fn masks(requests: &[&Asked<'_>]) -> Vec<String> {
    let mut masks = BTreeSet::new();
    let bodies: String = requests.iter().filter_map(|asked| asked.body.as_deref()).collect();
    let sent = |key: &str| bodies.contains(&format!("\"{key}\":\""));
    for asked in requests {
        if asked.place.resource == "services" {
            masks.extend(["clusterIP", "clusterIPs/*", "nodePort", "healthCheckNodePort"].map(|end| format!("/**/{end}")));
            // The same in the cells of a table.
            masks.extend([r"\b10\.0\.0\.\d+".to_owned(), r":3[0-2]\d{3}/".to_owned()]);
        }
        let own = SERVERS_TIMES.iter().filter(|(resource, _)| asked.place.resource == *resource);
        masks.extend(own.map(|(_, key)| format!("/**/{key}")));
        masks.extend(asked.times().into_iter().filter(|key| !sent(key)).map(|key| format!("/**/{key}")));
        if let Some(prefix) = asked.answered("/metadata/generateName").filter(|prefix| !prefix.is_empty()) {
            masks.insert(format!("{}[bcdfghjklmnpqrstvwxz2456789]{{5}}\\b", regex::escape(&prefix)));
        }
    }
    masks.into_iter().collect()
}

struct Writer {
    names: Vec<(String, String)>,
    known: Known,
    /// Uids of objects that are not in the case, and what they are called here.
    strangers: BTreeMap<String, String>,
    /// The first revision that an answer held.
    first: Option<String>,
}

impl Writer {
    /// `None` when the request needs something that the case does not have.
    fn step(&mut self, number: usize, asked: &Asked<'_>) -> Option<Step> {
        let exchange = asked.exchange;
        let name = asked.place.name.as_ref().map(|name| self.name(name, number));
        let own = |name: &String| name.contains("${");
        if asked.place.namespace.is_none() && asked.is_write() && name.as_ref().is_some_and(|name| !own(name)) {
            return None; // An object that belongs to nobody, or to another case.
        }
        let namespace = asked.place.namespaced.then_some("${ns}");
        let mut path = asked.place.path(namespace, name.as_deref());
        let query = self.query(number, asked)?;
        if !query.is_empty() {
            path = format!("{path}?{query}");
        }
        let body = match &asked.body {
            None => None,
            Some(text) => Some(self.body(number, asked, text)?),
        };
        let media = |value: &Option<String>, usual: &str| match value.as_deref() {
            None => Some("none".to_owned()),
            Some(value) if value == usual => None,
            Some(value) => Some(value.to_owned()),
        };
        let usual_type = if asked.schema.is_some() { crate::proto::MEDIA_TYPE } else { "application/json" };
        let media_type = if body.is_some() { media(&exchange.content_type, usual_type) } else { exchange.content_type.clone() };
        // Whoever asks for a certificate stands in the request; the servers' administrators have different names.
        let root = asked.place.resource == "certificatesigningrequests";
        let token = root.then(|| ("Authorization".to_owned(), "Bearer case-root".to_owned()));
        let agent = exchange.client.split_ascii_whitespace().next().filter(|agent| !agent.starts_with("conformance-tools"));
        Some(Step {
            send: format!("{} {path}", exchange.method),
            protobuf: asked.schema.clone(),
            body,
            media_type,
            accept: media(&exchange.accept, "application/json"),
            headers: agent.map(|agent| ("User-Agent".to_owned(), agent.to_owned())).into_iter().chain(token).collect(),
            identity: root.then_some("anonymous"),
            until: asked.sends_initial_events().then_some(INITIAL_EVENTS_END),
            ..Step::default()
        })
    }

    fn name(&mut self, name: &str, number: usize) -> String {
        let new = self.names.iter().find(|(old, _)| old == name).map(|(_, new)| new.clone());
        new.or_else(|| self.known.variable(Sort::Name, name, number, None)).unwrap_or_else(|| name.to_owned())
    }

    fn query(&mut self, number: usize, asked: &Asked<'_>) -> Option<String> {
        let mut parts = Vec::new();
        let (watch, initial) = (asked.is_watch(), asked.sends_initial_events());
        for part in asked.place.query.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let value = match key {
                "timeoutSeconds" | "timeout" => continue,
                "allowWatchBookmarks" if watch && !initial => continue,
                "resourceVersion" if !matches!(value, "" | "0") => {
                    let first = self.first.clone().filter(|_| watch);
                    let known = self.known.variable(Sort::Revision, value, number, None);
                    known.or_else(|| self.known.variable(Sort::Revision, &first?, number, None))?
                }
                // Whether there is another page depends on how many objects the case has kept.
                "continue" => return None,
                "labelSelector" | "fieldSelector" => self.selector(value, number),
                _ => value.to_owned(),
            };
            parts.push(format!("{key}={value}"));
        }
        if watch {
            parts.push(if initial { "timeoutSeconds=10" } else { "timeoutSeconds=1" }.to_owned());
        }
        let everything = asked.exchange.method != "POST" && asked.place.name.is_none() && !asked.place.has_selector();
        if !asked.place.namespaced && everything {
            parts.push("fieldSelector=metadata.name%3D${case}".to_owned());
        }
        Some(parts.join("&"))
    }

    /// A selector with the names within it, each after a sign of equality and up to the next one.
    fn selector(&mut self, value: &str, number: usize) -> String {
        let words = value.split_inclusive("%3D").map(|word| {
            let end = ["%2C", "%3D", ","].iter().filter_map(|end| word.find(end)).min().unwrap_or(word.len());
            format!("{}{}", self.name(&word[..end], number), &word[end..])
        });
        let text = words.collect::<String>();
        self.uids(&text, number)
    }

    fn body(&mut self, number: usize, asked: &Asked<'_>, text: &str) -> Option<String> {
        let Some(root) = json::parse(text) else { return Some(self.uids(text, number)) };
        let mut edits = Vec::new();
        self.walk(&mut Walk { number, asked, text, path: Vec::new(), edits: &mut edits }, &root)?;
        let mut body = text.to_owned();
        for (start, end, new) in edits.into_iter().rev() {
            body.replace_range(start..end, &new);
        }
        Some(self.uids(&body, number))
    }

    fn walk(&mut self, walk: &mut Walk<'_, '_>, node: &Node) -> Option<()> {
        match &node.value {
            Value::Array(elements) => elements.iter().try_for_each(|element| self.walk(walk, element)),
            Value::Object(members) => members.iter().try_for_each(|member| {
                walk.path.push(member.key.clone());
                let done = self.walk(walk, &member.node);
                walk.path.pop();
                done
            }),
            Value::Leaf => self.leaf(walk, node),
        }
    }

    fn leaf(&mut self, walk: &mut Walk<'_, '_>, node: &Node) -> Option<()> {
        let port = walk.path.last().is_some_and(|key| matches!(key.as_str(), "nodePort" | "healthCheckNodePort"));
        if port && !matches!(node.text(walk.text), "0" | "null") {
            return None; // Another case may have been given this port.
        }
        let Some(value) = node.string(walk.text).filter(|value| !value.is_empty()) else { return Some(()) };
        let object = walk.asked.object();
        let mut keys = walk.path.iter().rev().map(String::as_str);
        let (key, above) = (keys.next().unwrap_or_default(), keys.next().unwrap_or_default());
        let new = match (above, key) {
            ("metadata" | "preconditions", "resourceVersion") => {
                let known = self.known.variable(Sort::Revision, &value, walk.number, object.as_deref());
                known.or_else(|| self.known.latest(&object?, walk.number))?
            }
            ("metadata", "creationTimestamp") => self.known.variable(Sort::Created, &value, walk.number, object.as_deref())?,
            ("metadata", "deletionTimestamp") => self.known.variable(Sort::Deleted, &value, walk.number, object.as_deref())?,
            (_, "clusterIP" | "clusterIPs") => {
                self.known.variable(Sort::Address, &value, walk.number, None).unwrap_or_else(|| value.clone())
            }
            (_, key) if key != "namespace" && COMMON.contains(&value.as_str()) => value.clone(),
            _ => self.text(&value, walk.number),
        };
        if new != value {
            walk.edits.push((node.start, node.end, serde_json::to_string(&new).ok()?));
        }
        Some(())
    }

    /// A text with the names in it: all of it is one, or they stand within it and cannot mean anything else.
    fn text(&mut self, value: &str, number: usize) -> String {
        let whole = self.name(value, number);
        if whole != value {
            return whole;
        }
        let mut text = value.to_owned();
        for (old, new) in &self.names {
            if !COMMON.contains(&old.as_str()) && old.len() > 5 && new == "${ns}" {
                text = text.replace(old.as_str(), new);
            }
        }
        for old in self.known.generated(number) {
            if text.contains(&old) {
                let new = self.known.variable(Sort::Name, &old, number, None).unwrap_or_else(|| old.clone());
                text = text.replace(&old, &new);
            }
        }
        text
    }

    /// A text with every uid in it as a capture, or as one that no object has.
    fn uids(&mut self, text: &str, number: usize) -> String {
        let Self { known, strangers, .. } = self;
        let replaced = UUID.replace_all(text, |found: &regex::Captures<'_>| {
            known.variable(Sort::Uid, &found[0], number, None).unwrap_or_else(|| {
                let count = strangers.len() + 1;
                strangers.entry(found[0].to_owned()).or_insert_with(|| format!("00000000-0000-4000-8000-{count:012}")).clone()
            })
        });
        replaced.into_owned()
    }
}

/// The way through one body.
struct Walk<'a, 'e> {
    number: usize,
    asked: &'a Asked<'a>,
    text: &'a str,
    path: Vec<String>,
    /// Places and their new text, in order.
    edits: &'e mut Vec<(usize, usize, String)>,
}

#[cfg(test)]
mod tests;

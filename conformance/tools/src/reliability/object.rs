//! The objects that the tools write: everything in one follows from its key and the token of the write. Called by `client` and
//! `watchers`. Pure.
//!
//! Two kinds, of two groups, in three namespaces. A token says in its upper bits how large the content is.

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::history::{Key, Version, colour};
use super::random::mix;

/// A kind whose objects are written.
pub(crate) struct Kind {
    pub(crate) api_version: &'static str,
    pub(crate) kind: &'static str,
    /// A PUT of an object that is not there creates it.
    pub(crate) creates_on_update: bool,
    prefix: &'static str,
    resource: &'static str,
}

pub(crate) const KINDS: [Kind; 2] = [
    Kind { api_version: "v1", kind: "ConfigMap", creates_on_update: false, prefix: "/api/v1", resource: "configmaps" },
    Kind {
        api_version: "coordination.k8s.io/v1",
        kind: "Lease",
        creates_on_update: true,
        prefix: "/apis/coordination.k8s.io/v1",
        resource: "leases",
    },
];

pub(crate) const NAMESPACES: [&str; 3] = ["reliability-a", "reliability-b", "reliability-c"];

/// Bit of a token from which its size in KiB begins.
const SIZE: u32 = 40;

/// A token with this number, whose content has so many KiB and a little more.
pub(crate) const fn token(number: u64, kibibytes: u64) -> u64 {
    number | (kibibytes << SIZE)
}

/// Path of a kind's objects, in one namespace or in all.
pub(crate) fn collection(kind: u8, namespace: Option<u8>) -> String {
    let Kind { prefix, resource, .. } = &KINDS[usize::from(kind) % KINDS.len()];
    match namespace {
        Some(namespace) => format!("{prefix}/namespaces/{}/{resource}", name_of(namespace)),
        None => format!("{prefix}/{resource}"),
    }
}

fn name_of(namespace: u8) -> &'static str {
    NAMESPACES[usize::from(namespace) % NAMESPACES.len()]
}

pub(crate) fn path(key: Key) -> String {
    format!("{}/o-{}", collection(key.kind, Some(key.namespace)), key.name)
}

/// The label selector of a colour.
pub(crate) fn selector(colour: u8) -> String {
    format!("labelSelector=colour%3D{}", colour_name(colour))
}

const fn colour_name(colour: u8) -> &'static str {
    if colour == 0 { "red" } else { "blue" }
}

/// The text that a token stands for.
fn content(token: u64) -> String {
    let length = ((token >> SIZE) << 10) + mix(token) % 900 + 16;
    let mut text = format!("{token}:");
    let mut state = token;
    while (text.len() as u64) < length {
        state = mix(state.wrapping_add(1));
        text.push_str(&format!("{state:016x}"));
    }
    text
}

/// What a merge patch changes; a whole object has these and a name.
pub(crate) fn patch(kind: u8, token: u64) -> Value {
    let metadata = json!({"labels": {"colour": colour_name(colour(token))}, "annotations": {"token": token.to_string()}});
    if kind == 0 {
        json!({"metadata": metadata, "data": {"content": content(token)}})
    } else {
        json!({"metadata": metadata, "spec": {"holderIdentity": content(token)}})
    }
}

/// A whole object, to be created or to replace the one with this resourceVersion.
pub(crate) fn whole(key: Key, token: u64, revision: Option<u64>) -> Value {
    let mut object = patch(key.kind, token);
    let kind = &KINDS[usize::from(key.kind) % KINDS.len()];
    object["apiVersion"] = kind.api_version.into();
    object["kind"] = kind.kind.into();
    object["metadata"]["name"] = format!("o-{}", key.name).into();
    object["metadata"]["namespace"] = name_of(key.namespace).into();
    if let Some(revision) = revision {
        object["metadata"]["resourceVersion"] = revision.to_string().into();
    }
    object
}

/// An object, a Status or the object of a bookmark, as far as the tools look at it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Read {
    kind: String,
    pub(crate) metadata: Metadata,
    data: Data,
    spec: Spec,
    pub(crate) code: u16,
    pub(crate) reason: String,
    pub(crate) message: String,
    details: Details,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Metadata {
    name: String,
    namespace: String,
    uid: String,
    pub(crate) resource_version: String,
    labels: Labels,
    annotations: Annotations,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Labels {
    colour: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Annotations {
    token: String,
    #[serde(rename = "k8s.io/initial-events-end")]
    initial_events_end: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Data {
    content: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Spec {
    holder_identity: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Details {
    uid: String,
}

/// A list.
#[derive(Debug, Deserialize)]
pub(crate) struct ReadList {
    pub(crate) metadata: Metadata,
    pub(crate) items: Vec<Read>,
}

/// A line of a watch.
#[derive(Debug, Deserialize)]
pub(crate) struct Line {
    #[serde(rename = "type")]
    pub(crate) change: String,
    pub(crate) object: Read,
}

impl Read {
    pub(crate) fn is_status(&self) -> bool {
        self.kind == "Status"
    }

    /// Whether this bookmark ends a watch's initial events.
    pub(crate) fn ends_initial_events(&self) -> bool {
        self.metadata.annotations.initial_events_end == "true"
    }

    pub(crate) fn revision(&self) -> Result<u64> {
        self.metadata.revision()
    }

    /// The uid of the object that a Status says was deleted.
    pub(crate) fn deleted(&self) -> Result<u128> {
        uid(&self.details.uid)
    }

    /// Which object this is and its state; none when it is none of the tools' own.
    ///
    /// # Errors
    /// It is not as any write made it.
    pub(crate) fn version(&self, kind: u8) -> Result<Option<(Key, Version)>> {
        let Metadata { name, namespace, .. } = &self.metadata;
        let Some(namespace) = NAMESPACES.iter().position(|known| known == namespace) else { return Ok(None) };
        let Some(name) = name.strip_prefix("o-").and_then(|number| number.parse().ok()) else { return Ok(None) };
        let key = Key { kind, namespace: u8::try_from(namespace)?, name };
        let token = self.token(kind)?;
        Ok(Some((key, Version { revision: self.revision()?, token, uid: uid(&self.metadata.uid)? })))
    }

    /// The write that made this object, whatever its name.
    ///
    /// # Errors
    /// No single one did.
    pub(crate) fn token(&self, kind: u8) -> Result<u64> {
        let Metadata { name, labels, annotations, .. } = &self.metadata;
        let token: u64 = annotations.token.parse().with_context(|| format!("{name} has no token"))?;
        let found = if kind == 0 { &self.data.content } else { &self.spec.holder_identity };
        if *found != content(token) || labels.colour != colour_name(colour(token)) {
            let start: String = found.chars().take(60).collect();
            bail!("{name} is half of one write and half of another: token {token}, colour {}, content {start}...", labels.colour);
        }
        Ok(token)
    }
}

impl Metadata {
    pub(crate) fn revision(&self) -> Result<u64> {
        self.resource_version.parse().with_context(|| format!("unreadable resourceVersion {:?}", self.resource_version))
    }
}

fn uid(text: &str) -> Result<u128> {
    let digits: String = text.chars().filter(|digit| *digit != '-').collect();
    ensure!(digits.len() == 32, "unreadable uid {text:?}");
    u128::from_str_radix(&digits, 16).with_context(|| format!("unreadable uid {text:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(kind: u8, token: u64) -> Value {
        let mut object = whole(Key { kind, namespace: 1, name: 7 }, token, Some(12));
        object["metadata"]["uid"] = "00000000-0000-0000-0000-00000000002a".into();
        object
    }

    #[test]
    fn what_is_written_is_read() {
        for kind in [0, 1] {
            let read: Read = serde_json::from_value(stored(kind, token(5, 2))).unwrap();
            let expect = (Key { kind, namespace: 1, name: 7 }, Version { revision: 12, token: token(5, 2), uid: 42 });
            assert_eq!(read.version(kind).unwrap(), Some(expect));
        }
    }

    #[test]
    fn halves_are_refused() {
        let check = |pointer: &str, value: Value| {
            let mut object = stored(0, 5);
            *object.pointer_mut(pointer).unwrap() = value;
            serde_json::from_value::<Read>(object).unwrap().version(0).unwrap_err();
        };
        check("/metadata/annotations/token", "6".into());
        check("/metadata/labels/colour", "red".into());
        check("/data/content", content(5)[1..].into());
        check("/metadata/uid", "2a".into());
        check("/metadata/resourceVersion", "".into());
    }

    #[test]
    fn other_objects_are_left_alone() {
        let mut object = stored(0, 5);
        object["metadata"]["namespace"] = "kube-system".into();
        assert_eq!(serde_json::from_value::<Read>(object).unwrap().version(0).unwrap(), None);
    }

    #[test]
    fn a_size_is_part_of_the_token() {
        assert!(content(token(9, 64)).len() >= 64 << 10 && content(9).len() < 2048);
    }
}

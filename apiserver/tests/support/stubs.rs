//! Upstream's storage table (`conformance/cases/storage-data.json`, written from `test/integration/etcd`): one small valid object per
//! resource and version, the key under which it must lie in the store, and the kind in which it must lie there.

use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The namespace that the table's keys name.
pub(crate) const NAMESPACE: &str = "etcdstoragepathtestnamespace";

/// One line of the table.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Stub {
    pub(crate) group: String,
    pub(crate) version: String,
    pub(crate) resource: String,
    pub(crate) key: String,
    pub(crate) stored_group: String,
    pub(crate) stored_version: String,
    pub(crate) stored_kind: String,
    /// The object; without kind, version and namespace.
    pub(crate) stub: Value,
    /// What `/status` may change, where the table says so.
    pub(crate) status: Option<Value>,
}

#[derive(Deserialize)]
struct File {
    cases: Vec<Stub>,
}

/// The whole table.
pub(crate) fn all() -> Vec<Stub> {
    let file: File = serde_json::from_str(include_str!("../../../conformance/cases/storage-data.json")).unwrap();
    file.cases
}

/// `v1` for the core group, `group/version` otherwise.
pub(crate) fn api_version(group: &str, version: &str) -> String {
    if group.is_empty() { version.to_owned() } else { format!("{group}/{version}") }
}

impl Stub {
    /// `group/version/resource`, for messages.
    pub(crate) fn title(&self) -> String {
        format!("{}/{}", api_version(&self.group, &self.version), self.resource)
    }

    /// Root of the resource's version.
    pub(crate) fn root(&self) -> String {
        if self.group.is_empty() { format!("/api/{}", self.version) } else { format!("/apis/{}/{}", self.group, self.version) }
    }

    /// Whether objects lie in a namespace.
    pub(crate) fn namespaced(&self) -> bool {
        self.key.contains(&format!("/{NAMESPACE}/"))
    }

    /// Path of the collection that the object lies in.
    pub(crate) fn collection(&self) -> String {
        if self.namespaced() { format!("{}/namespaces/{NAMESPACE}/{}", self.root(), self.resource) } else { self.everywhere() }
    }

    /// Path of the collection over all namespaces.
    pub(crate) fn everywhere(&self) -> String {
        format!("{}/{}", self.root(), self.resource)
    }

    /// Name of the object.
    pub(crate) fn name(&self) -> &str {
        self.stub["metadata"]["name"].as_str().expect("every stub has a name")
    }

    /// Path of the object.
    pub(crate) fn path(&self) -> String {
        format!("{}/{}", self.collection(), self.name())
    }

    /// The version that the stored object must name.
    pub(crate) fn stored_api_version(&self) -> String {
        api_version(&self.stored_group, &self.stored_version)
    }
}

/// Puts `change` over `object`, member by member.
pub(crate) fn overlay(object: &mut Value, change: &Value) {
    let Value::Object(change) = change else {
        *object = change.clone();
        return;
    };
    if !object.is_object() {
        *object = Value::Object(Map::new());
    }
    for (key, value) in change {
        overlay(&mut object[key.as_str()], value);
    }
}

/// An object with one label more.
pub(crate) fn labelled(object: &Value, key: &str, value: &str) -> Value {
    let mut changed = object.clone();
    overlay(&mut changed, &json!({"metadata": {"labels": {key: value}}}));
    changed
}

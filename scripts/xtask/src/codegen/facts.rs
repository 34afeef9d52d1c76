//! The facts files as `conformance/go/facts` writes them. Read by the generators beside this file; an unknown member is an error,
//! so that a new fact is never dropped silently.

use serde::Deserialize;

/// `types.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Types {
    pub(super) structs: Vec<Struct>,
    pub(super) kinds: Vec<Kind>,
    pub(super) everywhere: Vec<Everywhere>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Struct {
    pub(super) go: String,
    pub(super) pkg: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) atomic: bool,
    #[serde(default)]
    pub(super) inlines: Vec<Inline>,
    pub(super) fields: Vec<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Inline {
    pub(super) go: String,
    pub(super) n: u16,
    #[serde(default)]
    pub(super) parent: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    pub(super) json: String,
    pub(super) t: Type,
    #[serde(default)]
    pub(super) omit: Omit,
    #[serde(default)]
    pub(super) n: u16,
    #[serde(default, rename = "in")]
    pub(super) inline: u8,
    #[serde(default)]
    pub(super) strategy: String,
    #[serde(default)]
    pub(super) key: String,
    #[serde(default)]
    pub(super) list: ListType,
    #[serde(default)]
    pub(super) keys: Vec<String>,
    #[serde(default)]
    pub(super) map: MapType,
    #[serde(default, rename = "enum")]
    pub(super) values: Vec<String>,
    pub(super) default: Option<serde_json::Value>,
    #[serde(default)]
    pub(super) required: bool,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Omit {
    #[default]
    Never,
    Empty,
    Zero,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum ListType {
    #[default]
    Unset,
    Atomic,
    Set,
    Map,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum MapType {
    #[default]
    Unset,
    Atomic,
    Granular,
}

#[derive(Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
pub(super) struct Type {
    pub(super) s: String,
    #[serde(default)]
    pub(super) p: bool,
    pub(super) go: String,
    #[serde(default)]
    pub(super) wrapped: bool,
    pub(super) of: Option<Box<Type>>,
    #[serde(default, rename = "ref")]
    pub(super) target: String,
}

#[derive(Deserialize)]
pub(super) struct Kind {
    pub(super) g: String,
    pub(super) v: String,
    pub(super) k: String,
    #[serde(rename = "struct")]
    pub(super) target: String,
}

#[derive(Deserialize)]
pub(super) struct Everywhere {
    pub(super) k: String,
    #[serde(rename = "struct")]
    pub(super) target: String,
}

/// `gates.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gates {
    pub(super) gates: Vec<Gate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gate {
    pub(super) name: String,
    #[serde(default)]
    pub(super) requires: Vec<String>,
    pub(super) specs: Vec<GateSpec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct GateSpec {
    pub(super) since: String,
    pub(super) default: bool,
    pub(super) stage: String,
    #[serde(default)]
    pub(super) locked: bool,
    pub(super) min_compatibility: Option<String>,
}

/// `resources.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Served {
    pub(super) groups: Vec<Group>,
    pub(super) resources: Vec<Resource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) group: String,
    pub(super) versions: Vec<GroupVersion>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct GroupVersion {
    pub(super) version: String,
    #[serde(default)]
    pub(super) default: bool,
    pub(super) group_priority: i32,
    pub(super) version_priority: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Resource {
    pub(super) group: String,
    pub(super) resource: String,
    pub(super) singular: String,
    pub(super) kind: String,
    #[serde(default)]
    pub(super) list_kind: String,
    #[serde(default)]
    pub(super) namespaced: bool,
    #[serde(default)]
    pub(super) short_names: Vec<String>,
    #[serde(default)]
    pub(super) categories: Vec<String>,
    pub(super) hub: String,
    #[serde(default)]
    pub(super) key_prefix: String,
    #[serde(default)]
    pub(super) storage: Vec<Storage>,
    #[serde(default)]
    pub(super) selectable: Vec<Selectable>,
    pub(super) versions: Vec<Version>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Storage {
    pub(super) from: String,
    pub(super) group: String,
    pub(super) version: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Selectable {
    pub(super) key: String,
    pub(super) paths: Vec<String>,
    #[serde(default)]
    pub(super) default: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Version {
    pub(super) version: String,
    #[serde(rename = "struct")]
    pub(super) target: String,
    #[serde(default)]
    pub(super) list: String,
    #[serde(default)]
    pub(super) default: bool,
    #[serde(default)]
    pub(super) introduced: String,
    #[serde(default)]
    pub(super) deprecated: String,
    #[serde(default)]
    pub(super) replacement: String,
    #[serde(default)]
    pub(super) removed: String,
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) labels: Vec<Label>,
    #[serde(default)]
    pub(super) unknown_label: String,
    #[serde(default)]
    pub(super) subresources: Vec<Subresource>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Label {
    pub(super) label: String,
    pub(super) key: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Subresource {
    pub(super) name: String,
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) default: bool,
    pub(super) group: String,
    pub(super) version: String,
    pub(super) kind: String,
    #[serde(default)]
    pub(super) accepted: Vec<String>,
}

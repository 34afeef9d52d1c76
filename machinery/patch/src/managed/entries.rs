//! `metadata.managedFields` of an object as state, and back (apimachinery `managedfields/internal/managedfields.go`,
//! `capmanagers.go`). Called by the update algorithm; it never compares objects.

use std::collections::BTreeMap;

use object::json::escape::write_string;
use object::{NodeRef, Tree};

use super::arena::Arena;
use super::decode::decode;
use super::element::Keys;
use super::encode::encode;
use super::set::Set;

/// Entries of operation Update that an object keeps; the oldest ones above are merged.
const MAX_UPDATERS: usize = 10;

/// Manager of the merged entries.
const ANCIENT: &str = "ancient-changes";

const PATH: [&str; 2] = ["metadata", "managedFields"];

/// How a manager came to own its fields. The order is that of the names, by which entries are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operation {
    /// Server-side apply.
    Apply,
    /// Every other write.
    Update,
}

impl Operation {
    fn text(self) -> &'static str {
        match self {
            Self::Apply => "Apply",
            Self::Update => "Update",
        }
    }
}

/// What makes two entries the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Manager<'a> {
    /// The manager's name.
    pub name: &'a str,
    /// Its operation.
    pub operation: Operation,
    /// The version it wrote in; empty for Apply, whose entry moves with its version.
    pub api_version: &'a str,
    /// The subresource it wrote through; empty for the object itself.
    pub subresource: &'a str,
}

/// What one manager owns.
#[derive(Clone, Debug)]
pub struct Owned<'a> {
    /// The version that the paths are of.
    pub api_version: &'a str,
    /// When it last changed something, RFC 3339; clients may leave it out.
    pub time: Option<&'a str>,
    /// Its fields.
    pub set: Set<'a>,
}

/// The managers of an object.
pub type Managers<'a> = BTreeMap<Manager<'a>, Owned<'a>>;

/// Why managedFields cannot be read. Upstream prints the whole entry in the last case; here it is its position.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// An operation that does not exist.
    #[error("operation must be `Apply` or `Update`")]
    Operation,
    /// No version.
    #[error("apiVersion must not be empty")]
    ApiVersion,
    /// No type of fields.
    #[error("missing fieldsType in managed fields entry {0}")]
    NoFieldsType(usize),
    /// A type of fields that does not exist.
    #[error("invalid fieldsType {name} in managed fields entry {at}", name = meta::text::Quoted(name))]
    FieldsType {
        /// What the entry says.
        name: String,
        /// Its position.
        at: usize,
    },
    /// Fields that cannot be read.
    #[error("error decoding versioned set from managed fields entry {0}: error decoding set: {1}")]
    Fields(usize, super::FieldsError),
}

/// The list of an object, if it has one.
pub(super) fn list(tree: &Tree) -> Option<NodeRef<'_>> {
    tree.at(&PATH)
}

/// Whether a client asks for a fresh start: the list is there and empty, or holds one entry with nothing in it.
pub(super) fn is_reset(tree: &Tree) -> bool {
    list(tree).is_some_and(|list| {
        let mut items = list.items();
        match (items.next(), items.next()) {
            (None, _) => true,
            (Some(only), None) => only.is_empty(),
            _ => false,
        }
    })
}

/// Reads the managedFields of an object. Of entries for one manager the last one counts.
///
/// # Errors
/// For the first entry that cannot be read.
pub fn read<'a>(tree: &'a Tree, keys: &mut Keys<'a>, arena: &'a Arena) -> Result<Managers<'a>, EntryError> {
    let mut managers = Managers::new();
    let Some(list) = list(tree) else { return Ok(managers) };
    for (at, entry) in list.items().enumerate() {
        let text = |name: &str| entry.field(name).and_then(NodeRef::as_str).unwrap_or_default();
        let operation = match text("operation") {
            "Apply" => Operation::Apply,
            "Update" => Operation::Update,
            _ => return Err(EntryError::Operation),
        };
        let api_version = text("apiVersion");
        if api_version.is_empty() {
            return Err(EntryError::ApiVersion);
        }
        match text("fieldsType") {
            "FieldsV1" => {}
            "" => return Err(EntryError::NoFieldsType(at)),
            other => return Err(EntryError::FieldsType { name: other.to_owned(), at }),
        }
        let set = match entry.field("fieldsV1").and_then(NodeRef::raw) {
            Some(json) => decode(json, keys, arena).map_err(|error| EntryError::Fields(at, error))?,
            None => Set::new(),
        };
        let manager = Manager {
            name: text("manager"),
            operation,
            api_version: if operation == Operation::Apply { "" } else { api_version },
            subresource: text("subresource"),
        };
        managers.insert(manager, Owned { api_version, time: entry.field("time").and_then(NodeRef::as_str), set });
    }
    Ok(managers)
}

/// Checks the managedFields of an object, as upstream does after mutating admission, which gets its changes to them undone if they
/// cannot be read.
///
/// # Errors
/// For the first entry that cannot be read.
pub fn check(tree: &Tree) -> Result<(), EntryError> {
    let arena = Arena::new();
    read(tree, &mut Keys::new(), &arena).map(|_| ())
}

/// Merges the oldest entries of operation Update until there are [`MAX_UPDATERS`] of them: per version into one of [`ANCIENT`].
pub(super) fn cap<'a>(managers: &mut Managers<'a>, keys: &Keys<'a>) {
    let mut updaters: Vec<(i64, String, Manager<'a>)> = managers
        .iter()
        .filter(|(manager, _)| manager.operation == Operation::Update)
        .map(|(manager, owned)| (seconds(owned.time), String::new(), *manager))
        .collect();
    let mut left = updaters.len();
    if left <= MAX_UPDATERS {
        return;
    }
    for updater in &mut updaters {
        updater.1 = identifier(&updater.2);
    }
    updaters.sort();
    let mut firsts: BTreeMap<&str, Manager<'a>> = BTreeMap::new();
    for (_, _, manager) in updaters {
        if left <= MAX_UPDATERS {
            return;
        }
        let Some(owned) = managers.get(&manager).cloned() else { continue };
        let version = owned.api_version;
        let Some(first) = firsts.get(version) else {
            firsts.insert(version, manager);
            continue;
        };
        let bucket = Manager { name: ANCIENT, operation: Operation::Update, api_version: version, subresource: "" };
        if !managers.contains_key(&bucket)
            && let Some(oldest) = managers.remove(first)
        {
            managers.insert(bucket, oldest);
        }
        if let Some(merged) = managers.get_mut(&bucket) {
            merged.set = owned.set.union(&merged.set, keys);
            merged.time = owned.time;
        }
        managers.remove(&manager);
        left -= 1;
    }
}

/// Upstream's identifier of a manager: its entry as JSON, without fields and time. It breaks ties of time.
fn identifier(manager: &Manager<'_>) -> String {
    let mut out = String::from("{");
    let fields = [
        ("manager", manager.name),
        ("operation", manager.operation.text()),
        ("apiVersion", manager.api_version),
        ("subresource", manager.subresource),
    ];
    for (name, value) in fields.into_iter().filter(|field| !field.1.is_empty()) {
        if out.len() > 1 {
            out.push(',');
        }
        out.push('"');
        out.push_str(name);
        out.push_str("\":");
        meta::text::push_json(&mut out, value);
    }
    out.push('}');
    out
}

/// Unix seconds of an entry's time; an absent one counts as 0.
fn seconds(time: Option<&str>) -> i64 {
    time.and_then(|time| meta::time::parse_rfc3339(time).ok()).map_or(0, |time| time.seconds)
}

/// The managedFields as JSON in an object that has nothing else, in upstream's order; empty when there are none.
pub(super) fn print(managers: &Managers<'_>, keys: &Keys<'_>) -> Vec<u8> {
    let mut order: Vec<(i64, &Manager<'_>, &Owned<'_>)> =
        managers.iter().map(|(manager, owned)| (seconds(owned.time), manager, owned)).collect();
    order.sort_by_key(|(time, manager, owned)| (manager.operation, *time, manager.name, owned.api_version, manager.subresource));
    let mut out = Vec::with_capacity(managers.values().map(|owned| 256 + owned.set.nodes.len() * 20).sum());
    for (_, manager, owned) in order {
        out.extend_from_slice(if out.is_empty() { br#"{"metadata":{"managedFields":[{"# } else { b",{" });
        let mut text = |name: &str, value: &str| {
            out.push(b'"');
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b"\":");
            write_string(value.as_bytes(), &mut out);
            out.push(b',');
        };
        text("manager", manager.name);
        text("operation", manager.operation.text());
        text("apiVersion", owned.api_version);
        if let Some(time) = owned.time {
            text("time", time);
        }
        text("fieldsType", "FieldsV1");
        text("subresource", manager.subresource);
        out.extend_from_slice(b"\"fieldsV1\":");
        encode(&owned.set, keys, &mut out);
        out.push(b'}');
    }
    if !out.is_empty() {
        out.extend_from_slice(b"]}}");
    }
    out
}

/// Replaces the managedFields of an object with printed ones. They are read as a part of an object is, which is how embedded JSON gets
/// into a tree with the least work.
pub(super) fn write(tree: &mut Tree, printed: Vec<u8>) {
    let decoded = if printed.is_empty() { None } else { object::json::decode(printed.into(), tree.schema()).ok() };
    restore(tree, decoded.as_ref().map(|decoded| &decoded.tree));
}

/// Copies the managedFields of one object to another.
pub(super) fn restore(tree: &mut Tree, from: Option<&Tree>) {
    tree.remove(&PATH);
    if let Some(list) = from.and_then(list) {
        tree.graft(&PATH, list);
    }
}

//! Who owns what after a write that is no apply (structured-merge-diff `merge/update.go`; apimachinery `managedfields/internal`:
//! `fieldmanager.go`, `skipnonapplied.go`, `managedfieldsupdater.go`, `stripmeta.go`). Called by [`super::record_update`]; it reads
//! objects and changes none.

use object::Tree;

use super::arena::Arena;
use super::element::{Element, Keys};
use super::entries::{self, Manager, Managers, Operation, Owned};
use super::reconcile::reconcile;
use super::set::{Builder, Set};
use super::validate::validate;
use super::walk::{Comparison, compare};
use super::{Error, NotConverted, UpdateInput};

/// Manager of a write that names none.
const UNKNOWN: &str = "unknown";

/// An object before and after the write, in a version that a stored entry is of.
struct Version<'a> {
    api_version: &'a str,
    live: Tree,
    new: Tree,
}

/// The managedFields that the new object gets, printed; empty when it gets none.
pub(super) fn managed_after(input: &UpdateInput<'_>) -> Result<Vec<u8>, Error> {
    let (arena, versions);
    arena = Arena::new();
    let mut keys = Keys::new();
    let new: &Tree = input.new;
    let mut managers = stored(input, &mut keys, &arena);
    if managers.is_empty() && input.live.is_some_and(|live| live.str(&["metadata", "uid"]).is_some()) {
        // Nothing was tracked so far, so nothing will be until somebody applies.
        return Ok(Vec::new());
    }
    validate(new, true)?;
    if let Some(live) = input.live {
        validate(live, true)?;
    }
    versions = other_versions(input, &mut managers)?;
    for owned in managers.values_mut() {
        let tree = versions.iter().find(|version| version.api_version == owned.api_version).map_or(new, |version| &version.live);
        if let Some(set) = reconcile(&owned.set, tree) {
            owned.set = set;
        }
    }
    let mut changes = compare(input.live, new, &mut keys, &arena)?;
    filter(&mut changes, input);
    let changed = changes.modified.union(&changes.added, &keys);
    let gone = changed.union(&changes.removed, &keys);
    take(&mut managers, &gone, &keys, |version| !versions.iter().any(|other| other.api_version == version));
    for version in &versions {
        let mut changes = compare(Some(&version.live), &version.new, &mut keys, &arena)?;
        filter(&mut changes, input);
        let gone = changes.modified.union(&changes.added, &keys).union(&changes.removed, &keys);
        take(&mut managers, &gone, &keys, |other| other == version.api_version);
    }
    managers.retain(|_, owned| !owned.set.is_empty());
    give(&mut managers, changed.difference(&unowned(), &keys), input, &keys);
    entries::cap(&mut managers, &keys);
    Ok(entries::print(&managers, &keys))
}

/// The managers before the write. A client may send its own list through the resource itself; one that cannot be read, or is empty
/// without meaning it, is taken from the live object instead. What cannot be read there is forgotten.
fn stored<'a>(input: &'a UpdateInput<'_>, keys: &mut Keys<'a>, arena: &'a Arena) -> Managers<'a> {
    let new: &Tree = input.new;
    if input.subresource.is_empty() {
        if entries::is_reset(new) {
            return Managers::new();
        }
        match entries::read(new, keys, arena) {
            Ok(managers) if !managers.is_empty() => return managers,
            _ => {}
        }
    }
    input.live.and_then(|live| entries::read(live, keys, arena).ok()).unwrap_or_default()
}

/// Converts both objects to every version that a stored entry is of, and forgets the entries of versions that are gone.
fn other_versions<'a>(input: &UpdateInput<'_>, managers: &mut Managers<'a>) -> Result<Vec<Version<'a>>, Error> {
    let mut others: Vec<&'a str> =
        managers.values().map(|owned| owned.api_version).filter(|version| *version != input.api_version).collect();
    others.sort_unstable();
    others.dedup();
    let mut versions = Vec::with_capacity(others.len());
    for api_version in others {
        if api_version.matches('/').count() > 1 {
            return Err(Error::Conversion(format!("unexpected GroupVersion string: {api_version}")));
        }
        match converted(input, api_version)? {
            Some((live, new)) => versions.push(Version { api_version, live, new }),
            None => managers.retain(|_, owned| owned.api_version != api_version),
        }
    }
    Ok(versions)
}

fn converted(input: &UpdateInput<'_>, api_version: &str) -> Result<Option<(Tree, Tree)>, Error> {
    let empty;
    let live = match input.live {
        Some(live) => live,
        None => {
            empty = Tree::new(input.new.schema().clone());
            &empty
        }
    };
    let mut trees = Vec::with_capacity(2);
    for tree in [live, input.new] {
        match (input.convert)(tree, api_version) {
            Ok(tree) => trees.push(tree),
            Err(NotConverted::NoSuchVersion) => return Ok(None),
            Err(NotConverted::Failed(text)) => return Err(Error::Conversion(text)),
        }
        if let Some(tree) = trees.last() {
            validate(tree, false)?;
        }
    }
    Ok(trees.pop().and_then(|new| Some((trees.pop()?, new))))
}

fn filter(changes: &mut Comparison<'_>, input: &UpdateInput<'_>) {
    changes.added = input.reset.apply(std::mem::take(&mut changes.added));
    changes.modified = input.reset.apply(std::mem::take(&mut changes.modified));
    changes.removed = input.reset.apply(std::mem::take(&mut changes.removed));
}

/// Every manager of a version loses what was changed or removed.
fn take<'a>(managers: &mut Managers<'a>, gone: &Set<'a>, keys: &Keys<'a>, version: impl Fn(&str) -> bool) {
    if gone.is_empty() {
        return;
    }
    for owned in managers.values_mut().filter(|owned| version(owned.api_version)) {
        owned.set = owned.set.difference(gone, keys);
    }
}

/// The writer gets what it changed, and the time of its write if that is anything.
fn give<'a>(managers: &mut Managers<'a>, set: Set<'a>, input: &'a UpdateInput<'_>, keys: &Keys<'a>) {
    if set.is_empty() {
        return;
    }
    let manager = Manager {
        name: if input.manager.is_empty() { UNKNOWN } else { input.manager },
        operation: Operation::Update,
        api_version: input.api_version,
        subresource: input.subresource,
    };
    let set = match managers.get(&manager) {
        Some(owned) => set.union(&owned.set, keys),
        None => set,
    };
    managers.insert(manager, Owned { api_version: input.api_version, time: Some(input.time), set });
}

/// What nobody owns: identity and bookkeeping (`stripmeta.go`).
fn unowned() -> Set<'static> {
    const FIELDS: [&str; 9] = [
        "clusterName",
        "creationTimestamp",
        "generation",
        "managedFields",
        "name",
        "namespace",
        "resourceVersion",
        "selfLink",
        "uid",
    ];
    let mut builder = Builder::with_capacity(12);
    for name in ["apiVersion", "kind", "metadata"] {
        builder.close(0);
        builder.insert(&[Element::Field(name)]);
    }
    for name in FIELDS {
        builder.close(1);
        builder.insert(&[Element::Field("metadata"), Element::Field(name)]);
    }
    builder.finish()
}

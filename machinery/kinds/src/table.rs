//! Finding things in the generated tables: resources by path or kind, schemas by group, version and kind. Called on every request;
//! all answers are `'static`. It must never hold a rule of one kind.

use object::schema::{Schema, StructId, TypeTable, Types};

use crate::generated::{resources, types};
use crate::resource::{Group, Resource, Served};

/// Structs and types of every built-in kind, served or only decodable.
pub static TYPES: &TypeTable = &types::TYPES;

/// All resources that can be served, in the order of discovery documents.
#[must_use]
pub fn resources() -> &'static [Resource] {
    &resources::RESOURCES
}

/// All groups that can be served, in the order of discovery documents, the core group first.
#[must_use]
pub fn groups() -> &'static [Group] {
    &resources::GROUPS
}

/// The resource of a group with this plural name.
#[must_use]
pub fn resource(group: &str, plural: &str) -> Option<&'static Resource> {
    let at = resources::BY_PLURAL
        .binary_search_by(|&i| {
            let r = &resources::RESOURCES[usize::from(i)];
            (r.plural, r.group).cmp(&(plural, group))
        })
        .ok()?;
    Some(&resources::RESOURCES[usize::from(resources::BY_PLURAL[at])])
}

/// The resource with this plural name and its version, served by default or not.
#[must_use]
pub fn served(group: &str, version: &str, plural: &str) -> Option<(&'static Resource, &'static Served)> {
    let found = resource(group, plural)?;
    Some((found, found.served(version)?))
}

/// The resource whose objects are of this kind, and its version.
#[must_use]
pub fn resource_of_kind(group: &str, version: &str, kind: &str) -> Option<(&'static Resource, &'static Served)> {
    let found = resources().iter().find(|r| r.kind == kind && r.group == group)?;
    Some((found, found.served(version)?))
}

/// Whether any kind of this group and version is known.
#[must_use]
pub fn knows_group_version(group: &str, version: &str) -> bool {
    let at = types::KINDS.partition_point(|&(g, v, ..)| (g, v) < (group, version));
    types::KINDS.get(at).is_some_and(|&(g, v, ..)| (g, v) == (group, version))
}

/// The struct of a kind: of objects, lists, reviews, options and the kinds that every group version has (`DeleteOptions`,
/// `WatchEvent`, ...), in any version that upstream can decode.
#[must_use]
pub fn struct_of(group: &str, version: &str, kind: &str) -> Option<StructId> {
    if let Ok(at) = types::KINDS.binary_search_by(|&(g, v, k, _)| (g, v, k).cmp(&(group, version, kind))) {
        return Some(types::KINDS[at].3);
    }
    let &(_, id) = types::EVERYWHERE.iter().find(|(k, _)| *k == kind)?;
    knows_group_version(group, version).then_some(id)
}

/// All kinds with their structs, ordered by group, version and kind; without those that every group version has.
pub fn kinds() -> impl Iterator<Item = (&'static str, &'static str, &'static str, StructId)> {
    types::KINDS.iter().copied()
}

/// The schema of a struct of [`TYPES`].
#[must_use]
pub fn schema(root: StructId) -> Schema {
    Schema { types: Types::Static(TYPES), root }
}

/// The schema of a kind; see [`struct_of`].
#[must_use]
pub fn schema_of(group: &str, version: &str, kind: &str) -> Option<Schema> {
    struct_of(group, version, kind).map(schema)
}

#[cfg(test)]
mod tests;

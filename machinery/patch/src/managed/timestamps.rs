//! Undoing an update that changed nothing but the times of managedFields (apiserver `endpoints/handlers/fieldmanager/equality.go`), so
//! that it writes nothing and the resourceVersion stays. Called by the registry right before an update is stored.

use object::schema::Types;
use object::{NodeRef, Tree};

use super::entries;
use super::value::{Val, equal};

/// Whether the objects differ in times of managedFields only, and at least in one of them; the new object then gets the old times.
/// Both must be in one version, and agree on the resourceVersion or have none. Built-in kinds are compared as Go's semantic equality does
/// (nil and empty lists are the same), others exactly.
pub fn only_timestamps_differ(old: &Tree, new: &mut Tree) -> bool {
    if !differ_in_time(old, new) || !same_otherwise(old, new) {
        return false;
    }
    entries::restore(new, Some(old));
    true
}

/// Whether both have the same entries apart from times, and some time differs.
fn differ_in_time(old: &Tree, new: &Tree) -> bool {
    let (Some(old), Some(new)) = (entries::list(old), entries::list(new)) else { return false };
    let (mut left, mut right) = (old.items(), new.items());
    let mut times = false;
    loop {
        let (a, b) = match (left.next(), right.next()) {
            (None, None) => return times,
            (Some(a), Some(b)) => (a, b),
            _ => return false,
        };
        let text = |entry: NodeRef<'_>, name: &str| entry.field(name).map(|field| field.as_str().unwrap_or_default().to_owned());
        times |= text(a, "time") != text(b, "time");
        let raw = |entry: NodeRef<'_>| entry.field("fieldsV1").and_then(NodeRef::raw).map(<[u8]>::to_vec);
        let names = ["manager", "operation", "apiVersion", "fieldsType", "subresource"];
        if names.iter().any(|name| text(a, name) != text(b, name)) || raw(a) != raw(b) {
            return false;
        }
    }
}

fn same_otherwise(old: &Tree, new: &Tree) -> bool {
    if matches!(new.schema().types, Types::Static(_)) {
        return new.eq_ignoring(old, &[&["metadata", "managedFields"]]);
    }
    let (mut old, mut new) = (old.clone(), new.clone());
    entries::restore(&mut old, None);
    entries::restore(&mut new, None);
    equal(Val::Node(old.root()), Val::Node(new.root()), &mut Vec::new())
}

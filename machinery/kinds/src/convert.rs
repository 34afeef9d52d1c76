//! Conversion of objects whose fields have other names in another version. Used by kinds; where names are the same,
//! `object::convert::by_name` is enough. `kind` and `apiVersion` come over as they are: the caller sets them.

use object::schema::Schema;
use object::{Tree, convert};

/// Which column of the names is the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the first to the second.
    Forward,
    /// From the second to the first.
    Back,
}

/// The object read with another schema, some top-level fields under other names.
#[must_use]
pub fn renamed(tree: &Tree, schema: &Schema, names: &[(&str, &str)], direction: Direction) -> Tree {
    let mut out = convert::by_name(tree, schema);
    for (first, second) in names {
        let (from, to) = match direction {
            Direction::Forward => (first, second),
            Direction::Back => (second, first),
        };
        if let Some(value) = tree.at(&[from]) {
            out.graft(&[to], value);
        }
    }
    out
}

//! Conversion of objects between the versions of a resource. Made by the catalog for each served or stored version that is not the
//! hub; used by hub and endpoints. Knows no kind by name.

use kinds::strategy::Converted;
use meta::Gvk;
use object::schema::Schema;
use object::{Tree, convert};

/// Between one version and the hub.
pub(crate) struct Conversion {
    /// The kind's own functions; without them the shapes agree and fields are carried over by JSON name.
    pub own: Option<kinds::strategy::Conversion>,
    /// Schema of the hub version.
    pub hub: Schema,
    /// Schema of the other version.
    pub other: Schema,
    /// Kind of the hub version.
    pub hub_gvk: Gvk,
    /// Kind of the other version.
    pub other_gvk: Gvk,
}

impl Conversion {
    /// Into the hub version.
    ///
    /// # Errors
    /// Upstream's text of what the hub cannot express.
    pub(crate) fn to_hub(&self, tree: &Tree) -> Converted {
        let converted = match self.own {
            Some(own) => (own.to_hub)(tree, &self.hub)?,
            None => convert::by_name(tree, &self.hub),
        };
        Ok(named(converted, &self.hub_gvk))
    }

    /// Out of the hub version.
    ///
    /// # Errors
    /// Upstream's text of what the version cannot express.
    pub(crate) fn out_of_hub(&self, tree: &Tree) -> Converted {
        let converted = match self.own {
            Some(own) => (own.from_hub)(tree, &self.other)?,
            None => convert::by_name(tree, &self.other),
        };
        Ok(named(converted, &self.other_gvk))
    }
}

/// The tree under the name of its kind.
pub(crate) fn named(mut tree: Tree, gvk: &Gvk) -> Tree {
    tree.set_str(&["kind"], &gvk.kind);
    tree.set_str(&["apiVersion"], &gvk.group_version().to_string());
    tree
}

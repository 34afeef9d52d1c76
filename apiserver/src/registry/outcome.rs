//! What a write ended in, in the hub version: handed from the registry to the endpoints, which convert and encode it.

use object::Tree;

use crate::render::Source;

/// An object as it stands after a read or a write.
pub(crate) struct Stored {
    /// The object in the hub version, without resourceVersion.
    pub tree: Tree,
    /// Its revision; 0 when a dry run made it up.
    pub revision: u64,
}

impl Stored {
    /// As answers take it.
    pub(crate) fn source(&self) -> Source<'_> {
        Source::Tree(&self.tree, self.revision)
    }
}

/// End of a create or update.
pub(crate) struct Written {
    /// The object that the client gets.
    pub stored: Stored,
    /// Whether it did not exist before (201 instead of 200).
    pub created: bool,
}

/// End of a deletion.
pub(crate) enum Deleted {
    /// Gone. The last state, for kinds that return it.
    Gone(Box<Stored>),
    /// Marked, waiting for grace or finalizers.
    Pending(Box<Stored>),
    /// A dry run that would take the last finalizer and then the object: upstream answers with an empty object.
    Emptied,
}

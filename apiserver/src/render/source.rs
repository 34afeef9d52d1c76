//! Where the object of an answer comes from: a tree that a write left, a record of the store, or the cache. Each is written in the
//! endpoint's version the cheapest way that it has.

use std::borrow::Cow;

use cacher::{Encodings, Form as Piece, Object, ObjectParts, Revision};
use meta::status::Status;
use object::{Tree, json, proto};
use std::sync::Arc;
use storage::Item;

use crate::catalog::Endpoint;
use crate::registry::hub::Hub;
use crate::registry::record::Header;

/// An object on its way out.
#[derive(Clone, Copy)]
pub(crate) enum Source<'a> {
    /// In the hub version, without resourceVersion; revision 0 when a dry run made it up.
    Tree(&'a Tree, u64),
    /// As the store has it.
    Item(&'a Item),
    /// As the cache has it. A deletion bears its own revision.
    Cached(&'a Object, Revision),
}

impl<'a> Source<'a> {
    /// The revision that the answer bears.
    pub(crate) fn revision(self) -> u64 {
        match self {
            Self::Tree(_, revision) => revision,
            Self::Item(item) => item.mod_revision.0,
            Self::Cached(_, revision) => revision.0,
        }
    }

    /// The object in the hub version, without resourceVersion.
    ///
    /// # Errors
    /// 500 for a damaged record.
    pub(crate) fn tree(self, hub: &Hub) -> Result<Cow<'a, Tree>, Status> {
        match self {
            Self::Tree(tree, _) => Ok(Cow::Borrowed(tree)),
            Self::Item(item) => hub.decode(item).map(Cow::Owned),
            Self::Cached(object, _) => hub.tree_of(object).map(Cow::Owned),
        }
    }

    /// The cached object, where it is shown as it is.
    pub(crate) fn cached(self) -> Option<&'a Object> {
        match self {
            Self::Cached(object, _) => Some(object),
            _ => None,
        }
    }

    /// The object in the hub version as far as printers look at it: managed fields may be missing.
    ///
    /// # Errors
    /// 500 for a damaged record.
    pub(crate) fn printed_tree(self, hub: &Hub) -> Result<Cow<'a, Tree>, Status> {
        match self {
            Self::Cached(object, _) => hub.unmanaged_tree_of(object).map(Cow::Owned),
            _ => self.tree(hub),
        }
    }

    /// Appends `metadata` as JSON, where that can be done without a look at the object; false where it cannot.
    #[must_use]
    pub(crate) fn write_metadata(self, endpoint: &Endpoint, out: &mut Vec<u8>) -> bool {
        match self {
            Self::Cached(object, revision) if endpoint.conversion.is_none() => object.write_metadata(out, revision),
            _ => false,
        }
    }

    /// Appends the object as JSON in the endpoint's version, without a final newline.
    ///
    /// # Errors
    /// 500 for a damaged record, or for what the version cannot express.
    pub(crate) fn write_json(self, endpoint: &Endpoint, hub: &Hub, piece: Piece, out: &mut Vec<u8>) -> Result<(), Status> {
        match self {
            Self::Cached(object, revision) if endpoint.conversion.is_none() => {
                object.write_json(out, piece, revision);
                return Ok(());
            }
            Self::Item(item) if endpoint.conversion.is_none() => {
                let header = Header::decode(&item.value.header);
                let header = header.map_err(|e| Status::internal_error(format!("{}: {e}", item.key)))?;
                if hub.serves_stored_bytes(&header) {
                    let parts = ObjectParts { body: item.value.body.clone(), cuts: header.cuts, ..ObjectParts::default() };
                    Object::new(item.key.clone(), item.mod_revision, parts).write_json(out, piece, item.mod_revision);
                    return Ok(());
                }
            }
            _ => {}
        }
        let tree = self.tree(hub)?;
        let converted = endpoint.conversion.as_ref().map(|c| c.out_of_hub(&tree)).transpose().map_err(Status::internal_error)?;
        let encoded = json::encode_with_cut(converted.as_ref().unwrap_or(&tree));
        match (piece, self.revision()) {
            // Made up by a dry run: no revision wrote it.
            (_, 0) => out.extend_from_slice(&encoded.bytes),
            (Piece::Whole, revision) => encoded.write_with(revision, out),
            (Piece::ListItem, revision) => encoded.write_item(revision, out),
        }
        Ok(())
    }

    /// Appends the object as a protobuf message of the endpoint's version, without envelope. A cached object keeps it, as far as there
    /// is room.
    ///
    /// # Errors
    /// As [`Source::write_json`].
    pub(crate) fn write_message(
        self,
        endpoint: &Endpoint,
        hub: &Hub,
        kept: &Arc<Encodings>,
        out: &mut Vec<u8>,
    ) -> Result<(), Status> {
        let build = |out: &mut Vec<u8>| {
            let mut json = Vec::with_capacity(8 * 1024);
            self.write_json(endpoint, hub, Piece::Whole, &mut json)?;
            proto::transcode(&json, &endpoint.form.schema, out).map_err(Status::internal_error)
        };
        match self.with_kept_message(endpoint) {
            Some(object) => object.write_message(kept, out, build),
            None => build(out),
        }
    }

    /// Bytes of that message, where they are known.
    pub(crate) fn message_len(self, endpoint: &Endpoint) -> Option<usize> {
        self.with_kept_message(endpoint)?.message_len()
    }

    /// The object that keeps the message: what is kept is of the hub version and of the object's own revision.
    fn with_kept_message(self, endpoint: &Endpoint) -> Option<&'a Object> {
        match self {
            Self::Cached(object, revision) if endpoint.conversion.is_none() && revision == object.revision() => Some(object),
            _ => None,
        }
    }
}

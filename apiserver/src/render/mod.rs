//! What an answer shows of its objects, and how that is written: whole objects, metadata only, or rows of a table, each in JSON, YAML or
//! protobuf. Called by the endpoints, with the form that was negotiated. It writes; what happens to objects is the registry's.
//!
//! ```text
//! Source (tree, record, cached object) -> View (shape: whole, metadata, row) -> wire (JSON, YAML, protobuf)
//! ```

pub(crate) mod gzip;
pub(crate) mod list;
mod metadata;
mod source;
mod table;
pub(crate) mod wire;

use std::sync::Arc;

use cacher::{Encodings, Form as Piece};
use kinds::{id, table as kinds_table};
use meta::Gvk;
use meta::status::{Body, ListMeta, Outcome, Reason, Status};

use crate::catalog::{Endpoint, internal_package};
use crate::endpoints::Call;
use crate::negotiate::{Format, MetaVersion, Output, Shape};
use crate::registry::hub::{Form, Hub};
pub(crate) use source::Source;
use wire::Kind;

/// Marks the bookmark that ends the initial events (KEP-3157).
pub(crate) const INITIAL_EVENTS_END: &str = "k8s.io/initial-events-end";

/// What a list ends with.
pub(crate) const LIST_TAIL: &[u8] = b"]}";

/// How one answer shows objects of an endpoint.
#[derive(Clone)]
pub(crate) struct View {
    endpoint: Arc<Endpoint>,
    hub: Arc<Hub>,
    /// The kind as upstream's own types have it.
    kind: Gvk,
    kept: Arc<Encodings>,
    table: Option<table::Context>,
    /// Form of the answer.
    pub(crate) output: Output,
}

impl View {
    /// The view of a request.
    pub(crate) fn new(call: &Call, output: Output) -> Self {
        let table = match output.shape {
            Shape::Table(version, include) => Some(table::Context::new(call, version, include)),
            _ => None,
        };
        let kept = call.server.world.encodings.clone();
        let kind = call.hub.kind.clone();
        Self { endpoint: call.endpoint.clone(), hub: call.hub.clone(), kind, kept, table, output }
    }

    /// The view of a request for the scale of an object.
    pub(crate) fn of_scale(call: &Call, form: Form, output: Output) -> Self {
        let table = match output.shape {
            Shape::Table(version, include) => Some(table::Context::of_scale(call, version, include)),
            _ => None,
        };
        let kind = form.gvk.clone();
        let endpoint = Arc::new(Endpoint {
            gvr: call.endpoint.gvr.clone(),
            group_version: form.gvk.group_version(),
            form,
            resource: call.endpoint.resource,
            served: call.endpoint.served,
            hub: call.endpoint.hub.clone(),
            conversion: None,
        });
        Self { endpoint, hub: call.hub.clone(), kind, kept: call.server.world.encodings.clone(), table, output }
    }

    /// Refuses a shape that one object, or a list, cannot have.
    ///
    /// # Errors
    /// Upstream's 406.
    pub(crate) fn fits(&self, list: bool) -> Result<(), Status> {
        let kind = &self.kind;
        let of = format!("*{}.{}", internal_package(&kind.group), kind.kind);
        let message = match (self.output.shape, list) {
            (Shape::MetadataList(_), false) => {
                format!("you requested PartialObjectMetadataList, but the requested object is not a list ({of})")
            }
            (Shape::Metadata(_), true) => {
                format!("you requested PartialObjectMetadata, but the requested object is a list ({of}List)")
            }
            _ => return Ok(()),
        };
        let (code, reason) = (406, Reason::NotAcceptable);
        Err(Status::from_body(Body { code, reason, message, outcome: Outcome::Failure, ..Body::default() }))
    }

    /// The kind of an answer with one object.
    fn kind(&self) -> Kind {
        match self.output.shape {
            Shape::Metadata(version) | Shape::MetadataList(version) => Kind {
                api_version: format!("meta.k8s.io/{}", version.name()),
                kind: "PartialObjectMetadata".to_owned(),
                schema: kinds_table::schema(id::META_V1_PARTIAL_OBJECT_METADATA),
            },
            _ => Kind::of(&self.endpoint.form.gvk, &self.endpoint.form.schema),
        }
    }

    /// The body of an answer with one object.
    ///
    /// # Errors
    /// 406 for a shape that it cannot have, 500 for a damaged record.
    pub(crate) fn object(&self, source: Source<'_>) -> Result<Vec<u8>, Status> {
        self.fits(false)?;
        let mut json = Vec::with_capacity(8 * 1024);
        self.write_object(source, true, &mut json)?;
        wire::encode(self.output, json, Some(&self.kind()))
    }

    /// Appends one object as JSON, in the view's shape. A table names its columns where `columns` says so.
    ///
    /// # Errors
    /// 500 for a damaged record, or for what the version cannot express.
    pub(crate) fn write_object(&self, source: Source<'_>, columns: bool, out: &mut Vec<u8>) -> Result<(), Status> {
        let Some(table) = &self.table else { return self.write_item(source, Piece::Whole, out) };
        let revision = source.revision();
        let resource_version = if revision == 0 { String::new() } else { revision.to_string() };
        table.write_head(&ListMeta { resource_version, ..ListMeta::default() }, columns, out);
        self.write_item(source, Piece::Whole, out)?;
        out.extend_from_slice(LIST_TAIL);
        Ok(())
    }

    /// Appends one object as JSON, as an element of a list in the view's shape.
    ///
    /// # Errors
    /// As [`View::write_object`].
    pub(crate) fn write_element(&self, source: Source<'_>, out: &mut Vec<u8>) -> Result<(), Status> {
        self.write_item(source, Piece::ListItem, out)
    }

    fn write_item(&self, source: Source<'_>, piece: Piece, out: &mut Vec<u8>) -> Result<(), Status> {
        match (self.output.shape, &self.table) {
            (Shape::Metadata(version) | Shape::MetadataList(version), _) => self.write_metadata(source, version, out),
            (Shape::Table(..), Some(table)) => table.write_row(self, source, out),
            _ => source.write_json(&self.endpoint, &self.hub, piece, out),
        }
    }

    fn write_metadata(&self, source: Source<'_>, version: MetaVersion, out: &mut Vec<u8>) -> Result<(), Status> {
        metadata::write_head(version, out);
        if !source.write_metadata(&self.endpoint, out) {
            let mut whole = Vec::with_capacity(8 * 1024);
            source.write_json(&self.endpoint, &self.hub, Piece::Whole, &mut whole)?;
            metadata::write_of(&whole, out)?;
        }
        out.push(b'}');
        Ok(())
    }

    /// Appends what a list begins with.
    pub(crate) fn write_list_head(&self, meta: &ListMeta, out: &mut Vec<u8>) {
        if let Some(table) = &self.table {
            return table.write_head(meta, true, out);
        }
        let kind = self.list_kind();
        let mut text = String::from("{\"kind\":");
        meta::text::push_json(&mut text, &kind.0);
        text.push_str(",\"apiVersion\":");
        meta::text::push_json(&mut text, &kind.1);
        text.push_str(",\"metadata\":");
        meta.push_json(&mut text);
        text.push_str(",\"items\":[");
        out.extend_from_slice(text.as_bytes());
    }

    /// Kind and apiVersion of a list.
    pub(crate) fn list_kind(&self) -> (String, String) {
        match self.output.shape {
            Shape::Metadata(version) | Shape::MetadataList(version) => {
                ("PartialObjectMetadataList".to_owned(), format!("meta.k8s.io/{}", version.name()))
            }
            _ => (self.endpoint.resource.list_kind.to_owned(), self.endpoint.group_version.to_string()),
        }
    }

    /// Appends one object as a protobuf message, without envelope: an element of a list.
    ///
    /// # Errors
    /// As [`View::write_object`].
    pub(crate) fn write_message(&self, source: Source<'_>, out: &mut Vec<u8>) -> Result<(), Status> {
        if self.output.shape == Shape::Whole {
            return source.write_message(&self.endpoint, &self.hub, &self.kept, out);
        }
        let mut json = Vec::with_capacity(4 * 1024);
        self.write_object(source, false, &mut json)?;
        object::proto::transcode(&json, &self.kind().schema, out).map_err(Status::internal_error)
    }

    /// Bytes of that message, where they are known without making it.
    pub(crate) fn message_len(&self, source: Source<'_>) -> Option<usize> {
        if self.output.shape == Shape::Whole { source.message_len(&self.endpoint) } else { None }
    }

    /// Appends one object in its protobuf envelope, as watch events carry it.
    ///
    /// # Errors
    /// As [`View::write_object`].
    pub(crate) fn write_enveloped(&self, source: Source<'_>, out: &mut Vec<u8>) -> Result<(), Status> {
        let kind = self.kind();
        let mut message = Vec::with_capacity(8 * 1024);
        self.write_message(source, &mut message)?;
        object::proto::wrap(&kind.api_version, &kind.kind, &message, out);
        Ok(())
    }

    /// A number that views have in common when they show the same object in the same bytes.
    pub(crate) fn number(&self, columns: bool) -> u64 {
        let shape = match self.output.shape {
            Shape::Whole => "whole",
            Shape::Metadata(MetaVersion::V1) | Shape::MetadataList(MetaVersion::V1) => "metadata v1",
            Shape::Metadata(MetaVersion::V1Beta1) | Shape::MetadataList(MetaVersion::V1Beta1) => "metadata v1beta1",
            Shape::Table(version, include) => table::name(version, include, columns),
        };
        let format: &str = if self.output.format == Format::Protobuf { "protobuf" } else { "json" };
        [self.endpoint.served.version, self.endpoint.resource.group, shape, format]
            .into_iter()
            .flat_map(|part| part.bytes().chain([0]))
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// An empty object of the kind.
    pub(crate) fn empty(&self) -> object::Tree {
        crate::convert::named(object::Tree::new(self.hub.schema.clone()), &self.hub.kind)
    }

    /// An empty object of the kind with an annotation: what a bookmark shows.
    pub(crate) fn bookmark(&self, annotation: Option<&str>) -> object::Tree {
        let mut tree = self.empty();
        (self.hub.behaviour.empty)(&mut tree);
        if let Some(name) = annotation {
            tree.set_str(&["metadata", "annotations", name], "true");
        }
        tree
    }
}

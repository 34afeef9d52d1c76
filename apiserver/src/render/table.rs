//! `Table`: one row per object with the cells that its kind prints, as `kubectl get` shows them. What a kind prints is `kinds::columns`';
//! the sentences that explain columns come from OpenAPI's descriptions. Source: apiserver `pkg/endpoints/handlers/response.go` (asTable).

use std::sync::Arc;

use cacher::Form as Piece;
use kinds::columns::{self, Column, Description, PrintCtx, Printer, Row};
use meta::status::{ListMeta, Status};
use object::Tree;
use object::json::escape::write_string;
use openapi::descriptions::Descriptions;

use super::{INITIAL_EVENTS_END, Source, View};
use crate::endpoints::Call;
use crate::negotiate::{Include, MetaVersion};

/// What all rows of one answer have in common.
#[derive(Clone)]
pub(super) struct Context {
    version: MetaVersion,
    include: Include,
    printer: &'static Printer,
    /// The JSON of `columnDefinitions`.
    columns: Arc<[u8]>,
    /// Ages are counted to here.
    now: PrintCtx,
}

impl Context {
    /// The table of a request.
    pub(super) fn new(call: &Call, version: MetaVersion, include: Include) -> Self {
        let printer = columns::of(&call.hub.resource.group, &call.hub.resource.resource);
        let columns = call.hub.columns.get_or_init(|| column_definitions(printer.columns).into()).clone();
        Self { version, include, printer, columns, now: PrintCtx { now: call.server.world.now() } }
    }

    /// The table of a request for a scale.
    pub(super) fn of_scale(call: &Call, version: MetaVersion, include: Include) -> Self {
        let printer = columns::scale();
        let columns = column_definitions(printer.columns).into();
        Self { version, include, printer, columns, now: PrintCtx { now: call.server.world.now() } }
    }

    /// Whether rows depend on each other, so that a list must be printed as a whole.
    pub(super) fn needs_whole_list(&self) -> bool {
        self.printer.list.is_some()
    }

    /// Appends what a table begins with; rows follow.
    pub(super) fn write_head(&self, meta: &ListMeta, columns: bool, out: &mut Vec<u8>) {
        let mut text = String::from("{\"kind\":\"Table\",\"apiVersion\":\"meta.k8s.io/");
        text.push_str(self.version.name());
        text.push_str("\",\"metadata\":");
        meta.push_json(&mut text);
        text.push_str(",\"columnDefinitions\":");
        out.extend_from_slice(text.as_bytes());
        out.extend_from_slice(if columns { &self.columns } else { b"null" });
        out.extend_from_slice(b",\"rows\":[");
    }

    /// Appends the row of one object.
    pub(super) fn write_row(&self, view: &View, source: Source<'_>, out: &mut Vec<u8>) -> Result<(), Status> {
        let tree = source.printed_tree(&view.hub)?;
        let row = (self.printer.row)(&tree, &self.now);
        self.write(view, (source, &tree), &row, out)
    }

    /// Appends the rows of a whole list, in the printer's order.
    pub(super) fn write_rows(&self, view: &View, sources: &[Source<'_>], out: &mut Vec<u8>) -> Result<(), Status> {
        let trees = sources.iter().map(|source| Ok(source.printed_tree(&view.hub)?.into_owned()));
        let trees: Vec<Tree> = trees.collect::<Result<_, Status>>()?;
        let rows = self.printer.rows(&trees, &self.now);
        for (at, (position, row)) in rows.iter().enumerate() {
            let (Some(source), Some(tree)) = (sources.get(*position), trees.get(*position)) else { continue };
            if at > 0 {
                out.push(b',');
            }
            self.write(view, (*source, tree), row, out)?;
        }
        Ok(())
    }

    fn write(&self, view: &View, (source, tree): (Source<'_>, &Tree), row: &Row, out: &mut Vec<u8>) -> Result<(), Status> {
        out.extend_from_slice(b"{\"cells\":[");
        for (at, cell) in row.cells.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            cell.write_json(out);
        }
        out.push(b']');
        if !row.conditions.is_empty() {
            write_conditions(row, out);
        }
        out.extend_from_slice(b",\"object\":");
        match self.include {
            // What ends the initial events is shown whatever was asked for.
            Include::None if ends_initial_events(tree) => view.write_metadata(source, self.version, out)?,
            Include::None => out.extend_from_slice(b"null"),
            Include::Metadata => view.write_metadata(source, self.version, out)?,
            Include::Object => source.write_json(&view.endpoint, &view.hub, Piece::Whole, out)?,
        }
        out.push(b'}');
        Ok(())
    }
}

/// Whether an object bears the mark of the bookmark that ends the initial events.
fn ends_initial_events(tree: &Tree) -> bool {
    tree.str(&["metadata", "annotations", INITIAL_EVENTS_END]) == Some("true")
}

/// The name of a table's form, for sharing encoded frames.
pub(super) fn name(version: MetaVersion, include: Include, columns: bool) -> &'static str {
    match (version, include, columns) {
        (MetaVersion::V1, Include::Metadata, true) => "table v1 with metadata and columns",
        (MetaVersion::V1, Include::Metadata, false) => "table v1 with metadata",
        (MetaVersion::V1, Include::Object, true) => "table v1 with objects and columns",
        (MetaVersion::V1, Include::Object, false) => "table v1 with objects",
        (MetaVersion::V1, Include::None, true) => "table v1 with columns",
        (MetaVersion::V1, Include::None, false) => "table v1",
        (MetaVersion::V1Beta1, Include::Metadata, true) => "table v1beta1 with metadata and columns",
        (MetaVersion::V1Beta1, Include::Metadata, false) => "table v1beta1 with metadata",
        (MetaVersion::V1Beta1, Include::Object, true) => "table v1beta1 with objects and columns",
        (MetaVersion::V1Beta1, Include::Object, false) => "table v1beta1 with objects",
        (MetaVersion::V1Beta1, Include::None, true) => "table v1beta1 with columns",
        (MetaVersion::V1Beta1, Include::None, false) => "table v1beta1",
    }
}

/// The members of a JSON object, each text escaped as Go does.
fn write_texts(members: &[(&str, &str)], out: &mut Vec<u8>) {
    for (at, (name, text)) in members.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b"\"" } else { b",\"" });
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
        write_string(text.as_bytes(), out);
    }
}

fn write_conditions(row: &Row, out: &mut Vec<u8>) {
    out.extend_from_slice(b",\"conditions\":[");
    for (at, condition) in row.conditions.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b"{" } else { b",{" });
        let all =
            [("type", condition.ty), ("status", condition.status), ("reason", condition.reason), ("message", condition.message)];
        let set: Vec<_> = all.into_iter().filter(|(name, text)| matches!(*name, "type" | "status") || !text.is_empty()).collect();
        write_texts(&set, out);
        out.push(b'}');
    }
    out.push(b']');
}

/// The JSON of a printer's columns.
fn column_definitions(columns: &[Column]) -> Vec<u8> {
    let descriptions = Descriptions::load();
    let mut out = vec![b'['];
    for (at, column) in columns.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b"{" } else { b",{" });
        let description = match column.description {
            Description::Text(text) => text,
            Description::Field { definition, field: "" } => descriptions.of(definition).map_or("", |d| d.text),
            Description::Field { definition, field } => descriptions.of(definition).and_then(|d| d.field(field)).unwrap_or(""),
        };
        write_texts(
            &[("name", column.name), ("type", column.ty), ("format", column.format), ("description", description)],
            &mut out,
        );
        out.extend_from_slice(format!(",\"priority\":{}}}", column.priority).as_bytes());
    }
    out.push(b']');
    out
}

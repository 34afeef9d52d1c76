//! `Table`: one row per object with the cells that its kind prints, as `kubectl get` shows them. What a kind prints is `kinds::columns`';
//! the sentences that explain columns come from OpenAPI's descriptions. Source: apiserver `pkg/endpoints/handlers/response.go` (asTable).

use std::sync::Arc;

use cacher::{Encodings, Form as Piece, Object};
use kinds::columns::{self, AGE_MARK, Column, Description, PrintCtx, Printer, Row};
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
    /// Ages are counted to here: wall-clock nanoseconds.
    now: i128,
    /// Where rows are kept.
    kept: Arc<Encodings>,
}

impl Context {
    /// The table of a request.
    pub(super) fn new(call: &Call, version: MetaVersion, include: Include) -> Self {
        let printer = columns::of(&call.hub.resource.group, &call.hub.resource.resource);
        let columns = call.hub.columns.get_or_init(|| column_definitions(printer.columns).into()).clone();
        let world = &call.server.world;
        Self { version, include, printer, columns, now: world.now(), kept: world.encodings.clone() }
    }

    /// The table of a request for a scale.
    pub(super) fn of_scale(call: &Call, version: MetaVersion, include: Include) -> Self {
        let printer = columns::scale();
        let columns = column_definitions(printer.columns).into();
        let world = &call.server.world;
        Self { version, include, printer, columns, now: world.now(), kept: world.encodings.clone() }
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
        if let Some(object) = source.cached() {
            if let Some(row) = self.kept_row(object) {
                row.write(self.now, out);
                return self.write_object(view, (source, row.ends_initial_events), out);
            }
            let tree = source.printed_tree(&view.hub)?;
            if let Some(row) = self.print_for_any_time(object, &tree) {
                row.write(self.now, out);
                self.write_object(view, (source, row.ends_initial_events), out)?;
                let bytes = row.bytes();
                object.keep_row(Box::new(row), bytes, &self.kept);
                return Ok(());
            }
        }
        let tree = source.printed_tree(&view.hub)?;
        let row = (self.printer.row)(&tree, &PrintCtx::at(self.now));
        write_cells(&row, out);
        self.write_object(view, (source, ends_initial_events(&tree)), out)
    }

    /// The row that an earlier table has printed.
    fn kept_row<'a>(&self, object: &'a Object) -> Option<&'a AnyTime> {
        let row = object.row()?.downcast_ref::<AnyTime>()?;
        std::ptr::eq(row.printer, self.printer).then_some(row)
    }

    /// The row without its ages; none where that cannot be said so.
    fn print_for_any_time(&self, object: &Object, tree: &Tree) -> Option<AnyTime> {
        let mut mark = [0; 4];
        let mark = AGE_MARK.encode_utf8(&mut mark).as_bytes();
        if object.body().slices(0..object.body().len()).any(|slice| slice.contains(&mark[0])) {
            return None;
        }
        let ctx = PrintCtx::at_any_time();
        let row = (self.printer.row)(tree, &ctx);
        let times = ctx.times()?;
        let mut printed = Vec::with_capacity(256);
        write_cells(&row, &mut printed);
        let (mut text, mut ages, mut rest) = (Vec::with_capacity(printed.len()), Vec::new(), printed.as_slice());
        while let Some(at) = find(rest, mark) {
            text.extend_from_slice(&rest[..at]);
            let (number, behind) = rest[at + mark.len()..].split_at_checked(find(&rest[at + mark.len()..], mark)?)?;
            let number: usize = std::str::from_utf8(number).ok()?.parse().ok()?;
            ages.push((u32::try_from(text.len()).ok()?, *times.get(number)?));
            rest = &behind[mark.len()..];
        }
        text.extend_from_slice(rest);
        let ends_initial_events = ends_initial_events(tree);
        Some(AnyTime { printer: self.printer, text: text.into(), ages: ages.into(), ends_initial_events })
    }

    /// Appends the rows of a whole list, in the printer's order.
    pub(super) fn write_rows(&self, view: &View, sources: &[Source<'_>], out: &mut Vec<u8>) -> Result<(), Status> {
        let trees = sources.iter().map(|source| Ok(source.printed_tree(&view.hub)?.into_owned()));
        let trees: Vec<Tree> = trees.collect::<Result<_, Status>>()?;
        let rows = self.printer.rows(&trees, &PrintCtx::at(self.now));
        for (at, (position, row)) in rows.iter().enumerate() {
            let (Some(source), Some(tree)) = (sources.get(*position), trees.get(*position)) else { continue };
            if at > 0 {
                out.push(b',');
            }
            write_cells(row, out);
            self.write_object(view, (*source, ends_initial_events(tree)), out)?;
        }
        Ok(())
    }

    /// Appends what a row says of its object behind the cells, and ends the row. An object that ends the initial events shows that it does.
    fn write_object(&self, view: &View, (source, ends): (Source<'_>, bool), out: &mut Vec<u8>) -> Result<(), Status> {
        out.extend_from_slice(b",\"object\":");
        match self.include {
            // What ends the initial events is shown whatever was asked for.
            Include::None if ends => view.write_metadata(source, self.version, out)?,
            Include::None => out.extend_from_slice(b"null"),
            Include::Metadata => view.write_metadata(source, self.version, out)?,
            Include::Object => source.write_json(&view.endpoint, &view.hub, Piece::Whole, out)?,
        }
        out.push(b'}');
        Ok(())
    }
}

/// The cells of an object without its ages, kept with the object.
struct AnyTime {
    /// Who printed it.
    printer: &'static Printer,
    /// JSON of the row up to the object.
    text: Box<[u8]>,
    /// Where in the text an age belongs, and since when it counts.
    ages: Box<[(u32, i128)]>,
    ends_initial_events: bool,
}

impl AnyTime {
    fn write(&self, now: i128, out: &mut Vec<u8>) {
        let mut from = 0;
        for (at, since) in &self.ages {
            let at = *at as usize;
            out.extend_from_slice(&self.text[from..at]);
            out.extend_from_slice(columns::human_duration(now - since).as_bytes());
            from = at;
        }
        out.extend_from_slice(&self.text[from..]);
    }

    fn bytes(&self) -> usize {
        size_of::<Self>() + self.text.len() + size_of_val(&*self.ages)
    }
}

fn find(text: &[u8], mark: &[u8]) -> Option<usize> {
    text.windows(mark.len()).position(|window| window == mark)
}

/// Appends what a row begins with: its cells and conditions.
fn write_cells(row: &Row, out: &mut Vec<u8>) {
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

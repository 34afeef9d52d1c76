//! Columns of events, of both groups: they are kept as core events.

use super::cell::{NAME, column, field, name, number, since, string, text, time, wide};
use super::{Cell, PrintCtx, Printer, Row};
use crate::prepare;
use object::Tree;

const EVENT: &str = "io.k8s.api.core.v1.Event";

pub(super) static PRINTER: Printer = Printer::new(
    &[
        column("Last Seen", "string", field(EVENT, "lastTimestamp")),
        column("Type", "string", field(EVENT, "type")),
        column("Reason", "string", field(EVENT, "reason")),
        column("Object", "string", field(EVENT, "involvedObject")),
        wide(column("Subobject", "string", field("io.k8s.api.core.v1.ObjectReference", "fieldPath"))),
        wide(column("Source", "string", field(EVENT, "source"))),
        column("Message", "string", field(EVENT, "message")),
        wide(column("First Seen", "string", field(EVENT, "firstTimestamp"))),
        wide(column("Count", "string", field(EVENT, "count"))),
        wide(NAME),
    ],
    row,
);

fn row(tree: &Tree, ctx: &PrintCtx) -> Row {
    let ago = |path: &[&str]| time(tree.str(path)).map(|_| since(tree.str(path), ctx));
    let first = ago(&["firstTimestamp"]).unwrap_or_else(|| since(tree.str(&["eventTime"]), ctx));
    let (last, count) = if tree.at(&["series"]).is_some() {
        (since(tree.str(&["series", "lastObservedTime"]), ctx), number(tree, &["series", "count"]))
    } else {
        let last = ago(&["lastTimestamp"]).unwrap_or_else(|| first.clone());
        // Events that happen once have no count in the newer group.
        (last, Some(number(tree, &["count"])).filter(|count| *count != 0).unwrap_or(1))
    };
    vec![
        text(last),
        string(tree, &["type"]),
        string(tree, &["reason"]),
        text(target(tree)),
        string(tree, &["involvedObject", "fieldPath"]),
        text(source(tree)),
        text(prepare::text(tree, &["message"]).trim()),
        text(first),
        Cell::Int(count),
        name(tree),
    ]
    .into()
}

fn target(tree: &Tree) -> String {
    let kind = prepare::text(tree, &["involvedObject", "kind"]).to_lowercase();
    match prepare::text(tree, &["involvedObject", "name"]) {
        "" => kind,
        name => format!("{kind}/{name}"),
    }
}

/// Component and host; their newer names where these are empty.
fn source(tree: &Tree) -> String {
    let first = |paths: [&[&str]; 2]| paths.into_iter().filter_map(|path| tree.str(path)).find(|value| !value.is_empty());
    let component = first([&["source", "component"], &["reportingComponent"]]).unwrap_or_default();
    match first([&["source", "host"], &["reportingInstance"]]) {
        None => component.to_owned(),
        Some(instance) => format!("{component}, {instance}"),
    }
}

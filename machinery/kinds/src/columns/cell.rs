//! Cells and columns that many printers share. Used by the printers of this folder only; knows no kind.

use super::{Cell, Column, Description, PrintCtx};
use crate::prepare;
use crate::scale::label_selector;
use meta::time::{Time, parse_rfc3339};
use object::{NodeRef, Tree};

pub(super) const NONE: &str = "<none>";
pub(super) const UNKNOWN: &str = "<unknown>";
pub(super) const UNSET: &str = "<unset>";

const OBJECT_META: &str = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

/// The column that identifies the object.
pub(super) const NAME: Column = Column { format: "name", ..column("Name", "string", field(OBJECT_META, "name")) };
/// Time since creation.
pub(super) const AGE: Column = column("Age", "string", field(OBJECT_META, "creationTimestamp"));
/// Time of creation.
pub(super) const CREATED_AT: Column = column("Created At", "date", field(OBJECT_META, "creationTimestamp"));
/// Container names of a pod template.
pub(super) const CONTAINERS: Column =
    column("Containers", "string", Description::Text("Names of each container in the template."));
/// Images of a pod template.
pub(super) const IMAGES: Column =
    column("Images", "string", Description::Text("Images referenced by each container in the template."));

/// A column of the narrow view.
pub(super) const fn column(name: &'static str, ty: &'static str, description: Description) -> Column {
    Column { name, ty, format: "", priority: 0, description }
}

/// A column of the narrow view with a phrase of the printer's own.
pub(super) const fn phrase(name: &'static str, ty: &'static str, text: &'static str) -> Column {
    column(name, ty, Description::Text(text))
}

/// The same column, in the wide view only.
pub(super) const fn wide(column: Column) -> Column {
    Column { priority: 1, ..column }
}

/// The description of a field.
pub(super) const fn field(definition: &'static str, field: &'static str) -> Description {
    Description::Field { definition, field }
}

/// A text cell.
pub(super) fn text(value: impl Into<String>) -> Cell {
    Cell::Text(value.into())
}

/// Text under a path; empty where there is none.
pub(super) fn string(tree: &Tree, path: &[&str]) -> Cell {
    text(prepare::text(tree, path))
}

/// Text under a path, or another one where there is none.
pub(super) fn string_or(tree: &Tree, path: &[&str], otherwise: &str) -> Cell {
    text(tree.str(path).unwrap_or(otherwise))
}

/// Text under a path, or another one where it is empty or absent.
pub(super) fn filled_or(tree: &Tree, path: &[&str], otherwise: &str) -> Cell {
    text(tree.str(path).filter(|value| !value.is_empty()).unwrap_or(otherwise))
}

/// Whole number under a path.
pub(super) fn number(tree: &Tree, path: &[&str]) -> i64 {
    tree.i64(path).unwrap_or_default()
}

/// Whole number under a path, as a cell.
pub(super) fn int(tree: &Tree, path: &[&str]) -> Cell {
    Cell::Int(number(tree, path))
}

/// Boolean under a path; false where there is none.
pub(super) fn boolean(tree: &Tree, path: &[&str]) -> Cell {
    Cell::Bool(tree.bool(path).unwrap_or_default())
}

/// Number of elements or entries under a path.
pub(super) fn length(tree: &Tree, path: &[&str]) -> i64 {
    tree.at(path).map_or(0, |node| i64::try_from(node.len()).unwrap_or(i64::MAX))
}

/// Name of the object.
pub(super) fn name(tree: &Tree) -> Cell {
    string(tree, &["metadata", "name"])
}

/// Age of the object.
pub(super) fn age(tree: &Tree, ctx: &PrintCtx) -> Cell {
    text(since(tree.str(&["metadata", "creationTimestamp"]), ctx))
}

/// Time of creation, in full.
pub(super) fn created_at(tree: &Tree) -> Cell {
    string_or(tree, &["metadata", "creationTimestamp"], "0001-01-01T00:00:00Z")
}

/// Whether deletion has begun.
pub(super) fn is_going(tree: &Tree) -> bool {
    tree.at(&["metadata", "deletionTimestamp"]).is_some()
}

/// A point in time that is set.
pub(super) fn time(value: Option<&str>) -> Option<Time> {
    value.and_then(|value| parse_rfc3339(value).ok()).filter(|time| !time.is_zero())
}

/// Nanoseconds since the epoch.
pub(super) fn nanos(time: Time) -> i128 {
    i128::from(time.seconds) * 1_000_000_000 + i128::from(time.nanos)
}

/// How long ago a point in time was.
pub(super) fn since(value: Option<&str>, ctx: &PrintCtx) -> String {
    time(value).map_or_else(|| UNKNOWN.to_owned(), |time| ctx.ago(nanos(time)))
}

/// Labels as `a=b,c=d`. Upstream sorts the pairs, not the keys.
pub(super) fn labels(map: Option<NodeRef<'_>>) -> String {
    let mut pairs: Vec<String> = map
        .into_iter()
        .flat_map(NodeRef::entries)
        .map(|(key, value)| format!("{key}={}", value.as_str().unwrap_or_default()))
        .collect();
    pairs.sort_unstable();
    or_none(pairs.join(","))
}

/// A label selector in the form of a query.
pub(super) fn selector(selector: Option<NodeRef<'_>>) -> Cell {
    text(label_selector(selector).map_or_else(|_| "<error>".to_owned(), |selector| or_none(selector.to_string())))
}

/// The text, or `<none>` for an empty one.
pub(super) fn or_none(text: String) -> String {
    if text.is_empty() { NONE.to_owned() } else { text }
}

/// Names and images of the containers of the pod spec under a path.
pub(super) fn containers(tree: &Tree, spec: &[&str]) -> [Cell; 2] {
    let list = tree.at(spec).and_then(|spec| spec.field("containers"));
    ["name", "image"].map(|field| {
        let containers = list.into_iter().flat_map(NodeRef::items);
        let values: Vec<&str> = containers.map(|container| container.str(&[field]).unwrap_or_default()).collect();
        text(values.join(","))
    })
}

/// The texts of a list, joined by commas.
pub(super) fn joined(list: Option<NodeRef<'_>>) -> String {
    let values: Vec<&str> = list.into_iter().flat_map(NodeRef::items).filter_map(NodeRef::as_str).collect();
    values.join(",")
}

/// The first texts, and how many were left out.
pub(super) fn first_of<T: AsRef<str>>(values: &[T], limit: usize) -> String {
    let shown: Vec<&str> = values.iter().take(limit).map(AsRef::as_ref).collect();
    let shown = shown.join(",");
    match values.len().saturating_sub(limit) {
        0 => shown,
        more => format!("{shown} + {more} more..."),
    }
}

/// The first condition of a type in the list under a path.
pub(super) fn condition<'t>(tree: &'t Tree, path: &[&str], ty: &str) -> Option<NodeRef<'t>> {
    tree.items(path).find(|condition| condition.str(&["type"]) == Some(ty))
}

/// Whether a condition is true.
pub(super) fn is_true(condition: NodeRef<'_>) -> bool {
    condition.str(&["status"]) == Some("True")
}

//! Tests of the printers.

use super::*;
use crate::testkit::{NOW, tree};

fn json(cells: &[Cell]) -> String {
    let mut out = Vec::new();
    for cell in cells {
        out.push(b' ');
        cell.write_json(&mut out);
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn cells_are_written_as_go_writes_them() {
    assert_eq!(json(&[Cell::Text("<none>".to_owned()), Cell::Int(-3), Cell::Bool(true)]), r#" "\u003cnone\u003e" -3 true"#);
}

#[test]
fn kinds_without_columns_show_name_and_creation_time() {
    let role = tree(
        "rbac.authorization.k8s.io",
        "v1",
        "Role",
        r#"{"metadata":{"name":"a","creationTimestamp":"2026-01-02T03:04:05Z"}}"#,
    );
    let row = (of("rbac.authorization.k8s.io", "roles").row)(&role, &PrintCtx { now: NOW });
    assert_eq!(json(&row.cells), r#" "a" "2026-01-02T03:04:05Z""#);
}

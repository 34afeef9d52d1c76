//! Prints what a reference server printed: every column, and the rows of the recorded objects (`testdata/columns.json`, made by
//! `conformance/go/columns`).

use super::*;
use crate::resource::{Backing, Verb};
use crate::testkit::{NOW, tree};
use crate::{behaviour, id, table};
use serde_json::Value;

static RECORDED: &str = include_str!("../../testdata/columns.json");

/// Accepted differences: columns (group, plural, name) whose sentence is not upstream's. Upstream explains some in long sentences of
/// its own, which are left out; others with the sentences of versions that are no longer served, in whose place stand today's.
const OTHERWISE_DESCRIBED: [(&str, &str, &str); 7] = [
    ("", "pods", "Restarts"),
    ("", "resourcequotas", "Request"),
    ("", "resourcequotas", "Limit"),
    ("certificates.k8s.io", "certificatesigningrequests", "SignerName"),
    ("networking.k8s.io", "ingresses", "Class"),
    ("rbac.authorization.k8s.io", "clusterrolebindings", "Role"),
    ("rbac.authorization.k8s.io", "rolebindings", "Role"),
];

fn recorded(section: &str) -> Vec<Value> {
    let mut all: Value = serde_json::from_str(RECORDED).unwrap();
    serde_json::from_value(all[section].take()).unwrap()
}

fn str<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn printer(of: &Value) -> &'static Printer {
    match (str(of, "group"), str(of, "plural")) {
        ("autoscaling", "scale") => scale(),
        (group, plural) => super::of(group, plural),
    }
}

/// The row as the recording holds it, without the object.
fn shown(row: &Row) -> Value {
    let mut json = b"[".to_vec();
    for (at, cell) in row.cells.iter().enumerate() {
        json.extend_from_slice(if at > 0 { b"," } else { b"" });
        cell.write_json(&mut json);
    }
    json.push(b']');
    let cells: Value = serde_json::from_slice(&json).unwrap();
    let conditions = row
        .conditions
        .iter()
        .map(|c| serde_json::json!({"type": c.ty, "status": c.status, "reason": c.reason, "message": c.message}));
    serde_json::json!({"cells": cells, "conditions": conditions.collect::<Vec<_>>()})
}

/// What the reference printed.
fn expected(row: &Value) -> Value {
    let conditions = row.get("conditions").cloned().unwrap_or_else(|| Value::Array(Vec::new()));
    serde_json::json!({"cells": row["cells"], "conditions": conditions})
}

/// The object in the hub version; both event groups keep core events.
fn object(of: &Value, row: &Value) -> Tree {
    let object = &row["object"];
    let (group, version) = str(object, "apiVersion").split_once('/').unwrap_or(("", str(object, "apiVersion")));
    if str(of, "plural") != "scale" {
        let resource = table::resource(group, str(of, "plural")).unwrap();
        assert_eq!((resource.hub, resource.kind), (version, str(object, "kind")), "{of}");
    }
    let tree = tree(group, version, str(object, "kind"), &object.to_string());
    match behaviour(group, str(of, "plural")).and_then(|behaviour| behaviour.kept_as.and(behaviour.conversion(group, version))) {
        Some(conversion) => (conversion.to_hub)(&tree, &table::schema(id::CORE_V1_EVENT)).unwrap(),
        None => tree,
    }
}

/// The reference printed at some moment between two: ages may differ between these.
fn moments(of: &Value) -> [PrintCtx; 2] {
    ["before", "after"].map(|key| PrintCtx::at(i128::from(of[key].as_i64().unwrap())))
}

#[test]
fn columns_are_those_of_the_reference() {
    let columns = recorded("columns");
    let mut wrong = Vec::new();
    for of in &columns {
        let ours = printer(of).columns;
        let theirs = of["columns"].as_array().unwrap();
        let names = |all: &[Value]| all.iter().map(|c| str(c, "name").to_owned()).collect::<Vec<_>>();
        assert_eq!(ours.iter().map(|c| c.name).collect::<Vec<_>>(), names(theirs), "{} {}", of["group"], of["plural"]);
        for (ours, theirs) in ours.iter().zip(theirs) {
            let at = (str(of, "group"), str(of, "plural"), ours.name);
            assert_eq!((ours.ty, ours.format), (str(theirs, "type"), str(theirs, "format")), "{at:?}");
            assert_eq!(i64::from(ours.priority), theirs["priority"].as_i64().unwrap(), "{at:?}");
            if !describes(ours.description, theirs) {
                wrong.push((at, ours.description, theirs));
            }
        }
    }
    let otherwise: Vec<_> = wrong.iter().map(|(at, ..)| *at).collect();
    assert_eq!(otherwise, OTHERWISE_DESCRIBED, "{wrong:#?}");
    let served = table::resources().iter().filter(|r| r.versions.iter().any(|s| s.verbs.contains(Verb::List)));
    for resource in served {
        let is_recorded = |of: &&Value| (str(of, "group"), str(of, "plural")) == (resource.group, resource.plural);
        assert!(columns.iter().any(|of| is_recorded(&of)), "{} {} is not recorded", resource.group, resource.plural);
    }
}

/// Whether a description resolves to the recorded sentence.
fn describes(ours: Description, theirs: &Value) -> bool {
    match ours {
        Description::Field { definition, field } => {
            let wanted = format!("{definition} {field}");
            theirs["fields"].as_array().is_some_and(|fields| fields.iter().any(|f| f.as_str() == Some(&wanted)))
        }
        Description::Text(text) => Some(text) == theirs["text"].as_str(),
    }
}

#[test]
fn lists_are_printed_as_the_reference_prints_them() {
    let mut count = 0;
    for of in recorded("lists") {
        let rows = of["rows"].as_array().unwrap();
        let mut stored: Vec<(Tree, String)> =
            rows.iter().map(|row| (object(&of, row), row["object"]["metadata"]["uid"].to_string())).collect();
        let key = |tree: &Tree| ["namespace", "name"].map(|field| tree.str(&["metadata", field]).unwrap_or_default().to_owned());
        if table::resource(str(&of, "group"), str(&of, "plural")).unwrap().backing == Backing::Stored {
            stored.sort_by_key(|(tree, _)| key(tree));
        }
        let (trees, uids): (Vec<Tree>, Vec<String>) = stored.into_iter().unzip();
        let [before, after] = moments(&of).map(|ctx| printer(&of).rows(&trees, &ctx));
        assert_eq!(before.len(), rows.len(), "{}", of["plural"]);
        for (row, (before, after)) in rows.iter().zip(before.iter().zip(&after)) {
            assert_eq!(uids[before.0], row["object"]["metadata"]["uid"].to_string(), "order of {}", of["plural"]);
            check(row, &before.1, &after.1);
            count += 1;
        }
    }
    assert!(count >= 150, "{count} rows");
}

#[test]
fn single_objects_are_printed_as_the_reference_prints_them() {
    let alone = recorded("alone");
    for of in &alone {
        let tree = object(of, &of["row"]);
        let [before, after] = moments(of).map(|ctx| (printer(of).row)(&tree, &ctx));
        check(&of["row"], &before, &after);
    }
    assert!(alone.iter().any(|of| of["plural"] == "scale") && alone.iter().any(|of| of["plural"] == "storageclasses"));
}

/// Puts ages in their places.
fn filled(row: Row, times: &[i128], now: i128) -> Row {
    let fill = |text: String| {
        let parts = text.split(AGE_MARK).enumerate();
        let age = |number: &str| human_duration(now - times[number.parse::<usize>().unwrap()]);
        parts.map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { age(part) }).collect()
    };
    let cell = |cell| if let Cell::Text(text) = cell { Cell::Text(fill(text)) } else { cell };
    Row { cells: row.cells.into_iter().map(cell).collect(), ..row }
}

#[test]
fn rows_for_any_time_become_those_of_a_moment() {
    let (mut ages, mut bound) = (0, 0);
    for of in recorded("lists") {
        for row in of["rows"].as_array().unwrap() {
            let (tree, now) = (object(&of, row), i128::from(of["after"].as_i64().unwrap()) + 7_000_000_000);
            let ctx = PrintCtx::at_any_time();
            let open = (printer(&of).row)(&tree, &ctx);
            let Some(times) = ctx.times() else {
                bound += 1;
                continue;
            };
            ages += times.len();
            assert_eq!(filled(open, &times, now), (printer(&of).row)(&tree, &PrintCtx::at(now)), "{}", of["plural"]);
        }
    }
    assert!(ages >= 100 && bound > 0, "{ages} ages, {bound} rows that depend on the moment in another way");
}

fn check(row: &Value, before: &Row, after: &Row) {
    let (before, expect) = (shown(before), expected(row));
    if before != expect {
        assert_eq!(shown(after), expect, "{}", row["object"]);
    }
}

#[test]
fn cells_are_written_as_go_writes_them() {
    let mut out = Vec::new();
    for cell in [Cell::Text("<none>".to_owned()), Cell::Int(-3), Cell::Bool(true)] {
        cell.write_json(&mut out);
    }
    assert_eq!(String::from_utf8(out).unwrap(), r#""\u003cnone\u003e"-3true"#);
}

#[test]
fn objects_without_a_creation_time_are_printed() {
    let ctx = PrintCtx::at(NOW);
    let role = tree("rbac.authorization.k8s.io", "v1", "Role", r#"{"metadata":{"name":"a"}}"#);
    let row = (of("rbac.authorization.k8s.io", "roles").row)(&role, &ctx);
    assert_eq!(row.cells[1], Cell::Text("0001-01-01T00:00:00Z".to_owned()));
    let secret = tree("", "v1", "Secret", r#"{"metadata":{"name":"a"}}"#);
    assert_eq!((of("", "secrets").row)(&secret, &ctx).cells[3], Cell::Text("<unknown>".to_owned()));
}

/// The cells of one synthetic object, for states that a server reaches only with other programs' help.
fn check_cells(group: &str, plural: &str, object: &str, from: usize, expect: &[&str]) {
    let resource = table::resource(group, plural).unwrap();
    let row = (of(group, plural).row)(&tree(group, resource.hub, resource.kind, object), &PrintCtx::at(NOW));
    let cells: Vec<&str> = row.cells[from..][..expect.len()]
        .iter()
        .map(|cell| match cell {
            Cell::Text(text) => text.as_str(),
            other => panic!("{other:?} of {object}"),
        })
        .collect();
    assert_eq!(cells, expect, "{object}");
}

#[test]
fn states_that_other_programs_bring_about_are_printed() {
    let certificates = "certificates.k8s.io";
    let request = |status: &str| format!(r#"{{"status":{status}}}"#);
    let conditions = |types: &str| request(&format!(r#"{{"conditions":[{types}]}}"#));
    let issued = request(r#"{"certificate":"YQ==","conditions":[{"type":"Approved","status":"True"}]}"#);
    check_cells(certificates, "certificatesigningrequests", &issued, 5, &["Approved,Issued"]);
    for state in ["Issued", "Denied", "Failed"] {
        let object = conditions(&format!(r#"{{"type":"{state}","status":"True"}}"#));
        check_cells(certificates, "podcertificaterequests", &object, 5, &[state]);
    }
    check_cells(certificates, "podcertificaterequests", &conditions(""), 5, &["Pending"]);

    let services = |condition: &str| conditions(&format!(r#"{{"type":"Available",{condition}}}"#));
    check_cells("apiregistration.k8s.io", "apiservices", &services(r#""status":"True","reason":"Local""#), 2, &["True"]);
    check_cells("apiregistration.k8s.io", "apiservices", &services(r#""status":"Unknown""#), 2, &["Unknown"]);
    check_cells("apiregistration.k8s.io", "apiservices", &services(r#""status":"False","reason":"Why""#), 2, &["False (Why)"]);

    let migrations = conditions(r#"{"type":"Running","status":"False"},{"type":"Succeeded","status":"True"}"#);
    check_cells("storagemigration.k8s.io", "storageversionmigrations", &migrations, 2, &["Succeeded"]);
    check_cells("internal.apiserver.k8s.io", "storageversions", "{}", 1, &["<unset>", "<unset>"]);
}

#[test]
fn bad_selectors_are_printed_as_such() {
    let object = r#"{"spec":{"selector":{"matchExpressions":[{"key":"a","operator":"Near"}]}}}"#;
    check_cells("apps", "deployments", object, 7, &["<invalid>"]);
    check_cells("apps", "replicasets", object, 7, &["<error>"]);
    check_cells("apps", "replicasets", "{}", 7, &["<none>"]);
    check_cells("apps", "deployments", "{}", 7, &[""]);
}

/// The newest of the marked classes is the default in a list; alone, none is.
#[test]
fn one_default_class_is_marked() {
    let class = |name: &str, created: &str, is_default: &str| {
        let text = format!(
            r#"{{"metadata":{{"name":"{name}","creationTimestamp":"2026-01-01T00:00:{created}Z",
                "annotations":{{"storageclass.kubernetes.io/is-default-class":"{is_default}"}}}}}}"#
        );
        tree("storage.k8s.io", "v1", "StorageClass", &text)
    };
    let list = [class("a", "01", "true"), class("b", "02", "true"), class("c", "02", "true"), class("d", "03", "false")];
    let printer = of("storage.k8s.io", "storageclasses");
    let ctx = PrintCtx::at(NOW);
    let names = printer.rows(&list, &ctx).into_iter().map(|(_, row)| row.cells[0].clone());
    assert_eq!(Vec::from_iter(names), ["a", "b (default)", "c", "d"].map(|name| Cell::Text(name.to_owned())));
    assert_eq!((printer.row)(&list[1], &ctx).cells[0], Cell::Text("b".to_owned()));
}

#[test]
fn flow_schemas_are_listed_in_the_order_in_which_they_are_tried() {
    let schema = |name: &str, precedence: i64| {
        let text = format!(r#"{{"metadata":{{"name":"{name}"}},"spec":{{"matchingPrecedence":{precedence}}}}}"#);
        tree("flowcontrol.apiserver.k8s.io", "v1", "FlowSchema", &text)
    };
    let list = [schema("a", 9), schema("c", 2), schema("b", 2)];
    let rows = of("flowcontrol.apiserver.k8s.io", "flowschemas").rows(&list, &PrintCtx::at(NOW));
    assert_eq!(Vec::from_iter(rows.iter().map(|(at, _)| *at)), [2, 1, 0]);
}

/// Shapes that no server accepts but that a printer must survive: every struct and list empty, every field absent.
#[test]
fn empty_objects_are_printed() {
    for &(group, plural, printer) in PRINTERS {
        let (group, plural) = if group == "events.k8s.io" { ("", plural) } else { (group, plural) };
        let resource = table::resource(group, plural).unwrap_or_else(|| panic!("{group} {plural} does not exist"));
        let empty = tree(group, resource.hub, resource.kind, "{}");
        let row = (printer.row)(&empty, &PrintCtx::at(NOW));
        assert!(row.cells.len() >= printer.columns.len(), "{group} {plural}");
        assert!(printer.rows(&[], &PrintCtx::at(NOW)).is_empty());
    }
}

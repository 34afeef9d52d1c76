//! Events in both groups, against an answer of the reference server.

use crate::behaviours::behaviour;
use crate::table;
use crate::testkit::{Request, text, tree};

fn check(group: &str, object: &str, expect: &str) {
    let conversion = behaviour("events.k8s.io", "events").unwrap().conversion("events.k8s.io", "v1").unwrap();
    let (target, run) = if group.is_empty() { ("events.k8s.io", conversion.from_hub) } else { ("", conversion.to_hub) };
    let schema = table::schema_of(target, "v1", "Event").unwrap();
    let result = run(&tree(group, "v1", "Event", object), &schema).unwrap();
    assert_eq!(text(&result), text(&tree(target, "v1", "Event", expect)));
}

#[test]
fn fields_have_other_names() {
    let core = r#"{"metadata":{"name":"a"},"involvedObject":{"kind":"Pod","name":"p"},"reason":"r","message":"m","source":{"component":"c"},
        "firstTimestamp":"2026-01-01T00:00:00Z","lastTimestamp":"2026-01-02T00:00:00Z","count":3,"type":"Normal",
        "eventTime":"2026-01-01T00:00:00.000000Z","series":{"count":2,"lastObservedTime":"2026-01-01T00:00:00.000000Z"},
        "action":"x","related":{"kind":"Node"},"reportingComponent":"rc","reportingInstance":"ri"}"#;
    let events = r#"{"metadata":{"name":"a"},"eventTime":"2026-01-01T00:00:00.000000Z",
        "series":{"count":2,"lastObservedTime":"2026-01-01T00:00:00.000000Z"},"reportingController":"rc","reportingInstance":"ri",
        "action":"x","reason":"r","regarding":{"kind":"Pod","name":"p"},"related":{"kind":"Node"},"note":"m","type":"Normal",
        "deprecatedSource":{"component":"c"},"deprecatedFirstTimestamp":"2026-01-01T00:00:00Z",
        "deprecatedLastTimestamp":"2026-01-02T00:00:00Z","deprecatedCount":3}"#;
    check("", core, events);
    check("events.k8s.io", events, core);
    check(
        "",
        r#"{"metadata":{"name":"a"},"involvedObject":{"namespace":"default"}}"#,
        r#"{"metadata":{"name":"a"},"eventTime":null,"regarding":{"namespace":"default"},"deprecatedSource":{},
            "deprecatedFirstTimestamp":null,"deprecatedLastTimestamp":null}"#,
    );
}

#[test]
fn names_are_free_in_the_core_group_only() {
    Request::to("", "events").check_name("{}", "Bad_Name", &[]);
    let (complaints, _) = Request::to("events.k8s.io", "events").with(None, |ctx| {
        behaviour("events.k8s.io", "events").unwrap().name.check("Bad_Name", false, &tree("", "v1", "Event", "{}"), ctx)
    });
    assert_eq!(complaints.len(), 1);
}

//! API services.

use crate::testkit::{NOW_TEXT, Request};

fn services() -> Request<'static> {
    Request::to("apiregistration.k8s.io", "apiservices")
}

#[test]
fn local_services_are_available_at_once() {
    let spec = r#""spec":{"version":"v1","groupPriorityMinimum":1,"versionPriority":1}"#;
    services().check(
        None,
        &format!("{{{spec}}}"),
        &format!(
            r#"{{{spec},"status":{{"conditions":[{{"type":"Available","status":"True","lastTransitionTime":"{NOW_TEXT}",
                "reason":"Local","message":"Local APIServices are always available"}}]}}}}"#
        ),
    );
    let remote = r#"{"spec":{"service":{"name":"a"},"groupPriorityMinimum":1,"versionPriority":1}}"#;
    services().check(None, remote, remote);
}

#[test]
fn status_keeps_labels_but_takes_other_metadata() {
    services().sub("status").check(
        Some(r#"{"metadata":{"name":"a","labels":{"a":"b"}},"spec":{"version":"v1","groupPriorityMinimum":1,"versionPriority":1}}"#),
        r#"{"metadata":{"name":"a","generateName":"x"},"spec":{"groupPriorityMinimum":0,"versionPriority":0},"status":{"conditions":[{"type":"A","status":"True"}]}}"#,
        r#"{"metadata":{"name":"a","generateName":"x","labels":{"a":"b"}},"spec":{"version":"v1","groupPriorityMinimum":1,"versionPriority":1},
            "status":{"conditions":[{"type":"A","status":"True"}]}}"#,
    );
}

#[test]
fn names_are_version_and_group() {
    let object = r#"{"spec":{"version":"v1","group":"g.io","groupPriorityMinimum":1,"versionPriority":1}}"#;
    services().check_name(object, "v1.g.io", &[]);
    services().check_name(object, "x", &["must be `spec.version+\".\"+spec.group`: \"v1.g.io\""]);
    services().check_name(object, "a/b", &["may not contain '/'"]);
    services().check_name(r#"{"spec":{"version":"v1","groupPriorityMinimum":1,"versionPriority":1}}"#, "v1.", &[]);
}

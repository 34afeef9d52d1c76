//! Kinds of group apps with rules of their own.

use crate::testkit::Request;

#[test]
fn annotations_move_the_generation_of_deployments() {
    let request = Request::to("apps", "deployments");
    let old = r#"{"metadata":{"generation":2,"annotations":{"a":"b"},"labels":{"a":"b"}},"spec":{"paused":true}}"#;
    request.check(Some(old), old, old);
    let more = |generation: u8, labels: &str| {
        format!(
            r#"{{"metadata":{{"generation":{generation},"annotations":{{"a":"c"}},"labels":{{"a":"{labels}"}}}},"spec":{{"paused":true}}}}"#
        )
    };
    request.check(Some(old), &more(0, "c"), &more(3, "c"));
    Request::to("apps", "deployments").sub("status").check(Some(old), &more(0, "c"), &more(2, "b"));
}

#[test]
fn rollback_annotations_hold_numbers() {
    let request = Request::to("apps", "deployments");
    let with = |value: &str| format!(r#"{{"metadata":{{"annotations":{{"deprecated.deployment.rollback.to":"{value}"}}}}}}"#);
    request.check_normal(&with("+07"), Ok(&with("7")));
    request.check_normal(&with(""), Ok("{}"));
    request.check_normal("{}", Ok("{}"));
    let error = "failed to parse annotation[deprecated.deployment.rollback.to]=x as int64: strconv.ParseInt: parsing \"x\": invalid syntax";
    request.check_normal(&with("x"), Err(error));
}

#[test]
fn daemon_sets_count_changes_of_their_template() {
    let request = Request::to("apps", "daemonsets");
    let object = |generation: u8, template: &str, number: &str, spec: &str| {
        format!(
            r#"{{"metadata":{{"generation":{generation},"annotations":{{"deprecated.daemonset.template.generation":"{number}"}}}},
                "spec":{{"template":{{"metadata":{{"labels":{{"a":"{template}"}}}},"spec":{{"containers":null}}}}{spec}}}}}"#
        )
    };
    let bare = r#"{"spec":{"template":{"metadata":{"labels":{"a":"x"}},"spec":{"containers":null}}}}"#;
    request.check(None, bare, &object(1, "x", "1", ""));
    request.check(None, &object(9, "x", "5", ""), &object(1, "x", "5", ""));
    let old = object(2, "x", "4", "");
    request.check(Some(&old), bare, &old);
    request.check(Some(&old), &object(0, "x", "9", ""), &old);
    request.check(Some(&old), &object(0, "x", "9", r#","minReadySeconds":3"#), &object(3, "x", "4", r#","minReadySeconds":3"#));
    request.check(Some(&old), &object(0, "y", "9", ""), &object(3, "y", "5", ""));
    request.check_normal(&object(1, "x", "007", ""), Ok(&object(1, "x", "7", "")));
    request.check_normal(&object(1, "x", "x", ""), Err("strconv.ParseInt: parsing \"x\": invalid syntax"));
}

#[test]
fn claim_templates_say_their_kind() {
    Request::to("apps", "statefulsets").check_normal(
        r#"{"spec":{"volumeClaimTemplates":[{"metadata":{"name":"a"}},{"kind":"X","apiVersion":"x/v1"}]}}"#,
        Ok(r#"{"spec":{"volumeClaimTemplates":[{"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"a"}},
            {"kind":"PersistentVolumeClaim","apiVersion":"v1"}]}}"#),
    );
}

//! Requests for certificates, and trust bundles.

use crate::strategy::User;
use crate::testkit::{NOW_TEXT, Request};

fn requests() -> Request<'static> {
    Request::to("certificates.k8s.io", "certificatesigningrequests")
}

#[test]
fn the_server_says_who_asks() {
    let user = User {
        name: "jane".to_owned(),
        uid: "7".to_owned(),
        groups: vec!["devs".to_owned(), "ops".to_owned()],
        extra: vec![("scopes".to_owned(), vec!["a".to_owned(), "b".to_owned()])],
    };
    let request = Request { user, ..requests() };
    request.check(
        None,
        r#"{"spec":{"request":"YQ==","signerName":"a.b/c","username":"evil","groups":["system:masters"],"extra":{"x":["y"]}},
            "status":{"certificate":"YQ=="}}"#,
        r#"{"spec":{"request":"YQ==","signerName":"a.b/c","username":"jane","uid":"7","groups":["devs","ops"],"extra":{"scopes":["a","b"]}}}"#,
    );
    requests().check(
        None,
        r#"{"spec":{"request":null,"signerName":"s","username":"evil","uid":"u"}}"#,
        r#"{"spec":{"request":null,"signerName":"s"}}"#,
    );
}

#[test]
fn specs_never_change() {
    let old = r#"{"spec":{"request":"YQ==","signerName":"a.b/c"},"status":{"certificate":"YQ=="}}"#;
    requests().check(
        Some(old),
        r#"{"metadata":{"labels":{"a":"b"}},"spec":{"request":"Yg==","signerName":"a.b/c"}}"#,
        r#"{"metadata":{"labels":{"a":"b"}},"spec":{"request":"YQ==","signerName":"a.b/c"},"status":{"certificate":"YQ=="}}"#,
    );
}

#[test]
fn approval_takes_conditions_and_fills_their_times() {
    let old = r#"{"spec":{"request":"YQ==","signerName":"s"},"status":{"certificate":"YQ==","conditions":[
        {"type":"Approved","status":"True","lastUpdateTime":"2026-01-01T00:00:00Z","lastTransitionTime":"2026-01-02T00:00:00Z"}]}}"#;
    requests().sub("approval").check(
        Some(old),
        r#"{"spec":{"request":"Yg==","signerName":"s"},"status":{"certificate":"Yg==","conditions":[
            {"type":"Approved","status":"True","lastUpdateTime":null,"lastTransitionTime":null,"reason":"r"},
            {"type":"Failed","status":"True","lastUpdateTime":"2026-03-03T00:00:00Z","lastTransitionTime":null}]}}"#,
        &format!(
            r#"{{"spec":{{"request":"YQ==","signerName":"s"}},"status":{{"certificate":"YQ==","conditions":[
                {{"type":"Approved","status":"True","lastUpdateTime":"{NOW_TEXT}","lastTransitionTime":"2026-01-02T00:00:00Z","reason":"r"}},
                {{"type":"Failed","status":"True","lastUpdateTime":"2026-03-03T00:00:00Z","lastTransitionTime":"{NOW_TEXT}"}}]}}}}"#
        ),
    );
}

#[test]
fn status_cannot_approve() {
    let approved = |reason: &str| {
        format!(
            r#"{{"type":"Approved","status":"True","reason":"{reason}","lastUpdateTime":"2026-01-01T00:00:00Z","lastTransitionTime":"2026-01-01T00:00:00Z"}}"#
        )
    };
    let object = |conditions: &str, certificate: &str| {
        format!(r#"{{"spec":{{"request":"YQ==","signerName":"s"}},"status":{{{certificate}"conditions":[{conditions}]}}}}"#)
    };
    requests().sub("status").check(
        Some(&object(&approved("r"), "")),
        &object(&approved("other"), r#""certificate":"YQ==","#),
        &object(&approved("r"), r#""certificate":"YQ==","#),
    );
    // Another number of conditions is left for validation.
    let added = object(&approved("r"), "");
    requests().sub("status").check(Some(r#"{"spec":{"request":"YQ==","signerName":"s"}}"#), &added, &added);
}

#[test]
fn bundles_are_named_after_their_signer() {
    let request = Request::to("certificates.k8s.io", "clustertrustbundles");
    let signed = r#"{"spec":{"signerName":"a.b/c","trustBundle":""}}"#;
    request.check_name(signed, "a.b:c:name", &[]);
    request.check_name(signed, "name", &["ClusterTrustBundle for signerName a.b/c must be named with prefix a.b:c:"]);
    request.check_name("{}", "name", &[]);
    request.check_name("{}", "a:name", &["ClusterTrustBundle without signer name must not have \":\" in its name"]);
    requests().check_name("{}", "Any_Thing:at.all", &[]);
}

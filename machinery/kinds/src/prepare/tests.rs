//! The shared blocks, each on the kind that shows it best.

use super::*;
use crate::testkit::{Request, tree};

fn check_changed(old: &str, new: &str, expect: bool) {
    let object = |text| tree("networking.k8s.io", "v1", "NetworkPolicy", text);
    let (old, new) = (object(old), object(new));
    assert_eq!(changed(&new, &old, &["spec"]), expect);
    assert_eq!(changed(&old, &new, &["spec"]), expect);
}

#[test]
fn empty_and_absent_are_the_same() {
    check_changed("{}", "{}", false);
    check_changed("{}", r#"{"spec":{}}"#, false);
    check_changed("{}", r#"{"spec":{"ingress":[]}}"#, false);
    check_changed(r#"{"spec":{"ingress":[{}]}}"#, r#"{"spec":{"ingress":[{"from":[]}]}}"#, false);
    check_changed(r#"{"spec":{"ingress":[{}]}}"#, r#"{"spec":{"ingress":[{},{}]}}"#, true);
    check_changed(r#"{"spec":{"podSelector":{"matchLabels":{}}}}"#, "{}", false);
    check_changed(r#"{"spec":{"podSelector":{"matchLabels":{"a":"b"}}}}"#, "{}", true);
    let port = |port: &str| format!(r#"{{"spec":{{"ingress":[{{"ports":[{{"port":{port}}}]}}]}}}}"#);
    check_changed(&port("80"), &port("\"80\""), true);
    check_changed(&port("0"), r#"{"spec":{"ingress":[{"ports":[{}]}]}}"#, true);
}

#[test]
fn quantities_compare_by_value() {
    let quota = |amount: &str| tree("", "v1", "ResourceQuota", &format!(r#"{{"spec":{{"hard":{{"memory":"{amount}"}}}}}}"#));
    assert!(!changed(&quota("1Gi"), &quota("1073741824"), &["spec"]));
    assert!(changed(&quota("1Gi"), &quota("1G"), &["spec"]));
}

#[test]
fn a_pointer_to_zero_is_not_absent() {
    let deployment = |text| tree("apps", "v1", "Deployment", text);
    let (zero, none) = (deployment(r#"{"spec":{"replicas":0}}"#), deployment("{}"));
    assert!(changed(&zero, &none, &["spec"]));
    assert!(!changed(&zero, &zero.clone(), &["spec"]));
}

#[test]
fn spec_and_status() {
    let main = Request::to("apps", "replicasets");
    main.check(
        None,
        r#"{"metadata":{"generation":7},"spec":{"replicas":2},"status":{"replicas":2}}"#,
        r#"{"metadata":{"generation":1},"spec":{"replicas":2}}"#,
    );
    let old = r#"{"metadata":{"generation":3},"spec":{"replicas":2},"status":{"replicas":2}}"#;
    main.check(Some(old), r#"{"spec":{"replicas":2},"status":{"replicas":9}}"#, old);
    main.check(
        Some(old),
        r#"{"metadata":{"labels":{"a":"b"}},"spec":{"replicas":2}}"#,
        r#"{"metadata":{"generation":3,"labels":{"a":"b"}},"spec":{"replicas":2},"status":{"replicas":2}}"#,
    );
    main.check(
        Some(old),
        r#"{"spec":{"replicas":3}}"#,
        r#"{"metadata":{"generation":4},"spec":{"replicas":3},"status":{"replicas":2}}"#,
    );
    main.check(Some(old), "{}", r#"{"metadata":{"generation":4},"status":{"replicas":2}}"#);
}

#[test]
fn status_endpoints_of_old_kinds_take_metadata() {
    Request::to("apps", "replicasets").sub("status").check(
        Some(r#"{"metadata":{"generation":3,"labels":{"a":"b"}},"spec":{"replicas":2},"status":{"replicas":2}}"#),
        r#"{"metadata":{"labels":{"c":"d"}},"spec":{"replicas":5},"status":{"replicas":4}}"#,
        r#"{"metadata":{"generation":3,"labels":{"c":"d"}},"spec":{"replicas":2},"status":{"replicas":4}}"#,
    );
}

#[test]
fn status_endpoints_of_new_kinds_do_not() {
    Request::to("storage.k8s.io", "volumeattachments").sub("status").check(
        Some(r#"{"metadata":{"name":"a","labels":{"a":"b"},"finalizers":["x/y"]},"spec":{"attacher":"a"}}"#),
        r#"{"metadata":{"name":"a","labels":{"c":"d"},"annotations":{"e":"f"},"managedFields":[{"manager":"m"}]},
            "spec":{"attacher":"b"},"status":{"attached":true}}"#,
        r#"{"metadata":{"name":"a","labels":{"a":"b"},"finalizers":["x/y"],"managedFields":[{"manager":"m"}]},
            "spec":{"attacher":"a"},"status":{"attached":true}}"#,
    );
    Request::to("flowcontrol.apiserver.k8s.io", "flowschemas").sub("status").check(
        Some(r#"{"metadata":{"name":"a","resourceVersion":"5"},"spec":{"matchingPrecedence":1}}"#),
        r#"{"metadata":{"name":"a","resourceVersion":"4","labels":{"c":"d"},"managedFields":[{"manager":"m"}]},
            "status":{"conditions":[{"type":"Dangling","status":"True"}]}}"#,
        r#"{"metadata":{"name":"a","resourceVersion":"5","managedFields":[{"manager":"m"}]},"spec":{"matchingPrecedence":1},
            "status":{"conditions":[{"type":"Dangling","status":"True"}]}}"#,
    );
}

#[test]
fn generation_can_be_set_once_or_from_the_first_change_on() {
    let priority = Request::to("scheduling.k8s.io", "priorityclasses");
    priority.check(None, r#"{"value":1}"#, r#"{"metadata":{"generation":1},"value":1}"#);
    priority.check(
        Some(r#"{"metadata":{"generation":1},"value":1}"#),
        r#"{"value":1,"description":"d"}"#,
        r#"{"metadata":{"generation":1},"value":1,"description":"d"}"#,
    );
    let driver = Request::to("storage.k8s.io", "csidrivers");
    driver.check(None, r#"{"metadata":{"name":"d"}}"#, r#"{"metadata":{"name":"d"}}"#);
    driver.check(
        Some(r#"{"metadata":{"name":"d"}}"#),
        r#"{"metadata":{"name":"d"},"spec":{"attachRequired":false}}"#,
        r#"{"metadata":{"name":"d","generation":1},"spec":{"attachRequired":false}}"#,
    );
}

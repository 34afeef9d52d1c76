//! Defaulting where upstream's own code, run with its usual gates, is not asked (`tests/roundtrip/defaulting.rs`): gates, the release
//! before, and objects that are none of ours.

use super::fill;
use crate::table;
use crate::testkit::{NOW_TEXT, Request, text};
use object::schema::{Schema, TypeTable, Types};
use object::{Tree, json};
use std::sync::Arc;

/// Compares an object after defaulting, with some gates off and all others on.
fn check(group: &str, plural: &str, off: &[&str], sent: &str, expect: &str) {
    let request = Request { off, ..Request::to(group, plural) };
    let mut object = request.hub(sent);
    request.with(None, |ctx| fill(&mut object, ctx));
    assert_eq!(text(&object), text(&request.hub(expect)), "{sent} without {off:?}");
    let again = text(&object);
    request.with(None, |ctx| fill(&mut object, ctx));
    assert_eq!(text(&object), again, "defaulted twice");
}

const SPEC: &str = r#""dnsPolicy":"ClusterFirst","restartPolicy":"Always","securityContext":{},"schedulerName":"default-scheduler","terminationGracePeriodSeconds":30,"enableServiceLinks":true"#;
const CONTAINER: &str =
    r#""imagePullPolicy":"IfNotPresent","terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File""#;

#[test]
fn a_pod_without_a_spec_gets_one() {
    check("", "pods", &[], "{}", &format!(r#"{{"spec":{{"containers":null,{SPEC}}}}}"#));
}

#[test]
fn probes_say_their_protocol_where_there_is_a_choice() {
    let pod = |get: &str, probe: &str, rest: &str| {
        format!(
            r#"{{"spec":{{"containers":[{{"name":"a","image":"a:1","readinessProbe":{{"httpGet":{{{get}}}{probe}}}{rest}}}]}}}}"#
        )
    };
    let filled = |protocol: &str| {
        let get = format!(r#""port":1,"path":"/","scheme":"HTTP"{protocol}"#);
        let probe = r#","timeoutSeconds":1,"periodSeconds":10,"successThreshold":1,"failureThreshold":3"#;
        pod(&get, probe, &format!(",{CONTAINER}")).replace("]}}", &format!("],{SPEC}}}}}"))
    };
    check("", "pods", &[], &pod(r#""port":1"#, "", ""), &filled(r#","protocol":"HTTP1""#));
    check("", "pods", &["H2CContainerProbe"], &pod(r#""port":1"#, "", ""), &filled(""));
}

#[test]
fn the_release_before_fills_resources_of_the_pod_itself() {
    let pod = |resources: &str, requests: &str, rest: &str| {
        format!(
            r#"{{"spec":{{"resources":{resources},"containers":[{{"name":"a","image":"a:1","resources":{{"limits":{{"cpu":"2","hugepages-2Mi":"4Mi"}}{requests}}}{rest}"#
        )
    };
    let requests = r#","requests":{"cpu":"2","hugepages-2Mi":"4Mi"}"#;
    let rest = format!(",{CONTAINER}}}],{SPEC}}}}}");
    let sent = pod(r#"{"limits":{"memory":"1Gi"}}"#, "", "}]}}");
    check("", "pods", &[], &sent, &pod(r#"{"limits":{"memory":"1Gi"}}"#, requests, &rest));
    let filled =
        r#"{"limits":{"memory":"1Gi","hugepages-2Mi":"4Mi"},"requests":{"cpu":"2","memory":"1Gi","hugepages-2Mi":"4Mi"}}"#;
    check("", "pods", &["PodLevelResourcesFixDefaulting"], &sent, &pod(filled, requests, &rest));
    let sent = pod("{}", "", "}]}}");
    check("", "pods", &["PodLevelResourcesFixDefaulting"], &sent, &pod("{}", requests, &rest));
}

#[test]
fn gates_add_fields() {
    let driver = |more: &str| {
        format!(
            r#"{{"spec":{{"attachRequired":true,"podInfoOnMount":false,"volumeLifecycleModes":["Persistent"],"storageCapacity":false,"fsGroupPolicy":"ReadWriteOnceWithFSType","requiresRepublish":false{more}}}}}"#
        )
    };
    let (linux, missing) = (r#","seLinuxMount":false"#, r#","preventPodSchedulingIfMissing":false"#);
    check("storage.k8s.io", "csidrivers", &["VolumeLimitScaling"], "{}", &driver(linux));
    check("storage.k8s.io", "csidrivers", &["SELinuxMountReadWriteOncePod"], "{}", &driver(missing));
    let group = |policy: &str| format!(r#"{{"spec":{{"disruptionMode":{{"single":{{}}}}{policy}}}}}"#);
    check("scheduling.k8s.io", "podgroups", &["PodGroupPreemptionPolicy"], "{}", &group(""));
    check("scheduling.k8s.io", "podgroups", &[], "{}", &group(r#","preemptionPolicy":"PreemptLowerPriority""#));
}

#[test]
fn taints_are_stamped_with_the_time_of_the_request() {
    let rule = |time: &str| format!(r#"{{"spec":{{"taint":{{"key":"a","effect":"NoExecute"{time}}}}}}}"#);
    check("resource.k8s.io", "devicetaintrules", &[], &rule(""), &rule(&format!(r#","timeAdded":"{NOW_TEXT}""#)));
    let own = rule(r#","timeAdded":"2020-01-01T00:00:00Z""#);
    check("resource.k8s.io", "devicetaintrules", &[], &own, &own);
}

/// A table made at run time has the same numbers for other structs.
#[test]
fn custom_resources_are_left_alone() {
    let own = Arc::new(TypeTable { fingerprint: 1, ..table::TYPES.clone() });
    let pod = table::struct_of("", "v1", "Pod").unwrap();
    let mut object: Tree = json::decode(bytes::Bytes::from("{}"), &Schema { types: Types::Shared(own), root: pod }).unwrap().tree;
    let before = text(&object);
    Request::to("", "pods").with(None, |ctx| fill(&mut object, ctx));
    assert_eq!(text(&object), before);
}

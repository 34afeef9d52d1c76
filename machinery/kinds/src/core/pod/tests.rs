//! The pod's endpoints, placement, AppArmor, resources, quality of service and grace.

use super::grace;
use crate::strategy::Grace;
use crate::testkit::{Left, NOW_TEXT, Request};

fn pods() -> Request<'static> {
    Request::to("", "pods")
}

/// A created pod's spec, from the spec that was sent.
fn check_spec(request: &Request<'_>, spec: &str, expect: &str) {
    let (created, _) = request.prepare(None, &format!(r#"{{"metadata":{{"labels":{{"app":"web","tier":"x"}}}},"spec":{spec}}}"#));
    let (created, expect) = (request.hub(&created), request.hub(&format!(r#"{{"spec":{expect}}}"#)));
    let spec = |pod: &object::Tree| {
        let mut out = Vec::new();
        object::json::encode_node(pod.at(&["spec"]).unwrap(), &mut out);
        String::from_utf8(out).unwrap()
    };
    assert_eq!(spec(&created), spec(&expect));
}

#[test]
fn pods_start_pending() {
    pods().check(
        None,
        r#"{"metadata":{"generation":4},"spec":{"containers":[{"name":"a"}]},"status":{"phase":"Running","qosClass":"Guaranteed"}}"#,
        r#"{"metadata":{"generation":1},"spec":{"containers":[{"name":"a"}]},"status":{"phase":"Pending","qosClass":"BestEffort"}}"#,
    );
}

#[test]
fn gated_pods_say_so() {
    let spec = r#"{"containers":[{"name":"a"}],"schedulingGates":[{"name":"g"}]}"#;
    pods().check(
        None,
        &format!(r#"{{"spec":{spec}}}"#),
        &format!(
            r#"{{"metadata":{{"generation":1}},"spec":{spec},"status":{{"phase":"Pending","qosClass":"BestEffort","conditions":[
                {{"type":"PodScheduled","status":"False","lastTransitionTime":"{NOW_TEXT}","reason":"SchedulingGated",
                  "message":"Scheduling is blocked due to non-empty scheduling gates"}}]}}}}"#
        ),
    );
}

#[test]
fn label_keys_become_requirements() {
    let term = |more: &str| {
        format!(
            r#"{{"topologyKey":"zone","labelSelector":{{"matchLabels":{{"a":"b"}}{more}}},
                "matchLabelKeys":["app","none"],"mismatchLabelKeys":["tier"]}}"#
        )
    };
    let merged = r#","matchExpressions":[{"key":"app","operator":"In","values":["web"]},{"key":"tier","operator":"NotIn","values":["x"]}]"#;
    let spec = |more: &str| {
        format!(
            r#"{{"containers":null,"affinity":{{
                "podAffinity":{{"requiredDuringSchedulingIgnoredDuringExecution":[{0},{{"topologyKey":"t","matchLabelKeys":["app"]}}]}},
                "podAntiAffinity":{{"preferredDuringSchedulingIgnoredDuringExecution":[{{"weight":1,"podAffinityTerm":{0}}}]}}}}}}"#,
            term(more)
        )
    };
    check_spec(&pods(), &spec(""), &spec(merged));
    let off = Request { off: &["MatchLabelKeysInPodAffinity"], ..pods() };
    check_spec(&off, &spec(""), &spec(""));
    let spread = |more: &str| {
        format!(
            r#"{{"containers":null,"topologySpreadConstraints":[
                {{"maxSkew":1,"topologyKey":"z","whenUnsatisfiable":"","labelSelector":{{{more}}},"matchLabelKeys":["app"]}}]}}"#
        )
    };
    let merged = r#""matchExpressions":[{"key":"app","operator":"In","values":["web"]}]"#;
    check_spec(&pods(), &spread(""), &spread(merged));
}

#[test]
fn apparmor_annotations_become_fields() {
    let check = |annotation: &str, pod: &str, expect: &str, warned: bool| {
        let key = "container.apparmor.security.beta.kubernetes.io/a";
        let object = |pod: &str, container: &str| {
            format!(
                r#"{{"metadata":{{"annotations":{{"{key}":"{annotation}"}}}},
                    "spec":{{"containers":[{{"name":"a"{container}}}],"securityContext":{{{pod}}}}}}}"#
            )
        };
        let (created, left) = pods().prepare(None, &object(pod, ""));
        let created = pods().hub(&created);
        let field = created.at(&["spec", "containers", "0", "securityContext"]).map(|context| {
            let mut out = Vec::new();
            object::json::encode_node(context, &mut out);
            String::from_utf8(out).unwrap()
        });
        assert_eq!(field.unwrap_or_default(), expect, "{annotation}");
        let warning = format!("metadata.annotations[{key}]: deprecated since v1.30; use the \"appArmorProfile\" field instead");
        assert_eq!(left, Left { warnings: if warned { vec![warning] } else { Vec::new() } });
    };
    let profile = |inner: &str| format!(r#"{{"appArmorProfile":{{{inner}}}}}"#);
    check("unconfined", "", &profile(r#""type":"Unconfined""#), true);
    check("runtime/default", "", &profile(r#""type":"RuntimeDefault""#), true);
    check("runtime/default", r#""appArmorProfile":{"type":"RuntimeDefault"}"#, "", false);
    check("localhost/x", "", &profile(r#""type":"Localhost","localhostProfile":"x""#), true);
    check(
        "localhost/x",
        r#""appArmorProfile":{"type":"RuntimeDefault"}"#,
        &profile(r#""type":"Localhost","localhostProfile":"x""#),
        true,
    );
    check("localhost/", "", "", true);
    check("localhost/ x", "", "", true);
    check("nonsense", "", "", true);
}

#[test]
fn windows_pods_have_no_apparmor() {
    let pod = r#"{"metadata":{"annotations":{"container.apparmor.security.beta.kubernetes.io/a":"unconfined"}},
        "spec":{"containers":[{"name":"a"}],"os":{"name":"windows"}}}"#;
    assert_eq!(pods().prepare(None, pod).1, Left::default());
}

fn check_class(spec: &str, expect: &str) {
    let (created, _) = pods().prepare(None, &format!(r#"{{"spec":{spec}}}"#));
    assert_eq!(pods().hub(&created).str(&["status", "qosClass"]), Some(expect), "{spec}");
}

#[test]
fn classes_of_service() {
    let containers = |list: &[&str]| {
        let list: Vec<String> = list.iter().map(|resources| format!(r#"{{"name":"a","resources":{resources}}}"#)).collect();
        format!(r#"{{"containers":[{}]}}"#, list.join(","))
    };
    let same = r#"{"requests":{"cpu":"1","memory":"1Gi"},"limits":{"cpu":"1000m","memory":"1024Mi"}}"#;
    let other = r#"{"requests":{"cpu":"1"}}"#;
    check_class(&containers(&[]), "BestEffort");
    check_class(&containers(&["{}", r#"{"limits":{"x.io/y":"1"}}"#]), "BestEffort");
    check_class(&containers(&[r#"{"requests":{"cpu":"0","memory":"0"}}"#]), "BestEffort");
    check_class(&containers(&[same, same]), "Guaranteed");
    check_class(&containers(&[same, "{}"]), "Burstable");
    check_class(&containers(&[other]), "Burstable");
    check_class(&containers(&[r#"{"requests":{"cpu":"1"},"limits":{"cpu":"1"}}"#]), "Burstable");
    check_class(&format!(r#"{{"resources":{same},"containers":[{{"name":"a","resources":{other}}}]}}"#), "Guaranteed");
    check_class(r#"{"resources":{},"containers":[{"name":"a","resources":{"requests":{"cpu":"1"}}}]}"#, "Burstable");
}

#[test]
fn pod_level_resources_are_filled_from_containers() {
    let check = |resources: &str, containers: &str, expect: &str| {
        let spec = |resources: &str| format!(r#"{{{containers},"resources":{resources}}}"#);
        check_spec(&pods(), &spec(resources), &spec(expect));
    };
    let requests = |list: &str| format!(r#"{{"name":"a","resources":{{"requests":{{{list}}}}}}}"#);
    let limits = |list: &str| format!(r#"{{"name":"a","resources":{{"requests":{{{list}}},"limits":{{{list}}}}}}}"#);
    check("{}", &format!(r#""containers":[{}]"#, requests(r#""cpu":"1""#)), "{}");
    check(
        r#"{"requests":{"cpu":"3"}}"#,
        &format!(r#""containers":[{},{}]"#, requests(r#""cpu":"1","memory":"512Mi""#), requests(r#""memory":"1Gi""#)),
        r#"{"requests":{"cpu":"3","memory":"1536Mi"}}"#,
    );
    check(r#"{"limits":{"cpu":"2"}}"#, r#""containers":[{"name":"a"}]"#, r#"{"limits":{"cpu":"2"},"requests":{"cpu":"2"}}"#);
    // All containers are limited, so the pod is: by the sum, or by its own request if that is more.
    check(
        r#"{"requests":{"cpu":"1"}}"#,
        &format!(r#""containers":[{},{}]"#, limits(r#""cpu":"700m""#), limits(r#""cpu":"700m""#)),
        r#"{"requests":{"cpu":"1"},"limits":{"cpu":"1400m"}}"#,
    );
    check(
        r#"{"requests":{"cpu":"3"}}"#,
        &format!(r#""containers":[{}]"#, limits(r#""cpu":"700m""#)),
        r#"{"requests":{"cpu":"3"},"limits":{"cpu":"3"}}"#,
    );
    // An init container that needs more than all containers, next to a sidecar.
    let sidecar = r#"{"name":"s","restartPolicy":"Always","resources":{"requests":{"cpu":"1"}}}"#;
    check(
        r#"{"requests":{"memory":"1Gi"}}"#,
        &format!(r#""initContainers":[{sidecar},{}],"containers":[{}]"#, requests(r#""cpu":"4""#), requests(r#""cpu":"2""#)),
        r#"{"requests":{"cpu":"5","memory":"1Gi"}}"#,
    );
    check(
        r#"{"requests":{"cpu":"1"}}"#,
        &format!(r#""containers":[{},{}]"#, limits(r#""hugepages-2Mi":"2Mi""#), limits(r#""hugepages-2Mi":"4Mi""#)),
        r#"{"requests":{"cpu":"1","hugepages-2Mi":"6Mi"},"limits":{"hugepages-2Mi":"6Mi"}}"#,
    );
}

#[test]
fn updates_keep_status_and_pod_level_resources() {
    let old = r#"{"metadata":{"generation":2},"spec":{"containers":[{"name":"a"}],"resources":{"requests":{"cpu":"1"}}},
        "status":{"phase":"Running"}}"#;
    pods().check(Some(old), r#"{"spec":{"containers":[{"name":"a"}]},"status":{"phase":"Failed"}}"#, old);
    pods().check(
        Some(old),
        r#"{"spec":{"containers":[{"name":"a","image":"i"}]}}"#,
        r#"{"metadata":{"generation":3},"spec":{"containers":[{"name":"a","image":"i"}],"resources":{"requests":{"cpu":"1"}}},
            "status":{"phase":"Running"}}"#,
    );
}

#[test]
fn status_updates_keep_what_their_writer_did_not_know() {
    pods().sub("status").check(
        Some(
            r#"{"metadata":{"ownerReferences":[{"apiVersion":"v1","kind":"A","name":"a","uid":"u"}]},"spec":{"nodeName":"n"},
                "status":{"observedGeneration":3,"qosClass":"Burstable","resourceClaimStatuses":[{"name":"c"}],"conditions":[
                {"type":"A","status":"True","observedGeneration":1},{"type":"A","status":"True","observedGeneration":2},
                {"type":"B","status":"True","observedGeneration":5}]}}"#,
        ),
        r#"{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"spec":{"nodeName":"other"},"status":{"phase":"Running","conditions":[
            {"type":"B","status":"False","observedGeneration":6},{"type":"A","status":"False"},{"type":"A","status":"False"},
            {"type":"C","status":"True"}]}}"#,
        r#"{"metadata":{"ownerReferences":[{"apiVersion":"v1","kind":"A","name":"a","uid":"u"}]},"spec":{"nodeName":"n"},
            "status":{"observedGeneration":3,"phase":"Running","qosClass":"Burstable","resourceClaimStatuses":[{"name":"c"}],"conditions":[
            {"type":"B","status":"False","observedGeneration":6},{"type":"A","status":"False","observedGeneration":1},
            {"type":"A","status":"False","observedGeneration":2},{"type":"C","status":"True"}]}}"#,
    );
}

#[test]
fn ephemeral_containers_change_nothing_else() {
    pods().sub("ephemeralcontainers").check(
        Some(r#"{"metadata":{"generation":2,"labels":{"a":"b"}},"spec":{"containers":[{"name":"a"}]},"status":{"phase":"Running"}}"#),
        r#"{"metadata":{"labels":{"c":"d"}},"spec":{"containers":[{"name":"z"}],"nodeName":"n","ephemeralContainers":[{"name":"e"}]},
            "status":{"phase":"Failed"}}"#,
        r#"{"metadata":{"generation":3,"labels":{"a":"b"}},"spec":{"containers":[{"name":"a"}],"ephemeralContainers":[{"name":"e"}]},
            "status":{"phase":"Running"}}"#,
    );
}

#[test]
fn resizes_change_resources_only() {
    let resize = pods().sub("resize");
    let old = r#"{"metadata":{"generation":2},"spec":{"containers":[{"name":"a","image":"i"},{"name":"b"}],"nodeName":"n"},
        "status":{"phase":"Running"}}"#;
    resize.check(
        Some(old),
        r#"{"spec":{"containers":[{"name":"a","image":"x","resources":{"limits":{"cpu":"2"}},
            "resizePolicy":[{"resourceName":"cpu","restartPolicy":"NotRequired"}]},{"name":"b","image":"y"}]}}"#,
        r#"{"metadata":{"generation":3},"spec":{"containers":[{"name":"a","image":"i","resources":{"limits":{"cpu":"2"}},
            "resizePolicy":[{"resourceName":"cpu","restartPolicy":"NotRequired"}]},{"name":"b"}],"nodeName":"n"},
            "status":{"phase":"Running"}}"#,
    );
    // Another number of containers is left for validation, status and all.
    resize.check(
        Some(old),
        r#"{"spec":{"containers":[{"name":"a"}]},"status":{"phase":"Failed"}}"#,
        r#"{"metadata":{"generation":3},"spec":{"containers":[{"name":"a"}]},"status":{"phase":"Failed"}}"#,
    );
    // So are other names, but within the list only.
    resize.check(
        Some(old),
        r#"{"spec":{"containers":[{"name":"a"},{"name":"c"}]},"status":{"phase":"Failed"}}"#,
        r#"{"metadata":{"generation":3},"spec":{"containers":[{"name":"a"},{"name":"c"}],"nodeName":"n"},"status":{"phase":"Running"}}"#,
    );
}

#[test]
fn pod_level_resources_can_be_resized() {
    let old = r#"{"metadata":{"generation":2},"spec":{"containers":[{"name":"a"}],"resources":{"limits":{"cpu":"1"},"requests":{"cpu":"1"}}}}"#;
    let wanted = r#"{"limits":{"cpu":"2"},"requests":{"cpu":"2"}}"#;
    let new = format!(r#"{{"spec":{{"containers":[{{"name":"a"}}],"resources":{wanted}}}}}"#);
    let expect = format!(r#"{{"metadata":{{"generation":3}},"spec":{{"containers":[{{"name":"a"}}],"resources":{wanted}}}}}"#);
    pods().sub("resize").check(Some(old), &new, &expect);
    let off = Request { off: &["InPlacePodLevelResourcesVerticalScaling"], ..pods().sub("resize") };
    off.check(Some(old), &new, old);
    // A client that does not know the field keeps it.
    pods().sub("resize").check(Some(old), r#"{"spec":{"containers":[{"name":"a"}]}}"#, old);
}

#[test]
fn grace_of_a_deletion() {
    let check = |pod: &str, requested: Option<i64>, expect: i64| {
        let pod = pods().hub(pod);
        let (found, _) = pods().with(None, |ctx| grace(&pod, requested, ctx));
        assert_eq!(found, Grace { seconds: expect });
    };
    let running = r#"{"spec":{"nodeName":"n","terminationGracePeriodSeconds":30}}"#;
    check(running, None, 30);
    check(running, Some(5), 5);
    check(running, Some(0), 0);
    check(running, Some(-7), 1);
    check(r#"{"spec":{"nodeName":"n"}}"#, None, 0);
    check(r#"{"spec":{"terminationGracePeriodSeconds":30}}"#, Some(5), 0);
    check(r#"{"spec":{"nodeName":"n","terminationGracePeriodSeconds":30},"status":{"phase":"Succeeded"}}"#, None, 0);
    check(r#"{"spec":{"nodeName":"n","terminationGracePeriodSeconds":30},"status":{"phase":"Failed"}}"#, None, 0);
    check(r#"{"spec":{"nodeName":"n","terminationGracePeriodSeconds":-1}}"#, None, 1);
}

//! Kinds of the core group with rules of their own; pods have their own file.

use crate::behaviours::behaviour;
use crate::core::service::{align_cluster_ips, keep_allocated};
use crate::testkit::{NOW_TEXT, Request, text};

fn core(plural: &'static str) -> Request<'static> {
    Request::to("", plural)
}

#[test]
fn namespaces_start_active_with_their_finalizer() {
    let expect = r#"{"metadata":{"name":"a"},"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}"#;
    core("namespaces").check(None, r#"{"metadata":{"name":"a"},"status":{"phase":"Terminating"}}"#, expect);
    core("namespaces").check(None, expect, expect);
    core("namespaces").check(
        None,
        r#"{"spec":{"finalizers":["a.b/c"]}}"#,
        r#"{"spec":{"finalizers":["a.b/c","kubernetes"]},"status":{"phase":"Active"}}"#,
    );
}

#[test]
fn namespace_endpoints_change_one_thing_each() {
    let old = r#"{"metadata":{"name":"a"},"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}"#;
    let new = r#"{"metadata":{"name":"a","labels":{"b":"c"}},"status":{"phase":"Terminating"}}"#;
    core("namespaces").check(
        Some(old),
        new,
        r#"{"metadata":{"name":"a","labels":{"b":"c"}},"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}"#,
    );
    core("namespaces").sub("finalize").check(
        Some(old),
        new,
        r#"{"metadata":{"name":"a","labels":{"b":"c"}},"status":{"phase":"Active"}}"#,
    );
    core("namespaces").sub("status").check(
        Some(old),
        new,
        r#"{"metadata":{"name":"a","labels":{"b":"c"}},"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Terminating"}}"#,
    );
}

/// Field errors of an endpoint, as clients read them.
fn errors(request: &Request<'_>, old: Option<&str>, new: &str) -> Vec<String> {
    let strategy = behaviour(request.group, request.plural).unwrap().strategy(request.subresource).unwrap();
    let (old, new) = (old.map(|old| request.hub(old)), request.hub(new));
    let (errors, _) = request.with(old.as_ref(), |ctx| (strategy.validate)(&new, ctx));
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn namespace_finalizers_are_checked() {
    let unqualified = "name is neither a standard finalizer name nor is it fully qualified";
    let bad = r#"{"spec":{"finalizers":["kubernetes","bad","a.b/c"]}}"#;
    assert_eq!(errors(&core("namespaces"), None, bad), [format!("spec.finalizers: Invalid value: \"bad\": {unqualified}")]);
    assert_eq!(errors(&core("namespaces"), Some("{}"), bad), [""; 0]);
    let finalize = core("namespaces").sub("finalize");
    assert_eq!(errors(&finalize, Some("{}"), bad), [format!("spec.finalizers[1]: Invalid value: \"bad\": {unqualified}")]);
    assert_eq!(errors(&finalize, Some("{}"), r#"{"spec":{"finalizers":["orphan","foregroundDeletion"]}}"#), [""; 0]);
}

#[test]
fn namespace_phase_follows_deletion() {
    let status = core("namespaces").sub("status");
    assert_eq!(
        errors(&status, Some("{}"), r#"{"status":{"phase":"Terminating"}}"#),
        ["status.Phase: Invalid value: \"Terminating\": may only be 'Active' if `deletionTimestamp` is empty"],
    );
    let deleted =
        |phase: &str| format!(r#"{{"metadata":{{"deletionTimestamp":"2026-01-01T00:00:00Z"}},"status":{{"phase":"{phase}"}}}}"#);
    assert_eq!(
        errors(&status, Some("{}"), &deleted("Active")),
        ["status.Phase: Invalid value: \"Active\": may only be 'Terminating' if `deletionTimestamp` is not empty"],
    );
    assert_eq!(errors(&status, Some("{}"), &deleted("Terminating")), [""; 0]);
}

#[test]
fn namespaces_carry_their_name_and_end_in_two_steps() {
    let request = core("namespaces");
    let behaviour = behaviour("", "namespaces").unwrap();
    let mut object = request.hub(r#"{"metadata":{"name":"a"},"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}"#);
    (behaviour.main.canonicalise)(&mut object);
    let termination = behaviour.termination.unwrap();
    request.with(None, |ctx| (termination.begin)(&mut object, ctx));
    assert_eq!(
        text(&object),
        concat!(
            r#"{"metadata":{"name":"a","labels":{"kubernetes.io/metadata.name":"a"}},"#,
            r#""spec":{"finalizers":["kubernetes"]},"status":{"phase":"Terminating"}}"#
        ),
    );
    assert!((termination.held)(&object));
    object.remove(&["spec", "finalizers"]);
    assert!(!(termination.held)(&object));
}

#[test]
fn nodes_keep_removed_fields_only_where_stored() {
    let source = r#""configSource":{"configMap":{"namespace":"a","name":"b","kubeletConfigKey":"c"}}"#;
    let with = format!(r#"{{"spec":{{{source},"podCIDR":"10.0.0.0/24"}},"status":{{"phase":"Running"}}}}"#);
    let without = r#"{"spec":{"podCIDR":"10.0.0.0/24"},"status":{"phase":"Running"}}"#;
    core("nodes").check(None, &with, without);
    core("nodes").check(Some(without), &with, without);
    core("nodes").check(Some(&with), &with, &with);
    let config = r#"{"status":{"phase":"Running","config":{"error":"e"}}}"#;
    core("nodes").sub("status").check(Some("{}"), config, r#"{"status":{"phase":"Running"}}"#);
    core("nodes").sub("status").check(Some(config), config, config);
}

#[test]
fn pod_cidrs_of_nodes_agree() {
    let check = |spec: &str, expect: &str| {
        let object = |spec| format!(r#"{{"spec":{spec}}}"#);
        core("nodes").check_normal(&object(spec), Ok(&object(expect)));
    };
    check(r#"{"podCIDR":"a"}"#, r#"{"podCIDR":"a","podCIDRs":["a"]}"#);
    check(r#"{"podCIDRs":["a","b"]}"#, r#"{"podCIDR":"a","podCIDRs":["a","b"]}"#);
    check(r#"{"podCIDR":"a","podCIDRs":["a","b"]}"#, r#"{"podCIDR":"a","podCIDRs":["a","b"]}"#);
    check(r#"{"podCIDR":"c","podCIDRs":["a","b"]}"#, r#"{"podCIDR":"c","podCIDRs":["c"]}"#);
    check("{}", "{}");
}

#[test]
fn volumes_note_when_their_phase_changed() {
    let old = r#"{"spec":{"volumeMode":"Block"},"status":{"phase":"Pending","lastPhaseTransitionTime":"2026-01-01T00:00:00Z"}}"#;
    core("persistentvolumes").check(
        None,
        r#"{"status":{"phase":"Bound","message":"m"}}"#,
        &format!(r#"{{"status":{{"phase":"Pending","lastPhaseTransitionTime":"{NOW_TEXT}"}}}}"#),
    );
    let status = core("persistentvolumes").sub("status");
    let with = |phase: &str, time: &str| {
        format!(r#"{{"spec":{{"volumeMode":"Block"}},"status":{{"phase":"{phase}","lastPhaseTransitionTime":"{time}"}}}}"#)
    };
    status.check(Some(old), r#"{"status":{"phase":"Pending"}}"#, old);
    status.check(Some(old), r#"{"status":{"phase":"Bound"}}"#, &with("Bound", NOW_TEXT));
    status.check(Some(old), &with("Bound", "2026-01-01T00:00:00Z"), &with("Bound", NOW_TEXT));
    status.check(Some(old), &with("Bound", "2026-02-02T00:00:00Z"), &with("Bound", "2026-02-02T00:00:00Z"));
    status.check(Some(old), &with("Pending", "2026-02-02T00:00:00Z"), &with("Pending", "2026-02-02T00:00:00Z"));
}

#[test]
fn data_sources_of_claims_agree() {
    let check = |old: Option<&str>, spec: &str, expect: &str| {
        let object = |spec: &str| format!(r#"{{"spec":{spec}}}"#);
        let status = if old.is_none() { r#","status":{"phase":"Pending"}"# } else { "" };
        let expect = format!(r#"{{"spec":{expect}{status}}}"#);
        core("persistentvolumeclaims").check(old.map(object).as_deref(), &object(spec), &expect);
    };
    let claim = r#"{"apiGroup":null,"kind":"PersistentVolumeClaim","name":"a"}"#;
    let snapshot = r#"{"apiGroup":"snapshot.storage.k8s.io","kind":"VolumeSnapshot","name":"a"}"#;
    let other = r#"{"apiGroup":"x.io","kind":"X","name":"a"}"#;
    for source in [claim, snapshot] {
        let both = format!(r#"{{"dataSource":{source},"dataSourceRef":{source}}}"#);
        check(None, &format!(r#"{{"dataSource":{source}}}"#), &both);
        check(None, &format!(r#"{{"dataSourceRef":{source}}}"#), &both);
    }
    let both = format!(r#"{{"dataSource":{other},"dataSourceRef":{other}}}"#);
    check(None, &format!(r#"{{"dataSource":{other}}}"#), "{}");
    check(None, &format!(r#"{{"dataSourceRef":{other}}}"#), &both);
    check(Some(&both), &format!(r#"{{"dataSource":{other}}}"#), &both);
    check(Some("{}"), &format!(r#"{{"dataSource":{other}}}"#), "{}");
    let far = r#"{"dataSourceRef":{"apiGroup":"x.io","kind":"X","name":"a","namespace":"b"}}"#;
    check(None, far, far);
}

#[test]
fn secrets_merge_what_was_written_as_text() {
    core("secrets").check_normal(
        r#"{"data":{"a":"YQ==","b":"Yg=="},"stringData":{"b":"x","c":"é","d":""}}"#,
        Ok(r#"{"data":{"a":"YQ==","b":"eA==","c":"w6k=","d":""}}"#),
    );
    core("secrets").check_normal(r#"{"stringData":{"a":"1"},"type":"t"}"#, Ok(r#"{"data":{"a":"MQ=="},"type":"t"}"#));
    core("secrets").check_normal("{}", Ok("{}"));
    core("secrets").check(Some(r#"{"type":"t"}"#), "{}", r#"{"type":"t"}"#);
    core("secrets").check(Some(r#"{"type":"t"}"#), r#"{"type":"u"}"#, r#"{"type":"u"}"#);
    core("secrets").check(None, "{}", "{}");
}

#[test]
fn service_accounts_refer_to_secrets_by_name() {
    let new = r#"{"secrets":[{"name":"a","namespace":"b","kind":"c"},{"uid":"u"}],"imagePullSecrets":[{"name":"d"}]}"#;
    let expect = r#"{"secrets":[{"name":"a"},{}],"imagePullSecrets":[{"name":"d"}]}"#;
    core("serviceaccounts").check(None, new, expect);
    core("serviceaccounts").check(Some("{}"), new, expect);
}

#[test]
fn limit_ranges_get_a_name() {
    core("limitranges").check(None, r#"{"metadata":{"uid":"u"}}"#, r#"{"metadata":{"name":"u","uid":"u"}}"#);
    core("limitranges").check(None, r#"{"metadata":{"name":"a","uid":"u"}}"#, r#"{"metadata":{"name":"a","uid":"u"}}"#);
    core("limitranges").check(Some("{}"), r#"{"metadata":{"uid":"u"}}"#, r#"{"metadata":{"uid":"u"}}"#);
}

#[test]
fn services_drop_what_the_old_type_had() {
    let check = |old: &str, new: &str, expect: &str| {
        let object = |spec: &str| format!(r#"{{"spec":{spec}}}"#);
        core("services").check(Some(&object(old)), &object(new), &object(expect));
    };
    let addresses = r#""clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack""#;
    check(
        &format!(r#"{{"type":"ClusterIP",{addresses}}}"#),
        &format!(r#"{{"type":"ExternalName","externalName":"x",{addresses}}}"#),
        r#"{"type":"ExternalName","externalName":"x"}"#,
    );
    let kept = r#"{"type":"ExternalName","clusterIP":"10.0.0.2","clusterIPs":["10.0.0.1"]}"#;
    check(&format!(r#"{{"type":"ClusterIP",{addresses}}}"#), kept, kept);
    let ports = |port: u16| format!(r#""ports":[{{"port":80,"nodePort":{port}}}]"#);
    check(
        &format!(r#"{{"type":"NodePort",{},"externalTrafficPolicy":"Cluster"}}"#, ports(30000)),
        &format!(r#"{{"type":"ClusterIP",{},"externalTrafficPolicy":"Cluster"}}"#, ports(30000)),
        r#"{"type":"ClusterIP","ports":[{"port":80}]}"#,
    );
    let kept = format!(r#"{{"type":"ClusterIP",{}}}"#, ports(30001));
    check(&format!(r#"{{"type":"NodePort",{}}}"#, ports(30000)), &kept, &kept);
    let balancer = |kind: &str, policy: &str| {
        format!(
            r#"{{"type":"{kind}","externalTrafficPolicy":"{policy}","healthCheckNodePort":31000,
                "allocateLoadBalancerNodePorts":true,"loadBalancerClass":"a/b"}}"#
        )
    };
    check(
        &balancer("LoadBalancer", "Local"),
        &balancer("NodePort", "Local"),
        r#"{"type":"NodePort","externalTrafficPolicy":"Local"}"#,
    );
}

#[test]
fn only_balancers_have_a_balancer_status() {
    let status = r#"{"loadBalancer":{"ingress":[{"ip":"1.2.3.4"}]}}"#;
    let object = |kind: &str, status: &str| format!(r#"{{"spec":{{"type":"{kind}"}},"status":{status}}}"#);
    let old = object("LoadBalancer", status);
    core("services").check(Some(&old), &object("LoadBalancer", "{}"), &old);
    core("services").check(Some(&old), &object("ClusterIP", "{}"), &object("ClusterIP", "{}"));
}

fn check_service(change: impl Fn(&mut object::Tree, &object::Tree), old: &str, new: &str, expect: &str) {
    let object = |spec: &str| core("services").hub(&format!(r#"{{"spec":{spec}}}"#));
    let mut changed = object(new);
    change(&mut changed, &object(old));
    assert_eq!(text(&changed), text(&object(expect)), "{new}");
}

#[test]
fn updates_keep_allocated_values() {
    let check = |old: &str, new: &str, expect: &str| check_service(keep_allocated, old, new, expect);
    check(
        r#"{"type":"ClusterIP","clusterIP":"a","clusterIPs":["a"]}"#,
        r#"{"type":"NodePort"}"#,
        r#"{"type":"NodePort","clusterIP":"a","clusterIPs":["a"]}"#,
    );
    check(
        r#"{"type":"NodePort","ports":[{"name":"x","port":1,"nodePort":30001},{"name":"y","port":2,"nodePort":30002}]}"#,
        r#"{"type":"NodePort","ports":[{"name":"y","port":2},{"name":"x","port":1},{"name":"z","port":3,"nodePort":30001}]}"#,
        r#"{"type":"NodePort","ports":[{"name":"y","port":2,"nodePort":30002},{"name":"x","port":1},{"name":"z","port":3,"nodePort":30001}]}"#,
    );
    check(
        r#"{"type":"LoadBalancer","externalTrafficPolicy":"Local","healthCheckNodePort":31000}"#,
        r#"{"type":"LoadBalancer","externalTrafficPolicy":"Local"}"#,
        r#"{"type":"LoadBalancer","externalTrafficPolicy":"Local","healthCheckNodePort":31000}"#,
    );
}

#[test]
fn cluster_addresses_follow_the_single_field() {
    let check =
        |old: &str, new: &str, expect: &str| check_service(|new, old| align_cluster_ips(new, Some(old)), old, new, expect);
    let old = r#"{"clusterIP":"a","clusterIPs":["a","b"]}"#;
    check(old, r#"{"clusterIP":"a"}"#, old);
    check(old, r#"{"clusterIPs":["a","b"]}"#, "{}");
    check(old, r#"{"clusterIP":"c","clusterIPs":["a","b"]}"#, r#"{"clusterIP":"c","clusterIPs":["c"]}"#);
    check(old, r#"{"clusterIP":"c","clusterIPs":["d"]}"#, r#"{"clusterIP":"c","clusterIPs":["d"]}"#);
    check_service(|new, _| align_cluster_ips(new, None), "{}", r#"{"clusterIP":"a"}"#, r#"{"clusterIP":"a","clusterIPs":["a"]}"#);
}

#[test]
fn old_services_read_complete() {
    let check = |stored: &str, expect: &str| {
        let object = |spec: &str| core("services").hub(&format!(r#"{{"spec":{spec}}}"#));
        let mut service = object(stored);
        (behaviour("", "services").unwrap().main.default_on_read.unwrap())(&mut service);
        assert_eq!(text(&service), text(&object(expect)));
    };
    check(
        r#"{"clusterIP":"10.0.0.1"}"#,
        r#"{"clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack"}"#,
    );
    check(
        r#"{"clusterIP":"fd::1","clusterIPs":["fd::1","10.0.0.1"]}"#,
        r#"{"clusterIP":"fd::1","clusterIPs":["fd::1","10.0.0.1"],"ipFamilies":["IPv6","IPv4"],"ipFamilyPolicy":"RequireDualStack"}"#,
    );
    check(r#"{"type":"ExternalName","internalTrafficPolicy":"Cluster"}"#, r#"{"type":"ExternalName"}"#);
    check(r#"{"clusterIP":"None"}"#, r#"{"clusterIP":"None","clusterIPs":["None"]}"#);
}

#[test]
fn service_names_may_begin_with_a_digit_since_a_gate() {
    core("services").check_name("{}", "1a", &[]);
    let old = Request { off: &["RelaxedServiceNameValidation"], ..core("services") };
    let (complaints, _) = old.with(None, |ctx| behaviour("", "services").unwrap().name.check("1a", false, &old.hub("{}"), ctx));
    assert_eq!(complaints.len(), 1);
    assert!(complaints[0].starts_with("a DNS-1035 label"), "{complaints:?}");
}

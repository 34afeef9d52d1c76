//! Families, addresses and node ports of services, as the allocator sees them.

use super::claims::{self, Addresses, NodePorts, PortError, PortFailure, Wanted};
use super::families::{Offer, fill_families};
use crate::address::Family;
use crate::testkit::{Request, text};
use meta::field::aggregate;
use object::Tree;

fn service(spec: &str) -> Tree {
    Request::to("", "services").hub(&format!(r#"{{"spec":{spec}}}"#))
}

const V4: &[Family] = &[Family::V4];
const BOTH: &[Family] = &[Family::V4, Family::V6];

/// Fills the families and compares the service, or what is wrong with it.
fn check_families(families: &[Family], old: Option<&str>, new: &str, expect: Result<&str, &str>) {
    let (mut tree, old) = (service(new), old.map(service));
    let errors = fill_families(&mut tree, old.as_ref(), Offer { families, strict: true });
    let bodies: Vec<String> = errors.iter().map(ToString::to_string).collect();
    match expect {
        Ok(spec) => {
            assert_eq!(aggregate(&bodies), "", "{new}");
            assert_eq!(text(&tree), text(&service(spec)), "{new}");
        }
        Err(complaint) => assert_eq!(aggregate(&bodies), complaint, "{new}"),
    }
}

#[test]
fn new_services_get_families() {
    let single = r#"{"type":"ClusterIP","ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack"}"#;
    check_families(V4, None, r#"{"type":"ClusterIP"}"#, Ok(single));
    check_families(BOTH, None, r#"{"type":"ClusterIP"}"#, Ok(single));
    check_families(
        BOTH,
        None,
        r#"{"type":"ClusterIP","ipFamilyPolicy":"RequireDualStack","ipFamilies":["IPv6"]}"#,
        Ok(r#"{"type":"ClusterIP","ipFamilies":["IPv6","IPv4"],"ipFamilyPolicy":"RequireDualStack"}"#),
    );
    check_families(V4, None, r#"{"type":"ExternalName"}"#, Ok(r#"{"type":"ExternalName"}"#));
    let headless = r#""type":"ClusterIP","clusterIP":"None","clusterIPs":["None"]"#;
    check_families(
        V4,
        None,
        &format!("{{{headless}}}"),
        Ok(&format!(r#"{{{headless},"ipFamilies":["IPv4","IPv6"],"ipFamilyPolicy":"RequireDualStack"}}"#)),
    );
    let selector = format!(r#"{{{headless},"selector":{{"a":"b"}}}}"#);
    let filled = format!(r#"{{{headless},"selector":{{"a":"b"}},"ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack"}}"#);
    check_families(V4, None, &selector, Ok(&filled));
}

#[test]
fn families_that_do_not_fit_are_refused() {
    let check = |new: &str, complaint: &str| check_families(V4, None, new, Err(complaint));
    check(
        r#"{"type":"ClusterIP","ipFamilyPolicy":"RequireDualStack","ipFamilies":["IPv6"]}"#,
        "[spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not configured for dual-stack services, spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on this cluster]",
    );
    check(
        r#"{"type":"ClusterIP","clusterIP":"fd00::1","clusterIPs":["fd00::1"]}"#,
        "spec.clusterIPs[0]: Invalid value: [\"fd00::1\"]: IPv6 is not configured on this cluster",
    );
    check(
        r#"{"type":"ClusterIP","clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1","10.0.0.2"]}"#,
        "spec.clusterIPs: Invalid value: [\"10.0.0.1\",\"10.0.0.2\"]: may specify no more than one IP for each IP family",
    );
    check(
        r#"{"type":"ClusterIP","ipFamilies":["IPv4","IPv6"]}"#,
        "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
    );
}

#[test]
fn a_single_stack_policy_gives_up_the_second_address() {
    let old = r#"{"type":"ClusterIP","clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1","fd00::1"],"ipFamilies":["IPv4","IPv6"],"ipFamilyPolicy":"RequireDualStack"}"#;
    let asked = old.replace("RequireDualStack", "SingleStack");
    let single = r#"{"type":"ClusterIP","clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack"}"#;
    check_families(BOTH, Some(old), &asked, Ok(single));
    let release = claims::addresses(&service(single), Some(&service(old)));
    assert_eq!(release, Addresses { release: vec!["fd00::1".to_owned()], ..Addresses::default() });
    let fewer = single.replace("SingleStack", "RequireDualStack");
    check_families(
        BOTH,
        Some(old),
        &fewer,
        Err(
            "[spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": must be 'SingleStack' to release the secondary cluster IP, spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": must be 'SingleStack' to release the secondary IP family]",
        ),
    );
    let back = claims::addresses(&service(old), Some(&service(single)));
    let wanted = Wanted { index: 1, family: Family::V6, requested: Some("fd00::1".to_owned()) };
    assert_eq!(back, Addresses { take: vec![wanted], ..Addresses::default() });
}

#[test]
fn addresses_come_and_go_with_the_type() {
    let cluster = service(r#"{"type":"ClusterIP","clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"ipFamilies":["IPv4"]}"#);
    let external = service(r#"{"type":"ExternalName"}"#);
    let open = service(r#"{"type":"ClusterIP","ipFamilies":["IPv4"]}"#);
    let any = vec![Wanted { index: 0, family: Family::V4, requested: None }];
    assert_eq!(claims::addresses(&open, None).take, any);
    assert_eq!(claims::addresses(&open, Some(&external)).take, any);
    assert_eq!(claims::addresses(&external, Some(&cluster)).release, ["10.0.0.1"]);
    assert_eq!(claims::addresses(&cluster, Some(&cluster)), Addresses::default());
    assert_eq!(claims::addresses(&external, None), Addresses::default());
    let mut filled = open;
    claims::set_address(&mut filled, 0, "10.0.0.1");
    assert_eq!(text(&filled), text(&cluster));
}

/// Hands out 30100 and up; 30001 is somebody's.
struct Pool(i64);

impl NodePorts for Pool {
    fn take(&mut self, port: i64) -> Result<(), PortError> {
        match port {
            30_001 => Err(PortError::Taken),
            30_000..=30_099 => Ok(()),
            _ => Err(PortError::OutOfRange("30000-30099".to_owned())),
        }
    }

    fn take_any(&mut self) -> Result<i64, PortError> {
        self.0 += 1;
        if self.0 > 2 { Err(PortError::Full) } else { Ok(30_099 + self.0) }
    }
}

/// Takes node ports; `expect` is the service and what the old one gives back.
fn check_ports(old: Option<&str>, new: &str, expect: Result<(&str, &[i64]), &str>) {
    let (mut tree, old) = (service(new), old.map(service));
    let result = claims::node_ports(&mut tree, old.as_ref(), &mut Pool(0)).map_err(|failure| match failure {
        PortFailure::Invalid(error) => error.to_string(),
        PortFailure::Internal(text) | PortFailure::Unmapped(text) => text,
    });
    match expect {
        Ok((spec, released)) => {
            assert_eq!(result.as_deref(), Ok(released), "{new}");
            assert_eq!(text(&tree), text(&service(spec)), "{new}");
        }
        Err(text) => assert_eq!(result, Err(text.to_owned()), "{new}"),
    }
}

fn spec(kind: &str, ports: &str) -> String {
    format!(r#"{{"type":"{kind}","ports":[{ports}]}}"#)
}

#[test]
fn ports_of_one_number_share_a_node_port() {
    let dns = r#"{"protocol":"TCP","port":53},{"protocol":"UDP","port":53},{"protocol":"TCP","port":80}"#;
    let taken = r#"{"protocol":"TCP","port":53,"nodePort":30100},{"protocol":"UDP","port":53,"nodePort":30100},{"protocol":"TCP","port":80,"nodePort":30101}"#;
    check_ports(None, &spec("NodePort", dns), Ok((&spec("NodePort", taken), &[])));
    check_ports(None, &spec("ClusterIP", dns), Ok((&spec("ClusterIP", dns), &[])));
    let later = r#"{"protocol":"TCP","port":53},{"protocol":"UDP","port":53,"nodePort":30053}"#;
    let both = r#"{"protocol":"TCP","port":53,"nodePort":30053},{"protocol":"UDP","port":53,"nodePort":30053}"#;
    check_ports(None, &spec("NodePort", later), Ok((&spec("NodePort", both), &[])));
    check_ports(
        None,
        &spec("NodePort", r#"{"port":80,"nodePort":30001}"#),
        Err("spec.ports[0].nodePort: Invalid value: 30001: provided port is already allocated"),
    );
    check_ports(
        None,
        &spec("NodePort", r#"{"port":80,"nodePort":80}"#),
        Err(
            "spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-30099",
        ),
    );
    let three = r#"{"port":1},{"port":2},{"port":3}"#;
    check_ports(None, &spec("NodePort", three), Err("failed to allocate a nodePort: range is full"));
}

#[test]
fn balancers_may_do_without_node_ports_and_may_need_one_for_health() {
    let without = r#"{"type":"LoadBalancer","allocateLoadBalancerNodePorts":false,"ports":[{"port":80}]}"#;
    check_ports(None, without, Ok((without, &[])));
    let local = r#"{"type":"LoadBalancer","externalTrafficPolicy":"Local","ports":[{"port":80}]}"#;
    let filled = r#"{"type":"LoadBalancer","externalTrafficPolicy":"Local","healthCheckNodePort":30101,"ports":[{"port":80,"nodePort":30100}]}"#;
    check_ports(None, local, Ok((filled, &[])));
    let asked = |port: u16| local.replace(r#""ports""#, &format!(r#""healthCheckNodePort":{port},"ports""#));
    check_ports(
        None,
        &asked(30_001),
        Err("failed to allocate requested HealthCheck NodePort 30001: provided port is already allocated"),
    );
    let cluster = r#"{"type":"ClusterIP","ports":[{"port":80}]}"#;
    check_ports(Some(filled), cluster, Ok((cluster, &[30_100, 30_101])));
    assert_eq!(claims::held_ports(&service(filled)), [30_100, 30_101]);
}

#[test]
fn updates_take_only_what_is_new() {
    let old = spec("NodePort", r#"{"protocol":"TCP","port":80,"nodePort":30001},{"protocol":"TCP","port":81,"nodePort":30002}"#);
    let new = spec("NodePort", r#"{"protocol":"TCP","port":80,"nodePort":30001},{"protocol":"TCP","port":82}"#);
    let filled = new.replace(r#""port":82"#, r#""port":82,"nodePort":30100"#);
    check_ports(Some(&old), &new, Ok((&filled, &[30_002])));
    let twice =
        spec("NodePort", r#"{"protocol":"TCP","port":80,"nodePort":30001},{"protocol":"TCP","port":81,"nodePort":30001}"#);
    check_ports(Some(&old), &twice, Err("duplicate nodePort: {TCP 30001}"));
}

#[test]
fn what_pools_gave_cannot_be_changed_at_will() {
    let check = |old: Option<&str>, new: &str, complaint: &str| {
        let (tree, old) = (service(new), old.map(service));
        let (errors, _) = Request::to("", "services").with(old.as_ref(), |ctx| super::rules::validate(&tree, ctx));
        let bodies: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(aggregate(&bodies), complaint, "{new}");
    };
    let ip = |ip: &str| format!(r#"{{"type":"ClusterIP","clusterIP":"{ip}","clusterIPs":["{ip}"]}}"#);
    check(None, &ip("10.0.0.1"), "");
    check(Some(&ip("10.0.0.1")), &ip("10.0.0.2"), "spec.clusterIPs[0]: Invalid value: [\"10.0.0.2\"]: may not change once set");
    check(Some(&ip("010.0.0.1")), &ip("010.0.0.1"), "");
    check(
        Some(&ip("10.0.0.1")),
        r#"{"type":"ClusterIP"}"#,
        "spec.clusterIPs[0]: Invalid value: null: primary clusterIP can not be unset",
    );
    check(
        None,
        &ip("10.0.0.1").replace("ClusterIP\",", "ExternalName\","),
        "spec.clusterIPs: Forbidden: may not be set for ExternalName services",
    );
    check(
        None,
        &ip("None").replace("ClusterIP\",", "NodePort\","),
        "spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for NodePort services",
    );
    check(
        None,
        r#"{"type":"ClusterIP","healthCheckNodePort":30000,"ports":[{"port":80,"nodePort":30001}]}"#,
        "[spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP', spec.healthCheckNodePort: Invalid value: 30000: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local']",
    );
    let local = |port: u16| format!(r#"{{"type":"LoadBalancer","externalTrafficPolicy":"Local","healthCheckNodePort":{port}}}"#);
    check(Some(&local(30_000)), &local(30_001), "spec.healthCheckNodePort: Forbidden: field is immutable");
}

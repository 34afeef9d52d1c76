//! Kinds of dynamic resource allocation with rules of their own, and their v1beta1 shapes against answers of the reference server.

use crate::behaviours::behaviour;
use crate::strategy::{Deleted, Unconditional};
use crate::table;
use crate::testkit::{NOW_TEXT, Request, text, tree};

const GROUP: &str = "resource.k8s.io";

#[test]
fn a_new_effect_is_a_new_taint() {
    let request = Request::to(GROUP, "devicetaintrules");
    let object = |generation: u8, effect: &str, added: &str| {
        format!(
            r#"{{"metadata":{{"generation":{generation}}},"spec":{{"taint":{{"key":"k","effect":"{effect}","timeAdded":"{added}"}}}}}}"#
        )
    };
    let old = object(1, "NoSchedule", "2026-01-01T00:00:00Z");
    request.check(Some(&old), &object(0, "NoExecute", "2026-01-01T00:00:00Z"), &object(2, "NoExecute", NOW_TEXT));
    request.check(Some(&old), &object(0, "NoExecute", "2026-02-02T00:00:00Z"), &object(2, "NoExecute", "2026-02-02T00:00:00Z"));
    request.check(Some(&old), &old, &old);
    let behaviour = behaviour(GROUP, "devicetaintrules").unwrap();
    for (version, expect) in [("v1", false), ("v1beta2", true), ("v1alpha3", true)] {
        assert_eq!(behaviour.main.allow_unconditional_update.allowed(version), expect);
    }
    assert_eq!(behaviour.deleted, Deleted::ObjectIn(&["v1alpha3", "v1beta2"]));
    assert!(!Unconditional::Never.allowed("v1"));
}

#[test]
fn device_status_goes_with_the_allocation() {
    let object = |allocated: &[&str], devices: &[&str]| {
        let list = |names: &[&str], more: &str| {
            names
                .iter()
                .map(|name| format!(r#"{{"driver":"d","pool":"p","device":"{name}"{more}}}"#))
                .collect::<Vec<_>>()
                .join(",")
        };
        let results = list(allocated, r#","request":"r""#);
        format!(r#"{{"status":{{"allocation":{{"devices":{{"results":[{results}]}}}},"devices":[{}]}}}}"#, list(devices, ""))
    };
    let status = Request::to(GROUP, "resourceclaims").sub("status");
    let old = object(&["a", "b"], &["a", "b"]);
    status.check(Some(&old), &object(&["b"], &["a", "b"]), &object(&["b"], &["b"]));
    status.check(Some(&old), &object(&["a", "b"], &["a", "b", "c"]), &object(&["a", "b"], &["a", "b", "c"]));
    status.check(Some(&old), r#"{"status":{"devices":[{"driver":"d","pool":"p","device":"a"}]}}"#, r#"{"status":{}}"#);
}

fn check(plural: &str, kind: &str, old: &str, hub: &str) {
    let conversion = behaviour(GROUP, plural).unwrap().conversion(GROUP, "v1beta1").unwrap();
    let object = |version: &str, text: &str| tree(GROUP, version, kind, &format!(r#"{{"spec":{text}}}"#));
    let schema = |version: &str| table::schema_of(GROUP, version, kind).unwrap();
    let there = (conversion.to_hub)(&object("v1beta1", old), &schema("v1")).unwrap();
    assert_eq!(text(&there), text(&object("v1", hub)));
    let back = (conversion.from_hub)(&object("v1", hub), &schema("v1beta1")).unwrap();
    assert_eq!(text(&back), text(&object("v1beta1", old)));
}

#[test]
fn requests_gain_a_level() {
    let old = r#"{"devices":{"requests":[{"name":"r","deviceClassName":"d","selectors":[{"cel":{"expression":"true"}}],
        "allocationMode":"ExactCount","count":1},{"name":"s","deviceClassName":"","firstAvailable":[{"name":"x","deviceClassName":"d",
        "allocationMode":"ExactCount","count":1}]}]}}"#;
    let hub = r#"{"devices":{"requests":[{"name":"r","exactly":{"deviceClassName":"d","selectors":[{"cel":{"expression":"true"}}],
        "allocationMode":"ExactCount","count":1}},{"name":"s","firstAvailable":[{"name":"x","deviceClassName":"d",
        "allocationMode":"ExactCount","count":1}]}]}}"#;
    check("resourceclaims", "ResourceClaim", old, hub);
    let wrap = |spec: &str| format!(r#"{{"metadata":{{"labels":{{"a":"b"}}}},"spec":{spec}}}"#);
    check("resourceclaimtemplates", "ResourceClaimTemplate", &wrap(old), &wrap(hub));
}

#[test]
fn devices_lose_a_level() {
    let pool = r#""driver":"d.io","pool":{"name":"p","generation":1,"resourceSliceCount":1},"nodeName":"n""#;
    check(
        "resourceslices",
        "ResourceSlice",
        &format!(
            r#"{{{pool},"devices":[{{"name":"a","basic":{{"attributes":{{"x":{{"int":1}}}},"capacity":{{"m":{{"value":"1Gi"}}}},
                "nodeName":"m","allNodes":false}}}},{{"name":"b","basic":{{}}}}]}}"#
        ),
        &format!(
            r#"{{{pool},"devices":[{{"name":"a","attributes":{{"x":{{"int":1}}}},"capacity":{{"m":{{"value":"1Gi"}}}},
                "nodeName":"m","allNodes":false}},{{"name":"b"}}]}}"#
        ),
    );
}

//! Custom resource definitions.

use crate::behaviours::behaviour;
use crate::testkit::{NOW_TEXT, Request, text};

fn crds() -> Request<'static> {
    Request::to("apiextensions.k8s.io", "customresourcedefinitions")
}

fn with_versions(generation: u8, versions: &str, stored: &str) -> String {
    format!(
        r#"{{"metadata":{{"generation":{generation}}},"spec":{{"group":"","names":{{"plural":"","kind":""}},"scope":"","versions":[{versions}]}},
            "status":{{"conditions":null,"acceptedNames":{{"plural":"","kind":""}},"storedVersions":{stored}}}}}"#
    )
}

#[test]
fn stored_versions_only_grow() {
    let version = |name: &str, storage: bool| format!(r#"{{"name":"{name}","served":true,"storage":{storage}}}"#);
    let old = with_versions(1, &version("v1", true), r#"["v1"]"#);
    crds().check(None, &with_versions(0, &version("v1", true), r#"["v0"]"#), &old);
    crds().check(Some(&old), &old, &old);
    let both = [version("v1", false), version("v2", true)].join(",");
    crds().check(Some(&old), &with_versions(0, &both, "null"), &with_versions(2, &both, r#"["v1","v2"]"#));
    crds().check(None, &with_versions(0, "", "null"), &with_versions(1, "", "null"));
}

#[test]
fn names_come_from_plural_and_group() {
    let crd = r#"{"spec":{"group":"g.io","names":{"plural":"as","kind":"A"},"scope":"","versions":null}}"#;
    crds().check_name(crd, "as.g.io", &[]);
    crds().check_name(crd, "bs.g.io", &["must be spec.names.plural+\".\"+spec.group"]);
    let (complaints, _) = crds()
        .with(None, |ctx| behaviour(crds().group, crds().plural).unwrap().name.check("As.g.io", false, &crds().hub(crd), ctx));
    assert_eq!(complaints.len(), 2);
}

#[test]
fn embedded_values_are_printed_as_upstream_prints_them() {
    let crd = |conversion: &str, default: &str| {
        with_versions(0, &format!(r#"{{"name":"v1","served":true,"storage":true,"schema":{{"openAPIV3Schema":{{"type":"object","properties":{{"a":{{"type":"object","default":{default},"enum":[{default},null]}}}}}}}}}}"#), "null")
            .replace(r#""group":"""#, &format!(r#""group":"","conversion":{{"strategy":"None"{conversion}}}"#))
    };
    crds().check_normal(
        &crd(r#","webhook":{"conversionReviewVersions":[]}"#, r#"{"z":1.0,"b":2}"#),
        Ok(&crd("", r#"{"b":2,"z":1}"#)),
    );
    let hook = r#","webhook":{"conversionReviewVersions":["v1"]}"#;
    crds().check_normal(&crd(hook, "5"), Ok(&crd(hook, "5")));
}

#[test]
fn deletion_waits_for_the_resource_to_be_emptied() {
    let termination = behaviour(crds().group, crds().plural).unwrap().termination.unwrap();
    let mut object = crds().hub(&with_versions(0, "", "null"));
    for _ in 0..2 {
        crds().with(None, |ctx| (termination.begin)(&mut object, ctx));
    }
    let expect = with_versions(0, "", "null")
        .replace(r#""generation":0"#, r#""finalizers":["customresourcecleanup.apiextensions.k8s.io"]"#)
        .replace(
            r#""conditions":null"#,
            &format!(
                r#""conditions":[{{"type":"Terminating","status":"True","lastTransitionTime":"{NOW_TEXT}","reason":"InstanceDeletionPending",
                    "message":"CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon"}}]"#
            ),
        );
    assert_eq!(text(&object), text(&crds().hub(&expect)));
    assert!(!(termination.held)(&object));
}

//! Pins the generated tables to what was measured on the reference server, and checks that every reference inside them holds.

use std::collections::BTreeSet;

use object::schema::{MergeRule, Omit, Shape, StructDef, Topology, TypeDef};

use super::*;
use crate::generated::id;
use crate::resource::{Backing, Release, Verb};

/// Every version of every resource.
fn all_served() -> impl Iterator<Item = (&'static Resource, &'static Served)> {
    resources().iter().flat_map(|r| r.versions.iter().map(move |v| (r, v)))
}

#[test]
fn counts_are_the_reference_servers() {
    let check = |what: &str, got: usize, expect: usize| assert_eq!(got, expect, "{what}");
    let on = |v: &Served| v.default_on;
    check("groups", groups().len(), 24);
    check("groups by default", groups().iter().filter(|g| g.versions.iter().any(|v| v.default_on)).count(), 22);
    check("group versions", groups().iter().flat_map(|g| g.versions).count(), 36);
    check("group versions by default", groups().iter().flat_map(|g| g.versions).filter(|v| v.default_on).count(), 23);
    check("resources", resources().len(), 79);
    check("resources by default", resources().iter().filter(|r| r.versions.iter().any(on)).count(), 71);
    check("resource versions", all_served().count(), 100);
    check("resource versions by default", all_served().filter(|(_, v)| on(v)).count(), 72);
    check("namespaced", all_served().filter(|(r, _)| r.namespaced).count(), 49);
    check("namespaced by default", all_served().filter(|(r, v)| r.namespaced && on(v)).count(), 35);
    check("with all eight verbs", all_served().filter(|(_, v)| v.verbs.len() == 8).count(), 91);
    check("create only", all_served().filter(|(_, v)| v.verbs.len() == 1 && v.verbs.contains(Verb::Create)).count(), 7);
    check("subresources", all_served().flat_map(|(_, v)| v.subresources).count(), 62);
    check("subresources by default", all_served().flat_map(|(_, v)| v.subresources).filter(|s| s.default_on).count(), 49);
    check("status", all_served().flat_map(|(_, v)| v.subresources).filter(|s| s.name == "status").count(), 44);
    // Events in both groups.
    check("with short names", resources().iter().filter(|r| !r.short_names.is_empty()).count(), 30);
    check("in category all", resources().iter().filter(|r| r.categories == ["all"]).count(), 10);
    check("listable with plain labels", all_served().filter(|(_, v)| v.list.is_some() && plain_labels(v)).count(), 76);
    check("listable", all_served().filter(|(_, v)| v.list.is_some()).count(), 93);
}

fn plain_labels(v: &Served) -> bool {
    v.labels.iter().map(|l| l.label).eq(["metadata.name", "metadata.namespace"])
}

#[test]
fn structs_and_fields_are_counted() {
    assert_eq!(TYPES.structs.len(), 1279);
    assert_eq!(TYPES.structs.iter().map(|s| s.fields.len()).sum::<usize>(), 5186);
    assert_eq!(kinds().count(), 361);
    let in_package = |prefix: &str| TYPES.structs.iter().filter(|s| s.name.starts_with(prefix)).count();
    assert_eq!(in_package("io.k8s.api.core.v1."), 239, "243 structs in Go, less the four that are only ever inlined");
    let largest = TYPES.structs.iter().map(|s| s.fields.len()).max();
    assert_eq!(largest, Some(44));
    // The one omitzero of the API: a zero creation time is left out although it is a struct.
    let zeros = TYPES.structs.iter().flat_map(|s| s.fields.iter().filter(|f| f.omit == Omit::Zero).map(|f| f.json.as_ref()));
    assert_eq!(zeros.collect::<Vec<_>>(), ["creationTimestamp"]);
    let inlines = TYPES.structs.iter().filter(|s| !s.inlines.is_empty()).count();
    assert_eq!(inlines, 27);
}

#[test]
fn every_reference_in_the_type_table_holds() {
    let structs = TYPES.structs.len();
    let types = TYPES.types.len();
    for t in TYPES.types.iter() {
        match t.shape {
            Shape::Struct(id) | Shape::SchemaOrBool(id) | Shape::SchemaOrArray(id) | Shape::SchemaOrStringArray(id) => {
                assert!(usize::from(id.0) < structs, "{}", t.go);
            }
            Shape::List(of) | Shape::Map(of) => assert!(usize::from(of.0) < types, "{}", t.go),
            _ => {}
        }
    }
    for s in TYPES.structs.iter() {
        struct_holds(s);
    }
    let names: BTreeSet<_> = TYPES.structs.iter().map(|s| &s.name).collect();
    assert_eq!(names.len(), structs, "definition names are unique");
}

fn struct_holds(s: &StructDef) {
    assert!(s.fields.len() <= 128, "{}", s.name);
    for (at, field) in s.fields.iter().enumerate() {
        assert!(usize::from(field.ty.0) < TYPES.types.len());
        assert_eq!(s.field(&field.json).map(|(i, _)| i), Some(at), "{}.{}", s.name, field.json);
        assert!(usize::from(field.inline) <= s.inlines.len(), "{}.{}", s.name, field.json);
        if let Topology::Map(keys) = &field.topology {
            let element = element_struct(TYPES.ty(field.ty));
            for key in keys.iter() {
                assert!(element.field(key).is_some(), "{}.{}: key {key}", s.name, field.json);
            }
        }
        if let Some(MergeRule { key, .. }) = field.merge.as_ref().filter(|m| !m.key.is_empty()) {
            assert!(element_struct(TYPES.ty(field.ty)).field(key).is_some(), "{}.{}: merge key {key}", s.name, field.json);
        }
    }
    assert!(s.field("no such field").is_none());
    // A message holds each number once, per nesting.
    let mut numbers: Vec<_> = s.fields.iter().filter(|f| f.number != 0).map(|f| (f.inline, f.number)).collect();
    numbers.extend(s.inlines.iter().map(|i| (i.parent, i.number)));
    let count = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), count, "{}", s.name);
    let head: Vec<_> = s.fields.iter().take(2).map(|f| (f.json.as_ref(), f.number)).collect();
    let typed = s.fields.iter().any(|f| f.json == "apiVersion" && f.number == 0 && f.inline == 0);
    assert!(!typed || head == [("kind", 0), ("apiVersion", 0)] || s.name.contains(".audit."), "{}: {head:?}", s.name);
}

fn element_struct(list: &TypeDef) -> &'static StructDef {
    let Shape::List(of) = list.shape else { panic!("{} is no list", list.go) };
    let Shape::Struct(id) = TYPES.ty(of).shape else { panic!("{} is no list of structs", list.go) };
    TYPES.get(id)
}

#[test]
fn fields_come_with_their_facts() {
    let pod = schema_of("", "v1", "Pod").unwrap();
    assert_eq!(pod.root, id::CORE_V1_POD);
    let names: Vec<_> = pod.def().fields.iter().map(|f| f.json.as_ref()).collect();
    assert_eq!(names, ["kind", "apiVersion", "metadata", "spec", "status"]);
    let spec = TYPES.get(id::CORE_V1_POD_SPEC);
    assert_eq!(spec.fields[0].json, "volumes");
    let (_, containers) = spec.field("containers").unwrap();
    assert_eq!(containers.omit, Omit::Never);
    assert_eq!(containers.number, 2);
    assert!(containers.required);
    assert_eq!(containers.topology, Topology::Map(vec!["name".into()].into()));
    let merge = containers.merge.as_ref().unwrap();
    assert!(merge.merge && !merge.replace && !merge.retain_keys);
    assert_eq!(merge.key, "name");
    assert_eq!(TYPES.ty(containers.ty).go, "[]v1.Container");
    let (_, priority) = spec.field("priority").unwrap();
    let ty = TYPES.ty(priority.ty);
    assert!(ty.pointer && ty.shape == Shape::Int32 && ty.go == "int32");
    let (_, volumes) = spec.field("volumes").unwrap();
    assert!(volumes.merge.as_ref().is_some_and(|m| m.merge && m.retain_keys));
    let (_, protocol) = TYPES.get(id::CORE_V1_CONTAINER_PORT).field("protocol").unwrap();
    assert_eq!(protocol.default, "\"TCP\"");
    assert_eq!(protocol.values.as_ref(), ["SCTP", "TCP", "UDP"]);
    let volume = TYPES.get(id::CORE_V1_VOLUME);
    let (_, empty_dir) = volume.field("emptyDir").unwrap();
    assert_eq!((empty_dir.inline, empty_dir.number, volume.inlines[0].number), (1, 2, 2));
    let (_, verbs) = TYPES.get(id::META_V1_API_RESOURCE).field("verbs").unwrap();
    assert!(TYPES.ty(verbs.ty).wrapped);
    assert!(TYPES.get(id::META_V1_LABEL_SELECTOR).atomic);
    let (_, claim) = TYPES.get(id::CORE_V1_PERSISTENT_VOLUME_SPEC).field("claimRef").unwrap();
    assert_eq!(claim.topology, Topology::Granular);
}

#[test]
fn inlined_twice_nests_twice() {
    let rule = TYPES.get(id::ADMISSIONREGISTRATION_V1_NAMED_RULE_WITH_OPERATIONS);
    let path = |json: &str| {
        let (_, field) = rule.field(json).unwrap();
        let mut numbers = vec![field.number];
        let mut at = field.inline;
        while at != 0 {
            let inline = &rule.inlines[usize::from(at) - 1];
            numbers.push(inline.number);
            at = inline.parent;
        }
        numbers
    };
    assert_eq!(path("resourceNames"), [1]);
    assert_eq!(path("operations"), [1, 2]);
    assert_eq!(path("apiGroups"), [1, 2, 2]);
}

#[test]
fn kinds_are_found() {
    let check = |group: &str, version: &str, kind: &str, expect: Option<StructId>| {
        assert_eq!(struct_of(group, version, kind), expect, "{group}/{version} {kind}");
    };
    check("", "v1", "Pod", Some(id::CORE_V1_POD));
    check("", "v1", "Status", Some(id::META_V1_STATUS));
    check("apps", "v1", "DeleteOptions", Some(id::META_V1_DELETE_OPTIONS));
    check("policy", "v1", "Eviction", Some(id::POLICY_V1_EVICTION));
    check("autoscaling", "v1", "Scale", Some(id::AUTOSCALING_V1_SCALE));
    check("meta.k8s.io", "v1", "Table", Some(id::META_V1_TABLE));
    check("meta.k8s.io", "v1", "PartialObjectMetadataList", Some(id::META_V1_PARTIAL_OBJECT_METADATA_LIST));
    check("apps", "v1", "Pod", None);
    check("example.com", "v1", "DeleteOptions", None);
    check("", "v2", "Pod", None);
    let mut last = ("", "", "");
    for (g, v, k, _) in kinds() {
        assert!(last < (g, v, k), "kinds are ordered: {g} {v} {k}");
        last = (g, v, k);
    }
}

#[test]
fn resources_are_found() {
    for (at, r) in resources().iter().enumerate() {
        let found = resource(r.group, r.plural).unwrap();
        assert!(std::ptr::eq(found, &raw const resources()[at]), "{}.{}", r.plural, r.group);
        assert_eq!(r.hub().version, r.hub);
        for v in r.versions {
            let (by_kind, version) = resource_of_kind(r.group, v.version, r.kind).unwrap();
            assert!(std::ptr::eq(by_kind, found) && version.version == v.version);
            assert_eq!(struct_of(r.group, v.version, r.kind), Some(v.object));
            let list = (!r.list_kind.is_empty()).then(|| struct_of(r.group, v.version, r.list_kind).unwrap());
            assert_eq!(v.list, list, "{}.{}", r.plural, r.group);
        }
    }
    assert!(resource("", "deployments").is_none());
    assert!(served("apps", "v2", "deployments").is_none());
    let (r, v) = served("autoscaling", "v1", "horizontalpodautoscalers").unwrap();
    assert_eq!((r.hub, v.object), ("v2", id::AUTOSCALING_V1_HORIZONTAL_POD_AUTOSCALER));
}

#[test]
fn subresources_answer_their_kinds() {
    let check = |group: &str, version: &str, plural: &str, sub: &str, expect: (&str, &str, &str)| {
        let (_, v) = served(group, version, plural).unwrap();
        let s = v.subresource(sub).unwrap();
        assert_eq!((s.group, s.version, s.kind), expect, "{plural}/{sub}");
        assert!(struct_of(s.group, s.version, s.kind).is_some());
    };
    check("", "v1", "pods", "status", ("", "v1", "Pod"));
    check("", "v1", "pods", "eviction", ("policy", "v1", "Eviction"));
    check("", "v1", "serviceaccounts", "token", ("authentication.k8s.io", "v1", "TokenRequest"));
    check("apps", "v1", "deployments", "scale", ("autoscaling", "v1", "Scale"));
    for (r, v) in all_served() {
        for s in v.subresources {
            assert!(struct_of(s.group, s.version, s.kind).is_some(), "{}/{} {}", r.plural, s.name, s.kind);
        }
    }
}

#[test]
fn storage_follows_the_emulated_release() {
    let check = |group: &str, plural: &str, minor: u16, expect: Option<&str>| {
        let found = resource(group, plural).unwrap().storage_version(Release { major: 1, minor });
        assert_eq!(found.map(|s| s.version), expect, "{plural} in 1.{minor}");
    };
    check("", "pods", 37, Some("v1"));
    check("", "pods", 34, Some("v1"));
    check("resource.k8s.io", "resourceclaims", 34, Some("v1beta2"));
    check("resource.k8s.io", "resourceclaims", 36, Some("v1"));
    check("resource.k8s.io", "devicetaintrules", 35, None);
    check("resource.k8s.io", "devicetaintrules", 37, Some("v1beta2"));
    check("autoscaling", "horizontalpodautoscalers", 37, Some("v2"));
    check("certificates.k8s.io", "clustertrustbundles", 37, Some("v1beta1"));
    check("admissionregistration.k8s.io", "mutatingadmissionpolicies", 36, Some("v1beta1"));
    check("admissionregistration.k8s.io", "mutatingadmissionpolicies", 37, Some("v1"));
    check("apiextensions.k8s.io", "customresourcedefinitions", 37, Some("v1beta1"));
    check("authentication.k8s.io", "tokenreviews", 37, None);
    for r in resources() {
        let virtual_ones = ["bindings", "componentstatuses"];
        let expect = if r.versions[0].verbs.len() > 2 { Backing::Stored } else { Backing::Virtual };
        assert!(expect == r.backing, "{}", r.plural);
        assert!(
            r.backing == Backing::Stored || virtual_ones.contains(&r.plural) || r.plural.ends_with("reviews"),
            "{}",
            r.plural
        );
        for s in r.storage {
            assert!(struct_of(s.group, s.version, r.kind).is_some(), "{} is stored as {s:?}", r.plural);
        }
    }
}

#[test]
fn key_prefixes_differ_from_plurals_only_where_known() {
    let mut odd: Vec<_> = resources()
        .iter()
        .filter(|r| r.backing == Backing::Stored && r.key_prefix != r.plural)
        .map(|r| (r.plural, r.key_prefix))
        .collect();
    odd.sort_unstable();
    assert_eq!(
        odd,
        [
            ("apiservices", "apiregistration.k8s.io/apiservices"),
            ("customresourcedefinitions", "apiextensions.k8s.io/customresourcedefinitions"),
            ("endpoints", "services/endpoints"),
            ("ingresses", "ingress"),
            ("nodes", "minions"),
            ("replicationcontrollers", "controllers"),
            ("services", "services/specs"),
        ]
    );
    let mut prefixes: Vec<_> = resources().iter().filter(|r| r.backing == Backing::Stored && r.plural != "events").collect();
    prefixes.sort_unstable_by_key(|r| r.key_prefix);
    for pair in prefixes.windows(2) {
        assert_ne!(pair[0].key_prefix, pair[1].key_prefix, "only the two groups of events share keys");
    }
}

#[test]
fn field_labels_are_translated_or_refused() {
    let check = |group: &str, version: &str, plural: &str, label: &str, expect: Result<&str, &str>| {
        let (_, v) = served(group, version, plural).unwrap();
        assert_eq!(v.field_label(label), expect.map_err(str::to_owned), "{plural}");
    };
    check("", "v1", "pods", "spec.nodeName", Ok("spec.nodeName"));
    check("", "v1", "pods", "spec.host", Ok("spec.nodeName"));
    check("", "v1", "pods", "foo", Err("field label not supported: foo"));
    check("events.k8s.io", "v1", "events", "regarding.name", Ok("involvedObject.name"));
    check("events.k8s.io", "v1", "events", "source", Err("field label not supported: source"));
    check("", "v1", "events", "source", Ok("source"));
    check("", "v1", "nodes", "metadata.namespace", Err("field label not supported: metadata.namespace"));
    check("", "v1", "configmaps", "x", Err(r#""x" is not a known field selector: only "metadata.name", "metadata.namespace""#));
    check("batch", "v1", "jobs", "x", Err(r#"field label "x" not supported for Job"#));
    check(
        "resource.k8s.io",
        "v1beta1",
        "resourceslices",
        "x",
        Err("field label not supported for resource.k8s.io/v1beta1, Kind=ResourceSlice: x"),
    );
}

#[test]
fn selectable_paths_lead_to_fields_of_the_hub() {
    for r in resources() {
        let root = if r.plural == "events" { id::CORE_V1_EVENT } else { r.hub().object };
        for s in r.selectable {
            for path in s.paths {
                path_holds(root, path, r.plural);
            }
        }
        for v in r.versions {
            assert!(v.labels.is_sorted_by_key(|l| l.label), "{}", r.plural);
            for l in v.labels {
                assert!(r.selectable.iter().any(|s| s.key == l.key), "{} {}", r.plural, l.label);
            }
        }
    }
}

fn path_holds(root: StructId, path: &[&str], plural: &str) {
    let mut shape = Shape::Struct(root);
    for step in path {
        shape = match shape {
            Shape::Struct(id) => {
                let (_, field) = TYPES.get(id).field(step).unwrap_or_else(|| panic!("{plural}: no {step} in {path:?}"));
                TYPES.ty(field.ty).shape
            }
            Shape::List(of) if step.parse::<usize>().is_ok() => TYPES.ty(of).shape,
            other => panic!("{plural}: {path:?} goes into {other:?}"),
        };
    }
    assert!(matches!(shape, Shape::String | Shape::Bool | Shape::Int32), "{plural}: {path:?} ends in {shape:?}");
}

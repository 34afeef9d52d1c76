//! Reading, changing and comparing trees.

use crate::json::{decode, encode, encode_pretty, encode_with_cut};
use crate::schema::Types;
use crate::testkit;
use crate::tree::{Kind, Tree};
use bytes::Bytes;

fn tree(types: &Types, kind: &str, json: &str) -> Tree {
    decode(Bytes::copy_from_slice(json.as_bytes()), &testkit::schema(types, kind)).unwrap().tree
}

fn json(tree: &Tree) -> String {
    let mut out = Vec::new();
    encode(tree, &mut out);
    String::from_utf8(out).unwrap()
}

#[test]
fn fields_are_read_by_path() {
    let types = testkit::table();
    let pod = tree(
        &types,
        "Pod",
        r#"{"spec":{"containers":[{"name":"a"},{"name":"b","ports":[{"containerPort":80}]}],"nodeSelector":{"z":"1","a":"2"}},
           "metadata":{"name":"p","managedFields":[{"fieldsV1":{"f:x": {}}}]}}"#,
    );
    assert_eq!(pod.str(&["metadata", "name"]), Some("p"));
    assert_eq!(pod.str(&["spec", "containers", "1", "name"]), Some("b"));
    assert_eq!(pod.i64(&["spec", "containers", "1", "ports", "0", "containerPort"]), Some(80));
    assert_eq!(pod.str(&["spec", "nodeSelector", "z"]), Some("1"));
    assert_eq!(pod.str(&["spec", "nodeName"]), None);
    assert_eq!(pod.str(&["nonsense", "x"]), None);
    assert_eq!(pod.at(&["metadata", "managedFields", "0", "fieldsV1"]).unwrap().raw(), Some(&br#"{"f:x":{}}"#[..]));
    let names: Vec<&str> = pod.items(&["spec", "containers"]).filter_map(|c| c.str(&["name"])).collect();
    assert_eq!(names, ["a", "b"]);
    let keys: Vec<&str> = pod.entries(&["spec", "nodeSelector"]).map(|(key, _)| key).collect();
    assert_eq!(keys, ["a", "z"]);
    let fields: Vec<&str> = pod.root().fields().map(|(field, _)| field.json.as_ref()).collect();
    assert_eq!(fields, ["metadata", "spec"]);
    assert_eq!(tree(&types, "Secret", r#"{"data":{"k":"AAH/"}}"#).at(&["data", "k"]).unwrap().as_bytes(), Some(vec![0, 1, 255]));
}

#[test]
fn setting_creates_what_is_missing_and_zero_clears() {
    let types = testkit::table();
    let mut pod = Tree::new(testkit::schema(&types, "Pod"));
    pod.set_str(&["metadata", "name"], "p");
    pod.set_str(&["metadata", "labels", "b"], "2");
    pod.set_str(&["metadata", "labels", "a"], "<1>");
    pod.set_str(&["metadata", "labels", "c"], "");
    pod.set_i64(&["spec", "terminationGracePeriodSeconds"], 0);
    pod.set_bool(&["spec", "hostNetwork"], false);
    pod.push_str(&["metadata", "finalizers"], "f");
    pod.push_str(&["metadata", "finalizers"], "g");
    pod.set_str(&["kind"], "Pod");
    pod.set_str(&["spec", "overhead", "memory"], "1024Mi");
    assert_eq!(
        json(&pod),
        concat!(
            r#"{"kind":"Pod","metadata":{"name":"p","labels":{"a":"\u003c1\u003e","b":"2","c":""},"finalizers":["f","g"]},"#,
            r#""spec":{"containers":null,"terminationGracePeriodSeconds":0,"overhead":{"memory":"1Gi"}},"status":{}}"#
        )
    );
    pod.set_str(&["metadata", "name"], "");
    assert!(pod.remove(&["metadata", "labels", "b"]));
    assert!(!pod.remove(&["metadata", "labels", "b"]));
    assert!(pod.remove(&["metadata", "finalizers", "1"]));
    assert!(pod.remove(&["spec", "overhead"]));
    pod.clear(&["metadata", "labels"]);
    pod.push_str(&["metadata", "finalizers"], "h");
    assert_eq!(
        json(&pod),
        r#"{"kind":"Pod","metadata":{"finalizers":["f","h"]},"spec":{"containers":null,"terminationGracePeriodSeconds":0},"status":{}}"#
    );
}

#[test]
fn elements_are_changed_in_place() {
    let types = testkit::table();
    let mut pod = tree(&types, "Pod", r#"{"spec":{"containers":[{"name":"a"},{"name":"b"},{"name":"c"}]}}"#);
    let mut spec = pod.edit_at(&["spec"]).unwrap();
    spec.each(&["containers"], |mut container| {
        container.set_str(&["imagePullPolicy"], "Always");
    });
    spec.retain(&["containers"], |container| container.str(&["name"]) != Some("b"));
    let mut list = spec.make(&["containers"]).unwrap();
    list.push().unwrap().set_str(&["name"], "d");
    assert_eq!(
        json(&pod),
        concat!(
            r#"{"metadata":{},"spec":{"containers":[{"name":"a","resources":{},"imagePullPolicy":"Always"},"#,
            r#"{"name":"c","resources":{},"imagePullPolicy":"Always"},{"name":"d","resources":{}}]},"status":{}}"#
        )
    );
}

#[test]
fn grafts_copy_between_trees() {
    let types = testkit::table();
    let deployment = tree(
        &types,
        "Deployment",
        r#"{"spec":{"template":{"metadata":{"labels":{"a":"1"}},"spec":{"containers":[{"name":"c","env":[{"name":"X","value":"\u003cy"}]}],"priority":0}}}}"#,
    );
    let mut pod = Tree::new(testkit::schema(&types, "Pod"));
    let template = deployment.at(&["spec", "template"]).unwrap();
    assert!(pod.graft(&["spec"], template.field("spec").unwrap()));
    assert!(pod.graft(&["metadata"], template.field("metadata").unwrap()));
    assert_eq!(
        json(&pod),
        r#"{"metadata":{"labels":{"a":"1"}},"spec":{"containers":[{"name":"c","env":[{"name":"X","value":"\u003cy"}],"resources":{}}],"priority":0},"status":{}}"#
    );
    assert!(!pod.graft(&["metadata", "name"], template));
    // Another struct with some of the same fields.
    let namespace = crate::convert::by_name(&pod, &testkit::schema(&types, "ConfigMap"));
    assert_eq!(json(&namespace), r#"{"metadata":{"labels":{"a":"1"}}}"#);
}

#[test]
fn equality_is_semantic() {
    let types = testkit::table();
    let check = |kind: &str, a: &str, b: &str, expect: bool| {
        let (a, b) = (tree(&types, kind, a), tree(&types, kind, b));
        assert_eq!(a.root().equals(b.root()), expect, "{} {}", json(&a), json(&b));
        assert_eq!(b.root().equals(a.root()), expect);
        assert_eq!(a.eq_ignoring(&b, &[]), expect);
    };
    check("Role", r#"{"rules":[]}"#, r#"{"rules":null}"#, true);
    check("Role", r#"{"rules":[{"verbs":[]}]}"#, r#"{"rules":[{}]}"#, true);
    check("Role", r#"{"rules":[{}]}"#, r#"{"rules":[]}"#, false);
    check("ConfigMap", r#"{"data":{}}"#, "{}", true);
    check("ConfigMap", r#"{"data":{"a":"1","b":"2"}}"#, r#"{"data":{"b":"2","a":"1"}}"#, true);
    check("ConfigMap", r#"{"data":{"a":"1"}}"#, r#"{"data":{"a":"\u0031"}}"#, true);
    check("ConfigMap", r#"{"data":{"a":"1"}}"#, r#"{"data":{"a":"2"}}"#, false);
    check("ConfigMap", r#"{"immutable":false}"#, "{}", false);
    check("ConfigMap", r#"{"metadata":{}}"#, "{}", true);
    check("Pod", r#"{"spec":{"overhead":{"a":"1024"}}}"#, r#"{"spec":{"overhead":{"a":"1Ki"}}}"#, true);
    check("Pod", r#"{"spec":{"overhead":{"a":"1024"}}}"#, r#"{"spec":{"overhead":{"a":"1k"}}}"#, false);
    check("Pod", r#"{"spec":{"securityContext":{}}}"#, "{}", false);
    check("Pod", r#"{"spec":{"priority":0}}"#, "{}", false);
    check("Pod", r#"{"spec":{"volumes":[{"emptyDir":{}}]}}"#, r#"{"spec":{"volumes":[{}]}}"#, false);
}

#[test]
fn equality_can_look_away() {
    let types = testkit::table();
    let a = tree(
        &types,
        "Pod",
        r#"{"metadata":{"name":"a","resourceVersion":"1"},"spec":{"nodeName":"x"},"status":{"phase":"Running"}}"#,
    );
    let b = tree(&types, "Pod", r#"{"metadata":{"name":"a","managedFields":[{}]},"spec":{"nodeName":"x"}}"#);
    let ignored: &[&[&str]] = &[&["status"], &["metadata", "resourceVersion"], &["metadata", "managedFields"]];
    assert!(a.eq_ignoring(&b, ignored));
    assert!(!a.eq_ignoring(&b, &ignored[1..]));
    assert!(!a.eq_ignoring(&b, &ignored[..2]));
    let none = tree(&types, "Pod", r#"{"metadata":{"resourceVersion":"5"}}"#);
    assert!(none.eq_ignoring(&Tree::new(testkit::schema(&types, "Pod")), ignored));
}

#[test]
fn normal_form_is_what_protobuf_leaves() {
    let types = testkit::table();
    let check = |kind: &str, given: &str, expect: &str| {
        let mut tree = tree(&types, kind, given);
        tree.normalise();
        assert_eq!(json(&tree), expect);
    };
    check("Role", r#"{"rules":[]}"#, r#"{"metadata":{},"rules":null}"#);
    check("EndpointSlice", r#"{"endpoints":[],"ports":[]}"#, r#"{"metadata":{},"addressType":"","endpoints":null,"ports":null}"#);
    check(
        "NetworkPolicy",
        r#"{"spec":{"ingress":[{"from":[]}],"podSelector":{}}}"#,
        r#"{"metadata":{},"spec":{"podSelector":{},"ingress":[{}]}}"#,
    );
    check("Secret", r#"{"data":{"a":null,"b":""}}"#, r#"{"metadata":{},"data":{"a":"","b":""}}"#);
    check("Role", r#"{"rules":[{"verbs":[]}]}"#, r#"{"metadata":{},"rules":[{"verbs":null}]}"#);
    check("Pod", r#"{"spec":{"containers":[]}}"#, r#"{"metadata":{},"spec":{"containers":null},"status":{}}"#);
}

#[test]
fn cut_shows_where_the_revision_goes() {
    let types = testkit::table();
    let check = |given: &str, with: &str, item: &str| {
        let encoded = encode_with_cut(&tree(&types, "ConfigMap", given));
        assert!(!String::from_utf8_lossy(&encoded.bytes).contains("resourceVersion"));
        let mut out = Vec::new();
        encoded.write_with(7, &mut out);
        assert_eq!(String::from_utf8_lossy(&out), with);
        out.clear();
        encoded.write_item(7, &mut out);
        assert_eq!(String::from_utf8_lossy(&out), item);
    };
    check(
        r#"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","resourceVersion":"1","generation":3},"data":{"resourceversion":"x"}}"#,
        r#"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","resourceVersion":"7","generation":3},"data":{"resourceversion":"x"}}"#,
        r#"{"metadata":{"name":"a","resourceVersion":"7","generation":3},"data":{"resourceversion":"x"}}"#,
    );
    check(
        r#"{"metadata":{"name":"a"}}"#,
        r#"{"metadata":{"name":"a","resourceVersion":"7"}}"#,
        r#"{"metadata":{"name":"a","resourceVersion":"7"}}"#,
    );
    check(
        r#"{"metadata":{"generation":1}}"#,
        r#"{"metadata":{"resourceVersion":"7","generation":1}}"#,
        r#"{"metadata":{"resourceVersion":"7","generation":1}}"#,
    );
    check("{}", r#"{"metadata":{"resourceVersion":"7"}}"#, r#"{"metadata":{"resourceVersion":"7"}}"#);
    check(
        r#"{"kind":"ConfigMap","apiVersion":"v1"}"#,
        r#"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"resourceVersion":"7"}}"#,
        r#"{"metadata":{"resourceVersion":"7"}}"#,
    );
}

#[test]
fn pretty_output_indents_as_go() {
    let types = testkit::table();
    let mut out = Vec::new();
    encode_pretty(
        &tree(
            &types,
            "Role",
            r#"{"metadata":{"labels":{"a":"{\"x\":[1, 2]}"}},"rules":[{"verbs":["get","list"]},{"verbs":[]}]}"#,
        ),
        &mut out,
    );
    let expect = "{\n  \"metadata\": {\n    \"labels\": {\n      \"a\": \"{\\\"x\\\":[1, 2]}\"\n    }\n  },\n  \"rules\": [\n    {\n      \"verbs\": [\n        \"get\",\n        \"list\"\n      ]\n    },\n    {\n      \"verbs\": []\n    }\n  ]\n}";
    assert_eq!(String::from_utf8_lossy(&out), expect);
}

#[test]
fn unions_are_nodes_of_their_own() {
    let types = testkit::table();
    let crd = tree(
        &types,
        "JSONSchemaProps",
        r#"{"additionalProperties":true,"items":{"type":"a"},"dependencies":{"a":["x"],"b":{"type":"c"}},"not":{"additionalProperties":{"type":"d"}}}"#,
    );
    assert_eq!(crd.bool(&["additionalProperties"]), Some(true));
    assert_eq!(crd.str(&["items", "type"]), Some("a"));
    assert_eq!(crd.str(&["dependencies", "a", "0"]), Some("x"));
    assert_eq!(crd.str(&["dependencies", "b", "type"]), Some("c"));
    assert_eq!(crd.at(&["not", "additionalProperties"]).unwrap().kind(), Kind::Struct);
    let mut copy = Tree::new(crd.schema().clone());
    assert!(copy.graft(&["not"], crd.root()));
    assert_eq!(copy.str(&["not", "dependencies", "b", "type"]), Some("c"));
}

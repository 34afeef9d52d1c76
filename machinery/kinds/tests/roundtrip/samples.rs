//! Messages whose bytes were copied from a server or from marshalling one value in Go (object-model sections 3 and 5): what needs no Go
//! to be checked.

use bytes::Bytes;
use kinds::table;
use object::schema::Schema;
use object::{Tree, json, proto};

fn schema(name: &str) -> Schema {
    let name = ["io.k8s.api.", "io.k8s.apimachinery.pkg.apis.", "io.k8s.apiextensions-apiserver.pkg.apis."]
        .into_iter()
        .find_map(|package| table::TYPES.named(&format!("{package}{name}")))
        .unwrap_or_else(|| panic!("no {name}"));
    table::schema(name)
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(16)).collect();
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).expect("two digits")).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn print(tree: &Tree) -> String {
    let mut out = Vec::new();
    json::encode(tree, &mut out);
    String::from_utf8(out).expect("text")
}

/// JSON to bytes by both ways, and back.
fn check(name: &str, given: &str, expect: &str) {
    let (schema, expect) = (schema(name), unhex(expect));
    let tree = json::decode(Bytes::copy_from_slice(given.as_bytes()), &schema).expect("JSON").tree;
    let (mut encoded, mut direct) = (Vec::new(), Vec::new());
    proto::encode(&tree, &mut encoded);
    assert_eq!(hex(&encoded), hex(&expect), "{name} {given}");
    proto::transcode(print(&tree).as_bytes(), &schema, &mut direct).expect("JSON");
    assert_eq!(hex(&direct), hex(&expect), "{name} {given}, transcoded");
    let back = proto::decode(expect.into(), &schema).expect("a message");
    assert_eq!(print(&back), print(&tree), "{name} {given}");
}

const META: &str = "0a00 1200 1a00 2200 2a00 3200 3800 4200";

#[test]
fn empty_objects() {
    check("meta.v1.ObjectMeta", "{}", META);
    check("meta.v1.ListMeta", "{}", "0a00 1200 1a00");
    check("core.v1.ConfigMap", "{}", &format!("0a10 {META}"));
    check("core.v1.Namespace", "{}", &format!("0a10 {META} 1200 1a020a00"));
    check("meta.v1.Status", "{}", "0a06 0a00 1200 1a00 1200 1a00 2200 3000");
    let schema = "0a00 1200 2200 2a00 3200 3a00 5000 6000 7a00 900100 a80200 b80200 c00200";
    check("apiextensions.v1.JSONSchemaProps", "{}", schema);
}

#[test]
fn leaves() {
    let container = |port: &str, tail: &str| (port.to_owned(), tail.to_owned());
    let (given, expect) = container(r#"{"containerPort":80}"#, "0a00 1000 1850 2200 2a00");
    check("core.v1.ContainerPort", &given, &expect);
    check("core.v1.EnvVar", r#"{"name":"x"}"#, "0a0178 1200");
    check("core.v1.TCPSocketAction", r#"{"port":80}"#, "0a06 08001050 1a00 1200");
    check("core.v1.TCPSocketAction", r#"{"port":"http"}"#, "0a0a 08011000 1a0468747470 1200");
    check("core.v1.TCPSocketAction", r#"{"port":-1}"#, "0a0f 080010ffffffffffffffffff01 1a00 1200");
    check("core.v1.ResourceFieldSelector", r#"{"resource":"a","divisor":"100m"}"#, "0a00 120161 1a06 0a04 3130306d");
    check("core.v1.ResourceFieldSelector", r#"{"resource":"a"}"#, "0a00 120161 1a03 0a0130");
    let meta = |time: &str| format!("0a00 1200 1a00 2200 2a00 3200 3800 {time}");
    check("meta.v1.ObjectMeta", r#"{"creationTimestamp":"2026-11-23T08:09:03Z"}"#, &meta("4208 089fe98fd806 1000"));
    check("meta.v1.ObjectMeta", r#"{"creationTimestamp":"1970-01-01T00:00:00Z"}"#, &meta("4204 08001000"));
    let before = meta("420d 08fbffffffffffffffff01 1000");
    check("meta.v1.ObjectMeta", r#"{"creationTimestamp":"1969-12-31T23:59:55Z"}"#, &before);
    check("coordination.v1.LeaseSpec", r#"{"renewTime":"2026-11-23T08:09:03.123456Z"}"#, "220b 089fe98fd806 108094ef3a");
    check(
        "apiextensions.v1.JSONSchemaProps",
        r#"{"additionalProperties":false}"#,
        "0a00 1200 2200 2a00 3200 3a00 5000 6000 7a00 900100 f2010208 00 a80200 b80200 c00200",
    );
    check("meta.v1.APIResource", r#"{"verbs":["get"]}"#, "0a00 1000 1a00 22050a03676574 3200 4200 4a00 5200");
    check(
        "authorization.v1.SubjectAccessReviewSpec",
        r#"{"user":"u","extra":{"a":["x"]}}"#,
        "1a0175 2a08 0a0161 1203 0a0178 3200",
    );
}

#[test]
fn flattened_structs_are_messages() {
    check("core.v1.Volume", r#"{"name":"v","emptyDir":{}}"#, "0a0176 1204 12020a00");
    check("core.v1.Probe", r#"{"tcpSocket":{"port":80}}"#, "0a0c 1a0a 0a06 08001050 1a00 1200 1000 1800 2000 2800 3000");
}

#[test]
fn numbers_pack_on_input_only() {
    let schema = schema("core.v1.PodSecurityContext");
    let tree = proto::decode(unhex("22 03 01 ac 02").into(), &schema).expect("a message");
    assert_eq!(print(&tree), r#"{"supplementalGroups":[1,300]}"#);
    let mut out = Vec::new();
    proto::encode(&tree, &mut out);
    assert_eq!(hex(&out), "200120ac02");
}

#[test]
fn a_whole_answer() {
    let given = r#"{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","namespace":"t1","uid":"9907edf6-0000-4000-8000-000000000000","resourceVersion":"1106","creationTimestamp":"2026-11-23T08:24:11Z","managedFields":[{"manager":"kubectl-create","operation":"Update","apiVersion":"v1","time":"2026-11-23T08:24:11Z","fieldsType":"FieldsV1","fieldsV1":{"f:data":{".":{},"f:a":{},"f:b":{}}}}]},"data":{"a":"\u003c1\u003e\u0026","b":"2"}}"#;
    let mut message = Vec::new();
    proto::transcode(given.as_bytes(), &schema("core.v1.ConfigMap"), &mut message).expect("JSON");
    let mut body = Vec::new();
    proto::wrap("v1", "ConfigMap", &message, &mut body);
    assert_eq!(body.len(), 211);
    assert!(hex(&body).starts_with(
        &"6b387300 0a0f 0a027631 1209436f6e6669674d6170 12b701 0aa101 0a0161 1200 1a027431 2200 2a24".replace(' ', "")
    ));
    assert!(hex(&body).ends_with(&"4200 12090a016112043c313e26 12060a0162120132 1a002200".replace(' ', "")));
    let mut frame = Vec::new();
    proto::watch_frame("ADDED", &body, &mut frame);
    assert!(hex(&frame).starts_with(&"000000e0 0a054144444544 12d601 0ad301 6b387300".replace(' ', "")));
}

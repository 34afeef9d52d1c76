//! Bytes of the reference as text and back; planted faults in them.

use std::collections::BTreeMap;

use super::*;
use crate::compare::differences;
use crate::record::Answer;

/// A ConfigMap as kube-apiserver v1.37.2 answered it.
const CONFIG_MAP: &str = "6b387300 0a0f 0a027631 1209436f6e6669674d6170 12b701
    0aa101 0a0161 1200 1a027431 2200 2a2439393037656466362d303030302d303030302d303030302d303030303030303030303030
    320431313036 3800 42080 8abf08fd8061000 8a015b 0a0e6b75626563746c2d637265617465 1206557064617465 1a027631
    220808abf08fd8061000 32084669656c64735631
    3a270a257b22663a64617461223a7b222e223a7b7d2c22663a61223a7b7d2c22663a62223a7b7d7d7d 4200
    12090a0161 12043c313e26 12060a0162 120132 1a002200";

const CONFIG_MAP_TEXT: &str = concat!(
    r#"{"apiVersion":"v1","kind":"ConfigMap","raw":{"metadata":{"name":"a","generateName":"","namespace":"t1","selfLink":"","#,
    r#""uid":"9907edf6-0000-0000-0000-000000000000","resourceVersion":"1106","generation":0,"#,
    r#""creationTimestamp":"2026-11-23T08:24:11Z","managedFields":[{"manager":"kubectl-create","operation":"Update","#,
    r#""apiVersion":"v1","time":"2026-11-23T08:24:11Z","fieldsType":"FieldsV1","#,
    r#""fieldsV1":{"json":{"f:data":{".":{},"f:a":{},"f:b":{}}}},"subresource":""}]},"data":[["a","<1>&"],["b","2"]]},"#,
    r#""contentEncoding":"","contentType":""}"#,
);

fn bytes() -> Vec<u8> {
    from_hex(CONFIG_MAP).unwrap()
}

#[test]
fn an_answer_is_readable() {
    assert_eq!(read(&bytes()), CONFIG_MAP_TEXT);
}

/// Whatever byte is changed, dropped or put in, the text is another one.
#[test]
fn no_fault_of_one_byte_stays_hidden() {
    let bytes = bytes();
    for at in 0..bytes.len() {
        for value in 0..=255_u8 {
            let mut changed = bytes.clone();
            changed[at] = value;
            assert!(value == bytes[at] || read(&changed) != CONFIG_MAP_TEXT, "{value} at {at}");
            changed.insert(at, bytes[at]);
            assert_ne!(read(&changed), CONFIG_MAP_TEXT, "{value} put in at {at}");
        }
        let mut changed = bytes.clone();
        changed.remove(at);
        assert_ne!(read(&changed), CONFIG_MAP_TEXT, "nothing at {at}");
        assert_ne!(read(&bytes[..at]), CONFIG_MAP_TEXT, "cut at {at}");
    }
}

fn check(ours: &str, expect: &[&str]) {
    let answer = |hex: &str| {
        let (request, body) = ("GET /x".to_owned(), read(&from_hex(hex).unwrap()));
        Answer { request, status: 200, headers: BTreeMap::new(), body }
    };
    let reference = "6b387300 0a0f 0a027631 1209436f6e6669674d6170 120e 0a05 0a0161 3800 1205 0a016b 1200 1a002200";
    let found = differences(&answer(reference), &answer(ours));
    let pointers: Vec<_> = found.iter().map(|difference| difference.pointer.as_str()).collect();
    assert_eq!(pointers, expect, "{ours}");
}

#[test]
fn planted_faults_are_named() {
    let envelope = |raw: &str| {
        let length = raw.replace(' ', "").len() / 2;
        format!("6b387300 0a0f 0a027631 1209436f6e6669674d6170 12{length:02x} {raw} 1a002200")
    };
    check(&envelope("0a05 0a0161 3800 1205 0a016b 1200"), &[]);
    // Another value.
    check(&envelope("0a05 0a0162 3800 1205 0a016b 1200"), &["/raw/metadata/name"]);
    // A zero that is not written.
    check(&envelope("0a03 0a0161 1205 0a016b 1200"), &["/raw/metadata/generation"]);
    // A field too much, known and unknown.
    check(&envelope("0a07 0a0161 1200 3800 1205 0a016b 1200"), &["/raw/metadata/generateName"]);
    check(&envelope("0a05 0a0161 3800 1205 0a016b 1200 480 1"), &["/raw/#9"]);
    // Another order.
    check(&envelope("1205 0a016b 1200 0a05 0a0161 3800"), &["/raw@order"]);
    check(&envelope("0a05 3800 0a0161 1205 0a016b 1200"), &["/raw/metadata@order"]);
    // Another wire type.
    check(&envelope("0a05 0a0161 3a00 1205 0a016b 1200"), &["/raw/metadata/generation", "/raw/metadata/#7"]);
    // A map's entry without its empty value.
    check(&envelope("0a05 0a0161 3800 1203 0a016b"), &["/raw/data/0"]);
    // A length in two bytes where one would do.
    check(&envelope("0a8500 0a0161 3800 1205 0a016b 1200"), &["/raw/metadata", "/raw/data", "/raw/@hex"]);
}

fn round_trip(schema: &str, text: &str, expect: &str) {
    let bytes = write(text, schema, schema).unwrap();
    let (api_version, kind) = schema.split_once(' ').unwrap();
    let raw = expect.to_owned();
    let whole = format!(r#"{{"apiVersion":"{api_version}","kind":"{kind}","raw":{raw},"contentEncoding":"","contentType":""}}"#);
    assert_eq!(read(&bytes), whole, "{text}");
}

#[test]
fn bodies_of_cases_are_encoded() {
    round_trip(
        "v1 Pod",
        r#"{"metadata":{"name":"p","creationTimestamp":null},"spec":{"volumes":[{"emptyDir":{"sizeLimit":"1Gi"},"name":"v"}],"priority":-10}}"#,
        r#"{"metadata":{"name":"p"},"spec":{"volumes":[{"name":"v","VolumeSource":{"emptyDir":{"sizeLimit":"1Gi"}}}],"priority":-10}}"#,
    );
    round_trip(
        "apps/v1 Deployment",
        r#"{"spec":{"strategy":{"rollingUpdate":{"maxSurge":"25%","maxUnavailable":1}},"paused":true}}"#,
        r#"{"spec":{"strategy":{"rollingUpdate":{"maxUnavailable":1,"maxSurge":"25%"}},"paused":true}}"#,
    );
    round_trip(
        "v1 ConfigMap",
        r#"{"data":{"b":"2","a":""},"binaryData":{"x":"AAE="}}"#,
        r#"{"data":[["a",""],["b","2"]],"binaryData":[["x","AAE="]]}"#,
    );
    round_trip(
        "coordination.k8s.io/v1 Lease",
        r#"{"spec":{"renewTime":"2026-01-02T03:04:05.123456Z"}}"#,
        r#"{"spec":{"renewTime":"2026-01-02T03:04:05.123456Z"}}"#,
    );
    round_trip(
        "v1 ConfigMap",
        r##"{"#1":{"#1":5,"#99":"x"},"#2":{"@hex":"ff"},"#7":{"@fixed64":1}}"##,
        r##"{"metadata":{"#1":5,"#99":"x"},"#2":{"@hex":"ff"},"#7":{"@fixed64":1}}"##,
    );
}

/// What was read from a recorded request can be sent again, byte by byte.
#[test]
fn what_is_read_can_be_written() {
    let check = |bytes: &[u8]| {
        let text = read(bytes);
        let root = crate::json::parse(&text).unwrap();
        let string = |key: &str| root.member(key).unwrap().string(&text).unwrap();
        let schema = format!("{} {}", string("apiVersion"), string("kind"));
        assert_eq!(write(root.member("raw").unwrap().text(&text), &schema, &schema).unwrap(), bytes, "{text}");
    };
    check(&bytes());
    for (schema, text) in [
        (
            "v1 Pod",
            r##"{"metadata":{"name":"p","generateName":"","creationTimestamp":{},"labels":[["b","1"],["a",""]]},"spec":{"volumes":[{"name":"v","VolumeSource":{"emptyDir":{"medium":"","sizeLimit":"1Gi"}}},{"name":"w","VolumeSource":{}}],"containers":[{"name":"c","resources":{},"livenessProbe":{"ProbeHandler":{"httpGet":{"port":"http"}},"timeoutSeconds":0}}]}}"##,
        ),
        (
            "apps/v1 ControllerRevision",
            r#"{"metadata":{"name":"r","managedFields":[{"fieldsV1":{"json":{"f:a":{}}},"subresource":""}]},"data":{"json":{"spec":1}},"revision":1}"#,
        ),
        ("apps/v1 ControllerRevision", r#"{"data":{"bytes":"no json"}}"#),
    ] {
        check(&write(text, schema, schema).unwrap());
    }
}

#[test]
fn a_watch_is_a_line_for_every_frame() {
    let object = bytes();
    let mut frame = from_hex("0a054144444544").unwrap();
    let mut inner = Vec::new();
    wire::emit(&wire::Field { number: 1, value: wire::Wire::Bytes(object) }, &mut inner);
    wire::emit(&wire::Field { number: 2, value: wire::Wire::Bytes(inner) }, &mut frame);
    let mut stream = u32::try_from(frame.len()).unwrap().to_be_bytes().to_vec();
    stream.extend(&frame);
    let line = format!("{{\"type\":\"ADDED\",\"object\":{{\"envelope\":{CONFIG_MAP_TEXT}}}}}\n");
    assert_eq!(read_frames(&stream), line);
    assert_eq!(read_frames(&stream.repeat(2)), line.repeat(2));
    assert_eq!(read_frames(&[stream.as_slice(), b"\0\0"].concat()), format!("{line}{{\"@hex\":\"0000\"}}\n"));
    assert_eq!(frames(&stream.repeat(2)[..stream.len() + 5]).1, stream.len());
}

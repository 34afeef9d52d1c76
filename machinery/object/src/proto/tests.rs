//! Envelopes whose bytes are known, properties that hold for every object, and hostile messages. Upstream's schemas and Go's own answers
//! are compared in `kinds/tests/roundtrip`.

use super::{DecodeError, Unknown, decode, encode, open, transcode, watch_frame, wrap};
use crate::properties::{KINDS, document};
use crate::schema::Schema;
use crate::tree::Tree;
use crate::{json, testkit};
use bytes::Bytes;
use proptest::prelude::*;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn message(tree: &Tree) -> Vec<u8> {
    let mut out = Vec::new();
    encode(tree, &mut out);
    out
}

fn print(tree: &Tree) -> String {
    let mut out = Vec::new();
    json::encode(tree, &mut out);
    // Bytes of embedded documents are passed on untouched, UTF-8 or not, as Go passes them on.
    String::from_utf8_lossy(&out).into_owned()
}

fn read(json: &[u8], schema: &Schema) -> Tree {
    json::decode(Bytes::copy_from_slice(json), schema).unwrap().tree
}

fn read_stored(json: &[u8], schema: &Schema) -> Tree {
    json::decode_stored(Bytes::copy_from_slice(json), schema).unwrap().tree
}

#[test]
fn envelopes_are_upstreams() {
    let mut out = Vec::new();
    wrap("v1", "ConfigMap", b"\x0a\0", &mut out);
    assert_eq!(hex(&out), "6b387300 0a0f 0a027631 1209436f6e6669674d6170 12020a00 1a002200".replace(' ', ""));
    let unknown = Unknown { api_version: "v1", kind: "ConfigMap", raw: b"\x0a\0", content_encoding: "", content_type: "" };
    assert_eq!(open(&out), Ok(unknown));
    let mut frame = Vec::new();
    watch_frame("ADDED", &out, &mut frame);
    assert_eq!(hex(&frame[..17]), "00000028 0a054144444544 121f 0a1d 6b38".replace(' ', ""));
    assert_eq!(frame.len(), 4 + 0x28);
    assert!(frame.ends_with(&out));
}

#[test]
fn broken_envelopes_are_refused_in_upstreams_words() {
    let check = |body: &[u8], expect: &str| assert_eq!(open(body).unwrap_err().to_string(), expect, "{body:?}");
    let magic = "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]";
    check(b"", "empty data");
    check(b"k8s", magic);
    check(b"{}  ", magic);
    check(b"k8s\0", "empty body");
    check(b"k8s\0\x12\x05ab", "unexpected EOF");
    check(b"k8s\0\x12\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "proto: negative length found during unmarshaling");
    check(b"k8s\0\x12\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "proto: integer overflow");
    check(b"k8s\0\x10\x01", "proto: wrong wireType = 0 for field Raw");
    check(b"k8s\0\x0a\x02\x08\x01", "proto: wrong wireType = 0 for field APIVersion");
    check(b"k8s\0\x0a\x02\x0c\x01", "proto: TypeMeta: wiretype end group for non-group");
    check(b"k8s\0\0", "proto: Unknown: illegal tag 0 (wire type 0)");
    check(b"k8s\0\x2f", "proto: illegal wireType 7");
    check(b"k8s\0\x2b\x2c\x12\x05ab", "unexpected EOF");
    check(b"k8s\0\x2b\x08\x01", "unexpected EOF");
    open(b"k8s\0\x2b\x33\x08\x01\x34\x2c\x31abcdefgh\x35abcd").unwrap();
}

#[test]
fn repeated_values_and_unknown_fields_are_read_as_go_reads_them() {
    let types = testkit::table();
    let schema = testkit::schema(&types, "ConfigMap");
    let check = |message: &[u8], expect: &str| {
        let tree = decode(Bytes::copy_from_slice(message), &schema).unwrap_or_else(|error| panic!("{error}: {}", hex(message)));
        assert_eq!(print(&tree), expect, "{}", hex(message));
    };
    check(b"", r#"{"metadata":{}}"#);
    // The last name counts, messages merge, an empty text takes one away.
    check(b"\x0a\x03\x0a\x01a\x0a\x06\x0a\x01b\x1a\x01c", r#"{"metadata":{"name":"b","namespace":"c"}}"#);
    check(b"\x0a\x03\x0a\x01a\x0a\x02\x0a\x00", r#"{"metadata":{}}"#);
    // Entries in any order, the last of a key; a value before its key; neither.
    check(b"\x12\x06\x0a\x01b\x12\x01x\x12\x06\x12\x01y\x0a\x01a", r#"{"metadata":{},"data":{"a":"y","b":"x"}}"#);
    check(b"\x12\x06\x0a\x01b\x12\x01x\x12\x03\x0a\x01b\x12\x00", r#"{"metadata":{},"data":{"":"","b":""}}"#);
    check(b"\x1a\x03\x0a\x01b\x1a\x06\x0a\x01a\x12\x01\xff", r#"{"metadata":{},"binaryData":{"a":"/w==","b":""}}"#);
    // Unknown fields of every layout.
    check(b"\xf8\x07\x01\xf9\x0712345678\xfa\x07\x01x\xfb\x07\x08\x01\xfc\x07\xfd\x071234", r#"{"metadata":{}}"#);
    // No UTF-8.
    check(b"\x0a\x06\x0a\x04a\xffb\xc3", r#"{"metadata":{"name":"a\ufffdb\ufffd"}}"#);
    // A time before year 0 and one behind 9999 print, the zero time does not.
    check(b"\x0a\x0d\x42\x0b\x08\x80\x92\xb8\xc3\x98\xfe\xff\xff\xff\x01", r#"{"metadata":{}}"#);
}

/// Only protobuf can bring these times; what is stored of them is JSON, and must give them back.
#[test]
fn stored_times_are_what_protobuf_brought() {
    let types = testkit::table();
    let schema = testkit::schema(&types, "ConfigMap");
    let check = |time: &[u8], expect: &str, refused: bool| {
        let length = |more: usize| u8::try_from(time.len() + more).unwrap();
        let given = [&[0x0a, length(2), 0x4a, length(0)], time].concat();
        let tree = decode(given.into(), &schema).unwrap();
        let stored = Bytes::from(print(&tree));
        assert_eq!(stored, format!(r#"{{"metadata":{{"deletionTimestamp":{expect}}}}}"#));
        let again = json::decode_stored(stored.clone(), &schema).unwrap().tree;
        assert_eq!((message(&again), print(&again).as_bytes()), (message(&tree), &*stored));
        let mut direct = Vec::new();
        transcode(&stored, &schema, &mut direct).unwrap();
        assert_eq!(hex(&direct), hex(&message(&tree)));
        assert_eq!(json::decode(stored, &schema).is_err(), refused, "{expect}");
    };
    check(b"", "null", false);
    for (seconds, expect) in [(253_402_300_800, "\"10000-01-01T00:00:00Z\""), (i64::MAX, "\"292277026596-12-04T15:30:07Z\"")] {
        check(super::leaves::timestamp(meta::time::Time { seconds, nanos: 0 }).as_slice(), expect, true);
    }
}

#[test]
fn broken_messages_are_refused_in_gos_words() {
    let types = testkit::table();
    let pod = testkit::schema(&types, "Pod");
    let check = |message: &[u8], expect: &str| {
        assert_eq!(decode(Bytes::copy_from_slice(message), &pod).unwrap_err().to_string(), expect, "{}", hex(message));
    };
    check(b"\x0a", "unexpected EOF");
    check(b"\x0a\x05", "unexpected EOF");
    check(b"\x0a\x02\x0a\x01", "unexpected EOF");
    check(b"\x08\x05", "proto: wrong wireType = 0 for field ObjectMeta");
    check(b"\x0a\x02\x08\x05", "proto: wrong wireType = 0 for field Name");
    check(b"\x0a\x02\x28\x05", "proto: wrong wireType = 0 for field UID");
    check(b"\x0c", "proto: Pod: wiretype end group for non-group");
    check(b"\x0a\x01\x02", "proto: ObjectMeta: illegal tag 0 (wire type 2)");
    check(b"\x0a\x04\x42\x02\x0a\x00", "proto: wrong wireType = 2 for field Seconds");
}

#[test]
fn nesting_is_bounded() {
    let types = testkit::table();
    let schema = testkit::schema(&types, "JSONSchemaProps");
    let (_, not) = schema.def().field("not").unwrap();
    // From the inside out; a tag of two bytes.
    let nested = |depth: usize| {
        let mut parts = Vec::new();
        let mut len = 0;
        for _ in 0..depth {
            let mut head = Vec::new();
            super::put_len(not.number, len, &mut head);
            len += head.len();
            parts.push(head);
        }
        parts.into_iter().rev().flatten().collect::<Vec<u8>>()
    };
    let tree = decode(nested(9_999).into(), &schema).unwrap();
    assert_eq!(read(print(&tree).as_bytes(), &schema).root().fields().count(), 1);
    assert!(message(&tree).len() > nested(9_999).len());
    let mut out = Vec::new();
    transcode(print(&tree).as_bytes(), &schema, &mut out).unwrap();
    assert_eq!(out, message(&tree));
    assert_eq!(decode(nested(10_000).into(), &schema).unwrap_err(), DecodeError::Depth);
}

/// Reads a message that may be anything; what is read prints, and comes back from what is written of it.
fn survives(message_: &[u8], schema: &Schema) -> bool {
    let Ok(tree) = decode(Bytes::copy_from_slice(message_), schema) else { return false };
    assert!(tree.heap() < 64 * message_.len() + 4096, "{} for {}", tree.heap(), message_.len());
    let first = print(&tree);
    json::syntax::check(first.as_bytes()).unwrap();
    let again = decode(message(&tree).into(), schema).unwrap();
    // A bad byte is written as the character that it was replaced with.
    let loose = |text: &str| text.replace("\\ufffd", "\u{fffd}");
    assert_eq!(loose(&print(&again)), loose(&first), "{}", hex(message_));
    true
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn objects_come_back(seed: u64, kind in 0..KINDS.len()) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        let mut tree = read(document(&schema, seed, true).as_bytes(), &schema);
        tree.remove(&["kind"]);
        tree.remove(&["apiVersion"]);
        let given = print(&tree);
        let mut direct = b"x".to_vec();
        transcode(given.as_bytes(), &schema, &mut direct).unwrap();
        prop_assert_eq!(hex(&direct[1..]), hex(&message(&read(given.as_bytes(), &schema))), "{}", given);
        tree.normalise();
        let back = decode(message(&tree).into(), &schema).unwrap();
        prop_assert_eq!(print(&back), print(&tree), "{}", given);
        prop_assert_eq!(hex(&message(&back)), hex(&message(&tree)), "{}", given);
        prop_assert!(back.root().equals(tree.root()));
    }

    #[test]
    fn loose_documents_go_the_slow_way(seed: u64, kind in 0..KINDS.len()) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        let given = document(&schema, seed, true);
        let mut direct = Vec::new();
        transcode(given.as_bytes(), &schema, &mut direct).unwrap();
        prop_assert_eq!(hex(&direct), hex(&message(&read_stored(given.as_bytes(), &schema))), "{}", given);
    }

    #[test]
    fn damaged_messages_never_panic(
        seed: u64, kind in 0..KINDS.len(), at in any::<prop::sample::Index>(), byte: u8, cut in any::<prop::sample::Index>(),
    ) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        let mut given = message(&read(document(&schema, seed, false).as_bytes(), &schema));
        prop_assume!(!given.is_empty());
        prop_assert!(survives(&given, &schema));
        survives(&given[..cut.index(given.len())], &schema);
        let at = at.index(given.len());
        given[at] = byte;
        survives(&given, &schema);
        given.insert(at, byte);
        survives(&given, &schema);
    }

    #[test]
    fn any_bytes_never_panic(bytes: Vec<u8>, kind in 0..KINDS.len()) {
        let schema = testkit::schema(&testkit::table(), KINDS[kind]);
        survives(&bytes, &schema);
        let _ = open(&bytes);
    }
}

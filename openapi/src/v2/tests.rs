//! The OpenAPI v2 document of the built-in resources, in both forms.

use kinds::resource::Release;
use serde_json::Value as Parsed;

use super::*;

fn server() -> OpenApiV2 {
    OpenApiV2::new(Arc::new(Served::built_in(Release { major: 1, minor: 37 }, &|_, _, _, default| default)))
}

fn parsed() -> Parsed {
    serde_json::from_str(&server().build(json::document)).unwrap()
}

fn references<'a>(value: &'a Parsed, out: &mut BTreeSet<&'a str>) {
    match value {
        Parsed::Object(members) => {
            for (name, member) in members {
                match member {
                    Parsed::String(text) if name == "$ref" => drop(out.insert(text)),
                    _ => references(member, out),
                }
            }
        }
        Parsed::Array(items) => items.iter().for_each(|item| references(item, out)),
        _ => {}
    }
}

fn count(document: &Parsed, section: &str) -> usize {
    document[section].as_object().map_or(0, serde_json::Map::len)
}

/// The figures are those of the reference's document.
#[test]
fn there_are_as_many_paths_and_definitions_as_the_reference_has() {
    let document = parsed();
    assert_eq!((count(&document, "paths"), count(&document, "definitions")), (432, 624));
    let kinds = &document["definitions"][names::DELETE_OPTIONS]["x-kubernetes-group-version-kind"];
    assert_eq!(kinds.as_array().unwrap().len(), 62);
}

#[test]
fn every_reference_has_its_target_and_every_target_is_referred_to() {
    let document = parsed();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    let mut targets = BTreeSet::new();
    for section in ["definitions", "parameters"] {
        targets.extend(document[section].as_object().unwrap().keys().map(|name| format!("#/{section}/{name}")));
    }
    assert_eq!(found, targets.iter().map(String::as_str).collect());
}

#[test]
fn the_forms_have_one_tag_which_changes_with_what_is_served() {
    let server = server();
    assert_eq!(server.tag().len(), 128);
    let less = OpenApiV2::new(Arc::new(Served::built_in(Release { major: 1, minor: 37 }, &|_, _, name, default| {
        default && name != "pods/log"
    })));
    assert_ne!(server.tag(), less.tag());
}

/// Reads a message's fields; fails when lengths do not fit.
fn fields(mut bytes: &[u8]) -> Vec<(usize, &[u8])> {
    fn varint(bytes: &mut &[u8]) -> usize {
        let (mut value, mut shift) = (0, 0);
        loop {
            let (&first, rest) = bytes.split_first().unwrap();
            *bytes = rest;
            value |= usize::from(first & 0x7f) << shift;
            shift += 7;
            if first < 0x80 {
                return value;
            }
        }
    }
    let mut out = Vec::new();
    while !bytes.is_empty() {
        let key = varint(&mut bytes);
        if key & 7 == 0 {
            varint(&mut bytes);
            out.push((key >> 3, &bytes[..0]));
        } else {
            assert_eq!(key & 7, 2);
            let length = varint(&mut bytes);
            let (value, rest) = bytes.split_at(length);
            bytes = rest;
            out.push((key >> 3, value));
        }
    }
    out
}

fn field(bytes: &[u8], number: usize) -> &[u8] {
    fields(bytes).into_iter().find(|(n, _)| *n == number).unwrap().1
}

fn names_of(section: &[u8], entry: usize) -> Vec<&str> {
    let entries = fields(section).into_iter().filter(|(n, _)| *n == entry);
    entries.map(|(_, named)| std::str::from_utf8(field(named, 1)).unwrap()).collect()
}

/// gnostic's own decoder finds both forms equal; this keeps the protobuf form whole between such checks.
#[test]
fn protobuf_says_what_json_says() {
    let json = parsed();
    let proto = server().build(proto::document);
    assert_eq!(field(&proto, 1), b"2.0");
    for (section, number, entry) in [("paths", 8, 2), ("definitions", 9, 1), ("parameters", 10, 1)] {
        let expect: Vec<&str> = json[section].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names_of(field(&proto, number), entry), expect, "{section}");
    }
    let path = |wanted: &str| {
        let all = fields(field(&proto, 8));
        let found = all.into_iter().find(|(_, named)| field(named, 1) == wanted.as_bytes());
        field(found.unwrap().1, 2)
    };
    // The patch operation of a pod: identifier, formats, parameters, and the kind that kubectl finds it by.
    let patch = field(path("/api/v1/namespaces/{namespace}/pods/{name}"), 8);
    assert_eq!(field(patch, 5), b"patchCoreV1NamespacedPod");
    let consumes: Vec<&[u8]> = fields(patch).into_iter().filter(|(n, _)| *n == 7).map(|(_, v)| v).collect();
    assert_eq!(consumes, PATCH_FORMATS.iter().map(|f| f.as_bytes()).collect::<Vec<_>>());
    assert_eq!(fields(patch).iter().filter(|(n, _)| *n == 8).count(), 5);
    let extensions: Vec<&[u8]> = fields(patch).into_iter().filter(|(n, _)| *n == 13).map(|(_, v)| v).collect();
    assert_eq!(field(extensions[0], 1), b"x-kubernetes-action");
    assert_eq!(field(field(extensions[0], 2), 2), b"\"patch\"");
    assert_eq!(field(field(extensions[1], 2), 2), br#"{"group":"","kind":"Pod","version":"v1"}"#);
}

//! The list against the facts: every stored resource has one behaviour, its endpoints are those that the facts say, versions of
//! other shapes have conversions, and every `prepare` runs on upstream's example objects without touching a field that is not there.

use super::*;
use crate::resource::{Backing, Resource, Verb};
use crate::scale::has_scale;
use crate::strategy::Deleted;
use crate::table::{self, TYPES};
use crate::testkit::{Request, text};
use object::Tree;
use object::schema::{Shape, StructId, TypeId};
use std::collections::{BTreeMap, BTreeSet};

/// Subresources that write something else than their object, or talk to another machine.
const OTHERS: [(&str, &str, &str); 10] = [
    ("", "pods", "attach"),
    ("", "pods", "binding"),
    ("", "pods", "eviction"),
    ("", "pods", "exec"),
    ("", "pods", "log"),
    ("", "pods", "portforward"),
    ("", "pods", "proxy"),
    ("", "nodes", "proxy"),
    ("", "services", "proxy"),
    ("", "serviceaccounts", "token"),
];

fn stored() -> impl Iterator<Item = &'static Resource> {
    table::resources().iter().filter(|resource| resource.backing == Backing::Stored)
}

#[test]
fn every_stored_resource_has_one_behaviour() {
    let facts: BTreeSet<_> = stored().map(|resource| (resource.group, resource.plural)).collect();
    let listed: Vec<_> = BEHAVIOURS.iter().map(|behaviour| (behaviour.group, behaviour.plural)).collect();
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), facts);
    assert_eq!(listed.len(), facts.len());
    assert_eq!(facts.len(), 71);
}

#[test]
fn endpoints_are_those_of_the_facts() {
    let mut others = BTreeSet::new();
    for resource in stored() {
        let behaviour = behaviour(resource.group, resource.plural).unwrap();
        let mut expect = BTreeSet::new();
        for sub in resource.versions.iter().flat_map(|version| version.subresources) {
            let key = (resource.group, resource.plural, sub.name);
            if sub.name == "scale" {
                assert!(has_scale(resource.group, resource.plural), "{key:?}");
            } else if OTHERS.contains(&key) {
                others.insert(key);
            } else {
                assert!(sub.verbs.contains(Verb::Update), "{key:?}");
                expect.insert(sub.name);
            }
        }
        let listed: BTreeSet<_> = behaviour.subresources.iter().map(|(name, _)| *name).collect();
        assert_eq!(listed, expect, "{} {}", resource.group, resource.plural);
        assert_eq!(listed.len(), behaviour.subresources.len());
        let scale = resource.versions.iter().any(|version| version.subresource("scale").is_some());
        assert_eq!(has_scale(resource.group, resource.plural), scale, "{} {}", resource.group, resource.plural);
    }
    assert_eq!(others, OTHERS.into_iter().collect());
}

#[test]
fn versions_named_by_behaviours_exist() {
    for behaviour in BEHAVIOURS {
        let resource = table::resource(behaviour.group, behaviour.plural).unwrap();
        for conversion in behaviour.conversions {
            assert_eq!(conversion.group, behaviour.group);
            assert!(resource.served(conversion.version).is_some(), "{} {}", behaviour.plural, conversion.version);
            assert!(behaviour.kept_as.is_some() || conversion.version != resource.hub);
        }
        if let Some((group, plural)) = behaviour.kept_as {
            let keeper = table::resource(group, plural).unwrap();
            assert_eq!(keeper.key_prefix, resource.key_prefix);
        }
    }
}

/// Paths below `at` that a struct has and another one has not, or has with another shape.
fn lost(from: StructId, to: StructId, at: &str, seen: &mut BTreeSet<(StructId, StructId)>, out: &mut Vec<String>) {
    if from == to || !seen.insert((from, to)) {
        return;
    }
    for field in TYPES.get(from).fields.iter() {
        let path = format!("{at}.{}", field.json);
        match TYPES.get(to).field(&field.json) {
            Some((_, other)) => lost_type(field.ty, other.ty, &path, seen, out),
            None => out.push(path),
        }
    }
}

fn lost_type(from: TypeId, to: TypeId, at: &str, seen: &mut BTreeSet<(StructId, StructId)>, out: &mut Vec<String>) {
    match (TYPES.ty(from).shape, TYPES.ty(to).shape) {
        (Shape::Struct(from), Shape::Struct(to)) => lost(from, to, at, seen, out),
        (Shape::List(from), Shape::List(to)) | (Shape::Map(from), Shape::Map(to)) => lost_type(from, to, at, seen, out),
        (from, to) if std::mem::discriminant(&from) == std::mem::discriminant(&to) => (),
        _ => out.push(at.to_owned()),
    }
}

/// Fields that other versions have and the hub has not. Upstream's internal type has them; a hub that has them as well would be
/// v1beta1.
const LOST: [(&str, &str, &str); 2] = [
    ("podcertificaterequests", "v1beta1", ".spec.pkixPublicKey"),
    ("podcertificaterequests", "v1beta1", ".spec.proofOfPossession"),
];

#[test]
fn versions_of_other_shapes_have_conversions() {
    let mut found = Vec::new();
    for resource in stored() {
        let behaviour = behaviour(resource.group, resource.plural).unwrap();
        let (hub_group, hub) = match behaviour.kept_as {
            Some((group, plural)) => (group, table::resource(group, plural).unwrap().hub()),
            None => (resource.group, resource.hub()),
        };
        for version in resource.versions {
            let (mut there, mut back) = (Vec::new(), Vec::new());
            lost(version.object, hub.object, "", &mut BTreeSet::new(), &mut there);
            lost(hub.object, version.object, "", &mut BTreeSet::new(), &mut back);
            if behaviour.conversion(resource.group, version.version).is_some() {
                assert!(!there.is_empty() || !back.is_empty(), "{hub_group} {} {}", resource.plural, version.version);
                continue;
            }
            found.extend(there.into_iter().map(|path| (resource.plural, version.version, path)));
            assert!(back.is_empty(), "{} {}: {back:?}", resource.plural, version.version);
        }
    }
    let expect: Vec<_> = LOST.iter().map(|(plural, version, path)| (*plural, *version, (*path).to_owned())).collect();
    let hub = table::resource("certificates.k8s.io", "podcertificaterequests").unwrap().hub;
    if hub == "v1beta1" {
        assert!(found.is_empty(), "{found:?}");
    } else {
        assert_eq!(found, expect);
    }
}

/// Whether every brace is closed.
fn balanced(json: &str) -> bool {
    json.matches(['{', '[']).count() == json.matches(['}', ']']).count()
}

/// Upstream's example objects by group and resource, in their hub version where there is one.
fn stubs() -> BTreeMap<(String, String), Vec<String>> {
    let document = include_str!("../../../../conformance/cases/storage-data.json");
    let mut out: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for line in document.lines().filter(|line| line.starts_with("{\"group\"")) {
        let part = |name: &str| {
            let from = line.find(&format!("\"{name}\":\"")).unwrap() + name.len() + 4;
            line[from..].split('"').next().unwrap().to_owned()
        };
        let from = line.find("\"stub\":").unwrap() + 7;
        let to = ["mutated", "status", "mutatedStatus"]
            .into_iter()
            .filter_map(|after| line.find(&format!("}},\"{after}\":{{")))
            .filter(|to| *to >= from)
            .map(|to| to + 1);
        let end = line.trim_end_matches(',').len() - 1;
        let stub = to.filter(|to| balanced(&line[from..*to])).min().map_or(&line[from..end], |to| &line[from..to]).to_owned();
        let (group, plural) = (part("group"), part("resource"));
        if let Some(resource) = table::resource(&group, &plural).filter(|resource| resource.hub == part("version")) {
            // Some examples have fields that do not exist; upstream writes them through a lenient client.
            let schema = table::schema(resource.hub().object);
            let decoded = object::json::decode(stub.into_bytes().into(), &schema).unwrap();
            out.entry((group, plural)).or_default().push(text(&decoded.tree));
        }
    }
    out
}

#[test]
fn prepare_runs_on_examples_of_every_kind() {
    let stubs = stubs();
    let mut ran = 0;
    for behaviour in BEHAVIOURS {
        let Some(examples) = stubs.get(&(behaviour.group.to_owned(), behaviour.plural.to_owned())) else {
            panic!("no example of {} {}", behaviour.group, behaviour.plural);
        };
        for example in examples.iter().map(String::as_str).chain(["{}"]) {
            let request = Request::to(behaviour.group, behaviour.plural);
            let (created, _) = request.prepare(None, example);
            // What a create made is stable under an update with the same content.
            let (updated, _) = request.prepare(Some(&created), &created);
            assert_eq!(updated, created, "{} {}", behaviour.group, behaviour.plural);
            // An update with the first content only brings the server's fields back.
            let (again, _) = request.prepare(Some(&created), example);
            assert!(again.len() <= created.len(), "{again} {created}");
            for (name, _) in behaviour.subresources {
                let (changed, _) = Request::to(behaviour.group, behaviour.plural).sub(name).prepare(Some(&created), &created);
                assert_eq!(changed, created, "{} {} {name}", behaviour.group, behaviour.plural);
            }
            ran += 1;
        }
    }
    assert!(ran >= 2 * BEHAVIOURS.len(), "{ran}");
}

#[test]
fn status_endpoints_cannot_change_spec_and_the_others_cannot_change_status() {
    let stubs = stubs();
    let root = |object: &Tree, field: &str| {
        object.at(&[field]).map(|value| {
            let mut out = Vec::new();
            object::json::encode_node(value, &mut out);
            String::from_utf8(out).unwrap()
        })
    };
    for behaviour in BEHAVIOURS.iter().filter(|behaviour| behaviour.strategy("status").is_some()) {
        let request = Request::to(behaviour.group, behaviour.plural);
        let example = &stubs[&(behaviour.group.to_owned(), behaviour.plural.to_owned())][0];
        let (created, _) = request.prepare(None, example);
        let mut sent = request.hub(&created);
        sent.remove(&["spec"]);
        let (result, _) = Request::to(behaviour.group, behaviour.plural).sub("status").prepare(Some(&created), &text(&sent));
        let (result, stored) = (request.hub(&result), request.hub(&created));
        assert_eq!(root(&result, "spec"), root(&stored, "spec"), "{}", behaviour.plural);
        let mut sent = request.hub(&created);
        sent.remove(&["status"]);
        let (result, _) = request.prepare(Some(&created), &text(&sent));
        assert_eq!(root(&request.hub(&result), "status"), root(&stored, "status"), "{}", behaviour.plural);
    }
}

/// One line of `testdata/reference-behaviour.tsv`.
fn observed() -> impl Iterator<Item = [&'static str; 10]> {
    let lines = include_str!("../../testdata/reference-behaviour.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap())
}

#[test]
fn the_reference_behaves_the_same() {
    let stubs = stubs();
    let mut seen = 0;
    for [group, plural, version, names, put, generation, unconditional, after, endpoints, deleted] in observed() {
        let behaviour = behaviour(group, plural).unwrap();
        let at = format!("{group} {plural}");
        let stub = &stubs[&(group.to_owned(), plural.to_owned())][0];
        let flag = |flag: bool| if flag { "1" } else { "0" };
        assert_eq!(table::resource(group, plural).unwrap().hub, version, "{at}");
        assert_eq!(flag(behaviour.main.allow_create_on_update), put, "{at}");
        assert_eq!(flag(behaviour.main.allow_unconditional_update.allowed(version)), unconditional, "{at}");
        let answer = match behaviour.deleted {
            Deleted::Object => "Object",
            Deleted::ObjectIn(versions) if versions.contains(&version) => "Object",
            _ if behaviour.termination.is_some() => "Object",
            _ => "Status",
        };
        assert_eq!(answer, deleted, "{at}");
        assert_eq!(accepted_names(behaviour, group, plural, stub), names, "{at}");
        let (sent, created, updated) = lives(group, plural, stub);
        let number = |object: &Tree| object.i64(&["metadata", "generation"]).unwrap_or_default().to_string();
        assert_eq!((number(&created).as_str(), number(&updated).as_str()), (generation, after), "{at}");
        assert_eq!(sent.i64(&["metadata", "generation"]), Some(7));
        assert_eq!(taken(behaviour, group, plural, &text(&updated)), endpoints, "{at}");
        seen += 1;
    }
    assert_eq!(seen, BEHAVIOURS.len());
}

/// Which of the names that the reference was asked about are accepted, as 0 and 1.
fn accepted_names(behaviour: &Behaviour, group: &str, plural: &str, stub: &str) -> String {
    let request = Request::to(group, plural);
    let object = stub_in_hub(group, plural, stub);
    let mut out = String::new();
    for name in ["1a", "a.b", "A", "a_b", "a:b", "a-", "."] {
        let (own, _) = request.with(None, |ctx| behaviour.name.check(name, false, &object, ctx));
        let fine = own.is_empty() && meta::name::path_segment(name).is_empty();
        out.push(if fine { '1' } else { '0' });
    }
    out
}

/// Examples are kept in the resource's own hub version; events of the other group are prepared in the core version.
fn stub_in_hub(group: &str, plural: &str, stub: &str) -> Tree {
    let own = Request::to(group, plural).hub(stub);
    match behaviour(group, plural).and_then(|behaviour| behaviour.kept_as) {
        Some((group, plural)) => {
            object::convert::by_name(&own, &table::schema(table::resource(group, plural).unwrap().hub().object))
        }
        None => own,
    }
}

/// An example with generation 7, after its creation, and after an update of a label and an annotation.
fn lives(group: &str, plural: &str, stub: &str) -> (Tree, Tree, Tree) {
    let request = Request::to(group, plural);
    let mut sent = request.hub(stub);
    sent.set_i64(&["metadata", "generation"], 7);
    let created = request.hub(&request.prepare(None, &text(&sent)).0);
    let mut next = created.clone();
    for place in ["labels", "annotations"] {
        next.set_str(&["metadata", place, "probe"], "1");
    }
    let updated = request.hub(&request.prepare(Some(&text(&created)), &text(&next)).0);
    (sent, created, updated)
}

/// Which metadata every endpoint takes, in the words of the observation.
fn taken(behaviour: &Behaviour, group: &str, plural: &str, stored: &str) -> String {
    let mut out = Vec::new();
    for (name, _) in behaviour.subresources {
        let request = Request::to(group, plural).sub(name);
        let mut sent = request.hub(stored);
        for place in ["labels", "annotations"] {
            sent.set_str(&["metadata", place, "probe"], name);
        }
        sent.push_str(&["metadata", "finalizers"], "probe.io/a");
        let result = request.hub(&request.prepare(Some(stored), &text(&sent)).0);
        let label = |place| result.str(&["metadata", place, "probe"]) == Some(name);
        let flags = [label("labels"), label("annotations"), result.items(&["metadata", "finalizers"]).next().is_some()];
        let flags: String = flags.iter().map(|flag| if *flag { '1' } else { '0' }).collect();
        out.push(format!("{name}:{flags}"));
    }
    out.sort();
    out.join(",")
}

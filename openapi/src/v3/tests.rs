//! OpenAPI v3 documents of the built-in resources: complete, consistent, and as large as the reference's.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kinds::resource::Release;
use serde_json::Value as Parsed;

use super::render::PATCH_FORMATS;
use super::*;

fn server(all: bool) -> OpenApi {
    let emulated = Release { major: 1, minor: 37 };
    OpenApi::new(Arc::new(Served::built_in(emulated, &|_, _, _, default| default || all)))
}

fn parsed(bytes: &[u8]) -> Parsed {
    serde_json::from_slice(bytes).unwrap()
}

fn build_all(all: bool) -> BTreeMap<String, Parsed> {
    let server = server(all);
    server.paths().into_iter().map(|p| (p.clone(), parsed(server.build(&p).unwrap().as_bytes()))).collect()
}

/// Parsed documents of a server; building them all takes a while without optimisation.
fn documents(all: bool) -> &'static BTreeMap<String, Parsed> {
    static DEFAULT: LazyLock<BTreeMap<String, Parsed>> = LazyLock::new(|| build_all(false));
    static ALL: LazyLock<BTreeMap<String, Parsed>> = LazyLock::new(|| build_all(true));
    if all { &ALL } else { &DEFAULT }
}

fn object(value: &Parsed) -> impl Iterator<Item = (&String, &Parsed)> {
    value.as_object().into_iter().flatten()
}

fn references<'a>(value: &'a Parsed, out: &mut Vec<&'a str>) {
    match value {
        Parsed::Object(members) => {
            for (name, member) in members {
                match member {
                    Parsed::String(text) if name == "$ref" => out.push(text),
                    _ => references(member, out),
                }
            }
        }
        Parsed::Array(items) => items.iter().for_each(|item| references(item, out)),
        _ => {}
    }
}

/// The figures are those of the reference's documents.
#[test]
fn there_are_as_many_documents_paths_and_schemas_as_the_reference_has() {
    let check = |all: bool, expect: (usize, usize, usize)| {
        let documents = documents(all);
        let paths = documents.values().map(|d| object(&d["paths"]).count()).sum();
        let schemas = documents.values().map(|d| object(&d["components"]["schemas"]).count()).sum();
        assert_eq!((documents.len(), paths, schemas), expect);
    };
    check(false, (49, 432, 1_336));
    check(true, (64, 600, 1_826));
}

#[test]
fn every_reference_has_its_schema_and_every_schema_is_referred_to() {
    for (name, document) in documents(true) {
        let mut found = Vec::new();
        references(document, &mut found);
        found.sort_unstable();
        found.dedup();
        let schemas: Vec<String> =
            object(&document["components"]["schemas"]).map(|(n, _)| format!("#/components/schemas/{n}")).collect();
        assert_eq!(found, schemas, "{name}");
    }
}

#[test]
fn operation_identifiers_are_unique() {
    let mut seen = BTreeSet::new();
    for document in documents(true).values() {
        for (path, item) in object(&document["paths"]) {
            for (method, operation) in object(item).filter(|(m, _)| *m != "parameters") {
                let id = operation["operationId"].as_str().unwrap().to_owned();
                assert!(seen.insert(id.clone()), "{method} {path}: {id}");
            }
        }
    }
}

/// kubectl looks for this before it relies on the server's own validation, and for the strategic merge format before it uses it.
#[test]
fn every_patch_offers_field_validation_and_all_patch_formats() {
    let mut patches = 0;
    for document in documents(false).values() {
        for (path, item) in object(&document["paths"]) {
            let patch = &item["patch"];
            if patch["x-kubernetes-action"] != "patch" {
                continue;
            }
            patches += 1;
            let names: Vec<&str> = patch["parameters"].as_array().unwrap().iter().filter_map(|p| p["name"].as_str()).collect();
            assert_eq!(names, ["dryRun", "fieldManager", "fieldValidation", "force"], "{path}");
            let formats: Vec<&String> = object(&patch["requestBody"]["content"]).map(|(f, _)| f).collect();
            assert_eq!(formats, PATCH_FORMATS, "{path}");
            assert!(patch["x-kubernetes-group-version-kind"]["kind"].is_string(), "{path}");
        }
    }
    assert_eq!(patches, 102);
}

#[test]
fn the_index_names_each_document_with_its_tag() {
    let server = server(false);
    let index = parsed(&server.index());
    for path in server.paths() {
        assert_eq!(index["paths"][&path]["serverRelativeURL"], url(&path, &server.tag(&path)));
    }
    let document = server.document("apis/policy/v1").unwrap();
    assert_eq!(document.etag, server.tag("apis/policy/v1"));
    assert_eq!((document.etag.len(), document.text().len()), (128, document.length));
    assert!(Arc::ptr_eq(&document, &server.document("apis/policy/v1").unwrap()));
    assert_eq!(object(&index["paths"]).count(), 49);
    for none in ["", "nope", "api/v2", "apis/nope", "apis/apps/v2", "apis/apps/v1/", "api/v1/pods", "openid"] {
        assert!(server.document(none).is_none(), "{none}");
    }
}

/// A client that has a document must learn from its tag when other resources are switched on in the same version.
#[test]
fn the_tag_changes_with_what_is_served() {
    let emulated = Release { major: 1, minor: 37 };
    let without =
        OpenApi::new(Arc::new(Served::built_in(emulated, &|_, _, resource, default| default && resource != "pods/log")));
    let with = server(false);
    assert_ne!(without.tag("api/v1"), with.tag("api/v1"));
    assert_eq!(without.tag("apis/apps/v1"), with.tag("apis/apps/v1"));
}

#[test]
fn schemas_say_what_the_reference_says() {
    let schemas = &documents(false)["api/v1"]["components"]["schemas"];
    let check = |definition: &str, property: &str, expect: Parsed| {
        let mut found = schemas[definition]["properties"][property].clone();
        found.as_object_mut().unwrap().remove("description");
        assert_eq!(found, expect, "{definition}.{property}");
    };
    let ports = serde_json::json!({
        "type": "array", "items": {"$ref": "#/components/schemas/io.k8s.api.core.v1.ContainerPort"},
        "x-kubernetes-list-map-keys": ["containerPort", "protocol"], "x-kubernetes-list-type": "map",
        "x-kubernetes-patch-merge-key": "containerPort", "x-kubernetes-patch-strategy": "merge"
    });
    check("io.k8s.api.core.v1.Container", "ports", ports);
    let protocol = serde_json::json!({"type": "string", "default": "TCP", "enum": ["SCTP", "TCP", "UDP"]});
    check("io.k8s.api.core.v1.ContainerPort", "protocol", protocol);
    let port = serde_json::json!({"type": "integer", "format": "int32", "default": 0});
    check("io.k8s.api.core.v1.ContainerPort", "containerPort", port);
    let metadata = serde_json::json!({
        "default": {}, "allOf": [{"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"}]
    });
    check("io.k8s.api.core.v1.Pod", "metadata", metadata);
    let limits = serde_json::json!({
        "type": "object",
        "additionalProperties": {"$ref": "#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity"}
    });
    check("io.k8s.api.core.v1.ResourceRequirements", "limits", limits);
    let data = serde_json::json!({"type": "object", "additionalProperties": {"type": "string", "format": "byte"}});
    check("io.k8s.api.core.v1.Secret", "data", data);
    check("io.k8s.api.core.v1.LocalObjectReference", "name", serde_json::json!({"type": "string", "default": ""}));
    assert_eq!(schemas["io.k8s.apimachinery.pkg.api.resource.Quantity"]["oneOf"][1]["type"], "number");
    assert_eq!(schemas["io.k8s.api.core.v1.SeccompProfile"]["x-kubernetes-unions"][0]["discriminator"], "type");
    assert_eq!(schemas["io.k8s.api.core.v1.Pod"]["x-kubernetes-group-version-kind"][0]["kind"], "Pod");
}

#[test]
fn every_schema_property_and_parameter_is_described() {
    let mut missing = BTreeSet::new();
    for document in documents(false).values() {
        for (name, schema) in object(&document["components"]["schemas"]) {
            for (property, value) in object(&schema["properties"]) {
                if value["description"].as_str().is_none_or(str::is_empty) {
                    missing.insert(format!("{name}.{property}"));
                }
            }
        }
    }
    // Those that upstream does not describe either.
    missing
        .retain(|n| !n.contains(".JSONSchemaProps.") && !n.contains(".version.Info.") && !n.contains(".ExternalDocumentation."));
    assert_eq!(missing.into_iter().collect::<Vec<_>>(), UNDESCRIBED);
}

const UNDESCRIBED: [&str; 4] = [
    "io.k8s.api.certificates.v1.CertificateSigningRequest.metadata",
    "io.k8s.apimachinery.pkg.apis.meta.v1.GroupResource.group",
    "io.k8s.apimachinery.pkg.apis.meta.v1.GroupResource.resource",
    "io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent.type",
];

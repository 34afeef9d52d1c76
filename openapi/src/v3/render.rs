//! OpenAPI v3's spelling of operations and schemas, with members in upstream's order. Called by the store of documents; it must
//! say nothing that the operations and schemas do not.

use std::collections::BTreeSet;

use crate::extensions;
use crate::operations::{Content, Operation, Paths, Request};
use crate::parameters::{Parameter, Place};
use crate::schema::{Body, Definition, Property, Source, Value, names};
use crate::version;
use crate::writer::Json;

const OBJECT_FORMATS: [&str; 3] = ["application/json", "application/vnd.kubernetes.protobuf", "application/yaml"];
const STREAM_FORMATS: [&str; 5] = [
    "application/json",
    "application/json;stream=watch",
    "application/vnd.kubernetes.protobuf",
    "application/vnd.kubernetes.protobuf;stream=watch",
    "application/yaml",
];
const LOG_FORMATS: [&str; 4] = ["application/json", "application/vnd.kubernetes.protobuf", "application/yaml", "text/plain"];
pub(super) const PATCH_FORMATS: [&str; 4] = [
    "application/apply-patch+yaml",
    "application/json-patch+json",
    "application/merge-patch+json",
    "application/strategic-merge-patch+json",
];

/// One document, compact.
pub(super) fn document(paths: &Paths<'_>, source: &Source<'_>) -> String {
    let mut j = Json::with_capacity(2 * 1024 * 1024);
    let mut wanted = BTreeSet::new();
    j.object(|j| {
        j.text("openapi", "3.0.0");
        j.member("info", |j| {
            j.text("title", "Kubernetes");
            j.text("version", &format!("1.{}", version::MINOR));
        });
        j.member("paths", |j| {
            for item in &paths.items {
                j.member(&item.path, |j| {
                    for operation in &item.operations {
                        j.member(operation.method, |j| write_operation(j, &paths.tag, operation, &mut wanted));
                    }
                    write_parameters(j, &item.parameters);
                });
            }
        });
        j.member("components", |j| {
            let definitions = source.closure(wanted);
            if !definitions.is_empty() {
                j.member("schemas", |j| {
                    for (name, definition) in &definitions {
                        j.member(name, |j| write_definition(j, definition));
                    }
                });
            }
            j.raw(
                "\"securitySchemes\":{\"BearerToken\":{\"type\":\"apiKey\",\"description\":\"Bearer Token authentication\",\
                 \"name\":\"authorization\",\"in\":\"header\"}}",
            );
        });
    });
    j.into_string()
}

fn write_operation(j: &mut Json, tag: &str, operation: &Operation<'_>, wanted: &mut BTreeSet<String>) {
    j.texts("tags", &[tag]);
    j.text("description", &operation.description);
    j.text("operationId", &operation.id);
    write_parameters(j, &operation.parameters);
    write_request(j, &operation.request, wanted);
    j.member("responses", |j| {
        for (code, text) in operation.codes {
            j.member(code, |j| {
                j.text("description", text);
                j.member("content", |j| write_content(j, &operation.content));
            });
        }
        j.raw("\"401\":{\"description\":\"Unauthorized\"}");
    });
    wanted.extend(operation.content.definition().map(str::to_owned));
    if !operation.action.is_empty() {
        j.text("x-kubernetes-action", operation.action);
    }
    if let Some(kind) = &operation.kind {
        j.member("x-kubernetes-group-version-kind", |j| {
            j.text("group", &kind.group);
            j.text("version", &kind.version);
            j.text("kind", &kind.kind);
        });
    }
}

fn write_request(j: &mut Json, request: &Request, wanted: &mut BTreeSet<String>) {
    match request {
        Request::None => {}
        Request::Object { definition, required } => {
            wanted.insert(definition.clone());
            j.member("requestBody", |j| {
                j.member("content", |j| write_formats(j, &["*/*"], definition));
                if *required {
                    j.raw("\"required\":true");
                }
            });
        }
        Request::Patch => {
            wanted.insert(names::PATCH.to_owned());
            j.member("requestBody", |j| {
                j.member("content", |j| write_formats(j, &PATCH_FORMATS, names::PATCH));
                j.raw("\"required\":true");
            });
        }
    }
}

fn write_formats(j: &mut Json, formats: &[&str], definition: &str) {
    for format in formats {
        j.member(format, |j| j.member("schema", |j| write_ref(j, definition)));
    }
}

fn write_content(j: &mut Json, content: &Content) {
    let mut text = |formats: &[&str]| formats.iter().for_each(|f| j.member(f, |j| j.raw("\"schema\":{\"type\":\"string\"}")));
    match content {
        Content::Object(definition) => write_formats(j, &OBJECT_FORMATS, definition),
        Content::Stream(definition) => write_formats(j, &STREAM_FORMATS, definition),
        Content::Json(definition) => write_formats(j, &["application/json"], definition),
        Content::Log => text(&LOG_FORMATS),
        Content::Text(format) => text(&[format]),
    }
}

fn write_parameters(j: &mut Json, parameters: &[Parameter<'_>]) {
    if parameters.is_empty() {
        return;
    }
    j.list("parameters", |j| {
        for parameter in parameters {
            j.object(|j| {
                j.text("name", parameter.name);
                j.text("in", if parameter.place == Place::Path { "path" } else { "query" });
                j.text("description", &parameter.description);
                if parameter.place == Place::Path {
                    j.raw("\"required\":true");
                }
                j.member("schema", |j| {
                    j.text("type", parameter.ty);
                    j.raw("\"uniqueItems\":true");
                });
            });
        }
    });
}

fn write_ref(j: &mut Json, definition: &str) {
    j.key("$ref");
    j.strings(&["#/components/schemas/", definition]);
}

fn write_definition(j: &mut Json, definition: &Definition<'_>) {
    write_description(j, &definition.description);
    match &definition.body {
        Body::Leaf(ty, format) => write_type(j, ty, format),
        Body::OneOf(format, types) => {
            write_type(j, "", format);
            j.list("oneOf", |j| types.iter().for_each(|ty| j.object(|j| j.text("type", ty))));
        }
        Body::Object { required, properties, .. } => {
            j.text("type", "object");
            if !required.is_empty() {
                j.texts("required", required);
            }
            if !properties.is_empty() {
                j.member("properties", |j| {
                    for property in properties {
                        j.member(property.name, |j| write_property(j, property));
                    }
                });
            }
        }
    }
    extensions::of_definition(definition).iter().for_each(|(name, json)| j.member_json(name, json));
}

fn write_description(j: &mut Json, description: &str) {
    if !description.is_empty() {
        j.text("description", description);
    }
}

fn write_type(j: &mut Json, ty: &str, format: &str) {
    [("type", ty), ("format", format)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .for_each(|(name, text)| j.text(name, text));
}

fn write_property(j: &mut Json, property: &Property<'_>) {
    write_description(j, &property.description);
    let default = |j: &mut Json| {
        if !property.default.is_empty() {
            j.key("default");
            j.raw(property.default);
        }
    };
    match &property.value {
        Value::Ref(name) => {
            default(j);
            // A reference may stand alone only; with anything beside it, it must be wrapped.
            if property.description.is_empty() && property.default.is_empty() {
                write_ref(j, name);
            } else {
                j.list("allOf", |j| j.object(|j| write_ref(j, name)));
            }
        }
        Value::Scalar(ty, format) => {
            write_type(j, ty, format);
            default(j);
            write_values(j, property);
        }
        Value::List(_) => {
            j.text("type", "array");
            default(j);
            write_inner(j, &property.value, property);
        }
        Value::Map(_) => {
            j.text("type", "object");
            default(j);
            write_inner(j, &property.value, property);
        }
    }
    extensions::of_property(property).iter().for_each(|(name, json)| j.member_json(name, json));
}

fn write_values(j: &mut Json, property: &Property<'_>) {
    if !property.values.is_empty() {
        j.texts("enum", property.values);
    }
}

/// What is within a list or map.
fn write_inner(j: &mut Json, value: &Value<'_>, property: &Property<'_>) {
    let (name, of) = match value {
        Value::List(of) => ("items", of),
        Value::Map(of) => ("additionalProperties", of),
        Value::Ref(_) | Value::Scalar(..) => return,
    };
    j.member(name, |j| match &**of {
        Value::Ref(name) => write_ref(j, name),
        Value::Scalar(ty, format) => {
            write_type(j, ty, format);
            write_values(j, property);
        }
        Value::List(_) => {
            j.text("type", "array");
            write_inner(j, of, property);
        }
        Value::Map(_) => {
            j.text("type", "object");
            write_inner(j, of, property);
        }
    });
}

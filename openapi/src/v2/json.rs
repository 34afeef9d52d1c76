//! OpenAPI v2's JSON spelling. Called by the store of the document; it must say what `proto` says.

use super::{Spec, consumes, produces, request_definition, shared_name};
use crate::extensions::{self, Member};
use crate::operations::{Operation, PathItem};
use crate::parameters::{Parameter, Place};
use crate::schema::{Body, Definition, Property, Value};
use crate::version;
use crate::writer::Json;

pub(super) fn document(spec: &Spec<'_>) -> String {
    let mut j = Json::with_capacity(2 * 1024 * 1024);
    j.object(|j| {
        j.text("swagger", "2.0");
        j.member("info", |j| {
            j.text("title", "Kubernetes");
            j.text("version", &format!("1.{}", version::MINOR));
        });
        j.member("paths", |j| spec.items.iter().for_each(|(tag, item)| j.member(&item.path, |j| write_item(j, tag, item))));
        j.member("definitions", |j| {
            spec.definitions.iter().for_each(|(name, definition)| j.member(name, |j| write_definition(j, definition)));
        });
        j.member("parameters", |j| {
            spec.shared.iter().for_each(|(name, parameter)| j.member(name, |j| write_parameter(j, parameter)));
        });
        j.raw(
            "\"securityDefinitions\":{\"BearerToken\":{\"description\":\"Bearer Token authentication\",\"type\":\"apiKey\",\
             \"name\":\"authorization\",\"in\":\"header\"}},\"security\":[{\"BearerToken\":[]}]",
        );
    });
    j.into_string()
}

fn write_item(j: &mut Json, tag: &str, item: &PathItem<'_>) {
    for operation in &item.operations {
        j.member(operation.method, |j| write_operation(j, tag, operation));
    }
    write_parameters(j, &item.parameters, None);
}

fn write_operation(j: &mut Json, tag: &str, operation: &Operation<'_>) {
    j.text("description", &operation.description);
    let consumes = consumes(operation);
    if !consumes.is_empty() {
        j.texts("consumes", consumes);
    }
    j.texts("produces", produces(&operation.content));
    j.raw("\"schemes\":[\"https\"]");
    j.texts("tags", &[tag]);
    j.text("operationId", &operation.id);
    write_parameters(j, &operation.parameters, request_definition(&operation.request));
    j.member("responses", |j| {
        for (code, text) in operation.codes {
            j.member(code, |j| {
                j.text("description", text);
                j.member("schema", |j| match operation.content.definition() {
                    Some(definition) => write_ref(j, definition),
                    None => j.text("type", "string"),
                });
            });
        }
        j.raw("\"401\":{\"description\":\"Unauthorized\"}");
    });
    write_members(j, &extensions::of_operation(operation));
}

fn write_members(j: &mut Json, members: &[Member]) {
    members.iter().for_each(|(name, json)| j.member_json(name, json));
}

fn write_parameters(j: &mut Json, parameters: &[Parameter<'_>], body: Option<(&str, bool)>) {
    if parameters.is_empty() && body.is_none() {
        return;
    }
    j.list("parameters", |j| {
        if let Some((definition, required)) = body {
            j.object(|j| {
                j.text("name", "body");
                j.text("in", "body");
                if required {
                    j.raw("\"required\":true");
                }
                j.member("schema", |j| write_ref(j, definition));
            });
        }
        for parameter in parameters {
            j.object(|j| match shared_name(parameter) {
                Some(name) => {
                    j.key("$ref");
                    j.strings(&["#/parameters/", &name]);
                }
                None => write_parameter(j, parameter),
            });
        }
    });
}

fn write_parameter(j: &mut Json, parameter: &Parameter<'_>) {
    j.raw("\"uniqueItems\":true");
    j.text("type", parameter.ty);
    j.text("description", &parameter.description);
    j.text("name", parameter.name);
    if parameter.place == Place::Path {
        j.raw("\"in\":\"path\",\"required\":true");
    } else {
        j.text("in", "query");
    }
}

fn write_ref(j: &mut Json, definition: &str) {
    j.key("$ref");
    j.strings(&["#/definitions/", definition]);
}

fn write_definition(j: &mut Json, definition: &Definition<'_>) {
    write_texts(j, &[("description", &definition.description)]);
    match &definition.body {
        Body::Leaf(ty, format) => write_texts(j, &[("type", ty), ("format", format)]),
        Body::OneOf(format, _) => write_texts(j, &[("type", "string"), ("format", format)]),
        Body::Object { required, properties, .. } => {
            j.text("type", "object");
            if !required.is_empty() {
                j.texts("required", required);
            }
            if !properties.is_empty() {
                j.member("properties", |j| properties.iter().for_each(|p| j.member(p.name, |j| write_property(j, p))));
            }
        }
    }
    write_members(j, &extensions::of_definition(definition));
}

fn write_property(j: &mut Json, property: &Property<'_>) {
    write_texts(j, &[("description", &property.description)]);
    write_value(j, &property.value, property);
    write_members(j, &extensions::of_property(property));
}

fn write_value(j: &mut Json, value: &Value<'_>, property: &Property<'_>) {
    match value {
        Value::Ref(name) => write_ref(j, name),
        Value::Scalar(ty, format) => {
            write_texts(j, &[("type", ty), ("format", format)]);
            if !property.values.is_empty() {
                j.texts("enum", property.values);
            }
        }
        Value::List(of) => {
            j.text("type", "array");
            j.member("items", |j| write_value(j, of, property));
        }
        Value::Map(of) => {
            j.text("type", "object");
            j.member("additionalProperties", |j| write_value(j, of, property));
        }
    }
}

fn write_texts(j: &mut Json, texts: &[(&str, &str)]) {
    texts.iter().filter(|(_, text)| !text.is_empty()).for_each(|(name, text)| j.text(name, text));
}

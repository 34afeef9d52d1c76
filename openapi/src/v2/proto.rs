//! OpenAPI v2's protobuf spelling: gnostic's `openapi.v2.Document` (OpenAPIv2.proto). Field numbers are that file's. Called by the
//! store of the document; it must say what `json` says.

use super::{Spec, consumes, produces, request_definition, shared_name};
use crate::extensions::{self, Member};
use crate::operations::{Operation, PathItem};
use crate::parameters::{Parameter, Place};
use crate::schema::{Body, Definition, Property, Value};
use crate::version;
use crate::writer::Json;

/// A protobuf message under construction.
struct Message {
    out: Vec<u8>,
}

impl Message {
    fn varint(&mut self, mut value: usize) {
        while value >= 0x80 {
            self.out.push(low_bits(value) | 0x80);
            value >>= 7;
        }
        self.out.push(low_bits(value));
    }

    /// A length-delimited field.
    fn bytes(&mut self, field: usize, bytes: &[u8]) {
        self.varint(field << 3 | 2);
        self.varint(bytes.len());
        self.out.extend_from_slice(bytes);
    }

    fn text(&mut self, field: usize, text: &str) {
        if !text.is_empty() {
            self.bytes(field, text.as_bytes());
        }
    }

    fn texts<T: AsRef<str>>(&mut self, field: usize, texts: &[T]) {
        texts.iter().for_each(|text| self.bytes(field, text.as_ref().as_bytes()));
    }

    fn truth(&mut self, field: usize) {
        self.varint(field << 3);
        self.varint(1);
    }

    /// A nested message.
    fn message(&mut self, field: usize, fill: impl FnOnce(&mut Self)) {
        self.varint(field << 3 | 2);
        let start = self.out.len();
        fill(self);
        let length = self.out.len() - start;
        let end = self.out.len();
        self.varint(length);
        // The length was written behind the message and belongs before it.
        let written = self.out.len() - end;
        self.out[start..].rotate_right(written);
    }

    /// An entry of a map: gnostic's `Named...` messages.
    fn named(&mut self, field: usize, name: &str, fill: impl FnOnce(&mut Self)) {
        self.message(field, |m| {
            m.text(1, name);
            m.message(2, fill);
        });
    }

    /// `NamedAny` entries. A value is YAML text, of which JSON is a part.
    fn extensions(&mut self, field: usize, members: &[Member]) {
        members.iter().for_each(|(name, json)| self.named(field, name, |m| m.text(2, json)));
    }
}

/// The seven lowest bits.
fn low_bits(value: usize) -> u8 {
    u8::try_from(value & 0x7f).expect("seven bits fit")
}

/// The document.
pub(super) fn document(spec: &Spec<'_>) -> Vec<u8> {
    let mut m = Message { out: Vec::with_capacity(2 * 1024 * 1024) };
    m.text(1, "2.0");
    m.message(2, |m| {
        m.text(1, "Kubernetes");
        m.text(2, &format!("1.{}", version::MINOR));
    });
    m.message(8, |m| spec.items.iter().for_each(|(tag, item)| m.named(2, &item.path, |m| write_item(m, tag, item))));
    m.message(9, |m| {
        spec.definitions.iter().for_each(|(name, definition)| m.named(1, name, |m| write_definition(m, definition)));
    });
    m.message(10, |m| {
        spec.shared.iter().for_each(|(name, parameter)| m.named(1, name, |m| write_parameter(m, parameter)));
    });
    m.message(12, |m| m.named(1, "BearerToken", |_| {}));
    m.message(13, |m| {
        m.named(1, "BearerToken", |m| {
            m.message(2, |m| {
                m.text(1, "apiKey");
                m.text(2, "authorization");
                m.text(3, "header");
                m.text(4, "Bearer Token authentication");
            });
        });
    });
    m.out
}

fn write_item(m: &mut Message, tag: &str, item: &PathItem<'_>) {
    for operation in &item.operations {
        let field = match operation.method {
            "get" => 2,
            "put" => 3,
            "post" => 4,
            "delete" => 5,
            "options" => 6,
            "head" => 7,
            _ => 8,
        };
        m.message(field, |m| write_operation(m, tag, operation));
    }
    write_parameters(m, 9, &item.parameters, None);
}

fn write_operation(m: &mut Message, tag: &str, operation: &Operation<'_>) {
    m.text(1, tag);
    m.text(3, &operation.description);
    m.text(5, &operation.id);
    m.texts(6, produces(&operation.content));
    m.texts(7, consumes(operation));
    write_parameters(m, 8, &operation.parameters, request_definition(&operation.request));
    m.message(9, |m| {
        for (code, text) in operation.codes {
            m.named(1, code, |m| {
                m.message(1, |m| {
                    m.text(1, text);
                    m.message(2, |m| {
                        m.message(1, |m| match operation.content.definition() {
                            Some(definition) => write_ref(m, definition),
                            None => m.message(22, |m| m.text(1, "string")),
                        });
                    });
                });
            });
        }
        m.named(1, "401", |m| m.message(1, |m| m.text(1, "Unauthorized")));
    });
    m.text(10, "https");
    m.extensions(13, &extensions::of_operation(operation));
}

fn write_parameters(m: &mut Message, field: usize, parameters: &[Parameter<'_>], body: Option<(&str, bool)>) {
    if let Some((definition, required)) = body {
        m.message(field, |m| {
            m.message(1, |m| {
                m.message(1, |m| {
                    m.text(2, "body");
                    m.text(3, "body");
                    if required {
                        m.truth(4);
                    }
                    m.message(5, |m| write_ref(m, definition));
                });
            });
        });
    }
    for parameter in parameters {
        m.message(field, |m| match shared_name(parameter) {
            Some(name) => m.message(2, |m| m.text(1, &format!("#/parameters/{name}"))),
            None => m.message(1, |m| write_parameter(m, parameter)),
        });
    }
}

/// A `Parameter`.
fn write_parameter(m: &mut Message, parameter: &Parameter<'_>) {
    m.message(2, |m| match parameter.place {
        Place::Query => m.message(3, |m| {
            m.text(2, "query");
            m.text(3, &parameter.description);
            m.text(4, parameter.name);
            m.text(6, parameter.ty);
            m.truth(20);
        }),
        Place::Path => m.message(4, |m| {
            m.truth(1);
            m.text(2, "path");
            m.text(3, &parameter.description);
            m.text(4, parameter.name);
            m.text(5, parameter.ty);
            m.truth(19);
        }),
    });
}

fn write_ref(m: &mut Message, definition: &str) {
    m.text(1, &format!("#/definitions/{definition}"));
}

/// A `Schema`, as are the following.
fn write_definition(m: &mut Message, definition: &Definition<'_>) {
    m.text(4, &definition.description);
    match &definition.body {
        Body::Leaf(ty, format) => write_type(m, ty, format),
        Body::OneOf(format, _) => write_type(m, "string", format),
        Body::Object { required, properties, .. } => {
            m.texts(19, required);
            write_type(m, "object", "");
            if !properties.is_empty() {
                m.message(25, |m| properties.iter().for_each(|p| m.named(1, p.name, |m| write_property(m, p))));
            }
        }
    }
    m.extensions(31, &extensions::of_definition(definition));
}

fn write_property(m: &mut Message, property: &Property<'_>) {
    m.text(4, &property.description);
    write_value(m, &property.value, property);
    m.extensions(31, &extensions::of_property(property));
}

fn write_value(m: &mut Message, value: &Value<'_>, property: &Property<'_>) {
    match value {
        Value::Ref(name) => write_ref(m, name),
        Value::Scalar(ty, format) => {
            write_type(m, ty, format);
            for value in property.values {
                let mut j = Json::with_capacity(value.len() + 2);
                j.string(value);
                m.message(20, |m| m.text(2, &j.into_string()));
            }
        }
        Value::List(of) => {
            write_type(m, "array", "");
            m.message(23, |m| m.message(1, |m| write_value(m, of, property)));
        }
        Value::Map(of) => {
            write_type(m, "object", "");
            m.message(21, |m| m.message(1, |m| write_value(m, of, property)));
        }
    }
}

fn write_type(m: &mut Message, ty: &str, format: &str) {
    m.text(2, format);
    if !ty.is_empty() {
        m.message(22, |m| m.text(1, ty));
    }
}

//! Typed views: a serde deserializer over a tree, made for the structs of k8s-openapi. Validators read objects through it. It borrows
//! texts from the tree, leaves out `managedFields` (most of the cost of a view, and nobody validates it there) and the type of the
//! document, and never changes anything.

use crate::tree::{Entries, Fields, Items, Kind, NodeRef};
use crate::value::{self, Value};
use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Deeper values are refused: views are made by recursion.
const MAX_DEPTH: usize = 500;

/// Why a value has no typed view.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct TypedError(String);

impl serde::de::Error for TypedError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// The typed view of a value.
///
/// # Errors
/// What the type's own deserialization refuses, and nesting beyond what recursion can take.
pub fn view<'de, T: serde::Deserialize<'de>>(node: NodeRef<'de>) -> Result<T, TypedError> {
    T::deserialize(Node { node, depth: 0 })
}

#[derive(Clone, Copy)]
struct Node<'de> {
    node: NodeRef<'de>,
    depth: usize,
}

impl<'de> Node<'de> {
    fn text(self) -> Result<&'de str, TypedError> {
        self.node.as_str().ok_or_else(|| TypedError("a text that is no UTF-8".to_owned()))
    }

    fn inner(self, node: NodeRef<'de>) -> Self {
        Self { node, depth: self.depth + 1 }
    }
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = TypedError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypedError> {
        if self.depth > MAX_DEPTH {
            return Err(TypedError(format!("nested deeper than {MAX_DEPTH}")));
        }
        match self.node.kind() {
            Kind::Null | Kind::Key => visitor.visit_unit(),
            Kind::Bool => visitor.visit_bool(self.node.as_bool().unwrap_or_default()),
            Kind::Int => visitor.visit_i64(self.node.as_i64().unwrap_or_default()),
            Kind::Float => visitor.visit_f64(self.node.as_f64().unwrap_or_default()),
            Kind::Str => visitor.visit_borrowed_str(self.text()?),
            Kind::Raw => {
                let json = self.node.raw().unwrap_or_default();
                embedded(&value::parse(json).map_err(TypedError::custom)?, visitor)
            }
            Kind::Struct => {
                let root = self.depth == 0;
                visitor.visit_map(Members { outer: self, fields: self.node.fields(), value: None, root })
            }
            Kind::Map => visitor.visit_map(MapEntries { outer: self, entries: self.node.entries(), value: None }),
            Kind::List => visitor.visit_seq(Elements { outer: self, items: self.node.items() }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypedError> {
        if self.node.kind() == Kind::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, TypedError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TypedError> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypedError> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        identifier
    }
}

/// Fields of a struct.
struct Members<'de> {
    outer: Node<'de>,
    fields: Fields<'de>,
    value: Option<NodeRef<'de>>,
    root: bool,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = TypedError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, TypedError> {
        let root = self.root;
        let wanted = |name: &str| name != "managedFields" && !(root && matches!(name, "kind" | "apiVersion"));
        let Some((field, value)) = self.fields.by_ref().find(|(field, _)| wanted(&field.json)) else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(BorrowedStrDeserializer::new(&field.json)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, TypedError> {
        next_value(self.outer, &mut self.value, seed)
    }
}

/// Entries of a map.
struct MapEntries<'de> {
    outer: Node<'de>,
    entries: Entries<'de>,
    value: Option<NodeRef<'de>>,
}

impl<'de> MapAccess<'de> for MapEntries<'de> {
    type Error = TypedError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, TypedError> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, TypedError> {
        next_value(self.outer, &mut self.value, seed)
    }
}

fn next_value<'de, S: DeserializeSeed<'de>>(
    outer: Node<'de>,
    value: &mut Option<NodeRef<'de>>,
    seed: S,
) -> Result<S::Value, TypedError> {
    let value = value.take().ok_or_else(|| TypedError("a value was asked for before its key".to_owned()))?;
    seed.deserialize(outer.inner(value))
}

/// Elements of a list.
struct Elements<'de> {
    outer: Node<'de>,
    items: Items<'de>,
}

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = TypedError;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, TypedError> {
        self.items.next().map(|item| seed.deserialize(self.outer.inner(item))).transpose()
    }
}

/// Shows an embedded document to a visitor.
fn embedded<'de, V: Visitor<'de>>(json: &Value, visitor: V) -> Result<V::Value, TypedError> {
    match json {
        Value::Null => visitor.visit_unit(),
        Value::Bool(value) => visitor.visit_bool(*value),
        Value::Number(text) => match (json.as_i64(), text.parse::<u64>(), json.as_f64()) {
            (Some(value), ..) => visitor.visit_i64(value),
            (None, Ok(value), _) => visitor.visit_u64(value),
            (None, Err(_), Some(value)) => visitor.visit_f64(value),
            (None, Err(_), None) => Err(TypedError(format!("number {text} is out of range"))),
        },
        Value::String(text) => visitor.visit_str(text),
        Value::Array(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Embedded))),
        Value::Object(object) => {
            let members = object.iter().map(|(key, value)| (StrDeserializer::new(key), Embedded(value)));
            visitor.visit_map(MapDeserializer::new(members))
        }
    }
}

/// A part of an embedded document.
struct Embedded<'v>(&'v Value);

impl<'de> Deserializer<'de> for Embedded<'_> {
    type Error = TypedError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypedError> {
        embedded(self.0, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TypedError> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, TypedError> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        enum identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, TypedError> for Embedded<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Deserialize, Debug, PartialEq, Default)]
    #[serde(default, rename_all = "camelCase")]
    struct Pod<'a> {
        kind: Option<String>,
        metadata: Meta,
        #[serde(borrow)]
        spec: Option<Spec<'a>>,
    }

    #[derive(Deserialize, Debug, PartialEq, Default)]
    #[serde(default, rename_all = "camelCase")]
    struct Meta {
        name: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        creation_timestamp: Option<Time>,
        managed_fields: Option<Vec<serde_json::Value>>,
    }

    #[derive(Deserialize, Debug, PartialEq)]
    struct Time(String);

    #[derive(Deserialize, Debug, PartialEq, Default)]
    #[serde(default, rename_all = "camelCase")]
    struct Spec<'a> {
        #[serde(borrow)]
        containers: Vec<Container<'a>>,
        termination_grace_period_seconds: Option<i64>,
        restart_policy: Option<Restart>,
        host_users: Option<bool>,
    }

    #[derive(Deserialize, Debug, PartialEq)]
    enum Restart {
        Always,
        Never,
    }

    #[derive(Deserialize, Debug, PartialEq, Default)]
    #[serde(default)]
    struct Container<'a> {
        #[serde(borrow)]
        name: &'a str,
        ports: Vec<BTreeMap<String, i32>>,
    }

    #[test]
    fn a_struct_of_the_same_fields_is_filled() {
        let types = testkit::table();
        let json = r#"{"kind":"Pod","metadata":{"name":"a","labels":{"x":"\u0031"},"creationTimestamp":"2026-11-23T08:09:03Z","managedFields":[{}]},
            "spec":{"containers":[{"name":"c","image":"ignored","ports":[{"containerPort":80}]}],"terminationGracePeriodSeconds":0,
            "restartPolicy":"Never","hostUsers":false}}"#;
        let tree = crate::json::decode(json.into(), &testkit::schema(&types, "Pod")).unwrap().tree;
        let pod: Pod<'_> = view(tree.root()).unwrap();
        assert_eq!(pod.kind, None);
        assert_eq!(pod.metadata.name.as_deref(), Some("a"));
        assert_eq!(pod.metadata.labels.unwrap()["x"], "1");
        assert_eq!(pod.metadata.creation_timestamp, Some(Time("2026-11-23T08:09:03Z".to_owned())));
        assert_eq!(pod.metadata.managed_fields, None);
        let spec = pod.spec.unwrap();
        assert_eq!(spec.containers[0].name, "c");
        assert_eq!(spec.containers[0].ports[0]["containerPort"], 80);
        assert_eq!((spec.termination_grace_period_seconds, spec.host_users), (Some(0), Some(false)));
        assert_eq!(spec.restart_policy, Some(Restart::Never));
        assert!(view::<Vec<String>>(tree.root()).is_err());
    }

    #[test]
    fn embedded_documents_and_unions_are_read() {
        let types = testkit::table();
        let json =
            r#"{"default":{"a":[1,-1.5,"x",null,true,18446744073709551615]},"items":{"type":"a"},"additionalProperties":true}"#;
        let tree = crate::json::decode(json.into(), &testkit::schema(&types, "JSONSchemaProps")).unwrap().tree;
        let whole: serde_json::Value = view(tree.root()).unwrap();
        assert_eq!(whole, serde_json::from_str::<serde_json::Value>(json).unwrap());
    }
}

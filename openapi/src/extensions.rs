//! OpenAPI's `x-kubernetes-...` members of definitions, properties and operations, as JSON. The same in every version of OpenAPI,
//! so all its writers read them; must not write anything else.

use crate::operations::{Operation, capital};
use crate::schema::{Body, Definition, Property};
use crate::served::{Kind, Text};
use crate::writer::Json;

/// A member: its name and its value as JSON text.
pub(crate) type Member = (&'static str, String);

const KIND: &str = "x-kubernetes-group-version-kind";

fn json(write: impl FnOnce(&mut Json)) -> String {
    let mut j = Json::with_capacity(64);
    write(&mut j);
    j.into_string()
}

fn text(value: &str) -> String {
    json(|j| j.string(value))
}

/// Members of a definition, by name.
pub(crate) fn of_definition(definition: &Definition<'_>) -> Vec<Member> {
    let mut out = Vec::new();
    if !definition.kinds.is_empty() {
        out.push((KIND, json(|j| j.array(|j| definition.kinds.iter().for_each(|kind| write_kind(j, kind))))));
    }
    if let Body::Object { atomic, unions, .. } = &definition.body {
        if *atomic {
            out.push(("x-kubernetes-map-type", text("atomic")));
        }
        if !unions.is_empty() {
            let union = |j: &mut Json, union: &crate::unions::Union| {
                j.object(|j| {
                    if !union.discriminator.is_empty() {
                        j.text("discriminator", union.discriminator);
                    }
                    j.member("fields-to-discriminateBy", |j| union.fields.iter().for_each(|f| j.text(f, &capital(f))));
                });
            };
            out.push(("x-kubernetes-unions", json(|j| j.array(|j| unions.iter().for_each(|u| union(j, u))))));
        }
    }
    out
}

/// Members of a property, by name.
pub(crate) fn of_property(property: &Property<'_>) -> Vec<Member> {
    let mut out = Vec::new();
    if !property.list_map_keys.is_empty() {
        let keys: &[Text] = property.list_map_keys;
        out.push(("x-kubernetes-list-map-keys", json(|j| j.array(|j| keys.iter().for_each(|key| j.string(key))))));
    }
    let texts = [
        ("x-kubernetes-list-type", property.list_type),
        ("x-kubernetes-map-type", property.map_type),
        ("x-kubernetes-patch-merge-key", property.merge_key),
        ("x-kubernetes-patch-strategy", &property.patch_strategy),
    ];
    out.extend(texts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, text(value))));
    out
}

/// Members of an operation in OpenAPI v2; v3 orders the parts of the kind in another way.
pub(crate) fn of_operation(operation: &Operation<'_>) -> Vec<Member> {
    let mut out = Vec::new();
    if !operation.action.is_empty() {
        out.push(("x-kubernetes-action", text(operation.action)));
    }
    out.extend(operation.kind.iter().map(|kind| (KIND, json(|j| write_kind(j, kind)))));
    out
}

fn write_kind(j: &mut Json, kind: &Kind) {
    j.object(|j| {
        j.text("group", &kind.group);
        j.text("kind", &kind.kind);
        j.text("version", &kind.version);
    });
}

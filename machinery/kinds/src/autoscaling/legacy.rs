//! Shapes that live only inside annotations of autoscaling/v1 objects: metric specs and statuses as v1 had them, conditions, and
//! scaling behaviour under the names of upstream's internal Go fields. They are written and read with the ordinary codec through
//! a type table of their own. Called by `horizontalpodautoscaler`. Source: upstream `api/autoscaling/v1/types.go`,
//! `pkg/apis/autoscaling/types.go`.

use bytes::Bytes;
use object::proto::Plans;
use object::schema::{FieldDef, Omit, Schema, Shape, StructDef, StructId, Text, Topology, TypeDef, TypeId, TypeTable, Types};
use object::{Tree, json};
use std::borrow::Cow;

/// What an annotation holds. The value is the struct that wraps it, so that lists have an object around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// `[]MetricSpec`.
    Metrics,
    /// `[]MetricStatus`.
    Statuses,
    /// `[]HorizontalPodAutoscalerCondition`.
    Conditions,
    /// `HorizontalPodAutoscalerBehavior`.
    Behavior,
}

/// Field of the wrapping struct that holds the content.
pub(super) const VALUE: &str = "value";

impl Content {
    /// Key of the annotation.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Metrics => "autoscaling.alpha.kubernetes.io/metrics",
            Self::Statuses => "autoscaling.alpha.kubernetes.io/current-metrics",
            Self::Conditions => "autoscaling.alpha.kubernetes.io/conditions",
            Self::Behavior => "autoscaling.alpha.kubernetes.io/behavior",
        }
    }

    /// A tree to fill, with nothing in it.
    pub(super) fn empty(self) -> Tree {
        Tree::new(Schema { types: Types::Static(&TABLE), root: StructId(self as u16) })
    }

    /// Reads an annotation; none where Go could not.
    pub(super) fn read(self, text: &str) -> Option<Tree> {
        let wrapped = format!("{{\"{VALUE}\":{text}}}");
        json::decode(Bytes::from(wrapped), self.empty().schema()).ok().map(|decoded| decoded.tree)
    }

    /// The text of an annotation.
    pub(super) fn write(self, tree: &Tree) -> String {
        let mut out = Vec::new();
        if let Some(value) = tree.at(&[VALUE]) {
            json::encode_node(value, &mut out);
        }
        String::from_utf8(out).unwrap_or_default()
    }
}

const fn ty(shape: Shape, pointer: bool) -> TypeDef {
    TypeDef { shape, pointer, go: Text::Borrowed(""), wrapped: false }
}

const STRING: u16 = 0;
const QUANTITY: u16 = 1;
const QUANTITY_POINTER: u16 = 2;
const INT32: u16 = 3;
const INT32_POINTER: u16 = 4;
const INT64_POINTER: u16 = 5;
const TIME: u16 = 6;
const STRING_LIST: u16 = 7;
const STRING_MAP: u16 = 8;
const STRING_POINTER: u16 = 9;
/// First type that refers to a struct; each struct from [`FIRST`] on has a pointer or value type in the order of [`STRUCTS`].
const REFERENCE: u16 = 10;
const SELECTOR: u16 = 11;
const REQUIREMENTS: u16 = 12;
const REQUIREMENT: u16 = 13;
const SOURCES: u16 = 14;
const METRICS: u16 = 24;
const STATUSES: u16 = 25;
const CONDITIONS: u16 = 26;
const METRIC: u16 = 27;
const STATUS: u16 = 28;
const CONDITION: u16 = 29;
const RULES: u16 = 30;
const POLICIES: u16 = 31;
const POLICY: u16 = 32;
const BEHAVIOR: u16 = 33;

const fn list(of: u16) -> TypeDef {
    ty(Shape::List(TypeId(of)), false)
}

const fn pointer(to: u16) -> TypeDef {
    ty(Shape::Struct(StructId(to)), true)
}

const fn value(of: u16) -> TypeDef {
    ty(Shape::Struct(StructId(of)), false)
}

static TYPES: [TypeDef; 34] = [
    ty(Shape::String, false),
    ty(Shape::Quantity, false),
    ty(Shape::Quantity, true),
    ty(Shape::Int32, false),
    ty(Shape::Int32, true),
    ty(Shape::Int64, true),
    ty(Shape::Time, false),
    list(STRING),
    ty(Shape::Map(TypeId(STRING)), false),
    ty(Shape::String, true),
    value(4),
    pointer(5),
    list(REQUIREMENT),
    value(6),
    pointer(7),
    pointer(8),
    pointer(9),
    pointer(10),
    pointer(11),
    pointer(12),
    pointer(13),
    pointer(14),
    pointer(15),
    pointer(16),
    list(METRIC),
    list(STATUS),
    list(CONDITION),
    value(17),
    value(18),
    value(19),
    pointer(20),
    list(POLICY),
    value(21),
    value(22),
];

const fn field(json: &'static str, ty: u16, omit: Omit) -> FieldDef {
    FieldDef {
        json: Text::Borrowed(json),
        ty: TypeId(ty),
        omit,
        number: 0,
        inline: 0,
        merge: None,
        topology: Topology::Unset,
        values: Cow::Borrowed(&[]),
        default: Text::Borrowed(""),
        required: false,
    }
}

const fn shown(json: &'static str, ty: u16) -> FieldDef {
    field(json, ty, Omit::Never)
}

const fn hidden(json: &'static str, ty: u16) -> FieldDef {
    field(json, ty, Omit::Empty)
}

macro_rules! structs {
    ($($name:literal { $($field:expr),* $(,)? } by $($order:literal)*;)*) => {
        [$(StructDef {
            go: Text::Borrowed($name),
            name: Text::Borrowed($name),
            fields: Cow::Borrowed({ static FIELDS: &[FieldDef] = &[$($field),*]; FIELDS }),
            by_name: Cow::Borrowed(&[$($order),*]),
            inlines: Cow::Borrowed(&[]),
            atomic: false,
        }),*]
    };
}

static STRUCTS: [StructDef; 23] = structs! {
    "Metrics" { shown("value", METRICS) } by 0;
    "Statuses" { shown("value", STATUSES) } by 0;
    "Conditions" { shown("value", CONDITIONS) } by 0;
    "Behavior" { shown("value", BEHAVIOR) } by 0;
    "CrossVersionObjectReference" { shown("kind", STRING), shown("name", STRING), hidden("apiVersion", STRING) } by 2 0 1;
    "LabelSelector" { hidden("matchLabels", STRING_MAP), hidden("matchExpressions", REQUIREMENTS) } by 1 0;
    "LabelSelectorRequirement" { shown("key", STRING), shown("operator", STRING), hidden("values", STRING_LIST) } by 0 1 2;
    "ObjectMetricSource" {
        shown("target", REFERENCE), shown("metricName", STRING), shown("targetValue", QUANTITY), hidden("selector", SELECTOR),
        hidden("averageValue", QUANTITY_POINTER),
    } by 4 1 3 0 2;
    "PodsMetricSource" { shown("metricName", STRING), shown("targetAverageValue", QUANTITY), hidden("selector", SELECTOR) } by 0 2 1;
    "ResourceMetricSource" {
        shown("name", STRING), hidden("targetAverageUtilization", INT32_POINTER), hidden("targetAverageValue", QUANTITY_POINTER),
    } by 0 1 2;
    "ContainerResourceMetricSource" {
        shown("name", STRING), hidden("targetAverageUtilization", INT32_POINTER), hidden("targetAverageValue", QUANTITY_POINTER),
        shown("container", STRING),
    } by 3 0 1 2;
    "ExternalMetricSource" {
        shown("metricName", STRING), hidden("metricSelector", SELECTOR), hidden("targetValue", QUANTITY_POINTER),
        hidden("targetAverageValue", QUANTITY_POINTER),
    } by 0 1 3 2;
    "ObjectMetricStatus" {
        shown("target", REFERENCE), shown("metricName", STRING), shown("currentValue", QUANTITY), hidden("selector", SELECTOR),
        hidden("averageValue", QUANTITY_POINTER),
    } by 4 2 1 3 0;
    "PodsMetricStatus" { shown("metricName", STRING), shown("currentAverageValue", QUANTITY), hidden("selector", SELECTOR) } by 1 0 2;
    "ResourceMetricStatus" {
        shown("name", STRING), hidden("currentAverageUtilization", INT32_POINTER), shown("currentAverageValue", QUANTITY),
    } by 1 2 0;
    "ContainerResourceMetricStatus" {
        shown("name", STRING), hidden("currentAverageUtilization", INT32_POINTER), shown("currentAverageValue", QUANTITY),
        shown("container", STRING),
    } by 3 1 2 0;
    "ExternalMetricStatus" {
        shown("metricName", STRING), hidden("metricSelector", SELECTOR), shown("currentValue", QUANTITY),
        hidden("currentAverageValue", QUANTITY_POINTER),
    } by 3 2 0 1;
    "MetricSpec" {
        shown("type", STRING), hidden("object", SOURCES), hidden("pods", SOURCES + 1), hidden("resource", SOURCES + 2),
        hidden("containerResource", SOURCES + 3), hidden("external", SOURCES + 4),
    } by 4 5 1 2 3 0;
    "MetricStatus" {
        shown("type", STRING), hidden("object", SOURCES + 5), hidden("pods", SOURCES + 6), hidden("resource", SOURCES + 7),
        hidden("containerResource", SOURCES + 8), hidden("external", SOURCES + 9),
    } by 4 5 1 2 3 0;
    "HorizontalPodAutoscalerCondition" {
        shown("type", STRING), shown("status", STRING), hidden("lastTransitionTime", TIME), hidden("reason", STRING),
        hidden("message", STRING), hidden("observedGeneration", INT64_POINTER),
    } by 2 4 5 3 1 0;
    "HPAScalingRules" {
        shown("StabilizationWindowSeconds", INT32_POINTER), shown("SelectPolicy", STRING_POINTER), shown("Policies", POLICIES),
        shown("Tolerance", QUANTITY_POINTER),
    } by 2 1 0 3;
    "HPAScalingPolicy" { shown("Type", STRING), shown("Value", INT32), shown("PeriodSeconds", INT32) } by 2 0 1;
    "HorizontalPodAutoscalerBehavior" { shown("ScaleUp", RULES), shown("ScaleDown", RULES) } by 1 0;
};

static TABLE: TypeTable =
    TypeTable { structs: Cow::Borrowed(&STRUCTS), types: Cow::Borrowed(&TYPES), fingerprint: 1, plans: Plans::new() };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_types_exist() {
        for def in &STRUCTS {
            let mut names: Vec<&str> = def.by_name.iter().map(|at| &*def.fields[usize::from(*at)].json).collect();
            assert_eq!(names.len(), def.fields.len(), "{}", def.name);
            assert!(names.is_sorted(), "{}: {names:?}", def.name);
            names.dedup();
            assert_eq!(names.len(), def.fields.len(), "{}", def.name);
        }
        let name = |at: u16| match TYPES[usize::from(at)].shape {
            Shape::Struct(id) => STRUCTS[usize::from(id.0)].name.clone(),
            _ => Text::Borrowed(""),
        };
        for (at, expect) in [
            (REFERENCE, "CrossVersionObjectReference"),
            (SELECTOR, "LabelSelector"),
            (REQUIREMENT, "LabelSelectorRequirement"),
            (SOURCES, "ObjectMetricSource"),
            (SOURCES + 9, "ExternalMetricStatus"),
            (METRIC, "MetricSpec"),
            (STATUS, "MetricStatus"),
            (CONDITION, "HorizontalPodAutoscalerCondition"),
            (RULES, "HPAScalingRules"),
            (POLICY, "HPAScalingPolicy"),
            (BEHAVIOR, "HorizontalPodAutoscalerBehavior"),
        ] {
            assert_eq!(name(at), expect);
        }
    }

    fn check(content: Content, text: &str, expect: Option<&str>) {
        assert_eq!(content.read(text).map(|tree| content.write(&tree)).as_deref(), expect, "{text}");
    }

    #[test]
    fn annotations_are_written_as_go_writes_them() {
        check(
            Content::Metrics,
            r#"[{"type":"Pods","pods":{"metricName":"q","targetAverageValue":"1000m"}}]"#,
            Some(r#"[{"type":"Pods","pods":{"metricName":"q","targetAverageValue":"1"}}]"#),
        );
        check(
            Content::Statuses,
            r#"[{"type":"Resource","resource":{"name":"cpu","currentAverageUtilization":0}}]"#,
            Some(r#"[{"type":"Resource","resource":{"name":"cpu","currentAverageUtilization":0,"currentAverageValue":"0"}}]"#),
        );
        check(
            Content::Behavior,
            r#"{"ScaleDown":{"Policies":[{"Type":"Pods","Value":4}]}}"#,
            Some(concat!(
                r#"{"ScaleUp":null,"ScaleDown":{"StabilizationWindowSeconds":null,"SelectPolicy":null,"#,
                r#""Policies":[{"Type":"Pods","Value":4,"PeriodSeconds":0}],"Tolerance":null}}"#
            )),
        );
        check(
            Content::Conditions,
            r#"[{"type":"AbleToScale","status":"True","lastTransitionTime":null}]"#,
            Some(r#"[{"type":"AbleToScale","status":"True","lastTransitionTime":null}]"#),
        );
        check(Content::Metrics, "[", None);
        check(Content::Metrics, "}", None);
        check(Content::Metrics, r#"[{"type":5}]"#, None);
    }
}

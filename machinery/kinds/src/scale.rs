//! The scale of an object: what `/scale` of replication controllers, deployments, replica sets and stateful sets shows and
//! changes. Called by the scale endpoint with stored objects in their hub version; it neither reads nor writes anything itself.
//! Managed fields of a scale are the endpoint's. Source: upstream `pkg/registry/{core,apps}/*/storage/storage.go`,
//! `pkg/apis/autoscaling/validation/validation.go`.

use crate::prepare::text;
use crate::{id, table};
use meta::field::{FieldError, FieldErrors, Path};
use meta::labels::{Expression, Selector};
use meta::{GroupKind, GroupResource, Status};
use object::{NodeRef, Tree};

/// Kind of the error when a scale is invalid.
const KIND: GroupKind = GroupKind::of("autoscaling", "Scale");
const REPLICAS: &[&str] = &["spec", "replicas"];
/// Metadata that a scale shows.
const META: [&str; 5] = ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"];

/// Whether a resource has a scale.
#[must_use]
pub fn has_scale(group: &str, plural: &str) -> bool {
    matches!((group, plural), ("", "replicationcontrollers") | ("apps", "deployments" | "replicasets" | "statefulsets"))
}

/// The autoscaling/v1 Scale of an object.
///
/// # Errors
/// 400 when the selector of the object cannot be written as text.
pub fn of(object: &Tree) -> Result<Tree, Box<Status>> {
    let selector = selector(object).map_err(|text| Box::new(Status::bad_request(text)))?;
    let mut scale = Tree::new(table::schema(id::AUTOSCALING_V1_SCALE));
    scale.set_str(&["kind"], "Scale");
    scale.set_str(&["apiVersion"], "autoscaling/v1");
    for field in META {
        if let Some(value) = object.at(&["metadata", field]) {
            scale.graft(&["metadata", field], value);
        }
    }
    scale.set_i64(REPLICAS, object.i64(REPLICAS).unwrap_or_default());
    scale.set_i64(&["status", "replicas"], object.i64(&["status", "replicas"]).unwrap_or_default());
    scale.set_str(&["status", "selector"], &selector.to_string());
    Ok(scale)
}

/// Takes a changed scale over into its object: replicas and resourceVersion. The caller compares the latter when it stores.
///
/// # Errors
/// 422 for negative replicas; 409 for another object's uid.
pub fn apply(object: &mut Tree, scale: &Tree, resource: &GroupResource) -> Result<(), Box<Status>> {
    let name = text(object, &["metadata", "name"]).to_owned();
    let errors = validate(scale);
    if !errors.is_empty() {
        return Err(Box::new(Status::invalid(&KIND, &name, &errors)));
    }
    let (uid, wanted) = (text(object, &["metadata", "uid"]), text(scale, &["metadata", "uid"]));
    if !wanted.is_empty() && wanted != uid {
        let resource = GroupResource::new(resource.group.clone(), format!("{}/scale", resource.resource));
        let error = format!("Precondition failed: UID in precondition: {wanted}, UID in object meta: {uid}");
        return Err(Box::new(Status::conflict(&resource, &name, error)));
    }
    object.set_i64(REPLICAS, scale.i64(REPLICAS).unwrap_or_default());
    let revision = text(scale, &["metadata", "resourceVersion"]).to_owned();
    object.set_str(&["metadata", "resourceVersion"], &revision);
    Ok(())
}

/// Only replicas are looked at: whatever else a scale carries is discarded.
fn validate(scale: &Tree) -> FieldErrors {
    let replicas = scale.i64(REPLICAS).unwrap_or_default();
    if replicas >= 0 {
        return FieldErrors::new();
    }
    let path = Path::new("spec").child("replicas");
    vec![FieldError::invalid(&path, replicas, "must be greater than or equal to 0")]
}

/// A replication controller selects by a plain map, the others by a label selector; without one they select nothing.
fn selector(object: &Tree) -> Result<Selector, String> {
    let selector = object.at(&["spec", "selector"]);
    if is_controller(object) {
        return Ok(Selector::from_set(pairs(selector)));
    }
    label_selector(selector)
}

/// The selector of a `metav1.LabelSelector`; one that is not there selects nothing.
pub(crate) fn label_selector(selector: Option<NodeRef<'_>>) -> Result<Selector, String> {
    let Some(selector) = selector else { return Ok(Selector::nothing()) };
    let values: Vec<Vec<&str>> = expressions(selector)
        .map(|expression| expression.field("values").into_iter().flat_map(NodeRef::items).filter_map(NodeRef::as_str).collect())
        .collect();
    let parts = expressions(selector).zip(&values).map(|(expression, values)| Expression {
        key: expression.str(&["key"]).unwrap_or_default(),
        operator: expression.str(&["operator"]).unwrap_or_default(),
        values,
    });
    Selector::from_parts(pairs(selector.field("matchLabels")), parts).map_err(|error| error.0)
}

fn expressions(selector: NodeRef<'_>) -> impl Iterator<Item = NodeRef<'_>> {
    selector.field("matchExpressions").into_iter().flat_map(NodeRef::items)
}

fn pairs(map: Option<NodeRef<'_>>) -> impl Iterator<Item = (&str, &str)> {
    map.into_iter().flat_map(NodeRef::entries).map(|(key, value)| (key, value.as_str().unwrap_or_default()))
}

fn is_controller(object: &Tree) -> bool {
    object.schema().root == id::CORE_V1_REPLICATION_CONTROLLER
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{text, tree};

    const META: &str = r#""name":"a","namespace":"n","uid":"u","resourceVersion":"5","creationTimestamp":"2026-01-01T00:00:00Z""#;

    fn object(group: &str, kind: &str, spec: &str) -> Tree {
        let text = format!(r#"{{"metadata":{{{META},"labels":{{"x":"y"}}}},"spec":{spec},"status":{{"replicas":2}}}}"#);
        tree(group, "v1", kind, &text)
    }

    fn check(group: &str, kind: &str, spec: &str, replicas: &str, selector: &str) {
        let scale = of(&object(group, kind, spec)).unwrap();
        let selector = if selector.is_empty() { String::new() } else { format!(r#","selector":"{selector}""#) };
        assert_eq!(
            text(&scale),
            format!(
                r#"{{"kind":"Scale","apiVersion":"autoscaling/v1","metadata":{{{META}}},"spec":{{{replicas}}},"status":{{"replicas":2{selector}}}}}"#
            ),
        );
    }

    #[test]
    fn scales_show_replicas_and_selector() {
        check(
            "apps",
            "Deployment",
            r#"{"replicas":3,"selector":{"matchLabels":{"b":"c","a":"b"}}}"#,
            r#""replicas":3"#,
            "a=b,b=c",
        );
        check("apps", "ReplicaSet", r#"{"replicas":0,"selector":{}}"#, "", "");
        check(
            "apps",
            "StatefulSet",
            r#"{"selector":{"matchLabels":{"a":"b"},"matchExpressions":[{"key":"c","operator":"NotIn","values":["e","d"]},{"key":"f","operator":"Exists"}]}}"#,
            "",
            "a=b,c notin (d,e),f",
        );
        check("", "ReplicationController", r#"{"replicas":1,"selector":{"b":"c","a":"b"}}"#, r#""replicas":1"#, "a=b,b=c");
        check("", "ReplicationController", r#"{"replicas":1}"#, r#""replicas":1"#, "");
        let bad = object("apps", "Deployment", r#"{"selector":{"matchExpressions":[{"key":"c","operator":"Near"}]}}"#);
        let status = of(&bad).unwrap_err().to_json();
        assert!(status.contains(r#"\"Near\" is not a valid label selector operator"#) && status.contains("400"), "{status}");
    }

    #[test]
    fn applying_a_scale_moves_replicas_and_revision() {
        let resource = GroupResource::of("apps", "deployments");
        let scale = |text: &str| tree("autoscaling", "v1", "Scale", text);
        let mut deployment = object("apps", "Deployment", r#"{"replicas":3}"#);
        apply(&mut deployment, &scale(r#"{"metadata":{"uid":"u","labels":{"no":"no"}},"spec":{"replicas":7}}"#), &resource)
            .unwrap();
        let expect = object("apps", "Deployment", r#"{"replicas":7}"#);
        assert_eq!(text(&deployment), text(&expect).replace(r#""resourceVersion":"5","#, ""));
        apply(&mut deployment, &scale("{}"), &resource).unwrap();
        assert_eq!(deployment.i64(&["spec", "replicas"]), Some(0));
        let refused = |text: &str| apply(&mut deployment.clone(), &scale(text), &resource).unwrap_err().to_json();
        let status = refused(r#"{"spec":{"replicas":-1}}"#);
        assert!(
            status.contains(
                r#"Scale.autoscaling \"a\" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0"#
            ),
            "{status}"
        );
        let status = refused(r#"{"metadata":{"uid":"w"}}"#);
        let expect = r#"Operation cannot be fulfilled on deployments/scale.apps \"a\": Precondition failed: UID in precondition: w, UID in object meta: u"#;
        assert!(status.contains(expect) && status.contains("409"), "{status}");
    }
}

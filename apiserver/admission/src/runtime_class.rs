//! RuntimeClass: a new pod gets the overhead, the node selector and the tolerations of the runtime class that it names, and may not claim
//! an overhead of its own. Source: upstream `plugin/pkg/admission/runtimeclass/admission.go`, `pkg/util/tolerations/tolerations.go`.

use kinds::strategy::Operation;
use meta::GroupResource;
use meta::status::{Reason, Status};
use meta::text::quote;
use object::{NodeRef, Tree};

use crate::{Attributes, Done, Lookup};

const OVERHEAD: &[&str] = &["spec", "overhead"];
const TOLERATIONS: &[&str] = &["spec", "tolerations"];
const MISMATCH: &str = "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead";

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation == Operation::Create && a.is("", "pods")
}

/// The class that the pod names.
async fn class(pod: &Tree, a: &Attributes<'_>, lookup: &dyn Lookup) -> Result<Option<Tree>, Status> {
    let Some(name) = pod.str(&["spec", "runtimeClassName"]) else { return Ok(None) };
    match lookup.get(&GroupResource::of("node.k8s.io", "runtimeclasses"), "", name).await {
        Err(status) if status.reason == Reason::NotFound => {
            Err(a.forbidden(Some(pod), &format!("pod rejected: RuntimeClass {} not found", quote(name))))
        }
        found => found.map(Some),
    }
}

/// The overhead that a class defines, which may be none at all: what its pods need beyond their containers.
fn overhead(class: &Tree) -> Option<Option<NodeRef<'_>>> {
    class.at(&["overhead"]).map(|overhead| overhead.field("podFixed"))
}

/// Whether the pod has exactly the overhead.
fn has_overhead(pod: &Tree, want: Option<NodeRef<'_>>) -> bool {
    match (pod.at(OVERHEAD), want) {
        (Some(have), Some(want)) => have.equals(want),
        (Some(one), None) | (None, Some(one)) => one.is_empty(),
        (None, None) => true,
    }
}

pub(crate) fn mutate<'a>(pod: &'a mut Tree, a: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        let Some(class) = class(pod, a, lookup).await? else { return Ok(()) };
        if let Some(overhead) = overhead(&class) {
            if pod.at(OVERHEAD).is_some_and(|have| !have.is_empty()) && !has_overhead(pod, overhead) {
                return Err(a.forbidden(Some(pod), MISMATCH));
            }
            pod.remove(OVERHEAD);
            if let Some(overhead) = overhead {
                pod.graft(OVERHEAD, overhead);
            }
        }
        if class.at(&["scheduling"]).is_some() {
            merge_selector(pod, &class).map_err(|why| a.forbidden(Some(pod), &why))?;
            merge_tolerations(pod, &class);
        }
        Ok(())
    })
}

pub(crate) fn validate<'a>(pod: &'a Tree, a: &'a Attributes<'a>, lookup: &'a dyn Lookup) -> Done<'a> {
    Box::pin(async move {
        let class = class(pod, a, lookup).await?;
        match class.as_ref().and_then(overhead) {
            Some(overhead) if !has_overhead(pod, overhead) => Err(a.forbidden(Some(pod), MISMATCH)),
            None if pod.at(OVERHEAD).is_some() => {
                let why = "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead";
                Err(a.forbidden(Some(pod), why))
            }
            _ => Ok(()),
        }
    })
}

/// Adds the class's node selector; the error says which label the pod wants otherwise.
fn merge_selector(pod: &mut Tree, class: &Tree) -> Result<(), String> {
    for (key, value) in class.entries(&["scheduling", "nodeSelector"]) {
        let want = value.as_str().unwrap_or_default();
        let path = ["spec", "nodeSelector", key];
        match pod.at(&path).and_then(NodeRef::as_str) {
            Some(have) if have != want => {
                return Err(format!(
                    "conflict: runtimeClass.scheduling.nodeSelector[{key}] = {want}; pod.spec.nodeSelector[{key}] = {have}"
                ));
            }
            _ => pod.set_str(&path, want),
        }
    }
    Ok(())
}

/// Adds the class's tolerations, and leaves out those that others cover.
fn merge_tolerations(pod: &mut Tree, class: &Tree) {
    let before = pod.clone();
    let all: Vec<NodeRef<'_>> = before.items(TOLERATIONS).chain(class.items(&["scheduling", "tolerations"])).collect();
    let mut merged: Vec<NodeRef<'_>> = Vec::new();
    for (i, toleration) in all.iter().enumerate() {
        let covered_before = merged.iter().any(|other| covers(*other, *toleration));
        let covered_later = all[i + 1..].iter().any(|other| !other.equals(*toleration) && covers(*other, *toleration));
        if !covered_before && !covered_later {
            merged.push(*toleration);
        }
    }
    pod.remove(TOLERATIONS);
    for toleration in merged {
        if let Some(mut list) = pod.make(TOLERATIONS) {
            list.push_copy(toleration);
        }
    }
}

/// Whether one toleration tolerates all that another one does.
fn covers(wide: NodeRef<'_>, narrow: NodeRef<'_>) -> bool {
    if wide.equals(narrow) {
        return true;
    }
    let seconds = |toleration: NodeRef<'_>| toleration.field("tolerationSeconds").and_then(NodeRef::as_i64);
    let (key, operator, effect) = (text(wide, "key"), text(wide, "operator"), text(wide, "effect"));
    if text(narrow, "key") != key && !(key.is_empty() && operator == "Exists") {
        return false;
    }
    if !effect.is_empty() && text(narrow, "effect") != effect {
        return false;
    }
    if let (Some(limit), "NoExecute") = (seconds(wide), effect)
        && seconds(narrow).is_none_or(|seconds| seconds > limit)
    {
        return false;
    }
    match operator {
        "" | "Equal" => text(narrow, "operator") == "Equal" && text(narrow, "value") == text(wide, "value"),
        "Exists" => true,
        _ => false,
    }
}

fn text<'t>(toleration: NodeRef<'t>, field: &str) -> &'t str {
    toleration.str(&[field]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{json, pod, tree};

    fn class(scheduling: &str) -> Tree {
        tree(
            "node.k8s.io",
            "v1",
            "RuntimeClass",
            &format!(r#"{{"metadata":{{"name":"r"}},"handler":"h","scheduling":{{{scheduling}}}}}"#),
        )
    }

    #[test]
    fn tolerations_that_others_cover_are_left_out() {
        let mut pod = pod(
            r#","tolerations":[{"key":"a","operator":"Exists","effect":"NoExecute","tolerationSeconds":5},{"key":"b","operator":"Equal","value":"1"}]"#,
        );
        let class = class(
            r#""tolerations":[{"key":"a","operator":"Exists"},{"key":"b","operator":"Equal","value":"1"},{"key":"b","operator":"Equal","value":"2"}]"#,
        );
        merge_tolerations(&mut pod, &class);
        let text = json(&pod);
        let expect = r#""tolerations":[{"key":"b","operator":"Equal","value":"1"},{"key":"a","operator":"Exists"},{"key":"b","operator":"Equal","value":"2"}]"#;
        assert!(text.contains(expect), "{text}");
    }

    #[test]
    fn node_selectors_may_not_contradict_each_other() {
        let class = class(r#""nodeSelector":{"a":"1","b":"2"}"#);
        let mut agrees = pod(r#","nodeSelector":{"a":"1"}"#);
        assert_eq!(merge_selector(&mut agrees, &class), Ok(()));
        assert!(json(&agrees).contains(r#""nodeSelector":{"a":"1","b":"2"}"#));
        let why = merge_selector(&mut pod(r#","nodeSelector":{"b":"3"}"#), &class).unwrap_err();
        assert_eq!(why, "conflict: runtimeClass.scheduling.nodeSelector[b] = 2; pod.spec.nodeSelector[b] = 3");
    }
}

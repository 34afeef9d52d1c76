//! Conditions of a pod that the API server itself sets: by a binding and by an eviction.
//! Source: upstream `pkg/api/pod/util.go` (UpdatePodCondition).

use object::{NodeRef, Tree};

use crate::edit;

const CONDITIONS: &[&str] = &["status", "conditions"];

/// Sets a condition to true; empty texts are left out. Its time moves only when it was not true before. `now` is nanoseconds since the
/// epoch.
pub(super) fn set_true(pod: &mut Tree, kind: &str, reason: &str, message: &str, now: i128) {
    let place = pod.items(CONDITIONS).position(|condition| condition.str(&["type"]) == Some(kind));
    let at = match place {
        Some(at) => at.to_string(),
        None => edit::push(pod, CONDITIONS),
    };
    let path = |field| ["status", "conditions", &at, field];
    if pod.str(&path("status")) != Some("True") {
        edit::time(pod, &path("lastTransitionTime"), now);
    }
    for field in ["lastProbeTime", "observedGeneration", "reason", "message"] {
        pod.remove(&path(field));
    }
    for (field, value) in [("type", kind), ("status", "True"), ("reason", reason), ("message", message)] {
        if !value.is_empty() {
            pod.set_str(&path(field), value);
        }
    }
}

/// Whether a condition is there and true.
pub(super) fn is_true(pod: &Tree, kind: &str) -> bool {
    let found = pod.items(CONDITIONS).find(|condition| condition.str(&["type"]) == Some(kind));
    found.and_then(|condition| condition.field("status")).and_then(NodeRef::as_str) == Some("True")
}

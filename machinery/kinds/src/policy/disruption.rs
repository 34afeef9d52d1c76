//! What a disruption budget says of one pod's eviction: which budgets hold it, whether it may go, and what is then taken from the budget.
//! Called by the API server's `pods/eviction`. Source: upstream `pkg/registry/core/pod/storage/eviction.go` (checkAndDecrement).

use meta::gvk::GroupResource;
use meta::status::{Cause, Status};
use object::{NodeRef, Tree};

use crate::edit;
use crate::prepare::text;
use crate::scale::label_selector;

/// Evictions that a budget's controller may not have seen yet; upstream's bound.
const MAX_DISRUPTED_PODS: usize = 2000;
/// Seconds that a client should wait for a budget whose controller is behind.
const RETRY_SECONDS: i32 = 10;
/// Cause of every refusal.
const CAUSE: &str = "DisruptionBudget";
const CONDITIONS: &[&str] = &["status", "conditions"];
const DISRUPTED: &[&str] = &["status", "disruptedPods"];

/// Whether the budget holds the pod, which is in its namespace. No selector holds none, an empty one all; a broken one holds none.
#[must_use]
pub fn holds(budget: &Tree, pod: &Tree) -> bool {
    label_selector(budget.at(&["spec", "selector"]))
        .is_ok_and(|selector| selector.matches(|key| pod.at(&["metadata", "labels", key]).and_then(NodeRef::as_str)))
}

/// Whether a pod that does not serve may go without being counted.
#[must_use]
pub fn spares_unready(budget: &Tree) -> bool {
    if text(budget, &["spec", "unhealthyPodEvictionPolicy"]) == "AlwaysAllow" {
        return true;
    }
    let desired = status(budget, "desiredHealthy");
    desired > 0 && status(budget, "currentHealthy") >= desired
}

/// Takes one disruption from the budget and notes the pod in it. `now` is nanoseconds since the epoch.
///
/// # Errors
/// 429 while the budget allows none or its controller is behind, 403 for a budget that makes no sense.
pub fn take(budget: &mut Tree, pod: &str, now: i128) -> Result<(), Status> {
    let name = text(budget, &["metadata", "name"]);
    if status(budget, "observedGeneration") < budget.i64(&["metadata", "generation"]).unwrap_or_default() {
        return Err(not_yet(name));
    }
    let allowed = status(budget, "disruptionsAllowed");
    if allowed < 0 {
        return Err(forbidden(name, "pdb disruptions allowed is negative", "pdb disruptions allowed is negative"));
    }
    if budget.entries(DISRUPTED).count() > MAX_DISRUPTED_PODS {
        return Err(forbidden(
            name,
            "DisruptedPods map too big - too many evictions not confirmed by PDB controller",
            "too many pending evictions not confirmed by PDB controller",
        ));
    }
    if allowed == 0 {
        return Err(refusal(0, used_up(budget, name)));
    }
    budget.set_i64(&["status", "disruptionsAllowed"], allowed - 1);
    if allowed == 1 {
        say_insufficient(budget, now);
    }
    edit::time(budget, &["status", "disruptedPods", pod], now);
    Ok(())
}

/// 429 of a budget whose state is not known well enough yet.
#[must_use]
pub fn not_yet(name: &str) -> Status {
    refusal(RETRY_SECONDS, format!("The disruption budget {name} is still being processed by the server."))
}

fn status(budget: &Tree, field: &str) -> i64 {
    budget.i64(&["status", field]).unwrap_or_default()
}

fn cause(message: String) -> Cause {
    Cause { reason: CAUSE.into(), message, ..Cause::default() }
}

fn refusal(retry_seconds: i32, message: String) -> Status {
    Status::too_many_requests("Cannot evict pod as it would violate the pod's disruption budget.", retry_seconds)
        .with_cause(cause(message))
}

fn forbidden(name: &str, error: &str, why: &str) -> Status {
    Status::forbidden(&GroupResource::of("policy", "poddisruptionbudget"), name, error)
        .with_cause(cause(format!("The disruption budget {name} does not allow evicting pods currently: {why}")))
}

/// Why a budget with nothing left has nothing left. Numbers of a budget that failed to synchronise mean nothing.
fn used_up(budget: &Tree, name: &str) -> String {
    let condition = budget.items(CONDITIONS).find(|c| c.str(&["type"]) == Some("DisruptionAllowed"));
    let part = |field| condition.and_then(|c| c.str(&[field])).unwrap_or_default();
    let (reason, message) = (part("reason"), part("message"));
    let explained = part("status") == "False" && !message.is_empty();
    let (desired, current) = (status(budget, "desiredHealthy"), status(budget, "currentHealthy"));
    let no = format!("The disruption budget {name} does not allow evicting pods currently");
    if explained && reason == "SyncFailed" {
        format!("{no} because it failed sync: {message}")
    } else if current <= desired {
        format!("The disruption budget {name} needs {desired} healthy pods and has {current} currently")
    } else if explained {
        format!("{no} ({reason}): {message}")
    } else {
        no
    }
}

/// The last disruption is taken: the condition says so. Its time moves only when its status changes.
fn say_insufficient(budget: &mut Tree, now: i128) {
    let generation = status(budget, "observedGeneration");
    let place = budget.items(CONDITIONS).position(|c| c.str(&["type"]) == Some("DisruptionAllowed"));
    let at = match place {
        Some(at) => at.to_string(),
        None => edit::push(budget, CONDITIONS),
    };
    let path = |field| ["status", "conditions", &at, field];
    if budget.str(&path("status")) != Some("False") {
        edit::time(budget, &path("lastTransitionTime"), now);
    }
    for (field, value) in [("type", "DisruptionAllowed"), ("status", "False"), ("reason", "InsufficientPods"), ("message", "")] {
        budget.set_str(&path(field), value);
    }
    budget.set_i64(&path("observedGeneration"), generation);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{NOW, text as json, tree};

    fn budget(spec: &str, status: &str) -> Tree {
        let text = format!(r#"{{"metadata":{{"name":"b","generation":1}},"spec":{{{spec}}},"status":{{{status}}}}}"#);
        tree("policy", "v1", "PodDisruptionBudget", &text)
    }

    const SYNCED: &str = r#""observedGeneration":1,"disruptionsAllowed""#;

    #[test]
    fn selectors_hold_pods() {
        let pod = tree("", "v1", "Pod", r#"{"metadata":{"name":"p","labels":{"a":"b"}}}"#);
        for (spec, expect) in [
            ("", false),
            (r#""selector":{}"#, true),
            (r#""selector":{"matchLabels":{"a":"b"}}"#, true),
            (r#""selector":{"matchLabels":{"a":"c"}}"#, false),
            (r#""selector":{"matchExpressions":[{"key":"a","operator":"Broken"}]}"#, false),
        ] {
            assert_eq!(holds(&budget(spec, ""), &pod), expect, "{spec}");
        }
    }

    #[test]
    fn unready_pods_go_while_enough_others_serve() {
        let of = |spec: &str, current: i64, desired: i64| {
            spares_unready(&budget(spec, &format!(r#""currentHealthy":{current},"desiredHealthy":{desired}"#)))
        };
        assert!(of(r#""unhealthyPodEvictionPolicy":"AlwaysAllow""#, 0, 1));
        assert!(of("", 1, 1));
        assert!(!of("", 0, 1));
        assert!(!of("", 0, 0), "nothing is known yet");
    }

    #[test]
    fn the_last_disruption_is_noted_and_said() {
        let mut b = budget("", &format!("{SYNCED}:1"));
        take(&mut b, "p", NOW).unwrap();
        let text = json(&b);
        let expect = r#""status":{"observedGeneration":1,"disruptedPods":{"p":"2026-11-23T08:09:03Z"},"disruptionsAllowed":0,"currentHealthy":0,"desiredHealthy":0,"expectedPods":0,"conditions":[{"type":"DisruptionAllowed","status":"False","observedGeneration":1,"lastTransitionTime":"2026-11-23T08:09:03Z","reason":"InsufficientPods","message":""}]}"#;
        assert!(text.contains(expect), "{text}");
        let mut b = budget("", &format!("{SYNCED}:2"));
        take(&mut b, "p", NOW).unwrap();
        assert_eq!(status(&b, "disruptionsAllowed"), 1);
        assert!(b.at(CONDITIONS).is_none());
    }

    #[test]
    fn refusals_say_why() {
        let why = |status: &str| {
            let refusal = take(&mut budget("", status), "p", NOW).unwrap_err();
            let cause = refusal.details.as_ref().unwrap().causes[0].clone();
            assert_eq!(cause.reason, CAUSE);
            (refusal.code, refusal.retry_after_seconds(), cause.message)
        };
        let condition = |reason: &str| {
            format!(
                r#"{SYNCED}:0,"currentHealthy":2,"desiredHealthy":1,"conditions":[{{"type":"DisruptionAllowed","status":"False","reason":"{reason}","message":"why","lastTransitionTime":"2026-01-01T00:00:00Z"}}]"#
            )
        };
        let no = "The disruption budget b does not allow evicting pods currently";
        for (status, code, retry, expect) in [
            (String::new(), 429, Some(10), "The disruption budget b is still being processed by the server.".to_owned()),
            (format!("{SYNCED}:-1"), 403, None, format!("{no}: pdb disruptions allowed is negative")),
            (
                format!(r#"{SYNCED}:0,"currentHealthy":1,"desiredHealthy":1"#),
                429,
                None,
                "The disruption budget b needs 1 healthy pods and has 1 currently".to_owned(),
            ),
            (condition("SyncFailed"), 429, None, format!("{no} because it failed sync: why")),
            (condition("Few"), 429, None, format!("{no} (Few): why")),
            (format!(r#"{SYNCED}:0,"currentHealthy":2,"desiredHealthy":1"#), 429, None, no.to_owned()),
        ] {
            assert_eq!(why(&status), (code, retry, expect));
        }
    }
}

//! A pod is asked to leave: which pods no disruption budget holds, and the mark that a pod gets before it is deleted. Called by the API
//! server's `pods/eviction`. Source: upstream `pkg/registry/core/pod/storage/eviction.go`.

use object::Tree;

use super::condition;
use crate::prepare::text;

fn phase(pod: &Tree) -> &str {
    text(pod, &["status", "phase"])
}

/// Whether the pod is over, or on its way: its disruption has happened.
#[must_use]
pub fn is_over(pod: &Tree) -> bool {
    matches!(phase(pod), "Succeeded" | "Failed") || pod.at(&["metadata", "deletionTimestamp"]).is_some()
}

/// Whether the pod may go without asking a budget: it is over, or never began.
#[must_use]
pub fn needs_no_budget(pod: &Tree) -> bool {
    is_over(pod) || phase(pod) == "Pending"
}

/// Whether the pod serves, so that a budget counts it.
#[must_use]
pub fn is_ready(pod: &Tree) -> bool {
    condition::is_true(pod, "Ready")
}

/// Says in the pod's status why it goes. `now` is nanoseconds since the epoch.
pub fn mark(pod: &mut Tree, now: i128) {
    condition::set_true(pod, "DisruptionTarget", "EvictionByEvictionAPI", "Eviction API: evicting", now);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{self, NOW, tree};

    fn pod(meta: &str, status: &str) -> Tree {
        tree(
            "",
            "v1",
            "Pod",
            &format!(r#"{{"metadata":{{"name":"p"{meta}}},"spec":{{"containers":null}},"status":{{{status}}}}}"#),
        )
    }

    #[test]
    fn running_and_unknown_pods_need_a_budget() {
        for (phase, over, free) in [
            ("Running", false, false),
            ("Unknown", false, false),
            ("Pending", false, true),
            ("Succeeded", true, true),
            ("Failed", true, true),
        ] {
            let pod = pod("", &format!(r#""phase":"{phase}""#));
            assert_eq!((is_over(&pod), needs_no_budget(&pod)), (over, free), "{phase}");
        }
        let leaving = pod(r#","deletionTimestamp":"2026-11-29T08:00:00Z""#, r#""phase":"Running""#);
        assert!(is_over(&leaving) && needs_no_budget(&leaving));
    }

    #[test]
    fn ready_is_what_the_condition_says() {
        let of = |status: &str| is_ready(&pod("", &format!(r#""conditions":[{{"type":"Ready","status":"{status}"}}]"#)));
        assert!(of("True"));
        assert!(!of("False"));
        assert!(!is_ready(&pod("", "")));
    }

    #[test]
    fn a_second_mark_keeps_the_first_ones_time() {
        let mut marked = pod("", r#""phase":"Running""#);
        mark(&mut marked, NOW);
        let first = testkit::text(&marked);
        assert!(
            first.contains(
                r#""conditions":[{"type":"DisruptionTarget","status":"True","lastProbeTime":null,"lastTransitionTime":"2026-11-23T08:09:03Z","reason":"EvictionByEvictionAPI","message":"Eviction API: evicting"}]"#
            ),
            "{first}"
        );
        mark(&mut marked, NOW + 5_000_000_000);
        assert_eq!(testkit::text(&marked), first);
    }
}

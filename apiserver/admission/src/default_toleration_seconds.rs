//! DefaultTolerationSeconds: a pod that says nothing of nodes that are not ready or cannot be reached stays on them for five minutes.
//! Source: upstream `plugin/pkg/admission/defaulttolerationseconds/admission.go`.

use kinds::strategy::Operation;
use object::{NodeRef, Tree};

use crate::{Attributes, Done, Lookup};

/// The taints.
const TAINTS: [&str; 2] = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];
/// Seconds that a pod stays, upstream's default of `--default-not-ready-toleration-seconds` and its sibling.
const SECONDS: i64 = 300;
const TOLERATIONS: &[&str] = &["spec", "tolerations"];

pub(crate) fn applies(a: &Attributes<'_>) -> bool {
    a.operation != Operation::Delete && a.is("", "pods")
}

pub(crate) fn mutate<'a>(pod: &'a mut Tree, _: &'a Attributes<'a>, _: &'a dyn Lookup) -> Done<'a> {
    fill(pod);
    Box::pin(std::future::ready(Ok(())))
}

fn fill(pod: &mut Tree) {
    let missing = TAINTS.map(|taint| !pod.items(TOLERATIONS).any(|toleration| covers(toleration, taint)));
    for (taint, _) in TAINTS.into_iter().zip(missing).filter(|(_, missing)| *missing) {
        let Some(mut list) = pod.make(TOLERATIONS) else { return };
        let Some(mut toleration) = list.push() else { return };
        toleration.set_str(&["key"], taint);
        toleration.set_str(&["operator"], "Exists");
        toleration.set_str(&["effect"], "NoExecute");
        toleration.set_i64(&["tolerationSeconds"], SECONDS);
    }
}

/// Whether a toleration speaks of the taint; one without key or effect speaks of all.
fn covers(toleration: NodeRef<'_>, taint: &str) -> bool {
    let part = |field: &str| toleration.str(&[field]).unwrap_or_default();
    matches!(part("key"), key if key.is_empty() || key == taint) && matches!(part("effect"), "" | "NoExecute")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::{json, pod};

    #[test]
    fn what_is_missing_comes_last() {
        let added = |taint: &str| {
            format!(r#"{{"key":"node.kubernetes.io/{taint}","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}}"#)
        };
        let (not_ready, unreachable) = (added("not-ready"), added("unreachable"));
        for (given, expect) in [
            (String::new(), format!("[{not_ready},{unreachable}]")),
            (r#"{"operator":"Exists"}"#.to_owned(), r#"[{"operator":"Exists"}]"#.to_owned()),
            (
                r#"{"key":"node.kubernetes.io/not-ready","effect":"NoSchedule"}"#.to_owned(),
                format!(r#"[{{"key":"node.kubernetes.io/not-ready","effect":"NoSchedule"}},{not_ready},{unreachable}]"#),
            ),
            (not_ready.clone(), format!("[{not_ready},{unreachable}]")),
        ] {
            let mut pod = pod(&format!(r#","tolerations":[{given}]"#));
            fill(&mut pod);
            let text = json(&pod);
            assert!(text.contains(&format!(r#""tolerations":{expect}"#)), "{text}");
        }
    }
}

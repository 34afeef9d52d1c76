//! The deprecated AppArmor annotations of a new pod, carried over into the fields that replaced them, with warnings. Called by
//! the pod's `prepare`. Source: upstream `pkg/registry/core/pod/strategy.go`, `pkg/api/pod/util.go`.

use super::CONTAINERS;
use crate::strategy::Ctx;
use object::{NodeRef, Tree};

const PREFIX: &str = "container.apparmor.security.beta.kubernetes.io/";
/// Longest profile name, in bytes: a path without its final NUL.
const PROFILE_MAX: usize = 4095;

#[derive(Debug, PartialEq, Eq)]
struct Profile {
    kind: &'static str,
    localhost: Option<String>,
}

/// Sets `securityContext.appArmorProfile` of every container that has an annotation and no such field.
pub(super) fn fields_from_annotations(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if tree.str(&["spec", "os", "name"]) == Some("windows") {
        return;
    }
    for list in CONTAINERS {
        for i in 0..tree.items(&["spec", list]).count() {
            one_container(tree, ctx, list, &i.to_string());
        }
    }
}

fn one_container(tree: &mut Tree, ctx: &mut Ctx<'_>, list: &str, at: &str) {
    let container = ["spec", list, at];
    let name = tree.at(&container).and_then(|container| container.str(&["name"])).unwrap_or_default();
    let key = format!("{PREFIX}{name}");
    let Some(annotation) = tree.str(&["metadata", "annotations", &key]) else { return };
    if tree.at(&["spec", list, at, "securityContext", "appArmorProfile"]).is_some() {
        return;
    }
    let profile = parse(annotation);
    let warn = match &profile {
        // Equal to the pod's own: the annotation says nothing new.
        Some(profile) if is_same(profile, tree.at(&["spec", "securityContext", "appArmorProfile"])) => false,
        Some(profile) => {
            let field = |name| ["spec", list, at, "securityContext", "appArmorProfile", name];
            tree.set_str(&field("type"), profile.kind);
            if let Some(localhost) = &profile.localhost {
                tree.set_str(&field("localhostProfile"), localhost);
            }
            true
        }
        None => true,
    };
    if warn {
        ctx.warnings
            .push(format!("metadata.annotations[{key}]: deprecated since v1.30; use the \"appArmorProfile\" field instead"));
    }
}

fn parse(annotation: &str) -> Option<Profile> {
    match annotation {
        "unconfined" => return Some(Profile { kind: "Unconfined", localhost: None }),
        "runtime/default" => return Some(Profile { kind: "RuntimeDefault", localhost: None }),
        _ => (),
    }
    let name = annotation.strip_prefix("localhost/")?;
    let valid = !name.is_empty() && name.trim() == name && name.len() <= PROFILE_MAX;
    valid.then(|| Profile { kind: "Localhost", localhost: Some(name.to_owned()) })
}

fn is_same(profile: &Profile, pod: Option<NodeRef<'_>>) -> bool {
    pod.is_some_and(|pod| {
        pod.str(&["type"]) == Some(profile.kind) && pod.str(&["localhostProfile"]) == profile.localhost.as_deref()
    })
}

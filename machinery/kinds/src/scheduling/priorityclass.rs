//! PriorityClass: generation is 1 for ever, as no field that counts can change; the names that begin with `system-` are Kubernetes'
//! own. Source: upstream `pkg/registry/scheduling/priorityclass/strategy.go`, `pkg/apis/scheduling/validation/validation.go`.

use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Strategy};
use crate::validate::{immutable, show};
use meta::field::{FieldError, FieldErrors, Path, Value};
use object::Tree;

/// `priorityclasses` in scheduling.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "scheduling.k8s.io",
    plural: "priorityclasses",
    main: Strategy { prepare: |tree, ctx| prepare::generation(tree, ctx, &[]), validate, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

/// The largest value that users may give (`HighestUserDefinablePriority`).
const HIGHEST: i64 = 1_000_000_000;
/// Kubernetes' own classes and their values.
const SYSTEM: [(&str, i64); 2] = [("system-node-critical", 2 * HIGHEST + 1000), ("system-cluster-critical", 2 * HIGHEST)];
const POLICY: &[&str] = &["preemptionPolicy"];

fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let (value, policy) = (tree.i64(&["value"]).unwrap_or_default(), Path::new("preemptionPolicy"));
    let mut errors = FieldErrors::new();
    if let Some(old) = ctx.old.filter(|_| !creating(ctx)) {
        if value != old.i64(&["value"]).unwrap_or_default() {
            errors.push(FieldError::forbidden(&Path::new("value"), "may not be changed in an update."));
        }
        errors.extend(immutable(tree, old, POLICY, &policy, show));
        return errors;
    }
    if text(tree, &["metadata", "name"]).starts_with("system-") {
        if let Some(why) = not_the_systems(tree, value) {
            let why = format!("priority class names with 'system-' prefix are reserved for system use only. error: {why}");
            errors.push(FieldError::forbidden(&Path::new("metadata").child("name"), why));
        }
    } else if value > HIGHEST {
        let complaint = format!("maximum allowed value of a user defined priority is {HIGHEST}");
        errors.push(FieldError::forbidden(&Path::new("value"), complaint));
    }
    match tree.str(POLICY) {
        None | Some("PreemptLowerPriority" | "Never") => {}
        Some("") => errors.push(FieldError::required(&policy, "")),
        Some(other) => {
            errors.push(FieldError::not_supported(&policy, Value::named(other), &["PreemptLowerPriority", "Never"]));
        }
    }
    errors
}

/// Why a class is not one of Kubernetes' own.
fn not_the_systems(tree: &Tree, value: i64) -> Option<String> {
    let name = text(tree, &["metadata", "name"]);
    let Some((_, known)) = SYSTEM.iter().find(|(known, _)| *known == name) else {
        return Some(format!("{name} is not a known system priority class"));
    };
    if value != *known {
        return Some(format!("value of {name} PriorityClass must be {known}"));
    }
    (tree.bool(&["globalDefault"]) == Some(true)).then(|| format!("globalDefault of {name} PriorityClass must be false"))
}

//! CronJob: status is the controller's, generation moves with spec; its jobs have its name and a suffix, so that the name is short.
//! Source: upstream `pkg/registry/batch/cronjob/strategy.go`, `pkg/apis/batch/validation/validation.go`.

use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Strategy};
use crate::validate::{not_negative, one_of};
use meta::field::{FieldError, FieldErrors, Path};
use object::Tree;

/// `cronjobs` in batch.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "batch",
    plural: "cronjobs",
    main: Strategy { validate, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", prepare::STATUS_ENDPOINT)],
    ..Behaviour::PLAIN
};

/// Longest name: a job's, less eleven characters of a suffix.
const LONGEST: usize = 52;

/// Names, counts and choices. The schedule itself and the template of the jobs are not judged.
fn validate(tree: &Tree, ctx: &mut Ctx<'_>) -> FieldErrors {
    let spec = Path::new("spec");
    let number = |field: &str| tree.i64(&["spec", field]);
    let mut errors = FieldErrors::new();
    errors.extend(not_negative(&spec.child("startingDeadlineSeconds"), number("startingDeadlineSeconds")));
    if tree.str(&["spec", "timeZone"]) == Some("") {
        errors.push(FieldError::invalid(&spec.child("timeZone"), "", "timeZone must be nil or non-empty string"));
    }
    let policy = text(tree, &["spec", "concurrencyPolicy"]);
    if policy.is_empty() {
        errors.push(FieldError::required(&spec.child("concurrencyPolicy"), ""));
    } else {
        errors.extend(one_of(&spec.child("concurrencyPolicy"), policy, &["Allow", "Forbid", "Replace"]));
    }
    for field in ["successfulJobsHistoryLimit", "failedJobsHistoryLimit"] {
        errors.extend(not_negative(&spec.child(field), number(field)));
    }
    let name = text(tree, &["metadata", "name"]);
    if creating(ctx) && name.len() > LONGEST {
        let path = Path::new("metadata").child("name");
        errors.push(FieldError::invalid(&path, name, "must be no more than 52 characters"));
    }
    // Generated rules come last.
    if text(tree, &["spec", "schedule"]).is_empty() {
        errors.push(FieldError::required(&spec.child("schedule"), ""));
    }
    errors
}

//! Defaults of group batch. Source: upstream `pkg/apis/batch/v1/defaults.go`.

use crate::defaults::{Rules, flag, number, text};
use crate::id;
use crate::strategy::Ctx;
use object::NodeMut;

pub(crate) const RULES: Rules = &[
    (id::BATCH_V1_JOB, job),
    (id::BATCH_V1_CRON_JOB, |cron, _| {
        text(cron, &["spec", "concurrencyPolicy"], "Allow");
        flag(cron, &["spec", "suspend"], false);
        number(cron, &["spec", "successfulJobsHistoryLimit"], 3);
        number(cron, &["spec", "failedJobsHistoryLimit"], 1);
    }),
    (id::BATCH_V1_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN, |pattern, _| text(pattern, &["status"], "True")),
];

/// Applies to jobs, not to the templates in cron jobs. Labels follow in `prepare`, as the template's are not complete yet.
fn job(job: &mut NodeMut<'_>, _: &Ctx<'_>) {
    let unlimited = i64::from(i32::MAX);
    let given = |job: &NodeMut<'_>, field| job.get().at(&["spec", field]).is_some();
    if !given(job, "parallelism") {
        number(job, &["spec", "completions"], 1);
    }
    number(job, &["spec", "parallelism"], 1);
    let limit = if given(job, "backoffLimitPerIndex") { unlimited } else { 6 };
    number(job, &["spec", "backoffLimit"], limit);
    text(job, &["spec", "completionMode"], "NonIndexed");
    flag(job, &["spec", "suspend"], false);
    let replacement = if given(job, "podFailurePolicy") { "Failed" } else { "TerminatingOrFailed" };
    text(job, &["spec", "podReplacementPolicy"], replacement);
    flag(job, &["spec", "manualSelector"], false);
}

//! Columns of jobs and cron jobs.

use super::age::human_duration;
use super::cell::{
    AGE, CONTAINERS, IMAGES, NAME, NONE, UNSET, age, column, condition, containers, field, is_going, is_true, length, name,
    nanos, number, phrase, selector, since, string, string_or, text, time, wide,
};
use super::{Cell, Column, PrintCtx, Printer};
use object::Tree;

const SELECTOR: Column = wide(column("Selector", "string", field("io.k8s.api.batch.v1.JobSpec", "selector")));
const CRON_SPEC: &str = "io.k8s.api.batch.v1.CronJobSpec";
const CRON_STATUS: &str = "io.k8s.api.batch.v1.CronJobStatus";

pub(super) static JOB: Printer = Printer::new(
    &[
        NAME,
        phrase("Status", "string", "Status of the job."),
        column("Completions", "string", field("io.k8s.api.batch.v1.JobStatus", "succeeded")),
        phrase("Duration", "string", "Time required to complete the job."),
        AGE,
        wide(CONTAINERS),
        wide(IMAGES),
        SELECTOR,
    ],
    |tree, ctx| {
        let [names, images] = containers(tree, &["spec", "template", "spec"]);
        let selector = selector(tree.at(&["spec", "selector"]));
        let [status, completions, duration] = [text(status(tree)), text(completions(tree)), text(duration(tree, ctx))];
        vec![name(tree), status, completions, duration, age(tree, ctx), names, images, selector].into()
    },
);

fn status(tree: &Tree) -> &'static str {
    let has = |ty: &&str| condition(tree, &["status", "conditions"], ty).is_some_and(is_true);
    if let Some(end) = ["Complete", "Failed"].into_iter().find(has) {
        return end;
    }
    if is_going(tree) {
        return "Terminating";
    }
    ["Suspended", "FailureTarget", "SuccessCriteriaMet"].into_iter().find(has).unwrap_or("Running")
}

fn completions(tree: &Tree) -> String {
    let succeeded = number(tree, &["status", "succeeded"]);
    match (tree.i64(&["spec", "completions"]), number(tree, &["spec", "parallelism"])) {
        (Some(wanted), _) => format!("{succeeded}/{wanted}"),
        (None, parallelism @ 2..) => format!("{succeeded}/1 of {parallelism}"),
        (None, _) => format!("{succeeded}/1"),
    }
}

/// From the start to the end or to now; empty before the start.
fn duration(tree: &Tree, ctx: &PrintCtx) -> String {
    let Some(start) = time(tree.str(&["status", "startTime"])) else { return String::new() };
    let end = time(tree.str(&["status", "completionTime"])).map_or_else(|| ctx.now(), nanos);
    human_duration(end - nanos(start))
}

pub(super) static CRON_JOB: Printer = Printer::new(
    &[
        NAME,
        column("Schedule", "string", field(CRON_SPEC, "schedule")),
        column("Timezone", "string", field(CRON_SPEC, "timeZone")),
        column("Suspend", "boolean", field(CRON_SPEC, "suspend")),
        column("Active", "integer", field(CRON_STATUS, "active")),
        column("Last Schedule", "string", field(CRON_STATUS, "lastScheduleTime")),
        AGE,
        wide(CONTAINERS),
        wide(IMAGES),
        SELECTOR,
    ],
    |tree, ctx| {
        let suspend = match tree.bool(&["spec", "suspend"]) {
            Some(true) => "True",
            Some(false) => "False",
            None => UNSET,
        };
        let last = tree.str(&["status", "lastScheduleTime"]);
        let [names, images] = containers(tree, &["spec", "jobTemplate", "spec", "template", "spec"]);
        vec![
            name(tree),
            string(tree, &["spec", "schedule"]),
            string_or(tree, &["spec", "timeZone"], NONE),
            text(suspend),
            Cell::Int(length(tree, &["status", "active"])),
            text(last.map_or_else(|| NONE.to_owned(), |_| since(last, ctx))),
            age(tree, ctx),
            names,
            images,
            selector(tree.at(&["spec", "jobTemplate", "spec", "selector"])),
        ]
        .into()
    },
);

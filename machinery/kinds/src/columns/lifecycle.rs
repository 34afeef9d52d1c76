//! Columns of evictions and requests for them.

use super::age::human_duration;
use super::cell::{
    AGE, NAME, NONE, UNKNOWN, UNSET, age, column, condition, field, first_of, is_true, name, nanos, number, since, string, text,
    time, wide,
};
use super::{Cell, PrintCtx, Printer, Row};
use object::{NodeRef, Tree};

const REQUEST_SPEC: &str = "io.k8s.api.lifecycle.v1alpha1.EvictionRequestSpec";
const SPEC: &str = "io.k8s.api.lifecycle.v1alpha1.EvictionSpec";
const STATUS: &str = "io.k8s.api.lifecycle.v1alpha1.EvictionStatus";
const RESPONDER: &str = "io.k8s.api.lifecycle.v1alpha1.ResponderStatus";

pub(super) static REQUEST: Printer = Printer::new(
    &[
        NAME,
        column("Target", "string", field(REQUEST_SPEC, "target")),
        column("Target Type", "string", field(REQUEST_SPEC, "target")),
        column("Status", "string", field("io.k8s.api.lifecycle.v1alpha1.EvictionRequestStatus", "conditions")),
        column("Requester", "string", field(REQUEST_SPEC, "requester")),
        column("Intent", "string", field(REQUEST_SPEC, "intent")),
        AGE,
    ],
    |tree, ctx| {
        let [target, ty] = target(tree);
        let [requester, intent] = ["requester", "intent"].map(|field| string(tree, &["spec", field]));
        vec![name(tree), target, ty, text(status(tree)), requester, intent, age(tree, ctx)].into()
    },
);

pub(super) static EVICTION: Printer = Printer::new(
    &[
        NAME,
        column("Target", "string", field(SPEC, "target")),
        column("Target Type", "string", field(SPEC, "target")),
        column("Status", "string", field(STATUS, "conditions")),
        column("Active Responder", "string", field("io.k8s.api.lifecycle.v1alpha1.TargetResponder", "state")),
        column("Responder Status", "string", field(RESPONDER, "")),
        column("Responder Expected Finish", "string", field(RESPONDER, "expectedCompletionTime")),
        column("Requesters", "string", field(STATUS, "requesters")),
        AGE,
        wide(column("Responder Heartbeat", "string", field(RESPONDER, "heartbeatTime"))),
        wide(column("Responder Status Message", "string", field(RESPONDER, "message"))),
    ],
    eviction,
);

fn eviction(tree: &Tree, ctx: &PrintCtx) -> Row {
    let [target, ty] = target(tree);
    let turn = Turn::of(tree);
    let progress = turn.shown.map_or_else(Progress::none, |responder| Progress::of(tree, responder, ctx));
    vec![
        name(tree),
        target,
        ty,
        text(status(tree)),
        text(turn.to_string()),
        text(progress.status),
        text(progress.finish),
        text(requesters(tree)),
        age(tree, ctx),
        text(progress.heartbeat),
        text(progress.message),
    ]
    .into()
}

fn target(tree: &Tree) -> [Cell; 2] {
    match tree.at(&["spec", "target", "pod"]) {
        Some(pod) => [text(pod.str(&["name"]).unwrap_or_default()), text("Pod")],
        None => [text(UNSET), text(UNSET)],
    }
}

fn status(tree: &Tree) -> String {
    let end = |ty| condition(tree, &["status", "conditions"], ty).filter(|condition| is_true(*condition));
    if let Some(end) = end("TargetEvicted").or_else(|| end("Failed")) {
        let part = |field| end.str(&[field]).unwrap_or_default();
        return format!("{} ({})", part("type"), part("reason"));
    }
    let seen = number(tree, &["status", "observedGeneration"]) > 0;
    if seen { "Progressing" } else { "Pending" }.to_owned()
}

/// Whose turn it is among the responders.
struct Turn<'t> {
    /// The last active one, else the last that is through.
    shown: Option<NodeRef<'t>>,
    reached: usize,
    total: usize,
}

impl<'t> Turn<'t> {
    fn of(tree: &'t Tree) -> Self {
        let all: Vec<NodeRef<'t>> = tree.items(&["status", "targetResponders"]).collect();
        let last = |states: &[&str]| all.iter().rev().find(|responder| states.contains(&state(**responder))).copied();
        let through = ["Canceled", "Interrupted", "Completed"];
        let reached = all.iter().filter(|responder| state(**responder) == "Active" || through.contains(&state(**responder)));
        Self { shown: last(&["Active"]).or_else(|| last(&through)), reached: reached.count(), total: all.len() }
    }
}

impl std::fmt::Display for Turn<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.shown.map_or(UNSET, |responder| responder.str(&["name"]).unwrap_or_default());
        write!(f, "{name} ({}/{})", self.reached, self.total)
    }
}

fn state(responder: NodeRef<'_>) -> &str {
    responder.str(&["state"]).unwrap_or_default()
}

/// How far a responder is.
struct Progress {
    status: String,
    finish: String,
    heartbeat: String,
    message: String,
}

impl Progress {
    fn none() -> Self {
        let unset = || UNSET.to_owned();
        Self { status: unset(), finish: UNKNOWN.to_owned(), heartbeat: unset(), message: unset() }
    }

    /// From what the responder of that name reports.
    fn of(tree: &Tree, responder: NodeRef<'_>, ctx: &PrintCtx) -> Self {
        let mut progress = Self::none();
        let reports = &mut tree.items(&["status", "responders"]);
        let Some(report) = reports.find(|report| report.str(&["name"]) == responder.str(&["name"])) else { return progress };
        let ago = |field: &str| report.str(&[field]).map(|at| format!("{} ago", since(Some(at), ctx)));
        let state = state(responder);
        state.clone_into(&mut progress.status);
        match state {
            "Active" => {
                if let Some(start) = ago("startTime") {
                    progress.status = format!("Started ({start})");
                    progress.finish = expected(report, ctx).or_else(|| ago("expectedCompletionTime")).unwrap_or(progress.finish);
                }
            }
            "Completed" => {
                if let Some(end) = ago("completionTime") {
                    progress.status = format!("{state} ({end})");
                }
                "-".clone_into(&mut progress.finish);
            }
            _ => "-".clone_into(&mut progress.finish),
        }
        progress.heartbeat = ago("heartbeatTime").unwrap_or(progress.heartbeat);
        if let Some(message) = report.str(&["message"]).map(str::trim).filter(|message| !message.is_empty()) {
            message.clone_into(&mut progress.message);
        }
        progress
    }
}

/// When it will be through, if that is still to come.
fn expected(report: NodeRef<'_>, ctx: &PrintCtx) -> Option<String> {
    let left = nanos(time(report.str(&["expectedCompletionTime"]))?) - ctx.now();
    (left > 0).then(|| format!("in {}", human_duration(left)))
}

/// The first by name of those that still want it.
fn requesters(tree: &Tree) -> String {
    let all: Vec<NodeRef<'_>> = tree.items(&["status", "requesters"]).collect();
    let wanting = all.iter().filter(|requester| requester.str(&["intent"]) != Some("Withdrawn"));
    let mut names: Vec<&str> = wanting.map(|requester| requester.str(&["name"]).unwrap_or_default()).collect();
    names.sort_unstable();
    match (all.is_empty(), names.first()) {
        (true, _) => NONE.to_owned(),
        (false, None) => "<withdrawn>".to_owned(),
        (false, Some(&"")) if names.len() == 1 => UNSET.to_owned(),
        (false, Some(_)) => first_of(&names, 1),
    }
}

//! Columns of pods: the status text sums up phase, conditions and every container.

use super::cell::{
    AGE, NAME, NONE, age, column, condition, field, filled_or, is_going, is_true, name, phrase, since, text, time, wide,
};
use super::{Column, Description, PrintCtx, Printer, Row, RowCondition};
use crate::prepare;
use meta::time::{Time, ZERO};
use object::{NodeRef, Tree};

const SPEC: &str = "io.k8s.api.core.v1.PodSpec";
const STATUS: &str = "io.k8s.api.core.v1.PodStatus";
const CONDITIONS: &[&str] = &["status", "conditions"];

const COLUMNS: &[Column] = &[
    NAME,
    phrase("Ready", "string", "The aggregate readiness state of this pod for accepting traffic."),
    phrase("Status", "string", "The aggregate status of the containers in this pod."),
    // Upstream explains the restarts in a sentence of its own, which is left out.
    column("Restarts", "string", Description::Text("")),
    AGE,
    wide(column("IP", "string", field(STATUS, "podIP"))),
    wide(column("Node", "string", field(SPEC, "nodeName"))),
    wide(column("Nominated Node", "string", field(STATUS, "nominatedNodeName"))),
    wide(column("Readiness Gates", "string", field(SPEC, "readinessGates"))),
];

const SUCCEEDED: RowCondition =
    RowCondition { ty: "Completed", status: "True", reason: "Succeeded", message: "The pod has completed successfully." };
const FAILED: RowCondition = RowCondition { ty: "Completed", status: "True", reason: "Failed", message: "The pod failed." };

pub(super) static PRINTER: Printer = Printer::new(COLUMNS, row);

fn row(tree: &Tree, ctx: &PrintCtx) -> Row {
    let phase = prepare::text(tree, &["status", "phase"]);
    let mut summary = Summary::new(tree);
    let initializing = summary.init_containers(tree);
    if !initializing || condition(tree, CONDITIONS, "Initialized").is_some_and(is_true) {
        summary.containers(tree);
    }
    if is_going(tree) {
        if tree.str(&["status", "reason"]) == Some("NodeLost") {
            "Unknown".clone_into(&mut summary.reason);
        } else if !matches!(phase, "Succeeded" | "Failed") {
            "Terminating".clone_into(&mut summary.reason);
        }
    }
    let cells = vec![
        name(tree),
        text(format!("{}/{}", summary.ready, summary.total)),
        text(summary.reason.as_str()),
        text(summary.restarts.text(ctx)),
        age(tree, ctx),
        filled_or(tree, &["status", "podIPs", "0", "ip"], NONE),
        filled_or(tree, &["spec", "nodeName"], NONE),
        filled_or(tree, &["status", "nominatedNodeName"], NONE),
        text(readiness_gates(tree)),
    ];
    let conditions = match phase {
        "Succeeded" => vec![SUCCEEDED],
        "Failed" => vec![FAILED],
        _ => Vec::new(),
    };
    Row { cells, conditions }
}

/// Restarts of some containers, and when the last one began.
#[derive(Clone, Copy)]
struct Restarts {
    count: i64,
    last: Time,
}

impl Restarts {
    const NONE: Self = Self { count: 0, last: ZERO };

    fn add(&mut self, status: NodeRef<'_>) {
        self.count += number(status, &["restartCount"]);
        if let Some(finished) = time(status.str(&["lastState", "terminated", "finishedAt"])) {
            self.last = self.last.max(finished);
        }
    }

    fn text(self, ctx: &PrintCtx) -> String {
        if self.count == 0 || self.last.is_zero() {
            return self.count.to_string();
        }
        format!("{} ({} ago)", self.count, since(Some(&self.last.rfc3339()), ctx))
    }
}

/// What has been found out so far.
struct Summary {
    reason: String,
    ready: usize,
    total: usize,
    restarts: Restarts,
    /// Restarts of init containers that run beside the others.
    sidecars: Restarts,
}

impl Summary {
    fn new(tree: &Tree) -> Self {
        let gated = tree.items(CONDITIONS).any(|condition| {
            condition.str(&["type"]) == Some("PodScheduled") && condition.str(&["reason"]) == Some("SchedulingGated")
        });
        let reason = match tree.str(&["status", "reason"]) {
            _ if gated => "SchedulingGated",
            Some(reason) if !reason.is_empty() => reason,
            _ => prepare::text(tree, &["status", "phase"]),
        };
        let sidecars = tree.items(&["spec", "initContainers"]).filter(|container| is_sidecar(*container)).count();
        let total = tree.items(&["spec", "containers"]).count() + sidecars;
        Self { reason: reason.to_owned(), ready: 0, total, restarts: Restarts::NONE, sidecars: Restarts::NONE }
    }

    /// Goes through the init containers up to the one that the pod waits for, if any.
    fn init_containers(&mut self, tree: &Tree) -> bool {
        let count = tree.items(&["spec", "initContainers"]).count();
        for (at, status) in tree.items(&["status", "initContainerStatuses"]).enumerate() {
            let sidecar = tree
                .items(&["spec", "initContainers"])
                .filter(|container| container.str(&["name"]) == status.str(&["name"]))
                .last()
                .is_some_and(is_sidecar);
            self.restarts.add(status);
            if sidecar {
                self.sidecars.add(status);
            }
            let terminated = status.at(&["state", "terminated"]);
            if terminated.is_some_and(|terminated| number(terminated, &["exitCode"]) == 0) {
                continue;
            }
            if sidecar && is(status, "started") {
                self.ready += usize::from(is(status, "ready"));
                continue;
            }
            self.reason = match (terminated, waiting(status)) {
                (Some(terminated), _) => format!("Init:{}", ended(terminated)),
                (None, Some(reason)) if reason != "PodInitializing" => format!("Init:{reason}"),
                _ => format!("Init:{at}/{count}"),
            };
            return true;
        }
        false
    }

    /// Goes through the containers backwards: the first one's state is shown.
    fn containers(&mut self, tree: &Tree) {
        self.restarts = self.sidecars;
        let (mut running, mut error) = (false, String::new());
        let statuses: Vec<NodeRef<'_>> = tree.items(&["status", "containerStatuses"]).collect();
        for status in statuses.into_iter().rev() {
            self.restarts.add(status);
            if let Some(reason) = waiting(status) {
                reason.clone_into(&mut self.reason);
            } else if let Some(terminated) = status.at(&["state", "terminated"]) {
                self.reason = ended(terminated);
                if number(terminated, &["exitCode"]) != 0 {
                    error.clone_from(&self.reason);
                }
            } else if is(status, "ready") && status.at(&["state", "running"]).is_some() {
                running = true;
                self.ready += 1;
            }
        }
        if self.reason != "Completed" {
            return;
        }
        let ready = tree.items(CONDITIONS).any(|c| c.str(&["type"]) == Some("Ready") && is_true(c));
        if running && ready {
            "Running".clone_into(&mut self.reason);
        } else if !error.is_empty() {
            self.reason = error;
        } else if running {
            "NotReady".clone_into(&mut self.reason);
        }
    }
}

/// Why a container waits, where it says so.
fn waiting(status: NodeRef<'_>) -> Option<&str> {
    status.str(&["state", "waiting", "reason"]).filter(|reason| !reason.is_empty())
}

/// How a container ended.
fn ended(terminated: NodeRef<'_>) -> String {
    let signal = number(terminated, &["signal"]);
    match terminated.str(&["reason"]) {
        Some(reason) if !reason.is_empty() => reason.to_owned(),
        _ if signal != 0 => format!("Signal:{signal}"),
        _ => format!("ExitCode:{}", number(terminated, &["exitCode"])),
    }
}

fn is_sidecar(container: NodeRef<'_>) -> bool {
    container.str(&["restartPolicy"]) == Some("Always")
}

fn number(node: NodeRef<'_>, path: &[&str]) -> i64 {
    node.at(path).and_then(NodeRef::as_i64).unwrap_or_default()
}

fn is(node: NodeRef<'_>, field: &str) -> bool {
    node.field(field).and_then(NodeRef::as_bool).unwrap_or_default()
}

/// How many gates are open; the first condition of a gate's type counts.
fn readiness_gates(tree: &Tree) -> String {
    let gates: Vec<&str> =
        tree.items(&["spec", "readinessGates"]).map(|gate| gate.str(&["conditionType"]).unwrap_or_default()).collect();
    if gates.is_empty() {
        return NONE.to_owned();
    }
    let open = gates.iter().filter(|gate| condition(tree, CONDITIONS, gate).is_some_and(is_true)).count();
    format!("{open}/{}", gates.len())
}

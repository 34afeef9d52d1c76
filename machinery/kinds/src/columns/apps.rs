//! Columns of the apps group, and of replication controllers, which show the same.

use super::cell::{
    AGE, CONTAINERS, IMAGES, NAME, NONE, age, column, containers, field, int, labels, name, number, phrase, selector, text, wide,
};
use super::{Cell, Column, PrintCtx, Printer, Row};
use crate::scale::label_selector;
use meta::gvk::GroupVersion;
use object::{NodeRef, Tree};

const TEMPLATE: &[&str] = &["spec", "template", "spec"];
const READY: Column = phrase("Ready", "string", "Number of the pod with ready state");

const DEPLOYMENT_STATUS: &str = "io.k8s.api.apps.v1.DeploymentStatus";
const REPLICA_SET_STATUS: &str = "io.k8s.api.apps.v1.ReplicaSetStatus";
const DAEMON_SET_STATUS: &str = "io.k8s.api.apps.v1.DaemonSetStatus";
const CONTROLLER_STATUS: &str = "io.k8s.api.core.v1.ReplicationControllerStatus";

const fn selector_of(spec: &'static str) -> Column {
    wide(column("Selector", "string", field(spec, "selector")))
}

pub(super) static DEPLOYMENT: Printer = Printer::new(
    &[
        NAME,
        READY,
        column("Up-to-date", "string", field(DEPLOYMENT_STATUS, "updatedReplicas")),
        column("Available", "string", field(DEPLOYMENT_STATUS, "availableReplicas")),
        AGE,
        wide(CONTAINERS),
        wide(IMAGES),
        selector_of("io.k8s.api.apps.v1.DeploymentSpec"),
    ],
    |tree, ctx| {
        let [names, images] = containers(tree, TEMPLATE);
        // Unlike the other kinds, deployments show nothing for a selector that selects all or nothing.
        let selector = label_selector(tree.at(&["spec", "selector"]));
        vec![
            name(tree),
            ready(tree),
            int(tree, &["status", "updatedReplicas"]),
            int(tree, &["status", "availableReplicas"]),
            age(tree, ctx),
            names,
            images,
            text(selector.map_or_else(|_| "<invalid>".to_owned(), |selector| selector.to_string())),
        ]
        .into()
    },
);

pub(super) static REPLICA_SET: Printer = Printer::new(
    &[
        NAME,
        column("Desired", "integer", field("io.k8s.api.apps.v1.ReplicaSetSpec", "replicas")),
        column("Current", "integer", field(REPLICA_SET_STATUS, "replicas")),
        column("Ready", "integer", field(REPLICA_SET_STATUS, "readyReplicas")),
        AGE,
        wide(CONTAINERS),
        wide(IMAGES),
        selector_of("io.k8s.api.apps.v1.ReplicaSetSpec"),
    ],
    |tree, ctx| replicas(tree, ctx, selector(tree.at(&["spec", "selector"]))),
);

pub(super) static REPLICATION_CONTROLLER: Printer = Printer::new(
    &[
        NAME,
        column("Desired", "integer", field("io.k8s.api.core.v1.ReplicationControllerSpec", "replicas")),
        column("Current", "integer", field(CONTROLLER_STATUS, "replicas")),
        column("Ready", "integer", field(CONTROLLER_STATUS, "readyReplicas")),
        AGE,
        wide(CONTAINERS),
        wide(IMAGES),
        selector_of("io.k8s.api.core.v1.ReplicationControllerSpec"),
    ],
    |tree, ctx| replicas(tree, ctx, text(labels(tree.at(&["spec", "selector"])))),
);

fn replicas(tree: &Tree, ctx: &PrintCtx, selector: Cell) -> Row {
    let [names, images] = containers(tree, TEMPLATE);
    vec![
        name(tree),
        int(tree, &["spec", "replicas"]),
        int(tree, &["status", "replicas"]),
        int(tree, &["status", "readyReplicas"]),
        age(tree, ctx),
        names,
        images,
        selector,
    ]
    .into()
}

pub(super) static STATEFUL_SET: Printer = Printer::new(&[NAME, READY, AGE, wide(CONTAINERS), wide(IMAGES)], |tree, ctx| {
    let [names, images] = containers(tree, TEMPLATE);
    vec![name(tree), ready(tree), age(tree, ctx), names, images].into()
});

pub(super) static DAEMON_SET: Printer = Printer::new(
    &[
        NAME,
        column("Desired", "integer", field(DAEMON_SET_STATUS, "desiredNumberScheduled")),
        column("Current", "integer", field(DAEMON_SET_STATUS, "currentNumberScheduled")),
        column("Ready", "integer", field(DAEMON_SET_STATUS, "numberReady")),
        column("Up-to-date", "integer", field(DAEMON_SET_STATUS, "updatedNumberScheduled")),
        column("Available", "integer", field(DAEMON_SET_STATUS, "numberAvailable")),
        column("Node Selector", "string", field("io.k8s.api.core.v1.PodSpec", "nodeSelector")),
        AGE,
        wide(CONTAINERS),
        wide(IMAGES),
        selector_of("io.k8s.api.apps.v1.DaemonSetSpec"),
    ],
    |tree, ctx| {
        let [names, images] = containers(tree, TEMPLATE);
        vec![
            name(tree),
            int(tree, &["status", "desiredNumberScheduled"]),
            int(tree, &["status", "currentNumberScheduled"]),
            int(tree, &["status", "numberReady"]),
            int(tree, &["status", "updatedNumberScheduled"]),
            int(tree, &["status", "numberAvailable"]),
            text(labels(tree.at(&["spec", "template", "spec", "nodeSelector"]))),
            age(tree, ctx),
            names,
            images,
            selector(tree.at(&["spec", "selector"])),
        ]
        .into()
    },
);

pub(super) static CONTROLLER_REVISION: Printer = Printer::new(
    &[
        NAME,
        phrase("Controller", "string", "Controller of the object"),
        column("Revision", "string", field("io.k8s.api.apps.v1.ControllerRevision", "revision")),
        AGE,
    ],
    |tree, ctx| vec![name(tree), text(controller(tree)), int(tree, &["revision"]), age(tree, ctx)].into(),
);

fn ready(tree: &Tree) -> Cell {
    text(format!("{}/{}", number(tree, &["status", "readyReplicas"]), number(tree, &["spec", "replicas"])))
}

/// Kind, group and name of the owner that controls the object.
fn controller(tree: &Tree) -> String {
    let is_controller = |owner: &NodeRef<'_>| owner.field("controller").and_then(NodeRef::as_bool) == Some(true);
    let Some(owner) = tree.items(&["metadata", "ownerReferences"]).find(is_controller) else { return NONE.to_owned() };
    let part = |field| owner.str(&[field]).unwrap_or_default();
    let group = GroupVersion::parse(part("apiVersion")).map(|version| version.group).unwrap_or_default();
    let kind = match (part("kind"), group.as_ref()) {
        ("", "") => return part("name").to_owned(),
        (kind, "") => kind.to_owned(),
        (kind, group) => format!("{kind}.{group}"),
    };
    format!("{}/{}", kind.to_lowercase(), part("name"))
}

pub(super) static POD_TEMPLATE: Printer =
    Printer::new(&[NAME, CONTAINERS, IMAGES, phrase("Pod Labels", "string", "The labels for the pod template.")], |tree, _| {
        let [names, images] = containers(tree, &["template", "spec"]);
        vec![name(tree), names, images, text(labels(tree.at(&["template", "metadata", "labels"])))].into()
    });

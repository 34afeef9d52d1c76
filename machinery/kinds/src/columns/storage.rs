//! Columns of the storage group. Storage capacities have none of their own.

use super::cell::{
    AGE, NAME, UNSET, age, boolean, column, field, joined, length, name, or_none, phrase, string, string_or, text, time,
};
use super::{Cell, PrintCtx, Printer, Row};
use crate::prepare;
use object::{NodeRef, Tree};
use std::cmp::Reverse;

const CLASS: &str = "io.k8s.api.storage.v1.StorageClass";
const ATTACHMENT_SPEC: &str = "io.k8s.api.storage.v1.VolumeAttachmentSpec";
const DRIVER_SPEC: &str = "io.k8s.api.storage.v1.CSIDriverSpec";
const DEFAULT_ANNOTATIONS: [&str; 2] =
    ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"];

pub(super) static STORAGE_CLASS: Printer = Printer {
    columns: &[
        NAME,
        column("Provisioner", "string", field(CLASS, "provisioner")),
        column("ReclaimPolicy", "string", field(CLASS, "reclaimPolicy")),
        column("VolumeBindingMode", "string", field(CLASS, "volumeBindingMode")),
        column("AllowVolumeExpansion", "string", field(CLASS, "allowVolumeExpansion")),
        AGE,
    ],
    row: |tree, ctx| class(tree, ctx, ""),
    list: Some(classes),
};

fn class(tree: &Tree, ctx: &PrintCtx, mark: &str) -> Row {
    vec![
        text(format!("{}{mark}", prepare::text(tree, &["metadata", "name"]))),
        string(tree, &["provisioner"]),
        string_or(tree, &["reclaimPolicy"], "Delete"),
        string_or(tree, &["volumeBindingMode"], "Immediate"),
        boolean(tree, &["allowVolumeExpansion"]),
        age(tree, ctx),
    ]
    .into()
}

/// Of several classes that are marked as the default, the newest one is it: the first one by name among those of the same second.
fn classes(list: &[Tree], ctx: &PrintCtx) -> Vec<(usize, Row)> {
    let marked = |tree: &Tree| {
        DEFAULT_ANNOTATIONS.iter().any(|annotation| tree.str(&["metadata", "annotations", annotation]) == Some("true"))
    };
    let created = |tree: &Tree| time(tree.str(&["metadata", "creationTimestamp"]));
    let effective = list
        .iter()
        .filter(|tree| marked(tree))
        .max_by_key(|tree| (created(tree), Reverse(prepare::text(tree, &["metadata", "name"]))))
        .map(|tree| prepare::text(tree, &["metadata", "name"]));
    let mark = |tree: &Tree| match effective {
        Some(name) if !name.is_empty() && tree.str(&["metadata", "name"]) == Some(name) => " (default)",
        _ => "",
    };
    list.iter().map(|tree| class(tree, ctx, mark(tree))).enumerate().collect()
}

pub(super) static VOLUME_ATTRIBUTES_CLASS: Printer = Printer::new(
    &[NAME, column("DriverName", "string", field("io.k8s.api.storage.v1.VolumeAttributesClass", "driverName")), AGE],
    |tree, ctx| vec![name(tree), string(tree, &["driverName"]), age(tree, ctx)].into(),
);

pub(super) static VOLUME_ATTACHMENT: Printer = Printer::new(
    &[
        NAME,
        super::Column { format: "name", ..column("Attacher", "string", field(ATTACHMENT_SPEC, "attacher")) },
        column("PV", "string", field("io.k8s.api.storage.v1.VolumeAttachmentSource", "persistentVolumeName")),
        column("Node", "string", field(ATTACHMENT_SPEC, "nodeName")),
        column("Attached", "boolean", field("io.k8s.api.storage.v1.VolumeAttachmentStatus", "attached")),
        AGE,
    ],
    |tree, ctx| {
        vec![
            name(tree),
            string(tree, &["spec", "attacher"]),
            string(tree, &["spec", "source", "persistentVolumeName"]),
            string(tree, &["spec", "nodeName"]),
            boolean(tree, &["status", "attached"]),
            age(tree, ctx),
        ]
        .into()
    },
);

pub(super) static CSI_NODE: Printer = Printer::new(
    &[NAME, phrase("Drivers", "integer", "Drivers indicates the number of CSI drivers registered on the node"), AGE],
    |tree, ctx| vec![name(tree), Cell::Int(length(tree, &["spec", "drivers"])), age(tree, ctx)].into(),
);

pub(super) static CSI_DRIVER: Printer = Printer::new(
    &[
        NAME,
        column("AttachRequired", "boolean", field(DRIVER_SPEC, "attachRequired")),
        column("PodInfoOnMount", "boolean", field(DRIVER_SPEC, "podInfoOnMount")),
        column("StorageCapacity", "boolean", field(DRIVER_SPEC, "storageCapacity")),
        column("TokenRequests", "string", field(DRIVER_SPEC, "tokenRequests")),
        column("RequiresRepublish", "boolean", field(DRIVER_SPEC, "requiresRepublish")),
        column("Modes", "string", field(DRIVER_SPEC, "volumeLifecycleModes")),
        AGE,
    ],
    |tree, ctx| {
        vec![
            name(tree),
            Cell::Bool(tree.bool(&["spec", "attachRequired"]).unwrap_or(true)),
            boolean(tree, &["spec", "podInfoOnMount"]),
            boolean(tree, &["spec", "storageCapacity"]),
            text(audiences(tree)),
            boolean(tree, &["spec", "requiresRepublish"]),
            text(or_none(joined(tree.at(&["spec", "volumeLifecycleModes"])))),
            age(tree, ctx),
        ]
        .into()
    },
);

fn audiences(tree: &Tree) -> String {
    let Some(requests) = tree.at(&["spec", "tokenRequests"]) else { return UNSET.to_owned() };
    let audiences = requests.items().map(|request| NodeRef::str(request, &["audience"]).unwrap_or_default());
    audiences.collect::<Vec<_>>().join(",")
}

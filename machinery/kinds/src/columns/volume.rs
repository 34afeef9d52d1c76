//! Columns of persistent volumes and their claims.

use super::cell::{AGE, NAME, UNSET, age, column, field, is_going, name, phrase, string, string_or, text, wide};
use super::{Cell, Printer};
use object::Tree;

const VOLUME_SPEC: &str = "io.k8s.api.core.v1.PersistentVolumeSpec";
const VOLUME_STATUS: &str = "io.k8s.api.core.v1.PersistentVolumeStatus";
const CLAIM_SPEC: &str = "io.k8s.api.core.v1.PersistentVolumeClaimSpec";
const CLAIM_STATUS: &str = "io.k8s.api.core.v1.PersistentVolumeClaimStatus";
/// Names the class in objects of before the field existed; goes before it.
const CLASS_ANNOTATION: &str = "volume.beta.kubernetes.io/storage-class";

pub(super) static VOLUME: Printer = Printer::new(
    &[
        NAME,
        column("Capacity", "string", field(VOLUME_SPEC, "capacity")),
        column("Access Modes", "string", field(VOLUME_SPEC, "accessModes")),
        column("Reclaim Policy", "string", field(VOLUME_SPEC, "persistentVolumeReclaimPolicy")),
        column("Status", "string", field(VOLUME_STATUS, "phase")),
        column("Claim", "string", field(VOLUME_SPEC, "claimRef")),
        phrase("StorageClass", "string", "StorageClass of the pv"),
        phrase("VolumeAttributesClass", "string", "VolumeAttributesClass of the pv"),
        column("Reason", "string", field(VOLUME_STATUS, "reason")),
        AGE,
        wide(column("VolumeMode", "string", field(VOLUME_SPEC, "volumeMode"))),
    ],
    |tree, ctx| {
        vec![
            name(tree),
            string_or(tree, &["spec", "capacity", "storage"], "0"),
            text(access_modes(tree, &["spec", "accessModes"])),
            string(tree, &["spec", "persistentVolumeReclaimPolicy"]),
            phase(tree),
            text(claim(tree)),
            class(tree),
            string_or(tree, &["spec", "volumeAttributesClassName"], UNSET),
            string(tree, &["status", "reason"]),
            age(tree, ctx),
            string_or(tree, &["spec", "volumeMode"], UNSET),
        ]
        .into()
    },
);

pub(super) static CLAIM: Printer = Printer::new(
    &[
        NAME,
        column("Status", "string", field(CLAIM_STATUS, "phase")),
        column("Volume", "string", field(CLAIM_SPEC, "volumeName")),
        column("Capacity", "string", field(CLAIM_STATUS, "capacity")),
        column("Access Modes", "string", field(CLAIM_STATUS, "accessModes")),
        phrase("StorageClass", "string", "StorageClass of the pvc"),
        phrase("VolumeAttributesClass", "string", "VolumeAttributesClass of the pvc"),
        AGE,
        wide(column("VolumeMode", "string", field(CLAIM_SPEC, "volumeMode"))),
    ],
    |tree, ctx| {
        // What a claim got shows only once it has a volume.
        let bound = tree.str(&["spec", "volumeName"]).is_some_and(|volume| !volume.is_empty());
        let [capacity, modes] = if bound {
            [string_or(tree, &["status", "capacity", "storage"], "0"), text(access_modes(tree, &["status", "accessModes"]))]
        } else {
            [text(""), text("")]
        };
        vec![
            name(tree),
            phase(tree),
            string(tree, &["spec", "volumeName"]),
            capacity,
            modes,
            class(tree),
            string_or(tree, &["spec", "volumeAttributesClassName"], UNSET),
            age(tree, ctx),
            string_or(tree, &["spec", "volumeMode"], UNSET),
        ]
        .into()
    },
);

fn phase(tree: &Tree) -> Cell {
    if is_going(tree) { text("Terminating") } else { string(tree, &["status", "phase"]) }
}

fn class(tree: &Tree) -> Cell {
    let annotation = tree.str(&["metadata", "annotations", CLASS_ANNOTATION]);
    text(annotation.or_else(|| tree.str(&["spec", "storageClassName"])).unwrap_or_default())
}

fn claim(tree: &Tree) -> String {
    let Some(claim) = tree.at(&["spec", "claimRef"]) else { return String::new() };
    let part = |field| claim.str(&[field]).unwrap_or_default();
    format!("{}/{}", part("namespace"), part("name"))
}

/// Short forms of the known modes, in a fixed order.
fn access_modes(tree: &Tree, path: &[&str]) -> String {
    let has = |mode: &str| tree.items(path).any(|item| item.as_str() == Some(mode));
    let modes = [("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP")];
    let shown: Vec<&str> = modes.into_iter().filter(|(mode, _)| has(mode)).map(|(_, short)| short).collect();
    shown.join(",")
}

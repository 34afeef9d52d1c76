//! Job: unless the client manages its selector, the server makes one from the job's uid and labels the pods with it; a job without
//! labels of its own has those of its pods; deleting a job leaves its pods behind, with a warning. Source: upstream `pkg/registry/batch/job/strategy.go`,
//! `pkg/registry/batch/job/storage/storage.go`.

use crate::defaults;
use crate::prepare::{self, creating, text};
use crate::strategy::{Behaviour, Ctx, Garbage, Strategy};
use object::Tree;

/// `jobs`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "batch",
    plural: "jobs",
    main: Strategy { prepare: prepare_main, ..prepare::SPEC_AND_STATUS },
    subresources: &[("status", Strategy { prepare: prepare_status, ..prepare::STATUS_ENDPOINT })],
    garbage: Garbage::Orphan(ORPHANS),
    ..Behaviour::PLAIN
};

const ORPHANS: &str = "child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress this warning";
/// Label keys with the job's name, the older first.
const NAME_LABELS: [&str; 2] = ["job-name", "batch.kubernetes.io/job-name"];
/// Label keys with the job's uid, the older first.
const UID_LABELS: [&str; 2] = ["controller-uid", "batch.kubernetes.io/controller-uid"];

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    if creating(ctx) && tree.bool(&["spec", "manualSelector"]) != Some(true) {
        generate_selector(tree);
    }
    take_labels(tree);
    (prepare::SPEC_AND_STATUS.prepare)(tree, ctx);
}

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    take_labels(tree);
    (prepare::STATUS_ENDPOINT.prepare)(tree, ctx);
}

/// Upstream does this when defaulting, and Go's two maps are then one: the labels that are generated for pods reach the job too.
fn take_labels(tree: &mut Tree) {
    let job = &mut tree.edit();
    if defaults::unset(job, &["metadata", "labels"]) {
        defaults::add_missing(job, &["spec", "template", "metadata", "labels"], &["metadata", "labels"]);
    }
}

fn generate_selector(tree: &mut Tree) {
    let name = text(tree, &["metadata", "name"]).to_owned();
    let uid = text(tree, &["metadata", "uid"]).to_owned();
    let labels = NAME_LABELS.map(|key| (key, &name)).into_iter().chain(UID_LABELS.map(|key| (key, &uid)));
    for (key, value) in labels {
        // A label that the client set stays; validation says when it is wrong.
        set_if_absent(tree, &["spec", "template", "metadata", "labels", key], value);
    }
    set_if_absent(tree, &["spec", "selector", "matchLabels", UID_LABELS[1]], &uid);
}

fn set_if_absent(tree: &mut Tree, path: &[&str], value: &str) {
    if tree.at(path).is_none() {
        tree.set_str(path, value);
    }
}

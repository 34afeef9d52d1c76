//! Kinds of group flowcontrol.apiserver.k8s.io. Their status endpoints keep more metadata than any other.

pub(crate) mod defaults;
pub mod flowschema;
pub mod prioritylevelconfiguration;

use crate::edit;
use crate::prepare::keep;
use crate::strategy::{Ctx, Reset, Strategy};
use object::Tree;

const MANAGED: &[&str] = &["metadata", "managedFields"];

/// Everything but status and `managedFields` goes back to the stored object, the resourceVersion as well.
const STATUS_ENDPOINT: Strategy =
    Strategy { prepare: prepare_status, reset: Reset::Fields(&["metadata", "spec"]), ..Strategy::PLAIN };

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    let sent = tree.clone();
    keep(tree, ctx, &["metadata"]);
    keep(tree, ctx, &["spec"]);
    edit::put(tree, MANAGED, sent.at(MANAGED));
}

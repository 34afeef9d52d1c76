//! ResourceClaim: no generation; the status of a device goes with its allocation. Source: upstream
//! `pkg/registry/resource/resourceclaim/strategy.go`.

use super::v1beta1;
use crate::prepare;
use crate::strategy::{Behaviour, Ctx, Deleted, Strategy};
use object::{NodeRef, Tree};
use std::collections::BTreeSet;

/// `resourceclaims` in resource.k8s.io.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "resource.k8s.io",
    plural: "resourceclaims",
    main: prepare::STATUS_ONLY,
    subresources: &[("status", Strategy { prepare: prepare_status, ..prepare::STATUS_ENDPOINT_META })],
    conversions: &[v1beta1::CLAIM],
    deleted: Deleted::Object,
    ..Behaviour::PLAIN
};

const DEVICES: &[&str] = &["status", "devices"];

fn prepare_status(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    (prepare::STATUS_ENDPOINT_META.prepare)(tree, ctx);
    let Some(old) = ctx.old else { return };
    if !ctx.on("DRAResourceClaimDeviceStatus") && old.items(DEVICES).next().is_none() {
        return;
    }
    let kept = allocated(tree);
    let gone: BTreeSet<Device> = allocated(old).into_iter().filter(|device| !kept.contains(device)).collect();
    if !gone.is_empty() {
        tree.edit().retain(DEVICES, |device| !gone.contains(&id(device)));
    }
}

/// Driver, pool, device and share.
type Device = [String; 4];

fn id(node: NodeRef<'_>) -> Device {
    ["driver", "pool", "device", "shareID"].map(|field| node.str(&[field]).unwrap_or_default().to_owned())
}

fn allocated(claim: &Tree) -> BTreeSet<Device> {
    claim.items(&["status", "allocation", "devices", "results"]).map(id).collect()
}

//! EndpointSlice: has no spec; generation moves with everything outside metadata and with labels. The topology of v1beta1 is
//! dropped when endpoints change, its host name kept as the node name. Source: upstream
//! `pkg/registry/discovery/endpointslice/strategy.go`.

use crate::prepare::{self, changed, creating};
use crate::strategy::{Behaviour, Ctx, Strategy};
use meta::name;
use object::{NodeRef, Tree};

/// `endpointslices`.
pub static BEHAVIOUR: Behaviour = Behaviour {
    group: "discovery.k8s.io",
    plural: "endpointslices",
    main: Strategy { prepare: prepare_main, ..Strategy::PLAIN },
    ..Behaviour::PLAIN
};

const ENDPOINTS: &[&str] = &["endpoints"];
const HOSTNAME: &str = "kubernetes.io/hostname";

fn prepare_main(tree: &mut Tree, ctx: &mut Ctx<'_>) {
    prepare::generation(tree, ctx, &[&["addressType"], ENDPOINTS, &["ports"], &["metadata", "labels"]]);
    let old = if creating(ctx) { None } else { ctx.old };
    if old.is_some_and(|old| !changed(tree, old, ENDPOINTS)) {
        return;
    }
    drop_topology(tree, old);
}

fn hostname(endpoint: NodeRef<'_>) -> Option<&str> {
    endpoint.str(&["deprecatedTopology", HOSTNAME])
}

fn drop_topology(tree: &mut Tree, old: Option<&Tree>) {
    for i in 0..tree.items(ENDPOINTS).count() {
        let at = i.to_string();
        let Some(endpoint) = tree.at(&["endpoints", &at]) else { continue };
        let known = |host: &&str| old.is_some_and(|old| old.items(ENDPOINTS).any(|before| hostname(before) == Some(*host)));
        let node = hostname(endpoint)
            .filter(|host| !host.is_empty() && endpoint.field("nodeName").is_none())
            .filter(known)
            .filter(|host| name::is_subdomain(host, false).is_empty())
            .map(str::to_owned);
        if let Some(node) = node {
            tree.set_str(&["endpoints", &at, "nodeName"], &node);
        }
        tree.remove(&["endpoints", &at, "deprecatedTopology"]);
    }
}

//! Resources of a pod as a whole (KEP 2837): what a client leaves open is filled from the sums of the containers. Called by the
//! pod's `prepare` after defaulting, since admission may have changed containers. Source: upstream `pkg/api/pod/util.go`,
//! `component-helpers/resource/helpers.go`.

use super::CONTAINERS;
use crate::strategy::Ctx;
use meta::quantity::Quantity;
use object::{NodeRef, Tree};
use std::collections::BTreeMap;

type Amounts = BTreeMap<String, Quantity>;

const HUGE_PAGES: &str = "hugepages-";

/// Whether a pod as a whole can have a request or limit for this resource.
pub(super) fn is_supported(name: &str) -> bool {
    matches!(name, "cpu" | "memory") || name.starts_with(HUGE_PAGES)
}

/// Fills requests and limits of a pod that has some.
pub(super) fn default_pod_level(pod: &mut Tree, ctx: &Ctx<'_>) {
    if !ctx.on("PodLevelResources") || !ctx.on("PodLevelResourcesFixDefaulting") {
        return;
    }
    let given = (amounts(pod.at(&["spec", "resources", "requests"])), amounts(pod.at(&["spec", "resources", "limits"])));
    if given.0.is_empty() && given.1.is_empty() {
        return;
    }
    let (mut requests, mut limits) = given.clone();
    let container_limits = aggregate(pod, "limits");
    // Huge pages cannot be overcommitted: the limit comes first, the request follows it.
    for (name, limit) in container_limits.iter().filter(|(name, _)| name.starts_with(HUGE_PAGES)) {
        if !requests.contains_key(name) {
            limits.entry(name.clone()).or_insert_with(|| limit.clone());
        }
    }
    for (name, request) in aggregate(pod, "requests") {
        if matches!(name.as_str(), "cpu" | "memory") {
            requests.entry(name).or_insert(request);
        }
    }
    for (name, limit) in limits.iter().filter(|(name, _)| is_supported(name)) {
        requests.entry(name.clone()).or_insert_with(|| limit.clone());
    }
    for (name, request) in requests.iter().filter(|(name, _)| is_supported(name)) {
        if limits.contains_key(name) || !all_have_limit(pod, name) {
            continue;
        }
        if let Some(sum) = container_limits.get(name) {
            limits.insert(name.clone(), sum.max(request).clone());
        }
    }
    write(pod, "requests", &given.0, &requests);
    write(pod, "limits", &given.1, &limits);
}

fn write(pod: &mut Tree, side: &str, given: &Amounts, wanted: &Amounts) {
    for (name, amount) in wanted.iter().filter(|(name, _)| !given.contains_key(*name)) {
        pod.set_str(&["spec", "resources", side, name], &amount.to_string());
    }
}

fn amounts(list: Option<NodeRef<'_>>) -> Amounts {
    let entries = list.into_iter().flat_map(|list| list.entries());
    entries.filter_map(|(name, amount)| Some((name.to_owned(), quantity(amount)?))).collect()
}

fn quantity(node: NodeRef<'_>) -> Option<Quantity> {
    // A zero quantity is kept as an absent text.
    Quantity::parse(node.as_str().unwrap_or("0")).ok()
}

fn all_have_limit(pod: &Tree, name: &str) -> bool {
    CONTAINERS
        .into_iter()
        .flat_map(|list| pod.items(&["spec", list]))
        .all(|container| container.at(&["resources", "limits", name]).is_some())
}

/// What the containers of a pod need together: the sum of those that run side by side, or the most that any init container needs
/// next to the sidecars started before it, if that is more.
fn aggregate(pod: &Tree, side: &str) -> Amounts {
    let of = |container: NodeRef<'_>| amounts(container.at(&["resources", side]));
    let (mut total, mut sidecars, mut peak) = (Amounts::new(), Amounts::new(), Amounts::new());
    for container in pod.items(&["spec", "containers"]) {
        add(&mut total, &of(container));
    }
    for container in pod.items(&["spec", "initContainers"]) {
        let mut own = of(container);
        if container.str(&["restartPolicy"]) == Some("Always") {
            add(&mut total, &own);
            add(&mut sidecars, &own);
            raise(&mut peak, &sidecars);
        } else {
            add(&mut own, &sidecars);
            raise(&mut peak, &own);
        }
    }
    raise(&mut total, &peak);
    total
}

fn add(sum: &mut Amounts, more: &Amounts) {
    for (name, amount) in more {
        match sum.get_mut(name) {
            Some(have) => have.add(amount),
            None => _ = sum.insert(name.clone(), amount.clone()),
        }
    }
}

fn raise(most: &mut Amounts, other: &Amounts) {
    for (name, amount) in other {
        if most.get(name).is_none_or(|have| amount > have) {
            most.insert(name.clone(), amount.clone());
        }
    }
}

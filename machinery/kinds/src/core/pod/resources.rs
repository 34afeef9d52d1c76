//! Resources of a pod as a whole (KEP 2837): what a client leaves open is filled from the sums of the containers. Called by the
//! pod's `prepare` after defaulting, since admission may have changed containers. Source: upstream `pkg/api/pod/util.go`,
//! `component-helpers/resource/helpers.go`.

use super::CONTAINERS;
use crate::strategy::Ctx;
use meta::quantity::Quantity;
use object::{NodeMut, NodeRef, Tree};
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
    let given = Given::of(pod.root());
    if given.is_empty() {
        return;
    }
    let (mut requests, mut limits) = (given.requests.clone(), given.limits.clone());
    let container_limits = aggregate(pod.root(), "limits");
    default_huge_pages(&requests, &mut limits, &container_limits);
    default_requests(&mut requests, &limits, aggregate(pod.root(), "requests"));
    for (name, request) in requests.iter().filter(|(name, _)| is_supported(name)) {
        if limits.contains_key(name) || !all_have_limit(pod, name) {
            continue;
        }
        if let Some(sum) = container_limits.get(name) {
            limits.insert(name.clone(), sum.max(request).clone());
        }
    }
    let pod = &mut pod.edit();
    write(pod, "requests", &given.requests, &requests);
    write(pod, "limits", &given.limits, &limits);
}

/// The same as part of defaulting, as releases before 1.37 did it: only what follows from limits.
pub(super) fn default_pod_level_early(pod: &mut NodeMut<'_>, ctx: &Ctx<'_>) {
    if !ctx.on("PodLevelResources") || ctx.on("PodLevelResourcesFixDefaulting") {
        return;
    }
    let given = Given::of(pod.get());
    if given.is_empty() {
        return;
    }
    let (mut requests, mut limits) = (given.requests.clone(), given.limits.clone());
    default_huge_pages(&requests, &mut limits, &aggregate(pod.get(), "limits"));
    if !limits.is_empty() {
        default_requests(&mut requests, &limits, aggregate(pod.get(), "requests"));
    }
    write(pod, "requests", &given.requests, &requests);
    write(pod, "limits", &given.limits, &limits);
}

/// What the client gave the pod as a whole.
struct Given {
    requests: Amounts,
    limits: Amounts,
}

impl Given {
    fn of(pod: NodeRef<'_>) -> Self {
        let side = |name| amounts(pod.at(&["spec", "resources", name]));
        Self { requests: side("requests"), limits: side("limits") }
    }

    fn is_empty(&self) -> bool {
        self.requests.is_empty() && self.limits.is_empty()
    }
}

/// Huge pages cannot be overcommitted: the limit comes first, the request follows it.
fn default_huge_pages(requests: &Amounts, limits: &mut Amounts, containers: &Amounts) {
    for (name, limit) in containers.iter().filter(|(name, _)| name.starts_with(HUGE_PAGES)) {
        if !requests.contains_key(name) {
            limits.entry(name.clone()).or_insert_with(|| limit.clone());
        }
    }
}

fn default_requests(requests: &mut Amounts, limits: &Amounts, containers: Amounts) {
    for (name, request) in containers {
        if matches!(name.as_str(), "cpu" | "memory") {
            requests.entry(name).or_insert(request);
        }
    }
    for (name, limit) in limits.iter().filter(|(name, _)| is_supported(name)) {
        requests.entry(name.clone()).or_insert_with(|| limit.clone());
    }
}

fn write(pod: &mut NodeMut<'_>, side: &str, given: &Amounts, wanted: &Amounts) {
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
fn aggregate(pod: NodeRef<'_>, side: &str) -> Amounts {
    let of = |container: NodeRef<'_>| amounts(container.at(&["resources", side]));
    let (mut total, mut sidecars, mut peak) = (Amounts::new(), Amounts::new(), Amounts::new());
    let list = |name| pod.at(&["spec", name]).into_iter().flat_map(NodeRef::items);
    for container in list("containers") {
        add(&mut total, &of(container));
    }
    for container in list("initContainers") {
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

//! Cluster addresses of services. An address is taken while an IPAddress of its name exists; which ones there are to take, ServiceCIDRs
//! say. Called by the services hook. Source: upstream `pkg/registry/core/service/ipallocator` (KEP-1880).

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use bytes::Bytes;
use kinds::address::{Family, parse_sloppy};
use kinds::core::service::claims::Wanted;
use meta::field::{FieldError, Path, Value as FieldValue};
use meta::status::Status;
use object::{NodeRef, Tree, json};
use patch::managed::{self, Filter, NotConverted, UpdateInput};
use storage::{Item, RangeRequest, Store};

use super::pool::{Numbers, Pool};
use super::range::number;
use super::{Claims, ServiceRange, ServiceRanges};
use crate::catalog::Catalog;
use crate::metadata;
use crate::metrics::Stores;
use crate::registry::Write;
use crate::registry::hub::Hub;

const GROUP: &str = "networking.k8s.io";
/// Name of the ServiceCIDR that the server makes itself.
pub(crate) const DEFAULT_RANGE: &str = "kubernetes";
/// Label with the family of an IPAddress.
const FAMILY: &str = "ipaddress.kubernetes.io/ip-family";
/// Label with the name of who keeps an IPAddress.
const MANAGED_BY: &str = "ipaddress.kubernetes.io/managed-by";
const ALLOCATOR: &str = "ipallocator.k8s.io";
/// Field manager of what the server writes.
const MANAGER: &str = "kube-apiserver";

/// What a dry run is told while no range is ready.
const NOT_READY: &str = "allocator not ready";

/// The pool of addresses.
pub(super) struct Addresses {
    store: Arc<dyn Store>,
    addresses: Arc<Hub>,
    ranges: Arc<Hub>,
    configured: ServiceRanges,
}

impl Addresses {
    /// The pool of a server.
    ///
    /// # Errors
    /// What is wrong with the tables of kinds.
    pub(super) fn new(catalog: &Catalog, stores: &Stores, configured: ServiceRanges) -> Result<Self, String> {
        Ok(Self {
            store: stores.bare().clone(),
            addresses: catalog.stored(GROUP, "ipaddresses", stores)?,
            ranges: catalog.stored(GROUP, "servicecidrs", stores)?,
            configured,
        })
    }

    /// The families that services can have, the default one first.
    pub(super) fn families(&self) -> Vec<Family> {
        self.configured.iter().map(|range| range.family()).collect()
    }

    /// Finds the address that a service wants and claims it.
    ///
    /// # Errors
    /// 422 when it cannot be had, 500 when there is none left.
    pub(super) async fn take(
        &self,
        write: &Write<'_>,
        service: &Tree,
        wanted: &Wanted,
        claims: &mut Claims,
    ) -> Result<String, Status> {
        let ranges = self.ready(write, wanted.family).await?;
        let Some(text) = &wanted.requested else { return self.take_any(write, service, &ranges, claims).await };
        let refuse = |why: &str| refused(service, &format!("failed to allocate IP {text}: {why}"));
        if write.dry_run && ranges.is_empty() {
            return Err(refuse(NOT_READY));
        }
        let Some(address) = parse_sloppy(text) else {
            return Err(Status::internal_error(format!("failed to parse service IP {}", meta::text::quote(text))));
        };
        let within = ranges.iter().any(|range| range.contains(address));
        match ranges.first() {
            Some(range) if write.dry_run && !within => {
                return Err(refuse(&format!(
                    "the provided IP ({address}) is not in the valid range. The range of valid IPs is {range}"
                )));
            }
            _ if !within => return Err(refuse("the provided network does not match the current range")),
            // Upstream does not look whether it is free either.
            _ if write.dry_run => return Ok(text.clone()),
            _ => (),
        }
        if self.pool(write, wanted.family).is_taken(number(address)).await.map_err(|e| self.failed(&e, "get"))? {
            return Err(refuse("provided IP is already allocated"));
        }
        self.claim(write, service, address, claims)?;
        Ok(text.clone())
    }

    async fn take_any(
        &self,
        write: &Write<'_>,
        service: &Tree,
        ranges: &[ServiceRange],
        claims: &mut Claims,
    ) -> Result<String, Status> {
        for range in ranges {
            if write.dry_run {
                // A made-up address that no service ever has: upstream answers with the network's own.
                return Ok(range.network().to_string());
            }
            let pool = self.pool(write, range.family());
            let free = pool.free(&range.bands(), &BTreeSet::new()).await.map_err(|e| self.failed(&e, "list"))?;
            if let Some(number) = free {
                let address = super::range::address(range.family(), number);
                self.claim(write, service, address, claims)?;
                return Ok(address.to_string());
            }
        }
        if write.dry_run {
            return Err(refused(service, &format!("failed to allocate IP: {NOT_READY}")));
        }
        let name = meta::text::quote(metadata::name(service));
        Err(Status::internal_error(format!("failed to allocate a serviceIP for Service {name}: range is full")))
    }

    /// Gives an address back, if it is this service's. One that something else holds on to with a finalizer is only marked.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn release(&self, write: &Write<'_>, service: &Tree, text: &str, claims: &mut Claims) -> Result<(), Status> {
        let Some(address) = parse_sloppy(text) else { return Ok(()) };
        let Some(item) = self.item(address).await? else { return Ok(()) };
        let mut tree = self.addresses.decode(&item)?;
        if !is_owner(&tree, write.namespace, metadata::name(service)) {
            return Ok(());
        }
        if metadata::finalizers(&tree).is_empty() {
            claims.drop(&item);
        } else if !metadata::is_deleting(&tree) {
            metadata::set_text(&mut tree, "deletionTimestamp", &write.world.now_text());
            metadata::set_deletion_grace(&mut tree, Some(0));
            claims.change(&item, self.addresses.encode(&tree)?);
        }
        Ok(())
    }

    async fn item(&self, address: IpAddr) -> Result<Option<Arc<Item>>, Status> {
        let key = self.addresses.key("", &address.to_string());
        Ok(self.store.get(&key, None).await.map_err(|e| self.failed(&e, "get"))?.item)
    }

    fn pool<'a>(&'a self, write: &'a Write<'_>, family: Family) -> Pool<'a> {
        Pool {
            store: self.store.as_ref(),
            prefix: &self.addresses.prefix,
            numbers: Numbers::Addresses(family),
            entropy: write.world.sys.entropy.as_ref(),
        }
    }

    fn failed(&self, error: &storage::Error, operation: &str) -> Status {
        self.addresses.store_error(error, operation, "")
    }

    fn claim(&self, write: &Write<'_>, service: &Tree, address: IpAddr, claims: &mut Claims) -> Result<(), Status> {
        let name = address.to_string();
        let mut tree = empty(&self.addresses)?;
        metadata::set_text(&mut tree, "name", &name);
        metadata::set_text(&mut tree, "uid", &write.world.uuid());
        metadata::set_text(&mut tree, "creationTimestamp", &write.world.now_text());
        tree.set_str(&["metadata", "labels", FAMILY], Family::of(address).name());
        tree.set_str(&["metadata", "labels", MANAGED_BY], ALLOCATOR);
        let parent = [("resource", "services"), ("namespace", write.namespace), ("name", metadata::name(service))];
        for (field, value) in parent {
            tree.set_str(&["spec", "parentRef", field], value);
        }
        record(&self.addresses, &mut tree, &write.world.now_text());
        tree.normalise();
        claims.take(self.addresses.key("", &name), self.addresses.encode(&tree)?);
        Ok(())
    }

    /// The ranges of a family that addresses are taken from now. As long as the server's own ServiceCIDR is missing, the configured
    /// ranges stand for it.
    async fn ready(&self, write: &Write<'_>, family: Family) -> Result<Vec<ServiceRange>, Status> {
        let request = RangeRequest::prefix(self.ranges.prefix.as_bytes());
        let found = self.store.range(request).await.map_err(|e| self.ranges.store_error(&e, "list", ""))?;
        let mut own = false;
        let mut ranges = Vec::new();
        for item in &found.items {
            let tree = self.ranges.decode(item)?;
            own |= metadata::name(&tree) == DEFAULT_RANGE;
            if is_ready(&tree) {
                let texts = tree.items(&["spec", "cidrs"]).filter_map(NodeRef::as_str);
                ranges.extend(texts.filter_map(|text| text.parse::<ServiceRange>().ok()));
            }
        }
        if !own {
            ranges.extend(self.configured.iter());
        }
        ranges.retain(|range| range.family() == family);
        // Any of several may be the one, so that none fills up long before the others.
        if !ranges.is_empty() {
            let first = write.world.sys.entropy.below(ranges.len() as u64);
            ranges.rotate_left(usize::try_from(first).unwrap_or_default());
        }
        Ok(ranges)
    }
}

/// Whether addresses are taken from a ServiceCIDR: it does not say that it is not ready, and nobody deletes it.
fn is_ready(range: &Tree) -> bool {
    let mut conditions = range.items(&["status", "conditions"]);
    let ready = conditions.find(|condition| condition.str(&["type"]) == Some("Ready"));
    !metadata::is_deleting(range) && ready.is_none_or(|condition| condition.str(&["status"]) == Some("True"))
}

fn is_owner(address: &Tree, namespace: &str, name: &str) -> bool {
    let parent = |field| address.str(&["spec", "parentRef", field]).unwrap_or_default();
    parent("group").is_empty() && parent("resource") == "services" && parent("namespace") == namespace && parent("name") == name
}

fn empty(hub: &Hub) -> Result<Tree, Status> {
    let text = format!(r#"{{"kind":"{}","apiVersion":"{}"}}"#, hub.kind.kind, hub.kind.group_version());
    let decoded = json::decode(Bytes::from(text), &hub.schema).map_err(Status::internal_error)?;
    Ok(decoded.tree)
}

/// Writes down that the server set all of a new object.
fn record(hub: &Hub, tree: &mut Tree, now: &str) {
    let result = managed::record_update(UpdateInput {
        live: None,
        new: tree,
        manager: MANAGER,
        api_version: &hub.kind.group_version().to_string(),
        subresource: "",
        time: now,
        reset: Filter::AllBut(&[]),
        convert: &|_, _| Err(NotConverted::NoSuchVersion),
    });
    if let Err(error) = result {
        tracing::debug!(%error, "the manager of an address could not be recorded");
    }
}

/// 422 for the addresses of a service, which are shown as they were given, open ones as empty texts.
fn refused(service: &Tree, why: &str) -> Status {
    let families = service.items(&["spec", "ipFamilies"]).count();
    let mut given: Vec<&str> = service.items(&["spec", "clusterIPs"]).filter_map(NodeRef::as_str).collect();
    given.resize(given.len().max(families), "");
    let error = FieldError::invalid(&Path::new("spec").child("clusterIPs"), FieldValue::list(&given), why.to_owned());
    super::services::invalid(service, error)
}

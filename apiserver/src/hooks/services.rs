//! Services: cluster addresses and node ports are taken and given back in the commit that writes the service. Source: upstream
//! `pkg/registry/core/service/storage/{storage,alloc}.go`, where a pool is changed before the object and put back after a failure.

use kinds::address::Family;
use kinds::core::service::claims::{self, PortFailure};
use kinds::core::service::families::{Offer, fill_families};
use kinds::core::service::{align_cluster_ips, keep_allocated};
use meta::field::FieldError;
use meta::gvk::GroupKind;
use meta::status::Status;
use object::Tree;
use sys::BoxFuture;

use super::addresses::Addresses;
use super::ports::Ports;
use super::{Claims, Hook, Pools};
use crate::catalog::Catalog;
use crate::metadata;
use crate::metrics::Stores;
use crate::registry::Write;

/// Gate that refuses addresses with leading zeros.
const STRICT: &str = "StrictIPCIDRValidation";

/// The hook.
pub(super) struct Services {
    addresses: Addresses,
    ports: Ports,
    families: Vec<Family>,
}

impl Services {
    /// The hook of a server.
    ///
    /// # Errors
    /// What is wrong with the tables of kinds.
    pub(super) fn new(catalog: &Catalog, stores: &Stores, pools: Pools) -> Result<Self, String> {
        let addresses = Addresses::new(catalog, stores, pools.services)?;
        let families = addresses.families();
        Ok(Self { addresses, ports: Ports { store: stores.bare().clone(), range: pools.node_ports }, families })
    }

    async fn allocate(&self, write: &Write<'_>, new: &mut Tree, old: Option<&Tree>) -> Result<Claims, Status> {
        if let Some(old) = old {
            keep_allocated(new, old);
        }
        align_cluster_ips(new, old);
        let offer = Offer { families: &self.families, strict: (write.world.gates)(STRICT) };
        let errors = fill_families(new, old, offer);
        if !errors.is_empty() {
            return Err(Status::invalid(&kind(), metadata::name(new), &errors));
        }
        let mut claims = Claims::default();
        let plan = claims::addresses(new, old);
        for wanted in &plan.take {
            let address = self.addresses.take(write, new, wanted, &mut claims).await?;
            claims::set_address(new, wanted.index, &address);
        }
        for address in &plan.release {
            self.addresses.release(write, new, address, &mut claims).await?;
        }
        let mut view = self.ports.view(write, new).await?;
        let released = claims::node_ports(new, old, &mut view).map_err(|failure| told(new, failure))?;
        self.ports.claim(write, new, &view, &mut claims);
        for port in released {
            self.ports.release(write, new, port, &mut claims).await?;
        }
        Ok(claims)
    }

    async fn give_back(&self, write: &Write<'_>, last: &Tree) -> Result<Claims, Status> {
        let mut claims = Claims::default();
        for address in claims::held_addresses(last) {
            self.addresses.release(write, last, &address, &mut claims).await?;
        }
        for port in claims::held_ports(last) {
            self.ports.release(write, last, port, &mut claims).await?;
        }
        Ok(claims)
    }
}

impl Hook for Services {
    fn begin<'a>(
        &'a self,
        write: &'a Write<'_>,
        new: &'a mut Tree,
        old: Option<&'a Tree>,
    ) -> BoxFuture<'a, Result<Claims, Status>> {
        Box::pin(self.allocate(write, new, old))
    }

    fn end<'a>(&'a self, write: &'a Write<'_>, last: &'a Tree) -> BoxFuture<'a, Result<Claims, Status>> {
        Box::pin(self.give_back(write, last))
    }
}

fn kind() -> GroupKind {
    GroupKind::new("", "Service")
}

/// 422 for one field of a service.
pub(super) fn invalid(service: &Tree, error: FieldError) -> Status {
    Status::invalid(&kind(), metadata::name(service), &[error])
}

fn told(service: &Tree, failure: PortFailure) -> Status {
    match failure {
        PortFailure::Invalid(error) => invalid(service, error),
        PortFailure::Internal(text) => Status::internal_error(text),
        PortFailure::Unmapped(text) => Status::unmapped(text),
    }
}

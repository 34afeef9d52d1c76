//! What admission may ask about other objects, answered from the store as it is now.

use admission::Lookup;
use meta::status::Status;
use object::Tree;
use sys::BoxFuture;

use crate::catalog::Catalog;

/// Looks objects up for admission plugins.
pub(crate) struct StoreLookup<'a>(pub &'a Catalog);

impl Lookup for StoreLookup<'_> {
    fn namespace<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<Tree, Status>> {
        Box::pin(async move {
            let Some(endpoint) = self.0.find("", "v1", "namespaces") else {
                return Err(Status::internal_error("namespaces are not served"));
            };
            let Some(hub) = &endpoint.hub else { return Err(Status::internal_error("namespaces are not stored")) };
            let answer = hub.store.get(&hub.key("", name), None).await.map_err(|e| hub.store_error(&e, "get", name))?;
            match answer.item {
                Some(item) => hub.decode(&item),
                None => Err(Status::not_found(&hub.resource, name)),
            }
        })
    }
}

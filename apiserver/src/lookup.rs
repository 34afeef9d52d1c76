//! What admission may ask about other objects, answered from the store as it is now. Ranges are those of small resources (classes), so
//! that no cache has to be waited for.

use admission::Lookup;
use meta::gvk::GroupResource;
use meta::status::Status;
use object::Tree;
use storage::RangeRequest;
use sys::BoxFuture;

use crate::catalog::Catalog;

/// Looks objects up for admission plugins.
#[derive(Clone, Copy)]
pub(crate) struct StoreLookup<'a>(pub &'a Catalog);

impl Lookup for StoreLookup<'_> {
    fn get<'a>(&'a self, resource: &'a GroupResource, namespace: &'a str, name: &'a str) -> BoxFuture<'a, Result<Tree, Status>> {
        Box::pin(async move {
            let Some(hub) = self.0.hub(resource) else { return Err(Status::not_found(resource, name)) };
            let answer = hub.store.get(&hub.key(namespace, name), None).await.map_err(|e| hub.store_error(&e, "get", name))?;
            match answer.item {
                Some(item) => hub.decode(&item),
                None => Err(Status::not_found(resource, name)),
            }
        })
    }

    fn list<'a>(&'a self, resource: &'a GroupResource, namespace: &'a str) -> BoxFuture<'a, Result<Vec<Tree>, Status>> {
        Box::pin(async move {
            let Some(hub) = self.0.hub(resource) else { return Ok(Vec::new()) };
            let request = RangeRequest::prefix(hub.scope_prefix(namespace).as_bytes());
            let answer = hub.store.range(request).await.map_err(|e| hub.store_error(&e, "list", ""))?;
            answer.items.iter().map(|item| hub.decode(item)).collect()
        })
    }
}

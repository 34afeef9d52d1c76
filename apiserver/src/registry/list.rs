//! Which state a list shows: resourceVersion, resourceVersionMatch, limit and continue as upstream combines them. Called by
//! `endpoints::list` and `endpoints::delete_collection` with options that are valid by themselves.
//! Source: apiserver `pkg/storage/interfaces.go` (ValidateListOptions), `pkg/storage/cacher/delegator`, KEP-2340.

use std::sync::Arc;

use cacher::{CorruptObject, Object, ReadError, Snapshot};
use meta::options::{ListOptions, ListStart};
use meta::revision::Continue;
use meta::status::{CAUSE_TOO_MANY, CAUSE_UNEXPECTED_SERVER_RESPONSE, Cause, Details, ListMeta, Status};
use storage::Revision;

use super::hub::Hub;
use super::world::World;
use crate::gates;

const LIST_TOO_OLD: &str = "The resourceVersion for the provided list is too old.";
/// Upstream's text of a continue token whose state is gone; the Status carries a token that goes on with the newest state.
const CONTINUE_TOO_OLD: &str = "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.";

/// Unreadable objects that one answer tells of, as many as upstream's.
const MOST_CORRUPT: usize = 100;

/// One page of a list.
pub(crate) struct Page {
    /// Objects in key order.
    pub items: Vec<Arc<Object>>,
    /// Revision of the state, continue token, number of items left.
    pub meta: ListMeta,
}

/// What a list filters by.
pub(crate) struct Filter<'a> {
    /// Namespace; empty for all.
    pub namespace: &'a str,
    /// Name, where the selector pins one.
    pub name: Option<&'a str>,
    /// Whether an object matches labels and fields.
    pub matches: &'a (dyn Fn(&Object) -> bool + Sync),
    /// Whether `matches` lets everything pass.
    pub everything: bool,
}

/// Reads one page.
///
/// # Errors
/// 400, 410 and 504 as upstream gives them.
pub(crate) async fn list(hub: &Arc<Hub>, world: &World, options: &ListOptions, filter: &Filter<'_>) -> Result<Page, Status> {
    hub.check_scope(filter.namespace, filter.name.unwrap_or_default())?;
    let prefix = hub.scope_prefix(filter.namespace);
    let from = options.start()?;
    let snapshot = read(hub, world, &from).await?;
    let (revision, start) = match &from {
        ListStart::Exact(revision) => (revision.0, None),
        ListStart::Page(page) => {
            (u64::try_from(page.revision).unwrap_or(snapshot.revision().0), Some(format!("{prefix}{}", page.start)))
        }
        _ => (snapshot.revision().0, None),
    };
    let start = start.as_deref().map(str::as_bytes);
    let meta = ListMeta { resource_version: revision.to_string(), ..ListMeta::default() };
    match filter.name {
        Some(name) if !(filter.namespace.is_empty() && hub.namespaced) => {
            let found = snapshot.get(format!("{prefix}{name}").as_bytes()).map_err(|e| unreadable(hub, world, &e, &[]))?;
            let fetched = usize::from(found.is_some());
            let items: Vec<_> = found.into_iter().filter(|o| (filter.matches)(o)).cloned().collect();
            world.metrics.storage.listed(&hub.resource, fetched, items.len());
            Ok(Page { items, meta })
        }
        _ => {
            let (page, fetched, corrupt) = collect(&snapshot, options, filter, (&prefix, start), meta);
            if let [first, others @ ..] = corrupt.as_slice() {
                return Err(unreadable(hub, world, first, others));
            }
            world.metrics.storage.listed(&hub.resource, fetched, page.items.len());
            if !page.meta.continue_token.is_empty() {
                hub.cacher(world).pin(&snapshot);
            }
            Ok(page)
        }
    }
}

/// Collects up to the limit; knows then whether there is more. Tells how many objects it looked at, too, and which of those in the way
/// cannot be read.
fn collect(
    snapshot: &Snapshot,
    options: &ListOptions,
    filter: &Filter<'_>,
    (prefix, start): (&str, Option<&[u8]>),
    mut meta: ListMeta,
) -> (Page, usize, Vec<Arc<CorruptObject>>) {
    let limit = usize::try_from(options.limit).unwrap_or(0);
    let mut rest = snapshot.range(prefix.as_bytes(), start);
    let corrupt = || snapshot.corrupt(prefix.as_bytes(), start);
    if limit == 0 {
        let mut fetched = 0;
        let items = rest.inspect(|_| fetched += 1).filter(|o| (filter.matches)(o)).cloned().collect();
        return (Page { items, meta }, fetched, corrupt().take(MOST_CORRUPT).cloned().collect());
    }
    let mut fetched = 0;
    let mut items = Vec::with_capacity(limit.min(512));
    let mut last = None;
    for object in rest.by_ref() {
        last = Some(object);
        fetched += 1;
        if (filter.matches)(object) {
            items.push(object.clone());
            if items.len() == limit {
                break;
            }
        }
    }
    // A page that is full ends with its last object: what cannot be read behind that is the next page's.
    let end = last.filter(|_| items.len() == limit).map(|last| last.key());
    let behind = |corrupt: &CorruptObject| end.is_some_and(|end| corrupt.key > *end);
    let left = rest.count() + corrupt().filter(|corrupt| behind(corrupt)).count();
    let corrupt = corrupt().filter(|corrupt| !behind(corrupt)).take(MOST_CORRUPT).cloned().collect();
    if let (Some(last), true) = (last, left > 0) {
        let last = String::from_utf8_lossy(last.key().as_bytes()).into_owned();
        let revision = meta.resource_version.parse().unwrap_or(i64::MAX);
        meta.continue_token = Continue::after(last.strip_prefix(prefix).unwrap_or(&last), revision).encode();
        if filter.everything {
            meta.remaining_item_count = i64::try_from(left).ok();
        }
    }
    (Page { items, meta }, fetched, corrupt)
}

/// What a client is told of objects that a list cannot show: all of them up to a bound, so that somebody can do something about them, or
/// the first where the gate is off. Source: apiserver `pkg/storage/etcd3/corrupt_obj_deleter.go`.
fn unreadable(hub: &Hub, world: &World, first: &Arc<CorruptObject>, others: &[Arc<CorruptObject>]) -> Status {
    if !(world.gates)(gates::UNSAFE_DELETION) {
        return Status::internal_error(first);
    }
    let said = |object: &CorruptObject| {
        let CorruptObject { key, revision, why } = object;
        let text = format!("object not decodable revision={revision}: {why}");
        format!("StorageError: corrupt object, Code: 7, Key: {key}, ResourceVersion: 0, AdditionalErrorMsg: {text}")
    };
    let cause = |object: &Arc<CorruptObject>| Cause {
        reason: CAUSE_UNEXPECTED_SERVER_RESPONSE.into(),
        message: said(object),
        field: object.key.to_string(),
    };
    let mut causes: Vec<Cause> = std::iter::once(first).chain(others).map(cause).collect();
    if causes.len() == MOST_CORRUPT {
        let message = "too many errors, the list is truncated".to_owned();
        causes.push(Cause { reason: CAUSE_TOO_MANY.into(), message, field: String::new() });
    }
    let more = if others.is_empty() { String::new() } else { format!(" (and {} more)", others.len()) };
    let message = format!("failed to read one or more {} from the storage: {}{more}", hub.resource, said(first));
    let (group, kind) = (hub.resource.group.clone(), hub.resource.resource.clone());
    Status::storage_read_error(message, Some(Details { name: "list".to_owned(), group, kind, causes, ..Details::default() }))
}

async fn read(hub: &Arc<Hub>, world: &World, from: &ListStart) -> Result<Snapshot, Status> {
    let cacher = hub.cacher(world);
    let result = match from {
        ListStart::Latest => cacher.consistent().await,
        ListStart::Any => cacher.any().await,
        ListStart::AtLeast(revision) => cacher.at_least(Revision(revision.0), None).await,
        ListStart::Exact(revision) => cacher.exact(Revision(revision.0)).await,
        ListStart::Page(page) => match u64::try_from(page.revision) {
            Ok(revision) => cacher.exact(Revision(revision)).await,
            Err(_) => cacher.consistent().await,
        },
    };
    result.map_err(|error| match (error, from) {
        (ReadError::Compacted { .. }, ListStart::Page(page)) => {
            let mut status = Status::expired(CONTINUE_TOO_OLD);
            status.metadata.continue_token = Continue { revision: -1, start: page.start.clone() }.encode();
            status
        }
        (error, _) => read_error(hub, &error, "list"),
    })
}

/// What a client is told of a read that the cache does not answer.
pub(crate) fn read_error(hub: &Hub, error: &ReadError, operation: &str) -> Status {
    match error {
        ReadError::TooLarge { requested, current } => Status::too_large_resource_version(requested.0, current.0, 1),
        ReadError::Compacted { .. } => Status::expired(LIST_TOO_OLD),
        ReadError::NotReady => Status::too_many_requests("storage is (re)initializing", 1),
        ReadError::Store(error) => hub.store_error(error, operation, ""),
        ReadError::Corrupt(error) => Status::internal_error(error),
        ReadError::Stopped => Status::service_unavailable("the server is shutting down"),
    }
}

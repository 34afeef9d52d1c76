//! Changing a stored object: one read-change-compare-and-set loop for update, patch and scale. Called by the endpoints with a closure
//! that makes the new object out of the old one. Works on the hub version only.
//! Source of the rules: apiserver `pkg/registry/generic/registry/store.go` and `pkg/registry/rest/update.go`.

use std::sync::Arc;

use kinds::strategy::Operation;
use meta::field::{FieldError, Path, Value as FieldValue};
use meta::gvk::GroupKind;
use meta::status::Status;
use object::Tree;
use patch::managed::only_timestamps_differ;
use storage::{Error, Item, Txn};

use super::outcome::{Stored, Written};
use super::{Write, check, create};
use crate::hooks;
use crate::metadata;

/// What a write that met another writer is told.
pub(crate) const MODIFIED: &str = "the object has been modified; please apply your changes to the latest version and try again";

/// Makes the new object from the old one. Called again with a newer old one when another writer came first.
pub(crate) type Change<'a> = dyn FnMut(Option<&Tree>, u64) -> Result<Tree, Status> + Send + 'a;

/// Conditions of the write.
#[derive(Default)]
pub(crate) struct Conditions<'a> {
    /// The uid that the stored object must have.
    pub uid: Option<&'a str>,
    /// A missing object is created whatever the kind says (server-side apply).
    pub force_create: bool,
}

/// Updates the object `name`.
///
/// # Errors
/// Upstream's Status: NotFound, Conflict, Invalid, and what the store says.
pub(crate) async fn update(
    write: &mut Write<'_>,
    name: &str,
    conditions: &Conditions<'_>,
    change: &mut Change<'_>,
) -> Result<Written, Status> {
    write.hub.check_scope(write.namespace, name)?;
    let key = write.hub.key(write.namespace, name);
    let mut current = write.hub.store.get(&key, None).await.map_err(|e| write.hub.store_error(&e, "update", name))?.item;
    let may_create = write.strategy.allow_create_on_update || conditions.force_create;
    loop {
        let Some(item) = current else {
            if !may_create {
                return Err(Status::not_found(&write.named, name));
            }
            return create_by_update(write, name, conditions, change).await;
        };
        let old = write.hub.decode(&item)?;
        check_uid(write, name, conditions, metadata::uid(&old))?;
        match update_once(write, name, &item, &old, change).await? {
            Step::Done(written) => return Ok(*written),
            Step::Again(newer) => current = newer,
        }
    }
}

/// End of one turn of the loop.
enum Step {
    Done(Box<Written>),
    Again(Option<Arc<Item>>),
}

async fn update_once(
    write: &mut Write<'_>,
    name: &str,
    item: &Arc<Item>,
    old: &Tree,
    change: &mut Change<'_>,
) -> Result<Step, Status> {
    let revision = item.mod_revision.0;
    let mut tree = change(Some(old), revision)?;
    write.mutate(Operation::Update, name, Some(&mut tree), Some(old)).await?;
    check_revision(write, name, &mut tree, revision)?;
    let claims = hooks::begin(write, &mut tree, Some(old)).await?;
    prepare(write, &mut tree, old, revision)?;
    write.admit(Operation::Update, name, &tree, Some(old)).await?;
    if goes_away(write, &tree, old) {
        return remove_finalized(write, name, item, tree, old).await;
    }
    only_timestamps_differ(old, &mut tree);
    let value = write.hub.encode(&tree)?;
    write.hub.as_read(&mut tree);
    if value.body == item.value.body || write.dry_run {
        return Ok(Step::Done(Box::new(Written { stored: Stored { tree, revision }, created: false })));
    }
    let txn = Txn::default().expect(item.key.clone(), Some(item.mod_revision)).put_for(
        item.key.clone(),
        value,
        write.hub.ttl(write.world),
    );
    match write.hub.store.commit(claims.join(txn)).await {
        Ok(done) => Ok(Step::Done(Box::new(Written { stored: Stored { tree, revision: done.revision.0 }, created: false }))),
        Err(error) => Ok(Step::Again(newer(write, name, "update", item, error)?)),
    }
}

/// What another writer put under the key since it was read: the item as it was when only a hook's claims were in the way.
///
/// # Errors
/// What the store says otherwise.
pub(super) fn newer(
    write: &Write<'_>,
    name: &str,
    operation: &str,
    item: &Arc<Item>,
    error: Error,
) -> Result<Option<Arc<Item>>, Status> {
    match error {
        Error::CompareFailed { key, .. } if key != item.key => Ok(Some(item.clone())),
        Error::CompareFailed { current, .. } => Ok(current),
        error => Err(write.hub.store_error(&error, operation, name)),
    }
}

/// An object under deletion whose last finalizer this write removed: it goes, and the client gets what it sent.
async fn remove_finalized(write: &Write<'_>, name: &str, item: &Arc<Item>, tree: Tree, old: &Tree) -> Result<Step, Status> {
    let revision = item.mod_revision.0;
    if write.dry_run {
        return Ok(Step::Done(Box::new(Written { stored: Stored { tree, revision }, created: false })));
    }
    let claims = hooks::end(write, old).await?;
    match write.hub.store.commit(claims.join(Txn::remove(item.key.clone(), item.mod_revision))).await {
        Ok(_) => Ok(Step::Done(Box::new(Written { stored: Stored { tree, revision }, created: false }))),
        Err(error) => Ok(Step::Again(newer(write, name, "update", item, error)?)),
    }
}

async fn create_by_update(
    write: &mut Write<'_>,
    name: &str,
    conditions: &Conditions<'_>,
    change: &mut Change<'_>,
) -> Result<Written, Status> {
    check_uid(write, name, conditions, "")?;
    let mut tree = change(None, 0)?;
    metadata::wipe_system_fields(&mut tree);
    metadata::set_text(&mut tree, "resourceVersion", "");
    create::create(write, tree).await
}

fn check_uid(write: &Write<'_>, name: &str, conditions: &Conditions<'_>, have: &str) -> Result<(), Status> {
    match conditions.uid {
        Some(want) if want != have => {
            let why = format!("Precondition failed: UID in precondition: {want}, UID in object meta: {have}");
            Err(write.hub.unlike_stored(write.namespace, name, &why))
        }
        _ => Ok(()),
    }
}

/// The resourceVersion that the client sent must be the stored one; kinds may allow to leave it out.
fn check_revision(write: &Write<'_>, name: &str, tree: &mut Tree, revision: u64) -> Result<(), Status> {
    let sent = metadata::resource_version(tree);
    if sent.is_empty() || sent == "0" {
        if !write.hub.behaviour.main.allow_unconditional_update.allowed(&write.request.version) {
            let path = Path::new("metadata").child("resourceVersion");
            let kind = GroupKind::new(write.hub.resource.group.clone(), write.hub.resource.resource.clone());
            let error = FieldError::invalid(&path, FieldValue::Int(0), "must be specified for an update");
            return Err(Status::invalid(&kind, name, &[error]));
        }
    } else {
        match sent.parse::<u64>() {
            Ok(sent) if sent == revision => (),
            Ok(_) => return Err(Status::conflict(&write.named, name, MODIFIED)),
            Err(_) => return Err(Status::unmapped(go_parse_uint_error(sent))),
        }
    }
    Ok(())
}

/// What Go's `strconv.ParseUint` says of a text that is no number.
fn go_parse_uint_error(text: &str) -> String {
    let why = if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) { "value out of range" } else { "invalid syntax" };
    format!("strconv.ParseUint: parsing {}: {why}", meta::text::quote(text))
}

/// Preparation, validation and canonical form of a changed object.
fn prepare(write: &mut Write<'_>, tree: &mut Tree, old: &Tree, revision: u64) -> Result<(), Status> {
    let hub = write.hub;
    let strategy = write.strategy;
    hub.bind_namespace(write.namespace, tree)?;
    metadata::set_generation(tree, metadata::generation(old));
    metadata::set_text(tree, "selfLink", old.str(&["metadata", "selfLink"]).unwrap_or(""));
    {
        let mut ctx = write.ctx(Operation::Update, Some(old));
        (strategy.prepare)(tree, &mut ctx);
    }
    if metadata::uid(tree).is_empty() {
        metadata::set_text(tree, "uid", metadata::uid(old));
    }
    keep(tree, old, "creationTimestamp");
    keep(tree, old, "deletionTimestamp");
    if metadata::deletion_grace(tree).is_none() {
        metadata::set_deletion_grace(tree, metadata::deletion_grace(old));
    }
    // Validation wants one, also where the client may leave it out, and also where the kind put the old metadata back.
    metadata::set_text(tree, "resourceVersion", &revision.to_string());
    let mut errors = check::changed_object(tree, old);
    {
        let mut ctx = write.ctx(Operation::Update, Some(old));
        errors.extend((strategy.validate)(tree, &mut ctx));
    }
    if !errors.is_empty() {
        return Err(Status::invalid(&hub.kind.group_kind(), metadata::name(tree), &errors));
    }
    tree.remove(&["metadata", "resourceVersion"]);
    let mut ctx = write.ctx(Operation::Update, Some(old));
    (strategy.warn)(tree, &mut ctx);
    tree.normalise();
    (strategy.canonicalise)(tree);
    Ok(())
}

/// A text field of ObjectMeta that the old object has and nobody may change.
fn keep(tree: &mut Tree, old: &Tree, field: &str) {
    let value = old.str(&["metadata", field]).unwrap_or("");
    if !value.is_empty() {
        metadata::set_text(tree, field, value);
    }
}

/// Whether this update ends the object: deletion was asked for, no grace is left, and no finalizer either.
fn goes_away(write: &Write<'_>, tree: &Tree, old: &Tree) -> bool {
    metadata::finalizers(tree).is_empty()
        && metadata::is_deleting(old)
        && metadata::deletion_grace(old).unwrap_or(0) == 0
        && write.hub.may_go(tree)
}

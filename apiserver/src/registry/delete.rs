//! Deleting a stored object: preconditions, grace, finalizers, garbage collection policy. Called by `endpoints::delete` and
//! `endpoints::delete_collection`. Works on the hub version only.
//! Source of the rules: apiserver `pkg/registry/generic/registry/store.go` and `pkg/registry/rest/delete.go`.

use std::sync::Arc;

use kinds::strategy::{Garbage, Operation};
use meta::options::{DeleteOptions, Preconditions, Propagation};
use meta::status::Status;
use object::Tree;
use storage::{Error, Item, Txn};

use super::Write;
use super::hub::Hub;
use super::outcome::{Deleted, Stored};
use super::update::newer;
use super::world::time_text;
use crate::hooks;
use crate::metadata;

/// Finalizer that makes the garbage collector leave dependents alone.
const ORPHAN: &str = "orphan";
/// Finalizer that makes the garbage collector delete dependents first.
const FOREGROUND: &str = "foregroundDeletion";

/// Deletes the object `name`.
///
/// # Errors
/// Upstream's Status: NotFound, Conflict, and what the store says.
pub(crate) async fn delete(write: &mut Write<'_>, name: &str, options: &DeleteOptions) -> Result<Deleted, Status> {
    write.hub.check_scope(write.namespace, name)?;
    if options.ignore_store_read_error == Some(true) {
        return delete_unreadable(write, name).await;
    }
    let key = write.hub.key(write.namespace, name);
    let mut current = write.hub.store.get(&key, None).await.map_err(|e| write.hub.store_error(&e, "delete", name))?.item;
    // Once this request has marked the object, its resourceVersion is a newer one than the client's precondition names.
    let mut check_version = true;
    loop {
        let Some(item) = current else { return Err(Status::not_found(&write.named, name)) };
        let tree = write.hub.decode(&item)?;
        let revision = check_version.then_some(item.mod_revision.0);
        check_preconditions(write.hub, name, options.preconditions.as_ref(), &tree, revision)?;
        current = match plan(write, tree, options) {
            Plan::Pending(tree) => return Ok(Deleted::Pending(stored(*tree, item.mod_revision.0))),
            Plan::Empty => return Ok(Deleted::Emptied),
            Plan::Remove(tree) => match remove(write, name, &item, *tree).await? {
                Ok(deleted) => return Ok(deleted),
                Err(newer) => newer,
            },
            Plan::Mark { tree, then_remove } => match mark(write, name, &item, *tree, then_remove).await? {
                Marked::Done(deleted) => return Ok(deleted),
                Marked::RemoveNext(newer) => {
                    check_version = false;
                    newer
                }
                Marked::Again(newer) => newer,
            },
        };
    }
}

/// Deletes an object that storage cannot read, which is all that such a request may delete (apiserver
/// `pkg/registry/generic/registry/corrupt_obj_deleter.go`).
async fn delete_unreadable(write: &Write<'_>, name: &str) -> Result<Deleted, Status> {
    let hub = write.hub;
    let key = hub.key(write.namespace, name);
    let mut current = hub.store.get(&key, None).await.map_err(|e| hub.store_error(&e, "delete", name))?.item;
    loop {
        let Some(item) = current else { return Err(Status::not_found(&write.named, name)) };
        if hub.decode(&item).is_ok() {
            let why = "unsafe deletion is not allowed because the object is decodable from storage";
            return Err(hub.unlike_stored(write.namespace, name, why));
        }
        let mut nameless = Tree::new(hub.schema.clone());
        metadata::set_text(&mut nameless, "name", name);
        match remove(write, name, &item, nameless).await? {
            Ok(deleted) => return Ok(deleted),
            Err(newer) => current = newer,
        }
    }
}

/// What is to be done with the object as it stands.
enum Plan {
    /// It is on its way already; nothing changes.
    Pending(Box<Tree>),
    /// It goes now.
    Remove(Box<Tree>),
    /// It would lose its finalizers and go, in a dry run.
    Empty,
    /// It is marked first.
    Mark { tree: Box<Tree>, then_remove: bool },
}

/// End of marking.
enum Marked {
    Done(Deleted),
    RemoveNext(Option<Arc<Item>>),
    Again(Option<Arc<Item>>),
}

fn stored(tree: Tree, revision: u64) -> Box<Stored> {
    Box::new(Stored { tree, revision })
}

fn plan(write: &mut Write<'_>, mut tree: Tree, options: &DeleteOptions) -> Plan {
    if metadata::deletion_grace(&tree).is_some_and(|g| g < 0) {
        metadata::set_deletion_grace(&mut tree, Some(1));
    }
    if let Some(termination) = write.hub.behaviour.termination
        && !metadata::is_deleting(&tree)
    {
        set_policy_finalizers(write, &mut tree, options);
        metadata::set_text(&mut tree, "deletionTimestamp", &write.world.now_text());
        let mut ctx = write.ctx(Operation::Delete, None);
        (termination.begin)(&mut tree, &mut ctx);
        return Plan::Mark { tree: Box::new(tree), then_remove: false };
    }
    if !write.hub.may_go(&tree) {
        return Plan::Pending(Box::new(tree));
    }
    let grace = grace(write, &mut tree, options);
    if grace == Grace::Pending {
        return Plan::Pending(Box::new(tree));
    }
    let had_finalizers = !metadata::finalizers(&tree).is_empty();
    set_policy_finalizers(write, &mut tree, options);
    let finalizers = !metadata::finalizers(&tree).is_empty();
    match grace {
        Grace::Period(seconds) => Plan::Mark { tree: Box::new(tree), then_remove: seconds == 0 && !finalizers },
        Grace::None | Grace::Pending if finalizers => {
            mark_as_deleting(write, &mut tree);
            Plan::Mark { tree: Box::new(tree), then_remove: false }
        }
        Grace::None | Grace::Pending if had_finalizers && write.dry_run => Plan::Empty,
        Grace::None | Grace::Pending => Plan::Remove(Box::new(tree)),
    }
}

/// What the kind's grace rule says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grace {
    /// The kind has none, or it is over.
    None,
    /// Deletion runs already and this request does not shorten it.
    Pending,
    /// The object is marked with so many seconds.
    Period(i64),
}

fn grace(write: &mut Write<'_>, tree: &mut Tree, options: &DeleteOptions) -> Grace {
    let Some(rule) = write.strategy.graceful_delete else { return Grace::None };
    let asked = options.grace_period_seconds.map(|s| if s < 0 { 1 } else { s });
    if metadata::is_deleting(tree) {
        return shorten(write, tree, asked);
    }
    let seconds = {
        let mut ctx = write.ctx(Operation::Delete, None);
        rule(tree, asked, &mut ctx).seconds
    };
    let end = write.world.now_seconds().saturating_add(seconds);
    metadata::set_text(tree, "deletionTimestamp", &time_text(end));
    metadata::set_deletion_grace(tree, Some(seconds));
    bump_generation(tree);
    Grace::Period(seconds)
}

/// A running deletion can only be shortened.
fn shorten(write: &Write<'_>, tree: &mut Tree, asked: Option<i64>) -> Grace {
    let Some(have) = metadata::deletion_grace(tree).filter(|g| *g != 0) else { return Grace::None };
    let Some(mut period) = asked.filter(|p| *p < have) else { return Grace::Pending };
    let start = metadata::deletion_time(tree).map_or(0, |t| t.seconds) - have;
    let (mut end, now) = (start.saturating_add(period), write.world.now_seconds());
    if end < now {
        end = now;
        if period != 0 {
            // Still a graceful deletion: somebody else sees the mark and does the final delete.
            period = 1;
        }
    }
    metadata::set_text(tree, "deletionTimestamp", &time_text(end));
    metadata::set_deletion_grace(tree, Some(period));
    Grace::Period(period)
}

fn bump_generation(tree: &mut Tree) {
    let generation = metadata::generation(tree);
    if generation > 0 {
        metadata::set_generation(tree, generation + 1);
    }
}

fn mark_as_deleting(write: &Write<'_>, tree: &mut Tree) {
    let now = write.world.now_seconds();
    if !metadata::is_deleting(tree) {
        bump_generation(tree);
    }
    if metadata::deletion_time(tree).is_none_or(|t| t.seconds > now) {
        metadata::set_text(tree, "deletionTimestamp", &time_text(now));
    }
    metadata::set_deletion_grace(tree, Some(0));
}

/// Adds and removes the garbage collector's finalizers as options, the object and the kind say.
fn set_policy_finalizers(write: &Write<'_>, tree: &mut Tree, options: &DeleteOptions) {
    let have = metadata::finalizers(tree);
    let (orphan, foreground) = policy(write.hub.behaviour.garbage, options, &have);
    let mut want: Vec<String> = have.iter().filter(|f| *f != ORPHAN && *f != FOREGROUND).cloned().collect();
    if orphan {
        want.push(ORPHAN.to_owned());
    }
    if foreground {
        want.push(FOREGROUND.to_owned());
    }
    let same = have.len() == want.len() && have.iter().all(|f| want.contains(f));
    if !same {
        metadata::set_finalizers(tree, &want);
    }
}

/// (orphan, foreground): the request decides, else the finalizers that are there, else the kind.
fn policy(default: Garbage, options: &DeleteOptions, have: &[String]) -> (bool, bool) {
    if default == Garbage::Unsupported {
        return (false, false);
    }
    if let Some(orphan) = options.orphan_dependents {
        return (orphan, false);
    }
    match options.propagation() {
        Some(Propagation::Orphan) => return (true, false),
        Some(Propagation::Foreground) => return (false, true),
        Some(Propagation::Background) => return (false, false),
        None => (),
    }
    match have.iter().find(|f| *f == ORPHAN || *f == FOREGROUND) {
        Some(f) if f == ORPHAN => (true, false),
        Some(_) => (false, true),
        None => (matches!(default, Garbage::Orphan(_)), false),
    }
}

/// Checks what a deletion says of the object; without a revision, its uid only.
///
/// # Errors
/// 409 with upstream's text.
pub(crate) fn check_preconditions(
    hub: &Hub,
    name: &str,
    conditions: Option<&Preconditions>,
    tree: &Tree,
    revision: Option<u64>,
) -> Result<(), Status> {
    let Some(conditions) = conditions else { return Ok(()) };
    let failed = |what: &str, want: &str, have: &str| {
        Err(Status::conflict(&hub.precondition_resource(), name, hub.precondition_text(what, want, have)))
    };
    let uid = metadata::uid(tree);
    if let Some(want) = conditions.uid.as_deref().filter(|want| *want != uid) {
        return failed("UID", want, uid);
    }
    let (Some(want), Some(revision)) = (conditions.resource_version.as_deref(), revision) else { return Ok(()) };
    let have = revision.to_string();
    if want == have { Ok(()) } else { failed("ResourceVersion", want, &have) }
}

/// Removes the object; the inner `Err` holds what another writer put there meanwhile.
async fn remove(
    write: &Write<'_>,
    name: &str,
    item: &Arc<Item>,
    tree: Tree,
) -> Result<Result<Deleted, Option<Arc<Item>>>, Status> {
    if write.dry_run {
        return Ok(Ok(Deleted::Gone(stored(tree, item.mod_revision.0))));
    }
    let claims = hooks::end(write, &tree).await?;
    match write.hub.store.commit(claims.join(Txn::remove(item.key.clone(), item.mod_revision))).await {
        Ok(done) => Ok(Ok(Deleted::Gone(stored(tree, done.revision.0)))),
        Err(error) => Ok(Err(newer(write, name, "delete", item, error)?)),
    }
}

/// Commits the mark. With `then_remove` the caller comes back with the marked object and removes it: watchers see both steps, as
/// upstream's do.
async fn mark(write: &Write<'_>, name: &str, item: &Arc<Item>, tree: Tree, then_remove: bool) -> Result<Marked, Status> {
    let revision = item.mod_revision.0;
    let value = write.hub.encode(&tree)?;
    if write.dry_run || value.body == item.value.body {
        let deleted = stored(tree, revision);
        return Ok(Marked::Done(if then_remove { Deleted::Gone(deleted) } else { Deleted::Pending(deleted) }));
    }
    match write.hub.store.commit(Txn::update(item.key.clone(), value, item.mod_revision)).await {
        Ok(_) if then_remove => {
            let marked = write.hub.store.get(&item.key, None).await.map_err(|e| write.hub.store_error(&e, "delete", name))?;
            Ok(Marked::RemoveNext(marked.item))
        }
        Ok(done) => Ok(Marked::Done(Deleted::Pending(stored(tree, done.revision.0)))),
        Err(Error::CompareFailed { current, .. }) => Ok(Marked::Again(current)),
        Err(error) => Err(write.hub.store_error(&error, "delete", name)),
    }
}

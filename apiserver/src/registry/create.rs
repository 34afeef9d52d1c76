//! Bringing a new object into the store: identity, preparation by its kind, checks, commit. Called by `endpoints::create` and, for kinds
//! that allow it, by update on a name that does not exist. Works on the hub version only.
//! Source of the order: apiserver `pkg/registry/generic/registry/store.go` and `pkg/registry/rest/create.go`.

use kinds::strategy::{Operation, Strategy};
use meta::status::{Reason, Status};
use object::Tree;
use storage::{Error, Txn};

use super::outcome::{Stored, Written};
use super::{Write, check};
use crate::hooks::{self, Claims};
use crate::metadata;

/// How often a generated name is tried: with one million names of one prefix in use, eight tries still fail once in a thousand.
const GENERATE_ATTEMPTS: usize = 8;

/// Creates an object. `tree` is decoded, converted, wiped of system fields and bound to its namespace.
///
/// # Errors
/// Upstream's Status: Invalid, AlreadyExists, and what the store says.
pub(crate) async fn create(write: &mut Write<'_>, mut tree: Tree) -> Result<Written, Status> {
    let name = metadata::name(&tree).to_owned();
    write.mutate(Operation::Create, &name, Some(&mut tree), None).await?;
    if metadata::generate_name(&tree).is_empty() || !metadata::name(&tree).is_empty() {
        return create_once(write, tree).await;
    }
    let mut attempts = 1;
    loop {
        match create_once(write, tree.clone()).await {
            Err(status) if status.reason == Reason::AlreadyExists && attempts < GENERATE_ATTEMPTS => attempts += 1,
            other => return other,
        }
    }
}

async fn create_once(write: &mut Write<'_>, mut tree: Tree) -> Result<Written, Status> {
    let generated = fill_identity(write, &mut tree);
    let (warned, audited) = (write.warnings.len(), write.audit.len());
    let hooked = write.hub.hook.get().is_some();
    loop {
        let untouched = hooked.then(|| tree.clone());
        let claims = hooks::begin(write, &mut tree, None).await?;
        match (commit(write, tree, generated, claims).await?, untouched) {
            (Some(written), _) => return Ok(written),
            (None, Some(untouched)) => tree = untouched,
            (None, None) => return Err(Status::internal_error("a write without claims met somebody else's")),
        }
        write.warnings.truncate(warned);
        write.audit.truncate(audited);
    }
}

/// Checks and commits a new object; none when somebody else took what a hook claimed.
async fn commit(write: &mut Write<'_>, mut tree: Tree, generated: bool, claims: Claims) -> Result<Option<Written>, Status> {
    prepare(write, &mut tree)?;
    let name = metadata::name(&tree).to_owned();
    write.admit(Operation::Create, &name, &tree, None).await?;
    let key = write.hub.key(metadata::namespace(&tree), &name);
    if !matches!(metadata::resource_version(&tree), "" | "0") {
        return Err(Status::unmapped("resourceVersion should not be set on objects to be created"));
    }
    let value = write.hub.encode(&tree)?;
    write.hub.as_read(&mut tree);
    let taken = match write.dry_run {
        true => write.hub.store.get(&key, None).await.map_err(|e| write.hub.store_error(&e, "create", &name))?.item,
        false => {
            let txn = Txn::default().expect(key.clone(), None).put_for(key.clone(), value, write.hub.ttl(write.world));
            match write.hub.store.commit(claims.join(txn)).await {
                Ok(done) => {
                    return Ok(Some(Written { stored: Stored { tree, revision: done.revision.0 }, created: true }));
                }
                Err(Error::CompareFailed { key: failed, .. }) if failed != key => return Ok(None),
                Err(Error::CompareFailed { current: Some(item), .. }) => Some(item),
                Err(error) => return Err(write.hub.store_error(&error, "create", &name)),
            }
        }
    };
    let Some(item) = taken else {
        return Ok(Some(Written { stored: Stored { tree, revision: 0 }, created: true }));
    };
    let mut status = if generated {
        Status::generate_name_conflict(&write.named, &name, 1)
    } else {
        Status::already_exists(&write.named, &name)
    };
    if metadata::is_deleting(&write.hub.decode(&item)?) {
        status.message = format!("object is being deleted: {}", status.message);
    }
    Err(status)
}

/// Sets uid and creation time, and makes up the name; says whether it did.
fn fill_identity(write: &Write<'_>, tree: &mut Tree) -> bool {
    metadata::set_text(tree, "creationTimestamp", &write.world.now_text());
    metadata::set_text(tree, "uid", &write.world.uuid());
    let base = metadata::generate_name(tree).to_owned();
    if base.is_empty() || !metadata::name(tree).is_empty() {
        return !base.is_empty();
    }
    metadata::set_text(tree, "name", &write.world.generate_name(&base));
    true
}

/// Preparation, validation and canonical form of a new object.
pub(super) fn prepare(write: &mut Write<'_>, tree: &mut Tree) -> Result<(), Status> {
    let hub = write.hub;
    let strategy: &Strategy = write.strategy;
    hub.bind_namespace(write.namespace, tree)?;
    let errors = {
        let mut ctx = write.ctx(Operation::Create, None);
        (strategy.prepare)(tree, &mut ctx);
        let errors = (strategy.validate)(tree, &mut ctx);
        if errors.is_empty() { check::new_object(tree, hub, &ctx) } else { errors }
    };
    if !errors.is_empty() {
        return Err(Status::invalid(&hub.kind.group_kind(), metadata::name(tree), &errors));
    }
    let mut ctx = write.ctx(Operation::Create, None);
    (strategy.warn)(tree, &mut ctx);
    tree.normalise();
    (strategy.canonicalise)(tree);
    Ok(())
}

//! POST of an Eviction at `pods/NAME/eviction`: a delete that asks the disruption budgets first. Which pods a budget holds and what it
//! says is `kinds::policy::disruption`'s, the pod's mark `kinds::core::pod::evict`'s; this file reads, and writes with compare-and-set.
//! Source: upstream `pkg/registry/core/pod/storage/eviction.go`.

use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;
use kinds::core::pod::evict;
use kinds::policy::disruption;
use kinds::strategy::Operation;
use kinds::{id, table};
use meta::Gvk;
use meta::field::{FieldError, Path};
use meta::options::{DeleteOptions, ListOptions, WriteOptions};
use meta::status::{Body, Outcome, Reason, Status};
use object::Tree;

use super::{Call, OwnedWrite, body, supervise};
use crate::exchange::{Response, Told};
use crate::negotiate::{self, Format, Route};
use crate::registry::delete::{check_preconditions, delete as store_delete};
use crate::registry::hub::Form;
use crate::registry::list::{Filter, list};
use crate::registry::update::{Conditions, update as store_change};
use crate::server::Inner;
use crate::{delete_options, local, managed, metadata, respond};

/// The subresource of pods under which evictions run.
pub(super) const SUBRESOURCE: &str = "eviction";

const GROUP: &str = "policy";
const KIND: &str = "Eviction";
/// How often a pod that others keep changing is tried; upstream's number.
const ATTEMPTS: usize = 20;

pub(super) async fn evict(call: Call, request_body: net::Body) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Document)?;
    let format = negotiate::input(&call.headers)?;
    let bytes = body::read(&call, "create", request_body).await?;
    let query = WriteOptions::from_query(&call.query);
    query.validate_create()?;
    let mut warnings = Vec::new();
    let form = form(&call, format, &bytes).await?;
    let mut eviction = body::decode(&call, &form, format, bytes, query.field_validation(), &mut warnings).await?;
    call.hub.bind_namespace(&call.namespace, &mut eviction)?;
    let name = call.name.clone();
    let options = options(&eviction, &name, &query);
    let owned = call.write(options.as_ref().map_or(query.is_dry_run(), |o| !o.dry_run.is_empty()));
    let task = async move {
        let write = owned.borrow(Vec::new());
        write.mutate(Operation::Create, &name, Some(&mut eviction), None).await?;
        let options = options?;
        write.admit(Operation::Create, &name, &eviction, None).await?;
        drop(write);
        Evicting { pods: owned, name, options }.run().await
    };
    supervise::run(&call, task).await?;
    let done = Body { outcome: Outcome::Success, code: 201, ..Body::default() };
    let mut response = respond::status_with(&Status::from_body(done), output, &warnings);
    *response.status_mut() = StatusCode::CREATED;
    Ok(response)
}

/// The version that the document calls itself of: both of its versions are taken, and look the same.
async fn form(call: &Call, format: Format, bytes: &Bytes) -> Result<Form, Status> {
    let said = body::says(call, format, bytes).await?;
    let beta = said.is_some_and(|said| said.api_version == "policy/v1beta1" && said.kind == KIND);
    let (version, schema) = if beta { ("v1beta1", id::POLICY_V1BETA1_EVICTION) } else { ("v1", id::POLICY_V1_EVICTION) };
    Ok(Form { gvk: Gvk::of(GROUP, version, KIND), schema: table::schema(schema) })
}

/// The options of the deletion, with the request's dry run.
fn options(eviction: &Tree, name: &str, query: &WriteOptions) -> Result<DeleteOptions, Status> {
    if metadata::name(eviction) != name {
        return Err(Status::bad_request("name in URL does not match name in Eviction object"));
    }
    let mut options = eviction.at(&["deleteOptions"]).map(delete_options::read).unwrap_or_default();
    if options.ignore_store_read_error == Some(true) {
        let path = Path::new("deleteOptions").child("ignoreStoreReadErrorWithClusterBreakingPotential");
        let error = FieldError::invalid(&path, true, "can not be set for pod eviction, try after removing the option");
        return Err(Status::invalid(&Gvk::of(GROUP, "v1", KIND).group_kind(), name, &[error]));
    }
    if options.dry_run.is_empty() {
        options.dry_run.clone_from(&query.dry_run);
    } else if !query.dry_run.is_empty() && query.dry_run != options.dry_run {
        let (asked, said) = (query.dry_run.join(" "), options.dry_run.join(" "));
        let text = format!("Non-matching dry-run options in request and content: [{asked}] and [{said}]");
        return Err(Status::unmapped(text));
    }
    Ok(options)
}

/// One eviction on its way.
struct Evicting {
    pods: OwnedWrite,
    name: String,
    options: DeleteOptions,
}

/// A pod as it was read.
struct Seen {
    pod: Tree,
    revision: u64,
}

impl Evicting {
    async fn run(&self) -> Result<(), Status> {
        let Some(seen) = self.without_budget().await? else { return Ok(()) };
        let Some(budget) = self.budget(&seen.pod).await? else { return self.remove(self.options.clone()).await };
        if evict::is_ready(&seen.pod) || !disruption::spares_unready(&budget) {
            self.charge(budget).await?;
            return self.remove(self.options.clone()).await;
        }
        // It is not counted as long as it does not serve: it must not have begun to meanwhile.
        match self.remove(self.pinned(seen.revision)).await {
            Err(status) if status.reason == Reason::Conflict && !self.is_pinned() => {
                Err(disruption::not_yet(metadata::name(&budget)))
            }
            other => other,
        }
    }

    /// Removes a pod that no budget holds; gives one that a budget may hold back. A pod that changed meanwhile is looked at again.
    async fn without_budget(&self) -> Result<Option<Seen>, Status> {
        let mut seen = self.read().await?;
        for _ in 1..ATTEMPTS {
            if !evict::needs_no_budget(&seen.pod) {
                return Ok(Some(seen));
            }
            let over = evict::is_over(&seen.pod);
            let options = if over || self.is_pinned() { self.options.clone() } else { self.pinned(seen.revision) };
            let Err(status) = self.remove(options).await else { return Ok(None) };
            if status.reason != Reason::Conflict || self.is_pinned() {
                return Err(status);
            }
            let before = std::mem::replace(&mut seen, self.read().await?);
            if before.revision == seen.revision {
                return Err(status);
            }
        }
        Err(Status::conflict(&self.pods.hub.resource, &self.name, crate::registry::update::MODIFIED))
    }

    async fn read(&self) -> Result<Seen, Status> {
        let hub = &self.pods.hub;
        let answer = hub.store.get(&hub.key(&self.pods.namespace, &self.name), None).await;
        let item = answer.map_err(|e| hub.store_error(&e, "get", &self.name))?.item;
        let Some(item) = item else { return Err(Status::not_found(&hub.resource, &self.name)) };
        Ok(Seen { pod: hub.decode(&item)?, revision: item.mod_revision.0 })
    }

    /// Whether the client said which revision of the pod it means.
    fn is_pinned(&self) -> bool {
        self.options.preconditions.as_ref().is_some_and(|p| p.resource_version.is_some())
    }

    /// The options for one revision of the pod only.
    fn pinned(&self, revision: u64) -> DeleteOptions {
        let mut options = self.options.clone();
        options.preconditions.get_or_insert_default().resource_version = Some(revision.to_string());
        options
    }

    /// The one budget that holds the pod.
    async fn budget(&self, pod: &Tree) -> Result<Option<Tree>, Status> {
        let Some(endpoint) = self.pods.server.catalog.find(GROUP, "v1", "poddisruptionbudgets") else { return Ok(None) };
        let Some(hub) = &endpoint.hub else { return Ok(None) };
        let filter = Filter { namespace: &self.pods.namespace, name: None, matches: &|_| true, everything: true };
        let page = list(hub, &self.pods.server.world, &ListOptions::default(), &filter).await?;
        let mut found = None;
        for object in &page.items {
            let budget = hub.tree_of(object)?;
            if disruption::holds(&budget, pod) && found.replace(budget).is_some() {
                return Err(Status::unmapped(
                    "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.",
                ));
            }
        }
        Ok(found)
    }

    /// Takes the disruption from the budget as it stands when it is written.
    async fn charge(&self, mut budget: Tree) -> Result<(), Status> {
        let now = self.pods.server.world.now();
        if !self.options.dry_run.is_empty() {
            return disruption::take(&mut budget, &self.name, now);
        }
        let owned = budget_write(&self.pods.server, &self.pods.namespace)?;
        let name = metadata::name(&budget);
        let mut change = |old: Option<&Tree>, revision: u64| {
            let Some(old) = old else { return Err(Status::not_found(&owned.hub.resource, name)) };
            let mut tree = old.clone();
            disruption::take(&mut tree, &self.name, now)?;
            managed::record(&owned, Some(old), &mut tree);
            // Writes of budgets must say which revision they change.
            metadata::set_text(&mut tree, "resourceVersion", &revision.to_string());
            Ok(tree)
        };
        let mut write = owned.borrow(Vec::new());
        store_change(&mut write, name, &Conditions::default(), &mut change).await?;
        Ok(())
    }

    /// Marks the pod and deletes it. The deletion's precondition follows the mark.
    async fn remove(&self, mut options: DeleteOptions) -> Result<(), Status> {
        options.validate()?;
        let mut write = self.pods.borrow(Vec::new()).unasked();
        if options.dry_run.is_empty() {
            let (hub, now) = (&self.pods.hub, write.world.now());
            let conditions = options.preconditions.clone();
            let mut change = |old: Option<&Tree>, revision: u64| {
                let Some(old) = old else { return Err(Status::not_found(&hub.resource, &self.name)) };
                check_preconditions(hub, &self.name, conditions.as_ref(), old, Some(revision))?;
                let mut pod = old.clone();
                evict::mark(&mut pod, now);
                Ok(pod)
            };
            let marked = store_change(&mut write, &self.name, &Conditions::default(), &mut change).await?;
            if let Some(version) = options.preconditions.as_mut().and_then(|p| p.resource_version.as_mut()) {
                *version = marked.stored.revision.to_string();
            }
        }
        store_delete(&mut write, &self.name, &options).await?;
        Ok(())
    }
}

/// A write of a budget's status by the server itself.
fn budget_write(server: &Arc<Inner>, namespace: &str) -> Result<OwnedWrite, Status> {
    let missing = || Status::internal_error("disruption budgets are not served");
    let endpoint = server.catalog.find(GROUP, "v1", "poddisruptionbudgets").ok_or_else(missing)?;
    let hub = endpoint.hub.clone().ok_or_else(missing)?;
    let strategy = hub.behaviour.strategy("status").ok_or_else(missing)?;
    Ok(OwnedWrite {
        server: server.clone(),
        endpoint,
        hub,
        strategy,
        namespace: namespace.to_owned(),
        subresource: "status".to_owned(),
        user: local::user(),
        manager: local::PROGRAM.to_owned(),
        told: Told::default(),
        dry_run: false,
    })
}

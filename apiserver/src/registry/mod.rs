//! The generic registry: what happens to objects between endpoints and storage, for every resource alike. Endpoints call it with
//! decoded trees in the hub version; it decides by facts and strategies and knows no kind by name. No HTTP in here.

pub(crate) mod admit;
pub(crate) mod cache;
pub(crate) mod check;
pub(crate) mod create;
pub(crate) mod delete;
pub(crate) mod hub;
pub(crate) mod list;
pub(crate) mod outcome;
pub(crate) mod record;
pub(crate) mod update;
pub(crate) mod watch;
pub(crate) mod world;

use kinds::strategy::{Ctx, Operation, Strategy, User};
use meta::GroupVersion;
use meta::gvk::GroupResource;
use object::Tree;

use hub::Hub;
use world::World;

use crate::lookup::StoreLookup;

/// One write on its way.
pub(crate) struct Write<'a> {
    /// The resource.
    pub hub: &'a Hub,
    /// The resource as the request names it, for errors: one hub serves events of two groups.
    pub named: GroupResource,
    /// The server's surroundings.
    pub world: &'a World,
    /// Behaviour of the endpoint that was called.
    pub strategy: &'a Strategy,
    /// Namespace of the path; empty for cluster-scoped resources.
    pub namespace: &'a str,
    /// Group and version of the request.
    pub request: &'a GroupVersion,
    /// Subresource; empty for the resource itself.
    pub subresource: &'a str,
    /// Nothing is written; the answer is as if it were.
    pub dry_run: bool,
    /// Who asks.
    pub user: &'a User,
    /// Whom admission asks about other objects; none where nothing is asked.
    pub lookup: Option<StoreLookup<'a>>,
    /// Warnings for the client, in order.
    pub warnings: Vec<String>,
    /// Audit annotations.
    pub audit: Vec<(String, String)>,
}

impl<'a> Write<'a> {
    /// The context of strategy functions.
    pub(crate) fn ctx<'c>(&'c mut self, operation: Operation, old: Option<&'c Tree>) -> Ctx<'c>
    where
        'a: 'c,
    {
        Ctx {
            now: self.world.now(),
            gates: &self.world.gates,
            emulated: self.world.emulated,
            operation,
            request: self.request,
            subresource: self.subresource,
            user: self.user,
            old,
            warnings: &mut self.warnings,
            audit: &mut self.audit,
        }
    }
}

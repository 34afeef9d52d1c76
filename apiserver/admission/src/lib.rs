//! Admission: what may refuse or change a write besides the kind itself, one plugin a file, one list in run order. Called by the API
//! server's endpoints between decoding and the registry. Plugins see objects in the hub version; they must never touch storage
//! themselves, only ask through the traits here.
#![warn(missing_docs)]

mod namespace_lifecycle;

use kinds::strategy::{Operation, User};
use meta::GroupResource;
use meta::status::Status;
use object::Tree;
use sys::BoxFuture;

/// One write, as plugins see it.
pub struct Attributes<'a> {
    /// What is being done.
    pub operation: Operation,
    /// Group and plural.
    pub resource: &'a GroupResource,
    /// Namespace; empty for cluster-scoped resources.
    pub namespace: &'a str,
    /// Name; empty when the server is to make it up.
    pub name: &'a str,
    /// Subresource; empty for the resource itself.
    pub subresource: &'a str,
    /// The object in the hub version; none for deletes.
    pub object: Option<&'a Tree>,
    /// Who asks.
    pub user: &'a User,
    /// Nothing will be written.
    pub dry_run: bool,
}

impl Attributes<'_> {
    /// 403 of a plugin, in upstream's frame (`admission.NewForbidden`).
    #[must_use]
    pub fn forbidden(&self, reason: &str) -> Status {
        let mut name = self.name.to_owned();
        if let (true, Some(object)) = (name.is_empty(), self.object) {
            name = object.str(&["metadata", "name"]).unwrap_or("").to_owned();
            let base = object.str(&["metadata", "generateName"]).unwrap_or("");
            if name.is_empty() && !base.is_empty() {
                name = format!("{base} (name generated from generateName)");
            }
        }
        Status::forbidden(self.resource, if name.is_empty() { "Unknown/errorGettingName" } else { &name }, reason)
    }
}

/// What plugins may ask about other objects.
pub trait Lookup: Send + Sync {
    /// The namespace in the hub version, as of now.
    ///
    /// # Errors
    /// NotFound, and what the store says.
    fn namespace<'a>(&'a self, name: &'a str) -> BoxFuture<'a, Result<Tree, Status>>;
}

/// A plugin that may refuse.
struct Plugin {
    /// Upstream's name, as `--enable-admission-plugins` has it.
    name: &'static str,
    /// Says no by an error.
    check: for<'a> fn(&'a Attributes<'a>, &'a dyn Lookup) -> BoxFuture<'a, Result<(), Status>>,
}

/// In run order.
const PLUGINS: &[Plugin] = &[Plugin { name: "NamespaceLifecycle", check: namespace_lifecycle::check }];

/// Asks every plugin in order.
///
/// # Errors
/// The first refusal.
pub async fn admit(attributes: &Attributes<'_>, lookup: &dyn Lookup) -> Result<(), Status> {
    for plugin in PLUGINS {
        (plugin.check)(attributes, lookup).await?;
    }
    Ok(())
}

/// Names of the plugins in run order.
pub fn names() -> impl Iterator<Item = &'static str> {
    PLUGINS.iter().map(|p| p.name)
}

//! Admission: what may change or refuse a write besides the kind itself, one plugin a file, one list in run order. Called by the API
//! server between decoding and the store: [`mutate`] before the kind prepares and checks the object, [`validate`] after that. Plugins see
//! objects in the hub version; they must never touch storage themselves, only ask through the traits here, and never managed fields.
#![warn(missing_docs)]

mod claim_resize;
mod class;
mod default_ingress_class;
mod default_storage_class;
mod default_toleration_seconds;
mod namespace_lifecycle;
mod node_taint;
mod pod_topology_labels;
mod priority;
mod runtime_class;
mod storage_protection;
#[cfg(test)]
mod testkit;

use kinds::strategy::{Operation, User};
use meta::GroupResource;
use meta::status::Status;
use object::Tree;
use sys::{BoxFuture, Tick};

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
    /// The stored object in the hub version, on updates.
    pub old: Option<&'a Tree>,
    /// Who asks.
    pub user: &'a User,
    /// Which feature gates are on.
    pub gates: &'a (dyn Fn(&str) -> bool + Send + Sync),
    /// Nothing will be written.
    pub dry_run: bool,
    /// Who times the plugins.
    pub meter: &'a dyn Meter,
}

impl Attributes<'_> {
    /// Whether the write is one of a resource itself.
    #[must_use]
    pub fn is(&self, group: &str, resource: &str) -> bool {
        self.is_subresource(group, resource, "")
    }

    /// Whether the write is one of a subresource.
    #[must_use]
    pub fn is_subresource(&self, group: &str, resource: &str, subresource: &str) -> bool {
        self.resource.resource == resource && self.resource.group == group && self.subresource == subresource
    }

    /// 403 of a plugin, in upstream's frame (`admission.NewForbidden`).
    #[must_use]
    pub fn forbidden(&self, object: Option<&Tree>, reason: &str) -> Status {
        let mut name = self.name.to_owned();
        if let (true, Some(object)) = (name.is_empty(), object) {
            name = object.str(&["metadata", "name"]).unwrap_or("").to_owned();
            let base = object.str(&["metadata", "generateName"]).unwrap_or("");
            if name.is_empty() {
                base.clone_into(&mut name);
            }
        }
        Status::forbidden(self.resource, if name.is_empty() { "Unknown" } else { &name }, reason)
    }
}

/// The stages, as metrics name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before the kind prepares the object.
    Admit,
    /// As it would be stored.
    Validate,
}

/// Times plugins.
pub trait Meter: Send + Sync {
    /// Monotonic time now.
    fn now(&self) -> Tick;

    /// A plugin was asked, since `began`.
    fn asked(&self, plugin: &'static str, stage: Stage, operation: Operation, began: Tick, refused: bool);
}

impl Attributes<'_> {
    /// Times what a plugin says.
    async fn timed(&self, plugin: &Plugin, stage: Stage, verdict: Done<'_>) -> Result<(), Status> {
        let began = self.meter.now();
        let verdict = verdict.await;
        self.meter.asked(plugin.name, stage, self.operation, began, verdict.is_err());
        verdict
    }
}

/// What plugins may ask about other objects: answers in the hub version, as of now.
pub trait Lookup: Send + Sync {
    /// One object; the namespace is empty for cluster-scoped resources.
    ///
    /// # Errors
    /// NotFound, also for resources that are not served, and what the store says.
    fn get<'a>(&'a self, resource: &'a GroupResource, namespace: &'a str, name: &'a str) -> BoxFuture<'a, Result<Tree, Status>>;

    /// All objects of a namespace, or of a cluster-scoped resource, by name; none of a resource that is not served.
    ///
    /// # Errors
    /// What the store says.
    fn list<'a>(&'a self, resource: &'a GroupResource, namespace: &'a str) -> BoxFuture<'a, Result<Vec<Tree>, Status>>;
}

/// A plugin's verdict.
type Done<'a> = BoxFuture<'a, Result<(), Status>>;
/// Says no by an error, and changes nothing.
type Refuse = for<'a> fn(Option<&'a Tree>, &'a Attributes<'a>, &'a dyn Lookup) -> Done<'a>;
/// Changes the object; refuses only what it cannot change.
type Mutate = for<'a> fn(&'a mut Tree, &'a Attributes<'a>, &'a dyn Lookup) -> Done<'a>;
/// Says no to an object as it would be stored.
type Validate = for<'a> fn(&'a Tree, &'a Attributes<'a>, &'a dyn Lookup) -> Done<'a>;

/// A plugin: its parts in the two stages.
struct Plugin {
    /// Upstream's name, as `--enable-admission-plugins` has it.
    name: &'static str,
    /// Whether it has to do with a write at all.
    applies: fn(&Attributes<'_>) -> bool,
    /// Refuses before anything is changed; also deletions, which bring no object.
    refuse: Option<Refuse>,
    mutate: Option<Mutate>,
    validate: Option<Validate>,
}

impl Plugin {
    const fn new(name: &'static str, applies: fn(&Attributes<'_>) -> bool) -> Self {
        Self { name, applies, refuse: None, mutate: None, validate: None }
    }

    const fn refusing(self, refuse: Refuse) -> Self {
        Self { refuse: Some(refuse), ..self }
    }

    const fn mutating(self, mutate: Mutate) -> Self {
        Self { mutate: Some(mutate), ..self }
    }

    const fn validating(self, validate: Validate) -> Self {
        Self { validate: Some(validate), ..self }
    }
}

/// In upstream's run order.
const PLUGINS: &[Plugin] = &[
    Plugin::new("NamespaceLifecycle", namespace_lifecycle::applies).refusing(namespace_lifecycle::refuse),
    Plugin::new("TaintNodesByCondition", node_taint::applies).mutating(node_taint::mutate),
    Plugin::new("Priority", priority::applies).mutating(priority::mutate).validating(priority::validate),
    Plugin::new("DefaultTolerationSeconds", default_toleration_seconds::applies).mutating(default_toleration_seconds::mutate),
    Plugin::new("DefaultStorageClass", default_storage_class::applies).mutating(default_storage_class::mutate),
    Plugin::new("StorageObjectInUseProtection", storage_protection::applies).mutating(storage_protection::mutate),
    Plugin::new("PersistentVolumeClaimResize", claim_resize::applies).validating(claim_resize::validate),
    Plugin::new("RuntimeClass", runtime_class::applies).mutating(runtime_class::mutate).validating(runtime_class::validate),
    Plugin::new("DefaultIngressClass", default_ingress_class::applies).mutating(default_ingress_class::mutate),
    Plugin::new("PodTopologyLabels", pod_topology_labels::applies).mutating(pod_topology_labels::mutate),
];

fn relevant<'a>(attributes: &'a Attributes<'_>) -> impl Iterator<Item = &'static Plugin> + use<'a> {
    PLUGINS.iter().filter(move |plugin| (plugin.applies)(attributes))
}

/// The first stage: every plugin in order refuses or changes the object; a deletion has none.
///
/// # Errors
/// The first refusal.
pub async fn mutate(mut object: Option<&mut Tree>, attributes: &Attributes<'_>, lookup: &dyn Lookup) -> Result<(), Status> {
    for plugin in relevant(attributes) {
        if let Some(refuse) = plugin.refuse {
            attributes.timed(plugin, Stage::Admit, refuse(object.as_deref(), attributes, lookup)).await?;
        }
        if let (Some(mutate), Some(object)) = (plugin.mutate, object.as_deref_mut()) {
            attributes.timed(plugin, Stage::Admit, mutate(object, attributes, lookup)).await?;
        }
    }
    Ok(())
}

/// The second stage: every plugin in order judges the object as it would be stored.
///
/// # Errors
/// The first refusal.
pub async fn validate(object: &Tree, attributes: &Attributes<'_>, lookup: &dyn Lookup) -> Result<(), Status> {
    for plugin in relevant(attributes) {
        if let Some(validate) = plugin.validate {
            attributes.timed(plugin, Stage::Validate, validate(object, attributes, lookup)).await?;
        }
    }
    Ok(())
}

/// Names of the plugins in run order.
pub fn names() -> impl Iterator<Item = &'static str> {
    PLUGINS.iter().map(|p| p.name)
}

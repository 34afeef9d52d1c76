//! Which resources this server serves, in which versions: the generated tables seen through `--runtime-config` and the emulated release.
//! Made once at start; discovery, OpenAPI and every endpoint read it. Holds no behaviour.

mod enabled;
mod endpoint;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use cacher::Cacher;
pub use enabled::Enabled;
pub(crate) use endpoint::Endpoint;
use kinds::behaviours::behaviour;
use kinds::resource::{Release, Resource, Served, Storage};
use kinds::table;
use meta::gvk::{GroupResource, GroupVersion, Gvk, Gvr};
use meta::status::Status;
use object::schema::Schema;
use openapi::served;

use crate::convert::Conversion;
use crate::metrics::Stores;
use crate::registry::hub::{Form, Hub};

/// Root of all storage keys, as upstream's `--etcd-prefix`.
const ROOT: &str = "/registry/";

/// Everything served.
pub(crate) struct Catalog {
    endpoints: HashMap<(String, String), HashMap<String, Arc<Endpoint>>>,
    groups: Vec<(String, Vec<String>)>,
    hubs: Vec<Arc<Hub>>,
    emulated: Release,
}

impl Catalog {
    /// Builds the catalog.
    ///
    /// # Errors
    /// What is wrong with the tables for this release.
    pub(crate) fn new(enabled: &Enabled, stores: &Stores, emulated: Release) -> Result<Self, String> {
        let mut catalog = Self { endpoints: HashMap::new(), groups: Vec::new(), hubs: Vec::new(), emulated };
        for group in table::groups() {
            let mut versions = Vec::new();
            for version in group.versions {
                if enabled.has_version(group.name, version.version, version.default_on) {
                    catalog.endpoints.entry((group.name.to_owned(), version.version.to_owned())).or_default();
                    versions.push(version.version.to_owned());
                }
            }
            catalog.groups.push((group.name.to_owned(), versions));
        }
        for resource in table::resources() {
            catalog.add(resource, enabled, stores)?;
        }
        catalog.endpoints.retain(|_, resources| !resources.is_empty());
        for (group, versions) in &mut catalog.groups {
            versions.retain(|v| catalog.endpoints.contains_key(&(group.clone(), v.clone())));
        }
        catalog.groups.retain(|(_, versions)| !versions.is_empty());
        Ok(catalog)
    }

    fn add(&mut self, resource: &'static Resource, enabled: &Enabled, stores: &Stores) -> Result<(), String> {
        let served: Vec<&'static Served> = resource
            .versions
            .iter()
            .filter(|v| enabled.has_resource(resource.group, v.version, resource.plural, v.default_on))
            .collect();
        if served.is_empty() {
            return Ok(());
        }
        let hub = self.hub_of(resource, stores)?;
        for version in served {
            let endpoint = Arc::new(endpoint(resource, version, hub.clone()));
            let key = (resource.group.to_owned(), version.version.to_owned());
            self.endpoints.entry(key).or_default().insert(resource.plural.to_owned(), endpoint);
        }
        Ok(())
    }

    /// The hub of a resource: one per storage prefix, so that both event groups share theirs.
    fn hub_of(&mut self, resource: &'static Resource, stores: &Stores) -> Result<Option<Arc<Hub>>, String> {
        let Some(stored) = resource.storage_version(self.emulated) else { return Ok(None) };
        if let Some(hub) = self.hubs.iter().find(|hub| hub.prefix == prefix(resource)) {
            return Ok(Some(hub.clone()));
        }
        let owner = if stored.group == resource.group { Some(resource) } else { table::resource(stored.group, resource.plural) };
        let owner = owner.ok_or_else(|| format!("{}.{} is stored under an unknown resource", resource.plural, resource.group))?;
        let hub = Arc::new(hub(owner, stored, stores)?);
        self.hubs.push(hub.clone());
        Ok(Some(hub))
    }

    /// What keeps the objects of a resource, whether it is served or not.
    ///
    /// # Errors
    /// What is wrong with the tables for this release.
    pub(crate) fn stored(&self, group: &str, plural: &str, stores: &Stores) -> Result<Arc<Hub>, String> {
        let unknown = || format!("{plural}.{group} is not stored");
        let resource = table::resource(group, plural).ok_or_else(unknown)?;
        let stored = resource.storage_version(self.emulated).ok_or_else(unknown)?;
        match self.hubs.iter().find(|hub| hub.prefix == prefix(resource)) {
            Some(hub) => Ok(hub.clone()),
            None => Ok(Arc::new(hub(resource, stored, stores)?)),
        }
    }

    /// Whether a group version is served.
    #[must_use]
    pub(crate) fn serves(&self, group: &str, version: &str) -> bool {
        self.endpoints.contains_key(&(group.to_owned(), version.to_owned()))
    }

    /// Whether any version of a group is served.
    #[must_use]
    pub(crate) fn has_group(&self, group: &str) -> bool {
        self.groups.iter().any(|(name, _)| name == group)
    }

    /// Groups with their served versions, in upstream's order.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.groups.iter().map(|(group, versions)| (group.as_str(), versions.as_slice()))
    }

    /// A resource in a version.
    #[must_use]
    pub(crate) fn find(&self, group: &str, version: &str, plural: &str) -> Option<Arc<Endpoint>> {
        self.endpoints.get(&(group.to_owned(), version.to_owned()))?.get(plural).cloned()
    }

    /// Everything that is stored.
    pub(crate) fn hubs(&self) -> &[Arc<Hub>] {
        &self.hubs
    }

    /// What all versions of a resource share.
    #[must_use]
    pub(crate) fn hub(&self, resource: &GroupResource) -> Option<&Arc<Hub>> {
        self.hubs.iter().find(|hub| hub.resource == *resource)
    }

    /// What a document of another kind than the endpoint's is told. Upstream decodes it as what it calls itself first: `read` says
    /// what is wrong with it as such.
    pub(crate) fn other_kind(
        &self,
        given: &Gvk,
        expect: &Gvk,
        read: &dyn Fn(&Schema) -> Option<String>,
        cannot: &dyn Fn(&str) -> Status,
    ) -> Status {
        let known = known_schema(given);
        if let Some(why) = known.as_ref().and_then(read) {
            return cannot(&why);
        }
        if known.is_some() && given.kind == expect.kind {
            return Status::bad_request(format!(
                "the API version in the data ({}) does not match the expected API version ({})",
                given.group_version(),
                expect.group_version()
            ));
        }
        cannot(&unlike(given, expect))
    }

    /// The watch caches that somebody has used.
    pub(crate) fn cachers(&self) -> impl Iterator<Item = &Arc<Cacher>> {
        self.hubs.iter().filter_map(|hub| hub.cacher.get())
    }

    /// What discovery and OpenAPI show.
    #[must_use]
    pub(crate) fn served(&self) -> served::Served {
        let groups = self.groups.iter().map(|(group, versions)| served::Group {
            name: group.clone().into(),
            versions: versions.iter().map(|version| self.served_version(group, version)).collect(),
        });
        served::Served::new(groups.collect())
    }

    fn served_version(&self, group: &str, version: &str) -> served::Version {
        let resources = self.endpoints.get(&(group.to_owned(), version.to_owned()));
        served::Version {
            name: version.to_owned().into(),
            resources: resources.into_iter().flat_map(HashMap::values).map(|e| e.describe(true)).collect(),
        }
    }
}

/// The schema of a kind that upstream's scheme of all kinds knows; those of answers and options are in a scheme of their own.
pub(crate) fn known_schema(given: &Gvk) -> Option<Schema> {
    table::schema_of(&given.group, &given.version, &given.kind).filter(|_| given.group != "meta.k8s.io")
}

/// What upstream's scheme says of a document of one kind that is to become another.
pub(crate) fn unlike(given: &Gvk, expect: &Gvk) -> String {
    if known_schema(given).is_some() {
        let internal = internal_package(&expect.group);
        return format!("converting ({}.{}) to ({internal}.{}): unknown conversion", given.version, given.kind, expect.kind);
    }
    format!(
        "no kind {} is registered for version {} in scheme \"pkg/runtime/scheme.go:111\"",
        meta::text::quote(&given.kind),
        meta::text::quote(&given.group_version().to_string())
    )
}

/// Go's package of the internal types of a group, as it leaks into error texts.
pub(crate) fn internal_package(group: &str) -> &str {
    match group {
        "" => "core",
        group => group.split('.').next().unwrap_or(group),
    }
}

fn prefix(resource: &Resource) -> String {
    format!("{ROOT}{}/", resource.key_prefix)
}

fn form(resource: &'static Resource, served: &'static Served) -> Form {
    Form { gvk: Gvk::of(resource.group, served.version, resource.kind), schema: table::schema(served.object) }
}

fn hub(resource: &'static Resource, stored: &Storage, stores: &Stores) -> Result<Hub, String> {
    let unknown = |what: &str| format!("{}.{}: {what}", resource.plural, resource.group);
    let behaviour = behaviour(resource.group, resource.plural).ok_or_else(|| unknown("no behaviour"))?;
    let (hub_form, name) = (form(resource, resource.hub()), GroupResource::of(resource.group, resource.plural));
    let stored_schema = table::schema_of(stored.group, stored.version, resource.kind).ok_or_else(|| unknown("no stored kind"))?;
    let conversion = (stored.version != resource.hub).then(|| Conversion {
        own: behaviour.conversion(stored.group, stored.version).copied(),
        hub: hub_form.schema.clone(),
        other: stored_schema.clone(),
        hub_gvk: hub_form.gvk.clone(),
        other_gvk: Gvk::of(stored.group, stored.version, resource.kind),
    });
    Ok(Hub {
        store: stores.of(&name),
        resource: name,
        kind: hub_form.gvk,
        schema: hub_form.schema,
        conversion,
        stored: Form { gvk: Gvk::of(stored.group, stored.version, resource.kind), schema: stored_schema },
        namespaced: resource.namespaced,
        behaviour,
        selectable: resource.selectable,
        prefix: prefix(resource),
        cacher: OnceLock::new(),
        columns: OnceLock::new(),
        hook: OnceLock::new(),
    })
}

fn endpoint(resource: &'static Resource, served: &'static Served, hub: Option<Arc<Hub>>) -> Endpoint {
    let form = form(resource, served);
    let conversion = hub.as_ref().filter(|hub| hub.kind != form.gvk).map(|hub| Conversion {
        own: behaviour(resource.group, resource.plural).and_then(|b| b.conversion(resource.group, served.version)).copied(),
        hub: hub.schema.clone(),
        other: form.schema.clone(),
        hub_gvk: hub.kind.clone(),
        other_gvk: form.gvk.clone(),
    });
    Endpoint {
        gvr: Gvr::of(resource.group, served.version, resource.plural),
        group_version: GroupVersion::of(resource.group, served.version),
        form,
        resource,
        served,
        hub,
        conversion,
    }
}

//! Discovery: the lists of groups, versions and resources at `/api` and `/apis`, in the legacy form (one document per level) and
//! aggregated into one document per root. Called by the API server's discovery endpoints; must print exactly what upstream prints,
//! since clients cache these documents by their bytes.

use std::sync::{Arc, OnceLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use crate::etag;
use crate::served::{Group, Kind, Resource, Served, Subresource, Version, group_version};
use crate::writer::Json;

/// A document with the tag that changes when its content does.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// JSON, with the newline that upstream ends it with.
    pub body: Bytes,
    /// SHA-512 in upper-case hexadecimal digits, without the quotes that the header needs.
    pub etag: String,
}

/// Discovery documents of one server. Cheap to make; documents come into being when somebody asks for them.
pub struct Discovery {
    served: Arc<Served>,
    core: OnceLock<Tagged>,
    groups: OnceLock<Tagged>,
}

impl Discovery {
    /// Documents about `served`.
    #[must_use]
    pub fn new(served: Arc<Served>) -> Self {
        Self { served, core: OnceLock::new(), groups: OnceLock::new() }
    }

    /// What the documents are about.
    #[must_use]
    pub fn served(&self) -> &Arc<Served> {
        &self.served
    }

    /// `APIVersions`, the legacy document at `/api`. `addresses` are (client CIDR, server address) pairs.
    #[must_use]
    pub fn api_versions(&self, addresses: &[(&str, &str)]) -> Bytes {
        document(|j| {
            j.text("kind", "APIVersions");
            j.list("versions", |j| {
                self.served.group("").iter().flat_map(|g| &g.versions).for_each(|v| j.string(&v.name));
            });
            j.list("serverAddressByClientCIDRs", |j| {
                for (cidr, address) in addresses {
                    j.object(|j| {
                        j.text("clientCIDR", cidr);
                        j.text("serverAddress", address);
                    });
                }
            });
        })
    }

    /// `APIGroupList`, the legacy document at `/apis`.
    #[must_use]
    pub fn group_list(&self) -> Bytes {
        document(|j| {
            j.text("kind", "APIGroupList");
            j.text("apiVersion", "v1");
            j.list("groups", |j| self.named_groups().for_each(|g| j.object(|j| write_group(j, g))));
        })
    }

    /// `APIGroup`, the document at `/apis/<group>`; `None` where the group is not served.
    #[must_use]
    pub fn group(&self, group: &str) -> Option<Bytes> {
        let group = self.named_groups().find(|g| g.name == group)?;
        Some(document(|j| {
            j.text("kind", "APIGroup");
            j.text("apiVersion", "v1");
            write_group(j, group);
        }))
    }

    /// `APIResourceList`, the document at `/api/<version>` and `/apis/<group>/<version>`; `None` where that is not served.
    #[must_use]
    pub fn resource_list(&self, group: &str, version: &str) -> Option<Bytes> {
        let found = self.served.version(group, version)?;
        Some(document(|j| write_resource_list(j, group, found)))
    }

    /// `APIGroupDiscoveryList` (apidiscovery.k8s.io/v2) of the core group, for `/api`.
    #[must_use]
    pub fn aggregated_core(&self) -> &Tagged {
        self.core.get_or_init(|| aggregate(self.served.groups.iter().filter(|g| g.name.is_empty())))
    }

    /// `APIGroupDiscoveryList` (apidiscovery.k8s.io/v2) of all named groups, for `/apis`.
    #[must_use]
    pub fn aggregated_groups(&self) -> &Tagged {
        self.groups.get_or_init(|| aggregate(self.named_groups()))
    }

    fn named_groups(&self) -> impl Iterator<Item = &Group> {
        self.served.groups.iter().filter(|g| !g.name.is_empty())
    }
}

fn document(fill: impl FnOnce(&mut Json)) -> Bytes {
    let mut j = Json::with_capacity(4096);
    j.object(fill);
    let mut text = j.into_string();
    text.push('\n');
    text.into()
}

/// `group`/`version`/`kind` hashed, so that clients see when the stored form of a resource changes (upstream's
/// `StorageVersionHash`).
#[must_use]
pub fn storage_version_hash(stored: &Kind) -> String {
    let digest = Sha256::digest(format!("{}/{}/{}", stored.group, stored.version, stored.kind));
    STANDARD.encode(&digest[..8])
}

fn write_group(j: &mut Json, group: &Group) {
    let write_version = |j: &mut Json, version: &Version| {
        j.text("groupVersion", &group_version(&group.name, &version.name));
        j.text("version", &version.name);
    };
    j.text("name", &group.name);
    j.list("versions", |j| group.versions.iter().for_each(|v| j.object(|j| write_version(j, v))));
    if let Some(preferred) = group.versions.first() {
        j.member("preferredVersion", |j| write_version(j, preferred));
    }
}

pub(crate) fn write_resource_list(j: &mut Json, group: &str, version: &Version) {
    j.text("kind", "APIResourceList");
    if !group.is_empty() {
        j.text("apiVersion", "v1");
    }
    j.text("groupVersion", &group_version(group, &version.name));
    j.list("resources", |j| {
        for resource in &version.resources {
            j.object(|j| write_resource(j, resource));
            for subresource in &resource.subresources {
                j.object(|j| write_subresource(j, (group, &version.name), resource, subresource));
            }
        }
    });
}

fn write_resource(j: &mut Json, resource: &Resource) {
    j.text("name", &resource.plural);
    j.text("singularName", &resource.singular);
    j.key("namespaced");
    j.bool(resource.namespaced);
    j.text("kind", &resource.kind);
    j.texts("verbs", &resource.verbs);
    write_names(j, resource);
    if let Some(stored) = &resource.stored {
        j.text("storageVersionHash", &storage_version_hash(stored));
    }
}

fn write_names(j: &mut Json, resource: &Resource) {
    if !resource.short_names.is_empty() {
        j.texts("shortNames", &resource.short_names);
    }
    if !resource.categories.is_empty() {
        j.texts("categories", &resource.categories);
    }
}

fn write_subresource(j: &mut Json, own: (&str, &str), resource: &Resource, subresource: &Subresource) {
    j.text("name", &format!("{}/{}", resource.plural, subresource.name));
    j.text("singularName", "");
    j.key("namespaced");
    j.bool(resource.namespaced);
    if own != (&*subresource.kind.group, &*subresource.kind.version) {
        j.text("group", &subresource.kind.group);
        j.text("version", &subresource.kind.version);
    }
    j.text("kind", &subresource.kind.kind);
    j.texts("verbs", &subresource.verbs);
}

fn aggregate<'a>(groups: impl Iterator<Item = &'a Group>) -> Tagged {
    let mut j = Json::with_capacity(64 * 1024);
    j.object(|j| {
        j.raw("\"metadata\":{}");
        j.list("items", |j| groups.for_each(|g| j.object(|j| write_group_discovery(j, g))));
    });
    let untyped = j.into_string();
    // Upstream hashes the list before the encoder adds kind and apiVersion, and without the newline.
    let etag = etag(untyped.as_bytes());
    let body = format!("{{\"kind\":\"APIGroupDiscoveryList\",\"apiVersion\":\"apidiscovery.k8s.io/v2\",{}\n", &untyped[1..]);
    Tagged { body: body.into(), etag }
}

fn write_group_discovery(j: &mut Json, group: &Group) {
    j.member("metadata", |j| {
        if !group.name.is_empty() {
            j.text("name", &group.name);
        }
    });
    j.list("versions", |j| {
        for version in &group.versions {
            j.object(|j| {
                j.text("version", &version.name);
                j.list("resources", |j| {
                    let own = (&*group.name, &*version.name);
                    version.resources.iter().for_each(|r| j.object(|j| write_resource_discovery(j, own, r)));
                });
                j.text("freshness", "Current");
            });
        }
    });
}

fn write_resource_discovery(j: &mut Json, own: (&str, &str), resource: &Resource) {
    j.text("resource", &resource.plural);
    write_response_kind(j, ("", ""), &resource.kind);
    j.text("scope", if resource.namespaced { "Namespaced" } else { "Cluster" });
    j.text("singularResource", &resource.singular);
    j.texts("verbs", &resource.verbs);
    write_names(j, resource);
    if !resource.subresources.is_empty() {
        j.list("subresources", |j| {
            for subresource in &resource.subresources {
                let kind = &subresource.kind;
                let named = (&*kind.group, &*kind.version);
                j.object(|j| {
                    j.text("subresource", &subresource.name);
                    write_response_kind(j, if named == own { ("", "") } else { named }, &kind.kind);
                    j.texts("verbs", &subresource.verbs);
                });
            }
        });
    }
}

/// Upstream leaves group and version empty where they are those of the enclosing version.
fn write_response_kind(j: &mut Json, (group, version): (&str, &str), kind: &str) {
    j.member("responseKind", |j| {
        j.text("group", group);
        j.text("version", version);
        j.text("kind", kind);
    });
}

#[cfg(test)]
mod tests;

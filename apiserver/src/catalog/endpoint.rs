//! One resource in one served version: how its documents look, and the way of objects between this version and the hub.

use std::sync::Arc;

use kinds::resource::{Resource, Served, Subresource, VerbSet};
use kinds::strategy::{Ctx, Strategy};
use meta::gvk::{GroupVersion, Gvr};
use meta::status::Status;
use object::{Tree, json};
use openapi::served;

use crate::convert::Conversion;
use crate::registry::hub::{Form, Hub};

/// One resource in one served version.
pub(crate) struct Endpoint {
    /// Group, version and plural.
    pub gvr: Gvr,
    /// Group and version.
    pub group_version: GroupVersion,
    /// The kind that the resource itself answers, with its schema.
    pub form: Form,
    /// The resource's facts.
    pub resource: &'static Resource,
    /// The version's facts.
    pub served: &'static Served,
    /// What all versions share; none for resources that are not stored.
    pub hub: Option<Arc<Hub>>,
    /// From this version to the hub and back; `None` when this is the hub version.
    pub conversion: Option<Conversion>,
}

impl Endpoint {
    /// Verbs of the resource itself, or of a subresource that is served.
    #[must_use]
    pub(crate) fn verbs(&self, subresource: &str) -> Option<VerbSet> {
        if subresource.is_empty() {
            return Some(self.served.verbs);
        }
        self.served.subresource(subresource).map(|s: &Subresource| s.verbs)
    }

    /// What a client sent, decoded in this version, on its way to the hub: defaulted, converted, brought into upstream's normal form.
    ///
    /// # Errors
    /// 400 for what the hub cannot express.
    pub(crate) fn accept(&self, hub: &Hub, strategy: &Strategy, mut tree: Tree, ctx: &mut Ctx<'_>) -> Result<Tree, Status> {
        (strategy.default)(&mut tree, ctx);
        let mut tree = match &self.conversion {
            Some(conversion) => conversion.to_hub(&tree).map_err(Status::bad_request)?,
            None => tree,
        };
        if let Some(normalise) = hub.behaviour.normalise {
            normalise(&mut tree).map_err(Status::bad_request)?;
        }
        tree.set_str(&["kind"], &hub.kind.kind);
        tree.set_str(&["apiVersion"], &hub.kind.group_version().to_string());
        Ok(tree)
    }

    /// Writes an object of the hub version as this version shows it, without a final newline.
    ///
    /// # Errors
    /// 500 for what this version cannot express.
    pub(crate) fn write_tree(&self, tree: &Tree, revision: u64, out: &mut Vec<u8>) -> Result<(), Status> {
        let converted = self.conversion.as_ref().map(|c| c.out_of_hub(tree)).transpose().map_err(Status::internal_error)?;
        let encoded = json::encode_with_cut(converted.as_ref().unwrap_or(tree));
        if revision == 0 {
            // Made up by a dry run: no revision wrote it.
            out.extend_from_slice(&encoded.bytes);
        } else {
            encoded.write_with(revision, out);
        }
        Ok(())
    }

    /// As discovery and OpenAPI know it.
    #[must_use]
    pub(crate) fn describe(&self, all: bool) -> served::Resource {
        let kind = |group: &'static str, version: &'static str, kind: &'static str| served::Kind {
            group: group.into(),
            version: version.into(),
            kind: kind.into(),
        };
        served::Resource {
            plural: self.resource.plural.into(),
            singular: self.resource.singular.into(),
            kind: self.resource.kind.into(),
            namespaced: self.resource.namespaced,
            verbs: self.served.verbs.iter().map(|v| v.as_str().into()).collect(),
            short_names: self.resource.short_names.iter().map(|s| (*s).into()).collect(),
            categories: self.resource.categories.iter().map(|s| (*s).into()).collect(),
            stored: self.hub.as_ref().map(|hub| served::Kind {
                group: hub.stored.gvk.group.clone(),
                version: hub.stored.gvk.version.clone(),
                kind: hub.stored.gvk.kind.clone(),
            }),
            subresources: self
                .served
                .subresources
                .iter()
                .filter(|s| all || s.default_on)
                .map(|s| served::Subresource {
                    name: s.name.into(),
                    kind: kind(s.group, s.version, s.kind),
                    verbs: s.verbs.iter().map(|v| v.as_str().into()).collect(),
                })
                .collect(),
        }
    }
}

//! OpenAPI v2 at `/openapi/v2`: one document about everything, as JSON and as protobuf. kubectl before 1.29 cannot do without the
//! protobuf form; others ask for v3. Called by the API server; built when first asked for and kept deflated.

mod json;
mod proto;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use kinds::table::{self, TYPES};

use crate::descriptions::{self, Descriptions};
use crate::discovery::Discovery;
use crate::document::Document;
use crate::etag;
use crate::operations::{self, Content, Operation, PathItem, Paths, ROOTS, Request};
use crate::parameters::{Parameter, Place};
use crate::schema::{Definition, Source, names};
use crate::served::Served;

/// The OpenAPI v2 document of one server.
pub struct OpenApiV2 {
    served: Arc<Served>,
    json: OnceLock<Document>,
    proto: OnceLock<Document>,
}

impl OpenApiV2 {
    /// The document about `served`.
    #[must_use]
    pub fn new(served: Arc<Served>) -> Self {
        Self { served, json: OnceLock::new(), proto: OnceLock::new() }
    }

    /// `application/json`.
    #[must_use]
    pub fn json(&self) -> &Document {
        self.json.get_or_init(|| Document::new(self.tag(), self.build(json::document).as_bytes()))
    }

    /// `application/com.github.proto-openapi.spec.v2.v1.0+protobuf` (clients also ask for `...spec.v2@v1.0+protobuf`).
    #[must_use]
    pub fn protobuf(&self) -> &Document {
        self.proto.get_or_init(|| Document::new(self.tag(), &self.build(proto::document)))
    }

    /// Covers what the document is made from, and the code that makes it.
    fn tag(&self) -> String {
        let discovery = Discovery::new(Arc::clone(&self.served));
        etag(
            format!(
                "{:x} {:x} {} {}",
                descriptions::FINGERPRINT,
                TYPES.fingerprint,
                discovery.aggregated_core().etag,
                discovery.aggregated_groups().etag
            )
            .as_bytes(),
        )
    }

    fn build<T>(&self, write: fn(&Spec<'_>) -> T) -> T {
        let descriptions = Descriptions::load();
        let mut paths: Vec<Paths<'_>> = ROOTS.iter().filter_map(|path| operations::of_root(path)).collect();
        for group in &self.served.groups {
            if !group.name.is_empty() {
                paths.extend(operations::of_root(&format!("apis/{}", group.name)));
            }
            paths.extend(group.versions.iter().map(|version| operations::of_version(group, version, &descriptions)));
        }
        let mut items: Vec<(Arc<str>, PathItem<'_>)> = Vec::new();
        for Paths { tag, items: of_tag } in paths {
            let tag: Arc<str> = tag.into();
            items.extend(of_tag.into_iter().map(|item| (Arc::clone(&tag), item)));
        }
        items.sort_by(|(_, a), (_, b)| a.path.cmp(&b.path));

        // Upstream lists every group version of the API that it can decode, served or not.
        let own: BTreeSet<(&str, &str)> = table::kinds()
            .map(|(group, version, ..)| (group, version))
            .filter(|(group, _)| !NO_API_GROUPS.contains(group))
            .collect();
        let own: Vec<(&str, &str)> = own.into_iter().collect();
        let mut wanted: BTreeSet<String> = BTreeSet::new();
        let mut shared = BTreeMap::new();
        for (_, item) in &items {
            let all = item.operations.iter().flat_map(|o| &o.parameters).chain(&item.parameters);
            shared.extend(all.filter_map(|p| Some((shared_name(p)?, p))));
            for operation in &item.operations {
                wanted.extend(operation.content.definition().map(str::to_owned));
                wanted.extend(request_definition(&operation.request).map(|(name, _)| name.to_owned()));
            }
        }
        let definitions = Source::new(&descriptions, &own).closure(wanted);
        write(&Spec { items: &items, definitions: &definitions, shared: &shared })
    }
}

/// Groups of kinds that are documents of the server itself.
const NO_API_GROUPS: [&str; 3] = ["apidiscovery.k8s.io", "audit.k8s.io", "meta.k8s.io"];

/// Everything that the document says.
struct Spec<'a> {
    /// Paths with their tags, in byte order.
    items: &'a [(Arc<str>, PathItem<'a>)],
    definitions: &'a BTreeMap<String, Definition<'a>>,
    /// Parameters that stand in one place and are referred to.
    shared: &'a BTreeMap<String, &'a Parameter<'a>>,
}

/// The name of a parameter among the shared ones; `None` for those that name their kind, which are written where they belong. The
/// name is free, but must tell parameters of one name and another meaning apart.
fn shared_name(parameter: &Parameter<'_>) -> Option<String> {
    if (parameter.place, parameter.name) == (Place::Path, "name") {
        return None;
    }
    let place = if parameter.place == Place::Path { "path" } else { "query" };
    let tag = etag(format!("{place} {} {}", parameter.ty, parameter.description).as_bytes());
    Some(format!("{}-{}", parameter.name, &tag[..8]))
}

/// The definition of a request's body, and whether it must be sent.
fn request_definition(request: &Request) -> Option<(&str, bool)> {
    match request {
        Request::None => None,
        Request::Object { definition, required } => Some((definition, *required)),
        Request::Patch => Some((names::PATCH, true)),
    }
}

const OBJECT_FORMATS: &[&str] = &["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"];
const STREAM_FORMATS: &[&str] = &[
    "application/json",
    "application/yaml",
    "application/vnd.kubernetes.protobuf",
    "application/json;stream=watch",
    "application/vnd.kubernetes.protobuf;stream=watch",
];
const LOG_FORMATS: &[&str] = &["text/plain", "application/json", "application/yaml", "application/vnd.kubernetes.protobuf"];
const PATCH_FORMATS: &[&str] = &[
    "application/json-patch+json",
    "application/merge-patch+json",
    "application/strategic-merge-patch+json",
    "application/apply-patch+yaml",
];

/// Formats of a request's body.
fn consumes(operation: &Operation<'_>) -> &'static [&'static str] {
    match (&operation.request, &operation.content) {
        (Request::Patch, _) => PATCH_FORMATS,
        _ if !operation.action.is_empty() => &["*/*"],
        (_, Content::Json(_)) => &["application/json"],
        (_, Content::Text(_)) => &[],
        _ => OBJECT_FORMATS,
    }
}

/// Formats of an answer.
fn produces(content: &Content) -> &[&'static str] {
    match content {
        Content::Object(_) => OBJECT_FORMATS,
        Content::Stream(_) => STREAM_FORMATS,
        Content::Log => LOG_FORMATS,
        Content::Json(_) => &["application/json"],
        Content::Text(format) => std::slice::from_ref(format),
    }
}

#[cfg(test)]
mod tests;

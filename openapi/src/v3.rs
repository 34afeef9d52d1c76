//! OpenAPI v3: the index at `/openapi/v3` and one document for each group version and root. Called by the API server; documents
//! are built when first asked for and kept deflated, so that an idle server holds nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use kinds::table::{self, TYPES};
use object::schema::StructId;

use crate::descriptions::{self, Descriptions};
use crate::discovery::write_resource_list;
use crate::operations::{self, Content, Operation, Paths, Request};
use crate::parameters::{Parameter, Place};
use crate::schema::{Body, Definition, Property, Source, Value, names};
use crate::served::{Kind, Served, path_of};
use crate::writer::Json;
use crate::{etag, version};

/// Documents that no group brings.
const ROOTS: [&str; 5] = [".well-known/openid-configuration", "api", "apis", "openid/v1/jwks", "version"];

const OBJECT_FORMATS: [&str; 3] = ["application/json", "application/vnd.kubernetes.protobuf", "application/yaml"];
const STREAM_FORMATS: [&str; 5] = [
    "application/json",
    "application/json;stream=watch",
    "application/vnd.kubernetes.protobuf",
    "application/vnd.kubernetes.protobuf;stream=watch",
    "application/yaml",
];
const LOG_FORMATS: [&str; 4] = ["application/json", "application/vnd.kubernetes.protobuf", "application/yaml", "text/plain"];
const PATCH_FORMATS: [&str; 4] = [
    "application/apply-patch+yaml",
    "application/json-patch+json",
    "application/merge-patch+json",
    "application/strategic-merge-patch+json",
];

/// One document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Changes whenever the document does: the hash in its URL and, in quotes, its `ETag`.
    pub etag: String,
    /// Gzip member with the JSON text; most clients accept it as it is.
    pub gzip: Bytes,
    /// Length of the JSON text.
    pub length: usize,
}

impl Document {
    /// The JSON text.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.length);
        GzDecoder::new(&*self.gzip).read_to_end(&mut out).expect("the document was deflated by this process");
        out
    }
}

/// OpenAPI v3 documents of one server.
pub struct OpenApi {
    served: Arc<Served>,
    kept: Mutex<BTreeMap<String, Arc<Document>>>,
}

impl OpenApi {
    /// Documents about `served`.
    #[must_use]
    pub fn new(served: Arc<Served>) -> Self {
        Self { served, kept: Mutex::default() }
    }

    /// The index: every document with its URL and hash. Builds no document: the hash covers what a document is made from, and the
    /// code that makes it.
    #[must_use]
    pub fn index(&self) -> Bytes {
        let mut j = Json::with_capacity(16 * 1024);
        j.object(|j| {
            j.member("paths", |j| {
                for path in self.paths() {
                    j.member(&path, |j| j.text("serverRelativeURL", &url(&path, &self.tag(&path))));
                }
            });
        });
        j.into_string().into()
    }

    /// The document with this name (`api/v1`, `apis/apps`, `version`); `None` where there is none.
    #[must_use]
    pub fn document(&self, path: &str) -> Option<Arc<Document>> {
        if let Some(found) = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(path) {
            return Some(Arc::clone(found));
        }
        // Built outside of the lock: two clients may do so at once, and the texts are the same.
        let json = self.build(path)?;
        let mut gzip = GzEncoder::new(Vec::with_capacity(json.len() / 8), Compression::fast());
        gzip.write_all(json.as_bytes()).expect("writing to memory cannot fail");
        let gzip = gzip.finish().expect("writing to memory cannot fail").into_boxed_slice();
        let document = Arc::new(Document { etag: self.tag(path), gzip: Bytes::from(gzip), length: json.len() });
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Arc::clone(&document));
        Some(document)
    }

    /// Names of all documents, in byte order.
    fn paths(&self) -> BTreeSet<String> {
        let mut out: BTreeSet<String> = ROOTS.iter().map(|&p| p.to_owned()).collect();
        for group in &self.served.groups {
            if !group.name.is_empty() {
                out.insert(format!("apis/{}", group.name));
            }
            out.extend(group.versions.iter().map(|v| path_of(&group.name, &v.name)));
        }
        out
    }

    fn tag(&self, path: &str) -> String {
        let mut j = Json::with_capacity(8 * 1024);
        if let Some((group, version)) = split(path)
            && let Some(found) = self.served.version(group, version)
        {
            j.object(|j| write_resource_list(j, group, found));
        }
        let made_from = format!("{path}\n{:x} {:x}\n{}", descriptions::FINGERPRINT, TYPES.fingerprint, j.into_string());
        etag(made_from.as_bytes())
    }

    fn build(&self, path: &str) -> Option<String> {
        let descriptions = Descriptions::load();
        let mut own = None;
        let paths = match split(path) {
            Some((group_name, version_name)) => {
                let group = self.served.group(group_name)?;
                let version = group.versions.iter().find(|v| v.name == version_name)?;
                own = Some((group_name, version_name));
                let definition = |kind: &Kind| {
                    let id = table::struct_of(&kind.group, &kind.version, &kind.kind)?;
                    Some(TYPES.get(id).name.clone().into_owned())
                };
                operations::of_version(group, version, &definition, &descriptions)
            }
            None => {
                if !ROOTS.contains(&path) {
                    self.served.group(path.strip_prefix("apis/")?)?;
                }
                operations::of_root(path)?
            }
        };
        let kinds = |id: StructId| kinds_of(id, own);
        Some(render(&paths, &Source::new(TYPES, &descriptions, &kinds)))
    }
}

/// Kinds of a struct as the document of a group version shows them. The kinds that every group version has appear once for the
/// core group and once for the document's own.
fn kinds_of(id: StructId, own: Option<(&str, &str)>) -> Vec<Kind> {
    let name = &*TYPES.get(id).name;
    let Some(everywhere) = [names::DELETE_OPTIONS, names::WATCH_EVENT].into_iter().find(|n| *n == name) else {
        let found = table::kinds().filter(|&(.., of)| of == id);
        return found.map(|(group, version, kind, _)| Kind::new(group, version, kind)).collect();
    };
    let kind = everywhere.rsplit('.').next().unwrap_or_default();
    let mut out = vec![Kind::new("", "v1", kind)];
    out.extend(own.filter(|(group, _)| !group.is_empty()).map(|(group, version)| Kind::new(group, version, kind)));
    out
}

/// `api/v1` -> (``, `v1`), `apis/apps/v1` -> (`apps`, `v1`); `None` for every other name.
fn split(path: &str) -> Option<(&str, &str)> {
    match path.strip_prefix("api/") {
        Some(version) => (!version.contains('/')).then_some(("", version)),
        None => path.strip_prefix("apis/")?.split_once('/').filter(|(_, version)| !version.contains('/')),
    }
}

/// Path and query of a document.
#[must_use]
pub fn url(path: &str, tag: &str) -> String {
    format!("/openapi/v3/{path}?hash={tag}")
}

fn render(paths: &Paths<'_>, source: &Source<'_>) -> String {
    let mut j = Json::with_capacity(2 * 1024 * 1024);
    let mut wanted = BTreeSet::new();
    j.object(|j| {
        j.text("openapi", "3.0.0");
        j.member("info", |j| {
            j.text("title", "Kubernetes");
            j.text("version", &format!("1.{}", version::MINOR));
        });
        j.member("paths", |j| {
            for item in &paths.items {
                j.member(&item.path, |j| {
                    for operation in &item.operations {
                        j.member(operation.method, |j| write_operation(j, &paths.tag, operation, &mut wanted));
                    }
                    write_parameters(j, &item.parameters);
                });
            }
        });
        j.member("components", |j| {
            let definitions = closure(wanted, source);
            if !definitions.is_empty() {
                j.member("schemas", |j| {
                    for (name, definition) in &definitions {
                        j.member(name, |j| write_definition(j, definition));
                    }
                });
            }
            j.raw(
                "\"securitySchemes\":{\"BearerToken\":{\"type\":\"apiKey\",\"description\":\"Bearer Token authentication\",\
                 \"name\":\"authorization\",\"in\":\"header\"}}",
            );
        });
    });
    j.into_string()
}

/// The wanted definitions and all that they refer to.
fn closure<'a>(wanted: BTreeSet<String>, source: &Source<'a>) -> BTreeMap<String, Definition<'a>> {
    let mut found = BTreeMap::new();
    let mut open: Vec<String> = wanted.into_iter().collect();
    while let Some(name) = open.pop() {
        if found.contains_key(&name) {
            continue;
        }
        if let Some(definition) = source.definition(&name) {
            if let Body::Object { properties, .. } = &definition.body {
                open.extend(properties.iter().filter_map(|p| p.value.reference()).map(str::to_owned));
            }
            found.insert(name, definition);
        }
    }
    found
}

fn write_operation(j: &mut Json, tag: &str, operation: &Operation<'_>, wanted: &mut BTreeSet<String>) {
    j.texts("tags", &[tag]);
    j.text("description", &operation.description);
    j.text("operationId", &operation.id);
    write_parameters(j, &operation.parameters);
    write_request(j, &operation.request, wanted);
    j.member("responses", |j| {
        for (code, text) in operation.codes {
            j.member(code, |j| {
                j.text("description", text);
                j.member("content", |j| write_content(j, &operation.content));
            });
        }
        j.raw("\"401\":{\"description\":\"Unauthorized\"}");
    });
    wanted.extend(operation.content.definition().map(str::to_owned));
    if !operation.action.is_empty() {
        j.text("x-kubernetes-action", operation.action);
    }
    if let Some(kind) = &operation.kind {
        j.member("x-kubernetes-group-version-kind", |j| {
            j.text("group", &kind.group);
            j.text("version", &kind.version);
            j.text("kind", &kind.kind);
        });
    }
}

fn write_request(j: &mut Json, request: &Request, wanted: &mut BTreeSet<String>) {
    match request {
        Request::None => {}
        Request::Object { definition, required } => {
            wanted.insert(definition.clone());
            j.member("requestBody", |j| {
                j.member("content", |j| write_formats(j, &["*/*"], definition));
                if *required {
                    j.raw("\"required\":true");
                }
            });
        }
        Request::Patch => {
            wanted.insert(names::PATCH.to_owned());
            j.member("requestBody", |j| {
                j.member("content", |j| write_formats(j, &PATCH_FORMATS, names::PATCH));
                j.raw("\"required\":true");
            });
        }
    }
}

fn write_formats(j: &mut Json, formats: &[&str], definition: &str) {
    for format in formats {
        j.member(format, |j| j.member("schema", |j| write_ref(j, definition)));
    }
}

fn write_content(j: &mut Json, content: &Content) {
    let mut text = |formats: &[&str]| formats.iter().for_each(|f| j.member(f, |j| j.raw("\"schema\":{\"type\":\"string\"}")));
    match content {
        Content::Object(definition) => write_formats(j, &OBJECT_FORMATS, definition),
        Content::Stream(definition) => write_formats(j, &STREAM_FORMATS, definition),
        Content::Json(definition) => write_formats(j, &["application/json"], definition),
        Content::Log => text(&LOG_FORMATS),
        Content::Text(format) => text(&[format]),
    }
}

fn write_parameters(j: &mut Json, parameters: &[Parameter<'_>]) {
    if parameters.is_empty() {
        return;
    }
    j.list("parameters", |j| {
        for parameter in parameters {
            j.object(|j| {
                j.text("name", parameter.name);
                j.text("in", if parameter.place == Place::Path { "path" } else { "query" });
                j.text("description", &parameter.description);
                if parameter.place == Place::Path {
                    j.raw("\"required\":true");
                }
                j.member("schema", |j| {
                    j.text("type", parameter.ty);
                    j.raw("\"uniqueItems\":true");
                });
            });
        }
    });
}

fn write_ref(j: &mut Json, definition: &str) {
    j.key("$ref");
    j.strings(&["#/components/schemas/", definition]);
}

fn write_definition(j: &mut Json, definition: &Definition<'_>) {
    write_description(j, &definition.description);
    match &definition.body {
        Body::Leaf(ty, format) => write_type(j, ty, format),
        Body::OneOf(format, types) => {
            write_type(j, "", format);
            j.list("oneOf", |j| types.iter().for_each(|ty| j.object(|j| j.text("type", ty))));
        }
        Body::Object { required, properties, .. } => {
            j.text("type", "object");
            if !required.is_empty() {
                j.texts("required", required);
            }
            if !properties.is_empty() {
                j.member("properties", |j| {
                    for property in properties {
                        j.member(property.name, |j| write_property(j, property));
                    }
                });
            }
        }
    }
    write_extensions(j, definition);
}

/// Extensions of a definition, by name.
pub(crate) fn write_extensions(j: &mut Json, definition: &Definition<'_>) {
    if !definition.kinds.is_empty() {
        j.list("x-kubernetes-group-version-kind", |j| {
            for kind in &definition.kinds {
                j.object(|j| {
                    j.text("group", &kind.group);
                    j.text("kind", &kind.kind);
                    j.text("version", &kind.version);
                });
            }
        });
    }
    let Body::Object { atomic, unions, .. } = &definition.body else { return };
    if *atomic {
        j.text("x-kubernetes-map-type", "atomic");
    }
    if !unions.is_empty() {
        j.list("x-kubernetes-unions", |j| {
            for union in *unions {
                j.object(|j| {
                    if !union.discriminator.is_empty() {
                        j.text("discriminator", union.discriminator);
                    }
                    j.member("fields-to-discriminateBy", |j| {
                        union.fields.iter().for_each(|field| j.text(field, &operations::capital(field)));
                    });
                });
            }
        });
    }
}

/// Extensions of a property, by name.
pub(crate) fn write_property_extensions(j: &mut Json, property: &Property<'_>) {
    if !property.list_map_keys.is_empty() {
        j.texts("x-kubernetes-list-map-keys", property.list_map_keys);
    }
    let texts = [
        ("x-kubernetes-list-type", property.list_type),
        ("x-kubernetes-map-type", property.map_type),
        ("x-kubernetes-patch-merge-key", property.merge_key),
        ("x-kubernetes-patch-strategy", &property.patch_strategy),
    ];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).for_each(|(name, text)| j.text(name, text));
}

fn write_description(j: &mut Json, description: &str) {
    if !description.is_empty() {
        j.text("description", description);
    }
}

fn write_type(j: &mut Json, ty: &str, format: &str) {
    [("type", ty), ("format", format)]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .for_each(|(name, text)| j.text(name, text));
}

fn write_property(j: &mut Json, property: &Property<'_>) {
    write_description(j, &property.description);
    let default = |j: &mut Json| {
        if !property.default.is_empty() {
            j.key("default");
            j.raw(property.default);
        }
    };
    match &property.value {
        Value::Ref(name) => {
            default(j);
            // A reference may stand alone only; with anything beside it, it must be wrapped.
            if property.description.is_empty() && property.default.is_empty() {
                write_ref(j, name);
            } else {
                j.list("allOf", |j| j.object(|j| write_ref(j, name)));
            }
        }
        Value::Scalar(ty, format) => {
            write_type(j, ty, format);
            default(j);
            write_values(j, property);
        }
        Value::List(_) => {
            j.text("type", "array");
            default(j);
            write_inner(j, &property.value, property);
        }
        Value::Map(_) => {
            j.text("type", "object");
            default(j);
            write_inner(j, &property.value, property);
        }
    }
    write_property_extensions(j, property);
}

fn write_values(j: &mut Json, property: &Property<'_>) {
    if !property.values.is_empty() {
        j.texts("enum", property.values);
    }
}

/// What is within a list or map.
fn write_inner(j: &mut Json, value: &Value<'_>, property: &Property<'_>) {
    let (name, of) = match value {
        Value::List(of) => ("items", of),
        Value::Map(of) => ("additionalProperties", of),
        Value::Ref(_) | Value::Scalar(..) => return,
    };
    j.member(name, |j| match &**of {
        Value::Ref(name) => write_ref(j, name),
        Value::Scalar(ty, format) => {
            write_type(j, ty, format);
            write_values(j, property);
        }
        Value::List(_) => {
            j.text("type", "array");
            write_inner(j, of, property);
        }
        Value::Map(_) => {
            j.text("type", "object");
            write_inner(j, of, property);
        }
    });
}

#[cfg(test)]
mod tests;

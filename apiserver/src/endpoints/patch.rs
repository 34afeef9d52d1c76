//! PATCH with JSON patch, merge patch or strategic merge patch. The patch is applied to the object as the request's version shows it, and
//! again to a newer one when another writer came first. Source: apiserver `pkg/endpoints/handlers/patch.go`.

use bytes::Bytes;
use http::StatusCode;
use kinds::strategy::Operation;
use meta::Gvk;
use meta::field::{FieldError, Path, Value as FieldValue};
use meta::gvk::GroupKind;
use meta::options::{FieldValidation, PatchOptions, WriteOptions};
use meta::status::Status;
use object::json::TypeMeta;
use object::schema::Schema;
use object::value::{self, Value};
use object::{Tree, json};
use patch::{json_patch, merge_patch, strategic};

use super::update::check_name;
use super::{Call, body, supervise};
use crate::catalog::{known_schema, unlike};
use crate::exchange::Response;
use crate::negotiate::{self, PatchType, Route};
use crate::registry::hub::Form;
use crate::registry::update::{Conditions, update as store_change};
use crate::render::View;
use crate::{managed, respond};

pub(super) async fn patch(call: Call, request_body: net::Body) -> Result<Response, Status> {
    let patch_type = negotiate::patch_type(&call.headers)?;
    let output = negotiate::output(&call.headers, &call.query, Route::Object)?;
    let view = View::new(&call, output);
    view.fits(false)?;
    let bytes = body::read(&call, "patch", request_body).await?;
    let (patcher, options) = Patcher::new(&call, patch_type, bytes)?;
    let owned = call.write(options.is_dry_run());
    let name = call.name.clone();
    let task = async move {
        // A second turn of the loop says the same again, so only the last turn's warnings count.
        let mut warnings = Vec::new();
        let mut change = |old: Option<&Tree>, revision: u64| {
            let Some(old) = old else { return Err(Status::not_found(&owned.endpoint.gvr.group_resource(), &name)) };
            warnings.clear();
            let mut current = Vec::new();
            owned.endpoint.write_tree(old, revision, &mut current)?;
            let patched = patcher.apply(&current, &owned.endpoint.form, &mut warnings)?;
            owned.told.set(&warnings);
            let mut write = owned.borrow(Vec::new());
            let mut tree =
                owned.endpoint.accept(write.hub, write.strategy, patched, &mut write.ctx(Operation::Update, Some(old)))?;
            warnings.append(&mut write.warnings);
            owned.hub.bind_namespace(&owned.namespace, &mut tree)?;
            check_name(&tree, &name, &owned.namespace)?;
            managed::record(&owned, Some(old), &mut tree);
            Ok(tree)
        };
        let mut write = owned.borrow(Vec::new());
        let written = store_change(&mut write, &name, &Conditions::default(), &mut change).await?;
        warnings.extend(write.warnings);
        Ok((written, warnings))
    };
    let (written, warnings) = supervise::run(&call, task).await?;
    respond::object(&view, StatusCode::OK, written.stored.source(), &warnings)
}

/// A patch and how it is read.
pub(super) struct Patcher {
    patch_type: PatchType,
    bytes: Bytes,
    mode: FieldValidation,
}

impl Patcher {
    /// Reads the options of a patch request; no patch type is server-side apply.
    ///
    /// # Errors
    /// 422 for options that do not fit, 415 for server-side apply.
    pub(super) fn new(call: &Call, patch_type: Option<PatchType>, bytes: Bytes) -> Result<(Self, WriteOptions), Status> {
        let options = PatchOptions::from_query(&call.query);
        options.validate(patch_type.is_none())?;
        let patch_type = patch_type.ok_or_else(negotiate::apply_not_built)?;
        Ok((Self { patch_type, bytes, mode: options.write.field_validation() }, options.write))
    }

    /// Applies the patch to a document; the result is decoded strictly as what the document is.
    pub(super) fn apply(&self, current: &[u8], form: &Form, warnings: &mut Vec<String>) -> Result<Tree, Status> {
        let current = value::parse(current).map_err(Status::internal_error)?;
        let (outcome, mut problems) = match self.patch_type {
            PatchType::Json => self.json_patch(current)?,
            PatchType::Merge => self.merge_patch(current)?,
            PatchType::Strategic => self.strategic(current, &form.schema)?,
        };
        let (tree, mut unknown) = outcome.decode(form).map_err(|e| outcome.invalid(&e))?;
        unknown.sort();
        problems.extend(unknown);
        match self.mode {
            FieldValidation::Ignore => (),
            FieldValidation::Strict if !problems.is_empty() => {
                return Err(outcome.invalid(&format!("strict decoding error: {}", problems.join(", "))));
            }
            FieldValidation::Strict | FieldValidation::Warn => warnings.extend(problems),
        }
        Ok(tree)
    }

    fn json_patch(&self, current: Value) -> Result<(Patched, Vec<String>), Status> {
        let strict = self.mode != FieldValidation::Ignore;
        let (operations, problems) = json_patch::parse(&self.bytes, strict).map_err(|e| e.to_status())?;
        if operations.len() > json_patch::MAX_OPERATIONS {
            return Err(Status::request_entity_too_large(format_args!(
                "The allowed maximum operations in a JSON patch is {}, got {}",
                json_patch::MAX_OPERATIONS,
                operations.len()
            )));
        }
        let patched = json_patch::apply(current, &operations).map_err(|e| e.to_status())?;
        Ok((Patched::Document(patched), problems))
    }

    fn merge_patch(&self, current: Value) -> Result<(Patched, Vec<String>), Status> {
        let strict = self.mode != FieldValidation::Ignore;
        let (patch, problems) = merge_patch::parse(&self.bytes, strict).map_err(|e| e.to_status())?;
        let patched = merge_patch::apply(current, &patch).map_err(|e| e.to_status())?;
        Ok((Patched::Document(patched), problems))
    }

    fn strategic(&self, current: Value, schema: &Schema) -> Result<(Patched, Vec<String>), Status> {
        let (patch, problems) = strategic::parse(&self.bytes).map_err(|e| e.to_status())?;
        let problems = if self.mode == FieldValidation::Ignore { Vec::new() } else { problems };
        let patched = strategic::apply(current, &patch, schema).map_err(|e| e.to_status())?;
        Ok((Patched::Merged { patched, patch }, problems))
    }
}

/// What a patch made of a document.
enum Patched {
    /// A document, which is decoded as what it calls itself.
    Document(Value),
    /// The result of a strategic merge, which goes straight into the kind's own struct, whatever it calls itself.
    Merged {
        /// The result.
        patched: Value,
        /// What was merged: errors show this.
        patch: Value,
    },
}

impl Patched {
    /// The object, and what strict decoding found.
    fn decode(&self, form: &Form) -> Result<(Tree, Vec<String>), String> {
        let (value, json) = match self {
            Self::Document(document) => {
                let json = Bytes::from(document.to_json());
                let said = json::type_meta(&json).map_err(|e| format!("{}{e}", body::NO_KIND))?;
                if said.api_version.is_empty() && (said.kind.is_empty() || form.gvk.kind == said.kind) {
                    return Ok(unversioned(document, form));
                }
                check_kind(&said, &json, &form.gvk)?;
                (None, json)
            }
            Self::Merged { patched, .. } => (Some(patched), Bytes::from(patched.to_json())),
        };
        let decoded = json::decode(json, &form.schema).map_err(|error| {
            value.and_then(|value| strategic::misfit(value, &form.schema)).unwrap_or_else(|| error.to_string())
        })?;
        Ok((decoded.tree, decoded.problems.iter().map(ToString::to_string).collect()))
    }

    /// The 422 of a patch whose result is no object of the kind.
    fn invalid(&self, detail: &str) -> Status {
        let text = match self {
            Self::Document(document) => String::from_utf8_lossy(&document.to_json()).into_owned(),
            Self::Merged { patch, .. } => strategic::go_text(patch),
        };
        let error = FieldError::invalid(&Path::new("patch"), FieldValue::from(text.as_str()), detail.to_owned());
        Status::invalid(&GroupKind::new("", ""), "", &[error])
    }
}

/// A document without a version is decoded into upstream's internal struct, whose fields have no JSON names: none of its own is found.
fn unversioned(document: &Value, form: &Form) -> (Tree, Vec<String>) {
    let Value::Object(object) = document else { return (Tree::new(form.schema.clone()), Vec::new()) };
    let lost = object.keys().filter(|key| !matches!(*key, "kind" | "apiVersion"));
    let lost = lost.map(|key| format!("unknown field {}", meta::text::quote(key))).collect();
    (Tree::new(form.schema.clone()), lost)
}

/// Refuses a result that calls itself something else. Upstream decodes it as what it calls itself before it finds that out, so that
/// what is wrong with it as such comes first.
fn check_kind(said: &TypeMeta, json: &Bytes, expect: &Gvk) -> Result<(), String> {
    let given = Gvk::from_api_version(&said.api_version, said.kind.clone()).map_err(|e| e.to_string())?;
    let given = body::complete(given, expect);
    if given == *expect {
        return Ok(());
    }
    if let Some(schema) = known_schema(&given) {
        json::decode(json.clone(), &schema).map_err(|e| e.to_string())?;
    }
    Err(unlike(&given, expect))
}

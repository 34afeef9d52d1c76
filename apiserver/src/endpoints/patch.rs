//! PATCH with JSON patch, merge patch or strategic merge patch. The patch is applied to the object as the request's version shows it, and
//! again to a newer one when another writer came first. Source: apiserver `pkg/endpoints/handlers/patch.go`.

use bytes::Bytes;
use http::StatusCode;
use kinds::strategy::Operation;
use kinds::table;
use meta::Gvk;
use meta::field::{FieldError, Path, Value as FieldValue};
use meta::gvk::GroupKind;
use meta::options::{FieldValidation, PatchOptions};
use meta::status::Status;
use object::schema::Schema;
use object::value::{self, Value};
use object::{Tree, json};
use patch::{json_patch, merge_patch, strategic};

use super::update::check_name;
use super::{Call, body, supervise};
use crate::catalog::unlike;
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
    let bytes = body::read(request_body).await?;
    let options = PatchOptions::from_query(&call.query);
    options.validate(false)?;
    let patcher = Patcher { patch_type, bytes, mode: options.write.field_validation() };
    let owned = call.write(options.write.is_dry_run());
    let name = call.name.clone();
    let task = async move {
        // A second turn of the loop says the same again, so only the last turn's warnings count.
        let mut warnings = Vec::new();
        let mut change = |old: Option<&Tree>, revision: u64| {
            let Some(old) = old else { return Err(Status::not_found(&owned.hub.resource, &name)) };
            warnings.clear();
            let mut current = Vec::new();
            owned.endpoint.write_tree(old, revision, &mut current)?;
            let patched = patcher.apply(&current, &owned.endpoint.form, &mut warnings)?;
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
    pub(super) patch_type: PatchType,
    pub(super) bytes: Bytes,
    pub(super) mode: FieldValidation,
}

impl Patcher {
    /// Applies the patch to a document; the result is decoded strictly as what the document is.
    pub(super) fn apply(&self, current: &[u8], form: &Form, warnings: &mut Vec<String>) -> Result<Tree, Status> {
        let schema = &form.schema;
        let current = value::parse(current).map_err(Status::internal_error)?;
        let (patched, mut problems) = match self.patch_type {
            PatchType::Json => self.json_patch(current)?,
            PatchType::Merge => self.merge_patch(current)?,
            PatchType::Strategic => self.strategic(current, schema)?,
        };
        let text = || match self.patch_type {
            PatchType::Strategic => strategic::go_text(&patched),
            PatchType::Json | PatchType::Merge => String::from_utf8_lossy(&patched.to_json()).into_owned(),
        };
        // A strategic merge goes straight into the kind's own struct, whatever the result calls itself.
        if self.patch_type != PatchType::Strategic {
            check_kind(&patched, &form.gvk).map_err(|e| invalid(&text(), &e))?;
        }
        let decoded = json::decode(Bytes::from(patched.to_json()), schema).map_err(|e| invalid(&text(), &e.to_string()))?;
        let mut unknown: Vec<String> = decoded.problems.iter().map(ToString::to_string).collect();
        unknown.sort();
        problems.extend(unknown);
        match self.mode {
            FieldValidation::Ignore => (),
            FieldValidation::Strict if !problems.is_empty() => {
                return Err(invalid(&text(), &format!("strict decoding error: {}", problems.join(", "))));
            }
            FieldValidation::Strict | FieldValidation::Warn => warnings.extend(problems),
        }
        Ok(decoded.tree)
    }

    fn json_patch(&self, current: Value) -> Result<(Value, Vec<String>), Status> {
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
        Ok((patched, problems))
    }

    fn merge_patch(&self, current: Value) -> Result<(Value, Vec<String>), Status> {
        let strict = self.mode != FieldValidation::Ignore;
        let (patch, problems) = merge_patch::parse(&self.bytes, strict).map_err(|e| e.to_status())?;
        Ok((merge_patch::apply(current, &patch).map_err(|e| e.to_status())?, problems))
    }

    fn strategic(&self, current: Value, schema: &Schema) -> Result<(Value, Vec<String>), Status> {
        let (patch, problems) = strategic::parse(&self.bytes).map_err(|e| e.to_status())?;
        let problems = if self.mode == FieldValidation::Ignore { Vec::new() } else { problems };
        let patched = strategic::apply(current, &patch, schema).map_err(|e| e.to_status())?;
        Ok((patched, problems))
    }
}

/// Refuses a result that calls itself something else. Upstream decodes it as what it calls itself before it finds that out, so that
/// what is wrong with it as such comes first.
fn check_kind(patched: &Value, expect: &Gvk) -> Result<(), String> {
    let text = |name: &str, otherwise: String| match patched.get(name) {
        Some(Value::String(text)) if !text.is_empty() => text.to_string(),
        _ => otherwise,
    };
    let kind = text("kind", expect.kind.to_string());
    let api_version = text("apiVersion", expect.group_version().to_string());
    let given = Gvk::from_api_version(&api_version, kind).map_err(|e| e.to_string())?;
    if given == *expect {
        return Ok(());
    }
    if let Some(schema) = table::schema_of(&given.group, &given.version, &given.kind) {
        json::decode(Bytes::from(patched.to_json()), &schema).map_err(|e| e.to_string())?;
    }
    Err(unlike(&given, expect))
}

/// The 422 of a patch whose result is no object of the kind.
fn invalid(patched: &str, detail: &str) -> Status {
    let error = FieldError::invalid(&Path::new("patch"), FieldValue::from(patched), detail.to_owned());
    Status::invalid(&GroupKind::new("", ""), "", &[error])
}

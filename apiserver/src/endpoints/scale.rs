//! `/scale`: replicas and selector of an object as an autoscaling/v1 Scale, to read and to change. What a Scale is, and how it comes back
//! into its object, is `kinds::scale`'s. Source: upstream `pkg/registry/apps/*/storage/storage.go`.

use http::{Method, StatusCode};
use kinds::{id, scale as scales, table};
use meta::Gvk;
use meta::options::WriteOptions;
use meta::status::Status;
use object::{Tree, json};

use super::patch::Patcher;
use super::update::check_name;
use super::{Call, OwnedWrite, body, supervise};
use crate::exchange::Response;
use crate::negotiate::{self, Route};
use crate::registry::hub::Form;
use crate::registry::update::{Conditions, update as store_change};
use crate::render::{Source, View};
use crate::{managed, metadata, respond};

pub(super) async fn scale(call: Call, method: &Method, request_body: net::Body) -> Result<Response, Status> {
    let form = Form { gvk: Gvk::of("autoscaling", "v1", "Scale"), schema: table::schema(id::AUTOSCALING_V1_SCALE) };
    match method.as_str() {
        "GET" => get(&call, &view(&call, form)?).await,
        "PUT" => put(&call, form, request_body).await,
        _ => patch(&call, form, request_body).await,
    }
}

/// The form of the answer.
fn view(call: &Call, form: Form) -> Result<View, Status> {
    let view = View::of_scale(call, form, negotiate::output(&call.headers, &call.query, Route::Object)?);
    view.fits(false)?;
    Ok(view)
}

async fn get(call: &Call, view: &View) -> Result<Response, Status> {
    let key = call.hub.key(&call.namespace, &call.name);
    let answer = call.hub.store.get(&key, None).await.map_err(|e| call.hub.store_error(&e, "get", &call.name))?;
    let Some(item) = answer.item else { return Err(Status::not_found(&call.hub.resource, &call.name)) };
    respond_scale(view, &call.hub.decode(&item)?, item.mod_revision.0, &[])
}

async fn put(call: &Call, form: Form, request_body: net::Body) -> Result<Response, Status> {
    let view = view(call, form.clone())?;
    let bytes = body::read(call, "update", request_body).await?;
    let options = WriteOptions::from_query(&call.query);
    options.validate_update()?;
    let format = negotiate::input(&call.headers)?;
    let mut warnings = Vec::new();
    let mut scale = body::decode(call, &form, format, bytes, options.field_validation(), &mut warnings).await?;
    call.hub.bind_namespace(&call.namespace, &mut scale)?;
    check_name(&scale, &call.name, &call.namespace)?;
    let uid = Some(metadata::uid(&scale).to_owned()).filter(|uid| !uid.is_empty());
    let make = move |_: &OwnedWrite, _: &Tree, _: u64, _: &mut Vec<String>| Ok(scale.clone());
    change(call, &view, Write { dry_run: options.is_dry_run(), uid, warnings }, make).await
}

async fn patch(call: &Call, form: Form, request_body: net::Body) -> Result<Response, Status> {
    let patch_type = negotiate::patch_type(&call.headers)?;
    let view = view(call, form.clone())?;
    let bytes = body::read(call, "patch", request_body).await?;
    let (patcher, options) = Patcher::new(call, patch_type, bytes)?;
    let name = call.name.clone();
    let make = move |owned: &OwnedWrite, old: &Tree, revision: u64, warnings: &mut Vec<String>| {
        let mut shown = scales::of(old).map_err(|s| *s)?;
        managed::of_scale(owned, old, &mut shown)?;
        let mut current = Vec::new();
        json::encode_with_cut(&shown).write_with(revision, &mut current);
        let mut scale = patcher.apply(&current, &form, warnings)?;
        owned.hub.bind_namespace(&owned.namespace, &mut scale)?;
        check_name(&scale, &name, &owned.namespace)?;
        Ok(scale)
    };
    change(call, &view, Write { dry_run: options.is_dry_run(), uid: None, warnings: Vec::new() }, make).await
}

/// What a change brings along.
struct Write {
    dry_run: bool,
    /// The uid that the object must have.
    uid: Option<String>,
    warnings: Vec<String>,
}

/// Changes the object by the scale that `make` gives for it.
async fn change(
    call: &Call,
    view: &View,
    request: Write,
    make: impl Fn(&OwnedWrite, &Tree, u64, &mut Vec<String>) -> Result<Tree, Status> + Send + Sync + 'static,
) -> Result<Response, Status> {
    let owned = call.write(request.dry_run);
    let name = call.name.clone();
    let (uid, mut warnings) = (request.uid, request.warnings);
    let task = async move {
        let mut change = |old: Option<&Tree>, revision: u64| {
            let Some(old) = old else { return Err(Status::not_found(&owned.hub.resource, &name)) };
            let scale = make(&owned, old, revision, &mut warnings)?;
            let mut tree = old.clone();
            scales::apply(&mut tree, &scale, &owned.hub.resource).map_err(|s| *s)?;
            managed::record_scale(&owned, &mut tree, scales::of(old).map_err(|s| *s)?, &scale)?;
            Ok(tree)
        };
        // Admission would have to be asked about the scale, which no plugin has to do with yet.
        let mut write = owned.borrow(Vec::new()).unasked();
        let conditions = Conditions { uid: uid.as_deref(), force_create: false };
        let written = store_change(&mut write, &name, &conditions, &mut change).await?;
        warnings.extend(write.warnings);
        Ok((written, warnings))
    };
    let (written, warnings) = supervise::run(call, task).await?;
    respond_scale(view, &written.stored.tree, written.stored.revision, &warnings)
}

fn respond_scale(view: &View, object: &Tree, revision: u64, warnings: &[String]) -> Result<Response, Status> {
    let scale = scales::of(object).map_err(|s| *s)?;
    respond::object(view, StatusCode::OK, Source::Tree(&scale, revision), warnings)
}

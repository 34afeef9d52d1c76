//! `/scale`: replicas and selector of an object as an autoscaling/v1 Scale, to read and to change. What a Scale is, and how it comes back
//! into its object, is `kinds::scale`'s. Source: upstream `pkg/registry/apps/*/storage/storage.go`.

use http::{Method, StatusCode};
use kinds::{id, scale as scales, table};
use meta::Gvk;
use meta::options::{PatchOptions, WriteOptions};
use meta::status::Status;
use object::{Tree, json};

use super::patch::Patcher;
use super::update::check_name;
use super::{Call, body, supervise};
use crate::exchange::Response;
use crate::negotiate::{self, Output, Route};
use crate::registry::hub::Form;
use crate::registry::update::{Conditions, update as store_change};
use crate::{managed, respond};

pub(super) async fn scale(call: Call, method: &Method, request_body: net::Body) -> Result<Response, Status> {
    let form = Form { gvk: Gvk::of("autoscaling", "v1", "Scale"), schema: table::schema(id::AUTOSCALING_V1_SCALE) };
    match method.as_str() {
        "GET" => get(&call).await,
        "PUT" => {
            let output = negotiate::output(&call.headers, &call.query, Route::Document)?;
            let bytes = body::read(request_body).await?;
            let options = WriteOptions::from_query(&call.query);
            options.validate_update()?;
            let format = negotiate::input(&call.headers)?;
            let mut warnings = Vec::new();
            let scale = body::decode(&call, &form, format, bytes, options.field_validation(), &mut warnings)?;
            check_name(&scale, &call.name, &call.namespace)?;
            change(&call, output, options.is_dry_run(), move |_, _, _| Ok(scale.clone()), warnings).await
        }
        _ => {
            let patch_type = negotiate::patch_type(&call.headers)?;
            let output = negotiate::output(&call.headers, &call.query, Route::Document)?;
            let bytes = body::read(request_body).await?;
            let options = PatchOptions::from_query(&call.query);
            options.validate(false)?;
            let patcher = Patcher { patch_type, bytes, mode: options.write.field_validation() };
            let make = move |old: &Tree, revision: u64, warnings: &mut Vec<String>| {
                let mut current = Vec::new();
                json::encode_with_cut(&scales::of(old).map_err(|s| *s)?).write_with(revision, &mut current);
                patcher.apply(&current, &form, warnings)
            };
            change(&call, output, options.write.is_dry_run(), make, Vec::new()).await
        }
    }
}

async fn get(call: &Call) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Document)?;
    let key = call.hub.key(&call.namespace, &call.name);
    let answer = call.hub.store.get(&key, None).await.map_err(|e| call.hub.store_error(&e, "get", &call.name))?;
    let Some(item) = answer.item else { return Err(Status::not_found(&call.hub.resource, &call.name)) };
    respond_scale(output, &call.hub.decode(&item)?, item.mod_revision.0, &[])
}

/// Changes the object by the scale that `make` gives for it.
async fn change(
    call: &Call,
    output: Output,
    dry_run: bool,
    make: impl Fn(&Tree, u64, &mut Vec<String>) -> Result<Tree, Status> + Send + Sync + 'static,
    mut warnings: Vec<String>,
) -> Result<Response, Status> {
    let owned = call.write(dry_run);
    let name = call.name.clone();
    let task = async move {
        let mut change = |old: Option<&Tree>, revision: u64| {
            let Some(old) = old else { return Err(Status::not_found(&owned.hub.resource, &name)) };
            let scale = make(old, revision, &mut warnings)?;
            let mut tree = old.clone();
            scales::apply(&mut tree, &scale, &owned.hub.resource).map_err(|s| *s)?;
            managed::record(&owned, Some(old), &mut tree);
            Ok(tree)
        };
        // Admission would have to be asked about the scale, which no plugin has to do with yet.
        let mut write = owned.borrow(Vec::new()).unasked();
        let written = store_change(&mut write, &name, &Conditions::default(), &mut change).await?;
        warnings.extend(write.warnings);
        Ok((written, warnings))
    };
    let (written, warnings) = supervise::run(call, task).await?;
    respond_scale(output, &written.stored.tree, written.stored.revision, &warnings)
}

fn respond_scale(output: Output, object: &Tree, revision: u64, warnings: &[String]) -> Result<Response, Status> {
    let mut bytes = Vec::new();
    json::encode_with_cut(&scales::of(object).map_err(|s| *s)?).write_with(revision, &mut bytes);
    Ok(respond::document(StatusCode::OK, output, bytes, warnings))
}

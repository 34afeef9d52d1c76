//! PUT on an object or on a subresource that writes it. Source: apiserver `pkg/endpoints/handlers/update.go`.

use http::StatusCode;
use kinds::strategy::Operation;
use meta::options::WriteOptions;
use meta::status::Status;
use object::Tree;

use super::{Call, body, supervise};
use crate::exchange::Response;
use crate::negotiate::{self, Route};
use crate::registry::update::{Conditions, update as store_change};
use crate::render::View;
use crate::{managed, metadata, respond};

pub(super) async fn update(call: Call, request_body: net::Body) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Object)?;
    let view = View::new(&call, output);
    view.fits(false)?;
    let bytes = body::read(&call, "update", request_body).await?;
    let options = WriteOptions::from_query(&call.query);
    options.validate_update()?;
    let format = negotiate::input(&call.headers)?;
    let mut warnings = Vec::new();
    let tree = body::decode(&call, &call.endpoint.form, format, bytes, options.field_validation(), &mut warnings).await?;
    let owned = call.write(options.is_dry_run());
    let name = call.name.clone();
    let task = async move {
        let mut write = owned.borrow(warnings);
        let mut tree = owned.endpoint.accept(write.hub, write.strategy, tree, &mut write.ctx(Operation::Update, None))?;
        owned.hub.bind_namespace(&owned.namespace, &mut tree)?;
        check_name(&tree, &name, &owned.namespace)?;
        let uid = metadata::uid(&tree).to_owned();
        let conditions = Conditions { uid: (!uid.is_empty()).then_some(uid.as_str()), force_create: false };
        let written = store_change(&mut write, &name, &conditions, &mut |live, _| {
            let mut tree = tree.clone();
            managed::record(&owned, live, &mut tree);
            Ok(tree)
        })
        .await?;
        Ok((written, write.warnings))
    };
    let (written, warnings) = supervise::run(&call, task).await?;
    let code = if written.created { StatusCode::CREATED } else { StatusCode::OK };
    respond::object(&view, code, written.stored.source(), &warnings)
}

/// The object must bear the name and the namespace of the path.
pub(super) fn check_name(tree: &Tree, name: &str, namespace: &str) -> Result<(), Status> {
    let have = metadata::name(tree);
    if have.is_empty() {
        return Err(Status::bad_request(format!(
            "the name of the object ({name} based on URL) was undeterminable: name must be provided"
        )));
    }
    if have != name {
        return Err(Status::bad_request(format!("the name of the object ({have}) does not match the name on the URL ({name})")));
    }
    let have = metadata::namespace(tree);
    if !namespace.is_empty() && !have.is_empty() && have != namespace {
        return Err(Status::bad_request(format!(
            "the namespace of the object ({have}) does not match the namespace on the request ({namespace})"
        )));
    }
    Ok(())
}

//! POST on a collection. Source: apiserver `pkg/endpoints/handlers/create.go`.

use http::StatusCode;
use kinds::strategy::Operation;
use meta::options::WriteOptions;
use meta::status::Status;

use super::{Call, body, supervise};
use crate::exchange::Response;
use crate::negotiate::{self, Route};
use crate::registry::create::create as store_new;
use crate::render::View;
use crate::{managed, metadata, respond};

pub(super) async fn create(call: Call, request_body: net::Body) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Object)?;
    let view = View::new(&call, output);
    view.fits(false)?;
    let format = negotiate::input(&call.headers)?;
    let bytes = body::read(&call, "create", request_body).await?;
    let options = WriteOptions::from_query(&call.query);
    options.validate_create()?;
    let mut warnings = Vec::new();
    let tree = body::decode(&call, &call.endpoint.form, format, bytes, options.field_validation(), &mut warnings).await?;
    let owned = call.write(options.is_dry_run());
    let task = async move {
        let mut write = owned.borrow(warnings);
        let mut tree = owned.endpoint.accept(write.hub, write.strategy, tree, &mut write.ctx(Operation::Create, None))?;
        metadata::wipe_system_fields(&mut tree);
        owned.hub.bind_namespace(&owned.namespace, &mut tree)?;
        managed::record(&owned, None, &mut tree);
        let written = store_new(&mut write, tree).await?;
        Ok((written, write.warnings))
    };
    let (written, warnings) = supervise::run(&call, task).await?;
    respond::object(&view, StatusCode::CREATED, written.stored.source(), &warnings)
}

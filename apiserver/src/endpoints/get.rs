//! GET of one object. Source: apiserver `pkg/endpoints/handlers/get.go`.

use http::StatusCode;
use meta::options::GetOptions;
use meta::status::Status;

use super::Call;
use crate::exchange::Response;
use crate::negotiate::{self, Route};
use crate::render::{Source, View};
use crate::respond;

pub(super) async fn get(call: Call) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Object)?;
    let view = View::new(&call, output);
    view.fits(false)?;
    if call.query.flag("export").unwrap_or_default() {
        return Err(Status::bad_request("the export parameter, deprecated since v1.14, is no longer supported"));
    }
    let hub = &call.hub;
    hub.check_scope(&call.namespace, &call.name)?;
    let wanted = GetOptions::from_query(&call.query).minimum()?;
    hub.wait_for(wanted.map_or(0, |revision| revision.0), &call.server.world).await?;
    let key = hub.key(&call.namespace, &call.name);
    let answer = hub.store.get(&key, None).await.map_err(|e| hub.store_error(&e, "get", &call.name))?;
    let Some(item) = answer.item else { return Err(Status::not_found(&call.endpoint.gvr.group_resource(), &call.name)) };
    respond::object(&view, StatusCode::OK, Source::Item(&item), &[])
}

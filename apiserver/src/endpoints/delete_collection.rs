//! DELETE on a collection: lists, deletes each object by itself, answers with the list. Not atomic, as upstream's is not: what was
//! deleted before an error stays deleted. Source: apiserver `pkg/endpoints/handlers/delete.go`, `pkg/registry/generic/registry/store.go`.

use cacher::Object;
use meta::field::{FieldError, Path};
use meta::gvk::GroupKind;
use meta::options::DeleteOptions;
use meta::status::{Reason, Status};

use super::{Call, body, delete, list};
use crate::exchange::Response;
use crate::negotiate::{self, Route};
use crate::registry::list::{Filter, list as read_page};
use crate::render::View;
use crate::respond;
use crate::selection::Selection;

pub(super) async fn delete_collection(call: Call, request_body: net::Body) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, Route::Object)?;
    let view = View::new(&call, output);
    view.fits(true)?;
    let options = list::list_options(&call, false)?;
    let selection = Selection::new(&call, &options)?;
    let delete_options = delete::read_options(&call, body::read(&call, "delete_collection", request_body).await?).await?;
    if delete_options.ignore_store_read_error == Some(true) {
        let path = Path::new("ignoreStoreReadErrorWithClusterBreakingPotential");
        let why = "is not allowed with DELETECOLLECTION, try again after removing the option";
        let kind = GroupKind::of("meta.k8s.io", "DeleteOptions");
        return Err(Status::invalid(&kind, "", &[FieldError::invalid(&path, true, why)]));
    }
    let orphans = delete::orphans_warning(&call, &delete_options);
    call.told.set(orphans.as_slice());
    let page = {
        let matches = |object: &Object| selection.matches(object);
        let filter = Filter {
            namespace: selection.namespace(&call.namespace),
            name: selection.name(),
            matches: &matches,
            everything: selection.is_everything(),
        };
        read_page(&call.hub, &call.server.world, &options, &filter).await?
    };
    for object in &page.items {
        delete_one(&call, object, delete_options.clone()).await?;
    }
    let mut response = list::respond_page(view, page)?;
    respond::add_warnings(response.headers_mut(), orphans.as_slice());
    Ok(response)
}

/// Deletes one object of the list; one that went meanwhile is fine.
async fn delete_one(call: &Call, object: &Object, options: DeleteOptions) -> Result<(), Status> {
    match delete::run(call, object.namespace(), object.name(), options).await {
        Ok(_) => Ok(()),
        Err(status) if status.reason == Reason::NotFound => Ok(()),
        Err(status) => Err(status),
    }
}

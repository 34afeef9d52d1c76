//! GET on a collection: a page of cached objects, streamed in the form that was negotiated.
//! Source: apiserver `pkg/endpoints/handlers/get.go`.

use cacher::Object;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use meta::options::ListOptions;
use meta::status::Status;

use super::Call;
use crate::exchange::Response;
use crate::negotiate::{self, Format, Route};
use crate::registry::list::{Filter, Page, list as read_page};
use crate::render::View;
use crate::render::list::{JsonList, ProtobufList};
use crate::respond;
use crate::selection::Selection;

pub(super) async fn list(call: Call) -> Result<Response, Status> {
    let view = View::new(&call, negotiate::output(&call.headers, &call.query, Route::Collection)?);
    view.fits(true)?;
    let options = list_options(&call, false)?;
    let selection = Selection::new(&call, &options)?;
    let matches = |object: &Object| selection.matches(object);
    let filter = Filter {
        namespace: selection.namespace(&call.namespace),
        name: selection.name(),
        matches: &matches,
        everything: selection.is_everything(),
    };
    let page = read_page(&call.hub, &call.server.world, &options, &filter).await?;
    respond_page(view, page)
}

/// Reads and checks the options of a list or a watch; the path decides which of the two it is.
pub(super) fn list_options(call: &Call, watch: bool) -> Result<ListOptions, Status> {
    let mut options = ListOptions::from_query(&call.query)?;
    options.watch = watch;
    options.set_defaults(true);
    options.validate(true)?;
    Ok(options)
}

/// Streams a page.
pub(super) fn respond_page(view: View, page: Page) -> Result<Response, Status> {
    let output = view.output;
    let body = match (output.format, output.pretty) {
        (Format::Json, false) => net::Body::wrap(JsonList::new(view, page)),
        (Format::Protobuf, _) => net::Body::wrap(ProtobufList::new(view, page)?),
        (Format::Json | Format::Yaml, _) => return whole(JsonList::new(view, page), output),
    };
    let mut response = Response::new(body);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(output.format.media_type()));
    Ok(response)
}

/// A list in a form that is made of the whole document.
fn whole(mut list: JsonList, output: negotiate::Output) -> Result<Response, Status> {
    let mut json = Vec::new();
    while let Some(piece) = list.piece()? {
        json.extend_from_slice(&piece);
    }
    json.pop();
    Ok(respond::document(StatusCode::OK, output, json, &[]))
}

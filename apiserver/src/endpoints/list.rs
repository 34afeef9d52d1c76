//! GET on a collection: a page of cached objects, streamed in the form that was negotiated.
//! Source: apiserver `pkg/endpoints/handlers/get.go`.

use std::sync::Arc;

use cacher::{Encodings, Object};
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use meta::options::ListOptions;
use meta::status::Status;

use super::Call;
use crate::compress::{self, takes_gzip};
use crate::exchange::Response;
use crate::negotiate::{self, Format, Route, Shape};
use crate::registry::list::{Filter, Page, list as read_page};
use crate::render::View;
use crate::render::gzip::GzipList;
use crate::render::list::{JsonList, ProtobufList};
use crate::respond;
use crate::selection::Selection;

/// More bytes than `kind` and `apiVersion` have, which items of lists leave out.
const TYPE_META: usize = 512;

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
    if takes_gzip(&call.headers) && view.output.format == Format::Json && !view.output.pretty && is_large(&view, &page) {
        // Whoever selects gets other neighbours each time.
        let kept = filter.everything.then(|| call.server.world.runs.clone());
        return Ok(compressed(view, page, kept));
    }
    respond_page(view, page)
}

/// Whether a list of whole objects is so large that it is compressed. One that is almost as large is looked at more closely later.
fn is_large(view: &View, page: &Page) -> bool {
    let bytes = |object: &Arc<Object>| object.body().len().saturating_sub(TYPE_META);
    let large = |sum: &mut usize, object: &Arc<Object>| {
        *sum += bytes(object);
        Some(*sum)
    };
    view.output.shape == Shape::Whole && page.items.iter().scan(0, large).any(|sum| sum > compress::THRESHOLD)
}

/// Streams a page in gzip.
fn compressed(view: View, page: Page, kept: Option<Arc<Encodings>>) -> Response {
    let media_type = view.output.format.media_type();
    let mut response = Response::new(net::Body::wrap(GzipList::new(view, page, kept)));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    compress::say_so(response.headers_mut());
    response
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

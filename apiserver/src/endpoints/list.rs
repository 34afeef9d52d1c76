//! GET on a collection. The answer is an envelope around bytes that are encoded already, sent in pieces of about 64 KiB as the client
//! takes them; the whole never exists in memory. Source: apiserver `pkg/endpoints/handlers/get.go`.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use cacher::Object;
use http::StatusCode;
use http::header::HeaderValue;
use http_body::Frame;
use meta::options::ListOptions;
use meta::status::{ListMeta, Status};

use super::Call;
use crate::catalog::Endpoint;
use crate::exchange::Response;
use crate::negotiate::{self, Format, Output};
use crate::registry::hub::Hub;
use crate::registry::list::{Filter, Page, list as read_page};
use crate::respond;
use crate::selection::Selection;

/// Bytes collected before a piece is handed to the connection: TLS records and system calls are paid per piece.
const PIECE: usize = 64 * 1024;

pub(super) async fn list(call: Call) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, false)?;
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
    respond_page(&call, output, page)
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
pub(super) fn respond_page(call: &Call, output: Output, page: Page) -> Result<Response, Status> {
    let mut body = ListBody::new(call, page);
    if output.format == Format::Json && !output.pretty {
        let mut response = Response::new(net::Body::wrap(body));
        response.headers_mut().insert(http::header::CONTENT_TYPE, HeaderValue::from_static(output.content_type()));
        return Ok(response);
    }
    let mut whole = Vec::new();
    while let Some(piece) = body.piece()? {
        whole.extend_from_slice(&piece);
    }
    whole.pop();
    Ok(respond::document(StatusCode::OK, output, whole, &[]))
}

/// The body of a list.
struct ListBody {
    endpoint: Arc<Endpoint>,
    hub: Arc<Hub>,
    items: std::vec::IntoIter<Arc<Object>>,
    meta: ListMeta,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Items,
    Done,
}

impl ListBody {
    fn new(call: &Call, page: Page) -> Self {
        Self {
            endpoint: call.endpoint.clone(),
            hub: call.hub.clone(),
            items: page.items.into_iter(),
            meta: page.meta,
            state: State::Start,
        }
    }

    /// The next piece; none at the end.
    fn piece(&mut self) -> Result<Option<Bytes>, Status> {
        if self.state == State::Done {
            return Ok(None);
        }
        let mut out = Vec::with_capacity(PIECE + PIECE / 4);
        let mut first = self.state == State::Start;
        if first {
            self.head(&mut out);
            self.state = State::Items;
        }
        while out.len() < PIECE {
            let Some(object) = self.items.next() else {
                out.extend_from_slice(b"]}\n");
                self.state = State::Done;
                break;
            };
            if !first {
                out.push(b',');
            }
            first = false;
            self.endpoint.write_list_item(&self.hub, &object, &mut out)?;
        }
        Ok(Some(Bytes::from(out)))
    }

    fn head(&self, out: &mut Vec<u8>) {
        let mut text = String::from("{\"kind\":");
        meta::text::push_json(&mut text, self.endpoint.resource.list_kind);
        text.push_str(",\"apiVersion\":");
        meta::text::push_json(&mut text, &self.endpoint.group_version.to_string());
        text.push_str(",\"metadata\":");
        self.meta.push_json(&mut text);
        text.push_str(",\"items\":[");
        out.extend_from_slice(text.as_bytes());
    }
}

impl http_body::Body for ListBody {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        Poll::Ready(self.piece().map(|piece| piece.map(Frame::data)).transpose())
    }

    fn is_end_stream(&self) -> bool {
        self.state == State::Done
    }
}

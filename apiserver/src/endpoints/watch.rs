//! GET with `watch`: one ordered stream of events, each framed once and shared by everybody who watches in the same form.
//! Source: apiserver `pkg/endpoints/handlers/watch.go`.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use cacher::{Bookmark, CloseReason, Cursor, CursorItem, EventKind, Key, Predicate, Scope, WatchError, WatchEvent, WatchRequest};
use http::header::{CONTENT_TYPE, HeaderValue};
use http_body::Frame;
use meta::options::ListOptions;
use meta::status::Status;
use object::Tree;
use sys::Tick;

use super::list::list_options;
use super::{Call, websocket};
use crate::catalog::Endpoint;
use crate::convert::named;
use crate::exchange::Response;
use crate::negotiate::{self, Format};
use crate::registry::hub::Hub;
use crate::registry::list::read_error;
use crate::registry::watch::start;
use crate::selection::Selection;

/// A watch without `timeoutSeconds` lives between one and two of these (upstream's `--min-request-timeout`).
const MIN_LIFE: Duration = Duration::from_secs(1800);
/// Marks the bookmark that ends the initial events (KEP-3157).
const INITIAL_EVENTS_END: &str = "k8s.io/initial-events-end";

pub(super) async fn watch(mut call: Call) -> Result<Response, Status> {
    let output = negotiate::output(&call.headers, &call.query, true)?;
    if output.format == Format::Yaml {
        return Err(Status::not_acceptable(&["application/json"]));
    }
    let options = list_options(&call, true)?;
    let selection = Selection::new(&call, &options)?;
    let world = &call.server.world;
    let request = WatchRequest {
        start: start(&options)?,
        scope: scope(&call, &selection),
        trigger: None,
        bookmarks: options.allow_watch_bookmarks,
        deadline: Some(Tick(world.sys.clock.tick().0 + life(&call, &options))),
        predicate: (!selection.is_everything()).then(|| -> Predicate { Arc::new(move |object| selection.matches(object)) }),
    };
    let source = match call.hub.cacher(world).watch(request).await {
        Ok(cursor) => Source::Live(Box::new(cursor)),
        // Upstream answers 200 and says it in the stream.
        Err(WatchError::Expired { requested, oldest }) => {
            Source::Failed(Status::expired(format!("too old resource version: {requested} ({oldest})")))
        }
        Err(WatchError::Read(error)) => Source::Failed(read_error(&call.hub, &error, "watch")),
    };
    let body = WatchBody { endpoint: call.endpoint.clone(), hub: call.hub.clone(), source };
    if websocket::is_upgrade(&call.headers) {
        return websocket::serve(&world.sys, &call.headers, call.upgrade.take(), body, websocket::Framing::Text);
    }
    let mut response = Response::new(net::Body::wrap(body));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(output.content_type()));
    Ok(response)
}

/// Which keys the watch is about.
fn scope(call: &Call, selection: &Selection) -> Scope {
    let namespace = selection.namespace(&call.namespace);
    match selection.name() {
        Some(name) if !(namespace.is_empty() && call.hub.namespaced) => Scope::One(call.hub.key(namespace, name)),
        _ => Scope::Prefix(Key::from(call.hub.scope_prefix(namespace))),
    }
}

/// How long the watch lives.
fn life(call: &Call, options: &ListOptions) -> Duration {
    if let Some(seconds) = options.timeout_seconds.and_then(|s| u64::try_from(s).ok()).filter(|s| *s > 0) {
        return Duration::from_secs(seconds);
    }
    let mut random = [0; 4];
    call.server.world.sys.entropy.fill(&mut random);
    MIN_LIFE + MIN_LIFE.mul_f64(f64::from(u32::from_le_bytes(random)) / f64::from(u32::MAX))
}

/// Where the frames come from.
enum Source {
    Live(Box<Cursor>),
    Failed(Status),
    Over,
}

/// The body of a watch.
struct WatchBody {
    endpoint: Arc<Endpoint>,
    hub: Arc<Hub>,
    source: Source,
}

impl WatchBody {
    /// The frame of an item; none at the end of the watch.
    fn frame(&self, item: CursorItem) -> Option<Bytes> {
        match item {
            CursorItem::Event(event) => Some(event.frame(self.format(), |event| self.event(event))),
            CursorItem::Bookmark(bookmark) => Some(self.bookmark(bookmark)),
            CursorItem::Closed(CloseReason::Corrupt(error)) => Some(failure(&Status::internal_error(error))),
            CursorItem::Closed(reason) => {
                tracing::debug!(?reason, resource = %self.hub.resource, "a watch ended");
                None
            }
        }
    }

    /// The number of this version's JSON among an event's frames.
    fn format(&self) -> u64 {
        self.endpoint
            .served
            .version
            .bytes()
            .chain(self.endpoint.resource.group.bytes())
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    fn event(&self, event: &WatchEvent) -> Bytes {
        let kind = match event.kind {
            EventKind::Added => "ADDED",
            EventKind::Modified => "MODIFIED",
            EventKind::Deleted => "DELETED",
        };
        let mut out = Vec::with_capacity(event.object.body().len() + 128);
        out.extend_from_slice(b"{\"type\":\"");
        out.extend_from_slice(kind.as_bytes());
        out.extend_from_slice(b"\",\"object\":");
        if let Err(status) = self.endpoint.write_event(&self.hub, &event.object, event.revision, &mut out) {
            return failure(&status);
        }
        out.extend_from_slice(b"}\n");
        Bytes::from(out)
    }

    /// An empty object of the kind that bears the revision.
    fn bookmark(&self, bookmark: Bookmark) -> Bytes {
        let mut tree = named(Tree::new(self.endpoint.form.schema.clone()), &self.endpoint.form.gvk);
        if bookmark.initial_events_end {
            tree.set_str(&["metadata", "annotations", INITIAL_EVENTS_END], "true");
        }
        let mut out = b"{\"type\":\"BOOKMARK\",\"object\":".to_vec();
        object::json::encode_with_cut(&tree).write_with(bookmark.revision.0, &mut out);
        out.extend_from_slice(b"}\n");
        Bytes::from(out)
    }
}

/// The frame that ends a watch with an error.
fn failure(status: &Status) -> Bytes {
    Bytes::from(format!("{{\"type\":\"ERROR\",\"object\":{}}}\n", status.to_json().trim_end()))
}

impl http_body::Body for WatchBody {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let frame = match std::mem::replace(&mut self.source, Source::Over) {
            Source::Over => None,
            Source::Failed(status) => Some(failure(&status)),
            Source::Live(mut cursor) => match cursor.poll_next(context) {
                Poll::Pending => {
                    self.source = Source::Live(cursor);
                    return Poll::Pending;
                }
                Poll::Ready(item) => {
                    let over = matches!(item, CursorItem::Closed(_));
                    let frame = self.frame(item);
                    if !over {
                        self.source = Source::Live(cursor);
                    }
                    frame
                }
            },
        };
        Poll::Ready(frame.map(|bytes| Ok(Frame::data(bytes))))
    }
}

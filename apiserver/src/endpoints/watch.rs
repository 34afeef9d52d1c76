//! GET with `watch`: one ordered stream of events, each framed once and shared by everybody who watches in the same form.
//! Source: apiserver `pkg/endpoints/handlers/watch.go`.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use cacher::{
    Bookmark, CloseReason, CorruptObject, Cursor, CursorItem, EventKind, Key, Predicate, Scope, WatchError, WatchEvent,
    WatchRequest,
};
use http::header::{CONTENT_TYPE, HeaderValue};
use http_body::Frame;
use meta::options::ListOptions;
use meta::status::Status;
use object::proto;
use sys::Tick;

use super::list::list_options;
use super::{Call, websocket};
use crate::exchange::Response;
use crate::metrics::WatchMeter;
use crate::negotiate::{self, Format, Output, Route};
use crate::registry::list::read_error;
use crate::registry::watch::start;
use crate::render::{INITIAL_EVENTS_END, Source as Shown, View, wire};
use crate::selection::Selection;

/// A watch without `timeoutSeconds` lives between one and two of these (upstream's `--min-request-timeout`).
const MIN_LIFE: Duration = Duration::from_secs(1800);

pub(super) async fn watch(mut call: Call) -> Result<Response, Status> {
    let view = View::new(&call, negotiate::output(&call.headers, &call.query, Route::Watch)?);
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
        Ok(mut cursor) => {
            // After it has begun: whoever ends all watches has either seen this one or left the time here.
            if let Some(end) = call.server.watches_end.get() {
                cursor.end_by(*end);
            }
            Source::Live(Box::new(cursor))
        }
        // Upstream answers 200 and says it in the stream.
        Err(WatchError::Expired { requested, oldest }) => {
            Source::Failed(Status::expired(format!("too old resource version: {requested} ({oldest})")))
        }
        Err(WatchError::Read(error)) => Source::Failed(read_error(&call.hub, &error, "watch")),
    };
    let format = view.output.format;
    let meter = call.server.metrics.watches.begin(&call.trail, call.long_running);
    let body = WatchBody { view, columns: true, source, meter };
    if websocket::is_upgrade(&call.headers) {
        return websocket::serve(&world.sys, &call.headers, call.upgrade.take(), body, format);
    }
    let media = format.stream_type().unwrap_or(Format::Json.media_type());
    let mut response = Response::new(net::Body::wrap(body));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media));
    response.extensions_mut().insert(net::Lasting);
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
    view: View,
    /// The next event of a table names the columns; only the first one does.
    columns: bool,
    source: Source,
    /// What it counts.
    meter: Option<WatchMeter>,
}

impl WatchBody {
    /// The frame of an item; none at the end of the watch.
    fn frame(&mut self, item: CursorItem) -> Option<Bytes> {
        let format = self.view.output.format;
        let columns = std::mem::take(&mut self.columns);
        match item {
            // Upstream finds out with the first event that it cannot be shown so, and ends the stream.
            CursorItem::Event(_) | CursorItem::Bookmark(_) if self.view.fits(false).is_err() => None,
            CursorItem::Event(event) => Some(event.frame(self.view.number(columns), |event| self.event(event, columns))),
            CursorItem::Bookmark(bookmark) => Some(self.bookmark(bookmark, columns)),
            CursorItem::Closed(CloseReason::Corrupt(error)) => Some(failure(format, &Status::internal_error(error))),
            CursorItem::Closed(CloseReason::DeletedUnread(error)) => Some(failure(format, &deleted_unread(&error))),
            CursorItem::Closed(reason) => {
                tracing::debug!(?reason, "a watch ended");
                None
            }
        }
    }

    fn count(&self, frame: Option<&Bytes>, begun: bool) {
        let (Some(frame), Some(meter)) = (frame, &self.meter) else { return };
        meter.frame(frame.len());
        if begun {
            meter.initial_events_end();
        }
    }

    fn event(&self, event: &WatchEvent, columns: bool) -> Bytes {
        let kind = match event.kind {
            EventKind::Added => "ADDED",
            EventKind::Modified => "MODIFIED",
            EventKind::Deleted => "DELETED",
        };
        self.object(kind, Shown::Cached(&event.object, event.revision), columns)
    }

    /// An empty object of the kind that bears the revision.
    fn bookmark(&self, bookmark: Bookmark, columns: bool) -> Bytes {
        let tree = self.view.bookmark(bookmark.initial_events_end.then_some(INITIAL_EVENTS_END));
        self.object("BOOKMARK", Shown::Tree(&tree, bookmark.revision.0), columns)
    }

    fn object(&self, kind: &str, object: Shown<'_>, columns: bool) -> Bytes {
        let format = self.view.output.format;
        let mut body = Vec::with_capacity(8 * 1024);
        let written = match format {
            Format::Protobuf => self.view.write_enveloped(object, &mut body),
            Format::Json | Format::Yaml => self.view.write_object(object, columns, &mut body),
        };
        match written {
            Ok(()) => framed(format, kind, &body),
            Err(status) => failure(format, &status),
        }
    }
}

/// An event around an object that is encoded already.
fn framed(format: Format, kind: &str, object: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(object.len() + 64);
    if format == Format::Protobuf {
        proto::watch_frame(kind, object, &mut out);
        return Bytes::from(out);
    }
    out.extend_from_slice(b"{\"type\":\"");
    out.extend_from_slice(kind.as_bytes());
    out.extend_from_slice(b"\",\"object\":");
    out.extend_from_slice(object);
    out.extend_from_slice(b"}\n");
    Bytes::from(out)
}

/// What a client is told that cannot be shown what was deleted.
fn deleted_unread(object: &CorruptObject) -> Status {
    let CorruptObject { revision, why, .. } = object;
    let text = format!("saw a DELETED event, but object data is corrupt - object not decodable revision={revision}: {why}");
    Status::storage_read_error(text, None)
}

/// The frame that ends a watch with an error.
fn failure(format: Format, status: &Status) -> Bytes {
    let mut json = status.to_json().into_bytes();
    json.truncate(json.trim_ascii_end().len());
    let output = Output { format, ..Output::JSON };
    let body = if format == Format::Protobuf { wire::encode(output, json, None).unwrap_or_default() } else { json };
    framed(format, "ERROR", &body)
}

impl http_body::Body for WatchBody {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let frame = match std::mem::replace(&mut self.source, Source::Over) {
            Source::Over => None,
            Source::Failed(status) => Some(failure(self.view.output.format, &status)),
            Source::Live(mut cursor) => match cursor.poll_next(context) {
                Poll::Pending => {
                    self.source = Source::Live(cursor);
                    return Poll::Pending;
                }
                Poll::Ready(item) => {
                    let over = matches!(item, CursorItem::Closed(_));
                    let begun = matches!(&item, CursorItem::Bookmark(bookmark) if bookmark.initial_events_end);
                    let frame = self.frame(item);
                    self.count(frame.as_ref(), begun);
                    if !over && frame.is_some() {
                        self.source = Source::Live(cursor);
                    }
                    frame
                }
            },
        };
        Poll::Ready(frame.map(|bytes| Ok(Frame::data(bytes))))
    }
}

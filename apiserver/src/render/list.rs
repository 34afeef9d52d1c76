//! The bodies of lists: an envelope around elements that are encoded one by one, in pieces of about 64 KiB as the client takes them; the
//! whole never exists in memory. Protobuf says lengths first, so its elements are measured before anything is sent; objects remember
//! their lengths, so that this is done once for each.
//! Called by the endpoints with a page of cached objects.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use cacher::Object;
use http_body::Frame;
use kinds::{id, table};
use meta::status::{ListMeta, Status};
use object::proto;

use super::{LIST_TAIL, Source, View};
use crate::registry::list::Page;

/// Bytes collected before a piece is handed to the connection: TLS records and system calls are paid per piece.
const PIECE: usize = 64 * 1024;
/// Elements made to be measured before other tasks get their turn,
const STEP: usize = 64;
/// and elements looked at whose length is known.
const LOOKS: usize = 4096;
/// Bytes of elements held between measuring and sending; the elements beyond are encoded a second time unless the cache keeps them.
const MADE: usize = 4 * 1024 * 1024;
/// Number of `metadata` and of `items` in every list message.
const METADATA: u16 = 1;
const ITEMS: u16 = 2;

/// A list as JSON.
pub(crate) struct JsonList {
    view: View,
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

impl JsonList {
    /// The list of a page.
    pub(crate) fn new(view: View, page: Page) -> Self {
        Self { view, items: page.items.into_iter(), meta: page.meta, state: State::Start }
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// 500 for an object that cannot be shown.
    pub(crate) fn piece(&mut self) -> Result<Option<Bytes>, Status> {
        if self.state == State::Done {
            return Ok(None);
        }
        let mut out = Vec::with_capacity(PIECE + PIECE / 4);
        let mut first = self.state == State::Start;
        if first {
            self.view.write_list_head(&self.meta, &mut out);
            self.state = State::Items;
            self.write_dependent_rows(&mut out)?;
        }
        while out.len() < PIECE {
            let Some(object) = self.items.next() else {
                out.extend_from_slice(LIST_TAIL);
                out.push(b'\n');
                self.state = State::Done;
                break;
            };
            if !first {
                out.push(b',');
            }
            first = false;
            self.view.write_element(Source::Cached(&object, object.revision()), &mut out)?;
        }
        Ok(Some(Bytes::from(out)))
    }

    /// Rows that depend on each other are printed all at once.
    fn write_dependent_rows(&mut self, out: &mut Vec<u8>) -> Result<(), Status> {
        let Some(table) = self.view.table.clone().filter(super::table::Context::needs_whole_list) else { return Ok(()) };
        let objects: Vec<Arc<Object>> = self.items.by_ref().collect();
        let sources: Vec<Source<'_>> = objects.iter().map(|object| Source::Cached(object, object.revision())).collect();
        table.write_rows(&self.view, &sources, out)
    }
}

impl http_body::Body for JsonList {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        Poll::Ready(self.piece().map(|piece| piece.map(Frame::data)).transpose())
    }

    fn is_end_stream(&self) -> bool {
        self.state == State::Done
    }
}

/// Bytes of an element with its tag, which is one byte, and its length.
fn element_len(message: usize) -> usize {
    1 + proto::varint_len(message as u64) + message
}

/// A list as protobuf.
pub(crate) struct ProtobufList {
    view: View,
    items: Vec<Arc<Object>>,
    /// Elements measured, or sent, so far.
    at: usize,
    /// `metadata`, as it is sent.
    head: Vec<u8>,
    /// Bytes of the elements measured so far, with their tags and lengths.
    measured: usize,
    /// Messages that were made to be measured, by their place, in order.
    made: VecDeque<(usize, Vec<u8>)>,
    made_bytes: usize,
    state: State,
}

impl ProtobufList {
    /// The list of a page.
    ///
    /// # Errors
    /// None that a valid page can cause.
    pub(crate) fn new(view: View, page: Page) -> Result<Self, Status> {
        let mut json = String::new();
        page.meta.push_json(&mut json);
        let mut meta = Vec::new();
        proto::transcode(json.as_bytes(), &table::schema(id::META_V1_LIST_META), &mut meta).map_err(Status::internal_error)?;
        let mut head = Vec::new();
        proto::put_bytes(METADATA, &meta, &mut head);
        let made = VecDeque::new();
        Ok(Self { view, items: page.items, at: 0, head, measured: 0, made, made_bytes: 0, state: State::Start })
    }

    /// Measures some elements; true when all are measured.
    fn measure(&mut self) -> Result<bool, Status> {
        let (mut built, end) = (0, self.items.len().min(self.at + LOOKS));
        let mut message = Vec::new();
        while self.at < end && built < STEP {
            let object = &self.items[self.at];
            let source = Source::Cached(object, object.revision());
            let len = match self.view.message_len(source) {
                Some(len) => len,
                None => {
                    built += 1;
                    message.clear();
                    self.view.write_message(source, &mut message)?;
                    if self.made_bytes < MADE {
                        self.made_bytes += message.len();
                        self.made.push_back((self.at, message.clone()));
                    }
                    message.len()
                }
            };
            self.measured += element_len(len);
            self.at += 1;
        }
        Ok(self.at == self.items.len())
    }

    /// The next piece; none at the end. Everything must have been measured.
    fn piece(&mut self) -> Result<Option<Bytes>, Status> {
        if self.state == State::Done {
            return Ok(None);
        }
        let mut out = Vec::with_capacity(PIECE + PIECE / 4);
        if self.state == State::Start {
            let (kind, api_version) = self.view.list_kind();
            proto::envelope_head(&api_version, &kind, self.head.len() + self.measured, &mut out);
            out.append(&mut self.head);
            self.state = State::Items;
            self.at = 0;
        }
        while out.len() < PIECE {
            let Some(object) = self.items.get(self.at) else {
                out.extend_from_slice(&proto::ENVELOPE_TAIL);
                self.state = State::Done;
                break;
            };
            let source = Source::Cached(object, object.revision());
            if let Some((_, message)) = self.made.pop_front_if(|(at, _)| *at == self.at) {
                proto::put_bytes(ITEMS, &message, &mut out);
            } else if let Some(len) = self.view.message_len(source) {
                proto::put_len(ITEMS, len, &mut out);
                let start = out.len();
                self.view.write_message(source, &mut out)?;
                if out.len() - start != len {
                    return Err(Status::internal_error(format!("{}: a message of another length than before", object.key())));
                }
            } else {
                let mut message = Vec::new();
                self.view.write_message(source, &mut message)?;
                proto::put_bytes(ITEMS, &message, &mut out);
            }
            self.at += 1;
        }
        Ok(Some(Bytes::from(out)))
    }
}

impl http_body::Body for ProtobufList {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        if self.state == State::Start {
            match self.measure() {
                Ok(true) => {}
                Ok(false) => {
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Err(status) => return Poll::Ready(Some(Err(status))),
            }
        }
        Poll::Ready(self.piece().map(|piece| piece.map(Frame::data)).transpose())
    }

    fn is_end_stream(&self) -> bool {
        self.state == State::Done
    }
}

//! A list as JSON in gzip whose parts are compressed once: runs of objects that follow each other are deflated by themselves, so that the
//! next list takes those that have not changed as they are. Called by the list endpoint for lists of whole objects that are large;
//! everything else that is compressed goes through `crate::compress`.
//!
//! ```text
//! gzip header | head of the list and first object | run | run | ... | tail | sum and length
//! ```
//! A part ends at a byte and refers to nothing before it. Where runs begin depends on the keys alone, so that lists agree on it.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use cacher::{Encodings, Object, text_hash};
use flate2::{Compress, CompressError, Compression, Crc, FlushCompress, Status as Progress};
use http_body::Frame;
use meta::status::{ListMeta, Status};

use super::{LIST_TAIL, Source, View};
use crate::registry::list::Page;

/// Upstream's level is 1, which means more in its library than in this one; this comes to about as many bytes.
const LEVEL: u32 = 2;
/// Compressed bytes collected before they are handed on.
const PIECE: usize = 64 * 1024;
/// A run ends at every so manieth key on average: long enough that what its objects have in common is said once, short enough that a change
/// costs little.
const RUN: u32 = 32;
/// A run ends when it has so many bytes, however few objects: between two of them other tasks get their turn.
const RUN_BYTES: usize = 512 * 1024;
/// What RFC 1952 wants in front: no name, no time, fastest, unknown system.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 0xff];

/// The list.
pub(crate) struct GzipList {
    view: View,
    items: Vec<Arc<Object>>,
    meta: ListMeta,
    /// Items sent so far.
    at: usize,
    sum: Crc,
    compress: Compress,
    /// Where runs are kept; none when the list is not what others will ask for.
    kept: Option<Arc<Encodings>>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Items,
    Done,
}

/// A part as it is kept.
struct Deflated {
    bytes: Bytes,
    /// Of the plain text.
    sum: Crc,
}

impl GzipList {
    /// The list of a page. Runs are kept in `kept`, if it is given.
    pub(crate) fn new(view: View, page: Page, kept: Option<Arc<Encodings>>) -> Self {
        let compress = Compress::new(Compression::new(LEVEL), false);
        Self { view, items: page.items, meta: page.meta, at: 0, sum: Crc::new(), compress, kept, state: State::Start }
    }

    /// The next piece; none at the end.
    fn piece(&mut self) -> Result<Option<Bytes>, Status> {
        if self.state == State::Done {
            return Ok(None);
        }
        let mut out = Vec::with_capacity(PIECE + PIECE / 4);
        if self.state == State::Start {
            self.state = State::Items;
            self.write_beginning(&mut out)?;
        }
        let mut made = 0;
        while out.len() < PIECE && made < RUN_BYTES {
            if self.at == self.items.len() {
                self.write_end(&mut out)?;
                self.state = State::Done;
                break;
            }
            made += self.write_run(&mut out)?;
        }
        Ok(Some(Bytes::from(out)))
    }

    /// The first object has no comma before it, unlike in every list that begins elsewhere.
    fn write_beginning(&mut self, out: &mut Vec<u8>) -> Result<(), Status> {
        out.extend_from_slice(&HEADER);
        let mut plain = Vec::with_capacity(8 * 1024);
        self.view.write_list_head(&self.meta, &mut plain);
        if let Some(object) = self.items.first() {
            self.view.write_element(Source::Cached(object, object.revision()), &mut plain)?;
            self.at = 1;
        }
        self.sum.update(&plain);
        self.deflate(&plain, FlushCompress::Sync, out)
    }

    fn write_end(&mut self, out: &mut Vec<u8>) -> Result<(), Status> {
        let plain = [LIST_TAIL, b"\n"].concat();
        self.sum.update(&plain);
        self.deflate(&plain, FlushCompress::Finish, out)?;
        out.extend_from_slice(&self.sum.sum().to_le_bytes());
        out.extend_from_slice(&self.sum.amount().to_le_bytes());
        Ok(())
    }

    /// Appends the run that begins with the next object; how many bytes had to be compressed for it.
    fn write_run(&mut self, out: &mut Vec<u8>) -> Result<usize, Status> {
        let form = self.view.number(false);
        if let Some((count, made)) = Object::run(form, &self.items[self.at..])
            && let Ok(made) = made.downcast::<Deflated>()
        {
            self.at += count;
            self.sum.combine(&made.sum);
            out.extend_from_slice(&made.bytes);
            return Ok(0);
        }
        let (from, begins) = (self.at, self.at == 1 || begins_run(&self.items[self.at]));
        let mut plain = Vec::with_capacity(RUN_BYTES / 2);
        let whole = loop {
            let object = &self.items[self.at];
            plain.push(b',');
            self.view.write_element(Source::Cached(object, object.revision()), &mut plain)?;
            self.at += 1;
            match self.items.get(self.at) {
                // The end of a page is the end of a run for this page only.
                None => break self.meta.continue_token.is_empty(),
                Some(next) if begins_run(next) || plain.len() >= RUN_BYTES => break true,
                Some(_) => {}
            }
        };
        let mut sum = Crc::new();
        sum.update(&plain);
        self.sum.combine(&sum);
        let start = out.len();
        self.deflate(&plain, FlushCompress::Sync, out)?;
        if let Some(kept) = self.kept.as_ref().filter(|_| begins && whole) {
            let bytes = Bytes::copy_from_slice(&out[start..]);
            let len = bytes.len();
            Object::keep_run(form, &self.items[from..self.at], Arc::new(Deflated { bytes, sum }), len, kept);
        }
        Ok(plain.len())
    }

    /// Appends a part that stands by itself.
    fn deflate(&mut self, plain: &[u8], flush: FlushCompress, out: &mut Vec<u8>) -> Result<(), Status> {
        self.compress.reset();
        loop {
            let taken = usize::try_from(self.compress.total_in()).unwrap_or(usize::MAX);
            // The library stops when it has no room left, and tells so by that alone.
            out.reserve((plain.len() - taken) / 4 + 1024);
            let failed = |error: CompressError| Status::internal_error(format!("cannot compress: {error}"));
            let progress = self.compress.compress_vec(plain.get(taken..).unwrap_or_default(), out, flush).map_err(failed)?;
            let flushed = flush == FlushCompress::Sync && out.len() < out.capacity();
            if progress == Progress::StreamEnd || flushed {
                return Ok(());
            }
        }
    }
}

fn begins_run(object: &Object) -> bool {
    text_hash(object.key().as_bytes()).is_multiple_of(RUN)
}

impl http_body::Body for GzipList {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        Poll::Ready(self.piece().map(|piece| piece.map(Frame::data)).transpose())
    }

    fn is_end_stream(&self) -> bool {
        self.state == State::Done
    }
}

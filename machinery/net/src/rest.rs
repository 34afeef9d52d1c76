//! What becomes of the part of a request's body that nobody reads. A client may be in the middle of sending it when the answer comes
//! (the body is too large, the client may not write at all); closing the connection (HTTP/1.1) or resetting the stream (HTTP/2) under it
//! would make many clients see an error instead of the answer. So the rest is taken and thrown away, within bounds, by a task of its own.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::select;
use http::Request;
use http::header::EXPECT;
use http_body::Body as _;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use sys::{Clock, Spawn};

use crate::Limits;

/// A rest of this length will be there in a moment, and then the connection can be used again. Go keeps it for as much.
const SMALL: u64 = 256 << 10;

/// Care for one body. Shared by the body, which says how far it was read, and by whoever writes the answer.
pub(crate) struct Rest {
    time: Duration,
    bytes: usize,
    clock: Arc<dyn Clock>,
    spawn: Arc<dyn Spawn>,
    /// The client sends nothing before it has been asked to (`Expect`), which reading does.
    waits: bool,
    /// It has said that the body is short.
    small: bool,
    begun: AtomicBool,
    read: AtomicBool,
}

impl Rest {
    pub(crate) fn new(request: &Request<Incoming>, limits: &Limits, clock: &Arc<dyn Clock>, spawn: &Arc<dyn Spawn>) -> Arc<Self> {
        let waits = request.headers().contains_key(EXPECT);
        let small = request.body().size_hint().exact().is_some_and(|length| length <= SMALL);
        Arc::new(Self {
            time: limits.linger,
            bytes: limits.linger_bytes,
            clock: Arc::clone(clock),
            spawn: Arc::clone(spawn),
            waits,
            small,
            begun: AtomicBool::new(false),
            read: AtomicBool::new(false),
        })
    }

    /// Somebody has begun to read.
    pub(crate) fn begin(&self) {
        self.begun.store(true, Ordering::Release);
    }

    /// The body has come to its end, or cannot.
    pub(crate) fn end(&self) {
        self.read.store(true, Ordering::Release);
    }

    /// Whether the connection must end with the answer, because it is not sure that the body will.
    pub(crate) fn ends_connection(&self) -> bool {
        !self.read.load(Ordering::Acquire) && (!self.small || self.never_comes())
    }

    fn never_comes(&self) -> bool {
        self.waits && !self.begun.load(Ordering::Acquire)
    }

    /// Takes what is left of a body that its reader gave up.
    pub(crate) fn take(&self, body: Incoming) {
        if self.read.load(Ordering::Acquire) || self.never_comes() {
            return;
        }
        let (time, bytes) = (self.clock.wait(self.time), self.bytes);
        let task = async move {
            select(pin!(throw_away(body, bytes)), time).await;
        };
        self.spawn.task("rest of a body", Box::pin(task));
    }
}

async fn throw_away(mut body: Incoming, bytes: usize) {
    let mut left = bytes;
    while let Some(Ok(frame)) = body.frame().await {
        let Some(fewer) = left.checked_sub(frame.data_ref().map_or(0, bytes::Bytes::len)) else { return };
        left = fewer;
    }
}

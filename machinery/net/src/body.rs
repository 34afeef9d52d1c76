//! Bodies of requests and responses: one concrete type, so that handlers need no type parameters.
//!
//! A streamed response body has a bounded queue: its producer waits when the client reads slowly. It must be ended with
//! [`Sender::finish`]; a producer that is dropped before (a panic, a cancelled task) breaks the connection off, so that no client
//! takes half a list for a whole one.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http_body::{Body as HttpBody, Frame, SizeHint};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tokio::sync::mpsc;

use crate::rest::Rest;

/// Why a body ended before its time.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// The other side, or the connection, went away or broke the protocol.
    #[error("the body was cut off: {0}")]
    Transport(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The producer gave up.
    #[error("the body was not finished: {0}")]
    Producer(String),
}

/// Why a body could not be read whole.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is longer than the reader allows.
    #[error("the body is longer than {limit} bytes")]
    TooLarge {
        /// The bound.
        limit: usize,
    },
    /// It ended early.
    #[error(transparent)]
    Broken(#[from] BodyError),
}

type Foreign = Pin<Box<dyn HttpBody<Data = Bytes, Error = BodyError> + Send>>;

enum Inner {
    Empty,
    Full(Bytes),
    Pieces(VecDeque<Bytes>),
    Incoming(CaredFor),
    Channel(mpsc::Receiver<Message>),
    Foreign(Foreign),
}

/// A body whose rest is taken when its reader drops it.
struct CaredFor {
    body: Option<Incoming>,
    rest: Arc<Rest>,
}

impl CaredFor {
    fn poll_frame(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        self.rest.begin();
        let frame = ready!(Pin::new(&mut *body).poll_frame(cx));
        if !matches!(frame, Some(Ok(_))) || body.is_end_stream() {
            self.rest.end();
        }
        Poll::Ready(frame)
    }
}

impl Drop for CaredFor {
    fn drop(&mut self) {
        if let Some(body) = self.body.take() {
            self.rest.take(body);
        }
    }
}

/// The body of a request or a response.
pub struct Body(Inner);

impl Default for Body {
    fn default() -> Self {
        Self::empty()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.0 {
            Inner::Empty => "Body(empty)",
            Inner::Full(_) => "Body(full)",
            Inner::Pieces(_) => "Body(pieces)",
            Inner::Incoming(_) => "Body(incoming)",
            Inner::Channel(_) => "Body(channel)",
            Inner::Foreign(_) => "Body(foreign)",
        })
    }
}

impl Body {
    /// No body.
    #[must_use]
    pub fn empty() -> Self {
        Self(Inner::Empty)
    }

    /// A body that is there already. Its length is announced.
    #[must_use]
    pub fn full(content: impl Into<Bytes>) -> Self {
        let content = content.into();
        Self(if content.is_empty() { Inner::Empty } else { Inner::Full(content) })
    }

    /// A body that is there already, in pieces that are written one after the other without being joined. Its length is announced.
    #[must_use]
    pub fn pieces(pieces: impl IntoIterator<Item = Bytes>) -> Self {
        let pieces: VecDeque<Bytes> = pieces.into_iter().filter(|p| !p.is_empty()).collect();
        Self(if pieces.is_empty() { Inner::Empty } else { Inner::Pieces(pieces) })
    }

    /// A body that is produced while it is sent. At most `queue` frames (at least one) wait for the connection; after that the
    /// producer waits. Every frame is written out as soon as the connection can take it, so a watch event is one frame.
    #[must_use]
    pub fn channel(queue: usize) -> (Sender, Self) {
        let (sender, receiver) = mpsc::channel(queue.max(1));
        (Sender { queue: Some(sender) }, Self(Inner::Channel(receiver)))
    }

    /// Somebody else's body.
    pub fn wrap<B>(body: B) -> Self
    where
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Self(Inner::Foreign(Box::pin(body.map_err(|e| BodyError::Transport(e.into())))))
    }

    pub(crate) fn incoming(body: Incoming, rest: Arc<Rest>) -> Self {
        Self(Inner::Incoming(CaredFor { body: Some(body), rest }))
    }

    /// Reads the whole body, at most `limit` bytes of it. A length that is announced as too large is refused before anything is
    /// read.
    ///
    /// # Errors
    /// When it is longer, or ends early.
    pub async fn read(mut self, limit: usize) -> Result<Bytes, ReadError> {
        if self.size_hint().lower() > limit as u64 {
            return Err(ReadError::TooLarge { limit });
        }
        let mut first = Bytes::new();
        let mut joined: Option<BytesMut> = None;
        while let Some(frame) = self.frame().await {
            // Trailers mean nothing to anyone here.
            let Ok(data) = frame?.into_data() else { continue };
            let so_far = joined.as_ref().map_or(first.len(), BytesMut::len);
            if data.len() > limit - so_far {
                return Err(ReadError::TooLarge { limit });
            }
            match &mut joined {
                // A body of one frame, the usual case, is not copied.
                None if first.is_empty() => first = data,
                None => {
                    let mut all = BytesMut::with_capacity(first.len() + data.len());
                    all.extend_from_slice(&first);
                    all.extend_from_slice(&data);
                    joined = Some(all);
                }
                Some(all) => all.extend_from_slice(&data),
            }
        }
        Ok(joined.map_or(first, BytesMut::freeze))
    }
}

impl HttpBody for Body {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let (frame, next) = match &mut self.0 {
            Inner::Empty => (None, None),
            Inner::Full(content) => (Some(Ok(Frame::data(std::mem::take(content)))), Some(Inner::Empty)),
            Inner::Pieces(pieces) => (pieces.pop_front().map(|p| Ok(Frame::data(p))), None),
            Inner::Incoming(body) => {
                let frame = ready!(body.poll_frame(cx));
                (frame.map(|f| f.map_err(|e| BodyError::Transport(Box::new(e)))), None)
            }
            Inner::Channel(queue) => match ready!(queue.poll_recv(cx)) {
                Some(Message::Data(data)) => (Some(Ok(Frame::data(data))), None),
                Some(Message::End) => (None, Some(Inner::Empty)),
                Some(Message::Abort(reason)) => (Some(Err(BodyError::Producer(reason))), Some(Inner::Empty)),
                None => {
                    let reason = "its producer went away".to_owned();
                    (Some(Err(BodyError::Producer(reason))), Some(Inner::Empty))
                }
            },
            Inner::Foreign(body) => (ready!(body.as_mut().poll_frame(cx)), None),
        };
        if let Some(next) = next {
            self.0 = next;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        match &self.0 {
            Inner::Empty => true,
            Inner::Full(_) | Inner::Channel(_) => false,
            Inner::Pieces(pieces) => pieces.is_empty(),
            Inner::Incoming(body) => body.body.as_ref().is_none_or(Incoming::is_end_stream),
            Inner::Foreign(body) => body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.0 {
            Inner::Empty => SizeHint::with_exact(0),
            Inner::Full(content) => SizeHint::with_exact(content.len() as u64),
            Inner::Pieces(pieces) => SizeHint::with_exact(pieces.iter().map(|p| p.len() as u64).sum()),
            Inner::Incoming(body) => body.body.as_ref().map_or_else(SizeHint::default, Incoming::size_hint),
            Inner::Channel(_) => SizeHint::default(),
            Inner::Foreign(body) => body.size_hint(),
        }
    }
}

enum Message {
    Data(Bytes),
    End,
    Abort(String),
}

/// The client is no longer there to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the reader of the body has gone away")]
pub struct Closed;

/// The producing end of a streamed body.
pub struct Sender {
    queue: Option<mpsc::Sender<Message>>,
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sender")
    }
}

impl Sender {
    /// Sends one frame; waits while the queue is full.
    ///
    /// # Errors
    /// When nobody reads any more.
    pub async fn send(&mut self, data: impl Into<Bytes>) -> Result<(), Closed> {
        let data = data.into();
        if data.is_empty() {
            // In HTTP/1.1 an empty chunk would end the body.
            return Ok(());
        }
        let queue = self.queue.as_ref().ok_or(Closed)?;
        queue.send(Message::Data(data)).await.map_err(|_| Closed)
    }

    /// Completes when nobody reads any more.
    pub async fn closed(&self) {
        if let Some(queue) = &self.queue {
            queue.closed().await;
        }
    }

    /// Ends the body: what was sent is all of it.
    ///
    /// # Errors
    /// When nobody reads any more.
    pub async fn finish(mut self) -> Result<(), Closed> {
        let queue = self.queue.take().ok_or(Closed)?;
        queue.send(Message::End).await.map_err(|_| Closed)
    }

    /// Breaks the body off: the client sees a broken connection (HTTP/1.1) or a reset stream (HTTP/2), after what was sent before.
    pub async fn abort(mut self, reason: &str) {
        if let Some(queue) = self.queue.take() {
            // If nobody reads, nobody needs to be told.
            let _ = queue.send(Message::Abort(reason.to_owned())).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(body: Body, limit: usize) -> Result<Vec<u8>, String> {
        body.read(limit).await.map(|b| b.to_vec()).map_err(|e| e.to_string())
    }

    #[tokio::test]
    async fn reading_up_to_the_limit() {
        for (body, limit, expect) in [
            (Body::empty(), 0, Ok(b"".as_slice())),
            (Body::full("abc"), 3, Ok(b"abc")),
            (Body::full("abc"), 2, Err("the body is longer than 2 bytes")),
            (Body::pieces([Bytes::from("a"), Bytes::new(), Bytes::from("bc")]), 3, Ok(b"abc")),
            (Body::pieces([Bytes::from("ab"), Bytes::from("cd")]), 3, Err("the body is longer than 3 bytes")),
        ] {
            assert_eq!(read(body, limit).await, expect.map(<[u8]>::to_vec).map_err(str::to_owned));
        }
    }

    #[tokio::test]
    async fn a_stream_without_a_length_is_bounded_too() {
        let (mut sender, body) = Body::channel(4);
        for _ in 0..3 {
            sender.send("ab").await.unwrap();
        }
        assert_eq!(read(body, 5).await, Err("the body is longer than 5 bytes".to_owned()));
        assert_eq!(sender.send("more").await, Err(Closed));
    }

    #[tokio::test]
    async fn only_a_finished_stream_ends_well() {
        let (mut sender, body) = Body::channel(4);
        sender.send("a").await.unwrap();
        sender.send("").await.unwrap();
        sender.finish().await.unwrap();
        assert_eq!(read(body, 9).await, Ok(b"a".to_vec()));

        let (mut sender, body) = Body::channel(4);
        sender.send("a").await.unwrap();
        drop(sender);
        assert_eq!(read(body, 9).await, Err("the body was not finished: its producer went away".to_owned()));

        let (sender, body) = Body::channel(4);
        sender.abort("no more").await;
        assert_eq!(read(body, 9).await, Err("the body was not finished: no more".to_owned()));
    }

    #[tokio::test]
    async fn producers_wait_for_slow_readers() {
        use futures_util::FutureExt;
        let (mut sender, mut body) = Body::channel(2);
        assert!(sender.send("1").now_or_never().is_some());
        assert!(sender.send("2").now_or_never().is_some());
        assert!(sender.send("3").now_or_never().is_none());
        body.frame().await.unwrap().unwrap();
        assert!(sender.send("3").now_or_never().is_some());
        assert!(sender.closed().now_or_never().is_none());
        drop(body);
        sender.closed().await;
    }
}

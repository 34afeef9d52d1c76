//! HTTP/1.1 from outside. The library reads requests and writes answers, but for those that last ([`Lasting`]): they are written here, so
//! that a connection on which nothing happens for hours holds no buffers for what might (24 KiB each, of a thousand watches 24 MiB).
//! Called by the server for connections that speak nothing else.
//!
//! ```text
//! hyper (requests, answers) -> an answer that lasts -> write (head, chunks, end) -> hyper again, with what was read meanwhile
//! ```

use std::future::pending;
use std::io::{Error, ErrorKind, IoSlice};
use std::sync::atomic::AtomicBool;
use std::time::{SystemTime, UNIX_EPOCH};

use futures_util::future::select;
use hyper::server::conn::http1;
use hyper::upgrade::OnUpgrade;
use tokio::io::AsyncWriteExt as _;
use tokio::sync::oneshot;

use super::{
    Activity, Alarm, Arc, AsyncRead, AsyncWrite, Bytes, Context, Counted, Due, Entry, HeaderValue, HttpBody, Incoming, Method,
    Mutex, Observed, Ordering, Patience, PerConnection, Pin, PoisonError, Poll, ReadBuf, Request, Response, Service, Setting,
    Stream, TokioIo, Version, nanos, pin, poll_fn,
};
use crate::ConnInfo;
use crate::upgrade::Promise;

/// Marks an answer that lasts, in the extensions of its head: one that is mostly waited for. It is sent in chunks whatever its body knows
/// about its length.
#[derive(Clone, Copy, Debug)]
pub struct Lasting;

/// Bytes and pieces of an answer collected before they are written.
const BATCH_BYTES: usize = 64 << 10;
const BATCH_PIECES: usize = 48;
/// What a client may send ahead while its answer lasts; more stays in the socket.
const AHEAD: usize = 16 << 10;

/// What a request of this connection leaves behind for `run`, who is the only other one to look.
#[derive(Default)]
pub(super) struct Handover(Mutex<Left>);

#[derive(Default)]
struct Left {
    lasting: Option<Response<Counted>>,
    /// Who waits for the bytes of the connection, once 101 has been answered.
    upgrade: Option<oneshot::Sender<Stream>>,
    switched: bool,
}

impl Handover {
    fn with<R>(&self, change: impl FnOnce(&mut Left) -> R) -> R {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether an answer to this request may be taken over: nothing is left to read of the request, and chunks are known to the client.
    pub(super) fn may_take(request: &Request<Incoming>) -> bool {
        let closes = |value: &HeaderValue| value.as_bytes().split(|byte| *byte == b',').any(is_close);
        request.version() == Version::HTTP_11
            && request.method() == Method::GET
            && request.body().is_end_stream()
            && !request.headers().get_all(http::header::CONNECTION).iter().any(closes)
    }

    /// Leaves an answer; the library waits for one that never comes until it is told to stop.
    pub(super) async fn take_over(&self, answer: Response<Counted>) -> Response<Counted> {
        self.with(|left| left.lasting = Some(answer));
        pending().await
    }

    /// Puts a promise of the connection in the place of the library's own, where the client offered one.
    pub(super) fn promise(&self, request: &mut Request<crate::Body>) {
        if request.extensions_mut().remove::<OnUpgrade>().is_some() {
            let (sender, receiver) = oneshot::channel();
            self.with(|left| left.upgrade = Some(sender));
            request.extensions_mut().insert(Promise::new(receiver));
        }
    }

    /// The answer is 101.
    pub(super) fn switches(&self) {
        self.with(|left| left.switched = true);
    }
}

fn is_close(option: &[u8]) -> bool {
    option.trim_ascii().eq_ignore_ascii_case(b"close")
}

/// The bytes of a connection behind those that were read already.
struct Resumed {
    read: Bytes,
    stream: Observed,
    /// Whether something was written since the last flush, which the library asks for when it has nothing left to write.
    unflushed: Arc<AtomicBool>,
}

/// What became of a connection in the library's hands.
enum Served {
    Over,
    Ended(Resumed),
    Lasting(Box<Writer>),
}

/// Serves a connection to its end, or until a request's answer has given it to somebody else.
pub(crate) async fn run<S: Service>(setting: &Setting<S>, stream: Stream, info: ConnInfo, entry: Entry) {
    let control = Arc::clone(&info.control);
    let activity = Activity::new(&setting.clock);
    let stream = Observed::new(setting, stream, &activity, &control, entry);
    let handover = Arc::new(Handover::default());
    let info = Arc::new(info);
    let mut io = Resumed { read: Bytes::new(), stream, unflushed: Arc::default() };
    loop {
        let mut service = PerConnection::new(setting, &info, &activity);
        service.handover = Some(Arc::clone(&handover));
        // On the heap, so that it is gone while an answer lasts.
        let served = Box::pin(requests(setting, io, service, &activity)).await;
        io = match served {
            Served::Over => return,
            Served::Ended(io) => return end(setting, io).await,
            Served::Lasting(mut writer) => {
                let written = poll_fn(|cx| {
                    // Also while a client neither reads nor lets itself be read from.
                    control.waker.register(cx.waker());
                    if control.abort.load(Ordering::Acquire) {
                        return Poll::Ready(Err(ErrorKind::ConnectionAborted.into()));
                    }
                    writer.poll(cx)
                })
                .await;
                if let Err(error) = written {
                    tracing::debug!(%error, "connection ended with an error");
                    return;
                }
                if control.graceful.load(Ordering::Acquire) {
                    return end(setting, writer.io).await;
                }
                writer.io
            }
        };
    }
}

/// Lets the library serve requests until there are no more, or one's answer lasts.
async fn requests<S: Service>(setting: &Setting<S>, io: Resumed, service: PerConnection<S>, activity: &Arc<Activity>) -> Served {
    let control = Arc::clone(&service.info.control);
    let handover = service.handover.clone().unwrap_or_default();
    let mut builder = http1::Builder::new();
    builder.max_buf_size(setting.limits.head_bytes).max_headers(setting.limits.header_lines).header_read_timeout(None);
    let unflushed = Arc::clone(&io.unflushed);
    let mut connection = builder.serve_connection(TokioIo::new(io), service);
    let mut alarm = Alarm { setting, activity, patience: Patience::Http1, leaving: false, armed: None };
    let mut asked_to_end = false;
    let outcome = poll_fn(|cx| {
        control.waker.register(cx.waker());
        if control.abort.load(Ordering::Acquire) {
            return Poll::Ready(None);
        }
        if !asked_to_end && control.graceful.load(Ordering::Acquire) {
            asked_to_end = true;
            alarm.leaving = true;
            activity.last_end.store(nanos(setting.clock.tick()), Ordering::Release);
            Pin::new(&mut connection).graceful_shutdown();
        }
        // With its own farewell: only the library knows what it has not written yet.
        if let Poll::Ready(outcome) = Pin::new(&mut connection).poll(cx) {
            return Poll::Ready(Some(outcome));
        }
        // The request's task is this one: what it left is there now. Behind the answers before it, whose end the library may still have.
        if handover.with(|left| left.lasting.is_some()) && !unflushed.load(Ordering::Acquire) {
            return Poll::Ready(Some(Ok(())));
        }
        match alarm.poll(cx) {
            Due::Nothing => Poll::Pending,
            // The client keeps the server waiting in the middle of a head, or does not take the farewell.
            Due::Head => Poll::Ready(None),
            Due::Idle if asked_to_end => Poll::Ready(None),
            Due::Idle => {
                control.end_gracefully();
                Poll::Pending
            }
        }
    })
    .await;
    match outcome {
        None => return Served::Over,
        Some(Ok(())) => {}
        Some(Err(error)) => {
            // The client's doing (it went away, or broke the protocol), so nothing for the operator.
            tracing::debug!(%error, "connection ended with an error");
            return Served::Over;
        }
    }
    let parts = connection.into_parts();
    let Resumed { read, stream, .. } = parts.io.into_inner();
    // Copied: an empty rest still holds on to the library's buffer.
    let read = if parts.read_buf.is_empty() { read } else { [parts.read_buf, read].concat().into() };
    let io = Resumed { read, stream, unflushed };
    let left = handover.with(std::mem::take);
    match (left.lasting, left.upgrade.filter(|_| left.switched)) {
        (Some(answer), _) => Served::Lasting(Box::new(Writer::new(io, answer, setting.clock.wall().0))),
        (None, Some(waiting)) => {
            // Who asked for it may have gone.
            let _ = waiting.send(Box::new(io));
            Served::Over
        }
        (None, None) => Served::Ended(io),
    }
}

/// Says good-bye, for as long as the client may take to hear it.
async fn end<S>(setting: &Setting<S>, mut io: Resumed) {
    let control = Arc::clone(&io.stream.control);
    let farewell = async {
        // A client that has gone already needs none.
        let _ = io.shutdown().await;
    };
    let aborted = pin!(poll_fn(|cx| {
        control.waker.register(cx.waker());
        if control.abort.load(Ordering::Acquire) { Poll::Ready(()) } else { Poll::Pending }
    }));
    let patience = select(aborted, setting.clock.wait(setting.limits.farewell));
    select(pin!(farewell), patience).await;
}

/// An answer on its way, in chunks.
struct Writer {
    io: Resumed,
    body: Counted,
    /// Pieces that wait to be written, and how many bytes of the first one have been.
    pieces: Vec<Bytes>,
    written: usize,
    /// Whether the end of the body is among the pieces.
    ended: bool,
    /// Why the body has no end.
    broken: Option<Error>,
}

impl Writer {
    fn new(io: Resumed, answer: Response<Counted>, date: i128) -> Self {
        let (head, body) = answer.into_parts();
        let head = Bytes::from(head_bytes(&head, date));
        Self { io, body, pieces: vec![head], written: 0, ended: false, broken: None }
    }

    /// Goes on writing; ready when the body has ended, so that the connection is free again.
    ///
    /// # Errors
    /// The client went away, or the body broke off, so that the connection must.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.read(cx)?;
        loop {
            // A client that does not keep up has no more than one batch waiting.
            if self.pieces.is_empty() {
                self.collect(cx);
            }
            if self.pieces.is_empty() {
                break;
            }
            self.put(cx)?;
            if !self.pieces.is_empty() {
                return Poll::Pending;
            }
        }
        // Nothing for the moment, perhaps for long.
        self.pieces = Vec::new();
        let flushed = Pin::new(&mut self.io).poll_flush(cx)?;
        match (flushed, self.ended, self.broken.take()) {
            (Poll::Ready(()), true, _) => Poll::Ready(Ok(())),
            (Poll::Ready(()), false, Some(error)) => Poll::Ready(Err(error)),
            (_, _, broken) => {
                self.broken = broken;
                Poll::Pending
            }
        }
    }

    /// Takes what the client sends ahead, and notices when it goes.
    fn read(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        while self.io.read.len() < AHEAD {
            let mut room = [0; 256];
            let mut buffer = ReadBuf::new(&mut room);
            match Pin::new(&mut self.io.stream).poll_read(cx, &mut buffer) {
                Poll::Pending => break,
                Poll::Ready(Err(error)) => return Err(error),
                Poll::Ready(Ok(())) if buffer.filled().is_empty() => return Err(ErrorKind::UnexpectedEof.into()),
                Poll::Ready(Ok(())) => self.io.read = [&self.io.read, buffer.filled()].concat().into(),
            }
        }
        Ok(())
    }

    /// Collects chunks while there are any, up to the size of a batch.
    fn collect(&mut self, cx: &mut Context<'_>) {
        let mut bytes = 0;
        while !self.ended && self.broken.is_none() && bytes < BATCH_BYTES && self.pieces.len() < BATCH_PIECES {
            match Pin::new(&mut self.body).poll_frame(cx) {
                Poll::Pending => return,
                Poll::Ready(Some(Ok(frame))) => {
                    // An empty chunk would end the body; trailers nobody has asked for.
                    if let Some(data) = frame.into_data().ok().filter(|data| !data.is_empty()) {
                        bytes += data.len();
                        self.pieces.extend([format!("{:X}\r\n", data.len()).into(), data, Bytes::from_static(b"\r\n")]);
                    }
                }
                Poll::Ready(Some(Err(error))) => self.broken = Some(Error::other(error)),
                Poll::Ready(None) => {
                    self.pieces.push(Bytes::from_static(b"0\r\n\r\n"));
                    self.ended = true;
                }
            }
        }
    }

    /// Writes pieces until all are written or the connection takes no more.
    fn put(&mut self, cx: &mut Context<'_>) -> Result<(), Error> {
        let mut done = 0;
        while done < self.pieces.len() {
            let mut slices = [IoSlice::new(&[]); BATCH_PIECES + 3];
            let mut count = 0;
            for (slot, piece) in slices.iter_mut().zip(&self.pieces[done..]) {
                *slot = IoSlice::new(if count == 0 { &piece[self.written..] } else { piece });
                count += 1;
            }
            let mut written = match Pin::new(&mut self.io.stream).poll_write_vectored(cx, &slices[..count]) {
                Poll::Pending => break,
                Poll::Ready(written) => written?,
            };
            if written == 0 {
                return Err(ErrorKind::WriteZero.into());
            }
            while let Some(left) = self.pieces.get(done).map(|piece| piece.len() - self.written).filter(|left| *left <= written) {
                written -= left;
                self.written = 0;
                done += 1;
            }
            self.written += written;
        }
        self.pieces.drain(..done);
        Ok(())
    }
}

/// The head of an answer in chunks, as the library writes it.
fn head_bytes(head: &http::response::Parts, date: i128) -> Vec<u8> {
    let reason = head.status.canonical_reason().unwrap_or("<none>");
    let mut out = format!("HTTP/1.1 {} {reason}\r\n", head.status.as_str()).into_bytes();
    let ours = [http::header::CONTENT_LENGTH, http::header::TRANSFER_ENCODING, http::header::DATE];
    for (name, value) in head.headers.iter().filter(|(name, _)| !ours.contains(name)) {
        out.extend_from_slice(name.as_str().as_bytes());
        out.extend_from_slice(b": ");
        out.extend_from_slice(value.as_bytes());
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(format!("transfer-encoding: chunked\r\ndate: {}\r\n\r\n", http_date(date)).as_bytes());
    out
}

/// A moment, in nanoseconds since the epoch, as HTTP writes it; before the epoch there is none.
fn http_date(nanos: i128) -> String {
    let since = std::time::Duration::from_secs(u64::try_from(nanos / 1_000_000_000).unwrap_or(0));
    let moment: SystemTime = UNIX_EPOCH.checked_add(since).unwrap_or(UNIX_EPOCH);
    httpdate::fmt_http_date(moment)
}

impl AsyncRead for Resumed {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        if self.read.is_empty() {
            return Pin::new(&mut self.stream).poll_read(cx, buffer);
        }
        let take = self.read.len().min(buffer.remaining());
        buffer.put_slice(&self.read.split_to(take));
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Resumed {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, data: &[u8]) -> Poll<std::io::Result<usize>> {
        self.unflushed.store(true, Ordering::Release);
        Pin::new(&mut self.stream).poll_write(cx, data)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        self.unflushed.store(false, Ordering::Release);
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(mut self: Pin<&mut Self>, cx: &mut Context<'_>, data: &[IoSlice<'_>]) -> Poll<std::io::Result<usize>> {
        self.unflushed.store(true, Ordering::Release);
        Pin::new(&mut self.stream).poll_write_vectored(cx, data)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

//! One connection: what requests are told about it, and the clock that runs against it (head, idle), without a timer per request.

pub(crate) mod http1;

use std::convert::Infallible;
use std::fmt;
use std::future::{Future, poll_fn};
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::task::AtomicWaker;
use http::{Extensions, HeaderValue, Method, Request, Response, StatusCode, Version};
use http_body::{Body as HttpBody, Frame, SizeHint};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use hyper_util::server::conn::auto;
use pki::CertificateDer;
use sys::{BoxFuture, Clock, Spawn, Stream, Tick};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use self::http1::{Handover, Lasting};
use crate::rest::Rest;
use crate::server::Entry;
use crate::{Body, BodyError, Limits, Service};

/// What a request is told about the connection it came on; an `Arc<ConnInfo>` is in its extensions.
pub struct ConnInfo {
    /// Who connected; nobody in process.
    pub peer: Option<SocketAddr>,
    /// The certificates that the client presented, its own first. The client has the key of the first one; nothing else about them
    /// has been checked.
    pub certificates: Vec<CertificateDer<'static>>,
    /// Whether the connection is encrypted.
    pub tls: bool,
    control: Arc<Control>,
    memo: Mutex<Extensions>,
}

impl fmt::Debug for ConnInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConnInfo({:?}, {} certificates)", self.peer, self.certificates.len())
    }
}

impl ConnInfo {
    /// A connection inside this process, for a client that presents these certificates. Only code that holds the key's place (a
    /// component of this process) may name certificates.
    #[must_use]
    pub fn in_process(certificates: Vec<CertificateDer<'static>>) -> Self {
        Self::new(None, certificates, false, Arc::default())
    }

    pub(crate) fn new(
        peer: Option<SocketAddr>,
        certificates: Vec<CertificateDer<'static>>,
        tls: bool,
        control: Arc<Control>,
    ) -> Self {
        Self { peer, certificates, tls, control, memo: Mutex::default() }
    }

    /// Lets the requests in progress end, takes no more, and closes: `GOAWAY` in HTTP/2, `Connection: close` in HTTP/1.1.
    pub fn close(&self) {
        self.control.end_gracefully();
    }

    /// A value that somebody remembered for this connection (an authenticator's verdict on the certificates, for instance).
    pub fn recall<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        self.memo.lock().unwrap_or_else(PoisonError::into_inner).get::<T>().cloned()
    }

    /// Remembers a value for as long as the connection lasts; one of each type.
    pub fn remember<T: Clone + Send + Sync + 'static>(&self, value: T) {
        self.memo.lock().unwrap_or_else(PoisonError::into_inner).insert(value);
    }
}

/// Orders from outside to the task of one connection.
#[derive(Default)]
pub(crate) struct Control {
    graceful: AtomicBool,
    abort: AtomicBool,
    waker: AtomicWaker,
}

impl Control {
    pub(crate) fn end_gracefully(&self) {
        self.graceful.store(true, Ordering::Release);
        self.waker.wake();
    }

    pub(crate) fn abort(&self) {
        self.abort.store(true, Ordering::Release);
        self.waker.wake();
    }

    /// Waits for either order: a connection that has not begun to serve has nothing to finish.
    pub(crate) async fn ended(&self) {
        poll_fn(|cx| {
            self.waker.register(cx.waker());
            let ended = self.abort.load(Ordering::Acquire) || self.graceful.load(Ordering::Acquire);
            if ended { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

/// What the clock needs to know, kept by the bytes' reader and by the requests.
struct Activity {
    /// Requests whose response is not wholly handed over.
    in_progress: AtomicUsize,
    /// When the last request ended (nanoseconds of the clock).
    last_end: AtomicU64,
    /// When the first byte came that no request has claimed yet, or [`NOTHING`].
    head_began: AtomicU64,
}

impl Activity {
    fn new(clock: &Arc<dyn Clock>) -> Arc<Self> {
        let last_end = AtomicU64::new(nanos(clock.tick()));
        Arc::new(Self { in_progress: AtomicUsize::new(0), last_end, head_began: AtomicU64::new(NOTHING) })
    }
}

/// No byte has come.
const NOTHING: u64 = u64::MAX;

fn nanos(tick: Tick) -> u64 {
    u64::try_from(tick.0.as_nanos()).unwrap_or(u64::MAX)
}

/// Counts one request from its head to the end of its response's body.
struct InProgress {
    activity: Arc<Activity>,
    clock: Arc<dyn Clock>,
}

impl InProgress {
    fn new(activity: Arc<Activity>, clock: Arc<dyn Clock>) -> Self {
        activity.in_progress.fetch_add(1, Ordering::AcqRel);
        activity.head_began.store(NOTHING, Ordering::Release);
        Self { activity, clock }
    }
}

impl Drop for InProgress {
    fn drop(&mut self) {
        self.activity.last_end.store(nanos(self.clock.tick()), Ordering::Release);
        self.activity.in_progress.fetch_sub(1, Ordering::AcqRel);
    }
}

/// The bytes of the connection; notes when a request's head begins, and ends when the connection is to be cut off. The latter matters
/// after an upgrade, when the bytes are no longer in the hands of [`run`].
struct Observed {
    stream: Stream,
    activity: Arc<Activity>,
    clock: Arc<dyn Clock>,
    control: Arc<Control>,
    _entry: Entry,
}

impl Observed {
    fn new<S>(setting: &Setting<S>, stream: Stream, activity: &Arc<Activity>, control: &Arc<Control>, entry: Entry) -> Self {
        let (activity, control) = (Arc::clone(activity), Arc::clone(control));
        Self { stream, activity, clock: Arc::clone(&setting.clock), control, _entry: entry }
    }

    fn check(&self) -> std::io::Result<()> {
        let cut_off = self.control.abort.load(Ordering::Acquire);
        if cut_off { Err(std::io::ErrorKind::ConnectionAborted.into()) } else { Ok(()) }
    }
}

impl AsyncRead for Observed {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<std::io::Result<()>> {
        // One task at a time has the connection, so there is one to wake.
        self.control.waker.register(cx.waker());
        self.check()?;
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if buffer.filled().len() > before
            && self.activity.in_progress.load(Ordering::Acquire) == 0
            && self.activity.head_began.load(Ordering::Acquire) == NOTHING
        {
            self.activity.head_began.store(nanos(self.clock.tick()), Ordering::Release);
        }
        polled
    }
}

impl AsyncWrite for Observed {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, data: &[u8]) -> Poll<std::io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write(cx, data)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        data: &[std::io::IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write_vectored(cx, data)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

/// A response's body that counts as in progress until it is dropped.
pub(crate) struct Counted {
    body: Body,
    _in_progress: InProgress,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The library's view of the service: adds what the connection knows to each request.
struct PerConnection<S> {
    service: Arc<S>,
    info: Arc<ConnInfo>,
    activity: Arc<Activity>,
    limits: Arc<Limits>,
    clock: Arc<dyn Clock>,
    spawn: Arc<dyn Spawn>,
    /// Where answers are left that are written elsewhere; none where the library writes all.
    handover: Option<Arc<Handover>>,
}

impl<S: Service> hyper::service::Service<Request<Incoming>> for PerConnection<S> {
    type Response = Response<Counted>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Counted>, Infallible>> + Send>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let in_progress = InProgress::new(Arc::clone(&self.activity), Arc::clone(&self.clock));
        let version_1 = request.version() < Version::HTTP_2;
        let handover = self.handover.clone();
        let may_last = handover.is_some() && Handover::may_take(&request);
        let (mut request, rest) = self.take(request);
        request.extensions_mut().insert(Arc::clone(&self.info));
        if let Some(handover) = &handover {
            handover.promise(&mut request);
        }
        let control = Arc::clone(&self.info.control);
        let answer = self.service.call(request);
        Box::pin(async move {
            let mut answer = answer.await;
            let upgraded = answer.status() == StatusCode::SWITCHING_PROTOCOLS;
            let unread = rest.is_some_and(|rest| rest.ends_connection());
            if version_1 && !upgraded && (unread || control.graceful.load(Ordering::Acquire)) {
                // Nobody reads the rest of the body; or the library may write this answer before it is told to end the connection.
                answer.headers_mut().insert(http::header::CONNECTION, HeaderValue::from_static("close"));
            }
            let lasts = may_last && answer.extensions().get::<Lasting>().is_some();
            let answer = answer.map(|body| Counted { body, _in_progress: in_progress });
            match handover {
                Some(handover) if lasts => Ok(handover.take_over(answer).await),
                Some(handover) if upgraded => {
                    handover.switches();
                    Ok(answer)
                }
                _ => Ok(answer),
            }
        })
    }
}

impl<S> PerConnection<S> {
    fn new(setting: &Setting<S>, info: &Arc<ConnInfo>, activity: &Arc<Activity>) -> Self {
        Self {
            service: Arc::clone(&setting.service),
            info: Arc::clone(info),
            activity: Arc::clone(activity),
            limits: Arc::clone(&setting.limits),
            clock: Arc::clone(&setting.clock),
            spawn: Arc::clone(&setting.spawn),
            handover: None,
        }
    }

    /// The request with a body that cares for its rest.
    fn take(&self, request: Request<Incoming>) -> (Request<Body>, Option<Arc<Rest>>) {
        if request.body().is_end_stream() {
            return (request.map(|_| Body::empty()), None);
        }
        let rest = Rest::new(&request, &self.limits, &self.clock, &self.spawn);
        (request.map(|body| Body::incoming(body, Arc::clone(&rest))), Some(rest))
    }
}

/// Starts the library's own tasks (one for each HTTP/2 request).
#[derive(Clone)]
struct Tasks(Arc<dyn Spawn>);

impl<F> hyper::rt::Executor<F> for Tasks
where
    F: Future + Send + 'static,
    F::Output: Send,
{
    fn execute(&self, task: F) {
        self.0.task("http request", Box::pin(async move { drop(task.await) }));
    }
}

/// Surroundings of a connection.
pub(crate) struct Setting<S> {
    pub(crate) service: Arc<S>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) spawn: Arc<dyn Spawn>,
}

impl<S> Clone for Setting<S> {
    fn clone(&self) -> Self {
        Self {
            service: Arc::clone(&self.service),
            limits: Arc::clone(&self.limits),
            clock: Arc::clone(&self.clock),
            spawn: Arc::clone(&self.spawn),
        }
    }
}

/// Which clocks run against a connection.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Patience {
    /// HTTP/1.1 from outside, as the handshake has said: head and idle time.
    Http1,
    /// HTTP/1.1 from outside, unless the first bytes say otherwise: the same.
    HeadAndIdle,
    /// HTTP/2 from outside: idle time (its frames are not all parts of requests).
    Idle,
    /// In process: none.
    Endless,
}

/// Serves a connection to its end, or until a request's answer has given it to somebody else.
pub(crate) async fn run<S: Service>(setting: &Setting<S>, stream: Stream, info: ConnInfo, entry: Entry, patience: Patience) {
    let control = Arc::clone(&info.control);
    let activity = Activity::new(&setting.clock);
    let observed = Observed::new(setting, stream, &activity, &control, entry);
    let service = PerConnection::new(setting, &Arc::new(info), &activity);
    let builder = builder(setting);
    let connection = builder.serve_connection_with_upgrades(TokioIo::new(observed), service);
    let mut connection = pin!(connection);
    let mut alarm = Alarm { setting, activity: &activity, patience, leaving: false, armed: None };
    let mut asked_to_end = false;
    let outcome = poll_fn(|cx| {
        control.waker.register(cx.waker());
        if control.abort.load(Ordering::Acquire) {
            return Poll::Ready(Ok(()));
        }
        if !asked_to_end && control.graceful.load(Ordering::Acquire) {
            asked_to_end = true;
            alarm.leaving = true;
            activity.last_end.store(nanos(setting.clock.tick()), Ordering::Release);
            connection.as_mut().graceful_shutdown();
        }
        if let Poll::Ready(outcome) = connection.as_mut().poll(cx) {
            return Poll::Ready(outcome);
        }
        match alarm.poll(cx) {
            Due::Nothing => Poll::Pending,
            // The client keeps the server waiting in the middle of a head, or does not take the farewell.
            Due::Head => Poll::Ready(Ok(())),
            Due::Idle if asked_to_end => Poll::Ready(Ok(())),
            Due::Idle => {
                control.end_gracefully();
                Poll::Pending
            }
        }
    })
    .await;
    if let Err(error) = outcome {
        // The client's doing (it went away, or broke the protocol), so nothing for the operator.
        tracing::debug!(%error, "connection ended with an error");
    }
}

fn builder<S>(setting: &Setting<S>) -> auto::Builder<Tasks> {
    let limits = &setting.limits;
    let mut builder = auto::Builder::new(Tasks(Arc::clone(&setting.spawn)));
    builder
        .http1()
        .max_buf_size(limits.head_bytes)
        .max_headers(limits.header_lines)
        // The connection's own alarm does this, by the server's clock.
        .header_read_timeout(None);
    builder
        .http2()
        .max_concurrent_streams(limits.streams)
        .initial_stream_window_size(limits.stream_window)
        .initial_connection_window_size(limits.stream_window.saturating_mul(limits.streams))
        .max_frame_size(limits.stream_window)
        .max_header_list_size(u32::try_from(limits.head_bytes).unwrap_or(u32::MAX))
        .max_send_buf_size(limits.send_buffer);
    builder
}

enum Due {
    Nothing,
    Head,
    Idle,
}

/// At most one timer for the connection; it is set again when it rings too early, so a request costs none.
struct Alarm<'a, S> {
    setting: &'a Setting<S>,
    activity: &'a Activity,
    patience: Patience,
    /// Whether the client was told of the end.
    leaving: bool,
    armed: Option<(Tick, BoxFuture<'static, ()>)>,
}

impl<S> Alarm<'_, S> {
    /// What is overdue, or else when to look again.
    fn judge(&self, now: Tick) -> Result<Due, Tick> {
        let limits = &self.setting.limits;
        let silence = if self.leaving { limits.farewell } else { limits.idle };
        let at = |began: u64, time: Duration| Tick(Duration::from_nanos(began)).plus(time);
        if self.activity.in_progress.load(Ordering::Acquire) > 0 {
            return Err(now.plus(silence));
        }
        let idle = at(self.activity.last_end.load(Ordering::Acquire), silence);
        let began = self.activity.head_began.load(Ordering::Acquire);
        if matches!(self.patience, Patience::HeadAndIdle | Patience::Http1) && began != NOTHING {
            let head = at(began, limits.request_head);
            // Who was told of the end and still is in the middle of a head has the time of the farewell.
            let head = if self.leaving { head.min(idle) } else { head };
            return if now >= head { Ok(Due::Head) } else { Err(head) };
        }
        if now >= idle { Ok(Due::Idle) } else { Err(idle) }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Due {
        if self.patience == Patience::Endless {
            return Due::Nothing;
        }
        loop {
            let next = match self.judge(self.setting.clock.tick()) {
                Ok(due) => return due,
                Err(next) => next,
            };
            // A timer that rings earlier than needed costs one look; one that rings later would be wrong.
            let (_, timer) = match &mut self.armed {
                Some(armed) if armed.0 <= next => armed,
                armed => armed.insert((next, self.setting.clock.wait_until(next))),
            };
            if timer.as_mut().poll(cx).is_pending() {
                return Due::Nothing;
            }
            self.armed = None;
        }
    }
}

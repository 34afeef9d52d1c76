//! What becomes known of a request on its way down, for whoever reports on it when it ends: who asked, which route it took, how it was
//! answered. It is shared by the request's filters and by the answer's body; when the last of them lets go, the request has ended, also
//! when its client went away in the middle, and is counted. Called by filters and endpoints; it must never keep a server alive.

use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, Uri};
use http_body::{Body as _, Frame, SizeHint};
use net::{Body, BodyError, ConnInfo};
use sys::{Clock, Tick};

use crate::exchange::Response;
use crate::metrics::labels::Route;
use crate::metrics::{Flying, Metrics, Series};
use crate::request_log::{self, Client};

/// One request.
pub(crate) struct Trail {
    metrics: Arc<Metrics>,
    clock: Arc<dyn Clock>,
    started: Tick,
    /// Whether it is the server's own.
    own: bool,
    method: Method,
    uri: Uri,
    /// For the line that is written of every request, where that is wanted.
    client: Option<Box<Client>>,
    audit_id: OnceLock<HeaderValue>,
    user: OnceLock<Box<str>>,
    /// Whether its failure is in the log already.
    told: AtomicBool,
    route: OnceLock<Taken>,
    /// Given back when the request has ended, or earlier where it goes on for long.
    flying: Mutex<Option<Flying>>,
    /// Status of the answer; 0 while there is none, and for a connection that was given away.
    code: AtomicU16,
    /// Bytes of the answer so far.
    bytes: AtomicU64,
}

/// The route that a request took.
struct Taken {
    series: Arc<Series>,
    sized: bool,
    endless: bool,
}

/// A URI to keep. It shares the buffer that the request was read into, which is no matter unless the request goes on for hours: then it
/// gets bytes of its own.
fn kept(uri: &Uri) -> Uri {
    let own = || uri.to_string().parse().ok();
    let lasts = uri.path_and_query().is_some_and(|whole| whole.as_str().contains("watch"));
    lasts.then(own).flatten().unwrap_or_else(|| uri.clone())
}

impl Trail {
    /// Begins one, now.
    #[must_use]
    pub(crate) fn new(metrics: &Arc<Metrics>, clock: &Arc<dyn Clock>, request: &http::Request<Body>, own: bool) -> Arc<Self> {
        let connection = request.extensions().get::<Arc<ConnInfo>>();
        Arc::new(Self {
            metrics: metrics.clone(),
            clock: clock.clone(),
            started: clock.tick(),
            own,
            method: request.method().clone(),
            uri: kept(request.uri()),
            client: Client::of(request.headers(), connection.map(Arc::as_ref)),
            audit_id: OnceLock::new(),
            user: OnceLock::new(),
            told: AtomicBool::new(false),
            route: OnceLock::new(),
            flying: Mutex::default(),
            code: AtomicU16::new(0),
            bytes: AtomicU64::new(0),
        })
    }

    /// Its method.
    #[must_use]
    pub(crate) fn method(&self) -> &Method {
        &self.method
    }

    /// Its URI.
    #[must_use]
    pub(crate) fn uri(&self) -> &Uri {
        &self.uri
    }

    /// Gives it the id that names it in logs and answers.
    pub(crate) fn is_named(&self, audit_id: HeaderValue) {
        // It gets one.
        drop(self.audit_id.set(audit_id));
    }

    /// That id; empty before it has one.
    #[must_use]
    pub(crate) fn audit_id(&self) -> &str {
        self.audit_id.get().and_then(|id| id.to_str().ok()).unwrap_or_default()
    }

    /// Says who asks.
    pub(crate) fn is_from(&self, user: &str) {
        // It is from one user.
        drop(self.user.set(user.into()));
    }

    /// Who asks; none before that is known.
    #[must_use]
    pub(crate) fn user(&self) -> Option<&str> {
        self.user.get().map(AsRef::as_ref)
    }

    /// Says that its failure is in the log.
    pub(crate) fn tell(&self) {
        self.told.store(true, Ordering::Relaxed);
    }

    /// Whether it is.
    #[must_use]
    pub(crate) fn is_told(&self) -> bool {
        self.told.load(Ordering::Relaxed)
    }

    /// How long it has taken so far.
    #[must_use]
    pub(crate) fn so_far(&self) -> Duration {
        self.clock.tick().since(self.started)
    }

    /// Counts it among those that are being answered.
    pub(crate) fn takes_off(&self, mutating: bool) {
        let flying = self.metrics.in_flight.hold(mutating, self.started);
        *self.flying.lock().unwrap_or_else(PoisonError::into_inner) = Some(flying);
    }

    /// Counts it no longer among those: it goes on for as long as its client likes.
    pub(crate) fn lands(&self) {
        self.flying.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// Says which route it takes. Without one it is not counted: nobody's route was asked for.
    pub(crate) fn takes(&self, route: &Route<'_>, validation: &'static str) {
        let series = self.metrics.requests.of(route, validation);
        // A request takes one route.
        drop(self.route.set(Taken { series, sized: route.sized, endless: route.endless }));
    }

    /// Labels of its route: verb, group, version, resource, subresource, scope, component.
    #[must_use]
    pub(crate) fn route(&self) -> Option<[&str; 7]> {
        self.route.get().map(|taken| taken.series.route())
    }

    /// Counts it as given up by the server.
    pub(crate) fn terminated(&self, code: u16) {
        if let Some(taken) = self.route.get() {
            taken.series.record_terminated(code);
        }
    }

    /// Says how it is answered. A body that is still to be made reports on itself while it is sent.
    #[must_use]
    pub(crate) fn answered(self: Arc<Self>, response: Response) -> Response {
        // Upstream knows no status of a connection that it has given away.
        let given_away = response.status() == StatusCode::SWITCHING_PROTOCOLS;
        self.code.store(if given_away { 0 } else { response.status().as_u16() }, Ordering::Relaxed);
        if let Some(size) = response.body().size_hint().exact() {
            self.bytes.store(size, Ordering::Relaxed);
            return response;
        }
        response.map(|body| Body::wrap(Followed { body, trail: self }))
    }
}

impl Drop for Trail {
    fn drop(&mut self) {
        if let Some(client) = &self.client {
            request_log::ended(self, client, self.code.load(Ordering::Relaxed));
        }
        let Some(Taken { series, sized, endless }) = self.route.get() else { return };
        let size = sized.then(|| *self.bytes.get_mut());
        series.record(*self.code.get_mut(), self.so_far(), size, *endless);
        if self.own {
            series.record_own();
        }
    }
}

/// A body on its way to the client.
struct Followed {
    body: Body,
    trail: Arc<Trail>,
}

impl http_body::Body for Followed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        match &polled {
            Poll::Ready(Some(Ok(frame))) => {
                let length = frame.data_ref().map_or(0, Bytes::len);
                self.trail.bytes.fetch_add(length as u64, Ordering::Relaxed);
            }
            Poll::Ready(Some(Err(_))) => {
                if let Some(taken) = self.trail.route.get() {
                    taken.series.record_aborted();
                }
            }
            Poll::Ready(None) | Poll::Pending => (),
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

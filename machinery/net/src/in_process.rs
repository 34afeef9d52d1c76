//! The shortest way into a service: a plain call, without bytes. Good for everything but upgrades and resets, which need a real
//! connection ([`crate::Server::connect`]).

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};

use crate::{Body, ConnInfo, Service};

/// A service as a `tower` service, for `kube::Client::new` and the like. All its requests come from one client.
pub struct InProcess<S> {
    service: Arc<S>,
    info: Arc<ConnInfo>,
}

impl<S> fmt::Debug for InProcess<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InProcess")
    }
}

impl<S> Clone for InProcess<S> {
    fn clone(&self) -> Self {
        Self { service: Arc::clone(&self.service), info: Arc::clone(&self.info) }
    }
}

impl<S: Service> InProcess<S> {
    /// Calls `service` as the client that `info` describes (see [`ConnInfo::in_process`]).
    #[must_use]
    pub fn new(service: Arc<S>, info: ConnInfo) -> Self {
        Self { service, info: Arc::new(info) }
    }
}

impl<S, B> tower::Service<Request<B>> for InProcess<S>
where
    S: Service,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Body>, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let mut request = request.map(Body::wrap);
        request.extensions_mut().insert(Arc::clone(&self.info));
        let answer = self.service.call(request);
        Box::pin(async move { Ok(answer.await) })
    }
}

//! One request on its way through filters and endpoints.

use std::sync::{Arc, Mutex, PoisonError};

use auth::Identity;
use http::request::Parts;
use http::{HeaderMap, Method};
use meta::options::Query;
use sys::Tick;

use crate::escape::decode_path;
use crate::request_info::RequestInfo;
use crate::trail::Trail;

/// What the server answers.
pub(crate) type Response = http::Response<net::Body>;

/// The request with what the filters found out about it.
pub(crate) struct Exchange {
    /// Method, URI, headers, extensions.
    pub parts: Parts,
    /// The body, unread.
    pub body: net::Body,
    /// The path with percent escapes decoded.
    pub path: String,
    /// Decoded query.
    pub query: Query,
    /// What the request is about.
    pub info: RequestInfo,
    /// Who asks.
    pub user: Identity,
    /// When it must be answered; none for long-running requests.
    pub deadline: Option<Tick>,
    /// What is known of it once it has ended.
    pub trail: Arc<Trail>,
}

/// Warnings that a client hears even when its request fails: what was found in the body, as a rule.
#[derive(Clone, Default)]
pub(crate) struct Told(Arc<Mutex<Vec<String>>>);

impl Told {
    /// Replaces them.
    pub(crate) fn set(&self, warnings: &[String]) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = warnings.to_vec();
    }

    /// Takes them.
    pub(crate) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A request without its body: what prepared documents are chosen by.
pub(crate) struct About {
    /// Method.
    pub method: Method,
    /// Headers.
    pub headers: HeaderMap,
    /// Decoded path.
    pub path: String,
    /// Decoded query.
    pub query: Query,
}

impl Exchange {
    /// Lets go of the body.
    #[must_use]
    pub(crate) fn about(self) -> About {
        About { method: self.parts.method, headers: self.parts.headers, path: self.path, query: self.query }
    }

    /// Starts an exchange. The path must be valid percent-encoding and UTF-8 or nothing matches it.
    #[must_use]
    pub(crate) fn new(request: http::Request<net::Body>, trail: Arc<Trail>) -> Self {
        let (parts, body) = request.into_parts();
        let path = decode_path(parts.uri.path());
        let query = parts.uri.query().map(Query::parse).unwrap_or_default();
        let (info, user) = (RequestInfo::default(), Identity::anonymous());
        Self { parts, body, path, query, info, user, deadline: None, trail }
    }
}

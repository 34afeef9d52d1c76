//! A connection that stays open for one request after another. Called by `reliability`.
//!
//! Nothing is retried: a request that got no answer may have been carried out, and the caller has to know.

use std::io::BufReader;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::{Identity, Incoming, Request, Response, Target, read_response};

/// An open connection.
pub(crate) struct Session {
    target: Arc<Target>,
    reader: BufReader<Incoming>,
}

impl Session {
    /// Connects and finishes the handshake, so that an error here means that nothing was asked for.
    ///
    /// # Errors
    /// Nobody listens, or the handshake fails. Later reads fail after a silence of `patience`.
    pub(crate) fn open(target: &Arc<Target>, patience: Duration) -> Result<Self> {
        let mut stream = target.connect(Identity::Admin, patience)?;
        while stream.conn.is_handshaking() {
            stream.conn.complete_io(&mut stream.sock).context("no handshake")?;
        }
        Ok(Self { target: Arc::clone(target), reader: BufReader::new(Incoming(stream)) })
    }

    /// Sends a request and reads its whole answer.
    ///
    /// # Errors
    /// The connection broke or stayed silent: the request may have been carried out.
    pub(crate) fn send(&mut self, request: &Request<'_>) -> Result<Response> {
        let Incoming(stream) = self.reader.get_mut();
        self.target.write_request(stream, request, true).context("cannot send the request")?;
        self.receive(request)
    }

    /// Reads the answer to what was sent.
    ///
    /// # Errors
    /// The connection broke or stayed silent.
    fn receive(&mut self, request: &Request<'_>) -> Result<Response> {
        read_response(&mut self.reader, request).context("cannot read the answer")
    }
}

//! A connection that stays open for one request after another. Called by `reliability`.
//!
//! Nothing is retried: a request that got no answer may have been carried out, and the caller has to know.

use std::io::{self, BufReader, Read as _, Write as _};
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
    pub(crate) fn receive(&mut self, request: &Request<'_>) -> Result<Response> {
        read_response(&mut self.reader, request).context("cannot read the answer")
    }

    /// The bytes of a request, for a client that sends only some of them.
    pub(crate) fn bytes(&self, request: &Request<'_>) -> Vec<u8> {
        [self.target.head(request, true).as_bytes(), request.body.unwrap_or_default()].concat()
    }

    /// Sends these bytes and no more.
    ///
    /// # Errors
    /// The connection broke.
    pub(crate) fn send_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Incoming(stream) = self.reader.get_mut();
        stream.write_all(bytes)?;
        stream.flush()
    }

    /// Gives up the connection at once, without a goodbye; with `reset` the kernel throws away what was sent and not read.
    ///
    /// # Errors
    /// The kernel does not know the option.
    pub(crate) fn abandon(self, reset: bool) -> io::Result<()> {
        let Incoming(stream) = self.reader.into_inner();
        if reset {
            rustix::net::sockopt::set_socket_linger(&stream.sock, Some(Duration::ZERO))?;
        }
        drop(stream);
        Ok(())
    }

    /// Reads this much of what the server sends, or less when it ends.
    ///
    /// # Errors
    /// The connection broke or stayed silent.
    pub(crate) fn read_some(&mut self, bytes: u64) -> io::Result<()> {
        io::copy(&mut (&mut self.reader).take(bytes), &mut io::sink()).map(drop)
    }
}

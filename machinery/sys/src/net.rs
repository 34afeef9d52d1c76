//! Byte streams. Everything above (TLS, HTTP) works on [`Stream`], so that a simulated network needs no socket.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncRead, AsyncWrite};

use crate::BoxFuture;

/// Both directions of a connection.
pub trait ByteStream: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> ByteStream for T {}

/// A connection whose kind does not matter to its user.
pub type Stream = Box<dyn ByteStream>;

/// A connection that a listener has accepted.
pub struct Connection {
    /// The bytes.
    pub stream: Stream,
    /// Who connected.
    pub peer: SocketAddr,
}

/// Accepts connections on one address; dropping it closes the address.
pub trait Listener: Send {
    /// The address in use, with the port that was picked when the caller asked for port 0.
    fn local_addr(&self) -> SocketAddr;
    /// The next connection. Cancel-safe: dropping the future loses no connection.
    ///
    /// Fails when the system does; some failures (no file descriptors left, a connection that died while it was waiting) pass
    /// by themselves, so an accept loop waits a moment and goes on.
    fn accept(&mut self) -> BoxFuture<'_, io::Result<Connection>>;
}

/// The network.
pub trait Net: Send + Sync {
    /// Opens an address for connections; port 0 means any free one. Fails when the address is taken or not ours.
    fn listen(&self, at: SocketAddr) -> BoxFuture<'static, io::Result<Box<dyn Listener>>>;
    /// Connects to an address. There is no deadline: the caller puts one around it.
    fn connect(&self, to: SocketAddr) -> BoxFuture<'static, io::Result<Stream>>;
}

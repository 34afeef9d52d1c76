//! Taking a connection over after an HTTP/1.1 request was answered with 101. Called by services that speak another protocol from there
//! on. The connection still counts as open, holds up a drain, and is cut off with the others at its deadline.

use std::fmt;
use std::io;

use http::Extensions;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use sys::Stream;

/// The right to a request's connection.
pub struct Upgrade(OnUpgrade);

impl fmt::Debug for Upgrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Upgrade")
    }
}

impl Upgrade {
    /// Takes the right out of a request's extensions. There is none when the request came on HTTP/2, without bytes in process
    /// ([`crate::InProcess`]), or asked for nothing.
    pub fn take(extensions: &mut Extensions) -> Option<Self> {
        extensions.remove().map(Self)
    }

    /// The bytes of the connection, once the request's answer has been written: only for whoever answers 101. Somebody must keep reading them: that is how the end
    /// of a drain reaches whoever has the connection.
    ///
    /// # Errors
    /// When the connection ended before.
    pub async fn stream(self) -> io::Result<Stream> {
        match self.0.await {
            Ok(upgraded) => Ok(Box::new(TokioIo::new(upgraded))),
            Err(error) => Err(io::Error::other(error)),
        }
    }
}

//! Taking a connection over after an HTTP/1.1 request was answered with 101. Called by services that speak another protocol from there
//! on. The connection still counts as open, holds up a drain, and is cut off with the others at its deadline.

use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use http::Extensions;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use sys::Stream;
use tokio::sync::oneshot;

/// The right to a request's connection.
pub struct Upgrade(Right);

enum Right {
    /// The library's.
    Library(OnUpgrade),
    /// Our own, where we hold the connection ourselves.
    Own(oneshot::Receiver<Stream>),
}

/// The promise of a connection in a request's extensions, which want to be cloned: the first to take it has it.
#[derive(Clone)]
pub(crate) struct Promise(Arc<Mutex<Option<oneshot::Receiver<Stream>>>>);

impl Promise {
    pub(crate) fn new(receiver: oneshot::Receiver<Stream>) -> Self {
        Self(Arc::new(Mutex::new(Some(receiver))))
    }
}

impl fmt::Debug for Upgrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Upgrade")
    }
}

impl Upgrade {
    /// Takes the right out of a request's extensions. There is none when the request came on HTTP/2, without bytes in process
    /// ([`crate::InProcess`]), or asked for nothing.
    pub fn take(extensions: &mut Extensions) -> Option<Self> {
        if let Some(Promise(receiver)) = extensions.remove() {
            return receiver.lock().unwrap_or_else(PoisonError::into_inner).take().map(|own| Self(Right::Own(own)));
        }
        extensions.remove().map(|library| Self(Right::Library(library)))
    }

    /// The bytes of the connection, once the request's answer has been written: only for whoever answers 101. Somebody must keep reading them: that is how the end
    /// of a drain reaches whoever has the connection.
    ///
    /// # Errors
    /// When the connection ended before.
    pub async fn stream(self) -> io::Result<Stream> {
        match self.0 {
            Right::Library(library) => match library.await {
                Ok(upgraded) => Ok(Box::new(TokioIo::new(upgraded))),
                Err(error) => Err(io::Error::other(error)),
            },
            Right::Own(own) => own.await.map_err(|_| io::Error::other("the connection ended before it was handed over")),
        }
    }
}

//! Opening the address that a server listens on, with errors that say what a person can do about them. Called once at start.

use std::io;
use std::net::SocketAddr;

use sys::{Listener, Sys};

/// Why an address cannot be listened on.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// Somebody else has it.
    #[error("{0} is already in use (by another program?)")]
    InUse(SocketAddr),
    /// No interface of this machine has it.
    #[error("{0} is not an address of this machine")]
    NotOurs(SocketAddr),
    /// The system does not let this user have it, as it is with ports below 1024.
    #[error("this user may not listen on {0}")]
    Denied(SocketAddr),
    /// Anything else.
    #[error("cannot listen on {at}")]
    Other {
        /// The address.
        at: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
}

/// Listens on an address; port 0 takes any free one.
///
/// # Errors
/// When the system does not give it.
pub async fn open(sys: &Sys, at: SocketAddr) -> Result<Box<dyn Listener>, ListenError> {
    sys.net.listen(at).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => ListenError::InUse(at),
        io::ErrorKind::AddrNotAvailable => ListenError::NotOurs(at),
        io::ErrorKind::PermissionDenied => ListenError::Denied(at),
        _ => ListenError::Other { at, source },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_taken_address_is_named() {
        let sys = sys::sim::Sim::new(1).sys();
        let first = open(&sys, "127.0.0.1:0".parse().unwrap()).await.unwrap();
        let taken = first.local_addr();
        let error = open(&sys, taken).await.err().unwrap();
        assert_eq!(error.to_string(), format!("{taken} is already in use (by another program?)"));
    }

    #[tokio::test]
    async fn an_address_of_somebody_else_is_named() {
        let error = open(&sys::real(), "192.0.2.1:0".parse().unwrap()).await.err().unwrap();
        assert_eq!(error.to_string(), "192.0.2.1:0 is not an address of this machine");
    }
}

//! Serving HTTP: accept connections, TLS, HTTP/1.1 and HTTP/2, limits, drain; and the same without a socket, in process.
//!
//! A server hands every request to one [`Service`] as `http::Request<Body>`, with the connection's [`ConnInfo`] in the request's
//! extensions, and writes the `http::Response<Body>` that it gets. It knows nothing of Kubernetes: no path, no Status, no identity.
//! Client certificates are passed on unchecked (see `pki::ServerTls`); whoever uses them verifies them.
#![warn(missing_docs)]

mod body;
mod connection;
mod in_process;
mod limits;
pub mod listen;
mod rest;
mod server;
mod upgrade;

pub use body::{Body, BodyError, Closed, ReadError, Sender};
pub use connection::ConnInfo;
pub use connection::http1::Lasting;
pub use in_process::InProcess;
pub use limits::Limits;
pub use listen::ListenError;
pub use server::{Drained, Running, Server, Service};
pub use upgrade::Upgrade;

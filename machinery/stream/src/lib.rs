//! Protocols that take a connection over after an HTTP upgrade, without I/O: bytes in, messages out, and the other way round. Called by
//! the API server. Must never read a clock, a socket or randomness, and never keep more of a peer's bytes than a named limit.
#![warn(missing_docs)]

pub mod websocket;

//! The life of `ferrokube up` as those around it see it: real processes, sockets, signals and files. Every wait is for an event and has a
//! deadline.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "the test is the outside world")]

mod client;
mod http_edges;
mod process;
mod starting;
mod stopping;

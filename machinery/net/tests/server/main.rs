//! The server as clients meet it: real TLS and HTTP over connections in memory, on a clock that the tests move by hand.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::disallowed_methods, reason = "the clients of a test are tasks of the test")]

mod drain;
mod early_answers;
mod in_process;
mod lasting;
mod limits;
mod protocols;
mod world;

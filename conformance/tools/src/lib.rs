//! The conformance tools: build upstream's programs, run the reference server, compare ours with it.
//!
//! Called by the command line `conformance-tools` and by `bench`, which starts the same servers. It proves things about the product
//! and is never linked into it; it talks to servers on this machine only.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool reports on its standard streams")]
#![expect(clippy::disallowed_methods, reason = "layer 7 drives real processes, files and sockets; `sys` is for the product")]

mod cases;
pub mod cli;
mod clients;
mod compare;
mod components;
mod diff;
mod differences;
mod e2e;
pub mod http;
pub mod interrupt;
mod json;
pub mod kubeconfig;
mod managed;
mod mask;
mod metrics;
pub mod ours;
pub mod process;
mod proto;
mod record;
pub mod reference;
mod reliability;
mod replay;
mod scenario;
mod traffic;
pub mod upstream;

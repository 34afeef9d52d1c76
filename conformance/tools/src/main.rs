//! Command line of the conformance tools: build upstream's programs, run the reference server, compare ours with it.
//!
//! Called by contributors, `scripts/test` and CI. It proves things about the product and is never linked into it; it talks to
//! servers on this machine only.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool reports on its standard streams")]
#![expect(clippy::disallowed_methods, reason = "layer 7 drives real processes, files and sockets; `sys` is for the product")]

mod cases;
mod cli;
mod compare;
mod diff;
mod http;
mod json;
mod kubeconfig;
mod managed;
mod mask;
mod ours;
mod proto;
mod record;
mod reference;
mod replay;
mod scenario;
mod upstream;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

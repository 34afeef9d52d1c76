//! Load generator: drives ferrokube and the reference server by turns, checks that they answer the same, and writes
//! docs/benchmarks.md.
//!
//! ```text
//! main -> side (start both) -> workloads (create, then compare, then measure round after round) -> figures -> report
//! ```
//! Called by contributors and, with `--smoke`, by CI. It measures servers of this machine only, in network namespaces of their own
//! when the reference takes part.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool reports on its standard streams")]
#![expect(clippy::disallowed_methods, reason = "layer 7 measures real processes with the real clock")]

mod answer;
mod connection;
mod equal;
mod figures;
mod load;
mod objects;
mod report;
mod run;
mod side;
mod usage;
mod workloads;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    match run::run(&run::Options::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

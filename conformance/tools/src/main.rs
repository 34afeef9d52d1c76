//! Command line of the conformance tools: see the library. Called by contributors, `scripts/test` and CI.

#![expect(clippy::print_stderr, reason = "a command-line tool reports on its standard streams")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match conformance_tools::cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

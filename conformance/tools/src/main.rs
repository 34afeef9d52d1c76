//! Command line of the conformance tools: see the library. Called by contributors, `scripts/test` and CI.

#![expect(clippy::print_stderr, reason = "a command-line tool reports on its standard streams")]

use std::process::ExitCode;

fn main() -> ExitCode {
    let done = conformance_tools::cli::run();
    conformance_tools::interrupt::settle();
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

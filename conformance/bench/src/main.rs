//! Load generator: drives ferrokube and the reference server by turns, checks that they answer the same, and writes
//! docs/benchmarks.md.
//!
//! ```text
//! main -> side (start both) -> workloads (create, then compare, then measure round after round) -> figures -> report
//! ```
//! `bench durable` and `bench start` measure the store on disk and starts from it beside etcd, and print tables.
//! Called by contributors and, with `--smoke`, by CI. It measures servers of this machine only, in network namespaces of their own
//! when the reference takes part.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool reports on its standard streams")]
#![expect(clippy::disallowed_methods, reason = "layer 7 measures real processes with the real clock")]

mod answer;
mod connection;
mod durable;
mod equal;
mod figures;
mod load;
mod objects;
mod report;
mod restart;
mod run;
mod short;
mod side;
mod usage;
mod workloads;

use std::process::ExitCode;

use clap::Parser as _;

/// The same as the server's, for `durable` has the store in this process.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Compare ferrokube's cost with the reference's.
#[derive(clap::Parser)]
#[command(name = "bench", version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Option<run::Options>,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Durable 1 KiB commits of the store on disk and of etcd, with the bare disk beside them.
    Durable(durable::Options),
    /// Starts with a data folder: new, small, with 30,000 pods after a kill; memory and CPU of an idle server.
    Start(restart::Options),
    /// Minutes: CPU of reads and watches beside the reference's, held against the ratios that are recorded. What `scripts/test` runs.
    Short(short::Options),
}

fn main() -> ExitCode {
    let Cli { command, options } = Cli::parse();
    let done = match (command, options) {
        (Some(Command::Durable(options)), _) => durable::run(&options),
        (Some(Command::Start(options)), _) => restart::run(&options),
        (Some(Command::Short(options)), _) => short::run(&options),
        (None, Some(options)) => run::run(&options),
        (None, None) => Err(anyhow::anyhow!("nothing to measure: give --ours PROGRAM, or see --help")),
    };
    conformance_tools::interrupt::settle();
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

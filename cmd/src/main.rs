//! The multi-call binary: the first word, or the name that it was called by, says which component runs. It parses options and hands on;
//! components do the work. It must stay small and hold no behaviour of its own.

mod components;
mod credentials;
mod storage;
mod up;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A Kubernetes control plane in Rust, wire-compatible with v1.37.
#[derive(Parser)]
#[command(name = "ferrokube", version = up::VERSION, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a cluster's control plane in this process, in the foreground.
    Up(Box<up::Options>),
    /// Look into a store that no server has open: check it, copy it, make it from a copy.
    #[command(subcommand)]
    Storage(storage::Action),
    /// Components under their upstream names; those that are not built yet say so.
    #[command(external_subcommand)]
    Component(Vec<String>),
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(component) = called_as(arguments.first()) {
        return report(components::run(component, &arguments[1..]));
    }
    let result = match Arguments::parse().command {
        Command::Up(options) => up::run(*options),
        Command::Storage(action) => storage::run(action),
        Command::Component(words) => match words.split_first() {
            Some((name, rest)) => components::run(name, rest),
            None => Ok(()),
        },
    };
    report(result)
}

/// The component that a link to this binary names.
fn called_as(argv0: Option<&String>) -> Option<&'static str> {
    let name = Path::new(argv0?).file_name()?.to_str()?;
    components::NAMES.iter().copied().find(|n| *n == name)
}

/// One line on standard error, and the exit code.
fn report(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "the one place that tells a person why the process ends")]
            {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}

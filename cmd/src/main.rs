//! The multi-call binary: the first word, or the name that it was called by, says which component runs. It parses options and hands on;
//! components do the work. It must stay small and hold no behaviour of its own.

mod components;
mod credentials;
mod storage;
mod up;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use daemon::exit::{self, Exit, Fatal};

/// Half of the bytes that the allocator keeps at the end of a heap, see [`settle_allocator`].
const KEPT: usize = 4 << 20;

/// Version of the product and of the release that it is compatible with.
pub(crate) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (Kubernetes v1.37)");

const MORE: &str = "\
Start with:
  ferrokube up --memory     a cluster that is gone when you stop it
  ferrokube up --help       everything else

A link to this program that is named as one of upstream's components (kube-apiserver, kubelet, ...)
runs that component, as does its name as the first word.

Exit codes:
  0  stopped as it was told to        2  the command line cannot be used
  1  failed                           3  the data folder or the address is in use";

/// A Kubernetes control plane in Rust, wire-compatible with v1.37.
#[derive(Parser)]
#[command(name = "ferrokube", version = VERSION, arg_required_else_help = true, after_help = MORE)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a cluster's control plane in this process, in the foreground
    ///
    /// An API server with everything that it needs: certificates, a store, a kubeconfig for the
    /// administrator. Runs until it is told to stop.
    #[command(verbatim_doc_comment)]
    Up(Box<up::Options>),
    /// Look into a store that no server has open: check it, copy it, make it from a copy
    #[command(subcommand)]
    Storage(storage::Action),
    /// Components under their upstream names; those that are not built yet say so.
    #[command(external_subcommand)]
    Component(Vec<String>),
}

/// Shows the allocator how much memory comes and goes. The GNU one gives what is free at the end of its heap back to the kernel, from 128
/// KiB on, and takes it again, page by page, for every piece of a large answer: a third of what a list costs. It learns from the first large
/// allocation that is freed that such are no exception (mallopt(3), "dynamic mmap threshold"); another allocator is not impressed.
fn settle_allocator() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(KEPT)));
}

fn main() -> ExitCode {
    settle_allocator();
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let exit = match run(arguments) {
        Ok(()) => Exit::Clean,
        Err(error) => {
            complain(&exit::line(error.chain()));
            exit::code(error.chain())
        }
    };
    ExitCode::from(exit.code())
}

fn run(arguments: Vec<std::ffi::OsString>) -> Result<()> {
    if let Some(component) = arguments.first().and_then(|name| called_as(Path::new(name))) {
        return components::run(component);
    }
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { command: Command::Up(options) }) => up::run(&options),
        Ok(Arguments { command: Command::Storage(action) }) => storage::run(action),
        Ok(Arguments { command: Command::Component(words) }) => components::run(words.first().map_or("", String::as_str)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // Whoever asked need not listen to the end.
            let _ = error.print();
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Err(Fatal::usage("say what to run").into())
        }
        Err(error) => Err(Fatal::usage(usage(&error.render().to_string())).into()),
    }
}

/// The component that a link to this binary names.
fn called_as(argv0: &Path) -> Option<&'static str> {
    let name = argv0.file_name()?.to_str()?;
    components::NAMES.iter().copied().find(|n| *n == name)
}

/// What is wrong with a command line, on one line: the parser's first paragraph and its tip, without the usage below.
fn usage(rendered: &str) -> String {
    let paragraphs = rendered.trim_start_matches("error: ").split("\n\n");
    let said = paragraphs.filter(|text| !text.starts_with("Usage:") && !text.starts_with("For more information"));
    format!("{}; see --help", exit::one_line(&said.collect::<Vec<_>>().join("\n")))
}

/// One line on standard error, where the process has one: it goes on without.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Why the process ends.
pub(crate) fn complain(why: &str) {
    say(&format!("error: {why}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn bad_usage_is_one_line() {
        let check = |words: &[&str], expect: &str| {
            let words = words.iter().map(std::ffi::OsString::from).collect();
            let error = run(words).unwrap_err();
            assert_eq!(exit::line(error.chain()), expect);
            assert_eq!(exit::code(error.chain()), Exit::Usage);
        };
        check(
            &["ferrokube", "up", "--listen", "nowhere"],
            "invalid value 'nowhere' for '--listen <ADDR:PORT>': invalid socket address syntax; see --help",
        );
        check(
            &["ferrokube", "up", "--memry"],
            "unexpected argument '--memry' found tip: a similar argument exists: '--memory'; see --help",
        );
        check(&["ferrokube", "nonsense"], "unknown command \"nonsense\"; see ferrokube --help");
        check(&["/usr/bin/kubelet"], "kubelet is not built yet as a component of its own; `ferrokube up` runs the API server");
    }
}

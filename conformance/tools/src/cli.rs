//! Subcommands and their flags. Called by `main` only; each one is a single call into the module that does the work.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::e2e::{self, ratchet};
use crate::reliability::{cancel, crash, full_disk};
use crate::{clients, components, diff, differences, metrics, reference, scenario, traffic, upstream};

/// Build upstream's programs, run the reference server and compare ferrokube with it.
#[derive(Parser)]
#[command(name = "conformance-tools", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build upstream's programs from conformance/go into the cache (skips what is there); prints the folder.
    Build(BuildArgs),
    /// Run etcd and kube-apiserver of the target version in a network namespace of their own.
    #[command(subcommand)]
    Reference(ReferenceCommand),
    /// Send the same requests to both servers and compare the answers.
    #[command(subcommand)]
    Diff(DiffCommand),
    /// Compare the families of metrics that both servers show.
    #[command(subcommand)]
    Metrics(MetricsCommand),
    /// Run the scripted kubectl scenario against a server.
    Kubectl(scenario::Options),
    /// Run upstream's controller manager and scheduler against a server, with a scripted day of work for them.
    Components(components::Options),
    /// Run the scenarios of client libraries (client-go, controller-runtime, Python, Node, kube-rs) against a server.
    Clients(clients::Options),
    /// Run upstream's conformance suite, as far as it needs no nodes. Needs root.
    E2e(e2e::Options),
    /// Run the suite's groups against ferrokube, add what passes to conformance/passing.txt and write docs/conformance.md.
    Ratchet(ratchet::Options),
    /// Kill the server under load again and again; nothing acknowledged may be lost, no watch may miss or repeat anything.
    Crash(crash::Options),
    /// Clients leave at random points of their requests, under load; nothing may be done by halves.
    Cancel(cancel::Options),
    /// Fill the server's disk of 32 MiB and empty it again; writes are refused meanwhile, all else goes on. Needs root.
    FullDisk(full_disk::Options),
}

#[derive(Args)]
struct BuildArgs {
    /// Comma-separated subset: kube-apiserver, etcd, kubectl, kubeadm, kcm, scheduler, e2e, ginkgo.
    #[arg(long, value_delimiter = ',', value_parser = upstream::Program::parse)]
    only: Vec<upstream::Program>,
}

#[derive(Subcommand)]
enum ReferenceCommand {
    /// Start it and leave it running; prints how to reach and stop it.
    Up(reference::Options),
    /// Stop one that `up` started.
    Down {
        /// State folder that `up` printed; may be left out when exactly one is up.
        state: Option<PathBuf>,
    },
    /// Start it, run CMD inside its namespace with KUBECONFIG set, stop it; exits with CMD's code.
    Run {
        #[command(flatten)]
        options: reference::Options,
        /// The command and its arguments.
        #[arg(last = true, required = true)]
        command: Vec<OsString>,
    },
}

#[derive(Subcommand)]
enum DiffCommand {
    /// Ask the reference (two fresh ones, whose answers must agree) and store its answers beside the cases.
    Record(diff::RecordOptions),
    /// Compare our server with the stored answers, or with a live reference (`--refresh`).
    Check(diff::CheckOptions),
    /// Turn traffic that was recorded (`--record` of kubectl, clients, components, e2e and reference run) into cases.
    Cases(traffic::Options),
    /// Write docs/differences.md, the list of accepted differences for readers.
    Document,
}

#[derive(Subcommand)]
enum MetricsCommand {
    /// Ask the reference and store what it shows beside the cases.
    Record,
    /// Compare our server with what is stored, and with the list of what is missing.
    Check(metrics::CheckOptions),
}

/// Parses the command line and runs what it asks for.
pub fn run() -> Result<ExitCode> {
    match Cli::parse().command {
        Command::Build(args) => {
            let programs = if args.only.is_empty() { upstream::Program::ALL.to_vec() } else { args.only };
            println!("{}", upstream::build(&programs)?.display());
            Ok(ExitCode::SUCCESS)
        }
        Command::Reference(ReferenceCommand::Up(options)) => reference::up(&options).map(|()| ExitCode::SUCCESS),
        Command::Reference(ReferenceCommand::Down { state }) => reference::down(state.as_deref()).map(|()| ExitCode::SUCCESS),
        Command::Reference(ReferenceCommand::Run { options, command }) => reference::run(&options, &command),
        Command::Diff(DiffCommand::Record(options)) => diff::record(&options).map(|()| ExitCode::SUCCESS),
        Command::Diff(DiffCommand::Check(options)) => diff::check(&options),
        Command::Diff(DiffCommand::Cases(options)) => traffic::run(&options).map(|()| ExitCode::SUCCESS),
        Command::Diff(DiffCommand::Document) => differences::write().map(|()| ExitCode::SUCCESS),
        Command::Metrics(MetricsCommand::Record) => metrics::record().map(|()| ExitCode::SUCCESS),
        Command::Metrics(MetricsCommand::Check(options)) => metrics::check(&options),
        Command::Kubectl(options) => scenario::run(&options),
        Command::Components(options) => components::run(&options),
        Command::Clients(options) => clients::run(&options),
        Command::E2e(options) => e2e::run(&options),
        Command::Ratchet(options) => ratchet::run(&options),
        Command::Crash(options) => crash::run(&options),
        Command::Cancel(options) => cancel::run(&options),
        Command::FullDisk(options) => full_disk::run(&options),
    }
}

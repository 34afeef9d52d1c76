//! Runs the scenarios of other client libraries (`conformance/clients`): client-go, controller-runtime, Python, Node and kube-rs.
//!
//! ```text
//! clients -> server (given, started or the reference) -> for each client: install or build into the cache -> run -> summary
//! ```
//! Called by `cli`. What is asserted stands in the scenarios; this finds the tools, builds, runs each with KUBECONFIG and a time
//! limit, and counts. A missing tool fails its client, and a run of nothing is a failure.

mod install;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};

use crate::ours;
use crate::reference::{self, Reference};
use crate::upstream;

/// Seconds that one scenario may take; the longest needs a third of it on two busy cores, and gives up by itself after 90.
const LIMIT: &str = "120";

/// One client library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Client {
    /// client-go, Go's library.
    Go,
    /// controller-runtime, on top of client-go.
    Controller,
    /// The official Python client.
    Python,
    /// `@kubernetes/client-node`.
    Node,
    /// kube-rs.
    Kube,
}

impl Client {
    const ALL: [Self; 5] = [Self::Go, Self::Controller, Self::Python, Self::Node, Self::Kube];

    const fn name(self) -> &'static str {
        match self {
            Self::Go => "client-go",
            Self::Controller => "controller-runtime",
            Self::Python => "kubernetes (Python)",
            Self::Node => "@kubernetes/client-node",
            Self::Kube => "kube-rs",
        }
    }

    /// Installs or builds what the scenario needs and returns its command.
    fn prepare(self) -> Result<Vec<PathBuf>> {
        match self {
            Self::Go => install::go("clientgo").map(|program| vec![program]),
            Self::Controller => install::go("controller").map(|program| vec![program]),
            Self::Python => install::python(),
            Self::Node => install::node(),
            Self::Kube => install::kube().map(|program| vec![program]),
        }
    }
}

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("server").required(true))]
pub(crate) struct Options {
    /// Comma-separated subset.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Client>,
    /// Kubeconfig of a running server.
    #[arg(long, value_name = "FILE", group = "server")]
    kubeconfig: Option<PathBuf>,
    /// Network namespace in which that server listens, if not this one.
    #[arg(long, value_name = "NAME", requires = "kubeconfig")]
    netns: Option<String>,
    /// Start this ferrokube program with `up --memory` for the scenarios.
    #[arg(long, value_name = "PROGRAM", group = "server")]
    start: Option<PathBuf>,
    /// Start the reference server for the scenarios.
    #[arg(long, group = "server")]
    reference: bool,
    /// Shell command that makes the server forget its history; without it the steps about expired versions are left out. For the
    /// reference: conformance/clients/compact-reference.sh, which --reference uses by itself.
    #[arg(long, value_name = "COMMAND")]
    compact: Option<String>,
    /// Write the traffic with the reference to this file, for `diff cases`.
    #[arg(long, value_name = "FILE", requires = "reference")]
    record: Option<PathBuf>,
    /// Print what the scenarios print, not only what failed.
    #[arg(long)]
    verbose: bool,
}

/// How the scenarios reach the server.
struct Server {
    kubeconfig: PathBuf,
    netns: Option<String>,
    compact: Option<String>,
}

/// Runs the scenarios one after another on the same server.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let clients = if options.only.is_empty() { Client::ALL.to_vec() } else { options.only.clone() };
    let prepared: Vec<_> = clients.iter().map(|client| (*client, client.prepare())).collect();
    let start = reference::Options { record: options.record.clone(), ..reference::Options::default() };
    let reference = if options.reference { Some(Reference::start(&start)?) } else { None };
    let mut ours = options.start.as_deref().map(ours::Server::start).transpose()?;
    let (kubeconfig, netns) = match (&reference, &ours, &options.kubeconfig) {
        (Some(reference), ..) => (reference.kubeconfig(), Some(reference.namespace())),
        (None, Some(ours), _) => (ours.kubeconfig(), None),
        (None, None, Some(file)) => (file.clone(), options.netns.clone()),
        (None, None, None) => bail!("no server given"),
    };
    let script = upstream::conformance_dir().join("clients/compact-reference.sh");
    let compact = options.compact.clone().or_else(|| reference.as_ref().map(|_| script.display().to_string()));
    let kubeconfig = kubeconfig.canonicalize().with_context(|| format!("cannot find {}", kubeconfig.display()))?;
    let server = Server { kubeconfig, netns, compact };
    let mut failed = 0;
    for (client, words) in prepared {
        let begun = Instant::now();
        let result = words.and_then(|words| run_scenario(&words, &server, options.verbose));
        let seconds = begun.elapsed().as_secs_f32();
        match &result {
            Ok(summary) => println!("ok   {}: {summary} ({seconds:.1} s)", client.name()),
            Err(error) => eprintln!("FAIL {} ({seconds:.1} s): {error:#}", client.name()),
        }
        failed += usize::from(result.is_err());
        if ours.as_mut().is_some_and(|server| !server.is_alive()) {
            bail!("the server ended during {}", client.name());
        }
    }
    println!("client scenarios: {} clients, {failed} failed", clients.len());
    Ok(if failed == 0 && !clients.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_scenario(program: &[PathBuf], server: &Server, verbose: bool) -> Result<String> {
    let work = tempfile::Builder::new().prefix("ferrokube-client-").tempdir().context("cannot make a temporary folder")?;
    let mut words = vec!["timeout", "--kill-after=5", LIMIT];
    if let Some(netns) = &server.netns {
        words.extend(["ip", "netns", "exec", netns]);
    }
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).args(program).stdin(Stdio::null()).current_dir(work.path());
    command.env("KUBECONFIG", &server.kubeconfig).env("WORK", work.path()).env("HOME", work.path());
    command.env("KUBE_WATCHLIST_INCONSISTENCY_DETECTOR", "true");
    match &server.compact {
        Some(compact) => command.env("COMPACT", compact),
        None => command.env_remove("COMPACT"),
    };
    let output = command.output().context("cannot run the scenario")?;
    let stdout = String::from_utf8_lossy(&output.stdout);
    if verbose {
        println!("{}", stdout.trim_end());
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{}\n{}\n{}", output.status, tail(&stdout, 4), tail(&stderr, 30));
    notes(&stdout);
    // The last line counts the steps; a scenario that ended early without an error has not written it.
    let summary = stdout.lines().last().filter(|line| line.ends_with(" steps passed") && !line.starts_with("0 "));
    summary.map(str::to_owned).context("the scenario did not reach its end")
}

/// What a scenario left out is said, whatever else it printed.
fn notes(stdout: &str) {
    for line in stdout.lines().filter(|line| line.trim_start().starts_with("left out: ")) {
        println!("     {}", line.trim_start());
    }
}

fn tail(text: &str, count: usize) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

/// Whether a program is on PATH; the error says who needs it.
fn need(program: &str, purpose: &str) -> Result<()> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).any(|dir| Path::new(&dir).join(program).is_file());
    ensure!(found, "`{program}` is not on PATH; it is needed for {purpose}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fake(script: &str) -> Result<String> {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("scenario.sh");
        std::fs::write(&file, script).unwrap();
        let server = Server { kubeconfig: PathBuf::from("/nowhere"), netns: None, compact: None };
        run_scenario(&[PathBuf::from("sh"), file], &server, false)
    }

    #[test]
    fn a_scenario_passes_only_at_its_end() {
        assert_eq!(fake("echo - one; echo '3 steps passed'").unwrap(), "3 steps passed");
        assert_eq!(fake("test $KUBECONFIG = /nowhere && echo '1 steps passed'").unwrap(), "1 steps passed");
        for bad in ["echo - one", "echo '0 steps passed'", "echo '3 steps passed'; exit 1", "echo '3 steps passed'; echo more"] {
            assert!(fake(bad).is_err(), "{bad}");
        }
        let error = fake("echo - one; echo 'FAILED there' >&2; exit 1").unwrap_err().to_string();
        assert!(error.contains("- one") && error.contains("FAILED there"), "{error}");
    }

    #[test]
    fn a_missing_program_is_named() {
        assert!(need("sh", "this test").is_ok());
        let error = need("no-such-program", "this test").unwrap_err().to_string();
        assert!(error.contains("no-such-program") && error.contains("this test"), "{error}");
    }
}

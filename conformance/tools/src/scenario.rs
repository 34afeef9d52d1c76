//! Runs the scripted kubectl scenario (`conformance/scenarios/kubectl.sh`) with one or more kubectl programs.
//!
//! Called by `cli`. It finds the programs and the server; what is asserted stands in the script. Finding no older kubectl is a
//! failure unless `FERROKUBE_NO_OLD_KUBECTL` gives the reason, so that a machine without them cannot pass unnoticed.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, bail, ensure};

use crate::ours;
use crate::reference::{self, Reference};
use crate::upstream::{self, Program};

/// Older minor versions that must work as well.
const OLDER: std::ops::RangeInclusive<u32> = 27..=33;

/// Seconds that one run of the script may take; it needs about a fifth of it on two busy cores.
const LIMIT: &str = "300";

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("server").required(true))]
pub(crate) struct Options {
    /// A kubectl program; may be repeated. Without it: upstream's of the target version and every older one on this machine.
    #[arg(long, value_name = "PROGRAM")]
    kubectl: Vec<PathBuf>,
    /// Kubeconfig of a running server.
    #[arg(long, value_name = "FILE", group = "server")]
    kubeconfig: Option<PathBuf>,
    /// Network namespace in which that server listens, if not this one.
    #[arg(long, value_name = "NAME", requires = "kubeconfig")]
    netns: Option<String>,
    /// Start this ferrokube program with `up --memory` for the scenario.
    #[arg(long, value_name = "PROGRAM", group = "server")]
    start: Option<PathBuf>,
    /// Start the reference server for the scenario.
    #[arg(long, group = "server")]
    reference: bool,
    /// Write the traffic with the reference to this file, for `diff cases`.
    #[arg(long, value_name = "FILE", requires = "reference")]
    record: Option<PathBuf>,
}

/// How the script reaches the server.
struct Server {
    kubeconfig: PathBuf,
    netns: Option<String>,
}

/// Runs the scenario once per program, one after another on the same server.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let programs = if options.kubectl.is_empty() { found_programs()? } else { options.kubectl.clone() };
    let start = reference::Options { record: options.record.clone(), ..reference::Options::default() };
    let reference = if options.reference { Some(Reference::start(&start)?) } else { None };
    let ours = options.start.as_deref().map(ours::Server::start).transpose()?;
    let (kubeconfig, netns) = match (&reference, &ours, &options.kubeconfig) {
        (Some(reference), ..) => (reference.kubeconfig(), Some(reference.namespace())),
        (None, Some(ours), _) => (ours.kubeconfig(), None),
        (None, None, Some(file)) => (file.clone(), options.netns.clone()),
        (None, None, None) => bail!("no server given"),
    };
    let server = Server { kubeconfig, netns };
    let mut failed = 0;
    for program in &programs {
        let begun = Instant::now();
        let result = run_script(program, &server);
        let seconds = begun.elapsed().as_secs_f32();
        match &result {
            Ok(summary) => println!("ok   {} {summary} ({seconds:.1} s)", program.display()),
            Err(error) => eprintln!("FAIL {} ({seconds:.1} s): {error:#}", program.display()),
        }
        failed += usize::from(result.is_err());
    }
    println!("kubectl scenario: {} programs, {failed} failed", programs.len());
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn found_programs() -> Result<Vec<PathBuf>> {
    let mut programs = vec![upstream::build(&[Program::Kubectl])?.join(Program::Kubectl.file())];
    let older = older_programs(std::env::var_os("PATH").unwrap_or_default().as_ref());
    match std::env::var("FERROKUBE_NO_OLD_KUBECTL") {
        Ok(reason) if !reason.trim().is_empty() => println!("older kubectl programs are left out: {reason}"),
        _ if older.is_empty() => {
            bail!(
                "no kubectl.1.NN found beside the kubectl on PATH; set FERROKUBE_NO_OLD_KUBECTL=reason if this machine has none"
            )
        }
        _ => programs.extend(older),
    }
    Ok(programs)
}

/// Programs called `kubectl.1.NN` beside the file that `kubectl` on the path links to.
fn older_programs(path: &std::ffi::OsStr) -> Vec<PathBuf> {
    let current = std::env::split_paths(path).map(|dir| dir.join("kubectl")).find(|file| file.is_file());
    let Some(real) = current.and_then(|file| file.canonicalize().ok()) else { return Vec::new() };
    let dir = real.parent().unwrap_or(Path::new("/"));
    OLDER.map(|minor| dir.join(format!("kubectl.1.{minor}"))).filter(|file| file.is_file()).collect()
}

fn run_script(program: &Path, server: &Server) -> Result<String> {
    let conformance = upstream::conformance_dir();
    let work = tempfile::Builder::new().prefix("ferrokube-kubectl-").tempdir().context("cannot make a temporary folder")?;
    let mut words = vec!["timeout".to_owned(), "--kill-after=5".to_owned(), LIMIT.to_owned()];
    if let Some(netns) = &server.netns {
        words.extend(["ip", "netns", "exec", netns].map(str::to_owned));
    }
    words.push("bash".to_owned());
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).arg(conformance.join("scenarios/kubectl.sh")).stdin(Stdio::null());
    command.env("KUBECTL", program).env("KUBECONFIG", &server.kubeconfig).env("WORK", work.path());
    command.env("MANIFESTS", conformance.join("manifests"));
    let output = command.output().context("cannot run the scenario script")?;
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{}\n{}\n{}", output.status, tail(&stdout, 4), tail(&stderr, 30));
    // The last line counts the steps; a script that ended early without an error has not written it.
    let summary = stdout.lines().last().filter(|line| line.ends_with(" steps passed"));
    summary.map(str::to_owned).context("the script did not reach its end")
}

fn tail(text: &str, count: usize) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_programs_lie_beside_what_kubectl_links_to() {
        let dir = tempfile::tempdir().unwrap();
        let (real, path) = (dir.path().join("real"), dir.path().join("path"));
        for folder in [&real, &path] {
            std::fs::create_dir(folder).unwrap();
        }
        for name in ["kubectl", "kubectl.1.29", "kubectl.1.99"] {
            std::fs::write(real.join(name), "").unwrap();
        }
        assert_eq!(older_programs(path.as_os_str()), Vec::<PathBuf>::new());
        std::os::unix::fs::symlink(real.join("kubectl"), path.join("kubectl")).unwrap();
        let expect = real.canonicalize().unwrap().join("kubectl.1.29");
        assert_eq!(older_programs(path.as_os_str()), [expect]);
    }
}

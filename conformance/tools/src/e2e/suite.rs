//! Runs upstream's e2e.test once, with ginkgo when it takes several processes. Called by `e2e`.
//!
//! ```text
//! setpriv (dies with this tool) -> unshare (process and mount namespaces of its own) -> tmpfs for temporary files
//!                               -> ip netns exec (where the server is) -> ginkgo -> e2e.test, as many as asked for -> kubectl
//! ```
//! The process namespace takes everything with it when it ends, however it ends; the mount namespace takes the temporary files.
//!
//! Some tests wait without a limit for what a server never does. The suite says something whenever a test ends; when it has been silent
//! for too long it is interrupted, and whoever called runs what is left in another round.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{PipeReader, Read as _, Write as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::process::{Pid, Signal, kill_process_group};

use super::junit::{self, Entry};
use super::passing::Mode;
use super::verdict::Asked;
use crate::reference::Reference;
use crate::upstream::Program;

/// The programs that a run needs.
pub(super) const PROGRAMS: [Program; 3] = [Program::E2e, Program::Ginkgo, Program::Kubectl];

/// Mounts the folder for temporary files and becomes the command that follows.
const IN_MOUNTS: &str = r#"mount -t tmpfs e2e "$1" && shift && exec "$@""#;

/// Where a server is and how the suite is to be run against it.
pub(super) struct Suite<'a> {
    /// Folder with upstream's programs.
    pub(super) bin: &'a Path,
    pub(super) kubeconfig: PathBuf,
    /// Network namespace of the server; `None` for this process's own.
    pub(super) namespace: Option<String>,
    /// The server, when this tool has started it: it then ends the suite before itself.
    pub(super) server: Option<&'a Reference>,
    pub(super) mode: Mode,
    pub(super) processes: u8,
    /// Longest time for one round.
    pub(super) limit: Duration,
    /// Longest time without the end of any test.
    pub(super) patience: Duration,
    /// Folder for the logs and the reports.
    pub(super) folder: PathBuf,
}

/// What a round left.
pub(super) struct Outcome {
    pub(super) status: ExitStatus,
    pub(super) entries: Vec<Entry>,
    /// It was interrupted because nothing happened any more.
    pub(super) stalled: bool,
}

impl Suite<'_> {
    pub(super) fn log(&self, round: usize) -> PathBuf {
        self.folder.join(format!("e2e-{round}.log"))
    }

    pub(super) fn report(&self, round: usize) -> PathBuf {
        self.folder.join(format!("junit_{round}_01.xml"))
    }

    /// Runs the tests that were asked for and reads the report. Rounds count from one.
    ///
    /// # Errors
    /// The suite cannot be started, or wrote no report that can be read.
    pub(super) fn run(&self, asked: &Asked, round: usize) -> Result<Outcome> {
        if round == 1 {
            self.remove_old()?;
        }
        let temporary = self.server.map_or(self.folder.as_path(), Reference::dir).join("tmp");
        std::fs::create_dir_all(&temporary).with_context(|| format!("cannot make {}", temporary.display()))?;
        let run = self.execute(&mut self.command(&temporary, &focus(asked), round), round);
        std::fs::remove_dir(&temporary).context("the folder for temporary files is not empty")?;
        let (status, stalled) = run?;
        let unreadable =
            || format!("{status}, {} left in {}; it said:\n{}", room(&self.folder), self.folder.display(), self.tail(round));
        let entries = junit::read(&self.report(round)).with_context(unreadable)?;
        Ok(Outcome { status, entries, stalled })
    }

    /// Old reports and logs must not be taken for this run's.
    fn remove_old(&self) -> Result<()> {
        for entry in std::fs::read_dir(&self.folder).context("cannot list the folder for reports")? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with("junit_") || name.starts_with("e2e-") {
                std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
            }
        }
        Ok(())
    }

    /// Runs the command, copies what it says into the log, and interrupts it when it says nothing any more.
    fn execute(&self, command: &mut Command, round: usize) -> Result<(ExitStatus, bool)> {
        let (said, output) = std::io::pipe().context("cannot make a pipe")?;
        let log = File::create(self.log(round)).with_context(|| format!("cannot make {}", self.log(round).display()))?;
        command.stdout(output.try_clone()?).stderr(output);
        let mut child = match self.server {
            Some(server) => server.spawn_beside("e2e", command)?,
            None => command.spawn().context("cannot run setpriv (package util-linux)")?,
        };
        // The command holds the writing ends of the pipe, which must be closed for the copy to end.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let stalled = self.follow(&child, &copy(said, log))?;
        let status = child.wait().context("cannot wait for the suite")?;
        if let Some(server) = self.server {
            server.forget(&child);
        }
        Ok((status, stalled))
    }

    /// Waits until the suite has closed its output; returns whether it had to be interrupted.
    fn follow(&self, child: &Child, activity: &Receiver<()>) -> Result<bool> {
        let group = i32::try_from(child.id()).ok().and_then(Pid::from_raw).context("no process")?;
        for signal in [Signal::INT, Signal::KILL] {
            loop {
                match activity.recv_timeout(self.patience) {
                    Ok(()) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return Ok(signal != Signal::INT),
                }
            }
            kill_process_group(group, signal).context("cannot interrupt the suite")?;
        }
        Ok(true)
    }

    fn command(&self, temporary: &Path, focus: &str, round: usize) -> Command {
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child"]);
        command.args(["sh", "-c", IN_MOUNTS, "sh"]).arg(temporary);
        if let Some(namespace) = &self.namespace {
            command.args(["ip", "netns", "exec", namespace]);
        }
        command.args(self.words(focus)).arg(format!("--report-prefix={round}_"));
        command.env("TMPDIR", temporary).env("HOME", temporary).env_remove("KUBECONFIG").current_dir(&self.folder);
        // A group of its own, so that a Ctrl-C comes to this tool alone, which ends the suite in order.
        command.stdin(Stdio::null()).process_group(0);
        command
    }

    /// The program and its flags.
    fn words(&self, focus: &str) -> Vec<String> {
        let program = |program: Program| self.bin.join(program.file()).display().to_string();
        let (e2e, seconds) = (program(Program::E2e), self.limit.as_secs());
        let mut words = if self.processes > 1 {
            let procs = format!("--procs={}", self.processes);
            let (timeout, focus) = (format!("--timeout={seconds}s"), format!("--focus={focus}"));
            let quiet = ["run", "--no-color", "--silence-skips"].map(str::to_owned);
            [program(Program::Ginkgo)].into_iter().chain(quiet).chain([procs, timeout, focus, e2e, "--".to_owned()]).collect()
        } else {
            let quiet = ["--ginkgo.no-color", "--ginkgo.silence-skips"].map(str::to_owned);
            let rest = [format!("--ginkgo.timeout={seconds}s"), format!("--ginkgo.focus={focus}")];
            [e2e].into_iter().chain(quiet).chain(rest).collect::<Vec<_>>()
        };
        words.push(format!("--kubeconfig={}", self.kubeconfig.display()));
        words.push(format!("--kubectl-path={}", program(Program::Kubectl)));
        words.push(format!("--report-dir={}", self.folder.display()));
        let without_nodes = ["--provider=skeleton", "--num-nodes=0", "--allowed-not-ready-nodes=-1", "--minStartupPods=-1"];
        words.extend(without_nodes.map(str::to_owned));
        if self.mode == Mode::Alone {
            // Nobody makes the account that each test would wait for.
            words.push("--e2e-verify-service-account=false".to_owned());
        }
        words.extend(["--disable-log-dump", "--dump-logs-on-failure=false"].map(str::to_owned));
        words
    }

    /// The end of the log.
    pub(super) fn tail(&self, round: usize) -> String {
        let text = std::fs::read(self.log(round)).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<_> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

/// What is free on the disk: a full one shows as a report that ends too soon.
fn room(folder: &Path) -> String {
    let space = rustix::fs::statvfs(folder).map(|space| space.f_bavail * space.f_frsize);
    space.map_or_else(|_| "nobody knows what is".to_owned(), |bytes| format!("{} KiB of disk are", bytes >> 10))
}

/// Copies the output into the log, and tells of each piece; the channel ends with the output.
fn copy(mut said: PipeReader, mut log: File) -> Receiver<()> {
    let (sender, activity) = channel();
    std::thread::spawn(move || {
        let mut piece = [0_u8; 8192];
        while let Ok(size @ 1..) = said.read(&mut piece) {
            // A full disk shows as a missing report; the output is read on so that the suite can end.
            let _ = log.write_all(piece.get(..size).unwrap_or_default());
            let _ = sender.send(());
        }
    });
    activity
}

/// The expression that finds these tests and no others. The suite puts its own name before a test's, hence no anchor at the start.
fn focus(asked: &Asked) -> String {
    let any = |names: &BTreeSet<String>| names.iter().map(|name| regex::escape(name)).collect::<Vec<_>>().join("|");
    match asked {
        Asked::Names(names) => format!(" (?:{})$", any(names)),
        Asked::Matching(expression) => expression.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suite(processes: u8, mode: Mode) -> Suite<'static> {
        Suite {
            bin: Path::new("/bin"),
            kubeconfig: "/k".into(),
            namespace: None,
            server: None,
            mode,
            processes,
            limit: Duration::from_secs(60),
            patience: Duration::from_secs(1),
            folder: "/f".into(),
        }
    }

    #[test]
    fn one_process_needs_no_ginkgo() {
        let words = suite(1, Mode::Alone).words("x");
        assert_eq!(words[..2], ["/bin/e2e.test", "--ginkgo.no-color"]);
        assert!(words.contains(&"--e2e-verify-service-account=false".to_owned()));
        let words = suite(2, Mode::Upstreams).words("x");
        assert_eq!(words[..2], ["/bin/ginkgo", "run"]);
        assert!(!words.contains(&"--e2e-verify-service-account=false".to_owned()));
    }

    #[test]
    fn a_name_is_taken_as_it_stands() {
        let names = ["[sig-a] one. [Conformance]", "[sig-a] two"].map(str::to_owned).into_iter().collect();
        let expression = regex::Regex::new(&focus(&Asked::Names(names))).unwrap();
        assert!(expression.is_match("Kubernetes e2e suite [sig-a] one. [Conformance]"));
        assert!(!expression.is_match("Kubernetes e2e suite [sig-a] one! [Conformance]"));
        assert!(!expression.is_match("Kubernetes e2e suite [sig-a] two more"));
    }
}

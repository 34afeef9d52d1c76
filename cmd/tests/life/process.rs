//! A `ferrokube` process: started, listened to, signalled, waited for, and killed when the test is over.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

/// Far longer than anything here takes, on a machine that does ten other things.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_ferrokube");

/// A running server.
pub(crate) struct Server {
    /// Its process id.
    pub(crate) pid: u32,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// The kubeconfig that it named.
    pub(crate) kubeconfig: PathBuf,
    /// The line that it said when it was ready.
    pub(crate) ready: String,
    errors: mpsc::UnboundedReceiver<String>,
    ended: Option<oneshot::Receiver<ExitStatus>>,
}

/// How a process ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// The exit code; none after a signal.
    pub(crate) code: Option<i32>,
    /// What it had said on standard error and nobody had read.
    pub(crate) errors: Vec<String>,
}

/// `ferrokube up` with these words.
pub(crate) fn up(words: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.arg("up").args(words).stdin(Stdio::null());
    command
}

/// Runs a command that must come to an end.
pub(crate) fn run(mut command: Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

impl Server {
    /// Starts in a folder, on a free port.
    pub(crate) async fn start(dir: &Path, more: &[&str]) -> Self {
        let dir = dir.to_str().unwrap();
        let words: Vec<&str> = ["--data-dir", dir, "--listen", "127.0.0.1:0"].iter().chain(more).copied().collect();
        Self::from(up(&words)).await
    }

    /// Starts a command and waits until it says that it is ready.
    pub(crate) async fn from(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (output, errors) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let (said, mut lines) = mpsc::unbounded_channel();
        let (complained, mut complaints) = mpsc::unbounded_channel();
        read_lines(output, said);
        read_lines(errors, complained);
        let pid = child.id();
        let ended = wait_for(child);
        let ready = match timeout(DEADLINE, lines.recv()).await {
            Ok(Some(line)) => line,
            _ => {
                let _ = kill_process(to_pid(pid), Signal::KILL);
                let mut why = Vec::new();
                while let Some(line) = complaints.recv().await {
                    why.push(line);
                }
                panic!("it did not become ready: {why:?}");
            }
        };
        let address = ready.split("https://").nth(1).and_then(|rest| rest.split(' ').next()).unwrap().parse().unwrap();
        let kubeconfig = ready.split("--kubeconfig ").nth(1).and_then(|rest| rest.split([' ', ')']).next()).unwrap().into();
        Self { pid, address, kubeconfig, ready, errors: complaints, ended: Some(ended) }
    }

    /// One that was started otherwise, and whose words nobody hears.
    pub(crate) fn known(pid: u32, address: SocketAddr, kubeconfig: PathBuf, ended: oneshot::Receiver<ExitStatus>) -> Self {
        let (_, errors) = mpsc::unbounded_channel();
        Self { pid, address, kubeconfig, ready: String::new(), errors, ended: Some(ended) }
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(to_pid(self.pid), signal).unwrap();
    }

    /// Waits for the end.
    pub(crate) async fn end(&mut self) -> Ended {
        let status = timeout(DEADLINE, self.ended.take().unwrap()).await.expect("it does not end").unwrap();
        let mut errors = Vec::new();
        while let Some(line) = self.errors.recv().await {
            errors.push(line);
        }
        Ended { code: status.code(), errors }
    }

    /// Tells it to stop and waits; it must end well.
    pub(crate) async fn stop(mut self) {
        self.signal(Signal::TERM);
        assert_eq!(self.end().await.code, Some(0));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.ended.is_some() {
            // It may have ended by itself.
            let _ = kill_process(to_pid(self.pid), Signal::KILL);
        }
    }
}

fn to_pid(pid: u32) -> Pid {
    Pid::from_raw(i32::try_from(pid).unwrap()).unwrap()
}

fn read_lines(from: impl std::io::Read + Send + 'static, to: mpsc::UnboundedSender<String>) {
    std::thread::spawn(move || {
        let mut from = BufReader::new(from);
        for line in from.by_ref().lines().map_while(Result::ok) {
            // Read on although nobody listens: the process must not wait for us.
            let _ = to.send(line);
        }
    });
}

/// The end of a child, as an event.
pub(crate) fn wait_for(mut child: Child) -> oneshot::Receiver<ExitStatus> {
    let (send, ended) = oneshot::channel();
    // The test may be over.
    std::thread::spawn(move || send.send(child.wait().unwrap()).is_ok());
    ended
}

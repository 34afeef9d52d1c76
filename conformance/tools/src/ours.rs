//! Starts the server under test and stops it again. Called by `diff check --start`, `kubectl --start`, `metrics check --start` and `bench`.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::interrupt::{Folder, Killed, dying_with_us};
use crate::reference::SERVICE_RANGE;
use crate::upstream::users_of_cases;

/// Time for `ferrokube up` to say that it is ready; its own aim is 150 ms.
const READY_DEADLINE: Duration = Duration::from_secs(20);

/// Time for it to stop after SIGTERM before it is killed.
const STOP_DEADLINE: Duration = Duration::from_secs(10);

/// A running `ferrokube up`; stopped when dropped.
pub struct Server {
    child: Child,
    dir: Folder,
    _killed: Arc<Killed>,
}

impl Server {
    /// Starts the program, with `--memory`, on a free port of 127.0.0.1 and waits for its one line.
    ///
    /// # Errors
    /// It did not start, or did not become ready in time; the message holds its log.
    pub fn start(program: &Path) -> Result<Self> {
        Self::launch(program, false)
    }

    /// The same on a data folder, which is removed in the end.
    ///
    /// # Errors
    /// It did not start, or did not become ready in time; the message holds its log.
    pub fn start_on_disk(program: &Path) -> Result<Self> {
        Self::launch(program, true)
    }

    fn launch(program: &Path, on_disk: bool) -> Result<Self> {
        let dir = Folder::new("ferrokube-ours-")?;
        let log = std::fs::File::create(dir.path().join("server.log")).context("cannot make a log file")?;
        let mut command = dying_with_us(&found(program)?);
        command.args(["up", "--listen", "127.0.0.1:0", "--kubeconfig"]).arg(dir.path().join("kubeconfig"));
        if on_disk {
            command.arg("--data-dir").arg(dir.path().join("data"));
        } else {
            command.arg("--memory");
        }
        // The reference's range: recorded answers name addresses of it.
        command.args(["--service-cluster-ip-range", SERVICE_RANGE]);
        command.arg("--token-auth-file").arg(users_of_cases());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        let mut child =
            command.spawn().with_context(|| format!("cannot run `setpriv` (package util-linux) for {}", program.display()))?;
        let output = child.stdout.take().context("the server has no standard output")?;
        let server = Self { _killed: Killed::new(&child)?, child, dir };
        let (sender, line) = channel();
        std::thread::spawn(move || {
            // Reads on after the first line, when nobody listens any more, so that the server never blocks on a full pipe.
            for line in BufReader::new(output).lines() {
                let failed = line.is_err();
                let _ = sender.send(line);
                if failed {
                    return;
                }
            }
        });
        match line.recv_timeout(READY_DEADLINE) {
            Ok(Ok(_)) => Ok(server),
            _ => {
                let log = std::fs::read_to_string(server.dir.path().join("server.log")).unwrap_or_default();
                bail!("{} did not become ready; it said:\n{log}", program.display())
            }
        }
    }

    /// Path of the administrator's kubeconfig.
    pub fn kubeconfig(&self) -> PathBuf {
        self.dir.path().join("kubeconfig")
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Whether it still runs.
    pub fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

/// The program's whole path.
pub(crate) fn found(program: &Path) -> Result<PathBuf> {
    let missing =
        || format!("no program {}: `cargo build --release -p ferrokube` makes target/release/ferrokube", program.display());
    program.canonicalize().with_context(missing)
}

impl Drop for Server {
    fn drop(&mut self) {
        if !self.is_alive() {
            return;
        }
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        let handle = pid.and_then(|pid| rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty()).ok());
        if let (Some(pid), Some(handle)) = (pid, handle) {
            // Failing to signal or to wait ends in the kill below.
            let _ = kill_process(pid, Signal::TERM);
            let timeout = rustix::event::Timespec::try_from(STOP_DEADLINE).ok();
            let _ =
                rustix::event::poll(&mut [rustix::event::PollFd::new(&handle, rustix::event::PollFlags::IN)], timeout.as_ref());
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! A ferrokube with a data folder, that may be killed at any moment. Called by `reliability` and by `bench`.
//!
//! Starting and becoming ready are two steps, so that a start can be cut off as well.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Signal, kill_process};

use crate::interrupt::{Killed, dying_with_us};
use crate::ours::found;

/// Where a server keeps objects, and what else it is told.
#[derive(Clone, Debug)]
pub struct Launch {
    /// The ferrokube program.
    pub program: PathBuf,
    /// Its data folder; `None` means memory.
    pub data: Option<PathBuf>,
    /// Where the log goes; and the kubeconfig, of a server without a data folder.
    pub folder: PathBuf,
    /// Its port on 127.0.0.1, the same at every start.
    pub port: u16,
    /// Further flags.
    pub flags: Vec<String>,
}

/// A server that has been started and has not said yet that it is ready. Killed when dropped.
pub struct Starting {
    process: Process,
    lines: Receiver<String>,
    begun: Instant,
}

/// A server that is ready. Killed when dropped.
pub struct Running {
    process: Process,
    /// From its start to its ready line.
    pub ready_after: Duration,
}

struct Process {
    child: Child,
    _killed: Arc<Killed>,
    folder: PathBuf,
}

impl Launch {
    /// Starts the program.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn start(&self) -> Result<Starting> {
        let log = std::fs::File::create(self.log()).context("cannot make a log file")?;
        let mut command = dying_with_us(&found(&self.program)?);
        command.args(["up", "--listen"]).arg(format!("127.0.0.1:{}", self.port));
        match &self.data {
            Some(data) => command.arg("--data-dir").arg(data),
            None => command.arg("--memory").arg("--kubeconfig").arg(self.kubeconfig()),
        };
        command.args(&self.flags).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        let begun = Instant::now();
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot run `setpriv` (package util-linux) for {}", self.program.display()))?;
        let output = child.stdout.take().context("the server has no standard output")?;
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            // Reads on after the first line, when nobody listens any more, so that the server never blocks on a full pipe.
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
        Ok(Starting { process: Process { _killed: Killed::new(&child)?, child, folder: self.folder.clone() }, lines, begun })
    }

    /// Path of the administrator's kubeconfig.
    #[must_use]
    pub fn kubeconfig(&self) -> PathBuf {
        match &self.data {
            Some(data) => data.join("admin.kubeconfig"),
            None => self.folder.join("kubeconfig"),
        }
    }

    /// Path of the log of the present or last start.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.folder.join("server.log")
    }
}

impl Starting {
    /// Waits for the one line that says that it is ready.
    ///
    /// # Errors
    /// It ended, or the time passed; the message holds its log.
    pub fn ready(mut self, within: Duration) -> Result<Running> {
        match self.lines.recv_timeout(within) {
            Ok(_) => Ok(Running { ready_after: self.begun.elapsed(), process: self.process }),
            Err(_) => {
                let ended =
                    self.process.child.try_wait().ok().flatten().map_or_else(String::new, |status| format!(" ({status})"));
                bail!("the server did not become ready{ended}; it said:\n{}", self.process.said())
            }
        }
    }

    /// Kills it outright and waits for its end.
    ///
    /// # Errors
    /// It cannot be waited for.
    pub fn kill(mut self) -> Result<()> {
        self.process.kill().map(drop)
    }
}

impl Running {
    /// Its process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.process.child.id()
    }

    /// Kills it outright and waits for its end.
    ///
    /// # Errors
    /// It had ended by itself; the message holds its log.
    pub fn kill(mut self) -> Result<()> {
        if let Some(status) = self.process.child.try_wait()? {
            bail!("the server ended by itself ({status}); it said:\n{}", self.process.said());
        }
        self.process.kill().map(drop)
    }

    /// Asks it to stop and waits for its end.
    ///
    /// # Errors
    /// It ended with an error, or did not end in time and was killed.
    pub fn stop(mut self, within: Duration) -> Result<()> {
        let pid = i32::try_from(self.pid()).ok().and_then(Pid::from_raw).context("no process")?;
        let handle = rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty())?;
        kill_process(pid, Signal::TERM)?;
        let timeout = rustix::event::Timespec::try_from(within).ok();
        let mut polled = [rustix::event::PollFd::new(&handle, rustix::event::PollFlags::IN)];
        if rustix::event::poll(&mut polled, timeout.as_ref())? == 0 {
            bail!("the server did not stop within {} s", within.as_secs());
        }
        let status = self.process.child.wait()?;
        if status.success() { Ok(()) } else { bail!("the server stopped with {status}; it said:\n{}", self.process.said()) }
    }
}

impl Process {
    fn kill(&mut self) -> Result<ExitStatus> {
        self.child.kill().context("cannot kill the server")?;
        self.child.wait().context("cannot wait for the server")
    }

    fn said(&self) -> String {
        let text = std::fs::read(self.folder.join("server.log")).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<_> = text.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A process that has ended already cannot be killed, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that is free now, and that the kernel gives to no client by itself: a client that finds nobody there would otherwise end up
/// connected to itself, and keep the server from starting again.
///
/// # Errors
/// None is free.
pub fn free_port() -> Result<u16> {
    let first = 10_000 + u16::try_from(std::process::id() % 10_000).unwrap_or_default();
    let free = |port: &u16| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok();
    (first..30_000).find(free).context("no free port")
}

/// Open files of a process: its sockets and others.
///
/// # Errors
/// It is gone.
pub fn open_files(pid: u32) -> Result<usize> {
    Ok(std::fs::read_dir(Path::new("/proc").join(pid.to_string()).join("fd"))
        .with_context(|| format!("process {pid} is gone"))?
        .count())
}

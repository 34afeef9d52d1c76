//! What a running reference server consists of, kept in `state.json` so that another process can stop it.
//!
//! Called by `reference` only. Written before and after each start, so that even a tool killed in between leaves a list that
//! `sweep` can work through. A process counts as ours only if pid and start time agree: pids are reused.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal};
use serde::{Deserialize, Serialize};

use super::namespace;
use crate::interrupt::CleanUp;

const PREFIX: &str = "ferrokube-reference-";

/// Time for a killed process to be gone; it only has to be unscheduled and reaped.
const GONE_DEADLINE: Duration = Duration::from_secs(5);

/// One running reference server.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct State {
    /// Folder with keys, logs, etcd's data and this list.
    pub(super) dir: PathBuf,
    /// Name of the network namespace.
    pub(super) namespace: String,
    /// The tool process that the servers belong to; none when they stay until `down`.
    owner: Option<Process>,
    processes: Vec<Process>,
    /// Everything has been removed; a signal and the ordinary end may both ask for it.
    #[serde(skip)]
    gone: bool,
}

#[derive(Debug, Serialize, Deserialize, PartialEq, Eq)]
struct Process {
    name: String,
    pid: u32,
    /// Start time in clock ticks since boot, as /proc tells it.
    started: u64,
}

impl Process {
    fn running(name: &str, pid: u32) -> Option<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        Some(Self { name: name.to_owned(), pid, started: start_time(&stat)? })
    }

    fn is_alive(&self) -> bool {
        Self::running(&self.name, self.pid).as_ref() == Some(self)
    }

    /// Kills it, and waits until it is gone.
    fn kill(&self) {
        let Some(pid) = i32::try_from(self.pid).ok().and_then(Pid::from_raw) else { return };
        // The handle is taken before the check, so that what was checked is what is killed.
        let Ok(handle) = pidfd_open(pid, PidfdFlags::empty()) else { return };
        if !self.is_alive() || pidfd_send_signal(&handle, Signal::KILL).is_err() {
            return;
        }
        let timeout = Timespec::try_from(GONE_DEADLINE).ok();
        let gone = poll(&mut [PollFd::new(&handle, PollFlags::IN)], timeout.as_ref());
        if !matches!(gone, Ok(1..)) {
            eprintln!("warning: {} (pid {}) does not end", self.name, self.pid);
        }
    }
}

/// Field 22 of /proc/PID/stat; counted after the command name, which may hold blanks and brackets.
fn start_time(stat: &str) -> Option<u64> {
    stat.rsplit_once(')')?.1.split_ascii_whitespace().nth(19)?.parse().ok()
}

impl State {
    /// Makes the folder and picks the namespace's name.
    pub(super) fn create(owned: bool) -> Result<Self> {
        let dir = tempfile::Builder::new().prefix(PREFIX).tempdir().context("cannot make a temporary folder")?.keep();
        let suffix = dir.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(PREFIX));
        let namespace = format!("fk-ref-{}", suffix.context("unreadable temporary folder")?);
        let owner = if owned { Process::running("conformance-tools", std::process::id()) } else { None };
        let state = Self { dir, namespace, owner, processes: Vec::new(), gone: false };
        state.save()?;
        Ok(state)
    }

    /// Reads the list in `dir`.
    pub(super) fn load(dir: &Path) -> Result<Self> {
        let text = std::fs::read(dir.join("state.json")).with_context(|| format!("no reference server in {}", dir.display()))?;
        serde_json::from_slice(&text).with_context(|| format!("unreadable state.json in {}", dir.display()))
    }

    /// Makes the network namespace, unless a signal has cleaned up already: nobody would remove it.
    pub(super) fn create_namespace(&self) -> Result<()> {
        ensure!(!self.gone, "told to stop");
        namespace::create(&self.namespace)
    }

    /// Adds a process that was just started.
    pub(super) fn add(&mut self, name: &str, pid: u32) -> Result<()> {
        // One that has ended already needs no entry; whoever waits for it will tell.
        self.processes.extend(Process::running(name, pid));
        self.save()
    }

    /// The processes that have not ended.
    pub(super) fn running(&self) -> Vec<(String, u32)> {
        let alive = self.processes.iter().filter(|process| process.is_alive());
        alive.map(|process| (process.name.clone(), process.pid)).collect()
    }

    /// Takes a process that has been waited for off the list.
    pub(super) fn forget(&mut self, pid: u32) {
        self.processes.retain(|process| process.pid != pid);
    }

    /// Kills the processes, last one first, and removes namespace and folder. What cannot be removed is reported.
    pub(super) fn clean_up(&mut self) {
        if std::mem::replace(&mut self.gone, true) {
            return;
        }
        while let Some(process) = self.processes.pop() {
            process.kill();
        }
        let removed = namespace::remove(&self.namespace);
        if let Err(error) = removed.and_then(|()| std::fs::remove_dir_all(&self.dir).context("cannot remove the state folder")) {
            eprintln!("warning: {error:#}");
        }
    }

    fn save(&self) -> Result<()> {
        let text = serde_json::to_vec_pretty(self).context("cannot encode state.json")?;
        std::fs::write(self.dir.join("state.json"), text).context("cannot write state.json")
    }
}

impl CleanUp for Mutex<State> {
    fn clean_up(&self) {
        super::lock(self).clean_up();
    }
}

/// Reference servers that were started to stay.
pub(super) fn standing() -> Vec<State> {
    all().filter(|state| state.owner.is_none()).collect()
}

/// Stops what a killed `run` left behind.
pub(super) fn sweep() {
    for mut state in all() {
        if state.owner.as_ref().is_some_and(|owner| !owner.is_alive()) {
            state.clean_up();
        }
    }
}

fn all() -> impl Iterator<Item = State> {
    let entries = std::fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX));
    ours.filter_map(|entry| State::load(&entry.path()).ok())
}

/// Writes a file that only its owner may read.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).mode(0o600).open(path);
    file.and_then(|mut file| file.write_all(bytes)).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn start_time_is_read_past_an_odd_command_name() {
        let fields: Vec<String> = (3..=30).map(|field| field.to_string()).collect();
        assert_eq!(start_time(&format!("7 (a) b ( c) {}", fields.join(" "))), Some(22));
        assert_eq!(start_time("garbage"), None);
    }

    #[test]
    fn a_reused_pid_is_not_ours() {
        let own = Process::running("test", std::process::id()).unwrap();
        assert!(own.is_alive());
        let earlier = Process { started: own.started - 1, ..own };
        assert!(!earlier.is_alive());
    }
}

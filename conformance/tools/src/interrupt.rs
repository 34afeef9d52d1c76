//! What goes when a signal ends this tool: its servers, their namespaces and their folders. Called by whatever makes such things.
//!
//! One thread for all of them: the first one that ended the process would leave the others behind. What a tool leaves that is killed
//! outright is not seen here: servers are started through [`dying_with_us`], and `reference` sweeps up namespaces at the next start.

use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open, pidfd_send_signal};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

/// Time for a killed process to be gone; it only has to be unscheduled and reaped.
const GONE_DEADLINE: Duration = Duration::from_secs(5);

/// Something that does not go by itself with this process.
pub(crate) trait CleanUp: Send + Sync {
    fn clean_up(&self);
}

/// What there is, the oldest first; `None` while nobody watches for signals.
static LIVE: Mutex<Option<Vec<Weak<dyn CleanUp>>>> = Mutex::new(None);

/// Has `thing` cleaned up when a signal ends this process, as long as somebody has it.
pub(crate) fn register(thing: Weak<dyn CleanUp>) -> Result<()> {
    let mut live = LIVE.lock().unwrap_or_else(PoisonError::into_inner);
    if live.is_none() {
        let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]).context("cannot watch for signals")?;
        std::thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                // Kept until the end, so that nothing further starts. What was made last may be using what was made before.
                let live = LIVE.lock().unwrap_or_else(PoisonError::into_inner);
                live.iter().flatten().rev().filter_map(Weak::upgrade).for_each(|thing| thing.clean_up());
                end_process(128 + signal);
            }
        });
    }
    let things = live.get_or_insert_default();
    things.retain(|thing| thing.strong_count() > 0);
    things.push(thing);
    Ok(())
}

/// For the end of `main`: waits for the clean-up if a signal has begun it, which then ends the process. Servers that are killed by it make
/// the run fail, and what it says then is of no interest.
pub fn settle() {
    drop(LIVE.lock().unwrap_or_else(PoisonError::into_inner));
}

#[expect(clippy::exit, reason = "a signal ends the process; everything it owned has just been cleaned up")]
fn end_process(code: i32) -> ! {
    std::process::exit(code)
}

/// A command for `program` that is killed when the thread that starts it ends, even if this tool is killed outright.
#[must_use]
pub fn dying_with_us(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL", "--"]).arg(program);
    command
}

/// A process that a signal kills too.
pub(crate) struct Killed(OwnedFd);

impl Killed {
    pub(crate) fn new(child: &Child) -> Result<Arc<Self>> {
        let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw).context("no process")?;
        let killed = Arc::new(Self(pidfd_open(pid, PidfdFlags::empty()).context("the process is gone")?));
        let weak = Arc::downgrade(&killed);
        register(weak)?;
        Ok(killed)
    }
}

impl CleanUp for Killed {
    fn clean_up(&self) {
        if pidfd_send_signal(&self.0, Signal::KILL).is_ok() {
            let timeout = Timespec::try_from(GONE_DEADLINE).ok();
            // One that does not end has nobody left who could wait for it.
            let _ = poll(&mut [PollFd::new(&self.0, PollFlags::IN)], timeout.as_ref());
        }
    }
}

/// A temporary folder that a signal removes too.
pub(crate) struct Folder(Arc<Mutex<Option<tempfile::TempDir>>>, std::path::PathBuf);

impl Folder {
    pub(crate) fn new(prefix: &str) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix(prefix).tempdir().context("cannot make a temporary folder")?;
        let path = folder.path().to_owned();
        let folder = Arc::new(Mutex::new(Some(folder)));
        let weak = Arc::downgrade(&folder);
        register(weak)?;
        Ok(Self(folder, path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.1
    }

    /// Leaves it where it is.
    pub(crate) fn keep(self) -> std::path::PathBuf {
        let folder = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        folder.map_or_else(|| self.1.clone(), tempfile::TempDir::keep)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Under the lock, so that a signal does not end the process half way.
        self.0.clean_up();
    }
}

impl CleanUp for Mutex<Option<tempfile::TempDir>> {
    fn clean_up(&self) {
        drop(self.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_and_a_folder_go() {
        let folder = Folder::new("ferrokube-interrupt-").unwrap();
        let mut child = dying_with_us(Path::new("cat")).stdin(std::process::Stdio::piped()).spawn().unwrap();
        let killed = Killed::new(&child).unwrap();
        killed.clean_up();
        assert!(!child.wait().unwrap().success());
        folder.0.clean_up();
        assert!(!folder.path().exists());
        let kept = Folder::new("ferrokube-interrupt-").unwrap().keep();
        assert!(kept.exists());
        std::fs::remove_dir(kept).unwrap();
    }
}

//! What a process has used, from its CPU clock and /proc. Called by the workloads, for the servers and for the load generator itself.

use std::time::Duration;

use anyhow::{Context as _, Result};
use nix::time::{clock_getcpuclockid, clock_gettime};
use nix::unistd::Pid;

/// Bytes in the unit of /proc/PID/status.
const KIBIBYTE: u64 = 1024;

/// CPU time (user and system) that all threads of a process have used, those that have ended included, to the nanosecond.
pub(crate) fn cpu(pid: u32) -> Result<Duration> {
    let gone = || format!("process {pid} is gone");
    let clock = clock_getcpuclockid(Pid::from_raw(i32::try_from(pid)?)).with_context(gone)?;
    Ok(clock_gettime(clock).with_context(gone)?.into())
}

/// Memory of a process in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) resident: u64,
    /// Highest `resident` so far, or since `reset_peak`.
    pub(crate) peak: u64,
}

pub(crate) fn memory(pid: u32) -> Result<Memory> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).with_context(|| format!("process {pid} is gone"))?;
    let field = |name: &str| -> Option<u64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim_start_matches(':').trim().split(' ').next()?.parse().ok()
    };
    let read = || Some(Memory { resident: field("VmRSS")? * KIBIBYTE, peak: field("VmHWM")? * KIBIBYTE });
    read().context("unreadable /proc/PID/status")
}

/// Makes the present memory the peak.
pub(crate) fn reset_peak(pid: u32) -> Result<()> {
    std::fs::write(format!("/proc/{pid}/clear_refs"), "5").with_context(|| format!("cannot reset the peak memory of {pid}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_and_memory_of_this_process_show() {
        let before = memory(std::process::id()).unwrap();
        let block = vec![1_u8; 64 << 20];
        let after = memory(std::process::id()).unwrap();
        assert!(after.resident > before.resident + (32 << 20) && after.peak >= after.resident, "{before:?} {after:?}");
        drop(block);
        let begun = cpu(std::process::id()).unwrap();
        let mut sum = 0_u64;
        while cpu(std::process::id()).unwrap() < begun + Duration::from_millis(5) {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
        assert!(cpu(4_194_303).is_err(), "the highest process id is hardly taken");
    }
}

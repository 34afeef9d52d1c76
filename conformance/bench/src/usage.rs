//! What a process has used, from /proc. Called by the workloads, for the servers and for the load generator itself.

use std::time::Duration;

use anyhow::{Context as _, Result};

/// Bytes in the unit of /proc/PID/status.
const KIBIBYTE: u64 = 1024;

/// CPU time (user and system) that a process has used, to the kernel's clock tick (10 ms).
pub(crate) fn cpu(pid: u32) -> Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).with_context(|| format!("process {pid} is gone"))?;
    let ticks = cpu_ticks(&stat).context("unreadable /proc/PID/stat")?;
    Ok(Duration::from_millis(ticks * 1000 / rustix::param::clock_ticks_per_second()))
}

/// Fields 14 and 15, counted after the command name, which may hold blanks and brackets.
fn cpu_ticks(stat: &str) -> Option<u64> {
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace().skip(11);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
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
    fn ticks_are_read_past_an_odd_command_name() {
        let fields: Vec<String> = (3..=30).map(|field| field.to_string()).collect();
        assert_eq!(cpu_ticks(&format!("7 (a) b ( c) {}", fields.join(" "))), Some(14 + 15));
        assert_eq!(cpu_ticks("garbage"), None);
    }

    #[test]
    fn work_and_memory_of_this_process_show() {
        let before = memory(std::process::id()).unwrap();
        let block = vec![1_u8; 64 << 20];
        let after = memory(std::process::id()).unwrap();
        assert!(after.resident > before.resident + (32 << 20) && after.peak >= after.resident, "{before:?} {after:?}");
        drop(block);
        let begun = cpu(std::process::id()).unwrap();
        let mut sum = 0_u64;
        while cpu(std::process::id()).unwrap() == begun {
            sum = std::hint::black_box(sum.wrapping_add(1));
        }
    }
}

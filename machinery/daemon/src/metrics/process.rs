//! What the kernel says of this process, read at each scrape. Where there is no `/proc` there are no figures.

use std::path::Path;
use std::sync::Arc;

use sys::Disk;

use super::registry::{Kind, Registry, Rows};
use super::{About, Stability};

/// Ticks per second of the times in `/proc`, whatever the kernel's own clock is.
const TICKS: f64 = 100.0;
/// What the kernel's word for no limit reads as.
const UNLIMITED: f64 = 18_446_744_073_709_551_615.0;

/// Declares the metrics of the process.
pub fn register(registry: &Registry, disk: &Arc<dyn Disk>) {
    let one = |name, kind, help, read: fn(&dyn Disk) -> Option<f64>| {
        let disk = disk.clone();
        registry.observed(About::new(name, Stability::Foreign, help), kind, &[], move |rows: &mut Rows| {
            if let Some(number) = read(disk.as_ref()) {
                rows.number(&[], number);
            }
        });
    };
    one("process_cpu_seconds_total", Kind::Counter, "Processor time that this process has used.", cpu);
    one("process_open_fds", Kind::Gauge, "Open file descriptors.", open_files);
    one("process_max_fds", Kind::Gauge, "File descriptors that may be open.", |disk| limit(disk, "Max open files"));
    one("process_virtual_memory_bytes", Kind::Gauge, "Size of the address space.", |disk| memory(disk, "VmSize:"));
    let room = |disk: &dyn Disk| limit(disk, "Max address space");
    one("process_virtual_memory_max_bytes", Kind::Gauge, "Size that the address space may have.", room);
    one("process_resident_memory_bytes", Kind::Gauge, "Memory in use.", |disk| memory(disk, "VmRSS:"));
    one("process_start_time_seconds", Kind::Gauge, "When the process was started, in Unix time.", start_time);
    let (received, sent) = (|disk: &dyn Disk| octets(disk, "InOctets"), |disk: &dyn Disk| octets(disk, "OutOctets"));
    one("process_network_receive_bytes_total", Kind::Counter, "Bytes received in the process's network namespace.", received);
    one("process_network_transmit_bytes_total", Kind::Counter, "Bytes sent in the process's network namespace.", sent);
}

fn read(disk: &dyn Disk, path: &str) -> Option<String> {
    String::from_utf8(disk.read(Path::new(path)).ok()?).ok()
}

/// A field of `/proc/self/stat`, counted from the first one behind the program's name, which may hold anything.
fn stat(disk: &dyn Disk, field: usize) -> Option<f64> {
    let text = read(disk, "/proc/self/stat")?;
    text.rsplit_once(')')?.1.split_ascii_whitespace().nth(field)?.parse().ok()
}

fn cpu(disk: &dyn Disk) -> Option<f64> {
    Some((stat(disk, 11)? + stat(disk, 12)?) / TICKS)
}

fn start_time(disk: &dyn Disk) -> Option<f64> {
    let text = read(disk, "/proc/stat")?;
    let boot: f64 = text.lines().find_map(|line| line.strip_prefix("btime "))?.trim().parse().ok()?;
    Some(boot + stat(disk, 19)? / TICKS)
}

fn open_files(disk: &dyn Disk) -> Option<f64> {
    let names = disk.list(Path::new("/proc/self/fd")).ok()?;
    u32::try_from(names.len()).ok().map(f64::from)
}

/// A line such as `VmRSS:   1234 kB`.
fn memory(disk: &dyn Disk, name: &str) -> Option<f64> {
    let text = read(disk, "/proc/self/status")?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_ascii_whitespace().next()?.parse::<f64>().ok().map(|kilobytes| kilobytes * 1024.0)
}

/// A line such as `Max open files   1024   4096   files`: the soft limit.
fn limit(disk: &dyn Disk, name: &str) -> Option<f64> {
    let text = read(disk, "/proc/self/limits")?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    match line.split_ascii_whitespace().next()? {
        "unlimited" => Some(UNLIMITED),
        number => number.parse().ok(),
    }
}

/// A column of the `IpExt` lines, of which the first names the columns.
fn octets(disk: &dyn Disk, name: &str) -> Option<f64> {
    let text = read(disk, "/proc/self/net/netstat")?;
    let mut lines = text.lines().filter_map(|line| line.strip_prefix("IpExt:"));
    let at = lines.next()?.split_ascii_whitespace().position(|column| column == name)?;
    lines.next()?.split_ascii_whitespace().nth(at)?.parse().ok()
}

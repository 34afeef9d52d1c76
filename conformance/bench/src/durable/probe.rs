//! The bare disk: 1 KiB appended within a file that has its full size, then fdatasync, again and again. Called by `durable`.

use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

/// How long the disk is looked at.
const LOOK: Duration = Duration::from_millis(600);

/// Size of the file; it is begun anew at its end.
const SIZE: u64 = 8 << 20;

const PIECE: usize = 1024;

/// What the disk takes for one write.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Probe {
    pub(crate) middle: Duration,
    pub(crate) high: Duration,
}

pub(crate) fn run(folder: &Path) -> Result<Probe> {
    let path = folder.join("probe");
    let file = std::fs::File::create(&path).context("cannot make the file of the probe")?;
    rustix::fs::fallocate(&file, rustix::fs::FallocateFlags::empty(), 0, SIZE).context("cannot reserve the file of the probe")?;
    file.sync_all().context("cannot sync the file of the probe")?;
    let piece = [0x5a_u8; PIECE];
    let mut times = Vec::new();
    let begun = Instant::now();
    let mut at = 0;
    while begun.elapsed() < LOOK {
        let start = Instant::now();
        file.write_all_at(&piece, at).context("cannot write the file of the probe")?;
        file.sync_data().context("cannot sync the file of the probe")?;
        times.push(start.elapsed());
        at = (at + PIECE as u64) % SIZE;
    }
    std::fs::remove_file(&path).context("cannot remove the file of the probe")?;
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    Ok(Probe { middle: at(50), high: at(99) })
}

//! Start to ready, and what an idle server takes. Called by `main`.

use std::time::Duration;

use anyhow::Result;

use crate::figures::{Figure, Unit};
use crate::load::{Watch, milliseconds};
use crate::side::Side;

/// Name of the workload.
pub(crate) const NAME: &str = "start";

/// The start that has just happened, and then the idle server: its memory after `settle`, its CPU during another `settle`.
pub(crate) fn measure(side: &Side, settle: Duration) -> Result<Vec<Figure>> {
    let start: Duration = side.cpu()?.into_iter().map(|(_, time)| time).sum();
    // Idleness has no event to wait for.
    std::thread::sleep(settle);
    let memory = side.memory()?;
    let watch = Watch::start(side)?;
    std::thread::sleep(settle);
    let idle = watch.stop(side)?;
    let share = idle.server().as_secs_f64() * 100.0 / idle.wall.as_secs_f64();
    Ok(vec![
        Figure::new("start to ready", Unit::Milliseconds, milliseconds(side.ready_after)),
        Figure::new("CPU of the start", Unit::Milliseconds, milliseconds(start)),
        Figure::new("idle memory", Unit::MebiBytes, mebibytes(memory.resident)),
        Figure::new("idle CPU", Unit::Percent, share),
    ])
}

/// Bytes as MiB; exact up to 4 TiB.
pub(crate) fn mebibytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes >> 10).unwrap_or(u32::MAX)) / 1024.0
}

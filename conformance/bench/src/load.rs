//! Several clients that send requests one after another, each on its own connection, and what that cost. Called by the workloads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use crate::connection::{Connection, Timing};
use crate::figures::{CPU, Figure, Unit};
use crate::side::{Cpu, Side, percentiles};
use crate::usage;

/// What a load cost.
pub(crate) struct Load {
    pub(crate) wall: Duration,
    pub(crate) timings: Vec<Timing>,
    /// Of the server's processes, meanwhile.
    pub(crate) cpu: Cpu,
    /// Of this process, meanwhile.
    pub(crate) client: Duration,
}

/// A stopwatch for CPU and wall time.
pub(crate) struct Watch {
    begun: Instant,
    cpu: Cpu,
    client: Duration,
}

impl Watch {
    pub(crate) fn start(side: &Side) -> Result<Self> {
        let client = usage::cpu(std::process::id())?;
        Ok(Self { cpu: side.cpu()?, client, begun: Instant::now() })
    }

    pub(crate) fn stop(self, side: &Side) -> Result<Load> {
        let wall = self.begun.elapsed();
        let mut cpu = side.cpu()?;
        ensure!(cpu.len() == self.cpu.len(), "a process of the server has ended");
        for ((_, now), (_, before)) in cpu.iter_mut().zip(&self.cpu) {
            *now = now.saturating_sub(*before);
        }
        let client = usage::cpu(std::process::id())?.saturating_sub(self.client);
        Ok(Load { wall, timings: Vec::new(), cpu, client })
    }
}

/// Sends all requests, shared out among `clients`; each answer must have the status `expect`.
pub(crate) fn run(side: &Side, clients: usize, requests: &[Vec<u8>], expect: u16) -> Result<Load> {
    let mut connections = Vec::new();
    for _ in 0..clients {
        connections.push(Connection::open(&side.endpoint)?);
    }
    let next = AtomicUsize::new(0);
    let timings = Mutex::new(Vec::with_capacity(requests.len()));
    let watch = Watch::start(side)?;
    std::thread::scope(|scope| {
        let work = |mut connection: Connection| -> Result<()> {
            let mut own = Vec::new();
            while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
                let mut text = Vec::new();
                let (answer, timing) = connection.exchange(request, |piece| {
                    if text.len() < 300 {
                        text.extend_from_slice(piece);
                    }
                })?;
                if answer.status != expect {
                    bail!("status {} instead of {expect}: {}", answer.status, String::from_utf8_lossy(&text));
                }
                own.push(timing);
            }
            timings.lock().unwrap_or_else(std::sync::PoisonError::into_inner).append(&mut own);
            Ok(())
        };
        let running: Vec<_> = connections.into_iter().map(|connection| scope.spawn(move || work(connection))).collect();
        running.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| bail!("a client panicked")))
    })?;
    let mut load = watch.stop(side)?;
    load.timings = timings.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    ensure!(load.timings.len() == requests.len(), "not every request was answered");
    Ok(load)
}

impl Load {
    /// CPU time of the whole server.
    pub(crate) fn server(&self) -> Duration {
        self.cpu.iter().map(|(_, time)| *time).sum()
    }

    /// CPU of the server, of its processes when there are several, and of the client, divided among `operations`.
    pub(crate) fn cpu_figures(&self, operations: usize, unit: Unit) -> Vec<Figure> {
        let each = |time: Duration| {
            let scale = if unit == Unit::Microseconds { 1e6 } else { 1e3 };
            time.as_secs_f64() * scale / f64::from(u32::try_from(operations.max(1)).unwrap_or(u32::MAX))
        };
        let mut figures = vec![Figure::new(CPU, unit, each(self.server()))];
        if self.cpu.len() > 1 {
            figures.extend(self.cpu.iter().map(|(name, time)| Figure::new(&format!("of it {name}"), unit, each(*time))));
        }
        figures.push(Figure::new("client CPU", unit, each(self.client)));
        figures
    }

    /// Figures of many small operations.
    pub(crate) fn figures(&mut self) -> Vec<Figure> {
        let operations = self.timings.len();
        let mut figures = self.cpu_figures(operations, Unit::Microseconds);
        let (middle, worst) = percentiles(&mut self.timings);
        let rate = f64::from(u32::try_from(operations).unwrap_or(u32::MAX)) / self.wall.as_secs_f64();
        figures.push(Figure::new("operations", Unit::PerSecond, rate));
        figures.push(Figure::new("p50", Unit::Milliseconds, milliseconds(middle)));
        figures.push(Figure::new("p99", Unit::Milliseconds, milliseconds(worst)));
        figures
    }
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

//! Writers that put 1 KiB values under new keys as fast as they are answered, for a while. Called by `durable`.

use std::collections::HashSet;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

/// Bytes of a value.
const VALUE: usize = 1024;

/// How many values are read back and compared.
const COMPARED: usize = 200;

/// What a load came to.
pub(crate) struct Sample {
    name: &'static str,
    pub(crate) writers: usize,
    wall: Duration,
    cpu: Duration,
    /// Sorted.
    times: Vec<Duration>,
}

/// A value that no other key has.
fn value(number: usize) -> Vec<u8> {
    let mut state = number as u64;
    let mut out = Vec::with_capacity(VALUE);
    while out.len() < VALUE {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        out.extend_from_slice(&state.to_be_bytes());
    }
    out
}

fn key(name: &str, number: usize) -> Vec<u8> {
    format!("{}{number:09}", prefix(name)).into_bytes()
}

fn prefix(name: &str) -> String {
    format!("/registry/bench/{name}/")
}

/// Runs the writers until the time is over. `put` answers the revision of its commit, `cpu` the time that the server has used.
pub(crate) async fn run<F>(
    name: &'static str,
    writers: usize,
    load: Duration,
    cpu: impl Fn() -> Result<Duration>,
    put: impl Fn(usize, Vec<u8>, Vec<u8>) -> F + Clone + Send + 'static,
) -> Result<Sample>
where
    F: Future<Output = Result<u64>> + Send + 'static,
{
    let next = Arc::new(AtomicUsize::new(0));
    let used = cpu()?;
    let begun = Instant::now();
    // A task of its own for each, so that all cores take part.
    let work = |writer: usize| {
        let (next, put) = (Arc::clone(&next), put.clone());
        tokio::spawn(async move {
            let mut own = Vec::new();
            while begun.elapsed() < load {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let (key, value) = (key(name, number), value(number));
                let start = Instant::now();
                let revision = put(writer, key, value).await?;
                own.push((start.elapsed(), revision));
            }
            Ok::<_, anyhow::Error>(own)
        })
    };
    let running: Vec<_> = (0..writers).map(work).collect();
    let mut each = Vec::new();
    for writer in running {
        each.push(writer.await.context("a writer panicked")??);
    }
    let wall = begun.elapsed();
    let cpu = cpu()?.saturating_sub(used);
    let answers: Vec<_> = each.into_iter().flatten().collect();
    let revisions: HashSet<u64> = answers.iter().map(|(_, revision)| *revision).collect();
    ensure!(!answers.is_empty() && revisions.len() == answers.len(), "two commits were answered with one revision");
    let mut times: Vec<_> = answers.into_iter().map(|(time, _)| time).collect();
    times.sort_unstable();
    Ok(Sample { name, writers, wall, cpu, times })
}

impl Sample {
    pub(crate) fn prefix(&self) -> Vec<u8> {
        prefix(self.name).into_bytes()
    }

    /// Whether everything that was written is there: the number of keys, and some of the values.
    pub(crate) async fn compare<F>(&self, count: usize, get: impl Fn(Vec<u8>) -> F) -> Result<()>
    where
        F: Future<Output = Result<Vec<u8>>>,
    {
        ensure!(count == self.times.len(), "{} commits were answered, {count} keys are there", self.times.len());
        let step = (count / COMPARED).max(1);
        for number in (0..count).step_by(step) {
            ensure!(get(key(self.name, number)).await? == value(number), "value {number} is not what was written");
        }
        Ok(())
    }

    /// How many commits were made.
    pub(crate) fn count(&self) -> f64 {
        f64::from(u32::try_from(self.times.len()).unwrap_or(u32::MAX))
    }

    pub(crate) fn rate(&self) -> f64 {
        self.count() / self.wall.as_secs_f64()
    }

    fn at(&self, share: usize) -> Duration {
        self.times.get(self.times.len() * share / 100).copied().unwrap_or_default()
    }

    pub(crate) fn middle(&self) -> Duration {
        self.at(50)
    }

    pub(crate) fn high(&self) -> Duration {
        self.at(99)
    }

    /// CPU time of the server for one commit, in microseconds.
    pub(crate) fn cpu_each(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / self.count().max(1.0)
    }
}

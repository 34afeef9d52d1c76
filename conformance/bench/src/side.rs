//! One of the two servers that are compared: started, reachable, and observed.
//!
//! Called by `main` and the workloads. With a reference both run in network namespaces of the same kind, at the same address; ours
//! alone needs no namespace and listens on the loopback device.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use conformance_tools::kubeconfig;
use conformance_tools::ours;
use conformance_tools::process::{self, Launch};
use conformance_tools::reference::{self, Reference, Settings, Subject};

use crate::connection::{Connection, Endpoint, Timing};
use crate::usage::{self, Memory};

/// Longest time from the start of a server with a data folder to its ready line, and from SIGTERM to its end.
const READY: Duration = Duration::from_secs(60);
const STOP: Duration = Duration::from_secs(20);

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Which {
    Reference,
    Ours,
}

enum Running {
    Alone(ours::Server),
    Durable(process::Running),
    InNamespace(Reference),
}

/// A running server.
pub(crate) struct Side {
    pub(crate) which: Which,
    pub(crate) endpoint: Endpoint,
    running: Running,
    /// From the start of its first program until it was ready.
    pub(crate) ready_after: Duration,
}

/// CPU time of a server's processes by name.
pub(crate) type Cpu = Vec<(String, Duration)>;

impl Side {
    /// Starts ours without a namespace.
    pub(crate) fn alone(program: &Path) -> Result<Self> {
        let begun = Instant::now();
        let server = ours::Server::start(program)?;
        let ready_after = begun.elapsed();
        let endpoint = Endpoint::new(&kubeconfig::read(&server.kubeconfig())?, None)?;
        Ok(Self { which: Which::Ours, endpoint, running: Running::Alone(server), ready_after })
    }

    /// Starts ours with its data folder, new or old.
    pub(crate) fn durable(launch: &Launch) -> Result<Self> {
        let server = launch.start()?.ready(READY)?;
        let endpoint = Endpoint::new(&kubeconfig::read(&launch.kubeconfig())?, None)?;
        let ready_after = server.ready_after;
        Ok(Self { which: Which::Ours, endpoint, running: Running::Durable(server), ready_after })
    }

    /// Kills a server with a data folder outright.
    pub(crate) fn kill(self) -> Result<()> {
        match self.running {
            Running::Durable(server) => server.kill(),
            _ => bail!("only a server with a data folder is killed"),
        }
    }

    /// Asks a server with a data folder to stop.
    pub(crate) fn stop(self) -> Result<()> {
        match self.running {
            Running::Durable(server) => server.stop(STOP),
            _ => bail!("only a server with a data folder is stopped by itself"),
        }
    }

    /// Starts either in a namespace of its own.
    pub(crate) fn in_namespace(subject: &Subject) -> Result<Self> {
        let which = if *subject == Subject::Upstream { Which::Reference } else { Which::Ours };
        let server = Reference::start_subject(&reference::Options::default(), subject, &Settings::default())?;
        let namespace = Path::new("/run/netns").join(server.namespace());
        let endpoint = Endpoint::new(&kubeconfig::read(&server.kubeconfig())?, Some(namespace))?;
        let ready_after = server.ready_after();
        Ok(Self { which, endpoint, running: Running::InNamespace(server), ready_after })
    }

    fn processes(&self) -> Result<Vec<(String, u32)>> {
        let all = match &self.running {
            Running::Alone(server) => vec![("ferrokube".to_owned(), server.pid())],
            Running::Durable(server) => vec![("ferrokube".to_owned(), server.pid())],
            Running::InNamespace(server) => {
                if let Some(ended) = server.ended().first() {
                    bail!("a server ended: {ended}");
                }
                server.processes()
            }
        };
        if all.is_empty() { bail!("the server has no process") } else { Ok(all) }
    }

    /// CPU time used so far.
    pub(crate) fn cpu(&self) -> Result<Cpu> {
        self.processes()?.into_iter().map(|(name, pid)| Ok((name, usage::cpu(pid)?))).collect()
    }

    /// Memory of all processes together.
    pub(crate) fn memory(&self) -> Result<Memory> {
        let mut sum = Memory::default();
        for (_, pid) in self.processes()? {
            let memory = usage::memory(pid)?;
            sum.resident += memory.resident;
            sum.peak += memory.peak;
        }
        Ok(sum)
    }

    /// Makes the present memory the peak.
    pub(crate) fn reset_peak(&self) -> Result<()> {
        self.processes()?.into_iter().try_for_each(|(_, pid)| usage::reset_peak(pid))
    }

    /// Sends one request on a connection of its own and returns the whole answer: status, media type, body without content coding.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&[u8]>) -> Result<Whole> {
        let request = self.endpoint.request(method, path, headers, body);
        let mut bytes = Vec::new();
        let (answer, _) = Connection::open(&self.endpoint)?.exchange(&request, |piece| bytes.extend_from_slice(piece))?;
        let body = match answer.coding.as_str() {
            "" => bytes,
            "gzip" => {
                let mut plain = Vec::new();
                std::io::copy(&mut flate2::read::MultiGzDecoder::new(bytes.as_slice()), &mut plain)
                    .with_context(|| format!("{path}: the body is no gzip"))?;
                plain
            }
            other => bail!("{path}: unknown content coding {other}"),
        };
        Ok(Whole { status: answer.status, media: answer.media, coding: answer.coding, body })
    }

    /// Makes an object, which must succeed.
    pub(crate) fn create(&self, collection: &str, object: &[u8]) -> Result<()> {
        let whole = self.ask("POST", collection, &[("Content-Type", "application/json")], Some(object))?;
        if whole.status == 201 { Ok(()) } else { bail!("{collection}: {} {}", whole.status, whole.text()) }
    }
}

/// A whole answer.
#[derive(Debug)]
pub(crate) struct Whole {
    pub(crate) status: u16,
    pub(crate) media: String,
    pub(crate) coding: String,
    pub(crate) body: Vec<u8>,
}

impl Whole {
    /// The body for a message.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).chars().take(300).collect()
    }
}

/// The middle and the 99th percentile of request times.
pub(crate) fn percentiles(timings: &mut [Timing]) -> (Duration, Duration) {
    timings.sort_unstable_by_key(|timing| timing.whole);
    let at = |share: usize| timings.get((timings.len() * share / 100).min(timings.len().saturating_sub(1)));
    let time = |timing: Option<&Timing>| timing.map(|timing| timing.whole).unwrap_or_default();
    (time(at(50)), time(at(99)))
}

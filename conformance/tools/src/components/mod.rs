//! Upstream's kube-controller-manager and kube-scheduler at work against an API server, ours or upstream's own.
//!
//! ```text
//! reference (namespace, server, kcm, scheduler) -> node (by hand, heartbeats, phases) -> script, round after round -> logs
//!                                               -> lease (kept all the time)
//! ```
//! Called by `cli`. The components run unchanged; what they cannot do shows as a failed step, a lost lease or a line in their logs.

mod api;
mod around;
mod collection;
mod lease;
mod logs;
pub(crate) mod node;
mod script;
mod workloads;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::reference::{self, Reference, Settings, Subject};
use crate::upstream::Program;
pub(crate) use api::Api;
use script::Round;

/// Rounds begin this far apart, when they do not take longer.
const ROUND: Duration = Duration::from_secs(120);

/// From this log level on client-go logs every request.
const REQUESTS: u8 = 6;

#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("server").required(true))]
pub(crate) struct Options {
    /// Start this ferrokube program.
    #[arg(long, value_name = "PROGRAM", group = "server")]
    start: Option<PathBuf>,
    /// Start the reference server, which shows that the script itself is right.
    #[arg(long, group = "server")]
    reference: bool,
    /// Which components to start: kcm, scheduler.
    #[arg(long, value_delimiter = ',', value_parser = reference::component, default_value = "kcm,scheduler")]
    with: Vec<Program>,
    /// Go on with new rounds of the script for this long; at least one is run.
    #[arg(long, value_name = "N", default_value_t = 0)]
    minutes: u64,
    /// Longest time, in seconds, that one thing may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    patience: u64,
    /// Media type of the components' requests instead of their default, protobuf.
    #[arg(long, value_name = "TYPE")]
    content_type: Option<String>,
    /// The server knows no server-side apply yet, for this reason: leave out the step whose controller writes that way.
    #[arg(long, value_name = "REASON")]
    without_apply: Option<String>,
    /// Have the components log every request, and list those that failed.
    #[arg(long)]
    requests: bool,
    /// Write the traffic with the reference to this file, for `diff cases`.
    #[arg(long, value_name = "FILE", requires = "reference")]
    record: Option<PathBuf>,
    /// Copy the logs into this folder at the end.
    #[arg(long, value_name = "DIR")]
    logs: Option<PathBuf>,
}

/// Runs the components and the script; the exit code says whether everything held.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let subject = options.start.clone().map_or(Subject::Upstream, Subject::Ours);
    let settings = Settings {
        content_type: options.content_type.clone(),
        verbosity: if options.requests { REQUESTS } else { 0 },
        as_administrator: true,
        keep_logs: options.logs.clone(),
    };
    let start =
        reference::Options { with: options.with.clone(), record: options.record.clone(), ..reference::Options::default() };
    let reference = Reference::start_subject(&start, &subject, &settings)?;
    let failures = drive(options, &reference)?;
    for failure in &failures {
        println!("FAIL {failure}");
    }
    let good = report(options, &reference)?;
    println!("components: {} failures; logs {}", failures.len(), if good { "explained" } else { "NOT explained" });
    Ok(if failures.is_empty() && good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes the node, keeps it and the leases under observation, and runs rounds until the time is over. Returns what failed.
fn drive(options: &Options, reference: &Reference) -> Result<Vec<String>> {
    let api = Api::new(reference.target()?);
    node::create(&api)?;
    let stop = AtomicBool::new(false);
    let (stop_heart, heart_stops) = channel();
    let (sender, troubles) = channel();
    let names: Vec<_> = options.with.iter().map(|program| program.file()).collect();
    let failures = std::thread::scope(|scope| {
        let (api, stop, names) = (&api, &stop, &names);
        let sending = sender.clone();
        scope.spawn(move || tell(node::heartbeat(api, &heart_stops), &sending, "the node's heartbeat"));
        let sending = sender.clone();
        scope.spawn(move || tell(node::Kubelet::new(api).run(stop), &sending, "the node's pods"));
        let sending = sender.clone();
        scope.spawn(move || {
            let kept = lease::follow(api, names, stop).map(|lines| lines.iter().for_each(|line| println!("lease {line}")));
            tell(kept, &sending, "leader leases");
        });
        let failures = rounds(options, reference, api, &troubles);
        stop.store(true, Ordering::Relaxed);
        drop(stop_heart);
        failures
    });
    drop(sender);
    let mut failures = failures?;
    failures.extend(troubles.iter());
    Ok(failures)
}

/// Tells of a failure of something that runs beside the rounds.
fn tell(result: Result<()>, sender: &Sender<String>, what: &str) {
    if let Err(error) = result {
        // The receiver outlives every sender.
        let _ = sender.send(format!("{what}: {error:#}"));
    }
}

fn rounds(options: &Options, reference: &Reference, api: &Api, troubles: &Receiver<String>) -> Result<Vec<String>> {
    let end = Instant::now().checked_add(Duration::from_secs(options.minutes * 60)).context("--minutes is out of range")?;
    let mut failures = Vec::new();
    for number in 1.. {
        let begun = Instant::now();
        let patience = Duration::from_secs(options.patience);
        let namespace = format!("round-{number}");
        failures.extend(Round { api, namespace, patience, without_apply: options.without_apply.as_deref() }.run());
        let left = end.saturating_duration_since(Instant::now());
        let pause = ROUND.saturating_sub(begun.elapsed()).min(left);
        // Nothing is waited for here but the next round; trouble ends the wait.
        failures.extend(troubles.recv_timeout(pause));
        failures.extend(reference.ended().iter().map(|ended| format!("ended by itself: {ended}")));
        if left.is_zero() || !failures.is_empty() {
            return Ok(failures);
        }
    }
    bail!("no round was run")
}

fn report(options: &Options, reference: &Reference) -> Result<bool> {
    let mut logs = Vec::new();
    for program in &options.with {
        let path = reference.dir().join(format!("{}.log", program.file()));
        let text = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        logs.push((program.file(), String::from_utf8_lossy(&text).into_owned()));
    }
    if options.requests {
        for (request, count) in logs::failed_requests(&logs) {
            println!("request {count:5} x {request}");
        }
    }
    let verdict = logs::judge(&logs)?;
    verdict.print();
    Ok(verdict.unexplained.is_empty())
}
